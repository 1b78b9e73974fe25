/*
 * quota/counter.c: taking units and giving them back.
 *
 * A line's counter is split into slots (rows of quota_slot).  What is
 * still free is divided among the slots, so a slot can give away what it has
 * without asking the others, and sessions that use different slots do not wait
 * for each other.  Only sums over the slots mean anything; they are exact,
 * because each slot is changed under its row lock by the transaction that
 * writes the record, and commits or vanishes with it.
 *
 * Taking: the session's own slot first.  Where that is not enough, the newest committed
 * state is read: if all free units together are fewer than asked for, the answer is
 * no, and no lock was waited for.  Otherwise the other slots that nobody has locked are
 * asked, and then the locked ones, for which we wait, since their transactions may roll
 * back.
 *
 * How a slot is read and written: quota/slot.c.
 */
#include "quota/counter.h"

#include "quota/persons.h"
#include "quota/waitlist.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "utils/rel.h"

/* ---- one line ---- */

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

/* Is everything taken, given back and counted? */
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

/* Has the slot any of what is asked for?  A change that needs nothing free is at home in every slot. */
static bool
slot_helps(const Rest *rest, const SlotRow *row)
{
	bool book = rest->check_book && rest->book > 0;
	bool seat = rest->check_seat && rest->seat > 0;

	return (book && row->book_free > 0) || (seat && row->seat_free > 0) || (!book && !seat);
}

/* Move as much as the slot has from the rest to the slot; the first slot takes the counts. */
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

/* Why the rest cannot be had from what is free in all slots together; QR_NONE = it can. */
static QuotaReason
rest_lacks(const QuotaDelta *delta, const Rest *rest)
{
	const QuotaTotals *totals = &delta->totals;

	if (rest->check_open && (totals->flags & QUOTA_CLOSED))
		return QR_CLOSED;
	if ((rest->check_book && rest->book > 0 && rest->book > totals->book_free) ||
		(rest->check_seat && rest->seat > 0 && rest->seat > totals->seat_free))
		return quota_reason_full(&delta->line);
	return QR_NONE;
}

/* As rest_lacks, from the newest committed state and own changes. */
static QuotaReason
look_at_all(const SlotStore *store, QuotaDelta *delta, const Rest *rest)
{
	(void) quota_totals(RelationGetNamespace(store->rel), delta->line.quota_id, delta->line.slots, NULL,
						&delta->totals);
	return rest_lacks(delta, rest);
}

/*
 * A line whose limit was set below its usage: what is given back pays the debt
 * first, so all slots are looked at together.  With the debt paid the line
 * thaws.
 */
static QuotaReason
take_frozen(SlotStore *store, QuotaDelta *delta, Rest *rest)
{
	QuotaTotals *totals = &delta->totals;
	QuotaReason reason = look_at_all(store, delta, rest);
	HeapTuple *tuple;
	SlotRow *first;
	int64 book;
	int64 seat;

	if (reason != QR_NONE)
		return reason;
	tuple = slot_lock_all(store, delta->line.quota_id, delta->line.slots, totals);
	reason = rest_lacks(delta, rest);
	if (reason != QR_NONE)
		return reason;
	book = totals->book_free - rest->book;
	seat = totals->seat_free - rest->seat;
	slot_spread(tuple, delta->line.slots, book, seat,
				(totals->flags & ~QUOTA_FROZEN) |
					(book < 0 || (delta->line.overbooked && seat < 0) ? QUOTA_FROZEN : 0));
	first = SLOT_ROW(tuple[0]);
	if (!rest->counted)
	{
		first->held += rest->held;
		first->consumed += rest->consumed;
	}
	for (int i = 0; i < delta->line.slots; i++)
		slot_write(store, tuple[i]);
	rest->counted = true;
	rest->since = totals->since;
	rest->book = rest->seat = 0;
	return QR_NONE;
}

/*
 * Serve from one slot.  Returns a reason when the line refuses, else QR_NONE; the
 * rest says what is still to be done.  'wait' = also if somebody has the slot locked.
 *
 * The version that was seen is replaced, or looked at again where somebody else was
 * quicker: the slot is never locked before it is known to help.  A lock for nothing
 * could wait in a circle with who has locked all slots (tests/model).
 */
static QuotaReason
take_slot(SlotStore *store, QuotaDelta *delta, Rest *rest, int slot, bool wait)
{
	for (;;)
	{
		HeapTuple seen = slot_fetch(store, delta->line.quota_id, slot);
		int flags = SLOT_ROW(seen)->flags;
		Rest before = *rest;

		CHECK_FOR_INTERRUPTS();
		if (flags == 0 && !slot_helps(rest, SLOT_ROW(seen)))
			return QR_NONE;
		if (flags && (rest->check_open || rest->check_seat))
		{
			/* closed or frozen, as far as we see: say no without a lock */
			QuotaReason reason = look_at_all(store, delta, rest);

			if (reason != QR_NONE)
				return reason;
		}
		if (!wait && !slot_is_replaceable(seen))
			return QR_NONE;
		/* The flags stand in every slot and change with all slots locked: the newest version of one decides. */
		if ((flags & QUOTA_FROZEN) && (rest->check_book || rest->check_seat))
			return take_frozen(store, delta, rest);
		slot_serve(rest, SLOT_ROW(seen));
		if (slot_replace(store, seen))
			return QR_NONE;
		*rest = before;
	}
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

	for (int k = 0; k < delta->line.slots && !rest_done(&rest); k++)
		(void) take_slot(store, delta, &rest, (slot_own(delta->line.slots) + k) % delta->line.slots, true);
}

/* What is to be done for a line, and which of its limits bind. */
static Rest
rest_of(const QuotaDelta *delta, bool loads)
{
	const QuotaLine *line = &delta->line;
	int64 both = delta->held + delta->consumed;
	bool taking = both > 0;
	/* whatever the reason, a stay the other way may always be called off */
	bool hard = line->hard && !loads && !(delta->forced > 0 && both <= delta->forced);
	bool enforced = hard && line->limited && !line->borrow;
	Rest rest = {
		.held = delta->held,
		.consumed = delta->consumed,
		.book = both,
		.seat = delta->consumed,
		.check_open = hard && taking,
		.check_book = enforced && taking,
		.check_seat = enforced && line->overbooked && delta->consumed > 0,
	};

	return rest;
}

/*
 * Serve from one slot after another, beginning at 'first' behind the own one, until nothing
 * is left to do or the line refuses.  'wait' = also for slots that others have locked.
 */
static QuotaReason
take_round(SlotStore *store, QuotaDelta *delta, Rest *rest, int first, bool wait)
{
	int slots = delta->line.slots;
	QuotaReason reason = QR_NONE;

	for (int k = first; k < slots && reason == QR_NONE && !rest_done(rest); k++)
		reason = take_slot(store, delta, rest, (slot_own(slots) + k) % slots, wait);
	return reason;
}

/* Serve all of the rest, or say why the line refuses. */
static QuotaReason
take_all(SlotStore *store, QuotaDelta *delta, Rest *rest)
{
	/* The own slot; when it has nothing, is there anything at all?  Then whatever nobody else has locked. */
	QuotaReason reason = take_slot(store, delta, rest, slot_own(delta->line.slots), false);

	if (reason == QR_NONE && !rest_done(rest))
		reason = look_at_all(store, delta, rest);
	if (reason == QR_NONE)
		reason = take_round(store, delta, rest, 1, false);

	/* All that is free is in the hands of others: wait for them. */
	while (reason == QR_NONE && !rest_done(rest))
	{
		CHECK_FOR_INTERRUPTS();
		reason = look_at_all(store, delta, rest);
		if (reason == QR_NONE)
			reason = take_round(store, delta, rest, 0, true);
	}
	return reason;
}

/* Take and give back what a delta says; why the line refuses, with the numbers in its totals. */
static QuotaReason
apply_line(SlotStore *store, QuotaDelta *delta, bool loads)
{
	const QuotaLine *line = &delta->line;
	Oid home = RelationGetNamespace(store->rel);
	const Rest asked = rest_of(delta, loads);
	Rest rest = asked;
	QuotaReason reason;

	/* 'check_open' says that units are taken of a hard line */
	if (line->refused && asked.check_open)
	{
		(void) quota_totals(home, line->quota_id, line->slots, NULL, &delta->totals);
		return QR_NOT_STATED;
	}
	reason = take_all(store, delta, &rest);
	if (reason != QR_NONE && (rest.counted || rest.book != asked.book || rest.seat != asked.seat))
	{
		put_back(store, delta, &rest);
		(void) quota_totals(home, line->quota_id, line->slots, NULL, &delta->totals);
	}
	delta->totals.since = rest.since;
	return reason;
}

/* What a restore loads may be above the limit, as it was when the limit had been lowered: then the line is frozen. */
static void
freeze_overfull(SlotStore *store, const QuotaLine *line)
{
	QuotaTotals totals;
	HeapTuple *tuple;

	if (!line->hard || !line->limited)
		return;
	(void) quota_totals(RelationGetNamespace(store->rel), line->quota_id, line->slots, NULL, &totals);
	if ((totals.flags & QUOTA_FROZEN) || (totals.book_free >= 0 && !(line->overbooked && totals.seat_free < 0)))
		return;
	tuple = slot_lock_all(store, line->quota_id, line->slots, &totals);
	slot_spread(tuple, line->slots, totals.book_free, totals.seat_free, totals.flags | QUOTA_FROZEN);
	for (int i = 0; i < line->slots; i++)
		slot_write(store, tuple[i]);
}

/* ---- a statement's changes ---- */

/* Lock order: ancestors first, then by key. */
static int
compare_deltas(const void *a, const void *b)
{
	const QuotaLine *x = &((const QuotaDelta *) a)->line;
	const QuotaLine *y = &((const QuotaDelta *) b)->line;

	if (x->depth != y->depth)
		return x->depth < y->depth ? -1 : 1;
	return x->quota_id < y->quota_id ? -1 : x->quota_id > y->quota_id;
}

/* Take or give back what a delta says, and note it; false if the line refuses. */
static bool
apply_delta(SlotStore *store, QuotaDelta *delta, const QuotaCause *cause)
{
	LedgerEntry entry = {
		.quota_id = delta->line.quota_id, .held = delta->held, .consumed = delta->consumed, .rows = delta->rows};

	if (delta->held == 0 && delta->consumed == 0)
		return true;
	delta->asked = delta->held + delta->consumed > 0 ? delta->held + delta->consumed : delta->consumed;
	delta->reason = apply_line(store, delta, cause->loads);
	if (delta->reason != QR_NONE)
		return false;
	if (cause->loads)
		freeze_overfull(store, &delta->line);
	entry.since = delta->totals.since;
	ledger_write(RelationGetNamespace(store->rel), &entry, cause);
	return true;
}

QuotaDelta *
quota_apply(Oid home, QuotaDelta *deltas, int count, const QuotaCause *cause)
{
	SlotStore store;
	QuotaDelta *refusing = NULL;

	if (count == 0)
		return NULL;
	qsort(deltas, count, sizeof(QuotaDelta), compare_deltas);
	for (int i = 0; i < count; i++)
		if (deltas[i].persons != NIL)
			quota_persons_count(home, deltas[i].line.quota_id, deltas[i].persons, &deltas[i].held, &deltas[i].consumed);
	for (int i = 0; i < count; i++)
		if (deltas[i].line.waitlist && deltas[i].held + deltas[i].consumed < 0)
			quota_queue_lock(home, deltas[i].line.quota_id);

	CommandCounterIncrement();
	slot_store_open(&store, home);
	for (int i = 0; i < count && refusing == NULL; i++)
		if (!apply_delta(&store, &deltas[i], cause))
			refusing = &deltas[i];
	slot_store_close(&store);
	CommandCounterIncrement();
	return refusing;
}
