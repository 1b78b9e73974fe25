-- registry/participation: who takes what part in what, and what it is about.

COMMENT ON TABLE participation IS
'Who takes what part in what: parties to an agreement, hosts and participants of an event, partners of a programme or '
'project, authors, givers and receivers. Persons appear by function only, never by name.';
COMMENT ON COLUMN participation.validity IS 'When it holds, [from, to).';
COMMENT ON SEQUENCE participation_seq IS 'Keys of participation.';
COMMENT ON COLUMN participation.participation IS 'Key.';
COMMENT ON COLUMN participation.agreement IS
'In this agreement (exactly one of agreement, event, programme, project, output).';
COMMENT ON COLUMN participation.event IS 'In this event.';
COMMENT ON COLUMN participation.programme IS 'In this programme.';
COMMENT ON COLUMN participation.project IS 'In this project.';
COMMENT ON COLUMN participation.output IS 'In this output.';
COMMENT ON COLUMN participation.role IS 'As what: party, host, participant, partner, author …';
COMMENT ON COLUMN participation.institution IS 'Who: an institution.';
COMMENT ON COLUMN participation.unit IS 'Which unit of the institution.';
COMMENT ON COLUMN participation.body IS 'Who: a company or another body.';
COMMENT ON COLUMN participation.state IS 'Who: a state (its officials).';
COMMENT ON COLUMN participation.name_as_given IS
'The name as printed where it is not yet told who it is, or for a group.';
COMMENT ON COLUMN participation.function IS 'Function of the persons: minister of education, rector …';
COMMENT ON COLUMN participation.persons IS
'How many persons: [3,4) is three, [3,) at least three; NULL if not said.';
COMMENT ON TABLE topic IS
'What an agreement provides for, in its order; what an event, programme, project or output is about; the tasks and '
'directions of a body; what an institution trains in.';
COMMENT ON SEQUENCE topic_seq IS 'Keys of topic.';
COMMENT ON COLUMN topic.topic IS 'Key.';
COMMENT ON COLUMN topic.agreement IS
'Of this agreement (exactly one of agreement, event, programme, project, output, body, institution).';
COMMENT ON COLUMN topic.event IS 'Of this event.';
COMMENT ON COLUMN topic.programme IS 'Of this programme.';
COMMENT ON COLUMN topic.project IS 'Of this project.';
COMMENT ON COLUMN topic.output IS 'Of this output.';
COMMENT ON COLUMN topic.body IS 'Of this body.';
COMMENT ON COLUMN topic.institution IS 'Of this institution.';
COMMENT ON COLUMN topic.topic_kind IS
'subject (what it is about), task (what it is to do) or training (what it trains in).';
COMMENT ON COLUMN topic.source_document IS 'Where it stands. Two sources may list different topics of one body.';
COMMENT ON COLUMN topic.ordinal IS 'Its place in the list of its kind and source.';
COMMENT ON COLUMN topic.activity IS 'The kind of activity.';
COMMENT ON COLUMN topic.direction IS 'The direction of study.';
COMMENT ON COLUMN topic.field IS 'The field of study, e.g. ISCEDF:0421 for law.';
COMMENT ON COLUMN topic.label IS 'In words.';

CREATE OR REPLACE VIEW topic_difference AS
SELECT a.body, a.institution, a.topic_kind, a.direction, a.activity, a.field, a.label,
       array_agg(DISTINCT a.source_document ORDER BY a.source_document) FILTER (WHERE a.said) AS said_by,
       array_agg(DISTINCT a.source_document ORDER BY a.source_document) FILTER (WHERE NOT a.said) AS not_said_by
FROM (SELECT i.*, s.source_document, EXISTS (
                 SELECT FROM topic t
                 WHERE t.source_document = s.source_document AND t.topic_kind = i.topic_kind
                   -- as text: in a restore the type is not on the path, and IS DISTINCT FROM cannot name its operator
                   AND t.body IS NOT DISTINCT FROM i.body AND t.institution IS NOT DISTINCT FROM i.institution
                   AND t.direction IS NOT DISTINCT FROM i.direction AND t.activity IS NOT DISTINCT FROM i.activity
                   AND t.field::text IS NOT DISTINCT FROM i.field::text
                   AND (i.label IS NULL OR t.label = i.label)) AS said
      -- words are compared only where there is nothing else
      FROM (SELECT DISTINCT t.body, t.institution, t.topic_kind, t.direction, t.activity, t.field,
                   CASE WHEN num_nonnulls(t.direction, t.activity, t.field) = 0 THEN t.label END AS label
            FROM topic t WHERE num_nonnulls(t.body, t.institution) = 1) i
      JOIN (SELECT DISTINCT t.body, t.institution, t.topic_kind, t.direction IS NOT NULL AS directed, t.source_document
            FROM topic t) s
        ON s.body IS NOT DISTINCT FROM i.body AND s.institution IS NOT DISTINCT FROM i.institution
           AND s.topic_kind = i.topic_kind AND s.directed = (i.direction IS NOT NULL)) a
GROUP BY a.body, a.institution, a.topic_kind, a.direction, a.activity, a.field, a.label
HAVING bool_or(NOT a.said);
COMMENT ON VIEW topic_difference IS
'Topics of a body or institution that one source names and another, which names topics of the same kind, does not.';
COMMENT ON COLUMN topic_difference.body IS 'The body, or NULL.';
COMMENT ON COLUMN topic_difference.institution IS 'The institution, or NULL.';
COMMENT ON COLUMN topic_difference.topic_kind IS 'subject, task or training.';
COMMENT ON COLUMN topic_difference.direction IS 'The direction of study.';
COMMENT ON COLUMN topic_difference.activity IS 'The kind of activity.';
COMMENT ON COLUMN topic_difference.field IS 'The field of study.';
COMMENT ON COLUMN topic_difference.label IS 'In words, where there is nothing else.';
COMMENT ON COLUMN topic_difference.said_by IS 'The sources that name it.';
COMMENT ON COLUMN topic_difference.not_said_by IS 'The sources that do not.';
COMMENT ON TABLE outcome IS
'What an event aimed at and led to. An intention or a consensus is no programme and no signed document.';
COMMENT ON SEQUENCE outcome_seq IS 'Keys of outcome.';
COMMENT ON COLUMN outcome.outcome IS 'Key.';
COMMENT ON COLUMN outcome.event IS 'The event.';
COMMENT ON COLUMN outcome.kind IS
'aim, agreement, resolution, consensus, proposal, intention, issue or recommendation.';
COMMENT ON COLUMN outcome.label IS 'In words.';
COMMENT ON COLUMN outcome.agreement IS 'The document it became, if any.';
COMMENT ON COLUMN outcome.status IS 'open, done or dropped.';

-- ---- attendance ----

CREATE OR REPLACE FUNCTION event_rate(institution text, network text, year int DEFAULT NULL)
    RETURNS TABLE (attended bigint, held bigint, rate numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT count(*) FILTER (WHERE x.there), count(*),
           round(100.0 * count(*) FILTER (WHERE x.there) / nullif(count(*), 0), 1)
    FROM (SELECT EXISTS (SELECT FROM participation p
                         WHERE p.event = e.event AND p.institution = event_rate.institution) AS there
          FROM event e
          WHERE e.network = event_rate.network AND e.status = 'held' AND e.parent IS NULL
            AND (event_rate.year IS NULL
                 OR edtf_range(e.held) <@ daterange(make_date(event_rate.year, 1, 1),
                                                         make_date(event_rate.year + 1, 1, 1)))) x;
END;
COMMENT ON FUNCTION event_rate(text, text, int) IS
'How many of the events that a network held (in a year) an institution attended, and the rate in per cent: NULL, not '
'0, if none was held. Parts of events are not counted.';
