-- network: functions in the language network_c, which anybody may make: the C code runs for what fits it, and nothing else.
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SET search_path = public;
CREATE ROLE regress_network_c_owner;
CREATE ROLE regress_network_c_other;
SELECT current_database() AS db \gset
GRANT CREATE ON DATABASE :"db" TO regress_network_c_owner, regress_network_c_other;
SET ROLE regress_network_c_owner;
SELECT socu.create_network('limits', '{quota}');

-- what is no prototype, or has another shape, is refused when it is made, even if bodies are not looked at
CREATE FUNCTION limits.none() RETURNS int LANGUAGE network_c AS 'network_call_handler';
CREATE FUNCTION limits.total(bigint[], credit) RETURNS bigint[] LANGUAGE network_c AS 'credit_total_accum';
CREATE FUNCTION limits.more(r limits.mobility, n bigint, more int) RETURNS boolean LANGUAGE network_c STRICT AS 'quota_applies';
CREATE FUNCTION limits.other(r limits.mobility, n int) RETURNS boolean LANGUAGE network_c STRICT AS 'quota_applies';
CREATE FUNCTION limits.result(r limits.mobility, n bigint) RETURNS text LANGUAGE network_c STRICT AS 'quota_applies';
CREATE FUNCTION limits.nulls(r limits.mobility, n bigint) RETURNS boolean LANGUAGE network_c AS 'quota_applies';
CREATE FUNCTION limits.rows(r limits.mobility, n bigint) RETURNS SETOF boolean LANGUAGE network_c STRICT AS 'quota_applies';
SET check_function_bodies = off;
CREATE FUNCTION limits.none() RETURNS int LANGUAGE network_c AS 'network_call_handler';
CREATE FUNCTION limits.nulls(r limits.mobility, n bigint) RETURNS boolean LANGUAGE network_c AS 'quota_applies';
RESET check_function_bodies;
-- nor does a handler run by itself
SELECT socu.network_c_call_handler();
SELECT socu.network_call_handler();
-- a prototype cannot be called
SELECT socu.quota_usage(1);

-- the row of another table lacks what is asked for
CREATE TYPE limits.pair AS (status int, terms text);
CREATE FUNCTION limits.pairs(r limits.pair, n bigint) RETURNS boolean LANGUAGE network_c STRICT AS 'quota_applies';
SELECT limits.pairs(ROW(1, 'x'), 1);

-- made STRICT, or not, within the query that calls it
ALTER FUNCTION limits.quota_applies CALLED ON NULL INPUT;
SELECT limits.quota_applies(NULL::limits.mobility, 1);
CREATE FUNCTION limits.flip(strict bool) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    EXECUTE 'ALTER FUNCTION limits.quota_applies ' || CASE WHEN strict THEN 'STRICT' ELSE 'CALLED ON NULL INPUT' END;
    RETURN strict;
END $$;
SELECT limits.flip(true), limits.quota_applies(NULL::limits.mobility, n) FROM generate_series(1, 2) AS n;
SELECT limits.flip(false), limits.quota_applies(NULL::limits.mobility, n) FROM generate_series(1, 2) AS n;

-- outside a network, and of another role in one
CREATE SCHEMA elsewhere;
CREATE FUNCTION elsewhere.usage(quota_id bigint, OUT held numeric, OUT consumed numeric, OUT book_free numeric, OUT seat_free numeric, OUT frozen boolean,
    OUT closed boolean, OUT slots integer, OUT since timestamptz) LANGUAGE network_c STRICT AS 'quota_usage';
SELECT held FROM elsewhere.usage(1);
GRANT USAGE, CREATE ON SCHEMA limits TO regress_network_c_other;
SET ROLE regress_network_c_other;
CREATE FUNCTION limits.usage(quota_id bigint, OUT held numeric, OUT consumed numeric, OUT book_free numeric, OUT seat_free numeric, OUT frozen boolean,
    OUT closed boolean, OUT slots integer, OUT since timestamptz) LANGUAGE network_c STRICT AS 'quota_usage';
SELECT held FROM limits.usage(1);
CREATE TABLE limits.own (shipped boolean);
CREATE FUNCTION limits.guard() RETURNS trigger LANGUAGE network_c AS 'quota_guard';
CREATE TRIGGER own AFTER INSERT ON limits.own REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION limits.guard();
INSERT INTO limits.own VALUES (true);
CREATE TRIGGER theirs AFTER INSERT ON limits.own REFERENCING NEW TABLE AS quota_new FOR EACH STATEMENT EXECUTE FUNCTION limits.quota_guard();
RESET ROLE;

DROP SCHEMA limits, elsewhere CASCADE;
REVOKE CREATE ON DATABASE :"db" FROM regress_network_c_owner, regress_network_c_other;
DROP ROLE regress_network_c_owner, regress_network_c_other;
