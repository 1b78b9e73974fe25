-- ground: an unknown date gives an unknown answer, in every public function that asks for one; a total alone refuses it.
-- (credit_scheme_known has no day of its own: without one it means any.)  The list comes from the catalog: a new
-- function is in it.
SET search_path = public, socu;
CREATE FUNCTION pg_temp.argument(name text, type regtype) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(
        (SELECT format('%L::%s', v.value, type)
         FROM (VALUES ('to_scheme', 'ECTS'), ('from_scheme', 'RU_ZET'), ('bound', 'standard'), ('rounding_mode', 'half_up'),
                      ('rounding_policy', 'total'), ('amount', '36'), ('hours', '36'), ('state', 'RU'), ('lang', 'en'),
                      ('grade', '5'), ('dirty', '5'), ('points', '5'), ('scale', 'RU_5'), ('from_scale', 'RU_5'),
                      ('to_scale', 'ECTS'), ('strict', 'false'), ('credit', '5 RU_ZET'), ('program_code', 'RU2013:09.04.02'),
                      ('academic_term', '2024/2025-1/2')) v (name, value)
         WHERE v.name IN (argument.name, type::text) ORDER BY v.name = argument.name DESC LIMIT 1),
        format('NULL::%s', type)) $$;
CREATE FUNCTION pg_temp.answer(f regprocedure) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    question text;
    answer text;
BEGIN
    SELECT format(CASE p.prokind WHEN 'a' THEN 'SELECT CASE WHEN %I(%s) IS NULL THEN ''unknown'' END'
                  ELSE 'SELECT CASE WHEN bool_and(f IS NULL) IS NOT FALSE THEN ''unknown'' ELSE min(f::text) END FROM %I(%s) f' END,
                  p.proname, string_agg(pg_temp.argument(a.name, a.type), ', ' ORDER BY a.n)) INTO question
    FROM pg_proc p, unnest(p.proargnames[1:p.pronargs], p.proargtypes::regtype[]) WITH ORDINALITY a (name, type, n)
    WHERE p.oid = f GROUP BY p.prokind, p.proname;
    EXECUTE question INTO answer;
    RETURN coalesce(answer, 'known');
EXCEPTION WHEN OTHERS THEN
    RETURN sqlstate || ' ' || sqlerrm;
END $$;
SELECT p.proname, p.pronargs AS arguments, pg_temp.answer(p.oid)
FROM pg_proc p
JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'socu'
WHERE p.pronamespace = 'public'::regnamespace AND 'on_date' = ANY (p.proargnames[1:p.pronargs])
ORDER BY p.proname COLLATE "C", p.pronargs;
