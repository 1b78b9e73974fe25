-- report: the indicators of states, on figures worked out by hand, and their formulas.
\set SHOW_CONTEXT never
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
SET datestyle = 'ISO, YMD';

-- Toy data.  Enrolment: KZ 600, CN 1000, RU 800; population of tertiary age: 1200, 2500, 1600.
INSERT INTO official_count (series, state, year, measure, value, generated) VALUES
('toy', 'KZ', 2190, 'enrolled', 600, true), ('toy', 'CN', 2190, 'enrolled', 1000, true), ('toy', 'RU', 2190, 'enrolled', 800, true),
('toy', 'KZ', 2190, 'population', 1200, true), ('toy', 'CN', 2190, 'population', 2500, true), ('toy', 'RU', 2190, 'population', 1600, true);
INSERT INTO official_count (series, state, year, measure, breakdown, category, value, generated) VALUES
('toy', 'RU', 2190, 'mobile', 'origin', 'KZ', 60, true), ('toy', 'CN', 2190, 'mobile', 'origin', 'KZ', 20, true), ('toy', 'KZ', 2190, 'mobile', 'origin', 'CN', 10, true),
('toy', 'RU', 2190, 'mobile', 'origin', 'CN', 50, true), ('toy', 'KZ', 2190, 'mobile', 'origin', 'RU', 5, true), ('toy', 'CN', 2190, 'mobile', 'origin', 'RU', 15, true);
-- A list of origins may be a part: in is at least what is listed, and the rate has no value.  Out is whole: each destination lists each origin.
SELECT f.origin, f.destination, f.value, f.lower, f.status FROM mobility_flow f WHERE f.year = 2190 AND '_T' IN (f.origin, f.destination) ORDER BY 1, 2;
SELECT i.state, i.value, round(i.lower, 2) AS lower, i.upper, i.status FROM inbound_mobility_rate i WHERE i.year = 2190 ORDER BY 1;
-- Nobody came from elsewhere: the lists are whole.  (A 0 is a true zero without being called one.)
INSERT INTO official_count (series, state, year, measure, breakdown, category, value, generated)
SELECT 'toy', s, 2190, 'mobile', 'origin', '_O', 0, true FROM unnest('{KZ,CN,RU}'::text[]) s;

SELECT f.origin, f.destination, f.value, f.status FROM mobility_flow f WHERE f.year = 2190 ORDER BY 1, 2;
-- 2.1: 2.50, 3.50, 13.75 | 2.2: 13.33, 6.00, 2.50 | 2.3: 6.67, 2.40, 1.25 | 2.4: -65, -25, 90 | 2.5: -10.83, -2.50, 11.25 | 2.6: 0.19, 0.58, 5.50 | 2.7: 9.38, 21.88, 68.75
SELECT i.state, round(i.value, 2) AS inbound, round(o.value, 2) AS outbound, round(g.value, 2) AS gross, n.value AS net, round(r.value, 2) AS net_ratio, round(b.value, 2) AS balance,
       round(s.value, 2) AS share
FROM inbound_mobility_rate i JOIN outbound_mobility_ratio o USING (year, state) JOIN gross_outbound_enrolment_ratio g USING (year, state)
JOIN net_flow n USING (year, state) JOIN net_flow_ratio r USING (year, state) JOIN mobility_balance b USING (year, state) JOIN destination_share s USING (year, state)
WHERE i.year = 2190 ORDER BY array_position('{KZ,CN,RU}', i.state);
SELECT i.state, i.numerator, i.denominator, i.lower, i.upper, i.status, i.conf, i.generated FROM inbound_mobility_rate i WHERE i.year = 2190 ORDER BY 1;
-- 2.8: RU: KZ 54.5, CN 45.5
SELECT d.origin, round(d.value, 1) AS value, d.numerator, d.denominator FROM origin_distribution d WHERE d.year = 2190 AND d.destination = 'RU' ORDER BY 1 DESC;
-- a closed set: net flows add to 0, row sums are column sums (160)
SELECT sum(n.value) AS net, (SELECT sum(f.value) FROM mobility_flow f WHERE f.year = 2190 AND f.destination = '_T') AS out_sum,
       (SELECT sum(f.value) FROM mobility_flow f WHERE f.year = 2190 AND f.origin = '_T') AS in_sum, (SELECT t.value FROM mobility_total t WHERE t.year = 2190) AS total
FROM net_flow n WHERE n.year = 2190;
-- 6.7 to 6.9: destinations of KZ 60 and 20: 0.625, 0.25, 1.6
SELECT c.indicator, round(c.value, 4) AS value, c.status FROM mobility_concentration c WHERE c.year = 2190 AND c.state = 'KZ' AND c.side = 'destinations' ORDER BY 1;

-- Missing is never zero.  CN does not tell how many come from KZ: the outbound of KZ is at least 60, its rates have no value.
SAVEPOINT s;
UPDATE official_count SET value = NULL, status = 'M' WHERE year = 2190 AND state = 'CN' AND category = 'KZ';
SELECT f.origin, f.destination, f.value, f.lower, f.upper, f.status FROM mobility_flow f WHERE f.year = 2190 AND 'KZ' IN (f.origin, f.destination) ORDER BY 1, 2;
SELECT s.indicator, s.state, round(s.value, 2) AS value, round(s.lower, 2) AS lower, round(s.upper, 2) AS upper, s.status FROM state_indicator s
WHERE s.year = 2190 AND s.state IN ('KZ', 'RU') ORDER BY 1, 2;
SELECT c.indicator, c.value, c.status FROM mobility_concentration c WHERE c.year = 2190 AND c.state = 'KZ' AND c.side = 'destinations' ORDER BY 1;
ROLLBACK TO s;
-- CN says nothing at all about KZ although it lists others and a total that is larger: still a lower bound.
DELETE FROM official_count WHERE year = 2190 AND state = 'CN' AND category = 'KZ';
INSERT INTO official_count (series, state, year, measure, value) VALUES ('toy', 'CN', 2190, 'mobile', 35);
SELECT o.state, o.value, o.lower, o.status FROM outbound_mobility_ratio o WHERE o.year = 2190 ORDER BY 1;
ROLLBACK TO s;
-- No enrolment: no rate.  Enrolment 0: not applicable.  A true zero is a zero.
DELETE FROM official_count WHERE year = 2190 AND measure = 'enrolled' AND state = 'CN';
UPDATE official_count SET value = 0, status = 'N' WHERE year = 2190 AND measure = 'enrolled' AND state = 'RU';
UPDATE official_count SET value = 0, status = 'N' WHERE year = 2190 AND measure = 'mobile' AND state = 'KZ'; -- with origins, and others
SELECT i.state, i.value, i.numerator, i.status FROM inbound_mobility_rate i WHERE i.year = 2190 ORDER BY 1;
ROLLBACK TO s;
-- Estimated and bounded parts show.
UPDATE official_count SET status = 'E' WHERE year = 2190 AND state = 'RU' AND category = 'KZ';
UPDATE official_count SET value = NULL, status = 'L', lower = 500, upper = 1000 WHERE year = 2190 AND measure = 'enrolled' AND state = 'KZ';
SELECT i.state, round(i.value, 2) AS value, i.lower, i.upper, i.status FROM inbound_mobility_rate i WHERE i.year = 2190 ORDER BY 1;
ROLLBACK TO s;
-- Another office's series stands beside and is not mixed in.  KZ 2025: whatever a site enters, the statistics bureau is used (28 458 / 624 469 = 4.557 %),
-- until another rank or preference is stated (1300 / 624 469 = 0.208 %).
INSERT INTO official_count (series, state, year, measure, value, preferred) VALUES ('other', 'RU', 2190, 'enrolled', 400, false);
INSERT INTO official_count (series, state, year, measure, value) VALUES ('a_press_note', 'KZ', 2025, 'mobile', 1300), ('mine', 'KG', 2022, 'enrolled', 1);
SELECT i.year, i.state, round(i.value, 3) AS value, i.denominator FROM inbound_mobility_rate i WHERE i.year = 2190 AND i.state = 'RU' OR i.year = 2025 AND i.state = 'KZ' AND i.breakdown = 'total' ORDER BY 1;
SELECT d.used, d.used_value, d.series, d.value, d.undecided FROM official_disagreement d WHERE (d.state, d.year, d.measure) = ('KZ', 2025, 'mobile') ORDER BY d.series;
UPDATE official_count SET preferred = true WHERE series = 'a_press_note';
SELECT round(i.value, 3) AS preferred FROM inbound_mobility_rate i WHERE i.year = 2025 AND i.state = 'KZ' AND i.breakdown = 'total';
UPDATE official_count SET preferred = NULL WHERE series = 'a_press_note';
INSERT INTO official_rank (series, rank) VALUES ('a_press_note', 5);
SELECT round(i.value, 3) AS by_rank FROM inbound_mobility_rate i WHERE i.year = 2025 AND i.state = 'KZ' AND i.breakdown = 'total';
INSERT INTO official_count (series, state, year, measure, value, preferred) VALUES ('b', 'KZ', 2025, 'mobile', 1, true), ('c', 'KZ', 2025, 'mobile', 2, true);
ROLLBACK TO s;
-- Two series of a site with one rank: the alphabet does not decide.  Nothing is used, and it is said.
INSERT INTO official_count (series, state, year, measure, value) VALUES ('oecd', 'UZ', 2189, 'mobile', 500), ('uis', 'UZ', 2189, 'mobile', 600), ('uis', 'UZ', 2189, 'enrolled', 10000);
SELECT f.value FROM mobility_flow f WHERE f.year = 2189;
SELECT d.used, d.series, d.value, d.undecided FROM official_disagreement d WHERE d.year = 2189 ORDER BY d.series;
SELECT m FROM report_say_missing(2189, '2025-08-31') m WHERE m ~ 'uis';
INSERT INTO official_rank (series, rank) VALUES ('uis', 20);
SELECT i.value, i.status FROM inbound_mobility_rate i WHERE i.year = 2189;
SELECT m FROM report_say_missing(2189, '2025-08-31') m WHERE m ~ 'uis';
ROLLBACK TO s;
-- Levels make no total, nor does a list of origins, and that is said.
INSERT INTO official_count (series, state, year, measure, level, value) VALUES ('uis', 'UZ', 2189, 'enrolled', '6', 500), ('uis', 'UZ', 2189, 'enrolled', '7', 600);
INSERT INTO official_count (series, state, year, measure, breakdown, category, value) VALUES ('uis', 'UZ', 2189, 'mobile', 'origin', 'CN', 5);
SELECT m FROM report_say_missing(2189, '2025-08-31') m WHERE m ~ 'UZ (en|mo)|bound';
ROLLBACK TO s;
-- What is negative, and rates as published, have their place; counts of persons are not negative.
INSERT INTO official_count (series, state, year, measure, unit, value) VALUES ('uis', 'KG', 2190, 'net_flow', 'persons', -1200), ('uis', 'KG', 2190, 'inbound_mobility_rate', 'percent', 30.48),
('uis', 'KG', 2190, 'mobile', 'percent', 4.5), ('uis', 'KG', 2190, 'mobile', 'persons', 0);
SELECT s.measure, s.unit, s.value, s.status FROM official_series s WHERE s.series = 'uis' AND s.year = 2190 ORDER BY 1, 2;
INSERT INTO official_count (series, state, year, measure, value) VALUES ('uis', 'KG', 2190, 'enrolled', -1);
ROLLBACK TO s;
-- what the table refuses: a missing figure with a value
INSERT INTO official_count (series, state, year, measure, value, status) VALUES ('toy', 'KG', 2190, 'enrolled', 7, 'M');
ROLLBACK TO s;

-- 2.10: 45 of 330 women, 35 of 270 men: 13.636 % / 12.963 % = 1.052, outside the band; 45/35 = 1.286 is another indicator.
INSERT INTO official_count (series, state, year, measure, sex, value) VALUES ('toy', 'KZ', 2191, 'enrolled', 'F', 330), ('toy', 'KZ', 2191, 'enrolled', 'M', 270),
('toy', 'KZ', 2191, 'mobile', 'F', 45), ('toy', 'KZ', 2191, 'mobile', 'M', 35), ('toy', 'KZ', 2191, 'mobile', '_U', 3);
SELECT g.state, g.side, round(g.value, 3) AS value, round(g.numerator, 3) AS f_rate, round(g.denominator, 3) AS m_rate, round(g.female_male_ratio, 3) AS f_m, g.parity, g.status, g.conf
FROM gender_parity g WHERE g.year = 2191 ORDER BY 2;
-- below the minimum cell
SELECT socu.gender_parity_index(4, 330, 35, 270) AS small, socu.gender_parity_index(45, 330, 0, 270, 0) AS no_men;

-- 2.9: D = 12, C = 30, G = 210: 20.00
SELECT round(socu.learning_mobility_rate(12, 30, 210), 2) AS rate, socu.learning_mobility_rate(0, 0, 0) AS nobody;
SELECT is_credit_mobile(3, NULL) AS three_months, is_credit_mobile(2.9, 15) AS credits, is_credit_mobile(2.9, 14.9) AS neither;
-- 3.1: 2024-09-01 to 2025-01-31: 5.10, 5.00, 5.03; 2023-01-01 to 2023-04-15: 3.50
SELECT c AS convention, round(socu.stay_months('2024-09-01', '2025-01-31', c), 2) AS months, round(socu.stay_months('2023-01-01', '2023-04-15', c), 2) AS months
FROM unnest('{days30,m30e360,calendar,moons}'::text[]) c;
SELECT socu.stay_months('2023-02-01', '2023-02-28', 'm30e360') * 30 AS february, socu.stay_months('2025-05-31', '2025-05-31', 'm30e360') * 30 AS one_day;
-- 3.2: 18 of 30 = 0.60, of 60 = 0.30; capped; no credits: unknown
SELECT round(socu.fte(18, 30), 2) AS semester, round(socu.fte(18, 60), 2) AS year, socu.fte(40, 30) AS capped, round(socu.fte(40, 30, 2), 3) AS uncapped, socu.fte(NULL, 30) AS unknown, socu.fte(18, 0) AS no_load;
-- 4.1 to 4.3: out 8, in 5: 0.769
SELECT round(socu.reciprocity_index(8, 5), 3) AS index, socu.reciprocity_index(7, 0) AS one_way, socu.reciprocity_index(0, 0) AS neither;
-- 5: earned 30, 30, 20, 15; recognised 30, 24, 0, undecided: 67.5, 56.8, 60.0, 33.3, 25
SELECT round(r.rate, 1) AS rate, round(r.rate_all, 1) AS rate_all, round(r.mean_rate, 1) AS mean_rate, round(r.full_share, 1) AS full_share, round(r.pending_share, 1) AS pending, r.decided
FROM socu.recognition('{30,30,20,15}', '{30,24,0,NULL}') r;
SELECT * FROM socu.recognition('{30}', '{31}');
ROLLBACK TO s;
-- 6.6: a star of 5 is 1, a ring of 5 is 0
SELECT socu.degree_centralisation('{4,1,1,1,1}')::float AS star, socu.degree_centralisation('{2,2,2,2,2}')::float AS ring, socu.degree_centralisation('{1,1}') AS two;
-- 6.7: Russia 2025 with "others": 0.0928 to 0.0969
SELECT c.hhi, round(c.hhi_lower, 4) AS lower, round(c.hhi_upper, 4) AS upper FROM socu.concentration_of('{15.1,14.2,14.1,11.6,9.7,6.1,4,2.4,2.4,2.4}', 18) c;
SELECT round(c.hhi, 4) AS hhi, round(c.normalised, 4) AS normalised, round(c.effective_number, 4) AS effective FROM socu.concentration_of('{60,20,0}') c;
-- rounding is half away from zero
-- sums of parts of different status
SELECT s AS parts, socu.total_status(s::text[]) FROM unnest('{"{A,A}","{A,N}","{N,N}","{A,E}","{A,P}","{A,M}","{M,M}","{A,L}","{A,Z}","{A,X}","{Z}"}'::text[]) s;
ROLLBACK;
