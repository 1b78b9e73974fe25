-- registry/membership: roles, memberships of networks, institutions of a direction.

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
    EXCLUDE USING gist (body WITH =, (coalesce(institution, member_body, state)) WITH =, role WITH =,
                        (shipped::int) WITH =, valid WITH &&)
);
CREATE INDEX ON socu.membership (institution);
CREATE INDEX ON socu.membership (state);
COMMENT ON TABLE socu.membership IS
'Who belongs to which network, association, alliance or group of states, in which role, when. A lower bound of NULL '
'means that the start is not known.';
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

CREATE FUNCTION socu.network_members(network text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, name_en text, state text, role text, status text, since date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT i.institution, i.name_en, i.state, m.role, socu.state_status_at(i.state, on_date),
           lower(m.valid), m.confidence
    FROM socu.membership m JOIN socu.institution i ON i.institution = m.institution
    WHERE m.body = network AND m.valid @> on_date
      AND (NOT m.shipped OR NOT EXISTS (SELECT FROM socu.membership o
                                        WHERE o.body = m.body AND o.institution = m.institution AND o.role = m.role
                                          AND NOT o.shipped AND o.valid @> on_date))
    ORDER BY i.state, i.institution, m.role;
END;
COMMENT ON FUNCTION socu.network_members(text, date) IS
'Institutions of a network, association or alliance on a date, with their roles and the status of their state on that '
'date. A row per role.';
