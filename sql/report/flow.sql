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
-- what offices report: each origin, and all of a destination: its total, else the sum of a list that is whole, else at
-- least what is listed
SELECT m.year, 'official_stock', m.breakdown, m.category, x.origin, m.state, x.value, x.lower, x.upper, x.status,
       CASE WHEN x.value > 0 AND x.value < v.min_cell THEN 'C' ELSE 'F' END, x.basis, x.generated
FROM official_mobile m CROSS JOIN report_convention v
CROSS JOIN LATERAL (
    SELECT m.origin, m.value, m.lower, m.upper, m.status, m.origin_basis AS basis, m.generated WHERE NOT m.whole
    UNION ALL
    SELECT '_T'::text AS origin, CASE WHEN m.has_total THEN m.total ELSE m.listed END,
           CASE WHEN m.has_total THEN m.total_lower WHEN m.gaps OR NOT m.has_others THEN m.listed_lower END,
           CASE WHEN m.has_total THEN m.total_upper END,
           CASE WHEN m.has_total THEN m.total_status
                ELSE socu.total_status(m.statuses || CASE WHEN m.has_others THEN '{}' ELSE '{M}'::text[] END) END,
           CASE WHEN m.first_basis = m.last_basis THEN m.first_basis ELSE 'mixed' END, m.any_generated
    WHERE m.first) x
UNION ALL
-- outbound: the sum of what destinations report; one that may have persons of this origin and gives no figure makes it
-- a lower bound.  Each destination has a row under its own name too, which tells whether its list has gaps.
SELECT o.year, 'official_stock', o.breakdown, o.category, o.origin, '_T', o.value, CASE WHEN t.gaps THEN o.lower END,
       NULL, CASE WHEN NOT t.gaps THEN socu.total_status(o.statuses)
                  WHEN o.value IS NULL AND NOT 'L' = ANY (o.statuses) THEN 'M'
                  ELSE socu.total_status(o.statuses || '{M}'::text[]) END,
       CASE WHEN o.value > 0 AND o.value < v.min_cell THEN 'C' ELSE 'F' END, o.basis, o.generated
FROM (SELECT m.year, m.breakdown, m.category, x.origin, sum(x.value) AS value,
             coalesce(sum(coalesce(x.lower, x.value)), 0) AS lower,
             array_agg(x.status) FILTER (WHERE x.status IS NOT NULL) AS statuses,
             CASE WHEN min(x.basis) = max(x.basis) THEN min(x.basis) ELSE 'mixed' END AS basis,
             bool_or(x.generated) AS generated, count(*) FILTER (WHERE x.status IS NOT NULL AND x.open) AS listed_open,
             count(*) FILTER (WHERE x.status IS NULL AND x.open) AS own_open,
             sum(count(*) FILTER (WHERE x.status IS NULL AND x.open)) OVER (PARTITION BY m.year, m.breakdown,
                                                                                         m.category) AS all_open
      FROM official_mobile m
      CROSS JOIN LATERAL (SELECT m.gaps OR m.others > 0
                                 OR NOT coalesce(m.listed >= m.total, m.has_others AND NOT m.has_total) AS open) c
      CROSS JOIN LATERAL (
          SELECT m.origin, m.value, m.lower, m.status, m.origin_basis AS basis, m.generated, c.open
          WHERE NOT m.whole AND m.origin !~ '^_' AND m.origin <> m.state
          UNION ALL
          SELECT m.state, NULL::numeric AS value, NULL::numeric AS lower, NULL::text AS status, NULL::text AS basis,
                 false, c.open WHERE m.first) x
      GROUP BY m.year, m.breakdown, m.category, x.origin) o
CROSS JOIN report_convention v
CROSS JOIN LATERAL (SELECT o.all_open > o.own_open + o.listed_open OR o.statuses && '{M,L}' AS gaps) t
WHERE o.statuses IS NOT NULL;
COMMENT ON VIEW mobility_flow IS
'Flows and stocks by origin and destination in long form, with margins (_T) and by direction, kind, level, field and '
'sex. Measures are never added: credit_flow and staff_flow are stays begun in the year, degree_stock and '
'official_stock persons enrolled on the cut-off date; official_stock comes from official_count.';
COMMENT ON COLUMN mobility_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_flow.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN mobility_flow.category IS
'The category; _T total, _U not specified. A field is the broad field of ISCED-F 2013: the first two digits '
'of what the '
'record has.';
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
