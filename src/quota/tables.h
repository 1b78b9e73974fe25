/*
 * quota/tables.h: which tables are guarded, and keeping their writers out.
 */
#ifndef QUOTA_TABLES_H
#define QUOTA_TABLES_H

#include "ground/socu.h"

#include "nodes/pg_list.h"
#include "utils/reltrigger.h"
#include "utils/relcache.h"

/* A table with a guard, and one of its guard triggers (they all have the same arguments). */
typedef struct QuotaGuarded
{
	Oid relid;
	Oid trigger;
} QuotaGuarded;

/* Every table that the guard of this home watches, of QuotaGuarded; for partitioned tables the topmost one. */
extern List *quota_guarded_tables(Oid home);

/* That trigger of a table; NULL if it is gone. */
extern Trigger *quota_guard_trigger(Relation rel, Oid oid);

/*
 * Wait for every writer of a guarded table, and keep the next ones out until the
 * transaction ends.  Error 55006 if changes of our own wait to be counted at
 * commit, but for those of the table 'changing'.
 */
extern void quota_lock_guarded_tables(Oid home, Oid changing);

#endif /* QUOTA_TABLES_H */
