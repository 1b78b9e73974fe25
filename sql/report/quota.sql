-- report/quota: what becomes of nominations, and how quotas are used.

CREATE OR REPLACE VIEW nomination_indicator AS
WITH cells AS (
    SELECT r.year, r.measure, r.origin, r.destination, sum(r.accepted) AS accepted, sum(r.rejected) AS rejected,
           sum(r.cancelled) AS cancelled, sum(r.arrived) AS arrived,
           sum(r.early_returns) AS early_returns, sum(r.awaited) AS awaited, sum(r.covered) AS covered,
           bool_or(r.generated) AS generated
    FROM report_rollup r WHERE r.breakdown = 'total' AND r.records > 0 AND r.measure <> 'unknown'
         AND (r.origin <> r.destination OR r.origin = '_T')
    GROUP BY r.year, r.measure, r.origin, r.destination)
SELECT c.year, c.measure, c.origin, c.destination, x.indicator, CASE WHEN x.ready THEN r.value END AS value,
       x.num AS numerator, x.den AS denominator, r.lower, r.upper,
       CASE WHEN x.ready THEN r.status ELSE 'Z' END AS status,
       CASE WHEN x.num > 0 AND x.num < v.min_cell OR x.den < v.min_denominator AND x.den > 0 THEN 'C'
            ELSE 'F' END AS conf, c.generated
FROM cells c CROSS JOIN report_convention v
CROSS JOIN LATERAL (VALUES
    ('acceptance_rate', c.accepted, c.accepted + c.rejected, true),
    ('cancellation_rate', c.cancelled, c.accepted, true),
    ('no_show_rate', c.accepted - c.cancelled - c.arrived, c.accepted - c.cancelled, c.awaited = 0),
    ('early_return_rate', c.early_returns, c.arrived, true),
    ('agreement_coverage_of_flows', c.covered, c.arrived, true)) x (indicator, num, den, ready)
CROSS JOIN LATERAL socu.rate_of(x.num, NULL, NULL, CASE x.num WHEN 0 THEN 'N' ELSE 'A' END, x.den, NULL, NULL,
                                CASE x.den WHEN 0 THEN 'N' ELSE 'A' END) r;
COMMENT ON VIEW nomination_indicator IS
'What became of the nominations whose stays begin in the year, by origin and destination (_T = all).';
COMMENT ON COLUMN nomination_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN nomination_indicator.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN nomination_indicator.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN nomination_indicator.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN nomination_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN nomination_indicator.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN nomination_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN nomination_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN nomination_indicator.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN nomination_indicator.indicator IS
'acceptance_rate = 100 x accepted / decided; cancellation_rate = 100 x cancelled / ever accepted; no_show_rate = 100 x '
'(accepted - cancelled - arrived) / (accepted - cancelled), not applicable before the arrival deadline; '
'early_return_rate = 100 x early returns / arrived; agreement_coverage_of_flows = 100 x arrived under an agreement in '
'force on the first day / arrived.';
COMMENT ON COLUMN nomination_indicator.value IS 'The rate; unit: %.';
COMMENT ON COLUMN nomination_indicator.numerator IS 'Nominations or stays above the line (stays).';
COMMENT ON COLUMN nomination_indicator.denominator IS 'Nominations or stays below the line (stays).';

CREATE OR REPLACE VIEW quota_indicator AS
SELECT y.year, q.quota_id, q.code, x.indicator, CASE WHEN x.ready THEN r.value END AS value, x.num AS numerator,
       x.den AS denominator, r.lower, r.upper,
       CASE WHEN x.ready THEN r.status ELSE 'Z' END AS status,
       CASE WHEN x.num > 0 AND x.num < v.min_cell OR x.den > 0 AND x.den < v.min_denominator THEN 'C'
            ELSE 'F' END AS conf
FROM quota q CROSS JOIN report_convention v
CROSS JOIN LATERAL (
    -- a line belongs to the years whose stays it counted, else to those that its validity reaches into
    SELECT c.base_year AS year FROM report_rollup_quota c WHERE c.quota_id = q.quota_id
    UNION SELECT socu.reporting_year(lower(q.validity), q.receiving_state, q.receiving_institution,
                                     v.year_start_month, v.year_start_day) WHERE NOT lower_inf(q.validity)) y
LEFT JOIN report_rollup_quota c ON c.quota_id = q.quota_id AND c.base_year = y.year
CROSS JOIN LATERAL (SELECT coalesce(c.pending, 0) AS pending, coalesce(c.accepted, 0) AS accepted,
                           coalesce(c.rejected, 0) AS rejected, coalesce(c.cancelled, 0) AS cancelled,
                           coalesce(c.arrived, 0) AS arrived, coalesce(c.early_returns, 0) AS early_returns,
                           coalesce(c.awaited, 0) AS awaited,
                           CASE v.month_convention WHEN 'm30e360' THEN c.days_360 / 30.0
                                WHEN 'calendar' THEN c.days / (365.25 / 12) ELSE c.days / 30.0 END AS months) n
CROSS JOIN LATERAL (VALUES
    ('quota_commitment',
     CASE WHEN q.unit IN ('seats', 'stays', 'persons') THEN n.accepted - n.cancelled + n.pending END::numeric,
     q.effective_limit, q.limited = 'limited'),
    ('quota_utilisation', CASE WHEN q.unit IN ('seats', 'stays', 'persons') THEN n.arrived END, q.effective_limit,
     q.limited = 'limited'),
    ('utilisation_in_months', CASE WHEN q.unit = 'months' THEN coalesce(n.months, 0) END, q.effective_limit,
     q.limited = 'limited'),
    ('acceptance_rate', n.accepted, (n.accepted + n.rejected)::numeric, true),
    ('cancellation_rate', n.cancelled, n.accepted, true), ('no_show_rate', n.accepted - n.cancelled - n.arrived,
                                                           n.accepted - n.cancelled, n.awaited = 0),
                                                           ('early_return_rate', n.early_returns, n.arrived,
                                                            true)) x (indicator, num, den, ready)
CROSS JOIN LATERAL socu.rate_of(x.num, NULL, NULL, CASE x.num WHEN 0 THEN 'N' ELSE 'A' END, x.den, NULL, NULL,
                                CASE x.den WHEN 0 THEN 'N' ELSE 'A' END) r
WHERE q.status <> 'draft' AND NOT q.balance AND x.num IS NOT NULL;
COMMENT ON VIEW quota_indicator IS
'How each quota line is used: commitment, utilisation and what became of its nominations. Lines without a stated '
'number have no commitment and no utilisation (Z). Balance lines are in agreement_balance.';
COMMENT ON COLUMN quota_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN quota_indicator.quota_id IS 'Key of the quota line.';
COMMENT ON COLUMN quota_indicator.code IS 'Name of the quota line.';
COMMENT ON COLUMN quota_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN quota_indicator.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN quota_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN quota_indicator.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN quota_indicator.indicator IS
'quota_commitment = 100 x (accepted - cancelled + pending) / seats; quota_utilisation = 100 x arrived / seats; '
'utilisation_in_months = 100 x months of those arrived / months agreed (lines in months); acceptance, cancellation, '
'no-show and early return rate as in nomination_indicator.';
COMMENT ON COLUMN quota_indicator.value IS 'The rate; unit: % (may exceed 100 when over-booked).';
COMMENT ON COLUMN quota_indicator.numerator IS 'Stays or months above the line.';
COMMENT ON COLUMN quota_indicator.denominator IS 'Seats, stays or months below the line.';
