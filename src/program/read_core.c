/*
 * program/read_core.c: reading codes by their grammars: every way is tried, the longest reading is kept.
 */
#include "program/digits_core.h"

#include <string.h>

/* the same letters, whatever their case */
static bool
same_word(const char *text, const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text_upper(text[i]) != text_upper(word[i]))
			return false;
	return true;
}

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

/* keeps the failure that got furthest */
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

/* may a code of the list end after i parts, written as they were? */
static bool
list_ends_here(const Reader *r, int i)
{
	for (int k = 0; k < i; k++)
		if ((r->zeros >> k & 1) && !(r->g->parts[k].flags & PROGRAM_LISTED))
			return false;
	return (r->g->ends >> i & 1) != 0;
}

/* are the digits so far a code, of the list or, where headings are read, a heading?  Fills in "empty". */
static bool
complete_here(const Reader *r, uint32_t *digits, bool listed, bool *wrong_pair)
{
	int n;

	if (program_complete(r->g, digits, &n, listed, wrong_pair))
		return true;
	return listed && !(r->how & PROGRAM_READ_LISTED) && program_complete(r->g, digits, &n, false, wrong_pair);
}

/* the text ends here, after i parts: is that a code, and does 'tail' like the rest? */
static void
end_here(Reader *r, int i, size_t p)
{
	uint32_t digits[PROGRAM_PARTS];
	bool listed = list_ends_here(r, i);
	bool wrong_pair = false;
	int missing = i < r->g->nparts ? i : i - 1;

	if (r->run_on == i - 1)
		return;
	memcpy(digits, r->digits, sizeof(digits));
	if (((r->how & PROGRAM_READ_LISTED) && !listed) || !complete_here(r, digits, listed, &wrong_pair))
	{
		if (p == r->len)
			fail(r, wrong_pair ? PROGRAM_WRONG_PAIR : PROGRAM_INCOMPLETE, wrong_pair ? 1 : missing, p);
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
		r->code = program_join(r->g, digits);
	}
}

static void read_part(Reader *r, int i, size_t p, SeparatorUse use, int boundaries);

/* part i has this value and ends before p: go on behind it */
static void
read_value(Reader *r, int i, size_t p, uint32_t digit, SeparatorUse use, int boundaries)
{
	int w = program_place(r->g, i);

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
		if (p >= r->len || !text_is_digit(r->s[p]))
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

	for (end = p; end < r->len && end < p + part->width && text_is_digit(r->s[end]); end++)
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
	char before[PROGRAM_CODE_MAX] = "";
	char *end = before;
	size_t n;

	for (int k = 0; k < i; k++)
	{
		uint32_t digit = r->digits[program_place(r->g, k)];

		if (digit >= 2)
			end = program_write_part(end, &r->g->parts[k], digit - 2);
	}
	for (const char *w = program_next_word(r->g->parts[i].tokens, ' ', &n); n > 0;
		 w = program_next_word(w + n, ' ', &n))
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

/* two digits, or a letter of the list and a digit */
static void
read_mixed(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	char c = p < r->len ? r->s[p] : '\0';
	size_t q;

	if (text_is_digit(c))
	{
		read_number(r, i, p, use, boundaries);
		return;
	}
	if (!(r->how & PROGRAM_READ_EXACT))
		c = text_upper(c);
	q = next_char(r, p + 1);
	if (c < 'A' || c > 'Z' || strchr(part->tokens, c) == NULL || q >= r->len || !text_is_digit(r->s[q]))
	{
		fail(r, p >= r->len ? PROGRAM_INCOMPLETE : PROGRAM_WRONG_PART, i, p);
		return;
	}
	read_value(r, i, q + 1, 2 + 100 + (uint32_t) ((c - 'A') * 10 + (r->s[q] - '0')), use, boundaries);
}

/* one of the words of the list; where one begins another, both are tried */
static void
read_token(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];
	uint32_t digit = 2;
	bool found = false;
	size_t n;

	for (const char *w = program_next_word(part->tokens, ' ', &n); n > 0;
		 w = program_next_word(w + n, ' ', &n), digit++)
	{
		size_t q = p, k = 0;

		while (k < n && q < r->len &&
			   (r->s[q] == w[k] || (!(r->how & PROGRAM_READ_EXACT) && text_upper(r->s[q]) == text_upper(w[k]))))
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

/* may this character stand for the separator before the part? */
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

/* the value of part i at p, as its kind is written */
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
				c = text_upper(c);
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
	for (const char *w = program_next_word(part->tokens, ' ', &n); n > 0;
		 w = program_next_word(w + n, ' ', &n), digit++)
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

/* a part whose separator tells what follows: it must be there, but for a run-on */
static void
read_own_separated(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	size_t q = read_separator(r, i, p);

	if (q > p)
		read_kind(r, i, q, use, boundaries);
	else if ((r->g->parts[i].flags & PROGRAM_RUN_ON) && use == SEP_NONE)
		read_run_on(r, i, p, use, boundaries);
	else if (p < r->len)
		fail(r, PROGRAM_WRONG_SEPARATOR, i, p);
}

/* a part behind an ordinary separator: all of them are written or none, or only the first */
static void
read_separated(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	size_t q = read_separator(r, i, p);
	SeparatorUse here = q > p ? SEP_ALL : SEP_NONE;
	uint8_t flags = r->g->flags;

	boundaries++;
	if (here == SEP_NONE && p >= r->len)
		return; /* the code ends here, or end_here() has said why not */
	if (use == SEP_UNKNOWN && (here == SEP_ALL || (r->compact && (flags & PROGRAM_COMPACT))))
		use = here;
	else if (use == SEP_ALL && here == SEP_NONE && boundaries == 2 && r->compact && (flags & PROGRAM_FIRST_SEP))
		use = SEP_NONE;
	else if (use != here)
	{
		fail(r, PROGRAM_WRONG_SEPARATOR, i, p);
		return;
	}
	read_kind(r, i, q, use, boundaries);
}

/*
 * Reads part i of the text at p, and all that may follow.  Every way of reading
 * is tried; end_here() keeps the longest.  'use' says whether separators were
 * written so far, 'boundaries' how many places for one there were.
 */
static void
read_part(Reader *r, int i, size_t p, SeparatorUse use, int boundaries)
{
	const ProgramPart *part = &r->g->parts[i];

	if (i > 0)
		end_here(r, i, p);
	if (i == r->g->nparts)
		return;
	if (part->flags & PROGRAM_OPTIONAL)
		read_part(r, i + 1, p, use, boundaries);
	if ((part->flags & PROGRAM_SUFFIX) && !(r->how & PROGRAM_READ_EXACT))
		read_suffix(r, i, p, use, boundaries);
	if (part->separator[0] == '\0')
		read_kind(r, i, i > 0 ? behind_token(r, i, next_char(r, p)) : p, use, boundaries);
	else if (part->flags & PROGRAM_OWN_SEP)
		read_own_separated(r, i, p, use, boundaries);
	else
		read_separated(r, i, p, use, boundaries);
}

/* may this symbol be the next of the n so far?  No two marks stand together, and none at the front. */
static bool
symbol_fits(const Reader *r, char c, int symbol, const int *symbols, int n)
{
	bool digits_only = r->g->parts[0].tokens != NULL; /* the only alphabet named: digits */

	if (symbol == 0 || (digits_only && !text_is_digit(c)))
		return false;
	if ((r->how & PROGRAM_READ_EXACT) && c != program_symbol_char(symbol))
		return false;
	return symbol > SYMBOL_DOT || (n > 0 && symbols[n - 1] > SYMBOL_DOT);
}

/* a code of symbols: parts between separators are not empty */
static void
read_general(Reader *r)
{
	const ProgramPart *part = &r->g->parts[0];
	int symbols[SYMBOL_COUNT] = {0};
	int n = 0;

	for (size_t p = 0; p <= r->len; p++)
	{
		int symbol = p < r->len ? program_symbol_number(r->s[p]) : 0;

		if (n > 0 && n >= part->lo && symbols[n - 1] > SYMBOL_DOT &&
			(p == r->len || (r->tail != NULL && r->tail(r->context, p))))
		{
			r->best = p;
			r->code = program_join_symbols(symbols, n);
		}
		if (p == r->len)
		{
			if (r->best != p)
				fail(r, PROGRAM_INCOMPLETE, 0, p);
			return;
		}
		if (n == part->hi || !symbol_fits(r, r->s[p], symbol, symbols, n))
		{
			fail(r, n == part->hi ? PROGRAM_TRAILING : PROGRAM_WRONG_PART, 0, p);
			return;
		}
		symbols[n++] = symbol;
	}
}

/* reads from the start of the text: the prefix, then the parts */
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
	if (program_is_general(r->g))
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
		if (p >= r->len || (r->how & PROGRAM_READ_EXACT ? r->s[p] : text_upper(r->s[p])) != *prefix)
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
		*value = (int64_t) program_pack(g->codes_of != 0 ? g->codes_of : classifier, r.code);
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
	*value = (int64_t) program_pack(g->codes_of != 0 ? g->codes_of : classifier, r.code);
	return PROGRAM_OK;
}

ProgramResult
program_in(const char *text, size_t len, int64_t *value, ProgramProblem *problem)
{
	const char *colon;
	size_t name;

	while (len > 0 && text_is_space(text[len - 1]))
		len--;
	while (len > 0 && text_is_space(*text))
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
