/*
 * credit/float.c: the forms of credit's functions that take a double precision.
 *
 * A double precision stands for the shortest decimal that reads back as the
 * same double, so 0.1 is 1/10.  From there on the forms for numeric do the
 * work: the results and the errors are theirs, NaN and Infinity included.
 */
#include "credit/type.h"

#include "common/shortest_dec.h"
#include "utils/fmgrprotos.h"

PG_FUNCTION_INFO_V1(credit_from_float8);
PG_FUNCTION_INFO_V1(credit_mul_float8);
PG_FUNCTION_INFO_V1(float8_mul_credit);
PG_FUNCTION_INFO_V1(credit_div_float8);
PG_FUNCTION_INFO_V1(credit_round_float8);

extern Datum credit_from_numeric(PG_FUNCTION_ARGS);
extern Datum credit_mul(PG_FUNCTION_ARGS);
extern Datum credit_div(PG_FUNCTION_ARGS);
extern Datum credit_round(PG_FUNCTION_ARGS);

/*
 * The shortest decimal of 'value' as a numeric.  PostgreSQL's own cast keeps 15
 * digits, and the text form of a double depends on extra_float_digits: neither
 * is used here.
 */
static Datum
shortest_numeric(float8 value)
{
	char text[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(value, text);
	return DirectFunctionCall3(numeric_in, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

Datum
credit_from_float8(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(credit_from_numeric, shortest_numeric(PG_GETARG_FLOAT8(0)), PG_GETARG_DATUM(1));
}

Datum
credit_mul_float8(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(credit_mul, PG_GETARG_DATUM(0), shortest_numeric(PG_GETARG_FLOAT8(1)));
}

Datum
float8_mul_credit(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(credit_mul, PG_GETARG_DATUM(1), shortest_numeric(PG_GETARG_FLOAT8(0)));
}

Datum
credit_div_float8(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall2(credit_div, PG_GETARG_DATUM(0), shortest_numeric(PG_GETARG_FLOAT8(1)));
}

Datum
credit_round_float8(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall3(credit_round, PG_GETARG_DATUM(0), shortest_numeric(PG_GETARG_FLOAT8(1)),
							   PG_GETARG_DATUM(2));
}
