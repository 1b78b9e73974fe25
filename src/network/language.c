/*
 * network/language.c: the languages of a network's functions: PL/pgSQL and C.
 *
 * A PL/pgSQL body finds tables by name, and a SET search_path clause would hold
 * the names that the schemas had when the function was made: after ALTER SCHEMA
 * ... RENAME it finds nothing, or the tables of another network that took the
 * old name.  This language is PL/pgSQL but for one thing: names are looked up in
 * the schema that the function stands in, then in that of the extension.
 */
#include "ground/owner.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

PG_FUNCTION_INFO_V1(network_call_handler);
PG_FUNCTION_INFO_V1(network_validator);
PG_FUNCTION_INFO_V1(network_c_call_handler);
PG_FUNCTION_INFO_V1(network_c_validator);

/* ---- network_plpgsql ---- */

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

/* ---- network_c ---- */

/*
 * Functions in C whose tables are those beside them have to stand in the network: they know it by their own schema,
 * and a trigger of theirs on a table of the site goes when the network goes.  Only a superuser may make functions of
 * the language c, so the extension has a prototype of each in schema socu, and a function of this language names one.
 * Anybody may make such a function.  It is run only if its arguments and result are those of the prototype, if it
 * stands in a network and if it belongs to the owner of that network, whose rights the C code takes.
 */
static const char *const network_c_functions[] = {
	"append_only",			 "mobility_change",		 "mobility_log",  "quota_applies",
	"quota_audit",			 "quota_changed",		 "quota_check",	  "quota_guard",
	"quota_guarded_changed", "quota_person_restore", "quota_queue",	  "quota_recount",
	"quota_slot_restore",	 "quota_usage",			 "rules_changed", "waitlist_promote",
};

typedef struct NetworkFunction
{
	Oid function; /* key */
	Oid marker;	  /* of its network */
	bool valid;
	FmgrInfo prototype;
} NetworkFunction;

static HTAB *network_functions = NULL;

/* A function, a schema or a role changed: what was checked is checked again. */
static void
forget_functions(Datum arg, int cacheid, uint32 hashvalue)
{
	HASH_SEQ_STATUS scan;
	NetworkFunction *entry;

	hash_seq_init(&scan, network_functions);
	while ((entry = hash_seq_search(&scan)) != NULL)
		entry->valid = false;
}

/* A table changed: perhaps it makes its schema a network no more, or belongs to somebody else. */
static void
forget_network(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS scan;
	NetworkFunction *entry;

	hash_seq_init(&scan, network_functions);
	while ((entry = hash_seq_search(&scan)) != NULL)
		if (relid == InvalidOid || relid == entry->marker)
			entry->valid = false;
}

/* Is it one of the functions that a network may have? */
static bool
is_network_function(const char *name)
{
	for (int i = 0; i < (int) lengthof(network_c_functions); i++)
		if (strcmp(network_c_functions[i], name) == 0)
			return true;
	return false;
}

/* The one function of that name in schema socu; InvalidOid if there is none. */
static Oid
prototype_named(const char *name)
{
	Oid socu = get_namespace_oid("socu", false);
	CatCList *list;
	Oid found = InvalidOid;

	if (!is_network_function(name))
		return InvalidOid;
	list = SearchSysCacheList1(PROCNAMEARGSNSP, CStringGetDatum(name));
	for (int i = 0; i < list->n_members; i++)
	{
		Form_pg_proc proc = (Form_pg_proc) GETSTRUCT(&list->members[i]->tuple);

		if (proc->pronamespace == socu)
			found = proc->oid;
	}
	ReleaseSysCacheList(list);
	return found;
}

/* Are two arrays of a pg_proc row the same (or both null)? */
static bool
same_array(HeapTuple a, HeapTuple b, AttrNumber column)
{
	bool anull;
	bool bnull;
	Datum x = SysCacheGetAttr(PROCOID, a, column, &anull);
	Datum y = SysCacheGetAttr(PROCOID, b, column, &bnull);

	return anull == bnull && (anull || datum_image_eq(x, y, false, -1));
}

/* May a value of the one type be given where the prototype has the other?  Any row fits a record. */
static bool
same_type(Oid type, Oid prototype)
{
	return type == prototype || (prototype == RECORDOID && get_typtype(type) == TYPTYPE_COMPOSITE);
}

/* Has a function the arguments and the result of its prototype, so that the C code may run for it? */
static bool
same_shape(HeapTuple function, HeapTuple prototype)
{
	Form_pg_proc f = (Form_pg_proc) GETSTRUCT(function);
	Form_pg_proc p = (Form_pg_proc) GETSTRUCT(prototype);

	if (f->pronargs != p->pronargs || f->prorettype != p->prorettype || f->proretset != p->proretset ||
		f->proisstrict != p->proisstrict || f->prokind != p->prokind || f->provariadic != p->provariadic)
		return false;
	for (int i = 0; i < f->pronargs; i++)
		if (!same_type(f->proargtypes.values[i], p->proargtypes.values[i]))
			return false;
	return same_array(function, prototype, Anum_pg_proc_proargmodes) &&
		   same_array(function, prototype, Anum_pg_proc_proallargtypes);
}

/* The prototype that a function names; an error if it names none or differs from it. */
static Oid
prototype_of(HeapTuple function)
{
	bool isnull;
	char *name = TextDatumGetCString(SysCacheGetAttr(PROCOID, function, Anum_pg_proc_prosrc, &isnull));
	Oid oid = prototype_named(name);
	HeapTuple prototype = OidIsValid(oid) ? SearchSysCache1(PROCOID, ObjectIdGetDatum(oid)) : NULL;
	bool same;

	if (!HeapTupleIsValid(prototype))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION),
						errmsg("a network has no C function \"%s\"", socu_clip(name, strlen(name))),
						errhint("The body of a function of language network_c is the name of its prototype.")));
	same = same_shape(function, prototype);
	ReleaseSysCache(prototype);
	if (!same)
		ereport(ERROR, (errcode(ERRCODE_INVALID_FUNCTION_DEFINITION),
						errmsg("function \"%s\" differs from its prototype",
							   NameStr(((Form_pg_proc) GETSTRUCT(function))->proname)),
						errdetail("Arguments, result and STRICT must be those of socu.%s.", name)));
	return oid;
}

/* The table that makes the schema of a function a network; an error unless both have the same owner. */
static Oid
trusted_network(HeapTuple function)
{
	Form_pg_proc proc = (Form_pg_proc) GETSTRUCT(function);
	HeapTuple marker;
	Oid relid;
	Oid owner;

	if (!schema_is_network(proc->pronamespace))
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("function \"%s\" stands in no network", NameStr(proc->proname)),
						errhint("Networks are made by socu.create_network().")));
	relid = network_relid(proc->pronamespace, "network");
	marker = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	owner = HeapTupleIsValid(marker) ? ((Form_pg_class) GETSTRUCT(marker))->relowner : InvalidOid;
	if (HeapTupleIsValid(marker))
		ReleaseSysCache(marker);
	if (owner != proc->proowner)
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
						errmsg("function \"%s\" does not belong to the owner of its network", NameStr(proc->proname)),
						errhint("Give all objects of a network to one role.")));
	return relid;
}

/* What is known of a function; a new entry is not valid. */
static NetworkFunction *
network_function_entry(Oid function)
{
	NetworkFunction *entry;
	bool found;

	if (network_functions == NULL)
	{
		HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(NetworkFunction), .hcxt = CacheMemoryContext};

		network_functions =
			hash_create("socu functions of networks", 32, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
		CacheRegisterSyscacheCallback(PROCOID, forget_functions, (Datum) 0);
		CacheRegisterSyscacheCallback(NAMESPACEOID, forget_functions, (Datum) 0);
		CacheRegisterRelcacheCallback(forget_network, (Datum) 0);
	}
	entry = hash_search(network_functions, &function, HASH_ENTER, &found);
	if (!found)
	{
		entry->valid = false;
		entry->marker = InvalidOid;
	}
	return entry;
}

/* Check a function and note its C code. */
static void
network_function_check(NetworkFunction *entry)
{
	HeapTuple function = SearchSysCache1(PROCOID, ObjectIdGetDatum(entry->function));
	Oid prototype;
	Oid marker;

	if (!HeapTupleIsValid(function))
		elog(ERROR, "cache lookup failed for function %u", entry->function);
	entry->valid = true; /* before it is checked: what changes meanwhile makes it invalid again */
	PG_TRY();
	{
		prototype = prototype_of(function);
		marker = trusted_network(function);
		fmgr_info_cxt(prototype, &entry->prototype, CacheMemoryContext);
		entry->marker = marker;
	}
	PG_CATCH();
	{
		entry->valid = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	ReleaseSysCache(function);
}

/*
 * The executor knows a function as it was when the query began.  Its owner may have made it STRICT since, from within
 * the query, so what the C code relies on is looked at here.
 */
static bool
has_null(FunctionCallInfo fcinfo)
{
	for (int i = 0; i < fcinfo->nargs; i++)
		if (fcinfo->args[i].isnull)
			return true;
	return false;
}

Datum
network_c_call_handler(PG_FUNCTION_ARGS)
{
	NetworkFunction *entry = network_function_entry(fcinfo->flinfo->fn_oid);

	if (!entry->valid)
		network_function_check(entry);
	if (entry->prototype.fn_strict && has_null(fcinfo))
		PG_RETURN_NULL();
	return entry->prototype.fn_addr(fcinfo);
}

Datum
network_c_validator(PG_FUNCTION_ARGS)
{
	HeapTuple function;

	if (!CheckFunctionValidatorAccess(fcinfo->flinfo->fn_oid, PG_GETARG_OID(0)))
		PG_RETURN_VOID();
	function = SearchSysCache1(PROCOID, PG_GETARG_DATUM(0));
	if (!HeapTupleIsValid(function))
		elog(ERROR, "cache lookup failed for function %u", PG_GETARG_OID(0));
	(void) prototype_of(function);
	ReleaseSysCache(function);
	PG_RETURN_VOID();
}
