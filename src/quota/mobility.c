/*
 * quota/mobility.c: the triggers of mobility.
 *
 * mobility_change() (BEFORE ROW) writes what the server says of a row and checks a change of status, mobility_log()
 * (AFTER ROW) keeps the version before.  The log is written with the rights of its owner, after a check that
 * mobility itself fired the trigger and that both tables have the same owner.
 */
#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/settings.h"
#include "ground/statement.h"
#include "ground/trigger.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

PG_FUNCTION_INFO_V1(mobility_change);
PG_FUNCTION_INFO_V1(mobility_log);

static const char *const mobility_tables[] = {"mobility", NULL};

/* ---- columns ---- */

/* Columns of mobility that the triggers read or write; where they stood last. */
typedef enum MobilityColumn
{
	MC_KEY,
	MC_STUDENT,
	MC_STATUS,
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
						{"status", TEXTOID},
						{"reason", TEXTOID},
						{"version", INT4OID},
						{"submitted_at", TIMESTAMPTZOID},
						{"created_at", TIMESTAMPTZOID},
						{"created_by", TEXTOID}};

/* Where a column stands now; an error if it is not as the extension made it. */
static AttrNumber
number_of(Relation rel, MobilityColumn c)
{
	return socu_column(rel, column[c].name, column[c].type, &column[c].attnum);
}

/* The value of a column in a version of the row. */
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

/* Equal, or both null. */
static bool
same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* mobility_id of a version of the row. */
static int64
key_of(Relation rel, HeapTuple tuple)
{
	bool isnull;

	return DatumGetInt64(value_of(rel, tuple, MC_KEY, &isnull));
}

/* What the server alone writes.  Nulls are there only if the owner let them in. */
typedef struct ServerColumns
{
	int version;
	Datum submitted_at;
	Datum created_at;
	Datum created_by;
	bool submitted_null;
	bool created_null;
	bool by_null;
} ServerColumns;

/* The row with the columns that the server alone writes. */
static HeapTuple
with_server_columns(Relation rel, HeapTuple tuple, const ServerColumns *server)
{
	int numbers[4] = {number_of(rel, MC_VERSION), number_of(rel, MC_SUBMITTED_AT), number_of(rel, MC_CREATED_AT),
					  number_of(rel, MC_CREATED_BY)};
	Datum values[4] = {Int32GetDatum(server->version), server->submitted_at, server->created_at, server->created_by};
	bool nulls[4] = {false, server->submitted_null, server->created_null, server->by_null};

	return heap_modify_tuple_by_cols(tuple, RelationGetDescr(rel), 4, numbers, values, nulls);
}

/* ---- who may change a status ---- */

/* $1 = the acting role.  The parties that it is bound to come first. */
static SchemaStatement read_parties = {
	.text = "SELECT p.party, r.oid IS NOT NULL FROM @.mobility_party p LEFT JOIN pg_catalog.pg_roles r"
			" ON r.rolname = p.role_name AND pg_catalog.pg_has_role($1, r.oid, 'USAGE')"
			" WHERE p.party IS NOT NULL ORDER BY 2 DESC, 1",
	.what = "read the parties of roles",
	.nargs = 1,
	.types = {OIDOID},
};

/* $1 = from, $2 = to, $3 = the acting parties ({} = any) */
static SchemaStatement find_transition = {
	.text = "SELECT FROM @.mobility_transition t WHERE t.from_status = $1 AND t.to_status = $2 AND ($3 = '{}' OR"
			" t.party = ANY ($3) OR t.party = 'either' AND $3 && '{sender,receiver}') LIMIT 1",
	.what = "read the allowed changes of status",
	.nargs = 3,
	.types = {TEXTOID, TEXTOID, TEXTARRAYOID},
};

static SchemaStatement read_ways = {
	.text = "SELECT pg_catalog.string_agg(t.to_status || ' (' || t.party || ')', ', ' ORDER BY t.to_status, t.party)"
			" FROM @.mobility_transition t WHERE t.from_status = $1",
	.what = "read the allowed changes of status",
	.nargs = 1,
	.types = {TEXTOID},
};

/* The parties that the role is bound to; *any = some role is bound to a party. */
static List *
parties_bound(Oid schema, Oid role, bool *any)
{
	Datum value = ObjectIdGetDatum(role);
	uint64 count = statement_read(&read_parties, schema, &value, NULL);
	List *parties = NIL;

	*any = count > 0;
	for (uint64 i = 0; i < count; i++)
	{
		RowReader row = row_reader((int) i, CurrentMemoryContext);
		char *party = next_text(&row);

		if (!next_bool(&row))
			break;
		parties = lappend(parties, party);
	}
	return parties;
}

/* Is the word one of these? */
static bool
is_among(const List *words, const char *word)
{
	ListCell *cell;

	foreach (cell, words)
		if (strcmp(lfirst(cell), word) == 0)
			return true;
	return false;
}

/*
 * The parties for which the acting role may change a status, as words; NIL = any.  The setting narrows them.  The owner
 * may act for all; as soon as a role is bound to a party, a role that is bound to none may act for none.
 */
static List *
parties_of_role(Oid schema, bool is_owner, Oid role)
{
	const char *acting = socu_party_names[socu_acting_party];
	List *bound = NIL;
	bool any = false;

	if (!is_owner)
		bound = parties_bound(schema, role, &any);
	if (any && (acting ? !is_among(bound, acting) : bound == NIL))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 acting ? errmsg("role \"%s\" does not act for party \"%s\"", GetUserNameFromId(role, false), acting)
						: errmsg("role \"%s\" acts for no party", GetUserNameFromId(role, false)),
				 errhint("The owner of the records binds roles to parties: INSERT INTO %s.mobility_party.",
						 quote_identifier(get_namespace_name(schema)))));
	return acting ? list_make1(unconstify(char *, acting)) : bound;
}

/* The words as text[]. */
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
ways_from(Oid schema, Datum from)
{
	RowReader row;
	char *ways;

	(void) statement_read(&read_ways, schema, &from, NULL);
	row = row_reader(0, CurrentMemoryContext);
	ways = next_text(&row);
	return ways ? ways : "none";
}

/* An error that says where the record may go, and for whom. */
static SOCU_NORETURN void
refuse_transition(Oid schema, int64 key, const char *from, const char *to)
{
	const char *acting = socu_party_names[socu_acting_party];
	const char *name = quote_identifier(get_namespace_name(schema));

	ereport(ERROR, (errcode(ERRCODE_CHECK_VIOLATION),
					errmsg("mobility %lld cannot go from \"%s\" to \"%s\"", (long long) key, from, to),
					errdetail("From \"%s\" it may go to: %s. Acting party: %s.", from,
							  ways_from(schema, CStringGetTextDatum(from)), acting ? acting : "not set"),
					errhint("The allowed changes are rows of %s.mobility_transition.", name),
					err_generic_string(PG_DIAG_SCHEMA_NAME, name), err_generic_string(PG_DIAG_TABLE_NAME, "mobility"),
					err_generic_string(PG_DIAG_CONSTRAINT_NAME, "mobility_transition")));
}

/* May the acting role take the record from one status to the other?  An error if not. */
static void
check_transition(Relation rel, int64 key, const char *from, const char *to)
{
	Oid schema = RelationGetNamespace(rel);
	Datum values[3] = {CStringGetTextDatum(from), CStringGetTextDatum(to)};
	bool is_owner = socu_acts_as_owner(rel);
	Oid role = GetUserId();
	OwnerScope saved;

	(void) socu_sibling(rel, "mobility_party");
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	values[2] = party_array(parties_of_role(schema, is_owner, role));
	if (statement_read(&find_transition, schema, values, NULL) == 0)
		refuse_transition(schema, key, from, to);
	SPI_finish();
	owner_end(&saved);
}

/* ---- mobility_change ---- */

/* A new row: what the server alone writes.  A restore brings it with it. */
static HeapTuple
change_inserted(Relation rel, HeapTuple tuple)
{
	ServerColumns server = {.version = 1};

	if (socu_loads_as_is(rel))
		return tuple;
	server.submitted_at = TimestampTzGetDatum(GetCurrentTimestamp());
	server.created_at = TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
	server.created_by = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	return with_server_columns(rel, tuple, &server);
}

/* A mobility stays the one of its person: an error if the key or the student changes. */
static void
check_identity(Relation rel, HeapTuple old, HeapTuple new)
{
	if (key_of(rel, old) == key_of(rel, new) && same_text(text_of(rel, old, MC_STUDENT), text_of(rel, new, MC_STUDENT)))
		return;
	ereport(ERROR, (errcode(ERRCODE_CHECK_VIOLATION),
					errmsg("mobility %lld cannot be given to another person or key", (long long) key_of(rel, old)),
					errdetail("Another student means a new mobility."), errhint("Withdraw this one and nominate anew."),
					err_generic_string(PG_DIAG_SCHEMA_NAME, socu_schema_of(RelationGetRelid(rel))),
					err_generic_string(PG_DIAG_TABLE_NAME, "mobility"),
					err_generic_string(PG_DIAG_CONSTRAINT_NAME, "mobility_identity")));
}

/* A changed row: its change of status is checked; the version counts up if anything differs. */
static HeapTuple
change_updated(Relation rel, HeapTuple old, HeapTuple new)
{
	const char *from = text_of(rel, old, MC_STATUS);
	const char *to = text_of(rel, new, MC_STATUS);
	bool isnull;
	ServerColumns server;

	server.version = DatumGetInt32(value_of(rel, old, MC_VERSION, &isnull));
	server.submitted_at = value_of(rel, old, MC_SUBMITTED_AT, &server.submitted_null);
	server.created_at = value_of(rel, old, MC_CREATED_AT, &server.created_null);
	server.created_by = value_of(rel, old, MC_CREATED_BY, &server.by_null);
	check_identity(rel, old, new);
	/* a null status is refused by the table itself */
	if (from && to && strcmp(from, to) != 0)
	{
		check_transition(rel, key_of(rel, old), from, to);
		if (strcmp(from, "draft") == 0)
		{
			server.submitted_at = TimestampTzGetDatum(GetCurrentTimestamp());
			server.submitted_null = false;
		}
	}
	new = with_server_columns(rel, new, &server);
	if (socu_same_row(RelationGetDescr(rel), old, new))
		return new;
	server.version++;
	return with_server_columns(rel, new, &server);
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

/* The arguments of keep_version. */
typedef enum LogValue
{
	LV_KEY,
	LV_VERSION,
	LV_CHANGED_BY,
	LV_PARTY,
	LV_OLD_STATUS,
	LV_NEW_STATUS,
	LV_OLD_ROW,
	LV_NEW_ROW,
	LV_REASON,
	LV_ROLE,
	LV_IS_OWNER,
	LV_VALUES
} LogValue;

/* The party that is known for sure: the setting, else the only one that the role is bound to. */
static SchemaStatement keep_version = {
	.text =
		"INSERT INTO @.mobility_history"
		" (mobility_id, version, changed_at, changed_by, party, old_status, new_status, old_values, reason)"
		" SELECT $1, $2, pg_catalog.clock_timestamp(), $3, coalesce($4, (SELECT pg_catalog.min(p.party)"
		" FROM @.mobility_party p JOIN pg_catalog.pg_roles r ON r.rolname = p.role_name"
		" AND pg_catalog.pg_has_role($10, r.oid, 'USAGE') WHERE NOT $11 HAVING count(DISTINCT p.party) = 1)),"
		" $5, $6, CASE WHEN $6 IS NULL THEN was"
		" ELSE (SELECT coalesce(pg_catalog.jsonb_object_agg(o.key, o.value), '{}') FROM pg_catalog.jsonb_each(was) o"
		" WHERE o.key <> 'version' AND becomes -> o.key IS DISTINCT FROM o.value) END, $9"
		" FROM (SELECT pg_catalog.to_jsonb($7) AS was, pg_catalog.to_jsonb($8) AS becomes OFFSET 0) x",
	.what = "write the history of a mobility",
	.nargs = LV_VALUES,
	.types = {[LV_KEY] = INT8OID,
			  [LV_VERSION] = INT4OID,
			  [LV_CHANGED_BY] = TEXTOID,
			  [LV_PARTY] = TEXTOID,
			  [LV_OLD_STATUS] = TEXTOID,
			  [LV_NEW_STATUS] = TEXTOID,
			  [LV_REASON] = TEXTOID,
			  [LV_ROLE] = OIDOID,
			  [LV_IS_OWNER] = BOOLOID}, /* and the two rows: of the type of the table */
};

/* The text as a datum, and its mark for SPI. */
static Datum
text_or_null(const char *text, char *mark)
{
	*mark = text ? ' ' : 'n';
	return text ? CStringGetTextDatum(text) : (Datum) 0;
}

/* Write it with the rights of the owner of the records, to whom the history must belong too. */
static void
write_version(Relation rel, Datum *values, const char *marks)
{
	OwnerScope saved;

	keep_version.types[LV_OLD_ROW] = keep_version.types[LV_NEW_ROW] = RelationGetDescr(rel)->tdtypeid;
	(void) socu_sibling(rel, "mobility_history");
	(void) socu_sibling(rel, "mobility_party");
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	(void) statement_write(&keep_version, RelationGetNamespace(rel), values, marks, NULL);
	SPI_finish();
	owner_end(&saved);
}

/* The version before the change goes to the history; 'new' is NULL where the row was removed. */
static void
log_version(Relation rel, HeapTuple old, HeapTuple new)
{
	TupleDesc desc = RelationGetDescr(rel);
	char marks[LV_VALUES + 1] = "           ";
	Datum values[LV_VALUES];
	const char *reason = new ? text_of(rel, new, MC_REASON) : NULL;
	bool isnull;

	if (reason && same_text(reason, text_of(rel, old, MC_REASON)))
		reason = NULL;
	values[LV_KEY] = Int64GetDatum(key_of(rel, old));
	values[LV_VERSION] = value_of(rel, old, MC_VERSION, &isnull);
	values[LV_CHANGED_BY] = CStringGetTextDatum(GetUserNameFromId(GetSessionUserId(), false));
	values[LV_PARTY] = text_or_null(socu_party_names[socu_acting_party], &marks[LV_PARTY]);
	values[LV_OLD_STATUS] = text_or_null(text_of(rel, old, MC_STATUS), &marks[LV_OLD_STATUS]);
	values[LV_NEW_STATUS] = text_or_null(new ? text_of(rel, new, MC_STATUS) : NULL, &marks[LV_NEW_STATUS]);
	values[LV_OLD_ROW] = heap_copy_tuple_as_datum(old, desc);
	values[LV_NEW_ROW] = new ? heap_copy_tuple_as_datum(new, desc) : (Datum) 0;
	marks[LV_NEW_ROW] = new ? ' ' : 'n';
	values[LV_REASON] = text_or_null(reason, &marks[LV_REASON]);
	values[LV_ROLE] = ObjectIdGetDatum(GetUserId());
	values[LV_IS_OWNER] = BoolGetDatum(socu_acts_as_owner(rel));
	write_version(rel, values, marks);
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
