/*
 * quota/deferred.h: refusals that wait for the end of the transaction.
 */
#ifndef QUOTA_DEFERRED_H
#define QUOTA_DEFERRED_H

#include "quota/counter.h"

/* A line that refused in a deferred trigger: it is asked again, and for the last time at commit. */
extern void quota_defer_refusal(Oid home, const QuotaDelta *delta, const QuotaCause *cause);

/* After a deferred trigger: ask the lines that wait once more. */
extern void quota_retry_deferred(void);

#endif /* QUOTA_DEFERRED_H */
