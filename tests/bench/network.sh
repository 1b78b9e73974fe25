# network: making one, and knowing what differs from a new one.

bench_sql "$(cat tests/data/network_toy_1.sql)"
bench_time make "SELECT socu.create_network('bench')" "DROP SCHEMA IF EXISTS bench CASCADE;"
bench_time check "SELECT count(*) FROM socu.check_network('bench')"
bench_time upgrade "SELECT count(*) FROM socu.upgrade_network('bench')"
MS[goal]=1500
bench_row "create a network of all rooms (ms)" make goal 'the goal' 1
bench_row "check it (ms)" check goal 'the goal' 2
bench_row "upgrade it when there is nothing to do (ms)" upgrade goal 'the goal' 3
