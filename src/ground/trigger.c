/*
 * ground/trigger.c: which tables and events may fire a trigger function, and the columns of its rows.
 */
#include "ground/trigger.h"

#include "ground/owner.h"

#include "access/htup_details.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

/* ---- whose trigger is it? ---- */

/* The bits of SocuTrigger.when that describe this call. */
static int
fired_when(TriggerEvent event)
{
	int when = TRIGGER_FIRED_BEFORE(event) ? SOCU_BEFORE : TRIGGER_FIRED_AFTER(event) ? SOCU_AFTER : 0;

	when |= TRIGGER_FIRED_FOR_ROW(event) ? SOCU_ROW : SOCU_STATEMENT;
	when |= TRIGGER_FIRED_BY_INSERT(event)	 ? SOCU_INSERT
			: TRIGGER_FIRED_BY_UPDATE(event) ? SOCU_UPDATE
			: TRIGGER_FIRED_BY_DELETE(event) ? SOCU_DELETE
											 : SOCU_TRUNCATE;
	return when;
}

/* An ordinary table of a network or in the schema of the function, of one of the names (NULL: of any). */
static bool
is_own_table(Relation rel, Oid function, const char *const *tables)
{
	if (rel->rd_rel->relkind != RELKIND_RELATION ||
		(RelationGetNamespace(rel) != get_func_namespace(function) && !OidIsValid(network_of_relation(rel))))
		return false;
	if (tables == NULL)
		return true;
	for (; *tables; tables++)
		if (strcmp(*tables, RelationGetRelationName(rel)) == 0)
			return true;
	return false;
}

TriggerData *
socu_trigger(FunctionCallInfo fcinfo, const SocuTrigger *rule)
{
	TriggerData *trigdata = (TriggerData *) fcinfo->context;
	int when;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" must be fired as a trigger", rule->function)));
	when = fired_when(trigdata->tg_event);
	if (!is_own_table(trigdata->tg_relation, fcinfo->flinfo->fn_oid, rule->tables))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" is no trigger of table \"%s.%s\"", rule->function,
							   get_namespace_name(RelationGetNamespace(trigdata->tg_relation)),
							   RelationGetRelationName(trigdata->tg_relation)),
						errdetail("It serves the tables that it was made with, and no other."),
						errhint("Drop the trigger \"%s\".", trigdata->tg_trigger->tgname)));
	if ((when & rule->when) != when)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" of table \"%s\" fires function \"%s\" at the wrong time or event",
						trigdata->tg_trigger->tgname, RelationGetRelationName(trigdata->tg_relation), rule->function),
				 errhint("Make the trigger as the extension made it.")));
	return trigdata;
}

/* ---- columns ---- */

AttrNumber
socu_column(Relation rel, const char *name, Oid type, AttrNumber *hint)
{
	TupleDesc desc = RelationGetDescr(rel);
	Form_pg_attribute att = *hint > 0 && *hint <= desc->natts ? TupleDescAttr(desc, *hint - 1) : NULL;

	if (att == NULL || att->attisdropped || strcmp(NameStr(att->attname), name) != 0)
	{
		int number = SPI_fnumber(desc, name);

		*hint = (AttrNumber) Max(number, 0);
		att = number > 0 ? TupleDescAttr(desc, number - 1) : NULL;
	}
	if (att == NULL || att->atttypid != type || att->attgenerated)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" has no column \"%s\" of type %s", RelationGetRelationName(rel), name,
							   format_type_be(type)),
						errhint("Give the table back the column that the extension made.")));
	return *hint;
}

bool
socu_same_row(TupleDesc desc, HeapTuple a, HeapTuple b)
{
	for (int i = 1; i <= desc->natts; i++)
	{
		Form_pg_attribute att = TupleDescAttr(desc, i - 1);
		bool anull;
		bool bnull;
		Datum x;
		Datum y;

		/* what is generated is computed after this trigger */
		if (att->attisdropped || att->attgenerated)
			continue;
		x = heap_getattr(a, i, desc, &anull);
		y = heap_getattr(b, i, desc, &bnull);
		if (anull != bnull || (!anull && !datum_image_eq(x, y, att->attbyval, att->attlen)))
			return false;
	}
	return true;
}
