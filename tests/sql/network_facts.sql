-- network: corrections of facts reach the rows that the site has not touched, and no other.
-- A newer version of the facts is made here by changing the statements of the template.
BEGIN;
\set SHOW_CONTEXT never
\set VERBOSITY terse
SET LOCAL client_min_messages = warning;
SELECT socu.create_network('sco', '{registry}');
SELECT socu.create_network('bare', '{registry}', false);
SET LOCAL search_path = sco, socu, public;
SAVEPOINT s;

-- nothing is newer: nothing to do, twice
SELECT * FROM socu.network_facts_update('sco');
SELECT jsonb_typeof(fact_digests) AS digests, (SELECT count(*) FROM jsonb_object_keys(fact_digests) AS k WHERE k LIKE 'state [%') = (SELECT count(*) FROM state WHERE shipped) AS all_states
FROM network;

-- the site: a column and an index of its own, a corrected row, a removed row, rows of its own
ALTER TABLE institution ADD COLUMN remark text DEFAULT 'none';
CREATE INDEX institution_remark ON institution (remark);
UPDATE institution SET city = 'Almaty, corrected' WHERE institution = 'kaznu.kz';
DELETE FROM state_status WHERE state = 'TM';
INSERT INTO sphere (sphere, name_en) VALUES ('sport', 'Sport of the site');
UPDATE institution SET remark = 'seen' WHERE institution = 'pku.edu.cn';
-- the next version: two institutions with another city, a status with another note, a sphere that the site has too and
-- one that it has not, a duty that is no more
UPDATE network_step SET statement = replace(replace(statement, $$'CN', 'Beijing', 'Peking University'$$, $$'CN', 'Beijing (Haidian)', 'Peking University'$$),
                                            $$'KZ', 'Almaty', 'Al-Farabi$$, $$'KZ', 'Almaty (Bostandyk)', 'Al-Farabi$$) WHERE kind = 'facts' AND statement LIKE 'INSERT INTO institution (%';
UPDATE network_step SET statement = replace(statement, 'attends summits as a guest of the chair', 'attends summits') WHERE kind = 'facts' AND statement LIKE 'INSERT INTO state_status%';
UPDATE network_step SET statement = statement || $$, ('sport', 'Sport', true, 'test', 'found'), ('health', 'Health', true, 'test', 'found')$$ WHERE kind = 'facts' AND statement LIKE 'INSERT INTO sphere%';
UPDATE network_step SET statement = regexp_replace(statement, $$\n\('liaison'[^\n]*$$, '') WHERE kind = 'facts' AND statement LIKE 'INSERT INTO duty%';
SELECT * FROM socu.network_facts_update('sco');
SELECT institution, city, remark FROM institution WHERE institution IN ('kaznu.kz', 'pku.edu.cn') ORDER BY 1;
SELECT sphere, name_en, shipped FROM sphere WHERE sphere IN ('sport', 'health') ORDER BY 1;
SELECT count(*) AS not_back FROM state_status WHERE state = 'TM';
-- again: what was kept is said again, nothing is done
SELECT * FROM socu.network_facts_update('sco');

-- a fact beside a row of the site for other days is added; one that is withdrawn but still in use stays
ROLLBACK TO s;
INSERT INTO duty (duty, ordinal, name_en) VALUES ('of_the_site', 9, 'Of the site');
INSERT INTO known_name (institution, name, lang, kind, validity) VALUES ('kaznu.kz', 'of the site', 'fr', 'official', '[2000-01-01,)');
UPDATE network_step SET statement = statement || $$, (999999, 'kaznu.kz', NULL, NULL, 'from the facts', 'fr', 'official', '[2001-01-01,)', true, 'test', 'found')$$ WHERE kind = 'facts' AND statement LIKE 'INSERT INTO known_name%';
UPDATE network_step SET statement = regexp_replace(statement, $$\n\('usco'[^\n]*$$, '') WHERE kind = 'facts' AND statement LIKE 'INSERT INTO body%';
SELECT what, object FROM socu.network_facts_update('sco');
SELECT count(*) AS usco FROM body WHERE body = 'usco';
ROLLBACK TO s;

-- a network without facts has none to correct
SELECT * FROM socu.network_facts_update('bare');
ROLLBACK TO s;
SELECT * FROM socu.network_facts_update('none');
ROLLBACK TO s;
-- only who may become the owner
CREATE ROLE regress_socu_stranger;
SET LOCAL ROLE regress_socu_stranger;
SELECT * FROM socu.network_facts_update('sco');
ROLLBACK;
