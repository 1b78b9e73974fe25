-- registry: coordinators and their records, reported figures, ratings, and who may write what.

CREATE SEQUENCE record_history_seq;
CREATE TABLE record_history (
    record_history bigint PRIMARY KEY DEFAULT nextval('record_history_seq'),
    relation text NOT NULL,
    key text NOT NULL,
    operation text NOT NULL CHECK (operation IN ('UPDATE', 'DELETE')),
    old_row jsonb NOT NULL,
    changed_by text NOT NULL,
    login text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text NOT NULL
);
CREATE INDEX ON record_history (relation, key);

CREATE SEQUENCE coordinator_seq;
CREATE TABLE coordinator (
    coordinator bigint PRIMARY KEY DEFAULT nextval('coordinator_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES state,
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    programme text COLLATE "C" REFERENCES programme ON UPDATE CASCADE,
    represents text[] NOT NULL DEFAULT '{national,international}'
        CHECK (represents <@ '{national,international}' AND represents <> '{}'),
    leads boolean NOT NULL DEFAULT false,
    validity daterange NOT NULL CHECK (NOT isempty(validity)),
    decision text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT coordinator_one EXCLUDE USING gist (direction WITH =, state WITH =, validity WITH &&),
    CONSTRAINT coordinator_one_leads EXCLUDE USING gist (direction WITH =, validity WITH &&) WHERE (leads)
);
CREATE INDEX ON coordinator (institution);

CREATE SEQUENCE direction_record_seq;
CREATE TABLE direction_record (
    direction_record bigint PRIMARY KEY DEFAULT nextval('direction_record_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES state,
    subject text COLLATE "C" NOT NULL CHECK (subject <> ''),
    content text NOT NULL,
    validity daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL) CHECK (NOT isempty(validity)),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT direction_record_one EXCLUDE USING gist (direction WITH =, state WITH =, subject WITH =,
                                                         validity WITH &&)
);

CREATE SEQUENCE direction_speciality_seq;
CREATE TABLE direction_speciality (
    direction_speciality bigint PRIMARY KEY DEFAULT nextval('direction_speciality_seq'),
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES state,
    code program_code NOT NULL,
    title text,
    status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed')),
    validity daterange NOT NULL DEFAULT daterange(CURRENT_DATE, NULL) CHECK (NOT isempty(validity)),
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT direction_speciality_once EXCLUDE USING gist (direction WITH =, state WITH =, (code::text) WITH =,
                                                             validity WITH &&)
);

CREATE TABLE duty (
    duty text COLLATE "C" PRIMARY KEY CHECK (duty ~ '^[a-z][a-z0-9_]*$'),
    ordinal int NOT NULL,
    name_en text NOT NULL,
    foreign_partners boolean NOT NULL DEFAULT false,
    addressees text[] NOT NULL DEFAULT '{}',
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE SEQUENCE duty_record_seq;
CREATE TABLE duty_record (
    duty_record bigint PRIMARY KEY DEFAULT nextval('duty_record_seq'),
    coordinator bigint NOT NULL REFERENCES coordinator,
    duty text COLLATE "C" NOT NULL REFERENCES duty,
    done edtf NOT NULL CHECK (done NOT LIKE '%XXXX%'),
    subject text NOT NULL CHECK (subject <> ''),
    body text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE,
    evidence text,
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON duty_record (coordinator, duty);

CREATE TABLE report_schedule (
    report_schedule text COLLATE "C" PRIMARY KEY CHECK (report_schedule <> ''),
    name_en text NOT NULL,
    addressee text NOT NULL CHECK (addressee IN ('ministry', 'working_group', 'rectorate')),
    direction text COLLATE "C" REFERENCES direction ON UPDATE CASCADE,
    state text COLLATE "C" REFERENCES state,
    first_day date NOT NULL,
    months int NOT NULL CHECK (months BETWEEN 1 AND 60),
    due_days int NOT NULL DEFAULT 30 CHECK (due_days >= 0),
    ended date CHECK (ended > first_day),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE SEQUENCE report_sent_seq;
CREATE TABLE report_sent (
    report_sent bigint PRIMARY KEY DEFAULT nextval('report_sent_seq'),
    report_schedule text COLLATE "C" NOT NULL REFERENCES report_schedule ON UPDATE CASCADE,
    coordinator bigint NOT NULL REFERENCES coordinator,
    period daterange NOT NULL CHECK (NOT isempty(period)),
    sent_on date NOT NULL,
    body text COLLATE "C" REFERENCES body ON UPDATE CASCADE,
    content jsonb,
    recorded_by text NOT NULL DEFAULT socu.acting_role(),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (report_schedule, coordinator, period)
);
CREATE INDEX ON report_sent (coordinator);

CREATE TABLE measure (
    measure text COLLATE "C" PRIMARY KEY CHECK (measure ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('stock', 'flow')),
    unit text NOT NULL,
    definition text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE SEQUENCE reported_figure_seq;
CREATE TABLE reported_figure (
    reported_figure bigint PRIMARY KEY DEFAULT nextval('reported_figure_seq'),
    measure text COLLATE "C" NOT NULL REFERENCES measure,
    institution text COLLATE "C" REFERENCES institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    state text COLLATE "C" REFERENCES state,
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE,
    origins text[] CHECK (array_to_string(origins, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    destinations text[] CHECK (array_to_string(destinations, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    qualifier text NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'between',
                                                 'about', 'not_stated')),
    stated numeric CHECK (stated >= 0),
    stated_to numeric CHECK (stated_to >= stated),
    whole boolean NOT NULL DEFAULT true,
    bounds numrange NOT NULL GENERATED ALWAYS AS (socu.figure_bounds(qualifier, stated, stated_to, whole)) STORED,
    as_of edtf,
    as_of_inferred boolean NOT NULL DEFAULT false,
    definition text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK ((qualifier = 'not_stated') = (stated IS NULL)),
    CHECK ((qualifier = 'between') = (stated_to IS NOT NULL)),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    CHECK (num_nonnulls(institution, state, event) >= 1),
    FOREIGN KEY (institution, unit) REFERENCES org_unit ON UPDATE CASCADE
);
CREATE INDEX ON reported_figure (institution);
CREATE INDEX ON reported_figure (event);

CREATE TABLE rating (
    rating text COLLATE "C" PRIMARY KEY CHECK (rating ~ '^[a-z][a-z0-9_]*$'),
    title text NOT NULL,
    status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed', 'published', 'closed')),
    normalisation text NOT NULL DEFAULT 'min_max'
        CHECK (normalisation IN ('min_max', 'fixed', 'share_of_best', 'z_score')),
    missing text NOT NULL DEFAULT 'exclude' CHECK (missing IN ('exclude', 'reweight')),
    min_coverage numeric NOT NULL DEFAULT 0.5 CHECK (min_coverage BETWEEN 0 AND 1),
    ties text NOT NULL DEFAULT 'competition' CHECK (ties IN ('competition', 'dense', 'mean')),
    digits int NOT NULL DEFAULT 2 CHECK (digits BETWEEN 0 AND 10),
    event text COLLATE "C" REFERENCES event ON UPDATE CASCADE,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);

CREATE TABLE rating_criterion (
    rating text COLLATE "C" NOT NULL REFERENCES rating ON UPDATE CASCADE ON DELETE CASCADE,
    criterion text COLLATE "C" NOT NULL CHECK (criterion ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    weight numeric NOT NULL CHECK (weight > 0 AND weight <= 1),
    higher_is_better boolean NOT NULL DEFAULT true,
    scale_from numeric,
    scale_to numeric CHECK (scale_to > scale_from),
    PRIMARY KEY (rating, criterion)
);

CREATE TABLE rating_value (
    rating text COLLATE "C" NOT NULL,
    criterion text COLLATE "C" NOT NULL,
    institution text COLLATE "C" NOT NULL REFERENCES institution ON UPDATE CASCADE,
    validity daterange NOT NULL CHECK (NOT isempty(validity)),
    value numeric NOT NULL CHECK (value <> 'NaN'),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (rating, criterion, institution, validity),
    FOREIGN KEY (rating, criterion) REFERENCES rating_criterion ON UPDATE CASCADE ON DELETE CASCADE,
    EXCLUDE USING gist (rating WITH =, criterion WITH =, institution WITH =, validity WITH &&)
);

CREATE TABLE coordinator_role (
    role_name text COLLATE "C" NOT NULL CHECK (role_name <> ''),
    direction text COLLATE "C" NOT NULL REFERENCES direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES state,
    PRIMARY KEY (role_name, direction, state)
);

ALTER TABLE direction_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE direction_speciality ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_sent ENABLE ROW LEVEL SECURITY;
