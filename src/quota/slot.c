/*
 * quota/slot.c: table quota_slot: the counters, read and written below SQL.
 *
 * One look and one update (HOT where the page has room), always of the newest
 * version.  That makes the three isolation levels alike: a counter is not
 * data that a transaction has read, so a change of it by others is no
 * serialization failure.
 *
 * A session remembers where its slot of a line stands in the heap, so that a
 * nomination need not descend the index.  What it remembers is a hint: the row
 * that is found there must be the one that was asked for.
 */
#include "quota/slot.h"

#include "ground/owner.h"
#include "quota/store.h"

#include "access/genam.h"
#include "access/heapam.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "storage/bufmgr.h"
#include "storage/proc.h"
#include "utils/fmgroids.h"
#include "utils/hsearch.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

/* The columns of the table, in its order: SlotRow is a row as it stands in memory. */
typedef enum SlotColumn
{
	SC_QUOTA_ID,
	SC_SLOT,
	SC_FLAGS,
	SC_HELD,
	SC_CONSUMED,
	SC_BOOK_FREE,
	SC_SEAT_FREE,
	SC_SINCE,
	SC_COLUMNS
} SlotColumn;

static const Oid slot_types[SC_COLUMNS] = {
	[SC_QUOTA_ID] = INT8OID, [SC_SLOT] = INT2OID,	   [SC_FLAGS] = INT2OID,	 [SC_HELD] = INT8OID,
	[SC_CONSUMED] = INT8OID, [SC_BOOK_FREE] = INT8OID, [SC_SEAT_FREE] = INT8OID, [SC_SINCE] = TIMESTAMPTZOID,
};

/* The rows are read and written as SlotRow: the table must be as the extension made it. */
static Relation
slot_table_open(Oid home, LOCKMODE lock)
{
	Relation rel = table_open(network_relid(home, "quota_slot"), lock);
	const char *strange = quota_not_plain(rel, slot_types, SC_COLUMNS, "quota_slot_restore");

	if (strange)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("the counters cannot be used: table \"%s\" is not as the extension made it",
							   RelationGetRelationName(rel)),
						errdetail("The guard reads and writes its rows below SQL, and %s.", strange),
						errhint("Take back the change of the table. Indexes may be added.")));
	if (lock != AccessShareLock)
		CheckCmdReplicaIdentity(rel, CMD_UPDATE);
	return rel;
}

/*
 * The row in a version, which must have all columns: a table that had others, or let nulls in, may hold shorter ones.
 */
static SlotRow *
whole_row(HeapTuple tuple)
{
	if (HeapTupleHasNulls(tuple) || HeapTupleHeaderGetNatts(tuple->t_data) < SC_COLUMNS)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("a counter lacks columns"),
						errhint("Take back the change of table \"quota_slot\", empty it, and run quota_rebuild().")));
	return SLOT_ROW(tuple);
}

/* The index of the key, whatever its name. */
static Oid
slot_key(Relation rel)
{
	list_free(RelationGetIndexList(rel));
	if (!OidIsValid(rel->rd_pkindex))
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" has no primary key", RelationGetRelationName(rel)),
						errhint("Give it back the key (quota_id, slot) that the extension made.")));
	return rel->rd_pkindex;
}

/* Open the table for counting, after a check that it is as the extension made it. */
void
slot_store_open(SlotStore *store, Oid home)
{
	store->rel = slot_table_open(home, RowExclusiveLock);
	store->slot = NULL;
}

/* The lock of the table stays until the transaction ends. */
void
slot_store_close(SlotStore *store)
{
	if (store->slot)
		ExecDropSingleTupleTableSlot(store->slot);
	table_close(store->rel, NoLock);
}

int
slot_own(int slots)
{
	return (int) ((MyProc - ProcGlobal->allProcs) % slots);
}

/* ---- where a slot stands ---- */

typedef struct SlotKey
{
	int64 quota_id;
	int64 relid; /* of the table; as wide as the other, so that the key has no padding */
} SlotKey;

typedef struct SlotHint
{
	SlotKey key;
	int slot;
	ItemPointerData root; /* first member of the HOT chain */
} SlotHint;

static HTAB *hints = NULL;

/* A page with less room is left to the index scan, which prunes it. */
#define HINT_FREE_SPACE (BLCKSZ / 4)

/* What is remembered of a line; NULL if nothing. */
static SlotHint *
hint_of(Relation rel, int64 quota_id)
{
	SlotKey key = {quota_id, RelationGetRelid(rel)};

	return hints ? hash_search(hints, &key, HASH_FIND, NULL) : NULL;
}

/* A copy of the newest version of a slot, found where it stood last; NULL if it is not there. */
static HeapTuple
fetch_by_hint(SlotStore *store, int64 quota_id, int slot)
{
	SlotHint *hint = hint_of(store->rel, quota_id);
	HeapTuple copy = NULL;
	HeapTupleData found;
	ItemPointerData tid;
	Buffer buffer;

	if (hint == NULL || hint->slot != slot ||
		ItemPointerGetBlockNumber(&hint->root) >= RelationGetNumberOfBlocks(store->rel))
		return NULL;
	tid = hint->root;
	buffer = ReadBuffer(store->rel, ItemPointerGetBlockNumber(&tid));
	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	if (PageGetHeapFreeSpace(BufferGetPage(buffer)) >= HINT_FREE_SPACE &&
		heap_hot_search_buffer(&tid, store->rel, buffer, SnapshotSelf, &found, NULL, true) &&
		whole_row(&found)->quota_id == quota_id && SLOT_ROW(&found)->slot == slot)
		copy = heap_copytuple(&found);
	UnlockReleaseBuffer(buffer);
	return copy;
}

/* Remember the root of the chain that the version at 'tid' belongs to. */
static void
remember(SlotStore *store, const SlotRow *row, ItemPointer tid)
{
	SlotKey key = {row->quota_id, RelationGetRelid(store->rel)};
	OffsetNumber roots[MaxHeapTuplesPerPage];
	OffsetNumber root;
	SlotHint *hint;
	Buffer buffer;

	if (hints == NULL)
	{
		HASHCTL control = {.keysize = sizeof(SlotKey), .entrysize = sizeof(SlotHint)};

		hints = hash_create("socu quota slots", 64, &control, HASH_ELEM | HASH_BLOBS);
	}
	buffer = ReadBuffer(store->rel, ItemPointerGetBlockNumber(tid));
	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	heap_get_root_tuples(BufferGetPage(buffer), roots);
	UnlockReleaseBuffer(buffer);
	root = roots[ItemPointerGetOffsetNumber(tid) - 1];
	if (!OffsetNumberIsValid(root))
		return;
	hint = hash_search(hints, &key, HASH_ENTER, NULL);
	hint->slot = row->slot;
	ItemPointerSet(&hint->root, ItemPointerGetBlockNumber(tid), root);
}

/* ---- reading ---- */

/* Look for a slot of a line by the index; slot < 0 = for all its slots. */
static SysScanDesc
scan_begin(Relation rel, Snapshot snapshot, int64 quota_id, int slot)
{
	ScanKeyData key[2];

	ScanKeyInit(&key[0], SC_QUOTA_ID + 1, BTEqualStrategyNumber, F_INT8EQ, Int64GetDatum(quota_id));
	ScanKeyInit(&key[1], SC_SLOT + 1, BTEqualStrategyNumber, F_INT2EQ, Int16GetDatum((int16) slot));
	return systable_beginscan(rel, slot_key(rel), true, snapshot, slot < 0 ? 1 : 2, key);
}

/* A copy of the version of a slot that a snapshot sees; NULL if there is none. */
static HeapTuple
fetch_by_index(SlotStore *store, Snapshot snapshot, int64 quota_id, int slot)
{
	SysScanDesc scan = scan_begin(store->rel, snapshot, quota_id, slot);
	HeapTuple tuple = systable_getnext(scan);

	if (HeapTupleIsValid(tuple))
	{
		(void) whole_row(tuple);
		tuple = heap_copytuple(tuple);
	}
	systable_endscan(scan);
	return tuple;
}

HeapTuple
slot_fetch(SlotStore *store, int64 quota_id, int slot)
{
	HeapTuple tuple = fetch_by_hint(store, quota_id, slot);

	if (tuple)
		return tuple;

	/*
	 * SnapshotSelf takes no predicate locks.  It may miss a row whose new
	 * version went to another page at this very moment: then ask a real
	 * snapshot for a version, which leads to the newest one by its update chain.
	 */
	tuple = fetch_by_index(store, SnapshotSelf, quota_id, slot);
	if (tuple)
		remember(store, SLOT_ROW(tuple), &tuple->t_self);
	else
	{
		Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());

		tuple = fetch_by_index(store, snapshot, quota_id, slot);
		UnregisterSnapshot(snapshot);
	}
	if (tuple == NULL)
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED),
						errmsg("quota line %lld has no counter %d", (long long) quota_id, slot),
						errhint("Run quota_rebuild().")));
	return tuple;
}

/* Add one slot to the sums of its line. */
static void
totals_add(QuotaTotals *totals, const SlotRow *row)
{
	totals->slots++;
	totals->flags |= row->flags;
	totals->held += row->held;
	totals->consumed += row->consumed;
	totals->book_free += row->book_free;
	totals->seat_free += row->seat_free;
	totals->since = row->since;
}

/* Add the slots of a line that stand on one page. */
static void
totals_of_page(Relation rel, BlockNumber block, int64 quota_id, Snapshot snapshot, QuotaTotals *totals)
{
	Buffer buffer = ReadBuffer(rel, block);
	Page page;

	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	page = BufferGetPage(buffer);
	for (OffsetNumber offset = FirstOffsetNumber; offset <= PageGetMaxOffsetNumber(page); offset++)
	{
		ItemId item = PageGetItemId(page, offset);
		HeapTupleData tuple;

		if (!ItemIdIsNormal(item))
			continue;
		tuple.t_data = (HeapTupleHeader) PageGetItem(page, item);
		tuple.t_len = ItemIdGetLength(item);
		tuple.t_tableOid = RelationGetRelid(rel);
		ItemPointerSet(&tuple.t_self, block, offset);
		if (HeapTupleSatisfiesVisibility(&tuple, snapshot, buffer) && whole_row(&tuple)->quota_id == quota_id)
			totals_add(totals, SLOT_ROW(&tuple));
	}
	UnlockReleaseBuffer(buffer);
}

/*
 * The rows of a line were made together and are updated in place where there
 * is room, so they mostly stand on the page of this session's slot and the next
 * ones.  True if they were all there.
 */
static bool
totals_nearby(Relation rel, int64 quota_id, int slots, Snapshot snapshot, QuotaTotals *totals)
{
	SlotHint *hint = hint_of(rel, quota_id);
	BlockNumber blocks = RelationGetNumberOfBlocks(rel);
	int64 around;

	if (hint == NULL)
		return false;
	around = ItemPointerGetBlockNumber(&hint->root);
	for (int step = 0; step <= 4 && totals->slots < slots; step++)
	{
		int64 block = around + (step % 2 ? (step + 1) / 2 : -step / 2);

		if (block >= 0 && block < blocks)
			totals_of_page(rel, (BlockNumber) block, quota_id, snapshot, totals);
	}
	return totals->slots == slots;
}

bool
quota_totals(Oid home, int64 quota_id, int slots, Snapshot snapshot, QuotaTotals *totals)
{
	Relation rel = slot_table_open(home, AccessShareLock);
	Snapshot mine = snapshot ? NULL : RegisterSnapshot(GetLatestSnapshot());
	SysScanDesc scan;
	HeapTuple tuple;

	if (snapshot == NULL)
		snapshot = mine;
	memset(totals, 0, sizeof(*totals));
	if (slots == 0 || !totals_nearby(rel, quota_id, slots, snapshot, totals))
	{
		memset(totals, 0, sizeof(*totals));
		scan = scan_begin(rel, snapshot, quota_id, -1);
		while (HeapTupleIsValid(tuple = systable_getnext(scan)))
			totals_add(totals, whole_row(tuple));
		systable_endscan(scan);
	}
	if (mine)
		UnregisterSnapshot(mine);
	table_close(rel, AccessShareLock);
	return totals->slots > 0;
}

/* ---- locking ---- */

/* Lock the newest version of a slot until the transaction ends, waiting for who has it. */
static HeapTuple
slot_lock(SlotStore *store, int64 quota_id, int slot)
{
	HeapTuple seen = slot_fetch(store, quota_id, slot);
	TM_FailureData failure;
	ItemPointerData tid = seen->t_self;
	bool should_free;
	HeapTuple tuple;

	if (store->slot == NULL)
		store->slot = table_slot_create(store->rel, NULL);
	if (table_tuple_lock(store->rel, &tid, SnapshotSelf, store->slot, GetCurrentCommandId(false),
						 LockTupleNoKeyExclusive, LockWaitBlock,
						 TUPLE_LOCK_FLAG_LOCK_UPDATE_IN_PROGRESS | TUPLE_LOCK_FLAG_FIND_LAST_VERSION,
						 &failure) != TM_Ok)
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("could not lock counter %d of quota line %lld", slot, (long long) quota_id),
						errdetail("The line was changed at the same time."), errhint("Try the transaction again.")));
	tuple = ExecFetchSlotHeapTuple(store->slot, true, &should_free);
	(void) whole_row(tuple);
	tuple = heap_copytuple(tuple);
	ExecClearTuple(store->slot);
	return tuple;
}

HeapTuple *
slot_lock_all(SlotStore *store, int64 quota_id, int slots, QuotaTotals *totals)
{
	HeapTuple *tuple = palloc(sizeof(HeapTuple) * slots);

	memset(totals, 0, sizeof(*totals));
	for (int i = 0; i < slots; i++)
	{
		tuple[i] = slot_lock(store, quota_id, i);
		totals_add(totals, SLOT_ROW(tuple[i]));
	}
	return tuple;
}

/* ---- writing ---- */

bool
slot_is_replaceable(HeapTuple seen)
{
	return (seen->t_data->t_infomask & HEAP_XMAX_INVALID) != 0;
}

/*
 * heap_update checks that the version is the newest under the page's lock, so
 * a lock of the row before it would only be a second WAL record.  Whoever has
 * the row locked is waited for.
 */
bool
slot_replace(SlotStore *store, HeapTuple tuple)
{
	ItemPointerData tid = tuple->t_self;
	TM_FailureData failure;
	LockTupleMode mode;
	SocuUpdateIndexes indexes = 0;

	if (socu_heap_update(store->rel, &tid, tuple, GetCurrentCommandId(true), &failure, &mode, &indexes) != TM_Ok)
		return false;
	if (socu_update_needs_index(tuple, indexes))
		quota_index_row(store->rel, tuple, socu_update_is_summarizing(indexes));
	/* the next look at the counters must see it */
	CommandCounterIncrement();
	return true;
}

void
slot_write(SlotStore *store, HeapTuple tuple)
{
	if (!slot_replace(store, tuple))
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("could not write a counter of quota line %lld", (long long) SLOT_ROW(tuple)->quota_id),
						errdetail("The line was changed at the same time."), errhint("Try the transaction again.")));
}

void
slot_spread(HeapTuple *tuple, int slots, int64 book, int64 seat, int flags)
{
	for (int i = 0; i < slots; i++)
	{
		SlotRow *row = SLOT_ROW(tuple[i]);

		row->flags = (int16) flags;
		row->book_free = book < 0 ? (i == 0 ? book : 0) : book / slots + (i < book % slots);
		row->seat_free = seat < 0 ? (i == 0 ? seat : 0) : seat / slots + (i < seat % slots);
	}
}

/* ---- all rows of a line ---- */

void
slot_insert_all(Oid home, const SlotOpening *opening)
{
	Relation rel = slot_table_open(home, RowExclusiveLock);
	HeapTuple *tuple = palloc(sizeof(HeapTuple) * opening->slots);
	bool nulls[SC_COLUMNS] = {false};
	Datum values[SC_COLUMNS] = {0};

	/* what is counted stands in the first slot; what is free is divided */
	values[SC_QUOTA_ID] = Int64GetDatum(opening->quota_id);
	values[SC_SINCE] = TimestampTzGetDatum(opening->since);
	for (int i = 0; i < opening->slots; i++)
	{
		values[SC_SLOT] = Int16GetDatum((int16) i);
		values[SC_HELD] = Int64GetDatum(i == 0 ? opening->held : 0);
		values[SC_CONSUMED] = Int64GetDatum(i == 0 ? opening->consumed : 0);
		tuple[i] = heap_form_tuple(RelationGetDescr(rel), values, nulls);
	}
	slot_spread(tuple, opening->slots, opening->book, opening->seat, opening->flags);
	for (int i = 0; i < opening->slots; i++)
		quota_insert_row(rel, tuple[i]);
	table_close(rel, NoLock);
}

void
slot_delete_all(Oid home, int64 quota_id)
{
	Relation rel = slot_table_open(home, RowExclusiveLock);
	Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	SysScanDesc scan = scan_begin(rel, snapshot, quota_id, -1);
	HeapTuple tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		simple_heap_delete(rel, &tuple->t_self);
	systable_endscan(scan);
	UnregisterSnapshot(snapshot);
	table_close(rel, NoLock);
}
