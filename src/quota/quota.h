/*
 * quota/quota.h: what the files of the quota room share.
 *
 * quota/rules.c    the quota lines in memory, and which of them fit a record
 * quota/rows.c     how a table's columns are read as a record
 * quota/counter.c  the counters: taking, giving back, the ledger
 * quota/slot.c     how the rows of a counter are read and written
 * quota/account.c  setting limits, opening and dropping accounts
 * quota/guard.c    the triggers
 * quota/check.c    asking without writing, verifying, rebuilding
 * quota/waitlist.c promotion from waiting lists
 * quota/store.c    rows written below SQL, and their indexes
 * quota/lines.c    what a change of the lines does to the counters
 * quota/mobility.c triggers of mobility and of the logs
 *
 * Amounts are int64 hundredths of the unit of the line (a seat is 100).
 */
#ifndef SOCU_QUOTA_H
#define SOCU_QUOTA_H

#include "ground/owner.h"
#include "ground/settings.h"
#include "ground/trigger.h"

#include "executor/tuptable.h"
#include "nodes/pg_list.h"
#include "utils/date.h"
#include "utils/relcache.h"
#include "utils/snapshot.h"

#define QUOTA_UNIT 100 /* one seat */

/* ---- columns of a record ---- */

typedef enum QuotaColumn
{
	/* scope */
	QC_SENDING_STATE,
	QC_RECEIVING_STATE,
	QC_SENDING_INSTITUTION,
	QC_RECEIVING_INSTITUTION,
	QC_DIRECTION,
	QC_KIND,
	QC_FUNDING,
	QC_AGREEMENT,
	QC_LEVEL,
	QC_PROGRAMME, /* by its beginning */
	QC_FIELD,	  /* by its beginning */
	QC_SCOPE,	  /* how many scope columns there are */
	/* the rest */
	QC_STATE = QC_SCOPE,
	QC_STUDENT,
	QC_STARTS_ON,
	QC_TERMS,
	QC_MONTHS,
	QC_DAYS,
	QC_ACTUAL_MONTHS,
	QC_ACTUAL_DAYS,
	QC_KEY,
	QC_COLUMNS
} QuotaColumn;

extern const char *const quota_column_names[QC_COLUMNS];

typedef enum QuotaUnit
{
	QU_SEATS,
	QU_STAYS,
	QU_PERSONS,
	QU_TERMS,
	QU_MONTHS,
	QU_DAYS
} QuotaUnit;

extern const char *const quota_unit_names[];

/* Where the columns of a record stand in a table. */
typedef struct QuotaMap
{
	AttrNumber attnum[QC_COLUMNS]; /* 0 = not mapped */
	Oid basetype[QC_COLUMNS];
	FmgrInfo output[QC_COLUMNS]; /* where the type is not text-like */
	char *constant[QC_COLUMNS];
	List *holds;	/* states (char *) of an attached table; with both NIL and a */
	List *consumes; /* state column, the states of socu.mobility hold */
} QuotaMap;

/* A record as the rules see it.  Strings point into the slot or the current memory context. */
typedef struct QuotaRow
{
	const char *value[QC_SCOPE];
	int length[QC_SCOPE]; /* -1 = null */
	uint32 hash[QC_SCOPE];
	uint32 hashed; /* bits: hash[] is known */
	int holds;	   /* 0 or 1 */
	int consumes;  /* 0 or 1 */
	bool has_start;
	DateADT start;
	const QuotaMap *map;
	TupleTableSlot *slot;
} QuotaRow;

/* Read 'args' ("column=name", "column:=constant", "holds:=a,b", "consumes:=c") for a row type. */
extern QuotaMap *quota_map_make(TupleDesc desc, int nargs, char **args, MemoryContext context, const char *relname);

/*
 * Read a record, of the scope only the columns in 'wanted' (bits); the others
 * stay null.  0 if it has no seat: then nothing more of it was read.
 */
extern int quota_row_read(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot, uint32 wanted);
extern char *quota_row_student(const QuotaRow *row);
extern bool quota_row_key(const QuotaRow *row, int64 *key);
extern bool quota_rows_same_scope(const QuotaRow *a, const QuotaRow *b);

/* ---- rules ---- */

typedef struct QuotaRule
{
	int64 quota_id;
	/* scratch of one match or one batch */
	uint64 stamp;
	uint64 batch;
	int64 held;
	int64 consumed;
	int64 forced;
	int64 rows;
	List *persons;
	/* the line */
	DateADT from; /* period, [from, to) */
	DateADT to;
	QuotaUnit unit;
	int scheme; /* index, -1 = none */
	int slots;
	int index;
	int depth;	/* 0 = no parent */
	int parent; /* index, -1 = none */
	bool hard;
	bool limited;
	bool refused;	 /* not stated, in a closed scheme */
	bool overbooked; /* factor above 1 */
	bool waitlist;	 /* it or a line below it has a waiting list */
	bool borrow;
	bool balance;
	char *code;
} QuotaRule;

typedef struct QuotaScheme
{
	char *name;
	bool closed;
	char *kind;	   /* NULL = any */
	char *funding; /* NULL = any */
	uint64 stamp;
} QuotaScheme;

typedef struct QuotaRules
{
	MemoryContext context;
	int count;
	QuotaRule *rule;
	int schemes;
	QuotaScheme *scheme;
	bool any_closed;
	uint32 columns; /* bits: what of a record's scope matters to any line or scheme */
	int signatures;
	struct QuotaSignature *signature;
	uint32 buckets; /* power of two */
	struct QuotaEntry **bucket;
} QuotaRules;

/* A rule that fits a record; sign -1 = counts down (the other way of a balance line). */
typedef struct QuotaMatch
{
	QuotaRule *rule;
	int sign;
} QuotaMatch;

typedef struct QuotaMatches
{
	int count;
	int room;
	QuotaMatch *match;
	bool out_of_period; /* a line fits but for its period */
	int missing_scheme; /* closed scheme that covers the record without a line; -1 = none */
} QuotaMatches;

/* The lines as they are now (newest committed state and own changes), kept between calls. */
extern QuotaRules *quota_rules_get(void);
/* The lines as 'snapshot' sees them, in the current memory context. */
extern QuotaRules *quota_rules_load(Snapshot snapshot);
extern void quota_match(QuotaRules *rules, QuotaRow *row, QuotaMatches *matches);
/* Amount of the record under the rule, in hundredths; for persons 1 record. */
extern int64 quota_row_amount(const QuotaRow *row, const QuotaRule *rule);

/* ---- counters ---- */

#define QUOTA_FROZEN 1
#define QUOTA_CLOSED 2

typedef struct QuotaTotals
{
	int slots;
	int flags;
	int64 held;
	int64 consumed;
	int64 book_free;
	int64 seat_free;
	TimestampTz since;
} QuotaTotals;

/* What one statement does to one line: a copy of what is needed of the rule. */
typedef struct QuotaDelta
{
	int64 quota_id;
	const char *code; /* of the rule, valid until the rules are read again */
	int depth;
	QuotaUnit unit;
	bool hard;
	bool limited;
	bool refused;
	bool overbooked;
	bool waitlist;
	bool borrow;
	bool balance;
	int slots;
	int64 held;
	int64 consumed;
	int64 forced; /* part of it that is never refused */
	int64 rows;
	List *persons; /* of QuotaPerson, for QU_PERSONS */
	/* result of a refusal */
	const char *reason;
	int64 asked;
	QuotaTotals totals;
} QuotaDelta;

typedef struct QuotaPerson
{
	char *person;
	int held; /* records */
	int consumed;
} QuotaPerson;

/*
 * The sums over the slots of a line; 'snapshot' NULL = the newest committed
 * state and own changes.  'slots' is their number where the caller knows it for
 * sure, because it guards a table and so nobody can change it; else 0.
 */
extern bool quota_totals(int64 quota_id, int slots, Snapshot snapshot, QuotaTotals *totals);
/* A delta of nothing yet under the rule. */
extern void quota_delta_of_rule(QuotaDelta *delta, const QuotaRule *rule);
/* Room for 'held' and 'consumed' more; NULL or the reason code. */
extern const char *quota_lacks(const QuotaDelta *delta, const QuotaTotals *totals, int64 held, int64 consumed);

/*
 * Take or give back; 'table' and 'record' go to the ledger.  Returns the first
 * line that refuses (with its reason), or NULL when all is done.  The deltas
 * are put into lock order.  Scratch is left in the current memory context.  After a refusal the transaction or
 * subtransaction must be rolled back.
 */
extern QuotaDelta *quota_apply(QuotaDelta *deltas, int count, const char *reason, bool has_record, int64 record);
extern SOCU_NORETURN void quota_refuse(const QuotaDelta *delta);
/* Hundredths as people write them: 12 or 12.50. */
extern char *quota_amount_text(int64 amount);
extern void quota_queue_lock(int64 quota_id);
/* Make the slots of a line anew with these counts (no other session may count at the same time). */
extern void quota_open_account(int64 quota_id, int slots, int64 book, int64 seat, int64 held, int64 consumed, int flags,
							   TimestampTz since);
/* A new limit of a line, in hundredths. */
typedef struct QuotaLimit
{
	const char *code;
	int64 book;
	int64 seat;
	bool reject; /* an error where the usage is above it, else the line is frozen */
	bool closed;
	bool enforced;
	bool overbooked;
} QuotaLimit;

extern int64 quota_set_limit(int64 quota_id, const QuotaLimit *limit);
extern void quota_drop_account(int64 quota_id);
extern void quota_note(int64 quota_id, TimestampTz since, int64 held, int64 consumed, bool has_record, int64 record,
					   int64 rows, const char *reason);

/* ---- the owner's rights for inner statements ---- */

/* Until owner_end(). */
extern void quota_become_owner(OwnerScope *saved);
extern Oid quota_relid(const char *name);

/* ---- rows written below SQL ---- */

/* Why a table may not be written below SQL; NULL = it may.  'own_trigger' is the one that the extension gave it. */
extern const char *quota_not_plain(Relation rel, const Oid *types, int ntypes, const char *own_trigger);
/* Entries for a row in all indexes ('summarizing': only in those that sum up pages). */
extern void quota_index_row(Relation rel, HeapTuple tuple, bool summarizing);
extern void quota_insert_row(Relation rel, HeapTuple tuple);

/* ---- guard and waiting lists ---- */

/* Every table with a guard, and one of its guard triggers (they all have the same arguments). */
typedef struct QuotaGuarded
{
	Oid relid;
	Oid trigger;
} QuotaGuarded;

extern List *quota_guarded_tables(void);
extern void quota_promote(int64 quota_id);

/*
 * Make the counters of these lines (NULL = of all) anew from the records.  Waits
 * for the writers of every guarded table and keeps them out until commit.
 * 'changing' is the table whose TRUNCATE trigger asks, or InvalidOid.
 */
extern void quota_recount(const int64 *quota_ids, int count, Oid changing);

#endif /* SOCU_QUOTA_H */
