-- quota: two networks in one database are apart; tables of the site in one, the other, both; what is checked at the door; what
-- follows from a programme code.
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
SELECT socu.create_network('eis', '{quota}');
RESET client_min_messages;
SET search_path = public;
\set SHOW_CONTEXT never
-- what an attempt comes to: ok, or the SQLSTATE, the constraint and the reason
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE c text; d text; code text; s text;
BEGIN
    EXECUTE statement;
    RETURN 'ok';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME, d = PG_EXCEPTION_DETAIL, code = RETURNED_SQLSTATE, s = SCHEMA_NAME;
    RETURN concat_ws(' ', code, nullif(s, ''), nullif(c, ''), substring(d FROM '^([a-z_]+):'));
END $$;
-- every line of every network
CREATE VIEW pg_temp.used AS
SELECT 'sco' AS network, code, held::int, consumed::int, free::int FROM sco.quota_status
UNION ALL SELECT 'eis', code, held::int, consumed::int, free::int FROM eis.quota_status ORDER BY 1 DESC, 2;
CREATE VIEW pg_temp.wrong AS SELECT 'sco' AS network, * FROM sco.quota_verify() UNION ALL SELECT 'eis', * FROM eis.quota_verify();

-- ---- the same line, the same person at the same time: two networks, two counts ----
INSERT INTO sco.quota (code, sending_state, receiving_state, seats) VALUES ('KZ-RU', 'KZ', 'RU', 2);
INSERT INTO eis.quota (code, sending_state, receiving_state, seats, unit) VALUES ('KZ-RU', 'KZ', 'RU', 1, 'persons');
INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('p', 'KZ', 'RU', '2024-09-01', 'accepted');
INSERT INTO eis.mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('p', 'KZ', 'RU', '2024-09-01', 'accepted');
SELECT * FROM pg_temp.used;
-- statements of one session in turns, each kept for its network
PREPARE nominate AS SELECT FROM sco.mobility_nominate(jsonb_build_object('student', $1::text, 'sending_state', 'KZ', 'receiving_state', 'RU', 'starts_on', '2024-09-01'));
SELECT n, pg_temp.try(format($$INSERT INTO %I.mobility (student, sending_state, receiving_state, starts_on) VALUES ('q%s', 'KZ', 'RU', '2024-09-01')$$, n, i))
FROM (VALUES (1, 'sco'), (2, 'eis'), (3, 'sco'), (4, 'eis')) v(i, n) ORDER BY i;
-- a second person of eis is refused, also when sco has room; a limit of one is not a limit of the other
UPDATE sco.quota SET seats = 5;
EXECUTE nominate('r');
SELECT pg_temp.try($$INSERT INTO eis.mobility (student, sending_state, receiving_state, starts_on) VALUES ('r', 'KZ', 'RU', '2024-09-01')$$);
SELECT * FROM pg_temp.used;
UPDATE eis.mobility SET status = 'cancelled' WHERE student = 'p';
SELECT (SELECT string_agg(status, ' ') FROM sco.mobility WHERE student = 'p') AS sco, (SELECT string_agg(status, ' ') FROM eis.mobility WHERE student = 'p') AS eis,
       (SELECT count(*) FROM sco.mobility_history) AS sco_history, (SELECT count(*) FROM eis.mobility_history) AS eis_history,
       (SELECT count(*) FROM sco.quota_person) AS sco_persons, (SELECT count(*) FROM eis.quota_person WHERE held + consumed <> 0) AS eis_persons;
-- parties, transitions and waiting lists too
INSERT INTO eis.mobility_transition (from_status, to_status, party, description, source, confidence) VALUES ('cancelled', 'accepted', 'sender', 'again', 'eis', 'known');
SELECT pg_temp.try($$UPDATE eis.mobility SET status = 'accepted' WHERE student = 'p'$$) AS eis;
UPDATE sco.mobility SET status = 'cancelled' WHERE student = 'p';
SELECT pg_temp.try($$UPDATE sco.mobility SET status = 'accepted' WHERE student = 'p'$$) AS sco;
UPDATE sco.quota SET waitlist = true, seats = 2;
INSERT INTO sco.mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('w', 'KZ', 'RU', '2024-09-01', 'waitlisted');
INSERT INTO eis.mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('w', 'KZ', 'RU', '2024-09-01', 'waitlisted');
UPDATE sco.mobility SET status = 'withdrawn' WHERE student = 'r';
SELECT (SELECT status FROM sco.mobility WHERE student = 'w') AS sco, (SELECT status FROM eis.mobility WHERE student = 'w') AS eis;
SELECT * FROM pg_temp.used;
SELECT * FROM pg_temp.wrong;

-- ---- a table of the site: in one network, in both, in none ----
CREATE TABLE networks_stay (id int PRIMARY KEY, who text, home text);
SELECT sco.quota_attach('networks_stay', '{"key": "id", "student": "who", "sending_state": "home", "receiving_state": {"constant": "CN"}}');
INSERT INTO sco.quota (code, sending_state, receiving_state, seats) VALUES ('KG-CN', 'KG', 'CN', 3);
INSERT INTO eis.quota (code, sending_state, receiving_state, seats) VALUES ('KG-CN', 'KG', 'CN', 2);
INSERT INTO networks_stay VALUES (1, 'a', 'KG');
SELECT * FROM pg_temp.used WHERE code = 'KG-CN';
SELECT eis.quota_attach('networks_stay', '{"key": "id", "student": "who", "sending_state": "home", "receiving_state": {"constant": "CN"}}', 'row');
SELECT * FROM pg_temp.used WHERE code = 'KG-CN';
INSERT INTO networks_stay VALUES (2, 'b', 'KG');
-- the smaller limit decides, and what it refuses is counted nowhere
SELECT pg_temp.try($$INSERT INTO networks_stay VALUES (3, 'c', 'KG')$$);
SELECT * FROM pg_temp.used WHERE code = 'KG-CN';
SELECT 'sco' AS network, table_name, form, mapping, enabled FROM sco.quota_guard_status UNION ALL SELECT 'eis', table_name, form, mapping, enabled FROM eis.quota_guard_status;
SELECT * FROM pg_temp.wrong;
-- the guard under other names: the list knows the table, not its name
ALTER TABLE networks_stay RENAME TO networks_stays;
CREATE SCHEMA regress_site;
ALTER TABLE networks_stays SET SCHEMA regress_site;
SELECT pg_temp.try($$INSERT INTO regress_site.networks_stays VALUES (3, 'c', 'KG')$$);
UPDATE eis.quota SET seats = 4 WHERE code = 'KG-CN';
SELECT pg_temp.try($$INSERT INTO regress_site.networks_stays VALUES (3, 'c', 'KG')$$), pg_temp.try($$INSERT INTO regress_site.networks_stays VALUES (4, 'd', 'KG')$$);
-- a network that goes takes its guard along, and leaves the other's
SET client_min_messages = warning;
DROP SCHEMA eis CASCADE;
RESET client_min_messages;
SELECT tgname, tgfoid::regprocedure FROM pg_trigger WHERE tgrelid = 'regress_site.networks_stays'::regclass ORDER BY 1;
SELECT pg_temp.try($$INSERT INTO regress_site.networks_stays VALUES (4, 'd', 'KG')$$);
DELETE FROM regress_site.networks_stays WHERE id = 1;
SELECT code, held::int, consumed::int, free::int FROM sco.quota_status ORDER BY 1;
-- a table that is not on the list is refused by the guard, in every form, also to the owner of the network
CREATE TABLE networks_other (sending_state text, receiving_state text);
CREATE TRIGGER quota_guard_row_sco AFTER INSERT ON networks_other FOR EACH ROW EXECUTE FUNCTION sco.quota_guard();
INSERT INTO networks_other VALUES ('KG', 'CN');
DROP TRIGGER quota_guard_row_sco ON networks_other;
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON networks_other DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sco.quota_guard();
INSERT INTO networks_other VALUES ('KG', 'CN');
DROP TRIGGER deferred ON networks_other;
CREATE TRIGGER statement AFTER INSERT ON networks_other REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION sco.quota_guard();
INSERT INTO networks_other VALUES ('KG', 'CN');
DROP TRIGGER statement ON networks_other;
CREATE TRIGGER truncates AFTER TRUNCATE ON networks_other FOR EACH STATEMENT EXECUTE FUNCTION sco.quota_guard();
TRUNCATE networks_other;
DROP TABLE networks_other;
-- nor is one that was taken off the list by hand: nothing goes in uncounted
BEGIN;
DELETE FROM sco.quota_guarded;
SELECT pg_temp.try($$INSERT INTO regress_site.networks_stays VALUES (5, 'e', 'UZ')$$);
ROLLBACK;
SELECT sco.quota_detach('regress_site.networks_stays');
SELECT count(*) AS triggers FROM pg_trigger WHERE tgrelid = 'regress_site.networks_stays'::regclass;
SELECT code, held::int, consumed::int, free::int FROM sco.quota_status ORDER BY 1;
SELECT * FROM sco.quota_verify();
DROP TABLE regress_site.networks_stays;
DROP SCHEMA regress_site;
-- the functions that a network's are made after cannot be called, not even by who made the extension
SELECT pg_temp.try(format('SELECT %s(%s)', p.oid::regproc, (SELECT string_agg(format('NULL::%s', a::regtype), ', ') FROM unnest(p.proargtypes) a)))
FROM pg_proc p WHERE p.pronamespace = 'socu'::regnamespace AND p.proname ~ '^(quota_check|quota_audit|quota_recount)$' ORDER BY p.proname;

-- ---- at the door: states and institutions ----
SET search_path = public, sco;
CREATE TEMP TABLE door (kind text, value text);
INSERT INTO door SELECT 'state', v FROM unnest('{KZ,kz,Kz,KAZ,K,"","KZ "," KZ",_T,_U,??,XX,K1,КZ}'::text[]) v
UNION ALL SELECT 'institution', v FROM unnest('{msu.ru,MSU.RU,"msu.ru "," msu.ru",msu.ru.,.ru,msu,"",http://msu.ru,msu.ru/x,m_su.ru,МГУ.рф,xn--c1ajm.xn--p1ai,-msu.ru,pku.edu.cn}'::text[]) v;
CREATE FUNCTION pg_temp.knock(tab text, col text, value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE stored text;
BEGIN
    IF tab = 'quota' THEN
        EXECUTE format('INSERT INTO quota (code, seats, %I) VALUES (''door'', 0, $1) RETURNING %1$I', col) INTO stored USING value;
        DELETE FROM quota WHERE code = 'door';
    ELSE
        EXECUTE format('INSERT INTO mobility (student, status, starts_on, sending_state, receiving_state) VALUES (''door'', ''draft'', ''2024-09-01'', ''UZ'', ''TJ'')');
        EXECUTE format('UPDATE mobility SET %I = $1 WHERE student = ''door'' RETURNING %1$I', col) INTO stored USING value;
        DELETE FROM mobility WHERE student = 'door';
    END IF;
    RETURN 'stored ' || quote_literal(stored);
EXCEPTION WHEN integrity_constraint_violation THEN
    DELETE FROM mobility WHERE student = 'door';
    RETURN SQLSTATE;
END $$;
SELECT d.kind, quote_literal(d.value) AS value, pg_temp.knock('mobility', 'sending_' || d.kind, d.value) AS mobility,
       (SELECT count(DISTINCT pg_temp.knock(t, c || d.kind, d.value)) FROM unnest('{mobility,quota}'::text[]) t, unnest('{sending_,receiving_}'::text[]) c) = 1 AS everywhere
FROM door d;
-- the total of a report and a state in small letters do not get in beside the real ones
\set VERBOSITY terse
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('x', '_T', 'CN', '2024-09-01');
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on) VALUES ('x', 'KZ', 'RU', 'MSU.RU', '2024-09-01');

-- ---- what follows from a programme code ----
CREATE VIEW pg_temp.derived AS SELECT student, program_code, level, field, direction FROM mobility WHERE student LIKE 'd_' ORDER BY 1;
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, program_code, level, field, direction) VALUES
    ('d1', 'KZ', 'IN', '2024-09-01', 'RU2013:09.04.02', NULL, NULL, NULL), ('d2', 'KZ', 'IN', '2024-09-01', 'KZ2009:6M070300', NULL, NULL, NULL),
    ('d3', 'KZ', 'IN', '2024-09-01', 'RU2013:09.04.02', 6, 'ISCEDF:0714', 'ecology'), ('d4', 'KZ', 'IN', '2024-09-01', NULL, NULL, NULL, NULL);
SELECT student, program_code, level = level(program_code) AS level, field = isced_f(program_code, starts_on) AS field, direction = direction(program_code, starts_on) AS direction
FROM mobility WHERE student IN ('d1', 'd2') ORDER BY 1;
SELECT * FROM pg_temp.derived;
-- what is there stays when the code changes; what was taken away follows again
UPDATE mobility SET program_code = 'RU2013:05.04.06' WHERE student = 'd3';
UPDATE mobility SET program_code = 'RU2013:09.04.02', level = 7 WHERE student = 'd4';
UPDATE mobility SET level = NULL WHERE student = 'd2';
SELECT * FROM pg_temp.derived;
-- the lines count by what follows
DELETE FROM mobility WHERE student LIKE 'd_';
DELETE FROM quota;
INSERT INTO quota (code, levels, seats) VALUES ('masters', '{7}', 2);
INSERT INTO quota (code, fields, seats) VALUES ('ict', '{ISCEDF:06}', 2);
INSERT INTO quota (code, direction, seats) VALUES ('it', 'it_technologies', 2);
INSERT INTO quota (code, program_code, seats) VALUES ('below', 'RU2013:09', 2);
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, program_code) VALUES ('d5', 'KZ', 'RU', '2024-09-01', 'RU2013:09.04.02');
SELECT code, held::int FROM quota_status ORDER BY 1;
SELECT code, verdict FROM quota_check('KZ', 'RU', program_code => 'RU2013:09.03.02', field => 'ISCEDF:0613', level => 6::smallint) ORDER BY 1;
\set VERBOSITY default
-- a text that is no code is refused with the parser's hint, wherever it comes from
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, program_code) VALUES ('d6', 'KZ', 'RU', '2024-09-01', '09.04.02');
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, program_code) VALUES ('d6', 'KZ', 'RU', '2024-09-01', 'Information systems');
INSERT INTO quota (code, program_code, seats) VALUES ('no code', '6M070300', 1);
SELECT FROM mobility_nominate('{"student": "d6", "sending_state": "KZ", "receiving_state": "RU", "starts_on": "2024-09-01", "program_code": "09.04.02"}');
-- a field is a code of ISCED-F, a level one of ISCED 2011
\set VERBOSITY terse
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, field) VALUES ('d6', 'KZ', 'RU', '2024-09-01', 'RU2013:09.04.02');
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, level) VALUES ('d6', 'KZ', 'RU', '2024-09-01', 9);
SELECT pg_temp.try($$INSERT INTO quota (code, levels, seats) VALUES ('no level', '{9}', 1)$$), pg_temp.try($$INSERT INTO quota (code, fields, seats) VALUES ('no field', '{RU2013:09}', 1)$$),
       pg_temp.try($$INSERT INTO quota (code, levels, seats) VALUES ('no level', '{}', 1)$$), pg_temp.try($$INSERT INTO quota (code, fields, seats) VALUES ('no field', '{ISCEDF:06,NULL}', 1)$$);
-- a child lies within the subtree, the levels and the fields of its parent
INSERT INTO quota (code, program_code, levels, fields, seats) VALUES ('above', 'RU2013:09', '{6,7}', '{ISCEDF:06}', 9);
SELECT c, l, f, pg_temp.try(format('INSERT INTO quota (code, parent_id, program_code, levels, fields, seats) SELECT %L, quota_id, %L, %L, %L, 1 FROM quota WHERE code = ''above''', concat(c, l, f), c, l, f))
FROM (VALUES ('RU2013:09.04', '{7}', '{ISCEDF:0613}'), ('RU2013:09', '{6,7}', '{ISCEDF:06}'), ('RU2013:10', '{7}', '{ISCEDF:06}'), ('RU2013:09', '{8}', '{ISCEDF:06}'),
             ('RU2013:09', '{7}', '{ISCEDF:0613,ISCEDF:07}'), (NULL, '{7}', '{ISCEDF:06}'), ('RU2013:09', NULL, '{ISCEDF:06}'), ('RU2013:09', '{7}', NULL)) v(c, l, f);
SELECT * FROM quota_verify();

-- nothing differs from a network made now
SELECT * FROM socu.check_network('sco') WHERE severity <> 'info';
SET client_min_messages = warning;
DROP SCHEMA sco CASCADE;
