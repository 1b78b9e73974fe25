/*
 * credit_parse_fuzz.c: any bytes as a credit and as a hint: one reading is valid and its only candidate.
 */
#include <stdlib.h>

#include "credit/parse_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	size_t split = size > 0 ? data[0] % (size + 1) : 0;
	CreditHints hints;
	CreditParse parse;

	if (!credit_hints(text, split, &hints))
		hints = (CreditHints){.scheme = -1};
	credit_parse_text(text + split, size - split, &hints, size % 2 == 0, &parse);
	for (int i = 0; i < parse.ncandidates; i++)
		if (!credit_word_valid(parse.candidates[i]))
			abort();
	if (parse.status == CREDIT_PARSED && (parse.ncandidates != 1 || parse.candidates[0] != parse.credit))
		abort();
	return 0;
}
