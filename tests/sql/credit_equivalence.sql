-- credit: conversion.  The worked examples are those of the published methods; expected values are computed by hand.
SET search_path = public, socu;

CREATE FUNCTION pg_temp.refused(expression text, OUT state text, OUT message text, OUT detail text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'SELECT ' || expression;
    message := 'accepted';
EXCEPTION WHEN others THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;

-- Example 1: 108 academic hours are 3 units (108/36), 3 ECTS, 81 clock hours (108 * 45/60).
SELECT credit_from_hours(108, 'RU_ZET', '2020-01-01') AS units, credit_convert('3 RU_ZET', 'ECTS', '2020-01-01') AS ects;
SELECT * FROM workload('3 RU_ZET', '2020-01-01');
-- Example 2: 4 RU_ZET by workload: 4 * 27/30 = 18/5 to 4 * 27/25 = 108/25; by the published ratio 4.
SELECT credit_convert('4 RU_ZET', 'ECTS', '2020-01-01', 'M2', 'low') = '18/5 ECTS' AS low, credit_convert('4 RU_ZET', 'ECTS', '2020-01-01', 'M2', 'high') = '108/25 ECTS' AS high,
       credit_convert('4 RU_ZET', 'ECTS', '2020-01-01') AS published;
-- Example 3: factor 3/2 on lines of 1, 2, 3, 4; half-up per line 2, 3, 5, 6; the order of rounding matters.
SELECT c, credit_convert(c, 'ECTS', '2012-01-01') AS exact, credit_convert(c, 'ECTS', '2012-01-01', rounding_step => 1) AS rounded
FROM unnest('{"1 KZ_2004","2 KZ_2004","3 KZ_2004","4 KZ_2004"}'::credit[]) c;
SELECT credit_total(c, 'ECTS', '2012-01-01') AS exact,
       credit_total(c, 'ECTS', '2012-01-01', 1, 'half_up', 'per_line') AS per_line,
       credit_total(c, 'ECTS', '2012-01-01', 1, 'half_up', 'per_group') AS per_group,
       credit_total(c, 'ECTS', '2012-01-01', 1, 'half_up', 'total') AS total
FROM unnest('{"1 KZ_2004","2 KZ_2004","3 KZ_2004","4 KZ_2004"}'::credit[]) c;
-- Example 4: 75 h: 5/2 to 3; 105 h: 7/2 to 21/5; the cohort decides: 3 credits are 9/2 or 3 ECTS.
SELECT b, credit_convert('1 KZ_2004_MA_SCI', 'ECTS', '2015-01-01', NULL, b), credit_convert('1 KZ_2004_PHD', 'ECTS', '2015-01-01', NULL, b)
FROM unnest(ARRAY['low', 'standard', 'high']) b;
SELECT credit_convert('3 KZ_2004', 'ECTS', '2019-06-01', cohort => '2016-09-01') AS old_cohort, credit_convert('3 KZ', 'ECTS', '2019-06-01', cohort => '2018-12-01') AS new_cohort;
SELECT * FROM pg_temp.refused($$credit_convert('3 KZ_2004', 'ECTS', '2019-06-01')$$);
-- Example 5: 18 credits of a degree of 150 in 4 years: 144/5; half-up 29; floor to 1/2 57/2; at 3/2 27.
SELECT credit_year_share('18 CN_18', 150, 4, 'ECTS') = '144/5 ECTS' AS exact, credit_year_share('18 CN_18', 150, 4, 'ECTS', 60, 1) AS half_up,
       credit_year_share('18 CN_18', 150, 4, 'ECTS', 60, 0.5, 'floor') AS floor, '18 CN_18'::credit * 1.5 AS flat;
SELECT credit_convert('18 CN_18', 'ECTS', '2020-01-01', 'M4') AS by_year;
-- Example 6: 5 quarter hours: 10/3 semester hours, 20/3 ECTS; 13/2, 7, 6 rounded.
SELECT credit_convert('5 US_QH', 'US_SCH', '2020-01-01') AS semester, credit_convert('5 US_QH', 'ECTS', '2020-01-01') AS ects,
       credit_convert('5 US_QH', 'ECTS', '2020-01-01', rounding_step => 0.5) AS half, credit_convert('5 US_QH', 'ECTS', '2020-01-01', rounding_step => 1) AS whole,
       credit_convert('5 US_QH', 'ECTS', '2020-01-01', rounding_step => 1, rounding_mode => 'floor') AS floor;
-- Example 7: 4 credits at a host with 16 a semester: 15/2 of 30; at a home with 9 a semester: 9/4.
SELECT credit_semester_share('4 XA', 16, 'UCTS_1999', 30) AS points, credit_semester_share('15/2 UCTS_1999', 30, 'XB', 9) AS home;
-- Example 8: 2 theory and 1 laboratory unit (32 h and 32 h of 60 min): 64/25 + 32/25 = 96/25; not 128/25.
SELECT sum(credit_from_hours(hours, 'US_SCH', '2020-01-01', activity, 60)) = '96/25 US_SCH' AS by_activity,
       sum(credit_from_hours(hours, 'US_SCH', '2020-01-01', 'lecture', 60)) = '128/25 US_SCH' AS ignoring_it
FROM (VALUES (32, 'lecture'), (32, 'laboratory')) v(hours, activity);
SELECT credit_convert('2 IR_VAHED', 'US_SCH', '2020-01-01', 'M3', activity => 'lecture') + credit_convert('1 IR_VAHED', 'US_SCH', '2020-01-01', 'M3', activity => 'laboratory') = '96/25 US_SCH' AS by_m3;
-- Example 9: 4 credits of the Indian framework: 4 to 24/5 by hours, 6 by the year; no rule chooses.
SELECT credit_convert('4 IN_NCRF', 'ECTS', '2025-01-01', 'M2', 'low'), credit_convert('4 IN_NCRF', 'ECTS', '2025-01-01', 'M2', 'high') = '24/5 ECTS', credit_convert('4 IN_NCRF', 'ECTS', '2025-01-01', 'M4');
\x on
SELECT * FROM pg_temp.refused($$credit_convert('4 IN_NCRF', 'ECTS', '2025-01-01')$$);
SELECT * FROM pg_temp.refused($$credit_convert('4 IN_NCRF', 'ECTS', '2025-01-01', 'M2')$$);
\x off
-- Example 10: through ECTS: 15 * 1/2 / 2 = 15/4.
SELECT credit_convert('15 UK_CATS', 'US_SCH', '2020-01-01') = '15/4 US_SCH';
-- Example 21: 100 hours: 25/9; half-up to a half 3, floor 5/2; 90 hours exactly 5/2.
SELECT credit_from_hours(100, 'RU_ZET_2002', '2005-01-01') AS exact, credit_from_hours(100, 'RU_ZET_2002', '2005-01-01', rounding_step => 0.5) AS half_up,
       credit_from_hours(100, 'RU_ZET_2002', '2005-01-01', rounding_step => 0.5, rounding_mode => 'floor') AS floor, credit_from_hours(90, 'RU_ZET_2002', '2005-01-01') AS "90 hours";

-- Why this number?  M2 with minutes: 45 * 50 / (30 * 60) = 5/4 to 45 * 50 / (25 * 60) = 3/2.
SELECT method, num, den, high_num, high_den, path, confidence FROM credit_equivalence('KZ_2004', 'ECTS', '2012-01-01');
SELECT method, num, den, high_num, high_den, path, confidence FROM credit_equivalence('IN_NCRF', 'KZ', '2025-01-01');
SELECT method, num, den, high_num, high_den, path, confidence FROM credit_equivalence('TJ', 'RU_ZET', '2020-01-01');
SELECT method, num, den, path FROM credit_equivalence('ECTS', 'ects');
SELECT count(*) AS routes, count(source) AS with_source, count(*) FILTER (WHERE source LIKE '%order 152%' AND source LIKE '%FGOS%') AS with_both
FROM credit_equivalence('KZ_2004_PR_PED', 'RU_ZET', '2015-01-01') WHERE method = 'M1';
-- The inverse of a range: 5/9 to 2/3.
SELECT num, den, low_num, low_den, high_num, high_den FROM credit_equivalence('ECTS', 'KZ_2004', '2012-01-01') WHERE method = 'M1';
SELECT credit_convert('9 ECTS', 'KZ_2004', '2012-01-01', bound => b) FROM unnest(ARRAY['low', 'standard', 'high']) b;
-- M1 there and back is the identity, for every scheme that has a rate.
SELECT count(*) AS rates, count(*) FILTER (WHERE credit_convert(credit_convert(credit(60, from_scheme), to_scheme, d), from_scheme, d) <> credit(60, from_scheme)) AS not_identical
FROM credit_rate, LATERAL (SELECT lower(validity) AS d) v;

-- workload() leaves out what a rule does not say.
SELECT c, w.* FROM unnest('{"1 ECTS","6 KG","5 UZ","2 CN_18","4 XA","-3 RU_ZET","2 MN"}'::credit[]) c, workload(c, '2020-01-01') w;

-- Plain columns: the same answers.
SELECT credit_convert_amount(5, 'US_QH', 'ECTS', '2020-01-01') AS exact, credit_convert_amount(5, 'US_QH', 'ECTS', '2020-01-01', rounding_step => 0.5) AS half,
       credit_convert_amount(3, 'KZ_2004', 'ECTS', '2019-06-01', cohort => '2016-09-01') AS cohort, credit_convert_amount(4.123456, 'RU_ZET', 'KZ', '2020-01-01') AS precise;

-- Totals across schemes: 7.5 + 3 + 2 * 2 = 14.5; one row at a time; none; a mixed target.
SELECT credit_total(c, 'ECTS', '2020-01-01') FROM unnest('{"7.5 ECTS","3 RU_ZET",NULL,"2 US_SCH"}'::credit[]) c;
SELECT credit_total(c, 'ECTS', '2020-01-01') FROM unnest('{}'::credit[]) c;
SELECT credit_total(c, 'ECTS', NULL) FROM unnest('{NULL}'::credit[]) c;
-- Thirds that no single line could round away: 3 * 20/3 = 20 exactly, 7 + 7 + 7 = 21 by line.
SELECT credit_total('5 US_QH', 'ECTS', '2020-01-01') AS exact, credit_total('5 US_QH', 'ECTS', '2020-01-01', 1, 'half_up', 'per_line', NULL, 'standard', NULL) AS per_line FROM generate_series(1, 3);
-- per_group rounds each scheme's sum: 20/3 -> 7 and 1/2 -> 1; total 43/6 -> 7.
SELECT credit_total(c, 'ECTS', '2020-01-01', 1, 'half_up', 'per_group', NULL, 'standard', NULL) AS per_group, credit_total(c, 'ECTS', '2020-01-01', 1, 'half_up', 'total', NULL, 'standard', NULL) AS total
FROM unnest('{"5 US_QH","1 UK_CATS"}'::credit[]) c;
-- One scheme under two rates (dates) is still one group: 3/2 + 7/2 = 5.
SELECT credit_total('1 KZ_2004_FINAL', 'ECTS', d, 1, 'half_up', 'per_group', NULL, 'standard', NULL) AS one_group, credit_total('1 KZ_2004_FINAL', 'ECTS', d, 1, 'half_up', 'per_line', NULL, 'standard', NULL) AS by_line
FROM unnest('{2010-10-01,2013-10-01}'::date[]) d;
-- The cohort's date, where the rule goes by it: 2 * 3/2 + 3 = 6.
SELECT credit_total(c, 'ECTS', '2019-06-01', NULL, 'half_up', 'total', NULL, 'standard', '2016-09-01') FROM unnest('{"2 KZ_2004","3 RU_ZET"}'::credit[]) c;
-- In a parallel plan.
CREATE TABLE line AS SELECT i AS id, i % 3 AS student, credit(i, (ARRAY['ECTS', 'RU_ZET', 'UK_CATS', 'US_QH'])[1 + i % 4]) AS c FROM generate_series(1, 10000) i;
ANALYZE line;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT credit_total(c, 'ECTS', '2020-01-01') FROM line;
SELECT credit_total(c, 'ECTS', '2020-01-01'), round(sum(i * r), 0) AS by_hand
FROM line, LATERAL (SELECT id AS i, (ARRAY[1, 1, 0.5, 4 / 3.0])[1 + id % 4] AS r) v;
SELECT credit_total(c, 'ECTS', '2020-01-01', 0.5, 'half_even', 'per_line', NULL, 'standard', NULL) AS per_line,
       (SELECT sum(credit_convert(c, 'ECTS', '2020-01-01', rounding_step => 0.5, rounding_mode => 'half_even')) FROM line) AS line_by_line FROM line;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;
DROP TABLE line;

-- What cannot be done, and says so.
\x on
SELECT i, r.* FROM unnest(ARRAY[
    $$credit_convert('1 UK_CATS', 'FOO')$$, $$credit_convert('1 UK_CATS', 'ECTS', method => 'M9')$$, $$credit_convert('1 UK_CATS', 'ECTS', bound => 'middle')$$,
    $$credit_convert('1/1260000 UK_CATS', 'ECTS', '2020-01-01')$$, $$credit_convert('7000000000 US_SCH', 'ECTS', '2020-01-01')$$,
    $$credit_convert('1 XA', 'ECTS', '2020-01-01')$$, $$credit_convert('1 CN', 'ECTS', '2020-01-01', 'M2')$$, $$credit_convert('1 RU_ZET', 'ECTS', '1990-01-01')$$,
    $$credit_from_hours(10, 'XA')$$, $$credit_from_hours(10, 'UZ', '2022-01-01')$$, $$credit_from_hours(-1, 'RU_ZET')$$, $$credit_from_hours(10, 'IR_VAHED', '2020-01-01', 'dance')$$,
    $$credit_from_hours(10, 'UZ_DTS', '2022-01-01', hour_minutes => 40)$$, $$credit_from_hours(10, 'RU_ZET', '2020-01-01', hour_minutes => 0)$$, $$credit_year_share('1 CN', 0, 4, 'ECTS')$$,
    $$credit_semester_share('1 CN', 10, 'ECTS', -1)$$, $$credit_equivalence('ECTS', 'NOPE')$$,
    $$credit_total('1 ECTS', NULL, '2020-01-01')$$, $$credit_total('1 ECTS', 'KZ', NULL)$$,
    $$credit_total('1 ECTS', s, '2020-01-01') FROM unnest(ARRAY['KZ', 'RU_ZET']) s$$,
    $$credit_total('1 ECTS', 'KZ', '2020-01-01', 1, 'half_up', 'sometimes', NULL, 'standard', NULL)$$,
    $$credit_total('7000000000 ECTS', 'KZ', '2020-01-01') FROM generate_series(1, 3)$$,
    $$credit_total_final('{1,2,3}')$$, $$credit_total_final('{5000,0,0,1,0}')$$, $$credit_total_combine('{676,0,0,1,0,1,1,0,5}', '{676,0,0,1,0,1,1,0,5}')$$]) i,
    pg_temp.refused(i) r;
\x off
-- NULL in, NULL out.
SELECT credit_convert(NULL, 'ECTS') IS NULL AND credit_convert('1 KZ', NULL) IS NULL AND credit_convert('1 KZ', 'ECTS', NULL) IS NULL
   AND credit_convert_amount(NULL, 'KZ', 'ECTS') IS NULL AND workload(NULL) IS NULL AND credit_from_hours(NULL, 'KZ') IS NULL
   AND credit_year_share(NULL, 1, 1, 'ECTS') IS NULL AND credit_semester_share('1 KZ', NULL, 'ECTS', 1) IS NULL AS null_in_null_out;
SELECT count(*) FROM credit_equivalence(NULL, 'ECTS');
