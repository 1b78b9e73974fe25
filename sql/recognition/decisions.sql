-- recognition: what is proposed, decided, explained and counted.

-- ---- proposals ----

CREATE OR REPLACE VIEW recognition_line WITH (security_invoker = true) AS
SELECT c.recognition_case, i.agreement, i.item, i.group_no, i.title, h.achievement, h.status, h.completed, h.credit,
    h.grade, h.scale,
       h.status = 'passed'
           AND coalesce(h.completed + make_interval(months => a.valid_months) >= c.transcript_received, true) AS counts,
       h.status = 'passed' AND h.completed + make_interval(months => a.valid_months) < c.transcript_received AS too_old,
       CASE WHEN credit_convertible(h.credit, a.home_scheme, h.completed, a.credit_method, a.credit_bound, a.level)
            THEN credit_convert(h.credit, a.home_scheme, h.completed, a.credit_method, a.credit_bound,
                                a.rounding_step, a.rounding_mode, NULL, a.level) END AS home_credit,
       CASE WHEN h.status = 'passed' AND h.grade IS NOT NULL
            THEN grade_convert(h.grade, h.scale, a.home_scale, h.completed, a.grade_method, a.grade_policy,
                a.level,
                                    a.host_counts, a.home_counts, 30, false) END AS conversion
FROM recognition_case c
JOIN learning_agreement a USING (agreement)
JOIN la_item_current i ON i.agreement = a.agreement AND i.side <> 'home'
LEFT JOIN achievement h ON h.item = i.item AND h.student = a.student;
COMMENT ON VIEW recognition_line IS
'Each component abroad of a case with what came of it, in credit and grade of the home institution.';
COMMENT ON COLUMN recognition_line.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN recognition_line.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN recognition_line.item IS 'Number of the component.';
COMMENT ON COLUMN recognition_line.group_no IS 'Its group; NULL: an elective.';
COMMENT ON COLUMN recognition_line.title IS 'Title of the course as agreed.';
COMMENT ON COLUMN recognition_line.achievement IS 'Line of the transcript; NULL: none came.';
COMMENT ON COLUMN recognition_line.status IS 'passed, failed, pending, withdrawn or audited.';
COMMENT ON COLUMN recognition_line.completed IS 'Day of the result: rates and scales are those of that day.';
COMMENT ON COLUMN recognition_line.credit IS 'Credit as the host counts it.';
COMMENT ON COLUMN recognition_line.grade IS 'Grade at the host.';
COMMENT ON COLUMN recognition_line.scale IS 'Scale of that grade.';
COMMENT ON COLUMN recognition_line.counts IS 'Is it passed, and not too old?';
COMMENT ON COLUMN recognition_line.too_old IS 'Is it passed, but longer ago than the agreement admits?';
COMMENT ON COLUMN recognition_line.home_credit IS
'Credit in the scheme of the home institution; NULL: there is no rate.';
COMMENT ON COLUMN recognition_line.conversion IS
'What grade_convert says of the grade; its warnings say why there is none.';

CREATE OR REPLACE VIEW recognition_proposal WITH (security_invoker = true) AS
SELECT l.recognition_case, l.agreement, l.group_no, a.home_scheme, a.home_scale, w.wanted, e.earned, e.recognised,
       CASE WHEN l.unrated > 0 OR l.open > 0 AND l.group_no IS NOT NULL THEN 'none'
            WHEN l.group_no IS NULL AND amount(e.earned) > 0 OR amount(e.earned) >= amount(w.wanted) - w.tolerance
                THEN 'full'
            WHEN amount(e.earned) = 0 THEN 'none'
            ELSE 'partial' END AS proposal,
       -- one grade for the group: each grade converted first, then the mean by credit; a bare pass makes it a pass
       CASE WHEN l.group_no IS NOT NULL AND l.ungraded = 0 AND l.open = 0
            THEN grade_of_points(l.mean, a.home_scale, l.last_result, a.level) END AS grade,
       l.mean AS points, l.unrated::integer AS without_rate,
       l.warnings || CASE WHEN l.open > 0 THEN ARRAY[format('open: %s of %s courses are not passed', l.open, l.items)]
           ELSE '{}' END
           || CASE WHEN l.unrated > 0 THEN ARRAY[format('rate: %s courses have no rate to %s', l.unrated,
               a.home_scheme)] ELSE '{}' END
           || CASE WHEN l.ungraded > 0 AND l.counting > 0 AND l.group_no IS NOT NULL
                   THEN ARRAY[format('pass: %s of %s results have no grade at home, so the group is a pass',
                       l.ungraded, l.counting)]
                   ELSE '{}' END
           || CASE WHEN amount(e.earned) > amount(w.wanted)
                   THEN ARRAY[format('surplus: %s is %s', e.earned - w.wanted, a.surplus)] ELSE '{}' END AS warnings,
       concat(l.computation, CASE WHEN w.wanted IS NOT NULL THEN format('; %s at home', w.wanted) END) AS computation
FROM (
    SELECT n.recognition_case, n.agreement, n.group_no, count(*) AS items, count(*) FILTER (WHERE n.counts) AS counting,
           count(*) FILTER (WHERE n.counts IS NOT TRUE) AS open,
           count(*) FILTER (WHERE n.counts AND n.home_credit IS NULL) AS unrated,
           count(*) FILTER (WHERE n.counts AND ((n.conversion).points IS NULL OR (n.conversion).grade IS NULL))
               AS ungraded,
           sum(n.home_credit) FILTER (WHERE n.counts) AS earned,
           gpa((n.conversion).points, amount(n.home_credit)) FILTER (WHERE n.counts AND n.home_credit IS NOT NULL)
               AS mean,
           max(n.completed) AS last_result,
           coalesce(array_agg(DISTINCT format('%s: %s', n.title, x.warning)) FILTER (WHERE x.warning IS NOT NULL),
               '{}') AS warnings,
           string_agg(CASE WHEN n.counts THEN format('%s: %s is %s%s', n.title, n.credit,
               coalesce(n.home_credit::text, 'without a rate'),
                               format(', %s of %s is %s', n.grade, n.scale, coalesce((n.conversion).grade, 'no grade')))
                           WHEN n.too_old THEN format('%s: too old', n.title)
                           ELSE format('%s: %s', n.title, coalesce(n.status, 'no result')) END, '; ' ORDER BY n.item)
                               AS computation
    FROM recognition_line n
    LEFT JOIN LATERAL (SELECT string_agg(u, '; ') AS warning FROM unnest((n.conversion).warnings) u) x ON true
    GROUP BY n.recognition_case, n.agreement, n.group_no) l
JOIN learning_agreement a USING (agreement)
LEFT JOIN LATERAL (SELECT sum(i.home_credit) AS wanted, coalesce(max(g.tolerance), 0) AS tolerance
                   FROM la_item_current i LEFT JOIN la_group g ON g.agreement = i.agreement AND g.group_no = i.group_no
                   WHERE i.agreement = l.agreement AND i.group_no = l.group_no AND i.side = 'home') w ON true
CROSS JOIN LATERAL (SELECT coalesce(l.earned, credit(0, a.home_scheme)) AS earned) s
CROSS JOIN LATERAL (SELECT s.earned, CASE WHEN l.unrated > 0 OR l.open > 0 AND l.group_no IS NOT NULL THEN credit(0,
    a.home_scheme)
                                          WHEN w.wanted < s.earned THEN w.wanted ELSE s.earned END AS recognised) e;
COMMENT ON VIEW recognition_proposal IS
'What could be recognised of each group of a case, with the whole computation. It decides nothing. Never more than '
'was earned, and never more than the group is worth at home.';
COMMENT ON COLUMN recognition_proposal.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN recognition_proposal.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN recognition_proposal.group_no IS 'Group; NULL: courses abroad in no group, as electives.';
COMMENT ON COLUMN recognition_proposal.home_scheme IS 'Scheme of the credit.';
COMMENT ON COLUMN recognition_proposal.home_scale IS 'Scale of the grade.';
COMMENT ON COLUMN recognition_proposal.wanted IS
'Credit of the courses at home for which the group stands; NULL: none.';
COMMENT ON COLUMN recognition_proposal.earned IS 'Credit that was earned abroad, in the home scheme.';
COMMENT ON COLUMN recognition_proposal.recognised IS 'Credit that the proposal recognises.';
COMMENT ON COLUMN recognition_proposal.proposal IS 'full, partial or none.';
COMMENT ON COLUMN recognition_proposal.grade IS
'One grade for the courses at home; NULL: a pass without a grade, or nothing.';
COMMENT ON COLUMN recognition_proposal.points IS 'Mean of the converted points by credit, before it became that grade.';
COMMENT ON COLUMN recognition_proposal.without_rate IS
'Courses whose credit has no rate to the home scheme: nothing can be decided before there is one.';
COMMENT ON COLUMN recognition_proposal.warnings IS 'What to know before deciding.';
COMMENT ON COLUMN recognition_proposal.computation IS 'Each course with its credit and grade here and there.';

CREATE OR REPLACE FUNCTION recognise(recognition_case bigint) RETURNS SETOF recognition_proposal
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 3
BEGIN ATOMIC
    SELECT p.* FROM recognition_proposal p WHERE p.recognition_case = recognise.recognition_case ORDER BY p.group_no;
END;
COMMENT ON FUNCTION recognise(bigint) IS 'The proposal of one case, group by group.';

-- ---- decisions ----

CREATE OR REPLACE FUNCTION recognition_decision_check() RETURNS trigger LANGUAGE network_plpgsql AS $$
DECLARE
    old_case bigint;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'decision % cannot be changed', OLD.decision USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'A decision is superseded by a new one: recognition_supersede.';
    END IF;
    IF NEW.supersedes IS NOT NULL THEN
        SELECT d.recognition_case INTO old_case FROM recognition_decision d WHERE d.decision = NEW.supersedes;
        IF old_case IS DISTINCT FROM NEW.recognition_case THEN
            RAISE EXCEPTION 'decision % is of another case', NEW.supersedes USING ERRCODE = 'invalid_parameter_value';
        END IF;
    ELSIF EXISTS (SELECT FROM recognition_decision d
                  WHERE d.recognition_case = NEW.recognition_case AND d.group_no IS NOT DISTINCT FROM NEW.group_no) THEN
        RAISE EXCEPTION 'group % of case % is decided', coalesce(NEW.group_no::text, 'of electives'),
            NEW.recognition_case
            USING ERRCODE = 'unique_violation', HINT = 'A decision is superseded by a new one: recognition_supersede.';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION recognition_decision_check() IS
'BEFORE trigger of recognition_decision: one decision a group, never edited. Errors: 55000, 23505, 22023.';
CREATE OR REPLACE TRIGGER recognition_decision_check BEFORE INSERT OR UPDATE OR DELETE ON recognition_decision
    FOR EACH ROW EXECUTE FUNCTION recognition_decision_check();

CREATE OR REPLACE FUNCTION recognition_decide(
    recognition_case bigint, decided_on date, legal_basis text DEFAULT NULL, refused integer[] DEFAULT '{}',
    difference text DEFAULT NULL, reason text DEFAULT NULL) RETURNS SETOF recognition_decision
    LANGUAGE network_plpgsql VOLATILE ROWS 3 AS $$
DECLARE
    closed_at timestamptz;
    p recognition_proposal;
    result text;
BEGIN
    -- the second of two registrars waits here, and then sees that it is done
    SELECT c.closed INTO closed_at FROM recognition_case c
    WHERE c.recognition_case = recognition_decide.recognition_case FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no case %', recognition_decide.recognition_case USING ERRCODE = 'no_data_found';
    ELSIF closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'case % is decided', recognition_decide.recognition_case
            USING ERRCODE = 'object_not_in_prerequisite_state',
                HINT = 'A decision is superseded by a new one: recognition_supersede.';
    ELSIF decided_on IS NULL THEN
        RAISE EXCEPTION 'a decision has a date' USING ERRCODE = 'null_value_not_allowed';
    END IF;
    FOR p IN SELECT * FROM recognise(recognition_decide.recognition_case) LOOP
        IF p.without_rate > 0 AND NOT coalesce(p.group_no = ANY (refused), false) THEN
            RAISE EXCEPTION 'group % of case % cannot be decided: % of its courses have no rate to %',
                coalesce(p.group_no::text, 'of electives'), recognition_decide.recognition_case, p.without_rate,
                    p.home_scheme
                USING ERRCODE = 'invalid_parameter_value', DETAIL = p.computation,
                      HINT = 'Add a rate to socu.credit_rate, choose another method in the agreement, '
                             'or refuse the group.';
        END IF;
        result := CASE WHEN coalesce(p.group_no = ANY (refused), false) OR p.proposal = 'none' THEN 'refused'
            ELSE p.proposal END;
        IF result <> 'full' AND (difference IS NULL OR reason IS NULL) THEN
            RAISE EXCEPTION 'group % of case % would be %, and no reason is given', coalesce(p.group_no::text,
                'of electives'),
                recognition_decide.recognition_case, result
                USING ERRCODE = 'null_value_not_allowed',
                      DETAIL = format('%s. %s', p.computation, array_to_string(p.warnings, '. ')),
                      HINT = 'Name the substantial difference (level, workload, quality, profile, outcomes) '
                             'and the reason.';
        END IF;
        RETURN QUERY INSERT INTO recognition_decision
            (recognition_case, group_no, outcome, earned, recognised, grade, scale, computation, difference,
                legal_basis, reason,
             decided_on, decided_by)
        VALUES (p.recognition_case, p.group_no, result, p.earned,
                CASE WHEN result = 'refused' THEN credit(0, p.home_scheme) ELSE p.recognised END,
                CASE WHEN result <> 'refused' THEN p.grade END, CASE WHEN result <> 'refused' AND p.grade IS NOT NULL
                    THEN p.home_scale END,
                p.computation, CASE WHEN result <> 'full' THEN recognition_decide.difference END,
                    recognition_decide.legal_basis,
                CASE WHEN result <> 'full' THEN recognition_decide.reason END, recognition_decide.decided_on,
                    current_user)
        RETURNING *;
    END LOOP;
    UPDATE recognition_case c SET closed = now() WHERE c.recognition_case = recognition_decide.recognition_case;
END $$;
COMMENT ON FUNCTION recognition_decide(bigint, date, text, integer[], text, text) IS
'Makes decisions of the proposal of a case, all in one, and closes it. What is not recognised in full needs the '
'substantial difference and a reason. Errors: P0002 no such case, 55000 decided already, 22004 no reason.';

CREATE OR REPLACE FUNCTION recognition_supersede(
    decision bigint, decided_on date, recognised credit, grade text, reason text, difference text DEFAULT NULL,
    legal_basis text DEFAULT NULL) RETURNS recognition_decision
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    before recognition_decision;
    after recognition_decision;
BEGIN
    SELECT d.* INTO before FROM recognition_decision d WHERE d.decision = recognition_supersede.decision FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no decision %', recognition_supersede.decision USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO recognition_decision (recognition_case, group_no, outcome, earned, recognised, grade, scale,
        computation, difference,
                                      legal_basis, reason, decided_on, decided_by, supersedes)
    VALUES (before.recognition_case, before.group_no,
            CASE WHEN amount(recognition_supersede.recognised) = 0 THEN 'refused'
                 WHEN recognition_supersede.recognised >= (
                     SELECT CASE WHEN p.wanted < before.earned THEN p.wanted ELSE before.earned END
                         FROM recognise(before.recognition_case) p
                     WHERE p.group_no IS NOT DISTINCT FROM before.group_no) THEN 'full' ELSE 'partial' END,
            before.earned, recognition_supersede.recognised, recognition_supersede.grade,
            CASE WHEN recognition_supersede.grade IS NOT NULL
                 THEN (SELECT a.home_scale FROM recognition_case c JOIN learning_agreement a USING (agreement)
                       WHERE c.recognition_case = before.recognition_case) END,
            before.computation, recognition_supersede.difference, recognition_supersede.legal_basis,
                recognition_supersede.reason,
            recognition_supersede.decided_on, current_user, before.decision)
    RETURNING * INTO after;
    RETURN after;
END $$;
COMMENT ON FUNCTION recognition_supersede(bigint, date, credit, text, text, text, text) IS
'A new decision in the place of an old one, which stays as it was. Errors: P0002, 23514 more than earned or no '
'difference named, 23505 superseded already.';

CREATE OR REPLACE VIEW recognition_result WITH (security_invoker = true) AS
SELECT d.* FROM recognition_decision d
WHERE NOT EXISTS (SELECT FROM recognition_decision n WHERE n.supersedes = d.decision);
COMMENT ON VIEW recognition_result IS 'The decisions that hold: not superseded.  Columns as in recognition_decision.';

-- ---- what it comes to ----

CREATE OR REPLACE VIEW academic_difference WITH (security_invoker = true) AS
SELECT c.recognition_case, i.agreement, i.item, i.group_no, i.title, i.credit, w.hours_low, w.hours_high
FROM recognition_case c
JOIN learning_agreement a USING (agreement)
JOIN la_item_current i ON i.agreement = c.agreement AND i.side = 'home'
LEFT JOIN recognition_result d ON d.recognition_case = c.recognition_case AND d.group_no = i.group_no
CROSS JOIN LATERAL workload(i.credit, lower(a.stay)) w
WHERE d.outcome IS DISTINCT FROM 'full';
COMMENT ON VIEW academic_difference IS
'Courses at home that are still owed: those of groups that were not recognised in full, with their hours (academic '
'difference).';
COMMENT ON COLUMN academic_difference.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN academic_difference.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN academic_difference.item IS 'Number of the course at home.';
COMMENT ON COLUMN academic_difference.group_no IS 'Its group.';
COMMENT ON COLUMN academic_difference.title IS 'Title of the course.';
COMMENT ON COLUMN academic_difference.credit IS 'Credit of the course at home.';
COMMENT ON COLUMN academic_difference.hours_low IS 'Hours of work by the rule of that scheme, lower end.';
COMMENT ON COLUMN academic_difference.hours_high IS 'Hours of work, upper end.';

CREATE OR REPLACE FUNCTION transcript_total(student text, scheme text) RETURNS credit
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT credit_total(h.credit, transcript_total.scheme, h.completed) FROM achievement h
    WHERE h.student = transcript_total.student AND h.status = 'passed';
END;
COMMENT ON FUNCTION transcript_total(text, text) IS
'Credit of everything that a student passed anywhere, exactly, by the published rates of the days of the results. '
'Errors: 22023 no rate, 22003 not exact.';

CREATE OR REPLACE FUNCTION recognition_explain(recognition_case bigint) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
    SELECT CASE WHEN d.decision IS NULL
                THEN format('%s: nothing is decided yet. %s.', g.name, p.computation)
                WHEN d.outcome = 'full' THEN format('%s: recognised in full, %s%s, on %s. %s.', g.name, d.recognised,
                    CASE WHEN d.grade IS NULL THEN ' as passed' ELSE format(' with the grade %s', d.grade) END,
                        to_char(d.decided_on, 'YYYY-MM-DD'), d.computation)
                WHEN d.outcome = 'partial' THEN
                    format('%s: recognised in part, %s of %s, on %s, because of %s: %s. %s.', g.name, d.recognised,
                    d.earned, to_char(d.decided_on, 'YYYY-MM-DD'), d.difference, d.reason, d.computation)
                ELSE format('%s: not recognised, on %s, because of %s: %s. %s.', g.name, to_char(d.decided_on,
                    'YYYY-MM-DD'), d.difference,
                    d.reason, d.computation) END
    FROM recognise(recognition_explain.recognition_case) p
    CROSS JOIN LATERAL (SELECT CASE WHEN p.group_no IS NULL THEN 'Electives' ELSE format('Group %s',
        p.group_no) END) g (name)
    LEFT JOIN recognition_result d ON d.recognition_case = p.recognition_case AND d.group_no IS NOT DISTINCT
        FROM p.group_no
    ORDER BY p.group_no;
END;
COMMENT ON FUNCTION recognition_explain(bigint) IS 'A case in sentences for the student: one for each group.';

CREATE OR REPLACE VIEW recognition_outcome WITH (security_invoker = true) AS
SELECT c.recognition_case, a.student, a.home, a.host, c.transcript_received, c.closed IS NOT NULL AS decided,
    d.decided_on,
       d.earned, d.recognised, g.agreed
FROM recognition_case c
JOIN learning_agreement a USING (agreement)
LEFT JOIN LATERAL (SELECT max(r.decided_on) AS decided_on, sum(r.earned) AS earned, sum(r.recognised) AS recognised
                   FROM recognition_result r WHERE r.recognition_case = c.recognition_case) d ON true
LEFT JOIN LATERAL (SELECT sum(b.host_credit) AS agreed FROM la_group_balance b WHERE b.agreement = a.agreement) g
    ON true;
COMMENT ON VIEW recognition_outcome IS
'One row a case: what was earned, recognised and agreed, in credit of the home institution.';
COMMENT ON COLUMN recognition_outcome.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN recognition_outcome.student IS 'Key of the student.';
COMMENT ON COLUMN recognition_outcome.home IS 'Home institution.';
COMMENT ON COLUMN recognition_outcome.host IS 'Host institution.';
COMMENT ON COLUMN recognition_outcome.transcript_received IS 'Day on which the transcript came.';
COMMENT ON COLUMN recognition_outcome.decided IS 'Is the case decided?';
COMMENT ON COLUMN recognition_outcome.decided_on IS 'Day of the last decision that holds.';
COMMENT ON COLUMN recognition_outcome.earned IS 'Credit earned abroad, as decided upon.';
COMMENT ON COLUMN recognition_outcome.recognised IS 'Credit recognised.';
COMMENT ON COLUMN recognition_outcome.agreed IS 'Credit of the courses abroad in the agreement.';

CREATE OR REPLACE VIEW recognition_indicator WITH (security_invoker = true) AS
SELECT o.home, extract(year FROM o.transcript_received)::integer AS year, count(*)::integer AS cases,
       count(*) FILTER (WHERE o.decided)::integer AS decided,
       round(100 * sum(amount(o.recognised)) FILTER (WHERE o.decided) / nullif(sum(amount(o.earned))
           FILTER (WHERE o.decided), 0), 1)
           AS recognition_rate,
       round(100 * avg(amount(o.recognised) / nullif(amount(o.earned), 0)) FILTER (WHERE o.decided), 1) AS mean_rate,
       round(100.0 * count(*) FILTER (WHERE o.decided AND amount(o.recognised) >= amount(o.earned)) / nullif(count(*)
           FILTER (WHERE o.decided), 0), 1)
           AS full_share,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY o.decided_on - o.transcript_received) FILTER (WHERE o.decided)
           AS decision_days,
       round(100.0 * count(*) FILTER (WHERE NOT o.decided) / count(*), 1) AS pending_share,
       round(100 * sum(amount(o.earned)) FILTER (WHERE o.decided AND o.agreed IS NOT NULL)
             / nullif(sum(amount(o.agreed)) FILTER (WHERE o.decided), 0), 1) AS fulfilment
FROM recognition_outcome o GROUP BY o.home, extract(year FROM o.transcript_received);
COMMENT ON VIEW recognition_indicator IS
'Recognition of a year by home institution: indicators 5.1 to 5.6. Undecided cases stand in pending_share alone.';
COMMENT ON COLUMN recognition_indicator.home IS 'Home institution.';
COMMENT ON COLUMN recognition_indicator.year IS 'Year in which the transcript came.';
COMMENT ON COLUMN recognition_indicator.cases IS 'Number of cases.';
COMMENT ON COLUMN recognition_indicator.decided IS 'Number of decided cases.';
COMMENT ON COLUMN recognition_indicator.recognition_rate IS
'5.1: credit recognised of credit earned, decided cases, per cent.';
COMMENT ON COLUMN recognition_indicator.mean_rate IS '5.2: mean of the rates of the cases, per cent.';
COMMENT ON COLUMN recognition_indicator.full_share IS
'5.3: cases in which everything earned was recognised, of the decided ones, per cent.';
COMMENT ON COLUMN recognition_indicator.decision_days IS '5.4: median of days from the transcript to the decision.';
COMMENT ON COLUMN recognition_indicator.pending_share IS '5.5: undecided cases, per cent.';
COMMENT ON COLUMN recognition_indicator.fulfilment IS '5.6: credit earned of credit agreed, decided cases, per cent.';

CREATE OR REPLACE VIEW recognition_refusal WITH (security_invoker = true) AS
SELECT a.home, extract(year FROM c.transcript_received)::integer AS year, r.difference, count(*)::integer AS decisions,
       round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY a.home, extract(year FROM c.transcript_received)), 1)
           AS share
FROM recognition_result r JOIN recognition_case c USING (recognition_case) JOIN learning_agreement a USING (agreement)
WHERE r.outcome <> 'full' GROUP BY a.home, extract(year FROM c.transcript_received), r.difference;
COMMENT ON VIEW recognition_refusal IS 'Why less than everything was recognised: indicator 5.7.';
COMMENT ON COLUMN recognition_refusal.home IS 'Home institution.';
COMMENT ON COLUMN recognition_refusal.year IS 'Year in which the transcript came.';
COMMENT ON COLUMN recognition_refusal.difference IS 'The substantial difference that was named.';
COMMENT ON COLUMN recognition_refusal.decisions IS 'Number of decisions.';
COMMENT ON COLUMN recognition_refusal.share IS
'Their share of all such decisions of the institution and year, per cent.';

-- ---- rights ----

CREATE OR REPLACE FUNCTION recognition_acts_for(home text, host text, duty text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM recognition_duty d
                   WHERE d.institution IN (home, host)
                     AND (recognition_acts_for.duty IS NULL OR d.duty = recognition_acts_for.duty
                         AND d.institution = home)
                     AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname = d.holder AND pg_has_role(current_user,
                         r.oid, 'USAGE')));
END;
COMMENT ON FUNCTION recognition_acts_for(text, text, text) IS
'Has the acting role that duty at the home institution, or (NULL) any at one of the two?';

CREATE OR REPLACE FUNCTION recognition_grant(holder name, duty text, institution text) RETURNS void
    LANGUAGE network_plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO recognition_duty VALUES (recognition_grant.holder, recognition_grant.duty,
        recognition_grant.institution);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), holder);
    EXECUTE format('GRANT SELECT ON recognition_duty, learning_agreement, la_version, la_group, la_item, achievement, '
                   'recognition_case, recognition_decision, grade_distribution, la_item_current, la_group_balance, '
                   'learning_agreement_finding, recognition_line, recognition_proposal, recognition_result, '
                   'academic_difference, recognition_outcome, recognition_indicator, '
                   'recognition_refusal TO %I', holder);
    IF duty IN ('office', 'coordinator') THEN
        EXECUTE format('GRANT INSERT, UPDATE ON learning_agreement, la_group, la_item, la_version, achievement, '
                       'recognition_case TO %I', holder);
    ELSE
        EXECUTE format('GRANT INSERT ON recognition_decision TO %I', holder);
        EXECUTE format('GRANT UPDATE (closed) ON recognition_case TO %I', holder);
    END IF;
END $$;
COMMENT ON FUNCTION recognition_grant(name, text, text) IS
'Gives a role a duty at an institution: office and coordinator keep agreements, results and cases, a registrar '
'decides. Row security shows each the records of that institution alone. For the owner of the network.';
REVOKE ALL ON FUNCTION recognition_grant(name, text, text) FROM PUBLIC;

DROP POLICY IF EXISTS recognition_duty ON learning_agreement;
CREATE POLICY recognition_duty ON learning_agreement USING (recognition_acts_for(home, host, NULL));
DROP POLICY IF EXISTS recognition_duty ON la_version;
CREATE POLICY recognition_duty ON la_version
    USING (EXISTS (SELECT FROM learning_agreement a WHERE a.agreement = la_version.agreement));
DROP POLICY IF EXISTS recognition_duty ON la_group;
CREATE POLICY recognition_duty ON la_group
    USING (EXISTS (SELECT FROM learning_agreement a WHERE a.agreement = la_group.agreement));
DROP POLICY IF EXISTS recognition_duty ON la_item;
CREATE POLICY recognition_duty ON la_item
    USING (EXISTS (SELECT FROM learning_agreement a WHERE a.agreement = la_item.agreement));
DROP POLICY IF EXISTS recognition_duty ON achievement;
CREATE POLICY recognition_duty ON achievement
    USING (recognition_acts_for(institution, institution, NULL)
           OR EXISTS (SELECT FROM la_item i JOIN learning_agreement a USING (agreement)
               WHERE i.item = achievement.item))
    WITH CHECK (recognition_acts_for(institution, institution, NULL));
DROP POLICY IF EXISTS recognition_duty ON recognition_case;
CREATE POLICY recognition_duty ON recognition_case
    USING (EXISTS (SELECT FROM learning_agreement a WHERE a.agreement = recognition_case.agreement));
DROP POLICY IF EXISTS recognition_duty_read ON recognition_decision;
CREATE POLICY recognition_duty_read ON recognition_decision FOR SELECT
    USING (EXISTS (SELECT FROM recognition_case c WHERE c.recognition_case = recognition_decision.recognition_case));
DROP POLICY IF EXISTS recognition_duty_decide ON recognition_decision;
CREATE POLICY recognition_duty_decide ON recognition_decision FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM recognition_case c JOIN learning_agreement a USING (agreement)
                        WHERE c.recognition_case = recognition_decision.recognition_case
                          AND recognition_acts_for(a.home, a.host, 'registrar')));
