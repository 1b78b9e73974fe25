-- Slots: the rows of a counter are found again wherever they go, and nothing is counted twice or lost on the way.
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
SET search_path = public, sco;
CREATE TABLE slot_seat (seat_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, host text NOT NULL);
SELECT quota_attach('slot_seat', '{"receiving_institution": "host"}');
INSERT INTO quota (code, receiving_institution, seats, slots) VALUES ('slot-one', 'one.example', 1500, 1), ('slot-many', 'many.example', 1500, 40);
CREATE FUNCTION pg_temp.take(place text, n int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1..n LOOP
        INSERT INTO slot_seat (host) VALUES (place);
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.page(line text) RETURNS bigint LANGUAGE sql AS $$
    SELECT split_part(trim('()' FROM s.ctid::text), ',', 1)::bigint FROM quota_slot s JOIN quota q USING (quota_id) WHERE q.code = line AND s.slot = 0 $$;

-- In one transaction no version can be pruned: the page fills, and the row goes to another one.
SELECT pg_temp.page('slot-one') AS page_before \gset
SELECT pg_temp.take('one.example', 1000);
SELECT pg_temp.page('slot-one') <> :page_before AS moved;
SELECT held, consumed, free FROM quota_status WHERE code = 'slot-one';
-- the index leads to it
SET enable_seqscan = off;
SELECT count(*), (sum(s.consumed) / 100)::int AS consumed FROM quota_slot s JOIN quota q USING (quota_id) WHERE q.code = 'slot-one';
RESET enable_seqscan;
-- this session and a new one
SELECT pg_temp.take('one.example', 1);
\c -
SET client_min_messages = warning;
SET search_path = public, sco;
INSERT INTO slot_seat (host) VALUES ('one.example');
SELECT held, consumed, free FROM quota_status WHERE code = 'slot-one';

-- an index of the owner on the counters themselves
CREATE INDEX slot_other ON quota_slot (consumed);
INSERT INTO slot_seat (host) VALUES ('one.example');
DELETE FROM slot_seat WHERE seat_id = (SELECT max(seat_id) FROM slot_seat);
INSERT INTO slot_seat (host) VALUES ('one.example');
SET enable_seqscan = off;
SELECT count(*) FROM quota_slot s WHERE s.consumed = 100300;
RESET enable_seqscan;
DELETE FROM slot_seat WHERE seat_id = (SELECT max(seat_id) FROM slot_seat);
DROP INDEX slot_other;

-- What is rolled back was never there, however many versions it left.
BEGIN;
INSERT INTO slot_seat (host) VALUES ('one.example');
SAVEPOINT s;
INSERT INTO slot_seat (host) VALUES ('one.example');
ROLLBACK TO s;
INSERT INTO slot_seat (host) VALUES ('one.example');
SELECT consumed FROM quota_status WHERE code = 'slot-one';
ROLLBACK;
INSERT INTO slot_seat (host) VALUES ('one.example');
SELECT consumed FROM quota_status WHERE code = 'slot-one';

-- The table is written anew under a session that knows where its rows were: smaller, and in another order.
INSERT INTO quota (code, receiving_institution, seats, slots) SELECT 'slot-filler-' || i, 'filler' || i || '.example', 64, 64 FROM generate_series(1, 20) i;
INSERT INTO slot_seat (host) VALUES ('filler20.example');
DELETE FROM quota WHERE code LIKE 'slot-filler-%' AND code <> 'slot-filler-20';
VACUUM FULL quota_slot;
INSERT INTO slot_seat (host) VALUES ('filler20.example'), ('one.example'), ('many.example');
SELECT code, consumed, free FROM quota_status WHERE code LIKE 'slot-%' ORDER BY code;

-- A line of many slots: every unit can be had from one session, and not one more.
INSERT INTO slot_seat (host) SELECT 'many.example' FROM generate_series(1, 1400);
DO $$
DECLARE
    n int := 0;
BEGIN
    LOOP
        INSERT INTO slot_seat (host) VALUES ('many.example');
        n := n + 1;
    END LOOP;
EXCEPTION WHEN check_violation THEN
    RAISE WARNING '% more, then: %', n, SQLERRM;
END $$;
-- (the block was rolled back as a whole)
SELECT consumed, free FROM quota_status WHERE code = 'slot-many';
INSERT INTO slot_seat (host) SELECT 'many.example' FROM generate_series(1, 99);
INSERT INTO slot_seat (host) VALUES ('many.example');
DELETE FROM slot_seat WHERE seat_id IN (SELECT seat_id FROM slot_seat WHERE host = 'many.example' LIMIT 1);
INSERT INTO slot_seat (host) VALUES ('many.example');
SELECT consumed, free FROM quota_status WHERE code = 'slot-many';
SELECT * FROM quota_verify();
-- another index of the owner is kept up as well
CREATE INDEX slot_test ON quota_ledger (quota_id, at);
DELETE FROM slot_seat WHERE host = 'one.example';
SET enable_seqscan = off;
SELECT (sum(l.consumed) / 100)::int AS consumed FROM quota_ledger l JOIN quota q USING (quota_id) WHERE q.code = 'slot-one';
RESET enable_seqscan;
DROP INDEX slot_test;
SELECT * FROM quota_verify();

DROP TABLE slot_seat;
DROP SCHEMA sco CASCADE;
