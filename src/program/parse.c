/*
 * program/parse.c: the SQL function program_code_parse.
 */
#include "program/parse_core.h"
#include "ground/parsed.h"
#include "program/type.h"

PG_FUNCTION_INFO_V1(program_code_parse);

/* the statuses as SQL names them; NULL: no problem */
static const char *const problems[] = {
	[PROGRAM_PARSED] = NULL,		   [PROGRAM_NOTHING] = "empty",		[PROGRAM_NO_READING] = "format",
	[PROGRAM_AMBIGUOUS] = "ambiguous", [PROGRAM_MULTIPLE] = "multiple",
};

/* program_code_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
program_code_parse(PG_FUNCTION_ARGS)
{
	ParsedCall call = parsed_call(fcinfo);
	ProgramHints hints;
	ProgramParse parse;
	Datum candidates[PROGRAM_CANDIDATES];
	Parsed parsed = {.repair_names = program_repair_names, .nrepairs = PROGRAM_REPAIRS, .candidates = candidates};

	memset(&parse, 0, offsetof(ProgramParse, candidates));
	parse.title_len = 0;
	if (program_hints(call.hint, call.hint_len, &hints))
	{
		program_parse(call.text, call.text_len, &hints, call.lenient, &parse);
		parsed.problem = problems[parse.status];
	}
	else
		parsed.problem = PARSED_HINT;
	parsed.value = ProgramGetDatum(parse.code);
	if (parse.title_len > 0)
	{
		parsed.title = call.text + parse.title;
		parsed.title_len = parse.title_len;
	}
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = ProgramGetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
