/*
 * ground/trigger.h: what trigger functions share: they know the tables that they belong to.
 */
#ifndef SOCU_TRIGGER_H
#define SOCU_TRIGGER_H

#include "ground/socu.h"

#include "access/tupdesc.h"
#include "commands/trigger.h"
#include "utils/relcache.h"

/* ---- whose trigger is it? ---- */

#define SOCU_BEFORE 1
#define SOCU_AFTER 2
#define SOCU_ROW 4
#define SOCU_STATEMENT 8
#define SOCU_INSERT 16
#define SOCU_UPDATE 32
#define SOCU_DELETE 64
#define SOCU_TRUNCATE 128

typedef struct SocuTrigger
{
	const char *function;
	int when;				   /* which of the bits above may fire it */
	const char *const *tables; /* its tables, NULL-terminated; NULL = any table of the schema */
} SocuTrigger;

/*
 * The trigger data, after a check that one of the function's own tables fired it
 * in one of the ways in 'when': an ordinary table in the schema of the function.
 * Error: 39P01.
 */
extern TriggerData *socu_trigger(FunctionCallInfo fcinfo, const SocuTrigger *rule);

/* ---- columns ---- */

/* The column of that name and type; 'hint' is where it stood last (0 = not known).  Error: 55000. */
extern AttrNumber socu_column(Relation rel, const char *name, Oid type, AttrNumber *hint);

/* Are the stored values of two rows alike (but for generated columns)? */
extern bool socu_same_row(TupleDesc desc, HeapTuple a, HeapTuple b);

#endif /* SOCU_TRIGGER_H */
