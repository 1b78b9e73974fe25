-- exchange: EWP documents (Erasmus Without Paper) as rows: agreements, nominations, learning agreements, transcripts,
-- institutions, organisational units, courses.
--
-- A document is xml, text, or bytea (plain, gzip, base64, base64 of gzip).  Each function reads it once, as a stream.

CREATE TYPE @extschema@.ewp_iia AS (
    iia_no integer,
    condition_no integer,
    version pg_catalog.text,
    iia_id pg_catalog.text,
    iia_code pg_catalog.text,
    hei_id pg_catalog.text,
    partner_iia_id pg_catalog.text,
    partner_iia_code pg_catalog.text,
    partner_hei_id pg_catalog.text,
    in_effect boolean,
    terminated boolean,
    kind pg_catalog.text,
    sending_hei_id pg_catalog.text,
    sending_ounit_id pg_catalog.text,
    receiving_hei_id pg_catalog.text,
    receiving_ounit_id pg_catalog.text,
    academic_year @extschema@.academic_term,
    places integer,
    places_proposed integer,
    not_yet_defined pg_catalog.text[],
    languages pg_catalog.text[],
    language_levels pg_catalog.text[],
    isced_f pg_catalog.text[],
    isced_wordings pg_catalog.text[],
    isced_v6 pg_catalog.text[],
    other_info pg_catalog.text,
    duration numeric,
    blended boolean,
    eqf_levels integer[],
    hash pg_catalog.text,
    pdf pg_catalog.text,
    rest pg_catalog.xml,
    partners_rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_iia IS
'A condition of an interinstitutional agreement in one academic year: what a quota line says.';
COMMENT ON COLUMN @extschema@.ewp_iia.iia_no IS 'number of the agreement in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_iia.condition_no IS 'number of the condition in the agreement; NULL if it has none';
COMMENT ON COLUMN @extschema@.ewp_iia.version IS 'version of the interface: 6 or 7';
COMMENT ON COLUMN @extschema@.ewp_iia.iia_id IS 'identifier of the agreement at the first partner, who publishes it';
COMMENT ON COLUMN @extschema@.ewp_iia.iia_code IS 'its code there';
COMMENT ON COLUMN @extschema@.ewp_iia.hei_id IS 'the first partner';
COMMENT ON COLUMN @extschema@.ewp_iia.partner_iia_id IS 'identifier of the agreement at the other partner';
COMMENT ON COLUMN @extschema@.ewp_iia.partner_iia_code IS 'its code there';
COMMENT ON COLUMN @extschema@.ewp_iia.partner_hei_id IS 'the other partner';
COMMENT ON COLUMN @extschema@.ewp_iia.in_effect IS 'in force';
COMMENT ON COLUMN @extschema@.ewp_iia.terminated IS 'terminated as a whole';
COMMENT ON COLUMN @extschema@.ewp_iia.kind IS 'student-studies, student-traineeship, staff-teacher or staff-training';
COMMENT ON COLUMN @extschema@.ewp_iia.sending_hei_id IS 'who sends';
COMMENT ON COLUMN @extschema@.ewp_iia.sending_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_iia.receiving_hei_id IS 'who receives';
COMMENT ON COLUMN @extschema@.ewp_iia.receiving_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_iia.academic_year IS 'the receiving academic year; NULL if none can be read';
COMMENT ON COLUMN @extschema@.ewp_iia.places IS 'mobilities in this year; NULL if not given or not yet defined';
COMMENT ON COLUMN @extschema@.ewp_iia.places_proposed IS 'mobilities in this year that are not yet defined';
COMMENT ON COLUMN @extschema@.ewp_iia.not_yet_defined IS 'elements whose values do not hold yet (migrated agreements)';
COMMENT ON COLUMN @extschema@.ewp_iia.languages IS 'languages, each an alternative';
COMMENT ON COLUMN @extschema@.ewp_iia.language_levels IS 'CEFR level of each of them';
COMMENT ON COLUMN @extschema@.ewp_iia.isced_f IS 'subject areas, each an alternative';
COMMENT ON COLUMN @extschema@.ewp_iia.isced_wordings IS 'wording of each of them';
COMMENT ON COLUMN @extschema@.ewp_iia.isced_v6 IS 'code of each of them before its migration';
COMMENT ON COLUMN @extschema@.ewp_iia.other_info IS 'other terms';
COMMENT ON COLUMN @extschema@.ewp_iia.duration IS 'months (students) or days (staff) in a year';
COMMENT ON COLUMN @extschema@.ewp_iia.blended IS 'blended mobility is possible';
COMMENT ON COLUMN @extschema@.ewp_iia.eqf_levels IS 'levels, each an alternative; NULL: any';
COMMENT ON COLUMN @extschema@.ewp_iia.hash IS 'hash of the agreement (7) or its conditions (6), as given';
COMMENT ON COLUMN @extschema@.ewp_iia.pdf IS 'identifier of the PDF file (7)';
COMMENT ON COLUMN @extschema@.ewp_iia.rest IS 'elements of the condition that have no column';
COMMENT ON COLUMN @extschema@.ewp_iia.partners_rest IS 'elements of the partners that have no column';

CREATE TYPE @extschema@.ewp_omobility AS (
    mobility_no integer,
    version pg_catalog.text,
    omobility_id pg_catalog.text,
    sending_hei_id pg_catalog.text,
    sending_ounit_id pg_catalog.text,
    sending_iia_id pg_catalog.text,
    receiving_hei_id pg_catalog.text,
    receiving_ounit_id pg_catalog.text,
    receiving_iia_id pg_catalog.text,
    sending_term @extschema@.academic_term,
    non_standard boolean,
    receiving_year @extschema@.academic_term,
    esi pg_catalog.text,
    given_names pg_catalog.text,
    family_name pg_catalog.text,
    other_names pg_catalog.text[],
    birth_date pg_catalog.date,
    citizenship pg_catalog.text,
    gender integer,
    email pg_catalog.text,
    proposal_id pg_catalog.text,
    status pg_catalog.text,
    activity_type pg_catalog.text,
    activity_attributes pg_catalog.text,
    arrival pg_catalog.date,
    departure pg_catalog.date,
    eqf_nomination integer,
    eqf_departure integer,
    nominee_isced_f pg_catalog.text,
    agreement_isced_f pg_catalog.text,
    languages pg_catalog.text[],
    language_levels pg_catalog.text[],
    comment pg_catalog.text,
    rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_omobility IS 'An outgoing mobility of a student: a nomination.';
COMMENT ON COLUMN @extschema@.ewp_omobility.mobility_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_omobility.version IS 'version of the interface: 2 or 3';
COMMENT ON COLUMN @extschema@.ewp_omobility.omobility_id IS 'identifier';
COMMENT ON COLUMN @extschema@.ewp_omobility.sending_hei_id IS 'who sends';
COMMENT ON COLUMN @extschema@.ewp_omobility.sending_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_omobility.sending_iia_id IS 'its identifier of the agreement';
COMMENT ON COLUMN @extschema@.ewp_omobility.receiving_hei_id IS 'who receives';
COMMENT ON COLUMN @extschema@.ewp_omobility.receiving_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_omobility.receiving_iia_id IS 'its identifier of the agreement';
COMMENT ON COLUMN @extschema@.ewp_omobility.sending_term IS 'academic term at the sender';
COMMENT ON COLUMN @extschema@.ewp_omobility.non_standard IS 'the period is no academic term';
COMMENT ON COLUMN @extschema@.ewp_omobility.receiving_year IS 'academic year at the receiver';
COMMENT ON COLUMN @extschema@.ewp_omobility.esi IS 'European Student Identifier (global-id), as given';
COMMENT ON COLUMN @extschema@.ewp_omobility.given_names IS 'given names, first form';
COMMENT ON COLUMN @extschema@.ewp_omobility.family_name IS 'family name, first form';
COMMENT ON COLUMN @extschema@.ewp_omobility.other_names IS 'names in another language or script: "ru-Cyrl: ..."';
COMMENT ON COLUMN @extschema@.ewp_omobility.birth_date IS 'day of birth';
COMMENT ON COLUMN @extschema@.ewp_omobility.citizenship IS 'citizenship, ISO 3166 alpha-2';
COMMENT ON COLUMN @extschema@.ewp_omobility.gender IS 'ISO 5218';
COMMENT ON COLUMN @extschema@.ewp_omobility.email IS 'e-mail address';
COMMENT ON COLUMN @extschema@.ewp_omobility.proposal_id IS 'identifier of the content of the nomination (3)';
COMMENT ON COLUMN @extschema@.ewp_omobility.status IS
'2: nomination, live, recognized, cancelled; 3: pending, approved, rejected, cancelled';
COMMENT ON COLUMN @extschema@.ewp_omobility.activity_type IS 'student-studies or student-traineeships';
COMMENT ON COLUMN @extschema@.ewp_omobility.activity_attributes IS
'long-term, short-term-blended or short-term-doctoral';
COMMENT ON COLUMN @extschema@.ewp_omobility.arrival IS 'planned arrival';
COMMENT ON COLUMN @extschema@.ewp_omobility.departure IS 'planned departure';
COMMENT ON COLUMN @extschema@.ewp_omobility.eqf_nomination IS 'EQF level studied at nomination';
COMMENT ON COLUMN @extschema@.ewp_omobility.eqf_departure IS 'EQF level studied at departure';
COMMENT ON COLUMN @extschema@.ewp_omobility.nominee_isced_f IS 'subject area of the student';
COMMENT ON COLUMN @extschema@.ewp_omobility.agreement_isced_f IS 'subject area in the agreement (3)';
COMMENT ON COLUMN @extschema@.ewp_omobility.languages IS 'languages of the student';
COMMENT ON COLUMN @extschema@.ewp_omobility.language_levels IS 'CEFR level of each of them';
COMMENT ON COLUMN @extschema@.ewp_omobility.comment IS 'comment of the receiver (3)';
COMMENT ON COLUMN @extschema@.ewp_omobility.rest IS 'elements that have no column';

CREATE TYPE @extschema@.ewp_la AS (
    la_no integer,
    version pg_catalog.text,
    omobility_id pg_catalog.text,
    sending_hei_id pg_catalog.text,
    sending_ounit_id pg_catalog.text,
    receiving_hei_id pg_catalog.text,
    receiving_ounit_id pg_catalog.text,
    receiving_year @extschema@.academic_term,
    esi pg_catalog.text,
    given_names pg_catalog.text,
    family_name pg_catalog.text,
    birth_date pg_catalog.date,
    citizenship pg_catalog.text,
    gender integer,
    email pg_catalog.text,
    started pg_catalog.date,
    ended pg_catalog.date,
    by_month boolean,
    eqf_level integer,
    isced_f pg_catalog.text,
    isced_wording pg_catalog.text,
    language pg_catalog.text,
    language_level pg_catalog.text,
    first_version boolean,
    approved_changes boolean,
    proposal_id pg_catalog.text
);
COMMENT ON TYPE @extschema@.ewp_la IS 'A learning agreement of an outgoing mobility.';
COMMENT ON COLUMN @extschema@.ewp_la.la_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_la.version IS 'version of the interface: 1';
COMMENT ON COLUMN @extschema@.ewp_la.omobility_id IS 'identifier of the mobility';
COMMENT ON COLUMN @extschema@.ewp_la.sending_hei_id IS 'who sends';
COMMENT ON COLUMN @extschema@.ewp_la.sending_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_la.receiving_hei_id IS 'who receives';
COMMENT ON COLUMN @extschema@.ewp_la.receiving_ounit_id IS 'its organisational unit';
COMMENT ON COLUMN @extschema@.ewp_la.receiving_year IS 'academic year at the receiver';
COMMENT ON COLUMN @extschema@.ewp_la.esi IS 'European Student Identifier (global-id), as given';
COMMENT ON COLUMN @extschema@.ewp_la.given_names IS 'given names';
COMMENT ON COLUMN @extschema@.ewp_la.family_name IS 'family name';
COMMENT ON COLUMN @extschema@.ewp_la.birth_date IS 'day of birth';
COMMENT ON COLUMN @extschema@.ewp_la.citizenship IS 'citizenship, ISO 3166 alpha-2';
COMMENT ON COLUMN @extschema@.ewp_la.gender IS 'ISO 5218';
COMMENT ON COLUMN @extschema@.ewp_la.email IS 'e-mail address';
COMMENT ON COLUMN @extschema@.ewp_la.started IS 'first day; first day of the month if only that is given';
COMMENT ON COLUMN @extschema@.ewp_la.ended IS 'last day; last day of the month if only that is given';
COMMENT ON COLUMN @extschema@.ewp_la.by_month IS 'only months are given';
COMMENT ON COLUMN @extschema@.ewp_la.eqf_level IS 'EQF level studied at departure';
COMMENT ON COLUMN @extschema@.ewp_la.isced_f IS 'subject area';
COMMENT ON COLUMN @extschema@.ewp_la.isced_wording IS 'its wording';
COMMENT ON COLUMN @extschema@.ewp_la.language IS 'language of the student';
COMMENT ON COLUMN @extschema@.ewp_la.language_level IS 'its CEFR level';
COMMENT ON COLUMN @extschema@.ewp_la.first_version IS 'there is a version that all have signed';
COMMENT ON COLUMN @extschema@.ewp_la.approved_changes IS 'changes to it were approved';
COMMENT ON COLUMN @extschema@.ewp_la.proposal_id IS 'identifier of a proposal that is open';

CREATE TYPE @extschema@.ewp_la_rest AS (
    la_no integer,
    omobility_id pg_catalog.text,
    owner pg_catalog.text,
    n integer,
    name pg_catalog.text,
    content pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_la_rest IS
'An element of a learning agreement that has no column: a signature, a contact ...';
COMMENT ON COLUMN @extschema@.ewp_la_rest.la_no IS 'number of the learning agreement in the document';
COMMENT ON COLUMN @extschema@.ewp_la_rest.omobility_id IS 'identifier of the mobility';
COMMENT ON COLUMN @extschema@.ewp_la_rest.owner IS
'element that it stands in: la, sending-hei, receiving-hei, student, first-version, approved-changes, '
'changes-proposal';
COMMENT ON COLUMN @extschema@.ewp_la_rest.n IS 'number of the element among these';
COMMENT ON COLUMN @extschema@.ewp_la_rest.name IS 'local name';
COMMENT ON COLUMN @extschema@.ewp_la_rest.content IS 'the element, with the namespaces that it needs';

CREATE TYPE @extschema@.ewp_la_component AS (
    la_no integer,
    omobility_id pg_catalog.text,
    part pg_catalog.text,
    list pg_catalog.text,
    n integer,
    status pg_catalog.text,
    reason_code pg_catalog.text,
    reason_text pg_catalog.text,
    los_id pg_catalog.text,
    los_code pg_catalog.text,
    program @extschema@.program_code,
    title pg_catalog.text,
    loi_id pg_catalog.text,
    term_number integer,
    total_terms integer,
    term @extschema@.academic_term,
    credit @extschema@.credit,
    credit_schemes pg_catalog.text[],
    credit_values numeric[],
    conditions pg_catalog.text,
    description pg_catalog.text,
    in_plan boolean
);
COMMENT ON TYPE @extschema@.ewp_la_component IS 'A component of a learning agreement.';
COMMENT ON COLUMN @extschema@.ewp_la_component.la_no IS 'number of the learning agreement in the document';
COMMENT ON COLUMN @extschema@.ewp_la_component.omobility_id IS 'identifier of the mobility';
COMMENT ON COLUMN @extschema@.ewp_la_component.part IS 'first-version, approved-changes or changes-proposal';
COMMENT ON COLUMN @extschema@.ewp_la_component.list IS
'studied, recognized, virtual, blended-mobility or short-term-doctoral';
COMMENT ON COLUMN @extschema@.ewp_la_component.n IS 'number of the component in its part';
COMMENT ON COLUMN @extschema@.ewp_la_component.status IS 'inserted or deleted';
COMMENT ON COLUMN @extschema@.ewp_la_component.reason_code IS 'reason';
COMMENT ON COLUMN @extschema@.ewp_la_component.reason_text IS 'reason in words';
COMMENT ON COLUMN @extschema@.ewp_la_component.los_id IS 'identifier of the learning opportunity';
COMMENT ON COLUMN @extschema@.ewp_la_component.los_code IS 'its code';
COMMENT ON COLUMN @extschema@.ewp_la_component.program IS 'the code, if it names its classifier';
COMMENT ON COLUMN @extschema@.ewp_la_component.title IS 'title';
COMMENT ON COLUMN @extschema@.ewp_la_component.loi_id IS 'identifier of its instance';
COMMENT ON COLUMN @extschema@.ewp_la_component.term_number IS 'number of the term in the year';
COMMENT ON COLUMN @extschema@.ewp_la_component.total_terms IS 'terms in the year';
COMMENT ON COLUMN @extschema@.ewp_la_component.term IS 'the term in the receiving academic year';
COMMENT ON COLUMN @extschema@.ewp_la_component.credit IS
'the first credit whose scheme is known and whose value is exact';
COMMENT ON COLUMN @extschema@.ewp_la_component.credit_schemes IS 'scheme of each credit, as given';
COMMENT ON COLUMN @extschema@.ewp_la_component.credit_values IS 'value of each credit';
COMMENT ON COLUMN @extschema@.ewp_la_component.conditions IS 'conditions of recognition';
COMMENT ON COLUMN @extschema@.ewp_la_component.description IS 'short description';
COMMENT ON COLUMN @extschema@.ewp_la_component.in_plan IS
'part of the plan in force: the first version, with approved insertions and without approved deletions; NULL if '
'nobody can tell';

CREATE TYPE @extschema@.ewp_tor AS (
    tor_no integer,
    version pg_catalog.text,
    omobility_id pg_catalog.text,
    receiving_year @extschema@.academic_term,
    elmo pg_catalog.xml,
    rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_tor IS 'A transcript of records of an incoming mobility.';
COMMENT ON COLUMN @extschema@.ewp_tor.tor_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_tor.version IS 'version of the interface: 1, 2 or 3';
COMMENT ON COLUMN @extschema@.ewp_tor.omobility_id IS 'identifier of the mobility';
COMMENT ON COLUMN @extschema@.ewp_tor.receiving_year IS 'academic year at the receiver (3)';
COMMENT ON COLUMN @extschema@.ewp_tor.elmo IS 'the transcript, as a document of its own';
COMMENT ON COLUMN @extschema@.ewp_tor.rest IS 'elements that have no column';

CREATE TYPE @extschema@.ewp_tor_grade AS (
    tor_no integer,
    omobility_id pg_catalog.text,
    isced_code pg_catalog.text,
    n integer,
    label pg_catalog.text,
    percentage numeric
);
COMMENT ON TYPE @extschema@.ewp_tor_grade IS 'A line of the grade conversion table of a transcript of records.';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.tor_no IS 'number of the transcript in the document';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.omobility_id IS 'identifier of the mobility';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.isced_code IS 'subject area';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.n IS 'number of the line in the transcript';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.label IS 'grade';
COMMENT ON COLUMN @extschema@.ewp_tor_grade.percentage IS 'share of learners with it, in percent';

CREATE TYPE @extschema@.ewp_institution AS (
    hei_no integer,
    hei_id pg_catalog.text,
    names pg_catalog.text[],
    name_langs pg_catalog.text[],
    other_ids pg_catalog.text[],
    other_id_types pg_catalog.text[],
    abbreviation pg_catalog.text,
    locality pg_catalog.text,
    country pg_catalog.text,
    websites pg_catalog.text[],
    root_ounit_id pg_catalog.text,
    ounit_ids pg_catalog.text[],
    rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_institution IS 'An institution of higher education.';
COMMENT ON COLUMN @extschema@.ewp_institution.hei_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_institution.hei_id IS 'SCHAC identifier';
COMMENT ON COLUMN @extschema@.ewp_institution.names IS 'names';
COMMENT ON COLUMN @extschema@.ewp_institution.name_langs IS 'language of each of them';
COMMENT ON COLUMN @extschema@.ewp_institution.other_ids IS 'other identifiers';
COMMENT ON COLUMN @extschema@.ewp_institution.other_id_types IS 'type of each of them: erasmus, pic, local ...';
COMMENT ON COLUMN @extschema@.ewp_institution.abbreviation IS 'abbreviation';
COMMENT ON COLUMN @extschema@.ewp_institution.locality IS 'place, of the first address';
COMMENT ON COLUMN @extschema@.ewp_institution.country IS 'ISO 3166 alpha-2, of the first address';
COMMENT ON COLUMN @extschema@.ewp_institution.websites IS 'web addresses';
COMMENT ON COLUMN @extschema@.ewp_institution.root_ounit_id IS 'topmost organisational unit';
COMMENT ON COLUMN @extschema@.ewp_institution.ounit_ids IS 'organisational units';
COMMENT ON COLUMN @extschema@.ewp_institution.rest IS 'elements that have no column';

CREATE TYPE @extschema@.ewp_ounit AS (
    ounit_no integer,
    ounit_id pg_catalog.text,
    ounit_code pg_catalog.text,
    names pg_catalog.text[],
    name_langs pg_catalog.text[],
    abbreviation pg_catalog.text,
    parent_ounit_id pg_catalog.text,
    websites pg_catalog.text[],
    rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_ounit IS 'An organisational unit of an institution.';
COMMENT ON COLUMN @extschema@.ewp_ounit.ounit_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_ounit.ounit_id IS 'identifier';
COMMENT ON COLUMN @extschema@.ewp_ounit.ounit_code IS 'code';
COMMENT ON COLUMN @extschema@.ewp_ounit.names IS 'names';
COMMENT ON COLUMN @extschema@.ewp_ounit.name_langs IS 'language of each of them';
COMMENT ON COLUMN @extschema@.ewp_ounit.abbreviation IS 'abbreviation';
COMMENT ON COLUMN @extschema@.ewp_ounit.parent_ounit_id IS 'unit that it belongs to';
COMMENT ON COLUMN @extschema@.ewp_ounit.websites IS 'web addresses';
COMMENT ON COLUMN @extschema@.ewp_ounit.rest IS 'elements that have no column';

CREATE TYPE @extschema@.ewp_course AS (
    course_no integer,
    instance_no integer,
    los_id pg_catalog.text,
    los_code pg_catalog.text,
    program @extschema@.program_code,
    ounit_id pg_catalog.text,
    titles pg_catalog.text[],
    title_langs pg_catalog.text[],
    type pg_catalog.text,
    subject_area pg_catalog.text,
    isced_f pg_catalog.text,
    loi_id pg_catalog.text,
    started pg_catalog.date,
    ended pg_catalog.date,
    term @extschema@.academic_term,
    credit @extschema@.credit,
    credit_schemes pg_catalog.text[],
    credit_values numeric[],
    language pg_catalog.text,
    hours numeric,
    contains pg_catalog.text[],
    rest pg_catalog.xml
);
COMMENT ON TYPE @extschema@.ewp_course IS 'A course of a catalogue, with one of its instances.';
COMMENT ON COLUMN @extschema@.ewp_course.course_no IS 'number in the document, from 1';
COMMENT ON COLUMN @extschema@.ewp_course.instance_no IS 'number of the instance in the course; NULL if it has none';
COMMENT ON COLUMN @extschema@.ewp_course.los_id IS 'identifier';
COMMENT ON COLUMN @extschema@.ewp_course.los_code IS 'code';
COMMENT ON COLUMN @extschema@.ewp_course.program IS 'the code, if it names its classifier';
COMMENT ON COLUMN @extschema@.ewp_course.ounit_id IS 'organisational unit';
COMMENT ON COLUMN @extschema@.ewp_course.titles IS 'titles';
COMMENT ON COLUMN @extschema@.ewp_course.title_langs IS 'language of each of them';
COMMENT ON COLUMN @extschema@.ewp_course.type IS 'Degree Programme, Module, Course, Class';
COMMENT ON COLUMN @extschema@.ewp_course.subject_area IS 'old Erasmus subject area';
COMMENT ON COLUMN @extschema@.ewp_course.isced_f IS 'ISCED-F code, as given';
COMMENT ON COLUMN @extschema@.ewp_course.loi_id IS 'identifier of the instance';
COMMENT ON COLUMN @extschema@.ewp_course.started IS 'first day';
COMMENT ON COLUMN @extschema@.ewp_course.ended IS 'last day';
COMMENT ON COLUMN @extschema@.ewp_course.term IS 'academic term';
COMMENT ON COLUMN @extschema@.ewp_course.credit IS 'the first credit whose scheme is known and whose value is exact';
COMMENT ON COLUMN @extschema@.ewp_course.credit_schemes IS 'scheme of each credit, as given';
COMMENT ON COLUMN @extschema@.ewp_course.credit_values IS 'value of each credit';
COMMENT ON COLUMN @extschema@.ewp_course.language IS 'language of instruction';
COMMENT ON COLUMN @extschema@.ewp_course.hours IS 'engagement hours';
COMMENT ON COLUMN @extschema@.ewp_course.contains IS 'identifiers of what it contains';
COMMENT ON COLUMN @extschema@.ewp_course.rest IS 'elements that have no column';

CREATE FUNCTION @extschema@.ewp_iias(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_iia
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_iias';
COMMENT ON FUNCTION @extschema@.ewp_iias(pg_catalog.xml) IS
'The conditions of interinstitutional agreements (EWP IIAs get, 6 and 7): one row a condition and year; an '
'agreement without conditions is one row. Years in force, places a year, alternatives as arrays. Errors: 2200M '
'(not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), '
'0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_iias(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_iia
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_iias';
COMMENT ON FUNCTION @extschema@.ewp_iias(pg_catalog.text) IS
'The conditions of interinstitutional agreements (EWP IIAs get, 6 and 7): one row a condition and year; an '
'agreement without conditions is one row. Years in force, places a year, alternatives as arrays. Errors: 2200M '
'(not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), '
'0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_iias(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_iia
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_iias';
COMMENT ON FUNCTION @extschema@.ewp_iias(pg_catalog.bytea) IS
'The conditions of interinstitutional agreements (EWP IIAs get, 6 and 7): one row a condition and year; an '
'agreement without conditions is one row. Years in force, places a year, alternatives as arrays. Errors: 2200M '
'(not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), '
'0A000 (a version that is not read).';

CREATE FUNCTION @extschema@.ewp_omobilities(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_omobility
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobilities';
COMMENT ON FUNCTION @extschema@.ewp_omobilities(pg_catalog.xml) IS
'The nominations in a document (EWP omobilities get, 2 and 3). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';
CREATE FUNCTION @extschema@.ewp_omobilities(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_omobility
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobilities';
COMMENT ON FUNCTION @extschema@.ewp_omobilities(pg_catalog.text) IS
'The nominations in a document (EWP omobilities get, 2 and 3). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';
CREATE FUNCTION @extschema@.ewp_omobilities(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_omobility
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobilities';
COMMENT ON FUNCTION @extschema@.ewp_omobilities(pg_catalog.bytea) IS
'The nominations in a document (EWP omobilities get, 2 and 3). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';

CREATE FUNCTION @extschema@.ewp_omobility_las(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_la
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_las';
COMMENT ON FUNCTION @extschema@.ewp_omobility_las(pg_catalog.xml) IS
'The learning agreements in a document (EWP omobility-las get, 1). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';
CREATE FUNCTION @extschema@.ewp_omobility_las(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_la
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_las';
COMMENT ON FUNCTION @extschema@.ewp_omobility_las(pg_catalog.text) IS
'The learning agreements in a document (EWP omobility-las get, 1). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';
CREATE FUNCTION @extschema@.ewp_omobility_las(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_la
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_las';
COMMENT ON FUNCTION @extschema@.ewp_omobility_las(pg_catalog.bytea) IS
'The learning agreements in a document (EWP omobility-las get, 1). Errors: 2200M (not well-formed, or with a '
'DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not '
'read).';

CREATE FUNCTION @extschema@.ewp_omobility_la_components(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_la_component
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobility_la_components';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_components(pg_catalog.xml) IS
'The components of the learning agreements in a document, and which of them make the plan in force. A deletion '
'takes out the first component of the same list that has the same los-id, else los-code, else loi-id, else '
'title. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 '
'(another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_omobility_la_components(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_la_component
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobility_la_components';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_components(pg_catalog.text) IS
'The components of the learning agreements in a document, and which of them make the plan in force. A deletion '
'takes out the first component of the same list that has the same los-id, else los-code, else loi-id, else '
'title. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 '
'(another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_omobility_la_components(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_la_component
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_omobility_la_components';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_components(pg_catalog.bytea) IS
'The components of the learning agreements in a document, and which of them make the plan in force. A deletion '
'takes out the first component of the same list that has the same los-id, else los-code, else loi-id, else '
'title. Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 '
'(another document), 0A000 (a version that is not read).';

CREATE FUNCTION @extschema@.ewp_omobility_la_rest(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_la_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_la_rest';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_rest(pg_catalog.xml) IS
'The elements of learning agreements that have no column, as XML: signatures, contacts. Errors: 2200M (not '
'well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 '
'(a version that is not read).';
CREATE FUNCTION @extschema@.ewp_omobility_la_rest(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_la_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_la_rest';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_rest(pg_catalog.text) IS
'The elements of learning agreements that have no column, as XML: signatures, contacts. Errors: 2200M (not '
'well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 '
'(a version that is not read).';
CREATE FUNCTION @extschema@.ewp_omobility_la_rest(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_la_rest
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_omobility_la_rest';
COMMENT ON FUNCTION @extschema@.ewp_omobility_la_rest(pg_catalog.bytea) IS
'The elements of learning agreements that have no column, as XML: signatures, contacts. Errors: 2200M (not '
'well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 '
'(a version that is not read).';

CREATE FUNCTION @extschema@.ewp_imobility_tors(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_tor
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_imobility_tors';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tors(pg_catalog.xml) IS
'The transcripts of records in a document (EWP imobility-tors get, 1 to 3); their ELMO as documents. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_imobility_tors(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_tor
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_imobility_tors';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tors(pg_catalog.text) IS
'The transcripts of records in a document (EWP imobility-tors get, 1 to 3); their ELMO as documents. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_imobility_tors(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_tor
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_imobility_tors';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tors(pg_catalog.bytea) IS
'The transcripts of records in a document (EWP imobility-tors get, 1 to 3); their ELMO as documents. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';

CREATE FUNCTION @extschema@.ewp_imobility_tor_grades(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_tor_grade
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_imobility_tor_grades';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tor_grades(pg_catalog.xml) IS
'The grade conversion tables of the transcripts of records in a document. Errors: 2200M (not well-formed, or '
'with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that '
'is not read).';
CREATE FUNCTION @extschema@.ewp_imobility_tor_grades(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_tor_grade
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_imobility_tor_grades';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tor_grades(pg_catalog.text) IS
'The grade conversion tables of the transcripts of records in a document. Errors: 2200M (not well-formed, or '
'with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that '
'is not read).';
CREATE FUNCTION @extschema@.ewp_imobility_tor_grades(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_tor_grade
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10 AS 'MODULE_PATHNAME', 'ewp_imobility_tor_grades';
COMMENT ON FUNCTION @extschema@.ewp_imobility_tor_grades(pg_catalog.bytea) IS
'The grade conversion tables of the transcripts of records in a document. Errors: 2200M (not well-formed, or '
'with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that '
'is not read).';

CREATE FUNCTION @extschema@.ewp_institutions(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_institution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_institutions';
COMMENT ON FUNCTION @extschema@.ewp_institutions(pg_catalog.xml) IS
'The institutions in a document (EWP institutions, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 '
'(cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_institutions(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_institution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_institutions';
COMMENT ON FUNCTION @extschema@.ewp_institutions(pg_catalog.text) IS
'The institutions in a document (EWP institutions, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 '
'(cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_institutions(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_institution
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2 AS 'MODULE_PATHNAME', 'ewp_institutions';
COMMENT ON FUNCTION @extschema@.ewp_institutions(pg_catalog.bytea) IS
'The institutions in a document (EWP institutions, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), 22P04 '
'(cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';

CREATE FUNCTION @extschema@.ewp_ounits(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_ounit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_ounits';
COMMENT ON FUNCTION @extschema@.ewp_ounits(pg_catalog.xml) IS
'The organisational units in a document (EWP ounits, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), '
'22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_ounits(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_ounit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_ounits';
COMMENT ON FUNCTION @extschema@.ewp_ounits(pg_catalog.text) IS
'The organisational units in a document (EWP ounits, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), '
'22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_ounits(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_ounit
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_ounits';
COMMENT ON FUNCTION @extschema@.ewp_ounits(pg_catalog.bytea) IS
'The organisational units in a document (EWP ounits, 2). Errors: 2200M (not well-formed, or with a DOCTYPE), '
'22P04 (cannot be unpacked), 54000 (a limit), 22023 (another document), 0A000 (a version that is not read).';

CREATE FUNCTION @extschema@.ewp_courses(doc pg_catalog.xml) RETURNS SETOF @extschema@.ewp_course
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_courses';
COMMENT ON FUNCTION @extschema@.ewp_courses(pg_catalog.xml) IS
'The courses in a document (EWP courses, 0.7): one row an instance; a course without one is one row. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_courses(doc pg_catalog.text) RETURNS SETOF @extschema@.ewp_course
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_courses';
COMMENT ON FUNCTION @extschema@.ewp_courses(pg_catalog.text) IS
'The courses in a document (EWP courses, 0.7): one row an instance; a course without one is one row. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';
CREATE FUNCTION @extschema@.ewp_courses(doc pg_catalog.bytea) RETURNS SETOF @extschema@.ewp_course
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20 AS 'MODULE_PATHNAME', 'ewp_courses';
COMMENT ON FUNCTION @extschema@.ewp_courses(pg_catalog.bytea) IS
'The courses in a document (EWP courses, 0.7): one row an instance; a course without one is one row. Errors: '
'2200M (not well-formed, or with a DOCTYPE), 22P04 (cannot be unpacked), 54000 (a limit), 22023 (another '
'document), 0A000 (a version that is not read).';

