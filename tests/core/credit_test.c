/*
 * Unit and property tests of credit_core: no server.  Expected values are written
 * out or computed in another way (128-bit fractions), never by the code under test.
 */
#include "../core/check.h"
#include "credit/core.h"

typedef __int128 int128;

static int64_t
parsed(const char *text)
{
	int64_t credit = 0;
	size_t at;

	if (credit_parse(text, strlen(text), &credit, &at) != CREDIT_OK)
		credit = INT64_MIN; /* no credit: its scheme number is 0 with the smallest amount less one */
	return credit;
}

static bool
parses_to(const char *text, int64_t num, int64_t den, const char *label)
{
	int64_t credit = parsed(text);

	return (int128) credit_units(credit) * den == (int128) num * 1260000 &&
		   credit_scheme_number(credit) == credit_scheme_by_label(label, strlen(label));
}

static bool
prints(const char *in, const char *out)
{
	char text[CREDIT_TEXT_MAX];
	int n = credit_format(parsed(in), text);

	return strcmp(text, out) == 0 && n == (int) strlen(out);
}

static bool
refuses(const char *text, CreditResult expected, size_t where)
{
	int64_t credit = 42;
	size_t at = 999;
	CreditResult result = credit_parse(text, strlen(text), &credit, &at);

	return result == expected && at == where && credit == 42;
}

/* a word that is no credit has a text that ends, and that is refused */
static void
test_bad_words(void)
{
	char text[CREDIT_TEXT_MAX];
	int64_t credit = 0;
	size_t at;

	memset(text, 'x', sizeof(text));
	check(credit_format(credit_make(1023, 9450000), text) == 9 && strcmp(text, "7.5 #1023") == 0,
		  "a scheme that is none");
	check(credit_parse(text, 9, &credit, &at) == CREDIT_UNKNOWN_SCHEME, "... is refused");
	credit_format(INT64_MIN, text);
	check(strcmp(text, "-9007199254740992/1260000 AA") == 0 || strcmp(text, "-281474976710656/39375 AA") == 0,
		  "an amount that is none");
	check(credit_parse(text, strlen(text), &credit, &at) == CREDIT_RANGE, "... is refused");
	check(credit_subtract(INT64_MIN, INT64_MIN, &credit) == CREDIT_OK && credit_units(credit) == 0 &&
			  credit_subtract(credit_make(0, 0), INT64_MIN, &credit) == CREDIT_RANGE,
		  "... and does not run into the scheme");
}

static void
test_text(void)
{
	check(parses_to("7.5 ECTS", 15, 2, "ECTS"), "decimal");
	check(parses_to("10/3 CN", 10, 3, "CN"), "fraction");
	check(parses_to("-2 KZ", -2, 1, "KZ"), "negative");
	check(parses_to(" \t+.5\n ects  ", 1, 2, "ECTS"), "white space, plus, no leading zero, lower case");
	check(parses_to("7. kz_2004", 7, 1, "KZ_2004"), "no decimals behind the point");
	check(parses_to("9.2857 RU_ZET", 92857, 10000, "RU_ZET"), "four decimals");
	check(parses_to("0.03125 ZZ", 1, 32, "ZZ"), "a thirty-second");
	check(parses_to("1.50000000000000000000000000 AA", 3, 2, "AA"), "zeros at the end");
	check(parses_to("1/1260000 ECTS", 1, 1260000, "ECTS"), "the unit");
	check(parses_to("-9007199254740991/1260000 MV_MNQF", -INT64_C(9007199254740991), 1260000, "MV_MNQF"),
		  "the smallest");

	check(prints("7.50 ects", "7.5 ECTS"), "canonical decimal");
	check(prints("20/6 cn", "10/3 CN"), "lowest terms");
	check(prints("6/3 cn", "2 CN"), "whole number");
	check(prints("-0 KZ", "0 KZ"), "no negative zero");
	check(prints("-1/8 KZ", "-0.125 KZ"), "a fraction with a decimal is a decimal");
	check(prints("1/20000 KZ", "0.00005 KZ"), "five decimals");
	check(prints("-2/7 KZ", "-2/7 KZ"), "sevenths");
	check(prints("7148570837.096 ECTS", "7148570837.096 ECTS"), "nearly the greatest");

	check(refuses("", CREDIT_SYNTAX, 0), "empty");
	check(refuses("   ", CREDIT_SYNTAX, 3), "blank");
	check(refuses("ECTS", CREDIT_SYNTAX, 0), "no amount");
	check(refuses("NaN ECTS", CREDIT_SYNTAX, 0), "NaN");
	check(refuses("-. ECTS", CREDIT_SYNTAX, 2), "a point without digits");
	check(refuses("6", CREDIT_NO_SCHEME, 1), "no scheme");
	check(refuses("6ECTS", CREDIT_SYNTAX, 1), "no space");
	check(refuses("1e3 ECTS", CREDIT_SYNTAX, 1), "exponent");
	check(refuses("7,5 ECTS", CREDIT_COMMA, 1), "decimal comma");
	check(refuses("1/0 ECTS", CREDIT_ZERO_DENOMINATOR, 0), "zero denominator");
	check(refuses("1/-2 ECTS", CREDIT_SYNTAX, 1), "sign in the denominator");
	check(refuses("1/2.5 ECTS", CREDIT_SYNTAX, 3), "decimal in a fraction");
	check(refuses("6 FOO", CREDIT_UNKNOWN_SCHEME, 2), "unknown scheme");
	check(refuses("6 K", CREDIT_UNKNOWN_SCHEME, 2), "one letter");
	check(refuses("6 K9", CREDIT_UNKNOWN_SCHEME, 2), "a digit in a country code");
	check(refuses("6 KZ_2004_PR_STUDYX", CREDIT_UNKNOWN_SCHEME, 2), "a label that is too long");
	check(refuses("6 ECTS 7", CREDIT_SYNTAX, 7), "something behind the scheme");
	check(refuses("0.00001 ECTS", CREDIT_INEXACT, 0), "too many decimals");
	check(refuses("0.3333 ECTS", CREDIT_OK, 0) == false && parses_to("0.3333 ECTS", 3333, 10000, "ECTS"),
		  "0.3333 is no third");
	check(refuses("1/11 ECTS", CREDIT_INEXACT, 0), "elevenths");
	check(refuses("7148570838 ECTS", CREDIT_RANGE, 0), "too large");
	check(refuses("-7148570838 ECTS", CREDIT_RANGE, 0), "too small");
	check(refuses("99999999999999999999999999 ECTS", CREDIT_RANGE, 0), "far too large");
	check(refuses("99999999999999999999999999/3 ECTS", CREDIT_RANGE, 0), "a numerator beyond 63 bits");
	check(refuses("9007199254740992/1260000 ECTS", CREDIT_RANGE, 0), "one unit too large");
	check(refuses("\xd9\xa7 ECTS", CREDIT_SYNTAX, 0), "an Arabic digit");
}

static void
test_schemes(void)
{
	bool round_trip = true;
	bool distinct = true;
	char label[CREDIT_LABEL_MAX + 1];
	char other[CREDIT_LABEL_MAX + 1];

	for (int i = 0; i < credit_scheme_count(); i++)
	{
		int n = credit_scheme_label(i, label);
		int number = credit_scheme_by_label(label, (size_t) n);

		/* a pair of letters that ISO 3166 does not assign is no scheme, and its word no credit */
		round_trip &= n == (int) strlen(label) && (number == i || (number == -1 && n == 2)) &&
					  (number == i) == credit_word_valid(credit_make(i, 0));
		for (int j = CREDIT_ISO_SCHEMES; j < i; j++)
		{
			credit_scheme_label(j, other);
			distinct &= strcmp(label, other) != 0;
		}
	}
	check(round_trip, "every scheme number has a label that gives it back");
	check(credit_scheme_by_label("HP", 2) == -1 && credit_scheme_by_label("uk", 2) == -1 &&
			  credit_scheme_by_label("LP", 2) == -1 && credit_scheme_by_label("ZE", 2) == -1,
		  "letters that are no state's are no scheme");
	check(distinct, "no label stands twice");
	check(credit_scheme_label(credit_scheme_count(), label) == 0 && credit_scheme_label(-1, label) == 0,
		  "no label beyond the end");
	check(credit_scheme_count() <= 1024, "the numbers fit in ten bits");

	/* numbers are for ever: these are the first and last of release 0.1 */
	check(credit_scheme_by_label("AA", 2) == 0 && credit_scheme_by_label("KZ", 2) == 10 * 26 + 25 &&
			  credit_scheme_by_label("ZZ", 2) == 675,
		  "country codes by arithmetic");
	check(credit_scheme_by_label("ECTS", 4) == 676 && credit_scheme_by_label("RU_ZET", 6) == 685 &&
			  credit_scheme_by_label("KZ_2004", 7) == 689 && credit_scheme_by_label("AF_CREDIT", 9) == 729,
		  "named schemes keep their numbers");
}

static int64_t
random_credit(uint64_t *state)
{
	int scheme = (int) (next_random(state) % (uint64_t) credit_scheme_count());
	int bits = (int) (next_random(state) % 53) + 1;
	int64_t units = (int64_t) (next_random(state) & ((UINT64_C(1) << bits) - 1));

	if (!credit_word_valid(credit_make(scheme, 0)))
		scheme = CREDIT_ECTS;
	return credit_make(scheme, next_random(state) % 2 ? units : -units);
}

static void
test_properties(void)
{
	uint64_t state = 1;
	bool word = true;
	bool text = true;
	bool order = true;
	bool reduced = true;
	int64_t previous = random_credit(&state);

	for (int i = 0; i < 300000; i++)
	{
		int64_t c = random_credit(&state);
		char buffer[CREDIT_TEXT_MAX];
		char again[CREDIT_TEXT_MAX];
		int64_t back = 0;
		size_t at;
		int n = credit_format(c, buffer);
		int schemes = credit_scheme_number(c) - credit_scheme_number(previous);
		int64_t amounts = credit_units(c) - credit_units(previous);
		CreditFraction f = credit_reduce(credit_units(c));

		word &= credit_word_valid(c) && credit_make(credit_scheme_number(c), credit_units(c)) == c;
		text &= n < CREDIT_TEXT_MAX && credit_parse(buffer, (size_t) n, &back, &at) == CREDIT_OK && back == c;
		credit_format(back, again);
		text &= strcmp(buffer, again) == 0;
		order &= (c < previous) == (schemes < 0 || (schemes == 0 && amounts < 0)) &&
				 (c == previous) == (schemes == 0 && amounts == 0);
		reduced &= f.den > 0 && (int128) f.num * CREDIT_UNITS == (int128) credit_units(c) * f.den;
		for (int64_t p = 2; p <= 7; p++)
			reduced &= f.num == 0 || f.num % p != 0 || f.den % p != 0;
		previous = c;
	}
	check(word, "word = (scheme, amount)");
	check(text, "text in = text out");
	check(order, "the order of words is the order of (scheme, amount)");
	check(reduced, "fractions are in lowest terms and equal the amount");
	check(!credit_word_valid(credit_make(0, 0) - (INT64_C(1) << 53)) && !credit_word_valid(INT64_MAX), "invalid words");
}

/* |x - y| against 1/2 decides all modes: an independent definition of rounding */
static bool
rounded_rightly(int128 num, int128 den, CreditRounding mode, int128 q)
{
	int128 diff2 = 2 * (num - q * den); /* twice the error, in units of 1/den */
	bool tie = diff2 == den || diff2 == -den;
	bool near = diff2 <= den && diff2 >= -den;

	switch (mode)
	{
		case CREDIT_HALF_UP:
			return near && (!tie || (num > 0 ? diff2 < 0 : diff2 > 0));
		case CREDIT_HALF_EVEN:
			return near && (!tie || q % 2 == 0);
		case CREDIT_FLOOR:
			return diff2 >= 0 && diff2 < 2 * den;
		case CREDIT_CEILING:
			return diff2 <= 0 && diff2 > -2 * den;
		default:
			return (num >= 0 ? diff2 >= 0 : diff2 <= 0) && diff2 < 2 * den && diff2 > -2 * den;
	}
}

static void
test_rounding(void)
{
	uint64_t state = 2;
	bool right[5] = {true, true, true, true, true};
	static const char *const names[5] = {"half_up", "half_even", "floor", "ceiling", "truncate"};

	for (int mode = 0; mode < 5; mode++)
	{
		CreditRounding by_name = CREDIT_HALF_UP;

		for (int128 num = -200; num <= 200; num++)
			for (int128 den = 1; den <= 24; den++)
				right[mode] &= rounded_rightly(num, den, (CreditRounding) mode,
											   credit_divide_round(num, den, (CreditRounding) mode));
		for (int i = 0; i < 50000; i++)
		{
			int128 num = (int128) (int64_t) next_random(&state) * (int64_t) (next_random(&state) >> 20);
			int128 den = (int128) (next_random(&state) >> (next_random(&state) % 60)) + 1;

			right[mode] &=
				rounded_rightly(num, den, (CreditRounding) mode, credit_divide_round(num, den, (CreditRounding) mode));
		}
		check(right[mode] && credit_rounding_by_name(names[mode], &by_name) && by_name == (CreditRounding) mode,
			  "rounding: %s", names[mode]);
	}
}

static void
test_arithmetic(void)
{
	uint64_t state = 3;
	int64_t result = 7;
	int64_t max = credit_make(700, CREDIT_AMOUNT_MAX);
	CreditFraction rate = {3, 2};
	CreditFraction f;
	bool sums = true;
	bool scales = true;

	check(credit_add(max, credit_make(700, 1), &result) == CREDIT_RANGE && result == 7, "sum beyond the top");
	check(credit_subtract(credit_make(700, -CREDIT_AMOUNT_MAX), credit_make(700, 1), &result) == CREDIT_RANGE,
		  "difference beyond the bottom");
	check(credit_add(max, credit_make(701, 1), &result) == CREDIT_MIXED, "two schemes");
	check(credit_scale(CREDIT_AMOUNT_MAX, rate, &result) == CREDIT_RANGE, "product beyond the top");
	check(credit_scale(1, rate, &result) == CREDIT_INEXACT && result == 7, "a half unit");
	check(credit_parse_fraction("0.5", 3, &f) == CREDIT_OK && f.num == 1 && f.den == 2, "fraction from a decimal");
	check(credit_parse_fraction(" -10/4 ", 7, &f) == CREDIT_OK && f.num == -5 && f.den == 2,
		  "fraction in lowest terms");
	check(credit_parse_fraction("37.500", 6, &f) == CREDIT_OK && f.num == 75 && f.den == 2,
		  "zeros at the end of a decimal");
	check(credit_parse_fraction("5.", 2, &f) == CREDIT_OK && f.num == 5 && f.den == 1, "a point at the end");
	check(credit_parse_fraction("1/0", 3, &f) == CREDIT_ZERO_DENOMINATOR, "fraction over zero");
	check(credit_parse_fraction("NaN", 3, &f) == CREDIT_SYNTAX && credit_parse_fraction(".", 1, &f) == CREDIT_SYNTAX,
		  "no fraction");
	check(credit_parse_fraction("0.00000000000000000001", 22, &f) == CREDIT_RANGE, "a fraction beyond 63 bits");

	for (int i = 0; i < 100000; i++)
	{
		int64_t a = random_credit(&state);
		int64_t b = credit_make(credit_scheme_number(a), credit_units(random_credit(&state)));
		int128 exact = (int128) credit_units(a) + credit_units(b);
		bool fits = exact <= CREDIT_AMOUNT_MAX && exact >= -CREDIT_AMOUNT_MAX;
		CreditFraction r =
			credit_fraction((int64_t) (next_random(&state) % 1000) + 1, (int64_t) (next_random(&state) % 1000) + 1);
		int128 product = (int128) credit_units(a) * r.num;
		CreditResult scaled;

		sums &=
			credit_add(a, b, &result) == (fits ? CREDIT_OK : CREDIT_RANGE) && (!fits || credit_units(result) == exact);
		scaled = credit_scale(credit_units(a), r, &result);
		scales &= scaled == CREDIT_OK ? (int128) result * r.den == product
				  : scaled == CREDIT_INEXACT
					  ? product % r.den != 0
					  : product / r.den > CREDIT_AMOUNT_MAX || product / r.den < -CREDIT_AMOUNT_MAX;
	}
	check(sums, "sums are exact or out of range");
	check(scales, "products with a rate are exact, inexact or out of range, and say which");
}

int
main(void)
{
	test_text();
	test_bad_words();
	test_schemes();
	test_properties();
	test_rounding();
	test_arithmetic();
	return done();
}
