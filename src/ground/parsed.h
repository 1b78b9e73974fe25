/*
 * ground/parsed.h: what the functions ..._parse(text, hint, lenient) have in common: their arguments and the row that
 * they return.
 */
#ifndef SOCU_PARSED_H
#define SOCU_PARSED_H

#include "ground/socu.h"

/* The arguments; a null is an empty text, and not lenient. */
typedef struct ParsedCall
{
	const char *text;
	Size text_len;
	const char *hint;
	Size hint_len;
	bool lenient;
} ParsedCall;

extern ParsedCall parsed_call(FunctionCallInfo fcinfo);

typedef struct Parsed
{
	Datum value;	   /* the one reading, where there is no problem */
	const char *title; /* text that stands beside the value; NULL: none */
	Size title_len;
	unsigned repairs; /* bits, in the order of repair_names */
	const char *const *repair_names;
	int nrepairs;
	Datum *candidates; /* all readings */
	int ncandidates;
	const char *problem; /* NULL: none */
} Parsed;

#define PARSED_HINT "hint" /* the problem of a hint with a word that means nothing */

/*
 * The columns are value, [title,] repairs, candidates, problem: as the SQL
 * declaration of the calling function has them.
 */
extern Datum parsed_row(FunctionCallInfo fcinfo, const Parsed *parsed);

#endif /* SOCU_PARSED_H */
