-- crosswalk/answers: what a code means elsewhere.

CREATE FUNCTION @extschema@.isced_f(code @extschema@.program_code, on_date date DEFAULT CURRENT_DATE)
    RETURNS @extschema@.program_code
    LANGUAGE c STABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.isced_f(@extschema@.program_code, date) IS
'The field of ISCED-F 2013 of a code, by the rows of program_crosswalk and isced_f that hold on a day: the longest '
'matching code, a site''s rows before shipped ones, the best relation; where equally good rows remain, what their '
'fields have in common. NULL: unknown. Sources: see the rows, or crosswalk().';

CREATE FUNCTION @extschema@.direction(code @extschema@.program_code, on_date date DEFAULT CURRENT_DATE) RETURNS text
    LANGUAGE c STABLE STRICT PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.direction(@extschema@.program_code, date) IS
'The direction of study that a code belongs to on a day, by the rows of direction_program: the longest matching code, '
'a site''s row before a shipped one; without such a row, by the field that isced_f() gives, if the code lies wholly '
'inside it (relation exact or narrower). NULL: none.';

-- ---- all answers, with their sources ----

CREATE FUNCTION socu.relation_chain(VARIADIC relations text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN relations OPERATOR(pg_catalog.<@) '{exact}'::text[] THEN 'exact'
        WHEN relations OPERATOR(pg_catalog.<@) '{exact,narrower}'::text[] THEN 'narrower'
        WHEN relations OPERATOR(pg_catalog.<@) '{exact,broader}'::text[] THEN 'broader'
        ELSE 'related' END;
END;
COMMENT ON FUNCTION socu.relation_chain(text[]) IS
'What remains of relations one after another: exact adds nothing, narrower steps stay narrower, broader steps broader, '
'everything else is related.';

CREATE FUNCTION socu.relation_inverse(relation text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN relation OPERATOR(pg_catalog.=) 'narrower' THEN 'broader'
        WHEN relation OPERATOR(pg_catalog.=) 'broader' THEN 'narrower'
        ELSE relation END;
END;
COMMENT ON FUNCTION socu.relation_inverse(text) IS
'A relation read from the other side: narrower and broader change places.';

CREATE FUNCTION socu.confidence_chain(VARIADIC confidences text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN confidences OPERATOR(pg_catalog.<@) '{found}'::text[] THEN 'found'
        WHEN confidences OPERATOR(pg_catalog.<@) '{found,known}'::text[] THEN 'known'
        ELSE 'uncertain' END;
END;
COMMENT ON FUNCTION socu.confidence_chain(text[]) IS
'The confidence of a statement made of several: that of the weakest.';

-- The rows of a code are fetched by the code first (MATERIALIZED): without statistics the planner would take every row
-- of the day.
CREATE FUNCTION socu.crosswalk_forward(from_code @extschema@.program_code, to_classifier text,
                                       on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code @extschema@.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 2 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    label CONSTANT text := @extschema@.classifier_label(to_classifier);
BEGIN
    RETURN QUERY
    WITH matching AS MATERIALIZED (
        SELECT c.* FROM socu.program_crosswalk c
        WHERE c.code OPERATOR(@extschema@.=) ANY (array_append(@extschema@.ancestors(from_code), from_code))
    ), best AS (
        SELECT m.*, rank() OVER (ORDER BY @extschema@.depth(m.code) DESC, m.shipped) AS place
        FROM matching m WHERE m.validity @> on_date AND @extschema@.classifier(m.to_code) = label
    )
    SELECT b.to_code,
           socu.relation_chain(CASE WHEN b.code OPERATOR(@extschema@.=) from_code THEN 'exact'
                                    ELSE 'narrower' END, b.relation),
           b.source, b.confidence
    FROM best b WHERE b.place = 1;
END
$$;
COMMENT ON FUNCTION socu.crosswalk_forward(@extschema@.program_code, text, date) IS
'The rows of program_crosswalk that speak for a code: those of the longest matching code, a site''s before shipped '
'ones. The relation is narrower where the row is about a wider code. Error: 22023 for an unknown classifier.';

CREATE FUNCTION socu.crosswalk_backward(from_code @extschema@.program_code, to_classifier text,
                                        on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code @extschema@.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 4 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    label CONSTANT text := @extschema@.classifier_label(to_classifier);
    own CONSTANT text := @extschema@.classifier(from_code);
BEGIN
    RETURN QUERY
    WITH leading_here AS MATERIALIZED (
        SELECT c.*, CASE WHEN c.to_code OPERATOR(@extschema@.=) from_code THEN 'exact' ELSE 'narrower' END AS step
        FROM socu.program_crosswalk c
        WHERE c.to_code OPERATOR(@extschema@.=) ANY (array_append(@extschema@.ancestors(from_code), from_code))
        UNION ALL
        SELECT c.*, 'broader' FROM socu.program_crosswalk c
        WHERE c.to_code OPERATOR(@extschema@.<@) from_code AND c.to_code OPERATOR(@extschema@.<>) from_code
    ), best AS (
        -- rows about the very code, else about the nearest wider one, else about parts of it
        SELECT l.*, rank() OVER (ORDER BY CASE WHEN l.step = 'exact' THEN 0 WHEN l.step = 'narrower' THEN 1 ELSE 2 END,
                                          CASE WHEN l.step = 'narrower' THEN @extschema@.depth(l.to_code)
                                               ELSE 0 END DESC) AS place
        FROM leading_here l
        WHERE l.validity @> on_date AND @extschema@.classifier(l.code) = label
          AND NOT (l.shipped AND EXISTS (
              SELECT FROM socu.program_crosswalk o
              WHERE o.code OPERATOR(@extschema@.=) l.code AND NOT o.shipped AND o.validity @> on_date
                AND @extschema@.classifier(o.to_code) = own))
    )
    SELECT b.code, socu.relation_chain(b.step, socu.relation_inverse(b.relation)), b.source, b.confidence
    FROM best b WHERE b.place = 1;
END
$$;
COMMENT ON FUNCTION socu.crosswalk_backward(@extschema@.program_code, text, date) IS
'The rows of program_crosswalk that lead from another classifier to a code, read backwards: rows about the very code, '
'else about the nearest wider one, else about parts of it. Error: 22023 for an unknown classifier.';

CREATE FUNCTION @extschema@.crosswalk(from_code @extschema@.program_code, to_classifier text,
    on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (code @extschema@.program_code, relation text, source text, confidence text)
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE ROWS 4 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF @extschema@.classifier_label(to_classifier) = @extschema@.classifier(from_code) THEN
        RETURN QUERY SELECT from_code, 'exact', 'the same code', 'found';
        RETURN;
    END IF;

    RETURN QUERY
    SELECT f.* FROM socu.crosswalk_forward(from_code, to_classifier, on_date) f
    ORDER BY array_position('{exact,narrower,broader,related}', f.relation), f.code;
    IF FOUND THEN
        RETURN;
    END IF;

    RETURN QUERY
    SELECT b.* FROM socu.crosswalk_backward(from_code, to_classifier, on_date) b
    ORDER BY array_position('{exact,narrower,broader,related}', b.relation), b.code;
    IF FOUND THEN
        RETURN;
    END IF;

    RETURN QUERY
    WITH chain AS (
        SELECT DISTINCT ON (c.code) c.*
        FROM (SELECT b.code, socu.relation_chain(f.relation, b.relation) AS relation,
                     concat(f.source, ' | ', b.source) AS source,
                     socu.confidence_chain(f.confidence, b.confidence) AS confidence
              FROM socu.crosswalk_forward(from_code, 'ISCEDF', on_date) f,
                   socu.crosswalk_backward(f.code, to_classifier, on_date) b
              -- ISCED-F has no levels: a master's code is no bachelor's code
              WHERE coalesce(@extschema@.level(b.code) = @extschema@.level(from_code), true)) c
        ORDER BY c.code, array_position('{exact,narrower,broader,related}', c.relation), c.source
    )
    SELECT c.* FROM chain c ORDER BY array_position('{exact,narrower,broader,related}', c.relation), c.code;
END
$$;
COMMENT ON FUNCTION @extschema@.crosswalk(@extschema@.program_code, text, date) IS
'What a code is in another classifier on a day, with relation, source and confidence: by rows about the code (the '
'longest matching one), else by rows that lead to it, else through ISCED-F (sources joined by " | ", relation and '
'confidence composed by relation_chain and confidence_chain, other levels of education left out). A code of that '
'classifier is itself. No row: unknown. Error: 22023 for an unknown classifier.';

CREATE FUNCTION @extschema@.program_title(code @extschema@.program_code, lang text DEFAULT 'en',
    on_date date DEFAULT CURRENT_DATE)
    RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH titles AS MATERIALIZED (
        SELECT p.title, p.validity, p.shipped, w.place
        FROM socu.program_title p
        JOIN pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.lower(program_title.lang COLLATE "C"), ','))
             WITH ORDINALITY AS w (lang, place)
          ON pg_catalog.btrim(w.lang) OPERATOR(pg_catalog.=) pg_catalog.lower(p.lang)
        WHERE p.code OPERATOR(@extschema@.=) program_title.code
    )
    SELECT t.title FROM titles t WHERE t.validity OPERATOR(pg_catalog.@>) on_date ORDER BY t.place, t.shipped LIMIT 1;
END;
COMMENT ON FUNCTION @extschema@.program_title(@extschema@.program_code, text, date) IS
'The title of exactly this code on a day, by the rows of program_title: in the first language of the list (''kk, ru, '
'en'') that has one, a site''s before a shipped one. NULL: unknown.';
