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
    sides text[] := string_to_array(edtf, '/');
BEGIN
    IF cardinality(sides) NOT IN (1, 2) THEN
        RAISE EXCEPTION USING ERRCODE = '22007', MESSAGE = format('invalid date of limited precision: "%s"', left(edtf, 60)),
            HINT = 'Write 2024-04-15, 2024-04, 2024-40 (first half year), 2024, XXXX-04-10, or two of them with a slash between; .. is an open side.';
    END IF;
    FOREACH side IN ARRAY sides LOOP
        IF side IN ('..', '') AND cardinality(sides) = 2 THEN
            ends := ends || ARRAY[NULL, NULL]::date[];
            CONTINUE;
        END IF;
        m := regexp_match(side, '^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$');
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
    SELECT CASE WHEN edtf LIKE 'XXXX%' THEN 'day of an unknown year'
                WHEN edtf ~ '\d{4}-\d\d-\d\d' THEN 'day'
                WHEN edtf ~ '\d{4}-3[3-6]' THEN 'quarter'
                WHEN edtf ~ '\d{4}-4[01]' THEN 'half year'
                WHEN edtf ~ '\d{4}-\d\d' THEN 'month'
                ELSE 'year' END;
END;
COMMENT ON FUNCTION socu.edtf_precision(text) IS
'How exact a date of limited precision is: day, month, quarter, half year, year, or day of an unknown year.';

CREATE FUNCTION socu.edtf_days(edtf text) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN edtf ~ '^XXXX-\d\d-\d\d[?~%]?$' THEN 1
        -- without the year the length is known unless a 29 February may lie between
        WHEN edtf ~ '^XXXX-\d\d-\d\d[?~%]?/XXXX-\d\d-\d\d[?~%]?$'
             AND substr(edtf, 6, 5) <= substr(split_part(edtf, '/', 2), 6, 5)
             AND NOT (substr(edtf, 6, 5) <= '02-29' AND substr(split_part(edtf, '/', 2), 6, 5) >= '02-29')
            THEN ('2001' || substr(split_part(edtf, '/', 2), 5, 6))::date - ('2001' || substr(edtf, 5, 6))::date + 1
        WHEN edtf ~ '^\d{4}-\d\d-\d\d[?~%]?(/\d{4}-\d\d-\d\d[?~%]?)?$' THEN upper(socu.edtf_range(edtf)) - lower(socu.edtf_range(edtf))
    END;
END;
COMMENT ON FUNCTION socu.edtf_days(text) IS
'Number of days, both ends counted, where both ends are given to the day (the year may be unknown); else NULL.';

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
    iso_numeric text COLLATE "C" UNIQUE CHECK (iso_numeric ~ '^\d{3}$'),
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
    domain text COLLATE "C" CHECK (domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
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

CREATE TABLE socu.institution (
    institution text COLLATE "C" PRIMARY KEY
        CHECK (institution ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$' AND length(institution) <= 253),
    kind text NOT NULL DEFAULT 'university' CHECK (kind IN ('university', 'vocational', 'academy', 'research_institute', 'other')),
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    city text,
    name_en text NOT NULL,
    founded socu.edtf,
    closed socu.edtf,
    isced_from smallint CHECK (isced_from BETWEEN 0 AND 8),
    isced_to smallint CHECK (isced_to BETWEEN 0 AND 8),
    owner text COLLATE "C" REFERENCES socu.body,
    resolved boolean NOT NULL GENERATED ALWAYS AS (institution !~ '\.invalid$') STORED,
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
COMMENT ON COLUMN socu.institution.resolved IS 'False for a name that is not yet told apart (key under .invalid).';

-- A network's name must not slip in among the institutions, nor the other way round.
CREATE FUNCTION socu.body_is_no_institution() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    clash text;
BEGIN
    IF TG_TABLE_NAME = 'institution' THEN
        SELECT b.body INTO clash FROM socu.body b WHERE b.domain = NEW.institution;
    ELSE
        SELECT i.institution INTO clash FROM socu.institution i WHERE i.institution = NEW.domain;
    END IF;
    IF clash IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'body_is_no_institution', SCHEMA = 'socu', TABLE = TG_TABLE_NAME,
            MESSAGE = format('"%s" cannot be both a body and an institution', CASE TG_TABLE_NAME WHEN 'institution' THEN NEW.institution ELSE NEW.domain END),
            DETAIL = format('The %s "%s" has this domain.', CASE TG_TABLE_NAME WHEN 'institution' THEN 'body' ELSE 'institution' END, clash),
            HINT = 'Persons are enrolled at institutions, never at a network: name the member institution.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION socu.body_is_no_institution() IS
'BEFORE ROW trigger of body and institution: refuses an institution with the domain of a body, and a body with that of an institution. Error: 23514.';
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF institution ON socu.institution
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution();
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF domain ON socu.body
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution();

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

CREATE FUNCTION socu.name_normal(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
BEGIN ATOMIC
    -- Letters that have a case are folded by hand (the C locale knows only ASCII), marks taken off, Cyrillic written in Latin letters,
    -- quotes dropped, everything else that is no letter or digit turned into one space.
    SELECT btrim(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(
                regexp_replace(
                    normalize(translate(normalize(name, NFKC),
                        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІЇЄЎҐҲҶӢӮÄÖÜÉÇŞĞİƏŁØÞĐ',
                        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєўґҳҷӣӯäöüéçşğiəłøþđ'), NFD),
                    '[\u0300-\u036f\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u00ab\u00bb\u201c-\u201fъь"]', '', 'g'),
                'абвгдезиклмнопрстуфыэәғқңөұүһіҳҷґəıłøđðيك',
                'abvgdeziklmnoprstufyeagknouuhihjgailoddیک'),
            'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'є', 'ye'), 'ß', 'ss'), 'þ', 'th'),
            '&', ' and '),
        '[\u0001-/:-@\[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));
END;
COMMENT ON FUNCTION socu.name_normal(text) IS
'A name as it is searched for: one case, no accents or quotes, Cyrillic written in Latin letters, one space between words. Independent of the locale; needs a UTF8 database.';

CREATE TABLE socu.known_name (
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

CREATE TABLE socu.membership (
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
COMMENT ON COLUMN socu.agreement_flow.places_stated IS 'stated, unlimited, or not_stated: no number given is neither 0 nor unlimited.';
COMMENT ON COLUMN socu.agreement_flow.places IS 'Number of places a year, in unit; NULL unless stated.';
COMMENT ON COLUMN socu.agreement_flow.unit IS 'persons, stays, months, days or hours.';

-- ===== what is shipped, dumped and read by everybody =====

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['source_document', 'state', 'state_status', 'body', 'institution', 'sphere', 'direction', 'direction_status',
                             'known_name', 'role', 'membership', 'institution_direction', 'agreement_kind', 'activity'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.%I
                                   FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', t);
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), 'WHERE NOT shipped');
        EXECUTE pg_catalog.format('GRANT SELECT ON socu.%I TO PUBLIC', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['event', 'agreement', 'agreement_flow'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
    FOREACH t IN ARRAY ARRAY['event_seq', 'agreement_seq'] LOOP
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
                     ('publisher', 'Who published it.'), ('url', 'Its address.')) w (attname, words) ON w.attname = a.attname
        WHERE a.attrelid IN (SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'socu'::regnamespace AND relkind IN ('r', 'v'))
          AND a.attnum > 0 AND pg_catalog.col_description(a.attrelid, a.attnum) IS NULL
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
END
$$;
