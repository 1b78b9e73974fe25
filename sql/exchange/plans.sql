-- exchange: learning agreements and transcripts of records of EWP become records of the network.

-- ---- learning agreements ----

CREATE OR REPLACE FUNCTION ewp_signed(rest ewp_la_rest[], la_no integer, owner text) RETURNS timestamptz[]
    LANGUAGE network_plpgsql VOLATILE PARALLEL UNSAFE AS $$
DECLARE
    at timestamptz[] := ARRAY[NULL, NULL, NULL];
    given text;
    party integer;
BEGIN
    FOR party, given IN
        SELECT array_position('{student-signature,sending-hei-signature,receiving-hei-signature}', r.name),
               (xpath('//*[local-name()="timestamp"]/text()', r.content))[1]::text
        FROM unnest(rest) r
        WHERE r.la_no = ewp_signed.la_no AND r.owner = ewp_signed.owner AND r.name LIKE '%-signature' LOOP
        IF party IS NOT NULL AND given ~ '^[0-9-]{10}T[0-9:]{8}([.][0-9]{1,6})?(Z|[+-][0-9:]{5})?$' THEN
            at[party] := (given || CASE WHEN given ~ '(Z|[+-][0-9:]{5})$' THEN '' ELSE 'Z' END)::timestamptz;
        END IF;
    END LOOP;
    RETURN at;
EXCEPTION WHEN data_exception THEN -- the 30th of February
    RETURN ARRAY[NULL, NULL, NULL]::timestamptz[];
END $$;
COMMENT ON FUNCTION ewp_signed(ewp_la_rest[], integer, text) IS
'When student, sending and receiving institution signed a part of a learning agreement (first-version, '
'approved-changes, changes-proposal); NULL: not, or not readable.';

CREATE OR REPLACE FUNCTION ewp_la_side(list text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE list WHEN 'recognized' THEN 'home' WHEN 'virtual' THEN 'virtual' ELSE 'host' END;
END;
COMMENT ON FUNCTION ewp_la_side(text) IS
'On which side of an agreement the components of a list of EWP stand: home, host or virtual.';

CREATE OR REPLACE FUNCTION la_difference(agreement bigint, wanted ewp_la_component[])
    RETURNS TABLE (item bigint, n bigint)
    LANGUAGE network_plpgsql STABLE PARALLEL RESTRICTED ROWS 5
    SET enable_seqscan = off AS $$
BEGIN
    RETURN QUERY
    WITH have AS (
        SELECT i.item, k.key, row_number() OVER (PARTITION BY k.key ORDER BY i.item) AS copy
        FROM la_item_current i
        CROSS JOIN LATERAL (SELECT jsonb_build_array(i.side, i.code, i.title, i.credit::text)::text) k (key)
        WHERE i.agreement = la_difference.agreement
    ), want AS (
        SELECT w.ordinality AS n, k.key, row_number() OVER (PARTITION BY k.key ORDER BY w.ordinality) AS copy
        FROM unnest(wanted) WITH ORDINALITY w
        CROSS JOIN LATERAL (SELECT jsonb_build_array(ewp_la_side(w.list), coalesce(w.los_code, w.los_id), w.title,
                                                     w.credit::text)::text) k (key)
    )
    SELECT h.item, w.n FROM have h FULL JOIN want w USING (key, copy) WHERE h.item IS NULL OR w.n IS NULL
    ORDER BY w.n, h.item;
END $$;
COMMENT ON FUNCTION la_difference(bigint, ewp_la_component[]) IS
'What an agreement holds and these components do not (item), and the reverse (n, their number).';

CREATE OR REPLACE FUNCTION la_revise(agreement bigint, wanted ewp_la_component[], changes ewp_la_component[],
                                     proposed date, signed timestamptz[])
    RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE
    SET enable_seqscan = off AS $$
DECLARE
    latest la_version;
    next integer;
    added bigint[];
    removed bigint[];
    grouped boolean := EXISTS (SELECT FROM unnest(wanted) w WHERE w.list = 'recognized');
BEGIN
    SELECT v.* INTO latest FROM la_version v
    WHERE v.agreement = la_revise.agreement AND v.declined IS NULL ORDER BY v.version DESC LIMIT 1;
    SELECT array_remove(array_agg(d.n ORDER BY d.n), NULL), array_remove(array_agg(d.item), NULL) INTO added, removed
    FROM la_difference(la_revise.agreement, wanted) d;
    IF latest.version IS NOT NULL AND added IS NULL THEN
        UPDATE la_version v
        SET signed_student = coalesce(v.signed_student, signed[1]), signed_home = coalesce(v.signed_home, signed[2]),
            signed_host = coalesce(v.signed_host, signed[3])
        WHERE v.agreement = la_revise.agreement AND v.version = latest.version
          AND (v.signed_student IS NULL AND signed[1] IS NOT NULL OR v.signed_home IS NULL AND signed[2] IS NOT NULL
               OR v.signed_host IS NULL AND signed[3] IS NOT NULL);
        RETURN FOUND;
    ELSIF latest.signed_student IS NULL OR latest.signed_home IS NULL OR latest.signed_host IS NULL THEN
        -- a version that not all have signed gives way
        UPDATE la_version v SET declined = now()
        WHERE v.agreement = la_revise.agreement AND v.version = latest.version;
        SELECT array_remove(array_agg(d.n ORDER BY d.n), NULL), array_remove(array_agg(d.item), NULL)
        INTO added, removed FROM la_difference(la_revise.agreement, wanted) d;
        IF added IS NULL AND latest.version > 1 THEN
            RETURN true;
        END IF;
    END IF;
    SELECT coalesce(max(v.version), 0) + 1 INTO next FROM la_version v WHERE v.agreement = la_revise.agreement;
    INSERT INTO la_version (agreement, version, proposed)
    VALUES (la_revise.agreement, next, la_revise.proposed);
    IF grouped THEN
        INSERT INTO la_group (agreement, group_no) VALUES (la_revise.agreement, 1) ON CONFLICT DO NOTHING;
    END IF;
    UPDATE la_item i
    SET removed_in = next,
        reason = (SELECT upper(replace(c.reason_code, '-', '_')) FROM unnest(changes) c
                  WHERE c.status = 'deleted' AND c.title = i.title LIMIT 1)
    WHERE i.item = ANY (removed);
    INSERT INTO la_item (agreement, side, group_no, code, title, credit, added_in, reason)
    SELECT la_revise.agreement, ewp_la_side(w.list), CASE WHEN grouped THEN 1 END, coalesce(w.los_code, w.los_id), w.title, w.credit, next,
           CASE WHEN next > 1 THEN upper(replace(w.reason_code, '-', '_')) END
    FROM unnest(wanted) WITH ORDINALITY w WHERE w.ordinality = ANY (added) ORDER BY w.ordinality;
    UPDATE la_version v SET signed_student = signed[1], signed_home = signed[2], signed_host = signed[3]
    WHERE v.agreement = la_revise.agreement AND v.version = next;
    RETURN true;
END $$;
COMMENT ON FUNCTION la_revise(bigint, ewp_la_component[], ewp_la_component[], date, timestamptz[]) IS
'Makes an agreement hold these components: by a next version where they differ from the latest, which gives way if not '
'all have signed it. changes: where reasons of deletions stand. False: nothing was to be done.';

CREATE OR REPLACE FUNCTION ewp_la_problem(la ewp_la, components ewp_la_component[]) RETURNS text
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE
        WHEN la.omobility_id IS NULL THEN 'it has no omobility-id'
        WHEN la.sending_hei_id IS NULL OR la.receiving_hei_id IS NULL THEN 'an institution has no hei-id'
        WHEN la.esi IS NULL THEN 'the student has no European Student Identifier'
        WHEN la.started IS NULL OR la.ended IS NULL THEN 'it says not when the stay begins or ends'
        WHEN la.ended < la.started THEN 'the stay ends before it begins'
        ELSE (SELECT CASE WHEN c.title IS NULL THEN 'a component has no title'
                          WHEN r.unknown THEN format('reason "%s" is not known', c.reason_code)
                          ELSE format('component "%s" has no credit of a known scheme', c.title) END
              FROM unnest(components) c
              CROSS JOIN LATERAL (SELECT c.reason_code NOT IN (
                  'not-available', 'language-mismatch', 'timetable-conflict', 'substituting-deleted',
                  'extending-mobility', 'adding-virtual-component')) r (unknown)
              WHERE c.title IS NULL OR c.credit IS NULL OR amount(c.credit) < 0 OR r.unknown LIMIT 1) END;
END $$;
COMMENT ON FUNCTION ewp_la_problem(ewp_la, ewp_la_component[]) IS
'Why a learning agreement cannot be a record; NULL: it can.';

CREATE OR REPLACE FUNCTION ewp_la_offer(components ewp_la_component[], changes boolean) RETURNS ewp_la_component[]
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF NOT changes THEN
        RETURN ARRAY(SELECT c FROM unnest(components) c WHERE c.part = 'changes-proposal');
    END IF;
    -- what the proposal deletes is left out once for each deletion, what it inserts is added
    RETURN ARRAY(
        SELECT p.component
        FROM (SELECT c AS component,
                     row_number() OVER (PARTITION BY c.list, c.title, c.credit::text ORDER BY c.n) AS copy
              FROM unnest(components) c WHERE c.in_plan) p
        WHERE p.copy > (SELECT count(*) FROM unnest(components) o
                        WHERE o.part = 'changes-proposal' AND o.status = 'deleted' AND o.list = (p.component).list
                          AND o.title = (p.component).title
                          AND o.credit::text = (p.component).credit::text)
        UNION ALL
        SELECT o FROM unnest(components) o WHERE o.part = 'changes-proposal' AND o.status = 'inserted');
END $$;
COMMENT ON FUNCTION ewp_la_offer(ewp_la_component[], boolean) IS
'What a learning agreement would hold by its proposal: changes to the plan in force, or a first version.';

CREATE OR REPLACE FUNCTION ewp_la_target(part text, la ewp_la, components ewp_la_component[])
    RETURNS ewp_la_component[]
    LANGUAGE network_plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE part
        WHEN 'first-version' THEN ARRAY(SELECT c FROM unnest(components) c WHERE c.part = 'first-version')
        WHEN 'approved-changes' THEN ARRAY(SELECT c FROM unnest(components) c WHERE c.in_plan)
        ELSE ewp_la_offer(components, la.first_version) END;
END $$;
COMMENT ON FUNCTION ewp_la_target(text, ewp_la, ewp_la_component[]) IS
'What a learning agreement holds after its first version, its approved changes or its proposal.';

CREATE OR REPLACE FUNCTION ewp_la_versions(agreement bigint, la ewp_la, components ewp_la_component[],
                                           rest ewp_la_rest[])
    RETURNS boolean
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    parts text[] := '{}';
    part text;
    target ewp_la_component[];
    signed timestamptz[];
    done boolean := false;
BEGIN
    IF la.first_version THEN
        parts := parts || 'first-version'::text;
    END IF;
    IF la.approved_changes THEN
        parts := parts || 'approved-changes'::text;
    END IF;
    IF EXISTS (SELECT FROM unnest(components) c WHERE c.part = 'changes-proposal') THEN
        parts := parts || 'changes-proposal'::text;
    END IF;
    -- from the end: what stands already needs nothing of what came before it
    FOR i IN REVERSE cardinality(parts) .. 1 LOOP
        target := ewp_la_target(parts[i], la, components);
        IF EXISTS (SELECT FROM la_version v WHERE v.agreement = ewp_la_versions.agreement)
           AND NOT EXISTS (SELECT FROM la_difference(ewp_la_versions.agreement, target)) THEN
            parts := parts[i:];
            EXIT;
        ELSIF i = 1 AND EXISTS (SELECT FROM la_version v WHERE v.agreement = ewp_la_versions.agreement)
              AND la.approved_changes THEN
            parts := parts[2:]; -- changes to a first version that stands
        END IF;
    END LOOP;
    FOREACH part IN ARRAY parts LOOP
        target := ewp_la_target(part, la, components);
        signed := ewp_signed(rest, la.la_no, part);
        done := la_revise(ewp_la_versions.agreement, target, components,
                          coalesce((signed[1] AT TIME ZONE 'UTC')::date, la.started), signed) OR done;
    END LOOP;
    RETURN done;
END $$;
COMMENT ON FUNCTION ewp_la_versions(bigint, ewp_la, ewp_la_component[], ewp_la_rest[]) IS
'Brings an agreement to the first version, the approved changes and the proposal of a learning agreement of EWP. '
'False: it is there already.';

CREATE OR REPLACE FUNCTION ewp_la_take(la ewp_la, home_scheme text, home_scale text, OUT action text, OUT reason text,
                                       OUT record bigint)
    LANGUAGE network_plpgsql VOLATILE AS $$
DECLARE
    the_origin constant text := jsonb_build_array(la.sending_hei_id, la.omobility_id)::text;
    the_level constant text := CASE la.eqf_level
        WHEN 6 THEN 'bachelor' WHEN 7 THEN 'master' WHEN 8 THEN 'doctorate' END;
    the_field constant program_code := (SELECT p.code FROM program_code_parse(la.isced_f, 'ISCEDF') p
                                        WHERE p.problem IS NULL AND la.isced_f ~ '^[0-9]{2,4}$');
    the_stay constant daterange := daterange(la.started, la.ended, '[]');
BEGIN
    SELECT a.agreement INTO record FROM learning_agreement a WHERE a.origin = the_origin;
    IF FOUND THEN
        UPDATE learning_agreement a SET level = the_level, field = the_field, stay = the_stay
        WHERE a.agreement = record
          AND (a.level, a.field::text, a.stay) IS DISTINCT FROM (the_level, the_field::text, the_stay);
        action := CASE WHEN FOUND THEN 'updated' ELSE 'unchanged' END;
    ELSIF ewp_la_take.home_scheme IS NULL OR ewp_la_take.home_scale IS NULL THEN
        action := 'refused';
        reason := 'it is new: name the scheme and the scale of the home institution (home_scheme, home_scale)';
    ELSE
        INSERT INTO learning_agreement (student, home, host, level, field, stay, home_scheme, home_scale, origin)
        VALUES (la.esi, la.sending_hei_id, la.receiving_hei_id, the_level, the_field, the_stay,
                ewp_la_take.home_scheme, ewp_la_take.home_scale, the_origin)
        RETURNING agreement INTO record;
        action := 'inserted';
    END IF;
END $$;
COMMENT ON FUNCTION ewp_la_take(ewp_la, text, text) IS
'Makes or finds the agreement that a learning agreement of EWP is, known by sending institution and omobility-id.';

CREATE OR REPLACE FUNCTION ewp_las_import(doc xml, home_scheme text DEFAULT NULL, home_scale text DEFAULT NULL,
                                          faults text DEFAULT 'refuse')
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 5 AS $$
DECLARE
    la ewp_la;
    all_components ewp_la_component[];
    own ewp_la_component[];
    rest ewp_la_rest[];
BEGIN
    IF doc IS NULL THEN
        RETURN;
    END IF;
    all_components := ARRAY(SELECT c FROM ewp_omobility_la_components(doc) c);
    rest := ARRAY(SELECT r FROM ewp_omobility_la_rest(doc) r);
    PERFORM exchange_keep(doc, 'las', ewp_las_import.faults);
    FOR la IN SELECT l.* FROM ewp_omobility_las(doc) l ORDER BY l.la_no LOOP
        own := ARRAY(SELECT c FROM unnest(all_components) c WHERE c.la_no = la.la_no);
        item := format('learning agreement %s (%s)', la.la_no, la.omobility_id);
        action := 'refused';
        reason := ewp_la_problem(la, own);
        record := NULL;
        IF reason IS NULL THEN
            SELECT t.* INTO action, reason, record
            FROM ewp_la_take(la, ewp_las_import.home_scheme, ewp_las_import.home_scale) t;
        END IF;
        IF record IS NOT NULL AND ewp_la_versions(record, la, own, rest) AND action = 'unchanged' THEN
            action := 'updated';
        END IF;
        RETURN NEXT;
        PERFORM achievement_link(la.esi) WHERE record IS NOT NULL;
    END LOOP;
END $$;
COMMENT ON FUNCTION ewp_las_import(xml, text, text, text) IS
'Imports learning agreements of EWP: agreement, versions with their signatures, components. Components studied stand '
'for those recognised as one group. One row an agreement: inserted, updated, unchanged or refused (and why). The same '
'document again changes nothing; a document with other changes makes the next version. home_scheme, home_scale: of the '
'home institution, for agreements that are new. faults: refuse, keep or ignore. record: number of the agreement. '
'Errors: 22023 another document, or it has faults; 55000 a version that is signed cannot be changed; those of '
'ewp_omobility_las.';

-- ---- transcripts of records ----

CREATE OR REPLACE FUNCTION ewp_tors_import(doc xml, faults text DEFAULT 'refuse')
    RETURNS TABLE (item text, action text, reason text, record bigint)
    LANGUAGE network_plpgsql VOLATILE ROWS 20 AS $$
DECLARE
    tor ewp_tor;
    e elmo;
    student text;
BEGIN
    IF doc IS NULL THEN
        RETURN;
    END IF;
    PERFORM FROM ewp_imobility_tors(doc);
    PERFORM exchange_keep(doc, 'tors', ewp_tors_import.faults);
    FOR tor IN SELECT t.* FROM ewp_imobility_tors(doc) t ORDER BY t.tor_no LOOP
        e := CASE WHEN tor.elmo IS NOT NULL THEN elmo_read(tor.elmo) END;
        student := coalesce(elmo_student(e), (SELECT min(a.student) FROM learning_agreement a
            WHERE a.origin::jsonb ->> 1 = tor.omobility_id HAVING count(*) = 1));
        IF student IS NULL OR tor.elmo IS NULL THEN
            item := format('transcript %s (%s)', tor.tor_no, tor.omobility_id);
            action := 'refused';
            reason := CASE WHEN tor.elmo IS NULL THEN 'there is no ELMO in it'
                           ELSE 'it does not say which student it is of' END;
            record := NULL;
            RETURN NEXT;
        ELSE
            RETURN QUERY SELECT format('transcript %s (%s), %s', tor.tor_no, tor.omobility_id, t.item), t.action,
                                t.reason, t.record FROM elmo_take(e, student) t;
            PERFORM achievement_link(student);
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION ewp_tors_import(xml, text) IS
'Imports transcripts of records of EWP: the ELMO in each as elmo_import does. The student is that of the ELMO, else of '
'the learning agreement of the same omobility-id. Errors: 22023 another document, or it has faults; those of '
'ewp_imobility_tors and elmo_read.';
