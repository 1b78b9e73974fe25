-- quota: what the server writes of a record, for whom a role acts, and what each duty can and cannot do, tried as such a role.
BEGIN;
\set SHOW_CONTEXT never
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco');
SET LOCAL client_min_messages = notice;
SET LOCAL search_path = sco, public;
CREATE ROLE regress_socu_reader;
CREATE ROLE regress_socu_nominator;
CREATE ROLE regress_socu_receiver;
CREATE ROLE regress_socu_deputy IN ROLE regress_socu_receiver;
CREATE ROLE regress_socu_officer;
CREATE ROLE regress_socu_stranger;
CREATE ROLE regress_socu_report;
SELECT quota_grant('regress_socu_reader', 'reader'), quota_grant('regress_socu_nominator', 'nominator'),
       quota_grant('regress_socu_receiver', 'nominator'), quota_grant('regress_socu_officer', 'officer'), grant_report_reader('regress_socu_report');
INSERT INTO quota (code, sending_state, seats, unit, waitlist) VALUES ('persons', 'KZ', 2, 'persons', false), ('seats', 'KG', 1, 'seats', true);
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('has-one', 'KZ', 'RU', '2024-09-01', 'accepted');
SAVEPOINT s;

-- created_at, created_by, version and submitted_at are the server's, whoever writes and whatever he writes
SET LOCAL ROLE regress_socu_nominator;
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status, created_by, created_at, version, submitted_at)
VALUES ('forged', 'KG', 'RU', '2024-09-01', 'draft', 'the minister', '2001-01-01', 77, '2001-01-01')
RETURNING created_by = session_user AS session, created_at = now() AS now, version, submitted_at BETWEEN now() AND clock_timestamp() AS submitted_now;
UPDATE mobility SET created_by = 'the minister', created_at = '2001-01-01', version = 77, submitted_at = '2001-01-01', funding = 'state' WHERE student = 'forged'
RETURNING created_by = session_user AS session, created_at = now() AS now, version, submitted_at BETWEEN now() AND clock_timestamp() AS submitted_now;
UPDATE mobility SET version = 77, submitted_at = '2001-01-01' WHERE student = 'forged' RETURNING version;
RESET ROLE;
SELECT version, changed_by = session_user AS session, changed_at BETWEEN now() AND clock_timestamp() AS now, old_values FROM mobility_history;
-- leaving the draft is the submission: its time is later than that of the draft, and stays after that
CREATE TABLE pg_temp.drafted AS SELECT submitted_at FROM mobility WHERE student = 'forged';
UPDATE mobility m SET status = 'submitted' FROM pg_temp.drafted d WHERE m.student = 'forged' RETURNING m.submitted_at > d.submitted_at AS later, m.version;
CREATE TABLE pg_temp.submitted AS SELECT submitted_at FROM mobility WHERE student = 'forged';
UPDATE mobility m SET status = 'accepted' FROM pg_temp.submitted d WHERE m.student = 'forged' RETURNING m.submitted_at = d.submitted_at AS same;
-- row security off is the sign of a restore, but only the owner's
SET LOCAL ROLE regress_socu_nominator;
SET LOCAL row_security = off;
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status, created_by) VALUES ('again', 'UZ', 'RU', '2024-09-01', 'draft', 'the minister')
RETURNING created_by = session_user AS session;
RESET ROLE;
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status, created_by, created_at, version, submitted_at)
VALUES ('restored', 'UZ', 'RU', '2024-09-01', 'draft', 'the minister', '2001-01-01 UTC', 77, '2001-01-02 UTC')
RETURNING created_by, created_at = '2001-01-01 UTC' AS created, version, submitted_at = '2001-01-02 UTC' AS submitted;
INSERT INTO coordinator (coordinator, direction, state, institution, validity, recorded_by, recorded_at)
VALUES (-1, 'it_technologies', 'KZ', 'ektu.kz', '[2011-08-01,)', 'the minister', '2001-01-01 UTC') RETURNING recorded_by, recorded_at = '2001-01-01 UTC' AS recorded;
SET LOCAL row_security = on;
INSERT INTO coordinator (coordinator, direction, state, institution, validity, recorded_by, recorded_at)
VALUES (-2, 'it_technologies', 'UZ', 'ektu.kz', '[2011-08-01,)', 'the minister', '2001-01-01 UTC') RETURNING recorded_by = session_user AS session, recorded_at = now() AS now;
ROLLBACK TO s;

-- settings: a misspelt name and an unknown party are errors
\set VERBOSITY terse
SET LOCAL socu.acting_prty = 'sender';
ROLLBACK TO s;
SET LOCAL socu.acting_party = 'minister';
ROLLBACK TO s;
SELECT socu.acting_as('minister');
ROLLBACK TO s;
\set VERBOSITY default
SELECT socu.acting_as('receiver'), current_setting('socu.acting_party') AS now;
ROLLBACK TO s;
SELECT current_setting('socu.acting_party') = '' AS not_said;

-- parties: without a row in mobility_party everybody acts for everybody
INSERT INTO mobility (mobility_id, student, sending_state, receiving_state, starts_on) VALUES (-1, 'p', 'TJ', 'RU', '2024-09-01'), (-2, 'q', 'TJ', 'RU', '2024-09-01');
SAVEPOINT p;
SET LOCAL ROLE regress_socu_nominator;
UPDATE mobility SET status = 'accepted' WHERE student = 'p' RETURNING status;
RESET ROLE;
ROLLBACK TO p;
-- with rows a role acts for its parties: a sender does not accept, whatever the setting says
INSERT INTO mobility_party VALUES ('regress_socu_nominator', 'sender'), ('regress_socu_receiver', 'receiver'), ('regress_socu_receiver', 'system');
SAVEPOINT p;
SET LOCAL ROLE regress_socu_nominator;
UPDATE mobility SET status = 'accepted' WHERE student = 'p';
ROLLBACK TO p;
SET LOCAL ROLE regress_socu_nominator;
SET LOCAL socu.acting_party = 'receiver';
UPDATE mobility SET status = 'accepted' WHERE student = 'p';
ROLLBACK TO p;
SET LOCAL ROLE regress_socu_nominator;
UPDATE mobility SET status = 'withdrawn', reason = 'ill' WHERE student = 'p' RETURNING status;
INSERT INTO mobility_party VALUES ('regress_socu_nominator', 'receiver');
ROLLBACK TO p;
-- members act for the parties of the role, the setting narrows them
SET LOCAL ROLE regress_socu_deputy;
UPDATE mobility SET status = 'accepted' WHERE student = 'p' RETURNING status;
UPDATE mobility SET status = 'expired' WHERE student = 'q' RETURNING status;
ROLLBACK TO p;
SET LOCAL ROLE regress_socu_deputy;
SELECT socu.acting_as('system');
UPDATE mobility SET status = 'accepted' WHERE student = 'p';
ROLLBACK TO p;
-- a role without a party changes no status, but other columns of what it may write
SET LOCAL ROLE regress_socu_officer;
UPDATE mobility SET reason = 'asked' WHERE student = 'p' RETURNING reason;
UPDATE mobility SET status = 'accepted' WHERE student = 'p';
ROLLBACK TO p;
-- the history names the party: the setting, else the only one of the role
SET LOCAL ROLE regress_socu_nominator;
UPDATE mobility SET status = 'withdrawn' WHERE student = 'p';
RESET ROLE;
SET LOCAL socu.acting_party = 'receiver';
UPDATE mobility SET status = 'accepted' WHERE student = 'q';
SELECT h.new_status, h.party FROM mobility_history h ORDER BY 1;
ROLLBACK TO s;

-- who has a seat: to a reader every student is a new one; who may read the students gets the answer
CREATE FUNCTION pg_temp.asks(role_name text, student text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', role_name);
    SELECT format('%s %s', c.asked, c.verdict) INTO answer FROM quota_check('KZ', 'RU', student => asks.student, starts_on => '2024-09-01') c;
    RESET ROLE;
    RETURN answer;
END $$;
SELECT r, pg_temp.asks('regress_socu_' || r, 'has-one') AS has_one, pg_temp.asks('regress_socu_' || r, 'has-none') AS has_none FROM unnest('{reader,nominator,officer}'::text[]) r;
-- also when the line is full: no line between refused and ok
UPDATE quota SET seats = 1 WHERE code = 'persons';
SELECT r, pg_temp.asks('regress_socu_' || r, 'has-one') AS has_one, pg_temp.asks('regress_socu_' || r, 'has-none') AS has_none FROM unnest('{reader,nominator}'::text[]) r;
-- the column alone is enough
GRANT SELECT (student) ON mobility TO regress_socu_reader;
SELECT pg_temp.asks('regress_socu_reader', 'has-one') AS has_one, pg_temp.asks('regress_socu_reader', 'has-none') AS has_none;
-- to a nominator whose rows a policy limits nothing is told
ALTER TABLE mobility ENABLE ROW LEVEL SECURITY;
SELECT pg_temp.asks('regress_socu_nominator', 'has-one') AS has_one, pg_temp.asks('regress_socu_nominator', 'has-none') AS has_none;
ROLLBACK TO s;

-- rights of each duty on each table of the room: S, I, U, D; u = some columns
SELECT c.relname, string_agg(concat(substr(d, 1, 1), ':', CASE WHEN has_table_privilege('regress_socu_' || d, c.oid, 'SELECT') THEN 'S' END, CASE WHEN has_table_privilege('regress_socu_' || d, c.oid, 'INSERT') THEN 'I' END,
       CASE WHEN has_table_privilege('regress_socu_' || d, c.oid, 'UPDATE') THEN 'U' WHEN has_any_column_privilege('regress_socu_' || d, c.oid, 'UPDATE') THEN 'u' END,
       CASE WHEN has_table_privilege('regress_socu_' || d, c.oid, 'DELETE') THEN 'D' END), ' ' ORDER BY n) AS "reader nominator officer stranger report"
FROM pg_class c CROSS JOIN unnest('{reader,nominator,officer,stranger,report}'::text[]) WITH ORDINALITY d (d, n)
WHERE c.relnamespace = 'sco'::regnamespace AND c.relkind IN ('r', 'v', 'S') AND (c.relname LIKE 'quota%' OR c.relname LIKE 'mobility%' AND c.relkind <> 'v')
GROUP BY 1 ORDER BY 1;
-- and the functions that each may call and PUBLIC may not
SELECT p.proname, string_agg(substr(d, 1, 1), '' ORDER BY n) AS may_call
FROM pg_proc p CROSS JOIN unnest('{reader,nominator,officer,stranger,report}'::text[]) WITH ORDINALITY d (d, n)
WHERE p.pronamespace = 'sco'::regnamespace AND has_function_privilege('regress_socu_' || d, p.oid, 'EXECUTE') AND NOT EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)
GROUP BY 1 ORDER BY 1;

-- a role with only INSERT and UPDATE on mobility: the log and the counters follow, and are not his
REVOKE SELECT ON quota, quota_scheme, quota_status FROM regress_socu_nominator;
GRANT USAGE ON SCHEMA sco TO regress_socu_stranger;
\set VERBOSITY terse
CREATE PROCEDURE pg_temp.tries(role_name text, VARIADIC statements text[]) LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    FOREACH statement IN ARRAY statements LOOP
        BEGIN
            EXECUTE format('SET LOCAL ROLE %I', role_name);
            EXECUTE statement;
            RAISE NOTICE '% may: %', role_name, statement;
        EXCEPTION WHEN insufficient_privilege OR object_not_in_prerequisite_state OR check_violation THEN
            RAISE NOTICE '% may not: % (%)', role_name, statement, SQLERRM;
        END;
        RESET ROLE;
    END LOOP;
END $$;
CALL pg_temp.tries('regress_socu_nominator',
    $$INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on) VALUES ('n', 'KG', 'RU', '2024-09-01')$$,
    $$SELECT sco.quota_explain(m.mobility_id) FROM sco.mobility m WHERE m.student = 'n'$$, $$UPDATE sco.mobility SET status = 'withdrawn' WHERE student = 'n'$$,
    $$DELETE FROM sco.mobility$$, $$TRUNCATE sco.mobility$$, $$SELECT FROM sco.mobility_history$$, $$INSERT INTO sco.mobility_history SELECT * FROM sco.mobility_history$$,
    $$UPDATE sco.quota_slot SET held = 0$$, $$INSERT INTO sco.quota_ledger DEFAULT VALUES$$, $$SELECT FROM sco.quota_person$$, $$UPDATE sco.quota SET seats = 1000$$,
    $$SELECT sco.quota_recount(NULL)$$, $$SELECT sco.quota_rebuild()$$, $$SELECT sco.quota_trim(1, 100)$$, $$SELECT sco.waitlist_promote(1)$$, $$SELECT sco.quota_attach('sco.mobility')$$,
    $$SELECT sco.quota_detach('sco.mobility')$$, $$SELECT sco.quota_grant('regress_socu_nominator', 'officer')$$, $$ALTER TABLE sco.mobility DISABLE TRIGGER ALL$$,
    $$CREATE TABLE sco.mobility_new ()$$, $$SET session_replication_role = replica$$);
CALL pg_temp.tries('regress_socu_reader', $$SELECT FROM sco.mobility$$, $$SELECT FROM sco.quota_ledger$$, $$UPDATE sco.quota SET seats = 1000$$);
CALL pg_temp.tries('regress_socu_officer', $$UPDATE sco.quota SET seats = 3 WHERE code = 'seats'$$, $$INSERT INTO sco.quota (code, seats) VALUES ('new', 1000)$$, $$DELETE FROM sco.quota WHERE code = 'new'$$,
    $$SELECT sco.quota_explain(m.mobility_id) FROM sco.mobility m$$, $$UPDATE sco.mobility SET student = 'other'$$, $$DELETE FROM sco.quota_ledger$$, $$SELECT sco.quota_verify()$$, $$UPDATE sco.quota_slot SET book_free = 1000$$);
CALL pg_temp.tries('regress_socu_report', $$SELECT FROM sco.released_release$$, $$SELECT FROM sco.report_rollup$$, $$SELECT FROM sco.report_unplaced$$, $$SELECT sco.report_refresh()$$, $$SELECT FROM sco.mobility$$);
CALL pg_temp.tries('regress_socu_stranger', $$SELECT FROM sco.quota$$, $$SELECT sco.quota_usage(1)$$, $$SELECT sco.quota_check('KZ', 'RU')$$, $$SELECT FROM sco.mobility_party$$);
SELECT student, status FROM mobility ORDER BY 1;
SELECT old_status, new_status FROM mobility_history;
SELECT * FROM quota_verify();
ROLLBACK;
