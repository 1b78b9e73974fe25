-- report: records -> roll-ups -> views, on a network small enough to count by hand.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
SET datestyle = 'ISO, YMD';

-- Five institutions: KZ 2, CN 2, RU 1.
INSERT INTO report_params (network) VALUES ('toy');
INSERT INTO body (body, kind, name_en) VALUES ('toy', 'network', 'Toy network');
INSERT INTO institution (institution, state, name_en) VALUES ('a.kz', 'KZ', 'A'), ('d.kz', 'KZ', 'D'), ('b.cn', 'CN', 'B'), ('e.cn', 'CN', 'E'), ('c.ru', 'RU', 'C');
INSERT INTO membership (body, institution) SELECT 'toy', i FROM unnest('{a.kz,d.kz,b.cn,e.cn,c.ru}'::text[]) i;
-- 4 pairs with an agreement in force on 2025-08-31, and one that has ended
INSERT INTO agreement (agreement, kind, title, validity, renewal, renewal_months) VALUES
('ag1', 'agreement', 'A and B', '[2020-01-01,2030-01-01)', 'none', NULL), ('ag2', 'agreement', 'A and C, ended', '[2020-01-01,2024-01-01)', 'none', NULL),
('ag3', 'agreement', 'A and C', '[2024-01-01,2025-11-01)', 'none', NULL), ('ag4', 'agreement', 'D and B', '[2024-01-01,2026-01-15)', 'none', NULL),
('ag5', 'memorandum', 'A and E', '[2024-01-01,)', 'not_stated', NULL);
INSERT INTO participation (agreement, role, institution) VALUES ('ag1', 'party', 'a.kz'), ('ag1', 'party', 'b.cn'), ('ag2', 'party', 'a.kz'), ('ag2', 'party', 'c.ru'),
('ag3', 'party', 'a.kz'), ('ag3', 'party', 'c.ru'), ('ag4', 'party', 'd.kz'), ('ag4', 'party', 'b.cn'), ('ag5', 'party', 'a.kz'), ('ag5', 'party', 'e.cn');

-- the academic year 2024/25: each stay of 153 days unless a date is given
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, agreement, direction, level, field, starts_on, ends_on)
SELECT 's-' || x.o || x.r || i, 'completed', upper(right(x.o, 2)), upper(right(x.r, 2)), x.o, x.r, x.ag, x.dir, '7', 'ISCEDF:0713', '2024-09-01', '2025-01-31'
FROM (VALUES ('a.kz', 'b.cn', 8, 'ag1', 'energy'), ('b.cn', 'a.kz', 5, 'ag1', 'energy'), ('a.kz', 'c.ru', 1, 'ag2', NULL), ('c.ru', 'a.kz', 1, NULL, 'ecology'),
             ('d.kz', 'b.cn', 1, NULL, NULL), ('e.cn', 'a.kz', 1, NULL, 'ecology')) x (o, r, n, ag, dir) CROSS JOIN LATERAL generate_series(1, x.n) i;
-- a second stay of the same person, over the end of the year: 78 days in it (15 June to 31 August), 122 in the next
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, agreement, starts_on, ends_on)
VALUES ('s-a.kzc.ru1', 'completed', 'KZ', 'RU', 'a.kz', 'c.ru', 'ag2', '2025-06-15', '2025-12-31');
-- staff: one person, 5 and 3 days; degree study: three persons, 2023 to 2027; a kind that is counted nowhere; a stay within a state the year before
INSERT INTO mobility (student, kind, status, sending_state, receiving_state, sending_institution, receiving_institution, starts_on, ends_on) VALUES
('t1', 'teaching', 'completed', 'RU', 'KZ', 'c.ru', 'a.kz', '2025-03-01', '2025-03-05'), ('t1', 'teaching', 'completed', 'RU', 'KZ', 'c.ru', 'a.kz', '2025-04-01', '2025-04-03'),
('d1', 'degree_study', 'arrived', 'KZ', 'RU', 'a.kz', 'c.ru', '2023-09-01', '2027-06-30'), ('d2', 'degree_study', 'arrived', 'KZ', 'RU', 'a.kz', 'c.ru', '2023-09-01', '2027-06-30'),
('d3', 'degree_study', 'early_return', 'KZ', 'RU', 'a.kz', 'c.ru', '2023-09-01', '2024-06-30'),
('u1', 'tourism', 'completed', 'KZ', 'RU', 'a.kz', 'c.ru', '2025-02-01', '2025-02-05'), ('w1', 'study', 'completed', 'KZ', 'KZ', 'a.kz', 'd.kz', '2023-10-01', '2024-01-31');
-- 4.5 to 4.10, the year 2023/24: seats 20; ever accepted 17, of which cancelled 2; pending 3; arrived 12, of which 1 left early; rejected 3
INSERT INTO quota (code, sending_institution, receiving_institution, validity, seats) VALUES ('Q20', 'c.ru', 'd.kz', '[2023-09-01,2024-09-01)', 20);
INSERT INTO quota (code, sending_state, levels, validity, limited) VALUES ('any', 'RU', '{7}', '[2023-09-01,2024-09-01)', 'not_stated');
INSERT INTO mobility (student, status, sending_state, receiving_state, sending_institution, receiving_institution, level, starts_on, ends_on)
SELECT 'q-' || x.st || i, x.st, 'RU', 'KZ', 'c.ru', 'd.kz', '7', '2023-09-15', '2024-01-31'
FROM (VALUES ('completed', 11), ('early_return', 1), ('accepted', 3), ('cancelled', 2), ('submitted', 3), ('rejected', 3)) x (st, n) CROSS JOIN LATERAL generate_series(1, x.n) i;

SELECT report_refresh('2025-08-31');

-- Flows: KZ to CN 8 + 1, KZ to RU 2, CN to KZ 5 + 1, RU to KZ 1; 18 in all.
SELECT f.origin, f.destination, f.value, f.status, f.conf FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' ORDER BY 1, 2;
SELECT f.breakdown, f.category, f.value FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.origin = '_T' AND f.destination = '_T' ORDER BY 1, 2;
-- the stock: three on 2023-10-01, two on 2024-10-01; the cut-off of 2026 is still to come; staff: two stays
SELECT f.year, f.measure, f.value FROM mobility_flow f WHERE f.measure IN ('degree_stock', 'staff_flow') AND f.breakdown = 'total' AND f.origin = '_T' AND f.destination = '_T' ORDER BY 1, 2;
-- net flows: KZ 7 - 11, CN 9 - 6, RU 2 - 1
SELECT n.state, n.numerator AS inbound, n.denominator AS outbound, n.value, n.conf FROM net_flow n WHERE n.year = 2025 AND n.measure = 'credit_flow' AND n.breakdown = 'total' ORDER BY 1;

-- Volume: 17 x 153 + 78 = 2679 days = 89.30 months, 17 x 150 + 76 = 2626 = 87.53 by 30E/360; the next year has 122 = 4.07 and 120 = 4.00 of the long stay: 200 and 196 in all
SELECT v.year, v.indicator, v.convention, round(v.value, 2) AS value, v.denominator, v.status FROM mobility_volume v
WHERE v.year IN (2025, 2026) AND v.measure = 'credit_flow' AND v.origin = '_T' AND v.destination = '_T' ORDER BY 1, 2, 3;
-- 18 stays of 17 persons: the one with two counts once; between KZ and RU 2 stays of 1 person
SELECT v.origin, v.destination, max(v.value) FILTER (WHERE v.indicator = 'stays') AS stays, max(v.value) FILTER (WHERE v.indicator = 'persons') AS persons FROM mobility_volume v
WHERE v.year = 2025 AND v.measure = 'credit_flow' GROUP BY 1, 2 ORDER BY 1, 2;
SELECT v.indicator, v.value FROM mobility_volume v WHERE v.year = 2025 AND v.measure = 'staff_flow' AND v.origin = '_T' AND v.destination = '_T' ORDER BY 1;

-- Quotas: 90.0, 60.0; 17/20 = 85.0; 2/17 = 11.8; 3/15 = 20.0; 1/12 = 8.3
SELECT q.code, q.indicator, round(q.value, 1) AS value, q.numerator, q.denominator, q.status, q.conf FROM quota_indicator q WHERE q.year = 2024 ORDER BY 1, 2;
SELECT n.indicator, round(n.value, 1) AS value, n.numerator, n.denominator, n.status FROM nomination_indicator n
WHERE n.year = 2024 AND n.measure = 'credit_flow' AND n.origin = 'RU' AND n.destination = 'KZ' ORDER BY 1;
-- flows under an agreement in force: 13 of 18
SELECT round(n.value, 1) AS value, n.numerator, n.denominator FROM nomination_indicator n
WHERE n.year = 2025 AND n.measure = 'credit_flow' AND n.origin = '_T' AND n.destination = '_T' AND n.indicator = 'agreement_coverage_of_flows';

-- 4.1 to 4.3: out 8, in 5: balance 3, index 0.769; in months 8 x 5.1 - 5 x 5.1 = 15.3
SELECT b.agreement, b.institution, b.partner, b.indicator, round(b.value, 3) AS value, b.numerator, b.denominator, b.status FROM agreement_balance b WHERE b.year = 2025 ORDER BY 1, 4;
SELECT b.year, b.agreement, b.value, b.numerator, b.denominator FROM agreement_balance_cumulative b ORDER BY 2, 1;
SELECT a.indicator, a.value, a.numerator, a.denominator FROM agreement_indicator a WHERE a.year = 2025 ORDER BY 1;
-- 6: n = 5, E = 4: 0.40; 4 of 8 between states; A = 6: 0.30; 1.6; degrees 3, 2, 1, 1, 1: (15 - 8) / 12; 4 of 6 ordered pairs have a way back
SELECT n.indicator, round(n.value, 4) AS value, n.numerator, n.denominator FROM network_indicator n WHERE n.year = 2025 ORDER BY 1;
SELECT a.scope, a.state, a.partner_state, round(a.value, 1) AS value, a.numerator, a.denominator, a.status FROM agreement_coverage a WHERE a.year = 2025 ORDER BY 1, 2, 3;
-- directions of KZ: energy and ecology of the seven open ones (agriculture is the eighth from 2025-07-07: uncertain, and counted by its date)
SELECT d.state, round(d.value, 1) AS value, d.numerator, d.denominator, d.without FROM direction_coverage d WHERE d.year = 2025 ORDER BY 1;

-- Invariants, over every year, measure and category.
SELECT count(*) > 0 AS some, bool_and(x.net = 0) AS net_adds_to_0 FROM (SELECT sum(n.value) AS net FROM net_flow n WHERE n.measure <> 'official_stock' GROUP BY n.year, n.measure, n.breakdown, n.category) x;
SELECT bool_and(x.total = x.rows AND x.total = x.columns AND x.total = x.cells) AS margins_agree
FROM (SELECT sum(f.value) FILTER (WHERE f.origin = '_T' AND f.destination = '_T') AS total, sum(f.value) FILTER (WHERE f.origin <> '_T' AND f.destination = '_T') AS rows,
             sum(f.value) FILTER (WHERE f.origin = '_T' AND f.destination <> '_T') AS columns, sum(f.value) FILTER (WHERE f.origin <> '_T' AND f.destination <> '_T') AS cells
      FROM mobility_flow f WHERE f.measure <> 'official_stock' GROUP BY f.year, f.measure, f.breakdown, f.category) x;
SELECT bool_and(x.low = x.high) AS breakdowns_agree FROM (SELECT min(y.n) AS low, max(y.n) AS high
      FROM (SELECT f.year, f.measure, f.origin, f.destination, f.breakdown, sum(f.value) AS n FROM mobility_flow f WHERE f.measure <> 'official_stock' AND f.value > 0 GROUP BY 1, 2, 3, 4, 5) y
      GROUP BY y.year, y.measure, y.origin, y.destination) x;
SELECT s.step, sum(s.value) FROM mobility_sankey s WHERE s.year = 2025 AND s.measure = 'credit_flow' GROUP BY 1 ORDER BY 1;
SELECT i.role, sum(i.value) FROM institution_flow i WHERE i.year = 2025 AND i.measure = 'credit_flow' AND i.direction = '_T' GROUP BY 1 ORDER BY 1;
-- the years of the stays add up to the stays: 17 x 153 + 200, 17 x 150 + 196
SELECT sum(r.days) AS days, sum(r.stay_days) AS whole, sum(r.days_360) AS days_360, sum(r.stay_days_360) AS whole_360 FROM report_rollup r WHERE r.base_year = 2025 AND r.measure = 'credit_flow' AND r.breakdown = 'total' AND r.origin <> '_T' AND r.destination <> '_T';

-- The roll-up follows the records: what it counts again is what has changed, and the result is that of counting everything.
CREATE FUNCTION pg_temp.digest() RETURNS text LANGUAGE sql AS $$
    SELECT md5(concat((SELECT string_agg(r::text, '|' ORDER BY r::text COLLATE "C") FROM report_rollup r), (SELECT string_agg(r::text, '|' ORDER BY r::text COLLATE "C") FROM report_rollup_institution r),
                      (SELECT string_agg(r::text, '|' ORDER BY r::text COLLATE "C") FROM report_rollup_node r),
                      (SELECT string_agg(r::text, '|' ORDER BY r::text COLLATE "C") FROM report_rollup_person r), (SELECT string_agg(r::text, '|' ORDER BY r::text COLLATE "C") FROM report_rollup_quota r))) $$;
CREATE FUNCTION pg_temp.agrees(OUT years int[], OUT agrees boolean) LANGUAGE plpgsql AS $$
DECLARE
    part text;
BEGIN
    years := report_refresh('2025-08-31');
    part := pg_temp.digest();
    PERFORM report_refresh('2025-08-31', NULL, true);
    agrees := part = pg_temp.digest();
END $$;
UPDATE mobility SET status = 'recognized' WHERE student = 's-a.kzc.ru1' AND starts_on = '2025-06-15';
SELECT years @> '{2025}' AS counted, agrees FROM pg_temp.agrees();
-- into another year, and away
UPDATE mobility SET starts_on = '2024-02-01', ends_on = '2024-05-31' WHERE student = 's-d.kzb.cn1';
SELECT years @> '{2024,2025}' AS counted, agrees FROM pg_temp.agrees();
SELECT f.year, f.value FROM mobility_flow f WHERE f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.destination = 'CN' ORDER BY 1;
DELETE FROM mobility WHERE student = 's-e.cna.kz1';
SELECT years @> '{2025}' AS counted, agrees FROM pg_temp.agrees();
UPDATE quota SET levels = '{8}' WHERE code = 'any';
SELECT agrees FROM pg_temp.agrees();
INSERT INTO mobility_kind (kind, measure, description) VALUES ('tourism', 'credit_flow', 'It is not.');
SELECT agrees FROM pg_temp.agrees();
SELECT f.value AS with_the_kind FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = '_T' AND f.destination = '_T';
TRUNCATE mobility CASCADE;
SELECT agrees FROM pg_temp.agrees();
SELECT count(*) AS after_truncate FROM report_rollup;
ROLLBACK;

-- A past time is shown again from the history.
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
INSERT INTO mobility (student, status, sending_state, receiving_state, starts_on, ends_on) VALUES
('past-1', 'arrived', 'KZ', 'RU', '2024-09-01', '2025-01-31'), ('past-2', 'arrived', 'KZ', 'RU', '2024-09-01', '2025-01-31'), ('past-3', 'accepted', 'KZ', 'CN', '2024-09-01', '2025-01-31');
SELECT clock_timestamp() AS then \gset
SELECT pg_sleep(0.01) \g /dev/null
DELETE FROM mobility WHERE student = 'past-2';
UPDATE mobility SET status = 'arrived' WHERE student = 'past-3';
UPDATE mobility SET status = 'completed', receiving_state = 'CN' WHERE student = 'past-3';
INSERT INTO mobility (student, status, sending_state, receiving_state, starts_on, ends_on) VALUES ('past-4', 'arrived', 'KZ', 'TJ', '2024-09-01', '2025-01-31');
BEGIN;
SELECT report_refresh('2025-08-31');
SELECT f.destination, f.value FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.value > 0 ORDER BY 1;
SELECT m.student, m.status, m.receiving_state FROM mobility_at(:'then') m ORDER BY 1;
SELECT report_refresh('2025-08-31', :'then');
SELECT f.destination, f.value FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.value > 0 ORDER BY 1;
SELECT s.extracted_at = :'then' AS shows_then, s.as_of FROM report_state s;
SELECT report_refresh('2025-08-31');
SELECT f.destination, f.value FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.value > 0 ORDER BY 1;
COMMIT;
-- across transactions: nothing new, nothing counted; then only what is new
SELECT report_refresh('2025-08-31');
INSERT INTO mobility (student, status, sending_state, receiving_state, starts_on, ends_on) VALUES ('past-5', 'arrived', 'KZ', 'TJ', '2021-09-01', '2022-01-31');
SELECT report_refresh('2025-08-31');
SELECT report_refresh('2025-08-31');
DELETE FROM mobility WHERE student = 'past-5';
SELECT report_refresh('2025-08-31');
-- a row that vanishes without a trace is noticed all the same
SET session_replication_role = replica;
DELETE FROM mobility WHERE student = 'past-4';
RESET session_replication_role;
SELECT report_refresh('2025-08-31');
SELECT f.destination, f.value FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'credit_flow' AND f.breakdown = 'total' AND f.origin = 'KZ' AND f.value > 0 ORDER BY 1;
-- leave nothing behind
TRUNCATE report_state, report_rollup, report_rollup_institution, report_rollup_node, report_rollup_person, report_rollup_quota;
DELETE FROM mobility WHERE student LIKE 'past-%';
SET session_replication_role = replica;
DELETE FROM mobility_history;
RESET session_replication_role;
SET client_min_messages = warning;
DROP SCHEMA sco CASCADE;
