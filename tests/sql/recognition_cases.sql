-- recognition: what people who do this job report, kind by kind.  Averages and retakes stand in recognition_gpa, agreements and
-- groups in recognition_records, the Bavarian formula and distributions of the examples in recognition.
SET search_path = public, socu;
\pset null ~
BEGIN;
INSERT INTO grade_scale (code, name_en, kind, numbers, min_value, max_value, pass_mark, step, band_rule, mark_scale, source, confidence) VALUES
    ('T_100', 'marks to hundredths', 'percentage', 'marks', 0, 100, NULL, 0.01, 'threshold', NULL, 'test', 'found'),
    ('T_100_1', 'marks to tenths', 'percentage', 'marks', 0, 100, 75, 0.1, 'threshold', NULL, 'test', 'found'),
    ('T_100_2', 'marks to hundredths', 'percentage', 'marks', 0, 100, 75, 0.01, 'threshold', NULL, 'test', 'found'),
    ('T_AF', 'thresholds', 'letter', 'points', 0, 4, NULL, NULL, 'threshold', 'T_100', 'test', 'found'),
    ('T_AF_ROUND', 'rounded first', 'letter', 'points', 0, 4, NULL, NULL, 'round', 'T_100', 'test', 'found'),
    ('T_AF_STRICT', 'bands as printed', 'letter', 'points', 0, 4, NULL, NULL, 'strict', 'T_100', 'test', 'found'),
    ('T_PLUS_43', 'A+ is 4.3', 'letter', 'points', 0, 4.3, NULL, NULL, 'threshold', NULL, 'test', 'found'),
    ('T_E_FAILS', 'E fails', 'letter', NULL, NULL, NULL, NULL, NULL, 'threshold', NULL, 'test', 'found'),
    ('T_IT', 'thirty and more', 'letter', NULL, NULL, NULL, NULL, NULL, 'threshold', NULL, 'test', 'found'),
    ('T_25', 'quarters', 'numeric', 'marks', 0, 10, 5, 0.25, 'threshold', NULL, 'test', 'found'),
    ('T_AT', 'Austria', 'numeric', 'points', 1, 5, NULL, 1, 'threshold', NULL, 'test', 'found'),
    ('T_ONE', 'one band', 'letter', NULL, NULL, NULL, NULL, NULL, 'threshold', NULL, 'test', 'found');
INSERT INTO grade_step (scale, grade, position, passing, points, mark_min, mark_max, spellings, source, confidence)
SELECT s, v.* FROM unnest('{T_AF,T_AF_ROUND,T_AF_STRICT}'::text[]) s,
    (VALUES ('A', 1, true, 4, 90, 100, '{}'::text[], 'test', 'found'), ('B', 2, true, 3, 71.5, 89, '{}', 'test', 'found'), ('F', 3, false, 0, 0, 71, '{}', 'test', 'found')) v;
INSERT INTO grade_step (scale, grade, position, passing, points, spellings, source, confidence) VALUES
    ('T_PLUS_43', 'A+', 1, true, 4.3, '{}', 'test', 'found'), ('T_PLUS_43', 'A', 2, true, 4, '{}', 'test', 'found'), ('T_PLUS_43', 'F', 3, false, 0, '{}', 'test', 'found'),
    ('T_IT', '30L', 1, true, NULL, '{}', 'test', 'found'), ('T_IT', '30', 2, true, NULL, '{}', 'test', 'found'), ('T_IT', 'H1', 3, true, NULL, '{}', 'test', 'found'),
    ('T_AT', '1', 1, true, 1, '{}', 'test', 'found'), ('T_AT', '5', 2, false, 5, '{insufficient}', 'test', 'found');
UPDATE grade_scale SET better = 'lower' WHERE code = 'T_AT';
INSERT INTO grade_step (scale, grade, position, passing, source, confidence)
SELECT 'T_E_FAILS', g, o, g NOT IN ('E', 'F'), 'test', 'found' FROM unnest('{A+,A,B,C,D,E,F}'::text[]) WITH ORDINALITY x (g, o);
INSERT INTO grade_step (scale, grade, position, passing, mark_min, mark_max, source, confidence) VALUES ('T_ONE', 'A', 1, true, 80, 100, 'test', 'found');

-- K1: one precision for what is shown and what is decided.  74.96 against a line of 75: in tenths it has to be rounded first and passes, in hundredths it fails.
SELECT p.* FROM grade_parse('74.96', 'T_100_1', on_date => '2024-01-01') p UNION ALL SELECT p.* FROM grade_parse('75.0', 'T_100_1', on_date => '2024-01-01') p
UNION ALL SELECT p.* FROM grade_parse('74.96', 'T_100_2', on_date => '2024-01-01') p;
SELECT (grade_convert('7.85', 'IN_CGPA10', 'IN_PCT', '2024-01-01', 'formula', 'TIMES_TEN')).grade AS of_the_rounded, gpa(p, 1, 2, 'half_up') AS not_floored FROM (VALUES (8.347)) v (p);
-- K2: best 1, pass 4, got 1.9; only best and pass must differ.  K3: see recognition
SELECT (grade_convert('1.9', 'DE_1_5', 'DE_1_5', '2024-01-01', 'bavarian')).grade;
-- K12: a mark on the lower bound has the grade; 89.6 by three rules; gaps and overlaps
SELECT s AS scale, m AS mark, (grade_convert(m, 'T_100', s, '2024-01-01', strict => false)).grade FROM unnest('{71.5,71.4,89.6,89.4}'::text[]) WITH ORDINALITY m (m, o), unnest('{T_AF,T_AF_ROUND,T_AF_STRICT}'::text[]) s ORDER BY o, s;
SELECT * FROM grade_scale_check('T_ONE', '2024-01-01');
SELECT * FROM grade_scale_check('T_AF', '2024-01-01');
-- K13: a label means what its scale says
SELECT s AS scale, points FROM unnest('{T_PLUS_43,SA_4}'::text[]) s, LATERAL (SELECT points FROM grade_step WHERE scale = s AND grade = 'A+') x ORDER BY s;
SELECT problem FROM grade_parse('A/A+', 'KZ_LETTER', on_date => '2024-01-01') UNION ALL SELECT problem FROM grade_parse('A+', 'KZ_LETTER', true, '2024-01-01');
SELECT s AS scale, (grade_parse('E', s, on_date => '2024-01-01')).passing FROM unnest('{T_E_FAILS,ECTS_AF}'::text[]) s;
-- the rank of B on A+, A, B, C, D is 3 of 5: 2.5
SELECT (grade_convert('B', 'T_E_FAILS', 'DE_1_5', '2024-01-01', 'bavarian')).grade;
-- K14: what hangs on, commas, words
SELECT v.*, p.grade, p.repairs, p.problem FROM (VALUES ('3 Peresdana: 4', 'RU_5'), ('30LM', 'T_IT'), ('H1^', 'T_IT'), ('insufficient', 'T_AT'), ('8,25', 'T_25'), ('2,150', 'KZ_GPA'), ('6,7777', 'T_100'),
    ('A- ', 'KZ_LETTER'), ('87/100', 'KZ_100'), ('87/100', 'KZ_LETTER'), (U&'\06F1\06F7\066B\06F5', 'IR_20'), ('优', 'CN_5L'), ('зачтено', 'RU_ZACHET'), ('5 (отл)', 'RU_5')) v (text, scale),
    grade_parse(v.text, v.scale, true, '2024-01-01') p;
-- K8: a number that stands for nothing is no grade
SELECT t, p.grade, p.problem FROM unnest('{-999,"",n/a,нет,-,0}'::text[]) t, grade_parse(t, 'CN_100', on_date => '2024-01-01') p;
-- K15: the scale of the day, or of the intake; a row of the site from a day on
INSERT INTO grade_scale (code, name_en, kind, numbers, min_value, max_value, source, confidence) VALUES ('T_CN', 'x', 'letter', 'points', 0, 4, 'test', 'found');
INSERT INTO grade_step (scale, grade, position, passing, points, mark_min, mark_max, validity, source, confidence) VALUES
    ('T_CN', 'top', 1, true, 3.8, 90, 100, '[2016-09-01,2017-09-01)', 'test', 'found'), ('T_CN', 'low', 2, false, 0, 0, 89, '[2016-09-01,2017-09-01)', 'test', 'found'),
    ('T_CN', 'top', 1, true, 4.0, 90, 100, '[2017-09-01,)', 'test', 'found'), ('T_CN', 'low', 2, false, 0, 0, 89, '[2017-09-01,)', 'test', 'found');
SELECT d AS intake, (grade_parse('92%', 'T_CN', on_date => d)).points FROM unnest('{2016-09-01,2017-09-01}'::date[]) d;
-- K16: an equivalence has a direction: none leads back
INSERT INTO grade_table (from_scale, from_grade, to_scale, to_grade, source, confidence) VALUES ('RU_5', '5', 'BY_10', '10', 'test', 'found'), ('RU_5', '4', 'BY_10', '8', 'test', 'found');
SELECT (grade_convert('5', 'RU_5', 'BY_10', '2024-01-01')).grade, (grade_convert('10', 'BY_10', 'RU_5', '2024-01-01', strict => false)).warnings;
-- K18: passes only, 18: 4, 16: 12, lower: 64, fails 20: shares of 80.  16 holds 5 to 20 per cent: against A 10, B 25 per cent
-- it overlaps B most (10 against 5) and its midpoint 12.5 is in B; the most favourable is A.
SELECT * FROM grade_distribution_table(ROW('IR_20', '{18,16,12,5}', '{4,12,64,20}'), '2024-01-01');
SELECT p AS policy, (grade_convert('16', 'IR_20', 'ECTS_AF', '2024-01-01', 'distribution', p, host_counts => ROW('IR_20', '{18,16,12,5}', '{4,12,64,20}'),
    home_counts => ROW('ECTS_AF', '{A,B,C,D,E}', '{10,25,30,25,10}'))).grade FROM unnest('{max_overlap,midpoint,best,worst}'::text[]) p;
SELECT grade, warnings FROM grade_convert('16', 'IR_20', 'ECTS_AF', '2024-01-01', 'distribution', strict => false);
SELECT (grade_distribution_of(g, 'IR_20')).counts AS ten, (SELECT (grade_distribution_of('15', 'IR_20')).counts FROM generate_series(1, 50)) AS one_bin FROM unnest('{18,16,16,16,14,14,13,12,12,11}'::text[]) g;
ROLLBACK;
