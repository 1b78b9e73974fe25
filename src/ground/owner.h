/*
 * ground/owner.h: relations of a schema by name, and inner statements with the
 * rights of who owns them.
 *
 * A network is a schema with a table "network" whose column "version" has the
 * type socu.network_version.  Everything here goes by OID: a network that is
 * renamed stays the same network.
 */
#ifndef SOCU_OWNER_H
#define SOCU_OWNER_H

#include "ground/socu.h"

#include "utils/rel.h"

/* The schema that a relation stands in, if that schema is a network; else InvalidOid. */
extern Oid network_of_relation(Relation rel);

/* True if the schema is a network. */
extern bool schema_is_network(Oid schema);

/*
 * A relation of a network (or of another schema), remembered until something about it changes.
 * Error 42P01 if there is none.
 */
extern Oid network_relid(Oid network, const char *name);

/* As network_relid, but InvalidOid if there is none. */
extern Oid network_relid_or_none(Oid network, const char *name);

/* The schema of the function that is called: its tables stand beside it. */
extern Oid schema_of_function(FunctionCallInfo fcinfo);

/* The domain that the column "version" of a network's marker has, or InvalidOid. */
extern Oid network_version_type(void);

/* The schema that holds the types and public functions of the extension. */
extern Oid socu_extension_schema(void);

/* Its quoted name, for statements. */
extern const char *socu_extension_name(void);

/*
 * A search_path that finds the objects of a network, then the types and
 * functions of the extension, then nothing that a stranger could have made:
 * 'network, extension, socu, pg_temp' (pg_catalog is searched before all of them).
 * The text is valid until the next call.
 */
extern const char *network_search_path(Oid network);

/* ---- siblings: the tables beside one that fired a trigger ---- */

/* The table of this name beside 'rel'; it must belong to the same role.  Errors: 42P01, 55000. */
extern Oid socu_sibling(Relation rel, const char *name);

/* The quoted name of the schema of a table, for statements about its siblings. */
extern const char *socu_schema_of(Oid relid);

/* Has the acting role the rights of the owner of 'rel'? */
extern bool socu_acts_as_owner(Relation rel);

/* Does a restore, or the owner who does what a restore does (SET row_security = off), load rows as they are? */
extern bool socu_loads_as_is(Relation rel);

/* Name of the role that acts: the one set with SET ROLE, else the one that logged in. */
extern char *socu_acting_role(void);

/* ---- rights ---- */

/* What owner_begin changed. */
typedef struct OwnerScope
{
	Oid user;
	int context;
	int nestlevel;
} OwnerScope;

/*
 * From owner_begin to owner_end, statements run with the rights of the owner of
 * relation 'relid', past row security that he did not force on himself, and
 * names are looked up in pg_catalog alone.  Only for statements that hold no text,
 * cast or function of a caller.  Settings are afterwards what they were, whatever
 * code of the owner's has set.  An error in between undoes it with
 * the (sub)transaction; both have to be called in the same one.
 */
extern void owner_begin(Oid relid, OwnerScope *scope);
extern void owner_end(const OwnerScope *scope);

#endif /* SOCU_OWNER_H */
