-- registry/names: what institutions, bodies and directions are called, and finding them by any of their names.

CREATE SEQUENCE socu.known_name_seq START 1000000;
CREATE TABLE socu.known_name (
    known_name bigint PRIMARY KEY DEFAULT nextval('socu.known_name_seq'),
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE ON DELETE CASCADE,
    body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE ON DELETE CASCADE,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    lang text COLLATE "C" NOT NULL CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    kind text NOT NULL DEFAULT 'alias' CHECK (kind IN ('official', 'former', 'short', 'alias', 'as_printed', 'domain')),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    normal text COLLATE "C" NOT NULL GENERATED ALWAYS AS (socu.name_normal(name)) STORED,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (num_nonnulls(institution, body, direction) = 1),
    CONSTRAINT known_name_one_official EXCLUDE USING gist (institution WITH =, lang WITH =, (shipped::int) WITH =,
                                                           valid WITH &&) WHERE (kind = 'official')
);
CREATE INDEX ON socu.known_name (normal);
CREATE INDEX ON socu.known_name (institution);
CREATE INDEX ON socu.known_name (body);
CREATE INDEX ON socu.known_name (direction);
COMMENT ON TABLE socu.known_name IS
'Names of institutions, bodies and directions: official ones by language and period, former, short, as printed '
'somewhere, and former web domains.';
COMMENT ON SEQUENCE socu.known_name_seq IS 'Keys of a site''s rows of known_name.';
COMMENT ON COLUMN socu.known_name.known_name IS 'Key: shipped rows below 1 000 000.';
COMMENT ON COLUMN socu.known_name.institution IS 'The institution named, or NULL.';
COMMENT ON COLUMN socu.known_name.body IS 'The body named, or NULL.';
COMMENT ON COLUMN socu.known_name.direction IS 'The direction named, or NULL.';
COMMENT ON COLUMN socu.known_name.name IS 'The name as written.';
COMMENT ON COLUMN socu.known_name.lang IS 'Language of the name, BCP 47; mul for a name of no one language.';
COMMENT ON COLUMN socu.known_name.kind IS
'official (one per language at a time), former, short, alias, as_printed, or domain (a former web domain).';
COMMENT ON COLUMN socu.known_name.valid IS 'When the name was in use; (,) if not known.';
COMMENT ON COLUMN socu.known_name.normal IS 'The form that is searched: name_normal(name).';

CREATE FUNCTION socu.direction_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.direction)
    -- OFFSET 0: the name is made normal once, not for every row
    FROM (SELECT socu.name_normal(direction_by_name.name) AS normal OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT d.direction FROM socu.direction d
          WHERE q.normal IN (d.direction, replace(d.direction, '_', ' '), socu.name_normal(d.name_en),
                             socu.name_normal(d.name_ru), socu.name_normal(d.name_zh))
          UNION
          SELECT k.direction FROM socu.known_name k WHERE k.direction IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION socu.direction_by_name(text) IS
'Key of the direction with this name, alias or key, in any script and case; NULL if there is none or more than one, or '
'for a text of more than 4,000 bytes.';

CREATE FUNCTION socu.institution_name(institution text, lang text DEFAULT 'en', on_date date DEFAULT CURRENT_DATE)
    RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(
        (SELECT k.name FROM socu.known_name k
         WHERE k.institution = institution_name.institution AND k.lang = institution_name.lang AND k.valid @> on_date
           AND k.kind IN ('official', 'former', 'alias')
         -- a name whose years are known goes before one of unknown years
         ORDER BY (upper_inf(k.valid) AND lower_inf(k.valid)),
                  array_position(ARRAY['official', 'former', 'alias'], k.kind), k.shipped, k.known_name LIMIT 1),
        (SELECT i.name_en FROM socu.institution i WHERE i.institution = institution_name.institution));
END;
COMMENT ON FUNCTION socu.institution_name(text, text, date) IS
'Name of an institution in a language on a date: the official one, else one of that time; else its English name.';

-- ---- finding an institution by any of its names ----

CREATE FUNCTION socu.name_similarity(a text, b text) RETURNS real
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5
    AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.name_similarity(text, text) IS
'How alike two normal names are, 0 to 1: the share of the words of the first that stand in the second, misspelled '
'words counted in part, with a small discount for further words. Only the first 32 words within 6,176 bytes are '
'compared.';

CREATE FUNCTION socu.institution_find(query text, max_rows int DEFAULT 10)
    RETURNS TABLE (institution text, name_en text, state text, city text, matched text, lang text,
                   kind text, score real)
    LANGUAGE sql STABLE PARALLEL SAFE COST 1000 ROWS 10
BEGIN ATOMIC
    SELECT x.institution, i.name_en, i.state, i.city, x.name, x.lang, x.kind, x.score
    FROM (SELECT DISTINCT ON (n.institution) n.institution, n.name, n.lang, n.kind, n.score
          -- OFFSET 0: the query is made normal once, not for every name
          FROM (SELECT socu.name_normal(query) AS normal,
                       CASE WHEN octet_length(query) <= 4000
                            THEN lower(regexp_replace(btrim(query), '^(https?://)?(www[.])?|/.*$', '',
                                                      'gi')) END AS domain OFFSET 0) q
          CROSS JOIN LATERAL (
                SELECT k.institution, k.name, k.lang, k.kind, socu.name_similarity(q.normal, k.normal) AS score
                FROM socu.known_name k WHERE k.institution IS NOT NULL
                UNION ALL
                SELECT i.institution, i.name_en, 'en', 'official', socu.name_similarity(q.normal, i.normal)
                FROM socu.institution i
                UNION ALL
                SELECT i.institution, i.institution, 'mul', 'domain', 1
                FROM socu.institution i WHERE i.institution = q.domain) n
          WHERE n.score >= 0.4
          ORDER BY n.institution, n.score DESC,
                   array_position(ARRAY['official', 'short', 'alias', 'former', 'as_printed', 'domain'], n.kind),
                   n.name COLLATE "C") x
    JOIN socu.institution i ON i.institution = x.institution
    ORDER BY x.score DESC, i.institution
    LIMIT max_rows;
END;
COMMENT ON FUNCTION socu.institution_find(text, int) IS
'Institutions whose official, former, short or printed name, or web domain, is like the query, the best first: any '
'script, case, accents, word order, small misspellings. score is 1 for an equal name; below 0.4, and for a query of '
'more than 4,000 bytes, nothing is shown.';

CREATE FUNCTION socu.body_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.body)
    FROM (SELECT socu.name_normal(body_by_name.name) AS normal,
                 CASE WHEN octet_length(body_by_name.name) <= 4000
                          THEN lower(body_by_name.name) END AS domain OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT b.body FROM socu.body b WHERE q.normal IN (b.body, socu.name_normal(b.name_en)) OR b.domain = q.domain
          UNION
          SELECT k.body FROM socu.known_name k WHERE k.body IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION socu.body_by_name(text) IS
'Key of the body with this name, alias, key or domain; NULL if there is none or more than one, or for a text of more '
'than 4,000 bytes.';
