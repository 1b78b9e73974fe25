/*
 * recognition/distribution.c: the aggregate grade_distribution_of, and the table of a distribution.
 *
 * The state is a bigint array (see gpa.c): the smallest group, the scale, then
 * for each text met the text and how often.
 */
#include "recognition/answer.h"
#include "recognition/pack_core.h"
#include "recognition/words.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "common/int.h"
#include "credit/type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(grade_distribution_accum);
PG_FUNCTION_INFO_V1(grade_distribution_combine);
PG_FUNCTION_INFO_V1(grade_distribution_final);
PG_FUNCTION_INFO_V1(grade_distribution_table);

typedef struct CountEntry
{
	int64 grade[PACK_WORDS];
	int64 count;
} CountEntry;

typedef struct CountState
{
	int64 minimum;
	int64 scale[PACK_WORDS];
	CountEntry entries[FLEXIBLE_ARRAY_MEMBER];
} CountState;

#define HEAD_WORDS ((int) (offsetof(CountState, entries) / sizeof(int64)))
#define ENTRY_WORDS ((int) (sizeof(CountEntry) / sizeof(int64)))
#define STATE(array) ((CountState *) ARR_DATA_PTR(array))
#define ENTRIES(array) ((ARR_DIMS(array)[0] - HEAD_WORDS) / ENTRY_WORDS)

#define DEFAULT_MINIMUM 30 /* as small as a reference group usually may be */

#define invalid_state() words_invalid("grade_distribution_of")

/* ERROR unless the length and the head are those of a state: enough to add to it. */
static ArrayType *
checked_shape(ArrayType *array)
{
	int words = words_count(array);

	if (words < HEAD_WORDS || (words - HEAD_WORDS) % ENTRY_WORDS != 0 || ENTRIES(array) > GRADE_COUNTS_MAX ||
		STATE(array)->minimum < 1)
		invalid_state();
	return array;
}

/* A packed text as text; ERROR if it is none. */
static Datum
unpacked(const int64 *words)
{
	char bytes[PACK_BYTES];
	int len = unpack_text(words, bytes);

	if (len < 0 || !pg_verifymbstr(bytes, len, true))
		invalid_state();
	return PointerGetDatum(cstring_to_text_with_len(bytes, len));
}

/* A state with room for so many grades, its head copied from 'head'. */
static ArrayType *
new_state(const CountState *head, int entries)
{
	ArrayType *array = words_new(HEAD_WORDS + entries * ENTRY_WORDS);

	memcpy(STATE(array), head, offsetof(CountState, entries));
	return array;
}

/* The state with the count added; a larger array if the grade is new to it. */
static ArrayType *
add_count(ArrayType *array, const int64 *grade, int64 count)
{
	int n = ENTRIES(array);
	ArrayType *larger;

	for (int i = 0; i < n; i++)
		if (pack_equal(STATE(array)->entries[i].grade, grade))
		{
			if (count < 0 ||
				pg_add_s64_overflow(STATE(array)->entries[i].count, count, &STATE(array)->entries[i].count))
				ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("the distribution is too large")));
			return array;
		}
	if (n == GRADE_COUNTS_MAX)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("a distribution can hold at most %d grades", GRADE_COUNTS_MAX),
						errhint("Read the grades first with grade_parse.")));
	larger = new_state(STATE(array), n + 1);
	memcpy(STATE(larger)->entries, STATE(array)->entries, n * sizeof(CountEntry));
	memcpy(STATE(larger)->entries[n].grade, grade, sizeof(STATE(larger)->entries[n].grade));
	STATE(larger)->entries[n].count = count;
	return larger;
}

/* Packs a grade or the code of a scale into words; ERROR 22023 if it is too long for a state. */
static void
pack_argument(const text *value, int64 *words, const char *what)
{
	if (!pack_text(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), words))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s \"%s\" is longer than %d bytes", what,
							   socu_clip(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)), PACK_BYTES)));
}

/* grade_distribution_accum(state, grade, scale [, minimum]): a null grade is none */
Datum
grade_distribution_accum(PG_FUNCTION_ARGS)
{
	CountState head = {.minimum = DEFAULT_MINIMUM};
	int64 grade[PACK_WORDS];
	ArrayType *array;

	if (PG_ARGISNULL(2) || (PG_NARGS() > 3 && PG_ARGISNULL(3)))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("scale and minimum of grade_distribution_of must not be null")));
	if (PG_NARGS() > 3)
		head.minimum = PG_GETARG_INT32(3);
	if (head.minimum < 1)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("the smallest group cannot be " INT64_FORMAT, head.minimum)));
	pack_argument(PG_GETARG_TEXT_PP(2), head.scale, "scale");
	if (PG_ARGISNULL(0))
		array = new_state(&head, 0);
	else
		array = checked_shape(words_state(fcinfo));
	if (memcmp(STATE(array), &head, offsetof(CountState, entries)) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("scale and minimum must be the same for all rows of one grade_distribution_of"),
						errhint("GROUP BY the scale.")));
	if (!PG_ARGISNULL(1))
	{
		pack_argument(PG_GETARG_TEXT_PP(1), grade, "grade");
		array = add_count(array, grade, 1);
	}
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
grade_distribution_combine(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	ArrayType *other;

	if (PG_ARGISNULL(1))
		return words_unchanged(fcinfo);
	other = checked_shape(PG_GETARG_ARRAYTYPE_P(1));
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(PG_GETARG_ARRAYTYPE_P_COPY(1));
	array = checked_shape(words_state(fcinfo));
	if (memcmp(STATE(array), STATE(other), offsetof(CountState, entries)) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("scale and minimum must be the same for all rows of one grade_distribution_of"),
						errhint("GROUP BY the scale.")));
	for (int i = 0; i < ENTRIES(other); i++)
		array = add_count(array, STATE(other)->entries[i].grade, STATE(other)->entries[i].count);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* For qsort: in the order of the bytes of the texts. */
static int
compare_entries(const void *a, const void *b)
{
	const CountEntry *x = a;
	const CountEntry *y = b;

	/* as the bytes of the texts compare */
	for (int i = 0; i < PACK_WORDS; i++)
		if (x->grade[i] != y->grade[i])
			return (uint64) x->grade[i] < (uint64) y->grade[i] ? -1 : 1;
	return 0;
}

/* A row of grade_counts; without grades and counts where the group is too small or all have one grade. */
Datum
grade_distribution_final(PG_FUNCTION_ARGS)
{
	ArrayType *array;
	TupleDesc desc;
	Datum grades[GRADE_COUNTS_MAX];
	Datum counts[GRADE_COUNTS_MAX];
	Datum values[3] = {0};
	bool nulls[3] = {false};
	int64 total = 0;
	int n;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	array = checked_shape(PG_GETARG_ARRAYTYPE_P_COPY(0));
	n = ENTRIES(array);
	qsort(STATE(array)->entries, n, sizeof(CountEntry), compare_entries);
	for (int i = 0; i < n; i++)
	{
		const CountEntry *entry = &STATE(array)->entries[i];

		if (entry->count < 0 || pg_add_s64_overflow(total, entry->count, &total))
			invalid_state();
		grades[i] = unpacked(entry->grade);
		counts[i] = Int64GetDatum(entry->count);
	}
	values[0] = unpacked(STATE(array)->scale);
	nulls[1] = nulls[2] = total < STATE(array)->minimum || n < 2;
	if (!nulls[1])
	{
		values[1] = PointerGetDatum(construct_array(grades, n, TEXTOID, -1, false, TYPALIGN_INT));
		values[2] =
			PointerGetDatum(construct_array(counts, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/*
 * grade_distribution_table(counts, on_date, level): the passing grades, best
 * first, how often each, its share and the share down to it.
 */
Datum
grade_distribution_table(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	ScaleView *view;
	const GradeCounts *counts;
	char *level = SOCU_TEXT_ARG(2);
	int64 reached = 0;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		return (Datum) 0;
	level_required(level);
	counts = grade_counts_argument(PG_GETARG_DATUM(0), NULL, level, PG_GETARG_DATEADT(1), "counts", &view);
	for (int i = 0; i < counts->n; i++)
	{
		Datum values[4];
		bool nulls[4] = {false};

		reached += counts->counts[i];
		values[0] = PointerGetDatum(cstring_to_text(grade_text(&view->scale, counts->grades[i])));
		values[1] = Int64GetDatum(counts->counts[i]);
		nulls[2] = nulls[3] = counts->total == 0;
		if (counts->total > 0)
		{
			values[2] = NumericGetDatum(credit_fraction_to_numeric(credit_fraction(counts->counts[i], counts->total)));
			values[3] = NumericGetDatum(credit_fraction_to_numeric(credit_fraction(reached, counts->total)));
		}
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}
