/*
 * ground/statement.c: statements about the tables of a schema, prepared once for each schema.
 */
#include "ground/statement.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"

typedef struct PlanEntry
{
	Oid schema; /* key */
	NameData name;
	Oid types[STATEMENT_ARGS];
	SPIPlanPtr plan; /* NULL: to be made */
} PlanEntry;

/* The text with the name of the schema in it. */
static char *
text_for(const char *text, const char *schema)
{
	StringInfoData buffer;

	initStringInfo(&buffer);
	for (; *text; text++)
		if (text[0] == '@' && text[1] == '.')
			appendStringInfoString(&buffer, schema);
		else
			appendStringInfoChar(&buffer, *text);
	return buffer.data;
}

/* What is known of a schema; a new entry has no plan. */
static PlanEntry *
plan_entry(SchemaStatement *statement, Oid schema)
{
	PlanEntry *entry;
	bool found;

	if (statement->plans == NULL)
	{
		HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(PlanEntry), .hcxt = CacheMemoryContext};

		statement->plans = hash_create("socu statements", 4, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	}
	entry = hash_search(statement->plans, &schema, HASH_ENTER, &found);
	if (!found)
		entry->plan = NULL;
	return entry;
}

/*
 * The plan for a schema.  A plan holds the text of its statement, and is planned anew from that text when
 * a table changes: with another name of the schema it must be made anew.  The old
 * one is not freed, for it may be running further up the call stack.
 */
static SPIPlanPtr
statement_plan(SchemaStatement *statement, Oid schema)
{
	PlanEntry *entry = plan_entry(statement, schema);
	Size size = sizeof(Oid) * statement->nargs;
	char *name = get_namespace_name(schema);
	SPIPlanPtr plan;

	if (name == NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_SCHEMA), errmsg("schema with OID %u does not exist", schema)));
	if (entry->plan && strcmp(NameStr(entry->name), name) == 0 && memcmp(entry->types, statement->types, size) == 0)
		return entry->plan;
	entry->plan = NULL;
	plan = SPI_prepare(text_for(statement->text, quote_identifier(name)), statement->nargs, statement->types);
	if (plan == NULL || SPI_keepplan(plan) != 0)
		elog(ERROR, "could not %s: %s", statement->what, SPI_result_code_string(SPI_result));
	entry = plan_entry(statement, schema);
	namestrcpy(&entry->name, name);
	memcpy(entry->types, statement->types, size);
	entry->plan = plan;
	return plan;
}

/* Run the plan of a schema; an error that says what could not be done. */
static uint64
run(SchemaStatement *statement, Oid schema, Datum *values, const char *nulls, Snapshot snapshot, bool read_only)
{
	SPIPlanPtr plan = statement_plan(statement, schema);
	int result = snapshot ? SPI_execute_snapshot(plan, values, nulls, snapshot, InvalidSnapshot, read_only, true, 0)
						  : SPI_execute_plan(plan, values, nulls, read_only, 0);

	if (result < 0)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("could not %s: %s", statement->what, SPI_result_code_string(result))));
	return SPI_processed;
}

uint64
statement_read(SchemaStatement *statement, Oid schema, Datum *values, Snapshot snapshot)
{
	return run(statement, schema, values, NULL, snapshot, true);
}

uint64
statement_write(SchemaStatement *statement, Oid schema, Datum *values, const char *nulls, Snapshot snapshot)
{
	return run(statement, schema, values, nulls, snapshot, false);
}
