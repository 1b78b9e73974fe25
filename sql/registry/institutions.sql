-- registry/institutions: universities and other institutions.

COMMENT ON TABLE institution IS
'Institutions of higher and vocational education. One row for the life of an institution; its names by language and '
'period are in known_name.';
COMMENT ON COLUMN institution.city IS 'City, in English.';
COMMENT ON COLUMN institution.name_en IS 'Name in English.';
COMMENT ON COLUMN institution.note IS 'A remark for the reader.';
COMMENT ON COLUMN institution.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN institution.source IS 'Where the fact stands.';
COMMENT ON COLUMN institution.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN institution.institution IS
'Key: internet domain in lower case (SCHAC, the hei-id of EWP). A name that cannot be told apart yet has a key under '
'.invalid (RFC 2606).';
COMMENT ON COLUMN institution.kind IS 'university, vocational (ISCED 5), academy, research_institute or other.';
COMMENT ON COLUMN institution.state IS 'The state it belongs to.';
COMMENT ON COLUMN institution.founded IS 'When it was founded.';
COMMENT ON COLUMN institution.closed IS 'When it closed; NULL while it exists.';
COMMENT ON COLUMN institution.isced_from IS 'Lowest ISCED 2011 level offered; NULL if not known.';
COMMENT ON COLUMN institution.isced_to IS 'Highest ISCED 2011 level offered; NULL if not known.';
COMMENT ON COLUMN institution.owner IS 'The body it is under, e.g. a ministry.';
COMMENT ON COLUMN institution.normal IS 'The form of the English name that is searched: name_normal(name_en).';
COMMENT ON COLUMN institution.place IS 'The form of the city that is searched: name_normal(city).';
COMMENT ON COLUMN institution.label IS
'First label of the domain, which is a name too; empty for a key under .invalid.';
COMMENT ON COLUMN institution.resolved IS 'False for a name that is not yet told apart (key under .invalid).';

-- A network's name must not slip in among the institutions, nor the other way round.
CREATE OR REPLACE FUNCTION body_is_no_institution() RETURNS trigger
    LANGUAGE network_plpgsql
AS $$
DECLARE
    mine text;
    clash text;
BEGIN
    IF TG_RELID NOT IN ('institution'::regclass, 'body'::regclass) OR TG_WHEN <> 'BEFORE'
       OR TG_LEVEL <> 'ROW' OR TG_OP NOT IN ('INSERT', 'UPDATE') THEN
        RAISE EXCEPTION 'function "body_is_no_institution" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves body and institution BEFORE INSERT OR UPDATE of each row, and nothing else.',
                  HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    mine := to_jsonb(NEW)->>TG_ARGV[0];
    IF TG_TABLE_NAME = 'institution' THEN
        SELECT b.body INTO clash FROM body b WHERE b.domain = mine;
    ELSE
        SELECT i.institution INTO clash FROM institution i WHERE i.institution = mine;
    END IF;
    IF clash IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'body_is_no_institution', SCHEMA = TG_TABLE_SCHEMA,
            TABLE = TG_TABLE_NAME,
            MESSAGE = format('"%s" cannot be both a body and an institution', mine),
            DETAIL = format('The %s "%s" has this domain.',
                            CASE TG_TABLE_NAME WHEN 'institution' THEN 'body' ELSE 'institution' END, clash),
            HINT = 'Persons are enrolled at institutions, never at a network: name the member institution.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION body_is_no_institution() IS
'BEFORE ROW trigger of body and institution, its argument the column with the domain: refuses an institution with the '
'domain of a body, and a body with that of an institution. Refuses every other table. Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION body_is_no_institution() FROM PUBLIC;
CREATE OR REPLACE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF institution ON institution
    FOR EACH ROW EXECUTE FUNCTION body_is_no_institution('institution');
CREATE OR REPLACE TRIGGER body_is_no_institution BEFORE INSERT OR UPDATE OF domain ON body
    FOR EACH ROW EXECUTE FUNCTION body_is_no_institution('domain');
