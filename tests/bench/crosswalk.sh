# isced_f() over a table of codes, against what one writes without it: text codes and a mapping table, longest prefix first.
bench_sql "
	CREATE TABLE prefix AS
	SELECT row_number() OVER (ORDER BY code) AS n, code, socu.classifier(code) AS classifier, socu.code(code) AS text
	FROM socu.program WHERE lang = 'en' AND shipped;
	-- codes as they come: every shipped example, as often as rows are wanted, in random order
	SELECT setseed(0.5);
	CREATE TABLE student AS
	SELECT p.code, p.classifier || ':' || p.text AS code_text
	FROM (SELECT 1 + (random() * ((SELECT count(*) FROM prefix) - 1))::int AS n FROM generate_series(1, $BENCH_ROWS)) g JOIN prefix p USING (n)
	ORDER BY random();
	-- the peer's table: the same rows as text prefixes (without the zeros that only fill up), with its index
	CREATE TABLE mapping (prefix text COLLATE \"C\" PRIMARY KEY, isced text NOT NULL);
	INSERT INTO mapping
	SELECT DISTINCT ON (1) socu.classifier(code) || ':' || regexp_replace(socu.code(code), '([. ]?0{2})+\$', ''), socu.code(to_code)
	FROM socu.program_crosswalk ORDER BY 1;
	ALTER TABLE student ALTER code_text TYPE text COLLATE \"C\";
	VACUUM ANALYZE student, mapping;"
bench_time scan "SELECT count(code) FROM student;"
bench_time isced_f "SELECT count(socu.isced_f(code)) FROM student;"
bench_time isced_f_day "SELECT count(socu.isced_f(code, DATE '2025-01-01')) FROM student;"
bench_time direction "SELECT count(socu.direction(code)) FROM student;"
# the peer, twice: the longest prefix by probing every length, and the same worked out once for each distinct code
bench_time lateral "
	SELECT count(m.isced) FROM student s LEFT JOIN LATERAL (
		SELECT m.isced FROM mapping m
		WHERE m.prefix = ANY (ARRAY(SELECT left(s.code_text, n) FROM generate_series(length(s.code_text), 3, -1) n))
		ORDER BY length(m.prefix) DESC LIMIT 1) m ON true;"
bench_time distinct "
	SELECT count(d.isced) FROM student s LEFT JOIN (
		SELECT c.code_text, (SELECT m.isced FROM mapping m WHERE starts_with(c.code_text, m.prefix) ORDER BY length(m.prefix) DESC LIMIT 1) AS isced
		FROM (SELECT DISTINCT code_text FROM student) c) d USING (code_text);"
bench_row "isced_f(code)" isced_f lateral "join on a mapping table by longest prefix" 0.33
bench_row "isced_f(code)" isced_f distinct "the same, prepared per distinct code, then a hash join" 0.33
bench_row "isced_f(code, day)" isced_f_day lateral "join on a mapping table by longest prefix" 0.33
bench_row "direction(code)" direction lateral "join on a mapping table by longest prefix" 0.33
