-- network: version 1 brought to version 2 of the room "toy" is a network made at version 2; what is the site's stays, or stops it.
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
\set ECHO none
\set toy1 :abs_srcdir '/data/network_toy_1.sql'
\set toy2 :abs_srcdir '/data/network_toy_2.sql'
\i :toy1
\set ECHO all
CREATE ROLE regress_network_owner;
CREATE ROLE regress_network_reader;
SELECT current_database() AS db \gset
GRANT CREATE ON DATABASE :"db" TO regress_network_owner;
SET ROLE regress_network_owner;
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{toy}');
SELECT socu.create_network('plain', '{toy}');

-- ---- what a site puts beside and onto our objects ----
GRANT USAGE ON SCHEMA sco TO regress_network_reader;
GRANT SELECT ON sco.visit_load, sco.partner TO regress_network_reader;
GRANT SELECT (partner) ON sco.partner_name TO PUBLIC;
REVOKE EXECUTE ON FUNCTION sco.partner_load(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sco.partner_load(text) TO regress_network_reader WITH GRANT OPTION;
ALTER TABLE sco.partner ADD COLUMN remark text;
CREATE INDEX partner_remark ON sco.partner (remark);
ALTER TABLE sco.partner ENABLE ROW LEVEL SECURITY;
CREATE POLICY partner_own ON sco.partner FOR SELECT TO regress_network_reader USING (partner LIKE 'a%');
ALTER TABLE sco.visit SET (fillfactor = 70);
CREATE TABLE sco.note (note text REFERENCES sco.partner);
CREATE VIEW sco.remark AS SELECT partner, remark FROM sco.partner;
COMMENT ON VIEW sco.remark IS 'ours';
INSERT INTO sco.visit (partner, load) VALUES ('a.example', '30 ECTS'), ('b.example', '5 ECTS');
SELECT object, kind, difference, severity FROM socu.check_network('sco');
RESET ROLE;

-- ---- the new template ----
\set ECHO none
\i :toy2
\set ECHO all
SELECT network, version, latest FROM socu.networks ORDER BY 1;
SELECT object, kind, difference, severity, way_out FROM socu.check_network('plain');

-- ---- a view of the site's on a view that has to be made anew ----
SET ROLE regress_network_owner;
CREATE VIEW sco.top AS SELECT partner FROM sco.visit_load WHERE visits > 1;
CREATE TEMP TABLE state_before AS SELECT * FROM socu.network_objects('sco'::regnamespace);
SELECT * FROM socu.upgrade_network('sco', dry_run => true);
SELECT * FROM socu.upgrade_network('sco');
DROP VIEW sco.top;
-- a trigger on such a view would be dropped with it, silently
CREATE FUNCTION sco.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER instead INSTEAD OF INSERT ON sco.visit_load FOR EACH ROW EXECUTE FUNCTION sco.nothing();
SELECT * FROM socu.upgrade_network('sco');
DROP TRIGGER instead ON sco.visit_load;
DROP FUNCTION sco.nothing();
-- names that the template wants; a function that the site changed
ALTER TABLE sco.partner ADD COLUMN country text;
CREATE FUNCTION sco.country_load(country text) RETURNS credit LANGUAGE sql RETURN NULL::credit;
CREATE OR REPLACE FUNCTION sco.visit_check() RETURNS trigger LANGUAGE network_plpgsql AS 'BEGIN RETURN NEW; END';
SELECT * FROM socu.upgrade_network('sco');
ALTER TABLE sco.partner RENAME country TO our_country;
DROP FUNCTION sco.country_load(text);
SELECT * FROM socu.upgrade_network('sco');
SELECT object, kind, difference, severity FROM socu.check_network('sco') WHERE severity <> 'info';
ALTER TABLE sco.partner DROP COLUMN our_country;
-- nothing has changed but what the site itself did
SELECT kind, object FROM (TABLE state_before EXCEPT SELECT * FROM socu.network_objects('sco'::regnamespace)) x ORDER BY 1, 2;

-- ---- upgraded: dry first, then truly, by a superuser, as the owner ----
SELECT * FROM socu.upgrade_network('sco', true, true);
SELECT version FROM sco.network;
RESET ROLE;
SELECT * FROM socu.upgrade_network('sco', overwrite => true);
SELECT object, kind, difference, severity FROM socu.check_network('sco');
SELECT * FROM sco.partner ORDER BY 1;
SELECT * FROM sco.visit_load ORDER BY 1;
SELECT pg_describe_object(classid, objid, objsubid), CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS grantee, privilege_type, is_grantable
FROM (SELECT 'pg_class'::regclass AS classid, oid AS objid, 0 AS objsubid, relowner AS owner, relacl AS acl FROM pg_class WHERE relnamespace = 'sco'::regnamespace
      UNION ALL SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relowner, a.attacl FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE relnamespace = 'sco'::regnamespace
      UNION ALL SELECT 'pg_proc'::regclass, oid, 0, proowner, proacl FROM pg_proc WHERE pronamespace = 'sco'::regnamespace) o, aclexplode(acl)
WHERE grantee <> owner ORDER BY 1;
SELECT pg_get_userbyid(relowner) AS owner, count(*) FROM pg_class WHERE relnamespace = 'sco'::regnamespace GROUP BY 1;
SELECT pg_get_userbyid(proowner) AS owner, count(*) FROM pg_proc WHERE pronamespace = 'sco'::regnamespace GROUP BY 1;
SELECT reloptions, (SELECT count(*) FROM pg_policy WHERE polrelid = 'sco.partner'::regclass) AS policies FROM pg_class WHERE oid = 'sco.visit'::regclass;
SELECT obj_description('sco.remark'::regclass), obj_description('sco.visit_load'::regclass);

-- ---- fresh = upgraded ----
SET ROLE regress_network_owner;
SELECT * FROM socu.upgrade_network('plain');
SELECT socu.create_network('fresh', '{toy}');
SELECT kind, object, shape, body FROM socu.network_objects('plain'::regnamespace) EXCEPT SELECT kind, object, shape, body FROM socu.network_objects('fresh'::regnamespace);
SELECT kind, object, shape, body FROM socu.network_objects('fresh'::regnamespace) EXCEPT SELECT kind, object, shape, body FROM socu.network_objects('plain'::regnamespace);
SELECT (SELECT objects FROM plain.network) = (SELECT objects FROM fresh.network) AS same_digests;

-- ---- a room more: a network that got it later is one that was made with it ----
SELECT socu.create_network('bare', '{network}');
SELECT count(*) FROM socu.upgrade_network('bare', dry_run => true, rooms => '{toy}');
CREATE TABLE bare.partner (theirs int);
SELECT * FROM socu.upgrade_network('bare', rooms => '{toy}');
DROP TABLE bare.partner;
SELECT * FROM socu.upgrade_network('bare', rooms => '{nothing}');
SELECT * FROM socu.upgrade_network('bare', rooms => '{toy}');
SELECT b.rooms = f.rooms AS same_rooms, b.objects = f.objects AS same_objects FROM bare.network b, fresh.network f;
TABLE bare.partner EXCEPT TABLE fresh.partner UNION ALL (TABLE fresh.partner EXCEPT TABLE bare.partner);
SELECT object, kind, difference FROM socu.check_network('bare');
SELECT what, object FROM socu.upgrade_network('bare', rooms => '{toy}');
DROP SCHEMA bare CASCADE;

-- ---- what was damaged is found and, where that can be done, mended ----
DROP TRIGGER visit_check ON fresh.visit;
DROP FUNCTION fresh.country_load(text);
DROP INDEX fresh.visit_partner;
ALTER TABLE fresh.partner DROP CONSTRAINT partner_name_check, ALTER COLUMN name DROP NOT NULL;
ALTER TABLE fresh.visit DISABLE ROW LEVEL SECURITY;
ALTER TABLE fresh.network DISABLE TRIGGER network_marker_guard;
SELECT * FROM socu.check_network('fresh');
SELECT * FROM socu.upgrade_network('fresh', overwrite => true);
SELECT object, kind, difference FROM socu.check_network('fresh');

-- ---- what cannot be upgraded ----
RESET ROLE;
UPDATE socu.network_step SET step = 900 WHERE step = 902;
SELECT * FROM socu.upgrade_network('plain');

DROP SCHEMA sco, plain, fresh CASCADE;
DROP TABLE state_before;
DELETE FROM socu.network_step WHERE room = 'toy';
DELETE FROM socu.network_room WHERE room LIKE 'toy%';
REVOKE CREATE ON DATABASE :"db" FROM regress_network_owner;
DROP ROLE regress_network_owner, regress_network_reader;
