-- Nominations against quotas: who gets a place, who is refused, who waits.
-- psql -f examples/quota.sql, from the top of the source tree, in a database with a network sco.  Leaves nothing behind.
\set QUIET on
\pset footer off
\pset null ''
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = sco, public;
SET datestyle = iso;
BEGIN;

\echo
\echo 'THE QUOTAS: a national one, and within it one of a university, with a waiting list'
INSERT INTO quota (code, sending_state, receiving_state, validity, term, seats) VALUES ('RU-KZ-2026', 'KZ', 'RU', '[2026-09-01,2027-09-01)', '2026/2027', 3);
INSERT INTO quota (code, sending_state, receiving_state, receiving_institution, validity, term, seats, parent_id, waitlist)
SELECT 'RU-KZ-2026-MPEI', 'KZ', 'RU', 'mpei.ru', '[2026-09-01,2027-09-01)', '2026/2027', 2, quota_id, true FROM quota WHERE code = 'RU-KZ-2026';
SELECT code, sending_state AS "from", coalesce(receiving_institution, receiving_state) AS "to", seats::int FROM quota WHERE code LIKE 'RU-KZ-2026%' ORDER BY code;

\echo
\echo 'FOUR NOMINATIONS for one semester at MPEI, one at ITMO'
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on)
VALUES ('p-0001', 'KZ', 'RU', 'mpei.ru', '2026-09-01', '2027-01-31'), ('p-0002', 'KZ', 'RU', 'mpei.ru', '2026-09-01', '2027-01-31');
SELECT n.who, r.status, r.line, r.reason FROM (VALUES ('p-0003'), ('p-0004')) AS n (who),
    LATERAL mobility_nominate(jsonb_build_object('student', n.who, 'sending_state', 'KZ', 'receiving_state', 'RU', 'receiving_institution', 'mpei.ru',
        'starts_on', '2026-09-01', 'ends_on', '2027-01-31', 'request_key', 'demo-' || n.who), 'waitlist') r;
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on) VALUES ('p-0005', 'KZ', 'RU', 'itmo.ru', '2026-09-01', '2027-01-31');

\echo
\echo 'ONE MORE for ITMO: the university has no limit of its own, but the national quota is full'
SAVEPOINT before;
\set ON_ERROR_STOP off
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on) VALUES ('p-0006', 'KZ', 'RU', 'itmo.ru', '2026-09-01', '2027-01-31');
ROLLBACK TO before;
\set ON_ERROR_STOP on

\echo
\echo 'HOW THE QUOTAS STAND'
SELECT code, "limit"::int AS seats, held::int, consumed::int, free::int FROM quota_status WHERE code LIKE 'RU-KZ-2026%' ORDER BY code;

\echo
\echo 'ONE STUDENT WITHDRAWS: the seat goes to the first who waits, in the same transaction'
UPDATE mobility SET status = 'withdrawn' WHERE student = 'p-0001';
SELECT student, receiving_institution AS "at", status FROM mobility WHERE student LIKE 'p-000%' ORDER BY student;

\echo
\echo 'WHY p-0004 STILL WAITS'
SELECT quota_explain(mobility_id) AS explanation FROM mobility WHERE student = 'p-0004';

\echo
\echo 'THE BOOKS ADD UP: differences between records and counters'
SELECT count(*) AS differences FROM quota_verify();
ROLLBACK;
