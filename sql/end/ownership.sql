-- end/ownership: the script of a trusted extension runs as the superuser.  What it made belongs to who installs the
-- extension, so that the books are his to keep and nothing runs with more rights than his.  C functions stay the
-- superuser's (an owner might declare them to take NULL); those that PUBLIC may not run he may run and hand on.
DO $$
DECLARE
    r record;
BEGIN
    FOR r IN
        SELECT c.oid::regclass AS name, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE'
                                             ELSE 'TABLE' END AS what
        FROM pg_class c WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
          -- a sequence of a column goes with its table
          AND NOT EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND c.relkind = 'S'
                            AND d.deptype IN ('a', 'i'))
    LOOP
        EXECUTE concat(format('ALTER %s %s OWNER TO ', r.what, r.name), '@extowner@');
    END LOOP;
    FOR r IN
        SELECT p.oid::regprocedure AS f, l.lanname = 'c' AS in_c, p.proacl IS NOT NULL AS restricted
        FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
        JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        JOIN pg_language l ON l.oid = p.prolang
        WHERE e.extname = 'socu' AND d.deptype = 'e' AND l.lanname IN ('c', 'sql', 'plpgsql')
    LOOP
        IF NOT r.in_c THEN
            EXECUTE concat(format('ALTER ROUTINE %s OWNER TO ', r.f), '@extowner@');
        ELSIF r.restricted THEN
            EXECUTE concat(format('GRANT EXECUTE ON FUNCTION %s TO ', r.f), '@extowner@', ' WITH GRANT OPTION');
        END IF;
    END LOOP;
END
$$;
