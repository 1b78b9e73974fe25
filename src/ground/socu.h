/*
 * ground/socu.h: services that every room of the extension shares.
 */
#ifndef SOCU_H
#define SOCU_H

#include "ground/compat.h"

#include "utils/memutils.h"

/*
 * A palloc'ed, NUL-terminated copy of an offending value for an error message:
 * the whole value when it is short, else its beginning and "..." (never cut
 * inside a multibyte character).  'len' is in bytes; -1 means strlen.
 */
extern char *socu_clip(const char *value, Size len);

/*
 * For a message about a value: " (which begins with U+00A0)" in words if the first
 * character beyond ASCII is one that cannot be seen or told from a Latin one; else "".
 */
extern const char *socu_odd_character(const char *value, Size len);

/*
 * A C string from a text datum as a palloc'ed, NUL-terminated copy; NULL for a
 * null argument of the calling function.
 */
#define SOCU_TEXT_ARG(n) (PG_ARGISNULL(n) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(n)))

/* What tells two snapshots apart between which a transaction ended. */
typedef struct SnapshotMark
{
	TransactionId xmin;
	TransactionId xmax;
	uint32 running;
} SnapshotMark;

/*
 * Rulebook: rows of reference tables held in the backend's memory.
 *
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
	uint64 generation;		/* of the rules held, 0 = none */
	Oid relids[8];			/* of 'tables' */
	bool changed;			/* told of a change since the last load began */
	TransactionId horizon;	/* every change that we know of was made by a transaction before this one */
	bool provisional;		/* holds for one snapshot only, and to the end of the transaction */
	SnapshotMark read_with; /* the snapshot that they were read with */
	struct Rulebook *next;
} Rulebook;

extern void *rulebook_get(Rulebook *book, uint64 *generation);

/* As rulebook_get, but answers from memory only: true if 'generation' still holds. */
extern bool rulebook_current(const Rulebook *book, uint64 generation);

#endif /* SOCU_H */
