/*
 * quota/logs.c: the triggers of logs and counters.
 *
 * Logs are only ever added to.  A restore may bring counters that a trigger has
 * made already: what is restored takes their place.
 */
#include "ground/owner.h"
#include "ground/trigger.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(append_only);
PG_FUNCTION_INFO_V1(quota_slot_restore);
PG_FUNCTION_INFO_V1(quota_person_restore);

/* append_only(): BEFORE STATEMENT trigger of the logs. */
Datum
append_only(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"mobility_history", "quota_ledger", NULL};
	static const SocuTrigger rule = {"append_only",
									 SOCU_BEFORE | SOCU_STATEMENT | SOCU_UPDATE | SOCU_DELETE | SOCU_TRUNCATE, tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);

	ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					errmsg("table \"%s\" is append-only", RelationGetRelationName(trigdata->tg_relation)),
					errhint("Correct a record by a new one.")));
	return PointerGetDatum(NULL);
}

/* A column of a table's key. */
typedef struct KeyColumn
{
	const char *name;
	Oid type;
} KeyColumn;

#define KEY_COLUMNS 2

/* Remove the row with the key (its first columns) of the new one, with the rights of the acting role. */
static Datum
replace_row(TriggerData *trigdata, const KeyColumn *key)
{
	Relation rel = trigdata->tg_relation;
	Oid types[KEY_COLUMNS];
	Datum values[KEY_COLUMNS];
	char marks[KEY_COLUMNS + 1] = "";
	char *statement =
		psprintf("DELETE FROM %s.%s WHERE %s OPERATOR(pg_catalog.=) $1 AND %s OPERATOR(pg_catalog.=) $2",
				 socu_schema_of(RelationGetRelid(rel)), RelationGetRelationName(rel), key[0].name, key[1].name);

	for (int i = 0; i < KEY_COLUMNS; i++)
	{
		AttrNumber hint = (AttrNumber) (i + 1);
		bool isnull;

		types[i] = key[i].type;
		values[i] = heap_getattr(trigdata->tg_trigtuple, socu_column(rel, key[i].name, key[i].type, &hint),
								 RelationGetDescr(rel), &isnull);
		marks[i] = isnull ? 'n' : ' ';
	}
	SPI_connect();
	if (SPI_execute_with_args(statement, KEY_COLUMNS, types, values, marks, false, 0) < 0)
		elog(ERROR, "could not make room for a row of table \"%s\"", RelationGetRelationName(rel));
	SPI_finish();
	return PointerGetDatum(trigdata->tg_trigtuple);
}

/* quota_slot_restore(): BEFORE ROW trigger of quota_slot: a restored counter takes the place of a new one. */
Datum
quota_slot_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_slot", NULL};
	static const SocuTrigger rule = {"quota_slot_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};
	static const KeyColumn key[KEY_COLUMNS] = {{"quota_id", INT8OID}, {"slot", INT2OID}};

	return replace_row(socu_trigger(fcinfo, &rule), key);
}

/* quota_person_restore(): the same for quota_person. */
Datum
quota_person_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_person", NULL};
	static const SocuTrigger rule = {"quota_person_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};
	static const KeyColumn key[KEY_COLUMNS] = {{"quota_id", INT8OID}, {"person", TEXTOID}};

	return replace_row(socu_trigger(fcinfo, &rule), key);
}
