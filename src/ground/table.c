/*
 * ground/table.c: see ground/table.h.
 */
#include "ground/table.h"

#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"

/* How many elements an array has room for at first; then it doubles. */
#define ARRAY_FIRST 64

/* ERROR 55000: the table is not what this extension made. */
static SOCU_NORETURN void
table_refused(const char *name, const char *why)
{
	ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE), errmsg("socu.%s cannot be read: %s", name, why),
					errhint("The reference tables of socu keep the kind and the columns that the extension gave them, "
							"and have no row security.")));
}

/* Does a column hold what the code takes out of it? */
static bool
column_fits(Form_pg_attribute column, Oid type)
{
	if (type == TABLE_BY_VALUE_8 || type == TABLE_BY_VALUE_4)
		return column->attbyval && column->attlen == (int16) type;
	return column->atttypid == type;
}

/* The number of a column in the table. */
static AttrNumber
column_number(TupleDesc desc, const char *table, const TableColumn *wanted)
{
	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute column = TupleDescAttr(desc, i);

		if (!column->attisdropped && strcmp(NameStr(column->attname), wanted->name) == 0)
		{
			if (!column_fits(column, wanted->type))
				table_refused(table, psprintf("column %s has another type", wanted->name));
			return column->attnum;
		}
	}
	table_refused(table, psprintf("there is no column %s", wanted->name));
}

TableRows
table_rows(const char *name, const TableColumn *columns, MemoryContext context)
{
	TableRows table = {.context = context};
	Oid relid = get_relname_relid(name, get_namespace_oid("socu", false));
	int n = 0;

	if (!OidIsValid(relid))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("table socu.%s does not exist", name)));
	table.relation = table_open(relid, AccessShareLock);
	if (table.relation->rd_rel->relkind != RELKIND_RELATION)
		table_refused(name, "it is no table");
	if (table.relation->rd_rel->relhassubclass && find_inheritance_children(relid, AccessShareLock) != NIL)
		table_refused(name, "other tables inherit from it");
	if (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, OBJECT_TABLE, name);
	if (check_enable_rls(relid, InvalidOid, false) == RLS_ENABLED)
		table_refused(name, "it has row security");
	for (; columns[n].name != NULL; n++)
	{
		if (n >= TABLE_COLUMNS)
			elog(ERROR, "more than %d columns of socu.%s", TABLE_COLUMNS, name);
		table.columns[n] = column_number(RelationGetDescr(table.relation), name, &columns[n]);
	}
	table.slot = table_slot_create(table.relation, NULL);
	table.scan = socu_table_beginscan(table.relation, GetActiveSnapshot());
	return table;
}

bool
table_next(TableRows *table, RowReader *row)
{
	if (table_scan_getnextslot(table->scan, ForwardScanDirection, table->slot))
	{
		*row = (RowReader){.slot = table->slot, .columns = table->columns, .context = table->context};
		return true;
	}
	table_endscan(table->scan);
	ExecDropSingleTupleTableSlot(table->slot);
	table_close(table->relation, NoLock); /* the lock stays, as after a query */
	return false;
}

void *
array_add(void **array, int *n, Size size, MemoryContext context)
{
	char *element;

	if (*n == 0)
		*array = MemoryContextAllocHuge(context, ARRAY_FIRST * size);
	else if (*n >= ARRAY_FIRST && (*n & (*n - 1)) == 0)
		*array = repalloc_huge(*array, (Size) *n * 2 * size);
	element = (char *) *array + (Size) *n * size;
	memset(element, 0, size);
	(*n)++;
	return element;
}
