/*
 * quota/waitlist.c: promotion from waiting lists.
 *
 * It runs in the transaction that gives seats back, under the lock of the line's
 * waiting list, before anybody else can see the seats: the list cannot be
 * overtaken.  Whoever puts an entry on a list takes the same lock and asks for a
 * seat once more under it, so no entry is left waiting beside a free seat.
 *
 * The entries are read with the latest snapshot at every isolation level: one
 * that was committed after our transaction began has the same right.
 */
#include "quota/quota.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(waitlist_promote);

static const char *const candidates_query =
	"SELECT m.mobility_id FROM socu.mobility m WHERE m.state OPERATOR(pg_catalog.=) 'waitlisted'"
	" AND m.mobility_id OPERATOR(pg_catalog.<>) ALL ($2)"
	" AND socu.quota_applies(m, $1)"
	" AND NOT EXISTS (SELECT FROM socu.quota_check(m.sending_state, m.receiving_state, m.sending_institution,"
	"   m.receiving_institution, m.direction, m.kind, m.funding, m.agreement, m.level, m.programme, m.field, "
	"'submitted',"
	"   m.student, m.starts_on, m.terms, m.months, m.days) c LEFT JOIN socu.quota q ON q.quota_id "
	"OPERATOR(pg_catalog.=) c.quota_id"
	"   WHERE c.verdict OPERATOR(pg_catalog.=) 'refused' OR q.promote_until OPERATOR(pg_catalog.<) CURRENT_DATE)"
	" ORDER BY m.priority_class, m.rank_score DESC, m.submitted_at, m.mobility_id LIMIT 1";

static const char *const promote_statement =
	"UPDATE socu.mobility SET state = 'submitted', reason = 'promoted from the waiting list',"
	" offer_expires_at = pg_catalog.now() OPERATOR(pg_catalog.+) (SELECT pg_catalog.min(q.offer_period) FROM "
	"socu.quota q"
	" WHERE q.offer_period IS NOT NULL AND socu.quota_applies(mobility, q.quota_id))"
	" WHERE mobility_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.=) 'waitlisted'";

/* A candidate placed on a wish leaves the lists of the wishes below it. */
static const char *const leave_statement =
	"UPDATE socu.mobility o SET state = 'withdrawn', reason = 'placed on a higher preference'"
	" FROM socu.mobility m WHERE m.mobility_id OPERATOR(pg_catalog.=) $1 AND o.application OPERATOR(pg_catalog.=) "
	"m.application"
	" AND o.student OPERATOR(pg_catalog.=) m.student AND o.preference OPERATOR(pg_catalog.>) m.preference"
	" AND o.state OPERATOR(pg_catalog.=) 'waitlisted'";

static bool
run(const char *query, int nargs, int64 key, ArrayType *passed, bool read_only, int64 *answer)
{
	Oid types[2] = {INT8OID, INT8ARRAYOID};
	Datum values[2] = {Int64GetDatum(key), PointerGetDatum(passed)};
	SPIPlanPtr plan = SPI_prepare(query, nargs, types);
	Snapshot snapshot;
	bool isnull;

	if (plan == NULL)
		elog(ERROR, "could not plan a promotion: %s", SPI_result_code_string(SPI_result));
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	if (SPI_execute_snapshot(plan, values, NULL, snapshot, InvalidSnapshot, read_only, true, 0) < 0)
		elog(ERROR, "could not promote: %s", SPI_result_code_string(SPI_result));
	UnregisterSnapshot(snapshot);
	if (SPI_processed > 0 && answer)
		*answer = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	return SPI_processed > 0;
}

/* Promote one entry; false if another session took what it needed in the meantime. */
static bool
promote_one(int64 mobility_id)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool done = false;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		done = run(promote_statement, 1, mobility_id, NULL, false, NULL);
		(void) run(leave_statement, 1, mobility_id, NULL, false, NULL);
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

static int
promote(int64 quota_id, int most)
{
	OwnerScope saved;
	int64 candidate;
	int promoted = 0;
	Datum *passed = palloc(sizeof(Datum));
	int npassed = 0;

	quota_queue_lock(quota_id);
	quota_become_owner(&saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	while (promoted < most &&
		   run(candidates_query, 2, quota_id,
			   construct_array(passed, npassed, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE), true,
			   &candidate))
	{
		if (promote_one(candidate))
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
quota_promote(int64 quota_id)
{
	(void) promote(quota_id, INT_MAX);
}

/* waitlist_promote(quota_id, most) → how many were promoted */
Datum
waitlist_promote(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(promote(PG_GETARG_INT64(0), PG_ARGISNULL(1) ? INT_MAX : PG_GETARG_INT32(1)));
}
