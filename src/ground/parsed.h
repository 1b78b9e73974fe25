/*
 * ground/parsed.h: the row that every function ..._parse(text, hint, lenient) returns.
 */
#ifndef SOCU_PARSED_H
#define SOCU_PARSED_H

#include "ground/socu.h"

typedef struct Parsed
{
	bool found; /* one reading: 'value' */
	Datum value;
	const char *title; /* text that stands beside the value; NULL: none */
	Size title_len;
	unsigned repairs; /* bits, in the order of repair_names */
	const char *const *repair_names;
	int nrepairs;
	Datum *candidates; /* all readings */
	int ncandidates;
	const char *problem; /* NULL: none */
} Parsed;

/*
 * The columns are value, [title,] repairs, candidates, problem: as the SQL
 * declaration of the calling function has them.
 */
extern Datum parsed_row(FunctionCallInfo fcinfo, const Parsed *parsed);

#endif /* SOCU_PARSED_H */
