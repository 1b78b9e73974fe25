/*
 * exchange/write.h: XML written from rows.
 *
 * What is written is UTF-8 without characters that XML 1.0 forbids, plain decimals, times with an
 * offset, and no element for a value that is unknown.  What had to be left out is counted and told in one warning.
 */
#ifndef EXCHANGE_WRITE_H
#define EXCHANGE_WRITE_H

#include "ground/socu.h"

#include "access/tupdesc.h"
#include "exchange/escape.h"

/* ---- rows that are handed in: an array of a composite type ---- */

typedef struct Rows
{
	TupleDesc desc;
	int n;
	Datum **values;
	bool **nulls;
} Rows;

/* ERROR 22004 for a NULL among them. */
extern void rows_of_array(Rows *rows, Datum array, bool isnull);
extern void rows_of_one(Rows *rows, Datum row, bool isnull);

static inline bool
row_has(const Rows *rows, int i, int column)
{
	return !rows->nulls[i][column];
}

/* An integer column, or 'otherwise'. */
static inline int
row_int(const Rows *rows, int i, int column, int otherwise)
{
	return rows->nulls[i][column] ? otherwise : DatumGetInt32(rows->values[i][column]);
}

/* A column as the text that XML wants, UTF-8, palloc'ed; NULL for NULL.  ERROR 22008, 22003 for what XML cannot say. */
extern char *row_text(const Rows *rows, int i, int column);

/* The elements of a text[] (or integer[]) column as texts, NULLs among them; *n is 0 for NULL. */
extern char **row_list(const Rows *rows, int i, int column, int *n);

/* ---- elements ---- */

typedef struct Writer
{
	StringInfoData out;
	int characters; /* forbidden ones that were left out */
	int values;		/* values that the schema has no place for */
	char first[64]; /* where the first of either stood */
} Writer;

extern void writer_begin(Writer *writer);

/* <name attr="value">; the attribute is left out if 'value' is NULL. */
extern void writer_open(Writer *writer, const char *name, const char *attr, const char *value);
extern void writer_close(Writer *writer, const char *name);

/* <name attr="value">text</name>; nothing if 'text' is NULL. */
extern void writer_leaf(Writer *writer, const char *name, const char *text, const char *attr, const char *value);
extern void writer_column(Writer *writer, const char *name, const Rows *rows, int i, int column);

/* Counts a value that has no place. */
extern void writer_omit(Writer *writer, const char *name);

/* The document as an xml datum of the server's encoding; a warning if something was left out. */
extern Datum writer_end(Writer *writer);

#endif /* EXCHANGE_WRITE_H */
