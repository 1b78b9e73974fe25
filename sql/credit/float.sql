-- credit: the forms for double precision, which most client languages send for a number.

CREATE FUNCTION socu.credit(amount double precision, scheme text) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_from_float8';
COMMENT ON FUNCTION socu.credit(double precision, text) IS
'A credit from an amount and a scheme label; the amount is the shortest decimal of the double (0.1 is 1/10).
Errors: 22023 unknown scheme, 22003 out of range (NaN, Infinity) or not exact (0.1 + 0.2).';

CREATE FUNCTION socu.credit_mul(socu.credit, double precision) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_mul_float8';
COMMENT ON FUNCTION socu.credit_mul(socu.credit, double precision) IS
'Support of credit * double precision; rounded half-even to 1/1260000. Error: 22003.';
CREATE FUNCTION socu.float8_mul_credit(double precision, socu.credit) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.float8_mul_credit(double precision, socu.credit) IS
'Support of double precision * credit; rounded half-even to 1/1260000. Error: 22003.';
CREATE FUNCTION socu.credit_div(socu.credit, double precision) RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_div_float8';
COMMENT ON FUNCTION socu.credit_div(socu.credit, double precision) IS
'Support of credit / double precision; rounded half-even to 1/1260000. Errors: 22012, 22003.';

CREATE OPERATOR socu.* (
    LEFTARG = socu.credit, RIGHTARG = double precision, FUNCTION = socu.credit_mul, COMMUTATOR = OPERATOR(socu.*)
);
CREATE OPERATOR socu.* (
    LEFTARG = double precision, RIGHTARG = socu.credit, FUNCTION = socu.float8_mul_credit,
    COMMUTATOR = OPERATOR(socu.*)
);
CREATE OPERATOR socu./ (LEFTARG = socu.credit, RIGHTARG = double precision, FUNCTION = socu.credit_div);
COMMENT ON OPERATOR socu.*(socu.credit, double precision) IS
'multiple of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';
COMMENT ON OPERATOR socu.*(double precision, socu.credit) IS
'multiple of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';
COMMENT ON OPERATOR socu./(socu.credit, double precision) IS
'part of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';

CREATE FUNCTION socu.round(credit socu.credit, step double precision, mode text DEFAULT 'half_up') RETURNS socu.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round_float8';
COMMENT ON FUNCTION socu.round(socu.credit, double precision, text) IS
'The nearest multiple of step, the shortest decimal of the double; modes as for a numeric step.
Errors: 22023 step or mode, 22003.';
