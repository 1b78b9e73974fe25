-- quota: the worked scenarios of one session.  Q(limit, held, consumed) as in the scenario's text.
BEGIN;
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco', '{quota}');
RESET client_min_messages;
SET LOCAL search_path = sco, public;
CREATE FUNCTION pg_temp.q(VARIADIC codes text[]) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT format('%s (%s,%s,%s)', s.code, trim_scale(s."limit"), trim_scale(s.held), trim_scale(s.consumed))
    FROM quota_status s WHERE s.code = ANY (codes) ORDER BY s.code $$;
-- one nomination: student, line's receiver, status
CREATE FUNCTION pg_temp.put(student text, receiver text, status text DEFAULT 'submitted', starts date DEFAULT '2024-09-01') RETURNS void
    LANGUAGE sql AS $$ INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on, status)
                       VALUES (student, 'KZ', 'RU', receiver, starts, starts + 120, status) $$;
-- n accepted students of a receiver
CREATE FUNCTION pg_temp.fill(n int, receiver text, status text DEFAULT 'accepted', starts date DEFAULT '2024-09-01') RETURNS void
    LANGUAGE sql AS $$ INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, starts_on, ends_on, status)
                       SELECT receiver || i, 'KZ', 'RU', receiver, starts, starts + 120, status FROM generate_series(1, n) i $$;
CREATE FUNCTION pg_temp.line(code text, receiver text, seats numeric) RETURNS bigint
    LANGUAGE sql AS $$ INSERT INTO quota (code, receiving_institution, seats) VALUES (code, receiver, seats) RETURNING quota_id $$;
-- what an attempt comes to: ok, or the reason code and the line
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE c text; d text; code text;
BEGIN
    EXECUTE statement;
    RETURN 'ok';
EXCEPTION WHEN integrity_constraint_violation THEN
    GET STACKED DIAGNOSTICS c = CONSTRAINT_NAME, d = PG_EXCEPTION_DETAIL, code = RETURNED_SQLSTATE;
    RETURN format('%s %s %s', code, c, coalesce(substring(d FROM '^([a-z_]+):'), ''));
END $$;

-- 1 simple path
SELECT count(pg_temp.line('s1', 'a.example', 2));
SELECT pg_temp.put('P1', 'a.example');
SELECT pg_temp.q('s1');
UPDATE mobility SET status = 'accepted' WHERE student = 'P1';
SELECT pg_temp.q('s1');
UPDATE mobility SET status = 'arrived' WHERE student = 'P1';
UPDATE mobility SET status = 'completed' WHERE student = 'P1';
SELECT pg_temp.q('s1');
SELECT l.held / 100 AS held, l.consumed / 100 AS consumed, l.reason FROM quota_ledger l JOIN quota q USING (quota_id)
WHERE q.code = 's1' AND l.reason <> 'opening' ORDER BY l.at;
SELECT version, old_status, new_status, old_values FROM mobility_history ORDER BY version;
SELECT * FROM quota_verify();

-- 6 the limit is set below the usage: Q(10,1,8) to 7
SELECT count(pg_temp.line('s6', 'b.example', 10));
SELECT pg_temp.fill(8, 'b.example');
SELECT pg_temp.put('P9', 'b.example');
SELECT pg_temp.q('s6');
SELECT pg_temp.try($$UPDATE quota SET seats = 7 WHERE code = 's6'$$);
SELECT pg_temp.q('s6');
UPDATE quota SET seats = 7, lowering = 'freeze' WHERE code = 's6';
SELECT pg_temp.q('s6'), over_by, frozen FROM quota_status WHERE code = 's6';
SELECT pg_temp.try($$SELECT pg_temp.put('P10', 'b.example')$$);
UPDATE mobility SET status = 'cancelled' WHERE student IN ('b.example1', 'b.example2');
SELECT pg_temp.q('s6'), over_by FROM quota_status WHERE code = 's6';
SELECT pg_temp.try($$SELECT pg_temp.put('P10', 'b.example')$$);
UPDATE mobility SET status = 'cancelled' WHERE student = 'b.example3';
SELECT pg_temp.try($$SELECT pg_temp.put('P10', 'b.example')$$);
SELECT pg_temp.q('s6'), over_by, frozen FROM quota_status WHERE code = 's6';
-- the same with trim_holds: Q(7,0,8), over by 1
SELECT count(pg_temp.line('s6t', 'c.example', 10));
SELECT pg_temp.fill(8, 'c.example');
SELECT pg_temp.put('P11', 'c.example');
UPDATE quota SET seats = 7, lowering = 'trim_holds' WHERE code = 's6t';
SELECT pg_temp.q('s6t'), over_by FROM quota_status WHERE code = 's6t';
SELECT student, status, reason FROM mobility WHERE student = 'P11';
-- lowered to 9 at a usage of 9: the next is refused
SELECT count(pg_temp.line('s6n', 'd.example', 10));
SELECT pg_temp.fill(9, 'd.example');
UPDATE quota SET seats = 9 WHERE code = 's6n';
SELECT pg_temp.try($$SELECT pg_temp.put('P12', 'd.example')$$);

-- 7 raised with a waiting list
SELECT count(pg_temp.line('s7', 'e.example', 3));
UPDATE quota SET waitlist = true, offer_period = '7 days' WHERE code = 's7';
SELECT pg_temp.fill(3, 'e.example');
SELECT n.status, n.line, n.reason FROM generate_series(1, 3) i, mobility_nominate(jsonb_build_object('student', 'W' || i,
    'sending_state', 'KZ', 'receiving_state', 'RU', 'receiving_institution', 'e.example', 'starts_on', '2024-09-01', 'ends_on', '2024-12-30'), 'waitlist') n;
UPDATE quota SET seats = 5 WHERE code = 's7';
SELECT pg_temp.q('s7');
SELECT student, status, offer_expires_at = now() + interval '7 days' AS offer FROM mobility WHERE student LIKE 'W_' ORDER BY 1;
-- an offer that is not answered goes to the next
SELECT mobility_expire(now() + interval '8 days');
SELECT student, status FROM mobility WHERE student LIKE 'W_' ORDER BY 1;
SELECT pg_temp.q('s7');

-- 8 change of period: the target is full, then not
INSERT INTO quota (code, receiving_institution, validity, term, seats) VALUES
    ('s8-24', 'f.example', '[2024-09-01,2025-09-01)', '2024/2025', 5), ('s8-25', 'f.example', '[2025-09-01,2026-09-01)', '2025/2026', 5);
SELECT pg_temp.fill(5, 'f.example', 'accepted', '2025-02-01');
SELECT pg_temp.fill(5, 'f.example', 'accepted', '2025-09-01');
SELECT pg_temp.try($$UPDATE mobility SET starts_on = '2026-02-01', ends_on = '2026-06-30' WHERE student = 'f.example1' AND starts_on = '2025-02-01'$$);
SELECT pg_temp.q('s8-24', 's8-25');
UPDATE mobility SET status = 'cancelled' WHERE student = 'f.example5' AND starts_on = '2025-09-01';
SELECT pg_temp.try($$UPDATE mobility SET starts_on = '2026-02-01', ends_on = '2026-06-30' WHERE student = 'f.example1' AND starts_on = '2025-02-01'$$);
SELECT pg_temp.q('s8-24', 's8-25');

-- 9 transfer between lines: both ledger rows belong to one transaction
SELECT count(pg_temp.line('s9a', 'ga.example', 4)), count(pg_temp.line('s9b', 'gb.example', 2));
SELECT pg_temp.fill(3, 'ga.example'), pg_temp.fill(1, 'gb.example');
SELECT pg_temp.put('P13', 'ga.example');
SELECT pg_temp.q('s9a', 's9b');
UPDATE mobility SET receiving_institution = 'gb.example' WHERE student = 'P13';
SELECT pg_temp.q('s9a', 's9b');
SELECT q.code, l.held / 100 AS held, l.consumed / 100 AS consumed, l.transaction = pg_current_xact_id() AS this_transfer
FROM quota_ledger l JOIN quota q USING (quota_id) JOIN mobility m ON m.mobility_id = l.record_id
WHERE q.code LIKE 's9%' AND l.reason = 'UPDATE mobility' ORDER BY 1;
SELECT pg_temp.try($$UPDATE mobility SET receiving_institution = 'gb.example' WHERE student = 'ga.example1'$$);
SELECT pg_temp.q('s9a', 's9b');

-- 10 hierarchy: the parent binds, and is named
INSERT INTO quota (code, receiving_state, sending_state, seats, allow_overallocation) VALUES ('s10', 'CN', 'KZ', 10, true);
INSERT INTO quota (code, parent_id, receiving_state, sending_state, sending_institution, seats)
SELECT 's10-' || i, quota_id, 'CN', 'KZ', i || '.example', 6 FROM quota, unnest('{i1,i2}'::text[]) i WHERE code = 's10';
INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on, status)
SELECT 'h' || i || n, 'KZ', i || '.example', 'CN', '2024-09-01', 'accepted' FROM (VALUES ('i1', 6), ('i2', 3)) v(i, k), generate_series(1, k) n;
SELECT pg_temp.q('s10', 's10-i1', 's10-i2');
INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on) VALUES ('h21', 'KZ', 'i2.example', 'CN', '2024-09-01');
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, sending_institution, receiving_state, starts_on) VALUES ('h22', 'KZ', 'i2.example', 'CN', '2024-09-01')$$);
SELECT code, "limit", held, consumed, free, verdict, reason FROM quota_check('KZ', 'CN', 'i2.example', starts_on => '2024-09-01');
SELECT pg_temp.q('s10', 's10-i1', 's10-i2');
-- children within their parent
SELECT pg_temp.try($$UPDATE quota SET allow_overallocation = false WHERE code = 's10'$$);
SELECT pg_temp.try($$UPDATE quota SET seats = 11 WHERE code = 's10-i1'$$);
SELECT pg_temp.try($$UPDATE quota SET sending_state = 'KG' WHERE code = 's10-i1'$$);
SELECT pg_temp.try($$UPDATE quota SET parent_id = c.quota_id FROM quota c WHERE quota.code = 's10' AND c.code = 's10-i1'$$);

-- 11 persons and months together
INSERT INTO quota (code, agreement, unit, seats) VALUES ('s11-persons', 'A1', 'persons', 4), ('s11-months', 'A1', 'months', 20);
INSERT INTO mobility (student, sending_state, receiving_state, agreement, starts_on, ends_on, months, status)
SELECT 'm' || i, 'TJ', 'CN', 'A1', '2024-09-01', '2025-01-31', 5, 'arrived' FROM generate_series(1, 3) i;
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, starts_on, months) VALUES ('m4', 'TJ', 'CN', 'A1', '2024-09-01', 10)$$);
SELECT code, unit, asked, "limit", consumed, free, verdict, reason
FROM quota_check('TJ', 'CN', agreement => 'A1', student => 'm4', months => 10);
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, starts_on, months, status) VALUES ('m4', 'TJ', 'CN', 'A1', '2024-09-01', 5, 'accepted')$$);
SELECT pg_temp.q('s11-persons', 's11-months');
UPDATE mobility SET status = 'early_return', actual_months = 3 WHERE student = 'm2';
SELECT pg_temp.q('s11-persons', 's11-months');
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, starts_on, months) VALUES ('m5', 'TJ', 'CN', 'A1', '2025-02-01', 1)$$);
SELECT pg_temp.try($$UPDATE mobility SET months = 7 WHERE student = 'm1'$$);
SELECT pg_temp.try($$UPDATE mobility SET months = 7 WHERE student = 'm3'$$);
-- a person with a second stay takes no second seat
UPDATE quota SET seats = 30 WHERE code = 's11-months';
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, starts_on, months) VALUES ('m1', 'TJ', 'CN', 'A1', '2025-09-01', 5)$$);
SELECT pg_temp.q('s11-persons', 's11-months');
SELECT * FROM quota_verify();

-- 12 carry-over: 5 a year, cap 2; year 1 uses 2, year 2 uses 4
INSERT INTO quota (code, receiving_institution, validity, seats, carry, carry_cap)
SELECT 's12-' || y, 'j.example', daterange(make_date(2020 + y, 9, 1), make_date(2021 + y, 9, 1)), 5, 'to_next', 2 FROM generate_series(1, 3) y;
SELECT pg_temp.fill(2, 'j.example', 'accepted', '2021-09-01');
SELECT quota_carry_over(a.quota_id, b.quota_id) FROM quota a, quota b WHERE a.code = 's12-1' AND b.code = 's12-2';
SELECT pg_temp.q('s12-1', 's12-2');
SELECT pg_temp.fill(4, 'j.example', 'accepted', '2022-09-01');
SELECT quota_carry_over(a.quota_id, b.quota_id) FROM quota a, quota b WHERE a.code = 's12-2' AND b.code = 's12-3';
SELECT pg_temp.q('s12-1', 's12-2', 's12-3');
-- a late cancellation after the closing changes the closed year alone
UPDATE mobility SET status = 'cancelled' WHERE student = 'j.example1' AND starts_on = '2021-09-01';
SELECT pg_temp.q('s12-1', 's12-2', 's12-3');
SELECT pg_temp.try($$SELECT pg_temp.put('late', 'j.example', 'submitted', '2021-09-01')$$);

-- 13 balance with tolerance 2: out 6, in 3
INSERT INTO quota (code, sending_institution, receiving_institution, unit, seats, balance, status)
VALUES ('s13', 'home.example', 'host.example', 'terms', 2, true, 'open');
UPDATE quota SET seats = 3 WHERE code = 's13';
INSERT INTO mobility (student, sending_state, receiving_state, sending_institution, receiving_institution, starts_on, status)
SELECT 'in' || i, 'RU', 'KZ', 'host.example', 'home.example', '2024-09-01', 'accepted' FROM generate_series(1, 3) i;
INSERT INTO mobility (student, sending_state, receiving_state, sending_institution, receiving_institution, starts_on, status)
SELECT 'out' || i, 'KZ', 'RU', 'home.example', 'host.example', '2024-09-01', 'accepted' FROM generate_series(1, 6) i;
UPDATE quota SET seats = 2, lowering = 'freeze' WHERE code = 's13';
SELECT consumed AS difference, over_by FROM quota_status WHERE code = 's13';
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, sending_institution, receiving_institution, starts_on)
    VALUES ('out7', 'KZ', 'RU', 'home.example', 'host.example', '2024-09-01')$$);
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, sending_institution, receiving_institution, starts_on, terms, status)
    VALUES ('in4', 'RU', 'KZ', 'host.example', 'home.example', '2024-09-01', 2, 'accepted')$$);
SELECT consumed AS difference FROM quota_status WHERE code = 's13';
SELECT pg_temp.try(format($$INSERT INTO mobility (student, sending_state, receiving_state, sending_institution, receiving_institution, starts_on, status)
    VALUES ('out%s', 'KZ', 'RU', 'home.example', 'host.example', '2024-09-01', 'accepted')$$, i)) FROM generate_series(7, 8) i;
-- an incoming stay may always be called off, also when that leaves the balance worse than the tolerance
SELECT pg_temp.try($$UPDATE mobility SET status = 'cancelled' WHERE student = 'in4'$$);
SELECT consumed AS difference FROM quota_status WHERE code = 's13';

-- 14 over-booking: 10 seats, factor 1.3
SELECT count(pg_temp.line('s14', 'k.example', 10));
UPDATE quota SET overbook_factor = 1.3, waitlist = true WHERE code = 's14';
SELECT pg_temp.fill(13, 'k.example', 'submitted');
SELECT pg_temp.q('s14');
SELECT n.status, n.line, n.reason FROM mobility_nominate('{"student": "P14", "sending_state": "KZ", "receiving_state": "RU",
    "receiving_institution": "k.example", "starts_on": "2024-09-01"}', 'waitlist') n;
UPDATE mobility SET status = 'accepted' WHERE student ~ '^k.example([1-9]|10)$';
SELECT pg_temp.q('s14');
SELECT pg_temp.try($$UPDATE mobility SET status = 'accepted' WHERE student = 'k.example11'$$);
-- the decision date: promotion is over, the holds that remain go to the list
UPDATE quota SET promote_until = '2024-03-31' WHERE code = 's14';
UPDATE mobility SET status = 'waitlisted', reason = 'the decision date passed' WHERE student ~ '^k.example1[123]$';
SELECT pg_temp.q('s14');

-- 16 the same request twice; without a key I6 refuses
SELECT count(pg_temp.line('s16', 'l.example', 5));
SELECT n.status, n.reason FROM mobility_nominate('{"student": "P16", "sending_state": "KZ", "receiving_state": "RU",
    "receiving_institution": "l.example", "starts_on": "2024-09-01", "request_key": "r-1"}') n;
SELECT n.status, n.reason FROM mobility_nominate('{"student": "P16", "sending_state": "KZ", "receiving_state": "RU",
    "receiving_institution": "l.example", "starts_on": "2024-09-01", "request_key": "r-1"}') n;
SELECT pg_temp.q('s16');
SELECT pg_temp.try($$SELECT pg_temp.put('P16', 'l.example')$$);
SELECT pg_temp.q('s16');

-- 17 the agreement ends on 2025-08-31; its scheme is closed
INSERT INTO quota_scheme (scheme, closed, funding) VALUES ('network', true, 'network');
INSERT INTO quota (code, scheme, agreement, funding, validity, seats) VALUES ('s17', 'network', 'A2', 'network', '[2020-09-01,2025-09-01)', 5);
SELECT student, starts, pg_temp.try(format($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, funding, starts_on, ends_on)
    VALUES (%L, 'UZ', 'RU', 'A2', 'network', %L, %L)$$, student, starts, ends))
FROM (VALUES ('n1', date '2025-09-01', date '2026-01-31'), ('n2', '2025-02-01', '2025-09-15')) v(student, starts, ends);
-- no line at all; other funding is open
SELECT funding, pg_temp.try(format($$INSERT INTO mobility (student, sending_state, receiving_state, funding, starts_on)
    VALUES ('o' || %L, 'UZ', 'RU', %L, '2025-02-01')$$, funding, funding)) FROM unnest('{network,contract}'::text[]) funding;
-- termination: what is there stays, new ones are refused
UPDATE quota SET status = 'closed' WHERE code = 's17';
SELECT pg_temp.q('s17');
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, funding, starts_on) VALUES ('n3', 'UZ', 'RU', 'A2', 'network', '2025-02-01')$$);
SELECT pg_temp.try($$UPDATE mobility SET status = 'accepted' WHERE student = 'n2'$$);
SELECT pg_temp.q('s17');
-- a number that is not stated: its own case
INSERT INTO quota (code, scheme, agreement, limited) VALUES ('s17-open', NULL, 'A3', 'not_stated');
INSERT INTO quota (code, scheme, agreement, funding, limited) VALUES ('s17-closed', 'network', 'A4', 'network', 'not_stated');
SELECT code, "limit", free, verdict, reason FROM quota_check('UZ', 'RU', agreement => 'A3');
SELECT code, "limit", free, verdict, reason FROM quota_check('UZ', 'RU', agreement => 'A4', funding => 'network');
SELECT pg_temp.try($$INSERT INTO mobility (student, sending_state, receiving_state, agreement, funding, starts_on) VALUES ('n4', 'UZ', 'RU', 'A4', 'network', '2025-02-01')$$);

-- 18 no-show after the promotion has ended: the seat stays free
SELECT count(pg_temp.line('s18', 'm.example', 5));
SELECT pg_temp.fill(5, 'm.example');
UPDATE quota SET waitlist = true, promote_until = '2024-09-20' WHERE code = 's18';
SELECT pg_temp.put('W18', 'm.example', 'waitlisted');
UPDATE mobility SET status = 'no_show' WHERE student = 'm.example2';
SELECT pg_temp.q('s18'), utilisation FROM quota_status WHERE code = 's18';
SELECT round(count(*) FILTER (WHERE status = 'no_show') / 5.0, 2) AS no_show_rate FROM mobility WHERE receiving_institution = 'm.example';

-- 19 two states' years: one seat in the receiver's year, two labels
INSERT INTO quota (code, receiving_institution, validity, term, seats) VALUES ('s19', 'north.example', '[2025-09-01,2026-09-01)', '2025/2026', 1);
INSERT INTO mobility (student, sending_state, receiving_state, receiving_institution, sending_term, receiving_term, starts_on, ends_on)
VALUES ('P19', 'ZA', 'RU', 'north.example', '2025/2025', '2025/2026-1/2', '2025-09-01', '2025-12-15');
SELECT pg_temp.q('s19'), q.term AS counted_in, m.sending_term AS reported_in
FROM mobility m, quota q WHERE q.code = 's19' AND m.student = 'P19';

-- 20 a place for members: Belarus from 2024-07-04 on
INSERT INTO quota_scheme (scheme, closed, funding) VALUES ('members', true, 'members');
INSERT INTO quota (code, scheme, sending_state, funding, validity, seats) VALUES ('s20-BY', 'members', 'BY', 'members', '[2024-07-04,)', 10);
SELECT starts, c.code, c.verdict, c.reason FROM (VALUES (date '2024-07-03'), ('2024-07-04')) v(starts),
    quota_check('BY', 'RU', funding => 'members', starts_on => starts) c;

-- everything that happened above still adds up
SELECT * FROM quota_verify();
-- I6, I7: a person twice at a time; a seat outside its line's period
SELECT a.student FROM mobility a JOIN mobility b ON a.student = b.student AND a.mobility_id < b.mobility_id
    AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')
JOIN mobility_status sa ON sa.status = a.status AND (sa.holds OR sa.consumes)
JOIN mobility_status sb ON sb.status = b.status AND (sb.holds OR sb.consumes);
-- rebuilding finds nothing to repair and changes no number
CREATE TEMP TABLE before AS SELECT code, held, consumed, free FROM quota_status;
SELECT quota_rebuild();
SELECT * FROM before EXCEPT SELECT code, held, consumed, free FROM quota_status;
ROLLBACK;
