/*
 * program/core.c: reading, writing and comparing codes, for any grammar.
 * See program/core.h for the value and program/grammar_core.c for the grammars.
 */
#include "program/core.h"

#include <stdio.h>
#include <string.h>

#define CODE_BITS 53
#define CODE_MASK ((UINT64_C(1) << CODE_BITS) - 1)
#define TOP_BIT (UINT64_C(1) << 63)

#define SYMBOL_RADIX 39 /* end, hyphen, dot, 0-9, A-Z: in the order of ASCII */
#define SYMBOL_COUNT 10 /* 39^10 < 2^53 */
#define SYMBOL_DOT 2

/* What no grammar knows: up to ten symbols, whole parts between separators. */
static const ProgramPart general_parts[] = {
	{"code", PROGRAM_SYMBOLS, SYMBOL_COUNT, 0, 1, SYMBOL_COUNT, "", NULL, 0},
};
static const ProgramGrammar general_grammar = {
	.number = -1,
	.nparts = 1,
	.ends = 1 << 1,
	.prefix = "",
	.parts = general_parts,
};

/* ---- small things ---- */

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

static inline bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline uint64_t
pack(int classifier, uint64_t code)
{
	return ((uint64_t) classifier << CODE_BITS | code) ^ TOP_BIT;
}

int
program_classifier(int64_t value)
{
	return (int) (((uint64_t) value ^ TOP_BIT) >> CODE_BITS);
}

static inline uint64_t
code_of(int64_t value)
{
	return (uint64_t) value & CODE_MASK;
}

/* the next word of a list; its length is 0 at the end */
static const char *
next_word(const char *list, char separator, size_t *len)
{
	size_t n = 0;

	while (*list == separator)
		list++;
	while (list[n] != '\0' && list[n] != separator)
		n++;
	*len = n;
	return list;
}

static bool
same_word(const char *text, const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (upper(text[i]) != upper(word[i]))
			return false;
	return true;
}

/* ---- classifiers ---- */

int
program_classifier_number(const char *name, size_t len)
{
	char key[PROGRAM_NAME_MAX] = {0};

	if (len == 0 || len >= PROGRAM_NAME_MAX)
		return -1;
	for (size_t i = 0; i < len; i++)
		key[i] = upper(name[i]);
	if (len == 2 && key[0] >= 'A' && key[0] <= 'Z' && key[1] >= 'A' && key[1] <= 'Z')
		return (key[0] - 'A') * 26 + (key[1] - 'A');
	if (len == 6 && memcmp(key, "ISCEDF", 6) == 0)
		memcpy(key, "ISCEDF2013", 10); /* there is only one edition */
	for (int i = 0; i < program_named_count; i++)
		if (memcmp(program_named[i].name, key, PROGRAM_NAME_MAX) == 0)
			return PROGRAM_FIRST_NAMED + i;
	return -1;
}

const ProgramGrammar *
program_classifier_grammar(int number)
{
	if (number >= PROGRAM_FIRST_NAMED)
		return number - PROGRAM_FIRST_NAMED < program_named_count ? &program_named[number - PROGRAM_FIRST_NAMED] : NULL;
	if (number < 0 || number > 675)
		return NULL;
	for (int i = 0; i < program_states_count; i++)
		if (program_states[i].number == number)
			return &program_states[i];
	return &general_grammar;
}

char *
program_classifier_name(int number, char buf[PROGRAM_NAME_MAX])
{
	memset(buf, 0, PROGRAM_NAME_MAX);
	if (number >= 0 && number <= 675)
	{
		buf[0] = (char) ('A' + number / 26);
		buf[1] = (char) ('A' + number % 26);
	}
	else
	{
		const ProgramGrammar *g = program_classifier_grammar(number);

		if (g != NULL)
			memcpy(buf, g->name, PROGRAM_NAME_MAX);
	}
	return buf;
}

char *
program_classifier_state(int number, char buf[3])
{
	memset(buf, 0, 3);
	if (number >= 0 && number <= 675)
	{
		buf[0] = (char) ('A' + number / 26);
		buf[1] = (char) ('A' + number % 26);
	}
	else
	{
		const ProgramGrammar *g = program_classifier_grammar(number);

		if (g != NULL)
			memcpy(buf, g->state, 3);
	}
	return buf;
}

/* ---- the digits of a code ---- */

/* the place in the value (0-based) of the i-th part of the text (0-based) */
static inline int
place(const ProgramGrammar *g, int i)
{
	return g->order == NULL ? i : g->order[i] - '1';
}

/* the part of the text that has a place in the value */
static inline int
part_at(const ProgramGrammar *g, int where)
{
	int i = 0;

	if (g->order == NULL)
		return where;
	while (place(g, i) != where)
		i++;
	return i;
}

static inline bool
is_general(const ProgramGrammar *g)
{
	return g->nparts == 1 && g->parts[0].kind == PROGRAM_SYMBOLS;
}

/* digits[] by place, from the code; returns how many are not 0 */
static int
split(const ProgramGrammar *g, uint64_t code, uint32_t digits[PROGRAM_PARTS])
{
	int n = 0;

	for (int w = g->nparts - 1; w >= 0; w--)
	{
		uint32_t r = g->parts[part_at(g, w)].radix;

		digits[w] = (uint32_t) (code % r);
		code /= r;
		if (digits[w] != 0 && n == 0)
			n = w + 1;
	}
	return n;
}

static uint64_t
join(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS])
{
	uint64_t code = 0;

	for (int w = 0; w < g->nparts; w++)
		code = code * g->parts[part_at(g, w)].radix + digits[w];
	return code;
}

/* ---- codes of symbols ---- */

static int
symbol_number(char c)
{
	c = upper(c);
	return c == '-' ? 1 : c == '.' ? 2 : is_digit(c) ? c - '0' + 3 : c >= 'A' && c <= 'Z' ? c - 'A' + 13 : 0;
}

static char
symbol_char(int symbol)
{
	return " -.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[symbol];
}

/* symbols[] of a code; returns how many, 0 if they are not a code */
static int
split_symbols(uint64_t code, int symbols[SYMBOL_COUNT])
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

static uint64_t
join_symbols(const int *symbols, int n)
{
	uint64_t code = 0;

	for (int i = 0; i < SYMBOL_COUNT; i++)
		code = code * SYMBOL_RADIX + (uint64_t) (i < n ? symbols[i] : 0);
	return code;
}

static char *write_part(char *out, const ProgramPart *part, uint32_t v);

/* ---- reading ---- */

typedef struct Reader
{
	const ProgramGrammar *g;
	const char *s;
	size_t len;
	int how;
	bool compact; /* separators may be left out */
	bool inner;	  /* spaces may stand anywhere: the grammar has no separators */
	ProgramTail tail;
	void *context;
	int run_on;						/* the part that was read without its own separator, -1: none */
	uint32_t digits[PROGRAM_PARTS]; /* by place; 0: not there (yet) */
	uint16_t zeros;					/* parts (of the text) written as zeros */
	/* the longest reading so far */
	size_t best;
	uint64_t code;
	/* the furthest failure */
	ProgramResult failure;
	int part;
	size_t offset;
} Reader;

typedef enum SeparatorUse
{
	SEP_UNKNOWN,
	SEP_ALL,
	SEP_NONE
} SeparatorUse;

static void
fail(Reader *r, ProgramResult result, int part, size_t offset)
{
	/* what got furthest is what the writer meant; what a part should be says more than "something follows" */
	if (r->failure == PROGRAM_OK || offset > r->offset ||
		(offset == r->offset && r->failure == PROGRAM_TRAILING && result != PROGRAM_TRAILING))
	{
		r->failure = result;
		r->part = part + 1;
		r->offset = offset;
	}
}

/* do the first two parts go together?  -1: no; else whether the code stands alone */
static int
pair_of(const ProgramGrammar *g, const uint32_t *digits)
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
static bool
complete(const ProgramGrammar *g, uint32_t *digits, int *n, bool listed, bool *wrong_pair)
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
			if (!(g->parts[part_at(g, w)].flags & (PROGRAM_OPTIONAL | PROGRAM_ZERO)))
				return false;
			digits[w] = 1;
		}
	if (!listed && (g->parts[part_at(g, last - 1)].flags & PROGRAM_JOINED))
		return false;
	if (g->pairs != NULL)
	{
		int fits = last > 1 || listed ? pair_of(g, digits) : pair_heading(g, digits) ? 0 : -1;

		if (fits < 0 || (fits == 1 && last != 2))
		{
			*wrong_pair = true;
			return false;
		}
	}
	*n = last;
	return true;
}

/* the text ends here, after i parts: is that a code, and does 'tail' like the rest? */
static void
end_here(Reader *r, int i, size_t p)
{
	const ProgramGrammar *g = r->g;
	uint32_t digits[PROGRAM_PARTS];
	bool listed = (g->ends >> i & 1) != 0;
	bool wrong_pair;
	int n;

	for (int k = 0; k < i; k++)
		if ((r->zeros >> k & 1) && !(g->parts[k].flags & PROGRAM_LISTED))
			listed = false;
	if (r->run_on == i - 1)
		return;
	if ((r->how & PROGRAM_READ_LISTED) && !listed)
	{
		if (p == r->len)
			fail(r, PROGRAM_INCOMPLETE, i < g->nparts ? i : i - 1, p);
		return;
	}
	memcpy(digits, r->digits, sizeof(digits));
	if (!complete(g, digits, &n, listed, &wrong_pair) &&
		(!listed || (r->how & PROGRAM_READ_LISTED) || !complete(g, digits, &n, false, &wrong_pair)))
	{
		if (p == r->len)
			fail(r, wrong_pair ? PROGRAM_WRONG_PAIR : PROGRAM_INCOMPLETE,
				 wrong_pair		 ? 1
				 : i < g->nparts ? i
								 : i - 1,
				 p);
		return;
	}
	if (p != r->len && (r->tail == NULL || !r->tail(r->context, p)))
	{
		fail(r, PROGRAM_TRAILING, i - 1, p);
		return;
	}
	if (p > r->best)
	{
		r->best = p;
		r->code = join(g, digits);
	}
}

static void read_part(Reader *r, int i, size_t p, SeparatorUse use, int boundaries);

/* part i has this value and ends before p: go on behind it */
static void
read_value(Reader *r, int i, size_t p, uint32_t digit, SeparatorUse use, int boundaries)
{
	int w = place(r->g, i);

	r->digits[w] = digit;
	read_part(r, i + 1, p, use, boundaries);
	r->digits[w] = 0;
}

/* one more character of a part; inner spaces are skipped where allowed */
static inline size_t
next_char(const Reader *r, size_t p)
{
	if (r->inner)
		while (p < r->len && r->s[p] == ' ')
			p++;
	return p;
}

/* 'width' digits from p; returns the place behind them or 0 */
static size_t
read_digits(const Reader *r, size_t p, int width, int *value, size_t *stop)
{
	*value = 0;
	for (int k = 0; k < width; k++)
	{
		if (k > 0)
			p = next_char(r, p);
		if (p >= r->len || !is_digit(r->s[p]))
		{
			*stop = p;
			return 0;
		}
		*value = *value * 10 + (r->s[p++] - '0');
	}
	return p;
}

/* digits without leading zeros, as many as there are */
static void
read_variable(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	size_t end;
	int v = 0;

	for (end = p; end < r->len && end < p + part->width && is_digit(r->s[end]); end++)
		v = v * 10 + (r->s[end] - '0');
	if (end == p || v < part->lo || v > part->hi || ((r->how & PROGRAM_READ_EXACT) && r->s[p] == '0'))
		fail(r, end == r->len && end == p ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
	else
		read_value(r, i, end, (uint32_t) v + 2, use, boundaries);
}

/* do the digits before part i stand in its list of those that ran out of serials? */
static bool
may_outgrow(const Reader *r, int i)
{
	char before[PROGRAM_CODE_MAX];
	char *end = before;
	size_t n;

	for (int k = 0; k < i; k++)
	{
		uint32_t digit = r->digits[place(r->g, k)];

		if (digit >= 2)
			end = write_part(end, &r->g->parts[k], digit - 2);
	}
	for (const char *w = next_word(r->g->parts[i].tokens, ' ', &n); n > 0; w = next_word(w + n, ' ', &n))
		if (n == (size_t) (end - before) && memcmp(w, before, n) == 0)
			return true;
	return false;
}

/* a serial that outgrew its digits: 99, then 100 */
static void
read_serial(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	size_t stop = p, end;
	int v;

	if (p < r->len && r->s[p] != '0' && may_outgrow(r, i))
	{
		end = read_digits(r, p, part->width, &v, &stop);
		if (end > 0 && v >= part->lo && v <= part->hi)
			read_value(r, i, end, (uint32_t) v + 2, use, boundaries);
	}
	end = read_digits(r, p, part->width - 1, &v, &stop);
	if (end == 0)
		fail(r, stop >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
	else if (v < part->lo || v > part->hi)
		fail(r, PROGRAM_WRONG_PART, i, p);
	else
		read_value(r, i, end, (uint32_t) v + 2, use, boundaries);
}

/* 'width' digits; zeros may say that the code ends before this part */
static void
read_number(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	size_t stop = p, end;
	int v;

	end = read_digits(r, p, part->width, &v, &stop);
	if (end == 0)
	{
		fail(r, stop >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
		return;
	}
	if (v == 0 && (part->flags & PROGRAM_ZERO))
	{
		if ((r->how & PROGRAM_READ_LISTED) && !(part->flags & PROGRAM_LISTED))
		{
			fail(r, PROGRAM_WRONG_PART, i, p);
			return;
		}
		r->zeros |= (uint16_t) (1 << i);
		read_value(r, i, end, 0, use, boundaries);
		r->zeros &= (uint16_t) ~(1 << i);
		return;
	}
	if (v < part->lo || v > part->hi)
	{
		fail(r, PROGRAM_WRONG_PART, i, p);
		return;
	}
	read_value(r, i, end, (uint32_t) v + 2, use, boundaries);
}

static void
read_mixed(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	char c = p < r->len ? r->s[p] : '\0';
	size_t q;

	if (is_digit(c))
	{
		read_number(r, i, p, use, boundaries);
		return;
	}
	if (!(r->how & PROGRAM_READ_EXACT))
		c = upper(c);
	q = next_char(r, p + 1);
	if (c < 'A' || c > 'Z' || strchr(part->tokens, c) == NULL || q >= r->len || !is_digit(r->s[q]))
	{
		fail(r, p >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
		return;
	}
	read_value(r, i, q + 1, 2 + 100 + (uint32_t) ((c - 'A') * 10 + (r->s[q] - '0')), use, boundaries);
}

static void
read_token(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	uint32_t digit = 2;
	bool found = false;
	size_t n;

	for (const char *w = next_word(part->tokens, ' ', &n); n > 0; w = next_word(w + n, ' ', &n), digit++)
	{
		size_t q = p, k = 0;

		while (k < n && q < r->len &&
			   (r->s[q] == w[k] || (!(r->how & PROGRAM_READ_EXACT) && upper(r->s[q]) == upper(w[k]))))
		{
			k++;
			q++;
			if (k < n)
				q = next_char(r, q);
		}
		if (k < n)
			continue;
		found = true;
		read_value(r, i, q, digit, use, boundaries);
	}
	if (!found)
		fail(r, p >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
}

static bool
separator_fits(const Reader *r, const ProgramPart *part, char c)
{
	char own = part->separator[0];

	if (c == own)
		return true;
	if (r->how & PROGRAM_READ_EXACT)
		return false;
	if (part->flags & PROGRAM_OWN_SEP)
		return ((part->flags & PROGRAM_EITHER_SEP) || r->run_on >= 0) && (c == ' ' || c == '-');
	if (own == '.')
		return c == ' ' || c == ',' || ((part->flags & PROGRAM_SUFFIX) && (c == '-' || c == '/'));
	/* a dot for a hyphen only where it cannot be another classifier's */
	return c == '-' || c == ' ' || (c == '.' && (own == ' ' || r->compact));
}

/* the separator before part i, if there is one at p: the place behind it, else p */
static size_t
read_separator(const Reader *r, int i, size_t p)
{
	const ProgramPart *part = &r->g->parts[i];
	size_t q = p;

	if (r->how & PROGRAM_READ_SPACED)
	{
		while (q < r->len && r->s[q] == ' ')
			q++;
		if (q < r->len && r->s[q] != ' ' && separator_fits(r, part, r->s[q]))
		{
			for (q++; q < r->len && r->s[q] == ' '; q++)
				;
			return q;
		}
		if (q > p && separator_fits(r, part, ' '))
			return q;
		return p;
	}
	return p < r->len && separator_fits(r, part, r->s[p]) ? p + 1 : p;
}

static void
read_kind(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	switch (r->g->parts[i].kind)
	{
		case PROGRAM_NUMBER:
			read_number(r, i, p, use, boundaries);
			break;
		case PROGRAM_VARIABLE:
			read_variable(r, i, p, use, boundaries);
			break;
		case PROGRAM_SERIAL:
			read_serial(r, i, p, use, boundaries);
			break;
		case PROGRAM_MIXED:
			read_mixed(r, i, p, use, boundaries);
			break;
		case PROGRAM_TOKEN:
			read_token(r, i, p, use, boundaries);
			break;
		case PROGRAM_LETTER:
		{
			char c = p < r->len ? r->s[p] : '\0';

			if (!(r->how & PROGRAM_READ_EXACT))
				c = upper(c);
			if (c < 'A' || c > 'Z')
				fail(r, p >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
			else
				read_value(r, i, p + 1, 2 + (uint32_t) (c - 'A'), use, boundaries);
			break;
		}
		case PROGRAM_SYMBOLS:
			break; /* read_general */
	}
}

/* a suffix in brackets: "230400 (62)" */
static void
read_bracketed(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	uint32_t digit = 2;
	size_t n;

	while (p < r->len && r->s[p] == ' ')
		p++;
	if (p >= r->len || r->s[p] != '(')
		return;
	p++;
	for (const char *w = next_word(part->tokens, ' ', &n); n > 0; w = next_word(w + n, ' ', &n), digit++)
		if (r->len - p > n && same_word(r->s + p, w, n) && r->s[p + n] == ')')
			read_value(r, i, p + n + 1, digit, use, boundaries);
}

/* a suffix that hangs on otherwise: "230400 (62)", "080911-TK" */
static void
read_suffix(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	read_bracketed(r, i, p, use, boundaries);
	if (r->g->parts[i].separator[0] == '\0' && p < r->len && r->s[p] == '-')
		read_kind(r, i, p + 1, use, boundaries);
}

/* "5A-330202": a hyphen behind the word at the front, which none belongs to */
static size_t
behind_token(const Reader *r, int i, size_t p)
{
	bool hyphen = i == 1 && r->g->parts[0].kind == PROGRAM_TOKEN && (r->how & PROGRAM_READ_SPACED) && p < r->len &&
				  r->s[p] == '-';

	return hyphen ? p + 1 : p;
}

/* "1-98010101-03": the part's own separator is left out with the others, and the next part's stands */
static void
read_run_on(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	r->run_on = i;
	read_kind(r, i, p, use, boundaries);
	r->run_on = -1;
}

/*
 * Reads part i of the text at p, and all that may follow.  Every way of reading
 * is tried; end_here() keeps the longest.
 */
static void
read_part(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramGrammar *g = r->g;
	const ProgramPart *part = &g->parts[i];
	size_t q = p;

	if (i > 0)
		end_here(r, i, p);
	if (i == g->nparts)
		return;
	if (part->flags & PROGRAM_OPTIONAL)
		read_part(r, i + 1, p, use, boundaries);
	if ((part->flags & PROGRAM_SUFFIX) && !(r->how & PROGRAM_READ_EXACT))
		read_suffix(r, i, p, use, boundaries);
	if (part->separator[0] != '\0')
	{
		q = read_separator(r, i, p);
		if (part->flags & PROGRAM_OWN_SEP)
		{
			if (q == p)
			{
				if ((part->flags & PROGRAM_RUN_ON) && use == SEP_NONE)
					read_run_on(r, i, p, use, boundaries);
				else if (p < r->len)
					fail(r, PROGRAM_WRONG_SEPARATOR, i, p);
				return;
			}
		}
		else
		{
			boundaries++;
			if (q == p && p >= r->len)
				return; /* the code ends here, or end_here() has said why not */
			if (use == SEP_UNKNOWN && (q > p || (r->compact && (g->flags & PROGRAM_COMPACT))))
				use = q > p ? SEP_ALL : SEP_NONE;
			else if (use == SEP_ALL && q == p && boundaries == 2 && r->compact && (g->flags & PROGRAM_FIRST_SEP))
				use = SEP_NONE;
			else if (use != (q > p ? SEP_ALL : SEP_NONE))
			{
				fail(r, PROGRAM_WRONG_SEPARATOR, i, p);
				return;
			}
		}
	}
	else if (i > 0)
		q = behind_token(r, i, next_char(r, p));
	read_kind(r, i, q, use, boundaries);
}

/* a code of symbols: parts between separators are not empty */
static void
read_general(Reader *r)
{
	const ProgramPart *part = &r->g->parts[0];
	bool digits_only = part->tokens != NULL; /* the only alphabet named: digits */
	int symbols[SYMBOL_COUNT] = {0};
	int n = 0;

	for (size_t p = 0; p <= r->len; p++)
	{
		int symbol = p < r->len ? symbol_number(r->s[p]) : 0;

		if (n > 0 && n >= part->lo && symbols[n - 1] > SYMBOL_DOT &&
			(p == r->len || (r->tail != NULL && r->tail(r->context, p))))
		{
			r->best = p;
			r->code = join_symbols(symbols, n);
		}
		if (p == r->len)
		{
			if (r->best != p)
				fail(r, PROGRAM_INCOMPLETE, 0, p);
			return;
		}
		if (symbol == 0 || n == part->hi || (digits_only && !is_digit(r->s[p])) ||
			((r->how & PROGRAM_READ_EXACT) && r->s[p] != symbol_char(symbol)) ||
			(symbol <= SYMBOL_DOT && (n == 0 || symbols[n - 1] <= SYMBOL_DOT)))
		{
			fail(r, n == part->hi ? PROGRAM_TRAILING : PROGRAM_WRONG_PART, 0, p);
			return;
		}
		symbols[n++] = symbol;
	}
}

static void
read_all(Reader *r)
{
	const char *prefix = r->g->prefix;
	size_t p = 0;

	r->best = 0;
	r->failure = PROGRAM_OK;
	r->part = 0;
	r->offset = 0;
	r->zeros = 0;
	r->run_on = -1;
	if (is_general(r->g))
	{
		read_general(r);
		return;
	}
	memset(r->digits, 0, sizeof(r->digits));
	r->inner = (r->how & PROGRAM_READ_SPACED) != 0;
	for (int i = 0; r->inner && i < r->g->nparts; i++)
		if (r->g->parts[i].separator[0] != '\0')
			r->inner = false;
	for (; *prefix != '\0'; prefix++, p++)
		if (p >= r->len || (r->how & PROGRAM_READ_EXACT ? r->s[p] : upper(r->s[p])) != *prefix)
		{
			fail(r, p >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, -1, p);
			return;
		}
	read_part(r, 0, p, SEP_UNKNOWN, 0);
}

size_t
program_read(int classifier, const char *text, size_t len, int how, bool compact, ProgramTail tail, void *context,
			 int64_t *value)
{
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	Reader r = {.g = g, .s = text, .len = len, .how = how, .compact = compact, .tail = tail, .context = context};

	if (g == NULL || g->nparts == 0)
		return 0;
	read_all(&r);
	if (r.best > 0)
		*value = (int64_t) pack(g->codes_of != 0 ? g->codes_of : classifier, r.code);
	return r.best;
}

ProgramResult
program_encode(int classifier, const char *code, size_t len, int how, int64_t *value, ProgramProblem *problem)
{
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	Reader r = {.g = g,
				.s = code,
				.len = len,
				.how = how,
				.compact = !(how & PROGRAM_READ_EXACT),
				.tail = NULL,
				.context = NULL};

	problem->classifier = classifier;
	problem->part = 0;
	problem->offset = 0;
	if (g == NULL)
		return PROGRAM_UNKNOWN_CLASSIFIER;
	if (g->nparts == 0)
		return PROGRAM_NO_GRAMMAR;
	if (len == 0)
		return PROGRAM_EMPTY;
	read_all(&r);
	if (r.best == 0)
	{
		problem->part = r.part;
		problem->offset = r.offset;
		return r.failure == PROGRAM_OK ? PROGRAM_WRONG_PART : r.failure;
	}
	*value = (int64_t) pack(g->codes_of != 0 ? g->codes_of : classifier, r.code);
	return PROGRAM_OK;
}

ProgramResult
program_in(const char *text, size_t len, int64_t *value, ProgramProblem *problem)
{
	const char *colon;
	size_t name;

	while (len > 0 && is_space(text[len - 1]))
		len--;
	while (len > 0 && is_space(*text))
	{
		text++;
		len--;
	}
	problem->classifier = -1;
	problem->part = 0;
	problem->offset = 0;
	if (len == 0)
		return PROGRAM_EMPTY;
	/* the colon stands behind a name, so near the beginning or nowhere */
	colon = memchr(text, ':', len < PROGRAM_NAME_MAX ? len : PROGRAM_NAME_MAX);
	if (colon == NULL)
		return memchr(text, ':', len) == NULL ? PROGRAM_NO_CLASSIFIER : PROGRAM_UNKNOWN_CLASSIFIER;
	name = (size_t) (colon - text);
	problem->classifier = program_classifier_number(text, name);
	if (problem->classifier < 0)
	{
		problem->offset = name;
		return PROGRAM_UNKNOWN_CLASSIFIER;
	}
	return program_encode(problem->classifier, colon + 1, len - name - 1, 0, value, problem);
}

/* ---- writing ---- */

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

static char *
write_part(char *out, const ProgramPart *part, uint32_t v)
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
			for (w = next_word(part->tokens, ' ', &n); n > 0 && v > 0; v--)
				w = next_word(w + n, ' ', &n);
			memcpy(out, w, n);
			return out + n;
		case PROGRAM_SYMBOLS:
			break;
	}
	return out;
}

/* the text of the code whose digits these are; returns its end */
static char *
write_code(const ProgramGrammar *g, const uint32_t digits[PROGRAM_PARTS], int n, char *out)
{
	uint16_t shown = 0; /* by place: has a value, or zeros in its stead */
	bool above = true;	/* the part before (optional ones aside) is shown */

	for (int w = 0; w < g->nparts; w++)
	{
		const ProgramPart *part = &g->parts[part_at(g, w)];
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
		int w = place(g, i);

		if (!(shown >> w & 1))
			continue;
		for (const char *s = part->separator; *s != '\0'; s++)
			*out++ = *s;
		out = write_part(out, part, digits[w] >= 2 ? digits[w] - 2 : 0);
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
	if (is_general(g))
	{
		int symbols[SYMBOL_COUNT];

		n = split_symbols(code_of(value), symbols);
		for (int i = 0; i < n; i++)
			buf[i] = symbol_char(symbols[i]);
		buf[n] = '\0';
		return n;
	}
	n = split(g, code_of(value), digits);
	return (int) (write_code(g, digits, n, buf) - buf);
}

/* the largest code that the layout has room for, plus one */
static uint64_t
room(const ProgramGrammar *g)
{
	uint64_t size = 1;

	if (is_general(g))
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
		uint32_t digit = digits[place(g, i)];
		uint32_t count = 0;
		size_t n;

		if (g->parts[i].kind != PROGRAM_TOKEN)
			continue;
		for (const char *w = next_word(g->parts[i].tokens, ' ', &n); n > 0; w = next_word(w + n, ' ', &n))
			count++;
		if (digit >= 2 && digit - 2 >= count)
			return false;
	}
	return true;
}

/* Has the integer the form of a code of its classifier?  (That alone makes it none.) */
static bool
has_form(int64_t value)
{
	const ProgramGrammar *g = program_classifier_grammar(program_classifier(value));
	uint32_t digits[PROGRAM_PARTS];

	if (g == NULL || g->nparts == 0 || code_of(value) == 0 || code_of(value) >= room(g))
		return false;
	if (is_general(g))
		return true;
	split(g, code_of(value), digits);
	return tokens_known(g, digits);
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
	if (!has_form(value))
		return n + write_word(value, buf + n);
	return n + program_code_text(value, buf + n);
}

bool
program_valid(int64_t value)
{
	int classifier = program_classifier(value);
	char text[PROGRAM_CODE_MAX];
	ProgramProblem problem;
	int64_t again;
	int len;

	if (!has_form(value))
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
	if (n > 0 && (g->parts[part_at(g, n - 1)].flags & PROGRAM_JOINED))
		return 0;
	(void) digits;
	for (int w = n; w < g->nparts; w++)
		size *= g->parts[part_at(g, w)].radix;
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
	if (is_general(g))
	{
		int symbols[SYMBOL_COUNT];
		int n = split_symbols(code_of(value), symbols);
		uint64_t size = 1;

		/* behind a whole part comes the end, a hyphen or a dot: the first three symbols */
		if (n == 0 || n >= SYMBOL_COUNT)
			return;
		for (int i = n + 1; i < SYMBOL_COUNT; i++)
			size *= SYMBOL_RADIX;
		*hi = value + (int64_t) (size * (SYMBOL_DOT + 1) - 1);
		return;
	}
	*hi = value + (int64_t) span(g, digits, split(g, code_of(value), digits));
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
			for (const char *w = next_word(part->tokens, ' ', &n); n > 0; w = next_word(w + n, ' ', &n))
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
		*last = (int64_t) pack(classifier, join(g, digits));
		return (*tries)-- > 0 && program_valid(*last);
	}
	for (uint32_t digit = digit_max(&g->parts[part_at(g, w)]) + 1; digit-- > 0 && *tries > 0;)
	{
		bool wrong_pair = false;
		int n;

		digits[w] = digit;
		if (w == 1 && digit >= 2)
			(void) complete(g, digits, &n, true, &wrong_pair);
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
	int n = split_symbols(code_of(value), symbols);

	if (n == 0 || n + 2 > SYMBOL_COUNT)
		return value;
	symbols[n] = SYMBOL_DOT;
	for (int i = n + 1; i < SYMBOL_COUNT; i++)
		symbols[i] = SYMBOL_RADIX - 1;
	return (int64_t) pack(program_classifier(value), join_symbols(symbols, SYMBOL_COUNT));
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
	if (is_general(g))
	{
		*last = last_of_symbols(value);
		return program_valid(*last);
	}
	n = split(g, code_of(value), digits);
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
		if (complete(g, digits, &m, false, &wrong_pair))
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

	return (size_t) (write_code(g, digits, n, text) - text) > strlen(g->prefix);
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
	if (is_general(g))
	{
		int symbols[SYMBOL_COUNT];

		n = split_symbols(code_of(value), symbols);
		while (n > 0 && symbols[n - 1] > SYMBOL_DOT)
			n--;
		if (n < 2)
			return false;
		*parent = (int64_t) pack(classifier, join_symbols(symbols, n - 1));
		return true;
	}
	n = split(g, code_of(value), digits);
	n = heading_above(g, digits, n);
	if (n == 0 || !has_text(g, digits, n))
		return false;
	*parent = (int64_t) pack(classifier, join(g, digits));
	return true;
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
	digit = digits[place(g, part - 1)];
	if (digit < 2)
		return false;
	if (values == NULL)
		return true;
	len = (size_t) (write_part(text, &g->parts[part - 1], digit - 2) - text);
	for (const char *w = next_word(values, ' ', &n); n > 0; w = next_word(w + n, ' ', &n))
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
	split(g, code_of(value), digits);
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
