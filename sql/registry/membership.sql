-- registry/membership: roles, memberships of networks, institutions of a direction.

COMMENT ON TABLE role IS 'Roles in bodies, agreements, events, programmes, projects and outputs.';
COMMENT ON COLUMN role.name_en IS 'Name in English.';
COMMENT ON COLUMN role.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN role.source IS 'Where the fact stands.';
COMMENT ON COLUMN role.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN role.role IS 'Key: snake_case.';
COMMENT ON COLUMN role.lead IS 'True for a role that leads: coordinator, head, host.';
COMMENT ON TABLE membership IS
'Who belongs to which network, association, alliance or group of states, in which role, when. A lower bound of NULL '
'means that the start is not known.';
COMMENT ON COLUMN membership.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN membership.note IS 'A remark for the reader.';
COMMENT ON COLUMN membership.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN membership.source IS 'Where the fact stands.';
COMMENT ON COLUMN membership.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE membership_seq IS 'Keys of a site''s rows of membership.';
COMMENT ON COLUMN membership.membership IS 'Key: shipped rows below 1 000 000.';
COMMENT ON COLUMN membership.body IS 'The network, association, alliance or group.';
COMMENT ON COLUMN membership.institution IS 'The member, if it is an institution.';
COMMENT ON COLUMN membership.member_body IS 'The member, if it is a body.';
COMMENT ON COLUMN membership.state IS 'The member, if it is a state (groups of states).';
COMMENT ON COLUMN membership.role IS 'Role of the member.';
COMMENT ON TABLE institution_direction IS 'Directions in which an institution takes part, by period.';
COMMENT ON COLUMN institution_direction.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN institution_direction.note IS 'A remark for the reader.';
COMMENT ON COLUMN institution_direction.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN institution_direction.source IS 'Where the fact stands.';
COMMENT ON COLUMN institution_direction.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN institution_direction.institution IS 'The institution.';
COMMENT ON COLUMN institution_direction.direction IS 'The direction.';

CREATE OR REPLACE FUNCTION network_members(network text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, name_en text, state text, role text, status text, since date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT i.institution, i.name_en, i.state, m.role, state_status_at(i.state, on_date),
           lower(m.validity), m.confidence
    FROM membership m JOIN institution i ON i.institution = m.institution
    WHERE m.body = network AND m.validity @> on_date
      AND (NOT m.shipped OR NOT EXISTS (SELECT FROM membership o
                                        WHERE o.body = m.body AND o.institution = m.institution AND o.role = m.role
                                          AND NOT o.shipped AND o.validity @> on_date))
    ORDER BY i.state, i.institution, m.role;
END;
COMMENT ON FUNCTION network_members(text, date) IS
'Institutions of a network, association or alliance on a date, with their roles and the status of their state on that '
'date. A row per role.';
