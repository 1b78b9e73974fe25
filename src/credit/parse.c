/*
 * credit/parse.c: the SQL function credit_parse.
 */
#include "credit/parse_core.h"
#include "ground/parsed.h"

PG_FUNCTION_INFO_V1(credit_parse_sql);

/* the statuses as SQL names them; NULL: no problem */
static const char *const problems[] = {
	[CREDIT_PARSED] = NULL,			  [CREDIT_NOTHING] = "empty",	 [CREDIT_NO_READING] = "format",
	[CREDIT_AMBIGUOUS] = "ambiguous", [CREDIT_SEVERAL] = "multiple", [CREDIT_SCHEME] = "scheme",
};

/* credit_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
credit_parse_sql(PG_FUNCTION_ARGS)
{
	ParsedCall call = parsed_call(fcinfo);
	CreditHints hints;
	CreditParse parse = {0};
	Datum candidates[CREDIT_CANDIDATES];
	Parsed parsed = {.repair_names = credit_repair_names, .nrepairs = CREDIT_REPAIRS, .candidates = candidates};

	if (credit_hints(call.hint, call.hint_len, &hints))
	{
		credit_parse_text(call.text, call.text_len, &hints, call.lenient, &parse);
		parsed.problem = problems[parse.status];
	}
	else
		parsed.problem = PARSED_HINT;
	parsed.value = Int64GetDatum(parse.credit);
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = Int64GetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
