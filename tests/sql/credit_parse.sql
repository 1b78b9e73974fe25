-- credit: credits as people write them.
\pset format unaligned
SET search_path = socu, public;
BEGIN;
CREATE TEMP TABLE cell (no int GENERATED ALWAYS AS IDENTITY, input text, hint text);
CREATE TEMP VIEW outcome AS
SELECT c.no, c.input, c.hint, p.credit, p.problem, p.candidates, l.credit AS lenient, l.repairs
FROM cell c, credit_parse(c.input, c.hint) AS p, credit_parse(c.input, c.hint, true) AS l ORDER BY c.no;

-- Marks, fractions, digits of other scripts, words for a scheme.
INSERT INTO cell (input) VALUES ('7.5 ECTS'), (' 7,5 ects '), ('7½ ECTS'), ('7 1/2 ECTS'), ('10/3 KZ'), ('2.5学分'), ('６ ECTS'), ('۵ واحد'), ('6 ECTS credits'),
    ('6 кредитов ECTS'), ('-1 ECTS'), ('1.125 ECTS');
-- A word for a credit says no scheme; a hint does.
INSERT INTO cell (input, hint) VALUES ('6 credits', NULL), ('6 credits', 'KZ'), ('6 credits', 'KZ, 2015'), ('6 credits', 'TJ 2010'), ('6 кредитов', 'scheme=ECTS'),
    ('3 credit hours', 'PK'), ('6', NULL), ('6', 'KZ'), ('7.5 hp', NULL), ('30 lp', 'SE'), ('6 hp', 'RU'), ('6 hp', 'scheme=ECTS'), ('6 CH', NULL);
-- The zachotnaya edinitsa is Russian or Belarusian.
INSERT INTO cell (input, hint) VALUES ('3 з.е.', NULL), ('3 з.е.', 'RU'), ('3 зач. ед.', 'BY'), ('3 ЗЕТ', 'RU'), ('3 ZET', 'RU'), ('3 зачётные единицы', 'RU');
-- Two readings are two; groups of digits only leniently.
INSERT INTO cell (input) VALUES ('1,000 ECTS'), ('1.000 ECTS'), ('1 000 ECTS'), ('12,345,678 ECTS'), ('1O ECTS'), ('5 ЕСТS');
-- What is none.
INSERT INTO cell (input) VALUES ('3 ECTS, 2 KZ'), ('3+2 ECTS'), ('1,5,7 ECTS'), ('1e3 ECTS'), ('ECTS'), ('abc'), ('99999999999 ECTS'), ('0.000001 ECTS'), ('1/0 ECTS'), (''), (' '), (NULL);
SELECT input, hint, credit, problem, candidates, CASE WHEN lenient IS DISTINCT FROM credit THEN lenient END AS lenient, array_to_string(repairs, ',') AS repairs FROM outcome;

-- The text of every credit reads back, strictly: 2,000 amounts in all schemes.
SELECT count(*), count(*) FILTER (WHERE p.credit IS DISTINCT FROM c) AS other
FROM generate_series(1, 2000) AS i, LATERAL (SELECT ((i * 7919 % 100000) || '/' || (ARRAY[1, 2, 3, 4, 5, 7, 8, 9, 1000])[1 + i % 9] || ' ' || (ARRAY['ECTS', 'KZ', 'RU_ZET', 'CN_15', 'XA'])[1 + i % 5])::credit AS c) AS v,
     credit_parse(c::text) AS p;
-- Hints that are none; no text raises an error.
SELECT hint, p.problem FROM unnest(ARRAY['Kazakhstan', 'KZ', 'year=2015', '201', '']) AS hint, credit_parse('6 ECTS', hint) AS p;
SELECT p.problem FROM credit_parse(repeat('9', 1000000) || ' ECTS') AS p;
SELECT count(*) FILTER (WHERE p.problem IS NULL AND p.credit IS NULL) AS contradictions
FROM generate_series(1, 2000) AS i, credit_parse(translate(md5(i::text), 'abcdef', E'., /½\u0435'), 'RU', i % 2 = 0) AS p;
ROLLBACK;
