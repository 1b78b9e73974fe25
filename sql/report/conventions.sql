-- report/conventions: thresholds and conventions of the reports.
--
-- Reports are statistics of mobility and cooperation, as views:
-- records -> report_refresh() -> roll-ups -> views (exact, internal) -> report_publish() -> released_* views
-- (rounded, small cells hidden).
-- Codes as in SDMX: _T is the total, _U not specified. Status: A normal, E estimated, P provisional, B break,
-- M missing, N true zero, Z not applicable, X in another cell, L lower bound. conf: F free, C hidden (small), S hidden
-- (to protect another).

COMMENT ON TABLE report_params IS
'Thresholds, conventions and cut-offs of the reports. A site''s row goes before a shipped one of the same name; SET '
'socu.report_params = ''name'' chooses another set.';
COMMENT ON COLUMN report_params.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN report_params.source IS 'Where the fact stands.';
COMMENT ON COLUMN report_params.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN report_params.params IS 'Name of the set.';
COMMENT ON COLUMN report_params.min_cell IS
'Counts above 0 and below this are marked C in the exact views: not for other eyes.';
COMMENT ON COLUMN report_params.min_denominator IS 'Releases have no rate over a smaller printed count.';
COMMENT ON COLUMN report_params.min_stay_months IS
'A long stay, and credit mobility in the EU sense, is at least this long (months).';
COMMENT ON COLUMN report_params.min_credits IS
'Credit mobility in the EU sense brings at least so many credits (ECTS), or lasts min_stay_months.';
COMMENT ON COLUMN report_params.month_convention IS 'days30, m30e360 or calendar: see stay_months().';
COMMENT ON COLUMN report_params.year_start_month IS
'First month of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN report_params.year_start_day IS
'First day of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN report_params.cutoff_month IS
'Month of the cut-off date of stocks, in the calendar year before the reporting year.';
COMMENT ON COLUMN report_params.cutoff_day IS 'Day of the cut-off date of stocks.';
COMMENT ON COLUMN report_params.arrival_days IS
'An accepted person who is not there so many days after the start has not come (days).';
COMMENT ON COLUMN report_params.active_years IS
'An agreement is active if a stay under it began within so many years (years).';
COMMENT ON COLUMN report_params.parity_low IS 'Lower end of the band of gender parity (ratio).';
COMMENT ON COLUMN report_params.parity_high IS 'Upper end of the band of gender parity (ratio).';
COMMENT ON COLUMN report_params.method IS
'How releases print counts: rr5, ckm or hesa5, see socu.report_print().';
COMMENT ON COLUMN report_params.network IS 'The network that is reported on: a body of the registry.';

CREATE OR REPLACE VIEW report_convention AS
SELECT p.* FROM report_params p
WHERE p.params = coalesce(nullif(pg_catalog.current_setting('socu.report_params', true), ''), 'default')
ORDER BY p.shipped LIMIT 1;
COMMENT ON VIEW report_convention IS 'The row of report_params that holds in this session.';
COMMENT ON COLUMN report_convention.params IS 'Name of the set.';
COMMENT ON COLUMN report_convention.min_cell IS
'Counts above 0 and below this are marked C in the exact views: not for other eyes.';
COMMENT ON COLUMN report_convention.min_denominator IS 'Releases have no rate over a smaller printed count.';
COMMENT ON COLUMN report_convention.min_stay_months IS
'A long stay, and credit mobility in the EU sense, is at least this long (months).';
COMMENT ON COLUMN report_convention.min_credits IS
'Credit mobility in the EU sense brings at least so many credits (ECTS), or lasts min_stay_months.';
COMMENT ON COLUMN report_convention.month_convention IS 'days30, m30e360 or calendar: see stay_months().';
COMMENT ON COLUMN report_convention.year_start_month IS
'First month of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN report_convention.year_start_day IS
'First day of the reporting year where academic_calendar has none.';
COMMENT ON COLUMN report_convention.cutoff_month IS
'Month of the cut-off date of stocks, in the calendar year before the reporting year.';
COMMENT ON COLUMN report_convention.cutoff_day IS 'Day of the cut-off date of stocks.';
COMMENT ON COLUMN report_convention.arrival_days IS
'An accepted person who is not there so many days after the start has not come (days).';
COMMENT ON COLUMN report_convention.active_years IS
'An agreement is active if a stay under it began within so many years (years).';
COMMENT ON COLUMN report_convention.parity_low IS 'Lower end of the band of gender parity (ratio).';
COMMENT ON COLUMN report_convention.parity_high IS 'Upper end of the band of gender parity (ratio).';
COMMENT ON COLUMN report_convention.method IS
'How releases print counts: rr5, ckm or hesa5, see socu.report_print().';
COMMENT ON COLUMN report_convention.network IS 'The network that is reported on: a body of the registry.';
COMMENT ON COLUMN report_convention.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN report_convention.source IS 'Where the fact stands.';
COMMENT ON COLUMN report_convention.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON TABLE mobility_kind IS
'As what a kind of mobility is counted. A kind without a row is counted nowhere and shown as missing. A site''s row '
'goes before a shipped one.';
COMMENT ON COLUMN mobility_kind.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN mobility_kind.source IS 'Where the fact stands.';
COMMENT ON COLUMN mobility_kind.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN mobility_kind.kind IS 'Word in mobility.kind.';
COMMENT ON COLUMN mobility_kind.measure IS
'credit_flow (stays begun in the year), degree_stock (enrolled on the cut-off date) or staff_flow (stays of staff '
'begun in the year). Measures are never added.';
COMMENT ON COLUMN mobility_kind.description IS 'What the kind is.';

CREATE OR REPLACE FUNCTION is_credit_mobile(months numeric, credits numeric) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT months >= p.min_stay_months OR credits >= p.min_credits FROM report_convention p;
END;
COMMENT ON FUNCTION is_credit_mobile(numeric, numeric) IS
'Does a stay reach the EU threshold of credit mobility: months or credits (ECTS) of report_params? NULL if neither is '
'known to be enough and one is unknown.';
