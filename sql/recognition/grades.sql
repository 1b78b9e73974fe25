-- recognition/grades: reading grades and finding them on another scale.

CREATE TYPE @extschema@.grade_counts AS (scale text, grades text[], counts bigint[]);
COMMENT ON TYPE @extschema@.grade_counts IS
'How often each grade of a scale was awarded in a reference group: ROW(''KZ_LETTER'', ARRAY[''A'', ''B''], ARRAY[10, '
'40]).';
COMMENT ON COLUMN @extschema@.grade_counts.scale IS 'Code of the grading scale.';
COMMENT ON COLUMN @extschema@.grade_counts.grades IS 'Grades of that scale, in any order.';
COMMENT ON COLUMN @extschema@.grade_counts.counts IS 'How often each was awarded, in the order of grades.';

CREATE TYPE @extschema@.grade_conversion AS (
    grade text, points numeric, low numeric, high numeric, method text, rule text, warnings text[], passing boolean);
COMMENT ON TYPE @extschema@.grade_conversion IS 'What grade_convert gives.';
COMMENT ON COLUMN @extschema@.grade_conversion.grade IS
'The grade; NULL for an interval, for the fail of a scale with several, and where there is no answer.';
COMMENT ON COLUMN @extschema@.grade_conversion.points IS 'Its number on the scale: points, or the mark.';
COMMENT ON COLUMN @extschema@.grade_conversion.low IS
'Lower end of what the method gives before the choice or the rounding.';
COMMENT ON COLUMN @extschema@.grade_conversion.high IS 'Upper end.';
COMMENT ON COLUMN @extschema@.grade_conversion.method IS 'The method.';
COMMENT ON COLUMN @extschema@.grade_conversion.rule IS 'The computation in words.';
COMMENT ON COLUMN @extschema@.grade_conversion.warnings IS
'What to know: fail, interval, ranks, rounded, empty_interval, tie, uncertain; scale, grade, no_rule where not strict.';
COMMENT ON COLUMN @extschema@.grade_conversion.passing IS 'Does it pass? NULL where the scale does not say.';

CREATE FUNCTION @extschema@.grade_convert(
    grade text, from_scale text, to_scale text, on_date date DEFAULT CURRENT_DATE, method text DEFAULT NULL,
    policy text DEFAULT NULL, level text DEFAULT NULL, host_counts @extschema@.grade_counts DEFAULT NULL,
    home_counts @extschema@.grade_counts DEFAULT NULL, minimum integer DEFAULT 30, strict boolean DEFAULT true)
        RETURNS @extschema@.grade_conversion
    LANGUAGE c STABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_convert(text, text, text, date, text, text, text, @extschema@.grade_counts,
    @extschema@.grade_counts,
    integer, boolean)
IS
'A grade on another scale. Without a method only a published table counts; on_date is the day of the grade, or of '
'the admission where a scale goes by intake. low and high are what the method gives before its last step. A fail '
'stays a fail. strict => false: what has no answer is a row without a grade whose warnings say why. Errors: 22023 no '
'grade of the scale, no rule or no such method; 22003 a number outside the scale or finer than it.';

CREATE FUNCTION @extschema@.grade_equivalence(
    from_scale text, to_scale text, on_date date DEFAULT CURRENT_DATE, level text DEFAULT NULL, grade text DEFAULT NULL,
    OUT method text, OUT from_grade text, OUT grade text, OUT points numeric, OUT low numeric, OUT high numeric,
    OUT rule text, OUT warnings text[], OUT source text, OUT confidence text) RETURNS SETOF record
    LANGUAGE c STABLE PARALLEL SAFE ROWS 20 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_equivalence(text, text, date, text, text) IS
'Every way from a grade of one scale to another on a date, best first: the published table, formulas by name, then '
'the computed ones. Without a grade, for each listed grade. Errors: 22023 unknown scale, or not a grade of it.';

CREATE FUNCTION @extschema@.grade_parse(
    dirty text, scale text, lenient boolean DEFAULT false, on_date date DEFAULT CURRENT_DATE, level text DEFAULT NULL,
    OUT grade text, OUT points numeric, OUT passing boolean, OUT repairs text[], OUT candidates text[],
        OUT problem text)
    LANGUAGE c STABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_parse(text, text, boolean, date, text) IS
'What a grade written by hand may be on a scale. One reading: grade, its points or mark, and whether it passes. Else '
'grade is NULL and problem tells why: empty, format, range, precision (finer than the scale), ambiguous (candidates '
'holds all readings), multiple (two grades that disagree) or scale (none of that code on the date). lenient tries '
'repairs and names them in repairs. Raises no error.';

CREATE FUNCTION @extschema@.grade_scale_check(
    scale text, on_date date DEFAULT CURRENT_DATE, level text DEFAULT NULL, OUT problem text, OUT detail text)
    RETURNS SETOF record
    LANGUAGE c STABLE PARALLEL SAFE ROWS 1 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_scale_check(text, date, text) IS
'What is wrong with a grading scale: uncovered (marks that no band holds), outside (points or bands beyond the '
'scale), order (points, bands or passing against the positions), no_pass, no_grades. No row: nothing. Error: 22023 '
'unknown scale.';

CREATE FUNCTION @extschema@.grade_of_points(
    points numeric, scale text, on_date date DEFAULT CURRENT_DATE, level text DEFAULT NULL) RETURNS text
    LANGUAGE c STABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_of_points(numeric, text, date, text) IS
'The grade for an average: the listed passing grade with the nearest points, of two the better; on a scale of marks '
'the mark itself, rounded half up to its step. Errors: 22023 unknown scale, 22003 beyond it.';
