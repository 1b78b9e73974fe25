/*
 * exchange/events.c: the events of a document, held until somebody asks for them.
 */
#include "exchange/events.h"

struct RawEvent
{
	XmlEventType type;
	int line;
	const char *uri;
	const char *prefix;
	const char *name;
	int attrs; /* first one, and how many */
	int nattrs;
	int spaces;
	int nspaces;
	size_t text; /* offset */
	size_t length;
};

typedef struct RawAttr
{
	const char *uri;
	const char *prefix;
	const char *name;
	size_t value; /* offset */
} RawAttr;

/* Room for so many bytes more; NULL if there is no memory. */
static void *
grow(Growing *g, size_t bytes)
{
	if (g->room - g->used < bytes)
	{
		size_t room = Max(Max(g->room * 2, g->used + bytes), 4096);
		char *data = realloc(g->data, room);

		if (data == NULL)
			return NULL;
		g->data = data;
		g->room = room;
	}
	g->used += bytes;
	return g->data + g->used - bytes;
}

/*
 * The arrays of the last document are kept for the next one: to allocate and free them for each small document
 * costs more than to parse it.  At most SPARE_ROOM bytes each.
 */
#define SPARE_ROOM (1024 * 1024)
static Growing spare[4];

/* The i-th spare array, if there is one, with nothing in it. */
static void
take_spare(Growing *g, int i)
{
	*g = spare[i];
	g->used = 0;
	memset(&spare[i], 0, sizeof(spare[i]));
}

/* Keeps it as the i-th spare array, or frees it. */
static void
give_back(Growing *g, int i)
{
	if (spare[i].data == NULL && g->room <= SPARE_ROOM)
		spare[i] = *g;
	else
		free(g->data);
	memset(g, 0, sizeof(*g));
}

void
events_begin(Events *events)
{
	memset(events, 0, sizeof(*events));
	take_spare(&events->events, 0);
	take_spare(&events->attrs, 1);
	take_spare(&events->spaces, 2);
	take_spare(&events->text, 3);
}

void
events_end(Events *events)
{
	give_back(&events->events, 0);
	give_back(&events->attrs, 1);
	give_back(&events->spaces, 2);
	give_back(&events->text, 3);
}

void
events_clear(Events *events)
{
	events->next = 0;
	events->events.used = events->attrs.used = events->spaces.used = events->text.used = 0;
}

RawEvent *
events_add(Events *events, XmlEventType type, int line, const char *name, const char *prefix, const char *uri)
{
	RawEvent *event = grow(&events->events, sizeof(RawEvent));

	if (event == NULL)
		return NULL;
	memset(event, 0, sizeof(*event));
	event->type = type;
	event->line = line;
	event->name = name;
	event->prefix = prefix;
	event->uri = uri;
	event->spaces = (int) (events->spaces.used / sizeof(XmlSpace));
	event->attrs = (int) (events->attrs.used / sizeof(RawAttr));
	return event;
}

bool
events_add_space(Events *events, RawEvent *event, const char *prefix, const char *uri)
{
	XmlSpace *to = grow(&events->spaces, sizeof(XmlSpace));

	if (to == NULL)
		return false;
	to->prefix = prefix;
	to->uri = uri;
	event->nspaces++;
	return true;
}

bool
events_add_attr(Events *events, RawEvent *event, const char *name, const char *prefix, const char *uri,
				const char *value, size_t length)
{
	RawAttr *to = grow(&events->attrs, sizeof(RawAttr));
	size_t offset = events->text.used;
	char *copy = grow(&events->text, length + 1);

	if (to == NULL || copy == NULL)
		return false;
	memcpy(copy, value, length);
	copy[length] = '\0';
	to->name = name;
	to->prefix = prefix;
	to->uri = uri;
	to->value = offset;
	event->nattrs++;
	return true;
}

bool
events_add_text(Events *events, int line, const char *text, size_t length)
{
	RawEvent *event = NULL;
	char *to;

	if (events->events.used > 0)
		event = (RawEvent *) (events->events.data + events->events.used) - 1;
	if (event == NULL || event->type != XML_TEXT)
	{
		event = events_add(events, XML_TEXT, line, NULL, NULL, NULL);
		if (event == NULL)
			return false;
		event->text = events->text.used;
	}
	to = grow(&events->text, length);
	if (to == NULL)
		return false;
	memcpy(to, text, length);
	event->length += length;
	return true;
}

/* The attributes of an event, as pointers into the text. */
static void
hand_out_attrs(Events *events, const RawEvent *raw, XmlEvent *event)
{
	const RawAttr *attrs = (const RawAttr *) events->attrs.data + raw->attrs;

	if (raw->nattrs > events->out_room)
	{
		events->out_room = raw->nattrs * 2;
		if (events->out != NULL)
			pfree(events->out);
		events->out = palloc(events->out_room * sizeof(XmlAttr));
	}
	for (int i = 0; i < raw->nattrs; i++)
	{
		events->out[i].uri = attrs[i].uri;
		events->out[i].prefix = attrs[i].prefix;
		events->out[i].name = attrs[i].name;
		events->out[i].value = events->text.data + attrs[i].value;
	}
	event->attrs = events->out;
	event->nattrs = raw->nattrs;
	event->spaces = (const XmlSpace *) events->spaces.data + raw->spaces;
	event->nspaces = raw->nspaces;
}

bool
events_next(Events *events, XmlEvent *event)
{
	const RawEvent *raw;

	if (events->next * sizeof(RawEvent) >= events->events.used)
		return false;
	raw = (const RawEvent *) events->events.data + events->next++;
	event->type = raw->type;
	event->line = raw->line;
	event->uri = raw->uri;
	event->prefix = raw->prefix;
	event->name = raw->name;
	event->nattrs = event->nspaces = 0;
	event->text = events->text.data + raw->text;
	event->length = raw->length;
	if (raw->type == XML_START)
		hand_out_attrs(events, raw, event);
	return true;
}
