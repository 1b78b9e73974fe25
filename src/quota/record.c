/*
 * quota/record.c: the columns of a table, read as a record.
 */
#include "quota/record.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"

/* The words between commas, as pointers into 'text', which is cut up. */
static List *
split_states(char *text)
{
	List *list = NIL;
	char *save = NULL;

	for (char *word = strtok_r(text, ",", &save); word; word = strtok_r(NULL, ",", &save))
		list = lappend(list, word);
	return list;
}

/* The number of a column of a record; -1 = there is none of that name.  "key" is short for mobility_id. */
static int
column_number(const char *name, int length)
{
	for (int c = 0; c < QC_COLUMNS; c++)
		if ((int) strlen(quota_column_names[c]) == length && strncmp(quota_column_names[c], name, length) == 0)
			return c;
	if (length == 3 && strncmp(name, "key", 3) == 0)
		return QC_KEY;
	return -1;
}

/* Note where a column of a record stands in the table, after a check of its type. */
static void
map_column(QuotaMap *map, TupleDesc desc, int column, const char *name, const char *relname, MemoryContext context)
{
	int attnum = SPI_fnumber(desc, name);
	Oid type;
	Oid function;
	bool varlena;

	if (attnum <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN), errmsg("table \"%s\" has no column \"%s\"", relname, name),
				 errdetail("Its quota guard reads the column as %s.", quota_column_names[column]),
				 errhint("After a column was renamed or dropped, call socu.quota_attach() again with the new names.")));
	type = getBaseType(TupleDescAttr(desc, attnum - 1)->atttypid);
	map->attnum[column] = (AttrNumber) attnum;
	map->basetype[column] = type;
	if (column == QC_STARTS_ON && type != DATEOID && type != TIMESTAMPOID)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("column \"%s\" of table \"%s\" must be a date or a timestamp without time zone", name,
							   relname)));
	if ((column >= QC_TERMS && column <= QC_ACTUAL_DAYS) && type != NUMERICOID && type != INT2OID && type != INT4OID &&
		type != INT8OID)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("column \"%s\" of table \"%s\" must be an integer or numeric", name, relname)));
	if (type != TEXTOID && type != VARCHAROID && type != BPCHAROID)
	{
		getTypeOutputInfo(type, &function, &varlena);
		fmgr_info_cxt(function, &map->output[column], context);
	}
}

/* One argument of a guard: column=name, column:=constant, holds:=a,b or consumes:=c. */
static void
map_argument(QuotaMap *map, TupleDesc desc, const char *argument, const char *relname, MemoryContext context)
{
	const char *equals = strchr(argument, '=');
	bool constant;
	int length;
	int column;

	if (equals == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid argument \"%s\" of a quota guard", argument),
				 errhint("Write column=name or column:=constant, or use socu.quota_attach().")));
	constant = equals > argument && equals[-1] == ':';
	length = (int) (equals - argument) - (constant ? 1 : 0);
	if (constant && length == 5 && strncmp(argument, "holds", 5) == 0)
		map->holds = split_states(pstrdup(equals + 1));
	else if (constant && length == 8 && strncmp(argument, "consumes", 8) == 0)
		map->consumes = split_states(pstrdup(equals + 1));
	else if ((column = column_number(argument, length)) < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("a quota guard knows no column \"%s\"", pnstrdup(argument, length)),
						errhint("See the columns of socu.mobility.")));
	else if (constant)
		map->constant[column] = pstrdup(equals + 1);
	else
		map_column(map, desc, column, equals + 1, relname, context);
}

QuotaMap *
quota_map_make(TupleDesc desc, int nargs, char **args, MemoryContext context, const char *relname)
{
	MemoryContext old = MemoryContextSwitchTo(context);
	QuotaMap *map = palloc0(sizeof(QuotaMap));

	/* Without arguments the columns have the names of mobility. */
	for (int c = 0; nargs == 0 && c < QC_COLUMNS; c++)
		if (SPI_fnumber(desc, quota_column_names[c]) > 0)
			map_column(map, desc, c, quota_column_names[c], relname, context);
	for (int i = 0; i < nargs; i++)
		map_argument(map, desc, args[i], relname, context);
	MemoryContextSwitchTo(old);
	return map;
}

/* The value of a column as text; length -1 = null. */
static const char *
column_text(const QuotaMap *map, int column, TupleTableSlot *slot, int *length)
{
	Datum value;
	bool isnull;
	const char *text;

	if (map->attnum[column] == 0)
	{
		text = map->constant[column];
		*length = text ? (int) strlen(text) : -1;
		return text;
	}
	value = slot_getattr(slot, map->attnum[column], &isnull);
	if (isnull)
	{
		*length = -1;
		return NULL;
	}
	switch (map->basetype[column])
	{
		case TEXTOID:
		case VARCHAROID:
		case BPCHAROID:
		{
			struct varlena *packed = PG_DETOAST_DATUM_PACKED(value);

			text = VARDATA_ANY(packed);
			*length = (int) VARSIZE_ANY_EXHDR(packed);
			if (map->basetype[column] == BPCHAROID)
				while (*length > 0 && text[*length - 1] == ' ')
					(*length)--;
			return text;
		}
		default:
			text = OutputFunctionCall(unconstify(FmgrInfo *, &map->output[column]), value);
			*length = (int) strlen(text);
			return text;
	}
}

/* Is the text (of 'length' bytes) one of the words? */
static bool
among_list(const char *text, int length, List *words)
{
	ListCell *cell;

	foreach (cell, words)
	{
		const char *word = lfirst(cell);

		if (strncmp(word, text, length) == 0 && word[length] == '\0')
			return true;
	}
	return false;
}

/* Which seat the record has.  A table without a state column holds placed persons only. */
static void
read_state(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot)
{
	int length;
	const char *state;

	row->holds = row->consumes = 0;
	if (map->attnum[QC_STATE] == 0 && map->constant[QC_STATE] == NULL)
	{
		row->consumes = 1;
		return;
	}
	state = column_text(map, QC_STATE, slot, &length);
	if (length < 0)
		return;
	if (map->holds == NIL && map->consumes == NIL)
	{
		QuotaSeat seat = quota_state_seat(state, length);

		row->holds = seat == SEAT_HELD;
		row->consumes = seat == SEAT_CONSUMED;
	}
	else
	{
		row->consumes = among_list(state, length, map->consumes);
		row->holds = !row->consumes && among_list(state, length, map->holds);
	}
}

int
quota_row_read(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot, uint32 wanted)
{
	row->map = map;
	row->slot = slot;
	row->hashed = 0;
	read_state(row, map, slot);
	if (!row->holds && !row->consumes)
		return 0;
	for (int c = 0; c < QC_SCOPE; c++)
		if (wanted & (1u << c))
			row->value[c] = column_text(map, c, slot, &row->length[c]);
		else
			row->length[c] = -1;
	row->has_start = false;
	if (map->attnum[QC_STARTS_ON])
	{
		bool isnull;
		Datum value = slot_getattr(slot, map->attnum[QC_STARTS_ON], &isnull);

		row->has_start = !isnull;
		if (!isnull)
			row->start = map->basetype[QC_STARTS_ON] == DATEOID
							 ? DatumGetDateADT(value)
							 : DatumGetDateADT(DirectFunctionCall1(timestamp_date, value));
	}
	return 1;
}

/* The person; an error where the table has none, because a line needs it. */
char *
quota_row_student(const QuotaRow *row)
{
	int length;
	const char *text = column_text(row->map, QC_STUDENT, row->slot, &length);

	if (length < 0)
		ereport(ERROR,
				(errcode(ERRCODE_NOT_NULL_VIOLATION), errmsg("a quota line counts persons, but the record names none"),
				 errhint("Map the column student with socu.quota_attach(), or count seats.")));
	return pnstrdup(text, length);
}

bool
quota_row_key(const QuotaRow *row, int64 *key)
{
	bool isnull;
	Datum value;
	AttrNumber attnum = row->map->attnum[QC_KEY];

	if (attnum == 0)
		return false;
	value = slot_getattr(row->slot, attnum, &isnull);
	if (isnull)
		return false;
	switch (row->map->basetype[QC_KEY])
	{
		case INT8OID:
			*key = DatumGetInt64(value);
			return true;
		case INT4OID:
			*key = DatumGetInt32(value);
			return true;
		case INT2OID:
			*key = DatumGetInt16(value);
			return true;
		default:
			return false;
	}
}

bool
quota_rows_same_scope(const QuotaRow *a, const QuotaRow *b)
{
	for (int c = 0; c < QC_SCOPE; c++)
		if (a->length[c] != b->length[c] || (a->length[c] > 0 && memcmp(a->value[c], b->value[c], a->length[c]) != 0))
			return false;
	return a->has_start == b->has_start && (!a->has_start || a->start == b->start);
}

/* ---- amounts ---- */

/* A number of one of the types that map_column() lets through. */
static int64
hundredths(Datum value, Oid type)
{
	Datum amount;

	switch (type)
	{
		case INT2OID:
			return (int64) DatumGetInt16(value) * QUOTA_UNIT;
		case INT4OID:
			return (int64) DatumGetInt32(value) * QUOTA_UNIT;
		case INT8OID:
			amount = DirectFunctionCall1(int8_numeric, value);
			break;
		default:
			amount = value;
	}
	amount = DirectFunctionCall2(numeric_mul, amount, NumericGetDatum(int64_to_numeric(QUOTA_UNIT)));
	return DatumGetInt64(DirectFunctionCall1(numeric_int8, amount));
}

/* The number in a column, or its constant; false where the record states none. */
static bool
column_amount(const QuotaRow *row, int column, int64 *amount)
{
	bool isnull;
	Datum value;
	const QuotaMap *map = row->map;

	if (map->attnum[column] == 0)
	{
		if (map->constant[column] == NULL)
			return false;
		value = DirectFunctionCall3(numeric_in, CStringGetDatum(map->constant[column]), ObjectIdGetDatum(InvalidOid),
									Int32GetDatum(-1));
		*amount = hundredths(value, NUMERICOID);
		return true;
	}
	value = slot_getattr(row->slot, map->attnum[column], &isnull);
	if (isnull)
		return false;
	*amount = hundredths(value, map->basetype[column]);
	return true;
}

int64
quota_row_amount(const QuotaRow *row, QuotaUnit unit, const char *code)
{
	int64 amount = QUOTA_UNIT;
	bool known = true;

	switch (unit)
	{
		case QU_SEATS:
		case QU_STAYS:
		case QU_PERSONS:
		case QU_UNITS:
			return QUOTA_UNIT;
		case QU_TERMS:
			(void) column_amount(row, QC_TERMS, &amount); /* one, where nothing is said */
			break;
		case QU_MONTHS:
			known = column_amount(row, QC_ACTUAL_MONTHS, &amount) || column_amount(row, QC_MONTHS, &amount);
			break;
		case QU_DAYS:
			known = column_amount(row, QC_ACTUAL_DAYS, &amount) || column_amount(row, QC_DAYS, &amount);
			break;
	}
	if (!known)
		ereport(ERROR, (errcode(ERRCODE_NOT_NULL_VIOLATION),
						errmsg("quota \"%s\" counts %s, but the record states none", code, quota_unit_names[unit]),
						errhint("State the %s of the stay.", quota_unit_names[unit])));
	if (amount < 0)
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("quota \"%s\": the %s of a record cannot be negative", code, quota_unit_names[unit])));
	return amount;
}
