-- Every way in which an object can compare values of socu's types.  Each name stands once: tests/t/ground_problems.pl asks which
-- of them a dump loses, and whether socu.dump_problems() names just these.
CREATE TABLE line (id int PRIMARY KEY, code program_code, credit credit, planned credit, flag bool, term academic_term);
INSERT INTO line VALUES (1, 'RU2013:09.03.02', '6 ECTS', '5 ECTS', true, '2024/2025-1/2');
CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- views
CREATE VIEW v_operator AS SELECT id FROM line WHERE credit = '6 ECTS' AND NOT term <> '2024/2025-1/2';
CREATE VIEW v_in AS SELECT id FROM line WHERE credit IN ('6 ECTS', '7 ECTS');
CREATE VIEW v_not_in AS SELECT id FROM line WHERE credit NOT IN (SELECT planned FROM line);
CREATE VIEW v_between AS SELECT id FROM line WHERE credit BETWEEN SYMMETRIC '6 ECTS' AND '7 ECTS';
CREATE VIEW v_any AS SELECT id FROM line WHERE credit = ANY (ARRAY['6 ECTS']::credit[]);
CREATE VIEW v_greatest AS SELECT GREATEST(credit, planned) AS c FROM line;
CREATE VIEW v_order AS SELECT DISTINCT ON (code) credit FROM line ORDER BY code, credit DESC;
CREATE VIEW v_group AS SELECT code, sum(credit) AS c, count(DISTINCT credit) AS n FROM line GROUP BY GROUPING SETS (code, ());
CREATE VIEW v_window AS SELECT rank() OVER (PARTITION BY code ORDER BY credit) AS r FROM line;
CREATE VIEW v_union AS SELECT credit FROM line UNION SELECT planned FROM line EXCEPT SELECT '1 ECTS';
CREATE VIEW v_recursive AS WITH RECURSIVE r(c) AS (SELECT credit FROM line UNION SELECT planned FROM line JOIN r ON r.c = line.credit)
    CYCLE c SET looped USING path SELECT c FROM r;
CREATE VIEW v_searched_case AS SELECT CASE WHEN credit = '6 ECTS' THEN 1 END AS x FROM line;
CREATE VIEW v_case_of_id AS SELECT CASE id WHEN 1 THEN credit = '6 ECTS' END AS x FROM line;
CREATE VIEW v_join_on AS SELECT a.id FROM line a JOIN line b ON a.code = b.code;
CREATE VIEW v_join_id AS SELECT id FROM line a JOIN line b USING (id) WHERE a.credit = b.planned;
CREATE VIEW v_arrays AS SELECT id FROM line WHERE ARRAY[credit] IS DISTINCT FROM ARRAY[planned];
CREATE VIEW v_whole_rows AS SELECT a.id FROM line a, line b WHERE a IS DISTINCT FROM b;
CREATE VIEW v_row_equal AS SELECT a.id FROM line a, line b WHERE (a.credit, a.id) = (b.credit, b.id);
CREATE VIEW v_row_of_ours AS SELECT a.id FROM line a, line b WHERE (a.credit, a.code) < (b.credit, b.code);
CREATE VIEW v_rows_in_ours AS SELECT id FROM line WHERE (credit, code) IN (SELECT credit, code FROM line);
CREATE VIEW v_id_distinct AS SELECT id FROM line WHERE id IS DISTINCT FROM 3 AND NULLIF(id, 4) > 0;
CREATE VIEW v_distinct AS SELECT id FROM line WHERE credit IS DISTINCT FROM planned AND id IS DISTINCT FROM 3;
CREATE VIEW v_not_distinct AS SELECT id FROM line WHERE term IS NOT DISTINCT FROM '2024/2025-1/2';
CREATE VIEW v_nullif AS SELECT NULLIF(credit, '0 ECTS') AS c FROM line;
CREATE VIEW v_simple_case AS SELECT CASE code WHEN 'RU2013:09.03.02' THEN 1 ELSE 2 END AS x FROM line;
CREATE VIEW v_using AS SELECT line.id FROM line JOIN line b USING (code);
CREATE VIEW v_natural AS SELECT a.id FROM line a NATURAL JOIN line b;
CREATE VIEW v_row_less AS SELECT a.id FROM line a, line b WHERE (a.credit, a.id) < (b.credit, b.id);
CREATE VIEW v_row_id_first AS SELECT a.id FROM line a, line b WHERE (a.id, a.credit) <= (b.id, b.credit);
CREATE VIEW v_row_in AS SELECT id FROM line WHERE (credit, id) IN (SELECT credit, id FROM line);
CREATE VIEW v_row_not_in AS SELECT id FROM line WHERE (id, credit) NOT IN (SELECT id, credit FROM line);
CREATE VIEW v_row_all AS SELECT id FROM line WHERE (credit, id) < ALL (SELECT credit, id FROM line);
CREATE VIEW v_row_scalar AS SELECT id FROM line WHERE (credit, id) = (SELECT credit, id FROM line);
CREATE VIEW v_row_distinct AS SELECT id FROM line WHERE ROW(credit, id) IS DISTINCT FROM ROW(planned, id);
CREATE VIEW v_subquery AS SELECT (SELECT count(*) FROM line b WHERE b.credit IS DISTINCT FROM a.credit) AS n FROM line a;
CREATE VIEW v_lateral AS SELECT id FROM line, LATERAL unnest(ARRAY[credit IS DISTINCT FROM planned]) z;
CREATE VIEW v_with AS WITH x AS (SELECT NULLIF(credit, planned) AS c FROM line) SELECT c FROM x;
CREATE VIEW v_aggregate AS SELECT count(*) FILTER (WHERE credit IS DISTINCT FROM planned) AS n FROM line HAVING count(*) > 1;
CREATE VIEW v_window_clause AS SELECT sum(credit) OVER (PARTITION BY NULLIF(code, 'RU2013:09.03.02')) AS c FROM line;
CREATE MATERIALIZED VIEW m_operator AS SELECT id FROM line WHERE credit = planned;
CREATE MATERIALIZED VIEW m_distinct AS SELECT id FROM line WHERE credit IS DISTINCT FROM planned;

-- triggers, policies, rules
CREATE TRIGGER t_operator BEFORE UPDATE ON line FOR EACH ROW WHEN (OLD.credit <> NEW.credit) EXECUTE FUNCTION fire();
CREATE TRIGGER t_coalesce BEFORE UPDATE ON line FOR EACH ROW
    WHEN (NOT coalesce(OLD.credit = NEW.credit, OLD.credit IS NULL AND NEW.credit IS NULL)) EXECUTE FUNCTION fire();
CREATE TRIGGER t_whole_rows BEFORE UPDATE ON line FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fire();
CREATE TRIGGER t_distinct BEFORE UPDATE ON line FOR EACH ROW WHEN (OLD.credit IS DISTINCT FROM NEW.credit) EXECUTE FUNCTION fire();
ALTER TABLE line ENABLE ROW LEVEL SECURITY;
CREATE POLICY p_operator ON line USING (credit <> '6 ECTS');
CREATE POLICY p_using ON line USING (credit IS DISTINCT FROM '6 ECTS');
CREATE POLICY p_check ON line FOR INSERT WITH CHECK (NULLIF(credit, '6 ECTS') IS NULL);
CREATE TABLE ruled (credit credit);
CREATE RULE r_operator AS ON DELETE TO ruled WHERE OLD.credit = '6 ECTS' DO INSTEAD NOTHING;
CREATE RULE r_where AS ON UPDATE TO ruled WHERE OLD.credit IS DISTINCT FROM NEW.credit DO INSTEAD NOTHING;
CREATE RULE r_does AS ON INSERT TO ruled DO ALSO INSERT INTO line (id, flag) VALUES (9, NEW.credit IS DISTINCT FROM '0 ECTS');

-- tables, indexes, statistics, domains
CREATE TABLE k_operator (credit credit CHECK (credit <> '0 ECTS'), more credit GENERATED ALWAYS AS (credit + '1 ECTS') STORED);
CREATE TABLE k_check (credit credit CHECK (credit IS DISTINCT FROM '0 ECTS'));
CREATE TABLE k_default (credit credit, flag bool DEFAULT '6 ECTS'::credit IS DISTINCT FROM '7 ECTS');
CREATE TABLE k_generated (credit credit, more credit GENERATED ALWAYS AS (NULLIF(credit, '0 ECTS')) STORED);
CREATE TABLE k_partitioned (credit credit) PARTITION BY LIST ((NULLIF(credit, '0 ECTS')));
CREATE INDEX i_operator ON line (id) WHERE credit <> '0 ECTS';
CREATE INDEX i_expression ON line ((credit IS DISTINCT FROM '0 ECTS'));
CREATE INDEX i_predicate ON line (id) WHERE credit IS DISTINCT FROM '0 ECTS';
CREATE TABLE excluded (credit credit, CONSTRAINT x_operator EXCLUDE USING btree (credit WITH =) WHERE (credit <> '0 ECTS'));
ALTER TABLE excluded ADD CONSTRAINT x_predicate EXCLUDE USING btree (credit WITH =) WHERE (NULLIF(credit, '0 ECTS') IS NOT NULL);
CREATE STATISTICS s_operator ON (credit = '0 ECTS'), id FROM line;
CREATE STATISTICS s_expression ON (NULLIF(credit, '0 ECTS')), id FROM line;
CREATE DOMAIN d_operator AS credit CHECK (VALUE <> '0 ECTS');
CREATE DOMAIN d_check AS credit CHECK (VALUE IS DISTINCT FROM '0 ECTS');
CREATE DOMAIN d_default AS bool DEFAULT '6 ECTS'::credit IS DISTINCT FROM '7 ECTS';

-- functions
CREATE FUNCTION f_operator(a credit, b credit) RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT a = b; END;
CREATE FUNCTION f_words(a credit, b credit) RETURNS bool LANGUAGE sql AS 'SELECT a IS DISTINCT FROM b';
CREATE FUNCTION f_distinct(a credit, b credit) RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT a IS DISTINCT FROM b; END;
CREATE FUNCTION f_return(a credit, b credit) RETURNS credit LANGUAGE sql RETURN NULLIF(a, b);
CREATE FUNCTION f_default(a credit, b bool DEFAULT '6 ECTS'::credit IS DISTINCT FROM '7 ECTS') RETURNS bool LANGUAGE sql RETURN b;
CREATE PROCEDURE f_procedure(a credit) LANGUAGE sql BEGIN ATOMIC UPDATE line SET credit = a WHERE credit IS DISTINCT FROM a; END;

-- what is not dumped
CREATE TEMP TABLE temp_table (credit credit CHECK (credit IS DISTINCT FROM '0 ECTS'), flag bool DEFAULT '6 ECTS'::credit IS DISTINCT FROM '7 ECTS');
CREATE TEMP VIEW temp_view AS SELECT NULLIF(credit, '0 ECTS') AS c FROM line;
CREATE FUNCTION pg_temp.temp_function(a credit) RETURNS credit LANGUAGE sql RETURN NULLIF(a, '0 ECTS');
SELECT count(*) AS temporary FROM socu.dump_problems() WHERE object ~ 'temp_';
