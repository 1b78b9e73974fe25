-- The end of the script.  That of a trusted extension runs as the superuser: what it made belongs to who installs the extension, so that the
-- books are his to keep and nothing runs with more rights than his.  C functions stay the superuser's (an owner might declare them to take
-- NULL); those that PUBLIC may not run he may run and hand on.
DO $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT c.relname, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS what
             FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
             WHERE n.nspname OPERATOR(pg_catalog.=) 'socu' AND c.relkind IN ('r', 'p', 'v', 'S')
               -- a sequence of a column goes with its table
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                               AND d.objid OPERATOR(pg_catalog.=) c.oid AND c.relkind OPERATOR(pg_catalog.=) 'S' AND d.deptype IN ('a', 'i')) LOOP
        EXECUTE pg_catalog.concat(pg_catalog.format('ALTER %s socu.%I OWNER TO ', r.what, r.relname), '@extowner@');
    END LOOP;
    FOR r IN SELECT p.oid::pg_catalog.regprocedure AS f, l.lanname OPERATOR(pg_catalog.=) 'c' AS in_c, p.proacl IS NOT NULL AS restricted
             FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
             JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
             WHERE n.nspname OPERATOR(pg_catalog.=) 'socu' AND l.lanname IN ('c', 'sql', 'plpgsql') LOOP
        IF NOT r.in_c THEN
            EXECUTE pg_catalog.concat(pg_catalog.format('ALTER ROUTINE %s OWNER TO ', r.f), '@extowner@');
        ELSIF r.restricted THEN
            EXECUTE pg_catalog.concat(pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO ', r.f), '@extowner@', ' WITH GRANT OPTION');
        END IF;
    END LOOP;
END $$;
