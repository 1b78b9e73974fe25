-- registry/directions: directions of study and their status.

COMMENT ON TABLE sphere IS 'Priority spheres of cooperation of the states.';
COMMENT ON COLUMN sphere.name_en IS 'Name in English.';
COMMENT ON COLUMN sphere.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN sphere.source IS 'Where the fact stands.';
COMMENT ON COLUMN sphere.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN sphere.sphere IS 'Key: snake_case.';
COMMENT ON TABLE direction IS
'Directions of study (of training) of the network; what stands in use when is in direction_status.';
COMMENT ON COLUMN direction.name_en IS 'Name in English.';
COMMENT ON COLUMN direction.name_ru IS 'Name in Russian.';
COMMENT ON COLUMN direction.name_zh IS 'Name in Chinese.';
COMMENT ON COLUMN direction.note IS 'A remark for the reader.';
COMMENT ON COLUMN direction.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN direction.source IS 'Where the fact stands.';
COMMENT ON COLUMN direction.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN direction.direction IS 'Key: snake_case, e.g. it_technologies.';
COMMENT ON COLUMN direction.sphere IS 'Sphere of cooperation it serves; NULL if none was named.';
COMMENT ON TABLE direction_status IS
'What a direction was when: named (in a concept), planned, open or closed. A site''s row outranks a shipped one on the '
'days it covers.';
COMMENT ON COLUMN direction_status.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN direction_status.source IS 'Where the fact stands.';
COMMENT ON COLUMN direction_status.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN direction_status.direction IS 'The direction.';
COMMENT ON COLUMN direction_status.status IS 'named (in a concept only), planned, open or closed.';
COMMENT ON COLUMN direction_status.since IS 'When the status began, as exact as it is known.';
COMMENT ON COLUMN direction_status.until IS 'When it ended; NULL while it lasts.';
COMMENT ON COLUMN direction_status.validity IS
'From the first day on which it may have begun to the first on which it may have ended.';
COMMENT ON COLUMN direction_status.decision IS 'The decision that made it so.';

CREATE OR REPLACE FUNCTION directions_as_of(on_date date DEFAULT CURRENT_DATE, statuses text[] DEFAULT '{open}')
    RETURNS TABLE (direction text, name_en text, name_ru text, name_zh text, status text, since text, certain boolean,
                   confidence text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT x.direction, x.name_en, x.name_ru, x.name_zh, x.status, x.since, x.certain, x.confidence
    FROM (SELECT DISTINCT ON (d.direction) d.direction, d.name_en, d.name_ru, d.name_zh, s.status,
                 s.since::text AS since,
                 upper(edtf_range(s.since)) <= on_date + 1 AS certain, s.confidence
          FROM direction d JOIN direction_status s ON s.direction = d.direction
          WHERE s.validity @> on_date
          ORDER BY d.direction, s.shipped) x
    WHERE x.status = ANY (statuses)
    ORDER BY x.direction;
END;
COMMENT ON FUNCTION directions_as_of(date, text[]) IS
'Directions of study with one of the statuses (open; also planned, named, closed) on a date. certain is false on days '
'before the last on which the status may have begun.';
