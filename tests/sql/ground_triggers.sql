-- ground: an ordinary role hangs every trigger function of the extension and of a network on tables of its own, in every
-- way, and fires them.  The list comes from the catalog: a new trigger function is in it.
BEGIN;
\set SHOW_CONTEXT never
CREATE ROLE regress_socu_hostile;
CREATE SCHEMA regress_hostile AUTHORIZATION regress_socu_hostile;
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco');
SET LOCAL client_min_messages = notice;
-- pg_temp last: tables of the network are meant, not copies of them
SET LOCAL search_path = sco, socu, public, pg_temp;
GRANT USAGE ON SCHEMA sco TO regress_socu_hostile;
INSERT INTO quota (code, sending_state, receiving_state, seats, unit) VALUES ('hostile', 'KZ', 'RU', 2, 'persons');
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status) VALUES ('s', 'KZ', 'RU', '2024-09-01', 'accepted');
INSERT INTO coordinator (direction, state, institution, validity) VALUES ('it_technologies', 'KZ', 'ektu.kz', '[2011-08-01,)');
INSERT INTO rating (rating, title) VALUES ('r', 'R');
INSERT INTO rating_criterion (rating, criterion, name_en, weight) VALUES ('r', 'c', 'C', 1);
UPDATE mobility SET reason = 'so that it has a history';
SELECT socu.because('so that it has a history');
UPDATE coordinator SET decision = 'd';
SET CONSTRAINTS ALL IMMEDIATE;

-- All of the extension, and of a network those that may work with the rights of its owner: those in C, and quota_line().  The
-- others in PL/pgSQL have the rights of whoever fires them.
CREATE TABLE pg_temp.function AS
SELECT p.oid::regprocedure AS signature, p.proname::text AS name, format('%I.%I', n.nspname, p.proname) AS function
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
WHERE p.prorettype = 'trigger'::regtype AND (n.nspname = 'socu' OR n.nspname = 'sco' AND (l.lanname = 'network_c' OR p.proname = 'quota_line'));
-- copies of tables that the functions serve (two of each), with their rows and without their constraints
CREATE TABLE pg_temp.copied AS
SELECT x.function, x.name FROM (
    SELECT p.proname::text AS function, c.relname::text AS name, row_number() OVER (PARTITION BY p.oid ORDER BY c.relname = 'mobility' DESC, c.relname) AS n
    FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid JOIN pg_class c ON c.oid = t.tgrelid
    WHERE p.oid IN (SELECT signature FROM pg_temp.function) AND NOT t.tgisinternal
      AND c.relname <> 'network' -- with a copy of it the schema would be a network of that role
    GROUP BY p.oid, p.proname, c.relname) x WHERE x.n <= 2;
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT DISTINCT name FROM pg_temp.copied LOOP
        EXECUTE format('CREATE TABLE regress_hostile.%1$I AS TABLE %1$I', c.name);
        EXECUTE format('ALTER TABLE regress_hostile.%I OWNER TO regress_socu_hostile', c.name);
    END LOOP;
    CREATE TABLE regress_hostile.parent (LIKE quota) PARTITION BY LIST (quota_id);
    CREATE TABLE regress_hostile.part PARTITION OF regress_hostile.parent DEFAULT;
    INSERT INTO regress_hostile.parent SELECT * FROM quota;
    CREATE VIEW regress_hostile.seen AS SELECT * FROM regress_hostile.quota;
    ALTER TABLE regress_hostile.parent OWNER TO regress_socu_hostile;
    ALTER TABLE regress_hostile.part OWNER TO regress_socu_hostile;
    ALTER VIEW regress_hostile.seen OWNER TO regress_socu_hostile;
END $$;
SET LOCAL ROLE regress_socu_hostile;
CREATE TEMP TABLE mobility AS TABLE regress_hostile.mobility;
CREATE TEMP TABLE quota AS TABLE regress_hostile.quota;
RESET ROLE;

CREATE FUNCTION pg_temp.records() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    c record;
    o text := '';
    d text;
BEGIN
    FOR c IN SELECT DISTINCT name FROM (SELECT name FROM pg_temp.copied UNION ALL VALUES ('record_history')) x ORDER BY 1 LOOP
        EXECUTE format('SELECT md5(string_agg(t::text, ''|'' ORDER BY t::text COLLATE "C")) FROM %I t', c.name) INTO d;
        o := concat(o, c.name, d);
    END LOOP;
    RETURN md5(o);
END $$;

-- each function on each table in each form: what CREATE TRIGGER says, and what a statement says that fires it
CREATE TABLE pg_temp.outcome (granted boolean, function text, created text, fired text);
GRANT INSERT ON pg_temp.outcome TO regress_socu_hostile;
CREATE PROCEDURE pg_temp.hang(granted boolean, function text, target text, form text) LANGUAGE plpgsql AS $$
DECLARE
    event text;
    made boolean;
    filled boolean;
BEGIN
    -- without a row no row trigger fires
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', target) INTO filled;
    IF form LIKE '%ROW' AND NOT filled THEN
        RETURN;
    END IF;
    FOREACH event IN ARRAY CASE WHEN target LIKE '%.seen' THEN '{INSERT,UPDATE,DELETE}'::text[] ELSE '{INSERT,UPDATE,DELETE,TRUNCATE}' END LOOP
        CONTINUE WHEN event = 'TRUNCATE' AND form LIKE '%ROW';
        made := false;
        BEGIN
            EXECUTE format('CREATE TRIGGER hostile %s %s ON %s %s FOR EACH %s EXECUTE FUNCTION %s(%s)', CASE WHEN form LIKE 'INSTEAD%' THEN 'INSTEAD OF' ELSE split_part(form, ' ', 1) END, event, target,
                CASE WHEN form <> 'AFTER TABLES STATEMENT' OR event = 'TRUNCATE' THEN ''
                     ELSE concat('REFERENCING ', CASE WHEN event <> 'INSERT' THEN 'OLD TABLE AS quota_old ' END, CASE WHEN event <> 'DELETE' THEN 'NEW TABLE AS quota_new' END) END,
                reverse(split_part(reverse(form), ' ', 1)), function, CASE function WHEN 'socu.history_keep' THEN quote_literal('coordinator') END);
            made := true;
            EXECUTE CASE event WHEN 'INSERT' THEN format('INSERT INTO %1$s SELECT * FROM %1$s LIMIT 1', target)
                               WHEN 'UPDATE' THEN CASE WHEN target ~ 'quota$|parent|seen' THEN format('UPDATE %s SET seats = 1000, effective_limit = 1000, booking_limit = 1000', target)
                                                       ELSE format('UPDATE %s t SET %I = t.%2$I', target, (SELECT attname FROM pg_attribute WHERE attrelid = target::regclass AND attnum = 1)) END
                               WHEN 'DELETE' THEN format('DELETE FROM %s', target)
                               ELSE format('TRUNCATE %s', target) END;
            RAISE EXCEPTION USING ERRCODE = 'NOERR';
        EXCEPTION WHEN OTHERS THEN
            INSERT INTO pg_temp.outcome VALUES (granted, function, CASE WHEN made THEN 'yes' ELSE SQLSTATE END, CASE WHEN made THEN SQLSTATE END);
        END;
    END LOOP;
END $$;
CREATE PROCEDURE pg_temp.hang_all(granted boolean) LANGUAGE plpgsql AS $$
DECLARE
    f record;
    target text;
    form text;
BEGIN
    FOR f IN SELECT * FROM pg_temp.function LOOP
        IF granted THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO regress_socu_hostile', f.signature);
        END IF;
        SET LOCAL ROLE regress_socu_hostile;
        FOR target IN SELECT 'regress_hostile.' || name FROM pg_temp.copied WHERE function = f.name UNION VALUES ('regress_hostile.quota') LOOP
            FOREACH form IN ARRAY CASE WHEN granted THEN '{BEFORE ROW,AFTER ROW,BEFORE STATEMENT,AFTER STATEMENT,AFTER TABLES STATEMENT}'::text[]
                                       ELSE '{BEFORE ROW,AFTER TABLES STATEMENT}' END LOOP
                CALL pg_temp.hang(granted, f.function, target, form);
            END LOOP;
        END LOOP;
        FOREACH target IN ARRAY '{pg_temp.mobility,pg_temp.quota,regress_hostile.part}'::text[] LOOP
            CALL pg_temp.hang(granted, f.function, target, 'BEFORE ROW');
            CALL pg_temp.hang(granted, f.function, target, CASE target WHEN 'regress_hostile.part' THEN 'AFTER ROW' ELSE 'AFTER TABLES STATEMENT' END);
        END LOOP;
        CALL pg_temp.hang(granted, f.function, 'regress_hostile.seen', 'INSTEAD OF ROW');
        RESET ROLE;
    END LOOP;
END $$;
GRANT SELECT ON pg_temp.copied TO regress_socu_hostile;
CREATE TABLE pg_temp.before AS SELECT pg_temp.records() AS digest;

-- with PUBLIC's rights: no function that works with other rights can be hung at all; the others refuse
CALL pg_temp.hang_all(false);
SELECT function, array_agg(DISTINCT created) AS created, array_agg(DISTINCT fired) FILTER (WHERE created = 'yes') AS fired
FROM pg_temp.outcome WHERE NOT granted GROUP BY 1 HAVING bool_or(created = 'yes') ORDER BY 1;
SELECT array_agg(DISTINCT created ORDER BY created) AS created FROM pg_temp.outcome WHERE NOT granted;
SELECT count(DISTINCT function) = (SELECT count(*) FROM pg_temp.function) AS all_tried FROM pg_temp.outcome WHERE NOT granted;
-- even with EXECUTE every one refuses every table that is not its own: 39P01, and never NOERR (a statement went through)
CALL pg_temp.hang_all(true);
SELECT fired, count(DISTINCT function) = (SELECT count(*) FROM pg_temp.function) AS by_all, array_agg(DISTINCT function) FILTER (WHERE fired <> '39P01') AS other
FROM pg_temp.outcome WHERE granted AND created = 'yes' GROUP BY 1 ORDER BY 1;
SELECT digest = pg_temp.records() AS nothing_changed FROM pg_temp.before;
SELECT * FROM quota_verify();

-- the owner of the records who hangs them wrongly on their own tables is told
\set VERBOSITY terse
SAVEPOINT s;
CREATE TRIGGER wrong AFTER INSERT ON mobility FOR EACH ROW EXECUTE FUNCTION mobility_change();
INSERT INTO mobility (student, sending_state, receiving_state, starts_on) VALUES ('w', 'KZ', 'CN', '2024-09-01');
ROLLBACK TO s;
CREATE TRIGGER wrong BEFORE UPDATE ON mobility FOR EACH STATEMENT EXECUTE FUNCTION mobility_log();
UPDATE mobility SET status = 'arrived';
ROLLBACK TO s;
CREATE TRIGGER wrong AFTER UPDATE ON quota REFERENCING NEW TABLE AS other FOR EACH STATEMENT EXECUTE FUNCTION quota_changed();
UPDATE quota SET seats = 3;
ROLLBACK TO s;
-- a log that belongs to somebody else is not written with his rights
ALTER TABLE mobility_history OWNER TO regress_socu_hostile;
UPDATE mobility SET status = 'arrived';
ROLLBACK TO s;
ALTER TABLE record_history OWNER TO regress_socu_hostile;
SELECT socu.because('trying');
DELETE FROM coordinator;
ROLLBACK TO s;

-- no function runs with the rights of its owner, and PUBLIC may execute no trigger function of records
SELECT p.oid::regprocedure AS runs_as_definer FROM pg_proc p WHERE p.pronamespace IN ('socu'::regnamespace, 'sco'::regnamespace) AND p.prosecdef;
SELECT p.proname AS public_trigger FROM pg_proc p
WHERE p.oid IN (SELECT signature FROM pg_temp.function) AND has_function_privilege('regress_socu_hostile', p.oid, 'EXECUTE')
  AND p.proacl IS NULL ORDER BY 1;
ROLLBACK;
