/*
 * ground/rulebook.c: rows of reference tables, held in the backend's memory.
 *
 * What is held must be neither older nor newer than what the statement that asks
 * may see.  An example: session A changes a rate, session B converts.
 *
 *     A: BEGIN;
 *     A: UPDATE socu.credit_rate …       transaction 100; rules_changed() queues a message
 *     B: BEGIN ISOLATION LEVEL REPEATABLE READ;
 *     B: SELECT credit_convert(…)   snapshot S1 (100 runs): loads the old rate
 *     A: COMMIT                          sends the message
 *     B: SELECT credit_convert(…)   hears the message, so it loads again; S1 still
 *                                        shows the old rate, and that is the right answer
 *     B: COMMIT
 *     B: SELECT credit_convert(…)   snapshot S2 (100 has ended): must show the new rate
 *
 * No second message will come for the last step.  That is what 'horizon' and
 * 'provisional' are for.  When B loads after the message, the next transaction
 * number is 101: every change that B was told of has a number below that horizon.
 * S1.xmin is 100, which is below the horizon, so S1 may miss such a change: what was
 * read is provisional, fits snapshots like S1 only, and is forgotten at the end of
 * the transaction.  S2.xmin is 101 or more: what S2 reads holds all changes, so it stays
 * for every later snapshot with xmin >= horizon, until the next message.
 *
 * The other way round, a session that holds rules of S2 may go on with an older
 * snapshot (a cursor, a function that is STABLE): its xmin is below the horizon, so
 * rules_fit() says no and the rules are read again for it.
 */
#include "ground/rulebook.h"

#include "ground/trigger.h"

#include "access/transam.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "executor/spi.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(rules_changed);

static Rulebook *books = NULL;
static uint64 generation_counter = 0;
static bool callbacks_registered = false;

/*
 * The next one who asks reads the tables again.  Only a mark: the rules may be in
 * use further up the call stack, so their memory is given back at the next load.
 */
static void
rules_forget(Rulebook *book)
{
	book->generation = 0;
	book->provisional = false;
}

/* A message of rules_changed(), or of a change of the table itself. */
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

/* What was read for one snapshot only does not outlive its transaction. */
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

/* Transactions only ever end: the bounds and the number of those running tell two snapshots apart. */
static SnapshotMark
snapshot_mark(Snapshot snapshot)
{
	SnapshotMark mark = {snapshot->xmin, snapshot->xmax, snapshot->xcnt + (uint32) snapshot->subxcnt};

	return mark;
}

/* Do two snapshots see the same transactions as ended? */
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

/* From now on the book hears of changes. */
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

/* The first time: memory for the rules, and a place among those who hear of changes. */
static void
rulebook_open(Rulebook *book)
{
	book->context = AllocSetContextCreate(CacheMemoryContext, "socu rulebook", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSetIdentifier(book->context, book->name);
	rulebook_enter(book);
	book->changed = true; /* until now we were not told */
}

/* Which tables the messages will name. */
static void
rulebook_find_tables(Rulebook *book)
{
	Oid schema = get_namespace_oid("socu", false);

	for (int i = 0; book->tables[i] != NULL; i++)
	{
		if (i >= RULEBOOK_TABLES)
			elog(ERROR, "rulebook \"%s\" reads more than %d tables", book->name, RULEBOOK_TABLES);
		book->relids[i] = get_relname_relid(book->tables[i], schema);
	}
}

/* Reads the tables with the active snapshot, and notes for which other snapshots the result holds. */
static void
rulebook_load(Rulebook *book)
{
	MemoryContext context;
	void *rules;

	if (book->context == NULL)
		rulebook_open(book);
	rulebook_find_tables(book);

	/* Whoever made a change that we were told of had a number below the horizon. */
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
