/*
 * recognition/words.c: see recognition/words.h.
 */
#include "recognition/words.h"

#include "catalog/pg_type.h"

ArrayType *
words_new(int words)
{
	Size size = ARR_OVERHEAD_NONULLS(1) + words * sizeof(int64);
	ArrayType *array = palloc0(size);

	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->elemtype = INT8OID;
	ARR_DIMS(array)[0] = words;
	ARR_LBOUND(array)[0] = 1;
	return array;
}

int
words_count(const ArrayType *array)
{
	return ARR_NDIM(array) == 1 && !ARR_HASNULL(array) && ARR_ELEMTYPE(array) == INT8OID ? ARR_DIMS(array)[0] : -1;
}

ArrayType *
words_state(FunctionCallInfo fcinfo)
{
	return AggCheckCallContext(fcinfo, NULL) ? PG_GETARG_ARRAYTYPE_P(0) : PG_GETARG_ARRAYTYPE_P_COPY(0);
}

Datum
words_unchanged(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(PG_GETARG_DATUM(0));
}

void
words_invalid(const char *aggregate)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid state of aggregate %s", aggregate)));
}
