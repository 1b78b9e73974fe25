-- report: how counts are printed, on two tables small enough to follow by hand.  The draws are in hundredths; the draw of
-- a sum is the sum of those of its cells that are not 0, without whole hundreds.
BEGIN;
CREATE TEMP TABLE cell (t text, r int, c int, n bigint, draw bigint);
INSERT INTO cell VALUES
('A', 1, 1, 12, 31), ('A', 1, 2, 3, 12), ('A', 1, 3, 0, 0), ('A', 1, 4, 1, 7), ('A', 2, 1, 2, 64), ('A', 2, 2, 7, 22), ('A', 2, 3, 4, 90), ('A', 2, 4, 0, 0),
('A', 3, 1, 1, 5), ('A', 3, 2, 0, 0), ('A', 3, 3, 23, 48), ('A', 3, 4, 6, 59), ('A', 4, 1, 0, 0), ('A', 4, 2, 1, 17), ('A', 4, 3, 2, 95), ('A', 4, 4, 5, 36),
('B', 1, 1, 2, 70), ('B', 1, 2, 2, 15), ('B', 1, 3, 2, 55), ('B', 1, 4, 2, 38), ('B', 2, 1, 1, 12), ('B', 2, 2, 0, 0), ('B', 2, 3, 0, 0), ('B', 2, 4, 4, 66),
('B', 3, 1, 0, 0), ('B', 3, 2, 3, 81), ('B', 3, 3, 0, 0), ('B', 3, 4, 0, 0), ('B', 4, 1, 0, 0), ('B', 4, 2, 0, 0), ('B', 4, 3, 1, 29), ('B', 4, 4, 8, 47);
-- margins: row 5 and column 5
CREATE TEMP VIEW tab AS
SELECT t, coalesce(r, 5) AS r, coalesce(c, 5) AS c, sum(n)::bigint AS n, sum(draw)::bigint % 100 AS draw FROM cell GROUP BY t, GROUPING SETS ((r, c), (r), (c), ());
-- the draws of the margins: rows 50 76 12 48, columns 0 51 33 2, all 86; rows 78 78 81 76, columns 82 96 84 51, all 13
SELECT t, string_agg(draw::text, ' ' ORDER BY r) FILTER (WHERE c = 5) AS rows, string_agg(draw::text, ' ' ORDER BY c) FILTER (WHERE r = 5) AS columns FROM tab GROUP BY t ORDER BY t;
-- by each method, a line of the table a row, the margin last
SELECT m.method, x.t, x.r, string_agg(socu.report_print(m.method, x.n, x.draw, 100)::text, ' ' ORDER BY x.c) AS line
FROM unnest('{hesa5,rr5,ckm}'::text[]) WITH ORDINALITY m (method, o) CROSS JOIN tab x GROUP BY m.o, m.method, x.t, x.r ORDER BY m.o, x.t, x.r;
-- a share comes from what is printed: 15 of 25 are 60 %, where 14 of 25 were 56 %
SELECT 100 * socu.report_print('rr5', 14, 51, 100) / socu.report_print('rr5', 25, 13, 100) AS share;

-- rr5: right in the mean, and next to the count; equal counts with one draw are printed alike, a greater count never below a smaller one
SELECT count(*) FILTER (WHERE mean <> n) AS biased, count(*) FILTER (WHERE low < n - 4 OR high > n + 4 OR low % 5 + high % 5 > 0) AS far
FROM (SELECT n, avg(p) AS mean, min(p) AS low, max(p) AS high FROM generate_series(0, 40) n CROSS JOIN generate_series(0, 99) d CROSS JOIN LATERAL socu.report_print('rr5', n, d, 100) p GROUP BY n) x;
SELECT count(*) AS falls FROM generate_series(0, 40) n CROSS JOIN generate_series(0, 99) d WHERE socu.report_print('rr5', n, d, 100) > socu.report_print('rr5', n + 1, d, 100);
-- ckm: 0 stays 0; in the mean right, with variance 5/2; by at most 4; never 1 or 2
SELECT n, avg(p)::numeric(6, 3) AS mean, avg((p - n) * (p - n))::numeric(6, 3) AS variance, min(p) AS low, max(p) AS high, count(*) FILTER (WHERE p IN (1, 2)) AS forbidden
FROM unnest('{0,1,2,3,4,5,6,7,8,50}'::bigint[]) n CROSS JOIN generate_series(0, 299) d CROSS JOIN LATERAL socu.report_print('ckm', n, d, 300) p GROUP BY n ORDER BY n;
-- hesa5: halves cannot be, 1 and 2 are 0
SELECT n, socu.report_print('hesa5', n, 0) AS printed FROM unnest('{0,1,2,3,7,8,22,23}'::bigint[]) n;
-- the whole width of a draw, and what is no method
SELECT socu.report_print('rr5', 1, 0) AS first, socu.report_print('rr5', 1, 858993459) AS last_up, socu.report_print('rr5', 1, 858993460) AS first_down, socu.report_print('suppress', 3, 0) AS unknown;

-- the keyed hash: HMAC-SHA-256 (RFC 4231, test case 2: 5bdcc146bf60754e ...)
SELECT to_hex(socu.report_hmac('Jefe', 'what do ya want for nothing?')) AS hmac;
-- the secret of a network is for who may act as its owner
CREATE ROLE regress_socu_owner;
CREATE ROLE regress_socu_other;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_socu_owner, regress_socu_other', current_database()) \gexec
SET LOCAL client_min_messages = warning;
SET LOCAL ROLE regress_socu_owner;
SELECT socu.create_network('sco', '{report}');
SELECT octet_length(sco.report_secret_now()) AS bytes, sco.report_secret_now() = sco.report_secret_now() AS stays;
SELECT count(*) AS seen FROM socu.network_secret;
RESET ROLE;
SET LOCAL ROLE regress_socu_other;
SELECT count(*) AS seen FROM socu.network_secret;
UPDATE socu.network_secret SET secret = sha256('known');
SAVEPOINT s;
INSERT INTO socu.network_secret SELECT oid, sha256('known') FROM pg_namespace WHERE nspname = 'public';
ROLLBACK TO s;
RESET ROLE;
SELECT count(*) AS kept FROM socu.network_secret WHERE secret <> sha256('known');
ROLLBACK;
