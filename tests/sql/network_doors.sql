-- network: what names a state or an institution is checked at the door.  Every table of a network is looked at.
SET client_min_messages = warning;
SELECT socu.create_network('doors');
RESET client_min_messages;
-- Columns that name one: refused at the door by a CHECK, or by a foreign key to the table that has it.  What is left is computed.
WITH named AS (
    SELECT c.oid, c.relname, a.attname, a.attnum,
           CASE WHEN a.attname ~ '(^|_)state$' THEN 'is_state' ELSE 'is_institution' END AS door
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'doors'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'text'::regtype
      AND a.attname ~ '(^|_)(state|institution|home|host|sending|receiving)$'
), judged AS (
    SELECT n.*, EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = n.oid AND n.attnum = ANY (k.conkey)
                        AND (k.contype = 'c' AND pg_get_constraintdef(k.oid) ~ n.door
                             OR k.contype = 'f' AND k.confrelid IN ('doors.state'::regclass, 'doors.institution'::regclass)
                             OR k.contype = 'f' AND pg_get_constraintdef(k.oid) ~ ('\m' || n.attname || '\M.*REFERENCES'))) AS checked
    FROM named n)
SELECT relname::text COLLATE "C" AS relation, string_agg(attname, ' ' ORDER BY attnum) AS not_checked FROM judged WHERE NOT checked GROUP BY 1 ORDER BY 1;

BEGIN;
SET LOCAL search_path = doors, public;
-- what the door of each kind says to a hostile word
CREATE FUNCTION pg_temp.door(statement text, word text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement USING word;
    RETURN 'taken';
EXCEPTION WHEN check_violation OR foreign_key_violation THEN RETURN SQLSTATE;
END $$;
SELECT word, pg_temp.door($$INSERT INTO state (state, name_en) VALUES ($1, 'x')$$, word) AS state,
       pg_temp.door($$INSERT INTO official_count (series, state, year, measure, value) VALUES ('own', $1, 2024, 'enrolled', 1)$$, word) AS official_count,
       pg_temp.door($$INSERT INTO educational_document (student, kind, scope, state, institution, issued, title)
                      VALUES ('s', 'diploma', 'sco', $1, 'msu.ru', '2024-06-30', 'x')$$, word) AS document
FROM unnest(ARRAY['XA', 'kz', '??', '_T', '_Z', 'EU', 'UK', 'KZ ', ' KZ', 'KAZ', '', 'ҚЗ']) AS word;
SELECT word, pg_temp.door($$INSERT INTO institution (institution, state, name_en) VALUES ($1, 'RU', 'x')$$, word) AS institution,
       pg_temp.door($$INSERT INTO educational_document (student, kind, scope, state, institution, issued, title)
                      VALUES ('s', 'diploma', 'sco', 'RU', $1, '2024-06-30', 'x')$$, word) AS document,
       pg_temp.door($$INSERT INTO learning_agreement (student, home, host, stay, home_scheme, home_scale)
                      VALUES ('s', $1, 'msu.ru', '[2024-09-01,2025-01-31)', 'ECTS', 'RU_5')$$, word) AS home
FROM unnest(ARRAY['one.example', 'MSU.RU', 'msu.ru ', ' msu.ru', 'msu', 'msu..ru', '-msu.ru', 'мгу.рф', 'http://msu.ru', '127.0.0.1', '']) AS word;
ROLLBACK;
SET client_min_messages = warning;
DROP SCHEMA doors CASCADE;
