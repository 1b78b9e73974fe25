-- registry/rights: who reads the registry, and which coordinator writes what.

COMMENT ON TABLE coordinator_role IS
'Which database role may keep the records of which direction and state; filled by grant_coordinator().';
COMMENT ON COLUMN coordinator_role.role_name IS 'The role; its members may too.';
COMMENT ON COLUMN coordinator_role.direction IS 'The direction.';
COMMENT ON COLUMN coordinator_role.state IS 'The state.';

CREATE OR REPLACE FUNCTION coordinates(direction text, state text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM coordinator_role r JOIN pg_catalog.pg_roles p ON p.rolname = r.role_name
                   WHERE r.direction = coordinates.direction AND r.state = coordinates.state
                     AND pg_catalog.pg_has_role(current_user, p.oid, 'USAGE'));
END;
COMMENT ON FUNCTION coordinates(text, text) IS
'True if the current user may keep the records of this direction and state.';

CREATE OR REPLACE FUNCTION coordinates_as(coordinator bigint) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM coordinator c
                   WHERE c.coordinator = coordinates_as.coordinator AND coordinates(c.direction, c.state));
END;
COMMENT ON FUNCTION coordinates_as(bigint) IS
'True if the current user may keep the records of the direction and state of this coordinator.';
DROP POLICY IF EXISTS direction_record_read ON direction_record;
CREATE POLICY direction_record_read ON direction_record FOR SELECT USING (true);
COMMENT ON POLICY direction_record_read ON direction_record IS 'Who may read the table reads all of it.';
DROP POLICY IF EXISTS direction_record_write ON direction_record;
CREATE POLICY direction_record_write ON direction_record USING (coordinates(direction, state))
    WITH CHECK (coordinates(direction, state));
COMMENT ON POLICY direction_record_write ON direction_record IS
'A coordinator writes the records of its own directions and states.';
DROP POLICY IF EXISTS direction_speciality_read ON direction_speciality;
CREATE POLICY direction_speciality_read ON direction_speciality FOR SELECT USING (true);
COMMENT ON POLICY direction_speciality_read ON direction_speciality IS 'Who may read the table reads all of it.';
DROP POLICY IF EXISTS direction_speciality_write ON direction_speciality;
CREATE POLICY direction_speciality_write ON direction_speciality USING (coordinates(direction, state))
    WITH CHECK (coordinates(direction, state));
COMMENT ON POLICY direction_speciality_write ON direction_speciality IS
'A coordinator writes the specialities of its own directions and states.';
DROP POLICY IF EXISTS duty_record_read ON duty_record;
CREATE POLICY duty_record_read ON duty_record FOR SELECT USING (true);
COMMENT ON POLICY duty_record_read ON duty_record IS 'Who may read the table reads all of it.';
DROP POLICY IF EXISTS duty_record_write ON duty_record;
CREATE POLICY duty_record_write ON duty_record USING (coordinates_as(coordinator))
    WITH CHECK (coordinates_as(coordinator));
COMMENT ON POLICY duty_record_write ON duty_record IS 'A coordinator writes the records of its own duties.';
DROP POLICY IF EXISTS report_sent_read ON report_sent;
CREATE POLICY report_sent_read ON report_sent FOR SELECT USING (true);
COMMENT ON POLICY report_sent_read ON report_sent IS 'Who may read the table reads all of it.';
DROP POLICY IF EXISTS report_sent_write ON report_sent;
CREATE POLICY report_sent_write ON report_sent USING (coordinates_as(coordinator))
    WITH CHECK (coordinates_as(coordinator));
COMMENT ON POLICY report_sent_write ON report_sent IS 'A coordinator writes its own reports.';

CREATE OR REPLACE FUNCTION registry_tables() RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 40
BEGIN ATOMIC
    SELECT unnest(ARRAY[
        'source_document', 'state', 'state_status', 'body', 'institution', 'sphere', 'direction', 'direction_status',
        'known_name', 'role', 'membership', 'institution_direction', 'agreement_kind', 'activity', 'event',
        'agreement', 'agreement_flow', 'org_unit', 'branch', 'programme', 'project', 'output', 'facility',
        'facility_sharing', 'participation', 'topic', 'outcome', 'coordinator', 'direction_record',
        'direction_speciality', 'duty', 'duty_record', 'report_schedule', 'report_sent', 'record_history', 'measure',
        'reported_figure', 'rating', 'rating_criterion', 'rating_value', 'coordinator_role']);
END;
COMMENT ON FUNCTION registry_tables() IS
'Names of the tables of the registry, each after those that it refers to.';

CREATE OR REPLACE FUNCTION grant_reader(role_name name) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
DECLARE
    t text;
BEGIN
    IF NOT pg_has_role((SELECT c.relowner FROM pg_class c
                        WHERE c.oid = 'coordinator_role'::regclass), 'USAGE') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied to grant rights on the registry',
            HINT = 'Ask the owner of the network.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
    FOR t IN SELECT registry_tables() LOOP
        EXECUTE format('GRANT SELECT ON %I TO %I', t, role_name);
    END LOOP;
    EXECUTE format('GRANT SELECT ON figure TO %I', role_name);
END
$$;
COMMENT ON FUNCTION grant_reader(name) IS
'Lets a role read the whole registry. To be called by the owner of the network. Error: 42704 for an unknown role, '
'42501 without the right to grant.';

CREATE OR REPLACE FUNCTION grant_coordinator(role_name name, direction text, state text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
DECLARE
    t text;
    columns text;
BEGIN
    PERFORM grant_reader(role_name); -- which refuses whoever is not the owner
    FOREACH t IN ARRAY ARRAY['direction_record', 'direction_speciality', 'duty_record', 'report_sent'] LOOP
        -- who recorded it and when is not theirs to write
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
        FROM pg_attribute a
        WHERE a.attrelid = format('%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attname NOT IN ('recorded_by', 'recorded_at');
        EXECUTE format('GRANT INSERT (%2$s), UPDATE (%2$s), DELETE ON %1$I TO %3$I', t, columns, role_name);
        EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I', t || '_seq', role_name);
    END LOOP;
    INSERT INTO coordinator_role VALUES (grant_coordinator.role_name, grant_coordinator.direction,
                                              grant_coordinator.state) ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION grant_coordinator(name, text, text) IS
'Lets a role read the registry and keep the records, specialities, duties and reports of one direction and state; call '
'it again for more of them. To be called by the owner of the network. Error: 42704, 23503, 42501.';

CREATE OR REPLACE FUNCTION revoke_coordinator(role_name name, direction text, state text) RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE STRICT
AS $$
BEGIN
    DELETE FROM coordinator_role r
    WHERE r.role_name = revoke_coordinator.role_name AND r.direction = revoke_coordinator.direction
      AND r.state = revoke_coordinator.state;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION revoke_coordinator(name, text, text) IS
'Takes a direction and state from a role; it may read on. True if it had them.';
