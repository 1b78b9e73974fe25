-- ground: where names live.  What people write (types, operators, aggregates, functions on values) is in the schema that CREATE EXTENSION
-- was told; reference tables, what manages networks and what works behind a type are in schema socu.  A new name is seen here.
SET search_path = pg_catalog, pg_temp;
CREATE TEMP VIEW member AS
SELECT d.classid, d.objid, i.schema, i.type
FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, 0) i
WHERE e.extname = 'socu' AND d.deptype = 'e'
  AND (d.classid <> 'pg_type'::regclass OR d.objid NOT IN (SELECT typarray FROM pg_type)); -- from 18 on array types are members
-- What a type, operator, operator class, aggregate, cast or function calls is its support.
CREATE TEMP VIEW support AS
SELECT DISTINCT f AS oid, of FROM (
    SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze]::oid[]) AS f, 'type' AS of FROM pg_type
    UNION ALL SELECT unnest(ARRAY[oprcode, oprrest, oprjoin]::oid[]), 'operator' FROM pg_operator
    UNION ALL SELECT amproc, 'operator class' FROM pg_amproc
    UNION ALL SELECT unnest(ARRAY[rngcanonical, rngsubdiff]::oid[]), 'range' FROM pg_range
    UNION ALL SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn, aggmfinalfn]::oid[]), 'aggregate' FROM pg_aggregate
    UNION ALL SELECT prosupport, 'planner' FROM pg_proc
    UNION ALL SELECT unnest(ARRAY[lanplcallfoid, laninline, lanvalidator]), 'language' FROM pg_language
    UNION ALL SELECT oid, 'trigger' FROM pg_proc WHERE prorettype = 'trigger'::regtype) s
WHERE f IN (SELECT objid FROM member WHERE classid = 'pg_proc'::regclass);

SELECT type, count(*) > 0 AS here, string_agg(DISTINCT schema, ', ' ORDER BY schema) AS schema FROM member
WHERE type IN ('type', 'operator', 'operator class', 'operator family', 'aggregate', 'table', 'view', 'sequence') AND objid <> 'socu.network_version'::regtype
GROUP BY 1 ORDER BY 1;

-- ---- the schema of the extension ----
SELECT t.oid::regtype::text COLLATE "C" AS type, obj_description(t.oid, 'pg_type') ~ '.' AS told
FROM member m JOIN pg_type t ON m.classid = 'pg_type'::regclass AND t.oid = m.objid WHERE m.schema = 'public' ORDER BY 1;
SELECT o.oprname::text COLLATE "C" AS name, string_agg(format('(%s, %s)', CASE o.oprleft WHEN 0 THEN 'NONE' ELSE o.oprleft::regtype::text END, o.oprright::regtype), ' '
    ORDER BY o.oprleft::regtype::text COLLATE "C", o.oprright::regtype::text COLLATE "C") AS types
FROM member m JOIN pg_operator o ON m.classid = 'pg_operator'::regclass AND o.oid = m.objid WHERE m.schema = 'public' GROUP BY 1 ORDER BY 1;
SELECT p.proname::text COLLATE "C" AS name, string_agg(format('(%s)', oidvectortypes(p.proargtypes)), ' ' ORDER BY oidvectortypes(p.proargtypes) COLLATE "C") AS takes
FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid WHERE m.schema = 'public' GROUP BY 1 ORDER BY 1;

-- A common word is safe as a name while it takes a value of ours.  Who takes built-in types alone says in its name what it is about: two words,
-- or the name of the type that it makes.  The grade point average goes by this name alone.
SELECT p.oid::regprocedure AS common FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
WHERE m.schema = 'public' AND p.proname !~ '_' AND p.proname <> 'gpa' AND p.prorettype::regtype::text <> format('public.%s', p.proname)
  AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) a JOIN pg_type t ON t.oid = a WHERE t.typnamespace <> 'pg_catalog'::regnamespace)
ORDER BY 1::text;
-- Nor has it the name of something that PostgreSQL has, unless it takes a value of ours.
SELECT p.oid::regprocedure AS taken FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
WHERE m.schema = 'public' AND p.proname IN (SELECT proname FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace)
  AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[]) a JOIN pg_type t ON t.oid = a WHERE t.typnamespace <> 'pg_catalog'::regnamespace)
ORDER BY 1::text;
-- Support functions are not for callers; next and previous stand for + and - as well.
SELECT s.oid::regprocedure AS support, s.of FROM support s JOIN member m ON m.classid = 'pg_proc'::regclass AND m.objid = s.oid
WHERE m.schema <> 'socu' ORDER BY 1::text, 2;
-- A function there leads to nobody's table for writing: what is volatile is none of values.
SELECT p.oid::regprocedure AS writes FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
WHERE m.schema = 'public' AND p.provolatile = 'v' ORDER BY 1::text;

-- ---- schema socu ----
SELECT DISTINCT s.of, s.oid::regproc::text COLLATE "C" AS support
FROM support s JOIN member m ON m.classid = 'pg_proc'::regclass AND m.objid = s.oid WHERE m.schema = 'socu' AND s.of <> 'trigger' ORDER BY 1, 2;
-- Reference tables; what networks are made from.
SELECT c.relname FROM member m JOIN pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid
WHERE c.relkind IN ('r', 'v') AND c.relname ~ '^(credit_|classifier|isced_f|program(_.*)?$|direction_program|academic_|grade_|exchange_|networks|network_(room|step))' ORDER BY 1;
-- What works on tables and networks, by room.
SELECT p.proname FROM member m JOIN pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
WHERE m.schema = 'socu' AND p.oid NOT IN (SELECT oid FROM support)
  AND p.proname ~ '^(credit|program|crosswalk|classifier|relation|confidence|academic|term|grade|gpa|elmo|ewp|exchange|create_|upgrade_|check_|rename_|network_|dump_)' AND p.proname <> 'network_members'
GROUP BY 1 ORDER BY 1;
DROP VIEW support, member;
