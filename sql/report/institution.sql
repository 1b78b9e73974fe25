-- report/institution: flows of institutions.

CREATE VIEW socu.institution_flow AS
SELECT r.year, r.measure, r.role, r.state, r.institution, x.direction, sum(r.stays)::numeric AS value,
       'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM socu.report_rollup_node r CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (VALUES ('_T'), (r.direction)) x (direction)
GROUP BY r.year, r.measure, r.role, r.state, r.institution, x.direction, v.min_cell;
COMMENT ON VIEW socu.institution_flow IS
'Stays (or stock) of each institution as origin and as destination, in all and by direction.';
COMMENT ON COLUMN socu.institution_flow.role IS 'origin (sending) or destination (receiving).';
COMMENT ON COLUMN socu.institution_flow.value IS
'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE VIEW socu.institution_pair_flow AS
SELECT r.year, r.measure, r.sending_state AS origin, r.receiving_state AS destination, r.sending_institution,
       r.receiving_institution, r.direction, sum(r.stays)::numeric AS value, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, bool_or(r.generated) AS generated
FROM socu.report_rollup_institution r CROSS JOIN socu.report_convention v
WHERE r.measure <> 'unknown' AND r.sending_state <> r.receiving_state AND r.stays > 0
GROUP BY r.year, r.measure, r.sending_state, r.receiving_state, r.sending_institution, r.receiving_institution,
         r.direction, v.min_cell;
COMMENT ON VIEW socu.institution_pair_flow IS
'Stays (or stock) between institutions by direction. Never released: a pair is two institutions.';
COMMENT ON COLUMN socu.institution_pair_flow.value IS
'Sum of stays begun in the year (flows) or persons on the cut-off date (stock).';

CREATE VIEW socu.mobility_sankey AS
SELECT r.year, r.measure, x.step, x.source_node, x.target_node, sum(r.stays)::numeric AS value, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf,
       bool_or(r.generated) AS generated
FROM socu.report_rollup_node r CROSS JOIN socu.report_convention v
JOIN LATERAL (VALUES
    ('origin', 1, r.state, r.institution),
    ('origin', 2, r.institution, r.direction),
    ('destination', 3, r.direction, r.institution),
    ('destination', 4, r.institution, r.state)) x (role, step, source_node, target_node) ON x.role = r.role
GROUP BY r.year, r.measure, x.step, x.source_node, x.target_node, v.min_cell;
COMMENT ON VIEW socu.mobility_sankey IS
'Links of a Sankey diagram: state of origin, sending institution, direction, receiving institution, state of '
'destination. The four steps have the same sum; what is not specified is the node _U. Never released.';
COMMENT ON COLUMN socu.mobility_sankey.step IS
'1 state to sending institution, 2 to direction, 3 to receiving institution, 4 to state of destination.';
COMMENT ON COLUMN socu.mobility_sankey.source_node IS 'Node that the link starts from.';
COMMENT ON COLUMN socu.mobility_sankey.target_node IS 'Node that the link ends in.';
COMMENT ON COLUMN socu.mobility_sankey.value IS 'Sum of stays (or stock) of the link.';
