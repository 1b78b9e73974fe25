/*
 * recognition/scale_core.c: see recognition/scale_core.h.
 */
#include "recognition/scale_core.h"

#include <string.h>

typedef __int128 int128;

/* ---- numbers ---- */

int
grade_number_format(GradeNumber number, char *text)
{
	uint64_t magnitude = number < 0 ? -(uint64_t) number : (uint64_t) number;
	uint64_t whole = magnitude / GRADE_UNIT;
	uint64_t rest = magnitude % GRADE_UNIT;
	char digits[20];
	int n = 0;
	int count = 0;

	if (number < 0)
		text[n++] = '-';
	do
		digits[count++] = (char) ('0' + whole % 10);
	while ((whole /= 10) != 0);
	while (count > 0)
		text[n++] = digits[--count];
	if (rest != 0)
		text[n++] = '.';
	for (; rest != 0; rest = rest * 10 % GRADE_UNIT)
		text[n++] = (char) ('0' + rest / (GRADE_UNIT / 10));
	text[n] = '\0';
	return n;
}

bool
grade_number_parse(const char *text, size_t len, GradeNumber *number)
{
	CreditFraction f;

	if (credit_parse_fraction(text, len, &f) != CREDIT_OK || GRADE_UNIT % f.den != 0 || memchr(text, '/', len) != NULL)
		return false;
	if (__builtin_mul_overflow(f.num, GRADE_UNIT / f.den, number))
		return false;
	return *number >= -GRADE_NUMBER_MAX && *number <= GRADE_NUMBER_MAX;
}

CreditFraction
grade_fraction(GradeNumber number)
{
	return credit_fraction(number, GRADE_UNIT);
}

bool
grade_round(CreditFraction value, GradeNumber step, CreditRounding mode, GradeNumber *number)
{
	/* value / step, both times GRADE_UNIT: below 2^63 * 2^20 */
	int128 steps = credit_divide_round((int128) value.num * GRADE_UNIT, (int128) value.den * step, mode);

	if (steps > GRADE_NUMBER_MAX || steps < -GRADE_NUMBER_MAX)
		return false;
	steps *= step;
	if (steps > GRADE_NUMBER_MAX || steps < -GRADE_NUMBER_MAX)
		return false;
	*number = (GradeNumber) steps;
	return true;
}

/* The absolute value. */
static int128
magnitude(int128 v)
{
	return v < 0 ? -v : v;
}

/* The fraction num / den in lowest terms; den > 0. */
static bool
narrow(int128 num, int128 den, CreditFraction *result)
{
	int128 a = magnitude(num);
	int128 b = den;

	while (b != 0)
	{
		int128 r = a % b;

		a = b;
		b = r;
	}
	num /= a;
	den /= a;
	if (num > INT64_MAX || num < -INT64_MAX || den > INT64_MAX)
		return false;
	result->num = (int64_t) num;
	result->den = (int64_t) den;
	return true;
}

bool
grade_fraction_add(CreditFraction a, CreditFraction b, CreditFraction *sum)
{
	/* each product is below 2^126 */
	return narrow((int128) a.num * b.den + (int128) b.num * a.den, (int128) a.den * b.den, sum);
}

bool
grade_fraction_subtract(CreditFraction a, CreditFraction b, CreditFraction *difference)
{
	return narrow((int128) a.num * b.den - (int128) b.num * a.den, (int128) a.den * b.den, difference);
}

int
grade_fraction_compare(CreditFraction a, CreditFraction b)
{
	int128 left = (int128) a.num * b.den;
	int128 right = (int128) b.num * a.den;

	return left < right ? -1 : left > right;
}

/* ---- scales ---- */

bool
grade_number_reaches(const GradeScale *scale, GradeNumber a, GradeNumber b)
{
	return scale->lower_better ? a <= b : a >= b;
}

/* Does the mark reach the better of the two bounds of its band's worse end? */
static bool
reaches_band(const GradeScale *scale, const GradeStep *step, GradeNumber mark)
{
	/* the bands of a points scale are per cent, where more is better */
	if (scale->marks_are_own && scale->lower_better)
		return mark <= step->mark_max;
	return mark >= step->mark_min;
}

/* Is the number in the band, whose two ends belong to it? */
static bool
within_band(const GradeStep *step, GradeNumber mark)
{
	return mark >= step->mark_min && mark <= step->mark_max;
}

int
grade_step_of_mark(const GradeScale *scale, GradeNumber mark)
{
	bool beyond = true; /* better than every band */

	if (scale->band_rule == BANDS_ROUND && !grade_round(grade_fraction(mark), GRADE_UNIT, CREDIT_HALF_UP, &mark))
		return -1;
	for (int i = 0; i < scale->nsteps; i++)
	{
		const GradeStep *step = &scale->steps[i];

		if (!step->has_marks)
			continue;
		if (within_band(step, mark))
			return i;
		/* steps come best first: the first bound that is reached is the highest */
		if (scale->band_rule != BANDS_STRICT && !beyond && reaches_band(scale, step, mark))
			return i;
		if (!reaches_band(scale, step, mark))
			beyond = false;
	}
	return -1;
}

bool
grade_number_of(const GradeScale *scale, Grade grade, GradeNumber *number)
{
	if (grade.has_number)
	{
		*number = grade.number;
		return true;
	}
	if (grade.step < 0 || !scale->has_range || scale->marks_are_own || !scale->steps[grade.step].has_points)
		return false;
	*number = scale->steps[grade.step].points;
	return true;
}

GradePass
grade_passes(const GradeScale *scale, Grade grade)
{
	GradeNumber number;

	if (scale->has_pass && grade_number_of(scale, grade, &number))
		return grade_number_reaches(scale, number, scale->pass) ? GRADE_PASSES : GRADE_FAILS;
	if (grade.step < 0)
		return GRADE_PASS_UNKNOWN;
	/* a band that begins below the pass mark of this level is no pass for sure */
	if (scale->has_pass && scale->marks_are_own && scale->steps[grade.step].has_marks)
		return grade_number_reaches(
				   scale, scale->lower_better ? scale->steps[grade.step].mark_max : scale->steps[grade.step].mark_min,
				   scale->pass)
				   ? GRADE_PASSES
				   : GRADE_FAILS;
	return scale->steps[grade.step].passing ? GRADE_PASSES : GRADE_FAILS;
}

/* The steps that pass, as indexes, best first. */
static int
passing_steps(const GradeScale *scale, int *indexes)
{
	int n = 0;

	for (int i = 0; i < scale->nsteps; i++)
	{
		Grade grade = {.step = i};

		if (grade_passes(scale, grade) == GRADE_PASSES)
			indexes[n++] = i;
	}
	return n;
}

GradeResult
grade_ends(const GradeScale *scale, GradeNumber *best, GradeNumber *pass)
{
	int passing[GRADE_STEPS_MAX];
	int n;

	if (!scale->has_range)
		return GRADE_NO_NUMBERS;
	*best = scale->lower_better ? scale->min : scale->max;
	if (scale->has_pass)
	{
		*pass = scale->pass;
		return GRADE_OK;
	}
	n = passing_steps(scale, passing);
	/* steps without a number, such as a bare pass, stand aside */
	for (int i = n - 1; i >= 0; i--)
	{
		const GradeStep *step = &scale->steps[passing[i]];

		if (scale->marks_are_own ? step->has_marks : step->has_points)
		{
			*pass = !scale->marks_are_own ? step->points : scale->lower_better ? step->mark_max : step->mark_min;
			return GRADE_OK;
		}
	}
	return GRADE_NO_PASS;
}

/* ---- interpolation ---- */

/* How far down the passing grades a grade stands, counted in grades: letters have no numbers. */
static GradeResult
depth_by_rank(const GradeScale *scale, Grade grade, CreditFraction *depth)
{
	int passing[GRADE_STEPS_MAX];
	int n = passing_steps(scale, passing);

	for (int i = 0; i < n; i++)
		if (passing[i] == grade.step)
		{
			if (n == 1)
				return GRADE_EQUAL_ENDS;
			*depth = credit_fraction(i, n - 1);
			return GRADE_OK;
		}
	return GRADE_OUTSIDE;
}

GradeResult
grade_depth(const GradeScale *scale, Grade grade, CreditFraction *depth, bool *by_rank)
{
	GradeNumber number;
	GradeNumber best;
	GradeNumber pass;
	GradeResult result;

	*by_rank = !grade_number_of(scale, grade, &number) || !scale->has_range;
	if (*by_rank)
		return grade.step < 0 ? GRADE_NO_NUMBERS : depth_by_rank(scale, grade, depth);
	result = grade_ends(scale, &best, &pass);
	if (result != GRADE_OK)
		return result;
	if (best == pass)
		return GRADE_EQUAL_ENDS;
	if (!grade_number_reaches(scale, best, number) || !grade_number_reaches(scale, number, pass))
		return GRADE_OUTSIDE;
	*depth = credit_fraction(best - number, best - pass);
	return GRADE_OK;
}

GradeResult
grade_at_depth(const GradeScale *scale, CreditFraction depth, CreditFraction *number)
{
	GradeNumber best;
	GradeNumber pass;
	CreditFraction fall;
	GradeResult result = grade_ends(scale, &best, &pass);

	if (result != GRADE_OK)
		return result;
	if (best == pass)
		return GRADE_EQUAL_ENDS;
	if (!credit_fraction_multiply(depth, credit_fraction(best - pass, GRADE_UNIT), &fall) ||
		!grade_fraction_subtract(grade_fraction(best), fall, number))
		return GRADE_TOO_LONG;
	return GRADE_OK;
}

/* The distance of a number from a point; one that is too long to compute counts as infinitely far. */
static CreditFraction
distance(CreditFraction number, GradeNumber point)
{
	CreditFraction d;

	if (!grade_fraction_subtract(number, grade_fraction(point), &d))
		return (CreditFraction){INT64_MAX, 1};
	if (d.num < 0)
		d.num = -d.num;
	return d;
}

int
grade_nearest_step(const GradeScale *scale, CreditFraction number, bool better)
{
	int passing[GRADE_STEPS_MAX];
	int n = passing_steps(scale, passing);
	int nearest = -1;
	CreditFraction least = {0, 1};

	/* best first, so that an equal distance leaves the better one */
	for (int i = 0; i < n; i++)
	{
		const GradeStep *step = &scale->steps[passing[i]];
		CreditFraction d;
		int order;

		if (!step->has_points)
			continue;
		order = grade_fraction_compare(grade_fraction(step->points), number);
		if (better && nearest >= 0 && (scale->lower_better ? order > 0 : order < 0))
			continue;
		d = distance(number, step->points);
		if (nearest < 0 || grade_fraction_compare(d, least) < 0)
		{
			nearest = passing[i];
			least = d;
		}
	}
	return nearest;
}

/* ---- distributions ---- */

int64_t
grade_total(const int64_t *counts, int n)
{
	int64_t total = 0;

	for (int i = 0; i < n; i++)
		if (counts[i] < 0 || __builtin_add_overflow(total, counts[i], &total) || total > INT64_MAX / 4)
			return -1;
	return total;
}

/* The home grade (first with a count) whose interval holds the midpoint (low + high) / 2 of host total N. */
static int
middle_of(const int64_t *home, int nhome, int64_t nhost_total, int128 low_and_high, int64_t home_total)
{
	int64_t reached = 0;

	for (int i = 0; i < nhome; i++)
	{
		reached += home[i];
		/* (low + high) / 2N <= reached / M */
		if (home[i] > 0 && low_and_high * home_total <= (int128) 2 * reached * nhost_total)
			return i;
	}
	return -1;
}

bool
grade_overlap(const int64_t *host, int nhost, int grade, const int64_t *home, int nhome, GradeOverlap *overlap)
{
	int64_t n = grade_total(host, nhost);
	int64_t m = grade_total(home, nhome);
	int128 low;
	int128 high;
	int64_t reached = 0;
	int128 widest = 0;

	memset(overlap, 0, sizeof(*overlap));
	overlap->best = overlap->worst = overlap->widest = overlap->middle = -1;
	if (n <= 0 || m <= 0)
		return false;
	low = grade_total(host, grade);
	high = low + host[grade];
	overlap->empty = host[grade] == 0;
	overlap->middle = middle_of(home, nhome, n, low + high, m);
	/* in units of 1 / (n m) */
	for (int i = 0; i < nhome; i++)
	{
		int128 from = (int128) reached * n;
		int128 to = (int128) (reached += home[i]) * n;
		int128 width = (to < high * m ? to : high * m) - (from > low * m ? from : low * m);

		if (width <= 0)
			continue;
		overlap->holds[i] = true;
		overlap->worst = i;
		if (overlap->best < 0)
			overlap->best = i;
		if (width == widest)
			overlap->tie = true;
		if (width > widest)
		{
			widest = width;
			overlap->widest = i;
			overlap->tie = false;
		}
	}
	return true;
}

/* ---- formulas ---- */

bool
grade_piece_holds(const GradePiece *piece, GradeNumber x)
{
	return (piece->low_inclusive ? x >= piece->low : x > piece->low) &&
		   (piece->high_inclusive ? x <= piece->high : x < piece->high);
}

GradeResult
grade_piece_value(const GradePiece *piece, GradeNumber x, CreditFraction *value)
{
	int128 unit = GRADE_UNIT;
	int128 square;
	int128 sum;

	/* c in millionths, x in millionths, x^2 in their squares: the sum in cubes of millionths */
	if (__builtin_mul_overflow((int128) piece->c2 * x, (int128) x, &square) ||
		__builtin_add_overflow(square, (int128) piece->c1 * x * unit, &sum) ||
		__builtin_add_overflow(sum, (int128) piece->c0 * unit * unit, &sum))
		return GRADE_TOO_LONG;
	return narrow(sum, (int128) piece->over * unit * unit, value) ? GRADE_OK : GRADE_TOO_LONG;
}
