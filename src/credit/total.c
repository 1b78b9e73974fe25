/*
 * credit/total.c: the aggregate credit_total: adds credits of several schemes
 * exactly and converts once.
 *
 * The state is a bigint array, so that it can be combined in parallel plans
 * and on other servers: a head (what was asked), then one entry for each
 * (scheme, rate) met, with the sum of its amounts.
 */
#include "credit/convert.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(credit_total_accum);
PG_FUNCTION_INFO_V1(credit_total_combine);
PG_FUNCTION_INFO_V1(credit_total_final);

typedef enum RoundingPolicy
{
	POLICY_TOTAL,	  /* the exact total once */
	POLICY_PER_GROUP, /* the sum of each scheme */
	POLICY_PER_LINE	  /* each row */
} RoundingPolicy;

typedef struct TotalEntry
{
	int64 scheme; /* the source scheme */
	int64 num;	  /* the rate */
	int64 den;
	int64 units; /* the sum, in units of the source */
} TotalEntry;

typedef struct TotalState
{
	int64 to;
	int64 policy;
	int64 step_num; /* 0: no rounding */
	int64 step_den;
	int64 mode;
	TotalEntry entries[FLEXIBLE_ARRAY_MEMBER];
} TotalState;

#define HEAD_WORDS ((int) (offsetof(TotalState, entries) / sizeof(int64)))
#define ENTRY_WORDS ((int) (sizeof(TotalEntry) / sizeof(int64)))
#define STATE(array) ((TotalState *) ARR_DATA_PTR(array))
#define ENTRIES(array) ((ARR_DIMS(array)[0] - HEAD_WORDS) / ENTRY_WORDS)

static ArrayType *
checked_state(ArrayType *array)
{
	if (ARR_NDIM(array) != 1 || ARR_HASNULL(array) || ARR_ELEMTYPE(array) != INT8OID ||
		ARR_DIMS(array)[0] < HEAD_WORDS || (ARR_DIMS(array)[0] - HEAD_WORDS) % ENTRY_WORDS != 0 ||
		STATE(array)->to < 0 || STATE(array)->to >= credit_scheme_count() || STATE(array)->step_num < 0 ||
		STATE(array)->step_den <= 0 || STATE(array)->mode < CREDIT_HALF_UP || STATE(array)->mode > CREDIT_TRUNCATE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid state of aggregate %s", "credit_total")));
	for (int i = 0; i < ENTRIES(array); i++)
		if (STATE(array)->entries[i].den <= 0)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("invalid state of aggregate %s", "credit_total")));
	return array;
}

static ArrayType *
new_state(const TotalState *head, int entries)
{
	int words = HEAD_WORDS + entries * ENTRY_WORDS;
	Size size = ARR_OVERHEAD_NONULLS(1) + words * sizeof(int64);
	ArrayType *array = palloc0(size);

	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->dataoffset = 0;
	array->elemtype = INT8OID;
	ARR_DIMS(array)[0] = words;
	ARR_LBOUND(array)[0] = 1;
	memcpy(ARR_DATA_PTR(array), head, offsetof(TotalState, entries));
	return array;
}

/* Add to the entry of (scheme, rate), which is made where there is none. */
static ArrayType *
add_units(ArrayType *array, int64 scheme, CreditFraction rate, int64 units)
{
	TotalEntry *entry = STATE(array)->entries;
	int n = ENTRIES(array);

	for (int i = 0; i < n; i++, entry++)
		if (entry->scheme == scheme && entry->num == rate.num && entry->den == rate.den)
		{
			if (__builtin_add_overflow(entry->units, units, &entry->units))
				ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
								errdetail("The %s credits alone are too many to add.", credit_label((int) scheme))));
			return array;
		}
	{
		ArrayType *larger = new_state(STATE(array), n + 1);

		memcpy(STATE(larger)->entries, STATE(array)->entries, n * sizeof(TotalEntry));
		entry = &STATE(larger)->entries[n];
		entry->scheme = scheme;
		entry->num = rate.num;
		entry->den = rate.den;
		entry->units = units;
		return larger;
	}
}

static RoundingPolicy
policy_required(const text *name)
{
	static const char *const names[] = {"total", "per_group", "per_line"};
	Size len = VARSIZE_ANY_EXHDR(name);

	for (int i = 0; i < 3; i++)
		if (len == strlen(names[i]) && memcmp(VARDATA_ANY(name), names[i], len) == 0)
			return (RoundingPolicy) i;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown rounding policy \"%s\"", socu_clip(VARDATA_ANY(name), len)),
					errhint("The policies are per_line, per_group and total.")));
}

static SOCU_NORETURN void
null_argument_error(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("argument %s of credit_total must not be null", name)));
}

/*
 * credit_total_accum(state, credit, to_scheme, on_date [, rounding_step,
 * rounding_mode, rounding_policy, method, bound, cohort]): a null credit is no credit.
 */
Datum
credit_total_accum(PG_FUNCTION_ARGS)
{
	static const ConvertArgs short_args = {.to_scheme = 2,
										   .on_date = 3,
										   .method = -1,
										   .bound = -1,
										   .step = -1,
										   .mode = -1,
										   .cohort = -1,
										   .level = -1,
										   .activity = -1};
	static const ConvertArgs long_args = {.to_scheme = 2,
										  .on_date = 3,
										  .step = 4,
										  .mode = 5,
										  .method = 7,
										  .bound = 8,
										  .cohort = 9,
										  .level = -1,
										  .activity = -1};
	bool is_long = PG_NARGS() > 4;
	const Conversion *conversion;
	ArrayType *array;
	TotalState head = {0};
	int64 credit;
	CreditFraction rate;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	if (PG_ARGISNULL(2))
		null_argument_error("to_scheme");
	if (PG_ARGISNULL(3))
		null_argument_error("on_date");
	if (is_long && PG_ARGISNULL(5))
		null_argument_error("rounding_mode");
	if (is_long && PG_ARGISNULL(6))
		null_argument_error("rounding_policy");
	if (is_long && PG_ARGISNULL(8))
		null_argument_error("bound");

	conversion = conversion_get(fcinfo, is_long ? &long_args : &short_args);
	credit = PG_GETARG_CREDIT(1);
	rate = conversion_rate(fcinfo, credit_scheme_number(credit));

	head.to = conversion->to;
	head.policy = is_long ? policy_required(PG_GETARG_TEXT_PP(6)) : POLICY_TOTAL;
	head.step_num = conversion->rounded ? conversion->step.num : 0;
	head.step_den = conversion->rounded ? conversion->step.den : 1;
	head.mode = conversion->mode;
	if (PG_ARGISNULL(0))
		array = new_state(&head, 0);
	else
	{
		array =
			AggCheckCallContext(fcinfo, NULL) ? PG_GETARG_ARRAYTYPE_P(0) : checked_state(PG_GETARG_ARRAYTYPE_P_COPY(0));
		if (memcmp(STATE(array), &head, offsetof(TotalState, entries)) != 0)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("target scheme and rounding must be the same for all rows of one credit_total"),
							errdetail("Rows ask for %s and %s.", credit_label((int) STATE(array)->to),
									  credit_label((int) head.to))));
	}

	if (head.policy == POLICY_PER_LINE && conversion->rounded)
	{
		int64_t units;
		CreditFraction one = {1, 1};

		if (credit_scale_round(credit_units(credit), rate, conversion->step, conversion->mode, &units) != CREDIT_OK)
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("%s cannot be held rounded to multiples of %s", credit_text(credit),
								   credit_fraction_text(conversion->step))));
		array = add_units(array, head.to, one, units);
	}
	else
		array = add_units(array, credit_scheme_number(credit), rate, credit_units(credit));
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
credit_total_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	ArrayType *other;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	other = checked_state(PG_GETARG_ARRAYTYPE_P(1));
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(PG_GETARG_ARRAYTYPE_P_COPY(1));
	array = checked_state(AggCheckCallContext(fcinfo, NULL) ? PG_GETARG_ARRAYTYPE_P(0) : PG_GETARG_ARRAYTYPE_P_COPY(0));
	if (memcmp(STATE(array), STATE(other), offsetof(TotalState, entries)) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("target scheme and rounding must be the same for all rows of one credit_total")));
	for (int i = 0; i < ENTRIES(other); i++)
	{
		TotalEntry *entry = &STATE(other)->entries[i];
		CreditFraction rate = {entry->num, entry->den};

		array = add_units(array, entry->scheme, rate, entry->units);
	}
	PG_RETURN_ARRAYTYPE_P(array);
}

/* ---- the end: one exact sum of fractions ---- */

typedef struct WideFraction
{
	__int128 num;
	__int128 den;
} WideFraction;

static SOCU_NORETURN void
too_large(void)
{
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("The total of credit_total is too large to hold.")));
}

/* sum += units * num / den */
static void
add_exactly(WideFraction *sum, const TotalEntry *entry)
{
	__int128 a = sum->den;
	__int128 b = entry->den;
	__int128 left;
	__int128 right;
	__int128 factor;

	while (b != 0) /* greatest common divisor */
	{
		__int128 r = a % b;

		a = b;
		b = r;
	}
	factor = entry->den / a;
	if (__builtin_mul_overflow(sum->num, factor, &left) ||
		__builtin_mul_overflow((__int128) entry->units * entry->num, sum->den / a, &right) ||
		__builtin_add_overflow(left, right, &sum->num) || __builtin_mul_overflow(sum->den, factor, &sum->den))
		too_large();
}

/* The nearest multiple of the step, in units of the target; exact where there is no step. */
static int64
settle(const TotalState *state, WideFraction sum)
{
	__int128 units;
	__int128 steps;

	if (state->step_num == 0)
	{
		if (sum.num % sum.den != 0)
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("the total in %s cannot be held exactly", credit_label((int) state->to)),
							errdetail("A credit holds multiples of 1/1260000."),
							errhint("Round it: socu.credit_total(credit, scheme, date, rounding_step, rounding_mode, "
									"rounding_policy, method, bound, cohort).")));
		units = sum.num / sum.den;
	}
	else
	{
		__int128 den;

		if (__builtin_mul_overflow(sum.num, (__int128) state->step_den, &sum.num) ||
			__builtin_mul_overflow(sum.den, (__int128) state->step_num * CREDIT_UNITS, &den))
			too_large();
		steps = credit_divide_round(sum.num, den, (CreditRounding) state->mode);
		if (__builtin_mul_overflow(steps, (__int128) state->step_num * CREDIT_UNITS, &units))
			too_large();
		if (units % state->step_den != 0)
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("the total rounded to a multiple of " INT64_FORMAT "/" INT64_FORMAT
								   " cannot be held exactly",
								   state->step_num, state->step_den)));
		units /= state->step_den;
	}
	if (units > CREDIT_AMOUNT_MAX || units < -CREDIT_AMOUNT_MAX)
		too_large();
	return (int64) units;
}

Datum
credit_total_final(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	TotalState *state;
	WideFraction sum = {0, 1};
	__int128 settled = 0;
	bool by_group;
	int n;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	array = checked_state(PG_GETARG_ARRAYTYPE_P(0));
	state = STATE(array);
	n = ENTRIES(array);
	by_group = state->policy == POLICY_PER_GROUP && state->step_num != 0;
	for (int i = 0; i < n; i++)
	{
		bool first = true;

		/* a scheme may have several rates: its group is all of them, taken at the first */
		for (int j = 0; j < i && by_group; j++)
			if (state->entries[j].scheme == state->entries[i].scheme)
				first = false;
		if (!first)
			continue;
		add_exactly(&sum, &state->entries[i]);
		if (by_group)
		{
			for (int j = i + 1; j < n; j++)
				if (state->entries[j].scheme == state->entries[i].scheme)
					add_exactly(&sum, &state->entries[j]);
			settled += settle(state, sum);
			sum.num = 0;
			sum.den = 1;
		}
	}
	if (state->policy == POLICY_PER_LINE && state->step_num != 0)
	{
		/* each line is a whole number of units already */
		TotalState exact = *state;

		exact.step_num = 0;
		exact.step_den = 1;
		settled = settle(&exact, sum);
	}
	else if (!by_group)
		settled = settle(state, sum);
	if (settled > CREDIT_AMOUNT_MAX || settled < -CREDIT_AMOUNT_MAX)
		too_large();
	PG_RETURN_CREDIT(credit_make((int) state->to, (int64) settled));
}
