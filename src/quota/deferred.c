/*
 * quota/deferred.c: refusals that wait for the end of the transaction.
 *
 * At the end of a transaction the events come one by one, but only what they
 * do together counts: a line that refuses is asked again after the later
 * events, and the transaction fails only if it still refuses after the last.
 */
#include "quota/deferred.h"

#include "access/xact.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

typedef struct Pending
{
	Oid home;
	QuotaDelta delta;
	QuotaCause cause;
} Pending;

static List *pending = NIL; /* in TopTransactionContext */

/* Ask the lines that refused once more; 'last' = nothing will come that could help them. */
static void
pending_retry(bool last)
{
	List *still = NIL;
	ListCell *cell;
	MemoryContext caller = MemoryContextSwitchTo(TopTransactionContext);
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "socu quota retry", ALLOCSET_SMALL_SIZES);

	foreach (cell, pending)
	{
		Pending *p = lfirst(cell);
		QuotaDelta delta = p->delta;
		bool refused;

		MemoryContextSwitchTo(scratch);
		refused = quota_apply(p->home, &delta, 1, &p->cause) != NULL;
		MemoryContextSwitchTo(TopTransactionContext);
		MemoryContextReset(scratch);
		if (refused && last)
		{
			pending = NIL;
			quota_refuse(p->home, &delta);
		}
		if (refused)
			still = lappend(still, p);
	}
	pending = still;
	MemoryContextDelete(scratch);
	MemoryContextSwitchTo(caller);
}

/* The last question, before the commit; after the end of the transaction nothing waits. */
static void
pending_callback(XactEvent event, void *arg)
{
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
		case XACT_EVENT_PRE_PREPARE:
			if (pending != NIL)
			{
				PushActiveSnapshot(GetTransactionSnapshot());
				pending_retry(true);
				PopActiveSnapshot();
			}
			break;
		case XACT_EVENT_ABORT:
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_PREPARE:
			pending = NIL;
			break;
		default:
			break;
	}
}

void
quota_defer_refusal(Oid home, const QuotaDelta *delta, const QuotaCause *cause)
{
	static bool registered = false;
	MemoryContext old;
	Pending *p;

	if (!registered)
	{
		RegisterXactCallback(pending_callback, NULL);
		registered = true;
	}
	old = MemoryContextSwitchTo(TopTransactionContext);
	p = palloc0(sizeof(Pending));
	p->home = home;
	p->delta = *delta;
	p->delta.line.code = pstrdup(delta->line.code);
	p->delta.persons = NIL; /* counted already */
	p->cause = *cause;
	p->cause.reason = pstrdup(cause->reason);
	pending = lappend(pending, p);
	MemoryContextSwitchTo(old);
}

void
quota_retry_deferred(void)
{
	if (pending != NIL)
		pending_retry(false);
}
