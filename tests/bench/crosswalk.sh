# isced_f() over a table of codes, against what one writes without it: codes as text and a mapping table, longest prefix first.
bench_sql "
	-- some 20000 different codes, as a network of four states has them
	CREATE TABLE code AS
	SELECT row_number() OVER () AS n, c.code::program_code, c.code::text COLLATE \"C\" AS code_text
	FROM (SELECT 'KZ2018:' || code(code) || lpad(i::text, 2, '0') FROM socu.program_crosswalk, generate_series(1, 99) i
	      WHERE classifier(code) = 'KZ2018' AND depth(code) = 3
	      UNION ALL
	      SELECT 'UZ2021:' || code(code) || lpad(i::text, 2, '0') || '00' FROM socu.program_crosswalk, generate_series(1, 60) i
	      WHERE classifier(code) = 'UZ2021'
	      UNION ALL
	      SELECT 'RU2013:' || left(code(code), 2) || level || lpad(i::text, 2, '0')
	      FROM socu.program_crosswalk, unnest('{.03.,.04.}'::text[]) level, generate_series(1, 20) i WHERE classifier(code) = 'RU2013'
	      UNION ALL
	      SELECT 'KZ2009:' || left(code(code), 4) || lpad(i::text, 2, '0') || '00' FROM socu.program_crosswalk, generate_series(1, 60) i
	      WHERE classifier(code) = 'KZ2009' AND depth(code) = 2) c (code);
	SELECT setseed(0.5);
	CREATE TABLE student AS
	SELECT c.code, c.code_text
	FROM (SELECT 1 + (random() * ((SELECT count(*) FROM code) - 1))::int AS n FROM generate_series(1, $BENCH_ROWS)) g JOIN code c USING (n)
	ORDER BY random();
	-- the peer's table: the same rows, as text without the zeros that only fill up
	CREATE TABLE mapping (prefix text COLLATE \"C\" PRIMARY KEY, isced text NOT NULL);
	INSERT INTO mapping
	SELECT DISTINCT ON (1) classifier(code) || ':' || CASE WHEN classifier(code) IN ('RU2013', 'KZ2009')
		THEN regexp_replace(code(code), '([.]?00)+\$', '') ELSE code(code) END, code(to_code)
	FROM socu.program_crosswalk ORDER BY 1"
bench_sql "VACUUM ANALYZE student, mapping"
longest="SELECT m.isced FROM mapping m WHERE m.prefix = ANY (ARRAY[$(printf 'left(s.code_text, %s), ' 14 13 12 11 10 9)s.code_text])
	ORDER BY length(m.prefix) DESC LIMIT 1"
bench_value different "SELECT count(*) FROM (SELECT DISTINCT code, code_text FROM student) s WHERE code(isced_f(code)) IS DISTINCT FROM ($longest)"
[ "${MS[different]}" = 0 ] || die "isced_f() and the mapping table disagree on ${MS[different]} codes."
bench_time scan "SELECT count(code) FROM student;"
bench_time isced_f "SELECT count(isced_f(code)) FROM student;"
bench_time isced_f_day "SELECT count(isced_f(code, DATE '2025-01-01')) FROM student;"
bench_time direction "SELECT count(direction(code)) FROM student;"
# The peer twice: the longest prefix row by row, and one hash join for each length that a prefix has.
bench_time lateral "SELECT count(m.isced) FROM student s LEFT JOIN LATERAL ($longest) m ON true;"
lengths=$(bench_psql -c "SELECT DISTINCT length(prefix) FROM mapping WHERE split_part(prefix, ':', 1) IN ('KZ2018', 'UZ2021', 'RU2013', 'KZ2009') ORDER BY 1 DESC")
bench_time hashes "SELECT count(coalesce($(printf 'm%s.isced, ' $lengths)NULL)) FROM student s
	$(for n in $lengths; do echo "LEFT JOIN mapping m$n ON m$n.prefix = left(s.code_text, $n)"; done);"
bench_row "isced_f(code)" isced_f lateral "join on a mapping table by longest prefix" 0.33
bench_row "isced_f(code, day)" isced_f_day lateral "join on a mapping table by longest prefix" 0.33
bench_row "isced_f(code)" isced_f hashes "one hash join for each prefix length" 0.33
bench_row "direction(code)" direction lateral "join on a mapping table by longest prefix" 1
bench_row "isced_f(code)" isced_f scan "the bare scan: count(code)" 5
