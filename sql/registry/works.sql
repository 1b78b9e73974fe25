-- registry/works: programmes, projects, outputs, facilities.

COMMENT ON TABLE programme IS
'Programmes of study with partners: joint (one degree together), double and dual degree (one of each partner). '
'Partners of any state are in participation. Only running ones are counted.';
COMMENT ON COLUMN programme.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN programme.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN programme.note IS 'A remark for the reader.';
COMMENT ON COLUMN programme.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN programme.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE programme_seq IS 'Numbers of programmes entered without a key.';
COMMENT ON COLUMN programme.programme IS 'Key: text of your own or programme-N.';
COMMENT ON COLUMN programme.kind IS 'single, joint, double_degree, dual_degree or multiple_degree.';
COMMENT ON COLUMN programme.status IS 'possible (spoken of), planned (agreed), running or closed.';
COMMENT ON COLUMN programme.level IS 'ISCED 2011 level: 5 short cycle, 6 bachelor, 7 master, 8 doctor.';
COMMENT ON COLUMN programme.code IS 'Code in a national classifier or ISCED-F.';
COMMENT ON COLUMN programme.direction IS 'Direction of study of the network it belongs to.';
COMMENT ON COLUMN programme.network IS 'The network within which it runs.';
COMMENT ON COLUMN programme.agreement IS 'The agreement it rests on.';
COMMENT ON TABLE project IS
'Research, digital, educational and infrastructure projects. One without an end is current until it is closed.';
COMMENT ON COLUMN project.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN project.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN project.note IS 'A remark for the reader.';
COMMENT ON COLUMN project.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN project.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE project_seq IS 'Numbers of projects entered without a key.';
COMMENT ON COLUMN project.project IS 'Key: text of your own or project-N.';
COMMENT ON COLUMN project.kind IS 'research, digital, educational, infrastructure or other.';
COMMENT ON COLUMN project.status IS 'possible, planned, running or closed.';
COMMENT ON COLUMN project.funding IS
'Who pays: national (a ministry), international, own or company; NULL if not known.';
COMMENT ON COLUMN project.agreement IS 'The agreement it rests on.';
COMMENT ON TABLE output IS
'Publications, honours and services. An honour is no degree and no mobility: nothing here enters those statistics.';
COMMENT ON COLUMN output.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN output.note IS 'A remark for the reader.';
COMMENT ON COLUMN output.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN output.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE output_seq IS 'Numbers of outputs entered without a key.';
COMMENT ON COLUMN output.output IS 'Key: text of your own or output-N.';
COMMENT ON COLUMN output.kind IS
'book, article, proceedings, textbook; expert_review, case_study; honorary_professorship, honorary_doctorate, medal; '
'other.';
COMMENT ON COLUMN output.class IS 'publication, service or honour, from kind.';
COMMENT ON COLUMN output.made IS 'When it was released, given or finished.';
COMMENT ON COLUMN output.event IS 'The event at which it was released or given.';
COMMENT ON COLUMN output.project IS 'The project it comes from.';
COMMENT ON COLUMN output.parent IS 'What it is a part of: a case in a book.';
COMMENT ON TABLE facility IS 'Laboratories and other facilities that partners may share.';
COMMENT ON COLUMN facility.name_en IS 'Name in English.';
COMMENT ON COLUMN facility.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN facility.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN facility.facility IS 'Key.';
COMMENT ON COLUMN facility.institution IS 'Whose it is.';
COMMENT ON COLUMN facility.kind IS 'laboratory, technical_base, library, equipment or other.';
COMMENT ON TABLE facility_sharing IS 'Who may use a facility under which agreement, when.';
COMMENT ON COLUMN facility_sharing.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN facility_sharing.facility IS 'The facility.';
COMMENT ON COLUMN facility_sharing.agreement IS 'The agreement that allows it.';
COMMENT ON COLUMN facility_sharing.institution IS 'The institution that may use it.';
