-- report/state: inbound and outbound of a state, rates, distribution, gender parity.

-- inbound, outbound, enrolled and population of each state, by level or sex
CREATE VIEW socu.state_stock AS
WITH side AS (
    SELECT f.year, f.measure, x.state, f.breakdown, f.category,
           max(f.value) FILTER (WHERE x.incoming) AS inbound, max(f.lower) FILTER (WHERE x.incoming) AS inbound_lower,
           max(f.upper) FILTER (WHERE x.incoming) AS inbound_upper,
           max(f.status) FILTER (WHERE x.incoming) AS inbound_status,
           max(f.value) FILTER (WHERE NOT x.incoming) AS outbound,
           max(f.lower) FILTER (WHERE NOT x.incoming) AS outbound_lower,
           max(f.upper) FILTER (WHERE NOT x.incoming) AS outbound_upper,
           max(f.status) FILTER (WHERE NOT x.incoming) AS outbound_status, bool_or(f.generated) AS generated
    FROM socu.mobility_flow f
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
LEFT JOIN (SELECT * FROM socu.official_series o
           WHERE o.measure = 'enrolled' AND o.breakdown = 'total' AND o.unit = 'persons') e
  ON e.year = s.year AND e.state = s.state AND e.level = CASE s.breakdown WHEN 'level' THEN s.category ELSE '_T' END
     AND e.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END
     AND s.breakdown IN ('total', 'level', 'sex')
LEFT JOIN (SELECT * FROM socu.official_series o
           WHERE o.measure = 'population' AND o.breakdown = 'total' AND o.level = '_T') p
  ON p.year = s.year AND p.state = s.state AND p.sex = CASE s.breakdown WHEN 'sex' THEN s.category ELSE '_T' END
     AND s.breakdown IN ('total', 'sex');
COMMENT ON VIEW socu.state_stock IS
'Inbound, outbound, enrolled and population of each state side by side: what the indicators of states are made of.';

CREATE VIEW socu.state_indicator AS
SELECT s.year, s.measure, s.state, s.breakdown, s.category, x.indicator, x.unit,
       x.value, x.numerator, x.denominator, x.lower, x.upper, x.status,
       CASE WHEN x.status IN ('M', 'Z', 'X') THEN 'F'
            WHEN least(nullif(s.inbound, 0), nullif(s.outbound, 0)) < v.min_cell
                 OR x.indicator NOT IN ('net_flow', 'mobility_balance') AND x.denominator < v.min_denominator THEN 'C'
            ELSE 'F' END AS conf, s.generated
FROM socu.state_stock s CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (
    SELECT 'inbound_mobility_rate' AS indicator, '%' AS unit, r.value, s.inbound AS numerator,
           s.enrolled AS denominator, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.enrolled, s.enrolled_lower,
                      s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'outbound_mobility_ratio', '%', r.value, s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.enrolled, s.enrolled_lower,
                      s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'gross_outbound_enrolment_ratio', '%', r.value, s.outbound, s.population, r.lower, r.upper, r.status
    FROM socu.rate_of(s.outbound, s.outbound_lower, s.outbound_upper, s.outbound_status, s.population,
                      s.population_lower, s.population_upper, s.population_status) r
    UNION ALL
    SELECT 'net_flow', 'persons', n.value, s.inbound, s.outbound, n.lower, n.upper, n.status
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
    SELECT 'net_flow_ratio', '%', r.value, s.inbound - s.outbound, s.enrolled, r.lower, r.upper, r.status
    FROM socu.rate_of(coalesce(s.inbound, 0) - coalesce(s.outbound, 0), NULL, NULL,
                      CASE WHEN s.inbound_status IN ('M', 'L') OR s.outbound_status IN ('M', 'L') THEN 'M'
                           ELSE socu.total_status(ARRAY[s.inbound_status, s.outbound_status]) END,
                      s.enrolled, s.enrolled_lower, s.enrolled_upper, s.enrolled_status) r
    UNION ALL
    SELECT 'mobility_balance', 'ratio', r.value, s.inbound, s.outbound, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.outbound, s.outbound_lower,
                      s.outbound_upper, s.outbound_status, 1) r
    UNION ALL
    SELECT 'destination_share', '%', r.value, s.inbound, s.total, r.lower, r.upper, r.status
    FROM socu.rate_of(s.inbound, s.inbound_lower, s.inbound_upper, s.inbound_status, s.total, s.total_lower, NULL,
                      s.total_status) r) x;
COMMENT ON VIEW socu.state_indicator IS
'The indicators of states (UNESCO UIS, OECD), one row each; the views by their names show one of them.';

DO $$
DECLARE
    i record;
BEGIN
    FOR i IN SELECT * FROM (VALUES
        ('inbound_mobility_rate', '%', '100 x inbound / enrolled', 'mobile students from abroad in the state',
         'all tertiary students in the state'),
        ('outbound_mobility_ratio', '% (may exceed 100)', '100 x outbound / enrolled', 'students of the state abroad',
         'all tertiary students in the state'),
        ('gross_outbound_enrolment_ratio', '%', '100 x outbound / population', 'students of the state abroad',
         'population of tertiary age of the state'),
        ('net_flow', 'persons, signed', 'inbound - outbound', 'inbound', 'outbound'),
        ('net_flow_ratio', '%, signed', '100 x (inbound - outbound) / enrolled', 'inbound - outbound',
         'all tertiary students in the state'),
        ('mobility_balance', 'ratio', 'inbound / outbound', 'inbound', 'outbound'),
        ('destination_share', '%', '100 x inbound / sum of inbound over all destinations', 'inbound',
         'all mobile persons of the report')) x (name, unit, formula, num, den) LOOP
        EXECUTE pg_catalog.format('CREATE VIEW socu.%1$I AS
            SELECT s.year, s.measure, s.state, s.breakdown, s.category, s.value, s.numerator, s.denominator, s.lower,
                   s.upper, s.status, s.conf, s.generated
            FROM socu.state_indicator s WHERE s.indicator = %1$L', i.name);
        EXECUTE pg_catalog.format('COMMENT ON VIEW socu.%I IS %L', i.name, pg_catalog.format(
            '%s = %s. Unit: %s. By year, measure, state and breakdown (total, level, sex, direction, kind, field).',
            pg_catalog.upper(pg_catalog.left(i.name, 1)) || pg_catalog.replace(pg_catalog.substr(i.name, 2), '_', ' '),
            i.formula, i.unit));
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.value IS %L', i.name,
                                  pg_catalog.format('%s; unit: %s. NULL if missing or bounded.', i.formula, i.unit));
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.numerator IS %L', i.name,
                                  i.num || ' (persons; stays for credit_flow)');
        EXECUTE pg_catalog.format('COMMENT ON COLUMN socu.%I.denominator IS %L', i.name, i.den || ' (persons)');
    END LOOP;
END
$$;

CREATE VIEW socu.origin_distribution AS
SELECT f.year, f.measure, f.origin, f.destination, f.breakdown, f.category, r.value, f.value AS numerator,
       f.total AS denominator, r.lower, r.upper, r.status,
       CASE WHEN f.conf = 'C' OR f.total < v.min_denominator THEN 'C' ELSE 'F' END AS conf, f.generated
FROM (SELECT g.*, max(g.value) FILTER (WHERE g.origin = '_T') OVER w AS total,
             max(g.lower) FILTER (WHERE g.origin = '_T') OVER w AS total_lower,
             max(g.upper) FILTER (WHERE g.origin = '_T') OVER w AS total_upper,
             max(g.status) FILTER (WHERE g.origin = '_T') OVER w AS total_status
      FROM socu.mobility_flow g WINDOW w AS (PARTITION BY g.year, g.measure, g.breakdown, g.category, g.destination)) f
CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL socu.rate_of(f.value, f.lower, f.upper, f.status, f.total, f.total_lower, f.total_upper,
                                f.total_status) r
WHERE socu.report_pair(f.origin, f.destination) AND f.status <> 'Z' AND f.total_status IS NOT NULL;
COMMENT ON VIEW socu.origin_distribution IS
'Distribution of origins = 100 x flow (origin, destination) / inbound (destination). Unit: %. Origin _U (not '
'specified) is a line of its own.';
COMMENT ON COLUMN socu.origin_distribution.value IS
'100 x flow (origin, destination) / inbound total of the destination; unit: %.';
COMMENT ON COLUMN socu.origin_distribution.numerator IS 'Flow from the origin to the destination (persons or stays).';
COMMENT ON COLUMN socu.origin_distribution.denominator IS 'Inbound total of the destination (persons or stays).';

CREATE VIEW socu.gender_parity AS
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
FROM socu.state_stock f
JOIN socu.state_stock m ON m.year = f.year AND m.measure = f.measure AND m.state = f.state AND m.breakdown = 'sex'
     AND m.category = 'M'
CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL (VALUES ('inbound', f.inbound, m.inbound,
                            socu.total_status(ARRAY[f.inbound_status, m.inbound_status])),
                           ('outbound', f.outbound, m.outbound,
                            socu.total_status(ARRAY[f.outbound_status, m.outbound_status]))) x (side, f, m, st)
WHERE f.breakdown = 'sex' AND f.category = 'F';
COMMENT ON VIEW socu.gender_parity IS
'Gender parity index of mobility = (F mobile / F enrolled) / (M mobile / M enrolled). Unit: ratio. Persons of unknown '
'sex are left out.';
COMMENT ON COLUMN socu.gender_parity.side IS 'inbound or outbound.';
COMMENT ON COLUMN socu.gender_parity.value IS
'(F mobile / F enrolled) / (M mobile / M enrolled); unit: ratio. NULL if a count is below the minimum cell or the male '
'rate is 0.';
COMMENT ON COLUMN socu.gender_parity.numerator IS 'Female rate: 100 x F mobile / F enrolled; unit: %.';
COMMENT ON COLUMN socu.gender_parity.denominator IS 'Male rate: 100 x M mobile / M enrolled; unit: %.';
COMMENT ON COLUMN socu.gender_parity.female_male_ratio IS 'F mobile / M mobile; unit: ratio. Not the parity index.';
COMMENT ON COLUMN socu.gender_parity.parity IS 'True if the index lies in the band of parity of report_params.';
