/*
 * program/digits_core.c: see program/digits_core.h.
 */
#include "program/digits_core.h"

#include <string.h>

/* the next word of a list; its length is 0 at the end */
const char *
program_next_word(const char *list, char separator, size_t *len)
{
	size_t n = 0;

	while (*list == separator)
		list++;
	while (list[n] != '\0' && list[n] != separator)
		n++;
	*len = n;
	return list;
}

/* ---- the digits of a code ---- */

/* digits[] by place, from the code; returns how many are not 0 */
int
program_split(const ProgramGrammar *g, uint64_t code, uint32_t digits[PROGRAM_PARTS])
{
	int n = 0;

	for (int w = g->nparts - 1; w >= 0; w--)
	{
		uint32_t r = g->parts[program_part_at(g, w)].radix;

		digits[w] = (uint32_t) (code % r);
		code /= r;
		if (digits[w] != 0 && n == 0)
			n = w + 1;
	}
	return n;
}

uint64_t
program_join(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS])
{
	uint64_t code = 0;

	for (int w = 0; w < g->nparts; w++)
		code = code * g->parts[program_part_at(g, w)].radix + digits[w];
	return code;
}

/* ---- codes of symbols ---- */

int
program_symbol_number(char c)
{
	c = text_upper(c);
	return c == '-' ? 1 : c == '.' ? 2 : text_is_digit(c) ? c - '0' + 3 : c >= 'A' && c <= 'Z' ? c - 'A' + 13 : 0;
}

char
program_symbol_char(int symbol)
{
	return " -.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[symbol];
}

/* symbols[] of a code; returns how many, 0 if they are not a code */
int
program_split_symbols(uint64_t code, int symbols[SYMBOL_COUNT])
{
	int n = 0;

	for (int i = SYMBOL_COUNT - 1; i >= 0; i--)
	{
		symbols[i] = (int) (code % SYMBOL_RADIX);
		code /= SYMBOL_RADIX;
		if (symbols[i] != 0 && n == 0)
			n = i + 1;
	}
	return n;
}

uint64_t
program_join_symbols(const int *symbols, int n)
{
	uint64_t code = 0;

	for (int i = 0; i < SYMBOL_COUNT; i++)
		code = code * SYMBOL_RADIX + (uint64_t) (i < n ? symbols[i] : 0);
	return code;
}

/* ---- what goes together ---- */

/* do the first two parts go together?  -1: no; else whether the code stands alone */
static int
program_pair_of(const ProgramGrammar *g, const uint32_t *digits)
{
	int a = (int) digits[0] - 2;
	int b = digits[1] >= 2 ? (int) digits[1] - 2 : 0;

	for (const ProgramPair *p = g->pairs; p->lo1 >= 0; p++)
		if (a >= p->lo1 && a <= p->hi1 && b >= p->lo2 && b <= p->hi2)
			return p->alone;
	return -1;
}

/* may there be a heading of only this first part? */
static bool
pair_heading(const ProgramGrammar *g, const uint32_t *digits)
{
	int a = (int) digits[0] - 2;

	for (const ProgramPair *p = g->pairs; p->lo1 >= 0; p++)
		if (a >= p->lo1 && a <= p->hi1 && !p->alone)
			return true;
	return false;
}

/* is the n-part beginning of digits[] a code or a heading?  Fills in "empty". */
bool
program_complete(const ProgramGrammar *g, uint32_t *digits, int *n, bool listed, bool *wrong_pair)
{
	int last = g->nparts;

	*wrong_pair = false;
	while (last > 0 && digits[last - 1] <= 1)
		digits[--last] = 0;
	if (last == 0)
		return false;
	for (int w = 0; w < last; w++)
		if (digits[w] == 0)
		{
			if (!(g->parts[program_part_at(g, w)].flags & (PROGRAM_OPTIONAL | PROGRAM_ZERO)))
				return false;
			digits[w] = 1;
		}
	if (!listed && (g->parts[program_part_at(g, last - 1)].flags & PROGRAM_JOINED))
		return false;
	if (g->pairs != NULL)
	{
		int fits = last > 1 || listed ? program_pair_of(g, digits) : pair_heading(g, digits) ? 0 : -1;

		if (fits < 0 || (fits == 1 && last != 2))
		{
			*wrong_pair = true;
			return false;
		}
	}
	*n = last;
	return true;
}

/* ---- form ---- */

/* the largest code that the layout has room for, plus one */
static uint64_t
room(const ProgramGrammar *g)
{
	uint64_t size = 1;

	if (program_is_general(g))
		for (int i = 0; i < SYMBOL_COUNT; i++)
			size *= SYMBOL_RADIX;
	else
		for (int i = 0; i < g->nparts; i++)
			size *= g->parts[i].radix;
	return size;
}

/* a token's number beyond the list has no text: writing must not see it */
static bool
tokens_known(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS])
{
	for (int i = 0; i < g->nparts; i++)
	{
		uint32_t digit = digits[program_place(g, i)];
		uint32_t count = 0;
		size_t n;

		if (g->parts[i].kind != PROGRAM_TOKEN)
			continue;
		for (const char *w = program_next_word(g->parts[i].tokens, ' ', &n); n > 0;
			 w = program_next_word(w + n, ' ', &n))
			count++;
		if (digit >= 2 && digit - 2 >= count)
			return false;
	}
	return true;
}

/* Has the integer the form of a code of its classifier?  (That alone makes it none.) */
bool
program_has_form(int64_t value)
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	uint32_t digits[PROGRAM_PARTS];

	if (g == NULL || g->nparts == 0 || program_code_of(value) == 0 || program_code_of(value) >= room(g))
		return false;
	if (program_is_general(g))
		return true;
	program_split(g, program_code_of(value), digits);
	return tokens_known(g, digits);
}
