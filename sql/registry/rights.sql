-- registry/rights: who reads the registry, and which coordinator writes what.

CREATE TABLE socu.coordinator_role (
    role_name text COLLATE "C" NOT NULL CHECK (role_name <> ''),
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    PRIMARY KEY (role_name, direction, state)
);
COMMENT ON TABLE socu.coordinator_role IS
'Which database role may keep the records of which direction and state; filled by grant_coordinator().';
COMMENT ON COLUMN socu.coordinator_role.role_name IS 'The role; its members may too.';
COMMENT ON COLUMN socu.coordinator_role.direction IS 'The direction.';
COMMENT ON COLUMN socu.coordinator_role.state IS 'The state.';

CREATE FUNCTION socu.coordinates(direction text, state text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM socu.coordinator_role r JOIN pg_catalog.pg_roles p ON p.rolname = r.role_name
                   WHERE r.direction = coordinates.direction AND r.state = coordinates.state
                     AND pg_catalog.pg_has_role(current_user, p.oid, 'USAGE'));
END;
COMMENT ON FUNCTION socu.coordinates(text, text) IS
'True if the current user may keep the records of this direction and state.';

CREATE FUNCTION socu.coordinates_as(coordinator bigint) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE COST 200
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM socu.coordinator c
                   WHERE c.coordinator = coordinates_as.coordinator AND socu.coordinates(c.direction, c.state));
END;
COMMENT ON FUNCTION socu.coordinates_as(bigint) IS
'True if the current user may keep the records of the direction and state of this coordinator.';

ALTER TABLE socu.direction_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY direction_record_read ON socu.direction_record FOR SELECT USING (true);
COMMENT ON POLICY direction_record_read ON socu.direction_record IS 'Who may read the table reads all of it.';
CREATE POLICY direction_record_write ON socu.direction_record USING (socu.coordinates(direction, state))
    WITH CHECK (socu.coordinates(direction, state));
COMMENT ON POLICY direction_record_write ON socu.direction_record IS
'A coordinator writes the records of its own directions and states.';
ALTER TABLE socu.direction_speciality ENABLE ROW LEVEL SECURITY;
CREATE POLICY direction_speciality_read ON socu.direction_speciality FOR SELECT USING (true);
COMMENT ON POLICY direction_speciality_read ON socu.direction_speciality IS 'Who may read the table reads all of it.';
CREATE POLICY direction_speciality_write ON socu.direction_speciality USING (socu.coordinates(direction, state))
    WITH CHECK (socu.coordinates(direction, state));
COMMENT ON POLICY direction_speciality_write ON socu.direction_speciality IS
'A coordinator writes the specialities of its own directions and states.';
ALTER TABLE socu.duty_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty_record_read ON socu.duty_record FOR SELECT USING (true);
COMMENT ON POLICY duty_record_read ON socu.duty_record IS 'Who may read the table reads all of it.';
CREATE POLICY duty_record_write ON socu.duty_record USING (socu.coordinates_as(coordinator))
    WITH CHECK (socu.coordinates_as(coordinator));
COMMENT ON POLICY duty_record_write ON socu.duty_record IS 'A coordinator writes the records of its own duties.';
ALTER TABLE socu.report_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_sent_read ON socu.report_sent FOR SELECT USING (true);
COMMENT ON POLICY report_sent_read ON socu.report_sent IS 'Who may read the table reads all of it.';
CREATE POLICY report_sent_write ON socu.report_sent USING (socu.coordinates_as(coordinator))
    WITH CHECK (socu.coordinates_as(coordinator));
COMMENT ON POLICY report_sent_write ON socu.report_sent IS 'A coordinator writes its own reports.';

CREATE FUNCTION socu.registry_tables() RETURNS SETOF text
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
COMMENT ON FUNCTION socu.registry_tables() IS
'Names of the tables of the registry, each after those that it refers to.';

CREATE FUNCTION socu.grant_reader(role_name name) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t text;
BEGIN
    IF NOT pg_has_role((SELECT c.relowner FROM pg_class c
                        WHERE c.oid = 'socu.coordinator_role'::regclass), 'USAGE') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied to grant rights on the registry',
            HINT = 'Ask the owner of the extension.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA socu TO %I', role_name);
    FOR t IN SELECT socu.registry_tables() LOOP
        EXECUTE format('GRANT SELECT ON socu.%I TO %I', t, role_name);
    END LOOP;
    EXECUTE format('GRANT SELECT ON socu.figure TO %I', role_name);
END
$$;
COMMENT ON FUNCTION socu.grant_reader(name) IS
'Lets a role read the whole registry. To be called by the owner of the extension. Error: 42704 for an unknown role, '
'42501 without the right to grant.';

CREATE FUNCTION socu.grant_coordinator(role_name name, direction text, state text) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t text;
    columns text;
BEGIN
    IF NOT pg_has_role((SELECT c.relowner FROM pg_class c
                        WHERE c.oid = 'socu.coordinator_role'::regclass), 'USAGE') THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied to grant rights on the registry',
            HINT = 'Ask the owner of the extension.';
    END IF;
    PERFORM socu.grant_reader(role_name);
    FOREACH t IN ARRAY ARRAY['direction_record', 'direction_speciality', 'duty_record', 'report_sent'] LOOP
        -- who recorded it and when is not theirs to write
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
        FROM pg_attribute a
        WHERE a.attrelid = format('socu.%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attname NOT IN ('recorded_by', 'recorded_at');
        EXECUTE format('GRANT INSERT (%2$s), UPDATE (%2$s), DELETE ON socu.%1$I TO %3$I', t, columns, role_name);
        EXECUTE format('GRANT USAGE ON SEQUENCE socu.%I TO %I', t || '_seq', role_name);
    END LOOP;
    INSERT INTO socu.coordinator_role VALUES (grant_coordinator.role_name, grant_coordinator.direction,
                                              grant_coordinator.state) ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION socu.grant_coordinator(name, text, text) IS
'Lets a role read the registry and keep the records, specialities, duties and reports of one direction and state; call '
'it again for more of them. To be called by the owner of the extension. Error: 42704, 23503, 42501.';

CREATE FUNCTION socu.revoke_coordinator(role_name name, direction text, state text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    DELETE FROM socu.coordinator_role r
    WHERE r.role_name = revoke_coordinator.role_name AND r.direction = revoke_coordinator.direction
      AND r.state = revoke_coordinator.state;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION socu.revoke_coordinator(name, text, text) IS
'Takes a direction and state from a role; it may read on. True if it had them.';
