-- exchange: the written rules of the documents, as queries over the rows that are read from them.
--
-- The functions are PL/pgSQL because that plans a query once a session; SQL plans it for each document.

-- One finding of a rule.
CREATE FUNCTION socu.exchange_rule(severity text, path text, message text, expected text, verdict text DEFAULT 'rules')
    RETURNS @extschema@.exchange_finding
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
        SELECT ROW(verdict, severity, path, NULL, message, expected)::@extschema@.exchange_finding;
    END;
COMMENT ON FUNCTION socu.exchange_rule(text, text, text, text, text) IS 'A finding of a written rule.';

CREATE FUNCTION socu.elmo_at(a @extschema@.elmo_achievement) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
        SELECT pg_catalog.format('report %s, achievement %s (%s)', (a).report_no, (a).los_no,
                                 COALESCE((a).code, pg_catalog.left((a).title, 30), '?'));
    END;
COMMENT ON FUNCTION socu.elmo_at(@extschema@.elmo_achievement) IS 'Where in the document a finding is, for a reader.';

CREATE FUNCTION socu.elmo_document_rules(e @extschema@.elmo) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH identifier AS (SELECT i.* FROM pg_catalog.unnest((e).identifiers) i),
    written AS (SELECT t.* FROM pg_catalog.unnest((e).texts) t)
    SELECT socu.exchange_rule('error', 'document', 'there is no report', 'at least one report')
    WHERE NOT EXISTS (SELECT FROM pg_catalog.unnest((e).reports))
    UNION ALL
    SELECT socu.exchange_rule('error', 'document', 'generatedDate is missing', 'generatedDate')
    WHERE ((e).head).generated_at IS NULL
    UNION ALL
    SELECT socu.exchange_rule('warning', 'learner', 'learner has no family name', 'familyName')
    WHERE COALESCE(((e).head).family_name, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', 'learner', pg_catalog.format('gender %s', ((e).head).gender),
                              '0, 1, 2 or 9 (ISO 5218)')
    WHERE ((e).head).gender NOT IN (0, 1, 2, 9)
    UNION ALL
    SELECT socu.exchange_rule('error', 'learner', pg_catalog.format('identifier "%s" is no ESI', i.value),
                              'urn:schac:personalUniqueCode:int:esi:SCOPE:CODE')
    FROM identifier i WHERE i.owner = 'learner' AND pg_catalog.lower(i.kind) = 'esi'
      AND NOT @extschema@.esi_valid(i.value)
    UNION ALL
    SELECT socu.exchange_rule('error', 'learner', 'alternativeName is missing', 'alternativeName (ELMO 2.1)')
    WHERE ((e).head).namespace = 'https://github.com/emrex-eu/elmo-schemas/tree/v2'
      AND NOT EXISTS (SELECT FROM written t WHERE t.kind = 'alternative_name')
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('attachment %s', t.n), 'content is no data URI in base64',
                              'data:TYPE;base64,...')
    FROM pg_catalog.unnest((e).attachments) t WHERE t.undecoded IS NOT NULL
    UNION ALL
    SELECT socu.exchange_rule('warning', pg_catalog.format('attachment %s', t.n),
                              'content has no media type', 'data:TYPE;base64,...')
    FROM pg_catalog.unnest((e).attachments) t WHERE t.content IS NOT NULL AND t.mime IS NULL) x (finding);
END $$;
COMMENT ON FUNCTION socu.elmo_document_rules(@extschema@.elmo) IS
'Of elmo_rules: the document, its learner and its attachments.';

CREATE FUNCTION socu.elmo_report_rules(e @extschema@.elmo) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH report AS (SELECT r.* FROM pg_catalog.unnest((e).reports) r),
    written AS (SELECT t.* FROM pg_catalog.unnest((e).texts) t)
    SELECT socu.exchange_rule('warning', pg_catalog.format('report %s', r.report_no), 'report has no achievements',
                              'achievements, or a report of attachments only')
    FROM report r WHERE r.achievements = 0
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('report %s', r.report_no), 'issuer has no title', 'title')
    FROM report r WHERE r.title IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('report %s', r.report_no), 'issuer has no url', 'url')
    FROM report r WHERE r.url IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('report %s', r.report_no), 'issueDate is missing',
                              'issueDate')
    FROM report r WHERE r.issued_at IS NULL
    UNION ALL
    SELECT socu.exchange_rule('warning', pg_catalog.format('report %s', r.report_no),
                              'issuer has no schac identifier',
                              'identifier of type schac')
    FROM report r WHERE r.hei_id IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('report %s', r.report_no),
                              pg_catalog.format('"%s" is no SCHAC identifier', r.hei_id),
                              'an internet domain in lower case')
    FROM report r WHERE NOT @extschema@.schac_valid(r.hei_id)
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('report %s', t.report_no),
                              pg_catalog.format('grading scheme "%s" is there %s times', t.id, pg_catalog.count(*)),
                              'one gradingScheme of each localId')
    FROM written t
    WHERE t.owner = 'grading_scheme' AND t.kind = 'id'
    GROUP BY t.report_no, t.id HAVING pg_catalog.count(*) > 1) x (finding);
END $$;
COMMENT ON FUNCTION socu.elmo_report_rules(@extschema@.elmo) IS
'Of elmo_rules: reports, their issuers and grading schemes.';

CREATE FUNCTION socu.elmo_achievement_rules(e @extschema@.elmo) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH los AS (SELECT a.* FROM pg_catalog.unnest((e).achievements) a),
    identifier AS (SELECT i.* FROM pg_catalog.unnest((e).identifiers) i),
    written AS (SELECT t.* FROM pg_catalog.unnest((e).texts) t)
    SELECT socu.exchange_rule('error', socu.elmo_at(l), 'achievement has no title', 'title')
    FROM los l WHERE l.title IS NULL
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l), 'achievement has no identifier',
                              'identifier of type local')
    FROM los l
    WHERE NOT EXISTS (SELECT FROM identifier i
                      WHERE i.owner = 'los' AND i.report_no = l.report_no AND i.los_no = l.los_no)
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l), pg_catalog.format('type "%s" is not known', l.type),
                              'Degree Programme, Module, Course or Class; absent if unknown')
    FROM los l
    WHERE l.type NOT IN ('Degree Programme', 'Module', 'Course', 'Class')
    UNION ALL
    SELECT socu.exchange_rule('error', socu.elmo_at(l), pg_catalog.format('status "%s"', l.status),
                              'passed, failed or in-progress')
    FROM los l WHERE l.status NOT IN ('passed', 'failed', 'in-progress')
    UNION ALL
    SELECT socu.exchange_rule('error', socu.elmo_at(l),
                              pg_catalog.format('grading scheme "%s" is not in the report', l.grading_scheme),
                              'a gradingScheme of this localId in the same report')
    FROM los l
    WHERE l.grading_scheme IS NOT NULL
      AND NOT EXISTS (SELECT FROM written t WHERE t.owner = 'grading_scheme' AND t.kind = 'id'
                      AND t.report_no = l.report_no AND t.id = l.grading_scheme)
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l),
                              pg_catalog.format('iscedCode "%s" is no ISCED-F code of four digits', l.isced_f),
                              'four digits')
    FROM los l WHERE l.isced_f !~ '^[0-9]{4}$'
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l), 'the end is before the start', 'start <= date')
    FROM los l WHERE l.ended < l.started OR l.term_ended < l.term_started
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l),
                              pg_catalog.format('percentages add up to %s',
                                                l.percentage_lower + l.percentage_equal + l.percentage_higher),
                              '100')
    FROM los l
    WHERE pg_catalog.abs(l.percentage_lower + l.percentage_equal + l.percentage_higher - 100) > 0.5) x (finding);
END $$;
COMMENT ON FUNCTION socu.elmo_achievement_rules(@extschema@.elmo) IS
'Of elmo_rules: achievements.';

CREATE FUNCTION socu.elmo_credit_rules(e @extschema@.elmo) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH los AS (SELECT a.* FROM pg_catalog.unnest((e).achievements) a),
    credit AS (SELECT c.* FROM pg_catalog.unnest((e).credits) c)
    SELECT socu.exchange_rule('warning', socu.elmo_at(l),
                              pg_catalog.format('credit level "%s" is not known', c.level),
                              'Bachelor, Master or PhD; absent if unknown')
    FROM los l JOIN credit c USING (report_no, los_no) WHERE c.level NOT IN ('Bachelor', 'Master', 'PhD')
    UNION ALL
    SELECT socu.exchange_rule('error', socu.elmo_at(l), 'credit has no scheme', 'scheme')
    FROM los l JOIN credit c USING (report_no, los_no) WHERE COALESCE(c.scheme, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l), 'a part of it has ECTS credits too',
                              'ECTS credits on one level of a branch')
    FROM los l
    WHERE EXISTS (SELECT FROM credit c WHERE c.report_no = l.report_no AND c.los_no = l.los_no
                  AND pg_catalog.lower(c.scheme) = 'ects' AND c.value IS NOT NULL)
      AND EXISTS (SELECT FROM los p JOIN credit c USING (report_no, los_no)
                  WHERE p.report_no = l.report_no AND p.los_no > l.los_no AND pg_catalog.lower(c.scheme) = 'ects'
                    AND c.value IS NOT NULL
                    AND NOT EXISTS (SELECT FROM los b WHERE b.report_no = l.report_no AND b.depth <= l.depth
                                    AND b.los_no > l.los_no AND b.los_no <= p.los_no))
    UNION ALL
    SELECT socu.exchange_rule('warning', socu.elmo_at(l), pg_catalog.format('EQF level "%s"', v.value), '1 to 8')
    FROM los l JOIN pg_catalog.unnest((e).levels) v USING (report_no, los_no)
    WHERE v.kind = 'EQF' AND COALESCE(v.value, '') !~ '^[1-8]$') x (finding);
END $$;
COMMENT ON FUNCTION socu.elmo_credit_rules(@extschema@.elmo) IS
'Of elmo_rules: the credits and levels of achievements.';

CREATE FUNCTION @extschema@.elmo_rules(e @extschema@.elmo) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT f.* FROM socu.elmo_document_rules(e) f;
    RETURN QUERY SELECT f.* FROM socu.elmo_report_rules(e) f;
    RETURN QUERY SELECT f.* FROM socu.elmo_achievement_rules(e) f;
    RETURN QUERY SELECT f.* FROM socu.elmo_credit_rules(e) f;
END $$;
COMMENT ON FUNCTION @extschema@.elmo_rules(@extschema@.elmo) IS
'What the written rules find in an ELMO document. Sources: elmo-schemas, documentation of schema.xsd 1.7.0 and 2.1.1; '
'ECTS Users'' Guide.';

CREATE FUNCTION socu.ewp_iia_agreement_rules(iias @extschema@.ewp_iia[]) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH agreement AS (SELECT DISTINCT ON (i.iia_no) i.*, pg_catalog.format('agreement %s', i.iia_no) AS at
                       FROM pg_catalog.unnest(iias) i ORDER BY i.iia_no, i.condition_no)
    SELECT socu.exchange_rule('note', 'document', 'there is no agreement', 'at least one iia')
    WHERE NOT EXISTS (SELECT FROM pg_catalog.unnest(iias))
    UNION ALL
    SELECT socu.exchange_rule('error', a.at, 'first partner has no iia-id or no iia-code', 'iia-id and iia-code')
    FROM agreement a WHERE a.iia_id IS NULL OR a.iia_code IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', a.at, 'there are not two partners, each with its hei-id', 'two partners')
    FROM agreement a WHERE a.hei_id IS NULL OR a.partner_hei_id IS NULL OR a.hei_id = a.partner_hei_id
    UNION ALL
    SELECT socu.exchange_rule('error', a.at, pg_catalog.format('"%s" is no EWP identifier', x),
                              '1 to 64 printable ASCII characters')
    FROM agreement a, pg_catalog.unnest(ARRAY[a.iia_id, a.partner_iia_id]) x WHERE NOT @extschema@.ewp_id_valid(x)
    UNION ALL
    SELECT socu.exchange_rule('warning', a.at, 'agreement has no conditions', 'at least one mobility specification')
    FROM agreement a WHERE a.condition_no IS NULL) x (finding);
END $$;
COMMENT ON FUNCTION socu.ewp_iia_agreement_rules(@extschema@.ewp_iia[]) IS
'Of ewp_iia_rules: agreements and their partners.';

CREATE FUNCTION socu.ewp_iia_condition_rules(iias @extschema@.ewp_iia[]) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH line AS (SELECT i.*, pg_catalog.format('agreement %s, condition %s', i.iia_no, i.condition_no) AS path
                  FROM pg_catalog.unnest(iias) i),
    condition AS (SELECT DISTINCT ON (l.iia_no, l.condition_no) l.* FROM line l WHERE l.condition_no IS NOT NULL
                  ORDER BY l.iia_no, l.condition_no, l.academic_year)
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('%s to %s', c.sending_hei_id, c.receiving_hei_id),
                              pg_catalog.format('%s and %s', c.hei_id, c.partner_hei_id))
    FROM condition c
    WHERE COALESCE(c.sending_hei_id = c.receiving_hei_id OR c.sending_hei_id NOT IN (c.hei_id, c.partner_hei_id)
                   OR c.receiving_hei_id NOT IN (c.hei_id, c.partner_hei_id), true)
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'no academic year can be read', 'academic years such as 2024/2025')
    FROM condition c WHERE c.academic_year IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', x.path, 'the academic years have a gap or are not in order', 'consecutive years')
    FROM (SELECT l.iia_no, l.condition_no, pg_catalog.min(l.path) AS path,
                 pg_catalog.count(*) AS n, pg_catalog.count(DISTINCT l.academic_year) AS different,
                 pg_catalog.max(pg_catalog.left(l.academic_year::text, 4)::integer)
                 - pg_catalog.min(pg_catalog.left(l.academic_year::text, 4)::integer) + 1 AS span
          FROM line l WHERE l.academic_year IS NOT NULL GROUP BY l.iia_no, l.condition_no) x
    WHERE x.n <> x.different OR x.n <> x.span
    UNION ALL
    SELECT socu.exchange_rule('error', c.path,
                              pg_catalog.format('%s mobilities a year', COALESCE(c.places::text, 'no')),
                              'at least 1')
    FROM condition c
    WHERE c.places < 1 OR c.version = '7' AND c.places IS NULL AND c.places_proposed IS NULL
    UNION ALL
    SELECT socu.exchange_rule('note', c.path,
                              pg_catalog.format('not yet defined: %s',
                                                pg_catalog.array_to_string(c.not_yet_defined, ', ')),
                              'the agreement may not be approved')
    FROM condition c WHERE c.not_yet_defined IS NOT NULL
    UNION ALL
    SELECT socu.exchange_rule('note', c.path, 'an ISCED code stems from version 6',
                              'the agreement may not be approved')
    FROM condition c WHERE EXISTS (SELECT FROM pg_catalog.unnest(c.isced_v6) v WHERE v IS NOT NULL)
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'no language is recommended', 'recommended-language-skill')
    FROM condition c
    WHERE c.version = '7' AND c.kind IN ('student-studies', 'staff-teacher') AND c.languages IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('CEFR level "%s"', x), 'A1, A2, B1, B2, C1 or C2')
    FROM condition c, pg_catalog.unnest(c.language_levels) x WHERE x !~ '^[ABC][12]$'
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('ISCED-F code "%s"', x), 'four digits')
    FROM condition c, pg_catalog.unnest(c.isced_f) x WHERE c.version = '7' AND COALESCE(x, '') !~ '^[0-9]{4}$'
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('duration %s', c.duration),
                              'more than 0, at most 2 decimals')
    FROM condition c WHERE c.duration <= 0 OR pg_catalog.scale(pg_catalog.trim_scale(c.duration)) > 2
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('EQF level %s', x), '1 to 8')
    FROM condition c, pg_catalog.unnest(c.eqf_levels) x WHERE x NOT BETWEEN 1 AND 8) x (finding);
END $$;
COMMENT ON FUNCTION socu.ewp_iia_condition_rules(@extschema@.ewp_iia[]) IS
'Of ewp_iia_rules: the conditions of agreements.';

CREATE FUNCTION @extschema@.ewp_iia_rules(iias @extschema@.ewp_iia[]) RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT f.* FROM socu.ewp_iia_agreement_rules(iias) f;
    RETURN QUERY SELECT f.* FROM socu.ewp_iia_condition_rules(iias) f;
END $$;
COMMENT ON FUNCTION @extschema@.ewp_iia_rules(@extschema@.ewp_iia[]) IS
'What the written rules find in interinstitutional agreements. Source: EWP IIAs API 6 and 7, get-response.xsd.';

CREATE FUNCTION @extschema@.ewp_omobility_rules(mobilities @extschema@.ewp_omobility[])
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH om AS (SELECT m.*, pg_catalog.format('mobility %s (%s)', m.mobility_no, m.omobility_id) AS path
                FROM pg_catalog.unnest(mobilities) m)
    SELECT socu.exchange_rule('note', 'document', 'there is no mobility', 'at least one student-mobility')
    WHERE NOT EXISTS (SELECT FROM om)
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'omobility-id is no EWP identifier',
                              '1 to 64 printable ASCII characters')
    FROM om o WHERE NOT COALESCE(@extschema@.ewp_id_valid(o.omobility_id), false)
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, pg_catalog.format('"%s" is no ESI', o.esi),
                              'urn:schac:personalUniqueCode:int:esi:SCOPE:CODE')
    FROM om o WHERE NOT COALESCE(@extschema@.esi_valid(o.esi), false)
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'sender or receiver is missing, or both are the same',
                              'two institutions')
    FROM om o WHERE COALESCE(o.sending_hei_id = o.receiving_hei_id, true)
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'student has no name', 'given-names and family-name')
    FROM om o WHERE COALESCE(o.family_name, '') = '' OR COALESCE(o.given_names, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'receiving academic year is missing',
                              'an academic year such as 2024/2025')
    FROM om o WHERE o.receiving_year IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'not one of academic term and non-standard period', 'one of them')
    FROM om o WHERE (o.sending_term IS NULL) <> o.non_standard
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, pg_catalog.format('status "%s"', o.status),
                              CASE o.version WHEN '2' THEN 'nomination, live, recognized or cancelled'
                                             ELSE 'pending, approved, rejected or cancelled' END)
    FROM om o
    WHERE NOT COALESCE(CASE o.version WHEN '2' THEN o.status IN ('nomination', 'live', 'recognized', 'cancelled')
                                      ELSE o.status IN ('pending', 'approved', 'rejected', 'cancelled') END, false)
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'the rejection has no comment', 'comment')
    FROM om o WHERE o.version = '3' AND o.status = 'rejected' AND COALESCE(o.comment, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, 'nomination has no proposal-id', 'proposal-id')
    FROM om o WHERE o.version = '3' AND COALESCE(o.proposal_id, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', o.path, pg_catalog.format('ISCED-F code "%s"', x), 'four digits')
    FROM om o, pg_catalog.unnest(ARRAY[o.nominee_isced_f, o.agreement_isced_f]) x
    WHERE o.version = '3' AND x !~ '^[0-9]{4}$'
    UNION ALL
    SELECT socu.exchange_rule('warning', o.path, 'departure is before arrival',
                              'planned-arrival-date <= planned-departure-date')
    FROM om o WHERE o.departure < o.arrival) x (finding);
END $$;
COMMENT ON FUNCTION @extschema@.ewp_omobility_rules(@extschema@.ewp_omobility[]) IS
'What the written rules find in nominations. Source: EWP omobilities API 2 and 3, get-response.xsd.';

CREATE FUNCTION socu.ewp_la_component_rules(components @extschema@.ewp_la_component[])
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH component AS (SELECT x.*, pg_catalog.format('learning agreement %s, %s, %s, component %s',
                                                     x.la_no, x.part, x.list, x.n) AS path
                       FROM pg_catalog.unnest(components) x)
    SELECT socu.exchange_rule('error', c.path, 'component has no title', 'title')
    FROM component c WHERE COALESCE(c.title, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('los-id "%s"', c.los_id),
                              'CR, CLS, MOD or DEP, a slash, an identifier')
    FROM component c WHERE c.los_id !~ '^(CR|CLS|MOD|DEP)/.{1,64}$'
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, pg_catalog.format('%s for reason %s', c.status, c.reason_code),
                              CASE c.status
                                   WHEN 'deleted' THEN 'not-available, language-mismatch or timetable-conflict'
                                   ELSE 'substituting-deleted, extending-mobility or adding-virtual-component' END)
    FROM component c
    WHERE c.reason_code IS NOT NULL
      AND (c.status = 'deleted') <> (c.reason_code IN ('not-available', 'language-mismatch', 'timetable-conflict'))
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'a change is neither insertion nor deletion',
                              'status inserted or deleted')
    FROM component c WHERE c.part = 'approved-changes' AND c.status IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'what is deleted is not in the plan',
                              'a component of the first version')
    FROM component c WHERE c.part = 'approved-changes' AND c.status = 'deleted' AND c.in_plan IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'short-description is missing', 'short-description')
    FROM component c WHERE c.list = 'virtual' AND COALESCE(c.description, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'short-description has no place here', 'none')
    FROM component c WHERE c.list IN ('studied', 'recognized') AND c.description IS NOT NULL
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'recognition-conditions have no place here', 'none')
    FROM component c WHERE c.list = 'studied' AND c.conditions IS NOT NULL
    UNION ALL
    SELECT socu.exchange_rule('error', c.path, 'term-id is missing', 'term-id')
    FROM component c WHERE c.list IN ('studied', 'recognized') AND c.term_number IS NULL) x (finding);
END $$;
COMMENT ON FUNCTION socu.ewp_la_component_rules(@extschema@.ewp_la_component[]) IS
'Of ewp_la_rules: the components of learning agreements.';

CREATE FUNCTION @extschema@.ewp_la_rules(agreements @extschema@.ewp_la[], components @extschema@.ewp_la_component[])
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH la AS (SELECT x.*, pg_catalog.format('learning agreement %s (%s)', x.la_no, x.omobility_id) AS path
                FROM pg_catalog.unnest(agreements) x)
    SELECT socu.exchange_rule('note', 'document', 'there is no learning agreement', 'at least one la')
    WHERE NOT EXISTS (SELECT FROM la)
    UNION ALL
    SELECT socu.exchange_rule('error', l.path, 'there is no first version and no proposal',
                              'first-version or changes-proposal')
    FROM la l WHERE NOT l.first_version AND l.proposal_id IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', l.path, pg_catalog.format('"%s" is no ESI', l.esi),
                              'urn:schac:personalUniqueCode:int:esi:SCOPE:CODE')
    FROM la l WHERE NOT @extschema@.esi_valid(l.esi)
    UNION ALL
    SELECT socu.exchange_rule('warning', l.path, 'student has no family name', 'family-name')
    FROM la l WHERE COALESCE(l.family_name, '') = ''
    UNION ALL
    SELECT socu.exchange_rule('warning', l.path, 'the end is before the start', 'start <= end')
    FROM la l WHERE l.ended < l.started
    UNION ALL
    SELECT f FROM socu.ewp_la_component_rules(components) f) x (finding);
END $$;
COMMENT ON FUNCTION @extschema@.ewp_la_rules(@extschema@.ewp_la[], @extschema@.ewp_la_component[]) IS
'What the written rules find in learning agreements. Source: EWP omobility-las API 1.2, get-response.xsd.';

CREATE FUNCTION @extschema@.ewp_tor_rules(tors @extschema@.ewp_tor[], grades @extschema@.ewp_tor_grade[])
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY SELECT (x.finding).* FROM (
    WITH tor AS (SELECT t.*, CASE WHEN t.elmo IS NOT NULL THEN @extschema@.elmo_read(t.elmo, true) END AS read,
                        pg_catalog.format('transcript %s (%s)', t.tor_no, t.omobility_id) AS path
                 FROM pg_catalog.unnest(tors) t)
    SELECT socu.exchange_rule('note', 'document', 'there is no transcript', 'at least one tor')
    WHERE NOT EXISTS (SELECT FROM tor)
    UNION ALL
    SELECT socu.exchange_rule('error', t.path, 'there is no ELMO in it', 'elmo')
    FROM tor t WHERE t.elmo IS NULL
    UNION ALL
    SELECT socu.exchange_rule('error', t.path, 'learner has no ESI', 'an identifier of type esi')
    FROM tor t
    WHERE t.elmo IS NOT NULL
      AND NOT EXISTS (SELECT FROM pg_catalog.unnest((t.read).identifiers) i
      WHERE i.owner = 'learner' AND pg_catalog.lower(i.kind) = 'esi')
    UNION ALL
    SELECT socu.exchange_rule('error', pg_catalog.format('transcript %s, subject area %s', g.tor_no, g.isced_code),
                              pg_catalog.format('percentages add up to %s', pg_catalog.sum(g.percentage)), '100')
    FROM pg_catalog.unnest(grades) g GROUP BY g.tor_no, g.isced_code
    HAVING pg_catalog.abs(pg_catalog.sum(g.percentage) - 100) > 0.5
    UNION ALL
    SELECT ROW((f).verdict, (f).severity, pg_catalog.concat(t.path, ', ', (f).path), (f).line, (f).message,
               (f).expected)::@extschema@.exchange_finding
    FROM tor t, LATERAL @extschema@.elmo_rules(t.read) f WHERE t.elmo IS NOT NULL) x (finding);
END $$;
COMMENT ON FUNCTION @extschema@.ewp_tor_rules(@extschema@.ewp_tor[], @extschema@.ewp_tor_grade[]) IS
'What the written rules find in transcripts of records and the ELMO in them. Source: EWP imobility-tors API 1 to 3.';

CREATE FUNCTION socu.exchange_digest_facts(doc anyelement)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 20000 ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF socu.exchange_tree_fits(doc) THEN
        RETURN QUERY SELECT 'facts', 'error', '/elmo/Signature', NULL::integer, d.problem, 'the digest of the document'
                     FROM @extschema@.elmo_digest(doc) d WHERE d.digest_ok IS NOT TRUE AND d.signed;
    ELSE
        RETURN QUERY SELECT 'facts', 'warning', '/elmo/Signature', NULL::integer,
                            'not judged: the document is larger than socu.exchange_max_tree allows',
                            'the digest of the document'
                     FROM @extschema@.elmo_document(doc, true) d WHERE d.signed;
    END IF;
END $$;
COMMENT ON FUNCTION socu.exchange_digest_facts(anyelement) IS
'What exchange_check says of the signature of an ELMO document.';

CREATE FUNCTION socu.exchange_hash_facts(doc anyelement, version text)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 20000 ROWS 1
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    fits boolean := version = '7' OR socu.exchange_tree_fits(doc);
    n integer;
    given text;
    computed text;
BEGIN
    FOR n, given IN SELECT DISTINCT i.iia_no, i.hash FROM @extschema@.ewp_iias(doc) i
    WHERE i.hash IS NOT NULL ORDER BY 1 LOOP
        computed := CASE WHEN version = '7' THEN @extschema@.iia_hash(doc, n)
                         WHEN fits THEN @extschema@.conditions_hash(doc, n) END;
        IF NOT fits THEN
            RETURN QUERY SELECT 'facts', 'warning', format('agreement %s', n), NULL::integer,
                                'not judged: the document is larger than socu.exchange_max_tree allows', NULL::text;
        ELSIF computed <> given THEN
            RETURN QUERY SELECT 'facts', 'error', format('agreement %s', n), NULL::integer,
                                format('hash %s is not that of the agreement', given), computed;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION socu.exchange_hash_facts(anyelement, text) IS
'What exchange_check says of the hashes of agreements.';

CREATE FUNCTION socu.exchange_tor_findings(tors @extschema@.ewp_tor[], grades @extschema@.ewp_tor_grade[])
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 20000 ROWS 5
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    t @extschema@.ewp_tor;
    f @extschema@.exchange_finding;
    judged @extschema@.ewp_tor[] := '{}';
    judges boolean;
BEGIN
    FOREACH t IN ARRAY tors LOOP
        judges := true;
        FOR f IN SELECT * FROM @extschema@.exchange_form(t.elmo) LOOP
            judges := judges AND f.verdict <> 'well-formed';
            RETURN QUERY SELECT f.verdict, f.severity, concat(format('transcript %s', t.tor_no), ', ' || f.path),
                                NULL::integer, f.message, f.expected;
        END LOOP;
        IF judges THEN
            judged := judged || t;
        END IF;
    END LOOP;
    IF cardinality(judged) > 0 OR cardinality(tors) = 0 THEN
        RETURN QUERY SELECT r.* FROM @extschema@.ewp_tor_rules(judged, grades) r;
    END IF;
END $$;
COMMENT ON FUNCTION socu.exchange_tor_findings(@extschema@.ewp_tor[], @extschema@.ewp_tor_grade[]) IS
'What exchange_check says of transcripts: the ELMO in each is judged as a document of its own.';

CREATE FUNCTION socu.exchange_judge(doc anyelement, schema text)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 100000 ROWS 10
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    form @extschema@.exchange_finding[] := ARRAY(SELECT f FROM @extschema@.exchange_form(doc) f);
    k record;
    e @extschema@.elmo;
BEGIN
    RETURN QUERY SELECT f.* FROM unnest(form) f;
    IF doc IS NULL OR EXISTS (SELECT FROM unnest(form) f WHERE f.verdict = 'well-formed') THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT f.* FROM @extschema@.exchange_schema_faults(doc, schema) f;
    SELECT * INTO k FROM @extschema@.exchange_kind(doc);
    IF k.kind = 'elmo' THEN
        e := @extschema@.elmo_read(doc, true);
        RETURN QUERY SELECT f.* FROM @extschema@.elmo_rules(e) f;
        RETURN QUERY SELECT 'facts', 'warning', format('report %s', t.report_no), NULL::integer,
                            format('credits of achievement %s are not those of its parts', x), t.scheme
                     FROM @extschema@.elmo_totals(doc, true) t, unnest(t.differing) x;
        RETURN QUERY SELECT f.* FROM socu.exchange_digest_facts(doc) f;
    ELSIF k.kind = 'iias' THEN
        RETURN QUERY SELECT f.* FROM @extschema@.ewp_iia_rules(ARRAY(SELECT i FROM @extschema@.ewp_iias(doc) i)) f;
        RETURN QUERY SELECT f.* FROM socu.exchange_hash_facts(doc, k.version) f;
    ELSIF k.kind = 'omobilities' THEN
        RETURN QUERY SELECT f.* FROM @extschema@.ewp_omobility_rules(ARRAY(SELECT o
            FROM @extschema@.ewp_omobilities(doc) o)) f;
    ELSIF k.kind = 'las' THEN
        RETURN QUERY SELECT f.* FROM @extschema@.ewp_la_rules(ARRAY(SELECT l FROM @extschema@.ewp_omobility_las(doc) l),
            ARRAY(SELECT c FROM @extschema@.ewp_omobility_la_components(doc) c)) f;
    ELSIF k.kind = 'tors' THEN
        RETURN QUERY SELECT f.* FROM socu.exchange_tor_findings(ARRAY(SELECT t
            FROM @extschema@.ewp_imobility_tors(doc) t),
            ARRAY(SELECT g FROM @extschema@.ewp_imobility_tor_grades(doc) g)) f;
    END IF;
END $$;
COMMENT ON FUNCTION socu.exchange_judge(anyelement, text) IS
'What exchange_check does, for a document of any of its three types.';

CREATE FUNCTION @extschema@.exchange_check(doc pg_catalog.xml, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE sql STABLE PARALLEL SAFE COST 100000 ROWS 10
    BEGIN ATOMIC
        SELECT f.* FROM socu.exchange_judge(doc, schema) f;
    END;
COMMENT ON FUNCTION @extschema@.exchange_check(pg_catalog.xml, text) IS
'Everything that is wrong with a document, or worth knowing: its form and the types of its values, the official '
'schema if it is loaded, the written rules, and the facts that can be checked (hashes, digests, sums). No row: '
'nothing found. What cannot be read, or is beyond a limit, is a row of the verdict well-formed, and nothing else is '
'judged then. schema: address of a loaded schema, where several serve one namespace. Errors: 42704 (no such schema), '
'22023 (a schema of the site that cannot be compiled).';

CREATE FUNCTION @extschema@.exchange_check(doc pg_catalog.text, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE sql STABLE PARALLEL SAFE COST 100000 ROWS 10
    BEGIN ATOMIC
        SELECT f.* FROM socu.exchange_judge(doc, schema) f;
    END;
COMMENT ON FUNCTION @extschema@.exchange_check(pg_catalog.text, text) IS
'Everything that is wrong with a document, or worth knowing: its form and the types of its values, the official '
'schema if it is loaded, the written rules, and the facts that can be checked (hashes, digests, sums). No row: '
'nothing found. What cannot be read, or is beyond a limit, is a row of the verdict well-formed, and nothing else is '
'judged then. schema: address of a loaded schema, where several serve one namespace. Errors: 42704 (no such schema), '
'22023 (a schema of the site that cannot be compiled).';

CREATE FUNCTION @extschema@.exchange_check(doc pg_catalog.bytea, schema text DEFAULT NULL)
    RETURNS SETOF @extschema@.exchange_finding
    LANGUAGE sql STABLE PARALLEL SAFE COST 100000 ROWS 10
    BEGIN ATOMIC
        SELECT f.* FROM socu.exchange_judge(doc, schema) f;
    END;
COMMENT ON FUNCTION @extschema@.exchange_check(pg_catalog.bytea, text) IS
'Everything that is wrong with a document, or worth knowing: its form and the types of its values, the official '
'schema if it is loaded, the written rules, and the facts that can be checked (hashes, digests, sums). No row: '
'nothing found. What cannot be read, or is beyond a limit, is a row of the verdict well-formed, and nothing else is '
'judged then. schema: address of a loaded schema, where several serve one namespace. Errors: 42704 (no such schema), '
'22023 (a schema of the site that cannot be compiled).';
