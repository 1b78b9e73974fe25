-- registry: what the page on the university (2011) says, row by row: question, expected answer, query.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
\set ECHO none
\getenv abs_srcdir PG_ABS_SRCDIR
\set sample :abs_srcdir '/../examples/registry_sample.sql'
\i :sample
\set ECHO all
SET datestyle = 'ISO, YMD';
\pset format unaligned
\pset footer off
\pset null NULL
\set SHOW_CONTEXT never

-- The network. Q: can a person be enrolled at USCO itself? A: no; only an institution is host, and the network cannot become one
SAVEPOINT s;
INSERT INTO agreement_flow (agreement, flow, from_institution, to_institution, activity) VALUES ('xjtu_kaznu_2024', 3, 'kaznu.kz', 'usco', 'student_exchange');
ROLLBACK TO s;
INSERT INTO institution (institution, state, name_en) VALUES ('uni-sco.ru', 'RU', 'University of the SCO');
ROLLBACK TO s;
INSERT INTO institution (institution, state, name_en) VALUES ('usco', 'RU', 'University of the SCO');
ROLLBACK TO s;
SELECT kind, (SELECT count(*) FROM institution WHERE institution = b.domain) AS among_institutions FROM body b WHERE body = 'usco';

-- Member states. Q: states with status member on 2011-08-15. A: CN, KZ, KG, RU, TJ, UZ (6)
SELECT string_agg(state, ' ' ORDER BY state) AS members, count(*) FROM states_as_of('2011-08-15') WHERE status = 'member';

-- Observer countries. Q: observers on 2011-08-15. A: IN, IR, MN, PK (exactly four; Afghanistan only from 2012-06-07)
SELECT string_agg(state, ' ' ORDER BY state) AS observers FROM states_as_of('2011-08-15') WHERE status = 'observer';
SELECT state_status_at('AF', '2012-06-06') AS before, state_status_at('AF', '2012-06-07') AS after;

-- Base in agreements. Q: USCO mobilities without an agreement in force on their start date. A: 0
-- Mobilities are the quota room's; here: an agreement is in force, or is not, on a day.
SELECT count(*) FILTER (WHERE agreement = 'xjtu_kaznu_2024') AS in_force FROM agreements_in_force('2024-07-03')
UNION ALL SELECT count(*) FILTER (WHERE agreement = 'xjtu_kaznu_2024') FROM agreements_in_force('2024-07-04');

-- Task 1. Q: does the catalogue of activities contain student_exchange? A: yes
SELECT mobility, person FROM activity WHERE activity = 'student_exchange';

-- Task 1b. Q: are staff mobilities counted in the student totals? A: no, separate measure
SELECT activity, person, unit FROM activity WHERE mobility AND person = 'staff' ORDER BY 1;

-- Task 2. Q: number of the tasks listed. A: 4
SELECT count(*) AS tasks FROM activity WHERE activity IN ('student_exchange', 'joint_research', 'method_transfer', 'recognition');
SELECT ordinal, activity, label FROM topic WHERE body = 'usco' AND topic_kind = 'task' ORDER BY 1;

-- Task 3. Q: can a mobility be stored as virtual or blended? A: yes
-- The mode of a mobility is the quota room's; the activity itself is here.
SELECT activity, mobility FROM activity WHERE activity = 'method_transfer';

-- Task 4. Q: which bodies must recognise? A: SCO member states and the world educational community (two scopes)
-- Two scopes. Q: is a rule of scope sco applied to a request from DE? A: no
-- Rules and decisions of recognition are the recognition room's; what they ask here is the status of the state: DE has none.
SELECT count(*) FILTER (WHERE status = 'member') AS members, state_status_at('DE', '2011-08-15') AS de FROM states_as_of('2011-08-15');

-- Priority spheres. Q: number of spheres. A: 3
SELECT count(*), string_agg(sphere, ' ' ORDER BY sphere) FROM sphere;

-- Directions. Q: number of directions named. A: 4 (nanotechnology is not among them although it existed from 2009)
SELECT count(*) AS named, (SELECT count(*) FROM directions_as_of('2011-08-15')) AS open
FROM directions_as_of('2011-08-15') WHERE direction IN (direction_by_name('Studying Region'), direction_by_name('Ecology'), direction_by_name('Power engineering'), direction_by_name('IT-technologies'));
SELECT direction, since FROM directions_as_of('2011-08-15') WHERE direction = 'nanotechnologies';
-- Q: which direction does one source name and another not? A: nanotechnologies
SELECT body, direction, said_by, not_said_by FROM topic_difference;

-- Odd names. Q: direction_by_name(Studying Region). A: REG. Q: direction_by_name(Power engineering). A: ENE
SELECT direction_by_name('Studying Region') AS "Studying Region", direction_by_name('REG') AS "REG", direction_by_name('Power engineering') AS "Power engineering", direction_by_name('ENE') AS "ENE";

-- Later-added directions. Q: directions of 2011-08-15 before and after Economics is introduced on 2012-10-11. A: same result
SELECT string_agg(direction, ' ') AS before FROM directions_as_of('2011-08-15') \gset
INSERT INTO direction_status (direction, status, since, decision) VALUES ('economics', 'open', '2012-10-11', 'test');
SELECT string_agg(direction, ' ') = :'before' AS same FROM directions_as_of('2011-08-15');
SELECT count(*) AS on_2012_10_10 FROM directions_as_of('2012-10-10') UNION ALL SELECT count(*) FROM directions_as_of('2012-10-11');
ROLLBACK TO s;

-- Set of specialities. Q: may a direction have zero agreed specialities? A: yes
SELECT count(*) AS specialities FROM direction_speciality WHERE direction = 'ecology';

-- Coordinator. Q: coordinator of IT for KZ. A: ektu.kz
SELECT institution FROM coordinator WHERE direction = 'it_technologies' AND state = 'KZ' AND validity @> date '2011-08-31';
-- At most one per direction and country at a time
INSERT INTO coordinator (direction, state, institution, validity) VALUES ('it_technologies', 'KZ', 'kaznu.kz', '[2012-01-01,2013-01-01)');
ROLLBACK TO s;

-- Programme code. Q: level and title for 6M070300. A: master, Information systems
-- Q: its place in the newer classifier? A: not in the document; a mapping needs a source (the crosswalk's)
SELECT level, level(code) AS level_of_code, title, code FROM programme WHERE programme = 'usco_information_systems';

-- Joint training. Q: level offered by the joint programme. A: master
SELECT kind, CASE level WHEN 7 THEN 'master' END AS level FROM programme WHERE programme = 'usco_information_systems';

-- Representation. Q: scopes of the coordinator. A: national and international
SELECT represents FROM coordinator WHERE institution = 'ektu.kz';

-- Duties 1 to 5. Q: count of duties. A: 5
SELECT count(*) AS duties FROM duty;
-- Q: does duty 2 concern foreign institutions? A: yes
SELECT foreign_partners FROM duty WHERE ordinal = 2;
-- Q: addressees of duty 3. A: national ministry of education and science; USCO working group
SELECT addressees FROM duty WHERE ordinal = 3;
-- Q: directions of a coordinator without a record update in the last 12 months. A: a list (empty if all is kept)
SELECT direction, state, last_update FROM records_stale('2012-08-31') ORDER BY 1;
SELECT direction, state, last_update FROM records_stale('2012-09-01') ORDER BY 1;
-- Q: reports due and not sent for a year. A: a list
SELECT direction, state, period FROM reports_due('2025-12-31') WHERE report_schedule = 'rectorate_yearly' ORDER BY 1;
INSERT INTO report_sent (report_schedule, coordinator, period, sent_on)
SELECT report_schedule, coordinator, period, '2025-01-20' FROM reports_due('2025-01-20') WHERE state = 'KZ';
SELECT direction, state, period FROM reports_due('2025-12-31') ORDER BY 1;
ROLLBACK TO s;

-- Presidency. Q: may the holder change in time? A: yes, by period
INSERT INTO membership (body, institution, role, validity) VALUES ('usco_rectorate', 'rudn.ru', 'holder', '[2010-01-01,2012-01-01)'), ('usco_rectorate', 'xjtu.edu.cn', 'holder', '[2012-01-01,2014-01-01)');
SELECT institution FROM network_members('usco_rectorate', '2011-12-31') UNION ALL SELECT institution FROM network_members('usco_rectorate', '2012-01-01');
ROLLBACK TO s;

-- Participation in all events. Q: rate of ektu.kz if it attended 7 of 7. A: 100 percent; with no event held: NULL, not 0
INSERT INTO event (event, kind, title, held, network) SELECT 'e' || n, 'conference', 'E' || n, '2012-0' || n, 'usco' FROM generate_series(1, 7) n;
INSERT INTO participation (event, role, institution) SELECT 'e' || n, 'participant', 'ektu.kz' FROM generate_series(1, 7) n;
SELECT * FROM event_rate('ektu.kz', 'usco', 2012);
SELECT * FROM event_rate('ektu.kz', 'usco', 2010);
ROLLBACK TO s;

-- Conference on distance education. Q: duration in days. A: 3. Q: year. A: unknown (precision day-month)
SELECT edtf_days(held) AS days, edtf_range(held) AS range, edtf_precision(held) AS precision FROM event WHERE event = 'usco_distance_education';

-- Publication date and content of another date. Q: is the page date used as date of the conference? A: no
SELECT e.held, d.published, d.content_date FROM event e JOIN source_document d USING (source_document) WHERE event = 'usco_distance_education';

-- Spelling. Q: lookup SOC University. A: USCO
SELECT body_by_name('SOC University') AS "SOC University", body_by_name('Shanghai Organization of Collaboration') AS "organisation";
ROLLBACK;
