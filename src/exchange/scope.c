/*
 * exchange/scope.c: the namespaces in scope, and elements copied as XML that stand for themselves.
 */
#include "exchange/scope.h"

#include "exchange/escape.h"

void
scope_enter(Scope *scope, const XmlEvent *event, int depth, MemoryContext context)
{
	for (int i = 0; i < event->nspaces; i++)
	{
		if (scope->count == scope->room)
		{
			int room = scope->room == 0 ? 16 : scope->room * 2;

			scope->entries = scope->entries == NULL ? MemoryContextAlloc(context, room * sizeof(ScopeEntry))
													: repalloc(scope->entries, room * sizeof(ScopeEntry));
			scope->room = room;
		}
		scope->entries[scope->count].space = event->spaces[i];
		scope->entries[scope->count++].depth = depth;
	}
}

void
scope_leave(Scope *scope, int depth)
{
	while (scope->count > 0 && scope->entries[scope->count - 1].depth >= depth)
		scope->count--;
}

/* Is a later declaration of the same prefix in scope? */
static bool
is_hidden(const Scope *scope, int i)
{
	const char *prefix = scope->entries[i].space.prefix;

	for (int j = i + 1; j < scope->count; j++)
	{
		const char *later = scope->entries[j].space.prefix;

		if ((prefix == NULL) == (later == NULL) && (prefix == NULL || strcmp(prefix, later) == 0))
			return true;
	}
	return false;
}

/* Writes prefix:name, or the name alone where it has no prefix. */
static void
copy_name(StringInfo out, const char *prefix, const char *name)
{
	if (prefix != NULL)
	{
		appendStringInfoString(out, prefix);
		appendStringInfoChar(out, ':');
	}
	appendStringInfoString(out, name);
}

/* Writes xmlns:prefix="uri"; the default namespace has no prefix. */
static void
copy_declaration(StringInfo out, const XmlSpace *space)
{
	if (space->prefix == NULL)
		appendStringInfoString(out, " xmlns=\"");
	else
		appendStringInfo(out, " xmlns:%s=\"", space->prefix);
	write_escaped(out, space->uri == NULL ? "" : space->uri, space->uri == NULL ? 0 : strlen(space->uri), true);
	appendStringInfoChar(out, '"');
}

void
scope_copy_start(const Scope *scope, StringInfo out, const XmlEvent *event, bool outermost)
{
	appendStringInfoChar(out, '<');
	copy_name(out, event->prefix, event->name);
	if (outermost)
	{
		/* a default of nothing needs no declaration: nothing stands outside of the copy */
		for (int i = 0; i < scope->count; i++)
			if (!is_hidden(scope, i) && scope->entries[i].space.uri != NULL)
				copy_declaration(out, &scope->entries[i].space);
	}
	else
		for (int i = 0; i < event->nspaces; i++)
			copy_declaration(out, &event->spaces[i]);
	for (int i = 0; i < event->nattrs; i++)
	{
		appendStringInfoChar(out, ' ');
		copy_name(out, event->attrs[i].prefix, event->attrs[i].name);
		appendStringInfoString(out, "=\"");
		write_escaped(out, event->attrs[i].value, strlen(event->attrs[i].value), true);
		appendStringInfoChar(out, '"');
	}
	appendStringInfoChar(out, '>');
}

void
scope_copy_end(StringInfo out, const XmlEvent *event)
{
	appendStringInfoString(out, "</");
	copy_name(out, event->prefix, event->name);
	appendStringInfoChar(out, '>');
}
