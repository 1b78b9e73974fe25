/*
 * Unit and property tests of the recognition cores: numbers, bands, readings,
 * interpolation, formulas, distributions and averages, each against a slower
 * way to the same result.
 */
#include "check.h"

#include "recognition/gpa_core.h"
#include "recognition/pack_core.h"
#include "recognition/parse_core.h"

#define U GRADE_UNIT

static uint64_t seed = 20261101;

static int64_t
below(int64_t n)
{
	return (int64_t) (next_random(&seed) % (uint64_t) n);
}

/* ---- scales to test with ---- */

static const GradeStep letters[] = {
	{"A", true, true, 4 * U, true, 95 * U, 100 * U},   {"A-", true, true, 3670000, true, 90 * U, 94 * U},
	{"B", true, true, 3 * U, true, 80 * U, 89 * U},	   {"D", true, true, 1 * U, true, 50 * U, 79 * U},
	{"FX", false, true, 500000, true, 25 * U, 49 * U}, {"F", false, true, 0, true, 0, 24 * U}};
static const GradeScale letter_scale = {
	.code = "L", .labels_only = true, .has_range = true, .max = 4 * U, .nsteps = 6, .steps = letters};
static const GradeStep words[] = {{"5", true, true, 5 * U, false, 0, 0},
								  {"4", true, true, 4 * U, false, 0, 0},
								  {"2", false, true, 2 * U, false, 0, 0}};
static const GradeScale five_scale = {.code = "5",
									  .has_range = true,
									  .min = 2 * U,
									  .max = 5 * U,
									  .has_pass = true,
									  .pass = 3 * U,
									  .step = U,
									  .nsteps = 3,
									  .steps = words};
static const GradeScale german = {
	.code = "D", .lower_better = true, .has_range = true, .min = U, .max = 5 * U, .has_pass = true, .pass = 4 * U};
static const GradeScale marks = {
	.code = "M", .marks_are_own = true, .has_range = true, .max = 100 * U, .has_pass = true, .pass = 40 * U, .step = U};

#define MAX_FORMS 40
static GradeForm forms[MAX_FORMS];
static uint32_t form_chars[MAX_FORMS][GRADE_TEXT_CHARS];
static int nforms;

static void
spell(const char *text, int step)
{
	forms[nforms].n = grade_fold(text, strlen(text), form_chars[nforms]);
	forms[nforms].chars = form_chars[nforms];
	forms[nforms].step = step;
	nforms++;
}

static GradeReading
read_as(const char *text, const GradeScale *scale, bool lenient)
{
	GradeReading reading;

	nforms = 0;
	for (int i = 0; i < scale->nsteps; i++)
		spell(scale->steps[i].label, i);
	if (scale == &five_scale)
	{
		spell("отлично", 0);
		spell("отл", 0);
		spell("хорошо", 1);
		spell("неуд.", 2);
	}
	if (scale == &letter_scale)
	{
		spell("ОТЛИЧНО", 0);
		spell("отлично", 1);
	}
	grade_parse_text(text, strlen(text), scale, forms, nforms, lenient, &reading);
	return reading;
}

static void
reads(const char *text, const GradeScale *scale, int step, GradeNumber number)
{
	GradeReading r = read_as(text, scale, false);

	check(r.status == GRADE_PARSED && r.grade.step == step && (!r.grade.has_number || r.grade.number == number) &&
			  r.repairs == 0,
		  "\"%s\" on %s", text, scale->code);
}

static void
refuses(const char *text, const GradeScale *scale, GradeParseStatus status, int candidates)
{
	GradeReading r = read_as(text, scale, false);

	check(r.status == status && r.ncandidates == candidates, "\"%s\" on %s is refused", text, scale->code);
}

static void
repairs(const char *text, const GradeScale *scale, int step, unsigned repair)
{
	GradeReading strict = read_as(text, scale, false);
	GradeReading r = read_as(text, scale, true);

	check(strict.status != GRADE_PARSED && r.status == GRADE_PARSED && r.grade.step == step && r.repairs == repair,
		  "\"%s\" on %s is repaired", text, scale->code);
}

static void
test_reading(void)
{
	reads("A-", &letter_scale, 1, 3670000);
	reads(" a\xE2\x88\x92 ", &letter_scale, 1, 3670000); /* a minus sign */
	reads("\xD0\x90-", &letter_scale, 1, 3670000);		 /* a Cyrillic A */
	reads("87%", &letter_scale, 2, 3 * U);
	reads("87/100", &letter_scale, 2, 3 * U);
	reads("87", &letter_scale, 2, 3 * U);
	reads("4.0", &letter_scale, 0, 4 * U);
	reads("3,67", &letter_scale, 1, 3670000);
	reads("A- (92)", &letter_scale, 1, 3670000);
	reads("92 A-", &letter_scale, 1, 3670000);
	reads("A- / 3.67", &letter_scale, 1, 3670000);
	reads("\xDB\xB8\xDB\xB7", &letter_scale, 2, 3 * U); /* Persian 87 */
	reads("5 (отл)", &five_scale, 0, 5 * U);
	reads("«Отлично»", &five_scale, 0, 5 * U);
	reads("НЕУД", &five_scale, 2, 2 * U);
	reads("(5)", &five_scale, 0, 5 * U);
	reads("\xEF\xBC\x95", &five_scale, 0, 5 * U); /* full width */
	reads("87", &marks, -1, 87 * U);
	reads("87 из 100", &marks, -1, 87 * U);
	reads("49.5%", &letter_scale, 4, 500000); /* the lower bounds are thresholds */
	refuses("", &letter_scale, GRADE_NOTHING, 0);
	refuses(" - ", &letter_scale, GRADE_NOTHING, 0);
	refuses("A+", &letter_scale, GRADE_NO_READING, 0);
	refuses("4", &letter_scale, GRADE_AMBIGUOUS, 2); /* A, or 4 per cent */
	refuses("отлично", &letter_scale, GRADE_AMBIGUOUS, 2);
	refuses("A / D", &letter_scale, GRADE_MULTIPLE, 2);
	refuses("5 (хорошо)", &five_scale, GRADE_MULTIPLE, 2);
	refuses("1 0", &marks, GRADE_MULTIPLE, 2);
	refuses("2,150", &marks, GRADE_AMBIGUOUS, 0);
	refuses("87.5", &marks, GRADE_PRECISION, 0);
	refuses("87.1234567", &marks, GRADE_PRECISION, 0);
	refuses("101", &marks, GRADE_RANGE, 0);
	refuses("99999999999999999999", &marks, GRADE_RANGE, 0);
	refuses("-5", &marks, GRADE_RANGE, 0);
	refuses("17/20", &marks, GRADE_RANGE, 0);
	repairs("A*", &letter_scale, 0, GRADE_REPAIR_MARK);
	repairs("A- \xE2\x80\xA0", &letter_scale, 1, GRADE_REPAIR_MARK);
	repairs("A- (autumn)", &letter_scale, 1, GRADE_REPAIR_TAIL);
	repairs("2 пересдача: 4", &five_scale, 1, GRADE_REPAIR_RETAKE);
	check(read_as("A+", &letter_scale, true).status == GRADE_NO_READING, "a plus is never dropped");
	check(read_as("87 (90)", &marks, true).status == GRADE_MULTIPLE, "nor is a second grade");
}

/* ---- numbers ---- */

static void
test_numbers(void)
{
	bool round_trip = true;
	char text[GRADE_NUMBER_TEXT];
	GradeNumber number;

	for (int i = 0; i < 100000; i++)
	{
		GradeNumber value = below(2 * GRADE_NUMBER_MAX + 1) - GRADE_NUMBER_MAX;
		int n;

		if (i % 2 == 0)
			value = value / 10000 * 10000;
		n = grade_number_format(value, text);
		round_trip &= n < GRADE_NUMBER_TEXT && grade_number_parse(text, (size_t) n, &number) && number == value;
	}
	check(round_trip, "numbers read back as they were written");
	check(!grade_number_parse("1.2345678", 9, &number) && !grade_number_parse("1/3", 3, &number) &&
			  !grade_number_parse("1000001", 7, &number) && !grade_number_parse("NaN", 3, &number),
		  "what is no number of a scale is refused");
}

static void
test_bands(void)
{
	bool threshold = true;
	GradeScale strict = letter_scale;
	GradeScale rounded = letter_scale;

	strict.band_rule = BANDS_STRICT;
	rounded.band_rule = BANDS_ROUND;
	for (GradeNumber mark = 0; mark <= 100 * U; mark += U / 4)
	{
		int expected = -1;

		for (int i = 5; i >= 0; i--)
			if (mark >= letters[i].mark_min)
				expected = i;
		threshold &= grade_step_of_mark(&letter_scale, mark) == expected;
	}
	check(threshold, "the highest lower bound that a mark reaches");
	check(grade_step_of_mark(&letter_scale, 89500000) == 2 && grade_step_of_mark(&strict, 89500000) == -1 &&
			  grade_step_of_mark(&rounded, 89500000) == 1 && grade_step_of_mark(&rounded, 89499999) == 2,
		  "89.5 between 80-89 and 90-94, by three rules");
	check(grade_step_of_mark(&letter_scale, 101 * U) == -1, "a mark above all bands has none");
}

/* ---- interpolation ---- */

static void
bavarian(GradeNumber best, GradeNumber pass, GradeNumber got, int64_t num, int64_t den)
{
	GradeScale scale = {.code = "x", .has_range = true, .has_pass = true, .pass = pass, .lower_better = best < pass};
	Grade grade = {.step = -1, .has_number = true, .number = got};
	CreditFraction depth, value = {0, 1};
	bool by_rank;

	scale.min = best < pass ? best : pass - 10 * U;
	scale.max = best < pass ? pass + 10 * U : best;
	check(grade_depth(&scale, grade, &depth, &by_rank) == GRADE_OK && !by_rank &&
			  grade_at_depth(&german, depth, &value) == GRADE_OK && value.num == num && value.den == den,
		  "Bavarian of %d is %d/%d", (int) (got / U), (int) num, (int) den);
}

static void
test_interpolation(void)
{
	Grade grade = {.step = 1};
	Grade half = {.step = -1, .has_number = true, .number = 80500000};
	CreditFraction depth, value;
	bool by_rank;
	GradeScale ranks = letter_scale;
	bool back = true;

	bavarian(10 * U, 6 * U, 8 * U, 5, 2);
	bavarian(100 * U, 40 * U, 75 * U, 9, 4);
	bavarian(100 * U, 50 * U, 82 * U, 52, 25);
	bavarian(U, 4 * U, 2300000, 23, 10);
	bavarian(20 * U, 10 * U, 16250000, 17, 8);
	bavarian(100 * U, 50 * U, half.number, 217, 100);
	ranks.has_range = false;
	check(grade_depth(&ranks, grade, &depth, &by_rank) == GRADE_OK && by_rank && depth.num == 1 && depth.den == 3,
		  "without numbers by rank");
	grade.step = 4;
	check(grade_depth(&ranks, grade, &depth, &by_rank) == GRADE_OUTSIDE, "a fail is not interpolated");
	for (int i = 0; i < 10000 && back; i++)
	{
		Grade mark = {.step = -1, .has_number = true, .number = marks.pass + below(60 * U + 1)};

		back &= grade_depth(&marks, mark, &depth, &by_rank) == GRADE_OK &&
				grade_at_depth(&german, depth, &value) == GRADE_OK;
		/* there and back, with the exact number between */
		if (value.den <= U && U % value.den == 0)
		{
			Grade there = {.step = -1, .has_number = true, .number = value.num * (U / value.den)};

			back &= grade_depth(&german, there, &depth, &by_rank) == GRADE_OK &&
					grade_at_depth(&marks, depth, &value) == GRADE_OK &&
					grade_fraction_compare(value, grade_fraction(mark.number)) == 0;
		}
	}
	check(back, "there and back is the same mark");
}

static void
test_formulas(void)
{
	GradePiece pku = {60 * U, 100 * U, true, true, -23600 * U, 600 * U, -3 * U, 1600 * U};
	CreditFraction value;
	bool same = true;

	check(grade_piece_value(&pku, 85 * U, &value) == GRADE_OK && value.num == 229 && value.den == 64,
		  "PKU at 85 is 229/64");
	for (int64_t x = 60; x <= 100; x++)
	{
		CreditFraction expected = credit_fraction(4 * 1600 - 3 * (100 - x) * (100 - x), 1600);

		same &= grade_piece_value(&pku, x * U, &value) == GRADE_OK && grade_fraction_compare(value, expected) == 0;
	}
	check(same, "PKU as it is printed");
	check(grade_piece_holds(&pku, 60 * U) && !grade_piece_holds(&pku, 60 * U - 1), "the ends of a piece");
	pku.c2 = GRADE_NUMBER_MAX;
	check(grade_piece_value(&pku, GRADE_NUMBER_MAX, &value) == GRADE_OK &&
			  grade_fraction_compare(value, credit_fraction(INT64_C(1000000000000000000) + 600000000 - 23600, 1600)) ==
				  0,
		  "the largest numbers do not overflow");
}

/* ---- distributions: against people standing in a row ---- */

/* Host and home as n x m people each, best first: person p of one stands beside person p of the other. */
static bool
same_as_people(const int64_t *host, int nhost, int grade, const int64_t *home, int nhome)
{
	GradeOverlap o;
	int64_t n = grade_total(host, nhost), m = grade_total(home, nhome);
	int64_t shared[GRADE_COUNTS_MAX] = {0};
	int64_t widest = 0;
	int64_t low = grade_total(host, grade) * m, high = low + host[grade] * m;
	int best = -1, worst = -1, wide = -1, middle = -1, ties = 0;
	int64_t reached = 0;

	if (!grade_overlap(host, nhost, grade, home, nhome, &o))
		return false;
	for (int t = 0; t < nhome; t++)
		for (int64_t person = reached * n, end = (reached += home[t]) * n; person < end; person++)
			if (person >= low && person < high)
				shared[t]++;
	for (int t = 0; t < nhome; t++)
	{
		if (shared[t] == 0)
			continue;
		best = best < 0 ? t : best;
		worst = t;
		ties = shared[t] == widest ? 1 : shared[t] > widest ? 0 : ties;
		if (shared[t] > widest)
		{
			widest = shared[t];
			wide = t;
		}
	}
	/* the midpoint, in half people */
	reached = 0;
	for (int t = 0; t < nhome && middle < 0; t++)
	{
		reached += home[t];
		if (home[t] > 0 && low + high <= 2 * reached * n)
			middle = t;
	}
	for (int t = 0; t < nhome; t++)
		if (o.holds[t] != (shared[t] > 0))
			return false;
	return o.best == best && o.worst == worst && o.widest == wide && o.middle == middle && o.tie == (ties == 1) &&
		   o.empty == (host[grade] == 0) && (host[grade] > 0) == (best >= 0);
}

static void
test_distributions(void)
{
	static const int64_t host13[] = {10, 40, 30, 20}, home13[] = {20, 30, 30, 20};
	static const int64_t huge[] = {INT64_MAX / 8, INT64_MAX / 8};
	static const int64_t negative[] = {5, -1};
	GradeOverlap o;
	bool same = true;

	check(grade_overlap(host13, 4, 1, home13, 4, &o) && o.best == 0 && o.worst == 1 && o.middle == 1 && o.widest == 1,
		  "example 13");
	for (int i = 0; i < 20000 && same; i++)
	{
		int64_t host[6], home[6];
		int nhost = 1 + (int) below(6), nhome = 1 + (int) below(6);

		for (int j = 0; j < 6; j++)
		{
			host[j] = below(3) == 0 ? 0 : below(8);
			home[j] = below(3) == 0 ? 0 : below(8);
		}
		if (grade_total(host, nhost) == 0 || grade_total(home, nhome) == 0)
			continue;
		for (int g = 0; g < nhost; g++)
			same &= same_as_people(host, nhost, g, home, nhome);
	}
	check(same, "20000 random tables as people standing in a row");
	check(grade_overlap(huge, 2, 1, huge, 2, &o) && o.best == 1 && o.worst == 1 && o.middle == 1, "the largest counts");
	check(grade_total(negative, 2) == -1 && !grade_overlap(negative, 2, 0, huge, 2, &o), "a negative count is refused");
}

/* ---- averages ---- */

static void
test_averages(void)
{
	bool exact = true;
	GpaSum largest = {0, 0};
	int64_t value;

	for (int i = 0; i < 20000; i++)
	{
		GpaSum sum = {0, 0};
		int64_t points = 0, credits = 0;
		int n = 1 + (int) below(9);

		for (int j = 0; j < n; j++)
		{
			int64_t p = below(401) * (U / 100), c = below(40) * (CREDIT_UNITS / 4);

			gpa_add(&sum, p, c);
			points += p / (U / 100) * (c / (CREDIT_UNITS / 4));
			credits += c / (CREDIT_UNITS / 4);
		}
		for (int mode = CREDIT_HALF_UP; mode <= CREDIT_TRUNCATE; mode++)
		{
			/* hundredths of points over quarters of credits: small numbers, one division */
			bool have = gpa_value(&sum, 3, (CreditRounding) mode, &value);

			exact &= have == (credits > 0) &&
					 (!have || value == (int64_t) credit_divide_round(points * 10, credits, (CreditRounding) mode));
		}
	}
	check(exact, "averages as one division of small numbers, by every rounding");
	largest.credits = ((__int128) 1 << 86) - 1;
	largest.weighted = largest.credits * GRADE_NUMBER_MAX;
	check(gpa_sum_valid(&largest) && gpa_value(&largest, 9, CREDIT_HALF_EVEN, &value) &&
			  value == INT64_C(1000000) * 1000000000,
		  "the largest sum is computed");
	largest.weighted++;
	check(!gpa_sum_valid(&largest), "and a larger one refused");
}

static void
test_packing(void)
{
	bool same = true;
	char text[PACK_BYTES], back[PACK_BYTES + 1];
	int64_t packed[PACK_WORDS];

	for (int i = 0; i < 20000; i++)
	{
		size_t len = (size_t) below(PACK_BYTES + 1);

		for (size_t j = 0; j < len; j++)
			text[j] = (char) (1 + below(255));
		same &= pack_text(text, len, packed) && unpack_text(packed, back) == (int) len && memcmp(text, back, len) == 0;
	}
	check(same, "packed texts come back");
	check(!pack_text(text, PACK_BYTES + 1, packed), "a text that is too long is refused");
	for (int i = 0; i < PACK_WORDS; i++)
		packed[i] = -1;
	check(unpack_text(packed, back) == -1, "words that are no text are refused");
}

int
main(void)
{
	test_numbers();
	test_bands();
	test_reading();
	test_interpolation();
	test_formulas();
	test_distributions();
	test_averages();
	test_packing();
	return done();
}
