-- report/official: figures that offices publish.

CREATE TABLE socu.official_count (
    series text COLLATE "C" NOT NULL CHECK (series ~ '^[a-z][a-z0-9_]*$'),
    state text COLLATE "C" NOT NULL CHECK (state ~ '^([A-Z]{2}|_T)$'),
    year int NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    measure text COLLATE "C" NOT NULL CHECK (measure ~ '^[a-z][a-z0-9_]*$'),
    breakdown text COLLATE "C" NOT NULL DEFAULT 'total' CHECK (breakdown ~ '^[a-z][a-z0-9_]*$'),
    category text COLLATE "C" NOT NULL DEFAULT '_T' CHECK (category <> ''),
    level text COLLATE "C" NOT NULL DEFAULT '_T',
    sex text COLLATE "C" NOT NULL DEFAULT '_T' CHECK (sex IN ('_T', 'F', 'M', '_U')),
    unit text NOT NULL DEFAULT 'persons',
    value numeric CHECK (value >= 0),
    lower numeric CHECK (lower >= 0),
    upper numeric CHECK (upper >= lower),
    status text NOT NULL DEFAULT 'A' CHECK (status IN ('A', 'E', 'P', 'B', 'M', 'N', 'Z', 'X', 'L')),
    as_of socu.edtf,
    origin_basis text NOT NULL DEFAULT 'unknown'
        CHECK (origin_basis IN ('prior_education', 'residence', 'citizenship', 'unknown')),
    preferred boolean NOT NULL DEFAULT true,
    definition text,
    generated boolean NOT NULL DEFAULT false,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (state, year, measure, series, breakdown, category, level, sex, shipped),
    CONSTRAINT official_count_value_by_status CHECK ((value IS NULL) = (status IN ('M', 'Z', 'X', 'L'))),
    CONSTRAINT official_count_true_zero CHECK ((status = 'N') = coalesce(value = 0, false)),
    CONSTRAINT official_count_bounds_with_l CHECK (status = 'L' OR lower IS NULL AND upper IS NULL)
);
COMMENT ON TABLE socu.official_count IS
'Figures that offices publish: enrolled and internationally mobile students, population, graduates. Series of '
'different offices stand side by side and are never mixed: the views take one series for each state, year and measure.';
COMMENT ON COLUMN socu.official_count.series IS 'Short name of the office and definition, for example kz_bns.';
COMMENT ON COLUMN socu.official_count.state IS
'State that the figure is of (for mobile students the destination), ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN socu.official_count.year IS
'Reporting year: the calendar year in which the academic year ends; the year of the figure where the source gives one '
'year only.';
COMMENT ON COLUMN socu.official_count.measure IS
'enrolled (all tertiary students in the state), mobile (those from abroad), population (of tertiary age), mobile_share '
'(per cent of all mobile) and others.';
COMMENT ON COLUMN socu.official_count.breakdown IS
'total, or by what it is broken down: origin (categories are states), continent, programme_type, funding, region …';
COMMENT ON COLUMN socu.official_count.category IS
'The category: _T total, _U not specified, _O all others together, a state, a word.';
COMMENT ON COLUMN socu.official_count.level IS 'ISCED 2011 level 5 to 8; _T = 5 to 8 together.';
COMMENT ON COLUMN socu.official_count.sex IS 'F, M, _U not specified, _T together.';
COMMENT ON COLUMN socu.official_count.unit IS 'persons, institutions, percent.';
COMMENT ON COLUMN socu.official_count.value IS
'The figure; NULL if it is missing, not applicable, in another cell, or only bounded.';
COMMENT ON COLUMN socu.official_count.lower IS 'With status L: at least.';
COMMENT ON COLUMN socu.official_count.upper IS 'With status L: at most; NULL = not known.';
COMMENT ON COLUMN socu.official_count.status IS
'A normal, E estimated or rounded by the source, P provisional, B break in series, M missing, N true zero, Z not '
'applicable, X in another cell, L bounded.';
COMMENT ON COLUMN socu.official_count.as_of IS 'Reference date as far as it is known.';
COMMENT ON COLUMN socu.official_count.origin_basis IS
'How origin is determined: prior_education, residence, citizenship or unknown.';
COMMENT ON COLUMN socu.official_count.preferred IS 'False: shown beside the others, not used in rates.';
COMMENT ON COLUMN socu.official_count.definition IS 'What the office means.';
COMMENT ON COLUMN socu.official_count.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN socu.official_count.source IS 'Where the figure stands.';

CREATE VIEW socu.official_series AS
SELECT c.* FROM socu.official_count c
JOIN (SELECT DISTINCT ON (x.state, x.year, x.measure) x.state, x.year, x.measure, x.series, x.shipped
      FROM socu.official_count x WHERE x.preferred
      ORDER BY x.state, x.year, x.measure, x.generated, x.shipped, x.series) s
  ON s.state = c.state AND s.year = c.year AND s.measure = c.measure AND s.series = c.series AND s.shipped = c.shipped;
COMMENT ON VIEW socu.official_series IS
'The rows of official_count that the rates use: one series for each state, year and measure; a site''s series goes '
'before a shipped one, a generated one comes last.';
