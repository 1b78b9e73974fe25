/*
 * quota/waitlist.c: the lock of a line's waiting list, and promotion from it.
 *
 * It runs in the transaction that gives seats back, under the lock of the line's
 * waiting list, before anybody else can see the seats: the list cannot be
 * overtaken.  Whoever puts an entry on a list takes the same lock and asks for a
 * seat once more under it, so no entry is left waiting beside a free seat.
 *
 * The entries are read with the latest snapshot at every isolation level: one
 * that was committed after our transaction began has the same right.
 *
 * Promotion changes mobility, so it fires the guard inside the guard.  An example: line
 * L has one seat, which A holds; B and C wait for it.
 *
 *     UPDATE mobility SET status = 'withdrawn' of A
 *       quota_guard: L gets its seat back; L has a waiting list: quota_promote(L)
 *         the candidate is B; in a subtransaction: UPDATE mobility SET status = 'submitted' of B
 *           quota_guard: B takes the seat of L.  Nothing was given back: no promotion.
 *         and UPDATE mobility SET status = 'withdrawn' of B's wishes below this one
 *           quota_guard: these waited, so they had no seat: nothing to count
 *         the next candidate: quota_check() says that C would be refused.  Done.
 *
 * The depth is bounded, for a promotion takes seats and gives none back: an inner guard
 * finds no line with more free units than before.  If another session took a seat of a
 * second line that B needs, the inner guard refuses: the subtransaction is rolled
 * back, B is passed over and C is asked.
 */
#include "quota/waitlist.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/lock.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(quota_queue);
PG_FUNCTION_INFO_V1(waitlist_promote);

/* ---- the lock ---- */

/*
 * Field 4 of an advisory lock's tag: PostgreSQL gives its users 1 (one key) and 2 (two keys).
 * Two lines whose keys fold to the same 32 bits share a lock, which costs a wait and no more.
 */
#define QUEUE_LOCK_KIND 7

void
quota_queue_lock(Oid home, int64 quota_id)
{
	LOCKTAG tag;

	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, network_relid(home, "quota"), (uint32) quota_id ^ (uint32) (quota_id >> 32),
						 QUEUE_LOCK_KIND);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

/* quota_queue(quota_id): the lock, for who puts an entry on the list. */
Datum
quota_queue(PG_FUNCTION_ARGS)
{
	quota_queue_lock(schema_of_function(fcinfo), PG_GETARG_INT64(0));
	PG_RETURN_VOID();
}

/* ---- promotion ---- */

/* $1 = the line, $2 = entries that were passed over */
static SchemaStatement next_candidate = {
	.text = "SELECT m.mobility_id FROM @.mobility m WHERE m.status OPERATOR(pg_catalog.=) 'waitlisted'"
			" AND m.mobility_id OPERATOR(pg_catalog.<>) ALL ($2) AND @.quota_applies(m, $1)"
			" AND NOT EXISTS (SELECT FROM @.quota_check(m.sending_state, m.receiving_state, m.sending_institution,"
			" m.receiving_institution, m.direction, m.kind, m.funding, m.agreement, m.level, m.program_code, m.field,"
			" 'submitted', m.student, m.starts_on, m.terms, m.months, m.days) c"
			" LEFT JOIN @.quota q ON q.quota_id OPERATOR(pg_catalog.=) c.quota_id"
			" WHERE c.verdict OPERATOR(pg_catalog.=) 'refused' OR q.promote_until OPERATOR(pg_catalog.<) CURRENT_DATE)"
			" ORDER BY m.priority_class, m.rank_score DESC, m.submitted_at, m.mobility_id LIMIT 1",
	.what = "find the next of a waiting list",
	.nargs = 2,
	.types = {INT8OID, INT8ARRAYOID},
};

static SchemaStatement promote_entry = {
	.text = "UPDATE @.mobility SET status = 'submitted', reason = 'promoted from the waiting list',"
			" offer_expires_at = pg_catalog.now() OPERATOR(pg_catalog.+)"
			" (SELECT pg_catalog.min(q.offer_period) FROM @.quota q"
			" WHERE q.offer_period IS NOT NULL AND @.quota_applies(mobility, q.quota_id))"
			" WHERE mobility_id OPERATOR(pg_catalog.=) $1 AND status OPERATOR(pg_catalog.=) 'waitlisted'",
	.what = "promote an entry of a waiting list",
	.nargs = 1,
	.types = {INT8OID},
};

/* A candidate who gets a place leaves the waiting lists of the wishes that rank below it. */
static SchemaStatement leave_lower_wishes = {
	.text = "UPDATE @.mobility o SET status = 'withdrawn', reason = 'placed on a higher preference'"
			" FROM @.mobility m WHERE m.mobility_id OPERATOR(pg_catalog.=) $1"
			" AND o.application OPERATOR(pg_catalog.=) m.application AND o.student OPERATOR(pg_catalog.=) m.student"
			" AND o.preference OPERATOR(pg_catalog.>) m.preference AND o.status OPERATOR(pg_catalog.=) 'waitlisted'",
	.what = "take a placed candidate off other waiting lists",
	.nargs = 1,
	.types = {INT8OID},
};

/* Run with the latest snapshot, own changes included; the number of rows. */
static uint64
run(SchemaStatement *statement, Oid home, Datum *values, bool read_only)
{
	Snapshot snapshot;
	uint64 count;

	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	count = read_only ? statement_read(statement, home, values, snapshot)
					  : statement_write(statement, home, values, NULL, snapshot);
	UnregisterSnapshot(snapshot);
	return count;
}

/* Who is next on the list of a line, but for those passed over; false if nobody finds room. */
static bool
find_candidate(Oid home, int64 quota_id, Datum *passed, int npassed, int64 *candidate)
{
	ArrayType *array = construct_array(passed, npassed, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE);
	Datum values[2] = {Int64GetDatum(quota_id), PointerGetDatum(array)};
	RowReader row;

	if (run(&next_candidate, home, values, true) == 0)
		return false;
	row = row_reader(0, CurrentMemoryContext);
	*candidate = next_int64(&row);
	return true;
}

/* Promote one entry; false if another session took what it needed in the meantime. */
static bool
promote_one(Oid home, int64 mobility_id)
{
	Datum key = Int64GetDatum(mobility_id);
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool done = false;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		done = run(&promote_entry, home, &key, false) > 0;
		(void) run(&leave_lower_wishes, home, &key, false);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
		if (error->sqlerrcode != ERRCODE_CHECK_VIOLATION && error->sqlerrcode != ERRCODE_EXCLUSION_VIOLATION)
			ReThrowError(error);
		done = false;
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	return done;
}

/* Promote at most so many entries of the list of a line; how many were promoted. */
static int
promote(Oid home, int64 quota_id, int most)
{
	OwnerScope saved;
	int64 candidate;
	int promoted = 0;
	Datum *passed = palloc(sizeof(Datum));
	int npassed = 0;

	quota_queue_lock(home, quota_id);
	owner_begin(network_relid(home, "quota"), &saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	while (promoted < most && find_candidate(home, quota_id, passed, npassed, &candidate))
	{
		if (promote_one(home, candidate))
			promoted++;
		else
		{
			/* has a stay at that time already, or lost a seat of another line: the next one */
			passed = repalloc(passed, sizeof(Datum) * (npassed + 1));
			passed[npassed++] = Int64GetDatum(candidate);
		}
	}
	SPI_finish();
	owner_end(&saved);
	return promoted;
}

void
quota_promote(Oid home, int64 quota_id)
{
	(void) promote(home, quota_id, INT_MAX);
}

/* waitlist_promote(quota_id, most) → how many were promoted */
Datum
waitlist_promote(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(
		promote(schema_of_function(fcinfo), PG_GETARG_INT64(0), PG_ARGISNULL(1) ? INT_MAX : PG_GETARG_INT32(1)));
}
