-- program/type: the type program_code, a code of a study programme in a national classifier.

CREATE TYPE @extschema@.program_code;

CREATE FUNCTION socu.program_code_in(cstring) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_out(@extschema@.program_code) RETURNS cstring
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_recv(internal) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_send(@extschema@.program_code) RETURNS bytea
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';

CREATE TYPE @extschema@.program_code (
    INPUT = socu.program_code_in,
    OUTPUT = socu.program_code_out,
    RECEIVE = socu.program_code_recv,
    SEND = socu.program_code_send,
    LIKE = pg_catalog.int8
);
COMMENT ON TYPE @extschema@.program_code IS
'Code of a study programme with its classifier: ''KZ2009:6M070300'', ''RU2013:09.04.02''. 8 bytes; sorts by '
'classifier, then part by part.';

COMMENT ON FUNCTION socu.program_code_in(cstring) IS
'Input of program_code: CLASSIFIER:code, checked by the classifier''s grammar. Errors: 22P02 syntax, unknown '
'classifier or wrong part; 0A000 classifier without a known form.';
COMMENT ON FUNCTION socu.program_code_out(@extschema@.program_code) IS
'Output of program_code: CLASSIFIER:code in the canonical spelling.';
COMMENT ON FUNCTION socu.program_code_recv(internal) IS 'Binary input of program_code: 8 bytes, checked. Error: 22P03.';
COMMENT ON FUNCTION socu.program_code_send(@extschema@.program_code) IS 'Binary output of program_code: 8 bytes.';

-- ---- make and take apart ----

CREATE FUNCTION @extschema@.program_code(code text, classifier text) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_from_text';
COMMENT ON FUNCTION @extschema@.program_code(text, text) IS
'A program_code from two columns. Errors: 22023 unknown classifier, 22P02 wrong code, 0A000 classifier without a known '
'form.';
CREATE FUNCTION @extschema@.classifier(@extschema@.program_code) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_classifier';
COMMENT ON FUNCTION @extschema@.classifier(@extschema@.program_code) IS
'The name of the classifier: KZ2009; the ISO 3166 code of the state where no classifier of its is known.';
CREATE FUNCTION @extschema@.code(@extschema@.program_code) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_code';
COMMENT ON FUNCTION @extschema@.code(@extschema@.program_code) IS
'The code without its classifier, in the canonical spelling.';
CREATE FUNCTION @extschema@.state(@extschema@.program_code) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_state';
COMMENT ON FUNCTION @extschema@.state(@extschema@.program_code) IS
'The ISO 3166 alpha-2 code of the state whose classifier it is; NULL for an international one.';
CREATE FUNCTION @extschema@.level(@extschema@.program_code) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_level';
COMMENT ON FUNCTION @extschema@.level(@extschema@.program_code) IS
'The ISCED 2011 level that the code itself tells, 0 to 8; NULL where it tells none or leaves a choice (a Kyrgyz '
'direction is taught for bachelor and master). Source: docs/program.md.';
CREATE FUNCTION @extschema@.depth(@extschema@.program_code) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_depth';
COMMENT ON FUNCTION @extschema@.depth(@extschema@.program_code) IS
'How many levels of its classifier the code has: 1 for the broadest, one more than that of its parent.';
CREATE FUNCTION @extschema@.listed(@extschema@.program_code) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_listed';
COMMENT ON FUNCTION @extschema@.listed(@extschema@.program_code) IS
'True for a code such as the classifier''s lists hold, false for a heading above them (KZ2009:6M07).';
CREATE FUNCTION @extschema@.parent(@extschema@.program_code) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_parent';
COMMENT ON FUNCTION @extschema@.parent(@extschema@.program_code) IS
'The code one level above, NULL for the broadest. By the grammar alone: no list is read.';
CREATE FUNCTION @extschema@.ancestors(@extschema@.program_code) RETURNS @extschema@.program_code[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_ancestors';
COMMENT ON FUNCTION @extschema@.ancestors(@extschema@.program_code) IS
'All codes above, the nearest first; an empty array for the broadest.';
CREATE FUNCTION @extschema@.common_ancestor(@extschema@.program_code, @extschema@.program_code)
    RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_common_ancestor';
COMMENT ON FUNCTION @extschema@.common_ancestor(@extschema@.program_code, @extschema@.program_code) IS
'The narrowest code that both are at or below; NULL where there is none (other classifiers, other broad fields).';
CREATE FUNCTION @extschema@.program_code_parse(dirty text, hint text DEFAULT NULL, lenient boolean DEFAULT false,
    OUT code @extschema@.program_code, OUT title text, OUT repairs text[], OUT candidates @extschema@.program_code[],
    OUT problem text)
    LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.program_code_parse(text, text, boolean) IS
'What a code written by hand may be. One reading: code, and the title behind it. Else code is NULL and problem tells '
'why: empty, format, ambiguous (candidates holds all readings), multiple (two codes) or hint (not understood). hint: a '
'classifier, state or level. lenient tries repairs and names them in repairs. Raises no error. Source: '
'docs/program.md.';

-- To text, PostgreSQL's own conversion serves (in assignments too); from text, assignments need these.
CREATE CAST (text AS @extschema@.program_code) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (text AS @extschema@.program_code) IS
'Input of program_code; in assignments too, so that a client''s text parameter can be stored. Errors: 22P02, 0A000.';
CREATE CAST (varchar AS @extschema@.program_code) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (varchar AS @extschema@.program_code) IS 'The same for varchar, which JDBC sends.';

-- ---- comparison: classifier number, then part by part; the words compare as bigint does ----

CREATE FUNCTION socu.program_code_lt(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8lt';
CREATE FUNCTION socu.program_code_le(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8le';
CREATE FUNCTION socu.program_code_eq(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8eq';
CREATE FUNCTION socu.program_code_ne(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ne';
CREATE FUNCTION socu.program_code_ge(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8ge';
CREATE FUNCTION socu.program_code_gt(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int8gt';
CREATE FUNCTION socu.program_code_cmp(@extschema@.program_code, @extschema@.program_code) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'btint8cmp';
CREATE FUNCTION socu.program_code_hash(@extschema@.program_code) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8';
CREATE FUNCTION socu.program_code_hash_extended(@extschema@.program_code, bigint) RETURNS bigint
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint8extended';
CREATE FUNCTION socu.program_code_sortsupport(internal) RETURNS void
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'btint8sortsupport';
CREATE FUNCTION socu.program_code_larger(@extschema@.program_code, @extschema@.program_code)
    RETURNS @extschema@.program_code
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8larger';
CREATE FUNCTION socu.program_code_smaller(@extschema@.program_code, @extschema@.program_code)
    RETURNS @extschema@.program_code
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int8smaller';

COMMENT ON FUNCTION socu.program_code_lt(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator <.';
COMMENT ON FUNCTION socu.program_code_le(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator <=.';
COMMENT ON FUNCTION socu.program_code_eq(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator =.';
COMMENT ON FUNCTION socu.program_code_ne(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator <>.';
COMMENT ON FUNCTION socu.program_code_ge(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator >=.';
COMMENT ON FUNCTION socu.program_code_gt(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator >.';
COMMENT ON FUNCTION socu.program_code_cmp(@extschema@.program_code, @extschema@.program_code) IS
'Three-way comparison for btree indexes: classifier, then part by part.';
COMMENT ON FUNCTION socu.program_code_hash(@extschema@.program_code) IS 'Hash of a program_code.';
COMMENT ON FUNCTION socu.program_code_hash_extended(@extschema@.program_code, bigint) IS
'Hash of a program_code with a seed, for partitioning.';
COMMENT ON FUNCTION socu.program_code_sortsupport(internal) IS 'Fast comparison for sorts and index builds.';
COMMENT ON FUNCTION socu.program_code_larger(@extschema@.program_code, @extschema@.program_code) IS 'Support of max.';
COMMENT ON FUNCTION socu.program_code_smaller(@extschema@.program_code, @extschema@.program_code) IS 'Support of min.';

CREATE OPERATOR @extschema@.< (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_lt,
    COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=), RESTRICT = scalarltsel,
    JOIN = scalarltjoinsel);
CREATE OPERATOR @extschema@.<= (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_le,
    COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>), RESTRICT = scalarlesel,
    JOIN = scalarlejoinsel);
CREATE OPERATOR @extschema@.= (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_eq,
    COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>), RESTRICT = eqsel, JOIN = eqjoinsel,
    HASHES, MERGES);
CREATE OPERATOR @extschema@.<> (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_ne,
    COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=), RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR @extschema@.>= (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_ge,
    COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<), RESTRICT = scalargesel,
    JOIN = scalargejoinsel);
CREATE OPERATOR @extschema@.> (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_gt,
    COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=), RESTRICT = scalargtsel,
    JOIN = scalargtjoinsel);
COMMENT ON OPERATOR @extschema@.<(@extschema@.program_code, @extschema@.program_code) IS
'less: by classifier number, then part by part';
COMMENT ON OPERATOR @extschema@.<=(@extschema@.program_code, @extschema@.program_code) IS
'less or equal: by classifier number, then part by part';
COMMENT ON OPERATOR @extschema@.=(@extschema@.program_code, @extschema@.program_code) IS
'equal: same classifier and same code';
COMMENT ON OPERATOR @extschema@.<>(@extschema@.program_code, @extschema@.program_code) IS 'not equal';
COMMENT ON OPERATOR @extschema@.>=(@extschema@.program_code, @extschema@.program_code) IS
'greater or equal: by classifier number, then part by part';
COMMENT ON OPERATOR @extschema@.>(@extschema@.program_code, @extschema@.program_code) IS
'greater: by classifier number, then part by part';

CREATE OPERATOR CLASS @extschema@.program_code_ops DEFAULT FOR TYPE @extschema@.program_code USING btree AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 socu.program_code_cmp(@extschema@.program_code, @extschema@.program_code),
    FUNCTION 2 socu.program_code_sortsupport(internal),
    FUNCTION 4 pg_catalog.btequalimage(oid);
COMMENT ON OPERATOR CLASS @extschema@.program_code_ops USING btree IS
'btree order of codes: classifier, then part by part; a subtree is one range; duplicates are stored once';
CREATE OPERATOR CLASS @extschema@.program_code_ops DEFAULT FOR TYPE @extschema@.program_code USING hash AS
    OPERATOR 1 @extschema@.=,
    FUNCTION 1 socu.program_code_hash(@extschema@.program_code),
    FUNCTION 2 socu.program_code_hash_extended(@extschema@.program_code, bigint);
COMMENT ON OPERATOR CLASS @extschema@.program_code_ops USING hash IS 'hash equality of codes';
CREATE OPERATOR CLASS @extschema@.program_code_minmax_ops DEFAULT FOR TYPE @extschema@.program_code USING brin AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(internal, internal, internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR CLASS @extschema@.program_code_minmax_ops USING brin IS
'smallest and largest code of a range of blocks';

CREATE AGGREGATE @extschema@.max(@extschema@.program_code) (
    SFUNC = socu.program_code_larger, STYPE = @extschema@.program_code, COMBINEFUNC = socu.program_code_larger,
    SORTOP = OPERATOR(@extschema@.>), PARALLEL = SAFE
);
CREATE AGGREGATE @extschema@.min(@extschema@.program_code) (
    SFUNC = socu.program_code_smaller, STYPE = @extschema@.program_code, COMBINEFUNC = socu.program_code_smaller,
    SORTOP = OPERATOR(@extschema@.<), PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.max(@extschema@.program_code) IS 'The last code in the order of codes.';
COMMENT ON AGGREGATE @extschema@.min(@extschema@.program_code) IS 'The first code in the order of codes.';
