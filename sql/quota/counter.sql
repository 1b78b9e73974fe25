-- quota/counter: what is counted: slots, ledger, persons.

CREATE TABLE socu.quota_slot (
    quota_id bigint NOT NULL,
    slot smallint NOT NULL,
    flags smallint NOT NULL,
    held bigint NOT NULL,
    consumed bigint NOT NULL,
    book_free bigint NOT NULL,
    seat_free bigint NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (quota_id, slot)
) WITH (fillfactor = 25);
COMMENT ON TABLE socu.quota_slot IS
'The counters. The sums over the slots of a line are exact; a single slot says nothing. Written by the guard only; '
'read them through quota_usage(). All amounts in hundredths of the unit.';
COMMENT ON COLUMN socu.quota_slot.quota_id IS 'The line.';
COMMENT ON COLUMN socu.quota_slot.slot IS 'Number of the slot, from 0.';
COMMENT ON COLUMN socu.quota_slot.flags IS '1 = frozen (limit below usage), 2 = closed.';
COMMENT ON COLUMN socu.quota_slot.held IS
'Held by nominations under decision, hundredths; may be negative in a single slot.';
COMMENT ON COLUMN socu.quota_slot.consumed IS
'Consumed by accepted persons, hundredths; may be negative in a single slot.';
COMMENT ON COLUMN socu.quota_slot.book_free IS
'Room for holds and consumption together (limit x over-booking factor), hundredths.';
COMMENT ON COLUMN socu.quota_slot.seat_free IS 'Room for consumption (limit), hundredths.';
COMMENT ON COLUMN socu.quota_slot.since IS
'Start of the account: ledger entries with the same value add up to the counters.';

CREATE FUNCTION socu.quota_slot_restore() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.quota_slot_restore() IS
'BEFORE INSERT trigger of quota_slot: counters that come from a dump replace those that loading the quotas made. The '
'guard itself writes below SQL and fires no trigger. Refuses every other table. Error: 39P01.';
REVOKE ALL ON FUNCTION socu.quota_slot_restore() FROM PUBLIC;
CREATE TRIGGER quota_slot_restore BEFORE INSERT ON socu.quota_slot
    FOR EACH ROW EXECUTE FUNCTION socu.quota_slot_restore();

CREATE TABLE socu.quota_ledger (
    quota_id bigint NOT NULL,
    since timestamptz NOT NULL,
    at timestamptz NOT NULL,
    held bigint NOT NULL,
    consumed bigint NOT NULL,
    record_id bigint,
    rows bigint NOT NULL,
    transaction xid8 NOT NULL,
    reason text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL
);
COMMENT ON TABLE socu.quota_ledger IS
'What changed the counters, append-only: one entry for each line and statement. Entries of one transaction are one '
'transfer.';
COMMENT ON COLUMN socu.quota_ledger.quota_id IS 'The line.';
COMMENT ON COLUMN socu.quota_ledger.since IS 'The account that the entry belongs to (quota_slot.since).';
COMMENT ON COLUMN socu.quota_ledger.at IS 'When.';
COMMENT ON COLUMN socu.quota_ledger.held IS 'Change of held, hundredths of the unit.';
COMMENT ON COLUMN socu.quota_ledger.consumed IS 'Change of consumed, hundredths of the unit.';
COMMENT ON COLUMN socu.quota_ledger.record_id IS
'The record, when the statement changed one and its table has a mapped bigint key; else NULL.';
COMMENT ON COLUMN socu.quota_ledger.rows IS 'Records that the entry sums up.';
COMMENT ON COLUMN socu.quota_ledger.transaction IS 'Transaction that made the change.';
COMMENT ON COLUMN socu.quota_ledger.reason IS
'INSERT, UPDATE, DELETE with the table''s name, or opening (the counters were computed from the records).';
COMMENT ON COLUMN socu.quota_ledger.actor IS 'Session user.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON socu.quota_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION socu.append_only();

CREATE TABLE socu.quota_person (
    quota_id bigint NOT NULL,
    person text COLLATE "C" NOT NULL,
    held bigint NOT NULL,
    consumed bigint NOT NULL,
    PRIMARY KEY (quota_id, person)
);
COMMENT ON TABLE socu.quota_person IS
'For lines that count persons: how many seat-bearing records a person has under the line.';
COMMENT ON COLUMN socu.quota_person.quota_id IS 'The line.';
COMMENT ON COLUMN socu.quota_person.person IS 'The pseudonymous key.';
COMMENT ON COLUMN socu.quota_person.held IS 'Records that hold.';
COMMENT ON COLUMN socu.quota_person.consumed IS 'Records that consume.';
CREATE FUNCTION socu.quota_person_restore() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.quota_person_restore() IS
'BEFORE INSERT trigger of quota_person: as quota_slot_restore(). It does not run within the guard, which is a trigger '
'itself. Refuses every other table. Error: 39P01.';
REVOKE ALL ON FUNCTION socu.quota_person_restore() FROM PUBLIC;
CREATE TRIGGER quota_person_restore BEFORE INSERT ON socu.quota_person
    FOR EACH ROW WHEN (pg_catalog.pg_trigger_depth() OPERATOR(pg_catalog.=) 0)
        EXECUTE FUNCTION socu.quota_person_restore();
