-- registry/units: the inside of institutions.

COMMENT ON TABLE org_unit IS 'Organisational units of an institution, as a tree.';
COMMENT ON COLUMN org_unit.name_en IS 'Name in English.';
COMMENT ON COLUMN org_unit.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN org_unit.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN org_unit.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN org_unit.institution IS 'The institution.';
COMMENT ON COLUMN org_unit.unit IS 'Key within the institution.';
COMMENT ON COLUMN org_unit.kind IS
'faculty, school, institute, department, chair, laboratory, centre, library or other.';
COMMENT ON COLUMN org_unit.parent IS 'The unit above it; NULL for the institution itself.';
COMMENT ON TABLE branch IS
'Branches abroad and what they were when: planned, open, closed. Students of a branch belong to the state where it '
'stands.';
COMMENT ON COLUMN branch.city IS 'City, in English.';
COMMENT ON COLUMN branch.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN branch.note IS 'A remark for the reader.';
COMMENT ON COLUMN branch.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN branch.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN branch.institution IS 'Whose branch it is.';
COMMENT ON COLUMN branch.state IS 'The state where it stands.';
COMMENT ON COLUMN branch.host_institution IS 'The institution that gives it room; NULL if none.';
COMMENT ON COLUMN branch.status IS 'planned (never counted as open), open or closed.';
