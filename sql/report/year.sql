-- report/year: under which year a day counts, and the records as they stood at a time.

CREATE FUNCTION socu.reporting_year(on_date date, state text, institution text, start_month int DEFAULT 9,
                                    start_day int DEFAULT 1) RETURNS int
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(CASE WHEN socu.is_state(state) THEN socu.statistical_year(on_date, state, institution) END,
                extract(year FROM on_date)::int
                + CASE WHEN (extract(month FROM on_date), extract(day FROM on_date)) >= (start_month, start_day)
                       THEN 1 ELSE 0 END);
COMMENT ON FUNCTION socu.reporting_year(date, text, text, int, int) IS
'Year under which a day counts at an institution: the calendar year in which its academic year ends; without a '
'calendar, or a state, years begin on the month and day given.';

CREATE FUNCTION socu.reporting_year_start(year int, state text, institution text, start_month int DEFAULT 9,
                                          start_day int DEFAULT 1) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(CASE WHEN socu.is_state(state) THEN
                    coalesce(lower(socu.term_dates(socu.academic_term(year - 1), state, institution)),
                             lower(socu.term_dates(socu.academic_term(year, 1, 1, true), state, institution))) END,
                make_date(year - 1, start_month, start_day));
COMMENT ON FUNCTION socu.reporting_year_start(int, text, text, int, int) IS
'First day of a reporting year at an institution: of the academic year that ends in it; without a calendar, the month '
'and day given, in the year before.';

CREATE FUNCTION socu.report_places(starts_on date, ends_on date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(starts_on >= '1900-01-01' AND starts_on < '2200-01-01'
                AND (ends_on IS NULL OR ends_on < '2200-01-01'), false);
COMMENT ON FUNCTION socu.report_places(date, date) IS
'Can a stay be placed in a reporting year? Its days lie in the years 1900 to 2199, as the constraint mobility_days '
'asks; an open end (NULL) may.';

CREATE FUNCTION socu.mobility_at(at timestamptz) RETURNS SETOF socu.mobility
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH later AS (
        -- what the later changes ended: of several, the earliest tells what was there
        SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
        FROM socu.mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
        WHERE h.changed_at > at GROUP BY h.mobility_id)
    SELECT m.* FROM socu.mobility m
    WHERE m.created_at <= at AND NOT EXISTS (SELECT FROM later l WHERE l.mobility_id = m.mobility_id)
    UNION ALL
    SELECT p.* FROM later l LEFT JOIN socu.mobility m ON m.mobility_id = l.mobility_id
    CROSS JOIN LATERAL jsonb_populate_record(m, l.was) p
    WHERE p.created_at <= at;
END;
COMMENT ON FUNCTION socu.mobility_at(timestamptz) IS
'The records as they stood at a time, from the table and its history. Rows that were removed since are there again.';
