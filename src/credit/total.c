/*
 * credit/total.c: the aggregates whose state is a bigint array: avg, and
 * credit_total, which adds credits of several schemes exactly and converts once.
 *
 * An array, so that states can be combined in parallel plans and on other
 * servers.  A state comes from whoever made the aggregate that calls (its INITCOND),
 * or from a plain call: that we are called by an aggregate says only that the
 * array may be changed in place.
 */
#include "credit/convert.h"
#include "credit/total_core.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(credit_avg_accum);
PG_FUNCTION_INFO_V1(credit_avg_inverse);
PG_FUNCTION_INFO_V1(credit_avg_combine);
PG_FUNCTION_INFO_V1(credit_avg_final);
PG_FUNCTION_INFO_V1(credit_total_accum);
PG_FUNCTION_INFO_V1(credit_total_combine);
PG_FUNCTION_INFO_V1(credit_total_final);

/* ---- states ---- */

/* ERROR 22023 for an array that no transition function of ours made. */
static SOCU_NORETURN void
state_error(const char *aggregate)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid state of aggregate %s", aggregate),
					errhint("Call the aggregate itself, not the functions that it is made of.")));
}

/* The number of words of a state, -1 if the array is no row of bigints without nulls.  Takes no time per word. */
static inline int
state_words(const ArrayType *array)
{
	if (ARR_NDIM(array) != 1 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != INT8OID || ARR_DIMS(array)[0] < 0 ||
		ARR_SIZE(array) != ARR_OVERHEAD_NONULLS(1) + (Size) ARR_DIMS(array)[0] * sizeof(int64))
		return -1;
	return ARR_DIMS(array)[0];
}

/* The state of a transition function.  It may be changed in place only inside an aggregate. */
static inline ArrayType *
state_arg(FunctionCallInfo fcinfo)
{
	return AggCheckCallContext(fcinfo, NULL) ? PG_GETARG_ARRAYTYPE_P(0) : PG_GETARG_ARRAYTYPE_P_COPY(0);
}

/* ---- avg: count, scheme number, sum in units ---- */

/* The array as a state of avg. */
static inline CreditAverage *
average_of(ArrayType *array)
{
	if (state_words(array) != CREDIT_AVERAGE_WORDS)
		state_error("avg");
	return (CreditAverage *) ARR_DATA_PTR(array);
}

/* Adds some credits of one scheme, or takes them off (count and units negative). */
static void
average_add(CreditAverage *state, int64 scheme, int64 units, int64 count)
{
	CreditResult result = credit_average_add(state, scheme, units, count);

	if (likely(result == CREDIT_OK))
		return;
	if (result == CREDIT_MIXED)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("cannot average credits of schemes %s and %s", credit_label(state->scheme),
							   credit_label(scheme)),
						errhint("Convert them to one scheme first, or group by scheme(credit).")));
	if (!credit_average_valid(state) || state->count < -count)
		state_error("avg");
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("The sum of %lld credits is too large to average.", (long long) state->count)));
}

Datum
credit_avg_accum(PG_FUNCTION_ARGS)
{
	ArrayType *array = state_arg(fcinfo);
	int64 credit = PG_GETARG_CREDIT(1);
	CreditAverage *state = average_of(array);

	if (unlikely(!credit_average_add_like(state, credit_scheme_number(credit), credit_units(credit))))
		average_add(state, credit_scheme_number(credit), credit_units(credit), 1);
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
credit_avg_inverse(PG_FUNCTION_ARGS)
{
	ArrayType *array = state_arg(fcinfo);
	int64 credit = PG_GETARG_CREDIT(1);

	average_add(average_of(array), credit_scheme_number(credit), -credit_units(credit), -1);
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
credit_avg_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array = state_arg(fcinfo);
	CreditAverage *state = average_of(array);
	CreditAverage *other = average_of(PG_GETARG_ARRAYTYPE_P(1));

	if (!credit_average_valid(other))
		state_error("avg");
	if (other->count != 0)
		average_add(state, other->scheme, other->units, other->count);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* sum / count, half-even to the unit */
Datum
credit_avg_final(PG_FUNCTION_ARGS)
{
	CreditAverage *state = average_of(PG_GETARG_ARRAYTYPE_P(0));

	if (!credit_average_valid(state))
		state_error("avg");
	if (state->count == 0)
		PG_RETURN_NULL();
	PG_RETURN_CREDIT(credit_average_compute(state));
}

/* ---- credit_total: what was asked, then one entry for each (scheme, rate) met ---- */

#define TOTAL(array) ((CreditTotal *) ARR_DATA_PTR(array))
#define ENTRIES(array) credit_total_entries(ARR_DIMS(array)[0])

/* An array with the words of a total.  Its words are checked where they are used: the head by a row's, entries at the
 * end. */
static ArrayType *
total_shape_required(ArrayType *array)
{
	if (credit_total_entries(state_words(array)) < 0)
		state_error("credit_total");
	return array;
}

/* An array that is a state of credit_total, every word of it. */
static ArrayType *
total_required(ArrayType *array)
{
	total_shape_required(array);
	if (!credit_total_valid(TOTAL(array), ENTRIES(array)))
		state_error("credit_total");
	return array;
}

/* A state with room for some entries: the first n are those of 'old', which may be NULL. */
static ArrayType *
new_total(const CreditTotal *head, const CreditTotalEntry *old, int n, int entries)
{
	int words = CREDIT_TOTAL_HEAD + entries * CREDIT_TOTAL_ENTRY;
	Size size = ARR_OVERHEAD_NONULLS(1) + words * sizeof(int64);
	ArrayType *array;

	if (entries > CREDIT_TOTAL_ENTRIES)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("credit_total meets too many rates"),
						errdetail("The limit is %d pairs of a scheme and a rate.", CREDIT_TOTAL_ENTRIES),
						errhint("Add up part of the rows first: credit_total by year, then sum.")));
	array = palloc0(size);
	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->dataoffset = 0;
	array->elemtype = INT8OID;
	ARR_DIMS(array)[0] = words;
	ARR_LBOUND(array)[0] = 1;
	memcpy(TOTAL(array), head, sizeof(CreditTotal));
	if (n > 0)
		memcpy(TOTAL(array)->entries, old, n * sizeof(CreditTotalEntry));
	return array;
}

/* Add to the entry of (scheme, rate) among n, which is made where there is none, and room for it; false without room.
 */
static bool
add_units(ArrayType *array, int *n, const CreditTotalEntry *more)
{
	CreditFraction rate = {more->num, more->den};
	CreditTotalEntry *entry = credit_total_find(TOTAL(array), *n, more->scheme, rate);

	if (entry == NULL)
	{
		if (*n == ENTRIES(array))
			return false;
		TOTAL(array)->entries[(*n)++] = *more;
	}
	else if (__builtin_add_overflow(entry->units, more->units, &entry->units))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
						errdetail("The %s credits alone are too many to add.", credit_label(more->scheme))));
	return true;
}

/* ERROR 22023: two rows, or two states, ask for different things. */
static SOCU_NORETURN void
different_question_error(const CreditTotal *a, const CreditTotal *b)
{
	if (!credit_total_head_valid(a))
		state_error("credit_total");
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("target scheme and rounding must be the same for all rows of one credit_total"),
					errdetail("Rows ask for %s and %s.", credit_label(a->to), credit_label(b->to))));
}

/* When to round, by name. */
static CreditPolicy
policy_required(const text *name)
{
	static const char *const names[] = {"total", "per_group", "per_line"};
	Size len = VARSIZE_ANY_EXHDR(name);

	for (int i = 0; i < 3; i++)
		if (len == strlen(names[i]) && memcmp(VARDATA_ANY(name), names[i], len) == 0)
			return (CreditPolicy) i;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown rounding policy \"%s\"", socu_clip(VARDATA_ANY(name), len)),
					errhint("The policies are per_line, per_group and total.")));
}

/* The arguments of the transition function: of a plain total, of a rounded one, of one by a method. */
enum
{
	ARG_STATE,
	ARG_CREDIT,
	ARG_TO_SCHEME,
	ARG_ON_DATE,
	ARGS_PLAIN,
	ARG_STEP = ARGS_PLAIN,
	ARG_MODE,
	ARG_POLICY,
	ARGS_ROUNDED,
	ARG_METHOD = ARGS_ROUNDED,
	ARG_BOUND,
	ARG_COHORT,
	ARG_NONE = -1
};

/* ERROR 22004: a null here would drop the row from the total in silence. */
static void
argument_required(FunctionCallInfo fcinfo, int arg, const char *name)
{
	if (PG_ARGISNULL(arg))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("argument %s of credit_total must not be null", name)));
}

/* Where conversion_get finds what it asks, in a call of one of the three forms. */
static const ConvertArgs *
argument_places(int nargs)
{
	static const ConvertArgs plain = {.to_scheme = ARG_TO_SCHEME,
									  .on_date = ARG_ON_DATE,
									  .method = ARG_NONE,
									  .bound = ARG_NONE,
									  .step = ARG_NONE,
									  .mode = ARG_NONE,
									  .cohort = ARG_NONE,
									  .level = ARG_NONE,
									  .activity = ARG_NONE};
	static const ConvertArgs rounded = {.to_scheme = ARG_TO_SCHEME,
										.on_date = ARG_ON_DATE,
										.method = ARG_NONE,
										.bound = ARG_NONE,
										.step = ARG_STEP,
										.mode = ARG_MODE,
										.cohort = ARG_NONE,
										.level = ARG_NONE,
										.activity = ARG_NONE};
	static const ConvertArgs by_method = {.to_scheme = ARG_TO_SCHEME,
										  .on_date = ARG_ON_DATE,
										  .method = ARG_METHOD,
										  .bound = ARG_BOUND,
										  .step = ARG_STEP,
										  .mode = ARG_MODE,
										  .cohort = ARG_COHORT,
										  .level = ARG_NONE,
										  .activity = ARG_NONE};

	return nargs > ARGS_ROUNDED ? &by_method : nargs > ARGS_PLAIN ? &rounded : &plain;
}

/* What the row asks for. */
static const Conversion *
read_question(FunctionCallInfo fcinfo, CreditTotal *head)
{
	bool rounds = PG_NARGS() > ARGS_PLAIN;
	const Conversion *conversion;

	argument_required(fcinfo, ARG_TO_SCHEME, "to_scheme");
	argument_required(fcinfo, ARG_ON_DATE, "on_date");
	if (rounds)
	{
		argument_required(fcinfo, ARG_MODE, "rounding_mode");
		argument_required(fcinfo, ARG_POLICY, "rounding_policy");
	}
	if (PG_NARGS() > ARGS_ROUNDED)
		argument_required(fcinfo, ARG_BOUND, "bound");
	conversion = conversion_get(fcinfo, argument_places(PG_NARGS()));
	head->to = conversion->to;
	head->policy = rounds ? policy_required(PG_GETARG_TEXT_PP(ARG_POLICY)) : CREDIT_POLICY_TOTAL;
	head->step_num = conversion->rounded ? conversion->step.num : 0;
	head->step_den = conversion->rounded ? conversion->step.den : 1;
	head->mode = conversion->mode;
	return conversion;
}

/* The row's credit as an entry; already in the target scheme where lines are rounded. */
static CreditTotalEntry
read_entry(FunctionCallInfo fcinfo, const CreditTotal *head, const Conversion *conversion)
{
	int64 credit = PG_GETARG_CREDIT(1);
	CreditFraction rate = conversion_rate(fcinfo, credit_scheme_number(credit));
	CreditTotalEntry entry = {credit_scheme_number(credit), rate.num, rate.den, credit_units(credit)};

	if (head->policy != CREDIT_POLICY_PER_LINE || !conversion->rounded)
		return entry;
	if (credit_scale_round(credit_units(credit), rate, conversion->step, conversion->mode, &entry.units) != CREDIT_OK)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s cannot be held rounded to multiples of %s", credit_text(credit),
							   credit_fraction_text(conversion->step))));
	entry.scheme = head->to;
	entry.num = entry.den = 1;
	return entry;
}

/*
 * credit_total_accum(state, credit, to_scheme, on_date [, rounding_step, rounding_mode, rounding_policy
 * [, method, bound, cohort]]): a null credit is no credit.
 */
Datum
credit_total_accum(PG_FUNCTION_ARGS)
{
	CreditTotal head = {0};
	CreditTotalEntry entry;
	const Conversion *conversion;
	ArrayType *array;
	int n;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	conversion = read_question(fcinfo, &head);
	entry = read_entry(fcinfo, &head, conversion);
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(new_total(&head, &entry, 1, 1));

	array = total_shape_required(state_arg(fcinfo));
	if (memcmp(TOTAL(array), &head, sizeof(CreditTotal)) != 0)
		different_question_error(TOTAL(array), &head);
	n = ENTRIES(array);
	if (!add_units(array, &n, &entry))
	{
		array = new_total(&head, TOTAL(array)->entries, n, n + 1);
		TOTAL(array)->entries[n] = entry;
	}
	PG_RETURN_ARRAYTYPE_P(array);
}

/* Room is made once for all that may come, and given back where it was not needed. */
Datum
credit_total_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	ArrayType *other;
	ArrayType *both;
	int n;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(total_required(PG_GETARG_ARRAYTYPE_P_COPY(1)));
	other = total_required(PG_GETARG_ARRAYTYPE_P(1));
	array = total_required(PG_GETARG_ARRAYTYPE_P(0));
	if (memcmp(TOTAL(array), TOTAL(other), sizeof(CreditTotal)) != 0)
		different_question_error(TOTAL(array), TOTAL(other));
	n = ENTRIES(array);
	both = new_total(TOTAL(array), TOTAL(array)->entries, n, Min(n + ENTRIES(other), CREDIT_TOTAL_ENTRIES));
	for (int i = 0; i < ENTRIES(other); i++)
		if (!add_units(both, &n, &TOTAL(other)->entries[i]))
			(void) new_total(TOTAL(both), NULL, 0, CREDIT_TOTAL_ENTRIES + 1); /* ERROR */
	PG_RETURN_ARRAYTYPE_P(new_total(TOTAL(both), TOTAL(both)->entries, n, n));
}

/* ERROR 22003: the sum is no multiple of the unit, or too large. */
static SOCU_NORETURN void
total_error(CreditResult result, const CreditTotal *state)
{
	bool rounded = state->step_num != 0 && state->policy != CREDIT_POLICY_PER_LINE;

	if (result == CREDIT_INEXACT && rounded)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the total rounded to a multiple of " INT64_FORMAT "/" INT64_FORMAT " cannot be held exactly",
						(int64) state->step_num, (int64) state->step_den)));
	if (result == CREDIT_INEXACT)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("the total in %s cannot be held exactly", credit_label(state->to)),
						errdetail("A credit holds multiples of 1/1260000."),
						errhint("Round it: credit_total(credit, scheme, date, rounding_step, rounding_mode, "
								"rounding_policy, method, bound, cohort).")));
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("The total of credit_total is too large to hold.")));
}

Datum
credit_total_final(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	CreditResult result;
	int64_t credit = 0;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	array = total_required(PG_GETARG_ARRAYTYPE_P(0));
	result = credit_total_compute(TOTAL(array), ENTRIES(array), &credit);
	if (result != CREDIT_OK)
		total_error(result, TOTAL(array));
	PG_RETURN_CREDIT(credit);
}
