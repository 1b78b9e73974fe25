-- recognition: the shipped rows against the collected facts (tests/data), and against themselves.
\getenv dir PG_ABS_SRCDIR
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL search_path = public, socu, pg_temp;
SET LOCAL datestyle = 'ISO';
CREATE TEMP TABLE fact_scale (code text, name_en text, country text, kind text, min text, max text, pass_mark text, direction text, step text,
    valid_from text, valid_to text, source text, confidence text);
CREATE TEMP TABLE fact_step (scale text, grade text, grade_local text, points text, percent_min text, percent_max text, ects_grade text,
    passing boolean, source text, confidence text);
\set f :dir '/data/recognition_scales.tsv'
COPY fact_scale FROM :'f' WITH (FORMAT csv, DELIMITER E'\t', QUOTE E'\x01', HEADER, NULL '');
\set f :dir '/data/recognition_steps.tsv'
COPY fact_step FROM :'f' WITH (FORMAT csv, DELIMITER E'\t', QUOTE E'\x01', HEADER, NULL '');

-- Every scale is there, but for the table that is one: KZ_ECTS_BACK stands in grade_table.
SELECT count(*) AS facts, count(*) FILTER (WHERE s.code IS NULL) AS missing,
       count(*) FILTER (WHERE (s.name_en, s.kind, s.confidence) <> (f.name_en, f.kind, f.confidence)) AS different,
       count(*) FILTER (WHERE s.state IS DISTINCT FROM f.country) AS other_state,
       count(*) FILTER (WHERE (s.min_value, s.max_value) IS DISTINCT FROM (f.min::numeric, f.max::numeric)) AS other_range,
       count(*) FILTER (WHERE s.better <> replace(f.direction, '_better', '')) AS other_direction,
       count(*) FILTER (WHERE f.pass_mark ~ '^[0-9.]+$' AND s.pass_mark IS DISTINCT FROM f.pass_mark::numeric) AS other_pass,
       count(*) FILTER (WHERE lower(s.validity) IS DISTINCT FROM f.valid_from::date) AS other_begin
FROM fact_scale f LEFT JOIN grade_scale s ON s.code = f.code AND s.level IS NULL WHERE f.code <> 'KZ_ECTS_BACK';
-- A scale whose lowest pass is a label: it is the last passing grade.
SELECT f.code, f.pass_mark, l.grade FROM fact_scale f
JOIN LATERAL (SELECT grade FROM grade_step WHERE scale = f.code AND passing AND (points IS NOT NULL OR NOT EXISTS (SELECT FROM grade_step p WHERE p.scale = f.code AND p.points IS NOT NULL))
              ORDER BY position DESC LIMIT 1) l ON true
WHERE f.pass_mark !~ '^[0-9.]+$' AND f.pass_mark <> l.grade AND f.code <> 'KZ_ECTS_BACK';
-- Two differences on purpose: letters of ECTS go on being printed; Iran has quarters as a custom, hundredths as the rule.
SELECT f.code, f.step, s.step AS ours, f.valid_to::date + 1 AS until, upper(s.validity) AS ours_until
FROM fact_scale f JOIN grade_scale s ON s.code = f.code AND s.level IS NULL
WHERE s.step IS DISTINCT FROM f.step::numeric OR upper(s.validity) IS DISTINCT FROM f.valid_to::date + 1 ORDER BY f.code COLLATE "C";

-- Every grade is there, with its points, band (Iran's as marks of 20 instead of per cent) and local words.
SELECT count(*) AS facts, count(*) FILTER (WHERE s.grade IS NULL) AS missing,
       count(*) FILTER (WHERE s.passing <> f.passing) AS other_passing, count(*) FILTER (WHERE s.confidence <> f.confidence) AS other_confidence,
       count(*) FILTER (WHERE s.points IS DISTINCT FROM f.points::numeric) AS other_points,
       count(*) FILTER (WHERE (s.mark_min, s.mark_max) IS DISTINCT FROM (f.percent_min::numeric / d, f.percent_max::numeric / d)) AS other_band,
       count(*) FILTER (WHERE NOT string_to_array(f.grade_local, ' / ') <@ (s.spellings || s.grade)) AS word_missing
FROM fact_step f LEFT JOIN grade_step s USING (scale, grade)
CROSS JOIN LATERAL (SELECT CASE WHEN f.scale = 'IR_20' THEN 5 ELSE 1 END) x (d)
WHERE f.scale <> 'KZ_ECTS_BACK';
SELECT count(*) AS steps, count(*) FILTER (WHERE confidence = 'uncertain') AS uncertain FROM grade_step;
-- the ECTS column of the facts, and the table back, are tables
SELECT f.scale, count(*) AS facts, count(*) FILTER (WHERE t.to_grade IS DISTINCT FROM f.ects_grade) AS different
FROM fact_step f LEFT JOIN grade_table t ON t.from_scale = f.scale AND t.from_grade = f.grade AND t.to_scale = 'ECTS_AF'
WHERE f.ects_grade IS NOT NULL AND f.scale NOT IN ('ECTS_AF', 'KZ_ECTS_BACK') GROUP BY f.scale ORDER BY f.scale COLLATE "C";
SELECT f.scale, count(*) AS facts, count(*) FILTER (WHERE t.to_grade IS DISTINCT FROM f.grade_local) AS different
FROM fact_step f LEFT JOIN grade_table t ON t.from_scale = 'ECTS_AF' AND t.from_grade = f.grade AND t.to_scale = 'KZ_LETTER_2011'
WHERE f.scale = 'KZ_ECTS_BACK' GROUP BY f.scale;
SELECT from_scale, to_scale, confidence, count(*) FROM grade_table GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- Labels in tables and formulas are of scales and grades that are there.
SELECT t.* FROM grade_table t
WHERE NOT EXISTS (SELECT FROM grade_step WHERE scale = t.from_scale AND grade = t.from_grade)
   OR NOT EXISTS (SELECT FROM grade_step WHERE scale = t.to_scale AND grade = t.to_grade);
SELECT scale FROM grade_step WHERE NOT EXISTS (SELECT FROM grade_scale WHERE code = scale);
SELECT name FROM grade_formula f WHERE NOT EXISTS (SELECT FROM grade_scale WHERE code = f.from_scale) OR NOT EXISTS (SELECT FROM grade_scale WHERE code = f.to_scale);

-- What the check says of the shipped scales on a day on which each holds.
SELECT s.code, c.* FROM (SELECT DISTINCT code, coalesce(lower(validity), upper(validity) - 1, '2024-01-01') AS day FROM grade_scale) s,
    grade_scale_check(s.code, s.day) c ORDER BY s.code COLLATE "C", c.problem COLLATE "C", c.detail COLLATE "C";

-- Monotone: where a scale is, every way from it is.  A better grade never becomes a worse one, and passes where the worse one does.
CREATE TEMP TABLE way AS
SELECT s.code AS from_scale, t.code AS to_scale, e.method, a.position, e.from_grade, e.grade,
       CASE WHEN t.better = 'higher' THEN e.points ELSE -e.points END AS points, b.position AS place
FROM (SELECT DISTINCT code FROM grade_scale WHERE validity @> '2024-01-01'::date) s
CROSS JOIN (SELECT DISTINCT code, better FROM grade_scale WHERE validity @> '2024-01-01'::date) t
CROSS JOIN LATERAL grade_equivalence(s.code, t.code, '2024-01-01') e
JOIN grade_step a ON a.scale = s.code AND a.grade = e.from_grade
LEFT JOIN grade_step b ON b.scale = t.code AND b.grade = e.grade;
SELECT count(*) > 5000 AS many_ways FROM way;
SELECT DISTINCT w.from_scale, w.to_scale, w.method, w.from_grade, w.grade, x.from_grade AS worse, x.grade AS becomes
FROM way w JOIN way x USING (from_scale, to_scale, method)
WHERE w.position < x.position AND (w.points < x.points OR w.place > x.place)
-- a bare pass or fail stands beside the grades
  AND NOT (w.from_scale = 'AM_LETTER' AND (w.from_grade IN ('S', 'U') OR x.from_grade IN ('S', 'U'))) AND NOT (w.to_scale = 'AM_LETTER' AND (w.grade IN ('S', 'U') OR x.grade IN ('S', 'U')));
-- the best grade and the lowest pass go to the best and the lowest pass
SELECT count(*) AS ways, count(*) FILTER (WHERE best.low <> t.best) AS other_best, count(*) FILTER (WHERE lowest.low <> t.pass) AS other_pass
FROM (VALUES ('RU_5', '5', '3'), ('BY_10', '10', '4'), ('IR_20', '20', '10'), ('KZ_LETTER', 'A', 'D'), ('DE_1_5', '1.0', '4.0'), ('CN_100', '100', '60'),
             ('US_4', 'A', 'D'), ('SA_4', 'A+', 'D'), ('TR_4', 'AA', 'DD')) f (code, best, pass),
     (VALUES ('RU_5', 5, 3), ('BY_10', 10, 4), ('IR_20', 20, 10), ('KZ_LETTER', 4, 1), ('DE_1_5', 1, 4), ('CN_100', 100, 60), ('UK_PCT', 100, 40)) t (code, best, pass),
     grade_convert(f.best, f.code, t.code, '2024-01-01', 'pass_range', 'exact') best,
     grade_convert(f.pass, f.code, t.code, '2024-01-01', 'pass_range', 'exact') lowest
WHERE f.code <> t.code AND t.code NOT IN ('KZ_LETTER');
-- a fail is a fail wherever it goes
SELECT s.code, g.grade, t.code AS to_scale, e.method, e.grade AS becomes
FROM (SELECT DISTINCT code FROM grade_scale WHERE validity @> '2024-01-01'::date) s
JOIN grade_step g ON g.scale = s.code AND NOT g.passing
CROSS JOIN (SELECT DISTINCT code FROM grade_scale WHERE validity @> '2024-01-01'::date) t
CROSS JOIN LATERAL grade_equivalence(s.code, t.code, '2024-01-01', grade => g.grade) e
JOIN grade_step b ON b.scale = t.code AND b.grade = e.grade
WHERE b.passing;
ROLLBACK;
