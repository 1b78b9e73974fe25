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

/* What a word of the place weighs at most. */
#define PLACE_WEIGHT 3.0

typedef struct Word
{
	uint32_t letter[NAME_LETTERS];
	int n;
	uint64_t seen; /* a bit for each letter, modulo 64 */
	double weight;
	const char *bytes; /* as written */
	size_t len;
} Word;

/* Words that nearly every institution has, and particles: they tell little. */
static const char *const common_words[] = {
	"university",
	"universitet",
	"universiteti",
	"universitety",
	"institute",
	"institut",
	"college",
	"akademiya",
	"academy",
	"gosudarstvennyi",
	"state",
	"national",
	"natsionalnyi",
	"ulttyk",
	"imeni",
	"im",
	"atyndagy",
	"atyndagi",
	"named",
	"after",
	"of",
	"the",
	"and",
	"for",
	"na",
	"ba",
	"nomi",
	"universitat",
	"universidad",
	"hochschule",
	"donishgohi",
	"davlatii",
	"millii",
	"davlat",
	"memlekettik",
	"mamlekettik",
	"uluttuk",
	"natsionalnaya",
	"research",
	"issledovatelskii",
	"\345\244\247\345\255\246" /* Chinese for university */
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
		w->bytes = s;
		w->len = (size_t) (stop - s);
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

/* The word of 'words' that is most like w, or NULL; *alike says how much. */
static const Word *
most_alike(const Word *w, const Word *words, int n, double *alike)
{
	const Word *best = NULL;

	*alike = 0;
	for (int i = 0; i < n; i++)
	{
		double a = word_similarity(w, &words[i]);

		if (a > *alike)
		{
			*alike = a;
			best = &words[i];
		}
	}
	return best;
}

/* Is this word exactly one of these? */
static bool
stands_in(const Word *w, const Word *words, int n)
{
	double alike;

	return most_alike(w, words, n, &alike) != NULL && alike == 1.0;
}

/* Words of the place tell little: many institutions share it. */
static void
weigh_places(Word *words, int n, const Word *place, int np)
{
	for (int i = 0; i < n; i++)
		if (words[i].weight > PLACE_WEIGHT && stands_in(&words[i], place, np))
			words[i].weight = PLACE_WEIGHT;
}

/* The share of the words of a that stand in b. */
static double
covered(const Word *a, int na, const Word *b, int nb)
{
	double asked = 0, there = 0;

	for (int i = 0; i < na; i++)
	{
		double alike;
		const Word *best = most_alike(&a[i], b, nb, &alike);
		/* a misspelled word tells as little as the right one */
		double weight = best != NULL && best->weight < a[i].weight ? best->weight : a[i].weight;

		asked += weight;
		there += alike * weight;
	}
	return there / asked;
}

/*
 * Words of the query that the name lacks, and that are its initials, its short
 * name or its place, are taken out, but for a trace: the place is shared.
 * Returns how many are left.
 */
static int
take_known(Word *query, int nq, const Word *name, int nn, const RegistryName *as, const Word *place, int np)
{
	int left = 0;

	for (int i = 0; i < nq; i++)
	{
		double alike;

		if (most_alike(&query[i], name, nn, &alike) == NULL && nq > 1)
		{
			if (query[i].len == as->short_len && memcmp(query[i].bytes, as->short_name, as->short_len) == 0)
				continue;
			if (query[i].n > 2 && registry_name_initials(as->name, as->len, query[i].bytes, query[i].len))
				continue;
			if (stands_in(&query[i], place, np))
				query[i].weight = PLACE_WEIGHT / 4;
		}
		query[left++] = query[i];
	}
	return left;
}

double
registry_name_similarity(const char *a, size_t alen, const RegistryName *as)
{
	Word query[NAME_WORDS];
	Word name[NAME_WORDS];
	Word place[NAME_WORDS];
	int nq, nn, np, left;
	double score;

	if (alen == as->len && memcmp(a, as->name, alen) == 0)
		return alen > 0 ? 1.0 : 0.0;
	nq = split(a, alen, query);
	nn = split(as->name, as->len, name);
	np = split(as->place, as->place_len, place);
	if (nq == 0 || nn == 0)
		return 0.0;
	weigh_places(query, nq, place, np);
	weigh_places(name, nn, place, np);
	left = take_known(query, nq, name, nn, as, place, np);
	if (left == 0)
		return 0.95;
	score = covered(query, left, name, nn);
	/* what is hardly there need not be looked at from the other side */
	score *= score < 0.4 ? 0.6 : 0.6 + 0.39 * covered(name, nn, query, left);
	/* the short name beside words that are none of the name's */
	return left < nq && score < 0.5 ? 0.5 : score;
}

/* Words that an abbreviation leaves out, and those after which nothing goes into it. */
static bool
is_one_of(const char *s, size_t len, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == len && memcmp(*words, s, len) == 0)
			return true;
	return false;
}

bool
registry_name_initials(const char *name, size_t len, const char *short_name, size_t short_len)
{
	static const char *const left_out[] = {"of", "the", "and", "for", "in", "at", "na", "i", NULL};
	static const char *const the_end[] = {"imeni", "im", "named", NULL};
	const char *s = name;
	const char *end = name + len;
	size_t n = 0;

	while (s < end)
	{
		const char *stop = memchr(s, ' ', (size_t) (end - s));

		if (stop == NULL)
			stop = end;
		if (is_one_of(s, (size_t) (stop - s), the_end))
			break;
		if (stop > s && !is_one_of(s, (size_t) (stop - s), left_out))
		{
			if (n >= short_len || short_name[n] != *s)
				return false;
			n++;
		}
		s = stop < end ? stop + 1 : end;
	}
	return n == short_len && n > 1;
}
