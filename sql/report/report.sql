-- report: statistics of mobility and cooperation, as views.
--
-- Records -> report_refresh() -> roll-ups -> views (exact, internal) -> report_publish() -> released_* views (rounded, small cells hidden).
-- Codes as in SDMX: _T is the total, _U not specified. Status: A normal, E estimated, P provisional, B break, M missing, N true zero,
-- Z not applicable, X in another cell, L lower bound. conf: F free, C hidden (small), S hidden (to protect another).

-- ===== conventions =====

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
'Thresholds, conventions and cut-offs of the reports. A site''s row goes before a shipped one of the same name; SET socu.report_params = ''name'' chooses another set.';
COMMENT ON COLUMN socu.report_params.params IS 'Name of the set.';
COMMENT ON COLUMN socu.report_params.min_cell IS 'Counts of persons above 0 and below this are hidden in releases (persons).';
COMMENT ON COLUMN socu.report_params.base IS 'Released counts are rounded to the nearest multiple, half away from zero (persons).';
COMMENT ON COLUMN socu.report_params.min_denominator IS 'Rates over fewer persons are hidden in releases (persons).';
COMMENT ON COLUMN socu.report_params.min_institutions IS 'Institution figures of a state are released if at least so many institutions contribute.';
COMMENT ON COLUMN socu.report_params.min_stay_months IS 'A long stay, and credit mobility in the EU sense, is at least this long (months).';
COMMENT ON COLUMN socu.report_params.min_credits IS 'Credit mobility in the EU sense brings at least so many credits (ECTS), or lasts min_stay_months.';
COMMENT ON COLUMN socu.report_params.month_convention IS 'days30, m30e360 or calendar: see stay_months().';
COMMENT ON COLUMN socu.report_params.year_start_month IS 'First month of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN socu.report_params.year_start_day IS 'First day of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN socu.report_params.cutoff_month IS 'Month of the cut-off date of stocks, in the calendar year before the reporting year.';
COMMENT ON COLUMN socu.report_params.cutoff_day IS 'Day of the cut-off date of stocks.';
COMMENT ON COLUMN socu.report_params.arrival_days IS 'An accepted person who is not there so many days after the start has not come (days).';
COMMENT ON COLUMN socu.report_params.active_years IS 'An agreement is active if a stay under it began within so many years (years).';
COMMENT ON COLUMN socu.report_params.parity_low IS 'Lower end of the band of gender parity (ratio).';
COMMENT ON COLUMN socu.report_params.parity_high IS 'Upper end of the band of gender parity (ratio).';
COMMENT ON COLUMN socu.report_params.network IS 'The network that is reported on: a body of the registry.';
COMMENT ON COLUMN socu.report_params.shipped IS 'True for a row that comes with the extension: it is not dumped and cannot be changed.';
COMMENT ON COLUMN socu.report_params.source IS 'Where the row comes from.';
COMMENT ON COLUMN socu.report_params.confidence IS 'found, known or uncertain.';

CREATE VIEW socu.report_convention AS
SELECT p.* FROM socu.report_params p
WHERE p.params = coalesce(nullif(pg_catalog.current_setting('socu.report_params', true), ''), 'default')
ORDER BY p.shipped LIMIT 1;
COMMENT ON VIEW socu.report_convention IS 'The row of report_params that holds in this session.';

CREATE TABLE socu.mobility_kind (
    kind text COLLATE "C" NOT NULL CHECK (kind <> ''),
    measure text NOT NULL CHECK (measure IN ('credit_flow', 'degree_stock', 'staff_flow')),
    description text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'known' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (kind, shipped)
);
COMMENT ON TABLE socu.mobility_kind IS 'As what a kind of mobility is counted. A kind without a row is counted nowhere and shown as missing. A site''s row goes before a shipped one.';
COMMENT ON COLUMN socu.mobility_kind.kind IS 'Word in mobility.kind.';
COMMENT ON COLUMN socu.mobility_kind.measure IS 'credit_flow (stays begun in the year), degree_stock (enrolled on the cut-off date) or staff_flow (stays of staff begun in the year). Measures are never added.';
COMMENT ON COLUMN socu.mobility_kind.description IS 'What the kind is.';
COMMENT ON COLUMN socu.mobility_kind.shipped IS 'True for a row that comes with the extension: it is not dumped and cannot be changed.';
COMMENT ON COLUMN socu.mobility_kind.source IS 'Where the row comes from.';
COMMENT ON COLUMN socu.mobility_kind.confidence IS 'found, known or uncertain.';

-- ===== official figures =====

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
    origin_basis text NOT NULL DEFAULT 'unknown' CHECK (origin_basis IN ('prior_education', 'residence', 'citizenship', 'unknown')),
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
'Figures that offices publish: enrolled and internationally mobile students, population, graduates. Series of different offices stand side by side and are never mixed: the views take one series for each state, year and measure.';
COMMENT ON COLUMN socu.official_count.series IS 'Short name of the office and definition, for example kz_bns.';
COMMENT ON COLUMN socu.official_count.state IS 'State that the figure is of (for mobile students the destination), ISO 3166 alpha-2; _T = the network.';
COMMENT ON COLUMN socu.official_count.year IS 'Reporting year: the calendar year in which the academic year ends; the year of the figure where the source gives one year only.';
COMMENT ON COLUMN socu.official_count.measure IS 'enrolled (all tertiary students in the state), mobile (those from abroad), population (of tertiary age), mobile_share (per cent of all mobile) and others.';
COMMENT ON COLUMN socu.official_count.breakdown IS 'total, or by what it is broken down: origin (categories are states), continent, programme_type, funding, region …';
COMMENT ON COLUMN socu.official_count.category IS 'The category: _T total, _U not specified, _O all others together, a state, a word.';
COMMENT ON COLUMN socu.official_count.level IS 'ISCED 2011 level 5 to 8; _T = 5 to 8 together.';
COMMENT ON COLUMN socu.official_count.sex IS 'F, M, _U not specified, _T together.';
COMMENT ON COLUMN socu.official_count.unit IS 'persons, institutions, percent.';
COMMENT ON COLUMN socu.official_count.value IS 'The figure; NULL if it is missing, not applicable, in another cell, or only bounded.';
COMMENT ON COLUMN socu.official_count.lower IS 'With status L: at least.';
COMMENT ON COLUMN socu.official_count.upper IS 'With status L: at most; NULL = not known.';
COMMENT ON COLUMN socu.official_count.status IS 'A normal, E estimated or rounded by the source, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another cell, L bounded.';
COMMENT ON COLUMN socu.official_count.as_of IS 'Reference date as far as it is known.';
COMMENT ON COLUMN socu.official_count.origin_basis IS 'How origin is determined: prior_education, residence, citizenship or unknown.';
COMMENT ON COLUMN socu.official_count.preferred IS 'False: shown beside the others, not used in rates.';
COMMENT ON COLUMN socu.official_count.definition IS 'What the office means.';
COMMENT ON COLUMN socu.official_count.generated IS 'True for made-up rows (tests, demonstrations).';
COMMENT ON COLUMN socu.official_count.shipped IS 'True for a row that comes with the extension: it is not dumped and cannot be changed.';
COMMENT ON COLUMN socu.official_count.source IS 'Where the figure stands.';
COMMENT ON COLUMN socu.official_count.confidence IS 'found, known or uncertain.';

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['report_params', 'mobility_kind', 'official_count'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.%I
                                   FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', t);
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.%I
                                   FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard()', t);
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), 'WHERE NOT shipped');
        EXECUTE pg_catalog.format('GRANT SELECT ON socu.%I TO PUBLIC', t);
    END LOOP;
    GRANT SELECT ON socu.report_convention TO PUBLIC;
END
$$;

CREATE VIEW socu.official_series AS
SELECT c.* FROM socu.official_count c
JOIN (SELECT DISTINCT ON (x.state, x.year, x.measure) x.state, x.year, x.measure, x.series, x.shipped
      FROM socu.official_count x WHERE x.preferred
      ORDER BY x.state, x.year, x.measure, x.generated, x.shipped, x.series) s
  ON s.state = c.state AND s.year = c.year AND s.measure = c.measure AND s.series = c.series AND s.shipped = c.shipped;
COMMENT ON VIEW socu.official_series IS 'The rows of official_count that the rates use: one series for each state, year and measure; a site''s series goes before a shipped one, a generated one comes last.';

-- ===== formulas =====

CREATE FUNCTION socu.day_number_360(on_date date) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5
RETURN date_part('year', on_date)::int * 360 + date_part('month', on_date)::int * 30 + least(date_part('day', on_date)::int, 30);
COMMENT ON FUNCTION socu.day_number_360(date) IS 'Number of a day in years of twelve months of 30 days (30E/360): 360 y + 30 m + min(d, 30).';

CREATE FUNCTION socu.stay_months(from_day date, to_day date, convention text DEFAULT 'days30') RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE convention
    WHEN 'days30' THEN (to_day - from_day + 1) / 30.0
    WHEN 'm30e360' THEN (socu.day_number_360(to_day) - socu.day_number_360(from_day) + 1) / 30.0
    WHEN 'calendar' THEN (to_day - from_day + 1) / (365.25 / 12) END;
COMMENT ON FUNCTION socu.stay_months(date, date, text) IS
'Length of a stay in months, both days counted. days30: days / 30. m30e360: every month has 30 days, as the EU counts long stays. calendar: days / (365.25 / 12). NULL for another convention.';

CREATE FUNCTION socu.fte(attempted numeric, full_load numeric, cap numeric DEFAULT 1) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN attempted IS NOT NULL AND full_load <> 0 THEN least(attempted / full_load, cap) END;
COMMENT ON FUNCTION socu.fte(numeric, numeric, numeric) IS
'Full-time equivalent: credits attempted in a period / full-time load of the period (60 ECTS a year, 30 a semester), at most the cap. NULL without credits.';

CREATE FUNCTION socu.reciprocity_index(outgoing numeric, incoming numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN 2 * least(outgoing, incoming) / nullif(outgoing + incoming, 0);
COMMENT ON FUNCTION socu.reciprocity_index(numeric, numeric) IS '2 x min(out, in) / (out + in): 1 balanced, 0 one-way, NULL if both are 0.';

CREATE FUNCTION socu.gender_parity_index(f_mobile numeric, f_enrolled numeric, m_mobile numeric, m_enrolled numeric, min_cell int DEFAULT 5) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN least(f_mobile, m_mobile) >= min_cell AND m_mobile > 0 THEN (f_mobile / nullif(f_enrolled, 0)) / (m_mobile / nullif(m_enrolled, 0)) END;
COMMENT ON FUNCTION socu.gender_parity_index(numeric, numeric, numeric, numeric, int) IS
'(F mobile / F enrolled) / (M mobile / M enrolled). NULL if the male rate is 0, an enrolment is 0 or a count is below the minimum cell. The crude F / M ratio is another indicator.';

CREATE FUNCTION socu.learning_mobility_rate(degree_abroad numeric, credit_mobile numeric, graduates numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN 100 * (degree_abroad + credit_mobile) / nullif(graduates, 0);
COMMENT ON FUNCTION socu.learning_mobility_rate(numeric, numeric, numeric) IS
'EU benchmark, per cent: 100 x (graduates who took the degree abroad + other graduates who were credit-mobile) / graduates of that origin.';

CREATE FUNCTION socu.is_credit_mobile(months numeric, credits numeric) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT months >= p.min_stay_months OR credits >= p.min_credits FROM socu.report_convention p;
END;
COMMENT ON FUNCTION socu.is_credit_mobile(numeric, numeric) IS 'Does a stay reach the EU threshold of credit mobility: months or credits (ECTS) of report_params? NULL if neither is known to be enough and one is unknown.';

CREATE FUNCTION socu.recognition(earned numeric[], recognised numeric[])
    RETURNS TABLE (rate numeric, rate_all numeric, mean_rate numeric, full_share numeric, pending_share numeric, decided bigint)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    bad record;
BEGIN
    SELECT x.e, x.r, x.i INTO bad FROM unnest(earned, recognised) WITH ORDINALITY x (e, r, i) WHERE x.r > x.e OR x.e IS NULL AND x.r IS NOT NULL LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'more credits recognised than earned' USING ERRCODE = 'invalid_parameter_value',
            DETAIL = format('Case %s: earned %s, recognised %s.', bad.i, coalesce(bad.e::text, 'not known'), bad.r), HINT = 'Correct the case; it is not 100 %.';
    END IF;
    RETURN QUERY
        SELECT 100 * sum(x.r) / nullif(sum(x.e) FILTER (WHERE x.r IS NOT NULL), 0), 100 * sum(x.r) / nullif(sum(x.e), 0),
               100 * avg(x.r / nullif(x.e, 0)), 100.0 * count(*) FILTER (WHERE x.r >= x.e) / nullif(count(x.r), 0),
               100.0 * count(*) FILTER (WHERE x.r IS NULL) / nullif(count(*), 0), count(x.r)
        FROM unnest(earned, recognised) x (e, r);
END
$$;
COMMENT ON FUNCTION socu.recognition(numeric[], numeric[]) IS
'Recognition of credits, one element a student, NULL = undecided, per cent: rate = recognised / earned of decided cases; rate_all with undecided ones below the line; mean of the students'' rates; share of full recognition; share of undecided. Error 22023: more recognised than earned.';

CREATE FUNCTION socu.concentration_of(parts numeric[], rest numeric DEFAULT 0)
    RETURNS TABLE (hhi numeric, hhi_lower numeric, hhi_upper numeric, normalised numeric, effective_number numeric)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT CASE WHEN rest = 0 THEN x.low END, x.low, x.low + x.k * x.least * x.least + (x.r - x.k * x.least) * (x.r - x.k * x.least),
           CASE WHEN rest = 0 THEN (x.low - 1.0 / x.n) / nullif(1 - 1.0 / x.n, 0) END, CASE WHEN rest = 0 THEN 1 / x.low END
    FROM (SELECT sum(y.s * y.s) AS low, count(*) AS n, min(y.s) AS least, y.r, coalesce(trunc(y.r / nullif(min(y.s), 0)), 0) AS k
          FROM (SELECT p / nullif(sum(p) OVER () + rest, 0) AS s, rest / nullif(sum(p) OVER () + rest, 0) AS r
                FROM unnest(parts) p WHERE p > 0) y GROUP BY y.r) x;
END;
COMMENT ON FUNCTION socu.concentration_of(numeric[], numeric) IS
'Herfindahl-Hirschman index of shares, 0 to 1, its normalised form (H - 1/N) / (1 - 1/N) and the effective number 1 / H. A rest ("others") gives bounds: as many tiny parts, and parts as large as the smallest listed.';

CREATE FUNCTION socu.degree_centralisation(degrees bigint[]) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT (max(d) * count(*) - sum(d)) / nullif((count(*) - 1) * (count(*) - 2), 0)::numeric FROM unnest(degrees) d;
END;
COMMENT ON FUNCTION socu.degree_centralisation(bigint[]) IS 'Freeman: sum(max degree - degree) / ((n - 1)(n - 2)); a star gives 1, a ring 0. NULL for fewer than 3.';

CREATE FUNCTION socu.total_status(statuses text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN statuses && '{M,L}' THEN CASE WHEN statuses <@ '{M,Z,X}' THEN 'M' ELSE 'L' END
            WHEN 'E' = ANY (statuses) THEN 'E' WHEN 'P' = ANY (statuses) THEN 'P' WHEN 'B' = ANY (statuses) THEN 'B' WHEN 'A' = ANY (statuses) THEN 'A'
            WHEN 'N' = ANY (statuses) THEN 'N' WHEN 'X' = ANY (statuses) THEN 'X' WHEN 'Z' = ANY (statuses) THEN 'Z' ELSE 'M' END;
COMMENT ON FUNCTION socu.total_status(text[]) IS 'Status of a sum: L if a part is missing or bounded (M if nothing is known), else E, P, B, A, N as the parts have it. Z and X are left out.';

CREATE FUNCTION socu.rate_of(numerator numeric, num_lower numeric, num_upper numeric, num_status text,
                             denominator numeric, den_lower numeric, den_upper numeric, den_status text, factor numeric DEFAULT 100)
    RETURNS TABLE (value numeric, lower numeric, upper numeric, status text) -- of one row: a set is what the planner can merge into a query
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT CASE WHEN s.st NOT IN ('L', 'M', 'Z', 'X') THEN factor * numerator / denominator END,
           CASE WHEN s.st = 'L' THEN factor * coalesce(num_lower, numerator, 0) / nullif(coalesce(den_upper, CASE WHEN den_status <> 'L' THEN denominator END), 0) END,
           CASE WHEN s.st = 'L' THEN factor * coalesce(num_upper, CASE WHEN num_status <> 'L' THEN numerator END) / nullif(coalesce(den_lower, denominator), 0) END,
           s.st
    FROM (SELECT CASE WHEN num_status IS NULL OR den_status IS NULL OR num_status IN ('M', 'X') OR den_status IN ('M', 'X') THEN 'M'
                      WHEN num_status = 'Z' OR den_status IN ('Z', 'N') THEN 'Z'
                      WHEN num_status = 'L' OR den_status = 'L' THEN 'L'
                      WHEN denominator = 0 THEN 'Z'
                      WHEN num_status = 'N' THEN 'N'
                      ELSE socu.total_status(ARRAY[num_status, den_status]) END AS st) s;
END;
COMMENT ON FUNCTION socu.rate_of(numeric, numeric, numeric, text, numeric, numeric, numeric, text, numeric) IS
'factor x numerator / denominator with the rules for missing data: a missing part gives NULL and M, a bounded part NULL, L and what is known of the bounds, a denominator of 0 NULL and Z.';

CREATE FUNCTION socu.round_count(n numeric, base int) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN round(n / base) * base;
COMMENT ON FUNCTION socu.round_count(numeric, int) IS 'A count rounded to the nearest multiple of base, half away from zero.';

-- ===== the reporting year =====

CREATE FUNCTION socu.reporting_year(on_date date, state text, institution text, start_month int DEFAULT 9, start_day int DEFAULT 1) RETURNS int
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(socu.statistical_year(on_date, state, institution),
                extract(year FROM on_date)::int + CASE WHEN (extract(month FROM on_date), extract(day FROM on_date)) >= (start_month, start_day) THEN 1 ELSE 0 END);
COMMENT ON FUNCTION socu.reporting_year(date, text, text, int, int) IS
'Year under which a day counts at an institution: the calendar year in which its academic year ends; without a calendar, years begin on the month and day given.';

CREATE FUNCTION socu.reporting_year_start(year int, state text, institution text, start_month int DEFAULT 9, start_day int DEFAULT 1) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(lower(socu.term_dates(socu.academic_term(year - 1), state, institution)),
                lower(socu.term_dates(socu.academic_term(year, 1, 1, true), state, institution)), make_date(year - 1, start_month, start_day));
COMMENT ON FUNCTION socu.reporting_year_start(int, text, text, int, int) IS
'First day of a reporting year at an institution: of the academic year that ends in it; without a calendar, the month and day given, in the year before.';

CREATE FUNCTION socu.report_places(starts_on date, ends_on date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(starts_on >= '1900-01-01' AND starts_on < '2200-01-01' AND (ends_on IS NULL OR ends_on < '2200-01-01'), false);
COMMENT ON FUNCTION socu.report_places(date, date) IS
'Can a stay be placed in a reporting year? Its days lie in the years 1900 to 2199, as the constraint mobility_days asks; an open end (NULL) may.';

CREATE FUNCTION socu.mobility_at(at timestamptz) RETURNS SETOF socu.mobility
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH later AS (
        -- what the later changes ended: of several, the earliest tells what was there
        SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
        FROM socu.mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
        WHERE h.changed_at > at GROUP BY h.mobility_id)
    SELECT m.* FROM socu.mobility m WHERE m.created_at <= at AND NOT EXISTS (SELECT FROM later l WHERE l.mobility_id = m.mobility_id)
    UNION ALL
    SELECT p.* FROM later l LEFT JOIN socu.mobility m ON m.mobility_id = l.mobility_id
    CROSS JOIN LATERAL jsonb_populate_record(m, l.was) p
    WHERE p.created_at <= at;
END;
COMMENT ON FUNCTION socu.mobility_at(timestamptz) IS 'The records as they stood at a time, from the table and its history. Rows that were removed since are there again.';

-- ===== roll-ups =====

CREATE TABLE socu.report_state (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    refreshed_at timestamptz NOT NULL,
    extracted_at timestamptz NOT NULL,
    as_of date NOT NULL,
    snapshot_xmin xid8,
    origin text NOT NULL,
    rules text NOT NULL,
    lines text NOT NULL,
    records bigint NOT NULL,
    params text NOT NULL
);
COMMENT ON TABLE socu.report_state IS 'When and from what the roll-ups were last refreshed: one row.';
COMMENT ON COLUMN socu.report_state.one IS 'Always true.';
COMMENT ON COLUMN socu.report_state.refreshed_at IS 'When report_refresh() ran.';
COMMENT ON COLUMN socu.report_state.extracted_at IS 'The time whose records are shown (extraction time).';
COMMENT ON COLUMN socu.report_state.as_of IS 'Content date: open stays and deadlines are seen from this day.';
COMMENT ON COLUMN socu.report_state.snapshot_xmin IS 'Rows of transactions from this one on are looked at again; NULL = all (the roll-up shows a past time).';
COMMENT ON COLUMN socu.report_state.origin IS 'Database and file of the records: a change means a full refresh.';
COMMENT ON COLUMN socu.report_state.rules IS 'Digest of what the counting depends on (calendar, kinds, agreements, conventions): a change means a full refresh.';
COMMENT ON COLUMN socu.report_state.lines IS 'Digest of the quota lines: a change means counting all lines again.';
COMMENT ON COLUMN socu.report_state.records IS 'Records at that time.';
COMMENT ON COLUMN socu.report_state.params IS 'Name of the set of conventions.';

CREATE TABLE socu.report_unplaced (
    mobility_id bigint PRIMARY KEY,
    starts_on date,
    ends_on date
);
COMMENT ON TABLE socu.report_unplaced IS 'Records that no reporting year can hold, because their days lie outside of the years 1900 to 2199; listed by report_refresh(), which counts them nowhere. The constraint mobility_days keeps such records out.';
COMMENT ON COLUMN socu.report_unplaced.mobility_id IS 'Key of the record.';
COMMENT ON COLUMN socu.report_unplaced.starts_on IS 'Its first day.';
COMMENT ON COLUMN socu.report_unplaced.ends_on IS 'Its last day.';

CREATE TABLE socu.report_rollup (
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
CREATE INDEX report_rollup_year ON socu.report_rollup (year, breakdown, measure);
CREATE INDEX report_rollup_base ON socu.report_rollup (base_year);
COMMENT ON TABLE socu.report_rollup IS 'Mobilities summed by state of origin and destination, in all and by kind, direction, level and field; made by report_refresh(). Its size depends on the numbers of states and categories, not on that of the records.';
COMMENT ON INDEX socu.report_rollup_year IS 'One year of the reports.';
COMMENT ON INDEX socu.report_rollup_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN socu.report_rollup.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN socu.report_rollup.year IS 'Reporting year to which the numbers belong: later years have their share of the days, and the stock.';
COMMENT ON COLUMN socu.report_rollup.measure IS 'credit_flow, degree_stock or staff_flow; unknown for kinds without a row in mobility_kind.';
COMMENT ON COLUMN socu.report_rollup.breakdown IS 'total, kind, direction, level or field.';
COMMENT ON COLUMN socu.report_rollup.category IS 'The kind, the direction, the level or the broad field of ISCED-F 2013 (two digits); _U not specified; _T with total.';
COMMENT ON COLUMN socu.report_rollup.origin IS 'State of the sending institution; _T all, without stays within a state.';
COMMENT ON COLUMN socu.report_rollup.destination IS 'State of the receiving institution; _T all, without stays within a state.';
COMMENT ON COLUMN socu.report_rollup.generated IS 'True for rows of the generator (created_by = generated).';
COMMENT ON COLUMN socu.report_rollup.records IS 'Records in any state.';
COMMENT ON COLUMN socu.report_rollup.pending IS 'Nominations without decision that hold a seat.';
COMMENT ON COLUMN socu.report_rollup.accepted IS 'Ever accepted, cancelled ones included.';
COMMENT ON COLUMN socu.report_rollup.rejected IS 'Rejected.';
COMMENT ON COLUMN socu.report_rollup.cancelled IS 'Cancelled after acceptance.';
COMMENT ON COLUMN socu.report_rollup.arrived IS 'Arrived, whatever came then.';
COMMENT ON COLUMN socu.report_rollup.early_returns IS 'Returned early.';
COMMENT ON COLUMN socu.report_rollup.awaited IS 'Accepted, not arrived, arrival deadline not passed.';
COMMENT ON COLUMN socu.report_rollup.covered IS 'Arrived under an agreement in force on the first day.';
COMMENT ON COLUMN socu.report_rollup.open IS 'Stays without an end: their days run to the content date.';
COMMENT ON COLUMN socu.report_rollup.planned IS 'Stays that are not over: their days are planned ones.';
COMMENT ON COLUMN socu.report_rollup.stays IS 'Stays begun (flows), or persons enrolled on the cut-off date (stock).';
COMMENT ON COLUMN socu.report_rollup.long_stays IS 'Stays begun of at least min_stay_months.';
COMMENT ON COLUMN socu.report_rollup.stay_days IS 'Days of the whole stays begun, both ends counted.';
COMMENT ON COLUMN socu.report_rollup.stay_days_360 IS 'The same, months of 30 days.';
COMMENT ON COLUMN socu.report_rollup.days IS 'Days that fall in the year.';
COMMENT ON COLUMN socu.report_rollup.days_360 IS 'The same, months of 30 days; the years of a stay add up to its whole.';

CREATE TABLE socu.report_rollup_institution (
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
CREATE INDEX report_rollup_institution_year ON socu.report_rollup_institution (year, measure);
CREATE INDEX report_rollup_institution_base ON socu.report_rollup_institution (base_year);
COMMENT ON TABLE socu.report_rollup_institution IS 'Mobilities that took place, summed by institutions, direction and agreement; made by report_refresh().';
COMMENT ON INDEX socu.report_rollup_institution_year IS 'One year of the reports.';
COMMENT ON INDEX socu.report_rollup_institution_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN socu.report_rollup_institution.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN socu.report_rollup_institution.year IS 'Reporting year to which the numbers belong.';
COMMENT ON COLUMN socu.report_rollup_institution.measure IS 'credit_flow, degree_stock or staff_flow.';
COMMENT ON COLUMN socu.report_rollup_institution.sending_state IS 'State of the sending institution.';
COMMENT ON COLUMN socu.report_rollup_institution.receiving_state IS 'State of the receiving institution.';
COMMENT ON COLUMN socu.report_rollup_institution.sending_institution IS 'Sending institution; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_institution.receiving_institution IS 'Receiving institution; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_institution.direction IS 'Direction of study; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_institution.agreement IS 'Agreement; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_institution.generated IS 'True for rows of the generator.';
COMMENT ON COLUMN socu.report_rollup_institution.stays IS 'Stays begun (flows), or persons enrolled on the cut-off date (stock).';
COMMENT ON COLUMN socu.report_rollup_institution.stay_days IS 'Days of the whole stays begun.';
COMMENT ON COLUMN socu.report_rollup_institution.stay_days_360 IS 'The same, months of 30 days.';
COMMENT ON COLUMN socu.report_rollup_institution.last_start IS 'First day of the latest stay begun.';

CREATE TABLE socu.report_rollup_node (
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
CREATE INDEX report_rollup_node_year ON socu.report_rollup_node (year, measure);
CREATE INDEX report_rollup_node_base ON socu.report_rollup_node (base_year);
COMMENT ON TABLE socu.report_rollup_node IS 'Mobilities between states that took place, summed by one institution and direction; made by report_refresh().';
COMMENT ON INDEX socu.report_rollup_node_year IS 'One year of the reports.';
COMMENT ON INDEX socu.report_rollup_node_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN socu.report_rollup_node.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN socu.report_rollup_node.year IS 'Reporting year to which the numbers belong.';
COMMENT ON COLUMN socu.report_rollup_node.measure IS 'credit_flow, degree_stock or staff_flow.';
COMMENT ON COLUMN socu.report_rollup_node.role IS 'origin (sending) or destination (receiving).';
COMMENT ON COLUMN socu.report_rollup_node.state IS 'State of the institution.';
COMMENT ON COLUMN socu.report_rollup_node.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_node.direction IS 'Direction of study; _U not specified.';
COMMENT ON COLUMN socu.report_rollup_node.generated IS 'True for rows of the generator.';
COMMENT ON COLUMN socu.report_rollup_node.stays IS 'Stays begun (flows), or persons enrolled on the cut-off date (stock).';

CREATE TABLE socu.report_rollup_person (
    base_year int NOT NULL,
    measure text COLLATE "C" NOT NULL,
    origin text COLLATE "C" NOT NULL,
    destination text COLLATE "C" NOT NULL,
    repeats bigint NOT NULL,
    PRIMARY KEY (base_year, measure, origin, destination)
);
COMMENT ON TABLE socu.report_rollup_person IS 'Stays of a year beyond the first of the same person: persons = stays - repeats. Made by report_refresh().';
COMMENT ON COLUMN socu.report_rollup_person.base_year IS 'Reporting year.';
COMMENT ON COLUMN socu.report_rollup_person.measure IS 'credit_flow or staff_flow.';
COMMENT ON COLUMN socu.report_rollup_person.origin IS 'Sending state; _T all.';
COMMENT ON COLUMN socu.report_rollup_person.destination IS 'Receiving state; _T all.';
COMMENT ON COLUMN socu.report_rollup_person.repeats IS 'Stays - distinct persons.';

CREATE TABLE socu.report_rollup_quota (
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
COMMENT ON TABLE socu.report_rollup_quota IS 'What became of the nominations under each quota line; made by report_refresh().';
COMMENT ON COLUMN socu.report_rollup_quota.quota_id IS 'The line.';
COMMENT ON COLUMN socu.report_rollup_quota.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN socu.report_rollup_quota.pending IS 'Nominations without decision that hold a seat.';
COMMENT ON COLUMN socu.report_rollup_quota.accepted IS 'Ever accepted, cancelled ones included.';
COMMENT ON COLUMN socu.report_rollup_quota.rejected IS 'Rejected.';
COMMENT ON COLUMN socu.report_rollup_quota.cancelled IS 'Cancelled after acceptance.';
COMMENT ON COLUMN socu.report_rollup_quota.arrived IS 'Arrived.';
COMMENT ON COLUMN socu.report_rollup_quota.early_returns IS 'Returned early.';
COMMENT ON COLUMN socu.report_rollup_quota.awaited IS 'Accepted, not arrived, arrival deadline not passed.';
COMMENT ON COLUMN socu.report_rollup_quota.days IS 'Days of the whole stays of those who arrived.';
COMMENT ON COLUMN socu.report_rollup_quota.days_360 IS 'The same, months of 30 days.';

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['report_state', 'report_unplaced', 'report_rollup', 'report_rollup_institution', 'report_rollup_node', 'report_rollup_person', 'report_rollup_quota'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
END
$$;

CREATE FUNCTION socu.report_refresh(as_of date DEFAULT CURRENT_DATE, at timestamptz DEFAULT NULL, everything boolean DEFAULT false) RETURNS int[]
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    p socu.report_params;
    before socu.report_state;
    now_xmin xid8;
    now_origin text;
    now_rules text;
    now_lines text;
    total bigint;
    counted bigint;
    dirty int[];
    whole boolean;
    records text := CASE WHEN at IS NULL THEN 'socu.mobility' ELSE format('socu.mobility_at(%L)', at) END;
    from_table text := format('(SELECT * FROM %s r WHERE socu.report_places(r.starts_on, r.ends_on))', records);
    shape record;
    wanted text;
    long_days int;
BEGIN
    IF NOT coalesce(socu.report_places(as_of, as_of), false) THEN
        RAISE EXCEPTION 'as_of cannot be %', coalesce(as_of::text, 'NULL') USING ERRCODE = 'datetime_field_overflow',
            HINT = 'Give a day of the years 1900 to 2199.';
    END IF;
    LOCK TABLE socu.report_state IN EXCLUSIVE MODE;
    SELECT * INTO STRICT p FROM socu.report_convention;
    long_days := ceil(p.min_stay_months * CASE p.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30 END);
    SELECT * INTO before FROM socu.report_state;
    now_xmin := pg_snapshot_xmin(pg_current_snapshot());
    now_origin := format('%s/%s/%s', (SELECT system_identifier FROM pg_control_system()), (SELECT oid FROM pg_database WHERE datname = current_database()),
                         pg_relation_filenode('socu.mobility'));
    now_rules := md5(concat(to_jsonb(p)::text,
        (SELECT string_agg(c::text, '|' ORDER BY c::text COLLATE "C") FROM socu.academic_calendar c),
        (SELECT string_agg(k::text, '|' ORDER BY k::text COLLATE "C") FROM socu.mobility_kind k),
        (SELECT string_agg(format('%s %s %s %s %s %s', a.agreement, a.status, a.signed, a.valid, a.renewal, a.renewal_months), '|' ORDER BY a.agreement) FROM socu.agreement a)));
    now_lines := md5((SELECT string_agg(format('%s %s', q.quota_id, to_jsonb(q) - '{seats,carried_in,carried_out,effective_limit,booking_limit,status,note}'::text[]), '|' ORDER BY q.quota_id)
                      FROM socu.quota q));
    now_lines := coalesce(now_lines, '');

    -- which years have changed
    whole := everything OR at IS NOT NULL OR before.one IS NULL OR before.snapshot_xmin IS NULL OR before.origin <> now_origin OR before.rules <> now_rules
             OR now_xmin::text::numeric - before.snapshot_xmin::text::numeric > 1000000000;
    IF NOT whole THEN
        SELECT count(*), coalesce(array_agg(DISTINCT socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution, p.year_start_month, p.year_start_day))
                                  FILTER (WHERE age(m.xmin) <= l.old OR as_of <> before.as_of AND coalesce(m.ends_on > least(as_of, before.as_of), true)
                                             OR m.state = 'accepted' AND as_of <> before.as_of
                                                AND m.starts_on + p.arrival_days BETWEEN least(as_of, before.as_of) AND greatest(as_of, before.as_of)), '{}')
        INTO total, dirty
        FROM socu.mobility m CROSS JOIN (SELECT age((before.snapshot_xmin::text::numeric % 4294967296)::text::xid) AS old) l
        WHERE socu.report_places(m.starts_on, m.ends_on);
        SELECT dirty || coalesce(array_agg(DISTINCT socu.reporting_year((w.was ->> 'starts_on')::date, w.was ->> 'receiving_state', w.was ->> 'receiving_institution',
                                                                        p.year_start_month, p.year_start_day)), '{}')
        INTO dirty
        FROM (SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
              FROM socu.mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
              WHERE age(h.xmin) <= age((before.snapshot_xmin::text::numeric % 4294967296)::text::xid)
              GROUP BY h.mobility_id) x
        LEFT JOIN socu.mobility m ON m.mobility_id = x.mobility_id
        CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(m), '{}') || x.was AS was OFFSET 0) w
        WHERE socu.report_places((w.was ->> 'starts_on')::date, (w.was ->> 'ends_on')::date);
    END IF;

    -- what has no place in any year stops nothing: it is listed
    DELETE FROM socu.report_unplaced;
    EXECUTE format('INSERT INTO socu.report_unplaced SELECT m.mobility_id, m.starts_on, m.ends_on FROM %s m WHERE NOT socu.report_places(m.starts_on, m.ends_on)', records);

    -- where the years begin, at each receiver
    wanted := CASE WHEN whole THEN 'true'
                   ELSE format('m.starts_on BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)',
                               coalesce((SELECT min(y) FROM unnest(dirty) y), 3) - 2, coalesce((SELECT max(y) FROM unnest(dirty) y), 3) + 1) END;
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_years ON COMMIT DROP AS
        SELECT r.receiving_state, r.receiving_institution, y.year,
               socu.reporting_year_start(y.year, r.receiving_state, nullif(r.receiving_institution, '_U'), $1, $2) AS starts,
               socu.reporting_year_start(y.year + 1, r.receiving_state, nullif(r.receiving_institution, '_U'), $1, $2) AS next
        FROM (SELECT m.receiving_state, coalesce(m.receiving_institution, '_U') AS receiving_institution, date_part('year', min(m.starts_on))::int - 1 AS low,
                     date_part('year', max(greatest(m.starts_on, coalesce(m.ends_on, $3))))::int + 2 AS high
              FROM %s m WHERE %s GROUP BY 1, 2) r
        CROSS JOIN LATERAL generate_series(r.low, r.high) y (year) $q$, from_table, wanted)
        USING p.year_start_month, p.year_start_day, as_of;
    ANALYZE pg_temp.socu_report_years;

    -- the stays of those years
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_fact ON COMMIT DROP AS
        SELECT m.student, m.measure, m.kind, m.state, m.sending_state, m.receiving_state, m.sending_institution, m.receiving_institution, m.direction, m.level, m.field, m.funding,
               m.agreement, m.programme, m.starts_on, m.generated, m.base_year, m.there, m.open, m.last_day, m.last_day - m.starts_on + 1 AS days,
               socu.day_number_360(m.last_day) - socu.day_number_360(m.starts_on) + 1 AS days_360, y.next,
               coalesce(a.in_force AND (a.always OR m.starts_on >= a.since) AND (a.until IS NULL OR a.until > m.starts_on OR a.renewal = 'automatic'), false) AS covered
        FROM (SELECT m.student, coalesce(k.measure, 'unknown') AS measure, m.kind, m.state, m.sending_state, m.receiving_state, coalesce(m.sending_institution, '_U') AS sending_institution,
                     coalesce(m.receiving_institution, '_U') AS receiving_institution, m.direction, m.level, m.field, m.funding, m.agreement, m.programme, m.starts_on,
                     m.created_by = 'generated' AS generated, socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution, $1, $2) AS base_year,
                     m.state IN ('arrived', 'completed', 'recognized', 'early_return') AS there, m.ends_on IS NULL AS open, greatest(m.starts_on, coalesce(m.ends_on, $3)) AS last_day
              FROM %s m
              LEFT JOIN (SELECT DISTINCT ON (x.kind) x.kind, x.measure FROM socu.mobility_kind x ORDER BY x.kind, x.shipped) k ON k.kind = m.kind
              WHERE %s OFFSET 0) m
        JOIN pg_temp.socu_report_years y ON y.receiving_state = m.receiving_state AND y.receiving_institution = m.receiving_institution AND y.year = m.base_year
        LEFT JOIN (SELECT g.agreement, g.status <> 'draft' AS in_force, coalesce(lower(g.valid), lower(socu.edtf_range(g.signed))) AS since,
                          coalesce(lower(g.valid), lower(socu.edtf_range(g.signed))) IS NULL AS always, upper(g.valid) AS until, CASE g.status WHEN 'signed' THEN g.renewal END AS renewal
                   FROM socu.agreement g) a ON a.agreement = m.agreement
        WHERE $4 OR m.base_year = ANY ($5) $q$, from_table, wanted)
        USING p.year_start_month, p.year_start_day, as_of, whole, dirty;
    SELECT coalesce(array_agg(y ORDER BY y), '{}') INTO dirty
    FROM (SELECT DISTINCT f.base_year FROM pg_temp.socu_report_fact f UNION SELECT unnest(dirty)) d (y);
    IF whole THEN
        DELETE FROM socu.report_rollup;
        DELETE FROM socu.report_rollup_institution;
        DELETE FROM socu.report_rollup_node;
        DELETE FROM socu.report_rollup_person;
        DELETE FROM socu.report_rollup_quota;
    ELSE
        DELETE FROM socu.report_rollup r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_institution r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_node r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_person r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_quota r WHERE r.base_year = ANY (dirty);
    END IF;

    ANALYZE pg_temp.socu_report_fact;

    CREATE TEMP TABLE socu_report_sum (base_year int, year int, measure text COLLATE "C", kind text COLLATE "C", direction text COLLATE "C", level text COLLATE "C", field text COLLATE "C",
        sending_state text COLLATE "C", receiving_state text COLLATE "C", generated boolean,
        records bigint, pending bigint, accepted bigint, rejected bigint, cancelled bigint, arrived bigint, early_returns bigint, awaited bigint, covered bigint,
        open bigint, planned bigint, stays bigint, long_stays bigint, stay_days bigint, stay_days_360 bigint, days bigint, days_360 bigint) ON COMMIT DROP;
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, f.base_year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           count(*), count(*) FILTER (WHERE f.state = 'submitted'),
           count(*) FILTER (WHERE f.there OR f.state IN ('accepted', 'no_show', 'cancelled')), count(*) FILTER (WHERE f.state = 'rejected'),
           count(*) FILTER (WHERE f.state = 'cancelled'), count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.state = 'early_return'),
           count(*) FILTER (WHERE f.state = 'accepted' AND f.starts_on + p.arrival_days > as_of), count(*) FILTER (WHERE f.there AND f.covered),
           count(*) FILTER (WHERE f.there AND f.open), count(*) FILTER (WHERE f.state = 'arrived' AND NOT f.open),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock'),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock' AND CASE p.month_convention WHEN 'm30e360' THEN f.days_360 ELSE f.days END >= long_days),
           coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0),
           coalesce(sum(least(f.days, f.next - f.starts_on)) FILTER (WHERE f.there), 0),
           coalesce(sum(CASE WHEN f.last_day < f.next THEN f.days_360 ELSE socu.day_number_360(f.next - 1) - socu.day_number_360(f.starts_on) + 1 END) FILTER (WHERE f.there), 0)
    FROM pg_temp.socu_report_fact f
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    -- the days that fall in later years
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) FILTER (WHERE f.open), count(*) FILTER (WHERE f.state = 'arrived' AND NOT f.open), 0, 0, 0, 0,
           sum(least(f.last_day, y.next - 1) - y.starts + 1), sum(socu.day_number_360(least(f.last_day, y.next - 1)) - socu.day_number_360(y.starts - 1))
    FROM pg_temp.socu_report_fact f
    JOIN pg_temp.socu_report_years y ON y.receiving_state = f.receiving_state AND y.receiving_institution = f.receiving_institution AND y.year > f.base_year AND y.starts <= f.last_day
    WHERE f.there AND f.last_day >= f.next
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    -- the stock on the cut-off date of each year
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0, 0
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(extract(year FROM f.starts_on)::int, extract(year FROM f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock' AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

    ANALYZE pg_temp.socu_report_sum;
    -- in all and by one property at a time; stays within a state are in no margin
    INSERT INTO socu.report_rollup
    SELECT q.base_year, q.year, q.measure, q.breakdown, q.category, x.origin, x.destination, q.generated,
           sum(q.records), sum(q.pending), sum(q.accepted), sum(q.rejected), sum(q.cancelled), sum(q.arrived), sum(q.early_returns), sum(q.awaited), sum(q.covered),
           sum(q.open), sum(q.planned), sum(q.stays), sum(q.long_stays), sum(q.stay_days), sum(q.stay_days_360), sum(q.days), sum(q.days_360)
    FROM (SELECT r.base_year, r.year, r.measure, b.breakdown, b.category, r.sending_state, r.receiving_state, r.generated,
                 sum(r.records) AS records, sum(r.pending) AS pending, sum(r.accepted) AS accepted, sum(r.rejected) AS rejected, sum(r.cancelled) AS cancelled, sum(r.arrived) AS arrived,
                 sum(r.early_returns) AS early_returns, sum(r.awaited) AS awaited, sum(r.covered) AS covered, sum(r.open) AS open, sum(r.planned) AS planned, sum(r.stays) AS stays,
                 sum(r.long_stays) AS long_stays, sum(r.stay_days) AS stay_days, sum(r.stay_days_360) AS stay_days_360, sum(r.days) AS days, sum(r.days_360) AS days_360
          FROM pg_temp.socu_report_sum r
          CROSS JOIN LATERAL (VALUES ('total', '_T'), ('kind', r.kind), ('direction', r.direction), ('level', r.level), ('field', r.field)) b (breakdown, category)
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) q
    CROSS JOIN LATERAL (
        SELECT q.sending_state AS origin, q.receiving_state AS destination
        UNION ALL SELECT y.o, y.d FROM (VALUES (q.sending_state, '_T'), ('_T', q.receiving_state), ('_T', '_T')) y (o, d) WHERE q.sending_state <> q.receiving_state) x
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ORDER BY 2, 4, 3; -- what is read together stands together
    DROP TABLE pg_temp.socu_report_sum;

    INSERT INTO socu.report_rollup_institution
    SELECT f.base_year, f.base_year, f.measure, f.sending_state, f.receiving_state, f.sending_institution, f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'),
           f.generated, count(*), sum(f.days), sum(f.days_360), max(f.starts_on)
    FROM pg_temp.socu_report_fact f WHERE f.there AND f.measure <> 'degree_stock'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    INSERT INTO socu.report_rollup_institution
    SELECT f.base_year, y.year, f.measure, f.sending_state, f.receiving_state, f.sending_institution, f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'),
           f.generated, count(*), sum(CASE WHEN y.year = f.base_year THEN f.days ELSE 0 END), sum(CASE WHEN y.year = f.base_year THEN f.days_360 ELSE 0 END), max(f.starts_on)
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(date_part('year', f.starts_on)::int, date_part('year', f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock' AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

    INSERT INTO socu.report_rollup_node
    SELECT r.base_year, r.year, r.measure, x.role, x.state, x.institution, r.direction, r.generated, sum(r.stays)
    FROM socu.report_rollup_institution r
    CROSS JOIN LATERAL (VALUES ('origin', r.sending_state, r.sending_institution), ('destination', r.receiving_state, r.receiving_institution)) x (role, state, institution)
    WHERE (whole OR r.base_year = ANY (dirty)) AND r.measure <> 'unknown' AND r.sending_state <> r.receiving_state
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

    -- persons with more than one stay in the year
    INSERT INTO socu.report_rollup_person
    SELECT f.base_year, f.measure, coalesce(f.sending_state, '_T'), coalesce(f.receiving_state, '_T'), count(*) - count(DISTINCT f.student)
    FROM pg_temp.socu_report_fact f
    JOIN (SELECT g.base_year, g.measure, g.student FROM pg_temp.socu_report_fact g
          WHERE g.there AND g.measure <> 'degree_stock' AND g.sending_state <> g.receiving_state GROUP BY 1, 2, 3 HAVING count(*) > 1) r USING (base_year, measure, student)
    WHERE f.there AND f.sending_state <> f.receiving_state
    GROUP BY GROUPING SETS ((f.base_year, f.measure, f.sending_state, f.receiving_state), (f.base_year, f.measure, f.sending_state),
                            (f.base_year, f.measure, f.receiving_state), (f.base_year, f.measure));

    -- quota lines: one join for each set of columns that lines name
    IF NOT whole AND before.lines IS DISTINCT FROM now_lines THEN
        -- other years have to be counted again too: that needs their stays
        DROP TABLE pg_temp.socu_report_fact;
        DROP TABLE pg_temp.socu_report_years;
        RETURN socu.report_refresh(as_of, at, true);
    END IF;
    FOR shape IN
        SELECT s.* FROM (
            SELECT q.sending_state IS NOT NULL AS c1, q.receiving_state IS NOT NULL AS c2, q.sending_institution IS NOT NULL AS c3, q.receiving_institution IS NOT NULL AS c4,
                   q.direction IS NOT NULL AS c5, q.kind IS NOT NULL AS c6, q.funding IS NOT NULL AS c7, q.agreement IS NOT NULL AS c8
            FROM socu.quota q WHERE q.status <> 'draft' AND NOT q.balance GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) s LOOP
        EXECUTE concat($q$
            INSERT INTO socu.report_rollup_quota
            SELECT q.quota_id, f.base_year, count(*) FILTER (WHERE f.state = 'submitted'),
                   count(*) FILTER (WHERE f.there OR f.state IN ('accepted', 'no_show', 'cancelled')), count(*) FILTER (WHERE f.state = 'rejected'),
                   count(*) FILTER (WHERE f.state = 'cancelled'), count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.state = 'early_return'),
                   count(*) FILTER (WHERE f.state = 'accepted' AND f.starts_on + $1 > $2),
                   coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0)
            FROM pg_temp.socu_report_fact f JOIN socu.quota q ON true $q$,
            CASE WHEN shape.c1 THEN 'AND q.sending_state = f.sending_state ' END, CASE WHEN shape.c2 THEN 'AND q.receiving_state = f.receiving_state ' END,
            CASE WHEN shape.c3 THEN 'AND q.sending_institution = f.sending_institution ' END, CASE WHEN shape.c4 THEN 'AND q.receiving_institution = f.receiving_institution ' END,
            CASE WHEN shape.c5 THEN 'AND q.direction = f.direction ' END, CASE WHEN shape.c6 THEN 'AND q.kind = f.kind ' END,
            CASE WHEN shape.c7 THEN 'AND q.funding = f.funding ' END, CASE WHEN shape.c8 THEN 'AND q.agreement = f.agreement ' END,
            $q$ AND f.starts_on <@ q.period AND (q.programme IS NULL OR starts_with(f.programme, q.programme)) AND (q.levels IS NULL OR f.level = ANY (q.levels))
                AND (q.fields IS NULL OR EXISTS (SELECT FROM unnest(q.fields) g WHERE starts_with(f.field, g)))
            WHERE q.status <> 'draft' AND NOT q.balance
              AND (q.sending_state IS NOT NULL, q.receiving_state IS NOT NULL, q.sending_institution IS NOT NULL, q.receiving_institution IS NOT NULL,
                   q.direction IS NOT NULL, q.kind IS NOT NULL, q.funding IS NOT NULL, q.agreement IS NOT NULL) = ($3, $4, $5, $6, $7, $8, $9, $10)
            GROUP BY 1, 2 $q$)
        USING p.arrival_days, as_of, shape.c1, shape.c2, shape.c3, shape.c4, shape.c5, shape.c6, shape.c7, shape.c8;
    END LOOP;

    SELECT coalesce(sum(r.records), 0) INTO counted FROM socu.report_rollup r WHERE r.breakdown = 'total' AND r.origin <> '_T' AND r.destination <> '_T';
    IF NOT whole AND counted <> total THEN
        -- rows vanished without a trace, or came while we counted
        DROP TABLE pg_temp.socu_report_fact;
        DROP TABLE pg_temp.socu_report_years;
        RETURN socu.report_refresh(as_of, at, true);
    END IF;
    DELETE FROM socu.report_state;
    INSERT INTO socu.report_state (refreshed_at, extracted_at, as_of, snapshot_xmin, origin, rules, lines, records, params)
    VALUES (now(), coalesce(at, now()), as_of, CASE WHEN at IS NULL THEN now_xmin END, now_origin, now_rules, now_lines, counted, p.params);
    DROP TABLE pg_temp.socu_report_fact;
    DROP TABLE pg_temp.socu_report_years;
    -- the views join these; a plan made without knowing their sizes can take a minute instead of a moment
    ANALYZE socu.report_rollup, socu.report_rollup_institution, socu.report_rollup_node, socu.report_rollup_person, socu.report_rollup_quota;
    RETURN dirty;
END
$$;
COMMENT ON FUNCTION socu.report_refresh(date, timestamptz, boolean) IS
'Brings the roll-ups behind the report views up to date and returns the reporting years that were counted again: those in which a record was added, changed or removed since the last time; all after a change of the calendar, the kinds, the agreements, the quota lines'' scopes or the conventions. at shows the records as they stood then (until the next refresh). One refresh at a time. Records are not slowed down: nothing is written when they change.';
REVOKE ALL ON FUNCTION socu.report_refresh(date, timestamptz, boolean) FROM PUBLIC;

-- ===== flows =====

CREATE VIEW socu.mobility_flow AS
SELECT r.year, r.measure, r.breakdown, r.category, r.origin, r.destination, sum(r.stays) AS value, NULL::numeric AS lower, NULL::numeric AS upper, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, 'institution'::text AS origin_basis, bool_or(r.generated) AS generated
FROM socu.report_rollup r CROSS JOIN socu.report_convention v
WHERE r.stays > 0 AND r.measure <> 'unknown' AND (r.origin <> r.destination OR r.origin = '_T')
GROUP BY r.year, r.measure, r.breakdown, r.category, r.origin, r.destination, v.min_cell
UNION ALL
-- a pair without a stay is a true zero of our own records; the diagonal does not apply
SELECT s.year, s.measure, 'total', '_T', s.origin, d.destination, CASE WHEN s.origin <> d.destination THEN 0 END, NULL, NULL,
       CASE WHEN s.origin <> d.destination THEN 'N' ELSE 'Z' END, 'F', 'institution', false
FROM (SELECT DISTINCT r.year, r.measure, x.state AS origin FROM socu.report_rollup r CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
      WHERE r.breakdown = 'total' AND r.stays > 0 AND r.measure <> 'unknown' AND r.origin <> r.destination AND r.origin <> '_T' AND r.destination <> '_T') s
JOIN (SELECT DISTINCT r.year, r.measure, x.state AS destination FROM socu.report_rollup r CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
      WHERE r.breakdown = 'total' AND r.stays > 0 AND r.measure <> 'unknown' AND r.origin <> r.destination AND r.origin <> '_T' AND r.destination <> '_T') d ON d.year = s.year AND d.measure = s.measure
WHERE NOT EXISTS (SELECT FROM socu.report_rollup r WHERE r.year = s.year AND r.measure = s.measure AND r.breakdown = 'total' AND r.origin = s.origin AND r.destination = d.destination
                  AND r.stays > 0 AND s.origin <> d.destination)
UNION ALL
SELECT c.year, 'official_stock', CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex' ELSE 'total' END,
       CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END, c.category, c.state, c.value, c.lower, c.upper, c.status,
       CASE WHEN c.value > 0 AND c.value < v.min_cell THEN 'C' ELSE 'F' END, c.origin_basis, c.generated
FROM socu.official_series c CROSS JOIN socu.report_convention v
WHERE c.measure = 'mobile' AND c.breakdown = 'origin' AND c.unit = 'persons' AND (c.level = '_T' OR c.sex = '_T')
UNION ALL
-- inbound: what the destination says, else the sum of its origins
SELECT c.year, 'official_stock', x.breakdown, x.category, '_T', c.state,
       CASE WHEN t.has THEN t.value ELSE sum(c.value) END, CASE WHEN t.has THEN t.lower WHEN bool_or(c.status IN ('M', 'L')) THEN sum(coalesce(c.lower, c.value)) END,
       CASE WHEN t.has THEN t.upper END, CASE WHEN t.has THEN t.status ELSE socu.total_status(array_agg(c.status)) END,
       CASE WHEN CASE WHEN t.has THEN t.value ELSE sum(c.value) END BETWEEN 1 AND v.min_cell - 1 THEN 'C' ELSE 'F' END,
       CASE WHEN min(c.origin_basis) = max(c.origin_basis) THEN min(c.origin_basis) ELSE 'mixed' END, bool_or(c.generated)
FROM socu.official_series c CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (SELECT CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex' ELSE 'total' END AS breakdown,
                           CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END AS category) x
LEFT JOIN LATERAL (SELECT true AS has, o.value, o.lower, o.upper, o.status FROM socu.official_series o
                   WHERE o.state = c.state AND o.year = c.year AND o.measure = c.measure AND o.breakdown = 'total' AND o.level = c.level AND o.sex = c.sex) t ON true
WHERE c.measure = 'mobile' AND c.breakdown IN ('total', 'origin') AND c.unit = 'persons' AND (c.level = '_T' OR c.sex = '_T')
GROUP BY c.year, c.state, x.breakdown, x.category, t.has, t.value, t.lower, t.upper, t.status, v.min_cell
UNION ALL
-- outbound: the sum of what destinations report; a destination without a figure for this origin makes it a lower bound
SELECT o.year, 'official_stock', o.breakdown, o.category, o.origin, '_T', sum(o.value), CASE WHEN bool_or(o.status IN ('M', 'L')) THEN coalesce(sum(coalesce(o.lower, o.value)), 0) END,
       NULL, CASE WHEN sum(o.value) IS NULL AND NOT 'L' = ANY (array_agg(o.status)) THEN 'M' ELSE socu.total_status(array_agg(o.status)) END,
       CASE WHEN sum(o.value) BETWEEN 1 AND v.min_cell - 1 THEN 'C' ELSE 'F' END,
       CASE WHEN min(o.origin_basis) = max(o.origin_basis) THEN min(o.origin_basis) ELSE 'mixed' END, bool_or(o.generated)
FROM (SELECT s.year, s.breakdown, s.category, s.origin, d.state, f.value, f.lower, coalesce(f.status, CASE WHEN d.complete THEN 'N' ELSE 'M' END) AS status, f.origin_basis, coalesce(f.generated, false) AS generated
      FROM (SELECT DISTINCT c.year, CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex' ELSE 'total' END AS breakdown,
                   CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END AS category, c.level, c.sex, c.category AS origin
            FROM socu.official_series c WHERE c.measure = 'mobile' AND c.breakdown = 'origin' AND c.category !~ '^_' AND (c.level = '_T' OR c.sex = '_T')) s
      JOIN (-- complete: the origins listed add up to the destination's own total, or there is no other total
            SELECT c.year, c.state, c.level, c.sex,
                   NOT bool_or(c.status IN ('M', 'L')) AND coalesce(sum(c.value) FILTER (WHERE c.breakdown = 'origin') >= max(c.value) FILTER (WHERE c.breakdown = 'total'),
                                                              bool_or(c.breakdown = 'origin') AND NOT bool_or(c.breakdown = 'total'))
                   AND NOT bool_or(c.breakdown = 'origin' AND c.category = '_O') AS complete
            FROM socu.official_series c WHERE c.measure = 'mobile' AND c.breakdown IN ('total', 'origin') GROUP BY c.year, c.state, c.level, c.sex) d
        ON d.year = s.year AND d.level = s.level AND d.sex = s.sex AND d.state <> s.origin
      LEFT JOIN socu.official_series f ON f.year = s.year AND f.measure = 'mobile' AND f.breakdown = 'origin' AND f.state = d.state AND f.category = s.origin
           AND f.level = s.level AND f.sex = s.sex) o CROSS JOIN socu.report_convention v
GROUP BY o.year, o.breakdown, o.category, o.origin, v.min_cell;
COMMENT ON VIEW socu.mobility_flow IS
'Flows and stocks by origin and destination in long form, with margins (_T) and by direction, kind, level, field and sex. Measures are never added: credit_flow and staff_flow are stays begun in the year, degree_stock and official_stock persons enrolled on the cut-off date; official_stock comes from official_count.';

CREATE VIEW socu.mobility_total AS
SELECT f.year, 'official_stock'::text AS measure, f.breakdown, f.category, sum(f.value) AS value, CASE WHEN bool_or(f.status IN ('M', 'L')) THEN sum(coalesce(f.lower, f.value)) END AS lower,
       NULL::numeric AS upper, socu.total_status(array_agg(f.status)) AS status, bool_or(f.generated) AS generated
FROM socu.mobility_flow f WHERE f.measure = 'official_stock' AND f.origin = '_T' AND f.destination <> '_T' GROUP BY f.year, f.breakdown, f.category
UNION ALL
SELECT f.year, f.measure, f.breakdown, f.category, f.value, f.lower, f.upper, f.status, f.generated
FROM socu.mobility_flow f WHERE f.measure <> 'official_stock' AND f.origin = '_T' AND f.destination = '_T';
COMMENT ON VIEW socu.mobility_total IS 'All mobile persons or stays of the report, by year, measure and category.';

-- ===== states =====

-- inbound, outbound, enrolled and population of each state, by level or sex
CREATE VIEW socu.state_stock AS
WITH side AS (
    SELECT f.year, f.measure, x.state, f.breakdown, f.category,
           max(f.value) FILTER (WHERE x.incoming) AS inbound, max(f.lower) FILTER (WHERE x.incoming) AS inbound_lower, max(f.upper) FILTER (WHERE x.incoming) AS inbound_upper,
           max(f.status) FILTER (WHERE x.incoming) AS inbound_status,
           max(f.value) FILTER (WHERE NOT x.incoming) AS outbound, max(f.lower) FILTER (WHERE NOT x.incoming) AS outbound_lower, max(f.upper) FILTER (WHERE NOT x.incoming) AS outbound_upper,
           max(f.status) FILTER (WHERE NOT x.incoming) AS outbound_status, bool_or(f.generated) AS generated
    FROM socu.mobility_flow f
    CROSS JOIN LATERAL (SELECT f.destination AS state, true AS incoming WHERE f.origin = '_T' AND f.destination !~ '^_' UNION ALL SELECT f.origin, false WHERE f.destination = '_T' AND f.origin !~ '^_') x
    WHERE f.measure <> 'staff_flow'
    GROUP BY f.year, f.measure, x.state, f.breakdown, f.category),
whole AS (
    SELECT s.*, sum(s.inbound) OVER w AS total, CASE WHEN bool_or(s.inbound_status IN ('M', 'L')) OVER w THEN sum(coalesce(s.inbound_lower, s.inbound)) OVER w END AS total_lower,
           socu.total_status(array_agg(s.inbound_status) FILTER (WHERE s.inbound_status IS NOT NULL) OVER w) AS total_status
    FROM side s WINDOW w AS (PARTITION BY s.year, s.measure, s.breakdown, s.category))
SELECT s.year, s.measure, s.state, s.breakdown, s.category,
       s.inbound, s.inbound_lower, s.inbound_upper, coalesce(s.inbound_status, CASE s.measure WHEN 'official_stock' THEN 'M' ELSE 'N' END) AS inbound_status,
       s.outbound, s.outbound_lower, s.outbound_upper, coalesce(s.outbound_status, CASE s.measure WHEN 'official_stock' THEN 'M' ELSE 'N' END) AS outbound_status,
       e.value AS enrolled, e.lower AS enrolled_lower, e.upper AS enrolled_upper, coalesce(e.status, 'M') AS enrolled_status,
       p.value AS population, p.lower AS population_lower, p.upper AS population_upper, coalesce(p.status, 'M') AS population_status,
       s.total, s.total_lower, s.total_status, s.generated OR coalesce(e.generated, false) AS generated
FROM whole s
LEFT JOIN (SELECT * FROM socu.official_series o WHERE o.measure = 'enrolled' AND o.breakdown = 'total' AND o.unit = 'persons') e ON e.year = s.year AND e.state = s.state
     AND e.level = CASE s.breakdown WHEN 'level' THEN s.category ELSE '_T' END AND e.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END
     AND s.breakdown IN ('total', 'level', 'sex')
LEFT JOIN (SELECT * FROM socu.official_series o WHERE o.measure = 'population' AND o.breakdown = 'total' AND o.level = '_T') p ON p.year = s.year AND p.state = s.state
     AND p.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END AND s.breakdown IN ('total', 'sex');
COMMENT ON VIEW socu.state_stock IS 'Inbound, outbound, enrolled and population of each state side by side: what the indicators of states are made of.';

CREATE VIEW socu.state_indicator AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, x.indicator, x.unit,
       x.value, x.numerator, x.denominator, x.lower, x.upper, x.status,
       CASE WHEN x.status IN ('M', 'Z', 'X') THEN 'F'
            WHEN least(nullif(s.inbound, 0), nullif(s.outbound, 0)) < v.min_cell OR x.indicator NOT IN ('net_flow', 'mobility_balance') AND x.denominator < v.min_denominator THEN 'C'
            ELSE 'F' END AS conf, s.generated
FROM socu.state_stock s CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (
    SELECT 'inbound_mobility_rate' AS indicator, '%' AS unit, r.value, s.inbound AS numerator, s.enrolled AS denominator, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.enrolled, s.enrolled_lower, s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'outbound_mobility_ratio', '%', r.value, s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.enrolled, s.enrolled_lower, s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'gross_outbound_enrolment_ratio', '%', r.value, s.outbound, s.population, r.lower, r.upper, r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.population, s.population_lower, s.population_upper, s.population_status) r
    UNION ALL
    SELECT 'net_flow', 'persons', n.value, s.inbound, s.outbound, n.lower, n.upper, n.status
    FROM (SELECT CASE WHEN t.st NOT IN ('L', 'M') THEN coalesce(s.inbound, 0) - coalesce(s.outbound, 0) END AS value,
                 CASE WHEN t.st = 'L' THEN coalesce(s.inbound_lower, s.inbound) - coalesce(s.outbound_upper, CASE WHEN s.outbound_status NOT IN ('L', 'M') THEN coalesce(s.outbound, 0) END) END AS lower,
                 CASE WHEN t.st = 'L' THEN coalesce(s.inbound_upper, CASE WHEN s.inbound_status NOT IN ('L', 'M') THEN coalesce(s.inbound, 0) END) - coalesce(s.outbound_lower, s.outbound) END AS upper, t.st AS status
          FROM (SELECT CASE WHEN 'M' IN (s.inbound_status, s.outbound_status) THEN 'M' ELSE socu.total_status(ARRAY[s.inbound_status, s.outbound_status]) END AS st) t) n
    UNION ALL
    SELECT 'net_flow_ratio', '%', r.value, s.inbound - s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(coalesce(s.inbound, 0) - coalesce(s.outbound, 0), NULL, NULL, CASE WHEN s.inbound_status IN ('M', 'L') OR s.outbound_status IN ('M', 'L') THEN 'M' ELSE socu.total_status(ARRAY[s.inbound_status, s.outbound_status]) END,
                      s.enrolled, s.enrolled_lower, s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'mobility_balance', 'ratio', r.value, s.inbound, s.outbound, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, 1) r
    UNION ALL
    SELECT 'destination_share', '%', r.value, s.inbound, s.total, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.total, s.total_lower, NULL, s.total_status) r) x;
COMMENT ON VIEW socu.state_indicator IS 'The indicators of states (UNESCO UIS, OECD), one row each; the views by their names show one of them.';

DO $$
DECLARE
    i record;
BEGIN
    FOR i IN SELECT * FROM (VALUES
        ('inbound_mobility_rate', '%', '100 x inbound / enrolled', 'mobile students from abroad in the state', 'all tertiary students in the state'),
        ('outbound_mobility_ratio', '% (may exceed 100)', '100 x outbound / enrolled', 'students of the state abroad', 'all tertiary students in the state'),
        ('gross_outbound_enrolment_ratio', '%', '100 x outbound / population', 'students of the state abroad', 'population of tertiary age of the state'),
        ('net_flow', 'persons, signed', 'inbound - outbound', 'inbound', 'outbound'),
        ('net_flow_ratio', '%, signed', '100 x (inbound - outbound) / enrolled', 'inbound - outbound', 'all tertiary students in the state'),
        ('mobility_balance', 'ratio', 'inbound / outbound', 'inbound', 'outbound'),
        ('destination_share', '%', '100 x inbound / sum of inbound over all destinations', 'inbound', 'all mobile persons of the report')) x (name, unit, formula, num, den) LOOP
        EXECUTE pg_catalog.format('CREATE VIEW socu.%1$I AS SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper, s.status, s.conf, s.generated
                                   FROM socu.state_indicator s WHERE s.indicator = %1$L', i.name);
        EXECUTE pg_catalog.format('COMMENT ON VIEW socu.%I IS %L', i.name, pg_catalog.format('%s = %s. Unit: %s. By year, measure, state and breakdown (total, level, sex, direction, kind, field).',
                                  pg_catalog.initcap(pg_catalog.left(i.name, 1)) || pg_catalog.replace(pg_catalog.substr(i.name, 2), '_', ' '), i.formula, i.unit));
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.value IS %L', i.name, pg_catalog.format('%s; unit: %s. NULL if missing or bounded.', i.formula, i.unit));
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.numerator IS %L', i.name, i.num || ' (persons; stays for credit_flow)');
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.denominator IS %L', i.name, i.den || ' (persons)');
    END LOOP;
END
$$;

CREATE VIEW socu.origin_distribution AS
SELECT f.year, f.measure, f.origin, f.destination, f.breakdown, f.category, r.value, f.value AS numerator, f.total AS denominator, r.lower, r.upper, r.status,
       CASE WHEN f.conf = 'C' OR f.total < v.min_denominator THEN 'C' ELSE 'F' END AS conf, f.generated
FROM (SELECT g.*, max(g.value) FILTER (WHERE g.origin = '_T') OVER w AS total, max(g.lower) FILTER (WHERE g.origin = '_T') OVER w AS total_lower,
             max(g.upper) FILTER (WHERE g.origin = '_T') OVER w AS total_upper, max(g.status) FILTER (WHERE g.origin = '_T') OVER w AS total_status
      FROM socu.mobility_flow g WINDOW w AS (PARTITION BY g.year, g.measure, g.breakdown, g.category, g.destination)) f
CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL socu.rate_of(f.value, f.lower, f.upper, f.status, f.total, f.total_lower, f.total_upper, f.total_status) r
WHERE f.origin <> '_T' AND f.destination <> '_T' AND f.status <> 'Z' AND f.total_status IS NOT NULL;
COMMENT ON VIEW socu.origin_distribution IS 'Distribution of origins = 100 x flow (origin, destination) / inbound (destination). Unit: %. Origin _U (not specified) is a line of its own.';
COMMENT ON COLUMN socu.origin_distribution.value IS '100 x flow (origin, destination) / inbound total of the destination; unit: %.';
COMMENT ON COLUMN socu.origin_distribution.numerator IS 'Flow from the origin to the destination (persons or stays).';
COMMENT ON COLUMN socu.origin_distribution.denominator IS 'Inbound total of the destination (persons or stays).';

CREATE VIEW socu.gender_parity AS
SELECT f.year, f.measure, f.state, x.side, socu.gender_parity_index(x.f, f.enrolled, x.m, m.enrolled, v.min_cell) AS value,
       100 * x.f / nullif(f.enrolled, 0) AS numerator, 100 * x.m / nullif(m.enrolled, 0) AS denominator, NULL::numeric AS lower, NULL::numeric AS upper,
       CASE WHEN x.st IN ('M', 'L') OR f.enrolled IS NULL OR m.enrolled IS NULL THEN 'M' WHEN x.m = 0 OR m.enrolled = 0 OR f.enrolled = 0 THEN 'Z' ELSE x.st END AS status,
       CASE WHEN x.f > 0 AND x.f < v.min_cell OR x.m > 0 AND x.m < v.min_cell THEN 'C' ELSE 'F' END AS conf,
       x.f / nullif(x.m, 0) AS female_male_ratio, socu.gender_parity_index(x.f, f.enrolled, x.m, m.enrolled, v.min_cell) BETWEEN v.parity_low AND v.parity_high AS parity,
       f.generated OR m.generated AS generated
FROM socu.state_stock f
JOIN socu.state_stock m ON m.year = f.year AND m.measure = f.measure AND m.state = f.state AND m.breakdown = 'sex' AND m.category = 'M'
CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (VALUES ('inbound', f.inbound, m.inbound, socu.total_status(ARRAY[f.inbound_status, m.inbound_status])),
                           ('outbound', f.outbound, m.outbound, socu.total_status(ARRAY[f.outbound_status, m.outbound_status]))) x (side, f, m, st)
WHERE f.breakdown = 'sex' AND f.category = 'F';
COMMENT ON VIEW socu.gender_parity IS 'Gender parity index of mobility = (F mobile / F enrolled) / (M mobile / M enrolled). Unit: ratio. Persons of unknown sex are left out.';
COMMENT ON COLUMN socu.gender_parity.side IS 'inbound or outbound.';
COMMENT ON COLUMN socu.gender_parity.value IS '(F mobile / F enrolled) / (M mobile / M enrolled); unit: ratio. NULL if a count is below the minimum cell or the male rate is 0.';
COMMENT ON COLUMN socu.gender_parity.numerator IS 'Female rate: 100 x F mobile / F enrolled; unit: %.';
COMMENT ON COLUMN socu.gender_parity.denominator IS 'Male rate: 100 x M mobile / M enrolled; unit: %.';
COMMENT ON COLUMN socu.gender_parity.female_male_ratio IS 'F mobile / M mobile; unit: ratio. Not the parity index.';
COMMENT ON COLUMN socu.gender_parity.parity IS 'True if the index lies in the band of parity of report_params.';

-- ===== volume =====

CREATE VIEW socu.mobility_volume AS
WITH cells AS (
    SELECT r.year, r.measure, r.origin, r.destination, sum(r.stays) AS stays, sum(r.long_stays) AS long_stays, sum(r.stay_days) AS stay_days, sum(r.stay_days_360) AS stay_days_360,
           sum(r.days) AS days, sum(r.days_360) AS days_360, sum(r.open) AS open, sum(r.planned) AS planned, bool_or(r.generated) AS generated
    FROM socu.report_rollup r
    WHERE r.breakdown = 'total' AND r.measure <> 'unknown' AND (r.origin <> r.destination OR r.origin = '_T') AND (r.stays > 0 OR r.days > 0)
    GROUP BY r.year, r.measure, r.origin, r.destination)
SELECT c.year, c.measure, c.origin, c.destination, x.indicator, x.convention, x.unit, x.value, x.numerator, x.denominator, NULL::numeric AS lower, NULL::numeric AS upper,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.indicator IN ('stays', 'persons') THEN CASE WHEN x.value = 0 THEN 'N' ELSE 'A' END
            WHEN c.open > 0 THEN 'P' WHEN c.planned > 0 THEN 'E' ELSE 'A' END AS status,
       CASE WHEN c.stays > 0 AND c.stays < v.min_cell THEN 'C' ELSE 'F' END AS conf, c.generated
FROM cells c CROSS JOIN socu.report_convention v
LEFT JOIN socu.report_rollup_person p ON p.base_year = c.year AND p.measure = c.measure AND p.origin = c.origin AND p.destination = c.destination
CROSS JOIN LATERAL (
    SELECT k.convention, k.days_in, k.days_of FROM (VALUES ('days30', c.days / 30.0, c.stay_days / 30.0), ('m30e360', c.days_360 / 30.0, c.stay_days_360 / 30.0),
        ('calendar', c.days / (365.25 / 12), c.stay_days / (365.25 / 12))) k (convention, days_in, days_of)) m
CROSS JOIN LATERAL (
    SELECT 'stays' AS indicator, '_Z' AS convention, 'stays' AS unit, c.stays::numeric AS value, NULL::numeric AS numerator, NULL::numeric AS denominator WHERE m.convention = 'days30'
    UNION ALL SELECT 'persons', '_Z', 'persons', c.stays - coalesce(p.repeats, 0), NULL, NULL WHERE m.convention = 'days30'
    UNION ALL SELECT 'student_months', m.convention, 'months', m.days_in, NULL, NULL WHERE c.measure <> 'staff_flow'
    UNION ALL SELECT 'working_days', '_Z', 'days', c.days, NULL, NULL WHERE c.measure = 'staff_flow' AND m.convention = 'days30'
    UNION ALL SELECT 'days_per_person', '_Z', 'days', c.stay_days::numeric / nullif(c.stays - coalesce(p.repeats, 0), 0), c.stay_days, c.stays - coalesce(p.repeats, 0) WHERE c.measure = 'staff_flow' AND m.convention = 'days30'
    UNION ALL SELECT 'mean_stay', m.convention, 'months', m.days_of / nullif(c.stays, 0), m.days_of, c.stays WHERE c.measure = 'credit_flow'
    UNION ALL SELECT 'long_stay_share', v.month_convention, '%', 100.0 * c.long_stays / nullif(c.stays, 0), c.long_stays, c.stays WHERE c.measure = 'credit_flow' AND m.convention = 'days30') x;
COMMENT ON VIEW socu.mobility_volume IS
'Volume of mobility by origin and destination (_T = all): stays, distinct persons, student-months in the year under three conventions, mean stay, share of long stays, days of staff. Persons of cells do not add up to the persons of a total.';
COMMENT ON COLUMN socu.mobility_volume.indicator IS
'stays (begun in the year), persons (distinct, with a stay begun), student_months (that fall in the year), mean_stay (months / stays begun), long_stay_share (100 x long stays / stays), working_days and days_per_person (staff: calendar days, both ends counted).';
COMMENT ON COLUMN socu.mobility_volume.convention IS 'days30, m30e360, calendar (see stay_months()); _Z where none is needed.';
COMMENT ON COLUMN socu.mobility_volume.value IS 'The indicator, in unit. Months: days of the stays / 30 (days30), 30E/360 days / 30 (m30e360), days / 30.4375 (calendar).';
COMMENT ON COLUMN socu.mobility_volume.numerator IS 'Of a mean or share: months, long stays or days of the stays begun.';
COMMENT ON COLUMN socu.mobility_volume.denominator IS 'Of a mean or share: stays begun or persons.';

-- ===== institutions =====

CREATE VIEW socu.institution_flow AS
SELECT r.year, r.measure, r.role, r.state, r.institution, x.direction, sum(r.stays)::numeric AS value, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM socu.report_rollup_node r CROSS JOIN socu.report_convention v CROSS JOIN LATERAL (VALUES ('_T'), (r.direction)) x (direction)
GROUP BY r.year, r.measure, r.role, r.state, r.institution, x.direction, v.min_cell;
COMMENT ON VIEW socu.institution_flow IS 'Stays (or stock) of each institution as origin and as destination, in all and by direction.';
COMMENT ON COLUMN socu.institution_flow.role IS 'origin (sending) or destination (receiving).';
COMMENT ON COLUMN socu.institution_flow.value IS 'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE VIEW socu.institution_pair_flow AS
SELECT r.year, r.measure, r.sending_state AS origin, r.receiving_state AS destination, r.sending_institution, r.receiving_institution, r.direction,
       sum(r.stays)::numeric AS value, 'A'::text AS status, CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM socu.report_rollup_institution r CROSS JOIN socu.report_convention v
WHERE r.measure <> 'unknown' AND r.sending_state <> r.receiving_state AND r.stays > 0
GROUP BY r.year, r.measure, r.sending_state, r.receiving_state, r.sending_institution, r.receiving_institution, r.direction, v.min_cell;
COMMENT ON VIEW socu.institution_pair_flow IS 'Stays (or stock) between institutions by direction. Never released: a pair is two institutions.';
COMMENT ON COLUMN socu.institution_pair_flow.value IS 'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE VIEW socu.mobility_sankey AS
SELECT r.year, r.measure, x.step, x.source_node, x.target_node, sum(r.stays)::numeric AS value, 'A'::text AS status, CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf,
       bool_or(r.generated) AS generated
FROM socu.report_rollup_node r CROSS JOIN socu.report_convention v
JOIN LATERAL (VALUES ('origin', 1, r.state, r.institution), ('origin', 2, r.institution, r.direction), ('destination', 3, r.direction, r.institution),
                     ('destination', 4, r.institution, r.state)) x (role, step, source_node, target_node) ON x.role = r.role
GROUP BY r.year, r.measure, x.step, x.source_node, x.target_node, v.min_cell;
COMMENT ON VIEW socu.mobility_sankey IS 'Links of a Sankey diagram: state of origin, sending institution, direction, receiving institution, state of destination. The four steps have the same sum; what is not specified is the node _U. Never released.';
COMMENT ON COLUMN socu.mobility_sankey.step IS '1 state to sending institution, 2 to direction, 3 to receiving institution, 4 to state of destination.';
COMMENT ON COLUMN socu.mobility_sankey.source_node IS 'Node that the link starts from.';
COMMENT ON COLUMN socu.mobility_sankey.target_node IS 'Node that the link ends in.';
COMMENT ON COLUMN socu.mobility_sankey.value IS 'Sum of stays (or stock) of the link.';

-- ===== nominations and quotas =====

CREATE VIEW socu.nomination_indicator AS
WITH cells AS (
    SELECT r.year, r.measure, r.origin, r.destination, sum(r.accepted) AS accepted, sum(r.rejected) AS rejected, sum(r.cancelled) AS cancelled, sum(r.arrived) AS arrived,
           sum(r.early_returns) AS early_returns, sum(r.awaited) AS awaited, sum(r.covered) AS covered, bool_or(r.generated) AS generated
    FROM socu.report_rollup r WHERE r.breakdown = 'total' AND r.records > 0 AND r.measure <> 'unknown' AND (r.origin <> r.destination OR r.origin = '_T')
    GROUP BY r.year, r.measure, r.origin, r.destination)
SELECT c.year, c.measure, c.origin, c.destination, x.indicator, CASE WHEN x.ready THEN r.value END AS value, x.num AS numerator, x.den AS denominator, r.lower, r.upper,
       CASE WHEN x.ready THEN r.status ELSE 'Z' END AS status,
       CASE WHEN x.num > 0 AND x.num < v.min_cell OR x.den < v.min_denominator AND x.den > 0 THEN 'C' ELSE 'F' END AS conf, c.generated
FROM cells c CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (VALUES ('acceptance_rate', c.accepted, c.accepted + c.rejected, true), ('cancellation_rate', c.cancelled, c.accepted, true),
    ('no_show_rate', c.accepted - c.cancelled - c.arrived, c.accepted - c.cancelled, c.awaited = 0), ('early_return_rate', c.early_returns, c.arrived, true),
    ('agreement_coverage_of_flows', c.covered, c.arrived, true)) x (indicator, num, den, ready)
CROSS JOIN LATERAL socu.rate_of(x.num, NULL, NULL, CASE x.num WHEN 0 THEN 'N' ELSE 'A' END, x.den, NULL, NULL, CASE x.den WHEN 0 THEN 'N' ELSE 'A' END) r;
COMMENT ON VIEW socu.nomination_indicator IS 'What became of the nominations whose stays begin in the year, by origin and destination (_T = all).';
COMMENT ON COLUMN socu.nomination_indicator.indicator IS
'acceptance_rate = 100 x accepted / decided; cancellation_rate = 100 x cancelled / ever accepted; no_show_rate = 100 x (accepted - cancelled - arrived) / (accepted - cancelled), not applicable before the arrival deadline; early_return_rate = 100 x early returns / arrived; agreement_coverage_of_flows = 100 x arrived under an agreement in force on the first day / arrived.';
COMMENT ON COLUMN socu.nomination_indicator.value IS 'The rate; unit: %.';
COMMENT ON COLUMN socu.nomination_indicator.numerator IS 'Nominations or stays above the line (stays).';
COMMENT ON COLUMN socu.nomination_indicator.denominator IS 'Nominations or stays below the line (stays).';

CREATE VIEW socu.quota_indicator AS
SELECT y.year, q.quota_id, q.code, x.indicator, CASE WHEN x.ready THEN r.value END AS value, x.num AS numerator, x.den AS denominator, r.lower, r.upper,
       CASE WHEN x.ready THEN r.status ELSE 'Z' END AS status,
       CASE WHEN x.num > 0 AND x.num < v.min_cell OR x.den > 0 AND x.den < v.min_denominator THEN 'C' ELSE 'F' END AS conf
FROM socu.quota q CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (
    -- a line belongs to the years whose stays it counted, else to those that its period reaches into
    SELECT c.base_year AS year FROM socu.report_rollup_quota c WHERE c.quota_id = q.quota_id
    UNION SELECT socu.reporting_year(lower(q.period), coalesce(q.receiving_state, '??'), q.receiving_institution, v.year_start_month, v.year_start_day) WHERE NOT lower_inf(q.period)) y
LEFT JOIN socu.report_rollup_quota c ON c.quota_id = q.quota_id AND c.base_year = y.year
CROSS JOIN LATERAL (SELECT coalesce(c.pending, 0) AS pending, coalesce(c.accepted, 0) AS accepted, coalesce(c.rejected, 0) AS rejected, coalesce(c.cancelled, 0) AS cancelled,
                           coalesce(c.arrived, 0) AS arrived, coalesce(c.early_returns, 0) AS early_returns, coalesce(c.awaited, 0) AS awaited,
                           CASE v.month_convention WHEN 'm30e360' THEN c.days_360 / 30.0 WHEN 'calendar' THEN c.days / (365.25 / 12) ELSE c.days / 30.0 END AS months) n
CROSS JOIN LATERAL (VALUES
    ('quota_commitment', CASE WHEN q.unit IN ('seats', 'stays', 'persons') THEN n.accepted - n.cancelled + n.pending END::numeric, q.effective_limit, q.limited = 'limited'),
    ('quota_utilisation', CASE WHEN q.unit IN ('seats', 'stays', 'persons') THEN n.arrived END, q.effective_limit, q.limited = 'limited'),
    ('utilisation_in_months', CASE WHEN q.unit = 'months' THEN coalesce(n.months, 0) END, q.effective_limit, q.limited = 'limited'),
    ('acceptance_rate', n.accepted, (n.accepted + n.rejected)::numeric, true), ('cancellation_rate', n.cancelled, n.accepted, true),
    ('no_show_rate', n.accepted - n.cancelled - n.arrived, n.accepted - n.cancelled, n.awaited = 0), ('early_return_rate', n.early_returns, n.arrived, true)) x (indicator, num, den, ready)
CROSS JOIN LATERAL socu.rate_of(x.num, NULL, NULL, CASE x.num WHEN 0 THEN 'N' ELSE 'A' END, x.den, NULL, NULL, CASE x.den WHEN 0 THEN 'N' ELSE 'A' END) r
WHERE q.status <> 'draft' AND NOT q.balance AND x.num IS NOT NULL;
COMMENT ON VIEW socu.quota_indicator IS 'How each quota line is used: commitment, utilisation and what became of its nominations. Lines without a stated number have no commitment and no utilisation (Z). Balance lines are in agreement_balance.';
COMMENT ON COLUMN socu.quota_indicator.indicator IS
'quota_commitment = 100 x (accepted - cancelled + pending) / seats; quota_utilisation = 100 x arrived / seats; utilisation_in_months = 100 x months of those arrived / months agreed (lines in months); acceptance, cancellation, no-show and early return rate as in nomination_indicator.';
COMMENT ON COLUMN socu.quota_indicator.value IS 'The rate; unit: % (may exceed 100 when over-booked).';
COMMENT ON COLUMN socu.quota_indicator.numerator IS 'Stays or months above the line.';
COMMENT ON COLUMN socu.quota_indicator.denominator IS 'Seats, stays or months below the line.';

-- ===== agreements =====

CREATE VIEW socu.agreement_balance AS
WITH ab AS (
    SELECT r.year, r.measure, r.agreement, least(r.sending_institution, r.receiving_institution) AS institution, greatest(r.sending_institution, r.receiving_institution) AS partner,
           sum(r.stays) FILTER (WHERE r.sending_institution < r.receiving_institution) AS outgoing, sum(r.stays) FILTER (WHERE r.sending_institution > r.receiving_institution) AS incoming,
           sum(CASE WHEN v.month_convention = 'm30e360' THEN r.stay_days_360 ELSE r.stay_days END) FILTER (WHERE r.sending_institution < r.receiving_institution) AS days_out,
           sum(CASE WHEN v.month_convention = 'm30e360' THEN r.stay_days_360 ELSE r.stay_days END) FILTER (WHERE r.sending_institution > r.receiving_institution) AS days_in,
           CASE v.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30.0 END AS month, v.min_cell, bool_or(r.generated) AS generated
    FROM socu.report_rollup_institution r CROSS JOIN socu.report_convention v
    WHERE r.agreement <> '_U' AND r.measure IN ('credit_flow', 'staff_flow') AND r.stays > 0 GROUP BY 1, 2, 3, 4, 5, v.month_convention, v.min_cell)
SELECT ab.year, ab.measure, ab.agreement, ab.institution, ab.partner, x.indicator, x.unit, x.value, x.num AS numerator, x.den AS denominator,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status, CASE WHEN least(nullif(ab.outgoing, 0), nullif(ab.incoming, 0)) < ab.min_cell THEN 'C' ELSE 'F' END AS conf, ab.generated
FROM ab CROSS JOIN LATERAL (SELECT coalesce(ab.outgoing, 0) AS o, coalesce(ab.incoming, 0) AS i, coalesce(ab.days_out, 0) / ab.month AS mo, coalesce(ab.days_in, 0) / ab.month AS mi) n
CROSS JOIN LATERAL (VALUES ('headcount_balance', 'persons', n.o - n.i, n.o, n.i), ('balance_in_months', 'months', n.mo - n.mi, n.mo, n.mi),
                           ('reciprocity_index', 'ratio 0 to 1', socu.reciprocity_index(n.o, n.i), n.o, n.i))
    x (indicator, unit, value, num, den);
COMMENT ON VIEW socu.agreement_balance IS 'Balance of each agreement between two institutions, seen from the first of them (in the order of their keys): out are stays from it to the partner. Never released.';
COMMENT ON COLUMN socu.agreement_balance.indicator IS 'headcount_balance = out - in; balance_in_months = months out - months in; reciprocity_index = 2 x min(out, in) / (out + in).';
COMMENT ON COLUMN socu.agreement_balance.institution IS 'The institution whose view it is.';
COMMENT ON COLUMN socu.agreement_balance.partner IS 'The other one.';
COMMENT ON COLUMN socu.agreement_balance.value IS 'The indicator, in unit; balances are signed.';
COMMENT ON COLUMN socu.agreement_balance.numerator IS 'Out: stays or months from the institution to the partner.';
COMMENT ON COLUMN socu.agreement_balance.denominator IS 'In: stays or months from the partner to the institution.';

CREATE VIEW socu.agreement_balance_cumulative AS
SELECT b.year, b.measure, b.agreement, b.institution, b.partner, sum(b.value) OVER w AS value, sum(b.numerator) OVER w AS numerator, sum(b.denominator) OVER w AS denominator,
       CASE sum(b.value) OVER w WHEN 0 THEN 'N' ELSE 'A' END AS status, b.conf, b.generated
FROM socu.agreement_balance b WHERE b.indicator = 'headcount_balance'
WINDOW w AS (PARTITION BY b.measure, b.agreement, b.institution, b.partner ORDER BY b.year);
COMMENT ON VIEW socu.agreement_balance_cumulative IS 'Headcount balance of each agreement up to and with the year; years without a stay have no row. Never released.';
COMMENT ON COLUMN socu.agreement_balance_cumulative.institution IS 'The institution whose view it is.';
COMMENT ON COLUMN socu.agreement_balance_cumulative.partner IS 'The other one.';
COMMENT ON COLUMN socu.agreement_balance_cumulative.value IS 'Sum of out - in over the years so far; unit: persons, signed.';
COMMENT ON COLUMN socu.agreement_balance_cumulative.numerator IS 'Out so far (stays).';
COMMENT ON COLUMN socu.agreement_balance_cumulative.denominator IS 'In so far (stays).';

CREATE VIEW socu.report_year AS
SELECT y.year, least(s.as_of, make_date(y.year, v.year_start_month, v.year_start_day) - 1) AS on_date, make_date(y.year - 1, v.cutoff_month, v.cutoff_day) AS cut_off
FROM (SELECT coalesce((SELECT t.as_of FROM socu.report_state t), CURRENT_DATE) AS as_of) s CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (SELECT DISTINCT r.year FROM socu.report_rollup r WHERE r.breakdown = 'total' AND make_date(r.year - 1, v.year_start_month, v.year_start_day) <= s.as_of
                    UNION SELECT extract(year FROM s.as_of)::int + CASE WHEN s.as_of >= make_date(extract(year FROM s.as_of)::int, v.year_start_month, v.year_start_day) THEN 1 ELSE 0 END) y;
COMMENT ON VIEW socu.report_year IS 'The reporting years with their dates.';
COMMENT ON COLUMN socu.report_year.on_date IS 'Day on which the network and its agreements are looked at: the last day of the year, or the content date if that is earlier.';
COMMENT ON COLUMN socu.report_year.cut_off IS 'Cut-off date of stocks.';

CREATE VIEW socu.network_pair AS
WITH member AS NOT MATERIALIZED (
    SELECT DISTINCT y.year, y.on_date, m.institution, m.state
    FROM socu.report_year y CROSS JOIN socu.report_convention v CROSS JOIN LATERAL socu.network_members(v.network, y.on_date) m),
agreed AS (
    SELECT DISTINCT y.year, p.institution, q.institution AS partner
    FROM socu.report_year y
    JOIN socu.agreement g ON g.status <> 'draft'
         AND coalesce(coalesce(lower(g.valid), lower(socu.edtf_range(g.signed))) <= y.on_date, true)
         AND coalesce(CASE g.status WHEN 'terminated' THEN upper(g.valid) ELSE socu.agreement_end(g.valid, g.renewal, g.renewal_months, y.on_date) END > y.on_date, true)
    JOIN socu.participation p ON p.agreement = g.agreement AND p.role = 'party'
    JOIN socu.participation q ON q.agreement = g.agreement AND q.role = 'party' AND p.institution < q.institution)
SELECT a.year, a.on_date, a.institution, b.institution AS partner, a.state, b.state AS partner_state, g.year IS NOT NULL AS agreed
FROM member a JOIN member b ON b.year = a.year AND a.institution < b.institution
LEFT JOIN agreed g ON g.year = a.year AND g.institution = a.institution AND g.partner = b.institution;
COMMENT ON VIEW socu.network_pair IS 'Pairs of institutions of the network on the date of the year, and whether an agreement between them is in force.';
COMMENT ON COLUMN socu.network_pair.on_date IS 'The date.';
COMMENT ON COLUMN socu.network_pair.institution IS 'One institution.';
COMMENT ON COLUMN socu.network_pair.partner IS 'The other one.';
COMMENT ON COLUMN socu.network_pair.partner_state IS 'State of the other one.';
COMMENT ON COLUMN socu.network_pair.agreed IS 'True if both are parties of an agreement in force.';

CREATE VIEW socu.network_indicator AS
WITH member AS NOT MATERIALIZED (
    SELECT DISTINCT y.year, m.institution
    FROM socu.report_year y CROSS JOIN socu.report_convention v CROSS JOIN LATERAL socu.network_members(v.network, y.on_date) m),
-- every pair is seen from both ends, so the sums are twice those of the pairs
pairs AS (
    SELECT d.year, (sum(d.degree) / 2)::bigint AS e, (sum(d.degree_between) / 2)::bigint AS e_between, (sum(d.between) / 2)::bigint AS between,
           array_agg(d.degree) AS degrees, count(*) FILTER (WHERE d.degree = 0) AS isolated
    FROM (SELECT p.year, z.institution, count(*) FILTER (WHERE p.agreed) AS degree, count(*) FILTER (WHERE p.agreed AND p.state <> p.partner_state) AS degree_between,
                 count(*) FILTER (WHERE p.state <> p.partner_state) AS between
          FROM socu.network_pair p CROSS JOIN LATERAL (VALUES (p.institution), (p.partner)) z (institution) GROUP BY p.year, z.institution) d GROUP BY d.year),
arc AS NOT MATERIALIZED (
    SELECT DISTINCT r.year, r.sending_institution AS a, r.receiving_institution AS b FROM socu.report_rollup_institution r
    JOIN member s ON s.year = r.year AND s.institution = r.sending_institution JOIN member t ON t.year = r.year AND t.institution = r.receiving_institution
    WHERE r.measure = 'credit_flow' AND r.stays > 0 AND r.sending_institution <> r.receiving_institution),
arcs AS (
    SELECT f.year, count(*) AS a, count(k.year) AS back FROM arc f LEFT JOIN arc k ON k.year = f.year AND k.a = f.b AND k.b = f.a GROUP BY f.year)
SELECT y.year, x.indicator, x.unit, x.value, x.num AS numerator, x.den AS denominator,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status, 'F'::text AS conf
FROM socu.report_year y
LEFT JOIN (SELECT m.year, count(*) AS n FROM member m GROUP BY m.year) i ON i.year = y.year
LEFT JOIN pairs g ON g.year = y.year LEFT JOIN arcs fl ON fl.year = y.year
CROSS JOIN LATERAL (VALUES
    ('institutions', 'institutions', coalesce(i.n, 0)::numeric, NULL::numeric, NULL::numeric),
    ('agreement_pairs', 'pairs', coalesce(g.e, 0), NULL, NULL),
    ('density', 'ratio', 2.0 * g.e / nullif(i.n * (i.n - 1), 0), g.e, i.n * (i.n - 1) / 2),
    ('density_between_states', 'ratio', g.e_between::numeric / nullif(g.between, 0), g.e_between, g.between),
    ('directed_density', 'ratio', coalesce(fl.a, 0)::numeric / nullif(i.n * (i.n - 1), 0), coalesce(fl.a, 0), i.n * (i.n - 1)),
    ('mean_degree', 'pairs', 2.0 * g.e / nullif(i.n, 0), 2 * g.e, i.n),
    ('isolated_institutions', 'institutions', CASE WHEN i.n = 1 THEN 1 ELSE g.isolated END, NULL, NULL),
    ('degree_centralisation', 'ratio', socu.degree_centralisation(g.degrees), NULL, NULL),
    ('network_reciprocity', 'ratio', fl.back::numeric / nullif(fl.a, 0), fl.back, fl.a)) x (indicator, unit, value, num, den);
COMMENT ON VIEW socu.network_indicator IS 'The network as a graph: its institutions on the date of the year, agreements in force between them, flows of the year.';
COMMENT ON COLUMN socu.network_indicator.indicator IS
'n institutions, E pairs with an agreement in force, A ordered pairs with a stay (credit_flow). density = 2E / (n(n-1)); density_between_states = E between different states / such pairs; directed_density = A / (n(n-1)); mean_degree = 2E / n; isolated_institutions: degree 0; degree_centralisation (Freeman) = sum(max - degree) / ((n-1)(n-2)); network_reciprocity = ordered pairs with a stay back / A.';
COMMENT ON COLUMN socu.network_indicator.value IS 'The indicator, in unit.';
COMMENT ON COLUMN socu.network_indicator.numerator IS 'Pairs above the line.';
COMMENT ON COLUMN socu.network_indicator.denominator IS 'Pairs or institutions below the line.';

CREATE VIEW socu.mobility_concentration AS
SELECT z.year, z.measure, z.state, z.side, x.indicator, x.value, z.n AS numerator, z.total AS denominator, x.lower, x.upper,
       CASE WHEN x.value IS NOT NULL THEN z.status WHEN x.lower IS NOT NULL THEN 'L' WHEN z.status = 'L' THEN 'M' ELSE 'Z' END AS status,
       CASE WHEN z.total < v.min_denominator OR z.smallest < v.min_cell THEN 'C' ELSE 'F' END AS conf, z.generated
FROM (SELECT f.year, f.measure, s.state, s.side, array_agg(f.value) FILTER (WHERE f.value > 0 AND s.part <> '_O') AS parts,
             coalesce(sum(f.value) FILTER (WHERE s.part = '_O'), 0) AS rest, count(*) FILTER (WHERE f.value > 0 AND s.part <> '_O')::numeric AS n,
             sum(f.value) AS total, min(f.value) FILTER (WHERE f.value > 0) AS smallest, socu.total_status(array_agg(f.status) FILTER (WHERE f.status NOT IN ('Z', 'N'))) AS status,
             bool_or(f.generated) AS generated
      FROM socu.mobility_flow f CROSS JOIN LATERAL (VALUES (f.origin, 'destinations', f.destination), (f.destination, 'origins', f.origin)) s (state, side, part)
      WHERE f.breakdown = 'total' AND f.origin <> '_T' AND f.destination <> '_T' AND s.state !~ '^_' AND f.status <> 'Z' GROUP BY 1, 2, 3, 4) z
CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL socu.concentration_of(z.parts, z.rest) h
CROSS JOIN LATERAL (VALUES ('hhi', CASE WHEN z.status NOT IN ('L', 'M') THEN h.hhi END, CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN h.hhi_lower END, CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN h.hhi_upper END),
    ('hhi_normalised', CASE WHEN z.status NOT IN ('L', 'M') THEN h.normalised END, NULL, NULL),
    ('effective_number', CASE WHEN z.status NOT IN ('L', 'M') THEN h.effective_number END, CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN 1 / h.hhi_upper END, CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN 1 / nullif(h.hhi_lower, 0) END)) x (indicator, value, lower, upper)
WHERE z.n > 0;
COMMENT ON VIEW socu.mobility_concentration IS 'How concentrated the destinations and the origins of a state are. A remainder "others" (_O) gives bounds, not a value.';
COMMENT ON COLUMN socu.mobility_concentration.side IS 'destinations (of the students of the state) or origins (of the students in the state).';
COMMENT ON COLUMN socu.mobility_concentration.indicator IS 'hhi = sum of squared shares, 0 to 1; hhi_normalised = (H - 1/N) / (1 - 1/N); effective_number = 1 / H.';
COMMENT ON COLUMN socu.mobility_concentration.value IS 'The indicator; unit: ratio, effective number: states.';
COMMENT ON COLUMN socu.mobility_concentration.numerator IS 'N: states with a flow.';
COMMENT ON COLUMN socu.mobility_concentration.denominator IS 'Persons or stays in all.';

CREATE VIEW socu.direction_coverage AS
WITH used AS (
    SELECT r.year, r.category AS direction, x.state FROM socu.report_rollup r CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
    WHERE r.breakdown = 'direction' AND r.category <> '_U' AND r.stays > 0 AND x.state <> '_T' GROUP BY r.year, r.category, x.state
    UNION
    SELECT y.year, g.direction, i.state FROM socu.report_year y JOIN socu.programme g ON g.status = 'running' AND g.valid @> y.on_date AND g.direction IS NOT NULL
    JOIN socu.participation p ON p.programme = g.programme JOIN socu.institution i ON i.institution = p.institution)
SELECT y.year, s.state, 100.0 * count(u.year) / nullif(count(*), 0) AS value, count(u.year)::numeric AS numerator, count(*)::numeric AS denominator,
       CASE WHEN count(u.year) > 0 THEN 'A' ELSE 'N' END AS status, 'F'::text AS conf, array_agg(d.direction ORDER BY d.direction) FILTER (WHERE u.year IS NULL) AS without
FROM socu.report_year y CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL socu.directions_as_of(y.on_date) d
CROSS JOIN LATERAL (SELECT DISTINCT m.state FROM socu.network_members(v.network, y.on_date) m) s
LEFT JOIN used u ON u.year = y.year AND u.direction = d.direction AND u.state = s.state
GROUP BY y.year, s.state;
COMMENT ON VIEW socu.direction_coverage IS 'Directions of study in use, by state of the network: at least one stay in the year or one running programme.';
COMMENT ON COLUMN socu.direction_coverage.value IS '100 x directions with a stay or a running programme / directions open on the date; unit: %.';
COMMENT ON COLUMN socu.direction_coverage.numerator IS 'Directions with a stay or a running programme.';
COMMENT ON COLUMN socu.direction_coverage.denominator IS 'Directions open on the date of the year.';
COMMENT ON COLUMN socu.direction_coverage.without IS 'The open directions without either.';

CREATE VIEW socu.joint_programme_count AS
SELECT y.year, g.kind, g.status AS programme_status, count(*)::numeric AS value, 'A'::text AS status, 'F'::text AS conf
FROM socu.report_year y JOIN socu.programme g ON g.valid @> y.on_date
WHERE g.kind <> 'single' GROUP BY y.year, g.kind, g.status;
COMMENT ON VIEW socu.joint_programme_count IS 'Joint, double, dual and multiple degree programmes by kind and status. Only running ones exist; planned and possible ones stand apart.';
COMMENT ON COLUMN socu.joint_programme_count.kind IS 'joint, double_degree, dual_degree, multiple_degree.';
COMMENT ON COLUMN socu.joint_programme_count.programme_status IS 'running, planned, possible or closed.';
COMMENT ON COLUMN socu.joint_programme_count.value IS 'Count of programmes on the date of the year.';

CREATE VIEW socu.agreement_indicator AS
SELECT y.year, x.indicator, x.unit, x.value, x.num AS numerator, x.den AS denominator, CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status, 'F'::text AS conf
FROM socu.report_year y CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (
    SELECT count(*) AS n, count(*) FILTER (WHERE f.binding) AS binding,
           count(*) FILTER (WHERE EXISTS (SELECT FROM socu.report_rollup_institution r WHERE r.agreement = f.agreement AND r.stays > 0
                                          AND r.last_start > (y.on_date - make_interval(years => v.active_years))::date AND r.base_year <= y.year)) AS active,
           count(*) FILTER (WHERE f.ends_on IS NULL) AS open, count(*) FILTER (WHERE f.ends_on IS NOT NULL AND a.renewal = 'automatic') AS automatic,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on <= (y.on_date + interval '3 months')) AS m3,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on > (y.on_date + interval '3 months') AND f.ends_on <= (y.on_date + interval '6 months')) AS m6,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on > (y.on_date + interval '6 months') AND f.ends_on <= (y.on_date + interval '12 months')) AS m12
    FROM socu.agreements_in_force(y.on_date) f JOIN socu.agreement a ON a.agreement = f.agreement) c
CROSS JOIN LATERAL (VALUES ('agreements_in_force', 'documents', c.n::numeric, NULL::numeric, NULL::numeric), ('binding_agreements_in_force', 'documents', c.binding, NULL, NULL),
    ('active_agreement_share', '%', 100.0 * c.active / nullif(c.n, 0), c.active, c.n), ('expiring_within_3_months', 'documents', c.m3, NULL, NULL),
    ('expiring_in_4_to_6_months', 'documents', c.m6, NULL, NULL), ('expiring_in_7_to_12_months', 'documents', c.m12, NULL, NULL),
    ('renewed_automatically', 'documents', c.automatic, NULL, NULL), ('without_end', 'documents', c.open, NULL, NULL)) x (indicator, unit, value, num, den);
COMMENT ON VIEW socu.agreement_indicator IS 'Agreements in force on the date of the year: how many, how many active, when they end. Those with automatic renewal and those without an end are counted apart.';
COMMENT ON COLUMN socu.agreement_indicator.indicator IS
'agreements_in_force; binding_agreements_in_force; active_agreement_share = 100 x agreements with a stay begun in the last active_years / in force; expiring: end in (0,3], (3,6], (6,12] months; renewed_automatically; without_end.';
COMMENT ON COLUMN socu.agreement_indicator.value IS 'The indicator, in unit.';
COMMENT ON COLUMN socu.agreement_indicator.numerator IS 'Agreements above the line.';
COMMENT ON COLUMN socu.agreement_indicator.denominator IS 'Agreements below the line.';

CREATE VIEW socu.agreement_coverage AS
SELECT p.year, 'states'::text AS scope, least(p.state, p.partner_state) AS state, greatest(p.state, p.partner_state) AS partner_state, NULL::text AS direction,
       100.0 * count(*) FILTER (WHERE p.agreed) / nullif(count(*), 0) AS value, count(*) FILTER (WHERE p.agreed)::numeric AS numerator, count(*)::numeric AS denominator,
       CASE WHEN bool_or(p.agreed) THEN 'A' ELSE 'N' END AS status, 'F'::text AS conf
FROM socu.network_pair p GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT p.year, 'direction', NULL, NULL, d.direction, 100.0 * count(*) FILTER (WHERE p.agreed) / nullif(count(*), 0), count(*) FILTER (WHERE p.agreed), count(*),
       CASE WHEN bool_or(p.agreed) THEN 'A' ELSE 'N' END, 'F'
FROM socu.network_pair p
JOIN socu.institution_direction d ON d.institution = p.institution AND d.valid @> p.on_date
JOIN socu.institution_direction e ON e.institution = p.partner AND e.direction = d.direction AND e.valid @> p.on_date
GROUP BY p.year, d.direction;
COMMENT ON VIEW socu.agreement_coverage IS 'Pairs of institutions of the network with an agreement in force, among the possible pairs of two states (or within one), and of a direction.';
COMMENT ON COLUMN socu.agreement_coverage.scope IS 'states or direction.';
COMMENT ON COLUMN socu.agreement_coverage.state IS 'Scope states: one state.';
COMMENT ON COLUMN socu.agreement_coverage.partner_state IS 'Scope states: the other one; the same for pairs within a state.';
COMMENT ON COLUMN socu.agreement_coverage.value IS '100 x pairs with an agreement in force / possible pairs; unit: %.';
COMMENT ON COLUMN socu.agreement_coverage.numerator IS 'Pairs with an agreement in force.';
COMMENT ON COLUMN socu.agreement_coverage.denominator IS 'Possible pairs.';

CREATE VIEW socu.registration_coverage AS
SELECT e.event, e.title, c.share_percent AS value, c.registered::numeric AS numerator, CASE WHEN lower(c.reported) = upper(c.reported) THEN lower(c.reported) END AS denominator,
       CASE WHEN NOT upper_inf(c.reported) THEN 100.0 * c.registered / nullif(upper(c.reported), 0) END AS lower, 100.0 * c.registered / nullif(lower(c.reported), 0) AS upper,
       CASE WHEN c.share_percent IS NULL THEN 'L' WHEN c.registered = 0 THEN 'N' ELSE 'A' END AS status, 'F'::text AS conf
FROM socu.event e CROSS JOIN LATERAL socu.event_agreement_coverage(e.event) c;
COMMENT ON VIEW socu.registration_coverage IS 'Agreements of an event that are in the registry, as a share of those reported.';
COMMENT ON COLUMN socu.registration_coverage.event IS 'The event.';
COMMENT ON COLUMN socu.registration_coverage.title IS 'Its title.';
COMMENT ON COLUMN socu.registration_coverage.value IS '100 x registered / reported; unit: %. NULL if the report is not exact: see lower and upper.';
COMMENT ON COLUMN socu.registration_coverage.numerator IS 'Agreements in the registry.';
COMMENT ON COLUMN socu.registration_coverage.denominator IS 'Agreements reported, if exact.';

CREATE VIEW socu.rating_result AS
SELECT y.year, r.rating, s.institution, s.score AS value, s.rank, s.coverage, s.missing, CASE WHEN s.score IS NULL THEN 'M' ELSE 'A' END AS status, 'F'::text AS conf
FROM socu.report_year y CROSS JOIN socu.rating r CROSS JOIN LATERAL socu.rating_score(r.rating, y.on_date) s;
COMMENT ON VIEW socu.rating_result IS 'Scores and ranks of every rating on the date of the year.';
COMMENT ON COLUMN socu.rating_result.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_result.value IS 'Score, 0 to 100: weighted sum of the normalised values. NULL where too much is missing.';
COMMENT ON COLUMN socu.rating_result.rank IS 'Rank, 1 = best; NULL without a score.';
COMMENT ON COLUMN socu.rating_result.coverage IS 'Sum of the weights of the values that are there (0 to 1).';
COMMENT ON COLUMN socu.rating_result.missing IS 'Criteria without a value.';

CREATE VIEW socu.outstanding_report AS
SELECT r.report_schedule, r.addressee, r.direction, r.state, r.institution, r.period, r.due_on, r.days_late
FROM socu.reports_due(coalesce((SELECT t.as_of FROM socu.report_state t), CURRENT_DATE)) r;
COMMENT ON VIEW socu.outstanding_report IS 'Reports that coordinators owe on the content date; see reports_due() and coordinator_record().';
COMMENT ON COLUMN socu.outstanding_report.report_schedule IS 'The schedule.';
COMMENT ON COLUMN socu.outstanding_report.addressee IS 'To whom it goes.';
COMMENT ON COLUMN socu.outstanding_report.direction IS 'Direction of the coordinator.';
COMMENT ON COLUMN socu.outstanding_report.state IS 'State of the coordinator.';
COMMENT ON COLUMN socu.outstanding_report.institution IS 'The institution that coordinates.';
COMMENT ON COLUMN socu.outstanding_report.period IS 'The period the report is for, [from, to).';
COMMENT ON COLUMN socu.outstanding_report.due_on IS 'When it is due.';
COMMENT ON COLUMN socu.outstanding_report.days_late IS 'Days late (days); below 0 while there is time.';

-- ===== one long table =====

CREATE VIEW socu.report_observation AS
SELECT 'mobility_flow'::text AS view, f.year, f.measure AS indicator, f.measure, CASE WHEN f.measure IN ('credit_flow', 'staff_flow') THEN 'stays' ELSE 'persons' END AS unit,
       f.breakdown, f.category, f.origin, f.destination, NULL::text AS state, NULL::text AS institution, f.value, NULL::numeric AS numerator, NULL::numeric AS denominator, f.lower, f.upper, f.status, f.conf, f.generated
FROM socu.mobility_flow f
UNION ALL
SELECT s.indicator, s.year, s.indicator, s.measure, s.unit, s.breakdown, s.category, NULL, NULL, s.state, NULL, s.value, s.numerator, s.denominator, s.lower, s.upper, s.status, s.conf, s.generated
FROM socu.state_indicator s
UNION ALL
SELECT 'origin_distribution', o.year, 'origin_distribution', o.measure, '%', o.breakdown, o.category, o.origin, o.destination, NULL, NULL, o.value, o.numerator, o.denominator, o.lower, o.upper, o.status, o.conf, o.generated
FROM socu.origin_distribution o
UNION ALL
SELECT 'gender_parity', g.year, 'gender_parity_index', g.measure, 'ratio', 'side', g.side, NULL, NULL, g.state, NULL, g.value, g.numerator, g.denominator, g.lower, g.upper, g.status, g.conf, g.generated
FROM socu.gender_parity g
UNION ALL
SELECT 'mobility_volume', m.year, m.indicator, m.measure, m.unit, 'convention', m.convention, m.origin, m.destination, NULL, NULL, m.value, m.numerator, m.denominator, m.lower, m.upper, m.status, m.conf, m.generated
FROM socu.mobility_volume m
UNION ALL
SELECT 'nomination_indicator', n.year, n.indicator, n.measure, '%', 'total', '_T', n.origin, n.destination, NULL, NULL, n.value, n.numerator, n.denominator, n.lower, n.upper, n.status, n.conf, n.generated
FROM socu.nomination_indicator n
UNION ALL
SELECT 'quota_indicator', q.year, q.indicator, NULL, '%', 'quota', q.code, NULL, NULL, NULL, NULL, q.value, q.numerator, q.denominator, q.lower, q.upper, q.status, q.conf, NULL
FROM socu.quota_indicator q
UNION ALL
SELECT 'institution_flow', i.year, i.measure, i.measure, CASE WHEN i.measure IN ('credit_flow', 'staff_flow') THEN 'stays' ELSE 'persons' END, 'role', i.role, NULL, NULL, i.state, i.institution,
       i.value, NULL, NULL, NULL, NULL, i.status, i.conf, i.generated
FROM socu.institution_flow i WHERE i.direction = '_T'
UNION ALL
SELECT 'network_indicator', n.year, n.indicator, NULL, n.unit, 'total', '_T', NULL, NULL, NULL, NULL, n.value, n.numerator, n.denominator, NULL, NULL, n.status, n.conf, NULL
FROM socu.network_indicator n
UNION ALL
SELECT 'mobility_concentration', c.year, c.indicator, c.measure, CASE c.indicator WHEN 'effective_number' THEN 'states' ELSE 'ratio' END, 'side', c.side, NULL, NULL, c.state, NULL,
       c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
FROM socu.mobility_concentration c
UNION ALL
SELECT 'direction_coverage', d.year, 'direction_coverage', NULL, '%', 'total', '_T', NULL, NULL, d.state, NULL, d.value, d.numerator, d.denominator, NULL, NULL, d.status, d.conf, NULL
FROM socu.direction_coverage d
UNION ALL
SELECT 'joint_programme_count', j.year, j.kind, NULL, 'programmes', 'status', j.programme_status, NULL, NULL, NULL, NULL, j.value, NULL, NULL, NULL, NULL, j.status, j.conf, NULL
FROM socu.joint_programme_count j
UNION ALL
SELECT 'agreement_indicator', a.year, a.indicator, NULL, a.unit, 'total', '_T', NULL, NULL, NULL, NULL, a.value, a.numerator, a.denominator, NULL, NULL, a.status, a.conf, NULL
FROM socu.agreement_indicator a
UNION ALL
SELECT 'agreement_coverage', a.year, 'agreement_coverage', NULL, '%', a.scope, coalesce(a.direction, '_T'), a.state, a.partner_state, NULL, NULL, a.value, a.numerator, a.denominator, NULL, NULL, a.status, a.conf, NULL
FROM socu.agreement_coverage a
UNION ALL
SELECT 'rating_result', r.year, r.rating, NULL, 'points', 'total', '_T', NULL, NULL, NULL, r.institution, r.value, NULL, NULL, NULL, NULL, r.status, r.conf, NULL
FROM socu.rating_result r;
COMMENT ON VIEW socu.report_observation IS 'All indicators in one long form: what a release is made of. Exact and internal.';
COMMENT ON COLUMN socu.report_observation.view IS 'View that the row comes from.';
COMMENT ON COLUMN socu.report_observation.indicator IS 'The indicator.';

-- ===== releases =====

CREATE TABLE socu.report_release (
    release text COLLATE "C" PRIMARY KEY CHECK (release <> ''),
    year int NOT NULL,
    as_of date NOT NULL,
    extracted_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    published_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
    conventions jsonb NOT NULL,
    cells bigint NOT NULL,
    hidden bigint NOT NULL
);
COMMENT ON TABLE socu.report_release IS 'Releases: a year''s figures, frozen, rounded and with small cells hidden. A revision is a new release; the older one stays.';
COMMENT ON COLUMN socu.report_release.release IS 'Name of the release.';
COMMENT ON COLUMN socu.report_release.year IS 'Reporting year.';
COMMENT ON COLUMN socu.report_release.as_of IS 'Content date.';
COMMENT ON COLUMN socu.report_release.extracted_at IS 'Time whose records are shown: report_refresh(as_of, extracted_at) shows them again.';
COMMENT ON COLUMN socu.report_release.refreshed_at IS 'When the roll-ups were refreshed.';
COMMENT ON COLUMN socu.report_release.published_at IS 'When it was made.';
COMMENT ON COLUMN socu.report_release.conventions IS 'The row of report_params that held.';
COMMENT ON COLUMN socu.report_release.cells IS 'Cells in the release.';
COMMENT ON COLUMN socu.report_release.hidden IS 'Cells hidden.';

CREATE TABLE socu.report_cell (
    release text COLLATE "C" NOT NULL REFERENCES socu.report_release ON DELETE CASCADE,
    cell bigint NOT NULL,
    view text NOT NULL,
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
    conf text NOT NULL CHECK (conf IN ('F', 'C', 'S')),
    generated boolean,
    exact numeric,
    PRIMARY KEY (release, cell)
);
CREATE INDEX report_cell_view ON socu.report_cell (view, year);
COMMENT ON TABLE socu.report_cell IS 'The cells of the releases. Internal because of exact; readers see them through the released_ views.';
COMMENT ON INDEX socu.report_cell_view IS 'One view of one year.';
COMMENT ON COLUMN socu.report_cell.view IS 'View that the cell belongs to.';
COMMENT ON COLUMN socu.report_cell.cell IS 'Number of the cell in the release.';
COMMENT ON COLUMN socu.report_cell.exact IS 'The value before rounding and suppression: internal.';
SELECT pg_catalog.pg_extension_config_dump('socu.report_release', '');
SELECT pg_catalog.pg_extension_config_dump('socu.report_cell', '');

CREATE FUNCTION socu.report_publish(release text, year int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    p socu.report_params;
    s socu.report_state;
    n bigint;
BEGIN
    SELECT * INTO STRICT p FROM socu.report_convention;
    SELECT * INTO s FROM socu.report_state;
    IF s.one IS NULL THEN
        RAISE EXCEPTION 'the roll-ups have never been refreshed' USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call socu.report_refresh() first.';
    END IF;
    IF s.params <> p.params THEN
        RAISE EXCEPTION 'the roll-ups were made with the conventions "%", not "%"', s.params, p.params USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call socu.report_refresh() first.';
    END IF;
    CREATE TEMP TABLE socu_report_cell ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY o.view, o.indicator, o.measure, o.breakdown, o.category, o.origin, o.destination, o.state, o.institution) AS cell, o.*,
           -- figures of persons that are ours; official figures are public, institutions and documents are no persons
           coalesce(o.measure, '') <> 'official_stock' AND o.view NOT IN ('network_indicator', 'direction_coverage', 'joint_programme_count', 'agreement_indicator', 'agreement_coverage', 'rating_result') AS personal
    FROM socu.report_observation o WHERE o.year = report_publish.year;
    IF NOT EXISTS (SELECT FROM pg_temp.socu_report_cell) THEN
        RAISE EXCEPTION 'there is nothing to publish for %', year USING ERRCODE = 'no_data_found', HINT = 'The years are in socu.report_year.';
    END IF;
    CREATE INDEX ON pg_temp.socu_report_cell (view, measure);
    ANALYZE pg_temp.socu_report_cell;
    UPDATE pg_temp.socu_report_cell c SET conf = CASE WHEN c.personal THEN c.conf ELSE 'F' END;

    -- counts and the lines in which they are added up
    CREATE TEMP TABLE socu_report_line ON COMMIT DROP AS
    SELECT x.line, c.cell, c.value, x.total
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (VALUES (concat_ws('|', 'row', c.measure, c.breakdown, c.category, c.origin), c.destination = '_T'),
                               (concat_ws('|', 'column', c.measure, c.breakdown, c.category, c.destination), c.origin = '_T')) x (line, total)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    SELECT concat_ws('|', 'parts', c.measure, b.breakdown, c.origin, c.destination), c.cell, c.value, c.breakdown = 'total'
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (SELECT unnest(CASE c.breakdown WHEN 'total' THEN '{direction,kind,level,field}'::text[] ELSE ARRAY[c.breakdown] END)) b (breakdown)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    -- (a state with too few institutions is published as a state alone: its institutions make no line)
    SELECT concat_ws('|', 'institutions', c.measure, c.category, c.state), c.cell, c.value, false
    FROM pg_temp.socu_report_cell c WHERE c.view = 'institution_flow' AND c.value > 0
      AND p.min_institutions <= (SELECT count(*) FROM pg_temp.socu_report_cell o
           WHERE o.view = c.view AND o.measure = c.measure AND o.category = c.category AND o.state = c.state AND o.institution <> '_U')
    UNION ALL
    SELECT concat_ws('|', 'institutions', c.measure, x.role, x.state), c.cell, c.value, true
    FROM pg_temp.socu_report_cell c CROSS JOIN LATERAL (VALUES ('origin', c.origin, c.destination), ('destination', c.destination, c.origin)) x (role, state, other)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.breakdown = 'total' AND x.other = '_T' AND x.state <> '_T' AND c.value > 0
      AND p.min_institutions <= (SELECT count(*) FROM pg_temp.socu_report_cell o
           WHERE o.view = 'institution_flow' AND o.measure = c.measure AND o.category = x.role AND o.state = x.state AND o.institution <> '_U');
    CREATE TEMP TABLE socu_report_hidden (cell bigint PRIMARY KEY, conf text NOT NULL) ON COMMIT DROP;
    -- small cells; states with too few institutions; what an earlier release hid and has not changed
    INSERT INTO pg_temp.socu_report_hidden
    SELECT c.cell, CASE WHEN bool_or(c.value < p.min_cell) THEN 'C' ELSE 'S' END
    FROM pg_temp.socu_report_cell c
    WHERE c.view IN ('mobility_flow', 'institution_flow') AND c.personal AND c.value > 0
      AND (c.value < p.min_cell
           OR c.view = 'institution_flow' AND p.min_institutions > (SELECT count(*) FROM pg_temp.socu_report_cell o
                WHERE o.view = c.view AND o.measure = c.measure AND o.category = c.category AND o.state = c.state AND o.institution <> '_U')
           OR EXISTS (SELECT FROM socu.report_cell e WHERE e.view = c.view AND e.year = c.year AND e.conf <> 'F' AND e.exact = c.value AND e.measure = c.measure AND e.breakdown = c.breakdown
                      AND e.category = c.category AND (e.origin, e.destination, e.state, e.institution) IS NOT DISTINCT FROM (c.origin, c.destination, c.state, c.institution)))
    GROUP BY c.cell;
    CREATE INDEX ON pg_temp.socu_report_line (line);
    CREATE INDEX ON pg_temp.socu_report_line (cell);
    ANALYZE pg_temp.socu_report_line;
    LOOP
        INSERT INTO pg_temp.socu_report_hidden
        SELECT DISTINCT ON (l.line) l.cell, 'S'
        FROM pg_temp.socu_report_line l
        JOIN (SELECT k.line FROM pg_temp.socu_report_line k JOIN pg_temp.socu_report_hidden h ON h.cell = k.cell GROUP BY k.line HAVING count(*) = 1) one ON one.line = l.line
        WHERE NOT EXISTS (SELECT FROM pg_temp.socu_report_hidden h WHERE h.cell = l.cell)
        ORDER BY l.line, l.total, l.value, l.cell
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS n = ROW_COUNT;
        EXIT WHEN n = 0;
    END LOOP;
    UPDATE pg_temp.socu_report_cell c SET conf = coalesce((SELECT h.conf FROM pg_temp.socu_report_hidden h WHERE h.cell = c.cell), 'F')
    WHERE c.view IN ('mobility_flow', 'institution_flow');

    -- what could be turned back into a hidden count is hidden too
    UPDATE pg_temp.socu_report_cell c SET conf = 'S'
    FROM (SELECT f.measure, f.breakdown, f.category, f.origin, f.destination FROM pg_temp.socu_report_cell f WHERE f.view = 'mobility_flow' AND f.conf <> 'F') h
    WHERE c.view NOT IN ('mobility_flow', 'institution_flow') AND c.personal AND c.conf = 'F' AND c.measure = h.measure
      AND CASE WHEN c.view = 'origin_distribution' THEN (c.breakdown, c.category) = (h.breakdown, h.category) AND h.destination = c.destination AND h.origin IN (c.origin, '_T')
               WHEN c.view IN ('mobility_volume', 'nomination_indicator') THEN h.breakdown = 'total' AND (c.origin, c.destination) = (h.origin, h.destination)
               WHEN c.view = 'mobility_concentration' THEN h.breakdown = 'total' AND c.state = CASE c.category WHEN 'destinations' THEN h.origin ELSE h.destination END
               WHEN c.view = 'gender_parity' THEN h.breakdown = 'sex' AND c.state IN (h.origin, h.destination)
               ELSE (c.breakdown, c.category) = (h.breakdown, h.category) AND (h.origin = '_T' AND c.state = h.destination OR h.destination = '_T' AND c.state = h.origin) END;
    UPDATE pg_temp.socu_report_cell c SET conf = 'C'
    WHERE c.personal AND c.conf = 'F' AND c.view NOT IN ('mobility_flow', 'institution_flow')
      AND (c.denominator > 0 AND c.denominator < p.min_denominator AND c.view NOT IN ('net_flow', 'mobility_balance')
           OR c.numerator > 0 AND c.numerator < p.min_cell AND c.view NOT IN ('gender_parity', 'mobility_concentration')
           OR c.view IN ('net_flow', 'mobility_balance') AND c.denominator > 0 AND c.denominator < p.min_cell
           OR c.view = 'mobility_volume' AND c.indicator = 'persons' AND c.value > 0 AND c.value < p.min_cell);

    INSERT INTO socu.report_release (release, year, as_of, extracted_at, refreshed_at, conventions, cells, hidden)
    SELECT report_publish.release, report_publish.year, s.as_of, s.extracted_at, s.refreshed_at, to_jsonb(p), count(*), count(*) FILTER (WHERE c.conf <> 'F') FROM pg_temp.socu_report_cell c;
    INSERT INTO socu.report_cell
    SELECT report_publish.release, c.cell, c.view, c.year, c.indicator, c.measure, c.unit, c.breakdown, c.category, c.origin, c.destination, c.state, c.institution,
           CASE WHEN c.conf = 'F' THEN x.value END, CASE WHEN c.conf = 'F' THEN x.numerator END, CASE WHEN c.conf = 'F' THEN x.denominator END,
           CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.lower END, CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.upper END, c.status, c.conf, c.generated, c.value
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT c.personal THEN c.value WHEN c.unit IN ('persons', 'stays') THEN socu.round_count(c.value, p.base)
                                    WHEN c.unit IN ('months', 'days') THEN CASE WHEN c.denominator IS NULL THEN round(c.value) ELSE round(c.value, 1) END
                                    WHEN c.unit = '%' THEN round(c.value, 1) ELSE round(c.value, 2) END AS value,
                               CASE WHEN NOT c.personal OR c.view = 'mobility_concentration' THEN c.numerator WHEN c.view = 'gender_parity' THEN round(c.numerator, 1) ELSE socu.round_count(c.numerator, p.base) END AS numerator,
                               CASE WHEN NOT c.personal OR c.view = 'quota_indicator' AND c.indicator ~ '^(quota|util)' THEN c.denominator WHEN c.view = 'gender_parity' THEN round(c.denominator, 1)
                                    ELSE socu.round_count(c.denominator, p.base) END AS denominator) x;
    GET DIAGNOSTICS n = ROW_COUNT;
    DROP TABLE pg_temp.socu_report_cell;
    DROP TABLE pg_temp.socu_report_line;
    DROP TABLE pg_temp.socu_report_hidden;
    RETURN n;
END
$$;
COMMENT ON FUNCTION socu.report_publish(text, int) IS
'Makes a release of a year: all views together, rounded, small cells hidden (C) and so many others (S) that none can be found by subtraction. Returns the number of cells. Errors: 55000 without a refresh under the same conventions, P0002 for a year without figures, 23505 for a name that is taken.';
REVOKE ALL ON FUNCTION socu.report_publish(text, int) FROM PUBLIC;

DO $$
DECLARE
    v record;
BEGIN
    FOR v IN SELECT * FROM (VALUES
        ('mobility_flow', 'c.measure, c.breakdown, c.category, c.origin, c.destination'),
        ('inbound_mobility_rate', 'c.measure, c.state, c.breakdown, c.category'), ('outbound_mobility_ratio', 'c.measure, c.state, c.breakdown, c.category'),
        ('gross_outbound_enrolment_ratio', 'c.measure, c.state, c.breakdown, c.category'), ('net_flow', 'c.measure, c.state, c.breakdown, c.category'),
        ('net_flow_ratio', 'c.measure, c.state, c.breakdown, c.category'), ('mobility_balance', 'c.measure, c.state, c.breakdown, c.category'),
        ('destination_share', 'c.measure, c.state, c.breakdown, c.category'), ('origin_distribution', 'c.measure, c.breakdown, c.category, c.origin, c.destination'),
        ('gender_parity', 'c.measure, c.state, c.category AS side'), ('mobility_volume', 'c.measure, c.origin, c.destination, c.indicator, c.category AS convention, c.unit'),
        ('nomination_indicator', 'c.measure, c.origin, c.destination, c.indicator'), ('quota_indicator', 'c.category AS code, c.indicator'),
        ('institution_flow', 'c.measure, c.category AS role, c.state, c.institution'), ('network_indicator', 'c.indicator, c.unit'),
        ('mobility_concentration', 'c.measure, c.state, c.category AS side, c.indicator'), ('direction_coverage', 'c.state'),
        ('joint_programme_count', 'c.indicator AS kind, c.category AS programme_status'), ('agreement_indicator', 'c.indicator, c.unit'),
        ('agreement_coverage', 'c.breakdown AS scope, c.origin AS state, c.destination AS partner_state, c.category AS direction'), ('rating_result', 'c.indicator AS rating, c.institution')) x (name, dims) LOOP
        EXECUTE pg_catalog.format('CREATE VIEW socu.released_%1$s AS SELECT c.release, c.year, %2$s, c.value, c.numerator, c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
                                   FROM socu.report_cell c WHERE c.view = %1$L', v.name, v.dims);
        EXECUTE pg_catalog.format('COMMENT ON VIEW socu.released_%s IS %L', v.name,
            pg_catalog.format('%s as released: rounded, small cells hidden. For readers.', v.name));
    END LOOP;
END
$$;

CREATE VIEW socu.released_sdmx AS
SELECT c.release AS "RELEASE", c.view AS "DATAFLOW", 'A'::text AS "FREQ", c.year AS "TIME_PERIOD", c.indicator AS "INDICATOR", coalesce(c.measure, '_Z') AS "MEASURE",
       coalesce(c.state, c.destination, '_Z') AS "REF_AREA", coalesce(c.origin, '_Z') AS "COUNTERPART_AREA", coalesce(c.institution, '_Z') AS "INSTITUTION",
       c.breakdown AS "BREAKDOWN", c.category AS "CATEGORY", c.unit AS "UNIT_MEASURE", c.value AS "OBS_VALUE", c.lower AS "OBS_LOWER", c.upper AS "OBS_UPPER",
       CASE c.status WHEN 'Z' THEN 'M' WHEN 'X' THEN 'M' ELSE c.status END AS "OBS_STATUS", c.status AS "SOCU_STATUS", CASE c.conf WHEN 'S' THEN 'D' ELSE c.conf END AS "CONF_STATUS"
FROM socu.report_cell c;
COMMENT ON VIEW socu.released_sdmx IS 'All released cells in a long layout with the names of SDMX. The code lists of SDMX are followed for OBS_STATUS, CONF_STATUS (D: secondary confidentiality), _T, _U and _Z; it is no SDMX message.';
COMMENT ON COLUMN socu.released_sdmx."RELEASE" IS 'Name of the release.';
COMMENT ON COLUMN socu.released_sdmx."DATAFLOW" IS 'View that the cell belongs to.';
COMMENT ON COLUMN socu.released_sdmx."FREQ" IS 'A: annual.';
COMMENT ON COLUMN socu.released_sdmx."TIME_PERIOD" IS 'Reporting year.';
COMMENT ON COLUMN socu.released_sdmx."INDICATOR" IS 'The indicator.';
COMMENT ON COLUMN socu.released_sdmx."MEASURE" IS 'credit_flow, degree_stock, staff_flow, official_stock; _Z where none applies.';
COMMENT ON COLUMN socu.released_sdmx."REF_AREA" IS 'The state, or the destination of a flow.';
COMMENT ON COLUMN socu.released_sdmx."COUNTERPART_AREA" IS 'The origin of a flow.';
COMMENT ON COLUMN socu.released_sdmx."INSTITUTION" IS 'The institution; _Z where none applies.';
COMMENT ON COLUMN socu.released_sdmx."BREAKDOWN" IS 'By what it is broken down.';
COMMENT ON COLUMN socu.released_sdmx."CATEGORY" IS 'The category.';
COMMENT ON COLUMN socu.released_sdmx."UNIT_MEASURE" IS 'Unit of OBS_VALUE.';
COMMENT ON COLUMN socu.released_sdmx."OBS_VALUE" IS 'The value; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN socu.released_sdmx."OBS_LOWER" IS 'At least, for status L.';
COMMENT ON COLUMN socu.released_sdmx."OBS_UPPER" IS 'At most, for status L.';
COMMENT ON COLUMN socu.released_sdmx."OBS_STATUS" IS 'Observation status: A, E, P, B, M, N, L.';
COMMENT ON COLUMN socu.released_sdmx."SOCU_STATUS" IS 'The status with Z (not applicable) and X (in another cell) kept apart from M.';
COMMENT ON COLUMN socu.released_sdmx."CONF_STATUS" IS 'F free, C hidden, D hidden to protect another cell.';

CREATE VIEW socu.released_release AS
SELECT r.release, r.year, r.as_of, r.extracted_at, r.published_at, r.conventions FROM socu.report_release r;
COMMENT ON VIEW socu.released_release IS 'The releases, for readers: without the counts of hidden cells.';
COMMENT ON COLUMN socu.released_release.release IS 'Name of the release.';
COMMENT ON COLUMN socu.released_release.as_of IS 'Content date.';
COMMENT ON COLUMN socu.released_release.extracted_at IS 'Extraction time.';
COMMENT ON COLUMN socu.released_release.published_at IS 'When it was made.';
COMMENT ON COLUMN socu.released_release.conventions IS 'The conventions that held.';

CREATE FUNCTION socu.grant_report_reader(role_name name) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t name;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA socu TO %I', role_name);
    FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'socu'::regnamespace AND c.relkind = 'v' AND c.relname ~ '^released_' LOOP
        EXECUTE format('GRANT SELECT ON socu.%I TO %I', t, role_name);
    END LOOP;
END
$$;
COMMENT ON FUNCTION socu.grant_report_reader(name) IS
'Lets a role read the releases, and nothing that is exact: no records, roll-ups or internal views. To be called by the owner of the extension. Error: 42704 for an unknown role, 42501 without the right to grant.';

-- ===== for people =====

CREATE FUNCTION socu.report_csv(view regclass, year int) RETURNS SETOF text
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 1000
    SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' SET timezone = 'UTC'
AS $$
DECLARE
    head text;
    body text;
    where_year text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum),
           string_agg(format('CASE WHEN %1$I::text ~ %2$L OR %1$I::text IN ('''') THEN ''"'' || replace(%1$I::text, ''"'', ''""'') || ''"'' ELSE coalesce(%1$I::text, '''') END', a.attname, E'[",\r\n]'),
                      ' || '','' || ' ORDER BY a.attnum),
           max(format('WHERE %I = %s', a.attname, year)) FILTER (WHERE a.attname IN ('year', 'TIME_PERIOD'))
    INTO head, body, where_year
    FROM pg_attribute a WHERE a.attrelid = view AND a.attnum > 0 AND NOT a.attisdropped;
    IF where_year IS NULL THEN
        RAISE EXCEPTION 'relation "%" has no column "year"', view USING ERRCODE = 'undefined_column', HINT = 'Choose one of the report views, for example socu.released_mobility_flow.';
    END IF;
    RETURN NEXT replace(head, '"', '');
    RETURN QUERY EXECUTE format('SELECT x.line FROM (SELECT %s AS line FROM %s %s) x ORDER BY x.line COLLATE "C"', body, view, where_year);
END
$$;
COMMENT ON FUNCTION socu.report_csv(regclass, int) IS
'A year of a report view as CSV (RFC 4180), with a header line: psql -AtXc "SELECT socu.report_csv(''socu.released_mobility_flow'', 2025)". NULL is an empty field. Error: 42703 for a relation without a year.';

CREATE FUNCTION socu.report_number(n numeric, digits int DEFAULT 0) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(btrim(regexp_replace(reverse(regexp_replace(reverse(split_part(abs(round(n, digits))::text, '.', 1)), '([0-9]{3})(?=[0-9])', E'\\1 ', 'g')), '^', CASE WHEN n < 0 THEN '-' ELSE '' END)
                      || CASE WHEN digits > 0 THEN '.' || split_part(abs(round(n, digits))::text, '.', 2) ELSE '' END), '-');
COMMENT ON FUNCTION socu.report_number(numeric, int) IS 'A number for people: 12 345.6; NULL is a dash.';

CREATE FUNCTION socu.report_summary(year int DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path = pg_catalog, pg_temp SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    s socu.report_state;
    p socu.report_params;
    y int;
    d date;
    r record;
    t text;
    n bigint;
    o text := '';
    nl constant text := E'\n';
BEGIN
    SELECT * INTO s FROM socu.report_state;
    SELECT * INTO p FROM socu.report_convention;
    IF s.one IS NULL THEN
        RETURN 'No report yet: call socu.report_refresh() first.';
    END IF;
    y := coalesce(report_summary.year, (SELECT max(q.year) FROM socu.report_rollup q WHERE q.stays > 0), extract(year FROM s.as_of)::int);
    d := coalesce((SELECT q.on_date FROM socu.report_year q WHERE q.year = y), least(s.as_of, make_date(y, p.year_start_month, p.year_start_day) - 1));
    o := format('%s, reporting year %s (academic year %s/%s), as of %s', coalesce((SELECT b.name_en FROM socu.body b WHERE b.body = p.network), p.network), y, y - 1, y, d) || nl
         || format('Records as they stood at %s.', to_char(s.extracted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')) || nl;

    -- the network
    SELECT string_agg(format('%s %s', z.label, z.v), ', ' ORDER BY z.o) INTO t
    FROM (SELECT 1 AS o, 'institutions' AS label, socu.report_number(i.value) AS v FROM socu.network_indicator i WHERE i.year = y AND i.indicator = 'institutions'
          UNION ALL SELECT 2, 'pairs with an agreement', socu.report_number(i.value) FROM socu.network_indicator i WHERE i.year = y AND i.indicator = 'agreement_pairs'
          UNION ALL SELECT 3, 'agreements in force', socu.report_number(i.value) FROM socu.agreement_indicator i WHERE i.year = y AND i.indicator = 'agreements_in_force'
          UNION ALL SELECT 4, 'open directions', count(*)::text FROM socu.directions_as_of(d)) z;
    o := o || nl || 'NETWORK     ' || coalesce(t, 'nothing recorded') || nl;

    -- flows
    FOR r IN SELECT c.measure, CASE c.measure WHEN 'credit_flow' THEN 'EXCHANGE' WHEN 'degree_stock' THEN 'DEGREE' ELSE 'STAFF' END AS label,
                    max(v.value) FILTER (WHERE v.indicator = 'stays') AS stays, max(v.value) FILTER (WHERE v.indicator = 'persons') AS persons,
                    max(v.value) FILTER (WHERE v.indicator = 'student_months' AND v.convention = p.month_convention) AS months, max(v.value) FILTER (WHERE v.indicator = 'working_days') AS days,
                    bool_or(v.generated) AS generated
             FROM (VALUES ('credit_flow'), ('degree_stock'), ('staff_flow')) c (measure)
             LEFT JOIN socu.mobility_volume v ON v.year = y AND v.measure = c.measure AND v.origin = '_T' AND v.destination = '_T' GROUP BY c.measure ORDER BY c.measure LOOP
        o := o || rpad(r.label, 12) || CASE
             WHEN r.stays IS NULL THEN 'no records'
             WHEN r.measure = 'degree_stock' THEN format('%s students enrolled abroad for a degree on %s', socu.report_number(r.stays), make_date(y - 1, p.cutoff_month, p.cutoff_day))
             WHEN r.measure = 'staff_flow' THEN format('%s stays of %s members of staff, %s days', socu.report_number(r.stays), socu.report_number(r.persons), socu.report_number(r.days))
             ELSE format('%s stays of %s students, %s student-months', socu.report_number(r.stays), socu.report_number(r.persons), socu.report_number(r.months)) END
             || CASE WHEN r.generated THEN '  (generated rows in it)' ELSE '' END || nl;
    END LOOP;

    -- states
    SELECT string_agg(format('  %s %s %s %s %s', rpad(z.state, 3), lpad(socu.report_number(z.inbound), 9), lpad(socu.report_number(z.outbound), 9),
                             lpad(CASE WHEN z.net > 0 THEN '+' ELSE '' END || socu.report_number(z.net), 9), '  ' || coalesce(z.top, '')), nl ORDER BY z.total DESC, z.state) INTO t
    FROM (SELECT f.state, sum(f.inn) AS inbound, sum(f.ou) AS outbound, sum(f.inn) - sum(f.ou) AS net, sum(f.inn) + sum(f.ou) AS total,
                 (SELECT string_agg(format('%s %s', q.destination, socu.report_number(q.n)), ', ' ORDER BY q.n DESC, q.destination)
                  FROM (SELECT g.destination, sum(g.stays) AS n FROM socu.report_rollup g WHERE g.year = y AND g.measure = 'credit_flow' AND g.breakdown = 'total' AND g.origin = f.state
                        AND g.destination NOT IN (f.state, '_T') AND g.stays > 0
                        GROUP BY g.destination ORDER BY 2 DESC, 1 LIMIT 3) q) AS top
          FROM (SELECT q.destination AS state, q.stays AS inn, 0 AS ou FROM socu.report_rollup q
                WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'total' AND q.origin = '_T' AND q.destination <> '_T'
                UNION ALL SELECT q.origin, 0, q.stays FROM socu.report_rollup q
                WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination = '_T') f
          GROUP BY f.state ORDER BY 5 DESC, 1 LIMIT 8) z WHERE z.total > 0;
    IF t IS NOT NULL THEN
        o := o || nl || 'STATE            in       out   balance   exchange stays; goes mostly to' || nl || t || nl;
    END IF;

    -- quotas
    SELECT format('%s lines: %s seats, %s bound (%s%%), %s used (%s%%)', count(DISTINCT q.quota_id), socu.report_number(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_commitment')),
                  socu.report_number(sum(q.numerator) FILTER (WHERE q.indicator = 'quota_commitment')),
                  socu.report_number(100 * sum(q.numerator) FILTER (WHERE q.indicator = 'quota_commitment') / nullif(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_commitment'), 0), 1),
                  socu.report_number(sum(q.numerator) FILTER (WHERE q.indicator = 'quota_utilisation')),
                  socu.report_number(100 * sum(q.numerator) FILTER (WHERE q.indicator = 'quota_utilisation') / nullif(sum(q.denominator) FILTER (WHERE q.indicator = 'quota_utilisation'), 0), 1)), count(DISTINCT q.quota_id)
    INTO t, n
    FROM socu.quota_indicator q JOIN socu.quota l ON l.quota_id = q.quota_id AND l.parent_id IS NULL AND l.limited = 'limited' WHERE q.year = y;
    o := o || nl || 'QUOTAS      ' || CASE WHEN n > 0 THEN t ELSE 'no quota line with a number for this year' END || nl;
    SELECT string_agg(format('%s %s%%', z.code, round(z.value)), ', ' ORDER BY z.value DESC, z.code) INTO t
    FROM (SELECT q.code, q.value FROM socu.quota_indicator q WHERE q.year = y AND q.indicator = 'quota_commitment' AND q.value >= 90 ORDER BY q.value DESC, q.code LIMIT 4) z;
    IF t IS NOT NULL THEN
        o := o || '            nearly full: ' || t || nl;
    END IF;
    SELECT string_agg(format('%s %s%%', replace(replace(i.indicator, '_rate', ''), '_', ' '), socu.report_number(i.value, 1)), ', ' ORDER BY i.indicator) INTO t
    FROM socu.nomination_indicator i WHERE i.year = y AND i.measure = 'credit_flow' AND i.origin = '_T' AND i.destination = '_T' AND i.value IS NOT NULL;
    IF t IS NOT NULL THEN
        o := o || 'NOMINATIONS ' || t || nl;
    END IF;

    -- agreements about to end
    SELECT count(*), string_agg(format('%s (%s)', left(x.agreement, 30), x.ends_on), ', ' ORDER BY x.ends_on, x.agreement) FILTER (WHERE x.k <= 3) INTO n, t
    FROM (SELECT e.*, row_number() OVER (ORDER BY e.ends_on, e.agreement) AS k FROM socu.agreements_expiring(6, d) e) x;
    o := o || 'EXPIRING    ' || CASE WHEN n = 0 THEN 'no agreement ends within 6 months' ELSE format('%s within 6 months: %s%s', n, t, CASE WHEN n > 3 THEN ', …' ELSE '' END) END || nl;

    -- directions
    SELECT string_agg(format('%s %s', z.direction, socu.report_number(z.n)), ', ' ORDER BY z.n DESC, z.direction) INTO t
    FROM (SELECT q.category AS direction, sum(q.stays) AS n FROM socu.report_rollup q
          WHERE q.year = y AND q.measure = 'credit_flow' AND q.breakdown = 'direction' AND q.category <> '_U' AND q.origin = '_T' AND q.destination = '_T'
          GROUP BY q.category HAVING sum(q.stays) > 0 ORDER BY 2 DESC, 1 LIMIT 8) z;
    o := o || 'DIRECTIONS  ' || coalesce(t, 'no stay has a direction') || nl;
    SELECT string_agg(x.direction, ', ' ORDER BY x.direction) INTO t
    FROM socu.directions_as_of(d) x WHERE NOT EXISTS (SELECT FROM socu.report_rollup q WHERE q.year = y AND q.breakdown = 'direction' AND q.category = x.direction AND q.stays > 0);
    IF t IS NOT NULL THEN
        o := o || '            without a stay: ' || t || nl;
    END IF;

    -- what is missing
    SELECT string_agg(z.w, nl || '            ' ORDER BY z.o) INTO t FROM (
        SELECT 1 AS o, format('%s records of a kind that is counted nowhere: %s', sum(q.records), string_agg(DISTINCT q.category, ', ')) AS w FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.measure = 'unknown' AND q.breakdown = 'kind' AND q.origin <> '_T' AND q.destination <> '_T' HAVING count(*) > 0
        UNION ALL SELECT 1, format('%s records of impossible days, counted nowhere: mobility %s', count(*),
                         string_agg(u.mobility_id::text, ', ' ORDER BY u.mobility_id) FILTER (WHERE u.n <= 5) || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END)
                  FROM (SELECT x.mobility_id, row_number() OVER (ORDER BY x.mobility_id) AS n FROM socu.report_unplaced x) u HAVING count(*) > 0
        UNION ALL SELECT 2, format('%s stays without a direction', socu.report_number(sum(q.stays))) FROM socu.report_rollup q
                  WHERE q.year = y AND q.breakdown = 'direction' AND q.category = '_U' AND q.origin <> '_T' AND q.destination <> '_T' AND q.stays > 0 HAVING count(*) > 0
        UNION ALL SELECT 3, format('%s stays without an agreement in force', socu.report_number(sum(q.arrived - q.covered))) FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination <> '_T' AND q.arrived > q.covered HAVING count(*) > 0
        UNION ALL SELECT 4, format('%s nominations await a decision, %s accepted persons an arrival', socu.report_number(sum(q.pending)), socu.report_number(sum(q.awaited))) FROM socu.report_rollup q
                  WHERE q.base_year = y AND q.breakdown = 'total' AND q.origin <> '_T' AND q.destination <> '_T' HAVING sum(q.pending) + sum(q.awaited) > 0
        UNION ALL SELECT 5, format('%s reports of coordinators outstanding', count(*)) FROM socu.reports_due(d) HAVING count(*) > 0
        UNION ALL SELECT 6, format('no official enrolment: %s', string_agg(m.state, ', ' ORDER BY m.state)) FROM socu.states_as_of(d) m
                  WHERE m.status = 'member' AND NOT EXISTS (SELECT FROM socu.official_count c WHERE c.state = m.state AND c.year = y AND c.measure = 'enrolled') HAVING count(*) > 0) z;
    o := o || 'MISSING     ' || coalesce(t, 'nothing') || nl;
    RETURN rtrim(o, nl);
END
$$;
COMMENT ON FUNCTION socu.report_summary(int) IS
'One screen for a coordinator or rector: network, flows, balance of the states, quotas, agreements about to end, directions, and what is missing. NULL: the latest year with a stay. Exact and internal: not for publication. Speaks of the last report_refresh().';
REVOKE ALL ON FUNCTION socu.report_summary(int) FROM PUBLIC;

-- Columns that mean the same in every view.
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT a.attrelid, a.attname, w.words
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
        JOIN (VALUES ('release', 'Name of the release.'), ('year', 'Reporting year: the calendar year in which the academic year ends.'),
                     ('measure', 'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), official_stock (persons, by offices). Never added.'),
                     ('breakdown', 'By what it is broken down: total, direction, kind, level, field, sex.'),
                     ('category', 'The category; _T total, _U not specified.'),
                     ('origin', 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.'),
                     ('destination', 'State of destination, ISO 3166 alpha-2; _T all.'),
                     ('state', 'The state, ISO 3166 alpha-2.'), ('institution', 'The institution; _U not specified.'), ('direction', 'Direction of study; _T all, _U not specified.'),
                     ('sending_institution', 'Sending institution; _U not specified.'), ('receiving_institution', 'Receiving institution; _U not specified.'),
                     ('agreement', 'The agreement.'), ('quota_id', 'Key of the quota line.'), ('code', 'Name of the quota line.'),
                     ('indicator', 'The indicator.'), ('unit', 'Unit of value.'), ('side', 'Side: inbound or outbound, origins or destinations.'),
                     ('role', 'origin or destination.'), ('convention', 'How months are counted.'), ('kind', 'Kind of programme.'), ('programme_status', 'Status of the programmes.'),
                     ('scope', 'states or direction.'), ('partner_state', 'The other state.'), ('rating', 'The rating.'),
                     ('value', 'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.'),
                     ('numerator', 'What stands above the line, in its unit.'), ('denominator', 'What stands below the line, in its unit.'),
                     ('lower', 'At least, where the value is bounded (status L).'), ('upper', 'At most, where the value is bounded (status L); NULL = not known.'),
                     ('status', 'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another cell, L bounded.'),
                     ('conf', 'F free, C hidden or to be hidden (small), S hidden to protect another cell.'),
                     ('generated', 'True if rows of the generator are in it; NULL where no records are.'),
                     ('origin_basis', 'How origin is determined: prior_education, residence, citizenship, institution (that sends), unknown, mixed (definition differs).'),
                     ('inbound', 'Persons or stays from abroad.'), ('outbound', 'Persons or stays abroad.'), ('enrolled', 'All tertiary students in the state (persons).'),
                     ('population', 'Population of tertiary age (persons).'),
                     ('total', 'Sum of inbound over all destinations (persons or stays).')) w (attname, words)
          ON w.attname = pg_catalog.regexp_replace(a.attname, '^(inbound|outbound|enrolled|population|total)_(lower|upper|status)$', E'\\2')
        WHERE r.relnamespace = 'socu'::regnamespace AND r.relkind IN ('v', 'r') AND a.attnum > 0 AND NOT a.attisdropped
          AND (r.relkind = 'v' OR r.relname = 'report_cell') AND pg_catalog.col_description(a.attrelid, a.attnum) IS NULL
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
    -- views that repeat a table's columns say the same
    FOR c IN
        SELECT a.attrelid, a.attname, pg_catalog.col_description(b.attrelid, b.attnum) AS words
        FROM (VALUES ('socu.report_convention'::regclass, 'socu.report_params'::regclass), ('socu.official_series', 'socu.official_count'), ('socu.released_release', 'socu.report_release')) x (v, t)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = x.v AND a.attnum > 0
        JOIN pg_catalog.pg_attribute b ON b.attrelid = x.t AND b.attname = a.attname
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
END
$$;
