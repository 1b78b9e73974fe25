-- The settings of the session as they were before the script: see sql/ground/install.sql.
DO $$
DECLARE
    setting text;
BEGIN
    FOREACH setting IN ARRAY pg_catalog.string_to_array(
        pg_catalog.ltrim(pg_catalog.current_setting('socu_install.names')), ' ') LOOP
        PERFORM pg_catalog.set_config(setting, pg_catalog.current_setting(
            pg_catalog.concat('socu_install.', pg_catalog.replace(setting, '.', '_'))), true);
    END LOOP;
END $$;
