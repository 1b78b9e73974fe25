-- report: releases (rounding, hidden cells), who may read what, and the ways out: summary, CSV, long table.
\set SHOW_CONTEXT never
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;

-- The worked check: KZ to CN, RU, TJ, UZ = 40, 12, 3, 9, total 64.
INSERT INTO mobility (student, state, sending_state, receiving_state, sending_institution, receiving_institution, direction, starts_on, ends_on)
SELECT format('s-%s-%s', x.d, i), 'completed', 'KZ', x.d, 'a.kz', format('u%s.%s', i % 3, lower(x.d)), 'energy', '2024-09-01', '2025-01-31'
FROM (VALUES ('CN', 40), ('RU', 12), ('TJ', 3), ('UZ', 9)) x (d, n) CROSS JOIN LATERAL generate_series(1, x.n) i;
SELECT report_refresh('2025-08-31');
SELECT report_publish('2025-a', 2025) > 0 AS cells;
-- published: 40, 10, C, S, total 65
SELECT f.destination, f.value, f.conf FROM released_mobility_flow f
WHERE f.release = '2025-a' AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.destination <> 'KZ' ORDER BY array_position('{CN,RU,TJ,UZ,_T}', f.destination);
-- the hidden sum is 12; the published cells leave 15: neither 3 nor 9 can be told
SELECT sum(f.value) FILTER (WHERE f.destination = '_T') - sum(f.value) FILTER (WHERE f.destination <> '_T') AS difference FROM released_mobility_flow f
WHERE f.release = '2025-a' AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ';
-- the same figures are hidden in every view that shows them
SELECT DISTINCT f.breakdown COLLATE "C" AS breakdown, f.category COLLATE "C" AS category, f.origin, f.destination, f.conf FROM released_mobility_flow f WHERE f.measure = 'credit_flow' AND f.conf <> 'F' ORDER BY 1, 2, 3, 4;
SELECT v.destination, v.indicator COLLATE "C" AS indicator, v.convention COLLATE "C" AS convention, v.value, v.conf FROM released_mobility_volume v WHERE v.measure = 'credit_flow' AND v.origin = 'KZ' AND v.destination IN ('TJ', 'UZ', 'RU') ORDER BY 1, 2, 3;
SELECT n.state, n.value, n.numerator, n.denominator, n.conf FROM released_net_flow n WHERE n.measure = 'credit_flow' AND n.breakdown = 'total' ORDER BY 1;
SELECT o.destination, o.value, o.numerator, o.denominator, o.conf FROM released_origin_distribution o WHERE o.measure = 'credit_flow' AND o.breakdown = 'total' AND o.value IS DISTINCT FROM 0 ORDER BY 1;
SELECT c.indicator, c.value, c.conf FROM released_mobility_concentration c WHERE c.state = 'KZ' AND c.side = 'destinations' AND c.measure = 'credit_flow' ORDER BY 1;
-- one institution sends: fewer than three, not released
SELECT i.role COLLATE "C" AS role, i.state, i.institution COLLATE "C" AS institution, i.value, i.conf FROM released_institution_flow i ORDER BY 1, 2, 3;
-- whatever is hidden has no number anywhere
SELECT count(*) AS hidden_with_number FROM report_cell c WHERE c.conf <> 'F' AND num_nonnulls(c.value, c.numerator, c.denominator, c.lower, c.upper) > 0;
-- no line of a table with a margin hides exactly one positive cell (every line, counted here anew)
CREATE FUNCTION pg_temp.single(rel text) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM (
        SELECT x.line FROM report_cell c
        CROSS JOIN LATERAL (VALUES (concat_ws('|', 'row', c.measure, c.breakdown, c.category, c.origin)), (concat_ws('|', 'column', c.measure, c.breakdown, c.category, c.destination))) x (line)
        WHERE c.release = rel AND c.view = 'mobility_flow' AND c.measure <> 'official_stock' AND c.exact > 0
        GROUP BY x.line HAVING count(*) FILTER (WHERE c.conf <> 'F') = 1
        UNION ALL
        SELECT concat_ws('|', b.b, c.measure, c.origin, c.destination) FROM report_cell c JOIN unnest('{direction,kind,level,field}'::text[]) b (b) ON c.breakdown IN (b.b, 'total')
        WHERE c.release = rel AND c.view = 'mobility_flow' AND c.measure <> 'official_stock' AND c.exact > 0
        GROUP BY 1 HAVING count(*) FILTER (WHERE c.conf <> 'F') = 1) y $$;
SELECT pg_temp.single('2025-a') AS lines_with_one_hidden;

-- A larger year: many small cells.  Still no single one, and none below 5 in sight.
INSERT INTO mobility (student, state, sending_state, receiving_state, sending_institution, receiving_institution, direction, level, field, starts_on, ends_on)
SELECT format('l-%s-%s-%s', o.s, d.s, i), 'completed', o.s, d.s, format('u%s.%s', i % 4, lower(o.s)), format('v%s.%s', i % 5, lower(d.s)), ('{energy,ecology,economics,NULL}'::text[])[1 + (i * o.k + d.k) % 4],
       (5 + (i * d.k) % 4)::text, lpad((1 + (i + o.k * d.k) % 10)::text, 2, '0'), '2023-09-01', '2024-01-31'
FROM unnest('{KZ,CN,RU,TJ,UZ,KG,BY}'::text[]) WITH ORDINALITY o (s, k) CROSS JOIN unnest('{KZ,CN,RU,TJ,UZ,KG,BY}'::text[]) WITH ORDINALITY d (s, k)
CROSS JOIN LATERAL generate_series(1, (o.k * o.k * 7 + d.k * 13) % 41) i WHERE o.s <> d.s;
SELECT report_refresh('2025-08-31');
SELECT report_publish('2024-a', 2024) > 0 AS cells;
SELECT pg_temp.single('2024-a') AS lines_with_one_hidden;
SELECT count(*) FILTER (WHERE c.conf = 'C') > 100 AS primary, count(*) FILTER (WHERE c.conf = 'S') > 100 AS secondary, count(*) FILTER (WHERE c.conf = 'F') > 100 AS free,
       count(*) FILTER (WHERE c.conf = 'F' AND c.view IN ('mobility_flow', 'institution_flow') AND c.exact BETWEEN 1 AND 4) AS small_in_sight,
       count(*) FILTER (WHERE c.conf = 'F' AND c.view IN ('mobility_flow', 'institution_flow') AND c.value % 5 <> 0) AS not_rounded
FROM report_cell c WHERE c.release = '2024-a' AND c.measure <> 'official_stock';
SELECT count(*) AS small_denominators FROM report_cell c WHERE c.release = '2024-a' AND c.conf = 'F' AND c.measure <> 'official_stock' AND c.view = 'nomination_indicator' AND c.denominator BETWEEN 1 AND 20;
-- what a release hid stays hidden in a revision as long as it has not changed; the older one stays as it is
SELECT md5(string_agg(c::text, '|' ORDER BY c.cell)) AS before FROM report_cell c WHERE c.release = '2024-a' \gset
SELECT report_publish('2024-b', 2024) > 0 AS cells;
SELECT count(*) AS shown_again FROM report_cell a JOIN report_cell b ON b.release = '2024-b' AND b.view = a.view AND b.cell = a.cell WHERE a.release = '2024-a' AND a.conf <> 'F' AND b.conf = 'F';
SELECT md5(string_agg(c::text, '|' ORDER BY c.cell)) = :'before' AS unchanged FROM report_cell c WHERE c.release = '2024-a';

-- few persons behind enough stays: six stays of two persons
INSERT INTO mobility (student, state, sending_state, receiving_state, starts_on, ends_on)
SELECT 'p-' || i % 2, 'completed', 'KG', 'KZ', date '2021-09-01' + 30 * i, date '2021-09-20' + 30 * i FROM generate_series(0, 5) i;
SELECT report_refresh('2025-08-31');
SELECT report_publish('2022-a', 2022) > 0 AS cells;
SELECT v.indicator, v.value, v.conf FROM released_mobility_volume v WHERE v.release = '2022-a' AND v.origin = 'KG' AND v.destination = 'KZ' AND v.indicator IN ('persons', 'stays') ORDER BY 1;

-- Who reads what: the releases, nothing that is exact.
CREATE ROLE regress_socu_press;
SELECT grant_report_reader('regress_socu_press');
SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'sco'::regnamespace AND c.relkind IN ('r', 'v') AND has_table_privilege('regress_socu_press', c.oid, 'SELECT')
  AND (c.relname ~ '^(released_|report_|mobility|quota|official)' OR c.relname IN ('net_flow', 'state_indicator', 'state_stock', 'institution_flow', 'agreement_balance')) ORDER BY 1;
SAVEPOINT s;
SET ROLE regress_socu_press;
SELECT count(*) > 0 AS readable FROM released_mobility_flow;
SELECT count(*) > 0 AS readable FROM report_csv('released_mobility_flow', 2025);
SELECT * FROM mobility_flow;
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT exact FROM report_cell;
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT report_summary(2025);
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT report_publish('x', 2025);
ROLLBACK TO s;
SELECT grant_report_reader('regress_socu_nobody');
ROLLBACK TO s;

-- The ways out.
SELECT line FROM report_csv('released_mobility_flow', 2025) WITH ORDINALITY x (line, n) WHERE n = 1 OR line LIKE '2025-a,2025,credit_flow,total%' AND line LIKE '%KZ,%' ORDER BY n;
CREATE TEMP TABLE quoted AS SELECT 2025 AS year, 'a "b", c' AS words, NULL::text AS nothing, '' AS empty, E'two\nlines' AS lines;
SELECT * FROM report_csv('quoted', 2025);
SELECT * FROM report_csv('state', 2025);
ROLLBACK TO s;
SELECT x."DATAFLOW", x."TIME_PERIOD", x."INDICATOR", x."REF_AREA", x."COUNTERPART_AREA", x."UNIT_MEASURE", x."OBS_VALUE", x."OBS_STATUS", x."CONF_STATUS" FROM released_sdmx x
WHERE x."RELEASE" = '2025-a' AND x."DATAFLOW" = 'mobility_flow' AND x."BREAKDOWN" = 'total' AND x."COUNTERPART_AREA" = 'KZ' ORDER BY x."REF_AREA" COLLATE "C";
SELECT n, socu.report_number(n), socu.report_number(n, 1) FROM unnest('{0,999,1000,1234567.85,-1234.5,NULL}'::numeric[]) n;

-- what is refused
SELECT report_publish('2025-a', 2025);
ROLLBACK TO s;
SELECT report_publish('1955', 1955);
ROLLBACK TO s;
INSERT INTO report_params (params, min_cell) VALUES ('strict', 10);
SET LOCAL socu.report_params = 'strict';
SELECT report_publish('2025-strict', 2025);
ROLLBACK TO s;
-- other conventions, another release: below 10 is hidden
INSERT INTO report_params (params, min_cell) VALUES ('strict', 10);
SET LOCAL socu.report_params = 'strict';
SELECT report_refresh('2025-08-31') IS NOT NULL AS refreshed, report_publish('2025-strict', 2025) > 0 AS cells;
SELECT f.destination, f.value, f.conf FROM released_mobility_flow f
WHERE f.release = '2025-strict' AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.destination <> 'KZ' AND f.destination = ANY ('{CN,RU,TJ,UZ,_T}') ORDER BY f.destination COLLATE "C";
SELECT r.release, r.year, r.as_of, r.conventions ->> 'min_cell' AS min_cell FROM released_release r ORDER BY 1;
ROLLBACK TO s;

-- One screen.
\pset format unaligned
\pset tuples_only on
SELECT regexp_replace(report_summary(2025), 'at \d{4}-\d\d-\d\d \d\d:\d\d UTC', 'at (the time of the refresh)');
\pset tuples_only off
\pset format aligned
SELECT max(length(l)) <= 200 AS fits, count(*) <= 40 AS one_screen FROM regexp_split_to_table(report_summary(2025), E'\n') l;
DELETE FROM report_state;
SELECT report_summary(2025);
SELECT report_publish('x', 2025);
ROLLBACK;
