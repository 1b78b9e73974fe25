-- report/release: publishing.
--
-- What is printed of counts of persons and stays is drawn, not rounded by rule: socu.report_print().  The draw comes
-- from a keyed hash of the persons behind the count, so that one set of persons is printed alike in every table, and is
-- kept for the next release of the year.  Every rate, mean, share and index is computed from printed counts.  A count
-- is listed if it is printed above 0.
--
--   socu_report_stay     the stays and nominations of the year, with the keys of their persons
--   socu_report_count    counts: how many stays and persons, and the sum of their keys
--   socu_report_printed  the same as printed
--   socu_report_out      what is published

-- ---- the tables ----

COMMENT ON TABLE report_release IS
'Releases: a year''s figures as published. A revision is a new release; the older one stays.';
COMMENT ON COLUMN report_release.release IS 'Name of the release.';
COMMENT ON COLUMN report_release.year IS 'Reporting year.';
COMMENT ON COLUMN report_release.as_of IS 'Content date.';
COMMENT ON COLUMN report_release.extracted_at IS
'Time whose records are shown: report_refresh(as_of, extracted_at) shows them again.';
COMMENT ON COLUMN report_release.refreshed_at IS 'When the roll-ups were refreshed.';
COMMENT ON COLUMN report_release.published_at IS 'When it was made.';
COMMENT ON COLUMN report_release.conventions IS 'The row of report_params that held.';
COMMENT ON COLUMN report_release.method IS 'How counts are printed: rr5, ckm or hesa5.';
COMMENT ON COLUMN report_release.generated IS 'True if rows of the generator are in it.';
COMMENT ON COLUMN report_release.cells IS 'Cells in the release.';
COMMENT ON TABLE report_cell IS 'The cells of the releases; readers see them through the released_ views.';
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
'The count as printed, or the indicator of printed counts, in its unit; NULL if missing, bounded or not applicable.';
COMMENT ON COLUMN report_cell.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN report_cell.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN report_cell.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN report_cell.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN report_cell.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN report_cell.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';
COMMENT ON INDEX report_cell_view IS 'One view of one year.';
COMMENT ON COLUMN report_cell.view IS 'View that the cell belongs to.';
COMMENT ON COLUMN report_cell.cell IS 'Number of the cell in the release.';
COMMENT ON TABLE report_draw IS
'What was drawn for each count of a year when it was first published: later releases print by it again.';
COMMENT ON COLUMN report_draw.count IS 'The count: what, measure, breakdown, category, origin, destination.';
COMMENT ON COLUMN report_draw.draw IS 'The draw, from 0 below 2^32.';
COMMENT ON COLUMN report_draw.year IS 'Reporting year: the calendar year in which the academic year ends.';

CREATE OR REPLACE FUNCTION report_secret_now() RETURNS bytea
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    here constant oid := (SELECT c.relnamespace FROM pg_class c WHERE c.oid = 'report_release'::regclass);
    known bytea;
BEGIN
    SELECT s.secret INTO known FROM socu.network_secret s WHERE s.network = here;
    IF known IS NULL THEN
        known := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
        INSERT INTO socu.network_secret (network, secret) VALUES (here, known);
    END IF;
    RETURN known;
END
$$;
COMMENT ON FUNCTION report_secret_now() IS 'Internal: the secret of the network; the first time one is made.';

CREATE OR REPLACE FUNCTION report_refuse_stale(year int) RETURNS void
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
AS $$
DECLARE
    s report_state;
    differ bigint;
BEGIN
    SELECT * INTO STRICT s FROM report_state;
    IF s.snapshot_xmin IS NOT NULL THEN
        SELECT count(*) INTO differ
        FROM (SELECT c.measure, c.breakdown, c.category, c.origin, c.destination, c.stays
              FROM pg_temp.socu_report_count c WHERE c.what = 'flow') now_there
        FULL JOIN (SELECT r.measure, r.breakdown, r.category, r.origin, r.destination, sum(r.stays)::bigint AS stays
                   FROM report_rollup r
                   WHERE r.year = report_refuse_stale.year AND r.stays > 0 AND r.measure <> 'unknown'
                     AND (r.origin <> r.destination OR r.origin = '_T')
                   GROUP BY 1, 2, 3, 4, 5) rolled_up USING (measure, breakdown, category, origin, destination)
        WHERE now_there.stays IS DISTINCT FROM rolled_up.stays;
    END IF;
    IF differ > 0 OR s.rules <> (SELECT d.rules FROM report_digest() d) THEN
        RAISE EXCEPTION 'records of % have changed since the roll-ups were refreshed', year
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = CASE WHEN differ > 0 THEN format('%s counts differ.', differ)
                                ELSE 'A calendar, kind, agreement or convention is another one now.' END,
                  HINT = 'Call report_refresh() first, or publish what it saw: allow_stale => true.';
    END IF;
END
$$;
COMMENT ON FUNCTION report_refuse_stale(int) IS
'Internal: refuses to publish a year whose counts in socu_report_count are not those of the roll-ups. Error: 55000.';

CREATE OR REPLACE FUNCTION report_take_persons(year int, secret bytea, past boolean) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    s report_state;
    p report_params;
    cut date;
    records text;
    wanted text;
BEGIN
    SELECT * INTO STRICT s FROM report_state;
    SELECT * INTO STRICT p FROM report_convention;
    cut := make_date(year - 1, p.cutoff_month, p.cutoff_day);
    records := format('(SELECT * FROM %s r WHERE socu.report_places(r.starts_on, r.ends_on))',
                      CASE WHEN past OR s.snapshot_xmin IS NULL THEN format('mobility_at(%L)', s.extracted_at)
                           ELSE 'mobility' END);
    wanted := format('(m.starts_on BETWEEN %L AND %L OR m.starts_on <= %L AND coalesce(m.ends_on, %L) >= %L
                       AND m.kind IN (SELECT k.kind FROM mobility_kind k WHERE k.measure = %L))',
                     make_date(year - 2, 1, 1), make_date(year + 1, 12, 31), cut, s.as_of, cut, 'degree_stock');
    PERFORM report_take_years(records, wanted, s.as_of);
    PERFORM report_take_stays(records, wanted, s.as_of, NULL);
    CREATE TEMP TABLE socu_report_stay ON COMMIT DROP AS
    SELECT f.student, k.key, f.measure, f.kind, f.direction, f.level, f.field, f.level_category, f.field_category,
           f.sending_state,
                   f.receiving_state, f.sending_institution, f.receiving_institution, f.funding, f.agreement,
           f.program_code, f.status, f.there,
           f.covered, f.starts_on, f.days, f.days_360, f.generated, f.base_year = year AS begun,
           f.there AND f.sending_state <> f.receiving_state
           AND CASE f.measure WHEN 'degree_stock' THEN cut BETWEEN f.starts_on AND least(f.last_day, s.as_of)
                              ELSE f.base_year = year END AS counted
    FROM pg_temp.socu_report_fact f
    JOIN (SELECT d.student, socu.report_hmac(secret, 'person ' || d.student) AS key
          FROM (SELECT DISTINCT g.student FROM pg_temp.socu_report_fact g) d) k ON k.student = f.student
    WHERE f.measure <> 'unknown' AND (f.base_year = year OR f.measure = 'degree_stock');
    ANALYZE pg_temp.socu_report_stay;
    DROP TABLE pg_temp.socu_report_fact, pg_temp.socu_report_years;
    CREATE TEMP TABLE socu_report_count (
        what text, measure text, breakdown text, category text, origin text, destination text, stays bigint,
        persons bigint, keys numeric) ON COMMIT DROP;
END
$$;
COMMENT ON FUNCTION report_take_persons(int, bytea, boolean) IS
'Internal: makes socu_report_stay, with the keys of persons under the secret, and an empty socu_report_count. past: '
'the records as the last refresh saw them.';

CREATE OR REPLACE FUNCTION report_count_states(what text, wanted text, parts text[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    -- persons with one stay are summed; those with more are counted once in each cell
    EXECUTE format($q$
        INSERT INTO pg_temp.socu_report_count
        WITH fine AS (
            SELECT f.measure, f.kind, coalesce(f.direction, '_U') AS direction,
                   coalesce(f.level_category, '_U') AS level, coalesce(f.field_category, '_U') AS field,
                   f.sending_state, f.receiving_state,
                   CASE WHEN f.times > 1 THEN f.student END AS who, count(*) AS stays, sum(f.key) AS keys,
                   max(f.key) AS key
            FROM (SELECT g.*, count(*) OVER (PARTITION BY g.measure, g.student) AS times
                  FROM pg_temp.socu_report_stay g WHERE %s) f
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
        cell AS (
            SELECT r.measure, b.breakdown, b.category, x.origin, x.destination, r.who, sum(r.stays) AS stays,
                   CASE WHEN r.who IS NULL THEN sum(r.stays) ELSE 1 END AS persons,
                   CASE WHEN r.who IS NULL THEN sum(r.keys) ELSE max(r.key) END AS keys
            FROM fine r
            CROSS JOIN LATERAL (VALUES ('total', '_T'), ('kind', r.kind), ('direction', r.direction),
                                       ('level', r.level), ('field', r.field)) b (breakdown, category)
            CROSS JOIN LATERAL (VALUES (r.sending_state, r.receiving_state), (r.sending_state, '_T'),
                                       ('_T', r.receiving_state), ('_T', '_T')) x (origin, destination)
            WHERE b.breakdown = ANY ($1)
            GROUP BY 1, 2, 3, 4, 5, 6)
        SELECT %L, c.measure, c.breakdown, c.category, c.origin, c.destination, sum(c.stays), sum(c.persons),
               sum(c.keys)
        FROM cell c GROUP BY 2, 3, 4, 5, 6 $q$, wanted, what) USING parts;
END
$$;
COMMENT ON FUNCTION report_count_states(text, text, text[]) IS
'Internal: counts the stays of socu_report_stay that are wanted (SQL) by states, with margins, in all and by parts.';

CREATE OR REPLACE FUNCTION report_count_institutions() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO pg_temp.socu_report_count
    SELECT 'institution', c.measure, 'role', c.role, c.state, c.institution, sum(c.stays), count(*), sum(c.key)
    FROM (SELECT f.measure, x.role, x.state, x.institution, f.student, count(*) AS stays, max(f.key) AS key
          FROM pg_temp.socu_report_stay f
          CROSS JOIN LATERAL (VALUES ('origin', f.sending_state, f.sending_institution),
                                     ('destination', f.receiving_state, f.receiving_institution))
              x (role, state, institution)
          WHERE f.counted GROUP BY 1, 2, 3, 4, 5) c
    GROUP BY 2, 4, 5, 6;
END
$$;
COMMENT ON FUNCTION report_count_institutions() IS
'Internal: counts the stays of socu_report_stay by institution (origin and destination hold state and institution).';

CREATE OR REPLACE FUNCTION report_count_quotas() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    m text;
BEGIN
    CREATE TEMP TABLE socu_report_match (line text, student text, key bigint, used boolean, bound boolean)
        ON COMMIT DROP;
    FOR m IN SELECT s FROM report_quota_matches() s LOOP
        EXECUTE format($q$
            INSERT INTO pg_temp.socu_report_match
            SELECT CASE WHEN q.effective_limit >= 10 THEN q.code ELSE '_O' END, f.student, f.key, f.there,
                   f.there OR f.status IN ('accepted', 'no_show', 'submitted')
            FROM pg_temp.socu_report_stay f %s
            WHERE f.begun AND q.status <> 'draft' AND NOT q.balance AND q.limited = 'limited'
              AND q.unit IN ('seats', 'stays', 'persons') $q$, m);
    END LOOP;
    INSERT INTO pg_temp.socu_report_count
    SELECT x.what, 'quota', 'quota', x.line, '_T', '_T', sum(x.stays), count(*), sum(x.key)
    FROM (SELECT w.what, c.line, c.student, count(*) AS stays, max(c.key) AS key
          FROM pg_temp.socu_report_match c
          CROSS JOIN LATERAL (VALUES ('quota bound', c.bound), ('quota used', c.used)) w (what, holds)
          WHERE w.holds GROUP BY 1, 2, 3) x
    GROUP BY 1, 4;
    DROP TABLE pg_temp.socu_report_match;
END
$$;
COMMENT ON FUNCTION report_count_quotas() IS
'Internal: counts stays under each quota line of ten seats or more; the smaller lines are one, _O.';

CREATE OR REPLACE FUNCTION report_print_counts(year int, method text, secret bytea) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    ALTER TABLE pg_temp.socu_report_count ADD COLUMN name text;
    UPDATE pg_temp.socu_report_count c
    SET name = jsonb_build_array(c.what, c.measure, c.breakdown, c.category, c.origin, c.destination)::text;
    -- a count that was drawn for an earlier release of the year keeps its draw
    INSERT INTO report_draw (year, count, draw)
    SELECT report_print_counts.year, c.name,
           (socu.report_hmac(secret, format('draw %s %s', report_print_counts.year, c.keys)) >> 32) & 4294967295
    FROM pg_temp.socu_report_count c
    ON CONFLICT DO NOTHING;
    CREATE TEMP TABLE socu_report_printed ON COMMIT DROP AS
    SELECT c.what, c.measure, c.breakdown, c.category, c.origin, c.destination, c.stays AS exact,
           socu.report_print(method, c.stays, d.draw) AS stays, socu.report_print(method, c.persons, d.draw) AS persons
    FROM pg_temp.socu_report_count c
    JOIN report_draw d ON d.year = report_print_counts.year AND d.count = c.name;
    CREATE INDEX ON pg_temp.socu_report_printed (what, measure, breakdown, category);
    ANALYZE pg_temp.socu_report_printed;
    CREATE TEMP TABLE socu_report_out (
        view text, indicator text, measure text, unit text, breakdown text, category text, origin text,
        destination text, state text, institution text, value numeric, numerator numeric, denominator numeric,
        lower numeric, upper numeric, status text DEFAULT 'A') ON COMMIT DROP;
END
$$;
COMMENT ON FUNCTION report_print_counts(int, text, bytea) IS
'Internal: draws for the counts of socu_report_count, makes socu_report_printed, and an empty socu_report_out.';

CREATE OR REPLACE FUNCTION report_out_flows(least_denominator int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value)
    SELECT 'mobility_flow', p.measure, p.measure, CASE p.measure WHEN 'degree_stock' THEN 'persons' ELSE 'stays' END,
           p.breakdown, p.category, p.origin, p.destination, p.stays
    FROM pg_temp.socu_report_printed p WHERE p.what = 'flow' AND p.stays > 0;
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, state, institution, value)
    SELECT 'institution_flow', p.measure, p.measure, CASE p.measure WHEN 'degree_stock' THEN 'persons' ELSE 'stays' END,
           'role', p.category, p.origin, p.destination, p.stays
    FROM pg_temp.socu_report_printed p WHERE p.what = 'institution' AND p.stays > 0;
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value, numerator, denominator)
    SELECT 'origin_distribution', 'origin_distribution', p.measure, '%', p.breakdown, p.category, p.origin,
           p.destination, least(100, round(100.0 * p.stays / t.stays)), p.stays, t.stays
    FROM pg_temp.socu_report_printed p
    JOIN pg_temp.socu_report_printed t
      ON t.what = 'flow' AND t.measure = p.measure AND t.breakdown = p.breakdown AND t.category = p.category
         AND t.origin = '_T' AND t.destination = p.destination
    WHERE p.what = 'flow' AND p.stays > 0 AND socu.report_pair(p.origin, p.destination)
      AND t.stays >= least_denominator;
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value)
    SELECT 'mobility_volume', x.indicator, p.measure, x.indicator, 'convention', '_Z', p.origin, p.destination, x.value
    FROM pg_temp.socu_report_printed p
    CROSS JOIN LATERAL (VALUES ('stays', p.stays), ('persons', p.persons)) x (indicator, value)
    WHERE p.what = 'flow' AND p.breakdown = 'total' AND p.measure <> 'degree_stock' AND x.value > 0;
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value, numerator, denominator)
    SELECT 'mobility_volume', 'long_stay_share', p.measure, '%', 'convention', '_Z', p.origin, p.destination,
           least(100, round(100.0 * coalesce(l.stays, 0) / p.stays)), coalesce(l.stays, 0), p.stays
    FROM pg_temp.socu_report_printed p
    LEFT JOIN pg_temp.socu_report_printed l ON l.what = 'long' AND l.measure = p.measure AND l.breakdown = 'total'
         AND l.origin = p.origin AND l.destination = p.destination
    WHERE p.what = 'flow' AND p.breakdown = 'total' AND p.measure = 'credit_flow' AND p.stays >= least_denominator;
END
$$;
COMMENT ON FUNCTION report_out_flows(int) IS
'Internal: publishes the printed flows of states and institutions, shares of origins, and volumes.';

CREATE OR REPLACE FUNCTION report_out_means() RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    p report_params;
    month numeric;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    month := CASE p.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30 END;
    -- as many stays as are printed: the first by key are left out or taken twice; no stay is longer than 400 days
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value, numerator, denominator)
    SELECT 'mobility_volume', x.indicator, m.measure, x.unit, 'convention',
           CASE m.measure WHEN 'staff_flow' THEN '_Z' ELSE p.month_convention END, m.origin, m.destination, x.value,
           x.numerator, x.denominator
    FROM (SELECT c.measure, c.origin, c.destination, c.printed,
                 round(2 * (sum(c.days) + sign(c.printed - count(*))
                            * coalesce(sum(c.days) FILTER (WHERE c.nth <= abs(c.printed - c.n)), 0))
                       / c.printed / CASE c.measure WHEN 'staff_flow' THEN 1 ELSE month END) / 2 AS mean
          FROM (SELECT q.measure, q.origin, q.destination, q.stays AS printed, q.exact AS n,
                       least(400, CASE p.month_convention WHEN 'm30e360' THEN f.days_360 ELSE f.days END) AS days,
                       row_number() OVER (PARTITION BY q.measure, q.origin, q.destination
                                          ORDER BY f.key, f.starts_on) AS nth
                FROM pg_temp.socu_report_stay f
                CROSS JOIN LATERAL (VALUES (f.sending_state, f.receiving_state), (f.sending_state, '_T'),
                                           ('_T', f.receiving_state), ('_T', '_T')) x (origin, destination)
                JOIN pg_temp.socu_report_printed q
                  ON q.what = 'flow' AND q.breakdown = 'total' AND q.measure = f.measure AND q.origin = x.origin
                     AND q.destination = x.destination
                WHERE f.counted AND f.measure <> 'degree_stock' AND q.stays >= 10) c
          GROUP BY c.measure, c.origin, c.destination, c.printed, c.n) m
    CROSS JOIN LATERAL (VALUES
        (CASE m.measure WHEN 'staff_flow' THEN 'days_per_stay' ELSE 'mean_stay' END,
         CASE m.measure WHEN 'staff_flow' THEN 'days' ELSE 'months' END, m.mean, NULL::numeric, m.printed),
        (CASE m.measure WHEN 'staff_flow' THEN 'working_days' ELSE 'student_months' END,
         CASE m.measure WHEN 'staff_flow' THEN 'days' ELSE 'months' END, m.mean * m.printed, NULL, m.printed))
        x (indicator, unit, value, numerator, denominator);
END
$$;
COMMENT ON FUNCTION report_out_means() IS
'Internal: publishes means of the lengths of stays over ten printed stays or more, in steps of a half, and mean x '
'stays.';

CREATE OR REPLACE FUNCTION report_out_states(year int, least_denominator int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, state, value, numerator,
                                         denominator)
    SELECT x.view, x.view, s.measure, x.unit, s.breakdown, s.category, s.state, x.value, x.numerator, x.denominator
    FROM (SELECT p.measure, p.breakdown, p.category, d.state,
                 coalesce(max(p.stays) FILTER (WHERE d.incoming), 0) AS inbound,
                 coalesce(max(p.stays) FILTER (WHERE NOT d.incoming), 0) AS outbound
          FROM pg_temp.socu_report_printed p
          CROSS JOIN LATERAL (SELECT p.destination AS state, true AS incoming
                              WHERE p.origin = '_T' AND p.destination <> '_T'
                              UNION ALL
                              SELECT p.origin, false WHERE p.destination = '_T' AND p.origin <> '_T') d
          WHERE p.what = 'flow' AND p.measure <> 'staff_flow' AND p.stays > 0
          GROUP BY 1, 2, 3, 4) s
    LEFT JOIN pg_temp.socu_report_printed t
      ON t.what = 'flow' AND t.measure = s.measure AND t.breakdown = s.breakdown AND t.category = s.category
         AND t.origin = '_T' AND t.destination = '_T'
    -- what offices publish is exact: rates over it are those of the printed numerator
    LEFT JOIN (SELECT o.* FROM official_series o WHERE o.measure = 'enrolled' AND o.breakdown = 'total'
                    AND o.unit = 'persons' AND o.sex = '_T' AND o.status NOT IN ('L', 'M')) e
      ON e.year = report_out_states.year AND e.state = s.state AND s.breakdown IN ('total', 'level')
         AND e.level = CASE s.breakdown WHEN 'level' THEN s.category ELSE '_T' END
    LEFT JOIN (SELECT o.* FROM official_series o WHERE o.measure = 'population' AND o.breakdown = 'total'
                    AND o.level = '_T' AND o.sex = '_T' AND o.status NOT IN ('L', 'M')) n
      ON n.year = report_out_states.year AND n.state = s.state AND s.breakdown = 'total'
    CROSS JOIN LATERAL (VALUES
        ('inbound_mobility_rate', '%', round(100 * s.inbound / nullif(e.value, 0), 3), s.inbound, e.value, 1),
        ('outbound_mobility_ratio', '%', round(100 * s.outbound / nullif(e.value, 0), 3), s.outbound, e.value, 1),
        ('gross_outbound_enrolment_ratio', '%', round(100 * s.outbound / nullif(n.value, 0), 3), s.outbound,
         n.value, 1),
        ('net_flow', 'persons', (s.inbound - s.outbound)::numeric, s.inbound, s.outbound::numeric, 0),
        ('net_flow_ratio', '%', round(100 * (s.inbound - s.outbound) / nullif(e.value, 0), 3), s.inbound - s.outbound,
         e.value, 1),
        ('mobility_balance', 'ratio', round(s.inbound::numeric / nullif(s.outbound, 0), 2), s.inbound,
         s.outbound::numeric, least_denominator),
        ('destination_share', '%', least(100, round(100.0 * s.inbound / nullif(t.stays, 0))), s.inbound,
         t.stays::numeric, least_denominator)) x (view, unit, value, numerator, denominator, least)
    WHERE x.value IS NOT NULL AND x.denominator >= x.least;
END
$$;
COMMENT ON FUNCTION report_out_states(int, int) IS
'Internal: publishes the indicators of states, computed from printed counts and what offices publish.';

CREATE OR REPLACE FUNCTION report_out_rest(year int, least_denominator int) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
BEGIN
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, origin, destination,
                                         value, numerator, denominator)
    SELECT 'nomination_indicator', r.indicator, d.measure, '%', 'total', '_T', d.origin, d.destination,
           least(100, round(100.0 * coalesce(n.stays, 0) / d.stays)), coalesce(n.stays, 0), d.stays
    FROM (VALUES ('acceptance_rate', 'accepted', 'decided'), ('cancellation_rate', 'cancelled', 'accepted'),
                 ('no_show_rate', 'not come', 'expected'), ('early_return_rate', 'early return', 'come'),
                 ('agreement_coverage_of_flows', 'covered', 'come')) r (indicator, above, below)
    JOIN pg_temp.socu_report_printed d ON d.what = r.below
    LEFT JOIN pg_temp.socu_report_printed n ON n.what = r.above AND n.measure = d.measure AND n.origin = d.origin
         AND n.destination = d.destination
    WHERE d.stays >= least_denominator AND (d.origin <> d.destination OR d.origin = '_T')
      -- who is expected may still come, until the year is over
      AND (r.indicator <> 'no_show_rate' OR
           (SELECT s.as_of FROM report_state s) > make_date(report_out_rest.year, 12, 31));
    INSERT INTO pg_temp.socu_report_out (view, indicator, unit, breakdown, category, value, numerator, denominator)
    SELECT 'quota_indicator', CASE q.what WHEN 'quota used' THEN 'quota_utilisation' ELSE 'quota_commitment' END, '%',
           'quota', q.category, round(100.0 * x.used / l.seats), x.used, l.seats
    FROM pg_temp.socu_report_printed q
    JOIN (SELECT CASE WHEN u.effective_limit >= 10 THEN u.code ELSE '_O' END AS line, sum(u.effective_limit) AS seats
          FROM quota u
          WHERE u.status <> 'draft' AND NOT u.balance AND u.limited = 'limited'
            AND u.unit IN ('seats', 'stays', 'persons') AND u.effective_limit > 0
            AND socu.reporting_year(lower(u.validity), u.receiving_state, u.receiving_institution)
                = report_out_rest.year
          GROUP BY 1) l ON l.line = q.category AND l.seats >= 10
    CROSS JOIN LATERAL (SELECT least(q.stays, 5 * floor(l.seats / 5)) AS used) x
    WHERE q.what LIKE 'quota %';
    INSERT INTO pg_temp.socu_report_out (view, indicator, measure, unit, breakdown, category, state, value, numerator,
                                         denominator)
    SELECT 'mobility_concentration', x.indicator, z.measure, x.unit, 'side', z.side, z.state, round(x.value, 2), z.n,
           z.total
    FROM (SELECT p.measure, s.side, s.state, array_agg(p.stays::numeric) AS parts, count(*) AS n, sum(p.stays) AS total
          FROM pg_temp.socu_report_printed p
          CROSS JOIN LATERAL (VALUES ('destinations', p.origin), ('origins', p.destination)) s (side, state)
          WHERE p.what = 'flow' AND p.breakdown = 'total' AND socu.report_pair(p.origin, p.destination) AND p.stays > 0
          GROUP BY 1, 2, 3 HAVING sum(p.stays) >= 50) z
    CROSS JOIN LATERAL socu.concentration_of(z.parts, 0) h
    CROSS JOIN LATERAL (VALUES ('hhi', 'ratio', h.hhi), ('hhi_normalised', 'ratio', h.normalised),
                               ('effective_number', 'states', h.effective_number)) x (indicator, unit, value)
    WHERE x.value IS NOT NULL;
END
$$;
COMMENT ON FUNCTION report_out_rest(int, int) IS
'Internal: publishes what became of nominations, how quotas are used, and how concentrated flows are.';

CREATE OR REPLACE FUNCTION report_store(release text, year int, method text, generated boolean) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE
AS $$
DECLARE
    n bigint;
BEGIN
    INSERT INTO report_release (release, year, as_of, extracted_at, refreshed_at, method, conventions, generated, cells)
    SELECT report_store.release, report_store.year, s.as_of, s.extracted_at, s.refreshed_at, report_store.method,
           to_jsonb(p), report_store.generated, 0
    FROM report_state s CROSS JOIN report_convention p;
    INSERT INTO report_cell
    SELECT report_store.release, row_number() OVER (ORDER BY o.view, o.indicator, o.measure, o.breakdown, o.category,
                                                             o.origin, o.destination, o.state, o.institution),
           o.view, report_store.year, o.indicator, o.measure, o.unit, o.breakdown, o.category, o.origin, o.destination,
           o.state, o.institution, o.value, o.numerator, o.denominator, o.lower, o.upper, o.status, o.conf
    FROM (SELECT x.view, x.indicator, x.measure, x.unit, x.breakdown, x.category, x.origin, x.destination, x.state,
                 x.institution, x.value, x.numerator, x.denominator, x.lower, x.upper, x.status,
                 report_store.method AS conf
          FROM pg_temp.socu_report_out x
          UNION ALL
          -- what offices publish, and what counts no persons, is released as it is
          SELECT v.view, v.indicator, v.measure, v.unit, v.breakdown, v.category, v.origin, v.destination, v.state,
                 v.institution, v.value, v.numerator, v.denominator, v.lower, v.upper, v.status, 'F'
          FROM report_observation v JOIN report_view w ON w.view = v.view
          WHERE v.year = report_store.year
            AND CASE WHEN w.personal THEN v.measure = 'official_stock'
                     ELSE v.indicator <> ALL (w.kept_back) END) o;
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n = 0 THEN
        RAISE EXCEPTION 'there is nothing to publish for %', year USING ERRCODE = 'no_data_found',
            HINT = 'The years are in report_year.';
    END IF;
    UPDATE report_release r SET cells = n WHERE r.release = report_store.release;
    DROP TABLE pg_temp.socu_report_stay, pg_temp.socu_report_count, pg_temp.socu_report_printed,
        pg_temp.socu_report_out;
    RETURN n;
END
$$;
COMMENT ON FUNCTION report_store(text, int, text, boolean) IS
'Internal: writes a release and drops the temporary tables. Returns the number of cells. Error: P0002 for none.';

CREATE OR REPLACE FUNCTION report_publish(release text, year int, allow_stale boolean DEFAULT false) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE
    SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    p report_params;
    made_with text;
    secret bytea;
    made_up boolean;
    c record;
BEGIN
    SELECT * INTO STRICT p FROM report_convention;
    SELECT s.params INTO made_with FROM report_state s;
    IF made_with IS NULL THEN
        RAISE EXCEPTION 'the roll-ups have never been refreshed' USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Call report_refresh() first.';
    ELSIF made_with <> p.params THEN
        RAISE EXCEPTION 'the roll-ups were made with the conventions "%", not "%"', made_with, p.params
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call report_refresh() first.';
    END IF;
    secret := report_secret_now();
    PERFORM report_take_persons(year, secret, allow_stale);
    made_up := EXISTS (SELECT FROM pg_temp.socu_report_stay f WHERE f.generated);
    PERFORM report_count_states('flow', 'g.counted', '{total,kind,direction,level,field}');
    IF NOT allow_stale THEN
        PERFORM report_refuse_stale(year);
    END IF;
    FOR c IN SELECT * FROM (VALUES
        ('long', format('g.counted AND g.days >= %s', ceil(p.min_stay_months * 30))),
        ('accepted', $w$g.begun AND (g.there OR g.status IN ('accepted', 'no_show', 'cancelled'))$w$),
        ('decided', $w$g.begun AND (g.there OR g.status IN ('accepted', 'no_show', 'cancelled', 'rejected'))$w$),
        ('cancelled', $w$g.begun AND g.status = 'cancelled'$w$),
        ('expected', $w$g.begun AND (g.there OR g.status IN ('accepted', 'no_show'))$w$),
        ('not come', $w$g.begun AND g.status IN ('accepted', 'no_show')$w$),
        ('come', 'g.begun AND g.there'),
        ('early return', $w$g.begun AND g.status = 'early_return'$w$),
        ('covered', 'g.begun AND g.there AND g.covered')) x (what, wanted) LOOP
        PERFORM report_count_states(c.what, c.wanted, '{total}');
    END LOOP;
    PERFORM report_count_institutions();
    PERFORM report_count_quotas();
    PERFORM report_print_counts(year, p.method, secret);
    PERFORM report_out_flows(p.min_denominator);
    PERFORM report_out_means();
    PERFORM report_out_states(year, p.min_denominator);
    PERFORM report_out_rest(year, p.min_denominator);
    RETURN report_store(release, year, p.method, made_up);
END
$$;
COMMENT ON FUNCTION report_publish(text, int, boolean) IS
'Makes a release of a year: all views together, every count of persons or stays printed by the method of the '
'conventions, and everything else computed from what is printed. Returns the number of cells. Errors: 55000 without a '
'refresh of the present records (allow_stale => true publishes what the last one saw) under the same conventions, '
'P0002 for a year without figures, 23505 for a name that is taken.';

REVOKE ALL ON FUNCTION report_secret_now(), report_refuse_stale(int), report_take_persons(int, bytea, boolean),
    report_count_states(text, text, text[]), report_count_institutions(), report_count_quotas(),
    report_print_counts(int, text, bytea), report_out_flows(int), report_out_means(), report_out_states(int, int),
    report_out_rest(int, int), report_store(text, int, text, boolean), report_publish(text, int, boolean) FROM PUBLIC;

-- ---- for readers ----

CREATE OR REPLACE VIEW released_agreement_coverage AS
SELECT c.release, c.year, c.breakdown AS scope, c.origin AS state, c.destination AS partner_state, c.category AS
       direction, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'agreement_coverage';
COMMENT ON VIEW released_agreement_coverage IS 'agreement_coverage as released, for readers.';
COMMENT ON COLUMN released_agreement_coverage.release IS 'Name of the release.';
COMMENT ON COLUMN released_agreement_coverage.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_agreement_coverage.scope IS 'states or direction.';
COMMENT ON COLUMN released_agreement_coverage.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_agreement_coverage.partner_state IS 'The other state.';
COMMENT ON COLUMN released_agreement_coverage.direction IS 'Direction of study; _T all, _U not specified.';
COMMENT ON COLUMN released_agreement_coverage.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_agreement_coverage.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_agreement_coverage.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_agreement_coverage.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_agreement_coverage.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_agreement_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_agreement_coverage.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_agreement_indicator AS
SELECT c.release, c.year, c.indicator, c.unit, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status,
       c.conf
FROM report_cell c WHERE c.view = 'agreement_indicator';
COMMENT ON VIEW released_agreement_indicator IS 'agreement_indicator as released, for readers.';
COMMENT ON COLUMN released_agreement_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_agreement_indicator.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_agreement_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_agreement_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN released_agreement_indicator.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_agreement_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_agreement_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_agreement_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_agreement_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_agreement_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_agreement_indicator.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_destination_share AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'destination_share';
COMMENT ON VIEW released_destination_share IS 'destination_share as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_destination_share.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_destination_share.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_destination_share.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_destination_share.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_destination_share.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_destination_share.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_gender_parity AS
SELECT c.release, c.year, c.measure, c.state, c.category AS side, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'gender_parity';
COMMENT ON VIEW released_gender_parity IS 'gender_parity as released, for readers.';
COMMENT ON COLUMN released_gender_parity.release IS 'Name of the release.';
COMMENT ON COLUMN released_gender_parity.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_gender_parity.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_gender_parity.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_gender_parity.side IS 'Side: inbound or outbound, origins or destinations.';
COMMENT ON COLUMN released_gender_parity.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_gender_parity.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_gender_parity.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_gender_parity.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_gender_parity.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_gender_parity.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_gender_parity.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_gross_outbound_enrolment_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'gross_outbound_enrolment_ratio';
COMMENT ON VIEW released_gross_outbound_enrolment_ratio IS 'gross_outbound_enrolment_ratio as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_gross_outbound_enrolment_ratio.conf IS
'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_inbound_mobility_rate AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'inbound_mobility_rate';
COMMENT ON VIEW released_inbound_mobility_rate IS 'inbound_mobility_rate as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_inbound_mobility_rate.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_inbound_mobility_rate.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_inbound_mobility_rate.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_inbound_mobility_rate.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_inbound_mobility_rate.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_inbound_mobility_rate.conf IS
'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_institution_flow AS
SELECT c.release, c.year, c.measure, c.category AS role, c.state, c.institution, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'institution_flow';
COMMENT ON VIEW released_institution_flow IS 'institution_flow as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_institution_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_institution_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_institution_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_institution_flow.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_institution_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_institution_flow.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_joint_programme_count AS
SELECT c.release, c.year, c.indicator AS kind, c.category AS programme_status, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'joint_programme_count';
COMMENT ON VIEW released_joint_programme_count IS 'joint_programme_count as released, for readers.';
COMMENT ON COLUMN released_joint_programme_count.release IS 'Name of the release.';
COMMENT ON COLUMN released_joint_programme_count.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_joint_programme_count.kind IS 'Kind of programme.';
COMMENT ON COLUMN released_joint_programme_count.programme_status IS 'Status of the programmes.';
COMMENT ON COLUMN released_joint_programme_count.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_joint_programme_count.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_joint_programme_count.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_joint_programme_count.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_joint_programme_count.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_joint_programme_count.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_joint_programme_count.conf IS
'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_mobility_balance AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'mobility_balance';
COMMENT ON VIEW released_mobility_balance IS 'mobility_balance as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_mobility_balance.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_balance.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_balance.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_balance.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_balance.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_balance.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_mobility_concentration AS
SELECT c.release, c.year, c.measure, c.state, c.category AS side, c.indicator, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'mobility_concentration';
COMMENT ON VIEW released_mobility_concentration IS 'mobility_concentration as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_mobility_concentration.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_concentration.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_concentration.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_concentration.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_concentration.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_concentration.conf IS
'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_mobility_flow AS
SELECT c.release, c.year, c.measure, c.breakdown, c.category, c.origin, c.destination, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'mobility_flow';
COMMENT ON VIEW released_mobility_flow IS 'mobility_flow as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_mobility_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_flow.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_mobility_volume AS
SELECT c.release, c.year, c.measure, c.origin, c.destination, c.indicator, c.category AS convention, c.unit,
       c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'mobility_volume';
COMMENT ON VIEW released_mobility_volume IS 'mobility_volume as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_mobility_volume.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_mobility_volume.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_mobility_volume.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_mobility_volume.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_mobility_volume.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_mobility_volume.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_net_flow AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'net_flow';
COMMENT ON VIEW released_net_flow IS 'net_flow as released, for readers.';
COMMENT ON COLUMN released_net_flow.release IS 'Name of the release.';
COMMENT ON COLUMN released_net_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_net_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN released_net_flow.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_net_flow.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN released_net_flow.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_net_flow.value IS 'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_net_flow.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_net_flow.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_net_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_net_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_net_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_net_flow.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_net_flow_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'net_flow_ratio';
COMMENT ON VIEW released_net_flow_ratio IS 'net_flow_ratio as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_net_flow_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_net_flow_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_net_flow_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_net_flow_ratio.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_net_flow_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_net_flow_ratio.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_network_indicator AS
SELECT c.release, c.year, c.indicator, c.unit, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status,
       c.conf
FROM report_cell c WHERE c.view = 'network_indicator';
COMMENT ON VIEW released_network_indicator IS 'network_indicator as released, for readers.';
COMMENT ON COLUMN released_network_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_network_indicator.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_network_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_network_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN released_network_indicator.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_network_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_network_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_network_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_network_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_network_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_network_indicator.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_nomination_indicator AS
SELECT c.release, c.year, c.measure, c.origin, c.destination, c.indicator, c.value, c.numerator, c.denominator,
       c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'nomination_indicator';
COMMENT ON VIEW released_nomination_indicator IS 'nomination_indicator as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_nomination_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_nomination_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_nomination_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_nomination_indicator.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_nomination_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_nomination_indicator.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_origin_distribution AS
SELECT c.release, c.year, c.measure, c.breakdown, c.category, c.origin, c.destination, c.value, c.numerator,
       c.denominator, c.lower, c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'origin_distribution';
COMMENT ON VIEW released_origin_distribution IS 'origin_distribution as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_origin_distribution.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_origin_distribution.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_origin_distribution.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_origin_distribution.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_origin_distribution.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_origin_distribution.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_outbound_mobility_ratio AS
SELECT c.release, c.year, c.measure, c.state, c.breakdown, c.category, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'outbound_mobility_ratio';
COMMENT ON VIEW released_outbound_mobility_ratio IS 'outbound_mobility_ratio as released, for readers.';
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
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_outbound_mobility_ratio.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_outbound_mobility_ratio.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_outbound_mobility_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_outbound_mobility_ratio.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_outbound_mobility_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_outbound_mobility_ratio.conf IS
'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_quota_indicator AS
SELECT c.release, c.year, c.category AS code, c.indicator, c.value, c.numerator, c.denominator, c.lower, c.upper,
       c.status, c.conf
FROM report_cell c WHERE c.view = 'quota_indicator';
COMMENT ON VIEW released_quota_indicator IS 'quota_indicator as released, for readers.';
COMMENT ON COLUMN released_quota_indicator.release IS 'Name of the release.';
COMMENT ON COLUMN released_quota_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_quota_indicator.code IS 'Name of the quota line.';
COMMENT ON COLUMN released_quota_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN released_quota_indicator.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_quota_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_quota_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_quota_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_quota_indicator.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_quota_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_quota_indicator.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_rating_result AS
SELECT c.release, c.year, c.indicator AS rating, c.institution, c.value, c.numerator, c.denominator, c.lower,
       c.upper, c.status, c.conf
FROM report_cell c WHERE c.view = 'rating_result';
COMMENT ON VIEW released_rating_result IS 'rating_result as released, for readers.';
COMMENT ON COLUMN released_rating_result.release IS 'Name of the release.';
COMMENT ON COLUMN released_rating_result.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN released_rating_result.rating IS 'The rating.';
COMMENT ON COLUMN released_rating_result.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN released_rating_result.value IS
'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_rating_result.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_rating_result.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_rating_result.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN released_rating_result.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN released_rating_result.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN released_rating_result.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE VIEW released_sdmx AS
SELECT c.release AS "RELEASE", c.view AS "DATAFLOW", 'A'::text AS "FREQ", c.year AS "TIME_PERIOD",
       c.indicator AS "INDICATOR", coalesce(c.measure, '_Z') AS "MEASURE",
       coalesce(c.state, c.destination, '_Z') AS "REF_AREA", coalesce(c.origin, '_Z') AS "COUNTERPART_AREA",
       coalesce(c.institution, '_Z') AS "INSTITUTION", c.breakdown AS "BREAKDOWN", c.category AS "CATEGORY",
       c.unit AS "UNIT_MEASURE", c.value AS "OBS_VALUE", c.lower AS "OBS_LOWER", c.upper AS "OBS_UPPER",
       CASE c.status WHEN 'Z' THEN 'M' WHEN 'X' THEN 'M' ELSE c.status END AS "OBS_STATUS", c.status AS "SOCU_STATUS",
       'F'::text AS "CONF_STATUS", c.conf AS "SOCU_METHOD", c.numerator AS "NUMERATOR", c.denominator AS "DENOMINATOR"
FROM report_cell c;
COMMENT ON VIEW released_sdmx IS
'All released cells in a long layout with the names of SDMX. The code lists of SDMX are followed for OBS_STATUS, '
'CONF_STATUS, _T, _U and _Z; it is no SDMX message.';
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
COMMENT ON COLUMN released_sdmx."OBS_VALUE" IS 'The value; NULL if missing, not applicable or bounded.';
COMMENT ON COLUMN released_sdmx."OBS_LOWER" IS 'At least, for status L.';
COMMENT ON COLUMN released_sdmx."OBS_UPPER" IS 'At most, for status L.';
COMMENT ON COLUMN released_sdmx."OBS_STATUS" IS 'Observation status: A, E, P, B, M, N, L.';
COMMENT ON COLUMN released_sdmx."SOCU_STATUS" IS
'The status with Z (not applicable) and X (in another cell) kept apart from M.';
COMMENT ON COLUMN released_sdmx."CONF_STATUS" IS 'F: free, for everything here may be read.';
COMMENT ON COLUMN released_sdmx."SOCU_METHOD" IS 'How it is printed: rr5, ckm or hesa5; F as it is.';
COMMENT ON COLUMN released_sdmx."NUMERATOR" IS 'What stands above the line, as printed.';
COMMENT ON COLUMN released_sdmx."DENOMINATOR" IS 'What stands below the line, as printed.';

CREATE OR REPLACE VIEW released_release AS
SELECT r.release, r.year, r.as_of, r.extracted_at, r.published_at, r.method, r.generated, r.conventions
FROM report_release r;
COMMENT ON VIEW released_release IS 'The releases, for readers.';
COMMENT ON COLUMN released_release.year IS 'Reporting year.';
COMMENT ON COLUMN released_release.release IS 'Name of the release.';
COMMENT ON COLUMN released_release.as_of IS 'Content date.';
COMMENT ON COLUMN released_release.extracted_at IS 'Extraction time.';
COMMENT ON COLUMN released_release.published_at IS 'When it was made.';
COMMENT ON COLUMN released_release.method IS 'How counts are printed: rr5, ckm or hesa5.';
COMMENT ON COLUMN released_release.generated IS 'True if rows of the generator are in it.';
COMMENT ON COLUMN released_release.conventions IS 'The conventions that held.';

CREATE OR REPLACE VIEW released_latest AS
SELECT c.release, c.view, c.year, c.indicator, c.measure, c.unit, c.breakdown, c.category, c.origin, c.destination,
       c.state, c.institution, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf
FROM (SELECT DISTINCT ON (r.year) r.release
      FROM report_release r ORDER BY r.year, r.published_at DESC, r.release DESC) l
JOIN report_cell c ON c.release = l.release;
COMMENT ON VIEW released_latest IS 'The cells of the latest release of each year, for readers.';
COMMENT ON COLUMN released_latest.release IS 'Name of the release.';
COMMENT ON COLUMN released_latest.view IS 'View that the cell belongs to.';
COMMENT ON COLUMN released_latest.year IS 'Reporting year.';
COMMENT ON COLUMN released_latest.indicator IS 'The indicator.';
COMMENT ON COLUMN released_latest.measure IS 'What is counted, as in mobility_flow.';
COMMENT ON COLUMN released_latest.unit IS 'Unit of value.';
COMMENT ON COLUMN released_latest.breakdown IS 'By what it is broken down.';
COMMENT ON COLUMN released_latest.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN released_latest.origin IS 'State of origin, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_latest.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN released_latest.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN released_latest.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN released_latest.value IS 'The count as printed, or the indicator of printed counts, in its unit.';
COMMENT ON COLUMN released_latest.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN released_latest.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN released_latest.lower IS 'At least, where the value is bounded.';
COMMENT ON COLUMN released_latest.upper IS 'At most, where the value is bounded.';
COMMENT ON COLUMN released_latest.status IS 'As in mobility_flow.';
COMMENT ON COLUMN released_latest.conf IS 'Method by which it is printed: rr5, ckm or hesa5; F as it is.';

CREATE OR REPLACE FUNCTION grant_report_reader(role_name name) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
DECLARE
    t name;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
    FOR t IN SELECT 'released_' || v.view FROM report_view v
             UNION ALL VALUES ('released_sdmx'), ('released_release'), ('released_latest') LOOP
        EXECUTE format('GRANT SELECT ON %I TO %I', t, role_name);
    END LOOP;
END
$$;
COMMENT ON FUNCTION grant_report_reader(name) IS
'Lets a role read the releases, and nothing that is exact: no records, roll-ups or internal views. To be called by the '
'owner of the network. Error: 42704 for an unknown role, 42501 without the right to grant.';
