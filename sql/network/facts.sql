-- network/facts: rows that a network began with, and corrections of them that a newer version of socu brings.
--
-- A table with facts has a column "shipped".  The table "network" keeps a digest of each fact as it came: a row that
-- has another digest now, or is gone, was changed by the site and is left alone.

CREATE FUNCTION socu.network_fact_tables(network oid, template jsonb)
    RETURNS TABLE (relation oid, name text, keys text, columns text, others text[])
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT c.oid, c.relname::text,
           (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, n)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum),
           (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
              AND template ? format('column %s.%s', c.relname, a.attname)),
           ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                   AND NOT template ? format('column %s.%s', c.relname, a.attname))
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    -- a policy or a cast to jsonb of somebody else's would run with the rights of the owner
    WHERE c.relnamespace = network AND c.relkind = 'r' AND c.relowner = n.nspowner
      AND template ? format('table %s', c.relname)
      AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attname = 'shipped' AND a.atttypid = 'bool'::regtype
                    AND NOT a.attisdropped);
END;
COMMENT ON FUNCTION socu.network_fact_tables(oid, jsonb) IS
'Tables of a network that hold facts, with their key columns, the columns of the template that can be written, and '
'columns that the site has added.';

CREATE FUNCTION socu.network_fact_rows(network oid, template jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC' SET extra_float_digits = 1
AS $$
DECLARE
    t record;
    part jsonb;
    result jsonb := '{}';
BEGIN
    FOR t IN SELECT * FROM socu.network_fact_tables(network, template) LOOP
        EXECUTE format('SELECT jsonb_object_agg(%L || jsonb_build_array(%s)::text, to_jsonb(x) - $1)
                        FROM ONLY %s x WHERE x.shipped', t.name || ' ', t.keys, t.relation::regclass)
            INTO part USING t.others;
        result := result || coalesce(part, '{}');
    END LOOP;
    RETURN result;
END $$;
COMMENT ON FUNCTION socu.network_fact_rows(oid, jsonb) IS
'The facts of a schema: "table [key]" and the row, without columns that the site has added.';

CREATE FUNCTION socu.network_fact_digests(network oid, template jsonb) RETURNS jsonb
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(jsonb_object_agg(key, md5(value::text)), '{}')
    FROM jsonb_each(socu.network_fact_rows(network, template));
END;
COMMENT ON FUNCTION socu.network_fact_digests(oid, jsonb) IS
'The facts of a network: "table [key]" and a digest of the row.';

CREATE FUNCTION socu.network_facts_known(network oid, template jsonb, known jsonb) RETURNS jsonb
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT known || coalesce(jsonb_object_agg(d.key, d.value), '{}')
    FROM jsonb_each(socu.network_fact_digests(network, template)) d
    WHERE split_part(d.key, ' ', 1) NOT IN (SELECT split_part(k, ' ', 1) FROM jsonb_object_keys(known) AS k);
END;
COMMENT ON FUNCTION socu.network_facts_known(oid, jsonb, jsonb) IS
'What is known of the facts of a network, with those of tables that are new in it.';

CREATE FUNCTION socu.network_facts_shipped(network oid, template jsonb, rooms text[]) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    scratch text := 'socu_fresh_' || pg_backend_pid();
    fresh oid;
    s record;
    facts jsonb;
BEGIN
    PERFORM socu.network_refuse_open(network);
    BEGIN
        EXECUTE format('CREATE SCHEMA %I', scratch);
        fresh := (SELECT oid FROM pg_namespace WHERE nspname = scratch);
        -- keys and columns are those of the network; what is checked is checked when rows go there
        FOR s IN SELECT * FROM socu.network_fact_tables(network, template) LOOP
            EXECUTE format('CREATE TABLE %I.%I (LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED, PRIMARY KEY (%s))',
                           scratch, s.name, s.relation::regclass, s.keys);
        END LOOP;
        FOR s IN SELECT * FROM socu.network_step t WHERE t.kind = 'facts' AND t.room = ANY (rooms)
                 ORDER BY t.ordinal LOOP
            PERFORM socu.network_execute(fresh, s.statement, s.source || '.sql, line ' || s.line);
        END LOOP;
        facts := socu.network_fact_rows(fresh, template);
        RAISE SQLSTATE 'SN000';
    EXCEPTION WHEN SQLSTATE 'SN000' THEN
        NULL; -- what was made is gone, the rows are known
    END;
    RETURN facts;
END $$;
COMMENT ON FUNCTION socu.network_facts_shipped(oid, jsonb, text[]) IS
'The facts that the installed version ships for these rooms, in the columns of the network.';

CREATE FUNCTION socu.network_fact_write(network oid, template jsonb, fact text, shipped jsonb, known bool) RETURNS text
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    t record;
    key constant text := substr(fact, strpos(fact, ' ') + 1);
BEGIN
    SELECT * INTO STRICT t FROM socu.network_fact_tables(network, template) x
    WHERE x.name = split_part(fact, ' ', 1);
    IF shipped IS NULL THEN
        EXECUTE format('DELETE FROM %s x WHERE jsonb_build_array(%s)::text = $1', t.relation::regclass, t.keys)
            USING key;
        RETURN 'removed';
    ELSIF known THEN
        EXECUTE format('UPDATE %1$s x SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $2))
                        WHERE jsonb_build_array(%3$s)::text = $1', t.relation::regclass, t.columns, t.keys)
            USING key, shipped;
        RETURN 'corrected';
    END IF;
    EXECUTE format('INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)',
                   t.relation::regclass, t.columns) USING shipped;
    RETURN 'added';
EXCEPTION WHEN integrity_constraint_violation THEN
    RETURN 'kept: ' || SQLERRM;
END $$;
COMMENT ON FUNCTION socu.network_fact_write(oid, jsonb, text, jsonb, bool) IS
'Adds, corrects or (NULL) removes one fact of a network; a constraint of the network that stands against it is told.';

CREATE FUNCTION socu.network_facts_run(network oid, options jsonb) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    schema text := (SELECT nspname FROM pg_namespace WHERE oid = network);
    mark record;
    f record;
    said text;
    did jsonb := '[]';
    known jsonb;
BEGIN
    PERFORM socu.network_owner_only(network);
    EXECUTE format('SELECT * FROM %I.network FOR UPDATE', schema) INTO STRICT mark;
    IF mark.facts IS NULL THEN
        RAISE EXCEPTION 'network "%" was made without facts', schema USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Make one with facts, or enter your own.';
    ELSIF mark.version <> socu.network_latest() THEN
        RAISE EXCEPTION 'network "%" has version %, and the facts are of version %', schema, mark.version,
            socu.network_latest() USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = format('Upgrade it first: SELECT * FROM socu.upgrade_network(%L).', schema);
    END IF;
    known := mark.fact_digests;
    -- what is referred to comes first: in the order of the template, and what is withdrawn last, in the opposite one
    FOR f IN
        WITH place AS (SELECT (regexp_match(s.statement, '^INSERT INTO ([a-z_]+)'))[1] AS name, min(s.ordinal) AS n
                       FROM socu.network_step s WHERE s.kind = 'facts' GROUP BY 1)
        SELECT coalesce(s.key, k.key) AS fact, s.value AS shipped, md5(s.value::text) AS digest,
               k.key IS NOT NULL AS known, n.key IS NOT NULL AS there,
               k.value #>> '{}' IS NOT DISTINCT FROM md5(n.value::text) AS untouched
        FROM jsonb_each(socu.network_facts_shipped(network, mark.objects, mark.rooms)) s
        FULL JOIN jsonb_each(mark.fact_digests) k ON k.key = s.key
        LEFT JOIN jsonb_each(socu.network_fact_rows(network, mark.objects)) n ON n.key = coalesce(s.key, k.key)
        LEFT JOIN place p ON p.name = split_part(coalesce(s.key, k.key), ' ', 1)
        WHERE k.value #>> '{}' IS DISTINCT FROM md5(s.value::text)
        ORDER BY s.key IS NULL, CASE WHEN s.key IS NULL THEN -p.n ELSE p.n END,
                 coalesce(s.key, k.key) COLLATE "C"
    LOOP
        said := CASE WHEN f.known AND NOT f.there THEN 'kept: the site removed the row'
                     WHEN f.known AND NOT f.untouched OR NOT f.known AND f.there THEN 'kept: the site changed the row'
                     ELSE socu.network_fact_write(network, mark.objects, f.fact, f.shipped, f.known) END;
        -- what was kept is looked at again the next time, unless it is no fact any more and the site's alone
        known := CASE WHEN f.shipped IS NULL AND (said = 'removed' OR NOT f.untouched) THEN known - f.fact
                      WHEN said LIKE 'kept:%' THEN known
                      ELSE known || jsonb_build_object(f.fact, f.digest) END;
        did := did || jsonb_build_object('what', said, 'object', f.fact);
    END LOOP;
    EXECUTE format('UPDATE %I.network SET facts = $1, fact_digests = $2', schema)
        USING socu.network_facts_version(), known;
    RETURN did;
END $$;
COMMENT ON FUNCTION socu.network_facts_run(oid, jsonb) IS
'network_facts_update, with the rights of the owner of the network: called by network_as_owner alone.';

CREATE FUNCTION socu.network_facts_update(network name) RETURNS TABLE (what text, object text)
    LANGUAGE sql VOLATILE PARALLEL UNSAFE ROWS 10
BEGIN ATOMIC
    SELECT x.what, x.object
    FROM jsonb_to_recordset(socu.network_as_owner(socu.network_oid(network), 'facts', '{}')) 
        AS x (what text, object text);
END;
COMMENT ON FUNCTION socu.network_facts_update(name) IS
'Brings the facts of a network up to those of the installed version: adds, corrects and removes rows that the site has '
'not touched, and says what it did or kept. Works as the owner of the network, whom the caller has to be allowed to '
'become. Errors: 3F000, 42501, 55000.';
