-- report/agreement: balance, number and coverage of agreements.

CREATE OR REPLACE VIEW agreement_balance AS
WITH ab AS (
    SELECT r.year, r.measure, r.agreement, least(r.sending_institution, r.receiving_institution) AS institution,
           greatest(r.sending_institution, r.receiving_institution) AS partner,
           sum(r.stays) FILTER (WHERE r.sending_institution < r.receiving_institution) AS outgoing,
           sum(r.stays) FILTER (WHERE r.sending_institution > r.receiving_institution) AS incoming,
           sum(CASE WHEN v.month_convention = 'm30e360' THEN r.stay_days_360 ELSE r.stay_days END)
               FILTER (WHERE r.sending_institution < r.receiving_institution) AS days_out,
           sum(CASE WHEN v.month_convention = 'm30e360' THEN r.stay_days_360 ELSE r.stay_days END)
               FILTER (WHERE r.sending_institution > r.receiving_institution) AS days_in,
           CASE v.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30.0 END AS month, v.min_cell,
           bool_or(r.generated) AS generated
    FROM report_rollup_institution r CROSS JOIN report_convention v
    WHERE r.agreement <> '_U' AND r.measure IN ('credit_flow', 'staff_flow') AND r.stays > 0
    GROUP BY 1, 2, 3, 4, 5, v.month_convention, v.min_cell)
SELECT ab.year, ab.measure, ab.agreement, ab.institution, ab.partner, x.indicator, x.unit, x.value, x.num AS numerator,
       x.den AS denominator,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status,
       CASE WHEN least(nullif(ab.outgoing, 0), nullif(ab.incoming, 0)) < ab.min_cell THEN 'C'
            ELSE 'F' END AS conf, ab.generated
FROM ab CROSS JOIN LATERAL (SELECT coalesce(ab.outgoing, 0) AS o, coalesce(ab.incoming, 0) AS i,
                                   coalesce(ab.days_out, 0) / ab.month AS mo,
                                   coalesce(ab.days_in, 0) / ab.month AS mi) n
CROSS JOIN LATERAL (VALUES
    ('headcount_balance', 'persons', n.o - n.i, n.o, n.i),
    ('balance_in_months', 'months', n.mo - n.mi, n.mo, n.mi),
    ('reciprocity_index', 'ratio 0 to 1', socu.reciprocity_index(n.o, n.i), n.o, n.i))
    x (indicator, unit, value, num, den);
COMMENT ON VIEW agreement_balance IS
'Balance of each agreement between two institutions, seen from the first of them (in the order of their keys): out are '
'stays from it to the partner. Never released.';
COMMENT ON COLUMN agreement_balance.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN agreement_balance.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN agreement_balance.agreement IS 'The agreement.';
COMMENT ON COLUMN agreement_balance.unit IS 'Unit of value.';
COMMENT ON COLUMN agreement_balance.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN agreement_balance.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN agreement_balance.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN agreement_balance.indicator IS
'headcount_balance = out - in; balance_in_months = months out - months in; reciprocity_index = 2 x min(out, in) / (out '
'+ in).';
COMMENT ON COLUMN agreement_balance.institution IS 'The institution whose view it is.';
COMMENT ON COLUMN agreement_balance.partner IS 'The other one.';
COMMENT ON COLUMN agreement_balance.value IS 'The indicator, in unit; balances are signed.';
COMMENT ON COLUMN agreement_balance.numerator IS 'Out: stays or months from the institution to the partner.';
COMMENT ON COLUMN agreement_balance.denominator IS 'In: stays or months from the partner to the institution.';

CREATE OR REPLACE VIEW agreement_balance_cumulative AS
SELECT b.year, b.measure, b.agreement, b.institution, b.partner, sum(b.value) OVER w AS value,
       sum(b.numerator) OVER w AS numerator, sum(b.denominator) OVER w AS denominator,
       CASE sum(b.value) OVER w WHEN 0 THEN 'N' ELSE 'A' END AS status, b.conf, b.generated
FROM agreement_balance b WHERE b.indicator = 'headcount_balance'
WINDOW w AS (PARTITION BY b.measure, b.agreement, b.institution, b.partner ORDER BY b.year);
COMMENT ON VIEW agreement_balance_cumulative IS
'Headcount balance of each agreement up to and with the year; years without a stay have no row. Never released.';
COMMENT ON COLUMN agreement_balance_cumulative.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN agreement_balance_cumulative.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN agreement_balance_cumulative.agreement IS 'The agreement.';
COMMENT ON COLUMN agreement_balance_cumulative.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN agreement_balance_cumulative.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN agreement_balance_cumulative.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN agreement_balance_cumulative.institution IS 'The institution whose view it is.';
COMMENT ON COLUMN agreement_balance_cumulative.partner IS 'The other one.';
COMMENT ON COLUMN agreement_balance_cumulative.value IS
'Sum of out - in over the years so far; unit: persons, signed.';
COMMENT ON COLUMN agreement_balance_cumulative.numerator IS 'Out so far (stays).';
COMMENT ON COLUMN agreement_balance_cumulative.denominator IS 'In so far (stays).';

CREATE OR REPLACE VIEW agreement_indicator AS
SELECT y.year, x.indicator, x.unit, x.value, x.num AS numerator, x.den AS denominator,
       CASE WHEN x.value IS NULL THEN 'Z' WHEN x.value = 0 THEN 'N' ELSE 'A' END AS status, 'F'::text AS conf
FROM report_year y CROSS JOIN report_convention v
CROSS JOIN LATERAL (
    SELECT count(*) AS n, count(*) FILTER (WHERE f.binding) AS binding,
           count(*) FILTER (WHERE EXISTS (SELECT FROM report_rollup_institution r
                                          WHERE r.agreement = f.agreement AND r.stays > 0
                                            AND r.last_start
                                                > (y.on_date - make_interval(years => v.active_years))::date
                                            AND r.base_year <= y.year)) AS active,
           count(*) FILTER (WHERE f.ends_on IS NULL) AS open,
           count(*) FILTER (WHERE f.ends_on IS NOT NULL AND a.renewal = 'automatic') AS automatic,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on <= (y.on_date + interval '3 months')) AS m3,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on > (y.on_date + interval '3 months')
                            AND f.ends_on <= (y.on_date + interval '6 months')) AS m6,
           count(*) FILTER (WHERE a.renewal <> 'automatic' AND f.ends_on > (y.on_date + interval '6 months')
                            AND f.ends_on <= (y.on_date + interval '12 months')) AS m12
    FROM agreements_in_force(y.on_date) f JOIN agreement a ON a.agreement = f.agreement) c
CROSS JOIN LATERAL (VALUES
    ('agreements_in_force', 'documents', c.n::numeric, NULL::numeric, NULL::numeric),
    ('binding_agreements_in_force', 'documents', c.binding, NULL, NULL),
    ('active_agreement_share', '%', 100.0 * c.active / nullif(c.n, 0), c.active, c.n),
    ('expiring_within_3_months', 'documents', c.m3, NULL, NULL),
    ('expiring_in_4_to_6_months', 'documents', c.m6, NULL, NULL),
    ('expiring_in_7_to_12_months', 'documents', c.m12, NULL, NULL),
    ('renewed_automatically', 'documents', c.automatic, NULL, NULL),
    ('without_end', 'documents', c.open, NULL, NULL)) x (indicator, unit, value, num, den);
COMMENT ON VIEW agreement_indicator IS
'Agreements in force on the date of the year: how many, how many active, when they end. Those with automatic renewal '
'and those without an end are counted apart.';
COMMENT ON COLUMN agreement_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN agreement_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN agreement_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN agreement_indicator.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN agreement_indicator.indicator IS
'agreements_in_force; binding_agreements_in_force; active_agreement_share = 100 x agreements with a stay begun in the '
'last active_years / in force; expiring: end in (0,3], (3,6], (6,12] months; renewed_automatically; without_end.';
COMMENT ON COLUMN agreement_indicator.value IS 'The indicator, in unit.';
COMMENT ON COLUMN agreement_indicator.numerator IS 'Agreements above the line.';
COMMENT ON COLUMN agreement_indicator.denominator IS 'Agreements below the line.';

CREATE OR REPLACE VIEW agreement_coverage AS
SELECT p.year, 'states'::text AS scope, least(p.state, p.partner_state) AS state,
       greatest(p.state, p.partner_state) AS partner_state, NULL::text AS direction,
       100.0 * count(*) FILTER (WHERE p.agreed) / nullif(count(*), 0) AS value,
       count(*) FILTER (WHERE p.agreed)::numeric AS numerator, count(*)::numeric AS denominator,
       CASE WHEN bool_or(p.agreed) THEN 'A' ELSE 'N' END AS status, 'F'::text AS conf
FROM network_pair p GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT p.year, 'direction', NULL, NULL, d.direction, 100.0 * count(*) FILTER (WHERE p.agreed) / nullif(count(*), 0),
       count(*) FILTER (WHERE p.agreed), count(*),
       CASE WHEN bool_or(p.agreed) THEN 'A' ELSE 'N' END, 'F'
FROM network_pair p
JOIN institution_direction d ON d.institution = p.institution AND d.validity @> p.on_date
JOIN institution_direction e ON e.institution = p.partner AND e.direction = d.direction AND e.validity @> p.on_date
GROUP BY p.year, d.direction;
COMMENT ON VIEW agreement_coverage IS
'Pairs of institutions of the network with an agreement in force, among the possible pairs of two states (or within '
'one), and of a direction.';
COMMENT ON COLUMN agreement_coverage.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN agreement_coverage.direction IS 'Direction of study; _T all, _U not specified.';
COMMENT ON COLUMN agreement_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN agreement_coverage.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN agreement_coverage.scope IS 'states or direction.';
COMMENT ON COLUMN agreement_coverage.state IS 'Scope states: one state.';
COMMENT ON COLUMN agreement_coverage.partner_state IS
'Scope states: the other one; the same for pairs within a state.';
COMMENT ON COLUMN agreement_coverage.value IS '100 x pairs with an agreement in force / possible pairs; unit: %.';
COMMENT ON COLUMN agreement_coverage.numerator IS 'Pairs with an agreement in force.';
COMMENT ON COLUMN agreement_coverage.denominator IS 'Possible pairs.';
