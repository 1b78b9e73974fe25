-- recognition: one student from the agreement to the decision, and what a year comes to.  Names and transcripts are made up.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SELECT socu.create_network('sco', '{recognition}');
SELECT * FROM socu.check_network('sco');
SET search_path = sco, public, socu;
SET datestyle = 'ISO';
\pset null ~
ALTER TABLE la_item ALTER COLUMN item RESTART WITH 1000;

-- ---- an agreement: home in Kazakhstan, host in Belarus, 1 : 1 credits by agreement, grades by pass range ----
INSERT INTO socu.credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence)
VALUES ('XA', 'KZ', 3, 2, 3, 2, 3, 2, 'agreement of the test', 'found');
INSERT INTO learning_agreement (agreement, student, home, host, level, field, stay, home_scheme, home_scale, grade_method, degree_credits, terms)
VALUES (1, 'S-1', 'home.kz', 'host.by', 'bachelor', 'ISCEDF:0613', '[2024-02-01,2024-07-01)', 'KZ', 'KZ_LETTER', 'pass_range', 240, 1);
INSERT INTO la_version (agreement, version, proposed) VALUES (1, 1, '2023-12-01');
INSERT INTO la_group VALUES (1, 1, 'Programming', 0.5), (1, 2, 'Databases', 0);
INSERT INTO la_item (item, agreement, side, group_no, code, title, credit, level, field) VALUES
    (1, 1, 'host', 1, 'P1', 'Programming I', '3 XA', 'bachelor', 'ISCEDF:0613'), (2, 1, 'host', 1, 'P2', 'Programming II', '3 XA', 'bachelor', 'ISCEDF:0613'),
    (3, 1, 'home', 1, 'H1', 'Programming', '9 KZ', NULL, NULL),
    (4, 1, 'host', 2, 'D1', 'Databases', '5 XA', 'bachelor', 'ISCEDF:0612'), (5, 1, 'home', 2, 'H2', 'Data models', '6 KZ', NULL, NULL),
    (6, 1, 'host', NULL, 'L1', 'Belarusian', '2 XA', NULL, 'ISCEDF:0231');
SELECT * FROM la_group_balance ORDER BY group_no;
SELECT * FROM learning_agreement_check(1, '2023-12-15');
SELECT * FROM learning_agreement_check(1, '2024-02-01');
-- fields apart: the same 0, narrow 1, broad 2, nothing in common 3
UPDATE learning_agreement SET most_field_distance = 1;
SELECT rule, group_no, severity, expected, found, message FROM learning_agreement_finding WHERE rule = 'field' ORDER BY message;
UPDATE learning_agreement SET most_field_distance = NULL;

-- ---- the tolerance: D >= -tau.  Home 9.5 with tolerance 0.5, then 9.75 ----
UPDATE la_item SET credit = '9.5 KZ' WHERE item = 3;
SELECT group_no, severity, expected, found, message FROM learning_agreement_check(1, '2023-12-15') WHERE rule = 'balance';
UPDATE la_item SET credit = '9.75 KZ' WHERE item = 3;
SELECT group_no, severity, expected, found, message FROM learning_agreement_check(1, '2023-12-15') WHERE rule = 'balance';
UPDATE la_item SET credit = '9 KZ' WHERE item = 3;

-- ---- bad agreements: each by its rule ----
BEGIN;
INSERT INTO learning_agreement (agreement, student, home, host, level, stay, home_scheme, home_scale, degree_credits, terms, term_load)
VALUES (2, 'S-2', 'home.kz', 'host.by', 'master', '[2024-02-01,2024-07-01)', 'KZ', 'KZ_LETTER', 120, 0.5, 30);
INSERT INTO la_version (agreement, version, proposed) VALUES (2, 1, '2023-12-01');
INSERT INTO la_group VALUES (2, 1), (2, 2), (2, 3);
INSERT INTO la_item (agreement, side, group_no, code, title, credit, level) VALUES
    (2, 'host', 1, 'A', 'A', '2 XA', 'bachelor'), (2, 'host', 2, 'A', 'A again', '2 XA', 'master'), (2, 'home', 1, 'H', 'H', '3 KZ', NULL), (2, 'home', 2, 'H', 'H again', '3 KZ', NULL),
    (2, 'host', 3, 'B', 'B', '2 XB', NULL), (2, 'home', NULL, 'G', 'G', '2 KZ', NULL);
SELECT * FROM learning_agreement_check(2, '2023-12-15');
-- the share of the degree at home, 3/5 of 120: 30 abroad is 3/4, 48 exactly 3/5, 54 is 11/20
DELETE FROM la_item WHERE agreement = 2;
INSERT INTO la_item (agreement, side, code, title, credit) VALUES (2, 'host', 'A', 'A', '20 XA');
SELECT count(*) AS at_three_quarters FROM learning_agreement_check(2) WHERE rule = 'residence';
UPDATE learning_agreement SET abroad_before = 18 WHERE agreement = 2;
SELECT count(*) AS at_exactly_three_fifths FROM learning_agreement_check(2) WHERE rule = 'residence';
UPDATE learning_agreement SET abroad_before = 24 WHERE agreement = 2;
SELECT severity, expected, found FROM learning_agreement_check(2) WHERE rule = 'residence';
UPDATE learning_agreement SET residence_share = NULL WHERE agreement = 2; -- off
SELECT count(*) FROM learning_agreement_check(2) WHERE rule = 'residence';
-- rounding lines or the total: 1, 2, 3, 4 old credits at 3/2, half up to 1: 2 + 3 + 5 + 6 = 16, once 15
UPDATE learning_agreement SET rounding_step = 1 WHERE agreement = 2;
DELETE FROM la_item WHERE agreement = 2;
INSERT INTO la_item (agreement, side, code, title, credit) SELECT 2, 'host', c, c, credit(c, 'XA') FROM generate_series(1, 4) c;
SELECT severity, expected, found, message FROM learning_agreement_check(2) WHERE rule = 'rounding';
ROLLBACK;

-- ---- versions: each signed before the next; a signature is for the version it names ----
INSERT INTO la_version (agreement, version, proposed) VALUES (1, 2, '2024-02-10');
SELECT la_sign(1, 1, p, '2024-01-10') FROM unnest('{student,home,host}'::text[]) p;
SELECT la_sign(1, 1, 'rector');
UPDATE la_item SET title = 'Programming for all' WHERE item = 1;
DELETE FROM la_item WHERE item = 1;
INSERT INTO la_version (agreement, version, proposed) VALUES (1, 2, '2024-02-10');
SELECT la_sign(1, 1, 'home');
-- five courses of 6, then version 2 takes one away and adds one of 5: 29; taken back in version 3 it stands once, with a number of its own
BEGIN;
INSERT INTO learning_agreement (agreement, student, home, host, stay, home_scheme, home_scale) VALUES (3, 'S-3', 'home.kz', 'host.by', '[2026-03-02,2026-07-01)', 'ECTS', 'ECTS_AF');
INSERT INTO la_version (agreement, version, proposed) VALUES (3, 1, '2026-01-01');
INSERT INTO la_item (item, agreement, side, code, title, credit) SELECT 30 + i, 3, 'host', 'C' || i, 'C' || i, '6 ECTS' FROM generate_series(1, 5) i;
SELECT la_sign(3, 1, p, '2026-01-10') FROM unnest('{student,home,host}'::text[]) p;
INSERT INTO la_version (agreement, version, proposed) VALUES (3, 2, '2026-03-10');
UPDATE la_item SET removed_in = 2, reason = 'NOT_AVAILABLE' WHERE item = 35;
INSERT INTO la_item (item, agreement, side, code, title, credit, added_in) VALUES (36, 3, 'host', 'C6', 'C6', '5 ECTS', 2);
SELECT count(*), sum(home_credit) FROM la_item_current WHERE agreement = 3;
SELECT la_sign(3, 2, p, '2026-03-15') FROM unnest('{student,home,host}'::text[]) p;
SAVEPOINT s;
UPDATE la_item SET removed_in = NULL WHERE item = 35;
ROLLBACK TO s;
INSERT INTO la_version (agreement, version, proposed) VALUES (3, 3, '2026-04-06');
INSERT INTO la_item (item, agreement, side, code, title, credit, added_in) VALUES (37, 3, 'host', 'C5', 'C5', '6 ECTS', 3);
SELECT count(*), sum(home_credit), max(item) FILTER (WHERE code = 'C5') AS row_of_its_own FROM la_item_current WHERE agreement = 3;
-- changes until five weeks after the first day: 6 April is the last one
SELECT expected, found FROM learning_agreement_check(3, '2026-05-01') WHERE rule = 'late_change';
UPDATE la_version SET proposed = '2026-04-07' WHERE agreement = 3 AND version = 3;
SELECT expected, found, message FROM learning_agreement_check(3, '2026-05-01') WHERE rule = 'late_change';
-- a declined version leaves the one before in force
UPDATE la_version SET declined = '2026-04-08' WHERE agreement = 3 AND version = 3;
SELECT count(*), sum(home_credit) FROM la_item_current WHERE agreement = 3;
ROLLBACK;

-- ---- results come: 10 and 8 of 10 for the group of two, a 9; the language is only passed ----
UPDATE la_version SET declined = now() WHERE agreement = 1 AND version = 2;
INSERT INTO achievement (student, institution, item, code, title, credit, grade, scale, completed, status) VALUES
    ('S-1', 'host.by', 1, 'P1', 'Programming I', '3 XA', '10', 'BY_10', '2024-06-20', 'passed'),
    ('S-1', 'host.by', 4, 'D1', 'Databases', '5 XA', '9', 'BY_10', '2024-06-21', 'passed'),
    ('S-1', 'host.by', 6, 'L1', 'Belarusian', '2 XA', 'зачтено', 'BY_ZACHET', '2024-06-22', 'passed');
INSERT INTO recognition_case VALUES (1, 1, '2024-07-15');
-- one of the two is missing: nothing for the group
SELECT group_no, wanted, earned, recognised, proposal, grade, warnings FROM recognise(1);
INSERT INTO achievement (student, institution, item, code, title, credit, grade, scale, completed, status) VALUES
    ('S-1', 'host.by', 2, 'P2', 'Programming II', '3 XA', '8', 'BY_10', '2024-06-20', 'passed');
-- 10 is A (4.0), 8 is 3.0: B; the mean of 4 and 3 by equal credit is 3.5, between A- (3.67) and B+ (3.33): the better
SELECT group_no, wanted, earned, recognised, proposal, grade, points, warnings FROM recognise(1);
SELECT computation FROM recognise(1);
SELECT * FROM recognition_explain(1);
SELECT * FROM academic_difference;
SELECT transcript_total('S-1', 'KZ');

-- ---- decided: in one go, never more than was earned, never edited ----
SELECT group_no, outcome FROM recognition_decide(1, '2024-07-29', refused => '{2}');
SELECT group_no, outcome, earned, recognised, grade, scale, difference, decided_by = current_user AS mine
FROM recognition_decide(1, '2024-07-29', 'Lisbon Convention, art. V.1', '{2}', 'outcomes', 'no practical part');
SELECT recognition_decide(1, '2024-07-30');
SELECT recognition_decide(99, '2024-07-30');
UPDATE recognition_decision SET recognised = earned;
DELETE FROM recognition_decision;
INSERT INTO recognition_decision (recognition_case, group_no, outcome, earned, recognised, computation, decided_on, decided_by)
VALUES (1, 1, 'full', '9 KZ', '9 KZ', 'by hand', '2024-08-01', 'me');
\set VERBOSITY terse
SELECT recognition_supersede(3, '2024-08-10', '5 KZ', 'A-', 'practical part shown');
SELECT outcome, recognised, grade, supersedes FROM recognition_supersede(3, '2024-08-10', '6 KZ', 'A-', 'practical part shown');
SELECT recognition_supersede(3, '2024-08-11', '6 KZ', 'A', 'once more', 'workload');
SELECT outcome, recognised, grade, supersedes FROM recognition_supersede((SELECT decision FROM recognition_result WHERE group_no = 2), '2024-08-12', '5 KZ', 'A-', 'on appeal', 'workload');
SELECT recognition_supersede((SELECT decision FROM recognition_result WHERE group_no = 2), '2024-08-12', '8 KZ', 'A-', 'too much');
SELECT * FROM recognition_explain(1);
SELECT item, title, credit, hours_low FROM academic_difference;
INSERT INTO recognition_decision (recognition_case, group_no, outcome, earned, recognised, computation, decided_on, decided_by, supersedes)
VALUES (1, 1, 'full', '9 KZ', '9.5 KZ', 'too much', '2024-08-01', 'me', 2);

\set VERBOSITY default

-- ---- a group of pass and grade is a pass; an unreadable grade and a missing rate are warnings, not the end ----
INSERT INTO learning_agreement (agreement, student, home, host, stay, home_scheme, home_scale, grade_method, valid_months)
VALUES (4, 'S-4', 'home.kz', 'host.by', '[2024-02-01,2024-07-01)', 'KZ', 'KZ_LETTER', 'pass_range', 24);
INSERT INTO la_version (agreement, version, proposed) VALUES (4, 1, '2023-12-01');
INSERT INTO la_group SELECT 4, g FROM generate_series(1, 4) g;
INSERT INTO la_item (item, agreement, side, group_no, code, title, credit) VALUES (41, 4, 'host', 1, 'A', 'A', '2 XA'), (42, 4, 'host', 1, 'B', 'B', '2 XA'), (43, 4, 'home', 1, 'H', 'H', '6 KZ'),
    (44, 4, 'host', 2, 'C', 'C', '2 XB'), (45, 4, 'home', 2, 'I', 'I', '3 KZ'), (46, 4, 'host', 3, 'D', 'D', '2 XA'), (47, 4, 'home', 3, 'J', 'J', '3 KZ'),
    (48, 4, 'host', 4, 'E', 'E', '2 XA'), (49, 4, 'home', 4, 'K', 'K', '4 KZ');
INSERT INTO achievement (student, institution, item, title, credit, grade, scale, completed, status) VALUES
    ('S-4', 'host.by', 41, 'A', '2 XA', '9', 'BY_10', '2024-06-20', 'passed'), ('S-4', 'host.by', 42, 'B', '2 XA', 'зачтено', 'BY_ZACHET', '2024-06-20', 'passed'),
    ('S-4', 'host.by', 44, 'C', '2 XB', '9', 'BY_10', '2024-06-20', 'passed'), ('S-4', 'host.by', 46, 'D', '2 XA', '11', 'BY_10', '2020-06-20', 'passed'),
    ('S-4', 'host.by', 48, 'E', '2 XA', '9', 'NOWHERE', '2024-06-20', 'passed');
INSERT INTO recognition_case VALUES (4, 4, '2024-07-15');
SELECT group_no, wanted, earned, recognised, proposal, grade, warnings FROM recognise(4);
SELECT count(*) FROM recognition_proposal WHERE amount(recognised) > amount(earned) OR amount(recognised) > amount(wanted);
-- a component has one result
INSERT INTO achievement (student, institution, item, title, credit, completed, status) VALUES ('S-4', 'host.by', 41, 'A', '2 XA', '2024-06-20', 'passed');

-- ---- the indicators of a year: earned 30, 30, 20, 15; recognised 30, 24, 0, undecided ----
BEGIN;
TRUNCATE recognition_decision, recognition_case;
INSERT INTO learning_agreement (agreement, student, home, host, stay, home_scheme, home_scale) SELECT 100 + i, 'I-' || i, 'uni.kz', 'host.by', '[2024-02-01,2024-07-01)', 'ECTS', 'ECTS_AF' FROM generate_series(1, 4) i;
INSERT INTO la_version (agreement, version, proposed) SELECT 100 + i, 1, '2023-12-01' FROM generate_series(1, 4) i;
INSERT INTO la_item (agreement, side, title, credit) SELECT 100 + i, 'host', 'x', '30 ECTS' FROM generate_series(1, 4) i;
INSERT INTO recognition_case SELECT 100 + i, 100 + i, '2024-07-01', CASE WHEN i < 4 THEN now() END FROM generate_series(1, 4) i;
INSERT INTO recognition_decision (recognition_case, outcome, earned, recognised, computation, difference, reason, decided_on, decided_by) VALUES
    (101, 'full', '30 ECTS', '30 ECTS', 'x', NULL, NULL, '2024-07-11', 'r'), (102, 'partial', '30 ECTS', '24 ECTS', 'x', 'workload', 'x', '2024-07-21', 'r'), (103, 'refused', '20 ECTS', '0 ECTS', 'x', 'level', 'x', '2024-08-30', 'r');
-- 54/80, (100 + 80 + 0)/3, 1/3, median of 10, 20, 60, 1/4, 80/90
SELECT * FROM recognition_indicator;
SELECT * FROM recognition_refusal ORDER BY difference;
ROLLBACK;

-- ---- roles: who has a duty sees the records of the institution, a registrar decides ----
CREATE ROLE regress_office;
CREATE ROLE regress_registrar;
CREATE ROLE regress_elsewhere;
SELECT recognition_grant('regress_office', 'office', 'home.kz'), recognition_grant('regress_registrar', 'registrar', 'home.kz'), recognition_grant('regress_elsewhere', 'registrar', 'other.kz');
UPDATE recognition_case SET closed = NULL WHERE recognition_case = 4;
SET ROLE regress_elsewhere;
SELECT count(*) AS agreements, (SELECT count(*) FROM achievement) AS results, (SELECT count(*) FROM recognition_decision) AS decisions, (SELECT count(*) FROM la_item) AS items FROM learning_agreement;
SELECT recognition_decide(4, '2024-08-01', difference => 'workload', reason => 'see the lines');
SET ROLE regress_office;
SELECT count(*) AS agreements, (SELECT count(*) FROM achievement) AS results, (SELECT count(*) FROM recognition_decision) AS decisions, (SELECT count(*) FROM la_item) AS items FROM learning_agreement;
SELECT recognition_decide(4, '2024-08-01', difference => 'workload', reason => 'see the lines');
SET ROLE regress_registrar;
SELECT recognition_decide(4, '2024-08-01', difference => 'workload', reason => 'see the lines');
SELECT group_no, outcome, earned, recognised, grade, decided_by FROM recognition_decide(4, '2024-08-01', refused => '{2}', difference => 'workload', reason => 'see the lines');
UPDATE recognition_decision SET grade = 'A';
UPDATE la_item SET title = 'x';
SELECT recognition_grant('regress_registrar', 'registrar', 'other.kz');
RESET ROLE;
RESET search_path;
DROP SCHEMA sco CASCADE;
DROP OWNED BY regress_office, regress_registrar, regress_elsewhere;
DROP ROLE regress_office;
DROP ROLE regress_registrar;
DROP ROLE regress_elsewhere;
DELETE FROM socu.credit_rate WHERE from_scheme = 'XA';
