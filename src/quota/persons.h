/*
 * quota/persons.h: table quota_person: who has a seat of a line that counts persons.
 */
#ifndef QUOTA_PERSONS_H
#define QUOTA_PERSONS_H

#include "ground/socu.h"

#include "nodes/pg_list.h"

/* How many records of a person hold, and consume, a seat (or how many more do). */
typedef struct QuotaPerson
{
	char *person;
	int held;
	int consumed;
} QuotaPerson;

/* The one of that name; a new entry with no records, in 'context', if there is none yet. */
extern QuotaPerson *quota_person_of(List **persons, const char *name, MemoryContext context);

/* What the records of a person take of a line, in hundredths. */
extern int64 quota_person_holds(int64 held, int64 consumed);
extern int64 quota_person_consumes(int64 consumed);

/*
 * Add the records of 'persons' (of QuotaPerson) to a line.  By how many hundredths
 * that changes the seats goes to *held and *consumed: a person takes one seat however
 * many records he has.  The persons are locked until the transaction ends.
 */
extern void quota_persons_count(Oid home, int64 quota_id, List *persons, int64 *held, int64 *consumed);

/* Put these persons in the place of all that the line had. */
extern void quota_persons_store(Oid home, int64 quota_id, const List *persons);

/* Has the person a seat of the line? */
extern bool quota_person_seated(Oid home, int64 quota_id, const char *person);

#endif /* QUOTA_PERSONS_H */
