/*
 * Fuzz target: two names of any bytes, parted by the first newline, are alike from 0
 * to 1, and 1 is for equal ones alone.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "registry/name_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	const char *newline = size > 0 ? memchr(text, '\n', size) : NULL;
	size_t alen = newline ? (size_t) (newline - text) : size / 2;
	const char *b = newline ? newline + 1 : text + alen;
	size_t blen = (size_t) (text + size - b);
	RegistryName as = {b, blen, b, blen / 2, text, alen / 2};
	double score = size > 0 ? registry_name_similarity(text, alen, &as) : 0;
	bool same = alen > 0 && alen == blen && memcmp(text, b, alen) == 0;

	if (!(score >= 0 && score <= 1) || (score == 1) != same)
		abort();
	return 0;
}
