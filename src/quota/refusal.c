/*
 * quota/refusal.c: refusals as errors.
 */
#include "quota/refusal.h"

#include "quota/amount.h"

#include "utils/lsyscache.h"

QuotaReason
quota_reason_full(const QuotaLine *line)
{
	return line->balance ? QR_BALANCE : line->unit >= QU_TERMS ? QR_UNITS : QR_SEATS;
}

QuotaReason
quota_lacks(const QuotaLine *line, const QuotaTotals *totals, int64 held, int64 consumed)
{
	int64 both = held + consumed;

	if (both > 0 && line->refused)
		return QR_NOT_STATED;
	if (both > 0 && (totals->flags & QUOTA_CLOSED))
		return QR_CLOSED;
	if (!line->limited)
		return QR_NONE;
	if ((both > 0 && both > totals->book_free) || (line->overbooked && consumed > 0 && consumed > totals->seat_free))
		return quota_reason_full(line);
	return QR_NONE;
}

/* The words of a refusal, by its reason. */
typedef struct RefusalWords
{
	const char *message; /* with the code of the line */
	const char *hint;
} RefusalWords;

/* What happened, and the way out, in words. */
static RefusalWords
words_of(const QuotaDelta *delta)
{
	RefusalWords words = {"quota \"%s\" has no room", NULL};

	switch (delta->reason)
	{
		case QR_NOT_STATED:
			words.message = "quota \"%s\" states no number";
			words.hint = "Agree on a number and store it in quota.seats.";
			break;
		case QR_CLOSED:
			words.message = "quota \"%s\" is closed";
			words.hint = "Nominate for another period, or open the line again (quota.status).";
			break;
		case QR_BALANCE:
			words.hint = "Receive stays the other way first, or agree on a greater tolerance.";
			break;
		default:
			words.hint = delta->line.waitlist
							 ? "Nominate with mobility_nominate(nomination, 'waitlist') to join the waiting list, "
							   "or choose another place (quota_check)."
							 : "Choose another place or period (quota_check shows the lines), or ask for a higher "
							   "limit.";
			break;
	}
	return words;
}

/* The numbers that were seen: "quota_exhausted: limit 10 seats, held 4, …". */
static char *
numbers_of(const QuotaDelta *delta)
{
	const QuotaLine *line = &delta->line;
	const QuotaTotals *t = &delta->totals;
	const char *reason = quota_reason_names[delta->reason];
	const char *unit = quota_unit_names[line->unit];
	int64 limit = t->seat_free + t->consumed;
	int64 booking = t->book_free + t->held + t->consumed;
	int64 free = delta->held + delta->consumed > 0 ? t->book_free : t->seat_free;
	const char *over = "";

	if (!line->limited && !line->refused)
		return psprintf("%s: held %s %s, consumed %s, asked for %s.", reason, quota_amount_text(t->held), unit,
						quota_amount_text(t->consumed), quota_amount_text(delta->asked));
	if (booking != limit && line->limited)
		over = psprintf(" (with over-booking %s)", quota_amount_text(booking));
	return psprintf("%s: limit %s %s%s, held %s, consumed %s, free %s, asked for %s.", reason,
					line->refused ? "none" : quota_amount_text(limit), unit, over, quota_amount_text(t->held),
					quota_amount_text(t->consumed), line->refused ? "none" : quota_amount_text(free),
					quota_amount_text(delta->asked));
}

void
quota_refuse(Oid home, const QuotaDelta *delta)
{
	RefusalWords words = words_of(delta);

	ereport(ERROR, (errcode(ERRCODE_CHECK_VIOLATION), errmsg(words.message, delta->line.code),
					errdetail("%s", numbers_of(delta)), errhint("%s", words.hint),
					err_generic_string(PG_DIAG_SCHEMA_NAME, get_namespace_name(home)),
					err_generic_string(PG_DIAG_TABLE_NAME, "quota"),
					err_generic_string(PG_DIAG_CONSTRAINT_NAME, delta->line.code)));
}

QuotaReason
quota_reason_without_line(const QuotaMatches *matches)
{
	return matches->out_of_period ? QR_NOT_IN_FORCE : QR_NO_LINE;
}

void
quota_refuse_without_line(const QuotaRules *rules, const QuotaMatches *matches)
{
	const char *scheme = rules->scheme[matches->missing_scheme].name;
	const char *reason = quota_reason_names[quota_reason_without_line(matches)];

	ereport(
		ERROR,
		(errcode(ERRCODE_CHECK_VIOLATION),
		 matches->out_of_period ? errmsg("no quota line of scheme \"%s\" is in force at the start of the stay", scheme)
								: errmsg("no quota line of scheme \"%s\" fits", scheme),
		 matches->out_of_period ? errdetail("%s: a line fits but for its period, and the scheme is closed.", reason)
								: errdetail("%s: the scheme is closed, what it does not list is not allowed.", reason),
		 errhint("Agree on a quota line for this place and period (quota), or correct the nomination."),
		 err_generic_string(PG_DIAG_SCHEMA_NAME, get_namespace_name(rules->home)),
		 err_generic_string(PG_DIAG_TABLE_NAME, "quota_scheme"), err_generic_string(PG_DIAG_CONSTRAINT_NAME, scheme)));
}
