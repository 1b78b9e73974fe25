/*
 * quota/tables.c: which tables are guarded, and keeping their writers out.
 */
#include "quota/tables.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"

#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "storage/lmgr.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

/* The guard's own triggers say it: no list beside them that could be wrong.  $1 = home, $2 = TRIGGER_TYPE_TRUNCATE. */
static SchemaStatement guard_triggers = {
	.text = "SELECT DISTINCT ON (t.tgrelid) t.tgrelid, t.oid FROM pg_catalog.pg_trigger t"
			" JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid"
			" WHERE p.proname OPERATOR(pg_catalog.=) 'quota_guard' AND p.pronamespace OPERATOR(pg_catalog.=) $1"
			" AND t.tgparentid OPERATOR(pg_catalog.=) 0 AND t.tgenabled OPERATOR(pg_catalog.<>) 'D'"
			" AND (t.tgtype OPERATOR(pg_catalog.&) $2) OPERATOR(pg_catalog.=) 0 ORDER BY t.tgrelid, t.oid",
	.what = "read the quota guards",
	.nargs = 2,
	.types = {OIDOID, INT2OID},
};

List *
quota_guarded_tables(Oid home)
{
	MemoryContext caller = CurrentMemoryContext;
	Datum values[2] = {ObjectIdGetDatum(home), Int16GetDatum(TRIGGER_TYPE_TRUNCATE)};
	List *tables = NIL;
	Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	uint64 count;

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	count = statement_read(&guard_triggers, home, values, snapshot);
	for (uint64 i = 0; i < count; i++)
	{
		RowReader row = row_reader((int) i, caller);
		MemoryContext old = MemoryContextSwitchTo(caller);
		QuotaGuarded *guarded = palloc0(sizeof(QuotaGuarded));

		guarded->relid = next_oid(&row);
		guarded->trigger = next_oid(&row);
		tables = lappend(tables, guarded);
		MemoryContextSwitchTo(old);
	}
	SPI_finish();
	UnregisterSnapshot(snapshot);
	return tables;
}

Trigger *
quota_guard_trigger(Relation rel, Oid oid)
{
	for (int i = 0; rel->trigdesc && i < rel->trigdesc->numtriggers; i++)
		if (rel->trigdesc->triggers[i].tgoid == oid)
			return &rel->trigdesc->triggers[i];
	return NULL;
}

void
quota_lock_guarded_tables(Oid home, Oid changing)
{
	ListCell *cell;

	foreach (cell, quota_guarded_tables(home))
	{
		const QuotaGuarded *guarded = lfirst(cell);

		/* a change of ours that is still to be counted at commit would count twice */
		if (guarded->relid != changing && AfterTriggerPendingOnRel(guarded->relid))
			ereport(
				ERROR,
				(errcode(ERRCODE_OBJECT_IN_USE),
				 errmsg("table \"%s\" has pending trigger events", get_rel_name(guarded->relid)),
				 errhint("Run SET CONSTRAINTS ALL IMMEDIATE first, or change the quota line in another transaction.")));
		(void) find_all_inheritors(guarded->relid, ShareRowExclusiveLock, NULL);
		LockRelationOid(guarded->relid, ShareRowExclusiveLock);
	}
}
