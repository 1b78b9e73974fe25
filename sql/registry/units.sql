-- registry/units: the inside of institutions.

CREATE TABLE socu.org_unit (
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C" NOT NULL CHECK (unit ~ '^[a-z0-9][a-z0-9_-]*$'),
    kind text NOT NULL CHECK (kind IN ('faculty', 'school', 'institute', 'department', 'chair', 'laboratory', 'centre',
                                       'library', 'other')),
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
COMMENT ON COLUMN socu.org_unit.kind IS
'faculty, school, institute, department, chair, laboratory, centre, library or other.';
COMMENT ON COLUMN socu.org_unit.parent IS 'The unit above it; NULL for the institution itself.';

CREATE TABLE socu.branch (
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    city text COLLATE "C" NOT NULL,
    host_institution text COLLATE "C" REFERENCES socu.institution
        ON UPDATE CASCADE CHECK (host_institution <> institution),
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
'Branches abroad and what they were when: planned, open, closed. Students of a branch belong to the state where it '
'stands.';
COMMENT ON COLUMN socu.branch.institution IS 'Whose branch it is.';
COMMENT ON COLUMN socu.branch.state IS 'The state where it stands.';
COMMENT ON COLUMN socu.branch.host_institution IS 'The institution that gives it room; NULL if none.';
COMMENT ON COLUMN socu.branch.status IS 'planned (never counted as open), open or closed.';
