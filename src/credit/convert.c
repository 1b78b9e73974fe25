/*
 * credit/convert.c: conversion between schemes, the list of equivalences, and
 * workload.
 */
#include "credit/convert.h"

#include "access/htup_details.h"
#include "catalog/pg_aggregate.h"
#include "funcapi.h"
#include "nodes/primnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(credit_convert);
PG_FUNCTION_INFO_V1(credit_convert_amount);
PG_FUNCTION_INFO_V1(credit_equivalence);
PG_FUNCTION_INFO_V1(credit_workload);
PG_FUNCTION_INFO_V1(credit_from_hours);
PG_FUNCTION_INFO_V1(credit_year_share);
PG_FUNCTION_INFO_V1(credit_semester_share);

/* ---- what a call asks for, remembered ---- */

#define MEMO_TEXTS 6 /* to_scheme, method, bound, mode, level, activity */

typedef struct MemoRate
{
	CreditFraction rate; /* den 0: not known yet */
	DateADT on_date;
	DateADT cohort;
} MemoRate;

/*
 * In fn_extra: the arguments of the last call and the rates found under them,
 * by scheme number.  Arguments seldom change within a query.
 */
typedef struct Memo
{
	bool constant;	   /* all but the dates are constants of the query: no need to compare */
	uint64 generation; /* of the rules that the rates come from */
	text *texts[MEMO_TEXTS];
	Datum step; /* a copy, 0 where not given */
	Conversion conversion;
	CreditQuestion question; /* but for 'from' */
	int method;
	CreditBound bound;
	MemoRate rates[FLEXIBLE_ARRAY_MEMBER];
} Memo;

/* A constant, or no argument at all: it cannot change as long as this FmgrInfo lives. */
static bool
arg_is_constant(FunctionCallInfo fcinfo, int arg)
{
	Aggref *aggref = AggGetAggref(fcinfo);
	Node *expr = fcinfo->flinfo->fn_expr;

	if (arg < 0)
		return true;
	if (aggref != NULL && aggref->aggkind != AGGKIND_NORMAL)
		return false;	/* we may be its final function, called with the direct arguments */
	if (aggref != NULL) /* argument 0 of a transition function is the state */
		return arg - 1 < list_length(aggref->args) &&
			   IsA(((TargetEntry *) list_nth(aggref->args, arg - 1))->expr, Const);
	return expr != NULL && IsA(expr, FuncExpr) && arg < list_length(((FuncExpr *) expr)->args) &&
		   IsA(list_nth(((FuncExpr *) expr)->args, arg), Const);
}

/* The memo of this call in the query, made at its first row; arguments that cannot change are noted once. */
static Memo *
memo_of(FunctionCallInfo fcinfo, const ConvertArgs *args)
{
	FmgrInfo *flinfo = fcinfo->flinfo;

	if (flinfo->fn_extra == NULL)
	{
		Memo *memo =
			MemoryContextAllocZero(flinfo->fn_mcxt, offsetof(Memo, rates) + credit_scheme_count() * sizeof(MemoRate));

		const int fixed[] = {args->to_scheme, args->method, args->bound,   args->step,
							 args->mode,	  args->level,	args->activity};

		memo->constant = true;
		for (int i = 0; i < (int) lengthof(fixed); i++)
			memo->constant &= arg_is_constant(fcinfo, fixed[i]);
		flinfo->fn_extra = memo;
	}
	return flinfo->fn_extra;
}

/* Is there such an argument (-1: none), and is it no null? */
static bool
arg_given(FunctionCallInfo fcinfo, int arg)
{
	return arg >= 0 && !PG_ARGISNULL(arg);
}

/* Is the argument what was kept of an earlier row? */
static bool
same_text(const text *kept, FunctionCallInfo fcinfo, int arg)
{
	const text *now;

	if (!arg_given(fcinfo, arg))
		return kept == NULL;
	if (kept == NULL)
		return false;
	now = PG_GETARG_TEXT_PP(arg);
	return VARSIZE_ANY_EXHDR(now) == VARSIZE_ANY_EXHDR(kept) &&
		   memcmp(VARDATA_ANY(now), VARDATA_ANY(kept), VARSIZE_ANY_EXHDR(kept)) == 0;
}

/* A copy that lives as long as the call, in place of the old one. */
static text *
keep_text(FunctionCallInfo fcinfo, int arg, text *old)
{
	text *kept = NULL;

	if (arg_given(fcinfo, arg))
	{
		MemoryContext caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		kept = DatumGetTextPCopy(PG_GETARG_DATUM(arg));
		MemoryContextSwitchTo(caller);
	}
	if (old)
		pfree(old);
	return kept;
}

/* The same as a C string. */
static char *
kept_string(FunctionCallInfo fcinfo, const text *kept)
{
	return kept ? MemoryContextStrdup(fcinfo->flinfo->fn_mcxt, text_to_cstring(kept)) : NULL;
}

/* Take the arguments over; errors leave the memo without a generation, so that the next call starts anew. */
static void
memo_fill(Memo *memo, FunctionCallInfo fcinfo, const ConvertArgs *args)
{
	const int texts[MEMO_TEXTS] = {args->to_scheme, args->method, args->bound, args->mode, args->level, args->activity};

	memo->generation = 0;
	for (int i = 0; i < MEMO_TEXTS; i++)
		memo->texts[i] = keep_text(fcinfo, texts[i], memo->texts[i]);
	if (memo->question.level)
		pfree(unconstify(char *, memo->question.level));
	if (memo->question.activity)
		pfree(unconstify(char *, memo->question.activity));
	memo->question.level = kept_string(fcinfo, memo->texts[4]);
	memo->question.activity = kept_string(fcinfo, memo->texts[5]);

	memo->conversion.to = memo->question.to =
		credit_scheme_required(VARDATA_ANY(memo->texts[0]), VARSIZE_ANY_EXHDR(memo->texts[0]));
	memo->method = credit_method_required(memo->texts[1] ? text_to_cstring(memo->texts[1]) : NULL);
	memo->bound = memo->texts[2] ? credit_bound_required(text_to_cstring(memo->texts[2])) : BOUND_STANDARD;
	memo->conversion.mode = memo->texts[3] ? credit_rounding_required(memo->texts[3]) : CREDIT_HALF_UP;
	if (memo->step)
		pfree(DatumGetPointer(memo->step));
	memo->step = (Datum) 0;
	memo->conversion.rounded = arg_given(fcinfo, args->step);
	if (memo->conversion.rounded)
	{
		MemoryContext caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		memo->step = NumericGetDatum(DatumGetNumericCopy(PG_GETARG_DATUM(args->step)));
		MemoryContextSwitchTo(caller);
		memo->conversion.step = credit_step_from_numeric(DatumGetNumeric(memo->step));
	}
}

/* The rules changed, or the question: every rate is looked up anew. */
static void
memo_forget_rates(Memo *memo)
{
	memset(memo->rates, 0, credit_scheme_count() * sizeof(MemoRate));
	memo->generation = credit_rules_generation();
}

/* The step by its value: 0.5 and 0.50 are one. */
static bool
same_step(const Memo *memo, FunctionCallInfo fcinfo, int arg)
{
	if (!arg_given(fcinfo, arg))
		return memo->step == (Datum) 0;
	return memo->step != (Datum) 0 &&
		   DatumGetInt32(DirectFunctionCall2(numeric_cmp, memo->step, PG_GETARG_DATUM(arg))) == 0;
}

/* Everything of the question but its dates, which stand beside each rate. */
static bool
same_arguments(const Memo *memo, FunctionCallInfo fcinfo, const ConvertArgs *args)
{
	return memo->constant ||
		   (same_text(memo->texts[0], fcinfo, args->to_scheme) && same_text(memo->texts[1], fcinfo, args->method) &&
			same_text(memo->texts[2], fcinfo, args->bound) && same_text(memo->texts[3], fcinfo, args->mode) &&
			same_text(memo->texts[4], fcinfo, args->level) && same_text(memo->texts[5], fcinfo, args->activity) &&
			same_step(memo, fcinfo, args->step));
}

const Conversion *
conversion_get(FunctionCallInfo fcinfo, const ConvertArgs *args)
{
	Memo *memo = memo_of(fcinfo, args);

	if (memo->generation == 0 || !same_arguments(memo, fcinfo, args))
	{
		memo_fill(memo, fcinfo, args);
		memo_forget_rates(memo);
	}
	else if (!credit_rules_current(memo->generation))
		memo_forget_rates(memo);
	memo->question.on_date = PG_GETARG_DATEADT(args->on_date);
	memo->question.cohort = arg_given(fcinfo, args->cohort) ? PG_GETARG_DATEADT(args->cohort) : memo->question.on_date;
	return &memo->conversion;
}

CreditFraction
conversion_rate(FunctionCallInfo fcinfo, int from)
{
	Memo *memo = fcinfo->flinfo->fn_extra;
	MemoRate *known;

	if (unlikely(from >= credit_scheme_count()))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown credit scheme %s", credit_label(from)),
				 errdetail("This version knows the scheme numbers 0 to %d.", credit_scheme_count() - 1)));
	known = &memo->rates[from];

	if (known->rate.den == 0 || known->on_date != memo->question.on_date || known->cohort != memo->question.cohort)
	{
		memo->question.from = from;
		known->rate = credit_rate_required(&memo->question, memo->method, memo->bound);
		known->on_date = memo->question.on_date;
		known->cohort = memo->question.cohort;
	}
	return known->rate;
}

/* ---- conversion ---- */

/* ERROR 22003: the result is no multiple of the unit, or too large. */
static SOCU_NORETURN void
convert_error(CreditResult result, int64 credit, CreditFraction rate, const Conversion *conversion)
{
	if (result == CREDIT_INEXACT)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s in %s cannot be held exactly", credit_text(credit), credit_label(conversion->to)),
						errdetail("One %s is %s %s, and a credit holds multiples of 1/1260000.",
								  credit_label(credit_scheme_number(credit)), credit_fraction_text(rate),
								  credit_label(conversion->to)),
						errhint("Round it: credit_convert(..., rounding_step => 0.5, rounding_mode => 'half_up').")));
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("%s at a rate of %s is beyond what %s can hold.", credit_text(credit),
							  credit_fraction_text(rate), "type credit")));
}

Datum
credit_convert(PG_FUNCTION_ARGS)
{
	static const ConvertArgs args = {.to_scheme = 1,
									 .on_date = 2,
									 .method = 3,
									 .bound = 4,
									 .step = 5,
									 .mode = 6,
									 .cohort = 7,
									 .level = 8,
									 .activity = 9};
	const Conversion *conversion;
	int64 credit;
	CreditFraction rate;
	CreditResult result;
	int64_t units;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4) || PG_ARGISNULL(6))
		PG_RETURN_NULL();
	credit = PG_GETARG_CREDIT(0);
	conversion = conversion_get(fcinfo, &args);
	rate = conversion_rate(fcinfo, credit_scheme_number(credit));
	result = conversion->rounded
				 ? credit_scale_round(credit_units(credit), rate, conversion->step, conversion->mode, &units)
				 : credit_scale(credit_units(credit), rate, &units);
	if (unlikely(result != CREDIT_OK))
		convert_error(result, credit, rate, conversion);
	PG_RETURN_CREDIT(credit_make(conversion->to, units));
}

/*
 * credit_convert_amount(numeric, from, to, ...): for plain columns.  The same
 * rules; the amount may have any precision.
 */
Datum
credit_convert_amount(PG_FUNCTION_ARGS)
{
	static const ConvertArgs args = {.to_scheme = 2,
									 .on_date = 3,
									 .method = 4,
									 .bound = 5,
									 .step = 6,
									 .mode = 7,
									 .cohort = 8,
									 .level = 9,
									 .activity = 10};
	const Conversion *conversion;
	text *from;
	CreditFraction amount;
	CreditFraction exact;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(5) || PG_ARGISNULL(7))
		PG_RETURN_NULL();
	from = PG_GETARG_TEXT_PP(1);
	conversion = conversion_get(fcinfo, &args);
	amount = credit_fraction_from_numeric(PG_GETARG_NUMERIC(0), "credit amount");
	if (!credit_fraction_multiply(
			amount, conversion_rate(fcinfo, credit_scheme_required(VARDATA_ANY(from), VARSIZE_ANY_EXHDR(from))),
			&exact))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("credit amount %s is too long to convert exactly", credit_fraction_text(amount))));
	if (conversion->rounded)
	{
		CreditFraction steps;

		if (!credit_fraction_divide(exact, conversion->step, &steps) ||
			!credit_fraction_multiply(
				credit_fraction((int64) credit_divide_round(steps.num, steps.den, conversion->mode), 1),
				conversion->step, &exact))
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit amount out of range")));
	}
	PG_RETURN_NUMERIC(credit_fraction_to_numeric(exact));
}

/* ---- credit_equivalence: every way in which two schemes compare ---- */

/* A C string as text. */
static Datum
text_datum(const char *string)
{
	return PointerGetDatum(cstring_to_text(string));
}

Datum
credit_equivalence(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	CreditQuestion q = {0};
	text *from;
	text *to;
	ListCell *cell;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return (Datum) 0;
	from = PG_GETARG_TEXT_PP(0);
	to = PG_GETARG_TEXT_PP(1);
	q.from = credit_scheme_required(VARDATA_ANY(from), VARSIZE_ANY_EXHDR(from));
	q.to = credit_scheme_required(VARDATA_ANY(to), VARSIZE_ANY_EXHDR(to));
	q.on_date = PG_GETARG_DATEADT(2);
	q.cohort = PG_ARGISNULL(3) ? q.on_date : PG_GETARG_DATEADT(3);
	q.level = SOCU_TEXT_ARG(4);
	q.activity = SOCU_TEXT_ARG(5);
	foreach (cell, credit_routes(&q))
	{
		const CreditRoute *route = lfirst(cell);
		CreditFraction rate = route->has_standard ? route->standard : route->low;
		Datum values[10] = {text_datum(credit_method_name(route->method)),
							Int64GetDatum(rate.num),
							Int64GetDatum(rate.den),
							Int64GetDatum(route->high.num),
							Int64GetDatum(route->high.den),
							text_datum(route->path),
							text_datum(route->source),
							text_datum(route->confidence),
							Int64GetDatum(route->low.num),
							Int64GetDatum(route->low.den)};
		bool nulls[10] = {false};

		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* ---- workload ---- */

/* a * b; ERROR 22003 where the fraction gets too long. */
static CreditFraction
times(CreditFraction a, CreditFraction b)
{
	CreditFraction p;

	if (!credit_fraction_multiply(a, b, &p))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("workload out of range")));
	return p;
}

/* As numeric; a fraction without an end is rounded to nine places. */
static Datum
fraction_datum(CreditFraction f)
{
	return NumericGetDatum(credit_fraction_to_numeric(f));
}

/* workload(credit, on_date, cohort): hours, minutes of the hour, clock hours; NULL where the rule does not say */
Datum
credit_workload(PG_FUNCTION_ARGS)
{
	TupleDesc desc;
	Datum values[5] = {0};
	bool nulls[5] = {true, true, true, true, true};
	int64 credit;
	DateADT on_date;
	const CreditSchemeRule *rule;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	credit = PG_GETARG_CREDIT(0);
	on_date = PG_GETARG_DATEADT(1);
	rule = credit_scheme_rule(credit_scheme_number(credit), on_date, PG_ARGISNULL(2) ? on_date : PG_GETARG_DATEADT(2));
	if (rule != NULL)
	{
		CreditFraction amount = credit_reduce(credit_units(credit));
		CreditFraction minutes_per_hour = {60, 1};
		CreditFraction hour = {0, 1};

		if (rule->has_minutes)
		{
			credit_fraction_divide(rule->minutes, minutes_per_hour, &hour);
			values[2] = fraction_datum(rule->minutes);
			nulls[2] = false;
		}
		if (rule->has_hours)
		{
			CreditFraction low = times(amount, amount.num < 0 ? rule->hours_high : rule->hours_low);
			CreditFraction high = times(amount, amount.num < 0 ? rule->hours_low : rule->hours_high);

			values[0] = fraction_datum(low);
			values[1] = fraction_datum(high);
			nulls[0] = nulls[1] = false;
			if (rule->has_minutes)
			{
				values[3] = fraction_datum(times(low, hour));
				values[4] = fraction_datum(times(high, hour));
				nulls[3] = nulls[4] = false;
			}
		}
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* A credit of 'scheme' from an exact amount, rounded where a step is given. */
static int64
credit_from_fraction(int scheme, CreditFraction amount, const Numeric *step, const text *mode)
{
	int64_t units;
	CreditResult result;

	if (step != NULL)
		result = credit_scale_round(CREDIT_UNITS, amount, credit_step_from_numeric(*step),
									credit_rounding_required(mode), &units);
	else
		result = credit_scale(CREDIT_UNITS, amount, &units);
	if (result == CREDIT_INEXACT)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s %s cannot be held exactly", credit_fraction_text(amount), credit_label(scheme)),
						errhint("Round it: give rounding_step and rounding_mode.")));
	if (result != CREDIT_OK)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
						errdetail("The amount is %s.", credit_fraction_text(amount))));
	return credit_make(scheme, units);
}

/* How many hours one credit is: between two ends, and how long the hour is where that is known. */
typedef struct HoursOfCredit
{
	CreditFraction low;
	CreditFraction high;
	CreditFraction minutes;
	bool has_minutes;
} HoursOfCredit;

/* Hours of total workload of one credit. */
static HoursOfCredit
work_hours_required(int scheme, DateADT on_date)
{
	const CreditSchemeRule *rule = credit_scheme_rule(scheme, on_date, on_date);

	if (rule == NULL || !rule->has_hours)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("no rule says how many hours of work one %s credit is", credit_label(scheme)),
						errhint("For class hours name the activity: activity => 'lecture'.")));
	return (HoursOfCredit){rule->hours_low, rule->hours_high, rule->minutes, rule->has_minutes};
}

/* Class hours of one credit in an activity. */
static HoursOfCredit
class_hours_required(int scheme, const char *activity, DateADT on_date)
{
	HoursOfCredit hours = {.has_minutes = true};

	if (!credit_contact_hours(scheme, activity, on_date, on_date, &hours.low, &hours.high, &hours.minutes))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("no rule says how many class hours of %s one %s credit is", socu_clip(activity, -1),
							   credit_label(scheme)),
						errhint("Add a row of your own to socu.credit_activity.")));
	return hours;
}

/* Hours of a given length as hours of the scheme's own length. */
static CreditFraction
own_hours_required(CreditFraction hours, CreditFraction length, const HoursOfCredit *one, int scheme)
{
	CreditFraction own;

	if (length.num <= 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("length of the hour must be greater than zero: %s", credit_fraction_text(length)),
						errhint("Without hour_minutes the hours count as the scheme's own.")));
	if (!one->has_minutes)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("no rule says how long the hour of %s is", credit_label(scheme)),
						errhint("Without hour_minutes the hours count as the scheme's own.")));
	if (!credit_fraction_divide(times(hours, length), one->minutes, &own))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("number of hours out of range")));
	return own;
}

/* The end of the range that gives the asked end of the result: the longer the credit, the fewer of them. */
static CreditFraction
hours_at_bound(const HoursOfCredit *one, CreditBound bound, int scheme)
{
	if (bound == BOUND_STANDARD && (one->low.num != one->high.num || one->low.den != one->high.den))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("one %s credit is no single number of hours", credit_label(scheme)),
				 errdetail("It is %s to %s hours.", credit_fraction_text(one->low), credit_fraction_text(one->high)),
				 errhint("Choose an end of the result: bound => 'low' or bound => 'high'.")));
	return bound == BOUND_HIGH ? one->low : one->high;
}

/*
 * credit_from_hours(hours, to_scheme, on_date, activity, hour_minutes, bound,
 * rounding_step, rounding_mode): without an activity, hours of total workload;
 * with one, class hours of it.  Hours are the scheme's own unless
 * hour_minutes says how long they are.
 */
Datum
credit_from_hours(PG_FUNCTION_ARGS)
{
	text *label;
	int scheme;
	DateADT on_date;
	CreditFraction hours;
	HoursOfCredit one;
	CreditBound bound;
	Numeric step;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(5) || PG_ARGISNULL(7))
		PG_RETURN_NULL();
	hours = credit_fraction_from_numeric(PG_GETARG_NUMERIC(0), "number of hours");
	label = PG_GETARG_TEXT_PP(1);
	scheme = credit_scheme_required(VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label));
	on_date = PG_GETARG_DATEADT(2);
	bound = credit_bound_required(text_to_cstring(PG_GETARG_TEXT_PP(5)));
	if (hours.num < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("number of hours must not be negative: %s", credit_fraction_text(hours))));
	one = PG_ARGISNULL(3) ? work_hours_required(scheme, on_date)
						  : class_hours_required(scheme, text_to_cstring(PG_GETARG_TEXT_PP(3)), on_date);
	if (!PG_ARGISNULL(4))
		hours = own_hours_required(hours, credit_fraction_from_numeric(PG_GETARG_NUMERIC(4), "length of the hour"),
								   &one, scheme);
	if (!credit_fraction_divide(hours, hours_at_bound(&one, bound, scheme), &hours))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("number of hours out of range")));
	step = PG_ARGISNULL(6) ? NULL : PG_GETARG_NUMERIC(6);
	PG_RETURN_CREDIT(credit_from_fraction(scheme, hours, step ? &step : NULL, PG_GETARG_TEXT_PP(7)));
}

/* A numeric argument; ERROR 22023 unless it is greater than zero. */
static CreditFraction
positive_required(FunctionCallInfo fcinfo, int arg, const char *what)
{
	CreditFraction f = credit_fraction_from_numeric(PG_GETARG_NUMERIC(arg), what);

	if (f.num <= 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s must be greater than zero: %s", what, credit_fraction_text(f))));
	return f;
}

/* The credit times the rate in the scheme that the label names, rounded if a step is given. */
static Datum
scaled(FunctionCallInfo fcinfo, int label_arg, CreditFraction rate, int step_arg)
{
	int64 credit = PG_GETARG_CREDIT(0);
	text *label = PG_GETARG_TEXT_PP(label_arg);
	int scheme = credit_scheme_required(VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label));
	Numeric step = PG_ARGISNULL(step_arg) ? NULL : PG_GETARG_NUMERIC(step_arg);

	return Int64GetDatum(credit_from_fraction(scheme, times(credit_reduce(credit_units(credit)), rate),
											  step ? &step : NULL, PG_GETARG_TEXT_PP(step_arg + 1)));
}

/* Is one of these arguments null? */
static bool
any_null(FunctionCallInfo fcinfo, int first, int last)
{
	for (int i = first; i <= last; i++)
		if (PG_ARGISNULL(i))
			return true;
	return false;
}

/*
 * credit_year_share(credit, degree_credits, nominal_years, to_scheme, to_year_credits, ...):
 * method M4 in its programme form: the year of the source scheme is the degree's own.
 */
Datum
credit_year_share(PG_FUNCTION_ARGS)
{
	CreditFraction year;
	CreditFraction rate;

	if (any_null(fcinfo, 0, 4) || PG_ARGISNULL(6))
		PG_RETURN_NULL();
	if (!credit_fraction_divide(positive_required(fcinfo, 1, "credits of the degree"),
								positive_required(fcinfo, 2, "nominal years"), &year) ||
		!credit_fraction_divide(positive_required(fcinfo, 4, "credits of a full-time year"), year, &rate))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credits of a year out of range")));
	return scaled(fcinfo, 3, rate, 5);
}

/*
 * credit_semester_share(credit, host_semester, to_scheme, home_semester, ...): method M5: the same share of the home
 * university's full-time semester.
 */
Datum
credit_semester_share(PG_FUNCTION_ARGS)
{
	CreditFraction rate;

	if (any_null(fcinfo, 0, 3) || PG_ARGISNULL(5))
		PG_RETURN_NULL();
	if (!credit_fraction_divide(positive_required(fcinfo, 3, "credits of the home semester"),
								positive_required(fcinfo, 1, "credits of the host semester"), &rate))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credits of a semester out of range")));
	return scaled(fcinfo, 2, rate, 4);
}
