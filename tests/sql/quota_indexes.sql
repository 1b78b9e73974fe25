-- quota: what an owner may add to the tables that the guard writes below SQL, and what is refused with a clear error.
BEGIN;
\set SHOW_CONTEXT never
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
RESET client_min_messages;
SET LOCAL search_path = sco, public;
INSERT INTO quota (code, sending_state, seats, slots) VALUES ('i', 'KZ', 1000, 2);
INSERT INTO quota (code, sending_state, seats, unit) VALUES ('p', 'KG', 10, 'persons');
CREATE PROCEDURE pg_temp.nominate(tag text, n int, sender text DEFAULT 'KZ') LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1..n LOOP
        INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES (tag || i, sender, 'RU', '2024-09-01');
    END LOOP;
END $$;
-- how many entries, by index and by the table
CREATE FUNCTION pg_temp.seen(query text, OUT by_index bigint, OUT by_table bigint) LANGUAGE plpgsql AS $$
BEGIN
    SET LOCAL enable_seqscan = off;
    EXECUTE query INTO by_index;
    SET LOCAL enable_seqscan = on;
    SET LOCAL enable_indexscan = off;
    SET LOCAL enable_bitmapscan = off;
    SET LOCAL enable_indexonlyscan = off;
    EXECUTE query INTO by_table;
    RESET enable_indexscan;
    RESET enable_bitmapscan;
    RESET enable_indexonlyscan;
END $$;
SAVEPOINT s;

-- the ledger: expression, partial, plain, unique, BRIN and GIN
CREATE INDEX ledger_actor ON quota_ledger (lower(actor));
CALL pg_temp.nominate('expression', 3);
SELECT * FROM pg_temp.seen('SELECT count(*) FROM quota_ledger WHERE lower(actor) = lower(session_user::text) AND held = 100');
CREATE INDEX ledger_partial ON quota_ledger (record_id) WHERE held > 0;
CALL pg_temp.nominate('partial', 3);
UPDATE mobility SET status = 'withdrawn' WHERE student = 'partial2';
SELECT * FROM pg_temp.seen('SELECT count(record_id) FROM quota_ledger WHERE held > 0 AND record_id > 0');
CREATE INDEX ledger_plain ON quota_ledger (quota_id, at);
CREATE INDEX ledger_brin ON quota_ledger USING brin (at);
CREATE INDEX ledger_gin ON quota_ledger USING gin (to_tsvector('simple', reason));
CREATE UNIQUE INDEX ledger_unique ON quota_ledger (quota_id, record_id, held, at, rows);
CALL pg_temp.nominate('all', 3);
SELECT * FROM pg_temp.seen($$SELECT count(*) FROM quota_ledger WHERE at > '2000-01-01' AND held = 100$$);
SELECT * FROM pg_temp.seen($$SELECT count(*) FROM quota_ledger WHERE to_tsvector('simple', reason) @@ 'mobility'$$);
-- a unique index that a second entry breaks refuses it
CREATE UNIQUE INDEX ledger_once ON quota_ledger (lower(reason), record_id) WHERE record_id IS NOT NULL;
UPDATE mobility SET status = 'accepted' WHERE student = 'all1';
\set VERBOSITY terse
UPDATE mobility SET status = 'cancelled' WHERE student = 'all1';
\set VERBOSITY default
ROLLBACK TO s;

-- the expression of an index runs with the rights of its owner, under a path on which nobody else can plant a name
CREATE ROLE regress_socu_nominator;
SELECT quota_grant('regress_socu_nominator', 'nominator');
CREATE FUNCTION pg_temp.probe(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN concat(current_user = 'regress_socu_nominator', ' ', current_setting('search_path'));
END $$;
CREATE INDEX ledger_probe ON quota_ledger ((pg_temp.probe(actor)));
SET LOCAL ROLE regress_socu_nominator;
SET LOCAL search_path = public;
INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on) VALUES ('probe', 'KZ', 'RU', '2024-09-01');
SELECT current_user, current_setting('search_path') AS path;
RESET ROLE;
SELECT count(*) FROM sco.quota_ledger WHERE pg_temp.probe(actor) IS NOT NULL AND held = 100;
SET LOCAL enable_seqscan = off;
SELECT count(*) AS as_nominator FROM sco.quota_ledger WHERE pg_temp.probe(actor) LIKE 't%';
ROLLBACK TO s;

-- the ledger with a column more, with a trigger, a rule, row security, a CHECK: written as by SQL
ALTER TABLE quota_ledger ADD COLUMN seen boolean NOT NULL DEFAULT false;
ALTER TABLE quota_ledger ADD COLUMN twice bigint GENERATED ALWAYS AS (held * 2) STORED;
CALL pg_temp.nominate('column', 2);
SELECT held, seen, twice FROM quota_ledger WHERE held <> 0;
ALTER TABLE quota_ledger DROP COLUMN seen;
CALL pg_temp.nominate('dropped', 1);
SELECT count(*), sum(twice) FROM quota_ledger WHERE held <> 0;
ROLLBACK TO s;
CREATE TABLE pg_temp.copy (LIKE quota_ledger);
CREATE FUNCTION pg_temp.copy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO pg_temp.copy SELECT NEW.*; RETURN NULL; END $$;
CREATE TRIGGER copy AFTER INSERT ON quota_ledger FOR EACH ROW EXECUTE FUNCTION pg_temp.copy();
CALL pg_temp.nominate('trigger', 2);
SELECT count(*) AS copied FROM pg_temp.copy;
ROLLBACK TO s;
ALTER TABLE quota_ledger ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CALL pg_temp.nominate('security', 2);
ALTER TABLE quota_ledger ADD CONSTRAINT no_more CHECK (rows < 2);
CALL pg_temp.nominate('check', 1);
\set VERBOSITY terse
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('c1', 'KZ', 'RU', '2024-09-01'), ('c2', 'KZ', 'RU', '2024-09-01');
ROLLBACK TO s;

-- the counters: indexes of every kind are kept up
CREATE INDEX slot_held ON quota_slot (held);
CREATE INDEX slot_expression ON quota_slot ((held + consumed));
CREATE INDEX slot_partial ON quota_slot (quota_id) WHERE held >= 300;
CREATE INDEX slot_brin ON quota_slot USING brin (held);
CALL pg_temp.nominate('slot', 6);
UPDATE mobility SET status = 'accepted' WHERE student = 'slot3';
SELECT * FROM pg_temp.seen('SELECT sum(held) FROM quota_slot WHERE held > 0');
SELECT * FROM pg_temp.seen('SELECT sum(held + consumed) FROM quota_slot WHERE held + consumed > 0');
SELECT * FROM pg_temp.seen('SELECT count(*) FROM quota_slot WHERE held >= 300 AND quota_id > 0');
SELECT * FROM quota_verify();
UPDATE quota SET seats = 2000 WHERE code = 'i';
SELECT quota_rebuild();
SELECT * FROM pg_temp.seen('SELECT sum(held) FROM quota_slot WHERE held > 0');
ROLLBACK TO s;

-- the counters: what would not be honoured is refused, with the reason
\set VERBOSITY default
ALTER TABLE quota_slot ADD COLUMN note text DEFAULT 'x';
CALL pg_temp.nominate('added', 1);
ROLLBACK TO s;
\set VERBOSITY terse
ALTER TABLE quota_slot ADD COLUMN note text DEFAULT 'x';
SELECT held FROM quota_usage((SELECT quota_id FROM quota WHERE code = 'i'));
ROLLBACK TO s;
ALTER TABLE quota_slot DROP COLUMN since;
CALL pg_temp.nominate('dropped', 1);
ROLLBACK TO s;
ALTER TABLE quota_slot ALTER COLUMN held TYPE numeric;
CALL pg_temp.nominate('type', 1);
ROLLBACK TO s;
ALTER TABLE quota_slot ADD CHECK (held < 100);
CALL pg_temp.nominate('check', 1);
ROLLBACK TO s;
CREATE RULE nothing AS ON UPDATE TO quota_slot DO INSTEAD NOTHING;
CALL pg_temp.nominate('rule', 1);
ROLLBACK TO s;
CREATE FUNCTION pg_temp.nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER nothing BEFORE UPDATE ON quota_slot FOR EACH ROW EXECUTE FUNCTION pg_temp.nothing();
CALL pg_temp.nominate('trigger', 1);
ROLLBACK TO s;
ALTER TABLE quota_slot REPLICA IDENTITY NOTHING;
CALL pg_temp.nominate('identity', 1);
SET LOCAL client_min_messages = error;
CREATE PUBLICATION regress_socu FOR TABLE quota_slot;
CALL pg_temp.nominate('published', 1);
ROLLBACK TO s;
ALTER TABLE quota_slot REPLICA IDENTITY FULL, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CALL pg_temp.nominate('full', 2);
SELECT held FROM quota_usage((SELECT quota_id FROM quota WHERE code = 'i'));
ROLLBACK TO s;

-- the persons: indexes, columns and policies are SQL's own
CREATE INDEX person_upper ON quota_person (upper(person)) WHERE held > 0;
ALTER TABLE quota_person ADD COLUMN note text DEFAULT 'x', ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CALL pg_temp.nominate('person', 3, 'KG');
SELECT * FROM pg_temp.seen($$SELECT count(*) FROM quota_person WHERE upper(person) LIKE 'PERSON%' AND upper(person) >= '' AND held > 0$$);
SELECT person, held, note FROM quota_person ORDER BY 1;
CREATE RULE nothing AS ON INSERT TO quota_person DO INSTEAD NOTHING;
CALL pg_temp.nominate('rule', 1, 'KG');
ROLLBACK TO s;
SELECT * FROM quota_verify();
ROLLBACK;
