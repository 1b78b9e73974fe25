/*
 * quota/tally.h: what the records of all guarded tables add up to.
 */
#ifndef QUOTA_TALLY_H
#define QUOTA_TALLY_H

#include "quota/lines.h"

/* By the index of the line, in hundredths; the persons of lines that count persons (of QuotaPerson). */
typedef struct QuotaTally
{
	int64 *held;
	int64 *consumed;
	List **persons;
} QuotaTally;

/* Read every record of every guarded table as 'snapshot' sees it; the result is in the current memory context. */
extern QuotaTally *quota_tally(QuotaRules *rules, Snapshot snapshot);

#endif /* QUOTA_TALLY_H */
