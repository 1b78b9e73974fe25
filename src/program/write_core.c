/*
 * program/write_core.c: the text of codes, and words for messages.
 */
#include "program/digits_core.h"

#include <stdio.h>
#include <string.h>

/* digits, with leading zeros up to the width if so asked; returns the end */
static char *
write_number(char *out, uint32_t v, int width, bool leading_zeros)
{
	char digits[10];
	int n = 0;

	do
	{
		digits[n++] = (char) ('0' + v % 10);
		v /= 10;
	} while (v > 0 || (leading_zeros && n < width));
	while (n > 0)
		*out++ = digits[--n];
	return out;
}

char *
program_write_part(char *out, const ProgramPart *part, uint32_t v)
{
	size_t n;
	const char *w;

	switch (part->kind)
	{
		case PROGRAM_NUMBER:
			return write_number(out, v, part->width, true);
		case PROGRAM_VARIABLE:
			return write_number(out, v, part->width, false);
		case PROGRAM_SERIAL:
			return write_number(out, v, part->width - 1, true);
		case PROGRAM_LETTER:
			*out++ = (char) ('A' + v);
			return out;
		case PROGRAM_MIXED:
			if (v < 100)
				return write_number(out, v, 2, true);
			*out++ = (char) ('A' + (v - 100) / 10);
			*out++ = (char) ('0' + (v - 100) % 10);
			return out;
		case PROGRAM_TOKEN:
			for (w = program_next_word(part->tokens, ' ', &n); n > 0 && v > 0; v--)
				w = program_next_word(w + n, ' ', &n);
			memcpy(out, w, n);
			return out + n;
		case PROGRAM_SYMBOLS:
			break;
	}
	return out;
}

/* the text of the code whose digits these are; returns its end */
char *
program_write_code(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int n, char *out)
{
	uint16_t shown = 0; /* by place: has a value, or zeros in its stead */
	bool above = true;	/* the part before (optional ones aside) is shown */

	for (int w = 0; w < g->nparts; w++)
	{
		const ProgramPart *part = &g->parts[program_part_at(g, w)];
		bool show = digits[w] >= 2 || ((part->flags & PROGRAM_ZERO) && w < n) || ((part->flags & PROGRAM_PAD) && above);

		if (show)
			shown |= (uint16_t) (1 << w);
		if (show || !(part->flags & PROGRAM_OPTIONAL))
			above = show;
	}
	for (const char *p = g->prefix; *p != '\0'; p++)
		*out++ = *p;
	for (int i = 0; i < g->nparts; i++)
	{
		const ProgramPart *part = &g->parts[i];
		int w = program_place(g, i);

		if (!(shown >> w & 1))
			continue;
		for (const char *s = part->separator; *s != '\0'; s++)
			*out++ = *s;
		out = program_write_part(out, part, digits[w] >= 2 ? digits[w] - 2 : 0);
	}
	*out = '\0';
	return out;
}

int
program_code_text(int64_t value, char buf[PROGRAM_CODE_MAX])
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	uint32_t digits[PROGRAM_PARTS];
	int n;

	buf[0] = '\0';
	if (g == NULL || g->nparts == 0)
		return 0;
	if (program_is_general(g))
	{
		int symbols[SYMBOL_COUNT];

		n = program_split_symbols(program_code_of(value), symbols);
		for (int i = 0; i < n; i++)
			buf[i] = program_symbol_char(symbols[i]);
		buf[n] = '\0';
		return n;
	}
	n = program_split(g, program_code_of(value), digits);
	return (int) (program_write_code(g, digits, n, buf) - buf);
}

/* an integer that is no code, in hexadecimal, which no grammar reads */
static int
write_word(int64_t value, char *out)
{
	uint64_t word = (uint64_t) value;

	*out++ = '#';
	for (int i = 15; i >= 0; i--, word >>= 4)
		out[i] = "0123456789ABCDEF"[word & 15];
	out[16] = '\0';
	return 17;
}

int
program_out(int64_t value, char buf[PROGRAM_TEXT_MAX])
{
	int n;

	program_classifier_name(program_classifier(value), buf);
	n = (int) strlen(buf);
	buf[n++] = ':';
	if (!program_has_form(value))
		return n + write_word(value, buf + n);
	return n + program_code_text(value, buf + n);
}

/* ---- words for messages ---- */

char *
program_part_form(const ProgramPart *part, char *buf, size_t size)
{
	/* zeros that make a heading are not in the range */
	bool zeros = (part->flags & PROGRAM_ZERO) && part->lo > 0;

	switch (part->kind)
	{
		case PROGRAM_NUMBER:
			if (part->hi == part->lo)
				snprintf(buf, size, "%0*d", part->width, part->lo);
			else if (part->width > 1)
				snprintf(buf, size, "%d digits from %0*d to %0*d%s", part->width, part->width, part->lo, part->width,
						 part->hi, zeros ? ", or zeros in a heading" : "");
			else
				snprintf(buf, size, "a digit from %d to %d", part->lo, part->hi);
			break;
		case PROGRAM_VARIABLE:
			snprintf(buf, size, "a number from %d to %d", part->lo, part->hi);
			break;
		case PROGRAM_SERIAL:
			snprintf(buf, size, "%d digits, or a number up to %d", part->width - 1, part->hi);
			break;
		case PROGRAM_LETTER:
			snprintf(buf, size, "a letter from A to Z");
			break;
		case PROGRAM_MIXED:
			snprintf(buf, size, "two digits from %02d to %02d, or a letter of %s and a digit", part->lo, part->hi,
					 part->tokens);
			break;
		case PROGRAM_TOKEN:
			snprintf(buf, size, "one of %s", part->tokens);
			break;
		case PROGRAM_SYMBOLS:
			if (part->tokens != NULL && part->lo == part->hi)
				snprintf(buf, size, "%d digits", part->lo);
			else if (part->tokens != NULL)
				snprintf(buf, size, "%d to %d digits", part->lo, part->hi);
			else
				snprintf(buf, size, "up to %d of the symbols 0-9, A-Z, hyphen and dot", part->hi);
			break;
	}
	return buf;
}
