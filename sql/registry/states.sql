-- registry/states: states and their status in the organisation.

COMMENT ON TABLE state IS 'States by ISO 3166-1, whatever their status in the organisation.';
COMMENT ON COLUMN state.name_en IS 'Name in English.';
COMMENT ON COLUMN state.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN state.name_zh IS 'Name in Chinese.';
COMMENT ON COLUMN state.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN state.source IS 'Where the fact stands.';
COMMENT ON COLUMN state.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN state.state IS 'Key: ISO 3166-1 alpha-2.';
COMMENT ON COLUMN state.iso3 IS 'ISO 3166-1 alpha-3.';
COMMENT ON COLUMN state.iso_numeric IS 'ISO 3166-1 numeric, three digits (as UNESCO and UN M49 use it).';
COMMENT ON TABLE state_status IS
'Status of a state in the Shanghai Cooperation Organisation by period. On 2025-09-01 observers and dialogue partners '
'became partners. A site''s row outranks a shipped one on the days it covers.';
COMMENT ON COLUMN state_status.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN state_status.note IS 'A remark for the reader.';
COMMENT ON COLUMN state_status.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN state_status.source IS 'Where the fact stands.';
COMMENT ON COLUMN state_status.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN state_status.state IS 'The state.';
COMMENT ON COLUMN state_status.status IS
'member, observer (to 2025-08-31), dialogue_partner (to 2025-08-31), partner (from 2025-09-01), applicant, guest or '
'none.';

-- ---- as of a date ----

CREATE OR REPLACE FUNCTION states_as_of(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (state text, name_en text, status text, since date, until date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 30
BEGIN ATOMIC
    SELECT DISTINCT ON (s.state) s.state, s.name_en, t.status, lower(t.validity), upper(t.validity), t.confidence
    FROM state s JOIN state_status t ON t.state = s.state
    WHERE t.validity @> on_date
    ORDER BY s.state, t.shipped;
END;
COMMENT ON FUNCTION states_as_of(date) IS
'Status of every state in the organisation on a date; a site''s row goes before a shipped one. until is the first day '
'on which it no longer holds.';

CREATE OR REPLACE FUNCTION state_status_at(state text, on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT t.status FROM state_status t
    WHERE t.state = state_status_at.state AND t.validity @> on_date
    ORDER BY t.shipped LIMIT 1;
END;
COMMENT ON FUNCTION state_status_at(text, date) IS
'Status of a state on a date: member, observer, dialogue_partner, partner …; NULL if it had none.';
