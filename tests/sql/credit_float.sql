-- The forms of credit's functions for double precision: the shortest decimal of the double counts.
SET search_path = public, socu;

-- 0.1 is 1/10, whatever the output of doubles is set to; 0.1 + 0.2 is no 0.3, and no credit
SELECT credit(7.5::float8, 'ECTS'), credit(0.1::float8, 'KZ'), credit('-0'::float8, 'CN'), credit(2.5::real, 'RU_ZET');
SET extra_float_digits = -15;
SELECT credit(0.0125::float8, 'ECTS'), credit(7148570837.0625::float8, 'ECTS');
RESET extra_float_digits;
SELECT credit(0.1::float8 + 0.2::float8, 'ECTS');
SELECT credit('NaN'::float8, 'ECTS');
SELECT credit('-Infinity'::float8, 'ECTS');
SELECT credit(7148570838::float8, 'ECTS');
SELECT credit(1::float8, 'NOWHERE');
SELECT credit(NULL::float8, 'ECTS') IS NULL AS strict;

-- Every amount that a decimal can write comes through a double as it is.
SELECT count(*) AS differ FROM (
    SELECT n / 10000.0 AS d FROM generate_series(-71485, 71485, 7) AS n
    UNION ALL SELECT 7148570837 - n / 32.0 FROM generate_series(0, 4096) AS n) AS decimals
WHERE credit(d, 'ECTS') <> credit(d::float8, 'ECTS');

-- multiples and parts
SELECT credit '3 ECTS' * 1.5::float8 AS "4.5", 1.5::float8 * credit '3 ECTS' AS "4.5", credit '3 ECTS' / 2::float8 AS "1.5",
    credit '3 ECTS' * 0.1::float8 AS "0.3", credit '3 ECTS' * 5e-324::float8 AS "0", credit '3 ECTS' / 1e300::float8 AS "0",
    credit '0 ECTS' * 1e308::float8 AS "0";
SELECT credit '3 ECTS' * 1e300::float8;
SELECT credit '3 ECTS' / 0::float8;
SELECT credit '3 ECTS' / '-0'::float8;
SELECT credit '3 ECTS' / 5e-324::float8;
SELECT credit '3 ECTS' * 'NaN'::float8;
SELECT 'Infinity'::float8 * credit '3 ECTS';
SELECT credit '3 ECTS' / 'Infinity'::float8;

-- rounding
SELECT round(credit '7.26 ECTS', 0.5::float8) AS "7.5", round(credit '7.25 ECTS', 0.1::float8, 'half_even') AS "7.2",
    round(credit '7.26 ECTS', step => 0.25::float8, mode => 'floor') AS "7.25";
SELECT round(credit '7 ECTS', 0::float8);
SELECT round(credit '7 ECTS', 'NaN'::float8);
SELECT round(credit '7 ECTS', 'Infinity'::float8);
SELECT round(credit '7 ECTS', 1::float8, 'nearest');

-- Literals and integers of every kind find a form, and numeric keeps its own, with all its digits.
SELECT credit '3 ECTS' * 2 AS "6", credit '3 ECTS' * 1.5 AS "4.5", credit '3 ECTS' * '2' AS "6", 2 * credit '3 ECTS' AS "6",
    '2' * credit '3 ECTS' AS "6", credit '3 ECTS' * 2::smallint AS "6", credit '3 ECTS' * 2::bigint AS "6", credit '3 ECTS' / 2 AS "1.5",
    credit '3 ECTS' / 1.5 AS "2", credit '3 ECTS' / '2 ECTS' AS "1.5", round(credit '7.26 ECTS', 2) AS "8", round(credit '7.26 ECTS', '0.5') AS "7.5",
    round(credit '7.26 ECTS') AS "7", credit(7, 'ECTS') AS "7", credit('7.5', 'ECTS') AS "7.5", credit(7::bigint, 'ECTS') AS "7";
SELECT credit '1 ECTS' * 0.000000396825396825396825396826 AS above_half_a_unit, credit '1 ECTS' * 0.000000396825396825396825396825 AS below;

-- Parameters without a type: a double, as for PostgreSQL's own operators on numbers.
PREPARE unknown AS SELECT credit($1, $2), credit '3 ECTS' * $3, $4 * credit '3 ECTS', round(credit '7.26 ECTS', $5);
SELECT parameter_types FROM pg_prepared_statements WHERE name = 'unknown';
EXECUTE unknown('7.5', 'ECTS', '1.5', '0.1', '0.5');
DEALLOCATE unknown;
