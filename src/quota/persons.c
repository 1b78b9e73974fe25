/*
 * quota/persons.c: table quota_person: who has a seat of a line that counts persons.
 */
#include "quota/persons.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"
#include "quota/quota.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

static SchemaStatement add_records = {
	.text = "INSERT INTO @.quota_person AS p (quota_id, person, held, consumed) VALUES ($1, $2, $3, $4)"
			" ON CONFLICT (quota_id, person) DO UPDATE SET held = p.held OPERATOR(pg_catalog.+) $3,"
			" consumed = p.consumed OPERATOR(pg_catalog.+) $4 RETURNING held, consumed",
	.what = "count persons",
	.nargs = 4,
	.types = {INT8OID, TEXTOID, INT8OID, INT8OID},
};

static SchemaStatement clear_line = {
	.text = "DELETE FROM @.quota_person WHERE quota_id OPERATOR(pg_catalog.=) $1",
	.what = "clear the persons of a quota line",
	.nargs = 1,
	.types = {INT8OID},
};

static SchemaStatement store_person = {
	.text = "INSERT INTO @.quota_person (quota_id, person, held, consumed) VALUES ($1, $2, $3, $4)",
	.what = "store the persons of a quota line",
	.nargs = 4,
	.types = {INT8OID, TEXTOID, INT8OID, INT8OID},
};

static SchemaStatement find_seated = {
	.text = "SELECT FROM @.quota_person WHERE quota_id OPERATOR(pg_catalog.=) $1 AND person OPERATOR(pg_catalog.=) $2"
			" AND (held OPERATOR(pg_catalog.>) 0 OR consumed OPERATOR(pg_catalog.>) 0)",
	.what = "look for a person",
	.nargs = 2,
	.types = {INT8OID, TEXTOID},
};

/* Inner statements run with the rights of the owner of the lines, past row security. */
static void
begin(Oid home, OwnerScope *scope)
{
	owner_begin(network_relid(home, "quota"), scope);
	SPI_connect();
}

/* Ends what begin() began. */
static void
end(const OwnerScope *scope)
{
	SPI_finish();
	owner_end(scope);
}

QuotaPerson *
quota_person_of(List **persons, const char *name, MemoryContext context)
{
	QuotaPerson *person;
	MemoryContext old;
	ListCell *cell;

	foreach (cell, *persons)
		if (strcmp(((QuotaPerson *) lfirst(cell))->person, name) == 0)
			return lfirst(cell);
	old = MemoryContextSwitchTo(context);
	person = palloc0(sizeof(QuotaPerson));
	person->person = pstrdup(name);
	*persons = lappend(*persons, person);
	MemoryContextSwitchTo(old);
	return person;
}

int64
quota_person_holds(int64 held, int64 consumed)
{
	return held > 0 && consumed <= 0 ? QUOTA_UNIT : 0;
}

int64
quota_person_consumes(int64 consumed)
{
	return consumed > 0 ? QUOTA_UNIT : 0;
}

/* Every session locks the persons of a line in the same order. */
static int
compare_persons(const ListCell *a, const ListCell *b)
{
	return strcmp(((QuotaPerson *) lfirst(a))->person, ((QuotaPerson *) lfirst(b))->person);
}

void
quota_persons_count(Oid home, int64 quota_id, List *persons, int64 *held, int64 *consumed)
{
	OwnerScope scope;
	ListCell *cell;

	*held = *consumed = 0;
	list_sort(persons, compare_persons);
	begin(home, &scope);
	foreach (cell, persons)
	{
		QuotaPerson *person = lfirst(cell);
		Datum values[4] = {Int64GetDatum(quota_id), CStringGetTextDatum(person->person), Int64GetDatum(person->held),
						   Int64GetDatum(person->consumed)};
		RowReader row;
		int64 now_held;
		int64 now_consumed;

		if (person->held == 0 && person->consumed == 0)
			continue;
		if (statement_write(&add_records, home, values, NULL, NULL) != 1)
			elog(ERROR, "could not count persons");
		row = row_reader(0, CurrentMemoryContext);
		now_held = next_int64(&row);
		now_consumed = next_int64(&row);
		*held += quota_person_holds(now_held, now_consumed) -
				 quota_person_holds(now_held - person->held, now_consumed - person->consumed);
		*consumed += quota_person_consumes(now_consumed) - quota_person_consumes(now_consumed - person->consumed);
	}
	end(&scope);
}

void
quota_persons_store(Oid home, int64 quota_id, const List *persons)
{
	Datum id = Int64GetDatum(quota_id);
	OwnerScope scope;
	ListCell *cell;

	begin(home, &scope);
	(void) statement_write(&clear_line, home, &id, NULL, NULL);
	foreach (cell, persons)
	{
		const QuotaPerson *person = lfirst(cell);
		Datum values[4] = {id, CStringGetTextDatum(person->person), Int64GetDatum(person->held),
						   Int64GetDatum(person->consumed)};

		(void) statement_write(&store_person, home, values, NULL, NULL);
	}
	end(&scope);
}

bool
quota_person_seated(Oid home, int64 quota_id, const char *person)
{
	Datum values[2] = {Int64GetDatum(quota_id), CStringGetTextDatum(person)};
	OwnerScope scope;
	bool found;

	begin(home, &scope);
	found = statement_read(&find_seated, home, values, NULL) > 0;
	end(&scope);
	return found;
}
