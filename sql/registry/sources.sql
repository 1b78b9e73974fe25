-- registry/sources: the documents that records are taken from.

COMMENT ON TABLE source_document IS
'Documents that records are taken from. The shipped row "site" stands for the site''s own files.';
COMMENT ON COLUMN source_document.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN source_document.publisher IS 'Who published it.';
COMMENT ON COLUMN source_document.url IS 'Its address.';
COMMENT ON COLUMN source_document.note IS 'A remark for the reader.';
COMMENT ON COLUMN source_document.shipped IS
'True for a row that came with the extension as a fact: network_facts_update() brings corrections.';
COMMENT ON COLUMN source_document.source IS 'Where the fact stands.';
COMMENT ON COLUMN source_document.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN source_document.source_document IS 'Key: lower-case short name.';
COMMENT ON COLUMN source_document.kind IS
'page, news, charter, agreement, report, register, letter, statistics or other.';
COMMENT ON COLUMN source_document.lang IS 'Language of the document, BCP 47.';
COMMENT ON COLUMN source_document.published IS 'When it was published; not the date of the facts in it.';
COMMENT ON COLUMN source_document.retrieved IS 'When it was read.';
COMMENT ON COLUMN source_document.content_date IS
'The time its content speaks of; each fact keeps a date of its own.';
