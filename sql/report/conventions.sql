-- report/conventions: thresholds and conventions of the reports.
--
-- Reports are statistics of mobility and cooperation, as views:
-- records -> report_refresh() -> roll-ups -> views (exact, internal) -> report_publish() -> released_* views
-- (rounded, small cells hidden).
-- Codes as in SDMX: _T is the total, _U not specified. Status: A normal, E estimated, P provisional, B break,
-- M missing, N true zero, Z not applicable, X in another cell, L lower bound. conf: F free, C hidden (small), S hidden
-- (to protect another).

CREATE TABLE socu.report_params (
    params text COLLATE "C" NOT NULL DEFAULT 'default' CHECK (params <> ''),
    min_cell int NOT NULL DEFAULT 5 CHECK (min_cell >= 1),
    base int NOT NULL DEFAULT 5 CHECK (base >= 1),
    min_denominator int NOT NULL DEFAULT 23 CHECK (min_denominator >= 0),
    min_institutions int NOT NULL DEFAULT 3 CHECK (min_institutions >= 1),
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
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (params, shipped)
);
COMMENT ON TABLE socu.report_params IS
'Thresholds, conventions and cut-offs of the reports. A site''s row goes before a shipped one of the same name; SET '
'socu.report_params = ''name'' chooses another set.';
COMMENT ON COLUMN socu.report_params.params IS 'Name of the set.';
COMMENT ON COLUMN socu.report_params.min_cell IS
'Counts of persons above 0 and below this are hidden in releases (persons).';
COMMENT ON COLUMN socu.report_params.base IS
'Released counts are rounded to the nearest multiple, half away from zero (persons).';
COMMENT ON COLUMN socu.report_params.min_denominator IS 'Rates over fewer persons are hidden in releases (persons).';
COMMENT ON COLUMN socu.report_params.min_institutions IS
'Institution figures of a state are released if at least so many institutions contribute.';
COMMENT ON COLUMN socu.report_params.min_stay_months IS
'A long stay, and credit mobility in the EU sense, is at least this long (months).';
COMMENT ON COLUMN socu.report_params.min_credits IS
'Credit mobility in the EU sense brings at least so many credits (ECTS), or lasts min_stay_months.';
COMMENT ON COLUMN socu.report_params.month_convention IS 'days30, m30e360 or calendar: see stay_months().';
COMMENT ON COLUMN socu.report_params.year_start_month IS
'First month of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN socu.report_params.year_start_day IS
'First day of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN socu.report_params.cutoff_month IS
'Month of the cut-off date of stocks, in the calendar year before the reporting year.';
COMMENT ON COLUMN socu.report_params.cutoff_day IS 'Day of the cut-off date of stocks.';
COMMENT ON COLUMN socu.report_params.arrival_days IS
'An accepted person who is not there so many days after the start has not come (days).';
COMMENT ON COLUMN socu.report_params.active_years IS
'An agreement is active if a stay under it began within so many years (years).';
COMMENT ON COLUMN socu.report_params.parity_low IS 'Lower end of the band of gender parity (ratio).';
COMMENT ON COLUMN socu.report_params.parity_high IS 'Upper end of the band of gender parity (ratio).';
COMMENT ON COLUMN socu.report_params.network IS 'The network that is reported on: a body of the registry.';

CREATE VIEW socu.report_convention AS
SELECT p.* FROM socu.report_params p
WHERE p.params = coalesce(nullif(pg_catalog.current_setting('socu.report_params', true), ''), 'default')
ORDER BY p.shipped LIMIT 1;
COMMENT ON VIEW socu.report_convention IS 'The row of report_params that holds in this session.';
GRANT SELECT ON socu.report_convention TO PUBLIC;

CREATE TABLE socu.mobility_kind (
    kind text COLLATE "C" NOT NULL CHECK (kind <> ''),
    measure text NOT NULL CHECK (measure IN ('credit_flow', 'degree_stock', 'staff_flow')),
    description text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (kind, shipped)
);
COMMENT ON TABLE socu.mobility_kind IS
'As what a kind of mobility is counted. A kind without a row is counted nowhere and shown as missing. A site''s row '
'goes before a shipped one.';
COMMENT ON COLUMN socu.mobility_kind.kind IS 'Word in mobility.kind.';
COMMENT ON COLUMN socu.mobility_kind.measure IS
'credit_flow (stays begun in the year), degree_stock (enrolled on the cut-off date) or staff_flow (stays of staff '
'begun in the year). Measures are never added.';
COMMENT ON COLUMN socu.mobility_kind.description IS 'What the kind is.';
