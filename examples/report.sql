-- Statistics of the network, from generated records and from official figures.
-- psql -f examples/report.sql, from the top of the source tree, in a database where the extension is created.
\set QUIET on
\pset footer off
\pset null '-'
SET search_path = sco, public, socu;
SET client_min_messages = warning;
\o /dev/null
\set scale 6000
\set seed 7
\set quotas 1
\i tests/bench/generate_mobility.sql
SELECT report_refresh('2025-06-30');
\o

\echo
\echo 'WHO GOES WHERE: stays that began in 2024/25, origins down, destinations across'
\echo '(6 000 requests were made up by tests/bench/generate_mobility.sql; nothing here is a real figure of the network)'
SELECT origin, destination, value FROM mobility_flow
WHERE year = 2025 AND measure = 'credit_flow' AND breakdown = 'total' AND origin IN ('CN', 'KG', 'KZ', 'RU', 'UZ', '_T') AND destination IN ('CN', 'KG', 'KZ', 'RU', 'UZ', '_T')
ORDER BY origin, destination \crosstabview origin destination value

\echo
\echo 'THE SAME, RELEASED: each count drawn to one of the multiples of 5 around it, so that nobody is shown; a total is drawn by itself'
SELECT report_publish('demo', 2025) > 0 AS published \g /dev/null
SELECT origin, destination, CASE WHEN status = 'Z' THEN '-' ELSE value::text END AS value FROM released_mobility_flow
WHERE year = 2025 AND measure = 'credit_flow' AND breakdown = 'total' AND origin IN ('CN', 'KG', 'KZ', 'RU', 'UZ', '_T') AND destination IN ('CN', 'KG', 'KZ', 'RU', 'UZ', '_T')
ORDER BY origin, destination \crosstabview origin destination value

\echo
\echo 'OFFICIAL FIGURES: two offices count Chinese students in Kazakhstan, and the definition travels with the figure'
SELECT series, year, as_of, value, EXISTS (SELECT FROM official_choice o WHERE (o.state, o.year, o.measure, o.unit, o.series) = (c.state, c.year, c.measure, c.unit, c.series) AND o.used) AS "used in rates", definition FROM official_count c
WHERE state = 'KZ' AND measure = 'mobile' AND category = 'CN' ORDER BY 1;

\echo 'INBOUND MOBILITY RATE, from official figures: a rate without a denominator is missing, not zero'
SELECT year, state, numerator AS "from abroad", denominator AS "enrolled", round(value, 2) AS "rate %", status FROM inbound_mobility_rate
WHERE measure = 'official_stock' AND breakdown = 'total' AND (state, year) IN (('KZ', 2024), ('KZ', 2025), ('KG', 2022), ('CN', 2018)) ORDER BY 1, 2;

\echo 'AS CSV: SELECT report_csv(''released_net_flow'', 2025)'
\pset format unaligned
\pset tuples_only on
SELECT line FROM report_csv('released_net_flow', 2025) WITH ORDINALITY x (line, n) WHERE n = 1 OR line LIKE '%credit_flow,__,total%' ORDER BY n LIMIT 4;

\echo
\echo 'ONE SCREEN FOR THE RECTOR: SELECT report_summary(2025)'
\echo
SELECT report_summary(2025);
