-- quota/nominate: storing nominations, one or many.

CREATE OR REPLACE FUNCTION nomination_dates(nomination jsonb) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN nomination ->> 'starts_on' IS NOT NULL OR nomination ->> 'receiving_term' IS NULL THEN nomination
        ELSE nomination || (
            SELECT coalesce(jsonb_build_object('starts_on', lower(d))
                            || CASE WHEN nomination ? 'ends_on' THEN '{}'
                                    ELSE jsonb_build_object('ends_on', upper(d) - 1) END, '{}')
            FROM term_dates((nomination ->> 'receiving_term')::academic_term,
                                 nomination ->> 'receiving_state',
                                 nomination ->> 'receiving_institution') d) END;
END;
COMMENT ON FUNCTION nomination_dates(jsonb) IS
'Internal: a nomination without a first day gets that of its receiving_term; and the last day, if that is missing too.';

CREATE OR REPLACE FUNCTION nomination_repeated(request_key text, OUT mobility_id bigint, OUT status text)
    LANGUAGE network_plpgsql STABLE PARALLEL SAFE AS $$
#variable_conflict use_column
BEGIN
    SELECT m.mobility_id, m.status INTO mobility_id, status
    FROM mobility m WHERE m.request_key = nomination_repeated.request_key;
    IF NOT FOUND AND nomination_repeated.request_key IS NOT NULL
       AND current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'the same request was stored at the same time' USING ERRCODE = 'serialization_failure',
            HINT = 'Try the transaction again: it will find the result.';
    END IF;
END $$;
COMMENT ON FUNCTION nomination_repeated(text) IS
'Internal: after a unique violation, the nomination that another session has stored under this request_key. Error: '
'40001 where this transaction cannot see it.';

CREATE OR REPLACE FUNCTION mobility_nominate(nomination jsonb, on_full text DEFAULT 'error',
    OUT mobility_id bigint, OUT status text, OUT line text, OUT reason text)
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
#variable_conflict use_column
DECLARE
    names text;
    n jsonb := nomination;
    lines bigint[];
    listed boolean;
    queue bigint;
    queued boolean := false;
    at_table text;
BEGIN
    IF on_full IS NULL OR on_full NOT IN ('error', 'waitlist') THEN
        RAISE EXCEPTION 'on_full cannot be "%"', on_full
            USING ERRCODE = 'invalid_parameter_value', HINT = 'Use error or waitlist.';
    ELSIF n ? 'request_key' THEN
        SELECT m.mobility_id, m.status, 'repeated' INTO mobility_id, status, reason
        FROM mobility m WHERE m.request_key = n ->> 'request_key';
        IF FOUND THEN RETURN; END IF;
    END IF;
    n := nomination_dates(n);
    LOOP
        SELECT string_agg(quote_ident(k), ', ') INTO names FROM jsonb_object_keys(n) k;
        BEGIN
            EXECUTE format('INSERT INTO mobility (%s) SELECT %s FROM jsonb_populate_record(NULL::mobility, $1)
                            RETURNING mobility_id, status', names, names) INTO mobility_id, status USING n;
            IF status <> 'waitlisted' THEN
                line := NULL;
                reason := NULL;
            END IF;
            RETURN;
        EXCEPTION
            WHEN unique_violation THEN
                SELECT r.mobility_id, r.status, 'repeated' INTO mobility_id, status, reason
                FROM nomination_repeated(n ->> 'request_key') r;
                IF mobility_id IS NULL THEN RAISE; END IF;
                RETURN;
            WHEN check_violation THEN
                GET STACKED DIAGNOSTICS line = CONSTRAINT_NAME, reason = PG_EXCEPTION_DETAIL, at_table = TABLE_NAME;
                SELECT array_agg(c.quota_id ORDER BY c.ordinality), bool_or(q.waitlist) INTO lines, listed
                FROM quota_check(jsonb_populate_record(NULL::mobility,
                    '{"kind": "study", "terms": 1}' || (n - 'status'))) WITH ORDINALITY c
                JOIN quota q ON q.quota_id = c.quota_id;
                IF on_full = 'error' OR at_table <> 'quota' OR coalesce(n ->> 'status', '') = 'waitlisted'
                   OR listed IS NOT TRUE THEN
                    RAISE;
                END IF;
                reason := split_part(reason, ':', 1);
        END;
        IF queued THEN
            n := n || '{"status": "waitlisted"}'; -- asked once more under the lock of the waiting list: it is full
        ELSE
            FOREACH queue IN ARRAY lines LOOP -- in the order in which the guard locks them
                PERFORM quota_queue(queue);
            END LOOP;
            queued := true;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION mobility_nominate(jsonb, text) IS
'Stores a nomination (keys = columns of mobility; dates follow from receiving_term where they are missing). on_full: '
'error, or waitlist = put it on the waiting list of the line that refuses. The same request_key again returns the '
'first result (reason repeated). Returns key, status, and for a waiting entry the line and the reason. Errors: 23514 '
'(constraint = line), 23P01 (duplicate person).';

CREATE OR REPLACE FUNCTION mobility_nominate_bulk(nominations jsonb, mode text DEFAULT 'all_or_nothing',
                                            on_full text DEFAULT 'error',
    OUT ordinal bigint, OUT mobility_id bigint, OUT status text, OUT line text, OUT reason text)
    RETURNS SETOF record LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE ROWS 1000 AS $$
#variable_conflict use_column
DECLARE
    n jsonb;
    detail text;
    what text;
BEGIN
    IF mode IS NULL OR mode NOT IN ('all_or_nothing', 'best_effort') THEN
        RAISE EXCEPTION 'mode cannot be "%"', mode
            USING ERRCODE = 'invalid_parameter_value', HINT = 'Use all_or_nothing or best_effort.';
    END IF;
    FOR ordinal, n IN SELECT e.ordinality, e.value FROM jsonb_array_elements(nominations) WITH ORDINALITY e
                      ORDER BY coalesce((e.value ->> 'priority_class')::int, 0),
                               coalesce((e.value ->> 'rank_score')::numeric, 0) DESC, e.ordinality LOOP
        IF mode = 'all_or_nothing' THEN
            SELECT r.* INTO mobility_id, status, line, reason FROM mobility_nominate(n, on_full) r;
        ELSE
            BEGIN
                SELECT r.* INTO mobility_id, status, line, reason FROM mobility_nominate(n, on_full) r;
            EXCEPTION WHEN integrity_constraint_violation OR data_exception THEN
                GET STACKED DIAGNOSTICS line = CONSTRAINT_NAME, detail = PG_EXCEPTION_DETAIL, what = MESSAGE_TEXT;
                mobility_id := NULL;
                status := NULL;
                reason := CASE WHEN SQLSTATE = '23P01' AND line = 'mobility_one_stay' THEN 'duplicate_person'
                               WHEN detail ~ '^[a-z_]+:' THEN split_part(detail, ':', 1) ELSE what END;
            END;
        END IF;
        RETURN NEXT;
    END LOOP;
END $$;
COMMENT ON FUNCTION mobility_nominate_bulk(jsonb, text, text) IS
'Stores an array of nominations in rank order (priority_class, rank_score descending, position). all_or_nothing: the '
'first refusal undoes all (for loads without a report, INSERT with SELECT and COPY are the fast way). best_effort: '
'what finds room is stored, the rest is reported. One row for each nomination: position, key, status, refusing line '
'and reason.';

CREATE OR REPLACE FUNCTION mobility_expire(at timestamptz DEFAULT pg_catalog.now()) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    expired bigint;
BEGIN
    UPDATE mobility m SET status = 'expired', reason = 'the offer was not answered in time'
    WHERE m.status = 'submitted' AND m.offer_expires_at <= at;
    GET DIAGNOSTICS expired = ROW_COUNT;
    RETURN expired;
END $$;
COMMENT ON FUNCTION mobility_expire(timestamptz) IS
'Lets the offers from waiting lists lapse whose time is over; the next entries are promoted in the same transaction. '
'Returns how many lapsed.';
