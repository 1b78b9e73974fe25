/*
 * ground/planner.c: what the planner support functions of the rooms share.
 */
#include "ground/planner.h"

#include "access/htup_details.h"
#include "catalog/pg_am.h"
#include "catalog/pg_proc.h"
#include "commands/defrem.h"
#include "nodes/makefuncs.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

bool
planner_family_is_own(Oid opfamily, Oid method, Oid type)
{
	Oid own;

	if (method != BTREE_AM_OID && method != BRIN_AM_OID)
		return false;
	own = GetDefaultOpClass(type, method);
	return OidIsValid(own) && get_opclass_family(own) == opfamily;
}

Expr *
planner_sibling_call(Oid funcid, const char *name, Oid type, Oid result, Node *arg)
{
	Oid sibling =
		GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum(name),
						PointerGetDatum(buildoidvector(&type, 1)), ObjectIdGetDatum(get_func_namespace(funcid)));

	if (!OidIsValid(sibling) || get_func_rettype(sibling) != result)
		return NULL;
	return (Expr *) makeFuncExpr(sibling, result, list_make1(copyObject(arg)), InvalidOid, InvalidOid,
								 COERCE_EXPLICIT_CALL);
}
