-- registry/ratings: ratings of institutions from weighted criteria.

COMMENT ON TABLE rating IS 'Ratings of institutions: how values become a score and scores a rank.';
COMMENT ON COLUMN rating.title IS 'Title, in English or as printed.';
COMMENT ON COLUMN rating.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN rating.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN rating.rating IS 'Key: snake_case.';
COMMENT ON COLUMN rating.status IS 'proposed, agreed, published or closed.';
COMMENT ON COLUMN rating.normalisation IS
'How a value becomes 0 to 100: min_max (worst to best seen), fixed (between the criterion''s own ends), share_of_best '
'(best = 100), z_score (mean 50, standard deviation 10).';
COMMENT ON COLUMN rating.missing IS
'exclude: no score without every value. reweight: weights of what is there scaled up to 1, if they reach min_coverage. '
'Missing is never 0.';
COMMENT ON COLUMN rating.min_coverage IS 'With reweight: the least sum of weights of the values that are there.';
COMMENT ON COLUMN rating.ties IS
'Ranks of equal scores: competition (1, 2, 2, 4), dense (1, 2, 2, 3) or mean (1, 2.5, 2.5, 4).';
COMMENT ON COLUMN rating.digits IS 'Decimals to which a score is rounded before it is ranked.';
COMMENT ON COLUMN rating.event IS 'The event at which it was proposed.';
COMMENT ON TABLE rating_criterion IS
'Criteria of a rating. Their weights add up to exactly 1 at the end of the transaction.';
COMMENT ON COLUMN rating_criterion.name_en IS 'Name in English.';
COMMENT ON COLUMN rating_criterion.rating IS 'The rating.';
COMMENT ON COLUMN rating_criterion.criterion IS 'Key within the rating.';
COMMENT ON COLUMN rating_criterion.weight IS 'Weight, above 0 and up to 1.';
COMMENT ON COLUMN rating_criterion.higher_is_better IS 'False if a small value is good.';
COMMENT ON COLUMN rating_criterion.scale_from IS 'Value worth 0 under fixed normalisation.';
COMMENT ON COLUMN rating_criterion.scale_to IS 'Value worth 100 under fixed normalisation.';

CREATE OR REPLACE FUNCTION rating_weights_check() RETURNS trigger
    LANGUAGE network_plpgsql
AS $$
DECLARE
    which text;
    total numeric;
BEGIN
    IF TG_RELID <> 'rating_criterion'::regclass OR TG_WHEN <> 'AFTER' OR TG_LEVEL <> 'ROW' THEN
        RAISE EXCEPTION 'function "rating_weights_check" is no trigger of table "%.%"', TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'trigger_protocol_violated',
                  DETAIL = 'It serves rating_criterion AFTER each row, and nothing else.',
                  HINT = format('Drop the trigger "%s".', TG_NAME);
    END IF;
    FOREACH which IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.rating] WHEN 'DELETE' THEN ARRAY[OLD.rating]
                                ELSE ARRAY[NEW.rating, OLD.rating] END LOOP
        SELECT sum(c.weight) INTO total FROM rating_criterion c WHERE c.rating = which;
        IF total <> 1 THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'rating_weights', SCHEMA = TG_TABLE_SCHEMA,
                TABLE = 'rating_criterion',
                MESSAGE = format('the weights of rating "%s" do not add up to 1', which),
                DETAIL = format('They add up to %s.', total),
                HINT = 'Change all its criteria in one transaction.';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION rating_weights_check() IS
'Deferred constraint trigger of rating_criterion: the weights of a rating add up to 1. Refuses every other table. '
'Errors: 23514, 39P01.';
REVOKE ALL ON FUNCTION rating_weights_check() FROM PUBLIC;
DROP TRIGGER IF EXISTS rating_weights ON rating_criterion;
CREATE CONSTRAINT TRIGGER rating_weights AFTER INSERT OR UPDATE OR DELETE ON rating_criterion
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rating_weights_check();
COMMENT ON TABLE rating_value IS
'Observed values of the criteria, by institution and period. What is not observed has no row.';
COMMENT ON COLUMN rating_value.validity IS 'When it holds, [from, to).';
COMMENT ON COLUMN rating_value.source_document IS 'The document it is taken from.';
COMMENT ON COLUMN rating_value.confidence IS
'found (seen at the source), known (a named document, not seen) or uncertain (to be checked).';
COMMENT ON COLUMN rating_value.rating IS 'The rating.';
COMMENT ON COLUMN rating_value.criterion IS 'The criterion.';
COMMENT ON COLUMN rating_value.institution IS 'The institution.';
COMMENT ON COLUMN rating_value.value IS 'The value, in the unit of the criterion.';

-- ---- scores and ranks ----

CREATE OR REPLACE FUNCTION rating_rank(rating text, on_date date, weights jsonb)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH r AS (SELECT * FROM rating t WHERE t.rating = rating_rank.rating),
    c AS (SELECT k.*, (weights->>k.criterion)::numeric AS w FROM rating_criterion k
          WHERE k.rating = rating_rank.rating),
    v AS (SELECT x.criterion, x.institution, x.value FROM rating_value x
          WHERE x.rating = rating_rank.rating AND x.validity @> on_date),
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
COMMENT ON FUNCTION rating_rank(text, date, jsonb) IS
'Scores (0 to 100) and ranks of a rating on a date under given weights, e.g. {"research": 0.6, "teaching": 0.4}. No '
'score and no rank where too much is missing; missing names the criteria.';

CREATE OR REPLACE FUNCTION rating_score(rating text, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (institution text, score numeric, rank numeric, coverage numeric, missing text[])
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT x.institution, x.score, x.rank, x.coverage, x.missing
    FROM rating_rank(rating, on_date, (SELECT jsonb_object_agg(c.criterion, c.weight) FROM rating_criterion c
                                            WHERE c.rating = rating_score.rating)) x;
END;
COMMENT ON FUNCTION rating_score(text, date) IS
'Scores (0 to 100) and ranks of a rating on a date under its own weights. No rows for a rating without criteria or '
'values.';

CREATE OR REPLACE FUNCTION rating_sensitivity(rating text, on_date date DEFAULT CURRENT_DATE, shift numeric DEFAULT 0.1)
    RETURNS TABLE (institution text, rank numeric, best numeric, worst numeric)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH c AS (SELECT k.criterion, k.weight FROM rating_criterion k WHERE k.rating = rating_sensitivity.rating),
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
    FROM rating_score(rating, on_date) b
    LEFT JOIN (SELECT r.institution, r.rank FROM w
               CROSS JOIN LATERAL rating_rank(rating_sensitivity.rating, on_date, w.weights) r) x
         ON x.institution = b.institution
    GROUP BY b.institution, b.rank
    ORDER BY b.rank NULLS LAST, b.institution;
END;
COMMENT ON FUNCTION rating_sensitivity(text, date, numeric) IS
'How far a rank depends on the weights: the best and the worst rank when each weight in turn is moved up and down by '
'the shift (0.1), the others scaled to keep the sum 1.';
