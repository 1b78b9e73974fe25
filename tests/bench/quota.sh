# quota: what the guard costs.  The rival of every row is the same job on the same table without any guard.
#
# The bulk loads run like the other benchmarks; the sessions run with fsync and synchronous_commit on.
# QUOTA_ROWS (1000000): rows of the bulk loads.  QUOTA_SECONDS (30): length of each run with clients; in short ones the first visit of
# each session to each line weighs.
# QUOTA_HOT_SECONDS (0): length of one more run on the hot quota, with the rate of each half minute.
rows=${QUOTA_ROWS:-$((BENCH_ROWS < 1000000 ? BENCH_ROWS : 1000000))} seconds=${QUOTA_SECONDS:-30}

bench_network
bench_sql "CREATE TABLE nomination (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, student text NOT NULL, sending_state text NOT NULL,
	receiving_state text NOT NULL, receiving_institution text NOT NULL, kind text NOT NULL, status text NOT NULL, starts_on date NOT NULL);
	CREATE TABLE bare (LIKE nomination INCLUDING ALL);
	CREATE TABLE source AS SELECT 'student-' || i AS student, 'KZ' AS sending_state, 'RU' AS receiving_state,
		'u' || i % 1000 || '.example' AS receiving_institution, 'study' AS kind, 'submitted' AS status, date '2024-09-01' AS starts_on
		FROM generate_series(1, $rows) i;
"
bench_sql "VACUUM ANALYZE source"
bench_sql "INSERT INTO quota (code, receiving_state, receiving_institution, kind, validity, seats)
	SELECT 'u' || i, 'RU', 'u' || i || '.example', 'study', '[2024-09-01,2025-09-01)', $((rows / 500)) FROM generate_series(0, 999) i;
	SELECT quota_attach('nomination', form => 'statement');"
columns='student, sending_state, receiving_state, receiving_institution, kind, status, starts_on'
bench_sql "COPY source TO '$SOCU_TMP/data/source.copy'"

# TRUNCATE counts again what is left, which is nothing; the ledger stays.
bench_together bare_insert "INSERT INTO bare ($columns) SELECT * FROM source" 'TRUNCATE bare; CHECKPOINT;' \
	insert "INSERT INTO nomination ($columns) SELECT * FROM source" 'TRUNCATE nomination; CHECKPOINT;'
bench_row "INSERT … SELECT of $rows nominations over 1,000 quotas" insert bare_insert 'the same, no guard' 1.3
bench_together bare_copy "COPY bare ($columns) FROM '$SOCU_TMP/data/source.copy'" 'TRUNCATE bare; CHECKPOINT;' \
	copy "COPY nomination ($columns) FROM '$SOCU_TMP/data/source.copy'" 'TRUNCATE nomination; CHECKPOINT;'
bench_row "COPY of $rows nominations over 1,000 quotas" copy bare_copy 'the same, no guard' 1.3

# what one would write otherwise, on fewer rows, for one row of the table each
few=$((rows / 50))
bench_sql "CREATE TABLE counter (receiving_institution text PRIMARY KEY, seats bigint, taken bigint) WITH (fillfactor = 50);
	INSERT INTO counter SELECT 'u' || i || '.example', 1000000, 0 FROM generate_series(0, 999) i;
	CREATE TABLE rival (LIKE nomination INCLUDING ALL);
	CREATE FUNCTION rival_row() RETURNS trigger LANGUAGE plpgsql AS \$\$
	BEGIN
		UPDATE counter SET taken = taken + 1 WHERE receiving_institution = NEW.receiving_institution AND taken < seats;
		IF NOT FOUND THEN RAISE EXCEPTION 'full'; END IF;
		RETURN NULL;
	END \$\$;
	CREATE FUNCTION rival_statement() RETURNS trigger LANGUAGE plpgsql AS \$\$
	BEGIN
		UPDATE counter c SET taken = taken + n.n FROM (SELECT receiving_institution, count(*) AS n FROM new GROUP BY 1) n
		WHERE c.receiving_institution = n.receiving_institution;
		RETURN NULL;
	END \$\$;
	CREATE TRIGGER rival AFTER INSERT ON rival FOR EACH ROW EXECUTE FUNCTION rival_row();"
bench_time few_insert "INSERT INTO nomination ($columns) SELECT * FROM source LIMIT $few" 'TRUNCATE nomination;'
bench_time rival_few "INSERT INTO rival ($columns) SELECT * FROM source LIMIT $few" 'TRUNCATE rival; UPDATE counter SET taken = 0; VACUUM counter;'
bench_row "INSERT … SELECT of $few" few_insert rival_few 'PL/pgSQL row trigger, counter' 0.5
bench_sql "DROP TRIGGER rival ON rival; CREATE TRIGGER rival AFTER INSERT ON rival REFERENCING NEW TABLE AS new FOR EACH STATEMENT EXECUTE FUNCTION rival_statement()"
bench_time rival_insert "INSERT INTO rival ($columns) SELECT * FROM source" 'TRUNCATE rival; CHECKPOINT;'
bench_row "INSERT … SELECT of $rows" insert rival_insert 'PL/pgSQL statement trigger, transition table' 1

# growth: what 10,000 more cost when a quota holds 10², 10⁴, 10⁶ already
bench_sql "TRUNCATE nomination; TRUNCATE bare"
for held in 100 10000 $rows; do
	bench_time "grow_$held" "INSERT INTO nomination ($columns) SELECT student, sending_state, receiving_state, 'u1.example', kind, status, starts_on FROM source LIMIT 10000" \
		"TRUNCATE nomination; UPDATE quota SET seats = 3000000 WHERE code = 'u1';
		 INSERT INTO nomination ($columns) SELECT student, sending_state, receiving_state, 'u1.example', kind, status, starts_on FROM source LIMIT $held;"
done
bench_row "10,000 more beside 10,000 in the quota" grow_10000 grow_100 'beside 100' 1.1
bench_row "10,000 more beside $rows in the quota" "grow_$rows" grow_100 'beside 100' 1.1

# quota_check and the look-up of one row, 10,000 times each
bench_sql "CREATE FUNCTION checks(n int) RETURNS bigint LANGUAGE plpgsql AS \$\$ DECLARE s numeric; t numeric := 0; BEGIN
	FOR i IN 1..n LOOP SELECT c.free INTO s FROM quota_check('KZ', 'RU', NULL, 'c' || i % 1000 || '.example', starts_on => '2024-10-01') c; t := t + s; END LOOP; RETURN t; END \$\$;
	CREATE FUNCTION lookups(n int) RETURNS bigint LANGUAGE plpgsql AS \$\$ DECLARE s numeric; t numeric := 0; BEGIN
	FOR i IN 1..n LOOP SELECT c.seats - c.taken INTO s FROM counter c WHERE c.receiving_institution = 'u' || i % 1000 || '.example'; t := t + s; END LOOP; RETURN t; END \$\$"
bench_sql "TRUNCATE nomination; UPDATE quota SET seats = greatest(seats, 100000) WHERE code ~ '^u';
	INSERT INTO quota (code, receiving_institution, seats) SELECT 'c' || i, 'c' || i || '.example', 20 FROM generate_series(0, 999) i"
bench_time check 'SELECT checks(10000)'
bench_time lookup 'SELECT lookups(10000)'
bench_row 'quota_check, 10,000 times' check lookup 'index look-up of one row' 3

# ---- clients ----
for setting in fsync synchronous_commit autovacuum; do bench_sql "ALTER SYSTEM SET $setting = on"; done
bench_sql "SELECT pg_reload_conf()"
cat >"$SOCU_TMP/spread.sql" <<'E'
\set q random(0, 999)
INSERT INTO :table (student, sending_state, receiving_state, receiving_institution, kind, status, starts_on)
VALUES ('s', 'KZ', 'RU', 'u' || :q || '.example', 'study', 'submitted', '2024-09-01');
E
sed 's/random(0, 999)/random(7, 7)/' "$SOCU_TMP/spread.sql" >"$SOCU_TMP/hot.sql"
cat >"$SOCU_TMP/full.sql" <<'E'
SELECT attempt();
E
bench_sql "CREATE FUNCTION attempt() RETURNS boolean LANGUAGE plpgsql AS \$\$ BEGIN
	INSERT INTO nomination (student, sending_state, receiving_state, receiving_institution, kind, status, starts_on)
	VALUES ('s', 'KZ', 'RU', 'full.example', 'study', 'submitted', '2024-09-01');
	RETURN true;
	EXCEPTION WHEN check_violation THEN RETURN false; END \$\$;
	INSERT INTO quota (code, receiving_institution, seats, slots) VALUES ('full', 'full.example', 0, 16);
	UPDATE quota SET slots = 64, seats = 1000000000 WHERE code = 'u7'"
# tps NAME SCRIPT TABLE...: several in turns; milliseconds per 10,000 transactions into MS[NAME], the middle one of three runs
tps() {
	local i n script table rate
	declare -A rates=()
	for i in 1 2 3; do
		for ((n = 1; n <= $#; n += 3)); do
			script=$((n + 1)) table=$((n + 2))
			bench_sql 'CHECKPOINT'
			rate=$($AS pgbench -n -c 32 -j 2 -T "$seconds" -D table="${!table}" -f "$SOCU_TMP/${!script}.sql" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p') || :
			[ -n "$rate" ] || die "pgbench failed: ${!script} on ${!table}"
			rates[${!n}]+="$rate"$'\n'
		done
	done
	for ((n = 1; n <= $#; n += 3)); do
		MS[${!n}]=$(printf '%s' "${rates[${!n}]}" | sort -g | awk 'NR == 2 { print 1e7 / $1 }')
		echo "#   ${!n}:" ${rates[${!n}]} tps >&2
	done
}
tps bare_spread spread bare spread spread nomination hot hot nomination full full nomination
bench_row '32 clients, 10,000 nominations one by one, 1,000 quotas' spread bare_spread 'no guard' 1.18
bench_row '32 clients, 10,000 nominations one by one, one hot quota' hot bare_spread 'no guard' 2
bench_row '32 clients, 10,000 refusals by a full quota, caught in PL/pgSQL' full bare_spread 'accepted, no guard' 1
# As an application meets a refusal: the statement fails.  pgbench gives up then, so 32 sessions of psql send statement after statement.
psqls() {
	local i runs=() from to client
	for i in $(seq 2000); do
		echo "INSERT INTO $2 (student, sending_state, receiving_state, receiving_institution, kind, status, starts_on) VALUES ('s', 'KZ', 'RU', '$3', 'study', 'submitted', '2024-09-01');"
	done >"$SOCU_TMP/psqls.sql"
	for i in 1 2 3; do
		bench_sql 'CHECKPOINT'
		from=$(date +%s%N)
		for client in $(seq 32); do $AS psql -Xqf "$SOCU_TMP/psqls.sql" >/dev/null 2>&1 & done
		wait
		to=$(date +%s%N)
		runs+=("$(awk -v ns=$((to - from)) 'BEGIN { print ns / 1e6 / 64000 * 10000 }')")
	done
	MS[$1]=$(printf '%s\n' "${runs[@]}" | sort -g | sed -n 2p)
	echo "#   $1: ${runs[*]} ms" >&2
}
psqls bare_psql bare u5.example
psqls full_psql nomination full.example
bench_row '32 sessions of psql, 10,000 refusals by a full quota' full_psql bare_psql 'accepted, no guard' 1
bench_sql "ALTER TABLE rival DISABLE TRIGGER rival; CREATE TRIGGER rival_row AFTER INSERT ON rival FOR EACH ROW EXECUTE FUNCTION rival_row()"
tps rival_hot hot rival
bench_row '32 clients, 10,000 nominations one by one, one hot quota' hot rival_hot 'PL/pgSQL counter' 0.5
if [ "${QUOTA_HOT_SECONDS:-0}" -gt 0 ]; then
	bench_sql 'CHECKPOINT'
	printf '\nOne hot quota for %s s, transactions per second in each half minute:%s\n' "$QUOTA_HOT_SECONDS" \
		"$($AS pgbench -n -c 32 -j 2 -T "$QUOTA_HOT_SECONDS" -P 30 -D table=nomination -f "$SOCU_TMP/hot.sql" 2>&1 | awk '/^progress/ { printf " %d", $4 }')"
	bench_value differences 'SELECT count(*) FROM quota_verify()'
	[ "${MS[differences]}" = 0 ] || die "the counters are wrong after the long run."
fi
