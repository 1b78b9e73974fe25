/*
 * exchange/sink.c: where the rows that are read from a document go.
 */
#include "exchange/sink.h"

#include "utils/lsyscache.h"
#include "utils/typcache.h"

ArrayBuildState *
array_append_value(ArrayBuildState *array, Datum value, bool isnull, Oid type)
{
	/* no memory context of its own: it may become an array more than once */
	if (array == NULL)
		array = initArrayResult(type, CurrentMemoryContext, false);
	return accumArrayResult(array, value, isnull, type, CurrentMemoryContext);
}

void
sink_to_set(Sink *sink, FunctionCallInfo fcinfo)
{
	ReturnSetInfo *info;

	InitMaterializedSRF(fcinfo, 0);
	info = (ReturnSetInfo *) fcinfo->resultinfo;
	sink->desc = info->setDesc;
	sink->store = info->setResult;
}

void
sink_to_array(Sink *sink, Oid array_type)
{
	sink->type = get_element_type(array_type);
	sink->desc = lookup_rowtype_tupdesc_copy(sink->type, -1);
	BlessTupleDesc(sink->desc);
}

void
sink_to_row(Sink *sink, TupleDesc desc)
{
	sink->desc = BlessTupleDesc(desc);
	sink->single = true;
}

void
sink_put(Sink *sink, MemoryContext context, Datum *values, bool *nulls)
{
	HeapTuple tuple;
	MemoryContext old;

	if (sink->desc == NULL)
		return;
	if (sink->store != NULL)
	{
		tuplestore_putvalues(sink->store, sink->desc, values, nulls);
		return;
	}
	if (sink->single && sink->only != NULL)
		return;
	old = MemoryContextSwitchTo(context);
	tuple = heap_form_tuple(sink->desc, values, nulls);
	if (sink->single)
		sink->only = tuple;
	else
		sink->array = array_append_value(sink->array, HeapTupleGetDatum(tuple), false, sink->type);
	MemoryContextSwitchTo(old);
}

Datum
sink_result(Sink *sink, MemoryContext context)
{
	if (sink->single)
		return sink->only == NULL ? (Datum) 0 : HeapTupleGetDatum(sink->only);
	if (sink->array == NULL)
		return PointerGetDatum(construct_empty_array(sink->type));
	return makeArrayResult(sink->array, context);
}
