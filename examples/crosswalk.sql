-- A column of programme codes as six states wrote it: cleaned, repaired, grouped.
-- psql -f examples/crosswalk.sql, from the top of the source tree, in a database where the extension is created.
\set QUIET on
\pset footer off
\pset null ''
SET client_encoding = 'UTF8';
SET search_path = socu, public;

CREATE TEMP TABLE sheet (state text, written text, students int);
\copy sheet FROM 'examples/programmes.csv' CSV HEADER

-- Every cell is read twice: strictly, and with repairs.
CREATE TEMP TABLE reading AS
SELECT s.*, coalesce(strict.code, lenient.code) AS code, lenient.title,
       CASE WHEN strict.code IS NULL THEN lenient.repairs END AS repairs, lenient.candidates, lenient.problem
FROM sheet s,
     program_code_parse(s.written, s.state) strict,
     program_code_parse(s.written, s.state, lenient => true) lenient;

\echo
\echo == The column as it came ==
SELECT count(*) AS cells, count(DISTINCT state) AS states, sum(students) AS students FROM sheet;

\echo
\echo == Read as they stand: Cyrillic letters, full-width digits, dashes, attached titles ==
SELECT state, written, code, title FROM reading WHERE code IS NOT NULL AND repairs IS NULL ORDER BY code;

\echo
\echo == Repaired: each repair is named, and leads to one code only ==
SELECT state, written, code, array_to_string(repairs, ', ') AS repair FROM reading WHERE repairs <> '{}' AND code IS NOT NULL ORDER BY code;

\echo
\echo == For a person to decide: never chosen silently ==
SELECT state, written, problem, students,
       (SELECT string_agg(c || coalesce(' ' || program_title(c), ''), ', or ' ORDER BY c) FROM unnest(candidates) c) AS "it may be",
       (SELECT string_agg(DISTINCT c::text, ', ') FROM unnest(candidates) c JOIN program_title p ON p.code = c AND p.title = reading.title) AS "has this title"
FROM reading WHERE code IS NULL ORDER BY problem, state, written;

\echo
\echo == Students by broad field of education (ISCED-F 2013) ==
SELECT code(b.code) AS field, coalesce(b.name_en, '(code not decided)') AS name, count(*) AS cells, sum(r.students) AS students
FROM reading r
LEFT JOIN isced_f b ON isced_f(r.code) <@ b.code AND depth(b.code) = 1
GROUP BY b.code, b.name_en ORDER BY b.code NULLS LAST;

\echo
\echo == Students by direction of study of the SCO University ==
SELECT CASE WHEN code IS NULL THEN '(code not decided)' ELSE coalesce(direction(code), '(none)') END AS direction,
       count(*) AS cells, sum(students) AS students, string_agg(DISTINCT state, ' ' ORDER BY state) AS states
FROM reading GROUP BY 1 ORDER BY sum(students) DESC, 1;

\echo
\echo == What a Kazakh master of Information systems (6M070300) is elsewhere ==
SELECT state.name AS classifier, c.code, c.relation, c.confidence
FROM (VALUES ('Russia, 2013', 'RU2013'), ('China, postgraduate', 'CN_PG'), ('Uzbekistan, 2021', 'UZ2021'), ('Kyrgyzstan', 'KG')) AS state (name, label),
     crosswalk('KZ2009:6M070300', state.label) c
ORDER BY state.name, c.code;
