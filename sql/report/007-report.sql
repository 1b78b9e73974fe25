-- report: conventions, official figures, roll-ups and releases.

CREATE TABLE report_params (
    params text COLLATE "C" NOT NULL DEFAULT 'default' CHECK (params <> ''),
    min_cell int NOT NULL DEFAULT 5 CHECK (min_cell >= 1),
    min_denominator int NOT NULL DEFAULT 25 CHECK (min_denominator >= 0),
    min_stay_months numeric NOT NULL DEFAULT 3 CHECK (min_stay_months >= 0),
    min_credits numeric NOT NULL DEFAULT 15 CHECK (min_credits >= 0),
    month_convention text NOT NULL DEFAULT 'days30' CHECK (month_convention IN ('days30', 'm30e360', 'calendar')),
    year_start_month int NOT NULL DEFAULT 9 CHECK (year_start_month BETWEEN 1 AND 12),
    year_start_day int NOT NULL DEFAULT 1 CHECK (year_start_day BETWEEN 1 AND 28),
    cutoff_month int NOT NULL DEFAULT 10 CHECK (cutoff_month BETWEEN 1 AND 12),
    cutoff_day int NOT NULL DEFAULT 1 CHECK (cutoff_day BETWEEN 1 AND 28),
    arrival_days int NOT NULL DEFAULT 30 CHECK (arrival_days >= 0),
    active_years int NOT NULL DEFAULT 2 CHECK (active_years > 0),
    parity_low numeric NOT NULL DEFAULT 0.97,
    parity_high numeric NOT NULL DEFAULT 1.03 CHECK (parity_high >= parity_low),
    network text COLLATE "C" NOT NULL DEFAULT 'usco',
    method text NOT NULL DEFAULT 'rr5' CHECK (method IN ('rr5', 'ckm', 'hesa5')),
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (params, shipped)
);

CREATE TABLE mobility_kind (
    kind text COLLATE "C" NOT NULL CHECK (kind <> ''),
    measure text NOT NULL CHECK (measure IN ('credit_flow', 'degree_stock', 'staff_flow')),
    description text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (kind, shipped)
);

CREATE TABLE official_count (
    series text COLLATE "C" NOT NULL CHECK (series ~ '^[a-z][a-z0-9_]*$'),
    state text COLLATE "C" NOT NULL CHECK (state = '_T' OR state ~ '^[A-Z]{2}$' AND socu.is_state(state)),
    year int NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    measure text COLLATE "C" NOT NULL CHECK (measure ~ '^[a-z][a-z0-9_]*$'),
    breakdown text COLLATE "C" NOT NULL DEFAULT 'total' CHECK (breakdown ~ '^[a-z][a-z0-9_]*$'),
    category text COLLATE "C" NOT NULL DEFAULT '_T' CHECK (category <> ''),
    level text COLLATE "C" NOT NULL DEFAULT '_T',
    sex text COLLATE "C" NOT NULL DEFAULT '_T' CHECK (sex IN ('_T', 'F', 'M', '_U')),
    unit text COLLATE "C" NOT NULL DEFAULT 'persons' CHECK (unit <> ''),
    value numeric CHECK (value NOT IN ('NaN', 'Infinity', '-Infinity')),
    lower numeric,
    upper numeric CHECK (upper >= lower),
    status text NOT NULL DEFAULT 'A' CHECK (status IN ('A', 'E', 'P', 'B', 'M', 'N', 'Z', 'X', 'L')),
    as_of edtf,
    origin_basis text NOT NULL DEFAULT 'unknown'
        CHECK (origin_basis IN ('prior_education', 'residence', 'citizenship', 'unknown')),
    preferred boolean,
    definition text,
    generated boolean NOT NULL DEFAULT false,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (state, year, measure, series, breakdown, category, level, sex, unit, shipped),
    CONSTRAINT official_count_value_by_status CHECK ((value IS NULL) = (status IN ('M', 'Z', 'X', 'L'))),
    CONSTRAINT official_count_true_zero CHECK (status <> 'N' OR value = 0),
    CONSTRAINT official_count_bounds_with_l CHECK (status = 'L' OR lower IS NULL AND upper IS NULL),
    CONSTRAINT official_count_of_persons
        CHECK (measure NOT IN ('enrolled', 'mobile', 'population') OR coalesce(value, 0) >= 0
               AND coalesce(lower, 0) >= 0),
    CONSTRAINT official_count_one_preferred EXCLUDE USING gist (state WITH =, year WITH =, measure WITH =, unit WITH =,
        series WITH <>) WHERE (preferred)
);
CREATE INDEX official_count_year ON official_count (measure, year);

CREATE TABLE official_rank (
    series text COLLATE "C" NOT NULL CHECK (series ~ '^[a-z][a-z0-9_]*$'),
    rank int NOT NULL CHECK (rank BETWEEN 1 AND 1000),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (series, shipped)
);

CREATE TABLE report_state (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    refreshed_at timestamptz NOT NULL,
    extracted_at timestamptz NOT NULL,
    as_of date NOT NULL,
    snapshot_xmin xid8,
    origin text NOT NULL,
    rules text NOT NULL,
    lines text NOT NULL,
    records bigint NOT NULL,
    params text NOT NULL,
    years int[] NOT NULL DEFAULT '{}'
);

CREATE TABLE report_unplaced (
    mobility_id bigint PRIMARY KEY,
    starts_on date,
    ends_on date
);

CREATE TABLE report_gap (
    base_year int NOT NULL,
    reason text COLLATE "C" NOT NULL CHECK (reason IN ('kind', 'state', 'term')),
    value text COLLATE "C" NOT NULL,
    records bigint NOT NULL,
    first_key bigint NOT NULL,
    PRIMARY KEY (base_year, reason, value)
);

CREATE TABLE report_rollup (
    base_year int NOT NULL,
    year int NOT NULL,
    measure text COLLATE "C" NOT NULL,
    breakdown text COLLATE "C" NOT NULL,
    category text COLLATE "C" NOT NULL,
    origin text COLLATE "C" NOT NULL,
    destination text COLLATE "C" NOT NULL,
    generated boolean NOT NULL,
    records bigint NOT NULL,
    pending bigint NOT NULL,
    accepted bigint NOT NULL,
    rejected bigint NOT NULL,
    cancelled bigint NOT NULL,
    arrived bigint NOT NULL,
    early_returns bigint NOT NULL,
    awaited bigint NOT NULL,
    covered bigint NOT NULL,
    open bigint NOT NULL,
    planned bigint NOT NULL,
    stays bigint NOT NULL,
    long_stays bigint NOT NULL,
    stay_days bigint NOT NULL,
    stay_days_360 bigint NOT NULL,
    days bigint NOT NULL,
    days_360 bigint NOT NULL
);
CREATE INDEX report_rollup_year ON report_rollup (year, breakdown, measure);
CREATE INDEX report_rollup_base ON report_rollup (base_year);

CREATE TABLE report_rollup_institution (
    base_year int NOT NULL,
    year int NOT NULL,
    measure text COLLATE "C" NOT NULL,
    sending_state text COLLATE "C" NOT NULL,
    receiving_state text COLLATE "C" NOT NULL,
    sending_institution text COLLATE "C" NOT NULL,
    receiving_institution text COLLATE "C" NOT NULL,
    direction text COLLATE "C" NOT NULL,
    agreement text COLLATE "C" NOT NULL,
    generated boolean NOT NULL,
    stays bigint NOT NULL,
    stay_days bigint NOT NULL,
    stay_days_360 bigint NOT NULL,
    last_start date
);
CREATE INDEX report_rollup_institution_year ON report_rollup_institution (year, measure);
CREATE INDEX report_rollup_institution_base ON report_rollup_institution (base_year);

CREATE TABLE report_rollup_node (
    base_year int NOT NULL,
    year int NOT NULL,
    measure text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    institution text COLLATE "C" NOT NULL,
    direction text COLLATE "C" NOT NULL,
    generated boolean NOT NULL,
    stays bigint NOT NULL
);
CREATE INDEX report_rollup_node_year ON report_rollup_node (year, measure);
CREATE INDEX report_rollup_node_base ON report_rollup_node (base_year);

CREATE TABLE report_rollup_person (
    base_year int NOT NULL,
    measure text COLLATE "C" NOT NULL,
    origin text COLLATE "C" NOT NULL,
    destination text COLLATE "C" NOT NULL,
    repeats bigint NOT NULL,
    PRIMARY KEY (base_year, measure, origin, destination)
);

CREATE TABLE report_rollup_quota (
    quota_id bigint NOT NULL,
    base_year int NOT NULL,
    pending bigint NOT NULL,
    accepted bigint NOT NULL,
    rejected bigint NOT NULL,
    cancelled bigint NOT NULL,
    arrived bigint NOT NULL,
    early_returns bigint NOT NULL,
    awaited bigint NOT NULL,
    days bigint NOT NULL,
    days_360 bigint NOT NULL,
    PRIMARY KEY (quota_id, base_year)
);

CREATE TABLE report_release (
    release text COLLATE "C" PRIMARY KEY CHECK (release <> ''),
    year int NOT NULL,
    as_of date NOT NULL,
    extracted_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    published_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
    method text NOT NULL,
    conventions jsonb NOT NULL,
    generated boolean NOT NULL,
    cells bigint NOT NULL
);

CREATE TABLE report_cell (
    release text COLLATE "C" NOT NULL REFERENCES report_release ON DELETE CASCADE,
    cell bigint NOT NULL,
    view text COLLATE "C" NOT NULL,
    year int NOT NULL,
    indicator text NOT NULL,
    measure text,
    unit text NOT NULL,
    breakdown text NOT NULL,
    category text NOT NULL,
    origin text,
    destination text,
    state text,
    institution text,
    value numeric,
    numerator numeric,
    denominator numeric,
    lower numeric,
    upper numeric,
    status text NOT NULL,
    conf text NOT NULL,
    PRIMARY KEY (release, cell)
);

CREATE INDEX report_cell_view ON report_cell (view, year);

CREATE TABLE report_draw (
    year int NOT NULL,
    count text COLLATE "C" NOT NULL,
    draw bigint NOT NULL CHECK (draw >= 0 AND draw < 4294967296),
    PRIMARY KEY (year, count)
);
