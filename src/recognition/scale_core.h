/*
 * recognition/scale_core.h: what a grading scale is, and the arithmetic of grade equivalence.
 *
 * The numbers of a scale (points, marks, pass marks) are decimals with at most
 * six places, held as whole millionths.  Everything computed from them is an
 * exact fraction until one last, named rounding.
 *
 * Nothing here needs PostgreSQL: no allocation, no global state, no locale.
 */
#ifndef SCALE_CORE_H
#define SCALE_CORE_H

#include "credit/core.h"

/* In millionths of a point or mark. */
typedef int64_t GradeNumber;

#define GRADE_UNIT INT64_C(1000000)
#define GRADE_NUMBER_MAX (INT64_C(1000000) * GRADE_UNIT) /* points and marks lie within +- this */
#define GRADE_STEPS_MAX 64								 /* grades of one scale */
#define GRADE_COUNTS_MAX 256							 /* grades of one distribution */
#define GRADE_NUMBER_TEXT 24							 /* bytes of the longest decimal, with the NUL */

/* How a mark that lies between two printed bands is read (89.5 between 85-89 and 90-94). */
typedef enum GradeBandRule
{
	BANDS_THRESHOLD, /* the lower bounds are thresholds: the highest that the mark reaches */
	BANDS_ROUND,	 /* the mark is rounded half up to a whole one first */
	BANDS_STRICT	 /* such a mark has no grade */
} GradeBandRule;

typedef enum GradePass
{
	GRADE_FAILS,
	GRADE_PASSES,
	GRADE_PASS_UNKNOWN /* the scale says nothing of passing */
} GradePass;

/* One grade of a scale. */
typedef struct GradeStep
{
	const char *label;
	bool passing;
	bool has_points;
	GradeNumber points;
	bool has_marks; /* the band of marks that get this grade */
	GradeNumber mark_min;
	GradeNumber mark_max;
} GradeStep;

/* A scale as it is on one date, at one level. */
typedef struct GradeScale
{
	const char *code;
	bool lower_better;
	bool labels_only;	/* letters and pass/fail: only the listed grades are grades */
	bool marks_are_own; /* min to max are marks, as are the bands; else they are points, and the bands per cent */
	bool has_range;		/* the numbers of the scale go from min to max */
	GradeNumber min;
	GradeNumber max;
	bool has_pass; /* the number that just passes, where it is not for the steps to say */
	GradeNumber pass;
	GradeNumber step; /* numbers are multiples of it; 0: any */
	GradeBandRule band_rule;
	int nsteps;
	const GradeStep *steps; /* best first */
} GradeScale;

/* A grade on a scale: a listed one, a number, or both. */
typedef struct Grade
{
	int step; /* -1: none of the listed ones */
	bool has_number;
	GradeNumber number; /* points or marks, as the scale has them */
} Grade;

typedef enum GradeResult
{
	GRADE_OK,
	GRADE_NO_NUMBERS, /* the scale has no numbers to compute with */
	GRADE_NO_PASS,	  /* the scale does not say what passes */
	GRADE_EQUAL_ENDS, /* the best grade is the lowest pass: nothing to divide by */
	GRADE_OUTSIDE,	  /* not between the lowest pass and the best grade */
	GRADE_TOO_LONG	  /* not computable in 63 bits */
} GradeResult;

/* ---- numbers ---- */

/* "87", "3.67", "-0.5": the shortest decimal, into GRADE_NUMBER_TEXT bytes; returns its length. */
extern int grade_number_format(GradeNumber number, char *text);

/* A decimal with a point; false if it is none, has more than six places that say something or is too large. */
extern bool grade_number_parse(const char *text, size_t len, GradeNumber *number);

/* The exact fraction of a number, and the nearest multiple of 'step' (> 0) of a fraction; false if out of range. */
extern CreditFraction grade_fraction(GradeNumber number);
extern bool grade_round(CreditFraction value, GradeNumber step, CreditRounding mode, GradeNumber *number);

/* a - b, a + b in lowest terms; false if too long. */
extern bool grade_fraction_subtract(CreditFraction a, CreditFraction b, CreditFraction *difference);
extern bool grade_fraction_add(CreditFraction a, CreditFraction b, CreditFraction *sum);

/* Three-way comparison. */
extern int grade_fraction_compare(CreditFraction a, CreditFraction b);

/* ---- scales ---- */

/* Is a at least as good as b on this scale? */
extern bool grade_number_reaches(const GradeScale *scale, GradeNumber a, GradeNumber b);

/* The step whose band holds the mark under the scale's rule; -1 if there is none. */
extern int grade_step_of_mark(const GradeScale *scale, GradeNumber mark);

extern GradePass grade_passes(const GradeScale *scale, Grade grade);

/* The number of a grade: its own, else the points of its step where those are the scale's numbers. */
extern bool grade_number_of(const GradeScale *scale, Grade grade, GradeNumber *number);

/* Best number and lowest passing number of the scale. */
extern GradeResult grade_ends(const GradeScale *scale, GradeNumber *best, GradeNumber *pass);

/* ---- interpolation (B1, B2) ---- */

/*
 * The share of the way from the best grade (0) down to the lowest pass (1) at
 * which a passing grade stands.  With numbers where the grade has one, else
 * by rank among the grades; *by_rank says which.
 */
extern GradeResult grade_depth(const GradeScale *scale, Grade grade, CreditFraction *depth, bool *by_rank);

/* The number at that share of the way on another scale. */
extern GradeResult grade_at_depth(const GradeScale *scale, CreditFraction depth, CreditFraction *number);

/*
 * The passing step with points nearest to the number, an exact midpoint going
 * to the better; or, with 'better', the nearest that is not worse.  -1: none.
 */
extern int grade_nearest_step(const GradeScale *scale, CreditFraction number, bool better);

/* ---- distributions (B3) ---- */

/* Where a host grade falls among the home grades; indexes are positions in the home counts, -1: none. */
typedef struct GradeOverlap
{
	bool empty; /* the host grade was never awarded: its interval is empty */
	bool tie;	/* two home grades share the widest overlap */
	int best;	/* the first and the last that overlap */
	int worst;
	int widest;					  /* the one that overlaps most, of equals the better */
	int middle;					  /* the one that holds the midpoint; the best awarded one where that is 0 */
	bool holds[GRADE_COUNTS_MAX]; /* which ones overlap */
} GradeOverlap;

/*
 * Counts are of at most GRADE_COUNTS_MAX passing grades, best first; each total is at least 1 and fits
 * in 62 bits.  False if a count is negative, a total is 0 or does not fit.
 */
extern bool grade_overlap(const int64_t *host, int nhost, int grade, const int64_t *home, int nhome,
						  GradeOverlap *overlap);

/* The sum; -1 if a count is negative or the sum does not fit in 62 bits. */
extern int64_t grade_total(const int64_t *counts, int n);

/* ---- formulas (B6) ---- */

/* (c0 + c1 x + c2 x^2) / over, on low to high. */
typedef struct GradePiece
{
	GradeNumber low;
	GradeNumber high;
	bool low_inclusive;
	bool high_inclusive;
	GradeNumber c0;
	GradeNumber c1;
	GradeNumber c2;
	GradeNumber over; /* > 0 */
} GradePiece;

extern bool grade_piece_holds(const GradePiece *piece, GradeNumber x);
extern GradeResult grade_piece_value(const GradePiece *piece, GradeNumber x, CreditFraction *value);

#endif /* SCALE_CORE_H */
