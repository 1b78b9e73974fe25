-- recognition: learning agreements checked, recognition proposed and decided, what a year comes to.

-- ---- comments of the tables ----

COMMENT ON TABLE learning_agreement IS
'What a student, a home and a host institution agree upon, and the rules by which it is checked.';
COMMENT ON COLUMN learning_agreement.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN learning_agreement.student IS 'Pseudonymous key of the student.';
COMMENT ON COLUMN learning_agreement.home IS 'Internet domain of the home institution.';
COMMENT ON COLUMN learning_agreement.host IS 'Internet domain of the host institution.';
COMMENT ON COLUMN learning_agreement.level IS 'Level of the studies.';
COMMENT ON COLUMN learning_agreement.field IS 'Field of the studies, ISCED-F.';
COMMENT ON COLUMN learning_agreement.term IS 'Academic term of the stay.';
COMMENT ON COLUMN learning_agreement.stay IS 'First and last day of the stay, [from, to).';
COMMENT ON COLUMN learning_agreement.home_scheme IS 'Scheme in which the home institution counts credit.';
COMMENT ON COLUMN learning_agreement.home_scale IS 'Scale in which it grades.';
COMMENT ON COLUMN learning_agreement.credit_method IS 'Method of credit_convert; NULL: published rates.';
COMMENT ON COLUMN learning_agreement.credit_bound IS 'End of an interval: low, standard or high.';
COMMENT ON COLUMN learning_agreement.rounding_step IS 'Credit is rounded to multiples of it; NULL: exact.';
COMMENT ON COLUMN learning_agreement.rounding_mode IS 'How it is rounded.';
COMMENT ON COLUMN learning_agreement.grade_method IS 'Method of grade_convert; NULL: published tables.';
COMMENT ON COLUMN learning_agreement.grade_policy IS 'Its policy.';
COMMENT ON COLUMN learning_agreement.host_counts IS 'Distribution of the host, for method distribution.';
COMMENT ON COLUMN learning_agreement.home_counts IS 'Distribution of the home institution.';
COMMENT ON COLUMN learning_agreement.surplus IS
'What becomes of credit beyond the courses at home: elective or dropped.';
COMMENT ON COLUMN learning_agreement.valid_months IS 'Months after which a result is too old; NULL: never.';
COMMENT ON COLUMN learning_agreement.degree_credits IS
'Credit of the whole degree, in the home scheme; NULL: the rule residence is off.';
COMMENT ON COLUMN learning_agreement.abroad_before IS 'Credit earned abroad in earlier stays.';
COMMENT ON COLUMN learning_agreement.residence_share IS 'Share of the degree to be earned at home; NULL: off.';
COMMENT ON COLUMN learning_agreement.terms IS 'Terms that the stay lasts.';
COMMENT ON COLUMN learning_agreement.least_terms IS 'Terms that it has to last; NULL: off.';
COMMENT ON COLUMN learning_agreement.term_load IS 'Full load of a term in the home scheme; NULL: off.';
COMMENT ON COLUMN learning_agreement.term_load_share IS 'Share of the load below which a finding is made.';
COMMENT ON COLUMN learning_agreement.most_field_distance IS
'0 the same field, 1 the narrow, 2 the broad field in common, 3 none; NULL: off.';
COMMENT ON COLUMN learning_agreement.change_weeks IS
'Weeks after the first day in which changes are agreed; NULL: off.';
COMMENT ON COLUMN learning_agreement.note IS 'Remarks.';
COMMENT ON COLUMN learning_agreement.origin IS
'Key of the agreement in the document that it came from; NULL: it was entered here.';
COMMENT ON TABLE la_version IS
'Versions of an agreement: the first, and each change to it. A signature is for one version.';
COMMENT ON COLUMN la_version.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN la_version.version IS '1, 2, 3 and so on.';
COMMENT ON COLUMN la_version.proposed IS 'Day on which it was proposed, where the home institution is.';
COMMENT ON COLUMN la_version.signed_student IS 'When the student signed.';
COMMENT ON COLUMN la_version.signed_home IS 'When the home institution signed.';
COMMENT ON COLUMN la_version.signed_host IS 'When the host institution signed.';
COMMENT ON COLUMN la_version.declined IS 'When somebody declined it: the version before stays in force.';
COMMENT ON COLUMN la_version.note IS 'Remarks.';
COMMENT ON TABLE la_group IS 'Groups in which courses abroad stand for courses at home as a whole.';
COMMENT ON COLUMN la_group.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN la_group.group_no IS 'Number of the group.';
COMMENT ON COLUMN la_group.title IS 'What it is about.';
COMMENT ON COLUMN la_group.tolerance IS 'Credit of the home scheme that the courses abroad may fall short.';
COMMENT ON TABLE la_item IS 'Components of an agreement: courses abroad, virtual ones, and courses at home.';
COMMENT ON COLUMN la_item.item IS 'Number of the component; one taken back later is a new one.';
COMMENT ON COLUMN la_item.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN la_item.side IS 'host, virtual or home.';
COMMENT ON COLUMN la_item.group_no IS 'Its group; NULL: none.';
COMMENT ON COLUMN la_item.code IS 'Code of the course, if it has one.';
COMMENT ON COLUMN la_item.title IS 'Title of the course.';
COMMENT ON COLUMN la_item.credit IS 'Its credit, as the institution counts it.';
COMMENT ON COLUMN la_item.level IS 'Level of the course.';
COMMENT ON COLUMN la_item.field IS 'Field of the course, ISCED-F.';
COMMENT ON COLUMN la_item.added_in IS 'Version that brought it.';
COMMENT ON COLUMN la_item.removed_in IS 'Version that took it away; NULL: none.';
COMMENT ON COLUMN la_item.reason IS 'Reason of the change, a code of EWP.';
COMMENT ON TABLE achievement IS 'Lines of transcripts of records.';
COMMENT ON COLUMN achievement.achievement IS 'Number of the line.';
COMMENT ON COLUMN achievement.student IS 'Pseudonymous key of the student.';
COMMENT ON COLUMN achievement.institution IS 'Internet domain of the institution.';
COMMENT ON COLUMN achievement.item IS 'Component of an agreement that it fulfils; each has one result at the most.';
COMMENT ON COLUMN achievement.code IS 'Code of the course.';
COMMENT ON COLUMN achievement.title IS 'Title of the course.';
COMMENT ON COLUMN achievement.credit IS 'Credit earned or attempted.';
COMMENT ON COLUMN achievement.grade IS 'Grade as printed; NULL: none.';
COMMENT ON COLUMN achievement.scale IS 'Scale of the grade.';
COMMENT ON COLUMN achievement.term IS 'Academic term.';
COMMENT ON COLUMN achievement.completed IS 'Day of the result.';
COMMENT ON COLUMN achievement.status IS 'passed, failed, pending, withdrawn or audited.';
COMMENT ON COLUMN achievement.origin IS
'Key of the line in the document that it came from; NULL: it was entered here.';
COMMENT ON TABLE recognition_case IS 'The question whether, and as what, the results of a stay are recognised.';
COMMENT ON COLUMN recognition_case.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN recognition_case.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN recognition_case.transcript_received IS 'Day on which the transcript came.';
COMMENT ON COLUMN recognition_case.closed IS 'When it was decided; NULL: open.';
COMMENT ON TABLE recognition_decision IS
'Decisions: never edited, only superseded. Never more is recognised than was earned.';
COMMENT ON COLUMN recognition_decision.decision IS 'Number of the decision.';
COMMENT ON COLUMN recognition_decision.recognition_case IS 'Number of the case.';
COMMENT ON COLUMN recognition_decision.group_no IS 'Group; NULL: electives.';
COMMENT ON COLUMN recognition_decision.outcome IS 'full, partial or refused.';
COMMENT ON COLUMN recognition_decision.earned IS 'Credit earned abroad, in the home scheme.';
COMMENT ON COLUMN recognition_decision.recognised IS 'Credit recognised.';
COMMENT ON COLUMN recognition_decision.grade IS 'Grade at home; NULL: a pass, or none.';
COMMENT ON COLUMN recognition_decision.scale IS 'Scale of the grade.';
COMMENT ON COLUMN recognition_decision.computation IS 'How it was computed.';
COMMENT ON COLUMN recognition_decision.difference IS
'The substantial difference: level, workload, quality, profile or outcomes.';
COMMENT ON COLUMN recognition_decision.legal_basis IS 'Act or agreement that it rests on.';
COMMENT ON COLUMN recognition_decision.reason IS 'The reason in words.';
COMMENT ON COLUMN recognition_decision.decided_on IS 'Day of the decision.';
COMMENT ON COLUMN recognition_decision.decided_by IS 'Role that decided.';
COMMENT ON COLUMN recognition_decision.recorded IS 'When it was written down.';
COMMENT ON COLUMN recognition_decision.supersedes IS 'Decision that it replaces; NULL: the first.';
COMMENT ON TABLE grade_distribution IS
'Grading tables of institutions: how often each grade was awarded in a field, at a level, in some years.';
COMMENT ON COLUMN grade_distribution.institution IS 'Internet domain of the institution.';
COMMENT ON COLUMN grade_distribution.field IS 'Field, ISCED-F.';
COMMENT ON COLUMN grade_distribution.level IS 'Level of the studies.';
COMMENT ON COLUMN grade_distribution.years IS 'Years that were counted.';
COMMENT ON COLUMN grade_distribution.counts IS 'The distribution.';
COMMENT ON TABLE educational_document IS 'Documents of students: diplomas, supplements, transcripts, certificates.';
COMMENT ON COLUMN educational_document.document IS 'Number of the document.';
COMMENT ON COLUMN educational_document.student IS 'Pseudonymous key of the student.';
COMMENT ON COLUMN educational_document.kind IS 'diploma, supplement, transcript or certificate.';
COMMENT ON COLUMN educational_document.scope IS 'sco (of the network) or world.';
COMMENT ON COLUMN educational_document.state IS 'State that issued it, ISO 3166-1 alpha-2.';
COMMENT ON COLUMN educational_document.level IS 'Level that it attests.';
COMMENT ON COLUMN educational_document.institution IS 'Internet domain of the institution.';
COMMENT ON COLUMN educational_document.issued IS 'Day of issue.';
COMMENT ON COLUMN educational_document.title IS 'Title.';
COMMENT ON COLUMN educational_document.achievements IS 'Numbers of the lines that it attests.';
COMMENT ON TABLE recognition_duty IS 'Who does what for which institution; row security goes by it.';
COMMENT ON COLUMN recognition_duty.holder IS 'Name of a role.';
COMMENT ON COLUMN recognition_duty.duty IS 'office, coordinator or registrar.';
COMMENT ON COLUMN recognition_duty.institution IS 'Internet domain of the institution.';

-- ---- what an agreement holds ----

CREATE OR REPLACE VIEW la_item_current WITH (security_invoker = true) AS
SELECT i.item, i.agreement, v.version, i.side, i.group_no, i.code, i.title, i.credit, i.level, i.field,
       CASE WHEN credit_convertible(i.credit, a.home_scheme, lower(a.stay), a.credit_method, a.credit_bound,
           a.level)
            THEN credit_convert(i.credit, a.home_scheme, lower(a.stay), a.credit_method, a.credit_bound,
                                a.rounding_step, a.rounding_mode, NULL, a.level) END AS home_credit
FROM learning_agreement a
JOIN LATERAL (SELECT max(w.version) FILTER (WHERE w.declined IS NULL) AS version,
                     array_agg(w.version) FILTER (WHERE w.declined IS NOT NULL) AS declined
              FROM la_version w WHERE w.agreement = a.agreement) v ON true
JOIN la_item i ON i.agreement = a.agreement AND i.added_in <= v.version
     AND coalesce(i.added_in <> ALL (v.declined), true)
     AND (coalesce(i.removed_in > v.version, true) OR i.removed_in = ANY (v.declined));
COMMENT ON VIEW la_item_current IS
'The components of an agreement in its latest version that was not declined, with their credit at home.';
COMMENT ON COLUMN la_item_current.item IS 'Number of the component.';
COMMENT ON COLUMN la_item_current.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN la_item_current.version IS 'That version.';
COMMENT ON COLUMN la_item_current.side IS 'host, home or virtual.';
COMMENT ON COLUMN la_item_current.group_no IS 'Group in which host components stand for home ones; NULL: none.';
COMMENT ON COLUMN la_item_current.code IS 'Code of the course.';
COMMENT ON COLUMN la_item_current.title IS 'Title of the course.';
COMMENT ON COLUMN la_item_current.credit IS 'Credit as the institution counts it.';
COMMENT ON COLUMN la_item_current.level IS 'Level of the course.';
COMMENT ON COLUMN la_item_current.field IS 'Field of the course, ISCED-F.';
COMMENT ON COLUMN la_item_current.home_credit IS
'The same in the scheme of the home institution; NULL: there is no rate.';

CREATE OR REPLACE VIEW la_group_balance WITH (security_invoker = true) AS
SELECT i.agreement, i.group_no, coalesce(max(g.tolerance), 0) AS tolerance,
       count(*) FILTER (WHERE i.side <> 'home')::integer AS host_items,
       count(*) FILTER (WHERE i.side = 'home')::integer AS home_items,
       count(*) FILTER (WHERE i.home_credit IS NULL)::integer AS without_rate,
       sum(i.home_credit) FILTER (WHERE i.side <> 'home') AS host_credit,
       sum(i.home_credit) FILTER (WHERE i.side = 'home') AS home_credit
FROM la_item_current i
LEFT JOIN la_group g ON g.agreement = i.agreement AND g.group_no = i.group_no
GROUP BY i.agreement, i.group_no;
COMMENT ON VIEW la_group_balance IS 'What stands on the two sides of each group, in credit of the home institution.';
COMMENT ON COLUMN la_group_balance.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN la_group_balance.group_no IS 'Number of the group; NULL: components in no group.';
COMMENT ON COLUMN la_group_balance.tolerance IS 'Credit that the host side may fall short.';
COMMENT ON COLUMN la_group_balance.host_items IS 'Components abroad, virtual ones too.';
COMMENT ON COLUMN la_group_balance.home_items IS 'Components at home for which they stand.';
COMMENT ON COLUMN la_group_balance.without_rate IS 'Components whose credit has no rate to the home scheme.';
COMMENT ON COLUMN la_group_balance.host_credit IS 'Credit of the first.';
COMMENT ON COLUMN la_group_balance.home_credit IS 'Credit of the second.';

-- The findings: each function has the rules about one thing, for many agreements or their components at once.  None
-- takes rows of a table: their type would stand in the way of a column that a site adds to it.

CREATE OR REPLACE FUNCTION la_group_findings(items la_item_current[])
    RETURNS TABLE (agreement bigint, rule text, group_no integer, severity text, expected text, found text,
                   message text, due date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH balance AS (
        SELECT b.agreement, b.group_no, b.host_items, b.home_items, b.without_rate, b.host_credit, b.home_credit,
               coalesce(g.tolerance, 0) AS tolerance
        FROM (SELECT i.agreement, i.group_no, count(*) FILTER (WHERE i.side <> 'home') AS host_items,
                     count(*) FILTER (WHERE i.side = 'home') AS home_items,
                     count(*) FILTER (WHERE i.home_credit IS NULL) AS without_rate,
                     sum(i.home_credit) FILTER (WHERE i.side <> 'home') AS host_credit,
                     sum(i.home_credit) FILTER (WHERE i.side = 'home') AS home_credit
              FROM unnest(la_group_findings.items) i GROUP BY i.agreement, i.group_no) b
        LEFT JOIN la_group g ON g.agreement = b.agreement AND g.group_no = b.group_no
    )
    SELECT b.agreement, 'balance'::text, b.group_no,
           CASE WHEN amount(b.host_credit) < amount(b.home_credit) - b.tolerance THEN 'error' ELSE 'info' END,
           b.home_credit::text, b.host_credit::text,
           CASE WHEN amount(b.host_credit) < amount(b.home_credit) - b.tolerance
                THEN 'the courses abroad fall short of those at home'
                WHEN amount(b.host_credit) < amount(b.home_credit)
                THEN 'the courses abroad fall short within the tolerance'
                ELSE format('the courses abroad are worth more than those at home: the rest is %s', a.surplus) END,
           NULL::date
    FROM balance b JOIN learning_agreement a ON a.agreement = b.agreement
    WHERE b.group_no IS NOT NULL AND b.host_items > 0 AND b.home_items > 0 AND b.without_rate = 0
      AND b.host_credit <> b.home_credit
    UNION ALL
    SELECT b.agreement, 'sides'::text, b.group_no, 'error'::text, 'courses abroad and at home'::text,
           format('%s abroad and %s at home', b.host_items, b.home_items), 'one side of the group is empty'::text,
           NULL::date
    FROM balance b WHERE b.group_no IS NOT NULL AND (b.host_items = 0 OR b.home_items = 0)
    UNION ALL
    SELECT b.agreement, 'ungrouped'::text, NULL::integer, CASE WHEN b.home_items > 0 THEN 'error' ELSE 'info' END,
           NULL::text,
           format('%s abroad and %s at home', b.host_items, b.home_items),
           CASE WHEN b.home_items > 0 THEN 'courses at home are in no group: nothing stands for them'
                ELSE 'courses abroad in no group count as electives' END, NULL::date
    FROM balance b WHERE b.group_no IS NULL;
END;
COMMENT ON FUNCTION la_group_findings(la_item_current[]) IS
'Findings on the groups of components: balance, sides, ungrouped.';

CREATE OR REPLACE FUNCTION la_item_findings(agreements bigint[], items la_item_current[])
    RETURNS TABLE (agreement bigint, rule text, group_no integer, severity text, expected text, found text,
                   message text, due date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH studies AS MATERIALIZED (
        SELECT a.agreement, a.level, a.field, a.home_scheme, a.most_field_distance
        FROM learning_agreement a WHERE a.agreement = ANY (la_item_findings.agreements)
    )
    SELECT i.agreement, f.rule, i.group_no, f.severity, f.expected, f.found, f.message, NULL::date
    FROM unnest(la_item_findings.items) i
    JOIN studies a ON a.agreement = i.agreement
    -- 0: the same field, 1 to 3: only the narrow, the broad, no field in common
    CROSS JOIN LATERAL (SELECT CASE WHEN i.field = a.field THEN 0
                                    ELSE 3 - coalesce(depth(common_ancestor(i.field, a.field)), 0) END) d (distance)
    CROSS JOIN LATERAL (
        SELECT 'rate'::text, 'error'::text, a.home_scheme, i.credit::text,
               format('there is no rate for the credit of "%s"', i.title)
        WHERE i.home_credit IS NULL
        UNION ALL
        SELECT 'level'::text, 'warning'::text, a.level, i.level, format('"%s" is of a lower level', i.title)
        WHERE i.level <> a.level
          AND array_position('{secondary,vocational,bachelor,master,doctorate}', i.level)
              < array_position('{secondary,vocational,bachelor,master,doctorate}', a.level)
        UNION ALL
        SELECT 'field'::text, 'warning'::text, a.most_field_distance::text, d.distance::text,
               format('"%s" is of field %s, the studies of %s', i.title, i.field, a.field)
        WHERE i.side <> 'home' AND d.distance > a.most_field_distance
    ) f (rule, severity, expected, found, message)
    UNION ALL
    -- a course stands once on its side, whatever the group
    SELECT i.agreement, 'twice'::text, min(i.group_no), 'error'::text, '1'::text, count(*)::text,
           format('course %s stands %s times on the %s side', i.code, count(*), i.side), NULL::date
    FROM unnest(la_item_findings.items) i
    WHERE i.code IS NOT NULL GROUP BY i.agreement, i.side, i.code HAVING count(*) > 1;
END;
COMMENT ON FUNCTION la_item_findings(bigint[], la_item_current[]) IS
'Findings on single components: rate, level, field, twice.';

CREATE OR REPLACE FUNCTION la_total_findings(agreements bigint[], items la_item_current[])
    RETURNS TABLE (agreement bigint, rule text, group_no integer, severity text, expected text, found text,
                   message text, due date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    WITH given AS MATERIALIZED (
        SELECT a.agreement, a.stay, a.home_scheme, a.credit_method, a.credit_bound, a.rounding_step, a.rounding_mode,
               a.degree_credits, a.abroad_before, a.residence_share, a.terms, a.term_load, a.term_load_share
        FROM learning_agreement a WHERE a.agreement = ANY (la_total_findings.agreements)
    ), total AS (
        SELECT a.agreement, a.degree_credits, a.abroad_before, a.residence_share, a.terms, a.term_load,
               a.term_load_share, t.abroad
        FROM (SELECT i.agreement, sum(i.home_credit) FILTER (WHERE i.side <> 'home') AS abroad
              FROM unnest(la_total_findings.items) i GROUP BY i.agreement) t
        JOIN given a ON a.agreement = t.agreement
    )
    SELECT t.agreement, 'residence'::text, NULL::integer, 'error'::text, t.residence_share::text,
           round((t.degree_credits - t.abroad_before - amount(t.abroad)) / t.degree_credits, 9)::text,
           'less of the degree than the rule asks for is earned at home'::text, NULL::date
    FROM total t WHERE t.degree_credits - t.abroad_before - amount(t.abroad) < t.residence_share * t.degree_credits
    UNION ALL
    SELECT t.agreement, 'load'::text, NULL::integer, 'warning'::text, (t.term_load * t.terms)::text,
           amount(t.abroad)::text,
           format('below %s of the load of %s terms', t.term_load_share, t.terms), NULL::date
    FROM total t WHERE amount(t.abroad) < t.term_load * t.terms * t.term_load_share
    UNION ALL
    -- lines rounded one by one and a total rounded once differ
    SELECT r.agreement, 'rounding'::text, NULL::integer, 'warning'::text, r.once::text, r.lines::text,
           'the lines rounded one by one are not the total rounded once'::text, NULL::date
    FROM (SELECT i.agreement, sum(i.home_credit) AS lines,
                 credit_total(i.credit, a.home_scheme, lower(a.stay), a.rounding_step, a.rounding_mode, 'total',
                              a.credit_method, a.credit_bound, NULL) AS once
          FROM unnest(la_total_findings.items) i JOIN given a ON a.agreement = i.agreement
          WHERE a.rounding_step IS NOT NULL AND i.side <> 'home' AND i.home_credit IS NOT NULL
          GROUP BY i.agreement) r
    WHERE r.lines <> r.once;
END;
COMMENT ON FUNCTION la_total_findings(bigint[], la_item_current[]) IS
'Findings on what the components of an agreement come to: residence, load, rounding.';

CREATE OR REPLACE FUNCTION la_stay_findings(agreements bigint[])
    RETURNS TABLE (agreement bigint, rule text, group_no integer, severity text, expected text, found text,
                   message text, due date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    SELECT a.agreement, 'term_abroad'::text, NULL::integer, 'error'::text, a.least_terms::text, a.terms::text,
           'the stay is too short'::text, NULL::date
    FROM unnest(la_stay_findings.agreements) AS u (agreement)
    JOIN learning_agreement a ON a.agreement = u.agreement WHERE a.terms < a.least_terms
    UNION ALL
    -- changes are agreed in the first weeks: to the end of the last day
    SELECT a.agreement, 'late_change'::text, NULL::integer, 'error'::text,
           (lower(a.stay) + 7 * a.change_weeks)::text, v.proposed::text,
           format('version %s was proposed after the last day for changes', v.version), NULL::date
    FROM unnest(la_stay_findings.agreements) AS u (agreement)
    JOIN learning_agreement a ON a.agreement = u.agreement
    JOIN la_version v ON v.agreement = a.agreement
    WHERE v.version > 1 AND v.declined IS NULL AND v.proposed > lower(a.stay) + 7 * a.change_weeks
    UNION ALL
    SELECT a.agreement, 'signatures'::text, NULL::integer, 'warning'::text, 'student, home, host'::text,
           coalesce(nullif(concat_ws(', ', CASE WHEN v.signed_student IS NOT NULL THEN 'student' END,
                                     CASE WHEN v.signed_home IS NOT NULL THEN 'home' END,
                                     CASE WHEN v.signed_host IS NOT NULL THEN 'host' END), ''), 'none'),
           format('version %s is not signed by all', v.version), lower(a.stay)
    FROM unnest(la_stay_findings.agreements) AS u (agreement)
    JOIN learning_agreement a ON a.agreement = u.agreement
    JOIN LATERAL (SELECT w.* FROM la_version w WHERE w.agreement = a.agreement AND w.declined IS NULL
                  ORDER BY w.version DESC LIMIT 1) v ON true
    WHERE v.signed_student IS NULL OR v.signed_home IS NULL OR v.signed_host IS NULL;
END;
COMMENT ON FUNCTION la_stay_findings(bigint[]) IS
'Findings on the stay of agreements and their versions: term_abroad, late_change, signatures. due of signatures is the '
'first day of the stay.';

CREATE OR REPLACE FUNCTION learning_agreement_findings(agreements bigint[])
    RETURNS TABLE (agreement bigint, rule text, group_no integer, severity text, expected text, found text,
                   message text, due date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
    -- the credit of each component is converted once, whatever the number of rules
    WITH item AS MATERIALIZED (
        SELECT array_agg(i) AS items
        FROM unnest(learning_agreement_findings.agreements) AS u (agreement)
        JOIN la_item_current i ON i.agreement = u.agreement
    )
    SELECT f.agreement, f.rule, f.group_no, f.severity, f.expected, f.found, f.message, f.due
    FROM item CROSS JOIN LATERAL la_group_findings(item.items) f
    UNION ALL
    SELECT f.agreement, f.rule, f.group_no, f.severity, f.expected, f.found, f.message, f.due
    FROM item CROSS JOIN LATERAL la_item_findings(learning_agreement_findings.agreements, item.items) f
    UNION ALL
    SELECT f.agreement, f.rule, f.group_no, f.severity, f.expected, f.found, f.message, f.due
    FROM item CROSS JOIN LATERAL la_total_findings(learning_agreement_findings.agreements, item.items) f
    UNION ALL
    SELECT f.agreement, f.rule, f.group_no, f.severity, f.expected, f.found, f.message, f.due
    FROM la_stay_findings(learning_agreement_findings.agreements) f;
END;
COMMENT ON FUNCTION learning_agreement_findings(bigint[]) IS
'What is to be said against agreements, rule by rule, all in one pass. A rule whose parameter is NULL in the agreement '
'is off; due is the day before which it is no finding yet. Their components are held in memory: pass some thousands '
'at once, or read learning_agreement_finding.';

CREATE OR REPLACE VIEW learning_agreement_finding WITH (security_invoker = true) AS
SELECT f.agreement, f.rule, f.group_no, f.severity, f.expected, f.found, f.message, f.due
FROM (SELECT array_agg(n.agreement) AS agreements
      FROM (SELECT a.agreement, row_number() OVER (ORDER BY a.agreement) AS place FROM learning_agreement a) n
      GROUP BY n.place / 1000) c -- so many at once fit into memory, however many there are
CROSS JOIN LATERAL learning_agreement_findings(c.agreements) f;
COMMENT ON VIEW learning_agreement_finding IS
'What is to be said against each agreement: learning_agreement_findings for all.';
COMMENT ON COLUMN learning_agreement_finding.agreement IS 'Number of the agreement.';
COMMENT ON COLUMN learning_agreement_finding.rule IS
'balance, sides, ungrouped, rate, twice, level, field, residence, load, term_abroad, rounding, late_change, '
'signatures.';
COMMENT ON COLUMN learning_agreement_finding.group_no IS 'Group of which it speaks; NULL: the whole.';
COMMENT ON COLUMN learning_agreement_finding.severity IS 'error, warning or info.';
COMMENT ON COLUMN learning_agreement_finding.expected IS 'What the rule asks for.';
COMMENT ON COLUMN learning_agreement_finding.found IS 'What was found.';
COMMENT ON COLUMN learning_agreement_finding.message IS 'The finding in words.';
COMMENT ON COLUMN learning_agreement_finding.due IS 'Day before which it is no finding yet; NULL: always.';

CREATE OR REPLACE FUNCTION learning_agreement_check(agreement bigint, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (rule text, group_no integer, severity text, expected text, found text, message text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
    SELECT f.rule, f.group_no, f.severity, f.expected, f.found, f.message
    FROM learning_agreement_findings(ARRAY[learning_agreement_check.agreement]) f
    WHERE coalesce(f.due <= on_date, true)
    ORDER BY array_position('{error,warning,info}', f.severity), f.rule COLLATE "C", f.group_no, f.message COLLATE "C";
END;
COMMENT ON FUNCTION learning_agreement_check(bigint, date) IS
'The findings of one agreement on a day, the gravest first.';

-- ---- versions and signatures ----

CREATE OR REPLACE FUNCTION la_version_check() RETURNS trigger LANGUAGE network_plpgsql AS $$
DECLARE
    before record;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT v.* INTO before FROM la_version v
        WHERE v.agreement = NEW.agreement AND v.declined IS NULL ORDER BY v.version DESC LIMIT 1;
        IF before.version >= NEW.version
           OR before.version IS NULL AND NEW.version > 1
              AND NOT EXISTS (SELECT FROM la_version v WHERE v.agreement = NEW.agreement) THEN
            RAISE EXCEPTION 'agreement % has version % already', NEW.agreement, coalesce(before.version, 0)
                USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'The next version has the next number.';
        ELSIF before.signed_student IS NULL AND before.version IS NOT NULL
              OR before.signed_home IS NULL AND before.version IS NOT NULL
              OR before.signed_host IS NULL AND before.version IS NOT NULL THEN
            RAISE EXCEPTION 'version % of agreement % is not signed by all', before.version, NEW.agreement
                USING ERRCODE = 'object_not_in_prerequisite_state',
                      HINT = 'A change is proposed to an agreement that holds: sign or decline that version first.';
        END IF;
    ELSIF (NEW.agreement, NEW.version) IS DISTINCT FROM (OLD.agreement, OLD.version) THEN
        RAISE EXCEPTION 'a version of an agreement keeps its number' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION la_version_check() IS
'BEFORE INSERT OR UPDATE trigger of la_version: versions follow one another, each signed before the next. Error: '
'55000.';
CREATE OR REPLACE TRIGGER la_version_check BEFORE INSERT OR UPDATE ON la_version
    FOR EACH ROW EXECUTE FUNCTION la_version_check();

CREATE OR REPLACE FUNCTION la_item_check() RETURNS trigger LANGUAGE network_plpgsql AS $$
DECLARE
    the_version integer := CASE WHEN TG_OP = 'INSERT' THEN NEW.added_in ELSE OLD.added_in END;
    the_agreement bigint := CASE WHEN TG_OP = 'INSERT' THEN NEW.agreement ELSE OLD.agreement END;
    signed boolean;
BEGIN
    SELECT v.signed_student IS NOT NULL OR v.signed_home IS NOT NULL OR v.signed_host IS NOT NULL INTO signed
    FROM la_version v WHERE v.agreement = the_agreement AND v.version = the_version FOR SHARE;
    IF TG_OP = 'UPDATE' AND signed
       AND (NEW.item, NEW.agreement, NEW.side, NEW.group_no, NEW.code, NEW.title, NEW.credit::text, NEW.level,
           NEW.field::text,
            NEW.added_in)
           IS NOT DISTINCT FROM (OLD.item, OLD.agreement, OLD.side, OLD.group_no, OLD.code, OLD.title,
               OLD.credit::text, OLD.level,
                                 OLD.field::text, OLD.added_in) THEN
        -- only when it ends is changed: by a version that nobody signed yet
        SELECT bool_or(v.signed_student IS NOT NULL OR v.signed_home IS NOT NULL OR v.signed_host
            IS NOT NULL) INTO signed
        FROM la_version v
        WHERE v.agreement = the_agreement AND v.version IN (NEW.removed_in, OLD.removed_in) AND v.declined IS NULL;
    END IF;
    IF signed THEN
        RAISE EXCEPTION 'version % of agreement % is signed: its courses cannot be changed', the_version, the_agreement
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  HINT = 'Propose the next version: courses are added in it, and removed by it.';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
COMMENT ON FUNCTION la_item_check() IS
'BEFORE trigger of la_item: what was signed stays as it was signed. Error: 55000.';
CREATE OR REPLACE TRIGGER la_item_check BEFORE INSERT OR UPDATE OR DELETE ON la_item
    FOR EACH ROW EXECUTE FUNCTION la_item_check();

CREATE OR REPLACE FUNCTION la_sign(agreement bigint, version integer, party text, at timestamptz DEFAULT now())
    RETURNS void
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    latest integer;
BEGIN
    IF party NOT IN ('student', 'home', 'host') OR party IS NULL THEN
        RAISE EXCEPTION 'unknown party "%"', party USING ERRCODE = 'invalid_parameter_value',
            HINT = 'An agreement is signed by student, home and host.';
    END IF;
    SELECT v.version INTO latest FROM la_version v
    WHERE v.agreement = la_sign.agreement AND v.declined IS NULL ORDER BY v.version DESC LIMIT 1 FOR UPDATE;
    IF latest IS DISTINCT FROM la_sign.version THEN
        RAISE EXCEPTION 'version % of agreement % is not the one to be signed', la_sign.version, la_sign.agreement
            USING ERRCODE = 'object_not_in_prerequisite_state',
                  DETAIL = format('The latest version that was not declined is %s.', coalesce(latest::text, 'none')),
                  HINT = 'Read that version, then sign it.';
    END IF;
    UPDATE la_version v SET signed_student = CASE WHEN party = 'student' THEN at ELSE v.signed_student END,
                            signed_home = CASE WHEN party = 'home' THEN at ELSE v.signed_home END,
                            signed_host = CASE WHEN party = 'host' THEN at ELSE v.signed_host END
    WHERE v.agreement = la_sign.agreement AND v.version = la_sign.version;
END $$;
COMMENT ON FUNCTION la_sign(bigint, integer, text, timestamptz) IS
'Signs a version of an agreement for student, home or host. A signature is for the version that is named: if it is '
'not the latest any more, error 55000.';
