-- ground/install: the beginning of the script.  It may run as the superuser in a database of others, so it takes
-- nothing from them: no name, no setting, no object that waits in its schemas.  A name without a schema is
-- pg_catalog's; socu's own are written out.  @extschema@ is the schema that CREATE EXTENSION is told: types, their
-- operators and what people call.  Schema socu holds reference tables and what makes the others work.

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
    extension constant text := (pg_catalog.parse_ident('@extschema@', false))[1];
    home record;
    obstacle text;
BEGIN
    IF encoding OPERATOR(pg_catalog.<>) 'UTF8' THEN
        RAISE EXCEPTION 'socu needs a database with encoding UTF8; this one has %', encoding
            USING ERRCODE = 'feature_not_supported',
                  HINT = 'Make one: CREATE DATABASE ... ENCODING ''UTF8'' TEMPLATE template0.';
    END IF;

    IF extension OPERATOR(pg_catalog.=) ANY (ARRAY['socu', 'information_schema'])
        OR extension OPERATOR(pg_catalog.~) '^pg_' THEN
        RAISE EXCEPTION 'socu cannot be installed in schema %', extension
            USING ERRCODE = 'invalid_schema_name',
                  DETAIL = 'Types and public functions go there; schema socu is made for the rest.',
                  HINT = 'Name another schema: CREATE EXTENSION socu SCHEMA public.';
    END IF;

    -- A schema socu that waits may hold what could be taken for a part of socu, or let others put it there.
    SELECT n.oid, n.nspowner, pg_catalog.pg_get_userbyid(n.nspowner) AS owner INTO home
    FROM pg_catalog.pg_namespace n WHERE n.nspname OPERATOR(pg_catalog.=) 'socu';
    IF NOT FOUND THEN
        EXECUTE pg_catalog.concat('CREATE SCHEMA socu AUTHORIZATION ', '@extowner@');
        RETURN;
    END IF;
    SELECT pg_catalog.format('It holds %s.', pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid))
    INTO obstacle
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
      AND d.refobjid OPERATOR(pg_catalog.=) home.oid
    ORDER BY 1 LIMIT 1;
    IF NOT FOUND THEN
        SELECT pg_catalog.format('It belongs to role %s.', home.owner) INTO obstacle
        FROM pg_catalog.pg_roles r
        WHERE r.oid OPERATOR(pg_catalog.=) home.nspowner AND NOT r.rolsuper
          AND r.rolname OPERATOR(pg_catalog.<>) ALL (pg_catalog.parse_ident('@extowner@', false));
    END IF;
    IF obstacle IS NULL THEN
        SELECT pg_catalog.format('%s may create objects in it.',
                                 CASE a.grantee WHEN 0 THEN 'Everybody'
                                      ELSE pg_catalog.concat('Role ', pg_catalog.pg_get_userbyid(a.grantee)) END)
        INTO obstacle
        FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a
        WHERE n.oid OPERATOR(pg_catalog.=) home.oid AND a.privilege_type OPERATOR(pg_catalog.=) 'CREATE'
          AND a.grantee OPERATOR(pg_catalog.<>) n.nspowner
        ORDER BY 1 LIMIT 1;
    END IF;
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION 'schema "socu" exists already'
            USING ERRCODE = 'object_not_in_prerequisite_state', DETAIL = obstacle,
            HINT = 'The extension makes it. Drop it, or rename it, then install socu.';
    END IF;
    EXECUTE pg_catalog.concat('ALTER SCHEMA socu OWNER TO ', '@extowner@');
    ALTER EXTENSION socu ADD SCHEMA socu;
END $$;
