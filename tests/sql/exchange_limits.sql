-- exchange: what a stranger's document may not do.

SET search_path = public, socu, pg_catalog;
CREATE FUNCTION pg_temp.try(sql text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE sql;
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    RETURN sqlstate || ' ' || sqlerrm;
END $$;

-- K7: every function, for every form of a document, refuses the same: the list comes from the catalog.
CREATE TEMP TABLE reader AS
SELECT p.oid::regprocedure AS f, p.proname, p.proargtypes[0]::regtype AS type, p.pronargs - 1 AS more, p.proargtypes[1]::regtype AS second
FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.proargnames[1] = 'doc' AND p.proargtypes[0]::regtype::text IN ('xml', 'text', 'bytea')
  AND p.proname <> 'emrex_encode';
SELECT count(*) > 60 AS many, count(*) % 3 AS of_three_types FROM reader;
CREATE FUNCTION pg_temp.call(f regprocedure, proname name, type text, doc text) RETURNS text LANGUAGE sql AS $$
    SELECT pg_temp.try(format('SELECT count(*) FROM public.%I(%s)', proname,
        CASE type WHEN 'bytea' THEN format('convert_to(%L, ''UTF8'')', doc) WHEN 'xml' THEN format('%L::xml', doc) ELSE format('%L::text', doc) END)) $$;
CREATE TEMP TABLE hostile (name text, doc text);
INSERT INTO hostile VALUES
    ('doctype', '<!DOCTYPE a><a/>'),
    ('entity', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
    ('file', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
    ('dtd', '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd"><a/>'),
    ('bomb', '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'),
    ('deep', repeat('<a>', 257) || repeat('</a>', 257));
SELECT h.name, r.type, CASE WHEN r.proname IN ('exchange_check', 'exchange_form') THEN 'check' ELSE 'read' END AS what,
       pg_temp.call(r.f, r.proname, r.type::text, h.doc) AS said, count(*)
FROM hostile h, reader r WHERE r.type <> 'xml'::regtype GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;
-- What PostgreSQL's own xml lets in is refused as well.
SELECT h.name, pg_temp.call(r.f, r.proname, 'xml', h.doc) AS said, count(*)
FROM hostile h, reader r WHERE r.type = 'xml'::regtype AND h.name IN ('doctype', 'dtd') AND r.proname NOT IN ('exchange_check', 'exchange_form')
GROUP BY 1, 2 ORDER BY 1, 2;
SELECT verdict, severity, line, message FROM exchange_check('<!DOCTYPE a><a/>') UNION ALL
SELECT verdict, severity, line, message FROM exchange_check(repeat('<a>', 257)) UNION ALL
SELECT verdict, severity, line, message FROM exchange_check(E'<a>\n<b></a>');

-- 256 elements within one another are read.
SELECT root FROM exchange_kind(repeat('<a>', 256) || repeat('</a>', 256));
-- XInclude is an element like any other; no file is read.
SELECT content FROM elmo_rest('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></elmo>');

-- K8: the limits are ours, so one large text has one verdict with every libxml2.
SELECT length(undecoded) FROM elmo_attachments('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><attachment><content>' || repeat('A!', 6000000) || '</content></attachment></elmo>');
SELECT length(content) FROM elmo_attachments('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><attachment><content>data:application/pdf;base64,' || repeat('QUJD', 6000000) || '</content></attachment></elmo>');
SET socu.exchange_max_bytes = '8kB';
SELECT elmo_document(rpad('<elmo/>', 8193));
SELECT kind FROM exchange_kind(rpad('<elmo/>', 8192));
RESET socu.exchange_max_bytes;
SET socu.exchange_max_inflated = '100kB';
SELECT length(emrex_encode(xmlparse(document rpad('<a/>', 200000)))) < 400 AS small;
SELECT emrex_decode(emrex_encode(xmlparse(document rpad('<a/>', 200000))));
SELECT exchange_kind(decode(emrex_encode(xmlparse(document rpad('<a/>', 200000))), 'base64'));
RESET socu.exchange_max_inflated;
SET socu.exchange_max_nodes = 100;
SELECT exchange_kind('<a>' || repeat('<b/>', 99) || '</a>');
SELECT exchange_kind('<a>' || repeat('<b/>', 100) || '</a>');
SELECT exchange_kind('<a>' || repeat('<b c="" d=""/>', 34) || '</a>');
RESET socu.exchange_max_nodes;
SET socu.exchange_max_attachments = 2;
SELECT count(*) FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">' || repeat('<attachment/>', 2) || '</elmo>');
SELECT count(*) FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">' || repeat('<attachment/>', 3) || '</elmo>');
RESET socu.exchange_max_attachments;
SET socu.exchange_max_tree = '1kB';
SELECT conditions_hash(rpad('<a/>', 2000));
SELECT count(*) FROM elmo_achievements('<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">' || repeat(' ', 2000) || '</elmo>');
RESET socu.exchange_max_tree;

-- exchange_check answers with rows, whatever is wrong: what cannot be unpacked, what is beyond a limit.
CREATE FUNCTION pg_temp.judged(doc anyelement) RETURNS TABLE (verdict text, severity text, path text, message text, expected text) LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT f.verdict, f.severity, f.path, f.message, f.expected FROM public.exchange_check(doc) f WHERE f.message NOT LIKE 'no schema is loaded%';
END $$;
\set elmo '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">'
\set tors '<imobility-tors-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-imobility-tors/blob/stable-v1/endpoints/get-response.xsd"><tor>'
\set iias '<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd"><iia><cooperation-conditions>'
SELECT * FROM pg_temp.judged('MQ==MQ=='::text) UNION ALL
SELECT * FROM pg_temp.judged('MQ=a'::text) UNION ALL
SELECT * FROM pg_temp.judged('PGE+PC9hP'::text) UNION ALL
SELECT * FROM pg_temp.judged('@@'::text) UNION ALL
SELECT * FROM pg_temp.judged('\x1f8b00'::bytea) UNION ALL
SELECT * FROM pg_temp.judged('\x1f8b0800000000000003ffffff'::bytea) UNION ALL
SELECT * FROM pg_temp.judged(decode(emrex_encode('<a/>'), 'base64') || '\x00') UNION ALL
SELECT * FROM pg_temp.judged('<?xml version="1.0" encoding="UTF-16"?><a/>'::bytea);
SET socu.exchange_max_bytes = '8kB';
SELECT * FROM pg_temp.judged(rpad('<elmo/>', 8193));
RESET socu.exchange_max_bytes;
SET socu.exchange_max_inflated = '100kB';
SELECT * FROM pg_temp.judged(emrex_encode(xmlparse(document rpad('<a/>', 200000))));
RESET socu.exchange_max_inflated;
SET socu.exchange_max_nodes = 100;
SELECT * FROM pg_temp.judged('<a>' || repeat('<b/>', 100) || '</a>');
RESET socu.exchange_max_nodes;
SET socu.exchange_max_attachments = 2;
SELECT * FROM pg_temp.judged(:'elmo' || repeat('<attachment/>', 3) || '</elmo>') UNION ALL
SELECT * FROM pg_temp.judged(:'tors' || :'elmo' || repeat('<attachment/>', 3) || '</elmo></tor></imobility-tors-get-response>');
RESET socu.exchange_max_attachments;
-- What needs the whole document in memory is not judged beyond its limit; the rest is.
SET socu.exchange_max_tree = '1kB';
SELECT * FROM pg_temp.judged(:'elmo' || repeat(' ', 2000) || '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></elmo>') UNION ALL
SELECT * FROM pg_temp.judged(:'iias' || repeat(' ', 2000) || '</cooperation-conditions><conditions-hash>x</conditions-hash></iia></iias-get-response>');
RESET socu.exchange_max_tree;
-- The samples, spoiled in every place: never an error.
\getenv tests PG_ABS_SRCDIR
\set a `cat "$PG_ABS_SRCDIR/../examples/exchange/transcript.xml"`
\set b `cat "$PG_ABS_SRCDIR/../examples/exchange/agreement.xml"`
\set c `cat "$PG_ABS_SRCDIR/../examples/exchange/learning_agreement.xml"`
\set d `cat "$PG_ABS_SRCDIR/../examples/exchange/nomination.xml"`
CREATE TEMP TABLE spoiled AS
SELECT s.doc FROM (VALUES (:'a'), (:'b'), (:'c'), (:'d'), (:'tors' || substr(:'a', strpos(:'a', '<elmo')) || '</tor></imobility-tors-get-response>')) d (doc),
    generate_series(1, length(doc), 523) n,
    LATERAL (VALUES (left(doc, n)), (overlay(doc PLACING '<' FROM n)), (overlay(doc PLACING ' x' FROM n)), (overlay(doc PLACING '9' FROM n)),
                    (regexp_replace(doc, '<([a-z]\S*)[^<>]*>[^<>]+</\1>', '<\1/>', 'g')), (regexp_replace(doc, '>[^<>]+<', '>-1E9<', 1, 1 + n / 523)),
                    (regexp_replace(doc, '<([a-z-]+)>[^<>]*</\1>', '', 1, 1 + n / 523))) s (doc);
SELECT said, min(n) > 0 AS found, count(*) > 150 AS many FROM spoiled s,
    LATERAL pg_temp.try(format('SELECT count(*) FROM exchange_check(%L::text)', s.doc)) said, LATERAL (SELECT count(*) FROM exchange_check(s.doc)) f (n)
GROUP BY said;
SELECT said, count(*) > 150 AS many FROM spoiled s, LATERAL (SELECT decode(emrex_encode('<a/>'), 'base64') || convert_to(s.doc, 'UTF8')) p (doc),
    LATERAL pg_temp.try(format('SELECT count(*) FROM exchange_check(%L::bytea)', p.doc)) said GROUP BY said;

-- The limits bind: an ordinary role cannot lift them unless it was let.
CREATE ROLE regress_exchange;
SET ROLE regress_exchange;
SET socu.exchange_max_bytes = '1GB';
SET socu.exchange_max_inflated = '1GB';
SET socu.exchange_max_tree = '1GB';
SET socu.exchange_max_nodes = 2000000000;
SET socu.exchange_max_attachments = 2000000000;
RESET ROLE;
GRANT SET ON PARAMETER socu.exchange_max_nodes TO regress_exchange;
SET ROLE regress_exchange;
SET socu.exchange_max_nodes = 2000000000;
RESET socu.exchange_max_nodes;
RESET ROLE;
REVOKE SET ON PARAMETER socu.exchange_max_nodes FROM regress_exchange;
DROP ROLE regress_exchange;

-- A sample cut at every byte is refused at every byte, and leaves the session as it was.
\getenv tests PG_ABS_SRCDIR
\set file :tests '/../examples/exchange/nomination.xml'
\set doc `cat :'file'`
SELECT said, min(n) > 0 AS cut, count(*) > 1000 AS many FROM generate_series(1, length(:'doc') - 1) n,
    LATERAL pg_temp.try(format('SELECT count(*) FROM ewp_omobilities(%L::text)', left(:'doc', n))) said
WHERE length(left(:'doc', n)) < length(rtrim(:'doc', E'\n')) GROUP BY said ORDER BY 1;

-- K5, K6: after a failure in each of our functions PostgreSQL's own XML works and fails as before.
SELECT pg_temp.try('SELECT xmlparse(document ''<a'')') = '2200M invalid XML document' AS plain, count(*) > 6000 AS often
FROM reader r, generate_series(1, 100) i, LATERAL pg_temp.call(r.f, r.proname, r.type::text, '<a') said
WHERE said <> 'accepted' OR r.proname IN ('exchange_check', 'exchange_form') GROUP BY 1;
SELECT xpath('/a/text()', '<a>&lt;</a>');

-- Empty, blank, NULL.
SELECT pg_temp.call(f, proname, type::text, '') AS said, count(*) FROM reader WHERE type <> 'xml'::regtype AND proname NOT IN ('exchange_check', 'exchange_form') GROUP BY 1;
SELECT elmo_document(NULL::text) IS NULL AS head, (SELECT count(*) FROM elmo_achievements(NULL::xml)) AS rows, (SELECT count(*) FROM exchange_check(NULL::text)) AS findings;
