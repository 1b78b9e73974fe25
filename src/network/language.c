/*
 * network/language.c: PL/pgSQL for functions of a network.
 *
 * A PL/pgSQL body finds tables by name, and a SET search_path clause would hold
 * the names that the schemas had when the function was made: after ALTER SCHEMA
 * ... RENAME it finds nothing, or the tables of another network that took the
 * old name.  This language is PL/pgSQL but for one thing: names are looked up in
 * the schema that the function stands in, then in that of the extension.
 */
#include "ground/owner.h"

#include "catalog/namespace.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(network_call_handler);
PG_FUNCTION_INFO_V1(network_validator);

/* Names are looked up beside the function until the returned level is given back. */
static int
look_beside(Oid function)
{
	const char *path = network_search_path(get_func_namespace(function));
	int nestlevel = NewGUCNestLevel();

	if (namespace_search_path == NULL || strcmp(namespace_search_path, path) != 0)
		(void) set_config_option("search_path", path, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	return nestlevel;
}

/* One of the functions of PL/pgSQL, whose work ours is too. */
static PGFunction
plpgsql(const char *function)
{
	return (PGFunction) load_external_function("$libdir/plpgsql", function, true, NULL);
}

Datum
network_call_handler(PG_FUNCTION_ARGS)
{
	static PGFunction handler = NULL;
	int nestlevel;
	Datum result;

	if (handler == NULL)
		handler = plpgsql("plpgsql_call_handler");
	nestlevel = look_beside(fcinfo->flinfo->fn_oid);
	/* As with a SET clause: a procedure cannot end the transaction, which would end the setting. */
	if (fcinfo->context && IsA(fcinfo->context, CallContext))
		((CallContext *) fcinfo->context)->atomic = true;
	result = handler(fcinfo);
	AtEOXact_GUC(true, nestlevel);
	return result;
}

Datum
network_validator(PG_FUNCTION_ARGS)
{
	int nestlevel = look_beside(PG_GETARG_OID(0));
	Datum result = plpgsql("plpgsql_validator")(fcinfo);

	AtEOXact_GUC(true, nestlevel);
	return result;
}
