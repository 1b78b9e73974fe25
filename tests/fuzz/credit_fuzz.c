/*
 * Fuzz target: whatever credit_parse accepts prints to a text that gives the same
 * value back; whatever it refuses leaves the result alone and points inside the text.
 */
#include <stdlib.h>
#include <string.h>

#include "credit/core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool holds)
{
	if (!holds)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int64_t credit = INT64_C(0x5eed);
	int64_t back = 0;
	int64_t units;
	size_t at = 0;
	char text[CREDIT_TEXT_MAX];
	CreditFraction f = {1, 1};

	if (credit_parse((const char *) data, size, &credit, &at) == CREDIT_OK)
	{
		int n = credit_format(credit, text);

		demand(n < CREDIT_TEXT_MAX && credit_word_valid(credit));
		demand(credit_parse(text, (size_t) n, &back, &at) == CREDIT_OK && back == credit);
		demand(credit_scale(credit_units(credit), f, &units) == CREDIT_OK && units == credit_units(credit));
	}
	else
		demand(credit == INT64_C(0x5eed) && at <= size);
	if (credit_parse_fraction((const char *) data, size, &f) == CREDIT_OK)
	{
		demand(f.den > 0);
		if (f.num > 0 && credit_word_valid(credit))
			(void) credit_scale_round(credit_units(credit), f, f, CREDIT_HALF_EVEN, &units);
	}
	return 0;
}
