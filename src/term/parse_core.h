/*
 * term/parse_core.h: academic terms as people write them: which may this text be?
 *
 * Never a silent choice: one reading is accepted, several are all reported.
 * Pure C as term/core.h; texts are UTF-8, and any bytes are survived.
 */
#ifndef TERM_PARSE_CORE_H
#define TERM_PARSE_CORE_H

#include "term/core.h"

typedef enum TermParseStatus
{
	TERM_PARSED,	 /* one reading; repairs != 0: after a repair */
	TERM_NOTHING,	 /* blank */
	TERM_NO_READING, /* of no known form */
	TERM_AMBIGUOUS,	 /* several readings */
	TERM_MULTIPLE,	 /* several terms */
	TERM_NOT_IN_EWP	 /* a summer or other extra term: no identifier of EWP means it */
} TermParseStatus;

/* the repairs of a lenient reading, as bits */
#define TERM_REPAIR_CENTURY 0x01 /* two digits of the first year: 24/25 */
#define TERM_REPAIR_LETTER 0x02	 /* a letter stands for a digit: 2O24/2025 */
#define TERM_REPAIRS 2

extern const char *const term_repair_names[TERM_REPAIRS];

/* What is known besides the text. */
typedef struct TermHints
{
	int first_year; /* of the academic year; 0: not known */
	int last_year;	/* the same or the next; 0: not known */
	int parts;		/* terms of a year, where the text does not tell; 0: not known */
	bool southern;	/* the academic year is a calendar year */
	bool northern;	/* it begins in the autumn */
} TermHints;

#define TERM_CANDIDATES 4
#define TERM_PARSE_BYTES 200 /* a longer text is no term */

typedef struct TermParse
{
	TermParseStatus status;
	int32_t term; /* when TERM_PARSED */
	unsigned repairs;
	int ncandidates; /* readings, in order */
	int32_t candidates[TERM_CANDIDATES];
} TermParse;

/*
 * Reads hints: words separated by spaces, commas or semicolons: a state (CN), an
 * institution (msu.ru: allowed, tells nothing here), a year (2024, 2024/2025), how
 * many terms a year has (terms=3).  Also as state=, institution=, year=.  False
 * for any other word.
 */
extern bool term_hints(const char *text, size_t len, TermHints *hints);

extern void term_parse_text(const char *text, size_t len, const TermHints *hints, bool lenient, TermParse *parse);

#endif /* TERM_PARSE_CORE_H */
