/*
 * term/parse.c: the SQL function academic_term_parse.
 */
#include "ground/parsed.h"
#include "term/parse_core.h"

PG_FUNCTION_INFO_V1(academic_term_parse);

/* the statuses as SQL names them; NULL: no problem */
static const char *const problems[] = {
	[TERM_PARSED] = NULL,			[TERM_NOTHING] = "empty",	  [TERM_NO_READING] = "format",
	[TERM_AMBIGUOUS] = "ambiguous", [TERM_MULTIPLE] = "multiple", [TERM_NOT_IN_EWP] = "not_in_ewp",
};

/* academic_term_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
academic_term_parse(PG_FUNCTION_ARGS)
{
	ParsedCall call = parsed_call(fcinfo);
	TermHints hints;
	TermParse parse = {0};
	Datum candidates[TERM_CANDIDATES];
	Parsed parsed = {.repair_names = term_repair_names, .nrepairs = TERM_REPAIRS, .candidates = candidates};

	if (term_hints(call.hint, call.hint_len, &hints))
	{
		term_parse_text(call.text, call.text_len, &hints, call.lenient, &parse);
		parsed.problem = problems[parse.status];
	}
	else
		parsed.problem = PARSED_HINT;
	parsed.value = Int32GetDatum(parse.term);
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = Int32GetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
