-- quota: the counters, the persons and the history are found by the schema's OID: under another name they are the same.
BEGIN;
INSERT INTO socu.quota (code, sending_state, seats) VALUES ('s', 'KZ', 3);
INSERT INTO socu.quota (code, sending_state, seats, unit) VALUES ('p', 'KZ', 2, 'persons');
-- every statement is prepared under the old name
INSERT INTO socu.mobility (student, sending_state, receiving_state, starts_on) VALUES ('a', 'KZ', 'RU', '2024-09-01');
UPDATE socu.mobility SET state = 'accepted' WHERE student = 'a';
ALTER SCHEMA socu RENAME TO regress_socu_other;
INSERT INTO regress_socu_other.mobility (student, sending_state, receiving_state, starts_on) VALUES ('b', 'KZ', 'RU', '2024-09-01');
UPDATE regress_socu_other.mobility SET state = 'accepted' WHERE student = 'b';
SELECT code, (regress_socu_other.quota_usage(quota_id)).consumed FROM regress_socu_other.quota WHERE code IN ('s', 'p') ORDER BY 1;
SELECT person, held, consumed FROM regress_socu_other.quota_person ORDER BY 1;
SELECT count(*) AS versions_kept FROM regress_socu_other.mobility_history WHERE new_state = 'accepted';
ROLLBACK;
