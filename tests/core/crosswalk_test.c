/* The longest-match index against a search through all rows, over random nested intervals. */
#include "crosswalk/core.h"

#include "check.h"

#define MAX_ROWS 400

typedef struct Fixture
{
	CrosswalkRow rows[MAX_ROWS];
	CrosswalkRow input[MAX_ROWS];
	int64_t starts[CROSSWALK_SEGMENTS(MAX_ROWS)];
	int32_t innermost[CROSSWALK_SEGMENTS(MAX_ROWS)];
	uint8_t answers[CROSSWALK_SEGMENTS(MAX_ROWS)];
	int64_t targets[CROSSWALK_SEGMENTS(MAX_ROWS)];
	CrosswalkNode nodes[MAX_ROWS];
	CrosswalkIndex index;
} Fixture;

static Fixture f;

static bool
build(int n)
{
	memcpy(f.input, f.rows, sizeof(CrosswalkRow) * n);
	f.index = (CrosswalkIndex){.starts = f.starts,
							   .innermost = f.innermost,
							   .answers = f.answers,
							   .targets = f.targets,
							   .nodes = f.nodes,
							   .rows = f.rows,
							   .nrows = n};
	return crosswalk_build(&f.index);
}

static bool
row_in_force(const CrosswalkRow *row, int32_t day)
{
	return row->from <= day && (day < row->to || row->to == CROSSWALK_NEVER);
}

/* The answer by going through all rows: narrowest interval, then lowest rank; how many share both. */
static const CrosswalkRow *
by_search(int n, int64_t value, int32_t day, int *tied)
{
	const CrosswalkRow *best = NULL;

	*tied = 0;
	for (int i = 0; i < n; i++)
	{
		const CrosswalkRow *row = &f.input[i];
		uint64_t width = (uint64_t) row->hi - (uint64_t) row->lo;
		uint64_t best_width = best ? (uint64_t) best->hi - (uint64_t) best->lo : 0;

		if (value < row->lo || value > row->hi || !row_in_force(row, day))
			continue;
		if (best == NULL || width < best_width || (width == best_width && row->rank < best->rank))
		{
			best = row;
			*tied = 1;
		}
		else if (width == best_width && row->rank == best->rank)
			(*tied)++;
	}
	return best;
}

static bool
agrees(int n, int64_t value, int32_t day)
{
	int tied;
	int found_tied = 0;
	const CrosswalkRow *expected = by_search(n, value, day, &tied);
	int32_t segment = crosswalk_segment(&f.index, value);
	const CrosswalkRow *found = crosswalk_find(&f.index, segment, day);

	/* what is worked out beforehand must be what is found, and there must be no second row */
	if (f.answers[segment] == CROSSWALK_NOTHING && expected != NULL)
		return false;
	if (f.answers[segment] == CROSSWALK_SETTLED && (tied != 1 || f.targets[segment] != expected->target))
		return false;

	for (const CrosswalkRow *row = found; row != NULL; row = crosswalk_next(&f.index, row, day))
		found_tied++;
	if ((expected == NULL) != (found == NULL) || tied != found_tied)
		return false;
	return found == NULL || (found->lo == expected->lo && found->hi == expected->hi && found->rank == expected->rank);
}

/* Nested or disjoint intervals: subtrees of numbers of 'digits' places in base 4, moved to the ends of the range now
 * and then. */
static int
random_rows(uint64_t *seed, int digits)
{
	int n = (int) (next_random(seed) % (MAX_ROWS + 1));
	int64_t shift = (int64_t[]){0, INT64_MIN, INT64_MAX - ((INT64_C(1) << (2 * digits)) - 1)}[next_random(seed) % 3];

	for (int i = 0; i < n; i++)
	{
		int free = 2 * (int) (next_random(seed) % (digits + 1));
		uint64_t prefix = next_random(seed) % (UINT64_C(1) << (2 * digits)) >> free << free;
		CrosswalkRow *row = &f.rows[i];

		row->lo = shift + (int64_t) prefix;
		row->hi = row->lo + ((INT64_C(1) << free) - 1);
		row->from = next_random(seed) % 2 ? CROSSWALK_EVER : (int32_t) (next_random(seed) % 10);
		row->to = next_random(seed) % 2 ? CROSSWALK_NEVER : (int32_t) (next_random(seed) % 10);
		row->rank = (uint8_t) (next_random(seed) % 3);
		row->target = i;
	}
	return n;
}

static void
test_against_search(int digits, int rounds)
{
	uint64_t seed = 20261122 + (uint64_t) digits;
	long compared = 0;
	long wrong = 0;

	for (int round = 0; round < rounds; round++)
	{
		int n = random_rows(&seed, digits);

		if (!build(n))
		{
			wrong++;
			continue;
		}
		for (int i = 0; i < n; i++)
		{
			/* the ends of every interval, their neighbours and values anywhere */
			int64_t lo = f.input[i].lo;
			int64_t hi = f.input[i].hi;
			int64_t values[] = {lo, hi, lo == INT64_MIN ? lo : lo - 1, hi == INT64_MAX ? hi : hi + 1,
								(int64_t) next_random(&seed)};
			int32_t day = (int32_t) (next_random(&seed) % 12) - 1;

			for (size_t k = 0; k < sizeof(values) / sizeof(values[0]); k++, compared++)
				wrong += !agrees(n, values[k], day);
			compared += 2;
			wrong += !agrees(n, lo, INT32_MIN);
			wrong += !agrees(n, lo, INT32_MAX);
		}
	}
	check(compared > 1000 && wrong == 0, "%d places: %ld look-ups agree with a search, %ld do not", digits,
		  compared - wrong, wrong);
}

static void
test_order_of_rows(void)
{
	uint64_t seed = 7;
	bool same = true;

	for (int round = 0; round < 200 && same; round++)
	{
		static int32_t innermost[CROSSWALK_SEGMENTS(MAX_ROWS)];
		int n = random_rows(&seed, 5);
		int32_t nsegments;

		build(n);
		nsegments = f.index.nsegments;
		memcpy(innermost, f.innermost, sizeof(innermost));
		for (int i = n - 1; i > 0; i--)
		{
			int j = (int) (next_random(&seed) % (uint64_t) (i + 1));
			CrosswalkRow row = f.rows[i];

			f.rows[i] = f.rows[j];
			f.rows[j] = row;
		}
		same = build(n) && f.index.nsegments == nsegments &&
			   memcmp(innermost, f.innermost, sizeof(int32_t) * (size_t) nsegments) == 0;
	}
	check(same, "the index does not depend on the order of the rows");
}

static void
test_refusals(void)
{
	f.rows[0] = (CrosswalkRow){.lo = 10, .hi = 20, .from = CROSSWALK_EVER, .to = CROSSWALK_NEVER};
	f.rows[1] = (CrosswalkRow){.lo = 15, .hi = 25, .from = CROSSWALK_EVER, .to = CROSSWALK_NEVER};
	check(!build(2), "crossing intervals are refused");
	f.rows[0] = (CrosswalkRow){.lo = 10, .hi = 9};
	check(!build(1), "an empty interval is refused");
	check(build(0) && crosswalk_find(&f.index, crosswalk_segment(&f.index, 0), 0) == NULL, "no rows, no answer");
}

int
main(void)
{
	test_against_search(3, 300);
	test_against_search(8, 300);
	test_against_search(20, 100);
	test_order_of_rows();
	test_refusals();
	return done();
}
