/*
 * credit/total_core.c: see credit/total_core.h.
 */
#include "credit/total_core.h"

typedef __int128 int128;

/* ---- avg ---- */

bool
credit_average_valid(const CreditAverage *state)
{
	int128 largest = (int128) state->count * CREDIT_AMOUNT_MAX;

	if (state->count == 0)
		return true;
	return state->count > 0 && credit_scheme_exists(state->scheme) && state->units >= -largest &&
		   state->units <= largest;
}

CreditResult
credit_average_add(CreditAverage *state, int64_t scheme, int64_t units, int64_t count)
{
	CreditAverage sum = {.scheme = scheme};

	if (state->count != 0)
	{
		if (!credit_average_valid(state))
			return CREDIT_RANGE;
		sum = *state;
	}
	if (sum.scheme != scheme)
		return CREDIT_MIXED;
	if (__builtin_add_overflow(sum.units, units, &sum.units) || __builtin_add_overflow(sum.count, count, &sum.count) ||
		sum.count < 0)
		return CREDIT_RANGE;
	*state = sum;
	return CREDIT_OK;
}

int64_t
credit_average_compute(const CreditAverage *state)
{
	int64_t step = state->units % state->count == 0 ? 1 : CREDIT_UNITS / 10000;

	/* a mean that is no whole number of units is no fraction that people write: four decimals */
	return credit_make((int) state->scheme,
					   (int64_t) credit_divide_round(state->units, (__int128) state->count * step, CREDIT_HALF_EVEN) *
						   step);
}

/* ---- credit_total: the state ---- */

bool
credit_total_head_valid(const CreditTotal *state)
{
	return credit_scheme_exists(state->to) && state->policy >= CREDIT_POLICY_TOTAL &&
		   state->policy <= CREDIT_POLICY_PER_LINE && state->step_num >= 0 && state->step_den > 0 &&
		   state->mode >= CREDIT_HALF_UP && state->mode <= CREDIT_TRUNCATE;
}

bool
credit_total_valid(const CreditTotal *state, int n)
{
	if (!credit_total_head_valid(state))
		return false;
	for (int i = 0; i < n; i++)
		if (!credit_scheme_exists(state->entries[i].scheme) || state->entries[i].den <= 0)
			return false;
	return true;
}

/* ---- credit_total: the end, one exact sum of fractions ---- */

typedef struct WideFraction
{
	int128 num;
	int128 den; /* > 0 */
} WideFraction;

/* The greatest common divisor of two denominators. */
static int128
wide_gcd(int128 a, int128 b)
{
	while (b != 0)
	{
		int128 r = a % b;

		a = b;
		b = r;
	}
	return a;
}

/* sum += units * num / den; false if that does not fit */
static bool
add_exactly(WideFraction *sum, const CreditTotalEntry *entry)
{
	int128 divisor = wide_gcd(sum->den, entry->den);
	int128 factor = entry->den / divisor;
	int128 left;
	int128 right;

	return !__builtin_mul_overflow(sum->num, factor, &left) &&
		   !__builtin_mul_overflow((int128) entry->units * entry->num, sum->den / divisor, &right) &&
		   !__builtin_add_overflow(left, right, &sum->num) && !__builtin_mul_overflow(sum->den, factor, &sum->den);
}

/* The sum in units, which must be a whole number. */
static CreditResult
settle_exactly(WideFraction sum, int128 *units)
{
	if (sum.num % sum.den != 0)
		return CREDIT_INEXACT;
	*units = sum.num / sum.den;
	return CREDIT_OK;
}

/* The nearest multiple of the step, in units. */
static CreditResult
settle_rounded(const CreditTotal *state, WideFraction sum, int128 *units)
{
	int128 num;
	int128 den;

	if (__builtin_mul_overflow(sum.num, (int128) state->step_den, &num) ||
		__builtin_mul_overflow(sum.den, (int128) state->step_num * CREDIT_UNITS, &den))
		return CREDIT_RANGE;
	num = credit_divide_round(num, den, (CreditRounding) state->mode);
	if (__builtin_mul_overflow(num, (int128) state->step_num * CREDIT_UNITS, &num))
		return CREDIT_RANGE;
	if (num % state->step_den != 0)
		return CREDIT_INEXACT;
	*units = num / state->step_den;
	return CREDIT_OK;
}

/* The result, unless the units are more than a credit holds. */
static CreditResult
checked_units(CreditResult result, int128 units)
{
	if (result == CREDIT_OK && (units > CREDIT_AMOUNT_MAX || units < -CREDIT_AMOUNT_MAX))
		return CREDIT_RANGE;
	return result;
}

/* All entries as one sum, settled once: each line is a whole number of units already where lines are rounded. */
static CreditResult
settle_all(const CreditTotal *state, int n, int128 *units)
{
	WideFraction sum = {0, 1};

	for (int i = 0; i < n; i++)
		if (!add_exactly(&sum, &state->entries[i]))
			return CREDIT_RANGE;
	if (state->step_num == 0 || state->policy == CREDIT_POLICY_PER_LINE)
		return settle_exactly(sum, units);
	return settle_rounded(state, sum, units);
}

/* A scheme may have several rates: its group is all of them, taken at the first. */
static bool
first_of_scheme(const CreditTotal *state, int i)
{
	for (int j = 0; j < i; j++)
		if (state->entries[j].scheme == state->entries[i].scheme)
			return false;
	return true;
}

/* Each scheme settled for itself. */
static CreditResult
settle_groups(const CreditTotal *state, int n, int128 *units)
{
	*units = 0;
	for (int i = 0; i < n; i++)
	{
		WideFraction sum = {0, 1};
		int128 group = 0;
		CreditResult result;

		if (!first_of_scheme(state, i))
			continue;
		for (int j = i; j < n; j++)
			if (state->entries[j].scheme == state->entries[i].scheme && !add_exactly(&sum, &state->entries[j]))
				return CREDIT_RANGE;
		result = settle_rounded(state, sum, &group);
		result = checked_units(result, group);
		if (result != CREDIT_OK)
			return result;
		*units += group;
	}
	return CREDIT_OK;
}

CreditResult
credit_total_compute(const CreditTotal *state, int n, int64_t *credit)
{
	int128 units = 0;
	bool by_group = state->policy == CREDIT_POLICY_PER_GROUP && state->step_num != 0;
	CreditResult result = by_group ? settle_groups(state, n, &units) : settle_all(state, n, &units);

	result = checked_units(result, units);
	if (result == CREDIT_OK)
		*credit = credit_make((int) state->to, (int64_t) units);
	return result;
}
