/*
 * exchange/total.c: what the credits of a transcript add up to.
 *
 * Credits may be stated at several levels of one branch (a programme, its modules, their
 * courses), so a sum over all nodes counts the same work more than once.  Two sums are
 * free of that: over the topmost nodes that bear credits of a scheme, and over
 * the deepest ones.  Where they differ, some node bears other credits than its parts have.
 */
#include "exchange/total.h"

#include "catalog/pg_type.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"

#include "exchange/sink.h"
#include "exchange/value.h"

typedef struct Sum
{
	char *scheme; /* lower case */
	char *status;
	Numeric sum;
} Sum;

/* A node that may bear credits: a LOS, or the report. */
typedef struct Bearer
{
	int los_no;
	List *own;	 /* Sum: the node's own credits, by scheme */
	List *below; /* Sum: topmost bearing nodes under it, by scheme and status */
} Bearer;

#define BEARERS 132

/* A node whose credits are not those of its parts. */
typedef struct Differing
{
	int los_no;
	const char *scheme;
	char *status;
} Differing;

struct ElmoTotals
{
	MemoryContext context; /* reset with every report */
	Bearer nodes[BEARERS]; /* nodes[0] stands for the report */
	int depth;
	List *deepest;
	List *differing; /* Differing */
};

ElmoTotals *
elmo_totals_begin(MemoryContext context)
{
	ElmoTotals *totals = MemoryContextAllocZero(context, sizeof(ElmoTotals));

	totals->context = AllocSetContextCreate(context, "socu exchange totals", ALLOCSET_DEFAULT_SIZES);
	return totals;
}

/* The sum of two numbers, exact. */
static Numeric
add(Numeric a, Numeric b)
{
	return DatumGetNumeric(DirectFunctionCall2(numeric_add, NumericGetDatum(a), NumericGetDatum(b)));
}

/* Are two numbers equal? 7.5 is 7.50. */
static bool
same(Numeric a, Numeric b)
{
	return DatumGetBool(DirectFunctionCall2(numeric_eq, NumericGetDatum(a), NumericGetDatum(b)));
}

/* Adds to the sum of this scheme and status, or begins one. */
static List *
add_sum(List *sums, const char *scheme, const char *status, Numeric value)
{
	ListCell *cell;
	Sum *sum;

	foreach (cell, sums)
	{
		sum = lfirst(cell);
		if (strcmp(sum->scheme, scheme) == 0 && strcmp(sum->status, status) == 0)
		{
			sum->sum = add(sum->sum, value);
			return sums;
		}
	}
	sum = palloc(sizeof(Sum));
	sum->scheme = pstrdup(scheme);
	sum->status = pstrdup(status);
	sum->sum = DatumGetNumericCopy(NumericGetDatum(value));
	return lappend(sums, sum);
}

void
elmo_totals_enter(ElmoTotals *totals, int los_no)
{
	Bearer *node = &totals->nodes[++totals->depth];

	node->los_no = los_no;
	node->own = node->below = NIL;
}

void
elmo_totals_credit(ElmoTotals *totals, const char *scheme, Numeric value)
{
	Bearer *node = &totals->nodes[totals->depth];
	MemoryContext old = MemoryContextSwitchTo(totals->context);
	char *lower = pstrdup(scheme);

	for (char *c = lower; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c += 'a' - 'A';
	node->own = add_sum(node->own, lower, "", value);
	MemoryContextSwitchTo(old);
}

/* Adds up all that lies below a node in a scheme; false if nothing does. */
static bool
below_in(const Bearer *node, const char *scheme, Numeric *total)
{
	ListCell *cell;
	bool found = false;

	foreach (cell, node->below)
	{
		Sum *sum = lfirst(cell);

		if (strcmp(sum->scheme, scheme) != 0)
			continue;
		*total = found ? add(*total, sum->sum) : sum->sum;
		found = true;
	}
	return found;
}

/* Does the node itself have credits of this scheme? */
static bool
bears(const Bearer *node, const char *scheme)
{
	ListCell *cell;

	foreach (cell, node->own)
		if (strcmp(((Sum *) lfirst(cell))->scheme, scheme) == 0)
			return true;
	return false;
}

void
elmo_totals_leave(ElmoTotals *totals, const char *status)
{
	Bearer *node = &totals->nodes[totals->depth];
	Bearer *outer = &totals->nodes[totals->depth - 1];
	MemoryContext old = MemoryContextSwitchTo(totals->context);
	ListCell *cell;

	if (*status == '\0')
		status = "passed";
	foreach (cell, node->own)
	{
		Sum *own = lfirst(cell);
		Numeric below;

		if (!below_in(node, own->scheme, &below))
			totals->deepest = add_sum(totals->deepest, own->scheme, status, own->sum);
		else if (!same(below, own->sum))
		{
			Differing *differing = palloc(sizeof(Differing));

			differing->los_no = node->los_no;
			differing->scheme = own->scheme;
			differing->status = pstrdup(status);
			totals->differing = lappend(totals->differing, differing);
		}
		outer->below = add_sum(outer->below, own->scheme, status, own->sum);
	}
	foreach (cell, node->below)
	{
		Sum *sum = lfirst(cell);

		if (!bears(node, sum->scheme))
			outer->below = add_sum(outer->below, sum->scheme, sum->status, sum->sum);
	}
	totals->depth--;
	MemoryContextSwitchTo(old);
}

/* The sum of the same scheme and status; NULL if there is none. */
static Numeric
find_sum(List *sums, const Sum *key)
{
	ListCell *cell;

	foreach (cell, sums)
	{
		Sum *sum = lfirst(cell);

		if (strcmp(sum->scheme, key->scheme) == 0 && strcmp(sum->status, key->status) == 0)
			return sum->sum;
	}
	return DatumGetNumeric(DirectFunctionCall1(int4_numeric, Int32GetDatum(0)));
}

/* The numbers of the nodes that differ from their parts, as integer[]. */
static Datum
differing_nodes(const ElmoTotals *totals, const Sum *key)
{
	ArrayBuildState *nodes = NULL;
	ListCell *cell;

	foreach (cell, totals->differing)
	{
		Differing *entry = lfirst(cell);

		if (strcmp(entry->scheme, key->scheme) == 0 && strcmp(entry->status, key->status) == 0)
			nodes = array_append_value(nodes, Int32GetDatum(entry->los_no), false, INT4OID);
	}
	return nodes == NULL ? PointerGetDatum(construct_empty_array(INT4OID))
						 : makeArrayResult(nodes, CurrentMemoryContext);
}

void
elmo_totals_report(ElmoTotals *totals, int report_no, Tuplestorestate *store, TupleDesc desc)
{
	MemoryContext old = MemoryContextSwitchTo(totals->context);
	List *keys = list_copy(totals->nodes[0].below);
	ListCell *cell;

	/* a scheme and status may be topmost only, or deepest only */
	foreach (cell, totals->deepest)
	{
		Sum *sum = lfirst(cell);
		ListCell *other;
		bool known = false;

		foreach (other, totals->nodes[0].below)
		{
			Sum *top = lfirst(other);

			known = known || (strcmp(top->scheme, sum->scheme) == 0 && strcmp(top->status, sum->status) == 0);
		}
		if (!known)
			keys = lappend(keys, sum);
	}
	foreach (cell, keys)
	{
		Sum *key = lfirst(cell);
		Datum values[6];
		bool nulls[6] = {false};

		values[0] = Int32GetDatum(report_no);
		values[1] = value_string(key->scheme);
		values[2] = value_string(key->status);
		values[3] = NumericGetDatum(find_sum(totals->nodes[0].below, key));
		values[4] = NumericGetDatum(find_sum(totals->deepest, key));
		values[5] = differing_nodes(totals, key);
		tuplestore_putvalues(store, desc, values, nulls);
	}
	MemoryContextSwitchTo(old);
	MemoryContextReset(totals->context);
	totals->nodes[0].below = totals->deepest = totals->differing = NIL;
}
