/*
 * quota/tables.c: table quota_guarded: which tables are guarded; keeping their writers out.
 *
 * The list is where trust comes from: a guard that somebody hangs on a table of his own finds it not listed, and
 * refuses.  Whoever changes the list has its trigger take SHARE ROW EXCLUSIVE on every guarded table until commit
 * (quota/guard.c), so a session that writes to one of them knows the list as it is.
 */
#include "quota/tables.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"

#include "access/table.h"
#include "catalog/partition.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

/* ---- the list ---- */

/* $1 = the guard's function in this home is in schema $1, $2 = TRIGGER_TYPE_TRUNCATE, $3 = mobility */
static SchemaStatement watched_tables = {
	.text = "SELECT DISTINCT ON (t.tgrelid) t.tgrelid, g.mapping FROM pg_catalog.pg_trigger t"
			" JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid"
			" LEFT JOIN @.quota_guarded g ON g.guarded::pg_catalog.oid OPERATOR(pg_catalog.=) t.tgrelid"
			" WHERE p.proname OPERATOR(pg_catalog.=) 'quota_guard' AND p.pronamespace OPERATOR(pg_catalog.=) $1"
			" AND t.tgparentid OPERATOR(pg_catalog.=) 0 AND t.tgenabled OPERATOR(pg_catalog.<>) 'D'"
			" AND (t.tgtype OPERATOR(pg_catalog.&) $2) OPERATOR(pg_catalog.=) 0"
			" AND (g.guarded IS NOT NULL OR t.tgrelid OPERATOR(pg_catalog.=) $3) ORDER BY t.tgrelid",
	.what = "read the quota guards",
	.nargs = 3,
	.types = {OIDOID, INT2OID, OIDOID},
};

static SchemaStatement listed_tables = {
	.text = "SELECT guarded::pg_catalog.oid, mapping FROM @.quota_guarded",
	.what = "read the list of guarded tables",
};

/* A row of either query; in 'context'. */
static QuotaGuarded *
read_guarded(int number, MemoryContext context)
{
	MemoryContext old = MemoryContextSwitchTo(context);
	RowReader row = row_reader(number, context);
	QuotaGuarded *guarded = palloc0(sizeof(QuotaGuarded));
	bool isnull;
	Datum mapping;

	guarded->relid = next_oid(&row);
	mapping = next_datum(&row, &isnull);
	if (!isnull)
	{
		Datum *elements;
		bool *nulls;

		deconstruct_array(DatumGetArrayTypeP(mapping), TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls,
						  &guarded->parts);
		guarded->mapping = palloc(sizeof(char *) * (guarded->parts + 1));
		for (int i = 0; i < guarded->parts; i++)
			guarded->mapping[i] = nulls[i] ? pstrdup("") : TextDatumGetCString(elements[i]);
	}
	MemoryContextSwitchTo(old);
	return guarded;
}

/* The rows of one of the queries, as the newest committed state and own changes have them. */
static List *
read_tables(SchemaStatement *query, Oid home, Datum *values, MemoryContext context)
{
	List *tables = NIL;
	Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	OwnerScope saved;
	uint64 count;

	owner_begin(network_relid(home, "quota"), &saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	count = statement_read(query, home, values, snapshot);
	for (uint64 i = 0; i < count; i++)
	{
		QuotaGuarded *guarded = read_guarded((int) i, context);
		MemoryContext old = MemoryContextSwitchTo(context);

		tables = lappend(tables, guarded);
		MemoryContextSwitchTo(old);
	}
	SPI_finish();
	owner_end(&saved);
	UnregisterSnapshot(snapshot);
	return tables;
}

List *
quota_guarded_tables(Oid home)
{
	Datum values[3] = {ObjectIdGetDatum(home), Int16GetDatum(TRIGGER_TYPE_TRUNCATE),
					   ObjectIdGetDatum(network_relid(home, "mobility"))};

	return read_tables(&watched_tables, home, values, CurrentMemoryContext);
}

/* ---- what was read ---- */

typedef struct ListEntry
{
	Oid home;		   /* key */
	Oid relid;		   /* table quota_guarded */
	Oid mobility;	   /* table mobility; InvalidOid = to be looked up */
	bool valid;		   /* 'tables' are as the table is */
	bool changed;	   /* told of a change since the last load began */
	uint64 generation; /* counts the loads of all homes */
	MemoryContext context;
	List *tables; /* of QuotaGuarded */
} ListEntry;

typedef struct MapKey
{
	Oid home;
	Oid relid;
} MapKey;

typedef struct MapEntry
{
	MapKey key;
	bool valid;
	uint64 generation; /* of the list that it was made with */
	MemoryContext context;
	QuotaMap *map;
} MapEntry;

static HTAB *lists = NULL;
static HTAB *maps = NULL;
static ListEntry *last_list = NULL; /* entries of a hash table do not move */
static MapEntry *last_map = NULL;

/* The list changed, or a table: its columns may stand elsewhere now. */
static void
relcache_callback(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS scan;
	ListEntry *list;
	MapEntry *map;

	hash_seq_init(&scan, lists);
	while ((list = hash_seq_search(&scan)) != NULL)
	{
		if (relid == InvalidOid || relid == list->relid)
		{
			list->valid = false;
			list->changed = true;
		}
		if (relid == InvalidOid || relid == list->mobility)
			list->mobility = InvalidOid;
	}
	hash_seq_init(&scan, maps);
	while ((map = hash_seq_search(&scan)) != NULL)
		if (relid == InvalidOid || relid == map->key.relid)
			map->valid = false;
}

/* What is known of a home's list; a new entry knows nothing. */
static ListEntry *
list_entry(Oid home)
{
	bool found;

	if (last_list && last_list->home == home)
		return last_list;
	if (lists == NULL)
	{
		HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(ListEntry)};

		lists = hash_create("socu guarded tables", 4, &control, HASH_ELEM | HASH_BLOBS);
		control.keysize = sizeof(MapKey);
		control.entrysize = sizeof(MapEntry);
		maps = hash_create("socu quota guards", 16, &control, HASH_ELEM | HASH_BLOBS);
		CacheRegisterRelcacheCallback(relcache_callback, (Datum) 0);
	}
	last_list = hash_search(lists, &home, HASH_ENTER, &found);
	if (!found)
	{
		memset(last_list, 0, sizeof(*last_list));
		last_list->home = home;
	}
	return last_list;
}

/* The list of a home, read again where it has changed. */
static ListEntry *
guarded_list(Oid home)
{
	static uint64 generation = 0;
	ListEntry *list = list_entry(home);
	MemoryContext context;
	List *tables;

	if (list->valid)
		return list;
	list->relid = network_relid(home, "quota_guarded");
	list->changed = false;
	/* Build first, publish then: an error leaves nothing half-made. */
	context = AllocSetContextCreate(CurrentMemoryContext, "socu guarded tables", ALLOCSET_SMALL_SIZES);
	tables = read_tables(&listed_tables, home, NULL, context);
	if (list->context)
		MemoryContextDelete(list->context);
	MemoryContextSetParent(context, CacheMemoryContext);
	list->context = context;
	list->tables = tables;
	list->generation = ++generation;
	list->valid = !list->changed;
	return list;
}

/* The entry of a table in the list; NULL if it has none. */
static const QuotaGuarded *
listed(const ListEntry *list, Oid relid)
{
	ListCell *cell;

	foreach (cell, list->tables)
	{
		const QuotaGuarded *guarded = lfirst(cell);

		if (guarded->relid == relid)
			return guarded;
	}
	return NULL;
}

/* How a table that fired the guard is read; NULL if it is not guarded. */
static const QuotaGuarded *
guarded_of(ListEntry *list, Relation rel)
{
	static const QuotaGuarded as_named = {InvalidOid, 0, NULL};
	const QuotaGuarded *guarded;
	ListCell *cell;

	if (!OidIsValid(list->mobility))
		list->mobility = network_relid(list->home, "mobility");
	if (RelationGetRelid(rel) == list->mobility)
		return &as_named;
	guarded = listed(list, RelationGetRelid(rel));
	if (guarded == NULL && rel->rd_rel->relispartition)
		foreach (cell, get_partition_ancestors(RelationGetRelid(rel)))
			if ((guarded = listed(list, lfirst_oid(cell))) != NULL)
				break;
	return guarded;
}

const QuotaMap *
quota_guarded_map(Oid home, Relation rel)
{
	ListEntry *list = guarded_list(home);
	MapKey key = {home, RelationGetRelid(rel)};
	const QuotaGuarded *guarded;
	MemoryContext context;
	MapEntry *entry;
	QuotaMap *map;
	bool found;

	if (last_map && memcmp(&last_map->key, &key, sizeof(key)) == 0)
		entry = last_map;
	else
		entry = hash_search(maps, &key, HASH_FIND, NULL);
	if (entry && entry->valid && entry->generation == list->generation)
	{
		last_map = entry;
		return entry->map;
	}

	guarded = guarded_of(list, rel);
	if (guarded == NULL)
		return NULL;
	context = AllocSetContextCreate(CurrentMemoryContext, "socu quota guard", ALLOCSET_SMALL_SIZES);
	map =
		quota_map_make(RelationGetDescr(rel), guarded->parts, guarded->mapping, context, RelationGetRelationName(rel));
	entry = hash_search(maps, &key, HASH_ENTER, &found);
	if (found)
		MemoryContextDelete(entry->context);
	MemoryContextSetParent(context, CacheMemoryContext);
	entry->context = context;
	entry->map = map;
	entry->generation = list->generation;
	entry->valid = true;
	last_map = entry;
	return map;
}

/* ---- rights ---- */

void
quota_check_readable(Oid home, Relation rel)
{
	Relation lines = table_open(network_relid(home, "quota"), AccessShareLock);
	Oid owner = lines->rd_rel->relowner;
	bool may;

	table_close(lines, AccessShareLock);
	if (has_privs_of_role(owner, rel->rd_rel->relowner))
		return;
	may = pg_class_aclcheck(RelationGetRelid(rel), owner, ACL_SELECT) == ACLCHECK_OK;
	if (may && (!rel->rd_rel->relrowsecurity || has_bypassrls_privilege(owner)))
		return;
	ereport(
		ERROR,
		(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
		 may ? errmsg("row security hides rows of the guarded table \"%s\" from \"%s\"", RelationGetRelationName(rel),
					  GetUserNameFromId(owner, false))
			 : errmsg("role \"%s\" may not read the guarded table \"%s\"", GetUserNameFromId(owner, false),
					  RelationGetRelationName(rel)),
		 errdetail("The owner of a network counts the records of the tables that it guards."),
		 errhint("Give the network and the table to one role, grant SELECT to \"%s\", or SELECT %s.quota_detach('%s').",
				 GetUserNameFromId(owner, false), quote_identifier(get_namespace_name(home)),
				 RelationGetRelationName(rel))));
}

/* ---- keeping writers out ---- */

/* Lock the tables of a list; how many of them were not locked before. */
static int
lock_tables(const List *tables, Oid changing, List **locked)
{
	int added = 0;
	ListCell *cell;

	foreach (cell, tables)
	{
		const QuotaGuarded *guarded = lfirst(cell);

		if (list_member_oid(*locked, guarded->relid))
			continue;
		/* a change of ours that is still to be counted at commit would count twice */
		if (guarded->relid != changing && AfterTriggerPendingOnRel(guarded->relid))
			ereport(
				ERROR,
				(errcode(ERRCODE_OBJECT_IN_USE),
				 errmsg("table \"%s\" has pending trigger events", get_rel_name(guarded->relid)),
				 errhint("Run SET CONSTRAINTS ALL IMMEDIATE first, or change the quota line in another transaction.")));
		(void) find_all_inheritors(guarded->relid, ShareRowExclusiveLock, NULL);
		LockRelationOid(guarded->relid, ShareRowExclusiveLock);
		*locked = lappend_oid(*locked, guarded->relid);
		added++;
	}
	return added;
}

void
quota_lock_guarded_tables(Oid home, Oid changing)
{
	List *locked = NIL;

	/* while we waited for a writer, somebody may have attached one more */
	while (lock_tables(quota_guarded_tables(home), changing, &locked) > 0)
		AcceptInvalidationMessages();
}
