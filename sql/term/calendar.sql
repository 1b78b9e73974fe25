-- term/calendar: the days of terms, by state and institution.

CREATE TABLE socu.academic_calendar (
    state text COLLATE "C" NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
    institution text COLLATE "C" NOT NULL DEFAULT '' CHECK (institution = pg_catalog.lower(institution)),
    term @extschema@.academic_term NOT NULL,
    dates daterange NOT NULL,
    recurs boolean NOT NULL DEFAULT false,
    validity daterange NOT NULL DEFAULT '(,)',
    note text,
    source text NOT NULL,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    PRIMARY KEY (state, institution, term, recurs, shipped),
    CONSTRAINT academic_calendar_dates_check CHECK (
        NOT pg_catalog.isempty(dates) AND NOT pg_catalog.lower_inf(dates) AND NOT pg_catalog.upper_inf(dates)
        AND pg_catalog.isfinite(pg_catalog.lower(dates)) AND pg_catalog.isfinite(pg_catalog.upper(dates))
        AND pg_catalog.upper(dates) - pg_catalog.lower(dates) <= 400),
    CONSTRAINT academic_calendar_year_check CHECK (
        EXTRACT(year FROM pg_catalog.lower(dates))
            BETWEEN @extschema@.start_year(term) - @extschema@.southern(term)::pg_catalog.int4
        AND @extschema@.start_year(term) + (NOT @extschema@.southern(term)
            AND @extschema@.part(term) > 1)::pg_catalog.int4),
    CONSTRAINT academic_calendar_validity_check
        CHECK (NOT pg_catalog.isempty(validity) AND (recurs OR validity = '(,)')),
    CONSTRAINT academic_calendar_rule_excl EXCLUDE USING gist (
        state WITH =, institution WITH =, (@extschema@.part(term)) WITH =, (@extschema@.parts(term)) WITH =,
        (@extschema@.southern(term)::pg_catalog.int4) WITH =, (shipped::pg_catalog.int4) WITH =, validity WITH &&)
            WHERE (recurs),
    CONSTRAINT academic_calendar_overlap_excl EXCLUDE USING gist (
        state WITH =, institution WITH =, (@extschema@.parts(term)) WITH =,
        (@extschema@.southern(term)::pg_catalog.int4) WITH =,
        (shipped::pg_catalog.int4) WITH =, dates WITH &&) WHERE (NOT recurs AND @extschema@.parts(term) > 1)
);
COMMENT ON TABLE socu.academic_calendar IS
'Dates of academic terms, per state and, where it differs, per institution. A row gives one term its dates, or, with '
'recurs, every term of its kind that begins within validity. An institution''s row outranks its state''s, a site''s '
'own row a shipped one, a dated term a rule. Shipped rows: defaults of the states of the SCO.';
COMMENT ON COLUMN socu.academic_calendar.state IS 'State, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN socu.academic_calendar.institution IS
'Institution as its internet domain (SCHAC, EWP hei-id); empty: the whole state.';
COMMENT ON COLUMN socu.academic_calendar.term IS
'The term that has these dates; of a rule: any one year''s term of the kind it describes.';
COMMENT ON COLUMN socu.academic_calendar.dates IS
'First day of the term to the day after its last day, [first, last + 1). At most 400 days.';
COMMENT ON COLUMN socu.academic_calendar.recurs IS
'A rule: the same term of other years has the same days of those years.';
COMMENT ON COLUMN socu.academic_calendar.validity IS
'Of a rule: the days on which a term given by it may begin, [from, to). Rules for the same term must not overlap.';
COMMENT ON COLUMN socu.academic_calendar.note IS 'What to know about these dates.';
COMMENT ON COLUMN socu.academic_calendar.source IS 'Where the dates come from.';
COMMENT ON COLUMN socu.academic_calendar.confidence IS
'found: read in the source; known: established practice, days nominal; uncertain: to be confirmed by the institution.';
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.academic_calendar
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();

CREATE FUNCTION @extschema@.academic_calendar_of(year @extschema@.academic_term, state text,
    institution text DEFAULT NULL)
RETURNS TABLE (term @extschema@.academic_term, dates daterange, institution_own boolean, rule boolean, shipped boolean,
               source text, confidence text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
    SELECT DISTINCT ON (m.term) m.term, m.dates, m.institution <> '', m.recurs, m.shipped, m.source, m.confidence
    FROM (
        SELECT c.institution, c.recurs, c.shipped, c.source, c.confidence, c.validity,
               CASE WHEN c.recurs THEN @extschema@.next(c.term, y.ahead * @extschema@.parts(c.term))
               ELSE c.term END AS term,
               CASE WHEN c.recurs
                    THEN pg_catalog.daterange((pg_catalog.lower(c.dates)
                                               + pg_catalog.make_interval(years => y.ahead))::date,
                                              (pg_catalog.upper(c.dates) - 1
                                               + pg_catalog.make_interval(years => y.ahead))::date + 1)
                    ELSE c.dates END AS dates
        FROM socu.academic_calendar c
        CROSS JOIN LATERAL (
            SELECT @extschema@.start_year(academic_calendar_of.year) - @extschema@.start_year(c.term) AS ahead) y
        WHERE c.state = pg_catalog.upper(academic_calendar_of.state COLLATE "C")
          AND c.institution IN ('', coalesce(pg_catalog.lower(academic_calendar_of.institution COLLATE "C"), ''))
          AND @extschema@.southern(c.term) = @extschema@.southern(academic_calendar_of.year)
          AND (c.recurs OR y.ahead = 0)
    ) m
    WHERE m.term OPERATOR(@extschema@.<@) academic_calendar_of.year
    AND (NOT m.recurs OR m.validity @> pg_catalog.lower(m.dates))
    ORDER BY m.term, m.institution DESC, m.shipped, m.recurs;
END;
COMMENT ON FUNCTION @extschema@.academic_calendar_of(@extschema@.academic_term, text, text) IS
'The terms of an academic year (or within one term) at an institution, or in a state as a rule, with their dates and '
'where these come from. No row for a term whose dates nobody has entered.';

CREATE FUNCTION @extschema@.term_dates(term @extschema@.academic_term, state text, institution text DEFAULT NULL)
    RETURNS daterange
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.term_dates(@extschema@.academic_term, text, text) IS
'Dates of a term at an institution, or in a state as a rule: [first day, day after the last). NULL where '
'academic_calendar has none. State and institution in any letter case. Error: 22023 (no state).';

CREATE FUNCTION @extschema@.term_of(on_date date, state text, institution text DEFAULT NULL, parts integer DEFAULT NULL)
    RETURNS @extschema@.academic_term
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.term_of(date, text, text, integer) IS
'The term in which a day lies at an institution, or in a state as a rule: the shortest one that holds it, or, given '
'parts, the one of that kind. Between terms this is the whole year; NULL outside the year and where academic_calendar '
'has no dates. State and institution in any letter case. Error: 22023 (parts not 1 to 9, no state).';

CREATE FUNCTION @extschema@.academic_year_of(on_date date, state text, institution text DEFAULT NULL)
    RETURNS @extschema@.academic_term
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.academic_year_of(date, text, text) IS
'The academic year that runs on a day at an institution, or in a state as a rule: from its first day to the first day '
'of the next (at most 400 days), vacations included. NULL where academic_calendar has no year. Error: 22023 (no '
'state).';

CREATE FUNCTION @extschema@.statistical_year(on_date date, state text, institution text DEFAULT NULL) RETURNS integer
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT @extschema@.statistical_year(@extschema@.academic_year_of(statistical_year.on_date, statistical_year.state,
                                                       statistical_year.institution));
END;
COMMENT ON FUNCTION @extschema@.statistical_year(date, text, text) IS
'Year under which statistics count a day: the calendar year in which the academic year that runs on it ends (UNESCO '
'UIS): 2025 for 1 October 2024 in a year from September. NULL where academic_calendar has no year.';

CREATE FUNCTION socu.calendar_problems() RETURNS TABLE (problem text, state text, institution text,
    term @extschema@.academic_term, dates daterange, other_term @extschema@.academic_term, other_dates daterange,
    shipped boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    WITH calendar AS (
        SELECT c.*, pg_catalog.upper(c.dates) - pg_catalog.lower(c.dates) AS days, @extschema@.parts(c.term) AS parts,
               pg_catalog.make_date(@extschema@.start_year(c.term) + 1, 8, 1) AS next_year
        FROM socu.academic_calendar c
    ), pairs AS (
        SELECT a.state, a.institution, a.term, a.dates, b.term AS other_term, b.dates AS other_dates, a.shipped,
               a.parts, b.parts AS other_parts
        FROM calendar a JOIN calendar b USING (state, institution, recurs, shipped)
        WHERE @extschema@.southern(a.term) = @extschema@.southern(b.term)
        AND @extschema@.start_year(a.term) = @extschema@.start_year(b.term)
    )
    SELECT 'overlap', p.state, p.institution, p.term, p.dates, p.other_term, p.other_dates, p.shipped
    FROM pairs p
    WHERE p.parts = p.other_parts AND p.parts > 1 AND @extschema@.part(p.term) < @extschema@.part(p.other_term)
      AND p.dates && p.other_dates
    UNION ALL
    SELECT 'order', p.state, p.institution, p.term, p.dates, p.other_term, p.other_dates, p.shipped
    FROM pairs p
    WHERE p.parts = p.other_parts AND @extschema@.part(p.term) < @extschema@.part(p.other_term)
      AND pg_catalog.lower(p.dates) >= pg_catalog.lower(p.other_dates)
    UNION ALL
    SELECT 'outside_year', p.state, p.institution, p.term, p.dates, p.other_term, p.other_dates, p.shipped
    FROM pairs p
    WHERE p.parts > 1 AND p.other_parts = 1 AND NOT p.dates <@ p.other_dates
    UNION ALL
    SELECT 'late', c.state, c.institution, c.term, c.dates, NULL, NULL, c.shipped
    FROM calendar c
    WHERE pg_catalog.upper(c.dates) > c.next_year + 92 OR pg_catalog.lower(c.dates) >= c.next_year
    UNION ALL
    SELECT 'length', c.state, c.institution, c.term, c.dates, NULL, NULL, c.shipped
    FROM calendar c
    WHERE c.days < 28 OR c.days > 366 / c.parts + 60
    ORDER BY 2, 3, 4, 1, 6;
END;
COMMENT ON FUNCTION socu.calendar_problems() IS
'Doubtful rows of academic_calendar. overlap, order: two terms of one year share days, or stand in the wrong order; '
'outside_year: a term is not within its year; late: it begins after July of the year in which its academic year ends, '
'or ends after October of it; length: it has fewer than 28 days or many more than its share of a year. What is '
'certainly wrong the table refuses: dates off the year of the term, overlapping dated terms, two rules for one term.';
