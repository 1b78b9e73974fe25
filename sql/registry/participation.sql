-- registry/participation: who takes what part in what, and what it is about.

CREATE SEQUENCE socu.participation_seq;
CREATE TABLE socu.participation (
    participation bigint PRIMARY KEY DEFAULT nextval('socu.participation_seq'),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES socu.programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL REFERENCES socu.role,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    body text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    state text COLLATE "C" REFERENCES socu.state,
    name_as_given text CHECK (name_as_given <> ''),
    function text CHECK (function <> ''),
    persons int4range CHECK (NOT isempty(persons) AND lower(persons) >= 0),
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    CHECK (num_nonnulls(agreement, event, programme, project, output) = 1),
    CHECK (num_nonnulls(institution, body, state) <= 1 AND num_nonnulls(institution, body, state, name_as_given) >= 1),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    FOREIGN KEY (institution, unit) REFERENCES socu.org_unit ON UPDATE CASCADE,
    CONSTRAINT participation_once EXCLUDE USING gist
        ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output)) WITH =,
         role WITH =, (coalesce('i' || institution, 'b' || body, 's' || state, 'n' || name_as_given)) WITH =,
         (coalesce(unit, '')) WITH =, (coalesce(function, '')) WITH =, valid WITH &&)
);
CREATE INDEX ON socu.participation (agreement);
CREATE INDEX ON socu.participation (event);
CREATE INDEX ON socu.participation (programme);
CREATE INDEX ON socu.participation (project);
CREATE INDEX ON socu.participation (output);
CREATE INDEX ON socu.participation (institution);
CREATE INDEX ON socu.participation (body);
COMMENT ON TABLE socu.participation IS
'Who takes what part in what: parties to an agreement, hosts and participants of an event, partners of a programme or '
'project, authors, givers and receivers. Persons appear by function only, never by name.';
COMMENT ON SEQUENCE socu.participation_seq IS 'Keys of participation.';
COMMENT ON COLUMN socu.participation.participation IS 'Key.';
COMMENT ON COLUMN socu.participation.agreement IS
'In this agreement (exactly one of agreement, event, programme, project, output).';
COMMENT ON COLUMN socu.participation.event IS 'In this event.';
COMMENT ON COLUMN socu.participation.programme IS 'In this programme.';
COMMENT ON COLUMN socu.participation.project IS 'In this project.';
COMMENT ON COLUMN socu.participation.output IS 'In this output.';
COMMENT ON COLUMN socu.participation.role IS 'As what: party, host, participant, partner, author …';
COMMENT ON COLUMN socu.participation.institution IS 'Who: an institution.';
COMMENT ON COLUMN socu.participation.unit IS 'Which unit of the institution.';
COMMENT ON COLUMN socu.participation.body IS 'Who: a company or another body.';
COMMENT ON COLUMN socu.participation.state IS 'Who: a state (its officials).';
COMMENT ON COLUMN socu.participation.name_as_given IS
'The name as printed where it is not yet told who it is, or for a group.';
COMMENT ON COLUMN socu.participation.function IS 'Function of the persons: minister of education, rector …';
COMMENT ON COLUMN socu.participation.persons IS
'How many persons: [3,4) is three, [3,) at least three; NULL if not said.';

CREATE SEQUENCE socu.topic_seq;
CREATE TABLE socu.topic (
    topic bigint PRIMARY KEY DEFAULT nextval('socu.topic_seq'),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE ON DELETE CASCADE,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    programme text COLLATE "C" REFERENCES socu.programme ON UPDATE CASCADE ON DELETE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE ON DELETE CASCADE,
    output text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE ON DELETE CASCADE,
    ordinal int NOT NULL DEFAULT 1 CHECK (ordinal > 0),
    activity text COLLATE "C" REFERENCES socu.activity,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    field socu.program_code,
    label text,
    CHECK (num_nonnulls(agreement, event, programme, project, output) = 1),
    CHECK (num_nonnulls(activity, direction, field, label) >= 1)
);
CREATE UNIQUE INDEX topic_ordinal
    ON socu.topic ((coalesce('a' || agreement, 'e' || event, 'p' || programme, 'j' || project, 'o' || output)),
                   ordinal);
CREATE INDEX ON socu.topic (agreement);
CREATE INDEX ON socu.topic (event);
COMMENT ON TABLE socu.topic IS
'What an agreement provides for, in its order; what an event, programme, project or output is about.';
COMMENT ON SEQUENCE socu.topic_seq IS 'Keys of topic.';
COMMENT ON COLUMN socu.topic.topic IS 'Key.';
COMMENT ON COLUMN socu.topic.agreement IS
'Of this agreement (exactly one of agreement, event, programme, project, output).';
COMMENT ON COLUMN socu.topic.event IS 'Of this event.';
COMMENT ON COLUMN socu.topic.programme IS 'Of this programme.';
COMMENT ON COLUMN socu.topic.project IS 'Of this project.';
COMMENT ON COLUMN socu.topic.output IS 'Of this output.';
COMMENT ON COLUMN socu.topic.ordinal IS 'Its place in the list.';
COMMENT ON COLUMN socu.topic.activity IS 'The kind of activity.';
COMMENT ON COLUMN socu.topic.direction IS 'The direction of study.';
COMMENT ON COLUMN socu.topic.field IS 'The field of study, e.g. ISCEDF:0421 for law.';
COMMENT ON COLUMN socu.topic.label IS 'In words.';

CREATE SEQUENCE socu.outcome_seq;
CREATE TABLE socu.outcome (
    outcome bigint PRIMARY KEY DEFAULT nextval('socu.outcome_seq'),
    event text COLLATE "C" NOT NULL REFERENCES socu.event ON UPDATE CASCADE ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('aim', 'agreement', 'resolution', 'consensus', 'proposal', 'intention', 'issue',
                                       'recommendation')),
    label text NOT NULL,
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped'))
);
CREATE INDEX ON socu.outcome (event);
COMMENT ON TABLE socu.outcome IS
'What an event aimed at and led to. An intention or a consensus is no programme and no signed document.';
COMMENT ON SEQUENCE socu.outcome_seq IS 'Keys of outcome.';
COMMENT ON COLUMN socu.outcome.outcome IS 'Key.';
COMMENT ON COLUMN socu.outcome.event IS 'The event.';
COMMENT ON COLUMN socu.outcome.kind IS
'aim, agreement, resolution, consensus, proposal, intention, issue or recommendation.';
COMMENT ON COLUMN socu.outcome.label IS 'In words.';
COMMENT ON COLUMN socu.outcome.agreement IS 'The document it became, if any.';
COMMENT ON COLUMN socu.outcome.status IS 'open, done or dropped.';

-- ---- attendance ----

CREATE FUNCTION socu.event_rate(institution text, network text, year int DEFAULT NULL)
    RETURNS TABLE (attended bigint, held bigint, rate numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    SELECT count(*) FILTER (WHERE x.there), count(*),
           round(100.0 * count(*) FILTER (WHERE x.there) / nullif(count(*), 0), 1)
    FROM (SELECT EXISTS (SELECT FROM socu.participation p
                         WHERE p.event = e.event AND p.institution = event_rate.institution) AS there
          FROM socu.event e
          WHERE e.network = event_rate.network AND e.status = 'held' AND e.parent IS NULL
            AND (event_rate.year IS NULL
                 OR socu.edtf_range(e.held) <@ daterange(make_date(event_rate.year, 1, 1),
                                                         make_date(event_rate.year + 1, 1, 1)))) x;
END;
COMMENT ON FUNCTION socu.event_rate(text, text, int) IS
'How many of the events that a network held (in a year) an institution attended, and the rate in per cent: NULL, not '
'0, if none was held. Parts of events are not counted.';
