/*
 * Unit and property tests of the aggregates' states: no server.  Expected values
 * are written out or added up in another way.
 */
#include "check.h"
#include "credit/total_core.h"

#define ECTS CREDIT_ISO_SCHEMES
#define ROOM 8

typedef union TotalWords
{
	CreditTotal total;
	int64_t words[5 + 4 * ROOM];
} TotalWords;

static void
test_average(void)
{
	CreditAverage state = {0, 0, 0};
	CreditAverage hostile[] = {
		{1, 1023, 0},		  {-5, ECTS, 5},	{1, -5, 5}, {INT64_MIN, ECTS, 0}, {1, ECTS, CREDIT_AMOUNT_MAX + 1},
		{1, ECTS, INT64_MIN}, {1, INT64_MAX, 0}};

	check(credit_average_valid(&state), "nothing is a state");
	check(credit_average_add(&state, ECTS, 10, 1) == CREDIT_OK &&
			  credit_average_add(&state, ECTS, -6, 1) == CREDIT_OK &&
			  credit_average_compute(&state) == credit_make(ECTS, 2),
		  "(10 - 6) / 2 units are 2, exactly");
	/* an eleventh is 0.0909..., and 126 units are a ten-thousandth: 0.00005 between two of them goes to the even one */
	check(credit_average_compute(&(CreditAverage){11, ECTS, 1260000}) == credit_make(ECTS, 909 * 126) &&
			  credit_average_compute(&(CreditAverage){4, ECTS, 126 * 2 + 252 * 4}) == credit_make(ECTS, 126 * 2 + 63) &&
			  credit_average_compute(&(CreditAverage){8, ECTS, 126 * 4}) == credit_make(ECTS, 63) &&
			  credit_average_compute(&(CreditAverage){16, ECTS, 126 * 8 * 3 + 8}) == credit_make(ECTS, 126 * 2),
		  "what is no whole number of units is rounded to four decimals");
	check(credit_average_add(&state, 0, 1, 1) == CREDIT_MIXED && state.count == 2, "another scheme is refused");
	check(credit_average_add(&state, ECTS, -10, -1) == CREDIT_OK &&
			  credit_average_add(&state, ECTS, 5, -1) == CREDIT_OK && state.count == 0 &&
			  credit_average_add(&state, 0, 1, 1) == CREDIT_OK,
		  "what was added can be taken away, and then another scheme begins");
	check(credit_average_add(&state, 0, -1, -1) == CREDIT_OK && credit_average_add(&state, 0, -1, -1) == CREDIT_RANGE,
		  "no more than there is");
	for (int i = 0; i < (int) (sizeof(hostile) / sizeof(hostile[0])); i++)
		check(!credit_average_valid(&hostile[i]), "hostile average %d is refused", i);
	state = (CreditAverage){INT64_MAX, ECTS, INT64_MAX};
	check(credit_average_valid(&state) && credit_average_add(&state, ECTS, 0, 1) == CREDIT_RANGE &&
			  credit_average_add(&state, ECTS, 1, -1) == CREDIT_RANGE && state.count == INT64_MAX,
		  "a state at the ends of bigint does not overflow");
}

static void
test_shapes(void)
{
	check(credit_total_entries(4) == -1 && credit_total_entries(5) == 0 && credit_total_entries(6) == -1 &&
			  credit_total_entries(9) == 1 && credit_total_entries(-1) == -1,
		  "5 words of question, 4 of each entry");
	check(credit_total_entries(5 + 4 * INT64_C(8192)) == 8192 && credit_total_entries(5 + 4 * INT64_C(8193)) == -1,
		  "8192 entries at the most");
}

static CreditResult
total(int64_t policy, int64_t step_num, int64_t step_den, int n, const CreditTotalEntry *entries, int64_t *units)
{
	TotalWords state = {.total = {ECTS, policy, step_num, step_den, CREDIT_HALF_UP}};
	int64_t credit = 0;
	CreditResult result;

	for (int i = 0; i < n; i++)
		state.total.entries[i] = entries[i];
	if (!credit_total_valid(&state.total, n))
		return CREDIT_SYNTAX;
	result = credit_total_compute(&state.total, n, &credit);
	if (result == CREDIT_OK)
		*units = credit_units(credit);
	return result == CREDIT_OK && credit_scheme_number(credit) != ECTS ? CREDIT_MIXED : result;
}

static void
test_totals(void)
{
	/* 1/2 and 1/3 credit of two schemes at 1/1; of the first 1/4 more at 3/2 */
	static const CreditTotalEntry entries[] = {{0, 1, 1, 630000}, {3, 1, 1, 420000}, {0, 3, 2, 315000}};
	static const CreditTotalEntry seventh = {0, 1, 11, 1};
	static const CreditTotalEntry large[] = {{0, INT64_MAX, 1, INT64_MAX}, {0, INT64_MAX, 3, INT64_MAX}};
	int64_t units = 0;

	/* 1/2 + 1/3 + 3/8 = 29/24 credits */
	check(total(CREDIT_POLICY_TOTAL, 0, 1, 3, entries, &units) == CREDIT_OK && units == 1260000 / 24 * 29,
		  "exact total");
	check(total(CREDIT_POLICY_TOTAL, 1, 1, 3, entries, &units) == CREDIT_OK && units == 1260000, "29/24 to one credit");
	/* 7/8 to 1, 1/3 to 0 */
	check(total(CREDIT_POLICY_PER_GROUP, 1, 1, 3, entries, &units) == CREDIT_OK && units == 1260000,
		  "groups: 7/8 to 1, 1/3 to 0");
	/* 7/8 to 1, 1/3 to 1/2 */
	check(total(CREDIT_POLICY_PER_GROUP, 1, 2, 3, entries, &units) == CREDIT_OK && units == 1890000,
		  "groups: 7/8 to 1, 1/3 to 1/2");
	check(total(CREDIT_POLICY_PER_LINE, 1, 2, 3, entries, &units) == CREDIT_OK && units == 1260000 / 24 * 29,
		  "lines are rounded already");
	check(total(CREDIT_POLICY_TOTAL, 0, 1, 0, entries, &units) == CREDIT_OK && units == 0, "nothing is nothing");
	check(total(CREDIT_POLICY_TOTAL, 0, 1, 1, &seventh, &units) == CREDIT_INEXACT, "an eleventh of a unit");
	check(total(CREDIT_POLICY_TOTAL, 0, 1, 2, large, &units) == CREDIT_RANGE &&
			  total(CREDIT_POLICY_PER_GROUP, INT64_MAX, INT64_MAX, 2, large, &units) == CREDIT_RANGE,
		  "what is too large is refused");
}

/* a state of any words: refused, or what it comes to is a credit */
static void
test_any_words(void)
{
	uint64_t seed = 10;
	int accepted = 0, settled = 0, broken = 0;

	for (int k = 0; k < 300000; k++)
	{
		TotalWords state;
		int n = (int) (next_random(&seed) % (ROOM + 1));
		int64_t credit = 0;

		for (int i = 0; i < 5 + 4 * n; i++)
			state.words[i] = (int64_t) next_random(&seed) >> (next_random(&seed) % 64);
		if (k % 8 != 0)
		{
			state.total.to = (int64_t) (next_random(&seed) % 800);
			state.total.policy = (int64_t) (next_random(&seed) % 3);
			state.total.mode = (int64_t) (next_random(&seed) % 5);
			for (int i = 0; i < n; i++)
				state.total.entries[i].scheme = (int64_t) (next_random(&seed) % 3) * 3;
		}
		if (!credit_total_valid(&state.total, n))
			continue;
		accepted++;
		if (credit_total_compute(&state.total, n, &credit) != CREDIT_OK)
			continue;
		settled++;
		broken += !credit_word_valid(credit);
	}
	check(accepted > 1000 && settled > 1000 && broken == 0, "random words: %d are a state, %d of them a credit",
		  accepted, settled);
}

int
main(void)
{
	test_average();
	test_shapes();
	test_totals();
	test_any_words();
	return done();
}
