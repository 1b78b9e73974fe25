/*
 * Fuzz target: whatever grade_parse_text reads is a grade of the scale, strict
 * readings hold leniently too, and a grade written down reads back as itself.
 */
#include <stdlib.h>
#include <string.h>

#include "recognition/parse_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define U GRADE_UNIT

static const GradeStep steps[] = {{"A", true, true, 4 * U, true, 90 * U, 100 * U},
								  {"B+", true, true, 3330000, true, 80 * U, 89 * U},
								  {"отлично", true, true, 1 * U, true, 50 * U, 79 * U},
								  {"F", false, true, 0, true, 0, 49 * U}};
static const GradeScale scales[] = {
	{.code = "L", .labels_only = true, .has_range = true, .max = 4 * U, .nsteps = 4, .steps = steps},
	{.code = "M",
	 .marks_are_own = true,
	 .has_range = true,
	 .max = 100 * U,
	 .has_pass = true,
	 .pass = 50 * U,
	 .nsteps = 4,
	 .steps = steps},
	{.code = "N", .lower_better = true, .has_range = true, .min = U, .max = 5 * U, .step = U / 10},
	{.code = "W", .labels_only = true, .nsteps = 4, .steps = steps}};

static void
demand(bool holds)
{
	if (!holds)
		abort();
}

static void
demand_grade(const GradeScale *scale, Grade grade)
{
	demand(grade.step >= -1 && grade.step < scale->nsteps);
	demand(grade.step >= 0 || grade.has_number);
	demand(!scale->labels_only || grade.step >= 0);
	if (grade.has_number)
		demand(scale->has_range && grade.number >= scale->min && grade.number <= scale->max &&
			   (scale->step == 0 || grade.number % scale->step == 0));
	(void) grade_passes(scale, grade);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint32_t chars[4][GRADE_TEXT_CHARS];
	GradeForm forms[4];

	for (int i = 0; i < 4; i++)
	{
		forms[i].n = grade_fold(steps[i].label, strlen(steps[i].label), chars[i]);
		forms[i].chars = chars[i];
		forms[i].step = i;
	}
	for (int i = 0; i < 4; i++)
	{
		const GradeScale *scale = &scales[i];
		int n = scale->nsteps;
		GradeReading strict;
		GradeReading lenient;

		grade_parse_text((const char *) data, size, scale, forms, n, false, &strict);
		grade_parse_text((const char *) data, size, scale, forms, n, true, &lenient);
		demand(strict.repairs == 0 && strict.ncandidates >= 0 && strict.ncandidates <= GRADE_CANDIDATES);
		for (int c = 0; c < lenient.ncandidates; c++)
			demand_grade(scale, lenient.candidates[c]);
		demand((strict.status == GRADE_PARSED) == (strict.ncandidates == 1 && strict.status != GRADE_MULTIPLE));
		if (strict.status == GRADE_PARSED)
		{
			char text[GRADE_NUMBER_TEXT];
			GradeReading back;

			demand_grade(scale, strict.grade);
			demand(lenient.status == GRADE_PARSED && lenient.grade.step == strict.grade.step && lenient.repairs == 0);
			if (scale->marks_are_own && strict.grade.has_number && strict.grade.number > 5 * U)
			{
				grade_parse_text(text, (size_t) grade_number_format(strict.grade.number, text), scale, forms, n, false,
								 &back);
				demand(back.status == GRADE_PARSED && back.grade.number == strict.grade.number);
			}
		}
	}
	return 0;
}
