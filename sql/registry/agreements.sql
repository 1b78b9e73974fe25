-- registry/agreements: kinds of agreements, activities, agreements and the flows they agree on.

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
COMMENT ON COLUMN socu.agreement_kind.base_for_quota IS
'yes, no, or if_stated: only if the document itself states places.';

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

CREATE SEQUENCE socu.agreement_seq;
CREATE TABLE socu.agreement (
    agreement text COLLATE "C" PRIMARY KEY DEFAULT 'agreement-' || nextval('socu.agreement_seq')
        CHECK (agreement <> ''),
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
'Agreements, memoranda, resolutions and other documents that parties sign or adopt. Parties are in participation, what '
'they provide for in topic, directed exchanges in agreement_flow.';
COMMENT ON SEQUENCE socu.agreement_seq IS 'Numbers of agreements entered without a key.';
COMMENT ON COLUMN socu.agreement.agreement IS 'Key: the register''s own number or agreement-N.';
COMMENT ON COLUMN socu.agreement.kind IS 'Kind of document; its legal force is in agreement_kind.';
COMMENT ON COLUMN socu.agreement.status IS 'draft, signed or terminated (then valid ends at the day of termination).';
COMMENT ON COLUMN socu.agreement.signed IS 'When it was signed, as exact as it is known.';
COMMENT ON COLUMN socu.agreement.valid IS 'When it is in force, [from, to); an open side is not stated.';
COMMENT ON COLUMN socu.agreement.renewal IS
'not_stated, none, automatic (by renewal_months unless someone gives notice) or by_consent.';
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
    to_institution text COLLATE "C" NOT NULL REFERENCES socu.institution
        ON UPDATE CASCADE CHECK (to_institution <> from_institution),
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
COMMENT ON COLUMN socu.agreement_flow.places_stated IS
'stated, unlimited, or not_stated: no number given is neither 0 nor unlimited.';
COMMENT ON COLUMN socu.agreement_flow.places IS 'Number of places a year, in unit; NULL unless stated.';
COMMENT ON COLUMN socu.agreement_flow.unit IS 'persons, stays, months, days or hours.';
