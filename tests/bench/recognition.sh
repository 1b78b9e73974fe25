# recognition: grades by table, formula and distribution against a join and PL/pgSQL, averages against numeric, agreements and cases.

lines=$((BENCH_ROWS / 3))
bench_sql "CREATE TABLE result AS
SELECT i AS id, i % 10000 AS student, (ARRAY['A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'FX', 'F'])[1 + i % 12] AS grade,
       (ARRAY[4.0, 3.67, 3.33, 3.0, 2.67, 2.33, 2.0, 1.67, 1.33, 1.0, 0.5, 0])[1 + i % 12] AS points,
       (4 + i % 7)::text AS mark, (4 + i % 7)::numeric AS mark_number, (1 + i % 12)::numeric / 2 AS credits
FROM generate_series(1, $lines) i"
bench_sql "CREATE TABLE grade_map AS SELECT from_grade, to_grade, lower(validity) AS valid_from, coalesce(upper(validity), '9999-01-01') AS valid_to
FROM socu.grade_table WHERE from_scale = 'KZ_LETTER' AND to_scale = 'ECTS_AF'"
bench_sql "ALTER TABLE grade_map ADD PRIMARY KEY (from_grade, valid_from)"
bench_sql "CREATE FUNCTION bavarian(best numeric, pass numeric, got numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE AS \$\$
BEGIN
    IF got < pass THEN RETURN 5.0; END IF;
    RETURN trunc(1 + 3 * (best - got) / (best - pass), 1);
END \$\$"
bench_sql "CREATE FUNCTION placed(got numeric) RETURNS text LANGUAGE plpgsql IMMUTABLE AS \$\$
DECLARE
    host bigint[] := '{10,40,30,20}'; home bigint[] := '{20,30,30,20}'; grades text[] := '{A,B,C,D}'; middle numeric; reached numeric := 0;
BEGIN
    IF got < 7 THEN RETURN 'F'; END IF;
    SELECT (coalesce(sum(n) FILTER (WHERE o < 11 - got), 0) + sum(n) FILTER (WHERE o <= 11 - got)) / 200.0 INTO middle FROM unnest(host) WITH ORDINALITY h (n, o);
    FOR i IN 1 .. 4 LOOP
        reached := reached + home[i] / 100.0;
        IF middle <= reached THEN RETURN grades[i]; END IF;
    END LOOP;
END \$\$"
bench_sql "VACUUM ANALYZE"

bench_time table "SELECT count((grade_convert(grade, 'KZ_LETTER', 'ECTS_AF', '2024-01-01')).grade) FROM result"
bench_time table_join "SELECT count(to_grade) FROM result JOIN grade_map ON from_grade = grade WHERE valid_from <= '2024-01-01' AND '2024-01-01' < valid_to"
bench_row 'grade by table' table table_join 'join to a table of grades' 0.333
# What no function can be below: the rows are read.
bench_time table_scan "SELECT count(grade) FROM result"
bench_row 'the bare scan, without any grade converted' table_scan table_join 'join to a table of grades' 0.333
bench_time formula "SELECT count((grade_convert(mark, 'BY_10', 'DE_1_5', '2024-01-01', 'bavarian')).grade) FROM result"
bench_time formula_plpgsql "SELECT count(bavarian(10, 4, mark_number)) FROM result"
bench_row 'grade by the Bavarian formula' formula formula_plpgsql 'PL/pgSQL over numeric' 0.333
bench_time place "SELECT count((grade_convert(mark, 'BY_10', 'KZ_LETTER', '2024-01-01', 'distribution', 'midpoint',
host_counts => ROW('BY_10', '{10,9,8,7}', '{10,40,30,20}'), home_counts => ROW('KZ_LETTER', '{A,B,C,D}', '{20,30,30,20}'))).method) FROM result"
bench_time place_plpgsql "SELECT count(placed(mark_number)) FROM result"
bench_row 'grade by distribution' place place_plpgsql 'PL/pgSQL over two arrays' 0.333

bench_together gpa "SELECT gpa(points, credits) FROM result" '' gpa_numeric "SELECT sum(points * credits) / sum(credits) FROM result" '' \
	gpa_student "SELECT student, gpa(points, credits) FROM result GROUP BY student" '' \
	gpa_student_numeric "SELECT student, sum(points * credits) / sum(credits) FROM result GROUP BY student" ''
bench_row 'average' gpa gpa_numeric 'sum(points * credits) / sum(credits)' 0.8
bench_row 'average by student' gpa_student gpa_student_numeric 'the same, grouped' 0.8

# Agreements: 100,000 with six components each, checked as a set; 10,000 cases proposed.  The limit stands as the peer.
agreements=$((BENCH_ROWS / 30)) cases=$((BENCH_ROWS / 300))
bench_sql "SELECT socu.create_network('bench', '{recognition}', false)"
bench_sql "SET search_path = bench, public, socu;
INSERT INTO learning_agreement (agreement, student, home, host, level, field, stay, home_scheme, home_scale, grade_method, degree_credits, most_field_distance)
SELECT i, 'S' || i, 'home.kz', 'host.by', 'bachelor', 'ISCEDF:0613', '[2024-02-01,2024-07-01)', 'KZ', 'KZ_LETTER', 'pass_range', 240, 2 FROM generate_series(1, $agreements) i;
INSERT INTO la_version (agreement, version, proposed) SELECT i, 1, '2024-01-01' FROM generate_series(1, $agreements) i;
INSERT INTO la_group (agreement, group_no) SELECT i, g FROM generate_series(1, $agreements) i, generate_series(1, 2) g;
INSERT INTO la_item (item, agreement, side, group_no, code, title, credit, level, field)
SELECT 6 * i + k, i, CASE WHEN k < 4 THEN 'host' ELSE 'home' END, CASE WHEN k IN (0, 1, 4) THEN 1 ELSE 2 END, 'C' || k, 'Course ' || k,
       CASE WHEN k < 4 THEN credit(5, 'ECTS') ELSE credit(10 + i % 2, 'KZ') END, 'bachelor', CASE WHEN k < 4 THEN 'ISCEDF:0612'::program_code END
FROM generate_series(1, $agreements) i, generate_series(0, 5) k;
UPDATE la_version SET signed_student = now(), signed_home = now(), signed_host = now();
INSERT INTO achievement (student, institution, item, title, credit, grade, scale, completed, status)
SELECT 'S' || i, 'host.by', 6 * i + k, 'Course ' || k, '5 ECTS', (4 + (i + k) % 7)::text, 'BY_10', '2024-06-20', 'passed' FROM generate_series(1, $cases) i, generate_series(0, 3) k;
INSERT INTO recognition_case (recognition_case, agreement, transcript_received) SELECT i, i, '2024-07-01' FROM generate_series(1, $cases) i"
bench_sql "VACUUM ANALYZE"
bench_time check "SELECT count(*) FROM bench.learning_agreement_finding"
bench_value check_limit "SELECT $agreements / 20.0"
bench_row "check of $agreements agreements" check check_limit '20,000 a second' 1
bench_time propose "SELECT count(*) FROM bench.recognition_proposal WHERE proposal = 'full'"
bench_value propose_limit "SELECT $cases / 2.0"
bench_row "proposals for $cases cases" propose propose_limit '2,000 a second' 1
bench_time propose_each "SELECT count(*) FROM generate_series(1, $cases) i, bench.recognise(i)"
bench_row "recognise() of $cases cases, one by one" propose_each propose_limit '2,000 a second' 1
