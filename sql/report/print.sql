-- report/print: what a count is printed as in a release.

CREATE FUNCTION socu.report_perturb(n bigint, draw bigint, of bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    -- the first target whose cumulated weight (in 300ths) lies above the draw; from 7 on: -4 to 4 around the count
    SELECT CASE WHEN n < 7 THEN t.target ELSE n + t.target END
    FROM (SELECT x.target, sum(x.weight) OVER (ORDER BY x.target) AS cumulated
          FROM (VALUES (0, 0, 300),
                       (1, 0, 212), (1, 3, 55), (1, 4, 30), (1, 5, 3),
                       (2, 0, 112), (2, 3, 155), (2, 4, 30), (2, 5, 3),
                       (3, 0, 52), (3, 3, 140), (3, 4, 72), (3, 5, 27), (3, 6, 6), (3, 7, 3),
                       (4, 0, 24), (4, 3, 60), (4, 4, 117), (4, 5, 57), (4, 6, 30), (4, 7, 9), (4, 8, 3),
                       (5, 3, 63), (5, 4, 63), (5, 5, 72), (5, 6, 45), (5, 7, 33), (5, 8, 18), (5, 9, 6),
                       (6, 3, 21), (6, 4, 36), (6, 5, 48), (6, 6, 84), (6, 7, 57), (6, 8, 39), (6, 9, 12),
                       (6, 10, 3),
                       (7, -4, 3), (7, -3, 15), (7, -2, 33), (7, -1, 60), (7, 0, 78), (7, 1, 60), (7, 2, 33),
                       (7, 3, 15), (7, 4, 3)) x (n, target, weight)
          WHERE x.n = least(report_perturb.n, 7)) t
    WHERE 300 * draw < t.cumulated * of
    ORDER BY t.target LIMIT 1;
END;
COMMENT ON FUNCTION socu.report_perturb(bigint, bigint, bigint) IS
'Cell key method: a count from 0 moved by up to 4, in the mean by 0 with variance 5/2, never to 1 or 2; 0 stays 0.';

CREATE FUNCTION socu.report_print(method text, n bigint, draw bigint, of bigint DEFAULT 4294967296) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE method
    WHEN 'rr5' THEN 5 * (n / 5) + CASE WHEN 5 * draw < (n % 5) * of THEN 5 ELSE 0 END
    WHEN 'ckm' THEN socu.report_perturb(n, draw, of)
    WHEN 'hesa5' THEN 5 * ((n + 2) / 5) END;
COMMENT ON FUNCTION socu.report_print(text, bigint, bigint, bigint) IS
'A count from 0 as it is printed, by the draw, a number from 0 below "of". rr5: one of the two multiples of 5 around '
'it, right in the mean (5 floor(n/5) + 5 if draw/of < (n mod 5)/5). ckm: report_perturb. hesa5: the nearest multiple '
'of 5. NULL for another method.';
