/*
 * quota/slot.h: table quota_slot: the counters.
 *
 * The counter of a line is split into slots; only sums over the slots mean anything.
 */
#ifndef QUOTA_SLOT_H
#define QUOTA_SLOT_H

#include "ground/socu.h"

#include "access/htup_details.h"
#include "datatype/timestamp.h"
#include "executor/tuptable.h"
#include "utils/relcache.h"
#include "utils/snapshot.h"

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

#define SLOT_ROW(tuple) ((SlotRow *) GETSTRUCT(tuple))

/* The sums over the slots of a line, in hundredths. */
typedef struct QuotaTotals
{
	int slots;
	int flags;
	int64 held;
	int64 consumed;
	int64 book_free;
	int64 seat_free;
	TimestampTz since;
} QuotaTotals;

/* The counters of a new account: what is free ('book', 'seat') and what is counted already. */
typedef struct SlotOpening
{
	int64 quota_id;
	int slots;
	int flags;
	int64 held;
	int64 consumed;
	int64 book;
	int64 seat;
	TimestampTz since;
} SlotOpening;

/* The table, opened for counting. */
typedef struct SlotStore
{
	Relation rel;
	TupleTableSlot *slot; /* made when first needed */
} SlotStore;

/*
 * The sums over the slots of a line; false if it has none.  'snapshot' NULL = the newest
 * committed state and own changes.  'slots' is their number where the caller knows it for
 * sure, because it guards a table and so nobody can change it; else 0.
 */
extern bool quota_totals(Oid home, int64 quota_id, int slots, Snapshot snapshot, QuotaTotals *totals);

extern void slot_store_open(SlotStore *store, Oid home);
extern void slot_store_close(SlotStore *store);

/* The slot that this session tries first; sessions at work have different numbers. */
extern int slot_own(int slots);

/* A copy of the newest committed (or own) version of a slot.  Error XX001 if there is none. */
extern HeapTuple slot_fetch(SlotStore *store, int64 quota_id, int slot);

/* slot_replace may be tried: nobody has locked this version as far as it shows. */
extern bool slot_is_replaceable(HeapTuple seen);

/*
 * Put 'tuple' in the place of the version that it is a changed copy of, without
 * a lock before it; false if that is not the newest version any more.
 */
extern bool slot_replace(SlotStore *store, HeapTuple tuple);

/* Write a changed copy of a locked slot. */
extern void slot_write(SlotStore *store, HeapTuple tuple);

/* Lock all slots, in order; their sums go to 'totals'. */
extern HeapTuple *slot_lock_all(SlotStore *store, int64 quota_id, int slots, QuotaTotals *totals);

/* Divide what is free over locked slots; a debt stands in the first alone. */
extern void slot_spread(HeapTuple *tuple, int slots, int64 book, int64 seat, int flags);

/* Make the rows of a new account, or remove them. */
extern void slot_insert_all(Oid home, const SlotOpening *opening);
extern void slot_delete_all(Oid home, int64 quota_id);

#endif /* QUOTA_SLOT_H */
