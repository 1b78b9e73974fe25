-- Made-up mobilities of realistic shape: 200 institutions, nine states, ten reporting years (2016 to 2025).
--   psql -v scale=100000 -v seed=1 -f tests/bench/generate_mobility.sql
-- The same scale and seed give the same rows.  Every row is marked: created_by = 'generated', the students and request keys begin with
-- "generated:", the institutions end in .example, official figures have generated = true, quota lines carry the source "generated".
-- With -v quotas=1 a quota line for each pair of states in the last year is added, with -v official=1 made-up enrolments of the states.
\if :{?scale}
\else
\set scale 100000
\endif
\if :{?seed}
\else
\set seed 1
\endif
SET client_min_messages = warning;
SET row_security = off; -- the owner says who made the rows, as in a restore
CREATE TEMP TABLE generated_institution AS
SELECT n, s.state, format('u%s.%s.example', to_char(n, 'FM000'), lower(s.state)) AS institution
FROM generate_series(0, 199) n
JOIN (VALUES ('CN', 0, 60), ('RU', 60, 110), ('KZ', 110, 140), ('UZ', 140, 155), ('IN', 155, 168), ('KG', 168, 178), ('TJ', 178, 188), ('BY', 188, 194), ('PK', 194, 200)) s (state, low, high)
     ON n >= s.low AND n < s.high;
CREATE UNIQUE INDEX ON generated_institution (n);
ANALYZE generated_institution;

-- h(i, k): a number that looks random, from the seed, the row and the question
CREATE FUNCTION pg_temp.h(i bigint, k int, seed bigint, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((hashint8extended(i * 64 + k, seed) & 9007199254740991) % n)::int;

INSERT INTO mobility (student, kind, status, sending_state, receiving_state, sending_institution, receiving_institution, level, field, direction, funding, agreement,
                           starts_on, ends_on, months, request_key, created_by)
SELECT format('generated:%s', CASE WHEN pg_temp.h(i, 1, :seed, 100) < 3 AND y.half = 1 THEN i - 1 ELSE i END),
       k.kind, CASE WHEN y.year < 2025 THEN (ARRAY['recognized', 'recognized', 'recognized', 'recognized', 'recognized', 'completed', 'completed', 'completed', 'completed', 'early_return', 'cancelled', 'rejected', 'no_show', 'recognized'])[1 + pg_temp.h(i, 2, :seed, 14)]
                    ELSE (ARRAY['completed', 'completed', 'completed', 'arrived', 'arrived', 'arrived', 'accepted', 'submitted', 'cancelled', 'rejected', 'early_return'])[1 + pg_temp.h(i, 2, :seed, 11)] END,
       s.state, r.state, s.institution, r.institution, 6 + least(2, pg_temp.h(i, 3, :seed, 10) / 4), d.field, d.direction,
       (ARRAY['network', 'state', 'institution', 'contract'])[1 + pg_temp.h(i, 5, :seed, 4)],
       CASE WHEN pg_temp.h(i, 6, :seed, 10) > 0 THEN format('generated:%s-%s', least(s.n, r.n), greatest(s.n, r.n)) END,
       x.starts, x.starts + CASE WHEN k.kind = 'degree_study' THEN 650 + 365 * pg_temp.h(i, 8, :seed, 3) WHEN k.kind IN ('teaching', 'staff_training') THEN 2 + pg_temp.h(i, 8, :seed, 12)
                                 WHEN k.kind = 'single_courses' THEN 20 + pg_temp.h(i, 8, :seed, 50) ELSE 80 + pg_temp.h(i, 8, :seed, 75) END,
       NULL, format('generated:%s:%s', :seed, i), 'generated'
-- two halves of a year: a person of the first may go again in the second
FROM generate_series(0, :scale - 1) i
CROSS JOIN LATERAL (SELECT 2016 + (i * 10 / :scale)::int AS year, (i % 2)::int AS half) y
CROSS JOIN LATERAL (SELECT make_date(y.year - 1, 9, 1) + 167 * y.half + pg_temp.h(i, 7, :seed, 10) AS starts) x
JOIN generated_institution s ON s.n = least(199, pg_temp.h(i - y.half, 9, :seed, 200))
CROSS JOIN LATERAL (SELECT (s.n * 7 + p * p * 13 + p * 29 + 61) % 200 AS n FROM (SELECT least(pg_temp.h(i, 10, :seed, 12), pg_temp.h(i, 11, :seed, 12)) AS p) z) t
JOIN generated_institution r ON r.n = t.n AND r.state <> s.state
CROSS JOIN LATERAL (SELECT CASE WHEN q < 70 THEN 'study' WHEN q < 82 THEN 'internship' WHEN q < 88 THEN 'single_courses' WHEN q < 93 AND y.half = 0 AND pg_temp.h(i + 1, 1, :seed, 100) >= 3 THEN 'degree_study'
                                WHEN q < 93 THEN 'study' WHEN q < 98 THEN 'teaching' ELSE 'staff_training' END AS kind FROM (SELECT pg_temp.h(i, 12, :seed, 100) AS q) z) k
CROSS JOIN LATERAL (SELECT (ARRAY['energy', 'ecology', 'it_technologies', 'nanotechnologies', 'regional_studies', 'economics', 'pedagogy', NULL])[1 + q] AS direction,
                           ('{ISCEDF:0713,ISCEDF:0521,ISCEDF:0613,ISCEDF:0719,ISCEDF:0312,ISCEDF:0311,ISCEDF:0111,ISCEDF:0421}'::program_code[])[1 + q] AS field FROM (SELECT pg_temp.h(i, 4, :seed, 8) AS q) z) d;
DROP FUNCTION pg_temp.h(bigint, int, bigint, int);

\if :{?official}
INSERT INTO official_count (series, state, year, measure, value, generated, source)
SELECT 'generated', s.state, y, 'enrolled', :scale * s.w, true, 'generated'
FROM (VALUES ('CN', 40), ('RU', 5), ('KZ', 1), ('UZ', 1), ('IN', 40), ('KG', 1), ('TJ', 1), ('BY', 1), ('PK', 3)) s (state, w) CROSS JOIN generate_series(2016, 2025) y
ON CONFLICT DO NOTHING;
\endif
\if :{?quotas}
INSERT INTO quota (code, sending_state, receiving_state, validity, seats, enforcement, note, source)
SELECT format('generated:%s-%s', m.sending_state, m.receiving_state), m.sending_state, m.receiving_state, '[2024-09-01,2025-09-01)', ceil(count(*) * 1.1), 'advisory', 'generated', 'generated'
FROM mobility m WHERE m.created_by = 'generated' AND m.starts_on >= '2024-09-01' AND m.starts_on < '2025-09-01' GROUP BY m.sending_state, m.receiving_state;
\endif
DROP TABLE generated_institution;
ANALYZE mobility;
