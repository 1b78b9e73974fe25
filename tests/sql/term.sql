-- term: the type academic_term.
SET search_path = socu, public;

-- Input and output: EWP's form; the year alone is the whole year.
SELECT t::academic_term FROM unnest('{2024/2025-1/2,2024/2025,2024/2025-1/1,2025/2025,2025/2025-4/4,2024/2025-9/9,0001/0001,9998/9999,9999/9999-9/9}'::text[]) t;
SELECT E' \t2024/2025-2/3\n'::academic_term AS trimmed;
SELECT '2024/2025'::academic_term = '2024/2025-1/1' AS same_year;
SELECT ''::academic_term;
SELECT '2024'::academic_term;
SELECT '2024/25-1/2'::academic_term;
SELECT '2024/2025-1/10'::academic_term;
SELECT '2024/2025-1/2 and a text that goes on for much longer than a message should'::academic_term;
SELECT '0000/0001'::academic_term;
SELECT '2024/2026'::academic_term;
SELECT '2024/2023-1/2'::academic_term;
SELECT '9999/0000'::academic_term;
SELECT '2024/2025-1/0'::academic_term;
SELECT '2024/2025-0/2'::academic_term;
SELECT '2024/2025-3/2'::academic_term;
\set VERBOSITY sqlstate
SELECT '2024'::academic_term;
SELECT '2024/2026'::academic_term;
\set VERBOSITY default

-- Made from numbers.
SELECT academic_term(2024) AS year, academic_term(2024, 2, 2) AS spring, academic_term(2025, 1, 4, southern => true) AS quarter, academic_term(NULL, 1, 2) AS nothing;
SELECT academic_term(0);
SELECT academic_term(9999);
SELECT academic_term(2147483647), 'unreached';
SELECT academic_term(2024, 3, 2);
SELECT academic_term(2024, 1, 10);

-- Taken apart.
SELECT t, academic_year(t), academic_year_id(t), part(t), parts(t), start_year(t), southern(t), statistical_year(t)
FROM unnest('{2024/2025-2/3,2010/2011,2025/2025-2/2}'::academic_term[]) t;

-- Neighbours are of the same kind.
SELECT t, next(t), previous(t), next(t, 5), previous(t, -5) = next(t, 5) AS same, next(t, 0) = t AS self
FROM unnest('{2024/2025-1/2,2024/2025-2/2,2024/2025,2025/2025-3/3,2024/2025-9/9}'::academic_term[]) t;
SELECT next('9998/9999-2/2');
SELECT previous('0001/0002');
SELECT previous('2024/2025', -2147483648);

-- Four bytes by value, in rows and on the wire.
SELECT typlen, typbyval, typalign FROM pg_type WHERE oid = 'academic_term'::regtype;
SELECT academic_term_send('2024/2025-1/2') AS bytes, '2024/2025-1/2'::academic_term::integer, to_hex('2024/2025-1/2'::academic_term::integer);
CREATE TEMP TABLE wire (t academic_term);
\getenv dir PG_ABS_SRCDIR
\set file :dir '/data/receive.sql'
\set ECHO none
\i :file
\set ECHO all
\set table wire
\set value '''\\x09bb4a04''::bytea'
:receive
\set value '''\\x09bb4a06''::bytea'
:receive
\set value '''\\x00000000''::bytea'
:receive
\set value '''\\xffffffff''::bytea'
:receive
\set VERBOSITY sqlstate
:receive
\set value '''\\x00000000''::bytea'
:receive
\set VERBOSITY default
SELECT * FROM wire;

-- Sorted by start, then longer first, then north before south; nulls as everywhere.
SELECT array_agg(t ORDER BY t) FROM unnest('{2024/2025-2/2,2024/2025-1/3,2025/2025,2024/2025,2024/2025-1/2,2024/2025-4/4,2024/2024-3/3,2024/2025-3/4,2024/2025-2/3,2025/2026}'::academic_term[]) t;
SELECT '2024/2025-1/3' = '2024/2024-3/3'::academic_term AS equal, '2024/2025-1/3' < '2024/2024-3/3'::academic_term AS before;

-- All terms of four years of both kinds, described independently as exact fractions of a year: first in decimals, then in units of 1/2520.
CREATE TEMP TABLE every AS
SELECT format('%s/%s-%s/%s', y, y + 1 - s, k, n)::academic_term AS t, y, s, k, n,
       y + (1 - s) * 2 / 3.0 + (k - 1)::numeric / n AS from_year, y + (1 - s) * 2 / 3.0 + k::numeric / n AS to_year,
       (y * 12 + (1 - s) * 8) * 210 + (k - 1) * 2520 / n AS from_unit, (y * 12 + (1 - s) * 8) * 210 + k * 2520 / n AS to_unit
FROM generate_series(2022, 2025) y, generate_series(0, 1) s, generate_series(1, 9) n, generate_series(1, n) k;
SELECT count(*), count(DISTINCT t), bool_and(round(from_year * 2520) = from_unit AND round(to_year * 2520) = to_unit) AS fractions_agree FROM every;
SELECT count(*) AS differ FROM every a, every b
WHERE (a.t < b.t) <> ((a.from_unit, -a.to_unit, a.s) < (b.from_unit, -b.to_unit, b.s))
   OR (a.t <= b.t) <> ((a.from_unit, -a.to_unit, a.s) <= (b.from_unit, -b.to_unit, b.s))
   OR (a.t = b.t) <> ((a.y, a.s, a.k, a.n) = (b.y, b.s, b.k, b.n)) OR (a.t <> b.t) <> ((a.y, a.s, a.k, a.n) <> (b.y, b.s, b.k, b.n))
   OR (a.t >= b.t) <> ((a.from_unit, -a.to_unit, a.s) >= (b.from_unit, -b.to_unit, b.s))
   OR (a.t > b.t) <> ((a.from_unit, -a.to_unit, a.s) > (b.from_unit, -b.to_unit, b.s))
   OR academic_term_cmp(a.t, b.t) <> CASE WHEN a.t < b.t THEN -1 WHEN a.t > b.t THEN 1 ELSE 0 END
   OR (a.t = b.t AND academic_term_hash(a.t) <> academic_term_hash(b.t));
SELECT count(*) AS differ FROM every a, every b
WHERE (a.t @> b.t) <> (a.from_unit <= b.from_unit AND b.to_unit <= a.to_unit)
   OR (a.t <@ b.t) <> (b.from_unit <= a.from_unit AND a.to_unit <= b.to_unit)
   OR (a.t && b.t) <> (a.from_unit < b.to_unit AND b.from_unit < a.to_unit)
   OR abs(academic_term_diff(a.t, b.t) - (a.from_unit - b.from_unit) / 2520.0) > 1e-12;
SELECT count(*) FILTER (WHERE a.t @> b.t) AS contained, count(*) FILTER (WHERE a.t && b.t) AS overlapping FROM every a, every b;
SELECT count(*) AS differ FROM every
WHERE t::text::academic_term <> t OR academic_term(y, k, n, s = 1) <> t OR part(t) <> k OR parts(t) <> n OR start_year(t) <> y
   OR southern(t) <> (s = 1) OR academic_year(t) <> format('%s/%s', y, y + 1 - s)::academic_term OR academic_year_id(t) <> format('%s/%s', y, y + 1 - s)
   OR statistical_year(t) <> y + 1 - s;
SELECT count(*) AS differ FROM every a JOIN every b ON (a.s, a.n) = (b.s, b.n) AND a.to_unit = b.from_unit WHERE next(a.t) <> b.t OR previous(b.t) <> a.t;

-- What a registrar asks.
SELECT '2024/2025-2/2' <@ '2024/2025'::academic_term AS spring_in_year, '2024/2025' <@ '2024/2025-2/2'::academic_term AS year_in_spring,
       '2024/2025-1/2' && '2024/2025-2/3'::academic_term AS autumn_and_second_third, '2024/2025-1/2' && '2024/2025-2/2'::academic_term AS autumn_and_spring,
       '2025/2025-1/2' <@ '2024/2025'::academic_term AS southern_half_in_northern_year;

-- Every index gives what a scan gives, for each operator.
SET jit = off; -- forbidden plans look dear enough to be compiled
CREATE TEMP TABLE stay AS SELECT academic_term(1990 + i % 50, 1 + i % 7 % (1 + i % 4), 1 + i % 4, i % 11 = 0) AS t, i FROM generate_series(1, 6000) i;
INSERT INTO stay SELECT NULL, 0 FROM generate_series(1, 10);
CREATE TEMP TABLE asked AS SELECT unnest('{2000/2001,2000/2001-2/3,2001/2001-1/2,1990/1991,0001/0001,9999/9999-9/9,2038/2039-3/4}'::academic_term[]) AS c UNION ALL SELECT NULL;
CREATE FUNCTION pg_temp.counts(how text) RETURNS TABLE (op text, n bigint, sum bigint) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('enable_seqscan', (how = 'seq')::text, true), set_config('enable_indexscan', (how = 'index')::text, true),
            set_config('enable_indexonlyscan', (how = 'index')::text, true), set_config('enable_bitmapscan', (how = 'bitmap')::text, true);
    FOREACH op IN ARRAY '{<,<=,=,>=,>,<>,<@,@>,&&}'::text[] LOOP
        RETURN QUERY EXECUTE format($q$SELECT %L || c, count(*), sum(i) FROM unnest('{2000/2001,2000/2001-2/3,2001/2001-1/2,1990/1991,2040/2041-1/4}'::academic_term[]) c, LATERAL (SELECT i FROM stay WHERE t %s c OFFSET 0) s GROUP BY c$q$, op, op);
        RETURN QUERY EXECUTE format($q$SELECT %L, count(*), sum(i) FROM stay WHERE t %s '2000/2001-2/2'$q$, op, op);
        RETURN QUERY EXECUTE format($q$SELECT %L, count(*), sum(i) FROM stay WHERE '2000/2001' %s t$q$, 'c' || op, op);
        RETURN QUERY EXECUTE format($q$SELECT %L || c, count(i), sum(i) FROM asked LEFT JOIN stay ON t %s c GROUP BY c$q$, 'j' || op, op);
    END LOOP;
END $$;
-- The plan, without what only newer versions print.
CREATE FUNCTION pg_temp.plan(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE line text; BEGIN FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP IF line !~ 'Disabled:' THEN RETURN NEXT line; END IF; END LOOP; END $$;
CREATE TEMP TABLE scanned AS SELECT * FROM pg_temp.counts('seq');
SELECT count(*), sum(n) > 30000 AS plenty FROM scanned;
CREATE INDEX stay_btree ON stay USING btree (t);
ANALYZE stay;
SELECT count(*) AS btree_differs FROM (SELECT * FROM pg_temp.counts('index') EXCEPT ALL SELECT * FROM scanned) d;
SELECT count(*) AS btree_bitmap_differs FROM (SELECT * FROM pg_temp.counts('bitmap') EXCEPT ALL SELECT * FROM scanned) d;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE t <@ '2000/2001';
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE '2000/2001-2/4' @> t;
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE t && '2000/2001-2/4';
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE academic_term_contained(t, '2000/2001');
SELECT pg_temp.plan($$SELECT i FROM stay WHERE t @> '2000/2001-2/4'$$);
ANALYZE asked;
SET enable_memoize = off;
SELECT pg_temp.plan('SELECT i FROM asked JOIN stay ON t <@ c');
SELECT pg_temp.plan('SELECT i FROM asked JOIN stay ON c && t');
RESET enable_memoize;
SET plan_cache_mode = force_generic_plan;
PREPARE of_year(academic_term) AS SELECT count(i) FROM stay WHERE t <@ $1;
EXPLAIN (COSTS OFF) EXECUTE of_year('2000/2001');
EXECUTE of_year('2000/2001');
EXECUTE of_year(NULL);
RESET plan_cache_mode;
SELECT count(*) FROM stay WHERE t BETWEEN '2000/2001' AND academic_term_last_beginning_in('2000/2001') AND t <@ '2000/2001';
SELECT count(*) FROM stay WHERE t <@ NULL;
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE t <@ '9999/9999-9/9';
RESET enable_seqscan;
DROP INDEX stay_btree;
CREATE INDEX stay_hash ON stay USING hash (t);
SELECT count(*) AS hash_differs FROM (SELECT * FROM pg_temp.counts('index') EXCEPT ALL SELECT * FROM scanned) d;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE t = '2000/2001';
RESET enable_seqscan;
DROP INDEX stay_hash;
CREATE INDEX stay_brin ON stay USING brin (t) WITH (pages_per_range = 1);
SELECT count(*) AS brin_differs FROM (SELECT * FROM pg_temp.counts('bitmap') EXCEPT ALL SELECT * FROM scanned) d;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM stay WHERE t <@ '2000/2001';
RESET enable_seqscan;
DROP INDEX stay_brin;

-- Joins of every kind, grouping, aggregates.
SET enable_hashjoin = off; SET enable_nestloop = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM stay a JOIN stay b ON a.t = b.t;
SELECT count(*) FROM every a JOIN every b ON a.t = b.t;
SET enable_mergejoin = off; RESET enable_hashjoin;
EXPLAIN (COSTS OFF) SELECT count(*) FROM stay a JOIN stay b ON a.t = b.t;
SELECT count(*) FROM every a JOIN every b ON a.t = b.t;
RESET enable_nestloop; RESET enable_mergejoin;
SELECT min(t), max(t), count(DISTINCT t) FROM every;
SELECT min(t), max(t) FROM every WHERE false;
SELECT academic_year(t) AS year, count(*) FROM every WHERE NOT southern(t) GROUP BY 1 ORDER BY 1;

-- The planner's estimate comes from the statistics: a year of fifty, not a constant.
CREATE FUNCTION pg_temp.estimate(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE plan json; BEGIN EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan; RETURN (plan->0->'Plan'->>'Plan Rows')::numeric; END $$;
SELECT q, pg_temp.estimate('SELECT FROM stay WHERE ' || q) BETWEEN 0.7 * n AND 1.4 * n AS within_40_percent
FROM (SELECT 't <@ ''2000/2001''', count(*) FROM stay WHERE t <@ '2000/2001'
      UNION ALL SELECT 't && ''2000/2001''', count(*) FROM stay WHERE t && '2000/2001'
      UNION ALL SELECT 't = ''2000/2001''', count(*) FROM stay WHERE t = '2000/2001'
      UNION ALL SELECT 't < ''2000/2001''', count(*) FROM stay WHERE t < '2000/2001') c(q, n);

-- Partitions by term, by range and by hash.
CREATE TEMP TABLE moved (t academic_term, i int) PARTITION BY RANGE (t);
CREATE TEMP TABLE moved_2024 PARTITION OF moved FOR VALUES FROM ('2024/2025') TO ('2025/2026');
CREATE TEMP TABLE moved_2025 PARTITION OF moved FOR VALUES FROM ('2025/2026') TO ('2026/2027');
INSERT INTO moved SELECT t, 1 FROM every WHERE s = 0 AND y >= 2024;
SELECT tableoid::regclass, count(*), bool_and(t <@ CASE WHEN tableoid = 'moved_2024'::regclass THEN '2024/2025' ELSE '2025/2026' END::academic_term) AS own_year FROM moved GROUP BY 1 ORDER BY 1;
EXPLAIN (COSTS OFF) SELECT * FROM moved WHERE t = '2025/2026-1/2';
CREATE TEMP TABLE spread (t academic_term) PARTITION BY HASH (t);
CREATE TEMP TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TEMP TABLE spread_1 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO spread SELECT t FROM every;
SELECT count(DISTINCT tableoid), count(*) FROM spread;

-- Ranges: half-open ones hold whole years.
SELECT r, count(*) FROM every, unnest('{"[2023/2024,2025/2026)","[2023/2024-2/2,2024/2025)"}'::academic_term_range[]) r WHERE t <@ r AND s = 0 GROUP BY r ORDER BY r;
SELECT academic_term_range('2024/2025', '2026/2027') && '[2025/2026-2/2,)' AS overlap, academic_term_range('2024/2025', '2025/2026') -|- '[2025/2026,2026/2027)' AS adjacent,
       isempty(academic_term_range('2024/2025', '2024/2025')) AS empty, '{[2024/2025,2025/2026),[2025/2026,2027/2028)}'::academic_term_multirange AS merged;
SELECT academic_term_range('2025/2026', '2024/2025');
CREATE TEMP TABLE period (r academic_term_range, EXCLUDE USING gist (r WITH &&));
INSERT INTO period SELECT academic_term_range(academic_term(y), academic_term(y + 1)) FROM generate_series(1900, 2099) y;
INSERT INTO period VALUES ('[2024/2025-2/2,2025/2026-2/2)');
SELECT r FROM period WHERE r @> '2024/2025-2/2'::academic_term;

-- Counting terms: the kind stays; terms of two kinds have no distance.
SELECT '2024/2025-1/2'::academic_term + 1 AS next, '2024/2025-1/2'::academic_term - 3 AS earlier, '2025/2026-1/2'::academic_term - '2024/2025-2/2' AS distance,
       '2024/2025-1/3'::academic_term - '2026/2027-3/3' AS back;
SELECT '2024/2025-1/2'::academic_term - '2024/2025';
SELECT '2024/2025'::academic_term - '2024/2024';
SELECT string_agg(t::text, ' ') FROM academic_terms('2024/2025-2/2', '2026/2027-1/2') AS t;
SELECT count(*) FROM academic_terms('2026/2027', '2024/2025');
-- Casts are explicit; the integer serves exclusion constraints.
SELECT 163269124::academic_term;
SELECT castcontext, casttarget::regtype FROM pg_cast WHERE castsource = 'academic_term'::regtype;
CREATE TEMP TABLE once (student text, t academic_term, EXCLUDE USING gist (student WITH =, (t::int4) WITH =));
INSERT INTO once VALUES ('a', '2024/2025-1/2'), ('a', '2024/2025-2/2'), ('b', '2024/2025-1/2');
INSERT INTO once VALUES ('a', '2024/2025-1/2');
