-- crosswalk: classifiers, ISCED-F, and what a programme code of one classifier is in another.
--
-- A row of a crosswalk speaks for its code and everything below it.  The longest matching part wins; for one and the same code a site's
-- row outranks a shipped one.

CREATE FUNCTION socu.classifier_label(label text) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.classifier_label(text) IS 'The label of a classifier as programme codes print it, from any letter case. Error: 22023 for a label that no classifier has.';

CREATE TABLE socu.classifier (
    label text COLLATE "C" NOT NULL,
    number int4,
    state text COLLATE "C" CHECK (state ~ '^[A-Z]{2}$'),
    name text NOT NULL,
    name_local text,
    edition text,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    authority text,
    parts text[],
    example text,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (label, shipped)
);
COMMENT ON TABLE socu.classifier IS 'Classifiers of programmes and fields of study: what the labels of programme codes stand for.';
COMMENT ON COLUMN socu.classifier.label IS 'Label before the colon of a programme code.';
COMMENT ON COLUMN socu.classifier.number IS 'Number of the classifier, in the high bits of its codes; NULL: none is kept for it.';
COMMENT ON COLUMN socu.classifier.state IS 'ISO 3166-1 alpha-2; NULL for an international classifier.';
COMMENT ON COLUMN socu.classifier.name IS 'Name in English.';
COMMENT ON COLUMN socu.classifier.name_local IS 'Name in the language of the state.';
COMMENT ON COLUMN socu.classifier.edition IS 'Year by which the edition is known, where the label has one.';
COMMENT ON COLUMN socu.classifier.valid IS 'When it was in force for new students, [from, to); older cohorts keep their codes. A year alone is taken whole, an unknown end is open.';
COMMENT ON COLUMN socu.classifier.authority IS 'Legal act or body behind it.';
COMMENT ON COLUMN socu.classifier.parts IS 'Names of the parts of a code, widest first.';
COMMENT ON COLUMN socu.classifier.example IS 'A canonical code, without the label.';

CREATE TABLE socu.classifier_level (
    classifier text COLLATE "C" NOT NULL,
    marker text COLLATE "C" NOT NULL,
    position text,
    name text NOT NULL,
    isced_levels int2[] CHECK (0 <= ALL (isced_levels) AND 8 >= ALL (isced_levels)),
    eqf_levels int2[] CHECK (1 <= ALL (eqf_levels) AND 8 >= ALL (eqf_levels)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (classifier, marker, shipped)
);
COMMENT ON TABLE socu.classifier_level IS 'Which part of a code tells the level of education, and which level of ISCED 2011 it means.';
COMMENT ON COLUMN socu.classifier_level.classifier IS 'Label of the classifier.';
COMMENT ON COLUMN socu.classifier_level.marker IS 'The part that tells the level; empty: every code of the classifier has this level, or none tells it.';
COMMENT ON COLUMN socu.classifier_level.position IS 'Where the marker stands in a code.';
COMMENT ON COLUMN socu.classifier_level.name IS 'Name of the level.';
COMMENT ON COLUMN socu.classifier_level.isced_levels IS 'ISCED 2011 levels (0 to 8) it can mean; NULL: no level of ISCED.';
COMMENT ON COLUMN socu.classifier_level.eqf_levels IS 'Levels (1 to 8) of the European Qualifications Framework; NULL: none or unknown.';

CREATE TABLE socu.isced_f (
    code socu.program_code NOT NULL CHECK (socu.classifier(code) OPERATOR(pg_catalog.=) socu.classifier_label('ISCEDF')),
    parent socu.program_code CHECK (code OPERATOR(socu.<@) parent AND code OPERATOR(socu.<>) parent),
    kind text NOT NULL CHECK (kind IN ('core', 'nfd', 'nec', 'inter-disciplinary', 'extension', 'unknown')),
    name_en text NOT NULL,
    name_ru text,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (code, shipped)
);
COMMENT ON TABLE socu.isced_f IS
'Fields of education and training of ISCED-F 2013: 11 broad, 29 narrow and 80 detailed fields (kind core), with the rows for what is not further defined, not elsewhere classified, inter-disciplinary or unknown.';
COMMENT ON COLUMN socu.isced_f.code IS 'ISCEDF: and 2 digits (broad), 3 (narrow) or 4 (detailed).';
COMMENT ON COLUMN socu.isced_f.parent IS 'The wider field; NULL for a broad one.';
COMMENT ON COLUMN socu.isced_f.kind IS
'core; nfd (not further defined); nec (not elsewhere classified); inter-disciplinary; extension (occurs in European data, not in the list of UNESCO: isced_f() gives its parent); unknown (missing value).';
COMMENT ON COLUMN socu.isced_f.name_en IS 'Name in English.';
COMMENT ON COLUMN socu.isced_f.name_ru IS 'Name in Russian: a working translation, not the official Russian edition.';

CREATE TABLE socu.program_crosswalk (
    code socu.program_code NOT NULL,
    to_code socu.program_code NOT NULL CHECK (socu.classifier(code) OPERATOR(pg_catalog.<>) socu.classifier(to_code)),
    relation text NOT NULL CHECK (relation IN ('exact', 'narrower', 'broader', 'related')),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    name text,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT program_crosswalk_overlap
        EXCLUDE USING gist ((code::text) WITH =, (to_code::text) WITH =, (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX program_crosswalk_code ON socu.program_crosswalk (code);
CREATE INDEX program_crosswalk_to_code ON socu.program_crosswalk (to_code);
COMMENT ON TABLE socu.program_crosswalk IS
'What a programme code and everything below it is in another classifier. The longest matching code wins; for the same code and target classifier a site''s rows outrank the shipped ones on the days they cover. Overlapping periods of one pair are refused (23P01).';
COMMENT ON COLUMN socu.program_crosswalk.code IS 'Code, or beginning of codes, that the row is about.';
COMMENT ON COLUMN socu.program_crosswalk.to_code IS 'Code of another classifier.';
COMMENT ON COLUMN socu.program_crosswalk.relation IS
'What code is to to_code: exact, narrower (covers less), broader (covers more) or related (they overlap).';
COMMENT ON COLUMN socu.program_crosswalk.valid IS 'When the row holds, [from, to).';
COMMENT ON COLUMN socu.program_crosswalk.name IS 'Name of what code stands for.';

CREATE TABLE socu.direction_program (
    code socu.program_code NOT NULL,
    direction text COLLATE "C" NOT NULL CHECK (direction ~ '^[a-z][a-z0-9_]*$'),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT direction_program_overlap EXCLUDE USING gist ((code::text) WITH =, (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX direction_program_direction ON socu.direction_program (direction);
COMMENT ON TABLE socu.direction_program IS
'Programme codes of the directions of study: a row is about its code and everything below it, and about every code that isced_f() places inside it by a row of relation exact or narrower. A site''s row outranks a shipped one for the same code on the days it covers. One direction for a code at a time (23P01).';
COMMENT ON COLUMN socu.direction_program.code IS 'Code, beginning of codes, or field of ISCED-F.';
COMMENT ON COLUMN socu.direction_program.direction IS 'Key of the direction, snake_case.';
COMMENT ON COLUMN socu.direction_program.valid IS 'When programmes of the code belong to the direction, [from, to).';

CREATE TABLE socu.program (
    code socu.program_code NOT NULL,
    lang text COLLATE "C" NOT NULL DEFAULT 'en' CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT program_overlap EXCLUDE USING gist ((code::text) WITH =, lang WITH =, (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX program_code_lang ON socu.program (code, lang);
COMMENT ON TABLE socu.program IS
'Titles of programmes by language. Shipped rows are examples of every classifier; a site loads its national lists with COPY. A site''s row outranks a shipped one for the same code and language on the days it covers. Overlapping periods are refused (23P01).';
COMMENT ON COLUMN socu.program.code IS 'The code.';
COMMENT ON COLUMN socu.program.lang IS 'Language of the title: ISO 639, as in BCP 47 (en, ru, zh, kk).';
COMMENT ON COLUMN socu.program.title IS 'Title of the programme.';
COMMENT ON COLUMN socu.program.valid IS 'Edition of the list in which the code has this title, [from, to).';

DO $$
DECLARE
    t text;
    c record;
BEGIN
    FOREACH t IN ARRAY ARRAY['classifier', 'classifier_level', 'isced_f', 'program_crosswalk', 'direction_program', 'program'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.%I
                                   FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', t);
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.%I
                                   FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard()', t);
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), 'WHERE NOT shipped');
        EXECUTE pg_catalog.format('GRANT SELECT ON socu.%I TO PUBLIC', t);
        FOR c IN SELECT * FROM (VALUES
            ('shipped', 'True for a row that comes with the extension: it is not dumped and cannot be changed.'),
            ('source', 'Where the fact stands.'),
            ('confidence', 'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).'),
            ('note', 'A remark for the reader.')) AS v (name, words) LOOP
            EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.%I IS %L', t, c.name, c.words);
        END LOOP;
    END LOOP;
    -- the tables that isced_f() and direction() hold in memory
    FOREACH t IN ARRAY ARRAY['isced_f', 'program_crosswalk', 'direction_program'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.%I
                                   FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed()', t);
        EXECUTE pg_catalog.format('ALTER TABLE socu.%I ENABLE ALWAYS TRIGGER rules_changed', t);
    END LOOP;
END
$$;

-- ---- one code, one answer: from rows held in memory ----

CREATE FUNCTION socu.isced_f(code socu.program_code, on_date date DEFAULT CURRENT_DATE) RETURNS socu.program_code
    LANGUAGE c STABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.isced_f(socu.program_code, date) IS
'The field of ISCED-F 2013 of a code, by the rows of program_crosswalk and isced_f that hold on a day: the longest matching code, a site''s rows before shipped ones, the best relation; where equally good rows remain, what their fields have in common. NULL: unknown. Sources: see the rows, or crosswalk().';

CREATE FUNCTION socu.direction(code socu.program_code, on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE c STABLE STRICT PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.direction(socu.program_code, date) IS
'The direction of study that a code belongs to on a day, by the rows of direction_program: the longest matching code, a site''s row before a shipped one; without such a row, by the field that isced_f() gives, if the code lies wholly inside it (relation exact or narrower). NULL: none.';

-- ---- all answers, with their sources ----

CREATE FUNCTION socu.relation_chain(VARIADIC relations text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN relations OPERATOR(pg_catalog.<@) '{exact}'::text[] THEN 'exact'
        WHEN relations OPERATOR(pg_catalog.<@) '{exact,narrower}'::text[] THEN 'narrower'
        WHEN relations OPERATOR(pg_catalog.<@) '{exact,broader}'::text[] THEN 'broader'
        ELSE 'related' END;
END;
COMMENT ON FUNCTION socu.relation_chain(text[]) IS
'What remains of relations one after another: exact adds nothing, narrower steps stay narrower, broader steps broader, everything else is related.';

CREATE FUNCTION socu.relation_inverse(relation text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN relation OPERATOR(pg_catalog.=) 'narrower' THEN 'broader'
        WHEN relation OPERATOR(pg_catalog.=) 'broader' THEN 'narrower'
        ELSE relation END;
END;
COMMENT ON FUNCTION socu.relation_inverse(text) IS 'A relation read from the other side: narrower and broader change places.';

CREATE FUNCTION socu.confidence_chain(VARIADIC confidences text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN confidences OPERATOR(pg_catalog.<@) '{found}'::text[] THEN 'found'
        WHEN confidences OPERATOR(pg_catalog.<@) '{found,known}'::text[] THEN 'known'
        ELSE 'uncertain' END;
END;
COMMENT ON FUNCTION socu.confidence_chain(text[]) IS 'The confidence of a statement made of several: that of the weakest.';

-- The rows of a code are fetched by the code first (MATERIALIZED): without statistics the planner would take every row of the day.
CREATE FUNCTION socu.crosswalk_forward(from_code socu.program_code, to_classifier text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code socu.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 2 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    label CONSTANT text := socu.classifier_label(to_classifier);
BEGIN
    RETURN QUERY
    WITH matching AS MATERIALIZED (
        SELECT c.* FROM socu.program_crosswalk c
        WHERE c.code OPERATOR(socu.=) ANY (array_append(socu.ancestors(from_code), from_code))
    ), best AS (
        SELECT m.*, rank() OVER (ORDER BY socu.depth(m.code) DESC, m.shipped) AS place
        FROM matching m WHERE m.valid @> on_date AND socu.classifier(m.to_code) = label
    )
    SELECT b.to_code, socu.relation_chain(CASE WHEN b.code OPERATOR(socu.=) from_code THEN 'exact' ELSE 'narrower' END, b.relation),
           b.source, b.confidence
    FROM best b WHERE b.place = 1;
END
$$;
COMMENT ON FUNCTION socu.crosswalk_forward(socu.program_code, text, date) IS
'The rows of program_crosswalk that speak for a code: those of the longest matching code, a site''s before shipped ones. The relation is narrower where the row is about a wider code. Error: 22023 for an unknown classifier.';

CREATE FUNCTION socu.crosswalk_backward(from_code socu.program_code, to_classifier text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code socu.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 4 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    label CONSTANT text := socu.classifier_label(to_classifier);
    own CONSTANT text := socu.classifier(from_code);
BEGIN
    RETURN QUERY
    WITH leading_here AS MATERIALIZED (
        SELECT c.*, CASE WHEN c.to_code OPERATOR(socu.=) from_code THEN 'exact' ELSE 'narrower' END AS step
        FROM socu.program_crosswalk c
        WHERE c.to_code OPERATOR(socu.=) ANY (array_append(socu.ancestors(from_code), from_code))
        UNION ALL
        SELECT c.*, 'broader' FROM socu.program_crosswalk c
        WHERE c.to_code OPERATOR(socu.<@) from_code AND c.to_code OPERATOR(socu.<>) from_code
    ), best AS (
        -- rows about the very code, else about the nearest wider one, else about parts of it
        SELECT l.*, rank() OVER (ORDER BY CASE WHEN l.step = 'exact' THEN 0 WHEN l.step = 'narrower' THEN 1 ELSE 2 END,
                                          CASE WHEN l.step = 'narrower' THEN socu.depth(l.to_code) ELSE 0 END DESC) AS place
        FROM leading_here l
        WHERE l.valid @> on_date AND socu.classifier(l.code) = label
          AND NOT (l.shipped AND EXISTS (
              SELECT FROM socu.program_crosswalk o
              WHERE o.code OPERATOR(socu.=) l.code AND NOT o.shipped AND o.valid @> on_date AND socu.classifier(o.to_code) = own))
    )
    SELECT b.code, socu.relation_chain(b.step, socu.relation_inverse(b.relation)), b.source, b.confidence
    FROM best b WHERE b.place = 1;
END
$$;
COMMENT ON FUNCTION socu.crosswalk_backward(socu.program_code, text, date) IS
'The rows of program_crosswalk that lead from another classifier to a code, read backwards: rows about the very code, else about the nearest wider one, else about parts of it. Error: 22023 for an unknown classifier.';

CREATE FUNCTION socu.crosswalk(from_code socu.program_code, to_classifier text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code socu.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 4 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF socu.classifier_label(to_classifier) = socu.classifier(from_code) THEN
        RETURN QUERY SELECT from_code, 'exact', 'the same code', 'found';
        RETURN;
    END IF;

    RETURN QUERY
    SELECT f.* FROM socu.crosswalk_forward(from_code, to_classifier, on_date) f
    ORDER BY array_position('{exact,narrower,broader,related}', f.relation), f.code;
    IF FOUND THEN
        RETURN;
    END IF;

    RETURN QUERY
    SELECT b.* FROM socu.crosswalk_backward(from_code, to_classifier, on_date) b
    ORDER BY array_position('{exact,narrower,broader,related}', b.relation), b.code;
    IF FOUND THEN
        RETURN;
    END IF;

    RETURN QUERY
    WITH chain AS (
        SELECT DISTINCT ON (c.code) c.*
        FROM (SELECT b.code, socu.relation_chain(f.relation, b.relation) AS relation, concat(f.source, ' | ', b.source) AS source,
                     socu.confidence_chain(f.confidence, b.confidence) AS confidence
              FROM socu.crosswalk_forward(from_code, 'ISCEDF', on_date) f,
                   socu.crosswalk_backward(f.code, to_classifier, on_date) b
              -- ISCED-F has no levels: a master's code is no bachelor's code
              WHERE coalesce(socu.level(b.code) = socu.level(from_code), true)) c
        ORDER BY c.code, array_position('{exact,narrower,broader,related}', c.relation), c.source
    )
    SELECT c.* FROM chain c ORDER BY array_position('{exact,narrower,broader,related}', c.relation), c.code;
END
$$;
COMMENT ON FUNCTION socu.crosswalk(socu.program_code, text, date) IS
'What a code is in another classifier on a day, with relation, source and confidence: by rows about the code (the longest matching one), else by rows that lead to it, else through ISCED-F (sources joined by " | ", relation and confidence composed by relation_chain and confidence_chain, other levels of education left out). A code of that classifier is itself. No row: unknown. Error: 22023 for an unknown classifier.';

CREATE FUNCTION socu.program_title(code socu.program_code, lang text DEFAULT 'en', on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH titles AS MATERIALIZED (
        SELECT p.title, p.valid, p.shipped FROM socu.program p
        WHERE p.code OPERATOR(socu.=) program_title.code AND p.lang OPERATOR(pg_catalog.=) program_title.lang
    )
    SELECT t.title FROM titles t WHERE t.valid OPERATOR(pg_catalog.@>) on_date ORDER BY t.shipped LIMIT 1;
END;
COMMENT ON FUNCTION socu.program_title(socu.program_code, text, date) IS
'The title of exactly this code in a language on a day, by the rows of program: a site''s before a shipped one. NULL: unknown.';
