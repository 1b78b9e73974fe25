-- Transcripts of mobile students, converted between the credit systems of their host and home universities.
-- psql -f examples/credit.sql, from the top of the source tree, in a database where the extension is created.
\set QUIET on
\pset footer off
\pset null '-'
SET search_path = public, socu;
SET client_min_messages = warning;

CREATE TEMP TABLE transcript (
    student text, admitted_on date, home text, home_scheme text, host text, course text, activity text, amount numeric, scheme text,
    earned_on date, credit credit GENERATED ALWAYS AS (credit(amount, scheme)) STORED);
\copy transcript (student, admitted_on, home, home_scheme, host, course, activity, amount, scheme, earned_on) FROM 'examples/transcripts.csv' (FORMAT csv, HEADER)

\echo
\echo 'TRANSCRIPTS: what the students earned abroad'
\echo '(credits as the host university counts them)'
SELECT student, host, course, credit AS "credits" FROM transcript ORDER BY student, earned_on;

-- For each student the published rates (method M1) that lead to ECTS and to the home scheme, if there are any.
CREATE TEMP VIEW rated AS
SELECT t.*, e.method AS ects_rule, e.path AS ects_path, h.method AS home_rule, h.path AS home_path
FROM transcript t
LEFT JOIN LATERAL (SELECT * FROM credit_equivalence(t.scheme, 'ECTS', t.earned_on, t.admitted_on) WHERE method = 'M1') e ON true
LEFT JOIN LATERAL (SELECT * FROM credit_equivalence(t.scheme, t.home_scheme, t.earned_on, t.admitted_on) WHERE method = 'M1') h ON true;

\echo
\echo 'RESULTS: the totals in the host''s system, in ECTS, and at home'
\echo '("no rule": no official rate exists; the next table shows what could be agreed on)'
SELECT student, host || ' to ' || home AS "host to home", sum(credit) AS "at the host",
       coalesce(sum(CASE WHEN ects_rule IS NOT NULL THEN credit_convert(credit, 'ECTS', earned_on, cohort => admitted_on) END)::text, 'no rule') AS "in ECTS",
       coalesce(sum(CASE WHEN home_rule IS NOT NULL THEN credit_convert(credit, home_scheme, earned_on, cohort => admitted_on) END)::text, 'no rule') AS "at home",
       coalesce(min(home_path), min(ects_path), '-') AS "by the published rate"
FROM rated GROUP BY student, host, home ORDER BY student;

\echo
\echo 'WHERE NO OFFICIAL RULE EXISTS: what each method would give for the whole transcript'
\echo '(M2: hours of work; M2H: hours as each country counts them; M4: share of a full-time year; somebody has to decide)'
SELECT student, sum(credit) AS "at the host", home_scheme AS "home system", m.method, 
       CASE WHEN (m.low_num, m.low_den) = (m.high_num, m.high_den) THEN round(amount(sum(credit)) * m.num / m.den, 2)::text
            ELSE round(amount(sum(credit)) * m.low_num / m.low_den, 2) || ' to ' || round(amount(sum(credit)) * m.high_num / m.high_den, 2) END AS "would give", m.path AS "because"
FROM rated, LATERAL credit_equivalence(scheme, home_scheme, earned_on, admitted_on) m
WHERE home_rule IS NULL
GROUP BY student, home_scheme, m.method, m.num, m.den, m.low_num, m.low_den, m.high_num, m.high_den, m.path ORDER BY student, m.method;

\echo
\echo 'INDIA TO ECTS: one credit of the National Credit Framework, by method'
SELECT method, num || '/' || den || CASE WHEN (num, den) <> (high_num, high_den) THEN ' to ' || high_num || '/' || high_den ELSE '' END AS "ECTS", path AS "because"
FROM credit_equivalence('IN_NCRF', 'ECTS', '2025-01-01') WHERE method IN ('M2', 'M4');

\echo
\echo 'WHY THE COHORT MATTERS: 3 Kazakh credits of a student admitted in 2016, and of one admitted in 2019'
SELECT credit_convert('3 KZ_2004', 'ECTS', '2019-12-31', cohort => '2016-09-01') AS "admitted 2016", credit_convert('3 KZ', 'ECTS', '2019-12-31', cohort => '2019-09-01') AS "admitted 2019";

\echo 'WHY THE ORDER OF ROUNDING MATTERS: 1, 2, 3 and 4 credits at 3/2, rounded half up to whole credits'
SELECT credit_total(c, 'ECTS', '2012-01-01') AS "exact", credit_total(c, 'ECTS', '2012-01-01', 1, 'half_up', 'per_line', NULL, 'standard', NULL) AS "line by line",
       credit_total(c, 'ECTS', '2012-01-01', 1, 'half_up', 'total', NULL, 'standard', NULL) AS "the total once"
FROM unnest('{"1 KZ_2004","2 KZ_2004","3 KZ_2004","4 KZ_2004"}'::credit[]) c;
