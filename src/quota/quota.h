/*
 * quota/quota.h: the words of the quota room.  What the files do, each one using
 * only those before it:
 *
 * words_core.c    the names of columns, units, reasons; which statuses have a seat
 * amount.c        hundredths as text and as numeric
 * store.c         rows written below SQL, and their indexes
 * slot.c          table quota_slot: the counters
 * ledger.c        table quota_ledger: every change of a counter
 * persons.c       table quota_person: who has a seat of a line that counts persons
 * record.c        the columns of a table, read as a record
 * tables.c        table quota_guarded: which tables are guarded; keeping their writers out
 * waitlist.c      the lock of a line's waiting list, and promotion from it
 * lines.c         table quota: the lines in memory
 * match.c         which lines fit a record
 * tally.c         what the records of all guarded tables add up to
 * refusal.c       refusals as errors
 * counter.c       taking units and giving them back
 * account.c       limits; opening and dropping the counters of a line
 * deferred.c      refusals that wait for the end of the transaction
 * audit.c         counters against records; making the counters anew
 * ask.c           asking without writing
 * guard.c         the trigger of guarded tables, and of their list
 * changed.c       the trigger of quota: what a change of the lines does to the counters
 * mobility.c      the triggers of mobility
 * logs.c          the triggers of logs and counters
 *
 * Amounts are int64 hundredths of the unit of the line (a seat is 100).
 *
 * 'home' is the schema of a network, which the tables of the room stand in: the one of
 * the function that SQL called, or of the table that fired a trigger.
 */
#ifndef QUOTA_H
#define QUOTA_H

#define QUOTA_UNIT 100 /* one seat */

/* The columns of a record. */
typedef enum QuotaColumn
{
	/* scope */
	QC_SENDING_STATE,
	QC_RECEIVING_STATE,
	QC_SENDING_INSTITUTION,
	QC_RECEIVING_INSTITUTION,
	QC_DIRECTION,
	QC_KIND,
	QC_FUNDING,
	QC_AGREEMENT,
	QC_LEVEL,
	QC_PROGRAM, /* from here on values of program_code: a line holds what is below its own */
	QC_FIELD,
	QC_SCOPE, /* how many scope columns there are */
	/* the rest */
	QC_STATUS = QC_SCOPE,
	QC_STUDENT,
	QC_STARTS_ON,
	QC_TERMS,
	QC_MONTHS,
	QC_DAYS,
	QC_ACTUAL_MONTHS,
	QC_ACTUAL_DAYS,
	QC_KEY,
	QC_COLUMNS
} QuotaColumn;

/* How many scope columns are values of program_code. */
#define QC_CODES (QC_SCOPE - QC_PROGRAM)

/* As table mobility calls them. */
extern const char *const quota_column_names[QC_COLUMNS];

/* What a line counts. */
typedef enum QuotaUnit
{
	QU_SEATS,
	QU_STAYS,
	QU_PERSONS,
	QU_TERMS, /* from here on what the record states, not one each */
	QU_MONTHS,
	QU_DAYS,
	QU_UNITS
} QuotaUnit;

extern const char *const quota_unit_names[QU_UNITS];

/* Why a nomination is refused: the first word of the DETAIL, and column "reason" of quota_check(). */
typedef enum QuotaReason
{
	QR_NONE,
	QR_NOT_STATED,
	QR_CLOSED,
	QR_BALANCE,
	QR_UNITS,
	QR_SEATS,
	QR_NOT_IN_FORCE,
	QR_NO_LINE,
	QR_BELOW_USAGE,
	QR_REASONS
} QuotaReason;

extern const char *const quota_reason_names[QR_REASONS];

/* What a record does with its seat. */
typedef enum QuotaSeat
{
	SEAT_NONE,
	SEAT_HELD,	  /* under decision */
	SEAT_CONSUMED /* decided */
} QuotaSeat;

/*
 * The seat of a record with this status of mobility ('length' bytes).  The rows of
 * mobility_status say the same to people and to SQL.
 */
extern QuotaSeat quota_status_seat(const char *status, int length);

/* The status with which quota_check() asks for a nomination that has no seat yet. */
#define QUOTA_STATUS_ASKED "submitted"

/* Flags of a counter: over its limit, so that what is given back pays the debt first; closed for new seats. */
#define QUOTA_FROZEN 1
#define QUOTA_CLOSED 2

#endif /* QUOTA_H */
