-- term: academic terms as people write them.

CREATE FUNCTION @extschema@.academic_term_parse(input text, hint text DEFAULT NULL, lenient boolean DEFAULT false,
    OUT term @extschema@.academic_term, OUT repairs text[], OUT candidates @extschema@.academic_term[],
    OUT problem text)
    LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.academic_term_parse(text, text, boolean) IS
'Reads an academic term as people write it (2024/25; Fall 2024; 2024年春季学期; осенний семестр 2024/2025): one reading or
none, never an error. hint: a state, a year, terms=3 (how many terms a year has). lenient: one repair may be tried;
repairs names it. problem: NULL (one reading), empty, format, ambiguous (all readings in candidates), multiple,
not_in_ewp (a summer or other extra term: no term of EWP means it), hint.';
