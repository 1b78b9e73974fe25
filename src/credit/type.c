/*
 * credit/type.c: the SQL type credit: input and output, operators, rounding.
 */
#include "credit/type.h"

#include "ground/text_core.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(credit_in);
PG_FUNCTION_INFO_V1(credit_out);
PG_FUNCTION_INFO_V1(credit_recv);
PG_FUNCTION_INFO_V1(credit_send);
PG_FUNCTION_INFO_V1(credit_from_numeric);
PG_FUNCTION_INFO_V1(credit_numerator);
PG_FUNCTION_INFO_V1(credit_denominator);
PG_FUNCTION_INFO_V1(credit_amount);
PG_FUNCTION_INFO_V1(credit_scheme_text);
PG_FUNCTION_INFO_V1(credit_scheme_int);
PG_FUNCTION_INFO_V1(credit_pl);
PG_FUNCTION_INFO_V1(credit_mi);
PG_FUNCTION_INFO_V1(credit_um);
PG_FUNCTION_INFO_V1(credit_abs);
PG_FUNCTION_INFO_V1(credit_mul);
PG_FUNCTION_INFO_V1(numeric_mul_credit);
PG_FUNCTION_INFO_V1(credit_div);
PG_FUNCTION_INFO_V1(credit_div_credit);
PG_FUNCTION_INFO_V1(credit_round);
PG_FUNCTION_INFO_V1(credit_round_text);

#define LIMIT_DETAIL "A credit holds amounts from -7148570837.096 to 7148570837.096."
#define EXACT_DETAIL                                                                                                   \
	"A credit holds multiples of 1/1260000: four decimals, halves to thirty-seconds, thirds, sevenths and ninths."

/* ---- errors: one place turns a core result into a message ---- */

/*
 * A soft error where the context can take one.  'value' is what the user gave,
 * 'at' the byte where it went wrong.
 */
static void
credit_input_error(CreditResult result, const char *value, size_t len, size_t at, struct Node *escontext)
{
	char *shown = socu_clip(value, len);

	switch (result)
	{
		case CREDIT_OK:
			break;
		case CREDIT_SYNTAX:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("invalid input syntax for type %s: \"%s\"", "credit", shown),
					 at < len ? errdetail("Unexpected \"%s\"%s at byte %zu.", socu_clip(value + at, len - at),
										  socu_odd_character(value + at, len - at), at + 1)
							  : errdetail("It ends before the amount."),
					 errhint("Write an amount and a scheme, as in \"7.5 ECTS\" or \"10/3 CN\".")));
		case CREDIT_NO_SCHEME:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("invalid input syntax for type %s: \"%s\"", "credit", shown),
					 errdetail("There is no scheme after the amount."),
					 errhint("Write the scheme too, as in \"7.5 ECTS\"; for two columns use credit(amount, scheme).")));
		case CREDIT_UNKNOWN_SCHEME:
			ereturn(escontext, ,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION), errmsg("unknown credit scheme in \"%s\"", shown),
					 errdetail("\"%s\"%s is no scheme label.", socu_clip(value + at, len - at),
							   socu_odd_character(value + at, len - at)),
					 errhint("A label is a country code of two letters (KZ) or one of the list in socu.credit_scheme "
							 "(ECTS, RU_ZET); XA to XZ are free for your own.")));
		case CREDIT_ZERO_DENOMINATOR:
			ereturn(escontext, ,
					(errcode(ERRCODE_DIVISION_BY_ZERO), errmsg("invalid amount in \"%s\"", shown),
					 errdetail("The denominator of a fraction must not be zero.")));
		case CREDIT_COMMA:
			ereturn(
				escontext, ,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%s\"", "credit", shown),
				 errdetail("There is a comma at byte %zu.", at + 1),
				 errhint("Write a point for a decimal mark (\"7.5 ECTS\") and nothing between groups of digits (\"1000 "
						 "ECTS\").  credit_parse() tells all readings of such a text.")));
		case CREDIT_RANGE:
			ereturn(escontext, ,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range: \"%s\"", shown),
					 errdetail(LIMIT_DETAIL)));
		case CREDIT_INEXACT:
			ereturn(escontext, ,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("\"%s\" cannot be held exactly", shown),
					 errdetail(EXACT_DETAIL),
					 errhint("Round it first, or write the fraction that it stands for (2/3 instead of 0.6667).")));
		case CREDIT_MIXED:
			break;
	}
}

void
credit_arithmetic_error(CreditResult result, int64 a, int64 b)
{
	if (result == CREDIT_MIXED)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("cannot combine credits of schemes %s and %s", credit_label(credit_scheme_number(a)),
							   credit_label(credit_scheme_number(b))),
						errdetail("The values are %s and %s.", credit_text(a), credit_text(b)),
						errhint("Convert one of them with credit_convert, or add across schemes with credit_total.")));
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("The values are %s and %s.  " LIMIT_DETAIL, credit_text(a), credit_text(b))));
}

/* ERROR 22003: what became of this credit is too large or too small. */
static SOCU_NORETURN void
credit_result_out_of_range(int64 a)
{
	ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("credit out of range"),
					errdetail("The value is %s.  " LIMIT_DETAIL, credit_text(a))));
}

/* ---- helpers for this room ---- */

char *
credit_text(int64 credit)
{
	char *text = palloc(CREDIT_TEXT_MAX);

	credit_format(credit, text);
	return text;
}

char *
credit_label(int64 scheme)
{
	char *label = palloc(CREDIT_LABEL_MAX + 1);

	if (scheme != (int) scheme || credit_scheme_label((int) scheme, label) == 0)
		return psprintf("#" INT64_FORMAT, scheme);
	return label;
}

int
credit_scheme_required(const char *label, Size len)
{
	int scheme;

	/* as in a text: what stands around a label does not matter */
	while (len > 0 && text_is_space(label[len - 1]))
		len--;
	while (len > 0 && text_is_space(*label))
	{
		label++;
		len--;
	}
	scheme = credit_scheme_by_label(label, len);
	if (scheme < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown credit scheme \"%s\"", socu_clip(label, len)),
						errhint("A label is a country code of two letters (KZ) or one of the list in "
								"socu.credit_scheme (ECTS, RU_ZET); XA to XZ are free for your own.")));
	return scheme;
}

CreditFraction
credit_fraction_from_numeric(Numeric value, const char *what)
{
	char *text = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value)));
	CreditFraction f;
	CreditResult result = credit_parse_fraction(text, strlen(text), &f);

	if (numeric_is_nan(value) || numeric_is_inf(value))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid %s: %s", what, text)));
	if (result != CREDIT_OK)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s cannot be computed with exactly: %s", what, socu_clip(text, -1)),
						errdetail("It has more than 16 digits."),
						errhint("Round it first, as in round(x, 4), or write the fraction that it stands for, as in "
								"'10/3' (a fraction as text, a credit as '10/3 KZ').")));
	return f;
}

Numeric
credit_fraction_to_numeric(CreditFraction f)
{
	int64 den = f.den;
	int twos = 0;
	int fives = 0;
	int places;
	__int128 scaled = f.num;

	/* over 2^a 5^b the decimal has max(a, b) places, else there is no end */
	for (; den % 2 == 0; den /= 2)
		twos++;
	for (; den % 5 == 0; den /= 5)
		fives++;
	places = den == 1 ? Max(twos, fives) : 9;
	for (int i = 0; i < places; i++)
		if (__builtin_mul_overflow(scaled, 10, &scaled))
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("number out of range")));
	scaled = credit_divide_round(scaled, f.den, CREDIT_HALF_UP);
	if (den != 1)
		for (; places > 0 && scaled % 10 == 0; places--)
			scaled /= 10;
	if (scaled != (int64) scaled)
		return DatumGetNumeric(DirectFunctionCall2(numeric_div, NumericGetDatum(int64_to_numeric(f.num)),
												   NumericGetDatum(int64_to_numeric(f.den))));
	return places == 0 ? int64_to_numeric((int64) scaled) : int64_div_fast_to_numeric((int64) scaled, places);
}

char *
credit_fraction_text(CreditFraction f)
{
	return f.den == 1 ? psprintf(INT64_FORMAT, (int64) f.num)
					  : psprintf(INT64_FORMAT "/" INT64_FORMAT, (int64) f.num, (int64) f.den);
}

/* ---- input and output ---- */

Datum
credit_in(PG_FUNCTION_ARGS)
{
	char *text = PG_GETARG_CSTRING(0);
	size_t len = strlen(text);
	size_t at;
	int64_t credit;
	CreditResult result = credit_parse(text, len, &credit, &at);

	if (result != CREDIT_OK)
	{
		credit_input_error(result, text, len, at, (struct Node *) fcinfo->context);
		PG_RETURN_NULL();
	}
	PG_RETURN_CREDIT(credit);
}

Datum
credit_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(credit_text(PG_GETARG_CREDIT(0)));
}

Datum
credit_recv(PG_FUNCTION_ARGS)
{
	int64 word = pq_getmsgint64((StringInfo) PG_GETARG_POINTER(0));

	if (!credit_word_valid(word))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("invalid binary value for type %s", "credit"),
				 credit_scheme_number(word) >= credit_scheme_count()
					 ? errdetail("The scheme number is %d; this version knows 0 to %d.", credit_scheme_number(word),
								 credit_scheme_count() - 1)
					 : errdetail("The amount is below the smallest.  " LIMIT_DETAIL)));
	PG_RETURN_CREDIT(word);
}

Datum
credit_send(PG_FUNCTION_ARGS)
{
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendint64(&buffer, PG_GETARG_CREDIT(0));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* credit(numeric, text): from two columns */
Datum
credit_from_numeric(PG_FUNCTION_ARGS)
{
	Numeric amount = PG_GETARG_NUMERIC(0);
	text *label = PG_GETARG_TEXT_PP(1);
	int scheme = credit_scheme_required(VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label));
	char *digits = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(amount)));
	size_t at;
	int64_t units;
	CreditResult result;

	if (numeric_is_nan(amount) || numeric_is_inf(amount))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("credit out of range: \"%s %s\"", digits, credit_label(scheme)), errdetail(LIMIT_DETAIL)));
	result = credit_parse_amount(digits, strlen(digits), &units, &at);
	if (result != CREDIT_OK)
	{
		char *text = psprintf("%s %s", digits, credit_label(scheme));

		credit_input_error(result, text, strlen(text), at, NULL);
	}
	PG_RETURN_CREDIT(credit_make(scheme, units));
}

Datum
credit_numerator(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(credit_reduce(credit_units(PG_GETARG_CREDIT(0))).num);
}

Datum
credit_denominator(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(credit_reduce(credit_units(PG_GETARG_CREDIT(0))).den);
}

Datum
credit_amount(PG_FUNCTION_ARGS)
{
	PG_RETURN_NUMERIC(credit_fraction_to_numeric(credit_reduce(credit_units(PG_GETARG_CREDIT(0)))));
}

/* Grouping by scheme asks for the same few labels again and again: keep them. */
Datum
credit_scheme_text(PG_FUNCTION_ARGS)
{
	static text *labels[1 << (64 - CREDIT_AMOUNT_BITS)];
	int scheme = credit_scheme_number(PG_GETARG_CREDIT(0));

	if (labels[scheme] == NULL)
	{
		MemoryContext caller = MemoryContextSwitchTo(TopMemoryContext);

		labels[scheme] = cstring_to_text(credit_label(scheme));
		MemoryContextSwitchTo(caller);
	}
	PG_RETURN_TEXT_P(labels[scheme]);
}

/* scheme_number(credit): the cheapest key to group by */
Datum
credit_scheme_int(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(credit_scheme_number(PG_GETARG_CREDIT(0)));
}

/* ---- operators ---- */

Datum
credit_pl(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);
	int64 b = PG_GETARG_CREDIT(1);
	int64_t sum;
	CreditResult result = credit_add(a, b, &sum);

	if (unlikely(result != CREDIT_OK))
		credit_arithmetic_error(result, a, b);
	PG_RETURN_CREDIT(sum);
}

Datum
credit_mi(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);
	int64 b = PG_GETARG_CREDIT(1);
	int64_t difference;
	CreditResult result = credit_subtract(a, b, &difference);

	if (unlikely(result != CREDIT_OK))
		credit_arithmetic_error(result, a, b);
	PG_RETURN_CREDIT(difference);
}

Datum
credit_um(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);

	if (unlikely(!credit_units_fit(-credit_units(a))))
		credit_result_out_of_range(a);
	PG_RETURN_CREDIT(credit_make(credit_scheme_number(a), -credit_units(a)));
}

Datum
credit_abs(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);
	int64 units = credit_units(a);

	if (unlikely(!credit_units_fit(units)))
		credit_result_out_of_range(a);
	PG_RETURN_CREDIT(credit_make(credit_scheme_number(a), units < 0 ? -units : units));
}

/*
 * The credit of a's scheme with 'whole' units, one more away from zero where
 * 'half' (the sign of |rest| - 1/2) says so: half-even.
 */
static int64
credit_rounded(int64 a, Numeric whole, int half, int sign)
{
	static const char limit[] = "9007199254740991"; /* CREDIT_AMOUNT_MAX */
	Datum max =
		DirectFunctionCall3(numeric_in, CStringGetDatum(limit), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	int64 units;

	if (DatumGetInt32(DirectFunctionCall2(numeric_cmp, DirectFunctionCall1(numeric_abs, NumericGetDatum(whole)), max)) >
		0)
		credit_result_out_of_range(a);
	units = DatumGetInt64(DirectFunctionCall1(numeric_int8, NumericGetDatum(whole)));
	if (half > 0 || (half == 0 && units % 2 != 0))
		units += sign;
	if (!credit_units_fit(units))
		credit_result_out_of_range(a);
	return credit_make(credit_scheme_number(a), units);
}

/* ERROR 22003 for NaN and the infinities, which no credit has. */
static void
finite_number_required(Numeric n)
{
	if (numeric_is_nan(n) || numeric_is_inf(n))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("cannot multiply or divide a credit by %s",
							   DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(n))))));
}

/* -1, 0 or 1. */
static int
numeric_sign_of(Datum n)
{
	return DatumGetInt32(DirectFunctionCall2(numeric_cmp, n, NumericGetDatum(int64_to_numeric(0))));
}

/* |a| against |b| */
static int
numeric_compare_magnitudes(Datum a, Datum b)
{
	return DatumGetInt32(
		DirectFunctionCall2(numeric_cmp, DirectFunctionCall1(numeric_abs, a), DirectFunctionCall1(numeric_abs, b)));
}

/* a * factor, computed exactly and rounded once, half-even to the unit. */
static Datum
credit_times(int64 a, Numeric factor)
{
	Datum product;
	Datum whole;
	Datum rest;

	finite_number_required(factor);
	product =
		DirectFunctionCall2(numeric_mul, NumericGetDatum(int64_to_numeric(credit_units(a))), NumericGetDatum(factor));
	whole = DirectFunctionCall2(numeric_trunc, product, Int32GetDatum(0));
	rest = DirectFunctionCall2(numeric_sub, product, whole);
	return Int64GetDatum(credit_rounded(
		a, DatumGetNumeric(whole),
		numeric_compare_magnitudes(DirectFunctionCall2(numeric_add, rest, rest), NumericGetDatum(int64_to_numeric(1))),
		numeric_sign_of(product)));
}

Datum
credit_mul(PG_FUNCTION_ARGS)
{
	return credit_times(PG_GETARG_CREDIT(0), PG_GETARG_NUMERIC(1));
}

Datum
numeric_mul_credit(PG_FUNCTION_ARGS)
{
	return credit_times(PG_GETARG_CREDIT(1), PG_GETARG_NUMERIC(0));
}

Datum
credit_div(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);
	Datum divisor = PG_GETARG_DATUM(1);
	Datum units = NumericGetDatum(int64_to_numeric(credit_units(a)));
	Datum whole;
	Datum rest;

	finite_number_required(DatumGetNumeric(divisor));
	if (numeric_sign_of(divisor) == 0)
		ereport(ERROR, (errcode(ERRCODE_DIVISION_BY_ZERO), errmsg("division by zero")));
	/* the exact remainder decides: a rounded quotient could hide on which side of the half it is */
	whole = DirectFunctionCall2(numeric_div_trunc, units, divisor);
	rest = DirectFunctionCall2(numeric_sub, units, DirectFunctionCall2(numeric_mul, whole, divisor));
	return Int64GetDatum(credit_rounded(
		a, DatumGetNumeric(whole), numeric_compare_magnitudes(DirectFunctionCall2(numeric_add, rest, rest), divisor),
		numeric_sign_of(units) * numeric_sign_of(divisor)));
}

Datum
credit_div_credit(PG_FUNCTION_ARGS)
{
	int64 a = PG_GETARG_CREDIT(0);
	int64 b = PG_GETARG_CREDIT(1);

	if (credit_scheme_number(a) != credit_scheme_number(b))
		credit_arithmetic_error(CREDIT_MIXED, a, b);
	if (credit_units(b) == 0)
		ereport(ERROR, (errcode(ERRCODE_DIVISION_BY_ZERO), errmsg("division by zero")));
	return DirectFunctionCall2(numeric_div, NumericGetDatum(int64_to_numeric(credit_units(a))),
							   NumericGetDatum(int64_to_numeric(credit_units(b))));
}

/* ---- rounding ---- */

/* ERROR 22023 for a step of nothing or less. */
static void
step_must_be_positive(CreditFraction step)
{
	if (step.num <= 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("rounding step must be greater than zero, not %s", credit_fraction_text(step)),
						errhint("In SQL 1/2 is an integer division and gives 0: write 0.5, or '1/2' as text.")));
}

CreditFraction
credit_step_from_numeric(Numeric value)
{
	CreditFraction step = credit_fraction_from_numeric(value, "rounding step");

	step_must_be_positive(step);
	return step;
}

CreditRounding
credit_rounding_required(const text *name)
{
	char *string = text_to_cstring(name);
	CreditRounding mode;

	if (!credit_rounding_by_name(string, &mode))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown rounding mode \"%s\"", socu_clip(string, -1)),
						errhint("The modes are half_up, half_even, floor, ceiling and truncate.")));
	return mode;
}

/* The nearest multiple of the step, by the mode; ERROR 22003 for one that no credit holds. */
static int64
round_to_step(int64 a, CreditFraction step, CreditRounding mode)
{
	CreditFraction one = {1, 1};
	int64_t units;

	switch (credit_scale_round(credit_units(a), one, step, mode, &units))
	{
		case CREDIT_OK:
			break;
		case CREDIT_INEXACT:
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("%s rounded to a multiple of %s cannot be held exactly", credit_text(a),
								   credit_fraction_text(step)),
							errdetail(EXACT_DETAIL)));
			break;
		default:
			credit_result_out_of_range(a);
	}
	return credit_make(credit_scheme_number(a), units);
}

Datum
credit_round(PG_FUNCTION_ARGS)
{
	PG_RETURN_CREDIT(round_to_step(PG_GETARG_CREDIT(0), credit_step_from_numeric(PG_GETARG_NUMERIC(1)),
								   credit_rounding_required(PG_GETARG_TEXT_PP(2))));
}

/* round(credit, text, text): a step such as '1/3' that no numeric holds */
Datum
credit_round_text(PG_FUNCTION_ARGS)
{
	char *string = text_to_cstring(PG_GETARG_TEXT_PP(1));
	CreditFraction step;

	if (credit_parse_fraction(string, strlen(string), &step) != CREDIT_OK)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("invalid rounding step \"%s\"", socu_clip(string, -1)),
						errhint("Write a decimal or a fraction: '0.5', '1/3'.")));
	step_must_be_positive(step);
	PG_RETURN_CREDIT(round_to_step(PG_GETARG_CREDIT(0), step, credit_rounding_required(PG_GETARG_TEXT_PP(2))));
}
