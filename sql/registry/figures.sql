-- registry/figures: figures as they were reported, with their bounds.

COMMENT ON TABLE measure IS 'What reported figures measure. Figures of different measures are never added.';
COMMENT ON COLUMN measure.name_en IS 'Name in English.';
COMMENT ON COLUMN measure.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN measure.source IS 'Where the fact stands.';
COMMENT ON COLUMN measure.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN measure.measure IS 'Key: snake_case.';
COMMENT ON COLUMN measure.kind IS 'stock (on a date) or flow (within a period).';
COMMENT ON COLUMN measure.unit IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN measure.definition IS 'What exactly is meant.';
COMMENT ON TABLE reported_figure IS
'Figures as somebody reported them, with what they say at least and at most. Two sources may disagree; both stay. Add '
'them with figure_sum() alone.';
COMMENT ON COLUMN reported_figure.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN reported_figure.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE reported_figure_seq IS 'Keys of reported_figure.';
COMMENT ON COLUMN reported_figure.reported_figure IS 'Key.';
COMMENT ON COLUMN reported_figure.measure IS 'What is measured.';
COMMENT ON COLUMN reported_figure.institution IS 'Of this institution.';
COMMENT ON COLUMN reported_figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN reported_figure.state IS 'Of this state.';
COMMENT ON COLUMN reported_figure.event IS 'At this event.';
COMMENT ON COLUMN reported_figure.origins IS
'States that the persons come from, together; NULL for all or not said.';
COMMENT ON COLUMN reported_figure.destinations IS
'States that the persons went to, together; NULL for the place itself.';
COMMENT ON COLUMN reported_figure.qualifier IS
'How the number is to be read: exact, at_least, more_than, at_most, less_than, between, about or not_stated.';
COMMENT ON COLUMN reported_figure.stated IS 'The number as printed; NULL for not_stated.';
COMMENT ON COLUMN reported_figure.stated_to IS 'The second number of between.';
COMMENT ON COLUMN reported_figure.whole IS 'True if only whole numbers are possible.';
COMMENT ON COLUMN reported_figure.bounds IS 'What it says at least and at most; an open upper side is unknown.';
COMMENT ON COLUMN reported_figure.as_of IS 'Date of a stock or period of a flow; NULL if not stated.';
COMMENT ON COLUMN reported_figure.as_of_inferred IS
'True if the source does not state the time and it is read from its context.';
COMMENT ON COLUMN reported_figure.definition IS 'What the source means where that differs from the measure.';

CREATE OR REPLACE VIEW figure AS
SELECT f.reported_figure, f.measure, m.kind, m.unit AS counts, f.institution, f.unit, f.state, f.event, f.origins,
       f.destinations,
       socu.figure_text(f.qualifier, f.stated, f.stated_to, f.bounds) AS figure, f.bounds, f.as_of, f.as_of_inferred,
       f.source_document, f.confidence
FROM reported_figure f JOIN measure m ON m.measure = f.measure;
COMMENT ON VIEW figure IS 'Reported figures as they may be printed.';
COMMENT ON COLUMN figure.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN figure.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN figure.reported_figure IS 'Key of the figure.';
COMMENT ON COLUMN figure.measure IS 'What is measured.';
COMMENT ON COLUMN figure.kind IS 'stock or flow.';
COMMENT ON COLUMN figure.counts IS 'What is counted: persons, institutions, documents, states.';
COMMENT ON COLUMN figure.institution IS 'Of this institution.';
COMMENT ON COLUMN figure.unit IS 'Of this unit of the institution.';
COMMENT ON COLUMN figure.state IS 'Of this state.';
COMMENT ON COLUMN figure.event IS 'At this event.';
COMMENT ON COLUMN figure.origins IS 'States that the persons come from, together.';
COMMENT ON COLUMN figure.destinations IS 'States that the persons went to, together.';
COMMENT ON COLUMN figure.figure IS 'In words: 401; more than 70 (at least 71).';
COMMENT ON COLUMN figure.bounds IS 'What it says at least and at most.';
COMMENT ON COLUMN figure.as_of IS 'Date of a stock or period of a flow.';
COMMENT ON COLUMN figure.as_of_inferred IS 'True if the source does not state the time.';

CREATE OR REPLACE FUNCTION figure_sum(figures bigint[]) RETURNS numrange
    LANGUAGE network_plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    clash record;
    total numrange;
BEGIN
    SELECT g.reported_figure AS one, f.reported_figure AS other, x.why INTO clash
    FROM reported_figure f JOIN reported_figure g ON g.reported_figure < f.reported_figure
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
                                 SELECT u.unit, u.unit FROM org_unit u
                                 WHERE u.institution = f.institution AND u.unit IN (f.unit, g.unit)
                                 UNION SELECT a.start, u.parent FROM above a
                                 JOIN org_unit u ON u.institution = f.institution AND u.unit = a.unit
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
    INTO total FROM reported_figure f WHERE f.reported_figure = ANY (figures) HAVING count(*) > 0;
    RETURN total;
END
$$;
COMMENT ON FUNCTION figure_sum(bigint[]) IS
'Sum of reported figures as bounds; an open upper side stays open. Error 22023 for figures of different measures, '
'definitions, dates or events, and for those that overlap (a faculty and its university). NULL for none.';

CREATE OR REPLACE FUNCTION event_agreement_coverage(event text)
    RETURNS TABLE (measure text, reported numrange, registered bigint, share_percent numeric, source_document text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT f.measure, f.bounds, r.n,
           CASE WHEN lower(f.bounds) = upper(f.bounds) THEN round(100.0 * r.n / nullif(lower(f.bounds), 0), 1) END,
           f.source_document
    FROM reported_figure f
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM agreement a
                        WHERE a.event = f.event AND a.kind NOT IN ('resolution', 'declaration', 'minutes')) r
    WHERE f.event = event_agreement_coverage.event AND f.measure = 'agreements_signed' AND f.institution IS NULL
    ORDER BY f.reported_figure;
END;
COMMENT ON FUNCTION event_agreement_coverage(text) IS
'Agreements that are in the books as a share of those reported for an event, in per cent; NULL if the report is not '
'exact.';
