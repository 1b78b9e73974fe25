/*
 * quota/account.c: limits; opening and dropping the counters of a line: what changes all slots at once.
 */
#include "quota/account.h"

#include "quota/amount.h"
#include "quota/ledger.h"
#include "quota/quota.h"

#include "access/xact.h"
#include "utils/lsyscache.h"

/* ---- limits ---- */

/* By how much the usage is above what is free of a limit; 0 or less = it is not. */
static int64
excess(const QuotaLimit *limit, int64 book, int64 seat)
{
	return Max(-book, limit->overbooked ? -seat : 0);
}

/* 'limit' is what may be consumed. */
static SOCU_NORETURN void
refuse_limit(Oid home, const QuotaLimit *limit, const QuotaTotals *totals, int64 over)
{
	ereport(ERROR, (errcode(ERRCODE_CHECK_VIOLATION), errmsg("quota \"%s\" cannot be set below its usage", limit->code),
					errdetail("%s: limit %s, held %s, consumed %s, over by %s.", quota_reason_names[QR_BELOW_USAGE],
							  quota_amount_text(limit->seat), quota_amount_text(totals->held),
							  quota_amount_text(totals->consumed), quota_amount_text(over)),
					errhint("Release seats first, or set quota.lowering to freeze or trim_holds."),
					err_generic_string(PG_DIAG_SCHEMA_NAME, get_namespace_name(home)),
					err_generic_string(PG_DIAG_TABLE_NAME, "quota"),
					err_generic_string(PG_DIAG_CONSTRAINT_NAME, limit->code)));
}

/* All slots are locked, in order, and what is free is divided anew. */
int64
quota_set_limit(Oid home, int64 quota_id, const QuotaLimit *limit)
{
	int flags = limit->closed ? QUOTA_CLOSED : 0;
	SlotStore store;
	QuotaTotals totals;
	HeapTuple *tuple;
	int64 book;
	int64 seat;
	int64 over;

	CommandCounterIncrement();
	if (!quota_totals(home, quota_id, 0, NULL, &totals))
		ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("quota \"%s\" has no counters", limit->code),
						errhint("Run quota_rebuild().")));
	slot_store_open(&store, home);
	tuple = slot_lock_all(&store, quota_id, totals.slots, &totals);
	book = limit->book - totals.held - totals.consumed;
	seat = limit->seat - totals.consumed;
	over = limit->enforced ? excess(limit, book, seat) : 0;
	if (over > 0)
	{
		/* a line that is over its limit may still be changed, as long as it does not get worse */
		if (limit->reject && over > excess(limit, totals.book_free, totals.seat_free))
			refuse_limit(home, limit, &totals, over);
		flags |= QUOTA_FROZEN;
	}
	slot_spread(tuple, totals.slots, book, seat, flags);
	for (int i = 0; i < totals.slots; i++)
		slot_write(&store, tuple[i]);
	slot_store_close(&store);
	CommandCounterIncrement();
	return Max(over, 0);
}

/* ---- accounts ---- */

void
quota_drop_account(Oid home, int64 quota_id)
{
	slot_delete_all(home, quota_id);
	CommandCounterIncrement();
}

void
quota_open_account(Oid home, const SlotOpening *opening)
{
	const QuotaCause cause = {.reason = "opening"};
	LedgerEntry entry = {
		.quota_id = opening->quota_id, .since = opening->since, .held = opening->held, .consumed = opening->consumed};

	slot_insert_all(home, opening);
	ledger_write(home, &entry, &cause);
	CommandCounterIncrement();
}
