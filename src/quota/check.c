/*
 * quota/check.c: asking the quota lines without writing, verifying the
 * counters against the records, and making them anew.
 */
#include "quota/quota.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "common/hashfn.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/typcache.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(quota_check);
PG_FUNCTION_INFO_V1(quota_usage);
PG_FUNCTION_INFO_V1(quota_audit);
PG_FUNCTION_INFO_V1(quota_recount_lines);
PG_FUNCTION_INFO_V1(quota_applies);
PG_FUNCTION_INFO_V1(quota_queue);

/* Hundredths as numeric(…, 2). */
static Datum
amount_datum(int64 amount)
{
	return NumericGetDatum(int64_div_fast_to_numeric(amount, 2));
}

/* ---- quota_check ---- */

/* A record made of arguments, in the order of QuotaColumn up to days. */
#define CHECK_ARGS (QC_DAYS + 1)

static TupleTableSlot *
argument_slot(FunctionCallInfo fcinfo, QuotaMap *map)
{
	TupleDesc desc = CreateTemplateTupleDesc(CHECK_ARGS);
	TupleTableSlot *slot;

	memset(map, 0, sizeof(*map));
	for (int c = 0; c < CHECK_ARGS; c++)
	{
		Oid type = c == QC_STARTS_ON ? DATEOID : c >= QC_TERMS ? NUMERICOID : TEXTOID;

		TupleDescInitEntry(desc, (AttrNumber) (c + 1), quota_column_names[c], type, -1, 0);
		map->attnum[c] = (AttrNumber) (c + 1);
		map->basetype[c] = type;
	}
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
sees_students(void)
{
	Oid relid = get_relname_relid("mobility", get_rel_namespace(quota_relid("quota")));
	AttrNumber attnum = OidIsValid(relid) ? get_attnum(relid, "student") : InvalidAttrNumber;

	return attnum != InvalidAttrNumber &&
		   (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK ||
			pg_attribute_aclcheck(relid, attnum, GetUserId(), ACL_SELECT) == ACLCHECK_OK) &&
		   check_enable_rls(relid, InvalidOid, true) != RLS_ENABLED;
}

/* Has the person a seat of the line already? */
static bool
person_counted(int64 quota_id, const char *student)
{
	static const char *query =
		"SELECT 1 FROM socu.quota_person WHERE quota_id OPERATOR(pg_catalog.=) $1 AND person OPERATOR(pg_catalog.=) $2"
		" AND (held OPERATOR(pg_catalog.>) 0 OR consumed OPERATOR(pg_catalog.>) 0)";
	Oid types[2] = {INT8OID, TEXTOID};
	Datum values[2] = {Int64GetDatum(quota_id), CStringGetTextDatum(student)};
	OwnerScope saved;
	bool found;

	quota_become_owner(&saved);
	SPI_connect();
	if (SPI_execute_with_args(query, 2, types, values, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not look for a person");
	found = SPI_processed > 0;
	SPI_finish();
	owner_end(&saved);
	return found;
}

static void
check_line(ReturnSetInfo *result, const QuotaRow *row, const QuotaMatch *match)
{
	const QuotaRule *rule = match->rule;
	int64 amount = quota_row_amount(row, rule) * match->sign;
	Datum values[11];
	bool nulls[11] = {false};
	QuotaDelta delta;
	QuotaTotals totals;
	const char *reason;
	const char *verdict;

	if (rule->unit == QU_PERSONS && sees_students() && person_counted(rule->quota_id, quota_row_student(row)))
		amount = 0;
	quota_delta_of_rule(&delta, rule);
	(void) quota_totals(rule->quota_id, 0, NULL, &totals);
	reason = quota_lacks(&delta, &totals, row->holds * amount, row->consumes * amount);
	if (reason == NULL && !rule->limited)
		verdict = "unlimited";
	else if (reason == NULL)
		verdict = "ok";
	else if (!rule->hard)
		verdict = "advisory";
	else if (rule->borrow && !(totals.flags & QUOTA_CLOSED))
		verdict = "borrowed";
	else
		verdict = "refused";

	values[0] = Int64GetDatum(rule->quota_id);
	values[1] = CStringGetTextDatum(rule->code);
	values[2] = CStringGetTextDatum(quota_unit_names[rule->unit]);
	values[3] = amount_datum(amount);
	values[4] = amount_datum(totals.seat_free + totals.consumed);
	values[5] = amount_datum(totals.book_free + totals.held + totals.consumed);
	nulls[4] = nulls[5] = !rule->limited;
	values[6] = amount_datum(totals.held);
	values[7] = amount_datum(totals.consumed);
	values[8] =
		amount_datum(row->consumes && rule->overbooked ? Min(totals.book_free, totals.seat_free) : totals.book_free);
	nulls[8] = !rule->limited;
	values[9] = CStringGetTextDatum(verdict);
	nulls[10] = reason == NULL;
	if (reason)
		values[10] = CStringGetTextDatum(reason);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

static void
check_scheme(ReturnSetInfo *result, const QuotaRules *rules, const QuotaMatches *matches)
{
	Datum values[11] = {0};
	bool nulls[11];

	memset(nulls, true, sizeof(nulls));
	values[1] = CStringGetTextDatum(rules->scheme[matches->missing_scheme].name);
	values[9] = CStringGetTextDatum("refused");
	values[10] = CStringGetTextDatum(matches->out_of_period ? "not_in_force" : "quota_not_found");
	nulls[1] = nulls[9] = nulls[10] = false;
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* The lines in the order in which they are asked: ancestors first, then by id. */
static int
compare_matches(const void *a, const void *b)
{
	const QuotaRule *x = ((const QuotaMatch *) a)->rule;
	const QuotaRule *y = ((const QuotaMatch *) b)->rule;

	if (x->depth != y->depth)
		return x->depth < y->depth ? -1 : 1;
	return x->quota_id < y->quota_id ? -1 : x->quota_id > y->quota_id;
}

Datum
quota_check(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	QuotaMap map;
	QuotaRow row;
	QuotaMatches matches = {0};
	QuotaRules *rules;
	TupleTableSlot *slot;

	InitMaterializedSRF(fcinfo, 0);
	rules = quota_rules_get();
	slot = argument_slot(fcinfo, &map);
	/* a nomination that binds nothing yet is asked as if it were submitted */
	if (!quota_row_read(&row, &map, slot, rules->columns))
	{
		slot->tts_values[QC_STATE] = CStringGetTextDatum("submitted");
		slot->tts_isnull[QC_STATE] = false;
		(void) quota_row_read(&row, &map, slot, rules->columns);
	}
	quota_match(rules, &row, &matches);
	if (matches.missing_scheme >= 0)
		check_scheme(result, rules, &matches);
	if (matches.count > 0)
		qsort(matches.match, matches.count, sizeof(QuotaMatch), compare_matches);
	for (int i = 0; i < matches.count; i++)
		check_line(result, &row, &matches.match[i]);
	ExecDropSingleTupleTableSlot(slot);
	return (Datum) 0;
}

/* quota_usage(quota_id): the counters of a line, newest committed state and own changes. */
Datum
quota_usage(PG_FUNCTION_ARGS)
{
	QuotaTotals totals;
	TupleDesc desc;
	Datum values[8];
	bool nulls[8] = {false};

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (!quota_totals(PG_GETARG_INT64(0), 0, NULL, &totals))
		PG_RETURN_NULL();
	values[0] = amount_datum(totals.held);
	values[1] = amount_datum(totals.consumed);
	values[2] = amount_datum(totals.book_free);
	values[3] = amount_datum(totals.seat_free);
	values[4] = BoolGetDatum((totals.flags & QUOTA_FROZEN) != 0);
	values[5] = BoolGetDatum((totals.flags & QUOTA_CLOSED) != 0);
	values[6] = Int32GetDatum(totals.slots);
	values[7] = TimestampTzGetDatum(totals.since);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* quota_applies(record of mobility, quota_id): does the line fit the record (whatever its state)? */
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
	map->attnum[QC_STATE] = 0; /* as if it had a seat */
	rules = quota_rules_get();
	(void) quota_row_read(&row, map, slot, rules->columns);
	quota_match(rules, &row, &matches);
	for (int i = 0; i < matches.count; i++)
		applies |= matches.match[i].rule->quota_id == quota_id && matches.match[i].sign > 0;
	ExecDropSingleTupleTableSlot(slot);
	ReleaseTupleDesc(desc);
	PG_RETURN_BOOL(applies);
}

Datum
quota_queue(PG_FUNCTION_ARGS)
{
	quota_queue_lock(PG_GETARG_INT64(0));
	PG_RETURN_VOID();
}

/* ---- counting the records ---- */

typedef struct PersonEntry
{
	int rule;
	char *person;
	int64 held;
	int64 consumed;
} PersonEntry;

typedef struct Tally
{
	QuotaRules *rules;
	int64 *held; /* by rule index, hundredths */
	int64 *consumed;
	HTAB *persons;	   /* of PersonBucket */
	List *person_list; /* of PersonEntry */
	MemoryContext context;
} Tally;

typedef struct PersonBucket
{
	uint32 hash; /* key */
	List *entries;
} PersonBucket;

static void
tally_person(Tally *tally, const QuotaRule *rule, const QuotaRow *row)
{
	MemoryContext old = MemoryContextSwitchTo(tally->context);
	char *student = quota_row_student(row);
	uint32 hash = string_hash(student, strlen(student) + 1) + (uint32) rule->index;
	bool found;
	PersonBucket *bucket = hash_search(tally->persons, &hash, HASH_ENTER, &found);
	PersonEntry *entry = NULL;
	ListCell *cell;

	if (!found)
		bucket->entries = NIL;
	foreach (cell, bucket->entries)
	{
		PersonEntry *e = lfirst(cell);

		if (e->rule == rule->index && strcmp(e->person, student) == 0)
			entry = e;
	}
	if (entry == NULL)
	{
		entry = palloc0(sizeof(PersonEntry));
		entry->rule = rule->index;
		entry->person = student;
		bucket->entries = lappend(bucket->entries, entry);
		tally->person_list = lappend(tally->person_list, entry);
	}
	entry->held += row->holds;
	entry->consumed += row->consumes;
	MemoryContextSwitchTo(old);
}

static void
tally_table(Tally *tally, Relation rel, const QuotaMap *map, Snapshot snapshot)
{
	TupleTableSlot *slot = table_slot_create(rel, NULL);
	TableScanDesc scan = socu_table_beginscan(rel, snapshot);
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "socu quota row", ALLOCSET_SMALL_SIZES);
	MemoryContext old = MemoryContextSwitchTo(scratch);

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		QuotaMatches matches = {0};
		QuotaRow row;

		CHECK_FOR_INTERRUPTS();
		if (quota_row_read(&row, map, slot, tally->rules->columns))
		{
			quota_match(tally->rules, &row, &matches);
			for (int i = 0; i < matches.count; i++)
			{
				QuotaRule *rule = matches.match[i].rule;
				int64 amount = matches.match[i].sign * quota_row_amount(&row, rule);

				if (rule->unit == QU_PERSONS)
				{
					tally_person(tally, rule, &row);
					continue;
				}
				tally->held[rule->index] += row.holds * amount;
				tally->consumed[rule->index] += row.consumes * amount;
			}
		}
		MemoryContextReset(scratch);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(scratch);
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
}

static Trigger *
guard_trigger(Relation rel, Oid oid)
{
	for (int i = 0; rel->trigdesc && i < rel->trigdesc->numtriggers; i++)
		if (rel->trigdesc->triggers[i].tgoid == oid)
			return &rel->trigdesc->triggers[i];
	return NULL;
}

static void
tally_guarded(Tally *tally, const QuotaGuarded *guarded, Snapshot snapshot)
{
	Relation rel = try_relation_open(guarded->relid, AccessShareLock);
	Trigger *trigger = rel ? guard_trigger(rel, guarded->trigger) : NULL;
	List *parts;
	ListCell *cell;

	if (trigger == NULL)
		return;
	parts = rel->rd_rel->relkind == RELKIND_PARTITIONED_TABLE
				? find_all_inheritors(guarded->relid, AccessShareLock, NULL)
				: list_make1_oid(guarded->relid);
	foreach (cell, parts)
	{
		Relation part = table_open(lfirst_oid(cell), AccessShareLock);

		if (part->rd_rel->relkind == RELKIND_RELATION)
			tally_table(tally, part,
						quota_map_make(RelationGetDescr(part), trigger->tgnargs, trigger->tgargs, CurrentMemoryContext,
									   RelationGetRelationName(part)),
						snapshot);
		table_close(part, NoLock);
	}
	relation_close(rel, NoLock);
}

/* Count what the records of all guarded tables say, as 'snapshot' sees them. */
static Tally *
tally_all(QuotaRules *rules, Snapshot snapshot)
{
	Tally *tally = palloc0(sizeof(Tally));
	HASHCTL control = {.keysize = sizeof(uint32), .entrysize = sizeof(PersonBucket), .hcxt = CurrentMemoryContext};
	ListCell *cell;

	tally->rules = rules;
	tally->context = CurrentMemoryContext;
	tally->held = palloc0(sizeof(int64) * (rules->count + 1));
	tally->consumed = palloc0(sizeof(int64) * (rules->count + 1));
	tally->persons = hash_create("socu persons", 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	foreach (cell, quota_guarded_tables())
		tally_guarded(tally, lfirst(cell), snapshot);
	foreach (cell, tally->person_list)
	{
		PersonEntry *entry = lfirst(cell);

		if (entry->consumed > 0)
			tally->consumed[entry->rule] += QUOTA_UNIT;
		else if (entry->held > 0)
			tally->held[entry->rule] += QUOTA_UNIT;
	}
	return tally;
}

/* ---- numbers that stand in the tables, by line ---- */

typedef struct LineNumbers
{
	int64 quota_id; /* key */
	bool has_limit;
	int64 book; /* hundredths */
	int64 seat;
	int slots;
	bool closed;
	bool enforced;
	bool overbooked;
	int64 ledger_held;
	int64 ledger_consumed;
} LineNumbers;

static void
query_lines(const char *query, Snapshot snapshot)
{
	SPIPlanPtr plan = SPI_prepare(query, 0, NULL);

	if (plan == NULL ||
		SPI_execute_snapshot(plan, NULL, NULL, snapshot, InvalidSnapshot, true, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the quota tables");
}

static int64
int_column(uint64 row, int column)
{
	bool isnull;
	Datum value = SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

static bool
bool_column(uint64 row, int column)
{
	bool isnull;

	return DatumGetBool(SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, &isnull)) && !isnull;
}

static const char *const limits_query =
	"SELECT quota_id, (booking_limit OPERATOR(pg_catalog.*) 100)::pg_catalog.int8,"
	" (effective_limit OPERATOR(pg_catalog.*) 100)::pg_catalog.int8, slots::pg_catalog.int8,"
	" status OPERATOR(pg_catalog.=) 'closed',"
	" limited OPERATOR(pg_catalog.=) 'limited' AND enforcement OPERATOR(pg_catalog.=) 'hard',"
	" overbook_factor OPERATOR(pg_catalog.>) 1, limited OPERATOR(pg_catalog.=) 'limited'"
	" FROM socu.quota WHERE status OPERATOR(pg_catalog.<>) 'draft' ORDER BY quota_id";

static const char *const ledger_query =
	"SELECT l.quota_id, pg_catalog.sum(l.held)::pg_catalog.int8, pg_catalog.sum(l.consumed)::pg_catalog.int8"
	" FROM socu.quota_ledger l JOIN socu.quota_slot s ON s.quota_id OPERATOR(pg_catalog.=) l.quota_id"
	" AND s.slot OPERATOR(pg_catalog.=) 0 AND s.since OPERATOR(pg_catalog.=) l.since GROUP BY l.quota_id";

/* In the order of the rules (both by quota_id). */
static LineNumbers *
line_numbers(const QuotaRules *rules, Snapshot snapshot, bool with_ledger)
{
	LineNumbers *lines = palloc0(sizeof(LineNumbers) * (rules->count + 1));
	OwnerScope saved;

	quota_become_owner(&saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	query_lines(limits_query, snapshot);
	if (SPI_processed != (uint64) rules->count)
		ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
						errmsg("the quota lines changed while they were read"), errhint("Try again.")));
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		LineNumbers *line = &lines[i];

		line->quota_id = int_column(i, 1);
		line->book = int_column(i, 2);
		line->seat = int_column(i, 3);
		line->slots = (int) int_column(i, 4);
		line->closed = bool_column(i, 5);
		line->enforced = bool_column(i, 6);
		line->overbooked = bool_column(i, 7);
		line->has_limit = bool_column(i, 8);
	}
	if (with_ledger)
	{
		query_lines(ledger_query, snapshot);
		for (uint64 i = 0; i < SPI_processed; i++)
		{
			int64 quota_id = int_column(i, 1);

			for (int low = 0, high = rules->count - 1; low <= high;)
			{
				int middle = (low + high) / 2;

				if (lines[middle].quota_id == quota_id)
				{
					lines[middle].ledger_held = int_column(i, 2);
					lines[middle].ledger_consumed = int_column(i, 3);
					break;
				}
				if (lines[middle].quota_id < quota_id)
					low = middle + 1;
				else
					high = middle - 1;
			}
		}
	}
	SPI_finish();
	owner_end(&saved);
	return lines;
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
	Snapshot snapshot;
	QuotaRules *rules;
	LineNumbers *lines;
	Tally *tally;

	InitMaterializedSRF(fcinfo, 0);
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(snapshot);
	lines = line_numbers(rules, snapshot, true);
	tally = tally_all(rules, snapshot);
	for (int i = 0; i < rules->count; i++)
	{
		QuotaTotals totals;
		Datum values[16];
		bool nulls[16] = {false};

		(void) quota_totals(rules->rule[i].quota_id, 0, snapshot, &totals);
		values[0] = Int64GetDatum(rules->rule[i].quota_id);
		values[1] = CStringGetTextDatum(rules->rule[i].code);
		values[2] = Int32GetDatum(lines[i].slots);
		values[3] = Int32GetDatum(totals.slots);
		values[4] = amount_datum(totals.held);
		values[5] = amount_datum(totals.consumed);
		values[6] = amount_datum(tally->held[i]);
		values[7] = amount_datum(tally->consumed[i]);
		values[8] = amount_datum(lines[i].ledger_held);
		values[9] = amount_datum(lines[i].ledger_consumed);
		values[10] = amount_datum(lines[i].book);
		values[11] = amount_datum(totals.book_free + totals.held + totals.consumed);
		values[12] = amount_datum(lines[i].seat);
		values[13] = amount_datum(totals.seat_free + totals.consumed);
		nulls[10] = nulls[12] = !lines[i].has_limit;
		values[14] = BoolGetDatum((totals.flags & QUOTA_FROZEN) != 0);
		values[15] = BoolGetDatum((totals.flags & QUOTA_CLOSED) != 0);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	UnregisterSnapshot(snapshot);
	MemoryContextDelete(rules->context);
	return (Datum) 0;
}

/* ---- making the counters anew ---- */

/* Wait for every writer of a guarded table, and keep the next ones out until the transaction ends. */
static void
lock_guarded_tables(Oid changing)
{
	ListCell *cell;

	foreach (cell, quota_guarded_tables())
	{
		const QuotaGuarded *guarded = lfirst(cell);

		/* a change of ours that is still to be counted at commit would count twice */
		if (guarded->relid != changing && AfterTriggerPendingOnRel(guarded->relid))
			ereport(
				ERROR,
				(errcode(ERRCODE_OBJECT_IN_USE),
				 errmsg("table \"%s\" has pending trigger events", get_rel_name(guarded->relid)),
				 errhint("Run SET CONSTRAINTS ALL IMMEDIATE first, or change the quota line in another transaction.")));
		(void) find_all_inheritors(guarded->relid, ShareRowExclusiveLock, NULL);
		LockRelationOid(guarded->relid, ShareRowExclusiveLock);
	}
}

static void
store_persons(const Tally *tally, int rule, int64 quota_id)
{
	static const char *insert =
		"INSERT INTO socu.quota_person (quota_id, person, held, consumed) VALUES ($1, $2, $3, $4)";
	Oid types[4] = {INT8OID, TEXTOID, INT8OID, INT8OID};
	Datum id = Int64GetDatum(quota_id);
	OwnerScope saved;
	ListCell *cell;

	quota_become_owner(&saved);
	SPI_connect();
	if (SPI_execute_with_args("DELETE FROM socu.quota_person WHERE quota_id OPERATOR(pg_catalog.=) $1", 1, types, &id,
							  NULL, false, 0) != SPI_OK_DELETE)
		elog(ERROR, "could not clear the persons of a quota line");
	foreach (cell, tally->person_list)
	{
		PersonEntry *entry = lfirst(cell);
		Datum values[4] = {id, CStringGetTextDatum(entry->person), Int64GetDatum(entry->held),
						   Int64GetDatum(entry->consumed)};

		if (entry->rule == rule && SPI_execute_with_args(insert, 4, types, values, NULL, false, 0) != SPI_OK_INSERT)
			elog(ERROR, "could not store the persons of a quota line");
	}
	SPI_finish();
	owner_end(&saved);
}

void
quota_recount(const int64 *quota_ids, int count, Oid changing)
{
	Snapshot snapshot;
	QuotaRules *rules;
	LineNumbers *lines;
	Tally *tally;
	TimestampTz since = GetCurrentTimestamp();

	lock_guarded_tables(changing);
	if (quota_ids != NULL && count == 0)
		return;
	CommandCounterIncrement();
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(snapshot);
	lines = line_numbers(rules, snapshot, false);
	tally = tally_all(rules, snapshot);
	UnregisterSnapshot(snapshot);
	for (int i = 0; i < rules->count; i++)
	{
		QuotaRule *rule = &rules->rule[i];
		LineNumbers *line = &lines[i];
		int64 held = tally->held[i];
		int64 consumed = tally->consumed[i];
		bool wanted = quota_ids == NULL;
		bool over;

		for (int k = 0; k < count && !wanted; k++)
			wanted = quota_ids[k] == rule->quota_id;
		if (!wanted)
			continue;
		over = line->book < held + consumed || (line->overbooked && line->seat < consumed);
		quota_drop_account(rule->quota_id);
		quota_open_account(rule->quota_id, line->slots, line->book - held - consumed, line->seat - consumed, held,
						   consumed, (line->closed ? QUOTA_CLOSED : 0) | (line->enforced && over ? QUOTA_FROZEN : 0),
						   since);
		if (rule->unit == QU_PERSONS)
			store_persons(tally, i, rule->quota_id);
	}
	MemoryContextDelete(rules->context);
}

/* quota_recount_lines(quota_ids bigint[]): NULL = all. */
Datum
quota_recount_lines(PG_FUNCTION_ARGS)
{
	Datum *elements;
	int64 *ids;
	int count;

	if (PG_ARGISNULL(0))
	{
		quota_recount(NULL, 0, InvalidOid);
		PG_RETURN_VOID();
	}
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(0), INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements,
					  NULL, &count);
	ids = palloc(sizeof(int64) * (count + 1));
	for (int i = 0; i < count; i++)
		ids[i] = DatumGetInt64(elements[i]);
	quota_recount(ids, count, InvalidOid);
	PG_RETURN_VOID();
}
