-- credit: the type credit, schemes, and the equivalence of credits.

-- ---- the type ----

CREATE TYPE socu.credit;

CREATE FUNCTION socu.credit_in(cstring) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_out(socu.credit) RETURNS cstring
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_recv(internal) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_send(socu.credit) RETURNS bytea
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';

CREATE TYPE socu.credit (
    INPUT = socu.credit_in,
    OUTPUT = socu.credit_out,
    RECEIVE = socu.credit_recv,
    SEND = socu.credit_send,
    LIKE = pg_catalog.int8
);
COMMENT ON TYPE socu.credit IS
'Credit points in a scheme: ''7.5 ECTS'', ''10/3 CN''. 8 bytes; multiples of 1/1260000 credit up to 7148570837; exact.';

COMMENT ON FUNCTION socu.credit_in(cstring) IS 'Input of credit: a decimal or fraction, then a scheme label. Errors: 22P02 syntax or unknown scheme, 22003 out of range or not exact, 22012 zero denominator.';
COMMENT ON FUNCTION socu.credit_out(socu.credit) IS 'Output of credit: the shortest exact decimal, else a fraction in lowest terms, then the scheme label.';
COMMENT ON FUNCTION socu.credit_recv(internal) IS 'Binary input of credit: 8 bytes, checked. Error: 22P03.';
COMMENT ON FUNCTION socu.credit_send(socu.credit) IS 'Binary output of credit: 8 bytes.';

-- ---- make and take apart ----

CREATE FUNCTION socu.credit(amount numeric, scheme text) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_from_numeric';
COMMENT ON FUNCTION socu.credit(numeric, text) IS 'A credit from an amount and a scheme label. Errors: 22023 unknown scheme, 22003 out of range or not exact.';
CREATE FUNCTION socu.numerator(socu.credit) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_numerator';
COMMENT ON FUNCTION socu.numerator(socu.credit) IS 'The numerator of the amount as a fraction in lowest terms; it carries the sign.';
CREATE FUNCTION socu.denominator(socu.credit) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_denominator';
COMMENT ON FUNCTION socu.denominator(socu.credit) IS 'The denominator of the amount as a fraction in lowest terms, at least 1.';
CREATE FUNCTION socu.amount(socu.credit) RETURNS numeric
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_amount';
COMMENT ON FUNCTION socu.amount(socu.credit) IS 'The amount without the scheme: exact where a finite decimal exists, else rounded half up to 9 decimal places (10/3 is 3.333333333).';
CREATE FUNCTION socu.scheme(socu.credit) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_scheme_text';
COMMENT ON FUNCTION socu.scheme(socu.credit) IS 'The scheme label, in capitals.';
CREATE FUNCTION socu.scheme_number(socu.credit) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_scheme_int';
COMMENT ON FUNCTION socu.scheme_number(socu.credit) IS 'The number of the scheme in the stored value (0-675: country codes; it never changes): the cheapest key to group or partition by.';

CREATE CAST (socu.credit AS numeric) WITH FUNCTION socu.amount(socu.credit);

-- To text, PostgreSQL's own conversion serves (in assignments too); from text, assignments need these.
CREATE CAST (text AS socu.credit) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (text AS socu.credit) IS
'Input of credit; in assignments too, so that a client''s text parameter can be stored. Errors: 22P02, 22003, 22012.';
CREATE CAST (varchar AS socu.credit) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (varchar AS socu.credit) IS 'The same for varchar, which JDBC sends.';

-- ---- comparison: scheme number, then amount; the words compare as bigint does ----

CREATE FUNCTION socu.credit_lt(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8lt';
CREATE FUNCTION socu.credit_le(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8le';
CREATE FUNCTION socu.credit_eq(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8eq';
CREATE FUNCTION socu.credit_ne(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ne';
CREATE FUNCTION socu.credit_ge(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ge';
CREATE FUNCTION socu.credit_gt(socu.credit, socu.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8gt';
CREATE FUNCTION socu.credit_cmp(socu.credit, socu.credit) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'btint8cmp';
CREATE FUNCTION socu.credit_hash(socu.credit) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8';
CREATE FUNCTION socu.credit_hash_extended(socu.credit, bigint) RETURNS bigint
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8extended';

COMMENT ON FUNCTION socu.credit_lt(socu.credit, socu.credit) IS 'Support of the operator <.';
COMMENT ON FUNCTION socu.credit_le(socu.credit, socu.credit) IS 'Support of the operator <=.';
COMMENT ON FUNCTION socu.credit_eq(socu.credit, socu.credit) IS 'Support of the operator =.';
COMMENT ON FUNCTION socu.credit_ne(socu.credit, socu.credit) IS 'Support of the operator <>.';
COMMENT ON FUNCTION socu.credit_ge(socu.credit, socu.credit) IS 'Support of the operator >=.';
COMMENT ON FUNCTION socu.credit_gt(socu.credit, socu.credit) IS 'Support of the operator >.';
COMMENT ON FUNCTION socu.credit_cmp(socu.credit, socu.credit) IS 'Three-way comparison for btree indexes: scheme, then amount.';
COMMENT ON FUNCTION socu.credit_hash(socu.credit) IS 'Hash of a credit.';
COMMENT ON FUNCTION socu.credit_hash_extended(socu.credit, bigint) IS 'Hash of a credit with a seed, for partitioning.';

CREATE OPERATOR socu.< (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_lt,
    COMMUTATOR = OPERATOR(socu.>), NEGATOR = OPERATOR(socu.>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR socu.<= (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_le,
    COMMUTATOR = OPERATOR(socu.>=), NEGATOR = OPERATOR(socu.>), RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
CREATE OPERATOR socu.= (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_eq,
    COMMUTATOR = OPERATOR(socu.=), NEGATOR = OPERATOR(socu.<>), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR socu.<> (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_ne,
    COMMUTATOR = OPERATOR(socu.<>), NEGATOR = OPERATOR(socu.=), RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR socu.>= (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_ge,
    COMMUTATOR = OPERATOR(socu.<=), NEGATOR = OPERATOR(socu.<), RESTRICT = scalargesel, JOIN = scalargejoinsel);
CREATE OPERATOR socu.> (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_gt,
    COMMUTATOR = OPERATOR(socu.<), NEGATOR = OPERATOR(socu.<=), RESTRICT = scalargtsel, JOIN = scalargtjoinsel);

COMMENT ON OPERATOR socu.<(socu.credit, socu.credit) IS 'less: by scheme number, then amount';
COMMENT ON OPERATOR socu.<=(socu.credit, socu.credit) IS 'less or equal: by scheme number, then amount';
COMMENT ON OPERATOR socu.=(socu.credit, socu.credit) IS 'equal: same scheme and same amount';
COMMENT ON OPERATOR socu.<>(socu.credit, socu.credit) IS 'not equal';
COMMENT ON OPERATOR socu.>=(socu.credit, socu.credit) IS 'greater or equal: by scheme number, then amount';
COMMENT ON OPERATOR socu.>(socu.credit, socu.credit) IS 'greater: by scheme number, then amount';

CREATE FUNCTION socu.credit_sortsupport(internal) RETURNS void
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'btint8sortsupport';
COMMENT ON FUNCTION socu.credit_sortsupport(internal) IS 'Fast comparison for sorts and index builds.';

CREATE OPERATOR CLASS socu.credit_ops DEFAULT FOR TYPE socu.credit USING btree AS
    OPERATOR 1 socu.<, OPERATOR 2 socu.<=, OPERATOR 3 socu.=, OPERATOR 4 socu.>=, OPERATOR 5 socu.>,
    FUNCTION 1 socu.credit_cmp(socu.credit, socu.credit),
    FUNCTION 2 socu.credit_sortsupport(internal),
    FUNCTION 4 pg_catalog.btequalimage(oid);
COMMENT ON OPERATOR CLASS socu.credit_ops USING btree IS 'btree order of credits: scheme, then amount; duplicates are stored once';
CREATE OPERATOR CLASS socu.credit_ops DEFAULT FOR TYPE socu.credit USING hash AS
    OPERATOR 1 socu.=,
    FUNCTION 1 socu.credit_hash(socu.credit),
    FUNCTION 2 socu.credit_hash_extended(socu.credit, bigint);
COMMENT ON OPERATOR CLASS socu.credit_ops USING hash IS 'hash equality of credits';
CREATE OPERATOR CLASS socu.credit_minmax_ops DEFAULT FOR TYPE socu.credit USING brin AS
    OPERATOR 1 socu.<, OPERATOR 2 socu.<=, OPERATOR 3 socu.=, OPERATOR 4 socu.>=, OPERATOR 5 socu.>,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(internal, internal, internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR CLASS socu.credit_minmax_ops USING brin IS 'smallest and largest credit of a range of blocks';

-- ---- arithmetic ----

CREATE FUNCTION socu.credit_pl(socu.credit, socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_mi(socu.credit, socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_um(socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_mul(socu.credit, numeric) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.numeric_mul_credit(numeric, socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_div(socu.credit, numeric) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_div_credit(socu.credit, socu.credit) RETURNS numeric
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.abs(socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_abs';
COMMENT ON FUNCTION socu.credit_pl(socu.credit, socu.credit) IS 'Support of the operator +. Errors: 22023 two schemes, 22003 out of range.';
COMMENT ON FUNCTION socu.credit_mi(socu.credit, socu.credit) IS 'Support of the operator -. Errors: 22023 two schemes, 22003 out of range.';
COMMENT ON FUNCTION socu.credit_um(socu.credit) IS 'Support of the prefix operator -.';
COMMENT ON FUNCTION socu.credit_mul(socu.credit, numeric) IS 'Support of credit * numeric; rounded half-even to 1/1260000. Error: 22003.';
COMMENT ON FUNCTION socu.numeric_mul_credit(numeric, socu.credit) IS 'Support of numeric * credit; rounded half-even to 1/1260000. Error: 22003.';
COMMENT ON FUNCTION socu.credit_div(socu.credit, numeric) IS 'Support of credit / numeric; rounded half-even to 1/1260000. Errors: 22012, 22003.';
COMMENT ON FUNCTION socu.credit_div_credit(socu.credit, socu.credit) IS 'Support of credit / credit: the ratio of two amounts of one scheme. Errors: 22012, 22023 two schemes.';
COMMENT ON FUNCTION socu.abs(socu.credit) IS 'The credit without its sign.';

CREATE OPERATOR socu.+ (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_pl, COMMUTATOR = OPERATOR(socu.+));
CREATE OPERATOR socu.- (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_mi);
CREATE OPERATOR socu.- (RIGHTARG = socu.credit, FUNCTION = socu.credit_um);
CREATE OPERATOR socu.* (LEFTARG = socu.credit, RIGHTARG = numeric, FUNCTION = socu.credit_mul, COMMUTATOR = OPERATOR(socu.*));
CREATE OPERATOR socu.* (LEFTARG = numeric, RIGHTARG = socu.credit, FUNCTION = socu.numeric_mul_credit, COMMUTATOR = OPERATOR(socu.*));
CREATE OPERATOR socu./ (LEFTARG = socu.credit, RIGHTARG = numeric, FUNCTION = socu.credit_div);
CREATE OPERATOR socu./ (LEFTARG = socu.credit, RIGHTARG = socu.credit, FUNCTION = socu.credit_div_credit);
COMMENT ON OPERATOR socu.+(socu.credit, socu.credit) IS 'sum of two credits of one scheme, exact';
COMMENT ON OPERATOR socu.-(socu.credit, socu.credit) IS 'difference of two credits of one scheme, exact';
COMMENT ON OPERATOR socu.-(NONE, socu.credit) IS 'the credit with the opposite sign';
COMMENT ON OPERATOR socu.*(socu.credit, numeric) IS 'multiple of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR socu.*(numeric, socu.credit) IS 'multiple of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR socu./(socu.credit, numeric) IS 'part of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR socu./(socu.credit, socu.credit) IS 'ratio of two credits of one scheme';

CREATE FUNCTION socu.round(credit socu.credit, step numeric DEFAULT 1, mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round';
COMMENT ON FUNCTION socu.round(socu.credit, numeric, text) IS
'The nearest multiple of step; modes half_up (halves away from zero), half_even, floor, ceiling, truncate. Errors: 22023 step or mode, 22003.';
CREATE FUNCTION socu.round(credit socu.credit, step text, mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round_text';
COMMENT ON FUNCTION socu.round(socu.credit, text, text) IS
'The same with the step as text, for a step that is no finite decimal: ''1/3''.';

-- ---- aggregates ----

CREATE AGGREGATE socu.sum(socu.credit) (
    SFUNC = socu.credit_pl, STYPE = socu.credit, COMBINEFUNC = socu.credit_pl,
    MSFUNC = socu.credit_pl, MINVFUNC = socu.credit_mi, MSTYPE = socu.credit, PARALLEL = SAFE
);
COMMENT ON AGGREGATE socu.sum(socu.credit) IS 'Exact sum of credits of one scheme; NULL over no rows. Errors: 22023 two schemes, 22003 out of range.';

CREATE FUNCTION socu.credit_larger(socu.credit, socu.credit) RETURNS socu.credit
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8larger';
CREATE FUNCTION socu.credit_smaller(socu.credit, socu.credit) RETURNS socu.credit
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8smaller';
COMMENT ON FUNCTION socu.credit_larger(socu.credit, socu.credit) IS 'Support of max.';
COMMENT ON FUNCTION socu.credit_smaller(socu.credit, socu.credit) IS 'Support of min.';
CREATE AGGREGATE socu.max(socu.credit) (
    SFUNC = socu.credit_larger, STYPE = socu.credit, COMBINEFUNC = socu.credit_larger, SORTOP = OPERATOR(socu.>), PARALLEL = SAFE
);
CREATE AGGREGATE socu.min(socu.credit) (
    SFUNC = socu.credit_smaller, STYPE = socu.credit, COMBINEFUNC = socu.credit_smaller, SORTOP = OPERATOR(socu.<), PARALLEL = SAFE
);
COMMENT ON AGGREGATE socu.max(socu.credit) IS 'The greatest credit: by scheme, then amount (group by scheme where there are several).';
COMMENT ON AGGREGATE socu.min(socu.credit) IS 'The least credit: by scheme, then amount (group by scheme where there are several).';

CREATE FUNCTION socu.credit_avg_accum(bigint[], socu.credit) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_inverse(bigint[], socu.credit) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_final(bigint[]) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_avg_accum(bigint[], socu.credit) IS 'Support of avg: state {count, scheme number, sum in units of 1/1260000}.';
COMMENT ON FUNCTION socu.credit_avg_inverse(bigint[], socu.credit) IS 'Support of avg over a moving frame.';
COMMENT ON FUNCTION socu.credit_avg_combine(bigint[], bigint[]) IS 'Support of parallel avg.';
COMMENT ON FUNCTION socu.credit_avg_final(bigint[]) IS 'Support of avg.';
CREATE AGGREGATE socu.avg(socu.credit) (
    SFUNC = socu.credit_avg_accum, STYPE = bigint[], INITCOND = '{0,0,0}', FINALFUNC = socu.credit_avg_final,
    COMBINEFUNC = socu.credit_avg_combine,
    MSFUNC = socu.credit_avg_accum, MINVFUNC = socu.credit_avg_inverse, MSTYPE = bigint[], MINITCOND = '{0,0,0}',
    MFINALFUNC = socu.credit_avg_final, PARALLEL = SAFE
);
COMMENT ON AGGREGATE socu.avg(socu.credit) IS 'Mean of credits of one scheme, rounded half-even to 1/1260000; NULL over no rows. Errors: 22023 two schemes, 22003.';

-- ---- rules: what a scheme is worth, and when ----

CREATE TABLE socu.credit_scheme (
    label text COLLATE "C" NOT NULL
        CONSTRAINT credit_scheme_label CHECK (socu.scheme(socu.credit(0, label)) OPERATOR(pg_catalog.=) label),
    state text COLLATE "C" CONSTRAINT credit_scheme_state CHECK (state OPERATOR(pg_catalog.~) '^[A-Z]{2}$'),
    name_en text NOT NULL,
    name_local text,
    level text CONSTRAINT credit_scheme_level CHECK (level IN ('secondary', 'vocational', 'bachelor', 'master', 'doctorate')),
    activity text,
    basis text NOT NULL CONSTRAINT credit_scheme_basis CHECK (basis IN ('workload', 'contact')),
    hours_low numeric,
    hours_high numeric,
    hour_minutes numeric CONSTRAINT credit_scheme_minutes CHECK (hour_minutes > 0 AND hour_minutes <= 120),
    contact_hours numeric CONSTRAINT credit_scheme_contact CHECK (contact_hours > 0),
    year_credits numeric CONSTRAINT credit_scheme_year CHECK (year_credits > 0),
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_scheme_date_basis CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_scheme_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_scheme_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_scheme_hours CHECK (hours_low > 0 AND hours_low <= hours_high OR hours_low IS NULL AND hours_high IS NULL),
    CONSTRAINT credit_scheme_no_overlap EXCLUDE USING gist (label WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_scheme IS 'Credit schemes: what one credit is, and when. A row of your own (shipped = false) outranks the shipped one for the dates it is valid on.';
COMMENT ON COLUMN socu.credit_scheme.label IS 'The label in a credit''s text, in capitals: ECTS, KZ, KZ_2004, or a label of your own from AA, QM-QZ, XA-XZ, ZZ.';
COMMENT ON COLUMN socu.credit_scheme.state IS 'ISO 3166-1 alpha-2 code of the state; NULL for an international scheme.';
COMMENT ON COLUMN socu.credit_scheme.name_en IS 'Name in English.';
COMMENT ON COLUMN socu.credit_scheme.name_local IS 'Name in the language of the state.';
COMMENT ON COLUMN socu.credit_scheme.level IS 'Level of education that the scheme is for; NULL: any.';
COMMENT ON COLUMN socu.credit_scheme.activity IS 'Activity that the scheme is for (theory, practice, research); NULL: any.';
COMMENT ON COLUMN socu.credit_scheme.basis IS 'What the scheme counts: workload (all work of the student) or contact (class hours).';
COMMENT ON COLUMN socu.credit_scheme.hours_low IS 'Hours of total work for one credit, lower end, in hours of hour_minutes.';
COMMENT ON COLUMN socu.credit_scheme.hours_high IS 'Hours of total work for one credit, upper end; equal to hours_low where the rule is one number.';
COMMENT ON COLUMN socu.credit_scheme.hour_minutes IS 'Minutes of the hour that the scheme counts in; NULL where the rule does not say.';
COMMENT ON COLUMN socu.credit_scheme.contact_hours IS 'Class hours (lecture) for one credit.';
COMMENT ON COLUMN socu.credit_scheme.year_credits IS 'Credits of a nominal full-time year.';
COMMENT ON COLUMN socu.credit_scheme.date_basis IS 'Which date validity speaks of: calendar (the credit was earned) or cohort (the student was admitted).';
COMMENT ON COLUMN socu.credit_scheme.validity IS 'Days on which the row holds, [from, to).';
COMMENT ON COLUMN socu.credit_scheme.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.credit_scheme.source IS 'Where the facts come from.';
COMMENT ON COLUMN socu.credit_scheme.confidence IS 'found (read in the source), known (general knowledge of the act), uncertain (to be checked).';
COMMENT ON COLUMN socu.credit_scheme.shipped IS 'true for rows that come with the extension; they are not dumped and cannot be changed.';

CREATE TABLE socu.credit_rate (
    from_scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_rate_from CHECK (socu.scheme(socu.credit(0, from_scheme)) OPERATOR(pg_catalog.=) from_scheme),
    to_scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_rate_to CHECK (socu.scheme(socu.credit(0, to_scheme)) OPERATOR(pg_catalog.=) to_scheme),
    low_num bigint NOT NULL,
    low_den bigint NOT NULL,
    num bigint NOT NULL,
    den bigint NOT NULL,
    high_num bigint NOT NULL,
    high_den bigint NOT NULL,
    level text,
    activity text,
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_rate_date_basis CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_rate_validity CHECK (NOT pg_catalog.isempty(validity)),
    note text,
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_rate_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_rate_two_schemes CHECK (from_scheme OPERATOR(pg_catalog.<>) to_scheme),
    -- below a million, so that two rates combine exactly in 64 bits
    CONSTRAINT credit_rate_fractions CHECK (
        low_num BETWEEN 1 AND 1000000 AND low_den BETWEEN 1 AND 1000000 AND num BETWEEN 1 AND 1000000
        AND den BETWEEN 1 AND 1000000 AND high_num BETWEEN 1 AND 1000000 AND high_den BETWEEN 1 AND 1000000),
    CONSTRAINT credit_rate_order CHECK (low_num * den <= num * low_den AND num * high_den <= high_num * den),
    CONSTRAINT credit_rate_no_overlap EXCLUDE USING gist (
        from_scheme WITH OPERATOR(pg_catalog.=), to_scheme WITH OPERATOR(pg_catalog.=), (coalesce(level, '')) WITH OPERATOR(pg_catalog.=),
        (coalesce(activity, '')) WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_rate IS 'Published ratios between two schemes (method M1). A row of your own (shipped = false) outranks the shipped one for the dates it is valid on.';
COMMENT ON COLUMN socu.credit_rate.from_scheme IS 'Label of the scheme of which the ratio speaks.';
COMMENT ON COLUMN socu.credit_rate.to_scheme IS 'Label of the scheme in which the result is.';
COMMENT ON COLUMN socu.credit_rate.low_num IS 'Numerator of the lower end of the published range.';
COMMENT ON COLUMN socu.credit_rate.low_den IS 'Denominator of the lower end.';
COMMENT ON COLUMN socu.credit_rate.num IS 'Numerator of the rate in use: one from_scheme credit is num/den to_scheme credits.';
COMMENT ON COLUMN socu.credit_rate.den IS 'Denominator of the rate in use.';
COMMENT ON COLUMN socu.credit_rate.high_num IS 'Numerator of the upper end of the published range.';
COMMENT ON COLUMN socu.credit_rate.high_den IS 'Denominator of the upper end.';
COMMENT ON COLUMN socu.credit_rate.level IS 'Level of education that the rate is for; NULL: any.';
COMMENT ON COLUMN socu.credit_rate.activity IS 'Activity that the rate is for; NULL: any.';
COMMENT ON COLUMN socu.credit_rate.date_basis IS 'Which date validity speaks of: calendar (the credit was earned) or cohort (the student was admitted).';
COMMENT ON COLUMN socu.credit_rate.validity IS 'Days on which the rate holds, [from, to).';
COMMENT ON COLUMN socu.credit_rate.note IS 'What a user should know before relying on the row.';
COMMENT ON COLUMN socu.credit_rate.source IS 'Where the rate is published.';
COMMENT ON COLUMN socu.credit_rate.confidence IS 'found (read in the source), known (general knowledge of the act), uncertain (to be checked).';
COMMENT ON COLUMN socu.credit_rate.shipped IS 'true for rows that come with the extension; they are not dumped and cannot be changed.';

CREATE TABLE socu.credit_activity (
    scheme text COLLATE "C" NOT NULL
        CONSTRAINT credit_activity_scheme CHECK (socu.scheme(socu.credit(0, scheme)) OPERATOR(pg_catalog.=) scheme),
    activity text NOT NULL,
    contact_hours_low numeric NOT NULL,
    contact_hours_high numeric NOT NULL,
    hour_minutes numeric CONSTRAINT credit_activity_minutes CHECK (hour_minutes > 0 AND hour_minutes <= 120),
    date_basis text NOT NULL DEFAULT 'calendar' CONSTRAINT credit_activity_date_basis CHECK (date_basis IN ('calendar', 'cohort')),
    validity daterange NOT NULL DEFAULT '(,)' CONSTRAINT credit_activity_validity CHECK (NOT pg_catalog.isempty(validity)),
    source text NOT NULL,
    confidence text NOT NULL CONSTRAINT credit_activity_confidence CHECK (confidence IN ('found', 'known', 'uncertain')),
    shipped boolean NOT NULL DEFAULT false,
    CONSTRAINT credit_activity_hours CHECK (contact_hours_low > 0 AND contact_hours_low <= contact_hours_high),
    CONSTRAINT credit_activity_no_overlap EXCLUDE USING gist (
        scheme WITH OPERATOR(pg_catalog.=), activity WITH OPERATOR(pg_catalog.=), (shipped::int) WITH OPERATOR(pg_catalog.=), validity WITH OPERATOR(pg_catalog.&&))
);
COMMENT ON TABLE socu.credit_activity IS 'Class hours of one credit by kind of activity (method M3): a laboratory hour is never compared with a lecture hour.';
COMMENT ON COLUMN socu.credit_activity.scheme IS 'Label of the scheme.';
COMMENT ON COLUMN socu.credit_activity.activity IS 'lecture, tutorial, laboratory, workshop, practice, field, or a word of your own.';
COMMENT ON COLUMN socu.credit_activity.contact_hours_low IS 'Class hours of the activity for one credit, lower end.';
COMMENT ON COLUMN socu.credit_activity.contact_hours_high IS 'Class hours of the activity for one credit, upper end.';
COMMENT ON COLUMN socu.credit_activity.hour_minutes IS 'Minutes of that hour; NULL: as the scheme says.';
COMMENT ON COLUMN socu.credit_activity.date_basis IS 'Which date validity speaks of: calendar or cohort.';
COMMENT ON COLUMN socu.credit_activity.validity IS 'Days on which the row holds, [from, to).';
COMMENT ON COLUMN socu.credit_activity.source IS 'Where the facts come from.';
COMMENT ON COLUMN socu.credit_activity.confidence IS 'found, known or uncertain.';
COMMENT ON COLUMN socu.credit_activity.shipped IS 'true for rows that come with the extension; they are not dumped and cannot be changed.';

CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.credit_scheme
    FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.credit_scheme
    FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.credit_rate
    FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.credit_rate
    FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER shipped_guard BEFORE INSERT OR UPDATE OR DELETE ON socu.credit_activity
    FOR EACH ROW EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER shipped_guard_truncate BEFORE TRUNCATE ON socu.credit_activity
    FOR EACH STATEMENT EXECUTE FUNCTION socu.shipped_guard();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE ON socu.credit_scheme
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE ON socu.credit_rate
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE ON socu.credit_activity
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();
ALTER TABLE socu.credit_scheme ENABLE ALWAYS TRIGGER rules_changed;
ALTER TABLE socu.credit_rate ENABLE ALWAYS TRIGGER rules_changed;
ALTER TABLE socu.credit_activity ENABLE ALWAYS TRIGGER rules_changed;
SELECT pg_catalog.pg_extension_config_dump('socu.credit_scheme', 'WHERE NOT shipped');
SELECT pg_catalog.pg_extension_config_dump('socu.credit_rate', 'WHERE NOT shipped');
SELECT pg_catalog.pg_extension_config_dump('socu.credit_activity', 'WHERE NOT shipped');
GRANT SELECT ON socu.credit_scheme, socu.credit_rate, socu.credit_activity TO PUBLIC;

-- ---- conversion ----

CREATE FUNCTION socu.credit_convert(
    credit socu.credit, to_scheme text, on_date date DEFAULT CURRENT_DATE, method text DEFAULT NULL, bound text DEFAULT 'standard',
    rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up', cohort date DEFAULT NULL, level text DEFAULT NULL,
    activity text DEFAULT NULL) RETURNS socu.credit
    LANGUAGE c STABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_convert(socu.credit, text, date, text, text, numeric, text, date, text, text) IS
'The credit in another scheme, exact, or rounded once to a multiple of rounding_step. Without a method only published ratios (M1) count; on_date is the day the credit was earned, cohort the day of admission. Errors: 22023 no rule, or an interval without a bound; 22003 not exact or out of range.';

CREATE FUNCTION socu.credit_convert_amount(
    amount numeric, from_scheme text, to_scheme text, on_date date DEFAULT CURRENT_DATE, method text DEFAULT NULL,
    bound text DEFAULT 'standard', rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up', cohort date DEFAULT NULL,
    level text DEFAULT NULL, activity text DEFAULT NULL) RETURNS numeric
    LANGUAGE c STABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_convert_amount(numeric, text, text, date, text, text, numeric, text, date, text, text) IS
'credit_convert for plain columns: an amount and its scheme. The result is exact where a finite decimal exists, else rounded half up to 9 places.';

CREATE FUNCTION socu.credit_equivalence(
    from_scheme text, to_scheme text, on_date date DEFAULT CURRENT_DATE, cohort date DEFAULT NULL, level text DEFAULT NULL,
    activity text DEFAULT NULL,
    OUT method text, OUT num bigint, OUT den bigint, OUT high_num bigint, OUT high_den bigint, OUT path text, OUT source text,
    OUT confidence text, OUT low_num bigint, OUT low_den bigint) RETURNS SETOF record
    LANGUAGE c STABLE PARALLEL SAFE ROWS 3 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_equivalence(text, text, date, date, text, text) IS
'Every way in which two schemes can be compared on a date, best first: num/den is the standard rate (or the lower end where no rule narrows an interval), low and high are the ends, path says how. Error: 22023 unknown scheme.';

CREATE FUNCTION socu.workload(
    credit socu.credit, on_date date DEFAULT CURRENT_DATE, cohort date DEFAULT NULL,
    OUT hours_low numeric, OUT hours_high numeric, OUT hour_minutes numeric, OUT clock_hours_low numeric, OUT clock_hours_high numeric)
    RETURNS record
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_workload';
COMMENT ON FUNCTION socu.workload(socu.credit, date, date) IS
'Hours of total work of a credit by the rule of its scheme on a date: in the scheme''s own hours, their length in minutes, and in clock hours; NULL where the rule does not say.';

CREATE FUNCTION socu.credit_from_hours(
    hours numeric, to_scheme text, on_date date DEFAULT CURRENT_DATE, activity text DEFAULT NULL, hour_minutes numeric DEFAULT NULL,
    bound text DEFAULT 'standard', rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_from_hours(numeric, text, date, text, numeric, text, numeric, text) IS
'Credits for a number of hours: hours of total work, or class hours of an activity. hour_minutes says how long the hours are where they are not the scheme''s own. Errors: 22023 no rule, 22003.';

CREATE FUNCTION socu.credit_year_share(
    credit socu.credit, degree_credits numeric, nominal_years numeric, to_scheme text, to_year_credits numeric DEFAULT 60,
    rounding_step numeric DEFAULT NULL, rounding_mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_year_share(socu.credit, numeric, numeric, text, numeric, numeric, text) IS
'Method M4 by programme: the same share of a full-time year, where the source year is degree_credits / nominal_years. Errors: 22023, 22003.';

CREATE FUNCTION socu.credit_semester_share(
    credit socu.credit, host_semester numeric, to_scheme text, home_semester numeric, rounding_step numeric DEFAULT NULL,
    rounding_mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_semester_share(socu.credit, numeric, text, numeric, numeric, text) IS
'Method M5 (UMAP): the same share of the home university''s full-time semester as of the host''s. Errors: 22023, 22003.';

-- ---- totals across schemes ----

CREATE FUNCTION socu.credit_total_accum(bigint[], credit socu.credit, to_scheme text, on_date date) RETURNS bigint[]
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_accum(
    bigint[], credit socu.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text, rounding_policy text,
    method text, bound text, cohort date) RETURNS bigint[]
    LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_total_final(bigint[]) RETURNS socu.credit
    LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_total_accum(bigint[], socu.credit, text, date) IS 'Support of credit_total.';
COMMENT ON FUNCTION socu.credit_total_accum(bigint[], socu.credit, text, date, numeric, text, text, text, text, date) IS 'Support of credit_total with rounding.';
COMMENT ON FUNCTION socu.credit_total_combine(bigint[], bigint[]) IS 'Support of parallel credit_total.';
COMMENT ON FUNCTION socu.credit_total_final(bigint[]) IS 'Support of credit_total.';

CREATE AGGREGATE socu.credit_total(credit socu.credit, to_scheme text, on_date date) (
    SFUNC = socu.credit_total_accum, STYPE = bigint[], FINALFUNC = socu.credit_total_final, COMBINEFUNC = socu.credit_total_combine,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE socu.credit_total(socu.credit, text, date) IS
'Adds credits of several schemes exactly and converts once, by published ratios on each row''s date; NULL over no rows. Errors: 22023 no rule, 22003 not exact or out of range.';
CREATE AGGREGATE socu.credit_total(
    credit socu.credit, to_scheme text, on_date date, rounding_step numeric, rounding_mode text, rounding_policy text, method text, bound text,
    cohort date) (
    SFUNC = socu.credit_total_accum, STYPE = bigint[], FINALFUNC = socu.credit_total_final, COMBINEFUNC = socu.credit_total_combine,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE socu.credit_total(socu.credit, text, date, numeric, text, text, text, text, date) IS
'The same with rounding: policy per_line (each row), per_group (the sum of each source scheme) or total (once at the end); method NULL is M1, bound ''standard''; cohort is the day of admission (NULL: on_date).';
