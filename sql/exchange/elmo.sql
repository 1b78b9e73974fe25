-- exchange: ELMO documents (EMREX transcripts) as rows.
--
-- A document is xml, text, or bytea (plain, gzip, base64, base64 of gzip).  Each function reads it once, as a stream.

CREATE TYPE @extschema@.elmo_head AS (
    namespace pg_catalog.text,
    generated_at pg_catalog.timestamptz,
    given_names pg_catalog.text,
    family_name pg_catalog.text,
    birth_name pg_catalog.text,
    birth_date pg_catalog.date,
    birth_place pg_catalog.text,
    birth_country pg_catalog.text,
    citizenship pg_catalog.text,
    gender integer,
    signed boolean
);
COMMENT ON TYPE @extschema@.elmo_head IS 'The head of an ELMO document: who the learner is.';
COMMENT ON COLUMN @extschema@.elmo_head.namespace IS 'namespace of the root element; NULL if it has none';
COMMENT ON COLUMN @extschema@.elmo_head.generated_at IS 'when the document was made (generatedDate)';
COMMENT ON COLUMN @extschema@.elmo_head.given_names IS 'given names';
COMMENT ON COLUMN @extschema@.elmo_head.family_name IS 'family name; may be empty';
COMMENT ON COLUMN @extschema@.elmo_head.birth_name IS 'name at birth';
COMMENT ON COLUMN @extschema@.elmo_head.birth_date IS 'day of birth (dateOfBirth, else bday)';
COMMENT ON COLUMN @extschema@.elmo_head.birth_place IS 'place of birth';
COMMENT ON COLUMN @extschema@.elmo_head.birth_country IS 'country of birth (ELMO 2.1)';
COMMENT ON COLUMN @extschema@.elmo_head.citizenship IS 'citizenship: ISO 3166 alpha-2 in ELMO 1';
COMMENT ON COLUMN @extschema@.elmo_head.gender IS 'ISO 5218: 0 not known, 1 male, 2 female, 9 not applicable';
COMMENT ON COLUMN @extschema@.elmo_head.signed IS 'the document has a Signature; says nothing of its worth';

CREATE TYPE @extschema@.elmo_report AS (
    report_no integer,
    hei_id pg_catalog.text,
    country pg_catalog.text,
    title pg_catalog.text,
    url pg_catalog.text,
    issued_at pg_catalog.timestamptz,
    status pg_catalog.text,
    achievements integer
);
COMMENT ON TYPE @extschema@.elmo_report IS 'A report of an ELMO document: what one institution states.';
COMMENT ON COLUMN @extschema@.elmo_report.report_no IS 'number of the report in the document, from 1';
COMMENT ON COLUMN @extschema@.elmo_report.hei_id IS 'SCHAC identifier of the issuer, as given';
COMMENT ON COLUMN @extschema@.elmo_report.country IS 'country of the issuer';
COMMENT ON COLUMN @extschema@.elmo_report.title IS 'first title of the issuer';
COMMENT ON COLUMN @extschema@.elmo_report.url IS 'web address of the issuer';
COMMENT ON COLUMN @extschema@.elmo_report.issued_at IS
'when the report was issued (issueDate); without an offset it is read as UTC';
COMMENT ON COLUMN @extschema@.elmo_report.status IS
'completeness, as given (ELMO 2.1): FULL, SELECTION, PARTIAL_TEMPORARY ...';
COMMENT ON COLUMN @extschema@.elmo_report.achievements IS 'how many achievements the report holds; 0 is valid';

CREATE TYPE @extschema@.elmo_achievement AS (
    report_no integer,
    los_no integer,
    parent_no integer,
    depth integer,
    type pg_catalog.text,
    code pg_catalog.text,
    program @extschema@.program_code,
    title pg_catalog.text,
    isced_f pg_catalog.text,
    subject_area pg_catalog.text,
    url pg_catalog.text,
    started pg_catalog.date,
    ended pg_catalog.date,
    term_title pg_catalog.text,
    term_started pg_catalog.date,
    term_ended pg_catalog.date,
    status pg_catalog.text,
    status_given boolean,
    grade pg_catalog.text,
    grading_scheme pg_catalog.text,
    percentage_lower numeric,
    percentage_equal numeric,
    percentage_higher numeric,
    credit @extschema@.credit,
    credit_scheme pg_catalog.text,
    credit_value numeric,
    language pg_catalog.text,
    hours numeric
);
COMMENT ON TYPE @extschema@.elmo_achievement IS
'An achievement of an ELMO report: a learning opportunity specification (LOS) and its instance.';
COMMENT ON COLUMN @extschema@.elmo_achievement.report_no IS 'number of the report in the document';
COMMENT ON COLUMN @extschema@.elmo_achievement.los_no IS
'number of the LOS in the report, in the order of the document, from 1';
COMMENT ON COLUMN @extschema@.elmo_achievement.parent_no IS 'los_no of the LOS that it is a part of; NULL at the top';
COMMENT ON COLUMN @extschema@.elmo_achievement.depth IS '1 at the top';
COMMENT ON COLUMN @extschema@.elmo_achievement.type IS
'Degree Programme, Module, Course, Class, or what the sender wrote';
COMMENT ON COLUMN @extschema@.elmo_achievement.code IS 'local identifier; NULL if there is none';
COMMENT ON COLUMN @extschema@.elmo_achievement.program IS 'the code, if it names its classifier';
COMMENT ON COLUMN @extschema@.elmo_achievement.title IS 'first title';
COMMENT ON COLUMN @extschema@.elmo_achievement.isced_f IS 'iscedCode, as given; three digits may be an older ISCED';
COMMENT ON COLUMN @extschema@.elmo_achievement.subject_area IS 'old Erasmus subject area';
COMMENT ON COLUMN @extschema@.elmo_achievement.url IS 'web address';
COMMENT ON COLUMN @extschema@.elmo_achievement.started IS 'first day';
COMMENT ON COLUMN @extschema@.elmo_achievement.ended IS 'day of the result (date)';
COMMENT ON COLUMN @extschema@.elmo_achievement.term_title IS 'first title of the academic term';
COMMENT ON COLUMN @extschema@.elmo_achievement.term_started IS 'first day of the term';
COMMENT ON COLUMN @extschema@.elmo_achievement.term_ended IS 'last day of the term';
COMMENT ON COLUMN @extschema@.elmo_achievement.status IS 'passed, failed, in-progress; passed where none is given';
COMMENT ON COLUMN @extschema@.elmo_achievement.status_given IS 'the status stands in the document';
COMMENT ON COLUMN @extschema@.elmo_achievement.grade IS 'resultLabel';
COMMENT ON COLUMN @extschema@.elmo_achievement.grading_scheme IS
'local identifier of the grading scheme; it holds within the report only';
COMMENT ON COLUMN @extschema@.elmo_achievement.percentage_lower IS 'share of learners with a lower grade, in percent';
COMMENT ON COLUMN @extschema@.elmo_achievement.percentage_equal IS 'share of learners with the same grade, in percent';
COMMENT ON COLUMN @extschema@.elmo_achievement.percentage_higher IS 'share of learners with a higher grade, in percent';
COMMENT ON COLUMN @extschema@.elmo_achievement.credit IS 'the first credit, if its scheme is known and its value exact';
COMMENT ON COLUMN @extschema@.elmo_achievement.credit_scheme IS 'scheme of the first credit, as given';
COMMENT ON COLUMN @extschema@.elmo_achievement.credit_value IS 'value of the first credit';
COMMENT ON COLUMN @extschema@.elmo_achievement.language IS 'language of instruction, as given';
COMMENT ON COLUMN @extschema@.elmo_achievement.hours IS 'engagement hours';

CREATE TYPE @extschema@.elmo_credit AS (
    report_no integer,
    los_no integer,
    n integer,
    scheme pg_catalog.text,
    level pg_catalog.text,
    value numeric,
    value_text pg_catalog.text,
    credit @extschema@.credit
);
COMMENT ON TYPE @extschema@.elmo_credit IS 'A credit of an achievement; there may be several.';
COMMENT ON COLUMN @extschema@.elmo_credit.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_credit.los_no IS 'number of the LOS';
COMMENT ON COLUMN @extschema@.elmo_credit.n IS 'number of the credit in the document';
COMMENT ON COLUMN @extschema@.elmo_credit.scheme IS 'scheme, as given';
COMMENT ON COLUMN @extschema@.elmo_credit.level IS 'level, as given: Bachelor, Master, PhD';
COMMENT ON COLUMN @extschema@.elmo_credit.value IS 'value; NULL if there is none or it is no xs:decimal';
COMMENT ON COLUMN @extschema@.elmo_credit.value_text IS 'value, as given';
COMMENT ON COLUMN @extschema@.elmo_credit.credit IS 'the same as a credit, if the scheme is known and the value exact';

CREATE TYPE @extschema@.elmo_level AS (
    report_no integer,
    los_no integer,
    n integer,
    kind pg_catalog.text,
    description pg_catalog.text,
    value pg_catalog.text
);
COMMENT ON TYPE @extschema@.elmo_level IS 'A level of an achievement in a framework of qualifications.';
COMMENT ON COLUMN @extschema@.elmo_level.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_level.los_no IS 'number of the LOS';
COMMENT ON COLUMN @extschema@.elmo_level.n IS 'number of the level in the document';
COMMENT ON COLUMN @extschema@.elmo_level.kind IS 'EQF, NQF, or what the sender wrote';
COMMENT ON COLUMN @extschema@.elmo_level.description IS 'description';
COMMENT ON COLUMN @extschema@.elmo_level.value IS 'level, as given';

CREATE TYPE @extschema@.elmo_identifier AS (
    owner pg_catalog.text,
    report_no integer,
    los_no integer,
    n integer,
    kind pg_catalog.text,
    value pg_catalog.text
);
COMMENT ON TYPE @extschema@.elmo_identifier IS 'An identifier of a learner, an issuer, an achievement or its instance.';
COMMENT ON COLUMN @extschema@.elmo_identifier.owner IS 'learner, issuer, los or loi';
COMMENT ON COLUMN @extschema@.elmo_identifier.report_no IS 'number of the report; NULL for the learner';
COMMENT ON COLUMN @extschema@.elmo_identifier.los_no IS 'number of the LOS, if it is of one';
COMMENT ON COLUMN @extschema@.elmo_identifier.n IS 'number of the identifier in the document';
COMMENT ON COLUMN @extschema@.elmo_identifier.kind IS
'type: nationalIdentifier, esi, schac, pic, erasmus, local, ewp-los-id ...; NULL if none is given';
COMMENT ON COLUMN @extschema@.elmo_identifier.value IS 'the identifier';

CREATE TYPE @extschema@.elmo_text AS (
    owner pg_catalog.text,
    report_no integer,
    los_no integer,
    n integer,
    kind pg_catalog.text,
    id pg_catalog.text,
    lang pg_catalog.text,
    text pg_catalog.text
);
COMMENT ON TYPE @extschema@.elmo_text IS 'A text of an ELMO document in one language.';
COMMENT ON COLUMN @extschema@.elmo_text.owner IS
'learner, issuer, report, los, term, distribution, grading_scheme or attachment';
COMMENT ON COLUMN @extschema@.elmo_text.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_text.los_no IS 'number of the LOS';
COMMENT ON COLUMN @extschema@.elmo_text.n IS 'number of the text in the document';
COMMENT ON COLUMN @extschema@.elmo_text.kind IS
'title, description, description_html (not safe to show), alternative_name, message; id: that there is such a '
'grading scheme';
COMMENT ON COLUMN @extschema@.elmo_text.id IS 'localId of the grading scheme; number of the attachment';
COMMENT ON COLUMN @extschema@.elmo_text.lang IS 'xml:lang';
COMMENT ON COLUMN @extschema@.elmo_text.text IS 'the text';

CREATE TYPE @extschema@.elmo_distribution AS (
    report_no integer,
    los_no integer,
    n integer,
    label pg_catalog.text,
    count bigint
);
COMMENT ON TYPE @extschema@.elmo_distribution IS
'How many learners reached a grade: one category of a result distribution.';
COMMENT ON COLUMN @extschema@.elmo_distribution.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_distribution.los_no IS 'number of the LOS';
COMMENT ON COLUMN @extschema@.elmo_distribution.n IS 'number of the category in the document';
COMMENT ON COLUMN @extschema@.elmo_distribution.label IS 'grade';
COMMENT ON COLUMN @extschema@.elmo_distribution.count IS 'learners with it';

CREATE TYPE @extschema@.elmo_attachment AS (
    owner pg_catalog.text,
    report_no integer,
    n integer,
    type pg_catalog.text,
    title pg_catalog.text,
    ids pg_catalog.text[],
    id_types pg_catalog.text[],
    lang pg_catalog.text,
    mime pg_catalog.text,
    content pg_catalog.bytea,
    undecoded pg_catalog.text
);
COMMENT ON TYPE @extschema@.elmo_attachment IS 'An attachment of an ELMO document in one language.';
COMMENT ON COLUMN @extschema@.elmo_attachment.owner IS 'document or report';
COMMENT ON COLUMN @extschema@.elmo_attachment.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_attachment.n IS 'number of the attachment in the document';
COMMENT ON COLUMN @extschema@.elmo_attachment.type IS 'Diploma, Transcript of Records ..., as given';
COMMENT ON COLUMN @extschema@.elmo_attachment.title IS 'first title';
COMMENT ON COLUMN @extschema@.elmo_attachment.ids IS 'identifiers';
COMMENT ON COLUMN @extschema@.elmo_attachment.id_types IS 'type of each of them';
COMMENT ON COLUMN @extschema@.elmo_attachment.lang IS 'xml:lang of the content';
COMMENT ON COLUMN @extschema@.elmo_attachment.mime IS 'media type of the data URI';
COMMENT ON COLUMN @extschema@.elmo_attachment.content IS 'the content, decoded; NULL if there is none or it cannot be';
COMMENT ON COLUMN @extschema@.elmo_attachment.undecoded IS 'content that is not base64, as it stands';

CREATE TYPE @extschema@.elmo_rest AS (
    owner pg_catalog.text,
    report_no integer,
    los_no integer,
    n integer,
    name pg_catalog.text,
    content pg_catalog.xml
);
COMMENT ON TYPE @extschema@.elmo_rest IS
'An element of an ELMO document that has no column: extension, groups, diplomaSupplement ...';
COMMENT ON COLUMN @extschema@.elmo_rest.owner IS
'element that it stands in: document, learner, report, issuer, los, specifies, loi, term ...';
COMMENT ON COLUMN @extschema@.elmo_rest.report_no IS 'number of the report';
COMMENT ON COLUMN @extschema@.elmo_rest.los_no IS 'number of the LOS';
COMMENT ON COLUMN @extschema@.elmo_rest.n IS 'number of the element among these';
COMMENT ON COLUMN @extschema@.elmo_rest.name IS 'local name';
COMMENT ON COLUMN @extschema@.elmo_rest.content IS 'the element, with the namespaces that it needs';

CREATE TYPE @extschema@.elmo AS (
    head @extschema@.elmo_head,
    reports @extschema@.elmo_report[],
    achievements @extschema@.elmo_achievement[],
    credits @extschema@.elmo_credit[],
    levels @extschema@.elmo_level[],
    identifiers @extschema@.elmo_identifier[],
    texts @extschema@.elmo_text[],
    distributions @extschema@.elmo_distribution[],
    attachments @extschema@.elmo_attachment[],
    rest @extschema@.elmo_rest[]
);
COMMENT ON TYPE @extschema@.elmo IS
'An ELMO document, read as a whole: its head, and an array of each kind of rows, in the order of the document.';
COMMENT ON COLUMN @extschema@.elmo.head IS 'as elmo_document gives it';
COMMENT ON COLUMN @extschema@.elmo.reports IS 'as elmo_reports gives them';
COMMENT ON COLUMN @extschema@.elmo.achievements IS 'as elmo_achievements gives them';
COMMENT ON COLUMN @extschema@.elmo.credits IS 'as elmo_credits gives them';
COMMENT ON COLUMN @extschema@.elmo.levels IS 'as elmo_levels gives them';
COMMENT ON COLUMN @extschema@.elmo.identifiers IS 'as elmo_identifiers gives them';
COMMENT ON COLUMN @extschema@.elmo.texts IS 'as elmo_texts gives them';
COMMENT ON COLUMN @extschema@.elmo.distributions IS 'as elmo_distributions gives them';
COMMENT ON COLUMN @extschema@.elmo.attachments IS 'as elmo_attachments gives them';
COMMENT ON COLUMN @extschema@.elmo.rest IS 'as elmo_rest gives them';

CREATE FUNCTION @extschema@.elmo_read(doc pg_catalog.xml, older boolean DEFAULT false) RETURNS @extschema@.elmo
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_read';
COMMENT ON FUNCTION @extschema@.elmo_read(pg_catalog.xml, boolean) IS
'Reads an ELMO document as a whole. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_read(doc pg_catalog.text, older boolean DEFAULT false) RETURNS @extschema@.elmo
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_read';
COMMENT ON FUNCTION @extschema@.elmo_read(pg_catalog.text, boolean) IS
'Reads an ELMO document as a whole. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_read(doc pg_catalog.bytea, older boolean DEFAULT false) RETURNS @extschema@.elmo
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_read';
COMMENT ON FUNCTION @extschema@.elmo_read(pg_catalog.bytea, boolean) IS
'Reads an ELMO document as a whole. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_document(doc pg_catalog.xml, older boolean DEFAULT false) RETURNS @extschema@.elmo_head
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_document';
COMMENT ON FUNCTION @extschema@.elmo_document(pg_catalog.xml, boolean) IS
'The head of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_document(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS @extschema@.elmo_head
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_document';
COMMENT ON FUNCTION @extschema@.elmo_document(pg_catalog.text, boolean) IS
'The head of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_document(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS @extschema@.elmo_head
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'elmo_document';
COMMENT ON FUNCTION @extschema@.elmo_document(pg_catalog.bytea, boolean) IS
'The head of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_reports(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_report
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_reports';
COMMENT ON FUNCTION @extschema@.elmo_reports(pg_catalog.xml, boolean) IS
'The reports of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_reports(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_report
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_reports';
COMMENT ON FUNCTION @extschema@.elmo_reports(pg_catalog.text, boolean) IS
'The reports of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_reports(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_report
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_reports';
COMMENT ON FUNCTION @extschema@.elmo_reports(pg_catalog.bytea, boolean) IS
'The reports of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_achievements(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_achievement
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_achievements';
COMMENT ON FUNCTION @extschema@.elmo_achievements(pg_catalog.xml, boolean) IS
'The achievements of an ELMO document, in its order, with parent and depth. ''older'' also takes documents from '
'before ELMO 1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be '
'unpacked), 54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_achievements(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_achievement
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_achievements';
COMMENT ON FUNCTION @extschema@.elmo_achievements(pg_catalog.text, boolean) IS
'The achievements of an ELMO document, in its order, with parent and depth. ''older'' also takes documents from '
'before ELMO 1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be '
'unpacked), 54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_achievements(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_achievement
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_achievements';
COMMENT ON FUNCTION @extschema@.elmo_achievements(pg_catalog.bytea, boolean) IS
'The achievements of an ELMO document, in its order, with parent and depth. ''older'' also takes documents from '
'before ELMO 1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be '
'unpacked), 54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_credits(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_credits';
COMMENT ON FUNCTION @extschema@.elmo_credits(pg_catalog.xml, boolean) IS
'All credits of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_credits(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_credits';
COMMENT ON FUNCTION @extschema@.elmo_credits(pg_catalog.text, boolean) IS
'All credits of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_credits(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_credit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_credits';
COMMENT ON FUNCTION @extschema@.elmo_credits(pg_catalog.bytea, boolean) IS
'All credits of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_levels(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_level
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_levels';
COMMENT ON FUNCTION @extschema@.elmo_levels(pg_catalog.xml, boolean) IS
'All levels of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_levels(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_level
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_levels';
COMMENT ON FUNCTION @extschema@.elmo_levels(pg_catalog.text, boolean) IS
'All levels of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_levels(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_level
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_levels';
COMMENT ON FUNCTION @extschema@.elmo_levels(pg_catalog.bytea, boolean) IS
'All levels of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a namespace. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_identifiers(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_identifier
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_identifiers';
COMMENT ON FUNCTION @extschema@.elmo_identifiers(pg_catalog.xml, boolean) IS
'All identifiers of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_identifiers(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_identifier
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_identifiers';
COMMENT ON FUNCTION @extschema@.elmo_identifiers(pg_catalog.text, boolean) IS
'All identifiers of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_identifiers(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_identifier
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_identifiers';
COMMENT ON FUNCTION @extschema@.elmo_identifiers(pg_catalog.bytea, boolean) IS
'All identifiers of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_texts(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_texts';
COMMENT ON FUNCTION @extschema@.elmo_texts(pg_catalog.xml, boolean) IS
'The texts of an ELMO document in all their languages. ''older'' also takes documents from before ELMO 1.0 or '
'without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a '
'limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_texts(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_texts';
COMMENT ON FUNCTION @extschema@.elmo_texts(pg_catalog.text, boolean) IS
'The texts of an ELMO document in all their languages. ''older'' also takes documents from before ELMO 1.0 or '
'without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a '
'limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_texts(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_text
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_texts';
COMMENT ON FUNCTION @extschema@.elmo_texts(pg_catalog.bytea, boolean) IS
'The texts of an ELMO document in all their languages. ''older'' also takes documents from before ELMO 1.0 or '
'without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a '
'limit), 22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_distributions(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_distribution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_distributions';
COMMENT ON FUNCTION @extschema@.elmo_distributions(pg_catalog.xml, boolean) IS
'The result distributions of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_distributions(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_distribution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_distributions';
COMMENT ON FUNCTION @extschema@.elmo_distributions(pg_catalog.text, boolean) IS
'The result distributions of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_distributions(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_distribution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 30 AS 'MODULE_PATHNAME', 'elmo_distributions';
COMMENT ON FUNCTION @extschema@.elmo_distributions(pg_catalog.bytea, boolean) IS
'The result distributions of an ELMO document. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_attachments(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_attachment
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_attachments';
COMMENT ON FUNCTION @extschema@.elmo_attachments(pg_catalog.xml, boolean) IS
'The attachments of an ELMO document, decoded. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_attachments(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_attachment
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_attachments';
COMMENT ON FUNCTION @extschema@.elmo_attachments(pg_catalog.text, boolean) IS
'The attachments of an ELMO document, decoded. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_attachments(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_attachment
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'elmo_attachments';
COMMENT ON FUNCTION @extschema@.elmo_attachments(pg_catalog.bytea, boolean) IS
'The attachments of an ELMO document, decoded. ''older'' also takes documents from before ELMO 1.0 or without a '
'namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), '
'22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_rest(doc pg_catalog.xml, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5 AS 'MODULE_PATHNAME', 'elmo_rest';
COMMENT ON FUNCTION @extschema@.elmo_rest(pg_catalog.xml, boolean) IS
'The elements of an ELMO document that have no column, as XML. ''older'' also takes documents from before ELMO '
'1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), '
'54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_rest(doc pg_catalog.text, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5 AS 'MODULE_PATHNAME', 'elmo_rest';
COMMENT ON FUNCTION @extschema@.elmo_rest(pg_catalog.text, boolean) IS
'The elements of an ELMO document that have no column, as XML. ''older'' also takes documents from before ELMO '
'1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), '
'54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_rest(doc pg_catalog.bytea, older boolean DEFAULT false)
    RETURNS SETOF @extschema@.elmo_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5 AS 'MODULE_PATHNAME', 'elmo_rest';
COMMENT ON FUNCTION @extschema@.elmo_rest(pg_catalog.bytea, boolean) IS
'The elements of an ELMO document that have no column, as XML. ''older'' also takes documents from before ELMO '
'1.0 or without a namespace. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), '
'54000 (a limit), 22023 (not ELMO, or an older namespace without older => true).';

CREATE FUNCTION @extschema@.elmo_totals(doc pg_catalog.xml, older boolean DEFAULT false,
    OUT report_no integer, OUT scheme text, OUT status text, OUT topmost numeric, OUT deepest numeric,
    OUT differing integer[]) RETURNS SETOF record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 3 AS 'MODULE_PATHNAME', 'elmo_totals';
COMMENT ON FUNCTION @extschema@.elmo_totals(pg_catalog.xml, boolean) IS
'What the credits of each report add up to, by scheme (lower case) and status: over the topmost nodes that bear '
'credits, and over the deepest. differing: los_no of the nodes that bear other credits than their parts '
'together. Credits are stated at several levels of a branch, so a sum over all nodes would count work twice. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_totals(doc pg_catalog.text, older boolean DEFAULT false,
    OUT report_no integer, OUT scheme text, OUT status text, OUT topmost numeric, OUT deepest numeric,
    OUT differing integer[]) RETURNS SETOF record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 3 AS 'MODULE_PATHNAME', 'elmo_totals';
COMMENT ON FUNCTION @extschema@.elmo_totals(pg_catalog.text, boolean) IS
'What the credits of each report add up to, by scheme (lower case) and status: over the topmost nodes that bear '
'credits, and over the deepest. differing: los_no of the nodes that bear other credits than their parts '
'together. Credits are stated at several levels of a branch, so a sum over all nodes would count work twice. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
CREATE FUNCTION @extschema@.elmo_totals(doc pg_catalog.bytea, older boolean DEFAULT false,
    OUT report_no integer, OUT scheme text, OUT status text, OUT topmost numeric, OUT deepest numeric,
    OUT differing integer[]) RETURNS SETOF record
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 3 AS 'MODULE_PATHNAME', 'elmo_totals';
COMMENT ON FUNCTION @extschema@.elmo_totals(pg_catalog.bytea, boolean) IS
'What the credits of each report add up to, by scheme (lower case) and status: over the topmost nodes that bear '
'credits, and over the deepest. differing: los_no of the nodes that bear other credits than their parts '
'together. Credits are stated at several levels of a branch, so a sum over all nodes would count work twice. '
'Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (not '
'ELMO, or an older namespace without older => true).';
