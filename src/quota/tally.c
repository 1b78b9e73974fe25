/*
 * quota/tally.c: what the records of all guarded tables add up to.
 */
#include "quota/tally.h"

#include "quota/match.h"
#include "quota/persons.h"
#include "quota/record.h"
#include "quota/tables.h"

#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/hsearch.h"
#include "utils/rel.h"

typedef struct Work
{
	QuotaRules *rules;
	QuotaTally *tally;
	HTAB *buckets; /* of PersonBucket */
	MemoryContext context;
} Work;

/* The persons of one line and hash: a list of few. */
typedef struct PersonKey
{
	uint32 hash;
	int rule;
} PersonKey;

typedef struct PersonBucket
{
	PersonKey key;
	List *persons; /* of QuotaPerson */
} PersonBucket;

/* Count the record under its person and line. */
static void
tally_person(Work *work, const QuotaRule *rule, const QuotaRow *row)
{
	MemoryContext old = MemoryContextSwitchTo(work->context);
	char *student = quota_row_student(row);
	PersonKey key = {string_hash(student, strlen(student) + 1), rule->index};
	bool found;
	PersonBucket *bucket = hash_search(work->buckets, &key, HASH_ENTER, &found);
	QuotaPerson *person;
	int known;

	if (!found)
		bucket->persons = NIL;
	known = list_length(bucket->persons);
	person = quota_person_of(&bucket->persons, student, work->context);
	if (list_length(bucket->persons) > known)
		work->tally->persons[rule->index] = lappend(work->tally->persons[rule->index], person);
	person->held += row->holds;
	person->consumed += row->consumes;
	MemoryContextSwitchTo(old);
}

/* Count the record under one line that fits. */
static void
tally_match(Work *work, const QuotaRow *row, const QuotaMatch *match)
{
	const QuotaRule *rule = match->rule;
	int64 amount = match->sign * quota_row_amount(row, rule->line.unit, rule->line.code);

	if (rule->line.unit == QU_PERSONS)
	{
		tally_person(work, rule, row);
		return;
	}
	work->tally->held[rule->index] += row->holds * amount;
	work->tally->consumed[rule->index] += row->consumes * amount;
}

/* Every record of a table, below SQL: row security and the rights of the caller do not matter. */
static void
tally_table(Work *work, Relation rel, const QuotaMap *map, Snapshot snapshot)
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
		if (quota_row_read(&row, map, slot, work->rules->columns))
		{
			quota_match(work->rules, &row, &matches);
			for (int i = 0; i < matches.count; i++)
				tally_match(work, &row, &matches.match[i]);
		}
		MemoryContextReset(scratch);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(scratch);
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
}

/* A guarded table; of a partitioned one all partitions, each with its own place of the columns. */
static void
tally_guarded(Work *work, const QuotaGuarded *guarded, Snapshot snapshot)
{
	Relation rel = try_relation_open(guarded->relid, AccessShareLock);
	List *parts;
	ListCell *cell;

	if (rel == NULL) /* dropped */
		return;
	quota_check_readable(work->rules->home, rel);
	parts = rel->rd_rel->relkind == RELKIND_PARTITIONED_TABLE
				? find_all_inheritors(guarded->relid, AccessShareLock, NULL)
				: list_make1_oid(guarded->relid);
	foreach (cell, parts)
	{
		Relation part = table_open(lfirst_oid(cell), AccessShareLock);

		if (part->rd_rel->relkind == RELKIND_RELATION)
		{
			/* a mapping that is wrong is an error, also where there is no line to count for */
			const QuotaMap *map = quota_map_make(RelationGetDescr(part), guarded->parts, guarded->mapping,
												 CurrentMemoryContext, RelationGetRelationName(part));

			if (work->rules->count > 0)
				tally_table(work, part, map, snapshot);
		}
		table_close(part, NoLock);
	}
	relation_close(rel, NoLock);
}

QuotaTally *
quota_tally(QuotaRules *rules, Snapshot snapshot)
{
	HASHCTL control = {.keysize = sizeof(PersonKey), .entrysize = sizeof(PersonBucket), .hcxt = CurrentMemoryContext};
	QuotaTally *tally = palloc0(sizeof(QuotaTally));
	Work work = {.rules = rules, .tally = tally, .context = CurrentMemoryContext};
	ListCell *cell;

	tally->held = palloc0(sizeof(int64) * (rules->count + 1));
	tally->consumed = palloc0(sizeof(int64) * (rules->count + 1));
	tally->persons = palloc0(sizeof(List *) * (rules->count + 1));
	work.buckets = hash_create("socu persons", 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	foreach (cell, quota_guarded_tables(rules->home))
		tally_guarded(&work, lfirst(cell), snapshot);
	for (int i = 0; i < rules->count; i++)
		foreach (cell, tally->persons[i])
		{
			const QuotaPerson *person = lfirst(cell);

			tally->held[i] += quota_person_holds(person->held, person->consumed);
			tally->consumed[i] += quota_person_consumes(person->consumed);
		}
	hash_destroy(work.buckets);
	return tally;
}
