-- report/network: pairs of institutions with an agreement, and the network as a graph.

CREATE OR REPLACE VIEW network_pair AS
WITH member AS NOT MATERIALIZED (
    SELECT DISTINCT y.year, y.on_date, m.institution, m.state
    FROM report_year y CROSS JOIN report_convention v
    CROSS JOIN LATERAL network_members(v.network, y.on_date) m),
agreed AS (
    SELECT DISTINCT y.year, p.institution, q.institution AS partner
    FROM report_year y
    JOIN agreement g ON g.status <> 'draft'
         AND coalesce(coalesce(lower(g.validity), lower(edtf_range(g.signed))) <= y.on_date, true)
         AND coalesce(CASE g.status WHEN 'terminated' THEN upper(g.validity)
                           ELSE socu.agreement_end(g.validity, g.renewal, g.renewal_months, y.on_date) END > y.on_date,
                                true)
    JOIN participation p ON p.agreement = g.agreement AND p.role = 'party'
    JOIN participation q ON q.agreement = g.agreement AND q.role = 'party' AND p.institution < q.institution)
SELECT a.year, a.on_date, a.institution, b.institution AS partner, a.state, b.state AS partner_state,
       g.year IS NOT NULL AS agreed
FROM member a JOIN member b ON b.year = a.year AND a.institution < b.institution
LEFT JOIN agreed g ON g.year = a.year AND g.institution = a.institution AND g.partner = b.institution;
COMMENT ON VIEW network_pair IS
'Pairs of institutions of the network on the date of the year, and whether an agreement between them is in force.';
COMMENT ON COLUMN network_pair.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN network_pair.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN network_pair.on_date IS 'The date.';
COMMENT ON COLUMN network_pair.institution IS 'One institution.';
COMMENT ON COLUMN network_pair.partner IS 'The other one.';
COMMENT ON COLUMN network_pair.partner_state IS 'State of the other one.';
COMMENT ON COLUMN network_pair.agreed IS 'True if both are parties of an agreement in force.';

-- One row of each part for each year, so that the planner expects no more.
CREATE OR REPLACE VIEW network_indicator AS
SELECT y.year, x.indicator, x.unit, x.value, x.num AS numerator, x.den AS denominator,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status, 'F'::text AS conf
FROM report_year y CROSS JOIN report_convention v
CROSS JOIN LATERAL (SELECT nullif(count(DISTINCT m.institution), 0) AS n, array_agg(DISTINCT m.institution) AS members
                    FROM network_members(v.network, y.on_date) m) i
CROSS JOIN LATERAL (
    -- every pair is seen from both ends, so the sums are twice those of the pairs
    SELECT (sum(d.degree) / 2)::bigint AS e, (sum(d.degree_between) / 2)::bigint AS e_between,
           (sum(d.between) / 2)::bigint AS between,
           array_agg(d.degree) AS degrees, count(*) FILTER (WHERE d.degree = 0) AS isolated
    FROM (SELECT z.institution, count(*) FILTER (WHERE p.agreed) AS degree,
                 count(*) FILTER (WHERE p.agreed AND p.state <> p.partner_state) AS degree_between,
                 count(*) FILTER (WHERE p.state <> p.partner_state) AS between
          FROM network_pair p CROSS JOIN LATERAL (VALUES (p.institution), (p.partner)) z (institution)
          WHERE p.year = y.year GROUP BY z.institution) d) g
CROSS JOIN LATERAL (
    WITH arc AS MATERIALIZED (
        SELECT DISTINCT r.sending_institution AS a, r.receiving_institution AS b
        FROM report_rollup_institution r
        JOIN unnest(i.members) s (institution) ON s.institution = r.sending_institution
        JOIN unnest(i.members) t (institution) ON t.institution = r.receiving_institution
        WHERE r.year = y.year AND r.measure = 'credit_flow' AND r.stays > 0
          AND r.sending_institution <> r.receiving_institution)
    SELECT nullif(count(*), 0) AS a, nullif(count(k.a), 0) AS back
    FROM arc f LEFT JOIN arc k ON k.a = f.b AND k.b = f.a) fl
CROSS JOIN LATERAL (VALUES
    ('institutions', 'institutions', coalesce(i.n, 0)::numeric, NULL::numeric, NULL::numeric),
    ('agreement_pairs', 'pairs', coalesce(g.e, 0), NULL, NULL),
    ('density', 'ratio', 2.0 * g.e / nullif(i.n * (i.n - 1), 0), g.e, i.n * (i.n - 1) / 2),
    ('density_between_states', 'ratio', g.e_between::numeric / nullif(g.between, 0), g.e_between, g.between),
    ('directed_density', 'ratio', coalesce(fl.a, 0)::numeric / nullif(i.n * (i.n - 1), 0), coalesce(fl.a, 0),
     i.n * (i.n - 1)),
    ('mean_degree', 'pairs', 2.0 * g.e / nullif(i.n, 0), 2 * g.e, i.n),
    ('isolated_institutions', 'institutions', CASE WHEN i.n = 1 THEN 1 WHEN i.n > 1 THEN g.isolated END, NULL, NULL),
    ('degree_centralisation', 'ratio', socu.degree_centralisation(g.degrees), NULL, NULL),
    ('network_reciprocity', 'ratio', coalesce(fl.back, 0)::numeric / fl.a,
     CASE WHEN fl.a > 0 THEN coalesce(fl.back, 0) END, fl.a)) x (indicator, unit,
            value, num, den);
COMMENT ON VIEW network_indicator IS
'The network as a graph: its institutions on the date of the year, agreements in force between them, flows of the '
'year.';
COMMENT ON COLUMN network_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN network_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN network_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN network_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN network_indicator.indicator IS
'n institutions, E pairs with an agreement in force, A ordered pairs with a stay (credit_flow). density = 2E / '
'(n(n-1)); density_between_states = E between different states / such pairs; directed_density = A / (n(n-1)); '
'mean_degree = 2E / n; isolated_institutions: degree 0; degree_centralisation (Freeman) = sum(max - degree) / '
'((n-1)(n-2)); network_reciprocity = ordered pairs with a stay back / A.';
COMMENT ON COLUMN network_indicator.value IS 'The indicator, in unit.';
COMMENT ON COLUMN network_indicator.numerator IS 'Pairs above the line.';
COMMENT ON COLUMN network_indicator.denominator IS 'Pairs or institutions below the line.';
