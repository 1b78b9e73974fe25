-- credit: credits as people write them.

CREATE FUNCTION @extschema@.credit_parse(input text, hint text DEFAULT NULL, lenient boolean DEFAULT false,
    OUT credit @extschema@.credit, OUT repairs text[], OUT candidates @extschema@.credit[], OUT problem text)
    LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'credit_parse_sql';
COMMENT ON FUNCTION @extschema@.credit_parse(text, text, boolean) IS
'Reads a credit as people write it (7,5 ECTS; 3 з.е.; 2.5学分; 7½ ECTS): one reading or none, never an error.
hint: a scheme, a state, a year. lenient: one repair may be tried; repairs names it.
problem: NULL (one reading), empty, format, ambiguous (all readings in candidates), multiple,
scheme (an amount whose scheme nothing tells), hint.';
