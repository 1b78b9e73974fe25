-- registry/figures: figures as they were reported, with their bounds.

CREATE TABLE socu.measure (
    measure text COLLATE "C" PRIMARY KEY CHECK (measure ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('stock', 'flow')),
    unit text NOT NULL,
    definition text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.measure IS 'What reported figures measure. Figures of different measures are never added.';
COMMENT ON COLUMN socu.measure.measure IS 'Key: snake_case.';
COMMENT ON COLUMN socu.measure.kind IS 'stock (on a date) or flow (within a period).';
COMMENT ON COLUMN socu.measure.unit IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN socu.measure.definition IS 'What exactly is meant.';

CREATE FUNCTION socu.figure_bounds(qualifier text, stated numeric, stated_to numeric, whole boolean) RETURNS numrange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN numrange(stated, stated, '[]')
        WHEN 'at_least' THEN numrange(stated, NULL, '[)')
        WHEN 'more_than' THEN CASE WHEN whole THEN numrange(floor(stated) + 1, NULL, '[)')
                                   ELSE numrange(stated, NULL, '()') END
        WHEN 'at_most' THEN numrange(0, stated, '[]')
        WHEN 'less_than' THEN CASE WHEN whole THEN numrange(0, ceil(stated) - 1, '[]')
                                   ELSE numrange(0, stated, '[)') END
        WHEN 'between' THEN numrange(stated, stated_to, '[]')
        ELSE numrange(0, NULL, '[)') END;
END;
COMMENT ON FUNCTION socu.figure_bounds(text, numeric, numeric, boolean) IS
'What a reported number says at least and at most: more_than 70 of whole things is [71,). About and not_stated say '
'nothing: [0,).';

CREATE SEQUENCE socu.reported_figure_seq;
CREATE TABLE socu.reported_figure (
    reported_figure bigint PRIMARY KEY DEFAULT nextval('socu.reported_figure_seq'),
    measure text COLLATE "C" NOT NULL REFERENCES socu.measure,
    institution text COLLATE "C" REFERENCES socu.institution ON UPDATE CASCADE,
    unit text COLLATE "C",
    state text COLLATE "C" REFERENCES socu.state,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    origins text[] CHECK (array_to_string(origins, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    destinations text[] CHECK (array_to_string(destinations, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
    qualifier text NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'between',
                                                 'about', 'not_stated')),
    stated numeric CHECK (stated >= 0),
    stated_to numeric CHECK (stated_to >= stated),
    whole boolean NOT NULL DEFAULT true,
    bounds numrange NOT NULL GENERATED ALWAYS AS (socu.figure_bounds(qualifier, stated, stated_to, whole)) STORED,
    as_of socu.edtf,
    as_of_inferred boolean NOT NULL DEFAULT false,
    definition text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    CHECK ((qualifier = 'not_stated') = (stated IS NULL)),
    CHECK ((qualifier = 'between') = (stated_to IS NOT NULL)),
    CHECK (unit IS NULL OR institution IS NOT NULL),
    CHECK (num_nonnulls(institution, state, event) >= 1),
    FOREIGN KEY (institution, unit) REFERENCES socu.org_unit ON UPDATE CASCADE
);
CREATE INDEX ON socu.reported_figure (institution);
CREATE INDEX ON socu.reported_figure (event);
COMMENT ON TABLE socu.reported_figure IS
'Figures as somebody reported them, with what they say at least and at most. Two sources may disagree; both stay. Add '
'them with figure_sum() alone.';
COMMENT ON SEQUENCE socu.reported_figure_seq IS 'Keys of reported_figure.';
COMMENT ON COLUMN socu.reported_figure.reported_figure IS 'Key.';
COMMENT ON COLUMN socu.reported_figure.measure IS 'What is measured.';
COMMENT ON COLUMN socu.reported_figure.institution IS 'Of this institution.';
COMMENT ON COLUMN socu.reported_figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN socu.reported_figure.state IS 'Of this state.';
COMMENT ON COLUMN socu.reported_figure.event IS 'At this event.';
COMMENT ON COLUMN socu.reported_figure.origins IS
'States that the persons come from, together; NULL for all or not said.';
COMMENT ON COLUMN socu.reported_figure.destinations IS
'States that the persons went to, together; NULL for the place itself.';
COMMENT ON COLUMN socu.reported_figure.qualifier IS
'How the number is to be read: exact, at_least, more_than, at_most, less_than, between, about or not_stated.';
COMMENT ON COLUMN socu.reported_figure.stated IS 'The number as printed; NULL for not_stated.';
COMMENT ON COLUMN socu.reported_figure.stated_to IS 'The second number of between.';
COMMENT ON COLUMN socu.reported_figure.whole IS 'True if only whole numbers are possible.';
COMMENT ON COLUMN socu.reported_figure.bounds IS 'What it says at least and at most; an open upper side is unknown.';
COMMENT ON COLUMN socu.reported_figure.as_of IS 'Date of a stock or period of a flow; NULL if not stated.';
COMMENT ON COLUMN socu.reported_figure.as_of_inferred IS
'True if the source does not state the time and it is read from its context.';
COMMENT ON COLUMN socu.reported_figure.definition IS 'What the source means where that differs from the measure.';

-- ---- bounds ----

CREATE FUNCTION socu.bounds_text(bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper_inf(bounds) AND coalesce(lower(bounds), 0) = 0 THEN 'not stated'
                WHEN upper_inf(bounds) THEN 'at least ' || trim_scale(lower(bounds))
                WHEN lower(bounds) = upper(bounds) THEN trim_scale(lower(bounds))::text
                WHEN lower(bounds) = 0 THEN 'at most ' || trim_scale(upper(bounds))
                ELSE trim_scale(lower(bounds)) || ' to ' || trim_scale(upper(bounds)) END;
END;
COMMENT ON FUNCTION socu.bounds_text(numrange) IS 'Bounds in words: 40, at least 71, 50 to 60, not stated.';

CREATE FUNCTION socu.figure_text(qualifier text, stated numeric, stated_to numeric, bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN stated::text
        WHEN 'not_stated' THEN 'not stated'
        WHEN 'between' THEN format('%s to %s', stated, stated_to)
        WHEN 'about' THEN 'about ' || stated
        WHEN 'at_least' THEN 'at least ' || stated
        WHEN 'at_most' THEN 'at most ' || stated
        ELSE format('%s %s (%s)', replace(qualifier, '_', ' '), stated, socu.bounds_text(bounds)) END;
END;
COMMENT ON FUNCTION socu.figure_text(text, numeric, numeric, numrange) IS
'A reported figure as it may be printed: more than 70 (at least 71), never 70.';

CREATE VIEW socu.figure AS
SELECT f.reported_figure, f.measure, m.kind, m.unit AS counts, f.institution, f.unit, f.state, f.event, f.origins,
       f.destinations,
       socu.figure_text(f.qualifier, f.stated, f.stated_to, f.bounds) AS figure, f.bounds, f.as_of, f.as_of_inferred,
       f.source_document, f.confidence
FROM socu.reported_figure f JOIN socu.measure m ON m.measure = f.measure;
COMMENT ON VIEW socu.figure IS 'Reported figures as they may be printed.';
COMMENT ON COLUMN socu.figure.reported_figure IS 'Key of the figure.';
COMMENT ON COLUMN socu.figure.measure IS 'What is measured.';
COMMENT ON COLUMN socu.figure.kind IS 'stock or flow.';
COMMENT ON COLUMN socu.figure.counts IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN socu.figure.institution IS 'Of this institution.';
COMMENT ON COLUMN socu.figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN socu.figure.state IS 'Of this state.';
COMMENT ON COLUMN socu.figure.event IS 'At this event.';
COMMENT ON COLUMN socu.figure.origins IS 'States that the persons come from, together.';
COMMENT ON COLUMN socu.figure.destinations IS 'States that the persons went to, together.';
COMMENT ON COLUMN socu.figure.figure IS 'In words: 401; more than 70 (at least 71).';
COMMENT ON COLUMN socu.figure.bounds IS 'What it says at least and at most.';
COMMENT ON COLUMN socu.figure.as_of IS 'Date of a stock or period of a flow.';
COMMENT ON COLUMN socu.figure.as_of_inferred IS 'True if the source does not state the time.';

CREATE FUNCTION socu.figure_sum(figures bigint[]) RETURNS numrange
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    clash record;
    total numrange;
BEGIN
    SELECT g.reported_figure AS one, f.reported_figure AS other, x.why INTO clash
    FROM socu.reported_figure f JOIN socu.reported_figure g ON g.reported_figure < f.reported_figure
    CROSS JOIN LATERAL (SELECT CASE
        WHEN f.measure <> g.measure THEN format('They measure different things: %s and %s.', g.measure, f.measure)
        WHEN f.definition IS DISTINCT FROM g.definition THEN 'Their sources mean different things.'
        WHEN f.as_of IS DISTINCT FROM g.as_of OR f.as_of IS NULL
            THEN format('They are of different or unknown dates: %s and %s.', coalesce(g.as_of, 'not stated'),
                        coalesce(f.as_of, 'not stated'))
        WHEN (f.destinations IS NULL) <> (g.destinations IS NULL)
            THEN 'One counts persons who come, the other persons who go.'
        WHEN f.event IS DISTINCT FROM g.event THEN 'They are of different events.'
        -- the same persons may be in both unless something keeps them apart
        WHEN f.institution <> g.institution OR f.state <> g.state OR NOT f.origins && g.origins
             OR NOT f.destinations && g.destinations THEN NULL
        WHEN f.institution = g.institution AND f.unit <> g.unit
             AND NOT EXISTS (WITH RECURSIVE above (start, unit) AS (
                                 SELECT u.unit, u.unit FROM socu.org_unit u
                                 WHERE u.institution = f.institution AND u.unit IN (f.unit, g.unit)
                                 UNION SELECT a.start, u.parent FROM above a
                                 JOIN socu.org_unit u ON u.institution = f.institution AND u.unit = a.unit
                                 WHERE u.parent IS NOT NULL)
                             SELECT FROM above a WHERE a.start = f.unit AND a.unit = g.unit
                             OR a.start = g.unit AND a.unit = f.unit) THEN NULL
        ELSE 'They overlap: the same persons or things may be in both.' END AS why) x
    WHERE f.reported_figure = ANY (figures) AND g.reported_figure = ANY (figures) AND x.why IS NOT NULL
    ORDER BY f.reported_figure, g.reported_figure LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('reported figures %s and %s cannot be added', clash.one, clash.other),
            DETAIL = clash.why,
            HINT = 'Add only figures of one measure, definition and date that do not overlap; '
                   'show the others side by side.';
    END IF;
    SELECT CASE WHEN bool_or(upper_inf(f.bounds)) THEN numrange(sum(lower(f.bounds)), NULL, '[)')
                ELSE numrange(sum(lower(f.bounds)), sum(upper(f.bounds)), '[]') END
    INTO total FROM socu.reported_figure f WHERE f.reported_figure = ANY (figures) HAVING count(*) > 0;
    RETURN total;
END
$$;
COMMENT ON FUNCTION socu.figure_sum(bigint[]) IS
'Sum of reported figures as bounds; an open upper side stays open. Error 22023 for figures of different measures, '
'definitions, dates or events, and for those that overlap (a faculty and its university). NULL for none.';

CREATE FUNCTION socu.figure_ratio(numerator numrange, denominator numrange) RETURNS numrange
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper(denominator) = 0 THEN NULL
                ELSE numrange(CASE WHEN upper_inf(denominator) THEN 0
                                   ELSE trim_scale(coalesce(lower(numerator), 0) / upper(denominator)) END,
                              trim_scale(upper(numerator) / nullif(lower(denominator), 0)),
                              CASE WHEN upper_inf(numerator) OR lower(denominator) = 0 THEN '[)' ELSE '[]' END) END;
END;
COMMENT ON FUNCTION socu.figure_ratio(numrange, numrange) IS
'What a ratio of two bounded figures is at least and at most; an open side stays open. NULL if the denominator is 0.';

CREATE FUNCTION socu.event_agreement_coverage(event text)
    RETURNS TABLE (measure text, reported numrange, registered bigint, share_percent numeric, source_document text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT f.measure, f.bounds, r.n,
           CASE WHEN lower(f.bounds) = upper(f.bounds) THEN round(100.0 * r.n / nullif(lower(f.bounds), 0), 1) END,
           f.source_document
    FROM socu.reported_figure f
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM socu.agreement a
                        WHERE a.event = f.event AND a.kind NOT IN ('resolution', 'declaration', 'minutes')) r
    WHERE f.event = event_agreement_coverage.event AND f.measure = 'agreements_signed' AND f.institution IS NULL
    ORDER BY f.reported_figure;
END;
COMMENT ON FUNCTION socu.event_agreement_coverage(text) IS
'Agreements that are in the books as a share of those reported for an event, in per cent; NULL if the report is not '
'exact.';
