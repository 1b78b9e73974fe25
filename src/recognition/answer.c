/*
 * recognition/answer.c: see recognition/answer.h.
 */
#include "recognition/answer.h"

#include "catalog/pg_type.h"
#include "common/int.h"
#include "executor/executor.h"
#include "credit/type.h"
#include "utils/array.h"
#include "utils/builtins.h"

static const char *const method_names[GRADE_METHODS] = {"table",	  "bavarian",	  "bavarian_round",
														"pass_range", "distribution", "formula"};

const char *
grade_method_name(GradeMethod method)
{
	return method_names[method];
}

int
grade_method_required(const char *name)
{
	if (name == NULL)
		return -1;
	for (int i = 0; i < GRADE_METHODS; i++)
		if (strcmp(name, method_names[i]) == 0)
			return i;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown method \"%s\"", socu_clip(name, -1)),
					errhint("The methods are table, bavarian, bavarian_round, pass_range, distribution and formula.")));
}

/* ---- making answers ---- */

/* An answer without a grade; its confidence is the best one until a weaker row is used. */
static GradeAnswer *
new_answer(GradeMethod method)
{
	GradeAnswer *answer = palloc0(sizeof(GradeAnswer));

	answer->method = method;
	answer->confidence = "found";
	answer->passing = GRADE_PASS_UNKNOWN;
	return answer;
}

/* Adds a warning behind the earlier ones. */
static void
warn(GradeAnswer *answer, char *warning)
{
	answer->warnings = lappend(answer->warnings, warning);
}

/* The lower and the upper end of the answer, given in either order. */
static void
set_ends(GradeAnswer *answer, CreditFraction a, CreditFraction b)
{
	bool in_order = grade_fraction_compare(a, b) <= 0;

	answer->has_ends = true;
	answer->low = in_order ? a : b;
	answer->high = in_order ? b : a;
}

/* Puts a grade into the answer, with its text, its points and whether it passes. */
static void
set_grade(GradeAnswer *answer, const ScaleView *to, Grade grade)
{
	GradeNumber number;

	answer->has_grade = true;
	answer->grade = grade;
	answer->grade_text = grade_text(&to->scale, grade);
	answer->passing = grade_passes(&to->scale, grade);
	answer->has_points = true;
	if (grade_number_of(&to->scale, grade, &number))
		answer->points = grade_fraction(number);
	else if (grade.step >= 0 && to->scale.steps[grade.step].has_points)
		answer->points = grade_fraction(to->scale.steps[grade.step].points);
	else
		answer->has_points = false;
}

/* The listed grade at this place of its scale, with its number if it has one. */
static Grade
step_grade(const GradeScale *scale, int step)
{
	Grade grade = {.step = step};

	grade.has_number = grade_number_of(scale, grade, &grade.number);
	return grade;
}

/* A number as a grade: the step with those points or that band where there is one. */
static Grade
number_grade(const GradeScale *scale, GradeNumber number)
{
	Grade grade = {.step = -1, .has_number = true, .number = number};

	if (scale->marks_are_own)
		grade.step = grade_step_of_mark(scale, number);
	else
		for (int i = scale->nsteps - 1; i >= 0; i--)
			if (scale->steps[i].has_points && scale->steps[i].points == number)
				grade.step = i;
	return grade;
}

/* An answer is as sure as its least sure row. */
static const char *
weaker(const char *a, const char *b)
{
	static const char *const order[] = {"uncertain", "known", "found"};

	for (int i = 0; i < 3; i++)
		if (strcmp(a, order[i]) == 0 || strcmp(b, order[i]) == 0)
			return order[i];
	return a;
}

/* The answer rests on one more row: its source is named once, its confidence counts if it is the weakest. */
static void
rest_on(GradeAnswer *answer, const char *source, const char *confidence)
{
	if (answer->source == NULL)
		answer->source = source;
	else if (source != NULL && strcmp(answer->source, source) != 0)
		answer->source = psprintf("%s ; %s", answer->source, source);
	if (confidence != NULL)
		answer->confidence = weaker(answer->confidence, confidence);
}

/* A fail maps to the fail of the other scale, whatever the method. */
static GradeAnswer *
fail_answer(const GradeQuestion *q, GradeMethod method)
{
	GradeAnswer *answer = new_answer(method);
	const GradeScale *to = &q->to->scale;
	int only = -1;
	int fails = 0;

	for (int i = 0; i < to->nsteps; i++)
		if (grade_passes(to, step_grade(to, i)) == GRADE_FAILS)
		{
			only = i;
			fails++;
		}
	if (fails == 1)
		set_grade(answer, q->to, step_grade(to, only));
	else
		warn(answer, fails == 0
						 ? psprintf("fail: scale %s lists no failing grade", to->code)
						 : psprintf("fail: scale %s has %d failing grades, and no rule chooses", to->code, fails));
	answer->passing = GRADE_FAILS;
	answer->rule = pstrdup("a fail is a fail, and is not computed");
	rest_on(answer, q->to->source, q->to->confidence);
	return answer;
}

/* ---- table ---- */

/* NULL and *why where a failing grade would pass; a warning where a passing one would fail. */
static GradeAnswer *
checked(const GradeQuestion *q, Grade grade, GradeAnswer *answer, char **why)
{
	if (grade_passes(&q->from->scale, grade) == GRADE_FAILS && answer->passing == GRADE_PASSES)
	{
		*why = psprintf("%s fails on scale %s, but would pass as %s on scale %s", grade_text(&q->from->scale, grade),
						q->from->scale.code, answer->grade_text, q->to->scale.code);
		return NULL;
	}
	if (grade_passes(&q->from->scale, grade) == GRADE_PASSES && answer->passing == GRADE_FAILS)
		warn(answer, psprintf("fail: %s passes on scale %s", grade_text(&q->from->scale, grade), q->from->scale.code));
	return answer;
}

/* The answer between a scale and itself: the same grade. */
static GradeAnswer *
same_scale(const GradeQuestion *q, Grade grade)
{
	GradeAnswer *answer = new_answer(METHOD_TABLE);

	set_grade(answer, q->to, grade);
	if (answer->has_points)
		set_ends(answer, answer->points, answer->points);
	answer->rule = pstrdup("the same scale");
	answer->source = "identity";
	return answer;
}

/* From a mark to the grade whose band holds it. */
static GradeAnswer *
mark_to_band(const GradeQuestion *q, Grade grade, char **why)
{
	GradeAnswer *answer;
	int step;

	if (!grade.has_number)
	{
		*why = psprintf("%s stands for a band of marks, not for one", grade_text(&q->from->scale, grade));
		return NULL;
	}
	step = grade_step_of_mark(&q->to->scale, grade.number);
	if (step < 0)
	{
		*why = psprintf("no band of scale %s holds a mark of %s", q->to->scale.code, grade_number_text(grade.number));
		return NULL;
	}
	answer = new_answer(METHOD_TABLE);
	set_grade(answer, q->to, step_grade(&q->to->scale, step));
	if (answer->has_points)
		set_ends(answer, answer->points, answer->points);
	answer->rule = psprintf("%s is in the band %s to %s", grade_number_text(grade.number),
							grade_number_text(q->to->scale.steps[step].mark_min),
							grade_number_text(q->to->scale.steps[step].mark_max));
	rest_on(answer, q->to->step_source, q->to->step_confidence);
	return checked(q, grade, answer, why);
}

/* From a grade to the marks of its band: an interval, unless the band is one mark. */
static GradeAnswer *
band_to_marks(const GradeQuestion *q, Grade grade, char **why)
{
	const GradeStep *step = &q->from->scale.steps[Max(grade.step, 0)];
	GradeAnswer *answer;

	if (grade.step < 0 || !step->has_marks)
	{
		*why = psprintf("%s has no band of marks", grade_text(&q->from->scale, grade));
		return NULL;
	}
	answer = new_answer(METHOD_TABLE);
	set_ends(answer, grade_fraction(step->mark_min), grade_fraction(step->mark_max));
	if (step->mark_min == step->mark_max)
		set_grade(answer, q->to, number_grade(&q->to->scale, step->mark_min));
	else
	{
		warn(answer, psprintf("interval: any mark from %s to %s", grade_number_text(step->mark_min),
							  grade_number_text(step->mark_max)));
		answer->passing = grade_passes(&q->from->scale, grade);
	}
	answer->rule = psprintf("the band of %s", step->label);
	rest_on(answer, q->from->step_source, q->from->step_confidence);
	return checked(q, grade, answer, why);
}

/* The answer of a published table; NULL and *why if the table has no row for the grade. */
static GradeAnswer *
by_rows(const GradeQuestion *q, const TableRule **rows, int n, Grade grade, char **why)
{
	const char *label = grade.step >= 0 ? q->from->scale.steps[grade.step].label : "";

	for (int i = 0; i < n; i++)
	{
		GradeAnswer *answer;
		int step;

		if (strcmp(rows[i]->from_grade, label) != 0)
			continue;
		step = scale_step_of_label(&q->to->scale, rows[i]->to_grade);
		if (step < 0)
		{
			*why = psprintf("the table gives %s, which is no grade of scale %s", rows[i]->to_grade, q->to->scale.code);
			return NULL;
		}
		answer = new_answer(METHOD_TABLE);
		set_grade(answer, q->to, step_grade(&q->to->scale, step));
		if (answer->has_points)
			set_ends(answer, answer->points, answer->points);
		answer->rule = psprintf("%s: %s to %s by the published table", label, q->from->scale.code, q->to->scale.code);
		rest_on(answer, rows[i]->source, rows[i]->confidence);
		return checked(q, grade, answer, why);
	}
	*why = psprintf("the published table has no row for %s", grade_text(&q->from->scale, grade));
	return NULL;
}

/* The answer that is published: rows of a table before bands of marks. NULL and *why if there is neither. */
static GradeAnswer *
answer_table(const GradeQuestion *q, Grade grade, char **why)
{
	const TableRule **rows;
	int n;

	if (strcmp(q->from->scale.code, q->to->scale.code) == 0)
		return same_scale(q, grade);
	rows = table_rules(q->from->scale.code, q->to->scale.code, q->on_date, &n);
	if (n > 0)
		return by_rows(q, rows, n, grade, why);
	if (q->to->mark_scale != NULL && strcmp(q->to->mark_scale, q->from->scale.code) == 0)
		return mark_to_band(q, grade, why);
	if (q->from->mark_scale != NULL && strcmp(q->from->mark_scale, q->to->scale.code) == 0)
		return band_to_marks(q, grade, why);
	*why = pstrdup("no table is published in this direction");
	return NULL;
}

/* ---- interpolation ---- */

/* Can the grade be computed with? A bare pass cannot: it has no points on a scale with points. */
static bool
is_graded(const GradeScale *scale, Grade grade)
{
	if (scale->marks_are_own || grade.step < 0 || grade.has_number)
		return true;
	for (int i = 0; i < scale->nsteps; i++)
		if (scale->steps[i].has_points)
			return false;
	return true;
}

/* True, with *why, for a pass that has no grade: no method computes with it. */
static bool
bare_pass(const GradeScale *scale, Grade grade, char **why)
{
	if (is_graded(scale, grade))
		return false;
	*why = psprintf("%s is a pass without a grade", grade_text(scale, grade));
	return true;
}

/* Why the core could not compute, in words. */
static char *
result_sentence(GradeResult result, const GradeScale *scale)
{
	switch (result)
	{
		case GRADE_NO_NUMBERS:
			return psprintf("scale %s has no numbers to compute with", scale->code);
		case GRADE_NO_PASS:
			return psprintf("scale %s does not say what passes", scale->code);
		case GRADE_EQUAL_ENDS:
			return psprintf("the best grade of scale %s is its lowest pass", scale->code);
		case GRADE_OUTSIDE:
			return psprintf("the grade is not between the best one of scale %s and its lowest pass", scale->code);
		default:
			return pstrdup("the numbers are too long to compute with exactly");
	}
}

typedef enum Landing
{
	LAND_CUT,
	LAND_ROUND,
	LAND_GRID_BETTER,
	LAND_GRID_NEAREST,
	LAND_EXACT
} Landing;

/* How a computed number becomes a grade, by the word of the policy; -1 if the word is none. */
static int
landing_of(const GradeQuestion *q, GradeMethod method)
{
	static const char *const words[] = {"cut", "round", "grid_better", "grid_nearest", "exact"};
	const GradeScale *to = &q->to->scale;
	bool grid = false;

	for (int i = 0; q->policy != NULL && i < 5; i++)
		if (strcmp(q->policy, words[i]) == 0)
			return i;
	if (q->policy != NULL)
		return -1;
	if (method == METHOD_BAVARIAN)
		return LAND_CUT;
	if (method == METHOD_BAVARIAN_ROUND)
		return LAND_ROUND;
	for (int i = 0; i < to->nsteps; i++)
		grid |= to->steps[i].has_points && !to->marks_are_own;
	return grid ? LAND_GRID_NEAREST : to->step > 0 ? LAND_ROUND : LAND_EXACT;
}

/* From the exact number to a grade of the scale; NULL and *why if there is none. */
static GradeAnswer *
land(const GradeQuestion *q, GradeMethod method, CreditFraction value, char **why)
{
	const GradeScale *to = &q->to->scale;
	int landing = landing_of(q, method);
	GradeNumber step = method == METHOD_PASS_RANGE ? to->step : GRADE_UNIT / 10;
	GradeAnswer *answer = new_answer(method);
	GradeNumber number;
	int nearest;

	if (landing < 0)
	{
		*why = psprintf("unknown policy \"%s\": a computed grade is cut, round, grid_better, grid_nearest or exact",
						socu_clip(q->policy, -1));
		return NULL;
	}
	set_ends(answer, value, value);
	if (landing == LAND_GRID_BETTER || landing == LAND_GRID_NEAREST)
	{
		nearest = grade_nearest_step(to, value, landing == LAND_GRID_BETTER);
		if (nearest < 0)
		{
			*why = psprintf("scale %s lists no grades with points", to->code);
			return NULL;
		}
		set_grade(answer, q->to, step_grade(to, nearest));
		answer->rule = landing == LAND_GRID_BETTER ? "the next listed grade that is not worse"
												   : "the nearest listed grade, of two the better";
		return answer;
	}
	if (to->labels_only || (landing != LAND_EXACT && step == 0))
	{
		*why = psprintf("scale %s has no numbers to round to: choose grid_nearest or grid_better", to->code);
		return NULL;
	}
	if (!grade_round(value, landing == LAND_EXACT ? 1 : step, landing == LAND_CUT ? CREDIT_TRUNCATE : CREDIT_HALF_UP,
					 &number))
	{
		*why = pstrdup("the number is out of range");
		return NULL;
	}
	set_grade(answer, q->to, number_grade(to, number));
	if (landing == LAND_EXACT && grade_fraction_compare(value, grade_fraction(number)) != 0)
		warn(answer, psprintf("rounded: %s has no end; six decimals", credit_fraction_text(value)));
	answer->rule = landing == LAND_EXACT ? "not rounded" : landing == LAND_CUT ? "cut" : "rounded half up";
	return answer;
}

/* bavarian, bavarian_round and pass_range; NULL and *why where they do not apply. */
static GradeAnswer *
answer_interpolated(const GradeQuestion *q, Grade grade, GradeMethod method, char **why)
{
	const GradeScale *from = &q->from->scale;
	GradeNumber best;
	GradeNumber pass;
	CreditFraction depth;
	CreditFraction value;
	bool by_rank;
	GradeAnswer *answer;
	GradeResult result = grade_ends(&q->to->scale, &best, &pass);

	if (result == GRADE_OK && method != METHOD_PASS_RANGE && (best != GRADE_UNIT || pass != 4 * GRADE_UNIT))
	{
		*why = psprintf("the formula gives grades from 1 to 4, and scale %s goes from %s to %s", q->to->scale.code,
						grade_number_text(best), grade_number_text(pass));
		return NULL;
	}
	if (result == GRADE_OK && grade_passes(from, grade) == GRADE_FAILS)
		return fail_answer(q, method);
	if (bare_pass(from, grade, why))
		return NULL;
	if (result == GRADE_OK)
	{
		result = grade_depth(from, grade, &depth, &by_rank);
		if (result != GRADE_OK)
		{
			*why = result_sentence(result, from);
			return NULL;
		}
		result = grade_at_depth(&q->to->scale, depth, &value);
	}
	if (result != GRADE_OK)
	{
		*why = result_sentence(result, &q->to->scale);
		return NULL;
	}
	answer = land(q, method, value, why);
	if (answer == NULL)
		return NULL;
	answer->rule = psprintf("%s of the way from the best grade of %s to its lowest pass is %s between %s and %s; %s",
							credit_fraction_text(depth), from->code, credit_fraction_text(value),
							grade_number_text(best), grade_number_text(pass), answer->rule);
	if (by_rank)
		warn(answer,
			 psprintf("ranks: scale %s gives no number for the grade, its place among the passing ones was used",
					  from->code));
	rest_on(answer, q->from->source, q->from->confidence);
	rest_on(answer, q->to->source, q->to->confidence);
	return answer;
}

/* ---- distributions ---- */

/* -1, 0, 1: is a better than, the same as, worse than b? */
static int
compare_grades(const GradeScale *scale, Grade a, Grade b)
{
	GradeNumber x;
	GradeNumber y;

	if (grade_number_of(scale, a, &x) && grade_number_of(scale, b, &y) && x != y)
		return grade_number_reaches(scale, x, y) ? -1 : 1;
	if (a.step >= 0 && b.step >= 0 && a.step != b.step)
		return a.step < b.step ? -1 : 1;
	return 0;
}

/* The place of the grade among the counted ones; if it is not there, where it belongs, as -1 - place. */
static int
place_of(const GradeScale *scale, const GradeCounts *counts, Grade grade)
{
	int i;

	for (i = 0; i < counts->n; i++)
	{
		int order = compare_grades(scale, grade, counts->grades[i]);

		if (order == 0)
			return i;
		if (order < 0)
			break;
	}
	return -1 - i;
}

/* Puts a count among the others at its place: grades stand best first. */
static void
insert_count(GradeCounts *counts, int place, Grade grade, int64 count)
{
	if (counts->n == GRADE_COUNTS_MAX)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a distribution can hold at most %d grades", GRADE_COUNTS_MAX)));
	memmove(&counts->grades[place + 1], &counts->grades[place], (counts->n - place) * sizeof(Grade));
	memmove(&counts->counts[place + 1], &counts->counts[place], (counts->n - place) * sizeof(int64));
	counts->grades[place] = grade;
	counts->counts[place] = count;
	counts->n++;
}

/* Adds the count of a grade; failing grades and bare passes are counted apart. */
static void
add_count(GradeCounts *counts, const ScaleView *view, const char *label, int64 count)
{
	Grade grade = grade_required(view, label, strlen(label));
	int place;

	if (count < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("grade \"%s\" cannot have been awarded %lld times", socu_clip(label, -1), (long long) count)));
	if (grade_passes(&view->scale, grade) == GRADE_FAILS || !is_graded(&view->scale, grade))
	{
		if (pg_add_s64_overflow(counts->fails, count, &counts->fails))
			counts->fails = PG_INT64_MAX;
		return;
	}
	place = place_of(&view->scale, counts, grade);
	if (place < 0)
		insert_count(counts, -1 - place, grade, count);
	else if (pg_add_s64_overflow(counts->counts[place], count, &counts->counts[place]))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("the distribution is too large")));
}

/* The counts for a scale from the parts of a grade_counts value. */
static GradeCounts *
grade_counts_read(const ScaleView *view, ArrayType *grades, ArrayType *counts)
{
	GradeCounts *result = palloc0(sizeof(GradeCounts));
	Datum *labels;
	Datum *numbers;
	bool *no_label;
	bool *no_number;
	int n;
	int m;

	deconstruct_array(grades, TEXTOID, -1, false, TYPALIGN_INT, &labels, &no_label, &n);
	deconstruct_array(counts, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &numbers, &no_number, &m);
	if (n != m)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("a distribution has %d grades and %d counts", n, m)));
	for (int i = 0; i < n; i++)
	{
		if (no_label[i] || no_number[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
							errmsg("grades and counts of a distribution must not be null")));
		add_count(result, view, TextDatumGetCString(labels[i]), DatumGetInt64(numbers[i]));
	}
	result->total = grade_total(result->counts, result->n);
	if (result->total < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("the distribution is too large")));
	return result;
}

const GradeCounts *
grade_counts_argument(Datum value, ScaleView *view, const char *level, DateADT on_date, const char *which,
					  ScaleView **found)
{
	HeapTupleHeader row = DatumGetHeapTupleHeader(value);
	bool isnull[3];
	Datum scale = GetAttributeByNum(row, 1, &isnull[0]);
	Datum grades = GetAttributeByNum(row, 2, &isnull[1]);
	Datum counts = GetAttributeByNum(row, 3, &isnull[2]);

	if (isnull[0] || isnull[1] || isnull[2])
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s is not complete", which),
						errdetail("A distribution has a scale, grades and counts; grade_distribution_of leaves the "
								  "last two out for a group that is too small.")));
	if (view == NULL)
		view = scale_required(TextDatumGetCString(scale), level, on_date);
	else if (strcmp(TextDatumGetCString(scale), view->scale.code) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s is of scale \"%s\", not of %s", which, socu_clip(TextDatumGetCString(scale), -1),
							   view->scale.code)));
	if (found != NULL)
		*found = view;
	return grade_counts_read(view, DatumGetArrayTypeP(grades), DatumGetArrayTypeP(counts));
}

typedef enum Choice
{
	CHOOSE_BEST,
	CHOOSE_WORST,
	CHOOSE_AVERAGE,
	CHOOSE_MIDPOINT,
	CHOOSE_MAX_OVERLAP
} Choice;

/* The mean of the numbers of the candidates, exact. */
static bool
mean_of(const GradeQuestion *q, const GradeOverlap *overlap, CreditFraction *mean)
{
	int64 sum = 0;
	int n = 0;

	for (int i = 0; i < q->home->n; i++)
	{
		GradeNumber number;

		if (!overlap->holds[i])
			continue;
		if (!grade_number_of(&q->to->scale, q->home->grades[i], &number))
			return false;
		sum += number; /* 256 numbers of 10^12 */
		n++;
	}
	*mean = credit_fraction(sum, n * GRADE_UNIT);
	return true;
}

/* The ends of the candidates as numbers, where they have any. */
static void
candidate_ends(GradeAnswer *answer, const GradeQuestion *q, const GradeOverlap *overlap)
{
	GradeNumber best;
	GradeNumber worst;

	if (overlap->best >= 0 && grade_number_of(&q->to->scale, q->home->grades[overlap->best], &best) &&
		grade_number_of(&q->to->scale, q->home->grades[overlap->worst], &worst))
		set_ends(answer, grade_fraction(best), grade_fraction(worst));
}

/* The policy picks one of the candidates; average takes their mean to the nearest grade. */
static GradeAnswer *
chosen_answer(const GradeQuestion *q, const GradeOverlap *overlap, Choice choice, char **why)
{
	GradeAnswer *answer;
	CreditFraction mean;
	int place = overlap->middle;

	if (choice == CHOOSE_AVERAGE && !overlap->empty)
	{
		GradeQuestion plain = *q;

		if (!mean_of(q, overlap, &mean))
		{
			*why = psprintf("policy average needs numbers, and scale %s has none for its grades", q->to->scale.code);
			return NULL;
		}
		plain.policy = NULL;
		answer = land(&plain, METHOD_PASS_RANGE, mean, why);
		if (answer == NULL)
			return NULL;
		answer->method = METHOD_DISTRIBUTION;
		answer->rule = psprintf("the mean of the candidates is %s; %s", credit_fraction_text(mean), answer->rule);
	}
	else
	{
		if (!overlap->empty)
			place = choice == CHOOSE_BEST		   ? overlap->best
					: choice == CHOOSE_WORST	   ? overlap->worst
					: choice == CHOOSE_MAX_OVERLAP ? overlap->widest
												   : overlap->middle;
		answer = new_answer(METHOD_DISTRIBUTION);
		set_grade(answer, q->to, q->home->grades[place]);
		answer->rule = pstrdup("");
	}
	candidate_ends(answer, q, overlap);
	return answer;
}

/* The share of those who passed that stands above 'place' and down to it: "(1/10, 1/2]". */
static char *
interval_text(const GradeCounts *counts, int place)
{
	int64 above = grade_total(counts->counts, place);

	return psprintf("(%s, %s]", credit_fraction_text(credit_fraction(above, counts->total)),
					credit_fraction_text(credit_fraction(above + counts->counts[place], counts->total)));
}

/* False, with *why, if a reference group is missing or too small. */
static bool
counts_ready(const GradeQuestion *q, char **why)
{
	if (q->host == NULL || q->home == NULL)
		*why = pstrdup("it needs the distributions of both institutions: host_counts and home_counts");
	else if (q->host->total < q->minimum || q->home->total < q->minimum)
		*why = psprintf("a reference group is too small: %lld and %lld passing grades, and at least %lld are asked for",
						(long long) q->host->total, (long long) q->home->total, (long long) q->minimum);
	else if (q->host->total == 0 || q->home->total == 0)
		*why = pstrdup("a reference group has no passing grade");
	else
		return true;
	return false;
}

/* The answer by the place among those who passed; NULL and *why where it does not apply. */
static GradeAnswer *
answer_distribution(const GradeQuestion *q, Grade grade, char **why)
{
	static const char *const words[] = {"best", "worst", "average", "midpoint", "max_overlap"};
	GradeCounts host;
	GradeOverlap overlap;
	GradeAnswer *answer;
	int choice = q->policy == NULL ? CHOOSE_MIDPOINT : -1;
	int place;

	for (int i = 0; i < 5 && q->policy != NULL; i++)
		if (strcmp(q->policy, words[i]) == 0)
			choice = i;
	if (choice < 0)
	{
		*why = psprintf("unknown policy \"%s\": a distribution gives the best, worst, average, midpoint or max_overlap",
						socu_clip(q->policy, -1));
		return NULL;
	}
	if (grade_passes(&q->from->scale, grade) == GRADE_FAILS)
		return fail_answer(q, METHOD_DISTRIBUTION);
	if (bare_pass(&q->from->scale, grade, why))
		return NULL;
	if (!counts_ready(q, why))
		return NULL;
	host = *q->host;
	place = place_of(&q->from->scale, &host, grade);
	if (place < 0)
	{
		place = -1 - place;
		insert_count(&host, place, grade, 0);
	}
	if (!grade_overlap(host.counts, host.n, place, q->home->counts, q->home->n, &overlap))
		elog(ERROR, "a distribution is out of range");
	answer = chosen_answer(q, &overlap, (Choice) choice, why);
	if (answer == NULL)
		return NULL;
	answer->rule =
		psprintf("%s holds %s of those who passed at the host; policy %s%s%s", grade_text(&q->from->scale, grade),
				 interval_text(&host, place), words[choice], answer->rule[0] ? ": " : "", answer->rule);
	if (overlap.empty)
		warn(answer,
			 pstrdup("empty_interval: the grade was never awarded in the reference group; the midpoint was used"));
	if (overlap.tie && choice == CHOOSE_MAX_OVERLAP)
		warn(answer, pstrdup("tie: two grades overlap equally; the better was taken"));
	answer->source = "the two distributions";
	return answer;
}

/* ---- formulas ---- */

int
grade_formula_names(const GradeQuestion *q, const char **names, int max)
{
	int n;
	int count = 0;
	const FormulaRule **rules = formula_rules(q->from->scale.code, q->to->scale.code, q->on_date, &n);

	for (int i = 0; i < n && count < max; i++)
		if (count == 0 || strcmp(names[count - 1], rules[i]->name) != 0)
			names[count++] = rules[i]->name;
	return count;
}

/* The formula that is meant: the only one, or the one that policy names. */
static const char *
formula_name(const GradeQuestion *q, char **why)
{
	const char *names[16];
	int n = grade_formula_names(q, names, 16);
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < n; i++)
	{
		if (q->policy != NULL ? strcmp(q->policy, names[i]) == 0 : n == 1)
			return names[i];
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	*why = n == 0 ? pstrdup("no authority gives a formula")
				  : psprintf("the formulas are %s: name one as policy", list.data);
	return NULL;
}

/* The value of one piece of a formula, rounded as its row says. */
static GradeAnswer *
by_piece(const GradeQuestion *q, const FormulaRule *rule, Grade grade, GradeNumber x, char **why)
{
	GradeAnswer *answer = new_answer(METHOD_FORMULA);
	GradeNumber step = 1;
	GradeNumber number;
	CreditFraction value;

	for (int i = rule->decimals; i >= 0 && i < 6; i++)
		step *= 10;
	if (grade_piece_value(&rule->piece, x, &value) != GRADE_OK || !grade_round(value, step, rule->mode, &number))
	{
		*why = result_sentence(GRADE_TOO_LONG, &q->to->scale);
		return NULL;
	}
	if (q->to->scale.has_range && (number < q->to->scale.min || number > q->to->scale.max))
	{
		*why = psprintf("formula %s gives %s, which is outside scale %s", rule->name, grade_number_text(number),
						q->to->scale.code);
		return NULL;
	}
	set_ends(answer, value, value);
	set_grade(answer, q->to, number_grade(&q->to->scale, number));
	if (rule->decimals < 0 && grade_fraction_compare(value, grade_fraction(number)) != 0)
		warn(answer, psprintf("rounded: %s has no end; six decimals", credit_fraction_text(value)));
	answer->rule =
		psprintf("formula %s of %s is %s%s%s", rule->name, grade_number_text(x), credit_fraction_text(value),
				 rule->decimals >= 0 ? ", printed " : "", rule->decimals >= 0 ? grade_number_text(number) : "");
	rest_on(answer, rule->source, rule->confidence);
	return checked(q, grade, answer, why);
}

/* The answer of a formula: of its piece that holds for the number. NULL and *why if there is none. */
static GradeAnswer *
answer_formula(const GradeQuestion *q, Grade grade, char **why)
{
	const char *name = formula_name(q, why);
	GradeNumber x;
	int n;
	const FormulaRule **rules;

	if (name == NULL)
		return NULL;
	if (!grade_number_of(&q->from->scale, grade, &x))
	{
		*why = result_sentence(GRADE_NO_NUMBERS, &q->from->scale);
		return NULL;
	}
	rules = formula_rules(q->from->scale.code, q->to->scale.code, q->on_date, &n);
	for (int i = 0; i < n; i++)
		if (strcmp(rules[i]->name, name) == 0 && grade_piece_holds(&rules[i]->piece, x))
			return by_piece(q, rules[i], grade, x, why);
	if (grade_passes(&q->from->scale, grade) == GRADE_FAILS)
		return fail_answer(q, METHOD_FORMULA);
	*why = psprintf("formula %s does not speak of %s", name, grade_number_text(x));
	return NULL;
}

/* ---- all methods ---- */

GradeAnswer *
grade_answer(const GradeQuestion *q, Grade grade, GradeMethod method, char **why)
{
	GradeAnswer *answer = NULL;

	*why = NULL;
	switch (method)
	{
		case METHOD_TABLE:
			answer = answer_table(q, grade, why);
			break;
		case METHOD_BAVARIAN:
		case METHOD_BAVARIAN_ROUND:
		case METHOD_PASS_RANGE:
			answer = answer_interpolated(q, grade, method, why);
			break;
		case METHOD_DISTRIBUTION:
			answer = answer_distribution(q, grade, why);
			break;
		case METHOD_FORMULA:
			answer = answer_formula(q, grade, why);
			break;
	}
	if (answer != NULL && strcmp(answer->confidence, "uncertain") == 0)
		warn(answer, pstrdup("uncertain: a row that this rests on is to be checked in its source"));
	return answer;
}
