-- What stands in the cluster that tests/bin/upgrade upgrades: a network, rows of the site in the reference tables, and a
-- table, index, view, policy and trigger of the site's own.
CREATE ROLE registrar LOGIN;
CREATE ROLE reader LOGIN;
CREATE DATABASE site OWNER registrar;
\connect site registrar
SET client_min_messages = warning;
CREATE EXTENSION socu CASCADE;
SELECT socu.create_network('sco');
SELECT socu.create_network('eis', facts => false);
INSERT INTO socu.credit_scheme (label, name_en, basis, source, confidence) VALUES ('XA', 'Our credit', 'workload', 'senate', 'found');
INSERT INTO socu.credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence)
    VALUES ('XA', 'ECTS', 1, 1, 4, 3, 3, 2, 'senate', 'found');
INSERT INTO eis.state (state, name_en) VALUES ('XA', 'A state of the site');
CREATE TABLE line (
    id int PRIMARY KEY, credit credit CHECK (credit > '0 ECTS'), code program_code, term academic_term,
    field program_code GENERATED ALWAYS AS (parent(code)) STORED
);
INSERT INTO line (id, credit, code, term)
SELECT i, credit(i / 100.0, 'ECTS'), (ARRAY['KZ2009:6M070300', 'RU2013:09.04.02', 'ISCEDF:0613']::program_code[])[1 + i % 3],
       academic_term(2000 + i % 20, 1, 2, false)
FROM generate_series(1, 3000) i;
CREATE INDEX line_code ON line (code);
CREATE INDEX line_credit ON line (credit) INCLUDE (term);
CREATE INDEX line_term ON line USING hash (term);
CREATE VIEW total AS SELECT code, sum(credit) AS credit FROM line WHERE code <@ 'KZ2009:6M' GROUP BY code;
ALTER TABLE sco.institution ADD COLUMN remark text DEFAULT 'none';
ALTER TABLE sco.institution ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_site ON sco.institution FOR SELECT TO reader USING (state = 'KZ');
CREATE INDEX of_the_site ON sco.institution (lower(name_en));
