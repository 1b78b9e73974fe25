-- registry: what the news of XJTU (2024) says, row by row: question, expected answer, query.
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
SAVEPOINT s;

-- Event pair. Q: event date. A: 2024-07-04. Q: news date. A: 2024-07-05
SELECT e.held, d.published FROM event e JOIN source_document d USING (source_document) WHERE event = 'astana_2024';
SELECT string_agg(kind, ', ' ORDER BY ordinal) AS parts FROM event WHERE parent = 'astana_2024';

-- Co-hosts. Q: count of hosts. A: 3. Q: by country. A: CN 1, KZ 2
SELECT i.state, count(*) FROM participation p JOIN institution i USING (institution) WHERE event = 'astana_2024' AND role = 'host' GROUP BY ROLLUP (i.state) ORDER BY 1;

-- Officials. Q: ministers present. A: 2
SELECT sum(lower(persons)) AS ministers, string_agg(state, ' ' ORDER BY state) AS of FROM participation WHERE event = 'astana_2024' AND role = 'official' AND function LIKE 'minister%';

-- Book. Q: publications released at the event. A: 1
SELECT count(*) AS publications FROM output o JOIN event e USING (event) WHERE 'astana_2024' IN (e.event, e.parent) AND class = 'publication';

-- Subjects of the book. Q: is a case of success storable as a linked record? A: yes
SELECT ordinal, label FROM topic WHERE output = 'sco_cooperation_book' ORDER BY 1;
INSERT INTO output (output, kind, title, parent) VALUES ('a_case', 'case_study', 'A case of success', 'sco_cooperation_book');
INSERT INTO participation (output, role, institution) VALUES ('a_case', 'author', 'kaznu.kz');
SELECT o.parent, p.institution FROM output o JOIN participation p USING (output) WHERE output = 'a_case';
ROLLBACK TO s;

-- Ribbon cutting. Q: number of openers. A: 4
SELECT sum(lower(persons)) AS openers FROM participation WHERE event = 'astana_2024_book' AND role = 'opener';

-- Honorary professorship. Q: is it a degree? A: no, it never enters degree statistics
SELECT class, (SELECT count(*) FROM programme WHERE title = o.title) AS programmes FROM output o WHERE output = 'xjtu_honour_2024';

-- Cooperation agreements. Q: how many? A: not stated (plural, so at least 2), besides the exchange agreement
SELECT figure, bounds FROM figure WHERE event = 'astana_2024_signing' AND measure = 'agreements_signed';

-- Exchange in international law. Q: parties and field. A: xjtu.edu.cn, kaznu.kz; international law. Q: direction? A: none of the first seven (law only planned in 2023)
SELECT agreement_parties(agreement), t.label, t.field, t.direction FROM agreement JOIN topic t USING (agreement) WHERE agreement = 'xjtu_kaznu_2024';
SELECT count(*) FILTER (WHERE status = 'open') AS open, count(*) FILTER (WHERE direction = 'law' AND status = 'planned') AS law_planned FROM directions_as_of('2024-07-04', '{open,planned}');
-- exactly two parties from two countries
SELECT count(*) AS parties, count(DISTINCT i.state) AS states FROM participation p JOIN institution i USING (institution) WHERE agreement = 'xjtu_kaznu_2024' AND role = 'party';

-- Quota not stated. Q: places available. A: NULL with flag not_stated, not 0
SELECT from_institution, to_institution, places, places_stated FROM agreement_flow WHERE agreement = 'xjtu_kaznu_2024' ORDER BY flow;
INSERT INTO agreement_flow (agreement, flow, from_institution, to_institution, activity, places_stated) VALUES ('xjtu_kaznu_2024', 3, 'kaznu.kz', 'xjtu.edu.cn', 'internship', 'stated');
ROLLBACK TO s;

-- Symposium. Q: universities and countries. A: 27 and 7; mean 3.86 per country
SELECT lower(u.bounds) AS universities, lower(c.bounds) AS countries, round(lower(u.bounds) / lower(c.bounds), 2) AS mean
FROM reported_figure u JOIN reported_figure c USING (event) WHERE u.measure = 'universities_at_event' AND c.measure = 'states_at_event';
-- the listed participants do not exceed the stated total
SELECT count(DISTINCT p.institution) <= 27 AS fits FROM participation p WHERE event = 'astana_2024_symposium';

-- Industry. Q: may a company be party to an agreement? A: yes
SELECT b.kind FROM participation p JOIN body b USING (body) WHERE p.agreement = 'eku_haier_2024' AND p.role = 'party';

-- Mechanism. Q: outcome kind. A: consensus, not a signed document
SELECT kind, agreement FROM outcome WHERE event = 'astana_2024_symposium';

-- Language training, new fields. Q: is an intention counted as a programme? A: no
SELECT o.kind, (SELECT count(*) FROM programme p WHERE p.status = 'running' AND p.source_document = 'xjtu_news_2024') AS programmes FROM outcome o WHERE event = 'astana_2024';

-- Bilateral ties. Q: do the ties of CN and KZ include this event? A: yes
SELECT kind, key FROM bilateral('CN', 'KZ') WHERE key = 'astana_2024';
SELECT count(*) AS not_theirs FROM bilateral('CN', 'TJ') WHERE key = 'astana_2024';
ROLLBACK;
