-- crosswalk: whole national lists.  What is expected comes from the lists: which code followed which, how they are divided, how many there are.
\getenv dir PG_ABS_SRCDIR
BEGIN;
SET LOCAL search_path = socu, pg_temp;

-- ---- Russia: 925 codes of the lists up to 2009 and the codes of 2013 that took their place ----
-- (a public file of seeds that keeps the old code and qualification beside each code of 2013)
CREATE TEMP TABLE successor (old text COLLATE "C", new text COLLATE "C");
\set f :dir '/data/crosswalk_ru_successors.tsv'
\set copy '\\copy successor FROM ' :'f'
:copy
CREATE TEMP TABLE pair AS
SELECT s.*, socu.isced_f(('RU_OKSO2003:' || s.old)::socu.program_code, '2013-01-01') AS old_field,
       socu.isced_f(s.new::socu.program_code, '2013-01-01') AS new_field
FROM successor s;
-- both have a field, and the broad field stays
SELECT count(*) AS pairs, count(old_field) AS old_with_field, count(new_field) AS new_with_field FROM pair;
SELECT old, new, old_field, new_field FROM pair
WHERE left(socu.code(old_field), 2) IS DISTINCT FROM left(socu.code(new_field), 2) ORDER BY old, new;
-- a direction that the old code has is not another one for its successor
SELECT p.old, p.new, d.old_direction, d.new_direction
FROM pair p
CROSS JOIN LATERAL (SELECT socu.direction(('RU_OKSO2003:' || p.old)::socu.program_code, '2013-01-01') AS old_direction,
                           socu.direction(p.new::socu.program_code, '2013-01-01') AS new_direction) d
WHERE d.old_direction <> d.new_direction ORDER BY p.old;
-- one number, two lists: the day decides
SELECT code, socu.isced_f(code::socu.program_code, '2008-09-01') AS list_of_2005, socu.isced_f(code::socu.program_code, '2011-09-01') AS list_of_2009, why
FROM (VALUES
    ('RU_OKSO2003:030600.62', 'journalism, then history'), ('RU_OKSO2003:031900.62', 'theology, then international relations'),
    ('RU_OKSO2003:032000.62', 'records management, then regional studies'), ('RU_OKSO2003:010400.62', 'information technologies, then applied mathematics'),
    ('RU_OKSO2003:030900.62', 'publishing (no row of its own), then law'), ('RU_OKSO2003:030300.62', 'psychology in both')) AS v (code, why);
-- what was said of whole groups and is not so
SELECT c.code, c.to_code, c.relation FROM socu.program_crosswalk c
WHERE c.code = ANY ('{RU_OKSO2003:10,RU_OKSO2003:16,RU_OKSO2003:07,RU_OKSO2003:23}'::socu.program_code[]) ORDER BY c.code;

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
SELECT k.*, ('KZ2018G:B' || lpad(n::text, 3, '0'))::socu.program_code AS code FROM kz_field k, generate_series(k.first, k.last) n;
SELECT count(*) AS groups, count(socu.isced_f(code)) AS with_field FROM kz_group;
SELECT code, field, socu.isced_f(code) FROM kz_group WHERE left(socu.code(socu.isced_f(code)), 2) <> ALL (broad) ORDER BY code;
-- by the names of two lists: Химия, Физика, Электротехника и автоматизация, Биологические и смежные науки
SELECT c.code, c.name, socu.isced_f(c.code) FROM socu.program_crosswalk c
WHERE c.code = ANY ('{KZ2018G:B050,KZ2018G:B053,KZ2018G:B054,KZ2018G:B063}'::socu.program_code[]) ORDER BY c.code;

-- ---- Uzbekistan: where an edition gave a number to another programme, the earlier title has an end ----
SELECT p.code, p.title, p.valid FROM socu.program p
WHERE socu.classifier(p.code) = 'UZ2021' AND p.lang = 'en' AND p.valid <> '(,)' ORDER BY p.code, p.valid;
SELECT count(*) AS without_end FROM socu.program
WHERE socu.classifier(code) = 'UZ2021' AND note ~* 'edition before the renumbering' AND upper_inf(valid);

-- ---- what "found" rests on: no statement about a field is said to be seen for a level whose codes the source does not hold ----
SELECT socu.classifier(code) COLLATE "C" AS classifier, socu.level(code) AS level, source, count(*)
FROM socu.program_crosswalk WHERE confidence = 'found' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
ROLLBACK;
