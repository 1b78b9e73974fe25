/*
 * quota/record.h: the columns of a table, read as a record.
 */
#ifndef QUOTA_RECORD_H
#define QUOTA_RECORD_H

#include "ground/socu.h"
#include "quota/quota.h"

#include "access/tupdesc.h"
#include "executor/tuptable.h"
#include "nodes/pg_list.h"
#include "utils/date.h"

/* Is it the type program_code? */
extern bool quota_is_program_code(Oid type);

/* Where the columns of a record stand in a table. */
typedef struct QuotaMap
{
	AttrNumber attnum[QC_COLUMNS]; /* 0 = not mapped */
	Oid basetype[QC_COLUMNS];
	FmgrInfo output[QC_COLUMNS]; /* where the type is not text-like */
	char *constant[QC_COLUMNS];
	List *holds;	/* statuses (char *) of an attached table; with both NIL and a */
	List *consumes; /* status column, the statuses of mobility hold */
} QuotaMap;

/* The basetype of a column of type program_code: its values are those of int8. */
#define QUOTA_CODE_TYPE INT8OID

/* A record as the rules see it, not to be copied.  Strings point into it, the slot or the current memory context. */
typedef struct QuotaRow
{
	const char *value[QC_SCOPE]; /* of a program_code its eight bytes */
	int length[QC_SCOPE];		 /* -1 = null */
	int64 code[QC_CODES];
	uint32 hash[QC_SCOPE];
	uint32 hashed; /* bits: hash[] is known */
	int holds;	   /* 0 or 1 */
	int consumes;  /* 0 or 1 */
	bool has_start;
	DateADT start;
	const QuotaMap *map;
	TupleTableSlot *slot;
} QuotaRow;

/* Read a mapping ("column=name", "column:=constant", "holds:=a,b", "consumes:=c") for a row type. */
extern QuotaMap *quota_map_make(TupleDesc desc, int nargs, char **args, MemoryContext context, const char *relname);

/*
 * Read a record, of the scope only the columns in 'wanted' (bits); the others
 * stay null.  0 if it has no seat: then nothing more of it was read.
 */
extern int quota_row_read(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot, uint32 wanted);
extern char *quota_row_student(const QuotaRow *row);
extern bool quota_row_key(const QuotaRow *row, int64 *key);
extern bool quota_rows_same_scope(const QuotaRow *a, const QuotaRow *b);

/* Amount of the record under a line of that unit and name, in hundredths; for seats, stays and persons one. */
extern int64 quota_row_amount(const QuotaRow *row, QuotaUnit unit, const char *code);

#endif /* QUOTA_RECORD_H */
