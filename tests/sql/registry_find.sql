-- registry: how often institution_find() is right, on names as they are written, and on names of institutions that are not there.
BEGIN;
SET client_min_messages = warning;
SELECT socu.create_network('sco');
RESET client_min_messages;
SET search_path = sco, socu, public;
SET datestyle = 'ISO, YMD';
\set ECHO errors
\getenv abs_srcdir PG_ABS_SRCDIR
CREATE TEMP TABLE variant (query text, institution text);
CREATE TEMP TABLE absent (query text);
\set file :abs_srcdir '/data/registry_variants.tsv'
\set copy '\\copy variant FROM ' :'file' ' ENCODING ''UTF8'''
:copy
\set file :abs_srcdir '/data/registry_absent.tsv'
\set copy '\\copy absent FROM ' :'file' ' ENCODING ''UTF8'''
:copy
\set ECHO all
CREATE TEMP TABLE answer AS
SELECT v.query, v.institution AS right_one, f.institution, f.certain, f.nth
FROM variant v LEFT JOIN LATERAL (SELECT x.*, row_number() OVER () AS nth FROM institution_find(v.query, 3) x) f ON true;
-- right first, among three; nothing that is called certain is wrong
SELECT count(DISTINCT query) AS names, round(100.0 * count(*) FILTER (WHERE nth = 1 AND institution = right_one) / count(DISTINCT query), 1) AS first,
       round(100.0 * count(*) FILTER (WHERE institution = right_one) / count(DISTINCT query), 1) AS among_three,
       count(*) FILTER (WHERE nth = 1 AND certain) AS certain, count(*) FILTER (WHERE nth = 1 AND certain AND institution <> right_one) AS certain_and_wrong FROM answer;
SELECT query, right_one FROM answer GROUP BY query, right_one HAVING NOT coalesce(bool_or(nth = 1 AND institution = right_one), false) ORDER BY query COLLATE "C";
-- what is not there
SELECT count(*) AS names, count(*) FILTER (WHERE f.score >= 0.4) AS shown, count(*) FILTER (WHERE f.score >= 0.85) AS above, count(*) FILTER (WHERE f.certain) AS certain
FROM absent a LEFT JOIN LATERAL institution_find(a.query, 1) f ON true;
-- short names, initials, first labels and addresses; what cannot be told apart is told so
SELECT q, f.institution, f.kind, f.certain
FROM unnest('{UESTC,HIT,МФТИ,СПбГУ,ЕНУ,kstu,БГУ,Shanghai University,https://iro.oshsu.kg/pages/page/232,info@www.kaznu.kz:8080}'::text[]) WITH ORDINALITY u (q, n)
LEFT JOIN LATERAL institution_find(q, 3) f ON f.score > 0.8 ORDER BY u.n, f.institution COLLATE "C";
-- every institution has a name in Russian, but for one that nobody has told apart
SELECT i.institution FROM institution i WHERE NOT EXISTS (SELECT FROM known_name k WHERE k.institution = i.institution AND k.lang = 'ru' AND k.kind IN ('official', 'alias'));
-- a name on a date: known years, only the end known, nothing known; never today's name for an earlier day
SELECT d, institution_name(i, 'en', d) AS name, n.name AS candidate, n.kind, n.certain
FROM (VALUES ('rudn.ru', '1970-01-01'::date), ('dlufl.edu.cn', '2011-08-15'), ('dlufl.edu.cn', '2014-08-15'), ('kstu.kz', '2011-08-15'), ('kaznu.kz', '2011-08-15'), ('kaznu.kz', '2200-01-01')) v (i, d)
LEFT JOIN LATERAL institution_name_at(i, 'en', d) n ON true ORDER BY i COLLATE "C", d, n.name COLLATE "C";
SELECT count(*) AS todays_name_for_2011 FROM institution i WHERE institution_name(i.institution, 'en', '2011-08-15') = i.name_en;
ROLLBACK;
