/*
 * recognition/convertible.c: can this credit be converted?  For sets of records, in which one
 * missing rate must be a finding and not the end of the query.
 */
#include "credit/rules.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(credit_convertible);

#define SLOTS 64 /* a power of two */

typedef struct Slot
{
	bool used;
	bool convertible;
	int from;
	int to;
	DateADT on_date;
	int method;
	CreditBound bound;
	char level[16];
} Slot;

typedef struct Memo
{
	uint64 generation;
	Slot slots[SLOTS];
} Memo;

/* Is there a rate under these terms? */
static bool
has_rate(const Slot *asked)
{
	CreditQuestion question = {.from = asked->from,
							   .to = asked->to,
							   .on_date = asked->on_date,
							   .cohort = asked->on_date,
							   .level = asked->level[0] ? asked->level : NULL};
	CreditMethod method = asked->method < 0 ? METHOD_M1 : (CreditMethod) asked->method;
	ListCell *cell;

	foreach (cell, credit_routes(&question))
	{
		const CreditRoute *route = lfirst(cell);

		if (asked->from == asked->to || route->method == method)
			return route->has_standard || asked->bound != BOUND_STANDARD;
	}
	return false;
}

/* Is the slot about the same conversion? */
static bool
same_terms(const Slot *a, const Slot *b)
{
	return a->used && a->from == b->from && a->to == b->to && a->on_date == b->on_date && a->method == b->method &&
		   a->bound == b->bound && strcmp(a->level, b->level) == 0;
}

/* credit_convertible(credit, to_scheme, on_date, method, bound, level) */
Datum
credit_convertible(PG_FUNCTION_ARGS)
{
	Memo *memo = fcinfo->flinfo->fn_extra;
	Slot asked = {.used = true};
	Slot *slot;
	text *to;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	if (memo == NULL)
		fcinfo->flinfo->fn_extra = memo = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Memo));
	if (memo->generation == 0 || !credit_rules_current(memo->generation))
	{
		memset(memo, 0, sizeof(*memo));
		memo->generation = credit_rules_generation();
	}
	to = PG_GETARG_TEXT_PP(1);
	asked.from = credit_scheme_number(PG_GETARG_CREDIT(0));
	asked.to = credit_scheme_required(VARDATA_ANY(to), VARSIZE_ANY_EXHDR(to));
	asked.on_date = PG_GETARG_DATEADT(2);
	asked.method = credit_method_required(SOCU_TEXT_ARG(3));
	asked.bound = credit_bound_required(SOCU_TEXT_ARG(4));
	if (!PG_ARGISNULL(5))
		text_to_cstring_buffer(PG_GETARG_TEXT_PP(5), asked.level, sizeof(asked.level));
	slot = &memo->slots[((uint32) asked.from * 31 + (uint32) asked.to * 17 + (uint32) asked.on_date) & (SLOTS - 1)];
	if (!same_terms(slot, &asked))
	{
		asked.convertible = has_rate(&asked);
		*slot = asked;
	}
	PG_RETURN_BOOL(slot->convertible);
}
