/*
 * recognition/gpa_core.h: averages weighted by credits, exact until the last step.
 *
 * Points are GradeNumbers (millionths), credits are in units of 1/CREDIT_UNITS
 * as in type credit.  Nothing here needs PostgreSQL.
 */
#ifndef GPA_CORE_H
#define GPA_CORE_H

#include "recognition/pack_core.h"
#include "recognition/scale_core.h"

#define GPA_PLACES_MAX 9 /* decimals of a result */

/* Sums of credits x points and of credits; both stay far below their bounds for 2^32 lines. */
typedef struct GpaSum
{
	__int128 weighted;
	__int128 credits;
} GpaSum;

/* The bounds within which gpa_value is safe. */
extern bool gpa_sum_valid(const GpaSum *sum);

/* sum += credits x points, both >= 0; false if that leaves the bounds. */
extern bool gpa_add(GpaSum *sum, GradeNumber points, int64_t credits);
extern bool gpa_merge(GpaSum *sum, const GpaSum *other);

/*
 * weighted / credits, rounded once to 'places' decimals, as an integer of
 * 10^-places; false if there are no credits or the result does not fit.
 */
extern bool gpa_value(const GpaSum *sum, int places, CreditRounding mode, int64_t *value);

/* ---- attempts: which of several results of one course counts ---- */

typedef enum GpaStatus
{
	ATTEMPT_PASSED, /* with or without a grade */
	ATTEMPT_FAILED,
	ATTEMPT_PENDING,   /* in progress, incomplete: no result yet */
	ATTEMPT_WITHDRAWN, /* left in time: as if never begun */
	ATTEMPT_AUDITED	   /* without credit */
} GpaStatus;

#define ATTEMPT_STATUSES 5

typedef enum GpaPolicy
{
	RETAKE_REPLACE, /* the latest pass; if there is none, the latest fail */
	RETAKE_LAST,	/* the latest result, be it worse */
	RETAKE_BEST,	/* the pass, or else the fail, with the highest points */
	RETAKE_LOWEST,	/* the same with the lowest points, on scales where lower is better */
	RETAKE_ALL		/* every graded result */
} GpaPolicy;

#define RETAKE_POLICIES 5

extern const char *const gpa_status_names[ATTEMPT_STATUSES];
extern const char *const gpa_policy_names[RETAKE_POLICIES];

/* One attempt, as words, so that an array of bigint can hold it. */
typedef struct GpaAttempt
{
	int64_t course[PACK_WORDS];
	int64_t attempt; /* its number: a later one is higher */
	int64_t status;
	int64_t graded; /* 1: points count */
	int64_t points;
	int64_t credits;
} GpaAttempt;

/* What a transcript comes to; credits in units. */
typedef struct GpaSummary
{
	GpaSum sum; /* of the lines that count */
	__int128 earned;
	__int128 failed;  /* of courses with a result, but no pass */
	__int128 pending; /* of courses without a pass whose latest attempt is open */
	int courses;
} GpaSummary;

/* Are the words an attempt?  (For states that came from outside.) */
extern bool gpa_attempt_valid(const GpaAttempt *attempt);

/*
 * Sorts the attempts by course and number, then takes what the policy takes.
 * False, and *twice an index into the sorted array, if an attempt of a course
 * stands twice.
 */
extern bool gpa_evaluate(GpaAttempt *attempts, int n, GpaPolicy policy, GpaSummary *summary, int *twice);

#endif /* GPA_CORE_H */
