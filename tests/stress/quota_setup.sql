-- The stress program: lines, first records, and one random step as a function.  Setting stress.naive = on before it replaces
-- the guard by count-then-insert, which must fail the same program.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS socu;
SELECT socu.create_network('sco', '{quota}');
SELECT current_database() AS database \gset
ALTER DATABASE :"database" SET search_path = public, sco;
SET search_path = public, sco;
-- q1 to q20: small lines of one slot or several; the even ones have waiting lists; all below one parent, by state
INSERT INTO quota (quota_id, code, receiving_state, seats, allow_overallocation, slots) VALUES (100, 'parent', 'RU', 200, true, 8);
INSERT INTO quota (quota_id, code, parent_id, receiving_state, receiving_institution, seats, slots, waitlist, lowering)
SELECT i, 'q' || i, 100, 'RU', format('q%s.example', i), 12, 1 + i % 4, i % 2 = 0, CASE WHEN i % 3 = 0 THEN 'freeze' ELSE 'reject' END
FROM generate_series(1, 20) i;
INSERT INTO quota (quota_id, code, receiving_institution, seats, overbook_factor, slots) VALUES (101, 'over', 'q21.example', 10, 1.3, 4);
INSERT INTO quota (quota_id, code, receiving_institution, unit, seats, slots) VALUES (102, 'months', 'q22.example', 'months', 60, 4);
INSERT INTO quota (quota_id, code, receiving_institution, unit, seats, slots) VALUES (103, 'persons', 'q23.example', 'persons', 10, 2);
CREATE SEQUENCE stress_student;
CREATE TABLE stress_count (outcome text);

CREATE FUNCTION stress_new() RETURNS void LANGUAGE sql AS $$
    INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, months, status)
    SELECT 's' || nextval('stress_student'), 'KZ', CASE WHEN r > 20 THEN 'CN' ELSE 'RU' END, format('q%s.example', r), '2024-09-01', 5,
           CASE WHEN random() < 0.3 THEN 'accepted' ELSE 'submitted' END
    FROM (SELECT 1 + floor(random() * 23)::int AS r FROM generate_series(1, CASE WHEN random() < 0.1 THEN 3 ELSE 1 END)) q $$;

CREATE FUNCTION stress_any(states text[]) RETURNS bigint LANGUAGE sql AS $$
    SELECT m.mobility_id FROM mobility m
    WHERE m.mobility_id >= floor(random() * (SELECT max(mobility_id) FROM mobility)) AND m.status = ANY (states)
    ORDER BY m.mobility_id LIMIT 1 $$;

CREATE FUNCTION stress_step(lowering boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r float := random();
    id bigint;
BEGIN
    IF r < 0.40 THEN
        PERFORM stress_new();
    ELSIF r < 0.50 THEN
        PERFORM mobility_nominate(jsonb_build_object('student', 's' || nextval('stress_student'), 'sending_state', 'KZ',
            'receiving_state', 'RU', 'receiving_institution', format('q%s.example', 2 * (1 + floor(random() * 10)::int)), 'starts_on', '2024-09-01'), 'waitlist');
    ELSIF r < 0.60 THEN
        UPDATE mobility SET status = 'accepted' WHERE mobility_id = stress_any('{submitted}') AND status = 'submitted';
    ELSIF r < 0.72 THEN
        UPDATE mobility SET status = CASE status WHEN 'submitted' THEN 'withdrawn' ELSE 'cancelled' END
        WHERE mobility_id = stress_any('{submitted,accepted}') AND status IN ('submitted', 'accepted');
    ELSIF r < 0.84 THEN
        UPDATE mobility SET receiving_institution = format('q%s.example', 1 + floor(random() * 20)::int), receiving_state = 'RU'
        WHERE mobility_id = stress_any('{submitted,accepted}');
    ELSIF r < 0.90 THEN
        DELETE FROM mobility WHERE mobility_id IN (stress_any('{submitted,accepted}'), stress_any('{submitted,accepted}'));
    ELSIF lowering AND r < 0.96 THEN
        UPDATE quota SET seats = 8 + floor(random() * 8)::int WHERE quota_id = 1 + floor(random() * 20)::int;
    ELSE
        -- two steps in one transaction, the second undone
        PERFORM stress_new();
        BEGIN
            PERFORM stress_new();
            RAISE EXCEPTION 'undone' USING ERRCODE = 'SOCU0';
        EXCEPTION WHEN SQLSTATE 'SOCU0' THEN
            NULL;
        END;
    END IF;
    RETURN 'done';
EXCEPTION WHEN check_violation OR exclusion_violation THEN
    RETURN 'refused';
END $$;

-- What must not be: each row is a violation.
CREATE FUNCTION stress_violations() RETURNS SETOF text LANGUAGE sql AS $$
    -- counted from the records alone: a line whose limit cannot be set below its usage is never above it
    SELECT format('%s: %s of %s', q.code, count(*), q.seats)
    FROM quota q JOIN mobility m ON m.receiving_institution = q.receiving_institution AND m.status IN ('submitted', 'accepted')
    WHERE q.lowering = 'reject' AND q.unit = 'seats' AND q.overbook_factor = 1 GROUP BY q.quota_id HAVING count(*) > q.seats
    UNION ALL
    SELECT format('parent: %s', count(*)) FROM mobility m WHERE receiving_state = 'RU' AND m.status IN ('submitted', 'accepted') HAVING count(*) > 200
    UNION ALL
    SELECT format('over-booked: %s held and accepted, %s accepted', count(*), count(*) FILTER (WHERE status = 'accepted')) FROM mobility m
    WHERE receiving_institution = 'q21.example' AND m.status IN ('submitted', 'accepted') HAVING count(*) > 13 OR count(*) FILTER (WHERE status = 'accepted') > 10
    UNION ALL
    SELECT format('months: %s', sum(months)) FROM mobility m WHERE receiving_institution = 'q22.example' AND m.status IN ('submitted', 'accepted') HAVING sum(months) > 60
    UNION ALL
    SELECT format('persons: %s', count(DISTINCT student)) FROM mobility m WHERE receiving_institution = 'q23.example' AND m.status IN ('submitted', 'accepted') HAVING count(DISTINCT student) > 10 $$;
CREATE FUNCTION stress_waiting() RETURNS SETOF text LANGUAGE sql AS $$
    -- nobody waits beside a free seat for which he is eligible (I8)
    SELECT format('%s waits for %s', m.student, m.receiving_institution) FROM mobility m
    WHERE m.status = 'waitlisted' AND NOT EXISTS (SELECT FROM quota_check(m) c WHERE c.verdict = 'refused') $$;

-- The rival: count, then insert.
CREATE FUNCTION stress_naive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status IN ('submitted', 'accepted') AND EXISTS (
        SELECT FROM quota q WHERE q.receiving_institution = NEW.receiving_institution AND q.unit = 'seats' AND q.overbook_factor = 1
        AND q.seats <= (SELECT count(*) FROM mobility m WHERE m.receiving_institution = NEW.receiving_institution
                        AND m.status IN ('submitted', 'accepted') AND m.mobility_id <> NEW.mobility_id)) THEN
        RAISE EXCEPTION 'full' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION stress_use_naive() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    ALTER TABLE mobility DISABLE TRIGGER quota_guard_insert;
    ALTER TABLE mobility DISABLE TRIGGER quota_guard_update;
    ALTER TABLE mobility DISABLE TRIGGER quota_guard_delete;
    CREATE TRIGGER naive BEFORE INSERT OR UPDATE ON mobility FOR EACH ROW EXECUTE FUNCTION stress_naive();
END $$;
