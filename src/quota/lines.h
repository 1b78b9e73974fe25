/*
 * quota/lines.h: table quota: the lines in memory.
 */
#ifndef QUOTA_LINES_H
#define QUOTA_LINES_H

#include "ground/socu.h"
#include "quota/quota.h"

#include "nodes/pg_list.h"
#include "utils/date.h"
#include "utils/snapshot.h"

/* What taking a unit of a line depends on. */
typedef struct QuotaLine
{
	int64 quota_id;
	const char *code;
	QuotaUnit unit;
	int depth; /* 0 = no parent */
	int slots;
	bool hard;
	bool limited;
	bool refused;	 /* not stated, in a closed scheme */
	bool overbooked; /* factor above 1 */
	bool waitlist;	 /* it or a line below it has a waiting list */
	bool borrow;
	bool balance;
} QuotaLine;

typedef struct QuotaRule
{
	QuotaLine line;
	DateADT from; /* validity, [from, to) */
	DateADT to;
	int scheme; /* index, -1 = none */
	int index;
	int64 parent_id; /* 0 = none */
	int parent;		 /* index, -1 = none */
	/* scratch: the match that found it last, the batch that counts it and its sums */
	uint64 stamp;
	uint64 batch;
	int64 held;
	int64 consumed;
	int64 forced;
	int64 rows;
	List *persons;
} QuotaRule;

typedef struct QuotaScheme
{
	const char *name;
	bool closed;
	const char *kind;	 /* NULL = any */
	const char *funding; /* NULL = any */
	uint64 stamp;
} QuotaScheme;

/* The bytes of one value of a scope; of a program_code its integer.  bytes NULL = there is none. */
typedef struct QuotaValue
{
	const char *bytes;
	int length;
} QuotaValue;

/*
 * One combination of values under which a line is found.  Small and in one
 * piece: a look-up costs the cache lines that it touches, little else.
 */
typedef struct QuotaEntry
{
	struct QuotaEntry *next;
	uint32 hash;
	int rule;
	int signature;
	int sign;						 /* -1 = the other way of a balance line */
	char key[FLEXIBLE_ARRAY_MEMBER]; /* for each column of the signature its length (int) and its bytes */
} QuotaEntry;

typedef struct QuotaRules
{
	Oid home;
	MemoryContext context;
	int count;
	QuotaRule *rule; /* by quota_id */
	int schemes;
	QuotaScheme *scheme;
	bool any_closed;
	uint32 columns; /* bits: what of a record's scope matters to any line or scheme */
	int signatures;
	uint32 *signature; /* which columns a line states, as bits: lines that state the same are found with one look */
	uint32 buckets;	   /* power of two */
	QuotaEntry **bucket;
} QuotaRules;

/* The lines as they are now (newest committed state and own changes), kept until they change. */
extern QuotaRules *quota_rules_get(Oid home);

/* The lines as 'snapshot' sees them, in the current memory context. */
extern QuotaRules *quota_rules_load(Oid home, Snapshot snapshot);

/* The line of that key; NULL if there is none. */
extern QuotaRule *quota_rule_of(const QuotaRules *rules, int64 quota_id);

/* The hash of one value of a key, and of a key with one value more. */
extern uint32 quota_value_hash(const char *value, int length);

#endif /* QUOTA_LINES_H */
