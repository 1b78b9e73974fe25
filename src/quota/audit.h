/*
 * quota/audit.h: counters against records; making the counters anew.
 */
#ifndef QUOTA_AUDIT_H
#define QUOTA_AUDIT_H

#include "ground/socu.h"

/*
 * Make the counters of these lines (NULL = of all) anew from the records.  Waits
 * for the writers of every guarded table and keeps them out until commit.
 * 'changing' is the table whose TRUNCATE trigger asks, or InvalidOid.
 */
extern void quota_recount(Oid home, const int64 *quota_ids, int count, Oid changing);

/* The keys in a bigint[], palloc'ed. */
extern int64 *quota_ids_of_array(Datum array, int *count);

#endif /* QUOTA_AUDIT_H */
