/*
 * quota/audit.c: counters against records; making the counters anew.
 */
#include "quota/audit.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"
#include "quota/account.h"
#include "quota/amount.h"
#include "quota/persons.h"
#include "quota/tables.h"
#include "quota/tally.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/snapmgr.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(quota_audit);
PG_FUNCTION_INFO_V1(quota_recount_lines);

/* ---- numbers that stand in the tables, by line ---- */

typedef struct LineNumbers
{
	int64 book; /* hundredths */
	int64 seat;
	int slots;
	bool closed;
	bool enforced;
	bool overbooked;
	bool has_limit;
	int64 ledger_held;
	int64 ledger_consumed;
} LineNumbers;

/* In the order of the lines in memory (both by quota_id). */
static SchemaStatement read_limits = {
	.text = "SELECT (booking_limit OPERATOR(pg_catalog.*) 100)::pg_catalog.int8,"
			" (effective_limit OPERATOR(pg_catalog.*) 100)::pg_catalog.int8, slots,"
			" status OPERATOR(pg_catalog.=) 'closed',"
			" limited OPERATOR(pg_catalog.=) 'limited' AND enforcement OPERATOR(pg_catalog.=) 'hard',"
			" overbook_factor OPERATOR(pg_catalog.>) 1, limited OPERATOR(pg_catalog.=) 'limited'"
			" FROM @.quota WHERE status OPERATOR(pg_catalog.<>) 'draft' ORDER BY quota_id",
	.what = "read the limits of the quota lines",
};

static SchemaStatement read_ledger = {
	.text = "SELECT l.quota_id, pg_catalog.sum(l.held)::pg_catalog.int8, pg_catalog.sum(l.consumed)::pg_catalog.int8"
			" FROM @.quota_ledger l JOIN @.quota_slot s ON s.quota_id OPERATOR(pg_catalog.=) l.quota_id"
			" AND s.slot OPERATOR(pg_catalog.=) 0 AND s.since OPERATOR(pg_catalog.=) l.since GROUP BY l.quota_id",
	.what = "read the ledger",
};

/* The limits as the lines state them, whatever the counters say. */
static void
load_limits(LineNumbers *lines, const QuotaRules *rules, Snapshot snapshot)
{
	if (statement_read(&read_limits, rules->home, NULL, snapshot) != (uint64) rules->count)
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("the quota lines changed while they were read"), errhint("Try again.")));
	for (int i = 0; i < rules->count; i++)
	{
		RowReader row = row_reader(i, CurrentMemoryContext);
		LineNumbers *line = &lines[i];

		line->book = next_int64(&row);
		line->seat = next_int64(&row);
		line->slots = next_int16(&row);
		line->closed = next_bool(&row);
		line->enforced = next_bool(&row);
		line->overbooked = next_bool(&row);
		line->has_limit = next_bool(&row);
	}
}

/* What the entries since the opening of each account add up to. */
static void
load_ledger(LineNumbers *lines, const QuotaRules *rules, Snapshot snapshot)
{
	int count = (int) statement_read(&read_ledger, rules->home, NULL, snapshot);

	for (int i = 0; i < count; i++)
	{
		RowReader row = row_reader(i, CurrentMemoryContext);
		const QuotaRule *rule = quota_rule_of(rules, next_int64(&row));

		if (rule)
		{
			lines[rule->index].ledger_held = next_int64(&row);
			lines[rule->index].ledger_consumed = next_int64(&row);
		}
	}
}

/* By the index of the line. */
static LineNumbers *
line_numbers(const QuotaRules *rules, Snapshot snapshot, bool with_ledger)
{
	LineNumbers *lines = palloc0(sizeof(LineNumbers) * (rules->count + 1));
	OwnerScope saved;

	owner_begin(network_relid(rules->home, "quota"), &saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	load_limits(lines, rules, snapshot);
	if (with_ledger)
		load_ledger(lines, rules, snapshot);
	SPI_finish();
	owner_end(&saved);
	return lines;
}

/* ---- quota_audit ---- */

/* The columns of its result. */
typedef enum AuditColumn
{
	AC_QUOTA_ID,
	AC_CODE,
	AC_SLOTS,
	AC_COUNTER_SLOTS,
	AC_HELD,
	AC_CONSUMED,
	AC_RECORD_HELD,
	AC_RECORD_CONSUMED,
	AC_LEDGER_HELD,
	AC_LEDGER_CONSUMED,
	AC_BOOKING_LIMIT,
	AC_COUNTER_BOOKING_LIMIT,
	AC_LIMIT,
	AC_COUNTER_LIMIT,
	AC_FROZEN,
	AC_CLOSED,
	AC_COLUMNS
} AuditColumn;

/* The row of a line: three sources side by side. */
static void
audit_line(ReturnSetInfo *result, const QuotaRule *rule, const LineNumbers *line, const QuotaTally *tally,
		   const QuotaTotals *totals)
{
	Datum values[AC_COLUMNS];
	bool nulls[AC_COLUMNS] = {false};

	values[AC_QUOTA_ID] = Int64GetDatum(rule->line.quota_id);
	values[AC_CODE] = CStringGetTextDatum(rule->line.code);
	values[AC_SLOTS] = Int32GetDatum(line->slots);
	values[AC_COUNTER_SLOTS] = Int32GetDatum(totals->slots);
	values[AC_HELD] = quota_amount_datum(totals->held);
	values[AC_CONSUMED] = quota_amount_datum(totals->consumed);
	values[AC_RECORD_HELD] = quota_amount_datum(tally->held[rule->index]);
	values[AC_RECORD_CONSUMED] = quota_amount_datum(tally->consumed[rule->index]);
	values[AC_LEDGER_HELD] = quota_amount_datum(line->ledger_held);
	values[AC_LEDGER_CONSUMED] = quota_amount_datum(line->ledger_consumed);
	values[AC_BOOKING_LIMIT] = quota_amount_datum(line->book);
	values[AC_COUNTER_BOOKING_LIMIT] = quota_amount_datum(totals->book_free + totals->held + totals->consumed);
	values[AC_LIMIT] = quota_amount_datum(line->seat);
	values[AC_COUNTER_LIMIT] = quota_amount_datum(totals->seat_free + totals->consumed);
	nulls[AC_BOOKING_LIMIT] = nulls[AC_LIMIT] = !line->has_limit;
	values[AC_FROZEN] = BoolGetDatum((totals->flags & QUOTA_FROZEN) != 0);
	values[AC_CLOSED] = BoolGetDatum((totals->flags & QUOTA_CLOSED) != 0);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/*
 * quota_audit(): each line with what its counters, its ledger and the records
 * say, all as of one instant.  Nothing is locked: a nomination and its seat
 * commit together, so one snapshot sees both or neither.
 */
Datum
quota_audit(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Oid home = schema_of_function(fcinfo);
	Snapshot snapshot;
	QuotaRules *rules;
	LineNumbers *lines;
	QuotaTally *tally;

	InitMaterializedSRF(fcinfo, 0);
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(home, snapshot);
	lines = line_numbers(rules, snapshot, true);
	tally = quota_tally(rules, snapshot);
	for (int i = 0; i < rules->count; i++)
	{
		QuotaTotals totals;

		(void) quota_totals(home, rules->rule[i].line.quota_id, 0, snapshot, &totals);
		audit_line(result, &rules->rule[i], &lines[i], tally, &totals);
	}
	UnregisterSnapshot(snapshot);
	MemoryContextDelete(rules->context);
	return (Datum) 0;
}

/* ---- making the counters anew ---- */

/* NULL = every line is wanted. */
static bool
is_wanted(int64 quota_id, const int64 *quota_ids, int count)
{
	for (int i = 0; i < count; i++)
		if (quota_ids[i] == quota_id)
			return true;
	return quota_ids == NULL;
}

/* The counters of one line, as the records say. */
static void
recount_line(Oid home, const QuotaRule *rule, const LineNumbers *line, const QuotaTally *tally, TimestampTz since)
{
	int64 held = tally->held[rule->index];
	int64 consumed = tally->consumed[rule->index];
	bool over = line->book < held + consumed || (line->overbooked && line->seat < consumed);
	SlotOpening opening = {
		.quota_id = rule->line.quota_id,
		.slots = line->slots,
		.flags = (line->closed ? QUOTA_CLOSED : 0) | (line->enforced && over ? QUOTA_FROZEN : 0),
		.held = held,
		.consumed = consumed,
		.book = line->book - held - consumed,
		.seat = line->seat - consumed,
		.since = since,
	};

	quota_drop_account(home, rule->line.quota_id);
	quota_open_account(home, &opening);
	if (rule->line.unit == QU_PERSONS)
		quota_persons_store(home, rule->line.quota_id, tally->persons[rule->index]);
}

void
quota_recount(Oid home, const int64 *quota_ids, int count, Oid changing)
{
	Snapshot snapshot;
	QuotaRules *rules;
	LineNumbers *lines;
	QuotaTally *tally;
	TimestampTz since = GetCurrentTimestamp();

	quota_lock_guarded_tables(home, changing);
	if (quota_ids != NULL && count == 0)
		return;
	/* limits are changed in the counters alone: whoever does it is waited for, and waits */
	LockRelationOid(network_relid(home, "quota_slot"), ShareRowExclusiveLock);
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(home, snapshot);
	lines = line_numbers(rules, snapshot, false);
	tally = quota_tally(rules, snapshot);
	UnregisterSnapshot(snapshot);
	for (int i = 0; i < rules->count; i++)
		if (is_wanted(rules->rule[i].line.quota_id, quota_ids, count))
			recount_line(home, &rules->rule[i], &lines[i], tally, since);
	MemoryContextDelete(rules->context);
}

int64 *
quota_ids_of_array(Datum array, int *count)
{
	Datum *elements;
	int64 *ids;

	deconstruct_array(DatumGetArrayTypeP(array), INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements,
					  NULL, count);
	ids = palloc(sizeof(int64) * (*count + 1));
	for (int i = 0; i < *count; i++)
		ids[i] = DatumGetInt64(elements[i]);
	return ids;
}

/* quota_recount_lines(quota_ids bigint[]): NULL = all. */
Datum
quota_recount_lines(PG_FUNCTION_ARGS)
{
	int count = 0;
	int64 *ids = PG_ARGISNULL(0) ? NULL : quota_ids_of_array(PG_GETARG_DATUM(0), &count);

	quota_recount(schema_of_function(fcinfo), ids, count, InvalidOid);
	PG_RETURN_VOID();
}
