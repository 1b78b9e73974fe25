-- report/formulas: the arithmetic of the indicators.

CREATE FUNCTION socu.day_number_360(on_date date) RETURNS int
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
    AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.day_number_360(date) IS
'Number of a day in years of twelve months of 30 days (30E/360): 360 y + 30 m + min(d, 30). Error: 22008 for a day '
'without end.';

CREATE FUNCTION socu.stay_months(from_day date, to_day date, convention text DEFAULT 'days30') RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE convention
    WHEN 'days30' THEN (to_day - from_day + 1) / 30.0
    WHEN 'm30e360' THEN (socu.day_number_360(to_day) - socu.day_number_360(from_day) + 1) / 30.0
    WHEN 'calendar' THEN (to_day - from_day + 1) / (365.25 / 12) END;
COMMENT ON FUNCTION socu.stay_months(date, date, text) IS
'Length of a stay in months, both days counted. days30: days / 30. m30e360: every month has 30 days, as the EU counts '
'long stays. calendar: days / (365.25 / 12). NULL for another convention.';

CREATE FUNCTION socu.fte(attempted numeric, full_load numeric, cap numeric DEFAULT 1) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN attempted IS NOT NULL AND full_load <> 0 THEN least(attempted / full_load, cap) END;
COMMENT ON FUNCTION socu.fte(numeric, numeric, numeric) IS
'Full-time equivalent: credits attempted in a period / full-time load of the period (60 ECTS a year, 30 a semester), '
'at most the cap. NULL without credits.';

CREATE FUNCTION socu.reciprocity_index(outgoing numeric, incoming numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN 2 * least(outgoing, incoming) / nullif(outgoing + incoming, 0);
COMMENT ON FUNCTION socu.reciprocity_index(numeric, numeric) IS
'2 x min(out, in) / (out + in): 1 balanced, 0 one-way, NULL if both are 0.';

CREATE FUNCTION socu.gender_parity_index(f_mobile numeric, f_enrolled numeric, m_mobile numeric, m_enrolled numeric,
                                         min_cell int DEFAULT 5) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN least(f_mobile, m_mobile) >= min_cell
                 AND m_mobile > 0 THEN (f_mobile / nullif(f_enrolled, 0)) / (m_mobile / nullif(m_enrolled, 0)) END;
COMMENT ON FUNCTION socu.gender_parity_index(numeric, numeric, numeric, numeric, int) IS
'(F mobile / F enrolled) / (M mobile / M enrolled). NULL if the male rate is 0, an enrolment is 0 or a count is below '
'the minimum cell. The crude F / M ratio is another indicator.';

CREATE FUNCTION socu.learning_mobility_rate(degree_abroad numeric, credit_mobile numeric, graduates numeric)
    RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN 100 * (degree_abroad + credit_mobile) / nullif(graduates, 0);
COMMENT ON FUNCTION socu.learning_mobility_rate(numeric, numeric, numeric) IS
'EU benchmark, per cent: 100 x (graduates who took the degree abroad + other graduates who were credit-mobile) / '
'graduates of that origin.';

CREATE FUNCTION socu.recognition(earned numeric[], recognised numeric[])
    RETURNS TABLE (rate numeric, rate_all numeric, mean_rate numeric, full_share numeric, pending_share numeric,
                   decided bigint)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    bad record;
BEGIN
    SELECT x.e, x.r, x.i INTO bad FROM unnest(earned, recognised) WITH ORDINALITY x (e, r, i)
    WHERE x.r > x.e OR x.e IS NULL AND x.r IS NOT NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'more credits recognised than earned' USING ERRCODE = 'invalid_parameter_value',
            DETAIL = format('Case %s: earned %s, recognised %s.', bad.i, coalesce(bad.e::text, 'not known'), bad.r),
            HINT = 'Correct the case; it is not 100 %.';
    END IF;
    RETURN QUERY
        SELECT 100 * sum(x.r) / nullif(sum(x.e) FILTER (WHERE x.r IS NOT NULL), 0),
               100 * sum(x.r) / nullif(sum(x.e), 0),
               100 * avg(x.r / nullif(x.e, 0)), 100.0 * count(*) FILTER (WHERE x.r >= x.e) / nullif(count(x.r), 0),
               100.0 * count(*) FILTER (WHERE x.r IS NULL) / nullif(count(*), 0), count(x.r)
        FROM unnest(earned, recognised) x (e, r);
END
$$;
COMMENT ON FUNCTION socu.recognition(numeric[], numeric[]) IS
'Recognition of credits, one element a student, NULL = undecided, per cent: rate = recognised / earned of decided '
'cases; rate_all with undecided ones below the line; mean of the students'' rates; share of full recognition; share of '
'undecided. Error 22023: more recognised than earned.';

CREATE FUNCTION socu.concentration_of(parts numeric[], rest numeric DEFAULT 0)
    RETURNS TABLE (hhi numeric, hhi_lower numeric, hhi_upper numeric, normalised numeric, effective_number numeric)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT CASE WHEN rest = 0 THEN x.low END, x.low,
           x.low + x.k * x.least * x.least + (x.r - x.k * x.least) * (x.r - x.k * x.least),
           CASE WHEN rest = 0 THEN (x.low - 1.0 / x.n) / nullif(1 - 1.0 / x.n, 0) END,
           CASE WHEN rest = 0 THEN 1 / x.low END
    FROM (SELECT sum(y.s * y.s) AS low, count(*) AS n, min(y.s) AS least, y.r,
                 coalesce(trunc(y.r / nullif(min(y.s), 0)), 0) AS k
          FROM (SELECT p / nullif(sum(p) OVER () + rest, 0) AS s, rest / nullif(sum(p) OVER () + rest, 0) AS r
                FROM unnest(parts) p WHERE p > 0) y GROUP BY y.r) x;
END;
COMMENT ON FUNCTION socu.concentration_of(numeric[], numeric) IS
'Herfindahl-Hirschman index of shares, 0 to 1, its normalised form (H - 1/N) / (1 - 1/N) and the effective number 1 / '
'H. A rest ("others") gives bounds: as many tiny parts, and parts as large as the smallest listed.';

CREATE FUNCTION socu.degree_centralisation(degrees bigint[]) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT (max(d) * count(*) - sum(d)) / nullif((count(*) - 1) * (count(*) - 2), 0)::numeric FROM unnest(degrees) d;
END;
COMMENT ON FUNCTION socu.degree_centralisation(bigint[]) IS
'Freeman: sum(max degree - degree) / ((n - 1)(n - 2)); a star gives 1, a ring 0. NULL for fewer than 3.';

CREATE FUNCTION socu.total_status(statuses text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN statuses && '{M,L}' THEN CASE WHEN statuses <@ '{M,Z,X}' THEN 'M' ELSE 'L' END
            WHEN 'E' = ANY (statuses) THEN 'E' WHEN 'P' = ANY (statuses) THEN 'P' WHEN 'B' = ANY (statuses) THEN 'B'
            WHEN 'A' = ANY (statuses) THEN 'A'
            WHEN 'N' = ANY (statuses) THEN 'N' WHEN 'X' = ANY (statuses) THEN 'X'
            WHEN 'Z' = ANY (statuses) THEN 'Z' ELSE 'M' END;
COMMENT ON FUNCTION socu.total_status(text[]) IS
'Status of a sum: L if a part is missing or bounded (M if nothing is known), else E, P, B, A, N as the parts have it. '
'Z and X are left out.';

CREATE FUNCTION socu.rate_of(numerator numeric, num_lower numeric, num_upper numeric, num_status text,
                             denominator numeric, den_lower numeric, den_upper numeric, den_status text,
                             factor numeric DEFAULT 100)
    -- of one row: a set is what the planner can merge into a query
    RETURNS TABLE (value numeric, lower numeric, upper numeric, status text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT CASE WHEN s.st NOT IN ('L', 'M', 'Z', 'X') THEN factor * numerator / denominator END,
           CASE WHEN s.st = 'L'
                THEN factor * coalesce(num_lower, numerator, 0)
                     / nullif(coalesce(den_upper, CASE WHEN den_status <> 'L' THEN denominator END), 0) END,
           CASE WHEN s.st = 'L'
                THEN factor * coalesce(num_upper, CASE WHEN num_status <> 'L' THEN numerator END)
                     / nullif(coalesce(den_lower, denominator), 0) END,
           s.st
    FROM (SELECT CASE WHEN num_status IS NULL OR den_status IS NULL OR num_status IN ('M', 'X')
                           OR den_status IN ('M', 'X') THEN 'M'
                      WHEN num_status = 'Z' OR den_status IN ('Z', 'N') THEN 'Z'
                      WHEN num_status = 'L' OR den_status = 'L' THEN 'L'
                      WHEN denominator = 0 THEN 'Z'
                      WHEN num_status = 'N' THEN 'N'
                      ELSE socu.total_status(ARRAY[num_status, den_status]) END AS st) s;
END;
COMMENT ON FUNCTION socu.rate_of(numeric, numeric, numeric, text, numeric, numeric, numeric, text, numeric) IS
'factor x numerator / denominator with the rules for missing data: a missing part gives NULL and M, a bounded part '
'NULL, L and what is known of the bounds, a denominator of 0 NULL and Z.';

CREATE FUNCTION socu.report_pair(origin text, destination text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN origin <> '_T' AND destination <> '_T';
COMMENT ON FUNCTION socu.report_pair(text, text) IS
'True for a cell between two states, false for a margin (origin or destination _T).';

CREATE FUNCTION socu.reporting_year(on_date date, state text, institution text, start_month int DEFAULT 9,
                                    start_day int DEFAULT 1) RETURNS int
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(CASE WHEN socu.is_state(state) THEN @extschema@.statistical_year(on_date, state, institution) END,
                extract(year FROM on_date)::int
                + CASE WHEN (extract(month FROM on_date), extract(day FROM on_date)) >= (start_month, start_day)
                       THEN 1 ELSE 0 END);
COMMENT ON FUNCTION socu.reporting_year(date, text, text, int, int) IS
'Year under which a day counts at an institution: the calendar year in which its academic year ends; without a '
'calendar, or a state, years begin on the month and day given.';

CREATE FUNCTION socu.reporting_year_start(year int, state text, institution text, start_month int DEFAULT 9,
                                          start_day int DEFAULT 1) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(CASE WHEN socu.is_state(state) THEN coalesce(
                    lower(@extschema@.term_dates(@extschema@.academic_term(year - 1, 1, 1, false), state, institution)),
                    lower(@extschema@.term_dates(@extschema@.academic_term(year, 1, 1, true), state, institution))) END,
                make_date(year - 1, start_month, start_day));
COMMENT ON FUNCTION socu.reporting_year_start(int, text, text, int, int) IS
'First day of a reporting year at an institution: of the academic year that ends in it; without a calendar, the month '
'and day given, in the year before.';

CREATE FUNCTION socu.report_places(starts_on date, ends_on date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(starts_on >= '1900-01-01' AND starts_on < '2200-01-01'
                AND (ends_on IS NULL OR ends_on < '2200-01-01'), false);
COMMENT ON FUNCTION socu.report_places(date, date) IS
'Can a stay be placed in a reporting year? Its days lie in the years 1900 to 2199, as the constraint mobility_days '
'asks; an open end (NULL) may.';

CREATE FUNCTION socu.report_csv_cell(cell text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN cell IS NULL THEN ''
            WHEN cell ~ E'[",\r\n]' OR cell = ''
            THEN '"' || CASE WHEN cell ~ E'^[-=+@\t\r]' THEN '''' ELSE '' END || replace(cell, '"', '""') || '"'
            ELSE CASE WHEN cell ~ E'^[-=+@\t\r]' THEN '''' ELSE '' END || cell END;
COMMENT ON FUNCTION socu.report_csv_cell(text) IS
'A text as a field of CSV: quoted where it needs it, and with an apostrophe before it where a spreadsheet would run it '
'(it begins with = + - @, a tab or a return). NULL is empty.';

CREATE FUNCTION socu.report_number(n numeric, digits int DEFAULT 0) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(
    CASE WHEN n < 0 THEN '-' ELSE '' END
    || reverse(regexp_replace(reverse(split_part(abs(round(n, digits))::text, '.', 1)),
                              '([0-9]{3})(?=[0-9])', E'\\1 ', 'g'))
    || CASE WHEN digits > 0 THEN '.' || split_part(abs(round(n, digits))::text, '.', 2) ELSE '' END, '-');
COMMENT ON FUNCTION socu.report_number(numeric, int) IS 'A number for people: 12 345.6; NULL is a dash.';
