/*
 * ground/owner.c: relations of a schema by name, and inner statements with the
 * rights of who owns them.
 */
#include "ground/owner.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_extension.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "utils/syscache.h"

/* ---- what was looked up ---- */

typedef struct NameKey
{
	Oid schema;
	NameData name;
} NameKey;

typedef struct NameEntry
{
	NameKey key;
	Oid relid; /* InvalidOid: to be looked up */
} NameEntry;

typedef struct SchemaEntry
{
	Oid schema;
	Oid marker; /* the table "network"; InvalidOid if the schema is no network */
	bool known;
	char path[2 * (2 * NAMEDATALEN + 2) + 32]; /* search_path, "" if not made yet */
} SchemaEntry;

static HTAB *names = NULL;
static HTAB *schemas = NULL;

/* A relation changed: whoever had it by name looks again, and so does whoever knew a marker. */
static void
relation_changed(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS scan;
	NameEntry *name;
	SchemaEntry *schema;

	hash_seq_init(&scan, names);
	while ((name = hash_seq_search(&scan)) != NULL)
		if (relid == InvalidOid || name->relid == relid)
			name->relid = InvalidOid;
	hash_seq_init(&scan, schemas);
	while ((schema = hash_seq_search(&scan)) != NULL)
		if (relid == InvalidOid || schema->marker == InvalidOid || schema->marker == relid)
			schema->known = false;
}

/* A schema or a function changed (the extension's schema is known by its functions): paths are made anew. */
static void
schema_changed(Datum arg, int cacheid, uint32 hashvalue)
{
	HASH_SEQ_STATUS scan;
	SchemaEntry *schema;

	hash_seq_init(&scan, schemas);
	while ((schema = hash_seq_search(&scan)) != NULL)
		schema->path[0] = '\0';
}

/* The caches are made with the first question. */
static void
caches_make(void)
{
	HASHCTL ctl = {0};

	if (schemas != NULL)
		return;
	ctl.hcxt = CacheMemoryContext;
	ctl.keysize = sizeof(NameKey);
	ctl.entrysize = sizeof(NameEntry);
	names = hash_create("socu relations by name", 64, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	ctl.keysize = sizeof(Oid);
	ctl.entrysize = sizeof(SchemaEntry);
	schemas = hash_create("socu networks", 16, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(NAMESPACEOID, schema_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(PROCOID, schema_changed, (Datum) 0);
}

/* What is known of a schema; a new entry knows nothing. */
static SchemaEntry *
schema_entry(Oid schema)
{
	SchemaEntry *entry;
	bool found;

	caches_make();
	entry = hash_search(schemas, &schema, HASH_ENTER, &found);
	if (!found)
	{
		entry->marker = InvalidOid;
		entry->known = false;
		entry->path[0] = '\0';
	}
	return entry;
}

/* ---- networks and their relations ---- */

Oid
network_version_type(void)
{
	Oid socu = get_namespace_oid("socu", true);

	return OidIsValid(socu) ? GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("network_version"),
											  ObjectIdGetDatum(socu))
							: InvalidOid;
}

/* The table that makes a schema a network, or InvalidOid. */
static Oid
marker_of_schema(Oid schema)
{
	Oid marker = get_relname_relid("network", schema);
	Oid type;
	AttrNumber column;

	if (!OidIsValid(marker) || get_rel_relkind(marker) != RELKIND_RELATION)
		return InvalidOid;
	column = get_attnum(marker, "version");
	type = network_version_type();
	return column != InvalidAttrNumber && OidIsValid(type) && get_atttype(marker, column) == type ? marker : InvalidOid;
}

bool
schema_is_network(Oid schema)
{
	SchemaEntry *entry = schema_entry(schema);
	Oid marker;

	if (!entry->known)
	{
		/* Known before it is looked up: what changes meanwhile makes it unknown again. */
		entry->known = true;
		marker = marker_of_schema(schema);
		entry = schema_entry(schema);
		entry->marker = marker;
		/* That there is none is not remembered: nothing would tell of a new one. */
		if (!OidIsValid(marker))
			entry->known = false;
	}
	return OidIsValid(entry->marker);
}

Oid
network_of_relation(Relation rel)
{
	Oid schema = RelationGetNamespace(rel);

	return schema_is_network(schema) ? schema : InvalidOid;
}

Oid
network_relid_or_none(Oid network, const char *name)
{
	NameKey key;
	NameEntry *entry;
	bool found;
	Oid relid;

	caches_make();
	memset(&key, 0, sizeof(key));
	key.schema = network;
	namestrcpy(&key.name, name);
	entry = hash_search(names, &key, HASH_ENTER, &found);
	if (found && OidIsValid(entry->relid))
		return entry->relid;
	entry->relid = InvalidOid;
	relid = get_relname_relid(name, network);
	entry = hash_search(names, &key, HASH_ENTER, &found);
	entry->relid = relid;
	return relid;
}

Oid
network_relid(Oid network, const char *name)
{
	Oid relid = network_relid_or_none(network, name);

	if (!OidIsValid(relid))
	{
		char *schema = get_namespace_name(network);

		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE),
						errmsg("relation \"%s.%s\" does not exist", schema ? schema : "(dropped schema)", name),
						schema && schema_is_network(network)
							? errhint("socu.check_network('%s') says what else the network lacks.", schema)
							: 0));
	}
	return relid;
}

Oid
schema_of_function(FunctionCallInfo fcinfo)
{
	return get_func_namespace(fcinfo->flinfo->fn_oid);
}

/* ---- search_path ---- */

Oid
socu_extension_schema(void)
{
	Relation rel = table_open(ExtensionRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple tuple;
	Oid schema = InvalidOid;

	ScanKeyInit(&key, Anum_pg_extension_extname, BTEqualStrategyNumber, F_NAMEEQ, CStringGetDatum("socu"));
	scan = systable_beginscan(rel, ExtensionNameIndexId, true, NULL, 1, &key);
	tuple = systable_getnext(scan);
	if (HeapTupleIsValid(tuple))
		schema = ((Form_pg_extension) GETSTRUCT(tuple))->extnamespace;
	systable_endscan(scan);
	table_close(rel, AccessShareLock);
	if (!OidIsValid(schema))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("extension \"%s\" does not exist", "socu")));
	return schema;
}

const char *
socu_extension_name(void)
{
	return quote_identifier(get_namespace_name(socu_extension_schema()));
}

const char *
network_search_path(Oid network)
{
	SchemaEntry *entry = schema_entry(network);
	char *own, *extension;

	if (entry->path[0] != '\0')
		return entry->path;
	own = get_namespace_name(network);
	extension = get_namespace_name(socu_extension_schema());
	if (own == NULL || extension == NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_SCHEMA), errmsg("schema with OID %u does not exist", network)));
	entry = schema_entry(network);
	/* quote_identifier's result may be its argument or a new string: two calls, one after another */
	snprintf(entry->path, sizeof(entry->path), "%s, ", quote_identifier(own));
	snprintf(entry->path + strlen(entry->path), sizeof(entry->path) - strlen(entry->path), "%s, socu, pg_temp",
			 quote_identifier(extension));
	return entry->path;
}

/* ---- siblings ---- */

/* The role that a relation belongs to, from the cache. */
static Oid
relation_owner(Oid relid)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	Oid owner;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for relation %u", relid);
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

Oid
socu_sibling(Relation rel, const char *name)
{
	Oid relid = network_relid(RelationGetNamespace(rel), name);

	if (relation_owner(relid) != rel->rd_rel->relowner)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("tables \"%s\" and \"%s\" belong to different roles", RelationGetRelationName(rel), name),
				 errdetail("What is written for one goes to the other with the rights of their owner."),
				 errhint("Give both tables to the same role: ALTER TABLE ... OWNER TO.")));
	return relid;
}

const char *
socu_schema_of(Oid relid)
{
	return quote_identifier(get_namespace_name(get_rel_namespace(relid)));
}

bool
socu_acts_as_owner(Relation rel)
{
	return has_privs_of_role(GetUserId(), rel->rd_rel->relowner);
}

/* pg_dump and pg_restore begin with SET row_security = off; nobody but the owner gains anything by it. */
bool
socu_loads_as_is(Relation rel)
{
	return !row_security && socu_acts_as_owner(rel);
}

/* ---- rights ---- */

void
owner_begin(Oid relid, OwnerScope *scope)
{
	Oid owner = relation_owner(relid);

	GetUserIdAndSecContext(&scope->user, &scope->context);
	scope->nestlevel = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0,
							 false);
	SetUserIdAndSecContext(owner, scope->context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
}

void
owner_end(const OwnerScope *scope)
{
	SetUserIdAndSecContext(scope->user, scope->context);
	/* false: what code of the owner's (a trigger, say) has SET goes, too: it must not stay with the session of whoever
	 * acts */
	AtEOXact_GUC(false, scope->nestlevel);
}

char *
socu_acting_role(void)
{
	Oid role = GetCurrentRoleId();

	return GetUserNameFromId(OidIsValid(role) ? role : GetSessionUserId(), false);
}
