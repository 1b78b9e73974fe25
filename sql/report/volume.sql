-- report/volume: stays, persons, months and days.

CREATE OR REPLACE VIEW mobility_volume AS
WITH cells AS (
    SELECT r.year, r.measure, r.origin, r.destination, sum(r.stays) AS stays, sum(r.long_stays) AS long_stays,
           sum(r.stay_days) AS stay_days, sum(r.stay_days_360) AS stay_days_360,
           sum(r.days) AS days, sum(r.days_360) AS days_360, sum(r.open) AS open, sum(r.planned) AS planned,
           bool_or(r.generated) AS generated
    FROM report_rollup r
    WHERE r.breakdown = 'total' AND r.measure <> 'unknown' AND (r.origin <> r.destination OR r.origin = '_T')
      AND (r.stays > 0 OR r.days > 0)
    GROUP BY r.year, r.measure, r.origin, r.destination)
SELECT c.year, c.measure, c.origin, c.destination, x.indicator, x.convention, x.unit, x.value, x.numerator,
       x.denominator, NULL::numeric AS lower, NULL::numeric AS upper,
       CASE WHEN x.value IS NULL THEN 'Z'
            WHEN x.indicator IN ('stays', 'persons') THEN CASE WHEN x.value = 0 THEN 'N' ELSE 'A' END
            WHEN c.open > 0 THEN 'P' WHEN c.planned > 0 THEN 'E' ELSE 'A' END AS status,
       CASE WHEN c.stays > 0 AND c.stays < v.min_cell THEN 'C' ELSE 'F' END AS conf, c.generated
FROM cells c CROSS JOIN report_convention v
LEFT JOIN report_rollup_person p ON p.base_year = c.year AND p.measure = c.measure AND p.origin = c.origin
     AND p.destination = c.destination
CROSS JOIN LATERAL (
    SELECT k.convention, k.days_in, k.days_of FROM (VALUES
        ('days30', c.days / 30.0, c.stay_days / 30.0),
        ('m30e360', c.days_360 / 30.0, c.stay_days_360 / 30.0),
        ('calendar', c.days / (365.25 / 12), c.stay_days / (365.25 / 12))) k (convention, days_in, days_of)) m
CROSS JOIN LATERAL (
    SELECT 'stays' AS indicator, '_Z' AS convention, 'stays' AS unit, c.stays::numeric AS value,
           NULL::numeric AS numerator, NULL::numeric AS denominator WHERE m.convention = 'days30'
    UNION ALL
    SELECT 'persons'::text, '_Z'::text, 'persons'::text, c.stays - coalesce(p.repeats, 0), NULL::numeric, NULL::numeric
    WHERE m.convention = 'days30'
    UNION ALL
    SELECT 'student_months'::text, m.convention, 'months'::text, m.days_in, NULL::numeric, NULL::numeric
    WHERE c.measure <> 'staff_flow'
    UNION ALL
    SELECT 'working_days'::text, '_Z'::text, 'days'::text, c.days, NULL::numeric, NULL::numeric
    WHERE c.measure = 'staff_flow' AND m.convention = 'days30'
    UNION ALL
    SELECT 'days_per_person'::text, '_Z'::text, 'days'::text,
           c.stay_days::numeric / nullif(c.stays - coalesce(p.repeats, 0), 0),
           c.stay_days, c.stays - coalesce(p.repeats, 0)
    WHERE c.measure = 'staff_flow' AND m.convention = 'days30'
    UNION ALL
    SELECT 'mean_stay'::text, m.convention, 'months'::text, m.days_of / nullif(c.stays, 0), m.days_of, c.stays
    WHERE c.measure = 'credit_flow'
    UNION ALL
    SELECT 'long_stay_share'::text, v.month_convention, '%'::text, 100.0 * c.long_stays / nullif(c.stays, 0),
           c.long_stays, c.stays
    WHERE c.measure = 'credit_flow' AND m.convention = 'days30') x;
COMMENT ON VIEW mobility_volume IS
'Volume of mobility by origin and destination (_T = all): stays, distinct persons, student-months in the year under '
'three conventions, mean stay, share of long stays, days of staff. Persons of cells do not add up to the persons of a '
'total.';
COMMENT ON COLUMN mobility_volume.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_volume.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_volume.origin IS 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.';
COMMENT ON COLUMN mobility_volume.destination IS 'State of destination, ISO 3166 alpha-2; _T all.';
COMMENT ON COLUMN mobility_volume.unit IS 'Unit of value.';
COMMENT ON COLUMN mobility_volume.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN mobility_volume.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN mobility_volume.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_volume.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN mobility_volume.generated IS 'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN mobility_volume.indicator IS
'stays (begun in the year), persons (distinct, with a stay begun), student_months (that fall in the year), mean_stay '
'(months / stays begun), long_stay_share (100 x long stays / stays), working_days and days_per_person (staff: calendar '
'days, both ends counted).';
COMMENT ON COLUMN mobility_volume.convention IS
'days30, m30e360, calendar (see stay_months()); _Z where none is needed.';
COMMENT ON COLUMN mobility_volume.value IS
'The indicator, in unit. Months: days of the stays / 30 (days30), 30E/360 days / 30 (m30e360), days / 30.4375 '
'(calendar).';
COMMENT ON COLUMN mobility_volume.numerator IS
'Of a mean or share: months, long stays or days of the stays begun.';
COMMENT ON COLUMN mobility_volume.denominator IS 'Of a mean or share: stays begun or persons.';
