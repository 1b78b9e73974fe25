-- registry/export: taking the site's rows out.

CREATE FUNCTION socu.registry_export() RETURNS SETOF text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    t text;
    columns text;
    pieces text;
    filter text;
    n bigint;
    s record;
BEGIN
    RETURN NEXT '-- The site''s rows of the registry. Load it into a database with the extension: psql -1 -f FILE';
    -- as in a dump: who recorded a row and when stays as it was
    RETURN NEXT 'SET row_security = off;';
    FOR t IN SELECT socu.registry_tables() LOOP
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
               string_agg(format('quote_nullable(%I::text)', a.attname), ' || '', '' || ' ORDER BY a.attnum),
               coalesce(max('WHERE NOT shipped') FILTER (WHERE a.attname = 'shipped'), '')
        INTO columns, pieces, filter
        FROM pg_attribute a
        WHERE a.attrelid = format('socu.%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = '';
        EXECUTE format('SELECT count(*) FROM socu.%I %s', t, filter) INTO n;
        CONTINUE WHEN n = 0;
        RETURN NEXT format('INSERT INTO socu.%I (%s) VALUES', t, columns);
        RETURN QUERY EXECUTE format('
            SELECT ''('' || %s || '')'' || CASE row_number() OVER (ORDER BY x.ctid) WHEN %s THEN '';'' ELSE '','' END
            FROM socu.%I x %s ORDER BY x.ctid', pieces, n, t, filter);
    END LOOP;
    FOR s IN SELECT q.schemaname, q.sequencename, q.last_value FROM pg_sequences q
             WHERE q.schemaname = 'socu' AND q.last_value IS NOT NULL
               AND EXISTS (SELECT FROM socu.registry_tables() r WHERE q.sequencename = r || '_seq')
             ORDER BY q.sequencename COLLATE "C" LOOP
        RETURN NEXT format('SELECT pg_catalog.setval(%L, %s);', format('socu.%I', s.sequencename), s.last_value);
    END LOOP;
    RETURN NEXT 'RESET row_security;';
END
$$;
COMMENT ON FUNCTION socu.registry_export() IS
'The site''s rows of the registry as plain SQL, a line per row: to be taken before DROP EXTENSION, which drops them. '
'psql -AtXc ''SELECT socu.registry_export()'' -o FILE.';
