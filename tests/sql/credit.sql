-- credit: text, parts, operators, rounding, aggregates, indexes, binary form.
SET search_path = public, socu;

-- Input and canonical output; parts.
SELECT i, i::credit AS credit, amount(i::credit), numerator(i::credit), denominator(i::credit), scheme(i::credit)
FROM unnest(ARRAY['7.5 ECTS', '10/3 CN', '-2 KZ', '  +.50  ects ', '9.2857 RU_ZET', '20/6 cn', '0.03125 XA', '-0 KZ', '1/1260000 ECTS',
                  '7148570837.096 US_SCH', '-9007199254740991/1260000 MV_MNQF']) AS i;

-- amount(): exact decimals, else nine places, halves away from zero.
SELECT amount('2/3 ECTS'), amount('-2/3 ECTS'), amount('1/7 ECTS'), amount('1/32 ECTS'), '5/8 ECTS'::credit::numeric;

-- From two columns and back.
SELECT c, credit(amount(c), scheme(c)) = c AS same
FROM (VALUES (credit(7.5, 'ects')), (credit(0.0625, 'kz_2004')), (credit(-12, 'UZ')), (credit(100.0000, 'CN'))) v(c);

-- Comparison: scheme number (country codes, then named schemes), then amount.
SELECT c FROM unnest('{"1 ECTS","-1 ECTS","2 KZ","1/3 KZ","10 AA","0.34 KZ","1 UK_CATS"}'::credit[]) c ORDER BY c;
SELECT '1 ECTS'::credit < '2 ECTS', '1 ECTS'::credit <= '1 ECTS', '1 ECTS'::credit = '2/2 ects', '1 ECTS'::credit <> '1 KZ',
       '2 ECTS'::credit >= '1 ECTS', '3/2 ECTS'::credit > '1.5 ECTS';
-- <, = and > exclude each other, for all pairs; credit_cmp says the same and hash follows =.
WITH v AS (SELECT c FROM unnest('{"1 ECTS","-1 ECTS","2 KZ","1/3 KZ","10 AA","0.34 KZ","1 UK_CATS","0 ECTS","7148570837 ZZ","-7148570837 ZZ"}'::credit[]) c)
SELECT count(*) AS pairs,
       count(*) FILTER (WHERE (a.c < b.c)::int + (a.c = b.c)::int + (a.c > b.c)::int <> 1) AS not_exclusive,
       count(*) FILTER (WHERE (a.c < b.c) <> (b.c > a.c) OR (a.c <= b.c) <> NOT (a.c > b.c) OR (a.c >= b.c) <> NOT (a.c < b.c)) AS asymmetric,
       count(*) FILTER (WHERE sign(credit_cmp(a.c, b.c)) <> (a.c > b.c)::int - (a.c < b.c)::int) AS wrong_sign,
       count(*) FILTER (WHERE a.c = b.c AND credit_hash(a.c) <> credit_hash(b.c)) AS wrong_hash
FROM v a, v b;

-- Arithmetic, exact in one scheme: 1/3 + 1/6 = 1/2; 7.5 * 1/3 rounds half-even to 1/1260000.
SELECT '1/3 CN'::credit + '1/6 CN', '1/3 CN'::credit - '1/6 CN', -'7.5 ECTS'::credit, abs('-7.5 ECTS'::credit);
SELECT '7.5 ECTS'::credit * 2, 0.5 * '3 KZ'::credit, '10 ECTS'::credit / 4, '10 ECTS'::credit / 3, '7.5 ECTS'::credit / '2.5 ECTS'::credit;
SELECT numerator('3/1260000 ECTS'::credit / 2 ), denominator('3/1260000 ECTS'::credit / 2) AS half_to_even_2,
       '1/1260000 ECTS'::credit / 2 AS half_to_even_0, '5/1260000 ECTS'::credit * 0.5 AS half_to_even_2_again, '-3/1260000 ECTS'::credit * 0.5 AS and_negative;
-- Home-residence rule of 3/5 (worked example 20): 30, 54 and 48 of 120 credits earned abroad.
SELECT abroad, round(('120 ECTS'::credit - abroad) / '120 ECTS'::credit, 4) AS at_home, ('120 ECTS'::credit - abroad) / '120 ECTS'::credit >= 3/5.0 AS accepted
FROM unnest('{"30 ECTS","54 ECTS","48 ECTS"}'::credit[]) abroad;

-- Rounding: each mode on both sides of zero; any step.
SELECT c, round(c) AS half_up, round(c, 1, 'half_even') AS half_even, round(c, 1, 'floor') AS floor, round(c, 1, 'ceiling') AS ceiling,
       round(c, 1, 'truncate') AS truncate
FROM unnest('{"0.5 KZ","1.5 KZ","2.4999 KZ","-0.5 KZ","-1.5 KZ","-2.4999 KZ"}'::credit[]) c;
SELECT round('20/3 ECTS'::credit, 0.5), round('20/3 ECTS'::credit), round('20/3 ECTS'::credit, 1, 'floor'), round('20/3 ECTS'::credit, '1/3'),
       round('57.2 ECTS'::credit, 7), round('10 ECTS'::credit, '2/3', 'ceiling');

-- Aggregates; nothing in, nothing out.
SELECT sum(c), avg(c), min(c), max(c), count(c) FROM unnest('{"1/3 CN","1/3 CN","1/3 CN",NULL,"-2 CN"}'::credit[]) c;
SELECT sum(c), avg(c), min(c), max(c) FROM unnest('{}'::credit[]) c;
SELECT sum(c), avg(c) FROM unnest('{NULL,NULL}'::credit[]) c;
SELECT scheme(c), sum(c), min(c), max(c) FROM unnest('{"1 KZ","2 ECTS","3 KZ"}'::credit[]) c GROUP BY scheme(c) ORDER BY 1;
-- K is 10, Z is 25: 10 * 26 + 25 = 285; the named schemes begin with ECTS at 26 * 26 = 676.
SELECT scheme_number(c), scheme(min(c)) AS scheme, sum(c) FROM unnest('{"1 KZ","2 ECTS","3 KZ"}'::credit[]) c GROUP BY 1 ORDER BY 1;
-- avg is exact where it can be, else it has four decimals: 1/11 is 0.0909...; 11 times 10/3 over 11 is 10/3.
SELECT avg(CASE WHEN i = 1 THEN '1 ECTS' ELSE '0 ECTS' END::credit) AS an_eleventh, avg('10/3 ECTS'::credit) AS exact FROM generate_series(1, 11) AS i;
-- Moving frames, with frames that become empty, against the plain sums.
SELECT i, sum(c) OVER w AS sum, avg(c) OVER w AS avg,
       (sum(c) OVER w) IS NOT DISTINCT FROM (SELECT sum(credit(j, 'ECTS')) FROM generate_series(i, least(i + 1, 5)) j WHERE j <> 3) AS same
FROM (SELECT i, CASE WHEN i <> 3 THEN credit(i, 'ECTS') END AS c FROM generate_series(1, 5) i) v
WINDOW w AS (ORDER BY i ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING);

-- A hundred thousand rows against numeric arithmetic; parallel plans give the same.
CREATE TABLE course (id int, c credit, n numeric, s text);
INSERT INTO course
SELECT i, credit(i % 400 / 8.0, s), i % 400 / 8.0, s
FROM generate_series(1, 100000) i, LATERAL (SELECT (ARRAY['ECTS', 'KZ', 'RU_ZET', 'CN', 'XA'])[1 + i % 5] AS s) x;
ANALYZE course;
SELECT scheme(c) AS scheme, amount(sum(c)) = sum(n) AS sum, abs(amount(avg(c)) - avg(n)) < 0.000001 AS avg, amount(max(c)) = max(n) AS max, amount(min(c)) = min(n) AS min
FROM course GROUP BY scheme(c) ORDER BY 1;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT sum(c), avg(c) FROM course WHERE s = 'ECTS';
SELECT sum(c), avg(c) FROM course WHERE s = 'ECTS';
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;

-- Every operator gives the same by index and by sequential scan, for btree, hash and BRIN.
CREATE FUNCTION pg_temp.answers(OUT op text, OUT n bigint) RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
    FOREACH op IN ARRAY ARRAY['<', '<=', '=', '>=', '>'] LOOP
        EXECUTE format('SELECT count(*) FROM course WHERE c %s ''12.625 KZ''', op) INTO n;
        RETURN NEXT;
    END LOOP;
END $$;
SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off;
CREATE TEMP TABLE by_scan AS SELECT * FROM pg_temp.answers();
RESET enable_indexscan; RESET enable_bitmapscan; SET enable_seqscan = off; -- an index-only scan waits for a vacuum
CREATE INDEX course_btree ON course (c);
EXPLAIN (COSTS OFF) SELECT count(*) FROM course WHERE c < '12.625 KZ';
SELECT op, s.n AS by_scan, b.n = s.n AS by_btree FROM by_scan s JOIN pg_temp.answers() b USING (op);
DROP INDEX course_btree;
CREATE INDEX course_brin ON course USING brin (c);
EXPLAIN (COSTS OFF) SELECT count(*) FROM course WHERE c < '12.625 KZ';
SELECT op, b.n = s.n AS by_brin FROM by_scan s JOIN pg_temp.answers() b USING (op);
DROP INDEX course_brin;
CREATE INDEX course_hash ON course USING hash (c);
EXPLAIN (COSTS OFF) SELECT count(*) FROM course WHERE c = '12.625 KZ';
SELECT op, b.n = s.n AS by_hash FROM by_scan s JOIN pg_temp.answers() b USING (op) WHERE op = '=';
RESET enable_seqscan;
-- Duplicates are stored once: the index of 100 000 rows is smaller than one with an entry each.
CREATE INDEX course_btree ON course (c);
CREATE INDEX course_plain ON course (c) WITH (deduplicate_items = off);
SELECT pg_relation_size('course_btree') * 2 < pg_relation_size('course_plain') AS deduplicated;

-- Binary COPY, hash partitions, arrays, domains, NULLs.
\getenv dir PG_ABS_BUILDDIR
CREATE TABLE course_copy (LIKE course) PARTITION BY HASH (c);
CREATE TABLE course_copy_0 PARTITION OF course_copy FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE course_copy_1 PARTITION OF course_copy FOR VALUES WITH (MODULUS 2, REMAINDER 1);
\set file :dir '/results/credit.bin'
\set copy '\\copy course TO ' :'file' ' (FORMAT binary)'
:copy
\set copy '\\copy course_copy FROM ' :'file' ' (FORMAT binary)'
:copy
SELECT count(*) AS rows_that_differ FROM (TABLE course EXCEPT ALL TABLE course_copy) d;
SELECT credit_send('7.5 ECTS'), octet_length(credit_send('10/3 CN')), pg_column_size('10/3 CN'::credit);
CREATE DOMAIN ects AS credit CHECK (scheme(VALUE) = 'ECTS' AND VALUE >= '0 ECTS');
SELECT '5 ECTS'::ects;
SELECT '5 KZ'::ects;

-- The three-line migration from an amount and a scheme column.
CREATE TABLE transcript (amount numeric, scheme text);
INSERT INTO transcript VALUES (5, 'ECTS'), (4.5, 'kz'), (NULL, 'RU_ZET');
ALTER TABLE transcript ADD COLUMN credit credit GENERATED ALWAYS AS (credit(amount, scheme)) STORED;
SELECT * FROM transcript;

DROP TABLE course, course_copy, transcript;
DROP DOMAIN ects;
