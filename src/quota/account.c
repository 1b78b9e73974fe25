/*
 * quota/account.c: limits and the opening of accounts: what changes all slots of a line at once.
 */
#include "quota/slot.h"

#include "access/xact.h"
#include "utils/builtins.h"

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
	if (!quota_totals(quota_id, 0, NULL, &totals))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("quota \"%s\" has no counters", code),
						errhint("Run socu.quota_rebuild().")));
	slot_store_open(&store);
	tuple = slot_lock_all(&store, quota_id, totals.slots, &totals);
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
							   quota_amount_text(seat + totals.consumed), quota_amount_text(totals.held),
							   quota_amount_text(totals.consumed), quota_amount_text(over)),
					 errhint("Release seats first, or set socu.quota.lowering to freeze or trim_holds."),
					 err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"), err_generic_string(PG_DIAG_TABLE_NAME, "quota"),
					 err_generic_string(PG_DIAG_CONSTRAINT_NAME, code)));
		flags |= QUOTA_FROZEN;
	}
	slot_spread(tuple, totals.slots, book, seat, flags);
	for (int i = 0; i < totals.slots; i++)
		slot_write(&store, tuple[i]);
	slot_store_close(&store);
	CommandCounterIncrement();
	PG_RETURN_INT64(enforced && over > 0 ? over : 0);
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
