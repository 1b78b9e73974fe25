-- Version 2 of the room "toy": a column more, a view with its columns in another order, another with one more, a function with
-- another result, another with another body, a new function.
INSERT INTO socu.network_step VALUES
(9031, 'toy', 902, 'table', 'toy/902-country', 1, $s$ALTER TABLE partner ADD COLUMN country text COLLATE "C" CHECK (country ~ '^[A-Z]{2}$')$s$),
(9032, 'toy', 902, 'table', 'toy/902-country', 2, $s$UPDATE partner SET country = 'KZ' WHERE partner = 'a.example'$s$),
(9019, 'toy', 0, 'set', 'toy/answers', 26, $s$CREATE OR REPLACE FUNCTION country_load(country text) RETURNS credit
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT sum(l.load) FROM visit_load l JOIN partner p USING (partner) WHERE p.country = country_load.country;
END$s$);
UPDATE socu.network_step SET statement = replace(statement, 'partner, count(*) AS visits, sum(load) AS load', 'partner, sum(load) AS load, count(*) AS visits')
WHERE ordinal = 9011;
UPDATE socu.network_step SET statement = replace(statement, 'partner, name FROM', 'partner, name, country FROM') WHERE ordinal = 9012;
UPDATE socu.network_step SET statement = replace(replace(statement, 'RETURNS credit', 'RETURNS text'), 'SELECT l.load', 'SELECT l.load::text')
WHERE ordinal = 9013;
UPDATE socu.network_step SET statement = replace(statement, '60 ECTS', '90 ECTS') WHERE ordinal = 9014;
