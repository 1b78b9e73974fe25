-- recognition: grades on other scales.  The worked examples have exact values: fractions in the rule, decimals in low.
SET search_path = public, socu;
\pset null ~

-- Modified Bavarian: (best, lowest pass, got).  Cut to one decimal, or rounded half up.
CREATE FUNCTION pg_temp.bavarian(best numeric, pass numeric, got text, better text DEFAULT 'higher',
    OUT exact text, OUT low numeric, OUT cut text, OUT rounded text) LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO socu.grade_scale (code, name_en, kind, better, numbers, min_value, max_value, pass_mark, source, confidence)
    VALUES ('MINE', 'mine', 'numeric', better, 'marks', least(best, pass) - 100, greatest(best, pass) + 100, pass, 'test', 'found');
    IF better = 'higher' THEN
        UPDATE socu.grade_scale SET max_value = best WHERE code = 'MINE';
    ELSE
        UPDATE socu.grade_scale SET min_value = best WHERE code = 'MINE';
    END IF;
    SELECT g.grade, g.low, substring(g.rule from ' is ([0-9/]+) between') INTO cut, low, exact
    FROM grade_convert(got, 'MINE', 'DE_1_5', '2024-01-01', 'bavarian') g;
    SELECT g.grade INTO rounded FROM grade_convert(got, 'MINE', 'DE_1_5', '2024-01-01', 'bavarian_round') g;
    DELETE FROM socu.grade_scale WHERE code = 'MINE';
END $$;
SELECT v.*, b.* FROM (VALUES (10, 6, '8', 'higher'), (100, 40, '75', 'higher'), (100, 50, '82', 'higher'), (1, 4, '2.3', 'lower'),
    (10, 4, '8', 'higher'), (20, 10, '16.25', 'higher'), (5, 3, '4', 'higher'), (100, 50, '80.5', 'higher'), (1, 4, '1.9', 'lower'),
    (100, 50, '100', 'higher'), (100, 50, '50', 'higher'), (100, 50, '40', 'higher')) v (best, pass, got, better),
    pg_temp.bavarian(v.best, v.pass, v.got, v.better) b;
-- the shipped scales give the same: Belarus, Iran, Russia
SELECT s.from_scale, s.grade AS got, g.grade, g.low, g.passing
FROM (VALUES ('BY_10', '8'), ('IR_20', '16.25'), ('RU_5', '4'), ('BY_10', '3'), ('RU_5', 'неуд')) s (from_scale, grade),
     grade_convert(s.grade, s.from_scale, 'DE_1_5', '2024-01-01', 'bavarian') g;
-- the last step is local: Passau goes to the next better grade of the grid, Cologne to the nearest, a midpoint to the better
BEGIN;
-- a university that gives half marks: its own row outranks the shipped one
INSERT INTO grade_scale (code, level, name_en, kind, numbers, min_value, max_value, pass_mark, step, source, confidence)
VALUES ('UK_PCT', 'master', 'our marks', 'percentage', 'marks', 0, 100, 50, 0.5, 'our rules', 'found');
SELECT p AS policy, (grade_convert('80.5', 'UK_PCT', 'DE_1_5', '2024-01-01', 'bavarian', p, 'master')).*
FROM unnest('{cut,round,grid_better,grid_nearest,exact}'::text[]) p;
ROLLBACK;
SELECT (grade_convert('3.5', 'DE_1_5', 'DE_1_5', '2024-01-01', 'pass_range', 'grid_nearest')).grade AS midpoint_to_the_better;
-- letters without numbers go by rank: A to F with five passing grades
SELECT g.grade AS got, (grade_convert(g.grade, 'AZ_100', 'DE_1_5', '2024-01-01', 'bavarian')).*
FROM unnest('{A,B,C,D,E,F}'::text[]) g (grade);
-- the same mark passes or fails by level
SELECT l AS level, (grade_convert('12', 'IR_20', 'DE_1_5', '2024-01-01', 'bavarian', level => l)).*
FROM unnest('{bachelor,master,doctorate}'::text[]) l;

-- The general form, and back.
SELECT v.*, g.grade, g.low, g.rule FROM (VALUES ('8', 'BY_10', 'IR_20'), ('4', 'BY_10', 'IR_20'), ('15', 'IR_20', 'BY_10'),
    ('B', 'KZ_LETTER', 'RU_5'), ('3', 'RU_5', 'KZ_LETTER')) v (got, from_scale, to_scale),
    grade_convert(v.got, v.from_scale, v.to_scale, '2024-01-01', 'pass_range') g;

-- Published tables: by direction and date, many to one; the way back is another table.
SELECT s.grade AS kz, (grade_convert(s.grade, 'KZ_LETTER_2011', 'ECTS_AF', '2012-01-01')).grade AS ects
FROM grade_step s WHERE s.scale = 'KZ_LETTER_2011' ORDER BY s.position;
SELECT s.grade AS ects, b.grade AS kz, b.points FROM grade_step s, grade_convert(s.grade, 'ECTS_AF', 'KZ_LETTER_2011', '2012-01-01') b
WHERE s.scale = 'ECTS_AF' ORDER BY s.position;
-- marks and letters: a mark has one letter, a letter an interval of marks
SELECT v.*, g.grade, g.points, g.low, g.high, g.rule, g.warnings, g.passing FROM (VALUES ('87', 'KZ_100', 'KZ_LETTER'), ('50', 'KZ_100', 'KZ_LETTER'),
    ('49', 'KZ_100', 'KZ_LETTER'), ('24', 'KZ_100', 'KZ_LETTER'), ('B+', 'KZ_LETTER', 'KZ_100')) v (got, from_scale, to_scale)
    CROSS JOIN LATERAL grade_convert(v.got, v.from_scale, v.to_scale, '2024-01-01') g;
-- 49 was a plain F before the change of 2018
SELECT d AS on_date, (grade_convert('49', 'KZ_100', s, d)).grade
FROM (VALUES (date '2018-10-11', 'KZ_LETTER_2011'), (date '2018-10-12', 'KZ_LETTER')) v (d, s);

-- Formulas of named authorities; a jump at the pass mark is kept.
SELECT v.*, g.grade, g.points, g.low, g.rule, g.passing FROM (VALUES ('85', 'CN_100', 'CN_PKU_GPA', NULL), ('60', 'CN_100', 'CN_PKU_GPA', NULL),
    ('59', 'CN_100', 'CN_PKU_GPA', NULL), ('84', 'CN_100', 'CN_PKU_GPA', NULL), ('80', 'CN_100', 'CN_PKU_GPA', NULL),
    ('60', 'CN_100', 'CN_ZJU_GPA', NULL), ('90', 'CN_100', 'CN_ZJU_GPA', NULL), ('84', 'CN_100', 'CN_ZJU_GPA', NULL), ('59', 'CN_100', 'CN_ZJU_GPA', NULL),
    ('60', 'CN_100', 'CN_GP5', NULL), ('100', 'CN_100', 'CN_GP5', NULL),
    ('BA', 'TR_4', 'TR_100_YOK', NULL), ('CC', 'TR_4', 'TR_100_YOK', NULL), ('AA', 'TR_4', 'TR_100_YOK', NULL),
    ('6.75', 'IN_CGPA10', 'IN_PCT', 'AICTE'), ('8.25', 'IN_CGPA10', 'IN_PCT', 'AICTE'), ('6.75', 'IN_CGPA10', 'IN_PCT', 'LESS_HALF'),
    ('7.85', 'IN_CGPA10', 'IN_PCT', 'TIMES_TEN')) v (got, from_scale, to_scale, policy),
    grade_convert(v.got, v.from_scale, v.to_scale, '2024-01-01', 'formula', v.policy) g;

-- Distributions.  Two scales of plain grades 1 (best) to 4.
BEGIN;
INSERT INTO grade_scale (code, name_en, kind, better, numbers, min_value, max_value, pass_mark, source, confidence)
SELECT c, c, 'numeric', 'lower', 'points', 1, 5, 4, 'test', 'found' FROM unnest('{HOST,HOME}'::text[]) c;
INSERT INTO grade_step (scale, grade, position, passing, points, source, confidence)
SELECT c, g::text, g, g < 5, g, 'test', 'found' FROM unnest('{HOST,HOME}'::text[]) c, generate_series(1, 5) g;
PREPARE placed(bigint[], bigint[]) AS
SELECT g AS host_grade, p AS policy, r.grade, r.low AS best_candidate, r.high AS worst_candidate, r.rule, r.warnings
FROM unnest('{1,2,3,4}'::text[]) g, unnest('{best,worst,average,midpoint,max_overlap}'::text[]) WITH ORDINALITY p (p, o),
     grade_convert(g, 'HOST', 'HOME', '2024-01-01', 'distribution', p, host_counts => ROW('HOST', '{1,2,3,4}', $1)::grade_counts,
                   home_counts => ROW('HOME', '{1,2,3,4}', $2)::grade_counts) r
ORDER BY g, o;
EXECUTE placed('{10,40,30,20}', '{20,30,30,20}');
-- grade 2 was never awarded at the host: no candidate, so the midpoint stands in
EXECUTE placed('{12,0,18,30}', '{5,25,20,10}');
-- a tie goes to the better; intervals that touch do not overlap
SELECT r.grade, r.low, r.high, r.warnings FROM grade_convert('1', 'HOST', 'HOME', '2024-01-01', 'distribution', 'max_overlap',
    host_counts => ROW('HOST', '{1,2}', '{20,20}')::grade_counts, home_counts => ROW('HOME', '{1,2,3}', '{10,10,20}')::grade_counts) r;
-- fails stay outside, whether they were sent or not; the grading table is of those who passed
SELECT * FROM grade_distribution_table(ROW('HOST', '{2,1,3,5}', '{12,4,64,20}'), '2024-01-01');
SELECT r.grade, r.points, r.passing, r.rule FROM grade_convert('5', 'HOST', 'HOME', '2024-01-01', 'distribution',
    host_counts => ROW('HOST', '{1,2}', '{20,20}')::grade_counts, home_counts => ROW('HOME', '{1,2,3}', '{10,10,20}')::grade_counts) r;
-- the aggregate: a table of grades becomes a distribution; small groups and groups of one grade do not
CREATE TEMP TABLE result (field text, grade text);
INSERT INTO result SELECT 'IT', (1 + i % 3)::text FROM generate_series(1, 40) i;
INSERT INTO result SELECT 'law', '1' FROM generate_series(1, 40) i;
INSERT INTO result SELECT 'art', (1 + i % 3)::text FROM generate_series(1, 29) i;
INSERT INTO result VALUES ('IT', NULL);
SELECT field, (grade_distribution_of(grade, 'HOST')).* FROM result GROUP BY field ORDER BY field COLLATE "C";
SELECT field, (grade_distribution_of(grade, 'HOST', 29)).* FROM result GROUP BY field ORDER BY field COLLATE "C";
SELECT r.grade, r.rule FROM (SELECT grade_distribution_of(grade, 'HOST') AS host FROM result WHERE field = 'IT') h,
    LATERAL grade_convert('2', 'HOST', 'HOME', '2024-01-01', 'distribution', host_counts => h.host,
                          home_counts => ROW('HOME', '{1,2}', '{20,20}')::grade_counts) r;
ROLLBACK;

-- Why this grade?  Every way, best first.
SELECT method, from_grade, grade, points, low, rule, source, confidence FROM grade_equivalence('CN_100', 'CN_PKU_GPA', '2024-01-01', grade => '85');
SELECT method, from_grade, grade, points, low, warnings FROM grade_equivalence('IN_CGPA10', 'IN_PCT', '2024-01-01', grade => '7');
SELECT method, from_grade, grade, points, low, confidence FROM grade_equivalence('RU_5', 'DE_1_5', '2024-01-01');
-- a missing grade stays missing
SELECT grade_convert(NULL, 'RU_5', 'DE_1_5', '2024-01-01', 'bavarian') IS NULL AS missing;

-- What one call remembers never answers another: the scales, dates and methods of a loop in PL/pgSQL change from call to call.
DO $$
DECLARE
    v record;
    r grade_conversion;
BEGIN
    FOR v IN SELECT * FROM (VALUES ('5', 'RU_5', 'DE_1_5', date '2024-01-01', 'bavarian', '1.0'), ('5', 'BY_10', 'DE_1_5', '2024-01-01', 'bavarian', '3.5'),
        ('5', 'BY_10', 'DE_1_5', '2024-01-01', 'bavarian_round', '3.5'), ('49', 'KZ_100', 'KZ_LETTER_2011', '2012-01-01', NULL, 'F'), ('49', 'KZ_100', 'KZ_LETTER', '2024-01-01', NULL, 'FX'),
        ('5', 'RU_5', 'KZ_LETTER', '2024-01-01', 'pass_range', 'A'), ('5', 'BY_10', 'KZ_LETTER', '2024-01-01', 'pass_range', 'C-')) x (g, f, t, d, m, expected) LOOP
        r := grade_convert(v.g, v.f, v.t, v.d, v.m);
        ASSERT r.grade = v.expected, format('%s of %s is %s, not %s', v.g, v.f, r.grade, v.expected);
    END LOOP;
END $$;
