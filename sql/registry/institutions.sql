-- registry/institutions: universities and other institutions.

CREATE FUNCTION socu.name_normal(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
BEGIN ATOMIC
    -- Letters that have a case are folded by hand (the C locale knows only ASCII), marks taken off, Cyrillic written in
    -- Latin letters, quotes dropped, everything else that is no letter or digit turned into one space.  Nobody's name
    -- has 4,000 bytes: no work is done on it.
    SELECT CASE WHEN octet_length(name) <= 4000 THEN btrim(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(
                regexp_replace(
                    normalize(translate(normalize(name, NFKC),
                        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІЇЄЎҐҲҶӢӮÄÖÜÉÇŞĞİƏŁØÞĐ',
                        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєўґҳҷӣӯäöüéçşğiəłøþđ'),
                        NFD),
                    E'[\\u0300-\\u036f\\u0027\\u0060\\u00b4\\u02b9\\u02bb\\u02bc'
                    '\\u2018\\u2019\\u00ab\\u00bb\\u201c-\\u201fъь"]', '', 'g'),
                'абвгдезиклмнопрстуфыэәғқңөұүһіҳҷґəıłøđðيك',
                'abvgdeziklmnoprstufyeagknouuhihjgailoddیک'),
            'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
            'є', 'ye'), 'ß', 'ss'), 'þ', 'th'), '&', ' and '),
        E'[\\u0001-/:-@\\[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+', ' ', 'g')) END;
END;
COMMENT ON FUNCTION socu.name_normal(text) IS
'A name as it is searched for: one case, no accents or quotes, Cyrillic written in Latin letters, one space between '
'words; NULL for a text of more than 4,000 bytes. Independent of the locale; needs a UTF8 database.';

CREATE TABLE socu.institution (
    institution text COLLATE "C" PRIMARY KEY
        CHECK (institution ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'
               AND length(institution) <= 253),
    kind text NOT NULL DEFAULT 'university'
        CHECK (kind IN ('university', 'vocational', 'academy', 'research_institute', 'other')),
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
'Institutions of higher and vocational education. One row for the life of an institution; its names by language and '
'period are in known_name.';
COMMENT ON COLUMN socu.institution.institution IS
'Key: internet domain in lower case (SCHAC, the hei-id of EWP). A name that cannot be told apart yet has a key under '
'.invalid (RFC 2606).';
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
    IF TG_RELID NOT IN ('socu.institution'::regclass, 'socu.body'::regclass) OR TG_WHEN <> 'BEFORE'
       OR TG_LEVEL <> 'ROW' OR TG_OP NOT IN ('INSERT', 'UPDATE') THEN
        RAISE EXCEPTION 'function "body_is_no_institution" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves body and institution BEFORE INSERT OR UPDATE of each row, and nothing else.',
                  HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    mine := to_jsonb(NEW)->>TG_ARGV[0];
    IF TG_TABLE_NAME = 'institution' THEN
        SELECT b.body INTO clash FROM socu.body b WHERE b.domain = mine;
    ELSE
        SELECT i.institution INTO clash FROM socu.institution i WHERE i.institution = mine;
    END IF;
    IF clash IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'body_is_no_institution', SCHEMA = 'socu',
            TABLE = TG_TABLE_NAME,
            MESSAGE = format('"%s" cannot be both a body and an institution', mine),
            DETAIL = format('The %s "%s" has this domain.',
                            CASE TG_TABLE_NAME WHEN 'institution' THEN 'body' ELSE 'institution' END, clash),
            HINT = 'Persons are enrolled at institutions, never at a network: name the member institution.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION socu.body_is_no_institution() IS
'BEFORE ROW trigger of body and institution, its argument the column with the domain: refuses an institution with the '
'domain of a body, and a body with that of an institution. Refuses every other table. Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION socu.body_is_no_institution() FROM PUBLIC;
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF institution ON socu.institution
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution('institution');
CREATE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF domain ON socu.body
    FOR EACH ROW EXECUTE FUNCTION socu.body_is_no_institution('domain');
