/*
 * ground/planner.h: what the planner support functions of the rooms share.
 *
 * They run while somebody plans a query, with that role's search_path and
 * rights: nothing here looks a name up as that role.
 */
#ifndef SOCU_PLANNER_H
#define SOCU_PLANNER_H

#include "ground/compat.h"

#include "nodes/primnodes.h"

/*
 * Does an index with this operator family sort 'type' as socu does?  True for
 * the family of the type's default operator class of btree and BRIN, which is
 * socu's own; a family of somebody else may give the strategies another order.
 */
extern bool planner_family_is_own(Oid opfamily, Oid method, Oid type);

/*
 * A call of the function 'name' of one argument of type 'type', which stands in
 * the schema of the function 'funcid'; NULL if there is none.
 */
extern Expr *planner_sibling_call(Oid funcid, const char *name, Oid type, Oid result, Node *arg);

#endif /* SOCU_PLANNER_H */
