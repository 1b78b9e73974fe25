-- quota/prototypes: the C functions of the room.  A network has functions of the same names in the language network_c,
-- which work on the tables beside them; those here say what their arguments and results are, and cannot be called.

CREATE FUNCTION socu.append_only() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.mobility_change() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.mobility_log() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_changed() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_guard() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_guarded_changed() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_slot_restore() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_person_restore() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_queue(quota_id bigint) RETURNS void
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.waitlist_promote(quota_id bigint, most integer) RETURNS integer
    LANGUAGE c VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_check(
    sending_state text, receiving_state text, sending_institution text, receiving_institution text, direction text,
    kind text, funding text, agreement text, level integer, program_code @extschema@.program_code,
    field @extschema@.program_code,
    status text, student text, starts_on date, terms numeric, months numeric, days numeric,
    OUT quota_id bigint, OUT code text, OUT unit text, OUT asked numeric, OUT "limit" numeric,
    OUT booking_limit numeric, OUT held numeric, OUT consumed numeric, OUT free numeric, OUT verdict text,
    OUT reason text)
    RETURNS SETOF record LANGUAGE c VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_applies(nomination record, quota_id bigint) RETURNS boolean
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_usage(quota_id bigint, OUT held numeric, OUT consumed numeric, OUT book_free numeric,
    OUT seat_free numeric, OUT frozen boolean, OUT closed boolean, OUT slots integer, OUT since timestamptz)
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_audit(OUT quota_id bigint, OUT code text, OUT slots integer, OUT counter_slots integer,
    OUT held numeric, OUT consumed numeric, OUT record_held numeric, OUT record_consumed numeric,
    OUT ledger_held numeric, OUT ledger_consumed numeric,
    OUT booking_limit numeric, OUT counter_booking_limit numeric, OUT "limit" numeric, OUT counter_limit numeric,
    OUT frozen boolean, OUT closed boolean)
    RETURNS SETOF record LANGUAGE c VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.quota_recount(quota_ids bigint[]) RETURNS void
    LANGUAGE c VOLATILE PARALLEL UNSAFE AS 'MODULE_PATHNAME', 'quota_recount_lines';

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_catalog.pg_proc p
             WHERE p.pronamespace = 'socu'::regnamespace AND p.proname IN (
                 'append_only', 'mobility_change', 'mobility_log', 'quota_changed', 'quota_guard',
                 'quota_guarded_changed', 'quota_slot_restore', 'quota_person_restore', 'quota_queue',
                 'waitlist_promote',
                 'quota_check', 'quota_applies', 'quota_usage', 'quota_audit', 'quota_recount') LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE pg_catalog.format('COMMENT ON FUNCTION %s IS %L', f,
                                  'Prototype of the function of that name in a network: see there.');
    END LOOP;
END $$;

-- ---- what holds for a session, not for a network ----

CREATE FUNCTION socu.acting_as(party text) RETURNS void
    LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.acting_as(text) IS
'Says until the end of the transaction for which party it acts: sender, receiver, system, or an empty text for not '
'said. As SET LOCAL socu.acting_party, but checked also in a session that has not yet used socu. It narrows what '
'mobility_party allows. Error: 22023.';
