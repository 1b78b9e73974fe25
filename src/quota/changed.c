/*
 * quota/changed.c: the trigger of quota: what a change of the lines does to the counters.
 *
 * quota_changed() runs with the rights of the owner of the lines: an officer may change a line, and the counters, the
 * records that are trimmed and the entries that are promoted follow.  It looks first whether socu's own table fired it,
 * so what the transition tables hold is of the types of its columns.
 */
#include "quota/account.h"
#include "quota/audit.h"
#include "quota/waitlist.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/trigger.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(quota_changed);

/* These read the transition tables, so they are planned each time.  No operator of our types is on the path. */
static const char *const inserted_query =
	"SELECT array_agg(n.quota_id), array_agg(n.parent_id) FROM quota_new n WHERE n.status <> 'draft'";

static const char *const updated_query =
	"SELECT array_agg(n.quota_id) FILTER (WHERE"
	" (n.sending_state, n.receiving_state, n.sending_institution, n.receiving_institution, n.direction, n.kind,"
	" n.funding, n.agreement, n.program_code::text, n.levels, n.fields, n.validity, n.unit, n.limited, n.enforcement,"
	" n.balance, n.borrow, n.overbook_factor > 1, n.slots, n.scheme, n.parent_id, n.status = 'draft')"
	" IS DISTINCT FROM"
	" (o.sending_state, o.receiving_state, o.sending_institution, o.receiving_institution, o.direction, o.kind,"
	" o.funding, o.agreement, o.program_code::text, o.levels, o.fields, o.validity, o.unit, o.limited, o.enforcement,"
	" o.balance, o.borrow, o.overbook_factor > 1, o.slots, o.scheme, o.parent_id, o.status = 'draft')),"
	" array_agg(n.quota_id) || array_agg(n.parent_id)"
	" FROM quota_new n JOIN quota_old o ON o.quota_id = n.quota_id";

/* $1 = the lines that were counted again */
static const char *const limits_query =
	"SELECT n.quota_id, coalesce(n.lowering, 'reject'), coalesce(n.code, ''), (coalesce(n.booking_limit, 0) * "
	"100)::bigint,"
	" (coalesce(n.effective_limit, 0) * 100)::bigint, n.status = 'closed',"
	" n.limited = 'limited' AND n.enforcement = 'hard', n.overbook_factor > 1,"
	" n.effective_limit > o.effective_limit OR n.booking_limit > o.booking_limit"
	" OR o.status = 'closed' AND n.status = 'open' OR n.waitlist AND NOT o.waitlist"
	" FROM quota_new n JOIN quota_old o ON o.quota_id = n.quota_id"
	" WHERE n.status <> 'draft' AND ($1 IS NULL OR n.quota_id <> ALL ($1) OR n.waitlist)"
	" AND (n.effective_limit, n.booking_limit, n.status, n.waitlist, n.lowering)"
	" IS DISTINCT FROM (o.effective_limit, o.booking_limit, o.status, o.waitlist, o.lowering) ORDER BY n.quota_id";

/* Run a statement whose one argument is an array of lines. */
static void
run(const char *statement, Datum lines, bool isnull)
{
	Oid type = INT8ARRAYOID;
	char mark = isnull ? 'n' : ' ';

	if (SPI_execute_with_args(statement, 1, &type, &lines, &mark, false, 0) < 0)
		elog(ERROR, "could not follow a change of the quota lines: %s", SPI_result_code_string(SPI_result));
}

/* Lines were removed: their counters go with them. */
static void
lines_removed(Relation rel, const char *schema)
{
	static const char *const counters[] = {"quota_slot", "quota_person"};
	int64 none = 0;

	quota_recount(RelationGetNamespace(rel), &none, 0, InvalidOid); /* waits for the writers that know the line */
	for (int i = 0; i < (int) lengthof(counters); i++)
		run(psprintf("DELETE FROM %s.%s s WHERE $1 IS NULL AND s.quota_id IN (SELECT o.quota_id FROM quota_old o)",
					 schema, counters[i]),
			(Datum) 0, true);
}

/* What a line covers has changed: count again, with the writers of all guarded tables kept out. */
static void
count_again(Relation rel, const char *schema, Datum lines)
{
	int64 *ids;
	int count;

	run(psprintf("DELETE FROM %s.quota_slot s USING %s.quota d WHERE d.quota_id = s.quota_id AND d.quota_id = ANY ($1)"
				 " AND d.status = 'draft'",
				 schema, schema),
		lines, false);
	ids = quota_ids_of_array(lines, &count);
	quota_recount(RelationGetNamespace(rel), ids, count, InvalidOid);
}

/* Holds of a line that are beyond its limit are given up. */
static void
trim_holds(const char *schema, int64 quota_id, int64 over)
{
	Oid types[2] = {INT8OID, INT8OID};
	Datum values[2] = {Int64GetDatum(quota_id), Int64GetDatum(over)};

	if (SPI_execute_with_args(psprintf("SELECT %s.quota_trim($1, $2)", schema), 2, types, values, NULL, false, 0) < 0)
		elog(ERROR, "could not trim a quota line");
}

/* A line's new limit; holds beyond it are trimmed, entries of the waiting list that find room are promoted. */
static void
limit_changed(Oid home, const char *schema, RowReader *row)
{
	int64 quota_id = next_int64(row);
	const char *lowering = next_text(row);
	QuotaLimit limit;
	int64 over;

	limit.reject = strcmp(lowering, "reject") == 0;
	limit.code = next_text(row);
	limit.book = next_int64(row);
	limit.seat = next_int64(row);
	limit.closed = next_bool(row);
	limit.enforced = next_bool(row);
	limit.overbooked = next_bool(row);
	over = quota_set_limit(home, quota_id, &limit);
	if (over > 0 && strcmp(lowering, "trim_holds") == 0)
		trim_holds(schema, quota_id, over);
	if (next_bool(row)) /* there is more room than before */
		quota_promote(home, quota_id);
}

/* The lines whose limit, status or waiting list changed, in the order of their keys. */
static void
limits_changed(Relation rel, const char *schema, Datum counted, bool none_counted)
{
	SPITupleTable *rows;
	uint64 count;

	run(limits_query, counted, none_counted);
	rows = SPI_tuptable;
	count = SPI_processed;
	for (uint64 i = 0; i < count; i++)
	{
		RowReader row = {rows->vals[i], rows->tupdesc, CurrentMemoryContext, 0};

		limit_changed(RelationGetNamespace(rel), schema, &row);
	}
}

/* The array in a column of the one row that was selected. */
static Datum
next_array(RowReader *row, bool *isnull)
{
	Datum value = next_datum(row, isnull);

	return *isnull ? (Datum) 0 : PointerGetDatum(DatumGetArrayTypePCopy(value));
}

/* Lines were added or changed. */
static void
lines_changed(Relation rel, const char *schema, bool updated)
{
	RowReader row;
	Datum counted;
	Datum parents;
	bool none_counted;
	bool no_parents;

	if (SPI_execute(updated ? updated_query : inserted_query, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the changed quota lines");
	row = row_reader(0, CurrentMemoryContext);
	counted = next_array(&row, &none_counted);
	parents = next_array(&row, &no_parents);
	if (!none_counted)
		count_again(rel, schema, counted);
	run(psprintf("SELECT %s.quota_allocation($1)", schema), parents, no_parents);
	if (updated)
		limits_changed(rel, schema, counted, none_counted);
}

/* The trigger must name its transition tables as we read them. */
static bool
has_transition_table(const char *name, const char *expected)
{
	return name && strcmp(name, expected) == 0;
}

/*
 * quota_changed(): AFTER STATEMENT trigger of quota: gives the counters their limits, counts the records again where a
 * line covers something else now, trims and promotes.
 */
Datum
quota_changed(PG_FUNCTION_ARGS)
{
	static const char *const tables[] = {"quota", NULL};
	static const SocuTrigger rule = {"quota_changed",
									 SOCU_AFTER | SOCU_STATEMENT | SOCU_INSERT | SOCU_UPDATE | SOCU_DELETE, tables};
	TriggerData *trigdata = socu_trigger(fcinfo, &rule);
	Relation rel = trigdata->tg_relation;
	const char *schema = socu_schema_of(RelationGetRelid(rel));
	bool inserted = TRIGGER_FIRED_BY_INSERT(trigdata->tg_event);
	bool deleted = TRIGGER_FIRED_BY_DELETE(trigdata->tg_event);
	OwnerScope saved;

	if ((!inserted && !has_transition_table(trigdata->tg_trigger->tgoldtable, "quota_old")) ||
		(!deleted && !has_transition_table(trigdata->tg_trigger->tgnewtable, "quota_new")))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("function \"%s\" needs the transition tables quota_old and quota_new", "quota_changed"),
						errhint("Make the trigger as the extension made it.")));
	(void) socu_sibling(rel, "quota_slot");
	(void) socu_sibling(rel, "quota_person");
	(void) socu_sibling(rel, "mobility");
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	/* triggers fire by name: the lines in memory are old until now */
	CacheInvalidateRelcache(rel);
	CommandCounterIncrement();
	if (SPI_register_trigger_data(trigdata) != SPI_OK_TD_REGISTER)
		elog(ERROR, "could not read the transition tables");
	if (deleted)
		lines_removed(rel, schema);
	else
		lines_changed(rel, schema, !inserted);
	SPI_finish();
	owner_end(&saved);
	return PointerGetDatum(NULL);
}
