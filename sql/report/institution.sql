-- report/institution: flows of institutions.

CREATE OR REPLACE VIEW institution_flow AS
SELECT r.year, r.measure, r.role, r.state, r.institution, x.direction, sum(r.stays)::numeric AS value,
       'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM report_rollup_node r CROSS JOIN report_convention v
CROSS JOIN LATERAL (VALUES ('_T'), (r.direction)) x (direction)
GROUP BY r.year, r.measure, r.role, r.state, r.institution, x.direction, v.min_cell;
COMMENT ON VIEW institution_flow IS
'Stays (or stock) of each institution as origin and as destination, in all and by direction.';
COMMENT ON COLUMN institution_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN institution_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN institution_flow.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN institution_flow.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN institution_flow.direction IS 'Direction of study; _T all, _U not specified.';
COMMENT ON COLUMN institution_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN institution_flow.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN institution_flow.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN institution_flow.role IS 'origin (sending) or destination (receiving).';
COMMENT ON COLUMN institution_flow.value IS
'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE OR REPLACE VIEW institution_pair_flow AS
SELECT r.year, r.measure, r.sending_state AS origin, r.receiving_state AS destination, r.sending_institution,
       r.receiving_institution, r.direction, sum(r.stays)::numeric AS value, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM report_rollup_institution r CROSS JOIN report_convention v
WHERE r.measure <> 'unknown' AND r.sending_state <> r.receiving_state AND r.stays > 0
GROUP BY r.year, r.measure, r.sending_state, r.receiving_state, r.sending_institution, r.receiving_institution,
         r.direction, v.min_cell;
COMMENT ON VIEW institution_pair_flow IS
'Stays (or stock) between institutions by direction. Never released: a pair is two institutions.';
COMMENT ON COLUMN institution_pair_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN institution_pair_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN institution_pair_flow.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN institution_pair_flow.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN institution_pair_flow.sending_institution IS 'Sending institution; _U not specified.';
COMMENT ON COLUMN institution_pair_flow.receiving_institution IS 'Receiving institution; _U not specified.';
COMMENT ON COLUMN institution_pair_flow.direction IS 'Direction of study; _T all, _U not specified.';
COMMENT ON COLUMN institution_pair_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN institution_pair_flow.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN institution_pair_flow.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN institution_pair_flow.value IS
'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE OR REPLACE VIEW mobility_sankey AS
SELECT r.year, r.measure, x.step, x.source_node, x.target_node, sum(r.stays)::numeric AS value, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf,
       bool_or(r.generated) AS generated
FROM report_rollup_node r CROSS JOIN report_convention v
JOIN LATERAL (VALUES
    ('origin', 1, r.state, r.institution),
    ('origin', 2, r.institution, r.direction),
    ('destination', 3, r.direction, r.institution),
    ('destination', 4, r.institution, r.state)) x (role, step, source_node, target_node) ON x.role = r.role
GROUP BY r.year, r.measure, x.step, x.source_node, x.target_node, v.min_cell;
COMMENT ON VIEW mobility_sankey IS
'Links of a Sankey diagram: state of origin, sending institution, direction, receiving institution, state of '
'destination. The four steps have the same sum; what is not specified is the node _U. Never released.';
COMMENT ON COLUMN mobility_sankey.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_sankey.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_sankey.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_sankey.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN mobility_sankey.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN mobility_sankey.step IS
'1 state to sending institution, 2 to direction, 3 to receiving institution, 4 to state of destination.';
COMMENT ON COLUMN mobility_sankey.source_node IS 'Node that the link starts from.';
COMMENT ON COLUMN mobility_sankey.target_node IS 'Node that the link ends in.';
COMMENT ON COLUMN mobility_sankey.value IS 'Sum of stays (or stock) of the link.';
