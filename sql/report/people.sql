-- report/people: for reading: CSV and one screen of summary.

CREATE OR REPLACE FUNCTION report_csv(view regclass, year int, byte_order_mark boolean DEFAULT false)
    RETURNS SETOF text
    LANGUAGE network_plpgsql STABLE STRICT PARALLEL SAFE ROWS 1000
    SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    head text;
    body text;
    where_year text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum),
           string_agg(format(CASE WHEN a.atttypid = 'numeric'::regtype THEN 'coalesce(trim_scale(%I)::text, %L)'
                                  WHEN t.typcategory = 'N' THEN 'coalesce(%I::text, %L)'
                                  ELSE 'socu.report_csv_cell(%I::text)' END, a.attname, ''),
                      ' || '','' || ' ORDER BY a.attnum),
           max(format('WHERE %I = %s', a.attname, year)) FILTER (WHERE a.attname IN ('year', 'TIME_PERIOD'))
    INTO head, body, where_year
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = view AND a.attnum > 0 AND NOT a.attisdropped;
    IF where_year IS NULL THEN
        RAISE EXCEPTION 'relation "%" has no column "year"', view
            USING ERRCODE = 'undefined_column',
            HINT = 'Choose one of the report views, for example released_mobility_flow.';
    END IF;
    RETURN NEXT CASE WHEN byte_order_mark THEN chr(65279) ELSE '' END || replace(head, '"', '');
    RETURN QUERY EXECUTE format('SELECT x.line FROM (SELECT %s AS line FROM %s %s) x ORDER BY x.line COLLATE "C"',
                                body, view, where_year);
END
$$;
COMMENT ON FUNCTION report_csv(regclass, int, boolean) IS
'A year of a report view as CSV (RFC 4180), with a header line: psql -AtXc "SELECT '
'report_csv(''released_mobility_flow'', 2025)". NULL is an empty field; numbers are plain; a text that a spreadsheet '
'would run, since it begins with = + - @, has an apostrophe before it. byte_order_mark: as Excel wants UTF-8. Error: '
'42703 for a relation without a year.';

-- The parts of report_summary(): y is the reporting year, d its day.  NULL: there is nothing to say.

CREATE OR REPLACE FUNCTION report_say_network(y int, d date) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT string_agg(format('%s %s', z.label, z.v), ', ' ORDER BY z.o)
    FROM (SELECT 1 AS o, 'institutions' AS label, socu.report_number(i.value) AS v
          FROM network_indicator i WHERE i.year = y AND i.indicator = 'institutions'
          UNION ALL
          SELECT 2, 'pairs with an agreement'::text, socu.report_number(i.value)
          FROM network_indicator i WHERE i.year = y AND i.indicator = 'agreement_pairs'
          UNION ALL
          SELECT 3, 'agreements in force'::text, socu.report_number(i.value)
          FROM agreement_indicator i WHERE i.year = y AND i.indicator = 'agreements_in_force'
          UNION ALL
          SELECT 4, 'open directions'::text, count(*)::text FROM directions_as_of(d)) z;
END;
COMMENT ON FUNCTION report_say_network(int, date) IS 'Internal: the network in one line.';

CREATE OR REPLACE FUNCTION report_say_flows(y int) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 3
BEGIN ATOMIC
    SELECT rpad(CASE r.measure WHEN 'credit_flow' THEN 'EXCHANGE' WHEN 'degree_stock' THEN 'DEGREE'
                     ELSE 'STAFF' END, 12)
           || CASE WHEN r.stays IS NULL THEN 'no records'
                   WHEN r.measure = 'degree_stock'
                       THEN format('%s students enrolled abroad for a degree on %s',
                                   socu.report_number(r.stays), r.cut_off)
                   WHEN r.measure = 'staff_flow'
                       THEN format('%s stays of %s members of staff begun; %s days of all stays fell in the year',
                                   socu.report_number(r.stays), socu.report_number(r.persons),
                                   socu.report_number(r.days))
                   ELSE format('%s stays of %s students begun; %s student-months of all stays fell in the year',
                               socu.report_number(r.stays), socu.report_number(r.persons),
                               socu.report_number(r.months)) END
           || CASE WHEN r.generated THEN '  (generated rows in it)' ELSE '' END
    FROM (SELECT c.measure, make_date(y - 1, p.cutoff_month, p.cutoff_day) AS cut_off,
                 max(v.value) FILTER (WHERE v.indicator = 'stays') AS stays,
                 max(v.value) FILTER (WHERE v.indicator = 'persons') AS persons,
                 max(v.value) FILTER (WHERE v.indicator = 'student_months'
                                      AND v.convention = p.month_convention) AS months,
                 max(v.value) FILTER (WHERE v.indicator = 'working_days') AS days, bool_or(v.generated) AS generated
          FROM (VALUES ('credit_flow'), ('degree_stock'), ('staff_flow')) c (measure)
          CROSS JOIN report_convention p
          LEFT JOIN mobility_volume v
            ON v.year = y AND v.measure = c.measure AND v.origin = '_T' AND v.destination = '_T'
          GROUP BY c.measure, p.cutoff_month, p.cutoff_day) r
    ORDER BY r.measure;
END;
COMMENT ON FUNCTION report_say_flows(int) IS 'Internal: exchange, degree students and staff, a line each.';

CREATE OR REPLACE FUNCTION report_say_states(y int) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 8
BEGIN ATOMIC
    WITH flow AS (
        SELECT q.origin, q.destination, q.stays
        FROM report_rollup q WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'total'),
    state AS (
        SELECT f.state, sum(f.came) AS inbound, sum(f.went) AS outbound
        FROM (SELECT q.destination AS state, q.stays AS came, 0 AS went
              FROM flow q WHERE q.origin = '_T' AND q.destination <> '_T'
              UNION ALL
              SELECT q.origin, 0, q.stays FROM flow q WHERE q.origin <> '_T' AND q.destination = '_T') f
        GROUP BY f.state ORDER BY sum(f.came) + sum(f.went) DESC, f.state LIMIT 8)
    SELECT format('  %s %s %s %s %s', rpad(s.state, 3), lpad(socu.report_number(s.inbound), 9),
                  lpad(socu.report_number(s.outbound), 9),
                  lpad(CASE WHEN s.inbound > s.outbound THEN '+' ELSE '' END
                       || socu.report_number(s.inbound - s.outbound), 9),
                  '  ' || coalesce(t.top, ''))
    FROM state s
    CROSS JOIN LATERAL (
        SELECT string_agg(format('%s %s', q.destination, socu.report_number(q.n)), ', '
                          ORDER BY q.n DESC, q.destination)
        FROM (SELECT g.destination, sum(g.stays) AS n FROM flow g
              WHERE g.origin = s.state AND g.destination NOT IN (s.state, '_T') AND g.stays > 0
              GROUP BY g.destination ORDER BY 2 DESC, 1 LIMIT 3) q) t (top)
    WHERE s.inbound + s.outbound > 0
    ORDER BY s.inbound + s.outbound DESC, s.state;
END;
COMMENT ON FUNCTION report_say_states(int) IS
'Internal: the eight states with the most exchange stays, a line each: in, out, balance, and where they go.';

CREATE OR REPLACE FUNCTION report_say_quotas(y int, OUT lines text, OUT full_lines text, OUT nominations text)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
AS $$
BEGIN
    SELECT format('%s lines: %s seats, %s bound (%s%%), %s used (%s%%)', z.lines, socu.report_number(z.seats),
                  socu.report_number(z.bound), socu.report_number(100 * z.bound / nullif(z.seats, 0), 1),
                  socu.report_number(z.used), socu.report_number(100 * z.used / nullif(z.usable, 0), 1))
    INTO lines
    FROM (SELECT count(DISTINCT q.quota_id) AS lines,
                 sum(q.denominator) FILTER (WHERE q.indicator = 'quota_commitment') AS seats,
                 sum(q.numerator) FILTER (WHERE q.indicator = 'quota_commitment') AS bound,
                 sum(q.denominator) FILTER (WHERE q.indicator = 'quota_utilisation') AS usable,
                 sum(q.numerator) FILTER (WHERE q.indicator = 'quota_utilisation') AS used
          FROM quota_indicator q
          JOIN quota l ON l.quota_id = q.quota_id AND l.parent_id IS NULL AND l.limited = 'limited'
          WHERE q.year = y) z
    WHERE z.lines > 0;
    SELECT string_agg(format('%s %s%%', z.code, round(z.value)), ', ' ORDER BY z.value DESC, z.code) INTO full_lines
    FROM (SELECT q.code, q.value FROM quota_indicator q
          WHERE q.year = y AND q.indicator = 'quota_commitment' AND q.value >= 90
          ORDER BY q.value DESC, q.code LIMIT 4) z;
    SELECT string_agg(format('%s %s%%', replace(replace(i.indicator, '_rate', ''), '_', ' '),
                             socu.report_number(i.value, 1)), ', ' ORDER BY i.indicator) INTO nominations
    FROM nomination_indicator i
    WHERE i.year = y AND i.measure = 'credit_flow' AND i.origin = '_T' AND i.destination = '_T' AND i.value IS NOT NULL;
END
$$;
COMMENT ON FUNCTION report_say_quotas(int) IS
'Internal: the quota lines in one line, those that are nearly full, and what became of the nominations.';

CREATE OR REPLACE FUNCTION report_say_expiring(d date) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT CASE WHEN count(*) = 0 THEN 'no agreement ends within 6 months'
                ELSE format('%s within 6 months: %s%s', count(*),
                            string_agg(format('%s (%s)', left(x.agreement, 30), x.ends_on), ', '
                                       ORDER BY x.ends_on, x.agreement) FILTER (WHERE x.k <= 3),
                            CASE WHEN count(*) > 3 THEN ', …' ELSE '' END) END
    FROM (SELECT e.agreement, e.ends_on, row_number() OVER (ORDER BY e.ends_on, e.agreement) AS k
          FROM agreements_expiring(6, d) e) x;
END;
COMMENT ON FUNCTION report_say_expiring(date) IS 'Internal: the agreements about to end in one line.';

CREATE OR REPLACE FUNCTION report_say_directions(y int, d date, OUT used text, OUT unused text)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
AS $$
BEGIN
    SELECT string_agg(format('%s %s', z.direction, socu.report_number(z.n)), ', '
                      ORDER BY z.n DESC, z.direction) INTO used
    FROM (SELECT q.category AS direction, sum(q.stays) AS n FROM report_rollup q
          WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'direction' AND q.category <> '_U'
            AND q.origin = '_T' AND q.destination = '_T'
          GROUP BY q.category HAVING sum(q.stays) > 0 ORDER BY 2 DESC, 1 LIMIT 8) z;
    SELECT string_agg(x.direction, ', ' ORDER BY x.direction) INTO unused
    FROM directions_as_of(d) x
    WHERE NOT EXISTS (SELECT FROM report_rollup q
                      WHERE q.year = y AND q.breakdown = 'direction' AND q.category = x.direction AND q.stays > 0);
END
$$;
COMMENT ON FUNCTION report_say_directions(int, date) IS
'Internal: the directions with the most stays, and the open ones without a stay.';

CREATE OR REPLACE FUNCTION report_say_official(y int, d date) RETURNS TABLE (o int, w text)
    LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2
BEGIN ATOMIC
    SELECT 7 AS o, format('no official enrolment: %s', string_agg(m.state, ', ' ORDER BY m.state))
    FROM states_as_of(d) m
    WHERE m.status = 'member' AND NOT EXISTS (SELECT FROM official_count c
                                              WHERE c.state = m.state AND c.year = y AND c.measure = 'enrolled')
    HAVING count(*) > 0
    UNION ALL
    SELECT 8, format('offices differ: %s', string_agg(
                         format('%s %s %s (%s) is used, %s (%s) is not', x.state, x.measure,
                                coalesce(socu.report_number(x.used_value), 'a bound'), x.used,
                                socu.report_number(x.value), x.series), '; '
                         ORDER BY x.state, x.measure, x.series) FILTER (WHERE x.n <= 5)
                     || CASE WHEN count(*) > 5 THEN format('; %s more in official_disagreement', count(*) - 5)
                             ELSE '' END)
    FROM (SELECT e.*, row_number() OVER (ORDER BY e.state, e.measure, e.series) AS n
          FROM official_disagreement e
          WHERE e.year = y AND NOT e.undecided AND e.level = '_T' AND e.sex = '_T') x
    HAVING count(*) > 0
    UNION ALL
    SELECT 9, format('no series is used, for several have the same claim: %s', string_agg(
                         format('%s %s (%s)', x.state, x.measure, x.series), ', '
                         ORDER BY x.state, x.measure))
    FROM (SELECT c.state, c.measure, string_agg(c.series, ', ' ORDER BY c.series) AS series
          FROM official_choice c WHERE c.year = y AND c.undecided GROUP BY c.state, c.measure) x
    HAVING count(*) > 0
    UNION ALL
    SELECT 10, format('official figures by level without a total, which makes no rate: %s',
                      string_agg(format('%s %s', x.state, x.measure), ', ' ORDER BY x.state, x.measure))
    FROM (SELECT c.state, c.measure FROM official_series c
          WHERE c.year = y AND c.breakdown = 'total' AND c.sex = '_T'
          GROUP BY c.state, c.measure HAVING bool_and(c.level <> '_T')) x
    HAVING count(*) > 0
    UNION ALL
    SELECT 11, format('a list of origins without a total or others, so a lower bound only: %s',
                      string_agg(m.state, ', ' ORDER BY m.state))
    FROM official_mobile m
    WHERE m.year = y AND m.first AND m.breakdown = 'total' AND NOT m.has_total AND NOT m.has_others
    HAVING count(*) > 0;
END;
COMMENT ON FUNCTION report_say_official(int, date) IS
'Internal: what the official figures lack, a line each, with its place among the lines of report_say_missing.';

CREATE OR REPLACE FUNCTION report_say_missing(y int, d date) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 4
BEGIN ATOMIC
    WITH cell AS (SELECT q.* FROM report_rollup q WHERE socu.report_pair(q.origin, q.destination))
    SELECT z.w FROM (
        SELECT 1 AS o, format(CASE g.reason
                                  WHEN 'kind' THEN '%s records of a kind that is counted nowhere: %s'
                                  WHEN 'state' THEN '%s records of a state that is in no table: %s'
                                  ELSE '%s records whose term is another than their days: %s' END,
                              sum(g.records), string_agg(format('%s (mobility %s%s)', g.value, g.first_key,
                                                                CASE WHEN g.records > 1 THEN ', …' ELSE '' END),
                                                         ', ' ORDER BY g.value)) AS w
        FROM report_gap g WHERE g.base_year = y GROUP BY g.reason
        UNION ALL
        SELECT 2, format('%s records of impossible days, counted nowhere: mobility %s', count(*),
                         string_agg(u.mobility_id::text, ', ' ORDER BY u.mobility_id) FILTER (WHERE u.n <= 5)
                         || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END)
        FROM (SELECT x.mobility_id, row_number() OVER (ORDER BY x.mobility_id) AS n FROM report_unplaced x) u
        HAVING count(*) > 0
        UNION ALL
        SELECT 3, format('%s stays without a direction', socu.report_number(sum(q.stays)))
        FROM cell q WHERE q.year = y AND q.breakdown = 'direction' AND q.category = '_U' AND q.stays > 0
        HAVING count(*) > 0
        UNION ALL
        SELECT 4, format('%s stays without an agreement in force', socu.report_number(sum(q.arrived - q.covered)))
        FROM cell q WHERE q.base_year = y AND q.breakdown = 'total' AND q.arrived > q.covered HAVING count(*) > 0
        UNION ALL
        SELECT 5, format('%s nominations await a decision, %s accepted persons an arrival',
                         socu.report_number(sum(q.pending)), socu.report_number(sum(q.awaited)))
        FROM cell q WHERE q.base_year = y AND q.breakdown = 'total' HAVING sum(q.pending) + sum(q.awaited) > 0
        UNION ALL
        SELECT 6, format('%s reports of coordinators outstanding', count(*)) FROM reports_due(d)
        HAVING count(*) > 0
        UNION ALL
        SELECT s.o, s.w FROM report_say_official(y, d) s) z
    ORDER BY z.o;
END;
COMMENT ON FUNCTION report_say_missing(int, date) IS 'Internal: what the figures lack, a line each.';

CREATE OR REPLACE FUNCTION report_summary(year int DEFAULT NULL) RETURNS text
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
    SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    s report_state;
    p report_params;
    y int;
    d date;
    quotas record;
    directions record;
    nl constant text := E'\n';
    indent constant text := repeat(' ', 12);
BEGIN
    SELECT * INTO s FROM report_state;
    SELECT * INTO p FROM report_convention;
    IF s.one IS NULL THEN
        RETURN 'No report yet: call report_refresh() first.';
    END IF;
    y := coalesce(report_summary.year, (SELECT max(q.year) FROM report_rollup q WHERE q.stays > 0),
                  extract(year FROM s.as_of)::int);
    d := coalesce((SELECT q.on_date FROM report_year q WHERE q.year = y),
                  least(s.as_of, make_date(y, p.year_start_month, p.year_start_day) - 1));
    SELECT * INTO quotas FROM report_say_quotas(y);
    SELECT * INTO directions FROM report_say_directions(y, d);
    RETURN rtrim(concat(
        format('%s, reporting year %s (academic year %s/%s), as of %s',
               coalesce((SELECT b.name_en FROM body b WHERE b.body = p.network), p.network), y, y - 1, y, d), nl,
        format('Records as they stood at %s.', to_char(s.extracted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')),
        nl, nl, 'NETWORK     ', coalesce(report_say_network(y, d), 'nothing recorded'), nl,
        (SELECT string_agg(f || nl, '') FROM report_say_flows(y) f),
        (SELECT nl || 'STATE            in       out   balance   exchange stays; goes mostly to' || nl
                || string_agg(f, nl) || nl FROM report_say_states(y) f),
        nl, 'QUOTAS      ', coalesce(quotas.lines, 'no quota line with a number for this year'), nl,
        indent || 'nearly full: ' || quotas.full_lines || nl,
        'NOMINATIONS ' || quotas.nominations || nl,
        'EXPIRING    ', report_say_expiring(d), nl,
        'DIRECTIONS  ', coalesce(directions.used, 'no stay has a direction'), nl,
        indent || 'without a stay: ' || directions.unused || nl,
        'MISSING     ', coalesce((SELECT string_agg(m, nl || indent) FROM report_say_missing(y, d) m),
                                 'nothing')), nl);
END
$$;
COMMENT ON FUNCTION report_summary(int) IS
'One screen for a coordinator or rector: network, flows, balance of the states, quotas, agreements about to end, '
'directions, and what is missing. NULL: the latest year with a stay. Exact and internal: not for publication. Speaks '
'of the last report_refresh().';

REVOKE ALL ON FUNCTION report_say_network(int, date), report_say_flows(int), report_say_states(int),
    report_say_quotas(int), report_say_expiring(date), report_say_directions(int, date),
    report_say_missing(int, date), report_summary(int) FROM PUBLIC;

CREATE OR REPLACE FUNCTION grant_report_analyst(role_name name) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
DECLARE
    t name;
BEGIN
    PERFORM grant_reader(role_name), grant_report_reader(role_name);
    -- what is exact, but no record: the figures, and what the functions of the summary read
    FOR t IN SELECT v.view FROM report_view v
             UNION ALL
             SELECT unnest('{agreement_balance,agreement_balance_cumulative,institution_pair_flow,mobility_kind,
                             mobility_sankey,mobility_total,network_pair,official_choice,official_count,
                             official_disagreement,official_mobile,official_rank,official_series,outstanding_report,
                             quota,registration_coverage,report_convention,report_gap,report_observation,
                             report_rollup,report_state,report_unplaced,report_view,report_year,state_indicator,
                             state_stock}'::name[]) LOOP
        EXECUTE format('GRANT SELECT ON %I TO %I', t, role_name);
    END LOOP;
    EXECUTE format('GRANT EXECUTE ON FUNCTION report_say_network(int, date), report_say_flows(int),
                        report_say_states(int), report_say_quotas(int), report_say_expiring(date),
                        report_say_directions(int, date), report_say_missing(int, date), report_summary(int) TO %I',
                   role_name);
END
$$;
COMMENT ON FUNCTION grant_report_analyst(name) IS
'Lets a role of the house read the exact views, the summary, the releases and the registry, but no record of a person. '
'To be called by the owner of the network. Error: 42704 for an unknown role, 42501 without the right to grant.';
REVOKE ALL ON FUNCTION grant_report_analyst(name) FROM PUBLIC;
