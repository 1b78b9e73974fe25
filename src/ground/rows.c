/*
 * ground/rows.c: see ground/rows.h.
 */
#include "ground/rows.h"

int
rows_read(const char *query, MemoryContext context, Size size, void **array, const char *what)
{
	if (SPI_execute(query, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "cannot read %s", what);
	*array = MemoryContextAllocZero(context, Max(1, SPI_processed) * size);
	return (int) SPI_processed;
}

RowReader
row_reader(int row, MemoryContext context)
{
	RowReader reader = {SPI_tuptable->vals[row], SPI_tuptable->tupdesc, context, 0};

	return reader;
}

Datum
next_datum(RowReader *row, bool *isnull)
{
	return SPI_getbinval(row->tuple, row->desc, ++row->column, isnull);
}

char *
next_text(RowReader *row)
{
	char *value = SPI_getvalue(row->tuple, row->desc, ++row->column);

	return value ? MemoryContextStrdup(row->context, value) : NULL;
}

bool
next_bool(RowReader *row)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return !isnull && DatumGetBool(value);
}

int64
next_int64(RowReader *row)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

int16
next_int16(RowReader *row)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return isnull ? 0 : DatumGetInt16(value);
}

Oid
next_oid(RowReader *row)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return isnull ? InvalidOid : DatumGetObjectId(value);
}

DateADT
next_date(RowReader *row, DateADT if_null)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return isnull ? if_null : DatumGetDateADT(value);
}
