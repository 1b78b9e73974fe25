# registry: finding a name, against pg_trgm over the same names, and questions as of a date, against the same by hand.

names=$((BENCH_ROWS / 60))
bench_network
bench_sql "CREATE EXTENSION pg_trgm"
bench_sql "INSERT INTO known_name (institution, name, lang)
SELECT 'kaznu.kz', (ARRAY['Eastern', 'Western', 'Technical', 'Pedagogical', 'Medical'])[1 + i % 5] || ' University of ' || initcap(translate(md5(i::text), '0123456789', 'aeiouaeiou')), 'en'
FROM generate_series(1, $names) i"
bench_sql "CREATE INDEX known_name_trgm ON known_name USING gist (normal gist_trgm_ops)"
bench_sql "INSERT INTO agreement (agreement, kind, title, signed, validity)
SELECT 'x' || i, 'agreement', 'Agreement ' || i, '2020-01-01', daterange('2020-01-01'::date + i % 1000, '2025-01-01'::date + i % 1000) FROM generate_series(1, $names) i"
bench_sql "INSERT INTO participation (agreement, role, institution)
SELECT 'x' || i, 'party', k FROM generate_series(1, $names) i, unnest(ARRAY['kaznu.kz', 'pku.edu.cn']) k"
bench_sql "VACUUM ANALYZE"

bench_time find "SELECT institution FROM institution_find('Karaganda Tecnical Univercity', 1)"
bench_time find_scan "SELECT institution FROM known_name ORDER BY similarity(normal, name_normal('Karaganda Tecnical Univercity')) DESC LIMIT 1"
bench_time find_index "SELECT institution FROM known_name ORDER BY normal <-> 'karaganda tecnical univercity' LIMIT 1"
bench_row "a misspelled name among $names" find find_scan 'pg_trgm, sequential scan' 1
bench_row "a misspelled name among $names" find find_index 'pg_trgm, GiST index (3 MB more)' 4

bench_time in_force "SELECT agreement, parties, ends_on FROM agreements_in_force('2023-01-01')"
bench_time in_force_hand "SELECT a.agreement, string_agg(p.institution, ', '), upper(a.validity) FROM agreement a LEFT JOIN participation p USING (agreement)
WHERE a.validity @> date '2023-01-01' GROUP BY a.agreement ORDER BY 1"
bench_row "agreements in force with parties, $names" in_force in_force_hand 'a join by hand, no renewals' 3
