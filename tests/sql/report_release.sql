-- report: releases (rounding, hidden cells), who may read what, and the ways out: summary, CSV, long table.
\set SHOW_CONTEXT never
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;

-- the secret is known here, so that the same is drawn each time
INSERT INTO socu.network_secret SELECT n.oid, sha256('regress') FROM pg_namespace n WHERE n.nspname = 'sco';

-- KZ to CN, RU, TJ, UZ = 40, 12, 3, 9, total 64; 300 students of seven states the year before, with many small cells
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, direction, starts_on, ends_on)
SELECT format('s-%s-%s', x.d, i), 'completed', 'KZ', x.d, 'a.kz', format('u%s.%s', i % 3, lower(x.d)), 'energy', '2024-09-01', '2025-01-31'
FROM (VALUES ('CN', 40), ('RU', 12), ('TJ', 3), ('UZ', 9)) x (d, n) CROSS JOIN LATERAL generate_series(1, x.n) i;
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, direction, level, field, starts_on, ends_on)
SELECT format('l-%s-%s-%s', o.s, d.s, i), 'completed', o.s, d.s, format('u%s.%s', i % 4, lower(o.s)), format('v%s.%s', i % 5, lower(d.s)), ('{energy,ecology,economics,NULL}'::text[])[1 + (i * o.k + d.k) % 4],
       5 + (i * d.k) % 4, 'ISCEDF:' || lpad((1 + (i + o.k * d.k) % 10)::text, 2, '0'), '2023-09-01', '2024-01-31'
FROM unnest('{KZ,CN,RU,TJ,UZ,KG,BY}'::text[]) WITH ORDINALITY o (s, k) CROSS JOIN unnest('{KZ,CN,RU,TJ,UZ,KG,BY}'::text[]) WITH ORDINALITY d (s, k)
CROSS JOIN LATERAL generate_series(1, (o.k * o.k * 7 + d.k * 13) % 41) i WHERE o.s <> d.s;
-- four staff and their second stays: 8 stays of 4 persons; a quota line of 40 seats, and three of 4 seats that are too small for themselves
INSERT INTO mobility (student, status, kind, sending_state, receiving_state, starts_on, ends_on)
SELECT 't-' || i % 4, 'completed', 'teaching', 'KG', 'KZ', date '2023-09-11' + 30 * i, date '2023-09-15' + 30 * i FROM generate_series(0, 7) i;
INSERT INTO quota (code, sending_state, receiving_state, validity, seats, enforcement) VALUES ('BIG', 'CN', 'RU', '[2023-09-01,2024-09-01)', 40, 'advisory'),
('SMALL1', 'KZ', 'CN', '[2023-09-01,2024-09-01)', 4, 'advisory'), ('SMALL2', 'KZ', 'RU', '[2023-09-01,2024-09-01)', 4, 'advisory'), ('SMALL3', 'KZ', 'TJ', '[2023-09-01,2024-09-01)', 4, 'advisory');
SELECT report_refresh('2025-08-31');
SELECT report_publish('2025-a', 2025) > 0 AS cells, report_publish('2024-a', 2024) > 0 AS cells_2024;

-- each flow is printed as one of the two multiples of 5 around it, and listed if that is above 0
CREATE TEMP VIEW printed AS
SELECT m.year, m.measure, m.breakdown, m.category, m.origin, m.destination, m.value AS exact, coalesce(r.value, 0) AS printed, r.value IS NOT NULL AS listed
FROM mobility_flow m LEFT JOIN released_mobility_flow r ON r.release = m.year || '-a' AND r.measure = m.measure AND r.breakdown = m.breakdown AND r.category = m.category
     AND r.origin = m.origin AND r.destination = m.destination
WHERE m.measure <> 'official_stock' AND m.status <> 'Z' AND m.year IN (2024, 2025);
SELECT year, count(*) > 20 AS many, count(*) FILTER (WHERE printed % 5 <> 0 OR abs(printed - exact) > 4) AS far, count(*) FILTER (WHERE listed <> (printed > 0)) AS listed_wrong,
       count(*) FILTER (WHERE exact BETWEEN 1 AND 4 AND listed) > 0 AND count(*) FILTER (WHERE exact BETWEEN 1 AND 4 AND NOT listed) > 0 AS small_ones_either_way
FROM printed WHERE exact > 0 OR listed GROUP BY year ORDER BY year;
SELECT count(*) AS not_in_the_exact_view FROM released_mobility_flow r WHERE r.measure <> 'official_stock' AND NOT EXISTS (
    SELECT FROM mobility_flow m WHERE (m.year, m.measure, m.breakdown, m.category, m.origin, m.destination) = (r.year, r.measure, r.breakdown, r.category, r.origin, r.destination) AND m.value > 0);
-- the total is drawn by itself: parts need not add up to it
SELECT destination, exact, printed FROM printed WHERE year = 2025 AND measure = 'credit_flow' AND breakdown = 'total' AND origin = 'KZ' AND exact > 0 ORDER BY array_position('{CN,RU,TJ,UZ,_T}', destination);
-- one set of persons is printed alike wherever it stands: all of KZ go by one direction, from one institution
SELECT count(DISTINCT value) AS prints, count(*) AS places FROM (
    SELECT value FROM released_mobility_flow WHERE year = 2025 AND measure = 'credit_flow' AND origin = 'KZ' AND destination = '_T' AND breakdown IN ('total', 'direction', 'kind')
    UNION ALL SELECT value FROM released_mobility_flow WHERE year = 2025 AND measure = 'credit_flow' AND origin = '_T' AND destination = '_T' AND breakdown = 'total'
    UNION ALL SELECT value FROM released_institution_flow WHERE year = 2025 AND measure = 'credit_flow' AND role = 'origin' AND institution = 'a.kz'
    UNION ALL SELECT value FROM released_mobility_volume WHERE year = 2025 AND measure = 'credit_flow' AND origin = 'KZ' AND destination = '_T' AND indicator IN ('stays', 'persons')
    UNION ALL SELECT denominator FROM released_nomination_indicator WHERE year = 2025 AND measure = 'credit_flow' AND origin = 'KZ' AND destination = '_T' AND indicator IN ('acceptance_rate', 'early_return_rate')) x;
-- stays and persons share a draw: persons are never printed above stays
SELECT count(*) AS more_persons FROM released_mobility_volume p JOIN released_mobility_volume s USING (release, measure, origin, destination) WHERE p.indicator = 'persons' AND s.indicator = 'stays' AND p.value > s.value;
SELECT count(*) FILTER (WHERE s.value IS NOT NULL) AS stays FROM released_mobility_volume s WHERE s.indicator = 'persons' AND NOT EXISTS (
    SELECT FROM released_mobility_volume t WHERE (t.release, t.measure, t.origin, t.destination, t.indicator) = (s.release, s.measure, s.origin, s.destination, 'stays'));

-- everything else is computed from what is printed
CREATE TEMP VIEW margin AS SELECT release, measure, breakdown, category, origin, destination, value FROM released_mobility_flow WHERE measure <> 'official_stock';
SELECT count(*) > 50 AS shares, count(*) FILTER (WHERE o.value <> least(100, round(100 * o.numerator / o.denominator)) OR o.numerator <> x.value OR o.denominator <> t.value OR t.value < 25) AS wrong
FROM released_origin_distribution o
LEFT JOIN margin x ON (x.release, x.measure, x.breakdown, x.category, x.origin, x.destination) = (o.release, o.measure, o.breakdown, o.category, o.origin, o.destination)
LEFT JOIN margin t ON (t.release, t.measure, t.breakdown, t.category, t.origin, t.destination) = (o.release, o.measure, o.breakdown, o.category, '_T', o.destination)
WHERE o.measure <> 'official_stock';
SELECT count(*) > 20 AS flows, count(*) FILTER (WHERE n.value <> n.numerator - n.denominator OR n.numerator <> coalesce(i.value, 0) OR n.denominator <> coalesce(o.value, 0)) AS wrong FROM released_net_flow n
LEFT JOIN margin i ON (i.release, i.measure, i.breakdown, i.category, i.origin, i.destination) = (n.release, n.measure, n.breakdown, n.category, '_T', n.state)
LEFT JOIN margin o ON (o.release, o.measure, o.breakdown, o.category, o.origin, o.destination) = (n.release, n.measure, n.breakdown, n.category, n.state, '_T')
WHERE n.measure <> 'official_stock';
SELECT count(*) > 5 AS indices, count(*) FILTER (WHERE c.value <> h.hhi) AS wrong FROM released_mobility_concentration c
JOIN LATERAL (SELECT round(sum(x.value * x.value) / (sum(x.value) * sum(x.value)), 2) AS hhi FROM margin x
              WHERE x.release = c.release AND x.measure = c.measure AND x.breakdown = 'total' AND x.origin <> '_T' AND x.destination <> '_T'
                AND c.state = CASE c.side WHEN 'origins' THEN x.destination ELSE x.origin END) h ON true
WHERE c.indicator = 'hhi' AND c.measure <> 'official_stock';
SELECT count(*) AS unprinted_parts FROM report_cell c WHERE c.conf = 'rr5' AND c.view <> 'mobility_concentration' AND (c.numerator % 5 <> 0 OR c.view NOT IN ('inbound_mobility_rate', 'outbound_mobility_ratio', 'gross_outbound_enrolment_ratio', 'net_flow_ratio', 'quota_indicator') AND c.denominator % 5 <> 0);
SELECT count(*) AS over_few FROM report_cell c WHERE c.conf = 'rr5' AND c.unit = '%' AND c.denominator < 25 AND c.view <> 'quota_indicator';
SELECT count(*) AS decimals FROM report_cell c WHERE c.conf = 'rr5' AND c.view IN ('origin_distribution', 'destination_share', 'nomination_indicator', 'mobility_volume') AND c.unit = '%' AND c.value <> trunc(c.value);
-- means: ten printed stays or more, steps of a half; a sum is the mean times the printed stays
SELECT count(*) > 5 AS means, count(*) FILTER (WHERE v.denominator < 10 OR 2 * v.value <> trunc(2 * v.value)) AS wrong FROM released_mobility_volume v WHERE v.indicator IN ('mean_stay', 'days_per_stay');
SELECT count(*) FILTER (WHERE s.value <> m.value * m.denominator) AS wrong FROM released_mobility_volume m JOIN released_mobility_volume s USING (release, measure, origin, destination)
WHERE (m.indicator, s.indicator) IN (('mean_stay', 'student_months'), ('days_per_stay', 'working_days'));
-- quotas: the small lines are one line of 12 seats; used is capped at the multiple of 5 below the seats
SELECT q.code, q.indicator, q.denominator, q.numerator <= 5 * floor(q.denominator / 5) AS capped, q.value = round(100 * q.numerator / q.denominator) AS from_prints FROM released_quota_indicator q WHERE q.year = 2024 ORDER BY 1, 2;

-- the same again: nothing is drawn anew; with one more record few prints change, and none by more than one step
SELECT report_publish('2024-b', 2024) > 0 AS cells;
SELECT count(*) AS changed FROM (SELECT view, indicator, measure, breakdown, category, origin, destination, state, institution, value, numerator, denominator FROM report_cell WHERE release = '2024-a'
    EXCEPT SELECT view, indicator, measure, breakdown, category, origin, destination, state, institution, value, numerator, denominator FROM report_cell WHERE release = '2024-b') x;
SELECT pg_sleep(0.01) \g /dev/null
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, direction, level, field, starts_on, ends_on)
VALUES ('one-more', 'completed', 'KZ', 'CN', 'u1.kz', 'v1.cn', 'energy', '7', 'ISCEDF:01', '2023-09-01', '2024-01-31');
-- the roll-ups do not know of it: not published without a word
SAVEPOINT s;
SELECT report_publish('2024-c', 2024);
ROLLBACK TO s;
SELECT report_publish('2025-c', 2025) > 0 AS another_year;
ROLLBACK TO s;
SELECT report_publish('2024-c', 2024, allow_stale => true) > 0 AS cells;
ROLLBACK TO s;
SELECT report_refresh('2025-08-31');
SELECT report_publish('2024-c', 2024) > 0 AS cells;
SELECT max(abs(coalesce(a.value, 0) - coalesce(c.value, 0))) <= 5 AS one_step, count(*) FILTER (WHERE a.value IS DISTINCT FROM c.value) <= 0.2 * 20 + 4 AS few
FROM (SELECT * FROM released_mobility_flow WHERE release = '2024-a') a FULL JOIN (SELECT * FROM released_mobility_flow WHERE release = '2024-c') c USING (measure, breakdown, category, origin, destination);
-- another secret prints otherwise, in a network that has drawn nothing yet
DELETE FROM report_draw;
UPDATE socu.network_secret SET secret = sha256('another');
SELECT report_publish('2024-d', 2024) > 0 AS cells;
SELECT count(*) > 20 AS other_prints FROM (SELECT measure, breakdown, category, origin, destination, value FROM released_mobility_flow WHERE release = '2024-c'
    EXCEPT SELECT measure, breakdown, category, origin, destination, value FROM released_mobility_flow WHERE release = '2024-d') x;

-- the other methods
INSERT INTO report_params (params, method) VALUES ('ckm', 'ckm'), ('hesa5', 'hesa5');
SET LOCAL socu.report_params = 'ckm';
SELECT report_refresh('2025-08-31') IS NOT NULL AS refreshed, report_publish('2025-ckm', 2025) > 0 AS cells;
SET LOCAL socu.report_params = 'hesa5';
SELECT report_refresh('2025-08-31') IS NOT NULL AS refreshed, report_publish('2025-hesa5', 2025) > 0 AS cells;
SELECT f.release, string_agg(format('%s %s', f.destination, f.value), ', ' ORDER BY f.destination COLLATE "C") FILTER (WHERE f.release = '2025-hesa5') AS hesa5, min(f.value) > 2 AS never_1_or_2, min(f.conf) AS conf
FROM released_mobility_flow f WHERE f.release IN ('2025-ckm', '2025-hesa5') AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' GROUP BY 1 ORDER BY 1;
SET LOCAL socu.report_params = '';
SELECT report_refresh('2025-08-31') IS NOT NULL AS refreshed;

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
SELECT value FROM report_cell;
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT draw FROM report_draw;
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT report_secret_now();
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT report_summary(2025);
ROLLBACK TO s;
SET ROLE regress_socu_press;
SELECT report_publish('x', 2025);
ROLLBACK TO s;
SELECT grant_report_reader('regress_socu_nobody');
ROLLBACK TO s;

-- An analyst of the house: every exact view and the summary, no record.
CREATE ROLE regress_socu_analyst;
SELECT grant_report_analyst('regress_socu_analyst');
SET ROLE regress_socu_analyst;
SELECT count(*) > 0 AS exact FROM report_observation;
SELECT count(*) > 0 AS pairs FROM institution_pair_flow;
SELECT report_summary(2025) ~ 'EXCHANGE' AS summary;
SELECT count(*) FROM mobility;
ROLLBACK TO s;
-- The latest release of a year.
SELECT l.release, count(*) > 0 AS cells FROM released_latest l GROUP BY 1 ORDER BY 1;

-- The ways out.
SELECT line FROM report_csv('released_mobility_flow', 2025) WITH ORDINALITY x (line, n) WHERE n = 1 OR line LIKE '2025-a,2025,credit_flow,total%' AND line LIKE '%KZ,%' ORDER BY n;
CREATE TEMP TABLE quoted AS SELECT 2025 AS year, 'a "b", c' AS words, NULL::text AS nothing, '' AS empty, E'two\nlines' AS lines;
SELECT * FROM report_csv('quoted', 2025);
SELECT * FROM report_csv('state', 2025);
ROLLBACK TO s;
-- a spreadsheet runs nothing; numbers are plain; a byte-order mark on request
CREATE TEMP TABLE unsafe AS SELECT 2025 AS year, w AS words, n AS number FROM (VALUES ('=1+1', -1.50), ('+7', 100), ('-x', NULL), ('@a,"b', 0.0), ('a=b', 1e10)) v (w, n);
SELECT * FROM report_csv('unsafe', 2025);
SELECT line = E'\uFEFFyear,words,number' AS marked FROM report_csv('unsafe', 2025, byte_order_mark => true) WITH ORDINALITY x (line, n) WHERE n = 1;
ROLLBACK TO s;
SELECT x."DATAFLOW", x."TIME_PERIOD", x."INDICATOR", x."REF_AREA", x."COUNTERPART_AREA", x."UNIT_MEASURE", x."OBS_VALUE", x."OBS_STATUS", x."CONF_STATUS", x."SOCU_METHOD" FROM released_sdmx x
WHERE x."RELEASE" = '2025-a' AND x."DATAFLOW" = 'mobility_flow' AND x."BREAKDOWN" = 'total' AND x."COUNTERPART_AREA" = 'KZ' ORDER BY x."REF_AREA" COLLATE "C";
SELECT n, socu.report_number(n), socu.report_number(n, 1) FROM unnest('{0,999,1000,1234567.85,-1234.5,NULL}'::numeric[]) n;

-- what is refused
SELECT report_publish('2025-a', 2025);
ROLLBACK TO s;
SELECT report_publish('1955', 1955);
ROLLBACK TO s;
INSERT INTO report_params (params, min_denominator) VALUES ('strict', 100);
SET LOCAL socu.report_params = 'strict';
SELECT report_publish('2025-strict', 2025);
ROLLBACK TO s;
-- other conventions, another release: no share of fewer than 100
INSERT INTO report_params (params, min_denominator) VALUES ('strict', 100);
SET LOCAL socu.report_params = 'strict';
SELECT report_refresh('2025-08-31') IS NOT NULL AS refreshed, report_publish('2025-strict', 2025) > 0 AS cells;
SELECT count(*) AS shares FROM released_origin_distribution f WHERE f.release = '2025-strict' AND f.measure <> 'official_stock';
SELECT r.release, r.year, r.as_of, r.method, r.generated, r.conventions ->> 'min_denominator' AS min_denominator FROM released_release r ORDER BY 1;
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
