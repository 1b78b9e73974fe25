-- network: nobody gets the rights of another one through the making, checking and upgrading of networks.
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
\set ECHO none
\set toy1 :abs_srcdir '/data/network_toy_1.sql'
\set toy2 :abs_srcdir '/data/network_toy_2.sql'
\i :toy1
\set ECHO all
SET client_min_messages = warning;
SET search_path = public;
CREATE ROLE regress_network_owner;
CREATE ROLE regress_network_member IN ROLE regress_network_owner;
CREATE ROLE regress_network_other;
SELECT current_database() AS db \gset
GRANT CREATE ON DATABASE :"db" TO regress_network_owner, regress_network_other;
SET ROLE regress_network_owner;
SELECT socu.create_network('sco', '{toy}');

-- ---- what the owner hangs on his tables runs with his rights, whoever upgrades; nothing of it runs later ----
CREATE TABLE sco.seen (who text);
CREATE FUNCTION sco.look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO sco.seen VALUES (current_user); RETURN NEW; END';
CREATE TRIGGER look AFTER UPDATE ON sco.partner FOR EACH ROW EXECUTE FUNCTION sco.look();
CREATE CONSTRAINT TRIGGER later AFTER UPDATE ON sco.partner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sco.look();
RESET ROLE;
\set ECHO none
\i :toy2
\set ECHO all
SELECT * FROM socu.upgrade_network('sco');
SET ROLE regress_network_owner;
DROP TRIGGER later ON sco.partner;
RESET ROLE;
-- nor may a trigger take another role
SET ROLE regress_network_owner;
CREATE OR REPLACE FUNCTION sco.look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RESET ROLE; RETURN NEW; END';
RESET ROLE;
SELECT * FROM socu.upgrade_network('sco');
SET ROLE regress_network_owner;
CREATE OR REPLACE FUNCTION sco.look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO sco.seen VALUES (current_user); RETURN NEW; END';
RESET ROLE;
SELECT what FROM socu.upgrade_network('sco') WHERE what = 'set';
SELECT * FROM sco.seen;
SELECT current_user = session_user AS still_myself;
-- nor do settings that the owner's code makes stay with whoever upgrades
SET ROLE regress_network_owner;
CREATE OR REPLACE FUNCTION sco.look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('search_path', 'sco', false), set_config('statement_timeout', '77s', false), set_config('my.own', 'x', false);
    RETURN NEW;
END $$;
CREATE TRIGGER look BEFORE UPDATE ON sco.network FOR EACH ROW EXECUTE FUNCTION sco.look();
RESET ROLE;
SELECT what FROM socu.upgrade_network('sco') WHERE what = 'set';
SELECT current_setting('search_path'), current_setting('statement_timeout'), coalesce(current_setting('my.own', true), '') AS own;
DROP TRIGGER look ON sco.network;
-- a member upgrades as the owner: what is made belongs to him
UPDATE socu.network_step SET step = 903 WHERE ordinal = 9032;
INSERT INTO socu.network_step VALUES (9033, 'toy', 903, 'table', 'toy/903-more', 1, 'CREATE TABLE more (more int)');
SET ROLE regress_network_member;
SELECT what FROM socu.upgrade_network('sco') WHERE what = 'set';
SELECT tableowner FROM pg_tables WHERE schemaname = 'sco' AND tablename = 'more';
SET ROLE regress_network_other;
SELECT * FROM socu.upgrade_network('sco');
SELECT * FROM socu.check_network('sco');
SELECT socu.network_as_owner('sco'::regnamespace, 'check', '{}');
RESET ROLE;
SELECT socu.network_upgrade_run('sco'::regnamespace, '{"dry_run": false}');
SELECT socu.network_check_run('sco'::regnamespace, '{}');
SET ROLE regress_network_other;

-- ---- a schema made to look like a network ----
CREATE SCHEMA trap;
CREATE TABLE trap.network (version socu.network_version, rooms text[], facts text, server int, objects jsonb);
GRANT USAGE ON SCHEMA trap TO PUBLIC;
GRANT SELECT ON trap.network TO PUBLIC;
INSERT INTO trap.network VALUES (901, '{network,toy}', NULL, 15, '{}');
CREATE TABLE trap.seen (who text);
GRANT INSERT ON trap.seen TO PUBLIC;
CREATE FUNCTION trap.look() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN INSERT INTO trap.seen VALUES (current_user); RETURN true; END';
ALTER TABLE trap.network ENABLE ROW LEVEL SECURITY;
CREATE POLICY look ON trap.network USING (trap.look());
SET ROLE regress_network_owner;
SELECT network, version FROM socu.networks ORDER BY 1; -- a policy of somebody else's is not run
RESET ROLE;
SELECT count(*) FROM trap.seen;
SELECT * FROM socu.upgrade_network('trap') LIMIT 0;
SELECT * FROM socu.check_network('trap') LIMIT 0;
SELECT * FROM trap.seen WHERE who <> 'regress_network_other';
ALTER TABLE trap.network OWNER TO regress_network_owner;
SELECT * FROM socu.check_network('trap');

-- ---- a table of somebody else's in a network is none of its tables with facts: its policy is not run as the owner ----
SET ROLE regress_network_owner;
SELECT socu.create_network('books', '{registry}');
GRANT CREATE, USAGE ON SCHEMA books TO regress_network_other;
SET ROLE regress_network_other;
CREATE TABLE books.mine (k int PRIMARY KEY, shipped boolean);
INSERT INTO books.mine VALUES (1, true);
GRANT SELECT ON books.mine TO PUBLIC;
ALTER TABLE books.mine ENABLE ROW LEVEL SECURITY;
CREATE POLICY look ON books.mine USING (trap.look());
SET ROLE regress_network_owner;
SELECT count(*) AS upgraded FROM socu.upgrade_network('books', rooms => '{report}'); -- not while somebody else may create in it
SELECT object, kind, difference, way_out FROM socu.check_network('books') WHERE severity = 'error';
REVOKE CREATE ON SCHEMA books FROM regress_network_other;
SELECT what FROM socu.upgrade_network('books', rooms => '{report}') WHERE what = 'set';
RESET ROLE;
SELECT * FROM trap.seen WHERE who <> 'regress_network_other';
DROP SCHEMA books CASCADE;

-- ---- what a template refers to ----
CREATE FUNCTION public.stranger() RETURNS int LANGUAGE sql IMMUTABLE RETURN 1;
INSERT INTO socu.network_step VALUES (9034, 'toy', 903, 'table', 'toy/903-more', 2, 'CREATE TABLE strange (n int DEFAULT public.stranger(), CHECK (n > public.stranger()))');
INSERT INTO socu.network_step VALUES (9035, 'toy', 0, 'set', 'toy/answers', 99, 'CREATE OR REPLACE VIEW strange_view AS SELECT public.stranger() AS n');
SELECT socu.create_network('strange', '{toy}');
DELETE FROM socu.network_step WHERE ordinal IN (9034, 9035);
DROP FUNCTION public.stranger();

-- ---- the language: names beside the function, for whoever may use it ----
SET ROLE regress_network_other;
CREATE TABLE trap.marked AS SELECT 1 AS n;
CREATE FUNCTION trap.marked() RETURNS SETOF int LANGUAGE network_plpgsql STABLE AS 'BEGIN RETURN QUERY SELECT n FROM marked; END';
SELECT trap.marked(), current_setting('search_path');
CREATE FUNCTION trap.path() RETURNS text LANGUAGE network_plpgsql STABLE AS 'BEGIN PERFORM set_config(''search_path'', ''nowhere'', true); RETURN current_setting(''search_path''); END';
SELECT trap.path();
SHOW search_path;
CREATE FUNCTION trap.wrong() RETURNS int LANGUAGE network_plpgsql AS 'BEGIN RETURN 1';
CREATE PROCEDURE trap.ends() LANGUAGE network_plpgsql AS 'BEGIN COMMIT; END';
CALL trap.ends();
CREATE FUNCTION trap.fails() RETURNS int LANGUAGE network_plpgsql AS 'BEGIN RETURN 1 / 0; END';
SELECT trap.fails();
SHOW search_path;
CREATE FUNCTION trap.deep(n int) RETURNS text LANGUAGE network_plpgsql AS 'BEGIN RETURN CASE WHEN n = 0 THEN current_setting(''search_path'') ELSE trap.deep(n - 1) END; END';
SELECT trap.deep(3);
RESET ROLE;

DROP SCHEMA sco, trap CASCADE;
DELETE FROM socu.network_step WHERE room = 'toy';
DELETE FROM socu.network_room WHERE room LIKE 'toy%';
REVOKE CREATE ON DATABASE :"db" FROM regress_network_owner, regress_network_other;
DROP ROLE regress_network_member, regress_network_owner, regress_network_other;
