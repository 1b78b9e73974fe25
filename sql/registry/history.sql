-- registry/history: versions of records that coordinators keep.

COMMENT ON TABLE record_history IS
'Every former version of a coordinator''s record: who changed it, when and why. Written by history_keep() alone.';
COMMENT ON SEQUENCE record_history_seq IS 'Keys of record_history.';
COMMENT ON COLUMN record_history.record_history IS 'Key, in the order of the changes.';
COMMENT ON COLUMN record_history.relation IS 'Table of the record, without schema.';
COMMENT ON COLUMN record_history.key IS 'Key of the record in that table.';
COMMENT ON COLUMN record_history.operation IS 'UPDATE or DELETE.';
COMMENT ON COLUMN record_history.old_row IS 'The row before the change.';
COMMENT ON COLUMN record_history.changed_by IS 'The role that changed it.';
COMMENT ON COLUMN record_history.login IS 'The role that was logged in.';
COMMENT ON COLUMN record_history.changed_at IS 'When: the start of the transaction.';
COMMENT ON COLUMN record_history.reason IS 'Why, as said with because().';
