/*
 * ground/rulebook.h: rows of reference tables, held in the backend's memory.
 */
#ifndef SOCU_RULEBOOK_H
#define SOCU_RULEBOOK_H

#include "ground/socu.h"

/* How many tables a rulebook may read. */
#define RULEBOOK_TABLES 8

/* What tells two snapshots apart between which a transaction ended. */
typedef struct SnapshotMark
{
	TransactionId xmin;
	TransactionId xmax;
	uint32 running;
} SnapshotMark;

/*
 * rulebook_get() returns what 'load' built from the tables, loading it first
 * where needed.  'load' runs inside an SPI connection, reads with the active
 * snapshot (SPI_execute with read_only = true) and allocates its result in
 * 'context', which is also the current context when load is called after SPI
 * (use MemoryContextAlloc / MemoryContextStrdup with 'context').  The result is
 * immutable and valid until the next rulebook_get() of the same book.
 *
 * It is never stale, and never newer than the active snapshot: each table in
 * 'tables' carries the statement trigger socu.rules_changed(), which tells every
 * session.  What a snapshot read for which every transaction that made a change
 * had ended stays until the next such message; what another one read (while
 * others are at work, in a transaction with a snapshot of its own) is
 * read again for the next snapshot.
 * *generation changes whenever the result may have: keep it beside whatever
 * was derived from the book, and derive again when it differs.
 */
typedef struct Rulebook
{
	const char *name;		   /* for the memory context */
	const char *const *tables; /* names in schema socu, NULL-terminated */
	void *(*load)(MemoryContext context);

	/* private; zero at start */
	MemoryContext context;
	void *rules;
	uint64 generation;			 /* of the rules held, 0 = none */
	Oid relids[RULEBOOK_TABLES]; /* of 'tables' */
	bool changed;				 /* told of a change since the last load began */
	TransactionId horizon;		 /* every change that we know of was made by a transaction before this one */
	bool provisional;			 /* holds for one snapshot only, and to the end of the transaction */
	SnapshotMark read_with;		 /* the snapshot that they were read with */
	struct Rulebook *next;
} Rulebook;

extern void *rulebook_get(Rulebook *book, uint64 *generation);

/* As rulebook_get, but answers from memory only: true if 'generation' still holds. */
extern bool rulebook_current(const Rulebook *book, uint64 generation);

#endif /* SOCU_RULEBOOK_H */
