-- crosswalk: isced_f(), direction(), crosswalk() and program_title() over shipped rows and a site's own.
SET client_min_messages = warning;
SET search_path = socu, public;

-- ---- the longest matching part wins ----
SELECT code, isced_f(code::program_code) AS field, why
FROM (VALUES
    ('KZ2009:6M070300', 'a row about the speciality, not the one about group 07'),
    ('KZ2009:6M070100', 'no row of its own: group 07'),
    ('KZ2009:6M07',     'the group itself'),
    ('KZ2009:6M',       'above every row'),
    ('RU2013:09.04.02', 'group 09'),
    ('RU_VAK2009:05.13.06', '05.13, not 05'),
    ('RU_VAK2009:05.14.02', '05.14, not 05'),
    ('RU_VAK2021:5.1.1',  '5.1'),
    ('RU_VAK2021:5.12.1', '5.12 is not under 5.1'),
    ('RU_OKSO2016:2.09.03.02', 'the group behind the area digit'),
    ('UZ2010:5A330202', 'the master''s form has the digits of the bachelor''s'),
    ('UZ2010:5330200',  NULL),
    ('UZ2021:60610200', 'characters 2 to 4'),
    ('BY2022:6-05-0612-01', 'not 0612: the fourth digit is national'),
    ('BY2022:7-06-0612-03', NULL),
    ('KZ_TVET2018:4S06120102', 'the group behind the level prefix'),
    ('AM2014:031801.01.6', 'ISCED-F has no 0318'),
    ('KZ2018:6B09101', 'KZ2018 09 is veterinary'),
    ('CN_UG:080911TK', 'class 0809'),
    ('CN_PG:0812', 'the same digits mean Horticulture in ISCED-F'),
    ('HECOS:100366', 'no row'),
    ('KZ:M123', 'no row'),
    ('ISCEDF:0613', 'a field is itself'),
    ('ISCEDF:0429', 'only in European data: its parent'),
    ('ISCEDF:0625', 'no such field: the wider one that exists'),
    ('ISCEDF:9999', 'the code for a missing value')) AS v (code, why);
SELECT isced_f(NULL) IS NULL AS null_code, isced_f('RU2013:09.04.02', NULL) IS NULL AS null_day;

-- ---- directions ----
SELECT code, day, direction(code::program_code, day) AS direction, why
FROM (VALUES
    ('KZ2009:6M070300', '2026-01-01'::date, 'named by the coordinator''s record'),
    ('KZ2009:6M070300', '2008-12-31', 'before the directions began'),
    ('RU2013:09.04.02', '2026-01-01', 'through ISCED-F 061'),
    ('KZ2009:6M071800', '2026-01-01', 'through ISCED-F 0713'),
    ('CN_PG:0202', '2012-10-10', 'economics came later'),
    ('CN_PG:0202', '2012-10-11', NULL),
    ('ISCEDF:0311', 'infinity', NULL),
    ('ISCEDF:0421', '2026-01-01', 'law is only announced'),
    ('KZ:M123', '2026-01-01', 'no field')) AS v (code, day, why);

-- a direction follows from a field only where the code lies in it wholly; single programmes have rows of their own
SELECT code, isced_f(code::program_code) AS field, direction(code::program_code, '2026-01-01') AS direction, title
FROM (VALUES
    ('RU2013:41.04.01', 'Foreign regional studies'), ('RU2013:05.04.06', 'Ecology and nature management'), ('RU2013:38.04.01', 'Economics'),
    ('RU2013:39.03.02', 'Social work'), ('RU2013:39.03.01', 'Sociology: 0314 is more than regional studies'),
    ('RU2013:51.05.01', 'Sound directing of mass performances'), ('RU2013:17.03.01', 'Ship armament'),
    ('RU2013:31.05.03', 'Dentistry'), ('RU2013:20.03.02', 'Environmental engineering'), ('RU2013:54.03.01', 'Design'),
    ('RU2013:46.03.02', 'Records and archives management'), ('CN_UG:080717T', 'Artificial intelligence'),
    ('RU_OKSO2016:5.38.04.01', 'Economics, behind the area digit'),
    ('RU2013G:41.00.00', 'a heading whose group is related to 0312'), ('RU2013G:44.00.00', 'a heading that lies in 011')) AS v (code, title);
BEGIN;
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES
    ('KZ:E1', 'ISCEDF:0713', 'exact'), ('KZ:E2', 'ISCEDF:0713', 'narrower'), ('KZ:E3', 'ISCEDF:0713', 'broader'), ('KZ:E4', 'ISCEDF:0713', 'related'),
    -- the better row decides; of equally good ones the common field
    ('KZ:E5', 'ISCEDF:0713', 'related'), ('KZ:E5', 'ISCEDF:0612', 'narrower'),
    ('KZ:E6', 'ISCEDF:0612', 'narrower'), ('KZ:E6', 'ISCEDF:0613', 'narrower');
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES
    ('KZ:E7', 'ISCEDF:0713', 'narrower', '[2020-01-01,2021-01-01)'), ('KZ:E7', 'ISCEDF:0713', 'related', '[2021-01-01,)');
SELECT c.code, isced_f(c.code, '2026-01-01'), direction(c.code, '2026-01-01') AS direction
FROM (SELECT ('KZ:E' || i)::program_code FROM generate_series(1, 6) i) AS c (code);
SELECT day, isced_f('KZ:E7', day), direction('KZ:E7', day) FROM unnest('{2019-12-31,2020-12-31,2021-01-01}'::date[]) day;
-- a related row of the site hides the shipped one that leads to a direction; a row about the code itself brings it back
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('RU2013:44', 'ISCEDF:011', 'related');
SELECT isced_f('RU2013:44.04.01', '2026-01-01'), direction('RU2013:44.04.01', '2026-01-01') AS hidden;
INSERT INTO socu.direction_program (code, direction) VALUES ('RU2013:44', 'pedagogy');
SELECT direction('RU2013:44.04.01', '2026-01-01') AS again;
ROLLBACK;

-- ---- a site's own rows ----
BEGIN;
-- ... outrank the shipped row about the same code, for the days they cover
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity, source)
VALUES ('KZ2009:6M0703', 'ISCEDF:0612', 'narrower', '[2020-01-01,2024-01-01)', 'our council');
SELECT day, isced_f('KZ2009:6M070300', day), isced_f('KZ2009:5B070300', day) AS bachelor
FROM unnest('{2019-12-31,2020-01-01,2023-12-31,2024-01-01}'::date[]) day;
-- ... not one about a longer code
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('KZ2009:6M07', 'ISCEDF:071', 'related');
SELECT isced_f('KZ2009:6M070300', '2019-01-01') AS longer_wins, isced_f('KZ2009:6M070100') AS own_row;
-- several rows of one code: the best relation, whatever their order ...
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES
    ('KZ:A1', 'ISCEDF:0521', 'related'), ('KZ:A1', 'ISCEDF:0712', 'narrower'), ('KZ:A1', 'ISCEDF:0511', 'broader');
SELECT isced_f('KZ:A1');
-- ... and of equally good ones what they have in common; nothing if that is nothing
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES
    ('KZ:B1', 'ISCEDF:0612', 'narrower'), ('KZ:B1', 'ISCEDF:0613', 'narrower'),
    ('KZ:C1', 'ISCEDF:0612', 'narrower'), ('KZ:C1', 'ISCEDF:0713', 'narrower');
SELECT isced_f('KZ:B1') AS in_common, isced_f('KZ:C1') AS nothing;
-- a field that the site adds, and a direction for it
INSERT INTO socu.isced_f (code, parent, kind, name_en) VALUES ('ISCEDF:0617', 'ISCEDF:061', 'core', 'Quantum computing');
INSERT INTO socu.direction_program (code, direction, validity) VALUES ('ISCEDF:0617', 'quantum_technologies', '[2030-01-01,)'), ('UZ2021:6061', 'informatics', '(,)');
SELECT isced_f('ISCEDF:0617'), direction('ISCEDF:0617', '2029-12-31') AS before, direction('ISCEDF:0617', '2030-01-01') AS after,
       direction('UZ2021:60610200') AS by_code;
-- a savepoint that is undone takes its rows with it
SAVEPOINT s;
DELETE FROM socu.direction_program WHERE NOT shipped;
SELECT direction('UZ2021:60610200', '2026-01-01');
ROLLBACK TO s;
SELECT direction('UZ2021:60610200', '2026-01-01');
ROLLBACK;
SELECT isced_f('KZ2009:6M070300', '2022-01-01'), direction('UZ2021:60610200', '2026-01-01');

-- ---- what is refused ----
BEGIN;
SAVEPOINT s;
-- overlapping periods of one pair
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES
    ('KZ:A1', 'ISCEDF:06', 'exact', '[2020-01-01,2021-01-01)'), ('KZ:A1', 'ISCEDF:06', 'exact', '[2020-12-31,)');
ROLLBACK TO s;
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES
    ('KZ:A1', 'ISCEDF:06', 'exact', '[2020-01-01,2021-01-01)'), ('KZ:A1', 'ISCEDF:06', 'exact', '[2021-01-01,)');
INSERT INTO socu.direction_program (code, direction) VALUES ('KZ:A1', 'ecology'), ('KZ:A1', 'energy');
ROLLBACK TO s;
INSERT INTO socu.program_title (code, title) VALUES ('KZ:A1', 'One'), ('KZ:A1', 'Two');
ROLLBACK TO s;
-- a row about codes of one classifier, an unknown relation, an empty period, a field of another classifier, a parent that is none
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('KZ2009:6M07', 'KZ2009:6M06', 'related');
ROLLBACK TO s;
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('KZ2009:6M07', 'ISCEDF:06', 'similar');
ROLLBACK TO s;
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES ('KZ2009:6M07', 'ISCEDF:06', 'related', 'empty');
ROLLBACK TO s;
INSERT INTO socu.isced_f (code, kind, name_en) VALUES ('KZ2009:6M07', 'core', 'no field');
ROLLBACK TO s;
INSERT INTO socu.isced_f (code, parent, kind, name_en) VALUES ('ISCEDF:0617', 'ISCEDF:062', 'core', 'no parent');
ROLLBACK TO s;
INSERT INTO socu.direction_program (code, direction) VALUES ('KZ:A1', 'IT Technologies');
ROLLBACK TO s;
-- shipped rows stay as they are
UPDATE socu.program_crosswalk SET relation = 'exact' WHERE code = 'KZ2009:6M0703';
ROLLBACK TO s;
DELETE FROM socu.isced_f WHERE code = 'ISCEDF:0613';
ROLLBACK TO s;
INSERT INTO socu.program_title (code, title, shipped, source) VALUES ('KZ:A1', 'One', true, 'x');
ROLLBACK;

-- ---- crosswalk(): all answers with their sources ----
SELECT relations, socu.relation_chain(VARIADIC relations), socu.relation_inverse(relations[1]) AS first_inverse
FROM (VALUES ('{exact}'::text[]), ('{exact,exact}'), ('{exact,narrower}'), ('{narrower,narrower}'), ('{broader,exact}'), ('{broader,broader,exact}'),
             ('{narrower,broader}'), ('{broader,narrower}'), ('{exact,related}'), ('{related,related}')) AS v (relations);
SELECT c, socu.confidence_chain(VARIADIC c) FROM (VALUES ('{found,found}'::text[]), ('{found,known}'), ('{known,uncertain}'), ('{uncertain,found}')) AS v (c);
SELECT classifier_label('kz2009'), classifier_label('IscedF') = classifier('ISCEDF:06') AS isced_f;
SELECT classifier_label('KZ2010');
SELECT * FROM crosswalk('KZ2009:6M070300', 'KZ2010');

-- to ISCED-F: the row; about the code itself, and about a wider code
SELECT * FROM crosswalk('KZ2009:6M060800', 'ISCEDF');
SELECT * FROM crosswalk('KZ2009:6M030100', 'iscedf');
-- from ISCED-F: the rows that lead there; about the very field, else the nearest wider one, else its parts
SELECT * FROM crosswalk('ISCEDF:0713', 'KG');
SELECT * FROM crosswalk('ISCEDF:0612', 'RU_OKSO2003');
SELECT code, relation, confidence FROM crosswalk('ISCEDF:0613', 'RU_OKSO2003', '2026-01-01');
SELECT code, relation FROM crosswalk('ISCEDF:01', 'AM2014');
SELECT code, relation FROM crosswalk('ISCEDF:04', 'AM2014');
-- through ISCED-F: a master's code becomes no bachelor's code
SELECT * FROM crosswalk('KZ2009:6M070300', 'RU2013');
SELECT code, relation, confidence FROM crosswalk('KZ2009:6M070300', 'KZ2018');
SELECT code, relation, confidence FROM crosswalk('RU2013:09.04.02', 'KZ2018');
SELECT code, relation, confidence FROM crosswalk('RU2013:09.04.02', 'CN_PG');
-- nothing known; the classifier that it has
SELECT * FROM crosswalk('HECOS:100366', 'RU2013');
SELECT * FROM crosswalk('RU2013:09.04.02', 'RU2013');
BEGIN;
-- a row between two national classifiers makes the way through ISCED-F needless, in both directions
INSERT INTO socu.program_crosswalk (code, to_code, relation, validity, source, confidence)
VALUES ('KZ2009:6M0703', 'RU2013:09.04.02', 'broader', '[2020-01-01,)', 'agreement of two universities', 'known');
SELECT * FROM crosswalk('KZ2009:6M070300', 'RU2013');
SELECT * FROM crosswalk('RU2013:09.04.02', 'KZ2009');
SELECT code, relation FROM crosswalk('KZ2009:6M070300', 'RU2013', '2019-12-31');
-- a site's row replaces the shipped one on the way back too
INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('KG:71', 'ISCEDF:0613', 'broader');
SELECT code, relation, source FROM crosswalk('KG:710200', 'ISCEDF');
SELECT code, relation FROM crosswalk('ISCEDF:061', 'KG');
SELECT code, relation FROM crosswalk('ISCEDF:0613', 'KG');
ROLLBACK;
-- what isced_f() says is among what crosswalk() says, for every shipped title
SELECT p.code, isced_f(p.code) FROM (SELECT DISTINCT code FROM socu.program_title WHERE shipped) p
WHERE isced_f(p.code) IS DISTINCT FROM (SELECT c.code FROM socu.crosswalk_forward(p.code, 'ISCEDF') c);

-- ---- titles ----
SELECT program_title('KZ2009:6M070300', 'RU') = program_title('KZ2009:6M070300', 'ru') AS any_case;
SELECT program_title('KZ2009:6M070300'), program_title('KZ2009:6M070300', 'ru') AS ru, program_title('KZ2009:6M070300', 'kk') AS kk,
       program_title('KZ2009:6M070300', 'zh') AS zh, program_title('KZ2009:6M07') AS heading;
-- an edition gave a code another title
-- The first language of a list that has a title; spaces do not matter.
SELECT program_title('KZ2009:6M070300', 'zh, kk,ru') = program_title('KZ2009:6M070300', 'kk') AS kazakh,
       program_title('KZ2009:6M070300', 'zh , ru, kk') = program_title('KZ2009:6M070300', 'ru') AS russian,
       program_title('KZ2009:6M070300', 'zh,tg') AS neither, program_title('KZ2009:6M070300', '') AS none;
SELECT program_title('UZ2021:60610400', 'en', '2024-01-01'), program_title('UZ2021:60610400', 'en', '2026-01-01');
BEGIN;
INSERT INTO socu.program_title (code, title, validity) VALUES ('KZ2009:6M070300', 'Information Systems (our wording)', '[2020-01-01,2021-01-01)');
SELECT day, program_title('KZ2009:6M070300', on_date => day) FROM unnest('{2019-12-31,2020-12-31,2021-01-01}'::date[]) day;
ROLLBACK;

-- a national list by COPY, with codes that no grammar knows
BEGIN;
COPY socu.program_title (code, lang, title, source) FROM STDIN (FORMAT csv);
IN:BTECH-CS,en,Computer Science and Engineering,list of the ministry
IN:BTECH-CS,hi,"B.Tech. (Computer Vigyan, aur Abhiyantriki)",list of the ministry
KZ2009:6M070300,kk,Ақпараттық жүйелер (ұлттық тізім),list of the ministry
\.
SELECT code, lang, program_title(code, lang), shipped FROM socu.program_title WHERE source = 'list of the ministry' ORDER BY code, lang;
SELECT program_title('KZ2009:6M070300', 'kk', '1900-01-01');
ROLLBACK;

-- ---- access, plans ----
SELECT c.relname, bool_and(has_table_privilege('public', c.oid, 'SELECT')) AS readable, bool_or(has_table_privilege('public', c.oid, 'INSERT,UPDATE,DELETE')) AS writable
FROM pg_class c WHERE c.oid IN ('socu.classifier'::regclass, 'socu.classifier_level'::regclass, 'socu.isced_f'::regclass, 'socu.program_crosswalk'::regclass,
    'socu.direction_program'::regclass, 'socu.program_title'::regclass)
GROUP BY 1 ORDER BY 1;
-- the same answers in parallel workers
BEGIN;
CREATE TABLE student AS SELECT p.code FROM socu.program_title p, generate_series(1, 20) WHERE p.shipped;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT count(*) FROM student WHERE isced_f(code) = 'ISCEDF:0713' OR direction(code) = 'energy';
CREATE TEMP TABLE parallel AS SELECT count(isced_f(code)) AS fields, count(direction(code)) AS directions FROM student;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT p.fields = count(isced_f(s.code)) AND p.directions = count(direction(s.code)) AS same FROM student s, parallel p GROUP BY p.fields, p.directions;
ROLLBACK;
