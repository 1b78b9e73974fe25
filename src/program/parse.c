/*
 * program/parse.c: the SQL function program_code_parse.
 */
#include "program/parse_core.h"
#include "ground/parsed.h"
#include "program/type.h"

PG_FUNCTION_INFO_V1(program_code_parse);

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

/* program_code_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
program_code_parse(PG_FUNCTION_ARGS)
{
	text *given = PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0);
	text *hint = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	ProgramHints hints = PROGRAM_NO_HINTS;
	ProgramParse parse;
	Datum candidates[PROGRAM_CANDIDATES];
	Parsed parsed = {.repair_names = program_repair_names, .nrepairs = PROGRAM_REPAIRS, .candidates = candidates};

	memset(&parse, 0, offsetof(ProgramParse, candidates));
	parse.status = PROGRAM_NOTHING;
	parse.title_len = 0;
	if (hint != NULL && !program_hints(VARDATA_ANY(hint), VARSIZE_ANY_EXHDR(hint), &hints))
		parsed.problem = "hint";
	else
	{
		if (given != NULL)
			program_parse(VARDATA_ANY(given), VARSIZE_ANY_EXHDR(given), &hints, !PG_ARGISNULL(2) && PG_GETARG_BOOL(2),
						  &parse);
		parsed.problem = problem_word(parse.status);
	}
	parsed.found = parsed.problem == NULL;
	parsed.value = ProgramGetDatum(parse.code);
	if (parse.title_len > 0)
	{
		parsed.title = VARDATA_ANY(given) + parse.title;
		parsed.title_len = parse.title_len;
	}
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = ProgramGetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
