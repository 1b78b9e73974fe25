-- report/release: publishing: rounded, small cells hidden.

COMMENT ON TABLE report_release IS
'Releases: a year''s figures, frozen, rounded and with small cells hidden. A revision is a new release; the older one '
'stays.';
COMMENT ON COLUMN report_release.release IS 'Name of the release.';
COMMENT ON COLUMN report_release.year IS 'Reporting year.';
COMMENT ON COLUMN report_release.as_of IS 'Content date.';
COMMENT ON COLUMN report_release.extracted_at IS
'Time whose records are shown: report_refresh(as_of, extracted_at) shows them again.';
COMMENT ON COLUMN report_release.refreshed_at IS 'When the roll-ups were refreshed.';
COMMENT ON COLUMN report_release.published_at IS 'When it was made.';
COMMENT ON COLUMN report_release.conventions IS 'The row of report_params that held.';
COMMENT ON COLUMN report_release.cells IS 'Cells in the release.';
COMMENT ON COLUMN report_release.hidden IS 'Cells hidden.';
COMMENT ON TABLE report_cell IS
'The cells of the releases. Internal because of exact; readers see them through the released_ views.';
COMMENT ON COLUMN report_cell.release IS 'Name of the release.';
COMMENT ON COLUMN report_cell.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN report_cell.indicator IS 'The indicator.';
COMMENT ON COLUMN report_cell.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN report_cell.unit IS 'Unit of value.';
COMMENT ON COLUMN report_cell.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN report_cell.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN report_cell.origin IS 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN report_cell.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN report_cell.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN report_cell.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN report_cell.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN report_cell.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN report_cell.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN report_cell.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN report_cell.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN report_cell.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN report_cell.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN report_cell.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON INDEX report_cell_view IS 'One view of one year.';
COMMENT ON COLUMN report_cell.view IS 'View that the cell belongs to.';
COMMENT ON COLUMN report_cell.cell IS 'Number of the cell in the release.';
COMMENT ON COLUMN report_cell.exact IS 'The value before rounding and suppression: internal.';

-- The parts of report_publish(), on temporary tables; only the owner runs them.

CREATE OR REPLACE FUNCTION report_take_cells(year int) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    cells bigint;
BEGIN
    CREATE TEMP TABLE socu_report_cell ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY o.view, o.indicator, o.measure, o.breakdown, o.category, o.origin, o.destination,
                                       o.state, o.institution) AS cell, o.*,
           -- figures of persons that are ours; official figures are public
           v.personal AND coalesce(o.measure, '') <> 'official_stock' AS personal,
           v.additive, v.turns_back, v.numerator_is, v.denominator_is
    FROM report_observation o JOIN report_view v ON v.view = o.view
    WHERE o.year = report_take_cells.year;
    GET DIAGNOSTICS cells = ROW_COUNT;
    CREATE INDEX ON pg_temp.socu_report_cell (view, measure);
    ANALYZE pg_temp.socu_report_cell;
    UPDATE pg_temp.socu_report_cell c SET conf = 'F' WHERE NOT c.personal;
    RETURN cells;
END
$$;
COMMENT ON FUNCTION report_take_cells(int) IS
'Internal: makes socu_report_cell, the observations of a year and how each is published. Returns how many there are.';

CREATE OR REPLACE FUNCTION report_take_lines(min_institutions int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    CREATE TEMP TABLE socu_report_shown ON COMMIT DROP AS
    SELECT c.measure, c.category AS role, c.state
    FROM pg_temp.socu_report_cell c WHERE c.view = 'institution_flow' AND c.institution <> '_U'
    GROUP BY 1, 2, 3 HAVING count(*) >= min_institutions;
    CREATE TEMP TABLE socu_report_line ON COMMIT DROP AS
    SELECT x.line, c.cell, c.value, x.total
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (VALUES
        (concat_ws('|', 'row', c.measure, c.breakdown, c.category, c.origin), c.destination = '_T'),
        (concat_ws('|', 'column', c.measure, c.breakdown, c.category, c.destination), c.origin = '_T')) x (line, total)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    SELECT concat_ws('|', 'parts', c.measure, b.breakdown, c.origin, c.destination), c.cell, c.value,
           c.breakdown = 'total'
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (SELECT unnest(CASE c.breakdown WHEN 'total' THEN '{direction,kind,level,field}'::text[]
                                                       ELSE ARRAY[c.breakdown] END)) b (breakdown)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    -- (a state with too few institutions is published as a state alone: its institutions make no line)
    SELECT concat_ws('|', 'institutions', c.measure, c.category, c.state), c.cell, c.value, false
    FROM pg_temp.socu_report_cell c WHERE c.view = 'institution_flow' AND c.value > 0
      AND EXISTS (SELECT FROM pg_temp.socu_report_shown w
                  WHERE w.measure = c.measure AND w.role = c.category AND w.state = c.state)
    UNION ALL
    SELECT concat_ws('|', 'institutions', c.measure, x.role, x.state), c.cell, c.value, true
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (VALUES ('origin', c.origin, c.destination),
                               ('destination', c.destination, c.origin)) x (role, state, other)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.breakdown = 'total' AND x.other = '_T' AND x.state <> '_T'
      AND c.value > 0
      AND EXISTS (SELECT FROM pg_temp.socu_report_shown w
                  WHERE w.measure = c.measure AND w.role = x.role AND w.state = x.state);
    CREATE INDEX ON pg_temp.socu_report_line (line);
    CREATE INDEX ON pg_temp.socu_report_line (cell);
    ANALYZE pg_temp.socu_report_line;
END
$$;
COMMENT ON FUNCTION report_take_lines(int) IS
'Internal: makes socu_report_line, the counts of socu_report_cell and the lines in which they are added up, and '
'socu_report_shown, the states with enough institutions to be published one by one.';

CREATE OR REPLACE FUNCTION report_hide_counts(min_cell int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    n bigint;
BEGIN
    CREATE TEMP TABLE socu_report_hidden (cell bigint PRIMARY KEY, conf text NOT NULL) ON COMMIT DROP;
    -- small cells; states with too few institutions; what an earlier release hid and has not changed
    INSERT INTO pg_temp.socu_report_hidden
    SELECT c.cell, CASE WHEN c.value < min_cell THEN 'C' ELSE 'S' END
    FROM pg_temp.socu_report_cell c
    WHERE c.additive AND c.personal AND c.value > 0
      AND (c.value < min_cell
           OR c.view = 'institution_flow' AND NOT EXISTS (
               SELECT FROM pg_temp.socu_report_shown w
               WHERE w.measure = c.measure AND w.role = c.category AND w.state = c.state)
           OR EXISTS (SELECT FROM report_cell e
                      WHERE e.view = c.view AND e.year = c.year AND e.conf <> 'F' AND e.exact = c.value
                        AND e.measure = c.measure AND e.breakdown = c.breakdown AND e.category = c.category
                        AND (e.origin, e.destination, e.state, e.institution)
                            IS NOT DISTINCT FROM (c.origin, c.destination, c.state, c.institution)));
    -- a line with one hidden cell gives it away: the smallest of the others is hidden too, until no line has just one
    LOOP
        INSERT INTO pg_temp.socu_report_hidden
        SELECT DISTINCT ON (l.line) l.cell, 'S'
        FROM pg_temp.socu_report_line l
        JOIN (SELECT k.line FROM pg_temp.socu_report_line k JOIN pg_temp.socu_report_hidden h ON h.cell = k.cell
              GROUP BY k.line HAVING count(*) = 1) one ON one.line = l.line
        WHERE NOT EXISTS (SELECT FROM pg_temp.socu_report_hidden h WHERE h.cell = l.cell)
        ORDER BY l.line, l.total, l.value, l.cell
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS n = ROW_COUNT;
        EXIT WHEN n = 0;
    END LOOP;
    UPDATE pg_temp.socu_report_cell c
    SET conf = coalesce((SELECT h.conf FROM pg_temp.socu_report_hidden h WHERE h.cell = c.cell), 'F')
    WHERE c.additive;
END
$$;
COMMENT ON FUNCTION report_hide_counts(int) IS
'Internal: hides small counts in socu_report_cell, and so many others that none is found by subtraction.';

CREATE OR REPLACE FUNCTION report_hide_rest(min_cell int, min_denominator int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    -- what could be turned back into a hidden count
    UPDATE pg_temp.socu_report_cell c SET conf = 'S'
    FROM (SELECT f.measure, f.breakdown, f.category, f.origin, f.destination
          FROM pg_temp.socu_report_cell f WHERE f.view = 'mobility_flow' AND f.conf <> 'F') h
    WHERE c.personal AND c.conf = 'F' AND c.measure = h.measure
      AND CASE c.turns_back
          WHEN 'state' THEN (c.breakdown, c.category) = (h.breakdown, h.category)
                            AND (h.origin = '_T' AND c.state = h.destination
                                 OR h.destination = '_T' AND c.state = h.origin)
          WHEN 'origin' THEN (c.breakdown, c.category) = (h.breakdown, h.category)
                             AND h.destination = c.destination AND h.origin IN (c.origin, '_T')
          WHEN 'pair' THEN h.breakdown = 'total' AND (c.origin, c.destination) = (h.origin, h.destination)
          WHEN 'side' THEN h.breakdown = 'total'
                           AND c.state = CASE c.category WHEN 'destinations' THEN h.origin ELSE h.destination END
          WHEN 'sex' THEN h.breakdown = 'sex' AND c.state IN (h.origin, h.destination)
          ELSE false END;
    -- what is made of few persons
    UPDATE pg_temp.socu_report_cell c SET conf = 'C'
    WHERE c.personal AND c.conf = 'F' AND NOT c.additive
      AND (c.denominator > 0
           AND c.denominator < CASE c.denominator_is WHEN 'count' THEN min_cell ELSE min_denominator END
           OR c.numerator > 0 AND c.numerator < min_cell AND c.numerator_is = 'count'
           OR c.view = 'mobility_volume' AND c.indicator = 'persons' AND c.value > 0 AND c.value < min_cell);
END
$$;
COMMENT ON FUNCTION report_hide_rest(int, int) IS
'Internal: hides in socu_report_cell what is made of few persons, or of a count that report_hide_counts() has hidden.';

CREATE OR REPLACE FUNCTION report_store(release text, year int) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    base int;
    n bigint;
BEGIN
    SELECT p.base INTO STRICT base FROM report_convention p;
    INSERT INTO report_release (release, year, as_of, extracted_at, refreshed_at, conventions, cells, hidden)
    SELECT report_store.release, report_store.year, s.as_of, s.extracted_at, s.refreshed_at, to_jsonb(p),
           c.cells, c.hidden
    FROM report_state s CROSS JOIN report_convention p
    CROSS JOIN (SELECT count(*) AS cells, count(*) FILTER (WHERE x.conf <> 'F') AS hidden
                FROM pg_temp.socu_report_cell x) c;
    INSERT INTO report_cell
    SELECT report_store.release, c.cell, c.view, c.year, c.indicator, c.measure, c.unit, c.breakdown, c.category,
           c.origin, c.destination, c.state, c.institution,
           CASE WHEN c.conf = 'F' THEN x.value END, CASE WHEN c.conf = 'F' THEN x.numerator END,
           CASE WHEN c.conf = 'F' THEN x.denominator END,
           CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.lower END,
           CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.upper END, c.status, c.conf, c.generated, c.value
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (
        SELECT CASE WHEN NOT c.personal THEN c.value
                    WHEN c.unit IN ('persons', 'stays') THEN socu.round_count(c.value, base)
                    WHEN c.unit IN ('months', 'days')
                        THEN CASE WHEN c.denominator IS NULL THEN round(c.value) ELSE round(c.value, 1) END
                    WHEN c.unit = '%' THEN round(c.value, 1)
                    ELSE round(c.value, 2) END AS value,
               CASE WHEN NOT c.personal OR c.numerator_is = 'exact' THEN c.numerator
                    WHEN c.numerator_is = 'rate' THEN round(c.numerator, 1)
                    ELSE socu.round_count(c.numerator, base) END AS numerator,
               CASE WHEN NOT c.personal
                         OR c.denominator_is = 'seats' AND c.indicator ~ '^(quota|util)' THEN c.denominator
                    WHEN c.denominator_is = 'rate' THEN round(c.denominator, 1)
                    ELSE socu.round_count(c.denominator, base) END AS denominator) x;
    GET DIAGNOSTICS n = ROW_COUNT;
    DROP TABLE pg_temp.socu_report_cell, pg_temp.socu_report_shown, pg_temp.socu_report_line,
    pg_temp.socu_report_hidden;
    RETURN n;
END
$$;
COMMENT ON FUNCTION report_store(text, int) IS
'Internal: writes the cells of socu_report_cell as a release, rounded, without what is hidden; drops the temporary '
'tables. Returns the number of cells.';

CREATE OR REPLACE FUNCTION report_publish(release text, year int) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE
    SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    p report_params;
    made_with text;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    SELECT s.params INTO made_with FROM report_state s;
    IF made_with IS NULL THEN
        RAISE EXCEPTION 'the roll-ups have never been refreshed' USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Call report_refresh() first.';
    ELSIF made_with <> p.params THEN
        RAISE EXCEPTION 'the roll-ups were made with the conventions "%", not "%"', made_with, p.params
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call report_refresh() first.';
    ELSIF report_take_cells(year) = 0 THEN
        RAISE EXCEPTION 'there is nothing to publish for %', year USING ERRCODE = 'no_data_found',
            HINT = 'The years are in report_year.';
    END IF;
    PERFORM report_take_lines(p.min_institutions);
    PERFORM report_hide_counts(p.min_cell);
    PERFORM report_hide_rest(p.min_cell, p.min_denominator);
    RETURN report_store(release, year);
END
$$;
COMMENT ON FUNCTION report_publish(text, int) IS
'Makes a release of a year: all views together, rounded, small cells hidden (C) and so many others (S) that none can '
'be found by subtraction. Returns the number of cells. Errors: 55000 without a refresh under the same conventions, '
'P0002 for a year without figures, 23505 for a name that is taken.';

REVOKE ALL ON FUNCTION report_take_cells(int), report_take_lines(int), report_hide_counts(int),
    report_hide_rest(int, int), report_store(text, int), report_publish(text, int) FROM PUBLIC;

CREATE OR REPLACE VIEW released_agreement_coverage AS
SELECT c.release, c.year, c.breakdown AS scope, c.origin AS state, c.destination AS partner_state, c.category AS
       direction, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'agreement_coverage';
COMMENT ON VIEW released_agreement_coverage IS
'agreement_coverage as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_agreement_coverage.release IS 'Name of the release.';
COMMENT ON COLUMN released_agreement_coverage.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_agreement_coverage.scope IS 'states or direction.';
COMMENT ON COLUMN released_agreement_coverage.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_agreement_coverage.partner_state IS 'The other state.';
COMMENT ON COLUMN released_agreement_coverage.direction IS 'Direction of study; _T all, _U not specified.';
COMMENT ON COLUMN released_agreement_coverage.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_agreement_coverage.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_agreement_coverage.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_agreement_coverage.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_agreement_coverage.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_agreement_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_agreement_coverage.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_agreement_coverage.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_agreement_indicator AS
SELECT c.release, c.year, c.indicator, c.unit, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status,
       c.conf, c.generated
FROM report_cell c WHERE c.view = 'agreement_indicator';
COMMENT ON VIEW released_agreement_indicator IS
'agreement_indicator as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_agreement_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_agreement_indicator.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_agreement_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_agreement_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN released_agreement_indicator.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_agreement_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_agreement_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_agreement_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_agreement_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_agreement_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_agreement_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_agreement_indicator.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_destination_share AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'destination_share';
COMMENT ON VIEW released_destination_share IS
'destination_share as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_destination_share.release IS 'Name of the release.';
COMMENT ON COLUMN released_destination_share.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_destination_share.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_destination_share.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_destination_share.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_destination_share.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_destination_share.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_destination_share.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_destination_share.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_destination_share.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_destination_share.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_destination_share.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_destination_share.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_destination_share.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_direction_coverage AS
SELECT c.release, c.year, c.state, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf,
       c.generated
FROM report_cell c WHERE c.view = 'direction_coverage';
COMMENT ON VIEW released_direction_coverage IS
'direction_coverage as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_direction_coverage.release IS 'Name of the release.';
COMMENT ON COLUMN released_direction_coverage.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_direction_coverage.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_direction_coverage.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_direction_coverage.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_direction_coverage.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_direction_coverage.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_direction_coverage.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_direction_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_direction_coverage.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_direction_coverage.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_gender_parity AS
SELECT c.release, c.year, c.measure, c.state, c.category AS side, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'gender_parity';
COMMENT ON VIEW released_gender_parity IS 'gender_parity as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_gender_parity.release IS 'Name of the release.';
COMMENT ON COLUMN released_gender_parity.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_gender_parity.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_gender_parity.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_gender_parity.side IS 'Side: inbound or outbound, origins or destinations.';
COMMENT ON COLUMN released_gender_parity.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_gender_parity.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_gender_parity.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_gender_parity.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_gender_parity.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_gender_parity.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_gender_parity.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_gender_parity.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_gross_outbound_enrolment_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'gross_outbound_enrolment_ratio';
COMMENT ON VIEW released_gross_outbound_enrolment_ratio IS
'gross_outbound_enrolment_ratio as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.release IS 'Name of the release.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_inbound_mobility_rate AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'inbound_mobility_rate';
COMMENT ON VIEW released_inbound_mobility_rate IS
'inbound_mobility_rate as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_inbound_mobility_rate.release IS 'Name of the release.';
COMMENT ON COLUMN released_inbound_mobility_rate.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_inbound_mobility_rate.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_inbound_mobility_rate.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_inbound_mobility_rate.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_inbound_mobility_rate.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_inbound_mobility_rate.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_inbound_mobility_rate.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_inbound_mobility_rate.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_inbound_mobility_rate.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_inbound_mobility_rate.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_inbound_mobility_rate.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_inbound_mobility_rate.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_inbound_mobility_rate.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_institution_flow AS
SELECT c.release, c.year, c.measure, c.category AS role, c.state, c.institution, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'institution_flow';
COMMENT ON VIEW released_institution_flow IS 'institution_flow as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_institution_flow.release IS 'Name of the release.';
COMMENT ON COLUMN released_institution_flow.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_institution_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_institution_flow.role IS 'origin or destination.';
COMMENT ON COLUMN released_institution_flow.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_institution_flow.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN released_institution_flow.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_institution_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_institution_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_institution_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_institution_flow.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_institution_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_institution_flow.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_institution_flow.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_joint_programme_count AS
SELECT c.release, c.year, c.indicator AS kind, c.category AS programme_status, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'joint_programme_count';
COMMENT ON VIEW released_joint_programme_count IS
'joint_programme_count as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_joint_programme_count.release IS 'Name of the release.';
COMMENT ON COLUMN released_joint_programme_count.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_joint_programme_count.kind IS 'Kind of programme.';
COMMENT ON COLUMN released_joint_programme_count.programme_status IS 'Status of the programmes.';
COMMENT ON COLUMN released_joint_programme_count.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_joint_programme_count.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_joint_programme_count.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_joint_programme_count.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_joint_programme_count.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_joint_programme_count.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_joint_programme_count.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_joint_programme_count.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_mobility_balance AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'mobility_balance';
COMMENT ON VIEW released_mobility_balance IS 'mobility_balance as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_mobility_balance.release IS 'Name of the release.';
COMMENT ON COLUMN released_mobility_balance.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_mobility_balance.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_mobility_balance.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_mobility_balance.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_mobility_balance.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_mobility_balance.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_mobility_balance.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_balance.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_balance.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_balance.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_balance.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_balance.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_mobility_balance.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_mobility_concentration AS
SELECT c.release, c.year, c.measure, c.state, c.category AS side, c.indicator, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'mobility_concentration';
COMMENT ON VIEW released_mobility_concentration IS
'mobility_concentration as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_mobility_concentration.release IS 'Name of the release.';
COMMENT ON COLUMN released_mobility_concentration.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_mobility_concentration.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_mobility_concentration.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_mobility_concentration.side IS 'Side: inbound or outbound, origins or destinations.';
COMMENT ON COLUMN released_mobility_concentration.indicator IS 'The indicator.';
COMMENT ON COLUMN released_mobility_concentration.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_mobility_concentration.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_concentration.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_concentration.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_concentration.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_concentration.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_concentration.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_mobility_concentration.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_mobility_flow AS
SELECT c.release, c.year, c.measure, c.breakdown, c.category, c.origin, c.destination, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'mobility_flow';
COMMENT ON VIEW released_mobility_flow IS 'mobility_flow as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_mobility_flow.release IS 'Name of the release.';
COMMENT ON COLUMN released_mobility_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_mobility_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_mobility_flow.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_mobility_flow.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_mobility_flow.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN released_mobility_flow.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_mobility_flow.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_mobility_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_flow.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_mobility_flow.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_mobility_volume AS
SELECT c.release, c.year, c.measure, c.origin, c.destination, c.indicator, c.category AS convention, c.unit,
       c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'mobility_volume';
COMMENT ON VIEW released_mobility_volume IS 'mobility_volume as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_mobility_volume.release IS 'Name of the release.';
COMMENT ON COLUMN released_mobility_volume.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_mobility_volume.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_mobility_volume.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN released_mobility_volume.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_mobility_volume.indicator IS 'The indicator.';
COMMENT ON COLUMN released_mobility_volume.convention IS 'How months are counted.';
COMMENT ON COLUMN released_mobility_volume.unit IS 'Unit of value.';
COMMENT ON COLUMN released_mobility_volume.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_mobility_volume.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_volume.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_volume.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_volume.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_volume.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_volume.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_mobility_volume.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_net_flow AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'net_flow';
COMMENT ON VIEW released_net_flow IS 'net_flow as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_net_flow.release IS 'Name of the release.';
COMMENT ON COLUMN released_net_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_net_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_net_flow.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_net_flow.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_net_flow.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_net_flow.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_net_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_net_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_net_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_net_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_net_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_net_flow.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_net_flow.generated IS 'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_net_flow_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'net_flow_ratio';
COMMENT ON VIEW released_net_flow_ratio IS 'net_flow_ratio as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_net_flow_ratio.release IS 'Name of the release.';
COMMENT ON COLUMN released_net_flow_ratio.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_net_flow_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_net_flow_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_net_flow_ratio.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_net_flow_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_net_flow_ratio.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_net_flow_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_net_flow_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_net_flow_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_net_flow_ratio.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_net_flow_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_net_flow_ratio.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_net_flow_ratio.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_network_indicator AS
SELECT c.release, c.year, c.indicator, c.unit, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status,
       c.conf, c.generated
FROM report_cell c WHERE c.view = 'network_indicator';
COMMENT ON VIEW released_network_indicator IS
'network_indicator as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_network_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_network_indicator.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_network_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_network_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN released_network_indicator.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_network_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_network_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_network_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_network_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_network_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_network_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_network_indicator.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_nomination_indicator AS
SELECT c.release, c.year, c.measure, c.origin, c.destination, c.indicator, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'nomination_indicator';
COMMENT ON VIEW released_nomination_indicator IS
'nomination_indicator as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_nomination_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_nomination_indicator.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_nomination_indicator.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_nomination_indicator.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN released_nomination_indicator.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_nomination_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_nomination_indicator.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_nomination_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_nomination_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_nomination_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_nomination_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_nomination_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_nomination_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_nomination_indicator.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_origin_distribution AS
SELECT c.release, c.year, c.measure, c.breakdown, c.category, c.origin, c.destination, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'origin_distribution';
COMMENT ON VIEW released_origin_distribution IS
'origin_distribution as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_origin_distribution.release IS 'Name of the release.';
COMMENT ON COLUMN released_origin_distribution.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_origin_distribution.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_origin_distribution.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_origin_distribution.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_origin_distribution.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN released_origin_distribution.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_origin_distribution.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_origin_distribution.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_origin_distribution.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_origin_distribution.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_origin_distribution.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_origin_distribution.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_origin_distribution.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_origin_distribution.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_outbound_mobility_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'outbound_mobility_ratio';
COMMENT ON VIEW released_outbound_mobility_ratio IS
'outbound_mobility_ratio as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_outbound_mobility_ratio.release IS 'Name of the release.';
COMMENT ON COLUMN released_outbound_mobility_ratio.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_outbound_mobility_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_outbound_mobility_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_outbound_mobility_ratio.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_outbound_mobility_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_outbound_mobility_ratio.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_outbound_mobility_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_outbound_mobility_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_outbound_mobility_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_outbound_mobility_ratio.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_outbound_mobility_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_outbound_mobility_ratio.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_outbound_mobility_ratio.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_quota_indicator AS
SELECT c.release, c.year, c.category AS code, c.indicator, c.value, c.numerator, c.denominator, c.lower, c.upper,
       c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'quota_indicator';
COMMENT ON VIEW released_quota_indicator IS 'quota_indicator as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_quota_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_quota_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_quota_indicator.code IS 'Name of the quota line.';
COMMENT ON COLUMN released_quota_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_quota_indicator.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_quota_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_quota_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_quota_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_quota_indicator.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_quota_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_quota_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_quota_indicator.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_rating_result AS
SELECT c.release, c.year, c.indicator AS rating, c.institution, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf, c.generated
FROM report_cell c WHERE c.view = 'rating_result';
COMMENT ON VIEW released_rating_result IS 'rating_result as released: rounded, small cells hidden. For readers.';
COMMENT ON COLUMN released_rating_result.release IS 'Name of the release.';
COMMENT ON COLUMN released_rating_result.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_rating_result.rating IS 'The rating.';
COMMENT ON COLUMN released_rating_result.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN released_rating_result.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_rating_result.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_rating_result.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_rating_result.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_rating_result.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_rating_result.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_rating_result.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN released_rating_result.generated IS
'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW released_sdmx AS
SELECT c.release AS "RELEASE", c.view AS "DATAFLOW", 'A'::text AS "FREQ", c.year AS "TIME_PERIOD",
       c.indicator AS "INDICATOR", coalesce(c.measure, '_Z') AS "MEASURE",
       coalesce(c.state, c.destination, '_Z') AS "REF_AREA", coalesce(c.origin, '_Z') AS "COUNTERPART_AREA",
       coalesce(c.institution, '_Z') AS "INSTITUTION", c.breakdown AS "BREAKDOWN", c.category AS "CATEGORY",
       c.unit AS "UNIT_MEASURE", c.value AS "OBS_VALUE", c.lower AS "OBS_LOWER", c.upper AS "OBS_UPPER",
       CASE c.status WHEN 'Z' THEN 'M' WHEN 'X' THEN 'M' ELSE c.status END AS "OBS_STATUS", c.status AS "SOCU_STATUS",
       CASE c.conf WHEN 'S' THEN 'D' ELSE c.conf END AS "CONF_STATUS"
FROM report_cell c;
COMMENT ON VIEW released_sdmx IS
'All released cells in a long layout with the names of SDMX. The code lists of SDMX are followed for OBS_STATUS, '
'CONF_STATUS (D: secondary confidentiality), _T, _U and _Z; it is no SDMX message.';
COMMENT ON COLUMN released_sdmx."RELEASE" IS 'Name of the release.';
COMMENT ON COLUMN released_sdmx."DATAFLOW" IS 'View that the cell belongs to.';
COMMENT ON COLUMN released_sdmx."FREQ" IS 'A: annual.';
COMMENT ON COLUMN released_sdmx."TIME_PERIOD" IS 'Reporting year.';
COMMENT ON COLUMN released_sdmx."INDICATOR" IS 'The indicator.';
COMMENT ON COLUMN released_sdmx."MEASURE" IS
'credit_flow, degree_stock, staff_flow, official_stock; _Z where none applies.';
COMMENT ON COLUMN released_sdmx."REF_AREA" IS 'The state, or the destination of a flow.';
COMMENT ON COLUMN released_sdmx."COUNTERPART_AREA" IS 'The origin of a flow.';
COMMENT ON COLUMN released_sdmx."INSTITUTION" IS 'The institution; _Z where none applies.';
COMMENT ON COLUMN released_sdmx."BREAKDOWN" IS 'By what it is broken down.';
COMMENT ON COLUMN released_sdmx."CATEGORY" IS 'The category.';
COMMENT ON COLUMN released_sdmx."UNIT_MEASURE" IS 'Unit of OBS_VALUE.';
COMMENT ON COLUMN released_sdmx."OBS_VALUE" IS 'The value; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN released_sdmx."OBS_LOWER" IS 'At least, for status L.';
COMMENT ON COLUMN released_sdmx."OBS_UPPER" IS 'At most, for status L.';
COMMENT ON COLUMN released_sdmx."OBS_STATUS" IS 'Observation status: A, E, P, B, M, N, L.';
COMMENT ON COLUMN released_sdmx."SOCU_STATUS" IS
'The status with Z (not applicable) and X (in another cell) kept apart from M.';
COMMENT ON COLUMN released_sdmx."CONF_STATUS" IS 'F free, C hidden, D hidden to protect another cell.';

CREATE OR REPLACE VIEW released_release AS
SELECT r.release, r.year, r.as_of, r.extracted_at, r.published_at, r.conventions FROM report_release r;
COMMENT ON VIEW released_release IS 'The releases, for readers: without the counts of hidden cells.';
COMMENT ON COLUMN released_release.year IS 'Reporting year.';
COMMENT ON COLUMN released_release.release IS 'Name of the release.';
COMMENT ON COLUMN released_release.as_of IS 'Content date.';
COMMENT ON COLUMN released_release.extracted_at IS 'Extraction time.';
COMMENT ON COLUMN released_release.published_at IS 'When it was made.';
COMMENT ON COLUMN released_release.conventions IS 'The conventions that held.';

CREATE OR REPLACE FUNCTION grant_report_reader(role_name name) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
DECLARE
    t name;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
    FOR t IN SELECT 'released_' || v.view FROM report_view v
             UNION ALL VALUES ('released_sdmx'), ('released_release') LOOP
        EXECUTE format('GRANT SELECT ON %I TO %I', t, role_name);
    END LOOP;
END
$$;
COMMENT ON FUNCTION grant_report_reader(name) IS
'Lets a role read the releases, and nothing that is exact: no records, roll-ups or internal views. To be called by the '
'owner of the network. Error: 42704 for an unknown role, 42501 without the right to grant.';
