/*
 * exchange/write.c: XML written from rows.
 */
#include "exchange/write.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "exchange/value.h"
#include "exchange/xsd_core.h"
#include "term/core.h"

/* ---- rows ---- */

void
rows_of_one(Rows *rows, Datum row, bool isnull)
{
	HeapTupleHeader header;
	HeapTupleData tuple;

	memset(rows, 0, sizeof(*rows));
	if (isnull)
		return;
	header = DatumGetHeapTupleHeader(row);
	rows->desc = lookup_rowtype_tupdesc_copy(HeapTupleHeaderGetTypeId(header), HeapTupleHeaderGetTypMod(header));
	rows->n = 1;
	rows->values = palloc(sizeof(Datum *));
	rows->nulls = palloc(sizeof(bool *));
	rows->values[0] = palloc(rows->desc->natts * sizeof(Datum));
	rows->nulls[0] = palloc(rows->desc->natts * sizeof(bool));
	tuple.t_len = HeapTupleHeaderGetDatumLength(header);
	tuple.t_data = header;
	heap_deform_tuple(&tuple, rows->desc, rows->values[0], rows->nulls[0]);
}

void
rows_of_array(Rows *rows, Datum array, bool isnull)
{
	ArrayType *elements;
	Datum *values;
	bool *nulls;

	memset(rows, 0, sizeof(*rows));
	if (isnull)
		return;
	elements = DatumGetArrayTypeP(array);
	rows->desc = lookup_rowtype_tupdesc_copy(ARR_ELEMTYPE(elements), -1);
	deconstruct_array(elements, ARR_ELEMTYPE(elements), -1, false, TYPALIGN_DOUBLE, &values, &nulls, &rows->n);
	rows->values = palloc((rows->n + 1) * sizeof(Datum *));
	rows->nulls = palloc((rows->n + 1) * sizeof(bool *));
	for (int i = 0; i < rows->n; i++)
	{
		HeapTupleHeader header;
		HeapTupleData tuple;

		if (nulls[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("row %d to be written is NULL", i + 1)));
		header = DatumGetHeapTupleHeader(values[i]);
		rows->values[i] = palloc(rows->desc->natts * sizeof(Datum));
		rows->nulls[i] = palloc(rows->desc->natts * sizeof(bool));
		tuple.t_len = HeapTupleHeaderGetDatumLength(header);
		tuple.t_data = header;
		heap_deform_tuple(&tuple, rows->desc, rows->values[i], rows->nulls[i]);
	}
}

/* ERROR 22008 for a date that XML Schema cannot write. */
static void
check_date(DateADT date)
{
	if (DATE_NOT_FINITE(date) || date < date2j(1, 1, 1) - POSTGRES_EPOCH_JDATE ||
		date > date2j(9999, 12, 31) - POSTGRES_EPOCH_JDATE)
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg("date is none that XML Schema can write"),
						errdetail("Years from 0001 to 9999 can be written, infinity cannot.")));
}

/* A date by ISO 8601, whatever DateStyle says. */
static char *
date_text(DateADT date)
{
	int year, month, day;

	check_date(date);
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return psprintf("%04d-%02d-%02d", year, month, day);
}

/* A moment in UTC, whatever the session's time zone. */
static char *
time_text(TimestampTz time)
{
	int64 days;
	int64 rest;
	char fraction[8] = "";

	if (TIMESTAMP_NOT_FINITE(time))
		check_date(DATEVAL_NOEND);
	days = time / USECS_PER_DAY;
	rest = time % USECS_PER_DAY;
	if (rest < 0)
	{
		days--;
		rest += USECS_PER_DAY;
	}
	if (rest % USECS_PER_SEC != 0)
	{
		int end;

		end = snprintf(fraction, sizeof(fraction), ".%06d", (int) (rest % USECS_PER_SEC));
		while (fraction[end - 1] == '0')
			fraction[--end] = '\0';
	}
	rest /= USECS_PER_SEC;
	return psprintf("%sT%02d:%02d:%02d%sZ", date_text((DateADT) days), (int) (rest / 3600), (int) (rest / 60 % 60),
					(int) (rest % 60), fraction);
}

/* A number as XML Schema writes it: a plain decimal, neither NaN nor infinity. */
static char *
number_text(Datum number)
{
	char *digits = DatumGetCString(DirectFunctionCall1(numeric_out, number));

	if (!xsd_decimal(digits, strlen(digits)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("\"%s\" is no decimal of XML Schema", digits)));
	return digits;
}

/* A value of any type that the rows have, as XML writes it. */
static char *
datum_text(Oid type, Datum value)
{
	char *term;

	switch (type)
	{
		case TEXTOID:
		case XMLOID:
		{
			text *own = DatumGetTextPP(value);

			return pnstrdup(VARDATA_ANY(own), VARSIZE_ANY_EXHDR(own));
		}
		case INT4OID:
			return psprintf("%d", DatumGetInt32(value));
		case INT8OID:
			return psprintf(INT64_FORMAT, DatumGetInt64(value));
		case BOOLOID:
			return pstrdup(DatumGetBool(value) ? "true" : "false");
		case DATEOID:
			return date_text(DatumGetDateADT(value));
		case TIMESTAMPTZOID:
			return time_text(DatumGetTimestampTz(value));
		case NUMERICOID:
			return number_text(value);
		default:
			/* the only other type that is written is academic_term */
			term = palloc(TERM_TEXT_SIZE);
			term_format(DatumGetInt32(value), term);
			return term;
	}
}

char *
row_text(const Rows *rows, int i, int column)
{
	if (rows->nulls[i][column])
		return NULL;
	return datum_text(TupleDescAttr(rows->desc, column)->atttypid, rows->values[i][column]);
}

char **
row_list(const Rows *rows, int i, int column, int *n)
{
	ArrayType *array;
	Datum *values;
	bool *nulls;
	char **texts;
	int16 length;
	bool byval;
	char align;

	*n = 0;
	if (rows->nulls[i][column])
		return NULL;
	array = DatumGetArrayTypeP(rows->values[i][column]);
	get_typlenbyvalalign(ARR_ELEMTYPE(array), &length, &byval, &align);
	deconstruct_array(array, ARR_ELEMTYPE(array), length, byval, align, &values, &nulls, n);
	texts = palloc((*n + 1) * sizeof(char *));
	for (int k = 0; k < *n; k++)
		texts[k] = nulls[k] ? NULL : datum_text(ARR_ELEMTYPE(array), values[k]);
	return texts;
}

/* ---- elements ---- */

void
writer_begin(Writer *writer)
{
	memset(writer, 0, sizeof(*writer));
	initStringInfo(&writer->out);
}

/* Counts what is left out, and remembers where the first of it stood. */
static void
note_loss(Writer *writer, const char *name, int characters, int values)
{
	if (characters + values == 0)
		return;
	if (writer->characters + writer->values == 0)
		strlcpy(writer->first, name, sizeof(writer->first));
	writer->characters += characters;
	writer->values += values;
}

void
writer_omit(Writer *writer, const char *name)
{
	note_loss(writer, name, 0, 1);
}

void
writer_open(Writer *writer, const char *name, const char *attr, const char *value)
{
	appendStringInfoChar(&writer->out, '<');
	appendStringInfoString(&writer->out, name);
	if (attr != NULL && value != NULL)
	{
		appendStringInfoChar(&writer->out, ' ');
		appendStringInfoString(&writer->out, attr);
		appendStringInfoString(&writer->out, "=\"");
		note_loss(writer, name, write_escaped(&writer->out, value, strlen(value), true), 0);
		appendStringInfoChar(&writer->out, '"');
	}
	appendStringInfoChar(&writer->out, '>');
}

void
writer_close(Writer *writer, const char *name)
{
	appendStringInfoString(&writer->out, "</");
	appendStringInfoString(&writer->out, name);
	appendStringInfoChar(&writer->out, '>');
}

void
writer_leaf(Writer *writer, const char *name, const char *text, const char *attr, const char *value)
{
	if (text == NULL)
		return;
	writer_open(writer, name, attr, value);
	note_loss(writer, name, write_escaped(&writer->out, text, strlen(text), false), 0);
	writer_close(writer, name);
}

void
writer_column(Writer *writer, const char *name, const Rows *rows, int i, int column)
{
	if (row_has(rows, i, column))
		writer_leaf(writer, name, row_text(rows, i, column), NULL, NULL);
}

Datum
writer_end(Writer *writer)
{
	if (writer->characters + writer->values > 0)
		ereport(WARNING, (errmsg("%d characters and %d values were left out of the document", writer->characters,
								 writer->values),
						  errdetail("XML forbids the characters, or the schema has no place for the values. "
									"The first stood in element \"%s\".",
									writer->first)));
	return value_text(writer->out.data, writer->out.len);
}
