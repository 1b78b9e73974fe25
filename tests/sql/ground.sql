-- ground: shipped rows are guarded, and the extension is well made as a whole.

-- A reference table as every room has them.  Only the install script may write shipped rows.
BEGIN;
CREATE TABLE socu.rule (k text, shipped boolean NOT NULL DEFAULT false);
CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.rule
    FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
INSERT INTO socu.rule VALUES ('mine', false);
SAVEPOINT s;
INSERT INTO socu.rule VALUES ('theirs', true);
ROLLBACK TO s;
UPDATE socu.rule SET shipped = true;
ROLLBACK TO s;
UPDATE socu.rule SET k = 'still mine';
ALTER TABLE socu.rule DISABLE TRIGGER shipped_guard;
UPDATE socu.rule SET shipped = true;
ALTER TABLE socu.rule ENABLE TRIGGER shipped_guard;
SAVEPOINT s;
DELETE FROM socu.rule;
ROLLBACK TO s;
UPDATE socu.rule SET shipped = false;
ROLLBACK TO s;
SELECT * FROM socu.rule;
ROLLBACK;

-- The guard says so when it is attached wrongly.
BEGIN;
CREATE TABLE socu.rule (k text);
CREATE TRIGGER shipped_guard BEFORE INSERT ON socu.rule FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
INSERT INTO socu.rule VALUES ('x');
ROLLBACK;
BEGIN;
CREATE TABLE socu.rule (k text, shipped boolean);
CREATE TRIGGER shipped_guard AFTER INSERT ON socu.rule FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
INSERT INTO socu.rule VALUES ('x', false);
ROLLBACK;
SELECT socu.shipped_guard();

-- Every object of the extension has a comment.
SELECT pg_catalog.pg_describe_object(d.classid, d.objid, 0) AS without_comment
FROM pg_catalog.pg_depend d
JOIN pg_catalog.pg_extension e ON d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'socu' AND d.deptype = 'e'
  AND pg_catalog.obj_description(d.objid, d.classid::regclass::name) IS NULL
  -- members of an opclass, casts and the like speak through their type; array and row types through theirs
  AND d.classid NOT IN ('pg_catalog.pg_opfamily'::regclass, 'pg_catalog.pg_cast'::regclass, 'pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE d.classid = 'pg_catalog.pg_type'::regclass AND t.oid = d.objid AND (t.typrelid <> 0 OR t.typcategory = 'A' OR t.typtype IN ('r', 'm')))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE d.classid = 'pg_catalog.pg_class'::regclass AND c.oid = d.objid AND c.relkind IN ('S', 'i'))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_range r ON p.prorettype IN (r.rngtypid, r.rngmultitypid) WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND p.oid = d.objid AND p.proname IN (SELECT typname FROM pg_catalog.pg_type WHERE oid IN (r.rngtypid, r.rngmultitypid)))
ORDER BY 1;

CREATE TEMP VIEW member AS
SELECT d.classid, d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e
    ON d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'socu' AND d.deptype = 'e';

-- So has every column of its tables and views.
SELECT c.relname, a.attname AS without_comment
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
  AND NOT c.relispartition AND pg_catalog.col_description(c.oid, a.attnum) IS NULL
ORDER BY 1, a.attnum;

-- Every function says whether it is parallel-safe; PL/pgSQL ones fix their search_path, no SQL one is a string.
SELECT p.oid::regprocedure AS parallel_unsafe FROM pg_catalog.pg_proc p
WHERE p.oid IN (SELECT objid FROM member WHERE classid = 'pg_catalog.pg_proc'::regclass) AND p.proparallel = 'u' AND p.provolatile <> 'v' AND p.prokind = 'f' ORDER BY 1::text;
SELECT p.oid::regprocedure AS open_search_path
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE p.oid IN (SELECT objid FROM member WHERE classid = 'pg_catalog.pg_proc'::regclass)
  AND (l.lanname = 'plpgsql' AND NOT coalesce(p.proconfig::text LIKE '%search_path=pg_catalog, pg_temp%', false)
       OR l.lanname = 'sql' AND p.prosqlbody IS NULL)
ORDER BY 1::text;

-- Operators: commutators, negators and estimators where they belong.
SELECT o.oid::regoperator AS incomplete FROM pg_catalog.pg_operator o
WHERE o.oid IN (SELECT objid FROM member WHERE classid = 'pg_catalog.pg_operator'::regclass) AND o.oprresult = 'boolean'::regtype
  AND (o.oprcom = 0 OR o.oprrest = 0 OR o.oprjoin = 0 OR (o.oprname IN ('=', '<>', '<', '<=', '>', '>=') AND o.oprnegate = 0))
ORDER BY 1::text;

-- Operator classes pass PostgreSQL's own check; btree ones have sort support and equalimage, hash ones the extended hash.
SELECT c.opcname, a.amname, pg_catalog.amvalidate(c.oid) AS valid,
       array_agg(p.amprocnum ORDER BY p.amprocnum) AS support
FROM pg_catalog.pg_opclass c JOIN pg_catalog.pg_am a ON a.oid = c.opcmethod
LEFT JOIN pg_catalog.pg_amproc p ON p.amprocfamily = c.opcfamily AND p.amproclefttype = c.opcintype AND p.amprocrighttype = c.opcintype
WHERE c.oid IN (SELECT objid FROM member WHERE classid = 'pg_catalog.pg_opclass'::regclass)
GROUP BY c.opcname, a.amname, c.oid
HAVING NOT pg_catalog.amvalidate(c.oid)
    OR a.amname = 'btree' AND NOT array_agg(p.amprocnum) @> '{1,2,4}'::smallint[]
    OR a.amname = 'hash' AND NOT array_agg(p.amprocnum) @> '{1,2}'::smallint[]
ORDER BY 1, 2;

-- No aggregate hides its state from other servers.
SELECT a.aggfnoid FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
WHERE p.oid IN (SELECT objid FROM member WHERE classid = 'pg_catalog.pg_proc'::regclass) AND a.aggtranstype = 'internal'::regtype ORDER BY 1::text;

-- Reference tables: shipped rows, guarded, not dumped; every other table is dumped whole, but for those that the script alone fills:
-- the template of networks and the list of report views.
SELECT c.relname, pg_catalog.array_position(e.extconfig, c.oid) IS NOT NULL AS dumped,
       (SELECT count(*) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN ('shipped_guard', 'shipped_guard_truncate')) AS guards,
       e.extcondition[pg_catalog.array_position(e.extconfig, c.oid)] AS condition
FROM pg_catalog.pg_class c CROSS JOIN pg_catalog.pg_extension e
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shipped'
WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind IN ('r', 'p') AND e.extname = 'socu' AND NOT c.relispartition
  AND c.relname NOT IN ('network_room', 'network_step', 'network_secret')
  AND (pg_catalog.array_position(e.extconfig, c.oid) IS NULL
       OR a.attname IS NOT NULL AND (e.extcondition[pg_catalog.array_position(e.extconfig, c.oid)] <> 'WHERE concat(shipped) = ''f'''
                                     OR 2 <> (SELECT count(*) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN ('shipped_guard', 'shipped_guard_truncate')))
       OR a.attname IS NULL AND e.extcondition[pg_catalog.array_position(e.extconfig, c.oid)] <> '')
ORDER BY 1;
-- Rows held in memory: every change tells the sessions, whoever makes it.
SELECT t.tgrelid::regclass AS deaf FROM pg_catalog.pg_trigger t
WHERE t.tgfoid = 'socu.rules_changed()'::regprocedure
  AND (t.tgname <> 'rules_changed' OR t.tgenabled <> 'A' OR pg_catalog.pg_get_triggerdef(t.oid) !~ 'INSERT OR DELETE OR UPDATE OR TRUNCATE')
ORDER BY 1;
DROP VIEW member;
