-- report/observation: all indicators as one long table.

-- One arm for each view whose rows report_view lists.
CREATE OR REPLACE VIEW report_observation AS
SELECT 'agreement_coverage'::text AS view, o.year AS year, 'agreement_coverage'::text AS indicator,
       NULL::text AS measure, '%'::text AS unit, o.scope AS breakdown, coalesce(o.direction, '_T') AS category,
       o.state AS origin, o.partner_state AS destination, NULL::text AS state, NULL::text AS institution,
       o.value AS value, o.numerator AS numerator, o.denominator AS denominator, NULL::numeric AS lower,
       NULL::numeric AS upper, o.status AS status, o.conf AS conf, NULL::boolean AS generated
FROM agreement_coverage o
UNION ALL
SELECT 'agreement_indicator'::text, o.year, o.indicator, NULL::text, o.unit, 'total'::text, '_T'::text, NULL::text,
       NULL::text, NULL::text, NULL::text, o.value, o.numerator, o.denominator, NULL::numeric, NULL::numeric,
       o.status, o.conf, NULL::boolean
FROM agreement_indicator o
UNION ALL
SELECT 'direction_coverage'::text, o.year, 'direction_coverage'::text, NULL::text, '%'::text, 'total'::text,
       '_T'::text, NULL::text, NULL::text, o.state, NULL::text, o.value, o.numerator, o.denominator,
       NULL::numeric, NULL::numeric, o.status, o.conf, NULL::boolean
FROM direction_coverage o
UNION ALL
SELECT 'gender_parity'::text, o.year, 'gender_parity_index'::text, o.measure, 'ratio'::text, 'side'::text,
       coalesce(o.side, '_T'), NULL::text, NULL::text, o.state, NULL::text, o.value, o.numerator, o.denominator,
       o.lower, o.upper, o.status, o.conf, o.generated
FROM gender_parity o
UNION ALL
SELECT 'institution_flow'::text, o.year, o.measure, o.measure,
       CASE WHEN o.measure IN ('credit_flow', 'staff_flow') THEN 'stays' ELSE 'persons' END, 'role'::text,
       coalesce(o.role, '_T'), NULL::text, NULL::text, o.state, o.institution, o.value, NULL::numeric,
       NULL::numeric, NULL::numeric, NULL::numeric, o.status, o.conf, o.generated
FROM institution_flow o WHERE o.direction = '_T'
UNION ALL
SELECT 'joint_programme_count'::text, o.year, o.kind, NULL::text, 'programmes'::text, 'status'::text,
       coalesce(o.programme_status, '_T'), NULL::text, NULL::text, NULL::text, NULL::text, o.value,
       NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, o.status, o.conf, NULL::boolean
FROM joint_programme_count o
UNION ALL
SELECT 'mobility_concentration'::text, o.year, o.indicator, o.measure,
       CASE o.indicator WHEN 'effective_number' THEN 'states' ELSE 'ratio' END, 'side'::text,
       coalesce(o.side, '_T'), NULL::text, NULL::text, o.state, NULL::text, o.value, o.numerator, o.denominator,
       o.lower, o.upper, o.status, o.conf, o.generated
FROM mobility_concentration o
UNION ALL
SELECT 'mobility_flow'::text, o.year, o.measure, o.measure,
       CASE WHEN o.measure IN ('credit_flow', 'staff_flow') THEN 'stays' ELSE 'persons' END, o.breakdown,
       coalesce(o.category, '_T'), o.origin, o.destination, NULL::text, NULL::text, o.value, NULL::numeric,
       NULL::numeric, o.lower, o.upper, o.status, o.conf, o.generated
FROM mobility_flow o
UNION ALL
SELECT 'mobility_volume'::text, o.year, o.indicator, o.measure, o.unit, 'convention'::text,
       coalesce(o.convention, '_T'), o.origin, o.destination, NULL::text, NULL::text, o.value, o.numerator,
       o.denominator, o.lower, o.upper, o.status, o.conf, o.generated
FROM mobility_volume o
UNION ALL
SELECT 'network_indicator'::text, o.year, o.indicator, NULL::text, o.unit, 'total'::text, '_T'::text, NULL::text,
       NULL::text, NULL::text, NULL::text, o.value, o.numerator, o.denominator, NULL::numeric, NULL::numeric,
       o.status, o.conf, NULL::boolean
FROM network_indicator o
UNION ALL
SELECT 'nomination_indicator'::text, o.year, o.indicator, o.measure, '%'::text, 'total'::text, '_T'::text, o.origin,
       o.destination, NULL::text, NULL::text, o.value, o.numerator, o.denominator, o.lower, o.upper, o.status,
       o.conf, o.generated
FROM nomination_indicator o
UNION ALL
SELECT 'origin_distribution'::text, o.year, 'origin_distribution'::text, o.measure, '%'::text, o.breakdown,
       coalesce(o.category, '_T'), o.origin, o.destination, NULL::text, NULL::text, o.value, o.numerator,
       o.denominator, o.lower, o.upper, o.status, o.conf, o.generated
FROM origin_distribution o
UNION ALL
SELECT 'quota_indicator'::text, o.year, o.indicator, NULL::text, '%'::text, 'quota'::text, coalesce(o.code, '_T'),
       NULL::text, NULL::text, NULL::text, NULL::text, o.value, o.numerator, o.denominator, o.lower, o.upper,
       o.status, o.conf, NULL::boolean
FROM quota_indicator o
UNION ALL
SELECT 'rating_result'::text, o.year, o.rating, NULL::text, 'points'::text, 'total'::text, '_T'::text, NULL::text,
       NULL::text, NULL::text, o.institution, o.value, NULL::numeric, NULL::numeric, NULL::numeric,
       NULL::numeric, o.status, o.conf, NULL::boolean
FROM rating_result o
UNION ALL
SELECT o.indicator, o.year, o.indicator, o.measure, o.unit, o.breakdown, coalesce(o.category, '_T'), NULL::text,
       NULL::text, o.state, NULL::text, o.value, o.numerator, o.denominator, o.lower, o.upper, o.status, o.conf,
       o.generated
FROM state_indicator o;
COMMENT ON VIEW report_observation IS
'All indicators in one long form: what a release is made of. Exact and internal.';
COMMENT ON COLUMN report_observation.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN report_observation.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN report_observation.unit IS 'Unit of value.';
COMMENT ON COLUMN report_observation.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN report_observation.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN report_observation.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN report_observation.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN report_observation.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN report_observation.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN report_observation.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN report_observation.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN report_observation.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN report_observation.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN report_observation.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN report_observation.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN report_observation.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN report_observation.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN report_observation.view IS 'View that the row comes from.';
COMMENT ON COLUMN report_observation.indicator IS 'The indicator.';
