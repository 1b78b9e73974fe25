-- The books of a network: states, directions, institutions by any name, a coordinator's record, agreements, figures.
-- Loads the sample (registry_sample.sql) unless it is there; what the registrar enters below is undone at the end.
-- The network is called sco: SELECT socu.create_network('sco').
\set QUIET on
\set ON_ERROR_STOP on
SET search_path = sco, public, socu;
SELECT NOT EXISTS (SELECT FROM source_document WHERE source_document = 'kaznu_news_2023') AS load \gset
\if :load
\ir registry_sample.sql
\endif
BEGIN;
SET LOCAL datestyle = 'ISO, YMD';
\pset footer off
\pset null ''

\echo
\echo 'States of the organisation, then and now'
SELECT on_date, status, count(*) AS states, string_agg(state, ' ' ORDER BY state) AS which
FROM unnest('{2011-08-15,2025-08-31,2025-09-01}'::date[]) on_date CROSS JOIN LATERAL states_as_of(on_date)
WHERE status IN ('member', 'observer', 'dialogue_partner', 'partner')
GROUP BY on_date, status ORDER BY on_date, array_position('{member,observer,dialogue_partner,partner}', status);

\echo
\echo 'Directions of study in use in 2011 and in 2013'
SELECT direction, name_en, name_ru, name_zh, since, confidence,
       CASE WHEN direction IN (SELECT d.direction FROM directions_as_of('2011-08-15') d) THEN '2011, 2013' ELSE '2013' END AS in_use
FROM directions_as_of('2013-07-03');

\echo
\echo 'An institution by any of its names: Russian, Chinese, Kazakh, misspelled, former, short'
SELECT asked, institution, name_en, matched, round(score::numeric, 2) AS score
FROM unnest('{Карагандинский университет,西安交大,Қазақ ұлттық университеті,Novosibirk Tecnical University,Frunze Polytechnic,EKSTU}'::text[]) WITH ORDINALITY q (asked, n)
CROSS JOIN LATERAL institution_find(asked, 2)
ORDER BY n, score DESC;

\echo
\echo 'The coordinator''s record of IT technologies in Kazakhstan, as of 2026-02-15'
SELECT section, item, content, since FROM coordinator_record('it_technologies', 'KZ', '2026-02-15');

\echo
\echo 'Reports due on that day, and records that nobody has touched for a year'
SELECT direction, state, institution, addressee, period, due_on, days_late FROM reports_due('2026-02-15');
SELECT direction, state, institution, last_update FROM records_stale('2026-02-15');

\echo
\echo 'The registrar enters a new agreement of three years that renews itself; what ends within a year of 2026-02-15?'
INSERT INTO agreement (agreement, kind, title, signed, validity, renewal, renewal_months, notice_months) VALUES
('2023/17', 'agreement', 'Exchange of students, KazNU and Peking University', '2023-09-01', '[2023-09-01,2026-09-01)', 'automatic', 36, 6);
INSERT INTO participation (agreement, role, institution) VALUES ('2023/17', 'party', 'kaznu.kz'), ('2023/17', 'party', 'pku.edu.cn');
INSERT INTO agreement_flow (agreement, flow, from_institution, to_institution, activity, places_stated, places) VALUES
('2023/17', 1, 'kaznu.kz', 'pku.edu.cn', 'student_exchange', 'stated', 4), ('2023/17', 2, 'pku.edu.cn', 'kaznu.kz', 'student_exchange', 'stated', 4);
SELECT agreement, title, parties, ends_on, days_left, renewal, notice_by FROM agreements_expiring(12, '2026-02-15');

\echo
\echo 'What the books still lack'
SELECT * FROM agreement_problems();

\echo
\echo 'Figures stay as they were reported: two sources may disagree, and "more than 70" is not 70'
SELECT event, institution, state, measure, figure, source_document FROM figure
WHERE measure = 'university_heads' OR institution = 'vku.edu.kz' ORDER BY measure, state, source_document, figure;
SELECT bounds_text(figure_sum(array_agg(reported_figure))) AS "heads of universities at the forum of 2017"
FROM reported_figure WHERE measure = 'university_heads' AND source_document = 'abai_news_2017';

\echo
\echo 'And what must not be added is refused'
\set ON_ERROR_STOP off
\set VERBOSITY default
\set SHOW_CONTEXT never
SAVEPOINT refused;
SELECT figure_sum(array_agg(reported_figure)) FROM reported_figure WHERE measure = 'students_enrolled';
ROLLBACK TO refused;
ROLLBACK;
