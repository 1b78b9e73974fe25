-- registry: what the news of the forum of rectors (2017) says, row by row: question, expected answer, query.
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

-- Forum. Q: days of the forum. A: 2. Q: ordinal of the parent. A: 14
SELECT edtf_days(e.held) AS days, p.ordinal FROM event e JOIN event p ON p.event = e.parent WHERE e.event = 'rectors_forum_2017';

-- Rectors by country. Q: total heads. A: 126. Q: Russian share. A: 61.1 percent. Another page gives more than 70 and more than 50: both stay
SELECT figure_sum(array_agg(reported_figure)) AS total,
       round(100 * sum(stated) FILTER (WHERE state = 'RU') / sum(stated), 1) AS russian_share
FROM reported_figure WHERE measure = 'university_heads' AND source_document = 'abai_news_2017';
SELECT state, figure, source_document FROM figure WHERE measure = 'university_heads' ORDER BY 1, 3;
-- the two sources disagree on Kazakhstan: 49 is not more than 50
SELECT state, count(*) AS sources, bool_and(a.bounds && b.bounds) AS agree
FROM reported_figure a JOIN reported_figure b USING (measure, event, state) WHERE a.source_document = 'abai_news_2017' AND b.source_document = 'press_forum_2017' GROUP BY state ORDER BY 1;

-- Aim. Q: aim kind. A: agreements
SELECT kind, label FROM outcome WHERE event = 'rectors_forum_2017' AND kind = 'aim';

-- 40 agreements. Q: registered / reported when 6 are registered. A: 6 of 40 = 15.0 percent
SELECT reported, registered, share_percent FROM event_agreement_coverage('rectors_forum_2017');

-- 6 memoranda. Q: memoranda of susu.ru at the event. A: 6. Q: share of 40 if memoranda are among them. A: 15.0 percent (not said whether they are)
SELECT count(*) AS memoranda, round(100.0 * count(*) / 40, 1) AS share FROM agreement a JOIN participation p USING (agreement)
WHERE a.event = 'rectors_forum_2017' AND a.kind = 'memorandum' AND p.institution = 'susu.ru';
SELECT figure FROM figure WHERE institution = 'susu.ru' AND measure = 'memoranda_signed';

-- Largest partner. Q: named partners. A: 1 (unknown 5)
SELECT count(p.institution) AS named, count(*) - count(p.institution) AS unknown FROM agreement a JOIN participation p USING (agreement)
WHERE a.event = 'rectors_forum_2017' AND a.kind = 'memorandum' AND p.institution IS DISTINCT FROM 'susu.ru';

-- Kinds of document. Q: is a memorandum a base for a quota? A: only if it states one
SELECT agreement_kind, binding, base_for_quota FROM agreement_kind WHERE agreement_kind IN ('agreement', 'memorandum', 'resolution') ORDER BY 1;

-- Joint resolution. Q: resolutions and subjects. A: 1; 4
SELECT count(DISTINCT a.agreement) AS resolutions, count(t.topic) AS subjects FROM agreement a JOIN topic t USING (agreement) WHERE a.kind = 'resolution' AND a.event = 'rectors_forum_2017';

-- Programme. Q: blocks. A: 2
SELECT string_agg(kind, ' ' ORDER BY ordinal) AS blocks, count(*) FROM event WHERE parent = 'rectors_forum_2017';

-- Sessions. Q: subjects. A: 3
SELECT count(*) AS subjects FROM topic WHERE event = 'rectors_forum_2017_sessions';

-- Joint preparation. Q: kinds of joint work named. A: joint training, shared laboratories and technical base, joint projects
SELECT t.activity, a.name_en FROM topic t JOIN activity a USING (activity) WHERE agreement = 'rectors_forum_2017_resolution' ORDER BY ordinal;

-- Shared base. Q: facilities shared under an agreement on a date. A: list; empty before the first entry
SELECT count(*) AS before FROM facility_sharing WHERE agreement = 'susu_abai_2017' AND validity @> date '2018-01-01';
INSERT INTO facility VALUES ('susu_lab', 'susu.ru', 'laboratory', 'A laboratory');
INSERT INTO facility_sharing VALUES ('susu_lab', 'susu_abai_2017', 'abaiuniversity.edu.kz', '[2018-01-01,)');
SELECT facility, institution FROM facility_sharing WHERE agreement = 'susu_abai_2017' AND validity @> date '2018-01-01';
ROLLBACK TO s;

-- Internships. Q: mobility kind from abaiuniversity.edu.kz to susu.ru. A: internship
-- Single courses. Q: mobility kind from susu.ru to abaiuniversity.edu.kz. A: single_courses
-- Asymmetric. Q: flows in the agreement. A: 2, of different kinds
SELECT from_institution, to_institution, activity FROM agreement_flow WHERE agreement = 'susu_abai_2017' ORDER BY flow;

-- Directions of the memorandum, first to third. Q: activities. A: 3
SELECT ordinal, activity, label FROM topic WHERE agreement = 'susu_abai_2017' ORDER BY 1;
-- Second direction. Q: participants allowed. A: teachers and students
SELECT DISTINCT function FROM participation WHERE project = 'susu_abai_research' ORDER BY 1;
-- Third direction. Q: counted as degree mobility? A: no
SELECT person, degree FROM activity WHERE activity = 'staff_training';

-- Common projects. Q: project without end date counted as current? A: yes until closed
INSERT INTO project (project, kind, title, validity) VALUES ('common', 'educational', 'A common project', '[2018-01-01,)');
SELECT count(*) AS current FROM project WHERE project = 'common' AND validity @> date '2030-01-01' AND status = 'running';
UPDATE project SET status = 'closed', validity = '[2018-01-01,2020-01-01)' WHERE project = 'common';
SELECT count(*) AS current FROM project WHERE project = 'common' AND validity @> date '2030-01-01' AND status = 'running';
ROLLBACK;
