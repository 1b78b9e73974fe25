-- credit: the forms for double precision, which most client languages send for a number.

CREATE FUNCTION @extschema@.credit(amount double precision, scheme text) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_from_float8';
COMMENT ON FUNCTION @extschema@.credit(double precision, text) IS
'A credit from an amount and a scheme label; the amount is the shortest decimal of the double (0.1 is 1/10).
Errors: 22023 unknown scheme, 22003 out of range (NaN, Infinity) or not exact (0.1 + 0.2).';

CREATE FUNCTION socu.credit_mul(@extschema@.credit, double precision) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_mul_float8';
COMMENT ON FUNCTION socu.credit_mul(@extschema@.credit, double precision) IS
'Support of credit * double precision; rounded half-even to 1/1260000. Error: 22003.';
CREATE FUNCTION socu.float8_mul_credit(double precision, @extschema@.credit) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.float8_mul_credit(double precision, @extschema@.credit) IS
'Support of double precision * credit; rounded half-even to 1/1260000. Error: 22003.';
CREATE FUNCTION socu.credit_div(@extschema@.credit, double precision) RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_div_float8';
COMMENT ON FUNCTION socu.credit_div(@extschema@.credit, double precision) IS
'Support of credit / double precision; rounded half-even to 1/1260000. Errors: 22012, 22003.';

CREATE OPERATOR @extschema@.* (
    LEFTARG = @extschema@.credit, RIGHTARG = double precision, FUNCTION = socu.credit_mul,
    COMMUTATOR = OPERATOR(@extschema@.*)
);
CREATE OPERATOR @extschema@.* (
    LEFTARG = double precision, RIGHTARG = @extschema@.credit, FUNCTION = socu.float8_mul_credit,
    COMMUTATOR = OPERATOR(@extschema@.*)
);
CREATE OPERATOR @extschema@./ (LEFTARG = @extschema@.credit, RIGHTARG = double precision, FUNCTION = socu.credit_div);
COMMENT ON OPERATOR @extschema@.*(@extschema@.credit, double precision) IS
'multiple of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';
COMMENT ON OPERATOR @extschema@.*(double precision, @extschema@.credit) IS
'multiple of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';
COMMENT ON OPERATOR @extschema@./(@extschema@.credit, double precision) IS
'part of a credit by the shortest decimal of a double, rounded half-even to 1/1260000';

CREATE FUNCTION @extschema@.round(credit @extschema@.credit, step double precision, mode text DEFAULT 'half_up')
    RETURNS @extschema@.credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'credit_round_float8';
COMMENT ON FUNCTION @extschema@.round(@extschema@.credit, double precision, text) IS
'The nearest multiple of step, the shortest decimal of the double; modes as for a numeric step.
Errors: 22023 step or mode, 22003.';
