-- report/people: for reading: CSV and one screen of summary.

CREATE FUNCTION socu.report_csv(view regclass, year int) RETURNS SETOF text
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 1000
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    head text;
    body text;
    where_year text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum),
           string_agg(format('CASE WHEN %1$I::text ~ %2$L OR %1$I::text IN ('''') THEN ''"'' || replace(%1$I::text, ''"'', ''""'') || ''"'' ELSE coalesce(%1$I::text, '''') END', a.attname, E'[",\r\n]'),
                      ' || '','' || ' ORDER BY a.attnum),
           max(format('WHERE %I = %s', a.attname, year)) FILTER (WHERE a.attname IN ('year', 'TIME_PERIOD'))
    INTO head, body, where_year
    FROM pg_attribute a WHERE a.attrelid = view AND a.attnum > 0 AND NOT a.attisdropped;
    IF where_year IS NULL THEN
        RAISE EXCEPTION 'relation "%" has no column "year"', view USING ERRCODE = 'undefined_column', HINT = 'Choose one of the report views, for example socu.released_mobility_flow.';
    END IF;
    RETURN NEXT replace(head, '"', '');
    RETURN QUERY EXECUTE format('SELECT x.line FROM (SELECT %s AS line FROM %s %s) x ORDER BY x.line COLLATE "C"', body, view, where_year);
END
$$;
COMMENT ON FUNCTION socu.report_csv(regclass, int) IS
'A year of a report view as CSV (RFC 4180), with a header line: psql -AtXc "SELECT socu.report_csv(''socu.released_mobility_flow'', 2025)". NULL is an empty field. Error: 42703 for a relation without a year.';

CREATE FUNCTION socu.report_number(n numeric, digits int DEFAULT 0) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(btrim(regexp_replace(reverse(regexp_replace(reverse(split_part(abs(round(n, digits))::text, '.', 1)), '([0-9]{3})(?=[0-9])', E'\\1 ', 'g')), '^', CASE WHEN n < 0 THEN '-' ELSE '' END)
                      || CASE WHEN digits > 0 THEN '.' || split_part(abs(round(n, digits))::text, '.', 2) ELSE '' END), '-');
COMMENT ON FUNCTION socu.report_number(numeric, int) IS 'A number for people: 12 345.6; NULL is a dash.';

CREATE FUNCTION socu.report_summary(year int DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path = pg_catalog, pg_temp SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    s socu.report_state;
    p socu.report_params;
    y int;
    d date;
    r record;
    t text;
    n bigint;
    o text := '';
    nl constant text := E'\n';
BEGIN
    SELECT * INTO s FROM socu.report_state;
    SELECT * INTO p FROM socu.report_convention;
    IF s.one IS NULL THEN
        RETURN 'No report yet: call socu.report_refresh() first.';
    END IF;
    y := coalesce(report_summary.year, (SELECT max(q.year) FROM socu.report_rollup q WHERE q.stays > 0), extract(year FROM s.as_of)::int);
    d := coalesce((SELECT q.on_date FROM socu.report_year q WHERE q.year = y), least(s.as_of, make_date(y, p.year_start_month, p.year_start_day) - 1));
    o := format('%s, reporting year %s (academic year %s/%s), as of %s', coalesce((SELECT b.name_en FROM socu.body b WHERE b.body = p.network), p.network), y, y - 1, y, d) || nl
         || format('Records as they stood at %s.', to_char(s.extracted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')) || nl;

    -- the network
    SELECT string_agg(format('%s %s', z.label, z.v), ', ' ORDER BY z.o) INTO t
    FROM (SELECT 1 AS o, 'institutions' AS label, socu.report_number(i.value) AS v FROM socu.network_indicator i WHERE i.year = y AND i.indicator = 'institutions'
          UNION ALL SELECT 2, 'pairs with an agreement', socu.report_number(i.value) FROM socu.network_indicator i WHERE i.year = y AND i.indicator = 'agreement_pairs'
          UNION ALL SELECT 3, 'agreements in force', socu.report_number(i.value) FROM socu.agreement_indicator i WHERE i.year = y AND i.indicator = 'agreements_in_force'
          UNION ALL SELECT 4, 'open directions', count(*)::text FROM socu.directions_as_of(d)) z;
    o := o || nl || 'NETWORK     ' || coalesce(t, 'nothing recorded') || nl;

    -- flows
    FOR r IN SELECT c.measure, CASE c.measure WHEN 'credit_flow' THEN 'EXCHANGE' WHEN 'degree_stock' THEN 'DEGREE' ELSE 'STAFF' END AS label,
                    max(v.value) FILTER (WHERE v.indicator = 'stays') AS stays, max(v.value) FILTER (WHERE v.indicator = 'persons') AS persons,
                    max(v.value) FILTER (WHERE v.indicator = 'student_months' AND v.convention = p.month_convention) AS months, max(v.value) FILTER (WHERE v.indicator = 'working_days') AS days,
                    bool_or(v.generated) AS generated
             FROM (VALUES ('credit_flow'), ('degree_stock'), ('staff_flow')) c (measure)
             LEFT JOIN socu.mobility_volume v ON v.year = y AND v.measure = c.measure AND v.origin = '_T' AND v.destination = '_T' GROUP BY c.measure ORDER BY c.measure LOOP
        o := o || rpad(r.label, 12) || CASE
             WHEN r.stays IS NULL THEN 'no records'
             WHEN r.measure = 'degree_stock' THEN format('%s students enrolled abroad for a degree on %s', socu.report_number(r.stays), make_date(y - 1, p.cutoff_month, p.cutoff_day))
             WHEN r.measure = 'staff_flow' THEN format('%s stays of %s members of staff, %s days', socu.report_number(r.stays), socu.report_number(r.persons), socu.report_number(r.days))
             ELSE format('%s stays of %s students, %s student-months', socu.report_number(r.stays), socu.report_number(r.persons), socu.report_number(r.months)) END
             || CASE WHEN r.generated THEN '  (generated rows in it)' ELSE '' END || nl;
    END LOOP;

    -- states
    SELECT string_agg(format('  %s %s %s %s %s', rpad(z.state, 3), lpad(socu.report_number(z.inbound), 9), lpad(socu.report_number(z.outbound), 9),
                             lpad(CASE WHEN z.net > 0 THEN '+' ELSE '' END || socu.report_number(z.net), 9), '  ' || coalesce(z.top, '')), nl ORDER BY z.total DESC, z.state) INTO t
    FROM (SELECT f.state, sum(f.inn) AS inbound, sum(f.ou) AS outbound, sum(f.inn) - sum(f.ou) AS net, sum(f.inn) + sum(f.ou) AS total,
                 (SELECT string_agg(format('%s %s', q.destination, socu.report_number(q.n)), ', ' ORDER BY q.n DESC, q.destination)
                  FROM (SELECT g.destination, sum(g.stays) AS n FROM socu.report_rollup g WHERE g.year = y AND g.measure = 'credit_flow' AND g.breakdown = 'total' AND g.origin = f.state
                        AND g.destination NOT IN (f.state, '_T') AND g.stays > 0
                        GROUP BY g.destination ORDER BY 2 DESC, 1 LIMIT 3) q) AS top
          FROM (SELECT q.destination AS state, q.stays AS inn, 0 AS ou FROM socu.report_rollup q
                WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'total' AND q.origin = '_T' AND q.destination <> '_T'
                UNION ALL SELECT q.origin, 0, q.stays FROM socu.report_rollup q
                WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination = '_T') f
          GROUP BY f.state ORDER BY 5 DESC, 1 LIMIT 8) z WHERE z.total > 0;
    IF t IS NOT NULL THEN
        o := o || nl || 'STATE            in       out   balance   exchange stays; goes mostly to' || nl || t || nl;
    END IF;

    -- quotas
    SELECT format('%s lines: %s seats, %s bound (%s%%), %s used (%s%%)', count(DISTINCT q.quota_id), socu.report_number(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_commitment')),
                  socu.report_number(sum(q.numerator) FILTER (WHERE q.indicator = 'quota_commitment')),
                  socu.report_number(100 * sum(q.numerator) FILTER (WHERE q.indicator = 'quota_commitment') / nullif(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_commitment'), 0), 1),
                  socu.report_number(sum(q.numerator) FILTER (WHERE q.indicator = 'quota_utilisation')),
                  socu.report_number(100 * sum(q.numerator) FILTER (WHERE q.indicator = 'quota_utilisation') / nullif(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_utilisation'), 0), 1)), count(DISTINCT q.quota_id)
    INTO t, n
    FROM socu.quota_indicator q JOIN socu.quota l ON l.quota_id = q.quota_id AND l.parent_id IS NULL AND l.limited = 'limited' WHERE q.year = y;
    o := o || nl || 'QUOTAS      ' || CASE WHEN n > 0 THEN t ELSE 'no quota line with a number for this year' END || nl;
    SELECT string_agg(format('%s %s%%', z.code, round(z.value)), ', ' ORDER BY z.value DESC, z.code) INTO t
    FROM (SELECT q.code, q.value FROM socu.quota_indicator q WHERE q.year = y AND q.indicator = 'quota_commitment' AND q.value >= 90 ORDER BY q.value DESC, q.code LIMIT 4) z;
    IF t IS NOT NULL THEN
        o := o || '            nearly full: ' || t || nl;
    END IF;
    SELECT string_agg(format('%s %s%%', replace(replace(i.indicator, '_rate', ''), '_', ' '), socu.report_number(i.value, 1)), ', ' ORDER BY i.indicator) INTO t
    FROM socu.nomination_indicator i WHERE i.year = y AND i.measure = 'credit_flow' AND i.origin = '_T' AND i.destination = '_T' AND i.value IS NOT NULL;
    IF t IS NOT NULL THEN
        o := o || 'NOMINATIONS ' || t || nl;
    END IF;

    -- agreements about to end
    SELECT count(*), string_agg(format('%s (%s)', left(x.agreement, 30), x.ends_on), ', ' ORDER BY x.ends_on, x.agreement) FILTER (WHERE x.k <= 3) INTO n, t
    FROM (SELECT e.*, row_number() OVER (ORDER BY e.ends_on, e.agreement) AS k FROM socu.agreements_expiring(6, d) e) x;
    o := o || 'EXPIRING    ' || CASE WHEN n = 0 THEN 'no agreement ends within 6 months' ELSE format('%s within 6 months: %s%s', n, t, CASE WHEN n > 3 THEN ', …' ELSE '' END) END || nl;

    -- directions
    SELECT string_agg(format('%s %s', z.direction, socu.report_number(z.n)), ', ' ORDER BY z.n DESC, z.direction) INTO t
    FROM (SELECT q.category AS direction, sum(q.stays) AS n FROM socu.report_rollup q
          WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'direction' AND q.category <> '_U' AND q.origin = '_T' AND q.destination = '_T'
          GROUP BY q.category HAVING sum(q.stays) > 0 ORDER BY 2 DESC, 1 LIMIT 8) z;
    o := o || 'DIRECTIONS  ' || coalesce(t, 'no stay has a direction') || nl;
    SELECT string_agg(x.direction, ', ' ORDER BY x.direction) INTO t
    FROM socu.directions_as_of(d) x WHERE NOT EXISTS (SELECT FROM socu.report_rollup q WHERE q.year = y AND q.breakdown = 'direction' AND q.category = x.direction AND q.stays > 0);
    IF t IS NOT NULL THEN
        o := o || '            without a stay: ' || t || nl;
    END IF;

    -- what is missing
    SELECT string_agg(z.w, nl || '            ' ORDER BY z.o) INTO t FROM (
        SELECT 1 AS o, format('%s records of a kind that is counted nowhere: %s', sum(q.records), string_agg(DISTINCT q.category, ', ')) AS w FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.measure = 'unknown' AND q.breakdown = 'kind' AND q.origin <> '_T' AND q.destination <> '_T' HAVING count(*) > 0
        UNION ALL SELECT 1, format('%s records of impossible days, counted nowhere: mobility %s', count(*),
                         string_agg(u.mobility_id::text, ', ' ORDER BY u.mobility_id) FILTER (WHERE u.n <= 5) || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END)
                  FROM (SELECT x.mobility_id, row_number() OVER (ORDER BY x.mobility_id) AS n FROM socu.report_unplaced x) u HAVING count(*) > 0
        UNION ALL SELECT 2, format('%s stays without a direction', socu.report_number(sum(q.stays))) FROM socu.report_rollup q
                  WHERE q.year = y AND q.breakdown = 'direction' AND q.category = '_U' AND q.origin <> '_T' AND q.destination <> '_T' AND q.stays > 0 HAVING count(*) > 0
        UNION ALL SELECT 3, format('%s stays without an agreement in force', socu.report_number(sum(q.arrived - q.covered))) FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination <> '_T' AND q.arrived > q.covered HAVING count(*) > 0
        UNION ALL SELECT 4, format('%s nominations await a decision, %s accepted persons an arrival', socu.report_number(sum(q.pending)), socu.report_number(sum(q.awaited))) FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination <> '_T' HAVING sum(q.pending) + sum(q.awaited) > 0
        UNION ALL SELECT 5, format('%s reports of coordinators outstanding', count(*)) FROM socu.reports_due(d) HAVING count(*) > 0
        UNION ALL SELECT 6, format('no official enrolment: %s', string_agg(m.state, ', ' ORDER BY m.state)) FROM socu.states_as_of(d) m
                  WHERE m.status = 'member' AND NOT EXISTS (SELECT FROM socu.official_count c WHERE c.state = m.state AND c.year = y AND c.measure = 'enrolled') HAVING count(*) > 0) z;
    o := o || 'MISSING     ' || coalesce(t, 'nothing') || nl;
    RETURN rtrim(o, nl);
END
$$;
COMMENT ON FUNCTION socu.report_summary(int) IS
'One screen for a coordinator or rector: network, flows, balance of the states, quotas, agreements about to end, directions, and what is missing. NULL: the latest year with a stay. Exact and internal: not for publication. Speaks of the last report_refresh().';
REVOKE ALL ON FUNCTION socu.report_summary(int) FROM PUBLIC;
