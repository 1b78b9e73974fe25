/*
 * recognition/scale.c: see recognition/scale.h.
 */
#include "recognition/scale.h"

#include "credit/type.h"
#include "ground/rows.h"
#include "ground/rulebook.h"
#include "utils/array.h"
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/datetime.h"

/* A row of grade_scale. */
typedef struct ScaleRule
{
	GradeScale scale; /* without its steps */
	const char *level;
	const char *mark_scale;
	bool shipped;
	DateADT from;
	DateADT until;
	const char *source;
	const char *confidence;
} ScaleRule;

/* A row of grade_step. */
typedef struct StepRule
{
	const char *scale;
	GradeStep step;
	GradeForm *forms; /* of this one step; their 'step' is set in the view */
	int nforms;
	bool shipped;
	DateADT from;
	DateADT until;
	const char *source;
	const char *confidence;
} StepRule;

typedef struct GradeRules
{
	ScaleRule *scales;
	int nscales;
	StepRule *steps; /* by scale, then position */
	int nsteps;
	TableRule *tables;
	int ntables;
	FormulaRule *formulas;
	int nformulas;
} GradeRules;

/* ---- numbers and texts ---- */

bool
grade_number_from_numeric(Numeric value, GradeNumber *number)
{
	char *text = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value)));

	return grade_number_parse(text, strlen(text), number);
}

Numeric
grade_number_to_numeric(GradeNumber number)
{
	return credit_fraction_to_numeric(grade_fraction(number));
}

char *
grade_number_text(GradeNumber number)
{
	char *text = palloc(GRADE_NUMBER_TEXT);

	grade_number_format(number, text);
	return text;
}

char *
grade_text(const GradeScale *scale, Grade grade)
{
	bool by_label = grade.step >= 0 && (scale->labels_only || !grade.has_number || !scale->marks_are_own);

	return by_label ? pstrdup(scale->steps[grade.step].label) : grade_number_text(grade.number);
}

/* ---- loading ---- */

/* A column of type numeric; false for NULL. */
static bool
next_number(RowReader *row, GradeNumber *number)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	if (!isnull && !grade_number_from_numeric(DatumGetNumeric(value), number))
		elog(ERROR, "a number of a grading scale is out of range");
	return !isnull;
}

/* The scales; their words become enums here. */
static void
load_scales(GradeRules *rules, MemoryContext context)
{
	static const char *const kinds[] = {"letter", "pass_fail", "numeric", "percentage", "gpa", NULL};
	static const char *const betters[] = {"higher", "lower", NULL};
	static const char *const numbers[] = {"points", "marks", NULL};
	static const char *const bands[] = {"threshold", "round", "strict", NULL};

	rules->nscales =
		rows_read("SELECT code, level, shipped, pg_catalog.lower(validity), pg_catalog.upper(validity), kind, better, "
				  "numbers, min_value, max_value, pass_mark, step, band_rule, mark_scale, source, confidence "
				  "FROM socu.grade_scale ORDER BY code, level, shipped",
				  context, sizeof(ScaleRule), (void **) &rules->scales, "the grading scales");
	for (int i = 0; i < rules->nscales; i++)
	{
		ScaleRule *rule = &rules->scales[i];
		RowReader row = row_reader(i, context);
		int number_kind;

		rule->scale.code = next_text(&row);
		rule->level = next_text(&row);
		rule->shipped = next_bool(&row);
		rule->from = next_date(&row, DATEVAL_NOBEGIN);
		rule->until = next_date(&row, DATEVAL_NOEND);
		rule->scale.labels_only = next_word(&row, kinds) < 2;
		rule->scale.lower_better = next_word(&row, betters) == 1;
		number_kind = next_word(&row, numbers);
		rule->scale.has_range = number_kind >= 0;
		rule->scale.marks_are_own = number_kind == 1;
		next_number(&row, &rule->scale.min);
		next_number(&row, &rule->scale.max);
		rule->scale.has_pass = next_number(&row, &rule->scale.pass);
		next_number(&row, &rule->scale.step);
		rule->scale.band_rule = (GradeBandRule) next_word(&row, bands);
		rule->mark_scale = next_text(&row);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
	}
}

/* The folded spellings of a step: its label and the texts of 'spellings'. */
static void
load_forms(StepRule *rule, Datum spellings, MemoryContext context)
{
	Datum *texts;
	bool *nulls;
	int n;

	deconstruct_array(DatumGetArrayTypeP(spellings), TEXTOID, -1, false, TYPALIGN_INT, &texts, &nulls, &n);
	rule->forms = MemoryContextAllocZero(context, (n + 1) * sizeof(GradeForm));
	for (int i = -1; i < n; i++)
	{
		uint32_t chars[GRADE_TEXT_CHARS];
		const char *spelling = i < 0 ? rule->step.label : nulls[i] ? "" : TextDatumGetCString(texts[i]);
		Size len = strlen(spelling);
		int count = grade_fold(spelling, len, chars);
		uint32_t *kept;

		if (count <= 0)
			continue; /* a blank or endless spelling can be nobody's text */
		kept = MemoryContextAlloc(context, count * sizeof(*kept));
		memcpy(kept, chars, count * sizeof(*kept));
		rule->forms[rule->nforms].chars = kept;
		rule->forms[rule->nforms].n = count;
		rule->nforms++;
	}
}

/* The grades of all scales, best first. */
static void
load_steps(GradeRules *rules, MemoryContext context)
{
	rules->nsteps = rows_read("SELECT scale, grade, shipped, pg_catalog.lower(validity), pg_catalog.upper(validity), "
							  "passing, points, mark_min, mark_max, source, confidence, spellings "
							  "FROM socu.grade_step ORDER BY scale, position, shipped",
							  context, sizeof(StepRule), (void **) &rules->steps, "the grades");
	for (int i = 0; i < rules->nsteps; i++)
	{
		StepRule *rule = &rules->steps[i];
		RowReader row = row_reader(i, context);
		bool isnull;

		rule->scale = next_text(&row);
		rule->step.label = next_text(&row);
		rule->shipped = next_bool(&row);
		rule->from = next_date(&row, DATEVAL_NOBEGIN);
		rule->until = next_date(&row, DATEVAL_NOEND);
		rule->step.passing = next_bool(&row);
		rule->step.has_points = next_number(&row, &rule->step.points);
		rule->step.has_marks = next_number(&row, &rule->step.mark_min);
		next_number(&row, &rule->step.mark_max);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
		load_forms(rule, next_datum(&row, &isnull), context);
	}
}

/* The published tables. */
static void
load_tables(GradeRules *rules, MemoryContext context)
{
	rules->ntables = rows_read("SELECT from_scale, from_grade, to_scale, to_grade, shipped, "
							   "pg_catalog.lower(validity), pg_catalog.upper(validity), source, confidence "
							   "FROM socu.grade_table ORDER BY from_scale, to_scale, from_grade, shipped",
							   context, sizeof(TableRule), (void **) &rules->tables, "the grade tables");
	for (int i = 0; i < rules->ntables; i++)
	{
		TableRule *rule = &rules->tables[i];
		RowReader row = row_reader(i, context);

		rule->from_scale = next_text(&row);
		rule->from_grade = next_text(&row);
		rule->to_scale = next_text(&row);
		rule->to_grade = next_text(&row);
		rule->shipped = next_bool(&row);
		rule->from = next_date(&row, DATEVAL_NOBEGIN);
		rule->until = next_date(&row, DATEVAL_NOEND);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
	}
}

/* The formulas, piece by piece. */
static void
load_formulas(GradeRules *rules, MemoryContext context)
{
	rules->nformulas =
		rows_read("SELECT name, from_scale, to_scale, shipped, pg_catalog.lower(validity), pg_catalog.upper(validity), "
				  "pg_catalog.lower(domain), pg_catalog.upper(domain), pg_catalog.lower_inc(domain), "
				  "pg_catalog.upper_inc(domain), c0, c1, c2, divisor, coalesce(decimals, (-1)::pg_catalog.int2), "
				  "rounding_mode, note, source, confidence "
				  "FROM socu.grade_formula ORDER BY from_scale, to_scale, name, domain, shipped",
				  context, sizeof(FormulaRule), (void **) &rules->formulas, "the grade formulas");
	for (int i = 0; i < rules->nformulas; i++)
	{
		FormulaRule *rule = &rules->formulas[i];
		RowReader row = row_reader(i, context);
		bool isnull;

		rule->name = next_text(&row);
		rule->from_scale = next_text(&row);
		rule->to_scale = next_text(&row);
		rule->shipped = next_bool(&row);
		rule->from = next_date(&row, DATEVAL_NOBEGIN);
		rule->until = next_date(&row, DATEVAL_NOEND);
		next_number(&row, &rule->piece.low);
		next_number(&row, &rule->piece.high);
		rule->piece.low_inclusive = next_bool(&row);
		rule->piece.high_inclusive = next_bool(&row);
		next_number(&row, &rule->piece.c0);
		next_number(&row, &rule->piece.c1);
		next_number(&row, &rule->piece.c2);
		next_number(&row, &rule->piece.over);
		rule->decimals = DatumGetInt16(next_datum(&row, &isnull));
		if (!credit_rounding_by_name(next_text(&row), &rule->mode))
			elog(ERROR, "unknown rounding mode of a grade formula");
		rule->note = next_text(&row);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
	}
}

/* All rules of the room; called when one of their tables has changed. */
static void *
load_rules(MemoryContext context)
{
	GradeRules *rules = MemoryContextAllocZero(context, sizeof(GradeRules));

	load_scales(rules, context);
	load_steps(rules, context);
	load_tables(rules, context);
	load_formulas(rules, context);
	return rules;
}

static const char *const rule_tables[] = {"grade_scale", "grade_step", "grade_table", "grade_formula", NULL};
static Rulebook grade_book = {.name = "grades", .tables = rule_tables, .load = load_rules};

uint64
grade_rules_generation(void)
{
	uint64 generation;

	rulebook_get(&grade_book, &generation);
	return generation;
}

bool
grade_rules_current(uint64 generation)
{
	return rulebook_current(&grade_book, generation);
}

/* The rules as this statement sees them, valid until the next call that may read tables. */
static const GradeRules *
the_rules(void)
{
	return rulebook_get(&grade_book, NULL);
}

/* ---- looking up ---- */

/* Is the day in the validity, whose end is excluded? */
static bool
holds_on(DateADT from, DateADT until, DateADT on_date)
{
	return on_date >= from && on_date < until;
}

/* The best row for a scale: the site's own before the shipped one, then the level before the general one. */
static const ScaleRule *
scale_rule(const GradeRules *rules, const char *code, const char *level, DateADT on_date)
{
	const ScaleRule *best = NULL;
	int best_rank = 0;

	for (int i = 0; i < rules->nscales; i++)
	{
		const ScaleRule *rule = &rules->scales[i];
		int rank;

		if (strcmp(rule->scale.code, code) != 0 || !holds_on(rule->from, rule->until, on_date) ||
			(rule->level != NULL && (level == NULL || strcmp(rule->level, level) != 0)))
			continue;
		rank = (rule->level != NULL ? 2 : 1) + (rule->shipped ? 0 : 2);
		if (rank > best_rank)
		{
			best = rule;
			best_rank = rank;
		}
	}
	return best;
}

/* Does the site have grades of its own for the scale on that date? */
static bool
own_steps(const GradeRules *rules, const char *code, DateADT on_date)
{
	for (int i = 0; i < rules->nsteps; i++)
		if (!rules->steps[i].shipped && strcmp(rules->steps[i].scale, code) == 0 &&
			holds_on(rules->steps[i].from, rules->steps[i].until, on_date))
			return true;
	return false;
}

/* The grades of the scale on the day: the site's own, if it has any, else the shipped ones. */
static void
view_steps(ScaleView *view, const GradeRules *rules, DateADT on_date)
{
	bool shipped = !own_steps(rules, view->scale.code, on_date);
	GradeStep *steps = palloc(GRADE_STEPS_MAX * sizeof(GradeStep));
	GradeForm *forms;
	int nforms = 0;

	for (int pass = 0; pass < 2; pass++)
	{
		forms = pass == 0 ? NULL : palloc(Max(nforms, 1) * sizeof(GradeForm));
		view->scale.nsteps = nforms = 0;
		for (int i = 0; i < rules->nsteps; i++)
		{
			const StepRule *rule = &rules->steps[i];

			if (rule->shipped != shipped || strcmp(rule->scale, view->scale.code) != 0 ||
				!holds_on(rule->from, rule->until, on_date) || view->scale.nsteps == GRADE_STEPS_MAX)
				continue;
			for (int j = 0; j < rule->nforms; j++, nforms++)
				if (forms != NULL)
				{
					forms[nforms] = rule->forms[j];
					forms[nforms].step = view->scale.nsteps;
				}
			if (view->step_source == NULL)
			{
				view->step_source = rule->source;
				view->step_confidence = rule->confidence;
			}
			steps[view->scale.nsteps++] = rule->step;
		}
	}
	view->scale.steps = steps;
	view->forms = forms;
	view->nforms = nforms;
}

ScaleView *
scale_find(const char *code, const char *level, DateADT on_date)
{
	const GradeRules *rules = the_rules();
	const ScaleRule *rule = scale_rule(rules, code, level, on_date);
	ScaleView *view;

	if (rule == NULL)
		return NULL;
	view = palloc0(sizeof(ScaleView));
	view->scale = rule->scale;
	view->level = level;
	view->mark_scale = rule->mark_scale;
	view->source = rule->source;
	view->confidence = rule->confidence;
	view_steps(view, rules, on_date);
	return view;
}

static const char *
date_text(DateADT date)
{
	int year;
	int month;
	int day;

	/* ISO, whatever DateStyle says: an error message must not be ambiguous */
	if (DATE_NOT_FINITE(date))
		return date < 0 ? "-infinity" : "infinity";
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return psprintf("%04d-%02d-%02d", year, month, day);
}

ScaleView *
scale_required(const char *code, const char *level, DateADT on_date)
{
	ScaleView *view = scale_find(code, level, on_date);
	const GradeRules *rules = the_rules();

	if (view != NULL)
		return view;
	for (int i = 0; i < rules->nscales; i++)
		if (strcmp(rules->scales[i].scale.code, code) == 0)
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("grading scale \"%s\" does not hold on %s", socu_clip(code, -1), date_text(on_date)),
							errdetail("A row of it holds from %s to before %s.", date_text(rules->scales[i].from),
									  date_text(rules->scales[i].until)),
							errhint("Give the date of the grade as on_date, or the scale of that time.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown grading scale \"%s\"", socu_clip(code, -1)),
			 errhint("The scales are the rows of socu.grade_scale; add one of your own there.")));
}

void
level_required(const char *level)
{
	static const char *const levels[] = {"secondary", "vocational", "bachelor", "master", "doctorate"};

	if (level == NULL)
		return;
	for (int i = 0; i < 5; i++)
		if (strcmp(level, levels[i]) == 0)
			return;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown level \"%s\"", socu_clip(level, -1)),
					errhint("The levels are secondary, vocational, bachelor, master and doctorate.")));
}

const TableRule **
table_rules(const char *from, const char *to, DateADT on_date, int *n)
{
	const GradeRules *rules = the_rules();
	const TableRule **found = palloc(Max(rules->ntables, 1) * sizeof(TableRule *));

	*n = 0;
	/* the site's own first; the shipped ones only where there are none of them */
	for (int shipped = 0; shipped < 2 && *n == 0; shipped++)
		for (int i = 0; i < rules->ntables; i++)
		{
			const TableRule *rule = &rules->tables[i];

			if (rule->shipped == (shipped == 1) && strcmp(rule->from_scale, from) == 0 &&
				strcmp(rule->to_scale, to) == 0 && holds_on(rule->from, rule->until, on_date))
				found[(*n)++] = rule;
		}
	return found;
}

const FormulaRule **
formula_rules(const char *from, const char *to, DateADT on_date, int *n)
{
	const GradeRules *rules = the_rules();
	const FormulaRule **found = palloc(Max(rules->nformulas, 1) * sizeof(FormulaRule *));

	*n = 0;
	for (int shipped = 0; shipped < 2 && *n == 0; shipped++)
		for (int i = 0; i < rules->nformulas; i++)
		{
			const FormulaRule *rule = &rules->formulas[i];

			if (rule->shipped == (shipped == 1) && strcmp(rule->from_scale, from) == 0 &&
				strcmp(rule->to_scale, to) == 0 && holds_on(rule->from, rule->until, on_date))
				found[(*n)++] = rule;
		}
	return found;
}

int
scale_step_of_label(const GradeScale *scale, const char *label)
{
	for (int i = 0; i < scale->nsteps; i++)
		if (strcmp(scale->steps[i].label, label) == 0)
			return i;
	return -1;
}

/* ---- reading a grade that must be one ---- */

/* "A, A-, B+": the grades of the scale, or what numbers it has. */
static char *
grades_text(const GradeScale *scale)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < scale->nsteps; i++)
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", scale->steps[i].label);
	if (scale->has_range && !scale->labels_only)
		appendStringInfo(&list, "%snumbers from %s to %s", scale->nsteps > 0 ? "; " : "", grade_number_text(scale->min),
						 grade_number_text(scale->max));
	return list.data;
}

/* All readings of a text, for a message. */
static char *
candidates_text(const GradeScale *scale, const GradeReading *reading)
{
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < reading->ncandidates; i++)
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", grade_text(scale, reading->candidates[i]));
	return list.data;
}

void
grade_refused(const ScaleView *view, const GradeReading *reading, const char *text, Size len)
{
	const GradeScale *scale = &view->scale;
	char *shown = socu_clip(text, len);

	switch (reading->status)
	{
		case GRADE_RANGE:
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("\"%s\" is outside grading scale %s", shown, scale->code),
					 errdetail("Its grades are %s.", grades_text(scale)),
					 errhint("SELECT * FROM grade_scale_check('%s') tells which marks no band holds.", scale->code)));
			break;
		case GRADE_PRECISION:
			ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
							errmsg("\"%s\" is finer than grading scale %s", shown, scale->code),
							errdetail("Its numbers are multiples of %s.",
									  scale->step > 0 ? grade_number_text(scale->step) : "0.000001"),
							errhint("Round it by the rule of the institution first.")));
			break;
		case GRADE_AMBIGUOUS:
		case GRADE_MULTIPLE:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" may be several grades of scale %s", shown, scale->code),
					 reading->ncandidates > 0 ? errdetail("It may be %s.", candidates_text(scale, reading))
											  : errdetail("The comma may be a decimal point or group thousands."),
					 errhint("Write the grade as the scale does; per cent with its sign, as in \"85%%\".")));
			break;
		default:
			ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							errmsg("\"%s\" is no grade of scale %s", shown, scale->code),
							errdetail("Its grades are %s.", grades_text(scale)),
							errhint("Read dirty texts with grade_parse; add a spelling in a row of your own in "
									"socu.grade_step.")));
	}
	pg_unreachable();
}

bool
grade_read(const ScaleView *view, const char *text, Size len, GradeReading *reading)
{
	grade_parse_text(text, len, &view->scale, view->forms, view->nforms, false, reading);
	return reading->status == GRADE_PARSED;
}

Grade
grade_required(const ScaleView *view, const char *text, Size len)
{
	GradeReading reading;

	if (!grade_read(view, text, len, &reading))
		grade_refused(view, &reading, text, len);
	return reading.grade;
}
