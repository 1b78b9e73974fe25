-- quota/rights: what the duties of a role need.

REVOKE ALL ON FUNCTION quota_check(text, text, text, text, text, text, text, text, integer, program_code, program_code,
                                   text, text, date, numeric, numeric, numeric),
    quota_check(mobility), quota_usage(bigint), quota_applies(mobility, bigint), quota_audit(), quota_verify(),
    quota_queue(bigint), quota_explain(bigint), quota_allocation(bigint[]), mobility_nominate(jsonb, text),
    mobility_nominate_bulk(jsonb, text, text), mobility_expire(timestamptz), nomination_dates(jsonb),
    nomination_repeated(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_grant(role_name name, duty text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    f regprocedure;
    tables text := 'mobility_status, mobility_transition, quota, quota_scheme, quota_status, quota_guarded, '
        'quota_guard_status';
    functions text[] := '{quota_check,quota_usage,quota_applies}';
BEGIN
    IF duty NOT IN ('reader', 'nominator', 'officer') THEN
        RAISE EXCEPTION 'there is no duty "%"', duty
            USING ERRCODE = 'invalid_parameter_value', HINT = 'The duties are reader, nominator and officer.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
    EXECUTE format('GRANT SELECT ON %s TO %I', tables, role_name);
    IF duty = 'nominator' THEN
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON mobility TO %I', role_name);
        functions := functions || '{quota_explain,quota_queue,mobility_nominate,mobility_nominate_bulk,nomination_dates,
                                  nomination_repeated}'::text[];
    ELSIF duty = 'officer' THEN
        EXECUTE format('GRANT SELECT ON mobility, mobility_history, quota_ledger TO %I', role_name);
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON quota, quota_scheme TO %I', role_name);
        EXECUTE format('GRANT UPDATE (status, reason) ON mobility TO %I', role_name);
        functions := functions
            || '{quota_explain,quota_verify,quota_audit,quota_carry_over,mobility_expire,waitlist_promote}'::text[];
    END IF;
    FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = current_schema() AND p.proname = ANY (functions) LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', f, role_name);
    END LOOP;
END $$;
COMMENT ON FUNCTION quota_grant(name, text) IS
'Gives a role what its duty needs: reader (lines and their usage), nominator (also nominations), officer (also changes '
'lines and sees the ledger). Run it as the owner of the network. Who may see which nominations is yours to say, with '
'row security on mobility. Errors: 22023, 42704.';
REVOKE ALL ON FUNCTION quota_grant(name, text) FROM PUBLIC;
