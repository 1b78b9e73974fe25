/*
 * recognition/gpa.c: the aggregates gpa and transcript_gpa.
 *
 * The states are bigint arrays, so that they can be combined in parallel plans
 * and on other servers.  Anybody can make an aggregate of the transition
 * functions with a first state of his own: a state is checked before it is used,
 * except in our own aggregates' inner loop, where it can only come from us.
 */
#include "recognition/gpa_core.h"
#include "recognition/scale.h"
#include "recognition/words.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "credit/type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(gpa_accum);
PG_FUNCTION_INFO_V1(gpa_accum_credit);
PG_FUNCTION_INFO_V1(gpa_combine);
PG_FUNCTION_INFO_V1(gpa_final);
PG_FUNCTION_INFO_V1(transcript_gpa_accum);
PG_FUNCTION_INFO_V1(transcript_gpa_combine);
PG_FUNCTION_INFO_V1(transcript_gpa_final);

/* ---- numbers, remembered ---- */

/*
 * A column of points or credits holds few different values, and reading one
 * from a numeric costs more than all else here: equal bytes are equal numbers.
 */
#define NUMBER_SLOTS 128 /* a power of two */
#define NUMBER_BYTES 15

typedef struct NumberSlot
{
	uint8 len; /* 0: free */
	char bytes[NUMBER_BYTES];
	int64 value;
} NumberSlot;

typedef struct NumberMemo
{
	NumberSlot points[NUMBER_SLOTS];
	NumberSlot credits[NUMBER_SLOTS];
} NumberMemo;

/* Points in millionths; ERROR 22003 for a number that stands for "missing". */
static int64
points_units(Numeric value)
{
	GradeNumber points;
	char *text = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value)));

	if (!grade_number_parse(text, strlen(text), &points) || points < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s cannot be the points of a grade", socu_clip(text, -1)),
						errdetail("Points are numbers from 0 to 1000000 with at most six decimals."),
						errhint("A missing grade is NULL, not a number that stands for it.")));
	return points;
}

/* Credits in units of the credit type; ERROR 22003 below zero. */
static int64
credits_units(Numeric value)
{
	char *text = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value)));
	size_t at;
	int64_t units;
	CreditResult result = credit_parse_amount(text, strlen(text), &units, &at);

	if (result != CREDIT_OK || units < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s cannot be the credits of a course", socu_clip(text, -1)),
						errdetail("Credits are multiples of 1/1260000 from 0 to 7148570837: four decimals at least."),
						errhint("Round them first; a third of a credit is exact as a value of type credit.")));
	return units;
}

/* The value of a numeric: as remembered, else by 'read', and then remembered. */
static int64
remembered(NumberSlot *slots, Datum datum, int64 (*read)(Numeric))
{
	struct varlena *value = (struct varlena *) DatumGetPointer(datum);
	Numeric number;
	const char *bytes;
	Size len;
	NumberSlot *slot;
	uint32 at = 0;

	/* compressed or out of line: none of the numbers that come again */
	if (VARATT_IS_EXTENDED(value) && !VARATT_IS_SHORT(value))
		return read(DatumGetNumeric(datum));
	bytes = VARDATA_ANY(value);
	len = VARSIZE_ANY_EXHDR(value);
	if (len > NUMBER_BYTES || len == 0)
		return read(DatumGetNumeric(datum));
	for (Size i = 0; i < len; i++)
		at = at * 31 + (unsigned char) bytes[i];
	slot = &slots[(at ^ (at >> 7)) & (NUMBER_SLOTS - 1)];
	if (slot->len == len && memcmp(slot->bytes, bytes, len) == 0)
		return slot->value;
	number = DatumGetNumeric(datum);
	slot->len = 0;
	slot->value = read(number);
	memcpy(slot->bytes, bytes, len);
	slot->len = (uint8) len;
	return slot->value;
}

/* The last numbers read, kept from row to row: transcripts repeat them. */
static NumberMemo *
number_memo(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(NumberMemo));
	return fcinfo->flinfo->fn_extra;
}

/* ---- rounding asked for ---- */

#define NO_PLACES (-1) /* half up to nine decimals, zeros at the end left out */

/* ERROR 22023 for a number of decimals outside 0 to GPA_PLACES_MAX. */
static int
places_required(int32 places)
{
	if (places < 0 || places > GPA_PLACES_MAX)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("an average cannot have %d decimals", places),
						errhint("Ask for 0 to %d.", GPA_PLACES_MAX)));
	return places;
}

/* The average as a numeric; null where there are no credits to weigh with. */
static Datum
average_datum(const GpaSum *sum, int places, CreditRounding mode, bool *isnull)
{
	int64_t value;
	int shown = places == NO_PLACES ? GPA_PLACES_MAX : places;

	*isnull = !gpa_value(sum, shown, mode, &value);
	if (*isnull)
		return (Datum) 0;
	for (; places == NO_PLACES && shown > 0 && value % 10 == 0; shown--)
		value /= 10;
	return NumericGetDatum(shown == 0 ? int64_to_numeric(value) : int64_div_fast_to_numeric(value, shown));
}

/* ---- gpa ---- */

typedef struct GpaState
{
	int64 scheme; /* 1 + the scheme of the credits; 0: plain numbers */
	int64 places; /* NO_PLACES .. GPA_PLACES_MAX */
	int64 mode;
	int64 weighted_high;
	int64 weighted_low;
	int64 credits_high;
	int64 credits_low;
} GpaState;

#define GPA_WORDS ((int) (sizeof(GpaState) / sizeof(int64)))
#define GPA_STATE(array) ((GpaState *) ARR_DATA_PTR(array))

/* The 128 bits that two words of a state hold. */
static __int128
from_words(int64 high, int64 low)
{
	return (__int128) (((unsigned __int128) (uint64) high << 64) | (uint64) low);
}

static GpaSum
state_sum(const GpaState *state)
{
	GpaSum sum = {from_words(state->weighted_high, state->weighted_low),
				  from_words(state->credits_high, state->credits_low)};

	return sum;
}

static void
set_state_sum(GpaState *state, const GpaSum *sum)
{
	state->weighted_high = (int64) (sum->weighted >> 64);
	state->weighted_low = (int64) sum->weighted;
	state->credits_high = (int64) (sum->credits >> 64);
	state->credits_low = (int64) sum->credits;
}

/* ERROR 22023 unless the words are a state: it may come from a client. */
static ArrayType *
checked_gpa(ArrayType *array)
{
	const GpaState *state;
	GpaSum sum;

	if (words_count(array) != GPA_WORDS)
		words_invalid("gpa");
	state = GPA_STATE(array);
	sum = state_sum(state);
	if (state->scheme < 0 || state->scheme > credit_scheme_count() || state->places < NO_PLACES ||
		state->places > GPA_PLACES_MAX || state->mode < CREDIT_HALF_UP || state->mode > CREDIT_TRUNCATE ||
		!gpa_sum_valid(&sum))
		words_invalid("gpa");
	return array;
}

/* The decimals and the rounding that the arguments behind points and credits ask for. */
static GpaState
gpa_head(FunctionCallInfo fcinfo, int64 scheme)
{
	GpaState head = {.scheme = scheme, .places = NO_PLACES, .mode = CREDIT_HALF_UP};

	if (PG_NARGS() <= 3)
		return head;
	if (PG_ARGISNULL(3) || PG_ARGISNULL(4))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("decimals and rounding_mode of gpa must not be null")));
	head.places = places_required(PG_GETARG_INT32(3));
	head.mode = credit_rounding_required(PG_GETARG_TEXT_PP(4));
	return head;
}

/* The state to add to: the one given, or a new one. */
static ArrayType *
gpa_state(FunctionCallInfo fcinfo, const GpaState *head)
{
	ArrayType *array;

	if (PG_ARGISNULL(0))
	{
		array = words_new(GPA_WORDS);
		*GPA_STATE(array) = *head;
		return array;
	}
	array = checked_gpa(words_state(fcinfo));
	if (GPA_STATE(array)->scheme != head->scheme)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("one average cannot be weighted by credits of schemes %s and %s",
							   GPA_STATE(array)->scheme > 0 ? credit_label((int) GPA_STATE(array)->scheme - 1) : "none",
							   head->scheme > 0 ? credit_label((int) head->scheme - 1) : "none"),
						errhint("Convert them first with credit_convert.")));
	if (GPA_STATE(array)->places != head->places || GPA_STATE(array)->mode != head->mode)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("decimals and rounding_mode must be the same for all rows of one gpa")));
	return array;
}

/* Adds one graded line to the sums. */
static Datum
gpa_add_line(FunctionCallInfo fcinfo, int64 scheme, int64 points, int64 credits)
{
	GpaState head = gpa_head(fcinfo, scheme);
	ArrayType *array = gpa_state(fcinfo, &head);
	GpaSum sum = state_sum(GPA_STATE(array));

	if (!gpa_add(&sum, points, credits))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("too many credits for one average")));
	set_state_sum(GPA_STATE(array), &sum);
	PG_RETURN_ARRAYTYPE_P(array);
}

/* Has the line points? One without them is in no average, and the state stays as it is. */
static bool
is_line(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(1))
		return false;
	if (PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("a graded line has no credits"),
				 errdetail("Its points are %s.", DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(1)))),
				 errhint("Fill them in; a line that no average counts has points NULL.")));
	return true;
}

/* gpa_accum(state, points, credits numeric [, decimals, rounding_mode]) */
Datum
gpa_accum(PG_FUNCTION_ARGS)
{
	NumberMemo *memo;

	if (!is_line(fcinfo))
		return words_unchanged(fcinfo);
	memo = number_memo(fcinfo);
	return gpa_add_line(fcinfo, 0, remembered(memo->points, PG_GETARG_DATUM(1), points_units),
						remembered(memo->credits, PG_GETARG_DATUM(2), credits_units));
}

/* gpa_accum_credit(state, points, credit [, decimals, rounding_mode]) */
Datum
gpa_accum_credit(PG_FUNCTION_ARGS)
{
	int64 credit;
	NumberMemo *memo;

	if (!is_line(fcinfo))
		return words_unchanged(fcinfo);
	credit = PG_GETARG_CREDIT(2);
	memo = number_memo(fcinfo);
	if (credit_units(credit) < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("%s cannot be the credits of a course", credit_text(credit))));
	return gpa_add_line(fcinfo, 1 + credit_scheme_number(credit),
						remembered(memo->points, PG_GETARG_DATUM(1), points_units), credit_units(credit));
}

Datum
gpa_combine(PG_FUNCTION_ARGS)
{
	ArrayType *other;
	ArrayType *array;
	GpaSum sum;
	GpaSum more;

	if (PG_ARGISNULL(1))
		return words_unchanged(fcinfo);
	other = checked_gpa(PG_GETARG_ARRAYTYPE_P(1));
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(PG_GETARG_ARRAYTYPE_P_COPY(1));
	array = gpa_state(fcinfo, GPA_STATE(other));
	sum = state_sum(GPA_STATE(array));
	more = state_sum(GPA_STATE(other));
	if (!gpa_merge(&sum, &more))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("too many credits for one average")));
	set_state_sum(GPA_STATE(array), &sum);
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
gpa_final(PG_FUNCTION_ARGS)
{
	const GpaState *state;
	GpaSum sum;
	Datum average;
	bool isnull;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	state = GPA_STATE(checked_gpa(PG_GETARG_ARRAYTYPE_P(0)));
	sum = state_sum(state);
	average = average_datum(&sum, (int) state->places, (CreditRounding) state->mode, &isnull);
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(average);
}

/* ---- transcript_gpa: attempts and retakes ---- */

typedef struct TranscriptState
{
	int64 policy;
	int64 n; /* attempts in use; the array may have room for more */
	GpaAttempt attempts[FLEXIBLE_ARRAY_MEMBER];
} TranscriptState;

#define TRANSCRIPT_HEAD 2
#define ATTEMPT_WORDS ((int) (sizeof(GpaAttempt) / sizeof(int64)))
#define TRANSCRIPT(array) ((TranscriptState *) ARR_DATA_PTR(array))
#define ATTEMPTS_MAX 65536 /* of one group */

/* ERROR unless the length and the head are those of a state: adding an attempt reads no other one. */
static ArrayType *
checked_head(ArrayType *array)
{
	const TranscriptState *state = TRANSCRIPT(array);
	int words = words_count(array);

	if (words < TRANSCRIPT_HEAD || (words - TRANSCRIPT_HEAD) % ATTEMPT_WORDS != 0 || state->policy < 0 ||
		state->policy >= RETAKE_POLICIES || state->n < 0 || state->n > (words - TRANSCRIPT_HEAD) / ATTEMPT_WORDS)
		words_invalid("transcript_gpa");
	return array;
}

/* ERROR unless all of it is a state, before its attempts are read. */
static ArrayType *
checked_transcript(ArrayType *array)
{
	const TranscriptState *state = TRANSCRIPT(checked_head(array));

	for (int i = 0; i < state->n; i++)
	{
		char course[PACK_BYTES];

		if (!gpa_attempt_valid(&state->attempts[i]) ||
			!pg_verifymbstr(course, unpack_text(state->attempts[i].course, course), true))
			words_invalid("transcript_gpa");
	}
	return array;
}

/* A state with room for so many more attempts; it doubles, so that adding stays linear. */
static ArrayType *
with_room(ArrayType *array, int64 more)
{
	int64 n = TRANSCRIPT(array)->n;
	int64 room = (ARR_DIMS(array)[0] - TRANSCRIPT_HEAD) / ATTEMPT_WORDS;
	ArrayType *larger;

	if (n + more > ATTEMPTS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a transcript can hold at most %d attempts", ATTEMPTS_MAX), errhint("GROUP BY the student.")));
	if (n + more <= room)
		return array;
	larger = words_new((int) (TRANSCRIPT_HEAD + Max(n + more, 2 * n) * ATTEMPT_WORDS));
	memcpy(TRANSCRIPT(larger), TRANSCRIPT(array), offsetof(TranscriptState, attempts) + n * sizeof(GpaAttempt));
	return larger;
}

/* The place of a word in a list; ERROR 22023 if it is not there. */
static int
word_required(const text *given, const char *const *words, int n, const char *what)
{
	Size len = VARSIZE_ANY_EXHDR(given);
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < n; i++)
	{
		if (len == strlen(words[i]) && memcmp(VARDATA_ANY(given), words[i], len) == 0)
			return i;
		appendStringInfo(&list, "%s%s", i == 0 ? "" : i == n - 1 ? " and " : ", ", words[i]);
	}
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown %s \"%s\"", what, socu_clip(VARDATA_ANY(given), len)),
					errhint("There are %s.", list.data)));
}

/* The course of an attempt; ERROR 22004 if it has none, 22023 if it is too long. */
static void
course_argument(FunctionCallInfo fcinfo, GpaAttempt *attempt)
{
	text *course;

	if (PG_ARGISNULL(1))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("an attempt has no course")));
	course = PG_GETARG_TEXT_PP(1);
	if (!pack_text(VARDATA_ANY(course), VARSIZE_ANY_EXHDR(course), attempt->course))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("course \"%s\" is longer than %d bytes",
							   socu_clip(VARDATA_ANY(course), VARSIZE_ANY_EXHDR(course)), PACK_BYTES),
						errhint("Give the code of the course.")));
}

/* The attempt that the arguments of transcript_gpa_accum describe. */
static GpaAttempt
attempt_argument(FunctionCallInfo fcinfo)
{
	NumberMemo *memo = number_memo(fcinfo);
	GpaAttempt attempt = {0};

	course_argument(fcinfo, &attempt);
	attempt.attempt = PG_ARGISNULL(2) ? 1 : PG_GETARG_INT32(2);
	if (PG_ARGISNULL(5))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("attempt " INT64_FORMAT " of course \"%s\" has no status", (int64) attempt.attempt,
							   text_to_cstring(PG_GETARG_TEXT_PP(1)))));
	attempt.status = word_required(PG_GETARG_TEXT_PP(5), gpa_status_names, ATTEMPT_STATUSES, "status");
	attempt.graded = !PG_ARGISNULL(3);
	if (attempt.graded)
		attempt.points = remembered(memo->points, PG_GETARG_DATUM(3), points_units);
	if (!PG_ARGISNULL(4))
		attempt.credits = remembered(memo->credits, PG_GETARG_DATUM(4), credits_units);
	else if (attempt.status == ATTEMPT_PASSED || attempt.status == ATTEMPT_FAILED || attempt.status == ATTEMPT_PENDING)
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						errmsg("attempt " INT64_FORMAT " of course \"%s\" has no credits", (int64) attempt.attempt,
							   text_to_cstring(PG_GETARG_TEXT_PP(1)))));
	return attempt;
}

/* ERROR 22023 if the rows of one group name two policies. */
static void
same_policy(const ArrayType *array, int64 policy)
{
	if (TRANSCRIPT(array)->policy != policy)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("policy must be the same for all rows of one transcript_gpa")));
}

/* transcript_gpa_accum(state, course, attempt, points, credits, status, policy) */
Datum
transcript_gpa_accum(PG_FUNCTION_ARGS)
{
	GpaAttempt attempt = attempt_argument(fcinfo);
	ArrayType *array;
	int policy;

	if (PG_ARGISNULL(6))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("policy of transcript_gpa must not be null")));
	policy = word_required(PG_GETARG_TEXT_PP(6), gpa_policy_names, RETAKE_POLICIES, "retake policy");
	if (PG_ARGISNULL(0))
	{
		array = words_new(TRANSCRIPT_HEAD + 8 * ATTEMPT_WORDS);
		TRANSCRIPT(array)->policy = policy;
	}
	else
		array = checked_head(words_state(fcinfo));
	same_policy(array, policy);
	array = with_room(array, 1);
	TRANSCRIPT(array)->attempts[TRANSCRIPT(array)->n++] = attempt;
	PG_RETURN_ARRAYTYPE_P(array);
}

Datum
transcript_gpa_combine(PG_FUNCTION_ARGS)
{
	ArrayType *other;
	ArrayType *array;

	if (PG_ARGISNULL(1))
		return words_unchanged(fcinfo);
	other = checked_head(PG_GETARG_ARRAYTYPE_P(1));
	if (PG_ARGISNULL(0))
		PG_RETURN_ARRAYTYPE_P(PG_GETARG_ARRAYTYPE_P_COPY(1));
	array = checked_head(words_state(fcinfo));
	same_policy(array, TRANSCRIPT(other)->policy);
	array = with_room(array, TRANSCRIPT(other)->n);
	memcpy(&TRANSCRIPT(array)->attempts[TRANSCRIPT(array)->n], TRANSCRIPT(other)->attempts,
		   TRANSCRIPT(other)->n * sizeof(GpaAttempt));
	TRANSCRIPT(array)->n += TRANSCRIPT(other)->n;
	PG_RETURN_ARRAYTYPE_P(array);
}

/* Units of the credit type as numeric. */
static Datum
credits_datum(__int128 units)
{
	/* 65536 attempts of 2^53 units do not fit in 63 bits */
	if (units > PG_INT64_MAX)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("too many credits in one transcript")));
	return NumericGetDatum(credit_fraction_to_numeric(credit_fraction((int64) units, CREDIT_UNITS)));
}

/* transcript_gpa_final(state): a row of gpa_summary */
Datum
transcript_gpa_final(PG_FUNCTION_ARGS)
{
	TranscriptState *state;
	GpaSummary summary;
	TupleDesc desc;
	Datum values[7];
	bool nulls[7] = {false};
	int twice;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	/* a copy, because it is sorted: a window may go on with the state */
	state = TRANSCRIPT(checked_transcript(PG_GETARG_ARRAYTYPE_P_COPY(0)));
	if (!gpa_evaluate(state->attempts, (int) state->n, (GpaPolicy) state->policy, &summary, &twice))
	{
		char course[PACK_BYTES];
		int len = unpack_text(state->attempts[twice].course, course);

		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("attempt " INT64_FORMAT " of course \"%s\" stands twice",
							   (int64) state->attempts[twice].attempt, socu_clip(course, len)),
						errhint("Number the attempts of a course in the order of time; a course that may be taken for "
								"credit again gets a key of its own each time.")));
	}
	values[0] = average_datum(&summary.sum, NO_PLACES, CREDIT_HALF_UP, &nulls[0]);
	values[1] = credits_datum(summary.sum.credits);
	values[2] = credits_datum(summary.earned);
	values[3] = credits_datum(summary.failed);
	values[4] = credits_datum(summary.pending);
	values[5] = Int32GetDatum(summary.courses);
	values[6] = Int32GetDatum((int) state->n);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}
