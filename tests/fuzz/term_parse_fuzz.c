/*
 * term_parse_fuzz.c: any bytes as a term and as a hint: one reading is valid and its only candidate.
 */
#include <stdlib.h>

#include "term/parse_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	size_t split = size > 0 ? data[0] % (size + 1) : 0;
	TermHints hints;
	TermParse parse;

	if (!term_hints(text, split, &hints))
		hints = (TermHints){0};
	term_parse_text(text + split, size - split, &hints, size % 2 == 0, &parse);
	for (int i = 0; i < parse.ncandidates; i++)
		if (term_check(parse.candidates[i]) != TERM_OK)
			abort();
	if (parse.status == TERM_PARSED && (parse.ncandidates != 1 || parse.candidates[0] != parse.term))
		abort();
	return 0;
}
