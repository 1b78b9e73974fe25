/*
 * quota/ledger.h: table quota_ledger: every change of a counter.
 */
#ifndef QUOTA_LEDGER_H
#define QUOTA_LEDGER_H

#include "ground/socu.h"

#include "datatype/timestamp.h"

/* On whose behalf counters change: for the ledger. */
typedef struct QuotaCause
{
	const char *reason;
	bool has_record; /* one record, with this key */
	int64 record;
	bool loads; /* a restore loads records that had their seats: nothing is refused */
} QuotaCause;

/* What changed, in hundredths; 'since' is the opening of the account, 'rows' how many records it was. */
typedef struct LedgerEntry
{
	int64 quota_id;
	TimestampTz since;
	int64 held;
	int64 consumed;
	int64 rows;
} LedgerEntry;

extern void ledger_write(Oid home, const LedgerEntry *entry, const QuotaCause *cause);

#endif /* QUOTA_LEDGER_H */
