-- end/tables: what the shape of a table decides, for all rooms at once.  No room keeps a list of its tables.
--
--   a column "shipped"        a reference table: rows of the extension beside rows of the site.  Everybody reads it; a
--                             trigger keeps the rows of the extension as they are; those of the site are dumped.
--   no such column, empty     a record table: the site's alone.  It is dumped, and so are the sequences.
--   no such column, rows      what the script has filled belongs to this version of the extension: it is not dumped.
--   a trigger rules_changed   sessions hold the rows in memory.  It fires whatever session_replication_role says, so
--                             that rows that a subscription brings are seen too.

DO $$
DECLARE
    r record;
    filled boolean;
BEGIN
    FOR r IN
        SELECT c.oid::regclass AS name, c.relkind,
               EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'shipped') AS reference
        FROM pg_class c WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind IN ('r', 'S')
        ORDER BY c.relname COLLATE "C"
    LOOP
        IF r.relkind = 'S' THEN
            PERFORM pg_extension_config_dump(r.name, '');
        ELSIF r.reference THEN
            -- concat() prints: a cast could be somebody's, once the owner has given the column a type with a cast of
            -- his, and it would run with the rights of whoever dumps
            PERFORM pg_extension_config_dump(r.name, 'WHERE concat(shipped) = ''f''');
            EXECUTE format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON %s
                            FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', r.name);
            EXECUTE format('CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON %s
                            FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard()', r.name);
            EXECUTE format('GRANT SELECT ON %s TO PUBLIC', r.name);
        ELSE
            EXECUTE format('SELECT EXISTS (SELECT FROM %s)', r.name) INTO filled;
            IF NOT filled THEN
                PERFORM pg_extension_config_dump(r.name, '');
            END IF;
        END IF;
    END LOOP;
    FOR r IN SELECT t.tgrelid::regclass AS name, t.tgname FROM pg_trigger t
             WHERE t.tgfoid = 'socu.rules_changed()'::regprocedure LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', r.name, r.tgname);
    END LOOP;
END
$$;
