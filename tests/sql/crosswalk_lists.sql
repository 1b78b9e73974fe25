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
ROLLBACK;
