/*
 * quota_counter.c: the counters of the quota lines.
 *
 * A line's counter is split into slots (rows of socu.quota_slot).  What is
 * still free is divided among the slots, so a slot can give away what it has
 * without asking the others, and sessions that use different slots do not wait
 * for each other.  Only sums over the slots mean anything; they are exact,
 * because each slot is changed under its row lock by the transaction that
 * writes the record, and commits or vanishes with it.
 *
 * Taking: the session's own slot first, then any other that is not locked.
 * Where that is not enough, the newest committed state is read: if all free
 * units together are fewer than asked for, the answer is no, and no lock was
 * waited for; otherwise the missing ones are in slots locked by others, and we
 * wait for those, since their transactions may roll back.
 *
 * The slots are read and written below SQL (one row lock, one update, HOT where
 * the page has room), always in their newest version.  That makes the three
 * isolation levels alike: a counter is not data that a transaction has read,
 * so a change of it by others is no serialization failure.
 */
#include "quota.h"

#include "access/genam.h"
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/proc.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"
#include "utils/xid8.h"

/* A row of quota_slot: all columns are fixed and not null. */
typedef struct SlotRow
{
	int64 quota_id;
	int16 slot;
	int16 flags;
	int64 held;
	int64 consumed;
	int64 book_free;
	int64 seat_free;
	TimestampTz since;
} SlotRow;

#define Natts_slot 8
#define SLOT_ROW(tuple) ((SlotRow *) GETSTRUCT(tuple))

typedef struct SlotStore
{
	Relation rel;
	Oid index;
	TupleTableSlot *slot;
} SlotStore;

static void
store_open(SlotStore *store)
{
	store->rel = table_open(quota_relid("quota_slot"), RowExclusiveLock);
	store->index = quota_relid("quota_slot_pkey");
	store->slot = table_slot_create(store->rel, NULL);
}

static void
store_close(SlotStore *store)
{
	ExecDropSingleTupleTableSlot(store->slot);
	table_close(store->rel, NoLock);
}

/* ---- reading ---- */

static SysScanDesc
scan_begin(Relation rel, Oid index, Snapshot snapshot, int64 quota_id, int slot)
{
	ScanKeyData key[2];

	ScanKeyInit(&key[0], 1, BTEqualStrategyNumber, F_INT8EQ, Int64GetDatum(quota_id));
	ScanKeyInit(&key[1], 2, BTEqualStrategyNumber, F_INT2EQ, Int16GetDatum((int16) slot));
	return systable_beginscan(rel, index, true, snapshot, slot < 0 ? 1 : 2, key);
}

/* A copy of the newest committed (or own) version of a slot; NULL if there is none. */
static HeapTuple
slot_fetch(SlotStore *store, int64 quota_id, int slot)
{
	/*
	 * SnapshotSelf takes no predicate locks.  It may miss a row whose new
	 * version went to another page at this very moment: then ask a real
	 * snapshot for a version, which leads to the newest one by its update chain.
	 */
	SysScanDesc scan = scan_begin(store->rel, store->index, SnapshotSelf, quota_id, slot);
	HeapTuple tuple = systable_getnext(scan);

	tuple = HeapTupleIsValid(tuple) ? heap_copytuple(tuple) : NULL;
	systable_endscan(scan);
	if (tuple == NULL)
	{
		Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());

		scan = scan_begin(store->rel, store->index, snapshot, quota_id, slot);
		tuple = systable_getnext(scan);
		tuple = HeapTupleIsValid(tuple) ? heap_copytuple(tuple) : NULL;
		systable_endscan(scan);
		UnregisterSnapshot(snapshot);
	}
	return tuple;
}

/*
 * Lock a slot and return a copy of its newest version; NULL if 'wait' is false
 * and another transaction has it.
 */
static HeapTuple
slot_lock(SlotStore *store, int64 quota_id, int slot, HeapTuple seen, bool wait)
{
	TM_FailureData failure;
	TM_Result result;
	ItemPointerData tid;
	bool should_free;
	HeapTuple tuple;

	if (seen == NULL)
		seen = slot_fetch(store, quota_id, slot);
	if (seen == NULL)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED),
						errmsg("quota line %lld has no counter %d", (long long) quota_id, slot),
						errhint("Run socu.quota_rebuild().")));
	tid = seen->t_self;
	result = table_tuple_lock(store->rel, &tid, SnapshotSelf, store->slot, GetCurrentCommandId(false),
							  LockTupleNoKeyExclusive, wait ? LockWaitBlock : LockWaitSkip,
							  TUPLE_LOCK_FLAG_LOCK_UPDATE_IN_PROGRESS | TUPLE_LOCK_FLAG_FIND_LAST_VERSION, &failure);
	if (result == TM_WouldBlock)
		return NULL;
	if (result != TM_Ok)
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("could not lock counter %d of quota line %lld", slot, (long long) quota_id),
						errdetail("The line was changed at the same time."), errhint("Try the transaction again.")));
	tuple = ExecFetchSlotHeapTuple(store->slot, true, &should_free);
	tuple = heap_copytuple(tuple);
	ExecClearTuple(store->slot);
	return tuple;
}

static void
slot_write(SlotStore *store, HeapTuple tuple)
{
	CatalogTupleUpdate(store->rel, &tuple->t_self, tuple);
	/* the next look at the counters must see it */
	CommandCounterIncrement();
}

bool
quota_totals(int64 quota_id, Snapshot snapshot, QuotaTotals *totals)
{
	Relation rel = table_open(quota_relid("quota_slot"), AccessShareLock);
	Snapshot mine = snapshot ? NULL : RegisterSnapshot(GetLatestSnapshot());
	SysScanDesc scan = scan_begin(rel, quota_relid("quota_slot_pkey"), snapshot ? snapshot : mine, quota_id, -1);
	HeapTuple tuple;

	memset(totals, 0, sizeof(*totals));
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		SlotRow *row = SLOT_ROW(tuple);

		totals->slots++;
		totals->flags |= row->flags;
		totals->held += row->held;
		totals->consumed += row->consumed;
		totals->book_free += row->book_free;
		totals->seat_free += row->seat_free;
		totals->since = row->since;
	}
	systable_endscan(scan);
	if (mine)
		UnregisterSnapshot(mine);
	table_close(rel, AccessShareLock);
	return totals->slots > 0;
}

const char *
quota_lacks(const QuotaDelta *delta, const QuotaTotals *totals, int64 held, int64 consumed)
{
	if (held + consumed > 0 && delta->refused)
		return "quota_not_stated";
	if (held + consumed > 0 && (totals->flags & QUOTA_CLOSED))
		return "period_closed";
	if (!delta->limited)
		return NULL;
	if ((held + consumed > 0 && held + consumed > totals->book_free) ||
		(delta->overbooked && consumed > 0 && consumed > totals->seat_free))
		return delta->balance ? "balance_exceeded" : delta->unit >= QU_TERMS ? "unit_exceeded" : "quota_exhausted";
	return NULL;
}

/* ---- taking and giving back ---- */

/* The slot that this session tries first; sessions at work have different numbers. */
static int
own_slot(int slots)
{
	return (int) ((MyProc - ProcGlobal->allProcs) % slots);
}

/* What is still to be done for a line. */
typedef struct Rest
{
	int64 held; /* counts, put into the first slot that we get */
	int64 consumed;
	bool counted;
	int64 book; /* units to be taken (> 0) or given back (< 0) */
	int64 seat;
	bool check_open; /* a closed line refuses */
	bool check_book; /* stay within what is free */
	bool check_seat;
	TimestampTz since; /* of the account */
} Rest;

static bool
rest_done(const Rest *rest)
{
	return rest->counted && rest->book == 0 && rest->seat == 0;
}

/* How much of what is asked for a slot with 'available' gives. */
static int64
portion(int64 asked, int64 available, bool check)
{
	if (!check || asked <= 0)
		return asked;
	return available <= 0 ? 0 : Min(asked, available);
}

static bool
slot_helps(const Rest *rest, const SlotRow *row)
{
	bool book = rest->check_book && rest->book > 0;
	bool seat = rest->check_seat && rest->seat > 0;

	return (book && row->book_free > 0) || (seat && row->seat_free > 0) || (!book && !seat);
}

static void
slot_serve(SlotStore *store, Rest *rest, HeapTuple tuple)
{
	SlotRow *row = SLOT_ROW(tuple);
	int64 book = portion(rest->book, row->book_free, rest->check_book);
	int64 seat = portion(rest->seat, row->seat_free, rest->check_seat);

	if (!rest->counted)
	{
		row->held += rest->held;
		row->consumed += rest->consumed;
		rest->counted = true;
		rest->since = row->since;
	}
	row->book_free -= book;
	row->seat_free -= seat;
	rest->book -= book;
	rest->seat -= seat;
	slot_write(store, tuple);
}

/* Divide what is free over locked slots; a debt stands in the first alone. */
static void
spread(HeapTuple *tuple, int slots, int64 book, int64 seat, int flags)
{
	for (int i = 0; i < slots; i++)
	{
		SlotRow *row = SLOT_ROW(tuple[i]);

		row->flags = (int16) flags;
		row->book_free = book < 0 ? (i == 0 ? book : 0) : book / slots + (i < book % slots);
		row->seat_free = seat < 0 ? (i == 0 ? seat : 0) : seat / slots + (i < seat % slots);
	}
}

static HeapTuple *
lock_all(SlotStore *store, int64 quota_id, int slots, QuotaTotals *totals)
{
	HeapTuple *tuple = palloc(sizeof(HeapTuple) * slots);

	memset(totals, 0, sizeof(*totals));
	for (int i = 0; i < slots; i++)
	{
		SlotRow *row;

		tuple[i] = slot_lock(store, quota_id, i, NULL, true);
		row = SLOT_ROW(tuple[i]);
		totals->slots++;
		totals->flags |= row->flags;
		totals->held += row->held;
		totals->consumed += row->consumed;
		totals->book_free += row->book_free;
		totals->seat_free += row->seat_free;
		totals->since = row->since;
	}
	return tuple;
}

/* Why the rest cannot be had from what is free in all slots together; NULL = it can. */
static const char *
rest_lacks(const QuotaDelta *delta, const Rest *rest)
{
	const QuotaTotals *totals = &delta->totals;

	if (rest->check_open && (totals->flags & QUOTA_CLOSED))
		return "period_closed";
	if ((rest->check_book && rest->book > 0 && rest->book > totals->book_free) ||
		(rest->check_seat && rest->seat > 0 && rest->seat > totals->seat_free))
		return delta->balance ? "balance_exceeded" : delta->unit >= QU_TERMS ? "unit_exceeded" : "quota_exhausted";
	return NULL;
}

static const char *
look_at_all(QuotaDelta *delta, const Rest *rest)
{
	(void) quota_totals(delta->quota_id, NULL, &delta->totals);
	return rest_lacks(delta, rest);
}

/*
 * A line whose limit was set below its usage: what is given back pays the debt
 * first, so all slots are looked at together.  With the debt paid the line
 * thaws.
 */
static const char *
take_frozen(SlotStore *store, QuotaDelta *delta, Rest *rest)
{
	QuotaTotals *totals = &delta->totals;
	const char *reason = look_at_all(delta, rest);
	HeapTuple *tuple;
	SlotRow *first;
	int64 book;
	int64 seat;

	if (reason)
		return reason;
	tuple = lock_all(store, delta->quota_id, delta->slots, totals);
	reason = rest_lacks(delta, rest);
	if (reason)
		return reason;
	book = totals->book_free - rest->book;
	seat = totals->seat_free - rest->seat;
	spread(tuple, delta->slots, book, seat,
		   (totals->flags & ~QUOTA_FROZEN) | (book < 0 || (delta->overbooked && seat < 0) ? QUOTA_FROZEN : 0));
	first = SLOT_ROW(tuple[0]);
	if (!rest->counted)
	{
		first->held += rest->held;
		first->consumed += rest->consumed;
	}
	for (int i = 0; i < delta->slots; i++)
		slot_write(store, tuple[i]);
	rest->counted = true;
	rest->since = totals->since;
	rest->book = rest->seat = 0;
	return NULL;
}

/*
 * Serve from one slot.  Returns a reason when the line refuses, else NULL; the
 * rest says what is still to be done.
 */
static const char *
take_slot(SlotStore *store, QuotaDelta *delta, Rest *rest, int slot, bool wait)
{
	HeapTuple seen = slot_fetch(store, delta->quota_id, slot);
	HeapTuple tuple;
	int flags;

	if (seen && SLOT_ROW(seen)->flags == 0 && !slot_helps(rest, SLOT_ROW(seen)))
		return NULL;
	if (seen && SLOT_ROW(seen)->flags && (rest->check_open || rest->check_seat))
	{
		/* closed or frozen, as far as we see: say no without a lock */
		const char *reason = look_at_all(delta, rest);

		if (reason)
			return reason;
	}
	tuple = slot_lock(store, delta->quota_id, slot, seen, wait);
	if (tuple == NULL)
		return NULL;

	/* The flags stand in every slot and change with all slots locked: a look at one locked slot decides. */
	flags = SLOT_ROW(tuple)->flags;
	if ((flags & QUOTA_CLOSED) && rest->check_open)
		return look_at_all(delta, rest);
	if ((flags & QUOTA_FROZEN) && (rest->check_book || rest->check_seat))
		return take_frozen(store, delta, rest);
	if (slot_helps(rest, SLOT_ROW(tuple)))
		slot_serve(store, rest, tuple);
	return NULL;
}

/* A refusal leaves nothing behind: give back what was taken on the way to it. */
static void
put_back(SlotStore *store, QuotaDelta *delta, const Rest *taken)
{
	Rest rest = {
		.held = taken->counted ? -delta->held : 0,
		.consumed = taken->counted ? -delta->consumed : 0,
		.book = taken->book - (delta->held + delta->consumed),
		.seat = taken->seat - delta->consumed,
	};

	for (int k = 0; k < delta->slots && !rest_done(&rest); k++)
		(void) take_slot(store, delta, &rest, (own_slot(delta->slots) + k) % delta->slots, true);
}

static const char *
apply_line(SlotStore *store, QuotaDelta *delta)
{
	bool taking = delta->held + delta->consumed > 0;
	/* whatever the reason, a stay the other way may always be called off */
	bool hard = delta->hard && !(delta->forced > 0 && delta->held + delta->consumed <= delta->forced);
	bool enforced = hard && delta->limited && !delta->borrow;
	int start = own_slot(delta->slots);
	const char *reason = NULL;
	Rest rest = {
		.held = delta->held,
		.consumed = delta->consumed,
		.book = delta->held + delta->consumed,
		.seat = delta->consumed,
		.check_open = hard && taking,
		.check_book = enforced && taking,
		.check_seat = enforced && delta->overbooked && delta->consumed > 0,
	};

	if (delta->refused && hard && taking)
	{
		(void) quota_totals(delta->quota_id, NULL, &delta->totals);
		return "quota_not_stated";
	}

	/* The own slot; when it has nothing, is there anything at all?  Then whatever nobody else has locked. */
	reason = take_slot(store, delta, &rest, start, false);
	if (reason == NULL && !rest_done(&rest))
		reason = look_at_all(delta, &rest);
	for (int k = 1; k < delta->slots && reason == NULL && !rest_done(&rest); k++)
		reason = take_slot(store, delta, &rest, (start + k) % delta->slots, false);

	/* All that is free is in the hands of others: wait for them. */
	while (reason == NULL && !rest_done(&rest))
	{
		CHECK_FOR_INTERRUPTS();
		reason = look_at_all(delta, &rest);
		for (int k = 0; k < delta->slots && reason == NULL && !rest_done(&rest); k++)
			reason = take_slot(store, delta, &rest, (start + k) % delta->slots, true);
	}
	if (reason && (rest.counted || rest.book != delta->held + delta->consumed || rest.seat != delta->consumed))
	{
		put_back(store, delta, &rest);
		(void) quota_totals(delta->quota_id, NULL, &delta->totals);
	}
	delta->totals.since = rest.since;
	return reason;
}

/* ---- persons ---- */

/*
 * A person takes one seat of a line however many stays he has under it: turn
 * the records of each person into seats.  The row of the person is locked by
 * the upsert until the transaction ends.
 */
static void
count_persons(QuotaDelta *delta)
{
	static const char *query =
		"INSERT INTO socu.quota_person AS p (quota_id, person, held, consumed) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (quota_id, person) DO UPDATE SET held = p.held OPERATOR(pg_catalog.+) $3,"
		" consumed = p.consumed OPERATOR(pg_catalog.+) $4 RETURNING held, consumed";
	Oid types[4] = {INT8OID, TEXTOID, INT8OID, INT8OID};
	QuotaIdentity saved;
	ListCell *cell;

	delta->held = delta->consumed = 0;
	quota_become_owner(&saved);
	SPI_connect();
	foreach (cell, delta->persons)
	{
		QuotaPerson *person = lfirst(cell);
		Datum values[4] = {Int64GetDatum(delta->quota_id), CStringGetTextDatum(person->person),
						   Int64GetDatum(person->held), Int64GetDatum(person->consumed)};
		int64 held;
		int64 consumed;
		bool isnull;

		if (person->held == 0 && person->consumed == 0)
			continue;
		if (SPI_execute_with_args(query, 4, types, values, NULL, false, 0) != SPI_OK_INSERT_RETURNING ||
			SPI_processed != 1)
			elog(ERROR, "could not count persons: %s", SPI_result_code_string(SPI_result));
		held = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
		consumed = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2, &isnull));
#define PERSON_HOLDS(h, c) ((h) > 0 && (c) <= 0 ? QUOTA_UNIT : 0)
#define PERSON_CONSUMES(c) ((c) > 0 ? QUOTA_UNIT : 0)
		delta->held += PERSON_HOLDS(held, consumed) - PERSON_HOLDS(held - person->held, consumed - person->consumed);
		delta->consumed += PERSON_CONSUMES(consumed) - PERSON_CONSUMES(consumed - person->consumed);
	}
	SPI_finish();
	quota_become_self(&saved);
}

static int
compare_persons(const ListCell *a, const ListCell *b)
{
	return strcmp(((QuotaPerson *) lfirst(a))->person, ((QuotaPerson *) lfirst(b))->person);
}

/* ---- the ledger ---- */

void
quota_note(int64 quota_id, TimestampTz since, int64 held, int64 consumed, bool has_record, int64 record, int64 rows,
		   const char *reason)
{
	Relation rel = table_open(quota_relid("quota_ledger"), RowExclusiveLock);
	Datum values[10];
	bool nulls[10] = {false};

	values[0] = Int64GetDatum(quota_id);
	values[1] = TimestampTzGetDatum(since);
	values[2] = TimestampTzGetDatum(GetCurrentTimestamp());
	values[3] = Int64GetDatum(held);
	values[4] = Int64GetDatum(consumed);
	values[5] = Int64GetDatum(record);
	nulls[5] = !has_record;
	values[6] = Int64GetDatum(rows);
	values[7] = FullTransactionIdGetDatum(GetTopFullTransactionId());
	values[8] = CStringGetTextDatum(reason);
	values[9] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	CatalogTupleInsert(rel, heap_form_tuple(RelationGetDescr(rel), values, nulls));
	table_close(rel, NoLock);
}

/* ---- a statement's changes ---- */

static int
compare_deltas(const void *a, const void *b)
{
	const QuotaDelta *x = a;
	const QuotaDelta *y = b;

	if (x->depth != y->depth)
		return x->depth < y->depth ? -1 : 1;
	return x->quota_id < y->quota_id ? -1 : x->quota_id > y->quota_id;
}

/* A session-wide lock on the waiting list of a line, until the transaction ends. */
void
quota_queue_lock(int64 quota_id)
{
	LOCKTAG tag;

	/* field 4 is 1 or 2 for the advisory locks of users */
	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, (uint32) (quota_id >> 32), (uint32) quota_id, 7);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

QuotaDelta *
quota_apply(QuotaDelta *deltas, int count, const char *reason, bool has_record, int64 record)
{
	SlotStore store;
	QuotaDelta *refusing = NULL;
	MemoryContext context;
	MemoryContext old;

	if (count == 0)
		return NULL;
	qsort(deltas, count, sizeof(QuotaDelta), compare_deltas);
	for (int i = 0; i < count; i++)
		if (deltas[i].persons != NIL)
		{
			list_sort(deltas[i].persons, compare_persons);
			count_persons(&deltas[i]);
		}
	for (int i = 0; i < count; i++)
		if (deltas[i].waitlist && deltas[i].held + deltas[i].consumed < 0)
			quota_queue_lock(deltas[i].quota_id);

	context = AllocSetContextCreate(CurrentMemoryContext, "socu quota counters", ALLOCSET_SMALL_SIZES);
	old = MemoryContextSwitchTo(context);
	CommandCounterIncrement();
	store_open(&store);
	for (int i = 0; i < count; i++)
	{
		QuotaDelta *delta = &deltas[i];

		if (delta->held == 0 && delta->consumed == 0)
			continue;
		delta->asked = delta->held + delta->consumed > 0 ? delta->held + delta->consumed : delta->consumed;
		delta->reason = apply_line(&store, delta);
		if (delta->reason)
		{
			refusing = delta;
			break;
		}
		quota_note(delta->quota_id, delta->totals.since, delta->held, delta->consumed, has_record, record, delta->rows,
				   reason);
	}
	store_close(&store);
	CommandCounterIncrement();
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
	return refusing;
}

static char *
amount_text(int64 amount)
{
	const char *sign = amount < 0 ? "-" : "";
	uint64 positive = amount < 0 ? -(uint64) amount : (uint64) amount;

	if (positive % QUOTA_UNIT == 0)
		return psprintf("%s%llu", sign, (unsigned long long) (positive / QUOTA_UNIT));
	return psprintf("%s%llu.%02d", sign, (unsigned long long) (positive / QUOTA_UNIT), (int) (positive % QUOTA_UNIT));
}

/* The refusal as an error that client libraries map: class 23, constraint = the code of the line. */
void
quota_refuse(const QuotaDelta *delta)
{
	const QuotaTotals *t = &delta->totals;
	const char *unit = quota_unit_names[delta->unit];
	int64 limit = t->seat_free + t->consumed;
	int64 booking = t->book_free + t->held + t->consumed;
	const char *hint =
		delta->waitlist
			? "Nominate with socu.mobility_nominate(nomination, 'waitlist') to join the waiting list, or choose "
			  "another place (socu.quota_check)."
			: "Choose another place or period (socu.quota_check shows the lines), or ask for a higher limit.";
	const char *message = "quota \"%s\" has no room";

	if (strcmp(delta->reason, "quota_not_stated") == 0)
	{
		message = "quota \"%s\" states no number";
		hint = "Agree on a number and store it in socu.quota.seats.";
	}
	else if (strcmp(delta->reason, "period_closed") == 0)
	{
		message = "quota \"%s\" is closed";
		hint = "Nominate for another period, or open the line again (socu.quota.status).";
	}
	else if (strcmp(delta->reason, "balance_exceeded") == 0)
		hint = "Receive stays the other way first, or agree on a greater tolerance.";
	ereport(
		ERROR,
		(errcode(ERRCODE_CHECK_VIOLATION), errmsg(message, delta->code),
		 delta->limited || delta->refused
			 ? errdetail("%s: limit %s %s%s, held %s, consumed %s, free %s, asked for %s.", delta->reason,
						 delta->refused ? "none" : amount_text(limit), unit,
						 booking != limit && delta->limited ? psprintf(" (with over-booking %s)", amount_text(booking))
															: "",
						 amount_text(t->held), amount_text(t->consumed),
						 delta->refused ? "none"
										: amount_text(delta->held + delta->consumed > 0 ? t->book_free : t->seat_free),
						 amount_text(delta->asked))
			 : errdetail("%s: held %s %s, consumed %s, asked for %s.", delta->reason, amount_text(t->held), unit,
						 amount_text(t->consumed), amount_text(delta->asked)),
		 errhint("%s", hint), err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"),
		 err_generic_string(PG_DIAG_TABLE_NAME, "quota"), err_generic_string(PG_DIAG_CONSTRAINT_NAME, delta->code)));
}

/* ---- limits ---- */

PG_FUNCTION_INFO_V1(quota_set_limit);

/*
 * quota_set_limit(quota_id, code, book, seat, lowering, closed, limited, hard, overbooked) → by how
 * much the usage is above the limit now.  All slots are locked, in order, and
 * what is free is divided anew.
 */
Datum
quota_set_limit(PG_FUNCTION_ARGS)
{
	int64 quota_id = PG_GETARG_INT64(0);
	char *code = text_to_cstring(PG_GETARG_TEXT_PP(1));
	int64 book = PG_GETARG_INT64(2);
	int64 seat = PG_GETARG_INT64(3);
	bool reject = strcmp(text_to_cstring(PG_GETARG_TEXT_PP(4)), "reject") == 0;
	int flags = PG_GETARG_BOOL(5) ? QUOTA_CLOSED : 0;
	bool enforced = PG_GETARG_BOOL(6) && PG_GETARG_BOOL(7);
	bool overbooked = PG_GETARG_BOOL(8);
	SlotStore store;
	QuotaTotals totals;
	HeapTuple *tuple;
	int64 over;

	CommandCounterIncrement();
	if (!quota_totals(quota_id, NULL, &totals))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("quota \"%s\" has no counters", code),
						errhint("Run socu.quota_rebuild().")));
	store_open(&store);
	tuple = lock_all(&store, quota_id, totals.slots, &totals);
	book -= totals.held + totals.consumed;
	seat -= totals.consumed;
	over = Max(-book, overbooked ? -seat : 0);
	if (enforced && over > 0)
	{
		/* a line that is over its limit may still be changed, as long as it does not get worse */
		int64 before = Max(-totals.book_free, overbooked ? -totals.seat_free : 0);

		if (reject && over > before)
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION), errmsg("quota \"%s\" cannot be set below its usage", code),
					 errdetail("limit_below_usage: limit %s, held %s, consumed %s, over by %s.",
							   amount_text(seat + totals.consumed), amount_text(totals.held),
							   amount_text(totals.consumed), amount_text(over)),
					 errhint("Release seats first, or set socu.quota.lowering to freeze or trim_holds."),
					 err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"), err_generic_string(PG_DIAG_TABLE_NAME, "quota"),
					 err_generic_string(PG_DIAG_CONSTRAINT_NAME, code)));
		flags |= QUOTA_FROZEN;
	}
	spread(tuple, totals.slots, book, seat, flags);
	for (int i = 0; i < totals.slots; i++)
		slot_write(&store, tuple[i]);
	store_close(&store);
	CommandCounterIncrement();
	PG_RETURN_INT64(enforced && over > 0 ? over : 0);
}

/* ---- accounts ---- */

void
quota_drop_account(int64 quota_id)
{
	Relation rel = table_open(quota_relid("quota_slot"), RowExclusiveLock);
	Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	SysScanDesc scan = scan_begin(rel, quota_relid("quota_slot_pkey"), snapshot, quota_id, -1);
	HeapTuple tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		CatalogTupleDelete(rel, &tuple->t_self);
	systable_endscan(scan);
	UnregisterSnapshot(snapshot);
	table_close(rel, NoLock);
	CommandCounterIncrement();
}

void
quota_open_account(int64 quota_id, int slots, int64 book, int64 seat, int64 held, int64 consumed, int flags,
				   TimestampTz since)
{
	Relation rel = table_open(quota_relid("quota_slot"), RowExclusiveLock);
	HeapTuple *tuple = palloc(sizeof(HeapTuple) * slots);
	bool nulls[Natts_slot] = {false};

	for (int i = 0; i < slots; i++)
	{
		Datum values[Natts_slot] = {Int64GetDatum(quota_id),
									Int16GetDatum((int16) i),
									Int16GetDatum(0),
									Int64GetDatum(i == 0 ? held : 0),
									Int64GetDatum(i == 0 ? consumed : 0),
									Int64GetDatum(0),
									Int64GetDatum(0),
									TimestampTzGetDatum(since)};

		tuple[i] = heap_form_tuple(RelationGetDescr(rel), values, nulls);
	}
	spread(tuple, slots, book, seat, flags);
	for (int i = 0; i < slots; i++)
		CatalogTupleInsert(rel, tuple[i]);
	table_close(rel, NoLock);
	quota_note(quota_id, since, held, consumed, false, 0, 0, "opening");
	CommandCounterIncrement();
}
