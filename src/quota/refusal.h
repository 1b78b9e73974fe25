/*
 * quota/refusal.h: what one statement does to a line, and its refusal as an error.
 */
#ifndef QUOTA_REFUSAL_H
#define QUOTA_REFUSAL_H

#include "quota/lines.h"
#include "quota/match.h"
#include "quota/slot.h"

/* What one statement does to one line, in hundredths. */
typedef struct QuotaDelta
{
	QuotaLine line; /* a copy; 'code' is valid until the lines are read again */
	int64 held;
	int64 consumed;
	int64 forced; /* part of it that is never refused */
	int64 rows;
	List *persons; /* of QuotaPerson, for QU_PERSONS */
	/* result of a refusal */
	QuotaReason reason;
	int64 asked;
	QuotaTotals totals;
} QuotaDelta;

/* Why so much more finds no room in what is free altogether; QR_NONE = it does. */
extern QuotaReason quota_lacks(const QuotaLine *line, const QuotaTotals *totals, int64 held, int64 consumed);

/* The reason of a line that has not enough units left. */
extern QuotaReason quota_reason_full(const QuotaLine *line);

/* The refusal as an error that client libraries map: class 23, constraint = the code of the line. */
extern SOCU_NORETURN void quota_refuse(Oid home, const QuotaDelta *delta);

/* The same for a record that a closed scheme covers without a line. */
extern SOCU_NORETURN void quota_refuse_without_line(const QuotaRules *rules, const QuotaMatches *matches);

/* Why a record without a line is refused. */
extern QuotaReason quota_reason_without_line(const QuotaMatches *matches);

#endif /* QUOTA_REFUSAL_H */
