/*
 * ground/record.h: what trigger functions of record tables share: they know the table that they
 * belong to, find its siblings and write them with the rights of its owner.
 */
#ifndef SOCU_RECORD_H
#define SOCU_RECORD_H

#include "ground/socu.h"

#include "access/tupdesc.h"
#include "commands/trigger.h"
#include "utils/relcache.h"

/* ---- the rights of another role ---- */

typedef struct SocuIdentity
{
	Oid user;
	int context;
	int nesting; /* of settings */
} SocuIdentity;

/*
 * Run what follows with the rights of 'owner', past row security and with the
 * search path pg_catalog, pg_temp, until socu_become_self(); an error ends it too.
 * Only for statements that hold no text, cast or function of a caller.
 */
extern void socu_become(Oid owner, SocuIdentity *saved);
extern void socu_become_self(const SocuIdentity *saved);

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

/* The table of this name beside 'rel'; it must belong to the same role.  Errors: 42P01, 55000. */
extern Oid socu_sibling(Relation rel, const char *name);

/* The quoted name of the schema of a table, for statements about its siblings. */
extern const char *socu_schema_of(Oid relid);

/* Has the acting role the rights of the owner of 'rel'? */
extern bool socu_acts_as_owner(Relation rel);

/* Does a restore, or the owner who does what a restore does (SET row_security = off), load rows as they are? */
extern bool socu_loads_as_is(Relation rel);

/* The column of that name and type; 'hint' is where it stood last (0 = not known).  Error: 55000. */
extern AttrNumber socu_column(Relation rel, const char *name, Oid type, AttrNumber *hint);

/* Are the stored values of two rows alike (but for generated columns)? */
extern bool socu_same_row(TupleDesc desc, HeapTuple a, HeapTuple b);

/* Name of the role that acts: the one set with SET ROLE, else the one that logged in. */
extern char *socu_acting_role(void);

/* ---- settings ---- */

typedef enum SocuParty
{
	PARTY_NOT_SAID,
	PARTY_SENDER,
	PARTY_RECEIVER,
	PARTY_SYSTEM
} SocuParty;

extern int socu_acting_party; /* a SocuParty */
extern const char *const socu_party_names[];
extern char *socu_reason;

extern void socu_define_settings(void);

#endif /* SOCU_RECORD_H */
