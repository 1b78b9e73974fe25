-- term/type: academic terms, a type of 4 bytes.

CREATE TYPE @extschema@.academic_term;

CREATE FUNCTION socu.academic_term_in(cstring) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_in(cstring) IS
'Reads an academic term: ''2024/2025-1/2'' is the first of two terms, ''2024/2025'' the whole year. Errors: 22P02 (not '
'of this form), 22008 (no such year or term).';
CREATE FUNCTION socu.academic_term_out(@extschema@.academic_term) RETURNS cstring
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_out(@extschema@.academic_term) IS
'Writes an academic term as an EWP identifier: ''2024/2025-1/2''; the whole year is ''2024/2025-1/1''.';
CREATE FUNCTION socu.academic_term_recv(internal) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_recv(internal) IS
'Reads the binary form of an academic term (4 bytes, checked). Error: 22P03.';
CREATE FUNCTION socu.academic_term_send(@extschema@.academic_term) RETURNS bytea
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_send(@extschema@.academic_term) IS
'Writes the binary form of an academic term (4 bytes).';

CREATE TYPE @extschema@.academic_term (
    INPUT = socu.academic_term_in,
    OUTPUT = socu.academic_term_out,
    RECEIVE = socu.academic_term_recv,
    SEND = socu.academic_term_send,
    LIKE = pg_catalog.int4
);
COMMENT ON TYPE @extschema@.academic_term IS
'Academic term: part k of n equal parts (n up to 9) of an academic year, written as EWP does: ''2024/2025-1/2''; a '
'year from January is ''2025/2025''. 4 bytes. Sorts by start, longer terms first. Source: EWP academic-term v2, '
'EwpAcademicTermId.';

-- Stored terms sort as integers, so PostgreSQL's own code for int4 compares, hashes and sorts them.

CREATE FUNCTION socu.academic_term_lt(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4lt';
COMMENT ON FUNCTION socu.academic_term_lt(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator <.';

CREATE FUNCTION socu.academic_term_le(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4le';
COMMENT ON FUNCTION socu.academic_term_le(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator <=.';

CREATE FUNCTION socu.academic_term_eq(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4eq';
COMMENT ON FUNCTION socu.academic_term_eq(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator =.';

CREATE FUNCTION socu.academic_term_ne(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4ne';
COMMENT ON FUNCTION socu.academic_term_ne(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator <>.';

CREATE FUNCTION socu.academic_term_ge(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4ge';
COMMENT ON FUNCTION socu.academic_term_ge(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator >=.';

CREATE FUNCTION socu.academic_term_gt(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'int4gt';
COMMENT ON FUNCTION socu.academic_term_gt(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator >.';

CREATE FUNCTION socu.academic_term_cmp(@extschema@.academic_term, @extschema@.academic_term) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'btint4cmp';
COMMENT ON FUNCTION socu.academic_term_cmp(@extschema@.academic_term, @extschema@.academic_term) IS
'Order of two academic terms (btree): negative, zero or positive.';

CREATE FUNCTION socu.academic_term_hash(@extschema@.academic_term) RETURNS integer
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint4';
COMMENT ON FUNCTION socu.academic_term_hash(@extschema@.academic_term) IS 'Hash of an academic term, 32 bits.';
CREATE FUNCTION socu.academic_term_hash_extended(@extschema@.academic_term, bigint) RETURNS bigint
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashint4extended';
COMMENT ON FUNCTION socu.academic_term_hash_extended(@extschema@.academic_term, bigint) IS
'Hash of an academic term with a seed, 64 bits.';

CREATE OPERATOR @extschema@.< (
    FUNCTION = socu.academic_term_lt, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.>), NEGATOR = OPERATOR(@extschema@.>=), RESTRICT = pg_catalog.scalarltsel,
    JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR @extschema@.< (@extschema@.academic_term, @extschema@.academic_term) IS
'sorts before: earlier start, or the same start and longer';

CREATE OPERATOR @extschema@.<= (
    FUNCTION = socu.academic_term_le, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.>=), NEGATOR = OPERATOR(@extschema@.>), RESTRICT = pg_catalog.scalarlesel,
    JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR @extschema@.<= (@extschema@.academic_term, @extschema@.academic_term) IS
'sorts before or is the same term';

CREATE OPERATOR @extschema@.= (
    FUNCTION = socu.academic_term_eq, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.=), NEGATOR = OPERATOR(@extschema@.<>), RESTRICT = pg_catalog.eqsel,
    JOIN = pg_catalog.eqjoinsel,
    HASHES, MERGES
);
COMMENT ON OPERATOR @extschema@.= (@extschema@.academic_term, @extschema@.academic_term) IS 'same academic term';

CREATE OPERATOR @extschema@.<> (
    FUNCTION = socu.academic_term_ne, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.<>), NEGATOR = OPERATOR(@extschema@.=), RESTRICT = pg_catalog.neqsel,
    JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR @extschema@.<> (@extschema@.academic_term, @extschema@.academic_term) IS 'different academic terms';

CREATE OPERATOR @extschema@.>= (
    FUNCTION = socu.academic_term_ge, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.<=), NEGATOR = OPERATOR(@extschema@.<), RESTRICT = pg_catalog.scalargesel,
    JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR @extschema@.>= (@extschema@.academic_term, @extschema@.academic_term) IS
'sorts after or is the same term';

CREATE OPERATOR @extschema@.> (
    FUNCTION = socu.academic_term_gt, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.<), NEGATOR = OPERATOR(@extschema@.<=), RESTRICT = pg_catalog.scalargtsel,
    JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR @extschema@.> (@extschema@.academic_term, @extschema@.academic_term) IS
'sorts after: later start, or the same start and shorter';

CREATE OPERATOR CLASS @extschema@.academic_term_ops DEFAULT FOR TYPE @extschema@.academic_term USING btree AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 socu.academic_term_cmp(@extschema@.academic_term, @extschema@.academic_term),
    FUNCTION 2 pg_catalog.btint4sortsupport(internal),
    FUNCTION 4 pg_catalog.btequalimage(oid);
COMMENT ON OPERATOR CLASS @extschema@.academic_term_ops USING btree IS
'order of academic terms: by start, longer terms first';

CREATE OPERATOR CLASS @extschema@.academic_term_ops DEFAULT FOR TYPE @extschema@.academic_term USING hash AS
    OPERATOR 1 @extschema@.=,
    FUNCTION 1 socu.academic_term_hash(@extschema@.academic_term),
    FUNCTION 2 socu.academic_term_hash_extended(@extschema@.academic_term, bigint);
COMMENT ON OPERATOR CLASS @extschema@.academic_term_ops USING hash IS 'equality of academic terms';

CREATE OPERATOR CLASS @extschema@.academic_term_minmax_ops DEFAULT FOR TYPE @extschema@.academic_term USING brin AS
    OPERATOR 1 @extschema@.<, OPERATOR 2 @extschema@.<=, OPERATOR 3 @extschema@.=, OPERATOR 4 @extschema@.>=,
    OPERATOR 5 @extschema@.>,
    FUNCTION 1 pg_catalog.brin_minmax_opcinfo(internal),
    FUNCTION 2 pg_catalog.brin_minmax_add_value(internal, internal, internal, internal),
    FUNCTION 3 pg_catalog.brin_minmax_consistent(internal, internal, internal),
    FUNCTION 4 pg_catalog.brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR CLASS @extschema@.academic_term_minmax_ops USING brin IS
'first and last academic term of each block range';

CREATE FUNCTION socu.academic_term_smaller(@extschema@.academic_term, @extschema@.academic_term)
    RETURNS @extschema@.academic_term
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4smaller';
COMMENT ON FUNCTION socu.academic_term_smaller(@extschema@.academic_term, @extschema@.academic_term) IS
'The one that sorts first; step of min.';
CREATE FUNCTION socu.academic_term_larger(@extschema@.academic_term, @extschema@.academic_term)
    RETURNS @extschema@.academic_term
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4larger';
COMMENT ON FUNCTION socu.academic_term_larger(@extschema@.academic_term, @extschema@.academic_term) IS
'The one that sorts last; step of max.';
CREATE AGGREGATE @extschema@.min(@extschema@.academic_term) (
    SFUNC = socu.academic_term_smaller, STYPE = @extschema@.academic_term, COMBINEFUNC = socu.academic_term_smaller,
    SORTOP = OPERATOR(@extschema@.<), PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.min(@extschema@.academic_term) IS
'Earliest academic term (of those that start together the longest); NULL of no rows.';
CREATE AGGREGATE @extschema@.max(@extschema@.academic_term) (
    SFUNC = socu.academic_term_larger, STYPE = @extschema@.academic_term, COMBINEFUNC = socu.academic_term_larger,
    SORTOP = OPERATOR(@extschema@.>), PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.max(@extschema@.academic_term) IS
'Latest academic term (of those that start together the shortest); NULL of no rows.';

-- Spans on the nominal line of time.

CREATE FUNCTION socu.academic_term_first_within(@extschema@.academic_term) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_first_within(@extschema@.academic_term) IS
'The first term in sort order that may lie within a term. For academic_term_support.';
CREATE FUNCTION socu.academic_term_first_overlapping(@extschema@.academic_term) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_first_overlapping(@extschema@.academic_term) IS
'The first term in sort order that may overlap a term. For academic_term_support.';
CREATE FUNCTION socu.academic_term_last_beginning_in(@extschema@.academic_term) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_last_beginning_in(@extschema@.academic_term) IS
'The last term in sort order that begins before a term ends. For academic_term_support.';

CREATE FUNCTION socu.academic_term_support(internal) RETURNS internal
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_support(internal) IS
'Planner support: column <@ term, term @> column and && become an interval of a btree or BRIN index.';

CREATE FUNCTION socu.academic_term_contains(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE SUPPORT socu.academic_term_support AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_contains(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator @>.';
CREATE OPERATOR @extschema@.@> (
    FUNCTION = socu.academic_term_contains, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.<@), RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @extschema@.@> (@extschema@.academic_term, @extschema@.academic_term) IS
'span of the first term covers that of the second';

CREATE FUNCTION socu.academic_term_contained(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE SUPPORT socu.academic_term_support AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_contained(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator <@.';
CREATE OPERATOR @extschema@.<@ (
    FUNCTION = socu.academic_term_contained, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.@>), RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @extschema@.<@ (@extschema@.academic_term, @extschema@.academic_term) IS
'span of the first term lies within that of the second';

CREATE FUNCTION socu.academic_term_overlaps(@extschema@.academic_term, @extschema@.academic_term) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE SUPPORT socu.academic_term_support AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_overlaps(@extschema@.academic_term, @extschema@.academic_term) IS
'Implementation of operator &&.';
CREATE OPERATOR @extschema@.&& (
    FUNCTION = socu.academic_term_overlaps, LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    COMMUTATOR = OPERATOR(@extschema@.&&), RESTRICT = pg_catalog.matchingsel, JOIN = pg_catalog.matchingjoinsel
);
COMMENT ON OPERATOR @extschema@.&& (@extschema@.academic_term, @extschema@.academic_term) IS
'spans of the two terms have some time in common';

-- Making terms and taking them apart.

CREATE FUNCTION @extschema@.academic_term(start_year integer, part integer DEFAULT 1, parts integer DEFAULT 1,
                                   southern boolean DEFAULT false) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_make';
COMMENT ON FUNCTION @extschema@.academic_term(start_year integer, part integer, parts integer, southern boolean) IS
'Makes an academic term: term part of parts of the academic year that begins in start_year; southern years begin in '
'January. Error: 22008.';

CREATE FUNCTION @extschema@.academic_year(term @extschema@.academic_term) RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_year';
COMMENT ON FUNCTION @extschema@.academic_year(term @extschema@.academic_term) IS
'The whole academic year of a term, as a term.';

CREATE FUNCTION @extschema@.academic_year_id(term @extschema@.academic_term) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_year_id';
COMMENT ON FUNCTION @extschema@.academic_year_id(term @extschema@.academic_term) IS
'The academic year of a term as EWP writes it (AcademicYearId): 2024/2025.';

CREATE FUNCTION @extschema@.part(term @extschema@.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_part';
COMMENT ON FUNCTION @extschema@.part(term @extschema@.academic_term) IS
'Number of the term within its year, from 1 (EWP term-number).';

CREATE FUNCTION @extschema@.parts(term @extschema@.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_parts';
COMMENT ON FUNCTION @extschema@.parts(term @extschema@.academic_term) IS
'Number of terms of this kind in a year: 1 for the whole year, 2 for semesters, up to 9 (EWP total-terms).';

CREATE FUNCTION @extschema@.start_year(term @extschema@.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_start_year';
COMMENT ON FUNCTION @extschema@.start_year(term @extschema@.academic_term) IS
'Calendar year in which the academic year of a term begins.';

CREATE FUNCTION @extschema@.southern(term @extschema@.academic_term) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_southern';
COMMENT ON FUNCTION @extschema@.southern(term @extschema@.academic_term) IS
'Does the academic year of the term begin in January (2025/2025)?';

CREATE FUNCTION @extschema@.statistical_year(term @extschema@.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_end_year';
COMMENT ON FUNCTION @extschema@.statistical_year(term @extschema@.academic_term) IS
'Year under which statistics count the term: the calendar year in which its academic year ends (UNESCO UIS): 2025 for '
'2024/2025-1/2 and for 2025/2025.';

CREATE FUNCTION @extschema@.next(term @extschema@.academic_term, steps integer DEFAULT 1)
    RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_next';
COMMENT ON FUNCTION @extschema@.next(term @extschema@.academic_term, steps integer) IS
'The term of the same kind that many steps later: the second of two is followed by the first of the next year. Error: '
'22008.';

CREATE FUNCTION @extschema@.previous(term @extschema@.academic_term, steps integer DEFAULT 1)
    RETURNS @extschema@.academic_term
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'academic_term_previous';
COMMENT ON FUNCTION @extschema@.previous(term @extschema@.academic_term, steps integer) IS
'The term of the same kind that many steps earlier. Error: 22008.';

CREATE FUNCTION socu.academic_term_diff(@extschema@.academic_term, @extschema@.academic_term) RETURNS double precision
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_diff(@extschema@.academic_term, @extschema@.academic_term) IS
'Years from the start of the second term to the start of the first; measure of academic_term_range.';

CREATE CAST (@extschema@.academic_term AS pg_catalog.int4) WITHOUT FUNCTION;
COMMENT ON CAST (@extschema@.academic_term AS pg_catalog.int4) IS
'The stored integer of a term; it sorts as terms do. For exclusion constraints and other places that want an integer.';

-- To text, PostgreSQL's own conversion serves (in assignments too); from text, assignments need these.
CREATE CAST (text AS @extschema@.academic_term) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (text AS @extschema@.academic_term) IS
'Input of academic_term; in assignments too, so that a client''s text parameter can be stored. Errors: 22P02, 22008.';
CREATE CAST (varchar AS @extschema@.academic_term) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (varchar AS @extschema@.academic_term) IS 'The same for varchar, which JDBC sends.';

-- Not made canonical: which term follows depends on how a year is divided.  Write ranges half-open.
CREATE TYPE @extschema@.academic_term_range AS RANGE (
    SUBTYPE = @extschema@.academic_term,
    SUBTYPE_OPCLASS = @extschema@.academic_term_ops,
    SUBTYPE_DIFF = socu.academic_term_diff,
    MULTIRANGE_TYPE_NAME = @extschema@.academic_term_multirange
);
COMMENT ON TYPE @extschema@.academic_term_range IS
'Range of academic terms in their sort order; ''[2024/2025,2026/2027)'' holds every term that begins in two academic '
'years. Not canonical: write ranges half-open.';
COMMENT ON TYPE @extschema@.academic_term_multirange IS 'Set of ranges of academic terms.';
