-- report: days that no reporting year can hold are refused at the door; a record that got in all the same stops no refresh.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
\set SHOW_CONTEXT never
\set VERBOSITY terse
SET LOCAL datestyle = 'ISO, YMD';
CREATE PROCEDURE pg_temp.stay(starts_on date, ends_on date) LANGUAGE plpgsql AS $$
DECLARE
    c text;
BEGIN
    INSERT INTO mobility (student, status, sending_state, receiving_state, starts_on, ends_on) VALUES ('door', 'completed', 'KZ', 'RU', starts_on, ends_on);
    DELETE FROM mobility WHERE student = 'door';
    RAISE NOTICE '% to %: stored', starts_on, ends_on;
EXCEPTION WHEN check_violation THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME;
    RAISE NOTICE '% to %: %', starts_on, ends_on, c;
END $$;
CALL pg_temp.stay('9999-12-31', '9999-12-31');
CALL pg_temp.stay('0001-01-01', '0001-06-01');
CALL pg_temp.stay('-infinity', '2024-01-01');
CALL pg_temp.stay('infinity', 'infinity');
CALL pg_temp.stay('2024-09-01', 'infinity');
CALL pg_temp.stay('4713-01-01 BC', '2024-01-01');
CALL pg_temp.stay('5874897-12-31', NULL);
CALL pg_temp.stay('1899-12-31', '1900-01-01');
CALL pg_temp.stay('2199-12-31', '2200-01-01');
CALL pg_temp.stay('1900-01-01', '1900-01-02');
CALL pg_temp.stay('2199-12-31', '2199-12-31');
CALL pg_temp.stay('2024-09-01', NULL);

INSERT INTO mobility (mobility_id, student, status, kind, sending_state, receiving_state, starts_on, ends_on) VALUES (-1, 'placed', 'completed', 'study', 'KZ', 'RU', '2023-09-01', '2024-01-31');
SELECT report_refresh('2025-08-31', NULL, true) AS years;
CREATE FUNCTION pg_temp.seen(OUT stays bigint, OUT records bigint, OUT unplaced bigint[]) LANGUAGE sql AS $$
SELECT (SELECT sum(r.stays)::bigint FROM report_rollup r WHERE r.breakdown = 'total' AND r.origin = 'KZ' AND r.destination = 'RU'),
       (SELECT s.records FROM report_state s), (SELECT array_agg(u.mobility_id ORDER BY u.mobility_id) FROM report_unplaced u) $$;
SELECT * FROM pg_temp.seen();
-- such records in an old table, all at once and in each way of refreshing
ALTER TABLE mobility DROP CONSTRAINT mobility_days;
INSERT INTO mobility (mobility_id, student, status, sending_state, receiving_state, starts_on, ends_on) VALUES
(-9, 'a', 'completed', 'KZ', 'RU', '9999-12-31', '9999-12-31'), (-8, 'b', 'completed', 'KZ', 'RU', '0001-01-01', '0001-06-01'), (-7, 'c', 'completed', 'KZ', 'RU', '-infinity', '2024-01-01'),
(-6, 'd', 'completed', 'KZ', 'RU', 'infinity', 'infinity'), (-5, 'e', 'completed', 'KZ', 'RU', '2024-09-01', 'infinity'), (-4, 'f', 'completed', 'KZ', 'RU', '4713-01-01 BC', '2024-01-01'),
(-3, 'g', 'completed', 'KZ', 'RU', '5874897-12-31', NULL);
SELECT report_refresh('2025-08-31') AS years;
SELECT * FROM pg_temp.seen();
SELECT report_refresh('2025-08-31', NULL, true) AS years;
SELECT * FROM pg_temp.seen();
SELECT report_refresh('2025-08-31', clock_timestamp()) AS years;
SELECT * FROM pg_temp.seen();
SELECT line FROM string_to_table(report_summary(2024), E'\n') line WHERE line ~ 'impossible';
TABLE report_unplaced ORDER BY 1;
-- also when they are gone, or moved to a day that has a place: their history knows the former days
DELETE FROM mobility WHERE mobility_id < -5;
UPDATE mobility SET starts_on = '2023-10-01', ends_on = '2024-02-01' WHERE mobility_id < -2;
SELECT report_refresh('2025-08-31', NULL, true) AS years;
SELECT report_refresh('2025-08-31') AS years;
SELECT * FROM pg_temp.seen();
SELECT count(*) FROM string_to_table(report_summary(2024), E'\n') line WHERE line ~ 'impossible';
-- nor a content date
SAVEPOINT s;
SELECT report_refresh('infinity');
ROLLBACK TO s;
SELECT report_refresh(NULL);
ROLLBACK TO s;
SELECT report_refresh('9999-12-31');
ROLLBACK TO s;
-- what does not fit otherwise is counted as far as it can be, and listed with its key: a kind without a row, a state that is in no table, a term of other days
INSERT INTO mobility (mobility_id, student, status, kind, sending_state, receiving_state, receiving_term, starts_on, ends_on) VALUES
(-31, 'g1', 'completed', 'tourism', 'KZ', 'RU', NULL, '2024-10-01', '2024-12-31'), (-30, 'g2', 'completed', 'tourism', 'KZ', 'RU', NULL, '2024-10-01', '2024-12-31'),
(-29, 'g3', 'completed', 'study', 'XX', 'RU', NULL, '2024-10-01', '2024-12-31'), (-28, 'g4', 'completed', 'study', 'KZ', 'RU', '2019/2020-1/2', '2024-10-01', '2024-12-31'),
(-27, 'g5', 'completed', 'study', 'KZ', 'RU', '2024/2025-1/2', '2024-10-01', '2024-12-31');
SELECT report_refresh('2025-08-31');
SELECT * FROM report_gap WHERE base_year = 2025 ORDER BY reason;
SELECT m FROM report_say_missing(2025, '2025-08-31') m WHERE m ~ 'mobility -';
DELETE FROM mobility WHERE mobility_id IN (-31, -29, -28);
SELECT report_refresh('2025-08-31');
SELECT * FROM report_gap WHERE base_year = 2025 ORDER BY reason;
ROLLBACK;
