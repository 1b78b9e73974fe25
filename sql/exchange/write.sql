-- exchange: documents are written from rows, by the official schemas, in a stable order.
--
-- What is read can be written: the functions take the rows that the reading functions give.

CREATE FUNCTION @extschema@.elmo_export(document @extschema@.elmo, version text DEFAULT '1.7.0') RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.elmo_export(@extschema@.elmo, text) IS
'Writes an ELMO document: version 1.7.0 or 2.1.1. Achievements are numbered in the order of the document, parts '
'after the whole. Unknown values are left out, values that the version has no place for too, with a warning. A '
'signature is never written. Errors: 22023 (another version, no head or report, a part before its whole), 22003, '
'22008 (a value that XML Schema cannot say).';

CREATE FUNCTION @extschema@.ewp_iias_get(iias @extschema@.ewp_iia[]) RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.ewp_iias_get(@extschema@.ewp_iia[]) IS
'Writes interinstitutional agreements (EWP IIAs get 7). Rows that follow one another with the same iia_no are an '
'agreement, with the same condition_no the years of a condition. The hash is made anew. Contacts are not '
'written. Errors: 22023 (different places in the years of a condition, an unknown kind), 22003, 22008.';

CREATE FUNCTION @extschema@.ewp_omobilities_get(mobilities @extschema@.ewp_omobility[], version text DEFAULT '3')
    RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.ewp_omobilities_get(@extschema@.ewp_omobility[], text) IS
'Writes nominations (EWP omobilities get 2 or 3). What stands in rest is not written. Errors: 22023 (another '
'version), 22003, 22008.';

CREATE FUNCTION @extschema@.ewp_omobility_las_get(agreements @extschema@.ewp_la[],
    components @extschema@.ewp_la_component[],
    rest @extschema@.ewp_la_rest[] DEFAULT '{}') RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.ewp_omobility_las_get(@extschema@.ewp_la[], @extschema@.ewp_la_component[],
    @extschema@.ewp_la_rest[]) IS
'Writes learning agreements (EWP omobility-las get 1.2). Contacts and signatures, which the schema demands, come '
'from rest. Errors: 22003, 22008.';

CREATE FUNCTION @extschema@.ewp_imobility_tors_get(tors @extschema@.ewp_tor[],
    grades @extschema@.ewp_tor_grade[] DEFAULT '{}',
    version text DEFAULT '3') RETURNS xml
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tors_get(@extschema@.ewp_tor[], @extschema@.ewp_tor_grade[], text) IS
'Writes transcripts of records (EWP imobility-tors get 2 or 3; 2 wants ELMO 1, 3 wants ELMO 2.1). Error: 22023 '
'(another version).';
