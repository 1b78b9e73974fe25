/*
 * credit/parse.c: the SQL function credit_parse.
 */
#include "credit/parse_core.h"
#include "ground/parsed.h"

PG_FUNCTION_INFO_V1(credit_parse_sql);

/* the word that a status is in SQL; NULL: one reading */
static const char *
problem_word(CreditParseStatus status)
{
	switch (status)
	{
		case CREDIT_PARSED:
			break;
		case CREDIT_NOTHING:
			return "empty";
		case CREDIT_NO_READING:
			return "format";
		case CREDIT_AMBIGUOUS:
			return "ambiguous";
		case CREDIT_SEVERAL:
			return "multiple";
		case CREDIT_SCHEME:
			return "scheme";
	}
	return NULL;
}

/* credit_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
credit_parse_sql(PG_FUNCTION_ARGS)
{
	text *given = PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0);
	text *hint = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	CreditHints hints = {.scheme = -1};
	CreditParse parse = {.status = CREDIT_NOTHING};
	Datum candidates[CREDIT_CANDIDATES];
	Parsed parsed = {.repair_names = credit_repair_names, .nrepairs = CREDIT_REPAIRS, .candidates = candidates};

	if (hint != NULL && !credit_hints(VARDATA_ANY(hint), VARSIZE_ANY_EXHDR(hint), &hints))
		parsed.problem = "hint";
	else
	{
		if (given != NULL)
			credit_parse_text(VARDATA_ANY(given), VARSIZE_ANY_EXHDR(given), &hints,
							  !PG_ARGISNULL(2) && PG_GETARG_BOOL(2), &parse);
		parsed.problem = problem_word(parse.status);
	}
	parsed.found = parsed.problem == NULL;
	parsed.value = Int64GetDatum(parse.credit);
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = Int64GetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
