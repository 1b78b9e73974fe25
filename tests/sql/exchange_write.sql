-- exchange: documents from rows, and back.

SET search_path = public, socu, pg_catalog;
SET timezone = 'Asia/Almaty';
SET datestyle = 'German';
\getenv tests PG_ABS_SRCDIR
\set file :tests '/../examples/exchange/transcript.xml'
\set transcript `cat :'file'`
\set file :tests '/../examples/exchange/agreement.xml'
\set agreement `cat :'file'`
\set file :tests '/../examples/exchange/nomination.xml'
\set nomination `cat :'file'`
\set file :tests '/../examples/exchange/learning_agreement.xml'
\set la `cat :'file'`

-- One element a line, to be read.
CREATE FUNCTION pg_temp.lines(doc xml) RETURNS SETOF text LANGUAGE sql AS $$ SELECT regexp_split_to_table(regexp_replace(doc::text, '(</[^>]*>|/>)(?=<)', E'\\1\n', 'g'), E'\n') $$;
SELECT * FROM pg_temp.lines(elmo_export(elmo_read(:'transcript')));
SELECT elmo_read(elmo_export(elmo_read(:'transcript')))::text = elmo_read(:'transcript')::text AS same;
SELECT * FROM pg_temp.lines(elmo_export(elmo_read(:'transcript'), '2.1.1')) LIMIT 12;
SELECT elmo_export(elmo_read(:'transcript'), '1.0');

-- The agreement: the same rows, and a hash that holds.
SELECT * FROM pg_temp.lines(ewp_iias_get(ARRAY(SELECT i FROM ewp_iias(:'agreement') i)));
SELECT ARRAY(SELECT to_jsonb(i) - 'hash' - 'partners_rest' FROM ewp_iias(:'agreement') i) = ARRAY(SELECT to_jsonb(i) - 'hash' - 'partners_rest' FROM ewp_iias(d) i) AS same,
       (SELECT count(*) FROM exchange_check(d) WHERE verdict = 'facts') AS wrong_hashes
FROM ewp_iias_get(ARRAY(SELECT i FROM ewp_iias(:'agreement') i)) d;
SELECT * FROM pg_temp.lines(ewp_omobilities_get(ARRAY(SELECT o FROM ewp_omobilities(:'nomination') o)));
SELECT ARRAY(SELECT to_jsonb(o) FROM ewp_omobilities(ewp_omobilities_get(ARRAY(SELECT o FROM ewp_omobilities(:'nomination') o))) o) = ARRAY(SELECT to_jsonb(o) FROM ewp_omobilities(:'nomination') o) AS same;
SELECT ARRAY(SELECT to_jsonb(l) FROM ewp_omobility_las(d) l) = ARRAY(SELECT to_jsonb(l) FROM ewp_omobility_las(:'la') l) AS agreements,
       ARRAY(SELECT to_jsonb(c) FROM ewp_omobility_la_components(d) c) = ARRAY(SELECT to_jsonb(c) FROM ewp_omobility_la_components(:'la') c) AS components,
       ARRAY(SELECT r.owner || r.name FROM ewp_omobility_la_rest(d) r ORDER BY 1) = ARRAY(SELECT r.owner || r.name FROM ewp_omobility_la_rest(:'la') r ORDER BY 1) AS rest
FROM ewp_omobility_las_get(ARRAY(SELECT l FROM ewp_omobility_las(:'la') l), ARRAY(SELECT c FROM ewp_omobility_la_components(:'la') c), ARRAY(SELECT r FROM ewp_omobility_la_rest(:'la') r)) d;
SELECT omobility_id, (SELECT count(*) FROM elmo_achievements(elmo)) FROM ewp_imobility_tors(ewp_imobility_tors_get(ARRAY[ROW(1, '2', 'om-1', NULL, :'transcript', NULL)::ewp_tor],
    ARRAY[ROW(1, 'om-1', '0713', 1, '5', 60.5)::ewp_tor_grade, ROW(1, 'om-1', '0713', 2, '4', 39.5)::ewp_tor_grade], '2'));

-- K10, K11: an ampersand once; what XML forbids is left out, and told.
CREATE FUNCTION pg_temp.one(title text, value numeric DEFAULT NULL, day date DEFAULT NULL, issued timestamptz DEFAULT NULL) RETURNS elmo LANGUAGE sql AS $$
    SELECT ROW(ROW(NULL, NULL, 'A', 'B', NULL, day, NULL, NULL, NULL, NULL, NULL)::elmo_head, ARRAY[ROW(1, NULL, NULL, 'I', 'u', issued, NULL, NULL)::elmo_report],
        ARRAY[jsonb_populate_record(NULL::elmo_achievement, jsonb_build_object('report_no', 1, 'los_no', 1, 'title', title, 'status', 'passed'))],
        ARRAY[ROW(1, 1, 1, 'ECTS', NULL, value, NULL, NULL)::elmo_credit], '{}', '{}', '{}', '{}', '{}', '{}')::elmo $$;
SELECT title FROM unnest(ARRAY['R & D', '<b> "q" ]]>', E'a\tb\nc', 'é€😀']) v, LATERAL elmo_achievements(elmo_export(pg_temp.one(v))) a;
SELECT title FROM elmo_achievements(elmo_export(pg_temp.one(E'a\x0bb' || chr(65534) || 'c&')));
-- So is what the schema has no place for.
SELECT count(*) FROM elmo_credits(elmo_export(jsonb_populate_record(pg_temp.one('t'), '{"credits": [{"report_no": 1, "los_no": 1, "scheme": "ECTS", "level": "Diploma"}]}')));
-- K13, K14: plain decimals, times with an offset, whatever the session says; nothing that XML Schema cannot say.
SELECT v, substring(elmo_export(pg_temp.one('t', v))::text FROM '<value>(.*)</value>') FROM unnest(ARRAY[1e2, 0.0000000, 1e-10, 12345678901234567890.5, -1]) v;
SELECT substring(elmo_export(pg_temp.one('t', NULL, '2004-02-29', '2024-05-01 00:00:00.25+05:30'))::text FROM '<bday>(.*)</bday>'),
       substring(elmo_export(pg_temp.one('t', NULL, '2004-02-29', '2024-05-01 00:00:00.25+05:30'))::text FROM '<issueDate>(.*)</issueDate>');
SELECT elmo_export(pg_temp.one('t', 'NaN'));
SELECT elmo_export(pg_temp.one('t', NULL, 'infinity'));
SELECT elmo_export(pg_temp.one('t', NULL, NULL, '-infinity'));
SELECT elmo_export(pg_temp.one('t', NULL, '10000-01-01'));
-- K15: no empty element for what is unknown.
SELECT elmo_export(pg_temp.one('t'))::text;
-- Parts stand after their whole; a condition has one number of places.
SELECT elmo_export(jsonb_populate_record(NULL::elmo, to_jsonb(pg_temp.one('t')) || '{"achievements": [{"report_no": 1, "los_no": 1, "parent_no": 2, "title": "t"}]}'));
SELECT elmo_export(jsonb_populate_record(NULL::elmo, to_jsonb(pg_temp.one('t')) || '{"reports": []}'));
SELECT ewp_iias_get(ARRAY(SELECT jsonb_populate_record(i, jsonb_build_object('places', row_number() OVER ())) FROM ewp_iias(:'agreement') i));
SELECT ewp_iias_get(ARRAY(SELECT jsonb_populate_record(i, '{"kind": "other"}') FROM ewp_iias(:'agreement') i));
SELECT ewp_omobilities_get('{}', '1');
SELECT ewp_iias_get(ARRAY[NULL]::ewp_iia[]);
SELECT ewp_iias_get('{}'), ewp_omobilities_get('{}');

-- Random transcripts, exported, read and exported again: the same rows, the same document.
CREATE FUNCTION pg_temp.random_elmo(seed integer) RETURNS elmo LANGUAGE sql AS $$
    WITH n AS (SELECT i, md5(seed::text || i) AS h FROM generate_series(1, 12) i),
    tree AS (SELECT i, h, CASE WHEN i > 1 AND h < 'b' THEN 1 + (get_byte(decode(h, 'hex'), 3) % (i - 1)) END AS up FROM n),
    -- a part may stand only under the last branch: take the nearest node before it that is open
    pre AS (SELECT i, h, CASE WHEN up IS NULL THEN NULL WHEN up = i - 1 THEN i - 1 END AS up FROM tree)
    SELECT ROW(ROW('https://github.com/emrex-eu/elmo-schemas/tree/v1', timestamptz '2024-01-01 00:00:00Z' + seed * interval '1.000001 hours', h, h || ' & <' || seed, NULL, date '2000-01-01' + seed, h, NULL, 'KZ', 9, false)::elmo_head,
        ARRAY[ROW(1, 'a.kz', 'KZ', 'T' || seed, 'https://a.kz/?a=1&b=2', timestamptz '2024-01-01 00:00:00Z', NULL, 12)::elmo_report],
        (SELECT array_agg(jsonb_populate_record(NULL::elmo_achievement, jsonb_build_object('report_no', 1, 'los_no', i, 'parent_no', up, 'type', 'Course', 'code', h, 'title', E'é\u0416 ' || h, 'isced_f', '0713',
            'started', date '2020-01-01' + i * seed, 'status', (ARRAY['passed', 'failed', 'in-progress'])[1 + i % 3], 'status_given', true, 'grade', i::text, 'percentage_lower', 10.5, 'percentage_equal', 9.5,
            'percentage_higher', 80, 'credit', i || '.5 ECTS', 'credit_scheme', 'ects', 'credit_value', i + 0.5, 'language', 'ru', 'hours', seed)) ORDER BY i) FROM pre),
        (SELECT array_agg(ROW(1, i, i, 'ects', NULL, i + 0.5, (i + 0.5)::text, (i || '.5 ECTS')::credit)::elmo_credit ORDER BY i) FROM pre),
        (SELECT array_agg(ROW(1, i, i, 'EQF', E' a\n b', '7')::elmo_level ORDER BY i) FROM pre),
        ROW('issuer', 1, NULL, 1, 'schac', 'a.kz')::elmo_identifier || (SELECT array_agg(ROW('los', 1, i, i + 1, 'local', h)::elmo_identifier ORDER BY i) FROM pre),
        ROW('issuer', 1, NULL, 1, 'title', NULL, NULL, 'T' || seed)::elmo_text || (SELECT array_agg(ROW('los', 1, i, i + 1, 'title', NULL, 'ru', E'é\u0416 ' || h)::elmo_text ORDER BY i) FROM pre),
        (SELECT array_agg(ROW(1, i, i, '<' || h, i * 1000000000000)::elmo_distribution ORDER BY i) FROM pre),
        ARRAY[ROW('document', NULL, 1, 'Other', NULL, NULL, NULL, 'en', 'a/b', decode(h, 'hex'), NULL)::elmo_attachment], '{}')::elmo
    FROM n WHERE i = 1 $$;
CREATE FUNCTION pg_temp.without_depth(e elmo) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_set(to_jsonb(e), '{achievements}', (SELECT jsonb_agg(a - 'depth' ORDER BY n) FROM jsonb_array_elements(to_jsonb(e) -> 'achievements') WITH ORDINALITY u(a, n))) $$;
SELECT count(*) AS documents, count(*) FILTER (WHERE pg_temp.without_depth(e) = pg_temp.without_depth(elmo_read(x))) AS same_rows,
       count(*) FILTER (WHERE elmo_export(elmo_read(x))::text = x::text) AS same_document, sum(cardinality((e).achievements)) AS achievements
FROM (SELECT e, elmo_export(e) AS x FROM generate_series(1, 200) s, LATERAL (SELECT pg_temp.random_elmo(s) AS e) r) t;
