-- network: a site adds columns to any table of a network; no function of ours is in the way.  The list is the catalog's.
BEGIN;
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco');
CREATE FUNCTION pg_temp.add(into_table regclass, definition text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ADD COLUMN %s', into_table, definition);
    RETURN NULL;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLERRM;
END $$;
SELECT count(*) > 50 AS many_tables FROM pg_class WHERE relnamespace = 'sco'::regnamespace AND relkind = 'r';
SELECT c.relname, x.refused FROM pg_class c,
    LATERAL (VALUES (pg_temp.add(c.oid, 'site_plain text')), (pg_temp.add(c.oid, 'site_default text NOT NULL DEFAULT ''x''')),
                    (pg_temp.add(c.oid, 'site_volatile uuid DEFAULT gen_random_uuid()'))) x(refused)
WHERE c.relnamespace = 'sco'::regnamespace AND c.relkind = 'r' AND x.refused IS NOT NULL ORDER BY 1, 2;
-- they are the site's own business
SELECT DISTINCT kind, difference, severity FROM socu.check_network('sco') WHERE severity <> 'info';
ROLLBACK;
