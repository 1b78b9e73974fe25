/*
 * term/core.h: academic terms as EWP names them, without PostgreSQL.
 *
 * A term is part k of n equal parts of an academic year: "2024/2025-1/2".
 * Northern years (2024/2025) begin on 1 September of the first year, southern
 * ones (2025/2025) on 1 January: EWP's nominal calendar, which alone orders
 * and compares terms.  Real dates are rows of socu.academic_calendar.
 *
 * On the nominal line of time a year is TERM_YEAR = 2520 units, so that every
 * part (1/1 to 9/9) and the four months between January and September begin
 * on a whole unit.  A stored term is a positive int32:
 *
 *   bits 5-29  first unit of the term, counted from year 0
 *   bits 1-4   number of parts of its year (1-9)
 *   bit  0     1 = southern year
 *
 * Integers thus sort by start, then longer terms first, then north before
 * south.  This is an on-disk form: it never changes.
 */
#ifndef TERM_CORE_H
#define TERM_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TERM_YEAR 2520	/* units in a year: least common multiple of 1..9 */
#define TERM_NORTH 1680 /* 1 September: eight months into the year */
#define TERM_MAX_PARTS 9
#define TERM_MIN_YEAR 1
#define TERM_MAX_YEAR 9999 /* of either year in the text form */
#define TERM_TEXT_SIZE 14  /* "2024/2025-1/2" and its NUL */

typedef enum TermResult
{
	TERM_OK,
	TERM_BAD_SYNTAX,   /* not of the form YYYY/YYYY[-K/N] */
	TERM_BAD_START,	   /* first year outside 1..9999 */
	TERM_BAD_END,	   /* second year neither the first nor the one after it */
	TERM_BAD_PARTS,	   /* number of parts outside 1..9 */
	TERM_BAD_PART,	   /* part outside 1..parts */
	TERM_OUT_OF_RANGE, /* a result before year 1 or after year 9999 */
	TERM_BAD_BITS	   /* not a stored term */
} TermResult;

/* A term taken apart; also what was seen when it could not be put together. */
typedef struct TermFields
{
	int32_t start_year;
	int32_t end_year;
	int32_t part;
	int32_t parts;
} TermFields;

/* First unit of the term, its length in units, and the first unit after it. */
static inline int32_t
term_start(int32_t term)
{
	return term >> 5;
}

static inline int32_t
term_parts(int32_t term)
{
	return (term >> 1) & 15;
}

static inline bool
term_southern(int32_t term)
{
	return (term & 1) != 0;
}

static inline int32_t
term_length(int32_t term)
{
	static const int16_t length[16] = {0, 2520, 1260, 840, 630, 504, 420, 360, 315, 280};

	return length[term_parts(term)];
}

static inline int32_t
term_end(int32_t term)
{
	return term_start(term) + term_length(term);
}

/* Does the span of a cover the span of b?  Do they share a moment? */
static inline bool
term_contains(int32_t a, int32_t b)
{
	return term_start(a) <= term_start(b) && term_end(b) <= term_end(a);
}

static inline bool
term_overlaps(int32_t a, int32_t b)
{
	return term_start(a) < term_end(b) && term_start(b) < term_end(a);
}

/* Put a term together.  Errors: all but TERM_BAD_SYNTAX, TERM_OUT_OF_RANGE and TERM_BAD_BITS. */
extern TermResult term_make(const TermFields *fields, int32_t *term);

/*
 * Take a term apart.  Bits that are no term give fields that term_make
 * refuses or makes another term of (term_check tells).
 */
extern void term_fields(int32_t term, TermFields *fields);

/* TERM_OK if these bits are a term, else TERM_BAD_BITS. */
extern TermResult term_check(int32_t bits);

/*
 * Read "2024/2025-1/2" or "2024/2025"; ASCII white space around it is allowed.
 * *seen is what could be read when the error is not TERM_BAD_SYNTAX.
 */
extern TermResult term_parse(const char *text, size_t length, int32_t *term, TermFields *seen);

/*
 * Write "2024/2025-1/2" and a NUL; gives the length without it.  Bits that are no term
 * are written in hexadecimal, "#0000001F", which term_parse refuses.
 */
extern size_t term_format(int32_t term, char text[TERM_TEXT_SIZE]);

/* The whole academic year of a term; what is no term stays as it is. */
extern int32_t term_year(int32_t term);

/* The term 'count' terms of the same kind later (or earlier).  Errors: TERM_OUT_OF_RANGE, TERM_BAD_BITS. */
extern TermResult term_shift(int32_t term, int64_t count, int32_t *result);

/*
 * How many terms a is after b; false for terms of two kinds (another number of
 * terms a year, north and south).
 */
extern bool term_distance(int32_t a, int32_t b, int32_t *distance);

/*
 * Bounds for a sorted list: every term within (or overlapping) 'term' sorts at
 * or after *low and before *high; not everything between them is one.  A
 * bound that no term can stand for is left out (*has_low, *has_high false).
 */
typedef struct TermBounds
{
	bool has_low;
	bool has_high;
	int32_t low;
	int32_t high;
} TermBounds;

/* The same as one closed interval with ends that always exist: for other terms than constants. */
extern int32_t term_first_within(int32_t term);
extern int32_t term_first_overlapping(int32_t term);
extern int32_t term_last_beginning_in(int32_t term);

extern void term_bounds_within(int32_t term, TermBounds *bounds);
extern void term_bounds_overlapping(int32_t term, TermBounds *bounds);

#endif /* TERM_CORE_H */
