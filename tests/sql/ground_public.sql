-- ground: after CREATE EXTENSION and nothing else, an ordinary role writes ordinary SQL: no search_path is set, no schema is written.
RESET search_path;
BEGIN;
CREATE ROLE regress_socu_ordinary;
GRANT CREATE, USAGE ON SCHEMA public TO regress_socu_ordinary;
SET LOCAL ROLE regress_socu_ordinary;
CREATE TABLE ordinary (id int, credit credit, code program_code, term academic_term, held edtf, PRIMARY KEY (id));
CREATE TABLE ordinary_title (code program_code PRIMARY KEY, title text);
INSERT INTO ordinary VALUES (1, '6 ECTS', 'KZ2009:6M070300', '2024/2025-1/2', '2024-04'), (2, '4.5 ECTS', 'RU2013:09.04.02', '2024/2025-2/2', '2024'),
    (3, '7.5 ECTS', 'KZ2009:6M070300', '2025/2026', NULL);
INSERT INTO ordinary_title VALUES ('KZ2009:6M070300', 'Information systems');
CREATE INDEX ON ordinary (credit);
SELECT id FROM ordinary WHERE credit = '6 ECTS';
SELECT id FROM ordinary WHERE credit IN ('6 ECTS', '7.5 ECTS') ORDER BY credit DESC;
SELECT id FROM ordinary WHERE credit BETWEEN '4 ECTS' AND '6 ECTS' ORDER BY 1;
SELECT id FROM ordinary WHERE credit = ANY (ARRAY['4.5 ECTS', '1 KZ']::credit[]);
SELECT id, title FROM ordinary JOIN ordinary_title USING (code) ORDER BY id;
SELECT id, title FROM ordinary NATURAL LEFT JOIN ordinary_title ORDER BY id;
SELECT code, sum(credit), avg(credit), min(term), max(term) FROM ordinary GROUP BY code ORDER BY code;
SELECT count(DISTINCT code), sum(credit * 2) - sum(credit), max(credit) / 2 FROM ordinary;
SELECT id FROM ordinary WHERE code <@ 'KZ2009:6M' AND term <@ '2024/2025';
SELECT id, credit_convert(credit, 'KZ', '2024-09-01'), isced_f(code, '2024-09-01'), next(term), edtf_precision(held) FROM ordinary ORDER BY id;
SELECT credit IS DISTINCT FROM '6 ECTS', NULLIF(code, 'RU2013:09.04.02'), CASE term WHEN '2024/2025-1/2' THEN 'autumn' END FROM ordinary ORDER BY id;
-- as drivers send it: a parameter without a type, prepared
PREPARE found AS SELECT id FROM ordinary WHERE credit = $1 AND code = $2;
EXECUTE found('6 ECTS', 'KZ2009:6M070300');
UPDATE ordinary SET credit = credit + '1 ECTS' WHERE id = 1 RETURNING credit;
INSERT INTO ordinary (id, credit) VALUES (1, '1 ECTS') ON CONFLICT (id) DO UPDATE SET credit = excluded.credit WHERE ordinary.credit <> excluded.credit RETURNING credit;
ROLLBACK;
