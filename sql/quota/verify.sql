-- quota/verify: do the counters say what the records say.

CREATE OR REPLACE FUNCTION quota_audit(OUT quota_id bigint, OUT code text, OUT slots integer, OUT counter_slots integer,
    OUT held numeric, OUT consumed numeric, OUT record_held numeric, OUT record_consumed numeric,
    OUT ledger_held numeric, OUT ledger_consumed numeric,
    OUT booking_limit numeric, OUT counter_booking_limit numeric, OUT "limit" numeric, OUT counter_limit numeric,
    OUT frozen boolean, OUT closed boolean)
    RETURNS SETOF record LANGUAGE network_c VOLATILE PARALLEL UNSAFE COST 10000 ROWS 100 AS 'quota_audit';
COMMENT ON FUNCTION quota_audit() IS
'Each line with what its counters, its ledger and the records of all guarded tables say, as of one instant. Reads '
'every record; locks nothing.';

CREATE OR REPLACE FUNCTION quota_verify(OUT quota_id bigint, OUT code text, OUT what text, OUT expected numeric,
                                  OUT found numeric)
    RETURNS SETOF record LANGUAGE sql VOLATILE PARALLEL UNSAFE COST 10000 ROWS 1
BEGIN ATOMIC
    SELECT a.quota_id, a.code, d.what, d.expected, d.found
    FROM quota_audit() a
    JOIN quota q ON q.quota_id = a.quota_id
    CROSS JOIN LATERAL (VALUES
        ('counter slots', a.slots::numeric, a.counter_slots::numeric),
        ('held: records and counters', a.record_held, a.held),
        ('consumed: records and counters', a.record_consumed, a.consumed),
        ('held: ledger and counters', a.ledger_held, a.held),
        ('consumed: ledger and counters', a.ledger_consumed, a.consumed),
        ('booking limit: line and counters', a.booking_limit,
         CASE WHEN q.limited = 'limited' THEN a.counter_booking_limit END),
        ('limit: line and counters', a."limit", CASE WHEN q.limited = 'limited' THEN a.counter_limit END),
        ('closed: line and counters', (q.status = 'closed')::int::numeric, a.closed::int::numeric)
    ) d(what, expected, found)
    WHERE d.expected IS DISTINCT FROM d.found
    UNION ALL
    SELECT a.quota_id, a.code, 'consumed above the limit'::text AS what, a.counter_limit, a.consumed
    FROM quota_audit() a JOIN quota q ON q.quota_id = a.quota_id
    WHERE q.limited = 'limited' AND q.enforcement = 'hard' AND NOT q.borrow AND NOT q.balance AND NOT a.frozen
      AND a.consumed > a.counter_limit
    UNION ALL
    SELECT a.quota_id, a.code, 'held and consumed above the booking limit'::text AS what, a.counter_booking_limit,
           a.held + a.consumed
    FROM quota_audit() a JOIN quota q ON q.quota_id = a.quota_id
    WHERE q.limited = 'limited' AND q.enforcement = 'hard' AND NOT q.borrow AND NOT q.balance AND NOT a.frozen
      AND a.held + a.consumed > a.counter_booking_limit
    UNION ALL
    SELECT c.quota_id, c.code, 'usage above the usage of its parent'::text AS what, pa.held + pa.consumed,
           ca.held + ca.consumed
    FROM quota c JOIN quota p ON p.quota_id = c.parent_id AND p.unit = c.unit
    JOIN quota_audit() ca ON ca.quota_id = c.quota_id JOIN quota_audit() pa ON pa.quota_id = p.quota_id
    WHERE ca.held + ca.consumed > pa.held + pa.consumed;
END;
COMMENT ON FUNCTION quota_verify() IS
'Recomputes every line from the records and reports every difference to the counters, the ledger and the limits; no '
'row = all is well.';

CREATE OR REPLACE FUNCTION quota_recount(quota_ids bigint[]) RETURNS void
    LANGUAGE network_c VOLATILE PARALLEL UNSAFE COST 10000 AS 'quota_recount';
COMMENT ON FUNCTION quota_recount(bigint[]) IS
'Internal: makes the counters of these lines (NULL = all) anew from the records, with writers of every guarded table '
'kept out until commit.';
REVOKE ALL ON FUNCTION quota_recount(bigint[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_rebuild() RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE COST 10000 AS $$
DECLARE
    differences bigint;
BEGIN
    -- shut writers out first, so that what is counted as a difference is what is repaired
    LOCK TABLE mobility IN SHARE ROW EXCLUSIVE MODE;
    SELECT count(*) INTO differences FROM quota_verify();
    PERFORM quota_recount(NULL);
    RETURN differences;
END $$;
COMMENT ON FUNCTION quota_rebuild() IS
'Makes all counters anew from the records of all guarded tables; returns how many differences quota_verify() saw '
'before. Writers wait until the transaction ends.';
REVOKE ALL ON FUNCTION quota_rebuild() FROM PUBLIC;
