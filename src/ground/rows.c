/*
 * ground/rows.c: see ground/rows.h.
 */
#include "ground/rows.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

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
	return (RowReader){.tuple = SPI_tuptable->vals[row], .desc = SPI_tuptable->tupdesc, .context = context};
}

Datum
next_datum(RowReader *row, bool *isnull)
{
	int column = row->column++;

	if (row->slot != NULL)
		return slot_getattr(row->slot, row->columns[column], isnull);
	return SPI_getbinval(row->tuple, row->desc, column + 1, isnull);
}

char *
next_text(RowReader *row)
{
	bool isnull;
	Datum datum;
	text *held;
	char *value;

	if (row->slot == NULL)
	{
		value = SPI_getvalue(row->tuple, row->desc, ++row->column);
		return value ? MemoryContextStrdup(row->context, value) : NULL;
	}
	datum = next_datum(row, &isnull);
	if (isnull)
		return NULL;
	held = DatumGetTextPP(datum);
	value = MemoryContextAlloc(row->context, VARSIZE_ANY_EXHDR(held) + 1);
	memcpy(value, VARDATA_ANY(held), VARSIZE_ANY_EXHDR(held));
	value[VARSIZE_ANY_EXHDR(held)] = '\0';
	return value;
}

int
next_word(RowReader *row, const char *const *words)
{
	RowReader here = *row;
	char *word;
	int found = -1;

	here.context = CurrentMemoryContext; /* the word is not kept */
	word = next_text(&here);
	row->column = here.column;
	for (int i = 0; word != NULL && found < 0 && words[i] != NULL; i++)
		if (strcmp(word, words[i]) == 0)
			found = i;
	if (word != NULL)
		pfree(word);
	return found;
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

int32
next_int32(RowReader *row)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);

	return isnull ? 0 : DatumGetInt32(value);
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

/* Days of a range are whole: the canonical form includes the first and excludes the last. */
void
next_days(RowReader *row, DateADT *from, DateADT *until)
{
	bool isnull;
	Datum value = next_datum(row, &isnull);
	RangeBound lower;
	RangeBound upper;
	bool empty;

	*from = DATEVAL_NOBEGIN;
	*until = DATEVAL_NOEND;
	if (isnull)
		return;
	range_deserialize(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO), DatumGetRangeTypeP(value), &lower, &upper,
					  &empty);
	if (empty)
		*until = DATEVAL_NOBEGIN;
	else
	{
		if (!lower.infinite)
			*from = DatumGetDateADT(lower.val);
		if (!upper.infinite)
			*until = DatumGetDateADT(upper.val);
	}
}
