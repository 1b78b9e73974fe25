-- ground: the planner support functions need no right of whoever plans, and trust no order but socu's own.

BEGIN;
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL client_min_messages = warning;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
CREATE SCHEMA planner_test;
CREATE TABLE planner_test.course (code public.program_code, term public.academic_term);
INSERT INTO planner_test.course VALUES ('ISCEDF:0613', '2024/2025-1/2'), ('ISCEDF:0611', '2024/2025-2/2'), ('ISCEDF:07', '2025/2026'), ('ISCEDF:06', '2023/2024-1/2');
CREATE TABLE planner_test.asked (field public.program_code, year public.academic_term);
INSERT INTO planner_test.asked VALUES ('ISCEDF:061', '2024/2025');
CREATE INDEX course_code ON planner_test.course (code);
CREATE INDEX course_term ON planner_test.course (term);
CREATE VIEW planner_test.below AS SELECT c.code FROM planner_test.course c, planner_test.asked a WHERE c.code OPERATOR(public.<@) a.field;
CREATE VIEW planner_test.above AS SELECT c.code FROM planner_test.course c, planner_test.asked a WHERE a.field OPERATOR(public.<@) c.code;
CREATE VIEW planner_test.within AS SELECT c.term FROM planner_test.course c, planner_test.asked a WHERE c.term OPERATOR(public.<@) a.year;
CREATE VIEW planner_test.meets AS SELECT c.term FROM planner_test.course c, planner_test.asked a WHERE c.term OPERATOR(public.&&) a.year;

-- ---- without USAGE on the schema ----
CREATE ROLE regress_socu_planner;
GRANT USAGE ON SCHEMA planner_test TO regress_socu_planner;
GRANT SELECT ON ALL TABLES IN SCHEMA planner_test TO regress_socu_planner;
REVOKE USAGE ON SCHEMA socu FROM PUBLIC;
SET ROLE regress_socu_planner;
SELECT pg_catalog.has_schema_privilege('socu', 'USAGE');
SELECT * FROM planner_test.below ORDER BY 1;
SELECT * FROM planner_test.above ORDER BY 1;
SELECT * FROM planner_test.within ORDER BY 1;
SELECT * FROM planner_test.meets ORDER BY 1;
RESET ROLE;
GRANT USAGE ON SCHEMA socu TO PUBLIC;

-- ---- an operator class that sorts the other way round: no index condition, the same rows ----
DROP INDEX planner_test.course_code, planner_test.course_term;
CREATE FUNCTION planner_test.code_cmp(public.program_code, public.program_code) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN -socu.program_code_cmp($1, $2);
CREATE FUNCTION planner_test.term_cmp(public.academic_term, public.academic_term) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN -socu.academic_term_cmp($1, $2);
CREATE OPERATOR CLASS planner_test.code_reversed FOR TYPE public.program_code USING btree AS
    OPERATOR 1 public.>, OPERATOR 2 public.>=, OPERATOR 3 public.=, OPERATOR 4 public.<=, OPERATOR 5 public.<,
    FUNCTION 1 planner_test.code_cmp(public.program_code, public.program_code);
CREATE OPERATOR CLASS planner_test.term_reversed FOR TYPE public.academic_term USING btree AS
    OPERATOR 1 public.>, OPERATOR 2 public.>=, OPERATOR 3 public.=, OPERATOR 4 public.<=, OPERATOR 5 public.<,
    FUNCTION 1 planner_test.term_cmp(public.academic_term, public.academic_term);
CREATE INDEX course_code ON planner_test.course (code planner_test.code_reversed);
CREATE INDEX course_term ON planner_test.course (term planner_test.term_reversed);
SELECT code FROM planner_test.course WHERE code OPERATOR(public.<@) 'ISCEDF:061' ORDER BY 1;
SELECT code FROM planner_test.course WHERE code OPERATOR(public.@>) 'ISCEDF:061' ORDER BY 1;
SELECT term FROM planner_test.course WHERE term OPERATOR(public.<@) '2024/2025' ORDER BY 1;
SELECT * FROM planner_test.below ORDER BY 1;
SELECT * FROM planner_test.above ORDER BY 1;
SELECT * FROM planner_test.within ORDER BY 1;
DROP INDEX planner_test.course_code, planner_test.course_term;

-- ---- row security: what cannot leak still uses the index ----
CREATE INDEX course_code ON planner_test.course (code);
CREATE INDEX course_term ON planner_test.course (term);
CREATE FUNCTION planner_test.may_see(public.program_code) RETURNS boolean LANGUAGE plpgsql STABLE COST 10000 AS 'BEGIN RETURN true; END';
ALTER TABLE planner_test.course ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON planner_test.course USING (planner_test.may_see(code));
GRANT SELECT ON planner_test.course TO regress_socu_planner;
SET ROLE regress_socu_planner;
EXPLAIN (COSTS OFF) SELECT code FROM planner_test.course WHERE code OPERATOR(public.=) 'ISCEDF:0613';
EXPLAIN (COSTS OFF) SELECT code FROM planner_test.course WHERE code OPERATOR(public.<@) 'ISCEDF:061';
EXPLAIN (COSTS OFF) SELECT term FROM planner_test.course WHERE term OPERATOR(public.<@) '2024/2025';
RESET ROLE;
ROLLBACK;
