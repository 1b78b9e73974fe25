-- registry/edtf: dates of limited precision.
--
-- The registry is the network's books.  A key has the same name in every table that uses it: state (ISO 3166-1
-- alpha-2), institution (internet domain), body, direction, agreement, event, programme, project, output.  A validity
-- is a daterange [from, to).  A date known only in part is written in the extended date-time format (EDTF, ISO 8601-2):
-- 2024-04 is "some day of April 2024", XXXX-04-10/XXXX-04-12 is "10 to 12 April of an unknown year".

CREATE FUNCTION @extschema@.edtf_range(edtf text) RETURNS daterange
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    side text;
    m text[];
    y int;
    mo int;
    span daterange;
    ends date[] := '{}';      -- of each side: the first day it may be, and the day after the last
    -- no date or interval is longer than 50 characters
    sides text[] := CASE WHEN octet_length(edtf) <= 50 THEN string_to_array(edtf, '/') END;
BEGIN
    IF sides IS NULL OR cardinality(sides) NOT IN (1, 2) THEN
        RAISE EXCEPTION USING ERRCODE = '22007',
            MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
            HINT = 'Write 2024-04-15, 2024-04, 2024-40 (first half year), 2024, XXXX-04-10, '
                   'or two of them with a slash between; .. is an open side.';
    END IF;
    FOREACH side IN ARRAY sides LOOP
        IF side IN ('..', '') AND cardinality(sides) = 2 THEN
            ends := ends || ARRAY[NULL, NULL]::date[];
            CONTINUE;
        END IF;
        m := regexp_match(side, '^([0-9]{4}|XXXX)(?:-([0-9][0-9])(?:-([0-9][0-9]))?)?[?~%]?$');
        mo := m[2]::int;
        IF m IS NULL OR m[1] = '0000' OR m[1] = 'XXXX' AND m[3] IS NULL OR mo NOT BETWEEN 1 AND 41
           OR mo BETWEEN 13 AND 32 OR mo BETWEEN 37 AND 39 OR mo > 12 AND m[3] IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = '22007',
                MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
                DETAIL = format('The part "%s" is not a year, a month, a quarter (33 to 36), '
                                'a half year (40, 41) or a day.', left(side, 60)),
                HINT = 'Write 2024-04-15, 2024-04, 2024-40 (first half year), 2024, XXXX-04-10, '
                       'or two of them with a slash between; .. is an open side.';
        END IF;
        IF m[1] = 'XXXX' THEN
            PERFORM make_date(2000, mo, m[3]::int);       -- a leap year: 29 February may be
            RETURN NULL;                                          -- the year is not known: no range of days
        END IF;
        y := m[1]::int;
        span := CASE
            WHEN m[3] IS NOT NULL THEN daterange(make_date(y, mo, m[3]::int), make_date(y, mo, m[3]::int) + 1)
            WHEN mo IS NULL THEN daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1))
            WHEN mo <= 12 THEN daterange(make_date(y, mo, 1), (make_date(y, mo, 1) + interval '1 month')::date)
            WHEN mo <= 36 THEN daterange(make_date(y, 3 * (mo - 33) + 1, 1),
                                         (make_date(y, 3 * (mo - 33) + 1, 1) + interval '3 months')::date)
            ELSE daterange(make_date(y, 6 * (mo - 40) + 1, 1),
                           (make_date(y, 6 * (mo - 40) + 1, 1) + interval '6 months')::date)
        END;
        ends := ends || ARRAY[lower(span), upper(span)];
    END LOOP;
    IF cardinality(sides) = 2 AND ends[1] > ends[3] THEN
        RAISE EXCEPTION USING ERRCODE = '22007',
            MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
            DETAIL = 'The end lies before the start.', HINT = 'Write the earlier date first.';
    END IF;
    RETURN daterange(ends[1], ends[2 * cardinality(sides)]);
END
$$;
COMMENT ON FUNCTION @extschema@.edtf_range(text) IS
'All days that a date of limited precision (EDTF: 2024-04, 2024-40 = first half year, 2024-04-10/2024-04-12, 2024/..) '
'may mean, as [from, to); NULL if its year is unknown (XXXX-04-10). Error: 22007, 22008.';

CREATE FUNCTION @extschema@.edtf_valid(edtf text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT @extschema@.edtf_range(edtf) IS NOT NULL OR edtf LIKE 'XXXX%';
END;
COMMENT ON FUNCTION @extschema@.edtf_valid(text) IS
'True for a well-formed date of limited precision; else error 22007 or 22008.';

CREATE DOMAIN @extschema@.edtf AS text COLLATE "C" CHECK (@extschema@.edtf_valid(VALUE));
COMMENT ON DOMAIN @extschema@.edtf IS
'A date, or an interval of dates, of limited precision in the extended date-time format (ISO 8601-2): 2024, 2024-04, '
'2024-04-15, 2024-40 (first half year), 2024-33 (first quarter), XXXX-04-10 (year unknown), a trailing ? or ~ for '
'uncertain or approximate.';

CREATE FUNCTION @extschema@.edtf_precision(edtf text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN octet_length(edtf) > 50 AND @extschema@.edtf_valid(edtf) THEN NULL -- edtf_valid says why not
                WHEN edtf LIKE 'XXXX%' THEN 'day of an unknown year'
                WHEN edtf ~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN 'day'
                WHEN edtf ~ '[0-9]{4}-3[3-6]' THEN 'quarter'
                WHEN edtf ~ '[0-9]{4}-4[01]' THEN 'half year'
                WHEN edtf ~ '[0-9]{4}-[0-9]{2}' THEN 'month'
                ELSE 'year' END;
END;
COMMENT ON FUNCTION @extschema@.edtf_precision(text) IS
'How exact a date of limited precision is: day, month, quarter, half year, year, or day of an unknown year. Error: '
'22007 (longer than 50 characters).';

CREATE FUNCTION @extschema@.edtf_days(edtf text) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN octet_length(edtf) > 50 AND @extschema@.edtf_valid(edtf) THEN NULL -- edtf_valid says why not
        WHEN edtf ~ '^XXXX-[0-9]{2}-[0-9]{2}[?~%]?$' THEN 1
        -- without the year the length is known unless a 29 February may lie between
        WHEN edtf ~ '^XXXX-[0-9]{2}-[0-9]{2}[?~%]?/XXXX-[0-9]{2}-[0-9]{2}[?~%]?$'
             AND substr(edtf, 6, 5) <= substr(split_part(edtf, '/', 2), 6, 5)
             AND NOT (substr(edtf, 6, 5) <= '02-29' AND substr(split_part(edtf, '/', 2), 6, 5) >= '02-29')
            THEN make_date(2001, substr(split_part(edtf, '/', 2), 6, 2)::int,
                           substr(split_part(edtf, '/', 2), 9, 2)::int)
                 - make_date(2001, substr(edtf, 6, 2)::int, substr(edtf, 9, 2)::int) + 1
        WHEN edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?(/[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?)?$'
            THEN upper(@extschema@.edtf_range(edtf)) - lower(@extschema@.edtf_range(edtf))
    END;
END;
COMMENT ON FUNCTION @extschema@.edtf_days(text) IS
'Number of days, both ends counted, where both ends are given to the day (the year may be unknown); else NULL. Error: '
'22007 (longer than 50 characters).';
