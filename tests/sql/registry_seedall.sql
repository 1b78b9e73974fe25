-- registry: what all the documents together say says, row by row: question, expected answer, query.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set sample :abs_srcdir '/../examples/registry_sample.sql'
\i :sample
\set ECHO all
SET datestyle = 'ISO, YMD';
\pset format unaligned
\pset footer off
\pset null NULL
\set SHOW_CONTEXT never
SAVEPOINT s;

-- Kinds of activity. Q: every kind has a code. A: yes, and none is stored as free text only
SELECT count(*) AS kinds FROM activity WHERE activity IN ('student_exchange', 'staff_exchange', 'joint_programme', 'double_degree', 'dual_degree', 'internship', 'single_courses',
    'language_training', 'staff_training', 'joint_research', 'shared_facility', 'branch', 'agreement', 'conference', 'publication', 'association', 'rating');

-- Figures. 77, 49, 40, 6, 27, 7, 401, 155, more than 70, more than 50. Q: count with qualifier more_than. A: 2; exact: 8
SELECT qualifier, count(*), string_agg(stated::text, ' ' ORDER BY stated) AS stated FROM reported_figure
WHERE source_document IN ('usco_page_2011', 'xjtu_news_2024', 'abai_news_2017', 'kaznu_news_2023', 'eku_news_2025') AND qualifier IN ('exact', 'more_than') GROUP BY 1 ORDER BY 1;

-- Size of events. Q: countries at both. A: 2 and 7
SELECT count(DISTINCT state) AS forum_2017, (SELECT lower(bounds) FROM reported_figure WHERE measure = 'states_at_event') AS symposium_2024
FROM reported_figure WHERE event = 'rectors_forum_2017' AND measure = 'university_heads';

-- Chinese students at two institutions. Q: may 401 and 71+ be added? A: no: stock of enrolled against flow within mobility, and other dates
DO $$
DECLARE d text;
BEGIN
    PERFORM figure_sum(array_agg(reported_figure)) FROM reported_figure WHERE origins = '{CN}';
EXCEPTION WHEN invalid_parameter_value THEN
    GET STACKED DIAGNOSTICS d = PG_EXCEPTION_DETAIL;
    RAISE NOTICE 'refused: %', d;
END $$;

-- Kazakh institutions in the role of a lead. Q: roles of KZ institutions. A: at least 4 kinds
SELECT string_agg(DISTINCT role, ' ' ORDER BY role) AS roles, count(DISTINCT role) >= 4 AS enough
FROM (SELECT role, institution FROM membership UNION ALL SELECT role, institution FROM participation) x JOIN institution i USING (institution) WHERE i.state = 'KZ';

-- Former and present names. Q: are EKSTU and EKU the same? A: no (ektu.kz and vku.edu.kz)
SELECT q, f.institution FROM unnest(ARRAY['EKSTU', 'East Kazakhstan State Technical University', 'EKU', 'Sarsen Amanzholov East Kazakhstan University']) q CROSS JOIN LATERAL institution_find(q, 1) f;

-- The same person in two documents. Q: persons stored by name for statistics. A: 0 (functions stand for persons)
SELECT DISTINCT function FROM participation WHERE institution = 'kaznu.kz' AND function IS NOT NULL;
ROLLBACK;
