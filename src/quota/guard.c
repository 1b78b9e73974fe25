/*
 * quota/guard.c: the triggers that keep a table within the quota lines.
 *
 * quota_guard() is one function for every form: AFTER STATEMENT with
 * transition tables (one update of a counter per line and statement), AFTER ROW,
 * and deferrable constraint trigger.  Its arguments map the columns; without
 * any the columns have the names of socu.mobility.
 */
#include "quota/quota.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_inherits.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "tcop/pquery.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(quota_guard);

/* ---- maps, kept per trigger ---- */

typedef struct MapEntry
{
	Oid trigger; /* key */
	Oid relid;
	bool valid;
	MemoryContext context;
	QuotaMap *map;
} MapEntry;

static HTAB *maps = NULL;
static MapEntry *last_map = NULL; /* entries of a hash table do not move */

static void
maps_callback(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS status;
	MapEntry *entry;

	hash_seq_init(&status, maps);
	while ((entry = hash_seq_search(&status)) != NULL)
		if (relid == InvalidOid || relid == entry->relid)
			entry->valid = false;
}

static QuotaMap *
guard_map(TriggerData *trigdata)
{
	Trigger *trigger = trigdata->tg_trigger;
	MapEntry *entry;
	MemoryContext context;
	QuotaMap *map;
	bool found;

	if (last_map && last_map->trigger == trigger->tgoid && last_map->valid)
		return last_map->map;
	if (maps == NULL)
	{
		HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(MapEntry)};

		maps = hash_create("socu quota guards", 16, &control, HASH_ELEM | HASH_BLOBS);
		CacheRegisterRelcacheCallback(maps_callback, (Datum) 0);
	}
	entry = hash_search(maps, &trigger->tgoid, HASH_FIND, &found);
	if (found && entry->valid)
	{
		last_map = entry;
		return entry->map;
	}

	/* Build first, publish then: an error leaves nothing half-made. */
	context = AllocSetContextCreate(CurrentMemoryContext, "socu quota guard", ALLOCSET_SMALL_SIZES);
	map = quota_map_make(RelationGetDescr(trigdata->tg_relation), trigger->tgnargs, trigger->tgargs, context,
						 RelationGetRelationName(trigdata->tg_relation));
	entry = hash_search(maps, &trigger->tgoid, HASH_ENTER, &found);
	if (found)
		MemoryContextDelete(entry->context);
	MemoryContextSetParent(context, CacheMemoryContext);
	entry->context = context;
	entry->map = map;
	entry->relid = RelationGetRelid(trigdata->tg_relation);
	entry->valid = true;
	last_map = entry;
	return map;
}

/* ---- a batch: what one statement (or one row event) does ---- */

typedef struct Batch
{
	uint64 id;
	QuotaRules *rules;
	QuotaRule **touched;
	int count;
	int room;
	QuotaMatches matches;
	int64 rows;
	int64 record;
	bool has_record;
	MemoryContext scratch; /* for one row, from the second on */
	MemoryContext context; /* for the batch */
} Batch;

static uint64 batch_counter = 0;

static void
batch_begin(Batch *batch)
{
	memset(batch, 0, sizeof(*batch));
	batch->id = ++batch_counter;
	batch->rules = quota_rules_get();
	batch->context = batch->scratch = CurrentMemoryContext;
}

static void
touch(Batch *batch, QuotaRule *rule)
{
	if (rule->batch == batch->id)
		return;
	if (batch->count == batch->room)
	{
		batch->room = batch->room ? batch->room * 2 : 16;
		batch->touched = batch->touched ? repalloc(batch->touched, sizeof(QuotaRule *) * batch->room)
										: MemoryContextAlloc(batch->context, sizeof(QuotaRule *) * batch->room);
	}
	rule->batch = batch->id;
	rule->held = rule->consumed = rule->forced = rule->rows = 0;
	rule->persons = NIL;
	batch->touched[batch->count++] = rule;
}

static void
count_person(Batch *batch, QuotaRule *rule, const QuotaRow *row, int direction)
{
	char *student = quota_row_student(row);
	QuotaPerson *person = NULL;
	ListCell *cell;
	MemoryContext old;

	foreach (cell, rule->persons)
		if (strcmp(((QuotaPerson *) lfirst(cell))->person, student) == 0)
			person = lfirst(cell);
	if (person == NULL)
	{
		old = MemoryContextSwitchTo(batch->context);
		person = palloc0(sizeof(QuotaPerson));
		person->person = pstrdup(student);
		rule->persons = lappend(rule->persons, person);
		MemoryContextSwitchTo(old);
	}
	person->held += direction * row->holds;
	person->consumed += direction * row->consumes;
}

/* Count a record in (direction 1) or out (-1). */
static void
count_row(Batch *batch, QuotaRow *row, int direction)
{
	for (int i = 0; i < batch->matches.count; i++)
	{
		QuotaRule *rule = batch->matches.match[i].rule;
		int sign = batch->matches.match[i].sign * direction;
		int64 amount = quota_row_amount(row, rule);

		touch(batch, rule);
		rule->rows++;
		if (rule->unit == QU_PERSONS)
			count_person(batch, rule, row, direction);
		rule->held += sign * row->holds * amount;
		rule->consumed += sign * row->consumes * amount;
		if (direction < 0 && sign > 0)
			rule->forced += amount;
	}
}

static void
refuse_without_line(const QuotaRules *rules, const QuotaMatches *matches)
{
	const char *scheme = rules->scheme[matches->missing_scheme].name;

	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 matches->out_of_period
				 ? errmsg("no quota line of scheme \"%s\" is in force at the start of the stay", scheme)
				 : errmsg("no quota line of scheme \"%s\" fits", scheme),
			 matches->out_of_period
				 ? errdetail("not_in_force: a line fits but for its period, and the scheme is closed.")
				 : errdetail("quota_not_found: the scheme is closed, what it does not list is not allowed."),
			 errhint("Agree on a quota line for this place and period (socu.quota), or correct the nomination."),
			 err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"), err_generic_string(PG_DIAG_TABLE_NAME, "quota_scheme"),
			 err_generic_string(PG_DIAG_CONSTRAINT_NAME, scheme)));
}

/*
 * One changed record: 'before' and 'after' may be NULL.  A record that had its
 * seat already under the same scope is not asked again whether a line fits.
 */
static void
batch_record(Batch *batch, const QuotaMap *map, TupleTableSlot *before, TupleTableSlot *after)
{
	QuotaRow old;
	QuotaRow new;
	MemoryContext saved;
	bool had;
	bool has;

	/* most statements change one row: no context of its own for that */
	if (batch->scratch == NULL)
		batch->scratch = AllocSetContextCreate(batch->context, "socu quota row", ALLOCSET_SMALL_SIZES);
	saved = MemoryContextSwitchTo(batch->scratch);
	had = before && quota_row_read(&old, map, before, batch->rules->columns);
	has = after && quota_row_read(&new, map, after, batch->rules->columns);
	if (had || has)
	{
		batch->rows++;
		if (batch->rows == 1)
			batch->has_record = quota_row_key(has ? &new : &old, &batch->record);
		batch->matches.match = NULL;
		batch->matches.room = 0;
		if (had)
		{
			quota_match(batch->rules, &old, &batch->matches);
			count_row(batch, &old, -1);
		}
		if (has)
		{
			quota_match(batch->rules, &new, &batch->matches);
			if (batch->matches.missing_scheme >= 0 && !(had && quota_rows_same_scope(&old, &new)))
				refuse_without_line(batch->rules, &batch->matches);
			count_row(batch, &new, 1);
		}
	}
	MemoryContextSwitchTo(saved);
	if (batch->scratch != batch->context)
		MemoryContextReset(batch->scratch);
	else
		batch->scratch = NULL;
}

/* The rules may be read again after we counted (promotion fires triggers): copy what is needed then. */
static QuotaDelta *
batch_deltas(Batch *batch, int *count)
{
	QuotaDelta *deltas = palloc0(sizeof(QuotaDelta) * (batch->count + 1));

	*count = 0;
	for (int i = 0; i < batch->count; i++)
	{
		QuotaRule *rule = batch->touched[i];
		QuotaDelta *delta = &deltas[*count];

		if (rule->held == 0 && rule->consumed == 0 && rule->unit != QU_PERSONS)
			continue;
		quota_delta_of_rule(delta, rule);
		delta->held = rule->held;
		delta->consumed = rule->consumed;
		delta->forced = rule->forced;
		delta->rows = rule->rows;
		delta->persons = rule->persons;
		(*count)++;
	}
	return deltas;
}

/* ---- refusals of deferred triggers ---- */

/*
 * At the end of a transaction the events come one by one, but only what they
 * do together counts: a line that refuses is asked again after the later
 * events, and the transaction fails only if it still refuses after the last.
 */
typedef struct Pending
{
	QuotaDelta delta;
	char *reason;
	bool has_record;
	int64 record;
} Pending;

static List *pending = NIL; /* in TopTransactionContext */

static void
pending_retry(bool last)
{
	List *still = NIL;
	ListCell *cell;
	MemoryContext caller = MemoryContextSwitchTo(TopTransactionContext);
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "socu quota retry", ALLOCSET_SMALL_SIZES);

	foreach (cell, pending)
	{
		Pending *p = lfirst(cell);
		QuotaDelta delta = p->delta;
		bool refused;

		MemoryContextSwitchTo(scratch);
		refused = quota_apply(&delta, 1, p->reason, p->has_record, p->record) != NULL;
		MemoryContextSwitchTo(TopTransactionContext);
		MemoryContextReset(scratch);
		if (refused && last)
		{
			pending = NIL;
			quota_refuse(&delta);
		}
		if (refused)
			still = lappend(still, p);
	}
	pending = still;
	MemoryContextDelete(scratch);
	MemoryContextSwitchTo(caller);
}

static void
pending_callback(XactEvent event, void *arg)
{
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
		case XACT_EVENT_PRE_PREPARE:
			if (pending != NIL)
			{
				PushActiveSnapshot(GetTransactionSnapshot());
				pending_retry(true);
				PopActiveSnapshot();
			}
			break;
		case XACT_EVENT_ABORT:
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_PREPARE:
			pending = NIL;
			break;
		default:
			break;
	}
}

static void
pending_add(const QuotaDelta *delta, const char *reason, const Batch *batch)
{
	static bool registered = false;
	MemoryContext old;
	Pending *p;

	if (!registered)
	{
		RegisterXactCallback(pending_callback, NULL);
		registered = true;
	}
	old = MemoryContextSwitchTo(TopTransactionContext);
	p = palloc0(sizeof(Pending));
	p->delta = *delta;
	p->delta.code = pstrdup(delta->code);
	p->delta.persons = NIL; /* counted already */
	p->reason = pstrdup(reason);
	p->has_record = batch->has_record && batch->rows == 1;
	p->record = batch->record;
	pending = lappend(pending, p);
	MemoryContextSwitchTo(old);
}

/* ---- the trigger ---- */

static void
batch_finish(Batch *batch, const char *reason, bool at_commit)
{
	int count;
	QuotaDelta *deltas = batch_deltas(batch, &count);
	bool single = batch->has_record && batch->rows == 1;

	if (at_commit)
	{
		for (int i = 0; i < count; i++)
			if (quota_apply(&deltas[i], 1, reason, single, batch->record))
				pending_add(&deltas[i], reason, batch);
		if (pending != NIL)
			pending_retry(false);
	}
	else
	{
		QuotaDelta *refusing = quota_apply(deltas, count, reason, single, batch->record);

		if (refusing)
			quota_refuse(refusing);
	}
	for (int i = 0; i < count; i++)
		if (deltas[i].waitlist && deltas[i].held + deltas[i].consumed < 0)
			quota_promote(deltas[i].quota_id);
}

static void
rewind_store(Tuplestorestate *store)
{
	int pointer = tuplestore_alloc_read_pointer(store, EXEC_FLAG_REWIND);

	tuplestore_select_read_pointer(store, pointer);
	tuplestore_rescan(store);
}

/* The transition tables, read as they are: no query, no copy. Old and new rows come in the same order. */
static void
read_transition_tables(Batch *batch, const QuotaMap *map, TriggerData *trigdata)
{
	TupleDesc desc = RelationGetDescr(trigdata->tg_relation);
	bool has_old = !TRIGGER_FIRED_BY_INSERT(trigdata->tg_event);
	bool has_new = !TRIGGER_FIRED_BY_DELETE(trigdata->tg_event);
	TupleTableSlot *old = has_old ? MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple) : NULL;
	TupleTableSlot *new = has_new ? MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple) : NULL;

	if ((has_old && trigdata->tg_oldtable == NULL) || (has_new && trigdata->tg_newtable == NULL))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("a statement trigger with function \"%s\" needs its transition tables", "quota_guard"),
						errhint("Make the triggers with socu.quota_attach().")));
	if (has_old)
		rewind_store(trigdata->tg_oldtable);
	if (has_new)
		rewind_store(trigdata->tg_newtable);
	for (;;)
	{
		bool more = false;

		if (has_old)
			more |= tuplestore_gettupleslot(trigdata->tg_oldtable, true, false, old);
		if (has_new)
			more |= tuplestore_gettupleslot(trigdata->tg_newtable, true, false, new);
		if (!more)
			break;
		CHECK_FOR_INTERRUPTS();
		batch_record(batch, map, has_old && !TupIsNull(old) ? old : NULL, has_new && !TupIsNull(new) ? new : NULL);
	}
	if (old)
		ExecDropSingleTupleTableSlot(old);
	if (new)
		ExecDropSingleTupleTableSlot(new);
}

static void
read_row(Batch *batch, const QuotaMap *map, TriggerData *trigdata)
{
	if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		batch_record(batch, map, NULL, trigdata->tg_trigslot);
	else if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
		batch_record(batch, map, trigdata->tg_trigslot, NULL);
	else
		batch_record(batch, map, trigdata->tg_trigslot, trigdata->tg_newslot);
}

Datum
quota_guard(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = (TriggerData *) fcinfo->context;
	MemoryContext context;
	MemoryContext old;
	Batch batch;
	QuotaMap *map;
	const char *operation;
	char *reason;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigdata->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" must be fired AFTER a change", "quota_guard"),
						errhint("Make the triggers with socu.quota_attach().")));
	if (TRIGGER_FIRED_BY_TRUNCATE(trigdata->tg_event))
	{
		quota_recount(NULL, 0, RelationGetRelid(trigdata->tg_relation));
		return PointerGetDatum(NULL);
	}
	context = AllocSetContextCreate(CurrentMemoryContext, "socu quota guard", ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(context);
	map = guard_map(trigdata);
	batch_begin(&batch);
	if (batch.rules->count > 0 || batch.rules->any_closed)
	{
		if (TRIGGER_FIRED_FOR_ROW(trigdata->tg_event))
			read_row(&batch, map, trigdata);
		else
			read_transition_tables(&batch, map, trigdata);
	}
	if (batch.count > 0)
	{
		operation = TRIGGER_FIRED_BY_INSERT(trigdata->tg_event)	  ? "INSERT"
					: TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event) ? "UPDATE"
																  : "DELETE";
		reason = psprintf("%s %s", operation, RelationGetRelationName(trigdata->tg_relation));
		batch_finish(&batch, reason, trigdata->tg_trigger->tgdeferrable && ActivePortal == NULL);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
	return PointerGetDatum(NULL);
}

/* ---- which tables are guarded ---- */

/*
 * The guard's own triggers say it: no list beside them that could be wrong.
 * One entry per table; for partitioned tables the topmost one.
 */
List *
quota_guarded_tables(void)
{
	static const char *query =
		"SELECT DISTINCT ON (t.tgrelid) t.tgrelid, t.oid FROM pg_catalog.pg_trigger t"
		" JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid"
		" JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace"
		" WHERE p.proname OPERATOR(pg_catalog.=) 'quota_guard' AND n.nspname OPERATOR(pg_catalog.=) 'socu'"
		" AND t.tgparentid OPERATOR(pg_catalog.=) 0 AND t.tgenabled OPERATOR(pg_catalog.<>) 'D'"
		" AND (t.tgtype OPERATOR(pg_catalog.&) 32) OPERATOR(pg_catalog.=) 0 ORDER BY t.tgrelid, t.oid";
	MemoryContext caller = CurrentMemoryContext;
	List *tables = NIL;
	SPIPlanPtr plan;
	Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	plan = SPI_prepare(query, 0, NULL);
	if (plan == NULL ||
		SPI_execute_snapshot(plan, NULL, NULL, snapshot, InvalidSnapshot, true, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the quota guards");
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		MemoryContext old = MemoryContextSwitchTo(caller);
		QuotaGuarded *guarded = palloc0(sizeof(QuotaGuarded));
		bool isnull;

		guarded->relid = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1, &isnull));
		guarded->trigger = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 2, &isnull));
		tables = lappend(tables, guarded);
		MemoryContextSwitchTo(old);
	}
	SPI_finish();
	UnregisterSnapshot(snapshot);
	return tables;
}
