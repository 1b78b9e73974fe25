-- registry: texts longer than any real name or date are refused before work is done on them.
-- Each of these ran for seconds to minutes, some without listening to a cancel request.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
CREATE TEMP TABLE long_text AS
SELECT kind, pg_catalog.repeat(part, 1000000 / pg_catalog.octet_length(part)) AS v
FROM (VALUES ('letters', 'a'), ('words', 'law of '), ('marks', E'\u0301'), ('Cyrillic', 'Щ'), ('ideographs', '大'), ('slashes', '/'),
             ('spaces', ' '), ('digits', '2024-'), ('host', 'www.')) p (kind, part);

-- names: nobody's
SELECT kind, name_normal(v) IS NULL AS normal, direction_by_name(v) IS NULL AS direction, body_by_name(v) IS NULL AS body,
       (SELECT count(*) FROM institution_find(v)) AS institutions
FROM long_text ORDER BY kind COLLATE "C";
-- only the beginning is compared: a word, then very many
SELECT kind, name_similarity('peking ' || v, 'peking') > 0 AS beginning, name_similarity(v || 'peking', 'peking') < 0.5 AS rest
FROM long_text ORDER BY kind COLLATE "C";

-- the limit itself: 4,000 bytes are a name, 4,001 are none
SELECT n, pg_catalog.length(name_normal(pg_catalog.repeat('a', n))) FROM pg_catalog.generate_series(4000, 4001) n;
SELECT n, pg_catalog.length(name_normal(pg_catalog.repeat('я', n))) FROM pg_catalog.generate_series(2000, 2001) n;
-- and a combining mark a thousand times over is still a name (nothing is left of it)
SELECT name_normal('e' || pg_catalog.repeat(E'\u0301', 1000));

-- dates: an error that shows the beginning, with every function
CREATE FUNCTION pg_temp.refused(query text, v text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query USING v;
    RETURN 'taken';
EXCEPTION WHEN invalid_datetime_format THEN
    RETURN 'refused in ' || pg_catalog.length(sqlerrm) || ' characters';
END $$;
SELECT f, pg_catalog.string_agg(DISTINCT pg_temp.refused(pg_catalog.format('SELECT %I($1)', f), v), ', ') AS long,
       pg_temp.refused(pg_catalog.format('SELECT %I($1)', f), 'XXXX-04-10?/XXXX-04-12?') AS longest_real
FROM long_text, pg_catalog.unnest('{edtf_range,edtf_valid,edtf_precision,edtf_days}'::text[]) f GROUP BY f ORDER BY f COLLATE "C";
ROLLBACK;
