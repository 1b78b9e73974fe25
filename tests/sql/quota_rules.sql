-- quota: bulk, preferences, who may change what, scopes, borrowing, advisory lines, explanations.
BEGIN;
\set SHOW_CONTEXT never
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
RESET client_min_messages;
SET LOCAL search_path = sco, public;
CREATE FUNCTION pg_temp.used(code text) RETURNS text LANGUAGE sql AS $$
    SELECT format('%s+%s of %s', trim_scale(s.held), trim_scale(s.consumed), coalesce(trim_scale(s."limit")::text, '-')) FROM quota_status s WHERE s.code = used.code $$;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE c text; d text; m text;
BEGIN
    EXECUTE statement;
    RETURN 'ok';
EXCEPTION WHEN integrity_constraint_violation THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME, d = PG_EXCEPTION_DETAIL, m = MESSAGE_TEXT;
    RETURN format('%s: %s; %s', c, regexp_replace(m, 'mobility \d+', 'mobility N'), d);
END $$;

-- 15 bulk: 100 lines of 20 seats, 25 nominations each, in rank order: 2000 find a seat, 500 wait
INSERT INTO quota (code, receiving_institution, seats, waitlist) SELECT 'b' || i, 'b' || i || '.example', 20, true FROM generate_series(1, 100) i;
CREATE TEMP TABLE file AS SELECT i AS line, 1 + i % 100 AS q, i % 7 AS score FROM generate_series(1, 2500) i;
CREATE TEMP TABLE report AS SELECT * FROM mobility_nominate_bulk((
    SELECT jsonb_agg(jsonb_build_object('student', 's' || line, 'sending_state', 'KZ', 'receiving_state', 'RU', 'receiving_institution',
        'b' || q || '.example', 'starts_on', '2024-09-01', 'rank_score', score) ORDER BY line) FROM file), 'best_effort', 'waitlist');
SELECT status, line IS NOT NULL AS names_line, reason, count(*) FROM report GROUP BY 1, 2, 3 ORDER BY 1;
SELECT held, count(*) FROM quota_status WHERE code LIKE 'b%' GROUP BY 1;
-- the same as one by one in rank order
SELECT count(*) AS differ FROM (SELECT f.*, row_number() OVER (PARTITION BY q ORDER BY score DESC, line) <= 20 AS expected FROM file f) f
JOIN mobility m ON m.student = 's' || f.line WHERE f.expected <> (m.status = 'submitted');
SELECT count(*) AS ledger_entries FROM quota_ledger l JOIN quota q USING (quota_id) WHERE q.code LIKE 'b%' AND l.reason = 'INSERT mobility';
-- a duplicate of a person and a full line without a waiting list are reported; all_or_nothing leaves nothing
INSERT INTO quota (code, receiving_institution, seats) VALUES ('c', 'c.example', 1);
CREATE TEMP TABLE wishes AS SELECT jsonb_agg(jsonb_build_object('student', v.s, 'sending_state', 'KZ', 'receiving_state', 'RU',
    'receiving_institution', v.r, 'starts_on', '2024-09-01', 'ends_on', '2024-12-31')) AS list
FROM (VALUES ('d1', 'c.example'), ('d1', 'e.example'), ('d2', 'c.example'), ('d3', 'e.example')) v(s, r);
SELECT ordinal, mobility_id IS NOT NULL AS stored, status, line, reason FROM wishes, mobility_nominate_bulk(list, 'best_effort');
DELETE FROM mobility WHERE student LIKE 'd_';
SELECT pg_temp.try('SELECT mobility_nominate_bulk(list) FROM wishes');
SELECT count(*) FROM mobility WHERE student LIKE 'd_';
-- one statement is all or nothing, and one change of each counter
INSERT INTO quota (code, receiving_state, seats) VALUES ('set', 'IN', 100);
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) SELECT 'i' || i, 'KZ', 'IN', '2024-09-01' FROM generate_series(1, 60) i;
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, starts_on) SELECT 'j' || i, 'KZ', 'IN', '2024-09-01' FROM generate_series(1, 41) i$$);
SELECT pg_temp.used('set'), count(*), sum(l.rows) FROM quota_ledger l JOIN quota q USING (quota_id) WHERE q.code = 'set' AND reason <> 'opening';

-- wishes: who gets a higher one leaves the lists of the lower ones
INSERT INTO quota (code, receiving_institution, seats, waitlist) VALUES ('w1', 'w1.example', 1, true), ('w2', 'w2.example', 1, true);
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, status, application, preference) VALUES
    ('x', 'KZ', 'RU', 'w1.example', '2024-09-01', 'accepted', NULL, NULL), ('y', 'KZ', 'RU', 'w2.example', '2024-09-01', 'accepted', NULL, NULL),
    ('z', 'KZ', 'RU', 'w1.example', '2024-09-01', 'waitlisted', 'z-2024', 1), ('z', 'KZ', 'RU', 'w2.example', '2024-09-01', 'waitlisted', 'z-2024', 2),
    ('v', 'KZ', 'RU', 'w2.example', '2024-09-01', 'waitlisted', NULL, NULL);
UPDATE mobility SET status = 'cancelled' WHERE student = 'x';
SELECT preference, status, reason FROM mobility WHERE student = 'z' ORDER BY 1;
UPDATE mobility SET status = 'cancelled' WHERE student = 'y';
SELECT student, status FROM mobility WHERE student = 'v';

-- order of a waiting list: priority class, score, time, key
INSERT INTO quota (code, receiving_institution, seats, waitlist) VALUES ('o', 'o.example', 1, true);
-- the owner loads rows with their times, as a restore does
SET LOCAL row_security = off;
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, status, priority_class, rank_score, submitted_at) VALUES
    ('o0', 'KZ', 'RU', 'o.example', '2024-09-01', 'accepted', 0, 0, '2024-01-01'), ('o4', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 1, 99, '2024-01-01'),
    ('o3', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 50, '2024-03-02'), ('o2', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 50, '2024-03-01'),
    ('o1', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 60, '2024-05-01');
SET LOCAL row_security = on;
UPDATE quota SET seats = 3 WHERE code = 'o';
SELECT student, status FROM mobility WHERE student LIKE 'o_' ORDER BY 1;

-- who may change what
SELECT pg_temp.try($$UPDATE mobility SET status = 'arrived' WHERE student = 'o1'$$);
SET LOCAL socu.acting_party = 'sender';
SELECT pg_temp.try($$UPDATE mobility SET status = 'accepted' WHERE student = 'o1'$$);
SET LOCAL socu.acting_party = 'receiver';
SELECT pg_temp.try($$UPDATE mobility SET status = 'accepted', reason = 'complete' WHERE student = 'o1'$$);
RESET socu.acting_party;
SELECT pg_temp.try($$UPDATE mobility SET student = 'other' WHERE student = 'o1'$$);
SELECT h.version, h.party, h.old_status, h.new_status, h.reason FROM mobility_history h JOIN mobility m USING (mobility_id) WHERE m.student = 'o1' ORDER BY 1;
SAVEPOINT s;
DELETE FROM mobility_history;
ROLLBACK TO s;
UPDATE quota_ledger SET held = 0;
ROLLBACK TO s;
TRUNCATE quota_ledger;
ROLLBACK TO s;

-- scopes: programme subtree, fields, levels, several lines at once
INSERT INTO quota (code, sending_state, program_code, seats) VALUES ('p', 'MN', 'RU2013:09', 5);
INSERT INTO quota (code, sending_state, fields, levels, seats) VALUES ('f', 'MN', '{ISCEDF:06,ISCEDF:0713}', '{7,8}', 5);
SELECT m.program_code, m.level, m.field, string_agg(c.code, ' ' ORDER BY c.code) AS lines
FROM (VALUES (program_code 'RU2013:09.03.02', 7::smallint, program_code 'ISCEDF:0613'), ('RU2013:10.03.01', 6, 'ISCEDF:0613'), (NULL, 8, 'ISCEDF:0713'),
             ('RU2013:09', NULL, 'ISCEDF:06'), (NULL, 7, 'ISCEDF:071'), (NULL, NULL, NULL)) m(program_code, level, field)
LEFT JOIN LATERAL quota_check('MN', 'RU', program_code => m.program_code, level => m.level, field => m.field) c ON true GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- borrowing: the child's own seats first, then what the parent has
INSERT INTO quota (code, sending_state, seats) VALUES ('pool', 'PK', 4);
INSERT INTO quota (code, parent_id, sending_state, sending_institution, seats, borrow) SELECT 'child', quota_id, 'PK', 'pk.example', 2, true FROM quota WHERE code = 'pool';
INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on) SELECT 'k' || i, 'PK', 'pk.example', 'CN', '2024-09-01' FROM generate_series(1, 3) i;
SELECT code, "limit", held, free, verdict, reason FROM quota_check('PK', 'CN', 'pk.example');
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on) SELECT 'l' || i, 'PK', 'pk.example', 'CN', '2024-09-01' FROM generate_series(1, 2) i$$);

-- advisory and unlimited lines count and let pass; a draft does not count
INSERT INTO quota (code, sending_state, seats, enforcement) VALUES ('advice', 'AF', 1, 'advisory');
INSERT INTO quota (code, sending_state, limited) VALUES ('free', 'AF', 'unlimited');
INSERT INTO quota (code, sending_state, seats, status) VALUES ('draft', 'AF', 0, 'draft');
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) SELECT 'a' || i, 'AF', 'IN', '2024-09-01' FROM generate_series(1, 3) i;
SELECT code, "limit", held, free, verdict, reason FROM quota_check('AF', 'IN');
SELECT pg_temp.used('advice'), pg_temp.used('free');
-- made hard it is over its limit, and frozen
UPDATE quota SET enforcement = 'hard' WHERE code = 'advice';
SELECT over_by, frozen FROM quota_status WHERE code = 'advice';
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('a4', 'AF', 'IN', '2024-09-01')$$);
-- a scope that changes is counted anew; a draft that opens too; a line that goes leaves the records
UPDATE quota SET sending_state = 'PK', seats = 10 WHERE code = 'advice';
SELECT pg_temp.used('advice');
UPDATE quota SET status = 'open', seats = 5 WHERE code = 'draft';
SELECT pg_temp.used('draft');
DELETE FROM quota WHERE code = 'draft';
SELECT * FROM quota_verify();

-- duties
CREATE ROLE quota_r;
CREATE ROLE quota_n;
CREATE ROLE quota_o;
SELECT quota_grant('quota_r', 'reader'), quota_grant('quota_n', 'nominator'), quota_grant('quota_o', 'officer');
SET LOCAL ROLE quota_r;
SELECT code, held FROM quota_status WHERE code = 'pool';
SAVEPOINT s;
SELECT count(*) FROM mobility;
ROLLBACK TO s;
SET LOCAL ROLE quota_n;
SELECT status, line FROM mobility_nominate('{"student": "n1", "sending_state": "KZ", "receiving_state": "RU", "receiving_institution": "w1.example", "starts_on": "2024-09-01"}', 'waitlist');
SAVEPOINT s;
UPDATE quota SET seats = 99;
ROLLBACK TO s;
SET LOCAL ROLE quota_o;
UPDATE quota SET seats = 2 WHERE code = 'w1';
RESET ROLE;
SELECT student, status FROM mobility WHERE student = 'n1';
SET LOCAL ROLE quota_o;
SAVEPOINT s;
INSERT INTO quota_slot VALUES (1, 0, 0, 0, 0, 0, 0, now());
ROLLBACK TO s;
SELECT * FROM quota_verify();
RESET ROLE;
SELECT quota_grant('quota_r', 'king');
ROLLBACK TO s;
RESET ROLE;

-- explanations
INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on, status) VALUES ('l9', 'PK', 'pk.example', 'CN', '2024-09-01', 'draft');
SELECT regexp_replace(quota_explain(mobility_id), '^Mobility \d+', 'Mobility …') FROM mobility WHERE student IN ('k1');
INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on) VALUES ('l8', 'PK', 'pk.example', 'CN', '2024-09-01');
SELECT regexp_replace(quota_explain(mobility_id), '^Mobility \d+', 'Mobility …') FROM mobility WHERE student = 'l9';
SELECT quota_explain(-1);
ROLLBACK;
