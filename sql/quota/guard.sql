-- quota/guard: the triggers that keep the limits, on mobility and on tables of the site.

CREATE OR REPLACE FUNCTION quota_guard() RETURNS trigger
    LANGUAGE network_c AS 'quota_guard';
COMMENT ON FUNCTION quota_guard() IS
'Trigger that keeps a table within the quota lines: AFTER STATEMENT with transition tables, AFTER ROW, or a deferrable '
'constraint trigger. It guards mobility and the tables of the list quota_guarded, and refuses every other. Made by '
'quota_attach(). Errors: 23514 with the line''s code as constraint name, 55000, 39P01.';

REVOKE ALL ON FUNCTION quota_guard() FROM PUBLIC;

CREATE OR REPLACE TRIGGER quota_guard_insert AFTER INSERT ON mobility
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_update AFTER UPDATE ON mobility
    REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_delete AFTER DELETE ON mobility
    REFERENCING OLD TABLE AS quota_old FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_truncate AFTER TRUNCATE ON mobility
    FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();

-- ---- the list of guarded tables ----

COMMENT ON TABLE quota_guarded IS
'The tables of the site that this network guards, each with its mapping. A guard on a table that is not listed here '
'refuses every change. Written by quota_attach() and quota_detach(); a change of it counts all records anew.';
COMMENT ON COLUMN quota_guarded.guarded IS 'The table. A number: it was dropped, and the row means nothing any more.';
COMMENT ON COLUMN quota_guarded.form IS 'statement, row or deferred.';
COMMENT ON COLUMN quota_guarded.mapping IS
'column=name (a column of the table), column:=constant, holds:=statuses, consumes:=statuses; empty = the columns have '
'the names of mobility.';
COMMENT ON COLUMN quota_guarded.attached_at IS 'Since when.';
COMMENT ON COLUMN quota_guarded.attached_by IS 'Who attached it (session user).';

CREATE OR REPLACE FUNCTION quota_guarded_changed() RETURNS trigger
    LANGUAGE network_c AS 'quota_guarded_changed';
COMMENT ON FUNCTION quota_guarded_changed() IS
'AFTER STATEMENT trigger of quota_guarded: what the records add up to is counted anew, with their writers kept out '
'until commit. Refuses every other table. Error: 39P01.';
REVOKE ALL ON FUNCTION quota_guarded_changed() FROM PUBLIC;
CREATE OR REPLACE TRIGGER quota_guarded_insert AFTER INSERT ON quota_guarded
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guarded_changed();
CREATE OR REPLACE TRIGGER quota_guarded_update AFTER UPDATE ON quota_guarded
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guarded_changed();
CREATE OR REPLACE TRIGGER quota_guarded_delete AFTER DELETE ON quota_guarded
    REFERENCING OLD TABLE AS quota_old FOR EACH STATEMENT EXECUTE FUNCTION quota_guarded_changed();
CREATE OR REPLACE TRIGGER quota_guarded_truncate AFTER TRUNCATE ON quota_guarded
    FOR EACH STATEMENT EXECUTE FUNCTION quota_guarded_changed();
CREATE OR REPLACE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quota_guarded
    FOR EACH STATEMENT EXECUTE FUNCTION rules_changed();
ALTER TABLE quota_guarded ENABLE ALWAYS TRIGGER rules_changed;

-- ---- guarding a table of the site ----

CREATE OR REPLACE FUNCTION quota_unhook(target regclass) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    guard name;
BEGIN
    FOR guard IN SELECT t.tgname FROM pg_trigger t
                 WHERE t.tgrelid = target AND t.tgfoid = 'quota_guard()'::regprocedure AND t.tgparentid = 0 LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', guard, target);
    END LOOP;
END $$;
COMMENT ON FUNCTION quota_unhook(regclass) IS 'Internal: takes the guard''s triggers from a table.';
REVOKE ALL ON FUNCTION quota_unhook(regclass) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_mapping(mapping jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(array_agg(CASE
        WHEN m.key IN ('holds', 'consumes') AND jsonb_typeof(m.value) = 'array' THEN
            format('%s:=%s', m.key, (SELECT string_agg(e, ',') FROM jsonb_array_elements_text(m.value) e))
        WHEN jsonb_typeof(m.value) = 'object' AND m.value ? 'constant'
        THEN format('%s:=%s', m.key, m.value ->> 'constant')
        WHEN jsonb_typeof(m.value) = 'string' THEN format('%s=%s', m.key, m.value #>> '{}')
        ELSE format('%s: %s', m.key, m.value) END ORDER BY m.key COLLATE "C"), '{}')
    FROM jsonb_each(mapping) m;
END;
COMMENT ON FUNCTION quota_mapping(jsonb) IS 'Internal: a mapping as quota_guarded holds it.';
REVOKE ALL ON FUNCTION quota_mapping(jsonb) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_hook(target regclass, form text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    guard constant text := format('EXECUTE FUNCTION %I.quota_guard()', current_schema());
    suffix text := '';
BEGIN
    -- several networks may guard a table, and a network may get another name: a trigger's name tells of none
    WHILE EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = target AND t.tgname = ANY (ARRAY[
            'quota_guard_insert' || suffix, 'quota_guard_update' || suffix, 'quota_guard_delete' || suffix,
            'quota_guard_row' || suffix, 'quota_guard_truncate' || suffix])) LOOP
        suffix := '_' || coalesce(nullif(ltrim(suffix, '_'), ''), '1')::int + 1;
    END LOOP;
    IF form = 'statement' THEN
        EXECUTE format('CREATE TRIGGER quota_guard_insert%s AFTER INSERT ON %s REFERENCING NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT %s', suffix, target, guard);
        EXECUTE format('CREATE TRIGGER quota_guard_update%s AFTER UPDATE ON %s'
                       ' REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT %s', suffix, target, guard);
        EXECUTE format('CREATE TRIGGER quota_guard_delete%s AFTER DELETE ON %s REFERENCING OLD TABLE AS quota_old'
                       ' FOR EACH STATEMENT %s', suffix, target, guard);
    ELSE
        EXECUTE format('CREATE %s TRIGGER quota_guard_row%s AFTER INSERT OR UPDATE OR DELETE ON %s %s FOR EACH ROW %s',
                       CASE form WHEN 'deferred' THEN 'CONSTRAINT' ELSE '' END, suffix, target,
                       CASE form WHEN 'deferred' THEN 'DEFERRABLE INITIALLY DEFERRED' ELSE '' END, guard);
    END IF;
    EXECUTE format('CREATE TRIGGER quota_guard_truncate%s AFTER TRUNCATE ON %s FOR EACH STATEMENT %s',
                   suffix, target, guard);
END $$;
COMMENT ON FUNCTION quota_hook(regclass, text) IS 'Internal: makes the guard''s triggers on a table.';
REVOKE ALL ON FUNCTION quota_hook(regclass, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_guardable(target regclass, form text) RETURNS void
    LANGUAGE network_plpgsql STABLE STRICT PARALLEL RESTRICTED AS $$
DECLARE
    kind "char";
    other regclass;
BEGIN
    SELECT c.relkind INTO kind FROM pg_class c WHERE c.oid = target;
    IF kind IS NULL OR kind NOT IN ('r', 'p') THEN
        RAISE EXCEPTION '% is not a table', target USING ERRCODE = 'wrong_object_type';
    ELSIF form NOT IN ('statement', 'row', 'deferred') THEN
        RAISE EXCEPTION 'a quota guard has no form "%"', form USING ERRCODE = 'invalid_parameter_value',
            HINT = 'The forms are statement, row and deferred.';
    ELSIF form = 'statement' AND kind = 'p' THEN
        RAISE EXCEPTION 'the partitioned table % needs a guard of form row or deferred', target
            USING ERRCODE = 'wrong_object_type',
            DETAIL = 'A statement that names a partition fires no statement trigger of the partitioned table.';
    ELSIF target = 'mobility'::regclass THEN
        RAISE EXCEPTION 'table % is guarded already', target USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = 'It is the network''s own.';
    END IF;
    SELECT g.guarded INTO other FROM quota_guarded g
    WHERE g.guarded <> target AND (g.guarded IN (SELECT a.relid FROM pg_partition_ancestors(target) a)
                                   OR target IN (SELECT a.relid FROM pg_partition_ancestors(g.guarded) a));
    IF FOUND THEN
        RAISE EXCEPTION 'table % belongs to the guarded table %', target, other
            USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = 'Its rows would count twice.', HINT = format('SELECT quota_detach(%L) first.', other);
    END IF;
END $$;
COMMENT ON FUNCTION quota_guardable(regclass, text) IS
'Internal: refuses tables that cannot be guarded in a form. Errors: 42809, 22023, 55000.';
REVOKE ALL ON FUNCTION quota_guardable(regclass, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_attach(target regclass, mapping jsonb DEFAULT '{}', form text DEFAULT NULL)
    RETURNS text
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
#variable_conflict use_variable
DECLARE
    words constant text[] := quota_mapping(coalesce(mapping, '{}'));
BEGIN
    form := coalesce(form, (SELECT 'row' FROM pg_class c WHERE c.oid = target AND c.relkind = 'p'), 'statement');
    PERFORM quota_guardable(target, form);
    PERFORM quota_unhook(target);
    PERFORM quota_hook(target, form);
    -- a change of the list counts the rows that are there
    DELETE FROM quota_guarded g WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = g.guarded);
    UPDATE quota_guarded g
    SET form = quota_attach.form, mapping = words, attached_at = now(), attached_by = SESSION_USER
    WHERE g.guarded = target;
    IF NOT FOUND THEN
        INSERT INTO quota_guarded (guarded, form, mapping) VALUES (target, quota_attach.form, words);
    END IF;
    RETURN form;
END $$;
COMMENT ON FUNCTION quota_attach(regclass, jsonb, text) IS
'Guards a table of yours: mapping gives for each column of a record your column ("name"), or a constant ({"constant": '
'"study"}); holds and consumes list your statuses. Form: statement (default), row (default of partitioned tables), or '
'deferred (checked at commit). Existing rows are counted. Nothing of the table but its triggers changes. The owner of '
'the network must be able to read all its rows. Errors: 42703, 42804, 42809, 22023, 42501, 55000.';
REVOKE ALL ON FUNCTION quota_attach(regclass, jsonb, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_detach(target regclass) RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
BEGIN
    PERFORM quota_unhook(target);
    DELETE FROM quota_guarded g WHERE g.guarded = target;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION quota_detach(regclass) IS
'Takes the guard from a table; its rows do not count any more. Returns whether it was guarded. DROP SCHEMA ... CASCADE '
'of the network takes the guards from all tables.';
REVOKE ALL ON FUNCTION quota_detach(regclass) FROM PUBLIC;

CREATE OR REPLACE VIEW quota_guard_status AS
SELECT g.guarded::text AS table_name, g.form, g.mapping,
       (SELECT count(*) FILTER (WHERE t.tgenabled <> 'D') FROM pg_trigger t
        WHERE t.tgrelid = g.guarded AND t.tgfoid = 'quota_guard()'::regprocedure AND t.tgparentid = 0)
       = CASE g.form WHEN 'statement' THEN 4 ELSE 2 END AS enabled
FROM quota_guarded g;
COMMENT ON VIEW quota_guard_status IS
'The tables of the site that this network guards, and whether the guard is whole.';
COMMENT ON COLUMN quota_guard_status.table_name IS 'The table; a number if it was dropped.';
COMMENT ON COLUMN quota_guard_status.form IS 'statement, row or deferred.';
COMMENT ON COLUMN quota_guard_status.mapping IS 'As in quota_guarded.';
COMMENT ON COLUMN quota_guard_status.enabled IS
'False: one of the guard''s triggers was dropped or disabled, and the table is not guarded. quota_attach() makes them '
'anew.';
