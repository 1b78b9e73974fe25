-- program: <@ and @> use ordinary indexes, give the same answers with and without, and are estimated from statistics.
SET search_path = socu, public;
BEGIN;
SET LOCAL max_parallel_workers_per_gather = 0;
-- 13 field groups × 3 stages × 50 specialities, evenly; one UZ code very often; NULLs
CREATE TEMP TABLE enrolment AS
SELECT i AS id, ('KZ2009:' || (ARRAY['5B', '6M', '6D'])[1 + i % 3] || lpad((1 + i / 3 % 13)::text, 2, '0') || lpad((i / 39 % 50)::text, 2, '0') || '00')::program_code AS code
FROM generate_series(1, 19500) AS i
UNION ALL SELECT i, 'UZ2021:60610200' FROM generate_series(20001, 24000) AS i
UNION ALL SELECT i, NULL FROM generate_series(30001, 31000) AS i;
CREATE INDEX enrolment_code ON enrolment (code);
CREATE TEMP TABLE heading AS SELECT DISTINCT a AS code FROM enrolment, unnest(ancestors(code)) AS a;
CREATE INDEX heading_code ON heading (code);
ANALYZE enrolment; ANALYZE heading;

-- Plans: constants, parameters of joins and of prepared statements, both operators, both directions.
SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE code <@ 'KZ2009:6M07';
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE 'KZ2009:6M07' @> code;
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE code <@ 'KZ2009:6M070301';
EXPLAIN (COSTS OFF) SELECT code FROM heading WHERE code @> 'KZ2009:6M070300';
EXPLAIN (COSTS OFF) SELECT code FROM heading WHERE 'KZ2009:6M070300' <@ code;
EXPLAIN (COSTS OFF) SELECT h.code, e.id FROM unnest('{KZ2009:6M07,KZ2009:6D07}'::program_code[]) AS h (code) JOIN enrolment e ON e.code <@ h.code;
EXPLAIN (COSTS OFF) SELECT s.code, e.id FROM unnest('{KZ2009:6M070301,KZ2009:6D070301}'::program_code[]) AS s (code) JOIN enrolment e ON e.code @> s.code;
PREPARE below(program_code) AS SELECT count(*) FROM enrolment WHERE code <@ $1;
SET LOCAL plan_cache_mode = force_generic_plan;
EXPLAIN (COSTS OFF) EXECUTE below('KZ2009:6M07');
EXECUTE below('KZ2009:6M07'); EXECUTE below('KZ2009:6M'); EXECUTE below('UZ2021:6'); EXECUTE below(NULL);
RESET plan_cache_mode;
-- the function alone too; a NULL code finds nothing
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE program_code_below(code, 'KZ2009:6M07');
SELECT count(*) FROM enrolment WHERE code <@ NULL;
-- a volatile or same-table right side is no index condition
SET LOCAL enable_seqscan = on;
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE code <@ parent(code);
SET LOCAL enable_seqscan = off;
-- two codes: one bitmap of both ranges
SET LOCAL enable_bitmapscan = on; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off;
CREATE FUNCTION pg_temp.index_use(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
    FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
        IF line ~ 'Index' THEN RETURN NEXT line; END IF;
    END LOOP;
END $$;
SELECT pg_temp.index_use($$SELECT id FROM enrolment WHERE code <@ 'KZ2009:6M07' OR code <@ 'KZ2009:6D03'$$);
SELECT count(*), count(*) FILTER (WHERE code <@ 'KZ2009:6M07') AS one FROM enrolment WHERE code <@ 'KZ2009:6M07' OR code <@ 'KZ2009:6D03';
SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on;
-- ordered output comes from the same index
EXPLAIN (COSTS OFF) SELECT code FROM enrolment WHERE code <@ 'KZ2009:6M07' ORDER BY code LIMIT 5;

-- The same rows with each kind of access, for every heading.
CREATE FUNCTION pg_temp.answers() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(h.code::text || ' ' || n, ',' ORDER BY h.code))
    FROM heading h, LATERAL (SELECT count(*) || '/' || coalesce(sum(e.id), 0) AS n FROM enrolment e WHERE e.code <@ h.code) AS x
$$;
CREATE FUNCTION pg_temp.lineages() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(e.code::text || ' ' || n, ',' ORDER BY e.code))
    FROM (SELECT DISTINCT code FROM enrolment WHERE code IS NOT NULL) AS e, LATERAL (SELECT string_agg(h.code::text, ' ' ORDER BY h.code) AS n FROM heading h WHERE h.code @> e.code) AS x
$$;
SELECT pg_temp.answers() AS by_index, pg_temp.lineages() AS lineages_by_index \gset
SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = on;
SELECT pg_temp.answers() AS by_bitmap, pg_temp.lineages() AS lineages_by_bitmap \gset
SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = on;
SELECT pg_temp.answers() AS by_table, pg_temp.lineages() AS lineages_by_table \gset
DROP INDEX enrolment_code;
CREATE INDEX enrolment_brin ON enrolment USING brin (code) WITH (pages_per_range = 4);
SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on;
EXPLAIN (COSTS OFF) SELECT id FROM enrolment WHERE code <@ 'UZ2021:6';
SELECT pg_temp.answers() AS by_brin \gset
SELECT :'by_index' = :'by_table' AS index_as_table, :'by_bitmap' = :'by_table' AS bitmap_as_table, :'by_brin' = :'by_table' AS brin_as_table,
       :'lineages_by_index' = :'lineages_by_table' AS lineages_by_index, :'lineages_by_bitmap' = :'lineages_by_table' AS lineages_by_bitmap,
       (SELECT count(*) FROM heading) AS headings;
RESET enable_seqscan; RESET enable_indexscan; RESET enable_indexonlyscan; RESET enable_bitmapscan;

-- Stored integers that are no codes (a failing disk, a newer release): comparing them raises no error, nothing is below one,
-- and an index finds what the table does.
CREATE CAST (bigint AS program_code) WITHOUT FUNCTION;
CREATE CAST (program_code AS bigint) WITHOUT FUNCTION;
CREATE TEMP TABLE damaged AS
SELECT code FROM (SELECT DISTINCT code FROM enrolment WHERE code IS NOT NULL UNION SELECT code FROM heading) AS c WHERE code::text ~ '^KZ2009:6M0[1-3]|^KZ2009:6M$'
UNION ALL SELECT (code::bigint + n)::program_code FROM heading, generate_series(1, 160) AS n WHERE code::text ~ '^KZ2009:6M0[1-3]|^KZ2009:6M$'
UNION ALL SELECT 'IR:12345' -- digits alone: nothing can stand below
UNION ALL SELECT (n * 1234567890123456789::numeric % 9223372036854775807)::bigint::program_code FROM generate_series(0, 60) AS n;
CREATE FUNCTION pg_temp.pairs() RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', (SELECT count(*) || '/' || sum(hashint8(v.code::bigint)::bigint * hashint8(t.code::bigint)) FROM damaged t, LATERAL (SELECT code FROM damaged d WHERE d.code <@ t.code) v),
        (SELECT count(*) || '/' || sum(hashint8(v.code::bigint)::bigint * hashint8(t.code::bigint)) FROM damaged v, LATERAL (SELECT code FROM damaged d WHERE v.code <@ d.code) t))
$$;
SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off;
SELECT pg_temp.pairs() AS by_table \gset
CREATE INDEX damaged_code ON damaged (code);
ANALYZE damaged;
SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_material = off;
SELECT pg_temp.pairs() AS by_index \gset
SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = on;
SELECT pg_temp.pairs() AS by_bitmap \gset
DROP INDEX damaged_code;
CREATE INDEX damaged_brin ON damaged USING brin (code) WITH (pages_per_range = 1);
SELECT pg_temp.pairs() AS by_brin \gset
SELECT :'by_index' = :'by_table' AS index_as_table, :'by_bitmap' = :'by_table' AS bitmap_as_table, :'by_brin' = :'by_table' AS brin_as_table,
    split_part(:'by_table', '/', 1)::int > 500 AS pairs, count(*) FILTER (WHERE program_code_last(code) IS NULL) > 100 AS bad,
    count(*) FILTER (WHERE program_code_last(code) IS NULL AND code <@ code) AS below_itself FROM damaged;
-- a bad constant
SELECT count(*) FROM damaged WHERE code <@ 7::bigint::program_code;
RESET enable_seqscan; RESET enable_indexscan; RESET enable_indexonlyscan; RESET enable_bitmapscan; RESET enable_material;
DROP CAST (bigint AS program_code);
DROP CAST (program_code AS bigint);

-- Estimates: within a factor of two of the truth (plus two rows), restrictions and joins.
CREATE FUNCTION pg_temp.estimate(query text, OUT estimated bigint, OUT truth bigint) LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
    estimated := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS q' INTO truth;
END $$;
SELECT query, truth, estimated <= 2 * truth + 2 AND truth <= 2 * estimated + 2 AS good, CASE WHEN NOT (estimated <= 2 * truth + 2 AND truth <= 2 * estimated + 2) THEN estimated END AS bad
FROM unnest(ARRAY[
    $$SELECT FROM enrolment WHERE code <@ 'KZ2009:6M'$$,
    $$SELECT FROM enrolment WHERE code <@ 'KZ2009:6M07'$$,
    $$SELECT FROM enrolment WHERE 'KZ2009:6M07' @> code$$,
    $$SELECT FROM enrolment WHERE code <@ 'KZ2009:6M0703'$$,
    $$SELECT FROM enrolment WHERE code <@ 'UZ2021:6'$$,
    $$SELECT FROM enrolment WHERE code <@ 'UZ2021:60610200'$$,
    $$SELECT FROM enrolment WHERE code <@ 'KZ2018:6B'$$,
    $$SELECT FROM enrolment WHERE code <@ 'ISCEDF2013:06'$$,
    $$SELECT FROM enrolment WHERE code <@ NULL::program_code$$,
    $$SELECT FROM heading WHERE code @> 'KZ2009:6M070300'$$,
    $$SELECT FROM enrolment WHERE code @> 'UZ2021:60610201'$$,
    $$SELECT FROM enrolment e JOIN heading h ON e.code <@ h.code$$,
    $$SELECT FROM heading h JOIN enrolment e ON h.code @> e.code$$]) AS query, pg_temp.estimate(query);
-- semi-joins and anti-joins: within a factor of five, whichever side is the tree's, lists that statistics know and longer ones
CREATE TEMP TABLE few AS SELECT c::program_code AS code FROM unnest('{KZ2009:6M07,KZ2009:5B01,KZ2009:6D13,UZ2021:7}'::text[]) AS c;
CREATE TEMP TABLE many AS SELECT code FROM enrolment WHERE id % 3 = 1 AND code::text ~ '^KZ2009:6M0[1-4]';
ANALYZE few; ANALYZE many;
SELECT query, truth, estimated <= 5 * truth + 5 AND truth <= 5 * estimated + 5 AS good, CASE WHEN NOT (estimated <= 5 * truth + 5 AND truth <= 5 * estimated + 5) THEN estimated END AS bad
FROM unnest(ARRAY[
    $$SELECT FROM enrolment e WHERE EXISTS (SELECT FROM few f WHERE e.code <@ f.code)$$,
    $$SELECT FROM enrolment e WHERE EXISTS (SELECT FROM few f WHERE f.code @> e.code)$$,
    $$SELECT FROM enrolment e WHERE NOT EXISTS (SELECT FROM few f WHERE e.code <@ f.code)$$,
    $$SELECT FROM enrolment e WHERE EXISTS (SELECT FROM heading h WHERE e.code <@ h.code)$$,
    $$SELECT FROM heading h WHERE EXISTS (SELECT FROM enrolment e WHERE e.code <@ h.code)$$,
    $$SELECT FROM heading h WHERE EXISTS (SELECT FROM many m WHERE h.code @> m.code)$$,
    $$SELECT FROM enrolment e WHERE EXISTS (SELECT FROM many m WHERE e.code <@ m.code)$$,
    $$SELECT FROM heading h WHERE NOT EXISTS (SELECT FROM many m WHERE h.code @> m.code)$$]) AS query, pg_temp.estimate(query);
-- without statistics nothing breaks
CREATE TEMP TABLE fresh (code program_code);
INSERT INTO fresh VALUES ('KZ2009:6M070300'), (NULL);
SELECT count(*) FROM fresh f JOIN heading h ON f.code <@ h.code WHERE f.code <@ 'KZ2009:6M';

-- Merge join, unique constraint, partitions by range and hash.
SET LOCAL enable_hashjoin = off; SET LOCAL enable_nestloop = off;
DO $$
DECLARE plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) SELECT FROM enrolment a JOIN heading b USING (code)' INTO plan;
    ASSERT plan -> 0 -> 'Plan' ->> 'Node Type' = 'Merge Join', plan;
END $$;
SELECT count(*) FROM enrolment a JOIN (SELECT code FROM heading UNION SELECT 'UZ2021:60610200') AS b USING (code);
RESET enable_hashjoin; RESET enable_nestloop;
CREATE TEMP TABLE by_range (code program_code PRIMARY KEY) PARTITION BY RANGE (code);
CREATE TEMP TABLE by_range_5b PARTITION OF by_range FOR VALUES FROM ('KZ2009:5B') TO ('KZ2009:6D');
CREATE TEMP TABLE by_range_rest PARTITION OF by_range DEFAULT;
INSERT INTO by_range SELECT DISTINCT code FROM enrolment WHERE code IS NOT NULL;
SELECT tableoid::regclass, count(*) FROM by_range GROUP BY 1 ORDER BY 2;
-- <@ with a constant prunes partitions; a parameter does when it is known; other partitionings and columns keep <@.
SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT FROM by_range WHERE code <@ 'KZ2009:6M07';
EXPLAIN (COSTS OFF) SELECT FROM by_range WHERE 'UZ2021:6' @> code;
EXPLAIN (COSTS OFF) SELECT FROM by_range WHERE code <@ 'KZ2009:5B07' OR code <@ 'KZ2009:5B01';
SET LOCAL plan_cache_mode = force_custom_plan;
PREPARE part(program_code) AS SELECT FROM by_range WHERE code <@ $1;
EXPLAIN (COSTS OFF) EXECUTE part('KZ2009:6M07');
DEALLOCATE part;
RESET plan_cache_mode;
SELECT (SELECT count(*) FROM by_range WHERE code <@ 'KZ2009:6M') AS m, (SELECT count(*) FROM by_range WHERE code <@ 'KZ2009:6M07') AS m07,
       (SELECT count(*) FROM by_range WHERE code <@ 'UZ2021:6') AS u6, (SELECT count(*) FROM by_range WHERE code <@ 'IR:12345') AS none;
SELECT count(*) FILTER (WHERE code <@ 'KZ2009:6M') AS m, count(*) FILTER (WHERE code <@ 'KZ2009:6M07') AS m07, count(*) FILTER (WHERE code <@ 'UZ2021:6') AS u6 FROM by_range;
RESET enable_indexscan; RESET enable_indexonlyscan; RESET enable_bitmapscan;
CREATE TEMP TABLE by_hash (code program_code) PARTITION BY HASH (code);
CREATE TEMP TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TEMP TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO by_hash TABLE by_range;
SELECT count(*), count(DISTINCT tableoid) AS partitions FROM by_hash;
EXPLAIN (COSTS OFF) SELECT FROM by_hash WHERE code <@ 'KZ2009:6M07';
SAVEPOINT s;
INSERT INTO by_range VALUES ('kz2009:5b0101');
ROLLBACK TO s;
DEALLOCATE below;
ROLLBACK;
