/*
 * term_fuzz.c: any bytes as text and as stored bits; what is accepted comes back.
 */
#include "term/core.h"

#include <stdlib.h>
#include <string.h>

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                                               \
	do                                                                                                                 \
	{                                                                                                                  \
		if (!(condition))                                                                                              \
			abort();                                                                                                   \
	} while (0)

static void
try_term(int32_t term)
{
	TermFields fields, seen;
	TermBounds bounds;
	char text[TERM_TEXT_SIZE];
	int32_t again;

	HOLDS(term_check(term) == TERM_OK);
	term_fields(term, &fields);
	HOLDS(term_make(&fields, &again) == TERM_OK && again == term);
	HOLDS(term_format(term, text) == TERM_TEXT_SIZE - 1);
	HOLDS(term_parse(text, strlen(text), &again, &seen) == TERM_OK && again == term);
	HOLDS(term_check(term_year(term)) == TERM_OK && term_contains(term_year(term), term));
	if (term_shift(term, 1, &again) == TERM_OK)
		HOLDS(term_start(again) == term_end(term) && again > term && !term_overlaps(again, term));
	term_bounds_within(term, &bounds);
	HOLDS(bounds.has_low && term_check(bounds.low) == TERM_OK && bounds.low <= term);
	HOLDS(!bounds.has_high || (term_check(bounds.high) == TERM_OK && bounds.high > term));
	HOLDS(term_check(term_last_beginning_in(term)) == TERM_OK && term_last_beginning_in(term) >= term);
	HOLDS(term_check(term_first_overlapping(term)) == TERM_OK && term_first_overlapping(term) <= term);
	term_bounds_overlapping(term, &bounds);
	HOLDS(!bounds.has_low || (term_check(bounds.low) == TERM_OK && bounds.low < term));
}

/* Bits that may be no term: nothing overruns, and their text does not read as a term. */
static void
try_bits(int32_t bits)
{
	TermFields fields, seen;
	TermBounds bounds;
	char text[TERM_TEXT_SIZE];
	int32_t again;
	size_t n = term_format(bits, text);

	HOLDS(n < TERM_TEXT_SIZE && n == strlen(text));
	HOLDS((term_parse(text, n, &again, &seen) == TERM_OK && again == bits) == (term_check(bits) == TERM_OK));
	term_fields(bits, &fields);
	HOLDS(term_check(bits) == TERM_OK || (term_year(bits) == bits && term_shift(bits, 1, &again) == TERM_BAD_BITS));
	term_bounds_within(bits, &bounds);
	term_bounds_overlapping(bits, &bounds);
	(void) term_last_beginning_in(bits);
	(void) term_first_overlapping(bits);
	(void) term_contains(bits, bits);
	(void) term_overlaps(bits, bits);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TermFields seen;
	int32_t term, shifted;
	char *text = malloc(size ? size : 1); /* exact size: an overrun is seen */

	memcpy(text, data, size);
	if (term_parse(text, size, &term, &seen) == TERM_OK)
		try_term(term);
	free(text);

	if (size >= sizeof term)
	{
		memcpy(&term, data, sizeof term);
		try_bits(term);
		if (term_check(term) == TERM_OK)
		{
			int64_t count = 0;

			try_term(term);
			memcpy(&count, data + sizeof term, size - sizeof term < sizeof count ? size - sizeof term : sizeof count);
			if (term_shift(term, count, &shifted) == TERM_OK)
				try_term(shifted);
		}
	}
	return 0;
}
