/*
 * network/run.c: statements of the template are run in a network, and its
 * objects are read back as text.
 */
#include "ground/owner.h"

#include "access/htup_details.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "commands/extension.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

PG_FUNCTION_INFO_V1(network_creating_extension);
PG_FUNCTION_INFO_V1(network_execute);
PG_FUNCTION_INFO_V1(network_as_owner);
PG_FUNCTION_INFO_V1(network_definition);
PG_FUNCTION_INFO_V1(network_expression);
PG_FUNCTION_INFO_V1(network_type_name);

/* Set for the time until the nesting level ends. */
static void
setting(const char *name, const char *value)
{
	(void) set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

/* Is a script of an extension running?  What it makes belongs to that extension: no place for a network. */
Datum
network_creating_extension(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(creating_extension);
}

/* ---- one statement of the template ---- */

/* The CONTEXT line of an error: which step it was. */
static void
step_context(void *label)
{
	errcontext("template of the network, %s", (const char *) label);
}

/*
 * What a statement means must not depend on the session: neither where its names
 * are looked up nor how its constants are read.
 */
static void
settings_of_template(Oid network)
{
	setting("search_path", network_search_path(network));
	setting("standard_conforming_strings", "on");
	setting("transform_null_equals", "off");
	setting("check_function_bodies", "on");
	setting("DateStyle", "ISO, YMD");
	setting("IntervalStyle", "postgres");
	setting("TimeZone", "UTC");
	/* DROP ... IF EXISTS of the replayable set would say each time what did not exist */
	setting("client_min_messages", "warning");
}

/* network_execute(network oid, statement text, label text): run one statement as the caller. */
Datum
network_execute(PG_FUNCTION_ARGS)
{
	Oid network = PG_GETARG_OID(0);
	char *statement = text_to_cstring(PG_GETARG_TEXT_PP(1));
	char *label = text_to_cstring(PG_GETARG_TEXT_PP(2));
	ErrorContextCallback context = {error_context_stack, step_context, label};
	int nestlevel = NewGUCNestLevel();
	int result;

	settings_of_template(network);
	error_context_stack = &context;
	SPI_connect();
	result = SPI_execute(statement, false, 0);
	if (result < 0)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("a template cannot contain this statement: %s", SPI_result_code_string(result))));
	SPI_finish();
	error_context_stack = context.previous;
	AtEOXact_GUC(true, nestlevel);
	PG_RETURN_VOID();
}

/* ---- what an owner's network is worked on with: the owner's rights ---- */

/* The statement that does the work; nothing else can be asked for. */
static const char *
network_work(const char *what)
{
	if (strcmp(what, "check") == 0)
		return "SELECT socu.network_check_run($1, $2)";
	if (strcmp(what, "upgrade") == 0)
		return "SELECT socu.network_upgrade_run($1, $2)";
	if (strcmp(what, "facts") == 0)
		return "SELECT socu.network_facts_run($1, $2)";
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown work on a network: \"%s\"", what)));
}

/* The owner of a schema; InvalidOid if it is gone. */
static Oid
schema_owner(Oid schema)
{
	HeapTuple tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(schema));
	Oid owner = HeapTupleIsValid(tuple) ? ((Form_pg_namespace) GETSTRUCT(tuple))->nspowner : InvalidOid;

	if (HeapTupleIsValid(tuple))
		ReleaseSysCache(tuple);
	return owner;
}

/*
 * network_as_owner(network oid, what text, options jsonb): socu.network_check_run,
 * network_upgrade_run or network_facts_run with the rights of the network's owner, whom the
 * caller has to be allowed to become.
 *
 * Whoever is not the owner works in a security-restricted operation, as REINDEX
 * does: nothing of the owner's (a deferred trigger, say) may stay behind and run
 * later with the rights of the caller, who may be a superuser.
 */
Datum
network_as_owner(PG_FUNCTION_ARGS)
{
	Oid network = PG_GETARG_OID(0);
	char *what = text_to_cstring(PG_GETARG_TEXT_PP(1));
	Oid types[2] = {OIDOID, JSONBOID};
	Datum values[2] = {PG_GETARG_DATUM(0), PG_GETARG_DATUM(2)};
	Oid marker;
	Relation rel;
	Oid owner;
	OwnerScope scope;
	bool isnull;
	Datum result;

	if (!schema_is_network(network))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("schema with OID %u is no network", network)));
	marker = network_relid(network, "network");
	rel = RelationIdGetRelation(marker);
	owner = rel->rd_rel->relowner;
	RelationClose(rel);
	if (!socu_can_become(GetUserId(), owner))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be able to become the owner of network \"%s\"", get_namespace_name(network)),
				 errhint("Ask role \"%s\", who owns it, or be granted that role.", GetUserNameFromId(owner, false))));
	if (schema_owner(network) != owner)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("schema \"%s\" and its table \"network\" have different owners", get_namespace_name(network)),
				 errhint("Give both the same owner: ALTER SCHEMA ... OWNER TO, ALTER TABLE ... OWNER TO.")));

	SPI_connect();
	owner_begin(marker, &scope);
	if (owner != scope.user)
		SetUserIdAndSecContext(owner, scope.context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_RESTRICTED_OPERATION);
	else
		SetUserIdAndSecContext(owner, scope.context);
	if (SPI_execute_with_args(network_work(what), 2, types, values, NULL, false, 1) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "the work on a network gave no result");
	result = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
	if (!isnull)
		result = SPI_datumTransfer(result, false, -1);
	owner_end(&scope);
	SPI_finish();
	if (isnull)
		PG_RETURN_NULL();
	return result;
}

/* ---- objects as text: own names bare, so that two networks give the same text ---- */

/* Settings under which all networks and sessions print alike; the nesting level that ends them. */
static int
deparse_begin(Oid network)
{
	int nestlevel = NewGUCNestLevel();

	setting("search_path", network_search_path(network));
	setting("quote_all_identifiers", "off");
	setting("DateStyle", "ISO, YMD");
	setting("IntervalStyle", "postgres");
	setting("TimeZone", "UTC");
	setting("extra_float_digits", "1");
	setting("bytea_output", "hex");
	return nestlevel;
}

/* The functions of PostgreSQL that print an object. */
static const struct
{
	const char *what;
	Oid function;
	int arguments; /* (oid), (oid, pretty), (oid, 0, pretty) */
} printers[] = {
	{"view", F_PG_GET_VIEWDEF_OID_BOOL, 2},
	{"index", F_PG_GET_INDEXDEF_OID_INT4_BOOL, 3},
	{"constraint", F_PG_GET_CONSTRAINTDEF_OID_BOOL, 2},
	{"trigger", F_PG_GET_TRIGGERDEF_OID_BOOL, 2},
	{"rule", F_PG_GET_RULEDEF_OID_BOOL, 2},
	{"arguments", F_PG_GET_FUNCTION_ARGUMENTS, 1},
	{"identity", F_PG_GET_FUNCTION_IDENTITY_ARGUMENTS, 1},
	{"result", F_PG_GET_FUNCTION_RESULT, 1},
	{"body", F_PG_GET_FUNCTION_SQLBODY, 1},
};

/* What the printer makes of the object. */
static Datum
print(int i, Oid object, bool *isnull)
{
	LOCAL_FCINFO(call, 3);
	FmgrInfo flinfo;
	Datum result;

	fmgr_info(printers[i].function, &flinfo);
	InitFunctionCallInfoData(*call, &flinfo, printers[i].arguments, InvalidOid, NULL, NULL);
	call->args[0].value = ObjectIdGetDatum(object);
	call->args[1].value = printers[i].arguments == 3 ? Int32GetDatum(0) : BoolGetDatum(true);
	call->args[2].value = BoolGetDatum(true);
	for (int a = 0; a < 3; a++)
		call->args[a].isnull = false;
	result = FunctionCallInvoke(call);
	*isnull = call->isnull;
	return result;
}

/* network_definition(network oid, what text, object oid): see 'printers'; NULL if the object has no such text. */
Datum
network_definition(PG_FUNCTION_ARGS)
{
	char *what = text_to_cstring(PG_GETARG_TEXT_PP(1));
	int i = 0;
	int nestlevel;
	bool isnull;
	Datum result;

	while (i < (int) lengthof(printers) && strcmp(printers[i].what, what) != 0)
		i++;
	if (i == (int) lengthof(printers))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown kind of object: \"%s\"", what)));
	nestlevel = deparse_begin(PG_GETARG_OID(0));
	result = print(i, PG_GETARG_OID(2), &isnull);
	AtEOXact_GUC(true, nestlevel);
	if (isnull)
		PG_RETURN_NULL();
	return result;
}

/* network_expression(network oid, expression pg_node_tree, relation oid): the expression as SQL. */
Datum
network_expression(PG_FUNCTION_ARGS)
{
	int nestlevel = deparse_begin(PG_GETARG_OID(0));
	Datum result = OidFunctionCall3(F_PG_GET_EXPR_PG_NODE_TREE_OID_BOOL, PG_GETARG_DATUM(1), PG_GETARG_DATUM(2),
									BoolGetDatum(true));

	AtEOXact_GUC(true, nestlevel);
	return result;
}

/* network_type_name(network oid, type oid, typmod int): format_type of a network's column. */
Datum
network_type_name(PG_FUNCTION_ARGS)
{
	int nestlevel = deparse_begin(PG_GETARG_OID(0));
	char *name = format_type_with_typemod(PG_GETARG_OID(1), PG_GETARG_INT32(2));

	AtEOXact_GUC(true, nestlevel);
	PG_RETURN_TEXT_P(cstring_to_text(name));
}
