-- ground: reference tables are read without a plan.  Rights hold as in a query; a table that its owner changed is refused.
SET search_path = public, socu;
\set SHOW_CONTEXT never
CREATE FUNCTION refusal(change text, question text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    BEGIN
        EXECUTE change;
        SET LOCAL ROLE regress_socu_tables;
        EXECUTE question INTO answer;
        RAISE EXCEPTION USING ERRCODE = 'SC000', MESSAGE = 'answer ' || coalesce(answer, 'NULL');
    EXCEPTION WHEN OTHERS THEN
        RETURN CASE SQLSTATE WHEN 'SC000' THEN SQLERRM ELSE SQLSTATE || ' ' || SQLERRM END;
    END;
END $$;
CREATE ROLE regress_socu_tables;

-- Each table with a question that reads it; then without the right, with row security, with a child, with another name.
CREATE TABLE asked (place int, name text, question text);
INSERT INTO asked VALUES
(1, 'credit_scheme', $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$),
(2, 'credit_rate', $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$),
(3, 'credit_activity', $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$),
(4, 'program_crosswalk', $$SELECT isced_f('RU2013:09.04.02', '2024-06-01')::text$$),
(5, 'isced_f', $$SELECT isced_f('RU2013:09.04.02', '2024-06-01')::text$$),
(6, 'direction_program', $$SELECT direction('RU2013:09.04.02', '2024-06-01')::text$$),
(7, 'academic_calendar', $$SELECT term_of('2024-10-01', 'RU')::text$$);
SELECT name, refusal('SELECT 1', question) FROM asked ORDER BY place;
SELECT a.name, refusal(format(c.change, a.name), a.question)
FROM asked a,
     (VALUES (1, 'REVOKE SELECT ON socu.%I FROM PUBLIC'), (2, 'ALTER TABLE socu.%I ENABLE ROW LEVEL SECURITY'),
             (3, 'CREATE TABLE child () INHERITS (socu.%I)'), (4, 'ALTER TABLE socu.%I RENAME shipped TO sold'),
             (5, 'ALTER TABLE socu.%I RENAME TO other')) c (place, change)
ORDER BY a.place, c.place;

-- A child that is gone leaves nothing behind.
SELECT refusal('DO $$BEGIN CREATE TABLE child () INHERITS (socu.credit_rate); DROP TABLE child; END$$',
               $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$);

-- A column of another type is not read as what it was.
SELECT refusal('ALTER TABLE socu.credit_rate ALTER num TYPE numeric',
               $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$);

-- A column in front of the others, and one that is gone: columns are found by their names.
SELECT refusal('ALTER TABLE socu.credit_rate ADD COLUMN mine int, DROP COLUMN note',
               $$SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-06-01')::text$$);
DROP TABLE asked;
DROP FUNCTION refusal(text, text);
DROP ROLE regress_socu_tables;
