/*
 * program_test.c: the core of program_code against itself and against what is
 * written down independently: regular expressions, order and prefixes of the
 * parts of the text, and values worked out separately (docs/program.md).
 */
#include <regex.h>

#include "check.h"
#include "program/core.h"

static uint64_t seed = UINT64_C(0x5c0517);

static uint32_t
rnd(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % n;
}

/* every grammar, one after another */
static const ProgramGrammar *
grammar(int i)
{
	return i < program_states_count							? &program_states[i]
		   : i - program_states_count < program_named_count ? &program_named[i - program_states_count]
															: NULL;
}

static bool
encode(const ProgramGrammar *g, const char *text, int how, int64_t *value)
{
	ProgramProblem problem;

	return program_encode(g->number, text, strlen(text), how, value, &problem) == PROGRAM_OK;
}

/* ---- texts: examples, and examples spoilt at random ---- */

static int
example(const ProgramGrammar *g, int k, char *out)
{
	const char *s = g->examples;
	size_t n;

	for (; k > 0 && s != NULL; k--)
	{
		s = strchr(s, '|');
		if (s != NULL)
			s++;
	}
	if (s == NULL)
		return 0;
	n = strcspn(s, "|");
	memcpy(out, s, n);
	out[n] = '\0';
	return (int) n;
}

static void
random_example(const ProgramGrammar *g, char *out)
{
	int count = 1;

	for (const char *s = g->examples; *s != '\0'; s++)
		count += *s == '|';
	example(g, (int) rnd((uint32_t) count), out);
}

/* other digits, other words, now and then cut short: mostly still a code */
static void
vary(const ProgramGrammar *g, char *text)
{
	random_example(g, text);
	for (char *p = text; *p != '\0'; p++)
	{
		if (*p >= '0' && *p <= '9')
		{
			if (rnd(3) == 0)
				*p = (char) ('0' + rnd(10));
			else if (rnd(4) == 0)
				*p = '0';
			else if (rnd(3) == 0)
				*p = (char) ('0' + rnd(2));
		}
		else if (*p >= 'A' && *p <= 'Z' && rnd(6) == 0)
			*p = "ABCDEFGHJKMNRSTWYZ"[rnd(18)];
	}
	if (rnd(4) == 0)
		text[1 + rnd((uint32_t) strlen(text))] = '\0';
}

/* the same with characters put in, taken out, doubled or replaced */
static void
spoil(const ProgramGrammar *g, char *text)
{
	vary(g, text);
	for (uint32_t k = rnd(3); k > 0; k--)
	{
		size_t len = strlen(text);
		size_t at = rnd((uint32_t) len + 1);

		switch (rnd(3))
		{
			case 0:
				memmove(text + at + 1, text + at, len - at + 1);
				text[at] = "0123456789.- ABKTZxb"[rnd(20)];
				break;
			case 1:
				if (at < len)
					memmove(text + at, text + at + 1, len - at);
				break;
			default:
				if (at < len)
					text[at] = "0123456789.- ABKTZxb"[rnd(20)];
		}
	}
}

/* ---- the parts of a canonical text, read by their widths alone ---- */

typedef struct Parts
{
	int value[PROGRAM_PARTS]; /* by place; -1: not there */
	int n;					  /* places up to the last that is there */
} Parts;

static int
word_number(const char *list, const char *text, size_t *len)
{
	int best = -1, k = 0;

	*len = 0;
	for (const char *w = list; *w != '\0'; k++)
	{
		size_t n = strcspn(w, " ");

		if (n > *len && strncmp(w, text, n) == 0)
		{
			best = k;
			*len = n;
		}
		w += n;
		w += *w == ' ';
	}
	return best;
}

static Parts
parts_of(const ProgramGrammar *g, const char *text)
{
	Parts parts = {.n = 0};

	text += strlen(g->prefix);
	for (int i = 0; i < PROGRAM_PARTS; i++)
		parts.value[i] = -1;
	for (int i = 0; i < g->nparts; i++)
	{
		const ProgramPart *part = &g->parts[i];
		int where = g->order != NULL ? g->order[i] - '1' : i;
		size_t len = strlen(part->separator);
		int value = 0;

		if (*text == '\0' || strncmp(text, part->separator, len) != 0)
			continue;
		if (part->kind == PROGRAM_TOKEN)
		{
			size_t word;

			value = word_number(part->tokens, text + len, &word);
			if (value < 0)
				continue;
			len += word;
		}
		else if (part->kind == PROGRAM_LETTER)
			value = text[len++];
		else if (part->kind == PROGRAM_MIXED && text[len] > '9')
		{
			value = text[len] * 10 + text[len + 1];
			len += 2;
		}
		else
		{
			int width = 0;

			while (width < part->width && text[len] >= '0' && text[len] <= '9')
			{
				value = value * 10 + (text[len++] - '0');
				width++;
			}
			if (value == 0 && (part->flags & PROGRAM_ZERO))
				value = -1;
		}
		text += len;
		parts.value[where] = value;
	}
	for (int w = 0; w < g->nparts; w++)
		if (parts.value[w] >= 0)
			parts.n = w + 1;
	return parts;
}

/* order: the end, then an empty part, then values */
static int
compare_parts(const Parts *a, const Parts *b)
{
	for (int w = 0; w < PROGRAM_PARTS; w++)
	{
		bool ends_a = w >= a->n, ends_b = w >= b->n;

		if (ends_a || ends_b)
			return ends_a && ends_b ? 0 : ends_a ? -1 : 1;
		if (a->value[w] != b->value[w])
			return a->value[w] < b->value[w] ? -1 : 1;
	}
	return 0;
}

/* is a the beginning of b, part for part? */
static bool
begins(const ProgramGrammar *g, const Parts *a, const Parts *b)
{
	if (a->n > b->n)
		return false;
	for (int w = 0; w < a->n; w++)
		if (a->value[w] != b->value[w])
			return false;
	if (a->n < b->n)
		for (int i = 0; i < g->nparts; i++)
			if ((g->order != NULL ? g->order[i] - '1' : i) == a->n - 1 && (g->parts[i].flags & PROGRAM_JOINED))
				return false; /* a code that ends inside a level has none below it */
	return true;
}

/* ---- the tests ---- */

static void
test_table(void)
{
	bool good = true;

	for (int i = 0; i < program_named_count; i++)
		good = good && program_named[i].number == PROGRAM_FIRST_NAMED + i;
	check(good && PROGRAM_FIRST_NAMED + program_named_count <= PROGRAM_CLASSIFIERS,
		  "the place of a named classifier is its number");
	for (int i = 0; grammar(i) != NULL; i++)
	{
		const ProgramGrammar *g = grammar(i);
		char text[PROGRAM_CODE_MAX], name[PROGRAM_NAME_MAX];

		if (program_classifier_number(g->name, strlen(g->name)) != g->number ||
			strcmp(program_classifier_name(g->number, name), g->name) != 0 ||
			program_classifier_grammar(g->number) != g)
			check(false, "%s is found by name and number", g->name);
		if (g->nparts == 0)
			continue;
		for (int k = 0; example(g, k, text) > 0; k++)
		{
			char out[PROGRAM_TEXT_MAX];
			int64_t value = 0;
			bool holds = encode(g, text, PROGRAM_READ_LISTED | PROGRAM_READ_EXACT, &value) && program_valid(value) &&
						 (program_listed(value) || g->codes_of != 0);

			program_out(value, out);
			check(holds && strcmp(strchr(out, ':') + 1, text) == 0,
				  "%s:%s is a code of the list and reads back the same", g->name, text);
		}
	}
}

typedef struct Comparison
{
	const ProgramGrammar *g;
	regex_t regex;
	int accepted, refused, differ;
	char worst[2 * PROGRAM_CODE_MAX];
} Comparison;

/* is the text a code for both, or for neither? */
static void
compare(Comparison *c, const char *text)
{
	int64_t value;
	bool mine = encode(c->g, text, PROGRAM_READ_LISTED | PROGRAM_READ_EXACT, &value);

	if (mine != (regexec(&c->regex, text, 0, NULL, 0) == 0))
	{
		c->differ++;
		strcpy(c->worst, text);
	}
	if (mine)
		c->accepted++;
	else
		c->refused++;
}

static void
test_regex(void)
{
	for (int i = 0; grammar(i) != NULL; i++)
	{
		Comparison c = {.g = grammar(i)};
		char text[2 * PROGRAM_CODE_MAX];

		if (c.g->regex == NULL)
			continue;
		if (!check(regcomp(&c.regex, c.g->regex, REG_EXTENDED | REG_NOSUB) == 0, "%s has a regular expression",
				   c.g->name))
			continue;
		for (int k = 0; k < 10000; k++)
		{
			if (k % 2 == 0)
				vary(c.g, text);
			else
				spoil(c.g, text);
			compare(&c, text);
		}
		/* the bounds of every part: all pairs of digits, and every letter, in every place of every example */
		for (int k = 0, n; (n = example(c.g, k, text)) > 0; k++)
			for (int p = 0; p < n; p++)
			{
				char old[2] = {text[p], text[p + 1]};

				for (int letter = 'A'; letter <= 'Z'; letter++)
				{
					text[p] = (char) letter;
					compare(&c, text);
				}
				for (int pair = 0; pair < 100; pair++)
				{
					text[p] = (char) ('0' + pair / 10);
					if (p + 1 < n)
						text[p + 1] = (char) ('0' + pair % 10);
					compare(&c, text);
				}
				text[p] = old[0];
				text[p + 1] = old[1];
			}
		regfree(&c.regex);
		check(c.differ == 0 && c.accepted > 10 && c.refused > 500,
			  "%s takes what its regular expression takes: %d taken, %d refused, %d otherwise%s%s", c.g->name,
			  c.accepted, c.refused, c.differ, c.differ > 0 ? ": " : "", c.worst);
	}
}

#define SET 320

static void
test_tree(void)
{
	static int64_t values[SET];
	static Parts parts[SET];

	for (int i = 0; grammar(i) != NULL; i++)
	{
		const ProgramGrammar *g = grammar(i);
		int n = 0, wrong_text = 0, wrong_order = 0, wrong_prefix = 0, wrong_parent = 0, wrong_common = 0, below = 0;
		int wrong_last = 0;

		if (g->nparts == 0 || g->parts[0].kind == PROGRAM_SYMBOLS || g->codes_of != 0)
			continue;
		for (int k = 0; k < 60000 && n < SET; k++)
		{
			char text[2 * PROGRAM_CODE_MAX], canonical[PROGRAM_CODE_MAX];
			int64_t value, again, parent;

			vary(g, text);
			if (!encode(g, text, 0, &value))
				continue;
			program_code_text(value, canonical);
			if (!program_valid(value) || program_classifier(value) != g->number || !encode(g, canonical, 0, &again) ||
				again != value)
				wrong_text++;
			values[n] = value;
			parts[n] = parts_of(g, canonical);
			n++;
			/* what stands above is there too, so that many pairs are related */
			if (n < SET && rnd(3) == 0 && program_parent(value, &parent))
			{
				program_code_text(parent, canonical);
				values[n] = parent;
				parts[n] = parts_of(g, canonical);
				if (!program_below(value, parent) || program_depth(parent) + 1 != program_depth(value) ||
					!program_valid(parent))
					wrong_parent++;
				n++;
			}
		}
		for (int a = 0; a < n; a++)
		{
			int64_t lo, hi, last;

			program_subtree(values[a], &lo, &hi);
			if (!program_last(values[a], &last) || !program_valid(last) || !program_below(last, values[a]))
				wrong_last++;
			for (int b = 0; b < n; b++)
			{
				int order = values[a] < values[b] ? -1 : values[a] > values[b];
				bool is_below = values[b] >= lo && values[b] <= hi;
				int64_t up = values[b], common;

				if (order != compare_parts(&parts[a], &parts[b]))
					wrong_order++;
				if (is_below != begins(g, &parts[a], &parts[b]) || is_below != program_below(values[b], values[a]))
					wrong_prefix++;
				below += is_below && a != b;
				wrong_last += is_below && values[b] > last;
				/* an ancestor is what one comes by, going up */
				while (up != values[a] && program_parent(up, &up))
					;
				if ((up == values[a]) != is_below)
					wrong_parent++;
				if (!program_common(values[a], values[b], &common))
					continue;
				if (!program_below(values[a], common) || !program_below(values[b], common) ||
					(is_below && common != values[a]))
					wrong_common++;
			}
		}
		check(n >= 4 && wrong_text == 0, "%s: %d codes read back the same", g->name, n);
		check(wrong_order == 0, "%s: values sort as their parts do, all pairs", g->name);
		check(wrong_prefix == 0, "%s: a subtree is one interval, all pairs (%d related)", g->name, below);
		check(wrong_last == 0, "%s: no code below comes after the last one, which is a code below", g->name);
		check(wrong_parent == 0 && wrong_common == 0, "%s: parents and common ancestors agree with the intervals",
			  g->name);
	}
}

/* codes of states without a grammar: whole parts between separators */
static void
test_general(void)
{
	int in = program_classifier_number("IN", 2);
	int wrong_order = 0, wrong_prefix = 0, n = 0;
	static char texts[SET][PROGRAM_CODE_MAX];
	static int64_t values[SET];
	ProgramProblem problem;

	while (n < SET)
	{
		uint32_t len = 1 + rnd(11);
		bool valid = len <= 10;

		for (uint32_t k = 0; k < len; k++)
			texts[n][k] = "001122AB..-"[rnd(11)];
		texts[n][len] = '\0';
		for (uint32_t k = 0; k < len; k++)
			if (texts[n][k] < '0' && (k == 0 || k + 1 == len || texts[n][k + 1] < '0'))
				valid = false;
		if ((program_encode(in, texts[n], len, 0, &values[n], &problem) == PROGRAM_OK) != valid)
			check(false, "IN:%s is %s", texts[n], valid ? "a code" : "no code");
		if (valid)
			n++;
	}
	for (int a = 0; a < n; a++)
		for (int b = 0; b < n; b++)
		{
			int order = strcmp(texts[a], texts[b]);
			size_t len = strlen(texts[a]);
			bool prefix = strncmp(texts[a], texts[b], len) == 0 &&
						  (texts[b][len] == '\0' || texts[b][len] == '.' || texts[b][len] == '-');

			wrong_order += (order < 0) != (values[a] < values[b]) || (order == 0) != (values[a] == values[b]);
			wrong_prefix += program_below(values[b], values[a]) != prefix;
		}
	check(wrong_order == 0, "general codes sort as their bytes do, all pairs of %d", n);
	check(wrong_prefix == 0, "general codes are below their whole parts, all pairs of %d", n);
}

static void
test_numbers(void)
{
	bool good = true;
	int states = 0;

	for (int n = 0; n < 676; n++)
	{
		char name[PROGRAM_NAME_MAX];
		int number;

		program_classifier_name(n, name);
		number = program_classifier_number(name, 2);
		good = good && strlen(name) == 2 && (number == n || number == -1) &&
			   (number == n) == (program_classifier_grammar(n) != NULL) && (name[0] - 'A') * 26 + name[1] - 'A' == n;
		states += number == n;
	}
	/* 249 of ISO 3166-1, and AA, QM to QZ, XA to XZ, ZZ */
	check(good && states == 249 + 2 + 14 + 26, "numbers 0 to 675 are the ISO 3166 codes by arithmetic, and no others");
	check(program_classifier_number("UK", 2) == -1 && program_classifier_number("HP", 2) == -1 &&
			  program_classifier_number("XA", 2) == 23 * 26,
		  "a pair of letters that is no state's is none");
	check(program_classifier_number("kz2009", 6) == 1025, "a classifier's name may be written small");
	check(program_classifier_number("ISCEDF", 6) == program_classifier_number("ISCEDF2013", 10),
		  "ISCEDF is ISCEDF2013");
	check(program_classifier_number("KZ", 2) == 285 && program_classifier_number("KZ200", 5) == -1 &&
			  program_classifier_number("", 0) == -1 &&
			  program_classifier_number("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26) == -1,
		  "what is no name has no number");
	for (int n = 676; n < PROGRAM_FIRST_NAMED; n++)
		good = good && program_classifier_grammar(n) == NULL;
	check(good && program_classifier_grammar(-1) == NULL && program_classifier_grammar(2047) == NULL,
		  "numbers that nobody has have no grammar");
}

static const struct
{
	const char *text;
	uint64_t value;
} frozen[] = {
#include "program_frozen.h"
};

/*
 * Stored values never change: these were worked out separately from the layout
 * (classifier * 2^53 + mixed-radix digits, top bit inverted).
 */
static void
test_frozen(void)
{
	int wrong = 0;

	for (size_t i = 0; i < sizeof(frozen) / sizeof(frozen[0]); i++)
	{
		int64_t value;
		ProgramProblem problem;

		if (program_in(frozen[i].text, strlen(frozen[i].text), &value, &problem) != PROGRAM_OK ||
			(uint64_t) value != frozen[i].value)
		{
			wrong++;
			check(false, "%s is stored as %016llx", frozen[i].text, (unsigned long long) frozen[i].value);
		}
	}
	check(wrong == 0, "%d codes, one of every layout at least, are stored as ever",
		  (int) (sizeof(frozen) / sizeof(frozen[0])));
}

/* integers that are no codes: refused, and written without harm */
static void
test_integers(void)
{
	int valid = 0, broken = 0;

	for (int k = 0; k < 100000; k++)
	{
		uint64_t word = (uint64_t) rnd(1u << 31) << 33 ^ (uint64_t) rnd(1u << 31) << 8 ^ rnd(256);
		char text[PROGRAM_TEXT_MAX];
		ProgramProblem problem;
		int64_t value, again, last, lo, hi;

		if (k % 2 == 0) /* a number that is given, and a code that is not too large */
			word = ((uint64_t) (k % 4 == 0 ? (uint32_t) PROGRAM_FIRST_NAMED + rnd(40) : rnd(676)) << 53 |
					(word >> (11 + rnd(50)))) ^
				   UINT64_C(1) << 63;
		value = (int64_t) word;
		broken += program_out(value, text) != (int) strlen(text);
		program_subtree(value, &lo, &hi);
		if (!program_valid(value))
		{
			/* it says so, or its text is that of another value or of none */
			if (program_last(value, &last) ||
				(program_in(text, strlen(text), &again, &problem) == PROGRAM_OK && again == value))
				broken++;
			continue;
		}
		valid++;
		if (!program_last(value, &last) || !program_valid(last) || last < value || last > hi)
			broken++;
		if (program_in(text, strlen(text), &again, &problem) != PROGRAM_OK || again != value || lo != value || hi < lo)
			broken++;
	}
	check(valid > 1000 && broken == 0, "random integers: %d valid ones read back the same", valid);
	check(!program_valid(0) && !program_valid(INT64_MAX) && !program_valid(INT64_MIN) && !program_valid(-1),
		  "0, -1 and the ends of bigint are no codes");
}

/* is top one of the lineage's codes? */
static bool
in_lineage(int64_t value, int64_t top)
{
	int64_t codes[PROGRAM_LINEAGE_MAX];

	for (int n = program_lineage(value, codes); n-- > 0;)
		if (codes[n] == top)
			return true;
	return false;
}

/* integers next to codes: "is it below" says the same as "is it in the lineage", for what is no code too */
static void
test_lineage(void)
{
	int none = 0, inside = 0, differ = 0;

	for (int i = 0; i < (int) (sizeof(frozen) / sizeof(frozen[0])); i++)
		for (int k = 0; k < 200; k++)
		{
			int64_t top = (int64_t) frozen[i].value;
			int64_t value = top + (int64_t) (rnd(1u << 31) >> rnd(31)) - 3;
			int64_t bad = top + (int64_t) rnd(50);

			none += !program_valid(value);
			do
			{
				inside += program_below(value, top) && !program_valid(value);
				differ += program_below(value, top) != in_lineage(value, top);
			} while (program_parent(top, &top));
			if (!program_valid(bad))
				differ += program_below(bad, bad) || program_below(value, bad) || in_lineage(bad, bad);
		}
	check(none > 1000 && inside > 100 && differ == 0,
		  "%d integers that are no codes, %d times below one: below as in the lineage", none, inside);
}

static void
test_levels(void)
{
	static const struct
	{
		const char *text;
		uint16_t levels;
	} expected[] = {
		{"KZ2009:6M070300", 1 << 7},
		{"KZ2009:5B070300", 1 << 6},
		{"UZ2010:5A330202", 1 << 7},
		{"UZ2010:5330200", 1 << 6},
		{"UZ2010:533", 0},
		{"CN_PG:0812", 1 << 7 | 1 << 8},
		{"KG:710100", 1 << 6 | 1 << 7},
		{"KG:750002", 1 << 7},
		{"BY2009:1-33 80 01", 1 << 7},
		{"BY2009:1-40 01 01", 1 << 6},
		{"BY2009:1-40", 1 << 6 | 1 << 7},
		{"BY2009:2-33 80 01", 1 << 5},
		{"BY2022:9-09-0231-01", 0},
		{"BY2022:6-05-0612-01", 1 << 6},
		{"MN:061301", 0},
		{"QFEHEA:short", 1 << 5},
		{"EQF:4", 1 << 3 | 1 << 4},
		{"RU_OKSO2003:230400", 0},
		{"RU_OKSO2003:230400.62", 1 << 6},
		{"RU_OKSO2016:2.09.03.02", 1 << 6},
		{"RU2013:09.00.00", 0},
		{"IN:7", 0},
		{"ISCED2011L:760", 1 << 7},
		{"ISCED2011L:0", 1 << 0},
	};

	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
	{
		ProgramProblem problem;
		int64_t value = 0;

		program_in(expected[i].text, strlen(expected[i].text), &value, &problem);
		check(program_levels(value) == expected[i].levels, "%s: ISCED levels %03x", expected[i].text,
			  expected[i].levels);
	}
}

int
main(void)
{
	test_table();
	test_regex();
	test_tree();
	test_general();
	test_numbers();
	test_frozen();
	test_integers();
	test_lineage();
	test_levels();
	return done();
}
