-- quota/line: quota lines, and what changes them.

COMMENT ON TABLE quota_scheme IS
'What holds where no quota line fits: a closed scheme refuses the nominations that it covers and for which it has no '
'line, an open one lets them pass.';
COMMENT ON COLUMN quota_scheme.scheme IS 'Name of the scheme.';
COMMENT ON COLUMN quota_scheme.closed IS 'True: no line that fits means not allowed (quota_not_found).';
COMMENT ON COLUMN quota_scheme.kind IS 'The scheme covers mobilities of this kind; NULL = any.';
COMMENT ON COLUMN quota_scheme.funding IS 'The scheme covers mobilities with this funding; NULL = any.';
COMMENT ON COLUMN quota_scheme.description IS 'What the scheme is.';

COMMENT ON TABLE quota IS
'Quota lines. A mobility uses every line whose scope and validity fit; each must have room. A column of the scope '
'that is NULL fits everything.';
COMMENT ON COLUMN quota.quota_id IS 'Key.';
COMMENT ON COLUMN quota.code IS 'Name of the line: a refusal carries it as its constraint name.';
COMMENT ON COLUMN quota.scheme IS 'Scheme that the line belongs to; NULL = none.';
COMMENT ON COLUMN quota.parent_id IS
'Line above: the scope lies within the parent''s scope, so a mobility counts at both.';
COMMENT ON COLUMN quota.sending_state IS 'Scope: sending state, ISO 3166 alpha-2.';
COMMENT ON COLUMN quota.receiving_state IS 'Scope: receiving state, ISO 3166 alpha-2.';
COMMENT ON COLUMN quota.sending_institution IS 'Scope: sending institution.';
COMMENT ON COLUMN quota.receiving_institution IS 'Scope: receiving institution.';
COMMENT ON COLUMN quota.direction IS 'Scope: direction of study.';
COMMENT ON COLUMN quota.kind IS 'Scope: kind of mobility.';
COMMENT ON COLUMN quota.funding IS 'Scope: funding.';
COMMENT ON COLUMN quota.agreement IS 'Scope: agreement.';
COMMENT ON COLUMN quota.program_code IS 'Scope: a programme code and all codes below it.';
COMMENT ON COLUMN quota.levels IS 'Scope: any of these ISCED 2011 levels.';
COMMENT ON COLUMN quota.fields IS
'Scope: any of these ISCED-F fields or their subfields (ISCEDF:06 holds ISCEDF:0613).';
COMMENT ON COLUMN quota.validity IS 'Stays that start on one of these days, [from, to).';
COMMENT ON COLUMN quota.term IS
'The academic year or term of the receiver that the validity stands for; for reports.';
COMMENT ON COLUMN quota.unit IS
'What is counted: seats or stays (one each mobility), persons (distinct persons), terms, months, days.';
COMMENT ON COLUMN quota.limited IS
'limited (seats holds the number), unlimited (counted, never refused), or not_stated: the agreement names no number '
'(allowed in an open scheme, refused as quota_not_stated in a closed one).';
COMMENT ON COLUMN quota.seats IS 'The limit, in the unit; for a balance line the tolerance.';
COMMENT ON COLUMN quota.overbook_factor IS
'Holds and consumed seats together may reach floor(limit x factor); consumed seats alone never more than the limit.';
COMMENT ON COLUMN quota.enforcement IS 'hard = refuse, advisory = only count and show.';
COMMENT ON COLUMN quota.status IS
'draft = gives no seats and is not counted, open, closed = no new seats (period_closed), releases are counted.';
COMMENT ON COLUMN quota.lowering IS
'When the limit is set below the usage: reject = error, freeze = no new seats until the usage is back below the limit, '
'trim_holds = as freeze, and the newest holds go to the waiting list.';
COMMENT ON COLUMN quota.allow_overallocation IS 'The limits of the children together may exceed this line.';
COMMENT ON COLUMN quota.borrow IS 'When its own seats are gone the line may use free seats of its parent.';
COMMENT ON COLUMN quota.balance IS
'Reciprocity: stays in the scope count up, stays the other way (sending and receiving exchanged) count down; the '
'difference may not exceed the limit.';
COMMENT ON COLUMN quota.waitlist IS
'The line has a waiting list: a release promotes the first eligible entry in the same transaction.';
COMMENT ON COLUMN quota.promote_until IS 'Last day on which entries are promoted; NULL = no end.';
COMMENT ON COLUMN quota.offer_period IS
'A promoted entry must be accepted within this time (offer_expires_at); NULL = no limit.';
COMMENT ON COLUMN quota.carry IS
'Carry-over of unused seats by quota_carry_over(): none; to_next = own unused seats, for one period; within_agreement '
'= also those carried in before.';
COMMENT ON COLUMN quota.carry_cap IS 'At most so many units are carried over; NULL = all.';
COMMENT ON COLUMN quota.carried_in IS 'Units carried in from an earlier period.';
COMMENT ON COLUMN quota.carried_out IS 'Units carried out to a later period.';
COMMENT ON COLUMN quota.effective_limit IS 'seats + carried_in - carried_out: what may be consumed.';
COMMENT ON COLUMN quota.booking_limit IS
'effective_limit x overbook_factor, rounded down to whole seats (to hundredths for terms, months, days): what may be '
'held and consumed together.';
COMMENT ON COLUMN quota.slots IS
'Into how many counters the line is split, so that sessions do not wait for each other. Default by the limit: one for '
'each 64 seats, at most 64.';
COMMENT ON COLUMN quota.source IS 'Where the number comes from.';
COMMENT ON COLUMN quota.note IS 'Remark.';
COMMENT ON COLUMN quota.created_at IS 'When the line was made.';
COMMENT ON INDEX quota_parent IS 'Children of a line.';

CREATE OR REPLACE FUNCTION rules_changed() RETURNS trigger LANGUAGE network_c AS 'rules_changed';
COMMENT ON FUNCTION rules_changed() IS
'AFTER STATEMENT trigger of tables whose rows are held in memory: tells every session to read them again. Refuses '
'tables elsewhere. Error: 39P01.';
REVOKE ALL ON FUNCTION rules_changed() FROM PUBLIC;
CREATE OR REPLACE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quota
    FOR EACH STATEMENT EXECUTE FUNCTION rules_changed();
CREATE OR REPLACE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quota_scheme
    FOR EACH STATEMENT EXECUTE FUNCTION rules_changed();
-- also for rows that a subscription brings
ALTER TABLE quota ENABLE ALWAYS TRIGGER rules_changed;
ALTER TABLE quota_scheme ENABLE ALWAYS TRIGGER rules_changed;

-- ---- changing quota lines ----

CREATE OR REPLACE FUNCTION quota_queue(quota_id bigint) RETURNS void
    LANGUAGE network_c VOLATILE STRICT PARALLEL UNSAFE AS 'quota_queue';
COMMENT ON FUNCTION quota_queue(bigint) IS
'Internal: locks the waiting list of a line until the transaction ends.';

CREATE OR REPLACE FUNCTION waitlist_promote(quota_id bigint, most integer DEFAULT NULL) RETURNS integer
    LANGUAGE network_c VOLATILE PARALLEL UNSAFE COST 1000 AS 'waitlist_promote';
COMMENT ON FUNCTION waitlist_promote(bigint, integer) IS
'Promotes the first eligible entries of a line''s waiting list while seats are free, at most so many (NULL = all); '
'returns how many. Runs by itself when seats are released or the limit is raised.';
REVOKE ALL ON FUNCTION waitlist_promote(bigint, integer) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_line() RETURNS trigger
    LANGUAGE network_plpgsql AS $$
DECLARE
    parent quota;
    bad text;
BEGIN
    IF TG_RELID <> 'quota'::regclass OR TG_WHEN <> 'BEFORE' OR TG_LEVEL <> 'ROW'
       OR TG_OP NOT IN ('INSERT', 'UPDATE') THEN
        RAISE EXCEPTION 'function "quota_line" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves quota BEFORE INSERT OR UPDATE of each row, and nothing else.',
                  HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    IF NEW.slots IS NULL THEN
        NEW.slots := CASE WHEN NEW.balance THEN 1
                          WHEN NEW.limited = 'limited' THEN greatest(1, least(64, trunc(NEW.seats / 64)))
                          ELSE 16 END;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.quota_id <> OLD.quota_id THEN
        RAISE EXCEPTION 'the key of quota "%" cannot be changed', OLD.code USING ERRCODE = 'check_violation',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = 'quota', CONSTRAINT = 'quota_identity', HINT = 'Make a new line.';
    END IF;
    IF NEW.parent_id IS NULL OR NEW.status = 'draft' THEN
        RETURN NEW;
    END IF;
    SELECT * INTO parent FROM quota q WHERE q.quota_id = NEW.parent_id;
    IF NOT FOUND THEN
        RETURN NEW;    -- the foreign key says so
    END IF;
    SELECT string_agg(d.what, ', ') INTO bad FROM (
        SELECT k, to_jsonb(parent) -> k <> 'null' AND to_jsonb(parent) -> k <> to_jsonb(NEW) -> k
        FROM unnest('{sending_state,receiving_state,sending_institution,receiving_institution,direction,kind,funding,'
                    'agreement}'::text[]) k
        UNION ALL VALUES
        ('program_code', parent.program_code IS NOT NULL
         AND NOT coalesce(NEW.program_code <@ parent.program_code, false)),
        ('levels', parent.levels IS NOT NULL AND NOT coalesce(NEW.levels <@ parent.levels, false)),
        ('fields', parent.fields IS NOT NULL AND (NEW.fields IS NULL OR EXISTS (
            SELECT FROM unnest(NEW.fields) f
            WHERE NOT EXISTS (SELECT FROM unnest(parent.fields) g WHERE f <@ g)))),
        ('validity', NOT NEW.validity <@ parent.validity)) d(what, outside) WHERE d.outside;
    IF bad IS NOT NULL THEN
        RAISE EXCEPTION 'quota "%" does not lie within its parent "%"', NEW.code, parent.code
            USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = 'quota',
            CONSTRAINT = 'quota_within_parent',
            DETAIL = format('Outside: %s.', bad),
            HINT = 'A child states at least what its parent states, so that a mobility counts at both.';
    END IF;
    IF NEW.parent_id = NEW.quota_id OR EXISTS (
        WITH RECURSIVE up(quota_id, parent_id) AS (
            SELECT parent.quota_id, parent.parent_id
            UNION SELECT q.quota_id, q.parent_id FROM up JOIN quota q ON q.quota_id = up.parent_id)
        SELECT FROM up WHERE up.quota_id = NEW.quota_id) THEN
        RAISE EXCEPTION 'quota "%" cannot be its own ancestor', NEW.code USING ERRCODE = 'check_violation',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = 'quota', CONSTRAINT = 'quota_acyclic', HINT = 'Choose another parent.';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION quota_line() IS
'BEFORE trigger of quota: default number of slots, scope within the parent''s, no cycles. Refuses every other table. '
'Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION quota_line() FROM PUBLIC;
CREATE OR REPLACE TRIGGER quota_line BEFORE INSERT OR UPDATE ON quota
    FOR EACH ROW EXECUTE FUNCTION quota_line();

CREATE OR REPLACE FUNCTION quota_allocation(parents bigint[]) RETURNS void
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    bad record;
BEGIN
    SELECT p.code, p.unit, p.effective_limit AS has, p.allow_overallocation,
           sum(c.effective_limit) AS given, max(c.effective_limit) AS largest INTO bad
    FROM quota p JOIN quota c ON c.parent_id = p.quota_id AND c.unit = p.unit AND c.status <> 'draft'
    WHERE p.quota_id = ANY (parents) AND p.limited = 'limited'
    GROUP BY p.quota_id
    HAVING max(c.effective_limit) > p.effective_limit OR NOT p.allow_overallocation
        AND sum(c.effective_limit) > p.effective_limit
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'quota "%" is over-allocated', bad.code USING ERRCODE = 'check_violation',
            SCHEMA = current_schema(), TABLE = 'quota', CONSTRAINT = 'quota_allocation',
            DETAIL = format('It has %s %s; its children have %s together, the largest %s.', bad.has, bad.unit,
                            bad.given, bad.largest),
            HINT = CASE WHEN bad.largest > bad.has THEN 'No child may have more than its parent.'
                        ELSE 'Lower a child, raise the parent, or set allow_overallocation: '
                              'then the parent is the binding limit.' END;
    END IF;
END $$;
COMMENT ON FUNCTION quota_allocation(bigint[]) IS
'Internal: checks that the children of these lines do not get more than their parent has. Error: 23514 '
'(quota_allocation).';

CREATE OR REPLACE FUNCTION quota_trim(quota_id bigint, over bigint) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    left_over bigint := over;
    m record;
BEGIN
    FOR m IN SELECT x.mobility_id FROM mobility x
             WHERE x.status = 'submitted' AND quota_applies(x, quota_trim.quota_id)
             ORDER BY x.priority_class DESC, x.submitted_at DESC, x.mobility_id DESC LOOP
        EXIT WHEN left_over <= 0;
        UPDATE mobility y SET status = 'waitlisted', reason = 'the limit was lowered'
        WHERE y.mobility_id = m.mobility_id;
        SELECT greatest(0, -u.book_free * 100)::bigint INTO left_over FROM quota_usage(quota_trim.quota_id) u;
    END LOOP;
    RETURN left_over;
END $$;
COMMENT ON FUNCTION quota_trim(bigint, bigint) IS
'Internal: moves the newest holds of a line to the waiting list until its usage fits the limit; accepted persons stay. '
'Returns by how much it is still over (hundredths).';
REVOKE ALL ON FUNCTION quota_trim(bigint, bigint) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_changed() RETURNS trigger
    LANGUAGE network_c AS 'quota_changed';
COMMENT ON FUNCTION quota_changed() IS
'AFTER STATEMENT trigger of quota: gives the counters their limits, counts the records again where a line covers '
'something else now, trims and promotes, all with the rights of the owner of the tables. Refuses every other table. '
'Errors: 23514 (quota code, quota_allocation), 39P01.';
REVOKE ALL ON FUNCTION quota_changed() FROM PUBLIC;
CREATE OR REPLACE TRIGGER quota_changed_insert AFTER INSERT ON quota
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_changed();
CREATE OR REPLACE TRIGGER quota_changed_update AFTER UPDATE ON quota
    REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_changed();
CREATE OR REPLACE TRIGGER quota_changed_delete AFTER DELETE ON quota
    REFERENCING OLD TABLE AS quota_old FOR EACH STATEMENT EXECUTE FUNCTION quota_changed();

CREATE OR REPLACE FUNCTION quota_carry_over(from_quota bigint, to_quota bigint) RETURNS numeric
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    f quota;
    t quota;
    used numeric;
    amount numeric;
BEGIN
    PERFORM FROM quota q WHERE q.quota_id IN (from_quota, to_quota) ORDER BY q.quota_id FOR UPDATE;
    SELECT * INTO f FROM quota q WHERE q.quota_id = from_quota;
    SELECT * INTO t FROM quota q WHERE q.quota_id = to_quota;
    IF f.quota_id IS NULL OR t.quota_id IS NULL OR f.unit <> t.unit OR f.limited <> 'limited'
       OR t.limited <> 'limited' THEN
        RAISE EXCEPTION 'seats can be carried only between two limited lines of the same unit'
            USING ERRCODE = 'invalid_parameter_value';
    ELSIF f.carry = 'none' THEN
        RAISE EXCEPTION 'quota "%" carries nothing over', f.code USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Set quota.carry to to_next or within_agreement.';
    ELSIF f.status = 'closed' THEN
        RAISE EXCEPTION 'quota "%" is closed already', f.code USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = 'Its unused seats were carried over when it was closed.';
    END IF;
    -- closed first: from here on its usage can only shrink
    UPDATE quota q SET status = 'closed' WHERE q.quota_id = from_quota;
    SELECT u.held + u.consumed INTO used FROM quota_usage(from_quota) u;
    amount := CASE f.carry WHEN 'to_next' THEN f.seats - greatest(0, used - f.carried_in)
                   ELSE f.effective_limit - used END;
    amount := greatest(0, least(amount, f.effective_limit - used, f.carry_cap));
    UPDATE quota q SET carried_out = q.carried_out + amount WHERE q.quota_id = from_quota;
    UPDATE quota q SET carried_in = q.carried_in + amount WHERE q.quota_id = to_quota;
    RETURN amount;
END $$;
COMMENT ON FUNCTION quota_carry_over(bigint, bigint) IS
'Closes a line and carries its unused seats to the line of a later period, up to carry_cap. Seats that were carried in '
'count as used first; with carry = to_next those that stay unused are lost. Returns the amount. Errors: 22023, 55000.';
REVOKE ALL ON FUNCTION quota_carry_over(bigint, bigint) FROM PUBLIC;
