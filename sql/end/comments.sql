-- end/comments: columns that mean the same wherever they stand.  A column with a comment of its own keeps it.

DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT r.oid::regclass AS relation, a.attname, w.words
        FROM pg_class r
        JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN (VALUES
            -- tables
            ('shipped', 'True for a row that comes with the extension: it is not dumped and cannot be changed.'),
            ('source', 'Where the fact stands.'),
            ('confidence', 'found (seen at the source), known (a named document, not seen) or uncertain '
                           '(to be checked).'),
            ('source_document', 'The document it is taken from.'),
            ('note', 'A remark for the reader.'),
            ('validity', 'When it holds, [from, to).'),
            ('city', 'City, in English.'),
            ('title', 'Title, in English or as printed.'),
            ('name_en', 'Name in English.'),
            ('name_ru', 'Name in Russian.'),
            ('name_zh', 'Name in Chinese.'),
            ('recorded_by', 'The role that wrote this version.'),
            ('recorded_at', 'When this version was written: the start of its transaction.'),
            ('publisher', 'Who published it.'),
            ('url', 'Its address.'),
            -- report views and the cells of releases
            ('release', 'Name of the release.'),
            ('year', 'Reporting year: the calendar year in which the academic year ends.'),
            ('measure', 'What is counted: credit_flow (stays begun), degree_stock (persons on the cut-off date), '
                        'staff_flow (stays begun), official_stock (persons, by offices). Never added.'),
            ('breakdown', 'By what it is broken down: total, direction, kind, level, field, sex.'),
            ('category', 'The category; _T total, _U not specified.'),
            ('origin', 'State of origin, ISO 3166 alpha-2; _T all, _U not specified, _O others.'),
            ('destination', 'State of destination, ISO 3166 alpha-2; _T all.'),
            ('state', 'The state, ISO 3166 alpha-2.'),
            ('institution', 'The institution; _U not specified.'),
            ('direction', 'Direction of study; _T all, _U not specified.'),
            ('sending_institution', 'Sending institution; _U not specified.'),
            ('receiving_institution', 'Receiving institution; _U not specified.'),
            ('agreement', 'The agreement.'),
            ('quota_id', 'Key of the quota line.'),
            ('code', 'Name of the quota line.'),
            ('indicator', 'The indicator.'),
            ('unit', 'Unit of value.'),
            ('side', 'Side: inbound or outbound, origins or destinations.'),
            ('role', 'origin or destination.'),
            ('convention', 'How months are counted.'),
            ('kind', 'Kind of programme.'),
            ('programme_status', 'Status of the programmes.'),
            ('scope', 'states or direction.'),
            ('partner_state', 'The other state.'),
            ('rating', 'The rating.'),
            ('value', 'The count or indicator, in its unit; NULL if missing, not applicable, bounded or hidden.'),
            ('numerator', 'What stands above the line, in its unit.'),
            ('denominator', 'What stands below the line, in its unit.'),
            ('lower', 'At least, where the value is bounded (status L).'),
            ('upper', 'At most, where the value is bounded (status L); NULL = not known.'),
            ('status', 'A normal, E estimated, P provisional, B break in series, M missing, N true zero, '
                       'Z not applicable, X in another cell, L bounded.'),
            ('conf', 'F free, C hidden or to be hidden (small), S hidden to protect another cell.'),
            ('generated', 'True if rows of the generator are in it; NULL where no records are.'),
            ('origin_basis', 'How origin is determined: prior_education, residence, citizenship, institution '
                             '(that sends), unknown, mixed (definition differs).'),
            ('inbound', 'Persons or stays from abroad.'),
            ('outbound', 'Persons or stays abroad.'),
            ('enrolled', 'All tertiary students in the state (persons).'),
            ('population', 'Population of tertiary age (persons).'),
            ('total', 'Sum of inbound over all destinations (persons or stays).')) w (attname, words)
          ON w.attname = regexp_replace(
              a.attname, '^(inbound|outbound|enrolled|population|total)_(lower|upper|status)$', E'\\2')
        WHERE r.relnamespace = 'socu'::regnamespace AND r.relkind IN ('r', 'v')
          AND col_description(r.oid, a.attnum) IS NULL
    LOOP
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', c.relation, c.attname, c.words);
    END LOOP;
    FOR c IN
        SELECT t.tgrelid::regclass AS relation, t.tgname, w.words
        FROM (VALUES ('shipped_guard', 'Shipped rows change with the extension only.'),
                     ('shipped_guard_truncate', 'Shipped rows change with the extension only.'),
                     ('rules_changed', 'Sessions hold these rows in memory and read them again when they change.'))
             w (name, words)
        JOIN pg_trigger t ON t.tgname = w.name
        JOIN pg_class r ON r.oid = t.tgrelid AND r.relnamespace = 'socu'::regnamespace
    LOOP
        EXECUTE format('COMMENT ON TRIGGER %I ON %s IS %L', c.tgname, c.relation, c.words);
    END LOOP;
END
$$;
