-- exchange: EWP documents as rows.

SET search_path = public, socu, pg_catalog;
SET datestyle = 'ISO';
\getenv tests PG_ABS_SRCDIR
\set file :tests '/../examples/exchange/agreement.xml'
\set agreement `cat :'file'`
\set file :tests '/../examples/exchange/nomination.xml'
\set nomination `cat :'file'`
\set file :tests '/../examples/exchange/learning_agreement.xml'
\set la `cat :'file'`
\set file :tests '/../examples/exchange/transcript.xml'
\set transcript `cat :'file'`

SELECT k.* FROM unnest(ARRAY[:'agreement', :'nomination', :'la', :'transcript', '<a/>', '<elmo/>']) d, LATERAL exchange_kind(d) k;

-- Agreements: one row a condition and year; places are a year's, alternatives are arrays.
SELECT iia_no, condition_no AS c, version AS v, iia_id, iia_code, hei_id, partner_iia_id, partner_hei_id, in_effect, kind, academic_year, places, places_proposed AS proposed
FROM ewp_iias(:'agreement') ORDER BY iia_no, condition_no, academic_year;
SELECT condition_no AS c, not_yet_defined, languages, language_levels, isced_f, isced_wordings, duration, blended, eqf_levels, rest IS NULL AS no_rest
FROM ewp_iias(:'agreement') WHERE academic_year = '2025/2026' ORDER BY condition_no;
-- Partners' contacts are kept, in the namespace that they had.
SELECT DISTINCT partners_rest::text FROM ewp_iias(:'agreement');

-- The order of partners and conditions, a list of years (version 6), years the wrong way round, southern years, none.
CREATE FUNCTION pg_temp.iias(version text, body text) RETURNS text LANGUAGE sql AS $$
    SELECT format('<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v%s/endpoints/get-response.xsd">%s</iias-get-response>', version, body) $$;
CREATE FUNCTION pg_temp.condition(years text) RETURNS text LANGUAGE sql AS $$
    SELECT '<iia><cooperation-conditions terminated-as-a-whole="1"><staff-training-mobility-spec>' || years || '<mobilities-per-year>2</mobilities-per-year></staff-training-mobility-spec></cooperation-conditions></iia>' $$;
SELECT iia_no, condition_no, kind, terminated, academic_year, places FROM ewp_iias(pg_temp.iias('6',
    pg_temp.condition('<receiving-academic-year-id>2024/2025</receiving-academic-year-id><receiving-academic-year-id>2026/2027</receiving-academic-year-id>')
    || pg_temp.condition('<receiving-academic-year-id>2024/2024</receiving-academic-year-id>') || '<iia/>')) ORDER BY 1, 2, 5;
SELECT years, count(academic_year), min(academic_year::text), max(academic_year::text), count(*) FROM (VALUES ('2024/2025', '2026/2027'), ('2026/2027', '2024/2025'), ('2024/2025', '2026/2026'),
    ('2024/2024', '2026/2026'), ('2024/2026', '2026/2027'), ('1900/1901', '2150/2151')) y(a, b), LATERAL (SELECT a || ' to ' || b AS years) s, LATERAL ewp_iias(pg_temp.iias('7', pg_temp.condition(
    '<receiving-first-academic-year-id>' || a || '</receiving-first-academic-year-id><receiving-last-academic-year-id>' || b || '</receiving-last-academic-year-id>'))) GROUP BY 1 ORDER BY 1;

-- A version that is not read is named; so is another document.
SELECT ewp_iias(pg_temp.iias('4', ''));
SELECT ewp_iias(:'nomination');
SELECT ewp_omobilities('<omobilities-get-response/>');

-- Nominations.
SELECT * FROM ewp_omobilities(:'nomination') \gx
SELECT version, status, sending_term, non_standard, receiving_year, languages, language_levels, rest::text FROM ewp_omobilities('<omobilities-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-omobilities/blob/stable-v2/endpoints/get-response.xsd">
<student-mobility><non-standard-mobility-period/><receiving-academic-year-id>2010/2010</receiving-academic-year-id><status>live</status><nominee-language-skill><language>no</language></nominee-language-skill>
<nominee-language-skill><language>en</language><cefr-level>B2</cefr-level></nominee-language-skill><student><photo-url>https://x</photo-url></student></student-mobility></omobilities-get-response>');

-- Learning agreements: the plan in force.
SELECT * FROM ewp_omobility_las(:'la') \gx
SELECT part, list, n, status, reason_code, los_id, los_code, title, term, credit, in_plan FROM ewp_omobility_la_components(:'la') ORDER BY la_no, part DESC, n;
SELECT owner, n, name FROM ewp_omobility_la_rest(:'la') ORDER BY n;
-- A deletion that meets nothing, a change that is neither: nobody can tell.
SELECT part, status, title, in_plan FROM ewp_omobility_la_components(replace(replace(:'la', '<los-id>CR/EP-102</los-id>
          <title>Innovation</title>
          <term-id><t:term-number>1</t:term-number><t:total-terms>2</t:total-terms></term-id>
          <credit><scheme>ects</scheme><value>4.5</value></credit>
        </component>
        <component status="inserted"', '<los-id>CR/OTHER</los-id><title>Innovation</title></component><component'), 'substituting-deleted', 'extending-mobility')) ORDER BY part DESC, n;

-- Transcripts: their ELMO becomes a document of its own.
SELECT tor_no, version, omobility_id, receiving_year, d.family_name, (SELECT count(*) FROM elmo_achievements(t.elmo)) AS achievements
FROM ewp_imobility_tors('<t:imobility-tors-get-response xmlns:t="https://github.com/erasmus-without-paper/ewp-specs-api-imobility-tors/blob/stable-v2/endpoints/get-response.xsd"><t:tor><t:omobility-id>om-1</t:omobility-id>'
    || regexp_replace(:'transcript', '^<[?].*?[?]>', '') || '</t:tor></t:imobility-tors-get-response>') t, LATERAL elmo_document(t.elmo) d;
SELECT * FROM ewp_imobility_tor_grades('<imobility-tors-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-imobility-tors/blob/stable-v3/endpoints/get-response.xsd"><tor><omobility-id>om-1</omobility-id>
<gradeConversionTable><iscedTable iscedCode="0713"><gradeFrequency label="5" percentage="60.5"/><gradeFrequency label="4" percentage="39.5"/></iscedTable><iscedTable iscedCode="0421"><gradeFrequency label="A" percentage="100"/></iscedTable>
</gradeConversionTable></tor></imobility-tors-get-response>');

-- Institutions, units, courses.
SELECT * FROM ewp_institutions('<institutions-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-institutions/tree/stable-v2" xmlns:a="https://github.com/erasmus-without-paper/ewp-specs-types-address/tree/stable-v1"><hei><hei-id>kaznu.kz</hei-id>
<other-id type="erasmus">KZ ALMATY01</other-id><other-id type="pic">1</other-id><name xml:lang="en">KazNU</name><name>ҚазҰУ</name><a:street-address><a:locality>Almaty</a:locality><a:country>KZ</a:country></a:street-address>
<website-url>https://kaznu.kz</website-url><ounit-id>u1</ounit-id><ounit-id>u2</ounit-id><logo-url>https://l</logo-url></hei></institutions-response>') \gx
SELECT * FROM ewp_ounits('<ounits-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-ounits/tree/stable-v2"><ounit><ounit-id>u1</ounit-id><ounit-code>PHYS</ounit-code><name xml:lang="en">Physics</name><parent-ounit-id>u0</parent-ounit-id></ounit></ounits-response>') \gx
SELECT course_no, instance_no, los_id, los_code, program, titles, loi_id, started, term, credit, credit_schemes, credit_values, contains FROM ewp_courses('<courses-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-courses/tree/stable-v1" xmlns:t="https://github.com/erasmus-without-paper/ewp-specs-types-academic-term/tree/stable-v1">
<learningOpportunitySpecification><los-id>CR/1</los-id><los-code>RU2013:13.04.02</los-code><title xml:lang="en">P</title><specifies><learningOpportunityInstance><loi-id>CRI/1</loi-id><start>2025-09-01</start>
<t:academic-term><t:ewp-id>2025/2026-1/2</t:ewp-id></t:academic-term><credit><scheme>no-vt</scheme><value>5</value></credit><credit><scheme>ects</scheme><value>6</value></credit></learningOpportunityInstance>
<learningOpportunityInstance><loi-id>CRI/2</loi-id></learningOpportunityInstance></specifies><contains><los-id>CLS/1</los-id></contains></learningOpportunitySpecification>
<learningOpportunitySpecification><los-id>DEP/2</los-id><title>Q</title></learningOpportunitySpecification></courses-response>') ORDER BY 1, 2;
