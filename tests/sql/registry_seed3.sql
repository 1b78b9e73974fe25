-- registry: what the news of KazNU (2023) says, row by row: question, expected answer, query.
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

-- Association. Q: field of the association. A: law
SELECT kind, field FROM body WHERE body = 'law_schools_sco';

-- Centre. Q: founding year from the anniversary. A: 2013
SELECT founded, 2023 - founded::int AS anniversary FROM body WHERE body = 'sco_legal_training_centre';

-- Forum date. Q: date of the opening. A: 2023-09-13
SELECT held, city FROM event WHERE event = 'law_forum_2023';

-- Branches abroad. Q: open branches of kaznu.kz abroad on 2023-09-13. A: 2 (TR, KG)
SELECT state, city FROM branch WHERE institution = 'kaznu.kz' AND status = 'open' AND validity @> date '2023-09-13' ORDER BY 1 DESC;

-- Foreign branch hosted. Q: branches hosted by kaznu.kz. A: 1 open (RU)
SELECT b.institution, i.state FROM branch b JOIN institution i USING (institution) WHERE host_institution = 'kaznu.kz' AND status = 'open' AND validity @> date '2023-09-13';

-- Branch in preparation. Q: open branches hosted by kaznu.kz on 2023-09-13. A: 1, planned 1
SELECT status, count(*) FROM branch WHERE host_institution = 'kaznu.kz' AND validity @> date '2023-09-13' GROUP BY 1 ORDER BY 1;
-- what is planned opens by a row of its own; it cannot be both at once
INSERT INTO branch (institution, state, city, host_institution, status, validity) VALUES ('nwpu.edu.cn', 'KZ', 'Almaty', 'kaznu.kz', 'open', '[2024-09-01,)');
ROLLBACK TO s;
UPDATE branch SET validity = '[2023-09-13,2024-09-01)' WHERE institution = 'nwpu.edu.cn';
INSERT INTO branch (institution, state, city, host_institution, status, validity) VALUES ('nwpu.edu.cn', 'KZ', 'Almaty', 'kaznu.kz', 'open', '[2024-09-01,)');
SELECT status FROM branch WHERE institution = 'nwpu.edu.cn' AND validity @> date '2024-09-01';
ROLLBACK TO s;

-- UN hub. Q: role. A: head of hub
SELECT r.name_en FROM membership m JOIN role r USING (role) WHERE body = 'un_academic_impact' AND institution = 'kaznu.kz';

-- Documents signed in Xi'an. Q: number of documents. A: not stated
SELECT figure FROM figure WHERE event = 'kz_visit_xian_2023';

-- Alliance. Q: role of kaznu.kz. A: member of the coordinating committee
SELECT r.name_en FROM membership m JOIN role r USING (role) WHERE body = 'new_silk_road_universities' AND institution = 'kaznu.kz';

-- Chinese students. Q: value. A: 401. Q: does it mix degree and exchange students? A: not stated, so kind = unspecified
SELECT f.figure, m.definition FROM figure f JOIN measure m USING (measure) WHERE institution = 'kaznu.kz' AND f.unit IS NULL AND origins = '{CN}';

-- Faculty of law. Q: students and countries. A: 155; 5. Q: Chinese law students? A: unknown; between 1 and 151 if each of the five sends at least one
SELECT stated, cardinality(origins) AS countries, 1 AS least, stated - (cardinality(origins) - 1) AS most FROM reported_figure WHERE unit = 'law';

-- Faculty as level. Q: may 155 be added to 401? A: no (overlap)
DO $$
DECLARE d text;
BEGIN
    PERFORM figure_sum(array_agg(reported_figure)) FROM reported_figure WHERE measure = 'students_enrolled' AND institution = 'kaznu.kz';
EXCEPTION WHEN invalid_parameter_value THEN
    GET STACKED DIAGNOSTICS d = PG_EXCEPTION_DETAIL;
    RAISE NOTICE 'refused: %', d;
END $$;

-- Double diplomas. Q: partners by status on 2023-09-13. A: AZ dialogue partner 1; US and DE none 2; SCO members 0
SELECT coalesce(state_status_at(i.state, '2023-09-13'), 'none') AS status, count(*), string_agg(i.state, ' ' ORDER BY i.state) AS states
FROM programme g JOIN participation p USING (programme) JOIN institution i USING (institution)
WHERE g.kind = 'double_degree' AND g.status = 'running' AND p.role = 'partner' GROUP BY 1 ORDER BY 1;

-- Rating. Q: status. A: proposed; criteria not listed
SELECT status, (SELECT count(*) FROM rating_criterion c WHERE c.rating = r.rating) AS criteria, (SELECT count(*) FROM rating_score(r.rating, '2023-09-13')) AS scores FROM rating r;

-- Problems of integration. Q: stored as outcome? A: as an issue without resolution
SELECT kind, status, agreement FROM outcome WHERE event = 'law_forum_2023' AND kind = 'issue';

-- Next meeting. Q: founding year of KazNU. A: 1934 (90 years in 2024)
SELECT e.status, e.held, i.founded, e.held::int - i.founded::int AS years FROM event e, institution i WHERE event = 'law_meeting_2024' AND institution = 'kaznu.kz';

-- Permanent mobility. Q: outgoing number to China. A: not stated
SELECT figure FROM figure WHERE institution = 'kaznu.kz' AND destinations = '{CN}';

-- Research for a foreign body. Q: outputs. A: 1
SELECT count(*) FROM output o JOIN participation p USING (output) WHERE o.kind = 'expert_review' AND p.role = 'requester' AND p.body = 'sco_legal_exchange_centre';

-- Regional and international projects. Q: funder kinds. A: 2
SELECT count(DISTINCT funding) AS kinds, string_agg(DISTINCT funding, ' ') AS which FROM project j JOIN participation p USING (project) WHERE p.institution = 'kaznu.kz' AND p.unit = 'law';

-- Meeting and panels. Q: parts. A: at least 2
SELECT count(*) >= 2 AS enough, string_agg(kind, ' ' ORDER BY ordinal) AS parts FROM event WHERE parent = 'law_forum_2023';

-- Region groups. Q: Central Asian SCO members. A: KZ, KG, TJ, UZ (TM is no member)
SELECT string_agg(state, ' ' ORDER BY state) AS members FROM membership WHERE body = 'central_asia' AND state_status_at(state, '2023-09-13') = 'member';
ROLLBACK;
