-- report/observation: all indicators as one long table.

-- One arm for each view that report_view takes rows from.  A column of a cell is the view's column that dims names for
-- it, else the view's column of the same name, else what report_view says.
DO $$
DECLARE
    arms text;
BEGIN
    WITH source AS (
        SELECT DISTINCT ON (v.taken_from) v.*, 'socu.' || v.taken_from AS relation
        FROM socu.report_view v ORDER BY v.taken_from, v.view),
    part AS (
        SELECT s.taken_from, format('SELECT %s FROM %s o WHERE %s', string_agg(format(
                   CASE c.name WHEN 'category' THEN 'CAST(coalesce(%s, ''_T'') AS %s) AS %I'
                        ELSE 'CAST(%s AS %s) AS %I' END,
                   coalesce('o.' || (regexp_match(s.dims, c.name || ' AS ([a-z_]+)'))[1],
                            CASE WHEN s.dims !~ (' AS ' || c.name) AND EXISTS (
                                SELECT FROM pg_attribute a
                                WHERE a.attrelid = s.relation::regclass AND a.attname = c.name)
                                THEN 'o.' || c.name END,
                            c.otherwise, 'NULL'), c.type, c.name), ', ' ORDER BY c.n), s.relation, s.rows) AS arm
        FROM source s CROSS JOIN LATERAL (VALUES
            (1, 'view', 'text', CASE WHEN s.taken_from = s.view THEN quote_literal(s.view) ELSE 'o.indicator' END),
            (2, 'year', 'int', NULL),
            (3, 'indicator', 'text', coalesce(s.indicator, quote_literal(s.view))),
            (4, 'measure', 'text', NULL),
            (5, 'unit', 'text', s.unit),
            (6, 'breakdown', 'text', quote_literal(s.breakdown)),
            (7, 'category', 'text', NULL),
            (8, 'origin', 'text', NULL),
            (9, 'destination', 'text', NULL),
            (10, 'state', 'text', NULL),
            (11, 'institution', 'text', NULL),
            (12, 'value', 'numeric', NULL),
            (13, 'numerator', 'numeric', NULL),
            (14, 'denominator', 'numeric', NULL),
            (15, 'lower', 'numeric', NULL),
            (16, 'upper', 'numeric', NULL),
            (17, 'status', 'text', NULL),
            (18, 'conf', 'text', NULL),
            (19, 'generated', 'boolean', NULL)) c (n, name, type, otherwise)
        GROUP BY s.taken_from, s.relation, s.rows)
    SELECT string_agg(p.arm, ' UNION ALL ' ORDER BY p.taken_from) INTO arms FROM part p;
    EXECUTE 'CREATE VIEW socu.report_observation AS ' || arms;
END
$$;
COMMENT ON VIEW socu.report_observation IS
'All indicators in one long form: what a release is made of. Exact and internal.';
COMMENT ON COLUMN socu.report_observation.view IS 'View that the row comes from.';
COMMENT ON COLUMN socu.report_observation.indicator IS 'The indicator.';
