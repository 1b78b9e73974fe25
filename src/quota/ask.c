/*
 * quota/ask.c: asking the quota lines without writing.
 */
#include "quota/amount.h"
#include "quota/match.h"
#include "quota/persons.h"
#include "quota/refusal.h"
#include "quota/slot.h"

#include "ground/owner.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

PG_FUNCTION_INFO_V1(quota_check);
PG_FUNCTION_INFO_V1(quota_usage);
PG_FUNCTION_INFO_V1(quota_applies);

/* ---- quota_check ---- */

/* Its arguments are the columns of a record, in the order of QuotaColumn up to days. */
#define CHECK_ARGS (QC_DAYS + 1)

/* The type of an argument; a program_code is read as the integer that it is. */
static Oid
argument_type(QuotaColumn column)
{
	switch (column)
	{
		case QC_LEVEL:
			return INT4OID;
		case QC_PROGRAM:
		case QC_FIELD:
			return QUOTA_CODE_TYPE;
		case QC_STARTS_ON:
			return DATEOID;
		case QC_TERMS:
		case QC_MONTHS:
		case QC_DAYS:
			return NUMERICOID;
		default:
			return TEXTOID;
	}
}

/* The arguments of quota_check() as a row, and where its columns stand. */
static TupleTableSlot *
argument_slot(FunctionCallInfo fcinfo, QuotaMap *map)
{
	TupleDesc desc = CreateTemplateTupleDesc(CHECK_ARGS);
	TupleTableSlot *slot;

	memset(map, 0, sizeof(*map));
	for (int c = 0; c < CHECK_ARGS; c++)
	{
		Oid type = argument_type((QuotaColumn) c);

		TupleDescInitEntry(desc, (AttrNumber) (c + 1), quota_column_names[c], type, -1, 0);
		map->attnum[c] = (AttrNumber) (c + 1);
		map->basetype[c] = type;
	}
	fmgr_info(F_INT4OUT, &map->output[QC_LEVEL]);
	TupleDescFinalize(desc);
	slot = MakeSingleTupleTableSlot(desc, &TTSOpsVirtual);
	ExecClearTuple(slot);
	for (int c = 0; c < CHECK_ARGS; c++)
	{
		slot->tts_values[c] = PG_ARGISNULL(c) ? (Datum) 0 : PG_GETARG_DATUM(c);
		slot->tts_isnull[c] = PG_ARGISNULL(c);
	}
	return ExecStoreVirtualTuple(slot);
}

/*
 * May the caller see who has a seat?  Only who may read the students of mobility, with no row security between, gets an
 * answer that depends on the student: else the answers would tell, one key after another, who has one.
 */
static bool
sees_students(Oid home)
{
	Oid relid = network_relid_or_none(home, "mobility");
	AttrNumber attnum = OidIsValid(relid) ? get_attnum(relid, "student") : InvalidAttrNumber;

	return attnum != InvalidAttrNumber &&
		   (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK ||
			pg_attribute_aclcheck(relid, attnum, GetUserId(), ACL_SELECT) == ACLCHECK_OK) &&
		   check_enable_rls(relid, InvalidOid, true) != RLS_ENABLED;
}

/* The columns of the result of quota_check(). */
typedef enum CheckColumn
{
	CC_QUOTA_ID,
	CC_CODE,
	CC_UNIT,
	CC_ASKED,
	CC_LIMIT,
	CC_BOOKING_LIMIT,
	CC_HELD,
	CC_CONSUMED,
	CC_FREE,
	CC_VERDICT,
	CC_REASON,
	CC_COLUMNS
} CheckColumn;

/* What would become of it; 'reason' is why the line lacks room. */
static const char *
verdict_of(const QuotaLine *line, const QuotaTotals *totals, QuotaReason reason)
{
	if (reason == QR_NONE)
		return line->limited ? "ok" : "unlimited";
	if (!line->hard)
		return "advisory";
	return line->borrow && !(totals->flags & QUOTA_CLOSED) ? "borrowed" : "refused";
}

/* The row of a line that fits: what is asked of it, its numbers and its answer. */
static void
check_line(ReturnSetInfo *result, Oid home, const QuotaRow *row, const QuotaMatch *match)
{
	const QuotaLine *line = &match->rule->line;
	int64 amount = quota_row_amount(row, line->unit, line->code) * match->sign;
	Datum values[CC_COLUMNS];
	bool nulls[CC_COLUMNS] = {false};
	QuotaTotals totals;
	QuotaReason reason;
	int64 free;

	if (line->unit == QU_PERSONS && sees_students(home) &&
		quota_person_seated(home, line->quota_id, quota_row_student(row)))
		amount = 0;
	(void) quota_totals(home, line->quota_id, 0, NULL, &totals);
	reason = quota_lacks(line, &totals, row->holds * amount, row->consumes * amount);
	free = row->consumes && line->overbooked ? Min(totals.book_free, totals.seat_free) : totals.book_free;

	values[CC_QUOTA_ID] = Int64GetDatum(line->quota_id);
	values[CC_CODE] = CStringGetTextDatum(line->code);
	values[CC_UNIT] = CStringGetTextDatum(quota_unit_names[line->unit]);
	values[CC_ASKED] = quota_amount_datum(amount);
	values[CC_LIMIT] = quota_amount_datum(totals.seat_free + totals.consumed);
	values[CC_BOOKING_LIMIT] = quota_amount_datum(totals.book_free + totals.held + totals.consumed);
	values[CC_HELD] = quota_amount_datum(totals.held);
	values[CC_CONSUMED] = quota_amount_datum(totals.consumed);
	values[CC_FREE] = quota_amount_datum(free);
	nulls[CC_LIMIT] = nulls[CC_BOOKING_LIMIT] = nulls[CC_FREE] = !line->limited;
	values[CC_VERDICT] = CStringGetTextDatum(verdict_of(line, &totals, reason));
	nulls[CC_REASON] = reason == QR_NONE;
	values[CC_REASON] = reason == QR_NONE ? (Datum) 0 : CStringGetTextDatum(quota_reason_names[reason]);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* The row of a closed scheme that has no line for the record. */
static void
check_scheme(ReturnSetInfo *result, const QuotaRules *rules, const QuotaMatches *matches)
{
	Datum values[CC_COLUMNS] = {0};
	bool nulls[CC_COLUMNS];

	memset(nulls, true, sizeof(nulls));
	values[CC_CODE] = CStringGetTextDatum(rules->scheme[matches->missing_scheme].name);
	values[CC_VERDICT] = CStringGetTextDatum("refused");
	values[CC_REASON] = CStringGetTextDatum(quota_reason_names[quota_reason_without_line(matches)]);
	nulls[CC_CODE] = nulls[CC_VERDICT] = nulls[CC_REASON] = false;
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* The lines in the order in which they are asked: ancestors first, then by id. */
static int
compare_matches(const void *a, const void *b)
{
	const QuotaLine *x = &((const QuotaMatch *) a)->rule->line;
	const QuotaLine *y = &((const QuotaMatch *) b)->rule->line;

	if (x->depth != y->depth)
		return x->depth < y->depth ? -1 : 1;
	return x->quota_id < y->quota_id ? -1 : x->quota_id > y->quota_id;
}

/* quota_check(columns of a record): each line that fits, with what it would answer. */
Datum
quota_check(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Oid home = schema_of_function(fcinfo);
	QuotaMap map;
	QuotaRow row;
	QuotaMatches matches = {0};
	QuotaRules *rules;
	TupleTableSlot *slot;

	InitMaterializedSRF(fcinfo, 0);
	rules = quota_rules_get(home);
	slot = argument_slot(fcinfo, &map);
	/* a nomination that binds nothing yet is asked as if it were submitted */
	if (!quota_row_read(&row, &map, slot, rules->columns))
	{
		slot->tts_values[QC_STATUS] = CStringGetTextDatum(QUOTA_STATUS_ASKED);
		slot->tts_isnull[QC_STATUS] = false;
		(void) quota_row_read(&row, &map, slot, rules->columns);
	}
	quota_match(rules, &row, &matches);
	if (matches.missing_scheme >= 0)
		check_scheme(result, rules, &matches);
	if (matches.count > 0)
		qsort(matches.match, matches.count, sizeof(QuotaMatch), compare_matches);
	for (int i = 0; i < matches.count; i++)
		check_line(result, home, &row, &matches.match[i]);
	ExecDropSingleTupleTableSlot(slot);
	return (Datum) 0;
}

/* The columns of the result of quota_usage(). */
typedef enum UsageColumn
{
	UC_HELD,
	UC_CONSUMED,
	UC_BOOK_FREE,
	UC_SEAT_FREE,
	UC_FROZEN,
	UC_CLOSED,
	UC_SLOTS,
	UC_SINCE,
	UC_COLUMNS
} UsageColumn;

/* quota_usage(quota_id): the counters of a line, newest committed state and own changes. */
Datum
quota_usage(PG_FUNCTION_ARGS)
{
	QuotaTotals totals;
	TupleDesc desc;
	Datum values[UC_COLUMNS];
	bool nulls[UC_COLUMNS] = {false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (!quota_totals(schema_of_function(fcinfo), PG_GETARG_INT64(0), 0, NULL, &totals))
		PG_RETURN_NULL();
	values[UC_HELD] = quota_amount_datum(totals.held);
	values[UC_CONSUMED] = quota_amount_datum(totals.consumed);
	values[UC_BOOK_FREE] = quota_amount_datum(totals.book_free);
	values[UC_SEAT_FREE] = quota_amount_datum(totals.seat_free);
	values[UC_FROZEN] = BoolGetDatum((totals.flags & QUOTA_FROZEN) != 0);
	values[UC_CLOSED] = BoolGetDatum((totals.flags & QUOTA_CLOSED) != 0);
	values[UC_SLOTS] = Int32GetDatum(totals.slots);
	values[UC_SINCE] = TimestampTzGetDatum(totals.since);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* quota_applies(record of mobility, quota_id): does the line fit the record (whatever its status)? */
Datum
quota_applies(PG_FUNCTION_ARGS)
{
	HeapTupleHeader header = PG_GETARG_HEAPTUPLEHEADER(0);
	int64 quota_id = PG_GETARG_INT64(1);
	TupleDesc desc = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(header), HeapTupleHeaderGetTypMod(header));
	HeapTupleData tuple;
	TupleTableSlot *slot = MakeSingleTupleTableSlot(desc, &TTSOpsHeapTuple);
	QuotaMap *map = quota_map_make(desc, 0, NULL, CurrentMemoryContext, "mobility");
	QuotaMatches matches = {0};
	QuotaRow row;
	QuotaRules *rules;
	bool applies = false;

	tuple.t_len = HeapTupleHeaderGetDatumLength(header);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_tableOid = InvalidOid;
	tuple.t_data = header;
	ExecStoreHeapTuple(&tuple, slot, false);
	map->attnum[QC_STATUS] = 0; /* as if it had a seat */
	rules = quota_rules_get(schema_of_function(fcinfo));
	(void) quota_row_read(&row, map, slot, rules->columns);
	quota_match(rules, &row, &matches);
	for (int i = 0; i < matches.count; i++)
		applies |= matches.match[i].rule->line.quota_id == quota_id && matches.match[i].sign > 0;
	ExecDropSingleTupleTableSlot(slot);
	ReleaseTupleDesc(desc);
	PG_RETURN_BOOL(applies);
}
