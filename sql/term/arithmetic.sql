-- term: counting terms.

CREATE FUNCTION socu.academic_term_distance(@extschema@.academic_term, @extschema@.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_distance(@extschema@.academic_term, @extschema@.academic_term) IS
'How many terms the first is after the second, both of one kind: as many terms a year, both north or south. Support of
the operator -. Error: 22023 for terms of two kinds.';

CREATE OPERATOR @extschema@.+ (LEFTARG = @extschema@.academic_term, RIGHTARG = integer, FUNCTION = @extschema@.next);
COMMENT ON OPERATOR @extschema@.+(@extschema@.academic_term, integer) IS
'the term of the same kind that many terms later';
CREATE OPERATOR @extschema@.- (LEFTARG = @extschema@.academic_term, RIGHTARG = integer,
    FUNCTION = @extschema@.previous);
COMMENT ON OPERATOR @extschema@.-(@extschema@.academic_term, integer) IS
'the term of the same kind that many terms earlier';
CREATE OPERATOR @extschema@.- (LEFTARG = @extschema@.academic_term, RIGHTARG = @extschema@.academic_term,
    FUNCTION = socu.academic_term_distance);
COMMENT ON OPERATOR @extschema@.-(@extschema@.academic_term, @extschema@.academic_term) IS
'how many terms the first is after the second, both of one kind';

CREATE FUNCTION @extschema@.academic_terms(first_term @extschema@.academic_term, last_term @extschema@.academic_term)
    RETURNS SETOF @extschema@.academic_term LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT first_term OPERATOR(@extschema@.+) g.n
    FROM pg_catalog.generate_series(0, last_term OPERATOR(@extschema@.-) first_term) AS g (n);
END;
COMMENT ON FUNCTION @extschema@.academic_terms(@extschema@.academic_term, @extschema@.academic_term) IS
'The terms from one to another of the same kind, both included; none where the last is before the first. Error: 22023
for terms of two kinds.';
