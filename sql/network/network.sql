-- network: schemas with the records of a network of universities, made from a template of statements.
--
-- This part stands after end/ownership: its tables and functions stay the superuser's, for what they hold is run by
-- everyone who makes or upgrades a network, a superuser among them.

-- ---- the template ----

CREATE DOMAIN socu.network_version AS int4 CHECK (VALUE OPERATOR(pg_catalog.>) 0);
COMMENT ON DOMAIN socu.network_version IS
'Number of the last step of the template that a network has. A schema is a network if its table "network" has a '
'column "version" of this type.';

CREATE TABLE socu.network_room (
    room text COLLATE "C" PRIMARY KEY CHECK (room OPERATOR(pg_catalog.~) '^[a-z_]+$'),
    needs text[] COLLATE "C" NOT NULL DEFAULT '{}',
    description text NOT NULL
);
COMMENT ON TABLE socu.network_room IS
'Rooms that a network may have. Part of the template: not dumped, it comes with the extension.';
COMMENT ON COLUMN socu.network_room.room IS 'Name of the room, as in the folders of the sources.';
COMMENT ON COLUMN socu.network_room.needs IS 'Rooms that it needs; create_network brings them along.';
COMMENT ON COLUMN socu.network_room.description IS 'What the room holds, in English.';

CREATE TABLE socu.network_step (
    ordinal int4 PRIMARY KEY,
    room text COLLATE "C" NOT NULL,
    step int4 NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('table', 'set', 'facts')),
    source text NOT NULL,
    line int4 NOT NULL,
    statement text NOT NULL,
    CHECK ((kind OPERATOR(pg_catalog.=) 'table') OPERATOR(pg_catalog.=) (step OPERATOR(pg_catalog.>) 0))
);
COMMENT ON TABLE socu.network_step IS
'The template of networks: one statement a row. Part of the extension: not dumped, it comes with the installed '
'version.';
COMMENT ON COLUMN socu.network_step.ordinal IS 'Order in which the statements of one kind (and one step) are run.';
COMMENT ON COLUMN socu.network_step.room IS 'Room that the statement belongs to.';
COMMENT ON COLUMN socu.network_step.step IS
'Number of the step for kind table, which a network runs once; 0 for the others.';
COMMENT ON COLUMN socu.network_step.kind IS
'table: run once, in a numbered step; set: replaced with each upgrade (views, functions, triggers, comments, '
'rights); facts: rows copied into a new network.';
COMMENT ON COLUMN socu.network_step.source IS 'File that the statement comes from, ROOM/TOPIC.';
COMMENT ON COLUMN socu.network_step.line IS 'Line of that file in which the statement begins.';
COMMENT ON COLUMN socu.network_step.statement IS
'The statement, run with a search_path of the network, then the schema of the extension.';
GRANT SELECT ON socu.network_room, socu.network_step TO PUBLIC;

-- ---- C ----

CREATE FUNCTION socu.network_creating_extension() RETURNS bool
    LANGUAGE c STABLE STRICT PARALLEL RESTRICTED AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_creating_extension() IS
'True while the script of an extension runs: then no network can be made or upgraded.';

CREATE FUNCTION socu.network_execute(network oid, statement text, label text) RETURNS void
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_execute(oid, text, text) IS
'Runs one statement of the template in a network, with the rights of the caller, under fixed settings. Errors name '
'the label.';

CREATE FUNCTION socu.network_as_owner(network oid, work text, options jsonb) RETURNS jsonb
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_as_owner(oid, text, jsonb) IS
'network_check_run, network_upgrade_run or network_facts_run with the rights of the owner of the network, whom the '
'caller has to be allowed to become. Error: 42501.';

CREATE FUNCTION socu.network_definition(network oid, what text, object oid) RETURNS text
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_definition(oid, text, oid) IS
'An object of a network as SQL, own names bare: view, index, constraint, trigger, rule, and arguments, identity, '
'result or body of a function.';

CREATE FUNCTION socu.network_expression(network oid, expression pg_node_tree, relation oid) RETURNS text
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_expression(oid, pg_node_tree, oid) IS
'A default or condition of a network''s table as SQL, own names bare.';

CREATE FUNCTION socu.network_type_name(network oid, type oid, typmod int4) RETURNS text
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_type_name(oid, oid, int4) IS 'Name of a type as a network sees it, own names bare.';

-- ---- the language of a network's functions ----

CREATE FUNCTION socu.network_call_handler() RETURNS language_handler
    LANGUAGE c VOLATILE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_call_handler() IS 'Runs functions of the language network_plpgsql.';
CREATE FUNCTION socu.network_validator(function oid) RETURNS void
    LANGUAGE c VOLATILE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_validator(oid) IS
'Checks functions of the language network_plpgsql when they are made.';
CREATE TRUSTED LANGUAGE network_plpgsql HANDLER socu.network_call_handler VALIDATOR socu.network_validator;
COMMENT ON LANGUAGE network_plpgsql IS
'PL/pgSQL whose names are looked up in the schema that the function stands in, then in that of socu: it works on '
'after ALTER SCHEMA ... RENAME.';

CREATE FUNCTION socu.network_c_call_handler() RETURNS language_handler
    LANGUAGE c VOLATILE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_c_call_handler() IS
'Runs functions of the language network_c. Errors: 55000 (stands in no network), 42501 (of another owner than the '
'network), 42P13 (differs from its prototype).';
CREATE FUNCTION socu.network_c_validator(function oid) RETURNS void
    LANGUAGE c VOLATILE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_c_validator(oid) IS 'Checks functions of the language network_c when they are made.';
CREATE TRUSTED LANGUAGE network_c HANDLER socu.network_c_call_handler VALIDATOR socu.network_c_validator;
COMMENT ON LANGUAGE network_c IS
'The C functions of socu that work on the tables beside them. The body names a prototype in schema socu.';

-- ---- what stands in a network ----

CREATE FUNCTION socu.network_relations(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 300
BEGIN ATOMIC
    SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view' WHEN c.relkind = 'S' THEN 'sequence' ELSE 'table' END,
           c.relname::text, 'pg_catalog.pg_class'::regclass::oid, c.oid,
           CASE WHEN c.relkind IN ('v', 'm') THEN
               (SELECT string_agg(quote_ident(a.attname) || ' ' || socu.network_type_name(network, a.atttypid,
                   a.atttypmod), ', '
                                  ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
           ELSE '' END,
           CASE WHEN c.relkind IN ('v', 'm')
                THEN concat(c.reloptions::text, E'\n', socu.network_definition(network, 'view', c.oid))
                WHEN c.relkind = 'S' THEN (SELECT concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement,
                    s.seqcycle)
                                           FROM pg_catalog.pg_sequence s WHERE s.seqrelid = c.oid)
                ELSE concat(c.relkind, c.relpersistence) END
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = network AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    UNION ALL
    SELECT 'row security', c.relname::text, 'pg_catalog.pg_class'::regclass, c.oid, '', c.relforcerowsecurity::text
    FROM pg_catalog.pg_class c WHERE c.relnamespace = network AND c.relrowsecurity;
END;
COMMENT ON FUNCTION socu.network_relations(oid) IS
'Tables, views and sequences of a schema, and which have row security, as network_objects tells them. What a site '
'may set (storage, statistics, owner, rights) is left out.';

CREATE FUNCTION socu.network_columns(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT 'column', format('%s.%s', c.relname, a.attname), 'pg_catalog.pg_class'::regclass, c.oid,
           socu.network_type_name(network, a.atttypid, a.atttypmod),
           concat_ws(' ', (SELECT 'COLLATE ' || quote_ident(l.collname) FROM pg_catalog.pg_collation l
               WHERE l.oid = a.attcollation
                           AND l.oid <> (SELECT t.typcollation FROM pg_catalog.pg_type t WHERE t.oid = a.atttypid)),
                     CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                     CASE a.attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' WHEN 'd'
                         THEN 'GENERATED BY DEFAULT AS IDENTITY' END,
                     CASE a.attgenerated WHEN '' THEN 'DEFAULT ' ELSE 'GENERATED ' || a.attgenerated::text || ' ' END
                     || socu.network_expression(network, d.adbin, c.oid))
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = network AND c.relkind IN ('r', 'p', 'f');
END;
COMMENT ON FUNCTION socu.network_columns(oid) IS
'Columns of a schema''s tables, as network_objects tells them.';

CREATE FUNCTION socu.network_constraints(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 500
BEGIN ATOMIC
    -- 18 has constraints for NOT NULL: they are told with the column
    SELECT 'constraint', format('%s.%s', c.relname, n.conname), 'pg_catalog.pg_constraint'::regclass, n.oid, '',
           socu.network_definition(network, 'constraint', n.oid)
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_constraint n ON n.conrelid = c.oid AND n.contype NOT IN ('n', 't')
    WHERE c.relnamespace = network
    UNION ALL
    SELECT 'index', c.relname::text, 'pg_catalog.pg_class'::regclass, c.oid, '', socu.network_definition(network,
        'index', c.oid)
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = network AND c.relkind IN ('i', 'I')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint n WHERE n.conindid = c.oid AND n.contype IN ('p', 'u', 'x'));
END;
COMMENT ON FUNCTION socu.network_constraints(oid) IS
'Constraints of a schema''s tables, and the indexes that belong to none, as network_objects tells them.';

CREATE FUNCTION socu.network_functions(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 500
BEGIN ATOMIC
    SELECT 'function', format('%s(%s)', quote_ident(p.proname),
                              (SELECT string_agg(socu.network_type_name(network, t, -1), ', ' ORDER BY n)
                               FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS x(t, n))),
           'pg_catalog.pg_proc'::regclass, p.oid,
           concat_ws(E'\n', p.prokind, socu.network_definition(network, 'identity', p.oid),
               socu.network_definition(network, 'result', p.oid)),
           concat_ws(E'\n', l.lanname, p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel,
               p.procost, p.prorows,
                     p.proconfig::text, socu.network_definition(network, 'arguments', p.oid),
                     coalesce(socu.network_definition(network, 'body', p.oid), p.prosrc))
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = network;
END;
COMMENT ON FUNCTION socu.network_functions(oid) IS
'Functions of a schema, as network_objects tells them.';

CREATE FUNCTION socu.network_table_actions(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT 'trigger', format('%s.%s', c.relname, t.tgname), 'pg_catalog.pg_trigger'::regclass, t.oid, t.tgenabled::text,
           socu.network_definition(network, 'trigger', t.oid)
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
    WHERE c.relnamespace = network
    UNION ALL
    SELECT 'rule', format('%s.%s', c.relname, r.rulename), 'pg_catalog.pg_rewrite'::regclass, r.oid, '',
           socu.network_definition(network, 'rule', r.oid)
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid AND r.rulename <> '_RETURN'
    WHERE c.relnamespace = network
    UNION ALL
    SELECT 'policy', format('%s.%s', c.relname, p.polname), 'pg_catalog.pg_policy'::regclass, p.oid, '',
           concat_ws(E'\n', p.polcmd, p.polpermissive,
                     (SELECT string_agg(CASE WHEN r = 0 THEN 'public'
                         ELSE pg_get_userbyid(r)::text END, ', ' ORDER BY 1)
                      FROM unnest(p.polroles) AS r),
                     socu.network_expression(network, p.polqual, c.oid), '/', socu.network_expression(network,
                         p.polwithcheck, c.oid))
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_policy p ON p.polrelid = c.oid
    WHERE c.relnamespace = network;
END;
COMMENT ON FUNCTION socu.network_table_actions(oid) IS
'What happens when a schema''s tables and views are used: triggers, rules and policies, as network_objects tells '
'them.';

CREATE FUNCTION socu.network_types(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT 'type', t.typname::text, 'pg_catalog.pg_type'::regclass, t.oid, '',
           concat_ws(E'\n', t.typtype, CASE WHEN t.typtype = 'd'
               THEN socu.network_type_name(network, t.typbasetype, t.typtypmod) END,
                     (SELECT string_agg(socu.network_definition(network, 'constraint', n.oid), ' ' ORDER BY n.conname)
                      FROM pg_catalog.pg_constraint n WHERE n.contypid = t.oid),
                     (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                         FROM pg_catalog.pg_enum e
                      WHERE e.enumtypid = t.oid))
    FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
    WHERE t.typnamespace = network AND (t.typtype IN ('d', 'e', 'r') OR c.relkind = 'c');
END;
COMMENT ON FUNCTION socu.network_types(oid) IS
'Types of a schema that are no row of a table, as network_objects tells them.';

CREATE FUNCTION socu.network_objects(network oid)
    RETURNS TABLE (kind text, object text, class oid, id oid, shape text, body text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT kind, object, class, id, shape, body FROM socu.network_relations(network)
    UNION ALL
    SELECT kind, object, class, id, shape, body FROM socu.network_columns(network)
    UNION ALL
    SELECT kind, object, class, id, shape, body FROM socu.network_constraints(network)
    UNION ALL
    SELECT kind, object, class, id, shape, body FROM socu.network_functions(network)
    UNION ALL
    SELECT kind, object, class, id, shape, body FROM socu.network_table_actions(network)
    UNION ALL
    SELECT kind, object, class, id, shape, body FROM socu.network_types(network);
END;
COMMENT ON FUNCTION socu.network_objects(oid) IS
'What stands in a schema: shape is what cannot be replaced in place (columns of a view, arguments and result of a '
'function), body the rest.';

CREATE FUNCTION socu.network_strangers(network oid, template jsonb) RETURNS SETOF text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    WITH made AS MATERIALIZED (
        SELECT o.class, o.id, o.kind, o.object FROM socu.network_objects(network) o
        WHERE template ? concat(o.kind, ' ', o.object)
    ), own AS MATERIALIZED (
        SELECT class, id FROM made
        UNION
        SELECT 'pg_catalog.pg_rewrite'::regclass, r.oid
        FROM made JOIN pg_catalog.pg_rewrite r ON made.class = 'pg_catalog.pg_class'::regclass AND r.ev_class = made.id
        WHERE r.rulename = '_RETURN'
        UNION
        SELECT 'pg_catalog.pg_attrdef'::regclass, d.oid
        FROM made JOIN pg_catalog.pg_attribute a ON made.kind = 'column' AND a.attrelid = made.id
            AND a.attname = substr(made.object, strpos(made.object, '.') + 1)
        JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    ), home AS (
        -- socu, and the extensions that it stands on
        SELECT e.oid FROM pg_catalog.pg_extension e WHERE e.extname IN ('socu', 'plpgsql')
        UNION
        SELECT d.refobjid FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_depend d
          ON d.classid = 'pg_catalog.pg_extension'::regclass AND d.objid = e.oid
              AND d.refclassid = 'pg_catalog.pg_extension'::regclass
        WHERE e.extname = 'socu'
    ), member AS MATERIALIZED (
        SELECT e.classid, e.objid FROM pg_catalog.pg_depend e JOIN home ON e.refobjid = home.oid
        WHERE e.refclassid = 'pg_catalog.pg_extension'::regclass AND e.deptype = 'e'
        UNION
        -- the array of a member's type is no member
        SELECT e.classid, t.typarray FROM pg_catalog.pg_depend e JOIN home ON e.refobjid = home.oid
        JOIN pg_catalog.pg_type t ON t.oid = e.objid
        WHERE e.refclassid = 'pg_catalog.pg_extension'::regclass AND e.deptype = 'e'
          AND e.classid = 'pg_catalog.pg_type'::regclass
        UNION
        -- nor are the columns of a composite type, which stand in a relation
        SELECT 'pg_catalog.pg_class'::regclass, t.typrelid
        FROM pg_catalog.pg_depend e JOIN home ON e.refobjid = home.oid
        JOIN pg_catalog.pg_type t ON t.oid = e.objid AND t.typrelid <> 0
        WHERE e.refclassid = 'pg_catalog.pg_extension'::regclass AND e.deptype = 'e'
          AND e.classid = 'pg_catalog.pg_type'::regclass
    ), reached AS MATERIALIZED (
        SELECT DISTINCT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
        FROM own JOIN pg_catalog.pg_depend d ON d.classid = own.class AND d.objid = own.id
        WHERE d.refobjid >= 16384 -- below are PostgreSQL's own
          AND NOT (d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.refobjid = network)
          AND (d.refclassid, d.refobjid) NOT IN (SELECT o.class, o.id FROM own o)
          AND (d.refclassid, d.refobjid) NOT IN (SELECT m.classid, m.objid FROM member m)
    )
    SELECT DISTINCT format('%s refers to %s', pg_describe_object(d.classid, d.objid, d.objsubid),
                           pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid))
    FROM reached d CROSS JOIN LATERAL pg_identify_object(d.refclassid, d.refobjid, 0) i
    WHERE i.schema IS DISTINCT FROM (SELECT quote_ident(n.nspname) FROM pg_catalog.pg_namespace n WHERE n.oid = network)
      AND i.schema IS DISTINCT FROM 'socu';
END;
COMMENT ON FUNCTION socu.network_strangers(oid, jsonb) IS
'What objects of the template refer to beyond the network, socu and PostgreSQL itself: a better-matching function of '
'somebody else''s, say.';

-- ---- making one ----

CREATE FUNCTION socu.network_latest() RETURNS int4
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT max(step) FROM socu.network_step WHERE kind = 'table';
END;
COMMENT ON FUNCTION socu.network_latest() IS
'Number of the last step of the template: the version of a network made now.';

CREATE FUNCTION socu.network_name_check(name name) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF name IS NULL OR name !~ '^[a-z][a-z0-9_]{0,39}$' OR quote_ident(name) <> name OR name ~ '^pg_'
        OR name ~ '^socu_fresh_'
       OR name IN ('socu', 'public', 'information_schema')
       OR name = (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
           WHERE e.extname = 'socu') THEN
        RAISE EXCEPTION '"%" cannot be the name of a network', name USING ERRCODE = 'invalid_name',
            DETAIL = 'A name has up to 40 lower-case letters, digits and underscores, begins with a letter '
                     'and is no word of SQL.',
            HINT = 'Choose a short one, sco for example; the schemas pg_..., public, socu and that of the extension '
                   'are taken.';
    END IF;
END $$;
COMMENT ON FUNCTION socu.network_name_check(name) IS
'Refuses names that would have to be quoted, or are taken. Error: 42602.';

CREATE FUNCTION socu.network_oid(network name) RETURNS oid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found oid;
BEGIN
    SELECT n.oid INTO found
    FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'network' AND c.relkind = 'r'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'version' AND a.atttypid = 'socu.network_version'::regtype
    WHERE n.nspname = network;
    IF found IS NULL THEN
        RAISE EXCEPTION 'there is no network "%"', network USING ERRCODE = 'invalid_schema_name',
            DETAIL = 'A network is a schema with a table "network" that has a version.',
            HINT = 'SELECT network FROM socu.networks lists those of this database; socu.create_network makes one.';
    END IF;
    RETURN found;
END $$;
COMMENT ON FUNCTION socu.network_oid(name) IS 'The schema of a network. Error: 3F000.';

CREATE FUNCTION socu.network_rooms(rooms text[]) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    unknown text;
BEGIN
    SELECT r INTO unknown FROM unnest(rooms) AS r WHERE r IS NULL OR NOT EXISTS (SELECT FROM socu.network_room k
        WHERE k.room = r) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'there is no room "%"', unknown USING ERRCODE = 'invalid_parameter_value',
            HINT = 'Rooms of a network: ' || (SELECT string_agg(room, ', ' ORDER BY room)
                FROM socu.network_room) || '.';
    END IF;
    RETURN (WITH RECURSIVE wanted(room) AS (
                SELECT k.room FROM socu.network_room k WHERE rooms IS NULL OR k.room = ANY (rooms) OR k.room = 'network'
                UNION
                SELECT n.need COLLATE "C" FROM wanted w JOIN socu.network_room k
                    USING (room), unnest(k.needs) AS n(need))
            SELECT array_agg(room ORDER BY room) FROM wanted);
END $$;
COMMENT ON FUNCTION socu.network_rooms(text[]) IS
'The rooms asked for (NULL: all) and those that they need. Error: 22023.';

CREATE FUNCTION socu.network_pending(rooms text[], had text[], after_step int4, with_facts bool)
    RETURNS SETOF socu.network_step
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 300
BEGIN ATOMIC
    SELECT * FROM socu.network_step t
    WHERE t.room = ANY (rooms)
      AND CASE t.kind WHEN 'table' THEN t.step > after_step OR t.room <> ALL (had)
                      WHEN 'facts' THEN with_facts AND t.room <> ALL (had)
                      ELSE true END
    ORDER BY array_position('{table,set,facts}', t.kind), t.step, t.ordinal;
END;
COMMENT ON FUNCTION socu.network_pending(text[], text[], int4, bool) IS
'The statements of the template that a network of some rooms lacks, having had some of them up to a step: steps, then '
'the set, then the facts of new rooms if wanted, in the order in which they are run.';

CREATE FUNCTION socu.network_openings(network oid) RETURNS TABLE (in_schema text, role text, owns bool)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    WITH trusted AS (
        SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolsuper OR r.rolname = current_user
        UNION ALL
        -- a superuser takes nothing from anybody else
        SELECT x.role
        FROM pg_catalog.pg_roles r, (SELECT e.extowner FROM pg_catalog.pg_extension e WHERE e.extname = 'socu'
                                     UNION ALL SELECT d.datdba FROM pg_catalog.pg_database d
                                     WHERE d.datname = current_database()) x (role)
        WHERE r.rolname = current_user AND NOT r.rolsuper
    ), place AS (
        SELECT n.* FROM pg_catalog.pg_namespace n
        WHERE n.oid = network OR n.nspname = 'socu'
           OR n.oid = (SELECT e.extnamespace FROM pg_catalog.pg_extension e WHERE e.extname = 'socu')
    ), creator AS (
        SELECT p.nspname, p.nspowner AS role, true AS owns FROM place p
        UNION ALL
        SELECT p.nspname, a.grantee, false FROM place p CROSS JOIN aclexplode(p.nspacl) a
        WHERE a.privilege_type = 'CREATE' AND a.grantee <> p.nspowner
    ), person AS (
        SELECT c.nspname, c.owns, CASE WHEN c.role::regrole::text = 'pg_database_owner'
                                       THEN (SELECT d.datdba FROM pg_catalog.pg_database d
                                             WHERE d.datname = current_database())
                                       ELSE c.role END AS role
        FROM creator c
    )
    SELECT quote_ident(p.nspname), CASE p.role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.role)) END,
           p.owns
    FROM person p WHERE p.role NOT IN (SELECT t.oid FROM trusted t);
END;
COMMENT ON FUNCTION socu.network_openings(oid) IS
'Who else may create objects (owns: because the schema is theirs) in the schema of the extension, in socu or in the '
'network itself: a function of theirs could fit a call of the template better than ours. Superusers, the acting role '
'and, unless that is a superuser, the owners of the extension and of the database are trusted.';

CREATE FUNCTION socu.network_refuse_open(network oid) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    opening record;
BEGIN
    SELECT * INTO opening FROM socu.network_openings(network) o
    ORDER BY o.owns, o.in_schema COLLATE "C", o.role COLLATE "C" LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'schema % is open to others', opening.in_schema
            USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = format('%s may create objects in it. A function that fits a call of the template better than ours '
                            'would run with the rights of role %I.',
                            CASE opening.role WHEN 'PUBLIC' THEN 'Everybody' ELSE 'Role ' || opening.role END,
                            current_user),
            HINT = CASE WHEN opening.owns
                        THEN format('The schema is theirs: make the network as role %s.', opening.role)
                        ELSE format('REVOKE CREATE ON SCHEMA %s FROM %s;', opening.in_schema, opening.role) END;
    END IF;
END $$;
COMMENT ON FUNCTION socu.network_refuse_open(oid) IS
'Refuses to run the template while others may create objects where it looks for names: see network_openings. Error: '
'55000.';

CREATE FUNCTION socu.network_run(network oid, rooms text[], had text[], after_step int4, with_facts bool) RETURNS int4
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    s record;
    statements int := 0;
BEGIN
    PERFORM socu.network_refuse_open(network);
    FOR s IN SELECT * FROM socu.network_pending(rooms, had, after_step, with_facts) LOOP
        PERFORM socu.network_execute(network, s.statement, s.source || '.sql, line ' || s.line);
        statements := statements + 1;
    END LOOP;
    RETURN statements;
END $$;
COMMENT ON FUNCTION socu.network_run(oid, text[], text[], int4, bool) IS
'Runs network_pending in a schema. Returns the number of statements.';

CREATE FUNCTION socu.network_digests(objects jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(jsonb_object_agg(concat(o ->> 'kind', ' ', o ->> 'object'), md5(concat(o ->> 'shape', E'\n',
        o ->> 'body'))), '{}')
    FROM jsonb_array_elements(objects) AS o;
END;
COMMENT ON FUNCTION socu.network_digests(jsonb) IS
'Objects as network_described tells them, by name, with a digest of their definitions.';

CREATE FUNCTION socu.network_described(network oid) RETURNS jsonb
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'object', o.object, 'class', o.class, 'id', o.id,
                                                 'shape', o.shape, 'body', o.body)), '[]')
    FROM socu.network_objects(network) o;
END;
COMMENT ON FUNCTION socu.network_described(oid) IS 'network_objects as one value.';

CREATE FUNCTION socu.network_refuse_strangers(network oid, template jsonb) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    strangers text;
BEGIN
    SELECT string_agg(s, E'\n' ORDER BY s COLLATE "C") INTO strangers
        FROM socu.network_strangers(network, template) AS s;
    IF strangers IS NOT NULL THEN
        RAISE EXCEPTION 'the network would depend on objects of somebody else'
            USING ERRCODE = 'dependent_objects_still_exist',
            DETAIL = strangers,
            HINT = 'Remove or rename these objects, and let nobody else create objects in the schema of the extension.';
    END IF;
END $$;
COMMENT ON FUNCTION socu.network_refuse_strangers(oid, jsonb) IS
'Looks whether objects of the template refer to strangers. Error: 2BP01.';

CREATE FUNCTION socu.network_stamp(network oid, rooms text[], facts text) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    template jsonb := socu.network_digests(socu.network_described(network));
BEGIN
    PERFORM socu.network_refuse_strangers(network, template);
    EXECUTE format('INSERT INTO %I.network (version, rooms, facts, server, objects, fact_digests)
                    VALUES ($1, $2, $3, $4, $5, $6)',
                   (SELECT nspname FROM pg_namespace WHERE oid = network))
        USING socu.network_latest(), rooms, facts, current_setting('server_version_num')::int / 10000, template,
              socu.network_fact_digests(network, template);
END $$;
COMMENT ON FUNCTION socu.network_stamp(oid, text[], text) IS
'Ends the making of a network: looks whether its objects refer to strangers and writes its one row. Error: 2BP01.';

CREATE FUNCTION socu.network_marker_guard() RETURNS trigger
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    mark record;
BEGIN
    IF TG_WHEN <> 'BEFORE' OR (TG_OP = 'TRUNCATE') <> (TG_LEVEL = 'STATEMENT')
       OR NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = TG_RELID AND a.attname = 'version'
                      AND a.atttypid = 'socu.network_version'::regtype) THEN
        RAISE EXCEPTION 'function "network_marker_guard" guards a network''s table "network" BEFORE changes'
            USING ERRCODE = 'trigger_protocol_violated';
    ELSIF TG_OP = 'UPDATE' THEN
        RETURN NEW;
    ELSIF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'the one row of "%.network" says what the network is and cannot be removed', TG_TABLE_SCHEMA
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'DROP SCHEMA ... CASCADE removes a network.';
    END IF;
    EXECUTE format('SELECT version, rooms FROM ONLY %s', TG_RELID::regclass) INTO mark;
    IF mark.version IS NULL THEN
        RETURN NEW;
    ELSIF (mark.version, mark.rooms) IS DISTINCT FROM (NEW.version, NEW.rooms) THEN
        RAISE EXCEPTION 'rows of a network of version % cannot be loaded into one of version %', NEW.version,
            mark.version
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = format('Its rooms: %s; rooms here: %s.', array_to_string(NEW.rooms, ', '),
                      array_to_string(mark.rooms, ', ')),
                  HINT = 'Restore the whole dump into a database without this network, then upgrade it.';
    END IF;
    -- Data alone are restored into a network that was made empty: its row takes over what the dumped one says.
    EXECUTE format('UPDATE ONLY %s SET facts = $1, server = $2, objects = $3, fact_digests = $4', TG_RELID::regclass)
        USING NEW.facts, NEW.server, NEW.objects, NEW.fact_digests;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION socu.network_marker_guard() IS
'Trigger of a network''s table "network": it keeps its one row; the row of a dump of the same version and rooms is '
'merged into it. Error: 55000.';

CREATE FUNCTION socu.network_facts_version() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'socu';
END;
COMMENT ON FUNCTION socu.network_facts_version() IS
'Version of the extension, which is that of the facts that it ships.';

CREATE FUNCTION socu.create_network(name name, rooms text[] DEFAULT NULL, facts bool DEFAULT true) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    made oid;
    chosen text[] := socu.network_rooms(rooms);
    objects jsonb;
    what text;
BEGIN
    PERFORM socu.network_name_check(name);
    IF socu.network_creating_extension() THEN
        RAISE EXCEPTION 'a network cannot be made by the script of an extension'
            USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Its records would belong to that extension: call create_network afterwards.';
    END IF;
    EXECUTE format('CREATE SCHEMA %I', name);
    made := (SELECT oid FROM pg_namespace WHERE nspname = name);
    PERFORM socu.network_run(made, chosen, '{}', 0, coalesce(facts, true));
    PERFORM socu.network_stamp(made, chosen, CASE WHEN coalesce(facts, true) THEN socu.network_facts_version() END);
    EXECUTE format('SELECT objects FROM %I.network', name) INTO objects;
    SELECT string_agg(format('%s %s%s', n, kind, CASE WHEN n > 1
        THEN 's' END), ', ' ORDER BY kind COLLATE "C") INTO what
    FROM (SELECT split_part(object, ' ', 1) AS kind, count(*) AS n FROM jsonb_object_keys(objects) AS object
          WHERE split_part(object, ' ', 1) IN ('table', 'view', 'function', 'trigger') GROUP BY 1) k;
    RAISE NOTICE 'network "%" of rooms %: %', name, array_to_string(chosen, ', '), what;
END $$;
COMMENT ON FUNCTION socu.create_network(name, text[], bool) IS
'Makes a network: a schema with tables, views, functions and triggers of the rooms (default: all) and those that '
'they need, owned by the caller, who needs CREATE on the database; facts => false leaves out the rows that ship. '
'Errors: 42602 name, 42P06 schema exists, 22023 room, 2BP01 strangers.';

CREATE FUNCTION socu.network_script(name name, rooms text[] DEFAULT NULL, facts bool DEFAULT true) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    chosen text[] := socu.network_rooms(rooms);
BEGIN
    PERFORM socu.network_name_check(name);
    RETURN concat(
        'BEGIN;', E'\n', 'CREATE SCHEMA ', name, E';\n',
        'SET LOCAL search_path = ', name, ', ',
        (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
         WHERE e.extname = 'socu'), E', socu, pg_temp;\n',
        (SELECT string_agg(format(E'\n-- %s.sql, line %s\n%s;\n', t.source, t.line, t.statement), ''
                           ORDER BY t.n)
         FROM socu.network_pending(chosen, '{}', 0, coalesce(facts, false)) WITH ORDINALITY
             AS t(ordinal, room, step, kind, source, line, statement, n)),
        format(E'\nSELECT socu.network_stamp(%L::pg_catalog.regnamespace, %L, ', name, chosen),
        CASE WHEN facts THEN 'socu.network_facts_version()' ELSE 'NULL' END, E');\nCOMMIT;\n');
END $$;
COMMENT ON FUNCTION socu.network_script(name, text[], bool) IS 'What create_network would run, as text for psql.';

-- ---- looking at them ----

CREATE FUNCTION socu.network_marker(marker oid, OUT version int4, OUT rooms text[], OUT facts text)
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.network_marker(oid) IS 'The row of a network about itself; nulls for who may not read it.';

CREATE VIEW socu.networks WITH (security_invoker = true) AS
SELECT n.nspname AS network, pg_get_userbyid(c.relowner) AS owner, m.version, socu.network_latest() AS latest, m.rooms,
    m.facts
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relname = 'network'
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_'
CROSS JOIN LATERAL socu.network_marker(c.oid) m
WHERE a.atttypid = 'socu.network_version'::regtype AND a.attname = 'version' AND NOT a.attisdropped;
COMMENT ON VIEW socu.networks IS 'The networks of this database.';
COMMENT ON COLUMN socu.networks.network IS 'Name of the network, which is that of its schema.';
COMMENT ON COLUMN socu.networks.owner IS 'Role that owns it.';
COMMENT ON COLUMN socu.networks.version IS
'Last step of the template that it has; null for who may not read its table "network".';
COMMENT ON COLUMN socu.networks.latest IS
'Last step of the installed template: if it is greater, upgrade_network brings the network up to it.';
COMMENT ON COLUMN socu.networks.rooms IS 'Its rooms.';
COMMENT ON COLUMN socu.networks.facts IS 'Version of the extension whose facts were copied into it; null if none were.';
GRANT SELECT ON socu.networks TO PUBLIC;

CREATE FUNCTION socu.rename_network(old_name name, new_name name) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM socu.network_oid(old_name), socu.network_name_check(new_name);
    EXECUTE format('ALTER SCHEMA %I RENAME TO %I', old_name, new_name);
END $$;
COMMENT ON FUNCTION socu.rename_network(name, name) IS
'ALTER SCHEMA ... RENAME with a look at the new name; the network itself does not know its name. Errors: 3F000, '
'42602, 42P06.';

-- ---- what differs from a new one ----

CREATE FUNCTION socu.network_fresh(rooms text[]) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    scratch text := 'socu_fresh_' || pg_backend_pid();
    fresh oid;
    described jsonb;
BEGIN
    BEGIN
        EXECUTE format('CREATE SCHEMA %I', scratch);
        fresh := (SELECT oid FROM pg_namespace WHERE nspname = scratch);
        PERFORM socu.network_run(fresh, rooms, '{}', 0, false);
        described := socu.network_described(fresh);
        RAISE SQLSTATE 'SN000';
    EXCEPTION WHEN SQLSTATE 'SN000' THEN
        NULL; -- what was made is gone, the description stays
    END;
    RETURN described;
END $$;
COMMENT ON FUNCTION socu.network_fresh(text[]) IS 'What a network made now would hold: one is made and undone.';

CREATE FUNCTION socu.network_owner_only(network oid) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_user <> (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE oid = network) THEN
        RAISE EXCEPTION 'only the owner works on a network' USING ERRCODE = 'insufficient_privilege',
            HINT = 'socu.check_network and socu.upgrade_network work as the owner.';
    END IF;
END $$;
COMMENT ON FUNCTION socu.network_owner_only(oid) IS
'Refuses everybody but the owner of a network: what he hangs on his objects must not run with the rights of another '
'role. Error: 42501.';

CREATE FUNCTION socu.network_differences(schema text, fresh jsonb, here jsonb, recorded jsonb, current bool)
    RETURNS TABLE (object text, kind text, difference text, severity text, way_out text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    WITH f AS (SELECT x.*, recorded ->> concat(x.kind, ' ', x.object) AS digest
               FROM jsonb_to_recordset(fresh) AS x(kind text, object text, shape text, body text)),
    a AS (SELECT x.* FROM jsonb_to_recordset(here) AS x(kind text, object text, shape text, body text))
    SELECT f.object, f.kind, 'missing', 'error',
           CASE WHEN f.kind IN ('view', 'function', 'trigger', 'policy')
                THEN format('SELECT * FROM socu.upgrade_network(%L)', schema)
                WHEN f.kind = 'index' THEN regexp_replace(f.body, ' ON (ONLY )?', format(' ON %s.', schema))
                WHEN f.kind = 'row security'
                THEN format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', schema, f.object)
                WHEN f.kind = 'constraint'
                THEN format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', schema, split_part(f.object, '.', 1),
                            split_part(f.object, '.', 2), f.body)
                ELSE format('restore it from a dump; SELECT socu.network_script(%L) shows how it is made', schema) END
    FROM f WHERE NOT EXISTS (SELECT FROM a WHERE a.kind = f.kind AND a.object = f.object) AND (current
        OR f.digest IS NOT NULL)
    UNION ALL
    SELECT f.object, f.kind,
           CASE WHEN f.kind = 'trigger' AND a.shape = 'D' THEN 'disabled'
                WHEN f.shape <> a.shape AND current THEN translate(format('changed: %s instead of %s', a.shape,
                    f.shape), E'\n', ' ')
                ELSE 'changed' END,
           CASE WHEN f.kind IN ('trigger', 'constraint', 'policy') THEN 'error' ELSE 'warning' END,
           CASE WHEN f.kind IN ('view', 'function', 'trigger', 'policy')
                THEN format('SELECT * FROM socu.upgrade_network(%L, overwrite => true)', schema)
                ELSE 'change it back: ' || concat_ws(' ', f.shape, f.body) END
    FROM f JOIN a ON a.kind = f.kind AND a.object = f.object AND (a.shape <> f.shape OR a.body <> f.body)
    WHERE current OR f.digest <> md5(concat(a.shape, E'\n', a.body))
    UNION ALL
    SELECT a.object, a.kind, 'the site''s own', 'info', 'none needed'
    FROM a WHERE NOT EXISTS (SELECT FROM f WHERE a.kind = f.kind AND a.object = f.object);
END;
COMMENT ON FUNCTION socu.network_differences(text, jsonb, jsonb, jsonb, bool) IS
'How the objects of a network, as network_described tells them, differ from those of a new one. A network of an older '
'version is compared with what it was when it was made or upgraded: recorded has its digests.';

CREATE FUNCTION socu.network_strange_owners(network oid, schema text, fresh jsonb)
    RETURNS TABLE (object text, kind text, difference text, severity text, way_out text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT c.relname, 'table', format('owned by %s, not by the owner of the network', pg_get_userbyid(c.relowner)),
           'error', format('ALTER TABLE %I.%I OWNER TO %I', schema, c.relname, pg_get_userbyid(n.nspowner))
    FROM jsonb_to_recordset(fresh) AS f(kind text, object text)
    JOIN pg_catalog.pg_class c ON c.relnamespace = network AND c.relname = f.object
    JOIN pg_catalog.pg_namespace n ON n.oid = network
    WHERE f.kind IN ('table', 'view') AND c.relowner <> n.nspowner;
END;
COMMENT ON FUNCTION socu.network_strange_owners(oid, text, jsonb) IS
'Tables and views of a network that belong to somebody else than the network.';

CREATE FUNCTION socu.network_findings(network oid, schema text, fresh jsonb, mark jsonb, latest int4)
    RETURNS TABLE (object text, kind text, difference text, severity text, way_out text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT schema, 'network', format('version %s, latest is %s', mark ->> 'version', latest), 'warning',
           format('SELECT * FROM socu.upgrade_network(%L)', schema)
    WHERE (mark ->> 'version')::int4 <> latest
    UNION ALL
    SELECT d.object, d.kind, d.difference, d.severity, d.way_out
    FROM socu.network_differences(schema, fresh, socu.network_described(network), mark -> 'objects',
                                  (mark ->> 'version')::int4 = latest) d
    UNION ALL
    SELECT o.object, o.kind, o.difference, o.severity, o.way_out
    FROM socu.network_strange_owners(network, schema, fresh) o
    UNION ALL
    SELECT o.in_schema, 'schema', format('%s may create objects in it', o.role), 'error',
           format('REVOKE CREATE ON SCHEMA %s FROM %s', o.in_schema, o.role)
    FROM socu.network_openings(network) o WHERE o.in_schema = quote_ident(schema) AND NOT o.owns
    UNION ALL
    SELECT s, 'dependency', 'refers to a stranger''s object', 'error',
           format('remove or rename the object that it refers to, then SELECT * FROM socu.upgrade_network(%L)', schema)
    FROM socu.network_strangers(network, socu.network_digests(fresh)) AS s;
END;
COMMENT ON FUNCTION socu.network_findings(oid, text, jsonb, jsonb, int4) IS
'What is to be said against a network whose marker has one row: its version, objects, owners, and who else has a hand '
'in it.';

CREATE FUNCTION socu.network_check_run(network oid, options jsonb) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    schema text := (SELECT nspname FROM pg_namespace WHERE oid = network);
    mark record;
    markers int;
    fresh jsonb;
BEGIN
    PERFORM socu.network_owner_only(network);
    EXECUTE format('SELECT count(*) FROM %I.network', schema) INTO markers;
    IF markers <> 1 THEN
        RETURN jsonb_build_array(jsonb_build_object('object', 'network', 'kind', 'table', 'difference',
            format('%s rows instead of one', markers),
            'severity', 'error', 'way_out', 'restore the row of the table from a dump'));
    END IF;
    EXECUTE format('SELECT version, rooms, objects FROM %I.network', schema) INTO mark;
    fresh := socu.network_fresh(mark.rooms);
    RETURN (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY array_position('{error,warning,info}', d.severity),
                                      d.kind COLLATE "C", d.object COLLATE "C"), '[]')
            FROM socu.network_findings(network, schema, fresh, to_jsonb(mark), socu.network_latest()) d);
END $$;
COMMENT ON FUNCTION socu.network_check_run(oid, jsonb) IS
'check_network, with the rights of the owner of the network: called by network_as_owner alone.';

CREATE FUNCTION socu.check_network(network name)
    RETURNS TABLE (object text, kind text, difference text, severity text, way_out text)
    LANGUAGE sql VOLATILE PARALLEL UNSAFE ROWS 10
BEGIN ATOMIC
    SELECT x.object, x.kind, x.difference, x.severity, x.way_out
    FROM jsonb_to_recordset(socu.network_as_owner(socu.network_oid(network), 'check', '{}'))
         AS x(object text, kind text, difference text, severity text, way_out text);
END;
COMMENT ON FUNCTION socu.check_network(name) IS
'What differs from a network made now, with a severity (error, warning, info) and a way out. The caller has to be '
'allowed to become the owner, who needs CREATE on the database: a network is made for comparison and undone. Errors: '
'3F000, 42501.';

-- ---- upgrading ----

CREATE FUNCTION socu.network_dependants(network oid, changed jsonb)
    RETURNS TABLE (class oid, id oid, depth int4, kind text, object text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    WITH RECURSIVE reach(class, id, depth) AS (
        SELECT c.class, c.id, 0 FROM jsonb_to_recordset(changed) AS c(class oid, id oid)
        UNION
        -- what depends on a view depends on its rule: go on from the view that has the rule
        SELECT CASE WHEN r.oid IS NULL THEN d.classid ELSE 'pg_catalog.pg_class'::regclass END, coalesce(r.ev_class,
            d.objid), reach.depth + 1
        FROM reach JOIN pg_catalog.pg_depend d ON d.refclassid = reach.class AND d.refobjid = reach.id AND d.deptype
            IN ('n', 'a', 'i')
        LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND r.oid = d.objid
            AND r.rulename = '_RETURN'
        WHERE coalesce(r.ev_class, d.objid) <> reach.id AND reach.depth < 100
    )
    SELECT r.class, r.id, max(r.depth), o.kind, o.object
    FROM reach r
    LEFT JOIN socu.network_objects(network) o
      ON o.class = r.class AND o.id = r.id AND o.kind IN ('view', 'function', 'trigger', 'policy')
    LEFT JOIN pg_catalog.pg_type t ON r.class = 'pg_catalog.pg_type'::regclass AND t.oid = r.id
    -- the row type of a view and its array go with the view
    WHERE t.oid IS NULL OR t.typtype NOT IN ('c', 'b') OR t.typrelid = 0 AND t.typelem = 0
    GROUP BY r.class, r.id, o.kind, o.object;
END;
COMMENT ON FUNCTION socu.network_dependants(oid, jsonb) IS
'Objects (class, id) and everything that depends on them, at which depth; kind and object of what the set makes '
'anew.';

CREATE FUNCTION socu.network_obstacles(network oid, recorded jsonb, fresh jsonb, same_server bool, overwrite bool)
    RETURNS SETOF text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    WITH f AS (SELECT * FROM jsonb_to_recordset(fresh) AS x(kind text, object text, shape text, body text)),
    a AS (SELECT o.*, recorded ->> concat(o.kind, ' ', o.object) AS digest FROM socu.network_objects(network) o)
    -- what the site made where the template now makes something
    SELECT format('%s %s is the site''s own, and the template now has one of that name: rename yours', f.kind, f.object)
    FROM f JOIN a ON a.kind = f.kind AND a.object = f.object
    WHERE a.digest IS NULL
    UNION ALL
    -- one name, two kinds: a table of the site where a view is to stand
    SELECT format('%s %s is the site''s own, and the template now has a %s of that name: rename yours', a.kind,
        a.object, f.kind)
    FROM f JOIN a ON a.object = f.object AND a.kind <> f.kind
    WHERE f.kind IN ('table', 'view', 'sequence', 'index') AND a.kind IN ('table', 'view', 'sequence', 'index')
        AND a.digest IS NULL
    UNION ALL
    -- what the site changed and the set would replace
    SELECT format('%s %s was changed by the site and would be replaced: keep yours under another name, '
                  'then upgrade with overwrite => true',
                  f.kind, f.object)
    FROM f JOIN a ON a.kind = f.kind AND a.object = f.object
    WHERE same_server AND NOT overwrite AND f.kind IN ('view', 'function', 'trigger', 'policy')
      AND a.digest <> md5(concat(a.shape, E'\n', a.body)) AND (a.shape, a.body) <> (f.shape, f.body);
END;
COMMENT ON FUNCTION socu.network_obstacles(oid, jsonb, jsonb, bool, bool) IS
'What of the site''s own an upgrade would run into or replace, one sentence each.';

CREATE FUNCTION socu.network_changed_shapes(network oid, fresh jsonb) RETURNS jsonb
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    -- CREATE OR REPLACE adds columns to the end of a view and changes no arguments nor result of a function
    SELECT coalesce(jsonb_agg(jsonb_build_object('class', a.class, 'id', a.id)), '[]')
    FROM jsonb_to_recordset(fresh) AS f(kind text, object text, shape text)
    JOIN socu.network_objects(network) a ON a.kind = f.kind AND a.object = f.object
    WHERE f.kind = 'function' AND f.shape <> a.shape
       OR f.kind = 'view' AND f.shape <> a.shape AND NOT starts_with(f.shape, a.shape || ', ');
END;
COMMENT ON FUNCTION socu.network_changed_shapes(oid, jsonb) IS
'Views and functions that cannot be replaced in place, as (class, id).';

CREATE FUNCTION socu.network_grants(class oid, id oid) RETURNS SETOF text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    WITH acl(rank, object, privilege, column_name, grantee, grantable) AS (
        SELECT 1, 'TABLE ' || id::regclass, x.privilege_type, '', x.grantee, x.is_grantable
        FROM pg_catalog.pg_class c, aclexplode(c.relacl) x
        WHERE network_grants.class = 'pg_catalog.pg_class'::regclass AND c.oid = network_grants.id
            AND x.grantee <> c.relowner
        UNION ALL
        SELECT 1, 'TABLE ' || id::regclass, x.privilege_type, format(' (%I)', a.attname), x.grantee, x.is_grantable
        FROM pg_catalog.pg_attribute a, aclexplode(a.attacl) x
        WHERE network_grants.class = 'pg_catalog.pg_class'::regclass AND a.attrelid = network_grants.id
        UNION ALL
        SELECT 1, 'ROUTINE ' || id::regprocedure, x.privilege_type, '', x.grantee, x.is_grantable
        FROM pg_catalog.pg_proc p, aclexplode(p.proacl) x
        WHERE network_grants.class = 'pg_catalog.pg_proc'::regclass AND p.oid = network_grants.id
            AND x.grantee <> p.proowner)
    SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', id::regprocedure)
    FROM pg_catalog.pg_proc p
    WHERE network_grants.class = 'pg_catalog.pg_proc'::regclass AND p.oid = network_grants.id AND p.proacl IS NOT NULL
    UNION ALL
    SELECT format('GRANT %s%s ON %s TO %s%s', privilege, column_name, object,
                  CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                  CASE WHEN grantable THEN ' WITH GRANT OPTION' END)
    FROM acl;
END;
COMMENT ON FUNCTION socu.network_grants(oid, oid) IS
'The rights on a view or function, as statements that give them again.';

CREATE FUNCTION socu.network_drop(network oid, class oid, id oid, kind text) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- never with CASCADE: what still depends on it stops the upgrade
    CASE kind
        WHEN 'view' THEN EXECUTE format('DROP VIEW %s', id::regclass);
        WHEN 'function' THEN EXECUTE format('DROP ROUTINE %s', id::regprocedure);
        WHEN 'trigger' THEN EXECUTE (SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger
            WHERE oid = id);
        WHEN 'policy' THEN EXECUTE (SELECT format('DROP POLICY %I ON %s', polname, polrelid::regclass) FROM pg_policy
            WHERE oid = id);
    END CASE;
END $$;
COMMENT ON FUNCTION socu.network_drop(oid, oid, oid, text) IS 'Drops what the set makes anew.';

CREATE FUNCTION socu.network_stuck(network oid, recorded jsonb, template jsonb, changed jsonb) RETURNS SETOF text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT format('%s depends on what has to be made anew: drop it, and make it again after the upgrade',
                  pg_describe_object(x.class, x.id, 0))
    FROM socu.network_dependants(network, changed) x
    WHERE x.kind IS NULL OR NOT recorded ? concat(x.kind, ' ', x.object)
       OR NOT template ? concat(x.kind, ' ', x.object);
END;
COMMENT ON FUNCTION socu.network_stuck(oid, jsonb, jsonb, jsonb) IS
'Objects that depend on changed ones and that the set does not make anew, one sentence each.';

CREATE FUNCTION socu.network_drop_changed(network oid, changed jsonb, OUT dropped jsonb, OUT grants text[])
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    d record;
BEGIN
    dropped := '[]';
    grants := '{}';
    FOR d IN SELECT * FROM socu.network_dependants(network, changed) ORDER BY depth DESC, id DESC LOOP
        grants := grants || ARRAY(SELECT g FROM socu.network_grants(d.class, d.id) AS g);
        PERFORM socu.network_drop(network, d.class, d.id, d.kind);
        dropped := dropped || jsonb_build_object('what', 'made anew', 'object', d.kind || ' ' || d.object);
    END LOOP;
END $$;
COMMENT ON FUNCTION socu.network_drop_changed(oid, jsonb) IS
'Drops what has to be made anew and what depends on it. Returns what that was, and the statements that give the '
'rights on it again.';

CREATE FUNCTION socu.network_restamp(network oid, rooms text[], mark jsonb, template jsonb) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    objects jsonb := (SELECT jsonb_object_agg(key, value)
                      FROM jsonb_each(socu.network_digests(socu.network_described(network))) WHERE template ? key);
BEGIN
    PERFORM socu.network_refuse_strangers(network, objects);
    -- what was known of the facts before stays known; those of new rooms are added
    EXECUTE format('UPDATE %I.network SET version = $1, server = $2, objects = $3, rooms = $4, fact_digests = $5',
                   (SELECT nspname FROM pg_namespace WHERE oid = network))
        USING socu.network_latest(), current_setting('server_version_num')::int / 10000, objects, rooms,
              CASE WHEN to_jsonb(rooms) = mark -> 'rooms' THEN mark -> 'fact_digests'
                   ELSE socu.network_facts_known(network, objects, mark -> 'fact_digests') END;
END $$;
COMMENT ON FUNCTION socu.network_restamp(oid, text[], jsonb, jsonb) IS
'Ends an upgrade as network_stamp ends the making of a network. Error: 2BP01.';

CREATE FUNCTION socu.network_upgrade_do(network oid, overwrite bool, dry_run bool, more text[]) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    schema text := (SELECT nspname FROM pg_namespace WHERE oid = network);
    latest int := socu.network_latest();
    mark record;
    rooms text[];
    fresh jsonb;
    template jsonb;
    changed jsonb;
    obstacles text[];
    did jsonb;
    grants text[];
    again text;
    statements int;
BEGIN
    PERFORM socu.network_owner_only(network);
    EXECUTE format('SELECT * FROM %I.network FOR UPDATE', schema) INTO STRICT mark;
    IF mark.version > latest THEN
        RAISE EXCEPTION 'network "%" has version %, and the installed template ends at %', schema, mark.version, latest
            USING ERRCODE = 'object_not_in_prerequisite_state',
                HINT = 'Update the extension first: ALTER EXTENSION socu UPDATE.';
    END IF;
    rooms := socu.network_rooms(mark.rooms || more);
    fresh := socu.network_fresh(rooms);
    template := socu.network_digests(fresh);
    changed := socu.network_changed_shapes(network, fresh);
    obstacles := ARRAY(SELECT o FROM socu.network_obstacles(network, mark.objects, fresh,
                              mark.server = current_setting('server_version_num')::int / 10000,
                                  overwrite) AS o ORDER BY o COLLATE "C")
              || ARRAY(SELECT s FROM socu.network_stuck(network, mark.objects, template, changed) AS s
                       ORDER BY s COLLATE "C");
    IF obstacles <> '{}' AND dry_run THEN
        RETURN (SELECT jsonb_agg(jsonb_build_object('what', 'in the way', 'object', o)) FROM unnest(obstacles) AS o);
    ELSIF obstacles <> '{}' THEN
        RAISE EXCEPTION 'network "%" cannot be upgraded: objects of the site are in the way', schema
            USING ERRCODE = 'dependent_objects_still_exist', DETAIL = array_to_string(obstacles, E'\n'),
                  HINT = 'Nothing was changed. Move these objects out of the way and upgrade again.';
    END IF;
    SELECT * INTO did, grants FROM socu.network_drop_changed(network, changed);
    did := did || (SELECT coalesce(jsonb_agg(jsonb_build_object('what', format('step %s', t.step),
                                                               'object', format('%s.sql, line %s', t.source, t.line))
                                             ORDER BY t.step, t.ordinal), '[]')
                   FROM socu.network_pending(rooms, mark.rooms, mark.version, false) t WHERE t.kind = 'table');
    statements := socu.network_run(network, rooms, mark.rooms, mark.version, mark.facts IS NOT NULL);
    FOREACH again IN ARRAY grants LOOP
        PERFORM socu.network_execute(network, again, 'rights given before');
    END LOOP;
    PERFORM socu.network_restamp(network, rooms, to_jsonb(mark), template);
    RETURN did || jsonb_build_object('what', 'set', 'object', format('%s statements, version %s to %s', statements,
        mark.version, latest));
END $$;
COMMENT ON FUNCTION socu.network_upgrade_do(oid, bool, bool, text[]) IS
'Upgrades a network and gives it more rooms, or says what is in the way.';

CREATE FUNCTION socu.network_upgrade_run(network oid, options jsonb) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    more text[] := ARRAY(SELECT jsonb_array_elements_text(options -> 'rooms'));
    did jsonb;
BEGIN
    IF NOT (options ->> 'dry_run')::bool THEN
        RETURN socu.network_upgrade_do(network, (options ->> 'overwrite')::bool, false, more);
    END IF;
    BEGIN
        did := socu.network_upgrade_do(network, (options ->> 'overwrite')::bool, true, more);
        RAISE SQLSTATE 'SN000';
    EXCEPTION WHEN SQLSTATE 'SN000' THEN
        NULL; -- everything is undone, what it would have done is known
    END;
    RETURN did;
END $$;
COMMENT ON FUNCTION socu.network_upgrade_run(oid, jsonb) IS
'upgrade_network, with the rights of the owner of the network: called by network_as_owner alone.';

CREATE FUNCTION socu.upgrade_network(network name, dry_run bool DEFAULT false, overwrite bool DEFAULT false,
                                     rooms text[] DEFAULT '{}')
    RETURNS TABLE (what text, object text)
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF socu.network_creating_extension() THEN
        RAISE EXCEPTION 'a network cannot be upgraded by the script of an extension'
            USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'What it makes would belong to that extension: call upgrade_network afterwards.';
    END IF;
    RETURN QUERY
        SELECT x.what, x.object
        FROM jsonb_to_recordset(socu.network_as_owner(socu.network_oid(network), 'upgrade',
                                jsonb_build_object('dry_run', coalesce(dry_run, false), 'overwrite',
                                    coalesce(overwrite, false), 'rooms', coalesce(rooms, '{}'))))
             AS x(what text, object text);
END $$;
COMMENT ON FUNCTION socu.upgrade_network(name, bool, bool, text[]) IS
'Brings a network up to the installed template: the missing steps, then views, functions, triggers, comments and '
'rights, as the owner of the network, whom the caller has to be allowed to become. dry_run says what it would do, or '
'what is in the way; overwrite replaces what the site changed; rooms are added to those that it has. Objects of the '
'site stay, nothing is dropped with CASCADE. Errors: 2BP01 in the way, 22023 room, 3F000, 42501, 55000.';
