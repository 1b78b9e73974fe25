-- report/flow: flows between states.

CREATE OR REPLACE VIEW mobility_flow AS
SELECT r.year, r.measure, r.breakdown, r.category, r.origin, r.destination, sum(r.stays) AS value,
       NULL::numeric AS lower, NULL::numeric AS upper, 'A'::text AS status,
       CASE WHEN sum(r.stays) < v.min_cell THEN 'C' ELSE 'F' END AS conf, 'institution'::text AS origin_basis,
       bool_or(r.generated) AS generated
FROM report_rollup r CROSS JOIN report_convention v
WHERE r.stays > 0 AND r.measure <> 'unknown' AND (r.origin <> r.destination OR r.origin = '_T')
GROUP BY r.year, r.measure, r.breakdown, r.category, r.origin, r.destination, v.min_cell
UNION ALL
-- a pair without a stay is a true zero of our own records; the diagonal does not apply
SELECT s.year, s.measure, 'total', '_T', s.origin, d.destination,
       CASE WHEN s.origin <> d.destination THEN 0 END, NULL, NULL,
       CASE WHEN s.origin <> d.destination THEN 'N' ELSE 'Z' END, 'F', 'institution', false
FROM (SELECT DISTINCT r.year, r.measure, x.state AS origin FROM report_rollup r
      CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
      WHERE r.breakdown = 'total' AND r.stays > 0 AND r.measure <> 'unknown' AND r.origin <> r.destination
        AND socu.report_pair(r.origin, r.destination)) s
JOIN (SELECT DISTINCT r.year, r.measure, x.state AS destination FROM report_rollup r
      CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
      WHERE r.breakdown = 'total' AND r.stays > 0 AND r.measure <> 'unknown' AND r.origin <> r.destination
        AND socu.report_pair(r.origin, r.destination)) d ON d.year = s.year AND d.measure = s.measure
WHERE NOT EXISTS (SELECT FROM report_rollup r
                  WHERE r.year = s.year AND r.measure = s.measure AND r.breakdown = 'total' AND r.origin = s.origin
                    AND r.destination = d.destination AND r.stays > 0 AND s.origin <> d.destination)
UNION ALL
SELECT c.year, 'official_stock', CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex' ELSE 'total' END,
       CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END, c.category, c.state, c.value, c.lower, c.upper, c.status,
       CASE WHEN c.value > 0 AND c.value < v.min_cell THEN 'C' ELSE 'F' END, c.origin_basis, c.generated
FROM official_series c CROSS JOIN report_convention v
WHERE c.measure = 'mobile' AND c.breakdown = 'origin' AND c.unit = 'persons' AND (c.level = '_T' OR c.sex = '_T')
UNION ALL
-- inbound: what the destination says, else the sum of its origins
SELECT c.year, 'official_stock', x.breakdown, x.category, '_T', c.state,
       CASE WHEN t.has THEN t.value ELSE sum(c.value) END,
       CASE WHEN t.has THEN t.lower WHEN bool_or(c.status IN ('M', 'L')) THEN sum(coalesce(c.lower, c.value)) END,
       CASE WHEN t.has THEN t.upper END, CASE WHEN t.has THEN t.status ELSE socu.total_status(array_agg(c.status)) END,
       CASE WHEN CASE WHEN t.has THEN t.value ELSE sum(c.value) END BETWEEN 1 AND v.min_cell - 1 THEN 'C' ELSE 'F' END,
       CASE WHEN min(c.origin_basis) = max(c.origin_basis) THEN min(c.origin_basis) ELSE 'mixed' END,
       bool_or(c.generated)
FROM official_series c CROSS JOIN report_convention v
CROSS JOIN LATERAL (SELECT CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex'
                                ELSE 'total' END AS breakdown,
                           CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END AS category) x
LEFT JOIN LATERAL (SELECT true AS has, o.value, o.lower, o.upper, o.status FROM official_series o
                   WHERE o.state = c.state AND o.year = c.year AND o.measure = c.measure AND o.breakdown = 'total'
                     AND o.level = c.level AND o.sex = c.sex) t ON true
WHERE c.measure = 'mobile' AND c.breakdown IN ('total', 'origin') AND c.unit = 'persons'
  AND (c.level = '_T' OR c.sex = '_T')
GROUP BY c.year, c.state, x.breakdown, x.category, t.has, t.value, t.lower, t.upper, t.status, v.min_cell
UNION ALL
-- outbound: the sum of what destinations report; a destination without a figure for this origin makes it a lower bound
SELECT o.year, 'official_stock', o.breakdown, o.category, o.origin, '_T', sum(o.value),
       CASE WHEN bool_or(o.status IN ('M', 'L')) THEN coalesce(sum(coalesce(o.lower, o.value)), 0) END,
       NULL, CASE WHEN sum(o.value) IS NULL AND NOT 'L' = ANY (array_agg(o.status)) THEN 'M'
                  ELSE socu.total_status(array_agg(o.status)) END,
       CASE WHEN sum(o.value) BETWEEN 1 AND v.min_cell - 1 THEN 'C' ELSE 'F' END,
       CASE WHEN min(o.origin_basis) = max(o.origin_basis) THEN min(o.origin_basis) ELSE 'mixed' END,
       bool_or(o.generated)
FROM (SELECT s.year, s.breakdown, s.category, s.origin, d.state, f.value, f.lower,
             coalesce(f.status, CASE WHEN d.complete THEN 'N' ELSE 'M' END) AS status, f.origin_basis,
             coalesce(f.generated, false) AS generated
      FROM (SELECT DISTINCT c.year, CASE WHEN c.level <> '_T' THEN 'level' WHEN c.sex <> '_T' THEN 'sex'
                                         ELSE 'total' END AS breakdown,
                   CASE WHEN c.level <> '_T' THEN c.level ELSE c.sex END AS category, c.level, c.sex,
                   c.category AS origin
            FROM official_series c WHERE c.measure = 'mobile' AND c.breakdown = 'origin' AND c.category !~ '^_'
                 AND (c.level = '_T' OR c.sex = '_T')) s
      JOIN (-- complete: the origins listed add up to the destination's own total, or there is no other total
            SELECT c.year, c.state, c.level, c.sex,
                   NOT bool_or(c.status IN ('M', 'L'))
                   AND coalesce(sum(c.value) FILTER (WHERE c.breakdown = 'origin')
                                >= max(c.value) FILTER (WHERE c.breakdown = 'total'),
                                bool_or(c.breakdown = 'origin') AND NOT bool_or(c.breakdown = 'total'))
                   AND NOT bool_or(c.breakdown = 'origin' AND c.category = '_O') AS complete
            FROM official_series c WHERE c.measure = 'mobile' AND c.breakdown IN ('total', 'origin')
            GROUP BY c.year, c.state, c.level, c.sex) d
        ON d.year = s.year AND d.level = s.level AND d.sex = s.sex AND d.state <> s.origin
      LEFT JOIN official_series f ON f.year = s.year AND f.measure = 'mobile' AND f.breakdown = 'origin'
           AND f.state = d.state AND f.category = s.origin
           AND f.level = s.level AND f.sex = s.sex) o CROSS JOIN report_convention v
GROUP BY o.year, o.breakdown, o.category, o.origin, v.min_cell;
COMMENT ON VIEW mobility_flow IS
'Flows and stocks by origin and destination in long form, with margins (_T) and by direction, kind, level, field and '
'sex. Measures are never added: credit_flow and staff_flow are stays begun in the year, degree_stock and '
'official_stock persons enrolled on the cut-off date; official_stock comes from official_count.';
COMMENT ON COLUMN mobility_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_flow.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN mobility_flow.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN mobility_flow.origin IS 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN mobility_flow.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN mobility_flow.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN mobility_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN mobility_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN mobility_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_flow.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN mobility_flow.origin_basis IS
'How origin is determined: prior_education, residence, citizenship, institution (that sends), unknown, mixed '
'(definition differs).';
COMMENT ON COLUMN mobility_flow.generated IS 'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW mobility_total AS
SELECT f.year, 'official_stock'::text AS measure, f.breakdown, f.category, sum(f.value) AS value,
       CASE WHEN bool_or(f.status IN ('M', 'L')) THEN sum(coalesce(f.lower, f.value)) END AS lower,
       NULL::numeric AS upper, socu.total_status(array_agg(f.status)) AS status, bool_or(f.generated) AS generated
FROM mobility_flow f WHERE f.measure = 'official_stock' AND f.origin = '_T' AND f.destination <> '_T'
GROUP BY f.year, f.breakdown, f.category
UNION ALL
SELECT f.year, f.measure, f.breakdown, f.category, f.value, f.lower, f.upper, f.status, f.generated
FROM mobility_flow f WHERE f.measure <> 'official_stock' AND f.origin = '_T' AND f.destination = '_T';
COMMENT ON VIEW mobility_total IS 'All mobile persons or stays of the report, by year, measure and category.';
COMMENT ON COLUMN mobility_total.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_total.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_total.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN mobility_total.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN mobility_total.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN mobility_total.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN mobility_total.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN mobility_total.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_total.generated IS 'True if rows of the generator are in it; NULL where no records are.';
