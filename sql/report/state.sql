-- report/state: inbound and outbound of a state, rates, distribution, gender parity.

-- inbound, outbound, enrolled and population of each state, by level or sex
CREATE OR REPLACE VIEW state_stock AS
WITH side AS (
    SELECT f.year, f.measure, x.state, f.breakdown, f.category,
           max(f.value) FILTER (WHERE x.incoming) AS inbound, max(f.lower) FILTER (WHERE x.incoming) AS inbound_lower,
           max(f.upper) FILTER (WHERE x.incoming) AS inbound_upper,
           max(f.status) FILTER (WHERE x.incoming) AS inbound_status,
           max(f.value) FILTER (WHERE NOT x.incoming) AS outbound,
           max(f.lower) FILTER (WHERE NOT x.incoming) AS outbound_lower,
           max(f.upper) FILTER (WHERE NOT x.incoming) AS outbound_upper,
           max(f.status) FILTER (WHERE NOT x.incoming) AS outbound_status, bool_or(f.generated) AS generated
    FROM mobility_flow f
    CROSS JOIN LATERAL (SELECT f.destination AS state, true AS incoming WHERE f.origin = '_T' AND f.destination !~ '^_'
                        UNION ALL SELECT f.origin, false WHERE f.destination = '_T' AND f.origin !~ '^_') x
    WHERE f.measure <> 'staff_flow'
    GROUP BY f.year, f.measure, x.state, f.breakdown, f.category),
whole AS (
    SELECT s.*, sum(s.inbound) OVER w AS total,
           CASE WHEN bool_or(s.inbound_status IN ('M', 'L')) OVER w
                    THEN sum(coalesce(s.inbound_lower, s.inbound)) OVER w END AS total_lower,
           socu.total_status(array_agg(s.inbound_status)
                             FILTER (WHERE s.inbound_status IS NOT NULL) OVER w) AS total_status
    FROM side s WINDOW w AS (PARTITION BY s.year, s.measure, s.breakdown, s.category))
SELECT s.year, s.measure, s.state, s.breakdown, s.category,
       s.inbound, s.inbound_lower, s.inbound_upper,
       coalesce(s.inbound_status, CASE s.measure WHEN 'official_stock' THEN 'M' ELSE 'N' END) AS inbound_status,
       s.outbound, s.outbound_lower, s.outbound_upper,
       coalesce(s.outbound_status, CASE s.measure WHEN 'official_stock' THEN 'M' ELSE 'N' END) AS outbound_status,
       e.value AS enrolled, e.lower AS enrolled_lower, e.upper AS enrolled_upper,
       coalesce(e.status, 'M') AS enrolled_status, p.value AS population, p.lower AS population_lower,
       p.upper AS population_upper, coalesce(p.status, 'M') AS population_status,
       s.total, s.total_lower, s.total_status, s.generated OR coalesce(e.generated, false) AS generated
FROM whole s
LEFT JOIN (SELECT * FROM official_series o
           WHERE o.measure = 'enrolled' AND o.breakdown = 'total' AND o.unit = 'persons') e
  ON e.year = s.year AND e.state = s.state AND e.level = CASE s.breakdown WHEN 'level' THEN s.category ELSE '_T' END
     AND e.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END
     AND s.breakdown IN ('total', 'level', 'sex')
LEFT JOIN (SELECT * FROM official_series o
           WHERE o.measure = 'population' AND o.breakdown = 'total' AND o.level = '_T') p
  ON p.year = s.year AND p.state = s.state AND p.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END
     AND s.breakdown IN ('total', 'sex');
COMMENT ON VIEW state_stock IS
'Inbound, outbound, enrolled and population of each state side by side: what the indicators of states are made of.';
COMMENT ON COLUMN state_stock.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN state_stock.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN state_stock.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN state_stock.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN state_stock.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN state_stock.inbound IS 'Persons or stays from abroad.';
COMMENT ON COLUMN state_stock.inbound_lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_stock.inbound_upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN state_stock.inbound_status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_stock.outbound IS 'Persons or stays abroad.';
COMMENT ON COLUMN state_stock.outbound_lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_stock.outbound_upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN state_stock.outbound_status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_stock.enrolled IS 'All tertiary students in the state (persons).';
COMMENT ON COLUMN state_stock.enrolled_lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_stock.enrolled_upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN state_stock.enrolled_status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_stock.population IS 'Population of tertiary age (persons).';
COMMENT ON COLUMN state_stock.population_lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_stock.population_upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN state_stock.population_status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_stock.total IS 'Sum of inbound over all destinations (persons or stays).';
COMMENT ON COLUMN state_stock.total_lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_stock.total_status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_stock.generated IS 'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW state_indicator AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, x.indicator, x.unit,
       x.value, x.numerator, x.denominator, x.lower, x.upper, x.status,
       CASE WHEN x.status IN ('M', 'Z', 'X') THEN 'F'
            WHEN least(nullif(s.inbound, 0), nullif(s.outbound, 0)) < v.min_cell
                 OR x.indicator NOT IN ('net_flow', 'mobility_balance') AND x.denominator < v.min_denominator THEN 'C'
            ELSE 'F' END AS conf, s.generated
FROM state_stock s CROSS JOIN report_convention v
CROSS JOIN LATERAL (
    SELECT 'inbound_mobility_rate' AS indicator, '%' AS unit, r.value, s.inbound AS numerator,
           s.enrolled AS denominator, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.enrolled, s.enrolled_lower,
                      s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'outbound_mobility_ratio'::text, '%'::text, r.value, s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.enrolled, s.enrolled_lower,
                      s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'gross_outbound_enrolment_ratio'::text, '%'::text, r.value, s.outbound, s.population, r.lower, r.upper,
           r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.population,
                      s.population_lower, s.population_upper, s.population_status) r
    UNION ALL
    SELECT 'net_flow'::text, 'persons'::text, n.value, s.inbound, s.outbound, n.lower, n.upper, n.status
    FROM (SELECT CASE WHEN t.st NOT IN ('L', 'M') THEN coalesce(s.inbound, 0) - coalesce(s.outbound, 0) END AS value,
                 CASE WHEN t.st = 'L' THEN coalesce(s.inbound_lower, s.inbound)
                      - coalesce(s.outbound_upper, CASE WHEN s.outbound_status NOT IN ('L', 'M')
                                                        THEN coalesce(s.outbound, 0) END) END AS lower,
                 CASE WHEN t.st = 'L' THEN coalesce(s.inbound_upper, CASE WHEN s.inbound_status NOT IN ('L', 'M')
                                                                          THEN coalesce(s.inbound, 0) END)
                      - coalesce(s.outbound_lower, s.outbound) END AS upper, t.st AS status
          FROM (SELECT CASE WHEN 'M' IN (s.inbound_status, s.outbound_status) THEN 'M'
                            ELSE socu.total_status(ARRAY[s.inbound_status, s.outbound_status]) END AS st) t) n
    UNION ALL
    SELECT 'net_flow_ratio'::text, '%'::text, r.value, s.inbound - s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(coalesce(s.inbound, 0) - coalesce(s.outbound, 0), NULL, NULL,
                      CASE WHEN s.inbound_status IN ('M', 'L') OR s.outbound_status IN ('M', 'L') THEN 'M'
                           ELSE socu.total_status(ARRAY[s.inbound_status, s.outbound_status]) END,
                      s.enrolled, s.enrolled_lower, s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'mobility_balance'::text, 'ratio'::text, r.value, s.inbound, s.outbound, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.outbound, s.outbound_lower,
                      s.outbound_upper, s.outbound_status, 1) r
    UNION ALL
    SELECT 'destination_share'::text, '%'::text, r.value, s.inbound, s.total, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.total, s.total_lower, NULL,
                      s.total_status) r) x;
COMMENT ON VIEW state_indicator IS
'The indicators of states (UNESCO UIS, OECD), one row each; the views by their names show one of them.';
COMMENT ON COLUMN state_indicator.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN state_indicator.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN state_indicator.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN state_indicator.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN state_indicator.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN state_indicator.indicator IS 'The indicator.';
COMMENT ON COLUMN state_indicator.unit IS 'Unit of value.';
COMMENT ON COLUMN state_indicator.value IS
'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN state_indicator.numerator IS 'What stands above the line, in its unit.';
COMMENT ON COLUMN state_indicator.denominator IS 'What stands below the line, in its unit.';
COMMENT ON COLUMN state_indicator.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN state_indicator.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN state_indicator.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN state_indicator.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN state_indicator.generated IS 'True if rows of the generator are in it; NULL where no records are.';

CREATE OR REPLACE VIEW inbound_mobility_rate AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'inbound_mobility_rate';
COMMENT ON VIEW inbound_mobility_rate IS
'Inbound mobility rate = 100 x inbound / enrolled. Unit: %. By year, measure, state and breakdown (total, level, '
'sex, direction, kind, field).';
COMMENT ON COLUMN inbound_mobility_rate.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN inbound_mobility_rate.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN inbound_mobility_rate.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN inbound_mobility_rate.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN inbound_mobility_rate.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN inbound_mobility_rate.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN inbound_mobility_rate.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN inbound_mobility_rate.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN inbound_mobility_rate.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN inbound_mobility_rate.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN inbound_mobility_rate.value IS '100 x inbound / enrolled; unit: %. NULL if missing or bounded.';
COMMENT ON COLUMN inbound_mobility_rate.numerator IS
'mobile students from abroad in the state (persons; stays for credit_flow)';
COMMENT ON COLUMN inbound_mobility_rate.denominator IS 'all tertiary students in the state (persons)';

CREATE OR REPLACE VIEW outbound_mobility_ratio AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'outbound_mobility_ratio';
COMMENT ON VIEW outbound_mobility_ratio IS
'Outbound mobility ratio = 100 x outbound / enrolled. Unit: % (may exceed 100). By year, measure, state and '
'breakdown (total, level, sex, direction, kind, field).';
COMMENT ON COLUMN outbound_mobility_ratio.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN outbound_mobility_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN outbound_mobility_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN outbound_mobility_ratio.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN outbound_mobility_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN outbound_mobility_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN outbound_mobility_ratio.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN outbound_mobility_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN outbound_mobility_ratio.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN outbound_mobility_ratio.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN outbound_mobility_ratio.value IS
'100 x outbound / enrolled; unit: % (may exceed 100). NULL if missing or bounded.';
COMMENT ON COLUMN outbound_mobility_ratio.numerator IS 'students of the state abroad (persons; stays for credit_flow)';
COMMENT ON COLUMN outbound_mobility_ratio.denominator IS 'all tertiary students in the state (persons)';

CREATE OR REPLACE VIEW gross_outbound_enrolment_ratio AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'gross_outbound_enrolment_ratio';
COMMENT ON VIEW gross_outbound_enrolment_ratio IS
'Gross outbound enrolment ratio = 100 x outbound / population. Unit: %. By year, measure, state and breakdown '
'(total, level, sex, direction, kind, field).';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.year IS
'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.upper IS
'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.value IS
'100 x outbound / population; unit: %. NULL if missing or bounded.';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.numerator IS
'students of the state abroad (persons; stays for credit_flow)';
COMMENT ON COLUMN gross_outbound_enrolment_ratio.denominator IS 'population of tertiary age of the state (persons)';

CREATE OR REPLACE VIEW net_flow AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'net_flow';
COMMENT ON VIEW net_flow IS
'Net flow = inbound - outbound. Unit: persons, signed. By year, measure, state and breakdown (total, level, sex, '
'direction, kind, field).';
COMMENT ON COLUMN net_flow.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN net_flow.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN net_flow.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN net_flow.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN net_flow.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN net_flow.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN net_flow.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN net_flow.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN net_flow.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN net_flow.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN net_flow.value IS 'inbound - outbound; unit: persons, signed. NULL if missing or bounded.';
COMMENT ON COLUMN net_flow.numerator IS 'inbound (persons; stays for credit_flow)';
COMMENT ON COLUMN net_flow.denominator IS 'outbound (persons)';

CREATE OR REPLACE VIEW net_flow_ratio AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'net_flow_ratio';
COMMENT ON VIEW net_flow_ratio IS
'Net flow ratio = 100 x (inbound - outbound) / enrolled. Unit: %, signed. By year, measure, state and breakdown '
'(total, level, sex, direction, kind, field).';
COMMENT ON COLUMN net_flow_ratio.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN net_flow_ratio.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN net_flow_ratio.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN net_flow_ratio.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN net_flow_ratio.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN net_flow_ratio.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN net_flow_ratio.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN net_flow_ratio.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN net_flow_ratio.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN net_flow_ratio.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN net_flow_ratio.value IS
'100 x (inbound - outbound) / enrolled; unit: %, signed. NULL if missing or bounded.';
COMMENT ON COLUMN net_flow_ratio.numerator IS 'inbound - outbound (persons; stays for credit_flow)';
COMMENT ON COLUMN net_flow_ratio.denominator IS 'all tertiary students in the state (persons)';

CREATE OR REPLACE VIEW mobility_balance AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'mobility_balance';
COMMENT ON VIEW mobility_balance IS
'Mobility balance = inbound / outbound. Unit: ratio. By year, measure, state and breakdown (total, level, sex, '
'direction, kind, field).';
COMMENT ON COLUMN mobility_balance.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_balance.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_balance.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN mobility_balance.breakdown IS 'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN mobility_balance.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN mobility_balance.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN mobility_balance.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN mobility_balance.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_balance.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN mobility_balance.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN mobility_balance.value IS 'inbound / outbound; unit: ratio. NULL if missing or bounded.';
COMMENT ON COLUMN mobility_balance.numerator IS 'inbound (persons; stays for credit_flow)';
COMMENT ON COLUMN mobility_balance.denominator IS 'outbound (persons)';

CREATE OR REPLACE VIEW destination_share AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower, s.upper,
       s.status, s.conf, s.generated
FROM state_indicator s WHERE s.indicator = 'destination_share';
COMMENT ON VIEW destination_share IS
'Destination share = 100 x inbound / sum of inbound over all destinations. Unit: %. By year, measure, state and '
'breakdown (total, level, sex, direction, kind, field).';
COMMENT ON COLUMN destination_share.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN destination_share.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN destination_share.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN destination_share.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN destination_share.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN destination_share.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN destination_share.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN destination_share.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN destination_share.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN destination_share.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN destination_share.value IS
'100 x inbound / sum of inbound over all destinations; unit: %. NULL if missing or bounded.';
COMMENT ON COLUMN destination_share.numerator IS 'inbound (persons; stays for credit_flow)';
COMMENT ON COLUMN destination_share.denominator IS 'all mobile persons of the report (persons)';

CREATE OR REPLACE VIEW origin_distribution AS
SELECT f.year, f.measure, f.origin, f.destination, f.breakdown, f.category, r.value, f.value AS numerator,
       f.total AS denominator, r.lower, r.upper, r.status,
       CASE WHEN f.conf = 'C' OR f.total < v.min_denominator THEN 'C' ELSE 'F' END AS conf, f.generated
FROM (SELECT g.*, max(g.value) FILTER (WHERE g.origin = '_T') OVER w AS total,
             max(g.lower) FILTER (WHERE g.origin = '_T') OVER w AS total_lower,
             max(g.upper) FILTER (WHERE g.origin = '_T') OVER w AS total_upper,
             max(g.status) FILTER (WHERE g.origin = '_T') OVER w AS total_status
      FROM mobility_flow g WINDOW w AS (PARTITION BY g.year, g.measure, g.breakdown, g.category, g.destination)) f
CROSS JOIN report_convention v
CROSS JOIN LATERAL socu.rate_of(f.value, f.lower, f.upper, f.status, f.total, f.total_lower, f.total_upper,
                                f.total_status) r
WHERE socu.report_pair(f.origin, f.destination) AND f.status <> 'Z' AND f.total_status IS NOT NULL;
COMMENT ON VIEW origin_distribution IS
'Distribution of origins = 100 x flow (origin, destination) / inbound (destination). Unit: %. Origin _U (not '
'specified) is a line of its own.';
COMMENT ON COLUMN origin_distribution.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN origin_distribution.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN origin_distribution.origin IS
'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN origin_distribution.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN origin_distribution.breakdown IS
'By what it is broken down: total, direction, kind, level, field, sex.';
COMMENT ON COLUMN origin_distribution.category IS 'The category; _T total, _U not specified.';
COMMENT ON COLUMN origin_distribution.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN origin_distribution.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN origin_distribution.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN origin_distribution.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN origin_distribution.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN origin_distribution.value IS
'100 x flow (origin, destination) / inbound total of the destination; unit: %.';
COMMENT ON COLUMN origin_distribution.numerator IS 'Flow from the origin to the destination (persons or stays).';
COMMENT ON COLUMN origin_distribution.denominator IS 'Inbound total of the destination (persons or stays).';

CREATE OR REPLACE VIEW gender_parity AS
SELECT f.year, f.measure, f.state, x.side,
       socu.gender_parity_index(x.f, f.enrolled, x.m, m.enrolled, v.min_cell) AS value,
       100 * x.f / nullif(f.enrolled, 0) AS numerator, 100 * x.m / nullif(m.enrolled, 0) AS denominator,
       NULL::numeric AS lower, NULL::numeric AS upper,
       CASE WHEN x.st IN ('M', 'L') OR f.enrolled IS NULL OR m.enrolled IS NULL THEN 'M'
            WHEN x.m = 0 OR m.enrolled = 0 OR f.enrolled = 0 THEN 'Z' ELSE x.st END AS status,
       CASE WHEN x.f > 0 AND x.f < v.min_cell OR x.m > 0 AND x.m < v.min_cell THEN 'C' ELSE 'F' END AS conf,
       x.f / nullif(x.m, 0) AS female_male_ratio,
       socu.gender_parity_index(x.f, f.enrolled, x.m, m.enrolled, v.min_cell)
           BETWEEN v.parity_low AND v.parity_high AS parity,
       f.generated OR m.generated AS generated
FROM state_stock f
JOIN state_stock m ON m.year = f.year AND m.measure = f.measure AND m.state = f.state AND m.breakdown = 'sex'
     AND m.category = 'M'
CROSS JOIN report_convention v
CROSS JOIN LATERAL (VALUES ('inbound', f.inbound, m.inbound,
                            socu.total_status(ARRAY[f.inbound_status, m.inbound_status])),
                           ('outbound', f.outbound, m.outbound,
                            socu.total_status(ARRAY[f.outbound_status, m.outbound_status]))) x (side, f, m, st)
WHERE f.breakdown = 'sex' AND f.category = 'F';
COMMENT ON VIEW gender_parity IS
'Gender parity index of mobility = (F mobile / F enrolled) / (M mobile / M enrolled). Unit: ratio. Persons of unknown '
'sex are left out.';
COMMENT ON COLUMN gender_parity.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN gender_parity.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN gender_parity.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN gender_parity.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN gender_parity.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN gender_parity.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN gender_parity.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN gender_parity.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN gender_parity.side IS 'inbound or outbound.';
COMMENT ON COLUMN gender_parity.value IS
'(F mobile / F enrolled) / (M mobile / M enrolled); unit: ratio. NULL if a count is below the minimum cell or the male '
'rate is 0.';
COMMENT ON COLUMN gender_parity.numerator IS 'Female rate: 100 x F mobile / F enrolled; unit: %.';
COMMENT ON COLUMN gender_parity.denominator IS 'Male rate: 100 x M mobile / M enrolled; unit: %.';
COMMENT ON COLUMN gender_parity.female_male_ratio IS 'F mobile / M mobile; unit: ratio. Not the parity index.';
COMMENT ON COLUMN gender_parity.parity IS 'True if the index lies in the band of parity of report_params.';
