/*
 * exchange/scope.h: the namespaces in scope, and elements copied as XML that stand for themselves.
 */
#ifndef EXCHANGE_SCOPE_H
#define EXCHANGE_SCOPE_H

#include "ground/socu.h"

#include "lib/stringinfo.h"

#include "exchange/xml.h"

typedef struct ScopeEntry
{
	XmlSpace space;
	int depth; /* of the element that declares it */
} ScopeEntry;

/* What is declared by the elements that are open; all zero before the root. */
typedef struct Scope
{
	ScopeEntry *entries; /* outermost first */
	int count;
	int room;
} Scope;

/* An element at this depth opens, or ends.  Entries are kept in 'context'. */
extern void scope_enter(Scope *scope, const XmlEvent *event, int depth, MemoryContext context);
extern void scope_leave(Scope *scope, int depth);

/* The start tag of an element; the first of a copy ('outermost') carries every namespace in scope. */
extern void scope_copy_start(const Scope *scope, StringInfo out, const XmlEvent *event, bool outermost);
extern void scope_copy_end(StringInfo out, const XmlEvent *event);

#endif /* EXCHANGE_SCOPE_H */
