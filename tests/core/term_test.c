/*
 * term_test.c: the core of academic_term, checked against exact fractions.
 *
 * A term is described here a second time, independently of its stored form:
 * its span in years as fractions (numerator over a denominator of 27720 =
 * 11 * 2520, so that no number is shared with the core).
 */
#include "term/core.h"

#include "check.h"

#define DEN INT64_C(27720) /* divisible by 1..12 */

typedef struct Span
{
	TermFields fields;
	int32_t term;
	int64_t from; /* in 1/DEN years from year 0 */
	int64_t to;
	bool southern;
} Span;

#define YEARS 4
#define MAX_SPANS (YEARS * 2 * 45)
static Span spans[MAX_SPANS];
static int nspans = 0;

/* All terms of some years of both kinds. */
static void
make_spans(void)
{
	for (int year = 2022; year < 2022 + YEARS; year++)
		for (int south = 0; south <= 1; south++)
			for (int parts = 1; parts <= 9; parts++)
				for (int part = 1; part <= parts; part++)
				{
					Span *s = &spans[nspans++];
					/* north: September is the ninth month */
					int64_t begin = year * DEN + (south ? 0 : DEN * 8 / 12);

					s->fields = (TermFields){year, south ? year : year + 1, part, parts};
					s->southern = south;
					s->from = begin + DEN * (part - 1) / parts;
					s->to = begin + DEN * part / parts;
					if (term_make(&s->fields, &s->term) != TERM_OK)
						abort();
				}
}

static int
sign(int64_t x)
{
	return (x > 0) - (x < 0);
}

/* Start, then longer first, then north first. */
static int
expected_order(const Span *a, const Span *b)
{
	if (a->from != b->from)
		return sign(a->from - b->from);
	if (a->to != b->to)
		return sign(b->to - a->to);
	return (int) a->southern - (int) b->southern;
}

static void
test_pairs(void)
{
	int order = 0, contains = 0, overlaps = 0, contained_pairs = 0, twins = 0;

	for (int i = 0; i < nspans; i++)
		for (int j = 0; j < nspans; j++)
		{
			const Span *a = &spans[i], *b = &spans[j];
			bool within = a->from <= b->from && b->to <= a->to;

			order += sign((int64_t) a->term - b->term) != expected_order(a, b);
			contains += term_contains(a->term, b->term) != within;
			overlaps += term_overlaps(a->term, b->term) != (a->from < b->to && b->from < a->to);
			contained_pairs += within;
			twins += i != j && a->from == b->from && a->to == b->to;
		}
	check(nspans == 360, "45 terms in each of 4 years north and south: %d", nspans);
	check(order == 0, "integers sort by start, then longer first, then north first: %d differ", order);
	check(contains == 0, "containment is that of the fractions: %d differ", contains);
	check(overlaps == 0, "overlap is that of the fractions: %d differ", overlaps);
	check(contained_pairs > nspans && twins > 0, "there was something to compare: %d contained, %d twins",
		  contained_pairs, twins);
}

static void
test_round_trips(void)
{
	int fields_differ = 0, text_differs = 0, bits_refused = 0, start_differs = 0, year_differs = 0;

	for (int i = 0; i < nspans; i++)
	{
		const Span *s = &spans[i];
		TermFields f, seen;
		char text[TERM_TEXT_SIZE], wanted[64];
		int32_t back = 0;

		term_fields(s->term, &f);
		fields_differ += memcmp(&f, &s->fields, sizeof f) != 0;
		snprintf(wanted, sizeof wanted, "%d/%d-%d/%d", f.start_year, f.end_year, f.part, f.parts);
		text_differs += term_format(s->term, text) != strlen(wanted) || strcmp(text, wanted) != 0 ||
						term_parse(text, strlen(text), &back, &seen) != TERM_OK || back != s->term;
		bits_refused += term_check(s->term) != TERM_OK;
		start_differs += term_start(s->term) * (DEN / TERM_YEAR) != s->from ||
						 term_end(s->term) * (DEN / TERM_YEAR) != s->to || term_southern(s->term) != s->southern ||
						 term_parts(s->term) != f.parts;
		term_fields(term_year(s->term), &seen);
		year_differs +=
			seen.start_year != f.start_year || seen.end_year != f.end_year || seen.part != 1 || seen.parts != 1;
	}
	check(fields_differ == 0, "make and fields are inverse: %d differ", fields_differ);
	check(text_differs == 0, "format and parse are inverse: %d differ", text_differs);
	check(bits_refused == 0, "made terms are valid: %d refused", bits_refused);
	check(start_differs == 0, "start, end, parts and hemisphere: %d differ", start_differs);
	check(year_differs == 0, "the year of a term is its whole year: %d differ", year_differs);
}

/* Every bit pattern around real terms, and a walk through all others: valid exactly if some term has it. */
static void
test_bits(void)
{
	int64_t valid = 0, expected = 0, wrong = 0;
	uint32_t seed = 20240901;
	int32_t first = INT32_MAX, last = 0;

	for (int32_t bits = spans[0].term & ~0xFFFF; bits < (spans[0].term & ~0xFFFF) + (1 << 22); bits++)
	{
		TermFields f;
		int32_t again;

		if (term_check(bits) != TERM_OK)
			continue;
		valid++;
		term_fields(bits, &f);
		wrong += term_make(&f, &again) != TERM_OK || again != bits;
		if (bits < first)
			first = bits;
		last = bits;
	}
	/* Count the same terms from the other side. */
	for (int year = 2000; year < 2100; year++)
		for (int south = 0; south <= 1; south++)
			for (int parts = 1; parts <= 9; parts++)
				for (int part = 1; part <= parts; part++)
				{
					int32_t term;

					term_make(&(TermFields){year, south ? year : year + 1, part, parts}, &term);
					expected += term >= first && term <= last;
				}
	check(valid == expected && valid > 1000, "of 4 million bit patterns exactly the %lld terms are valid",
		  (long long) valid);
	check(wrong == 0, "valid bits come back from their fields: %lld differ", (long long) wrong);

	wrong = 0;
	for (int i = 0; i < 2000000; i++)
	{
		TermFields f;
		int32_t again;

		seed = seed * 1664525u + 1013904223u;
		if (term_check((int32_t) seed) != TERM_OK)
			continue;
		term_fields((int32_t) seed, &f);
		wrong += term_make(&f, &again) != TERM_OK || again != (int32_t) seed;
	}
	check(wrong == 0, "random valid bits are terms: %lld are not", (long long) wrong);
	check(term_check(0) == TERM_BAD_BITS && term_check(-1) == TERM_BAD_BITS && term_check(INT32_MIN) == TERM_BAD_BITS &&
			  term_check(INT32_MAX) == TERM_BAD_BITS,
		  "zero, negative and largest bits are no terms");
}

/* The stored form is for ever: these numbers were worked out by hand. */
static void
test_stored_form(void)
{
	static const struct
	{
		const char *text;
		int32_t stored;
	} known[] = {
		/* (2024 * 2520 + 1680) * 32 + parts * 2 + south */
		{"2024/2025-1/1", 163269120 + 2},
		{"2024/2025-1/2", 163269120 + 4},
		/* half a year = 1260 units later */
		{"2024/2025-2/2", 163269120 + 1260 * 32 + 4},
		{"2024/2025-9/9", 163269120 + 8 * 280 * 32 + 18},
		{"2025/2025-1/1", 2025 * 2520 * 32 + 2 + 1},
		{"0001/0001-1/1", 2520 * 32 + 3},
		{"9999/9999-9/9", (9999 * 2520 + 8 * 280) * 32 + 18 + 1},
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
	{
		TermFields seen;
		int32_t term = 0;
		TermResult r = term_parse(known[i].text, strlen(known[i].text), &term, &seen);

		check(r == TERM_OK && term == known[i].stored, "%s is stored as %d", known[i].text, known[i].stored);
	}
}

static void
test_parse(void)
{
	static const struct
	{
		const char *text;
		TermResult result;
	} cases[] = {
		{"2024/2025", TERM_OK},
		{"2025/2025", TERM_OK},
		{" \t\n2024/2025-3/4\r\v\f ", TERM_OK},
		{"0001/0002", TERM_OK},
		{"9998/9999-9/9", TERM_OK},
		{"9999/9999", TERM_OK},
		{"", TERM_BAD_SYNTAX},
		{" ", TERM_BAD_SYNTAX},
		{"2024", TERM_BAD_SYNTAX},
		{"2024/", TERM_BAD_SYNTAX},
		{"2024/25", TERM_BAD_SYNTAX},
		{"2024-2025", TERM_BAD_SYNTAX},
		{"24/25", TERM_BAD_SYNTAX},
		{"2024/2025-", TERM_BAD_SYNTAX},
		{"2024/2025-1", TERM_BAD_SYNTAX},
		{"2024/2025-1/", TERM_BAD_SYNTAX},
		{"2024/2025-1/22", TERM_BAD_SYNTAX},
		{"2024/2025-12/2", TERM_BAD_SYNTAX},
		{"2024/2025-a/2", TERM_BAD_SYNTAX},
		{"2024/2025 1/2", TERM_BAD_SYNTAX},
		{"2024/2025-1/2x", TERM_BAD_SYNTAX},
		{"x2024/2025", TERM_BAD_SYNTAX},
		{"2024 /2025", TERM_BAD_SYNTAX},
		{"2024/2025- 1/2", TERM_BAD_SYNTAX},
		{"+024/2025", TERM_BAD_SYNTAX},
		{"20245/2025", TERM_BAD_SYNTAX},
		{"\xd9\xa2"
		 "024/2025",
		 TERM_BAD_SYNTAX},
		{"0000/0001", TERM_BAD_START},
		{"0000/0000", TERM_BAD_START},
		{"2024/2026", TERM_BAD_END},
		{"2024/2023", TERM_BAD_END},
		{"9999/0000", TERM_BAD_END},
		{"2024/2025-1/0", TERM_BAD_PARTS},
		{"2024/2025-0/0", TERM_BAD_PARTS},
		{"2024/2025-0/2", TERM_BAD_PART},
		{"2024/2025-3/2", TERM_BAD_PART},
		{"2024/2025-9/8", TERM_BAD_PART},
	};
	TermFields seen;
	int32_t a = 0, b = 0;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
	{
		TermResult r = term_parse(cases[i].text, strlen(cases[i].text), &a, &seen);

		check(r == cases[i].result, "case %d: result %d, wanted %d", (int) i, (int) r, (int) cases[i].result);
	}
	check(term_parse("2024/2025", 9, &a, &seen) == TERM_OK && term_parse("2024/2025-1/1", 13, &b, &seen) == TERM_OK &&
			  a == b,
		  "the year alone is the whole year");
	check(term_parse("2024/2025-1/2", 12, &a, &seen) == TERM_BAD_SYNTAX, "the length counts, not a NUL");

	check(term_make(&(TermFields){9999, 10000, 1, 1}, &a) == TERM_BAD_END, "9999/10000 has no text form");
	check(term_make(&(TermFields){INT32_MAX, INT32_MAX, 1, 1}, &a) == TERM_BAD_START &&
			  term_make(&(TermFields){INT32_MIN, INT32_MIN, 1, 1}, &a) == TERM_BAD_START,
		  "years at both ends of int32 are refused");
	check(term_make(&(TermFields){2024, 2025, 1, 10}, &a) == TERM_BAD_PARTS &&
			  term_make(&(TermFields){2024, 2025, 1, -1}, &a) == TERM_BAD_PARTS &&
			  term_make(&(TermFields){2024, 2025, INT32_MAX, 2}, &a) == TERM_BAD_PART,
		  "parts and part are checked");
}

static void
test_shift(void)
{
	int gaps = 0, back = 0, far = 0;
	int32_t t = 0, u = 0;
	TermFields seen;

	for (int i = 0; i < nspans; i++)
	{
		const Span *s = &spans[i];

		/* The next term begins where this one ends and is as long. */
		gaps += term_shift(s->term, 1, &t) != TERM_OK || term_start(t) * (DEN / TERM_YEAR) != s->to ||
				term_parts(t) != s->fields.parts || term_southern(t) != s->southern;
		back += term_shift(t, -1, &u) != TERM_OK || u != s->term;
		for (int n = -40; n <= 40; n++)
		{
			int64_t length = DEN / s->fields.parts;

			far += term_shift(s->term, n, &u) != TERM_OK || term_start(u) * (DEN / TERM_YEAR) != s->from + n * length;
		}
	}
	check(gaps == 0, "the next term begins where a term ends: %d do not", gaps);
	check(back == 0, "previous undoes next: %d differ", back);
	check(far == 0, "n steps move by n lengths: %d differ", far);

	term_parse("9998/9999-2/2", 13, &t, &seen);
	check(term_shift(t, 1, &u) == TERM_OUT_OF_RANGE, "nothing follows 9998/9999-2/2");
	term_parse("9999/9999-2/2", 13, &t, &seen);
	check(term_shift(t, 1, &u) == TERM_OUT_OF_RANGE && term_shift(t, -1, &u) == TERM_OK,
		  "nothing follows 9999/9999-2/2");
	term_parse("0001/0002-1/9", 13, &t, &seen);
	check(term_shift(t, -1, &u) == TERM_OUT_OF_RANGE && term_shift(t, 9998 * 9 - 1, &u) == TERM_OK &&
			  term_shift(t, 9998 * 9, &u) == TERM_OUT_OF_RANGE,
		  "nothing precedes 0001/0002-1/9; 9998 years of ninths follow");
	check(term_shift(t, INT64_MAX, &u) == TERM_OUT_OF_RANGE && term_shift(t, INT64_MIN, &u) == TERM_OUT_OF_RANGE,
		  "the largest steps are out of range");
}

/* No term that is contained or overlaps may lie outside the bounds given to an index. */
static void
test_bounds(void)
{
	int lost_within = 0, lost_overlapping = 0, lost_computed = 0, beyond = 0, invalid = 0, exact = 0, loose = 0;

	for (int i = 0; i < nspans; i++)
	{
		TermBounds in, over;

		int32_t last = term_last_beginning_in(spans[i].term);

		term_bounds_within(spans[i].term, &in);
		term_bounds_overlapping(spans[i].term, &over);
		invalid += !in.has_low || !in.has_high || !over.has_low || !over.has_high || term_check(in.low) != TERM_OK ||
				   term_check(in.high) != TERM_OK || term_check(last) != TERM_OK ||
				   term_start(last) >= term_end(spans[i].term) || term_check(over.low) != TERM_OK ||
				   term_check(over.high) != TERM_OK;
		for (int j = 0; j < nspans; j++)
		{
			int32_t x = spans[j].term;

			lost_within += term_contains(spans[i].term, x) && !(x >= in.low && x < in.high);
			lost_overlapping += term_overlaps(spans[i].term, x) && !(x >= over.low && x < over.high);
			lost_computed +=
				(term_contains(spans[i].term, x) && !(x >= term_first_within(spans[i].term) && x <= last)) ||
				(term_overlaps(spans[i].term, x) && !(x >= term_first_overlapping(spans[i].term) && x <= last));
			beyond += x > last && spans[j].from < spans[i].to;
			/* Nothing that begins outside a term's span is fetched for it. */
			loose += x >= in.low && x < in.high && (spans[j].from < spans[i].from || spans[j].from >= spans[i].to);
			/* A year fetches its own terms and no other of its kind of year. */
			exact += spans[i].fields.parts == 1 && spans[i].southern == spans[j].southern &&
					 (x >= in.low && x < in.high) != (spans[i].fields.start_year == spans[j].fields.start_year);
		}
	}
	check(invalid == 0, "bounds are terms: %d are not", invalid);
	check(lost_within == 0, "bounds lose no contained term: %d lost", lost_within);
	check(lost_overlapping == 0, "bounds lose no overlapping term: %d lost", lost_overlapping);
	check(lost_computed == 0 && beyond == 0, "closed intervals lose nothing: %d lost, %d beyond the last",
		  lost_computed, beyond);
	check(loose == 0, "bounds fetch only what begins within the term: %d others", loose);
	check(exact == 0, "a year fetches exactly its terms: %d differ", exact);
}

/* The same at both ends of time, where some bounds do not exist. */
static void
test_bounds_at_ends(void)
{
	static const int years[] = {1, 2, 9997, 9998, 9999};
	static int32_t all[5 * 2 * 45];
	int n = 0, lost = 0, invalid = 0, open = 0;

	for (int y = 0; y < 5; y++)
		for (int south = 0; south <= 1; south++)
			for (int parts = 1; parts <= 9; parts++)
				for (int part = 1; part <= parts; part++)
					if (term_make(&(TermFields){years[y], years[y] + !south, part, parts}, &all[n]) == TERM_OK)
						n++;
	check(n == 9 * 45, "the year 9999/10000 is left out: %d terms", n);
	for (int i = 0; i < n; i++)
		for (int kind = 0; kind < 2; kind++)
		{
			TermBounds b;

			(kind ? term_bounds_overlapping : term_bounds_within)(all[i], &b);
			open += !b.has_low || !b.has_high;
			invalid += (b.has_low && term_check(b.low) != TERM_OK) || (b.has_high && term_check(b.high) != TERM_OK);
			for (int j = 0; j < n; j++)
				if (kind ? term_overlaps(all[i], all[j]) : term_contains(all[i], all[j]))
					lost += (b.has_low && all[j] < b.low) || (b.has_high && all[j] >= b.high) ||
							all[j] < (kind ? term_first_overlapping : term_first_within)(all[i]) ||
							all[j] > term_last_beginning_in(all[i]);
		}
	check(lost == 0 && invalid == 0 && open > 0, "at the ends of time: %d lost, %d invalid, %d left open", lost,
		  invalid, open);
}

/* bits that are no term: every function survives them, and their text is refused */
static void
test_bad_bits(void)
{
	uint64_t seed = 7;
	int broken = 0, bad = 0;
	char text[TERM_TEXT_SIZE];

	term_format(0x1F, text);
	check(strcmp(text, "#0000001F") == 0, "bits that are no term are written in hexadecimal");
	for (int k = 0; k < 300000; k++)
	{
		int32_t bits = (int32_t) (uint32_t) next_random(&seed);
		int32_t out;
		TermFields seen;
		TermBounds bounds;

		if (term_check(bits) == TERM_OK)
			continue;
		bad++;
		term_fields(bits, &seen);
		term_bounds_within(bits, &bounds);
		term_bounds_overlapping(bits, &bounds);
		(void) term_last_beginning_in(bits);
		broken += term_format(bits, text) != strlen(text) || term_parse(text, strlen(text), &out, &seen) == TERM_OK ||
				  term_shift(bits, 1, &out) != TERM_BAD_BITS || term_year(bits) != bits;
	}
	check(bad > 100000 && broken == 0, "random bits: %d are no term", bad);
}

int
main(void)
{
	test_bad_bits();
	make_spans();
	test_stored_form();
	test_pairs();
	test_round_trips();
	test_bits();
	test_parse();
	test_shift();
	test_bounds();
	test_bounds_at_ends();
	return done();
}
