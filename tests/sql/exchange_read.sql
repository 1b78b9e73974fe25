-- exchange: ELMO documents as rows.

SET search_path = public, socu, pg_catalog;
SET timezone = 'America/New_York';
\getenv tests PG_ABS_SRCDIR
\set file :tests '/../examples/exchange/transcript.xml'
\set doc `cat :'file'`

-- The sample: every kind of row.
SELECT * FROM elmo_document(:'doc') \gx
SELECT * FROM elmo_reports(:'doc') \gx
SELECT los_no, parent_no, depth, type, code, program, title, started, ended, status, grade, credit, credit_scheme, hours
FROM elmo_achievements(:'doc') ORDER BY report_no, los_no;
SELECT los_no, n, scheme, level, value, value_text, credit FROM elmo_credits(:'doc') ORDER BY n;
SELECT * FROM elmo_levels(:'doc');
SELECT * FROM elmo_identifiers(:'doc') ORDER BY n;
SELECT owner, report_no, los_no, n, kind, id, lang, text FROM elmo_texts(:'doc') ORDER BY n;
SELECT * FROM elmo_distributions(:'doc') ORDER BY n;
SELECT owner, n, type, title, ids, id_types, lang, mime, convert_from(content, 'UTF8') AS content, undecoded
FROM elmo_attachments(:'doc');
SELECT * FROM elmo_rest(:'doc');

-- Text, bytes, base64, gzip: the same document.
SELECT elmo_read(:'doc') IS NOT DISTINCT FROM NULL AS missing,
       elmo_read(:'doc')::text = elmo_read(:'doc'::xml)::text AS xml,
       elmo_read(:'doc')::text = elmo_read(convert_to(:'doc', 'UTF8'))::text AS bytes,
       elmo_read(:'doc')::text = elmo_read(emrex_encode(:'doc'::xml))::text AS emrex,
       elmo_read(:'doc')::text = elmo_read(decode(emrex_encode(:'doc'::xml), 'base64'))::text AS gzip,
       elmo_read(:'doc')::text = elmo_read(encode(convert_to(:'doc', 'UTF8'), 'base64'))::text AS base64;

-- Totals are never a sum over all nodes: 20 at the top, 12 + 6 at the bottom, and the module has 14 with one course of 12.
CREATE FUNCTION pg_temp.elmo(los text, report text DEFAULT '') RETURNS text LANGUAGE sql AS $$
    SELECT '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><report>' || los || report || '</report></elmo>' $$;
CREATE FUNCTION pg_temp.los(title text, loi text, parts text DEFAULT '') RETURNS text LANGUAGE sql AS $$
    SELECT '<learningOpportunitySpecification><title>' || title || '</title><specifies><learningOpportunityInstance>' || loi
        || '</learningOpportunityInstance></specifies>' || parts || '</learningOpportunitySpecification>' $$;
CREATE FUNCTION pg_temp.part(los text) RETURNS text LANGUAGE sql AS $$ SELECT '<hasPart>' || los || '</hasPart>' $$;
CREATE FUNCTION pg_temp.credit(value text, scheme text DEFAULT 'ects') RETURNS text LANGUAGE sql AS $$
    SELECT '<credit><scheme>' || scheme || '</scheme><value>' || value || '</value></credit>' $$;
SELECT t.* FROM elmo_totals(pg_temp.elmo(
    pg_temp.los('P', pg_temp.credit('20', 'ECTS'),
        pg_temp.part(pg_temp.los('M', pg_temp.credit('14'), pg_temp.part(pg_temp.los('A', pg_temp.credit('12')))))
        || pg_temp.part(pg_temp.los('B', pg_temp.credit('6.0'))))
    || pg_temp.los('C', '<status>failed</status>' || pg_temp.credit('5') || pg_temp.credit('2', 'KZ')))) t ORDER BY scheme, status;

-- K1: namespace and local name count, prefixes do not; a wrong namespace is an error and never an empty answer.
SELECT family_name FROM elmo_document('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>A</familyName></learner></elmo>')
UNION ALL SELECT family_name FROM elmo_document('<e:elmo xmlns:e="https://github.com/emrex-eu/elmo-schemas/tree/v1"><e:learner><e:familyName>B</e:familyName></e:learner></e:elmo>')
UNION ALL SELECT family_name FROM elmo_document('<e:elmo xmlns:e="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>C</familyName></learner></e:elmo>');
SELECT * FROM elmo_achievements('<elmo xmlns="urn:other"><report/></elmo>');
SELECT * FROM elmo_achievements('<elmo><report/></elmo>');
SELECT count(*) FROM elmo_reports('<elmo><report/></elmo>', older => true);
SELECT * FROM elmo_achievements('<tor/>');

-- K2: a value is all of its text.
SELECT family_name FROM unnest(ARRAY['Berg<!--x-->mann', 'Berg<?p?>mann', 'x<![CDATA[&]]>', 'R &amp; D', '  a
    b ']) v, LATERAL elmo_document('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>' || v
    || '</familyName></learner></elmo>');

-- K12, K13, K15: the letter of XML Schema and no session decide what a date, a time and a number are.
SELECT v, d.birth_date FROM unnest(ARRAY['2014-11-28+02:00', '2014-11-28Z', ' 2014-11-28 ', '2014-02-29', '2016-02-29', 'today', 'infinity',
    '01/02/2014', '20141128', '', '0000-01-01']) WITH ORDINALITY u(v, n), LATERAL elmo_document(
    '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><bday>' || v || '</bday></learner></elmo>') d ORDER BY n;
SELECT v, d.generated_at AT TIME ZONE 'UTC' AS utc FROM unnest(ARRAY['2024-05-01T00:00:00+02:00', '2024-05-01T24:00:00Z', '2024-05-01T12:00:00',
    '2024-05-01T12:00:00.1234567-04:30', '2024-05-01 12:00:00Z', '2024-05-01T12:00:60Z', '2024-05-01T12:00:00+0100', '2024-05-01T12:00:00 Europe/Paris',
    '2024-05-01T24:00:01Z']) WITH ORDINALITY u(v, n), LATERAL elmo_document(
    '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><generatedDate>' || v || '</generatedDate></elmo>') d ORDER BY n;
SELECT v, c.value, c.value_text, c.credit FROM unnest(ARRAY['7.', '.5', '+7.5', '0', '10.000', '9.2857', '1E1', 'NaN', 'Infinity', '1,5', '10/3', '',
    '-1', repeat('9', 30)]) WITH ORDINALITY u(v, i), LATERAL elmo_credits(pg_temp.elmo(pg_temp.los('t', pg_temp.credit(v)))) c ORDER BY i;
SELECT c.* FROM elmo_credits(pg_temp.elmo(pg_temp.los('t', '<credit><scheme>ects</scheme></credit>' || pg_temp.credit('3', 'no-vt')))) c;

-- K16: text has no encoding to claim; bytes have.
SELECT family_name FROM elmo_document('  <?xml version="1.0" encoding="UTF-16"?><elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>é</familyName></learner></elmo>');
SELECT family_name FROM elmo_document(convert_to('<?xml version="1.0" encoding="ISO-8859-1"?><elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>é</familyName></learner></elmo>', 'LATIN1'));
SELECT family_name FROM elmo_document('\xefbbbf'::bytea || convert_to('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>é</familyName></learner></elmo>', 'UTF8'));
SELECT elmo_document(convert_to('<?xml version="1.0" encoding="UTF-16"?><elmo/>', 'UTF8'));
\set VERBOSITY terse
SELECT elmo_document(chr(65279) || '<?xml version="1.0" bad?><elmo/>');
\set VERBOSITY default

-- K17: base64 with split padding, white space, percent-escapes; nothing after the padding.
SELECT v, a.content, a.mime, a.undecoded FROM unnest(ARRAY['data:a/b;base64,MQ= =', E'data:a/b;base64,\tM\r\nQ==', 'data:a/b;base64,JVBE%2BR%3D%3D', 'MQ==',
    'data:a/b;base64,MQ==MQ==', 'data:a/b;base64,M', 'data:a/b;base64,iiNhz6Q...', 'data:a/b,plain', '']) WITH ORDINALITY u(v, i),
    LATERAL elmo_attachments(pg_temp.elmo('', '<attachment><content>' || v || '</content></attachment>')) a ORDER BY i;
SELECT (emrex_decode(replace(replace(encode(convert_to('<a b="' || repeat('>~?', 9) || '"/>', 'UTF8'), 'base64'), '+', ' '), E'\n', E'\r\n')))::text;
SELECT emrex_decode('PGE+P');
SELECT emrex_decode('PGE+PC9hPg==PGE+');
SELECT emrex_decode('PGE!');
SELECT emrex_decode(encode('plain', 'base64'));

-- K18: gzip must be whole; members follow one another; nothing else may.
-- A member of one stored block; its check value (CRC-32) is reckoned bit by bit.
CREATE FUNCTION pg_temp.gzip_stored(d bytea) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
    c bigint := 4294967295;
    n integer := length(d);
BEGIN
    FOR i IN 0 .. n - 1 LOOP
        c := c # get_byte(d, i);
        FOR k IN 1 .. 8 LOOP
            c := CASE WHEN c & 1 = 1 THEN (c >> 1) # 3988292384 ELSE c >> 1 END;
        END LOOP;
    END LOOP;
    c := c # 4294967295;
    RETURN '\x1f8b0800000000000003'::bytea || '\x01'::bytea || set_byte(set_byte('\x0000', 0, n & 255), 1, n >> 8)
        || set_byte(set_byte('\x0000', 0, 255 - (n & 255)), 1, 255 - (n >> 8)) || d
        || set_byte(set_byte(set_byte(set_byte('\x00000000', 0, (c & 255)::int), 1, (c >> 8 & 255)::int), 2, (c >> 16 & 255)::int), 3, (c >> 24)::int)
        || set_byte(set_byte('\x00000000', 0, n & 255), 1, n >> 8);
END $$;
CREATE TEMP TABLE packed AS SELECT decode(emrex_encode('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>G</familyName></learner></elmo>'), 'base64') AS z;
SELECT family_name FROM packed, elmo_document(z);
SELECT elmo_document(substr(z, 1, length(z) - 1)) FROM packed;
SELECT elmo_document(substr(z, 1, 15)) FROM packed;
SELECT elmo_document(z || '\x00') FROM packed;
SELECT elmo_document(set_byte(z, length(z) - 6, get_byte(z, length(z) - 6) # 1)) FROM packed;
\set VERBOSITY terse
SELECT elmo_document(z || z) FROM packed;
\set VERBOSITY default
-- Two members make one document.
SELECT family_name FROM packed, LATERAL (SELECT convert_to('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><learner><familyName>two', 'UTF8') AS a) a,
    LATERAL elmo_document(pg_temp.gzip_stored(a) || pg_temp.gzip_stored(convert_to(' members</familyName></learner></elmo>', 'UTF8')));

-- K19: a report without achievements is a report; a grading scheme belongs to its report; codes are not guessed.
SELECT report_no, achievements FROM elmo_reports(pg_temp.elmo('', '<attachment><content>MQ==</content></attachment>'));
SELECT report_no, id, text FROM elmo_texts('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><report><gradingScheme localId="1"><description>A to F</description></gradingScheme></report>
    <report><gradingScheme localId="1"><description>5 to 2</description></gradingScheme></report></elmo>') ORDER BY n;
SELECT code, program, isced_f FROM elmo_achievements(pg_temp.elmo('<learningOpportunitySpecification><identifier type="other">X</identifier><title>CS101 Logic</title><iscedCode>481</iscedCode></learningOpportunitySpecification>'));
SELECT birth_date FROM elmo_document('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v2"><learner><bday>2001-01-01</bday><dateOfBirth>2001-01-02</dateOfBirth></learner></elmo>');

-- Before ELMO 1.0 the learner stood in the report, and dates could be turned.
SELECT given_names, birth_date FROM elmo_document('<elmo xmlns="http://purl.org/net/elmo"><report><learner><givenNames>K</givenNames><bday dtf="dd-MM-yyyy">18-07-1966</bday></learner></report></elmo>', true);

-- What has no column is kept, with the namespaces that it needs.
SELECT owner, los_no, name, content FROM elmo_rest('<e:elmo xmlns:e="https://github.com/emrex-eu/elmo-schemas/tree/v1" xmlns:x="urn:x"><e:report><e:learningOpportunitySpecification>
<e:extension><x:a b="&quot;&lt;">&amp;</x:a></e:extension></e:learningOpportunitySpecification></e:report></e:elmo>');

-- emrex_encode gives the same value for the same document, and emrex_decode the document.
SELECT emrex_encode('<a>é</a>') = emrex_encode('<a>é</a>') AS same, emrex_decode(emrex_encode('<a>é</a>'))::text;

-- Identifiers, by their written rules.
SELECT v, esi_valid(v) FROM unnest(ARRAY['urn:schac:personalUniqueCode:int:esi:pl:1234', 'urn:schac:personalUniqueCode:int:esi:uio.no:1234567890',
    'urn:schac:personalUniqueCode:int:esi:pl-mz:1', 'urn:schac:personalUniqueCode:int:esi:PL:1', 'urn:schac:personalUniqueCode:int:esi:p:1', 'urn:schac:personalUniqueCode:int:esi:uio.no:',
    'urn:schac:personalUniqueCode:int:esi:uio.no:1 2', 'URN:schac:personalUniqueCode:int:esi:uio.no:1', 'urn:schac:personalUniqueCode:nl:local:x:1', '']) v;
SELECT length(v), esi_valid(v) FROM unnest(ARRAY[rpad('urn:schac:personalUniqueCode:int:esi:uio.no:', 255, '1'), rpad('urn:schac:personalUniqueCode:int:esi:uio.no:', 256, '1')]) v;
SELECT v, schac_valid(v) FROM unnest(ARRAY['uw.edu.pl', 'mpei.ru', 'UW.edu.pl', 'uw', 'uw..pl', '-a.pl', 'a-.pl', '.pl', 'a.1', 'xn--80ak6aa92e.ru', 'a b.pl', '']) v;
SELECT v, academic_year_id_valid(v), academic_term_id_valid(v) FROM unnest(ARRAY['2010/2011', '2010/2010', '2010/2012', '2010/2009', '2010-2011', '2010/2011-1/2', '2010/2011-2/1', '2010/2011-0/2',
    '2010/2011-9/9', '2010/2011-1/10', '2010/2012-1/1']) v;
SELECT ewp_id_valid(v) FROM unnest(ARRAY['a', '', 'a b', 'é', repeat('x', 64), repeat('x', 65)]) v;
