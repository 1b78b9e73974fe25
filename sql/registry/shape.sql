-- ===== what is shipped, dumped and read by everybody =====

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['source_document', 'state', 'state_status', 'body', 'institution', 'sphere', 'direction', 'direction_status',
                             'known_name', 'role', 'membership', 'institution_direction', 'agreement_kind', 'activity', 'duty', 'measure'] LOOP
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.%I
                                   FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard()', t);
        EXECUTE pg_catalog.format('CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.%I
                                   FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard()', t);
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), 'WHERE NOT shipped');
        EXECUTE pg_catalog.format('GRANT SELECT ON socu.%I TO PUBLIC', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['event', 'agreement', 'agreement_flow', 'org_unit', 'branch', 'programme', 'project', 'output', 'facility', 'facility_sharing',
                             'participation', 'topic', 'outcome', 'coordinator', 'direction_record', 'direction_speciality', 'duty_record',
                             'report_schedule', 'report_sent', 'record_history', 'reported_figure', 'rating', 'rating_criterion', 'rating_value',
                             'coordinator_role'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
    FOREACH t IN ARRAY ARRAY['known_name_seq', 'membership_seq', 'event_seq', 'agreement_seq', 'programme_seq', 'project_seq', 'output_seq',
                             'participation_seq', 'topic_seq', 'outcome_seq', 'coordinator_seq', 'direction_record_seq', 'direction_speciality_seq',
                             'duty_record_seq', 'report_sent_seq', 'record_history_seq', 'reported_figure_seq'] LOOP
        PERFORM pg_catalog.pg_extension_config_dump(pg_catalog.format('socu.%I', t), '');
    END LOOP;
END
$$;

-- Columns that mean the same in every table.
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT a.attrelid, a.attname, w.words
        FROM pg_catalog.pg_attribute a
        JOIN (VALUES ('shipped', 'True for a row that comes with the extension: it is not dumped and cannot be changed.'),
                     ('source', 'Where the fact stands.'),
                     ('confidence', 'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).'),
                     ('source_document', 'The document it is taken from.'),
                     ('note', 'A remark for the reader.'),
                     ('valid', 'When it holds, [from, to).'),
                     ('city', 'City, in English.'),
                     ('title', 'Title, in English or as printed.'),
                     ('name_en', 'Name in English.'), ('name_ru', 'Name in Russian.'), ('name_zh', 'Name in Chinese.'),
                     ('recorded_by', 'The role that wrote this version.'),
                     ('recorded_at', 'When this version was written: the start of its transaction.'),
                     ('publisher', 'Who published it.'), ('url', 'Its address.')) w (attname, words) ON w.attname = a.attname
        WHERE a.attrelid IN (SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'socu'::regnamespace AND relkind IN ('r', 'v'))
          AND a.attnum > 0 AND pg_catalog.col_description(a.attrelid, a.attnum) IS NULL
    LOOP
        EXECUTE pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', c.attrelid::regclass, c.attname, c.words);
    END LOOP;
END
$$;
