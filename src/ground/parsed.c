/*
 * ground/parsed.c: see ground/parsed.h.
 */
#include "ground/parsed.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#define COLUMNS 5 /* with a title */

ParsedCall
parsed_call(FunctionCallInfo fcinfo)
{
	text *given = PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0);
	text *hint = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	ParsedCall call = {"", 0, "", 0, !PG_ARGISNULL(2) && PG_GETARG_BOOL(2)};

	if (given != NULL)
	{
		call.text = VARDATA_ANY(given);
		call.text_len = VARSIZE_ANY_EXHDR(given);
	}
	if (hint != NULL)
	{
		call.hint = VARDATA_ANY(hint);
		call.hint_len = VARSIZE_ANY_EXHDR(hint);
	}
	return call;
}

/* the names of the repairs whose bits are set, as text[] */
static Datum
repairs_array(const Parsed *parsed)
{
	Datum *names = palloc(sizeof(Datum) * parsed->nrepairs);
	int n = 0;

	for (int i = 0; i < parsed->nrepairs; i++)
		if (parsed->repairs & (1u << i))
			names[n++] = CStringGetTextDatum(parsed->repair_names[i]);
	return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

Datum
parsed_row(FunctionCallInfo fcinfo, const Parsed *parsed)
{
	TupleDesc desc;
	Datum values[COLUMNS];
	bool nulls[COLUMNS] = {false};
	int column = 0;
	int16 length;
	bool by_value;
	char align;
	Oid type;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	desc = BlessTupleDesc(desc);
	type = TupleDescAttr(desc, 0)->atttypid;
	get_typlenbyvalalign(type, &length, &by_value, &align);

	nulls[column] = parsed->problem != NULL;
	values[column++] = parsed->value;
	if (desc->natts == COLUMNS)
	{
		nulls[column] = parsed->title == NULL;
		values[column++] =
			parsed->title ? PointerGetDatum(cstring_to_text_with_len(parsed->title, parsed->title_len)) : (Datum) 0;
	}
	values[column++] = repairs_array(parsed);
	values[column++] =
		PointerGetDatum(construct_array(parsed->candidates, parsed->ncandidates, type, length, by_value, align));
	nulls[column] = parsed->problem == NULL;
	values[column] = parsed->problem ? CStringGetTextDatum(parsed->problem) : (Datum) 0;
	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
}
