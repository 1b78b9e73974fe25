-- credit: bad input.  Each error: SQLSTATE, message, detail, hint.
SET search_path = public, socu;
\set VERBOSITY verbose
\set SHOW_CONTEXT never

CREATE FUNCTION pg_temp.refused(expression text, OUT state text, OUT message text, OUT detail text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'SELECT ' || expression;
    message := 'accepted';
EXCEPTION WHEN others THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;
\x on
\pset null ''
-- text
SELECT i, r.* FROM unnest(ARRAY['', '   ', '6', '6ECTS', 'ECTS', 'NaN ECTS', 'Infinity ECTS', '1e3 ECTS', '7,5 ECTS', '1/0 ECTS', '0/0 ECTS', '1/-2 ECTS',
    '1.5/2 ECTS', '6 FOO', '6 E', '6 ECTS 7', '0.12345678 ECTS', '1/11 ECTS', '0.00001 ECTS', '7148570838 ECTS', '-7148570838 ECTS',
    '9007199254740992/1260000 ECTS', '99999999999999999999999/7 ECTS', U&'\0667 ECTS', U&'\FF17 ECTS', U&'6\00A0ECTS', U&'\22122 ECTS']) i,
    pg_temp.refused(format('%L::credit', i)) r;
-- 10 MB of text: refused without an effort and without repeating it
SELECT state, length(message) < 200 AS short, left(message, 60) AS message, length(detail) < 200 AS short_detail FROM pg_temp.refused($$repeat('7', 10 * 1024 * 1024)::credit$$);
SELECT state, length(message) < 200 AS short, left(message, 60) AS message FROM pg_temp.refused($$('5 ' || repeat('X', 10 * 1024 * 1024))::credit$$);
SELECT state, message FROM pg_temp.refused($$(repeat(' ', 10 * 1024 * 1024) || '5 ECTS')::credit$$);
-- from two columns
SELECT i, r.* FROM unnest(ARRAY['credit(1, ''FOO'')', 'credit(1, '''')', 'credit(''NaN'', ''ECTS'')', 'credit(''Infinity'', ''ECTS'')', 'credit(0.33333, ''ECTS'')', 'credit(1e20, ''ECTS'')', 'credit(-7148570838, ''KZ'')']) i,
    pg_temp.refused(i) r;
-- arithmetic: overflow at both ends, two schemes, zero
SELECT i, r.* FROM unnest(ARRAY[
    '''7148570837 ECTS''::credit + ''1 ECTS''', '''-7148570837 ECTS''::credit - ''1 ECTS''', '''7148570837 ECTS''::credit * 1.1',
    '''-7148570837 ECTS''::credit * 1e30', '''7148570837 ECTS''::credit / 0.5', '''1 ECTS''::credit / 1e-300', '''1 ECTS''::credit + ''1 KZ''',
    '''1 ECTS''::credit - ''1 KZ''', '''1 ECTS''::credit / ''1 KZ''::credit', '''1 ECTS''::credit / 0', '''1 ECTS''::credit / ''0 ECTS''::credit',
    '''1 ECTS''::credit * ''NaN''', '''1 ECTS''::credit / ''Infinity''']) i,
    pg_temp.refused(i) r;
-- rounding
SELECT i, r.* FROM unnest(ARRAY[
    'round(''1 ECTS''::credit, 0)', 'round(''1 ECTS''::credit, 1/2)', 'round(''1 ECTS''::credit, -1)', 'round(''1 ECTS''::credit, ''NaN''::numeric)',
    'round(''1 ECTS''::credit, ''x''::text)', 'round(''1 ECTS''::credit, 1, ''up'')', 'round(''1/3 ECTS''::credit, ''1/11'', ''ceiling'')',
    'round(''7148570837 ECTS''::credit, 1e10, ''ceiling'')', 'round(''1 ECTS''::credit, 1e-30)']) i,
    pg_temp.refused(i) r;
-- aggregates
SELECT i, r.* FROM unnest(ARRAY[
    'sum(c) FROM unnest(''{"1 ECTS","2 ECTS","1 KZ"}''::credit[]) c', 'avg(c) FROM unnest(''{"1 ECTS","2 ECTS","1 KZ"}''::credit[]) c',
    'sum(c) FROM unnest(''{"7148570837 ECTS","7148570837 ECTS"}''::credit[]) c', 'sum(c) FROM unnest(''{"-7148570837 ECTS","-1 ECTS"}''::credit[]) c']) i,
    pg_temp.refused(i) r;
\x off

-- Binary input: a scheme number beyond the list, an amount below the smallest, too short, too long.
CREATE TABLE received (c credit);
\getenv dir PG_ABS_SRCDIR
\set file :dir '/data/receive.sql'
\set ECHO none
\i :file
\set ECHO all
\set table received
\set VERBOSITY default
\set value 'credit_send(''7.5 ECTS'')'
:receive
\set value 'int8send(9223372036854775807)'
:receive
\set value 'int8send((-9223372036854775807) - 1)'
:receive
\set value '''\\x00000001''::bytea'
:receive
\set value '''\\x000000000000000001''::bytea'
:receive
\set VERBOSITY sqlstate
:receive
\set value 'int8send(9223372036854775807)'
:receive
\set VERBOSITY verbose
TABLE received;
DROP TABLE received;

-- On 16 and newer every one of these is a soft error: COPY and casts can skip it.
DO $$
DECLARE bad text; valid boolean; message text;
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        FOREACH bad IN ARRAY ARRAY['', '6', '6ECTS', '7,5 ECTS', '1/0 ECTS', '6 FOO', '1/11 ECTS', '7148570838 ECTS', 'NaN ECTS'] LOOP
            EXECUTE 'SELECT pg_input_is_valid($1, ''credit''), (pg_input_error_info($1, ''credit'')).message' INTO valid, message USING bad;
            IF valid OR message IS NULL THEN
                RAISE EXCEPTION 'no soft error for "%"', bad;
            END IF;
        END LOOP;
        EXECUTE 'SELECT pg_input_is_valid(''7.5 ECTS'', ''credit'')' INTO STRICT valid;
        ASSERT valid;
    END IF;
END $$;
