/*
 * credit/core.h: the credit value: its bits, its text and its exact arithmetic.
 *
 * A credit is a number of credit points in a scheme ("7.5 ECTS", "10/3 CN"),
 * held in 64 bits:
 *
 *		bits 63..54  scheme number, 0..1023, the top bit inverted
 *		bits 53..0   amount + 2^53, in units of 1/1 260 000 credit
 *
 * so that the order of the words as signed integers is the order of the values:
 * scheme number first, then amount.  1 260 000 = 2^5 * 3^2 * 5^4 * 7: four
 * decimals and halves to thirty-seconds, thirds, sevenths and ninths are exact.
 * Amounts go from -(2^53 - 1) to 2^53 - 1 units, about +-7.1e9 credits.
 *
 * Scheme numbers are for ever.  0..675 are the pairs of letters AA..ZZ, meant
 * as ISO 3166-1 alpha-2 codes ("the credit of Kazakhstan"; ISO's user-assigned
 * codes AA, QM-QZ, XA-XZ, ZZ are for a site's own schemes; a pair that is neither is no scheme); the named schemes
 * follow in the order of credit_scheme_names in credit/core.c, which only grows.
 *
 * Nothing here needs PostgreSQL: no allocation, no global state, no locale.
 */
#ifndef CREDIT_CORE_H
#define CREDIT_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CREDIT_UNITS INT64_C(1260000) /* units per credit point */
#define CREDIT_AMOUNT_BITS 54
#define CREDIT_AMOUNT_MAX ((INT64_C(1) << 53) - 1) /* in units; the minimum is its negative */
#define CREDIT_ISO_SCHEMES 676					   /* how many pairs of letters there are */
#define CREDIT_ECTS CREDIT_ISO_SCHEMES			   /* the first named scheme */
#define CREDIT_LABEL_MAX 16						   /* bytes of the longest label */
#define CREDIT_TEXT_MAX 48						   /* bytes of the longest text form, with the NUL */

typedef enum CreditResult
{
	CREDIT_OK,
	CREDIT_SYNTAX,			 /* not "AMOUNT LABEL" */
	CREDIT_NO_SCHEME,		 /* no label after the amount */
	CREDIT_UNKNOWN_SCHEME,	 /* a label that is none */
	CREDIT_ZERO_DENOMINATOR, /* a fraction over zero */
	CREDIT_COMMA,			 /* a decimal comma */
	CREDIT_RANGE,			 /* beyond +-CREDIT_AMOUNT_MAX */
	CREDIT_INEXACT,			 /* not a whole number of units */
	CREDIT_MIXED			 /* two schemes in one sum */
} CreditResult;

typedef enum CreditRounding
{
	CREDIT_HALF_UP,	  /* to the nearest, halves away from zero */
	CREDIT_HALF_EVEN, /* to the nearest, halves to the even neighbour */
	CREDIT_FLOOR,	  /* towards minus infinity */
	CREDIT_CEILING,	  /* towards plus infinity */
	CREDIT_TRUNCATE	  /* towards zero */
} CreditRounding;

/* An exact rational number, den > 0. */
typedef struct CreditFraction
{
	int64_t num;
	int64_t den;
} CreditFraction;

/* ---- the word ---- */

static inline int64_t
credit_make(int scheme, int64_t amount)
{
	uint64_t word = ((uint64_t) scheme << CREDIT_AMOUNT_BITS) | (uint64_t) (amount + (INT64_C(1) << 53));

	return (int64_t) (word ^ (UINT64_C(1) << 63));
}

static inline int
credit_scheme_number(int64_t credit)
{
	return (int) (((uint64_t) credit ^ (UINT64_C(1) << 63)) >> CREDIT_AMOUNT_BITS);
}

/* in units of 1/CREDIT_UNITS */
static inline int64_t
credit_units(int64_t credit)
{
	return (int64_t) ((uint64_t) credit & ((UINT64_C(1) << CREDIT_AMOUNT_BITS) - 1)) - (INT64_C(1) << 53);
}

static inline bool
credit_units_fit(int64_t units)
{
	return units >= -CREDIT_AMOUNT_MAX && units <= CREDIT_AMOUNT_MAX;
}

/* Is this word a credit?  (A scheme that exists, an amount in range.) */
extern bool credit_word_valid(int64_t word);

/* ---- schemes ---- */

/* The number of a scheme label, in any case, not NUL-terminated; -1 if there is none. */
extern int credit_scheme_by_label(const char *label, size_t len);

/* The label of scheme 'number' into 'label' (CREDIT_LABEL_MAX + 1 bytes); its length, 0 if there is none. */
extern int credit_scheme_label(int number, char *label);

/* Is it the number of a scheme: of a state, of a user, or named? */
extern bool credit_scheme_exists(int64_t number);

/* All scheme numbers are below this one. */
extern int credit_scheme_count(void);

/* ---- text ---- */

/*
 * "AMOUNT LABEL": AMOUNT is a decimal (7.5, .5, 7.) or a fraction of integers
 * (10/3), with an optional sign; white space may stand around both.  On any
 * result but CREDIT_OK, *credit is untouched and *at is the offset of the
 * offending part.
 */
extern CreditResult credit_parse(const char *text, size_t len, int64_t *credit, size_t *at);

/* The amount alone, in units; what credit_parse does before the label. */
extern CreditResult credit_parse_amount(const char *text, size_t len, int64_t *units, size_t *at);

/*
 * A decimal or a fraction as an exact rational ("0.5", "1/3"), for rounding
 * steps: both parts within +-CREDIT_AMOUNT_MAX.
 */
extern CreditResult credit_parse_fraction(const char *text, size_t len, CreditFraction *fraction);

/*
 * The canonical text into 'text' (CREDIT_TEXT_MAX bytes); returns its length.  A word that is no credit
 * has a text too, which credit_parse refuses: "7.5 #1023" for a scheme that there is not.
 */
extern int credit_format(int64_t credit, char *text);

/* The amount alone: the shortest exact decimal, else a fraction in lowest terms. */
extern int credit_format_amount(int64_t units, char *text);

/* ---- arithmetic ---- */

extern CreditResult credit_add(int64_t a, int64_t b, int64_t *sum);
extern CreditResult credit_subtract(int64_t a, int64_t b, int64_t *difference);

/* The amount in lowest terms: units / CREDIT_UNITS. */
extern CreditFraction credit_reduce(int64_t units);

/* num/den in lowest terms with den > 0; den must not be 0. */
extern CreditFraction credit_fraction(int64_t num, int64_t den);

/*
 * a * b and a / b in lowest terms; false if a part does not fit in 63 bits (or b is 0
 * in the quotient).
 */
extern bool credit_fraction_multiply(CreditFraction a, CreditFraction b, CreditFraction *product);
extern bool credit_fraction_divide(CreditFraction a, CreditFraction b, CreditFraction *quotient);

/* units * rate: exact, or CREDIT_INEXACT, or CREDIT_RANGE. */
extern CreditResult credit_scale_wide(int64_t units, CreditFraction rate, int64_t *result);

static inline CreditResult
credit_scale(int64_t units, CreditFraction rate, int64_t *result)
{
	int64_t product;
	int64_t quotient;

	/* nearly always 64 bits are enough, and much faster */
	if (__builtin_mul_overflow(units, rate.num, &product))
		return credit_scale_wide(units, rate, result);
	quotient = rate.den == 1 ? product : product / rate.den;
	if (!credit_units_fit(quotient))
		return CREDIT_RANGE;
	if (rate.den != 1 && quotient * rate.den != product)
		return CREDIT_INEXACT;
	*result = quotient;
	return CREDIT_OK;
}

/*
 * units * rate, rounded to a multiple of 'step' credits (step > 0), in units.
 * CREDIT_INEXACT if that multiple is no whole number of units.
 */
extern CreditResult credit_scale_round(int64_t units, CreditFraction rate, CreditFraction step, CreditRounding mode,
									   int64_t *result);

/* The nearest integer to num/den under 'mode'; den > 0. */
extern __int128 credit_divide_round(__int128 num, __int128 den, CreditRounding mode);

/* "half_up", "half_even", "floor", "ceiling", "truncate"; false if it is none of these. */
extern bool credit_rounding_by_name(const char *name, CreditRounding *mode);

#endif /* CREDIT_CORE_H */
