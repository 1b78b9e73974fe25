-- quota: bulk, preferences, who may change what, scopes, borrowing, advisory lines, explanations.
BEGIN;
CREATE FUNCTION pg_temp.used(code text) RETURNS text LANGUAGE sql AS $$
    SELECT format('%s+%s of %s', trim_scale(s.held), trim_scale(s.consumed), coalesce(trim_scale(s."limit")::text, '-')) FROM socu.quota_status s WHERE s.code = used.code $$;
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
INSERT INTO socu.quota (code, receiving_institution, seats, waitlist) SELECT 'b' || i, 'b' || i || '.example', 20, true FROM generate_series(1, 100) i;
CREATE TEMP TABLE file AS SELECT i AS line, 1 + i % 100 AS q, i % 7 AS score FROM generate_series(1, 2500) i;
CREATE TEMP TABLE report AS SELECT * FROM socu.mobility_nominate_bulk((
    SELECT jsonb_agg(jsonb_build_object('student', 's' || line, 'sending_state', 'KZ', 'receiving_state', 'RU', 'receiving_institution',
        'b' || q || '.example', 'starts_on', '2024-09-01', 'rank_score', score) ORDER BY line) FROM file), 'best_effort', 'waitlist');
SELECT state, line IS NOT NULL AS names_line, reason, count(*) FROM report GROUP BY 1, 2, 3 ORDER BY 1;
SELECT held, count(*) FROM socu.quota_status WHERE code LIKE 'b%' GROUP BY 1;
-- the same as one by one in rank order
SELECT count(*) AS differ FROM (SELECT f.*, row_number() OVER (PARTITION BY q ORDER BY score DESC, line) <= 20 AS expected FROM file f) f
JOIN socu.mobility m ON m.student = 's' || f.line WHERE f.expected <> (m.state = 'submitted');
SELECT count(*) AS ledger_entries FROM socu.quota_ledger l JOIN socu.quota q USING (quota_id) WHERE q.code LIKE 'b%' AND l.reason = 'INSERT mobility';
-- a duplicate of a person and a full line without a waiting list are reported; all_or_nothing leaves nothing
INSERT INTO socu.quota (code, receiving_institution, seats) VALUES ('c', 'c.example', 1);
CREATE TEMP TABLE wishes AS SELECT jsonb_agg(jsonb_build_object('student', v.s, 'sending_state', 'KZ', 'receiving_state', 'RU',
    'receiving_institution', v.r, 'starts_on', '2024-09-01', 'ends_on', '2024-12-31')) AS list
FROM (VALUES ('d1', 'c.example'), ('d1', 'e.example'), ('d2', 'c.example'), ('d3', 'e.example')) v(s, r);
SELECT ordinal, mobility_id IS NOT NULL AS stored, state, line, reason FROM wishes, socu.mobility_nominate_bulk(list, 'best_effort');
DELETE FROM socu.mobility WHERE student LIKE 'd_';
SELECT pg_temp.try('SELECT socu.mobility_nominate_bulk(list) FROM wishes');
SELECT count(*) FROM socu.mobility WHERE student LIKE 'd_';
-- one statement is all or nothing, and one change of each counter
INSERT INTO socu.quota (code, receiving_state, seats) VALUES ('set', 'IN', 100);
INSERT INTO socu.mobility (student, sending_state, receiving_state, starts_on) SELECT 'i' || i, 'KZ', 'IN', '2024-09-01' FROM generate_series(1, 60) i;
SELECT pg_temp.try($$INSERT INTO socu.mobility (student, sending_state, receiving_state, starts_on) SELECT 'j' || i, 'KZ', 'IN', '2024-09-01' FROM generate_series(1, 41) i$$);
SELECT pg_temp.used('set'), count(*), sum(l.rows) FROM socu.quota_ledger l JOIN socu.quota q USING (quota_id) WHERE q.code = 'set' AND reason <> 'opening';

-- wishes: who gets a higher one leaves the lists of the lower ones
INSERT INTO socu.quota (code, receiving_institution, seats, waitlist) VALUES ('w1', 'w1.example', 1, true), ('w2', 'w2.example', 1, true);
INSERT INTO socu.mobility (student, sending_state, receiving_state, receiving_institution, starts_on, state, application, preference) VALUES
    ('x', 'KZ', 'RU', 'w1.example', '2024-09-01', 'accepted', NULL, NULL), ('y', 'KZ', 'RU', 'w2.example', '2024-09-01', 'accepted', NULL, NULL),
    ('z', 'KZ', 'RU', 'w1.example', '2024-09-01', 'waitlisted', 'z-2024', 1), ('z', 'KZ', 'RU', 'w2.example', '2024-09-01', 'waitlisted', 'z-2024', 2),
    ('v', 'KZ', 'RU', 'w2.example', '2024-09-01', 'waitlisted', NULL, NULL);
UPDATE socu.mobility SET state = 'cancelled' WHERE student = 'x';
SELECT preference, state, reason FROM socu.mobility WHERE student = 'z' ORDER BY 1;
UPDATE socu.mobility SET state = 'cancelled' WHERE student = 'y';
SELECT student, state FROM socu.mobility WHERE student = 'v';

-- order of a waiting list: priority class, score, time, key
INSERT INTO socu.quota (code, receiving_institution, seats, waitlist) VALUES ('o', 'o.example', 1, true);
-- the owner loads rows with their times, as a restore does
SET LOCAL row_security = off;
INSERT INTO socu.mobility (student, sending_state, receiving_state, receiving_institution, starts_on, state, priority_class, rank_score, submitted_at) VALUES
    ('o0', 'KZ', 'RU', 'o.example', '2024-09-01', 'accepted', 0, 0, '2024-01-01'), ('o4', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 1, 99, '2024-01-01'),
    ('o3', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 50, '2024-03-02'), ('o2', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 50, '2024-03-01'),
    ('o1', 'KZ', 'RU', 'o.example', '2024-09-01', 'waitlisted', 0, 60, '2024-05-01');
SET LOCAL row_security = on;
UPDATE socu.quota SET seats = 3 WHERE code = 'o';
SELECT student, state FROM socu.mobility WHERE student LIKE 'o_' ORDER BY 1;

-- who may change what
SELECT pg_temp.try($$UPDATE socu.mobility SET state = 'arrived' WHERE student = 'o1'$$);
SET LOCAL socu.acting_party = 'sender';
SELECT pg_temp.try($$UPDATE socu.mobility SET state = 'accepted' WHERE student = 'o1'$$);
SET LOCAL socu.acting_party = 'receiver';
SELECT pg_temp.try($$UPDATE socu.mobility SET state = 'accepted', reason = 'complete' WHERE student = 'o1'$$);
RESET socu.acting_party;
SELECT pg_temp.try($$UPDATE socu.mobility SET student = 'other' WHERE student = 'o1'$$);
SELECT h.version, h.party, h.old_state, h.new_state, h.reason FROM socu.mobility_history h JOIN socu.mobility m USING (mobility_id) WHERE m.student = 'o1' ORDER BY 1;
SAVEPOINT s;
DELETE FROM socu.mobility_history;
ROLLBACK TO s;
UPDATE socu.quota_ledger SET held = 0;
ROLLBACK TO s;
TRUNCATE socu.quota_ledger;
ROLLBACK TO s;

-- scopes: programme subtree, fields, levels, several lines at once
INSERT INTO socu.quota (code, sending_state, programme, seats) VALUES ('p', 'MN', 'RU2013:09', 5);
INSERT INTO socu.quota (code, sending_state, fields, levels, seats) VALUES ('f', 'MN', '{06,0713}', '{master,doctor}', 5);
SELECT m.programme, m.level, m.field, string_agg(c.code, ' ' ORDER BY c.code) AS lines
FROM (VALUES ('RU2013:09.03.02', 'master', '0613'), ('RU2013:10.03.01', 'bachelor', '0613'), (NULL, 'doctor', '0713'), ('RU2013:09', NULL, '06'),
             (NULL, 'master', '071'), (NULL, NULL, NULL)) m(programme, level, field)
LEFT JOIN LATERAL socu.quota_check('MN', 'RU', programme => m.programme, level => m.level, field => m.field) c ON true GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- borrowing: the child's own seats first, then what the parent has
INSERT INTO socu.quota (code, sending_state, seats) VALUES ('pool', 'PK', 4);
INSERT INTO socu.quota (code, parent_id, sending_state, sending_institution, seats, borrow) SELECT 'child', quota_id, 'PK', 'pk.example', 2, true FROM socu.quota WHERE code = 'pool';
INSERT INTO socu.mobility (student, sending_state, sending_institution, receiving_state, starts_on) SELECT 'k' || i, 'PK', 'pk.example', 'CN', '2024-09-01' FROM generate_series(1, 3) i;
SELECT code, "limit", held, free, verdict, reason FROM socu.quota_check('PK', 'CN', 'pk.example');
SELECT pg_temp.try($$INSERT INTO socu.mobility (student, sending_state, sending_institution, receiving_state, starts_on) SELECT 'l' || i, 'PK', 'pk.example', 'CN', '2024-09-01' FROM generate_series(1, 2) i$$);

-- advisory and unlimited lines count and let pass; a draft does not count
INSERT INTO socu.quota (code, sending_state, seats, enforcement) VALUES ('advice', 'AF', 1, 'advisory');
INSERT INTO socu.quota (code, sending_state, limited) VALUES ('free', 'AF', 'unlimited');
INSERT INTO socu.quota (code, sending_state, seats, status) VALUES ('draft', 'AF', 0, 'draft');
INSERT INTO socu.mobility (student, sending_state, receiving_state, starts_on) SELECT 'a' || i, 'AF', 'IN', '2024-09-01' FROM generate_series(1, 3) i;
SELECT code, "limit", held, free, verdict, reason FROM socu.quota_check('AF', 'IN');
SELECT pg_temp.used('advice'), pg_temp.used('free');
-- made hard it is over its limit, and frozen
UPDATE socu.quota SET enforcement = 'hard' WHERE code = 'advice';
SELECT over_by, frozen FROM socu.quota_status WHERE code = 'advice';
SELECT pg_temp.try($$INSERT INTO socu.mobility (student, sending_state, receiving_state, starts_on) VALUES ('a4', 'AF', 'IN', '2024-09-01')$$);
-- a scope that changes is counted anew; a draft that opens too; a line that goes leaves the records
UPDATE socu.quota SET sending_state = 'PK', seats = 10 WHERE code = 'advice';
SELECT pg_temp.used('advice');
UPDATE socu.quota SET status = 'open', seats = 5 WHERE code = 'draft';
SELECT pg_temp.used('draft');
DELETE FROM socu.quota WHERE code = 'draft';
SELECT * FROM socu.quota_verify();

-- duties
CREATE ROLE quota_r;
CREATE ROLE quota_n;
CREATE ROLE quota_o;
SELECT socu.quota_grant('quota_r', 'reader'), socu.quota_grant('quota_n', 'nominator'), socu.quota_grant('quota_o', 'officer');
SET LOCAL ROLE quota_r;
SELECT code, held FROM socu.quota_status WHERE code = 'pool';
SAVEPOINT s;
SELECT count(*) FROM socu.mobility;
ROLLBACK TO s;
SET LOCAL ROLE quota_n;
SELECT state, line FROM socu.mobility_nominate('{"student": "n1", "sending_state": "KZ", "receiving_state": "RU", "receiving_institution": "w1.example", "starts_on": "2024-09-01"}', 'waitlist');
SAVEPOINT s;
UPDATE socu.quota SET seats = 99;
ROLLBACK TO s;
SET LOCAL ROLE quota_o;
UPDATE socu.quota SET seats = 2 WHERE code = 'w1';
RESET ROLE;
SELECT student, state FROM socu.mobility WHERE student = 'n1';
SET LOCAL ROLE quota_o;
SAVEPOINT s;
INSERT INTO socu.quota_slot VALUES (1, 0, 0, 0, 0, 0, 0, now());
ROLLBACK TO s;
SELECT * FROM socu.quota_verify();
RESET ROLE;
SELECT socu.quota_grant('quota_r', 'king');
ROLLBACK TO s;
RESET ROLE;

-- explanations
INSERT INTO socu.mobility (student, sending_state, sending_institution, receiving_state, starts_on, state) VALUES ('l9', 'PK', 'pk.example', 'CN', '2024-09-01', 'draft');
SELECT regexp_replace(socu.quota_explain(mobility_id), '^Mobility \d+', 'Mobility …') FROM socu.mobility WHERE student IN ('k1');
INSERT INTO socu.mobility (student, sending_state, sending_institution, receiving_state, starts_on) VALUES ('l8', 'PK', 'pk.example', 'CN', '2024-09-01');
SELECT regexp_replace(socu.quota_explain(mobility_id), '^Mobility \d+', 'Mobility …') FROM socu.mobility WHERE student = 'l9';
SELECT socu.quota_explain(-1);
ROLLBACK;
