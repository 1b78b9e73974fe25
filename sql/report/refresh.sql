-- report/refresh: making the roll-ups.

CREATE FUNCTION socu.report_refresh(as_of date DEFAULT CURRENT_DATE, at timestamptz DEFAULT NULL, everything boolean DEFAULT false) RETURNS int[]
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    p socu.report_params;
    before socu.report_state;
    now_xmin xid8;
    now_origin text;
    now_rules text;
    now_lines text;
    total bigint;
    counted bigint;
    dirty int[];
    whole boolean;
    records text := CASE WHEN at IS NULL THEN 'socu.mobility' ELSE format('socu.mobility_at(%L)', at) END;
    from_table text := format('(SELECT * FROM %s r WHERE socu.report_places(r.starts_on, r.ends_on))', records);
    shape record;
    wanted text;
    long_days int;
BEGIN
    IF NOT coalesce(socu.report_places(as_of, as_of), false) THEN
        RAISE EXCEPTION 'as_of cannot be %', coalesce(as_of::text, 'NULL') USING ERRCODE = 'datetime_field_overflow',
            HINT = 'Give a day of the years 1900 to 2199.';
    END IF;
    LOCK TABLE socu.report_state IN EXCLUSIVE MODE;
    SELECT * INTO STRICT p FROM socu.report_convention;
    long_days := ceil(p.min_stay_months * CASE p.month_convention WHEN 'calendar' THEN 365.25 / 12 ELSE 30 END);
    SELECT * INTO before FROM socu.report_state;
    now_xmin := pg_snapshot_xmin(pg_current_snapshot());
    now_origin := format('%s/%s/%s', (SELECT system_identifier FROM pg_control_system()), (SELECT oid FROM pg_database WHERE datname = current_database()),
                         pg_relation_filenode('socu.mobility'));
    now_rules := md5(concat(to_jsonb(p)::text,
        (SELECT string_agg(c::text, '|' ORDER BY c::text COLLATE "C") FROM socu.academic_calendar c),
        (SELECT string_agg(k::text, '|' ORDER BY k::text COLLATE "C") FROM socu.mobility_kind k),
        (SELECT string_agg(format('%s %s %s %s %s %s', a.agreement, a.status, a.signed, a.valid, a.renewal, a.renewal_months), '|' ORDER BY a.agreement) FROM socu.agreement a)));
    now_lines := md5((SELECT string_agg(format('%s %s', q.quota_id, to_jsonb(q) - '{seats,carried_in,carried_out,effective_limit,booking_limit,status,note}'::text[]), '|' ORDER BY q.quota_id)
                      FROM socu.quota q));
    now_lines := coalesce(now_lines, '');

    -- which years have changed
    whole := everything OR at IS NOT NULL OR before.one IS NULL OR before.snapshot_xmin IS NULL OR before.origin <> now_origin OR before.rules <> now_rules
             OR now_xmin::text::numeric - before.snapshot_xmin::text::numeric > 1000000000;
    IF NOT whole THEN
        SELECT count(*), coalesce(array_agg(DISTINCT socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution, p.year_start_month, p.year_start_day))
                                  FILTER (WHERE age(m.xmin) <= l.old OR as_of <> before.as_of AND coalesce(m.ends_on > least(as_of, before.as_of), true)
                                             OR m.state = 'accepted' AND as_of <> before.as_of
                                                AND m.starts_on + p.arrival_days BETWEEN least(as_of, before.as_of) AND greatest(as_of, before.as_of)), '{}')
        INTO total, dirty
        FROM socu.mobility m CROSS JOIN (SELECT age((before.snapshot_xmin::text::numeric % 4294967296)::text::xid) AS old) l
        WHERE socu.report_places(m.starts_on, m.ends_on);
        SELECT dirty || coalesce(array_agg(DISTINCT socu.reporting_year((w.was ->> 'starts_on')::date, w.was ->> 'receiving_state', w.was ->> 'receiving_institution',
                                                                        p.year_start_month, p.year_start_day)), '{}')
        INTO dirty
        FROM (SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
              FROM socu.mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
              WHERE age(h.xmin) <= age((before.snapshot_xmin::text::numeric % 4294967296)::text::xid)
              GROUP BY h.mobility_id) x
        LEFT JOIN socu.mobility m ON m.mobility_id = x.mobility_id
        CROSS JOIN LATERAL (SELECT coalesce(to_jsonb(m), '{}') || x.was AS was OFFSET 0) w
        WHERE socu.report_places((w.was ->> 'starts_on')::date, (w.was ->> 'ends_on')::date);
    END IF;

    -- what has no place in any year stops nothing: it is listed
    DELETE FROM socu.report_unplaced;
    EXECUTE format('INSERT INTO socu.report_unplaced SELECT m.mobility_id, m.starts_on, m.ends_on FROM %s m WHERE NOT socu.report_places(m.starts_on, m.ends_on)', records);

    -- where the years begin, at each receiver
    wanted := CASE WHEN whole THEN 'true'
                   ELSE format('m.starts_on BETWEEN make_date(%s, 1, 1) AND make_date(%s, 12, 31)',
                               coalesce((SELECT min(y) FROM unnest(dirty) y), 3) - 2, coalesce((SELECT max(y) FROM unnest(dirty) y), 3) + 1) END;
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_years ON COMMIT DROP AS
        SELECT r.receiving_state, r.receiving_institution, y.year,
               socu.reporting_year_start(y.year, r.receiving_state, nullif(r.receiving_institution, '_U'), $1, $2) AS starts,
               socu.reporting_year_start(y.year + 1, r.receiving_state, nullif(r.receiving_institution, '_U'), $1, $2) AS next
        FROM (SELECT m.receiving_state, coalesce(m.receiving_institution, '_U') AS receiving_institution, date_part('year', min(m.starts_on))::int - 1 AS low,
                     date_part('year', max(greatest(m.starts_on, coalesce(m.ends_on, $3))))::int + 2 AS high
              FROM %s m WHERE %s GROUP BY 1, 2) r
        CROSS JOIN LATERAL generate_series(r.low, r.high) y (year) $q$, from_table, wanted)
        USING p.year_start_month, p.year_start_day, as_of;
    ANALYZE pg_temp.socu_report_years;

    -- the stays of those years
    EXECUTE format($q$
        CREATE TEMP TABLE socu_report_fact ON COMMIT DROP AS
        SELECT m.student, m.measure, m.kind, m.state, m.sending_state, m.receiving_state, m.sending_institution, m.receiving_institution, m.direction, m.level, m.field, m.funding,
               m.agreement, m.programme, m.starts_on, m.generated, m.base_year, m.there, m.open, m.last_day, m.last_day - m.starts_on + 1 AS days,
               socu.day_number_360(m.last_day) - socu.day_number_360(m.starts_on) + 1 AS days_360, y.next,
               coalesce(a.in_force AND (a.always OR m.starts_on >= a.since) AND (a.until IS NULL OR a.until > m.starts_on OR a.renewal = 'automatic'), false) AS covered
        FROM (SELECT m.student, coalesce(k.measure, 'unknown') AS measure, m.kind, m.state, m.sending_state, m.receiving_state, coalesce(m.sending_institution, '_U') AS sending_institution,
                     coalesce(m.receiving_institution, '_U') AS receiving_institution, m.direction, m.level, m.field, m.funding, m.agreement, m.programme, m.starts_on,
                     m.created_by = 'generated' AS generated, socu.reporting_year(m.starts_on, m.receiving_state, m.receiving_institution, $1, $2) AS base_year,
                     m.state IN ('arrived', 'completed', 'recognized', 'early_return') AS there, m.ends_on IS NULL AS open, greatest(m.starts_on, coalesce(m.ends_on, $3)) AS last_day
              FROM %s m
              LEFT JOIN (SELECT DISTINCT ON (x.kind) x.kind, x.measure FROM socu.mobility_kind x ORDER BY x.kind, x.shipped) k ON k.kind = m.kind
              WHERE %s OFFSET 0) m
        JOIN pg_temp.socu_report_years y ON y.receiving_state = m.receiving_state AND y.receiving_institution = m.receiving_institution AND y.year = m.base_year
        LEFT JOIN (SELECT g.agreement, g.status <> 'draft' AS in_force, coalesce(lower(g.valid), lower(socu.edtf_range(g.signed))) AS since,
                          coalesce(lower(g.valid), lower(socu.edtf_range(g.signed))) IS NULL AS always, upper(g.valid) AS until, CASE g.status WHEN 'signed' THEN g.renewal END AS renewal
                   FROM socu.agreement g) a ON a.agreement = m.agreement
        WHERE $4 OR m.base_year = ANY ($5) $q$, from_table, wanted)
        USING p.year_start_month, p.year_start_day, as_of, whole, dirty;
    SELECT coalesce(array_agg(y ORDER BY y), '{}') INTO dirty
    FROM (SELECT DISTINCT f.base_year FROM pg_temp.socu_report_fact f UNION SELECT unnest(dirty)) d (y);
    IF whole THEN
        DELETE FROM socu.report_rollup;
        DELETE FROM socu.report_rollup_institution;
        DELETE FROM socu.report_rollup_node;
        DELETE FROM socu.report_rollup_person;
        DELETE FROM socu.report_rollup_quota;
    ELSE
        DELETE FROM socu.report_rollup r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_institution r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_node r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_person r WHERE r.base_year = ANY (dirty);
        DELETE FROM socu.report_rollup_quota r WHERE r.base_year = ANY (dirty);
    END IF;

    ANALYZE pg_temp.socu_report_fact;

    CREATE TEMP TABLE socu_report_sum (base_year int, year int, measure text COLLATE "C", kind text COLLATE "C", direction text COLLATE "C", level text COLLATE "C", field text COLLATE "C",
        sending_state text COLLATE "C", receiving_state text COLLATE "C", generated boolean,
        records bigint, pending bigint, accepted bigint, rejected bigint, cancelled bigint, arrived bigint, early_returns bigint, awaited bigint, covered bigint,
        open bigint, planned bigint, stays bigint, long_stays bigint, stay_days bigint, stay_days_360 bigint, days bigint, days_360 bigint) ON COMMIT DROP;
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, f.base_year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           count(*), count(*) FILTER (WHERE f.state = 'submitted'),
           count(*) FILTER (WHERE f.there OR f.state IN ('accepted', 'no_show', 'cancelled')), count(*) FILTER (WHERE f.state = 'rejected'),
           count(*) FILTER (WHERE f.state = 'cancelled'), count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.state = 'early_return'),
           count(*) FILTER (WHERE f.state = 'accepted' AND f.starts_on + p.arrival_days > as_of), count(*) FILTER (WHERE f.there AND f.covered),
           count(*) FILTER (WHERE f.there AND f.open), count(*) FILTER (WHERE f.state = 'arrived' AND NOT f.open),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock'),
           count(*) FILTER (WHERE f.there AND f.measure <> 'degree_stock' AND CASE p.month_convention WHEN 'm30e360' THEN f.days_360 ELSE f.days END >= long_days),
           coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0),
           coalesce(sum(least(f.days, f.next - f.starts_on)) FILTER (WHERE f.there), 0),
           coalesce(sum(CASE WHEN f.last_day < f.next THEN f.days_360 ELSE socu.day_number_360(f.next - 1) - socu.day_number_360(f.starts_on) + 1 END) FILTER (WHERE f.there), 0)
    FROM pg_temp.socu_report_fact f
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    -- the days that fall in later years
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) FILTER (WHERE f.open), count(*) FILTER (WHERE f.state = 'arrived' AND NOT f.open), 0, 0, 0, 0,
           sum(least(f.last_day, y.next - 1) - y.starts + 1), sum(socu.day_number_360(least(f.last_day, y.next - 1)) - socu.day_number_360(y.starts - 1))
    FROM pg_temp.socu_report_fact f
    JOIN pg_temp.socu_report_years y ON y.receiving_state = f.receiving_state AND y.receiving_institution = f.receiving_institution AND y.year > f.base_year AND y.starts <= f.last_day
    WHERE f.there AND f.last_day >= f.next
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    -- the stock on the cut-off date of each year
    INSERT INTO pg_temp.socu_report_sum
    SELECT f.base_year, y.year, f.measure, f.kind, coalesce(f.direction, '_U'), coalesce(f.level, '_U'), coalesce(left(f.field, 2), '_U'), f.sending_state, f.receiving_state, f.generated,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0, 0, 0
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(extract(year FROM f.starts_on)::int, extract(year FROM f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock' AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

    ANALYZE pg_temp.socu_report_sum;
    -- in all and by one property at a time; stays within a state are in no margin
    INSERT INTO socu.report_rollup
    SELECT q.base_year, q.year, q.measure, q.breakdown, q.category, x.origin, x.destination, q.generated,
           sum(q.records), sum(q.pending), sum(q.accepted), sum(q.rejected), sum(q.cancelled), sum(q.arrived), sum(q.early_returns), sum(q.awaited), sum(q.covered),
           sum(q.open), sum(q.planned), sum(q.stays), sum(q.long_stays), sum(q.stay_days), sum(q.stay_days_360), sum(q.days), sum(q.days_360)
    FROM (SELECT r.base_year, r.year, r.measure, b.breakdown, b.category, r.sending_state, r.receiving_state, r.generated,
                 sum(r.records) AS records, sum(r.pending) AS pending, sum(r.accepted) AS accepted, sum(r.rejected) AS rejected, sum(r.cancelled) AS cancelled, sum(r.arrived) AS arrived,
                 sum(r.early_returns) AS early_returns, sum(r.awaited) AS awaited, sum(r.covered) AS covered, sum(r.open) AS open, sum(r.planned) AS planned, sum(r.stays) AS stays,
                 sum(r.long_stays) AS long_stays, sum(r.stay_days) AS stay_days, sum(r.stay_days_360) AS stay_days_360, sum(r.days) AS days, sum(r.days_360) AS days_360
          FROM pg_temp.socu_report_sum r
          CROSS JOIN LATERAL (VALUES ('total', '_T'), ('kind', r.kind), ('direction', r.direction), ('level', r.level), ('field', r.field)) b (breakdown, category)
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) q
    CROSS JOIN LATERAL (
        SELECT q.sending_state AS origin, q.receiving_state AS destination
        UNION ALL SELECT y.o, y.d FROM (VALUES (q.sending_state, '_T'), ('_T', q.receiving_state), ('_T', '_T')) y (o, d) WHERE q.sending_state <> q.receiving_state) x
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    ORDER BY 2, 4, 3; -- what is read together stands together
    DROP TABLE pg_temp.socu_report_sum;

    INSERT INTO socu.report_rollup_institution
    SELECT f.base_year, f.base_year, f.measure, f.sending_state, f.receiving_state, f.sending_institution, f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'),
           f.generated, count(*), sum(f.days), sum(f.days_360), max(f.starts_on)
    FROM pg_temp.socu_report_fact f WHERE f.there AND f.measure <> 'degree_stock'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    INSERT INTO socu.report_rollup_institution
    SELECT f.base_year, y.year, f.measure, f.sending_state, f.receiving_state, f.sending_institution, f.receiving_institution, coalesce(f.direction, '_U'), coalesce(f.agreement, '_U'),
           f.generated, count(*), sum(CASE WHEN y.year = f.base_year THEN f.days ELSE 0 END), sum(CASE WHEN y.year = f.base_year THEN f.days_360 ELSE 0 END), max(f.starts_on)
    FROM pg_temp.socu_report_fact f
    CROSS JOIN LATERAL generate_series(date_part('year', f.starts_on)::int, date_part('year', f.last_day)::int + 1) y (year)
    WHERE f.there AND f.measure = 'degree_stock' AND make_date(y.year - 1, p.cutoff_month, p.cutoff_day) BETWEEN f.starts_on AND least(f.last_day, as_of)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

    INSERT INTO socu.report_rollup_node
    SELECT r.base_year, r.year, r.measure, x.role, x.state, x.institution, r.direction, r.generated, sum(r.stays)
    FROM socu.report_rollup_institution r
    CROSS JOIN LATERAL (VALUES ('origin', r.sending_state, r.sending_institution), ('destination', r.receiving_state, r.receiving_institution)) x (role, state, institution)
    WHERE (whole OR r.base_year = ANY (dirty)) AND r.measure <> 'unknown' AND r.sending_state <> r.receiving_state
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

    -- persons with more than one stay in the year
    INSERT INTO socu.report_rollup_person
    SELECT f.base_year, f.measure, coalesce(f.sending_state, '_T'), coalesce(f.receiving_state, '_T'), count(*) - count(DISTINCT f.student)
    FROM pg_temp.socu_report_fact f
    JOIN (SELECT g.base_year, g.measure, g.student FROM pg_temp.socu_report_fact g
          WHERE g.there AND g.measure <> 'degree_stock' AND g.sending_state <> g.receiving_state GROUP BY 1, 2, 3 HAVING count(*) > 1) r USING (base_year, measure, student)
    WHERE f.there AND f.sending_state <> f.receiving_state
    GROUP BY GROUPING SETS ((f.base_year, f.measure, f.sending_state, f.receiving_state), (f.base_year, f.measure, f.sending_state),
                            (f.base_year, f.measure, f.receiving_state), (f.base_year, f.measure));

    -- quota lines: one join for each set of columns that lines name
    IF NOT whole AND before.lines IS DISTINCT FROM now_lines THEN
        -- other years have to be counted again too: that needs their stays
        DROP TABLE pg_temp.socu_report_fact;
        DROP TABLE pg_temp.socu_report_years;
        RETURN socu.report_refresh(as_of, at, true);
    END IF;
    FOR shape IN
        SELECT s.* FROM (
            SELECT q.sending_state IS NOT NULL AS c1, q.receiving_state IS NOT NULL AS c2, q.sending_institution IS NOT NULL AS c3, q.receiving_institution IS NOT NULL AS c4,
                   q.direction IS NOT NULL AS c5, q.kind IS NOT NULL AS c6, q.funding IS NOT NULL AS c7, q.agreement IS NOT NULL AS c8
            FROM socu.quota q WHERE q.status <> 'draft' AND NOT q.balance GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) s LOOP
        EXECUTE concat($q$
            INSERT INTO socu.report_rollup_quota
            SELECT q.quota_id, f.base_year, count(*) FILTER (WHERE f.state = 'submitted'),
                   count(*) FILTER (WHERE f.there OR f.state IN ('accepted', 'no_show', 'cancelled')), count(*) FILTER (WHERE f.state = 'rejected'),
                   count(*) FILTER (WHERE f.state = 'cancelled'), count(*) FILTER (WHERE f.there), count(*) FILTER (WHERE f.state = 'early_return'),
                   count(*) FILTER (WHERE f.state = 'accepted' AND f.starts_on + $1 > $2),
                   coalesce(sum(f.days) FILTER (WHERE f.there), 0), coalesce(sum(f.days_360) FILTER (WHERE f.there), 0)
            FROM pg_temp.socu_report_fact f JOIN socu.quota q ON true $q$,
            CASE WHEN shape.c1 THEN 'AND q.sending_state = f.sending_state ' END, CASE WHEN shape.c2 THEN 'AND q.receiving_state = f.receiving_state ' END,
            CASE WHEN shape.c3 THEN 'AND q.sending_institution = f.sending_institution ' END, CASE WHEN shape.c4 THEN 'AND q.receiving_institution = f.receiving_institution ' END,
            CASE WHEN shape.c5 THEN 'AND q.direction = f.direction ' END, CASE WHEN shape.c6 THEN 'AND q.kind = f.kind ' END,
            CASE WHEN shape.c7 THEN 'AND q.funding = f.funding ' END, CASE WHEN shape.c8 THEN 'AND q.agreement = f.agreement ' END,
            $q$ AND f.starts_on <@ q.period AND (q.programme IS NULL OR starts_with(f.programme, q.programme)) AND (q.levels IS NULL OR f.level = ANY (q.levels))
                AND (q.fields IS NULL OR EXISTS (SELECT FROM unnest(q.fields) g WHERE starts_with(f.field, g)))
            WHERE q.status <> 'draft' AND NOT q.balance
              AND (q.sending_state IS NOT NULL, q.receiving_state IS NOT NULL, q.sending_institution IS NOT NULL, q.receiving_institution IS NOT NULL,
                   q.direction IS NOT NULL, q.kind IS NOT NULL, q.funding IS NOT NULL, q.agreement IS NOT NULL) = ($3, $4, $5, $6, $7, $8, $9, $10)
            GROUP BY 1, 2 $q$)
        USING p.arrival_days, as_of, shape.c1, shape.c2, shape.c3, shape.c4, shape.c5, shape.c6, shape.c7, shape.c8;
    END LOOP;

    SELECT coalesce(sum(r.records), 0) INTO counted FROM socu.report_rollup r WHERE r.breakdown = 'total' AND r.origin <> '_T' AND r.destination <> '_T';
    IF NOT whole AND counted <> total THEN
        -- rows vanished without a trace, or came while we counted
        DROP TABLE pg_temp.socu_report_fact;
        DROP TABLE pg_temp.socu_report_years;
        RETURN socu.report_refresh(as_of, at, true);
    END IF;
    DELETE FROM socu.report_state;
    INSERT INTO socu.report_state (refreshed_at, extracted_at, as_of, snapshot_xmin, origin, rules, lines, records, params)
    VALUES (now(), coalesce(at, now()), as_of, CASE WHEN at IS NULL THEN now_xmin END, now_origin, now_rules, now_lines, counted, p.params);
    DROP TABLE pg_temp.socu_report_fact;
    DROP TABLE pg_temp.socu_report_years;
    -- the views join these; a plan made without knowing their sizes can take a minute instead of a moment
    ANALYZE socu.report_rollup, socu.report_rollup_institution, socu.report_rollup_node, socu.report_rollup_person, socu.report_rollup_quota;
    RETURN dirty;
END
$$;
COMMENT ON FUNCTION socu.report_refresh(date, timestamptz, boolean) IS
'Brings the roll-ups behind the report views up to date and returns the reporting years that were counted again: those in which a record was added, changed or removed since the last time; all after a change of the calendar, the kinds, the agreements, the quota lines'' scopes or the conventions. at shows the records as they stood then (until the next refresh). One refresh at a time. Records are not slowed down: nothing is written when they change.';
REVOKE ALL ON FUNCTION socu.report_refresh(date, timestamptz, boolean) FROM PUBLIC;
