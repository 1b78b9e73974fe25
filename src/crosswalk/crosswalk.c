/*
 * crosswalk/crosswalk.c: isced_f() and direction(): what a programme code is in ISCED-F
 * and which direction of study it belongs to, from rows held in memory.
 */
#include "ground/owner.h"
#include "ground/rulebook.h"

#include "executor/spi.h"
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
	text **names;
} Crosswalk;

/* ---- reading the tables ---- */

/* The rank of a row: those of the site before the shipped ones, then by what the relation promises. */
#define RANKS_OF_RELATIONS 4
#define RANK_NARROWER 1
#define RANK_OF_ROW                                                                                                    \
	"CASE WHEN shipped THEN 4 ELSE 0 END OPERATOR(pg_catalog.+) "                                                      \
	"CASE WHEN relation OPERATOR(pg_catalog.=) 'exact' THEN 0 WHEN relation OPERATOR(pg_catalog.=) 'narrower' THEN 1 " \
	"WHEN relation OPERATOR(pg_catalog.=) 'broader' THEN 2 ELSE 3 END"

#define DAYS_OF_ROW                                                                                                    \
	"coalesce(pg_catalog.lower(validity), '-infinity'::pg_catalog.date), "                                             \
	"coalesce(pg_catalog.upper(validity), 'infinity'::pg_catalog.date)"

/* %1$s is the schema of the extension. */
#define FIELD_ROWS                                                                                                     \
	"SELECT code, " DAYS_OF_ROW ", " RANK_OF_ROW ", target FROM ("                                                     \
	"SELECT code, to_code AS target, validity, shipped, relation FROM socu.program_crosswalk "                         \
	"WHERE %1$s.classifier(to_code) OPERATOR(pg_catalog.=) %1$s.classifier_label('ISCEDF') "                           \
	"UNION ALL "                                                                                                       \
	"SELECT code, CASE WHEN kind OPERATOR(pg_catalog.=) 'extension' THEN coalesce(parent, code) ELSE code END, "       \
	"'(,)'::pg_catalog.daterange, shipped, 'exact' FROM socu.isced_f) AS r"

#define DIRECTION_ROWS                                                                                                 \
	"SELECT code, " DAYS_OF_ROW ", CASE WHEN shipped THEN 4 ELSE 0 END, "                                              \
	"pg_catalog.dense_rank() OVER (ORDER BY direction) OPERATOR(pg_catalog.-) 1, direction "                           \
	"FROM socu.direction_program"

/* A column of the result; the query leaves no null. */
static Datum
column(uint64 row, int number)
{
	bool isnull;
	Datum value = SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, number, &isnull);

	if (isnull)
		elog(ERROR, "unexpected null in a crosswalk row");
	return value;
}

/* The rows of one query, as intervals of codes that lie in each other. */
static void
read_rows(const char *query, CrosswalkIndex *index, MemoryContext context)
{
	Size n;

	if (SPI_execute(query, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read crosswalk rows");
	if (SPI_processed > MaxAllocSize / sizeof(CrosswalkRow) / 2)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("too many crosswalk rows: " UINT64_FORMAT, (uint64) SPI_processed)));
	n = (Size) SPI_processed;
	index->nrows = (int32) n;
	index->rows = MemoryContextAlloc(context, sizeof(CrosswalkRow) * (n + 1));
	index->nodes = MemoryContextAlloc(context, sizeof(CrosswalkNode) * (n + 1));
	index->starts = MemoryContextAlloc(context, sizeof(int64) * CROSSWALK_SEGMENTS(n));
	index->innermost = MemoryContextAlloc(context, sizeof(int32) * CROSSWALK_SEGMENTS(n));
	index->answers = MemoryContextAlloc(context, sizeof(uint8) * CROSSWALK_SEGMENTS(n));
	index->targets = MemoryContextAlloc(context, sizeof(int64) * CROSSWALK_SEGMENTS(n));
	for (Size i = 0; i < n; i++)
	{
		CrosswalkRow *row = &index->rows[i];

		program_subtree(DatumGetInt64(column(i, 1)), &row->lo, &row->hi);
		row->from = DatumGetDateADT(column(i, 2));
		row->to = DatumGetDateADT(column(i, 3));
		row->rank = (uint8) DatumGetInt32(column(i, 4));
		row->target = DatumGetInt64(column(i, 5));
	}
	if (!crosswalk_build(index))
		elog(ERROR, "crosswalk rows with crossing codes");
}

/* What the rulebook holds: fields, directions and labels. */
static void *
load_crosswalk(MemoryContext context)
{
	Crosswalk *rules = MemoryContextAllocZero(context, sizeof(Crosswalk));

	read_rows(psprintf(FIELD_ROWS, socu_extension_name()), &rules->fields, context);
	read_rows(DIRECTION_ROWS, &rules->directions, context);
	rules->names = MemoryContextAllocZero(context, sizeof(text *) * (rules->directions.nrows + 1));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		int64 number = DatumGetInt64(column(i, 5));
		text *name = DatumGetTextPP(column(i, 6));

		if (rules->names[number] == NULL)
		{
			rules->names[number] = MemoryContextAlloc(context, VARSIZE_ANY(name));
			memcpy(rules->names[number], name, VARSIZE_ANY(name));
		}
	}
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
	const text *name;
	text *result;

	if (row == NULL && inside_field(&rules->fields, code, day) && find_field(&rules->fields, code, day, &code))
		row = find_direction(&rules->directions, code, day);
	if (row == NULL)
		PG_RETURN_NULL();
	/* a copy: the rules may be read again before the result is used */
	name = rules->names[row->target];
	result = palloc(VARSIZE_ANY(name));
	memcpy(result, name, VARSIZE_ANY(name));
	PG_RETURN_TEXT_P(result);
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
