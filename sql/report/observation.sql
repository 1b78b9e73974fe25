-- report/observation: all indicators as one long table.

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
