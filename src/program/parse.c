/*
 * program/parse.c: the SQL function program_code_parse.
 */
#include "program/type.h"
#include "program/parse_core.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

PG_FUNCTION_INFO_V1(program_code_parse);

enum
{
	PARSE_CODE,
	PARSE_TITLE,
	PARSE_REPAIRS,
	PARSE_CANDIDATES,
	PARSE_PROBLEM,
	PARSE_COLUMNS
};

static Datum
repairs_array(unsigned repairs)
{
	Datum names[PROGRAM_REPAIRS];
	int n = 0;

	for (int i = 0; i < PROGRAM_REPAIRS; i++)
		if (repairs & (1u << i))
			names[n++] = CStringGetTextDatum(program_repair_names[i]);
	return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static const char *
problem_word(ProgramParseStatus status)
{
	switch (status)
	{
		case PROGRAM_PARSED:
			break;
		case PROGRAM_NOTHING:
			return "empty";
		case PROGRAM_NO_READING:
			return "format";
		case PROGRAM_AMBIGUOUS:
			return "ambiguous";
		case PROGRAM_MULTIPLE:
			return "multiple";
	}
	return NULL;
}

Datum
program_code_parse(PG_FUNCTION_ARGS)
{
	static const ProgramHints no_hints = PROGRAM_NO_HINTS;
	const char *dirty = "";
	Size len = 0;
	ProgramHints hints = no_hints;
	ProgramParse parse;
	const char *problem;
	TupleDesc desc;
	Datum values[PARSE_COLUMNS];
	bool nulls[PARSE_COLUMNS] = {false};
	Datum candidates[PROGRAM_CANDIDATES];

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	desc = BlessTupleDesc(desc);

	if (!PG_ARGISNULL(0))
	{
		text *arg = PG_GETARG_TEXT_PP(0);

		dirty = VARDATA_ANY(arg);
		len = VARSIZE_ANY_EXHDR(arg);
		if (!program_is_utf8())
			dirty = program_to_utf8(dirty, &len);
	}
	if (!PG_ARGISNULL(1))
	{
		text *arg = PG_GETARG_TEXT_PP(1);
		Size hint_len = VARSIZE_ANY_EXHDR(arg);
		const char *hint = program_to_utf8(VARDATA_ANY(arg), &hint_len);

		if (!program_hints(hint, hint_len, &hints))
		{
			memset(&parse, 0, sizeof(parse));
			parse.status = PROGRAM_NO_READING;
			problem = "hint";
			goto report;
		}
	}
	program_parse(dirty, len, &hints, !PG_ARGISNULL(2) && PG_GETARG_BOOL(2), &parse);
	problem = problem_word(parse.status);

report:
	nulls[PARSE_CODE] = parse.status != PROGRAM_PARSED;
	values[PARSE_CODE] = ProgramGetDatum(parse.code);
	nulls[PARSE_TITLE] = parse.title_len == 0;
	if (!nulls[PARSE_TITLE])
	{
		if (program_is_utf8())
			values[PARSE_TITLE] = PointerGetDatum(cstring_to_text_with_len(dirty + parse.title, parse.title_len));
		else
			values[PARSE_TITLE] = CStringGetTextDatum(program_to_server(dirty + parse.title, parse.title_len));
	}
	values[PARSE_REPAIRS] = repairs_array(parse.repairs);
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = ProgramGetDatum(parse.candidates[i]);
	values[PARSE_CANDIDATES] =
		PointerGetDatum(construct_array(candidates, parse.ncandidates, TupleDescAttr(desc, PARSE_CODE)->atttypid,
										sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
	nulls[PARSE_PROBLEM] = problem == NULL;
	values[PARSE_PROBLEM] = problem == NULL ? (Datum) 0 : CStringGetTextDatum(problem);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}
