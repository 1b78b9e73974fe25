/*
 * crosswalk/core.h: longest-match look-up over nested intervals of codes.
 *
 * A row of a crosswalk says something about a programme code and everything
 * below it.  Values are order-preserving, so "a code and everything below it"
 * is one interval [lo, hi] of integers, and two such intervals are either
 * nested or apart.  The index finds the innermost interval around a value by
 * one binary search and goes outwards from there until a row is in force on
 * the day asked for.
 *
 * Pure C: no allocation, no error reports, no PostgreSQL header.
 */
#ifndef CROSSWALK_CORE_H
#define CROSSWALK_CORE_H

#include <stdbool.h>
#include <stdint.h>

/* A day without bound at either end of a validity. */
#define CROSSWALK_EVER INT32_MIN
#define CROSSWALK_NEVER INT32_MAX

typedef struct CrosswalkRow
{
	int64_t lo; /* first and last value that the row is about */
	int64_t hi;
	int32_t from;	/* first day in force, CROSSWALK_EVER = unbounded */
	int32_t to;		/* first day no longer in force, CROSSWALK_NEVER = unbounded */
	uint8_t rank;	/* which row of one interval speaks first: lower wins */
	int64_t target; /* what the row says; the index does not look at it */
} CrosswalkRow;

/* All rows of one interval, best rank first. */
typedef struct CrosswalkNode
{
	int32_t first; /* in rows[] */
	int32_t count;
	int32_t parent; /* node of the next wider interval, -1 = none */
} CrosswalkNode;

/* What a segment answers, worked out once: most rows hold on every day. */
typedef enum CrosswalkAnswer
{
	CROSSWALK_NOTHING, /* no row, on no day */
	CROSSWALK_SETTLED, /* the same row alone on every day */
	CROSSWALK_DEPENDS  /* on the day, or on several rows: ask crosswalk_find() */
} CrosswalkAnswer;

typedef struct CrosswalkIndex
{
	int32_t nsegments; /* segment i reaches from starts[i] to before starts[i + 1] */
	int64_t *starts;
	int32_t *innermost; /* node of each segment, -1 = none */
	uint8_t *answers;	/* CrosswalkAnswer of each segment */
	int64_t *targets;	/* of settled segments */
	CrosswalkNode *nodes;
	CrosswalkRow *rows;
	int32_t nrows;
} CrosswalkIndex;

/* How many segments n rows can need: the size of starts[], innermost[], answers[] and targets[]. */
#define CROSSWALK_SEGMENTS(n) (2 * (n) + 1)

/*
 * Fill the index from 'nrows' rows, which are sorted in place.  The caller
 * has set rows, nrows, the four arrays of CROSSWALK_SEGMENTS(nrows) and the
 * one of nrows nodes.  False if an interval is empty or two of them
 * cross: such rows cannot come from codes.
 */
extern bool crosswalk_build(CrosswalkIndex *index);

/*
 * The segment of a value; never fails (the first segment starts at the lowest
 * integer).
 */
static inline int32_t
crosswalk_segment(const CrosswalkIndex *index, int64_t value)
{
	const int64_t *base = index->starts;
	int32_t n = index->nsegments;

	/* the last start that is not above the value, without a branch to mispredict */
	while (n > 1)
	{
		int32_t half = n / 2;

		base = base[half] <= value ? base + half : base;
		n -= half;
	}
	return (int32_t) (base - index->starts);
}

/*
 * The row that speaks for the values of a segment on a day: of the innermost
 * interval with a row in force that day, the one of best rank.  NULL if none.
 */
extern const CrosswalkRow *crosswalk_find(const CrosswalkIndex *index, int32_t segment, int32_t day);

/* The next row of the same interval and rank in force that day; NULL if none. */
extern const CrosswalkRow *crosswalk_next(const CrosswalkIndex *index, const CrosswalkRow *row, int32_t day);

#endif /* CROSSWALK_CORE_H */
