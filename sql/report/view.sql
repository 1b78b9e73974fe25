-- report/view: which views there are, and how each is published.  A new view is a row here: report_observation, the
-- released_ views, report_publish() and grant_report_reader() read them.

CREATE TABLE socu.report_view (
    view text COLLATE "C" PRIMARY KEY,
    taken_from text COLLATE "C" NOT NULL,
    dims text NOT NULL,
    indicator text,
    unit text,
    breakdown text NOT NULL DEFAULT 'total',
    rows text NOT NULL DEFAULT 'true',
    personal boolean NOT NULL DEFAULT true,
    additive boolean NOT NULL DEFAULT false,
    turns_back text CHECK (turns_back IN ('state', 'origin', 'pair', 'side', 'sex')),
    numerator_is text NOT NULL DEFAULT 'count' CHECK (numerator_is IN ('count', 'rate', 'exact')),
    denominator_is text NOT NULL DEFAULT 'base' CHECK (denominator_is IN ('base', 'count', 'rate', 'seats'))
);
COMMENT ON TABLE socu.report_view IS
'The views that make up report_observation, and how each is published. Comes with the extension.';
COMMENT ON COLUMN socu.report_view.view IS 'Name of the view; as released it is released_VIEW.';
COMMENT ON COLUMN socu.report_view.taken_from IS
'The view that report_observation reads: itself, or state_indicator, whose column indicator names the view.';
COMMENT ON COLUMN socu.report_view.dims IS
'Columns of report_cell in the released view, before the value. X AS Y: the view calls Y what a cell calls X.';
COMMENT ON COLUMN socu.report_view.indicator IS
'Expression for the indicator where the view has no such column; NULL = its name.';
COMMENT ON COLUMN socu.report_view.unit IS 'Expression for the unit where the view has no such column.';
COMMENT ON COLUMN socu.report_view.breakdown IS 'Breakdown of its rows where the view has no such column.';
COMMENT ON COLUMN socu.report_view.rows IS 'Condition on the rows that are observations.';
COMMENT ON COLUMN socu.report_view.personal IS
'It counts persons: rounded, small cells hidden. False: institutions and documents are no persons.';
COMMENT ON COLUMN socu.report_view.additive IS
'Its values are counts that add up, so that a hidden one could be found by subtraction.';
COMMENT ON COLUMN socu.report_view.turns_back IS
'Which hidden flow one of its values could be turned back into: that of the state (in or out), of the origin or its '
'total (origin), of the same two states (pair), of the state on this side (side), or of the state by sex (sex). NULL: '
'none, or its own.';
COMMENT ON COLUMN socu.report_view.numerator_is IS 'count (persons), rate (per cent) or exact (no persons).';
COMMENT ON COLUMN socu.report_view.denominator_is IS
'base (persons over which a rate is taken), count (persons), rate (per cent), or seats (seats where the indicator is a '
'share of a quota, else persons).';

INSERT INTO socu.report_view (view, taken_from, dims, turns_back, denominator_is)
SELECT s.view, 'state_indicator', 'measure, state, breakdown, category', 'state', s.denominator_is
FROM (VALUES
    ('inbound_mobility_rate', 'base'),
    ('outbound_mobility_ratio', 'base'),
    ('gross_outbound_enrolment_ratio', 'base'),
    ('net_flow', 'count'),
    ('net_flow_ratio', 'base'),
    ('mobility_balance', 'count'),
    ('destination_share', 'base')) s
     (view, denominator_is);

INSERT INTO socu.report_view (view, taken_from, dims, indicator, unit, breakdown, rows, additive) VALUES
    ('mobility_flow', 'mobility_flow', 'measure, breakdown, category, origin, destination', 'o.measure',
     'CASE WHEN o.measure IN (''credit_flow'', ''staff_flow'') THEN ''stays'' ELSE ''persons'' END', 'total',
     'true', true),
    ('institution_flow', 'institution_flow', 'measure, category AS role, state, institution', 'o.measure',
     'CASE WHEN o.measure IN (''credit_flow'', ''staff_flow'') THEN ''stays'' ELSE ''persons'' END', 'role',
     'o.direction = ''_T''', true);

INSERT INTO socu.report_view (view, taken_from, dims, indicator, unit, breakdown, turns_back, numerator_is,
                              denominator_is) VALUES
    ('origin_distribution', 'origin_distribution', 'measure, breakdown, category, origin, destination', NULL,
     '''%''', 'total', 'origin', 'count', 'base'),
    ('gender_parity', 'gender_parity', 'measure, state, category AS side', '''gender_parity_index''',
     '''ratio''', 'side', 'sex', 'rate', 'rate'),
    ('mobility_volume', 'mobility_volume', 'measure, origin, destination, indicator, category AS convention, unit',
     NULL, NULL,
     'convention', 'pair', 'count', 'base'),
    ('nomination_indicator', 'nomination_indicator', 'measure, origin, destination, indicator', NULL, '''%''', 'total',
     'pair', 'count', 'base'),
    ('quota_indicator', 'quota_indicator', 'category AS code, indicator', NULL, '''%''', 'quota', NULL,
     'count', 'seats'),
    ('mobility_concentration', 'mobility_concentration', 'measure, state, category AS side, indicator', NULL,
     'CASE o.indicator WHEN ''effective_number'' THEN ''states'' ELSE ''ratio'' END', 'side', 'side', 'exact', 'base');

INSERT INTO socu.report_view (view, taken_from, dims, indicator, unit, breakdown, personal)
SELECT s.view, s.view, s.dims, s.indicator, s.unit, s.breakdown, false
FROM (VALUES
    ('network_indicator', 'indicator, unit', NULL, NULL, 'total'),
    ('direction_coverage', 'state', NULL, '''%''', 'total'),
    ('joint_programme_count', 'indicator AS kind, category AS programme_status', NULL, '''programmes''', 'status'),
    ('agreement_indicator', 'indicator, unit', NULL, NULL, 'total'),
    ('agreement_coverage', 'breakdown AS scope, origin AS state, destination AS partner_state, category AS direction',
     NULL, '''%''', 'total'),
    ('rating_result', 'indicator AS rating, institution', NULL, '''points''', 'total')) s (view, dims, indicator,
            unit, breakdown);
