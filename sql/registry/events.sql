-- registry/events: forums, rectors' meetings, summer schools.

COMMENT ON TABLE event IS
'Forums, symposia, visits, conferences and their parts. Hosts and participants are in participation.';
COMMENT ON COLUMN event.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN event.note IS 'A remark for the reader.';
COMMENT ON COLUMN event.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN event.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON SEQUENCE event_seq IS 'Numbers of events entered without a key.';
COMMENT ON COLUMN event.event IS 'Key: text of your own or event-N.';
COMMENT ON COLUMN event.kind IS
'forum, symposium, conference, visit, state_visit, meeting, panel, session, plenary, ceremony, book_launch, signing, '
'anniversary, summit or other.';
COMMENT ON COLUMN event.held IS 'When, as exact as it is known; never the date of the page that tells of it.';
COMMENT ON COLUMN event.status IS 'proposed, planned, held or cancelled; only held ones are counted.';
COMMENT ON COLUMN event.state IS 'Where: the state.';
COMMENT ON COLUMN event.city IS 'Where: the city.';
COMMENT ON COLUMN event.parent IS 'The event it is a part of.';
COMMENT ON COLUMN event.ordinal IS 'Its number in a series: 14 for the fourteenth forum.';
COMMENT ON COLUMN event.network IS 'The network or association whose event it is.';
