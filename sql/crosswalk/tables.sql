-- crosswalk/tables: classifiers, ISCED-F, and what a programme code of one classifier is in another.
--
-- A row of a crosswalk speaks for its code and everything below it.  The longest matching part wins; for one and the
-- same code a site's row outranks a shipped one.

CREATE FUNCTION @extschema@.classifier_label(label text) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.classifier_label(text) IS
'The label of a classifier as programme codes print it, from any letter case. Error: 22023 for a label that no '
'classifier has.';

CREATE TABLE socu.classifier (
    label text COLLATE "C" NOT NULL,
    number int4,
    state text COLLATE "C" CHECK (state ~ '^[A-Z]{2}$'),
    name text NOT NULL,
    name_local text,
    edition text,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    authority text,
    parts text[],
    example text,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (label, shipped)
);
COMMENT ON TABLE socu.classifier IS
'Classifiers of programmes and fields of study: what the labels of programme codes stand for.';
COMMENT ON COLUMN socu.classifier.label IS 'Label before the colon of a programme code.';
COMMENT ON COLUMN socu.classifier.number IS
'Number of the classifier, in the high bits of its codes; NULL: none is kept for it.';
COMMENT ON COLUMN socu.classifier.state IS 'ISO 3166-1 alpha-2; NULL for an international classifier.';
COMMENT ON COLUMN socu.classifier.name IS 'Name in English.';
COMMENT ON COLUMN socu.classifier.name_local IS 'Name in the language of the state.';
COMMENT ON COLUMN socu.classifier.edition IS 'Year by which the edition is known, where the label has one.';
COMMENT ON COLUMN socu.classifier.validity IS
'When it was in force for new students, [from, to); older cohorts keep their codes. A year alone is taken whole, an '
'unknown end is open.';
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
COMMENT ON TABLE socu.classifier_level IS
'Which part of a code tells the level of education, and which level of ISCED 2011 it means.';
COMMENT ON COLUMN socu.classifier_level.classifier IS 'Label of the classifier.';
COMMENT ON COLUMN socu.classifier_level.marker IS
'The part that tells the level; empty: every code of the classifier has this level, or none tells it.';
COMMENT ON COLUMN socu.classifier_level.position IS 'Where the marker stands in a code.';
COMMENT ON COLUMN socu.classifier_level.name IS 'Name of the level.';
COMMENT ON COLUMN socu.classifier_level.isced_levels IS
'ISCED 2011 levels (0 to 8) it can mean; NULL: no level of ISCED.';
COMMENT ON COLUMN socu.classifier_level.eqf_levels IS
'Levels (1 to 8) of the European Qualifications Framework; NULL: none or unknown.';

CREATE TABLE socu.isced_f (
    code @extschema@.program_code NOT NULL
        CHECK (@extschema@.classifier(code) OPERATOR(pg_catalog.=) @extschema@.classifier_label('ISCEDF')),
    parent @extschema@.program_code CHECK (code OPERATOR(@extschema@.<@) parent
        AND code OPERATOR(@extschema@.<>) parent),
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
'Fields of education and training of ISCED-F 2013: 11 broad, 29 narrow and 80 detailed fields (kind core), with the '
'rows for what is not further defined, not elsewhere classified, inter-disciplinary or unknown.';
COMMENT ON COLUMN socu.isced_f.code IS 'ISCEDF: and 2 digits (broad), 3 (narrow) or 4 (detailed).';
COMMENT ON COLUMN socu.isced_f.parent IS 'The wider field; NULL for a broad one.';
COMMENT ON COLUMN socu.isced_f.kind IS
'core; nfd (not further defined); nec (not elsewhere classified); inter-disciplinary; extension (occurs in European '
'data, not in the list of UNESCO: isced_f() gives its parent); unknown (missing value).';
COMMENT ON COLUMN socu.isced_f.name_en IS 'Name in English.';
COMMENT ON COLUMN socu.isced_f.name_ru IS 'Name in Russian: a working translation, not the official Russian edition.';

CREATE TABLE socu.program_crosswalk (
    code @extschema@.program_code NOT NULL,
    to_code @extschema@.program_code NOT NULL
        CHECK (@extschema@.classifier(code) OPERATOR(pg_catalog.<>) @extschema@.classifier(to_code)),
    relation text NOT NULL CHECK (relation IN ('exact', 'narrower', 'broader', 'related')),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    name text,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT program_crosswalk_overlap
        EXCLUDE USING gist ((code::text) WITH =, (to_code::text) WITH =, (shipped::int) WITH =, validity WITH &&)
);
CREATE INDEX program_crosswalk_code ON socu.program_crosswalk (code);
CREATE INDEX program_crosswalk_to_code ON socu.program_crosswalk (to_code);
COMMENT ON TABLE socu.program_crosswalk IS
'What a programme code and everything below it is in another classifier. The longest matching code wins; for the same '
'code and target classifier a site''s rows outrank the shipped ones on the days they cover. Overlapping periods of one '
'pair are refused (23P01).';
COMMENT ON COLUMN socu.program_crosswalk.code IS 'Code, or beginning of codes, that the row is about.';
COMMENT ON COLUMN socu.program_crosswalk.to_code IS 'Code of another classifier.';
COMMENT ON COLUMN socu.program_crosswalk.relation IS
'What code is to to_code: exact, narrower (covers less), broader (covers more) or related (they overlap).';
COMMENT ON COLUMN socu.program_crosswalk.validity IS 'When the row holds, [from, to).';
COMMENT ON COLUMN socu.program_crosswalk.name IS 'Name of what code stands for.';

CREATE TABLE socu.direction_program (
    code @extschema@.program_code NOT NULL,
    direction text COLLATE "C" NOT NULL CHECK (direction ~ '^[a-z][a-z0-9_]*$'),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT direction_program_overlap
        EXCLUDE USING gist ((code::text) WITH =, (shipped::int) WITH =, validity WITH &&)
);
CREATE INDEX direction_program_direction ON socu.direction_program (direction);
COMMENT ON TABLE socu.direction_program IS
'Programme codes of the directions of study: a row is about its code and everything below it, and about every code '
'that isced_f() places inside it by a row of relation exact or narrower. A site''s row outranks a shipped one for the '
'same code on the days it covers. One direction for a code at a time (23P01).';
COMMENT ON COLUMN socu.direction_program.code IS 'Code, beginning of codes, or field of ISCED-F.';
COMMENT ON COLUMN socu.direction_program.direction IS 'Key of the direction, snake_case.';
COMMENT ON COLUMN socu.direction_program.validity IS 'When programmes of the code belong to the direction, [from, to).';

CREATE TABLE socu.program_title (
    code @extschema@.program_code NOT NULL,
    lang text COLLATE "C" NOT NULL DEFAULT 'en' CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CONSTRAINT program_title_overlap
        EXCLUDE USING gist ((code::text) WITH =, lang WITH =, (shipped::int) WITH =, validity WITH &&)
);
CREATE INDEX program_title_code_lang ON socu.program_title (code, lang);
COMMENT ON TABLE socu.program_title IS
'Titles of programmes by language. Shipped rows are examples of every classifier; a site loads its national lists with '
'COPY. A site''s row outranks a shipped one for the same code and language on the days it covers. Overlapping periods '
'are refused (23P01).';
COMMENT ON COLUMN socu.program_title.code IS 'The code.';
COMMENT ON COLUMN socu.program_title.lang IS 'Language of the title: ISO 639, as in BCP 47 (en, ru, zh, kk).';
COMMENT ON COLUMN socu.program_title.title IS 'Title of the programme.';
COMMENT ON COLUMN socu.program_title.validity IS 'Edition of the list in which the code has this title, [from, to).';

-- isced_f() and direction() hold these tables in memory.
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.isced_f
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.program_crosswalk
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.direction_program
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
