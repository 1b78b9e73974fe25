-- ground/ground: what every room with tables stands on.

-- Types, functions and reference tables are for everyone; record tables are granted by their rooms.
GRANT USAGE ON SCHEMA socu TO PUBLIC;
COMMENT ON SCHEMA socu IS
'Reference tables of the extension socu, what manages networks, and functions behind its types and operators. Types '
'and what people call stand in the schema of the extension.';

CREATE FUNCTION socu.shipped_guard() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.shipped_guard() IS
'BEFORE ROW and BEFORE TRUNCATE trigger of reference tables: refuses any change of rows that come with the extension '
'(they are not dumped). Error: 55000.';

CREATE FUNCTION socu.rules_changed() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.rules_changed() IS
'AFTER STATEMENT trigger of tables whose rows are held in memory: tells every session to read them again.';

-- Nobody hangs them on a table of his own.
REVOKE EXECUTE ON FUNCTION socu.shipped_guard(), socu.rules_changed() FROM PUBLIC;

CREATE FUNCTION socu.is_state(code text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.is_state(text) IS
'Is it the code of a state or territory, or one left to users, in ISO 3166-1 alpha-2, in any letter case? No error on '
'any text.';

CREATE FUNCTION socu.is_institution(key text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.is_institution(text) IS
'Is it the key of an institution: an internet domain in lower case (SCHAC home organisation), such as msu.ru? No error '
'on any text.';
