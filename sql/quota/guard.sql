-- quota/guard: the triggers that keep the limits, on mobility and on tables of the site.

CREATE OR REPLACE FUNCTION quota_guard() RETURNS trigger
    LANGUAGE network_c AS 'quota_guard';
COMMENT ON FUNCTION quota_guard() IS
'Trigger that keeps a table within the quota lines: AFTER STATEMENT with transition tables, AFTER ROW, or a deferrable '
'constraint trigger. It guards mobility and the tables of the list quota_guarded, and refuses every other. Made by '
'quota_attach(). Errors: 23514 with the line''s code as constraint name, 39P01.';

REVOKE ALL ON FUNCTION quota_guard() FROM PUBLIC;

CREATE OR REPLACE TRIGGER quota_guard_insert AFTER INSERT ON mobility
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_update AFTER UPDATE ON mobility
    REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_delete AFTER DELETE ON mobility
    REFERENCING OLD TABLE AS quota_old FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();
CREATE OR REPLACE TRIGGER quota_guard_truncate AFTER TRUNCATE ON mobility
    FOR EACH STATEMENT EXECUTE FUNCTION quota_guard();

-- ---- guarding a table of the user ----

CREATE OR REPLACE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quota_guarded
    FOR EACH STATEMENT EXECUTE FUNCTION rules_changed();
ALTER TABLE quota_guarded ENABLE ALWAYS TRIGGER rules_changed;
COMMENT ON TABLE quota_guarded IS
'The tables of the site that this network guards, each with its mapping. A guard on a table that is not listed here '
'refuses every change. Written by quota_attach() and quota_detach().';
COMMENT ON COLUMN quota_guarded.guarded IS 'The table.';
COMMENT ON COLUMN quota_guarded.form IS 'statement, row or deferred.';
COMMENT ON COLUMN quota_guarded.mapping IS
'column=name (a column of the table), column:=constant, holds:=statuses, consumes:=statuses; empty = the columns have '
'the names of mobility.';
COMMENT ON COLUMN quota_guarded.attached_at IS 'Since when.';
COMMENT ON COLUMN quota_guarded.attached_by IS 'Who attached it (session user).';

CREATE OR REPLACE FUNCTION quota_unhook(target regclass) RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    guard name;
BEGIN
    FOR guard IN SELECT t.tgname FROM pg_trigger t
                 WHERE t.tgrelid = target AND t.tgfoid = 'quota_guard()'::regprocedure AND t.tgparentid = 0 LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', guard, target);
    END LOOP;
    DELETE FROM quota_guarded g WHERE g.guarded = target;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION quota_unhook(regclass) IS
'Internal: takes the guard from a table and the table from the list. Returns whether it was listed.';
REVOKE ALL ON FUNCTION quota_unhook(regclass) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_mapping(mapping jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(array_agg(CASE
        WHEN m.key IN ('holds', 'consumes') THEN
            format('%s:=%s', m.key, (SELECT string_agg(e, ',') FROM jsonb_array_elements_text(m.value) e))
        WHEN jsonb_typeof(m.value) = 'object' AND m.value ? 'constant' THEN format('%s:=%s', m.key, m.value ->> 'constant')
        WHEN jsonb_typeof(m.value) = 'string' THEN format('%s=%s', m.key, m.value #>> '{}')
        ELSE format('%s: %s', m.key, m.value) END ORDER BY m.key COLLATE "C"), '{}')
    FROM jsonb_each(mapping) m;
END;
COMMENT ON FUNCTION quota_mapping(jsonb) IS 'Internal: a mapping as quota_guarded holds it.';

CREATE OR REPLACE FUNCTION quota_hook(target regclass, form text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
DECLARE
    network constant name := current_schema();
BEGIN
    IF form = 'statement' THEN
        EXECUTE format('CREATE TRIGGER quota_guard_insert_%1$s AFTER INSERT ON %2$s REFERENCING NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION %1$I.quota_guard()', network, target);
        EXECUTE format('CREATE TRIGGER quota_guard_update_%1$s AFTER UPDATE ON %2$s'
                       ' REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION %1$I.quota_guard()', network, target);
        EXECUTE format('CREATE TRIGGER quota_guard_delete_%1$s AFTER DELETE ON %2$s REFERENCING OLD TABLE AS quota_old'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION %1$I.quota_guard()', network, target);
    ELSE
        EXECUTE format('CREATE %3$s TRIGGER quota_guard_row_%1$s AFTER INSERT OR UPDATE OR DELETE ON %2$s %4$s'
                       ' FOR EACH ROW EXECUTE FUNCTION %1$I.quota_guard()', network, target,
                       CASE form WHEN 'deferred' THEN 'CONSTRAINT' ELSE '' END,
                       CASE form WHEN 'deferred' THEN 'DEFERRABLE INITIALLY DEFERRED' ELSE '' END);
    END IF;
    EXECUTE format('CREATE TRIGGER quota_guard_truncate_%1$s AFTER TRUNCATE ON %2$s'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION %1$I.quota_guard()', network, target);
END $$;
COMMENT ON FUNCTION quota_hook(regclass, text) IS 'Internal: makes the guard''s triggers on a table.';
REVOKE ALL ON FUNCTION quota_hook(regclass, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_attach(target regclass, mapping jsonb DEFAULT '{}', form text DEFAULT NULL) RETURNS text
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    kind "char";
BEGIN
    SELECT c.relkind INTO kind FROM pg_class c WHERE c.oid = target;
    IF kind NOT IN ('r', 'p') THEN
        RAISE EXCEPTION '% is not a table', target USING ERRCODE = 'wrong_object_type';
    END IF;
    form := coalesce(form, CASE kind WHEN 'p' THEN 'row' ELSE 'statement' END);
    IF form NOT IN ('statement', 'row', 'deferred') THEN
        RAISE EXCEPTION 'a quota guard has no form "%"', form USING ERRCODE = 'invalid_parameter_value',
            HINT = 'The forms are statement, row and deferred.';
    ELSIF form = 'statement' AND kind = 'p' THEN
        RAISE EXCEPTION 'the partitioned table % needs a guard of form row or deferred', target
            USING ERRCODE = 'wrong_object_type',
            DETAIL = 'A statement that names a partition fires no statement trigger of the partitioned table.';
    END IF;
    PERFORM quota_unhook(target);
    DELETE FROM quota_guarded g WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = g.guarded);
    INSERT INTO quota_guarded (guarded, form, mapping) VALUES (target, form, quota_mapping(quota_attach.mapping));
    PERFORM quota_hook(target, form);
    -- the rows that are there count from now on
    PERFORM quota_recount(NULL);
    RETURN form;
END $$;
COMMENT ON FUNCTION quota_attach(regclass, jsonb, text) IS
'Guards a table of yours: mapping gives for each column of a record your column ("name"), or a constant ({"constant": '
'"study"}); holds and consumes list your statuses. Form: statement (default), row (default of partitioned tables), or '
'deferred (checked at commit). Existing rows are counted. Nothing of the table but its triggers changes. Errors: '
'42703, 42809, 22023.';
REVOKE ALL ON FUNCTION quota_attach(regclass, jsonb, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION quota_detach(target regclass) RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE STRICT PARALLEL UNSAFE AS $$
BEGIN
    IF NOT quota_unhook(target) THEN
        RETURN false;
    END IF;
    PERFORM quota_recount(NULL);
    RETURN true;
END $$;
COMMENT ON FUNCTION quota_detach(regclass) IS
'Takes the guard from a table; its rows do not count any more. Returns whether it was guarded.';
REVOKE ALL ON FUNCTION quota_detach(regclass) FROM PUBLIC;

CREATE OR REPLACE VIEW quota_guard_status AS
SELECT g.guarded::text AS table_name, g.form, g.mapping,
       (SELECT count(*) FILTER (WHERE t.tgenabled <> 'D') FROM pg_trigger t
        WHERE t.tgrelid = g.guarded AND t.tgfoid = 'quota_guard()'::regprocedure AND t.tgparentid = 0)
       = CASE g.form WHEN 'statement' THEN 4 ELSE 2 END AS enabled
FROM quota_guarded g;
COMMENT ON VIEW quota_guard_status IS 'The tables of the site that this network guards, and whether the guard is whole.';
COMMENT ON COLUMN quota_guard_status.table_name IS 'The table.';
COMMENT ON COLUMN quota_guard_status.form IS 'statement, row or deferred.';
COMMENT ON COLUMN quota_guard_status.mapping IS 'As in quota_guarded.';
COMMENT ON COLUMN quota_guard_status.enabled IS
'False: one of the guard''s triggers was dropped or disabled, and the table is not guarded. quota_attach() makes them '
'anew.';
