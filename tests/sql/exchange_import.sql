-- exchange: documents become records of a network, and records documents.
\getenv tests PG_ABS_SRCDIR
\set VERBOSITY terse
\set file :tests '/../examples/exchange/transcript.xml'
\set transcript `cat :'file'`
\set file :tests '/../examples/exchange/learning_agreement.xml'
\set la `cat :'file'`
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{exchange}', false);
RESET client_min_messages;
SET search_path = sco, public, socu;
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
