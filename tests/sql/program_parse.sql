-- program: codes as people and spreadsheets write them.
-- (unaligned: how wide invisible characters are differs between psql versions)
\pset format unaligned
\getenv abs_srcdir PG_ABS_SRCDIR
\set file :abs_srcdir '/data/program_vectors.tsv'
SET search_path = socu, public;
BEGIN;

-- The vectors: each read strictly and leniently.
CREATE TEMP TABLE vector (no int PRIMARY KEY, input text, hint text, code text, repair text, problem text,
                          lenient_code text, lenient_repair text, lenient_problem text, remark text);
\set copy '\\copy vector FROM ' :'file' ' (FORMAT csv, DELIMITER E''\\t'', HEADER, QUOTE E''\\b'', FORCE_NOT_NULL (input, code, repair, problem, lenient_code, lenient_repair, lenient_problem))'
:copy
SELECT count(*) FROM vector;
CREATE TEMP VIEW outcome AS
SELECT no, input, hint, lenient, p.*,
       coalesce(p.code::text, '') AS is_code, array_to_string(p.repairs, ',') AS is_repair,
       coalesce(p.problem, '') || CASE WHEN p.problem = 'ambiguous' THEN ' ' || (SELECT string_agg(classifier(c), ', ' ORDER BY n) FROM unnest(p.candidates) WITH ORDINALITY AS u (c, n)) ELSE '' END AS is_problem,
       CASE WHEN lenient THEN v.lenient_code ELSE v.code END AS should_code,
       CASE WHEN lenient THEN lenient_repair ELSE repair END AS should_repair,
       CASE WHEN lenient THEN lenient_problem ELSE v.problem END AS should_problem
FROM vector v, unnest(ARRAY[false, true]) AS lenient, program_code_parse(input, hint, lenient) AS p;
SELECT no, input, lenient, is_code, should_code, is_repair, should_repair, is_problem, should_problem
FROM outcome WHERE (is_code, is_repair, is_problem) IS DISTINCT FROM (should_code, should_repair, should_problem) ORDER BY no, lenient;
SELECT count(*) AS outcomes, count(code) AS accepted, count(*) FILTER (WHERE repairs <> '{}') AS repaired,
       count(*) FILTER (WHERE problem = 'ambiguous') AS ambiguous FROM outcome;
-- what was accepted is its only candidate; what was ambiguous has several
SELECT no, code, candidates FROM outcome WHERE code IS NOT NULL AND candidates <> ARRAY[code] OR problem = 'ambiguous' AND cardinality(candidates) < 2;
-- the titles
SELECT no, code, title FROM outcome WHERE title IS NOT NULL AND NOT lenient ORDER BY no;

-- The explicit spelling is always accepted, and a classifier as a hint does the same; it also admits headings and what is searched only by name.
SELECT input, hint, p.* FROM (VALUES
    ('KZ2009:6M070300', NULL), ('kz2009: 6М070300 Информационные системы', NULL), ('6M07', NULL), ('6M07', 'KZ2009'), ('RU2013: 09.00.00', NULL),
    ('080605', 'CN_UG1998'), ('05.01.10', 'UZ_OAK'), ('05.01.10', 'UZ'), ('it', 'SCOU_DIR'), ('Ա.01.07 Հաշվողական մաթեմատիկա', 'AM_PHD'),
    ('KZ2009:6M070300', 'KZ2018'), ('KZ2009:', NULL), ('NOBODY:6M070300', NULL), ('RU2022:1', NULL)) AS t (input, hint), program_code_parse(input, hint) AS p;

-- Hints: classifier, state, level, alone or together; an unknown one is reported.
SELECT hint, p.code, p.problem, p.candidates FROM unnest(ARRAY['CN', 'cn', 'CN_PG', 'CN 7', 'level=bachelor', 'country=CN;level=8', 'магистр', 'CN_PG bachelor', 'RU,CN_PG', 'KZ', 'Kazakhstan', '']) AS hint,
    program_code_parse('080902', hint) AS p;
-- A state without a known classifier: the code stays with the state, if it has a digit.
SELECT input, hint, p.code, p.title, p.problem FROM (VALUES ('BTECH-01 Computer science', 'IN'), ('Computer science', 'IN'), ('۱۲۳۴', 'IR'), ('12.3', 'PK')) AS t (input, hint), program_code_parse(input, hint) AS p;

-- Other spellings.
SELECT input, p.code, p.title, p.problem FROM unnest(ARRAY[
    '«6M070300» Information systems', '"6M070300"', '(6M070300)', '6M070300 (Information systems)', '6M070300 «Информационные системы»', '6M070300:Information systems',
    '№ 6M070300', 'Шифр 6M070300', 'code 6M070300', 'Codex', E'6M\u00AD070\u200B300', E'\uFEFF6M070300\t\n', '6M070300 X', '6M070300 2', '6M070300-', '6M070300.',
    '09 04 02 Information', '09,04,02', '1-40.01.01 X1', '٠٨٠٩١٠T', '5Б070300', '5Д070300', 'B0S7', '6M 0703 00', '080910 T 数据', '0812 计算机', '06 1 3', 'BM086 D094',
    '6M070300 Information systems, 6M070400 Computer engineering', '6M070300/6M070400', '60610200 S', 'нет', '无', '---', '?', 'без кода', '6M0703', '6n0718', 'Б057']) AS input,
    program_code_parse(input) AS p;

-- Repairs: only leniently, only one at a time, only to one reading.
SELECT input, hint, p.code, p.title, p.repairs, p.problem, p.candidates FROM (VALUES
    ('81200', 'CN master'), ('90000', 'RU_OKSO2003'), ('50703', NULL), ('6M0703OO Information Optics', NULL), ('6M07O3l0', NULL), ('5В07ОЗ00', NULL), ('6МО70300', NULL),
    ('60610200-K Sirtqi', NULL), ('60610200/S', NULL), ('080901KT', NULL), ('60920103005 Chilonzor', NULL), ('B0S7', NULL), ('60610200-K', 'KZ'), ('6M0703', NULL), ('xyz', NULL)) AS t (input, hint),
    program_code_parse(input, hint, true) AS p;

-- It raises nothing: NULL, junk, long texts.
SELECT p.* FROM program_code_parse(NULL) AS p;
SELECT p.code, p.problem, length(p.title) FROM program_code_parse('6M070300 ' || repeat('x', 3000000)) AS p;
SELECT p.code, p.problem, length(p.title) FROM program_code_parse(repeat(' ', 3000000) || '6M070300' || repeat(' ', 3000000)) AS p;
SELECT p.code, p.problem FROM program_code_parse(repeat('(', 3000000)) AS p;
SELECT p.code, p.problem FROM program_code_parse('6M070300' || repeat('-', 3000000) || 'Systems') AS p;
SELECT p.code, p.problem FROM program_code_parse(repeat('9', 3000000), NULL, true) AS p;
SELECT count(*) FILTER (WHERE p.problem IS NULL AND p.code IS NULL) AS contradictions
FROM generate_series(0, 999) AS i, program_code_parse(translate(md5(i::text), 'abcdef', E'.- M\u041C\uFF10'), CASE i % 3 WHEN 0 THEN 'KZ' WHEN 1 THEN 'RU' END, i % 2 = 0) AS p;
ROLLBACK;
