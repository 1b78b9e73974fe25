/*
 * program/tree_core.c: what is above and below a code, and its levels.
 */
#include "program/digits_core.h"

#include <string.h>

bool
program_valid(int64_t value)
{
	int classifier = program_classifier(value);
	char text[PROGRAM_CODE_MAX];
	ProgramProblem problem;
	int64_t again;
	int len;

	if (!program_has_form(value))
		return false;
	/* what its own text reads back as */
	len = program_code_text(value, text);
	return program_encode(classifier, text, (size_t) len, 0, &again, &problem) == PROGRAM_OK && again == value;
}

/* ---- the tree ---- */

/* the integers below (and at) the code with n digits, less one */
static uint64_t
span(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int n)
{
	uint64_t size = 1;

	/* a code that ends in the middle of a level has none below it */
	if (n > 0 && (g->parts[program_part_at(g, n - 1)].flags & PROGRAM_JOINED))
		return 0;
	(void) digits;
	for (int w = n; w < g->nparts; w++)
		size *= g->parts[program_part_at(g, w)].radix;
	return size - 1;
}

void
program_subtree(int64_t value, int64_t *lo, int64_t *hi)
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	uint32_t digits[PROGRAM_PARTS];

	*lo = *hi = value;
	if (g == NULL || g->nparts == 0)
		return;
	if (program_is_general(g))
	{
		int symbols[SYMBOL_COUNT];
		int n = program_split_symbols(program_code_of(value), symbols);
		uint64_t size = 1;

		/* behind a whole part comes the end, a hyphen or a dot: the first three symbols */
		if (n == 0 || n >= SYMBOL_COUNT)
			return;
		for (int i = n + 1; i < SYMBOL_COUNT; i++)
			size *= SYMBOL_RADIX;
		*hi = value + (int64_t) (size * (SYMBOL_DOT + 1) - 1);
		return;
	}
	*hi = value + (int64_t) span(g, digits, program_split(g, program_code_of(value), digits));
}

/* the largest digit that a part's value can have */
static uint32_t
digit_max(const ProgramPart *part)
{
	uint32_t count = 0;
	size_t n;

	switch (part->kind)
	{
		case PROGRAM_LETTER:
			return PROGRAM_LETTER_RADIX - 1;
		case PROGRAM_MIXED:
			return PROGRAM_MIXED_RADIX - 1;
		case PROGRAM_TOKEN:
			for (const char *w = program_next_word(part->tokens, ' ', &n); n > 0; w = program_next_word(w + n, ' ', &n))
				count++;
			return count + 1;
		default:
			return (uint32_t) part->hi + 2;
	}
}

/*
 * The last code whose first w digits are these, into *last.  Each try is one of *tries:
 * in the grammars there are the first few do, for nearly all of what the parts allow is a code.
 */
static bool
last_from(const ProgramGrammar *g, int classifier, uint32_t digits[PROGRAM_PARTS], int w, int *tries, int64_t *last)
{
	if (w == g->nparts)
	{
		*last = (int64_t) program_pack(classifier, program_join(g, digits));
		return (*tries)-- > 0 && program_valid(*last);
	}
	for (uint32_t digit = digit_max(&g->parts[program_part_at(g, w)]) + 1; digit-- > 0 && *tries > 0;)
	{
		bool wrong_pair = false;
		int n;

		digits[w] = digit;
		if (w == 1 && digit >= 2)
			(void) program_complete(g, digits, &n, true, &wrong_pair);
		if (!wrong_pair && last_from(g, classifier, digits, w + 1, tries, last))
			return true;
	}
	digits[w] = 0;
	return false;
}

/* the same for codes of symbols: behind a whole part comes a dot, then anything */
static int64_t
last_of_symbols(int64_t value)
{
	int symbols[SYMBOL_COUNT];
	int n = program_split_symbols(program_code_of(value), symbols);

	if (n == 0 || n + 2 > SYMBOL_COUNT)
		return value;
	symbols[n] = SYMBOL_DOT;
	for (int i = n + 1; i < SYMBOL_COUNT; i++)
		symbols[i] = SYMBOL_RADIX - 1;
	return (int64_t) program_pack(program_classifier(value), program_join_symbols(symbols, SYMBOL_COUNT));
}

bool
program_last(int64_t value, int64_t *last)
{
	int classifier = program_classifier(value);
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	uint32_t digits[PROGRAM_PARTS];
	int64_t lo, hi;
	int tries = 10000;
	int n;

	*last = value;
	if (!program_valid(value))
		return false;
	program_subtree(value, &lo, &hi);
	if (lo == hi)
		return true;
	if (program_is_general(g))
	{
		if (g->parts[0].tokens != NULL) /* digits alone: no part can follow */
			return true;
		*last = last_of_symbols(value);
		return program_valid(*last);
	}
	n = program_split(g, program_code_of(value), digits);
	return last_from(g, classifier, digits, n, &tries, last);
}

/* shortens digits[] to the next heading above; returns its length, 0 if there is none */
static int
heading_above(const ProgramGrammar *g, uint32_t digits[PROGRAM_PARTS], int n)
{
	while (n > 1)
	{
		bool wrong_pair;
		int m;

		digits[--n] = 0;
		if (digits[n - 1] == 1)
			continue;
		if (program_complete(g, digits, &m, false, &wrong_pair))
			return m;
		if (wrong_pair)
			return 0;
	}
	return 0;
}

/* a heading that has no text (the empty letter alone) is none */
static bool
has_text(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int n)
{
	char text[PROGRAM_CODE_MAX];

	return (size_t) (program_write_code(g, digits, n, text) - text) > strlen(g->prefix);
}

bool
program_parent(int64_t value, int64_t *parent)
{
	int classifier = program_classifier(value);
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	uint32_t digits[PROGRAM_PARTS];
	int n;

	if (g == NULL || g->nparts == 0)
		return false;
	if (program_is_general(g))
	{
		int symbols[SYMBOL_COUNT];

		n = program_split_symbols(program_code_of(value), symbols);
		while (n > 0 && symbols[n - 1] > SYMBOL_DOT)
			n--;
		if (n < 2)
			return false;
		*parent = (int64_t) program_pack(classifier, program_join_symbols(symbols, n - 1));
		return true;
	}
	n = program_split(g, program_code_of(value), digits);
	n = heading_above(g, digits, n);
	if (n == 0 || !has_text(g, digits, n))
		return false;
	*parent = (int64_t) program_pack(classifier, program_join(g, digits));
	return true;
}

/* The value's first n digits or symbols. */
static int64_t
beginning(const ProgramGrammar *g, int64_t value, int n)
{
	int classifier = program_classifier(value);
	uint32_t digits[PROGRAM_PARTS];
	int symbols[SYMBOL_COUNT];

	if (program_is_general(g))
	{
		program_split_symbols(program_code_of(value), symbols);
		return (int64_t) program_pack(classifier, program_join_symbols(symbols, n));
	}
	program_split(g, program_code_of(value), digits);
	for (int w = n; w < g->nparts; w++)
		digits[w] = 0;
	return (int64_t) program_pack(classifier, program_join(g, digits));
}

/* The lineage of an integer that is no code: its parents need not be codes, so each beginning is tried. */
static int
lineage_of_none(int64_t value, int64_t codes[PROGRAM_LINEAGE_MAX])
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	int count = 0;

	if (g == NULL || g->nparts == 0)
		return 0;
	for (int n = program_is_general(g) ? SYMBOL_COUNT : g->nparts; n-- > 1;)
	{
		int64_t top = beginning(g, value, n);

		if ((count == 0 || top != codes[count - 1]) && program_below(value, top))
			codes[count++] = top;
	}
	return count;
}

int
program_lineage(int64_t value, int64_t codes[PROGRAM_LINEAGE_MAX])
{
	int count = 0;

	if (!program_valid(value))
		return lineage_of_none(value, codes);
	do
		codes[count++] = value;
	while (count < PROGRAM_LINEAGE_MAX && program_parent(value, &value));
	return count;
}

int
program_depth(int64_t value)
{
	int depth = 1;

	while (program_parent(value, &value))
		depth++;
	return depth;
}

bool
program_common(int64_t a, int64_t b, int64_t *common)
{
	while (!program_below(b, a))
		if (!program_parent(a, &a))
			return false;
	*common = a;
	return true;
}

bool
program_listed(int64_t value)
{
	char text[PROGRAM_CODE_MAX];
	ProgramProblem problem;
	int64_t again;
	int len = program_code_text(value, text);

	return program_encode(program_classifier(value), text, (size_t) len, PROGRAM_READ_LISTED, &again, &problem) ==
		   PROGRAM_OK;
}

/* ---- levels ---- */

/* does a part (1-based; 0: no condition) have one of these values? */
static bool
part_is(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int part, const char *values)
{
	char text[PROGRAM_CODE_MAX];
	uint32_t digit;
	size_t len, n;

	if (part == 0)
		return true;
	digit = digits[program_place(g, part - 1)];
	if (digit < 2)
		return false;
	if (values == NULL)
		return true;
	len = (size_t) (program_write_part(text, &g->parts[part - 1], digit - 2) - text);
	for (const char *w = program_next_word(values, ' ', &n); n > 0; w = program_next_word(w + n, ' ', &n))
		if (n == len && memcmp(w, text, n) == 0)
			return true;
	return false;
}

uint16_t
program_levels(int64_t value)
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	uint32_t digits[PROGRAM_PARTS];

	if (g == NULL || g->levels == NULL)
		return 0;
	program_split(g, program_code_of(value), digits);
	for (const ProgramLevel *l = g->levels; l->levels != 0; l++)
		if (part_is(g, digits, l->part, l->values) && part_is(g, digits, l->part2, l->values2))
			return l->levels;
	return 0;
}

int
program_level(int64_t value)
{
	uint16_t levels = program_levels(value);

	for (int level = 0; level < 16; level++)
		if (levels == (uint16_t) (1 << level))
			return level;
	return -1;
}
