/*
 * program/hints_core.h: what a caller knows besides a code.
 */
#ifndef PROGRAM_HINTS_CORE_H
#define PROGRAM_HINTS_CORE_H

#include "program/core.h"

typedef struct ProgramHints
{
	int classifier;	 /* -1: not known */
	char state[3];	 /* "": not known */
	uint16_t levels; /* bit n: ISCED level n; 0: not known */
	int year;		 /* when the code was given or written; 0: not known */
} ProgramHints;

#define PROGRAM_NO_HINTS                                                                                               \
	{                                                                                                                  \
		.classifier = -1                                                                                               \
	}

/*
 * Reads hints: words separated by spaces, commas or semicolons, each a
 * classifier (KZ2009), a state (KZ), a level (bachelor, master, doctor, 7) or a
 * year or date (2009, 2009-09-01), also as classifier=, country=, state=, level=,
 * isced=, year=, date=.  False for any other word.
 */
extern bool program_hints(const char *text, size_t len, ProgramHints *hints);

#endif /* PROGRAM_HINTS_CORE_H */
