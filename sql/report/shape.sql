-- Columns that mean the same in every view.
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT a.attrelid, a.attname, w.words
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
        JOIN (VALUES ('release', 'Name of the release.'), ('year', 'Reporting year: the calendar year in which the academic year ends.'),
                     ('measure', 'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), staff_flow (stays begun), official_stock (persons, by offices). Never added.'),
                     ('breakdown', 'By what it is broken down: total, direction, kind, level, field, sex.'),
                     ('category', 'The category; _T total, _U not specified.'),
                     ('origin', 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.'),
                     ('destination', 'State of destination, ISO 3166 alpha-2; _T all.'),
                     ('state', 'The state, ISO 3166 alpha-2.'), ('institution', 'The institution; _U not specified.'), ('direction', 'Direction of study; _T all, _U not specified.'),
                     ('sending_institution', 'Sending institution; _U not specified.'), ('receiving_institution', 'Receiving institution; _U not specified.'),
                     ('agreement', 'The agreement.'), ('quota_id', 'Key of the quota line.'), ('code', 'Name of the quota line.'),
                     ('indicator', 'The indicator.'), ('unit', 'Unit of value.'), ('side', 'Side: inbound or outbound, origins or destinations.'),
                     ('role', 'origin or destination.'), ('convention', 'How months are counted.'), ('kind', 'Kind of programme.'), ('programme_status', 'Status of the programmes.'),
                     ('scope', 'states or direction.'), ('partner_state', 'The other state.'), ('rating', 'The rating.'),
                     ('value', 'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.'),
                     ('numerator', 'What stands above the line, in its unit.'), ('denominator', 'What stands below the line, in its unit.'),
                     ('lower', 'At least, where the value is bounded (status L).'), ('upper', 'At most, where the value is bounded (status L); NULL = not known.'),
                     ('status', 'A normal, E estimated, P provisional, B break in series, M missing, N true zero, Z not applicable, X in another cell, L bounded.'),
                     ('conf', 'F free, C hidden or to be hidden (small), S hidden to protect another cell.'),
                     ('generated', 'True if rows of the generator are in it; NULL where no records are.'),
                     ('origin_basis', 'How origin is determined: prior_education, residence, citizenship, institution (that sends), unknown, mixed (definition differs).'),
                     ('inbound', 'Persons or stays from abroad.'), ('outbound', 'Persons or stays abroad.'), ('enrolled', 'All tertiary students in the state (persons).'),
                     ('population', 'Population of tertiary age (persons).'),
                     ('total', 'Sum of inbound over all destinations (persons or stays).')) w (attname, words)
          ON w.attname = pg_catalog.regexp_replace(a.attname, '^(inbound|outbound|enrolled|population|total)_(lower|upper|status)$', E'\\2')
        WHERE r.relnamespace = 'socu'::regnamespace AND r.relkind IN ('v', 'r') AND a.attnum > 0 AND NOT a.attisdropped
          AND (r.relkind = 'v' OR r.relname = 'report_cell') AND pg_catalog.col_description(a.attrelid, a.attnum) IS NULL
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
    -- views that repeat a table's columns say the same
    FOR c IN
        SELECT a.attrelid, a.attname, pg_catalog.col_description(b.attrelid, b.attnum) AS words
        FROM (VALUES ('socu.report_convention'::regclass, 'socu.report_params'::regclass), ('socu.official_series', 'socu.official_count'), ('socu.released_release', 'socu.report_release')) x (v, t)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = x.v AND a.attnum > 0
        JOIN pg_catalog.pg_attribute b ON b.attrelid = x.t AND b.attname = a.attname
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
END
$$;
