-- credit: what a site adds, and whether a credit is of a scheme that the rules know.

CREATE FUNCTION @extschema@.credit_scheme_known(credit @extschema@.credit, on_date date DEFAULT NULL) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 10
BEGIN ATOMIC
    SELECT CASE WHEN credit_scheme_known.credit IS NOT NULL THEN EXISTS (
        SELECT FROM socu.credit_scheme s
        WHERE s.label OPERATOR(pg_catalog.=) @extschema@.scheme(credit_scheme_known.credit)
          AND (credit_scheme_known.on_date IS NULL
               OR s.validity OPERATOR(pg_catalog.@>) credit_scheme_known.on_date)) END;
END;
COMMENT ON FUNCTION @extschema@.credit_scheme_known(@extschema@.credit, date) IS
'Is the scheme of a credit in credit_scheme, on a day or (NULL) at any time? For checks and for lists of what is
doubtful: a country code is a scheme as soon as it is written, also one that is a slip (7.5 CR is Costa Rica). NULL
for NULL.';

CREATE FUNCTION socu.credit_rate_add(from_scheme text, to_scheme text, rate text, validity daterange DEFAULT '(,)',
    source text DEFAULT 'entered by the site', level text DEFAULT NULL, activity text DEFAULT NULL,
    low text DEFAULT NULL, high text DEFAULT NULL, note text DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fraction text;
    parts bigint[];
    numbers bigint[] := '{}';
BEGIN
    IF from_scheme IS NULL OR to_scheme IS NULL OR rate IS NULL OR validity IS NULL OR source IS NULL THEN
        RAISE EXCEPTION 'from_scheme, to_scheme, rate, validity and source must not be NULL'
            USING ERRCODE = 'null_value_not_allowed';
    END IF;
    FOREACH fraction IN ARRAY ARRAY[coalesce(low, rate), rate, coalesce(high, rate)] LOOP
        -- of a credit, so that a decimal and a fraction are read as everywhere: a rate has six decimals at the most
        IF fraction ~ '^ *[0-9]{1,7} *(/ *[0-9]{1,7} *)?$' THEN
            parts := string_to_array(replace(fraction, ' ', ''), '/')::bigint[];
            numbers := numbers || parts[1] || coalesce(parts[2], 1);
        ELSIF fraction ~ '^ *[0-9]{0,6}[.][0-9]{1,6} *$' THEN
            numbers := numbers
                || (fraction::numeric * 1000000)::bigint / gcd((fraction::numeric * 1000000)::bigint, 1000000)
                || 1000000 / gcd((fraction::numeric * 1000000)::bigint, 1000000);
        ELSE
            RAISE EXCEPTION 'invalid credit rate "%"', fraction USING ERRCODE = 'invalid_parameter_value',
                HINT = 'Write a fraction or a decimal above 0: 3/2, 1.5.';
        END IF;
    END LOOP;
    INSERT INTO socu.credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, level,
                                  activity, validity, note, source, confidence)
    VALUES (upper(btrim(from_scheme)), upper(btrim(to_scheme)), numbers[1], numbers[2], numbers[3], numbers[4],
            numbers[5], numbers[6], level, activity, validity, note, source, 'found');
END $$;
COMMENT ON FUNCTION socu.credit_rate_add(text, text, text, daterange, text, text, text, text, text, text) IS
'Adds a rate of your own to credit_rate: 1 credit of from_scheme is rate credits of to_scheme, written 3/2 or 1.5, in a
period, perhaps for a level or an activity; low and high where the rule is a range. It outranks the shipped rates of the
two schemes in both directions. Needs INSERT on socu.credit_rate. Errors: 22004, 22023, 23514 (a part beyond 1 to
1000000, or the order of low, rate and high), 23P01 (another rate of yours for a part of the period).';
