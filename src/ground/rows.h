/*
 * ground/rows.h: rows of an SPI result, or of a table (ground/table.h), read column by column.
 *
 * Columns are taken in the order of the query: each next_… moves on by one.
 * Texts are copied into the context that the reader was made with.
 */
#ifndef SOCU_ROWS_H
#define SOCU_ROWS_H

#include "ground/socu.h"

#include "executor/spi.h"
#include "executor/tuptable.h"
#include "utils/date.h"

typedef struct RowReader
{
	HeapTuple tuple;
	TupleDesc desc;
	MemoryContext context;
	int column;
	TupleTableSlot *slot; /* of a table; NULL: of an SPI result */
	const AttrNumber *columns;
} RowReader;

/*
 * Run 'query' with the active snapshot; the number of rows, and in *array
 * zeroed memory of 'size' bytes for each, in 'context'.  'what' completes
 * "cannot read …" if it fails.
 */
extern int rows_read(const char *query, MemoryContext context, Size size, void **array, const char *what);

/* A reader of row 'row' of the last query. */
extern RowReader row_reader(int row, MemoryContext context);

extern Datum next_datum(RowReader *row, bool *isnull);
extern char *next_text(RowReader *row); /* NULL for null */
extern bool next_bool(RowReader *row);	/* false for null */
extern int next_word(RowReader *row,
					 const char *const *words); /* its place among words, which end with NULL; -1: none */
extern int64 next_int64(RowReader *row);		/* 0 for null, as the next ones */
extern int32 next_int32(RowReader *row);
extern int16 next_int16(RowReader *row);
extern Oid next_oid(RowReader *row);
extern DateADT next_date(RowReader *row, DateADT if_null);
extern void next_days(RowReader *row, DateADT *from, DateADT *until); /* a daterange, [from, until) */

#endif /* SOCU_ROWS_H */
