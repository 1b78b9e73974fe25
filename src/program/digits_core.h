/*
 * program/digits_core.h: the digits that a code is made of, for the files that read, write and climb.
 *
 * digits[] is by place in the value: 0 the code ends before this part, 1 it is
 * empty though a later one is not, v + 2 its value v (program/core.h).
 */
#ifndef PROGRAM_DIGITS_CORE_H
#define PROGRAM_DIGITS_CORE_H

#include "ground/text_core.h"
#include "program/core.h"

static inline uint64_t
program_pack(int classifier, uint64_t code)
{
	return ((uint64_t) classifier << PROGRAM_CODE_BITS | code) ^ PROGRAM_TOP_BIT;
}

static inline uint64_t
program_code_of(int64_t value)
{
	return (uint64_t) value & PROGRAM_CODE_MASK;
}

/* The place in the value (0-based) of the i-th part of the text (0-based). */
static inline int
program_place(const ProgramGrammar *g, int i)
{
	return g->order == NULL ? i : g->order[i] - '1';
}

/* The part of the text that has a place in the value. */
static inline int
program_part_at(const ProgramGrammar *g, int where)
{
	int i = 0;

	if (g->order == NULL)
		return where;
	while (program_place(g, i) != where)
		i++;
	return i;
}

/* Is it a classifier whose codes are symbols, without parts? */
static inline bool
program_is_general(const ProgramGrammar *g)
{
	return g->nparts == 1 && g->parts[0].kind == PROGRAM_SYMBOLS;
}

/* The next word of a list; its length is 0 at the end. */
extern const char *program_next_word(const char *list, char separator, size_t *len);

/* digits[] of a code, and how many are not 0; and the code of digits[]. */
extern int program_split(const ProgramGrammar *g, uint64_t code, uint32_t digits[PROGRAM_PARTS]);
extern uint64_t program_join(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS]);

/* The same for codes of symbols: how many, 0 if they are not a code. */
extern int program_split_symbols(uint64_t code, int symbols[SYMBOL_COUNT]);
extern uint64_t program_join_symbols(const int *symbols, int n);
extern int program_symbol_number(char c);
extern char program_symbol_char(int symbol);

/*
 * Is the n-part beginning of digits[] a code (of the list) or a heading?  Fills
 * in "empty"; *n is its length without what is empty at the end.
 */
extern bool program_complete(const ProgramGrammar *g, uint32_t *digits, int *n, bool listed, bool *wrong_pair);

/* Has the integer the form of a code of its classifier?  (That alone makes it none.) */
extern bool program_has_form(int64_t value);

/* The text of one part, and of a code of n digits; the end of what was written. */
extern char *program_write_part(char *out, const ProgramPart *part, uint32_t v);
extern char *program_write_code(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int n, char *out);

#endif /* PROGRAM_DIGITS_CORE_H */
