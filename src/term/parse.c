/*
 * term/parse.c: the SQL function academic_term_parse.
 */
#include "ground/parsed.h"
#include "term/parse_core.h"

PG_FUNCTION_INFO_V1(academic_term_parse);

/* the word that a status is in SQL; NULL: one reading */
static const char *
problem_word(TermParseStatus status)
{
	switch (status)
	{
		case TERM_PARSED:
			break;
		case TERM_NOTHING:
			return "empty";
		case TERM_NO_READING:
			return "format";
		case TERM_AMBIGUOUS:
			return "ambiguous";
		case TERM_MULTIPLE:
			return "multiple";
		case TERM_NOT_IN_EWP:
			return "not_in_ewp";
	}
	return NULL;
}

/* academic_term_parse(text, hint text, lenient boolean): never an error, whatever the text */
Datum
academic_term_parse(PG_FUNCTION_ARGS)
{
	text *given = PG_ARGISNULL(0) ? NULL : PG_GETARG_TEXT_PP(0);
	text *hint = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	TermHints hints = {0};
	TermParse parse = {.status = TERM_NOTHING};
	Datum candidates[TERM_CANDIDATES];
	Parsed parsed = {.repair_names = term_repair_names, .nrepairs = TERM_REPAIRS, .candidates = candidates};

	if (hint != NULL && !term_hints(VARDATA_ANY(hint), VARSIZE_ANY_EXHDR(hint), &hints))
		parsed.problem = "hint";
	else
	{
		if (given != NULL)
			term_parse_text(VARDATA_ANY(given), VARSIZE_ANY_EXHDR(given), &hints, !PG_ARGISNULL(2) && PG_GETARG_BOOL(2),
							&parse);
		parsed.problem = problem_word(parse.status);
	}
	parsed.found = parsed.problem == NULL;
	parsed.value = Int32GetDatum(parse.term);
	parsed.repairs = parse.repairs;
	parsed.ncandidates = parse.ncandidates;
	for (int i = 0; i < parse.ncandidates; i++)
		candidates[i] = Int32GetDatum(parse.candidates[i]);
	return parsed_row(fcinfo, &parsed);
}
