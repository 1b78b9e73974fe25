-- program: the type program_code.
\getenv abs_srcdir PG_ABS_SRCDIR
\set file :abs_srcdir '/data/program_examples.tsv'
SET search_path = socu, public;
BEGIN;

-- Real codes of all classifiers: they read back the same, apart from first-level codes of CN_PG padded with zeros.
CREATE TEMP TABLE example (classifier text COLLATE "C", code text, name_en text, isced_level text, source text, confidence text);
\set copy '\\copy example FROM ' :'file' ' (FORMAT csv, DELIMITER E''\\t'', HEADER, QUOTE E''\\b'')'
:copy
SELECT count(*), count(DISTINCT classifier) AS classifiers FROM example;
CREATE TEMP TABLE real AS
SELECT e.*, program_code(e.code, e.classifier) AS p, (e.classifier || ':' || e.code)::program_code AS q FROM example e;
SELECT classifier, code, p FROM real WHERE code(p) <> code OR classifier(p) <> classifier OR p <> q OR p::text::program_code <> p OR NOT listed(p) ORDER BY p;
-- The level is the table's wherever the code carries one.
SELECT classifier, code, level(p), isced_level FROM real WHERE level(p)::text <> coalesce(isced_level, '');
SELECT classifier, count(*) AS codes_without_level, string_agg(DISTINCT coalesce(isced_level, '-'), ', ') AS the_table_says FROM real WHERE level(p) IS NULL GROUP BY 1 ORDER BY 1;
SELECT state(p) COLLATE "C" AS state, array_agg(DISTINCT classifier ORDER BY classifier) FROM real GROUP BY 1 ORDER BY 1;

-- Parts and tree.
SELECT c AS code, depth(c), level(c), state(c), listed(c), ancestors(c) FROM unnest('{KZ2009:6M070301,KZ2009:6M070300,KZ2009:6M07,KZ2009:6M070000,KZ2018:6B06103,KZ2018G:BM086,
    KZ_TVET2018:4S06120102,RU2013:09.04.02,RU2013:09.00.00,RU2013G:09.04.00,RU_SPO:09.02.07,RU_OKSO2016:2.09.03.02,RU_OKSO2003:230400.62,RU_OKSO2003:230101.65,
    RU_VAK2009:08.00.05,RU_VAK2021:5.12.4,CN_UG:080911TK,CN_PG:0812Z1,CN_PG:99J1,CN_PG:083500,CN_VOC2021:310203,UZ2010:5A330202,UZ2010:5A330200,UZ2010:5330200,UZ2021:70610201,
    KG:750002,KG:710100,TJ:1-40 01 01,BY2009:1-40 05 01-01 03,BY2009:1-40 01 01 05,BY2009:1-33 80 01,BY2022:6-05-0612-01,MN:D061302,MN:061301,AZ2009:050631,AZ_PHD2012:1203.01,
    AM2014:031101.01.6,AM_PHD:Ա.01.07,ISCEDF2013:0613,ISCEDF:06,ISCED2011L:760,CIP2020:11.0101,HECOS:100366,CAH:CAH11-01-01,JACS:G411,FORD2015:2.10,EQF:7,QFEHEA:short,SCOU_DIR:it,
    IN:12.3-4B,IN:12,ZZ:MY.OWN,IR:12345,TR:123456789}'::program_code[]) AS c;

-- Accepted spellings lead to the canonical one: letter case, all separators or none, zeros of a heading.
SELECT t, t::program_code FROM unnest(ARRAY[' kz2009:6m070300 ', 'KZ2009:6M0703', 'RU2013:090402', 'RU2013:09 04 02', 'RU2013:09', 'RU2013:09.04.00', 'RU_OKSO2003:23040062', 'RU_OKSO2003:230400 (62)',
    'RU_OKSO2003:230400-62', 'RU_OKSO2003:23', 'RU_VAK2021:2.3.01', 'BY2009:1-400101', 'BY2009:1-40-01-01', 'BY2009:1-40.01.01', 'BY2009:1-40 01 01-05', 'TJ:1-40 01 01-05', 'BY2022:605061201', 'cn_ug:080910t',
    'QFEHEA:SHORT', 'CIP2020:110101', 'AM2014:031101016', 'KG:71', 'JACS:g4', 'in:a-1']) AS t;

-- Wrong ones are refused, and the message names the part.
SAVEPOINT s;
\set VERBOSITY default
\set SHOW_CONTEXT never
SELECT 'KZ2009:6X070300'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6M140300'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6M07030'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6M0703001'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6M070300, 6M070400'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6М070300'::program_code;
ROLLBACK TO s;
SELECT 'KZ2009:6Б070300'::program_code;
ROLLBACK TO s;
SELECT 'UZ2021:６0610200'::program_code;
ROLLBACK TO s;
SELECT 'IR:۱۲۳۴'::program_code;
ROLLBACK TO s;
SELECT 'RU2013:9.03.02'::program_code;
ROLLBACK TO s;
SELECT 'RU2013:09.10.02'::program_code;
ROLLBACK TO s;
SELECT 'RU2013:09.0302'::program_code;
ROLLBACK TO s;
SELECT 'RU_VAK2021:231'::program_code;
ROLLBACK TO s;
SELECT 'RU_VAK2009:01.07.02'::program_code;
ROLLBACK TO s;
SELECT 'CN_PG:99'::program_code;
ROLLBACK TO s;
SELECT 'CN_PG:081X'::program_code;
ROLLBACK TO s;
SELECT 'UZ2010:7330202'::program_code;
ROLLBACK TO s;
SELECT 'AM2014:031101'::program_code;
ROLLBACK TO s;
SELECT 'BY2009:1-40010105'::program_code;
ROLLBACK TO s;
SELECT 'TR:12345678'::program_code;
ROLLBACK TO s;
SELECT 'IN:a b'::program_code;
ROLLBACK TO s;
SELECT 'IN:ABCDEFGHIJK'::program_code;
ROLLBACK TO s;
SELECT 'IN:'::program_code;
ROLLBACK TO s;
SELECT ''::program_code;
ROLLBACK TO s;
SELECT '080902'::program_code;
ROLLBACK TO s;
SELECT 'Information systems'::program_code;
ROLLBACK TO s;
SELECT 'KZ2010:6M070300'::program_code;
ROLLBACK TO s;
SELECT repeat('9', 100000)::program_code;
ROLLBACK TO s;
SELECT 'RU2022:09.03.02'::program_code;
ROLLBACK TO s;
SELECT program_code('6M070300', 'KZ2010');
ROLLBACK TO s;
SELECT program_code('6X070300', 'KZ2009');
ROLLBACK TO s;
SELECT program_code(' 6m070300 ', 'kz2009'), program_code(NULL, 'KZ2009') IS NULL AS null_code, program_code('1', NULL) IS NULL AS null_classifier;

-- Casts to and from text are explicit or assignments, never implicit.
SELECT 'KZ2009:6M070300'::text::program_code, ('KZ2009:6M070300'::program_code)::text;
CREATE TEMP TABLE typed (c program_code, t text);
INSERT INTO typed SELECT 'kz2009:6m070300'::text, 'RU2013:09.04.02'::program_code RETURNING *;
INSERT INTO typed (c) SELECT 'KZ2009:6X070300'::text;
ROLLBACK TO s;
\set VERBOSITY sqlstate
SELECT 'KZ2009:6M070300'::text <@ 'KZ2009:6M07'::program_code;
\set VERBOSITY default
ROLLBACK TO s;

-- The tree: <@ is true for the code itself and all below it, by whole parts.
SELECT a, b, a <@ b AS below, b @> a AS above, common_ancestor(a, b) FROM (VALUES
    ('KZ2009:6M070300', 'KZ2009:6M07'), ('KZ2009:6M07', 'KZ2009:6M070300'), ('KZ2009:6M070300', 'KZ2009:6M070300'), ('KZ2009:6M070300', 'KZ2009:6M060200'), ('KZ2009:6M070300', 'KZ2009:5B070300'),
    ('RU_VAK2021:5.12.4', 'RU_VAK2021:5.1'), ('RU_VAK2021:5.12.4', 'RU_VAK2021:5.12'), ('RU_VAK2021:5.1.4', 'RU_VAK2021:5.1'), ('CN_UG:080910T', 'CN_UG:080910'), ('CN_UG:080910T', 'CN_UG:0809'),
    ('UZ2010:5A330202', 'UZ2010:5330200'), ('UZ2010:5A330202', 'UZ2010:5A330200'), ('RU_OKSO2003:230101.65', 'RU_OKSO2003:230100'), ('RU_OKSO2003:230100.62', 'RU_OKSO2003:230101'),
    ('BY2009:1-40 01 01 05', 'BY2009:1-40 01 01'), ('BY2009:1-40 01 01 05', 'BY2009:1-40 01 01-05'), ('AM2014:031101.01.6', 'AM2014:031101.00.6'), ('AM2014:031101.01.6', 'AM2014:031101.00.7'),
    ('KZ2018:6B06103', 'KZ2009:6M07'), ('KZ2018G:B057', 'KZ2018G:B058'), ('IN:12.3', 'IN:12'), ('IN:123', 'IN:12')) AS t (x, y), LATERAL (SELECT x::program_code AS a, y::program_code AS b) AS c;
-- what is above is what one is below, for all pairs of real codes and all above them
WITH node AS (SELECT p FROM real UNION SELECT unnest(ancestors(p)) FROM real)
SELECT count(*) AS pairs, count(*) FILTER (WHERE a.p <@ b.p) AS below, count(*) FILTER (WHERE (a.p <@ b.p) IS DISTINCT FROM (b.p = a.p OR b.p = ANY (ancestors(a.p)))) AS contradictions,
       count(*) FILTER (WHERE classifier(a.p) IN ('AM2014', 'BY2009', 'CN_PG', 'MN', 'RU_OKSO2003', 'UZ2010')
                          AND common_ancestor(a.p, b.p) IS DISTINCT FROM (SELECT max(n.p) FROM node n WHERE a.p <@ n.p AND b.p <@ n.p)) AS wrong_common
FROM node a, node b WHERE classifier(a.p) = classifier(b.p);

-- Order: by classifier, then part by part; numbers as numbers.
SELECT array_agg(c ORDER BY c) FROM unnest('{RU_VAK2021:5.12.4,RU_VAK2021:5.2.3,RU_VAK2021:5.2,RU_VAK2021:5.2.12,KZ2009:6M0703,KZ2009:6M07,KZ2009:6D0703,KZ2009:6M070301,RU_OKSO2003:230400.62,RU_OKSO2003:230401,RU_OKSO2003:230400,KG:710100,IN:2,IN:10,IN:1.2}'::program_code[]) AS c;
SELECT a < b, a <= b, a = b, a <> b, a >= b, a > b, program_code_cmp(a, b) FROM (VALUES ('KZ2009:5B0101'::program_code, 'KZ2009:6M0101'::program_code), ('KG:71', 'KG:710000'), ('KZ2018:6B01', 'KZ2009:6M01')) AS t (a, b);
-- the same answers from the two kinds of index, sorting, and grouping by hash and by sort
CREATE TEMP TABLE many AS SELECT p FROM real, generate_series(1, 20);
CREATE INDEX many_hash ON many USING hash (p);
SET LOCAL enable_hashagg = off; SELECT md5(string_agg(p::text || n, ',' ORDER BY p)) AS by_sort FROM (SELECT p, count(*) AS n FROM many GROUP BY p) AS g \gset
SET LOCAL enable_hashagg = on; SET LOCAL enable_sort = off; SELECT md5(string_agg(p::text || n, ',' ORDER BY p)) AS by_hash FROM (SELECT p, count(*) AS n FROM many GROUP BY p) AS g \gset
SET LOCAL enable_sort = on; SET LOCAL enable_seqscan = off;
SELECT :'by_sort' = :'by_hash' AS the_same, count(*) FROM many WHERE p = 'KZ2009:6M070300';
SELECT min(p), max(p), count(DISTINCT p), count(DISTINCT program_code_hash(p)) = count(DISTINCT p) AS spread, count(DISTINCT program_code_hash_extended(p, 1)) = count(DISTINCT p) AS spread_extended FROM many;

-- Binary: 8 bytes there and back; what is no code is refused.
SELECT encode(program_code_send('KZ2009:6M070300'), 'hex'), encode(program_code_send('IN:1'), 'hex');
\getenv abs_builddir PG_ABS_BUILDDIR
\set file :abs_builddir '/results/program.bin'
\set copy '\\copy (SELECT p FROM real ORDER BY p) TO ' :'file' ' (FORMAT binary)'
:copy
CREATE TEMP TABLE arrived (p program_code);
\set copy '\\copy arrived FROM ' :'file' ' (FORMAT binary)'
:copy
SELECT count(*) AS arrived, (SELECT count(*) FROM (SELECT p FROM real EXCEPT ALL SELECT p FROM arrived) AS d) AS lost, pg_column_size(min(p)) AS bytes FROM arrived;
-- a code; then no code at all; no classifier; beyond the layout of KZ2009; an empty part before an absent one; the heading CN_PG:99, which does not exist; too short
\set file :abs_srcdir '/data/receive.sql'
\set ECHO none
\i :file
\set ECHO all
\set table arrived
\set ON_ERROR_ROLLBACK on
\set value 'program_code_send(''KZ2009:6M070300'')'
:receive
\set value 'int8send(0)'
:receive
\set value 'int8send(9007199254740992)'
:receive
\set value 'int8send(-1)'
:receive
\set value 'int8send(9223372036854775807)'
:receive
\set value 'int8send(9007199254740992 + 4503599627370496)'
:receive
\set value 'int8send(9007199254740992 + 4 * 1061208 + 102)'
:receive
\set value 'int8send(17 * 9007199254740992 + 101 * 362 * 362)'
:receive
\set value '''\\x00200000''::bytea'
:receive
\set VERBOSITY sqlstate
:receive
\set value 'int8send(0)'
:receive
\set VERBOSITY default
\set ON_ERROR_ROLLBACK off

-- Errors are soft where PostgreSQL knows soft errors (16 and newer).
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE $q$ DO $d$ BEGIN
            ASSERT NOT EXISTS (SELECT FROM unnest(ARRAY['', '080902', 'KZ2010:6M070300', 'KZ2009:6X070300', 'KZ2009:6M07030', 'KZ2009:6M0703001', 'RU2013:09.0302', 'RU2022:1', 'CN_PG:99', 'UZ2010:7', repeat('x', 10000)]) AS t
                               WHERE pg_input_is_valid(t, 'program_code') OR (pg_input_error_info(t, 'program_code')).sql_error_code NOT IN ('22P02', '0A000'));
            ASSERT pg_input_is_valid('KZ2009:6M070300', 'program_code');
        END $d$ $q$;
    END IF;
END $$;
ROLLBACK;
