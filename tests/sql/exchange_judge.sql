-- exchange: hashes, digests, schemas, rules.

SET search_path = public, socu, pg_catalog;
\getenv tests PG_ABS_SRCDIR
\set file :tests '/../examples/exchange/agreement.xml'
\set agreement `cat :'file'`
\set file :tests '/../examples/exchange/transcript.xml'
\set transcript `cat :'file'`
\set file :tests '/../examples/exchange/learning_agreement.xml'
\set la `cat :'file'`
\set file :tests '/../examples/exchange/nomination.xml'
\set nomination `cat :'file'`

-- The hash of version 7, of a text that is written out by its rule.
CREATE FUNCTION pg_temp.iias(version text, body text) RETURNS text LANGUAGE sql AS $$
    SELECT format('<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v%s/endpoints/get-response.xsd">%s</iias-get-response>', version, body) $$;
SELECT iia_hash(pg_temp.iias('7', '<iia><partner><iia-id>A1</iia-id></partner><partner/><cooperation-conditions><staff-training-mobility-spec><sending-hei-id> x </sending-hei-id>
    <sending-contact><n>no</n></sending-contact><receiving-first-academic-year-id>2024/2025</receiving-first-academic-year-id><receiving-last-academic-year-id>2025/2026</receiving-last-academic-year-id>
    <mobilities-per-year not-yet-defined="true">9</mobilities-per-year><subject-area><isced-f-code v6-value="031">0314</isced-f-code></subject-area><odd a="b"/></staff-training-mobility-spec></cooperation-conditions></iia>'))
    = encode(sha256(convert_to('_iia-id_1=A1__iia-id_2=_'
        || '_cooperation-conditions.staff-training-mobility-spec.sending-hei-id= x _'
        || '_staff-training-mobility-spec.subject-area.isced-f-code=031_'
        || '_@cooperation-conditions.staff-training-mobility-spec.odd.a=b@_' || '_cooperation-conditions.staff-training-mobility-spec.odd=_'
        || '_receiving-first-academic-year-id=2024/2025__receiving-last-academic-year-id=2025/2026_', 'UTF8')), 'hex') AS by_the_rule;
SELECT iia_hash(pg_temp.iias('7', '<iia><cooperation-conditions terminated-as-a-whole="true"/></iia>'))
    = encode(sha256('_@terminated-as-a-whole@__iia-id_1=__iia-id_2=_'), 'hex') AS terminated;
-- K20: layout, prefixes, comments and contacts do not change it; order, ids and values do.
WITH h AS (SELECT iia_hash(:'agreement') AS h)
SELECT iia_hash(regexp_replace(:'agreement', '>\s+<', '><', 'g')) = h AS layout,
       iia_hash(regexp_replace(replace(:'agreement', 'xmlns="', 'xmlns:p="'), '<(/?)(?=[a-z])(?!c:)', '<\1p:', 'g')) = h AS prefix,
       iia_hash(replace(:'agreement', '<language>', '<!-- c --><language>')) = h AS comment,
       iia_hash(replace(:'agreement', 'International Office', 'Nobody')) = h AS contact,
       iia_hash(replace(:'agreement', '<iia-id>4711', '<iia-id>4712')) = h AS id,
       iia_hash(replace(:'agreement', '<eqf-level>6</eqf-level>
        <eqf-level>7</eqf-level>', '<eqf-level>7</eqf-level>
        <eqf-level>6</eqf-level>')) = h AS "order",
       iia_hash(replace(:'agreement', '2027/2028', '2028/2029')) = h AS years
FROM h;
-- The second agreement of a document is another.
SELECT iia_hash(pg_temp.iias('7', '<iia><partner><iia-id>A</iia-id></partner></iia><iia><partner><iia-id>B</iia-id></partner></iia>'), 2) = encode(sha256('_iia-id_1=B__iia-id_2=_'), 'hex') AS second;
SELECT iia_hash(:'agreement', 2);
SELECT iia_hash(pg_temp.iias('6', '<iia/>'));
SELECT conditions_hash(:'agreement');

-- Version 6: the exclusive canonical form without contacts, white space kept.
SELECT conditions_hash(pg_temp.iias('6', '<iia><cooperation-conditions   b="2" a="1"> <!-- c --><x><sending-contact>no</sending-contact><y/></x>é&#233; </cooperation-conditions></iia>'))
    = encode(sha256(convert_to('<cooperation-conditions xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd" a="1" b="2"> <x><y></y></x>éé </cooperation-conditions>', 'UTF8')), 'hex') AS by_the_rule;
SELECT conditions_hash(pg_temp.iias('6', '<iia/><iia><cooperation-conditions/></iia>'), 1);
SELECT conditions_hash(pg_temp.iias('6', '<iia/><iia><cooperation-conditions/></iia>'), 2) = encode(sha256('<cooperation-conditions xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd"></cooperation-conditions>'), 'hex') AS no_conditions_before_it;

-- Digests (K3, K4): of the document without its signature.  An equal digest says nothing of who signed.
CREATE FUNCTION pg_temp.signed(value text, inside text DEFAULT '', method text DEFAULT 'http://www.w3.org/2001/04/xmlenc#sha256', uri text DEFAULT '', body text DEFAULT '<a>1</a>',
                               transform text DEFAULT 'http://www.w3.org/2000/09/xmldsig#enveloped-signature') RETURNS text LANGUAGE sql AS $$
    SELECT '<elmo>' || body || '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>'
        || '<Reference URI="' || uri || '"><Transforms><Transform Algorithm="' || transform || '"/></Transforms><DigestMethod Algorithm="' || method || '"/><DigestValue>' || value || '</DigestValue></Reference>' || inside
        || '</SignedInfo><SignatureValue>AAAA</SignatureValue><KeyInfo><X509Data><X509SubjectName>CN=a</X509SubjectName><X509Certificate>TUlJ</X509Certificate></X509Data></KeyInfo></Signature></elmo>' $$;
CREATE TEMP TABLE good AS SELECT encode(sha256('<elmo><a>1</a></elmo>'), 'base64') AS v, encode(sha512('<elmo><a>1</a></elmo>'), 'base64') AS v512;
SELECT * FROM good, elmo_digest(pg_temp.signed(v)) \gx
SELECT what, d.signed, d.digest_ok, d.problem FROM good, LATERAL (VALUES
    (1, 'unsigned', '<elmo><a>1</a></elmo>'),
    (2, 'white space in the value', pg_temp.signed(E'\n ' || v || ' ')),
    (3, 'SHA-512', pg_temp.signed(v512, method => 'http://www.w3.org/2001/04/xmlenc#sha512')),
    (4, 'changed', pg_temp.signed(v, body => '<a>2</a>')),
    (5, 'a comment in the document is not signed', pg_temp.signed(v, body => '<a>1<!-- c --></a>')),
    (6, 'comment in the value', pg_temp.signed('<!--a-->' || v)),
    (7, 'element in the value', pg_temp.signed('<b/>' || v)),
    (8, 'second value', pg_temp.signed(v || '</DigestValue><DigestValue>' || v)),
    (9, 'second reference', pg_temp.signed(v, '<Reference URI="#x"/>')),
    (10, 'second SignedInfo', pg_temp.signed(v, '</SignedInfo><SignedInfo>')),
    (11, 'second Signature', replace(pg_temp.signed(v), '</elmo>', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></elmo>')),
    (12, 'Signature elsewhere', replace(pg_temp.signed(v), '<a>1</a>', '<a><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></a>')),
    (13, 'part of the document', pg_temp.signed(v, uri => '#part')),
    (14, 'unknown digest', pg_temp.signed(v, method => 'urn:md5')),
    (15, 'unknown transform', pg_temp.signed(v, transform => 'http://www.w3.org/TR/1999/REC-xslt-19991116')),
    (16, 'not base64', pg_temp.signed('!')),
    (17, 'empty', pg_temp.signed(''))) c(n, what, doc), LATERAL elmo_digest(doc) d ORDER BY n;

-- A schema of the site's own: imports come from the table and nowhere else.
SELECT exchange_schema_load('urn:x:main.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:types" targetNamespace="urn:doc" elementFormDefault="qualified">
<xs:import namespace="urn:types" schemaLocation="urn:x:types.xsd"/><xs:element name="doc"><xs:complexType><xs:sequence><xs:element name="day" type="xs:date"/><xs:element name="sum" type="xs:decimal"/><xs:element name="k" type="t:kind"/></xs:sequence></xs:complexType></xs:element></xs:schema>');
SELECT * FROM exchange_schema_faults('<doc xmlns="urn:doc"/>');
SELECT exchange_schema_load('urn:x:types.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:types"><xs:simpleType name="kind"><xs:restriction base="xs:token"><xs:enumeration value="a"/></xs:restriction></xs:simpleType></xs:schema>');
SELECT verdict, severity, path, line, message <> '' AS said FROM exchange_schema_faults(E'<doc xmlns="urn:doc">\n<day>2024-01-01</day>\n<sum>x</sum>\n<k>b</k></doc>');
-- White space around a date is allowed; so are more than 24 digits, which some versions of libxml2 alone mind: no error.
SELECT severity, path, message <> '' AS said FROM exchange_schema_faults('<doc xmlns="urn:doc"><day> 2024-01-01 </day><sum>
1.5 </sum><k>a</k></doc>');
SELECT count(*) FILTER (WHERE severity = 'error') AS errors FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>' || repeat('1', 30) || '</sum><k>a</k></doc>');
-- A schema named; one that is not there; two for one namespace; one under two addresses; changed, it counts at once.
SELECT count(*) FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>1</sum><k>a</k></doc>', 'urn:x:main.xsd');
SELECT * FROM exchange_schema_faults('<doc xmlns="urn:doc"/>', 'urn:x:none.xsd');
SELECT exchange_schema_load('urn:x:again.xsd', body) FROM exchange_schema WHERE uri = 'urn:x:main.xsd';
SELECT count(*) FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>1</sum><k>a</k></doc>');
UPDATE exchange_schema SET body = replace(body, 'xs:date', 'xs:gYear') WHERE uri = 'urn:x:again.xsd';
SELECT severity, message FROM exchange_schema_faults('<doc xmlns="urn:doc"/>');
SELECT severity, path FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>1</sum><k>a</k></doc>', 'urn:x:again.xsd');
BEGIN;
UPDATE exchange_schema SET body = replace(body, 'xs:gYear', 'xs:date') WHERE uri = 'urn:x:again.xsd';
SELECT count(*) FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>1</sum><k>a</k></doc>', 'urn:x:again.xsd');
ROLLBACK;
SELECT count(*) FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024-01-01</day><sum>1</sum><k>a</k></doc>', 'urn:x:again.xsd');
-- K9: what is no schema, has a DOCTYPE or identity constraints is not loaded.
SELECT exchange_schema_load('urn:x:bad.xsd', '<a/>');
SELECT exchange_schema_load('urn:x:bad.xsd', '<!DOCTYPE a><a/>');
SELECT exchange_schema_load('urn:x:bad.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:key name="k"><xs:selector xpath="."/><xs:field xpath="@a"/></xs:key></xs:element></xs:schema>');
-- K6: after a schema that cannot be compiled and one that can, PostgreSQL's own XML is as before.
SELECT exchange_schema_load('urn:x:main.xsd', replace(body, 'urn:x:types.xsd', 'file:///etc/passwd')) FROM exchange_schema WHERE uri = 'urn:x:main.xsd';
DO $$
BEGIN
    FOR i IN 1 .. 50 LOOP
        BEGIN
            PERFORM exchange_schema_faults('<doc xmlns="urn:doc"/>', 'urn:x:main.xsd');
            RAISE 'compiled';
        EXCEPTION WHEN invalid_parameter_value THEN NULL;
        END;
        BEGIN
            PERFORM xmlparse(document '<a');
            RAISE 'parsed';
        EXCEPTION WHEN invalid_xml_document THEN NULL;
        END;
    END LOOP;
END $$;
-- Only who may write the table loads a schema; everybody may use it.
CREATE ROLE regress_exchange_judge;
GRANT USAGE ON SCHEMA socu TO regress_exchange_judge;
SET ROLE regress_exchange_judge;
SELECT socu.exchange_schema_load('urn:x:mine.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>');
SELECT count(*) FROM exchange_schema_faults('<doc xmlns="urn:doc"><day>2024</day><sum>1</sum><k>a</k></doc>', 'urn:x:again.xsd');
RESET ROLE;
REVOKE USAGE ON SCHEMA socu FROM regress_exchange_judge;
DROP ROLE regress_exchange_judge;
DELETE FROM exchange_schema;

-- The rules: the samples, then one fault of each kind.
SELECT verdict, severity, path, line, message, expected FROM exchange_check(:'transcript');
SELECT verdict, severity, path, line, message, expected FROM exchange_check(:'nomination') UNION ALL
SELECT verdict, severity, path, line, message, expected FROM exchange_check(:'la') UNION ALL
SELECT verdict, severity, path, line, message, CASE WHEN verdict = 'facts' THEN (expected = iia_hash(:'agreement'))::text ELSE expected END FROM exchange_check(:'agreement');
SELECT verdict, severity, path, message, expected FROM exchange_check('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><generatedDate>2024-01-01T00:00:00</generatedDate>
<learner><identifier type="esi">x</identifier><givenNames/><familyName/><bday>1.2.2003</bday><gender>3</gender></learner>
<report><issuer><identifier type="schac">urn:x</identifier></issuer>
<learningOpportunitySpecification><identifier type="local">A</identifier><type>Lecture</type><iscedCode>481</iscedCode><specifies><learningOpportunityInstance><start>2024-02-01</start><date>2024-01-01</date><status>maybe</status>
<gradingSchemeLocalId>1</gradingSchemeLocalId><shortenedGrading><percentageLower>50</percentageLower><percentageEqual>20</percentageEqual><percentageHigher>20</percentageHigher></shortenedGrading>
<credit><scheme>ECTS</scheme><level>Diploma</level><value>1E1</value></credit><level><type>EQF</type></level><languageOfInstruction>en_GB</languageOfInstruction></learningOpportunityInstance></specifies></learningOpportunitySpecification></report>
<report><issuer><title>T</title><url>u</url></issuer><issueDate/><gradingScheme localId="1"/><gradingScheme localId="1"/><attachment><content>MQ==</content></attachment><attachment><content>?</content></attachment></report></elmo>');
SELECT verdict, severity, path, message, expected FROM exchange_check('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v2"><learner><bday>2001-01-01</bday><dateOfBirth>2001-01-02</dateOfBirth></learner></elmo>') WHERE verdict = 'rules';
SELECT verdict, severity, path, message, expected FROM exchange_check(pg_temp.iias('7', '<iia><partner><hei-id>a.kz</hei-id></partner><partner><hei-id>b.ru</hei-id><iia-id>x y</iia-id></partner><cooperation-conditions>
<student-studies-mobility-spec><sending-hei-id>a.kz</sending-hei-id><receiving-hei-id>c.cn</receiving-hei-id><receiving-first-academic-year-id>2025/2026</receiving-first-academic-year-id><receiving-last-academic-year-id>2024/2025</receiving-last-academic-year-id>
<mobilities-per-year>0</mobilities-per-year><subject-area><isced-f-code>7</isced-f-code></subject-area><total-months-per-year>1.234</total-months-per-year><eqf-level>9</eqf-level></student-studies-mobility-spec></cooperation-conditions></iia><iia/>')) WHERE verdict = 'rules';
SELECT severity, path, message, expected FROM exchange_check(pg_temp.iias('6', '<iia><cooperation-conditions><staff-training-mobility-spec><receiving-academic-year-id>2024/2025</receiving-academic-year-id>
<receiving-academic-year-id>2026/2027</receiving-academic-year-id></staff-training-mobility-spec></cooperation-conditions></iia>')) WHERE message LIKE '%gap%';
SELECT verdict, severity, path, message FROM exchange_check(replace(replace(replace(:'nomination', 'pending', 'rejected'), '0713', '713'), 'P-1', '')) WHERE verdict = 'rules';
SELECT verdict, severity, path, message FROM exchange_check(replace(replace(replace(:'la', 'timetable-conflict', 'extending-mobility'), 'components-recognized', 'virtual-components'), 'CR/EP-101', 'XX/1')) WHERE verdict = 'rules';
SELECT verdict, severity, path, message FROM exchange_check('<elmo/>') UNION ALL SELECT verdict, severity, path, message FROM exchange_check('<unknown xmlns="urn:u"/>');
