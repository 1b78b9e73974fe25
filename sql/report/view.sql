-- report/view: which views there are, and how each is published.  A new view is a row here: report_publish() and
-- grant_report_reader() read them.

CREATE OR REPLACE VIEW report_view AS
SELECT v.view, v.dims, v.personal, v.kept_back
FROM (VALUES
    ('agreement_indicator'::text, 'indicator, unit'::text, false, '{active_agreement_share}'::text[]),
    ('agreement_coverage',
     'breakdown AS scope, origin AS state, destination AS partner_state, category AS direction', false, '{}'),
    ('destination_share', 'measure, state, breakdown, category', true, '{}'),
    ('gender_parity', 'measure, state, category AS side', true, '{}'),
    ('gross_outbound_enrolment_ratio', 'measure, state, breakdown, category', true, '{}'),
    ('inbound_mobility_rate', 'measure, state, breakdown, category', true, '{}'),
    ('institution_flow', 'measure, category AS role, state, institution', true, '{}'),
    ('joint_programme_count', 'indicator AS kind, category AS programme_status', false, '{}'),
    ('mobility_balance', 'measure, state, breakdown, category', true, '{}'),
    ('mobility_concentration', 'measure, state, category AS side, indicator', true, '{}'),
    ('mobility_flow', 'measure, breakdown, category, origin, destination', true, '{}'),
    ('mobility_volume', 'measure, origin, destination, indicator, category AS convention, unit', true, '{}'),
    ('net_flow', 'measure, state, breakdown, category', true, '{}'),
    ('net_flow_ratio', 'measure, state, breakdown, category', true, '{}'),
    ('network_indicator', 'indicator, unit', false, '{directed_density,network_reciprocity}'),
    ('nomination_indicator', 'measure, origin, destination, indicator', true, '{}'),
    ('origin_distribution', 'measure, breakdown, category, origin, destination', true, '{}'),
    ('outbound_mobility_ratio', 'measure, state, breakdown, category', true, '{}'),
    ('quota_indicator', 'category AS code, indicator', true, '{}'),
    ('rating_result', 'indicator AS rating, institution', false, '{}')) v (view, dims, personal, kept_back);
COMMENT ON VIEW report_view IS 'The views that are published, and how.';
COMMENT ON COLUMN report_view.view IS 'Name of the view; as released it is released_VIEW.';
COMMENT ON COLUMN report_view.dims IS
'Columns of report_cell in the released view, before the value. X AS Y: the view calls Y what a cell calls X.';
COMMENT ON COLUMN report_view.personal IS
'It counts persons: computed from printed counts, but for official figures, which are public. False: institutions and '
'documents are no persons, and are released as they are.';
COMMENT ON COLUMN report_view.kept_back IS
'Indicators of it that are not released, because they tell whether there is a single stay.';
