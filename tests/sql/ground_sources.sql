-- ground: every row that ships names its source, and nothing that ships holds somebody's address.  All tables, by the catalog.
DO $$
DECLARE
    t record;
    r record;
    with_source int := 0;
    n bigint;
BEGIN
    FOR t IN
        SELECT c.oid::regclass AS name, EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid
                                                AND a.attname = 'source' AND NOT a.attisdropped) AS has_source
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname
    LOOP
        IF t.has_source THEN
            with_source := with_source + 1;
            EXECUTE format('SELECT count(*) FROM %s WHERE trim(source) = ''''', t.name) INTO n;
            IF n > 0 THEN
                RAISE NOTICE '%: % rows without a source', t.name, n;
            END IF;
        END IF;
        -- user@host, in any column
        FOR r IN EXECUTE format('SELECT to_jsonb(x)::text AS shown FROM %s AS x WHERE to_jsonb(x)::text ~ %L',
                                t.name, '[[:alnum:]._+-]+@[[:alnum:]-]+[.]') LOOP
            RAISE NOTICE '%: an address in %', t.name, r.shown;
        END LOOP;
    END LOOP;
    RAISE NOTICE 'at least 15 tables have a source: %', with_source >= 15;
END
$$;
-- the pattern finds what it is meant to find
SELECT v, v ~ '[[:alnum:]._+-]+@[[:alnum:]-]+[.]' AS address
FROM (VALUES ('http://someone@example.org/page'), ('someone@example.org'), ('https://example.org/@handle'), ('RU @ 2013')) AS x (v);
