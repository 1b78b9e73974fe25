-- recognition: one student from the agreement to the decision.  Run it in a scratch database:  psql -f examples/recognition.sql
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS socu CASCADE;
BEGIN;
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sample', '{recognition}');
SET LOCAL search_path = sample, socu, public;

\echo 'Agreed: two courses in Minsk stand for one in Karaganda, a third is an elective.'
INSERT INTO learning_agreement (agreement, student, home, host, level, field, stay, home_scheme, home_scale, credit_method, grade_method)
VALUES (1, 'S-0001', 'home.example', 'host.example', 'bachelor', 'ISCEDF:0613', '[2024-02-01,2024-07-01)', 'KZ', 'KZ_LETTER', 'M4', 'pass_range');
INSERT INTO la_version (agreement, version, proposed) VALUES (1, 1, '2023-12-01');
INSERT INTO la_group VALUES (1, 1, 'Programming', 0.5);
INSERT INTO la_item (item, agreement, side, group_no, code, title, credit) VALUES
    (1, 1, 'host', 1, 'P1', 'Programming I', '6 BY_ZET'), (2, 1, 'host', 1, 'P2', 'Programming II', '6 BY_ZET'),
    (3, 1, 'home', 1, 'H1', 'Programming', '12 KZ'), (4, 1, 'host', NULL, 'L1', 'Belarusian', '3 BY_ZET');
SELECT * FROM learning_agreement_check(1, '2024-01-15');
SELECT la_sign(1, 1, party, '2024-01-20') FROM unnest('{student,home,host}'::text[]) AS party;

\echo 'Achieved: 10 and 8 of ten, and a pass.'
INSERT INTO achievement (student, institution, item, title, credit, grade, scale, completed, status) VALUES
    ('S-0001', 'host.example', 1, 'Programming I', '6 BY_ZET', '10', 'BY_10', '2024-06-20', 'passed'),
    ('S-0001', 'host.example', 2, 'Programming II', '6 BY_ZET', '8', 'BY_10', '2024-06-21', 'passed'),
    ('S-0001', 'host.example', 4, 'Belarusian', '3 BY_ZET', 'зачтено', 'BY_ZACHET', '2024-06-22', 'passed');
INSERT INTO recognition_case VALUES (1, 1, '2024-07-10');

\echo 'Proposed:'
SELECT group_no, wanted, earned, recognised, proposal, grade, warnings FROM recognise(1);
\echo 'Decided:'
SELECT group_no, outcome, recognised, grade FROM recognition_decide(1, '2024-07-20', 'agreement between the universities');
SELECT * FROM recognition_explain(1);
SELECT * FROM recognition_indicator;
ROLLBACK;
