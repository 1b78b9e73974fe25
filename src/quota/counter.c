/*
 * quota/counter.c: the counters of the quota lines.
 *
 * A line's counter is split into slots (rows of socu.quota_slot).  What is
 * still free is divided among the slots, so a slot can give away what it has
 * without asking the others, and sessions that use different slots do not wait
 * for each other.  Only sums over the slots mean anything; they are exact,
 * because each slot is changed under its row lock by the transaction that
 * writes the record, and commits or vanishes with it.
 *
 * Taking: the session's own slot first, then any other that is not locked.
 * Where that is not enough, the newest committed state is read: if all free
 * units together are fewer than asked for, the answer is no, and no lock was
 * waited for; otherwise the missing ones are in slots locked by others, and we
 * wait for those, since their transactions may roll back.
 *
 * How a slot is read and written: quota/slot.c.
 */
#include "quota/slot.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/lock.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/xid8.h"

const char *
quota_lacks(const QuotaDelta *delta, const QuotaTotals *totals, int64 held, int64 consumed)
{
	if (held + consumed > 0 && delta->refused)
		return "quota_not_stated";
	if (held + consumed > 0 && (totals->flags & QUOTA_CLOSED))
		return "period_closed";
	if (!delta->limited)
		return NULL;
	if ((held + consumed > 0 && held + consumed > totals->book_free) ||
		(delta->overbooked && consumed > 0 && consumed > totals->seat_free))
		return delta->balance ? "balance_exceeded" : delta->unit >= QU_TERMS ? "unit_exceeded" : "quota_exhausted";
	return NULL;
}

/* ---- taking and giving back ---- */

/* What is still to be done for a line. */
typedef struct Rest
{
	int64 held; /* counts, put into the first slot that we get */
	int64 consumed;
	bool counted;
	int64 book; /* units to be taken (> 0) or given back (< 0) */
	int64 seat;
	bool check_open; /* a closed line refuses */
	bool check_book; /* stay within what is free */
	bool check_seat;
	TimestampTz since; /* of the account */
} Rest;

static bool
rest_done(const Rest *rest)
{
	return rest->counted && rest->book == 0 && rest->seat == 0;
}

/* How much of what is asked for a slot with 'available' gives. */
static int64
portion(int64 asked, int64 available, bool check)
{
	if (!check || asked <= 0)
		return asked;
	return available <= 0 ? 0 : Min(asked, available);
}

static bool
slot_helps(const Rest *rest, const SlotRow *row)
{
	bool book = rest->check_book && rest->book > 0;
	bool seat = rest->check_seat && rest->seat > 0;

	return (book && row->book_free > 0) || (seat && row->seat_free > 0) || (!book && !seat);
}

static void
slot_serve(Rest *rest, SlotRow *row)
{
	int64 book = portion(rest->book, row->book_free, rest->check_book);
	int64 seat = portion(rest->seat, row->seat_free, rest->check_seat);

	if (!rest->counted)
	{
		row->held += rest->held;
		row->consumed += rest->consumed;
		rest->counted = true;
		rest->since = row->since;
	}
	row->book_free -= book;
	row->seat_free -= seat;
	rest->book -= book;
	rest->seat -= seat;
}

/* Why the rest cannot be had from what is free in all slots together; NULL = it can. */
static const char *
rest_lacks(const QuotaDelta *delta, const Rest *rest)
{
	const QuotaTotals *totals = &delta->totals;

	if (rest->check_open && (totals->flags & QUOTA_CLOSED))
		return "period_closed";
	if ((rest->check_book && rest->book > 0 && rest->book > totals->book_free) ||
		(rest->check_seat && rest->seat > 0 && rest->seat > totals->seat_free))
		return delta->balance ? "balance_exceeded" : delta->unit >= QU_TERMS ? "unit_exceeded" : "quota_exhausted";
	return NULL;
}

static const char *
look_at_all(QuotaDelta *delta, const Rest *rest)
{
	(void) quota_totals(delta->quota_id, delta->slots, NULL, &delta->totals);
	return rest_lacks(delta, rest);
}

/*
 * A line whose limit was set below its usage: what is given back pays the debt
 * first, so all slots are looked at together.  With the debt paid the line
 * thaws.
 */
static const char *
take_frozen(SlotStore *store, QuotaDelta *delta, Rest *rest)
{
	QuotaTotals *totals = &delta->totals;
	const char *reason = look_at_all(delta, rest);
	HeapTuple *tuple;
	SlotRow *first;
	int64 book;
	int64 seat;

	if (reason)
		return reason;
	tuple = slot_lock_all(store, delta->quota_id, delta->slots, totals);
	reason = rest_lacks(delta, rest);
	if (reason)
		return reason;
	book = totals->book_free - rest->book;
	seat = totals->seat_free - rest->seat;
	slot_spread(tuple, delta->slots, book, seat,
				(totals->flags & ~QUOTA_FROZEN) | (book < 0 || (delta->overbooked && seat < 0) ? QUOTA_FROZEN : 0));
	first = SLOT_ROW(tuple[0]);
	if (!rest->counted)
	{
		first->held += rest->held;
		first->consumed += rest->consumed;
	}
	for (int i = 0; i < delta->slots; i++)
		slot_write(store, tuple[i]);
	rest->counted = true;
	rest->since = totals->since;
	rest->book = rest->seat = 0;
	return NULL;
}

/*
 * Serve from one slot.  Returns a reason when the line refuses, else NULL; the
 * rest says what is still to be done.
 */
static const char *
take_slot(SlotStore *store, QuotaDelta *delta, Rest *rest, int slot, bool wait)
{
	HeapTuple seen = slot_fetch(store, delta->quota_id, slot);
	HeapTuple tuple;
	int flags;

	if (seen && SLOT_ROW(seen)->flags == 0 && !slot_helps(rest, SLOT_ROW(seen)))
		return NULL;
	if (seen && SLOT_ROW(seen)->flags && (rest->check_open || rest->check_seat))
	{
		/* closed or frozen, as far as we see: say no without a lock */
		const char *reason = look_at_all(delta, rest);

		if (reason)
			return reason;
	}
	if (seen && SLOT_ROW(seen)->flags == 0 && slot_is_replaceable(seen))
	{
		Rest before = *rest;

		slot_serve(rest, SLOT_ROW(seen));
		if (slot_replace(store, seen))
			return NULL;
		*rest = before;
		seen = NULL;
	}
	tuple = slot_lock(store, delta->quota_id, slot, seen, wait);
	if (tuple == NULL)
		return NULL;

	/* The flags stand in every slot and change with all slots locked: a look at one locked slot decides. */
	flags = SLOT_ROW(tuple)->flags;
	if ((flags & QUOTA_CLOSED) && rest->check_open)
		return look_at_all(delta, rest);
	if ((flags & QUOTA_FROZEN) && (rest->check_book || rest->check_seat))
		return take_frozen(store, delta, rest);
	if (slot_helps(rest, SLOT_ROW(tuple)))
	{
		slot_serve(rest, SLOT_ROW(tuple));
		slot_write(store, tuple);
	}
	return NULL;
}

/* A refusal leaves nothing behind: give back what was taken on the way to it. */
static void
put_back(SlotStore *store, QuotaDelta *delta, const Rest *taken)
{
	Rest rest = {
		.held = taken->counted ? -delta->held : 0,
		.consumed = taken->counted ? -delta->consumed : 0,
		.book = taken->book - (delta->held + delta->consumed),
		.seat = taken->seat - delta->consumed,
	};

	for (int k = 0; k < delta->slots && !rest_done(&rest); k++)
		(void) take_slot(store, delta, &rest, (slot_own(delta->slots) + k) % delta->slots, true);
}

static const char *
apply_line(SlotStore *store, QuotaDelta *delta)
{
	bool taking = delta->held + delta->consumed > 0;
	/* whatever the reason, a stay the other way may always be called off */
	bool hard = delta->hard && !(delta->forced > 0 && delta->held + delta->consumed <= delta->forced);
	bool enforced = hard && delta->limited && !delta->borrow;
	int start = slot_own(delta->slots);
	const char *reason = NULL;
	Rest rest = {
		.held = delta->held,
		.consumed = delta->consumed,
		.book = delta->held + delta->consumed,
		.seat = delta->consumed,
		.check_open = hard && taking,
		.check_book = enforced && taking,
		.check_seat = enforced && delta->overbooked && delta->consumed > 0,
	};

	if (delta->refused && hard && taking)
	{
		(void) quota_totals(delta->quota_id, delta->slots, NULL, &delta->totals);
		return "quota_not_stated";
	}

	/* The own slot; when it has nothing, is there anything at all?  Then whatever nobody else has locked. */
	reason = take_slot(store, delta, &rest, start, false);
	if (reason == NULL && !rest_done(&rest))
		reason = look_at_all(delta, &rest);
	for (int k = 1; k < delta->slots && reason == NULL && !rest_done(&rest); k++)
		reason = take_slot(store, delta, &rest, (start + k) % delta->slots, false);

	/* All that is free is in the hands of others: wait for them. */
	while (reason == NULL && !rest_done(&rest))
	{
		CHECK_FOR_INTERRUPTS();
		reason = look_at_all(delta, &rest);
		for (int k = 0; k < delta->slots && reason == NULL && !rest_done(&rest); k++)
			reason = take_slot(store, delta, &rest, (start + k) % delta->slots, true);
	}
	if (reason && (rest.counted || rest.book != delta->held + delta->consumed || rest.seat != delta->consumed))
	{
		put_back(store, delta, &rest);
		(void) quota_totals(delta->quota_id, delta->slots, NULL, &delta->totals);
	}
	delta->totals.since = rest.since;
	return reason;
}

/* ---- persons ---- */

/*
 * A person takes one seat of a line however many stays he has under it: turn
 * the records of each person into seats.  The row of the person is locked by
 * the upsert until the transaction ends.
 */
static void
count_persons(QuotaDelta *delta)
{
	static const char *query =
		"INSERT INTO socu.quota_person AS p (quota_id, person, held, consumed) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (quota_id, person) DO UPDATE SET held = p.held OPERATOR(pg_catalog.+) $3,"
		" consumed = p.consumed OPERATOR(pg_catalog.+) $4 RETURNING held, consumed";
	Oid types[4] = {INT8OID, TEXTOID, INT8OID, INT8OID};
	OwnerScope saved;
	ListCell *cell;

	delta->held = delta->consumed = 0;
	quota_become_owner(&saved);
	SPI_connect();
	foreach (cell, delta->persons)
	{
		QuotaPerson *person = lfirst(cell);
		Datum values[4] = {Int64GetDatum(delta->quota_id), CStringGetTextDatum(person->person),
						   Int64GetDatum(person->held), Int64GetDatum(person->consumed)};
		int64 held;
		int64 consumed;
		bool isnull;

		if (person->held == 0 && person->consumed == 0)
			continue;
		if (SPI_execute_with_args(query, 4, types, values, NULL, false, 0) != SPI_OK_INSERT_RETURNING ||
			SPI_processed != 1)
			elog(ERROR, "could not count persons: %s", SPI_result_code_string(SPI_result));
		held = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
		consumed = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2, &isnull));
#define PERSON_HOLDS(h, c) ((h) > 0 && (c) <= 0 ? QUOTA_UNIT : 0)
#define PERSON_CONSUMES(c) ((c) > 0 ? QUOTA_UNIT : 0)
		delta->held += PERSON_HOLDS(held, consumed) - PERSON_HOLDS(held - person->held, consumed - person->consumed);
		delta->consumed += PERSON_CONSUMES(consumed) - PERSON_CONSUMES(consumed - person->consumed);
	}
	SPI_finish();
	owner_end(&saved);
}

static int
compare_persons(const ListCell *a, const ListCell *b)
{
	return strcmp(((QuotaPerson *) lfirst(a))->person, ((QuotaPerson *) lfirst(b))->person);
}

/* ---- the ledger ---- */

/* The session user's name, looked up once: it stands in every entry. */
static char actor[NAMEDATALEN];
static Oid actor_id = InvalidOid;

static void
actor_callback(Datum arg, int cacheid, uint32 hashvalue)
{
	actor_id = InvalidOid;
}

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

#define LEDGER_COLUMNS 10
static const Oid ledger_types[LEDGER_COLUMNS] = {INT8OID, TIMESTAMPTZOID, TIMESTAMPTZOID, INT8OID, INT8OID,
												 INT8OID, INT8OID,		  XID8OID,		  TEXTOID, TEXTOID};

/* A ledger that its owner has changed is written as he would: with its triggers, rules, defaults. */
static void
note_by_statement(Relation rel, Datum *values, const bool *nulls)
{
	Oid types[LEDGER_COLUMNS];
	char marks[LEDGER_COLUMNS + 1] = "";
	char *statement = psprintf("INSERT INTO %s.quota_ledger (quota_id, since, at, held, consumed, record_id, rows,"
							   " transaction, reason, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
							   socu_schema_of(RelationGetRelid(rel)));
	OwnerScope saved;

	memcpy(types, ledger_types, sizeof(types));
	for (int i = 0; i < LEDGER_COLUMNS; i++)
		marks[i] = nulls[i] ? 'n' : ' ';
	owner_begin(RelationGetRelid(rel), &saved);
	SPI_connect();
	if (SPI_execute_with_args(statement, LEDGER_COLUMNS, types, values, marks, false, 0) < 0)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("could not write the ledger: %s", SPI_result_code_string(SPI_result))));
	SPI_finish();
	owner_end(&saved);
}

void
quota_note(int64 quota_id, TimestampTz since, int64 held, int64 consumed, bool has_record, int64 record, int64 rows,
		   const char *reason)
{
	Relation rel = table_open(quota_relid("quota_ledger"), RowExclusiveLock);
	Datum values[LEDGER_COLUMNS];
	bool nulls[LEDGER_COLUMNS] = {false};

	values[0] = Int64GetDatum(quota_id);
	values[1] = TimestampTzGetDatum(since);
	values[2] = TimestampTzGetDatum(GetCurrentTimestamp());
	values[3] = Int64GetDatum(held);
	values[4] = Int64GetDatum(consumed);
	values[5] = Int64GetDatum(record);
	nulls[5] = !has_record;
	values[6] = Int64GetDatum(rows);
	values[7] = FullTransactionIdGetDatum(GetTopFullTransactionId());
	values[8] = CStringGetTextDatum(reason);
	values[9] = CStringGetTextDatum(actor_name());
	if (quota_not_plain(rel, ledger_types, LEDGER_COLUMNS, "append_only"))
		note_by_statement(rel, values, nulls);
	else
		quota_insert_row(rel, heap_form_tuple(RelationGetDescr(rel), values, nulls));
	table_close(rel, NoLock);
}

/* ---- a statement's changes ---- */

static int
compare_deltas(const void *a, const void *b)
{
	const QuotaDelta *x = a;
	const QuotaDelta *y = b;

	if (x->depth != y->depth)
		return x->depth < y->depth ? -1 : 1;
	return x->quota_id < y->quota_id ? -1 : x->quota_id > y->quota_id;
}

/* A session-wide lock on the waiting list of a line, until the transaction ends. */
void
quota_queue_lock(int64 quota_id)
{
	LOCKTAG tag;

	/* field 4 is 1 or 2 for the advisory locks of users */
	SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, (uint32) (quota_id >> 32), (uint32) quota_id, 7);
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}

QuotaDelta *
quota_apply(QuotaDelta *deltas, int count, const char *reason, bool has_record, int64 record)
{
	SlotStore store;
	QuotaDelta *refusing = NULL;

	if (count == 0)
		return NULL;
	qsort(deltas, count, sizeof(QuotaDelta), compare_deltas);
	for (int i = 0; i < count; i++)
		if (deltas[i].persons != NIL)
		{
			list_sort(deltas[i].persons, compare_persons);
			count_persons(&deltas[i]);
		}
	for (int i = 0; i < count; i++)
		if (deltas[i].waitlist && deltas[i].held + deltas[i].consumed < 0)
			quota_queue_lock(deltas[i].quota_id);

	CommandCounterIncrement();
	slot_store_open(&store);
	for (int i = 0; i < count; i++)
	{
		QuotaDelta *delta = &deltas[i];

		if (delta->held == 0 && delta->consumed == 0)
			continue;
		delta->asked = delta->held + delta->consumed > 0 ? delta->held + delta->consumed : delta->consumed;
		delta->reason = apply_line(&store, delta);
		if (delta->reason)
		{
			refusing = delta;
			break;
		}
		quota_note(delta->quota_id, delta->totals.since, delta->held, delta->consumed, has_record, record, delta->rows,
				   reason);
	}
	slot_store_close(&store);
	CommandCounterIncrement();
	return refusing;
}

char *
quota_amount_text(int64 amount)
{
	const char *sign = amount < 0 ? "-" : "";
	uint64 positive = amount < 0 ? -(uint64) amount : (uint64) amount;

	if (positive % QUOTA_UNIT == 0)
		return psprintf("%s%llu", sign, (unsigned long long) (positive / QUOTA_UNIT));
	return psprintf("%s%llu.%02d", sign, (unsigned long long) (positive / QUOTA_UNIT), (int) (positive % QUOTA_UNIT));
}

/* The refusal as an error that client libraries map: class 23, constraint = the code of the line. */
void
quota_refuse(const QuotaDelta *delta)
{
	const QuotaTotals *t = &delta->totals;
	const char *unit = quota_unit_names[delta->unit];
	int64 limit = t->seat_free + t->consumed;
	int64 booking = t->book_free + t->held + t->consumed;
	const char *hint =
		delta->waitlist
			? "Nominate with socu.mobility_nominate(nomination, 'waitlist') to join the waiting list, or choose "
			  "another place (socu.quota_check)."
			: "Choose another place or period (socu.quota_check shows the lines), or ask for a higher limit.";
	const char *message = "quota \"%s\" has no room";

	if (strcmp(delta->reason, "quota_not_stated") == 0)
	{
		message = "quota \"%s\" states no number";
		hint = "Agree on a number and store it in socu.quota.seats.";
	}
	else if (strcmp(delta->reason, "period_closed") == 0)
	{
		message = "quota \"%s\" is closed";
		hint = "Nominate for another period, or open the line again (socu.quota.status).";
	}
	else if (strcmp(delta->reason, "balance_exceeded") == 0)
		hint = "Receive stays the other way first, or agree on a greater tolerance.";
	ereport(
		ERROR,
		(errcode(ERRCODE_CHECK_VIOLATION), errmsg(message, delta->code),
		 delta->limited || delta->refused
			 ? errdetail(
				   "%s: limit %s %s%s, held %s, consumed %s, free %s, asked for %s.", delta->reason,
				   delta->refused ? "none" : quota_amount_text(limit), unit,
				   booking != limit && delta->limited ? psprintf(" (with over-booking %s)", quota_amount_text(booking))
													  : "",
				   quota_amount_text(t->held), quota_amount_text(t->consumed),
				   delta->refused ? "none"
								  : quota_amount_text(delta->held + delta->consumed > 0 ? t->book_free : t->seat_free),
				   quota_amount_text(delta->asked))
			 : errdetail("%s: held %s %s, consumed %s, asked for %s.", delta->reason, quota_amount_text(t->held), unit,
						 quota_amount_text(t->consumed), quota_amount_text(delta->asked)),
		 errhint("%s", hint), err_generic_string(PG_DIAG_SCHEMA_NAME, "socu"),
		 err_generic_string(PG_DIAG_TABLE_NAME, "quota"), err_generic_string(PG_DIAG_CONSTRAINT_NAME, delta->code)));
}
