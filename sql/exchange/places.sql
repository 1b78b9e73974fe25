-- exchange: agreements and nominations of EWP become quota lines and nominations of the network.

CREATE OR REPLACE FUNCTION ewp_fields(codes text[]) RETURNS program_code[]
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT array_agg(p.code ORDER BY c.n)
            FROM unnest(codes) WITH ORDINALITY c (code, n)
            CROSS JOIN LATERAL program_code_parse(c.code, 'ISCEDF') p WHERE p.problem IS NULL);
END $$;
COMMENT ON FUNCTION ewp_fields(text[]) IS 'Fields of ISCED-F; codes that are none are left out; NULL: there is none.';

CREATE OR REPLACE FUNCTION ewp_agreement(sending_hei text, sending_iia text, receiving_hei text, receiving_iia text)
    RETURNS text
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN coalesce(sending_hei || ':' || sending_iia, receiving_hei || ':' || receiving_iia);
END $$;
COMMENT ON FUNCTION ewp_agreement(text, text, text, text) IS
'How quota lines and nominations name an agreement: by the identifier that the sending institution gives it, else the '
'receiving one.';

-- ---- agreements ----

CREATE OR REPLACE FUNCTION ewp_iia_line(i ewp_iia) RETURNS quota
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
    SET enable_seqscan = off AS $$
DECLARE
    q quota;
BEGIN
    q.code := format('%s:%s/%s/%s', i.hei_id, i.iia_id, i.condition_no, i.academic_year);
    q.sending_institution := i.sending_hei_id;
    q.receiving_institution := i.receiving_hei_id;
    q.kind := CASE i.kind WHEN 'student-studies' THEN 'study' WHEN 'student-traineeship' THEN 'internship'
                          WHEN 'staff-teacher' THEN 'teaching' ELSE 'staff_training' END;
    q.agreement := CASE WHEN i.sending_hei_id = i.hei_id
                        THEN ewp_agreement(i.hei_id, i.iia_id, i.partner_hei_id, i.partner_iia_id)
                        ELSE ewp_agreement(i.partner_hei_id, i.partner_iia_id, i.hei_id, i.iia_id) END;
    q.levels := i.eqf_levels;
    q.fields := ewp_fields(i.isced_f);
    q.term := i.academic_year;
    -- stays that begin from the first day of the receiver's academic year to the first of the next
    q.validity := (SELECT daterange(lower(term_dates(i.academic_year, s.state, s.institution)),
                                    lower(term_dates(i.academic_year + 1, s.state, s.institution)))
                   FROM institution s WHERE s.institution = i.receiving_hei_id);
    q.limited := CASE WHEN i.places IS NULL THEN 'not_stated' ELSE 'limited' END;
    q.seats := i.places;
    q.status := CASE WHEN i.terminated THEN 'closed' WHEN i.in_effect THEN 'open' ELSE 'draft' END;
    RETURN q;
END $$;
COMMENT ON FUNCTION ewp_iia_line(ewp_iia) IS
'The quota line that a condition of an agreement in one year is; it holds for stays that begin from the first day of '
'the academic year of the receiving institution to the first of the next.';

CREATE OR REPLACE FUNCTION ewp_iia_problem(i ewp_iia) RETURNS text
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE
        WHEN i.condition_no IS NULL THEN 'the agreement has no conditions'
        WHEN i.hei_id IS NULL OR i.iia_id IS NULL THEN 'the agreement has no hei-id or iia-id of its first partner'
        WHEN i.sending_hei_id IS NULL OR i.receiving_hei_id IS NULL THEN 'it says not who sends or receives'
        WHEN i.academic_year IS NULL THEN 'its academic year cannot be read'
        WHEN cardinality(i.isced_f) > 0 AND coalesce(cardinality(ewp_fields(i.isced_f)), 0) < cardinality(i.isced_f)
            THEN format('not all of its subject areas are fields of ISCED-F: %s', array_to_string(i.isced_f, ', '))
        WHEN EXISTS (SELECT FROM unnest(i.eqf_levels) l WHERE l IS NULL OR l NOT BETWEEN 1 AND 8)
            THEN 'its levels are not 1 to 8' END;
END $$;
COMMENT ON FUNCTION ewp_iia_problem(ewp_iia) IS 'Why a condition cannot be a quota line; NULL: it can.';

CREATE OR REPLACE FUNCTION ewp_iia_take(i ewp_iia, OUT action text, OUT reason text, OUT record bigint)
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    problem constant text := ewp_iia_problem(i);
    q quota := CASE WHEN problem IS NULL THEN ewp_iia_line(i) END;
    old quota;
BEGIN
    IF problem IS NOT NULL OR q.validity IS NULL THEN
        action := 'refused';
        reason := coalesce(problem, format('institution %s is not in the registry', i.receiving_hei_id));
        RETURN;
    END IF;
    SELECT o.* INTO old FROM quota o WHERE o.code = q.code FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO quota (code, sending_institution, receiving_institution, kind, agreement, levels, fields, term,
                           validity, limited, seats, status, source)
        VALUES (q.code, q.sending_institution, q.receiving_institution, q.kind, q.agreement, q.levels, q.fields, q.term,
                q.validity, q.limited, q.seats, q.status, format('EWP IIAs %s', i.version))
        RETURNING quota_id INTO record;
        action := 'inserted';
        RETURN;
    END IF;
    record := old.quota_id;
    action := 'unchanged';
    IF (old.sending_institution, old.receiving_institution, old.kind, old.agreement, old.levels, old.fields::text,
        old.term::text, old.validity, old.limited, old.seats, old.status)
       IS DISTINCT FROM (q.sending_institution, q.receiving_institution, q.kind, q.agreement, q.levels, q.fields::text,
                         q.term::text, q.validity, q.limited, q.seats, q.status) THEN
        UPDATE quota u
        SET sending_institution = q.sending_institution, receiving_institution = q.receiving_institution, kind = q.kind,
            agreement = q.agreement, levels = q.levels, fields = q.fields, term = q.term,
            validity = q.validity, limited = q.limited, seats = q.seats, status = q.status
        WHERE u.quota_id = old.quota_id;
        action := 'updated';
    END IF;
EXCEPTION WHEN integrity_constraint_violation OR data_exception OR object_not_in_prerequisite_state THEN
    action := 'refused';
    reason := SQLERRM;
END $$;
COMMENT ON FUNCTION ewp_iia_take(ewp_iia) IS
'Makes a quota line of a condition, or changes it. What cannot be one, and what the rules of quota lines forbid, is '
'refused with the reason.';

CREATE OR REPLACE FUNCTION ewp_iia_import(doc xml, faults text DEFAULT 'refuse')
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 10 AS $$
DECLARE
    conditions ewp_iia[];
BEGIN
    IF doc IS NULL THEN
        RETURN;
    END IF;
    conditions := ARRAY(SELECT c FROM ewp_iias(doc) c);
    PERFORM exchange_keep(doc, 'iias', ewp_iia_import.faults);
    RETURN QUERY
    SELECT concat_ws(', ', format('agreement %s', i.iia_no), 'condition ' || i.condition_no, i.academic_year),
           t.action, t.reason, t.record
    FROM unnest(conditions) i CROSS JOIN LATERAL ewp_iia_take(i) t;
END $$;
COMMENT ON FUNCTION ewp_iia_import(xml, text) IS
'Imports agreements of EWP: each condition in each academic year becomes a quota line, whose code is made of first '
'partner, iia-id, number of the condition and year. Places that are not defined are not stated; an agreement that is '
'not in effect gives drafts, one that is terminated closed lines. One row a line: inserted, updated, unchanged or '
'refused (and why: a limit below what is used, say). record: quota_id. faults: refuse, keep or ignore. Errors: 22023 '
'another document, or it has faults; those of ewp_iias.';

-- ---- nominations ----

CREATE OR REPLACE FUNCTION ewp_nomination(o ewp_omobility) RETURNS jsonb
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED
    SET enable_seqscan = off AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object(
        'request_key', jsonb_build_array(o.sending_hei_id, o.omobility_id)::text, 'student', o.esi,
        'kind', CASE o.activity_type WHEN 'student-traineeships' THEN 'internship' ELSE 'study' END,
        'status', CASE o.status WHEN 'nomination' THEN 'submitted' WHEN 'pending' THEN 'submitted'
                                WHEN 'approved' THEN 'accepted' WHEN 'live' THEN 'arrived'
                                WHEN 'recognized' THEN 'recognized' WHEN 'rejected' THEN 'rejected'
                                WHEN 'cancelled' THEN 'cancelled' END,
        'sending_state', (SELECT s.state FROM institution s WHERE s.institution = o.sending_hei_id),
        'receiving_state', (SELECT s.state FROM institution s WHERE s.institution = o.receiving_hei_id),
        'sending_institution', o.sending_hei_id, 'receiving_institution', o.receiving_hei_id,
        'sending_unit', o.sending_ounit_id, 'receiving_unit', o.receiving_ounit_id,
        'level', coalesce(o.eqf_nomination, o.eqf_departure), 'field', (ewp_fields(ARRAY[o.nominee_isced_f]))[1]::text,
        'agreement', ewp_agreement(o.sending_hei_id, o.sending_iia_id, o.receiving_hei_id, o.receiving_iia_id),
        'sending_term', o.sending_term::text, 'receiving_term', o.receiving_year::text, 'starts_on', o.arrival,
        'ends_on', o.departure, 'blended', coalesce(o.activity_attributes = 'short-term-blended', false)));
END $$;
COMMENT ON FUNCTION ewp_nomination(ewp_omobility) IS
'A nomination of EWP as mobility_nominate takes it; the states are those of the institutions in the registry.';

CREATE OR REPLACE FUNCTION ewp_omobility_take(o ewp_omobility, OUT action text, OUT reason text, OUT record bigint)
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    n constant jsonb := ewp_nomination(o);
    old mobility;
BEGIN
    reason := CASE WHEN o.omobility_id IS NULL THEN 'it has no omobility-id'
                   WHEN o.esi IS NULL THEN 'the student has no European Student Identifier'
                   WHEN n ->> 'status' IS NULL THEN format('status "%s" is not known', o.status)
                   WHEN n ->> 'sending_state' IS NULL
                       THEN format('institution %s is not in the registry', o.sending_hei_id)
                   WHEN n ->> 'receiving_state' IS NULL
                       THEN format('institution %s is not in the registry', o.receiving_hei_id) END;
    IF reason IS NOT NULL THEN
        action := 'refused';
        RETURN;
    END IF;
    SELECT m.* INTO old FROM mobility m WHERE m.request_key = n ->> 'request_key' FOR UPDATE;
    IF NOT FOUND THEN
        SELECT r.mobility_id INTO record FROM mobility_nominate(n) r;
        action := 'inserted';
        RETURN;
    END IF;
    record := old.mobility_id;
    action := 'unchanged';
    IF to_jsonb(jsonb_populate_record(old, n)) IS DISTINCT FROM to_jsonb(old) THEN
        UPDATE mobility m
        SET status = x.status, student = x.student, kind = x.kind, level = x.level, field = x.field,
            agreement = x.agreement, receiving_term = x.receiving_term, sending_term = x.sending_term,
            starts_on = x.starts_on, ends_on = x.ends_on, sending_unit = x.sending_unit,
            receiving_unit = x.receiving_unit, blended = x.blended
        FROM (SELECT (jsonb_populate_record(old, n)).*) x WHERE m.mobility_id = old.mobility_id;
        action := 'updated';
    END IF;
EXCEPTION WHEN integrity_constraint_violation OR data_exception OR object_not_in_prerequisite_state THEN
    action := 'refused';
    reason := SQLERRM;
END $$;
COMMENT ON FUNCTION ewp_omobility_take(ewp_omobility) IS
'Makes a nomination, or changes it; what a quota or another rule forbids is refused with its reason.';

CREATE OR REPLACE FUNCTION ewp_omobilities_import(doc xml, faults text DEFAULT 'refuse')
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 10 AS $$
DECLARE
    nominations ewp_omobility[];
BEGIN
    IF doc IS NULL THEN
        RETURN;
    END IF;
    nominations := ARRAY(SELECT m FROM ewp_omobilities(doc) m);
    PERFORM exchange_keep(doc, 'omobilities', ewp_omobilities_import.faults);
    RETURN QUERY
    SELECT format('mobility %s (%s)', o.mobility_no, o.omobility_id), t.action, t.reason, t.record
    FROM unnest(nominations) o CROSS JOIN LATERAL ewp_omobility_take(o) t;
END $$;
COMMENT ON FUNCTION ewp_omobilities_import(xml, text) IS
'Imports nominations of EWP into mobility, known again by sending institution and omobility-id; the quotas hold for '
'them. One row a nomination: inserted, updated, unchanged or refused (and why: a quota is full, say). The institutions '
'have to be in the registry. record: mobility_id. faults: refuse, keep or ignore. Errors: 22023 another document, or '
'it has faults; those of ewp_omobilities.';
