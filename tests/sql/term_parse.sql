-- term: academic terms as people write them.
\pset format unaligned
SET search_path = socu, public;
BEGIN;
CREATE TEMP TABLE cell (no int GENERATED ALWAYS AS IDENTITY, input text, hint text);
CREATE TEMP VIEW outcome AS
SELECT c.no, c.input, c.hint, p.term, p.problem, p.candidates, l.term AS lenient, l.repairs
FROM cell c, academic_term_parse(c.input, c.hint) AS p, academic_term_parse(c.input, c.hint, true) AS l ORDER BY c.no;

-- Years and their terms, with any dash, slash and width.
INSERT INTO cell (input) VALUES ('2024/2025-1/2'), ('2024-2025-1'), ('2024–2025'), ('2024／2025-2/2'), ('2024/25'), ('24/25'), ('2O24/2025'), ('2024/2025-3/3'),
    ('AY 2024/25'), ('2024/2025 учебный год'), ('2nd semester, 2024/25'), ('I семестр 2024/2025'), ('2024-2025 уч.г. 2 сем.'), ('3 триместр 2024/2025');
-- Seasons: autumn begins the academic year, spring belongs to the one before.
INSERT INTO cell (input) VALUES ('Fall 2024'), ('Spring 2024'), ('2024年春季学期'), ('2024年秋季学期'), ('2024-2025学年第一学期'), ('2024—2025学年度第2学期'),
    ('осенний семестр 2024/2025'), ('весна 2025 г.'), ('күзгі семестр 2024-2025 оқу жылы'), ('WS 2024/25'), ('SoSe 2025'), ('winter semester 2024/2025');
-- A summer term is no term of EWP.
INSERT INTO cell (input) VALUES ('Summer 2025'), ('летний семестр 2025'), ('2024-2025-3'), ('2025年夏季学期');
-- One year may be two; a hint tells.
INSERT INTO cell (input, hint) VALUES ('2024', NULL), ('2024', 'CN'), ('2024', 'AU'), ('2024-1', NULL), ('2024-1', 'CN'), ('Winter 2025', NULL), ('Semester 2', NULL),
    ('Semester 2', '2024'), ('Semester 2', 'year=2024/2025'), ('2024/2025-3', 'terms=3'), ('Fall 2024', 'AU'), ('Fall 2024', 'state=KZ, institution=enu.kz');
-- What is none, or several.
INSERT INTO cell (input) VALUES ('2024/2025-1/2, 2024/2025-2/2'), ('first and second semester 2024/2025'), ('2024/2026'), ('2024-12'), ('2024/2025-4/3'), ('2024-09-01'),
    ('2024-2025 семестр'), ('hello'), ('осенний семестр 2024/2025-2/2'), (''), (NULL);
SELECT input, hint, term, problem, candidates, CASE WHEN lenient IS DISTINCT FROM term THEN lenient END AS lenient, array_to_string(repairs, ',') AS repairs FROM outcome;

-- The text of every term reads back, strictly.
SELECT count(*), count(*) FILTER (WHERE p.term IS DISTINCT FROM t) AS other
FROM generate_series(1990, 2060) AS y, generate_series(0, 1) AS north, generate_series(1, 9) AS n, generate_series(1, n) AS k,
     LATERAL (SELECT (y || '/' || y + north || '-' || k || '/' || n)::academic_term AS t) AS v, academic_term_parse(t::text) AS p;
SELECT hint, p.problem FROM unnest(ARRAY['China', 'terms=0', 'terms=2', '2024/2026', 'msu.ru', '']) AS hint, academic_term_parse('2024/2025', hint) AS p;
SELECT p.problem FROM academic_term_parse(repeat('2024/2025 ', 100000)) AS p;
SELECT count(*) FILTER (WHERE p.problem IS NULL AND p.term IS NULL) AS contradictions
FROM generate_series(1, 2000) AS i, academic_term_parse(translate(md5(i::text), 'abcdef', E'/- ,\u5e74.'), 'CN', i % 2 = 0) AS p;
ROLLBACK;
