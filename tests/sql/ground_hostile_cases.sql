-- ground: states and values that no aggregate and no input makes.  Each is an error with its own SQLSTATE, or null where nothing was
-- added; none gives a value, stops the server or shows memory.
SET search_path = socu, public;
\set VERBOSITY terse
BEGIN;

-- What a statement comes to: its SQLSTATE and message, or its value.
CREATE FUNCTION pg_temp.outcome(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE value text;
BEGIN
    EXECUTE statement INTO value;
    RETURN 'value ' || coalesce(value, 'NULL');
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

-- ---- an aggregate of socu's transition function with a first state of one's own ----
CREATE FUNCTION pg_temp.began(sfunc text, args text, finalfunc text, state text, call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
    EXECUTE format('CREATE AGGREGATE pg_temp.own(%s) (sfunc = %s, stype = bigint[], finalfunc = %s, initcond = %L)', args, sfunc, finalfunc, state);
    result := pg_temp.outcome(format('SELECT pg_temp.own(%s) FROM generate_series(1, 3)', call));
    EXECUTE format('DROP AGGREGATE pg_temp.own(%s)', args);
    RETURN result;
END $$;
-- scheme 676 is ECTS: the states that the server stopped at, and that showed its memory
SELECT scheme_number('1 ECTS') AS ects;
SELECT pg_temp.began('credit_total_accum', 'credit, text, date', 'credit_total_final', '{{676,0,0,1,0}}', $$'5 ECTS', 'ECTS', '2024-09-01'$$);
SELECT pg_temp.began('credit_total_accum', 'credit, text, date', 'credit_total_final', '{676,0,0,1,0' || repeat(',NULL', 800) || '}', $$'5 ECTS', 'ECTS', '2024-09-01'$$);
-- a state that is one begins a sum as it should: 3 times 5 on top of 1,260,000 units of 1/1 ECTS
SELECT pg_temp.began('credit_total_accum', 'credit, text, date', 'credit_total_final', '{676,0,0,1,0,676,1,1,1260000}', $$'5 ECTS', 'ECTS', '2024-09-01'$$);
SELECT pg_temp.began('credit_avg_accum', 'credit', 'credit_avg_final', '{1,676,6300000}', $$'1 ECTS'$$) AS mean_of_5_1_1_1;

-- every shape, to every function that takes a state, inside an aggregate and called plainly
CREATE TEMP TABLE shape (what text, avg text, total text);
INSERT INTO shape VALUES
    ('no words', '{}', '{}'),
    ('too few', '{1,676}', '{676,0,0,1}'),
    ('too many', '{1,676,0,0}', '{676,0,0,1,0,676}'),
    ('a null', '{1,NULL,0}', '{676,0,0,1,0,676,1,1,NULL}'),
    ('two dimensions', '{{1,676,0}}', '{{676,0,0,1,0}}'),
    ('three dimensions', '{{{1,676,0}}}', '{{{676,0,0,1,0}}}'),
    ('no such scheme', '{1,1023,0}', '{1023,0,0,1,0,676,1,1,5}'),
    ('no such scheme below', '{1,-5,5}', '{-5,0,0,1,0,676,1,1,5}'),
    ('no such scheme in an entry', '{1,4294968000,0}', '{676,0,0,1,0,1023,1,1,5}'),
    ('a count below 0', '{-1,676,0}', '{676,7,0,1,0}'),
    ('a sum that so few have not', '{1,676,9007199254740992}', '{676,0,0,1,9}'),
    ('a zero below', '{1,676,-9223372036854775808}', '{676,0,0,1,0,676,1,0,5}'),
    ('step over nothing', '{1,676,9223372036854775807}', '{676,0,1,0,0}');
SELECT what, pg_temp.outcome(format('SELECT credit_avg_final(%L)', avg)) AS "avg, final",
    pg_temp.outcome(format('SELECT credit_avg_final(credit_avg_accum(%L, ''1 ECTS''))', avg)) AS "avg, accum",
    pg_temp.outcome(format('SELECT credit_avg_final(credit_avg_combine(%L, ''{1,676,0}''))', avg)) AS "avg, combine",
    pg_temp.outcome(format('SELECT credit_avg_final(credit_avg_combine(''{1,676,0}'', %L))', avg)) AS "avg, combine to",
    pg_temp.began('credit_avg_accum', 'credit', 'credit_avg_final', avg, $$'1 ECTS'$$) AS "avg, aggregate"
FROM shape \gx
SELECT what, pg_temp.outcome(format('SELECT credit_total_final(%L)', total)) AS "total, final",
    pg_temp.outcome(format('SELECT credit_total_final(credit_total_accum(%L, ''5 ECTS'', ''ECTS'', ''2024-09-01''))', total)) AS "total, accum",
    pg_temp.outcome(format('SELECT credit_total_final(credit_total_combine(%L, ''{676,0,0,1,0}''))', total)) AS "total, combine",
    pg_temp.outcome(format('SELECT credit_total_final(credit_total_combine(''{676,0,0,1,0}'', %L))', total)) AS "total, combine to",
    pg_temp.began('credit_total_accum', 'credit, text, date', 'credit_total_final', total, $$'5 ECTS', 'ECTS', '2024-09-01'$$) AS "total, aggregate"
FROM shape \gx
-- other bounds are no harm: the words count
SELECT credit_avg_final('[5:7]={2,676,2520000}') AS one, credit_total_final('[-3:5]={676,0,0,1,0,676,1,1,1260000}') AS one;

-- No function with a state is left out: each refuses two dimensions and a null in every argument that is a state.
SELECT p.oid::regprocedure AS "function", s AS state, pg_temp.outcome(format('SELECT %s(%s)', p.oid::regproc, (
    SELECT string_agg(CASE a WHEN 'bigint[]'::regtype THEN quote_literal(s) || '::bigint[]' WHEN 'credit'::regtype THEN '''1 ECTS''::credit' WHEN 'date'::regtype THEN '''2024-09-01''::date'
        WHEN 'text'::regtype THEN coalesce(quote_literal(('{ECTS,half_up,total,standard}'::text[])[array_position('{3,6,7,9}'::int[], i::int)]), 'NULL') ELSE 'NULL::' || a::regtype END, ', ' ORDER BY i) FROM unnest(p.proargtypes) WITH ORDINALITY AS u(a, i)))) AS outcome
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'socu', unnest('{"{{1,676,0}}","{1,NULL,0}"}'::text[]) s
WHERE p.proargtypes[0] = 'bigint[]'::regtype AND p.proname LIKE 'credit%'
ORDER BY p.proname COLLATE "C", p.pronargs, s COLLATE "C";

-- ---- values that input refuses ----
SELECT pg_temp.outcome($$SELECT credit_avg_final('{1,1023,0}')$$), pg_temp.outcome($$SELECT credit_avg_final('{1,-5,5}')$$);
-- the last code is a code
SELECT program_code_last('KZ2009:6M') AS last, program_code_last('KZ2009:6M')::text::program_code = program_code_last('KZ2009:6M') AS reads_back,
    program_code_last('KZ2009:6M') <@ 'KZ2009:6M' AS below;
ROLLBACK;
