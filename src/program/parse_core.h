/*
 * program/parse_core.h: codes as people and spreadsheets write them: what may
 * this text be?
 *
 * Never a silent choice: one reading is accepted, several are all reported.
 * Repairs are tried only when asked for, only when nothing else fits, and must
 * lead to one reading.  Pure C as program/core.h; texts are UTF-8, and any bytes
 * are survived.
 */
#ifndef PROGRAM_PARSE_CORE_H
#define PROGRAM_PARSE_CORE_H

#include "program/repair_core.h"

typedef enum ProgramParseStatus
{
	PROGRAM_PARSED,		/* one reading; repairs != 0: after a repair */
	PROGRAM_NOTHING,	/* blank, or a word for "none" */
	PROGRAM_NO_READING, /* of no known form (or not in agreement with the hints) */
	PROGRAM_AMBIGUOUS,	/* several readings */
	PROGRAM_MULTIPLE	/* several codes */
} ProgramParseStatus;

#define PROGRAM_BEHIND_MAX 1000 /* bytes of a text behind whose title a code is looked for */

typedef struct ProgramParse
{
	ProgramParseStatus status;
	int64_t code; /* when PROGRAM_PARSED */
	unsigned repairs;
	int ncandidates; /* readings, by the classifier's name */
	int64_t candidates[PROGRAM_CANDIDATES];
	size_t title;	  /* the text behind the code: where it begins ... */
	size_t title_len; /* ... and its bytes; 0: none */
} ProgramParse;

/*
 * Reads a cell: a code and perhaps a title behind it, or a title and a code in brackets.  'lenient'
 * lets repairs be tried where nothing else was read.
 */
extern void program_parse(const char *text, size_t len, const ProgramHints *hints, bool lenient, ProgramParse *parse);

#endif /* PROGRAM_PARSE_CORE_H */
