-- registry/in_force: which agreements hold on a date, between whom, and what does not fit in them.

CREATE OR REPLACE FUNCTION agreement_parties(agreement text) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT string_agg(coalesce(p.institution, p.body, p.state, p.name_as_given), ', ' ORDER BY p.participation)
           || CASE WHEN a.parties_complete THEN '' ELSE ', …' END
    FROM agreement a LEFT JOIN participation p ON p.agreement = a.agreement AND p.role = 'party'
    WHERE a.agreement = agreement_parties.agreement
    GROUP BY a.parties_complete;
END;
COMMENT ON FUNCTION agreement_parties(text) IS
'Parties of an agreement in one line; … at the end if the list is not complete.';

CREATE OR REPLACE FUNCTION agreements_in_force(on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (agreement text, kind text, title text, binding boolean, parties text, since date, ends_on date,
                   certain boolean)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    SELECT a.agreement, a.kind, a.title, k.binding, p.parties || CASE WHEN a.parties_complete THEN '' ELSE ', …' END,
           t.since, t.ends_on,
           coalesce(coalesce(lower(a.validity), upper(edtf_range(a.signed)) - 1) <= on_date
                    AND (NOT upper_inf(a.validity) OR a.renewal <> 'not_stated') AND a.confidence <> 'uncertain', false)
    FROM agreement a JOIN agreement_kind k ON k.agreement_kind = a.kind
    CROSS JOIN LATERAL (SELECT coalesce(lower(a.validity), lower(edtf_range(a.signed))) AS since,
                               CASE WHEN a.status = 'terminated' OR a.renewal <> 'automatic' OR upper_inf(a.validity)
                                         OR upper(a.validity) > on_date
                                    THEN upper(a.validity)
                                    ELSE socu.agreement_end(a.validity, a.renewal, a.renewal_months, on_date)
                                    END AS ends_on OFFSET 0) t
    LEFT JOIN (SELECT q.agreement,
                      string_agg(coalesce(q.institution, q.body, q.state, q.name_as_given), ', '
                                 ORDER BY q.participation) AS parties
               FROM participation q WHERE q.role = 'party' AND q.agreement IS NOT NULL
               GROUP BY q.agreement) p ON p.agreement = a.agreement
    WHERE a.status <> 'draft' AND coalesce(t.since <= on_date, true) AND coalesce(t.ends_on > on_date, true)
    ORDER BY a.agreement;
END;
COMMENT ON FUNCTION agreements_in_force(date) IS
'Agreements and other documents in force on a date, with automatic renewals. certain is false where the start or the '
'end is not stated, or is not exact on that day.';

CREATE OR REPLACE FUNCTION agreements_expiring(months int DEFAULT 12, on_date date DEFAULT CURRENT_DATE)
    RETURNS TABLE (agreement text, kind text, title text, parties text, ends_on date, days_left int, renewal text,
                   notice_by date)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT f.agreement, f.kind, f.title, f.parties, f.ends_on, f.ends_on - on_date, a.renewal,
           (f.ends_on - make_interval(months => a.notice_months))::date
    FROM agreements_in_force(on_date) f JOIN agreement a ON a.agreement = f.agreement
    WHERE f.ends_on <= (on_date + make_interval(months => agreements_expiring.months))::date
    ORDER BY f.ends_on, f.agreement;
END;
COMMENT ON FUNCTION agreements_expiring(int, date) IS
'Agreements in force on a date that end within so many months, the next to end first; notice_by is the last day for a '
'notice. Those with automatic renewal are listed, because someone must decide.';

CREATE OR REPLACE FUNCTION agreement_problems()
    RETURNS TABLE (agreement text, problem text, detail text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT a.agreement, 'fewer than two parties'::text, format('%s listed', count(p.participation))
    FROM agreement a LEFT JOIN participation p ON p.agreement = a.agreement AND p.role = 'party'
    WHERE a.parties_complete AND a.kind NOT IN ('resolution', 'declaration', 'minutes')
    GROUP BY a.agreement HAVING count(p.participation) < 2
    UNION ALL
    SELECT a.agreement, 'party not resolved'::text, coalesce(p.name_as_given, p.institution)
    FROM agreement a JOIN participation p ON p.agreement = a.agreement AND p.role = 'party'
    LEFT JOIN institution i ON i.institution = p.institution
    WHERE num_nonnulls(p.institution, p.body, p.state) = 0 OR NOT i.resolved
    UNION ALL
    SELECT f.agreement, 'flow of an institution that is no party'::text, x.institution
    FROM agreement_flow f CROSS JOIN LATERAL (VALUES (f.from_institution), (f.to_institution)) x (institution)
    WHERE NOT EXISTS (SELECT FROM participation p WHERE p.agreement = f.agreement AND p.role = 'party'
                        AND p.institution = x.institution)
      AND EXISTS (SELECT FROM agreement a WHERE a.agreement = f.agreement AND a.parties_complete)
    UNION ALL
    SELECT f.agreement, 'flow within one state'::text, format('%s to %s', f.from_institution, f.to_institution)
    FROM agreement_flow f JOIN institution s ON s.institution = f.from_institution
    JOIN institution t ON t.institution = f.to_institution
    WHERE s.state = t.state
    UNION ALL
    SELECT f.agreement, 'places in a document that is no base for a quota'::text,
           format('flow %s, kind %s', f.flow, a.kind)
    FROM agreement_flow f JOIN agreement a ON a.agreement = f.agreement
    JOIN agreement_kind k ON k.agreement_kind = a.kind
    WHERE f.places_stated <> 'not_stated' AND k.base_for_quota = 'no'
    UNION ALL
    SELECT f.agreement, 'activity of a flow that is no mobility'::text, format('flow %s, %s', f.flow, f.activity)
    FROM agreement_flow f JOIN activity v ON v.activity = f.activity
    WHERE NOT v.mobility
    ORDER BY 1, 2, 3;
END;
COMMENT ON FUNCTION agreement_problems() IS
'What does not fit in the agreements: too few or unresolved parties, flows of strangers or within one state, places '
'without a base.';

CREATE OR REPLACE FUNCTION bilateral(state_a text, state_b text)
    RETURNS TABLE (kind text, key text, title text, held text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
    WITH part AS (
        SELECT p.agreement, p.event, p.programme, p.project, p.output
        FROM participation p LEFT JOIN institution i ON i.institution = p.institution
        LEFT JOIN body b ON b.body = p.body
        WHERE coalesce(i.state, b.state, p.state) IN (state_a, state_b)
        GROUP BY p.agreement, p.event, p.programme, p.project, p.output
        HAVING count(DISTINCT coalesce(i.state, b.state, p.state)) = 2)
    SELECT 'agreement'::text, a.agreement, a.title, a.signed::text FROM part p
    JOIN agreement a ON a.agreement = p.agreement
    UNION ALL
    SELECT 'event'::text, e.event, e.title, e.held::text FROM part p JOIN event e ON e.event = p.event
    UNION ALL
    SELECT 'programme'::text, g.programme, g.title, NULL::text FROM part p JOIN programme g ON g.programme = p.programme
    UNION ALL
    SELECT 'project'::text, j.project, j.title, NULL::text FROM part p JOIN project j ON j.project = p.project
    UNION ALL
    SELECT 'output'::text, o.output, o.title, o.made::text FROM part p JOIN output o ON o.output = p.output
    ORDER BY 1, 2;
END;
COMMENT ON FUNCTION bilateral(text, text) IS
'Everything that two states take part in together: agreements, events, programmes, projects, outputs.';
