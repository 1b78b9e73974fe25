-- exchange: documents become records of a network, and records documents.
\getenv tests PG_ABS_SRCDIR
\set VERBOSITY terse
\set file :tests '/../examples/exchange/transcript.xml'
\set transcript `cat :'file'`
\set file :tests '/../examples/exchange/learning_agreement.xml'
\set la `cat :'file'`
SET client_min_messages = warning;
SELECT socu.create_network('ex', '{exchange}', false);
RESET client_min_messages;
SET search_path = ex, public, socu;
-- A transcript of kaznu.kz: NAME STATUS DAY GRADE CREDIT, one line each.
CREATE FUNCTION pg_temp.elmo(lines text, esi text DEFAULT 'urn:schac:personalUniqueCode:int:esi:kaznu.kz:7', hei text DEFAULT 'kaznu.kz') RETURNS xml LANGUAGE sql AS $$
SELECT ('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><generatedDate>2026-02-10T09:30:00Z</generatedDate><learner>' || coalesce('<identifier type="esi">' || esi || '</identifier>', '')
    || '<givenNames>A</givenNames><familyName>B</familyName></learner><report><issuer>' || coalesce('<identifier type="schac">' || hei || '</identifier>', '') || '<title>K</title><url>https://k.kz</url></issuer>'
    || string_agg('<learningOpportunitySpecification><identifier type="local">' || w[1] || '</identifier><title>' || w[1] || '</title><specifies><learningOpportunityInstance>' || CASE WHEN w[3] <> '-' THEN '<date>' || w[3] || '</date>' ELSE '' END
        || '<status>' || w[2] || '</status>' || CASE WHEN w[4] <> '-' THEN '<resultLabel>' || w[4] || '</resultLabel>' ELSE '' END || CASE WHEN w[5] <> '-' THEN '<credit><scheme>ects</scheme><value>' || w[5] || '</value></credit>' ELSE '' END
        || '</learningOpportunityInstance></specifies></learningOpportunitySpecification>', '' ORDER BY n) || '<issueDate>2026-02-10T00:00:00Z</issueDate></report></elmo>')::xml
FROM string_to_table(lines, ';') WITH ORDINALITY l (line, n), string_to_array(trim(line), ' ') w $$;

-- A grading scheme that nobody has said the scale of: nothing is guessed.
SELECT * FROM elmo_import(:'transcript');
INSERT INTO exchange_scale VALUES ('mpei.ru', 'five', 'RU_5'), ('kaznu.kz', '', 'KZ_LETTER');
SELECT * FROM elmo_import(:'transcript');
SELECT * FROM elmo_import(:'transcript');
SELECT achievement, institution, code, title, credit, grade, scale, completed, status, item FROM achievement ORDER BY 1;
SELECT kind, received_by = current_user AS own, count(*) FROM exchange_document GROUP BY 1, 2;
TABLE exchange_fault;

-- What a line is known by: an open one gets its result, a new attempt is a line, a corrected grade is the same line.
SELECT action, record FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 B+ 5; B in-progress - - 4'));
SELECT action, record FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 A 5; B failed 2026-01-20 F 4'));
SELECT action, record FROM elmo_import(pg_temp.elmo('B passed 2026-02-01 C 4'));
SELECT action, record FROM elmo_import(pg_temp.elmo('C passed 2026-02-01 C 4; C passed 2026-02-01 C 4'));
SELECT code, credit, grade, completed, status FROM achievement WHERE institution = 'kaznu.kz' ORDER BY achievement;
-- The same under another key is of another student.
SELECT action, record > 6 AS new FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 A 5'), student => 'S-9');

-- Parts and wholes: the deepest that bear credit, once.
SELECT elmo_lines(ARRAY(SELECT a FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><report>
<learningOpportunitySpecification><title>programme</title><specifies><learningOpportunityInstance><credit><scheme>ects</scheme><value>9</value></credit></learningOpportunityInstance></specifies>
<hasPart><learningOpportunitySpecification><title>module</title>
<hasPart><learningOpportunitySpecification><title>course</title><specifies><learningOpportunityInstance><credit><scheme>ects</scheme><value>9</value></credit></learningOpportunityInstance></specifies>
<hasPart><learningOpportunitySpecification><title>class</title></learningOpportunitySpecification></hasPart></learningOpportunitySpecification></hasPart></learningOpportunitySpecification></hasPart>
<hasPart><learningOpportunitySpecification><title>seminar</title></learningOpportunitySpecification></hasPart></learningOpportunitySpecification></report>
<report><learningOpportunitySpecification><title>other</title></learningOpportunitySpecification></report></elmo>') a ORDER BY report_no, los_no));

-- What cannot be a line is refused with its reason, the rest is taken.
SELECT item, action, reason FROM elmo_import(pg_temp.elmo('D passed 2025-06-01 A -; E maybe 2025-06-01 A 5; F passed 2025-06-01 A -5; G passed 2025-06-01 - 5'), faults => 'keep');
SELECT action, reason FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 A 5', hei => NULL), faults => 'keep');
SELECT verdict, severity, message FROM exchange_fault WHERE severity <> 'note' ORDER BY document, n;
-- With errors, without a student, no ELMO, NULL.
SELECT * FROM elmo_import(pg_temp.elmo('E maybe 2025-06-01 A 5'));
SELECT * FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 A 5', esi => NULL));
SELECT * FROM elmo_import(pg_temp.elmo('A passed 2025-06-01 A 5'), faults => 'forgive');
SELECT * FROM elmo_import('<a/>');
SELECT * FROM elmo_import(NULL);

-- ---- learning agreements ----
CREATE FUNCTION pg_temp.held() RETURNS TABLE (version int, signed text, side text, code text, title text, credit credit, added int, removed int, reason text, holds boolean) LANGUAGE sql AS $$
SELECT v.version, concat_ws(' ', 'student' || left(v.signed_student::text, 0), 'home' || left(v.signed_home::text, 0), 'host' || left(v.signed_host::text, 0), 'declined' || left(v.declined::text, 0)),
       i.side, i.code, i.title, i.credit, i.added_in, i.removed_in, i.reason, c.item IS NOT NULL
FROM la_version v LEFT JOIN la_item i ON i.agreement = v.agreement AND i.added_in = v.version LEFT JOIN la_item_current c ON c.item = i.item WHERE v.agreement = 1 ORDER BY 1, i.item $$;
SELECT * FROM ewp_las_import(:'la');
SELECT * FROM ewp_las_import(:'la', 'KZ', 'KZ_LETTER');
SELECT * FROM ewp_las_import(:'la');
SELECT student, home, host, level, field, daterange(lower(stay), upper(stay)) = '[2025-09-01,2026-03-01)' AS stay, home_scheme, home_scale FROM learning_agreement;
SELECT * FROM pg_temp.held();
-- The transcript that came before is linked to what it fulfils.
SELECT a.code, i.code AS fulfils FROM achievement a JOIN la_item i USING (item) ORDER BY 1;
-- A proposal, again; another proposal; the first plan again; an approval of it.
SELECT replace(:'la', '</la>', '<changes-proposal id="p1"><components-studied><component status="inserted" reason-code="extending-mobility"><los-code>X-1</los-code><title>Relays</title><credit><scheme>ects</scheme><value>3</value></credit></component>'
    || '<component status="deleted" reason-code="not-available"><title>Power Systems</title><credit><scheme>ects</scheme><value>6</value></credit></component></components-studied></changes-proposal></la>') AS proposal \gset
SELECT action, record FROM ewp_las_import(:'proposal', faults => 'keep');
SELECT action, record FROM ewp_las_import(:'proposal', faults => 'keep');
SELECT action, record FROM ewp_las_import(replace(:'proposal', 'Relays', 'Motors')::xml, faults => 'keep');
SELECT * FROM pg_temp.held();
SELECT action, record FROM ewp_las_import(:'la');
SELECT * FROM pg_temp.held();
-- What a record cannot hold is refused with its reason.
SELECT item, action, reason FROM ewp_las_import(replace(:'la', '<scheme>ects</scheme><value>5</value>', '<scheme>points</scheme><value>5</value>')::xml, faults => 'keep') UNION ALL
SELECT item, action, reason FROM ewp_las_import(regexp_replace(:'la', '<global-id>.*</global-id>', '')::xml, faults => 'keep') UNION ALL
SELECT item, action, reason FROM ewp_las_import(replace(:'la', '2026-02</end', '2024-02</end')::xml, faults => 'keep') UNION ALL
SELECT item, action, reason FROM ewp_las_import(replace(:'la', 'timetable-conflict', 'mood')::xml, faults => 'keep') UNION ALL
SELECT item, action, reason FROM ewp_las_import(replace(:'la', '<hei-id>mpei.ru</hei-id>', '')::xml, faults => 'keep') UNION ALL
SELECT item, action, reason FROM ewp_las_import(replace(:'la', 'om-2025-0031', 'om-2025-0032')::xml);

-- ---- transcripts of records ----
SELECT '<imobility-tors-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-imobility-tors/blob/stable-v2/endpoints/get-response.xsd"><tor><omobility-id>om-2025-0031</omobility-id>' AS tors \gset
SELECT * FROM ewp_tors_import((:'tors' || pg_temp.elmo('EP-101 passed 2026-01-25 5 6', esi => NULL, hei => 'mpei.ru') || '</tor></imobility-tors-get-response>')::xml, faults => 'keep');
INSERT INTO exchange_scale VALUES ('mpei.ru', '', 'RU_5');
SELECT action, reason FROM ewp_tors_import((:'tors' || pg_temp.elmo('HV passed 2026-01-25 5 5', esi => NULL, hei => 'mpei.ru') || '</tor></imobility-tors-get-response>')::xml, faults => 'keep');
SELECT student FROM achievement WHERE code = 'HV';
SELECT action, reason FROM ewp_tors_import(replace(:'tors' || pg_temp.elmo('HV passed 2026-01-25 5 5', esi => NULL) || '</tor></imobility-tors-get-response>', 'om-2025-0031', 'om-x')::xml, faults => 'keep');
SELECT * FROM ewp_tors_import((:'tors' || '</tor></imobility-tors-get-response>')::xml, faults => 'keep');

-- ---- records to documents, and back ----
SELECT elmo_export(transcript_elmo(h.student, 'Aigerim', 'Sadykova', issued_at => '2026-03-01 12:00Z')) AS doc FROM achievement h WHERE h.code = 'HV' \gset
SELECT * FROM exchange_check(:'doc') WHERE verdict <> 'schema';
SELECT report_no, los_no, code, title, credit, grade, grading_scheme, ended, status FROM elmo_achievements(:'doc');
SELECT action, count(*) FROM elmo_import(:'doc') GROUP BY 1;
-- Random records: what is imported of an export is what was there; what is exported of an import is what was read.
SELECT setseed(0.5);
INSERT INTO achievement (student, institution, code, title, credit, grade, scale, completed, status, origin)
SELECT 'R-' || s, (ARRAY['a.kz', 'b.ru', 'c.cn'])[1 + (random() * 2)::int], CASE WHEN random() < 0.9 THEN 'K' || n END, 'Course <' || n || '> & more', credit(round(random()::numeric * 10, 1), 'ECTS'),
    g.grade, CASE WHEN g.grade IS NOT NULL THEN 'KZ_LETTER' END, date '2025-01-01' + (random() * 300)::int, (ARRAY['passed', 'failed', 'pending'])[1 + (random() * 2)::int], NULL
FROM generate_series(1, 40) s, generate_series(1, 8) n, LATERAL (SELECT (ARRAY['A', 'B+', 'F', NULL])[1 + (random() * 3)::int] WHERE n > 0 AND s > 0) g (grade);
CREATE TEMP TABLE before AS SELECT student, institution, code, title, credit::text, grade, scale, CASE WHEN status <> 'pending' THEN completed END AS completed, status FROM achievement WHERE student LIKE 'R-%';
CREATE TEMP TABLE written AS SELECT student, elmo_export(transcript_elmo(student, 'A', 'B', issued_at => '2026-03-01 12:00Z')) AS doc FROM (SELECT DISTINCT student FROM before) s;
DELETE FROM achievement WHERE student LIKE 'R-%';
SELECT action, count(*) FROM written w, LATERAL elmo_import(w.doc, w.student, 'keep') GROUP BY 1;
CREATE TEMP VIEW after AS SELECT student, institution, code, title, credit::text, grade, scale, CASE WHEN status <> 'pending' THEN completed END, status FROM achievement WHERE student LIKE 'R-%';
SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x;
SELECT count(*) FROM (TABLE after EXCEPT ALL TABLE before) x;
SELECT count(*) FILTER (WHERE elmo_export(transcript_elmo(student, 'A', 'B', issued_at => '2026-03-01 12:00Z'))::text <> doc::text) AS changed, count(*) FROM written;
SELECT action, count(*) FROM written w, LATERAL elmo_import(w.doc, w.student, 'ignore') GROUP BY 1;
DROP VIEW after;

-- ---- roles: an office imports for its own institution, and sees the documents that it imported ----
SET client_min_messages = warning;
CREATE ROLE regress_exchange_office;
CREATE ROLE regress_exchange_other;
RESET client_min_messages;
SELECT recognition_grant(r, 'office', i), exchange_grant(r) FROM (VALUES ('regress_exchange_office'::name, 'kaznu.kz'), ('regress_exchange_other', 'other.kz')) v (r, i);
GRANT USAGE ON SCHEMA socu TO regress_exchange_office, regress_exchange_other;
SET ROLE regress_exchange_office;
SELECT action FROM elmo_import(pg_temp.elmo('Z passed 2025-06-01 A 5', esi => 'urn:schac:personalUniqueCode:int:esi:kaznu.kz:8'));
SELECT action FROM elmo_import(pg_temp.elmo('Z passed 2025-06-01 A- 5', esi => 'urn:schac:personalUniqueCode:int:esi:kaznu.kz:8'));
SELECT kind, count(*) FROM exchange_document GROUP BY 1;
RESET ROLE;
SET ROLE regress_exchange_other;
SELECT count(*) FROM exchange_document;
SELECT action FROM elmo_import(pg_temp.elmo('Y passed 2025-06-01 A 5'));
RESET ROLE;

SET client_min_messages = warning;
DROP SCHEMA ex CASCADE;
REVOKE USAGE ON SCHEMA socu FROM regress_exchange_office, regress_exchange_other;
DROP ROLE regress_exchange_office, regress_exchange_other;
