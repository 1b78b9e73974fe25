-- term: calendars.  Expected dates are those of the sources named in sql/data/term.sql.
SET search_path = socu, public;
SET datestyle = 'ISO, YMD';

-- What comes with the extension says where it comes from, and never more than the sources do.
SELECT count(*), count(*) FILTER (WHERE confidence = 'found' AND recurs) AS rules_called_found, count(*) FILTER (WHERE NOT shipped) AS own FROM academic_calendar;
SELECT state, institution, term, dates, recurs, confidence FROM academic_calendar ORDER BY state, institution, term;
SELECT bool_and(source <> '') AS sourced, bool_and(note IS NOT NULL OR confidence = 'found') AS explained FROM academic_calendar;

-- Russia: autumn September to January, spring February to July.  Iran: 1 Mehr.  China: autumn to mid January.
SELECT state, term, term_dates(term::academic_term, state) FROM (VALUES ('RU', '2026/2027-1/2'), ('RU', '2026/2027-2/2'), ('RU', '1999/2000'), ('IR', '2024/2025'),
    ('CN', '2030/2031-1/2'), ('PK', '2024/2025-2/2'), ('KG', '2024/2025')) v(state, term);
-- No source, no date: terms of Kyrgyzstan, thirds, southern years, a state that is not there, no state.
SELECT term_dates('2024/2025-1/2', 'KG'), term_dates('2024/2025-1/3', 'RU'), term_dates('2024/2024', 'RU'), term_dates('2024/2025', 'BR'),
       term_dates('2024/2025', NULL), term_dates(NULL, 'RU');
-- What is no state is an error that lists those with dates; letter case does not count.
SELECT term_dates('2024/2025', 'RUS');
SELECT term_of('2024-10-01', '');
SELECT academic_year_of('2024-10-01', 'OO');
SELECT term_of('2014-12-14', 'kz', 'KSTU.kz'), term_dates('2014/2015-1/2', 'Kz', 'KsTu.KZ') = term_dates('2014/2015-1/2', 'KZ', 'kstu.kz') AS same,
       (SELECT array_agg(c ORDER BY term) FROM academic_calendar_of('2014/2015', 'kz', 'KSTU.KZ') c) = (SELECT array_agg(c ORDER BY term) FROM academic_calendar_of('2014/2015', 'KZ', 'kstu.kz') c) AS listed_alike;
-- One university's own dates of 2014/2015 (1 September to 14 December, 26 January to 8 May); otherwise its state's.
SELECT upper(d) - 1 AS last_day, d FROM (SELECT term_dates(t, 'KZ', 'kstu.kz') d FROM unnest('{2014/2015-1/2,2014/2015-2/2,2014/2015,2015/2016-1/2}'::academic_term[]) t) x;
SELECT term_dates('2014/2015-2/2', 'KZ', 'kaznu.kz') AS of_the_state, term_dates('2014/2015-2/2', 'KZ', '') AS too, term_dates('2014/2015-2/2', 'KG', 'kstu.kz') AS elsewhere;

-- The term of a day: the shortest that holds it, the year between terms, none in the vacation.
SELECT d, term_of(d, 'RU') AS ru, term_of(d, 'CN') AS cn, term_of(d, 'CN', parts => 2) AS cn_halves, term_of(d, 'KG') AS kg, term_of(d, 'RU', parts => 1) AS ru_year,
       academic_year_of(d, 'CN') AS cn_runs, statistical_year(d, 'CN') AS cn_counts
FROM unnest('{2024-08-31,2024-09-01,2024-12-31,2025-01-15,2025-01-16,2025-01-31,2025-02-01,2025-02-21,2025-07-10,2025-07-11,2025-07-31,2025-08-31,2025-09-01}'::date[]) d;
SELECT term_of('2014-12-14', 'KZ', 'kstu.kz'), term_of('2014-12-15', 'KZ', 'kstu.kz'), term_of(NULL, 'KZ'), term_of('2024-10-01', NULL),
       term_of('infinity', 'KZ'), term_of('-infinity', 'KZ'), academic_year_of('infinity', 'KZ'), term_of('0001-10-01 BC', 'KZ'), term_of('5874897-12-31', 'KZ'), term_of('9999-10-01', 'RU');
SELECT term_of('2024-10-01', 'RU', parts => 0);
SELECT term_of('2024-10-01', 'RU', parts => 10);

-- UIS: September 2010 to June 2011 is 2011.
SELECT bool_and(statistical_year(d::date, 'RU') = 2011) FROM generate_series('2010-09-01'::timestamp, '2011-08-31', '1 day') d;
SELECT statistical_year('2010/2011-1/2') AS north, statistical_year('2010/2010') AS south;

BEGIN;
-- A site's own rows outrank the shipped ones, an institution's those of its state, at once.
SELECT term_dates('2025/2026-1/2', 'RU', 'msu.ru');
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2025/2026-1/2', '[2025-09-01,2026-01-26)', 'order of the ministry');
SELECT term_dates('2025/2026-1/2', 'RU', 'msu.ru'), term_dates('2026/2027-1/2', 'RU', 'msu.ru');
INSERT INTO academic_calendar (state, institution, term, dates, recurs, source) VALUES ('RU', 'msu.ru', '2020/2021-1/2', '[2020-09-03,2021-01-11]', true, 'senate');
SELECT term_dates('2025/2026-1/2', 'RU', 'msu.ru'), term_dates('2025/2026-2/2', 'RU', 'msu.ru'), term_dates('2025/2026-1/2', 'RU', 'spbu.ru');
INSERT INTO academic_calendar (state, institution, term, dates, source) VALUES ('RU', 'msu.ru', '2025/2026-1/2', '[2025-09-08,2026-01-20]', 'rector');
SELECT term, dates, institution_own, rule, shipped, source FROM academic_calendar_of('2025/2026', 'RU', 'msu.ru');
SELECT term_of('2025-09-07', 'RU', 'msu.ru'), term_of('2025-09-08', 'RU', 'msu.ru'), term_of('2026-01-21', 'RU', 'msu.ru'), term_of('2025-09-07', 'RU');
UPDATE academic_calendar SET dates = '[2025-09-06,2026-01-20]' WHERE source = 'rector';
SELECT term_of('2025-09-07', 'RU', 'msu.ru');
DELETE FROM academic_calendar WHERE source = 'rector';
SELECT term_dates('2025/2026-1/2', 'RU', 'msu.ru');
-- Rules change over the years: each has its time, by the day on which the term begins.
INSERT INTO academic_calendar (state, term, dates, recurs, validity, source) VALUES
    ('MY', '2010/2010', '[2010-01-04,2010-12-01)', true, '(,2020-01-01)', 'old law'),
    ('MY', '2021/2022', '[2021-09-06,2022-08-01)', true, '[2021-01-01,)', 'new law');
SELECT term_dates('2019/2019', 'MY'), term_dates('2020/2020', 'MY'), term_dates('2021/2022', 'MY'), term_dates('2020/2021', 'MY'),
       term_of('2019-11-30', 'MY'), term_of('2020-06-01', 'MY'), term_of('2023-01-01', 'MY');
SELECT statistical_year('2019-06-01', 'MY') AS south, statistical_year('2022-06-01', 'MY') AS north, academic_year_of('2021-03-01', 'MY') AS none;
-- 29 February.
INSERT INTO academic_calendar (state, term, dates, recurs, source) VALUES ('MV', '2024/2024-1/2', '[2024-02-29,2024-06-30)', true, 'x');
SELECT term_dates('2024/2024-1/2', 'MV'), term_dates('2025/2025-1/2', 'MV'), term_dates('2028/2028-1/2', 'MV');

-- A last day of 28 February stays that day, entered in a leap year or not; one of 29 February is the last of the month.
INSERT INTO academic_calendar (state, institution, term, dates, recurs, source) VALUES ('MV', 'a.mv', '2023/2024-1/2', '[2023-09-01,2024-02-28]', true, 'x'),
    ('MV', 'b.mv', '2022/2023-1/2', '[2022-09-01,2023-02-28]', true, 'x'), ('MV', 'c.mv', '2023/2024-1/2', '[2023-09-01,2024-02-29]', true, 'x');
SELECT i, y, upper(term_dates(academic_term(y, 1, 2), 'MV', i)) - 1 AS last_day FROM unnest('{a.mv,b.mv,c.mv}'::text[]) i, unnest('{2022,2023,2024,2027}'::int[]) y ORDER BY 1, 2;

-- The function that people read and the ones that programs call agree, for every day, year, state and institution.
SELECT count(*) AS differ FROM academic_calendar p, generate_series(2010, 2030) y, LATERAL (SELECT academic_term(y, southern => s) FROM unnest('{f,t}'::bool[]) s) v(year),
    LATERAL academic_calendar_of(year, p.state, p.institution) c WHERE c.dates IS DISTINCT FROM term_dates(c.term, p.state, p.institution);
SELECT count(*) AS listed, count(*) FILTER (WHERE o IS DISTINCT FROM e) AS differ
FROM (SELECT DISTINCT state, institution FROM academic_calendar) p, generate_series('2013-06-01'::timestamp, '2026-06-01', '11 days') d,
LATERAL (SELECT term_of(d::date, state, institution)) a(o),
LATERAL (SELECT (SELECT c.term FROM unnest(ARRAY[EXTRACT(year FROM d)::int - 1, EXTRACT(year FROM d)::int]) y, unnest('{f,t}'::bool[]) s,
    LATERAL academic_calendar_of(academic_term(y, southern => s), state, institution) c WHERE c.dates @> d::date ORDER BY parts(c.term) DESC, c.term DESC LIMIT 1)) b(e);

-- Doubtful rows are listed: none that ships, then one of each kind.
SELECT count(*) AS shipped_or_above FROM calendar_problems() WHERE shipped;
INSERT INTO academic_calendar (state, institution, term, dates, recurs, source) VALUES
    ('MV', 'overlap.mv', '2024/2025-1/2', '[2024-09-01,2025-02-10)', true, 'x'), ('MV', 'overlap.mv', '2024/2025-2/2', '[2025-02-01,2025-07-01)', true, 'x'),
    ('MV', 'order.mv', '2024/2025-1/2', '[2024-12-01,2025-05-01)', false, 'x'), ('MV', 'order.mv', '2024/2025-2/2', '[2024-07-01,2024-12-01)', false, 'x'),
    ('MV', 'outside.mv', '2024/2025', '[2024-09-01,2025-06-01)', false, 'x'), ('MV', 'outside.mv', '2024/2025-2/2', '[2025-02-01,2025-06-30)', false, 'x'),
    ('MV', 'late.mv', '2024/2025-2/2', '[2025-08-20,2025-12-31)', false, 'x'), ('MV', 'short.mv', '2024/2025-1/2', '[2024-09-01,2024-09-21)', false, 'x'),
    ('MV', 'fine.mv', '2024/2025-1/2', '[2024-09-01,2025-01-31)', false, 'x'), ('MV', 'fine.mv', '2024/2025-2/2', '[2025-02-01,2025-07-01)', false, 'x');
SELECT problem, institution, term, dates, other_term, other_dates FROM calendar_problems() WHERE institution LIKE '%.mv' AND length(institution) > 4;

-- What cannot be: contradicting rules, shipped rows, dates off the year, empty or endless dates, a validity without a rule, unknown confidence.
SAVEPOINT s;
INSERT INTO academic_calendar (state, term, dates, recurs, validity, source) VALUES ('MY', '2011/2011', '[2011-01-04,2011-12-01)', true, '[2019-01-01,)', 'x');
ROLLBACK TO s;
UPDATE academic_calendar SET note = 'x' WHERE shipped;
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '[2034-09-01,2035-06-01)', 'x');
ROLLBACK TO s;
-- a year late; a second semester that begins before the first one ends
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '[2025-09-01,2026-06-01)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, institution, term, dates, source) VALUES ('RU', 'x.ru', '2024/2025-1/2', '[2024-09-01,2025-02-10)', 'x'), ('RU', 'x.ru', '2024/2025-2/2', '[2025-02-01,2025-07-01)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', 'empty', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '[2024-09-01,)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '(,2025-06-01)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '[2024-09-01,infinity)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2024/2025', '[2024-09-01,2026-09-01)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, validity, source) VALUES ('RU', '2024/2025', '[2024-09-01,2025-06-01)', '[2024-01-01,)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source, confidence) VALUES ('RU', '2024/2025', '[2024-09-01,2025-06-01)', 'x', 'perhaps');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, institution, term, dates, source) VALUES ('RU', 'MSU.ru', '2024/2025', '[2024-09-01,2025-06-01)', 'x');
ROLLBACK TO s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('ru', '2024/2025', '[2024-09-01,2025-06-01)', 'x');
ROLLBACK TO s;
ROLLBACK;

-- Rolled back, the rows are forgotten; so is a savepoint.
SELECT term_dates('2025/2026-1/2', 'RU', 'msu.ru'), term_dates('2019/2019', 'MY');
BEGIN;
SAVEPOINT s;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2025/2026-1/2', '[2025-09-15,2026-01-26)', 'x');
SELECT term_dates('2025/2026-1/2', 'RU');
ROLLBACK TO s;
SELECT term_dates('2025/2026-1/2', 'RU');
COMMIT;

-- Anyone may ask, whatever their search_path.
BEGIN;
CREATE ROLE term_reader;
GRANT USAGE ON SCHEMA socu TO term_reader;
CREATE TABLE public.academic_calendar (state text);
INSERT INTO socu.academic_calendar (state, term, dates, source) VALUES ('RU', '2025/2026-1/2', '[2025-09-15,2026-01-26)', 'x');
SET LOCAL search_path = public, pg_catalog;
SET LOCAL ROLE term_reader;
SELECT term_dates('2025/2026-1/2', 'RU'), statistical_year('2025-10-01', 'RU');
INSERT INTO socu.academic_calendar (state, term, dates, source) VALUES ('RU', '2026/2027', '[2026-09-15,2027-01-26)', 'x');
ROLLBACK;

-- Parallel workers read the same calendar, also what the leader's transaction has just written.
BEGIN;
CREATE TABLE day AS SELECT date '2020-01-01' + i % 2000 AS d FROM generate_series(1, 5000) i;
INSERT INTO academic_calendar (state, term, dates, source) VALUES ('RU', '2021/2022-1/2', '[2021-09-15,2021-12-26)', 'x');
CREATE TEMP TABLE alone AS SELECT count(*) AS days, count(term_of(d, 'RU')) AS terms, max(term_of(d, 'RU')) AS last, count(DISTINCT term_dates('2021/2022-1/2', 'RU')) AS dates FROM day;
SELECT count(*) AS own_dates_counted FROM day WHERE term_of(d, 'RU') = '2021/2022-1/2';
SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0; SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT count(*) FROM day WHERE term_of(d, 'RU') = '2021/2022-1/2';
SELECT count(*) AS own_dates_counted FROM day WHERE term_of(d, 'RU') = '2021/2022-1/2';
SELECT days, terms, last FROM alone EXCEPT SELECT count(*), count(term_of(d, 'RU')), max(term_of(d, 'RU')) FROM day;
ROLLBACK;
