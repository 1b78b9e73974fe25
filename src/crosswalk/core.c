/*
 * crosswalk/core.c: longest-match look-up over nested intervals of codes.
 */
#include "crosswalk/core.h"

#include <stdlib.h>

/* By their first code; of two that begin together the wider interval first. */
static int
compare_rows(const void *left, const void *right)
{
	const CrosswalkRow *a = left;
	const CrosswalkRow *b = right;

	if (a->lo != b->lo)
		return a->lo < b->lo ? -1 : 1;
	if (a->hi != b->hi)
		return a->hi > b->hi ? -1 : 1; /* the wider interval first */
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	/* the rest only makes the order independent of the input's */
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->target > b->target) - (a->target < b->target);
}

/* From 'start' on, 'node' is the innermost interval. */
static void
start_segment(CrosswalkIndex *index, int64_t start, int32_t node)
{
	if (index->starts[index->nsegments - 1] == start)
		index->innermost[index->nsegments - 1] = node; /* nothing between two boundaries */
	else
	{
		index->starts[index->nsegments] = start;
		index->innermost[index->nsegments++] = node;
	}
}

/* The interval of 'node' and all those around it that end before 'value' end. */
static int32_t
close_before(CrosswalkIndex *index, int32_t node, int64_t value)
{
	while (node >= 0 && index->rows[index->nodes[node].first].hi < value)
	{
		int64_t hi = index->rows[index->nodes[node].first].hi;

		node = index->nodes[node].parent;
		start_segment(index, hi + 1, node);
	}
	return node;
}

/* Where one row without dates decides, its answer is kept: no look at the rows is needed. */
static void
settle(CrosswalkIndex *index)
{
	for (int32_t i = 0; i < index->nsegments; i++)
	{
		const CrosswalkNode *node;
		const CrosswalkRow *row;

		if (index->innermost[i] < 0)
		{
			index->answers[i] = CROSSWALK_NOTHING;
			index->targets[i] = 0;
			continue;
		}
		node = &index->nodes[index->innermost[i]];
		row = &index->rows[node->first];
		index->answers[i] = CROSSWALK_DEPENDS;
		index->targets[i] = 0;
		if (row->from == CROSSWALK_EVER && row->to == CROSSWALK_NEVER && (node->count == 1 || row[1].rank != row->rank))
		{
			index->answers[i] = CROSSWALK_SETTLED;
			index->targets[i] = row->target;
		}
	}
}

bool
crosswalk_build(CrosswalkIndex *index)
{
	int32_t nnodes = 0;
	int32_t open = -1; /* innermost interval not yet closed */

	if (index->nrows > 0)
		qsort(index->rows, index->nrows, sizeof(CrosswalkRow), compare_rows);
	index->nsegments = 1;
	index->starts[0] = INT64_MIN;
	index->innermost[0] = -1;
	for (int32_t i = 0; i < index->nrows; i++)
	{
		const CrosswalkRow *row = &index->rows[i];

		if (row->lo > row->hi)
			return false;
		if (i > 0 && row->lo == row[-1].lo && row->hi == row[-1].hi)
		{
			index->nodes[nnodes - 1].count++;
			continue;
		}
		open = close_before(index, open, row->lo);
		if (open >= 0 && index->rows[index->nodes[open].first].hi < row->hi)
			return false;
		index->nodes[nnodes].first = i;
		index->nodes[nnodes].count = 1;
		index->nodes[nnodes].parent = open;
		open = nnodes++;
		start_segment(index, row->lo, open);
	}
	/* an interval that reaches the highest integer has no end to mark */
	close_before(index, open, INT64_MAX);
	settle(index);
	return true;
}

/* Is the row in force on the day? */
static bool
in_force(const CrosswalkRow *row, int32_t day)
{
	return row->from <= day && (day < row->to || row->to == CROSSWALK_NEVER);
}

const CrosswalkRow *
crosswalk_find(const CrosswalkIndex *index, int32_t segment, int32_t day)
{
	for (int32_t node = index->innermost[segment]; node >= 0; node = index->nodes[node].parent)
	{
		const CrosswalkRow *row = &index->rows[index->nodes[node].first];

		for (int32_t i = 0; i < index->nodes[node].count; i++)
			if (in_force(&row[i], day))
				return &row[i];
	}
	return NULL;
}

const CrosswalkRow *
crosswalk_next(const CrosswalkIndex *index, const CrosswalkRow *row, int32_t day)
{
	const CrosswalkRow *end = index->rows + index->nrows;

	for (const CrosswalkRow *next = row + 1; next < end && next->lo == row->lo && next->hi == row->hi; next++)
	{
		if (next->rank != row->rank)
			break;
		if (in_force(next, day))
			return next;
	}
	return NULL;
}
