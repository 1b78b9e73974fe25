-- quota/rights: what the duties of a role need.

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = 'socu' AND p.proname IN (
                 'quota_check', 'quota_usage', 'quota_applies', 'quota_audit', 'quota_verify', 'quota_queue',
                 'quota_explain', 'quota_allocation', 'mobility_nominate', 'mobility_nominate_bulk', 'mobility_expire',
                 'nomination_dates',
                 'nomination_repeated') LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;

CREATE FUNCTION socu.quota_grant(role_name name, duty text) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    f regprocedure;
    tables text := 'socu.quota, socu.quota_scheme, socu.quota_status, socu.quota_guarded';
    functions text[] := '{quota_check,quota_usage,quota_applies}';
BEGIN
    IF duty NOT IN ('reader', 'nominator', 'officer') THEN
        RAISE EXCEPTION 'there is no duty "%"', duty
            USING ERRCODE = 'invalid_parameter_value', HINT = 'The duties are reader, nominator and officer.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA socu TO %I', role_name);
    EXECUTE format('GRANT SELECT ON %s TO %I', tables, role_name);
    IF duty = 'nominator' THEN
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON socu.mobility TO %I', role_name);
        functions := functions || '{quota_explain,quota_queue,mobility_nominate,mobility_nominate_bulk,nomination_dates,
                                  nomination_repeated}'::text[];
    ELSIF duty = 'officer' THEN
        EXECUTE format('GRANT SELECT ON socu.mobility, socu.mobility_history, socu.quota_ledger TO %I', role_name);
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON socu.quota, socu.quota_scheme TO %I', role_name);
        EXECUTE format('GRANT UPDATE (state, reason) ON socu.mobility TO %I', role_name);
        functions := functions
            || '{quota_explain,quota_verify,quota_audit,quota_carry_over,mobility_expire,waitlist_promote}'::text[];
    END IF;
    FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = 'socu' AND p.proname = ANY (functions) LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', f, role_name);
    END LOOP;
END $$;
COMMENT ON FUNCTION socu.quota_grant(name, text) IS
'Gives a role what its duty needs: reader (lines and their usage), nominator (also nominations), officer (also changes '
'lines and sees the ledger). Run it as the owner of the extension. Who may see which nominations is yours to say, with '
'row security on mobility. Errors: 22023, 42704.';
REVOKE ALL ON FUNCTION socu.quota_grant(name, text) FROM PUBLIC;
