-- registry: the network's books.
--
-- A key has the same name in every table that uses it: state (ISO 3166-1 alpha-2), institution (internet domain), body, direction, agreement,
-- event, programme, project, output.  A validity is a daterange [from, to).  A date known only in part is written in the extended date-time
-- format (EDTF, ISO 8601-2): 2024-04 is "some day of April 2024", XXXX-04-10/XXXX-04-12 is "10 to 12 April of an unknown year".

-- ===== dates of limited precision =====

CREATE FUNCTION socu.edtf_range(edtf text) RETURNS daterange
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    side text;
    m text[];
    y int;
    mo int;
    span daterange;
    ends date[] := '{}';      -- of each side: the first day it may be, and the day after the last
    -- no date or interval is longer than 50 characters
    sides text[] := CASE WHEN octet_length(edtf) <= 50 THEN string_to_array(edtf, '/') END;
BEGIN
    IF sides IS NULL OR cardinality(sides) NOT IN (1, 2) THEN
        RAISE EXCEPTION USING ERRCODE = '22007', MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
            HINT = 'Write 2024-04-15, 2024-04, 2024-40 (first half year), 2024, XXXX-04-10, or two of them with a slash between; .. is an open side.';
    END IF;
    FOREACH side IN ARRAY sides LOOP
        IF side IN ('..', '') AND cardinality(sides) = 2 THEN
            ends := ends || ARRAY[NULL, NULL]::date[];
            CONTINUE;
        END IF;
        m := regexp_match(side, '^([0-9]{4}|XXXX)(?:-([0-9][0-9])(?:-([0-9][0-9]))?)?[?~%]?$');
        IF m IS NULL OR m[1] = '0000' OR m[1] = 'XXXX' AND m[3] IS NULL OR m[2]::int BETWEEN 13 AND 32 OR m[2]::int NOT BETWEEN 1 AND 41
           OR m[2]::int BETWEEN 37 AND 39 OR m[2]::int > 12 AND m[3] IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = '22007', MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
                DETAIL = format('The part "%s" is not a year, a month, a quarter (33 to 36), a half year (40, 41) or a day.', left(side, 60)),
                HINT = 'Write 2024-04-15, 2024-04, 2024-40 (first half year), 2024, XXXX-04-10, or two of them with a slash between; .. is an open side.';
        END IF;
        IF m[1] = 'XXXX' THEN
            PERFORM make_date(2000, m[2]::int, m[3]::int);       -- a leap year: 29 February may be
            RETURN NULL;                                          -- the year is not known: no range of days
        END IF;
        y := m[1]::int;
        mo := m[2]::int;
        span := CASE
            WHEN m[3] IS NOT NULL THEN daterange(make_date(y, mo, m[3]::int), make_date(y, mo, m[3]::int) + 1)
            WHEN mo IS NULL THEN daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1))
            WHEN mo <= 12 THEN daterange(make_date(y, mo, 1), (make_date(y, mo, 1) + interval '1 month')::date)
            WHEN mo <= 36 THEN daterange(make_date(y, 3 * (mo - 33) + 1, 1), (make_date(y, 3 * (mo - 33) + 1, 1) + interval '3 months')::date)
            ELSE daterange(make_date(y, 6 * (mo - 40) + 1, 1), (make_date(y, 6 * (mo - 40) + 1, 1) + interval '6 months')::date)
        END;
        ends := ends || ARRAY[lower(span), upper(span)];
    END LOOP;
    IF cardinality(sides) = 2 AND ends[1] > ends[3] THEN
        RAISE EXCEPTION USING ERRCODE = '22007', MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
            DETAIL = 'The end lies before the start.', HINT = 'Write the earlier date first.';
    END IF;
    RETURN daterange(ends[1], ends[2 * cardinality(sides)]);
END
$$;
COMMENT ON FUNCTION socu.edtf_range(text) IS
'All days that a date of limited precision (EDTF: 2024-04, 2024-40 = first half year, 2024-04-10/2024-04-12, 2024/..) may mean, as [from, to); NULL if its year is unknown (XXXX-04-10). Error: 22007, 22008.';

CREATE FUNCTION socu.edtf_valid(edtf text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT socu.edtf_range(edtf) IS NOT NULL OR edtf LIKE 'XXXX%';
END;
COMMENT ON FUNCTION socu.edtf_valid(text) IS 'True for a well-formed date of limited precision; else error 22007 or 22008.';

CREATE DOMAIN socu.edtf AS text COLLATE "C" CHECK (socu.edtf_valid(VALUE));
COMMENT ON DOMAIN socu.edtf IS
'A date, or an interval of dates, of limited precision in the extended date-time format (ISO 8601-2): 2024, 2024-04, 2024-04-15, 2024-40 (first half year), 2024-33 (first quarter), XXXX-04-10 (year unknown), a trailing ? or ~ for uncertain or approximate.';

CREATE FUNCTION socu.edtf_precision(edtf text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN octet_length(edtf) > 50 AND socu.edtf_valid(edtf) THEN NULL -- edtf_valid says why not
                WHEN edtf LIKE 'XXXX%' THEN 'day of an unknown year'
                WHEN edtf ~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN 'day'
                WHEN edtf ~ '[0-9]{4}-3[3-6]' THEN 'quarter'
                WHEN edtf ~ '[0-9]{4}-4[01]' THEN 'half year'
                WHEN edtf ~ '[0-9]{4}-[0-9]{2}' THEN 'month'
                ELSE 'year' END;
END;
COMMENT ON FUNCTION socu.edtf_precision(text) IS
'How exact a date of limited precision is: day, month, quarter, half year, year, or day of an unknown year. Error: 22007 (longer than 50 characters).';

CREATE FUNCTION socu.edtf_days(edtf text) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN octet_length(edtf) > 50 AND socu.edtf_valid(edtf) THEN NULL -- edtf_valid says why not
        WHEN edtf ~ '^XXXX-[0-9]{2}-[0-9]{2}[?~%]?$' THEN 1
        -- without the year the length is known unless a 29 February may lie between
        WHEN edtf ~ '^XXXX-[0-9]{2}-[0-9]{2}[?~%]?/XXXX-[0-9]{2}-[0-9]{2}[?~%]?$'
             AND substr(edtf, 6, 5) <= substr(split_part(edtf, '/', 2), 6, 5)
             AND NOT (substr(edtf, 6, 5) <= '02-29' AND substr(split_part(edtf, '/', 2), 6, 5) >= '02-29')
            THEN make_date(2001, substr(split_part(edtf, '/', 2), 6, 2)::int, substr(split_part(edtf, '/', 2), 9, 2)::int)
                 - make_date(2001, substr(edtf, 6, 2)::int, substr(edtf, 9, 2)::int) + 1
        WHEN edtf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?(/[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?)?$' THEN upper(socu.edtf_range(edtf)) - lower(socu.edtf_range(edtf))
    END;
END;
COMMENT ON FUNCTION socu.edtf_days(text) IS
'Number of days, both ends counted, where both ends are given to the day (the year may be unknown); else NULL. Error: 22007 (longer than 50 characters).';

-- ===== sources =====

CREATE TABLE socu.source_document (
    source_document text COLLATE "C" PRIMARY KEY CHECK (source_document ~ '^[a-z0-9][a-z0-9_.-]*$'),
    title text NOT NULL,
    kind text NOT NULL DEFAULT 'page' CHECK (kind IN ('page', 'news', 'charter', 'agreement', 'report', 'register', 'letter', 'statistics', 'other')),
    publisher text,
    url text,
    lang text COLLATE "C" CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    published socu.edtf,
    retrieved date,
    content_date socu.edtf,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.source_document IS 'Documents that records are taken from. The shipped row "site" stands for the site''s own files.';
COMMENT ON COLUMN socu.source_document.source_document IS 'Key: lower-case short name.';
COMMENT ON COLUMN socu.source_document.kind IS 'page, news, charter, agreement, report, register, letter, statistics or other.';
COMMENT ON COLUMN socu.source_document.lang IS 'Language of the document, BCP 47.';
COMMENT ON COLUMN socu.source_document.published IS 'When it was published; not the date of the facts in it.';
COMMENT ON COLUMN socu.source_document.retrieved IS 'When it was read.';
COMMENT ON COLUMN socu.source_document.content_date IS 'The time its content speaks of; each fact keeps a date of its own.';

-- ===== states =====

CREATE TABLE socu.state (
    state text COLLATE "C" PRIMARY KEY CHECK (state ~ '^[A-Z]{2}$'),
    iso3 text COLLATE "C" UNIQUE CHECK (iso3 ~ '^[A-Z]{3}$'),
    iso_numeric text COLLATE "C" UNIQUE CHECK (iso_numeric ~ '^[0-9]{3}$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.state IS 'States by ISO 3166-1, whatever their status in the organisation.';
COMMENT ON COLUMN socu.state.state IS 'Key: ISO 3166-1 alpha-2.';
COMMENT ON COLUMN socu.state.iso3 IS 'ISO 3166-1 alpha-3.';
COMMENT ON COLUMN socu.state.iso_numeric IS 'ISO 3166-1 numeric, three digits (as UNESCO and UN M49 use it).';

CREATE TABLE socu.state_status (
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    status text NOT NULL CHECK (status IN ('member', 'observer', 'dialogue_partner', 'partner', 'applicant', 'guest', 'none')),
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (state, valid, shipped),
    EXCLUDE USING gist (state WITH =, (shipped::int) WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.state_status IS
'Status of a state in the Shanghai Cooperation Organisation by period. On 2025-09-01 observers and dialogue partners became partners. A site''s row outranks a shipped one on the days it covers.';
COMMENT ON COLUMN socu.state_status.state IS 'The state.';
COMMENT ON COLUMN socu.state_status.status IS 'member, observer (to 2025-08-31), dialogue_partner (to 2025-08-31), partner (from 2025-09-01), applicant, guest or none.';

-- ===== bodies: everything that acts and is neither a state nor an institution =====

CREATE TABLE socu.body (
    body text COLLATE "C" PRIMARY KEY CHECK (body ~ '^[a-z][a-z0-9_]*$'),
    kind text NOT NULL CHECK (kind IN ('organisation', 'network', 'association', 'alliance', 'programme', 'ministry', 'authority', 'working_group',
                                       'rectorate', 'training_centre', 'company', 'state_group', 'other')),
    name_en text NOT NULL,
    parent text COLLATE "C" REFERENCES socu.body,
    state text COLLATE "C" REFERENCES socu.state,
    field text,
    domain text COLLATE "C" CHECK (domain ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$'),
    founded socu.edtf,
    dissolved socu.edtf,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE UNIQUE INDEX ON socu.body (domain);
CREATE INDEX ON socu.body (parent);
COMMENT ON TABLE socu.body IS
'Networks, associations, alliances, ministries, working groups, rectorates, companies, groups of states: whatever acts and is neither a state nor an institution. A network enrols nobody: it can never be a host institution.';
COMMENT ON COLUMN socu.body.body IS 'Key: short snake_case name, e.g. usco.';
COMMENT ON COLUMN socu.body.kind IS 'organisation, network, association, alliance, programme, ministry, authority, working_group, rectorate, training_centre, company, state_group or other.';
COMMENT ON COLUMN socu.body.parent IS 'The body it is a part of or belongs to.';
COMMENT ON COLUMN socu.body.state IS 'Its state, where it has one.';
COMMENT ON COLUMN socu.body.field IS 'What it works on, e.g. law.';
COMMENT ON COLUMN socu.body.domain IS 'Its internet domain; no institution may have the same.';
COMMENT ON COLUMN socu.body.founded IS 'When it was founded.';
COMMENT ON COLUMN socu.body.dissolved IS 'When it ended; NULL while it exists.';

-- ===== institutions =====

CREATE FUNCTION socu.name_normal(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
BEGIN ATOMIC
    -- Letters that have a case are folded by hand (the C locale knows only ASCII), marks taken off, Cyrillic written in Latin letters,
    -- quotes dropped, everything else that is no letter or digit turned into one space.  Nobody's name has 4,000 bytes: no work is done on it.
    SELECT CASE WHEN octet_length(name) <= 4000 THEN btrim(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(
                regexp_replace(
                    normalize(translate(normalize(name, NFKC),
                        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІЇЄЎҐҲҶӢӮÄÖÜÉÇŞĞİƏŁØÞĐ',
                        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєўґҳҷӣӯäöüéçşğiəłøþđ'), NFD),
                    E'[\\u0300-\\u036f\\u0027\\u0060\\u00b4\\u02b9\\u02bb\\u02bc\\u2018\\u2019\\u00ab\\u00bb\\u201c-\\u201fъь"]', '', 'g'),
                'абвгдезиклмнопрстуфыэәғқңөұүһіҳҷґəıłøđðيك',
                'abvgdeziklmnoprstufyeagknouuhihjgailoddیک'),
            'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'є', 'ye'), 'ß', 'ss'), 'þ', 'th'),
            '&', ' and '),
        E'[\\u0001-/:-@\\[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+', ' ', 'g')) END;
END;
COMMENT ON FUNCTION socu.name_normal(text) IS
'A name as it is searched for: one case, no accents or quotes, Cyrillic written in Latin letters, one space between words; NULL for a text of more than 4,000 bytes. Independent of the locale; needs a UTF8 database.';

CREATE TABLE socu.institution (
    institution text COLLATE "C" PRIMARY KEY
        CHECK (institution ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$' AND length(institution) <= 253),
    kind text NOT NULL DEFAULT 'university' CHECK (kind IN ('university', 'vocational', 'academy', 'research_institute', 'other')),
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    city text,
    name_en text NOT NULL,
    founded socu.edtf,
    closed socu.edtf,
    isced_from smallint CHECK (isced_from BETWEEN 0 AND 8),
    isced_to smallint CHECK (isced_to BETWEEN 0 AND 8),
    owner text COLLATE "C" REFERENCES socu.body,
    resolved boolean NOT NULL GENERATED ALWAYS AS (institution !~ '[.]invalid$') STORED,
    normal text COLLATE "C" NOT NULL GENERATED ALWAYS AS (socu.name_normal(name_en)) STORED,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (isced_from <= isced_to)
);
CREATE INDEX ON socu.institution (state);
COMMENT ON TABLE socu.institution IS
'Institutions of higher and vocational education. One row for the life of an institution; its names by language and period are in known_name.';
COMMENT ON COLUMN socu.institution.institution IS
'Key: internet domain in lower case (SCHAC, the hei-id of EWP). A name that cannot be told apart yet has a key under .invalid (RFC 2606).';
COMMENT ON COLUMN socu.institution.kind IS 'university, vocational (ISCED 5), academy, research_institute or other.';
COMMENT ON COLUMN socu.institution.state IS 'The state it belongs to.';
COMMENT ON COLUMN socu.institution.founded IS 'When it was founded.';
COMMENT ON COLUMN socu.institution.closed IS 'When it closed; NULL while it exists.';
COMMENT ON COLUMN socu.institution.isced_from IS 'Lowest ISCED 2011 level offered; NULL if not known.';
COMMENT ON COLUMN socu.institution.isced_to IS 'Highest ISCED 2011 level offered; NULL if not known.';
COMMENT ON COLUMN socu.institution.owner IS 'The body it is under, e.g. a ministry.';
COMMENT ON COLUMN socu.institution.normal IS 'The form of the English name that is searched: name_normal(name_en).';
COMMENT ON COLUMN socu.institution.resolved IS 'False for a name that is not yet told apart (key under .invalid).';

-- A network's name must not slip in among the institutions, nor the other way round.
CREATE FUNCTION socu.body_is_no_institution() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    mine text;
    clash text;
BEGIN
    IF TG_RELID NOT IN ('socu.institution'::regclass, 'socu.body'::regclass) OR TG_WHEN <> 'BEFORE' OR TG_LEVEL <> 'ROW' OR TG_OP NOT IN ('INSERT', 'UPDATE') THEN
        RAISE EXCEPTION 'function "body_is_no_institution" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves body and institution BEFORE INSERT OR UPDATE of each row, and nothing else.', HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    mine := to_jsonb(NEW)->>TG_ARGV[0];
    IF TG_TABLE_NAME = 'institution' THEN
        SELECT b.body INTO clash FROM socu.body b WHERE b.domain = mine;
    ELSE
        SELECT i.institution INTO clash FROM socu.institution i WHERE i.institution = mine;
    END IF;
    IF clash IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'body_is_no_institution', SCHEMA = 'socu', TABLE = TG_TABLE_NAME,
            MESSAGE = format('"%s" cannot be both a body and an institution', mine),
            DETAIL = format('The %s "%s" has this domain.', CASE TG_TABLE_NAME WHEN 'institution' THEN 'body' ELSE 'institution' END, clash),
            HINT = 'Persons are enrolled at institutions, never at a network: name the member institution.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION socu.body_is_no_institution() IS
'BEFORE ROW trigger of body and institution, its argument the column with the domain: refuses an institution with the domain of a body, and a body with that of an institution. Refuses every other table. Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION socu.body_is_no_institution() FROM PUBLIC;
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF institution ON socu.institution
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution('institution');
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF domain ON socu.body
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution('domain');

-- ===== directions of study =====

CREATE TABLE socu.sphere (
    sphere text COLLATE "C" PRIMARY KEY CHECK (sphere ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.sphere IS 'Priority spheres of cooperation of the states.';
COMMENT ON COLUMN socu.sphere.sphere IS 'Key: snake_case.';

CREATE TABLE socu.direction (
    direction text COLLATE "C" PRIMARY KEY CHECK (direction ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    sphere text COLLATE "C" REFERENCES socu.sphere,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.direction IS 'Directions of study (of training) of the network; what stands in use when is in direction_status.';
COMMENT ON COLUMN socu.direction.direction IS 'Key: snake_case, e.g. it_technologies.';
COMMENT ON COLUMN socu.direction.sphere IS 'Sphere of cooperation it serves; NULL if none was named.';

CREATE TABLE socu.direction_status (
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    status text NOT NULL CHECK (status IN ('named', 'planned', 'open', 'closed')),
    since socu.edtf NOT NULL CHECK (since NOT LIKE '%XXXX%'),
    until socu.edtf CHECK (until NOT LIKE '%XXXX%'),
    valid daterange NOT NULL GENERATED ALWAYS AS (daterange(lower(socu.edtf_range(since)), lower(socu.edtf_range(until)))) STORED,
    decision text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (NOT isempty(valid)),
    PRIMARY KEY (direction, since, shipped),
    EXCLUDE USING gist (direction WITH =, (shipped::int) WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.direction_status IS
'What a direction was when: named (in a concept), planned, open or closed. A site''s row outranks a shipped one on the days it covers.';
COMMENT ON COLUMN socu.direction_status.direction IS 'The direction.';
COMMENT ON COLUMN socu.direction_status.status IS 'named (in a concept only), planned, open or closed.';
COMMENT ON COLUMN socu.direction_status.since IS 'When the status began, as exact as it is known.';
COMMENT ON COLUMN socu.direction_status.until IS 'When it ended; NULL while it lasts.';
COMMENT ON COLUMN socu.direction_status.valid IS 'From the first day on which it may have begun to the first on which it may have ended.';
COMMENT ON COLUMN socu.direction_status.decision IS 'The decision that made it so.';

-- ===== names =====

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
    CONSTRAINT known_name_one_official EXCLUDE USING gist (institution WITH =, lang WITH =, (shipped::int) WITH =, valid WITH &&) WHERE (kind = 'official')
);
CREATE INDEX ON socu.known_name (normal);
CREATE INDEX ON socu.known_name (institution);
CREATE INDEX ON socu.known_name (body);
CREATE INDEX ON socu.known_name (direction);
COMMENT ON TABLE socu.known_name IS
'Names of institutions, bodies and directions: official ones by language and period, former, short, as printed somewhere, and former web domains.';
COMMENT ON SEQUENCE socu.known_name_seq IS 'Keys of a site''s rows of known_name.';
COMMENT ON COLUMN socu.known_name.known_name IS 'Key: shipped rows below 1 000 000.';
COMMENT ON COLUMN socu.known_name.institution IS 'The institution named, or NULL.';
COMMENT ON COLUMN socu.known_name.body IS 'The body named, or NULL.';
COMMENT ON COLUMN socu.known_name.direction IS 'The direction named, or NULL.';
COMMENT ON COLUMN socu.known_name.name IS 'The name as written.';
COMMENT ON COLUMN socu.known_name.lang IS 'Language of the name, BCP 47; mul for a name of no one language.';
COMMENT ON COLUMN socu.known_name.kind IS 'official (one per language at a time), former, short, alias, as_printed, or domain (a former web domain).';
COMMENT ON COLUMN socu.known_name.valid IS 'When the name was in use; (,) if not known.';
COMMENT ON COLUMN socu.known_name.normal IS 'The form that is searched: name_normal(name).';

-- ===== roles and memberships =====

CREATE TABLE socu.role (
    role text COLLATE "C" PRIMARY KEY CHECK (role ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    lead boolean NOT NULL DEFAULT false,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.role IS 'Roles in bodies, agreements, events, programmes, projects and outputs.';
COMMENT ON COLUMN socu.role.role IS 'Key: snake_case.';
COMMENT ON COLUMN socu.role.lead IS 'True for a role that leads: coordinator, head, host.';

CREATE SEQUENCE socu.membership_seq START 1000000;
CREATE TABLE socu.membership (
    membership bigint PRIMARY KEY DEFAULT nextval('socu.membership_seq'),
    body text COLLATE "C" NOT NULL REFERENCES socu.body ON UPDATE CASCADE,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    member_body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE CHECK (member_body <> body),
    state text COLLATE "C" REFERENCES socu.state,
    role text COLLATE "C" NOT NULL DEFAULT 'member' REFERENCES socu.role,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (num_nonnulls(institution, member_body, state) = 1),
    EXCLUDE USING gist (body WITH =, (coalesce(institution, member_body, state)) WITH =, role WITH =, (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX ON socu.membership (institution);
CREATE INDEX ON socu.membership (state);
COMMENT ON TABLE socu.membership IS
'Who belongs to which network, association, alliance or group of states, in which role, when. A lower bound of NULL means that the start is not known.';
COMMENT ON SEQUENCE socu.membership_seq IS 'Keys of a site''s rows of membership.';
COMMENT ON COLUMN socu.membership.membership IS 'Key: shipped rows below 1 000 000.';
COMMENT ON COLUMN socu.membership.body IS 'The network, association, alliance or group.';
COMMENT ON COLUMN socu.membership.institution IS 'The member, if it is an institution.';
COMMENT ON COLUMN socu.membership.member_body IS 'The member, if it is a body.';
COMMENT ON COLUMN socu.membership.state IS 'The member, if it is a state (groups of states).';
COMMENT ON COLUMN socu.membership.role IS 'Role of the member.';

CREATE TABLE socu.institution_direction (
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, direction, valid, shipped),
    EXCLUDE USING gist (institution WITH =, direction WITH =, (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX ON socu.institution_direction (direction);
COMMENT ON TABLE socu.institution_direction IS 'Directions in which an institution takes part, by period.';
COMMENT ON COLUMN socu.institution_direction.institution IS 'The institution.';
COMMENT ON COLUMN socu.institution_direction.direction IS 'The direction.';

-- ===== agreements =====

CREATE TABLE socu.agreement_kind (
    agreement_kind text COLLATE "C" PRIMARY KEY CHECK (agreement_kind ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    binding boolean NOT NULL,
    base_for_quota text NOT NULL CHECK (base_for_quota IN ('yes', 'if_stated', 'no')),
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.agreement_kind IS 'Kinds of document that parties sign or adopt, with their legal force.';
COMMENT ON COLUMN socu.agreement_kind.agreement_kind IS 'Key: snake_case.';
COMMENT ON COLUMN socu.agreement_kind.binding IS 'True if it binds its parties in law.';
COMMENT ON COLUMN socu.agreement_kind.base_for_quota IS 'yes, no, or if_stated: only if the document itself states places.';

CREATE TABLE socu.activity (
    activity text COLLATE "C" PRIMARY KEY CHECK (activity ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    mobility boolean NOT NULL DEFAULT false,
    person text CHECK (person IN ('student', 'staff')),
    degree boolean NOT NULL DEFAULT false,
    unit text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (mobility = (person IS NOT NULL))
);
COMMENT ON TABLE socu.activity IS 'Kinds of activity: what agreements provide for and statistics count.';
COMMENT ON COLUMN socu.activity.activity IS 'Key: snake_case.';
COMMENT ON COLUMN socu.activity.mobility IS 'True if persons cross a border for it.';
COMMENT ON COLUMN socu.activity.person IS 'Who moves: student or staff; NULL where nobody does.';
COMMENT ON COLUMN socu.activity.degree IS 'True if it leads to a degree of the receiving side.';
COMMENT ON COLUMN socu.activity.unit IS 'What is counted.';

CREATE SEQUENCE socu.event_seq;
CREATE TABLE socu.event (
    event text COLLATE "C" PRIMARY KEY DEFAULT 'event-' || nextval('socu.event_seq') CHECK (event <> ''),
    kind text NOT NULL CHECK (kind IN ('forum', 'symposium', 'conference', 'visit', 'state_visit', 'meeting', 'panel', 'session', 'plenary', 'ceremony',
                                       'book_launch', 'signing', 'anniversary', 'summit', 'other')),
    title text NOT NULL,
    held socu.edtf,
    status text NOT NULL DEFAULT 'held' CHECK (status IN ('proposed', 'planned', 'held', 'cancelled')),
    state text COLLATE "C" REFERENCES socu.state,
    city text,
    parent text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE CHECK (parent <> event),
    ordinal int CHECK (ordinal > 0),
    network text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.event (parent);
CREATE INDEX ON socu.event (network);
COMMENT ON TABLE socu.event IS 'Forums, symposia, visits, conferences and their parts. Hosts and participants are in participation.';
COMMENT ON SEQUENCE socu.event_seq IS 'Numbers of events entered without a key.';
COMMENT ON COLUMN socu.event.event IS 'Key: text of your own or event-N.';
COMMENT ON COLUMN socu.event.kind IS 'forum, symposium, conference, visit, state_visit, meeting, panel, session, plenary, ceremony, book_launch, signing, anniversary, summit or other.';
COMMENT ON COLUMN socu.event.held IS 'When, as exact as it is known; never the date of the page that tells of it.';
COMMENT ON COLUMN socu.event.status IS 'proposed, planned, held or cancelled; only held ones are counted.';
COMMENT ON COLUMN socu.event.state IS 'Where: the state.';
COMMENT ON COLUMN socu.event.city IS 'Where: the city.';
COMMENT ON COLUMN socu.event.parent IS 'The event it is a part of.';
COMMENT ON COLUMN socu.event.ordinal IS 'Its number in a series: 14 for the fourteenth forum.';
COMMENT ON COLUMN socu.event.network IS 'The network or association whose event it is.';

CREATE SEQUENCE socu.agreement_seq;
CREATE TABLE socu.agreement (
    agreement text COLLATE "C" PRIMARY KEY DEFAULT 'agreement-' || nextval('socu.agreement_seq') CHECK (agreement <> ''),
    kind text COLLATE "C" NOT NULL REFERENCES socu.agreement_kind,
    title text NOT NULL,
    status text NOT NULL DEFAULT 'signed' CHECK (status IN ('draft', 'signed', 'terminated')),
    signed socu.edtf,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    renewal text NOT NULL DEFAULT 'not_stated' CHECK (renewal IN ('not_stated', 'none', 'automatic', 'by_consent')),
    renewal_months int CHECK (renewal_months > 0),
    notice_months int CHECK (notice_months >= 0),
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    framework text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE CHECK (framework <> agreement),
    network text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    parties_complete boolean NOT NULL DEFAULT true,
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (renewal <> 'automatic' OR renewal_months IS NOT NULL OR upper_inf(valid))
);
CREATE INDEX ON socu.agreement (event);
CREATE INDEX ON socu.agreement (framework);
CREATE INDEX ON socu.agreement USING gist (valid);
COMMENT ON TABLE socu.agreement IS
'Agreements, memoranda, resolutions and other documents that parties sign or adopt. Parties are in participation, what they provide for in topic, directed exchanges in agreement_flow.';
COMMENT ON SEQUENCE socu.agreement_seq IS 'Numbers of agreements entered without a key.';
COMMENT ON COLUMN socu.agreement.agreement IS 'Key: the register''s own number or agreement-N.';
COMMENT ON COLUMN socu.agreement.kind IS 'Kind of document; its legal force is in agreement_kind.';
COMMENT ON COLUMN socu.agreement.status IS 'draft, signed or terminated (then valid ends at the day of termination).';
COMMENT ON COLUMN socu.agreement.signed IS 'When it was signed, as exact as it is known.';
COMMENT ON COLUMN socu.agreement.valid IS 'When it is in force, [from, to); an open side is not stated.';
COMMENT ON COLUMN socu.agreement.renewal IS 'not_stated, none, automatic (by renewal_months unless someone gives notice) or by_consent.';
COMMENT ON COLUMN socu.agreement.renewal_months IS 'By how many months it is renewed at a time.';
COMMENT ON COLUMN socu.agreement.notice_months IS 'How many months before the end notice must be given.';
COMMENT ON COLUMN socu.agreement.event IS 'The event at which it was signed or adopted.';
COMMENT ON COLUMN socu.agreement.framework IS 'The agreement under which it was made.';
COMMENT ON COLUMN socu.agreement.network IS 'The network within which it was made.';
COMMENT ON COLUMN socu.agreement.parties_complete IS 'False if there are parties that are not listed.';

CREATE TABLE socu.agreement_flow (
    agreement text COLLATE "C" NOT NULL REFERENCES socu.agreement ON UPDATE CASCADE ON DELETE CASCADE,
    flow int NOT NULL CHECK (flow > 0),
    from_institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    to_institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE CHECK (to_institution <> from_institution),
    activity text COLLATE "C" NOT NULL REFERENCES socu.activity,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    level smallint CHECK (level BETWEEN 5 AND 8),
    field socu.program_code,
    places_stated text NOT NULL DEFAULT 'not_stated' CHECK (places_stated IN ('stated', 'unlimited', 'not_stated')),
    places int CHECK (places >= 0),
    unit text NOT NULL DEFAULT 'persons' CHECK (unit IN ('persons', 'stays', 'months', 'days', 'hours')),
    PRIMARY KEY (agreement, flow),
    CHECK ((places_stated = 'stated') = (places IS NOT NULL))
);
CREATE INDEX ON socu.agreement_flow (from_institution);
CREATE INDEX ON socu.agreement_flow (to_institution);
COMMENT ON TABLE socu.agreement_flow IS 'Directed exchanges of an agreement: an exchange both ways is two rows.';
COMMENT ON COLUMN socu.agreement_flow.agreement IS 'The agreement.';
COMMENT ON COLUMN socu.agreement_flow.flow IS 'Number of the flow within the agreement.';
COMMENT ON COLUMN socu.agreement_flow.from_institution IS 'The sending institution.';
COMMENT ON COLUMN socu.agreement_flow.to_institution IS 'The receiving institution.';
COMMENT ON COLUMN socu.agreement_flow.activity IS 'What they come for.';
COMMENT ON COLUMN socu.agreement_flow.direction IS 'Direction of study it is limited to.';
COMMENT ON COLUMN socu.agreement_flow.level IS 'ISCED 2011 level it is limited to.';
COMMENT ON COLUMN socu.agreement_flow.field IS 'Field of study it is limited to, with all below it.';
COMMENT ON COLUMN socu.agreement_flow.places_stated IS 'stated, unlimited, or not_stated: no number given is neither 0 nor unlimited.';
COMMENT ON COLUMN socu.agreement_flow.places IS 'Number of places a year, in unit; NULL unless stated.';
COMMENT ON COLUMN socu.agreement_flow.unit IS 'persons, stays, months, days or hours.';

-- ===== the inside of institutions =====

CREATE TABLE socu.org_unit (
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C" NOT NULL CHECK (unit ~ '^[a-z0-9][a-z0-9_-]*$'),
    kind text NOT NULL CHECK (kind IN ('faculty', 'school', 'institute', 'department', 'chair', 'laboratory', 'centre', 'library', 'other')),
    name_en text NOT NULL,
    parent text COLLATE "C" CHECK (parent <> unit),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, unit),
    FOREIGN KEY (institution, parent) REFERENCES socu.org_unit ON UPDATE CASCADE
);
COMMENT ON TABLE socu.org_unit IS 'Organisational units of an institution, as a tree.';
COMMENT ON COLUMN socu.org_unit.institution IS 'The institution.';
COMMENT ON COLUMN socu.org_unit.unit IS 'Key within the institution.';
COMMENT ON COLUMN socu.org_unit.kind IS 'faculty, school, institute, department, chair, laboratory, centre, library or other.';
COMMENT ON COLUMN socu.org_unit.parent IS 'The unit above it; NULL for the institution itself.';

CREATE TABLE socu.branch (
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    city text COLLATE "C" NOT NULL,
    host_institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE CHECK (host_institution <> institution),
    status text NOT NULL CHECK (status IN ('planned', 'open', 'closed')),
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, state, city, valid),
    EXCLUDE USING gist (institution WITH =, state WITH =, city WITH =, valid WITH &&)
);
CREATE INDEX ON socu.branch (host_institution);
COMMENT ON TABLE socu.branch IS
'Branches abroad and what they were when: planned, open, closed. Students of a branch belong to the state where it stands.';
COMMENT ON COLUMN socu.branch.institution IS 'Whose branch it is.';
COMMENT ON COLUMN socu.branch.state IS 'The state where it stands.';
COMMENT ON COLUMN socu.branch.host_institution IS 'The institution that gives it room; NULL if none.';
COMMENT ON COLUMN socu.branch.status IS 'planned (never counted as open), open or closed.';

-- ===== programmes, projects, outputs, facilities =====

CREATE SEQUENCE socu.programme_seq;
CREATE TABLE socu.programme (
    programme text COLLATE "C" PRIMARY KEY DEFAULT 'programme-' || nextval('socu.programme_seq') CHECK (programme <> ''),
    kind text NOT NULL CHECK (kind IN ('single', 'joint', 'double_degree', 'dual_degree', 'multiple_degree')),
    status text NOT NULL CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    level smallint CHECK (level BETWEEN 5 AND 8),
    code socu.program_code,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    network text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.programme (direction);
CREATE INDEX ON socu.programme (agreement);
COMMENT ON TABLE socu.programme IS
'Programmes of study with partners: joint (one degree together), double and dual degree (one of each partner). Partners of any state are in participation. Only running ones are counted.';
COMMENT ON SEQUENCE socu.programme_seq IS 'Numbers of programmes entered without a key.';
COMMENT ON COLUMN socu.programme.programme IS 'Key: text of your own or programme-N.';
COMMENT ON COLUMN socu.programme.kind IS 'single, joint, double_degree, dual_degree or multiple_degree.';
COMMENT ON COLUMN socu.programme.status IS 'possible (spoken of), planned (agreed), running or closed.';
COMMENT ON COLUMN socu.programme.level IS 'ISCED 2011 level: 5 short cycle, 6 bachelor, 7 master, 8 doctor.';
COMMENT ON COLUMN socu.programme.code IS 'Code in a national classifier or ISCED-F.';
COMMENT ON COLUMN socu.programme.direction IS 'Direction of study of the network it belongs to.';
COMMENT ON COLUMN socu.programme.network IS 'The network within which it runs.';
COMMENT ON COLUMN socu.programme.agreement IS 'The agreement it rests on.';

CREATE SEQUENCE socu.project_seq;
CREATE TABLE socu.project (
    project text COLLATE "C" PRIMARY KEY DEFAULT 'project-' || nextval('socu.project_seq') CHECK (project <> ''),
    kind text NOT NULL CHECK (kind IN ('research', 'digital', 'educational', 'infrastructure', 'other')),
    status text NOT NULL DEFAULT 'running' CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    funding text CHECK (funding IN ('national', 'international', 'own', 'company')),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.project (agreement);
COMMENT ON TABLE socu.project IS 'Research, digital, educational and infrastructure projects. One without an end is current until it is closed.';
COMMENT ON SEQUENCE socu.project_seq IS 'Numbers of projects entered without a key.';
COMMENT ON COLUMN socu.project.project IS 'Key: text of your own or project-N.';
COMMENT ON COLUMN socu.project.kind IS 'research, digital, educational, infrastructure or other.';
COMMENT ON COLUMN socu.project.status IS 'possible, planned, running or closed.';
COMMENT ON COLUMN socu.project.funding IS 'Who pays: national (a ministry), international, own or company; NULL if not known.';
COMMENT ON COLUMN socu.project.agreement IS 'The agreement it rests on.';

CREATE SEQUENCE socu.output_seq;
CREATE TABLE socu.output (
    output text COLLATE "C" PRIMARY KEY DEFAULT 'output-' || nextval('socu.output_seq') CHECK (output <> ''),
    kind text NOT NULL CHECK (kind IN ('book', 'article', 'proceedings', 'textbook', 'expert_review', 'case_study', 'honorary_professorship',
                                       'honorary_doctorate', 'medal', 'other')),
    class text NOT NULL GENERATED ALWAYS AS (CASE WHEN kind IN ('honorary_professorship', 'honorary_doctorate', 'medal') THEN 'honour'
                                                  WHEN kind IN ('expert_review', 'case_study') THEN 'service' ELSE 'publication' END) STORED,
    title text NOT NULL,
    made socu.edtf,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE,
    parent text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE CHECK (parent <> output),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.output (event);
COMMENT ON TABLE socu.output IS 'Publications, honours and services. An honour is no degree and no mobility: nothing here enters those statistics.';
COMMENT ON SEQUENCE socu.output_seq IS 'Numbers of outputs entered without a key.';
COMMENT ON COLUMN socu.output.output IS 'Key: text of your own or output-N.';
COMMENT ON COLUMN socu.output.kind IS 'book, article, proceedings, textbook; expert_review, case_study; honorary_professorship, honorary_doctorate, medal; other.';
COMMENT ON COLUMN socu.output.class IS 'publication, service or honour, from kind.';
COMMENT ON COLUMN socu.output.made IS 'When it was released, given or finished.';
COMMENT ON COLUMN socu.output.event IS 'The event at which it was released or given.';
COMMENT ON COLUMN socu.output.project IS 'The project it comes from.';
COMMENT ON COLUMN socu.output.parent IS 'What it is a part of: a case in a book.';

CREATE TABLE socu.facility (
    facility text COLLATE "C" PRIMARY KEY CHECK (facility <> ''),
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    kind text NOT NULL CHECK (kind IN ('laboratory', 'technical_base', 'library', 'equipment', 'other')),
    name_en text NOT NULL,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.facility IS 'Laboratories and other facilities that partners may share.';
COMMENT ON COLUMN socu.facility.facility IS 'Key.';
COMMENT ON COLUMN socu.facility.institution IS 'Whose it is.';
COMMENT ON COLUMN socu.facility.kind IS 'laboratory, technical_base, library, equipment or other.';

CREATE TABLE socu.facility_sharing (
    facility text COLLATE "C" NOT NULL REFERENCES socu.facility ON UPDATE CASCADE ON DELETE CASCADE,
    agreement text COLLATE "C" NOT NULL REFERENCES socu.agreement ON UPDATE CASCADE,
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    PRIMARY KEY (facility, agreement, institution, valid),
    EXCLUDE USING gist (facility WITH =, agreement WITH =, institution WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.facility_sharing IS 'Who may use a facility under which agreement, when.';
COMMENT ON COLUMN socu.facility_sharing.facility IS 'The facility.';
COMMENT ON COLUMN socu.facility_sharing.agreement IS 'The agreement that allows it.';
COMMENT ON COLUMN socu.facility_sharing.institution IS 'The institution that may use it.';

-- ===== who takes what part in what, and what it is about =====

CREATE SEQUENCE socu.participation_seq;
CREATE TABLE socu.participation (
    participation bigint PRIMARY KEY DEFAULT nextval('socu.participation_seq'),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES socu.programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL REFERENCES socu.role,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    state text COLLATE "C" REFERENCES socu.state,
    name_as_given text CHECK (name_as_given <> ''),
    function text CHECK (function <> ''),
    persons int4range CHECK (NOT isempty(persons) AND lower(persons) >= 0),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    CHECK (num_nonnulls(agreement, event, programme, project, output) = 1),
    CHECK (num_nonnulls(institution, body, state) <= 1 AND num_nonnulls(institution, body, state, name_as_given) >= 1),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    FOREIGN KEY (institution, unit) REFERENCES socu.org_unit ON UPDATE CASCADE,
    CONSTRAINT participation_once EXCLUDE USING gist
        ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output)) WITH =, role WITH =,
         (coalesce('i' || institution, 'b' || body, 's' || state, 'n' || name_as_given)) WITH =, (coalesce(unit, '')) WITH =,
         (coalesce(function, '')) WITH =, valid WITH &&)
);
CREATE INDEX ON socu.participation (agreement);
CREATE INDEX ON socu.participation (event);
CREATE INDEX ON socu.participation (programme);
CREATE INDEX ON socu.participation (project);
CREATE INDEX ON socu.participation (output);
CREATE INDEX ON socu.participation (institution);
CREATE INDEX ON socu.participation (body);
COMMENT ON TABLE socu.participation IS
'Who takes what part in what: parties to an agreement, hosts and participants of an event, partners of a programme or project, authors, givers and receivers. Persons appear by function only, never by name.';
COMMENT ON SEQUENCE socu.participation_seq IS 'Keys of participation.';
COMMENT ON COLUMN socu.participation.participation IS 'Key.';
COMMENT ON COLUMN socu.participation.agreement IS 'In this agreement (exactly one of agreement, event, programme, project, output).';
COMMENT ON COLUMN socu.participation.event IS 'In this event.';
COMMENT ON COLUMN socu.participation.programme IS 'In this programme.';
COMMENT ON COLUMN socu.participation.project IS 'In this project.';
COMMENT ON COLUMN socu.participation.output IS 'In this output.';
COMMENT ON COLUMN socu.participation.role IS 'As what: party, host, participant, partner, author …';
COMMENT ON COLUMN socu.participation.institution IS 'Who: an institution.';
COMMENT ON COLUMN socu.participation.unit IS 'Which unit of the institution.';
COMMENT ON COLUMN socu.participation.body IS 'Who: a company or another body.';
COMMENT ON COLUMN socu.participation.state IS 'Who: a state (its officials).';
COMMENT ON COLUMN socu.participation.name_as_given IS 'The name as printed where it is not yet told who it is, or for a group.';
COMMENT ON COLUMN socu.participation.function IS 'Function of the persons: minister of education, rector …';
COMMENT ON COLUMN socu.participation.persons IS 'How many persons: [3,4) is three, [3,) at least three; NULL if not said.';

CREATE SEQUENCE socu.topic_seq;
CREATE TABLE socu.topic (
    topic bigint PRIMARY KEY DEFAULT nextval('socu.topic_seq'),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES socu.programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE ON DELETE CASCADE,
    ordinal int NOT NULL DEFAULT 1 CHECK (ordinal > 0),
    activity text COLLATE "C" REFERENCES socu.activity,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    field socu.program_code,
    label text,
    CHECK (num_nonnulls(agreement, event, programme, project, output) = 1),
    CHECK (num_nonnulls(activity, direction, field, label) >= 1)
);
CREATE UNIQUE INDEX topic_ordinal ON socu.topic ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output)), ordinal);
CREATE INDEX ON socu.topic (agreement);
CREATE INDEX ON socu.topic (event);
COMMENT ON TABLE socu.topic IS 'What an agreement provides for, in its order; what an event, programme, project or output is about.';
COMMENT ON SEQUENCE socu.topic_seq IS 'Keys of topic.';
COMMENT ON COLUMN socu.topic.topic IS 'Key.';
COMMENT ON COLUMN socu.topic.agreement IS 'Of this agreement (exactly one of agreement, event, programme, project, output).';
COMMENT ON COLUMN socu.topic.event IS 'Of this event.';
COMMENT ON COLUMN socu.topic.programme IS 'Of this programme.';
COMMENT ON COLUMN socu.topic.project IS 'Of this project.';
COMMENT ON COLUMN socu.topic.output IS 'Of this output.';
COMMENT ON COLUMN socu.topic.ordinal IS 'Its place in the list.';
COMMENT ON COLUMN socu.topic.activity IS 'The kind of activity.';
COMMENT ON COLUMN socu.topic.direction IS 'The direction of study.';
COMMENT ON COLUMN socu.topic.field IS 'The field of study, e.g. ISCEDF:0421 for law.';
COMMENT ON COLUMN socu.topic.label IS 'In words.';

CREATE SEQUENCE socu.outcome_seq;
CREATE TABLE socu.outcome (
    outcome bigint PRIMARY KEY DEFAULT nextval('socu.outcome_seq'),
    event text COLLATE "C" NOT NULL REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('aim', 'agreement', 'resolution', 'consensus', 'proposal', 'intention', 'issue', 'recommendation')),
    label text NOT NULL,
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped'))
);
CREATE INDEX ON socu.outcome (event);
COMMENT ON TABLE socu.outcome IS 'What an event aimed at and led to. An intention or a consensus is no programme and no signed document.';
COMMENT ON SEQUENCE socu.outcome_seq IS 'Keys of outcome.';
COMMENT ON COLUMN socu.outcome.outcome IS 'Key.';
COMMENT ON COLUMN socu.outcome.event IS 'The event.';
COMMENT ON COLUMN socu.outcome.kind IS 'aim, agreement, resolution, consensus, proposal, intention, issue or recommendation.';
COMMENT ON COLUMN socu.outcome.label IS 'In words.';
COMMENT ON COLUMN socu.outcome.agreement IS 'The document it became, if any.';
COMMENT ON COLUMN socu.outcome.status IS 'open, done or dropped.';

-- ===== coordinators and their current records =====

CREATE FUNCTION socu.acting_role() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE pg_catalog.current_setting('role') WHEN 'none' THEN session_user::text ELSE pg_catalog.current_setting('role') END;
END;
COMMENT ON FUNCTION socu.acting_role() IS 'The role that acts: the one set with SET ROLE, else the one that logged in; also where a trigger works with the rights of another.';

CREATE FUNCTION socu.because(reason text) RETURNS text
    LANGUAGE sql VOLATILE STRICT
BEGIN ATOMIC
    SELECT pg_catalog.set_config('socu.reason', reason, true);
END;
COMMENT ON FUNCTION socu.because(text) IS
'Says why the changes that follow in this transaction are made. Changing or deleting a coordinator''s record needs it.';

CREATE SEQUENCE socu.record_history_seq;
CREATE TABLE socu.record_history (
    record_history bigint PRIMARY KEY DEFAULT nextval('socu.record_history_seq'),
    relation text NOT NULL,
    key text NOT NULL,
    operation text NOT NULL CHECK (operation IN ('UPDATE', 'DELETE')),
    old_row jsonb NOT NULL,
    changed_by text NOT NULL,
    login text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text NOT NULL
);
CREATE INDEX ON socu.record_history (relation, key);
COMMENT ON TABLE socu.record_history IS 'Every former version of a coordinator''s record: who changed it, when and why. Written by history_keep() alone.';
COMMENT ON SEQUENCE socu.record_history_seq IS 'Keys of record_history.';
COMMENT ON COLUMN socu.record_history.record_history IS 'Key, in the order of the changes.';
COMMENT ON COLUMN socu.record_history.relation IS 'Table of the record, without schema.';
COMMENT ON COLUMN socu.record_history.key IS 'Key of the record in that table.';
COMMENT ON COLUMN socu.record_history.operation IS 'UPDATE or DELETE.';
COMMENT ON COLUMN socu.record_history.old_row IS 'The row before the change.';
COMMENT ON COLUMN socu.record_history.changed_by IS 'The role that changed it.';
COMMENT ON COLUMN socu.record_history.login IS 'The role that was logged in.';
COMMENT ON COLUMN socu.record_history.changed_at IS 'When: the start of the transaction.';
COMMENT ON COLUMN socu.record_history.reason IS 'Why, as said with because().';

CREATE FUNCTION socu.history_keep() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.history_keep() IS
'BEFORE ROW trigger of coordinators'' records, its argument the key column: says who recorded the row and when, and keeps the former version in record_history with the rights of the owner of both tables. Needs a reason, see because(). Refuses every other table. Errors: 23514 (history_reason), 39P01.';
REVOKE ALL ON FUNCTION socu.history_keep() FROM PUBLIC;

CREATE SEQUENCE socu.coordinator_seq;
CREATE TABLE socu.coordinator (
    coordinator bigint PRIMARY KEY DEFAULT nextval('socu.coordinator_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    programme text COLLATE "C" REFERENCES socu.programme ON UPDATE CASCADE,
    represents text[] NOT NULL DEFAULT '{national,international}' CHECK (represents <@ '{national,international}' AND represents <> '{}'),
    leads boolean NOT NULL DEFAULT false,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    decision text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT coordinator_one EXCLUDE USING gist (direction WITH =, state WITH =, valid WITH &&),
    CONSTRAINT coordinator_one_leads EXCLUDE USING gist (direction WITH =, valid WITH &&) WHERE (leads)
);
CREATE INDEX ON socu.coordinator (institution);
CREATE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON socu.coordinator FOR EACH ROW EXECUTE FUNCTION socu.history_keep('coordinator');
COMMENT ON TABLE socu.coordinator IS 'Coordinators of directions: at most one institution for a direction and state at a time.';
COMMENT ON SEQUENCE socu.coordinator_seq IS 'Keys of coordinator.';
COMMENT ON COLUMN socu.coordinator.coordinator IS 'Key.';
COMMENT ON COLUMN socu.coordinator.direction IS 'The direction.';
COMMENT ON COLUMN socu.coordinator.state IS 'The state it coordinates in.';
COMMENT ON COLUMN socu.coordinator.institution IS 'The coordinating institution.';
COMMENT ON COLUMN socu.coordinator.programme IS 'The programme it coordinates, where the office is for one.';
COMMENT ON COLUMN socu.coordinator.represents IS 'Where it presents the interest of the direction: national, international.';
COMMENT ON COLUMN socu.coordinator.leads IS 'True for the coordinator of the direction over all states; at most one at a time.';
COMMENT ON COLUMN socu.coordinator.decision IS 'The decision that appointed it.';

CREATE SEQUENCE socu.direction_record_seq;
CREATE TABLE socu.direction_record (
    direction_record bigint PRIMARY KEY DEFAULT nextval('socu.direction_record_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    subject text COLLATE "C" NOT NULL CHECK (subject <> ''),
    content text NOT NULL,
    valid daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL) CHECK (NOT isempty(valid)),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT direction_record_one EXCLUDE USING gist (direction WITH =, state WITH =, subject WITH =, valid WITH &&)
);
CREATE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON socu.direction_record FOR EACH ROW EXECUTE FUNCTION socu.history_keep('direction_record');
COMMENT ON TABLE socu.direction_record IS 'The current records that a coordinator keeps of its direction: one entry per subject at a time, former versions in record_history.';
COMMENT ON SEQUENCE socu.direction_record_seq IS 'Keys of direction_record.';
COMMENT ON COLUMN socu.direction_record.direction_record IS 'Key.';
COMMENT ON COLUMN socu.direction_record.direction IS 'The direction.';
COMMENT ON COLUMN socu.direction_record.state IS 'The state whose coordinator keeps it.';
COMMENT ON COLUMN socu.direction_record.subject IS 'What the entry is about.';
COMMENT ON COLUMN socu.direction_record.content IS 'The entry.';

CREATE SEQUENCE socu.direction_speciality_seq;
CREATE TABLE socu.direction_speciality (
    direction_speciality bigint PRIMARY KEY DEFAULT nextval('socu.direction_speciality_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    code socu.program_code NOT NULL,
    title text,
    status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed')),
    valid daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL) CHECK (NOT isempty(valid)),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT direction_speciality_once EXCLUDE USING gist (direction WITH =, state WITH =, (code::text) WITH =, valid WITH &&)
);
CREATE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON socu.direction_speciality FOR EACH ROW EXECUTE FUNCTION socu.history_keep('direction_speciality');
COMMENT ON TABLE socu.direction_speciality IS 'The set of specialities of a direction in a state, by period. It may be empty.';
COMMENT ON SEQUENCE socu.direction_speciality_seq IS 'Keys of direction_speciality.';
COMMENT ON COLUMN socu.direction_speciality.direction_speciality IS 'Key.';
COMMENT ON COLUMN socu.direction_speciality.direction IS 'The direction.';
COMMENT ON COLUMN socu.direction_speciality.state IS 'The state whose classifier the code is of.';
COMMENT ON COLUMN socu.direction_speciality.code IS 'The speciality; a code with subordinate codes stands for all of them.';
COMMENT ON COLUMN socu.direction_speciality.status IS 'proposed or agreed.';

CREATE TABLE socu.duty (
    duty text COLLATE "C" PRIMARY KEY CHECK (duty ~ '^[a-z][a-z0-9_]*$'),
    ordinal int NOT NULL,
    name_en text NOT NULL,
    foreign_partners boolean NOT NULL DEFAULT false,
    addressees text[] NOT NULL DEFAULT '{}',
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.duty IS 'Duties of a coordinator.';
COMMENT ON COLUMN socu.duty.duty IS 'Key: snake_case.';
COMMENT ON COLUMN socu.duty.ordinal IS 'Its place in the list.';
COMMENT ON COLUMN socu.duty.foreign_partners IS 'True if it concerns institutions abroad.';
COMMENT ON COLUMN socu.duty.addressees IS 'Kinds of body that it is owed to: ministry, working_group, rectorate.';

CREATE SEQUENCE socu.duty_record_seq;
CREATE TABLE socu.duty_record (
    duty_record bigint PRIMARY KEY DEFAULT nextval('socu.duty_record_seq'),
    coordinator bigint NOT NULL REFERENCES socu.coordinator,
    duty text COLLATE "C" NOT NULL REFERENCES socu.duty,
    done socu.edtf NOT NULL CHECK (done NOT LIKE '%XXXX%'),
    subject text NOT NULL CHECK (subject <> ''),
    body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    evidence text,
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON socu.duty_record (coordinator, duty);
CREATE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON socu.duty_record FOR EACH ROW EXECUTE FUNCTION socu.history_keep('duty_record');
COMMENT ON TABLE socu.duty_record IS 'What a coordinator did to fulfil a duty: meetings, letters, materials.';
COMMENT ON SEQUENCE socu.duty_record_seq IS 'Keys of duty_record.';
COMMENT ON COLUMN socu.duty_record.duty_record IS 'Key.';
COMMENT ON COLUMN socu.duty_record.coordinator IS 'The coordinator.';
COMMENT ON COLUMN socu.duty_record.duty IS 'The duty.';
COMMENT ON COLUMN socu.duty_record.done IS 'When, as exact as it is known.';
COMMENT ON COLUMN socu.duty_record.subject IS 'What it was about.';
COMMENT ON COLUMN socu.duty_record.body IS 'The body it was sent to or done with.';
COMMENT ON COLUMN socu.duty_record.institution IS 'The institution it was done with.';
COMMENT ON COLUMN socu.duty_record.evidence IS 'Where it can be seen.';

CREATE TABLE socu.report_schedule (
    report_schedule text COLLATE "C" PRIMARY KEY CHECK (report_schedule <> ''),
    name_en text NOT NULL,
    addressee text NOT NULL CHECK (addressee IN ('ministry', 'working_group', 'rectorate')),
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" REFERENCES socu.state,
    first_day date NOT NULL,
    months int NOT NULL CHECK (months BETWEEN 1 AND 60),
    due_days int NOT NULL DEFAULT 30 CHECK (due_days >= 0),
    ended date CHECK (ended > first_day),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.report_schedule IS 'Reports that coordinators owe at regular times. Each period of so many months, counted from first_day, ends in one report.';
COMMENT ON COLUMN socu.report_schedule.report_schedule IS 'Key.';
COMMENT ON COLUMN socu.report_schedule.addressee IS 'To whom: ministry (of the coordinator''s state), working_group or rectorate.';
COMMENT ON COLUMN socu.report_schedule.direction IS 'Only for this direction; NULL for all.';
COMMENT ON COLUMN socu.report_schedule.state IS 'Only for coordinators of this state; NULL for all.';
COMMENT ON COLUMN socu.report_schedule.first_day IS 'First day of the first period.';
COMMENT ON COLUMN socu.report_schedule.months IS 'Length of a period in months.';
COMMENT ON COLUMN socu.report_schedule.due_days IS 'Days after the end of a period within which its report is to be sent.';
COMMENT ON COLUMN socu.report_schedule.ended IS 'Periods that end after this day owe no report; NULL while the schedule lasts.';

CREATE SEQUENCE socu.report_sent_seq;
CREATE TABLE socu.report_sent (
    report_sent bigint PRIMARY KEY DEFAULT nextval('socu.report_sent_seq'),
    report_schedule text COLLATE "C" NOT NULL REFERENCES socu.report_schedule ON UPDATE CASCADE,
    coordinator bigint NOT NULL REFERENCES socu.coordinator,
    period daterange NOT NULL CHECK (NOT isempty(period)),
    sent_on date NOT NULL,
    body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    content jsonb,
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (report_schedule, coordinator, period)
);
CREATE INDEX ON socu.report_sent (coordinator);
CREATE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON socu.report_sent FOR EACH ROW EXECUTE FUNCTION socu.history_keep('report_sent');
COMMENT ON TABLE socu.report_sent IS 'Reports that coordinators have sent.';
COMMENT ON SEQUENCE socu.report_sent_seq IS 'Keys of report_sent.';
COMMENT ON COLUMN socu.report_sent.report_sent IS 'Key.';
COMMENT ON COLUMN socu.report_sent.report_schedule IS 'The schedule it answers.';
COMMENT ON COLUMN socu.report_sent.coordinator IS 'The coordinator that sent it.';
COMMENT ON COLUMN socu.report_sent.period IS 'The period it is for, [from, to).';
COMMENT ON COLUMN socu.report_sent.sent_on IS 'The day it was sent.';
COMMENT ON COLUMN socu.report_sent.body IS 'The body it was sent to.';
COMMENT ON COLUMN socu.report_sent.content IS 'What it said.';

-- ===== reported figures =====

CREATE TABLE socu.measure (
    measure text COLLATE "C" PRIMARY KEY CHECK (measure ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('stock', 'flow')),
    unit text NOT NULL,
    definition text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.measure IS 'What reported figures measure. Figures of different measures are never added.';
COMMENT ON COLUMN socu.measure.measure IS 'Key: snake_case.';
COMMENT ON COLUMN socu.measure.kind IS 'stock (on a date) or flow (within a period).';
COMMENT ON COLUMN socu.measure.unit IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN socu.measure.definition IS 'What exactly is meant.';

CREATE FUNCTION socu.figure_bounds(qualifier text, stated numeric, stated_to numeric, whole boolean) RETURNS numrange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN numrange(stated, stated, '[]')
        WHEN 'at_least' THEN numrange(stated, NULL, '[)')
        WHEN 'more_than' THEN CASE WHEN whole THEN numrange(floor(stated) + 1, NULL, '[)') ELSE numrange(stated, NULL, '()') END
        WHEN 'at_most' THEN numrange(0, stated, '[]')
        WHEN 'less_than' THEN CASE WHEN whole THEN numrange(0, ceil(stated) - 1, '[]') ELSE numrange(0, stated, '[)') END
        WHEN 'between' THEN numrange(stated, stated_to, '[]')
        ELSE numrange(0, NULL, '[)') END;
END;
COMMENT ON FUNCTION socu.figure_bounds(text, numeric, numeric, boolean) IS
'What a reported number says at least and at most: more_than 70 of whole things is [71,). About and not_stated say nothing: [0,).';

CREATE SEQUENCE socu.reported_figure_seq;
CREATE TABLE socu.reported_figure (
    reported_figure bigint PRIMARY KEY DEFAULT nextval('socu.reported_figure_seq'),
    measure text COLLATE "C" NOT NULL REFERENCES socu.measure,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    state text COLLATE "C" REFERENCES socu.state,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    origins text[] CHECK (array_to_string(origins, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    destinations text[] CHECK (array_to_string(destinations, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    qualifier text NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'between', 'about', 'not_stated')),
    stated numeric CHECK (stated >= 0),
    stated_to numeric CHECK (stated_to >= stated),
    whole boolean NOT NULL DEFAULT true,
    bounds numrange NOT NULL GENERATED ALWAYS AS (socu.figure_bounds(qualifier, stated, stated_to, whole)) STORED,
    as_of socu.edtf,
    as_of_inferred boolean NOT NULL DEFAULT false,
    definition text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK ((qualifier = 'not_stated') = (stated IS NULL)),
    CHECK ((qualifier = 'between') = (stated_to IS NOT NULL)),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    CHECK (num_nonnulls(institution, state, event) >= 1),
    FOREIGN KEY (institution, unit) REFERENCES socu.org_unit ON UPDATE CASCADE
);
CREATE INDEX ON socu.reported_figure (institution);
CREATE INDEX ON socu.reported_figure (event);
COMMENT ON TABLE socu.reported_figure IS
'Figures as somebody reported them, with what they say at least and at most. Two sources may disagree; both stay. Add them with figure_sum() alone.';
COMMENT ON SEQUENCE socu.reported_figure_seq IS 'Keys of reported_figure.';
COMMENT ON COLUMN socu.reported_figure.reported_figure IS 'Key.';
COMMENT ON COLUMN socu.reported_figure.measure IS 'What is measured.';
COMMENT ON COLUMN socu.reported_figure.institution IS 'Of this institution.';
COMMENT ON COLUMN socu.reported_figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN socu.reported_figure.state IS 'Of this state.';
COMMENT ON COLUMN socu.reported_figure.event IS 'At this event.';
COMMENT ON COLUMN socu.reported_figure.origins IS 'States that the persons come from, together; NULL for all or not said.';
COMMENT ON COLUMN socu.reported_figure.destinations IS 'States that the persons went to, together; NULL for the place itself.';
COMMENT ON COLUMN socu.reported_figure.qualifier IS 'How the number is to be read: exact, at_least, more_than, at_most, less_than, between, about or not_stated.';
COMMENT ON COLUMN socu.reported_figure.stated IS 'The number as printed; NULL for not_stated.';
COMMENT ON COLUMN socu.reported_figure.stated_to IS 'The second number of between.';
COMMENT ON COLUMN socu.reported_figure.whole IS 'True if only whole numbers are possible.';
COMMENT ON COLUMN socu.reported_figure.bounds IS 'What it says at least and at most; an open upper side is unknown.';
COMMENT ON COLUMN socu.reported_figure.as_of IS 'Date of a stock or period of a flow; NULL if not stated.';
COMMENT ON COLUMN socu.reported_figure.as_of_inferred IS 'True if the source does not state the time and it is read from its context.';
COMMENT ON COLUMN socu.reported_figure.definition IS 'What the source means where that differs from the measure.';

-- ===== ratings =====

CREATE TABLE socu.rating (
    rating text COLLATE "C" PRIMARY KEY CHECK (rating ~ '^[a-z][a-z0-9_]*$'),
    title text NOT NULL,
    status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed', 'published', 'closed')),
    normalisation text NOT NULL DEFAULT 'min_max' CHECK (normalisation IN ('min_max', 'fixed', 'share_of_best', 'z_score')),
    missing text NOT NULL DEFAULT 'exclude' CHECK (missing IN ('exclude', 'reweight')),
    min_coverage numeric NOT NULL DEFAULT 0.5 CHECK (min_coverage BETWEEN 0 AND 1),
    ties text NOT NULL DEFAULT 'competition' CHECK (ties IN ('competition', 'dense', 'mean')),
    digits int NOT NULL DEFAULT 2 CHECK (digits BETWEEN 0 AND 10),
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.rating IS 'Ratings of institutions: how values become a score and scores a rank.';
COMMENT ON COLUMN socu.rating.rating IS 'Key: snake_case.';
COMMENT ON COLUMN socu.rating.status IS 'proposed, agreed, published or closed.';
COMMENT ON COLUMN socu.rating.normalisation IS
'How a value becomes 0 to 100: min_max (worst to best seen), fixed (between the criterion''s own ends), share_of_best (best = 100), z_score (mean 50, standard deviation 10).';
COMMENT ON COLUMN socu.rating.missing IS 'exclude: no score without every value. reweight: weights of what is there scaled up to 1, if they reach min_coverage. Missing is never 0.';
COMMENT ON COLUMN socu.rating.min_coverage IS 'With reweight: the least sum of weights of the values that are there.';
COMMENT ON COLUMN socu.rating.ties IS 'Ranks of equal scores: competition (1, 2, 2, 4), dense (1, 2, 2, 3) or mean (1, 2.5, 2.5, 4).';
COMMENT ON COLUMN socu.rating.digits IS 'Decimals to which a score is rounded before it is ranked.';
COMMENT ON COLUMN socu.rating.event IS 'The event at which it was proposed.';

CREATE TABLE socu.rating_criterion (
    rating text COLLATE "C" NOT NULL REFERENCES socu.rating ON UPDATE CASCADE ON DELETE CASCADE,
    criterion text COLLATE "C" NOT NULL CHECK (criterion ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    weight numeric NOT NULL CHECK (weight > 0 AND weight <= 1),
    higher_is_better boolean NOT NULL DEFAULT true,
    scale_from numeric,
    scale_to numeric CHECK (scale_to > scale_from),
    PRIMARY KEY (rating, criterion)
);
COMMENT ON TABLE socu.rating_criterion IS 'Criteria of a rating. Their weights add up to exactly 1 at the end of the transaction.';
COMMENT ON COLUMN socu.rating_criterion.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_criterion.criterion IS 'Key within the rating.';
COMMENT ON COLUMN socu.rating_criterion.weight IS 'Weight, above 0 and up to 1.';
COMMENT ON COLUMN socu.rating_criterion.higher_is_better IS 'False if a small value is good.';
COMMENT ON COLUMN socu.rating_criterion.scale_from IS 'Value worth 0 under fixed normalisation.';
COMMENT ON COLUMN socu.rating_criterion.scale_to IS 'Value worth 100 under fixed normalisation.';

CREATE FUNCTION socu.rating_weights_check() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    which text;
    total numeric;
BEGIN
    IF TG_RELID <> 'socu.rating_criterion'::regclass OR TG_WHEN <> 'AFTER' OR TG_LEVEL <> 'ROW' THEN
        RAISE EXCEPTION 'function "rating_weights_check" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves rating_criterion AFTER each row, and nothing else.', HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    FOREACH which IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.rating] WHEN 'DELETE' THEN ARRAY[OLD.rating] ELSE ARRAY[NEW.rating, OLD.rating] END LOOP
        SELECT sum(c.weight) INTO total FROM socu.rating_criterion c WHERE c.rating = which;
        IF total <> 1 THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'rating_weights', SCHEMA = 'socu', TABLE = 'rating_criterion',
                MESSAGE = format('the weights of rating "%s" do not add up to 1', which),
                DETAIL = format('They add up to %s.', total),
                HINT = 'Change all its criteria in one transaction.';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION socu.rating_weights_check() IS 'Deferred constraint trigger of rating_criterion: the weights of a rating add up to 1. Refuses every other table. Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION socu.rating_weights_check() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER rating_weights AFTER INSERT OR UPDATE OR DELETE ON socu.rating_criterion
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION socu.rating_weights_check();

CREATE TABLE socu.rating_value (
    rating text COLLATE "C" NOT NULL,
    criterion text COLLATE "C" NOT NULL,
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    value numeric NOT NULL CHECK (value <> 'NaN'),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (rating, criterion, institution, valid),
    FOREIGN KEY (rating, criterion) REFERENCES socu.rating_criterion ON UPDATE CASCADE ON DELETE CASCADE,
    EXCLUDE USING gist (rating WITH =, criterion WITH =, institution WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.rating_value IS 'Observed values of the criteria, by institution and period. What is not observed has no row.';
COMMENT ON COLUMN socu.rating_value.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_value.criterion IS 'The criterion.';
COMMENT ON COLUMN socu.rating_value.institution IS 'The institution.';
COMMENT ON COLUMN socu.rating_value.value IS 'The value, in the unit of the criterion.';

-- ===== as of a date =====

CREATE FUNCTION socu.states_as_of(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (state text, name_en text, status text, since date, until date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 30
BEGIN ATOMIC
    SELECT DISTINCT ON (s.state) s.state, s.name_en, t.status, lower(t.valid), upper(t.valid), t.confidence
    FROM socu.state s JOIN socu.state_status t ON t.state = s.state
    WHERE t.valid @> on_date
    ORDER BY s.state, t.shipped;
END;
COMMENT ON FUNCTION socu.states_as_of(date) IS
'Status of every state in the organisation on a date; a site''s row goes before a shipped one. until is the first day on which it no longer holds.';

CREATE FUNCTION socu.state_status_at(state text, on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT t.status FROM socu.state_status t
    WHERE t.state = state_status_at.state AND t.valid @> on_date
    ORDER BY t.shipped LIMIT 1;
END;
COMMENT ON FUNCTION socu.state_status_at(text, date) IS 'Status of a state on a date: member, observer, dialogue_partner, partner …; NULL if it had none.';

CREATE FUNCTION socu.directions_as_of(on_date date DEFAULT CURRENT_DATE, statuses text[] DEFAULT '{open}')
    RETURNS TABLE (direction text, name_en text, name_ru text, name_zh text, status text, since text, certain boolean, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT x.direction, x.name_en, x.name_ru, x.name_zh, x.status, x.since, x.certain, x.confidence
    FROM (SELECT DISTINCT ON (d.direction) d.direction, d.name_en, d.name_ru, d.name_zh, s.status, s.since::text AS since,
                 upper(socu.edtf_range(s.since)) <= on_date + 1 AS certain, s.confidence
          FROM socu.direction d JOIN socu.direction_status s ON s.direction = d.direction
          WHERE s.valid @> on_date
          ORDER BY d.direction, s.shipped) x
    WHERE x.status = ANY (statuses)
    ORDER BY x.direction;
END;
COMMENT ON FUNCTION socu.directions_as_of(date, text[]) IS
'Directions of study with one of the statuses (open; also planned, named, closed) on a date. certain is false on days before the last on which the status may have begun.';

CREATE FUNCTION socu.direction_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.direction)
    -- OFFSET 0: the name is made normal once, not for every row
    FROM (SELECT socu.name_normal(direction_by_name.name) AS normal OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT d.direction FROM socu.direction d
          WHERE q.normal IN (d.direction, replace(d.direction, '_', ' '), socu.name_normal(d.name_en), socu.name_normal(d.name_ru),
                             socu.name_normal(d.name_zh))
          UNION
          SELECT k.direction FROM socu.known_name k WHERE k.direction IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION socu.direction_by_name(text) IS
'Key of the direction with this name, alias or key, in any script and case; NULL if there is none or more than one, or for a text of more than 4,000 bytes.';

CREATE FUNCTION socu.institution_name(institution text, lang text DEFAULT 'en', on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(
        (SELECT k.name FROM socu.known_name k
         WHERE k.institution = institution_name.institution AND k.lang = institution_name.lang AND k.valid @> on_date AND k.kind IN ('official', 'former', 'alias')
         -- a name whose years are known goes before one of unknown years
         ORDER BY (upper_inf(k.valid) AND lower_inf(k.valid)), array_position(ARRAY['official', 'former', 'alias'], k.kind), k.shipped, k.known_name LIMIT 1),
        (SELECT i.name_en FROM socu.institution i WHERE i.institution = institution_name.institution));
END;
COMMENT ON FUNCTION socu.institution_name(text, text, date) IS
'Name of an institution in a language on a date: the official one, else one of that time; else its English name.';

CREATE FUNCTION socu.network_members(network text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, name_en text, state text, role text, status text, since date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT i.institution, i.name_en, i.state, m.role, socu.state_status_at(i.state, on_date), lower(m.valid), m.confidence
    FROM socu.membership m JOIN socu.institution i ON i.institution = m.institution
    WHERE m.body = network AND m.valid @> on_date
      AND (NOT m.shipped OR NOT EXISTS (SELECT FROM socu.membership o
                                        WHERE o.body = m.body AND o.institution = m.institution AND o.role = m.role AND NOT o.shipped AND o.valid @> on_date))
    ORDER BY i.state, i.institution, m.role;
END;
COMMENT ON FUNCTION socu.network_members(text, date) IS
'Institutions of a network, association or alliance on a date, with their roles and the status of their state on that date. A row per role.';

-- ===== finding an institution by any of its names =====

CREATE FUNCTION socu.name_similarity(a text, b text) RETURNS real
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5
    AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.name_similarity(text, text) IS
'How alike two normal names are, 0 to 1: the share of the words of the first that stand in the second, misspelled words counted in part, with a small discount for further words. Only the first 32 words within 6,176 bytes are compared.';

CREATE FUNCTION socu.institution_find(query text, max_rows int DEFAULT 10)
    RETURNS TABLE (institution text, name_en text, state text, city text, matched text, lang text, kind text, score real)
    LANGUAGE sql STABLE PARALLEL SAFE COST 1000 ROWS 10
BEGIN ATOMIC
    SELECT x.institution, i.name_en, i.state, i.city, x.name, x.lang, x.kind, x.score
    FROM (SELECT DISTINCT ON (n.institution) n.institution, n.name, n.lang, n.kind, n.score
          -- OFFSET 0: the query is made normal once, not for every name
          FROM (SELECT socu.name_normal(query) AS normal,
                       CASE WHEN octet_length(query) <= 4000
                            THEN lower(regexp_replace(btrim(query), '^(https?://)?(www[.])?|/.*$', '', 'gi')) END AS domain OFFSET 0) q
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
          ORDER BY n.institution, n.score DESC, array_position(ARRAY['official', 'short', 'alias', 'former', 'as_printed', 'domain'], n.kind), n.name COLLATE "C") x
    JOIN socu.institution i ON i.institution = x.institution
    ORDER BY x.score DESC, i.institution
    LIMIT max_rows;
END;
COMMENT ON FUNCTION socu.institution_find(text, int) IS
'Institutions whose official, former, short or printed name, or web domain, is like the query, the best first: any script, case, accents, word order, small misspellings. score is 1 for an equal name; below 0.4, and for a query of more than 4,000 bytes, nothing is shown.';

CREATE FUNCTION socu.body_by_name(name text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT min(x.body)
    FROM (SELECT socu.name_normal(body_by_name.name) AS normal,
                 CASE WHEN octet_length(body_by_name.name) <= 4000 THEN lower(body_by_name.name) END AS domain OFFSET 0) q
    CROSS JOIN LATERAL (
          SELECT b.body FROM socu.body b WHERE q.normal IN (b.body, socu.name_normal(b.name_en)) OR b.domain = q.domain
          UNION
          SELECT k.body FROM socu.known_name k WHERE k.body IS NOT NULL AND k.normal = q.normal) x
    HAVING count(*) = 1;
END;
COMMENT ON FUNCTION socu.body_by_name(text) IS 'Key of the body with this name, alias, key or domain; NULL if there is none or more than one, or for a text of more than 4,000 bytes.';

-- ===== agreements =====

CREATE FUNCTION socu.agreement_parties(agreement text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT string_agg(coalesce(p.institution, p.body, p.state, p.name_as_given), ', ' ORDER BY p.participation)
           || CASE WHEN a.parties_complete THEN '' ELSE ', …' END
    FROM socu.agreement a LEFT JOIN socu.participation p ON p.agreement = a.agreement AND p.role = 'party'
    WHERE a.agreement = agreement_parties.agreement
    GROUP BY a.parties_complete;
END;
COMMENT ON FUNCTION socu.agreement_parties(text) IS 'Parties of an agreement in one line; … at the end if the list is not complete.';

CREATE FUNCTION socu.agreement_end(valid daterange, renewal text, renewal_months int, on_date date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN upper_inf(valid) THEN NULL
        WHEN renewal <> 'automatic' OR upper(valid) > on_date THEN upper(valid)
        ELSE (upper(valid) + make_interval(months => renewal_months *
              (((extract(year FROM age(on_date, upper(valid))) * 12 + extract(month FROM age(on_date, upper(valid))))::int / renewal_months) + 1)))::date
    END;
END;
COMMENT ON FUNCTION socu.agreement_end(daterange, text, int, date) IS
'First day on which an agreement is no longer in force, seen from a date: the end of its validity, moved on by as many automatic renewals as have happened. NULL if it has no end.';

CREATE FUNCTION socu.agreements_in_force(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (agreement text, kind text, title text, binding boolean, parties text, since date, ends_on date, certain boolean)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT a.agreement, a.kind, a.title, k.binding, p.parties || CASE WHEN a.parties_complete THEN '' ELSE ', …' END, t.since, t.ends_on,
           coalesce(coalesce(lower(a.valid), upper(socu.edtf_range(a.signed)) - 1) <= on_date
                    AND (NOT upper_inf(a.valid) OR a.renewal <> 'not_stated') AND a.confidence <> 'uncertain', false)
    FROM socu.agreement a JOIN socu.agreement_kind k ON k.agreement_kind = a.kind
    CROSS JOIN LATERAL (SELECT coalesce(lower(a.valid), lower(socu.edtf_range(a.signed))) AS since,
                               CASE WHEN a.status = 'terminated' OR a.renewal <> 'automatic' OR upper_inf(a.valid) OR upper(a.valid) > on_date THEN upper(a.valid)
                                    ELSE socu.agreement_end(a.valid, a.renewal, a.renewal_months, on_date) END AS ends_on OFFSET 0) t
    LEFT JOIN (SELECT q.agreement, string_agg(coalesce(q.institution, q.body, q.state, q.name_as_given), ', ' ORDER BY q.participation) AS parties
               FROM socu.participation q WHERE q.role = 'party' AND q.agreement IS NOT NULL GROUP BY q.agreement) p ON p.agreement = a.agreement
    WHERE a.status <> 'draft' AND coalesce(t.since <= on_date, true) AND coalesce(t.ends_on > on_date, true)
    ORDER BY a.agreement;
END;
COMMENT ON FUNCTION socu.agreements_in_force(date) IS
'Agreements and other documents in force on a date, with automatic renewals. certain is false where the start or the end is not stated, or is not exact on that day.';

CREATE FUNCTION socu.agreements_expiring(months int DEFAULT 12, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (agreement text, kind text, title text, parties text, ends_on date, days_left int, renewal text, notice_by date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT f.agreement, f.kind, f.title, f.parties, f.ends_on, f.ends_on - on_date, a.renewal,
           (f.ends_on - make_interval(months => a.notice_months))::date
    FROM socu.agreements_in_force(on_date) f JOIN socu.agreement a ON a.agreement = f.agreement
    WHERE f.ends_on <= (on_date + make_interval(months => agreements_expiring.months))::date
    ORDER BY f.ends_on, f.agreement;
END;
COMMENT ON FUNCTION socu.agreements_expiring(int, date) IS
'Agreements in force on a date that end within so many months, the next to end first; notice_by is the last day for a notice. Those with automatic renewal are listed, because someone must decide.';

CREATE FUNCTION socu.agreement_problems()
    RETURNS TABLE (agreement text, problem text, detail text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT a.agreement, 'fewer than two parties'::text, format('%s listed', count(p.participation))
    FROM socu.agreement a LEFT JOIN socu.participation p ON p.agreement = a.agreement AND p.role = 'party'
    WHERE a.parties_complete AND a.kind NOT IN ('resolution', 'declaration', 'minutes')
    GROUP BY a.agreement HAVING count(p.participation) < 2
    UNION ALL
    SELECT a.agreement, 'party not resolved', coalesce(p.name_as_given, p.institution)
    FROM socu.agreement a JOIN socu.participation p ON p.agreement = a.agreement AND p.role = 'party'
    LEFT JOIN socu.institution i ON i.institution = p.institution
    WHERE num_nonnulls(p.institution, p.body, p.state) = 0 OR NOT i.resolved
    UNION ALL
    SELECT f.agreement, 'flow of an institution that is no party', x.institution
    FROM socu.agreement_flow f CROSS JOIN LATERAL (VALUES (f.from_institution), (f.to_institution)) x (institution)
    WHERE NOT EXISTS (SELECT FROM socu.participation p WHERE p.agreement = f.agreement AND p.role = 'party' AND p.institution = x.institution)
      AND EXISTS (SELECT FROM socu.agreement a WHERE a.agreement = f.agreement AND a.parties_complete)
    UNION ALL
    SELECT f.agreement, 'flow within one state', format('%s to %s', f.from_institution, f.to_institution)
    FROM socu.agreement_flow f JOIN socu.institution s ON s.institution = f.from_institution JOIN socu.institution t ON t.institution = f.to_institution
    WHERE s.state = t.state
    UNION ALL
    SELECT f.agreement, 'places in a document that is no base for a quota', format('flow %s, kind %s', f.flow, a.kind)
    FROM socu.agreement_flow f JOIN socu.agreement a ON a.agreement = f.agreement JOIN socu.agreement_kind k ON k.agreement_kind = a.kind
    WHERE f.places_stated <> 'not_stated' AND k.base_for_quota = 'no'
    UNION ALL
    SELECT f.agreement, 'activity of a flow that is no mobility', format('flow %s, %s', f.flow, f.activity)
    FROM socu.agreement_flow f JOIN socu.activity v ON v.activity = f.activity
    WHERE NOT v.mobility
    ORDER BY 1, 2, 3;
END;
COMMENT ON FUNCTION socu.agreement_problems() IS 'What does not fit in the agreements: too few or unresolved parties, flows of strangers or within one state, places without a base.';

CREATE FUNCTION socu.bilateral(state_a text, state_b text)
    RETURNS TABLE (kind text, key text, title text, held text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    WITH part AS (
        SELECT p.agreement, p.event, p.programme, p.project, p.output
        FROM socu.participation p LEFT JOIN socu.institution i ON i.institution = p.institution LEFT JOIN socu.body b ON b.body = p.body
        WHERE coalesce(i.state, b.state, p.state) IN (state_a, state_b)
        GROUP BY p.agreement, p.event, p.programme, p.project, p.output
        HAVING count(DISTINCT coalesce(i.state, b.state, p.state)) = 2)
    SELECT 'agreement', a.agreement, a.title, a.signed::text FROM part p JOIN socu.agreement a ON a.agreement = p.agreement
    UNION ALL
    SELECT 'event', e.event, e.title, e.held::text FROM part p JOIN socu.event e ON e.event = p.event
    UNION ALL
    SELECT 'programme', g.programme, g.title, NULL FROM part p JOIN socu.programme g ON g.programme = p.programme
    UNION ALL
    SELECT 'project', j.project, j.title, NULL FROM part p JOIN socu.project j ON j.project = p.project
    UNION ALL
    SELECT 'output', o.output, o.title, o.made::text FROM part p JOIN socu.output o ON o.output = p.output
    ORDER BY 1, 2;
END;
COMMENT ON FUNCTION socu.bilateral(text, text) IS 'Everything that two states take part in together: agreements, events, programmes, projects, outputs.';

-- ===== events =====

CREATE FUNCTION socu.event_rate(institution text, network text, year int DEFAULT NULL)
    RETURNS TABLE (attended bigint, held bigint, rate numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT count(*) FILTER (WHERE x.there), count(*), round(100.0 * count(*) FILTER (WHERE x.there) / nullif(count(*), 0), 1)
    FROM (SELECT EXISTS (SELECT FROM socu.participation p WHERE p.event = e.event AND p.institution = event_rate.institution) AS there
          FROM socu.event e
          WHERE e.network = event_rate.network AND e.status = 'held' AND e.parent IS NULL
            AND (event_rate.year IS NULL OR socu.edtf_range(e.held) <@ daterange(make_date(event_rate.year, 1, 1), make_date(event_rate.year + 1, 1, 1)))) x;
END;
COMMENT ON FUNCTION socu.event_rate(text, text, int) IS
'How many of the events that a network held (in a year) an institution attended, and the rate in per cent: NULL, not 0, if none was held. Parts of events are not counted.';

CREATE FUNCTION socu.event_agreement_coverage(event text)
    RETURNS TABLE (measure text, reported numrange, registered bigint, share_percent numeric, source_document text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT f.measure, f.bounds, r.n, CASE WHEN lower(f.bounds) = upper(f.bounds) THEN round(100.0 * r.n / nullif(lower(f.bounds), 0), 1) END, f.source_document
    FROM socu.reported_figure f
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM socu.agreement a
                        WHERE a.event = f.event AND a.kind NOT IN ('resolution', 'declaration', 'minutes')) r
    WHERE f.event = event_agreement_coverage.event AND f.measure = 'agreements_signed' AND f.institution IS NULL
    ORDER BY f.reported_figure;
END;
COMMENT ON FUNCTION socu.event_agreement_coverage(text) IS
'Agreements that are in the books as a share of those reported for an event, in per cent; NULL if the report is not exact.';

-- ===== coordinators =====

CREATE FUNCTION socu.reports_due(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (report_schedule text, addressee text, coordinator bigint, direction text, state text, institution text, period daterange, due_on date, days_late int)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT s.report_schedule, s.addressee, c.coordinator, c.direction, c.state, c.institution, p.period, upper(p.period) + s.due_days,
           on_date - (upper(p.period) + s.due_days)
    FROM socu.report_schedule s
    CROSS JOIN LATERAL generate_series(0, greatest(0, (extract(year FROM age(on_date, s.first_day)) * 12 + extract(month FROM age(on_date, s.first_day)))::int / s.months - 1)) n
    CROSS JOIN LATERAL (SELECT daterange((s.first_day + make_interval(months => s.months * n))::date,
                                         (s.first_day + make_interval(months => s.months * (n + 1)))::date) AS period) p
    JOIN socu.coordinator c ON c.valid @> upper(p.period) - 1
         AND (s.direction IS NULL OR s.direction = c.direction) AND (s.state IS NULL OR s.state = c.state)
    WHERE upper(p.period) <= on_date AND (s.ended IS NULL OR upper(p.period) - 1 <= s.ended)
      AND NOT EXISTS (SELECT FROM socu.report_sent r
                      WHERE r.report_schedule = s.report_schedule AND r.coordinator = c.coordinator AND r.period = p.period AND r.sent_on <= on_date)
    ORDER BY 8, 1, 4, 5;
END;
COMMENT ON FUNCTION socu.reports_due(date) IS
'Reports that coordinators owe on a date: the period is over and nothing was sent. Who coordinated on its last day owes it. days_late is below 0 while there is time.';

CREATE FUNCTION socu.duty_fulfilment(on_date date DEFAULT CURRENT_DATE, months int DEFAULT 12)
    RETURNS TABLE (coordinator bigint, direction text, state text, institution text, duty text, records bigint, latest date, fulfilled boolean)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT c.coordinator, c.direction, c.state, c.institution, d.duty, count(r.duty_record), max(upper(socu.edtf_range(r.done)) - 1), count(r.duty_record) > 0
    FROM socu.coordinator c CROSS JOIN socu.duty d
    LEFT JOIN socu.duty_record r ON r.coordinator = c.coordinator AND r.duty = d.duty
         AND socu.edtf_range(r.done) && daterange((on_date - make_interval(months => duty_fulfilment.months))::date, on_date, '(]')
    WHERE c.valid @> on_date
    GROUP BY c.coordinator, d.duty, d.ordinal
    ORDER BY c.direction, c.state, d.ordinal, d.duty;
END;
COMMENT ON FUNCTION socu.duty_fulfilment(date, int) IS
'Every coordinator in office on a date with every duty: how many records of the last months (12), the latest, and whether there is any.';

CREATE FUNCTION socu.records_stale(on_date date DEFAULT CURRENT_DATE, max_age interval DEFAULT '12 months')
    RETURNS TABLE (coordinator bigint, direction text, state text, institution text, last_update date, age_days int)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT c.coordinator, c.direction, c.state, c.institution, u.last_update, on_date - u.last_update
    FROM socu.coordinator c
    CROSS JOIN LATERAL (SELECT max(x.d) AS last_update
                        FROM (SELECT (r.recorded_at AT TIME ZONE 'UTC')::date AS d FROM socu.direction_record r WHERE r.direction = c.direction AND r.state = c.state
                              UNION ALL
                              SELECT (r.recorded_at AT TIME ZONE 'UTC')::date FROM socu.direction_speciality r WHERE r.direction = c.direction AND r.state = c.state) x
                        WHERE x.d <= on_date) u
    WHERE c.valid @> on_date AND coalesce(u.last_update < on_date - max_age, true)
    ORDER BY u.last_update NULLS FIRST, c.direction, c.state;
END;
COMMENT ON FUNCTION socu.records_stale(date, interval) IS
'Coordinators in office on a date whose current records were not touched within the agreed age (12 months); last_update is NULL if there are none. Days are counted in UTC.';

CREATE FUNCTION socu.coordinator_record(direction text, state text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (section text, item text, content text, since date, recorded_by text, recorded_at timestamptz)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT x.section, x.item, x.content, x.since, x.recorded_by, x.recorded_at
    FROM (
        SELECT 1 AS o, 'direction' AS section, s.status AS item, d.name_en AS content, lower(s.valid) AS since, NULL::text AS recorded_by, NULL::timestamptz AS recorded_at
        FROM socu.direction d
        JOIN LATERAL (SELECT t.* FROM socu.direction_status t WHERE t.direction = d.direction AND t.valid @> on_date ORDER BY t.shipped LIMIT 1) s ON true
        WHERE d.direction = coordinator_record.direction
        UNION ALL
        SELECT 2, 'coordinator', c.institution, concat_ws('; ', i.name_en, 'represents it ' || array_to_string(c.represents, ' and '), 'programme ' || c.programme),
               lower(c.valid), c.recorded_by, c.recorded_at
        FROM socu.coordinator c JOIN socu.institution i ON i.institution = c.institution
        WHERE c.direction = coordinator_record.direction AND c.state = coordinator_record.state AND c.valid @> on_date
        UNION ALL
        SELECT 3, 'speciality', s.code::text, concat_ws('; ', s.title, s.status), lower(s.valid), s.recorded_by, s.recorded_at
        FROM socu.direction_speciality s
        WHERE s.direction = coordinator_record.direction AND s.state = coordinator_record.state AND s.valid @> on_date
        UNION ALL
        SELECT 4, 'programme', p.programme, concat_ws('; ', p.title, p.kind, p.status), lower(p.valid), NULL, NULL
        FROM socu.programme p
        WHERE p.direction = coordinator_record.direction AND p.valid @> on_date AND p.status <> 'closed'
          AND EXISTS (SELECT FROM socu.participation q JOIN socu.institution i ON i.institution = q.institution
                      WHERE q.programme = p.programme AND i.state = coordinator_record.state)
        UNION ALL
        SELECT 5, 'institution', i.institution, i.name_en, lower(m.valid), NULL, NULL
        FROM socu.institution_direction m JOIN socu.institution i ON i.institution = m.institution
        WHERE m.direction = coordinator_record.direction AND i.state = coordinator_record.state AND m.valid @> on_date AND m.confidence <> 'uncertain'
          AND (NOT m.shipped OR NOT EXISTS (SELECT FROM socu.institution_direction o WHERE o.institution = m.institution AND o.direction = m.direction
                                                                                      AND NOT o.shipped AND o.valid @> on_date))
        UNION ALL
        SELECT 6, 'record', r.subject, r.content, lower(r.valid), r.recorded_by, r.recorded_at
        FROM socu.direction_record r
        WHERE r.direction = coordinator_record.direction AND r.state = coordinator_record.state AND r.valid @> on_date
        UNION ALL
        SELECT 7, 'duty', f.duty, format('%s in the last 12 months', f.records), f.latest, NULL, NULL
        FROM socu.duty_fulfilment(on_date) f
        WHERE f.direction = coordinator_record.direction AND f.state = coordinator_record.state
        UNION ALL
        SELECT 8, 'report due', r.report_schedule, format('to the %s for %s', replace(r.addressee, '_', ' '), r.period), r.due_on, NULL, NULL
        FROM socu.reports_due(on_date) r
        WHERE r.direction = coordinator_record.direction AND r.state = coordinator_record.state) x
    ORDER BY x.o, x.item COLLATE "C", x.since;
END;
COMMENT ON FUNCTION socu.coordinator_record(text, text, date) IS
'The coordinator''s record of a direction in a state as of a date: its status, coordinator, specialities, programmes, institutions, entries, duties, reports due. since of a report is the day it is due, of a duty the latest day.';

-- ===== figures =====

CREATE FUNCTION socu.bounds_text(bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper_inf(bounds) AND coalesce(lower(bounds), 0) = 0 THEN 'not stated'
                WHEN upper_inf(bounds) THEN 'at least ' || trim_scale(lower(bounds))
                WHEN lower(bounds) = upper(bounds) THEN trim_scale(lower(bounds))::text
                WHEN lower(bounds) = 0 THEN 'at most ' || trim_scale(upper(bounds))
                ELSE trim_scale(lower(bounds)) || ' to ' || trim_scale(upper(bounds)) END;
END;
COMMENT ON FUNCTION socu.bounds_text(numrange) IS 'Bounds in words: 40, at least 71, 50 to 60, not stated.';

CREATE FUNCTION socu.figure_text(qualifier text, stated numeric, stated_to numeric, bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN stated::text
        WHEN 'not_stated' THEN 'not stated'
        WHEN 'between' THEN format('%s to %s', stated, stated_to)
        WHEN 'about' THEN 'about ' || stated
        WHEN 'at_least' THEN 'at least ' || stated
        WHEN 'at_most' THEN 'at most ' || stated
        ELSE format('%s %s (%s)', replace(qualifier, '_', ' '), stated, socu.bounds_text(bounds)) END;
END;
COMMENT ON FUNCTION socu.figure_text(text, numeric, numeric, numrange) IS 'A reported figure as it may be printed: more than 70 (at least 71), never 70.';

CREATE VIEW socu.figure AS
SELECT f.reported_figure, f.measure, m.kind, m.unit AS counts, f.institution, f.unit, f.state, f.event, f.origins, f.destinations,
       socu.figure_text(f.qualifier, f.stated, f.stated_to, f.bounds) AS figure, f.bounds, f.as_of, f.as_of_inferred, f.source_document, f.confidence
FROM socu.reported_figure f JOIN socu.measure m ON m.measure = f.measure;
COMMENT ON VIEW socu.figure IS 'Reported figures as they may be printed.';
COMMENT ON COLUMN socu.figure.reported_figure IS 'Key of the figure.';
COMMENT ON COLUMN socu.figure.measure IS 'What is measured.';
COMMENT ON COLUMN socu.figure.kind IS 'stock or flow.';
COMMENT ON COLUMN socu.figure.counts IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN socu.figure.institution IS 'Of this institution.';
COMMENT ON COLUMN socu.figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN socu.figure.state IS 'Of this state.';
COMMENT ON COLUMN socu.figure.event IS 'At this event.';
COMMENT ON COLUMN socu.figure.origins IS 'States that the persons come from, together.';
COMMENT ON COLUMN socu.figure.destinations IS 'States that the persons went to, together.';
COMMENT ON COLUMN socu.figure.figure IS 'In words: 401; more than 70 (at least 71).';
COMMENT ON COLUMN socu.figure.bounds IS 'What it says at least and at most.';
COMMENT ON COLUMN socu.figure.as_of IS 'Date of a stock or period of a flow.';
COMMENT ON COLUMN socu.figure.as_of_inferred IS 'True if the source does not state the time.';

CREATE FUNCTION socu.figure_sum(figures bigint[]) RETURNS numrange
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    clash record;
    total numrange;
BEGIN
    SELECT g.reported_figure AS one, f.reported_figure AS other, x.why INTO clash
    FROM socu.reported_figure f JOIN socu.reported_figure g ON g.reported_figure < f.reported_figure
    CROSS JOIN LATERAL (SELECT CASE
        WHEN f.measure <> g.measure THEN format('They measure different things: %s and %s.', g.measure, f.measure)
        WHEN f.definition IS DISTINCT FROM g.definition THEN 'Their sources mean different things.'
        WHEN f.as_of IS DISTINCT FROM g.as_of OR f.as_of IS NULL
            THEN format('They are of different or unknown dates: %s and %s.', coalesce(g.as_of, 'not stated'), coalesce(f.as_of, 'not stated'))
        WHEN (f.destinations IS NULL) <> (g.destinations IS NULL) THEN 'One counts persons who come, the other persons who go.'
        WHEN f.event IS DISTINCT FROM g.event THEN 'They are of different events.'
        -- the same persons may be in both unless something keeps them apart
        WHEN f.institution <> g.institution OR f.state <> g.state OR NOT f.origins && g.origins OR NOT f.destinations && g.destinations THEN NULL
        WHEN f.institution = g.institution AND f.unit <> g.unit
             AND NOT EXISTS (WITH RECURSIVE above (start, unit) AS (
                                 SELECT u.unit, u.unit FROM socu.org_unit u WHERE u.institution = f.institution AND u.unit IN (f.unit, g.unit)
                                 UNION SELECT a.start, u.parent FROM above a JOIN socu.org_unit u ON u.institution = f.institution AND u.unit = a.unit
                                 WHERE u.parent IS NOT NULL)
                             SELECT FROM above a WHERE a.start = f.unit AND a.unit = g.unit OR a.start = g.unit AND a.unit = f.unit) THEN NULL
        ELSE 'They overlap: the same persons or things may be in both.' END AS why) x
    WHERE f.reported_figure = ANY (figures) AND g.reported_figure = ANY (figures) AND x.why IS NOT NULL
    ORDER BY f.reported_figure, g.reported_figure LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('reported figures %s and %s cannot be added', clash.one, clash.other),
            DETAIL = clash.why, HINT = 'Add only figures of one measure, definition and date that do not overlap; show the others side by side.';
    END IF;
    SELECT CASE WHEN bool_or(upper_inf(f.bounds)) THEN numrange(sum(lower(f.bounds)), NULL, '[)') ELSE numrange(sum(lower(f.bounds)), sum(upper(f.bounds)), '[]') END
    INTO total FROM socu.reported_figure f WHERE f.reported_figure = ANY (figures) HAVING count(*) > 0;
    RETURN total;
END
$$;
COMMENT ON FUNCTION socu.figure_sum(bigint[]) IS
'Sum of reported figures as bounds; an open upper side stays open. Error 22023 for figures of different measures, definitions, dates or events, and for those that overlap (a faculty and its university). NULL for none.';

CREATE FUNCTION socu.figure_ratio(numerator numrange, denominator numrange) RETURNS numrange
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper(denominator) = 0 THEN NULL
                ELSE numrange(CASE WHEN upper_inf(denominator) THEN 0 ELSE trim_scale(coalesce(lower(numerator), 0) / upper(denominator)) END,
                              trim_scale(upper(numerator) / nullif(lower(denominator), 0)), CASE WHEN upper_inf(numerator) OR lower(denominator) = 0 THEN '[)' ELSE '[]' END) END;
END;
COMMENT ON FUNCTION socu.figure_ratio(numrange, numrange) IS 'What a ratio of two bounded figures is at least and at most; an open side stays open. NULL if the denominator is 0.';

-- ===== ratings =====

CREATE FUNCTION socu.rating_rank(rating text, on_date date, weights jsonb)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH r AS (SELECT * FROM socu.rating t WHERE t.rating = rating_rank.rating),
    c AS (SELECT k.*, (weights->>k.criterion)::numeric AS w FROM socu.rating_criterion k WHERE k.rating = rating_rank.rating),
    v AS (SELECT x.criterion, x.institution, x.value FROM socu.rating_value x WHERE x.rating = rating_rank.rating AND x.valid @> on_date),
    s AS (SELECT v.criterion, min(v.value) AS lo, max(v.value) AS hi, avg(v.value) AS mean, stddev_pop(v.value) AS sd FROM v GROUP BY v.criterion),
    n AS (SELECT v.institution, c.criterion, c.w,
                 CASE WHEN c.higher_is_better THEN y.points ELSE 100 - y.points END AS points
          FROM v JOIN c ON c.criterion = v.criterion JOIN s ON s.criterion = v.criterion CROSS JOIN r
          CROSS JOIN LATERAL (SELECT CASE r.normalisation
                WHEN 'min_max' THEN CASE WHEN s.hi = s.lo THEN 50 ELSE 100 * (v.value - s.lo) / (s.hi - s.lo) END
                WHEN 'fixed' THEN greatest(0, least(100, 100 * (v.value - c.scale_from) / (c.scale_to - c.scale_from)))
                WHEN 'share_of_best' THEN CASE WHEN s.hi = 0 THEN NULL ELSE 100 * v.value / s.hi END
                WHEN 'z_score' THEN CASE WHEN s.sd = 0 THEN 50 ELSE 50 + 10 * (v.value - s.mean) / s.sd END END AS points) y),
    t AS (SELECT i.institution, coalesce(sum(n.w) FILTER (WHERE n.points IS NOT NULL), 0) AS coverage,
                 sum(n.w * n.points) AS points,
                 array_agg(c.criterion ORDER BY c.criterion) FILTER (WHERE n.points IS NULL) AS missing
          FROM (SELECT DISTINCT v.institution FROM v) i CROSS JOIN c
          LEFT JOIN n ON n.institution = i.institution AND n.criterion = c.criterion
          GROUP BY i.institution),
    q AS (SELECT t.institution, t.coverage, coalesce(t.missing, '{}') AS missing,
                 round(CASE WHEN t.missing IS NULL THEN t.points
                            WHEN r.missing = 'reweight' AND t.coverage >= r.min_coverage AND t.coverage > 0 THEN t.points / t.coverage END, r.digits) AS score,
                 r.ties
          FROM t CROSS JOIN r)
    SELECT q.institution, q.score,
           CASE WHEN q.score IS NOT NULL THEN
             CASE q.ties WHEN 'dense' THEN dense_rank() OVER o
                         WHEN 'mean' THEN rank() OVER o + (count(*) OVER (PARTITION BY q.score) - 1) * 0.5
                         ELSE rank() OVER o END::numeric END,
           q.coverage, q.missing
    FROM q
    WINDOW o AS (ORDER BY q.score DESC NULLS LAST)
    ORDER BY q.score DESC NULLS LAST, q.institution;
END;
COMMENT ON FUNCTION socu.rating_rank(text, date, jsonb) IS
'Scores (0 to 100) and ranks of a rating on a date under given weights, e.g. {"research": 0.6, "teaching": 0.4}. No score and no rank where too much is missing; missing names the criteria.';

CREATE FUNCTION socu.rating_score(rating text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT x.institution, x.score, x.rank, x.coverage, x.missing
    FROM socu.rating_rank(rating, on_date, (SELECT jsonb_object_agg(c.criterion, c.weight) FROM socu.rating_criterion c WHERE c.rating = rating_score.rating)) x;
END;
COMMENT ON FUNCTION socu.rating_score(text, date) IS 'Scores (0 to 100) and ranks of a rating on a date under its own weights. No rows for a rating without criteria or values.';

CREATE FUNCTION socu.rating_sensitivity(rating text, on_date date DEFAULT CURRENT_DATE, shift numeric DEFAULT 0.1)
    RETURNS TABLE (institution text, rank numeric, best numeric, worst numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH c AS (SELECT k.criterion, k.weight FROM socu.rating_criterion k WHERE k.rating = rating_sensitivity.rating),
    -- each weight in turn made larger and smaller by the shift, the others scaled so that all add up to 1 again
    w AS (SELECT m.criterion AS moved, d.sign,
                 jsonb_object_agg(c.criterion, CASE WHEN c.criterion = m.criterion THEN m.weight_new ELSE c.weight * (1 - m.weight_new) / (1 - m.weight) END) AS weights
          FROM (VALUES (1), (-1)) d (sign)
          CROSS JOIN LATERAL (SELECT c.criterion, c.weight, greatest(0, least(1, c.weight + d.sign * shift)) AS weight_new FROM c WHERE c.weight < 1) m
          CROSS JOIN c
          GROUP BY m.criterion, d.sign)
    SELECT b.institution, b.rank, least(b.rank, min(x.rank)), greatest(b.rank, max(x.rank))
    FROM socu.rating_score(rating, on_date) b
    LEFT JOIN (SELECT r.institution, r.rank FROM w CROSS JOIN LATERAL socu.rating_rank(rating_sensitivity.rating, on_date, w.weights) r) x
         ON x.institution = b.institution
    GROUP BY b.institution, b.rank
    ORDER BY b.rank NULLS LAST, b.institution;
END;
COMMENT ON FUNCTION socu.rating_sensitivity(text, date, numeric) IS
'How far a rank depends on the weights: the best and the worst rank when each weight in turn is moved up and down by the shift (0.1), the others scaled to keep the sum 1.';

-- ===== roles =====

CREATE TABLE socu.coordinator_role (
    role_name text COLLATE "C" NOT NULL CHECK (role_name <> ''),
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    PRIMARY KEY (role_name, direction, state)
);
COMMENT ON TABLE socu.coordinator_role IS 'Which database role may keep the records of which direction and state; filled by grant_coordinator().';
COMMENT ON COLUMN socu.coordinator_role.role_name IS 'The role; its members may too.';
COMMENT ON COLUMN socu.coordinator_role.direction IS 'The direction.';
COMMENT ON COLUMN socu.coordinator_role.state IS 'The state.';

CREATE FUNCTION socu.coordinates(direction text, state text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM socu.coordinator_role r JOIN pg_catalog.pg_roles p ON p.rolname = r.role_name
                   WHERE r.direction = coordinates.direction AND r.state = coordinates.state
                     AND pg_catalog.pg_has_role(current_user, p.oid, 'USAGE'));
END;
COMMENT ON FUNCTION socu.coordinates(text, text) IS 'True if the current user may keep the records of this direction and state.';

CREATE FUNCTION socu.coordinates_as(coordinator bigint) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM socu.coordinator c WHERE c.coordinator = coordinates_as.coordinator AND socu.coordinates(c.direction, c.state));
END;
COMMENT ON FUNCTION socu.coordinates_as(bigint) IS 'True if the current user may keep the records of the direction and state of this coordinator.';

ALTER TABLE socu.direction_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY direction_record_read ON socu.direction_record FOR SELECT USING (true);
COMMENT ON POLICY direction_record_read ON socu.direction_record IS 'Who may read the table reads all of it.';
CREATE POLICY direction_record_write ON socu.direction_record USING (socu.coordinates(direction, state)) WITH CHECK (socu.coordinates(direction, state));
COMMENT ON POLICY direction_record_write ON socu.direction_record IS 'A coordinator writes the records of its own directions and states.';
ALTER TABLE socu.direction_speciality ENABLE ROW LEVEL SECURITY;
CREATE POLICY direction_speciality_read ON socu.direction_speciality FOR SELECT USING (true);
COMMENT ON POLICY direction_speciality_read ON socu.direction_speciality IS 'Who may read the table reads all of it.';
CREATE POLICY direction_speciality_write ON socu.direction_speciality USING (socu.coordinates(direction, state)) WITH CHECK (socu.coordinates(direction, state));
COMMENT ON POLICY direction_speciality_write ON socu.direction_speciality IS 'A coordinator writes the specialities of its own directions and states.';
ALTER TABLE socu.duty_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty_record_read ON socu.duty_record FOR SELECT USING (true);
COMMENT ON POLICY duty_record_read ON socu.duty_record IS 'Who may read the table reads all of it.';
CREATE POLICY duty_record_write ON socu.duty_record USING (socu.coordinates_as(coordinator)) WITH CHECK (socu.coordinates_as(coordinator));
COMMENT ON POLICY duty_record_write ON socu.duty_record IS 'A coordinator writes the records of its own duties.';
ALTER TABLE socu.report_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_sent_read ON socu.report_sent FOR SELECT USING (true);
COMMENT ON POLICY report_sent_read ON socu.report_sent IS 'Who may read the table reads all of it.';
CREATE POLICY report_sent_write ON socu.report_sent USING (socu.coordinates_as(coordinator)) WITH CHECK (socu.coordinates_as(coordinator));
COMMENT ON POLICY report_sent_write ON socu.report_sent IS 'A coordinator writes its own reports.';

CREATE FUNCTION socu.registry_tables() RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 40
BEGIN ATOMIC
    SELECT unnest(ARRAY['source_document', 'state', 'state_status', 'body', 'institution', 'sphere', 'direction', 'direction_status', 'known_name', 'role',
        'membership', 'institution_direction', 'agreement_kind', 'activity', 'event', 'agreement', 'agreement_flow', 'org_unit', 'branch', 'programme',
        'project', 'output', 'facility', 'facility_sharing', 'participation', 'topic', 'outcome', 'coordinator', 'direction_record', 'direction_speciality',
        'duty', 'duty_record', 'report_schedule', 'report_sent', 'record_history', 'measure', 'reported_figure', 'rating', 'rating_criterion',
        'rating_value', 'coordinator_role']);
END;
COMMENT ON FUNCTION socu.registry_tables() IS 'Names of the tables of the registry, each after those that it refers to.';

CREATE FUNCTION socu.grant_reader(role_name name) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t text;
BEGIN
    IF NOT pg_has_role((SELECT c.relowner FROM pg_class c WHERE c.oid = 'socu.coordinator_role'::regclass), 'USAGE') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied to grant rights on the registry',
            HINT = 'Ask the owner of the extension.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA socu TO %I', role_name);
    FOR t IN SELECT socu.registry_tables() LOOP
        EXECUTE format('GRANT SELECT ON socu.%I TO %I', t, role_name);
    END LOOP;
    EXECUTE format('GRANT SELECT ON socu.figure TO %I', role_name);
END
$$;
COMMENT ON FUNCTION socu.grant_reader(name) IS
'Lets a role read the whole registry. To be called by the owner of the extension. Error: 42704 for an unknown role, 42501 without the right to grant.';

CREATE FUNCTION socu.grant_coordinator(role_name name, direction text, state text) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t text;
    columns text;
BEGIN
    IF NOT pg_has_role((SELECT c.relowner FROM pg_class c WHERE c.oid = 'socu.coordinator_role'::regclass), 'USAGE') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied to grant rights on the registry',
            HINT = 'Ask the owner of the extension.';
    END IF;
    PERFORM socu.grant_reader(role_name);
    FOREACH t IN ARRAY ARRAY['direction_record', 'direction_speciality', 'duty_record', 'report_sent'] LOOP
        -- who recorded it and when is not theirs to write
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
        FROM pg_attribute a
        WHERE a.attrelid = format('socu.%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attname NOT IN ('recorded_by', 'recorded_at');
        EXECUTE format('GRANT INSERT (%2$s), UPDATE (%2$s), DELETE ON socu.%1$I TO %3$I', t, columns, role_name);
        EXECUTE format('GRANT USAGE ON SEQUENCE socu.%I TO %I', t || '_seq', role_name);
    END LOOP;
    INSERT INTO socu.coordinator_role VALUES (grant_coordinator.role_name, grant_coordinator.direction, grant_coordinator.state) ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION socu.grant_coordinator(name, text, text) IS
'Lets a role read the registry and keep the records, specialities, duties and reports of one direction and state; call it again for more of them. To be called by the owner of the extension. Error: 42704, 23503, 42501.';

CREATE FUNCTION socu.revoke_coordinator(role_name name, direction text, state text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    DELETE FROM socu.coordinator_role r
    WHERE r.role_name = revoke_coordinator.role_name AND r.direction = revoke_coordinator.direction AND r.state = revoke_coordinator.state;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION socu.revoke_coordinator(name, text, text) IS
'Takes a direction and state from a role; it may read on. True if it had them.';

-- ===== taking the data out =====

CREATE FUNCTION socu.registry_export() RETURNS SETOF text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    t text;
    columns text;
    pieces text;
    filter text;
    n bigint;
    s record;
BEGIN
    RETURN NEXT '-- The site''s rows of the registry. Load it into a database with the extension: psql -1 -f FILE';
    -- as in a dump: who recorded a row and when stays as it was
    RETURN NEXT 'SET row_security = off;';
    FOR t IN SELECT socu.registry_tables() LOOP
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
               string_agg(format('quote_nullable(%I::text)', a.attname), ' || '', '' || ' ORDER BY a.attnum),
               coalesce(max('WHERE NOT shipped') FILTER (WHERE a.attname = 'shipped'), '')
        INTO columns, pieces, filter
        FROM pg_attribute a
        WHERE a.attrelid = format('socu.%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
        EXECUTE format('SELECT count(*) FROM socu.%I %s', t, filter) INTO n;
        CONTINUE WHEN n = 0;
        RETURN NEXT format('INSERT INTO socu.%I (%s) VALUES', t, columns);
        RETURN QUERY EXECUTE format('SELECT ''('' || %s || '')'' || CASE WHEN row_number() OVER (ORDER BY x.ctid) = %s THEN '';'' ELSE '','' END
                                     FROM socu.%I x %s ORDER BY x.ctid', pieces, n, t, filter);
    END LOOP;
    FOR s IN SELECT q.schemaname, q.sequencename, q.last_value FROM pg_sequences q
             WHERE q.schemaname = 'socu' AND q.last_value IS NOT NULL
               AND EXISTS (SELECT FROM socu.registry_tables() r WHERE q.sequencename = r || '_seq')
             ORDER BY q.sequencename COLLATE "C" LOOP
        RETURN NEXT format('SELECT pg_catalog.setval(%L, %s);', format('socu.%I', s.sequencename), s.last_value);
    END LOOP;
    RETURN NEXT 'RESET row_security;';
END
$$;
COMMENT ON FUNCTION socu.registry_export() IS
'The site''s rows of the registry as plain SQL, a line per row: to be taken before DROP EXTENSION, which drops them. psql -AtXc ''SELECT socu.registry_export()'' -o FILE.';

-- ===== what is shipped, dumped and read by everybody =====

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['source_document', 'state', 'state_status', 'body', 'institution', 'sphere', 'direction', 'direction_status',
                             'known_name', 'role', 'membership', 'institution_direction', 'agreement_kind', 'activity', 'duty', 'measure'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.%I
                                   FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', t);
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.%I
                                   FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard()', t);
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), 'WHERE NOT shipped');
        EXECUTE pg_catalog.format('GRANT SELECT ON socu.%I TO PUBLIC', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['event', 'agreement', 'agreement_flow', 'org_unit', 'branch', 'programme', 'project', 'output', 'facility', 'facility_sharing',
                             'participation', 'topic', 'outcome', 'coordinator', 'direction_record', 'direction_speciality', 'duty_record',
                             'report_schedule', 'report_sent', 'record_history', 'reported_figure', 'rating', 'rating_criterion', 'rating_value',
                             'coordinator_role'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
    FOREACH t IN ARRAY ARRAY['known_name_seq', 'membership_seq', 'event_seq', 'agreement_seq', 'programme_seq', 'project_seq', 'output_seq',
                             'participation_seq', 'topic_seq', 'outcome_seq', 'coordinator_seq', 'direction_record_seq', 'direction_speciality_seq',
                             'duty_record_seq', 'report_sent_seq', 'record_history_seq', 'reported_figure_seq'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
END
$$;

-- Columns that mean the same in every table.
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT a.attrelid, a.attname, w.words
        FROM pg_catalog.pg_attribute a
        JOIN (VALUES ('shipped', 'True for a row that comes with the extension: it is not dumped and cannot be changed.'),
                     ('source', 'Where the fact stands.'),
                     ('confidence', 'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).'),
                     ('source_document', 'The document it is taken from.'),
                     ('note', 'A remark for the reader.'),
                     ('valid', 'When it holds, [from, to).'),
                     ('city', 'City, in English.'),
                     ('title', 'Title, in English or as printed.'),
                     ('name_en', 'Name in English.'), ('name_ru', 'Name in Russian.'), ('name_zh', 'Name in Chinese.'),
                     ('recorded_by', 'The role that wrote this version.'),
                     ('recorded_at', 'When this version was written: the start of its transaction.'),
                     ('publisher', 'Who published it.'), ('url', 'Its address.')) w (attname, words) ON w.attname = a.attname
        WHERE a.attrelid IN (SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'socu'::regnamespace AND relkind IN ('r', 'v'))
          AND a.attnum > 0 AND pg_catalog.col_description(a.attrelid, a.attnum) IS NULL
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
END
$$;
