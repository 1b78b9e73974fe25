/*
 * quota/ledger.c: table quota_ledger: every change of a counter.
 */
#include "quota/ledger.h"

#include "ground/owner.h"
#include "ground/statement.h"
#include "quota/store.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/xid8.h"

/* The session user's name, looked up once: it stands in every entry. */
static char actor[NAMEDATALEN];
static Oid actor_id = InvalidOid;

/* A role was changed: perhaps renamed. */
static void
actor_callback(Datum arg, int cacheid, uint32 hashvalue)
{
	actor_id = InvalidOid;
}

/* The name of the session user, from memory. */
static const char *
actor_name(void)
{
	static bool registered = false;

	if (!registered)
	{
		CacheRegisterSyscacheCallback(AUTHOID, actor_callback, (Datum) 0);
		registered = true;
	}
	if (actor_id != GetSessionUserId())
	{
		strlcpy(actor, GetUserNameFromId(GetSessionUserId(), false), NAMEDATALEN);
		actor_id = GetSessionUserId();
	}
	return actor;
}

/* The columns of the table, in its order. */
typedef enum LedgerColumn
{
	LC_QUOTA_ID,
	LC_SINCE,
	LC_AT,
	LC_HELD,
	LC_CONSUMED,
	LC_RECORD_ID,
	LC_ROWS,
	LC_TRANSACTION,
	LC_REASON,
	LC_ACTOR,
	LC_COLUMNS
} LedgerColumn;

static SchemaStatement insert_entry = {
	.text = "INSERT INTO @.quota_ledger (quota_id, since, at, held, consumed, record_id, rows, transaction, reason,"
			" actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
	.what = "write the ledger",
	.nargs = LC_COLUMNS,
	.types = {[LC_QUOTA_ID] = INT8OID,
			  [LC_SINCE] = TIMESTAMPTZOID,
			  [LC_AT] = TIMESTAMPTZOID,
			  [LC_HELD] = INT8OID,
			  [LC_CONSUMED] = INT8OID,
			  [LC_RECORD_ID] = INT8OID,
			  [LC_ROWS] = INT8OID,
			  [LC_TRANSACTION] = XID8OID,
			  [LC_REASON] = TEXTOID,
			  [LC_ACTOR] = TEXTOID},
};

/* A ledger that its owner has changed is written as he would: with its triggers, rules, defaults. */
static void
write_by_statement(Relation rel, Datum *values, const bool *nulls)
{
	char marks[LC_COLUMNS + 1] = "";
	OwnerScope saved;

	for (int i = 0; i < LC_COLUMNS; i++)
		marks[i] = nulls[i] ? 'n' : ' ';
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	(void) statement_write(&insert_entry, RelationGetNamespace(rel), values, marks, NULL);
	SPI_finish();
	owner_end(&saved);
}

void
ledger_write(Oid home, const LedgerEntry *entry, const QuotaCause *cause)
{
	Relation rel = table_open(network_relid(home, "quota_ledger"), RowExclusiveLock);
	Datum values[LC_COLUMNS];
	bool nulls[LC_COLUMNS] = {false};

	values[LC_QUOTA_ID] = Int64GetDatum(entry->quota_id);
	values[LC_SINCE] = TimestampTzGetDatum(entry->since);
	values[LC_AT] = TimestampTzGetDatum(GetCurrentTimestamp());
	values[LC_HELD] = Int64GetDatum(entry->held);
	values[LC_CONSUMED] = Int64GetDatum(entry->consumed);
	values[LC_RECORD_ID] = Int64GetDatum(cause->record);
	nulls[LC_RECORD_ID] = !cause->has_record;
	values[LC_ROWS] = Int64GetDatum(entry->rows);
	values[LC_TRANSACTION] = FullTransactionIdGetDatum(GetTopFullTransactionId());
	values[LC_REASON] = CStringGetTextDatum(cause->reason);
	values[LC_ACTOR] = CStringGetTextDatum(actor_name());
	if (quota_not_plain(rel, insert_entry.types, LC_COLUMNS, "append_only"))
		write_by_statement(rel, values, nulls);
	else
		quota_insert_row(rel, heap_form_tuple(RelationGetDescr(rel), values, nulls));
	table_close(rel, NoLock);
}
