-- registry: events, agreements, programmes, projects, outputs, and who takes part in them.

CREATE SEQUENCE event_seq;
CREATE TABLE event (
    event text COLLATE "C" PRIMARY KEY DEFAULT 'event-' || nextval('event_seq') CHECK (event <> ''),
    kind text NOT NULL CHECK (kind IN ('forum', 'symposium', 'conference', 'visit', 'state_visit', 'meeting', 'panel',
                                       'session', 'plenary', 'ceremony', 'book_launch', 'signing', 'anniversary',
                                       'summit', 'other')),
    title text NOT NULL,
    held edtf,
    status text NOT NULL DEFAULT 'held' CHECK (status IN ('proposed', 'planned', 'held', 'cancelled')),
    state text COLLATE "C" REFERENCES state,
    city text,
    parent text COLLATE "C" REFERENCES event ON UPDATE CASCADE CHECK (parent <> event),
    ordinal int CHECK (ordinal > 0),
    network text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON event (parent);
CREATE INDEX ON event (network);

CREATE TABLE agreement_kind (
    agreement_kind text COLLATE "C" PRIMARY KEY CHECK (agreement_kind ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    binding boolean NOT NULL,
    base_for_quota text NOT NULL CHECK (base_for_quota IN ('yes', 'if_stated', 'no')),
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE activity (
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

CREATE SEQUENCE agreement_seq;
CREATE TABLE agreement (
    agreement text COLLATE "C" PRIMARY KEY DEFAULT 'agreement-' || nextval('agreement_seq')
        CHECK (agreement <> ''),
    kind text COLLATE "C" NOT NULL REFERENCES agreement_kind,
    title text NOT NULL,
    status text NOT NULL DEFAULT 'signed' CHECK (status IN ('draft', 'signed', 'terminated')),
    signed edtf,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    renewal text NOT NULL DEFAULT 'not_stated' CHECK (renewal IN ('not_stated', 'none', 'automatic', 'by_consent')),
    renewal_months int CHECK (renewal_months > 0),
    notice_months int CHECK (notice_months >= 0),
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE,
    framework text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE CHECK (framework <> agreement),
    network text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    parties_complete boolean NOT NULL DEFAULT true,
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (renewal <> 'automatic' OR renewal_months IS NOT NULL OR upper_inf(validity))
);
CREATE INDEX ON agreement (event);
CREATE INDEX ON agreement (framework);
CREATE INDEX ON agreement USING gist (validity);

CREATE TABLE agreement_flow (
    agreement text COLLATE "C" NOT NULL REFERENCES agreement ON UPDATE CASCADE ON DELETE CASCADE,
    flow int NOT NULL CHECK (flow > 0),
    from_institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    to_institution text COLLATE "C" NOT NULL REFERENCES institution
        ON UPDATE CASCADE CHECK (to_institution <> from_institution),
    activity text COLLATE "C" NOT NULL REFERENCES activity,
    direction text COLLATE "C" REFERENCES direction ON UPDATE CASCADE,
    level smallint CHECK (level BETWEEN 5 AND 8),
    field program_code,
    places_stated text NOT NULL DEFAULT 'not_stated' CHECK (places_stated IN ('stated', 'unlimited', 'not_stated')),
    places int CHECK (places >= 0),
    unit text NOT NULL DEFAULT 'persons' CHECK (unit IN ('persons', 'stays', 'months', 'days', 'hours')),
    PRIMARY KEY (agreement, flow),
    CHECK ((places_stated = 'stated') = (places IS NOT NULL))
);
CREATE INDEX ON agreement_flow (from_institution);
CREATE INDEX ON agreement_flow (to_institution);

CREATE TABLE org_unit (
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    unit text COLLATE "C" NOT NULL CHECK (unit ~ '^[a-z0-9][a-z0-9_-]*$'),
    kind text NOT NULL CHECK (kind IN ('faculty', 'school', 'institute', 'department', 'chair', 'laboratory', 'centre',
                                       'library', 'other')),
    name_en text NOT NULL,
    parent text COLLATE "C" CHECK (parent <> unit),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, unit),
    FOREIGN KEY (institution, parent) REFERENCES org_unit ON UPDATE CASCADE
);

CREATE TABLE branch (
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES state,
    city text COLLATE "C" NOT NULL,
    host_institution text COLLATE "C" REFERENCES institution
        ON UPDATE CASCADE CHECK (host_institution <> institution),
    status text NOT NULL CHECK (status IN ('planned', 'open', 'closed')),
    validity daterange NOT NULL CHECK (NOT isempty(validity)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, state, city, validity),
    EXCLUDE USING gist (institution WITH =, state WITH =, city WITH =, validity WITH &&)
);
CREATE INDEX ON branch (host_institution);

CREATE SEQUENCE programme_seq;
CREATE TABLE programme (
    programme text COLLATE "C" PRIMARY KEY DEFAULT 'programme-' || nextval('programme_seq')
        CHECK (programme <> ''),
    kind text NOT NULL CHECK (kind IN ('single', 'joint', 'double_degree', 'dual_degree', 'multiple_degree')),
    status text NOT NULL CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    level smallint CHECK (level BETWEEN 5 AND 8),
    code program_code,
    direction text COLLATE "C" REFERENCES direction ON UPDATE CASCADE,
    network text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    agreement text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON programme (direction);
CREATE INDEX ON programme (agreement);

CREATE SEQUENCE project_seq;
CREATE TABLE project (
    project text COLLATE "C" PRIMARY KEY DEFAULT 'project-' || nextval('project_seq') CHECK (project <> ''),
    kind text NOT NULL CHECK (kind IN ('research', 'digital', 'educational', 'infrastructure', 'other')),
    status text NOT NULL DEFAULT 'running' CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    funding text CHECK (funding IN ('national', 'international', 'own', 'company')),
    agreement text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON project (agreement);

CREATE SEQUENCE output_seq;
CREATE TABLE output (
    output text COLLATE "C" PRIMARY KEY DEFAULT 'output-' || nextval('output_seq') CHECK (output <> ''),
    kind text NOT NULL CHECK (kind IN ('book', 'article', 'proceedings', 'textbook', 'expert_review', 'case_study',
                                       'honorary_professorship', 'honorary_doctorate', 'medal', 'other')),
    class text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN kind IN ('honorary_professorship', 'honorary_doctorate', 'medal') THEN 'honour'
             WHEN kind IN ('expert_review', 'case_study') THEN 'service'
             ELSE 'publication' END) STORED,
    title text NOT NULL,
    made edtf,
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE,
    project text COLLATE "C" REFERENCES project ON UPDATE CASCADE,
    parent text COLLATE "C" REFERENCES output ON UPDATE CASCADE CHECK (parent <> output),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON output (event);

CREATE TABLE facility (
    facility text COLLATE "C" PRIMARY KEY CHECK (facility <> ''),
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    kind text NOT NULL CHECK (kind IN ('laboratory', 'technical_base', 'library', 'equipment', 'other')),
    name_en text NOT NULL,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE facility_sharing (
    facility text COLLATE "C" NOT NULL REFERENCES facility ON UPDATE CASCADE ON DELETE CASCADE,
    agreement text COLLATE "C" NOT NULL REFERENCES agreement ON UPDATE CASCADE,
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    validity daterange NOT NULL CHECK (NOT isempty(validity)),
    PRIMARY KEY (facility, agreement, institution, validity),
    EXCLUDE USING gist (facility WITH =, agreement WITH =, institution WITH =, validity WITH &&)
);

CREATE SEQUENCE participation_seq;
CREATE TABLE participation (
    participation bigint PRIMARY KEY DEFAULT nextval('participation_seq'),
    agreement text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES output ON UPDATE CASCADE ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL REFERENCES role,
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    body text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    state text COLLATE "C" REFERENCES state,
    name_as_given text CHECK (name_as_given <> ''),
    function text CHECK (function <> ''),
    persons int4range CHECK (NOT isempty(persons) AND lower(persons) >= 0),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    CHECK (num_nonnulls(agreement, event, programme, project, output) = 1),
    CHECK (num_nonnulls(institution, body, state) <= 1 AND num_nonnulls(institution, body, state, name_as_given) >= 1),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    FOREIGN KEY (institution, unit) REFERENCES org_unit ON UPDATE CASCADE,
    CONSTRAINT participation_once EXCLUDE USING gist
        ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output)) WITH =,
         role WITH =, (coalesce('i' || institution, 'b' || body, 's' || state, 'n' || name_as_given)) WITH =,
         (coalesce(unit, '')) WITH =, (coalesce(function, '')) WITH =, validity WITH &&)
);
CREATE INDEX ON participation (agreement);
CREATE INDEX ON participation (event);
CREATE INDEX ON participation (programme);
CREATE INDEX ON participation (project);
CREATE INDEX ON participation (output);
CREATE INDEX ON participation (institution);
CREATE INDEX ON participation (body);

CREATE SEQUENCE topic_seq;
CREATE TABLE topic (
    topic bigint PRIMARY KEY DEFAULT nextval('topic_seq'),
    agreement text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES output ON UPDATE CASCADE ON DELETE CASCADE,
    ordinal int NOT NULL DEFAULT 1 CHECK (ordinal > 0),
    activity text COLLATE "C" REFERENCES activity,
    direction text COLLATE "C" REFERENCES direction ON UPDATE CASCADE,
    field program_code,
    label text,
    body text COLLATE "C" REFERENCES body ON UPDATE CASCADE ON DELETE CASCADE,
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE ON DELETE CASCADE,
    topic_kind text NOT NULL DEFAULT 'subject' CHECK (topic_kind IN ('subject', 'task', 'training')),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    CHECK (num_nonnulls(agreement, event, programme, project, output, body, institution) = 1),
    CHECK (num_nonnulls(activity, direction, field, label) >= 1)
);
CREATE UNIQUE INDEX topic_ordinal
    ON topic ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output, 'b' || body,
                        'i' || institution)), topic_kind, source_document, ordinal);
CREATE INDEX ON topic (agreement);
CREATE INDEX ON topic (event);
CREATE INDEX ON topic (body);
CREATE INDEX ON topic (institution);

CREATE SEQUENCE outcome_seq;
CREATE TABLE outcome (
    outcome bigint PRIMARY KEY DEFAULT nextval('outcome_seq'),
    event text COLLATE "C" NOT NULL REFERENCES event ON UPDATE CASCADE ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('aim', 'agreement', 'resolution', 'consensus', 'proposal', 'intention', 'issue',
                                       'recommendation')),
    label text NOT NULL,
    agreement text COLLATE "C" REFERENCES agreement ON UPDATE CASCADE,
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped'))
);
CREATE INDEX ON outcome (event);
