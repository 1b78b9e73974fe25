-- registry: the shipped rows are the facts that they were made from, row by row.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
SET datestyle = 'ISO, YMD';
\getenv abs_srcdir PG_ABS_SRCDIR
CREATE TEMP TABLE fact_state (state text, iso3 text, iso_numeric text, name_en text, name_ru text, name_zh text, status text, valid_from date, valid_to date, confidence text);
\set file :abs_srcdir '/data/registry_states.tsv'
\set copy '\\copy fact_state FROM ' :'file' ' ENCODING ''UTF8'''
:copy
CREATE TEMP TABLE fact_institution (institution text, state text, name_local text, confidence text);
\set file :abs_srcdir '/data/registry_institutions.tsv'
\set copy '\\copy fact_institution FROM ' :'file' ' ENCODING ''UTF8'''
:copy
CREATE TEMP TABLE fact_direction (name_en text, name_ru text, name_zh text, confidence text);
\set file :abs_srcdir '/data/registry_directions.tsv'
\set copy '\\copy fact_direction FROM ' :'file' ' ENCODING ''UTF8'''
:copy
SELECT (SELECT count(*) FROM fact_state) AS statuses, (SELECT count(DISTINCT state) FROM fact_state) AS states, (SELECT count(*) FROM fact_institution) AS institutions, (SELECT count(*) FROM fact_direction) AS directions;

-- states and their statuses; the day of Bangladesh's request is not known: its row begins where it is known to have been made
SELECT state, status, valid_from, valid_to, confidence FROM fact_state WHERE state <> 'BD' EXCEPT SELECT state, status, lower(validity), upper(validity), confidence FROM state_status WHERE shipped;
SELECT state, status, lower(validity), upper(validity), confidence FROM state_status WHERE shipped EXCEPT SELECT state, status, valid_from, valid_to, confidence FROM fact_state;
SELECT state, iso3, iso_numeric, name_en, name_ru, name_zh FROM fact_state EXCEPT SELECT state, iso3, iso_numeric, name_en, name_ru, name_zh FROM state WHERE shipped;
SELECT state, name_en FROM state WHERE shipped AND source !~ '^ISO 3166-1(; names of Unicode CLDR|, names too)' AND state NOT IN (SELECT state FROM fact_state) ORDER BY 1;
-- all codes of ISO 3166-1, each with a name in three languages
SELECT count(*), count(DISTINCT iso3) AS iso3, count(DISTINCT iso_numeric) AS iso_numeric, count(DISTINCT name_en) AS en, count(DISTINCT name_ru) AS ru, count(DISTINCT name_zh) AS zh,
       count(*) FILTER (WHERE name_ru !~ '^[А-ЯЁ]' OR name_zh !~ '[一-鿿]' OR name_en !~ '^[A-ZÅÇ]') AS wrong FROM state;

-- institutions: three names cannot be told apart
SELECT institution, state, confidence FROM fact_institution WHERE institution IS NOT NULL EXCEPT SELECT institution, state, confidence FROM institution WHERE shipped;
SELECT institution, state, confidence FROM institution WHERE shipped EXCEPT SELECT institution, state, confidence FROM fact_institution ORDER BY 1;
SELECT institution, name_local FROM fact_institution f WHERE name_local IS NOT NULL AND institution IS NOT NULL
  AND NOT EXISTS (SELECT FROM known_name k WHERE k.institution = f.institution AND k.name = f.name_local AND k.shipped);

-- directions: each found by each of its names
SELECT name_en, name_ru, name_zh FROM fact_direction f
WHERE (SELECT count(*) FROM direction d WHERE d.confidence = f.confidence AND d.direction IN (direction_by_name(split_part(f.name_en, ' (', 1)), direction_by_name(split_part(f.name_ru, ' (', 1)), direction_by_name(split_part(f.name_zh, ' (', 1)))) <> 1;

-- every shipped row names its source, and every row of a status belongs to a shipped key
SELECT count(*) FILTER (WHERE source = 'entered by the site' OR source = '') AS unsourced FROM (SELECT source FROM state WHERE shipped UNION ALL SELECT source FROM state_status WHERE shipped UNION ALL SELECT source FROM institution WHERE shipped
    UNION ALL SELECT source FROM known_name WHERE shipped UNION ALL SELECT source FROM membership WHERE shipped UNION ALL SELECT source FROM direction WHERE shipped UNION ALL SELECT source FROM direction_status WHERE shipped
    UNION ALL SELECT source FROM institution_direction WHERE shipped UNION ALL SELECT source FROM body WHERE shipped) x;
ROLLBACK;
