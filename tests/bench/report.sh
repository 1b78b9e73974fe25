# The report views on generated mobilities, beside a count of the rows that they need and beside plain GROUP BY queries.
# One statement fills the table; the guard and the rule of one stay at a time are measured by the quota benchmark and are off
# while it is filled.

bench_network
bench_sql "ALTER TABLE mobility DISABLE TRIGGER USER; ALTER TABLE mobility DROP CONSTRAINT mobility_one_stay"
bench_psql -v scale="$BENCH_ROWS" -v seed=1 -v quotas=1 -v official=1 -f tests/bench/generate_mobility.sql >/dev/null || die "the generator failed"
bench_sql "ALTER TABLE mobility ENABLE TRIGGER USER"
bench_sql "VACUUM ANALYZE mobility"
bench_single full "SELECT report_refresh('2025-06-30', NULL, true)"
bench_sql "ANALYZE"
# (OFFSET: everything is computed, nothing is printed)
# what is needed for a year: the rows of that year, read in order
bench_sql "CREATE TABLE year_2025 AS SELECT * FROM mobility m WHERE m.starts_on >= '2024-09-01' AND m.starts_on < '2025-09-01'; ANALYZE year_2025"
bench_time count "SELECT count(*) FROM year_2025"
for view in mobility_flow inbound_mobility_rate outbound_mobility_ratio gross_outbound_enrolment_ratio net_flow net_flow_ratio mobility_balance destination_share \
	origin_distribution gender_parity mobility_volume institution_flow institution_pair_flow mobility_sankey nomination_indicator quota_indicator \
	agreement_balance agreement_indicator agreement_coverage network_indicator mobility_concentration direction_coverage joint_programme_count; do
	bench_time "$view" "SELECT * FROM $view WHERE year = 2025 OFFSET 100000000"
	bench_row "$view, one year" "$view" count "count(*) of the year's rows" 3
done

# The same figures as plain queries on the records.
there="status IN ('arrived', 'completed', 'recognized', 'early_return') AND sending_state <> receiving_state AND kind IN ('study', 'single_courses', 'internship')"
bench_time flow_plain "SELECT * FROM (SELECT sending_state, receiving_state, count(*) FROM year_2025 WHERE $there GROUP BY CUBE (sending_state, receiving_state)
	UNION ALL SELECT direction, receiving_state, count(*) FROM year_2025 WHERE $there GROUP BY CUBE (direction, receiving_state, sending_state)
	UNION ALL SELECT kind, receiving_state, count(*) FROM year_2025 WHERE $there GROUP BY CUBE (kind, receiving_state, sending_state)
	UNION ALL SELECT level, receiving_state, count(*) FROM year_2025 WHERE $there GROUP BY CUBE (level, receiving_state, sending_state)
	UNION ALL SELECT substr(field::text, 8, 2), receiving_state, count(*) FROM year_2025 WHERE $there GROUP BY CUBE (substr(field::text, 8, 2), receiving_state, sending_state)) z OFFSET 100000000"
bench_row "mobility_flow with its breakdowns" mobility_flow flow_plain "GROUP BY CUBE" 1
bench_time net_plain "SELECT state, sum(i) - sum(o) FROM (SELECT receiving_state AS state, count(*) AS i, 0 AS o FROM year_2025 WHERE $there GROUP BY 1
	UNION ALL SELECT sending_state, 0, count(*) FROM year_2025 WHERE $there GROUP BY 1) x GROUP BY 1"
bench_time net_one "SELECT * FROM net_flow WHERE year = 2025 AND measure = 'credit_flow' AND breakdown = 'total'"
bench_row "net_flow, totals of credit_flow" net_one net_plain "GROUP BY" 1
bench_time persons_plain "SELECT * FROM (SELECT sending_state, receiving_state, count(*), count(DISTINCT student), sum(ends_on - starts_on + 1) FROM year_2025 WHERE $there GROUP BY CUBE (sending_state, receiving_state)) z OFFSET 100000000"
bench_row "mobility_volume" mobility_volume persons_plain "GROUP BY CUBE with count(DISTINCT)" 1
bench_time pair_plain "SELECT * FROM (SELECT sending_institution, receiving_institution, direction, count(*) FROM year_2025 WHERE $there GROUP BY 1, 2, 3) z OFFSET 100000000"
bench_row "institution_pair_flow" institution_pair_flow pair_plain "GROUP BY" 1

bench_time summary "SELECT report_summary(2025)"
MS[second]=1000
bench_row "report_summary (goal: 1 s)" summary second "one second" 1

# Writers pay nothing for the roll-ups: no trigger, no index. What a refresh costs:
bench_time nothing "SELECT report_refresh('2025-06-30')"
bench_row "report_refresh, nothing new" nothing full "refresh of everything" 0.2
bench_time one "SELECT report_refresh('2025-06-30')" "UPDATE mobility SET reason = coalesce(reason, '') || '.' WHERE mobility_id = (SELECT max(mobility_id) FROM mobility);"
bench_row "report_refresh, one record of one year changed" one full "refresh of everything (10 years)" 0.4
echo
echo "Roll-ups: $(bench_psql -c "SELECT string_agg(format('%s %s rows', replace(c.relname, 'report_rollup', 'rollup'), c.reltuples::bigint), ', ' ORDER BY c.relname) FROM pg_class c WHERE c.relname ~ '^report_rollup' AND c.relkind = 'r'"), of $(bench_psql -c 'SELECT count(*) FROM mobility') records."
