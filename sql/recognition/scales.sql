-- recognition/scales: grading scales, their grades, and what is published about how they compare.

-- ---- the rules ----

CREATE TABLE socu.grade_scale (
    code text COLLATE "C" NOT NULL
        CONSTRAINT grade_scale_code CHECK (code OPERATOR(pg_catalog.~) '^[A-Z][A-Z0-9_]{1,31}$'),
    level text COLLATE "C" CONSTRAINT grade_scale_level
        CHECK (level IN ('secondary', 'vocational', 'bachelor', 'master', 'doctorate')),
    state text COLLATE "C" CONSTRAINT grade_scale_state CHECK (state OPERATOR(pg_catalog.~) '^[A-Z]{2}$'),
    name_en text NOT NULL,
    kind text NOT NULL
        CONSTRAINT grade_scale_kind CHECK (kind IN ('letter', 'numeric', 'percentage', 'gpa', 'pass_fail')),
    better text NOT NULL DEFAULT 'higher' CONSTRAINT grade_scale_better CHECK (better IN ('higher', 'lower')),
    numbers text CONSTRAINT grade_scale_numbers CHECK (numbers IN ('points', 'marks')),
    min_value numeric,
    max_value numeric,
    pass_mark numeric,
    step numeric CONSTRAINT grade_scale_step CHECK (step > 0 AND step <= 1000000 AND pg_catalog.round(step, 6) = step),
    band_rule text NOT NULL DEFAULT 'threshold'
        CONSTRAINT grade_scale_band_rule CHECK (band_rule IN ('threshold', 'round', 'strict')),
    mark_scale text COLLATE "C",
    validity daterange NOT NULL DEFAULT '(,)'
        CONSTRAINT grade_scale_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL
        CONSTRAINT grade_scale_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT grade_scale_range CHECK (
        (numbers IS NULL) = (min_value IS NULL) AND (numbers IS NULL) = (max_value IS NULL) AND min_value < max_value
        AND min_value >= -1000000 AND max_value <= 1000000
        AND pg_catalog.round(min_value, 6) = min_value AND pg_catalog.round(max_value, 6) = max_value),
    -- a pass mark of 60 on a scale that ends at 4 would let nobody pass
    CONSTRAINT grade_scale_pass CHECK (
        pass_mark IS NULL OR (numbers IS NOT NULL AND pass_mark >= min_value AND pass_mark <= max_value
                              AND pg_catalog.round(pass_mark, 6) = pass_mark)),
    CONSTRAINT grade_scale_no_overlap EXCLUDE USING gist (
        code WITH OPERATOR(pg_catalog.=), (coalesce(level, '')) WITH OPERATOR(pg_catalog.=),
        (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.grade_scale IS
'Grading scales, and when they hold. A row of your own (shipped = false) outranks the shipped one on its dates; a '
'row for a level outranks the general one.';
COMMENT ON COLUMN socu.grade_scale.code IS
'The name by which functions know the scale: KZ_LETTER, RU_5, or a code of your own.';
COMMENT ON COLUMN socu.grade_scale.level IS
'Level of education that the row is for; NULL: any. The same mark may pass at one level and fail at another.';
COMMENT ON COLUMN socu.grade_scale.state IS 'ISO 3166-1 alpha-2 code of the state; NULL for an international scale.';
COMMENT ON COLUMN socu.grade_scale.name_en IS 'Name in English.';
COMMENT ON COLUMN socu.grade_scale.kind IS
'letter (listed grades only), pass_fail (the same, without points), numeric, percentage or gpa (numbers between '
'min_value and max_value).';
COMMENT ON COLUMN socu.grade_scale.better IS 'Which numbers are better: higher or lower.';
COMMENT ON COLUMN socu.grade_scale.numbers IS
'What the numbers of the scale are: points (what averages count) or marks (what bands are made of); NULL: it has none.';
COMMENT ON COLUMN socu.grade_scale.min_value IS 'Lowest number of the scale, in points or marks.';
COMMENT ON COLUMN socu.grade_scale.max_value IS 'Highest number of the scale.';
COMMENT ON COLUMN socu.grade_scale.pass_mark IS
'The number that just passes; NULL: the grades themselves say what passes, or nothing does.';
COMMENT ON COLUMN socu.grade_scale.step IS
'Numbers of the scale are multiples of it; a finer one is no grade. NULL: any.';
COMMENT ON COLUMN socu.grade_scale.band_rule IS
'A mark between two printed bands: threshold (the highest lower bound that it reaches), round (half up to a whole '
'mark first) or strict (no grade).';
COMMENT ON COLUMN socu.grade_scale.mark_scale IS
'Code of the scale of marks that the bands of the grades are in; NULL: the scale itself, or per cent.';
COMMENT ON COLUMN socu.grade_scale.validity IS 'Days on which the row holds, [from, to).';
COMMENT ON COLUMN socu.grade_scale.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.grade_scale.confidence IS
'found (read in the source), known (general knowledge of the act), uncertain (to be checked).';

CREATE TABLE socu.grade_step (
    scale text COLLATE "C" NOT NULL,
    grade text COLLATE "C" NOT NULL CONSTRAINT grade_step_grade CHECK (
        pg_catalog.octet_length(grade) BETWEEN 1 AND 63 AND pg_catalog.btrim(grade) = grade),
    position integer NOT NULL CONSTRAINT grade_step_position CHECK (position BETWEEN 1 AND 64),
    passing boolean NOT NULL,
    points numeric CONSTRAINT grade_step_points
        CHECK (points >= -1000000 AND points <= 1000000 AND pg_catalog.round(points, 6) = points),
    mark_min numeric,
    mark_max numeric,
    spellings text[] NOT NULL DEFAULT '{}',
    validity daterange NOT NULL DEFAULT '(,)'
        CONSTRAINT grade_step_validity CHECK (NOT pg_catalog.isempty(validity)),
    source text NOT NULL,
    confidence text NOT NULL
        CONSTRAINT grade_step_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT grade_step_band CHECK (
        (mark_min IS NULL) = (mark_max IS NULL) AND mark_min <= mark_max AND mark_min >= -1000000
        AND mark_max <= 1000000
        AND pg_catalog.round(mark_min, 6) = mark_min AND pg_catalog.round(mark_max, 6) = mark_max),
    CONSTRAINT grade_step_no_overlap EXCLUDE USING gist (
        scale WITH OPERATOR(pg_catalog.=), grade WITH OPERATOR(pg_catalog.=),
        (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&)),
    CONSTRAINT grade_step_one_position EXCLUDE USING gist (
        scale WITH OPERATOR(pg_catalog.=), position WITH OPERATOR(pg_catalog.=),
        (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&)),
    -- bands may touch (80-90, 90-100), but not overlap
    CONSTRAINT grade_step_bands_apart EXCLUDE USING gist (
        scale WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=),
        validity WITH OPERATOR(pg_catalog.&&),
        (pg_catalog.numrange(mark_min, mark_max, CASE WHEN mark_min < mark_max THEN '[)' ELSE '[]' END))
            WITH OPERATOR(pg_catalog.&&)) WHERE (mark_min IS NOT NULL)
);
COMMENT ON TABLE socu.grade_step IS
'The grades of a scale. Rows of your own (shipped = false) for a scale and a date replace the shipped ones as a '
'whole set.';
COMMENT ON COLUMN socu.grade_step.scale IS 'Code of the scale.';
COMMENT ON COLUMN socu.grade_step.grade IS 'The grade as the scale writes it; at most 63 bytes.';
COMMENT ON COLUMN socu.grade_step.position IS 'Its place: 1 is the best grade, at most 64.';
COMMENT ON COLUMN socu.grade_step.passing IS
'Does it give credit? A pass mark for a level (grade_scale.pass_mark) outranks this.';
COMMENT ON COLUMN socu.grade_step.points IS
'The published number that averages count for it, as the decimal that is printed (3.67, not 11/3); NULL: outside '
'every average.';
COMMENT ON COLUMN socu.grade_step.mark_min IS
'Lowest mark of its band: in the marks of the scale where its numbers are marks, else per cent; NULL: no band.';
COMMENT ON COLUMN socu.grade_step.mark_max IS 'Highest mark of its band, as printed.';
COMMENT ON COLUMN socu.grade_step.spellings IS
'Other ways to write it: the local word, its abbreviations. Case, width and quotes do not matter.';
COMMENT ON COLUMN socu.grade_step.validity IS 'Days on which the row holds, [from, to).';

CREATE TABLE socu.grade_table (
    from_scale text COLLATE "C" NOT NULL,
    from_grade text COLLATE "C" NOT NULL,
    to_scale text COLLATE "C" NOT NULL,
    to_grade text COLLATE "C" NOT NULL,
    validity daterange NOT NULL DEFAULT '(,)'
        CONSTRAINT grade_table_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL
        CONSTRAINT grade_table_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT grade_table_two_scales CHECK (from_scale OPERATOR(pg_catalog.<>) to_scale),
    CONSTRAINT grade_table_no_overlap EXCLUDE USING gist (
        from_scale WITH OPERATOR(pg_catalog.=), from_grade WITH OPERATOR(pg_catalog.=),
        to_scale WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=),
        validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.grade_table IS
'Published tables from the grades of one scale to those of another, in the direction in which they are published '
'only: the way back is another table. Rows of your own for two scales and a date replace the shipped ones as a whole '
'set.';
COMMENT ON COLUMN socu.grade_table.from_scale IS 'Code of the scale that the table reads.';
COMMENT ON COLUMN socu.grade_table.from_grade IS 'Grade on that scale; several may lead to one grade of the other.';
COMMENT ON COLUMN socu.grade_table.to_scale IS 'Code of the scale that it gives.';
COMMENT ON COLUMN socu.grade_table.to_grade IS 'Grade on that scale.';
COMMENT ON COLUMN socu.grade_table.validity IS 'Days on which the row holds, [from, to).';
COMMENT ON COLUMN socu.grade_table.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.grade_table.source IS 'Where the table is published.';

CREATE TABLE socu.grade_formula (
    name text COLLATE "C" NOT NULL
        CONSTRAINT grade_formula_name CHECK (name OPERATOR(pg_catalog.~) '^[A-Z][A-Z0-9_]{1,31}$'),
    from_scale text COLLATE "C" NOT NULL,
    to_scale text COLLATE "C" NOT NULL,
    domain numrange NOT NULL CONSTRAINT grade_formula_domain CHECK (
        NOT pg_catalog.isempty(domain) AND NOT pg_catalog.lower_inf(domain) AND NOT pg_catalog.upper_inf(domain)
        AND pg_catalog.lower(domain) >= -1000000 AND pg_catalog.upper(domain) <= 1000000
        AND pg_catalog.round(pg_catalog.lower(domain), 6) = pg_catalog.lower(domain)
        AND pg_catalog.round(pg_catalog.upper(domain), 6) = pg_catalog.upper(domain)),
    c0 numeric NOT NULL,
    c1 numeric NOT NULL,
    c2 numeric NOT NULL DEFAULT 0,
    divisor numeric NOT NULL DEFAULT 1,
    decimals smallint CONSTRAINT grade_formula_decimals CHECK (decimals BETWEEN 0 AND 6),
    rounding_mode text NOT NULL DEFAULT 'half_up' CONSTRAINT grade_formula_mode
        CHECK (rounding_mode IN ('half_up', 'half_even', 'floor', 'ceiling', 'truncate')),
    validity daterange NOT NULL DEFAULT '(,)'
        CONSTRAINT grade_formula_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL
        CONSTRAINT grade_formula_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT grade_formula_two_scales CHECK (from_scale OPERATOR(pg_catalog.<>) to_scale),
    CONSTRAINT grade_formula_coefficients CHECK (
        pg_catalog.abs(c0) <= 1000000 AND pg_catalog.abs(c1) <= 1000000 AND pg_catalog.abs(c2) <= 1000000
        AND pg_catalog.round(c0, 6) = c0 AND pg_catalog.round(c1, 6) = c1 AND pg_catalog.round(c2, 6) = c2
        AND divisor > 0 AND divisor <= 1000000 AND pg_catalog.round(divisor, 6) = divisor),
    CONSTRAINT grade_formula_no_overlap EXCLUDE USING gist (
        name WITH OPERATOR(pg_catalog.=), from_scale WITH OPERATOR(pg_catalog.=),
        to_scale WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=),
        domain WITH OPERATOR(pg_catalog.&&), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.grade_formula IS
'Closed formulas of a named authority, piece by piece: (c0 + c1 x + c2 x^2) / divisor for numbers x of from_scale in '
'the domain. Outside its pieces a formula says nothing.';
COMMENT ON COLUMN socu.grade_formula.name IS 'Name of the formula: the authority that published it.';
COMMENT ON COLUMN socu.grade_formula.from_scale IS 'Code of the scale whose numbers go in.';
COMMENT ON COLUMN socu.grade_formula.to_scale IS 'Code of the scale whose numbers come out.';
COMMENT ON COLUMN socu.grade_formula.domain IS 'Numbers for which this piece holds.';
COMMENT ON COLUMN socu.grade_formula.c0 IS 'Constant of the numerator.';
COMMENT ON COLUMN socu.grade_formula.c1 IS 'Factor of x in the numerator.';
COMMENT ON COLUMN socu.grade_formula.c2 IS 'Factor of the square of x in the numerator.';
COMMENT ON COLUMN socu.grade_formula.divisor IS 'What the numerator is divided by.';
COMMENT ON COLUMN socu.grade_formula.decimals IS 'Decimal places that the authority prints; NULL: the exact value.';
COMMENT ON COLUMN socu.grade_formula.rounding_mode IS 'How it rounds to them.';
COMMENT ON COLUMN socu.grade_formula.validity IS 'Days on which the piece holds, [from, to).';
COMMENT ON COLUMN socu.grade_formula.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.grade_formula.source IS 'Where the formula is published.';

CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.grade_scale
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.grade_step
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.grade_table
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.grade_formula
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
