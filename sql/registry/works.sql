-- registry/works: programmes, projects, outputs, facilities.

CREATE SEQUENCE socu.programme_seq;
CREATE TABLE socu.programme (
    programme text COLLATE "C" PRIMARY KEY DEFAULT 'programme-' || nextval('socu.programme_seq')
        CHECK (programme <> ''),
    kind text NOT NULL CHECK (kind IN ('single', 'joint', 'double_degree', 'dual_degree', 'multiple_degree')),
    status text NOT NULL CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    level smallint CHECK (level BETWEEN 5 AND 8),
    code socu.program_code,
    direction text COLLATE "C" REFERENCES socu.direction ON UPDATE CASCADE,
    network text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.programme (direction);
CREATE INDEX ON socu.programme (agreement);
COMMENT ON TABLE socu.programme IS
'Programmes of study with partners: joint (one degree together), double and dual degree (one of each partner). '
'Partners of any state are in participation. Only running ones are counted.';
COMMENT ON SEQUENCE socu.programme_seq IS 'Numbers of programmes entered without a key.';
COMMENT ON COLUMN socu.programme.programme IS 'Key: text of your own or programme-N.';
COMMENT ON COLUMN socu.programme.kind IS 'single, joint, double_degree, dual_degree or multiple_degree.';
COMMENT ON COLUMN socu.programme.status IS 'possible (spoken of), planned (agreed), running or closed.';
COMMENT ON COLUMN socu.programme.level IS 'ISCED 2011 level: 5 short cycle, 6 bachelor, 7 master, 8 doctor.';
COMMENT ON COLUMN socu.programme.code IS 'Code in a national classifier or ISCED-F.';
COMMENT ON COLUMN socu.programme.direction IS 'Direction of study of the network it belongs to.';
COMMENT ON COLUMN socu.programme.network IS 'The network within which it runs.';
COMMENT ON COLUMN socu.programme.agreement IS 'The agreement it rests on.';

CREATE SEQUENCE socu.project_seq;
CREATE TABLE socu.project (
    project text COLLATE "C" PRIMARY KEY DEFAULT 'project-' || nextval('socu.project_seq') CHECK (project <> ''),
    kind text NOT NULL CHECK (kind IN ('research', 'digital', 'educational', 'infrastructure', 'other')),
    status text NOT NULL DEFAULT 'running' CHECK (status IN ('possible', 'planned', 'running', 'closed')),
    title text NOT NULL,
    funding text CHECK (funding IN ('national', 'international', 'own', 'company')),
    agreement text COLLATE "C" REFERENCES socu.agreement ON UPDATE CASCADE,
    valid daterange NOT NULL DEFAULT '(,)' CHECK (NOT isempty(valid)),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.project (agreement);
COMMENT ON TABLE socu.project IS
'Research, digital, educational and infrastructure projects. One without an end is current until it is closed.';
COMMENT ON SEQUENCE socu.project_seq IS 'Numbers of projects entered without a key.';
COMMENT ON COLUMN socu.project.project IS 'Key: text of your own or project-N.';
COMMENT ON COLUMN socu.project.kind IS 'research, digital, educational, infrastructure or other.';
COMMENT ON COLUMN socu.project.status IS 'possible, planned, running or closed.';
COMMENT ON COLUMN socu.project.funding IS
'Who pays: national (a ministry), international, own or company; NULL if not known.';
COMMENT ON COLUMN socu.project.agreement IS 'The agreement it rests on.';

CREATE SEQUENCE socu.output_seq;
CREATE TABLE socu.output (
    output text COLLATE "C" PRIMARY KEY DEFAULT 'output-' || nextval('socu.output_seq') CHECK (output <> ''),
    kind text NOT NULL CHECK (kind IN ('book', 'article', 'proceedings', 'textbook', 'expert_review', 'case_study',
                                       'honorary_professorship', 'honorary_doctorate', 'medal', 'other')),
    class text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN kind IN ('honorary_professorship', 'honorary_doctorate', 'medal') THEN 'honour'
             WHEN kind IN ('expert_review', 'case_study') THEN 'service'
             ELSE 'publication' END) STORED,
    title text NOT NULL,
    made socu.edtf,
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    project text COLLATE "C" REFERENCES socu.project ON UPDATE CASCADE,
    parent text COLLATE "C" REFERENCES socu.output ON UPDATE CASCADE CHECK (parent <> output),
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.output (event);
COMMENT ON TABLE socu.output IS
'Publications, honours and services. An honour is no degree and no mobility: nothing here enters those statistics.';
COMMENT ON SEQUENCE socu.output_seq IS 'Numbers of outputs entered without a key.';
COMMENT ON COLUMN socu.output.output IS 'Key: text of your own or output-N.';
COMMENT ON COLUMN socu.output.kind IS
'book, article, proceedings, textbook; expert_review, case_study; honorary_professorship, honorary_doctorate, medal; '
'other.';
COMMENT ON COLUMN socu.output.class IS 'publication, service or honour, from kind.';
COMMENT ON COLUMN socu.output.made IS 'When it was released, given or finished.';
COMMENT ON COLUMN socu.output.event IS 'The event at which it was released or given.';
COMMENT ON COLUMN socu.output.project IS 'The project it comes from.';
COMMENT ON COLUMN socu.output.parent IS 'What it is a part of: a case in a book.';

CREATE TABLE socu.facility (
    facility text COLLATE "C" PRIMARY KEY CHECK (facility <> ''),
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    kind text NOT NULL CHECK (kind IN ('laboratory', 'technical_base', 'library', 'equipment', 'other')),
    name_en text NOT NULL,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.facility IS 'Laboratories and other facilities that partners may share.';
COMMENT ON COLUMN socu.facility.facility IS 'Key.';
COMMENT ON COLUMN socu.facility.institution IS 'Whose it is.';
COMMENT ON COLUMN socu.facility.kind IS 'laboratory, technical_base, library, equipment or other.';

CREATE TABLE socu.facility_sharing (
    facility text COLLATE "C" NOT NULL REFERENCES socu.facility ON UPDATE CASCADE ON DELETE CASCADE,
    agreement text COLLATE "C" NOT NULL REFERENCES socu.agreement ON UPDATE CASCADE,
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    PRIMARY KEY (facility, agreement, institution, valid),
    EXCLUDE USING gist (facility WITH =, agreement WITH =, institution WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.facility_sharing IS 'Who may use a facility under which agreement, when.';
COMMENT ON COLUMN socu.facility_sharing.facility IS 'The facility.';
COMMENT ON COLUMN socu.facility_sharing.agreement IS 'The agreement that allows it.';
COMMENT ON COLUMN socu.facility_sharing.institution IS 'The institution that may use it.';
