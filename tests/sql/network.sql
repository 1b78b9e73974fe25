-- network: made, read, renamed, apart from one another, dropped.  The room "toy" is the tests' own.
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
\set toy :abs_srcdir '/data/network_toy_1.sql'
\i :toy

-- ---- made: all rooms, some rooms, without facts ----
SELECT socu.create_network('sco', '{recognition,toy_user}');
SELECT socu.create_network('eis', '{toy_user}', false);
SELECT socu.create_network('bare', '{}');
SELECT network, version, latest, rooms, facts = (SELECT extversion FROM pg_extension WHERE extname = 'socu') AS facts
FROM socu.networks ORDER BY 1;
SELECT * FROM sco.partner ORDER BY partner;
SELECT count(*) FROM eis.partner;

-- ---- nothing differs from a network made now ----
SELECT 'sco', c.* FROM socu.check_network('sco') c UNION ALL SELECT 'bare', c.* FROM socu.check_network('bare') c;

-- ---- at work; two networks do not see each other ----
INSERT INTO sco.visit (partner, load) VALUES ('a.example', '30 ECTS'), ('a.example', '10 ECTS'), ('b.example', '5 ECTS');
SELECT * FROM sco.visit_load ORDER BY 1;
SELECT sco.partner_load('a.example'), sco.partner_load('c.example');
SELECT count(*) FROM eis.visit;
INSERT INTO sco.visit (partner, load) VALUES ('a.example', '30 ECTS'); -- found beside the function
INSERT INTO sco.visit (partner, load) VALUES ('b.example', '61 ECTS');
INSERT INTO eis.partner (partner, name) VALUES ('a.example', 'Their A');
INSERT INTO eis.visit (partner, load) VALUES ('a.example', '30 ECTS');
INSERT INTO eis.visit (partner, load) VALUES ('a.example', '30 ECTS');

-- ---- renamed, even to the name that another one had ----
SELECT socu.rename_network('sco', 'old');
ALTER SCHEMA eis RENAME TO sco;
INSERT INTO old.visit (partner, load) VALUES ('a.example', '30 ECTS');
INSERT INTO sco.visit (partner, load) VALUES ('a.example', '30 ECTS');
SELECT old.partner_load('a.example') AS old, sco.partner_load('a.example') AS sco;
SELECT * FROM socu.check_network('old');
-- with a decoy where the session looks first
CREATE SCHEMA decoy;
CREATE TABLE decoy.visit AS SELECT NULL::text AS partner, NULL::credit AS load LIMIT 0;
CREATE TABLE decoy.partner AS SELECT 'a.example' AS partner, 'decoy' AS name;
SET search_path = decoy, public, socu;
INSERT INTO old.visit (partner, load) VALUES ('a.example', '30 ECTS');
RESET search_path;
DROP TABLE decoy.visit, decoy.partner;
DROP SCHEMA decoy;

-- ---- names, rooms, who may ----
SELECT socu.create_network('Sco');
SELECT socu.create_network('pg_sco');
SELECT socu.create_network('select');
SELECT socu.create_network('socu');
SELECT socu.create_network(repeat('a', 41)::name);
SELECT socu.create_network(NULL);
SELECT socu.create_network('sco');
SELECT socu.create_network('other', '{toy,nothing}');
SELECT socu.create_network('other', '{toy,NULL}');
SELECT socu.rename_network('sco', 'old');
SELECT socu.rename_network('sco', 'user');
SELECT socu.rename_network('public', 'other');
SELECT * FROM socu.check_network('public');
CREATE ROLE regress_network_stranger;
SET ROLE regress_network_stranger;
SELECT network, version, rooms FROM socu.networks ORDER BY 1; -- not theirs to read
SELECT * FROM socu.check_network('sco');
SELECT * FROM socu.upgrade_network('sco');
SELECT socu.create_network('mine');
RESET ROLE;
DROP ROLE regress_network_stranger;

-- ---- the one row stays ----
DELETE FROM old.network;
TRUNCATE old.network;
INSERT INTO old.network (version, rooms, server, objects) SELECT version, rooms, 0, '{}' FROM old.network;
SELECT count(*), max(server) FROM old.network;
INSERT INTO old.network (version, rooms, server, objects) SELECT version + 1, rooms, 0, '{}' FROM old.network;

-- ---- a step that fails names itself, and nothing stays ----
BEGIN;
INSERT INTO socu.network_step VALUES (9005, 'toy', 901, 'table', 'toy/901-tables', 15, 'CREATE TABLE partner ()');
DO $$
DECLARE
    context text;
BEGIN
    PERFORM socu.create_network('half');
EXCEPTION WHEN duplicate_table THEN
    GET STACKED DIAGNOSTICS context = PG_EXCEPTION_CONTEXT;
    RAISE NOTICE '% in the %', SQLERRM, substring(context FROM 'template.*?(?=\n)');
END $$;
ROLLBACK;
SELECT count(*) FROM pg_namespace WHERE nspname = 'half';

-- ---- the script makes the same network ----
SELECT socu.network_script('scripted', '{toy}') AS script \gset
\set ECHO none
SET client_min_messages = warning;
CREATE FUNCTION pg_temp.run(script text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    path text := current_setting('search_path');
BEGIN -- without BEGIN and COMMIT, which a function cannot run
    EXECUTE replace(replace(script, E'BEGIN;\nCREATE SCHEMA', 'CREATE SCHEMA'), E'\nCOMMIT;', '');
    PERFORM set_config('search_path', path, false);
END $$;
\set ECHO all
SELECT pg_temp.run(:'script');
SELECT version, rooms, facts IS NOT NULL AS facts FROM scripted.network;
SELECT * FROM socu.check_network('scripted');

-- ---- dropped: nothing is left ----
DROP SCHEMA sco CASCADE;
DROP SCHEMA old CASCADE;
DROP SCHEMA bare CASCADE;
DROP SCHEMA scripted CASCADE;
RESET client_min_messages;
SELECT * FROM socu.networks;
DELETE FROM socu.network_step WHERE room = 'toy';
DELETE FROM socu.network_room WHERE room LIKE 'toy%';
