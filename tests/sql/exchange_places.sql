-- exchange: agreements of EWP become quota lines, and nominations are held to them.
\getenv tests PG_ABS_SRCDIR
\set VERBOSITY terse
\set file :tests '/../examples/exchange/agreement.xml'
\set agreement `cat :'file'`
\set file :tests '/../examples/exchange/nomination.xml'
\set nomination `cat :'file'`
SET client_min_messages = warning;
SELECT socu.create_network('eu', '{exchange}');
RESET client_min_messages;
SET search_path = eu, public, socu;

SELECT * FROM ewp_iia_import(:'agreement', 'keep');
SELECT action, record FROM ewp_iia_import(:'agreement', 'keep');
SELECT code, sending_institution, receiving_institution, kind, agreement, levels, fields, term, daterange(lower(validity), upper(validity)) AS starts, limited, seats, status FROM quota ORDER BY quota_id;
-- Three places a year: the fourth nomination of the year is refused, by the line that refuses it.
CREATE TEMP TABLE sample AS SELECT :'nomination'::text AS doc;
CREATE FUNCTION pg_temp.nominated(n integer, status text DEFAULT 'pending') RETURNS xml LANGUAGE sql AS $$
SELECT replace(replace(replace(doc, 'om-2025-0031', 'om-' || n), ':20240117', ':' || n), '<status>pending', '<status>' || status)::xml FROM pg_temp.sample $$;
SELECT item, action, replace(reason, chr(10), ' ') AS reason FROM generate_series(1, 4) n, LATERAL ewp_omobilities_import(pg_temp.nominated(n), 'keep') ORDER BY n;
SELECT mobility_id, student, status, sending_state, receiving_state, level, field, agreement, receiving_term FROM mobility ORDER BY 1;
SELECT q.code, u.held, u.consumed FROM quota q, quota_usage(q.quota_id) u ORDER BY q.quota_id;
SELECT count(*) FROM quota_verify();
-- The same again; approved; an answer that cannot follow; withdrawn by the sender, so that the fourth finds a place.
SELECT action, record FROM ewp_omobilities_import(pg_temp.nominated(1), 'keep');
SELECT action, record FROM ewp_omobilities_import(pg_temp.nominated(1, 'approved'), 'keep');
SELECT action, record, reason FROM ewp_omobilities_import(pg_temp.nominated(1), 'keep');
SELECT action, record, reason FROM ewp_omobilities_import(pg_temp.nominated(2, 'rejected'), 'keep');
SELECT item, action, record > 3 AS new FROM ewp_omobilities_import(pg_temp.nominated(4), 'keep');
SELECT status, count(*) FROM mobility GROUP BY 1 ORDER BY 1;
-- Fewer places than are taken: the line stays as it is. More places; terminated; not in effect; not yet defined.
SELECT item, action, reason FROM ewp_iia_import(replace(:'agreement', '<mobilities-per-year>3<', '<mobilities-per-year>1<')::xml, 'keep') WHERE action <> 'unchanged';
SELECT item, action, reason FROM ewp_iia_import(replace(:'agreement', '<mobilities-per-year>3<', '<mobilities-per-year>5<')::xml, 'keep') WHERE action <> 'unchanged';
SELECT code, seats FROM quota WHERE kind = 'study' ORDER BY 1;
SELECT action, count(*) FROM ewp_iia_import(replace(:'agreement', '<in-effect>true<', '<in-effect>false<')::xml, 'keep') GROUP BY 1 ORDER BY 1;
SELECT DISTINCT status FROM quota;
-- What cannot be a record is refused with its reason.
SELECT item, action, reason FROM ewp_iia_import(replace(:'agreement', '0713', '9876')::xml, 'keep') WHERE action = 'refused' UNION ALL
SELECT item, action, reason FROM ewp_iia_import(replace(:'agreement', '2025/2026<', '2025/2029<')::xml, 'keep') WHERE action = 'refused' UNION ALL
SELECT item, action, reason FROM ewp_omobilities_import(replace(:'nomination', 'mpei.ru', 'nowhere.example')::xml, 'keep') UNION ALL
SELECT item, action, reason FROM ewp_omobilities_import(replace(:'nomination', 'pending', 'maybe')::xml, 'keep') UNION ALL
SELECT item, action, reason FROM ewp_omobilities_import(regexp_replace(:'nomination', '<global-id>.*</global-id>', '')::xml, 'keep');
SELECT * FROM ewp_omobilities_import(:'agreement');
SELECT * FROM ewp_iia_import(:'nomination');
SELECT kind, count(*) > 2 AS kept FROM exchange_document GROUP BY 1 ORDER BY 1;

SET client_min_messages = warning;
DROP SCHEMA eu CASCADE;
