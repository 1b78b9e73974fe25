/*
 * quota/counter.h: taking units and giving them back.
 */
#ifndef QUOTA_COUNTER_H
#define QUOTA_COUNTER_H

#include "quota/ledger.h"
#include "quota/refusal.h"

/*
 * Take or give back, and write the ledger.  Returns the first line that refuses (with
 * its reason), or NULL when all is done.  The deltas are put into lock order.
 * Scratch is left in the current memory context.  After a refusal the transaction or
 * subtransaction must be rolled back.
 */
extern QuotaDelta *quota_apply(Oid home, QuotaDelta *deltas, int count, const QuotaCause *cause);

#endif /* QUOTA_COUNTER_H */
