-- recognition/averages: averages weighted by credits, transcripts with retakes, grade distributions.

-- ---- gpa ----

CREATE FUNCTION socu.gpa_accum(bigint[], points numeric, credits numeric) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.gpa_accum(bigint[], points numeric, credits numeric, decimals integer, rounding_mode text)
    RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.gpa_accum(bigint[], points numeric, credits @extschema@.credit) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'gpa_accum_credit';
CREATE FUNCTION socu.gpa_accum(bigint[], points numeric, credits @extschema@.credit, decimals integer,
    rounding_mode text)
    RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'gpa_accum_credit';
CREATE FUNCTION socu.gpa_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.gpa_final(bigint[]) RETURNS numeric
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.gpa_accum(bigint[], numeric, numeric) IS 'Support of gpa.';
COMMENT ON FUNCTION socu.gpa_accum(bigint[], numeric, numeric, integer, text) IS 'Support of gpa with rounding.';
COMMENT ON FUNCTION socu.gpa_accum(bigint[], numeric, @extschema@.credit) IS
'Support of gpa over values of type credit.';
COMMENT ON FUNCTION socu.gpa_accum(bigint[], numeric, @extschema@.credit, integer, text) IS
'Support of gpa over values of type credit, with rounding.';
COMMENT ON FUNCTION socu.gpa_combine(bigint[], bigint[]) IS 'Support of parallel gpa.';
COMMENT ON FUNCTION socu.gpa_final(bigint[]) IS 'Support of gpa.';

CREATE AGGREGATE @extschema@.gpa(points numeric, credits numeric) (
    SFUNC = socu.gpa_accum, STYPE = bigint[], FINALFUNC = socu.gpa_final, COMBINEFUNC = socu.gpa_combine,
        PARALLEL = SAFE);
CREATE AGGREGATE @extschema@.gpa(points numeric, credits numeric, decimals integer, rounding_mode text) (
    SFUNC = socu.gpa_accum, STYPE = bigint[], FINALFUNC = socu.gpa_final, COMBINEFUNC = socu.gpa_combine,
        PARALLEL = SAFE);
CREATE AGGREGATE @extschema@.gpa(points numeric, credits @extschema@.credit) (
    SFUNC = socu.gpa_accum, STYPE = bigint[], FINALFUNC = socu.gpa_final, COMBINEFUNC = socu.gpa_combine,
        PARALLEL = SAFE);
CREATE AGGREGATE @extschema@.gpa(points numeric, credits @extschema@.credit, decimals integer, rounding_mode text) (
    SFUNC = socu.gpa_accum, STYPE = bigint[], FINALFUNC = socu.gpa_final, COMBINEFUNC = socu.gpa_combine,
        PARALLEL = SAFE);
COMMENT ON AGGREGATE @extschema@.gpa(numeric, numeric) IS
'Mean of points weighted by credits: exact inside, rounded half up to 9 decimals at the end. Lines with points NULL '
'(passed without a grade, withdrawn, still open) count in neither sum; NULL where no line has credits. Errors: 22004 '
'a graded line without credits, 22003 not points or credits.';
COMMENT ON AGGREGATE @extschema@.gpa(numeric, numeric, integer, text) IS
'The same, rounded once to that many decimals (0 to 9) by half_up, half_even, floor, ceiling or truncate.';
COMMENT ON AGGREGATE @extschema@.gpa(numeric, @extschema@.credit) IS
'The same over values of type credit, of one scheme. Error: 22023 two schemes.';
COMMENT ON AGGREGATE @extschema@.gpa(numeric, @extschema@.credit, integer, text) IS
'The same over values of type credit, rounded once as asked for.';

-- ---- transcripts with retakes ----

CREATE TYPE @extschema@.gpa_summary AS (
    gpa numeric, credits_graded numeric, credits_earned numeric, credits_failed numeric, credits_pending numeric,
    courses integer, attempts integer);
COMMENT ON TYPE @extschema@.gpa_summary IS 'What transcript_gpa gives.';
COMMENT ON COLUMN @extschema@.gpa_summary.gpa IS
'Mean of the points that count, weighted by their credits, rounded half up to 9 decimals; NULL where none counts.';
COMMENT ON COLUMN @extschema@.gpa_summary.credits_graded IS 'Credits that weigh in it.';
COMMENT ON COLUMN @extschema@.gpa_summary.credits_earned IS 'Credits of passed courses, each once, graded or not.';
COMMENT ON COLUMN @extschema@.gpa_summary.credits_failed IS 'Credits of courses with a fail, no pass and nothing open.';
COMMENT ON COLUMN @extschema@.gpa_summary.credits_pending IS
'Credits of courses without a pass whose latest attempt is open.';
COMMENT ON COLUMN @extschema@.gpa_summary.courses IS 'Number of different courses.';
COMMENT ON COLUMN @extschema@.gpa_summary.attempts IS 'Number of attempts.';

CREATE FUNCTION socu.transcript_gpa_accum(
    bigint[], course text, attempt integer, points numeric, credits numeric, status text, policy text) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.transcript_gpa_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.transcript_gpa_final(bigint[]) RETURNS @extschema@.gpa_summary
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.transcript_gpa_accum(bigint[], text, integer, numeric, numeric, text, text) IS
'Support of transcript_gpa.';
COMMENT ON FUNCTION socu.transcript_gpa_combine(bigint[], bigint[]) IS 'Support of parallel transcript_gpa.';
COMMENT ON FUNCTION socu.transcript_gpa_final(bigint[]) IS 'Support of transcript_gpa.';
CREATE AGGREGATE @extschema@.transcript_gpa(
    course text, attempt integer, points numeric, credits numeric, status text, policy text) (
    SFUNC = socu.transcript_gpa_accum, STYPE = bigint[], FINALFUNC = socu.transcript_gpa_final,
    COMBINEFUNC = socu.transcript_gpa_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE @extschema@.transcript_gpa(text, integer, numeric, numeric, text, text) IS
'Average and credits of one student under a retake policy: replace (the latest pass; without one the latest fail), '
'last (the latest result), best (the pass, else the fail, with the highest points), lowest (the same where lower '
'points are better) or all. The attempt that counts brings its own credits. status: passed, failed, pending, '
'withdrawn or audited; points NULL: not graded. Errors: 22023 a word that is none, an attempt that stands twice; '
'22004 no course, status or credits; 54000 more than 65536 attempts.';

-- ---- distributions ----

CREATE FUNCTION socu.grade_distribution_accum(bigint[], grade text, scale text) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.grade_distribution_accum(bigint[], grade text, scale text, minimum integer) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.grade_distribution_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.grade_distribution_final(bigint[]) RETURNS @extschema@.grade_counts
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.grade_distribution_accum(bigint[], text, text) IS 'Support of grade_distribution_of.';
COMMENT ON FUNCTION socu.grade_distribution_accum(bigint[], text, text, integer) IS
'Support of grade_distribution_of with a smallest group.';
COMMENT ON FUNCTION socu.grade_distribution_combine(bigint[], bigint[]) IS 'Support of parallel grade_distribution_of.';
COMMENT ON FUNCTION socu.grade_distribution_final(bigint[]) IS 'Support of grade_distribution_of.';
CREATE AGGREGATE @extschema@.grade_distribution_of(grade text, scale text) (
    SFUNC = socu.grade_distribution_accum, STYPE = bigint[], FINALFUNC = socu.grade_distribution_final,
    COMBINEFUNC = socu.grade_distribution_combine, PARALLEL = SAFE);
CREATE AGGREGATE @extschema@.grade_distribution_of(grade text, scale text, minimum integer) (
    SFUNC = socu.grade_distribution_accum, STYPE = bigint[], FINALFUNC = socu.grade_distribution_final,
    COMBINEFUNC = socu.grade_distribution_combine, PARALLEL = SAFE);
COMMENT ON AGGREGATE @extschema@.grade_distribution_of(text, text) IS
'How often each grade was awarded: the reference group of a grading table, such as a field, a cycle and two or three '
'years. A group below 30 grades, or with one grade for all, gets no grades and counts. Errors: 22023 two scales in '
'one group, a grade longer than 63 bytes; 54000 more than 256 different grades.';
COMMENT ON AGGREGATE @extschema@.grade_distribution_of(text, text, integer) IS
'The same with a smallest group of your own, at least 1.';

CREATE FUNCTION @extschema@.grade_distribution_table(
    counts @extschema@.grade_counts, on_date date DEFAULT CURRENT_DATE, level text DEFAULT NULL,
    OUT grade text, OUT awarded bigint, OUT share numeric, OUT share_down_to numeric) RETURNS SETOF record
    LANGUAGE c STABLE PARALLEL SAFE ROWS 10 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.grade_distribution_table(@extschema@.grade_counts, date, text) IS
'The grading table of a distribution: passing grades, best first, how often each, its share of those who passed and '
'the share down to it. Errors: 22004 no counts, 22023 a grade that the scale does not have.';

-- ---- for records ----

CREATE FUNCTION @extschema@.credit_convertible(
    credit @extschema@.credit, to_scheme text, on_date date, method text DEFAULT NULL, bound text DEFAULT 'standard',
    level text DEFAULT NULL) RETURNS boolean
    LANGUAGE c STABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.credit_convertible(@extschema@.credit, text, date, text, text, text) IS
'Is there a rate with which credit_convert would answer? For sets of records, where a missing rate is a finding. '
'Errors: 22023 unknown scheme, method or bound.';
