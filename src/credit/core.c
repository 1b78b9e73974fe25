/*
 * credit/core.c: see credit/core.h.
 */
#include "credit/core.h"
#include "ground/iso_core.h"
#include "ground/text_core.h"

#include <string.h>

typedef __int128 int128;

/* ---- schemes ---- */

/*
 * The named schemes, number CREDIT_ISO_SCHEMES onwards.  Stored values hold
 * the number: append only, never reorder, rename or remove.  What a scheme is
 * worth, and when, is no business of this list (table credit_scheme).  Labels
 * of two letters are not here: they are numbers below CREDIT_ISO_SCHEMES.
 */
static const char credit_scheme_names[][CREDIT_LABEL_MAX + 1] = {
	"ECTS",
	"UK_CATS",
	"US_SCH",
	"US_QH",
	"US_CARNEGIE",
	"UCTS_1999",
	"UCTS",
	"AAC",
	"AUN_ACTS",
	"RU_ZET",
	"RU_ZET_2002",
	"RU_HOURS",
	"SU_HOURS",
	"KZ_2004",
	"KZ_2004_MA_PROF",
	"KZ_2004_MA_SCI",
	"KZ_2004_PHD",
	"KZ_2004_PR_STUDY",
	"KZ_2004_PR_PED",
	"KZ_2004_PR_IND",
	"KZ_2004_RESEARCH",
	"KZ_2004_FINAL",
	"UZ_DTS",
	"UZ_HOURS",
	"UZ_TECH",
	"TJ_2008",
	"BY_ZET",
	"BY_HOURS",
	"CN_15",
	"CN_18",
	"IN_NCRF",
	"IN_CBCS",
	"PK_HEC",
	"IR_VAHED",
	"IR_VAHED_17",
	"TR_AKTS",
	"TR_KREDI",
	"JP_TANI_1956",
	"JP_TANI",
	"KR_HAKJEOM",
	"SA_CH",
	"AE_CH",
	"QA_CH",
	"KW_CH",
	"BH_NQF",
	"BH_CH",
	"EG_CH",
	"LK_SLQF",
	"NP_CH",
	"KH_CH",
	"LA_CH",
	"MM_CU",
	"MV_MNQF",
	"AF_CREDIT",
};

#define NAMED_SCHEMES ((int) (sizeof(credit_scheme_names) / sizeof(credit_scheme_names[0])))

int
credit_scheme_count(void)
{
	return CREDIT_ISO_SCHEMES + NAMED_SCHEMES;
}

int
credit_scheme_by_label(const char *label, size_t len)
{
	char upper[CREDIT_LABEL_MAX + 1] = {0};

	if (len < 2 || len > CREDIT_LABEL_MAX)
		return -1;
	if (len == 2)
		return iso_state_number(label);
	for (size_t i = 0; i < len; i++)
		upper[i] = text_upper(label[i]);
	/* the NUL padding takes part, so equal means equal in length too */
	for (int i = 0; i < NAMED_SCHEMES; i++)
		if (memcmp(upper, credit_scheme_names[i], CREDIT_LABEL_MAX) == 0)
			return CREDIT_ISO_SCHEMES + i;
	return -1;
}

int
credit_scheme_label(int number, char *label)
{
	if (number < 0 || number >= CREDIT_ISO_SCHEMES + NAMED_SCHEMES)
		return 0;
	if (number < CREDIT_ISO_SCHEMES)
	{
		label[0] = (char) ('A' + number / 26);
		label[1] = (char) ('A' + number % 26);
		label[2] = '\0';
		return 2;
	}
	memcpy(label, credit_scheme_names[number - CREDIT_ISO_SCHEMES], CREDIT_LABEL_MAX + 1);
	return (int) strlen(label);
}

bool
credit_scheme_exists(int64_t number)
{
	if (number < CREDIT_ISO_SCHEMES)
		return number >= 0 && iso_state_known((int) number);
	return number < CREDIT_ISO_SCHEMES + NAMED_SCHEMES;
}

bool
credit_word_valid(int64_t word)
{
	return credit_scheme_exists(credit_scheme_number(word)) && credit_units_fit(credit_units(word));
}

/* ---- text in ---- */

/* A run of digits as a number; *overflow when it does not fit in 63 bits. */
static size_t
scan_digits(const char *text, size_t len, size_t i, int64_t *value, bool *overflow)
{
	int64_t v = 0;

	while (i < len && text_is_digit(text[i]))
	{
		if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, text[i] - '0', &v))
		{
			*overflow = true;
			v = 0;
		}
		i++;
	}
	*value = v;
	return i;
}

/*
 * The digits behind a decimal point, in hundred-thousandths: the unit holds
 * five decimals at the most (1/32 = 0.03125), so a later digit other than 0 is inexact.
 */
static size_t
scan_decimals(const char *text, size_t len, size_t i, int64_t *hundred_thousandths, bool *inexact)
{
	int64_t v = 0;
	int places = 0;

	for (; i < len && text_is_digit(text[i]); i++)
	{
		if (places < 5)
		{
			v = v * 10 + (text[i] - '0');
			places++;
		}
		else if (text[i] != '0')
			*inexact = true;
	}
	while (places++ < 5)
		v *= 10;
	*hundred_thousandths = v;
	return i;
}

/* The units of a decimal: whole credits and hundred-thousandths of one. */
static CreditResult
amount_from_decimal(int64_t whole, int64_t hundred_thousandths, bool overflow, bool inexact, int64_t *units)
{
	int128 v = (int128) whole * CREDIT_UNITS;

	/* 1260000 / 100000 = 63 / 5 */
	if (hundred_thousandths % 5 != 0)
		inexact = true;
	v += hundred_thousandths * 63 / 5;
	if (overflow || v > CREDIT_AMOUNT_MAX)
		return CREDIT_RANGE;
	if (inexact)
		return CREDIT_INEXACT;
	*units = (int64_t) v;
	return CREDIT_OK;
}

/* The units of num / den, where that is a whole number of them. */
static CreditResult
amount_from_fraction(int64_t num, int64_t den, bool overflow, int64_t *units)
{
	int128 v;

	if (den == 0 && !overflow)
		return CREDIT_ZERO_DENOMINATOR;
	if (overflow)
		return CREDIT_RANGE;
	v = (int128) num * CREDIT_UNITS;
	if (v / den > CREDIT_AMOUNT_MAX)
		return CREDIT_RANGE;
	if (v % den != 0)
		return CREDIT_INEXACT;
	*units = (int64_t) (v / den);
	return CREDIT_OK;
}

/* The amount at text[*pos]; *pos moves behind it.  Syntax errors outrank the others. */
static CreditResult
scan_amount(const char *text, size_t len, size_t *pos, int64_t *units)
{
	size_t i = *pos;
	bool negative = false;
	bool overflow = false;
	bool inexact = false;
	int64_t whole;
	int64_t decimals = 0;
	size_t digits;
	CreditResult result;

	if (i < len && (text[i] == '+' || text[i] == '-'))
		negative = text[i++] == '-';
	digits = i;
	i = scan_digits(text, len, i, &whole, &overflow);
	digits = i - digits;
	if (digits > 0 && i + 1 < len && text[i] == '/' && text_is_digit(text[i + 1]))
	{
		int64_t den;

		i = scan_digits(text, len, i + 1, &den, &overflow);
		result = amount_from_fraction(whole, den, overflow, units);
	}
	else
	{
		if (i < len && text[i] == '.')
		{
			size_t point = i++;

			i = scan_decimals(text, len, i, &decimals, &inexact);
			digits += i - point - 1;
		}
		if (digits == 0)
		{
			*pos = i;
			return CREDIT_SYNTAX;
		}
		result = amount_from_decimal(whole, decimals, overflow, inexact, units);
	}
	if (i + 1 < len && text[i] == ',' && text_is_digit(text[i + 1]))
	{
		*pos = i;
		return CREDIT_COMMA;
	}
	if (result == CREDIT_OK && negative)
		*units = -*units;
	*pos = i;
	return result;
}

/* The place of the first byte from i on that is no white space. */
static size_t
skip_blanks(const char *text, size_t len, size_t i)
{
	while (i < len && text_is_space(text[i]))
		i++;
	return i;
}

CreditResult
credit_parse_amount(const char *text, size_t len, int64_t *units, size_t *at)
{
	int64_t amount = 0;
	size_t i = skip_blanks(text, len, 0);
	size_t start = i;
	CreditResult result = scan_amount(text, len, &i, &amount);

	if (result == CREDIT_SYNTAX || result == CREDIT_COMMA)
	{
		*at = i;
		return result;
	}
	i = skip_blanks(text, len, i);
	if (i < len)
	{
		*at = i;
		return CREDIT_SYNTAX;
	}
	*at = start;
	if (result == CREDIT_OK)
		*units = amount;
	return result;
}

CreditResult
credit_parse(const char *text, size_t len, int64_t *credit, size_t *at)
{
	int64_t units = 0;
	size_t i = skip_blanks(text, len, 0);
	size_t start = i;
	size_t label;
	size_t end;
	int scheme;
	CreditResult result = scan_amount(text, len, &i, &units);

	*at = i;
	if (result == CREDIT_SYNTAX || result == CREDIT_COMMA)
		return result;
	label = skip_blanks(text, len, i);
	if (label == len)
		return CREDIT_NO_SCHEME;
	if (label == i)
		return CREDIT_SYNTAX; /* 7.5ECTS, 1e3 ECTS */
	for (end = label; end < len && !text_is_space(text[end]);)
		end++;
	*at = label;
	scheme = credit_scheme_by_label(text + label, end - label);
	if (scheme < 0)
		return CREDIT_UNKNOWN_SCHEME;
	if (skip_blanks(text, len, end) < len)
	{
		*at = skip_blanks(text, len, end);
		return CREDIT_SYNTAX;
	}
	*at = start;
	if (result == CREDIT_OK)
		*credit = credit_make(scheme, units);
	return result;
}

/*
 * The digits behind a decimal point, added to num / den; zeros at the end say nothing.  *i moves behind
 * the last digit; how many there are.
 */
static size_t
scan_decimal_fraction(const char *text, size_t len, size_t *i, CreditFraction *f, bool *overflow)
{
	size_t start = *i, last;

	while (*i < len && text_is_digit(text[*i]))
		(*i)++;
	for (last = *i; last > start && text[last - 1] == '0';)
		last--;
	for (size_t k = start; k < last; k++)
		*overflow |= __builtin_mul_overflow(f->num, 10, &f->num) || __builtin_mul_overflow(f->den, 10, &f->den) ||
					 __builtin_add_overflow(f->num, text[k] - '0', &f->num);
	return *i - start;
}

CreditResult
credit_parse_fraction(const char *text, size_t len, CreditFraction *fraction)
{
	size_t i = skip_blanks(text, len, 0);
	bool negative = false;
	bool overflow = false;
	CreditFraction f = {0, 1};
	size_t digits;

	while (len > i && text_is_space(text[len - 1]))
		len--;
	if (i < len && (text[i] == '+' || text[i] == '-'))
		negative = text[i++] == '-';
	digits = i;
	i = scan_digits(text, len, i, &f.num, &overflow);
	digits = i - digits;
	if (digits > 0 && i + 1 < len && text[i] == '/' && text_is_digit(text[i + 1]))
		i = scan_digits(text, len, i + 1, &f.den, &overflow);
	else if (i < len && text[i] == '.')
	{
		i++;
		digits += scan_decimal_fraction(text, len, &i, &f, &overflow);
	}
	if (digits == 0 || i < len)
		return CREDIT_SYNTAX;
	if (overflow || f.num > CREDIT_AMOUNT_MAX || f.den > CREDIT_AMOUNT_MAX)
		return CREDIT_RANGE;
	if (f.den == 0)
		return CREDIT_ZERO_DENOMINATOR;
	*fraction = credit_fraction(negative ? -f.num : f.num, f.den);
	return CREDIT_OK;
}

/* ---- text out ---- */

/* Writes a number, without a NUL behind it; how many digits. */
static int
put_digits(char *text, uint64_t value)
{
	char buffer[20];
	int n = 0;

	do
		buffer[n++] = (char) ('0' + value % 10);
	while ((value /= 10) != 0);
	for (int i = 0; i < n; i++)
		text[i] = buffer[n - 1 - i];
	return n;
}

int
credit_format_amount(int64_t units, char *text)
{
	uint64_t magnitude = units < 0 ? -(uint64_t) units : (uint64_t) units;
	uint64_t rest = magnitude % CREDIT_UNITS;
	int n = 0;

	if (units < 0)
		text[n++] = '-';
	if (rest % 63 != 0) /* thirds, sevenths, ninths: no finite decimal */
	{
		CreditFraction f = credit_reduce((int64_t) magnitude);

		n += put_digits(text + n, (uint64_t) f.num);
		text[n++] = '/';
		n += put_digits(text + n, (uint64_t) f.den);
	}
	else
	{
		n += put_digits(text + n, magnitude / CREDIT_UNITS);
		if (rest != 0)
		{
			/* 1/20000 = 0.00005 */
			uint64_t decimals = rest / 63 * 5;

			text[n++] = '.';
			for (; decimals != 0; decimals = decimals * 10 % 100000)
				text[n++] = (char) ('0' + decimals / 10000);
		}
	}
	text[n] = '\0';
	return n;
}

int
credit_format(int64_t credit, char *text)
{
	int scheme = credit_scheme_number(credit);
	int n = credit_format_amount(credit_units(credit), text);
	int label;

	text[n++] = ' ';
	label = credit_scheme_label(scheme, text + n);
	if (label == 0)
	{
		text[n++] = '#';
		label = put_digits(text + n, (uint64_t) scheme);
		text[n + label] = '\0';
	}
	return n + label;
}

/* ---- arithmetic ---- */

CreditResult
credit_add(int64_t a, int64_t b, int64_t *sum)
{
	int64_t units = credit_units(a) + credit_units(b);

	if (credit_scheme_number(a) != credit_scheme_number(b))
		return CREDIT_MIXED;
	if (!credit_units_fit(units))
		return CREDIT_RANGE;
	*sum = credit_make(credit_scheme_number(a), units);
	return CREDIT_OK;
}

CreditResult
credit_subtract(int64_t a, int64_t b, int64_t *difference)
{
	int64_t units = credit_units(a) - credit_units(b);

	if (credit_scheme_number(a) != credit_scheme_number(b))
		return CREDIT_MIXED;
	if (!credit_units_fit(units))
		return CREDIT_RANGE;
	*difference = credit_make(credit_scheme_number(a), units);
	return CREDIT_OK;
}

/* The greatest common divisor, by Euclid; of 0 and b it is b. */
static uint64_t
gcd(uint64_t a, uint64_t b)
{
	while (b != 0)
	{
		uint64_t r = a % b;

		a = b;
		b = r;
	}
	return a;
}

/* |v|, for the smallest integer too. */
static inline uint64_t
magnitude_of(int64_t v)
{
	return v < 0 ? -(uint64_t) v : (uint64_t) v;
}

CreditFraction
credit_fraction(int64_t num, int64_t den)
{
	uint64_t divisor = gcd(magnitude_of(num), magnitude_of(den));
	CreditFraction f = {num / (int64_t) divisor, den / (int64_t) divisor};

	if (f.den < 0)
	{
		f.num = -f.num;
		f.den = -f.den;
	}
	return f;
}

CreditFraction
credit_reduce(int64_t units)
{
	return credit_fraction(units, CREDIT_UNITS);
}

bool
credit_fraction_multiply(CreditFraction a, CreditFraction b, CreditFraction *product)
{
	/* crosswise reduction first keeps the parts small */
	CreditFraction x = credit_fraction(a.num, b.den);
	CreditFraction y = credit_fraction(b.num, a.den);

	/* the smallest integer has no opposite: what comes after could not turn its sign */
	return !__builtin_mul_overflow(x.num, y.num, &product->num) &&
		   !__builtin_mul_overflow(x.den, y.den, &product->den) && product->num != INT64_MIN;
}

bool
credit_fraction_divide(CreditFraction a, CreditFraction b, CreditFraction *quotient)
{
	if (b.num == 0)
		return false;
	return credit_fraction_multiply(a, credit_fraction(b.den, b.num), quotient);
}

CreditResult
credit_scale_wide(int64_t units, CreditFraction rate, int64_t *result)
{
	int128 v = (int128) units * rate.num;
	int128 q = v / rate.den;

	if (q > CREDIT_AMOUNT_MAX || q < -CREDIT_AMOUNT_MAX)
		return CREDIT_RANGE;
	if (q * rate.den != v)
		return CREDIT_INEXACT;
	*result = (int64_t) q;
	return CREDIT_OK;
}

int128
credit_divide_round(int128 num, int128 den, CreditRounding mode)
{
	int128 q = num / den;
	int128 r = num % den;
	int away = num < 0 ? -1 : 1; /* the direction away from zero */
	int half;					 /* |r| against den / 2: -1, 0, 1 */

	if (r == 0)
		return q;
	if (r < 0)
		r = -r;
	half = r > den - r ? 1 : r == den - r ? 0 : -1;
	switch (mode)
	{
		case CREDIT_HALF_UP:
			return half >= 0 ? q + away : q;
		case CREDIT_HALF_EVEN:
			return half > 0 || (half == 0 && q % 2 != 0) ? q + away : q;
		case CREDIT_FLOOR:
			return away < 0 ? q - 1 : q;
		case CREDIT_CEILING:
			return away > 0 ? q + 1 : q;
		case CREDIT_TRUNCATE:
			break;
	}
	return q;
}

CreditResult
credit_scale_round(int64_t units, CreditFraction rate, CreditFraction step, CreditRounding mode, int64_t *result)
{
	int128 num;
	int128 den;
	int128 steps;

	/* how many steps: units * rate / (step * CREDIT_UNITS) */
	if (__builtin_mul_overflow((int128) units * rate.num, (int128) step.den, &num) ||
		__builtin_mul_overflow((int128) step.num * rate.den, (int128) CREDIT_UNITS, &den))
		return CREDIT_RANGE;
	steps = credit_divide_round(num, den, mode);
	if (__builtin_mul_overflow(steps, (int128) step.num * CREDIT_UNITS, &num))
		return CREDIT_RANGE;
	if (num / step.den > CREDIT_AMOUNT_MAX || num / step.den < -CREDIT_AMOUNT_MAX)
		return CREDIT_RANGE;
	if (num % step.den != 0)
		return CREDIT_INEXACT;
	*result = (int64_t) (num / step.den);
	return CREDIT_OK;
}

bool
credit_rounding_by_name(const char *name, CreditRounding *mode)
{
	static const char *const names[] = {"half_up", "half_even", "floor", "ceiling", "truncate"};

	for (int i = 0; i < 5; i++)
		if (strcmp(name, names[i]) == 0)
		{
			*mode = (CreditRounding) i;
			return true;
		}
	return false;
}
