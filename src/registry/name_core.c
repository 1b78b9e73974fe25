/*
 * registry/name_core.c: how alike two names are.
 */
#include "registry/name_core.h"

#include "ground/text_core.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Words that share less than this with each other are other words. */
#define LEAST_ALIKE 0.65

typedef struct Word
{
	uint32_t letter[NAME_LETTERS];
	int n;
	uint64_t seen; /* a bit for each letter, modulo 64 */
	double weight;
} Word;

/* Words that nearly every institution has, and particles: they tell little. */
static const char *const common_words[] = {
	"university",	"universitet",
	"universiteti", "universitety",
	"institute",	"institut",
	"college",		"akademiya",
	"academy",		"gosudarstvennyi",
	"state",		"national",
	"natsionalnyi", "ulttyk",
	"imeni",		"im",
	"atyndagy",		"atyndagi",
	"named",		"after",
	"of",			"the",
	"and",			"for",
	"na",			"ba",
	"nomi",			"\345\244\247\345\255\246" /* Chinese for university */
};

/* One character of UTF-8; a malformed byte stands for itself. */
static uint32_t
next_letter(const char **s, const char *end)
{
	uint32_t first = (unsigned char) **s;
	size_t used = 1;
	uint32_t c = first < 0x80 ? first : text_character(*s, (size_t) (end - *s), &used);

	*s += used;
	return used == 1 ? first : c;
}

/* How many bits are set. */
static int
bits(uint64_t x)
{
	int n = 0;

	for (; x != 0; x &= x - 1)
		n++;
	return n;
}

/* A word that tells little, since most names have it. */
static bool
is_common(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(common_words) / sizeof(common_words[0]); i++)
		if (strlen(common_words[i]) == len && memcmp(common_words[i], s, len) == 0)
			return true;
	return false;
}

/* Letters of scripts that write words without spaces. */
static bool
is_ideograph(uint32_t c)
{
	return c >= 0x2e80 && c < 0xe000;
}

/* The words of a normalised name (between blanks), at most NAME_WORDS; returns their number. */
static int
split(const char *s, size_t len, Word *words)
{
	const char *end = s + (len < NAME_BYTES ? len : NAME_BYTES);
	int n = 0;

	while (s < end && n < NAME_WORDS)
	{
		const char *stop = memchr(s, ' ', (size_t) (end - s));
		const char *p = s;
		Word *w = &words[n];

		if (stop == NULL)
			stop = end;
		w->n = 0;
		w->seen = 0;
		while (p < stop && w->n < NAME_LETTERS)
		{
			uint32_t c = next_letter(&p, stop);

			w->letter[w->n++] = c;
			w->seen |= UINT64_C(1) << (c & 63);
		}
		if (w->n > 0)
		{
			w->weight = is_common(s, (size_t) (stop - s)) ? 1.0 : 2.0 + w->n;
			n++;
		}
		s = stop < end ? stop + 1 : end;
	}
	return n;
}

/* The least of three. */
static int
min3(int a, int b, int c)
{
	int m = a < b ? a : b;

	return m < c ? m : c;
}

/* Edit distance where two neighbours that changed places count as one error. */
static int
edits(const Word *a, const Word *b)
{
	int row[3][NAME_LETTERS + 1];
	int *before = row[0], *above = row[1], *here = row[2];

	for (int j = 0; j <= b->n; j++)
		above[j] = j;
	for (int i = 1; i <= a->n; i++)
	{
		int *spare = before;

		here[0] = i;
		for (int j = 1; j <= b->n; j++)
		{
			here[j] = min3(above[j] + 1, here[j - 1] + 1, above[j - 1] + (a->letter[i - 1] != b->letter[j - 1]));
			if (i > 1 && j > 1 && a->letter[i - 1] == b->letter[j - 2] && a->letter[i - 2] == b->letter[j - 1] &&
				before[j - 2] + 1 < here[j])
				here[j] = before[j - 2] + 1;
		}
		before = above;
		above = here;
		here = spare;
	}
	return above[b->n];
}

/* Is the shorter one a part of the longer one (its beginning, where words are parted by spaces)? */
static bool
is_part(const Word *small, const Word *large)
{
	int last = is_ideograph(small->letter[0]) ? large->n - small->n : 0;

	for (int at = 0; at <= last; at++)
		if (memcmp(small->letter, large->letter + at, (size_t) small->n * sizeof(small->letter[0])) == 0)
			return true;
	return false;
}

/* 1 = equal, 0 = other words; between them the share of letters that are alike. */
static double
word_similarity(const Word *a, const Word *b)
{
	const Word *small = a->n <= b->n ? a : b;
	const Word *large = a->n <= b->n ? b : a;
	double alike;

	if (a->n == b->n && memcmp(a->letter, b->letter, (size_t) a->n * sizeof(a->letter[0])) == 0)
		return 1.0;
	if (small->n < (is_ideograph(small->letter[0]) ? 2 : 3))
		return 0.0; /* initials are alike by chance */
	if (is_part(small, large))
		return 0.5 + 0.45 * small->n / large->n;
	if (small->n < 4 && !is_ideograph(small->letter[0]))
		return 0.0;
	if (small->n < LEAST_ALIKE * large->n)
		return 0.0; /* there are at least as many edits as letters missing */
	/* each letter that the other word lacks takes an edit */
	if (bits(small->seen & ~large->seen) > (1 - LEAST_ALIKE) * large->n ||
		bits(large->seen & ~small->seen) > (1 - LEAST_ALIKE) * large->n)
		return 0.0;
	alike = 1.0 - (double) edits(a, b) / large->n;
	return alike >= LEAST_ALIKE ? alike * 0.95 : 0.0;
}

/* How much of the words of a is in b, words that tell little weighing less. */
double
registry_name_similarity(const char *a, size_t alen, const char *b, size_t blen)
{
	Word query[NAME_WORDS];
	Word name[NAME_WORDS];
	int nq, nn;
	double asked = 0, there = 0, all = 0, score;

	if (alen == blen && memcmp(a, b, alen) == 0)
		return alen > 0 ? 1.0 : 0.0;
	nq = split(a, alen, query);
	nn = split(b, blen, name);
	if (nq == 0 || nn == 0)
		return 0.0;
	for (int j = 0; j < nn; j++)
		all += name[j].weight;
	for (int i = 0; i < nq; i++)
	{
		double best = 0;

		for (int j = 0; j < nn; j++)
		{
			double alike = word_similarity(&query[i], &name[j]);

			if (alike > best)
				best = alike;
		}
		asked += query[i].weight;
		there += best * query[i].weight;
	}
	score = there / asked;
	/* the same words and nothing else: next to equal; many further words: less sure */
	score *= 0.85 + 0.14 * (asked < all ? asked / all : 1.0);
	return score;
}
