-- exchange: documents become records of the network.

-- ---- comments of the tables ----

COMMENT ON TABLE exchange_document IS
'Documents that were imported, as they were received: what has no column stays here.';
COMMENT ON COLUMN exchange_document.document IS 'Number of the document.';
COMMENT ON COLUMN exchange_document.kind IS 'elmo, iias, omobilities, las or tors, as exchange_kind names it.';
COMMENT ON COLUMN exchange_document.content IS 'The document.';
COMMENT ON COLUMN exchange_document.digest IS 'SHA-256 of its text in UTF-8: a document is kept once for each role.';
COMMENT ON COLUMN exchange_document.received IS 'When it was imported first.';
COMMENT ON COLUMN exchange_document.received_by IS 'Role that imported it; row security goes by it.';
COMMENT ON TABLE exchange_fault IS 'What exchange_check found in a document when it was imported first.';
COMMENT ON COLUMN exchange_fault.document IS 'Number of the document.';
COMMENT ON COLUMN exchange_fault.n IS 'Number of the finding.';
COMMENT ON COLUMN exchange_fault.verdict IS 'well-formed, schema, rules or facts.';
COMMENT ON COLUMN exchange_fault.severity IS 'error, warning or note.';
COMMENT ON COLUMN exchange_fault.path IS 'Where in the document.';
COMMENT ON COLUMN exchange_fault.line IS 'Line of the document, if known.';
COMMENT ON COLUMN exchange_fault.message IS 'What.';
COMMENT ON COLUMN exchange_fault.expected IS 'What would be right.';
COMMENT ON TABLE exchange_scale IS 'Which scale an institution means by a grading scheme of its transcripts.';
COMMENT ON COLUMN exchange_scale.institution IS 'Internet domain of the institution.';
COMMENT ON COLUMN exchange_scale.grading_scheme IS
'gradingSchemeLocalId of its ELMO documents; empty: where none is given.';
COMMENT ON COLUMN exchange_scale.scale IS 'The scale, of socu.grade_scale.';

-- ---- documents ----

CREATE OR REPLACE FUNCTION exchange_keep(doc xml, kind text, faults text) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    the_digest bytea := sha256(convert_to(doc::text, 'UTF8'));
    number bigint;
    found exchange_finding[];
    worst exchange_finding;
BEGIN
    IF faults IS NULL OR faults NOT IN ('refuse', 'keep', 'ignore') THEN
        RAISE EXCEPTION 'unknown treatment of faults "%"', faults USING ERRCODE = 'invalid_parameter_value',
            HINT = 'refuse: a document with errors is not imported; keep: it is, with the list of its faults; '
                   'ignore: it is not judged.';
    ELSIF faults <> 'ignore' THEN
        found := ARRAY(SELECT f FROM exchange_check(doc) f);
        SELECT f.* INTO worst FROM unnest(found) f WHERE f.severity = 'error' LIMIT 1;
        IF faults = 'refuse' AND worst.message IS NOT NULL THEN
            RAISE EXCEPTION 'document has faults' USING ERRCODE = 'invalid_parameter_value',
                      DETAIL = format('Errors: %s. The first: %s%s.',
                                      (SELECT count(*) FROM unnest(found) f WHERE f.severity = 'error'),
                                      worst.path || ': ', worst.message),
                      HINT = 'exchange_check lists them. faults => ''keep'' imports what can be read, with the list.';
        END IF;
    END IF;
    INSERT INTO exchange_document (kind, content, digest) VALUES (exchange_keep.kind, doc, the_digest)
    ON CONFLICT (digest, received_by) DO NOTHING RETURNING document INTO number;
    IF number IS NULL THEN
        SELECT d.document INTO number FROM exchange_document d
        WHERE d.digest = the_digest AND d.received_by = current_user;
    ELSIF found <> '{}' THEN
        INSERT INTO exchange_fault SELECT number, f.n, f.verdict, f.severity, f.path, f.line, f.message, f.expected
        FROM unnest(found) WITH ORDINALITY f (verdict, severity, path, line, message, expected, n);
    END IF;
    RETURN number;
END $$;
COMMENT ON FUNCTION exchange_keep(xml, text, text) IS
'Judges a document and keeps it; gives its number. The same document is kept once. Errors: 22023 it has faults (of the '
'severity error) and faults is refuse.';

-- ---- transcripts: ELMO ----

CREATE OR REPLACE FUNCTION elmo_lines(achievements elmo_achievement[]) RETURNS boolean[]
    LANGUAGE network_plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    lines boolean[] := '{}';
    below boolean[] := '{}';
    within boolean;
    a elmo_achievement;
    report integer;
BEGIN
    -- from the end: what stands below an achievement has been seen when it comes
    FOR i IN REVERSE cardinality(achievements) .. 1 LOOP
        a := achievements[i];
        IF a.report_no IS DISTINCT FROM report THEN
            below := '{}';
            report := a.report_no;
        END IF;
        within := coalesce(below[a.depth + 1], false);
        lines[i] := CASE WHEN within THEN false WHEN a.credit_value IS NOT NULL THEN true END;
        below[a.depth + 1] := NULL;
        below[a.depth] := coalesce(below[a.depth], false) OR within OR a.credit_value IS NOT NULL;
    END LOOP;
    RETURN lines;
END $$;
COMMENT ON FUNCTION elmo_lines(elmo_achievement[]) IS
'Which achievements are lines of a transcript: the deepest that bear credit. False for what stands above them and '
'would count the same work again, NULL for what bears no credit.';

CREATE OR REPLACE FUNCTION elmo_student(e elmo) RETURNS text
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT CASE WHEN count(DISTINCT i.value) = 1 THEN min(i.value) END
            FROM unnest(e.identifiers) i WHERE i.owner = 'learner' AND lower(i.kind) = 'esi');
END $$;
COMMENT ON FUNCTION elmo_student(elmo) IS 'The European Student Identifier of the learner; NULL: none, or several.';

CREATE OR REPLACE FUNCTION elmo_line(e elmo)
    RETURNS TABLE (n bigint, item text, hei_id text, code text, title text, credit credit, grade text, scale text,
                   completed date, status text, kept text, problem text)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED ROWS 20
    SET enable_seqscan = off AS $$
DECLARE
    lines constant boolean[] := elmo_lines(e.achievements);
BEGIN
    RETURN QUERY
    SELECT a.ordinality, format('report %s, achievement %s (%s)', a.report_no, a.los_no,
               coalesce(a.code, left(a.title, 30), '?')),
           r.hei_id, a.code, coalesce(a.title, a.code), a.credit, a.grade,
           CASE WHEN a.grade IS NOT NULL THEN s.scale END,
           coalesce(a.ended, a.term_ended, (r.issued_at AT TIME ZONE 'UTC')::date),
           CASE a.status WHEN 'in-progress' THEN 'pending' ELSE a.status END,
           CASE WHEN NOT lines[a.ordinality] THEN 'its parts are the lines'
                WHEN lines[a.ordinality] IS NULL THEN 'it bears no credit' END,
           CASE WHEN r.hei_id IS NULL THEN 'its institution has no schac identifier'
                WHEN coalesce(a.title, a.code) IS NULL THEN 'it has neither title nor code'
                WHEN a.status NOT IN ('passed', 'failed', 'in-progress')
                    THEN format('status "%s" is not known', a.status)
                WHEN a.credit IS NULL
                    THEN format('credit %s of scheme "%s" is not known', a.credit_value, a.credit_scheme)
                WHEN amount(a.credit) < 0 THEN 'its credit is negative'
                WHEN a.grade IS NOT NULL AND s.scale IS NULL
                    THEN format('exchange_scale has no scale for grading scheme "%s" of %s',
                                coalesce(a.grading_scheme, ''), r.hei_id)
                WHEN coalesce(a.ended, a.term_ended, (r.issued_at AT TIME ZONE 'UTC')::date) IS NULL
                    THEN 'it has no date' END
    FROM unnest(e.achievements) WITH ORDINALITY a
    LEFT JOIN unnest(e.reports) r ON r.report_no = a.report_no
    LEFT JOIN exchange_scale x ON x.institution = r.hei_id AND x.grading_scheme = coalesce(a.grading_scheme, '')
    CROSS JOIN LATERAL (
        SELECT coalesce(x.scale, (SELECT g.code FROM socu.grade_scale g WHERE g.code = a.grading_scheme LIMIT 1))
    ) s (scale)
    ORDER BY a.ordinality;
END $$;
COMMENT ON FUNCTION elmo_line(elmo) IS
'The achievements of an ELMO document as lines of a transcript; kept: why one is no line; problem: why one cannot be.';

CREATE OR REPLACE FUNCTION elmo_take(e elmo, student text)
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 20
    SET enable_seqscan = off AS $$ -- planned while the tables are small, it serves when they are not
DECLARE
    ids constant text := pg_get_serial_sequence('achievement', 'achievement');
BEGIN
    RETURN QUERY
    WITH read AS MATERIALIZED (
        SELECT l.* FROM elmo_line(e) l
    ), line AS MATERIALIZED (
        -- a line that is still open keeps its key without the day, so that its result is found again
        SELECT r.*, jsonb_build_array(elmo_take.student, r.hei_id, coalesce(r.code, r.title),
                   CASE WHEN r.status <> 'pending' THEN r.completed END, row_number() OVER (
                       PARTITION BY r.hei_id, coalesce(r.code, r.title),
                           CASE WHEN r.status <> 'pending' THEN r.completed END ORDER BY r.n))::text AS origin,
               CASE WHEN r.status <> 'pending' AND row_number() OVER (
                       PARTITION BY r.hei_id, coalesce(r.code, r.title), r.status = 'pending' ORDER BY r.n) = 1
                   THEN jsonb_build_array(elmo_take.student, r.hei_id, coalesce(r.code, r.title), NULL, 1)::text
                   END AS open_origin
        FROM read r WHERE r.kept IS NULL AND r.problem IS NULL
    ), known AS MATERIALIZED (
        SELECT l.*, h.achievement AS old,
               (h.origin, h.code, h.title, h.credit::text, h.grade, h.scale, h.completed, h.status)
                   IS DISTINCT FROM
               (l.origin, l.code, l.title, l.credit::text, l.grade, l.scale, l.completed, l.status) AS changed
        FROM line l
        LEFT JOIN achievement f ON f.origin = l.origin
        LEFT JOIN achievement h ON h.origin = CASE WHEN f.achievement IS NULL THEN l.open_origin ELSE l.origin END
    ), numbered AS MATERIALIZED (
        SELECT k.*, coalesce(k.old, nextval(ids)) AS achievement FROM known k
    ), inserted AS (
        INSERT INTO achievement (achievement, student, institution, code, title, credit, grade, scale, completed,
                                 status, origin)
        SELECT l.achievement, elmo_take.student, l.hei_id, l.code, l.title, l.credit, l.grade,
               l.scale, l.completed, l.status, l.origin
        FROM numbered l WHERE l.old IS NULL
    ), updated AS (
        UPDATE achievement h
        SET origin = l.origin, code = l.code, title = l.title, credit = l.credit, grade = l.grade, scale = l.scale,
            completed = l.completed, status = l.status
        FROM numbered l WHERE h.achievement = l.old AND l.changed
    )
    SELECT r.item, CASE WHEN r.kept IS NOT NULL THEN 'kept' WHEN r.problem IS NOT NULL THEN 'refused'
                        WHEN l.old IS NULL THEN 'inserted' WHEN l.changed THEN 'updated' ELSE 'unchanged' END,
           coalesce(r.kept, r.problem), l.achievement
    FROM read r LEFT JOIN numbered l USING (n) ORDER BY r.n;
END $$;
COMMENT ON FUNCTION elmo_take(elmo, text) IS
'Makes lines of the transcript of a student of an ELMO document that was read. A line is known again by student, '
'institution, code (else title) and day of the result; nothing is removed.';

CREATE OR REPLACE FUNCTION achievement_link(student text) RETURNS bigint
    LANGUAGE network_plpgsql VOLATILE
    SET enable_seqscan = off AS $$
DECLARE
    linked bigint := 0;
BEGIN
    IF NOT EXISTS (SELECT FROM learning_agreement a WHERE a.student = achievement_link.student) THEN
        RETURN 0;
    END IF;
    -- an attempt that was not passed makes room for one that was
    UPDATE achievement h SET item = NULL
    WHERE h.student = achievement_link.student AND h.item IS NOT NULL AND h.status <> 'passed'
      AND EXISTS (SELECT FROM achievement n
                  WHERE n.student = h.student AND n.institution = h.institution AND n.code = h.code
                    AND n.item IS NULL AND n.status = 'passed');
    UPDATE achievement h SET item = m.item
    FROM (SELECT c.achievement, min(c.item) AS item
          FROM (SELECT h.achievement, i.item,
                       row_number() OVER (PARTITION BY i.item ORDER BY h.status = 'passed' DESC, h.completed DESC,
                                          h.achievement) AS choice
                FROM achievement h
                JOIN learning_agreement a ON a.student = h.student AND a.host = h.institution
                JOIN la_item_current i ON i.agreement = a.agreement AND i.side <> 'home' AND i.code = h.code
                WHERE h.student = achievement_link.student AND h.item IS NULL
                  AND NOT EXISTS (SELECT FROM achievement t WHERE t.item = i.item)) c
          WHERE c.choice = 1 GROUP BY c.achievement HAVING count(*) = 1) m
    WHERE h.achievement = m.achievement;
    GET DIAGNOSTICS linked = ROW_COUNT;
    RETURN linked;
END $$;
COMMENT ON FUNCTION achievement_link(text) IS
'Links lines of the transcript of a student to the components of learning agreements that they fulfil: the same host '
'and code, one component only, a pass before a fail. Gives how many.';

CREATE OR REPLACE FUNCTION elmo_import(doc xml, student text DEFAULT NULL, faults text DEFAULT 'refuse')
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 20 AS $$
DECLARE
    e elmo;
    the_student text := elmo_import.student;
BEGIN
    IF doc IS NULL THEN
        RETURN;
    END IF;
    e := elmo_read(doc);
    PERFORM exchange_keep(doc, 'elmo', elmo_import.faults);
    the_student := coalesce(the_student, elmo_student(e));
    IF the_student IS NULL THEN
        RAISE EXCEPTION 'document does not say which student it is of' USING ERRCODE = 'null_value_not_allowed',
            DETAIL = 'Its learner has no European Student Identifier, or several.',
            HINT = 'Name the student: elmo_import(doc, student => key).';
    END IF;
    RETURN QUERY SELECT t.* FROM elmo_take(e, the_student) t;
    PERFORM achievement_link(the_student);
END $$;
COMMENT ON FUNCTION elmo_import(xml, text, text) IS
'Imports a transcript: its lines become rows of achievement, linked to the learning agreement where there is one. '
'One row for each achievement of the document: inserted, updated, unchanged, refused (and why) or kept (in the '
'document alone: its parts are the lines, or it bears no credit). The same document again changes nothing; what a '
'document does not hold stays. '
'student: NULL takes the European Student Identifier. faults: refuse, keep (with the list, in exchange_fault) or '
'ignore (not judged). record: number of the achievement. Errors: 22023 not ELMO, or it has faults; 22004 no student; '
'those of elmo_read.';

-- ---- rights ----

CREATE OR REPLACE FUNCTION exchange_grant(holder name) RETURNS void
    LANGUAGE network_plpgsql VOLATILE AS $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), holder);
    EXECUTE format('GRANT SELECT, INSERT ON exchange_document, exchange_fault TO %I', holder);
    EXECUTE format('GRANT SELECT ON exchange_scale TO %I', holder);
    EXECUTE format('GRANT USAGE ON SEQUENCE %s TO %I', pg_get_serial_sequence('achievement', 'achievement'),
                   holder);
END $$;
COMMENT ON FUNCTION exchange_grant(name) IS
'Lets a role import documents; what records it may write is said by recognition_grant. It sees the documents that it '
'imported itself. For the owner of the network.';
REVOKE ALL ON FUNCTION exchange_grant(name) FROM PUBLIC;

DROP POLICY IF EXISTS exchange_own ON exchange_document;
CREATE POLICY exchange_own ON exchange_document USING (received_by = current_user);
DROP POLICY IF EXISTS exchange_own ON exchange_fault;
CREATE POLICY exchange_own ON exchange_fault
    USING (EXISTS (SELECT FROM exchange_document d WHERE d.document = exchange_fault.document));
