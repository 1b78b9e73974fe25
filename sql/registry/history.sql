-- registry/history: versions of records that coordinators keep.

CREATE FUNCTION socu.acting_role() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE pg_catalog.current_setting('role') WHEN 'none' THEN session_user::text
                ELSE pg_catalog.current_setting('role') END;
END;
COMMENT ON FUNCTION socu.acting_role() IS
'The role that acts: the one set with SET ROLE, else the one that logged in; also where a trigger works with the '
'rights of another.';

CREATE FUNCTION socu.because(reason text) RETURNS text
    LANGUAGE sql VOLATILE STRICT
BEGIN ATOMIC
    SELECT pg_catalog.set_config('socu.reason', reason, true);
END;
COMMENT ON FUNCTION socu.because(text) IS
'Says why the changes that follow in this transaction are made. Changing or deleting a coordinator''s record needs it.';

CREATE SEQUENCE socu.record_history_seq;
CREATE TABLE socu.record_history (
    record_history bigint PRIMARY KEY DEFAULT nextval('socu.record_history_seq'),
    relation text NOT NULL,
    key text NOT NULL,
    operation text NOT NULL CHECK (operation IN ('UPDATE', 'DELETE')),
    old_row jsonb NOT NULL,
    changed_by text NOT NULL,
    login text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason text NOT NULL
);
CREATE INDEX ON socu.record_history (relation, key);
COMMENT ON TABLE socu.record_history IS
'Every former version of a coordinator''s record: who changed it, when and why. Written by history_keep() alone.';
COMMENT ON SEQUENCE socu.record_history_seq IS 'Keys of record_history.';
COMMENT ON COLUMN socu.record_history.record_history IS 'Key, in the order of the changes.';
COMMENT ON COLUMN socu.record_history.relation IS 'Table of the record, without schema.';
COMMENT ON COLUMN socu.record_history.key IS 'Key of the record in that table.';
COMMENT ON COLUMN socu.record_history.operation IS 'UPDATE or DELETE.';
COMMENT ON COLUMN socu.record_history.old_row IS 'The row before the change.';
COMMENT ON COLUMN socu.record_history.changed_by IS 'The role that changed it.';
COMMENT ON COLUMN socu.record_history.login IS 'The role that was logged in.';
COMMENT ON COLUMN socu.record_history.changed_at IS 'When: the start of the transaction.';
COMMENT ON COLUMN socu.record_history.reason IS 'Why, as said with because().';

CREATE FUNCTION socu.history_keep() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.history_keep() IS
'BEFORE ROW trigger of coordinators'' records, its argument the key column: says who recorded the row and when, and '
'keeps the former version in record_history with the rights of the owner of both tables. Needs a reason, see '
'because(). Refuses every other table. Errors: 23514 (history_reason), 39P01.';
REVOKE ALL ON FUNCTION socu.history_keep() FROM PUBLIC;
