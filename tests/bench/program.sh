# program: indexes, sorts, groups, joins, subtrees and COPY, against bigint, text COLLATE "C" and ltree.

bench_sql "CREATE EXTENSION ltree"
bench_sql "ALTER DATABASE postgres SET search_path = public, socu"
# Codes of Uzbekistan's classifier, at random: 6 levels, 110 narrow fields, 100 directions, 100 specialities.
bench_sql "CREATE TABLE enrolment AS
SELECT i AS id, c.code, ('x' || encode(socu.program_code_send(c.code), 'hex'))::bit(64)::bigint AS big, c.code::text COLLATE \"C\" AS txt, ('UZ2021.' || l || '.' || n || '.' || d || '.' || s)::ltree AS path
FROM generate_series(1, $BENCH_ROWS) i,
     LATERAL (SELECT hashint8extended(i, 7) & 9007199254740991 AS r) x,
     LATERAL (SELECT 3 + r % 6 AS l, lpad((r / 6 % 110)::text, 3, '0') AS n, lpad((r / 660 % 100)::text, 2, '0') AS d, lpad((r / 66000 % 100)::text, 2, '0') AS s) y,
     LATERAL (SELECT program_code(l || n || d || s, 'UZ2021') AS code) c"
bench_sql "CREATE TABLE narrow AS SELECT min(code) AS code, min(big) AS big, min(txt) AS txt, min(path::text)::ltree AS path FROM enrolment GROUP BY hashtext(txt) & 16383"
bench_sql "CREATE TABLE grouped AS SELECT e.id, n.code, n.big, n.txt, n.path FROM (SELECT id, 1 + (hashint8extended(id, 9) & 16383) AS k FROM enrolment) e JOIN (SELECT row_number() OVER () AS k, * FROM narrow) n USING (k)"
bench_sql "VACUUM ANALYZE"

together() { # WHAT RESET SQL: for each column in turns; {} stands for the column
	local column arguments=()
	for column in code big txt path; do arguments+=("$1_$column" "${3//'{}'/$column}" "${2//'{}'/$column}"); done
	bench_together "${arguments[@]}"
}
together index 'DROP INDEX IF EXISTS enrolment_{};' 'CREATE INDEX enrolment_{} ON enrolment ({})'
for column in code big txt path; do bench_value size_$column "SELECT pg_relation_size('enrolment_$column') / 1048576.0"; done
together sort 'SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off;' 'SELECT {} FROM enrolment ORDER BY {} OFFSET 10000000000'
together hash '' 'SELECT {}, count(*) FROM grouped GROUP BY {}'
together merge 'SET enable_hashjoin = off; SET enable_nestloop = off; SET enable_seqscan = off;' 'SELECT count(*) FROM enrolment a JOIN enrolment b USING ({})'
for peer in 'big:bigint:1.1' 'txt:text COLLATE "C":1' 'path:ltree:1'; do
	IFS=: read -r column words goal <<<"$peer"
	bench_row 'btree index build' index_code index_$column "$words" "$goal"
	bench_row 'sort' sort_code sort_$column "$words" "$goal"
	bench_row 'hash aggregate, 16384 groups' hash_code hash_$column "$words" "$goal"
	bench_row 'merge join by index' merge_code merge_$column "$words" "$goal"
done
bench_row 'index size (MB)' size_code size_big 'bigint' 1.1
bench_row 'index size (MB)' size_code size_txt 'text COLLATE "C"' 0.75
bench_row 'index size (MB)' size_code size_path 'ltree' 0.75

# Subtrees: 30 narrow fields counted, and fetched with another column; constants, as an application writes them.
bench_sql "CREATE INDEX enrolment_path_gist ON enrolment USING gist (path)"
bench_sql "CREATE INDEX enrolment_pattern ON enrolment (txt text_pattern_ops)"
bench_sql "VACUUM ANALYZE enrolment"
subtrees() { # WHAT CONDITION: 30 queries in one, {} stands for the narrow field
	local n query=''
	for n in $(seq 10 39); do query="${query:+$query UNION ALL }SELECT $1 FROM enrolment WHERE ${2//'{}'/0$n}"; done
	echo "SELECT count(*) FROM ($query) q"
}
# Each query runs once before it is timed: a session's first use of a library or a table is not the matter here.
subtree_time() { # NAME WHAT CONDITION
	local query
	query=$(subtrees "$2" "$3")
	bench_time "$1" "$query" "SET enable_seqscan = off; $query;"
}
for what in 'count(*)' 'max(id)'; do
	name=${what%%(*}
	subtree_time ${name}_code "$what" "code OPERATOR(public.<@) 'UZ2021:6{}'"
	subtree_time ${name}_text "$what" "txt LIKE 'UZ2021:6{}%'"
	subtree_time ${name}_gist "$what" "path <@ 'UZ2021.6.{}'"
	subtree_time ${name}_btree "$what" "path >= 'UZ2021.6.{}' AND path < 'UZ2021.6.{}a'"
done
bench_row 'count 30 subtrees' count_code count_text 'text LIKE, text_pattern_ops' 1
bench_row 'count 30 subtrees' count_code count_gist 'ltree <@, GiST' 1
bench_row 'count 30 subtrees' count_code count_btree 'ltree range, btree' 1
bench_row 'fetch 30 subtrees' max_code max_text 'text LIKE, text_pattern_ops' 1
bench_row 'fetch 30 subtrees' max_code max_gist 'ltree <@, GiST' 1
bench_row 'fetch 30 subtrees' max_code max_btree 'ltree range, btree' 1

# A partition for each level, no index: <@ with a constant prunes them as BETWEEN does.
bench_sql "CREATE TABLE parted (id int, code program_code) PARTITION BY RANGE (code)"
bench_sql "DO \$\$ BEGIN FOR n IN 3..7 LOOP
EXECUTE format('CREATE TABLE parted_%s PARTITION OF parted FOR VALUES FROM (%L) TO (%L)', n, 'UZ2021:' || n, 'UZ2021:' || n + 1);
END LOOP; END \$\$"
bench_sql "CREATE TABLE parted_8 PARTITION OF parted DEFAULT; INSERT INTO parted SELECT id, code FROM enrolment"
bench_sql "VACUUM ANALYZE parted"
bench_time parted_code "SELECT count(*) FROM parted WHERE code OPERATOR(public.<@) 'UZ2021:6'"
bench_time parted_between "SELECT count(*) FROM parted WHERE code BETWEEN 'UZ2021:6' AND 'UZ2021:61099999'"
bench_row 'count one of six partitions' parted_code parted_between 'BETWEEN' 1.1

# Text in and out: codes of seven classifiers; the peer checks the same forms by a regular expression.
dir=$SOCU_TMP
bench_sql "CREATE TABLE mixed AS SELECT (ARRAY['KZ2009:6M070300', 'KZ2018:6B06103', 'RU2013:09.04.02', 'UZ2021:70610201', 'CN_UG:080910T', 'KG:710100', 'BY2009:1-40 01 01'])[1 + i % 7]::program_code AS code FROM generate_series(1, $BENCH_ROWS) i"
bench_sql "CREATE UNLOGGED TABLE code_in (code program_code);
CREATE UNLOGGED TABLE text_in (code text CHECK (code ~ '^(KZ2009:(5B|6M|6D)(0[1-9]|1[0-3])[0-9]{4}|KZ2018:(6B|7M|7R|8D)(0[1-9]|1[0-2])([0-9]([0-9]{2})?)?|RU2013:(0[1-9]|[1-4][0-9]|5[0-8])\\.0[3-9]\\.(0[1-9]|[1-9][0-9])|UZ2021:[3-8](0[0-9]{2}|10[0-9])[0-9]{4}|CN_UG:(0[1-9]|1[0-4])[0-9]{4}(TK|T|K)?|KG:[5-7][0-9]{5}|BY2009:[123]-[0-9]{2} [0-9]{2} [0-9]{2}(-[0-9]{2})?( [0-9]{2})?)\$'));
CREATE UNLOGGED TABLE plain_in (code text)"
bench_time copy_out "COPY mixed TO '$dir/mixed.txt'"
bench_sql "CREATE TABLE mixed_text AS SELECT code::text FROM mixed"
bench_time copy_out_text "COPY mixed_text TO '$dir/mixed_text.txt'"
bench_time copy_in "COPY code_in FROM '$dir/mixed.txt'" 'TRUNCATE code_in;'
bench_time copy_in_check "COPY text_in FROM '$dir/mixed.txt'" 'TRUNCATE text_in;'
bench_time copy_in_plain "COPY plain_in FROM '$dir/mixed.txt'" 'TRUNCATE plain_in;'
bench_row 'text in (COPY FROM)' copy_in copy_in_check 'text with a regular-expression CHECK' 0.5
bench_row 'text in (COPY FROM)' copy_in copy_in_plain 'text, unchecked' 2
bench_row 'text out (COPY TO)' copy_out copy_out_text 'text' 1.5
