-- ground/install: the beginning of the script.  It may run as the superuser in a database of others, so it takes
-- nothing from them: no name, no setting, no object that waits in its schema.  A name without a schema is pg_catalog's;
-- socu's own are written out.

SET LOCAL search_path = pg_catalog, pg_temp;

-- What the script makes does not depend on the session.  SET LOCAL would hold until the end of the transaction around
-- CREATE EXTENSION, so sql/end/settings.sql puts back what is kept here.
DO $$
DECLARE
    setting record;
    names text := '';
BEGIN
    FOR setting IN SELECT * FROM (VALUES
        ('standard_conforming_strings', 'on'), ('transform_null_equals', 'off'), ('array_nulls', 'on'),
        ('check_function_bodies', 'on'), ('session_replication_role', 'origin'), ('row_security', 'on'),
        ('default_table_access_method', 'heap'), ('default_tablespace', ''),
        ('datestyle', 'ISO, YMD'), ('intervalstyle', 'postgres'), ('timezone', 'UTC'), ('extra_float_digits', '1'),
        ('bytea_output', 'hex'), ('xmloption', 'content'), ('quote_all_identifiers', 'off'),
        ('plpgsql.extra_errors', 'none'), ('plpgsql.extra_warnings', 'none'),
        ('plpgsql.variable_conflict', 'error')) v (name, value) LOOP
        PERFORM pg_catalog.set_config(pg_catalog.concat('socu_install.', pg_catalog.replace(setting.name, '.', '_')),
                                      pg_catalog.current_setting(setting.name), true);
        PERFORM pg_catalog.set_config(setting.name, setting.value, true);
        names := pg_catalog.concat(names, ' ', setting.name);
    END LOOP;
    PERFORM pg_catalog.set_config('socu_install.names', names, true);
END $$;

DO $$
DECLARE
    encoding constant text := pg_catalog.getdatabaseencoding();
    stranger text;
    grantee record;
BEGIN
    IF encoding OPERATOR(pg_catalog.<>) 'UTF8' THEN
        RAISE EXCEPTION 'socu needs a database with encoding UTF8; this one has %', encoding
            USING ERRCODE = 'feature_not_supported',
                  HINT = 'Make one: CREATE DATABASE ... ENCODING ''UTF8'' TEMPLATE template0.';
    END IF;

    -- What somebody has put into the schema could be taken for a part of socu, now or by a caller later.
    SELECT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) INTO stranger
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
      AND d.refobjid OPERATOR(pg_catalog.=) 'socu'::pg_catalog.regnamespace
      AND d.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.deptype OPERATOR(pg_catalog.=) 'n'
    ORDER BY 1 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'schema "socu" is not empty'
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = pg_catalog.format('It holds %s.', stranger),
                  HINT = 'Drop what is in it, or move it to another schema, then install socu.';
    END IF;

    -- The schema goes to whoever installs socu, and nobody else may create in it.
    EXECUTE pg_catalog.concat('ALTER SCHEMA socu OWNER TO ', '@extowner@');
    FOR grantee IN
        SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END AS name
        FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a
        LEFT JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) a.grantee
        WHERE n.nspname OPERATOR(pg_catalog.=) 'socu' AND a.privilege_type OPERATOR(pg_catalog.=) 'CREATE'
          AND a.grantee OPERATOR(pg_catalog.<>) n.nspowner
    LOOP
        EXECUTE pg_catalog.format('REVOKE CREATE ON SCHEMA socu FROM %s CASCADE', grantee.name);
    END LOOP;
END $$;
