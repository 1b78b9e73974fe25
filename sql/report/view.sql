-- report/view: which views there are, and how each is published.  A new view is a row here: report_observation, the
-- released_ views, report_publish() and grant_report_reader() read them.

COMMENT ON TABLE report_view IS
'The views that make up report_observation, and how each is published. Comes with the extension.';
COMMENT ON COLUMN report_view.view IS 'Name of the view; as released it is released_VIEW.';
COMMENT ON COLUMN report_view.taken_from IS
'The view that report_observation reads: itself, or state_indicator, whose column indicator names the view.';
COMMENT ON COLUMN report_view.dims IS
'Columns of report_cell in the released view, before the value. X AS Y: the view calls Y what a cell calls X.';
COMMENT ON COLUMN report_view.indicator IS
'Expression for the indicator where the view has no such column; NULL = its name.';
COMMENT ON COLUMN report_view.unit IS 'Expression for the unit where the view has no such column.';
COMMENT ON COLUMN report_view.breakdown IS 'Breakdown of its rows where the view has no such column.';
COMMENT ON COLUMN report_view.rows IS 'Condition on the rows that are observations.';
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
