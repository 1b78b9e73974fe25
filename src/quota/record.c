/*
 * quota/record.c: the columns of a table, read as a record.
 */
#include "quota/record.h"

#include "ground/domain_core.h"
#include "ground/iso_core.h"
#include "ground/owner.h"
#include "program/type.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"

/* The words between commas, as pointers into 'text', which is cut up. */
static List *
split_statuses(char *text)
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

/* The type program_code, remembered until a type changes. */
static Oid program_code_type = InvalidOid;

static void
forget_type(Datum arg, int cacheid, uint32 hashvalue)
{
	program_code_type = InvalidOid;
}

bool
quota_is_program_code(Oid type)
{
	static bool registered = false;

	if (!registered)
	{
		CacheRegisterSyscacheCallback(TYPEOID, forget_type, (Datum) 0);
		registered = true;
	}
	if (!OidIsValid(program_code_type))
		program_code_type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("program_code"),
											ObjectIdGetDatum(socu_extension_schema()));
	return type == program_code_type;
}

static bool
is_text(Oid type)
{
	return type == TEXTOID || type == VARCHAROID || type == BPCHAROID;
}

static bool
is_integer(Oid type)
{
	return type == INT2OID || type == INT4OID || type == INT8OID;
}

/* What the type of a column must be; NULL = it is. */
static const char *
type_wanted(int column, Oid type)
{
	if (column == QC_PROGRAM || column == QC_FIELD)
		return is_text(type) || quota_is_program_code(type) ? NULL : "of type program_code or text";
	if (column == QC_LEVEL)
		return is_text(type) || is_integer(type) ? NULL : "an integer or text";
	if (column == QC_STARTS_ON)
		return type == DATEOID || type == TIMESTAMPOID ? NULL : "a date or a timestamp without time zone";
	if (column >= QC_TERMS && column <= QC_ACTUAL_DAYS)
		return type == NUMERICOID || is_integer(type) ? NULL : "an integer or numeric";
	return NULL;
}

/* Note where a column of a record stands in the table, after a check of its type. */
static void
map_column(QuotaMap *map, TupleDesc desc, int column, const char *name, const char *relname, MemoryContext context)
{
	int attnum = SPI_fnumber(desc, name);
	const char *wanted;
	Oid type;
	Oid function;
	bool varlena;

	if (attnum <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN), errmsg("table \"%s\" has no column \"%s\"", relname, name),
				 errdetail("Its quota guard reads the column as %s.", quota_column_names[column]),
				 errhint("After a column was renamed or dropped, call quota_attach() again with the new names.")));
	type = getBaseType(TupleDescAttr(desc, attnum - 1)->atttypid);
	map->attnum[column] = (AttrNumber) attnum;
	wanted = type_wanted(column, type);
	if (wanted)
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("column \"%s\" of table \"%s\" must be %s", name, relname, wanted),
						errdetail("Its quota guard reads the column as %s.", quota_column_names[column])));
	if (column >= QC_PROGRAM && column < QC_SCOPE && !is_text(type))
		type = QUOTA_CODE_TYPE;
	map->basetype[column] = type;
	if (!is_text(type) && type != QUOTA_CODE_TYPE)
	{
		getTypeOutputInfo(type, &function, &varlena);
		fmgr_info_cxt(function, &map->output[column], context);
	}
}

/* One part of a mapping: column=name, column:=constant, holds:=a,b or consumes:=c. */
static void
map_argument(QuotaMap *map, TupleDesc desc, const char *argument, const char *relname, MemoryContext context)
{
	const char *equals = strchr(argument, '=');
	bool constant;
	int length;
	int column;

	if (equals == NULL)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("invalid part \"%s\" of the mapping of a guarded table", argument),
						errhint("Write column=name or column:=constant, or use quota_attach().")));
	constant = equals > argument && equals[-1] == ':';
	length = (int) (equals - argument) - (constant ? 1 : 0);
	if (constant && length == 5 && strncmp(argument, "holds", 5) == 0)
		map->holds = split_statuses(pstrdup(equals + 1));
	else if (constant && length == 8 && strncmp(argument, "consumes", 8) == 0)
		map->consumes = split_statuses(pstrdup(equals + 1));
	else if ((column = column_number(argument, length)) < 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("a quota guard knows no column \"%s\"", pnstrdup(argument, length)),
						errhint("See the columns of mobility.")));
	else if (constant && (column == QC_STARTS_ON || column == QC_KEY))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s of a guarded table cannot be a constant", quota_column_names[column]),
						errhint("Map it to a column of the table, or leave it out.")));
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

	/* Without a mapping the columns have the names of mobility. */
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

/* Which seat the record has.  A table without a status column holds placed persons only. */
static void
read_status(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot)
{
	int length;
	const char *status;

	row->holds = row->consumes = 0;
	if (map->attnum[QC_STATUS] == 0 && map->constant[QC_STATUS] == NULL)
	{
		row->consumes = 1;
		return;
	}
	status = column_text(map, QC_STATUS, slot, &length);
	if (length < 0)
		return;
	if (map->holds == NIL && map->consumes == NIL)
	{
		QuotaSeat seat = quota_status_seat(status, length);

		row->holds = seat == SEAT_HELD;
		row->consumes = seat == SEAT_CONSUMED;
	}
	else
	{
		row->consumes = among_list(status, length, map->consumes);
		row->holds = !row->consumes && among_list(status, length, map->holds);
	}
}

/* The key of a state: a code of ISO 3166-1 alpha-2, in capital letters. */
static bool
is_state_key(const char *text, int length)
{
	return length == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z' &&
		   iso_state_number(text) >= 0;
}

/* A value that no line can mean is refused: it would pass all of them. */
static void
check_value(int column, const char *text, int length)
{
	bool good = true;
	const char *hint = NULL;

	switch (column)
	{
		case QC_SENDING_STATE:
		case QC_RECEIVING_STATE:
			good = is_state_key(text, length);
			hint = "States are codes of ISO 3166-1 alpha-2 in capital letters, KZ for example.";
			break;
		case QC_SENDING_INSTITUTION:
		case QC_RECEIVING_INSTITUTION:
			good = domain_valid(text, (size_t) length);
			hint = "Institutions are internet domains in lower case, msu.ru for example.";
			break;
		case QC_LEVEL:
			good = length == 1 && text[0] >= '0' && text[0] <= '8';
			hint = "Levels are those of ISCED 2011, 0 to 8.";
			break;
	}
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("a nomination cannot have the %s \"%s\"", quota_column_names[column], socu_clip(text, length)),
				 errhint("%s", hint)));
}

/* A program_code, read as a text or as the value that it is. */
static void
read_code(QuotaRow *row, int column)
{
	const QuotaMap *map = row->map;
	int64 *code = &row->code[column - QC_PROGRAM];

	if (map->attnum[column] != 0 && map->basetype[column] == QUOTA_CODE_TYPE)
	{
		bool isnull;
		Datum value = slot_getattr(row->slot, map->attnum[column], &isnull);

		row->length[column] = isnull ? -1 : (int) sizeof(int64);
		*code = isnull ? 0 : DatumGetProgram(value);
	}
	else
	{
		int length;
		const char *text = column_text(map, column, row->slot, &length);

		row->length[column] = length < 0 ? -1 : (int) sizeof(int64);
		if (length >= 0)
			*code = DatumGetProgram(DirectFunctionCall1(program_code_in, CStringGetDatum(pnstrdup(text, length))));
	}
	row->value[column] = (const char *) code;
}

/* A column of the scope. */
static void
read_scope(QuotaRow *row, int column)
{
	if (column >= QC_PROGRAM)
	{
		read_code(row, column);
		return;
	}
	row->value[column] = column_text(row->map, column, row->slot, &row->length[column]);
	if (row->length[column] >= 0)
		check_value(column, row->value[column], row->length[column]);
}

int
quota_row_read(QuotaRow *row, const QuotaMap *map, TupleTableSlot *slot, uint32 wanted)
{
	row->map = map;
	row->slot = slot;
	row->hashed = 0;
	read_status(row, map, slot);
	if (!row->holds && !row->consumes)
		return 0;
	for (int c = 0; c < QC_SCOPE; c++)
		if (wanted & (1u << c))
			read_scope(row, c);
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
				 errhint("Map the column student with quota_attach(), or count seats.")));
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

/* No line has more than so many units: what is more cannot be meant, and sums of it would overflow. */
#define MOST_UNITS INT64CONST(1000000000)

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
	if (amount < 0 || amount > MOST_UNITS * QUOTA_UNIT)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 amount < 0
					 ? errmsg("quota \"%s\": the %s of a record cannot be negative", code, quota_unit_names[unit])
					 : errmsg("quota \"%s\": the %s of a record are too many", code, quota_unit_names[unit])));
	return amount;
}
