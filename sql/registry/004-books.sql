-- registry: states, bodies, institutions, directions, their names, who belongs to what.

CREATE TABLE source_document (
    source_document text COLLATE "C" PRIMARY KEY CHECK (source_document ~ '^[a-z0-9][a-z0-9_.-]*$'),
    title text NOT NULL,
    kind text NOT NULL DEFAULT 'page'
        CHECK (kind IN ('page', 'news', 'charter', 'agreement', 'report', 'register', 'letter', 'statistics', 'other')),
    publisher text,
    url text,
    lang text COLLATE "C" CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    published edtf,
    retrieved date,
    content_date edtf,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE state (
    state text COLLATE "C" PRIMARY KEY CHECK (state ~ '^[A-Z]{2}$' AND socu.is_state(state)),
    iso3 text COLLATE "C" UNIQUE CHECK (iso3 ~ '^[A-Z]{3}$'),
    iso_numeric text COLLATE "C" UNIQUE CHECK (iso_numeric ~ '^[0-9]{3}$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE state_status (
    state text COLLATE "C" NOT NULL REFERENCES state,
    status text NOT NULL
        CHECK (status IN ('member', 'observer', 'dialogue_partner', 'partner', 'applicant', 'guest', 'none')),
    validity daterange NOT NULL CHECK (NOT isempty(validity)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (state, validity, shipped),
    EXCLUDE USING gist (state WITH =, (shipped::int) WITH =, validity WITH &&)
);

CREATE TABLE body (
    body text COLLATE "C" PRIMARY KEY CHECK (body ~ '^[a-z][a-z0-9_]*$'),
    kind text NOT NULL CHECK (kind IN ('organisation', 'network', 'association', 'alliance', 'programme', 'ministry',
                                       'authority', 'working_group', 'rectorate', 'training_centre', 'company',
                                       'state_group', 'other')),
    name_en text NOT NULL,
    parent text COLLATE "C" REFERENCES body,
    state text COLLATE "C" REFERENCES state,
    field text,
    domain text COLLATE "C" CHECK (domain ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$'),
    founded edtf,
    dissolved edtf,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE UNIQUE INDEX ON body (domain);
CREATE INDEX ON body (parent);

CREATE TABLE institution (
    institution text COLLATE "C" PRIMARY KEY CHECK (socu.is_institution(institution)),
    kind text NOT NULL DEFAULT 'university'
        CHECK (kind IN ('university', 'vocational', 'academy', 'research_institute', 'other')),
    state text COLLATE "C" NOT NULL REFERENCES state,
    city text,
    name_en text NOT NULL,
    founded edtf,
    closed edtf,
    isced_from smallint CHECK (isced_from BETWEEN 0 AND 8),
    isced_to smallint CHECK (isced_to BETWEEN 0 AND 8),
    owner text COLLATE "C" REFERENCES body,
    resolved boolean NOT NULL GENERATED ALWAYS AS (institution !~ '[.]invalid$') STORED,
    normal text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_normal(name_en)) STORED,
    place text COLLATE "C" NOT NULL GENERATED ALWAYS AS (coalesce(name_normal(city), '')) STORED,
    label text COLLATE "C" NOT NULL GENERATED ALWAYS AS (CASE WHEN institution !~ '[.]invalid$'
                                                              THEN replace(split_part(institution, '.', 1), '-', ' ')
                                                              ELSE '' END) STORED,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (isced_from <= isced_to)
);
CREATE INDEX ON institution (state);

CREATE TABLE sphere (
    sphere text COLLATE "C" PRIMARY KEY CHECK (sphere ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE direction (
    direction text COLLATE "C" PRIMARY KEY CHECK (direction ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    sphere text COLLATE "C" REFERENCES sphere,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE direction_status (
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    status text NOT NULL CHECK (status IN ('named', 'planned', 'open', 'closed')),
    since edtf NOT NULL CHECK (since NOT LIKE '%XXXX%'),
    until edtf CHECK (until NOT LIKE '%XXXX%'),
    validity daterange NOT NULL GENERATED ALWAYS AS (daterange(lower(edtf_range(since)),
                                                            lower(edtf_range(until)))) STORED,
    decision text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (NOT isempty(validity)),
    PRIMARY KEY (direction, since, shipped),
    EXCLUDE USING gist (direction WITH =, (shipped::int) WITH =, validity WITH &&)
);

CREATE SEQUENCE known_name_seq START 1000000;
CREATE TABLE known_name (
    known_name bigint PRIMARY KEY DEFAULT nextval('known_name_seq'),
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE ON DELETE CASCADE,
    body text COLLATE "C" REFERENCES body ON UPDATE CASCADE ON DELETE CASCADE,
    direction text COLLATE "C" REFERENCES direction ON UPDATE CASCADE ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    lang text COLLATE "C" NOT NULL CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    kind text NOT NULL DEFAULT 'alias' CHECK (kind IN ('official', 'former', 'short', 'alias', 'as_printed', 'domain')),
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    normal text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_normal(name)) STORED,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (num_nonnulls(institution, body, direction) = 1),
    CONSTRAINT known_name_one_official EXCLUDE USING gist (institution WITH =, lang WITH =, (shipped::int) WITH =,
                                                           validity WITH &&) WHERE (kind = 'official')
);
CREATE INDEX ON known_name (normal);
CREATE INDEX ON known_name (institution);
CREATE INDEX ON known_name (body);
CREATE INDEX ON known_name (direction);

CREATE TABLE role (
    role text COLLATE "C" PRIMARY KEY CHECK (role ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    lead boolean NOT NULL DEFAULT false,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE SEQUENCE membership_seq START 1000000;
CREATE TABLE membership (
    membership bigint PRIMARY KEY DEFAULT nextval('membership_seq'),
    body text COLLATE "C" NOT NULL REFERENCES body ON UPDATE CASCADE,
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE,
    member_body text COLLATE "C" REFERENCES body ON UPDATE CASCADE CHECK (member_body <> body),
    state text COLLATE "C" REFERENCES state,
    role text COLLATE "C" NOT NULL DEFAULT 'member' REFERENCES role,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (num_nonnulls(institution, member_body, state) = 1),
    EXCLUDE USING gist (body WITH =, (coalesce(institution, member_body, state)) WITH =, role WITH =,
                        (shipped::int) WITH =, validity WITH &&)
);
CREATE INDEX ON membership (institution);
CREATE INDEX ON membership (state);

CREATE TABLE institution_direction (
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    validity daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(validity)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (institution, direction, validity, shipped),
    EXCLUDE USING gist (institution WITH =, direction WITH =, (shipped::int) WITH =, validity WITH &&)
);
CREATE INDEX ON institution_direction (direction);
