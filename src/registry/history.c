/*
 * registry/history.c: the former versions of coordinators' records.
 */
#include "ground/owner.h"
#include "ground/settings.h"
#include "ground/trigger.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(history_keep);

static const char *const record_tables[] = {"coordinator", "direction_record", "direction_speciality",
											"duty_record", "report_sent",	   NULL};

/* Who recorded the row and when: the server says it, whoever writes. */
static HeapTuple
with_recorder(Relation rel, HeapTuple tuple)
{
	AttrNumber hints[2] = {0, 0};
	int numbers[2] = {socu_column(rel, "recorded_by", TEXTOID, &hints[0]),
					  socu_column(rel, "recorded_at", TIMESTAMPTZOID, &hints[1])};
	Datum values[2] = {CStringGetTextDatum(socu_acting_role()),
					   TimestampTzGetDatum(GetCurrentTransactionStartTimestamp())};
	bool nulls[2] = {false, false};

	return heap_modify_tuple_by_cols(tuple, RelationGetDescr(rel), 2, numbers, values, nulls);
}

/* The reason without the blanks around it; NULL if none is given. */
static char *
reason_given(void)
{
	Datum trimmed = DirectFunctionCall1(btrim1, CStringGetTextDatum(socu_reason ? socu_reason : ""));
	char *reason = TextDatumGetCString(trimmed);

	return *reason ? reason : NULL;
}

/* The key of the row as text: the trigger's argument names the column. */
static char *
record_key(Relation rel, HeapTuple old, const Trigger *trigger)
{
	int number = trigger->tgnargs == 1 ? SPI_fnumber(RelationGetDescr(rel), trigger->tgargs[0]) : 0;

	if (number <= 0)
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("trigger \"%s\" of table \"%s\" names no key column", trigger->tgname,
							   RelationGetRelationName(rel)),
						errhint("Its argument is the key column of the table.")));
	return SPI_getvalue(old, RelationGetDescr(rel), number);
}

/* Write the version before the change to record_history, with the rights of its owner. */
static void
keep(Relation rel, HeapTuple old, const char *key, const char *operation, const char *reason)
{
	TupleDesc desc = RelationGetDescr(rel);
	Oid types[8] = {TEXTOID, TEXTOID, TEXTOID, desc->tdtypeid, TEXTOID, TEXTOID, TIMESTAMPTZOID, TEXTOID};
	Datum values[8] = {CStringGetTextDatum(RelationGetRelationName(rel)),
					   CStringGetTextDatum(key),
					   CStringGetTextDatum(operation),
					   heap_copy_tuple_as_datum(old, desc),
					   CStringGetTextDatum(socu_acting_role()),
					   CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false)),
					   TimestampTzGetDatum(GetCurrentTransactionStartTimestamp()),
					   CStringGetTextDatum(reason)};
	Oid history = socu_sibling(rel, "record_history");
	char *statement = psprintf("INSERT INTO %s.record_history (relation, key, operation, old_row, changed_by, login,"
							   " changed_at, reason) VALUES ($1, $2, $3, pg_catalog.to_jsonb($4), $5, $6, $7, $8)",
							   socu_schema_of(history));
	OwnerScope saved;

	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	if (SPI_execute_with_args(statement, 8, types, values, NULL, false, 0) < 0)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("could not keep the former version of %s %s: %s", RelationGetRelationName(rel), key,
							   SPI_result_code_string(SPI_result))));
	SPI_finish();
	owner_end(&saved);
}

/*
 * history_keep(key column): BEFORE ROW trigger of coordinators' records.  recorded_by and recorded_at are what the
 * server says; a changed or removed version goes to record_history, with the reason that because() gave.
 */
Datum
history_keep(PG_FUNCTION_ARGS)
{
	static const SocuTrigger rule = {"history_keep", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT | SOCU_UPDATE | SOCU_DELETE,
									 record_tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;
	HeapTuple old = trigdata->tg_trigtuple;
	bool deleted = TRIGGER_FIRED_BY_DELETE(trigdata->tg_event);
	char *key;
	char *reason;

	if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		return PointerGetDatum(socu_loads_as_is(rel) ? old : with_recorder(rel, old));
	if (!deleted && socu_same_row(RelationGetDescr(rel), old, trigdata->tg_newtuple))
		return PointerGetDatum(trigdata->tg_newtuple);
	key = record_key(rel, old, trigdata->tg_trigger);
	reason = reason_given();
	if (reason == NULL)
		ereport(ERROR, (errcode(ERRCODE_CHECK_VIOLATION),
						errmsg("no reason is given for the %s of %s %s", deleted ? "delete" : "update",
							   RelationGetRelationName(rel), key),
						errdetail("The former version is kept with who changed it, when and why."),
						errhint("Say why in the same transaction: SELECT socu.because('...')."),
						err_generic_string(PG_DIAG_SCHEMA_NAME, socu_schema_of(RelationGetRelid(rel))),
						err_generic_string(PG_DIAG_TABLE_NAME, RelationGetRelationName(rel)),
						err_generic_string(PG_DIAG_CONSTRAINT_NAME, "history_reason")));
	keep(rel, old, key, deleted ? "DELETE" : "UPDATE", reason);
	return PointerGetDatum(deleted ? old : with_recorder(rel, trigdata->tg_newtuple));
}
