-- exchange: the records of a student as an ELMO document.

CREATE OR REPLACE FUNCTION transcript_line(student text, institution text)
    RETURNS TABLE (report_no bigint, los_no bigint, hei_id text, code text, title text, credit credit,
                   credit_scheme text, grade text, grading_scheme text, completed date, status text)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
BEGIN
    RETURN QUERY
    SELECT dense_rank() OVER (ORDER BY h.institution),
           row_number() OVER (PARTITION BY h.institution
                              ORDER BY CASE WHEN h.status <> 'pending' THEN h.completed END, h.code COLLATE "C",
                                       h.title COLLATE "C", h.achievement),
           h.institution, h.code, h.title, h.credit,
           CASE scheme(h.credit) WHEN 'ECTS' THEN 'ects' ELSE scheme(h.credit) END, h.grade,
           coalesce((SELECT min(s.grading_scheme) FROM exchange_scale s
                     WHERE s.institution = h.institution AND s.scale = h.scale AND s.grading_scheme <> ''), h.scale),
           h.completed, CASE h.status WHEN 'pending' THEN 'in-progress' ELSE h.status END
    FROM achievement h
    WHERE h.student = transcript_line.student AND h.status IN ('passed', 'failed', 'pending')
      AND coalesce(h.institution = transcript_line.institution, true)
    ORDER BY 1, 2;
END $$;
COMMENT ON FUNCTION transcript_line(text, text) IS
'The lines of the transcript of a student as ELMO numbers and names them: reports by institution, lines by day. '
'Courses that were withdrawn from or audited are no achievements.';

CREATE OR REPLACE FUNCTION transcript_elmo(student text, given_names text, family_name text,
                                           institution text DEFAULT NULL, issued_at timestamptz DEFAULT now())
    RETURNS elmo
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED AS $$
DECLARE
    e elmo;
BEGIN
    e.head.namespace := 'https://github.com/emrex-eu/elmo-schemas/tree/v1';
    e.head.generated_at := issued_at;
    e.head.given_names := given_names;
    e.head.family_name := family_name;
    e.head.signed := false;
    SELECT array_agg(ROW(r.report_no, r.hei_id, n.state, coalesce(n.name_en, r.hei_id), 'https://' || r.hei_id,
                         issued_at, NULL, r.lines)::elmo_report ORDER BY r.report_no)
    INTO e.reports
    FROM (SELECT l.report_no, l.hei_id, count(*) AS lines FROM transcript_line(student, transcript_elmo.institution) l
          GROUP BY l.report_no, l.hei_id) r
    LEFT JOIN institution n ON n.institution = r.hei_id;
    SELECT array_agg(ROW(l.report_no, l.los_no, NULL, 1, 'Course', l.code, NULL, l.title, NULL, NULL, NULL, NULL,
                         CASE WHEN l.status <> 'in-progress' THEN l.completed END, NULL, NULL, NULL, l.status, true,
                         l.grade, CASE WHEN l.grade IS NOT NULL THEN l.grading_scheme END, NULL, NULL, NULL, l.credit,
                         l.credit_scheme, amount(l.credit), NULL, NULL)::elmo_achievement
                     ORDER BY l.report_no, l.los_no),
           array_agg(ROW(l.report_no, l.los_no, 1, l.credit_scheme, NULL, amount(l.credit), amount(l.credit)::text,
                         l.credit)::elmo_credit ORDER BY l.report_no, l.los_no)
    INTO e.achievements, e.credits
    FROM transcript_line(student, transcript_elmo.institution) l;
    e.identifiers := ARRAY(
        SELECT ROW('learner', NULL, NULL, 1, CASE WHEN esi_valid(student) THEN 'esi' ELSE 'custom' END,
                   student)::elmo_identifier
        UNION ALL
        SELECT ROW('issuer', r.report_no, NULL, 1, 'schac', r.hei_id)::elmo_identifier FROM unnest(e.reports) r
        UNION ALL
        SELECT ROW('los', a.report_no, a.los_no, 1, 'local', a.code)::elmo_identifier
        FROM unnest(e.achievements) a WHERE a.code IS NOT NULL);
    e.texts := ARRAY(
        SELECT ROW('grading_scheme', a.report_no, NULL, 1, 'id', a.grading_scheme, NULL, NULL)::elmo_text
        FROM unnest(e.achievements) a WHERE a.grading_scheme IS NOT NULL
        GROUP BY a.report_no, a.grading_scheme ORDER BY a.report_no, a.grading_scheme COLLATE "C");
    RETURN e;
END $$;
COMMENT ON FUNCTION transcript_elmo(text, text, text, text, timestamptz) IS
'The transcript of a student as a document to write: elmo_export(transcript_elmo(…)). One report for each '
'institution, or for the one that is named. The records hold no names: they are given. A grading scheme has the '
'name that the institution uses (exchange_scale), else that of the scale.';
