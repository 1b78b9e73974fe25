/*
 * quota/match.h: which lines fit a record.
 */
#ifndef QUOTA_MATCH_H
#define QUOTA_MATCH_H

#include "quota/lines.h"
#include "quota/record.h"

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
	bool out_of_period; /* a line fits but for its validity */
	int missing_scheme; /* closed scheme that covers the record without a line; -1 = none */
} QuotaMatches;

/* Find the lines of a record.  'matches' is zeroed by the caller once and may be used again. */
extern void quota_match(QuotaRules *rules, QuotaRow *row, QuotaMatches *matches);

#endif /* QUOTA_MATCH_H */
