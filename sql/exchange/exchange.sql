-- exchange: what all documents share: what a document is, identifiers by their written rules, the EMREX transport.

CREATE FUNCTION @extschema@.esi_valid(id text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.esi_valid(text) IS
'Is this a European Student Identifier (urn:schac:personalUniqueCode:int:esi:SCOPE:CODE, at most 255 '
'characters)? Source: European Student Identifier, SCHAC 1.5.';

CREATE FUNCTION @extschema@.schac_valid(id text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.schac_valid(text) IS
'Is this a SCHAC home organisation: an internet domain in lower case? Source: SCHAC 1.5.';

CREATE FUNCTION @extschema@.academic_year_id_valid(id text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.academic_year_id_valid(text) IS
'Is this an EWP academic year: 2024/2025 or 2024/2024? Source: EWP academic-term v2, AcademicYearId.';

CREATE FUNCTION @extschema@.academic_term_id_valid(id text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.academic_term_id_valid(text) IS
'Is this an EWP academic term: 2024/2025-1/2, its number at most its total? Source: EWP academic-term v2, '
'EwpAcademicTermId.';

CREATE FUNCTION @extschema@.ewp_id_valid(id text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.ewp_id_valid(text) IS
'Is this an EWP identifier: 1 to 64 printable ASCII characters without a space? Source: EWP common-types, '
'AsciiPrintableIdentifier.';

CREATE FUNCTION @extschema@.exchange_kind(doc pg_catalog.xml,
    OUT kind text, OUT version text, OUT namespace text, OUT root text) RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'exchange_kind';
COMMENT ON FUNCTION @extschema@.exchange_kind(pg_catalog.xml) IS
'What a document is, by its root element: kind (elmo, iias, omobilities, las, tors, institutions, ounits, '
'courses; NULL if unknown), version as far as the namespace tells it, namespace and local name of the root. The '
'whole document is read, so it is well-formed. Errors: 2200M, 22P04, 54000.';
CREATE FUNCTION @extschema@.exchange_kind(doc pg_catalog.text,
    OUT kind text, OUT version text, OUT namespace text, OUT root text) RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'exchange_kind';
COMMENT ON FUNCTION @extschema@.exchange_kind(pg_catalog.text) IS
'What a document is, by its root element: kind (elmo, iias, omobilities, las, tors, institutions, ounits, '
'courses; NULL if unknown), version as far as the namespace tells it, namespace and local name of the root. The '
'whole document is read, so it is well-formed. Errors: 2200M, 22P04, 54000.';
CREATE FUNCTION @extschema@.exchange_kind(doc pg_catalog.bytea,
    OUT kind text, OUT version text, OUT namespace text, OUT root text) RETURNS record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'exchange_kind';
COMMENT ON FUNCTION @extschema@.exchange_kind(pg_catalog.bytea) IS
'What a document is, by its root element: kind (elmo, iias, omobilities, las, tors, institutions, ounits, '
'courses; NULL if unknown), version as far as the namespace tells it, namespace and local name of the root. The '
'whole document is read, so it is well-formed. Errors: 2200M, 22P04, 54000.';

CREATE FUNCTION @extschema@.emrex_encode(doc xml) RETURNS text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.emrex_encode(xml) IS
'The value of the form field elmo of an EMREX response: base64 of gzip of the document in UTF-8. The same '
'document gives the same value. Error: 54000 (larger than socu.exchange_max_bytes).';

CREATE FUNCTION @extschema@.emrex_decode(value text) RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.emrex_decode(text) IS
'The document in the form field elmo of an EMREX response: base64 of gzip, or of XML. Spaces that were plus '
'signs and line breaks are read. Errors: 22P04 (cannot be unpacked), 54000 (a limit), 2200M (not well-formed).';
