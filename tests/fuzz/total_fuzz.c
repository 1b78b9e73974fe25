/*
 * total_fuzz.c: any words as a state of avg or credit_total: refused, or what it
 * comes to is a credit, whose text reads back.
 */
#include "credit/total_core.h"

#include <stdlib.h>
#include <string.h>

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool holds)
{
	if (!holds)
		abort();
}

static void
check_credit(int64_t credit)
{
	char text[CREDIT_TEXT_MAX];
	int64_t back = 0;
	size_t at;
	int n = credit_format(credit, text);

	demand(n < CREDIT_TEXT_MAX && (size_t) n == strlen(text));
	demand((credit_parse(text, (size_t) n, &back, &at) == CREDIT_OK && back == credit) == credit_word_valid(credit));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int64_t words = (int64_t) (size / sizeof(int64_t));
	int64_t *copy = malloc(size + 1); /* exact size: an overrun is seen */
	int64_t credit = 0;
	int n = credit_total_entries(words);

	memcpy(copy, data, size);
	if (words > 0)
		check_credit(copy[0]);
	if (n >= 0 && credit_total_valid((CreditTotal *) copy, n) &&
		credit_total_compute((CreditTotal *) copy, n, &credit) == CREDIT_OK)
	{
		demand(credit_word_valid(credit));
		check_credit(credit);
	}
	if (words >= 2 * CREDIT_AVERAGE_WORDS)
	{
		CreditAverage *state = (CreditAverage *) copy;

		if (credit_average_valid(state) &&
			credit_average_add(state, state[1].scheme, state[1].units, state[1].count) == CREDIT_OK &&
			credit_average_valid(state) && state->count > 0)
			demand(credit_word_valid(credit_average_compute(state)));
	}
	free(copy);
	return 0;
}
