-- quota/counter: what is counted: slots, ledger, persons.

COMMENT ON TABLE quota_slot IS
'The counters. The sums over the slots of a line are exact; a single slot says nothing. Written by the guard only; '
'read them through quota_usage(). All amounts in hundredths of the unit.';
COMMENT ON COLUMN quota_slot.quota_id IS 'The line.';
COMMENT ON COLUMN quota_slot.slot IS 'Number of the slot, from 0.';
COMMENT ON COLUMN quota_slot.flags IS '1 = frozen (limit below usage), 2 = closed.';
COMMENT ON COLUMN quota_slot.held IS
'Held by nominations under decision, hundredths; may be negative in a single slot.';
COMMENT ON COLUMN quota_slot.consumed IS
'Consumed by accepted persons, hundredths; may be negative in a single slot.';
COMMENT ON COLUMN quota_slot.book_free IS
'Room for holds and consumption together (limit x over-booking factor), hundredths.';
COMMENT ON COLUMN quota_slot.seat_free IS 'Room for consumption (limit), hundredths.';
COMMENT ON COLUMN quota_slot.since IS
'Start of the account: ledger entries with the same value add up to the counters.';

CREATE OR REPLACE FUNCTION quota_slot_restore() RETURNS trigger
    LANGUAGE network_c AS 'quota_slot_restore';
COMMENT ON FUNCTION quota_slot_restore() IS
'BEFORE INSERT trigger of quota_slot: counters that come from a dump are left out, for loading the lines and the '
'records makes them. The guard itself writes below SQL and fires no trigger. Refuses every other table. Errors: 39P01, '
'55000 for who is not restoring.';
REVOKE ALL ON FUNCTION quota_slot_restore() FROM PUBLIC;
CREATE OR REPLACE TRIGGER quota_slot_restore BEFORE INSERT ON quota_slot
    FOR EACH ROW EXECUTE FUNCTION quota_slot_restore();

COMMENT ON TABLE quota_ledger IS
'What changed the counters, append-only: one entry for each line and statement. Entries of one transaction are one '
'transfer.';
COMMENT ON COLUMN quota_ledger.quota_id IS 'The line.';
COMMENT ON COLUMN quota_ledger.since IS 'The account that the entry belongs to (quota_slot.since).';
COMMENT ON COLUMN quota_ledger.at IS 'When.';
COMMENT ON COLUMN quota_ledger.held IS 'Change of held, hundredths of the unit.';
COMMENT ON COLUMN quota_ledger.consumed IS 'Change of consumed, hundredths of the unit.';
COMMENT ON COLUMN quota_ledger.record_id IS
'The record, when the statement changed one and its table has a mapped bigint key; else NULL.';
COMMENT ON COLUMN quota_ledger.rows IS 'Records that the entry sums up.';
COMMENT ON COLUMN quota_ledger.transaction IS 'Transaction that made the change.';
COMMENT ON COLUMN quota_ledger.reason IS
'INSERT, UPDATE, DELETE with the table''s name, or opening (the counters were computed from the records).';
COMMENT ON COLUMN quota_ledger.actor IS 'Session user.';
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quota_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

COMMENT ON TABLE quota_person IS
'For lines that count persons: how many seat-bearing records a person has under the line.';
COMMENT ON COLUMN quota_person.quota_id IS 'The line.';
COMMENT ON COLUMN quota_person.person IS 'The pseudonymous key.';
COMMENT ON COLUMN quota_person.held IS 'Records that hold.';
COMMENT ON COLUMN quota_person.consumed IS 'Records that consume.';
CREATE OR REPLACE FUNCTION quota_person_restore() RETURNS trigger
    LANGUAGE network_c AS 'quota_person_restore';
COMMENT ON FUNCTION quota_person_restore() IS
'BEFORE INSERT trigger of quota_person: as quota_slot_restore(), without the refusal. It does not run within the '
'guard, which is a trigger itself. Refuses every other table. Error: 39P01.';
REVOKE ALL ON FUNCTION quota_person_restore() FROM PUBLIC;
CREATE OR REPLACE TRIGGER quota_person_restore BEFORE INSERT ON quota_person
    FOR EACH ROW WHEN (pg_catalog.pg_trigger_depth() OPERATOR(pg_catalog.=) 0)
        EXECUTE FUNCTION quota_person_restore();
