/*
 * crosswalk/crosswalk.c: isced_f() and direction(): what a programme code is in ISCED-F
 * and which direction of study it belongs to, from rows held in memory.
 */
#include "ground/rulebook.h"
#include "ground/table.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"

#include "crosswalk/core.h"
#include "program/core.h"

PG_FUNCTION_INFO_V1(isced_f);
PG_FUNCTION_INFO_V1(direction);
PG_FUNCTION_INFO_V1(classifier_label);

/* The days of CrosswalkRow are PostgreSQL's dates, infinities included. */
StaticAssertDecl(CROSSWALK_EVER == DATEVAL_NOBEGIN && CROSSWALK_NEVER == DATEVAL_NOEND,
				 "unbounded days are infinite dates");

typedef struct Crosswalk
{
	CrosswalkIndex fields;	   /* target: program_code of ISCED-F */
	CrosswalkIndex directions; /* target: number in names[] */
	char **names;
	int nnames;
} Crosswalk;

/* ---- reading the tables ---- */

/* The rank of a row: those of the site before the shipped ones, then by what the relation promises. */
enum
{
	RANK_EXACT,
	RANK_NARROWER,
	RANK_BROADER,
	RANK_RELATED,
	RANKS_OF_RELATIONS /* added to a shipped row */
};

/* In the order of the ranks. */
static const char *const relations[] = {"exact", "narrower", "broader", NULL};

/* One more row: of a code and all below it. */
static CrosswalkRow *
add_row(CrosswalkIndex *index, int64 code, bool shipped, MemoryContext context)
{
	CrosswalkRow *row = array_add((void **) &index->rows, &index->nrows, sizeof(CrosswalkRow), context);

	program_subtree(code, &row->lo, &row->hi);
	row->from = DATEVAL_NOBEGIN;
	row->to = DATEVAL_NOEND;
	row->rank = shipped ? RANKS_OF_RELATIONS : 0;
	return row;
}

/* The rows are all there: the intervals of codes are put into each other. */
static void
build_index(CrosswalkIndex *index, MemoryContext context)
{
	Size n = index->nrows;

	if (n > MaxAllocSize / sizeof(CrosswalkRow) / 2)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many crosswalk rows: %zu", n)));
	if (n == 0)
		index->rows = MemoryContextAllocZero(context, sizeof(CrosswalkRow));
	index->nodes = MemoryContextAlloc(context, sizeof(CrosswalkNode) * (n + 1));
	index->starts = MemoryContextAlloc(context, sizeof(int64) * CROSSWALK_SEGMENTS(n));
	index->innermost = MemoryContextAlloc(context, sizeof(int32) * CROSSWALK_SEGMENTS(n));
	index->answers = MemoryContextAlloc(context, sizeof(uint8) * CROSSWALK_SEGMENTS(n));
	index->targets = MemoryContextAlloc(context, sizeof(int64) * CROSSWALK_SEGMENTS(n));
	if (!crosswalk_build(index))
		elog(ERROR, "crosswalk rows with crossing codes");
}

/* The rows of program_crosswalk that lead to ISCED-F. */
static void
load_crosswalk_rows(CrosswalkIndex *fields, MemoryContext context)
{
	static const TableColumn columns[] = {{"code", TABLE_BY_VALUE_8}, {"to_code", TABLE_BY_VALUE_8},
										  {"shipped", BOOLOID},		  {"relation", TEXTOID},
										  {"validity", DATERANGEOID}, {NULL}};
	TableRows table = table_rows("program_crosswalk", columns, context);
	int isced = program_classifier_number("ISCEDF", strlen("ISCEDF"));

	for (RowReader reader; table_next(&table, &reader);)
	{
		int64 code = next_int64(&reader);
		int64 target = next_int64(&reader);
		CrosswalkRow *row;
		int relation;

		if (program_classifier(target) != isced)
			continue;
		row = add_row(fields, code, next_bool(&reader), context);
		relation = next_word(&reader, relations);
		row->rank += relation < 0 ? RANK_RELATED : relation;
		next_days(&reader, &row->from, &row->to);
		row->target = target;
	}
}

/* Fields of ISCED-F are themselves; what European data add to the list is its parent. */
static void
load_isced_rows(CrosswalkIndex *fields, MemoryContext context)
{
	static const TableColumn columns[] = {
		{"code", TABLE_BY_VALUE_8}, {"parent", TABLE_BY_VALUE_8}, {"shipped", BOOLOID}, {"kind", TEXTOID}, {NULL}};
	static const char *const extension[] = {"extension", NULL};
	TableRows table = table_rows("isced_f", columns, context);

	for (RowReader reader; table_next(&table, &reader);)
	{
		int64 code = next_int64(&reader);
		bool top;
		int64 parent = DatumGetInt64(next_datum(&reader, &top));
		CrosswalkRow *row = add_row(fields, code, next_bool(&reader), context);

		row->target = next_word(&reader, extension) == 0 && !top ? parent : code;
	}
}

/* The number of a name, in the order in which names come. */
static int64
name_number(Crosswalk *rules, char *name, MemoryContext context)
{
	char **place;

	for (int i = 0; i < rules->nnames; i++)
		if (strcmp(rules->names[i], name) == 0)
		{
			pfree(name);
			return i;
		}
	place = array_add((void **) &rules->names, &rules->nnames, sizeof(char *), context);
	*place = name;
	return rules->nnames - 1;
}

/* The rows of direction_program. */
static void
load_direction_rows(Crosswalk *rules, MemoryContext context)
{
	static const TableColumn columns[] = {
		{"code", TABLE_BY_VALUE_8}, {"shipped", BOOLOID}, {"validity", DATERANGEOID}, {"direction", TEXTOID}, {NULL}};
	TableRows table = table_rows("direction_program", columns, context);

	for (RowReader reader; table_next(&table, &reader);)
	{
		int64 code = next_int64(&reader);
		CrosswalkRow *row = add_row(&rules->directions, code, next_bool(&reader), context);

		next_days(&reader, &row->from, &row->to);
		row->target = name_number(rules, next_text(&reader), context);
	}
}

/* What the rulebook holds: fields and directions. */
static void *
load_crosswalk(MemoryContext context)
{
	Crosswalk *rules = MemoryContextAllocZero(context, sizeof(Crosswalk));

	load_crosswalk_rows(&rules->fields, context);
	load_isced_rows(&rules->fields, context);
	build_index(&rules->fields, context);
	load_direction_rows(rules, context);
	build_index(&rules->directions, context);
	return rules;
}

static const char *const crosswalk_tables[] = {"isced_f", "program_crosswalk", "direction_program", NULL};
static Rulebook crosswalk_book = {.name = "crosswalk", .tables = crosswalk_tables, .load = load_crosswalk};

/* The rules, remembered by the calling function so that only the first call of a query asks for them. */
typedef struct CrosswalkMemo
{
	uint64 generation;
	const Crosswalk *rules;
} CrosswalkMemo;

/* The rows in memory, looked up once a call site and generation. */
static const Crosswalk *
get_rules(FunctionCallInfo fcinfo)
{
	CrosswalkMemo *memo = fcinfo->flinfo->fn_extra;

	if (memo == NULL)
		memo = fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(CrosswalkMemo));
	if (unlikely(!rulebook_current(&crosswalk_book, memo->generation)))
		memo->rules = rulebook_get(&crosswalk_book, &memo->generation);
	return memo->rules;
}

/* ---- the functions ---- */

/*
 * The field of a code.  Where several rows of one code are equally good, what
 * their fields have in common; false if that is nothing, or without a row.
 */
static bool
find_field(const CrosswalkIndex *fields, int64 code, DateADT day, int64 *field)
{
	int32 segment = crosswalk_segment(fields, code);
	const CrosswalkRow *row;

	if (likely(fields->answers[segment] != CROSSWALK_DEPENDS))
	{
		*field = fields->targets[segment];
		return fields->answers[segment] == CROSSWALK_SETTLED;
	}
	row = crosswalk_find(fields, segment, day);
	if (row == NULL)
		return false;
	*field = row->target;
	while ((row = crosswalk_next(fields, row, day)) != NULL)
		if (!program_common(*field, row->target, field))
			return false;
	return true;
}

/* The direction of a code on a day; NULL = no row says. */
static const CrosswalkRow *
find_direction(const CrosswalkIndex *directions, int64 code, DateADT day)
{
	return crosswalk_find(directions, crosswalk_segment(directions, code), day);
}

/*
 * Whether all of a code lies in the field that find_field() gives: its rows say exact or narrower.
 * Of what only overlaps its field, or reaches beyond it, nothing follows for a part.
 */
static bool
inside_field(const CrosswalkIndex *fields, int64 code, DateADT day)
{
	const CrosswalkRow *row = crosswalk_find(fields, crosswalk_segment(fields, code), day);

	return row != NULL && row->rank % RANKS_OF_RELATIONS <= RANK_NARROWER;
}

/* isced_f(program_code, date) → program_code: the field of ISCED-F. */
Datum
isced_f(PG_FUNCTION_ARGS)
{
	const Crosswalk *rules = get_rules(fcinfo);
	int64 field;

	if (!find_field(&rules->fields, PG_GETARG_INT64(0), PG_GETARG_DATEADT(1), &field))
		PG_RETURN_NULL();
	PG_RETURN_INT64(field);
}

/* direction(program_code, date) → text: by rows about the code itself, else about its field of ISCED-F. */
Datum
direction(PG_FUNCTION_ARGS)
{
	const Crosswalk *rules = get_rules(fcinfo);
	int64 code = PG_GETARG_INT64(0);
	DateADT day = PG_GETARG_DATEADT(1);
	const CrosswalkRow *row = find_direction(&rules->directions, code, day);

	if (row == NULL && inside_field(&rules->fields, code, day) && find_field(&rules->fields, code, day, &code))
		row = find_direction(&rules->directions, code, day);
	if (row == NULL)
		PG_RETURN_NULL();
	/* a copy: the rules may be read again before the result is used */
	PG_RETURN_TEXT_P(cstring_to_text(rules->names[row->target]));
}

/* classifier_label(text) → text: the label as codes print it. */
Datum
classifier_label(PG_FUNCTION_ARGS)
{
	text *label = PG_GETARG_TEXT_PP(0);
	int number = program_classifier_number(VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label));
	char name[PROGRAM_NAME_MAX];

	if (number < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("unknown classifier \"%s\"", socu_clip(VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label))),
						errhint("The labels of known classifiers are in table socu.classifier; a state's code (\"KZ\") "
								"stands for any classifier of that state.")));
	PG_RETURN_TEXT_P(cstring_to_text(program_classifier_name(number, name)));
}
