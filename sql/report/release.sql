-- report/release: publishing: rounded, small cells hidden.

CREATE TABLE socu.report_release (
    release text COLLATE "C" PRIMARY KEY CHECK (release <> ''),
    year int NOT NULL,
    as_of date NOT NULL,
    extracted_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    published_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
    conventions jsonb NOT NULL,
    cells bigint NOT NULL,
    hidden bigint NOT NULL
);
COMMENT ON TABLE socu.report_release IS
'Releases: a year''s figures, frozen, rounded and with small cells hidden. A revision is a new release; the older one '
'stays.';
COMMENT ON COLUMN socu.report_release.release IS 'Name of the release.';
COMMENT ON COLUMN socu.report_release.year IS 'Reporting year.';
COMMENT ON COLUMN socu.report_release.as_of IS 'Content date.';
COMMENT ON COLUMN socu.report_release.extracted_at IS
'Time whose records are shown: report_refresh(as_of, extracted_at) shows them again.';
COMMENT ON COLUMN socu.report_release.refreshed_at IS 'When the roll-ups were refreshed.';
COMMENT ON COLUMN socu.report_release.published_at IS 'When it was made.';
COMMENT ON COLUMN socu.report_release.conventions IS 'The row of report_params that held.';
COMMENT ON COLUMN socu.report_release.cells IS 'Cells in the release.';
COMMENT ON COLUMN socu.report_release.hidden IS 'Cells hidden.';

CREATE TABLE socu.report_cell (
    release text COLLATE "C" NOT NULL REFERENCES socu.report_release ON DELETE CASCADE,
    cell bigint NOT NULL,
    view text NOT NULL,
    year int NOT NULL,
    indicator text NOT NULL,
    measure text,
    unit text NOT NULL,
    breakdown text NOT NULL,
    category text NOT NULL,
    origin text,
    destination text,
    state text,
    institution text,
    value numeric,
    numerator numeric,
    denominator numeric,
    lower numeric,
    upper numeric,
    status text NOT NULL,
    conf text NOT NULL CHECK (conf IN ('F', 'C', 'S')),
    generated boolean,
    exact numeric,
    PRIMARY KEY (release, cell)
);
CREATE INDEX report_cell_view ON socu.report_cell (view, year);
COMMENT ON TABLE socu.report_cell IS
'The cells of the releases. Internal because of exact; readers see them through the released_ views.';
COMMENT ON INDEX socu.report_cell_view IS 'One view of one year.';
COMMENT ON COLUMN socu.report_cell.view IS 'View that the cell belongs to.';
COMMENT ON COLUMN socu.report_cell.cell IS 'Number of the cell in the release.';
COMMENT ON COLUMN socu.report_cell.exact IS 'The value before rounding and suppression: internal.';

-- The parts of report_publish(), on temporary tables; only the owner runs them.

CREATE FUNCTION socu.report_take_cells(year int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    cells bigint;
BEGIN
    CREATE TEMP TABLE socu_report_cell ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY o.view, o.indicator, o.measure, o.breakdown, o.category, o.origin, o.destination,
                                       o.state, o.institution) AS cell, o.*,
           -- figures of persons that are ours; official figures are public
           v.personal AND coalesce(o.measure, '') <> 'official_stock' AS personal,
           v.additive, v.turns_back, v.numerator_is, v.denominator_is
    FROM socu.report_observation o JOIN socu.report_view v ON v.view = o.view
    WHERE o.year = report_take_cells.year;
    GET DIAGNOSTICS cells = ROW_COUNT;
    CREATE INDEX ON pg_temp.socu_report_cell (view, measure);
    ANALYZE pg_temp.socu_report_cell;
    UPDATE pg_temp.socu_report_cell c SET conf = 'F' WHERE NOT c.personal;
    RETURN cells;
END
$$;
COMMENT ON FUNCTION socu.report_take_cells(int) IS
'Internal: makes socu_report_cell, the observations of a year and how each is published. Returns how many there are.';

CREATE FUNCTION socu.report_take_lines(min_institutions int) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    CREATE TEMP TABLE socu_report_shown ON COMMIT DROP AS
    SELECT c.measure, c.category AS role, c.state
    FROM pg_temp.socu_report_cell c WHERE c.view = 'institution_flow' AND c.institution <> '_U'
    GROUP BY 1, 2, 3 HAVING count(*) >= min_institutions;
    CREATE TEMP TABLE socu_report_line ON COMMIT DROP AS
    SELECT x.line, c.cell, c.value, x.total
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (VALUES
        (concat_ws('|', 'row', c.measure, c.breakdown, c.category, c.origin), c.destination = '_T'),
        (concat_ws('|', 'column', c.measure, c.breakdown, c.category, c.destination), c.origin = '_T')) x (line, total)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    SELECT concat_ws('|', 'parts', c.measure, b.breakdown, c.origin, c.destination), c.cell, c.value,
           c.breakdown = 'total'
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (SELECT unnest(CASE c.breakdown WHEN 'total' THEN '{direction,kind,level,field}'::text[]
                                                       ELSE ARRAY[c.breakdown] END)) b (breakdown)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.value > 0
    UNION ALL
    -- (a state with too few institutions is published as a state alone: its institutions make no line)
    SELECT concat_ws('|', 'institutions', c.measure, c.category, c.state), c.cell, c.value, false
    FROM pg_temp.socu_report_cell c WHERE c.view = 'institution_flow' AND c.value > 0
      AND EXISTS (SELECT FROM pg_temp.socu_report_shown w
                  WHERE w.measure = c.measure AND w.role = c.category AND w.state = c.state)
    UNION ALL
    SELECT concat_ws('|', 'institutions', c.measure, x.role, x.state), c.cell, c.value, true
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (VALUES ('origin', c.origin, c.destination),
                               ('destination', c.destination, c.origin)) x (role, state, other)
    WHERE c.view = 'mobility_flow' AND c.personal AND c.breakdown = 'total' AND x.other = '_T' AND x.state <> '_T'
      AND c.value > 0
      AND EXISTS (SELECT FROM pg_temp.socu_report_shown w
                  WHERE w.measure = c.measure AND w.role = x.role AND w.state = x.state);
    CREATE INDEX ON pg_temp.socu_report_line (line);
    CREATE INDEX ON pg_temp.socu_report_line (cell);
    ANALYZE pg_temp.socu_report_line;
END
$$;
COMMENT ON FUNCTION socu.report_take_lines(int) IS
'Internal: makes socu_report_line, the counts of socu_report_cell and the lines in which they are added up, and '
'socu_report_shown, the states with enough institutions to be published one by one.';

CREATE FUNCTION socu.report_hide_counts(min_cell int) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    n bigint;
BEGIN
    CREATE TEMP TABLE socu_report_hidden (cell bigint PRIMARY KEY, conf text NOT NULL) ON COMMIT DROP;
    -- small cells; states with too few institutions; what an earlier release hid and has not changed
    INSERT INTO pg_temp.socu_report_hidden
    SELECT c.cell, CASE WHEN c.value < min_cell THEN 'C' ELSE 'S' END
    FROM pg_temp.socu_report_cell c
    WHERE c.additive AND c.personal AND c.value > 0
      AND (c.value < min_cell
           OR c.view = 'institution_flow' AND NOT EXISTS (
               SELECT FROM pg_temp.socu_report_shown w
               WHERE w.measure = c.measure AND w.role = c.category AND w.state = c.state)
           OR EXISTS (SELECT FROM socu.report_cell e
                      WHERE e.view = c.view AND e.year = c.year AND e.conf <> 'F' AND e.exact = c.value
                        AND e.measure = c.measure AND e.breakdown = c.breakdown AND e.category = c.category
                        AND (e.origin, e.destination, e.state, e.institution)
                            IS NOT DISTINCT FROM (c.origin, c.destination, c.state, c.institution)));
    -- a line with one hidden cell gives it away: the smallest of the others is hidden too, until no line has just one
    LOOP
        INSERT INTO pg_temp.socu_report_hidden
        SELECT DISTINCT ON (l.line) l.cell, 'S'
        FROM pg_temp.socu_report_line l
        JOIN (SELECT k.line FROM pg_temp.socu_report_line k JOIN pg_temp.socu_report_hidden h ON h.cell = k.cell
              GROUP BY k.line HAVING count(*) = 1) one ON one.line = l.line
        WHERE NOT EXISTS (SELECT FROM pg_temp.socu_report_hidden h WHERE h.cell = l.cell)
        ORDER BY l.line, l.total, l.value, l.cell
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS n = ROW_COUNT;
        EXIT WHEN n = 0;
    END LOOP;
    UPDATE pg_temp.socu_report_cell c
    SET conf = coalesce((SELECT h.conf FROM pg_temp.socu_report_hidden h WHERE h.cell = c.cell), 'F')
    WHERE c.additive;
END
$$;
COMMENT ON FUNCTION socu.report_hide_counts(int) IS
'Internal: hides small counts in socu_report_cell, and so many others that none is found by subtraction.';

CREATE FUNCTION socu.report_hide_rest(min_cell int, min_denominator int) RETURNS void
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- what could be turned back into a hidden count
    UPDATE pg_temp.socu_report_cell c SET conf = 'S'
    FROM (SELECT f.measure, f.breakdown, f.category, f.origin, f.destination
          FROM pg_temp.socu_report_cell f WHERE f.view = 'mobility_flow' AND f.conf <> 'F') h
    WHERE c.personal AND c.conf = 'F' AND c.measure = h.measure
      AND CASE c.turns_back
          WHEN 'state' THEN (c.breakdown, c.category) = (h.breakdown, h.category)
                            AND (h.origin = '_T' AND c.state = h.destination
                                 OR h.destination = '_T' AND c.state = h.origin)
          WHEN 'origin' THEN (c.breakdown, c.category) = (h.breakdown, h.category)
                             AND h.destination = c.destination AND h.origin IN (c.origin, '_T')
          WHEN 'pair' THEN h.breakdown = 'total' AND (c.origin, c.destination) = (h.origin, h.destination)
          WHEN 'side' THEN h.breakdown = 'total'
                           AND c.state = CASE c.category WHEN 'destinations' THEN h.origin ELSE h.destination END
          WHEN 'sex' THEN h.breakdown = 'sex' AND c.state IN (h.origin, h.destination)
          ELSE false END;
    -- what is made of few persons
    UPDATE pg_temp.socu_report_cell c SET conf = 'C'
    WHERE c.personal AND c.conf = 'F' AND NOT c.additive
      AND (c.denominator > 0
           AND c.denominator < CASE c.denominator_is WHEN 'count' THEN min_cell ELSE min_denominator END
           OR c.numerator > 0 AND c.numerator < min_cell AND c.numerator_is = 'count'
           OR c.view = 'mobility_volume' AND c.indicator = 'persons' AND c.value > 0 AND c.value < min_cell);
END
$$;
COMMENT ON FUNCTION socu.report_hide_rest(int, int) IS
'Internal: hides in socu_report_cell what is made of few persons, or of a count that report_hide_counts() has hidden.';

CREATE FUNCTION socu.report_store(release text, year int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    base int;
    n bigint;
BEGIN
    SELECT p.base INTO STRICT base FROM socu.report_convention p;
    INSERT INTO socu.report_release (release, year, as_of, extracted_at, refreshed_at, conventions, cells, hidden)
    SELECT report_store.release, report_store.year, s.as_of, s.extracted_at, s.refreshed_at, to_jsonb(p),
           c.cells, c.hidden
    FROM socu.report_state s CROSS JOIN socu.report_convention p
    CROSS JOIN (SELECT count(*) AS cells, count(*) FILTER (WHERE x.conf <> 'F') AS hidden
                FROM pg_temp.socu_report_cell x) c;
    INSERT INTO socu.report_cell
    SELECT report_store.release, c.cell, c.view, c.year, c.indicator, c.measure, c.unit, c.breakdown, c.category,
           c.origin, c.destination, c.state, c.institution,
           CASE WHEN c.conf = 'F' THEN x.value END, CASE WHEN c.conf = 'F' THEN x.numerator END,
           CASE WHEN c.conf = 'F' THEN x.denominator END,
           CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.lower END,
           CASE WHEN c.conf = 'F' AND NOT c.personal THEN c.upper END, c.status, c.conf, c.generated, c.value
    FROM pg_temp.socu_report_cell c
    CROSS JOIN LATERAL (
        SELECT CASE WHEN NOT c.personal THEN c.value
                    WHEN c.unit IN ('persons', 'stays') THEN socu.round_count(c.value, base)
                    WHEN c.unit IN ('months', 'days')
                        THEN CASE WHEN c.denominator IS NULL THEN round(c.value) ELSE round(c.value, 1) END
                    WHEN c.unit = '%' THEN round(c.value, 1)
                    ELSE round(c.value, 2) END AS value,
               CASE WHEN NOT c.personal OR c.numerator_is = 'exact' THEN c.numerator
                    WHEN c.numerator_is = 'rate' THEN round(c.numerator, 1)
                    ELSE socu.round_count(c.numerator, base) END AS numerator,
               CASE WHEN NOT c.personal
                         OR c.denominator_is = 'seats' AND c.indicator ~ '^(quota|util)' THEN c.denominator
                    WHEN c.denominator_is = 'rate' THEN round(c.denominator, 1)
                    ELSE socu.round_count(c.denominator, base) END AS denominator) x;
    GET DIAGNOSTICS n = ROW_COUNT;
    DROP TABLE pg_temp.socu_report_cell, pg_temp.socu_report_shown, pg_temp.socu_report_line,
    pg_temp.socu_report_hidden;
    RETURN n;
END
$$;
COMMENT ON FUNCTION socu.report_store(text, int) IS
'Internal: writes the cells of socu_report_cell as a release, rounded, without what is hidden; drops the temporary '
'tables. Returns the number of cells.';

CREATE FUNCTION socu.report_publish(release text, year int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE
    SET search_path = pg_catalog, pg_temp SET jit = off -- compiling a view of many joins takes longer than running it
AS $$
DECLARE
    p socu.report_params;
    made_with text;
BEGIN
    SELECT * INTO STRICT p FROM socu.report_convention;
    SELECT s.params INTO made_with FROM socu.report_state s;
    IF made_with IS NULL THEN
        RAISE EXCEPTION 'the roll-ups have never been refreshed' USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'Call socu.report_refresh() first.';
    ELSIF made_with <> p.params THEN
        RAISE EXCEPTION 'the roll-ups were made with the conventions "%", not "%"', made_with, p.params
            USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Call socu.report_refresh() first.';
    ELSIF socu.report_take_cells(year) = 0 THEN
        RAISE EXCEPTION 'there is nothing to publish for %', year USING ERRCODE = 'no_data_found',
            HINT = 'The years are in socu.report_year.';
    END IF;
    PERFORM socu.report_take_lines(p.min_institutions);
    PERFORM socu.report_hide_counts(p.min_cell);
    PERFORM socu.report_hide_rest(p.min_cell, p.min_denominator);
    RETURN socu.report_store(release, year);
END
$$;
COMMENT ON FUNCTION socu.report_publish(text, int) IS
'Makes a release of a year: all views together, rounded, small cells hidden (C) and so many others (S) that none can '
'be found by subtraction. Returns the number of cells. Errors: 55000 without a refresh under the same conventions, '
'P0002 for a year without figures, 23505 for a name that is taken.';

REVOKE ALL ON FUNCTION socu.report_take_cells(int), socu.report_take_lines(int), socu.report_hide_counts(int),
    socu.report_hide_rest(int, int), socu.report_store(text, int), socu.report_publish(text, int) FROM PUBLIC;

-- ---- for readers ----

DO $$
DECLARE
    v record;
BEGIN
    FOR v IN SELECT r.view, r.dims FROM socu.report_view r ORDER BY r.view LOOP
        EXECUTE format('CREATE VIEW socu.released_%1$s AS SELECT c.release, c.year, %2$s, c.value, c.numerator,
                               c.denominator, c.lower, c.upper, c.status, c.conf, c.generated
                        FROM socu.report_cell c WHERE c.view = %1$L', v.view, v.dims);
        EXECUTE format('COMMENT ON VIEW socu.released_%s IS %L', v.view,
                       format('%s as released: rounded, small cells hidden. For readers.', v.view));
    END LOOP;
END
$$;

CREATE VIEW socu.released_sdmx AS
SELECT c.release AS "RELEASE", c.view AS "DATAFLOW", 'A'::text AS "FREQ", c.year AS "TIME_PERIOD",
       c.indicator AS "INDICATOR", coalesce(c.measure, '_Z') AS "MEASURE",
       coalesce(c.state, c.destination, '_Z') AS "REF_AREA", coalesce(c.origin, '_Z') AS "COUNTERPART_AREA",
       coalesce(c.institution, '_Z') AS "INSTITUTION", c.breakdown AS "BREAKDOWN", c.category AS "CATEGORY",
       c.unit AS "UNIT_MEASURE", c.value AS "OBS_VALUE", c.lower AS "OBS_LOWER", c.upper AS "OBS_UPPER",
       CASE c.status WHEN 'Z' THEN 'M' WHEN 'X' THEN 'M' ELSE c.status END AS "OBS_STATUS", c.status AS "SOCU_STATUS",
       CASE c.conf WHEN 'S' THEN 'D' ELSE c.conf END AS "CONF_STATUS"
FROM socu.report_cell c;
COMMENT ON VIEW socu.released_sdmx IS
'All released cells in a long layout with the names of SDMX. The code lists of SDMX are followed for OBS_STATUS, '
'CONF_STATUS (D: secondary confidentiality), _T, _U and _Z; it is no SDMX message.';
COMMENT ON COLUMN socu.released_sdmx."RELEASE" IS 'Name of the release.';
COMMENT ON COLUMN socu.released_sdmx."DATAFLOW" IS 'View that the cell belongs to.';
COMMENT ON COLUMN socu.released_sdmx."FREQ" IS 'A: annual.';
COMMENT ON COLUMN socu.released_sdmx."TIME_PERIOD" IS 'Reporting year.';
COMMENT ON COLUMN socu.released_sdmx."INDICATOR" IS 'The indicator.';
COMMENT ON COLUMN socu.released_sdmx."MEASURE" IS
'credit_flow, degree_stock, staff_flow, official_stock; _Z where none applies.';
COMMENT ON COLUMN socu.released_sdmx."REF_AREA" IS 'The state, or the destination of a flow.';
COMMENT ON COLUMN socu.released_sdmx."COUNTERPART_AREA" IS 'The origin of a flow.';
COMMENT ON COLUMN socu.released_sdmx."INSTITUTION" IS 'The institution; _Z where none applies.';
COMMENT ON COLUMN socu.released_sdmx."BREAKDOWN" IS 'By what it is broken down.';
COMMENT ON COLUMN socu.released_sdmx."CATEGORY" IS 'The category.';
COMMENT ON COLUMN socu.released_sdmx."UNIT_MEASURE" IS 'Unit of OBS_VALUE.';
COMMENT ON COLUMN socu.released_sdmx."OBS_VALUE" IS 'The value; NULL if missing, not applicable, bounded or hidden.';
COMMENT ON COLUMN socu.released_sdmx."OBS_LOWER" IS 'At least, for status L.';
COMMENT ON COLUMN socu.released_sdmx."OBS_UPPER" IS 'At most, for status L.';
COMMENT ON COLUMN socu.released_sdmx."OBS_STATUS" IS 'Observation status: A, E, P, B, M, N, L.';
COMMENT ON COLUMN socu.released_sdmx."SOCU_STATUS" IS
'The status with Z (not applicable) and X (in another cell) kept apart from M.';
COMMENT ON COLUMN socu.released_sdmx."CONF_STATUS" IS 'F free, C hidden, D hidden to protect another cell.';

CREATE VIEW socu.released_release AS
SELECT r.release, r.year, r.as_of, r.extracted_at, r.published_at, r.conventions FROM socu.report_release r;
COMMENT ON VIEW socu.released_release IS 'The releases, for readers: without the counts of hidden cells.';
COMMENT ON COLUMN socu.released_release.release IS 'Name of the release.';
COMMENT ON COLUMN socu.released_release.as_of IS 'Content date.';
COMMENT ON COLUMN socu.released_release.extracted_at IS 'Extraction time.';
COMMENT ON COLUMN socu.released_release.published_at IS 'When it was made.';
COMMENT ON COLUMN socu.released_release.conventions IS 'The conventions that held.';

CREATE FUNCTION socu.grant_report_reader(role_name name) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t name;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA socu TO %I', role_name);
    FOR t IN SELECT 'released_' || v.view FROM socu.report_view v
             UNION ALL VALUES ('released_sdmx'), ('released_release') LOOP
        EXECUTE format('GRANT SELECT ON socu.%I TO %I', t, role_name);
    END LOOP;
END
$$;
COMMENT ON FUNCTION socu.grant_report_reader(name) IS
'Lets a role read the releases, and nothing that is exact: no records, roll-ups or internal views. To be called by the '
'owner of the extension. Error: 42704 for an unknown role, 42501 without the right to grant.';
