-- quota/ask: is there room, how full is a line, and why.

CREATE OR REPLACE FUNCTION quota_check(
    sending_state text, receiving_state text, sending_institution text DEFAULT NULL,
    receiving_institution text DEFAULT NULL, direction text DEFAULT NULL, kind text DEFAULT 'study',
    funding text DEFAULT NULL, agreement text DEFAULT NULL, level integer DEFAULT NULL,
    program_code program_code DEFAULT NULL, field program_code DEFAULT NULL, status text DEFAULT 'submitted',
    student text DEFAULT NULL,
    starts_on date DEFAULT CURRENT_DATE, terms numeric DEFAULT 1, months numeric DEFAULT NULL,
    days numeric DEFAULT NULL,
    OUT quota_id bigint, OUT code text, OUT unit text, OUT asked numeric, OUT "limit" numeric,
    OUT booking_limit numeric, OUT held numeric, OUT consumed numeric, OUT free numeric, OUT verdict text,
    OUT reason text)
    RETURNS SETOF record LANGUAGE network_c VOLATILE PARALLEL UNSAFE COST 20 ROWS 3 AS 'quota_check';
COMMENT ON FUNCTION quota_check(text, text, text, text, text, text, text, text, integer, program_code, program_code,
                                text, text, date, numeric, numeric, numeric) IS
'Would this nomination find room? One row for each quota line that fits, in the order in which they are asked: what is '
'asked for, limits, held, consumed and free units, verdict (ok, refused, advisory, borrowed, unlimited) and reason '
'code. No row = no line limits it. Writes and locks nothing. Whether the student has a seat of a line of persons '
'already is told only to who may read mobility.student (without row security): for others every student asks for a new '
'seat.';

-- not in SQL: a parsed body that names columns of a row type keeps its table from getting new ones
CREATE OR REPLACE FUNCTION quota_check(nomination mobility,
    OUT quota_id bigint, OUT code text, OUT unit text, OUT asked numeric, OUT "limit" numeric,
    OUT booking_limit numeric, OUT held numeric, OUT consumed numeric, OUT free numeric, OUT verdict text,
    OUT reason text)
    RETURNS SETOF record LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE COST 20 ROWS 3 AS $$
BEGIN
    RETURN QUERY SELECT c.* FROM quota_check(
        nomination.sending_state, nomination.receiving_state, nomination.sending_institution,
        nomination.receiving_institution, nomination.direction, nomination.kind, nomination.funding,
        nomination.agreement, nomination.level, nomination.program_code, nomination.field,
        nomination.status,
        nomination.student, nomination.starts_on, nomination.terms,
        coalesce(nomination.actual_months, nomination.months),
        coalesce(nomination.actual_days, nomination.days)) c;
END $$;
COMMENT ON FUNCTION quota_check(mobility) IS
'Would this nomination find room? As quota_check with single arguments, for a row of mobility (also one that is not '
'stored).';

CREATE OR REPLACE FUNCTION quota_applies(nomination mobility, quota_id bigint) RETURNS boolean
    LANGUAGE network_c VOLATILE STRICT PARALLEL UNSAFE COST 10 AS 'quota_applies';
COMMENT ON FUNCTION quota_applies(mobility, bigint) IS
'Does the nomination count under the line, whatever its status?';

CREATE OR REPLACE FUNCTION quota_usage(quota_id bigint, OUT held numeric, OUT consumed numeric, OUT book_free numeric,
                                 OUT seat_free numeric,
    OUT frozen boolean, OUT closed boolean, OUT slots integer, OUT since timestamptz)
    LANGUAGE network_c VOLATILE STRICT PARALLEL UNSAFE COST 10 AS 'quota_usage';
COMMENT ON FUNCTION quota_usage(bigint) IS
'The counters of a line: newest committed version and own changes, at every isolation level. NULL when it has none '
'(draft).';

CREATE OR REPLACE VIEW quota_status AS
SELECT q.quota_id, q.code, q.scheme, q.parent_id, q.validity, q.term, q.unit, q.limited, q.status, q.enforcement,
       q.effective_limit AS "limit", q.booking_limit, u.held, u.consumed,
       CASE WHEN q.limited = 'limited' THEN u.book_free END AS free,
       CASE WHEN q.limited = 'limited'
            THEN greatest(-u.book_free, CASE WHEN q.overbook_factor > 1 THEN -u.seat_free ELSE 0 END, 0) END AS over_by,
       u.frozen,
       CASE WHEN q.effective_limit > 0 THEN pg_catalog.round(u.consumed / q.effective_limit, 4) END AS utilisation
FROM quota q LEFT JOIN LATERAL quota_usage(q.quota_id) u ON true;
COMMENT ON VIEW quota_status IS 'Each quota line with its usage as it is now.';
COMMENT ON COLUMN quota_status.quota_id IS 'Key of the line.';
COMMENT ON COLUMN quota_status.code IS 'Name of the line.';
COMMENT ON COLUMN quota_status.scheme IS 'Its scheme.';
COMMENT ON COLUMN quota_status.parent_id IS 'The line above.';
COMMENT ON COLUMN quota_status.validity IS 'Its validity.';
COMMENT ON COLUMN quota_status.term IS 'The academic year or term of the validity.';
COMMENT ON COLUMN quota_status.unit IS 'What is counted.';
COMMENT ON COLUMN quota_status.limited IS 'limited, unlimited or not_stated.';
COMMENT ON COLUMN quota_status.status IS 'draft, open or closed.';
COMMENT ON COLUMN quota_status.enforcement IS 'hard or advisory.';
COMMENT ON COLUMN quota_status."limit" IS 'What may be consumed (seats with carry-over).';
COMMENT ON COLUMN quota_status.booking_limit IS 'What may be held and consumed together (with over-booking).';
COMMENT ON COLUMN quota_status.held IS 'Bound by nominations under decision.';
COMMENT ON COLUMN quota_status.consumed IS 'Taken by accepted persons.';
COMMENT ON COLUMN quota_status.free IS 'Room for further nominations.';
COMMENT ON COLUMN quota_status.over_by IS 'By how much the usage is above a limit that was lowered.';
COMMENT ON COLUMN quota_status.frozen IS 'No new seats until the usage is back below the limit.';
COMMENT ON COLUMN quota_status.utilisation IS 'consumed / limit.';

CREATE OR REPLACE FUNCTION quota_explain(mobility_id bigint) RETURNS SETOF text
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE ROWS 4 AS $$
DECLARE
    m mobility;
    c record;
    bearing boolean;
    any_line boolean := false;
    refused int := 0;
BEGIN
    SELECT * INTO m FROM mobility x WHERE x.mobility_id = quota_explain.mobility_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'mobility % does not exist', mobility_id USING ERRCODE = 'no_data_found';
    END IF;
    SELECT s.holds OR s.consumes INTO bearing FROM mobility_status s WHERE s.status = m.status;
    RETURN NEXT format('Mobility %s of %s: %s -> %s, starts %s, status %s.', m.mobility_id, m.student,
                       coalesce(m.sending_institution, m.sending_state),
                       coalesce(m.receiving_institution, m.receiving_state),
                       m.starts_on, m.status);
    FOR c IN SELECT * FROM quota_check(m) LOOP
        any_line := true;
        IF c.quota_id IS NULL THEN
            refused := refused + 1;
            RETURN NEXT format('Scheme "%s" is closed and has no line for it (%s).', c.code, c.reason);
        ELSIF bearing THEN
            RETURN NEXT format('It counts %s %s on line "%s" (limit %s, held %s, consumed %s, free %s).',
                               trim_scale(c.asked), c.unit, c.code, coalesce(trim_scale(c."limit")::text, 'none'),
                               trim_scale(c.held), trim_scale(c.consumed),
                               coalesce(trim_scale(c.free)::text, 'unlimited'));
        ELSE
            IF c.verdict = 'refused' THEN refused := refused + 1; END IF;
            RETURN NEXT format('Line "%s" %s: asks for %s %s, limit %s, held %s, consumed %s, free %s%s.', c.code,
                               CASE c.verdict WHEN 'refused' THEN 'refuses it'
                                              WHEN 'advisory' THEN 'would refuse it, but is advisory'
                                              WHEN 'borrowed' THEN 'is full and borrows from its parent'
                                              ELSE 'has room' END,
                               trim_scale(c.asked), c.unit, coalesce(trim_scale(c."limit")::text, 'none'),
                               trim_scale(c.held), trim_scale(c.consumed),
                               coalesce(trim_scale(c.free)::text, 'unlimited'),
                               coalesce(' (' || c.reason || ')', ''));
        END IF;
    END LOOP;
    IF NOT any_line THEN
        RETURN NEXT 'No quota line fits, and no closed scheme covers it: it is not limited.';
    ELSIF bearing THEN
        RETURN NEXT 'It has its seat.';
    ELSE
        RETURN NEXT CASE WHEN refused > 0 THEN 'It would be refused.' ELSE 'It would be admitted.' END;
    END IF;
END $$;
COMMENT ON FUNCTION quota_explain(bigint) IS
'Tells a person, line by line and with the numbers, why a nomination has its seat or would be refused. Error: P0002 '
'for an unknown mobility.';
