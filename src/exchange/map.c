/*
 * exchange/map.c: from the events of a document to rows, by tables.
 */
#include "exchange/map.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "exchange/escape.h"
#include "exchange/xsd_core.h"

/* ---- rows ---- */

void
map_set(MapRow *row, int column, Datum value)
{
	if (!row->nulls[column])
		return;
	row->values[column] = value;
	row->nulls[column] = false;
}

/* A row of this kind opens inside the one that is open; all of its columns are NULL. */
static MapRow *
new_row(Map *map, int kind)
{
	int n = map->sinks[kind].desc->natts;
	MemoryContext old = MemoryContextSwitchTo(map->row_context);
	MapRow *row = palloc0(sizeof(MapRow));

	row->kind = kind;
	row->values = palloc0(n * sizeof(Datum));
	row->nulls = palloc(n * sizeof(bool));
	memset(row->nulls, true, n * sizeof(bool));
	row->given = palloc0(n * sizeof(bool));
	row->lists = palloc0(n * sizeof(ArrayBuildState *));
	row->rests = palloc0(n * sizeof(StringInfo));
	row->outer = map->rows[kind];
	map->rows[kind] = row;
	map->held++;
	MemoryContextSwitchTo(old);
	return row;
}

/* Completes the row: lists and kept XML become values, then the map's own code hands it on. */
static void
close_row(Map *map, int kind)
{
	MapRow *row = map->rows[kind];
	TupleDesc desc = map->sinks[kind].desc;
	MemoryContext old = MemoryContextSwitchTo(map->row_context);

	for (int i = 0; i < desc->natts; i++)
	{
		if (row->lists[i] != NULL)
			map_set(row, i, makeArrayResult(row->lists[i], map->row_context));
		if (row->rests[i] != NULL)
			map_set(row, i, value_text(row->rests[i]->data, row->rests[i]->len));
	}
	map->rows[kind] = row->outer;
	map->held--;
	if (map->closed != NULL)
		map->closed(map, row);
	else
		map_emit(map, kind, row->values, row->nulls);
	MemoryContextSwitchTo(old);
}

/* The element type of a column that is a list. */
static Oid
list_type(ValueForm form)
{
	return form == VALUE_INT ? INT4OID : form == VALUE_DECIMAL ? NUMERICOID : TEXTOID;
}

/* Tells of a value that is not of its type, and of a time without an offset. */
static void
judge_value(Map *map, ValueForm form, const char *text, int length, bool good)
{
	XsdTime time;

	if (!good)
		map->fault(map, "error", length == 0 ? "element is empty" : "value is not of its type", pnstrdup(text, length),
				   value_form_name(form));
	else if (form == VALUE_TIME && xsd_date_time(text, length, &time) && !time.zoned)
		map->fault(map, "warning", "time without an offset is read as UTC", pnstrdup(text, length),
				   value_form_name(form));
}

/* A value that was read goes to its column, or is noted as a fault. */
static void
take_value(Map *map, const MapRule *rule, char *text, int length)
{
	MapRow *row = rule->kind < 0 ? NULL : map->rows[rule->kind];
	MemoryContext old = MemoryContextSwitchTo(map->row_context);
	Datum value = (Datum) 0;

	if (rule->form != VALUE_NONE && ((row != NULL && rule->column >= 0) || map->fault != NULL))
	{
		bool good = value_read(rule->form, text, length, &value);

		if (map->fault != NULL && !(rule->flags & MAP_LOOSE))
			judge_value(map, rule->form, text, length, good);
		if (row != NULL && rule->column >= 0)
		{
			if (good && (rule->flags & MAP_LIST))
				row->lists[rule->column] =
					array_append_value(row->lists[rule->column], value, false, list_type(rule->form));
			else if (good || rule->form == VALUE_LANGUAGE)
				map_set(row, rule->column, value);
			row->given[rule->column] = true;
		}
	}
	if (rule->hook != 0)
		map->value(map, rule, text, length);
	MemoryContextSwitchTo(old);
}

/* ---- elements ---- */

const char *
map_attr(const XmlEvent *event, const char *uri, const char *name)
{
	for (int i = 0; i < event->nattrs; i++)
		if (strcmp(event->attrs[i].name, name) == 0 &&
			(uri == NULL ? event->attrs[i].uri == NULL
						 : event->attrs[i].uri != NULL && strcmp(event->attrs[i].uri, uri) == 0))
			return event->attrs[i].value;
	return NULL;
}

/* Are both one namespace? NULL is none, and equal to itself. */
static bool
same_space(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The rule for an element in this state; the first, where several take its attributes. */
static const MapRule *
find_rule(const Map *map, uint8 state, const XmlEvent *event)
{
	for (const MapRule *rule = map->rules + map->first[state]; rule->name != NULL && rule->in == state; rule++)
		if (rule->name[0] == event->name[0] && strcmp(rule->name, event->name) == 0 &&
			same_space(map->spaces[rule->space], event->uri))
			return rule;
	return NULL;
}

/* Takes values that are attributes: by the rule itself, and by those for the same element after it. */
static void
take_attrs(Map *map, const MapRule *rule, const XmlEvent *event)
{
	for (const MapRule *r = rule; r->name != NULL && r->in == rule->in && strcmp(r->name, rule->name) == 0; r++)
	{
		const char *value;

		if (r->attr == NULL || (r->hook == 0 && map->fault == NULL && (r->kind < 0 || map->rows[r->kind] == NULL)))
			continue;
		value = map_attr(event, strncmp(r->attr, "xml:", 4) == 0 ? XML_URI : NULL,
						 strncmp(r->attr, "xml:", 4) == 0 ? r->attr + 4 : r->attr);
		if (value != NULL)
			take_value(map, r, pstrdup(value), (int) strlen(value));
	}
}

/* The container that claims what no rule names, if the element stands directly in one. */
static const MapRule *
rest_container(const Map *map)
{
	const MapRule *outer = map->depth > 1 ? map->stack[map->depth - 1].rule : NULL;

	return outer != NULL && (outer->flags & MAP_REST) ? outer : NULL;
}

/* Keeps an element that no rule names. */
static void
begin_rest(Map *map)
{
	const MapRule *outer = rest_container(map);
	MemoryContext old;

	if (outer == NULL || map->copy != NULL ||
		(map->rest == NULL ? map->rows[outer->kind] == NULL : !map_wants(map, map->rest_kind)))
		return;
	old = MemoryContextSwitchTo(map->row_context);
	map->copy = makeStringInfo();
	MemoryContextSwitchTo(old);
	map->copy_depth = map->depth;
	map->copy_as_value = false;
}

/* Copies an element that is a value as it stands. */
static void
begin_copy(Map *map, const MapRule *rule)
{
	MemoryContext old;

	if (rule->kind < 0 || map->rows[rule->kind] == NULL)
		return;
	old = MemoryContextSwitchTo(map->row_context);
	map->copy = makeStringInfo();
	MemoryContextSwitchTo(old);
	map->copy_depth = map->depth;
	map->copy_as_value = true;
}

/* Keeps what a leaf's attributes say until its text is complete. */
static char *
keep_attr(StringInfo to, const char *value)
{
	if (value == NULL)
		return NULL;
	resetStringInfo(to);
	appendStringInfoString(to, value);
	return to->data;
}

/* Collects the text of a leaf if anybody wants it. */
static void
begin_leaf(Map *map, const MapRule *rule, const XmlEvent *event)
{
	const char *type;

	if (rule->hook == 0 && map->fault == NULL && (rule->kind < 0 || map->rows[rule->kind] == NULL))
		return;
	map->collecting = map->depth;
	resetStringInfo(&map->text);
	type = map_attr(event, NULL, "type");
	map->lang = keep_attr(&map->lang_text, map_attr(event, XML_URI, "lang"));
	map->type = keep_attr(&map->type_text, type ? type : map_attr(event, NULL, "dtf"));
}

/* An element that a rule names opens: hooks, a row, attributes, then its text or a copy. */
static void
begin_known(Map *map, const MapRule *rule, const XmlEvent *event)
{
	if (rule->hook != 0 && rule->to != 0 && rule->attr == NULL && map->begin != NULL)
		map->begin(map, rule);
	if ((rule->flags & MAP_OPEN) && map_wants(map, rule->kind))
	{
		MapRow *row = new_row(map, rule->kind);
		MemoryContext old = MemoryContextSwitchTo(map->row_context);

		if (map->opened != NULL)
			map->opened(map, row, event);
		MemoryContextSwitchTo(old);
	}
	take_attrs(map, rule, event);
	if (rule->form == VALUE_XML)
		begin_copy(map, rule);
	else if (rule->to == 0 && rule->attr == NULL && map->collecting == 0)
		begin_leaf(map, rule, event);
}

/* An element begins: one that a rule names, one that is kept, or one inside of those. */
static void
element_start(Map *map, const XmlEvent *event)
{
	MapElement *element = &map->stack[++map->depth];
	const MapElement *outer = &map->stack[map->depth - 1];
	bool known = map->depth == 1 || (outer->rule != NULL && outer->state != 0);
	const MapRule *rule;

	if (map->depth == 1)
		map->root(map, event);
	rule = known && (map->copy == NULL) ? find_rule(map, map->depth == 1 ? 0 : outer->state, event) : NULL;
	element->name = event->name;
	element->rule = rule;
	element->state = rule == NULL ? 0 : rule->to;
	element->line = event->line;
	scope_enter(&map->scope, event, map->depth, map->context);
	if (rule != NULL)
		begin_known(map, rule, event);
	else if (known)
		begin_rest(map);
	if (map->copy != NULL)
		scope_copy_start(&map->scope, map->copy, event, map->depth == map->copy_depth);
}

/* Puts what was copied where it belongs. */
static void
finish_copy(Map *map)
{
	const MapRule *rule = map->stack[map->depth].rule;
	const MapRule *outer = rest_container(map);
	MemoryContext old = MemoryContextSwitchTo(map->row_context);
	StringInfo copy = map->copy;

	map->copy = NULL;
	if (map->copy_as_value)
		map_set(map->rows[rule->kind], rule->column, value_text(copy->data, copy->len));
	else if (map->rest != NULL)
		map->rest(map, outer, map->stack[map->depth].name, copy);
	else
	{
		StringInfo *rest = &map->rows[outer->kind]->rests[outer->column];

		if (*rest == NULL)
			*rest = copy;
		else
			appendBinaryStringInfo(*rest, copy->data, copy->len);
	}
	MemoryContextSwitchTo(old);
}

/* The reverse of element_start; what is complete is handed on. */
static void
element_end(Map *map, const XmlEvent *event)
{
	const MapRule *rule = map->stack[map->depth].rule;

	if (map->copy != NULL)
	{
		scope_copy_end(map->copy, event);
		if (map->depth == map->copy_depth)
			finish_copy(map);
	}
	if (map->collecting == map->depth)
	{
		map->collecting = 0;
		take_value(map, rule, map->text.data, map->text.len);
	}
	scope_leave(&map->scope, map->depth);
	if (rule != NULL && rule->to != 0 && rule->attr == NULL && rule->hook != 0)
	{
		MemoryContext old = MemoryContextSwitchTo(map->row_context);

		map->value(map, rule, NULL, 0);
		MemoryContextSwitchTo(old);
	}
	if (rule != NULL && (rule->flags & MAP_OPEN) && map_wants(map, rule->kind))
		close_row(map, rule->kind);
	if (map->held == 0 && map->copy == NULL)
		MemoryContextReset(map->row_context);
	map->depth--;
}

/* ---- the run ---- */

/* Notes where the rules of each state begin. */
static void
index_rules(Map *map)
{
	int end = 0;

	while (map->rules[end].name != NULL)
		end++;
	for (int i = 0; i < MAP_STATES; i++)
		map->first[i] = end;
	for (int i = end - 1; i >= 0; i--)
		map->first[map->rules[i].in] = i;
}

void
map_run(Map *map, ExchangeSource *source)
{
	XmlEvent event;

	index_rules(map);
	map->context = CurrentMemoryContext;
	map->row_context = AllocSetContextCreate(CurrentMemoryContext, "socu exchange rows", ALLOCSET_DEFAULT_SIZES);
	initStringInfo(&map->text);
	initStringInfo(&map->lang_text);
	initStringInfo(&map->type_text);
	map->reader = xml_open(source);
	PG_TRY();
	{
		while (map->refused == NULL && xml_next(map->reader, &event))
		{
			map->line = event.line;
			if (event.type == XML_START)
				element_start(map, &event);
			else if (event.type == XML_END)
				element_end(map, &event);
			else
			{
				if (map->collecting > 0)
					appendBinaryStringInfo(&map->text, event.text, (int) event.length);
				if (map->copy != NULL)
					write_escaped(map->copy, event.text, event.length, false);
			}
		}
	}
	PG_FINALLY();
	{
		xml_close(map->reader);
	}
	PG_END_TRY();
	MemoryContextDelete(map->row_context);
	pfree(map->text.data);
}

char *
map_path(const Map *map)
{
	StringInfoData path;

	initStringInfo(&path);
	for (int i = 1; i <= map->depth; i++)
		appendStringInfo(&path, "/%s", map->stack[i].name);
	return path.data;
}
