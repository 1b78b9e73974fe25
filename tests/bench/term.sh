# academic_term beside int4 (the limit), text COLLATE "C" and daterange (what one would write otherwise).

bench_sql "CREATE TABLE stay_term AS SELECT academic_term(1950 + (i::bigint * 7919 % 100)::int, 1 + (i / 100 % 2), 2) AS t, i FROM generate_series(1, $BENCH_ROWS) i"
bench_sql "CREATE TABLE stay_int AS SELECT t::int4 AS t, i FROM stay_term"
bench_sql "CREATE TABLE stay_text AS SELECT t::text COLLATE \"C\" AS t, i FROM stay_term"
bench_sql "CREATE TABLE stay_range AS SELECT pg_catalog.daterange(make_date(start_year(t), 9, 1) + (part(t) - 1) * 182,
	make_date(start_year(t), 9, 1) + part(t) * 182) AS t, i FROM stay_term"
for what in term int text range; do bench_sql "VACUUM ANALYZE stay_$what"; done

for what in term int text range; do
	bench_time "sort_$what" "SELECT t FROM stay_$what ORDER BY t OFFSET $((BENCH_ROWS - 1))"
	bench_time "group_$what" "SELECT t, count(*) FROM stay_$what GROUP BY t"
	bench_time "index_$what" "CREATE INDEX stay_${what}_t ON stay_$what (t)" "DROP INDEX IF EXISTS stay_${what}_t;"
	bench_value "size_$what" "SELECT pg_relation_size('stay_$what') / 1048576.0"
	bench_value "isize_$what" "SELECT pg_relation_size('stay_${what}_t') / 1048576.0"
	bench_sql "VACUUM ANALYZE stay_$what"
done
bench_row "sort (ms)" sort_term sort_int "int4" 1.1
bench_row "sort (ms)" sort_term sort_text 'text COLLATE "C"' 0.6
bench_row "sort (ms)" sort_term sort_range "daterange" 0.3
bench_row "group by term (ms)" group_term group_int "int4" 1.15
bench_row "group by term (ms)" group_term group_text 'text COLLATE "C"' 0.9
bench_row "group by term (ms)" group_term group_range "daterange" 0.8
bench_row "create index (ms)" index_term index_int "int4" 1.1
bench_row "create index (ms)" index_term index_text 'text COLLATE "C"' 1
bench_row "create index (ms)" index_term index_range "daterange" 0.3
bench_row "table (MB)" size_term size_int "int4" 1
bench_row "table (MB)" size_term size_text 'text COLLATE "C"' 0.9
bench_row "index (MB)" isize_term isize_int "int4" 1
bench_row "index (MB)" isize_term isize_range "daterange" 1

# One academic year out of a hundred: through the btree, and by reading everything.
bench_time year_term "SELECT count(*) FROM stay_term WHERE t OPERATOR(public.<@) '2000/2001'"
bench_time year_int "SELECT count(*) FROM stay_int WHERE t >= '2000/2001'::academic_term::int4 AND t < '2001/2002'::academic_term::int4"
bench_time year_text "SELECT count(*) FROM stay_text WHERE t >= '2000/2001' AND t < '2001/2002'"
bench_time year_range "SELECT count(*) FROM stay_range WHERE t <@ '[2000-09-01,2001-09-01)'::daterange"
bench_row "one year by index, t <@ year (ms)" year_term year_int "int4, from and to" 1.5
bench_row "one year by index, t <@ year (ms)" year_term year_text 'text, from and to' 1.5
bench_row "one year by index, t <@ year (ms)" year_term year_range "daterange <@ (btree does not help it)" 0.2
bench_sql "DROP INDEX stay_term_t; DROP INDEX stay_range_t; DROP INDEX stay_int_t"
bench_time scan_term "SELECT count(*) FROM stay_term WHERE t OPERATOR(public.<@) '2000/2001'"
bench_time scan_int "SELECT count(*) FROM stay_int WHERE t >= '2000/2001'::academic_term::int4 AND t < '2001/2002'::academic_term::int4"
bench_time scan_range "SELECT count(*) FROM stay_range WHERE t <@ '[2000-09-01,2001-09-01)'::daterange"
bench_row "one year by scan, t <@ year (ms)" scan_term scan_int "int4, from and to" 1.2
bench_row "one year by scan, t <@ year (ms)" scan_term scan_range "daterange <@" 0.8

# Text in and out.
bench_time in_term "SELECT count(t::academic_term) FROM stay_text"
bench_time in_int "SELECT count((left(t, 4) || substr(t, 11, 1))::int4) FROM stay_text"
bench_row "text to term (ms)" in_term in_int "int4 from two pieces of the text" 1
bench_time out_term "SELECT count(t::text) FROM stay_term"
bench_time out_int "SELECT count(t::text) FROM stay_int"
bench_row "term to text (ms)" out_term out_int "int4 to text" 1.5

# Dates from the calendar: 1,000 institutions with rows of their own, against the query that one would write.
bench_sql "INSERT INTO socu.academic_calendar (state, institution, term, dates, recurs, source)
	SELECT 'KZ', format('u%s.example', i), academic_term(2024, p, 2), CASE p WHEN 1 THEN daterange('2024-09-01', '2025-01-20') ELSE daterange('2025-01-27', '2025-06-20') END, true, 'x'
	FROM generate_series(1, 1000) i, generate_series(1, 2) p"
bench_sql "CREATE TABLE asked AS SELECT t, format('u%s.example', 1 + i % 1000) AS institution, date '2000-01-01' + (i % 9000)::int AS d FROM stay_term LIMIT $BENCH_ROWS / 30"
bench_sql "CREATE TABLE plain_calendar AS SELECT institution, c.t, daterange((lower(dates) + make_interval(years => y - 2024))::date, (upper(dates) + make_interval(years => y - 2024))::date) AS dates
	FROM socu.academic_calendar, generate_series(1950, 2049) y, LATERAL (SELECT academic_term(y, part(term), 2) AS t) c WHERE NOT shipped;
	CREATE UNIQUE INDEX ON plain_calendar (institution, t)"
bench_sql "VACUUM ANALYZE asked"; bench_sql "VACUUM ANALYZE plain_calendar"
bench_time dates_term "SELECT count(term_dates(t, 'KZ', institution)) FROM asked"
bench_time dates_plain "SET enable_hashjoin = off; SET enable_mergejoin = off; SELECT count((SELECT dates FROM plain_calendar c WHERE c.institution = asked.institution AND c.t OPERATOR(public.=) asked.t)) FROM asked"
bench_row "term_dates (ms)" dates_term dates_plain "index lookup in a table of every term's dates" 1
bench_time of_term "SELECT count(term_of(d, 'KZ', institution)) FROM asked"
bench_time of_plain "SELECT count((SELECT c.t FROM plain_calendar c WHERE c.institution = asked.institution AND c.t OPERATOR(public.>=) academic_term(extract(year FROM d)::int - 1) AND c.t OPERATOR(public.<) academic_term(extract(year FROM d)::int + 1) AND c.dates @> d LIMIT 1)) FROM asked"
bench_row "term_of (ms)" of_term of_plain "the same table, by institution and year" 1
