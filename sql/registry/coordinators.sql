-- registry/coordinators: coordinators, their current records, duties and reports.

CREATE OR REPLACE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON coordinator
    FOR EACH ROW EXECUTE FUNCTION socu.history_keep('coordinator');
COMMENT ON TABLE coordinator IS
'Coordinators of directions: at most one institution for a direction and state at a time.';
COMMENT ON COLUMN coordinator.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN coordinator.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN coordinator.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN coordinator.recorded_by IS 'The role that wrote this version.';
COMMENT ON COLUMN coordinator.recorded_at IS 'When this version was written: the start of its transaction.';
COMMENT ON SEQUENCE coordinator_seq IS 'Keys of coordinator.';
COMMENT ON COLUMN coordinator.coordinator IS 'Key.';
COMMENT ON COLUMN coordinator.direction IS 'The direction.';
COMMENT ON COLUMN coordinator.state IS 'The state it coordinates in.';
COMMENT ON COLUMN coordinator.institution IS 'The coordinating institution.';
COMMENT ON COLUMN coordinator.programme IS 'The programme it coordinates, where the office is for one.';
COMMENT ON COLUMN coordinator.represents IS
'Where it presents the interest of the direction: national, international.';
COMMENT ON COLUMN coordinator.leads IS
'True for the coordinator of the direction over all states; at most one at a time.';
COMMENT ON COLUMN coordinator.decision IS 'The decision that appointed it.';
CREATE OR REPLACE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON direction_record
    FOR EACH ROW EXECUTE FUNCTION socu.history_keep('direction_record');
COMMENT ON TABLE direction_record IS
'The current records that a coordinator keeps of its direction: one entry per subject at a time, former versions in '
'record_history.';
COMMENT ON COLUMN direction_record.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN direction_record.recorded_by IS 'The role that wrote this version.';
COMMENT ON COLUMN direction_record.recorded_at IS 'When this version was written: the start of its transaction.';
COMMENT ON SEQUENCE direction_record_seq IS 'Keys of direction_record.';
COMMENT ON COLUMN direction_record.direction_record IS 'Key.';
COMMENT ON COLUMN direction_record.direction IS 'The direction.';
COMMENT ON COLUMN direction_record.state IS 'The state whose coordinator keeps it.';
COMMENT ON COLUMN direction_record.subject IS 'What the entry is about.';
COMMENT ON COLUMN direction_record.content IS 'The entry.';
CREATE OR REPLACE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON direction_speciality
    FOR EACH ROW EXECUTE FUNCTION socu.history_keep('direction_speciality');
COMMENT ON TABLE direction_speciality IS
'The set of specialities of a direction in a state, by period. It may be empty.';
COMMENT ON COLUMN direction_speciality.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN direction_speciality.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN direction_speciality.recorded_by IS 'The role that wrote this version.';
COMMENT ON COLUMN direction_speciality.recorded_at IS 'When this version was written: the start of its transaction.';
COMMENT ON SEQUENCE direction_speciality_seq IS 'Keys of direction_speciality.';
COMMENT ON COLUMN direction_speciality.direction_speciality IS 'Key.';
COMMENT ON COLUMN direction_speciality.direction IS 'The direction.';
COMMENT ON COLUMN direction_speciality.state IS 'The state whose classifier the code is of.';
COMMENT ON COLUMN direction_speciality.code IS
'The speciality; a code with subordinate codes stands for all of them.';
COMMENT ON COLUMN direction_speciality.status IS 'proposed or agreed.';
COMMENT ON TABLE duty IS 'Duties of a coordinator.';
COMMENT ON COLUMN duty.name_en IS 'Name in English.';
COMMENT ON COLUMN duty.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN duty.source IS 'Where the fact stands.';
COMMENT ON COLUMN duty.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN duty.duty IS 'Key: snake_case.';
COMMENT ON COLUMN duty.ordinal IS 'Its place in the list.';
COMMENT ON COLUMN duty.foreign_partners IS 'True if it concerns institutions abroad.';
COMMENT ON COLUMN duty.addressees IS 'Kinds of body that it is owed to: ministry, working_group, rectorate.';
CREATE OR REPLACE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON duty_record
    FOR EACH ROW EXECUTE FUNCTION socu.history_keep('duty_record');
COMMENT ON TABLE duty_record IS 'What a coordinator did to fulfil a duty: meetings, letters, materials.';
COMMENT ON COLUMN duty_record.recorded_by IS 'The role that wrote this version.';
COMMENT ON COLUMN duty_record.recorded_at IS 'When this version was written: the start of its transaction.';
COMMENT ON SEQUENCE duty_record_seq IS 'Keys of duty_record.';
COMMENT ON COLUMN duty_record.duty_record IS 'Key.';
COMMENT ON COLUMN duty_record.coordinator IS 'The coordinator.';
COMMENT ON COLUMN duty_record.duty IS 'The duty.';
COMMENT ON COLUMN duty_record.done IS 'When, as exact as it is known.';
COMMENT ON COLUMN duty_record.subject IS 'What it was about.';
COMMENT ON COLUMN duty_record.body IS 'The body it was sent to or done with.';
COMMENT ON COLUMN duty_record.institution IS 'The institution it was done with.';
COMMENT ON COLUMN duty_record.evidence IS 'Where it can be seen.';
COMMENT ON TABLE report_schedule IS
'Reports that coordinators owe at regular times. Each period of so many months, counted from first_day, ends in one '
'report.';
COMMENT ON COLUMN report_schedule.name_en IS 'Name in English.';
COMMENT ON COLUMN report_schedule.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN report_schedule.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN report_schedule.report_schedule IS 'Key.';
COMMENT ON COLUMN report_schedule.addressee IS
'To whom: ministry (of the coordinator''s state), working_group or rectorate.';
COMMENT ON COLUMN report_schedule.direction IS 'Only for this direction; NULL for all.';
COMMENT ON COLUMN report_schedule.state IS 'Only for coordinators of this state; NULL for all.';
COMMENT ON COLUMN report_schedule.first_day IS 'First day of the first period.';
COMMENT ON COLUMN report_schedule.months IS 'Length of a period in months.';
COMMENT ON COLUMN report_schedule.due_days IS
'Days after the end of a period within which its report is to be sent.';
COMMENT ON COLUMN report_schedule.ended IS
'Periods that end after this day owe no report; NULL while the schedule lasts.';
CREATE OR REPLACE TRIGGER history_keep BEFORE INSERT OR UPDATE OR DELETE ON report_sent
    FOR EACH ROW EXECUTE FUNCTION socu.history_keep('report_sent');
COMMENT ON TABLE report_sent IS 'Reports that coordinators have sent.';
COMMENT ON COLUMN report_sent.recorded_by IS 'The role that wrote this version.';
COMMENT ON COLUMN report_sent.recorded_at IS 'When this version was written: the start of its transaction.';
COMMENT ON SEQUENCE report_sent_seq IS 'Keys of report_sent.';
COMMENT ON COLUMN report_sent.report_sent IS 'Key.';
COMMENT ON COLUMN report_sent.report_schedule IS 'The schedule it answers.';
COMMENT ON COLUMN report_sent.coordinator IS 'The coordinator that sent it.';
COMMENT ON COLUMN report_sent.period IS 'The period it is for, [from, to).';
COMMENT ON COLUMN report_sent.sent_on IS 'The day it was sent.';
COMMENT ON COLUMN report_sent.body IS 'The body it was sent to.';
COMMENT ON COLUMN report_sent.content IS 'What it said.';

-- ---- asking ----

CREATE OR REPLACE FUNCTION reports_due(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (report_schedule text, addressee text, coordinator bigint, direction text, state text,
                   institution text, period daterange, due_on date, days_late int)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT s.report_schedule, s.addressee, c.coordinator, c.direction, c.state, c.institution, p.period,
           upper(p.period) + s.due_days, on_date - (upper(p.period) + s.due_days)
    FROM report_schedule s
    CROSS JOIN LATERAL generate_series(0, greatest(0, (extract(year FROM age(on_date, s.first_day)) * 12
                                                       + extract(month FROM age(on_date, s.first_day)))::int
                                                      / s.months - 1)) n
    CROSS JOIN LATERAL (SELECT daterange((s.first_day + make_interval(months => s.months * n))::date,
                                         (s.first_day + make_interval(months => s.months * (n + 1)))::date) AS period) p
    JOIN coordinator c ON c.validity @> upper(p.period) - 1
         AND (s.direction IS NULL OR s.direction = c.direction) AND (s.state IS NULL OR s.state = c.state)
    WHERE upper(p.period) <= on_date AND (s.ended IS NULL OR upper(p.period) - 1 <= s.ended)
      AND NOT EXISTS (SELECT FROM report_sent r
                      WHERE r.report_schedule = s.report_schedule AND r.coordinator = c.coordinator
                        AND r.period = p.period AND r.sent_on <= on_date)
    ORDER BY 8, 1, 4, 5;
END;
COMMENT ON FUNCTION reports_due(date) IS
'Reports that coordinators owe on a date: the period is over and nothing was sent. Who coordinated on its last day '
'owes it. days_late is below 0 while there is time.';

CREATE OR REPLACE FUNCTION duty_fulfilment(on_date date DEFAULT CURRENT_DATE, months int DEFAULT 12)
    RETURNS TABLE (coordinator bigint, direction text, state text, institution text, duty text, records bigint,
                   latest date, fulfilled boolean)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT c.coordinator, c.direction, c.state, c.institution, d.duty, count(r.duty_record),
           max(upper(edtf_range(r.done)) - 1), count(r.duty_record) > 0
    FROM coordinator c CROSS JOIN duty d
    LEFT JOIN duty_record r ON r.coordinator = c.coordinator AND r.duty = d.duty
         AND edtf_range(r.done) && daterange((on_date - make_interval(months => duty_fulfilment.months))::date,
                                                  on_date, '(]')
    WHERE c.validity @> on_date
    GROUP BY c.coordinator, d.duty, d.ordinal
    ORDER BY c.direction, c.state, d.ordinal, d.duty;
END;
COMMENT ON FUNCTION duty_fulfilment(date, int) IS
'Every coordinator in office on a date with every duty: how many records of the last months (12), the latest, and '
'whether there is any.';

CREATE OR REPLACE FUNCTION records_stale(on_date date DEFAULT CURRENT_DATE, max_age interval DEFAULT '12 months')
    RETURNS TABLE (coordinator bigint, direction text, state text, institution text, last_update date, age_days int)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    SELECT c.coordinator, c.direction, c.state, c.institution, u.last_update, on_date - u.last_update
    FROM coordinator c
    CROSS JOIN LATERAL (SELECT max(x.d) AS last_update
                        FROM (SELECT (r.recorded_at AT TIME ZONE 'UTC')::date AS d FROM direction_record r
                              WHERE r.direction = c.direction AND r.state = c.state
                              UNION ALL
                              SELECT (r.recorded_at AT TIME ZONE 'UTC')::date FROM direction_speciality r
                              WHERE r.direction = c.direction AND r.state = c.state) x
                        WHERE x.d <= on_date) u
    WHERE c.validity @> on_date AND coalesce(u.last_update < on_date - max_age, true)
    ORDER BY u.last_update NULLS FIRST, c.direction, c.state;
END;
COMMENT ON FUNCTION records_stale(date, interval) IS
'Coordinators in office on a date whose current records were not touched within the agreed age (12 months); '
'last_update is NULL if there are none. Days are counted in UTC.';

CREATE OR REPLACE FUNCTION coordinator_record(direction text, state text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (section text, item text, content text, since date, recorded_by text, recorded_at timestamptz)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT x.section, x.item, x.content, x.since, x.recorded_by, x.recorded_at
    FROM (
        SELECT 1 AS o, 'direction' AS section, s.status AS item, d.name_en AS content, lower(s.validity) AS since,
               NULL::text AS recorded_by, NULL::timestamptz AS recorded_at
        FROM direction d
        JOIN LATERAL (SELECT t.* FROM direction_status t WHERE t.direction = d.direction AND t.validity @> on_date
                      ORDER BY t.shipped LIMIT 1) s ON true
        WHERE d.direction = coordinator_record.direction
        UNION ALL
        SELECT 2, 'coordinator'::text, c.institution,
               concat_ws('; ', i.name_en, 'represents it ' || array_to_string(c.represents, ' and '),
                         'programme ' || c.programme),
               lower(c.validity), c.recorded_by, c.recorded_at
        FROM coordinator c JOIN institution i ON i.institution = c.institution
        WHERE c.direction = coordinator_record.direction AND c.state = coordinator_record.state
          AND c.validity @> on_date
        UNION ALL
        SELECT 3, 'speciality'::text, s.code::text, concat_ws('; ', s.title, s.status), lower(s.validity),
               s.recorded_by, s.recorded_at
        FROM direction_speciality s
        WHERE s.direction = coordinator_record.direction AND s.state = coordinator_record.state
          AND s.validity @> on_date
        UNION ALL
        SELECT 4, 'programme'::text, p.programme, concat_ws('; ', p.title, p.kind, p.status), lower(p.validity),
               NULL::text, NULL::timestamptz
        FROM programme p
        WHERE p.direction = coordinator_record.direction AND p.validity @> on_date AND p.status <> 'closed'
          AND EXISTS (SELECT FROM participation q JOIN institution i ON i.institution = q.institution
                      WHERE q.programme = p.programme AND i.state = coordinator_record.state)
        UNION ALL
        SELECT 5, 'institution'::text, i.institution, i.name_en, lower(m.validity), NULL::text, NULL::timestamptz
        FROM institution_direction m JOIN institution i ON i.institution = m.institution
        WHERE m.direction = coordinator_record.direction AND i.state = coordinator_record.state
          AND m.validity @> on_date
          AND m.confidence <> 'uncertain'
          AND (NOT m.shipped OR NOT EXISTS (SELECT FROM institution_direction o
                                            WHERE o.institution = m.institution AND o.direction = m.direction
                                              AND NOT o.shipped AND o.validity @> on_date))
        UNION ALL
        SELECT 6, 'record'::text, r.subject, r.content, lower(r.validity), r.recorded_by, r.recorded_at
        FROM direction_record r
        WHERE r.direction = coordinator_record.direction AND r.state = coordinator_record.state
          AND r.validity @> on_date
        UNION ALL
        SELECT 7, 'duty'::text, f.duty, format('%s in the last 12 months', f.records), f.latest, NULL::text,
               NULL::timestamptz
        FROM duty_fulfilment(on_date) f
        WHERE f.direction = coordinator_record.direction AND f.state = coordinator_record.state
        UNION ALL
        SELECT 8, 'report due'::text, r.report_schedule, format('to the %s for %s', replace(r.addressee, '_', ' '),
                                                          r.period), r.due_on, NULL::text, NULL::timestamptz
        FROM reports_due(on_date) r
        WHERE r.direction = coordinator_record.direction AND r.state = coordinator_record.state) x
    ORDER BY x.o, x.item COLLATE "C", x.since;
END;
COMMENT ON FUNCTION coordinator_record(text, text, date) IS
'The coordinator''s record of a direction in a state as of a date: its status, coordinator, specialities, programmes, '
'institutions, entries, duties, reports due. since of a report is the day it is due, of a duty the latest day.';
