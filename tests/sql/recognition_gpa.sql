-- recognition: averages.  Expected values are fractions worked out by hand.
SET search_path = public, socu;
\pset null ~

-- Example 16: A- in 5, B in 6, C+ in 4 credits of the Kazakh scale: 4567/100 over 15 = 4567/1500; with thirds it would be 137/45 = 3.04444...
SELECT gpa(s.points, c.credits) AS exact, 4567 / 1500.0 AS by_hand, gpa(s.points, c.credits, 2, 'half_up') AS printed,
       gpa(s.points, c.credits, 2, 'truncate') AS cut, gpa(s.points, c.credits, 0, 'half_even') AS whole
FROM (VALUES ('A-', 5), ('B', 6), ('C+', 4)) c (grade, credits) JOIN grade_step s ON s.scale = 'KZ_LETTER' AND s.grade = c.grade;
-- Example 15: semesters of 135/20 and 128/19: 263/39 = 6.7436; through rounded averages 13153/1950 = 6.745 -> 6.75
CREATE TEMP TABLE line (semester int, points numeric, credits numeric);
INSERT INTO line VALUES (1, 6.75, 20), (2, 8, 16), (2, 0, 3);
SELECT gpa(points, credits) AS exact, gpa(points, credits, 2, 'half_up') AS once FROM line;
SELECT semester, gpa(points, credits, 2, 'half_up') FROM line GROUP BY semester ORDER BY semester;
SELECT gpa(sgpa, credits, 3, 'half_up') AS through_rounded, gpa(sgpa, credits, 2, 'half_up') AS twice
FROM (SELECT gpa(points, credits, 2, 'half_up') AS sgpa, sum(credits) AS credits FROM line GROUP BY semester) s;
-- Example 19: Saudi Arabia, A+ and F of 3 credits each: (15 + 3) / 6 = 3 where F counts 1.0, 2 on the scale of 4
SELECT scale, gpa(points, 3) FROM grade_step WHERE scale IN ('SA_5', 'SA_4') AND grade IN ('A+', 'F') GROUP BY scale ORDER BY scale;
-- values of type credit
SELECT gpa(p, c) AS mean, gpa(p, c, 4, 'ceiling') AS up FROM (VALUES (3.67, '5 KZ'::credit), (3.0, '10/3 KZ')) v (p, c);
SELECT gpa(p, c) FROM (VALUES (3.67, '5 KZ'::credit), (3.0, '6 ECTS')) v (p, c);
-- halves
SELECT m AS mode, gpa(p, 1, 1, m) FROM (VALUES (2.5), (2.4)) v (p), unnest('{half_up,half_even,floor,ceiling,truncate}'::text[]) WITH ORDINALITY m (m, o) GROUP BY m, o ORDER BY o;
SELECT m AS mode, gpa(p, 1, 1, m) FROM (VALUES (2.6), (2.5)) v (p), unnest('{half_up,half_even}'::text[]) WITH ORDINALITY m (m, o) GROUP BY m, o ORDER BY o;

-- Pass or fail, missing, weights (what people report: see docs/recognition.md).
SELECT v.what, gpa(l.p, l.c) FROM (VALUES
    (1, 'passed without a grade', '{5,4,NULL,NULL}'::numeric[], '{1,1,1,1}'::numeric[]), (2, 'only passed', '{NULL,NULL}', '{3,3}'), (3, 'one grade, one satisfactory', '{10,NULL}', '{4,3}'),
    (4, 'missing', '{90,NULL}', '{3,2}'), (5, 'a real zero', '{90,0}', '{3,2}'), (6, 'a course of no credits', '{2,5}', '{4,0}'), (7, 'no credits at all', '{2,5}', '{0,0}'),
    (8, 'a factor of 1/2', '{1,3}', ARRAY[8 * 0.5, 2]), (9, 'a boost of 1/2', ARRAY[3 + 0.5, 3], '{2,1}'), (10, 'term averages', '{9,7}', '{20,30}')) v (n, what, points, credits)
LEFT JOIN LATERAL unnest(v.points, v.credits) l (p, c) ON true GROUP BY v.n, v.what ORDER BY v.n;
SELECT gpa(p, 1) IS NULL AS nothing FROM (SELECT 1.0 AS p WHERE false) x;

-- Retakes.  Example 17: a course of 6 credits, 2 then 4; a course of 4 credits, 5: 22/5 and 7/2.
CREATE TEMP TABLE attempt (student text, course text, attempt int, points numeric, credits numeric, status text);
INSERT INTO attempt VALUES
    ('17', 'a', 1, 2, 6, 'failed'), ('17', 'a', 2, 4, 6, 'passed'), ('17', 'b', 1, 5, 4, 'passed'),
    ('F, then B', 'a', 1, 0, 3, 'failed'), ('F, then B', 'a', 2, 3, 3, 'passed'),
    ('D in 2, then B in 3', 'a', 1, 1, 2, 'passed'), ('D in 2, then B in 3', 'a', 2, 3, 3, 'passed'),
    ('78, then not completed', 'a', 1, 78, 3, 'passed'), ('78, then not completed', 'a', 2, NULL, 3, 'pending'),
    ('transfer, then own fail', 'a', 1, 8, 5, 'passed'), ('transfer, then own fail', 'a', 2, 2, 5, 'failed'),
    ('own 9, transfer 7', 'a', 1, 9, 5, 'passed'), ('own 9, transfer 7', 'a', 2, 7, 5, 'passed'),
    ('sport twice', 'sport 2024', 1, NULL, 5, 'passed'), ('sport twice', 'sport 2025', 1, NULL, 5, 'passed'),
    ('10 and a pass', 'a', 1, 10, 4, 'passed'), ('10 and a pass', 'b', 1, NULL, 3, 'passed'),
    ('90 and open', 'a', 1, 90, 3, 'passed'), ('90 and open', 'b', 1, NULL, 2, 'pending'),
    ('withdrawn', 'a', 1, 4, 3, 'passed'), ('withdrawn', 'b', 1, NULL, 3, 'withdrawn'), ('withdrawn', 'c', 1, NULL, 3, 'audited'),
    ('WF, later passed', 'a', 1, 0, 3, 'failed'), ('WF, later passed', 'a', 2, NULL, 3, 'passed'),
    ('fails only', 'a', 1, 1, 3, 'failed'), ('fails only', 'a', 2, 0, 3, 'failed'),
    ('fail, then open', 'a', 1, 1, 3, 'failed'), ('fail, then open', 'a', 2, NULL, 3, 'pending'),
    ('1 to 5, lower is better', 'a', 1, 1.7, 6, 'passed'), ('1 to 5, lower is better', 'a', 2, 2.3, 6, 'passed');
SELECT student, p AS policy, (transcript_gpa(course, attempt, points, credits, status, p)).*
FROM attempt, unnest('{replace,last,best,lowest,all}'::text[]) WITH ORDINALITY p (p, o) GROUP BY student, p, o ORDER BY student COLLATE "C", o;
SELECT transcript_gpa(course, attempt, points, credits, status, 'best') FROM attempt WHERE false;

-- In parallel, and put together from parts: the same.
CREATE TEMP TABLE many AS
SELECT i % 97 AS student, 'c' || i % 7 AS course, i / 97 AS attempt, (i * 7919 % 401) / 100.0 AS points, (1 + i % 12) / 4.0 AS credits,
       CASE WHEN i % 5 = 0 THEN 'failed' ELSE 'passed' END AS status
FROM generate_series(0, 20000) i;
CREATE TABLE public.recognition_many AS TABLE many;
ALTER TABLE public.recognition_many SET (parallel_workers = 2);
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
CREATE TEMP TABLE parallel AS SELECT gpa(points, credits) AS mean, gpa(points, credits, 3, 'floor') AS cut FROM public.recognition_many;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
    FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP plan := plan || line || E'\n'; END LOOP;
    RETURN plan;
END $$;
SELECT pg_temp.plan_of('SELECT gpa(points, credits) FROM public.recognition_many') ~ 'Finalize.*Partial' AS parallel;
SELECT s.mean = p.mean AND s.cut = p.cut AND s.mean = round(s.exact, 9) AS same
FROM (SELECT gpa(points, credits) AS mean, gpa(points, credits, 3, 'floor') AS cut, sum(points * credits) / sum(credits) AS exact FROM many) s, parallel p;
CREATE TEMP TABLE transcripts AS
SELECT student, p, transcript_gpa(course, attempt, points, credits, status, p) AS t FROM public.recognition_many, unnest('{replace,best,all}'::text[]) p GROUP BY student, p;
SELECT count(*) AS transcripts, count(*) FILTER (WHERE (s.t).gpa IS DISTINCT FROM (p.t).gpa OR (s.t).credits_earned <> (p.t).credits_earned) AS different
FROM (SELECT student, p, transcript_gpa(course, attempt, points, credits, status, p) AS t FROM many, unnest('{replace,best,all}'::text[]) p GROUP BY student, p) s
JOIN transcripts p USING (student, p);
-- states put together by hand
SELECT gpa_final(gpa_combine(a, b)) AS combined, gpa_final(gpa_combine(a, NULL)) AS first, gpa_final(gpa_combine(NULL, b)) AS second
FROM (SELECT gpa_accum(gpa_accum(NULL, 3, 2), 1, 2) AS a, gpa_accum(NULL, 5, 4) AS b) s;
SELECT transcript_gpa_final(transcript_gpa_combine(transcript_gpa_accum(NULL, 'a', 1, 2, 3, 'failed', 'best'), transcript_gpa_accum(NULL, 'a', 2, 4, 3, 'passed', 'best')));
SELECT grade_distribution_final(grade_distribution_combine(grade_distribution_accum(NULL, 'A', 'KZ_LETTER', 2), grade_distribution_accum(NULL, 'B', 'KZ_LETTER', 2)));
-- a running average, term by term: the state goes on after each result
SELECT semester, gpa(points, credits) OVER (ORDER BY semester) AS so_far FROM line ORDER BY semester, points;
DROP TABLE public.recognition_many;
