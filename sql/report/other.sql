-- report/other: concentration, directions, joint programmes, events, ratings, outstanding reports.

CREATE VIEW socu.mobility_concentration AS
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
      FROM socu.mobility_flow f
      CROSS JOIN LATERAL (VALUES (f.origin, 'destinations', f.destination),
                                 (f.destination, 'origins', f.origin)) s (state, side, part)
      WHERE f.breakdown = 'total' AND socu.report_pair(f.origin, f.destination) AND s.state !~ '^_' AND f.status <> 'Z'
      GROUP BY 1, 2, 3, 4) z
CROSS JOIN socu.report_convention v
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
COMMENT ON VIEW socu.mobility_concentration IS
'How concentrated the destinations and the origins of a state are. A remainder "others" (_O) gives bounds, not a '
'value.';
COMMENT ON COLUMN socu.mobility_concentration.side IS
'destinations (of the students of the state) or origins (of the students in the state).';
COMMENT ON COLUMN socu.mobility_concentration.indicator IS
'hhi = sum of squared shares, 0 to 1; hhi_normalised = (H - 1/N) / (1 - 1/N); effective_number = 1 / H.';
COMMENT ON COLUMN socu.mobility_concentration.value IS 'The indicator; unit: ratio, effective number: states.';
COMMENT ON COLUMN socu.mobility_concentration.numerator IS 'N: states with a flow.';
COMMENT ON COLUMN socu.mobility_concentration.denominator IS 'Persons or stays in all.';

CREATE VIEW socu.direction_coverage AS
WITH used AS (
    SELECT r.year, r.category AS direction, x.state FROM socu.report_rollup r
    CROSS JOIN LATERAL (VALUES (r.origin), (r.destination)) x (state)
    WHERE r.breakdown = 'direction' AND r.category <> '_U' AND r.stays > 0 AND x.state <> '_T'
    GROUP BY r.year, r.category, x.state
    UNION
    SELECT y.year, g.direction, i.state FROM socu.report_year y
    JOIN socu.programme g ON g.status = 'running' AND g.valid @> y.on_date AND g.direction IS NOT NULL
    JOIN socu.participation p ON p.programme = g.programme JOIN socu.institution i ON i.institution = p.institution)
SELECT y.year, s.state, 100.0 * count(u.year) / nullif(count(*), 0) AS value, count(u.year)::numeric AS numerator,
       count(*)::numeric AS denominator,
       CASE WHEN count(u.year) > 0 THEN 'A' ELSE 'N' END AS status, 'F'::text AS conf,
       array_agg(d.direction ORDER BY d.direction) FILTER (WHERE u.year IS NULL) AS without
FROM socu.report_year y CROSS JOIN socu.report_convention v
CROSS JOIN LATERAL socu.directions_as_of(y.on_date) d
CROSS JOIN LATERAL (SELECT DISTINCT m.state FROM socu.network_members(v.network, y.on_date) m) s
LEFT JOIN used u ON u.year = y.year AND u.direction = d.direction AND u.state = s.state
GROUP BY y.year, s.state;
COMMENT ON VIEW socu.direction_coverage IS
'Directions of study in use, by state of the network: at least one stay in the year or one running programme.';
COMMENT ON COLUMN socu.direction_coverage.value IS
'100 x directions with a stay or a running programme / directions open on the date; unit: %.';
COMMENT ON COLUMN socu.direction_coverage.numerator IS 'Directions with a stay or a running programme.';
COMMENT ON COLUMN socu.direction_coverage.denominator IS 'Directions open on the date of the year.';
COMMENT ON COLUMN socu.direction_coverage.without IS 'The open directions without either.';

CREATE VIEW socu.joint_programme_count AS
SELECT y.year, g.kind, g.status AS programme_status, count(*)::numeric AS value, 'A'::text AS status, 'F'::text AS conf
FROM socu.report_year y JOIN socu.programme g ON g.valid @> y.on_date
WHERE g.kind <> 'single' GROUP BY y.year, g.kind, g.status;
COMMENT ON VIEW socu.joint_programme_count IS
'Joint, double, dual and multiple degree programmes by kind and status. Only running ones exist; planned and possible '
'ones stand apart.';
COMMENT ON COLUMN socu.joint_programme_count.kind IS 'joint, double_degree, dual_degree, multiple_degree.';
COMMENT ON COLUMN socu.joint_programme_count.programme_status IS 'running, planned, possible or closed.';
COMMENT ON COLUMN socu.joint_programme_count.value IS 'Count of programmes on the date of the year.';

CREATE VIEW socu.registration_coverage AS
SELECT e.event, e.title, c.share_percent AS value, c.registered::numeric AS numerator,
       CASE WHEN lower(c.reported) = upper(c.reported) THEN lower(c.reported) END AS denominator,
       CASE WHEN NOT upper_inf(c.reported) THEN 100.0 * c.registered / nullif(upper(c.reported), 0) END AS lower,
       100.0 * c.registered / nullif(lower(c.reported), 0) AS upper,
       CASE WHEN c.share_percent IS NULL THEN 'L' WHEN c.registered = 0 THEN 'N' ELSE 'A' END AS status,
       'F'::text AS conf
FROM socu.event e CROSS JOIN LATERAL socu.event_agreement_coverage(e.event) c;
COMMENT ON VIEW socu.registration_coverage IS
'Agreements of an event that are in the registry, as a share of those reported.';
COMMENT ON COLUMN socu.registration_coverage.event IS 'The event.';
COMMENT ON COLUMN socu.registration_coverage.title IS 'Its title.';
COMMENT ON COLUMN socu.registration_coverage.value IS
'100 x registered / reported; unit: %. NULL if the report is not exact: see lower and upper.';
COMMENT ON COLUMN socu.registration_coverage.numerator IS 'Agreements in the registry.';
COMMENT ON COLUMN socu.registration_coverage.denominator IS 'Agreements reported, if exact.';

CREATE VIEW socu.rating_result AS
SELECT y.year, r.rating, s.institution, s.score AS value, s.rank, s.coverage, s.missing,
       CASE WHEN s.score IS NULL THEN 'M' ELSE 'A' END AS status, 'F'::text AS conf
FROM socu.report_year y CROSS JOIN socu.rating r CROSS JOIN LATERAL socu.rating_score(r.rating, y.on_date) s;
COMMENT ON VIEW socu.rating_result IS 'Scores and ranks of every rating on the date of the year.';
COMMENT ON COLUMN socu.rating_result.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_result.value IS
'Score, 0 to 100: weighted sum of the normalised values. NULL where too much is missing.';
COMMENT ON COLUMN socu.rating_result.rank IS 'Rank, 1 = best; NULL without a score.';
COMMENT ON COLUMN socu.rating_result.coverage IS 'Sum of the weights of the values that are there (0 to 1).';
COMMENT ON COLUMN socu.rating_result.missing IS 'Criteria without a value.';

CREATE VIEW socu.outstanding_report AS
SELECT r.report_schedule, r.addressee, r.direction, r.state, r.institution, r.period, r.due_on, r.days_late
FROM socu.reports_due(coalesce((SELECT t.as_of FROM socu.report_state t), CURRENT_DATE)) r;
COMMENT ON VIEW socu.outstanding_report IS
'Reports that coordinators owe on the content date; see reports_due() and coordinator_record().';
COMMENT ON COLUMN socu.outstanding_report.report_schedule IS 'The schedule.';
COMMENT ON COLUMN socu.outstanding_report.addressee IS 'To whom it goes.';
COMMENT ON COLUMN socu.outstanding_report.direction IS 'Direction of the coordinator.';
COMMENT ON COLUMN socu.outstanding_report.state IS 'State of the coordinator.';
COMMENT ON COLUMN socu.outstanding_report.institution IS 'The institution that coordinates.';
COMMENT ON COLUMN socu.outstanding_report.period IS 'The period the report is for, [from, to).';
COMMENT ON COLUMN socu.outstanding_report.due_on IS 'When it is due.';
COMMENT ON COLUMN socu.outstanding_report.days_late IS 'Days late (days); below 0 while there is time.';
