/*
 * quota/store.c: rows written below SQL: what tables may be written so, and the indexes of what was written.  Is a
 * restore at work?
 *
 * Below SQL there are no triggers, rules, defaults, generated columns and CHECKs.  A table that has more of these than
 * the extension gave it is not written so.  Row security does not matter: what is written here is written for
 * the owner, to whom it does not apply.
 */
#include "quota/store.h"

#include "ground/owner.h"

#include "access/heapam.h"
#include "access/table.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "nodes/makefuncs.h"
#include "utils/guc.h"
#include "utils/rel.h"
#include "utils/rls.h"

bool
quota_restoring(Oid home)
{
	Relation lines;
	bool loads;

	if (row_security || check_function_bodies)
		return false;
	lines = table_open(network_relid(home, "quota"), AccessShareLock);
	loads = socu_loads_as_is(lines);
	table_close(lines, AccessShareLock);
	return loads;
}

/* Does a trigger other than 'own' fire when a row is written (not: when the table is truncated)? */
static const char *
strange_trigger(Relation rel, const char *own)
{
	for (int i = 0; rel->trigdesc && i < rel->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &rel->trigdesc->triggers[i];

		if (trigger->tgenabled == TRIGGER_DISABLED || (own && strcmp(trigger->tgname, own) == 0) ||
			!(trigger->tgtype & (TRIGGER_TYPE_INSERT | TRIGGER_TYPE_UPDATE | TRIGGER_TYPE_DELETE)))
			continue;
		return trigger->tgname;
	}
	return NULL;
}

const char *
quota_not_plain(Relation rel, const Oid *types, int ntypes, const char *own_trigger)
{
	TupleDesc desc = RelationGetDescr(rel);
	const char *trigger;

	if (rel->rd_rel->relkind != RELKIND_RELATION || rel->rd_rel->relam != HEAP_TABLE_AM_OID ||
		rel->rd_rel->relispartition)
		return "it is no ordinary table";
	if (desc->natts != ntypes)
		return "a column was added or dropped";
	for (int i = 0; i < ntypes; i++)
		if (TupleDescAttr(desc, i)->atttypid != types[i] || TupleDescAttr(desc, i)->attisdropped)
			return "a column was changed or dropped";
	if (desc->constr && (desc->constr->num_check > 0 || desc->constr->has_generated_stored))
		return "it has a CHECK constraint or a generated column";
	if (rel->rd_rules)
		return "it has a rule";
	trigger = strange_trigger(rel, own_trigger);
	return trigger ? psprintf("it has the trigger \"%s\"", trigger) : NULL;
}

/*
 * The executor's way: predicates and expressions are evaluated, with the rights of the owner, who made them.  What a
 * deferrable constraint would want of us cannot come: it has a trigger.
 */
void
quota_index_row(Relation rel, HeapTuple tuple, bool summarizing)
{
	EState *estate;
	ResultRelInfo *info;
	TupleTableSlot *slot;
	OwnerScope saved;

	if (!rel->rd_rel->relhasindex)
		return;
	estate = CreateExecutorState();
	info = makeNode(ResultRelInfo);
	slot = MakeSingleTupleTableSlot(RelationGetDescr(rel), &TTSOpsHeapTuple);
	owner_begin(RelationGetRelid(rel), &saved);
	InitResultRelInfo(info, rel, 0, NULL, 0);
	ExecOpenIndices(info, false);
	ExecStoreHeapTuple(tuple, slot, false);
	slot->tts_tableOid = RelationGetRelid(rel);
	if (info->ri_NumIndices > 0)
		(void) socu_insert_index_tuples(info, estate, slot, summarizing);
	ExecCloseIndices(info);
	owner_end(&saved);
	ExecDropSingleTupleTableSlot(slot);
	FreeExecutorState(estate);
}

void
quota_insert_row(Relation rel, HeapTuple tuple)
{
	simple_heap_insert(rel, tuple);
	quota_index_row(rel, tuple, false);
}
