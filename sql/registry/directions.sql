-- registry/directions: directions of study and their status.

CREATE TABLE socu.sphere (
    sphere text COLLATE "C" PRIMARY KEY CHECK (sphere ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.sphere IS 'Priority spheres of cooperation of the states.';
COMMENT ON COLUMN socu.sphere.sphere IS 'Key: snake_case.';

CREATE TABLE socu.direction (
    direction text COLLATE "C" PRIMARY KEY CHECK (direction ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    name_ru text,
    name_zh text,
    sphere text COLLATE "C" REFERENCES socu.sphere,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.direction IS
'Directions of study (of training) of the network; what stands in use when is in direction_status.';
COMMENT ON COLUMN socu.direction.direction IS 'Key: snake_case, e.g. it_technologies.';
COMMENT ON COLUMN socu.direction.sphere IS 'Sphere of cooperation it serves; NULL if none was named.';

CREATE TABLE socu.direction_status (
    direction text COLLATE "C" NOT NULL REFERENCES socu.direction ON UPDATE CASCADE,
    status text NOT NULL CHECK (status IN ('named', 'planned', 'open', 'closed')),
    since socu.edtf NOT NULL CHECK (since NOT LIKE '%XXXX%'),
    until socu.edtf CHECK (until NOT LIKE '%XXXX%'),
    valid daterange NOT NULL GENERATED ALWAYS AS (daterange(lower(socu.edtf_range(since)),
                                                            lower(socu.edtf_range(until)))) STORED,
    decision text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK (NOT isempty(valid)),
    PRIMARY KEY (direction, since, shipped),
    EXCLUDE USING gist (direction WITH =, (shipped::int) WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.direction_status IS
'What a direction was when: named (in a concept), planned, open or closed. A site''s row outranks a shipped one on the '
'days it covers.';
COMMENT ON COLUMN socu.direction_status.direction IS 'The direction.';
COMMENT ON COLUMN socu.direction_status.status IS 'named (in a concept only), planned, open or closed.';
COMMENT ON COLUMN socu.direction_status.since IS 'When the status began, as exact as it is known.';
COMMENT ON COLUMN socu.direction_status.until IS 'When it ended; NULL while it lasts.';
COMMENT ON COLUMN socu.direction_status.valid IS
'From the first day on which it may have begun to the first on which it may have ended.';
COMMENT ON COLUMN socu.direction_status.decision IS 'The decision that made it so.';

CREATE FUNCTION socu.directions_as_of(on_date date DEFAULT CURRENT_DATE, statuses text[] DEFAULT '{open}')
    RETURNS TABLE (direction text, name_en text, name_ru text, name_zh text, status text, since text, certain boolean,
                   confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT x.direction, x.name_en, x.name_ru, x.name_zh, x.status, x.since, x.certain, x.confidence
    FROM (SELECT DISTINCT ON (d.direction) d.direction, d.name_en, d.name_ru, d.name_zh, s.status,
                 s.since::text AS since,
                 upper(socu.edtf_range(s.since)) <= on_date + 1 AS certain, s.confidence
          FROM socu.direction d JOIN socu.direction_status s ON s.direction = d.direction
          WHERE s.valid @> on_date
          ORDER BY d.direction, s.shipped) x
    WHERE x.status = ANY (statuses)
    ORDER BY x.direction;
END;
COMMENT ON FUNCTION socu.directions_as_of(date, text[]) IS
'Directions of study with one of the statuses (open; also planned, named, closed) on a date. certain is false on days '
'before the last on which the status may have begun.';
