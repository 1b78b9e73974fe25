/*
 * ground/table.h: all rows of a reference table, read without parser and planner.
 *
 * A fresh session's first question would spend most of its time on the plan of a
 * query that takes every row.  Three lines do it instead:
 *
 *     static const TableColumn columns[] = {{"label", TEXTOID}, {"validity", DATERANGEOID}, {NULL}};
 *     TableRows table = table_rows("credit_scheme", columns, context);
 *     for (RowReader row; table_next(&table, &row);) …            next_text(&row), next_days(&row, …)
 *
 * The rows are those of the active snapshot, in no order.  The table is closed when table_next
 * returns false; an error closes it too.
 */
#ifndef SOCU_TABLE_H
#define SOCU_TABLE_H

#include "ground/rows.h"

#include "access/tableam.h"

#define TABLE_COLUMNS 20

/* A column by its name and type. */
typedef struct TableColumn
{
	const char *name;
	Oid type;
} TableColumn;

/* In place of a type of the extension, whose number is not known beforehand: any type by value of this length. */
#define TABLE_BY_VALUE_8 ((Oid) 8)
#define TABLE_BY_VALUE_4 ((Oid) 4)

typedef struct TableRows
{
	Relation relation;
	TableScanDesc scan;
	TupleTableSlot *slot;
	MemoryContext context;
	AttrNumber columns[TABLE_COLUMNS];
} TableRows;

/*
 * Opens a table of schema socu; 'columns' end with a name NULL.  ERROR 42501 without
 * the right to read it, 55000 where row security, another kind of relation or another column
 * stands in the way of what its rows mean.
 */
extern TableRows table_rows(const char *name, const TableColumn *columns, MemoryContext context);

/* The next row, to be read column by column, in the order of 'columns'; texts are kept in 'context'. */
extern bool table_next(TableRows *table, RowReader *row);

/* Room for one more element of *array, which has *n of them: zeroed, in 'context'; it counts. */
extern void *array_add(void **array, int *n, Size size, MemoryContext context);

#endif /* SOCU_TABLE_H */
