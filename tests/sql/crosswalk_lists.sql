-- crosswalk: whole national lists.  What is expected comes from the lists: which code followed which, how they are divided, how many there are.
\getenv dir PG_ABS_SRCDIR
BEGIN;
SET LOCAL search_path = public, socu, pg_temp;

-- ---- Russia: 925 codes of the lists up to 2009 and the codes of 2013 that took their place ----
-- (a public file of seeds that keeps the old code and qualification beside each code of 2013)
CREATE TEMP TABLE successor (old text COLLATE "C", new text COLLATE "C");
\set f :dir '/data/crosswalk_ru_successors.tsv'
\set copy '\\copy successor FROM ' :'f'
:copy
CREATE TEMP TABLE pair AS
SELECT s.*, isced_f(('RU_OKSO2003:' || s.old)::program_code, '2013-01-01') AS old_field,
       isced_f(s.new::program_code, '2013-01-01') AS new_field
FROM successor s;
-- both have a field, and the broad field stays
SELECT count(*) AS pairs, count(old_field) AS old_with_field, count(new_field) AS new_with_field FROM pair;
SELECT old, new, old_field, new_field FROM pair
WHERE left(code(old_field), 2) IS DISTINCT FROM left(code(new_field), 2) ORDER BY old, new;
-- a direction that the old code has is not another one for its successor
SELECT p.old, p.new, d.old_direction, d.new_direction
FROM pair p
CROSS JOIN LATERAL (SELECT direction(('RU_OKSO2003:' || p.old)::program_code, '2013-01-01') AS old_direction,
                           direction(p.new::program_code, '2013-01-01') AS new_direction) d
WHERE d.old_direction <> d.new_direction ORDER BY p.old;
-- one number, two lists: the day decides
SELECT code, isced_f(code::program_code, '2008-09-01') AS list_of_2005, isced_f(code::program_code, '2011-09-01') AS list_of_2009, why
FROM (VALUES
    ('RU_OKSO2003:030600.62', 'journalism, then history'), ('RU_OKSO2003:031900.62', 'theology, then international relations'),
    ('RU_OKSO2003:032000.62', 'records management, then regional studies'), ('RU_OKSO2003:010400.62', 'information technologies, then applied mathematics'),
    ('RU_OKSO2003:030900.62', 'publishing (no row of its own), then law'), ('RU_OKSO2003:030300.62', 'psychology in both')) AS v (code, why);
-- what was said of whole groups and is not so
SELECT c.code, c.to_code, c.relation FROM socu.program_crosswalk c
WHERE c.code = ANY ('{RU_OKSO2003:10,RU_OKSO2003:16,RU_OKSO2003:07,RU_OKSO2003:23}'::program_code[]) ORDER BY c.code;

-- ---- Kazakhstan: the groups of the bachelor's level run through the fields of KZ2018 in their order ----
CREATE TEMP TABLE kz_field (field text, first int, last int, broad text[]);
INSERT INTO kz_field VALUES
    ('01 pedagogical sciences', 1, 20, '{01}'), ('02 arts and humanities', 21, 37, '{02}'),
    ('03 social sciences, journalism and information', 38, 43, '{03}'), ('04 business, management and law', 44, 49, '{04}'),
    ('05 natural sciences, mathematics and statistics', 50, 56, '{05}'), ('06 information and communication technologies', 57, 59, '{06,07}'),
    ('07 engineering, manufacturing and construction', 60, 76, '{07}'), ('08 agriculture and bioresources', 77, 82, '{08}'),
    ('09 veterinary', 83, 83, '{08}'), ('10 health care and social welfare', 84, 90, '{09}'),
    ('11 services', 91, 95, '{10}'), ('12 security', 96, 97, '{10}');
CREATE TEMP TABLE kz_group AS
SELECT k.*, ('KZ2018G:B' || lpad(n::text, 3, '0'))::program_code AS code FROM kz_field k, generate_series(k.first, k.last) n;
SELECT count(*) AS groups, count(isced_f(code)) AS with_field FROM kz_group;
SELECT code, field, isced_f(code) FROM kz_group WHERE left(code(isced_f(code)), 2) <> ALL (broad) ORDER BY code;
-- by the names of two lists: Химия, Физика, Электротехника и автоматизация, Биологические и смежные науки
SELECT c.code, c.name, isced_f(c.code) FROM socu.program_crosswalk c
WHERE c.code = ANY ('{KZ2018G:B050,KZ2018G:B053,KZ2018G:B054,KZ2018G:B063}'::program_code[]) ORDER BY c.code;

-- ---- China: the postgraduate catalogue of 2022 has 117 first-level disciplines and 67 professional degrees in 14 categories ----
-- category, first and last code of each run; third digit 5 or 6: a professional degree
CREATE TEMP TABLE cn_run (category text, first int, last int);
INSERT INTO cn_run VALUES
    ('01', 101, 101), ('01', 151, 151), ('02', 201, 202), ('02', 251, 256), ('02', 258, 258), ('03', 301, 308), ('03', 351, 355),
    ('04', 401, 403), ('04', 451, 454), ('05', 501, 503), ('05', 551, 553), ('06', 601, 603), ('06', 651, 651), ('07', 701, 714), ('07', 751, 751),
    ('08', 801, 833), ('08', 835, 839), ('08', 851, 851), ('08', 853, 862), ('09', 901, 910), ('09', 951, 952), ('09', 954, 955),
    ('10', 1001, 1009), ('10', 1011, 1012), ('10', 1051, 1059), ('11', 1101, 1111), ('11', 1152, 1157), ('12', 1201, 1205), ('12', 1251, 1257),
    ('13', 1301, 1301), ('13', 1352, 1357), ('14', 1401, 1407), ('14', 1451, 1452);
CREATE TEMP TABLE cn_code AS
SELECT r.category, ('CN_PG:' || lpad(n::text, 4, '0'))::program_code AS code, n / 10 % 10 >= 5 AS professional
FROM cn_run r, generate_series(r.first, r.last) n;
SELECT count(*) FILTER (WHERE NOT professional) AS disciplines, count(*) FILTER (WHERE professional) AS degrees,
       count(DISTINCT category) AS categories, count(isced_f(code)) AS with_field FROM cn_code;
-- the fields keep to what a category is about; none is said of the category of interdisciplinary studies
SELECT c.category, c.code, isced_f(c.code)
FROM cn_code c
JOIN (VALUES ('01', '{02}'::text[]), ('02', '{03,04,05}'), ('03', '{03,04,09,10}'), ('04', '{01,03,10}'), ('05', '{02,03}'), ('06', '{02,03}'),
             ('07', '{02,05}'), ('08', '{05,06,07,10}'), ('09', '{05,07,08}'), ('10', '{09}'), ('11', '{10}'), ('12', '{03,04,10}'), ('13', '{02}'))
     AS b (category, broad) ON b.category = c.category
WHERE left(code(isced_f(c.code)), 2) <> ALL (b.broad) ORDER BY c.code;
SELECT isced_f('CN_PG:14') IS NULL AS interdisciplinary;

-- ---- Uzbekistan: where an edition gave a number to another programme, the earlier title has an end ----
SELECT p.code, p.title, p.validity FROM socu.program_title p
WHERE classifier(p.code) = 'UZ2021' AND p.lang = 'en' AND p.validity <> '(,)' ORDER BY p.code, p.validity;
SELECT count(*) AS without_end FROM socu.program_title
WHERE classifier(code) = 'UZ2021' AND note ~* 'edition before the renumbering' AND upper_inf(validity);

-- ---- what "found" rests on: no statement about a field is said to be seen for a level whose codes the source does not hold ----
SELECT classifier(code) COLLATE "C" AS classifier, level(code) AS level, source, count(*)
FROM socu.program_crosswalk WHERE confidence = 'found' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
ROLLBACK;
