-- registry/names: what institutions, bodies and directions are called, and finding them by any of their names.

COMMENT ON TABLE known_name IS
'Names of institutions, bodies and directions: official ones by language and period, former, short, as printed '
'somewhere, and former web domains.';
COMMENT ON COLUMN known_name.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN known_name.source IS 'Where the fact stands.';
COMMENT ON COLUMN known_name.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE known_name_seq IS 'Keys of a site''s rows of known_name.';
COMMENT ON COLUMN known_name.known_name IS 'Key: shipped rows below 1 000 000.';
COMMENT ON COLUMN known_name.institution IS 'The institution named, or NULL.';
COMMENT ON COLUMN known_name.body IS 'The body named, or NULL.';
COMMENT ON COLUMN known_name.direction IS 'The direction named, or NULL.';
COMMENT ON COLUMN known_name.name IS 'The name as written.';
COMMENT ON COLUMN known_name.lang IS 'Language of the name, BCP 47; mul for a name of no one language.';
COMMENT ON COLUMN known_name.kind IS
'official (one per language at a time), former, short, alias, as_printed, or domain (a former web domain).';
COMMENT ON COLUMN known_name.validity IS 'When the name was in use; (,) if not known.';
COMMENT ON COLUMN known_name.normal IS 'The form that is searched: name_normal(name).';

CREATE OR REPLACE FUNCTION direction_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.direction)
    -- OFFSET 0: the name is made normal once, not for every row
    FROM (SELECT name_normal(direction_by_name.name) AS normal OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT d.direction FROM direction d
          WHERE q.normal = d.direction OR q.normal = replace(d.direction, '_', ' ')
             OR q.normal = name_normal(d.name_en) OR q.normal = name_normal(d.name_ru)
             OR q.normal = name_normal(d.name_zh)
          UNION
          SELECT k.direction FROM known_name k WHERE k.direction IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION direction_by_name(text) IS
'Key of the direction with this name, alias or key, in any script and case; NULL if there is none or more than one, or '
'for a text of more than 4,000 bytes.';

CREATE OR REPLACE FUNCTION institution_name(institution text, lang text DEFAULT 'en', on_date date DEFAULT CURRENT_DATE)
    RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(
        (SELECT k.name FROM known_name k
         WHERE k.institution = institution_name.institution AND k.lang = institution_name.lang AND k.validity @> on_date
           AND k.kind IN ('official', 'former', 'alias')
         -- a name whose years are known goes before one of unknown years
         ORDER BY (upper_inf(k.validity) AND lower_inf(k.validity)),
                  array_position(ARRAY['official', 'former', 'alias'], k.kind), k.shipped, k.known_name LIMIT 1),
        (SELECT i.name_en FROM institution i WHERE i.institution = institution_name.institution));
END;
COMMENT ON FUNCTION institution_name(text, text, date) IS
'Name of an institution in a language on a date: the official one, else one of that time; else its English name.';

CREATE OR REPLACE FUNCTION institution_find(query text, max_rows int DEFAULT 10)
    RETURNS TABLE (institution text, name_en text, state text, city text, matched text, lang text,
                   kind text, score real)
    LANGUAGE sql STABLE PARALLEL SAFE COST 1000 ROWS 10
BEGIN ATOMIC
    SELECT x.institution, i.name_en, i.state, i.city, x.name, x.lang, x.kind, x.score
    FROM (SELECT DISTINCT ON (n.institution) n.institution, n.name, n.lang, n.kind, n.score
          -- OFFSET 0: the query is made normal once, not for every name
          FROM (SELECT name_normal(query) AS normal,
                       CASE WHEN octet_length(query) <= 4000
                            THEN lower(regexp_replace(btrim(query), '^(https?://)?(www[.])?|/.*$', '',
                                                      'gi')) END AS domain OFFSET 0) q
          CROSS JOIN LATERAL (
                SELECT k.institution, k.name, k.lang, k.kind, name_similarity(q.normal, k.normal) AS score
                FROM known_name k WHERE k.institution IS NOT NULL
                UNION ALL
                SELECT i.institution, i.name_en, 'en'::text, 'official'::text, name_similarity(q.normal, i.normal)
                FROM institution i
                UNION ALL
                SELECT i.institution, i.institution, 'mul'::text, 'domain'::text, 1::real
                FROM institution i WHERE i.institution = q.domain) n
          WHERE n.score >= 0.4
          ORDER BY n.institution, n.score DESC,
                   array_position(ARRAY['official', 'short', 'alias', 'former', 'as_printed', 'domain'], n.kind),
                   n.name COLLATE "C") x
    JOIN institution i ON i.institution = x.institution
    ORDER BY x.score DESC, i.institution
    LIMIT max_rows;
END;
COMMENT ON FUNCTION institution_find(text, int) IS
'Institutions whose official, former, short or printed name, or web domain, is like the query, the best first: any '
'script, case, accents, word order, small misspellings. score is 1 for an equal name; below 0.4, and for a query of '
'more than 4,000 bytes, nothing is shown.';

CREATE OR REPLACE FUNCTION body_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.body)
    FROM (SELECT name_normal(body_by_name.name) AS normal,
                 CASE WHEN octet_length(body_by_name.name) <= 4000
                          THEN lower(body_by_name.name) END AS domain OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT b.body FROM body b 
          WHERE q.normal = b.body OR q.normal = name_normal(b.name_en) OR b.domain = q.domain
          UNION
          SELECT k.body FROM known_name k WHERE k.body IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION body_by_name(text) IS
'Key of the body with this name, alias, key or domain; NULL if there is none or more than one, or for a text of more '
'than 4,000 bytes.';
