/*
 * quota/logs.c: the triggers of logs and counters.
 *
 * Logs are only ever added to.  Counters follow from the records, also in a restore.
 */
#include "ground/trigger.h"
#include "quota/store.h"

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

/*
 * Counters that a dump holds are left out: loading the lines and the records makes them, in whatever order these come.
 */
static Datum
leave_out(TriggerData *trigdata, bool else_refuse)
{
	Relation rel = trigdata->tg_relation;

	if (quota_restoring(RelationGetNamespace(rel)))
		return PointerGetDatum(NULL);
	if (else_refuse)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is written by the guard alone", RelationGetRelationName(rel)),
				 errdetail("A restore leaves its rows out: SET row_security and check_function_bodies to off, as "
						   "pg_restore does, or load with --disable-triggers."),
				 errhint("quota_rebuild() makes the counters anew from the records.")));
	return PointerGetDatum(trigdata->tg_trigtuple);
}

/* quota_slot_restore(): BEFORE ROW trigger of quota_slot. */
Datum
quota_slot_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_slot", NULL};
	static const SocuTrigger rule = {"quota_slot_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};

	return leave_out(socu_trigger(fcinfo, &rule), true);
}

/* quota_person_restore(): the same for quota_person, which the guard itself fills by statements. */
Datum
quota_person_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_person", NULL};
	static const SocuTrigger rule = {"quota_person_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};

	return leave_out(socu_trigger(fcinfo, &rule), false);
}
