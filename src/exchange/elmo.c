/*
 * exchange/elmo.c: ELMO documents (EMREX transcripts) as rows: the functions of SQL.
 */
#include "exchange/elmo_read.h"

#include "utils/typcache.h"

#include "exchange/elmo_parts.h"

PG_FUNCTION_INFO_V1(elmo_document);
PG_FUNCTION_INFO_V1(elmo_reports);
PG_FUNCTION_INFO_V1(elmo_achievements);
PG_FUNCTION_INFO_V1(elmo_credits);
PG_FUNCTION_INFO_V1(elmo_levels);
PG_FUNCTION_INFO_V1(elmo_identifiers);
PG_FUNCTION_INFO_V1(elmo_texts);
PG_FUNCTION_INFO_V1(elmo_distributions);
PG_FUNCTION_INFO_V1(elmo_attachments);
PG_FUNCTION_INFO_V1(elmo_rest);
PG_FUNCTION_INFO_V1(elmo_read);
PG_FUNCTION_INFO_V1(elmo_totals);

/* Rows of one kind: f(document, older). */
static Datum
rows_of(FunctionCallInfo fcinfo, ElmoKind kind)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_set(&map.sinks[kind], fcinfo);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}

Datum
elmo_reports(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_REPORT);
}

Datum
elmo_achievements(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_ACHIEVEMENT);
}

Datum
elmo_credits(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_CREDIT);
}

Datum
elmo_levels(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_LEVEL);
}

Datum
elmo_identifiers(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_IDENTIFIER);
}

Datum
elmo_texts(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_TEXT);
}

Datum
elmo_distributions(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_DISTRIBUTION);
}

Datum
elmo_attachments(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_ATTACHMENT);
}

Datum
elmo_rest(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, ELMO_REST);
}

/* The row type that the query expects of a function that gives one row. */
static TupleDesc
one_row_desc(FunctionCallInfo fcinfo)
{
	TupleDesc desc;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	return desc;
}

Datum
elmo_document(PG_FUNCTION_ARGS)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_row(&map.sinks[ELMO_HEAD], one_row_desc(fcinfo));
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	PG_RETURN_DATUM(sink_result(&map.sinks[ELMO_HEAD], CurrentMemoryContext));
}

/* Everything in one reading: the head, and an array of each kind of rows. */
Datum
elmo_read(PG_FUNCTION_ARGS)
{
	TupleDesc desc = BlessTupleDesc(one_row_desc(fcinfo));
	Datum values[ELMO_KINDS];
	bool nulls[ELMO_KINDS] = {false};
	Map map;
	Elmo elmo;

	if (desc->natts != ELMO_KINDS)
		elog(ERROR, "a document read has %d columns", ELMO_KINDS);
	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	sink_to_row(&map.sinks[ELMO_HEAD], lookup_rowtype_tupdesc_copy(TupleDescAttr(desc, 0)->atttypid, -1));
	for (int kind = ELMO_REPORT; kind < ELMO_KINDS; kind++)
		sink_to_array(&map.sinks[kind], TupleDescAttr(desc, kind)->atttypid);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	for (int kind = ELMO_HEAD; kind < ELMO_KINDS; kind++)
		values[kind] = sink_result(&map.sinks[kind], CurrentMemoryContext);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}

Datum
elmo_totals(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *info;
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, PG_GETARG_BOOL(1));
	InitMaterializedSRF(fcinfo, 0);
	info = (ReturnSetInfo *) fcinfo->resultinfo;
	elmo.totals = elmo_totals_begin(CurrentMemoryContext);
	elmo.totals_store = info->setResult;
	elmo.totals_desc = info->setDesc;
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}
