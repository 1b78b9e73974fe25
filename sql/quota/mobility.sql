-- quota/mobility: nominations, their statuses and their history.

COMMENT ON TABLE mobility_status IS
'The statuses of a nomination and what each does to a seat. Their meaning is compiled into the guard; a site names its '
'own statuses for its own tables with quota_attach().';
COMMENT ON COLUMN mobility_status.status IS 'Name of the status.';
COMMENT ON COLUMN mobility_status.holds IS 'A seat is bound, the decision is open.';
COMMENT ON COLUMN mobility_status.consumes IS 'A seat is taken by an accepted person.';
COMMENT ON COLUMN mobility_status.final IS 'No further change is foreseen.';
COMMENT ON COLUMN mobility_status.ewp_status IS 'The status of EWP''s mobility APIs that corresponds; NULL = none.';
COMMENT ON COLUMN mobility_status.description IS 'What the status means.';

COMMENT ON TABLE mobility_transition IS
'Allowed changes of status and who may make them. A site adds rows of its own. Without a row no status changes.';
COMMENT ON COLUMN mobility_transition.from_status IS 'Status before.';
COMMENT ON COLUMN mobility_transition.to_status IS 'Status after.';
COMMENT ON COLUMN mobility_transition.party IS
'Who may make the change: sender, receiver, either, or the system (waiting lists, deadlines). Who acts follows from '
'mobility_party; the session may narrow it: SELECT socu.acting_as(''sender'').';
COMMENT ON COLUMN mobility_transition.description IS 'What happens.';

-- ---- mobilities ----

COMMENT ON TABLE mobility IS
'One stay of one person at one receiving institution, from the nomination to the recognition. A version of each row '
'before a change stands in mobility_history.';
COMMENT ON COLUMN mobility.mobility_id IS 'Key.';
COMMENT ON COLUMN mobility.student IS
'Pseudonymous key of the person (also of staff); never a name or a number of a document.';
COMMENT ON COLUMN mobility.kind IS
'study, single_courses, internship, teaching, staff_training, research, or a word of the site.';
COMMENT ON COLUMN mobility.status IS 'Status of the nomination: see mobility_status and mobility_transition.';
COMMENT ON COLUMN mobility.sending_state IS 'Sending state, ISO 3166 alpha-2.';
COMMENT ON COLUMN mobility.receiving_state IS 'Receiving state, ISO 3166 alpha-2.';
COMMENT ON COLUMN mobility.sending_institution IS
'Sending institution: its key, a lower-case internet domain (SCHAC).';
COMMENT ON COLUMN mobility.receiving_institution IS
'Receiving institution: its key, a lower-case internet domain (SCHAC).';
COMMENT ON COLUMN mobility.sending_unit IS 'Organisational unit of the sender.';
COMMENT ON COLUMN mobility.receiving_unit IS 'Organisational unit of the receiver.';
COMMENT ON COLUMN mobility.program_code IS 'Code of the study programme, for example RU2013:09.03.02.';
COMMENT ON COLUMN mobility.level IS
'ISCED 2011 level, 0 to 8. Where none is given, that which program_code tells, level(program_code).';
COMMENT ON COLUMN mobility.field IS
'Field, ISCED-F 2013. Where none is given, isced_f(program_code) on the first day of the stay.';
COMMENT ON COLUMN mobility.direction IS
'Direction of study of the network. Where none is given, direction(program_code) on the first day of the stay.';
COMMENT ON COLUMN mobility.funding IS 'Who pays, for example network, state, institution, contract.';
COMMENT ON COLUMN mobility.agreement IS 'Agreement under which the stay takes place.';
COMMENT ON COLUMN mobility.sending_term IS 'Academic term as the sender names it, for example 2025/2025.';
COMMENT ON COLUMN mobility.receiving_term IS
'Academic term as the receiver names it, for example 2025/2026-1/2. Quotas count in the receiver''s year.';
COMMENT ON COLUMN mobility.starts_on IS 'First day of the stay; quotas count in the period in which it lies.';
COMMENT ON COLUMN mobility.ends_on IS 'Last day of the stay, inclusive; NULL = not known yet (unbounded).';
COMMENT ON COLUMN mobility.terms IS 'Length in terms of the receiver: a full year of two terms is 2.';
COMMENT ON COLUMN mobility.months IS 'Planned student-months.';
COMMENT ON COLUMN mobility.days IS 'Planned days (staff).';
COMMENT ON COLUMN mobility.actual_months IS
'Student-months at the end of the stay; they replace the planned ones in the quota.';
COMMENT ON COLUMN mobility.actual_days IS
'Days at the end of the stay; they replace the planned ones in the quota.';
COMMENT ON COLUMN mobility.blended IS 'A part of the stay is virtual.';
COMMENT ON COLUMN mobility.request_key IS 'Key of the request: the same nomination sent twice is stored once.';
COMMENT ON COLUMN mobility.application IS 'Application to which several preferences of one person belong.';
COMMENT ON COLUMN mobility.preference IS 'Rank of this place in the application, 1 = first wish.';
COMMENT ON COLUMN mobility.waitlist_round IS 'Round of the waiting list; order is frozen within a round.';
COMMENT ON COLUMN mobility.priority_class IS 'First order key of waiting lists, smaller first.';
COMMENT ON COLUMN mobility.rank_score IS 'Second order key of waiting lists, greater first.';
COMMENT ON COLUMN mobility.submitted_at IS
'When the nomination was first submitted (left the status draft); third order key of waiting lists. The server writes '
'it.';
COMMENT ON COLUMN mobility.offer_expires_at IS 'An offer from a waiting list lapses at this time.';
COMMENT ON COLUMN mobility.reason IS 'Reason of the last change.';
COMMENT ON COLUMN mobility.created_at IS 'When the row was made (start of the transaction). The server writes it.';
COMMENT ON COLUMN mobility.created_by IS 'Who made the row (session user). The server writes it.';
COMMENT ON COLUMN mobility.version IS 'Counts the changes of the row, from 1. The server writes it.';
COMMENT ON CONSTRAINT mobility_days ON mobility IS
'A stay lies in the years 1900 to 2199, within those that an academic_term knows; an end that is not known is NULL, '
'not infinity. Error: 23514.';
COMMENT ON CONSTRAINT mobility_one_stay ON mobility IS
'A person has at most one seat-bearing stay at a time. Error: 23P01 (duplicate_person).';

COMMENT ON INDEX mobility_waitlist IS 'The waiting lists in their order.';

COMMENT ON TABLE mobility_history IS
'Each change of a mobility, append-only: what a version looked like before it was changed or removed.';
COMMENT ON COLUMN mobility_history.mobility_id IS 'The mobility.';
COMMENT ON COLUMN mobility_history.version IS 'The version that the change ended.';
COMMENT ON COLUMN mobility_history.changed_at IS 'When.';
COMMENT ON COLUMN mobility_history.changed_by IS 'Who (session user).';
COMMENT ON COLUMN mobility_history.party IS
'For which party the session acted (socu.acting_party, or the one party of its role); NULL = not said.';
COMMENT ON COLUMN mobility_history.old_status IS 'Status before.';
COMMENT ON COLUMN mobility_history.new_status IS 'Status after; NULL = the row was removed.';
COMMENT ON COLUMN mobility_history.old_values IS
'Former values of the columns that changed; of all columns when the row was removed.';
COMMENT ON COLUMN mobility_history.reason IS 'Reason given with the change.';

CREATE OR REPLACE FUNCTION append_only() RETURNS trigger
    LANGUAGE network_c AS 'append_only';
COMMENT ON FUNCTION append_only() IS
'Trigger of logs: refuses UPDATE, DELETE and TRUNCATE. Refuses every other table. Errors: 55000, 39P01.';
REVOKE ALL ON FUNCTION append_only() FROM PUBLIC;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mobility_history
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

COMMENT ON TABLE mobility_party IS
'For which parties a role (and who is a member of it) may change the status of a mobility. Empty: everybody for every '
'party. As soon as it has a row, a role without one changes no status; the owner of the records may always.';
COMMENT ON COLUMN mobility_party.role_name IS
'Name of the role. A role that is renamed loses its parties until its row is changed.';
COMMENT ON COLUMN mobility_party.party IS 'sender, receiver or system (waiting lists, deadlines).';

CREATE OR REPLACE FUNCTION mobility_change() RETURNS trigger
    LANGUAGE network_c AS 'mobility_change';
COMMENT ON FUNCTION mobility_change() IS
'BEFORE ROW trigger of mobility: writes created_at, created_by, version and submitted_at whatever the statement says, '
'and checks the change of status against mobility_transition and mobility_party. The owner loads rows as they were '
'with SET row_security = off, as a restore does. Refuses every other table. Errors: 23514 (mobility_transition, '
'mobility_identity), 42501, 39P01.';
REVOKE ALL ON FUNCTION mobility_change() FROM PUBLIC;
CREATE OR REPLACE TRIGGER mobility_change BEFORE INSERT OR UPDATE ON mobility
    FOR EACH ROW EXECUTE FUNCTION mobility_change();

CREATE OR REPLACE FUNCTION mobility_log() RETURNS trigger
    LANGUAGE network_c AS 'mobility_log';
COMMENT ON FUNCTION mobility_log() IS
'AFTER ROW trigger of mobility: keeps the version before a change or removal in mobility_history, with the rights of '
'the owner of both tables. Refuses every other table. Errors: 39P01, 55000.';
REVOKE ALL ON FUNCTION mobility_log() FROM PUBLIC;
CREATE OR REPLACE TRIGGER mobility_log AFTER UPDATE OR DELETE ON mobility
    FOR EACH ROW EXECUTE FUNCTION mobility_log();

CREATE OR REPLACE FUNCTION mobility_derive() RETURNS trigger
    LANGUAGE network_plpgsql AS $$
BEGIN
    -- a restore loads rows as they were
    IF current_setting('row_security') = 'on' THEN
        NEW.level := coalesce(NEW.level, level(NEW.program_code));
        NEW.field := coalesce(NEW.field, isced_f(NEW.program_code, NEW.starts_on));
        NEW.direction := coalesce(NEW.direction, direction(NEW.program_code, NEW.starts_on));
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION mobility_derive() IS
'BEFORE ROW trigger of mobility: level, field and direction that are not given follow from program_code. They are '
'fixed when the row is written: later changes of the reference tables do not move a record from line to line.';
REVOKE ALL ON FUNCTION mobility_derive() FROM PUBLIC;
-- before mobility_change, which compares the versions of the row
CREATE OR REPLACE TRIGGER derive BEFORE INSERT OR UPDATE ON mobility FOR EACH ROW
    WHEN (NEW.program_code IS NOT NULL AND (NEW.level IS NULL OR NEW.field IS NULL OR NEW.direction IS NULL))
    EXECUTE FUNCTION mobility_derive();
