/*
 * quota/tables.h: table quota_guarded: which tables are guarded; keeping their writers out.
 */
#ifndef QUOTA_TABLES_H
#define QUOTA_TABLES_H

#include "ground/socu.h"
#include "quota/record.h"

#include "nodes/pg_list.h"
#include "utils/relcache.h"

/* A guarded table, and the mapping that it is read with. */
typedef struct QuotaGuarded
{
	Oid relid;
	int parts;		/* 0: the columns have the names of mobility */
	char **mapping; /* for quota_map_make() */
} QuotaGuarded;

/*
 * Every table whose records count, of QuotaGuarded: mobility and those of the list, if the guard's triggers watch
 * them; for partitioned tables the topmost one.
 */
extern List *quota_guarded_tables(Oid home);

/*
 * Where the columns of a record stand in a table that fired the guard.  NULL if it is neither mobility nor, itself or
 * as a partition, on the list.  Valid until the table or the list changes.
 */
extern const QuotaMap *quota_guarded_map(Oid home, Relation rel);

/* Error 42501 unless the owner of the lines may read all rows of a table. */
extern void quota_check_readable(Oid home, Relation rel);

/*
 * Wait for every writer of a guarded table, and keep the next ones out until the
 * transaction ends.  Error 55006 if changes of our own wait to be counted at
 * commit, but for those of the table 'changing'.
 */
extern void quota_lock_guarded_tables(Oid home, Oid changing);

#endif /* QUOTA_TABLES_H */
