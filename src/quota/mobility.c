/*
 * quota/mobility.c: the triggers of mobility and of the logs.
 *
 * mobility_change() (BEFORE ROW) writes what the server says of a row and checks a change of state, mobility_log()
 * (AFTER ROW) keeps the version before.  The log is written with the rights of its owner, after a check that
 * mobility itself fired the trigger and that both tables have the same owner.
 */
#include "quota/quota.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(mobility_change);
PG_FUNCTION_INFO_V1(mobility_log);
PG_FUNCTION_INFO_V1(append_only);
PG_FUNCTION_INFO_V1(quota_slot_restore);
PG_FUNCTION_INFO_V1(quota_person_restore);

static const char *const mobility_tables[] = {"mobility", NULL};

/* ---- columns ---- */

/* Columns of mobility that the triggers read or write; where they stood last. */
typedef enum MobilityColumn
{
	MC_KEY,
	MC_STUDENT,
	MC_STATE,
	MC_REASON,
	MC_VERSION,
	MC_SUBMITTED_AT,
	MC_CREATED_AT,
	MC_CREATED_BY,
	MC_COLUMNS
} MobilityColumn;

static struct
{
	const char *name;
	Oid type;
	AttrNumber attnum;
} column[MC_COLUMNS] = {{"mobility_id", INT8OID},
						{"student", TEXTOID},
						{"state", TEXTOID},
						{"reason", TEXTOID},
						{"version", INT4OID},
						{"submitted_at", TIMESTAMPTZOID},
						{"created_at", TIMESTAMPTZOID},
						{"created_by", TEXTOID}};

static AttrNumber
number_of(Relation rel, MobilityColumn c)
{
	return socu_column(rel, column[c].name, column[c].type, &column[c].attnum);
}

static Datum
value_of(Relation rel, HeapTuple tuple, MobilityColumn c, bool *isnull)
{
	return heap_getattr(tuple, number_of(rel, c), RelationGetDescr(rel), isnull);
}

/* A text of the row; NULL for null. */
static char *
text_of(Relation rel, HeapTuple tuple, MobilityColumn c)
{
	bool isnull;
	Datum value = value_of(rel, tuple, c, &isnull);

	return isnull ? NULL : TextDatumGetCString(value);
}

static bool
same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static int64
key_of(Relation rel, HeapTuple tuple)
{
	bool isnull;

	return DatumGetInt64(value_of(rel, tuple, MC_KEY, &isnull));
}

/* The row with the columns that the server alone writes. */
static HeapTuple
with_server_columns(Relation rel, HeapTuple tuple, int version, Datum submitted_at, Datum created_at, Datum created_by)
{
	int numbers[4] = {number_of(rel, MC_VERSION), number_of(rel, MC_SUBMITTED_AT), number_of(rel, MC_CREATED_AT),
					  number_of(rel, MC_CREATED_BY)};
	Datum values[4] = {Int32GetDatum(version), submitted_at, created_at, created_by};
	bool nulls[4] = {false, false, false, false};

	return heap_modify_tuple_by_cols(tuple, RelationGetDescr(rel), 4, numbers, values, nulls);
}

/* ---- who may change a state ---- */

/*
 * The parties for which the acting role may change a state, as words; NIL = any.  The setting narrows them.  The owner
 * may act for all; as soon as a role is bound to a party, a role that is bound to none may act for none.
 */
static List *
parties_of_role(const char *schema, bool is_owner, Oid role)
{
	const char *acting = socu_party_names[socu_acting_party];
	Oid type = OIDOID;
	Datum value = ObjectIdGetDatum(role);
	List *parties = NIL;
	bool narrowed = acting == NULL;
	char *query;

	if (!is_owner)
	{
		query =
			psprintf("SELECT p.party, r.oid IS NOT NULL FROM %s.mobility_party p LEFT JOIN pg_catalog.pg_roles r"
					 " ON r.rolname = p.role_name AND pg_catalog.pg_has_role($1, r.oid, 'USAGE') ORDER BY 2 DESC, 1",
					 schema);
		if (SPI_execute_with_args(query, 1, &type, &value, NULL, true, 0) != SPI_OK_SELECT)
			elog(ERROR, "could not read the parties of roles");
		for (uint64 i = 0; i < SPI_processed; i++)
		{
			bool isnull;
			char *party = SPI_getvalue(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 1);

			if (!DatumGetBool(SPI_getbinval(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 2, &isnull)))
				break;
			if (acting == NULL)
				parties = lappend(parties, party);
			narrowed |= same_text(party, acting);
		}
		if (SPI_processed > 0 && ((acting == NULL && parties == NIL) || !narrowed))
			ereport(
				ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 acting ? errmsg("role \"%s\" does not act for party \"%s\"", GetUserNameFromId(role, false), acting)
						: errmsg("role \"%s\" acts for no party", GetUserNameFromId(role, false)),
				 errhint("The owner of the records binds roles to parties: INSERT INTO %s.mobility_party.", schema)));
	}
	return acting ? list_make1(unconstify(char *, acting)) : parties;
}

static Datum
party_array(List *parties)
{
	Datum *elements = palloc(sizeof(Datum) * (list_length(parties) + 1));
	int count = 0;
	ListCell *cell;

	foreach (cell, parties)
		elements[count++] = CStringGetTextDatum(lfirst(cell));
	return PointerGetDatum(construct_array(elements, count, TEXTOID, -1, false, TYPALIGN_INT));
}

/* For the message: where the row may go. */
static char *
ways_from(const char *schema, Datum from)
{
	Oid type = TEXTOID;
	char *query = psprintf("SELECT pg_catalog.string_agg(t.to_state || ' (' || t.party || ')', ', '"
						   " ORDER BY t.to_state, t.party) FROM %s.mobility_transition t WHERE t.from_state = $1",
						   schema);
	char *ways;

	if (SPI_execute_with_args(query, 1, &type, &from, NULL, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the allowed changes of state");
	ways = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
	return ways ? ways : "none";
}

static void
check_transition(Relation rel, int64 key, const char *from, const char *to)
{
	const char *schema = socu_schema_of(RelationGetRelid(rel));
	const char *acting = socu_party_names[socu_acting_party];
	char *query =
		psprintf("SELECT FROM %s.mobility_transition t WHERE t.from_state = $1 AND t.to_state = $2 AND ($3 = '{}' OR"
				 " t.party = ANY ($3) OR t.party = 'either' AND $3 && '{sender,receiver}')",
				 schema);
	Oid types[3] = {TEXTOID, TEXTOID, TEXTARRAYOID};
	Datum values[3] = {CStringGetTextDatum(from), CStringGetTextDatum(to)};
	bool is_owner = socu_acts_as_owner(rel);
	Oid role = GetUserId();
	OwnerScope saved;

	(void) socu_sibling(rel, "mobility_party");
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	values[2] = party_array(parties_of_role(schema, is_owner, role));
	if (SPI_execute_with_args(query, 3, types, values, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read the allowed changes of state");
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("mobility %lld cannot go from \"%s\" to \"%s\"", (long long) key, from, to),
				 errdetail("From \"%s\" it may go to: %s. Acting party: %s.", from, ways_from(schema, values[0]),
						   acting ? acting : "not set"),
				 errhint("The allowed changes are rows of %s.mobility_transition.", schema),
				 err_generic_string(PG_DIAG_SCHEMA_NAME, schema), err_generic_string(PG_DIAG_TABLE_NAME, "mobility"),
				 err_generic_string(PG_DIAG_CONSTRAINT_NAME, "mobility_transition")));
	SPI_finish();
	owner_end(&saved);
}

/* ---- mobility_change ---- */

static HeapTuple
change_inserted(Relation rel, HeapTuple tuple)
{
	if (socu_loads_as_is(rel))
		return tuple;
	return with_server_columns(rel, tuple, 1, TimestampTzGetDatum(GetCurrentTimestamp()),
							   TimestampTzGetDatum(GetCurrentTransactionStartTimestamp()),
							   CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false)));
}

static HeapTuple
change_updated(Relation rel, HeapTuple old, HeapTuple new)
{
	const char *from = text_of(rel, old, MC_STATE);
	const char *to = text_of(rel, new, MC_STATE);
	bool isnull;
	int version = DatumGetInt32(value_of(rel, old, MC_VERSION, &isnull));
	Datum submitted_at = value_of(rel, old, MC_SUBMITTED_AT, &isnull);
	Datum created_at = value_of(rel, old, MC_CREATED_AT, &isnull);
	Datum created_by = value_of(rel, old, MC_CREATED_BY, &isnull);

	if (key_of(rel, old) != key_of(rel, new) ||
		!same_text(text_of(rel, old, MC_STUDENT), text_of(rel, new, MC_STUDENT)))
		ereport(ERROR,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("mobility %lld cannot be given to another person or key", (long long) key_of(rel, old)),
				 errdetail("Another student means a new mobility."), errhint("Withdraw this one and nominate anew."),
				 err_generic_string(PG_DIAG_SCHEMA_NAME, socu_schema_of(RelationGetRelid(rel))),
				 err_generic_string(PG_DIAG_TABLE_NAME, "mobility"),
				 err_generic_string(PG_DIAG_CONSTRAINT_NAME, "mobility_identity")));
	/* a null state is refused by the table itself */
	if (from && to && strcmp(from, to) != 0)
	{
		check_transition(rel, key_of(rel, old), from, to);
		if (strcmp(from, "draft") == 0)
			submitted_at = TimestampTzGetDatum(GetCurrentTimestamp());
	}
	new = with_server_columns(rel, new, version, submitted_at, created_at, created_by);
	if (socu_same_row(RelationGetDescr(rel), old, new))
		return new;
	return with_server_columns(rel, new, version + 1, submitted_at, created_at, created_by);
}

/*
 * mobility_change(): BEFORE ROW trigger of mobility.  created_at, created_by, version and submitted_at are what the
 * server says, whoever writes; a restore loads them as they were.
 */
Datum
mobility_change(PG_FUNCTION_ARGS)
{
	static const SocuTrigger rule = {"mobility_change", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT | SOCU_UPDATE,
									 mobility_tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;

	if (TRIGGER_FIRED_BY_INSERT(trigdata->tg_event))
		return PointerGetDatum(change_inserted(rel, trigdata->tg_trigtuple));
	return PointerGetDatum(change_updated(rel, trigdata->tg_trigtuple, trigdata->tg_newtuple));
}

/* ---- mobility_log ---- */

/* The party that is known for sure: the setting, else the only one that the role is bound to. */
static const char *const log_statement =
	"INSERT INTO %s.mobility_history"
	" (mobility_id, version, changed_at, changed_by, party, old_state, new_state, old_values, reason)"
	" SELECT $1, $2, pg_catalog.clock_timestamp(), $3, coalesce($4, (SELECT pg_catalog.min(p.party)"
	" FROM %s.mobility_party p JOIN pg_catalog.pg_roles r ON r.rolname = p.role_name"
	" AND pg_catalog.pg_has_role($10, r.oid, 'USAGE') WHERE NOT $11 HAVING count(DISTINCT p.party) = 1)), $5, $6,"
	" CASE WHEN $6 IS NULL THEN was ELSE (SELECT coalesce(pg_catalog.jsonb_object_agg(o.key, o.value), '{}')"
	" FROM pg_catalog.jsonb_each(was) o WHERE o.key <> 'version' AND becomes -> o.key IS DISTINCT FROM o.value) END, $9"
	" FROM (SELECT pg_catalog.to_jsonb($7) AS was, pg_catalog.to_jsonb($8) AS becomes OFFSET 0) x";

#define LOG_VALUES 11

/* Prepared once for a table of mobilities and its row type. */
static SPIPlanPtr
log_plan(Relation rel)
{
	static SPIPlanPtr plan = NULL;
	static Oid history = InvalidOid;
	static Oid row_type = InvalidOid;
	Oid sibling = socu_sibling(rel, "mobility_history");
	Oid row = RelationGetDescr(rel)->tdtypeid;
	Oid types[LOG_VALUES] = {INT8OID, INT4OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, row, row, TEXTOID, OIDOID, BOOLOID};
	const char *schema;

	(void) socu_sibling(rel, "mobility_party");
	if (plan && history == sibling && row_type == row)
		return plan;
	if (plan)
		SPI_freeplan(plan);
	schema = socu_schema_of(RelationGetRelid(rel));
	plan = SPI_prepare(psprintf(log_statement, schema, schema), LOG_VALUES, types);
	if (plan == NULL || SPI_keepplan(plan) != 0)
		elog(ERROR, "could not plan the history of a mobility");
	history = sibling;
	row_type = row;
	return plan;
}

static Datum
text_or_null(const char *text, char *mark)
{
	*mark = text ? ' ' : 'n';
	return text ? CStringGetTextDatum(text) : (Datum) 0;
}

/* 'new' is NULL where the row was removed. */
static void
log_version(Relation rel, HeapTuple old, HeapTuple new)
{
	TupleDesc desc = RelationGetDescr(rel);
	char marks[LOG_VALUES + 1] = "           ";
	Datum values[LOG_VALUES];
	const char *reason = new ? text_of(rel, new, MC_REASON) : NULL;
	SPIPlanPtr plan;
	OwnerScope saved;
	bool isnull;

	if (reason && same_text(reason, text_of(rel, old, MC_REASON)))
		reason = NULL;
	values[0] = Int64GetDatum(key_of(rel, old));
	values[1] = value_of(rel, old, MC_VERSION, &isnull);
	values[2] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	values[3] = text_or_null(socu_party_names[socu_acting_party], &marks[3]);
	values[4] = text_or_null(text_of(rel, old, MC_STATE), &marks[4]);
	values[5] = text_or_null(new ? text_of(rel, new, MC_STATE) : NULL, &marks[5]);
	values[6] = heap_copy_tuple_as_datum(old, desc);
	values[7] = new ? heap_copy_tuple_as_datum(new, desc) : (Datum) 0;
	marks[7] = new ? ' ' : 'n';
	values[8] = text_or_null(reason, &marks[8]);
	values[9] = ObjectIdGetDatum(GetUserId());
	values[10] = BoolGetDatum(socu_acts_as_owner(rel));
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	plan = log_plan(rel);
	if (SPI_execute_plan(plan, values, marks, false, 0) < 0)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("could not write the history of mobility %lld: %s", (long long) key_of(rel, old),
							   SPI_result_code_string(SPI_result))));
	SPI_finish();
	owner_end(&saved);
}

/* mobility_log(): AFTER ROW trigger of mobility: what a version looked like goes to mobility_history. */
Datum
mobility_log(PG_FUNCTION_ARGS)
{
	static const SocuTrigger rule = {"mobility_log", SOCU_AFTER | SOCU_ROW | SOCU_UPDATE | SOCU_DELETE,
									 mobility_tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;
	HeapTuple old = trigdata->tg_trigtuple;
	bool isnull;

	if (TRIGGER_FIRED_BY_DELETE(trigdata->tg_event))
		log_version(rel, old, NULL);
	else if (DatumGetInt32(value_of(rel, old, MC_VERSION, &isnull)) !=
			 DatumGetInt32(value_of(rel, trigdata->tg_newtuple, MC_VERSION, &isnull)))
		log_version(rel, old, trigdata->tg_newtuple);
	return PointerGetDatum(NULL);
}

/* ---- logs and counters ---- */

Datum
append_only(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"mobility_history", "quota_ledger", NULL};
	static const SocuTrigger rule = {"append_only",
									 SOCU_BEFORE | SOCU_STATEMENT | SOCU_UPDATE | SOCU_DELETE | SOCU_TRUNCATE, tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);

	ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					errmsg("table \"%s\" is append-only", RelationGetRelationName(trigdata->tg_relation)),
					errhint("Correct a record by a new one.")));
	return PointerGetDatum(NULL);
}

/* Remove the row with the key (its first two columns) of the new one, with the rights of the acting role. */
static Datum
replace_row(TriggerData *trigdata, const char *first, Oid first_type, const char *second, Oid second_type)
{
	Relation rel = trigdata->tg_relation;
	AttrNumber hints[2] = {1, 2};
	Oid types[2] = {first_type, second_type};
	Datum values[2];
	bool nulls[2];
	char marks[3] = "  ";
	char *statement = psprintf("DELETE FROM %s.%s WHERE %s OPERATOR(pg_catalog.=) $1 AND %s OPERATOR(pg_catalog.=) $2",
							   socu_schema_of(RelationGetRelid(rel)), RelationGetRelationName(rel), first, second);

	for (int i = 0; i < 2; i++)
	{
		values[i] = heap_getattr(trigdata->tg_trigtuple, socu_column(rel, i ? second : first, types[i], &hints[i]),
								 RelationGetDescr(rel), &nulls[i]);
		marks[i] = nulls[i] ? 'n' : ' ';
	}
	SPI_connect();
	if (SPI_execute_with_args(statement, 2, types, values, marks, false, 0) < 0)
		elog(ERROR, "could not make room for a row of table \"%s\"", RelationGetRelationName(rel));
	SPI_finish();
	return PointerGetDatum(trigdata->tg_trigtuple);
}

Datum
quota_slot_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_slot", NULL};
	static const SocuTrigger rule = {"quota_slot_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};

	return replace_row(socu_trigger(fcinfo, &rule), "quota_id", INT8OID, "slot", INT2OID);
}

Datum
quota_person_restore(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota_person", NULL};
	static const SocuTrigger rule = {"quota_person_restore", SOCU_BEFORE | SOCU_ROW | SOCU_INSERT, tables};

	return replace_row(socu_trigger(fcinfo, &rule), "quota_id", INT8OID, "person", TEXTOID);
}
