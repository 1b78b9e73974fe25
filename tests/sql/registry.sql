-- registry: tables, constraints and functions.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
SET datestyle = 'ISO, YMD';
\pset null NULL
\set SHOW_CONTEXT never
SAVEPOINT s;

-- ===== dates of limited precision =====
SELECT e, edtf_range(e), edtf_days(e), edtf_precision(e)
FROM unnest(ARRAY['2024', '2024-04', '2024-02-29', '2009-40', '2009-41', '2024-33', '2024-36', '2017-11-08/2017-11-09', '2024/2025', '2024-04/..', '../2025-12-04',
                  'XXXX-04-10', 'XXXX-04-10/XXXX-04-12', 'XXXX-02-27/XXXX-03-01', 'XXXX-12-30/XXXX-01-02', '2023-09-13?', '2023~']) e;
-- refused, each for its reason
SELECT '2024-13'::edtf;
ROLLBACK TO s;
SELECT '2023-02-29'::edtf;
ROLLBACK TO s;
SELECT '24'::edtf;
ROLLBACK TO s;
SELECT 'XXXX-04'::edtf;
ROLLBACK TO s;
SELECT '2024-37'::edtf;
ROLLBACK TO s;
SELECT '2025/2024'::edtf;
ROLLBACK TO s;
SELECT '2024-01-01/2024-02-01/2024-03-01'::edtf;
ROLLBACK TO s;
SELECT ''::edtf;
ROLLBACK TO s;

-- ===== states =====
-- six founders, then eight, nine and ten members; the observers and dialogue partners of 2025-08-31 are the partners of the next day
SELECT d, count(*) FILTER (WHERE status = 'member') AS member, count(*) FILTER (WHERE status = 'observer') AS observer,
       count(*) FILTER (WHERE status = 'dialogue_partner') AS dialogue_partner, count(*) FILTER (WHERE status = 'partner') AS partner
FROM unnest('{2001-06-14,2001-06-15,2005-07-05,2017-06-08,2017-06-09,2023-07-03,2023-07-04,2024-07-03,2024-07-04,2025-08-31,2025-09-01}'::date[]) d
LEFT JOIN LATERAL states_as_of(d) ON true GROUP BY d ORDER BY d;
SELECT state, status, since, until, confidence FROM states_as_of('2025-08-31') WHERE state IN ('BY', 'MN', 'SA', 'TR', 'TM');
SELECT state_status_at('US') AS us, state_status_at(NULL) AS nobody;
-- a site's row outranks a shipped one on its days, and only there
INSERT INTO state_status (state, status, validity, source) VALUES ('SA', 'guest', '[2022-09-16,2023-03-29)', 'our own reading');
SELECT d, state_status_at('SA', d) FROM unnest('{2022-09-15,2022-09-16,2023-03-28,2023-03-29}'::date[]) d;
-- no two at a time
INSERT INTO state_status (state, status, validity, source) VALUES ('SA', 'none', '[2023-01-01,2024-01-01)', 'our own reading');
ROLLBACK TO s;
INSERT INTO state_status (state, status, validity, source) VALUES ('SA', 'guest', 'empty', 'our own reading');
ROLLBACK TO s;
INSERT INTO state_status (state, status, validity, source) VALUES ('ZZ', 'member', '[2030-01-01,)', 'our own reading');
ROLLBACK TO s;
-- what came as a fact is the site's to correct
UPDATE state_status SET status = 'observer' WHERE state = 'TM';
SELECT status, shipped FROM state_status WHERE state = 'TM';
ROLLBACK TO s;
DELETE FROM institution WHERE institution = 'pku.edu.cn';
ROLLBACK TO s;

-- ===== directions =====
SELECT d, string_agg(direction, ' ') AS open, bool_and(certain) AS certain FROM unnest('{2008-12-31,2009-03-01,2009-06-30,2012-10-10,2012-10-11,2025-07-07}'::date[]) d
LEFT JOIN LATERAL directions_as_of(d) ON true GROUP BY d ORDER BY d;
SELECT direction, status, since, confidence FROM directions_as_of('2024-01-01', '{planned}');
SELECT n, direction_by_name(n) FROM unnest(ARRAY['it_technologies', 'IT-Технологии', '信息技术', 'ECOLOGY', 'экология', 'Area  studies', 'agronomy', 'alchemy', '']) n;
-- a site opens what is planned, from a day on
INSERT INTO direction_status (direction, status, since, decision) VALUES ('law', 'open', '2026-09-01', 'decision of the rectorate');
SELECT d, status FROM unnest('{2026-08-31,2026-09-01}'::date[]) d LEFT JOIN LATERAL directions_as_of(d, '{planned,open}') ON direction = 'law';
ROLLBACK TO s;

-- ===== names =====
-- one form for every way of writing; Kazakh, Tajik and Russian letters in Latin ones; nothing depends on the locale
SELECT n, name_normal(n) FROM unnest(ARRAY['XI''AN  Jiaotong—University', 'Xi’an Jiaotong University', 'Ғұмарбек ДӘУКЕЕВ', 'Донишгоҳи миллии Тоҷикистон', 'ЩЁЛКОВСКИЙ', 'Türkiye, Çankırı',
    'Ｐｅｋｉｎｇ（北京）', 'L. N. Gumilyov & Co.', 'Bakı Dövlət', '«МЭИ»', ' ']) n;
SELECT name_normal('é') = name_normal('e' || chr(769)) AS composed, name_normal(NULL) AS nothing;
-- by the name in four scripts, by its former and its short name, misspelled, with words in another order, by its domain
SELECT q, f.institution, f.name_en, f.matched, f.lang, f.score
FROM unnest(ARRAY['西安交通大学', '西安交大', 'Сианьский университет', 'xjtu', 'Jiaotong University Xian', 'Xian Jiatong Univercity', 'https://www.xjtu.edu.cn/en/', 'Al-Farabi Kazak National Universty',
    'Казахский национальный университет имени аль-Фараби', 'ҚАЗАҚ ҰЛТТЫҚ УНИВЕРСИТЕТІ әл-Фараби', 'دانشگاه شهید بهشتی', 'Dalian Foreign Languages Institute', 'kaznpu.kz', 'Universität Wismar', 'Gumilev Eurasian']) q
LEFT JOIN LATERAL institution_find(q, 1) f ON true;
-- ranked: the best first; an empty or strange query finds nothing
SELECT institution, score FROM institution_find('Karaganda University', 4);
SELECT count(*) FROM institution_find('') UNION ALL SELECT count(*) FROM institution_find('qwertyuiop asdfgh') UNION ALL SELECT count(*) FROM institution_find(repeat('x', 100000)) UNION ALL SELECT count(*) FROM institution_find(NULL);
-- every institution is found first by its English name and by its official names in other scripts
SELECT i.institution, i.name_en FROM institution i WHERE (SELECT f.institution FROM institution_find(i.name_en, 1) f) <> i.institution;
SELECT k.institution, k.name FROM known_name k WHERE k.kind = 'official' AND (SELECT f.institution FROM institution_find(k.name, 1) f) IS DISTINCT FROM k.institution;
-- equal is 1, and nothing else is
SELECT count(*) AS wrong FROM known_name a, known_name b WHERE (name_similarity(a.normal, b.normal) = 1) <> (a.normal = b.normal) OR name_similarity(a.normal, b.normal) NOT BETWEEN 0 AND 1;
-- names change: one official name per language at a time
SELECT institution_name('rudn.ru', 'en', '1970-01-01') AS y1970, institution_name('rudn.ru', 'en', '2020-01-01') AS not_known, institution_name('rudn.ru', 'en', '2200-01-01') AS later, institution_name('rudn.ru', 'zh') AS no_chinese_one;
INSERT INTO known_name (institution, name, lang, kind, validity) VALUES ('kaznu.kz', 'Kazakh University', 'en', 'official', '[2010-01-01,2026-01-01)'), ('kaznu.kz', 'Farabi University', 'en', 'official', '[2026-01-01,)');
SELECT institution_name('kaznu.kz', 'en', '2009-12-31') AS not_known, institution_name('kaznu.kz', 'en', '2025-12-31') AS before, institution_name('kaznu.kz', 'en', '2026-01-01') AS after;
INSERT INTO known_name (institution, name, lang, kind, validity) VALUES ('kaznu.kz', 'Kirov University', 'en', 'official', '[2027-01-01,)');
ROLLBACK TO s;
-- a name that is told apart later: the key changes everywhere
INSERT INTO institution (institution, state, name_en) VALUES ('some-college.invalid', 'CN', 'Some College');
INSERT INTO agreement (agreement, kind, title) VALUES ('a', 'memorandum', 'A');
INSERT INTO participation (agreement, role, institution) VALUES ('a', 'party', 'kaznu.kz'), ('a', 'party', 'some-college.invalid');
SELECT * FROM agreement_problems();
UPDATE institution SET institution = 'some.edu.cn' WHERE institution = 'some-college.invalid';
SELECT agreement_parties('a'), (SELECT count(*) FROM agreement_problems()) AS problems;
ROLLBACK TO s;
-- keys are lower-case domains
INSERT INTO institution (institution, state, name_en) VALUES ('KazNU.kz', 'KZ', 'X');
ROLLBACK TO s;
INSERT INTO institution (institution, state, name_en) VALUES ('-x.kz', 'KZ', 'X');
ROLLBACK TO s;
-- nor is a body made of an institution
INSERT INTO body (body, kind, name_en, domain) VALUES ('new_network', 'network', 'A network', 'kaznu.kz');
ROLLBACK TO s;

-- ===== members =====
SELECT state, count(DISTINCT institution) FROM network_members('usco', '2026-01-01') GROUP BY 1 ORDER BY 1;
SELECT institution, status FROM network_members('usco', '2026-01-01') WHERE status <> 'member';
SELECT count(*) FILTER (WHERE institution = 'sdau.edu.cn') AS sdau, count(*) FILTER (WHERE institution = 'pku.edu.cn') AS pku FROM network_members('usco', '2025-07-06');

-- ===== agreements in time =====
INSERT INTO agreement (agreement, kind, title, signed, validity, renewal, renewal_months, notice_months, status) VALUES
('fixed', 'agreement', 'Fixed', '2020-01-01', '[2020-01-01,2025-01-01)', 'none', NULL, NULL, 'signed'),
('auto', 'agreement', 'Renewed by itself', '2020-03', '[2020-03-15,2023-03-15)', 'automatic', 24, 6, 'signed'),
('ended', 'agreement', 'Ended early', '2020-01-01', '[2020-01-01,2022-07-01)', 'automatic', 12, 3, 'terminated'),
('draft', 'agreement', 'Draft', NULL, '[2020-01-01,)', 'none', NULL, NULL, 'draft'),
('open', 'memorandum', 'Without an end', '2020-05', '(,)', 'not_stated', NULL, NULL, 'signed');
SELECT d, string_agg(agreement || CASE WHEN certain THEN '' ELSE '?' END, ' ') AS in_force FROM unnest('{2019-12-31,2020-01-01,2020-05-15,2022-06-30,2022-07-01,2024-12-31,2025-01-01,2031-01-01}'::date[]) d
LEFT JOIN LATERAL agreements_in_force(d) ON true GROUP BY d ORDER BY d;
-- 15 March 2023 and every 24 months from then
SELECT d, agreement_end('[2020-03-15,2023-03-15)', 'automatic', 24, d) FROM unnest('{2020-03-15,2023-03-14,2023-03-15,2025-03-14,2025-03-15,2030-01-01}'::date[]) d;
SELECT agreement, ends_on, days_left, renewal, notice_by FROM agreements_expiring(12, '2024-06-01');
SELECT count(*) AS none FROM agreements_expiring(1, '2024-06-01');
-- what does not fit is named
INSERT INTO agreement_flow (agreement, flow, from_institution, to_institution, activity, places_stated, places) VALUES
('fixed', 1, 'pku.edu.cn', 'tsinghua.edu.cn', 'conference', 'stated', 3);
SELECT agreement, problem, detail FROM agreement_problems() WHERE agreement = 'fixed';
ROLLBACK TO s;
\set VERBOSITY terse
INSERT INTO agreement (agreement, kind, title, validity, renewal) VALUES ('x', 'agreement', 'X', '[2020-01-01,2021-01-01)', 'automatic');
ROLLBACK TO s;
\set VERBOSITY default

-- ===== coordinators, their records and their history =====
INSERT INTO coordinator (coordinator, direction, state, institution, leads, validity) VALUES
(1, 'ecology', 'KZ', 'kstu.kz', true, '[2020-01-01,2024-09-01)'), (2, 'ecology', 'KZ', 'kaznu.kz', true, '[2024-09-01,)'), (3, 'ecology', 'RU', 'asu.ru', false, '[2020-01-01,)');
SELECT d, (SELECT institution FROM coordinator WHERE direction = 'ecology' AND state = 'KZ' AND validity @> d) FROM unnest('{2019-12-31,2024-08-31,2024-09-01}'::date[]) d;
SAVEPOINT c;
INSERT INTO coordinator (coordinator, direction, state, institution, validity) VALUES (11, 'ecology', 'KZ', 'ektu.kz', '[2024-08-31,2024-09-02)');
ROLLBACK TO c;
INSERT INTO coordinator (coordinator, direction, state, institution, leads, validity) VALUES (12, 'ecology', 'CN', 'lzu.edu.cn', true, '[2025-01-01,)');
ROLLBACK TO c;
-- a change needs a reason
UPDATE coordinator SET validity = '[2024-09-01,2025-09-01)' WHERE coordinator = 2;
ROLLBACK TO c;
SELECT because('the rectorate moved the office, minutes 7');
UPDATE coordinator SET validity = '[2024-09-01,2025-09-01)' WHERE coordinator = 2;
INSERT INTO coordinator (coordinator, direction, state, institution, leads, validity) VALUES (4, 'ecology', 'KZ', 'satbayev.university', true, '[2025-09-01,)');
DELETE FROM coordinator WHERE coordinator = 3;
UPDATE coordinator SET institution = institution;
SELECT relation, key, operation, old_row->>'institution' AS institution, old_row->>'validity' AS validity, changed_by = current_user AS me, changed_at = now() AS now, reason
FROM record_history ORDER BY record_history;
-- the direction's entries, specialities, duties and reports as of a date
-- the owner loads rows with the time of their recording, as a restore does
SET LOCAL row_security = off;
INSERT INTO direction_record (direction, state, subject, content, validity, recorded_at) VALUES
('ecology', 'KZ', 'working language', 'Russian', '[2020-01-01,2025-01-01)', '2020-02-01 UTC'), ('ecology', 'KZ', 'working language', 'Russian and English', '[2025-01-01,)', '2025-01-10 UTC');
INSERT INTO direction_speciality (direction, state, code, title, status, validity, recorded_at) VALUES
('ecology', 'KZ', 'KZ2018:7M05206', 'Ecology', 'agreed', '[2020-01-01,)', '2020-02-01 UTC'), ('ecology', 'KZ', 'KZ2009:6M060800', 'Ecology', 'agreed', '[2015-01-01,2020-01-01)', '2020-02-01 UTC');
SET LOCAL row_security = on;
INSERT INTO duty_record (coordinator, duty, done, subject, body) VALUES (4, 'liaison', '2025-10', 'plan of admission', 'usco_working_group'), (4, 'current_records', '2025-01-10', 'yearly check', NULL);
INSERT INTO report_schedule (report_schedule, name_en, addressee, direction, first_day, months, due_days, ended) VALUES
('half_year', 'Report to the working group', 'working_group', 'ecology', '2024-01-01', 6, 30, NULL), ('old', 'Old report', 'ministry', 'ecology', '2022-01-01', 12, 30, '2022-12-31');
INSERT INTO report_sent (report_schedule, coordinator, period, sent_on) VALUES ('half_year', 1, '[2024-01-01,2024-07-01)', '2024-07-10');
SELECT section, item, content, since FROM coordinator_record('ecology', 'KZ', '2025-12-31');
SELECT section, item, content, since FROM coordinator_record('ecology', 'KZ', '2023-12-31') WHERE section IN ('coordinator', 'record', 'speciality');
SELECT report_schedule, institution, period, due_on, days_late FROM reports_due('2025-12-31');
-- the report of the second half of 2025 is not yet owed on its last day, but the day after
SELECT d, count(*) FROM unnest('{2024-06-30,2024-07-01,2024-07-09,2024-07-10,2025-12-31,2026-01-01}'::date[]) d LEFT JOIN LATERAL reports_due(d) r ON r.report_schedule = 'half_year' WHERE r.coordinator IS NOT NULL GROUP BY d ORDER BY d;
SELECT direction, state, last_update, age_days FROM records_stale('2026-01-10');
SELECT direction, state, last_update, age_days FROM records_stale('2026-01-11');
SELECT duty, records, latest, fulfilled FROM duty_fulfilment('2026-01-31') WHERE state = 'KZ';
SAVEPOINT c;
INSERT INTO direction_record (direction, state, subject, content, validity) VALUES ('ecology', 'KZ', 'working language', 'Chinese', '[2024-12-31,2025-01-02)');
ROLLBACK TO c;
INSERT INTO report_sent (report_schedule, coordinator, period, sent_on) VALUES ('half_year', 1, '[2024-01-01,2024-07-01)', '2024-07-11');
ROLLBACK TO s;

-- ===== reported figures =====
SELECT q, figure_bounds(q, 70, CASE q WHEN 'between' THEN 80 END, true) AS whole, figure_bounds(q, 70.5, CASE q WHEN 'between' THEN 80 END, false) AS fractions,
       figure_text(q, 70, 80, figure_bounds(q, 70, 80, true)) AS text
FROM unnest('{exact,at_least,more_than,at_most,less_than,between,about,not_stated}'::text[]) q;
INSERT INTO org_unit (institution, unit, kind, name_en, parent) VALUES ('kaznu.kz', 'law', 'faculty', 'Law', NULL), ('kaznu.kz', 'civil', 'chair', 'Civil law', 'law'), ('kaznu.kz', 'bio', 'faculty', 'Biology', NULL);
INSERT INTO reported_figure (reported_figure, measure, institution, unit, origins, destinations, qualifier, stated, as_of) VALUES
(1, 'degree_students', 'kaznu.kz', NULL, '{CN}', NULL, 'exact', 100, '2024'), (2, 'degree_students', 'kaznu.kz', NULL, '{RU,UZ}', NULL, 'more_than', 20, '2024'),
(3, 'degree_students', 'kaznu.kz', NULL, '{UZ}', NULL, 'exact', 5, '2024'), (4, 'degree_students', 'ektu.kz', NULL, '{CN}', NULL, 'exact', 7, '2024'),
(5, 'degree_students', 'ektu.kz', NULL, '{CN}', NULL, 'exact', 8, '2025'), (6, 'degree_students', 'kaznu.kz', 'law', '{CN}', NULL, 'exact', 10, '2024'),
(7, 'degree_students', 'kaznu.kz', 'bio', '{CN}', NULL, 'exact', 3, '2024'), (8, 'degree_students', 'kaznu.kz', 'civil', '{CN}', NULL, 'exact', 1, '2024'),
(9, 'degree_students', 'pku.edu.cn', NULL, NULL, '{KZ}', 'exact', 9, '2024'), (10, 'exchange_students', 'pku.edu.cn', NULL, '{KZ}', NULL, 'exact', 9, '2024'),
(11, 'degree_students', 'hit.edu.cn', NULL, '{KZ}', NULL, 'exact', 9, NULL);
SELECT figure_sum('{1,2,4}') AS open, figure_sum('{1,4}') AS exact, figure_sum('{6,7}') AS faculties, figure_sum('{5}') AS one, figure_sum('{11}') AS undated_alone, figure_sum('{}') AS none;
CREATE FUNCTION pg_temp.refused(figures bigint[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text;
BEGIN
    RETURN figure_sum(figures);
EXCEPTION WHEN invalid_parameter_value THEN
    GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL;
    RETURN m || ': ' || d;
END $$;
SELECT f, pg_temp.refused(f) FROM (VALUES ('{2,3}'::bigint[]), ('{4,5}'), ('{1,6}'), ('{6,8}'), ('{7,8}'), ('{1,9}'), ('{4,10}'), ('{1,11}'), ('{1,4,5}')) v (f);
SELECT figure_ratio('[71,)', '[51,)') AS both_open, figure_ratio('[30,30]', '[40,50]') AS closed, figure_ratio('[30,30]', '[0,0]') AS by_zero, figure_ratio('[30,30]', '[0,5]') AS from_zero;
\set VERBOSITY terse
INSERT INTO reported_figure (measure, institution, qualifier, stated) VALUES ('degree_students', 'kaznu.kz', 'not_stated', 0);
ROLLBACK TO s;
INSERT INTO reported_figure (measure, institution, qualifier, stated, origins) VALUES ('degree_students', 'kaznu.kz', 'exact', 1, '{China}');
ROLLBACK TO s;
\set VERBOSITY default

-- ===== ratings =====
INSERT INTO rating (rating, title, status, normalisation, missing) VALUES ('r', 'R', 'agreed', 'min_max', 'exclude');
INSERT INTO rating_criterion (rating, criterion, name_en, weight, higher_is_better, scale_from, scale_to) VALUES
('r', 'research', 'Research', 0.5, true, 0, 200), ('r', 'teaching', 'Teaching', 0.3, true, 0, 10), ('r', 'ratio', 'Students per teacher', 0.2, false, 5, 25);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
INSERT INTO rating_value (rating, criterion, institution, validity, value) VALUES
('r', 'research', 'pku.edu.cn', '[2024-01-01,2025-01-01)', 200), ('r', 'teaching', 'pku.edu.cn', '[2024-01-01,2025-01-01)', 6), ('r', 'ratio', 'pku.edu.cn', '[2024-01-01,2025-01-01)', 15),
('r', 'research', 'kaznu.kz', '[2024-01-01,2025-01-01)', 100), ('r', 'teaching', 'kaznu.kz', '[2024-01-01,2025-01-01)', 10), ('r', 'ratio', 'kaznu.kz', '[2024-01-01,2025-01-01)', 5),
('r', 'research', 'susu.ru', '[2024-01-01,2025-01-01)', 0), ('r', 'teaching', 'susu.ru', '[2024-01-01,2025-01-01)', 2), ('r', 'ratio', 'susu.ru', '[2024-01-01,2025-01-01)', 25),
('r', 'research', 'ttu.tj', '[2024-01-01,2025-01-01)', 150), ('r', 'ratio', 'ttu.tj', '[2024-01-01,2025-01-01)', 10);
-- by hand: pku 0.5·100 + 0.3·50 + 0.2·50 = 75; kaznu 0.5·50 + 0.3·100 + 0.2·100 = 75; susu 0; ttu has no teaching
SELECT * FROM rating_score('r', '2024-06-01');
SELECT count(*) AS no_values_then FROM rating_score('r', '2025-06-01');
-- reweighted, ttu: (0.5·75 + 0.2·75) / 0.7 = 75; of the ties, dense and mean ranks
UPDATE rating SET missing = 'reweight', ties = 'mean';
SELECT * FROM rating_score('r', '2024-06-01');
UPDATE rating SET ties = 'dense';
SELECT institution, rank FROM rating_score('r', '2024-06-01');
UPDATE rating SET min_coverage = 0.8;
SELECT institution, score, rank FROM rating_score('r', '2024-06-01') WHERE institution = 'ttu.tj';
-- fixed ends: pku 0.5·100 + 0.3·60 + 0.2·50 = 78; kaznu 0.5·50 + 0.3·100 + 0.2·100 = 75; susu 0.3·20 = 6
UPDATE rating SET normalisation = 'fixed', missing = 'exclude', ties = 'competition';
SELECT institution, score, rank FROM rating_score('r', '2024-06-01');
-- weights moved by 0.1: research 0.4, teaching 0.36, ratio 0.24 gives pku 40 + 21.6 + 12 = 73.6 and kaznu 20 + 36 + 24 = 80
SELECT * FROM rating_sensitivity('r', '2024-06-01', 0.1);
SELECT institution, score FROM rating_rank('r', '2024-06-01', '{"research": 0.4, "teaching": 0.36, "ratio": 0.24}') WHERE rank = 1;
SELECT * FROM rating_sensitivity('r', '2024-06-01', 0);
-- weights that do not add up are refused when the transaction ends
SAVEPOINT w;
UPDATE rating_criterion SET weight = 0.4 WHERE criterion = 'research';
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO w;
DELETE FROM rating_criterion WHERE criterion = 'ratio';
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO w;
DELETE FROM rating_criterion;
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK TO s;

-- ===== one participation of everybody in everything =====
\set VERBOSITY terse
INSERT INTO event (event, kind, title) VALUES ('e', 'forum', 'E');
INSERT INTO participation (event, role, institution, state) VALUES ('e', 'host', 'kaznu.kz', 'KZ');
ROLLBACK TO s;
INSERT INTO participation (role, institution) VALUES ('host', 'kaznu.kz');
ROLLBACK TO s;
INSERT INTO event (event, kind, title) VALUES ('e', 'forum', 'E');
INSERT INTO participation (event, role, institution) VALUES ('e', 'host', 'kaznu.kz'), ('e', 'host', 'kaznu.kz');
ROLLBACK TO s;
INSERT INTO event (kind, title) VALUES ('forum', 'E') RETURNING event LIKE 'event-%' AS numbered;
ROLLBACK TO s;


-- each table stands after those it refers to
SELECT c.conrelid::regclass AS before_what_it_refers_to, c.confrelid::regclass FROM pg_constraint c
JOIN registry_tables() WITH ORDINALITY a (t, n) ON c.conrelid = ('sco.' || a.t)::regclass
LEFT JOIN registry_tables() WITH ORDINALITY b (t, n) ON c.confrelid = ('sco.' || b.t)::regclass
WHERE c.contype = 'f' AND (b.n IS NULL OR b.n > a.n);
ROLLBACK;
