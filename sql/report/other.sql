-- report/other: concentration, directions, joint programmes, events, ratings, outstanding reports.

CREATE OR REPLACE VIEW mobility_concentration AS
SELECT z.year, z.measure, z.state, z.side, x.indicator, x.value, z.n AS numerator, z.total AS denominator,
       x.lower, x.upper,
       CASE WHEN x.value IS NOT NULL THEN z.status WHEN x.lower IS NOT NULL THEN 'L' WHEN z.status = 'L' THEN 'M'
            ELSE 'Z' END AS status,
       CASE WHEN z.total < v.min_denominator OR z.smallest < v.min_cell THEN 'C' ELSE 'F' END AS conf, z.generated
FROM (SELECT f.year, f.measure, s.state, s.side,
             array_agg(f.value) FILTER (WHERE f.value > 0 AND s.part <> '_O') AS parts,
             coalesce(sum(f.value) FILTER (WHERE s.part = '_O'), 0) AS rest,
             count(*) FILTER (WHERE f.value > 0 AND s.part <> '_O')::numeric AS n,
             sum(f.value) AS total, min(f.value) FILTER (WHERE f.value > 0) AS smallest,
             socu.total_status(array_agg(f.status) FILTER (WHERE f.status NOT IN ('Z', 'N'))) AS status,
             bool_or(f.generated) AS generated
      FROM mobility_flow f
      CROSS JOIN LATERAL (VALUES (f.origin, 'destinations', f.destination),
                                 (f.destination, 'origins', f.origin)) s (state, side, part)
      WHERE f.breakdown = 'total' AND socu.report_pair(f.origin, f.destination) AND s.state !~ '^_' AND f.status <> 'Z'
      GROUP BY 1, 2, 3, 4) z
CROSS JOIN report_convention v
CROSS JOIN LATERAL socu.concentration_of(z.parts, z.rest) h
CROSS JOIN LATERAL (VALUES
    ('hhi', CASE WHEN z.status NOT IN ('L', 'M') THEN h.hhi END,
     CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN h.hhi_lower END,
     CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN h.hhi_upper END),
    ('hhi_normalised', CASE WHEN z.status NOT IN ('L', 'M') THEN h.normalised END, NULL, NULL),
    ('effective_number', CASE WHEN z.status NOT IN ('L', 'M') THEN h.effective_number END,
     CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN 1 / h.hhi_upper END,
     CASE WHEN h.hhi IS NULL AND z.status NOT IN ('L', 'M') THEN 1 / nullif(h.hhi_lower, 0) END)) x (indicator,
             value, lower, upper)
WHERE z.n > 0;
COMMENT ON VIEW mobility_concentration IS
'How concentrated the destinations and the origins of a state are. A remainder "others" (_O) gives bounds, not a '
'value.';
COMMENT ON COLUMN mobility_concentration.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN mobility_concentration.measure IS
'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), '
'official_stock (persons, by offices). Never added.';
COMMENT ON COLUMN mobility_concentration.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN mobility_concentration.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN mobility_concentration.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN mobility_concentration.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN mobility_concentration.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN mobility_concentration.generated IS
'True if rows of the generator are in it; NULL where no records are.';
COMMENT ON COLUMN mobility_concentration.side IS
'destinations (of the students of the state) or origins (of the students in the state).';
COMMENT ON COLUMN mobility_concentration.indicator IS
'hhi = sum of squared shares, 0 to 1; hhi_normalised = (H - 1/N) / (1 - 1/N); effective_number = 1 / H.';
COMMENT ON COLUMN mobility_concentration.value IS 'The indicator; unit: ratio, effective number: states.';
COMMENT ON COLUMN mobility_concentration.numerator IS 'N: states with a flow.';
COMMENT ON COLUMN mobility_concentration.denominator IS 'Persons or stays in all.';

CREATE OR REPLACE VIEW direction_coverage AS
WITH used AS (
    SELECT r.year, r.category AS direction, x.state FROM report_rollup r
    CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
    WHERE r.breakdown = 'direction' AND r.category <> '_U' AND r.stays > 0 AND x.state <> '_T'
    GROUP BY r.year, r.category, x.state
    UNION
    SELECT y.year, g.direction, i.state FROM report_year y
    JOIN programme g ON g.status = 'running' AND g.validity @> y.on_date AND g.direction IS NOT NULL
    JOIN participation p ON p.programme = g.programme JOIN institution i ON i.institution = p.institution)
SELECT y.year, s.state, 100.0 * count(u.year) / nullif(count(*), 0) AS value, count(u.year)::numeric AS numerator,
       count(*)::numeric AS denominator,
       CASE WHEN count(u.year) > 0 THEN 'A' ELSE 'N' END AS status, 'F'::text AS conf,
       array_agg(d.direction ORDER BY d.direction) FILTER (WHERE u.year IS NULL) AS without
FROM report_year y CROSS JOIN report_convention v
CROSS JOIN LATERAL directions_as_of(y.on_date) d
CROSS JOIN LATERAL (SELECT DISTINCT m.state FROM network_members(v.network, y.on_date) m) s
LEFT JOIN used u ON u.year = y.year AND u.direction = d.direction AND u.state = s.state
GROUP BY y.year, s.state;
COMMENT ON VIEW direction_coverage IS
'Directions of study in use, by state of the network: at least one stay in the year or one running programme.';
COMMENT ON COLUMN direction_coverage.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN direction_coverage.state IS 'The state, ISO 3166 alpha-2.';
COMMENT ON COLUMN direction_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN direction_coverage.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN direction_coverage.value IS
'100 x directions with a stay or a running programme / directions open on the date; unit: %.';
COMMENT ON COLUMN direction_coverage.numerator IS 'Directions with a stay or a running programme.';
COMMENT ON COLUMN direction_coverage.denominator IS 'Directions open on the date of the year.';
COMMENT ON COLUMN direction_coverage.without IS 'The open directions without either.';

CREATE OR REPLACE VIEW joint_programme_count AS
SELECT y.year, g.kind, g.status AS programme_status, count(*)::numeric AS value, 'A'::text AS status, 'F'::text AS conf
FROM report_year y JOIN programme g ON g.validity @> y.on_date
WHERE g.kind <> 'single' GROUP BY y.year, g.kind, g.status;
COMMENT ON VIEW joint_programme_count IS
'Joint, double, dual and multiple degree programmes by kind and status. Only running ones exist; planned and possible '
'ones stand apart.';
COMMENT ON COLUMN joint_programme_count.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN joint_programme_count.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN joint_programme_count.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN joint_programme_count.kind IS 'joint, double_degree, dual_degree, multiple_degree.';
COMMENT ON COLUMN joint_programme_count.programme_status IS 'running, planned, possible or closed.';
COMMENT ON COLUMN joint_programme_count.value IS 'Count of programmes on the date of the year.';

CREATE OR REPLACE VIEW registration_coverage AS
SELECT e.event, e.title, c.share_percent AS value, c.registered::numeric AS numerator,
       CASE WHEN lower(c.reported) = upper(c.reported) THEN lower(c.reported) END AS denominator,
       CASE WHEN NOT upper_inf(c.reported) THEN 100.0 * c.registered / nullif(upper(c.reported), 0) END AS lower,
       100.0 * c.registered / nullif(lower(c.reported), 0) AS upper,
       CASE WHEN c.share_percent IS NULL THEN 'L' WHEN c.registered = 0 THEN 'N' ELSE 'A' END AS status,
       'F'::text AS conf
FROM event e CROSS JOIN LATERAL event_agreement_coverage(e.event) c;
COMMENT ON VIEW registration_coverage IS
'Agreements of an event that are in the registry, as a share of those reported.';
COMMENT ON COLUMN registration_coverage.lower IS 'At least, where the value is bounded (status L).';
COMMENT ON COLUMN registration_coverage.upper IS 'At most, where the value is bounded (status L); NULL = not known.';
COMMENT ON COLUMN registration_coverage.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN registration_coverage.conf IS
'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN registration_coverage.event IS 'The event.';
COMMENT ON COLUMN registration_coverage.title IS 'Its title.';
COMMENT ON COLUMN registration_coverage.value IS
'100 x registered / reported; unit: %. NULL if the report is not exact: see lower and upper.';
COMMENT ON COLUMN registration_coverage.numerator IS 'Agreements in the registry.';
COMMENT ON COLUMN registration_coverage.denominator IS 'Agreements reported, if exact.';

CREATE OR REPLACE VIEW rating_result AS
SELECT y.year, r.rating, s.institution, s.score AS value, s.rank, s.coverage, s.missing,
       CASE WHEN s.score IS NULL THEN 'M' ELSE 'A' END AS status, 'F'::text AS conf
FROM report_year y CROSS JOIN rating r CROSS JOIN LATERAL rating_score(r.rating, y.on_date) s;
COMMENT ON VIEW rating_result IS 'Scores and ranks of every rating on the date of the year.';
COMMENT ON COLUMN rating_result.year IS 'Reporting year: the calendar year in which the academic year ends.';
COMMENT ON COLUMN rating_result.institution IS 'The institution; _U not specified.';
COMMENT ON COLUMN rating_result.status IS
'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another '
'cell, L bounded.';
COMMENT ON COLUMN rating_result.conf IS 'F free, C hidden or to be hidden (small), S hidden to protect another cell.';
COMMENT ON COLUMN rating_result.rating IS 'The rating.';
COMMENT ON COLUMN rating_result.value IS
'Score, 0 to 100: weighted sum of the normalised values. NULL where too much is missing.';
COMMENT ON COLUMN rating_result.rank IS 'Rank, 1 = best; NULL without a score.';
COMMENT ON COLUMN rating_result.coverage IS 'Sum of the weights of the values that are there (0 to 1).';
COMMENT ON COLUMN rating_result.missing IS 'Criteria without a value.';

CREATE OR REPLACE VIEW outstanding_report AS
SELECT r.report_schedule, r.addressee, r.direction, r.state, r.institution, r.period, r.due_on, r.days_late
FROM reports_due(coalesce((SELECT t.as_of FROM report_state t), CURRENT_DATE)) r;
COMMENT ON VIEW outstanding_report IS
'Reports that coordinators owe on the content date; see reports_due() and coordinator_record().';
COMMENT ON COLUMN outstanding_report.report_schedule IS 'The schedule.';
COMMENT ON COLUMN outstanding_report.addressee IS 'To whom it goes.';
COMMENT ON COLUMN outstanding_report.direction IS 'Direction of the coordinator.';
COMMENT ON COLUMN outstanding_report.state IS 'State of the coordinator.';
COMMENT ON COLUMN outstanding_report.institution IS 'The institution that coordinates.';
COMMENT ON COLUMN outstanding_report.period IS 'The period the report is for, [from, to).';
COMMENT ON COLUMN outstanding_report.due_on IS 'When it is due.';
COMMENT ON COLUMN outstanding_report.days_late IS 'Days late (days); below 0 while there is time.';
