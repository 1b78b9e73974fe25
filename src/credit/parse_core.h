/*
 * credit/parse_core.h: credits as people write them: which may this text be?
 *
 * Never a silent choice: one reading is accepted, several are all reported.
 * Pure C as credit/core.h; texts are UTF-8, and any bytes are survived.
 */
#ifndef CREDIT_PARSE_CORE_H
#define CREDIT_PARSE_CORE_H

#include "credit/core.h"

typedef enum CreditParseStatus
{
	CREDIT_PARSED,	   /* one reading; repairs != 0: after a repair */
	CREDIT_NOTHING,	   /* blank */
	CREDIT_NO_READING, /* of no known form */
	CREDIT_AMBIGUOUS,  /* several readings */
	CREDIT_SEVERAL,	   /* several credits */
	CREDIT_SCHEME	   /* an amount whose scheme is not told, by text or hint */
} CreditParseStatus;

/* the repairs of a lenient reading, as bits */
#define CREDIT_REPAIR_LETTER 0x01	  /* a letter stands for a digit: 1O ECTS */
#define CREDIT_REPAIR_GROUPING 0x02	  /* digits in groups: 1 000 */
#define CREDIT_REPAIR_LOOK_ALIKE 0x04 /* Cyrillic letters in a label: ЕСТS */
#define CREDIT_REPAIRS 3

extern const char *const credit_repair_names[CREDIT_REPAIRS];

/* What is known besides the text. */
typedef struct CreditHints
{
	int scheme;	   /* number; -1: not known */
	char state[3]; /* "": not known */
	int year;	   /* 0: not known */
} CreditHints;

#define CREDIT_CANDIDATES 12
#define CREDIT_PARSE_BYTES 200 /* a longer text is no credit */

typedef struct CreditParse
{
	CreditParseStatus status;
	int64_t credit; /* when CREDIT_PARSED */
	unsigned repairs;
	int ncandidates; /* readings, in order */
	int64_t candidates[CREDIT_CANDIDATES];
} CreditParse;

/*
 * Reads hints: words separated by spaces, commas or semicolons: a scheme (RU_ZET), a
 * state (RU: two letters name the state), a year or date.  Also as scheme=, state=,
 * country=, year=, date=.  False for any other word.
 */
extern bool credit_hints(const char *text, size_t len, CreditHints *hints);

/*
 * Reads a cell.  The unit says the scheme, or the hints do where it only says that these are credits;
 * 'lenient' admits the repairs.
 */
extern void credit_parse_text(const char *text, size_t len, const CreditHints *hints, bool lenient, CreditParse *parse);

#endif /* CREDIT_PARSE_CORE_H */
