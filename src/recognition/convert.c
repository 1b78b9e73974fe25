/*
 * recognition/convert.c: grade_convert, grade_equivalence, grade_parse and
 * grade_scale_check.
 */
#include "recognition/answer.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "credit/type.h"
#include "funcapi.h"
#include "nodes/primnodes.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(grade_convert);
PG_FUNCTION_INFO_V1(grade_equivalence);
PG_FUNCTION_INFO_V1(grade_parse);
PG_FUNCTION_INFO_V1(grade_scale_check);
PG_FUNCTION_INFO_V1(grade_of_points);

/* the arguments of grade_convert */
enum
{
	ARG_GRADE,
	ARG_FROM,
	ARG_TO,
	ARG_DATE,
	ARG_METHOD,
	ARG_POLICY,
	ARG_LEVEL,
	ARG_HOST,
	ARG_HOME,
	ARG_MINIMUM,
	ARG_STRICT,
	ARGS
};

/* ---- what a call asks for, remembered ---- */

/* A query converts few different grades of one scale: the rows of the last answers, by the text of the grade. */
#define MEMO_SLOTS 256 /* a power of two */
#define MEMO_FULL 192

typedef struct MemoSlot
{
	text *grade;
	Datum row;
} MemoSlot;

typedef struct Memo
{
	uint64 generation; /* of the rules that the answers come from; 0: nothing known */
	MemoryContext context;
	Datum args[ARGS]; /* of the last call; not the grade */
	bool fixed[ARGS]; /* a constant of the query: it cannot differ from the last call's */
	bool nulls[ARGS];
	TupleDesc desc;
	int method;			 /* -1: the published table or nothing */
	bool strict;		 /* what has no answer is an error, not a row that says why */
	const char *missing; /* the scale that there is not, where not strict */
	GradeQuestion question;
	int used;
	MemoSlot slots[MEMO_SLOTS];
} Memo;

/* Is the argument held by value? The others are texts and arrays. */
static bool
is_by_value(int arg)
{
	return arg == ARG_DATE || arg == ARG_MINIMUM || arg == ARG_STRICT;
}

/* Is the argument a constant of the query? (A parameter is none: PL/pgSQL calls again with another value.) */
static bool
is_constant(FunctionCallInfo fcinfo, int arg)
{
	Node *call = fcinfo->flinfo->fn_expr;

	return call != NULL && IsA(call, FuncExpr) && arg < list_length(((FuncExpr *) call)->args) &&
		   IsA(list_nth(((FuncExpr *) call)->args, arg), Const);
}

/* Is the argument that of the last call, byte by byte? The same grade in another spelling is another argument. */
static bool
same_argument(FunctionCallInfo fcinfo, const Memo *memo, int arg)
{
	struct varlena *kept;
	struct varlena *now;

	if (PG_ARGISNULL(arg) || memo->nulls[arg])
		return PG_ARGISNULL(arg) == memo->nulls[arg];
	if (is_by_value(arg))
		return PG_GETARG_DATUM(arg) == memo->args[arg];
	kept = (struct varlena *) DatumGetPointer(memo->args[arg]);
	now = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(arg));
	return VARSIZE_ANY_EXHDR(kept) == VARSIZE_ANY_EXHDR(now) &&
		   memcmp(VARDATA_ANY(kept), VARDATA_ANY(now), VARSIZE_ANY_EXHDR(now)) == 0;
}

/* Are the arguments those of the last call? Constants of the query need no look. */
static bool
same_question(FunctionCallInfo fcinfo, const Memo *memo)
{
	for (int arg = ARG_FROM; arg < ARGS; arg++)
		if (!memo->fixed[arg] && !same_argument(fcinfo, memo, arg))
			return false;
	return true;
}

/* An argument of the last call as a string; NULL for NULL. */
static char *
memo_string(const Memo *memo, int arg)
{
	return memo->nulls[arg] ? NULL : TextDatumGetCString(memo->args[arg]);
}

/* The scale that an argument names; NULL where it is unknown and the call is not strict. */
static ScaleView *
memo_scale(const Memo *memo, int arg)
{
	char *code = memo_string(memo, arg);
	char *level = memo_string(memo, ARG_LEVEL);

	return memo->strict ? scale_required(code, level, memo->question.on_date)
						: scale_find(code, level, memo->question.on_date);
}

/* Read the question anew; an error leaves the memo without a generation, so that the next call starts anew. */
static void
memo_fill(Memo *memo, FunctionCallInfo fcinfo)
{
	MemoryContext caller;

	memo->generation = 0;
	if (memo->context == NULL)
		memo->context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "grade conversion", ALLOCSET_DEFAULT_SIZES);
	MemoryContextReset(memo->context);
	memset(memo->slots, 0, sizeof(memo->slots));
	memo->used = 0;
	caller = MemoryContextSwitchTo(memo->context);
	if (get_call_result_type(fcinfo, NULL, &memo->desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	memo->desc = BlessTupleDesc(memo->desc);
	for (int arg = ARG_FROM; arg < ARGS; arg++)
	{
		memo->fixed[arg] = is_constant(fcinfo, arg);
		memo->nulls[arg] = PG_ARGISNULL(arg);
		if (!memo->nulls[arg])
			memo->args[arg] =
				is_by_value(arg) ? PG_GETARG_DATUM(arg) : PointerGetDatum(PG_DETOAST_DATUM_COPY(PG_GETARG_DATUM(arg)));
	}
	memset(&memo->question, 0, sizeof(memo->question));
	memo->method = grade_method_required(memo_string(memo, ARG_METHOD));
	memo->question.on_date = DatumGetDateADT(memo->args[ARG_DATE]);
	memo->question.policy = memo_string(memo, ARG_POLICY);
	memo->question.minimum = memo->nulls[ARG_MINIMUM] ? 1 : DatumGetInt32(memo->args[ARG_MINIMUM]);
	level_required(memo_string(memo, ARG_LEVEL));
	memo->strict = memo->nulls[ARG_STRICT] || DatumGetBool(memo->args[ARG_STRICT]);
	memo->question.from = memo_scale(memo, ARG_FROM);
	memo->question.to = memo_scale(memo, ARG_TO);
	memo->missing = memo->question.from == NULL ? memo_string(memo, ARG_FROM)
					: memo->question.to == NULL ? memo_string(memo, ARG_TO)
												: NULL;
	if (memo->missing == NULL && !memo->nulls[ARG_HOST])
		memo->question.host =
			grade_counts_argument(memo->args[ARG_HOST], memo->question.from, NULL, 0, "host_counts", NULL);
	if (memo->missing == NULL && !memo->nulls[ARG_HOME])
		memo->question.home =
			grade_counts_argument(memo->args[ARG_HOME], memo->question.to, NULL, 0, "home_counts", NULL);
	MemoryContextSwitchTo(caller);
	memo->generation = grade_rules_generation();
}

/* What the last call knew, if it was asked the same and no rule has changed since. */
static Memo *
memo_of(FunctionCallInfo fcinfo)
{
	Memo *memo = fcinfo->flinfo->fn_extra;

	if (memo == NULL)
		fcinfo->flinfo->fn_extra = memo = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Memo));
	if (memo->generation == 0 || !grade_rules_current(memo->generation) || !same_question(fcinfo, memo))
		memo_fill(memo, fcinfo);
	return memo;
}

/* The slot of a grade's text: its own, or the free one where it belongs. */
static MemoSlot *
memo_slot(Memo *memo, const text *grade)
{
	Size len = VARSIZE_ANY_EXHDR(grade);
	uint32 at = hash_bytes((const unsigned char *) VARDATA_ANY(grade), (int) len);

	for (;; at++)
	{
		MemoSlot *slot = &memo->slots[at & (MEMO_SLOTS - 1)];

		if (slot->grade == NULL ||
			(VARSIZE_ANY_EXHDR(slot->grade) == len && memcmp(VARDATA_ANY(slot->grade), VARDATA_ANY(grade), len) == 0))
			return slot;
	}
}

/* ---- rows ---- */

static Datum
text_datum(const char *string)
{
	return PointerGetDatum(cstring_to_text(string));
}

/* A fraction as numeric, rounded where it does not end. */
static Datum
fraction_datum(CreditFraction f)
{
	return NumericGetDatum(credit_fraction_to_numeric(f));
}

/* A list of strings as text[]. */
static Datum
texts_datum(List *strings)
{
	Datum *texts = palloc(Max(list_length(strings), 1) * sizeof(Datum));
	ListCell *cell;
	int n = 0;

	foreach (cell, strings)
		texts[n++] = text_datum(lfirst(cell));
	return PointerGetDatum(construct_array(texts, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* grade, points, low, high: the columns that both functions have in one order, from 'at' on */
static void
answer_columns(const GradeAnswer *answer, Datum *values, bool *nulls, int at)
{
	nulls[at] = !answer->has_grade;
	nulls[at + 1] = !answer->has_points;
	nulls[at + 2] = nulls[at + 3] = !answer->has_ends;
	if (answer->has_grade)
		values[at] = text_datum(answer->grade_text);
	if (answer->has_points)
		values[at + 1] = fraction_datum(answer->points);
	if (answer->has_ends)
	{
		values[at + 2] = fraction_datum(answer->low);
		values[at + 3] = fraction_datum(answer->high);
	}
}

/* The result row of grade_convert. */
static Datum
answer_row(const GradeAnswer *answer, TupleDesc desc)
{
	Datum values[8] = {0};
	bool nulls[8] = {false};

	answer_columns(answer, values, nulls, 0);
	values[4] = text_datum(grade_method_name(answer->method));
	values[5] = text_datum(answer->rule);
	values[6] = texts_datum(answer->warnings);
	nulls[7] = answer->passing == GRADE_PASS_UNKNOWN;
	values[7] = BoolGetDatum(answer->passing == GRADE_PASSES);
	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
}

/* ---- grade_convert ---- */

/* "bavarian gives 2.2; pass_range gives B+": what could be decided on where nothing is published. */
static char *
other_methods(const GradeQuestion *question, Grade grade)
{
	static const GradeMethod methods[] = {METHOD_BAVARIAN, METHOD_BAVARIAN_ROUND, METHOD_PASS_RANGE,
										  METHOD_DISTRIBUTION};
	StringInfoData list;
	GradeQuestion plain = *question;
	const char *names[16];
	int n = grade_formula_names(question, names, 16);
	char *why;

	initStringInfo(&list);
	for (int i = 0; i < 4 + n; i++)
	{
		GradeAnswer *answer;

		plain.policy = i < 4 ? NULL : names[i - 4];
		answer = grade_answer(&plain, grade, i < 4 ? methods[i] : METHOD_FORMULA, &why);
		if (answer != NULL && answer->has_grade)
			appendStringInfo(&list, "%s%s%s%s gives %s", list.len > 0 ? "; " : "", i < 4 ? "" : "formula ",
							 i < 4 ? grade_method_name(methods[i]) : names[i - 4], "", answer->grade_text);
	}
	return list.len > 0 ? list.data : NULL;
}

/* ERROR 22023 that names the methods that would need a decision. */
static SOCU_NORETURN void
no_answer_error(const GradeQuestion *question, Grade grade, int method, const char *why)
{
	const GradeScale *from = &question->from->scale;
	const GradeScale *to = &question->to->scale;
	char *others = other_methods(question, grade);
	char *shown = grade_text(from, grade);

	if (method < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("no published table gives %s of scale %s on scale %s", shown, from->code, to->code),
						others ? errdetail("It has no answer because %s.  Methods that would need a decision: %s.", why,
										   others)
							   : errdetail("It has no answer because %s, and no other method has what it needs.", why),
						others ? errhint("Name one of them, as in method => 'pass_range', or add rows of your own to "
										 "socu.grade_table.")
							   : errhint("Add rows of your own to socu.grade_table.")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("method %s cannot give %s of scale %s on scale %s", grade_method_name((GradeMethod) method), shown,
					from->code, to->code),
			 errdetail("The reason: %s.", why),
			 others ? errhint("Other methods: %s.", others) : errhint("Add rows of your own to socu.grade_table.")));
}

/* A row without a grade that says why there is none. */
static Datum
reason_row(const Memo *memo, char *reason)
{
	GradeAnswer answer = {.method = memo->method < 0 ? METHOD_TABLE : (GradeMethod) memo->method,
						  .rule = pstrdup("no answer"),
						  .warnings = list_make1(reason),
						  .passing = GRADE_PASS_UNKNOWN};

	return answer_row(&answer, memo->desc);
}

/* The row for a grade that was not asked for yet. */
static Datum
convert_grade(Memo *memo, const text *dirty)
{
	GradeReading reading;
	char *why;
	GradeAnswer *answer;

	if (memo->missing != NULL)
		return reason_row(memo, psprintf("scale: there is no scale %s on that date", socu_clip(memo->missing, -1)));
	if (!grade_read(memo->question.from, VARDATA_ANY(dirty), VARSIZE_ANY_EXHDR(dirty), &reading))
	{
		if (memo->strict)
			grade_refused(memo->question.from, &reading, VARDATA_ANY(dirty), VARSIZE_ANY_EXHDR(dirty));
		return reason_row(memo, psprintf("grade: \"%s\" is no one grade of scale %s",
										 socu_clip(VARDATA_ANY(dirty), VARSIZE_ANY_EXHDR(dirty)),
										 memo->question.from->scale.code));
	}
	answer = grade_answer(&memo->question, reading.grade, memo->method < 0 ? METHOD_TABLE : (GradeMethod) memo->method,
						  &why);
	if (answer != NULL)
		return answer_row(answer, memo->desc);
	if (memo->strict)
		no_answer_error(&memo->question, reading.grade, memo->method, why);
	return reason_row(memo, psprintf("no_rule: %s", why));
}

/*
 * grade_convert(grade, from_scale, to_scale, on_date, method, policy, level,
 * host_counts, home_counts, minimum, strict)
 */
Datum
grade_convert(PG_FUNCTION_ARGS)
{
	Memo *memo;
	MemoSlot *slot;
	text *grade;
	Datum row;
	MemoryContext caller;

	if (PG_ARGISNULL(ARG_GRADE) || PG_ARGISNULL(ARG_FROM) || PG_ARGISNULL(ARG_TO) || PG_ARGISNULL(ARG_DATE))
		PG_RETURN_NULL();
	memo = memo_of(fcinfo);
	grade = PG_GETARG_TEXT_PP(ARG_GRADE);
	slot = memo_slot(memo, grade);
	if (slot->grade != NULL)
		PG_RETURN_DATUM(slot->row);
	row = convert_grade(memo, grade);
	if (memo->used == MEMO_FULL || VARSIZE_ANY_EXHDR(grade) > 64)
		PG_RETURN_DATUM(row);
	caller = MemoryContextSwitchTo(memo->context);
	slot->row = datumCopy(row, false, -1);
	slot->grade = DatumGetTextPCopy(PG_GETARG_DATUM(ARG_GRADE));
	memo->used++;
	MemoryContextSwitchTo(caller);
	PG_RETURN_DATUM(slot->row);
}

/* ---- grade_equivalence ---- */

/* Adds a row to the result of grade_equivalence, if the method has an answer. */
static void
put_equivalence(ReturnSetInfo *rsinfo, const GradeQuestion *question, Grade grade, GradeMethod method)
{
	char *why;
	GradeAnswer *answer = grade_answer(question, grade, method, &why);
	Datum values[10] = {0};
	bool nulls[10] = {false};

	if (answer == NULL)
		return;
	values[0] = method == METHOD_FORMULA && question->policy
					? text_datum(psprintf("%s %s", grade_method_name(method), question->policy))
					: text_datum(grade_method_name(method));
	values[1] = text_datum(grade_text(&question->from->scale, grade));
	answer_columns(answer, values, nulls, 2);
	values[6] = text_datum(answer->rule);
	values[7] = texts_datum(answer->warnings);
	nulls[8] = answer->source == NULL;
	if (answer->source != NULL)
		values[8] = text_datum(answer->source);
	values[9] = text_datum(answer->confidence);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* Adds the answers of every method for one grade, best first. */
static void
put_grade(ReturnSetInfo *rsinfo, GradeQuestion *question, Grade grade)
{
	const char *names[16];
	int n = grade_formula_names(question, names, 16);

	question->policy = NULL;
	put_equivalence(rsinfo, question, grade, METHOD_TABLE);
	for (int i = 0; i < n; i++)
	{
		question->policy = names[i];
		put_equivalence(rsinfo, question, grade, METHOD_FORMULA);
	}
	question->policy = NULL;
	if (strcmp(question->from->scale.code, question->to->scale.code) == 0)
		return;
	put_equivalence(rsinfo, question, grade, METHOD_BAVARIAN);
	put_equivalence(rsinfo, question, grade, METHOD_BAVARIAN_ROUND);
	put_equivalence(rsinfo, question, grade, METHOD_PASS_RANGE);
}

/* grade_equivalence(from_scale, to_scale, on_date, level, grade) */
Datum
grade_equivalence(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	GradeQuestion question = {0};
	const GradeScale *from;
	char *level = SOCU_TEXT_ARG(3);

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return (Datum) 0;
	level_required(level);
	question.on_date = PG_GETARG_DATEADT(2);
	question.from = scale_required(SOCU_TEXT_ARG(0), level, question.on_date);
	question.to = scale_required(SOCU_TEXT_ARG(1), level, question.on_date);
	from = &question.from->scale;
	if (!PG_ARGISNULL(4))
	{
		text *grade = PG_GETARG_TEXT_PP(4);

		put_grade(rsinfo, &question, grade_required(question.from, VARDATA_ANY(grade), VARSIZE_ANY_EXHDR(grade)));
		return (Datum) 0;
	}
	for (int i = 0; i < from->nsteps; i++)
	{
		Grade grade = {.step = i};

		grade.has_number = grade_number_of(from, grade, &grade.number);
		put_grade(rsinfo, &question, grade);
	}
	return (Datum) 0;
}

/* ---- grade_parse ---- */

/* The word of grade_parse for a problem; NULL where there is none. */
static const char *
problem_word(GradeParseStatus status)
{
	switch (status)
	{
		case GRADE_PARSED:
			break;
		case GRADE_NOTHING:
			return "empty";
		case GRADE_NO_READING:
			return "format";
		case GRADE_RANGE:
			return "range";
		case GRADE_PRECISION:
			return "precision";
		case GRADE_AMBIGUOUS:
			return "ambiguous";
		case GRADE_MULTIPLE:
			return "multiple";
	}
	return NULL;
}

/* The row of grade_parse; 'view' NULL: no such scale. */
static Datum
parse_row(const ScaleView *view, const GradeReading *reading, TupleDesc desc)
{
	Datum values[6] = {0};
	bool nulls[6] = {true, true, true, false, false, true};
	List *repairs = NIL;
	List *candidates = NIL;
	const char *problem = view == NULL ? "scale" : problem_word(reading->status);

	for (int i = 0; i < GRADE_REPAIRS && view != NULL; i++)
		if (reading->repairs & (1u << i))
			repairs = lappend(repairs, unconstify(char *, grade_repair_names[i]));
	for (int i = 0; view != NULL && i < reading->ncandidates; i++)
		candidates = lappend(candidates, grade_text(&view->scale, reading->candidates[i]));
	if (view != NULL && reading->status == GRADE_PARSED)
	{
		GradePass passing = grade_passes(&view->scale, reading->grade);
		GradeNumber number;

		nulls[0] = false;
		values[0] = text_datum(grade_text(&view->scale, reading->grade));
		nulls[1] = !grade_number_of(&view->scale, reading->grade, &number);
		if (!nulls[1])
			values[1] = NumericGetDatum(grade_number_to_numeric(number));
		nulls[2] = passing == GRADE_PASS_UNKNOWN;
		values[2] = BoolGetDatum(passing == GRADE_PASSES);
	}
	values[3] = texts_datum(repairs);
	values[4] = texts_datum(candidates);
	nulls[5] = problem == NULL;
	if (problem != NULL)
		values[5] = text_datum(problem);
	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
}

/* The scale of the last call of a query, kept with its rules. */
typedef struct ParseMemo
{
	uint64 generation;
	MemoryContext context;
	text *scale;
	text *level;
	DateADT on_date;
	ScaleView *view;
	TupleDesc desc;
} ParseMemo;

/* Do both say the same? NULL equals NULL. */
static bool
same_text(const text *a, const text *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		   memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;
}

/* The scale and its spellings, kept from call to call while the arguments and the rules are the same. */
static ParseMemo *
parse_memo(FunctionCallInfo fcinfo, const text *scale, const text *level, DateADT on_date)
{
	ParseMemo *memo = fcinfo->flinfo->fn_extra;
	MemoryContext caller;

	if (memo == NULL)
		fcinfo->flinfo->fn_extra = memo = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(ParseMemo));
	if (memo->generation != 0 && grade_rules_current(memo->generation) && same_text(memo->scale, scale) &&
		same_text(memo->level, level) && memo->on_date == on_date)
		return memo;
	memo->generation = 0;
	if (memo->context == NULL)
		memo->context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "grade parsing", ALLOCSET_DEFAULT_SIZES);
	MemoryContextReset(memo->context);
	caller = MemoryContextSwitchTo(memo->context);
	if (get_call_result_type(fcinfo, NULL, &memo->desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	memo->desc = BlessTupleDesc(memo->desc);
	memo->scale = DatumGetTextPCopy(PointerGetDatum(scale));
	memo->level = level ? DatumGetTextPCopy(PointerGetDatum(level)) : NULL;
	memo->on_date = on_date;
	memo->view = scale_find(text_to_cstring(scale), level ? text_to_cstring(level) : NULL, on_date);
	MemoryContextSwitchTo(caller);
	memo->generation = grade_rules_generation();
	return memo;
}

/* grade_parse(dirty, scale, lenient, on_date, level): raises no error */
Datum
grade_parse(PG_FUNCTION_ARGS)
{
	ParseMemo *memo;
	GradeReading reading = {0};
	const char *dirty = "";
	Size len = 0;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	memo =
		parse_memo(fcinfo, PG_GETARG_TEXT_PP(1), PG_ARGISNULL(4) ? NULL : PG_GETARG_TEXT_PP(4), PG_GETARG_DATEADT(3));
	if (!PG_ARGISNULL(0))
	{
		text *arg = PG_GETARG_TEXT_PP(0);

		dirty = VARDATA_ANY(arg);
		len = VARSIZE_ANY_EXHDR(arg);
	}
	if (memo->view != NULL)
		grade_parse_text(dirty, len, &memo->view->scale, memo->view->forms, memo->view->nforms,
						 !PG_ARGISNULL(2) && PG_GETARG_BOOL(2), &reading);
	PG_RETURN_DATUM(parse_row(memo->view, &reading, memo->desc));
}

/* ---- grade_scale_check ---- */

/* Adds a row to the result of grade_scale_check. */
static void
put_problem(ReturnSetInfo *rsinfo, const char *problem, char *detail)
{
	Datum values[2] = {text_datum(problem), text_datum(detail)};
	bool nulls[2] = {false};

	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* Two marks as "0 to 59", for a message. */
static char *
span_text(GradeNumber low, GradeNumber high)
{
	return psprintf("%s to %s", grade_number_text(low), grade_number_text(high));
}

/* Finds marks that no band holds: below the worst, above the best, and holes wider than one mark. */
static void
check_cover(ReturnSetInfo *rsinfo, const GradeScale *scale)
{
	GradeNumber low = scale->marks_are_own ? scale->min : 0;
	GradeNumber high = scale->marks_are_own ? scale->max : 100 * GRADE_UNIT;
	const GradeStep *bands[GRADE_STEPS_MAX];
	int n = 0;

	for (int i = 0; i < scale->nsteps; i++)
		if (scale->steps[i].has_marks)
		{
			int at = n++;

			/* ascending */
			for (; at > 0 && bands[at - 1]->mark_min > scale->steps[i].mark_min; at--)
				bands[at] = bands[at - 1];
			bands[at] = &scale->steps[i];
		}
	if (n == 0)
		return;
	if (bands[0]->mark_min > low)
		put_problem(rsinfo, "uncovered", span_text(low, bands[0]->mark_min));
	for (int i = 1; i < n; i++)
		if (bands[i]->mark_min - bands[i - 1]->mark_max > GRADE_UNIT)
			put_problem(rsinfo, "uncovered", span_text(bands[i - 1]->mark_max, bands[i]->mark_min));
	if (bands[n - 1]->mark_max < high)
		put_problem(rsinfo, "uncovered", span_text(bands[n - 1]->mark_max, high));
	if (bands[0]->mark_min < low || bands[n - 1]->mark_max > high)
		put_problem(rsinfo, "outside",
					psprintf("bands go from %s, marks from %s", span_text(bands[0]->mark_min, bands[n - 1]->mark_max),
							 span_text(low, high)));
}

/* Finds steps whose points, bands or passing do not go one way with the position. */
static void
check_order(ReturnSetInfo *rsinfo, const GradeScale *scale)
{
	const GradeStep *points = NULL;
	const GradeStep *marks = NULL;
	bool rising = scale->marks_are_own && scale->lower_better;

	for (int i = 0; i < scale->nsteps; i++)
	{
		const GradeStep *step = &scale->steps[i];
		/* what averages count is better when higher, unless the scale's own numbers are points the other way */
		bool low_points = scale->lower_better && !scale->marks_are_own;

		if (step->has_points && points != NULL &&
			(low_points ? step->points < points->points : step->points > points->points))
			put_problem(rsinfo, "order", psprintf("points of %s and %s", points->label, step->label));
		if (step->has_marks && marks != NULL &&
			(rising ? step->mark_min < marks->mark_min : step->mark_min > marks->mark_min))
			put_problem(rsinfo, "order", psprintf("bands of %s and %s", marks->label, step->label));
		/* a grade without points and band, such as a bare pass, stands outside the order */
		if ((step->has_points || step->has_marks) && i > 0 && step->passing && !scale->steps[i - 1].passing)
			put_problem(rsinfo, "order",
						psprintf("%s passes below %s, which fails", step->label, scale->steps[i - 1].label));
		if (step->has_points)
			points = step;
		if (step->has_marks)
			marks = step;
	}
}

/* grade_scale_check(scale, on_date, level) */
Datum
grade_scale_check(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	char *level = SOCU_TEXT_ARG(2);
	const GradeScale *scale;
	GradeNumber best;
	GradeNumber pass;
	GradeResult result;
	bool passes = false;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	level_required(level);
	scale = &scale_required(SOCU_TEXT_ARG(0), level, PG_GETARG_DATEADT(1))->scale;
	check_cover(rsinfo, scale);
	check_order(rsinfo, scale);
	result = grade_ends(scale, &best, &pass);
	for (int i = 0; i < scale->nsteps; i++)
	{
		Grade grade = {.step = i};

		passes |= grade_passes(scale, grade) == GRADE_PASSES;
		if (scale->has_range && !scale->marks_are_own && scale->steps[i].has_points &&
			(scale->steps[i].points < scale->min || scale->steps[i].points > scale->max))
			put_problem(rsinfo, "outside",
						psprintf("points of %s: %s, scale %s", scale->steps[i].label,
								 grade_number_text(scale->steps[i].points), span_text(scale->min, scale->max)));
	}
	if (result == GRADE_NO_PASS || (result == GRADE_NO_NUMBERS && !passes))
		put_problem(rsinfo, "no_pass", pstrdup("nothing says which grades pass"));
	if (scale->labels_only && scale->nsteps == 0)
		put_problem(rsinfo, "no_grades", pstrdup("a scale of letters lists its grades in socu.grade_step"));
	return (Datum) 0;
}

/* ---- grade_of_points ---- */

/* grade_of_points(points, scale, on_date, level): the passing grade nearest to a number */
Datum
grade_of_points(PG_FUNCTION_ARGS)
{
	char *level = SOCU_TEXT_ARG(3);
	const GradeScale *scale;
	CreditFraction points;
	GradeNumber number;
	Grade grade = {.step = -1, .has_number = true};

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	level_required(level);
	scale = &scale_required(SOCU_TEXT_ARG(1), level, PG_GETARG_DATEADT(2))->scale;
	points = credit_fraction_from_numeric(PG_GETARG_NUMERIC(0), "number of points");
	if (!scale->has_range || !grade_round(points, scale->step > 0 ? scale->step : 1, CREDIT_HALF_UP, &number) ||
		number < scale->min || number > scale->max)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("scale %s has no number %s", scale->code, credit_fraction_text(points))));
	if (!scale->marks_are_own)
		grade.step = grade_nearest_step(scale, points, false);
	if (grade.step >= 0)
		PG_RETURN_DATUM(text_datum(scale->steps[grade.step].label));
	if (scale->labels_only && scale->marks_are_own)
		grade.step = grade_step_of_mark(scale, number);
	if (scale->labels_only && grade.step < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("no grade of scale %s stands for %s", scale->code, grade_number_text(number))));
	grade.number = number;
	PG_RETURN_DATUM(text_datum(grade_text(scale, grade)));
}
