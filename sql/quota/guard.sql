-- quota/guard: the triggers that keep the limits, on mobility and on tables of the site.

CREATE FUNCTION socu.quota_guard() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.quota_guard() IS
'Trigger that keeps a table within the quota lines: AFTER STATEMENT with transition tables, AFTER ROW, or a deferrable '
'constraint trigger. Arguments column=name, column:=constant, holds:=states, consumes:=states; none = the columns of '
'socu.mobility. Made by quota_attach(). Errors: 23514 with the line''s code as constraint name.';

REVOKE ALL ON FUNCTION socu.quota_guard() FROM PUBLIC;

CREATE TRIGGER quota_guard_insert AFTER INSERT ON socu.mobility
    REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard();
CREATE TRIGGER quota_guard_update AFTER UPDATE ON socu.mobility
    REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard();
CREATE TRIGGER quota_guard_delete AFTER DELETE ON socu.mobility
    REFERENCING OLD TABLE AS quota_old FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard();
CREATE TRIGGER quota_guard_truncate AFTER TRUNCATE ON socu.mobility
    FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard();

-- ---- guarding a table of the user ----

CREATE FUNCTION socu.quota_attach(target regclass, mapping jsonb DEFAULT '{}', form text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    args text := '';
    kind "char";
    key text;
    value jsonb;
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
    PERFORM socu.quota_detach(target);
    FOR key, value IN SELECT m.key, m.value FROM jsonb_each(mapping) m ORDER BY m.key COLLATE "C" LOOP
        args := args || CASE args WHEN '' THEN '' ELSE ', ' END || quote_literal(CASE
            WHEN key IN ('holds', 'consumes') THEN
                format('%s:=%s', key, (SELECT string_agg(e, ',') FROM jsonb_array_elements_text(value) e))
            WHEN jsonb_typeof(value) = 'object' AND value ? 'constant' THEN format('%s:=%s', key, value ->> 'constant')
            WHEN jsonb_typeof(value) = 'string' THEN format('%s=%s', key, value #>> '{}')
            ELSE format('%s: %s', key, value) END);
    END LOOP;
    IF form = 'statement' THEN
        EXECUTE format('CREATE TRIGGER quota_guard_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard(%s)', target, args);
        EXECUTE format('CREATE TRIGGER quota_guard_update AFTER UPDATE ON %s'
                       ' REFERENCING OLD TABLE AS quota_old NEW TABLE AS quota_new'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard(%s)', target, args);
        EXECUTE format('CREATE TRIGGER quota_guard_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS quota_old'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard(%s)', target, args);
    ELSE
        EXECUTE format('CREATE %s TRIGGER quota_guard_row AFTER INSERT OR UPDATE OR DELETE ON %s %s'
                       ' FOR EACH ROW EXECUTE FUNCTION socu.quota_guard(%s)',
                       CASE form WHEN 'deferred' THEN 'CONSTRAINT' ELSE '' END, target,
                       CASE form WHEN 'deferred' THEN 'DEFERRABLE INITIALLY DEFERRED' ELSE '' END, args);
    END IF;
    EXECUTE format('CREATE TRIGGER quota_guard_truncate AFTER TRUNCATE ON %s'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION socu.quota_guard(%s)', target, args);
    -- the rows that are there count from now on
    PERFORM socu.quota_recount(NULL);
    RETURN form;
END $$;
COMMENT ON FUNCTION socu.quota_attach(regclass, jsonb, text) IS
'Guards a table of yours: mapping gives for each column of a record your column ("name"), or a constant ({"constant": '
'"study"}); holds and consumes list your states. Form: statement (default), row (default of partitioned tables), or '
'deferred (checked at commit). Existing rows are counted. Nothing of the table but its triggers changes. Errors: '
'42703, 42809, 22023.';
REVOKE ALL ON FUNCTION socu.quota_attach(regclass, jsonb, text) FROM PUBLIC;

CREATE FUNCTION socu.quota_detach(target regclass) RETURNS boolean
    LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    guard name;
    was boolean := false;
BEGIN
    FOR guard IN SELECT t.tgname FROM pg_trigger t
                 WHERE t.tgrelid = target AND t.tgfoid = 'socu.quota_guard()'::regprocedure AND t.tgparentid = 0 LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', guard, target);
        was := true;
    END LOOP;
    IF was THEN
        PERFORM socu.quota_recount(NULL);
    END IF;
    RETURN was;
END $$;
COMMENT ON FUNCTION socu.quota_detach(regclass) IS
'Takes the guard from a table; its rows do not count any more. Returns whether it was guarded.';
REVOKE ALL ON FUNCTION socu.quota_detach(regclass) FROM PUBLIC;

CREATE VIEW socu.quota_guarded AS
SELECT DISTINCT ON (t.tgrelid) t.tgrelid::regclass::text AS table_name,
       CASE WHEN t.tgdeferrable THEN 'deferred' WHEN (t.tgtype & 1) = 1 THEN 'row' ELSE 'statement' END AS form,
       t.tgenabled <> 'D' AS enabled,
       pg_catalog.string_to_array(pg_catalog.rtrim(pg_catalog.encode(t.tgargs, 'escape'), E'\\000'),
                                  E'\\000') AS mapping
FROM pg_catalog.pg_trigger t
WHERE t.tgfoid = (SELECT p.oid FROM pg_catalog.pg_proc p WHERE p.proname = 'quota_guard' AND p.pronamespace = (
    SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = 'socu'))
  AND t.tgparentid = 0 AND (t.tgtype & 32) = 0
ORDER BY t.tgrelid, t.oid;
COMMENT ON VIEW socu.quota_guarded IS 'The tables that carry a quota guard.';
COMMENT ON COLUMN socu.quota_guarded.table_name IS 'The table.';
COMMENT ON COLUMN socu.quota_guarded.form IS 'statement, row or deferred.';
COMMENT ON COLUMN socu.quota_guarded.enabled IS 'False: a trigger was disabled, and the table is not guarded.';
COMMENT ON COLUMN socu.quota_guarded.mapping IS
'The arguments of the guard; empty = the columns have the names of socu.mobility.';
