-- registry/events: forums, rectors' meetings, summer schools.

CREATE SEQUENCE socu.event_seq;
CREATE TABLE socu.event (
    event text COLLATE "C" PRIMARY KEY DEFAULT 'event-' || nextval('socu.event_seq') CHECK (event <> ''),
    kind text NOT NULL CHECK (kind IN ('forum', 'symposium', 'conference', 'visit', 'state_visit', 'meeting', 'panel',
                                       'session', 'plenary', 'ceremony', 'book_launch', 'signing', 'anniversary',
                                       'summit', 'other')),
    title text NOT NULL,
    held socu.edtf,
    status text NOT NULL DEFAULT 'held' CHECK (status IN ('proposed', 'planned', 'held', 'cancelled')),
    state text COLLATE "C" REFERENCES socu.state,
    city text,
    parent text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE CHECK (parent <> event),
    ordinal int CHECK (ordinal > 0),
    network text COLLATE "C" REFERENCES socu.body ON UPDATE CASCADE,
    note text,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
CREATE INDEX ON socu.event (parent);
CREATE INDEX ON socu.event (network);
COMMENT ON TABLE socu.event IS
'Forums, symposia, visits, conferences and their parts. Hosts and participants are in participation.';
COMMENT ON SEQUENCE socu.event_seq IS 'Numbers of events entered without a key.';
COMMENT ON COLUMN socu.event.event IS 'Key: text of your own or event-N.';
COMMENT ON COLUMN socu.event.kind IS
'forum, symposium, conference, visit, state_visit, meeting, panel, session, plenary, ceremony, book_launch, signing, '
'anniversary, summit or other.';
COMMENT ON COLUMN socu.event.held IS 'When, as exact as it is known; never the date of the page that tells of it.';
COMMENT ON COLUMN socu.event.status IS 'proposed, planned, held or cancelled; only held ones are counted.';
COMMENT ON COLUMN socu.event.state IS 'Where: the state.';
COMMENT ON COLUMN socu.event.city IS 'Where: the city.';
COMMENT ON COLUMN socu.event.parent IS 'The event it is a part of.';
COMMENT ON COLUMN socu.event.ordinal IS 'Its number in a series: 14 for the fourteenth forum.';
COMMENT ON COLUMN socu.event.network IS 'The network or association whose event it is.';
