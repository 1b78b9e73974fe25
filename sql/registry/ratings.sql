-- registry/ratings: ratings of institutions from weighted criteria.

CREATE TABLE socu.rating (
    rating text COLLATE "C" PRIMARY KEY CHECK (rating ~ '^[a-z][a-z0-9_]*$'),
    title text NOT NULL,
    status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed', 'published', 'closed')),
    normalisation text NOT NULL DEFAULT 'min_max'
        CHECK (normalisation IN ('min_max', 'fixed', 'share_of_best', 'z_score')),
    missing text NOT NULL DEFAULT 'exclude' CHECK (missing IN ('exclude', 'reweight')),
    min_coverage numeric NOT NULL DEFAULT 0.5 CHECK (min_coverage BETWEEN 0 AND 1),
    ties text NOT NULL DEFAULT 'competition' CHECK (ties IN ('competition', 'dense', 'mean')),
    digits int NOT NULL DEFAULT 2 CHECK (digits BETWEEN 0 AND 10),
    event text COLLATE "C" REFERENCES socu.event ON UPDATE CASCADE,
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain'))
);
COMMENT ON TABLE socu.rating IS 'Ratings of institutions: how values become a score and scores a rank.';
COMMENT ON COLUMN socu.rating.rating IS 'Key: snake_case.';
COMMENT ON COLUMN socu.rating.status IS 'proposed, agreed, published or closed.';
COMMENT ON COLUMN socu.rating.normalisation IS
'How a value becomes 0 to 100: min_max (worst to best seen), fixed (between the criterion''s own ends), share_of_best '
'(best = 100), z_score (mean 50, standard deviation 10).';
COMMENT ON COLUMN socu.rating.missing IS
'exclude: no score without every value. reweight: weights of what is there scaled up to 1, if they reach min_coverage. '
'Missing is never 0.';
COMMENT ON COLUMN socu.rating.min_coverage IS 'With reweight: the least sum of weights of the values that are there.';
COMMENT ON COLUMN socu.rating.ties IS
'Ranks of equal scores: competition (1, 2, 2, 4), dense (1, 2, 2, 3) or mean (1, 2.5, 2.5, 4).';
COMMENT ON COLUMN socu.rating.digits IS 'Decimals to which a score is rounded before it is ranked.';
COMMENT ON COLUMN socu.rating.event IS 'The event at which it was proposed.';

CREATE TABLE socu.rating_criterion (
    rating text COLLATE "C" NOT NULL REFERENCES socu.rating ON UPDATE CASCADE ON DELETE CASCADE,
    criterion text COLLATE "C" NOT NULL CHECK (criterion ~ '^[a-z][a-z0-9_]*$'),
    name_en text NOT NULL,
    weight numeric NOT NULL CHECK (weight > 0 AND weight <= 1),
    higher_is_better boolean NOT NULL DEFAULT true,
    scale_from numeric,
    scale_to numeric CHECK (scale_to > scale_from),
    PRIMARY KEY (rating, criterion)
);
COMMENT ON TABLE socu.rating_criterion IS
'Criteria of a rating. Their weights add up to exactly 1 at the end of the transaction.';
COMMENT ON COLUMN socu.rating_criterion.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_criterion.criterion IS 'Key within the rating.';
COMMENT ON COLUMN socu.rating_criterion.weight IS 'Weight, above 0 and up to 1.';
COMMENT ON COLUMN socu.rating_criterion.higher_is_better IS 'False if a small value is good.';
COMMENT ON COLUMN socu.rating_criterion.scale_from IS 'Value worth 0 under fixed normalisation.';
COMMENT ON COLUMN socu.rating_criterion.scale_to IS 'Value worth 100 under fixed normalisation.';

CREATE FUNCTION socu.rating_weights_check() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    which text;
    total numeric;
BEGIN
    IF TG_RELID <> 'socu.rating_criterion'::regclass OR TG_WHEN <> 'AFTER' OR TG_LEVEL <> 'ROW' THEN
        RAISE EXCEPTION 'function "rating_weights_check" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves rating_criterion AFTER each row, and nothing else.',
                  HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    FOREACH which IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.rating] WHEN 'DELETE' THEN ARRAY[OLD.rating]
                                ELSE ARRAY[NEW.rating, OLD.rating] END LOOP
        SELECT sum(c.weight) INTO total FROM socu.rating_criterion c WHERE c.rating = which;
        IF total <> 1 THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'rating_weights', SCHEMA = 'socu',
                TABLE = 'rating_criterion',
                MESSAGE = format('the weights of rating "%s" do not add up to 1', which),
                DETAIL = format('They add up to %s.', total),
                HINT = 'Change all its criteria in one transaction.';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION socu.rating_weights_check() IS
'Deferred constraint trigger of rating_criterion: the weights of a rating add up to 1. Refuses every other table. '
'Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION socu.rating_weights_check() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER rating_weights AFTER INSERT OR UPDATE OR DELETE ON socu.rating_criterion
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION socu.rating_weights_check();

CREATE TABLE socu.rating_value (
    rating text COLLATE "C" NOT NULL,
    criterion text COLLATE "C" NOT NULL,
    institution text COLLATE "C" NOT NULL REFERENCES socu.institution ON UPDATE CASCADE,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    value numeric NOT NULL CHECK (value <> 'NaN'),
    source_document text COLLATE "C" NOT NULL DEFAULT 'site' REFERENCES socu.source_document ON UPDATE CASCADE,
    confidence text NOT NULL DEFAULT 'found' CHECK (confidence IN ('found', 'known', 'uncertain')),
    PRIMARY KEY (rating, criterion, institution, valid),
    FOREIGN KEY (rating, criterion) REFERENCES socu.rating_criterion ON UPDATE CASCADE ON DELETE CASCADE,
    EXCLUDE USING gist (rating WITH =, criterion WITH =, institution WITH =, valid WITH &&)
);
COMMENT ON TABLE socu.rating_value IS
'Observed values of the criteria, by institution and period. What is not observed has no row.';
COMMENT ON COLUMN socu.rating_value.rating IS 'The rating.';
COMMENT ON COLUMN socu.rating_value.criterion IS 'The criterion.';
COMMENT ON COLUMN socu.rating_value.institution IS 'The institution.';
COMMENT ON COLUMN socu.rating_value.value IS 'The value, in the unit of the criterion.';

-- ---- scores and ranks ----

CREATE FUNCTION socu.rating_rank(rating text, on_date date, weights jsonb)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH r AS (SELECT * FROM socu.rating t WHERE t.rating = rating_rank.rating),
    c AS (SELECT k.*, (weights->>k.criterion)::numeric AS w FROM socu.rating_criterion k
          WHERE k.rating = rating_rank.rating),
    v AS (SELECT x.criterion, x.institution, x.value FROM socu.rating_value x
          WHERE x.rating = rating_rank.rating AND x.valid @> on_date),
    s AS (SELECT v.criterion, min(v.value) AS lo, max(v.value) AS hi, avg(v.value) AS mean, stddev_pop(v.value) AS sd
          FROM v GROUP BY v.criterion),
    n AS (SELECT v.institution, c.criterion, c.w,
                 CASE WHEN c.higher_is_better THEN y.points ELSE 100 - y.points END AS points
          FROM v JOIN c ON c.criterion = v.criterion JOIN s ON s.criterion = v.criterion CROSS JOIN r
          CROSS JOIN LATERAL (SELECT CASE r.normalisation
                WHEN 'min_max' THEN CASE WHEN s.hi = s.lo THEN 50 ELSE 100 * (v.value - s.lo) / (s.hi - s.lo) END
                WHEN 'fixed' THEN greatest(0, least(100, 100 * (v.value - c.scale_from) / (c.scale_to - c.scale_from)))
                WHEN 'share_of_best' THEN CASE WHEN s.hi = 0 THEN NULL ELSE 100 * v.value / s.hi END
                WHEN 'z_score' THEN CASE WHEN s.sd = 0 THEN 50
                                         ELSE 50 + 10 * (v.value - s.mean) / s.sd END END AS points) y),
    t AS (SELECT i.institution, coalesce(sum(n.w) FILTER (WHERE n.points IS NOT NULL), 0) AS coverage,
                 sum(n.w * n.points) AS points,
                 array_agg(c.criterion ORDER BY c.criterion) FILTER (WHERE n.points IS NULL) AS missing
          FROM (SELECT DISTINCT v.institution FROM v) i CROSS JOIN c
          LEFT JOIN n ON n.institution = i.institution AND n.criterion = c.criterion
          GROUP BY i.institution),
    q AS (SELECT t.institution, t.coverage, coalesce(t.missing, '{}') AS missing,
                 round(CASE WHEN t.missing IS NULL THEN t.points
                            WHEN r.missing = 'reweight' AND t.coverage >= r.min_coverage
                                 AND t.coverage > 0 THEN t.points / t.coverage END, r.digits) AS score,
                 r.ties
          FROM t CROSS JOIN r)
    SELECT q.institution, q.score,
           CASE WHEN q.score IS NOT NULL THEN
             CASE q.ties WHEN 'dense' THEN dense_rank() OVER o
                         WHEN 'mean' THEN rank() OVER o + (count(*) OVER (PARTITION BY q.score) - 1) * 0.5
                         ELSE rank() OVER o END::numeric END,
           q.coverage, q.missing
    FROM q
    WINDOW o AS (ORDER BY q.score DESC NULLS LAST)
    ORDER BY q.score DESC NULLS LAST, q.institution;
END;
COMMENT ON FUNCTION socu.rating_rank(text, date, jsonb) IS
'Scores (0 to 100) and ranks of a rating on a date under given weights, e.g. {"research": 0.6, "teaching": 0.4}. No '
'score and no rank where too much is missing; missing names the criteria.';

CREATE FUNCTION socu.rating_score(rating text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT x.institution, x.score, x.rank, x.coverage, x.missing
    FROM socu.rating_rank(rating, on_date, (SELECT jsonb_object_agg(c.criterion, c.weight) FROM socu.rating_criterion c
                                            WHERE c.rating = rating_score.rating)) x;
END;
COMMENT ON FUNCTION socu.rating_score(text, date) IS
'Scores (0 to 100) and ranks of a rating on a date under its own weights. No rows for a rating without criteria or '
'values.';

CREATE FUNCTION socu.rating_sensitivity(rating text, on_date date DEFAULT CURRENT_DATE, shift numeric DEFAULT 0.1)
    RETURNS TABLE (institution text, rank numeric, best numeric, worst numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH c AS (SELECT k.criterion, k.weight FROM socu.rating_criterion k WHERE k.rating = rating_sensitivity.rating),
    -- each weight in turn made larger and smaller by the shift, the others scaled so that all add up to 1 again
    w AS (SELECT m.criterion AS moved, d.sign,
                 jsonb_object_agg(c.criterion, CASE WHEN c.criterion = m.criterion THEN m.weight_new
                                                    ELSE c.weight * (1 - m.weight_new) / (1 - m.weight) END) AS weights
          FROM (VALUES (1), (-1)) d (sign)
          CROSS JOIN LATERAL (SELECT c.criterion, c.weight,
                                     greatest(0, least(1, c.weight + d.sign * shift)) AS weight_new FROM c
                                     WHERE c.weight < 1) m
          CROSS JOIN c
          GROUP BY m.criterion, d.sign)
    SELECT b.institution, b.rank, least(b.rank, min(x.rank)), greatest(b.rank, max(x.rank))
    FROM socu.rating_score(rating, on_date) b
    LEFT JOIN (SELECT r.institution, r.rank FROM w
               CROSS JOIN LATERAL socu.rating_rank(rating_sensitivity.rating, on_date, w.weights) r) x
         ON x.institution = b.institution
    GROUP BY b.institution, b.rank
    ORDER BY b.rank NULLS LAST, b.institution;
END;
COMMENT ON FUNCTION socu.rating_sensitivity(text, date, numeric) IS
'How far a rank depends on the weights: the best and the worst rank when each weight in turn is moved up and down by '
'the shift (0.1), the others scaled to keep the sum 1.';
