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

#include "exchange/exchange.h"
#include "exchange/write.h"
#include "exchange/xsd_core.h"
#include "term/core.h"

/* ---- values ---- */

Datum
map_text(const char *text, int length)
{
	char *converted;

	if (GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII)
		return PointerGetDatum(cstring_to_text_with_len(text, length));
	converted = pg_any_to_server(text, length, PG_UTF8);
	if (converted == text)
		return PointerGetDatum(cstring_to_text_with_len(text, length));
	return PointerGetDatum(cstring_to_text(converted));
}

static DateADT
date_value(const XsdDate *date)
{
	return date2j(date->year, date->month, date->day) - POSTGRES_EPOCH_JDATE;
}

static bool
time_value(const char *text, int length, Datum *value)
{
	XsdTime time;

	if (!xsd_date_time(text, length, &time))
		return false;
	*value = TimestampTzGetDatum((TimestampTz) date_value(&time.date) * USECS_PER_DAY + time.microseconds -
								 (TimestampTz) time.offset * USECS_PER_MINUTE);
	return true;
}

static bool
decimal_value(char *text, int length, Datum *value)
{
	const char *trimmed = text;
	Size n = xsd_trim(&trimmed, length);
	char *copy;

	if (!xsd_decimal(text, length))
		return false;
	copy = pnstrdup(trimmed, n);
	*value = DirectFunctionCall3(numeric_in, CStringGetDatum(copy), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	pfree(copy);
	return true;
}

static bool
integer_value(MapForm form, const char *text, int length, Datum *value)
{
	int64 n;

	if (!xsd_integer(text, length, &n) || (form == MAP_INT && (n < PG_INT32_MIN || n > PG_INT32_MAX)))
		return false;
	*value = form == MAP_INT ? Int32GetDatum((int32) n) : Int64GetDatum(n);
	return true;
}

bool
map_value(MapForm form, char *text, int length, Datum *value)
{
	XsdDate date;
	TermFields seen;
	int32 term;
	bool flag;

	switch (form)
	{
		case MAP_TEXT:
			*value = map_text(text, length);
			return true;
		case MAP_TOKEN:
			*value = map_text(text, (int) xsd_collapse(text, length));
			return true;
		case MAP_LANGUAGE:
			*value = map_text(text, (int) xsd_collapse(text, length));
			return xsd_language(text, length);
		case MAP_DATE:
			if (!xsd_date(text, length, &date))
				return false;
			*value = DateADTGetDatum(date_value(&date));
			return true;
		case MAP_MONTH:
			if (!xsd_year_month(text, length, &date))
				return false;
			*value = DateADTGetDatum(date_value(&date));
			return true;
		case MAP_TIME:
			return time_value(text, length, value);
		case MAP_DECIMAL:
			return decimal_value(text, length, value);
		case MAP_INT:
		case MAP_BIGINT:
			return integer_value(form, text, length, value);
		case MAP_BOOLEAN:
			if (!xsd_boolean(text, length, &flag))
				return false;
			*value = BoolGetDatum(flag);
			return true;
		case MAP_TERM:
			if (term_parse(text, length, &term, &seen) != TERM_OK)
				return false;
			*value = Int32GetDatum(term);
			return true;
		case MAP_NONE:
		case MAP_XML:
			break;
	}
	return false;
}

/* What a form is called in a fault. */
static const char *
form_name(MapForm form)
{
	static const char *const names[] = {[MAP_DATE] = "xs:date, such as 2024-09-01",
										[MAP_MONTH] = "xs:gYearMonth, such as 2024-09",
										[MAP_TIME] = "xs:dateTime, such as 2024-09-01T12:00:00+02:00",
										[MAP_DECIMAL] = "xs:decimal, such as 7.5",
										[MAP_INT] = "xs:integer",
										[MAP_BIGINT] = "xs:integer",
										[MAP_BOOLEAN] = "xs:boolean: true or false",
										[MAP_TERM] = "an academic year or term, such as 2024/2025 or 2024/2025-1/2",
										[MAP_LANGUAGE] = "a language tag, such as en or nn-NO",
										[MAP_XML] = NULL};

	return names[form];
}

/* ---- rows ---- */

ArrayBuildState *
map_append(ArrayBuildState *array, Datum value, bool isnull, Oid type)
{
	/* no memory context of its own: it may become an array more than once */
	if (array == NULL)
		array = initArrayResult(type, CurrentMemoryContext, false);
	return accumArrayResult(array, value, isnull, type, CurrentMemoryContext);
}

void
map_set(MapRow *row, int column, Datum value)
{
	if (!row->nulls[column])
		return;
	row->values[column] = value;
	row->nulls[column] = false;
}

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

void
map_emit(Map *map, int kind, Datum *values, bool *nulls)
{
	MapSink *sink = &map->sinks[kind];
	HeapTuple tuple;
	MemoryContext old;

	if (sink->desc == NULL)
		return;
	if (sink->store != NULL)
	{
		tuplestore_putvalues(sink->store, sink->desc, values, nulls);
		return;
	}
	if (sink->single && sink->only != NULL)
		return;
	old = MemoryContextSwitchTo(map->context);
	tuple = heap_form_tuple(sink->desc, values, nulls);
	if (sink->single)
		sink->only = tuple;
	else
		sink->array = map_append(sink->array, HeapTupleGetDatum(tuple), false, sink->type);
	MemoryContextSwitchTo(old);
}

/* Lists and kept XML become values; then the map's own code has the last word and hands the row on. */
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
			map_set(row, i, map_text(row->rests[i]->data, row->rests[i]->len));
	}
	map->rows[kind] = row->outer;
	map->held--;
	if (map->closed != NULL)
		map->closed(map, row);
	else
		map_emit(map, kind, row->values, row->nulls);
	MemoryContextSwitchTo(old);
}

static Oid
list_type(MapForm form)
{
	return form == MAP_INT ? INT4OID : form == MAP_DECIMAL ? NUMERICOID : TEXTOID;
}

/* What is to be said of a value by its letter. */
static void
judge_value(Map *map, MapForm form, const char *text, int length, bool good)
{
	XsdTime time;

	if (!good)
		map->fault(map, "error", length == 0 ? "element is empty" : "value is not of its type", pnstrdup(text, length),
				   form_name(form));
	else if (form == MAP_TIME && xsd_date_time(text, length, &time) && !time.zoned)
		map->fault(map, "warning", "time without an offset is read as UTC", pnstrdup(text, length), form_name(form));
}

/* A value that was read goes to its column, or is noted as a fault. */
static void
take_value(Map *map, const MapRule *rule, char *text, int length)
{
	MapRow *row = rule->kind < 0 ? NULL : map->rows[rule->kind];
	MemoryContext old = MemoryContextSwitchTo(map->row_context);
	Datum value = (Datum) 0;

	if (rule->form != MAP_NONE && ((row != NULL && rule->column >= 0) || map->fault != NULL))
	{
		bool good = map_value(rule->form, text, length, &value);

		if (map->fault != NULL && !(rule->flags & MAP_LOOSE))
			judge_value(map, rule->form, text, length, good);
		if (row != NULL && rule->column >= 0)
		{
			if (good && (rule->flags & MAP_LIST))
				row->lists[rule->column] = map_append(row->lists[rule->column], value, false, list_type(rule->form));
			else if (good || rule->form == MAP_LANGUAGE)
				map_set(row, rule->column, value);
			row->given[rule->column] = true;
		}
	}
	if (rule->hook != 0)
		map->value(map, rule, text, length);
	MemoryContextSwitchTo(old);
}

/* ---- elements as XML ---- */

/* The namespaces that an element declares come into scope. */
static void
enter_scope(Map *map, const XmlEvent *event)
{
	for (int i = 0; i < event->nspaces; i++)
	{
		if (map->scope_count == map->scope_room)
		{
			MemoryContext old = MemoryContextSwitchTo(map->context);
			int room = map->scope_room == 0 ? 16 : map->scope_room * 2;

			map->scope = map->scope == NULL ? palloc(room * 2 * sizeof(char *))
											: repalloc(map->scope, room * 2 * sizeof(char *));
			map->scope_depth =
				map->scope_depth == NULL ? palloc(room * sizeof(int)) : repalloc(map->scope_depth, room * sizeof(int));
			map->scope_room = room;
			MemoryContextSwitchTo(old);
		}
		map->scope[2 * map->scope_count] = event->spaces[i].prefix;
		map->scope[2 * map->scope_count + 1] = event->spaces[i].uri;
		map->scope_depth[map->scope_count++] = map->depth;
	}
}

static void
leave_scope(Map *map)
{
	while (map->scope_count > 0 && map->scope_depth[map->scope_count - 1] >= map->depth)
		map->scope_count--;
}

/* Is a later declaration of the same prefix in scope? */
static bool
is_hidden(const Map *map, int i)
{
	const char *prefix = map->scope[2 * i];

	for (int j = i + 1; j < map->scope_count; j++)
		if ((prefix == NULL) == (map->scope[2 * j] == NULL) &&
			(prefix == NULL || strcmp(prefix, map->scope[2 * j]) == 0))
			return true;
	return false;
}

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

static void
copy_declaration(StringInfo out, const char *prefix, const char *uri)
{
	if (prefix == NULL)
		appendStringInfoString(out, " xmlns=\"");
	else
		appendStringInfo(out, " xmlns:%s=\"", prefix);
	write_escaped(out, uri == NULL ? "" : uri, uri == NULL ? 0 : strlen(uri), true);
	appendStringInfoChar(out, '"');
}

/* A start tag; the first of a copy carries every namespace that is in scope and not the default of nothing. */
static void
copy_start(Map *map, const XmlEvent *event)
{
	StringInfo out = map->copy;

	appendStringInfoChar(out, '<');
	copy_name(out, event->prefix, event->name);
	if (map->depth == map->copy_depth)
	{
		for (int i = 0; i < map->scope_count; i++)
			if (!is_hidden(map, i) && map->scope[2 * i + 1] != NULL)
				copy_declaration(out, map->scope[2 * i], map->scope[2 * i + 1]);
	}
	else
		for (int i = 0; i < event->nspaces; i++)
			copy_declaration(out, event->spaces[i].prefix, event->spaces[i].uri);
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

static void
copy_end(Map *map, const XmlEvent *event)
{
	appendStringInfoString(map->copy, "</");
	copy_name(map->copy, event->prefix, event->name);
	appendStringInfoChar(map->copy, '>');
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

static bool
same_space(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static const MapRule *
find_rule(const Map *map, uint8 state, const XmlEvent *event)
{
	for (const MapRule *rule = map->rules + map->first[state]; rule->name != NULL && rule->in == state; rule++)
		if (rule->name[0] == event->name[0] && strcmp(rule->name, event->name) == 0 &&
			same_space(map->spaces[rule->space], event->uri))
			return rule;
	return NULL;
}

/* Values that are attributes: the rule itself, and the ones for the same element after it. */
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

/* An element that no rule names is kept. */
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

/* The text of a leaf is collected if anybody wants it. */
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
	if (rule->form == MAP_XML)
		begin_copy(map, rule);
	else if (rule->to == 0 && rule->attr == NULL && map->collecting == 0)
		begin_leaf(map, rule, event);
}

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
	enter_scope(map, event);
	if (rule != NULL)
		begin_known(map, rule, event);
	else if (known)
		begin_rest(map);
	if (map->copy != NULL)
		copy_start(map, event);
}

/* What was copied goes where it belongs. */
static void
finish_copy(Map *map)
{
	const MapRule *rule = map->stack[map->depth].rule;
	const MapRule *outer = rest_container(map);
	MemoryContext old = MemoryContextSwitchTo(map->row_context);
	StringInfo copy = map->copy;

	map->copy = NULL;
	if (map->copy_as_value)
		map_set(map->rows[rule->kind], rule->column, map_text(copy->data, copy->len));
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

static void
element_end(Map *map, const XmlEvent *event)
{
	const MapRule *rule = map->stack[map->depth].rule;

	if (map->copy != NULL)
	{
		copy_end(map, event);
		if (map->depth == map->copy_depth)
			finish_copy(map);
	}
	if (map->collecting == map->depth)
	{
		map->collecting = 0;
		take_value(map, rule, map->text.data, map->text.len);
	}
	leave_scope(map);
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
		while (xml_next(map->reader, &event))
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

/* ---- sinks ---- */

void
map_sink_set(Map *map, int kind, FunctionCallInfo fcinfo)
{
	ReturnSetInfo *info;

	InitMaterializedSRF(fcinfo, 0);
	info = (ReturnSetInfo *) fcinfo->resultinfo;
	map->sinks[kind].desc = info->setDesc;
	map->sinks[kind].store = info->setResult;
}

void
map_sink_array(Map *map, int kind, Oid array_type)
{
	MapSink *sink = &map->sinks[kind];

	sink->type = get_element_type(array_type);
	sink->desc = lookup_rowtype_tupdesc_copy(sink->type, -1);
	BlessTupleDesc(sink->desc);
}

void
map_sink_single(Map *map, int kind, TupleDesc desc)
{
	map->sinks[kind].desc = BlessTupleDesc(desc);
	map->sinks[kind].single = true;
}

Datum
map_sink_result(Map *map, int kind)
{
	MapSink *sink = &map->sinks[kind];

	if (sink->single)
		return sink->only == NULL ? (Datum) 0 : HeapTupleGetDatum(sink->only);
	if (sink->array == NULL)
		return PointerGetDatum(construct_empty_array(sink->type));
	return makeArrayResult(sink->array, map->context);
}
