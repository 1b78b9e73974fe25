-- ground/dump: what PostgreSQL cannot restore because it compares values of socu's types in words that have no place
-- for the schema of an operator.

CREATE FUNCTION socu.dump_comparisons(expression pg_node_tree) RETURNS TABLE (comparison text, operator oid)
    LANGUAGE c STABLE STRICT PARALLEL SAFE ROWS 1 AS 'MODULE_PATHNAME';
COMMENT ON FUNCTION socu.dump_comparisons(pg_node_tree) IS
'Comparisons in a stored expression or query that are printed without the schema of their operator, and the operator, '
'if it stands outside pg_catalog: IS DISTINCT FROM, NULLIF, simple CASE, JOIN USING, comparison of rows.';

CREATE FUNCTION socu.dump_expressions()
    RETURNS TABLE (class oid, oid oid, relation oid, expression pg_node_tree)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10000 SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT 'pg_catalog.pg_attrdef'::regclass, d.oid, d.adrelid, d.adbin FROM pg_catalog.pg_attrdef d
    UNION ALL
    -- what a partition or a child inherits is dumped with its parent
    SELECT 'pg_catalog.pg_constraint'::regclass, c.oid, c.conrelid, c.conbin FROM pg_catalog.pg_constraint c
    WHERE c.conislocal
    UNION ALL
    SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid, i.indrelid, x.expression
    FROM pg_catalog.pg_index i CROSS JOIN LATERAL (VALUES (i.indexprs), (i.indpred)) x (expression)
    UNION ALL
    SELECT 'pg_catalog.pg_class'::regclass, p.partrelid, p.partrelid, p.partexprs
    FROM pg_catalog.pg_partitioned_table p
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::regclass, p.oid, p.polrelid, x.expression
    FROM pg_catalog.pg_policy p CROSS JOIN LATERAL (VALUES (p.polqual), (p.polwithcheck)) x (expression)
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::regclass, p.oid, 0::oid, x.expression
    FROM pg_catalog.pg_proc p CROSS JOIN LATERAL (VALUES (p.proargdefaults), (p.prosqlbody)) x (expression)
    UNION ALL
    SELECT 'pg_catalog.pg_rewrite'::regclass, r.oid, r.ev_class, x.expression
    FROM pg_catalog.pg_rewrite r CROSS JOIN LATERAL (VALUES (r.ev_qual), (r.ev_action)) x (expression)
    UNION ALL
    SELECT 'pg_catalog.pg_statistic_ext'::regclass, s.oid, s.stxrelid, s.stxexprs
    FROM pg_catalog.pg_statistic_ext s
    UNION ALL
    SELECT 'pg_catalog.pg_trigger'::regclass, t.oid, t.tgrelid, t.tgqual FROM pg_catalog.pg_trigger t
    WHERE t.tgparentid = 0
    UNION ALL
    SELECT 'pg_catalog.pg_type'::regclass, t.oid, 0::oid, t.typdefaultbin FROM pg_catalog.pg_type t;
END;
COMMENT ON FUNCTION socu.dump_expressions() IS
'Every expression that the catalogs hold: the catalog, the object, its table (0: none), the expression. What a '
'partition or a child inherits is left out: it is dumped with its parent.';

CREATE FUNCTION socu.dump_definition(class oid, object oid, relation oid, is_view boolean) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT CASE class
          WHEN 'pg_catalog.pg_rewrite'::regclass THEN
              CASE WHEN is_view THEN pg_catalog.pg_get_viewdef(relation)
                   ELSE pg_catalog.pg_get_ruledef(object) END
          WHEN 'pg_catalog.pg_attrdef'::regclass THEN
              (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d WHERE d.oid = object)
          WHEN 'pg_catalog.pg_constraint'::regclass THEN pg_catalog.pg_get_constraintdef(object)
          WHEN 'pg_catalog.pg_class'::regclass THEN
              coalesce(pg_catalog.pg_get_partkeydef(object), pg_catalog.pg_get_indexdef(object))
          WHEN 'pg_catalog.pg_policy'::regclass THEN
              (SELECT pg_catalog.concat_ws(' WITH CHECK ', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                                           pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
               FROM pg_catalog.pg_policy p WHERE p.oid = object)
          WHEN 'pg_catalog.pg_proc'::regclass THEN pg_catalog.pg_get_functiondef(object)
          WHEN 'pg_catalog.pg_statistic_ext'::regclass THEN pg_catalog.pg_get_statisticsobjdef(object)
          WHEN 'pg_catalog.pg_trigger'::regclass THEN pg_catalog.pg_get_triggerdef(object)
          WHEN 'pg_catalog.pg_type'::regclass THEN
              (SELECT pg_catalog.pg_get_expr(t.typdefaultbin, 0) FROM pg_catalog.pg_type t WHERE t.oid = object)
      END;
END;
COMMENT ON FUNCTION socu.dump_definition(oid, oid, oid, boolean) IS
'The definition of an object of a catalog, as PostgreSQL writes it; is_view: the rule is that of a view.';

CREATE FUNCTION socu.dump_problems()
    RETURNS TABLE (object text, kind text, comparison text, definition text, way_out text)
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 COST 100000 SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH own_operator AS MATERIALIZED (
        SELECT d.objid AS oid
        FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e
          ON d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.refobjid = e.oid
        WHERE e.extname = 'socu' AND d.classid = 'pg_catalog.pg_operator'::regclass AND d.deptype = 'e'
    ), found AS MATERIALIZED (
        SELECT t.class, t.oid, t.relation, c.comparison
        FROM socu.dump_expressions() t CROSS JOIN LATERAL socu.dump_comparisons(t.expression) c
        WHERE t.oid >= 16384 AND c.operator IN (SELECT o.oid FROM own_operator o)
        GROUP BY 1, 2, 3, 4
    ), named AS (
        SELECT f.class, f.oid, f.relation, f.comparison, r.rulename = '_RETURN' AS is_view, i.identity,
               CASE a.attgenerated WHEN '' THEN 'column default' WHEN 's' THEN 'generated column'
                                   WHEN 'v' THEN 'generated column' ELSE i.type END AS kind
        FROM found f
        LEFT JOIN pg_catalog.pg_rewrite r ON f.class = 'pg_catalog.pg_rewrite'::regclass AND r.oid = f.oid
        LEFT JOIN pg_catalog.pg_attrdef d ON f.class = 'pg_catalog.pg_attrdef'::regclass AND d.oid = f.oid
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        LEFT JOIN pg_catalog.pg_constraint k ON f.class = 'pg_catalog.pg_constraint'::regclass AND k.oid = f.oid
        -- a view is its rule, a column its default
        CROSS JOIN LATERAL pg_catalog.pg_identify_object(
            CASE WHEN r.rulename = '_RETURN' OR d.oid IS NOT NULL THEN 'pg_catalog.pg_class'::regclass ELSE f.class END,
            CASE WHEN r.rulename = '_RETURN' OR d.oid IS NOT NULL THEN f.relation ELSE f.oid END,
            coalesce(d.adnum, 0)) i
        -- what an extension made, and what ends with the session, is not dumped
        WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e'
                          AND (e.classid = f.class AND e.objid = f.oid
                               OR e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = f.relation
                               OR e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = k.contypid))
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = f.relation AND c.relpersistence = 't')
          AND NOT coalesce(pg_catalog.starts_with(i.schema, 'pg_temp'), false)
    )
    SELECT n.identity, n.kind, n.comparison,
           socu.dump_definition(n.class, n.oid, n.relation, n.is_view),
           CASE n.comparison
               WHEN 'IS DISTINCT FROM' THEN
                   'NOT coalesce(a = b, a IS NULL AND b IS NULL) for a IS DISTINCT FROM b, without NOT for IS NOT '
                   'DISTINCT FROM'
               WHEN 'NULLIF' THEN 'CASE WHEN a = b THEN NULL ELSE a END for NULLIF(a, b)'
               WHEN 'simple CASE' THEN 'CASE WHEN a = b THEN ... for CASE a WHEN b THEN ...'
               WHEN 'JOIN USING' THEN 'x JOIN y ON x.c = y.c for x JOIN y USING (c) and for NATURAL JOIN'
               ELSE 'x.a = y.a AND x.b = y.b for (x.a, x.b) = (y.a, y.b), x.a < y.a OR x.a = y.a AND x.b < y.b for '
                    '(x.a, x.b) < (y.a, y.b), EXISTS for IN (SELECT ...)'
           END
    FROM named n
    ORDER BY n.identity COLLATE "C", n.kind COLLATE "C", n.comparison COLLATE "C";
END;
COMMENT ON FUNCTION socu.dump_problems() IS
'Objects of the database that pg_dump writes and PostgreSQL cannot restore, because they compare values of types of '
'socu in words that leave no place for the schema of an operator: object, kind, comparison, definition and what to '
'write instead. Members of extensions, which are not dumped, are left out.';
