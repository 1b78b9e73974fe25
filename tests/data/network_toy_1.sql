-- A room "toy" for the tests of networks: version 1.  Its steps are numbered far beyond those that ship.
INSERT INTO socu.network_room VALUES ('toy', '{}', 'Partners and visits'), ('toy_user', '{toy}', 'What stands on toy');
INSERT INTO socu.network_step VALUES
(9001, 'toy', 901, 'table', 'toy/901-tables', 1, $s$CREATE TABLE partner (
    partner text COLLATE "C" PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    code program_code CHECK (code <@ 'ISCEDF:06'),
    term academic_term DEFAULT '2024/2025-1/2'
)$s$),
(9002, 'toy', 901, 'table', 'toy/901-tables', 7, $s$CREATE TABLE visit (
    visit bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner text COLLATE "C" NOT NULL REFERENCES partner ON UPDATE CASCADE,
    load credit NOT NULL DEFAULT '0 ECTS',
    after bigint REFERENCES visit
)$s$),
(9003, 'toy', 901, 'table', 'toy/901-tables', 13, $s$CREATE INDEX visit_partner ON visit (partner, load)$s$),
(9004, 'toy', 901, 'table', 'toy/901-tables', 14, $s$ALTER TABLE visit ENABLE ROW LEVEL SECURITY$s$),
(9011, 'toy', 0, 'set', 'toy/answers', 1, $s$CREATE OR REPLACE VIEW visit_load AS
    SELECT partner, count(*) AS visits, sum(load) AS load FROM visit WHERE load >= '0 ECTS' GROUP BY partner$s$),
(9012, 'toy', 0, 'set', 'toy/answers', 4, $s$CREATE OR REPLACE VIEW partner_name AS SELECT partner, name FROM partner$s$),
(9013, 'toy', 0, 'set', 'toy/answers', 6, $s$CREATE OR REPLACE FUNCTION partner_load(partner text) RETURNS credit
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT l.load FROM visit_load l WHERE l.partner = partner_load.partner;
END$s$),
(9014, 'toy', 0, 'set', 'toy/answers', 12, $s$CREATE OR REPLACE FUNCTION visit_check() RETURNS trigger LANGUAGE network_plpgsql AS $$
DECLARE
    most credit := '60 ECTS';
BEGIN
    IF NEW.load > most OR EXISTS (SELECT FROM visit v WHERE v.partner = NEW.partner AND v.load = NEW.load) THEN
        RAISE EXCEPTION 'a visit to % of % is refused', (SELECT name FROM partner WHERE partner.partner = NEW.partner), NEW.load;
    END IF;
    RETURN NEW;
END $$ $s$),
(9015, 'toy', 0, 'set', 'toy/answers', 22, $s$CREATE OR REPLACE TRIGGER visit_check BEFORE INSERT ON visit FOR EACH ROW EXECUTE FUNCTION visit_check()$s$),
(9016, 'toy', 0, 'set', 'toy/answers', 23, $s$DROP POLICY IF EXISTS visit_read ON visit$s$),
(9017, 'toy', 0, 'set', 'toy/answers', 24, $s$CREATE POLICY visit_read ON visit FOR SELECT USING (EXISTS (SELECT FROM partner p WHERE p.partner = visit.partner))$s$),
(9018, 'toy', 0, 'set', 'toy/answers', 25, $s$COMMENT ON VIEW visit_load IS 'Visits and credits of a partner.'$s$),
(9021, 'toy', 0, 'facts', 'toy/facts', 1, $s$INSERT INTO partner VALUES ('a.example', 'University A', 'ISCEDF:0613', '2024/2025'), ('b.example', 'University B', NULL, NULL)$s$);
