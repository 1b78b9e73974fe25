/*
 * credit/total_core.h: the states of the aggregates avg and credit_total as
 * words of 64 bits, and what they come to.
 *
 * Whoever makes an aggregate chooses its first state, so no state is trusted: what
 * the check functions below refuse must not reach the others, and no
 * state that they accept makes them overflow, divide by zero or give what is no credit.
 *
 * Nothing here needs PostgreSQL: no allocation, no global state, no locale.
 */
#ifndef CREDIT_TOTAL_CORE_H
#define CREDIT_TOTAL_CORE_H

#include "credit/core.h"

/* ---- avg ---- */

typedef struct CreditAverage
{
	int64_t count;	/* of credits */
	int64_t scheme; /* of all of them; says nothing where there is none */
	int64_t units;	/* their sum */
} CreditAverage;

#define CREDIT_AVERAGE_WORDS ((int) (sizeof(CreditAverage) / sizeof(int64_t)))

/* Can these words be the sum of that many credits? */
extern bool credit_average_valid(const CreditAverage *state);

/*
 * Add (or, with a count below 0, take away) 'count' credits that sum up to 'units'.
 * CREDIT_MIXED for another scheme; CREDIT_RANGE for a state that is none, if the sum does not fit, or
 * if more would be taken away than there is.  The state changes on CREDIT_OK only; the next call checks it.
 */
extern CreditResult credit_average_add(CreditAverage *state, int64_t scheme, int64_t units, int64_t count);

/*
 * The same for one more credit of the scheme that the state has, as nearly every row is: false, and nothing done, where
 * credit_average_add must look closer.  So many credits as do not fit in a word can have any sum.
 */
static inline bool
credit_average_add_like(CreditAverage *state, int64_t scheme, int64_t units)
{
	int64_t largest = (int64_t) ((uint64_t) state->count * CREDIT_AMOUNT_MAX);

	if (state->count <= 0 || state->count == INT64_MAX || state->scheme != scheme ||
		(state->count <= INT64_MAX / CREDIT_AMOUNT_MAX && (state->units > largest || state->units < -largest)) ||
		__builtin_add_overflow(state->units, units, &units))
		return false;
	state->units = units;
	state->count++;
	return true;
}

/* The mean of at least one credit: exact where it is a whole number of units, else half-even to 1/10000 credit. */
extern int64_t credit_average_compute(const CreditAverage *state);

/* ---- credit_total ---- */

typedef enum CreditPolicy
{
	CREDIT_POLICY_TOTAL,	 /* the exact total is rounded once */
	CREDIT_POLICY_PER_GROUP, /* the sum of each scheme is */
	CREDIT_POLICY_PER_LINE	 /* each row is */
} CreditPolicy;

/* One for each (scheme, rate) met. */
typedef struct CreditTotalEntry
{
	int64_t scheme; /* the source scheme */
	int64_t num;	/* the rate, den > 0 */
	int64_t den;
	int64_t units; /* the sum, in units of the source */
} CreditTotalEntry;

/* What was asked, then the entries. */
typedef struct CreditTotal
{
	int64_t to;
	int64_t policy;
	int64_t step_num; /* 0: no rounding */
	int64_t step_den;
	int64_t mode;
	CreditTotalEntry entries[];
} CreditTotal;

#define CREDIT_TOTAL_HEAD ((int) (sizeof(CreditTotal) / sizeof(int64_t)))		/* words */
#define CREDIT_TOTAL_ENTRY ((int) (sizeof(CreditTotalEntry) / sizeof(int64_t))) /* words */
#define CREDIT_TOTAL_ENTRIES 8192 /* at the most: far more rates than there are rules, and still quick to combine */

/* How many entries a state of so many words has; -1 if no state has that many words. */
static inline int
credit_total_entries(int64_t words)
{
	if (words < CREDIT_TOTAL_HEAD || (words - CREDIT_TOTAL_HEAD) % CREDIT_TOTAL_ENTRY != 0 ||
		(words - CREDIT_TOTAL_HEAD) / CREDIT_TOTAL_ENTRY > CREDIT_TOTAL_ENTRIES)
		return -1;
	return (int) ((words - CREDIT_TOTAL_HEAD) / CREDIT_TOTAL_ENTRY);
}

/* Is what was asked possible?  Are all n entries? */
extern bool credit_total_head_valid(const CreditTotal *state);
extern bool credit_total_valid(const CreditTotal *state, int n);

/* The entry of a scheme and a rate among n; NULL if there is none. */
static inline CreditTotalEntry *
credit_total_find(CreditTotal *state, int n, int64_t scheme, CreditFraction rate)
{
	for (CreditTotalEntry *entry = state->entries; entry < state->entries + n; entry++)
		if (entry->scheme == scheme && entry->num == rate.num && entry->den == rate.den)
			return entry;
	return NULL;
}

/*
 * What n entries of a valid state come to, in the target scheme.  CREDIT_INEXACT: no whole number
 * of units; CREDIT_RANGE: too large to hold.
 */
extern CreditResult credit_total_compute(const CreditTotal *state, int n, int64_t *credit);

#endif /* CREDIT_TOTAL_CORE_H */
