-- registry/rules: functions that the tables of a network stand on, and the arithmetic of their figures.

CREATE FUNCTION @extschema@.name_normal(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
BEGIN ATOMIC
    -- Letters that have a case are folded by hand (the C locale knows only ASCII), marks taken off, Cyrillic written in
    -- Latin letters, quotes dropped, everything else that is no letter or digit turned into one space.  Nobody's name
    -- has 4,000 bytes: no work is done on it.
    SELECT CASE WHEN octet_length(name) <= 4000 THEN btrim(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            translate(
                regexp_replace(
                    normalize(translate(normalize(name, NFKC),
                        'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІЇЄЎҐҲҶӢӮÄÖÜÉÇŞĞİƏŁØÞĐ',
                        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєўґҳҷӣӯäöüéçşğiəłøþđ'),
                        NFD),
                    E'[\\u0300-\\u036f\\u0027\\u0060\\u00b4\\u02b9\\u02bb\\u02bc'
                    '\\u2018\\u2019\\u00ab\\u00bb\\u201c-\\u201fъь"]', '', 'g'),
                'абвгдезиклмнопрстуфыэәғқңөұүһіҳҷґəıłøđðيك',
                'abvgdeziklmnoprstufyeagknouuhihjgailoddیک'),
            'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
            'є', 'ye'), 'ß', 'ss'), 'þ', 'th'), '&', ' and '),
        E'[\\u0001-/:-@\\[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+', ' ', 'g')) END;
END;
COMMENT ON FUNCTION @extschema@.name_normal(text) IS
'A name as it is searched for: one case, no accents or quotes, Cyrillic written in Latin letters, one space between '
'words; NULL for a text of more than 4,000 bytes. Independent of the locale; needs a UTF8 database.';

-- ---- finding an institution by any of its names ----

CREATE FUNCTION @extschema@.name_similarity(a text, b text, place text DEFAULT '', short_name text DEFAULT '')
    RETURNS real
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5
    AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION @extschema@.name_similarity(text, text, text, text) IS
'How well the normal name b, of something in a place that is also known by a short name, answers the normal name a, 0 '
'to 1: the share of the words of a that stand in b, times 0.6 to 0.99 by the share of the words of b that stand in a; '
'1 only for equal names. Misspelled words count in part; the place, and words that nearly every name has, little; the '
'short name or the initials beside other words are no fault. Only the first 32 words within 6,176 bytes are compared.';

CREATE FUNCTION socu.name_initials(name text, short_name text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2
    AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.name_initials(text, text) IS
'Is short_name made of the first letters of the words of a normal name of two words or more, up to "named after"?';

CREATE FUNCTION socu.acting_role() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE pg_catalog.current_setting('role') WHEN 'none' THEN session_user::text
                ELSE pg_catalog.current_setting('role') END;
END;
COMMENT ON FUNCTION socu.acting_role() IS
'The role that acts: the one set with SET ROLE, else the one that logged in; also where a trigger works with the '
'rights of another.';

CREATE FUNCTION socu.because(reason text) RETURNS text
    LANGUAGE sql VOLATILE STRICT
BEGIN ATOMIC
    SELECT pg_catalog.set_config('socu.reason', reason, true);
END;
COMMENT ON FUNCTION socu.because(text) IS
'Says why the changes that follow in this transaction are made. Changing or deleting a coordinator''s record needs it.';

CREATE FUNCTION socu.history_keep() RETURNS trigger
    LANGUAGE c AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.history_keep() IS
'BEFORE ROW trigger of coordinators'' records, its argument the key column: says who recorded the row and when, and '
'keeps the former version in record_history with the rights of the owner of both tables. Needs a reason, see '
'because(). Refuses every other table. Errors: 23514 (history_reason), 39P01.';
-- whoever makes a network hangs it on tables of his own; it refuses those that are no network's
GRANT EXECUTE ON FUNCTION socu.history_keep() TO PUBLIC;

CREATE FUNCTION socu.figure_bounds(qualifier text, stated numeric, stated_to numeric, whole boolean) RETURNS numrange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN numrange(stated, stated, '[]')
        WHEN 'at_least' THEN numrange(stated, NULL, '[)')
        WHEN 'more_than' THEN CASE WHEN whole THEN numrange(floor(stated) + 1, NULL, '[)')
                                   ELSE numrange(stated, NULL, '()') END
        WHEN 'at_most' THEN numrange(0, stated, '[]')
        WHEN 'less_than' THEN CASE WHEN whole THEN numrange(0, ceil(stated) - 1, '[]')
                                   ELSE numrange(0, stated, '[)') END
        WHEN 'between' THEN numrange(stated, stated_to, '[]')
        ELSE numrange(0, NULL, '[)') END;
END;
COMMENT ON FUNCTION socu.figure_bounds(text, numeric, numeric, boolean) IS
'What a reported number says at least and at most: more_than 70 of whole things is [71,). About and not_stated say '
'nothing: [0,).';

-- ---- bounds ----

CREATE FUNCTION socu.bounds_text(bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper_inf(bounds) AND coalesce(lower(bounds), 0) = 0 THEN 'not stated'
                WHEN upper_inf(bounds) THEN 'at least ' || trim_scale(lower(bounds))
                WHEN lower(bounds) = upper(bounds) THEN trim_scale(lower(bounds))::text
                WHEN lower(bounds) = 0 THEN 'at most ' || trim_scale(upper(bounds))
                ELSE trim_scale(lower(bounds)) || ' to ' || trim_scale(upper(bounds)) END;
END;
COMMENT ON FUNCTION socu.bounds_text(numrange) IS 'Bounds in words: 40, at least 71, 50 to 60, not stated.';

CREATE FUNCTION socu.figure_text(qualifier text, stated numeric, stated_to numeric, bounds numrange) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE qualifier
        WHEN 'exact' THEN stated::text
        WHEN 'not_stated' THEN 'not stated'
        WHEN 'between' THEN format('%s to %s', stated, stated_to)
        WHEN 'about' THEN 'about ' || stated
        WHEN 'at_least' THEN 'at least ' || stated
        WHEN 'at_most' THEN 'at most ' || stated
        ELSE format('%s %s (%s)', replace(qualifier, '_', ' '), stated, socu.bounds_text(bounds)) END;
END;
COMMENT ON FUNCTION socu.figure_text(text, numeric, numeric, numrange) IS
'A reported figure as it may be printed: more than 70 (at least 71), never 70.';

CREATE FUNCTION socu.figure_ratio(numerator numrange, denominator numrange) RETURNS numrange
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN upper(denominator) = 0 THEN NULL
                ELSE numrange(CASE WHEN upper_inf(denominator) THEN 0
                                   ELSE trim_scale(coalesce(lower(numerator), 0) / upper(denominator)) END,
                              trim_scale(upper(numerator) / nullif(lower(denominator), 0)),
                              CASE WHEN upper_inf(numerator) OR lower(denominator) = 0 THEN '[)' ELSE '[]' END) END;
END;
COMMENT ON FUNCTION socu.figure_ratio(numrange, numrange) IS
'What a ratio of two bounded figures is at least and at most; an open side stays open. NULL if the denominator is 0.';

CREATE FUNCTION socu.agreement_end(validity daterange, renewal text, renewal_months int, on_date date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE
        WHEN upper_inf(validity) THEN NULL
        WHEN renewal <> 'automatic' OR upper(validity) > on_date THEN upper(validity)
        ELSE (upper(validity) + make_interval(months => renewal_months *
              (((extract(year FROM age(on_date, upper(validity))) * 12
                 + extract(month FROM age(on_date, upper(validity))))::int / renewal_months) + 1)))::date
    END;
END;
COMMENT ON FUNCTION socu.agreement_end(daterange, text, int, date) IS
'First day on which an agreement is no longer in force, seen from a date: the end of its validity, moved on by as many '
'automatic renewals as have happened. NULL if it has no end.';
