-- crosswalk: the shipped rows against the collected facts (tests/data).
\getenv dir PG_ABS_SRCDIR
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL search_path = public, socu, pg_temp;
CREATE TEMP TABLE fact_isced (code text, parent text, level text, kind text, name_en text, name_ru text);
CREATE TEMP TABLE fact_row (classifier text, prefix text, isced text, relation text, confidence text);
CREATE TEMP TABLE fact_example (classifier text COLLATE "C", code text, levels text, isced text, direction text, confidence text);
\set f :dir '/data/crosswalk_isced_f.tsv'
\set copy '\\copy fact_isced FROM ' :'f'
:copy
\set f :dir '/data/crosswalk_rows.tsv'
\set copy '\\copy fact_row FROM ' :'f'
:copy
\set f :dir '/data/crosswalk_examples.tsv'
\set copy '\\copy fact_example FROM ' :'f'
:copy

-- ISCED-F: 11 broad, 29 narrow, 80 detailed fields; the other rows by kind
SELECT (ARRAY['broad', 'narrow', 'detailed'])[depth(code)] AS level, kind, count(*)
FROM socu.isced_f GROUP BY depth(code), kind ORDER BY depth(code), kind COLLATE "C";
SELECT count(*) AS rows, count(*) FILTER (WHERE i.code IS NULL) AS missing,
       count(*) FILTER (WHERE i.parent IS DISTINCT FROM ('ISCEDF:' || nullif(f.parent, ''))::program_code) AS other_parent,
       count(*) FILTER (WHERE i.kind <> CASE f.kind WHEN 'eu_extension' THEN 'extension' ELSE f.kind END) AS other_kind,
       count(*) FILTER (WHERE (i.name_en, i.name_ru) <> (f.name_en, f.name_ru)) AS other_name,
       count(*) FILTER (WHERE depth(i.code) <> array_position('{broad,narrow,detailed}', f.level)) AS other_level
FROM fact_isced f LEFT JOIN socu.isced_f i ON i.code = ('ISCEDF:' || f.code)::program_code;
SELECT count(*) AS rows FROM socu.isced_f;
-- parents are there, and are what parent() says
SELECT i.code FROM socu.isced_f i LEFT JOIN socu.isced_f p ON p.code = i.parent
WHERE i.parent IS NOT NULL AND p.code IS NULL OR i.parent IS DISTINCT FROM parent(i.code);

-- Every crosswalk fact is a row.  Two classifiers carry the prefix behind another part: there each fact is several rows, and
-- "found" is said only of the kinds of programme whose codes were seen.
CREATE TEMP TABLE expected AS
SELECT f.classifier, f.isced, f.relation, (f.classifier || ':' || p.prefix)::program_code AS code,
       CASE WHEN f.confidence = 'found' AND NOT p.seen THEN 'known' ELSE f.confidence END AS confidence
FROM fact_row f
CROSS JOIN LATERAL (
    SELECT f.prefix, true WHERE f.classifier NOT IN ('BY2022')
    UNION ALL SELECT k || '-' || f.prefix, k IN ('6-05', '7-06') FROM unnest('{4-02,4-03,5-04,6-05,7-06,7-07,9-09}'::text[]) k
              WHERE f.classifier = 'BY2022'
    UNION ALL SELECT k || f.prefix, true FROM unnest('{C,D,E,F}'::text[]) k WHERE f.classifier = 'MN') p (prefix, seen);
SELECT (SELECT count(*) FROM fact_row) AS facts, count(*) AS rows,
       count(*) FILTER (WHERE c.code IS NULL) AS missing,
       count(*) FILTER (WHERE (c.relation, c.confidence) <> (e.relation, e.confidence)) AS different
FROM expected e
LEFT JOIN socu.program_crosswalk c ON c.code = e.code AND c.to_code = ('ISCEDF:' || e.isced)::program_code;
-- what is shipped beyond them: single programmes and whole lists, see crosswalk_lists
SELECT classifier(c.code) COLLATE "C" AS classifier, count(*)
FROM socu.program_crosswalk c WHERE NOT EXISTS (SELECT FROM expected e WHERE e.code = c.code)
GROUP BY 1 ORDER BY 1;
-- fewer than 3000 rows are held in memory
SELECT count(*) < 3000 AS few FROM socu.program_crosswalk;
-- OKSO 2016 has the rows of RU2013 behind its area digit, and nine of its own
SELECT count(*) AS rows, count(r.code) AS as_in_ru2013
FROM socu.program_crosswalk c
LEFT JOIN socu.program_crosswalk r ON classifier(r.code) = 'RU2013'
    AND code(r.code) = rpad(substr(code(c.code), 3), 8, '.00.00')
    AND (r.to_code, r.relation, r.confidence) = (c.to_code, c.relation, c.confidence)
WHERE classifier(c.code) = 'RU_OKSO2016';
-- every target is a row of isced_f, and isced_f() finds it for the code itself on a day of the row
SELECT c.code, c.to_code, c.validity, isced_f(c.code, d.day)
FROM socu.program_crosswalk c
CROSS JOIN LATERAL (SELECT coalesce(lower(c.validity), upper(c.validity) - 1, '2026-01-01')) d (day)
WHERE NOT EXISTS (SELECT FROM socu.isced_f i WHERE i.code = c.to_code) OR isced_f(c.code, d.day) IS DISTINCT FROM c.to_code;
-- "exact" and "narrower" promise that all of a code lies in the field: no row of a part may say otherwise.  One fact does
-- (UZ2021).  RU_OKSO2003 is left out: its list of 2005 has specialities under numbers that the list of 2009 gave to others.
SELECT w.code, w.to_code, w.relation, l.code AS part, l.to_code AS part_to
FROM socu.program_crosswalk w
JOIN socu.program_crosswalk l ON l.code <@ w.code AND l.code <> w.code AND l.validity && w.validity
WHERE w.relation IN ('exact', 'narrower') AND NOT l.to_code <@ w.to_code AND classifier(w.code) <> 'RU_OKSO2003'
ORDER BY l.code;

-- Labels: every classifier of a shipped row is described; numbers are those of the codes.
SELECT DISTINCT classifier(c.code) AS not_described FROM (
    SELECT code FROM socu.program_crosswalk UNION ALL SELECT code FROM socu.program_title UNION ALL SELECT code FROM socu.isced_f
    UNION ALL SELECT code FROM socu.direction_program) c
WHERE classifier(c.code) NOT IN (SELECT label FROM socu.classifier);
SELECT count(*) AS classifiers, count(number) AS with_grammar, count(DISTINCT number) AS numbers FROM socu.classifier;
SELECT label, state FROM socu.classifier
WHERE example IS NOT NULL AND (classifier_label(label) <> label
      OR state((label || ':' || example)::program_code) IS DISTINCT FROM state
      -- the high 11 bits of the value, whose top bit is inverted (codes of RU2013G are headings of RU2013)
      OR label <> 'RU2013G' AND (('x' || encode(socu.program_code_send((label || ':' || example)::program_code), 'hex'))::bit(64) # (1::bit(1) || 0::bit(63)))::bit(11)::int <> number);
SELECT DISTINCT classifier AS not_described FROM socu.classifier_level WHERE classifier NOT IN (SELECT label FROM socu.classifier);

-- Levels: what level() reads from a code is a level that the example states, and one that classifier_level knows for the
-- classifier (the facts have no row for AM_PHD).
SELECT e.classifier, e.code, e.levels AS stated, level(c.code) AS level
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
WHERE level(c.code) IS NOT NULL
  AND (level(c.code) <> ALL (string_to_array(e.levels, '|')::int[])
       OR level(c.code) NOT IN (SELECT unnest(l.isced_levels) FROM socu.classifier_level l WHERE l.classifier = classifier(c.code)));
-- ... and where an example states one level, level() reads it if the code has a marker for it
-- (none: CN_PG, KG's directions, TJ's stage 1, suffix or letter left out)
SELECT e.classifier, count(*) FILTER (WHERE level(c.code) IS NOT NULL) AS read, count(*) FILTER (WHERE level(c.code) IS NULL) AS not_read
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
WHERE e.levels ~ '^[0-9]$' GROUP BY 1 ORDER BY 1;

-- The field of every example against isced_f().  equal; wider: the rows know the group only; narrower; other: the example stands
-- elsewhere than its group, which a row of relation "related" or "broader" allows for.
CREATE TEMP TABLE comparison AS
SELECT e.classifier, e.code, e.isced AS example, f.field,
       CASE WHEN f.field IS NULL THEN 'no row'
            WHEN f.field = x.isced THEN 'equal'
            WHEN x.isced <@ f.field THEN 'wider'
            WHEN f.field <@ x.isced THEN 'narrower'
            ELSE 'other' END AS verdict,
       (SELECT string_agg(w.relation, ',') FROM socu.crosswalk_forward(c.code, 'ISCEDF', '2026-01-01') w) AS relation,
       (SELECT string_agg(r.relation, ',') FROM socu.program_crosswalk r
        WHERE c.code <@ r.code AND r.validity @> '2026-01-01'::date AND depth(r.code) =
            (SELECT max(depth(d.code)) FROM socu.program_crosswalk d WHERE c.code <@ d.code AND d.validity @> '2026-01-01'::date)) AS row_relation
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
CROSS JOIN LATERAL (SELECT isced_f(c.code, '2026-01-01')) f (field)
CROSS JOIN LATERAL (SELECT ('ISCEDF:' || e.isced)::program_code) x (isced);
SELECT verdict, row_relation, count(*) FROM comparison GROUP BY 1, 2 ORDER BY verdict COLLATE "C", row_relation COLLATE "C";
-- row by row: where the example and the group disagree (the facts disagree with each other), or there is no row
SELECT classifier, code, example, code(field) AS field, row_relation AS row, verdict FROM comparison
WHERE verdict NOT IN ('equal', 'wider') ORDER BY verdict COLLATE "C", classifier COLLATE "C", code COLLATE "C";
-- of these, the ones that contradict their row: it puts the whole group inside the field (exact, narrower), the example stands outside
SELECT classifier, code, example, code(field) AS field, row_relation AS row FROM comparison
WHERE verdict = 'other' AND row_relation IN ('exact', 'narrower');
-- and where they agree
\pset format unaligned
SELECT verdict, classifier, string_agg(code || ' ' || example || CASE WHEN verdict = 'wider' THEN ' in ' || code(field) ELSE '' END, '; ' ORDER BY code COLLATE "C", example COLLATE "C")
FROM comparison WHERE verdict IN ('equal', 'wider') GROUP BY 1, 2 ORDER BY verdict COLLATE "C", classifier COLLATE "C";
\pset format aligned

-- Directions: what direction() gives against the example's.  Directions of an example that no row states are not guessed.
SELECT (CASE WHEN d.direction = nullif(e.direction, '') THEN 'same' WHEN d.direction IS NULL AND e.direction = '' THEN 'none in both'
            WHEN d.direction IS NULL THEN 'no row' WHEN e.direction = '' THEN 'row only' ELSE 'other' END) COLLATE "C" AS verdict, count(*)
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
CROSS JOIN LATERAL (SELECT direction(c.code, '2026-01-01')) d (direction)
GROUP BY 1 ORDER BY 1;
-- none of them is contradicted, and no code gets a direction that its example lacks
SELECT e.classifier, e.code, e.isced, e.direction AS example, d.direction
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
CROSS JOIN LATERAL (SELECT direction(c.code, '2026-01-01')) d (direction)
WHERE d.direction <> e.direction;
-- A direction follows from a row about the code, or from a field that the code lies in wholly: never from related or broader.
SELECT e.classifier, e.code, d.direction
FROM fact_example e
CROSS JOIN LATERAL (SELECT (e.classifier || ':' || e.code)::program_code) c (code)
CROSS JOIN LATERAL (SELECT direction(c.code, '2026-01-01')) d (direction)
WHERE d.direction IS NOT NULL
  AND NOT EXISTS (SELECT FROM socu.direction_program p WHERE c.code <@ p.code)
  AND NOT EXISTS (SELECT FROM socu.crosswalk_forward(c.code, 'ISCEDF', '2026-01-01') f
                  JOIN socu.program_crosswalk r ON c.code <@ r.code AND r.to_code = f.code
                  WHERE r.relation IN ('exact', 'narrower'))
  AND classifier(c.code) <> 'ISCEDF2013';
-- Headings of the Russian enlarged groups: each has a field, and a direction where all of it lies in one.
SELECT count(*) AS headings, count(isced_f(c.code, '2026-01-01')) AS with_field
FROM fact_row f CROSS JOIN LATERAL (SELECT ('RU2013G:' || f.prefix || '.00.00')::program_code) c (code) WHERE f.classifier = 'RU2013';
SELECT c.code, isced_f(c.code), direction(c.code, '2026-01-01')
FROM fact_row f CROSS JOIN LATERAL (SELECT ('RU2013G:' || f.prefix || '.00.00')::program_code) c (code)
WHERE f.classifier = 'RU2013' AND direction(c.code, '2026-01-01') IS NOT NULL ORDER BY 1;
ROLLBACK;
