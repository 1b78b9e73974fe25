-- The three value types in what clients use: text columns, JSON, rows, arrays.
SET search_path = public, socu;
BEGIN;

-- Every base type of the extension: to text as an assignment, from text and varchar as an assignment.
CREATE TEMPORARY TABLE value_type AS
SELECT t.oid, t.typname, e.example
FROM pg_type AS t
LEFT JOIN (VALUES ('credit', '10/3 CN'), ('program_code', 'KZ2009:6M070300'), ('academic_term', '2024/2025-1/2')) AS e (typname, example)
    USING (typname)
WHERE t.oid IN (SELECT objid FROM pg_depend WHERE classid = 'pg_type'::regclass AND deptype = 'e'
                AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'socu')) AND t.typtype = 'b' AND t.typcategory <> 'A';
SELECT typname, example FROM value_type ORDER BY 1;
-- QQ is left to users, AB is nobody's
SELECT code, socu.is_state(code) FROM (VALUES ('KZ'), ('kz'), ('QQ'), ('AB'), ('??'), ('_T'), ('KZ '), ('Ж'), (''), (NULL)) AS v (code);
CREATE TEMPORARY TABLE plain (of text, t text, v varchar(40));
DO $$
DECLARE
    ty record;
BEGIN
    FOR ty IN SELECT * FROM value_type ORDER BY typname LOOP
        EXECUTE format('CREATE TEMPORARY TABLE typed_%1$s (x %1$s, y %1$s[], z %1$s)', ty.typname);
        EXECUTE format('INSERT INTO plain SELECT %2$L, x, x FROM (SELECT %1$L::%2$I AS x) AS s', ty.example, ty.typname);
        EXECUTE format('INSERT INTO typed_%s SELECT t, ARRAY[t]::%1$s[], v FROM plain WHERE of = %1$L', ty.typname);
        -- JSON: a text, there and back, alone, in a row, in an array
        EXECUTE format($q$
            INSERT INTO typed_%1$s
            SELECT r.* FROM typed_%1$s AS s, jsonb_populate_record(NULL::typed_%1$s, to_jsonb(s)) AS r
            UNION ALL SELECT r.* FROM typed_%1$s AS s, json_populate_record(NULL::typed_%1$s, row_to_json(s)) AS r
            UNION ALL SELECT r.* FROM typed_%1$s AS s, json_to_record(row_to_json(s)) AS r (x %1$s, y %1$s[], z %1$s)
            UNION ALL SELECT r.* FROM (SELECT json_agg(s) AS a FROM typed_%1$s AS s) AS s, json_populate_recordset(NULL::typed_%1$s, a) AS r
            $q$, ty.typname);
    END LOOP;
END
$$;
SELECT * FROM plain;
SELECT count(*), x, y, z FROM typed_credit GROUP BY x, y, z;
SELECT count(*), x, y, z FROM typed_program_code GROUP BY x, y, z;
SELECT count(*), x, y, z FROM typed_academic_term GROUP BY x, y, z;
SELECT DISTINCT s.j FROM (SELECT to_jsonb(s) AS j FROM typed_credit AS s
    UNION ALL SELECT to_jsonb(s) FROM typed_program_code AS s UNION ALL SELECT to_jsonb(s) FROM typed_academic_term AS s) AS s ORDER BY j;
SELECT jsonb_build_object(credit '7.5 ECTS', academic_term '2024/2025'), json_object_agg(program_code 'RU2013:09.04.02', credit '7.5 ECTS');

-- What is no value of the type is refused with its own error, in JSON too; a number has no scheme.
SAVEPOINT s;
SELECT * FROM jsonb_to_record('{"x": 7.5}') AS r (x credit);
ROLLBACK TO s;
INSERT INTO typed_credit (x) SELECT '7.5'::text;
ROLLBACK TO s;
INSERT INTO typed_program_code (x) SELECT 'KZ2009:'::varchar;
ROLLBACK TO s;
INSERT INTO typed_academic_term (x) SELECT ''::text;
ROLLBACK TO s;
-- An assignment it is, no more: an operator does not turn a text into a value.
\set VERBOSITY sqlstate
SELECT credit '7.5 ECTS' = '7.5 ECTS'::text;
\set VERBOSITY default
ROLLBACK;
