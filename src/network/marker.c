/*
 * network/marker.c: the row in which a network says what it is, read for anybody.
 */
#include "ground/owner.h"

#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/tuptable.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"

PG_FUNCTION_INFO_V1(network_marker);

/* May the acting role read the relation by its name? */
static bool
readable(Oid relid)
{
	Oid schema = get_rel_namespace(relid);

	return OidIsValid(schema) && pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK &&
		   DatumGetBool(
			   DirectFunctionCall2(has_schema_privilege_id, ObjectIdGetDatum(schema), CStringGetTextDatum("USAGE")));
}

/* The column of that name and type, or InvalidAttrNumber. */
static AttrNumber
column(Relation rel, const char *name, Oid type)
{
	AttrNumber number = get_attnum(RelationGetRelid(rel), name);

	return number > 0 && TupleDescAttr(RelationGetDescr(rel), number - 1)->atttypid == type ? number
																							: InvalidAttrNumber;
}

/* The first row of the table in three columns; false if there is none. */
static bool
first_row(Relation rel, const AttrNumber *columns, Datum *values, bool *nulls)
{
	TupleTableSlot *slot = table_slot_create(rel, NULL);
	TableScanDesc scan = socu_table_beginscan(rel, GetActiveSnapshot());
	bool found = table_scan_getnextslot(scan, ForwardScanDirection, slot);

	for (int i = 0; found && i < 3; i++)
	{
		Form_pg_attribute att = TupleDescAttr(RelationGetDescr(rel), columns[i] - 1);

		values[i] = slot_getattr(slot, columns[i], &nulls[i]);
		if (!nulls[i])
			values[i] = datumCopy(values[i], att->attbyval, att->attlen);
	}
	ExecDropSingleTupleTableSlot(slot);
	table_endscan(scan);
	return found;
}

/*
 * network_marker(marker oid, OUT version, OUT rooms, OUT facts): the row of the
 * table "network" of a schema; nulls for who may not read it, and where it is
 * not what a network has.
 *
 * Anybody may make a table that looks like one, and a superuser may ask.  So the
 * table is read by its OID under a lock, after a look at what it is, and by no
 * statement: no policy, view, cast or function of somebody else's takes part.
 */
Datum
network_marker(PG_FUNCTION_ARGS)
{
	Oid relid = PG_GETARG_OID(0);
	Oid version = network_version_type();
	Datum values[3] = {0};
	bool nulls[3] = {true, true, true};
	TupleDesc desc;
	Relation rel = NULL;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "network_marker gives a row");
	if (readable(relid))
		rel = try_relation_open(relid, AccessShareLock);
	if (rel != NULL)
	{
		AttrNumber columns[3] = {column(rel, "version", version), column(rel, "rooms", TEXTARRAYOID),
								 column(rel, "facts", TEXTOID)};

		if (rel->rd_rel->relkind == RELKIND_RELATION && !rel->rd_rel->relrowsecurity && readable(relid) && columns[0] &&
			columns[1] && columns[2] && !first_row(rel, columns, values, nulls))
			nulls[0] = nulls[1] = nulls[2] = true;
		relation_close(rel, AccessShareLock);
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}
