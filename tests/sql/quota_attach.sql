-- quota_attach: a table that is already there, in its own words, in every form; partitions; other people's rights; changes of the table.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
RESET client_min_messages;
SET search_path = public, sco;
CREATE FUNCTION used(code text) RETURNS text LANGUAGE sql AS $$
    SELECT format('%s+%s of %s', trim_scale(s.held), trim_scale(s.consumed), trim_scale(s."limit")) FROM quota_status s WHERE s.code = used.code $$;
CREATE FUNCTION try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE c text; d text;
BEGIN
    EXECUTE statement;
    RETURN 'ok';
EXCEPTION WHEN integrity_constraint_violation THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME, d = PG_EXCEPTION_DETAIL;
    RETURN format('%s %s', c, d);
END $$;
INSERT INTO quota (code, sending_state, receiving_state, kind, validity, seats) VALUES
    ('KG-RU', 'KG', 'RU', 'study', '[2024-09-01,2025-09-01)', 3);

-- words and types of the user: enum, char, a domain, a timestamp; a constant for what the table does not say
CREATE TYPE phase AS ENUM ('asked', 'nominated', 'placed', 'gone');
CREATE DOMAIN land AS varchar(2);
CREATE TABLE exchange (id int PRIMARY KEY, person varchar, home char(4), host land, phase phase, first_day timestamp, note text);
INSERT INTO exchange VALUES (1, 'x1', 'KG', 'RU', 'placed', '2024-09-01 10:00', 'there before');
SELECT quota_attach('exchange', '{"key": "id", "student": "person", "sending_state": "home", "receiving_state": "host", "status": "phase",
    "starts_on": "first_day", "kind": {"constant": "study"}, "holds": ["nominated"], "consumes": ["placed", "gone"]}');
SELECT used('KG-RU');
INSERT INTO exchange VALUES (2, 'x2', 'KG', 'RU', 'nominated', '2024-10-01', NULL), (3, 'x3', 'KG', 'RU', 'asked', '2024-10-01', NULL),
    (4, 'x4', 'KG', 'CN', 'placed', '2024-10-01', NULL), (5, 'x5', 'KG', 'RU', 'placed', '2025-10-01', NULL);
SELECT used('KG-RU');
SELECT try($$UPDATE exchange SET phase = 'nominated' WHERE id = 3$$), used('KG-RU');
SELECT try($$INSERT INTO exchange VALUES (6, 'x6', 'KG', 'RU', 'placed', '2024-10-01', NULL)$$);
-- both tables take from the same line
SELECT try($$INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('m1', 'KG', 'RU', '2024-09-01')$$);
DELETE FROM exchange WHERE id = 2;
SELECT try($$INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('m1', 'KG', 'RU', '2024-09-01')$$), used('KG-RU');
DELETE FROM mobility;
-- ON CONFLICT, MERGE-like updates, COPY, an update that moves a row out of the line
INSERT INTO exchange VALUES (1, 'x1', 'KG', 'RU', 'placed', '2024-09-01', NULL) ON CONFLICT DO NOTHING;
INSERT INTO exchange VALUES (1, 'x1', 'KG', 'RU', 'placed', '2024-09-01', NULL) ON CONFLICT (id) DO UPDATE SET phase = 'asked';
SELECT used('KG-RU');
COPY exchange FROM stdin;
7	x7	KG	RU	placed	2024-09-01 00:00:00	\N
8	x8	KG	RU	placed	2024-09-01 00:00:00	\N
\.
SELECT used('KG-RU');
UPDATE exchange SET host = 'IN' WHERE id = 7;
SELECT used('KG-RU');
WITH a AS (INSERT INTO exchange VALUES (9, 'x9', 'KG', 'RU', 'placed', '2024-09-01') RETURNING id), b AS (DELETE FROM exchange WHERE id = 8 RETURNING id)
SELECT count(*) FROM a, b;
SELECT used('KG-RU');
TRUNCATE exchange;
SELECT used('KG-RU');
SELECT * FROM quota_verify();

-- the table changes: other columns are dropped and added, indexes come and go; a mapped column that is renamed is an error that says what to do
INSERT INTO exchange VALUES (1, 'x1', 'KG', 'RU', 'placed', '2024-09-01');
ALTER TABLE exchange DROP COLUMN note, ADD COLUMN remark text DEFAULT 'none', ALTER COLUMN person TYPE text;
CREATE INDEX ON exchange (host);
INSERT INTO exchange VALUES (2, 'x2', 'KG', 'RU', 'placed', '2024-09-01');
SELECT used('KG-RU');
ALTER TABLE exchange RENAME COLUMN host TO to_country;
INSERT INTO exchange VALUES (3, 'x3', 'KG', 'RU', 'placed', '2024-09-01');
ALTER TABLE exchange RENAME COLUMN to_country TO host;
INSERT INTO exchange VALUES (3, 'x3', 'KG', 'RU', 'placed', '2024-09-01');
SELECT used('KG-RU');
ALTER TABLE exchange RENAME TO exchanges;
SELECT try($$INSERT INTO exchanges VALUES (4, 'x4', 'KG', 'RU', 'placed', '2024-09-01')$$);
SELECT table_name, form, enabled FROM quota_guard_status ORDER BY 1;

-- somebody who may only insert, under row security, with another search_path
CREATE ROLE quota_clerk;
GRANT USAGE ON SCHEMA sco TO quota_clerk;
GRANT INSERT ON exchanges, mobility TO quota_clerk;
ALTER TABLE exchanges ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON exchanges FOR INSERT TO quota_clerk WITH CHECK (host = 'RU');
DELETE FROM exchanges WHERE id = 3;
SET ROLE quota_clerk;
SET search_path = pg_temp;
INSERT INTO public.exchanges VALUES (3, 'x3', 'KG', 'RU', 'placed', '2024-09-01');
INSERT INTO public.exchanges VALUES (4, 'x4', 'KG', 'RU', 'placed', '2024-09-01');
INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on) VALUES ('m2', 'KG', 'RU', '2024-09-01');
INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on) VALUES ('m2', 'KG', 'CN', '2024-09-01');
SELECT * FROM sco.quota_slot;
SET search_path = public, sco;
RESET ROLE;
SELECT used('KG-RU');
-- nobody takes seats with a table of his own
SET ROLE quota_clerk;
CREATE TEMP TABLE mine (sending_state text, receiving_state text);
CREATE TRIGGER g AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION quota_guard();
SELECT quota_attach('mine');
DROP TABLE mine;
RESET ROLE;
SELECT quota_detach('exchanges'), used('KG-RU');
SELECT quota_detach('exchanges');
DROP TABLE exchanges;
DELETE FROM mobility;
REVOKE ALL ON mobility FROM quota_clerk;
REVOKE ALL ON SCHEMA sco FROM quota_clerk;
DROP ROLE quota_clerk;

-- row form on a partitioned table: partitions by term, rows that move between them, inserts into a partition itself
CREATE TABLE stay (id int, sending_state text, receiving_state text, kind text DEFAULT 'study', starts_on date, status text) PARTITION BY RANGE (starts_on);
CREATE TABLE stay_1 PARTITION OF stay FOR VALUES FROM ('2024-09-01') TO ('2025-02-01');
CREATE TABLE stay_2 (status text, starts_on date, extra int, id int, kind text DEFAULT 'study', receiving_state text, sending_state text);
ALTER TABLE stay_2 DROP COLUMN extra;
ALTER TABLE stay ATTACH PARTITION stay_2 FOR VALUES FROM ('2025-02-01') TO ('2026-09-01');
SELECT quota_attach('stay', form => 'statement');
SELECT quota_attach('stay');
INSERT INTO stay VALUES (1, 'KG', 'RU', 'study', '2024-09-01', 'accepted');
INSERT INTO stay_2 (id, sending_state, receiving_state, starts_on, status) VALUES (2, 'KG', 'RU', '2025-02-01', 'submitted');
SELECT used('KG-RU');
UPDATE stay SET starts_on = '2025-02-01' WHERE id = 1;
SELECT used('KG-RU'), (SELECT count(*) FROM stay_2) AS in_second;
UPDATE stay SET starts_on = '2025-10-01' WHERE id = 1;
SELECT used('KG-RU');
INSERT INTO stay SELECT i, 'KG', 'RU', 'study', '2024-09-01', 'accepted' FROM generate_series(3, 4) i;
SELECT try($$INSERT INTO stay_1 VALUES (5, 'KG', 'RU', 'study', '2024-09-01', 'accepted')$$);
CREATE TABLE stay_3 PARTITION OF stay FOR VALUES FROM ('2026-09-01') TO ('2027-09-01');
SELECT try($$UPDATE stay SET starts_on = '2024-10-01' WHERE id = 1$$);
SELECT * FROM quota_verify();
DROP TABLE stay;
SELECT quota_rebuild() > 0 AS differences_of_the_dropped_table, used('KG-RU');

-- deferred form: only what the transaction does in the end counts
CREATE TABLE late (id int, sending_state text, receiving_state text, kind text, starts_on date);
SELECT quota_attach('late', form => 'deferred');
INSERT INTO late SELECT i, 'KG', 'RU', 'study', '2024-09-01' FROM generate_series(1, 3) i;
BEGIN;
INSERT INTO late VALUES (4, 'KG', 'RU', 'study', '2024-09-01');
DELETE FROM late WHERE id = 1;
COMMIT;
SELECT used('KG-RU'), count(*) FROM late;
BEGIN;
INSERT INTO late VALUES (5, 'KG', 'RU', 'study', '2024-09-01');
SELECT used('KG-RU');
COMMIT;
SELECT used('KG-RU'), count(*) FROM late;
-- asked for at once
BEGIN;
INSERT INTO late VALUES (5, 'KG', 'RU', 'study', '2024-09-01');
SET CONSTRAINTS ALL IMMEDIATE;
ROLLBACK;
-- a line is not changed over the head of changes that are not counted yet
BEGIN;
DELETE FROM late WHERE id = 2;
UPDATE quota SET kind = NULL WHERE code = 'KG-RU';
ROLLBACK;
SELECT * FROM quota_verify();
DROP TABLE late;
DELETE FROM quota;

-- wrong arguments
CREATE TABLE odd (a int, b text);
SELECT quota_attach('odd', '{"receiver": "b"}');
SELECT quota_attach('odd', '{"direction": "c"}');
SELECT quota_attach('odd', '{"starts_on": "b"}');
SELECT quota_attach('odd', '{"months": "b"}');
SELECT quota_attach('odd', form => 'sometimes');
SELECT quota_attach('quota_status');
CREATE TRIGGER g BEFORE INSERT ON odd FOR EACH ROW EXECUTE FUNCTION quota_guard();
INSERT INTO odd VALUES (1, 'x');
DROP TRIGGER g ON odd;
CREATE TRIGGER g AFTER INSERT ON odd FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
INSERT INTO quota (code, seats) VALUES ('all', 1);
INSERT INTO odd VALUES (1, 'x');
DROP TRIGGER g ON odd;
SELECT quota_attach('odd');
CREATE TRIGGER g AFTER INSERT ON odd FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
INSERT INTO odd VALUES (1, 'x');
DROP TRIGGER g ON odd;
INSERT INTO odd VALUES (1, 'x'), (2, 'x');
INSERT INTO odd VALUES (1, 'x');
SELECT used('all');
DROP TABLE odd;
DELETE FROM quota;
SET client_min_messages = warning;
DROP SCHEMA sco CASCADE;
DROP TYPE phase;
DROP DOMAIN land;
DROP FUNCTION used, try;
