# credit: sums, conversion, text, indexes, against plain numeric and bigint columns, a rate table, and the unit extension.

bench_sql "CREATE TABLE line AS
SELECT i AS id, s AS scheme, (1 + i % 40)::numeric / 4 AS n, credit((1 + i % 40)::numeric / 4, s) AS c, (1 + i % 40)::bigint * 315000 AS b
FROM generate_series(1, $BENCH_ROWS) i,
     LATERAL (SELECT (ARRAY['ECTS', 'RU_ZET', 'KZ', 'UK_CATS', 'US_SCH', 'KG'])[1 + i % 6] AS s) x"
bench_sql "CREATE TABLE ects AS SELECT id, n, credit(n, 'ECTS') AS c, b FROM line"
bench_sql "CREATE TABLE rate (scheme text COLLATE \"C\", valid_from date, valid_to date, factor numeric, PRIMARY KEY (scheme, valid_from))"
bench_sql "INSERT INTO rate VALUES ('ECTS', '1989-01-01', '9999-01-01', 1), ('RU_ZET', '2011-09-01', '9999-01-01', 1), ('KZ', '2018-10-12', '9999-01-01', 1), ('UK_CATS', '1990-01-01', '9999-01-01', 0.5), ('US_SCH', '2011-07-01', '9999-01-01', 2), ('KG', '2011-08-23', '9999-01-01', 1)"
bench_sql "VACUUM ANALYZE"

bench_time sum_credit 'SELECT sum(c) FROM ects'
bench_time sum_numeric 'SELECT sum(n) FROM ects'
bench_time sum_bigint 'SELECT sum(b) FROM ects'
bench_row 'sum' sum_credit sum_numeric 'sum(numeric)' 0.9
bench_row 'sum' sum_credit sum_bigint 'sum(bigint)' 1.3

bench_time convert "SELECT sum(credit_convert(c, 'ECTS', '2024-01-01')) FROM line"
bench_time total "SELECT credit_total(c, 'ECTS', '2024-01-01') FROM line"
bench_time convert_join "SELECT sum(n * factor) FROM line JOIN rate USING (scheme) WHERE valid_from <= '2024-01-01' AND '2024-01-01' < valid_to"
bench_row 'convert six schemes, then add' convert convert_join 'join to a rate table, numeric' 0.333
bench_row 'credit_total over six schemes' total convert_join 'join to a rate table, numeric' 0.333

dir=$SOCU_TMP
bench_time copy_out "COPY (SELECT c FROM line) TO '$dir/credit.txt'"
bench_time copy_out_plain "COPY (SELECT n, scheme FROM line) TO '$dir/plain.txt'"
bench_sql "CREATE UNLOGGED TABLE credit_in (c credit); CREATE UNLOGGED TABLE plain_in (n numeric, scheme text)"
bench_time copy_in "COPY credit_in FROM '$dir/credit.txt'" 'TRUNCATE credit_in;'
bench_time copy_in_plain "COPY plain_in FROM '$dir/plain.txt'" 'TRUNCATE plain_in;'
bench_row 'text out (COPY TO)' copy_out copy_out_plain 'numeric and text column' 1.2
bench_row 'text in (COPY FROM)' copy_in copy_in_plain 'numeric and text column' 1.2

bench_sql "CREATE TABLE shuffled AS SELECT credit(x, 'ECTS') AS c, x::bigint * 1260000 AS b FROM (SELECT (hashint4(i) % 1000000)::numeric AS x FROM generate_series(1, $BENCH_ROWS) i) v"
bench_sql "VACUUM ANALYZE shuffled"
bench_time index_credit 'CREATE INDEX ON shuffled (c)' 'DROP INDEX IF EXISTS shuffled_c_idx;'
bench_time index_bigint 'CREATE INDEX ON shuffled (b)' 'DROP INDEX IF EXISTS shuffled_b_idx;'
bench_row 'index build' index_credit index_bigint 'bigint' 1.15
bench_sql 'DROP INDEX shuffled_c_idx; DROP INDEX shuffled_b_idx'
bench_time sort_credit 'SELECT c FROM shuffled ORDER BY c OFFSET 10000000000'
bench_time sort_bigint 'SELECT b FROM shuffled ORDER BY b OFFSET 10000000000'
bench_sql "CREATE TABLE grouped AS SELECT c, b, id % 6 AS k, (id % 6)::bigint AS scheme FROM line"
bench_sql "VACUUM ANALYZE grouped"
bench_time hash_credit 'SELECT c, count(*) FROM grouped GROUP BY c'
bench_time hash_bigint 'SELECT b, count(*) FROM grouped GROUP BY b'
bench_time group_scheme 'SELECT scheme(c), sum(c) FROM grouped GROUP BY 1'
bench_time group_number 'SELECT scheme_number(c), sum(c) FROM grouped GROUP BY 1'
bench_time group_bigint 'SELECT scheme, sum(b) FROM grouped GROUP BY 1'
bench_row 'sort' sort_credit sort_bigint 'bigint' 1.15
bench_row 'hash group' hash_credit hash_bigint 'bigint' 1.15
bench_row 'hash group by scheme_number(credit), sum' group_number group_bigint 'group by a bigint column, sum(bigint)' 1.15
bench_row 'hash group by scheme(credit), sum' group_scheme group_bigint 'group by a bigint column, sum(bigint)' 1.15
# The unit extension, where it is packaged (postgresql-NN-unit).
if [ -e "$("$PG_CONFIG" --sharedir)/extension/unit.control" ]; then
	bench_sql "CREATE EXTENSION unit"
	bench_sql "INSERT INTO unit_units (name, unit, shift) VALUES ('ects', '25 h', NULL), ('ruzet', '25 h', NULL), ('ukcats', '12.5 h', NULL), ('ussch', '50 h', NULL)" || :
	bench_sql "CREATE TABLE unit_line AS SELECT id, n::float8 * (ARRAY['ects', 'ruzet', 'ruzet', 'ukcats', 'ussch', 'ruzet']::unit[])[1 + id % 6] AS u FROM line"
bench_sql "VACUUM ANALYZE unit_line"
	bench_time unit_sum "SELECT sum(u) FROM unit_line"
	bench_time unit_convert "SELECT sum(u @@ 'ects') FROM unit_line"
	bench_time unit_out "COPY (SELECT u FROM unit_line) TO '$dir/unit.txt'"
	bench_sql "CREATE UNLOGGED TABLE unit_in (u unit)"
	bench_sql "COPY (SELECT n || ' ' || (ARRAY['ects', 'ruzet', 'ruzet', 'ukcats', 'ussch', 'ruzet'])[1 + id % 6] FROM line) TO '$dir/unit.txt'"
	bench_time unit_copy_in "COPY unit_in FROM '$dir/unit.txt'" 'TRUNCATE unit_in;'
	bench_time unit_index 'CREATE INDEX ON unit_line (u)' 'DROP INDEX IF EXISTS unit_line_u_idx;'
	bench_time unit_sort 'SELECT u FROM unit_line ORDER BY u OFFSET 10000000000'
	bench_time line_index 'CREATE INDEX ON line (c)' 'DROP INDEX IF EXISTS line_c_idx;'
	bench_time line_sort 'SELECT c FROM line ORDER BY c OFFSET 10000000000'
	bench_row 'sum' sum_credit unit_sum 'unit: sum' 1.0
	bench_row 'convert, then add' convert unit_convert 'unit: @@ and sum (text result)' 1.0
	bench_row 'text out' copy_out unit_out 'unit' 1.0
	bench_row 'text in' copy_in unit_copy_in 'unit' 1.0
	bench_row 'index build' line_index unit_index 'unit' 1.0
	bench_row 'sort' line_sort unit_sort 'unit' 1.0
fi
