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

#include "program/core.h"

typedef enum ProgramParseStatus
{
	PROGRAM_PARSED,		/* one reading; repairs != 0: after a repair */
	PROGRAM_NOTHING,	/* blank, or a word for "none" */
	PROGRAM_NO_READING, /* of no known form (or not in agreement with the hints) */
	PROGRAM_AMBIGUOUS,	/* several readings */
	PROGRAM_MULTIPLE	/* several codes */
} ProgramParseStatus;

/* the repairs of a lenient reading, as bits */
#define PROGRAM_REPAIR_LEADING_ZERO 0x01 /* a leading zero was lost: 50703 */
#define PROGRAM_REPAIR_LETTER 0x02		 /* a letter stands for a digit: 6M0703OO */
#define PROGRAM_REPAIR_SUFFIX_ORDER 0x04 /* suffix letters swapped: 080911KT */
#define PROGRAM_REPAIR_TAG 0x08			 /* a tag of one letter hangs on: 60610200-K */
#define PROGRAM_REPAIR_EXTENSION 0x10	 /* digits of an admission list hang on: 60920103005 */
#define PROGRAM_REPAIR_DATE 0x20		 /* the number of a day in a spreadsheet: 37355 */
#define PROGRAM_REPAIR_DECIMAL 0x40		 /* a column of numbers: 80901.0 */
#define PROGRAM_REPAIRS 7

extern const char *const program_repair_names[PROGRAM_REPAIRS];

/* What is known besides the text. */
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

#define PROGRAM_CANDIDATES 64
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
 * Reads hints: words separated by spaces, commas or semicolons, each a
 * classifier (KZ2009), a state (KZ), a level (bachelor, master, doctor, 7) or a
 * year or date (2009, 2009-09-01), also as classifier=, country=, state=, level=,
 * year=, date=.  False for any other word.
 */
extern bool program_hints(const char *text, size_t len, ProgramHints *hints);

extern void program_parse(const char *text, size_t len, const ProgramHints *hints, bool lenient, ProgramParse *parse);

#endif /* PROGRAM_PARSE_CORE_H */
