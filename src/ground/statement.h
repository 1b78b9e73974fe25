/*
 * ground/statement.h: statements about the tables of a schema, prepared once for each schema.
 */
#ifndef SOCU_STATEMENT_H
#define SOCU_STATEMENT_H

#include "ground/socu.h"

#include "executor/spi.h"
#include "utils/snapshot.h"

#define STATEMENT_ARGS 12

/*
 * In 'text' the schema is written as "@": SELECT … FROM @.quota.  Make it a static
 * variable: the plans of all schemas are found through it.  A plan is kept for the
 * session; it follows the schema through ALTER SCHEMA RENAME, and its tables through being
 * dropped and made again.  'types' may be set before each call, for an argument whose type
 * differs between schemas.
 */
typedef struct SchemaStatement
{
	const char *text;
	const char *what; /* completes "could not …" */
	int nargs;
	Oid types[STATEMENT_ARGS];
	HTAB *plans; /* private; NULL at start */
} SchemaStatement;

/*
 * Run it inside an SPI connection; the number of rows, which stand in SPI_tuptable.
 * 'snapshot' NULL = as SPI chooses: the active one for reading, a new one for writing.
 */
extern uint64 statement_read(SchemaStatement *statement, Oid schema, Datum *values, Snapshot snapshot);
extern uint64 statement_write(SchemaStatement *statement, Oid schema, Datum *values, const char *nulls,
							  Snapshot snapshot);

#endif /* SOCU_STATEMENT_H */
