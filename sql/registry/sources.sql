-- registry/sources: the documents that records are taken from.

CREATE TABLE socu.source_document (
    source_document text COLLATE "C" PRIMARY KEY CHECK (source_document ~ '^[a-z0-9][a-z0-9_.-]*$'),
    title text NOT NULL,
    kind text NOT NULL DEFAULT 'page'
        CHECK (kind IN ('page', 'news', 'charter', 'agreement', 'report', 'register', 'letter', 'statistics', 'other')),
    publisher text,
    url text,
    lang text COLLATE "C" CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    published socu.edtf,
    retrieved date,
    content_date socu.edtf,
    note text,
    shipped boolean NOT NULL DEFAULT false,
    source text NOT NULL DEFAULT 'entered by the site',
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.source_document IS
'Documents that records are taken from. The shipped row "site" stands for the site''s own files.';
COMMENT ON COLUMN socu.source_document.source_document IS 'Key: lower-case short name.';
COMMENT ON COLUMN socu.source_document.kind IS
'page, news, charter, agreement, report, register, letter, statistics or other.';
COMMENT ON COLUMN socu.source_document.lang IS 'Language of the document, BCP 47.';
COMMENT ON COLUMN socu.source_document.published IS 'When it was published; not the date of the facts in it.';
COMMENT ON COLUMN socu.source_document.retrieved IS 'When it was read.';
COMMENT ON COLUMN socu.source_document.content_date IS
'The time its content speaks of; each fact keeps a date of its own.';
