-- credit/type: the type credit: an exact amount of a scheme's credits.

CREATE TYPE @extschema@.credit;

CREATE FUNCTION socu.credit_in(cstring) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_out(@extschema@.credit) RETURNS cstring
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_recv(internal) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_send(@extschema@.credit) RETURNS bytea
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';

CREATE TYPE @extschema@.credit (
    INPUT = socu.credit_in,
    OUTPUT = socu.credit_out,
    RECEIVE = socu.credit_recv,
    SEND = socu.credit_send,
    LIKE = pg_catalog.int8
);
COMMENT ON TYPE @extschema@.credit IS
'Credit points in a scheme: ''7.5 ECTS'', ''10/3 CN''. 8 bytes; multiples of 1/1260000 credit up to 7148570837; exact.';

COMMENT ON FUNCTION socu.credit_in(cstring) IS
'Input of credit: a decimal or fraction, then a scheme label. Errors: 22P02 syntax or unknown scheme, 22003 out of '
'range or not exact, 22012 zero denominator.';
COMMENT ON FUNCTION socu.credit_out(@extschema@.credit) IS
'Output of credit: the shortest exact decimal, else a fraction in lowest terms, then the scheme label.';
COMMENT ON FUNCTION socu.credit_recv(internal) IS 'Binary input of credit: 8 bytes, checked. Error: 22P03.';
COMMENT ON FUNCTION socu.credit_send(@extschema@.credit) IS 'Binary output of credit: 8 bytes.';

-- ---- make and take apart ----

CREATE FUNCTION @extschema@.credit(amount numeric, scheme text) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_from_numeric';
COMMENT ON FUNCTION @extschema@.credit(numeric, text) IS
'A credit from an amount and a scheme label. Errors: 22023 unknown scheme, 22003 out of range or not exact.';
CREATE FUNCTION @extschema@.numerator(@extschema@.credit) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_numerator';
COMMENT ON FUNCTION @extschema@.numerator(@extschema@.credit) IS
'The numerator of the amount as a fraction in lowest terms; it carries the sign.';
CREATE FUNCTION @extschema@.denominator(@extschema@.credit) RETURNS bigint
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_denominator';
COMMENT ON FUNCTION @extschema@.denominator(@extschema@.credit) IS
'The denominator of the amount as a fraction in lowest terms, at least 1.';
CREATE FUNCTION @extschema@.amount(@extschema@.credit) RETURNS numeric
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_amount';
COMMENT ON FUNCTION @extschema@.amount(@extschema@.credit) IS
'The amount without the scheme: exact where a finite decimal exists, else rounded half up to 9 decimal places (10/3 is '
'3.333333333).';
CREATE FUNCTION @extschema@.scheme(@extschema@.credit) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_scheme_text';
COMMENT ON FUNCTION @extschema@.scheme(@extschema@.credit) IS 'The scheme label, in capitals.';
CREATE FUNCTION @extschema@.scheme_number(@extschema@.credit) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_scheme_int';
COMMENT ON FUNCTION @extschema@.scheme_number(@extschema@.credit) IS
'The number of the scheme in the stored value (0-675: country codes; it never changes): the cheapest key to group or '
'partition by.';

CREATE CAST (@extschema@.credit AS numeric) WITH FUNCTION @extschema@.amount(@extschema@.credit);

-- To text, PostgreSQL's own conversion serves (in assignments too); from text, assignments need these.
CREATE CAST (text AS @extschema@.credit) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (text AS @extschema@.credit) IS
'Input of credit; in assignments too, so that a client''s text parameter can be stored. Errors: 22P02, 22003, 22012.';
CREATE CAST (varchar AS @extschema@.credit) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (varchar AS @extschema@.credit) IS 'The same for varchar, which JDBC sends.';

-- ---- comparison: scheme number, then amount; the words compare as bigint does ----

CREATE FUNCTION socu.credit_lt(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8lt';
CREATE FUNCTION socu.credit_le(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8le';
CREATE FUNCTION socu.credit_eq(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8eq';
CREATE FUNCTION socu.credit_ne(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ne';
CREATE FUNCTION socu.credit_ge(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ge';
CREATE FUNCTION socu.credit_gt(@extschema@.credit, @extschema@.credit) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8gt';
CREATE FUNCTION socu.credit_cmp(@extschema@.credit, @extschema@.credit) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'btint8cmp';
CREATE FUNCTION socu.credit_hash(@extschema@.credit) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8';
CREATE FUNCTION socu.credit_hash_extended(@extschema@.credit, bigint) RETURNS bigint
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8extended';

COMMENT ON FUNCTION socu.credit_lt(@extschema@.credit, @extschema@.credit) IS 'Support of the operator <.';
COMMENT ON FUNCTION socu.credit_le(@extschema@.credit, @extschema@.credit) IS 'Support of the operator <=.';
COMMENT ON FUNCTION socu.credit_eq(@extschema@.credit, @extschema@.credit) IS 'Support of the operator =.';
COMMENT ON FUNCTION socu.credit_ne(@extschema@.credit, @extschema@.credit) IS 'Support of the operator <>.';
COMMENT ON FUNCTION socu.credit_ge(@extschema@.credit, @extschema@.credit) IS 'Support of the operator >=.';
COMMENT ON FUNCTION socu.credit_gt(@extschema@.credit, @extschema@.credit) IS 'Support of the operator >.';
COMMENT ON FUNCTION socu.credit_cmp(@extschema@.credit, @extschema@.credit) IS
'Three-way comparison for btree indexes: scheme, then amount.';
COMMENT ON FUNCTION socu.credit_hash(@extschema@.credit) IS 'Hash of a credit.';
COMMENT ON FUNCTION socu.credit_hash_extended(@extschema@.credit, bigint) IS
'Hash of a credit with a seed, for partitioning.';

CREATE OPERATOR @extschema@.< (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_lt,
    COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=), RESTRICT = scalarltsel,
    JOIN = scalarltjoinsel);
CREATE OPERATOR @extschema@.<= (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_le,
    COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>), RESTRICT = scalarlesel,
    JOIN = scalarlejoinsel);
CREATE OPERATOR @extschema@.= (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_eq,
    COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>), RESTRICT = eqsel, JOIN = eqjoinsel,
    HASHES, MERGES);
CREATE OPERATOR @extschema@.<> (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_ne,
    COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=), RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR @extschema@.>= (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_ge,
    COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<), RESTRICT = scalargesel,
    JOIN = scalargejoinsel);
CREATE OPERATOR @extschema@.> (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_gt,
    COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=), RESTRICT = scalargtsel,
    JOIN = scalargtjoinsel);

COMMENT ON OPERATOR @extschema@.<(@extschema@.credit, @extschema@.credit) IS 'less: by scheme number, then amount';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.credit, @extschema@.credit) IS
'less or equal: by scheme number, then amount';
COMMENT ON OPERATOR @extschema@.=(@extschema@.credit, @extschema@.credit) IS 'equal: same scheme and same amount';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.credit, @extschema@.credit) IS 'not equal';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.credit, @extschema@.credit) IS
'greater or equal: by scheme number, then amount';
COMMENT ON OPERATOR @extschema@.>(@extschema@.credit, @extschema@.credit) IS 'greater: by scheme number, then amount';

CREATE FUNCTION socu.credit_sortsupport(internal) RETURNS void
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'btint8sortsupport';
COMMENT ON FUNCTION socu.credit_sortsupport(internal) IS 'Fast comparison for sorts and index builds.';

CREATE OPERATOR CLASS @extschema@.credit_ops DEFAULT FOR TYPE @extschema@.credit USING btree AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 socu.credit_cmp(@extschema@.credit, @extschema@.credit),
    FUNCTION 2 socu.credit_sortsupport(internal),
    FUNCTION 4 pg_catalog.btequalimage(oid);
COMMENT ON OPERATOR CLASS @extschema@.credit_ops USING btree IS
'btree order of credits: scheme, then amount; duplicates are stored once';
CREATE OPERATOR CLASS @extschema@.credit_ops DEFAULT FOR TYPE @extschema@.credit USING hash AS
    OPERATOR 1 @extschema@.=,
    FUNCTION 1 socu.credit_hash(@extschema@.credit),
    FUNCTION 2 socu.credit_hash_extended(@extschema@.credit, bigint);
COMMENT ON OPERATOR CLASS @extschema@.credit_ops USING hash IS 'hash equality of credits';
CREATE OPERATOR CLASS @extschema@.credit_minmax_ops DEFAULT FOR TYPE @extschema@.credit USING brin AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(internal, internal, internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR CLASS @extschema@.credit_minmax_ops USING brin IS
'smallest and largest credit of a range of blocks';

-- ---- arithmetic ----

CREATE FUNCTION socu.credit_pl(@extschema@.credit, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_mi(@extschema@.credit, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_um(@extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_mul(@extschema@.credit, numeric) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.numeric_mul_credit(numeric, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_div(@extschema@.credit, numeric) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_div_credit(@extschema@.credit, @extschema@.credit) RETURNS numeric
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION @extschema@.abs(@extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_abs';
COMMENT ON FUNCTION socu.credit_pl(@extschema@.credit, @extschema@.credit) IS
'Support of the operator +. Errors: 22023 two schemes, 22003 out of range.';
COMMENT ON FUNCTION socu.credit_mi(@extschema@.credit, @extschema@.credit) IS
'Support of the operator -. Errors: 22023 two schemes, 22003 out of range.';
COMMENT ON FUNCTION socu.credit_um(@extschema@.credit) IS 'Support of the prefix operator -.';
COMMENT ON FUNCTION socu.credit_mul(@extschema@.credit, numeric) IS
'Support of credit * numeric; rounded half-even to 1/1260000. Error: 22003.';
COMMENT ON FUNCTION socu.numeric_mul_credit(numeric, @extschema@.credit) IS
'Support of numeric * credit; rounded half-even to 1/1260000. Error: 22003.';
COMMENT ON FUNCTION socu.credit_div(@extschema@.credit, numeric) IS
'Support of credit / numeric; rounded half-even to 1/1260000. Errors: 22012, 22003.';
COMMENT ON FUNCTION socu.credit_div_credit(@extschema@.credit, @extschema@.credit) IS
'Support of credit / credit: the ratio of two amounts of one scheme. Errors: 22012, 22023 two schemes.';
COMMENT ON FUNCTION @extschema@.abs(@extschema@.credit) IS 'The credit without its sign.';

CREATE OPERATOR @extschema@.+ (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_pl,
                        COMMUTATOR = OPERATOR(@extschema@.+));
CREATE OPERATOR @extschema@.- (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_mi);
CREATE OPERATOR @extschema@.- (RIGHTARG = @extschema@.credit, FUNCTION = socu.credit_um);
CREATE OPERATOR @extschema@.* (LEFTARG = @extschema@.credit, RIGHTARG = numeric, FUNCTION = socu.credit_mul,
                        COMMUTATOR = OPERATOR(@extschema@.*));
CREATE OPERATOR @extschema@.* (LEFTARG = numeric, RIGHTARG = @extschema@.credit, FUNCTION = socu.numeric_mul_credit,
                        COMMUTATOR = OPERATOR(@extschema@.*));
CREATE OPERATOR @extschema@./ (LEFTARG = @extschema@.credit, RIGHTARG = numeric, FUNCTION = socu.credit_div);
CREATE OPERATOR @extschema@./ (LEFTARG = @extschema@.credit, RIGHTARG = @extschema@.credit,
    FUNCTION = socu.credit_div_credit);
COMMENT ON OPERATOR @extschema@.+(@extschema@.credit, @extschema@.credit) IS 'sum of two credits of one scheme, exact';
COMMENT ON OPERATOR @extschema@.-(@extschema@.credit, @extschema@.credit) IS
'difference of two credits of one scheme, exact';
COMMENT ON OPERATOR @extschema@.-(NONE, @extschema@.credit) IS 'the credit with the opposite sign';
COMMENT ON OPERATOR @extschema@.*(@extschema@.credit, numeric) IS
'multiple of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR @extschema@.*(numeric, @extschema@.credit) IS
'multiple of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR @extschema@./(@extschema@.credit, numeric) IS 'part of a credit, rounded half-even to 1/1260000';
COMMENT ON OPERATOR @extschema@./(@extschema@.credit, @extschema@.credit) IS 'ratio of two credits of one scheme';

CREATE FUNCTION @extschema@.round(credit @extschema@.credit, step numeric DEFAULT 1, mode text DEFAULT 'half_up')
    RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round';
COMMENT ON FUNCTION @extschema@.round(@extschema@.credit, numeric, text) IS
'The nearest multiple of step; modes half_up (halves away from zero), half_even, floor, ceiling, truncate. Errors: '
'22023 step or mode, 22003.';
CREATE FUNCTION @extschema@.round(credit @extschema@.credit, step text, mode text DEFAULT 'half_up')
    RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round_text';
COMMENT ON FUNCTION @extschema@.round(@extschema@.credit, text, text) IS
'The same with the step as text, for a step that is no finite decimal: ''1/3''.';

-- ---- aggregates ----

CREATE AGGREGATE @extschema@.sum(@extschema@.credit) (
    SFUNC = socu.credit_pl, STYPE = @extschema@.credit, COMBINEFUNC = socu.credit_pl,
    MSFUNC = socu.credit_pl, MINVFUNC = socu.credit_mi, MSTYPE = @extschema@.credit, PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.sum(@extschema@.credit) IS
'Exact sum of credits of one scheme; NULL over no rows. Errors: 22023 two schemes, 22003 out of range.';

CREATE FUNCTION socu.credit_larger(@extschema@.credit, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8larger';
CREATE FUNCTION socu.credit_smaller(@extschema@.credit, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8smaller';
COMMENT ON FUNCTION socu.credit_larger(@extschema@.credit, @extschema@.credit) IS 'Support of max.';
COMMENT ON FUNCTION socu.credit_smaller(@extschema@.credit, @extschema@.credit) IS 'Support of min.';
CREATE AGGREGATE @extschema@.max(@extschema@.credit) (
    SFUNC = socu.credit_larger, STYPE = @extschema@.credit, COMBINEFUNC = socu.credit_larger,
    SORTOP = OPERATOR(@extschema@.>),
    PARALLEL = SAFE
);
CREATE AGGREGATE @extschema@.min(@extschema@.credit) (
    SFUNC = socu.credit_smaller, STYPE = @extschema@.credit, COMBINEFUNC = socu.credit_smaller,
    SORTOP = OPERATOR(@extschema@.<),
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.max(@extschema@.credit) IS
'The greatest credit: by scheme, then amount (group by scheme where there are several).';
COMMENT ON AGGREGATE @extschema@.min(@extschema@.credit) IS
'The least credit: by scheme, then amount (group by scheme where there are several).';

CREATE FUNCTION socu.credit_avg_accum(bigint[], @extschema@.credit) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_inverse(bigint[], @extschema@.credit) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_combine(bigint[], bigint[]) RETURNS bigint[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.credit_avg_final(bigint[]) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.credit_avg_accum(bigint[], @extschema@.credit) IS
'Support of avg: state {count, scheme number, sum in units of 1/1260000}.';
COMMENT ON FUNCTION socu.credit_avg_inverse(bigint[], @extschema@.credit) IS 'Support of avg over a moving frame.';
COMMENT ON FUNCTION socu.credit_avg_combine(bigint[], bigint[]) IS 'Support of parallel avg.';
COMMENT ON FUNCTION socu.credit_avg_final(bigint[]) IS 'Support of avg.';
CREATE AGGREGATE @extschema@.avg(@extschema@.credit) (
    SFUNC = socu.credit_avg_accum, STYPE = bigint[], INITCOND = '{0,0,0}', FINALFUNC = socu.credit_avg_final,
    COMBINEFUNC = socu.credit_avg_combine,
    MSFUNC = socu.credit_avg_accum, MINVFUNC = socu.credit_avg_inverse, MSTYPE = bigint[], MINITCOND = '{0,0,0}',
    MFINALFUNC = socu.credit_avg_final, PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.avg(@extschema@.credit) IS
'Mean of credits of one scheme, rounded half-even to 1/1260000; NULL over no rows. Errors: 22023 two schemes, 22003.';
