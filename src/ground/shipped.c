/*
 * ground/shipped.c: the guard of shipped rows.
 */
#include "ground/trigger.h"

#include "access/htup_details.h"
#include "commands/extension.h"
#include "executor/spi.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(shipped_guard);

/* Does the row say of itself that it came with the extension?  False for no row. */
static bool
row_is_shipped(HeapTuple tuple, TupleDesc desc, int attnum)
{
	bool isnull;
	Datum value;

	if (tuple == NULL)
		return false;
	value = heap_getattr(tuple, attnum, desc, &isnull);
	return !isnull && DatumGetBool(value);
}

/* The column that says whether a row is shipped. */
static int
shipped_column(Relation rel)
{
	int attnum = SPI_fnumber(RelationGetDescr(rel), "shipped");

	if (attnum <= 0)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_COLUMN),
						errmsg("table \"%s\" has no column \"shipped\"", RelationGetRelationName(rel))));
	return attnum;
}

/*
 * shipped_guard(): BEFORE ROW and BEFORE TRUNCATE trigger of every reference table.  Rows that
 * come with the extension are not dumped, so a change to one would be lost
 * with the next restore: only the extension's scripts may make or change them.
 */
Datum
shipped_guard(PG_FUNCTION_ARGS)
{
	static const SocuTrigger rule = {"shipped_guard", SOCU_BEFORE | SOCU_ROW | SOCU_STATEMENT | SOCU_INSERT |
														  SOCU_UPDATE | SOCU_DELETE | SOCU_TRUNCATE};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;
	bool inserted = TRIGGER_FIRED_BY_INSERT(trigdata->tg_event);
	HeapTuple old = inserted ? NULL : trigdata->tg_trigtuple;
	HeapTuple new = inserted ? trigdata->tg_trigtuple : trigdata->tg_newtuple;
	int attnum;

	if (TRIGGER_FIRED_BY_TRUNCATE(trigdata->tg_event) && !creating_extension)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("table \"%s\" holds shipped rows and cannot be truncated", RelationGetRelationName(rel)),
						errhint("Remove your own rows: DELETE ... WHERE NOT shipped.")));
	if (!TRIGGER_FIRED_FOR_ROW(trigdata->tg_event))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" must be fired BEFORE ROW", "shipped_guard")));
	if (creating_extension)
		return PointerGetDatum(new ? new : old);
	attnum = shipped_column(rel);
	if (row_is_shipped(old, RelationGetDescr(rel), attnum) || row_is_shipped(new, RelationGetDescr(rel), attnum))
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("shipped rows of table \"%s\" cannot be added, changed or removed",
							   RelationGetRelationName(rel)),
						errdetail("Rows that come with the extension are not dumped; the change would be lost with "
								  "the next restore."),
						errhint("Add a row of your own (shipped = false): it outranks the shipped one.")));
	return PointerGetDatum(new ? new : old);
}
