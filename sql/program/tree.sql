-- program/tree: a code and all below it are one range of an ordinary btree index.

CREATE FUNCTION socu.program_code_first(@extschema@.program_code) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_first';
COMMENT ON FUNCTION socu.program_code_first(@extschema@.program_code) IS
'The first value of the subtree of a code, itself: the lower bound of the index range of <@.';
CREATE FUNCTION socu.program_code_last(@extschema@.program_code) RETURNS @extschema@.program_code
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'program_code_last';
COMMENT ON FUNCTION socu.program_code_last(@extschema@.program_code) IS
'The last code at or below a code: the upper bound of the index range of <@. Null for a stored value that is no code: '
'nothing is below it.';
CREATE FUNCTION socu.program_code_lineage(@extschema@.program_code) RETURNS @extschema@.program_code[]
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.program_code_lineage(@extschema@.program_code) IS
'All codes that a code is at or below by <@, the nearest first: what the index condition of "code <@ column" looks '
'for.';

CREATE FUNCTION socu.program_code_tree_support(internal) RETURNS internal
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.program_code_tree_support(internal) IS
'Planner support of <@ and @>: they use a btree or BRIN index, and prune partitions by range or list.';
CREATE FUNCTION socu.program_code_below_sel(internal, oid, internal, integer) RETURNS double precision
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_above_sel(internal, oid, internal, integer) RETURNS double precision
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_below_joinsel(internal, oid, internal, smallint, internal) RETURNS double precision
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
CREATE FUNCTION socu.program_code_above_joinsel(internal, oid, internal, smallint, internal) RETURNS double precision
    LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.program_code_below_sel(internal, oid, internal, integer) IS
'Restriction estimator of <@, from the column''s statistics.';
COMMENT ON FUNCTION socu.program_code_above_sel(internal, oid, internal, integer) IS
'Restriction estimator of @>, from the column''s statistics.';
COMMENT ON FUNCTION socu.program_code_below_joinsel(internal, oid, internal, smallint, internal) IS
'Join estimator of <@, from the statistics of both columns.';
COMMENT ON FUNCTION socu.program_code_above_joinsel(internal, oid, internal, smallint, internal) IS
'Join estimator of @>, from the statistics of both columns.';

CREATE FUNCTION socu.program_code_below(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE SUPPORT socu.program_code_tree_support AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.program_code_below(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator <@.';
CREATE FUNCTION socu.program_code_above(@extschema@.program_code, @extschema@.program_code) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE SUPPORT socu.program_code_tree_support AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.program_code_above(@extschema@.program_code, @extschema@.program_code) IS
'Support of the operator @>.';

CREATE OPERATOR @extschema@.<@ (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_below,
    COMMUTATOR = OPERATOR(@extschema@.@>), RESTRICT = socu.program_code_below_sel,
    JOIN = socu.program_code_below_joinsel);
CREATE OPERATOR @extschema@.@> (LEFTARG = @extschema@.program_code, RIGHTARG = @extschema@.program_code,
    FUNCTION = socu.program_code_above,
    COMMUTATOR = OPERATOR(@extschema@.<@), RESTRICT = socu.program_code_above_sel,
    JOIN = socu.program_code_above_joinsel);
COMMENT ON OPERATOR @extschema@.<@(@extschema@.program_code, @extschema@.program_code) IS
'is the left code the right one or below it?';
COMMENT ON OPERATOR @extschema@.@>(@extschema@.program_code, @extschema@.program_code) IS
'is the right code the left one or below it?';
