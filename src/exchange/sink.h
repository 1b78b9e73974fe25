/*
 * exchange/sink.h: where the rows that are read from a document go.
 */
#ifndef EXCHANGE_SINK_H
#define EXCHANGE_SINK_H

#include "ground/socu.h"

#include "access/tupdesc.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/tuplestore.h"

/* All zero: nobody wants the rows. */
typedef struct Sink
{
	TupleDesc desc;			/* NULL: nobody wants them */
	Tuplestorestate *store; /* the result of a set-returning function, or */
	ArrayBuildState *array; /* an array of this composite type, or */
	Oid type;
	HeapTuple only; /* the one row that there can be: the first */
	bool single;
} Sink;

extern void sink_to_set(Sink *sink, FunctionCallInfo fcinfo);
extern void sink_to_array(Sink *sink, Oid array_type);
extern void sink_to_row(Sink *sink, TupleDesc desc);

/* Takes a row; what is kept of it lives in 'context'. */
extern void sink_put(Sink *sink, MemoryContext context, Datum *values, bool *nulls);

/* The array or the row (0 if there was none). */
extern Datum sink_result(Sink *sink, MemoryContext context);

/* Appends to an array under construction (NULL: a new one), in the current memory context. */
extern ArrayBuildState *array_append_value(ArrayBuildState *array, Datum value, bool isnull, Oid type);

#endif /* EXCHANGE_SINK_H */
