-- ground: the catalog of the extension, audited.  The list of objects comes from pg_depend; what remains on a list stands there with its reason.
SET search_path = pg_catalog, pg_temp;
CREATE TEMP VIEW member AS
SELECT d.classid, d.objid FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'socu' AND d.deptype = 'e';
CREATE TEMP VIEW routine AS
SELECT p.*, l.lanname, EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS everybody
FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid JOIN pg_language l ON l.oid = p.prolang;

-- Everything stands in schema socu or in the schema of the extension.
SELECT pg_describe_object(m.classid, m.objid, 0) AS elsewhere FROM member m CROSS JOIN LATERAL pg_identify_object(m.classid, m.objid, 0) i
WHERE i.schema NOT IN ('socu', (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'socu')) ORDER BY 1;

-- Functions that run with more rights than their caller: none may be executed by PUBLIC.
SELECT oid::regprocedure AS definer FROM routine WHERE prosecdef AND everybody ORDER BY 1::text;
-- None is left that only its owner may execute, either.
SELECT oid::regprocedure AS definer FROM routine WHERE prosecdef AND NOT everybody ORDER BY 1::text;

-- PUBLIC hangs no function of the extension on a table of its own, but the guard of a network's marker: whoever makes a network needs it,
-- and it refuses every other table (39P01).
SELECT oid::regprocedure AS anybodys_trigger FROM routine WHERE prorettype = 'trigger'::regtype AND everybody ORDER BY 1::text;

-- PUBLIC reads reference tables and what networks are made from, and has no other right on any table, view or sequence
-- (rows of network_secret belong to who owns the network: row security, tests/sql/report_print.sql).
SELECT c.oid::regclass AS relation, a.privilege_type
FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid CROSS JOIN LATERAL aclexplode(c.relacl) a
WHERE a.grantee = 0
  AND NOT (a.privilege_type = 'SELECT' AND EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'shipped' AND NOT t.attisdropped))
ORDER BY c.relname COLLATE "C", 2;
SELECT c.oid::regclass AS unreadable_reference
FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'shipped'
WHERE c.relkind = 'r' AND NOT EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee = 0 AND a.privilege_type = 'SELECT')
ORDER BY 1::text;
-- Its right on the schema is to use it.
SELECT a.privilege_type FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = 'socu' AND a.grantee = 0;

-- All that a role can own belongs to the owner of the extension (here the superuser, to whom the C functions belong too).
SELECT pg_describe_object('pg_class'::regclass, c.oid, 0) AS owned_by_another
FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid CROSS JOIN pg_extension e
WHERE e.extname = 'socu' AND c.relowner <> e.extowner
UNION ALL
SELECT r.oid::regprocedure::text FROM routine r CROSS JOIN pg_extension e WHERE e.extname = 'socu' AND r.proowner <> e.extowner
UNION ALL
SELECT n.nspname FROM pg_namespace n CROSS JOIN pg_extension e WHERE e.extname = 'socu' AND n.nspname = 'socu' AND n.nspowner <> e.extowner
ORDER BY 1;

-- PL/pgSQL functions fix their search_path, SQL functions have parsed bodies, and no body reads otherwise without standard_conforming_strings.
SELECT oid::regprocedure AS open_search_path FROM routine
WHERE lanname = 'plpgsql' AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false) ORDER BY 1::text;
SELECT oid::regprocedure AS string_body FROM routine WHERE lanname = 'sql' AND prosqlbody IS NULL ORDER BY 1::text;
SELECT oid::regprocedure AS plain_backslash FROM routine
WHERE lanname = 'plpgsql' AND regexp_replace(prosrc, E'\\mE''[^'']*''', '', 'g') LIKE E'%\\\\%' ORDER BY 1::text;
SELECT oid::regprocedure AS other_language FROM routine WHERE lanname NOT IN ('c', 'internal', 'sql', 'plpgsql') ORDER BY 1::text;

-- A function in C or of the server is declared as what it is: PostgreSQL's own label where it is PostgreSQL's own.
SELECT r.oid::regprocedure AS label_differs, r.proleakproof, r.provolatile, r.proparallel
FROM routine r JOIN pg_proc b ON b.prolang = r.prolang AND b.proname = r.prosrc AND b.pronamespace = 'pg_catalog'::regnamespace AND b.pronargs = r.pronargs
WHERE r.lanname = 'internal' AND r.prosrc !~ '^(range|multirange)_constructor'
  AND ((r.provolatile, r.proparallel, r.proisstrict) IS DISTINCT FROM (b.provolatile, b.proparallel, b.proisstrict)
       OR r.proleakproof AND NOT b.proleakproof
       OR b.proleakproof AND NOT r.proleakproof AND r.prosrc ~ '^(int[48](lt|le|eq|ne|ge|gt)|btint[48]cmp)$')
ORDER BY 1::text;
-- Leakproof ones of our own compute with the bits of a value that is valid, and raise nothing.
SELECT oid::regprocedure AS leakproof FROM routine WHERE proleakproof AND lanname <> 'internal' ORDER BY 1::text;
-- Only volatile functions are unsafe in a parallel plan, and what is immutable is safe there.
SELECT oid::regprocedure AS parallel, proparallel, provolatile FROM routine
WHERE proparallel = 'u' AND provolatile <> 'v' OR provolatile = 'i' AND proparallel <> 's' ORDER BY 1::text;

-- Operators: what has the same types on both sides and is boolean is complete; a sum commutes.
SELECT o.oid::regoperator AS incomplete FROM member m JOIN pg_operator o ON m.classid = 'pg_operator'::regclass AND o.oid = m.objid
WHERE o.oprresult = 'boolean'::regtype AND (o.oprcom = 0 OR o.oprrest = 0 OR o.oprjoin = 0 OR o.oprname IN ('=', '<>', '<', '<=', '>', '>=') AND o.oprnegate = 0)
   OR o.oprname = '+' AND o.oprcom = 0 AND o.oprleft = o.oprright
ORDER BY 1::text;
-- Operators and aggregates do not run with other labels than the functions that they stand for.
SELECT a.aggfnoid AS internal_state FROM routine r JOIN pg_aggregate a ON a.aggfnoid = r.oid WHERE a.aggtranstype = 'internal'::regtype ORDER BY 1::text;
SELECT a.aggfnoid AS no_combine FROM routine r JOIN pg_aggregate a ON a.aggfnoid = r.oid
WHERE a.aggkind = 'n' AND r.proparallel = 's' AND a.aggcombinefn = 0 ORDER BY 1::text;

-- Tables are the server's own kind, permanent, and none has row security that the owner does not know of.
SELECT c.oid::regclass AS unusual FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid
WHERE c.relkind = 'r' AND (c.relam <> (SELECT oid FROM pg_am WHERE amname = 'heap') OR c.relpersistence <> 'p' OR c.reltablespace <> 0) ORDER BY 1::text;
-- Triggers of the extension on its own tables are functions of the extension.
SELECT t.tgrelid::regclass AS relation, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'socu'::regnamespace AND NOT t.tgisinternal AND t.tgfoid NOT IN (SELECT oid FROM routine) ORDER BY 1::text, 2;

-- ---- a network: what its template makes ----
SET client_min_messages = warning;
SELECT socu.create_network('regress_audit');
RESET client_min_messages;
CREATE TEMP VIEW own AS
SELECT p.*, l.lanname, EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS everybody
FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'regress_audit'::regnamespace;
CREATE TEMP VIEW relation AS SELECT c.* FROM pg_class c WHERE c.relnamespace = 'regress_audit'::regnamespace;

-- Its functions run with the rights of whoever calls, and are in three languages: parsed SQL, PL/pgSQL and C that look for names beside the function.
SELECT oid::regprocedure AS definer FROM own WHERE prosecdef ORDER BY 1::text;
SELECT oid::regprocedure AS other_language FROM own WHERE lanname NOT IN ('sql', 'network_plpgsql', 'network_c') AND prokind <> 'a' ORDER BY 1::text;
SELECT oid::regprocedure AS string_body FROM own WHERE lanname = 'sql' AND prosqlbody IS NULL ORDER BY 1::text;
SELECT oid::regprocedure AS own_path FROM own WHERE proconfig::text LIKE '%search_path%' ORDER BY 1::text;
SELECT oid::regprocedure AS plain_backslash FROM own
WHERE lanname = 'network_plpgsql' AND regexp_replace(prosrc, E'\\mE''[^'']*''', '', 'g') LIKE E'%\\\\%' ORDER BY 1::text;
SELECT oid::regprocedure AS leakproof FROM own WHERE proleakproof ORDER BY 1::text;
SELECT oid::regprocedure AS parallel, proparallel, provolatile FROM own
WHERE proparallel = 'u' AND provolatile <> 'v' OR provolatile = 'i' AND proparallel <> 's' ORDER BY 1::text;

-- PUBLIC has no right on the schema, a table, a view or a sequence.
SELECT a.privilege_type AS on_schema FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = 'regress_audit' AND a.grantee = 0;
SELECT r.oid::regclass AS relation, a.privilege_type FROM relation r CROSS JOIN LATERAL aclexplode(r.relacl) a WHERE a.grantee = 0 ORDER BY 1::text, 2;
-- Trigger functions that PUBLIC may call run with its own rights, on tables of its own.
SELECT oid::regprocedure AS anybodys_trigger FROM own WHERE prorettype = 'trigger'::regtype AND everybody ORDER BY 1::text;

-- Everything belongs to who made the network; nothing in it depends on a stranger.
SELECT pg_describe_object('pg_class'::regclass, oid, 0) AS owned_by_another FROM relation WHERE relowner <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'regress_audit')
UNION ALL
SELECT oid::regprocedure::text FROM own WHERE proowner <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'regress_audit')
ORDER BY 1;
SELECT t.tgrelid::regclass AS relation, t.tgname FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgfoid NOT IN (SELECT oid FROM routine UNION SELECT oid FROM own) ORDER BY 1::text, 2;
SELECT * FROM socu.check_network('regress_audit');
SELECT oid::regclass AS unusual FROM relation
WHERE relkind = 'r' AND (relam <> (SELECT oid FROM pg_am WHERE amname = 'heap') OR relpersistence <> 'p' OR reltablespace <> 0) ORDER BY 1::text;
-- A view that PUBLIC or another role is to read with the rights of the owner is granted by a documented function alone: no grant stands in a new network.
SELECT r.oid::regclass AS granted, a.grantee::regrole FROM relation r CROSS JOIN LATERAL aclexplode(r.relacl) a WHERE a.grantee <> r.relowner ORDER BY 1::text;
SET client_min_messages = warning;
DROP SCHEMA regress_audit CASCADE;
