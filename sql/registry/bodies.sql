-- registry/bodies: everything that acts and is neither a state nor an institution.

COMMENT ON TABLE body IS
'Networks, associations, alliances, ministries, working groups, rectorates, companies, groups of states: whatever acts '
'and is neither a state nor an institution. A network enrols nobody: it can never be a host institution.';
COMMENT ON COLUMN body.name_en IS 'Name in English.';
COMMENT ON COLUMN body.note IS 'A remark for the reader.';
COMMENT ON COLUMN body.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN body.source IS 'Where the fact stands.';
COMMENT ON COLUMN body.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN body.body IS 'Key: short snake_case name, e.g. usco.';
COMMENT ON COLUMN body.kind IS
'organisation, network, association, alliance, programme, ministry, authority, working_group, rectorate, '
'training_centre, company, state_group or other.';
COMMENT ON COLUMN body.parent IS 'The body it is a part of or belongs to.';
COMMENT ON COLUMN body.state IS 'Its state, where it has one.';
COMMENT ON COLUMN body.field IS 'What it works on, e.g. law.';
COMMENT ON COLUMN body.domain IS 'Its internet domain; no institution may have the same.';
COMMENT ON COLUMN body.founded IS 'When it was founded.';
COMMENT ON COLUMN body.dissolved IS 'When it ended; NULL while it exists.';
