-- term: counting terms.

CREATE FUNCTION socu.academic_term_distance(socu.academic_term, socu.academic_term) RETURNS integer
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.academic_term_distance(socu.academic_term, socu.academic_term) IS
'How many terms the first is after the second, both of one kind: as many terms a year, both north or south. Support of
the operator -. Error: 22023 for terms of two kinds.';

CREATE OPERATOR socu.+ (LEFTARG = socu.academic_term, RIGHTARG = integer, FUNCTION = socu.next);
COMMENT ON OPERATOR socu.+(socu.academic_term, integer) IS 'the term of the same kind that many terms later';
CREATE OPERATOR socu.- (LEFTARG = socu.academic_term, RIGHTARG = integer, FUNCTION = socu.previous);
COMMENT ON OPERATOR socu.-(socu.academic_term, integer) IS 'the term of the same kind that many terms earlier';
CREATE OPERATOR socu.- (LEFTARG = socu.academic_term, RIGHTARG = socu.academic_term,
    FUNCTION = socu.academic_term_distance);
COMMENT ON OPERATOR socu.-(socu.academic_term, socu.academic_term) IS
'how many terms the first is after the second, both of one kind';

CREATE FUNCTION socu.academic_terms(first_term socu.academic_term, last_term socu.academic_term)
    RETURNS SETOF socu.academic_term LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10
BEGIN ATOMIC
    SELECT first_term OPERATOR(socu.+) g.n
    FROM pg_catalog.generate_series(0, last_term OPERATOR(socu.-) first_term) AS g (n);
END;
COMMENT ON FUNCTION socu.academic_terms(socu.academic_term, socu.academic_term) IS
'The terms from one to another of the same kind, both included; none where the last is before the first. Error: 22023
for terms of two kinds.';
