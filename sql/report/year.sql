-- report/year: under which year a day counts, and the records as they stood at a time.

CREATE OR REPLACE FUNCTION mobility_at(at timestamptz) RETURNS SETOF mobility
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH later AS (
        -- what the later changes ended: of several, the earliest tells what was there
        SELECT h.mobility_id, jsonb_object_agg(o.key, o.value ORDER BY h.version DESC) AS was
        FROM mobility_history h CROSS JOIN LATERAL jsonb_each(h.old_values) o
        WHERE h.changed_at > at GROUP BY h.mobility_id)
    SELECT m.* FROM mobility m
    WHERE m.created_at <= at AND NOT EXISTS (SELECT FROM later l WHERE l.mobility_id = m.mobility_id)
    UNION ALL
    SELECT p.* FROM later l LEFT JOIN mobility m ON m.mobility_id = l.mobility_id
    CROSS JOIN LATERAL jsonb_populate_record(m, l.was) p
    WHERE p.created_at <= at;
END;
COMMENT ON FUNCTION mobility_at(timestamptz) IS
'The records as they stood at a time, from the table and its history. Rows that were removed since are there again.';
