/*
 * ground/ground.c: what every room with tables stands on: the guard of shipped rows
 * and the rulebooks (reference rows held in memory).
 */
#include "ground/record.h"

#include "access/transam.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "commands/extension.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(shipped_guard);
PG_FUNCTION_INFO_V1(rules_changed);

/* ---- the guard of shipped rows ---- */

static bool
row_is_shipped(HeapTuple tuple, TupleDesc desc, int attnum)
{
	bool isnull;
	Datum value;

	if (tuple == NULL)
		return false;
	value = heap_getattr(tuple, attnum, desc, &isnull);
	return !isnull && DatumGetBool(value);
}

/*
 * shipped_guard(): BEFORE ROW and BEFORE TRUNCATE trigger of every reference table.  Rows that
 * come with the extension are not dumped, so a change to one would be lost
 * with the next restore: only the extension's scripts may make or change them.
 */
Datum
shipped_guard(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = (TriggerData *) fcinfo->context;
	Relation rel;
	HeapTuple newtuple;
	int attnum;
	static const SocuTrigger rule = {"shipped_guard", SOCU_BEFORE | SOCU_ROW | SOCU_STATEMENT | SOCU_INSERT |
														  SOCU_UPDATE | SOCU_DELETE | SOCU_TRUNCATE};

	(void) socu_trigger(fcinfo, &rule);
	if (TRIGGER_FIRED_BY_TRUNCATE(trigdata->tg_event) && !creating_extension)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" holds shipped rows and cannot be truncated",
							   RelationGetRelationName(trigdata->tg_relation)),
						errhint("Remove your own rows: DELETE ... WHERE NOT shipped.")));
	if (!TRIGGER_FIRED_FOR_ROW(trigdata->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" must be fired BEFORE ROW", "shipped_guard")));

	rel = trigdata->tg_relation;
	newtuple = TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event)	 ? trigdata->tg_newtuple
			   : TRIGGER_FIRED_BY_INSERT(trigdata->tg_event) ? trigdata->tg_trigtuple
															 : NULL;

	if (!creating_extension)
	{
		HeapTuple oldtuple = TRIGGER_FIRED_BY_INSERT(trigdata->tg_event) ? NULL : trigdata->tg_trigtuple;

		attnum = SPI_fnumber(RelationGetDescr(rel), "shipped");
		if (attnum <= 0)
			ereport(ERROR, (errcode(ERRCODE_UNDEFINED_COLUMN),
							errmsg("table \"%s\" has no column \"shipped\"", RelationGetRelationName(rel))));
		if (row_is_shipped(oldtuple, RelationGetDescr(rel), attnum) ||
			row_is_shipped(newtuple, RelationGetDescr(rel), attnum))
			ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
							errmsg("shipped rows of table \"%s\" cannot be added, changed or removed",
								   RelationGetRelationName(rel)),
							errdetail("Rows that come with the extension are not dumped; the change would be lost with "
									  "the next restore."),
							errhint("Add a row of your own (shipped = false): it outranks the shipped one.")));
	}
	return PointerGetDatum(newtuple ? newtuple : trigdata->tg_trigtuple);
}

/* ---- rulebooks ---- */

static Rulebook *books = NULL;
static uint64 generation_counter = 0;
static bool callbacks_registered = false;

static void
rules_forget(Rulebook *book)
{
	/*
	 * Only mark: the rules may be in use further up the call stack, so their
	 * memory is given back at the next load.
	 */
	book->generation = 0;
	book->provisional = false;
}

static void
relcache_callback(Datum arg, Oid relid)
{
	for (Rulebook *book = books; book != NULL; book = book->next)
		for (int i = 0; book->tables[i] != NULL; i++)
			if (relid == InvalidOid || relid == book->relids[i])
			{
				rules_forget(book);
				book->changed = true;
			}
}

static void
xact_callback(XactEvent event, void *arg)
{
	switch (event)
	{
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_ABORT:
		case XACT_EVENT_PREPARE:
		case XACT_EVENT_PARALLEL_COMMIT:
		case XACT_EVENT_PARALLEL_ABORT:
			for (Rulebook *book = books; book != NULL; book = book->next)
				if (book->provisional)
					rules_forget(book);
			break;
		default:
			break;
	}
}

static SnapshotMark
snapshot_mark(Snapshot snapshot)
{
	SnapshotMark mark = {snapshot->xmin, snapshot->xmax, snapshot->xcnt + (uint32) snapshot->subxcnt};

	return mark;
}

static bool
same_mark(SnapshotMark a, SnapshotMark b)
{
	return a.xmin == b.xmin && a.xmax == b.xmax && a.running == b.running;
}

/*
 * Does what the book holds fit the active snapshot?  It does if that sees what
 * the one saw that the book was read with (transactions only ever end, so the
 * bounds and the number of those running say it all), or if both see every
 * change that there was.
 */
static bool
rules_fit(const Rulebook *book)
{
	SnapshotMark active;

	if (!ActiveSnapshotSet())
		return true;
	active = snapshot_mark(GetActiveSnapshot());
	if (same_mark(active, book->read_with))
		return true;
	return !book->provisional && !TransactionIdPrecedes(active.xmin, book->horizon);
}

static void
rulebook_enter(Rulebook *book)
{
	if (!callbacks_registered)
	{
		CacheRegisterRelcacheCallback(relcache_callback, (Datum) 0);
		RegisterXactCallback(xact_callback, NULL);
		callbacks_registered = true;
	}
	book->next = books;
	books = book;
}

static void
rulebook_load(Rulebook *book)
{
	Oid schema = get_namespace_oid("socu", false);
	MemoryContext context;
	void *rules;

	if (book->context == NULL)
	{
		book->context = AllocSetContextCreate(CacheMemoryContext, "socu rulebook", ALLOCSET_DEFAULT_SIZES);
		MemoryContextSetIdentifier(book->context, book->name);
		rulebook_enter(book);
		book->changed = true; /* until now we were not told */
	}
	for (int i = 0; book->tables[i] != NULL; i++)
	{
		Assert(i < (int) lengthof(book->relids));
		book->relids[i] = get_relname_relid(book->tables[i], schema);
	}

	/*
	 * Whoever made a change that we were told of had a number below the horizon.
	 */
	if (book->changed)
		book->horizon = ReadNextTransactionId();
	book->changed = false;
	book->read_with = snapshot_mark(GetActiveSnapshot());

	/* Build in a context of the caller's first: an error must leave nothing half-made. */
	context = AllocSetContextCreate(CurrentMemoryContext, "socu rulebook", ALLOCSET_DEFAULT_SIZES);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	rules = book->load(context);
	SPI_finish();

	MemoryContextReset(book->context);
	MemoryContextSetParent(context, book->context);
	book->rules = rules;

	/*
	 * A snapshot for which all below the horizon has ended saw every change that
	 * we were told of, and of any other we shall be told: the rules may stay.
	 * Else a later snapshot may see more without another message.
	 */
	book->provisional = book->changed || TransactionIdPrecedes(book->read_with.xmin, book->horizon);
	book->generation = ++generation_counter;
}

/*
 * Messages of other sessions are read when a lock is taken, and a statement
 * that touches no table takes none: read them with every new snapshot.  (Two
 * snapshots between which a transaction ended differ in their bounds or in the
 * number of those running.)
 */
static void
hear_of_changes(void)
{
	static SnapshotMark heard;
	SnapshotMark active;

	if (!ActiveSnapshotSet())
		return;
	active = snapshot_mark(GetActiveSnapshot());
	if (same_mark(active, heard))
		return;
	AcceptInvalidationMessages();
	heard = active;
}

void *
rulebook_get(Rulebook *book, uint64 *generation)
{
	hear_of_changes();
	if (!rules_fit(book))
		rules_forget(book);
	if (book->generation == 0)
		rulebook_load(book);
	if (generation)
		*generation = book->generation;
	return book->rules;
}

/*
 * Called for every row: the snapshot that was found to fit last is known to fit
 * still, for a message would have made the rules' generation 0.
 */
bool
rulebook_current(const Rulebook *book, uint64 generation)
{
	static const Rulebook *fitting;
	static SnapshotMark fitted;
	SnapshotMark active;

	if (generation == 0 || book->generation != generation)
		return false;
	if (!ActiveSnapshotSet())
		return true;
	active = snapshot_mark(GetActiveSnapshot());
	if (fitting == book && same_mark(active, fitted))
		return true;
	hear_of_changes();
	if (book->generation != generation || !rules_fit(book))
		return false;
	fitting = book;
	fitted = active;
	return true;
}

/*
 * rules_changed(): AFTER STATEMENT trigger of every table that a rulebook
 * reads, enabled ALWAYS so that replicated changes count too.
 */
Datum
rules_changed(PG_FUNCTION_ARGS)
{
	static const SocuTrigger rule = {"rules_changed", SOCU_AFTER | SOCU_STATEMENT | SOCU_INSERT | SOCU_UPDATE |
														  SOCU_DELETE | SOCU_TRUNCATE};

	CacheInvalidateRelcache(socu_trigger(fcinfo, &rule)->tg_relation);
	return PointerGetDatum(NULL);
}
