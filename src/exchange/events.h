/*
 * exchange/events.h: the events of a document, held until somebody asks for them.
 *
 * A parser calls back for every element and text of a piece; what it hands over is gone when it returns, and no
 * PostgreSQL error may be raised meanwhile.  So it is kept in memory of malloc, and handed out afterwards.
 */
#ifndef EXCHANGE_EVENTS_H
#define EXCHANGE_EVENTS_H

#include "ground/socu.h"

typedef enum XmlEventType
{
	XML_START,
	XML_TEXT, /* also the text of a CDATA section; the text of an element may come in pieces */
	XML_END
} XmlEventType;

typedef struct XmlAttr
{
	const char *uri;	/* namespace, NULL for none */
	const char *prefix; /* NULL for none */
	const char *name;	/* local name */
	const char *value;	/* NUL-terminated */
} XmlAttr;

typedef struct XmlSpace
{
	const char *prefix; /* NULL: the default namespace */
	const char *uri;
} XmlSpace;

typedef struct XmlEvent
{
	XmlEventType type;
	int line;
	/* XML_START and XML_END: what stands here is valid until xml_close */
	const char *uri;	/* namespace, NULL for none */
	const char *prefix; /* NULL for none */
	const char *name;	/* local name */
	/* XML_START: valid until the next event */
	int nattrs;
	const XmlAttr *attrs;
	int nspaces; /* namespaces that this element declares */
	const XmlSpace *spaces;
	/* XML_TEXT: not NUL-terminated, valid until the next event */
	const char *text;
	Size length;
} XmlEvent;

/* An array of malloc that grows. */
typedef struct Growing
{
	char *data;
	size_t used;
	size_t room;
} Growing;

typedef struct RawEvent RawEvent;

typedef struct Events
{
	Growing events;
	Growing attrs;
	Growing spaces;
	Growing text;
	size_t next;  /* event to hand out */
	XmlAttr *out; /* the attributes of the event handed out */
	int out_room;
} Events;

extern void events_begin(Events *events);
extern void events_end(Events *events);

/* Forgets all events: the next piece may be parsed. */
extern void events_clear(Events *events);

/*
 * What the parser found; false (NULL) if there is no memory.  Names, prefixes and namespaces are kept as pointers: they
 * must live as long as the document.
 */
extern RawEvent *events_add(Events *events, XmlEventType type, int line, const char *name, const char *prefix,
							const char *uri);
extern bool events_add_space(Events *events, RawEvent *event, const char *prefix, const char *uri);
extern bool events_add_attr(Events *events, RawEvent *event, const char *name, const char *prefix, const char *uri,
							const char *value, size_t length);

/* Text; pieces that follow one another become one event. */
extern bool events_add_text(Events *events, int line, const char *text, size_t length);

/* The next event; false if there is none. */
extern bool events_next(Events *events, XmlEvent *event);

#endif /* EXCHANGE_EVENTS_H */
