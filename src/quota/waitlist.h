/*
 * quota/waitlist.h: the lock of a line's waiting list, and promotion from it.
 */
#ifndef QUOTA_WAITLIST_H
#define QUOTA_WAITLIST_H

#include "ground/socu.h"

/* Lock the waiting list of a line until the transaction ends. */
extern void quota_queue_lock(Oid home, int64 quota_id);

/*
 * Promote whoever finds room on the line, under the lock of its waiting list.  It
 * updates mobility, so the guard runs again inside it: the lines in memory may be read
 * anew meanwhile, so keep no pointer to them across the call.
 */
extern void quota_promote(Oid home, int64 quota_id);

#endif /* QUOTA_WAITLIST_H */
