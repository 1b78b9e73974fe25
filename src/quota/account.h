/*
 * quota/account.h: limits; opening and dropping the counters of a line.
 */
#ifndef QUOTA_ACCOUNT_H
#define QUOTA_ACCOUNT_H

#include "quota/slot.h"

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

/* Set it; by how much the usage of an enforced line is above it now. */
extern int64 quota_set_limit(Oid home, int64 quota_id, const QuotaLimit *limit);

/* Make the counters of a line anew with these counts (no other session may count at the same time). */
extern void quota_open_account(Oid home, const SlotOpening *opening);
extern void quota_drop_account(Oid home, int64 quota_id);

#endif /* QUOTA_ACCOUNT_H */
