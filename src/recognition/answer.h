/*
 * recognition/answer.h: one grade in another scale: the methods, what each gives, and why.
 */
#ifndef SOCU_GRADE_ANSWER_H
#define SOCU_GRADE_ANSWER_H

#include "recognition/scale.h"

#include "nodes/pg_list.h"

typedef enum GradeMethod
{
	METHOD_TABLE,		   /* a published table, or the bands of a scale of marks */
	METHOD_BAVARIAN,	   /* 1 to 4 by the modified Bavarian formula, cut to one decimal */
	METHOD_BAVARIAN_ROUND, /* the same, rounded half up */
	METHOD_PASS_RANGE,	   /* the same share of the way from the best grade to the lowest pass */
	METHOD_DISTRIBUTION,   /* the same place among those who passed */
	METHOD_FORMULA		   /* the closed formula of a named authority */
} GradeMethod;

#define GRADE_METHODS 6

/* How often each grade was awarded; from a value of type grade_counts. */
typedef struct GradeCounts
{
	int n;
	Grade grades[GRADE_COUNTS_MAX]; /* passing ones, best first */
	int64 counts[GRADE_COUNTS_MAX];
	int64 total;
	int64 fails; /* left out */
} GradeCounts;

typedef struct GradeQuestion
{
	ScaleView *from;
	ScaleView *to;
	DateADT on_date;
	const char *policy; /* NULL: the method's own */
	const GradeCounts *host;
	const GradeCounts *home;
	int64 minimum; /* the smallest reference group that counts */
} GradeQuestion;

typedef struct GradeAnswer
{
	GradeMethod method;
	bool has_grade; /* false: a fail of a scale with several, or an interval */
	Grade grade;
	char *grade_text; /* NULL where !has_grade */
	bool has_points;
	CreditFraction points;
	bool has_ends; /* what the method gives before the choice or the rounding */
	CreditFraction low;
	CreditFraction high;
	char *rule;		/* the computation in words */
	List *warnings; /* of char *: "word: sentence" */
	GradePass passing;
	const char *source;
	const char *confidence;
} GradeAnswer;

/* -1 for NULL; ERROR 22023 for a name that is no method. */
extern int grade_method_required(const char *name);
extern const char *grade_method_name(GradeMethod method);

/*
 * A grade_counts value as counts of a scale: 'view', or where that is NULL its
 * own scale on a date, which is *found.  Errors 22004, 22023, 22003; 'which'
 * names the argument.
 */
extern const GradeCounts *grade_counts_argument(Datum value, ScaleView *view, const char *level, DateADT on_date,
												const char *which, ScaleView **found);

/*
 * What a method gives for a grade, palloc'ed; NULL, and *why as a sentence, if
 * it gives nothing.
 */
extern GradeAnswer *grade_answer(const GradeQuestion *question, Grade grade, GradeMethod method, char **why);

/* The names of the formulas that there are, for a list of them: distinct, at most 'max'. */
extern int grade_formula_names(const GradeQuestion *question, const char **names, int max);

#endif /* SOCU_GRADE_ANSWER_H */
