-- network: the rooms that a network may have.

INSERT INTO socu.network_room (room, needs, description) VALUES
('network', '{}', 'What makes a schema a network; every network has it.'),
('registry', '{}', 'States, bodies, institutions, directions, agreements, events, coordinators, figures, ratings.'),
('quota', '{}', 'Nominations of mobility, quota lines and the guard that keeps every record within them.'),
('recognition', '{}', 'Learning agreements, achievements, recognition: proposals and decisions.'),
('exchange', '{registry,quota,recognition}', 'Documents imported and exported: ELMO, EWP.'),
('report', '{registry,quota}', 'Official figures, roll-ups, indicators, releases.');
