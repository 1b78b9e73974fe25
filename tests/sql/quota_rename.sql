-- quota: under another name a network counts as before, and a new network that takes the old name has nothing to do with it.
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
SET search_path = public, sco;
INSERT INTO quota (code, sending_state, seats) VALUES ('s', 'KZ', 4);
INSERT INTO quota (code, sending_state, seats, unit, waitlist) VALUES ('p', 'KZ', 3, 'persons', true);
CREATE TABLE rename_stay (who text, home text);
SELECT quota_attach('rename_stay', '{"student": "who", "sending_state": "home"}');
-- every statement is prepared under the old name
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('a', 'KZ', 'RU', '2024-09-01');
UPDATE mobility SET status = 'accepted' WHERE student = 'a';
SELECT n.status, n.line FROM mobility_nominate('{"student": "b", "sending_state": "KZ", "receiving_state": "RU", "starts_on": "2024-09-01"}', 'waitlist') n;
INSERT INTO rename_stay VALUES ('c', 'KZ');
SELECT socu.rename_network('sco', 'regress_other');
SELECT socu.create_network('sco', '{quota}');
-- functions that ran under the old name, and triggers of the site's table
SET search_path = public, regress_other;
SELECT n.status, n.line FROM mobility_nominate('{"student": "d", "sending_state": "KZ", "receiving_state": "RU", "starts_on": "2024-09-01"}', 'waitlist') n;
UPDATE mobility SET status = 'accepted' WHERE student = 'b';
INSERT INTO rename_stay VALUES ('e', 'KZ');
DELETE FROM rename_stay WHERE who = 'c';
SELECT student, status FROM mobility ORDER BY 1;
UPDATE quota SET seats = 5 WHERE code = 's';
INSERT INTO rename_stay VALUES ('b', 'KZ');
SELECT code, held, consumed, free FROM quota_status ORDER BY 1;
SELECT person, held, consumed FROM quota_person ORDER BY 1;
SELECT count(*) AS versions_kept FROM mobility_history WHERE new_status = 'accepted';
SELECT table_name, form, enabled FROM quota_guard_status;
SELECT quota_rebuild();
-- the new network of the old name has no line, no record, no table
SET search_path = public, sco;
SELECT (SELECT count(*) FROM quota) AS lines, (SELECT count(*) FROM mobility) AS records, (SELECT count(*) FROM quota_ledger) AS entries, (SELECT count(*) FROM quota_guarded) AS tables;
-- its guard on the same table does not see the other's lines, and both count
INSERT INTO quota (code, sending_state, seats) VALUES ('s', 'KZ', 3);
SELECT quota_attach('rename_stay', '{"sending_state": "home"}');
SELECT sco.code, sco.consumed AS sco, other.consumed AS other FROM sco.quota_status sco JOIN regress_other.quota_status other USING (code);
INSERT INTO rename_stay VALUES ('f', 'KZ'), ('g', 'KZ');
SELECT * FROM sco.quota_verify() UNION ALL SELECT * FROM regress_other.quota_verify();
DROP SCHEMA regress_other CASCADE;
INSERT INTO rename_stay VALUES ('f', 'KZ');
INSERT INTO rename_stay VALUES ('g', 'KZ');
SELECT code, consumed FROM quota_status;
SELECT quota_detach('rename_stay');
DROP SCHEMA sco CASCADE;
SELECT count(*) AS triggers FROM pg_trigger WHERE tgrelid = 'rename_stay'::regclass;
DROP TABLE rename_stay;
