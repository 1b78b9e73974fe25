-- report/rollup: mobilities summed, so that the views need not read the records.

COMMENT ON TABLE report_state IS 'When and from what the roll-ups were last refreshed: one row.';
COMMENT ON COLUMN report_state.one IS 'Always true.';
COMMENT ON COLUMN report_state.refreshed_at IS 'When report_refresh() ran.';
COMMENT ON COLUMN report_state.extracted_at IS 'The time whose records are shown (extraction time).';
COMMENT ON COLUMN report_state.as_of IS 'Content date: open stays and deadlines are seen from this day.';
COMMENT ON COLUMN report_state.snapshot_xmin IS
'Rows of transactions from this one on are looked at again; NULL = all (the roll-up shows a past time).';
COMMENT ON COLUMN report_state.origin IS 'Database and file of the records: a change means a full refresh.';
COMMENT ON COLUMN report_state.rules IS
'Digest of what the counting depends on (calendar, kinds, agreements, conventions): a change means a full refresh.';
COMMENT ON COLUMN report_state.lines IS 'Digest of the quota lines: a change means counting all lines again.';
COMMENT ON COLUMN report_state.records IS 'Records at that time.';
COMMENT ON COLUMN report_state.params IS 'Name of the set of conventions.';
COMMENT ON COLUMN report_state.years IS 'The reporting years that have a row in report_rollup.';
COMMENT ON TABLE report_unplaced IS
'Records that no reporting year can hold, because their days lie outside of the years 1900 to 2199; listed by '
'report_refresh(), which counts them nowhere. The constraint mobility_days keeps such records out.';
COMMENT ON COLUMN report_unplaced.mobility_id IS 'Key of the record.';
COMMENT ON COLUMN report_unplaced.starts_on IS 'Its first day.';
COMMENT ON COLUMN report_unplaced.ends_on IS 'Its last day.';
COMMENT ON TABLE report_gap IS
'Records in which something does not fit: a kind that is counted nowhere, a state that is not in the table of states, '
'a term whose dates are more than 60 days from the first day; made by report_refresh().';
COMMENT ON COLUMN report_gap.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN report_gap.reason IS 'kind, state or term.';
COMMENT ON COLUMN report_gap.value IS 'The kind, state or term.';
COMMENT ON COLUMN report_gap.records IS 'How many records have it.';
COMMENT ON COLUMN report_gap.first_key IS 'The lowest key among them (mobility_id).';
COMMENT ON TABLE report_rollup IS
'Mobilities summed by state of origin and destination, in all and by kind, direction, level and field; made by '
'report_refresh(). Its size depends on the numbers of states and categories, not on that of the records.';
COMMENT ON INDEX report_rollup_year IS 'One year of the reports.';
COMMENT ON INDEX report_rollup_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN report_rollup.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN report_rollup.year IS
'Reporting year to which the numbers belong: later years have their share of the days, and the stock.';
COMMENT ON COLUMN report_rollup.measure IS
'credit_flow, degree_stock or staff_flow; unknown for kinds without a row in mobility_kind.';
COMMENT ON COLUMN report_rollup.breakdown IS 'total, kind, direction, level or field.';
COMMENT ON COLUMN report_rollup.category IS
'The kind, the direction, the level or the broad field of ISCED-F 2013 (two digits); _U not specified; _T with total.';
COMMENT ON COLUMN report_rollup.origin IS
'State of the sending institution; _T all, without stays within a state.';
COMMENT ON COLUMN report_rollup.destination IS
'State of the receiving institution; _T all, without stays within a state.';
COMMENT ON COLUMN report_rollup.generated IS 'True for rows of the generator (created_by = generated).';
COMMENT ON COLUMN report_rollup.records IS 'Records in any state.';
COMMENT ON COLUMN report_rollup.pending IS 'Nominations without decision that hold a seat.';
COMMENT ON COLUMN report_rollup.accepted IS 'Ever accepted, cancelled ones included.';
COMMENT ON COLUMN report_rollup.rejected IS 'Rejected.';
COMMENT ON COLUMN report_rollup.cancelled IS 'Cancelled after acceptance.';
COMMENT ON COLUMN report_rollup.arrived IS 'Arrived, whatever came then.';
COMMENT ON COLUMN report_rollup.early_returns IS 'Returned early.';
COMMENT ON COLUMN report_rollup.awaited IS 'Accepted, not arrived, arrival deadline not passed.';
COMMENT ON COLUMN report_rollup.covered IS 'Arrived under an agreement in force on the first day.';
COMMENT ON COLUMN report_rollup.open IS 'Stays without an end: their days run to the content date.';
COMMENT ON COLUMN report_rollup.planned IS 'Stays that are not over: their days are planned ones.';
COMMENT ON COLUMN report_rollup.stays IS 'Stays begun (flows), or persons enrolled on the cut-off date (stock).';
COMMENT ON COLUMN report_rollup.long_stays IS 'Stays begun of at least min_stay_months.';
COMMENT ON COLUMN report_rollup.stay_days IS 'Days of the whole stays begun, both ends counted.';
COMMENT ON COLUMN report_rollup.stay_days_360 IS 'The same, months of 30 days.';
COMMENT ON COLUMN report_rollup.days IS 'Days that fall in the year.';
COMMENT ON COLUMN report_rollup.days_360 IS
'The same, months of 30 days; the years of a stay add up to its whole.';
COMMENT ON TABLE report_rollup_institution IS
'Mobilities that took place, summed by institutions, direction and agreement; made by report_refresh().';
COMMENT ON INDEX report_rollup_institution_year IS 'One year of the reports.';
COMMENT ON INDEX report_rollup_institution_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN report_rollup_institution.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN report_rollup_institution.year IS 'Reporting year to which the numbers belong.';
COMMENT ON COLUMN report_rollup_institution.measure IS 'credit_flow, degree_stock or staff_flow.';
COMMENT ON COLUMN report_rollup_institution.sending_state IS 'State of the sending institution.';
COMMENT ON COLUMN report_rollup_institution.receiving_state IS 'State of the receiving institution.';
COMMENT ON COLUMN report_rollup_institution.sending_institution IS 'Sending institution; _U not specified.';
COMMENT ON COLUMN report_rollup_institution.receiving_institution IS 'Receiving institution; _U not specified.';
COMMENT ON COLUMN report_rollup_institution.direction IS 'Direction of study; _U not specified.';
COMMENT ON COLUMN report_rollup_institution.agreement IS 'Agreement; _U not specified.';
COMMENT ON COLUMN report_rollup_institution.generated IS 'True for rows of the generator.';
COMMENT ON COLUMN report_rollup_institution.stays IS
'Stays begun (flows), or persons enrolled on the cut-off date (stock).';
COMMENT ON COLUMN report_rollup_institution.stay_days IS 'Days of the whole stays begun.';
COMMENT ON COLUMN report_rollup_institution.stay_days_360 IS 'The same, months of 30 days.';
COMMENT ON COLUMN report_rollup_institution.last_start IS 'First day of the latest stay begun.';
COMMENT ON TABLE report_rollup_node IS
'Mobilities between states that took place, summed by one institution and direction; made by report_refresh().';
COMMENT ON INDEX report_rollup_node_year IS 'One year of the reports.';
COMMENT ON INDEX report_rollup_node_base IS 'Rows that a refresh replaces.';
COMMENT ON COLUMN report_rollup_node.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN report_rollup_node.year IS 'Reporting year to which the numbers belong.';
COMMENT ON COLUMN report_rollup_node.measure IS 'credit_flow, degree_stock or staff_flow.';
COMMENT ON COLUMN report_rollup_node.role IS 'origin (sending) or destination (receiving).';
COMMENT ON COLUMN report_rollup_node.state IS 'State of the institution.';
COMMENT ON COLUMN report_rollup_node.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN report_rollup_node.direction IS 'Direction of study; _U not specified.';
COMMENT ON COLUMN report_rollup_node.generated IS 'True for rows of the generator.';
COMMENT ON COLUMN report_rollup_node.stays IS
'Stays begun (flows), or persons enrolled on the cut-off date (stock).';
COMMENT ON TABLE report_rollup_person IS
'Stays of a year beyond the first of the same person: persons = stays - repeats. Made by report_refresh().';
COMMENT ON COLUMN report_rollup_person.base_year IS 'Reporting year.';
COMMENT ON COLUMN report_rollup_person.measure IS 'credit_flow or staff_flow.';
COMMENT ON COLUMN report_rollup_person.origin IS 'Sending state; _T all.';
COMMENT ON COLUMN report_rollup_person.destination IS 'Receiving state; _T all.';
COMMENT ON COLUMN report_rollup_person.repeats IS 'Stays - distinct persons.';
COMMENT ON TABLE report_rollup_quota IS
'What became of the nominations under each quota line; made by report_refresh().';
COMMENT ON COLUMN report_rollup_quota.quota_id IS 'The line.';
COMMENT ON COLUMN report_rollup_quota.base_year IS 'Reporting year in which the stays begin.';
COMMENT ON COLUMN report_rollup_quota.pending IS 'Nominations without decision that hold a seat.';
COMMENT ON COLUMN report_rollup_quota.accepted IS 'Ever accepted, cancelled ones included.';
COMMENT ON COLUMN report_rollup_quota.rejected IS 'Rejected.';
COMMENT ON COLUMN report_rollup_quota.cancelled IS 'Cancelled after acceptance.';
COMMENT ON COLUMN report_rollup_quota.arrived IS 'Arrived.';
COMMENT ON COLUMN report_rollup_quota.early_returns IS 'Returned early.';
COMMENT ON COLUMN report_rollup_quota.awaited IS 'Accepted, not arrived, arrival deadline not passed.';
COMMENT ON COLUMN report_rollup_quota.days IS 'Days of the whole stays of those who arrived.';
COMMENT ON COLUMN report_rollup_quota.days_360 IS 'The same, months of 30 days.';

CREATE OR REPLACE VIEW report_year AS
SELECT y.year, least(s.as_of, make_date(y.year, v.year_start_month, v.year_start_day) - 1) AS on_date,
       make_date(y.year - 1, v.cutoff_month, v.cutoff_day) AS cut_off
FROM report_convention v
CROSS JOIN LATERAL (SELECT d.as_of, d.years,
                           extract(year FROM d.as_of)::int
                           + CASE WHEN d.as_of >= make_date(extract(year FROM d.as_of)::int, v.year_start_month,
                                                            v.year_start_day) THEN 1 ELSE 0 END AS present
                    FROM (SELECT coalesce((SELECT t.as_of FROM report_state t), CURRENT_DATE) AS as_of,
                                 coalesce((SELECT t.years FROM report_state t), '{}') AS years OFFSET 0) d) s
CROSS JOIN LATERAL unnest(array_remove(s.years, s.present) || s.present) y (year)
WHERE y.year = s.present OR make_date(y.year - 1, v.year_start_month, v.year_start_day) <= s.as_of;
COMMENT ON VIEW report_year IS 'The reporting years with their dates.';
COMMENT ON COLUMN report_year.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN report_year.on_date IS
'Day on which the network and its agreements are looked at: the last day of the year, or the content date if that is '
'earlier.';
COMMENT ON COLUMN report_year.cut_off IS 'Cut-off date of stocks.';
