/*
 * quota/account.c: limits and the opening of accounts: what changes all slots of a line at once.
 */
#include "quota/slot.h"

#include "access/xact.h"
#include "utils/builtins.h"

/* ---- limits ---- */

/*
 * A new limit: returns by how much the usage is above it now.  All slots are locked, in order, and what is free is
 * divided anew.
 */
int64
quota_set_limit(int64 quota_id, const QuotaLimit *limit)
{
	int64 book = limit->book;
	int64 seat = limit->seat;
	int flags = limit->closed ? QUOTA_CLOSED : 0;
	bool overbooked = limit->overbooked;
	SlotStore store;
	QuotaTotals totals;
	HeapTuple *tuple;
	int64 over;

	CommandCounterIncrement();
	if (!quota_totals(quota_id, 0, NULL, &totals))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("quota \"%s\" has no counters", limit->code),
						errhint("Run socu.quota_rebuild().")));
	slot_store_open(&store);
	tuple = slot_lock_all(&store, quota_id, totals.slots, &totals);
	book -= totals.held + totals.consumed;
	seat -= totals.consumed;
	over = Max(-book, overbooked ? -seat : 0);
	if (limit->enforced && over > 0)
	{
		/* a line that is over its limit may still be changed, as long as it does not get worse */
		int64 before = Max(-totals.book_free, overbooked ? -totals.seat_free : 0);

		if (limit->reject && over > before)
			ereport(ERROR,
					(errcode(ERRCODE_CHECK_VIOLATION),
					 errmsg("quota \"%s\" cannot be set below its usage", limit->code),
					 errdetail("limit_below_usage: limit %s, held %s, consumed %s, over by %s.",
							   quota_amount_text(seat + totals.consumed), quota_amount_text(totals.held),
							   quota_amount_text(totals.consumed), quota_amount_text(over)),
					 errhint("Release seats first, or set socu.quota.lowering to freeze or trim_holds."),
					 err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"), err_generic_string(PG_DIAG_TABLE_NAME, "quota"),
					 err_generic_string(PG_DIAG_CONSTRAINT_NAME, limit->code)));
		flags |= QUOTA_FROZEN;
	}
	slot_spread(tuple, totals.slots, book, seat, flags);
	for (int i = 0; i < totals.slots; i++)
		slot_write(&store, tuple[i]);
	slot_store_close(&store);
	CommandCounterIncrement();
	return limit->enforced && over > 0 ? over : 0;
}

/* ---- accounts ---- */

void
quota_drop_account(int64 quota_id)
{
	slot_delete_all(quota_id);
	CommandCounterIncrement();
}

void
quota_open_account(int64 quota_id, int slots, int64 book, int64 seat, int64 held, int64 consumed, int flags,
				   TimestampTz since)
{
	slot_insert_all(quota_id, slots, book, seat, held, consumed, flags, since);
	quota_note(quota_id, since, held, consumed, false, 0, 0, "opening");
	CommandCounterIncrement();
}
