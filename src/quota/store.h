/*
 * quota/store.h: rows written below SQL: what tables may be written so, and the
 * indexes of what was written.
 */
#ifndef QUOTA_STORE_H
#define QUOTA_STORE_H

#include "ground/socu.h"

#include "access/htup.h"
#include "utils/relcache.h"

/*
 * Does a restore load the network: pg_restore's settings (row_security and check_function_bodies off), by who has the
 * rights of its owner?  Its records had their seats when they were dumped.
 */
extern bool quota_restoring(Oid home);

/* Why a table may not be written below SQL; NULL = it may.  'own_trigger' is the one that the extension gave it. */
extern const char *quota_not_plain(Relation rel, const Oid *types, int ntypes, const char *own_trigger);

/* Entries for a row in all indexes ('summarizing': only in those that sum up pages). */
extern void quota_index_row(Relation rel, HeapTuple tuple, bool summarizing);

/* A new row and its index entries. */
extern void quota_insert_row(Relation rel, HeapTuple tuple);

#endif /* QUOTA_STORE_H */
