-- What tests/bin/upgrade asks before and after: the same answers in every version.
SELECT format('SELECT %L, count(*), md5(string_agg(t::text, %L ORDER BY t::text COLLATE "C")) FROM %s t', c.oid::regclass, '|', c.oid::regclass)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname IN ('sco', 'eis', 'socu', 'public') AND c.relname <> 'network'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT schemaname, sequencename, coalesce(last_value, 0) FROM pg_sequences ORDER BY schemaname COLLATE "C", sequencename COLLATE "C";
SELECT network, owner, version, rooms FROM socu.networks ORDER BY network COLLATE "C";
SELECT 'differs', object, severity FROM socu.check_network('sco') ORDER BY object COLLATE "C";
SELECT 'differs', object, severity FROM socu.check_network('eis') WHERE severity <> 'info' ORDER BY object COLLATE "C";
SELECT 'problem', object FROM socu.dump_problems();
SET enable_seqscan = off;
SELECT count(*) FROM line WHERE code = 'RU2013:09.04.02';
SELECT count(*) FROM line WHERE code <@ 'KZ2009:6M';
SELECT count(*), sum(credit) FROM line WHERE credit BETWEEN '10 ECTS' AND '20 ECTS';
SELECT count(*) FROM line WHERE term = '2010/2011-1/2';
RESET enable_seqscan;
SELECT * FROM total ORDER BY code;
SELECT credit_convert('3 XA', 'ECTS', '2024-01-01'), isced_f('KZ2009:6M070300', '2024-09-01');
-- it goes on: an upgrade with nothing to do, a row, a refusal
SELECT 'upgrade', what, object FROM socu.upgrade_network('sco', dry_run => true);
BEGIN;
INSERT INTO sco.agreement (kind, title) SELECT agreement_kind, 'Next' FROM sco.agreement_kind ORDER BY 1 LIMIT 1 RETURNING title;
ROLLBACK;
