-- registry: what the news of the East Kazakhstan University (2025) says, row by row: question, expected answer, query.
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

-- Visit. Q: size of the delegation. A: at least 3
SELECT persons, bounds_text(numrange(lower(persons), upper(persons))) AS size FROM participation WHERE event = 'eku_visit_2025' AND role = 'visitor';

-- Vocational college. Q: may credits of ISCED 5 be recognised into bachelor automatically? A: no, only by rule
-- The rule is the recognition room's; what it asks is here.
SELECT kind, isced_from, isced_to, owner FROM institution WHERE institution = 'sdwm.edu.cn';

-- Training. Q: in what? A: international economics, foreign trade, e-commerce
SELECT ordinal, field, label FROM topic WHERE institution = 'sdwm.edu.cn' AND topic_kind = 'training' ORDER BY 1;

-- Leadership of associations. Q: fields. A: 3
SELECT b.field FROM membership m JOIN body b USING (body) WHERE m.institution = 'sdwm.edu.cn' AND m.role = 'lead' ORDER BY 1;

-- Memorandum. Q: purposes. A: joint educational programmes; research projects; digital projects; exchange of students and faculty
SELECT ordinal, label FROM topic WHERE agreement = 'eku_sdwm_2024' ORDER BY 1;

-- Partnerships. Q: named partners. A: 7
SELECT count(*) AS named, a.parties_complete FROM agreement a JOIN participation p USING (agreement) WHERE agreement = 'eku_chinese_partners' AND institution <> 'vku.edu.kz' GROUP BY 2;

-- Partner list. Q: which name stays unresolved? A: National Central University. Q: which of the seven is a USCO base university? A: Tsinghua, Lanzhou University of Technology
SELECT name_as_given FROM participation p JOIN institution i USING (institution) WHERE agreement = 'eku_chinese_partners' AND NOT i.resolved;
SELECT i.name_en, m.role, m.confidence FROM participation p JOIN network_members('usco', '2025-12-04') m USING (institution) JOIN institution i USING (institution) WHERE p.agreement = 'eku_chinese_partners' ORDER BY 1;
-- each name finds its institution, and the ambiguous one a key that says so
SELECT n, f.institution FROM unnest(ARRAY['Qingdao University', 'Shandong Vocational College of Foreign Trade', 'Ili Pedagogical University', 'Lanzhou University of Technology',
    'Jiangsu Normal University', 'National Central University', 'Tsinghua University']) n CROSS JOIN LATERAL institution_find(n, 1) f;

-- Incoming. Q: the figure shows. A: more than 70 (at least 71), never 70 as exact
SELECT figure, bounds FROM figure WHERE institution = 'vku.edu.kz' AND origins = '{CN}';

-- Outgoing. Q: lower bound. A: 51
SELECT lower(bounds), measure FROM figure WHERE institution = 'vku.edu.kz' AND destinations = '{CN}';

-- Mutual exchange. Q: balance in minus out. A: not determinable; from the bounds alone any sign is possible, the printed pair is 71+ and 51+
SELECT bounds_text(i.bounds) AS "in", bounds_text(o.bounds) AS "out", figure_ratio(i.bounds, o.bounds) AS ratio, i.bounds - o.bounds AS certainly_more_in
FROM reported_figure i, reported_figure o WHERE i.institution = 'vku.edu.kz' AND i.origins = '{CN}' AND o.institution = 'vku.edu.kz' AND o.destinations = '{CN}';

-- Period. Q: is the period stated? A: no
SELECT DISTINCT as_of, as_of_inferred FROM figure WHERE institution = 'vku.edu.kz';

-- Agreements of April 2024. Q: digital projects. A: 2. Q: month. A: 2024-04
SELECT count(j.project) AS projects, a.signed FROM agreement a JOIN project j USING (agreement) WHERE agreement = 'eku_haier_2024' GROUP BY 2;

-- Precision. Q: is it in 2024-04-15? A: possible; certain only for the month
SELECT edtf_range(signed) @> date '2024-04-15' AS possible, edtf_days(signed) AS days, edtf_range(signed) <@ daterange('2024-04-01', '2024-05-01') AS in_april, edtf_precision(signed) AS precision
FROM agreement WHERE agreement = 'eku_sdwm_2024';
SELECT on_date, certain FROM unnest('{2024-03-31,2024-04-01,2024-04-15,2024-04-30}'::date[]) on_date LEFT JOIN LATERAL agreements_in_force(on_date) f ON f.agreement = 'eku_haier_2024' ORDER BY 1;

-- New programmes. Q: new fields. A: 3
SELECT count(*) AS fields FROM programme WHERE agreement = 'eku_sdwm_2025' AND status = 'planned';

-- Dual degrees. Q: running per the news. A: 0. Opportunities: 3
SELECT count(*) AS running FROM programme WHERE kind = 'dual_degree' AND status = 'running';
SELECT count(*) AS opportunities FROM outcome WHERE event = 'eku_visit_2025' AND kind = 'intention';

-- Signature. Q: signed on or before. A: 2025-12-04
SELECT signed, upper(edtf_range(signed)) - 1 AS latest FROM agreement WHERE agreement = 'eku_sdwm_2025';

-- High-level context. Q: fields. A: 5
SELECT kind, count(*) AS fields FROM event JOIN topic USING (event) WHERE event = 'kz_visit_china_2025' GROUP BY 1;

-- Staff exchange. Q: staff numbers. A: not stated
SELECT count(*) AS figures FROM figure WHERE institution = 'vku.edu.kz' AND measure IN (SELECT activity FROM activity WHERE person = 'staff');

-- Digital infrastructure. Q: counted as mobility? A: no
SELECT mobility FROM activity WHERE activity = 'digital_project';

-- Shared educational space. Q: measurable? A: no. Report text only: there is no measure for it, and no row is made.
SELECT count(*) FROM measure WHERE definition ILIKE '%educational space%';
ROLLBACK;
