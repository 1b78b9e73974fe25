-- credit/convert: credits of one scheme in another, and totals across schemes.

CREATE FUNCTION @extschema@.credit_convert(
    credit @extschema@.credit, to_scheme text, on_date date DEFAULT CURRENT_DATE, method text DEFAULT NULL,
    bound text DEFAULT 'standard', rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up',
    cohort date DEFAULT NULL, level text DEFAULT NULL,
    activity text DEFAULT NULL) RETURNS @extschema@.credit
    LANGUAGE c STABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_convert(@extschema@.credit, text, date, text, text, numeric, text, date, text,
    text) IS
'The credit in another scheme, exact, or rounded once to a multiple of rounding_step. Without a method only published '
'ratios (M1) count; on_date is the day the credit was earned, cohort the day of admission. Errors: 22023 no rule, or '
'an interval without a bound; 22003 not exact or out of range.';

CREATE FUNCTION @extschema@.credit_convert_amount(
    amount numeric, from_scheme text, to_scheme text, on_date date DEFAULT CURRENT_DATE, method text DEFAULT NULL,
    bound text DEFAULT 'standard', rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up',
    cohort date DEFAULT NULL,
    level text DEFAULT NULL, activity text DEFAULT NULL) RETURNS numeric
    LANGUAGE c STABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_convert_amount(numeric, text, text, date, text, text, numeric, text, date,
                                               text, text) IS
'credit_convert for plain columns: an amount and its scheme. The result is exact where a finite decimal exists, else '
'rounded half up to 9 places.';

CREATE FUNCTION @extschema@.credit_equivalence(
    from_scheme text, to_scheme text, on_date date DEFAULT CURRENT_DATE, cohort date DEFAULT NULL,
    level text DEFAULT NULL, activity text DEFAULT NULL, OUT method text, OUT num bigint, OUT den bigint,
    OUT high_num bigint, OUT high_den bigint, OUT path text, OUT source text,
    OUT confidence text, OUT low_num bigint, OUT low_den bigint) RETURNS SETOF record
    LANGUAGE c STABLE PARALLEL SAFE ROWS 3 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_equivalence(text, text, date, date, text, text) IS
'Every way in which two schemes can be compared on a date, best first: num/den is the standard rate (or the lower end '
'where no rule narrows an interval), low and high are the ends, path says how. Error: 22023 unknown scheme.';

CREATE FUNCTION @extschema@.workload(
    credit @extschema@.credit, on_date date DEFAULT CURRENT_DATE, cohort date DEFAULT NULL,
    OUT hours_low numeric, OUT hours_high numeric, OUT hour_minutes numeric, OUT clock_hours_low numeric,
    OUT clock_hours_high numeric)
    RETURNS record
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_workload';
COMMENT ON FUNCTION @extschema@.workload(@extschema@.credit, date, date) IS
'Hours of total work of a credit by the rule of its scheme on a date: in the scheme''s own hours, their length in '
'minutes, and in clock hours; NULL where the rule does not say.';

CREATE FUNCTION @extschema@.credit_from_hours(
    hours numeric, to_scheme text, on_date date DEFAULT CURRENT_DATE, activity text DEFAULT NULL,
    hour_minutes numeric DEFAULT NULL,
    bound text DEFAULT 'standard', rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up')
        RETURNS @extschema@.credit
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_from_hours(numeric, text, date, text, numeric, text, numeric, text) IS
'Credits for a number of hours: hours of total work, or class hours of an activity. hour_minutes says how long the '
'hours are where they are not the scheme''s own. Errors: 22023 no rule, 22003.';

CREATE FUNCTION @extschema@.credit_year_share(
    credit @extschema@.credit, degree_credits numeric, nominal_years numeric, to_scheme text,
    to_year_credits numeric DEFAULT 60,
    rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up') RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_year_share(@extschema@.credit, numeric, numeric, text, numeric, numeric, text) IS
'Method M4 by programme: the same share of a full-time year, where the source year is degree_credits / nominal_years. '
'Errors: 22023, 22003.';

CREATE FUNCTION @extschema@.credit_semester_share(
    credit @extschema@.credit, host_semester numeric, to_scheme text, home_semester numeric,
    rounding_step numeric DEFAULT NULL,
    rounding_mode text DEFAULT 'half_up') RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_semester_share(@extschema@.credit, numeric, text, numeric, numeric, text) IS
'Method M5 (UMAP): the same share of the home university''s full-time semester as of the host''s. Errors: 22023, '
'22003.';

-- ---- totals across schemes ----

CREATE FUNCTION socu.credit_total_accum(bigint[], credit @extschema@.credit, to_scheme text, on_date date)
    RETURNS bigint[]
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_accum(
    bigint[], credit @extschema@.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text,
    rounding_policy text,
    method text, bound text, cohort date) RETURNS bigint[]
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_accum(
    bigint[], credit @extschema@.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text,
    rounding_policy text) RETURNS bigint[]
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_final(bigint[]) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_total_accum(bigint[], @extschema@.credit, text, date) IS 'Support of credit_total.';
COMMENT ON FUNCTION socu.credit_total_accum(bigint[], @extschema@.credit, text, date, numeric, text, text, text, text,
    date) IS
'Support of credit_total with rounding and a method.';
COMMENT ON FUNCTION socu.credit_total_accum(bigint[], @extschema@.credit, text, date, numeric, text, text) IS
'Support of credit_total with rounding.';
COMMENT ON FUNCTION socu.credit_total_combine(bigint[], bigint[]) IS 'Support of parallel credit_total.';
COMMENT ON FUNCTION socu.credit_total_final(bigint[]) IS 'Support of credit_total.';

CREATE AGGREGATE @extschema@.credit_total(credit @extschema@.credit, to_scheme text, on_date date) (
    SFUNC = socu.credit_total_accum, STYPE = bigint[], FINALFUNC = socu.credit_total_final,
    COMBINEFUNC = socu.credit_total_combine,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.credit_total(@extschema@.credit, text, date) IS
'Adds credits of several schemes exactly and converts once, by published ratios on each row''s date; NULL over no '
'rows. Errors: 22023 no rule, 22003 not exact or out of range.';
CREATE AGGREGATE @extschema@.credit_total(
    credit @extschema@.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text,
    rounding_policy text) (
    SFUNC = socu.credit_total_accum, STYPE = bigint[], FINALFUNC = socu.credit_total_final,
    COMBINEFUNC = socu.credit_total_combine,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.credit_total(@extschema@.credit, text, date, numeric, text, text) IS
'The same with rounding: policy per_line (each row), per_group (the sum of each source scheme) or total (once at the '
'end).';
CREATE AGGREGATE @extschema@.credit_total(
    credit @extschema@.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text,
    rounding_policy text,
    method text, bound text,
    cohort date) (
    SFUNC = socu.credit_total_accum, STYPE = bigint[], FINALFUNC = socu.credit_total_final,
    COMBINEFUNC = socu.credit_total_combine,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.credit_total(@extschema@.credit, text, date, numeric, text, text, text, text, date) IS
'The same by a method (NULL: M1) and a bound (''standard'', ''low'', ''high''); cohort is the day of admission (NULL: '
'on_date).';
