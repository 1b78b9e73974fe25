/*
 * exchange/map.h: from the events of a document to rows, by tables.
 *
 * A map is a list of rules, one line a fact: which element (or attribute) inside which other
 * becomes which column of which kind of row.  Elements are matched by
 * namespace and local name, never by prefix.  An element that no rule names is kept as
 * XML in the column 'rest' of the row it belongs to, where that kind has one.
 *
 * The value of an element is all of its text, comments and CDATA sections or not.  A value that
 * is not of its type by the letter of XML Schema gives NULL and a fault, never an error.
 */
#ifndef EXCHANGE_MAP_H
#define EXCHANGE_MAP_H

#include "ground/socu.h"

#include "exchange/scope.h"
#include "exchange/sink.h"
#include "exchange/value.h"
#include "exchange/xml.h"

#define MAP_OPEN 0x01  /* a row of 'kind' begins with this element and ends with it */
#define MAP_LIST 0x02  /* the column is an array: append */
#define MAP_REST 0x04  /* elements in here that no rule names go to 'column' of 'kind', or to the map's own code */
#define MAP_LOOSE 0x08 /* a value that is not of its type is no fault */

typedef struct MapRule
{
	uint8 in;		  /* state outside of the element; 0 at the top */
	const char *name; /* local name */
	uint8 space;	  /* which of the map's namespaces; 0 is that of the root */
	uint8 to;		  /* state inside; 0 for a leaf */
	int8 kind;		  /* kind of row, -1 for none */
	int8 column;	  /* of that row, from 0; -1 for none */
	ValueForm form;
	uint8 flags;
	const char *attr; /* the value is that of this attribute, not the element's text */
	uint8 hook;		  /* not 0: the map's own code is told of the value, or that the element ends */
} MapRule;

/* The last entry of a list of rules. */
#define MAP_END                                                                                                        \
	{                                                                                                                  \
		0, NULL, 0, 0, 0, 0, VALUE_NONE, 0, NULL, 0                                                                    \
	}

struct Map;

typedef struct MapRow
{
	int kind;
	Datum *values;
	bool *nulls;
	bool *given; /* a value was seen, even one that gave NULL */
	ArrayBuildState **lists;
	StringInfo *rests; /* XML kept for a column */
	struct MapRow *outer;
} MapRow;

typedef struct MapElement
{
	const char *name;
	const MapRule *rule; /* NULL: no rule names it */
	uint8 state;
	int line;
} MapElement;

#define MAP_SPACES 8
#define MAP_KINDS 12
#define MAP_STATES 64

typedef struct Map
{
	const MapRule *rules; /* grouped by 'in'; ends with a NULL name */
	int kinds;
	const char *spaces[MAP_SPACES]; /* set by 'root' */

	/* Is this root element one of ours?  Sets spaces[]; ERROR if not. */
	void (*root)(struct Map *map, const XmlEvent *event);
	void (*begin)(struct Map *map, const MapRule *rule);				 /* a hook: an element that is no leaf begins */
	void (*opened)(struct Map *map, MapRow *row, const XmlEvent *event); /* a row begins */
	void (*closed)(struct Map *map, MapRow *row);						 /* it is complete */
	void (*value)(struct Map *map, const MapRule *rule, char *text, int length); /* a hook; UTF-8, may be changed */
	void (*rest)(struct Map *map, const MapRule *container, const char *name, StringInfo xml); /* or NULL */
	int rest_kind; /* the rows that 'rest' gives or adds to: unwanted, it is not called */
	void *own;

	/* for faults: NULL where nobody asks */
	void (*fault)(struct Map *map, const char *severity, const char *message, const char *value, const char *expected);
	void *fault_own;
	const char *refused; /* beyond a limit: the run ends, and this says why; set only where faults are asked for */

	Sink sinks[MAP_KINDS];

	/* while it runs */
	uint16 first[MAP_STATES]; /* first rule of each state */
	MapRow *rows[MAP_KINDS];  /* the innermost open row of each kind */
	MapElement stack[258];
	int depth;
	int line;
	MemoryContext context;	   /* of what lives as long as the document */
	MemoryContext row_context; /* of the rows; reset by the map */
	StringInfoData text;	   /* of the leaf being read */
	int collecting;			   /* depth of that leaf, or 0 */
	char *lang;				   /* its xml:lang, or NULL */
	char *type;				   /* its attribute 'type' ('dtf' in ELMO before 1.0), or NULL */
	StringInfoData lang_text;
	StringInfoData type_text;
	int held; /* rows that are open, or kept by the map's own code */
	XmlReader *reader;
	Scope scope;	 /* namespaces */
	StringInfo copy; /* the element being copied as XML */
	int copy_depth;
	bool copy_as_value; /* it is the value of a rule, not part of 'rest' */
} Map;

/* Reads the document through the map. */
extern void map_run(Map *map, ExchangeSource *source);

/* Hands a row that the map's own code has filled in to its sink. */
static inline void
map_emit(Map *map, int kind, Datum *values, bool *nulls)
{
	sink_put(&map->sinks[kind], map->context, values, nulls);
}

/* Does anybody want rows of this kind? */
static inline bool
map_wants(const Map *map, int kind)
{
	return map->sinks[kind].desc != NULL;
}

/* The text of the attribute of the element that opens, or NULL. */
extern const char *map_attr(const XmlEvent *event, const char *uri, const char *name);

/* "/elmo/report/issuer": where the reader stands, palloc'ed. */
extern char *map_path(const Map *map);

/* Sets a column of a row, unless it was given before. */
extern void map_set(MapRow *row, int column, Datum value);

#define XML_URI "http://www.w3.org/XML/1998/namespace"

#endif /* EXCHANGE_MAP_H */
