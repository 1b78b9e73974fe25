-- report/refresh: making the roll-ups.
--
-- report_refresh() decides which reporting years to count again, takes their stays into temporary tables, and sums
-- them:
--
--   socu_report_years   where each reporting year begins, at each receiver
--   socu_report_fact    the stays, with their reporting year, days, and whether an agreement covers them
--   socu_report_sum     the stays summed by states and by all properties at once; report_rollup breaks it down
--
-- The other functions are its parts; only the owner runs them.

CREATE OR REPLACE FUNCTION report_digest(OUT origin text, OUT rules text, OUT lines text)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT format('%s/%s/%s', (SELECT c.system_identifier FROM pg_control_system() c),
                  (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()),
                  pg_relation_filenode('mobility')),
           md5(concat((SELECT to_jsonb(p)::text FROM report_convention p),
                      (SELECT string_agg(c::text, '|' ORDER BY c::text COLLATE "C") FROM socu.academic_calendar c),
                      (SELECT string_agg(k::text, '|' ORDER BY k::text COLLATE "C") FROM mobility_kind k),
                      (SELECT string_agg(format('%s %s %s %s %s %s', a.agreement, a.status, a.signed,
                                                a.validity, a.renewal, a.renewal_months), '|' ORDER BY a.agreement)
                       FROM agreement a))),
           coalesce(md5((SELECT string_agg(format('%s %s', q.quota_id, to_jsonb(q) - ARRAY['seats', 'carried_in',
                                               'carried_out', 'effective_limit', 'booking_limit', 'status', 'note']),
                                           '|' ORDER BY q.quota_id)
                         FROM quota q)), '');
END;
COMMENT ON FUNCTION report_digest() IS
'Internal: what report_state keeps to see changes. origin: database and file of the records. rules: digest of what the '
'counting depends on. lines: digest of the quota lines'' scopes.';

CREATE OR REPLACE FUNCTION report_dirty(before report_state, as_of date, OUT years int[], OUT records bigint)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
AS $$
DECLARE
    p report_params;
    gone int[];
    -- the age of the oldest transaction that the last refresh may have missed
    old constant int := age((before.snapshot_xmin::text::numeric % 4294967296)::text::xid);
    low constant date := least(as_of, before.as_of);
    high constant date := greatest(as_of, before.as_of);
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    -- rows written since; rows that another content date shows differently
    SELECT count(*),
           coalesce(array_agg(DISTINCT socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution,
                                                           p.year_start_month, p.year_start_day))
                    FILTER (WHERE age(m.xmin) <= old
                               OR low <> high AND (coalesce(m.ends_on > low, true)
                                                   OR m.status = 'accepted'
                                                      AND m.starts_on + p.arrival_days BETWEEN low AND high)), '{}')
    INTO records, years
    FROM mobility m
    WHERE socu.report_places(m.starts_on, m.ends_on);
    -- the years in which changed or removed rows were before
    SELECT coalesce(array_agg(DISTINCT socu.reporting_year(
               (w.was ->> 'starts_on')::date, w.was ->> 'receiving_state', w.was ->> 'receiving_institution',
               p.year_start_month, p.year_start_day)), '{}')
    INTO gone
    FROM (SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
          FROM mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
          WHERE age(h.xmin) <= old
          GROUP BY h.mobility_id) x
    LEFT JOIN mobility m ON m.mobility_id = x.mobility_id
    CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(m), '{}') || x.was AS was OFFSET 0) w
    WHERE socu.report_places((w.was ->> 'starts_on')::date, (w.was ->> 'ends_on')::date);
    years := years || gone;
END
$$;
COMMENT ON FUNCTION report_dirty(report_state, date) IS
'Internal: reporting years in which a record was added, changed or removed since the refresh "before", or looks '
'different on another content date; and how many records there are.';

CREATE OR REPLACE FUNCTION report_take_years(from_table text, wanted text, as_of date) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_years ON COMMIT DROP AS
        SELECT r.receiving_state, r.receiving_institution, y.year,
               socu.reporting_year_start(y.year, r.receiving_state, nullif(r.receiving_institution, '_U'), $1,
                                         $2) AS starts,
               socu.reporting_year_start(y.year + 1, r.receiving_state, nullif(r.receiving_institution, '_U'),
                                         $1, $2) AS next
        FROM (SELECT m.receiving_state, coalesce(m.receiving_institution, '_U') AS receiving_institution,
                     date_part('year', min(m.starts_on))::int - 1 AS low,
                     date_part('year', max(greatest(m.starts_on, coalesce(m.ends_on, $3))))::int + 2 AS high
              FROM %s m WHERE %s GROUP BY 1, 2) r
        CROSS JOIN LATERAL generate_series(r.low, r.high) y (year) $q$, from_table, wanted)
    USING p.year_start_month, p.year_start_day, as_of;
    ANALYZE pg_temp.socu_report_years;
END
$$;
COMMENT ON FUNCTION report_take_years(text, text, date) IS
'Internal: makes socu_report_years for the rows of from_table (SQL) that are wanted (a condition).';

CREATE OR REPLACE FUNCTION report_take_stays(from_table text, wanted text, as_of date, years int[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_fact ON COMMIT DROP AS
        SELECT m.mobility_id, m.student, m.measure, m.kind, m.status, m.sending_state, m.receiving_state,
               m.sending_institution, m.receiving_institution, m.direction, m.level, m.field,
               m.level::text COLLATE "C" AS level_category,
               left(code(m.field), 2) COLLATE "C" AS field_category, m.funding, m.agreement, m.program_code,
               m.starts_on, m.receiving_term, m.generated, m.base_year, m.there, m.open, m.last_day,
               m.last_day - m.starts_on + 1 AS days,
               socu.day_number_360(m.last_day) - socu.day_number_360(m.starts_on) + 1 AS days_360, y.next,
               coalesce(a.in_force AND (a.always OR m.starts_on >= a.since)
                        AND (a.until IS NULL OR a.until > m.starts_on OR a.renewal = 'automatic'), false) AS covered
        FROM (SELECT m.mobility_id, m.receiving_term, m.student, coalesce(k.measure, 'unknown') AS measure, m.kind,
                     m.status, m.sending_state, m.receiving_state,
                     coalesce(m.sending_institution, '_U') AS sending_institution,
                     coalesce(m.receiving_institution, '_U') AS receiving_institution, m.direction, m.level, m.field,
                     m.funding, m.agreement, m.program_code, m.starts_on, m.created_by = 'generated' AS generated,
                     socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution, $1, $2) AS base_year,
                     m.status IN ('arrived', 'completed', 'recognized', 'early_return') AS there,
                     m.ends_on IS NULL AS open, greatest(m.starts_on, coalesce(m.ends_on, $3)) AS last_day
              FROM %s m
              LEFT JOIN (SELECT DISTINCT ON (x.kind) x.kind, x.measure
                         FROM mobility_kind x ORDER BY x.kind, x.shipped) k ON k.kind = m.kind
              WHERE %s OFFSET 0) m
        JOIN pg_temp.socu_report_years y
          ON y.receiving_state = m.receiving_state AND y.receiving_institution = m.receiving_institution
             AND y.year = m.base_year
        LEFT JOIN (SELECT g.agreement, g.status <> 'draft' AS in_force,
                          coalesce(lower(g.validity), lower(edtf_range(g.signed))) AS since,
                          coalesce(lower(g.validity), lower(edtf_range(g.signed))) IS NULL AS always,
                          upper(g.validity) AS until, CASE g.status WHEN 'signed' THEN g.renewal END AS renewal
                   FROM agreement g) a ON a.agreement = m.agreement
        WHERE $4 IS NULL OR m.base_year = ANY ($4) $q$, from_table, wanted)
    USING p.year_start_month, p.year_start_day, as_of, years;
    ANALYZE pg_temp.socu_report_fact;
END
$$;
COMMENT ON FUNCTION report_take_stays(text, text, date, int[]) IS
'Internal: makes socu_report_fact, the stays that begin in the reporting years (NULL: all).';

CREATE OR REPLACE FUNCTION report_list_unplaced(records text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    -- what has no place in any year stops nothing: it is listed; where the constraint holds for all rows there is none
    DELETE FROM report_unplaced;
    IF records <> 'mobility' OR NOT EXISTS (SELECT FROM pg_constraint c
                                            WHERE c.conrelid = 'mobility'::regclass AND c.conname = 'mobility_days'
                                              AND c.convalidated AND c.contype = 'c') THEN
        EXECUTE format('INSERT INTO report_unplaced SELECT m.mobility_id, m.starts_on, m.ends_on FROM %s m
                        WHERE NOT socu.report_places(m.starts_on, m.ends_on)', records);
    END IF;
END
$$;
COMMENT ON FUNCTION report_list_unplaced(text) IS 'Internal: lists the records (SQL) that no year can hold.';

CREATE OR REPLACE FUNCTION report_list_gaps() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO report_gap (base_year, reason, value, records, first_key)
    SELECT g.base_year, g.reason, g.value, count(*), min(g.mobility_id)
    FROM (SELECT f.base_year, f.mobility_id, 'kind' AS reason, f.kind AS value
          FROM pg_temp.socu_report_fact f WHERE f.measure = 'unknown'
          UNION ALL
          SELECT f.base_year, f.mobility_id, 'state', x.state
          FROM pg_temp.socu_report_fact f
          CROSS JOIN LATERAL (VALUES (f.sending_state), (f.receiving_state)) x (state)
          LEFT JOIN state s ON s.state = x.state
          WHERE s.state IS NULL
          UNION ALL
          SELECT f.base_year, f.mobility_id, 'term', f.receiving_term::text
          FROM pg_temp.socu_report_fact f
          CROSS JOIN LATERAL (SELECT term_dates(f.receiving_term, f.receiving_state,
                                                nullif(f.receiving_institution, '_U')) AS dates) d
          WHERE f.receiving_term IS NOT NULL
            AND f.starts_on NOT BETWEEN lower(d.dates) - 60 AND upper(d.dates) + 60) g
    GROUP BY g.base_year, g.reason, g.value;
END
$$;
COMMENT ON FUNCTION report_list_gaps() IS 'Internal: lists what does not fit in the stays of socu_report_fact.';

CREATE OR REPLACE FUNCTION report_take(records text, as_of date, years int[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    from_table constant text :=
        format('(SELECT * FROM %s r WHERE socu.report_places(r.starts_on, r.ends_on))', records);
    wanted text := 'true';
BEGIN
    IF years IS NOT NULL THEN
        -- a reporting year begins at most a year and some months before the first of January of its number
        SELECT format('m.starts_on BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)',
                      coalesce(min(y), 3) - 2, coalesce(max(y), 3) + 1)
        INTO wanted FROM unnest(years) y;
    END IF;
    PERFORM report_take_years(from_table, wanted, as_of);
    PERFORM report_take_stays(from_table, wanted, as_of, years);
END
$$;
COMMENT ON FUNCTION report_take(text, date, int[]) IS
'Internal: takes the records (SQL) that begin in the reporting years (NULL: all) into temporary tables.';

CREATE OR REPLACE FUNCTION report_clear(years int[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    DELETE FROM report_gap r WHERE years IS NULL OR r.base_year = ANY (years);
    DELETE FROM report_rollup r WHERE years IS NULL OR r.base_year = ANY (years);
    DELETE FROM report_rollup_institution r WHERE years IS NULL OR r.base_year = ANY (years);
    DELETE FROM report_rollup_node r WHERE years IS NULL OR r.base_year = ANY (years);
    DELETE FROM report_rollup_person r WHERE years IS NULL OR r.base_year = ANY (years);
    DELETE FROM report_rollup_quota r WHERE years IS NULL OR r.base_year = ANY (years);
END
$$;
COMMENT ON FUNCTION report_clear(int[]) IS 'Internal: empties the roll-ups of these reporting years (NULL: all).';

CREATE OR REPLACE FUNCTION report_sum_years(as_of date) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
    long_days int;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    long_days := ceil(p.min_stay_months * CASE p.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30 END);
    CREATE TEMP TABLE socu_report_sum (
        base_year int, year int, measure text COLLATE "C", kind text COLLATE "C", direction text COLLATE "C",
        level text COLLATE "C", field text COLLATE "C", sending_state text COLLATE "C",
        receiving_state text COLLATE "C", generated boolean,
        records bigint DEFAULT 0, pending bigint DEFAULT 0, accepted bigint DEFAULT 0, rejected bigint DEFAULT 0,
        cancelled bigint DEFAULT 0, arrived bigint DEFAULT 0, early_returns bigint DEFAULT 0, awaited bigint DEFAULT 0,
        covered bigint DEFAULT 0, open bigint DEFAULT 0, planned bigint DEFAULT 0, stays bigint DEFAULT 0,
        long_stays bigint DEFAULT 0, stay_days bigint DEFAULT 0, stay_days_360 bigint DEFAULT 0,
        days bigint DEFAULT 0, days_360 bigint DEFAULT 0) ON COMMIT DROP;
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, f.base_year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level_category, '_U'),
           coalesce(f.field_category, '_U'), f.sending_state, f.receiving_state, f.generated,
           count(*), count(*) FILTER (WHERE f.status = 'submitted'),
           count(*) FILTER (WHERE f.there OR f.status IN ('accepted', 'no_show', 'cancelled')),
           count(*) FILTER (WHERE f.status = 'rejected'), count(*) FILTER (WHERE f.status = 'cancelled'),
           count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.status = 'early_return'),
           count(*) FILTER (WHERE f.status = 'accepted' AND f.starts_on + p.arrival_days > as_of),
           count(*) FILTER (WHERE f.there AND f.covered), count(*) FILTER (WHERE f.there AND f.open),
           count(*) FILTER (WHERE f.status = 'arrived' AND NOT f.open),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock'),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock'
                              AND CASE p.month_convention WHEN 'm30e360' THEN f.days_360 ELSE f.days END >= long_days),
           coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0),
           coalesce(sum(least(f.days, f.next - f.starts_on)) FILTER (WHERE f.there), 0),
           coalesce(sum(CASE WHEN f.last_day < f.next THEN f.days_360
                             ELSE socu.day_number_360(f.next - 1) - socu.day_number_360(f.starts_on) + 1 END)
                    FILTER (WHERE f.there), 0)
    FROM pg_temp.socu_report_fact f
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
END
$$;
COMMENT ON FUNCTION report_sum_years(date) IS
'Internal: makes socu_report_sum with what belongs to the reporting year in which the stays begin.';

CREATE OR REPLACE FUNCTION report_sum_later(as_of date) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    -- the days that fall in later years
    INSERT INTO pg_temp.socu_report_sum (base_year, year, measure, kind, direction, level, field, sending_state,
                                         receiving_state, generated, open, planned, days, days_360)
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level_category, '_U'),
           coalesce(f.field_category, '_U'), f.sending_state, f.receiving_state, f.generated,
           count(*) FILTER (WHERE f.open), count(*) FILTER (WHERE f.status = 'arrived' AND NOT f.open),
           sum(least(f.last_day, y.next - 1) - y.starts + 1),
           sum(socu.day_number_360(least(f.last_day, y.next - 1)) - socu.day_number_360(y.starts - 1))
    FROM pg_temp.socu_report_fact f
    JOIN pg_temp.socu_report_years y
      ON y.receiving_state = f.receiving_state AND y.receiving_institution = f.receiving_institution
         AND y.year > f.base_year AND y.starts <= f.last_day
    WHERE f.there AND f.last_day >= f.next
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    -- the stock on the cut-off date of each year
    INSERT INTO pg_temp.socu_report_sum (base_year, year, measure, kind, direction, level, field, sending_state,
                                         receiving_state, generated, stays)
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level_category, '_U'),
           coalesce(f.field_category, '_U'), f.sending_state, f.receiving_state, f.generated, count(*)
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(extract(year FROM f.starts_on)::int,
                                       extract(year FROM f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock'
      AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    ANALYZE pg_temp.socu_report_sum;
END
$$;
COMMENT ON FUNCTION report_sum_later(date) IS
'Internal: adds to socu_report_sum what belongs to other years: the days that fall in later ones, and the stocks.';

CREATE OR REPLACE FUNCTION report_roll_states() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    -- in all and by one property at a time; stays within a state are in no margin
    INSERT INTO report_rollup
    SELECT q.base_year, q.year, q.measure, q.breakdown, q.category, x.origin, x.destination, q.generated,
           sum(q.records), sum(q.pending), sum(q.accepted), sum(q.rejected), sum(q.cancelled), sum(q.arrived),
           sum(q.early_returns), sum(q.awaited), sum(q.covered), sum(q.open), sum(q.planned), sum(q.stays),
           sum(q.long_stays), sum(q.stay_days), sum(q.stay_days_360), sum(q.days), sum(q.days_360)
    FROM (SELECT r.base_year, r.year, r.measure, b.breakdown, b.category, r.sending_state, r.receiving_state,
                 r.generated, sum(r.records) AS records, sum(r.pending) AS pending, sum(r.accepted) AS accepted,
                 sum(r.rejected) AS rejected, sum(r.cancelled) AS cancelled, sum(r.arrived) AS arrived,
                 sum(r.early_returns) AS early_returns, sum(r.awaited) AS awaited, sum(r.covered) AS covered,
                 sum(r.open) AS open, sum(r.planned) AS planned, sum(r.stays) AS stays,
                 sum(r.long_stays) AS long_stays, sum(r.stay_days) AS stay_days,
                 sum(r.stay_days_360) AS stay_days_360, sum(r.days) AS days, sum(r.days_360) AS days_360
          FROM pg_temp.socu_report_sum r
          CROSS JOIN LATERAL (VALUES
              ('total', '_T'),
              ('kind', r.kind),
              ('direction', r.direction),
              ('level', r.level),
              ('field', r.field)) b (breakdown, category)
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) q
    CROSS JOIN LATERAL (
        SELECT q.sending_state AS origin, q.receiving_state AS destination
        UNION ALL
        SELECT y.o, y.d
        FROM (VALUES (q.sending_state, '_T'), ('_T', q.receiving_state), ('_T', '_T')) y (o, d)
        WHERE q.sending_state <> q.receiving_state) x
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ORDER BY 2, 4, 3; -- what is read together stands together
    DROP TABLE pg_temp.socu_report_sum;
END
$$;
COMMENT ON FUNCTION report_roll_states() IS 'Internal: fills report_rollup from socu_report_sum, and drops that.';

CREATE OR REPLACE FUNCTION report_roll_institutions(as_of date, years int[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    INSERT INTO report_rollup_institution
    SELECT f.base_year, f.base_year, f.measure, f.sending_state, f.receiving_state, f.sending_institution,
           f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'), f.generated,
           count(*), sum(f.days), sum(f.days_360), max(f.starts_on)
    FROM pg_temp.socu_report_fact f WHERE f.there AND f.measure <> 'degree_stock'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    INSERT INTO report_rollup_institution
    SELECT f.base_year, y.year, f.measure, f.sending_state, f.receiving_state, f.sending_institution,
           f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'), f.generated,
           count(*), sum(CASE WHEN y.year = f.base_year THEN f.days ELSE 0 END),
           sum(CASE WHEN y.year = f.base_year THEN f.days_360 ELSE 0 END), max(f.starts_on)
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(date_part('year', f.starts_on)::int,
                                       date_part('year', f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock'
      AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    INSERT INTO report_rollup_node
    SELECT r.base_year, r.year, r.measure, x.role, x.state, x.institution, r.direction, r.generated, sum(r.stays)
    FROM report_rollup_institution r
    CROSS JOIN LATERAL (VALUES ('origin', r.sending_state, r.sending_institution),
                               ('destination', r.receiving_state, r.receiving_institution)) x (role, state, institution)
    WHERE (years IS NULL OR r.base_year = ANY (years)) AND r.measure <> 'unknown'
      AND r.sending_state <> r.receiving_state
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
END
$$;
COMMENT ON FUNCTION report_roll_institutions(date, int[]) IS
'Internal: fills report_rollup_institution from socu_report_fact, and report_rollup_node from that.';

CREATE OR REPLACE FUNCTION report_roll_persons() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO report_rollup_person
    SELECT f.base_year, f.measure, coalesce(f.sending_state, '_T'), coalesce(f.receiving_state, '_T'),
           count(*) - count(DISTINCT f.student)
    FROM pg_temp.socu_report_fact f
    JOIN (SELECT g.base_year, g.measure, g.student FROM pg_temp.socu_report_fact g
          WHERE g.there AND g.measure <> 'degree_stock' AND g.sending_state <> g.receiving_state
          GROUP BY 1, 2, 3 HAVING count(*) > 1) r USING (base_year, measure, student)
    WHERE f.there AND f.sending_state <> f.receiving_state
    GROUP BY GROUPING SETS ((f.base_year, f.measure, f.sending_state, f.receiving_state),
                            (f.base_year, f.measure, f.sending_state),
                            (f.base_year, f.measure, f.receiving_state), (f.base_year, f.measure));
END
$$;
COMMENT ON FUNCTION report_roll_persons() IS
'Internal: fills report_rollup_person from the persons of socu_report_fact with more than one stay in the year.';

CREATE OR REPLACE FUNCTION report_quota_matches() RETURNS SETOF text
    LANGUAGE network_plpgsql STABLE PARALLEL SAFE ROWS 5
AS $$
DECLARE
    keys constant text[] := '{sending_state,receiving_state,sending_institution,receiving_institution,direction,kind,'
                            'funding,agreement}';
BEGIN
    -- one join for each set of columns that lines name, so that it can be hashed
    RETURN QUERY
        SELECT concat('JOIN quota q ON f.starts_on <@ q.validity',
                      (SELECT string_agg(format(CASE WHEN k = ANY (n.named) THEN ' AND q.%1$I = f.%1$I'
                                                     ELSE ' AND q.%1$I IS NULL' END, k), '') FROM unnest(keys) k),
                      ' AND (q.program_code IS NULL OR f.program_code <@ q.program_code)',
                      ' AND (q.levels IS NULL OR f.level = ANY (q.levels))',
                      ' AND (q.fields IS NULL OR EXISTS (SELECT FROM unnest(q.fields) g'
                      ' WHERE f.field <@ g))')
        FROM (SELECT DISTINCT ARRAY(SELECT k FROM unnest(keys) k WHERE to_jsonb(l) -> k <> 'null') AS named
              FROM quota l WHERE l.status <> 'draft' AND NOT l.balance) n;
END
$$;
COMMENT ON FUNCTION report_quota_matches() IS
'Internal: joins (SQL) of stays f to the quota lines q that they fall under.';

CREATE OR REPLACE FUNCTION report_roll_quotas(as_of date) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    m text;
    arrival_days int;
BEGIN
    SELECT p.arrival_days INTO STRICT arrival_days FROM report_convention p;
    FOR m IN SELECT s FROM report_quota_matches() s LOOP
        EXECUTE format($q$
            INSERT INTO report_rollup_quota
            SELECT q.quota_id, f.base_year, count(*) FILTER (WHERE f.status = 'submitted'),
                   count(*) FILTER (WHERE f.there OR f.status IN ('accepted', 'no_show', 'cancelled')),
                   count(*) FILTER (WHERE f.status = 'rejected'), count(*) FILTER (WHERE f.status = 'cancelled'),
                   count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.status = 'early_return'),
                   count(*) FILTER (WHERE f.status = 'accepted' AND f.starts_on + $1 > $2),
                   coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0)
            FROM pg_temp.socu_report_fact f %s
            WHERE q.status <> 'draft' AND NOT q.balance
            GROUP BY 1, 2 $q$, m)
        USING arrival_days, as_of;
    END LOOP;
END
$$;
COMMENT ON FUNCTION report_roll_quotas(date) IS
'Internal: fills report_rollup_quota: the stays of socu_report_fact under each quota line.';

CREATE OR REPLACE FUNCTION report_count_years(records text, as_of date, years int[]) RETURNS int[]
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    years_counted int[];
BEGIN
    PERFORM report_take(records, as_of, years);
    PERFORM report_clear(years);
    PERFORM report_list_gaps();
    PERFORM report_sum_years(as_of);
    PERFORM report_sum_later(as_of);
    PERFORM report_roll_states();
    PERFORM report_roll_institutions(as_of, years);
    PERFORM report_roll_persons();
    PERFORM report_roll_quotas(as_of);
    SELECT coalesce(array_agg(DISTINCT y ORDER BY y), '{}') INTO years_counted
    FROM (SELECT f.base_year FROM pg_temp.socu_report_fact f UNION ALL SELECT unnest(years)) d (y);
    DROP TABLE pg_temp.socu_report_fact, pg_temp.socu_report_years;
    -- the views join these; a plan made without knowing their sizes can take a minute instead of a moment
    ANALYZE report_rollup, report_rollup_institution, report_rollup_node, report_rollup_person,
            report_rollup_quota;
    RETURN years_counted;
END
$$;
COMMENT ON FUNCTION report_count_years(text, date, int[]) IS
'Internal: counts the records (SQL) of the reporting years (NULL: all) into the roll-ups. Returns the years counted.';

CREATE OR REPLACE FUNCTION report_refresh(as_of date DEFAULT CURRENT_DATE, at timestamptz DEFAULT NULL,
    everything boolean DEFAULT false) RETURNS int[]
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    before report_state;
    digest record;
    now_xmin xid8;
    total bigint;
    counted bigint;
    years int[]; -- NULL: all
    years_counted int[];
    records constant text := CASE WHEN at IS NULL THEN 'mobility' ELSE format('mobility_at(%L)', at) END;
BEGIN
    IF NOT coalesce(socu.report_places(as_of, as_of), false) THEN
        RAISE EXCEPTION 'as_of cannot be %', coalesce(as_of::text, 'NULL') USING ERRCODE = 'datetime_field_overflow',
            HINT = 'Give a day of the years 1900 to 2199.';
    END IF;
    LOCK TABLE report_state IN EXCLUSIVE MODE;
    SELECT * INTO before FROM report_state;
    SELECT * INTO digest FROM report_digest();
    now_xmin := pg_snapshot_xmin(pg_current_snapshot());
    IF NOT (everything OR at IS NOT NULL OR before.one IS NULL OR before.snapshot_xmin IS NULL
            OR before.origin <> digest.origin OR before.rules <> digest.rules OR before.lines <> digest.lines
            OR now_xmin::text::numeric - before.snapshot_xmin::text::numeric > 1000000000) THEN
        SELECT d.years, d.records INTO years, total FROM report_dirty(before, as_of) d;
    END IF;

    PERFORM report_list_unplaced(records);
    years_counted := years;
    IF years IS NULL OR cardinality(years) > 0 THEN
        years_counted := report_count_years(records, as_of, years);
    END IF;

    SELECT coalesce(sum(r.records), 0) INTO counted
    FROM report_rollup r WHERE r.breakdown = 'total' AND socu.report_pair(r.origin, r.destination);
    IF counted <> total THEN
        -- rows vanished without a trace, or came while we counted
        RETURN report_refresh(as_of, at, true);
    END IF;
    DELETE FROM report_state;
    INSERT INTO report_state (refreshed_at, extracted_at, as_of, snapshot_xmin, origin, rules, lines,
                                   records, params, years)
    SELECT now(), coalesce(at, now()), as_of, CASE WHEN at IS NULL THEN now_xmin END, digest.origin, digest.rules,
           digest.lines, counted, p.params,
           ARRAY(SELECT DISTINCT r.year FROM report_rollup r WHERE r.breakdown = 'total' ORDER BY r.year)
    FROM report_convention p;
    RETURN years_counted;
END
$$;
COMMENT ON FUNCTION report_refresh(date, timestamptz, boolean) IS
'Brings the roll-ups behind the report views up to date and returns the reporting years that were counted again: those '
'in which a record was added, changed or removed since the last time; all after a change of the calendar, the kinds, '
'the agreements, the quota lines'' scopes or the conventions. at shows the records as they stood then (until the next '
'refresh). One refresh at a time. Records are not slowed down: nothing is written when they change.';

REVOKE ALL ON FUNCTION report_digest(), report_dirty(report_state, date),
    report_take_years(text, text, date), report_take_stays(text, text, date, int[]),
    report_take(text, date, int[]), report_list_unplaced(text), report_list_gaps(),
    report_count_years(text, date, int[]), report_clear(int[]), report_sum_years(date),
    report_sum_later(date), report_roll_states(), report_roll_institutions(date, int[]),
    report_roll_persons(), report_quota_matches(), report_roll_quotas(date),
    report_refresh(date, timestamptz, boolean) FROM PUBLIC;
