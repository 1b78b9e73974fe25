-- registry/states: states and their status in the organisation.

CREATE TABLE socu.state (
    state text COLLATE "C" PRIMARY KEY CHECK (state ~ '^[A-Z]{2}$'),
    iso3 text COLLATE "C" UNIQUE CHECK (iso3 ~ '^[A-Z]{3}$'),
    iso_numeric text COLLATE "C" UNIQUE CHECK (iso_numeric ~ '^[0-9]{3}$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.state IS 'States by ISO 3166-1, whatever their status in the organisation.';
COMMENT ON COLUMN socu.state.state IS 'Key: ISO 3166-1 alpha-2.';
COMMENT ON COLUMN socu.state.iso3 IS 'ISO 3166-1 alpha-3.';
COMMENT ON COLUMN socu.state.iso_numeric IS 'ISO 3166-1 numeric, three digits (as UNESCO and UN M49 use it).';

CREATE TABLE socu.state_status (
    state text COLLATE "C" NOT NULL REFERENCES socu.state,
    status text NOT NULL
        CHECK (status IN ('member', 'observer', 'dialogue_partner', 'partner', 'applicant', 'guest', 'none')),
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (state, valid, shipped),
    EXCLUDE USING gist (state WITH =, (shipped::int) WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.state_status IS
'Status of a state in the Shanghai Cooperation Organisation by period. On 2025-09-01 observers and dialogue partners '
'became partners. A site''s row outranks a shipped one on the days it covers.';
COMMENT ON COLUMN socu.state_status.state IS 'The state.';
COMMENT ON COLUMN socu.state_status.status IS
'member, observer (to 2025-08-31), dialogue_partner (to 2025-08-31), partner (from 2025-09-01), applicant, guest or '
'none.';

-- ---- as of a date ----

CREATE FUNCTION socu.states_as_of(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (state text, name_en text, status text, since date, until date, confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 30
BEGIN ATOMIC
    SELECT DISTINCT ON (s.state) s.state, s.name_en, t.status, lower(t.valid), upper(t.valid), t.confidence
    FROM socu.state s JOIN socu.state_status t ON t.state = s.state
    WHERE t.valid @> on_date
    ORDER BY s.state, t.shipped;
END;
COMMENT ON FUNCTION socu.states_as_of(date) IS
'Status of every state in the organisation on a date; a site''s row goes before a shipped one. until is the first day '
'on which it no longer holds.';

CREATE FUNCTION socu.state_status_at(state text, on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT t.status FROM socu.state_status t
    WHERE t.state = state_status_at.state AND t.valid @> on_date
    ORDER BY t.shipped LIMIT 1;
END;
COMMENT ON FUNCTION socu.state_status_at(text, date) IS
'Status of a state on a date: member, observer, dialogue_partner, partner …; NULL if it had none.';
