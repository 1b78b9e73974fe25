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
COMMENT ON COLUMN known_name.validity IS
'When the name was in use, with an open end where that is not known; (,) if nothing is known.';
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

CREATE OR REPLACE FUNCTION institution_name_at(institution text, lang text DEFAULT 'en',
                                               on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (name text, kind text, validity daterange, certain boolean)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT x.name, x.kind, x.validity, x.certain
    FROM (SELECT n.*, row_number() OVER (ORDER BY n.certain DESC, n.validity = '(,)', n.place, n.shipped,
                                                  n.known_name) AS nth,
                 bool_or(n.certain OR n.validity <> '(,)') OVER () AS known
          FROM (SELECT k.name, k.kind, k.validity, k.shipped, k.known_name,
                       array_position(ARRAY['official', 'former', 'alias'], k.kind) AS place,
                       NOT lower_inf(k.validity) OR k.validity = '(,)' AND on_date >= CURRENT_DATE AS certain
                FROM known_name k
                WHERE k.institution = institution_name_at.institution AND k.lang = institution_name_at.lang
                  AND k.validity @> on_date AND k.kind IN ('official', 'former', 'alias')
                  -- a name of unknown years: one of now tells nothing of an earlier day, nor a former one of now
                  AND (k.validity <> '(,)' OR (k.kind = 'former') = (on_date < CURRENT_DATE))
                UNION ALL
                SELECT i.name_en, 'official'::text, '(,)'::daterange, i.shipped, 0, 4, true
                FROM institution i
                WHERE i.institution = institution_name_at.institution AND on_date >= CURRENT_DATE) n) x
    WHERE x.nth = 1 OR NOT x.known
    ORDER BY x.nth;
END;
COMMENT ON FUNCTION institution_name_at(text, text, date) IS
'Name of an institution in a language on a date, and whether that is certain: not if only the end of its use is known. '
'A name of unknown years is that of today and of later days, never of an earlier one; an earlier day has every former '
'name of unknown years, none of them certain. Without a name in the language, today''s is the English one.';

CREATE OR REPLACE FUNCTION institution_name(institution text, lang text DEFAULT 'en', on_date date DEFAULT CURRENT_DATE)
    RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT n.name FROM institution_name_at(institution_name.institution, institution_name.lang, on_date) n
    WHERE n.certain OR n.validity <> '(,)';
END;
COMMENT ON FUNCTION institution_name(text, text, date) IS
'Name of an institution in a language on a date; NULL if the name of that day is not known: see institution_name_at(), '
'which also tells where the beginning of its use is not known.';

CREATE OR REPLACE FUNCTION institution_find(query text, max_rows int DEFAULT 10)
    RETURNS TABLE (institution text, name_en text, state text, city text, matched text, lang text,
                   kind text, score real, certain boolean)
    LANGUAGE sql STABLE PARALLEL SAFE COST 1000 ROWS 10
BEGIN ATOMIC
    WITH found AS (
        SELECT DISTINCT ON (n.institution) n.institution, n.name, n.lang, n.kind, n.score
        -- OFFSET 0: the query is made normal once, not for every name
        FROM (SELECT w.normal, w.host, w.normal !~ ' ' AS one_word
              FROM (SELECT name_normal(query) AS normal,
                           CASE WHEN octet_length(query) <= 4000
                                THEN regexp_replace(regexp_replace(lower(btrim(query)),
                                                                   '^[a-z]+://|[/?#].*$', '', 'g'),
                                                    '^.*@|^www[.]|[.]?(:[0-9]*)?$', '', 'g') END AS host) w
              OFFSET 0) q
        CROSS JOIN LATERAL (
              SELECT k.institution, k.name, k.lang, k.kind,
                     CASE WHEN k.kind = 'domain'
                          THEN CASE WHEN k.name = q.host OR q.host LIKE '%.' || k.name THEN 1
                                    WHEN q.one_word AND split_part(k.name, '.', 1) = q.normal THEN 0.9 END
                          WHEN q.one_word AND socu.name_initials(k.normal, q.normal)
                          THEN 0.9 ELSE name_similarity(q.normal, k.normal, i.place, i.label) END::real AS score
              FROM known_name k JOIN institution i ON i.institution = k.institution
              UNION ALL
              SELECT i.institution, i.name_en, 'en'::text, 'official'::text,
                     CASE WHEN q.one_word AND socu.name_initials(i.normal, q.normal)
                          THEN 0.9 ELSE name_similarity(q.normal, i.normal, i.place, i.label) END::real
              FROM institution i
              UNION ALL
              SELECT i.institution, i.institution, 'mul'::text, 'domain'::text,
                     CASE WHEN i.institution = q.host OR q.host LIKE '%.' || i.institution THEN 1
                          WHEN i.label = q.normal AND i.label <> '' THEN 0.95 END::real
              FROM institution i) n
        WHERE n.score >= 0.4
        ORDER BY n.institution, n.score DESC,
                 array_position(ARRAY['official', 'short', 'alias', 'former', 'as_printed', 'domain'], n.kind),
                 n.name COLLATE "C")
    SELECT x.institution, i.name_en, i.state, i.city, x.name, x.lang, x.kind, x.score,
           x.score >= 0.85 AND NOT EXISTS (SELECT FROM found o
                                           WHERE o.institution <> x.institution AND o.score > x.score - 0.05)
    FROM found x JOIN institution i ON i.institution = x.institution
    ORDER BY x.score DESC, i.institution
    LIMIT max_rows;
END;
COMMENT ON FUNCTION institution_find(text, int) IS
'Institutions whose official, former, short or printed name, initials or web domain is like the query, the best first: '
'any script, case, accents, word order, small misspellings, with or without the city; an address of the web or of mail '
'finds its domain. score is 1 for an equal name; below 0.4, and for a query of more than 4,000 bytes, nothing is '
'shown. certain is false below 0.85, and where another institution answers as well (less than 0.05 below).';

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
