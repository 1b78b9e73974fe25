-- program: cells of lists and spreadsheets as they really are.
\pset format unaligned
SET search_path = socu, public;
BEGIN;
CREATE TEMP TABLE cell (no int GENERATED ALWAYS AS IDENTITY, input text, hint text);

-- Every reading of a cell, strictly and leniently: one line where both say the same.
CREATE TEMP VIEW reading AS
SELECT c.no, c.input, c.hint, lenient, coalesce(p.problem || ' ' || array_to_string(p.candidates, ' '), p.code::text) AS reading,
       array_to_string(p.repairs, ',') AS repairs, p.title
FROM cell c, unnest(ARRAY[false, true]) AS lenient, program_code_parse(c.input, c.hint, lenient) AS p;
CREATE TEMP VIEW outcome AS
SELECT s.input, s.hint, s.reading, s.title, CASE WHEN (l.reading, l.repairs) IS DISTINCT FROM (s.reading, s.repairs) THEN l.reading END AS lenient, l.repairs
FROM reading s JOIN reading l USING (no) WHERE NOT s.lenient AND l.lenient ORDER BY s.no;

-- A lost zero never becomes another classifier in silence: two readings are two.
INSERT INTO cell (input, hint) VALUES ('1.03.02', 'RU'), ('5.03.06', NULL), ('5.03.06', 'RU_VAK2021'), ('5.12.4', 'RU'), ('5.12.14', NULL), ('1.5.15', NULL),
    ('11', NULL), ('11', 'ISCEDF'), ('999', NULL), ('999', 'ISCEDF'), ('7', 'ISCEDF'), ('9.03.02', 'RU');
-- What a spreadsheet made of a code: 37355 is 9 April 2002, 36526 is 1 January 2000.
INSERT INTO cell (input, hint) VALUES ('37355', 'RU'), ('37355', 'RU2013'), ('37355.0', 'RU2013'), ('36526', 'RU2013'), ('80901.0', 'CN bachelor'),
    ('710100.0', 'KG'), ('="01.0101"', NULL), ('="080901"', 'CN bachelor');
-- Two codes, and one with something behind it.
INSERT INTO cell (input) VALUES ('09.03.01 з'), ('11.03.02 з'), ('1-53 01 01 и 1-53 01 06'), ('09.03.01 и 09.03.02'), ('09.03.01, 09.03.02'), ('080901和080902');
-- The mark of a Chinese code, however it hangs on; serials beyond 99.
INSERT INTO cell (input, hint) VALUES ('080911-TK', NULL), ('080911（TK）网络空间安全', NULL), ('080910（T）', NULL), ('080910 (T)', NULL), ('080901-计算机', 'CN bachelor'),
    ('0502100T', NULL), ('0502103T 桑戈语', NULL), ('502100T', NULL), ('0710100', NULL);
-- Parts with a hyphen between that no list has.
INSERT INTO cell (input, hint) VALUES ('5A-330202', NULL), ('6M-070300', NULL), ('1-98010101-03', 'TJ'), ('1-98010101-03', 'BY'), ('1-98 01 01-01 03', 'TJ'), ('1-98010101', 'BY');
-- Labels before, and names before.
INSERT INTO cell (input, hint) VALUES ('направление 09.03.01 Информатика', NULL), ('Код направления подготовки: 09.03.01', NULL), ('СПЕЦИАЛЬНОСТЬ 09.05.01', NULL),
    ('专业代码080901', 'CN bachelor'), ('ISCED-F 0613', NULL), ('ISCED-F 2013: 0613', NULL), ('CIP 11.0101', NULL), ('计算机科学与技术（080901）', 'CN bachelor'),
    ('Information systems (6M070300)', NULL), ('Semester 2 (6M070300)', NULL), ('Information systems (evening)', NULL);
-- The year tells the list: OKSO of 2003 in 2009; of 2013 in 2025; in 2016 cohorts of the old one still study.
INSERT INTO cell (input, hint) VALUES ('090402', 'RU'), ('090402', 'RU, 2009'), ('090402', 'RU 2025-09-01'), ('090402', 'RU;year=2016'), ('230400', 'RU, 2009'), ('290300', 'RU_OKSO2003');
SELECT * FROM outcome;

-- Hints of time.
SELECT hint, p.problem IS DISTINCT FROM 'hint' AS understood FROM unnest(ARRAY['2009', '2009-09', '2009-09-01', 'date=2009-09-01', '209', '20090', '2009-13-45x', '1800']) AS hint,
    program_code_parse('230400', hint) AS p;

-- Serials sort by number, and 100 is not below 10.
SELECT string_agg(program_code::text, ' < ' ORDER BY program_code) FROM unnest('{CN_UG:050210,CN_UG:0502100T,CN_UG:050299T,CN_UG:0502101T,CN_UG:050210T}'::program_code[]) program_code;
SELECT 'CN_UG:0502100T'::program_code <@ 'CN_UG:050210'::program_code AS below_10, 'CN_UG:0502100T'::program_code <@ 'CN_UG:0502'::program_code AS below_the_class,
       parent('CN_UG:0502100T'::program_code);
SELECT 'TJ:1-98 01 01-01 03'::program_code <@ 'TJ:1-98 01 01'::program_code AS below, ancestors('TJ:1-98 01 01-01 03'::program_code);

-- Headings of the Russian lists head what is below them.
SELECT 'RU2013:09.04.02'::program_code <@ 'RU2013G:09.00.00'::program_code AS below, 'RU2013G:09.00.00'::program_code AS stored_as;
SELECT p.code, p.problem FROM program_code_parse('09.00.00', 'RU2013G') AS p;
ROLLBACK;
