-- exchange: documents are judged: hashes of agreements, digests of signed transcripts, schemas, written rules.

CREATE FUNCTION @extschema@.iia_hash(doc pg_catalog.xml, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'iia_hash';
COMMENT ON FUNCTION @extschema@.iia_hash(pg_catalog.xml, integer) IS
'The hash of an agreement by EWP IIAs 7 (SHA-256, hexadecimal): of the agreement of this number in the response. '
'It does not change with layout, prefixes or contacts, and does with the order of conditions and with iia-id. '
'Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 7, '
'transform_version_7.xsl.';
CREATE FUNCTION @extschema@.iia_hash(doc pg_catalog.text, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'iia_hash';
COMMENT ON FUNCTION @extschema@.iia_hash(pg_catalog.text, integer) IS
'The hash of an agreement by EWP IIAs 7 (SHA-256, hexadecimal): of the agreement of this number in the response. '
'It does not change with layout, prefixes or contacts, and does with the order of conditions and with iia-id. '
'Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 7, '
'transform_version_7.xsl.';
CREATE FUNCTION @extschema@.iia_hash(doc pg_catalog.bytea, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'iia_hash';
COMMENT ON FUNCTION @extschema@.iia_hash(pg_catalog.bytea, integer) IS
'The hash of an agreement by EWP IIAs 7 (SHA-256, hexadecimal): of the agreement of this number in the response. '
'It does not change with layout, prefixes or contacts, and does with the order of conditions and with iia-id. '
'Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 7, '
'transform_version_7.xsl.';

CREATE FUNCTION @extschema@.conditions_hash(doc pg_catalog.xml, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'conditions_hash';
COMMENT ON FUNCTION @extschema@.conditions_hash(pg_catalog.xml, integer) IS
'The hash of the conditions of an agreement by EWP IIAs 6 (SHA-256, hexadecimal): of the exclusive canonical '
'form of cooperation-conditions without contacts. Layout and prefixes change it, so take the bytes as they were '
'received. Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 6.';
CREATE FUNCTION @extschema@.conditions_hash(doc pg_catalog.text, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'conditions_hash';
COMMENT ON FUNCTION @extschema@.conditions_hash(pg_catalog.text, integer) IS
'The hash of the conditions of an agreement by EWP IIAs 6 (SHA-256, hexadecimal): of the exclusive canonical '
'form of cooperation-conditions without contacts. Layout and prefixes change it, so take the bytes as they were '
'received. Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 6.';
CREATE FUNCTION @extschema@.conditions_hash(doc pg_catalog.bytea, agreement integer DEFAULT 1) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'conditions_hash';
COMMENT ON FUNCTION @extschema@.conditions_hash(pg_catalog.bytea, integer) IS
'The hash of the conditions of an agreement by EWP IIAs 6 (SHA-256, hexadecimal): of the exclusive canonical '
'form of cooperation-conditions without contacts. Layout and prefixes change it, so take the bytes as they were '
'received. Errors: 2200M, 22P04, 54000, 22023 (another document, no such agreement). Source: EWP IIAs API 6.';

CREATE FUNCTION @extschema@.elmo_digest(doc pg_catalog.xml, OUT signed boolean, OUT digest_ok boolean,
    OUT digest_method text,
    OUT canonicalization text, OUT signature_method text, OUT subject text, OUT certificate bytea, OUT problem text)
    RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'elmo_digest';
COMMENT ON FUNCTION @extschema@.elmo_digest(pg_catalog.xml) IS
'What the signature of a document says, and whether its digest is that of the document. digest_ok: true or '
'false; NULL if it is not signed or the digest method is unavailable here. problem: why it is not true. '
'Signatures with other transforms, references or places, and more than one, are refused (false). The signature '
'itself and the certificate are not verified: an equal digest proves no sender. Errors: 2200M, 22P04, 54000. '
'Source: XML Signature, enveloped, as EMREX uses it.';
CREATE FUNCTION @extschema@.elmo_digest(doc pg_catalog.text, OUT signed boolean, OUT digest_ok boolean,
    OUT digest_method text,
    OUT canonicalization text, OUT signature_method text, OUT subject text, OUT certificate bytea, OUT problem text)
    RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'elmo_digest';
COMMENT ON FUNCTION @extschema@.elmo_digest(pg_catalog.text) IS
'What the signature of a document says, and whether its digest is that of the document. digest_ok: true or '
'false; NULL if it is not signed or the digest method is unavailable here. problem: why it is not true. '
'Signatures with other transforms, references or places, and more than one, are refused (false). The signature '
'itself and the certificate are not verified: an equal digest proves no sender. Errors: 2200M, 22P04, 54000. '
'Source: XML Signature, enveloped, as EMREX uses it.';
CREATE FUNCTION @extschema@.elmo_digest(doc pg_catalog.bytea, OUT signed boolean, OUT digest_ok boolean,
    OUT digest_method text,
    OUT canonicalization text, OUT signature_method text, OUT subject text, OUT certificate bytea, OUT problem text)
    RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'elmo_digest';
COMMENT ON FUNCTION @extschema@.elmo_digest(pg_catalog.bytea) IS
'What the signature of a document says, and whether its digest is that of the document. digest_ok: true or '
'false; NULL if it is not signed or the digest method is unavailable here. problem: why it is not true. '
'Signatures with other transforms, references or places, and more than one, are refused (false). The signature '
'itself and the certificate are not verified: an equal digest proves no sender. Errors: 2200M, 22P04, 54000. '
'Source: XML Signature, enveloped, as EMREX uses it.';

-- ---- findings ----

CREATE TYPE @extschema@.exchange_finding AS (
    verdict pg_catalog.text,
    severity pg_catalog.text,
    path pg_catalog.text,
    line integer,
    message pg_catalog.text,
    expected pg_catalog.text
);
COMMENT ON TYPE @extschema@.exchange_finding IS 'What is wrong with a document, or worth knowing.';
COMMENT ON COLUMN @extschema@.exchange_finding.verdict IS
'who says so: well-formed (can it be read at all), schema (the official schema), rules (the written rules and the '
'types of values), facts (hashes, digests, sums)';
COMMENT ON COLUMN @extschema@.exchange_finding.severity IS 'error, warning or note';
COMMENT ON COLUMN @extschema@.exchange_finding.path IS 'where: names of elements, or numbers of rows';
COMMENT ON COLUMN @extschema@.exchange_finding.line IS 'line of the document, if known';
COMMENT ON COLUMN @extschema@.exchange_finding.message IS 'what';
COMMENT ON COLUMN @extschema@.exchange_finding.expected IS 'what would be right';

-- ---- schemas ----

CREATE TABLE socu.exchange_schema (
    uri text COLLATE "C" PRIMARY KEY CHECK (uri OPERATOR(pg_catalog.<>) ''),
    body text NOT NULL,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.exchange_schema IS
'XML Schemas that documents are checked by; a site loads them with exchange_schema_load. Their imports are '
'resolved from this table and nothing else: nothing is ever fetched.';
COMMENT ON COLUMN socu.exchange_schema.uri IS 'address under which other schemas import it';
COMMENT ON COLUMN socu.exchange_schema.body IS 'the schema';
COMMENT ON COLUMN socu.exchange_schema.source IS 'where the schema comes from';
COMMENT ON COLUMN socu.exchange_schema.confidence IS 'found, known or uncertain';
CREATE TRIGGER rules_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON socu.exchange_schema
    FOR EACH STATEMENT EXECUTE FUNCTION socu.rules_changed();

CREATE FUNCTION socu.exchange_schema_namespace(body text) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.exchange_schema_namespace(text) IS
'The target namespace of an XML Schema, empty if it has none. Errors: 2200M (not well-formed), 22023 (no '
'schema), 0A000 (it has identity constraints).';

CREATE FUNCTION socu.exchange_schema_load(uri text, body text) RETURNS text
    LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
    BEGIN ATOMIC
        INSERT INTO socu.exchange_schema AS s (uri, body)
        SELECT exchange_schema_load.uri, exchange_schema_load.body
        WHERE socu.exchange_schema_namespace(exchange_schema_load.body) IS NOT NULL
        ON CONFLICT ON CONSTRAINT exchange_schema_pkey DO UPDATE SET body = excluded.body;
        SELECT socu.exchange_schema_namespace(exchange_schema_load.body);
    END;
COMMENT ON FUNCTION socu.exchange_schema_load(text, text) IS
'Loads an XML Schema, or replaces the one of this address; gives its target namespace. Example: SELECT '
'exchange_schema_load(''https://raw.githubusercontent.com/emrex-eu/elmo-schemas/v1/schema.xsd'', '
'pg_read_file(''/path/schema.xsd'')). Needs INSERT and UPDATE on exchange_schema. Errors: 2200M, 22023, 0A000.';

CREATE FUNCTION socu.exchange_tree_fits(doc anyelement) RETURNS boolean
    LANGUAGE c STABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'exchange_tree_fits';
COMMENT ON FUNCTION socu.exchange_tree_fits(anyelement) IS
'Has a document (xml, text or bytea) at most socu.exchange_max_tree bytes when it is unpacked? Errors: 22P04, 54000.';

CREATE FUNCTION @extschema@.exchange_form(doc pg_catalog.xml) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_form';
COMMENT ON FUNCTION @extschema@.exchange_form(pg_catalog.xml) IS
'Can a document be read, is it one that is known, and are its values of their types? What cannot be unpacked, is not '
'well-formed or is beyond a limit is a row of the verdict well-formed.';
CREATE FUNCTION @extschema@.exchange_schema_faults(doc pg_catalog.xml, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c STABLE PARALLEL SAFE COST 20000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_schema_faults';
COMMENT ON FUNCTION @extschema@.exchange_schema_faults(pg_catalog.xml, text) IS
'What a schema finds in a document: the one loaded under this address, else the only one for the namespace of '
'its root element; a note if there is none, or several. The messages are those of libxml2, which stops at the '
'first wrong child of an element. What only libxml2 minds (numbers of more than 24 digits) is a note. Errors: '
'2200M, 22P04, 42704 (no such schema), 22023 (it cannot be compiled); 54000 (a limit), but what is larger than '
'socu.exchange_max_tree is a warning that it is not judged.';
CREATE FUNCTION @extschema@.exchange_form(doc pg_catalog.text) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_form';
COMMENT ON FUNCTION @extschema@.exchange_form(pg_catalog.text) IS
'Can a document be read, is it one that is known, and are its values of their types? What cannot be unpacked, is not '
'well-formed or is beyond a limit is a row of the verdict well-formed.';
CREATE FUNCTION @extschema@.exchange_schema_faults(doc pg_catalog.text, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c STABLE PARALLEL SAFE COST 20000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_schema_faults';
COMMENT ON FUNCTION @extschema@.exchange_schema_faults(pg_catalog.text, text) IS
'What a schema finds in a document: the one loaded under this address, else the only one for the namespace of '
'its root element; a note if there is none, or several. The messages are those of libxml2, which stops at the '
'first wrong child of an element. What only libxml2 minds (numbers of more than 24 digits) is a note. Errors: '
'2200M, 22P04, 42704 (no such schema), 22023 (it cannot be compiled); 54000 (a limit), but what is larger than '
'socu.exchange_max_tree is a warning that it is not judged.';
CREATE FUNCTION @extschema@.exchange_form(doc pg_catalog.bytea) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_form';
COMMENT ON FUNCTION @extschema@.exchange_form(pg_catalog.bytea) IS
'Can a document be read, is it one that is known, and are its values of their types? What cannot be unpacked, is not '
'well-formed or is beyond a limit is a row of the verdict well-formed.';
CREATE FUNCTION @extschema@.exchange_schema_faults(doc pg_catalog.bytea, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE c STABLE PARALLEL SAFE COST 20000 ROWS 2 AS 'MODULE_PATHNAME', 'exchange_schema_faults';
COMMENT ON FUNCTION @extschema@.exchange_schema_faults(pg_catalog.bytea, text) IS
'What a schema finds in a document: the one loaded under this address, else the only one for the namespace of '
'its root element; a note if there is none, or several. The messages are those of libxml2, which stops at the '
'first wrong child of an element. What only libxml2 minds (numbers of more than 24 digits) is a note. Errors: '
'2200M, 22P04, 42704 (no such schema), 22023 (it cannot be compiled); 54000 (a limit), but what is larger than '
'socu.exchange_max_tree is a warning that it is not judged.';
