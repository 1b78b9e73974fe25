-- registry: roles.  A reader reads, a coordinator writes the records of its own direction and state, tested as those users.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
\set SHOW_CONTEXT never
SET LOCAL datestyle = 'ISO, YMD';
CREATE ROLE regress_socu_reader;
CREATE ROLE regress_socu_it_kz;
CREATE ROLE regress_socu_energy;
CREATE ROLE regress_socu_deputy IN ROLE regress_socu_energy;
CREATE ROLE regress_socu_stranger;
SELECT grant_reader('regress_socu_reader');
SELECT grant_coordinator('regress_socu_it_kz', 'it_technologies', 'KZ');
SELECT grant_coordinator('regress_socu_energy', 'energy', 'RU');
SELECT grant_coordinator('regress_socu_energy', 'energy', 'KZ');
INSERT INTO coordinator (coordinator, direction, state, institution, validity) VALUES
(1, 'it_technologies', 'KZ', 'ektu.kz', '[2011-08-01,)'), (2, 'energy', 'RU', 'mpei.ru', '[2009-01-01,)');
INSERT INTO direction_record (direction_record, direction, state, subject, content, validity) VALUES (1, 'energy', 'RU', 'language', 'Russian', '[2020-01-01,)');
SAVEPOINT s;

-- a stranger reads nothing of the registry
SET ROLE regress_socu_stranger;
SELECT count(*) FROM sco.agreement;
ROLLBACK TO s;

-- a reader reads all and writes nothing
SET ROLE regress_socu_reader;
SELECT (SELECT count(*) FROM institution) > 80 AS institutions, (SELECT count(*) FROM coordinator) AS coordinators,
       (SELECT count(*) FROM direction_record) AS records, (SELECT count(*) FROM coordinator_record('energy', 'RU', '2024-01-01')) > 0 AS record;
SAVEPOINT r;
INSERT INTO direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y');
ROLLBACK TO r;
UPDATE coordinator SET institution = 'kaznu.kz';
ROLLBACK TO s;

-- a coordinator writes what is its own
SET ROLE regress_socu_it_kz;
INSERT INTO direction_record (direction_record, direction, state, subject, content, validity) VALUES (2, 'it_technologies', 'KZ', 'language', 'English', '[2024-01-01,)');
INSERT INTO direction_speciality (direction, state, code, title, status) VALUES ('it_technologies', 'KZ', 'KZ2009:6M070300', 'Information systems', 'agreed');
INSERT INTO duty_record (coordinator, duty, done, subject) VALUES (1, 'liaison', '2024-05', 'plan of admission');
SELECT direction, state, subject, content, recorded_by FROM direction_record ORDER BY direction, subject;
SAVEPOINT r;
-- what is another's it reads, but neither adds, changes, deletes nor takes over
INSERT INTO direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y');
ROLLBACK TO r;
INSERT INTO direction_record (direction, state, subject, content) VALUES ('it_technologies', 'RU', 'x', 'y');
ROLLBACK TO r;
INSERT INTO duty_record (coordinator, duty, done, subject) VALUES (2, 'liaison', '2024-05', 'for somebody else');
ROLLBACK TO r;
INSERT INTO report_sent (report_schedule, coordinator, period, sent_on) VALUES ('s', 2, '[2024-01-01,2025-01-01)', '2025-01-01');
ROLLBACK TO r;
SELECT socu.because('trying');
WITH u AS (UPDATE direction_record SET content = 'z' WHERE direction = 'energy' RETURNING 1) SELECT count(*) AS changed FROM u;
WITH d AS (DELETE FROM direction_record WHERE direction = 'energy' RETURNING 1) SELECT count(*) AS deleted FROM d;
UPDATE direction_record SET direction = 'energy', state = 'RU', subject = 'moved' WHERE direction = 'it_technologies';
ROLLBACK TO r;
-- nor who recorded it and when, nor the offices, nor the history, nor the rights
INSERT INTO direction_record (direction, state, subject, content, recorded_by) VALUES ('it_technologies', 'KZ', 'x', 'y', 'somebody');
ROLLBACK TO r;
INSERT INTO coordinator (direction, state, institution, validity) VALUES ('it_technologies', 'RU', 'itmo.ru', '[2024-01-01,)');
ROLLBACK TO r;
DELETE FROM record_history;
ROLLBACK TO r;
INSERT INTO coordinator_role VALUES ('regress_socu_it_kz', 'energy', 'RU');
ROLLBACK TO r;
SELECT grant_coordinator('regress_socu_it_kz', 'energy', 'RU');
ROLLBACK TO r;
CREATE TEMP TABLE coordinator (coordinator int, recorded_by text, recorded_at timestamptz);
CREATE TRIGGER forge BEFORE UPDATE ON coordinator FOR EACH ROW EXECUTE FUNCTION socu.history_keep('coordinator');
INSERT INTO coordinator VALUES (1, 'somebody', now());
\set VERBOSITY sqlstate
UPDATE coordinator SET recorded_by = 'somebody else';
\set VERBOSITY default
ROLLBACK TO r;
-- a change keeps the former version, with the name of the one who changed it
UPDATE direction_record SET content = 'English and Kazakh' WHERE direction = 'it_technologies';
ROLLBACK TO r;
SELECT socu.because('decision of the council, 2024-06-01');
UPDATE direction_record SET content = 'English and Kazakh' WHERE direction = 'it_technologies';
SELECT content, recorded_by FROM direction_record WHERE direction = 'it_technologies';
SELECT relation, operation, old_row->>'content' AS content, changed_by, reason FROM record_history;
ROLLBACK TO s;

-- several directions and states, and members of the role
SET ROLE regress_socu_deputy;
INSERT INTO direction_record (direction, state, subject, content, validity) VALUES ('energy', 'KZ', 'language', 'Russian', '[2024-01-01,)');
SELECT direction, state, recorded_by FROM direction_record ORDER BY state;
RESET ROLE;
-- what was granted can be taken
SELECT revoke_coordinator('regress_socu_energy', 'energy', 'KZ') AS had, revoke_coordinator('regress_socu_energy', 'energy', 'KZ') AS again;
SET ROLE regress_socu_energy;
INSERT INTO direction_record (direction, state, subject, content, validity) VALUES ('energy', 'KZ', 'degree', 'double', '[2024-01-01,)');
ROLLBACK TO s;
RESET ROLE;

-- grants name what is wrong
SELECT grant_reader('regress_socu_nobody');
ROLLBACK TO s;
SELECT grant_coordinator('regress_socu_reader', 'alchemy', 'KZ');
ROLLBACK TO s;

-- names that need quotes
CREATE ROLE "regress socu ""odd""";
SELECT grant_coordinator('regress socu "odd"', 'ecology', 'TJ');
SET ROLE "regress socu ""odd""";
INSERT INTO direction_record (direction, state, subject, content, validity) VALUES ('ecology', 'TJ', 'language', 'Tajik', '[2024-01-01,)');
SELECT recorded_by FROM direction_record WHERE direction = 'ecology';
RESET ROLE;
ROLLBACK;
