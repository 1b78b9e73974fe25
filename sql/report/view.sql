-- report/view: which views there are, and how each is published.  A new view is a row here: report_observation, the
-- released_ views, report_publish() and grant_report_reader() read them.

CREATE OR REPLACE VIEW report_view AS
SELECT v.view, v.dims, v.personal, v.additive, v.turns_back, v.numerator_is, v.denominator_is
FROM (VALUES
    ('agreement_indicator'::text, 'indicator, unit'::text, false, false, NULL::text, 'count'::text, 'base'::text),
    ('agreement_coverage',
     'breakdown AS scope, origin AS state, destination AS partner_state, category AS direction',
     false, false, NULL, 'count', 'base'),
    ('destination_share', 'measure, state, breakdown, category', true, false, 'state', 'count', 'base'),
    ('direction_coverage', 'state', false, false, NULL, 'count', 'base'),
    ('gender_parity', 'measure, state, category AS side', true, false, 'sex', 'rate', 'rate'),
    ('gross_outbound_enrolment_ratio', 'measure, state, breakdown, category', true, false, 'state', 'count', 'base'),
    ('inbound_mobility_rate', 'measure, state, breakdown, category', true, false, 'state', 'count', 'base'),
    ('institution_flow', 'measure, category AS role, state, institution', true, true, NULL, 'count', 'base'),
    ('joint_programme_count', 'indicator AS kind, category AS programme_status', false, false, NULL, 'count', 'base'),
    ('mobility_balance', 'measure, state, breakdown, category', true, false, 'state', 'count', 'count'),
    ('mobility_concentration', 'measure, state, category AS side, indicator', true, false, 'side', 'exact', 'base'),
    ('mobility_flow', 'measure, breakdown, category, origin, destination', true, true, NULL, 'count', 'base'),
    ('mobility_volume', 'measure, origin, destination, indicator, category AS convention, unit',
     true, false, 'pair', 'count', 'base'),
    ('net_flow', 'measure, state, breakdown, category', true, false, 'state', 'count', 'count'),
    ('net_flow_ratio', 'measure, state, breakdown, category', true, false, 'state', 'count', 'base'),
    ('network_indicator', 'indicator, unit', false, false, NULL, 'count', 'base'),
    ('nomination_indicator', 'measure, origin, destination, indicator', true, false, 'pair', 'count', 'base'),
    ('origin_distribution', 'measure, breakdown, category, origin, destination',
     true, false, 'origin', 'count', 'base'),
    ('outbound_mobility_ratio', 'measure, state, breakdown, category', true, false, 'state', 'count', 'base'),
    ('quota_indicator', 'category AS code, indicator', true, false, NULL, 'count', 'seats'),
    ('rating_result', 'indicator AS rating, institution', false, false, NULL, 'count', 'base'))
    v (view, dims, personal, additive, turns_back, numerator_is, denominator_is);
COMMENT ON VIEW report_view IS
'The views that make up report_observation, and how each is published.';
COMMENT ON COLUMN report_view.view IS 'Name of the view; as released it is released_VIEW.';
COMMENT ON COLUMN report_view.dims IS
'Columns of report_cell in the released view, before the value. X AS Y: the view calls Y what a cell calls X.';
COMMENT ON COLUMN report_view.personal IS
'It counts persons: rounded, small cells hidden. False: institutions and documents are no persons.';
COMMENT ON COLUMN report_view.additive IS
'Its values are counts that add up, so that a hidden one could be found by subtraction.';
COMMENT ON COLUMN report_view.turns_back IS
'Which hidden flow one of its values could be turned back into: that of the state (in or out), of the origin or its '
'total (origin), of the same two states (pair), of the state on this side (side), or of the state by sex (sex). NULL: '
'none, or its own.';
COMMENT ON COLUMN report_view.numerator_is IS 'count (persons), rate (per cent) or exact (no persons).';
COMMENT ON COLUMN report_view.denominator_is IS
'base (persons over which a rate is taken), count (persons), rate (per cent), or seats (seats where the indicator is a '
'share of a quota, else persons).';
