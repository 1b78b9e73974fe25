-- credit: the rules are rows.  A site's own rows outrank the shipped ones; changes count at once.
SET search_path = public, socu;

-- What ships: every scheme of the compiled list that is not a bare country code, each with its source.
SELECT count(*) AS schemes, count(DISTINCT label) AS labels, count(*) FILTER (WHERE source = '') AS without_source FROM credit_scheme WHERE shipped;
SELECT confidence, count(*) FROM credit_scheme GROUP BY 1 ORDER BY 1;
SELECT count(*) AS rates, count(*) FILTER (WHERE to_scheme = 'ECTS') AS to_ects FROM credit_rate WHERE shipped;
SET datestyle = iso;
SELECT state, label, r.validity, r.date_basis, num, den, high_num, high_den FROM credit_scheme s JOIN credit_rate r ON label = from_scheme AND to_scheme = 'ECTS' AND r.validity && s.validity
WHERE state IN ('RU', 'KZ', 'KG', 'UZ', 'BY') ORDER BY label, r.validity;

BEGIN;
-- A site's own scheme and rate.
INSERT INTO credit_scheme (label, name_en, basis, hours_low, hours_high, hour_minutes, source, confidence) VALUES ('XA', 'Our old credit', 'workload', 27, 27, 60, 'senate, 2001', 'found');
SELECT credit_convert('10 XA', 'ECTS', method => 'M2', bound => 'high');
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('XA', 'ECTS', 9, 10, 1, 1, 27, 25, 'senate, 2002', 'found');
SELECT credit_convert('10 XA', 'ECTS'), credit_convert('10 XA', 'KZ', bound => 'low'), credit_convert('10 XA', 'KZ', bound => 'high');
-- An override outranks the shipped rate on its dates only.
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, validity, source, confidence)
VALUES ('RU_ZET', 'ECTS', 4, 5, 4, 5, 4, 5, '[2024-01-01,2025-01-01)', 'agreement 17', 'found');
SELECT d, credit_convert('5 RU_ZET', 'ECTS', d) FROM unnest('{2023-12-31,2024-01-01,2024-12-31,2025-01-01}'::date[]) d;
-- The more specific rate wins: level before none.
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, level, source, confidence) VALUES ('XA', 'ECTS', 2, 1, 2, 1, 2, 1, 'master', 'senate, 2003', 'found');
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, activity, source, confidence) VALUES ('XA', 'ECTS', 3, 1, 3, 1, 3, 1, 'practice', 'senate, 2003', 'found');
SELECT credit_convert('1 XA', 'ECTS') AS plain, credit_convert('1 XA', 'ECTS', level => 'bachelor') AS bachelor, credit_convert('1 XA', 'ECTS', level => 'master') AS master,
       credit_convert('1 XA', 'ECTS', activity => 'practice') AS practice, credit_convert('1 XA', 'ECTS', level => 'master', activity => 'practice') AS both;
-- Class hours of an own activity.
INSERT INTO credit_activity (scheme, activity, contact_hours_low, contact_hours_high, source, confidence) VALUES ('US_SCH', 'studio', 45, 45, 'catalogue', 'found');
SELECT credit_from_hours(90, 'US_SCH', '2020-01-01', 'studio');
-- A change inside a subtransaction that is rolled back is forgotten.
SAVEPOINT s;
UPDATE credit_rate SET num = 3, high_num = 3, den = 1, high_den = 1 WHERE from_scheme = 'XA' AND level IS NULL AND activity IS NULL;
SELECT credit_convert('1 XA', 'ECTS');
ROLLBACK TO s;
SELECT credit_convert('1 XA', 'ECTS');
-- One statement sees one set of rules, the next one the change; also inside a function that runs on.
DO $$
DECLARE a credit; b credit; c credit;
BEGIN
    a := credit_convert('1 XA', 'ECTS');
    DELETE FROM credit_rate WHERE from_scheme = 'XA';
    INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('XA', 'ECTS', 5, 1, 5, 1, 5, 1, 'senate, 2004', 'found');
    b := credit_convert('1 XA', 'ECTS');
    UPDATE credit_rate SET low_num = 6, num = 6, high_num = 6 WHERE from_scheme = 'XA';
    c := credit_convert('1 XA', 'ECTS');
    RAISE NOTICE '% then % then %', a, b, c;
END $$;
-- COPY and a prepared statement with a generic plan see changes too.
PREPARE p(credit) AS SELECT credit_convert($1, 'ECTS', '2024-06-01');
SET plan_cache_mode = force_generic_plan;
EXECUTE p('1 XA');
DELETE FROM credit_rate WHERE from_scheme = 'XA';
COPY credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) FROM stdin;
XA	ECTS	7	1	7	1	7	1	copied	found
\.
EXECUTE p('1 XA');
DELETE FROM credit_rate WHERE NOT shipped;
EXECUTE p('1 XA');
ROLLBACK;
-- After the rollback nothing of it is left.
SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01');
SELECT credit_convert('1 XA', 'ECTS', '2024-06-01');

-- What the tables refuse.
BEGIN;
SAVEPOINT s;
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, validity, source, confidence)
VALUES ('XA', 'ECTS', 1, 1, 1, 1, 1, 1, '[2024-01-01,2025-01-01)', 's', 'found'), ('XA', 'ECTS', 2, 1, 2, 1, 2, 1, '[2024-12-31,2026-01-01)', 's', 'found'); -- overlap
ROLLBACK TO s;
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, validity, source, confidence)
VALUES ('XA', 'ECTS', 1, 1, 1, 1, 1, 1, '[2024-01-01,2025-01-01)', 's', 'found'), ('XA', 'ECTS', 2, 1, 2, 1, 2, 1, '[2025-01-01,2026-01-01)', 's', 'found'); -- one after the other is fine
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('XB', 'ECTS', 3, 1, 2, 1, 4, 1, 's', 'found'); -- low above standard
ROLLBACK TO s;
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('XB', 'ECTS', 0, 1, 0, 1, 0, 1, 's', 'found'); -- zero
ROLLBACK TO s;
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('FOO', 'ECTS', 1, 1, 1, 1, 1, 1, 's', 'found'); -- no such scheme
ROLLBACK TO s;
INSERT INTO credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence) VALUES ('xb', 'ECTS', 1, 1, 1, 1, 1, 1, 's', 'found'); -- not in capitals
ROLLBACK TO s;
UPDATE credit_rate SET num = 2 WHERE from_scheme = 'RU_ZET' AND shipped;
ROLLBACK TO s;
DELETE FROM credit_scheme WHERE label = 'ECTS';
ROLLBACK TO s;
TRUNCATE credit_rate;
ROLLBACK TO s;
INSERT INTO credit_scheme (label, name_en, basis, source, confidence, shipped) VALUES ('XB', 'x', 'workload', 's', 'found', true);
ROLLBACK;

-- Anyone may read the rules and convert; only the owner may write them.
CREATE ROLE socu_credit_reader;
SET ROLE socu_credit_reader;
SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01');
DELETE FROM credit_rate;
RESET ROLE;
DROP ROLE socu_credit_reader;
