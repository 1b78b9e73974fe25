-- credit: rates of a site's own, and questions that no rule knows.
SET search_path = socu, public;
\set SHOW_CONTEXT never
BEGIN;
-- A rate of one's own is one call; it outranks the shipped rate in both directions: 1 ECTS = 1/3 US_SCH, so 2 US_SCH are 6 ECTS.
SELECT credit_convert('2 US_SCH', 'ECTS', '2024-06-01') AS shipped;
SELECT credit_rate_add('ECTS', 'US_SCH', '1/3', source => 'senate, 2024');
SELECT credit_convert('3 ECTS', 'US_SCH', '2024-06-01') AS own, credit_convert('2 US_SCH', 'ECTS', '2024-06-01') AS backwards;
SELECT path FROM credit_equivalence('US_SCH', 'ECTS', '2024-06-01') WHERE method = 'M1';
-- A direct rate of one's own stands before its own inverse: 1 US_SCH = 2.5 ECTS now.
SELECT credit_rate_add('us_sch', 'ECTS', '2.5', '[2024-01-01,2025-01-01)', low => '2', high => '3');
SELECT credit_convert('2 US_SCH', 'ECTS', '2024-06-01') AS direct, credit_convert('2 US_SCH', 'ECTS', '2025-06-01') AS later,
       credit_convert('2 US_SCH', 'ECTS', '2024-06-01', bound => 'high') AS high;
SAVEPOINT s;
SELECT credit_rate_add('ECTS', 'US_SCH', '1/4');
ROLLBACK TO s;
SELECT credit_rate_add('ECTS', 'KZ', '0');
ROLLBACK TO s;
SELECT credit_rate_add('ECTS', 'KZ', '3:2');
ROLLBACK TO s;
SELECT credit_rate_add('ECTS', NULL, '3/2');
ROLLBACK TO s;

-- A level that no rule knows is an error, not the general rate; case does not matter.
SELECT credit_rate_add('XA', 'ECTS', '2', level => 'master');
SELECT credit_rate_add('XA', 'ECTS', '3', activity => 'practice');
SELECT credit_convert('1 XA', 'ECTS', '2024-06-01', level => 'Master') AS level, credit_convert('1 XA', 'ECTS', '2024-06-01', activity => 'PRACTICE') AS activity;
SAVEPOINT s;
SELECT credit_convert('1 XA', 'ECTS', '2024-06-01', level => 'magistr');
ROLLBACK TO s;
SELECT credit_convert('1 XA', 'ECTS', '2024-06-01', activity => 'praktika');
ROLLBACK TO s;
-- With rates of levels only, the message says for which.
SELECT credit_convert('1 XA', 'ECTS', '2024-06-01');
ROLLBACK TO s;
-- Letters that are no state's are no scheme; a state without a rate of its own has named ones.
SELECT '7.5 hp'::credit;
ROLLBACK TO s;
SELECT credit_convert('5 RU', 'ECTS', '2024-06-01');
ROLLBACK TO s;
SELECT credit_scheme_known('5 KZ') AS kz, credit_scheme_known('5 CR') AS costa_rica, credit_scheme_known('5 KZ', '2010-01-01') AS kz_in_2010, credit_scheme_known(NULL) AS none;

-- What is written carelessly.
SELECT credit(7.5, 'ECTS ') AS trimmed;
SELECT credit_convert_amount(10.0/3, 'KZ', 'ECTS', '2024-06-01');
ROLLBACK TO s;
SELECT round('5 KZ'::credit, 1e-30);
ROLLBACK TO s;
SELECT E'7.5\u00A0ECTS'::credit;
ROLLBACK TO s;
SELECT E'7.5 \u0415CTS'::credit;
ROLLBACK;
