-- report: the official figures that come with the extension, and the sums that their sources assert.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, public;
CREATE FUNCTION pg_temp.parts(series text, state text, year int, measure text, breakdown text) RETURNS numeric LANGUAGE sql AS $$
    SELECT sum(c.value) FROM official_count c
    WHERE (c.series, c.state, c.year, c.measure, c.breakdown) = (parts.series, parts.state, parts.year, parts.measure, parts.breakdown) $$;
CREATE FUNCTION pg_temp.total(series text, state text, year int, measure text) RETURNS numeric LANGUAGE sql AS $$
    SELECT c.value FROM official_count c
    WHERE (c.series, c.state, c.year, c.measure, c.breakdown) = (total.series, total.state, total.year, total.measure, 'total') $$;
-- China 2018: 492 185 by programme, by funding and by continent
SELECT b AS by, pg_temp.parts('cn_moe', 'CN', 2018, 'mobile', b) AS sum, pg_temp.total('cn_moe', 'CN', 2018, 'mobile') AS total FROM unnest('{programme_type,funding,continent}'::text[]) b;
SELECT round(100 * max(c.value) FILTER (WHERE c.category = 'government_scholarship') / 492185, 2) AS scholarship, round(100 * max(c.value) FILTER (WHERE c.category = 'asia') / 492185, 2) AS asia,
       sum(c.value) FILTER (WHERE c.category IN ('PK', 'IN', 'RU', 'KZ')) AS four_members, round(100 * sum(c.value) FILTER (WHERE c.category IN ('PK', 'IN', 'RU', 'KZ')) / 492185, 2) AS share
FROM official_count c WHERE c.series = 'cn_moe';
-- Russia 2025: the shares are 100.0 %; the eight other SCO members named have 65.4 %
SELECT sum(c.value) AS shares, sum(c.value) FILTER (WHERE c.category IN ('KZ', 'CN', 'UZ', 'IN', 'TJ', 'BY', 'KG', 'IR')) AS members FROM official_count c WHERE c.series = 'ru_press' AND c.measure = 'mobile_share';
-- "over 400 000" is a bound, not a value
SELECT f.value, f.lower, f.upper, f.status FROM mobility_flow f WHERE f.year = 2025 AND f.measure = 'official_stock' AND f.origin = '_T' AND f.destination = 'RU' AND f.breakdown = 'total';
-- 6.7 from the shares: 0.0928 to 0.0969
SELECT round(x.hhi_lower, 4) AS lower, round(x.hhi_upper, 4) AS upper
FROM (SELECT array_agg(c.value) FILTER (WHERE c.category <> '_O') AS parts, max(c.value) FILTER (WHERE c.category = '_O') AS rest FROM official_count c WHERE c.measure = 'mobile_share') s,
     socu.concentration_of(s.parts, s.rest) x;
-- Kazakhstan 2024/25: 624 469 = 596 011 + 28 458: 4.56 %; the year before 592 694, 567 464: 25 230, 4.26 %
SELECT pg_temp.parts('kz_bns', 'KZ', 2025, 'enrolled', 'citizenship') AS sum, pg_temp.total('kz_bns', 'KZ', 2025, 'enrolled') AS total;
SELECT pg_temp.total('kz_bns', 'KZ', 2024, 'enrolled') - pg_temp.parts('kz_bns', 'KZ', 2024, 'enrolled', 'citizenship') AS difference, pg_temp.total('kz_bns', 'KZ', 2024, 'mobile') AS mobile;
SELECT i.year, round(i.value, 2) AS value, i.numerator, i.denominator, i.status FROM inbound_mobility_rate i WHERE i.state = 'KZ' AND i.breakdown = 'total' AND i.year IN (2024, 2025) ORDER BY 1;
-- 28 458 and 17.7 % more: 33 495, reported as 33 500
SELECT round(28458 * 1.177) AS computed, c.value AS reported, c.status FROM official_count c WHERE c.state = 'KZ' AND c.year = 2026 AND c.measure = 'mobile';
-- the ministry: 35 075; two offices, two numbers of Chinese students, never mixed
SELECT pg_temp.parts('kz_ministry', 'KZ', 2025, 'mobile', 'origin') AS sum, pg_temp.total('kz_ministry', 'KZ', 2025, 'mobile') AS total;
SELECT c.series, c.value, c.preferred FROM official_count c WHERE c.state = 'KZ' AND c.year = 2025 AND c.measure = 'mobile' AND c.category = 'CN' ORDER BY 1;
SELECT f.value AS used FROM mobility_flow f WHERE f.year = 2025 AND f.origin = 'CN' AND f.destination = 'KZ' AND f.measure = 'official_stock';
SELECT round(100 * max(c.value) FILTER (WHERE c.category = 'CN') / max(c.value) FILTER (WHERE c.category = '_T')) AS chinese_share FROM official_count c WHERE c.measure = 'new_doctoral_entrants_from_abroad';
-- Kazakhstan out 2023: parts 4 381, reported about 4 400; Bolashak 946, ten states 889, so 57 elsewhere
SELECT pg_temp.parts('kz_press', 'KZ', 2023, 'exchange_out', 'destination_region') AS sum, c.value AS about, c.status FROM official_count c WHERE c.measure = 'exchange_out' AND c.breakdown = 'total';
SELECT max(c.value) FILTER (WHERE c.category = '_T') - max(c.value) FILTER (WHERE c.category = 'ten_states_listed') AS elsewhere FROM official_count c WHERE c.measure = 'bolashak_scholars';
-- Kyrgyzstan 2022: 30.48 %
SELECT round(i.value, 2) AS value, i.numerator, i.denominator FROM inbound_mobility_rate i WHERE i.state = 'KG' AND i.year = 2022 AND i.breakdown = 'total';
-- Uzbekistan: 12 480; certificates in Russia: 453 of 1 066 = 42.5 %; a consortium: 266
SELECT pg_temp.parts('uz_press', 'UZ', 2025, 'mobile', 'origin') AS uzbekistan, round(100 * pg_temp.parts('rudn', 'RU', 2018, 'usco_trained_since_2010', 'document') / pg_temp.total('rudn', 'RU', 2018, 'usco_trained_since_2010'), 1) AS certificates,
       pg_temp.parts('kstu', '_T', 2022, 'consortium_students', 'part') AS consortium;
-- the network: 53, 62, 128; two sources of 2009 and 2010 swap KG and TJ, both add up to 53
SELECT c.series, c.year, sum(c.value) FILTER (WHERE c.breakdown = 'state') AS sum, max(c.value) FILTER (WHERE c.breakdown = 'total') AS total FROM official_count c
WHERE c.measure = 'base_universities' AND c.state = '_T' GROUP BY 1, 2 ORDER BY 2, 1;
SELECT 128 * 127 / 2 AS pairs;
-- every shipped figure has a source; the uncertain ones say so
SELECT count(*) FILTER (WHERE c.source = '' OR NOT c.shipped OR c.generated) AS without_source, count(*) FILTER (WHERE c.confidence = 'uncertain') AS uncertain FROM official_count c;
ROLLBACK;
