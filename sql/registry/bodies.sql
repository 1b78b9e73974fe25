-- registry/bodies: everything that acts and is neither a state nor an institution.

CREATE TABLE socu.body (
    body text COLLATE "C" PRIMARY KEY CHECK (body ~ '^[a-z][a-z0-9_]*$'),
    kind text NOT NULL CHECK (kind IN ('organisation', 'network', 'association', 'alliance', 'programme', 'ministry',
                                       'authority', 'working_group', 'rectorate', 'training_centre', 'company',
                                       'state_group', 'other')),
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
'Networks, associations, alliances, ministries, working groups, rectorates, companies, groups of states: whatever acts '
'and is neither a state nor an institution. A network enrols nobody: it can never be a host institution.';
COMMENT ON COLUMN socu.body.body IS 'Key: short snake_case name, e.g. usco.';
COMMENT ON COLUMN socu.body.kind IS
'organisation, network, association, alliance, programme, ministry, authority, working_group, rectorate, '
'training_centre, company, state_group or other.';
COMMENT ON COLUMN socu.body.parent IS 'The body it is a part of or belongs to.';
COMMENT ON COLUMN socu.body.state IS 'Its state, where it has one.';
COMMENT ON COLUMN socu.body.field IS 'What it works on, e.g. law.';
COMMENT ON COLUMN socu.body.domain IS 'Its internet domain; no institution may have the same.';
COMMENT ON COLUMN socu.body.founded IS 'When it was founded.';
COMMENT ON COLUMN socu.body.dissolved IS 'When it ended; NULL while it exists.';
