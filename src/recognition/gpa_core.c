/*
 * recognition/gpa_core.c: see recognition/gpa_core.h.
 */
#include "recognition/gpa_core.h"

#include <stdlib.h>
#include <string.h>

typedef __int128 int128;

const char *const gpa_status_names[ATTEMPT_STATUSES] = {"passed", "failed", "pending", "withdrawn", "audited"};
const char *const gpa_policy_names[RETAKE_POLICIES] = {"replace", "last", "best", "lowest", "all"};

/* ---- sums ---- */

/* credits below 2^86: with the highest points (2^40) their product, and ten times a remainder of the division, fit */
#define CREDITS_BOUND ((int128) 1 << 86)

bool
gpa_sum_valid(const GpaSum *sum)
{
	return sum->credits >= 0 && sum->credits < CREDITS_BOUND && sum->weighted >= 0 &&
		   sum->weighted <= sum->credits * GRADE_NUMBER_MAX;
}

bool
gpa_add(GpaSum *sum, GradeNumber points, int64_t credits)
{
	/* 2^40 x 2^53 more than the bounds of sums */
	sum->weighted += (int128) points * credits;
	sum->credits += credits;
	return sum->credits < CREDITS_BOUND;
}

bool
gpa_merge(GpaSum *sum, const GpaSum *other)
{
	sum->weighted += other->weighted;
	sum->credits += other->credits;
	return sum->credits < CREDITS_BOUND;
}

bool
gpa_value(const GpaSum *sum, int places, CreditRounding mode, int64_t *value)
{
	int128 den = sum->credits * GRADE_UNIT; /* below 2^110 */
	int128 quotient;
	int128 rest;

	if (sum->credits == 0)
		return false;
	quotient = sum->weighted / den;
	rest = sum->weighted % den;
	for (int i = 0; i < places; i++)
	{
		quotient = quotient * 10 + rest * 10 / den;
		rest = rest * 10 % den;
	}
	/* the last digit stays with the remainder: halves to even ask for it */
	quotient += credit_divide_round((quotient & 1) * den + rest, den, mode) - (quotient & 1);
	if (quotient > INT64_MAX)
		return false;
	*value = (int64_t) quotient;
	return true;
}

/* ---- attempts ---- */

bool
gpa_attempt_valid(const GpaAttempt *attempt)
{
	char text[PACK_BYTES];

	return unpack_text(attempt->course, text) >= 0 && attempt->status >= 0 && attempt->status < ATTEMPT_STATUSES &&
		   (attempt->graded == 0 || attempt->graded == 1) && attempt->points >= 0 &&
		   attempt->points <= GRADE_NUMBER_MAX && attempt->credits >= 0 && attempt->credits <= CREDIT_AMOUNT_MAX;
}

/* For qsort: the attempts of a course stand together, the earliest first. */
static int
compare_attempts(const void *a, const void *b)
{
	const GpaAttempt *x = a;
	const GpaAttempt *y = b;
	int order = memcmp(x->course, y->course, sizeof(x->course));

	if (order != 0)
		return order;
	return x->attempt < y->attempt ? -1 : x->attempt > y->attempt;
}

/* Has the attempt a result? An open one counts neither as passed nor as failed. */
static bool
has_result(const GpaAttempt *attempt)
{
	return attempt->status == ATTEMPT_PASSED || attempt->status == ATTEMPT_FAILED;
}

/* Has the attempt a grade? A bare pass has a result and no grade. */
static bool
has_grade(const GpaAttempt *attempt)
{
	return has_result(attempt) && attempt->graded == 1;
}

/* Is 'next' at least as good a result as 'held': a pass before a fail, then the points? */
static bool
is_as_good(const GpaAttempt *held, const GpaAttempt *next, bool lower)
{
	if (next->status != held->status)
		return next->status == ATTEMPT_PASSED;
	if (!has_grade(next) || !has_grade(held))
		return has_grade(next) || !has_grade(held);
	return lower ? next->points <= held->points : next->points >= held->points;
}

/* Does 'next', which is later, take the place of 'held' under the policy? */
static bool
takes_over(const GpaAttempt *held, const GpaAttempt *next, GpaPolicy policy)
{
	if (policy == RETAKE_ALL || !has_result(next))
		return false;
	if (held == NULL || policy == RETAKE_LAST)
		return true;
	if (policy == RETAKE_REPLACE)
		return next->status == ATTEMPT_PASSED || held->status == ATTEMPT_FAILED;
	return is_as_good(held, next, policy == RETAKE_LOWEST);
}

/* Finds the result of a course from its attempts, in their order. */
static void
evaluate_course(const GpaAttempt *attempts, int n, GpaPolicy policy, GpaSummary *summary)
{
	const GpaAttempt *counted = NULL;
	const GpaAttempt *passed = NULL;
	const GpaAttempt *failed = NULL;
	const GpaAttempt *last = &attempts[n - 1];

	for (int i = 0; i < n; i++)
	{
		if (policy == RETAKE_ALL && has_grade(&attempts[i]))
			gpa_add(&summary->sum, attempts[i].points, attempts[i].credits);
		if (takes_over(counted, &attempts[i], policy))
			counted = &attempts[i];
		if (attempts[i].status == ATTEMPT_PASSED)
			passed = &attempts[i];
		if (attempts[i].status == ATTEMPT_FAILED)
			failed = &attempts[i];
	}
	/* the attempt that counts brings its own credits */
	if (counted != NULL && has_grade(counted))
		gpa_add(&summary->sum, counted->points, counted->credits);
	if (counted != NULL && counted->status == ATTEMPT_PASSED)
		passed = counted;
	if (passed != NULL)
		summary->earned += passed->credits;
	else if (last->status == ATTEMPT_PENDING)
		summary->pending += last->credits;
	else if (failed != NULL)
		summary->failed += failed->credits;
}

bool
gpa_evaluate(GpaAttempt *attempts, int n, GpaPolicy policy, GpaSummary *summary, int *twice)
{
	memset(summary, 0, sizeof(*summary));
	qsort(attempts, (size_t) n, sizeof(GpaAttempt), compare_attempts);
	for (int from = 0, to; from < n; from = to)
	{
		for (to = from + 1; to < n && pack_equal(attempts[to].course, attempts[from].course); to++)
			if (attempts[to].attempt == attempts[to - 1].attempt)
			{
				*twice = to;
				return false;
			}
		evaluate_course(&attempts[from], to - from, policy, summary);
		summary->courses++;
	}
	return true;
}
