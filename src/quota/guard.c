/*
 * quota/guard.c: the trigger that keeps a table within the quota lines.
 *
 * quota_guard() is one function for every form: AFTER STATEMENT with
 * transition tables (one update of a counter per line and statement), AFTER ROW,
 * and deferrable constraint trigger.  How the columns are read stands in the list of guarded tables.
 *
 * What it gives back may promote an entry of a waiting list, and then it runs
 * again inside itself: see quota/waitlist.c.
 */
#include "quota/audit.h"
#include "quota/deferred.h"
#include "quota/match.h"
#include "quota/persons.h"
#include "quota/store.h"
#include "quota/tables.h"
#include "quota/waitlist.h"

#include "ground/owner.h"
#include "ground/trigger.h"

#include "commands/trigger.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "tcop/pquery.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/tuplestore.h"

PG_FUNCTION_INFO_V1(quota_guard);
PG_FUNCTION_INFO_V1(quota_guarded_changed);

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
	bool loads;	  /* a restore: what is loaded had its seat */
	bool has_key; /* of the first record that counted */
	int64 key;
	MemoryContext scratch; /* for one row, from the second on */
	MemoryContext context; /* for the batch */
} Batch;

static uint64 batch_counter = 0;

/* A batch that has counted nothing yet, with the lines as they are now. */
static void
batch_begin(Batch *batch, Oid home)
{
	memset(batch, 0, sizeof(*batch));
	batch->id = ++batch_counter;
	batch->rules = quota_rules_get(home);
	batch->loads = quota_restoring(home);
	batch->context = batch->scratch = CurrentMemoryContext;
}

/* Note that the batch counts this line; its sums begin with nothing. */
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

/* Count the record under its person: how many seats that makes is known when all are counted. */
static void
count_person(Batch *batch, QuotaRule *rule, const QuotaRow *row, int direction)
{
	QuotaPerson *person = quota_person_of(&rule->persons, quota_row_student(row), batch->context);

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
		int64 amount = quota_row_amount(row, rule->line.unit, rule->line.code);

		touch(batch, rule);
		rule->rows++;
		if (rule->line.unit == QU_PERSONS)
			count_person(batch, rule, row, direction);
		rule->held += sign * row->holds * amount;
		rule->consumed += sign * row->consumes * amount;
		if (direction < 0 && sign > 0)
			rule->forced += amount;
	}
}

/* Count a changed record: out as it was, in as it is.  NULL = it had, or has, no seat. */
static void
count_change(Batch *batch, QuotaRow *old, QuotaRow *new)
{
	batch->rows++;
	if (batch->rows == 1)
		batch->has_key = quota_row_key(new ? new : old, &batch->key);
	batch->matches.match = NULL;
	batch->matches.room = 0;
	if (old)
	{
		quota_match(batch->rules, old, &batch->matches);
		count_row(batch, old, -1);
	}
	if (new)
	{
		quota_match(batch->rules, new, &batch->matches);
		if (batch->matches.missing_scheme >= 0 && !batch->loads && !(old && quota_rows_same_scope(old, new)))
			quota_refuse_without_line(batch->rules, &batch->matches);
		count_row(batch, new, 1);
	}
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
		count_change(batch, had ? &old : NULL, has ? &new : NULL);
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

		if (rule->held == 0 && rule->consumed == 0 && rule->line.unit != QU_PERSONS)
			continue;
		delta->line = rule->line;
		delta->held = rule->held;
		delta->consumed = rule->consumed;
		delta->forced = rule->forced;
		delta->rows = rule->rows;
		delta->persons = rule->persons;
		(*count)++;
	}
	return deltas;
}

/* ---- the trigger ---- */

/* Take and give back what the batch adds up to, then let waiting lists have what is free now. */
static void
batch_finish(Batch *batch, const char *reason, bool at_commit)
{
	Oid home = batch->rules->home;
	int count;
	QuotaDelta *deltas = batch_deltas(batch, &count);
	const QuotaCause cause = {reason, batch->has_key && batch->rows == 1, batch->key, batch->loads};
	QuotaDelta *refusing;

	if (at_commit)
	{
		for (int i = 0; i < count; i++)
			if (quota_apply(home, &deltas[i], 1, &cause))
				quota_defer_refusal(home, &deltas[i], &cause);
		quota_retry_deferred();
	}
	else if ((refusing = quota_apply(home, deltas, count, &cause)) != NULL)
		quota_refuse(home, refusing);
	for (int i = 0; i < count; i++)
		if (deltas[i].line.waitlist && !batch->loads && deltas[i].held + deltas[i].consumed < 0)
			quota_promote(home, deltas[i].line.quota_id);
}

/* Read it from its beginning, whoever else reads it. */
static void
rewind_store(Tuplestorestate *store)
{
	int pointer = tuplestore_alloc_read_pointer(store, EXEC_FLAG_REWIND);

	tuplestore_select_read_pointer(store, pointer);
	tuplestore_rescan(store);
}

/* A slot for the rows of a transition table, which is rewound; NULL if the event has none. */
static TupleTableSlot *
transition_slot(Tuplestorestate *store, bool wanted, TupleDesc desc)
{
	if (!wanted)
		return NULL;
	if (store == NULL)
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("a statement trigger with function \"%s\" needs its transition tables", "quota_guard"),
						errhint("Make the triggers with quota_attach().")));
	rewind_store(store);
	return MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple);
}

/* The next row, or NULL where there is no table or no row left. */
static TupleTableSlot *
next_row(Tuplestorestate *store, TupleTableSlot *slot)
{
	return slot && tuplestore_gettupleslot(store, true, false, slot) ? slot : NULL;
}

/* The transition tables, read as they are: no query, no copy. Old and new rows come in the same order. */
static void
read_transition_tables(Batch *batch, const QuotaMap *map, TriggerData *trigdata)
{
	TupleDesc desc = RelationGetDescr(trigdata->tg_relation);
	TupleTableSlot *old_slot =
		transition_slot(trigdata->tg_oldtable, !TRIGGER_FIRED_BY_INSERT(trigdata->tg_event), desc);
	TupleTableSlot *new_slot =
		transition_slot(trigdata->tg_newtable, !TRIGGER_FIRED_BY_DELETE(trigdata->tg_event), desc);

	for (;;)
	{
		TupleTableSlot *old = next_row(trigdata->tg_oldtable, old_slot);
		TupleTableSlot *new = next_row(trigdata->tg_newtable, new_slot);

		if (old == NULL && new == NULL)
			break;
		CHECK_FOR_INTERRUPTS();
		batch_record(batch, map, old, new);
	}
	if (old_slot)
		ExecDropSingleTupleTableSlot(old_slot);
	if (new_slot)
		ExecDropSingleTupleTableSlot(new_slot);
}

/* The one row that fired the trigger. */
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

/* What the ledger says: the statement and the table. */
static char *
reason_of(const TriggerData *trigdata)
{
	const char *operation = TRIGGER_FIRED_BY_INSERT(trigdata->tg_event)	  ? "INSERT"
							: TRIGGER_FIRED_BY_UPDATE(trigdata->tg_event) ? "UPDATE"
																		  : "DELETE";

	return psprintf("%s %s", operation, RelationGetRelationName(trigdata->tg_relation));
}

/*
 * A table that is not on the list counts nowhere, and its guard refuses.  Only a restore may fill it: the list may
 * come later, and counts what is there then.
 */
static void
refuse_unlisted(Oid home, const TriggerData *trigdata)
{
	const char *network = quote_identifier(get_namespace_name(home));

	if (quota_restoring(home))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
			 errmsg("table \"%s\" is not on the list of tables that network \"%s\" guards",
					RelationGetRelationName(trigdata->tg_relation), network),
			 errdetail("Its trigger \"%s\" guards the tables of %s.quota_guarded and no other.",
					   trigdata->tg_trigger->tgname, network),
			 errhint("The owner of the network attaches it with %s.quota_attach(); else drop the trigger.", network)));
}

/* A change of rows: count them, then take and give back. */
static void
guard_rows(Oid home, TriggerData *trigdata)
{
	Batch batch;
	const QuotaMap *map = quota_guarded_map(home, trigdata->tg_relation);

	if (map == NULL)
	{
		refuse_unlisted(home, trigdata);
		return;
	}
	batch_begin(&batch, home);
	if (batch.rules->count == 0 && !batch.rules->any_closed)
		return;
	if (TRIGGER_FIRED_FOR_ROW(trigdata->tg_event))
		read_row(&batch, map, trigdata);
	else
		read_transition_tables(&batch, map, trigdata);
	/* a deferred trigger that fires at the end of the transaction: no statement is running */
	if (batch.count > 0)
		batch_finish(&batch, reason_of(trigdata), trigdata->tg_trigger->tgdeferrable && ActivePortal == NULL);
}

/* quota_guard(): the trigger of guarded tables. */
Datum
quota_guard(PG_FUNCTION_ARGS)
{
	TriggerData *trigdata = (TriggerData *) fcinfo->context;
	Oid home = schema_of_function(fcinfo);
	MemoryContext context;
	MemoryContext old;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigdata->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" must be fired AFTER a change", "quota_guard"),
						errhint("Make the triggers with quota_attach().")));
	if (TRIGGER_FIRED_BY_TRUNCATE(trigdata->tg_event))
	{
		if (quota_guarded_map(home, trigdata->tg_relation) == NULL)
			refuse_unlisted(home, trigdata);
		quota_recount(home, NULL, 0, RelationGetRelid(trigdata->tg_relation));
		return PointerGetDatum(NULL);
	}
	context = AllocSetContextCreate(CurrentMemoryContext, "socu quota guard", ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(context);
	guard_rows(home, trigdata);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
	return PointerGetDatum(NULL);
}

/* Did the statement change a row? */
static bool
changed_rows(const TriggerData *trigdata)
{
	Tuplestorestate *rows = trigdata->tg_newtable ? trigdata->tg_newtable : trigdata->tg_oldtable;

	return rows == NULL || tuplestore_tuple_count(rows) > 0;
}

/* quota_guarded_changed(): AFTER STATEMENT trigger of quota_guarded: other records count now. */
Datum
quota_guarded_changed(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_guarded", NULL};
	static const SocuTrigger rule = {
		"quota_guarded_changed", SOCU_AFTER | SOCU_STATEMENT | SOCU_INSERT | SOCU_UPDATE | SOCU_DELETE | SOCU_TRUNCATE,
		tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;

	if (!changed_rows(trigdata))
		return PointerGetDatum(NULL);
	(void) socu_sibling(rel, "quota");
	CacheInvalidateRelcache(rel);
	CommandCounterIncrement();
	quota_recount(RelationGetNamespace(rel), NULL, 0, InvalidOid);
	return PointerGetDatum(NULL);
}
