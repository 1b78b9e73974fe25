-- recognition: bad input.  Each error: SQLSTATE, message, detail, hint.
SET search_path = public, socu;
\set VERBOSITY verbose
\set SHOW_CONTEXT never
\pset null ~
CREATE FUNCTION pg_temp.refused(expression text, OUT state text, OUT message text, OUT detail text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'SELECT ' || expression;
    message := 'accepted';
EXCEPTION WHEN others THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;
\x on
-- grades and scales
SELECT i, r.* FROM unnest(ARRAY[
    'grade_convert(''A'', ''NOWHERE'', ''RU_5'', ''2024-01-01'')', 'grade_convert(''A'', ''KZ_LETTER'', ''NOWHERE'', ''2024-01-01'')',
    'grade_convert(''A'', ''KZ_LETTER'', ''ECTS_AF'', ''2018-10-11'')', 'grade_convert(''A+'', ''KZ_LETTER'', ''ECTS_AF'', ''2024-01-01'')',
    'grade_convert(''101'', ''KZ_100'', ''KZ_LETTER'', ''2024-01-01'')', 'grade_convert(''89.5'', ''KZ_100'', ''KZ_LETTER'', ''2024-01-01'')',
    'grade_convert(''4'', ''KZ_LETTER'', ''ECTS_AF'', ''2024-01-01'')', 'grade_convert(''5 (хор)'', ''RU_5'', ''DE_1_5'', ''2024-01-01'', ''bavarian'')',
    'grade_convert(''2,150'', ''KZ_GPA'', ''DE_1_5'', ''2024-01-01'', ''bavarian'')', 'grade_convert('''', ''RU_5'', ''DE_1_5'', ''2024-01-01'', ''bavarian'')',
    'grade_convert(repeat(''9'', 100000), ''RU_5'', ''DE_1_5'', ''2024-01-01'', ''bavarian'')']) i, pg_temp.refused(i) r;
-- methods: what is not published is named, with what would need a decision
SELECT i, r.* FROM unnest(ARRAY[
    'grade_convert(''4'', ''RU_5'', ''DE_1_5'', ''2024-01-01'')', 'grade_convert(''7'', ''IN_CGPA10'', ''IN_PCT'', ''2024-01-01'')',
    'grade_convert(''A'', ''TJ_LETTER'', ''ECTS_AF'', ''2024-01-01'')',
    'grade_convert(''зачтено'', ''RU_ZACHET'', ''ECTS_AF'', ''2024-01-01'')', 'grade_convert(''3.2'', ''KZ_GPA'', ''DE_1_5'', ''2024-01-01'', ''bavarian'')',
    'grade_convert(''5'', ''RU_5'', ''BY_10'', ''2024-01-01'', ''bavarian'')', 'grade_convert(''5'', ''RU_5'', ''DE_1_5'', ''2024-01-01'', ''magic'')',
    'grade_convert(''5'', ''RU_5'', ''DE_1_5'', ''2024-01-01'', ''bavarian'', ''up'')', 'grade_convert(''5'', ''RU_5'', ''KZ_LETTER'', ''2024-01-01'', ''pass_range'', ''round'')',
    'grade_convert(''7'', ''IN_CGPA10'', ''IN_PCT'', ''2024-01-01'', ''formula'')', 'grade_convert(''7'', ''IN_CGPA10'', ''IN_PCT'', ''2024-01-01'', ''formula'', ''UGC'')',
    'grade_convert(''5.5'', ''IN_CGPA10'', ''IN_PCT'', ''2024-01-01'', ''formula'', ''AICTE'')', 'grade_convert(''5'', ''RU_5'', ''BY_10'', ''2024-01-01'', ''formula'')',
    'grade_convert(''5'', ''RU_5'', ''BY_10'', ''2024-01-01'', level => ''phd'')', 'grade_convert(''S'', ''AM_LETTER'', ''BY_10'', ''2024-01-01'', ''pass_range'')']) i, pg_temp.refused(i) r;
-- distributions
SELECT i, r.* FROM unnest(ARRAY[
    'NULL, NULL', 'ROW(''RU_5'', ''{5,4}'', ''{20,9}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')', 'ROW(''RU_5'', ''{5,4}'', ''{20}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')',
    'ROW(''RU_5'', NULL, NULL), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')', 'ROW(''BY_10'', ''{10,9}'', ''{20,20}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')',
    'ROW(''RU_5'', ''{5,x}'', ''{20,20}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')', 'ROW(''RU_5'', ''{5,4}'', ''{-20,50}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')',
    'ROW(''RU_5'', ''{5,NULL}'', ''{20,50}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')',
    'ROW(''RU_5'', ''{5,4}'', ''{9223372036854775807,9223372036854775807}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}'')',
    'ROW(''RU_5'', ''{2}'', ''{50}''), ROW(''BY_10'', ''{10,9}'', ''{20,20}''), 0']) i,
    pg_temp.refused(format('grade_convert(''5'', ''RU_5'', ''BY_10'', ''2024-01-01'', ''distribution'', NULL, NULL, %s)', i)) r;
SELECT i, r.* FROM unnest(ARRAY['grade_convert(''5'', ''RU_5'', ''ECTS_AF'', ''2024-01-01'', ''distribution'', ''average'', NULL, ROW(''RU_5'', ''{5,4}'', ''{20,20}''), ROW(''ECTS_AF'', ''{A,B}'', ''{10,30}''))',
    'grade_convert(''5'', ''RU_5'', ''ECTS_AF'', ''2024-01-01'', ''distribution'', ''median'', NULL, ROW(''RU_5'', ''{5,4}'', ''{20,20}''), ROW(''ECTS_AF'', ''{A,B}'', ''{10,30}''))',
    'grade_distribution_of(g, s) FROM (VALUES (''5'', ''RU_5''), (''A'', ''KZ_LETTER'')) v (g, s)', 'grade_distribution_of(repeat(''x'', 64), ''RU_5'')', 'grade_distribution_of(''5'', NULL)',
    'grade_distribution_of(g::text, ''RU_5'') FROM generate_series(1, 257) g', 'grade_distribution_of(''5'', ''RU_5'', 0)']) i, pg_temp.refused(i) r;
-- averages
SELECT i, r.* FROM unnest(ARRAY[
    'gpa(3, NULL::numeric)', 'gpa(-999, 3)', 'gpa(''NaN'', 3)', 'gpa(3, ''NaN''::numeric)', 'gpa(3, -1)', 'gpa(3, 0.33333)', 'gpa(3.1234567, 1)', 'gpa(1000001, 1)', 'gpa(1, 1e10)',
    'gpa(3, ''-3 ECTS''::credit)', 'gpa(3, 3, 10, ''half_up'')', 'gpa(3, 3, 2, ''up'')', 'gpa(3, 3, 2, NULL)', 'gpa(3, 3, d, ''floor'') FROM generate_series(1, 2) d',
    'transcript_gpa(NULL, 1, 3, 3, ''passed'', ''best'')', 'transcript_gpa(''a'', 1, 3, NULL, ''passed'', ''best'')', 'transcript_gpa(''a'', 1, 3, 3, NULL, ''best'')',
    'transcript_gpa(''a'', 1, 3, 3, ''done'', ''best'')', 'transcript_gpa(''a'', 1, 3, 3, ''passed'', ''worst'')', 'transcript_gpa(''a'', 1, 3, 3, ''passed'', NULL)',
    'transcript_gpa(repeat(''я'', 40), 1, 3, 3, ''passed'', ''best'')', 'transcript_gpa(''я'', 2, 3, 3, ''passed'', ''best'') FROM generate_series(1, 2)',
    'transcript_gpa(''a'', p.o::int, 3, 3, ''passed'', p) FROM unnest(''{best,last}''::text[]) WITH ORDINALITY p (p, o)',
    'transcript_gpa(''a'', a, 3, 3, ''passed'', ''best'') FROM generate_series(1, 65537) a']) i, pg_temp.refused(i) r;
\x off

-- Anybody can call the support functions, or make an aggregate of them, with a state of his own.
SELECT DISTINCT r.state, r.message FROM unnest(ARRAY['{}', '{1}', '{NULL,0,0,0,0,0,0}', '{0,0,0,0,0,0,0,0}', '{-1,-1,0,0,0,0,0}', '{100000,-1,0,0,0,0,0}', '{0,10,0,0,0,0,0}', '{0,-2,0,0,0,0,0}',
    '{0,-1,7,0,0,0,0}', '{0,-1,0,-1,0,0,0}', '{0,-1,0,0,1,0,0}', '{0,-1,0,0,0,-1,0}', '{0,-1,0,0,0,4194304,0}', '{0,-1,0,9223372036854775807,-1,4194303,-1}',
    '[0:6]={0,-1,0,0,0,-1,0}', '{{0,-1,0,0,0,0,0}}']) s,
    unnest(ARRAY['gpa_final(%L)', 'gpa_accum(%L, 3, 3)', 'gpa_combine(%L, NULL::bigint[])', 'gpa_combine(gpa_accum(NULL, 3, 3), %L)', 'gpa_combine(%L, gpa_accum(NULL, 3, 3))']) f,
    pg_temp.refused(format(f, s)) r ORDER BY 1, 2;
-- the largest state there may be: one more line is one too many
SELECT gpa_final('{0,9,0,274877906943,-1,4194303,-1}') AS below, r.* FROM pg_temp.refused('gpa_accum(''{0,-1,0,0,0,4194303,-1}'', 3, 7e9)') r;
SELECT DISTINCT r.state, r.message FROM unnest(ARRAY['{}', '{0}', '{0,1}', '{5,0}', '{-1,0}', '{0,-1}', '{0,0,0}', '{0,1,0,0,0,0,0,0,0,0,1,9,0,0,0}', '{0,1,0,0,0,0,0,0,0,200,1,0,0,0,0}', '{0,1,1,0,0,0,0,0,0,0,1,0,0,0,0}',
    '{0,1,-71776119061217281,0,0,0,0,0,0,1,1,0,0,0,0}', '{0,1,0,0,0,0,0,0,0,0,1,0,2,0,0}', '{0,1,0,0,0,0,0,0,0,0,1,0,1,-5,0}', '{0,1,0,0,0,0,0,0,0,0,1,0,1,5,-1}', '{0,1,0,0,0,0,0,0,0,0,1,0,1,5,9223372036854775807}',
    '{0,2,0,0,0,0,0,0,0,0,1,0,0,0,0}', '{0,9223372036854775807,0,0,0,0,0,0,0,0,1,0,0,0,0}']) s,
    unnest(ARRAY['transcript_gpa_final(%L)', 'transcript_gpa_final(transcript_gpa_accum(%L, ''a'', 1, 3, 3, ''passed'', ''replace''))',
                 'transcript_gpa_final(transcript_gpa_combine(%L, transcript_gpa_accum(NULL, ''a'', 1, 3, 3, ''passed'', ''replace'')))',
                 'transcript_gpa_final(transcript_gpa_combine(transcript_gpa_accum(NULL, ''a'', 1, 3, 3, ''passed'', ''replace''), %L))']) f,
    pg_temp.refused(format(f, s)) r ORDER BY 1, 2;
SELECT DISTINCT r.state, r.message FROM unnest(ARRAY['{}', '{1}', '{0,0,0,0,0,0,0,0,0}', '{1,0,0,0,0,0,0,0,64}', '{1,-1,-1,-1,-1,-1,-1,-1,-1}', '{1,0,0,0,0,0,0,0,0,0}',
    '{1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,-1}', '{1,0,0,0,0,0,0,0,0,-1,0,0,0,0,0,0,1,5}', '{1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,9223372036854775807,4683743612465315840,0,0,0,0,0,0,1,1}']) s,
    unnest(ARRAY['grade_distribution_final(%L)', 'grade_distribution_final(grade_distribution_accum(%L, ''A'', '''', 1))',
                 'grade_distribution_final(grade_distribution_combine(%L, grade_distribution_accum(NULL, ''A'', '''', 1)))']) f,
    pg_temp.refused(format(f, s)) r ORDER BY 1, 2;
CREATE AGGREGATE public.evil(numeric, numeric) (SFUNC = socu.gpa_accum, STYPE = bigint[], FINALFUNC = socu.gpa_final, INITCOND = '{1,1,1}');
SELECT state, message FROM pg_temp.refused('public.evil(3, 3)');
DROP AGGREGATE public.evil(numeric, numeric);

-- Rows that cannot be: a pass mark beyond the scale, overlapping bands, two grades in one place, numbers too fine.
CREATE FUNCTION pg_temp.insert_refused(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE name text;
BEGIN
    EXECUTE statement;
    RETURN 'accepted';
EXCEPTION WHEN others THEN
    GET STACKED DIAGNOSTICS name = CONSTRAINT_NAME;
    RETURN SQLSTATE || ' ' || coalesce(nullif(name, ''), SQLERRM);
END $$;
SELECT v, pg_temp.insert_refused(format('INSERT INTO socu.grade_scale (code, name_en, kind, numbers, min_value, max_value, pass_mark, source, confidence) VALUES (%s, ''test'', ''found'')', v))
FROM unnest(ARRAY['''MY_4'', ''x'', ''numeric'', ''points'', 0, 4, 60', '''MY_80'', ''x'', ''numeric'', ''marks'', 0, 80, 85', '''MY_4'', ''x'', ''numeric'', ''points'', 4, 0, 2', '''MY_4'', ''x'', ''numeric'', NULL, 0, 4, 2',
    '''my'', ''x'', ''numeric'', ''points'', 0, 4, 2', '''MY_4'', ''x'', ''scale'', ''points'', 0, 4, 2', '''MY_4'', ''x'', ''numeric'', ''points'', 0, ''NaN'', 2', '''MY_4'', ''x'', ''numeric'', ''points'', 0, 4, 0.0000001']) v;
BEGIN;
INSERT INTO grade_step (scale, grade, position, passing, points, mark_min, mark_max, source, confidence) VALUES ('MY_4', 'A', 1, true, 4, 80, 100, 'test', 'found');
SELECT v, pg_temp.insert_refused(format('INSERT INTO socu.grade_step (scale, grade, position, passing, points, mark_min, mark_max, source, confidence) VALUES (''MY_4'', %s, ''test'', ''found'')', v))
FROM unnest(ARRAY['''B'', 2, true, 3, 70, 89', '''B'', 1, true, 3, 70, 79', '''A'', 2, true, 3, 70, 79', '''B'', 2, true, 3, 79, 70', '''B'', 2, true, 3, 70, NULL', '''B'', 0, true, 3, 70, 79', '''B'', 65, true, 3, 70, 79',
    ''''', 2, true, 3, 70, 79', ''' B'', 2, true, 3, 70, 79', 'repeat(''B'', 64), 2, true, 3, 70, 79', '''B'', 2, true, ''Infinity'', 70, 79', '''B'', 2, true, 0.1234567, 70, 79', '''B'', 2, true, 3, 70, 80']) v;
-- what no constraint can see, the check says: 0 to 70 has no grade, nothing fails
INSERT INTO grade_scale (code, name_en, kind, numbers, min_value, max_value, source, confidence) VALUES ('MY_4', 'x', 'letter', 'points', 0, 3.5, 'test', 'found');
SELECT * FROM grade_scale_check('MY_4', '2024-01-01');
ROLLBACK;
SELECT v, pg_temp.insert_refused('INSERT INTO socu.' || v) FROM unnest(ARRAY[
    'grade_table (from_scale, from_grade, to_scale, to_grade, source, confidence) VALUES (''RU_5'', ''5'', ''RU_5'', ''5'', ''test'', ''found'')',
    'grade_formula (name, from_scale, to_scale, domain, c0, c1, source, confidence) VALUES (''F'', ''RU_5'', ''BY_10'', ''[1,)'', 0, 2, ''test'', ''found'')',
    'grade_formula (name, from_scale, to_scale, domain, c0, c1, divisor, source, confidence) VALUES (''MY'', ''RU_5'', ''BY_10'', ''[1,5]'', 0, 2, 0, ''test'', ''found'')',
    'grade_formula (name, from_scale, to_scale, domain, c0, c1, source, confidence) VALUES (''PKU'', ''CN_100'', ''CN_PKU_GPA'', ''[1,5]'', 0, ''NaN'', ''test'', ''found'')',
    'grade_scale (code, name_en, kind, source, confidence, shipped) VALUES (''MY'', ''x'', ''letter'', ''test'', ''found'', true)']) v;
-- an own table cannot turn a fail into a pass
BEGIN;
INSERT INTO grade_table (from_scale, from_grade, to_scale, to_grade, source, confidence) VALUES ('RU_5', '2', 'BY_10', '4', 'test', 'found'), ('RU_5', '3', 'BY_10', '3', 'test', 'found'), ('RU_5', '4', 'BY_10', '77', 'test', 'found');
SELECT r.* FROM pg_temp.refused('grade_convert(''2'', ''RU_5'', ''BY_10'', ''2024-01-01'')') r;
SELECT r.* FROM pg_temp.refused('grade_convert(''4'', ''RU_5'', ''BY_10'', ''2024-01-01'')') r;
SELECT * FROM grade_convert('3', 'RU_5', 'BY_10', '2024-01-01');
ROLLBACK;
