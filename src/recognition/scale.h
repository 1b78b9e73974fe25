/*
 * recognition/scale.h: the grading scales of the reference tables, held in memory.
 *
 * A ScaleView is a scale as it is on one date at one level: the site's own row
 * before the shipped one, a row for the level before the general one; its
 * grades are the site's own set where there is one on that date, else the
 * shipped set.  A view is palloc'ed in the current context and points into
 * the rulebook: use it no longer than grade_rules_current() holds.
 */
#ifndef SOCU_GRADE_SCALE_H
#define SOCU_GRADE_SCALE_H

#include "ground/socu.h"

#include "recognition/parse_core.h"
#include "utils/date.h"
#include "utils/numeric.h"

typedef struct ScaleView
{
	GradeScale scale;
	const GradeForm *forms; /* all spellings of its grades */
	int nforms;
	const char *level;		/* as asked for; NULL: not stated */
	const char *mark_scale; /* code of the scale that the bands are in; NULL: none */
	const char *source;
	const char *confidence;
	const char *step_source; /* of the grades; NULL where there are none */
	const char *step_confidence;
} ScaleView;

/* One row of a published table. */
typedef struct TableRule
{
	const char *from_scale;
	const char *from_grade;
	const char *to_scale;
	const char *to_grade;
	bool shipped;
	DateADT from;
	DateADT until;
	const char *source;
	const char *confidence;
} TableRule;

/* One piece of a formula. */
typedef struct FormulaRule
{
	const char *name;
	const char *from_scale;
	const char *to_scale;
	bool shipped;
	DateADT from;
	DateADT until;
	GradePiece piece;
	int decimals; /* -1: exact */
	CreditRounding mode;
	const char *note;
	const char *source;
	const char *confidence;
} FormulaRule;

/* The generation of the rules, loading them if need be; is it still the one in force?  (ground/rulebook.h) */
extern uint64 grade_rules_generation(void);
extern bool grade_rules_current(uint64 generation);

/* The scale on a date; ERROR 22023 if there is none of that code, or none on that date. */
extern ScaleView *scale_required(const char *code, const char *level, DateADT on_date);

/* The same, but NULL. */
extern ScaleView *scale_find(const char *code, const char *level, DateADT on_date);

/* ERROR 22023 for a word that is no level; NULL may be one. */
extern void level_required(const char *level);

/*
 * The rows of the table from one scale to another on a date: the site's own if
 * there are any, else the shipped ones.  palloc'ed; NULL and 0: none.
 */
extern const TableRule **table_rules(const char *from, const char *to, DateADT on_date, int *n);

/* The same for the pieces of formulas. */
extern const FormulaRule **formula_rules(const char *from, const char *to, DateADT on_date, int *n);

/* The position of a grade, as its label, among the scale's; -1. */
extern int scale_step_of_label(const GradeScale *scale, const char *label);

/* A number of a scale from a numeric; false if it does not fit in six decimals and a million. */
extern bool grade_number_from_numeric(Numeric value, GradeNumber *number);
extern Numeric grade_number_to_numeric(GradeNumber number);
extern char *grade_number_text(GradeNumber number);

/* The canonical text of a grade: its label, else its number. */
extern char *grade_text(const GradeScale *scale, Grade grade);

/* Reads a grade as grade_parse does, strictly; false if it is not one grade of the scale. */
extern bool grade_read(const ScaleView *view, const char *text, Size len, GradeReading *reading);

/* The error for a text that was not one grade: 22023 or 22003, with what it may be. */
extern SOCU_NORETURN void grade_refused(const ScaleView *view, const GradeReading *reading, const char *text, Size len);

/*
 * Reads a grade as grade_parse does, strictly; ERROR 22023 with what it may be
 * if it is not one grade of the scale.
 */
extern Grade grade_required(const ScaleView *view, const char *text, Size len);

#endif /* SOCU_GRADE_SCALE_H */
