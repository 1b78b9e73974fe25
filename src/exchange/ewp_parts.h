/*
 * exchange/ewp_parts.h: what is known while an EWP document is read, and what each kind of document adds.
 */
#ifndef EXCHANGE_EWP_PARTS_H
#define EXCHANGE_EWP_PARTS_H

#include "exchange/ewp_columns.h"
#include "exchange/ewp_rules.h"
#include "exchange/map.h"

#define NO_COLUMN (-1)

/* A kind of document; its functions are told of what its rules name by a hook, and may be NULL. */
typedef struct EwpKind
{
	const char *name; /* as document_kind says it */
	const MapRule *rules;
	int rows;		   /* kinds of rows */
	int rest_kind;	   /* the rows that 'rest' gives or adds to */
	int skill_column;  /* languages, in rows of kind 0; their levels stand in the next column */
	int credit_kind;   /* the rows that have credits */
	int credit_column; /* of them; the schemes and the values stand in the next two */
	bool keeps;		   /* what is noted of an item lives as long as it */
	void (*begin)(Map *map, const MapRule *rule);
	void (*ended)(Map *map, const MapRule *rule);
	void (*value)(Map *map, const MapRule *rule, char *text, int length);
	void (*closed)(Map *map, MapRow *row); /* NULL: the row is numbered and handed on */
	void (*rest)(Map *map, const MapRule *container, const char *name, StringInfo xml);
} EwpKind;

extern const EwpKind ewp_iia_kind;		 /* exchange/ewp_iia.c: agreements */
extern const EwpKind ewp_omobility_kind; /* exchange/ewp_item.c: nominations */
extern const EwpKind ewp_tor_kind;		 /* transcripts */
extern const EwpKind ewp_hei_kind;		 /* institutions */
extern const EwpKind ewp_ounit_kind;	 /* organisational units */
extern const EwpKind ewp_la_kind;		 /* exchange/ewp_la.c: learning agreements */
extern const EwpKind ewp_course_kind;	 /* exchange/ewp_course.c: courses */

#define YEARS_MAX 100 /* of one condition */

typedef struct Partner
{
	char *hei_id;
	char *iia_id;
	char *iia_code;
} Partner;

typedef struct Ewp
{
	const EwpKind *kind;
	const char *version;
	int item; /* number of the iia, la … */
	int part; /* of the condition or component in it */
	int rests;

	/* the agreement being read */
	int partners;
	Partner partner[2];
	int in_effect; /* -1: not given */
	bool terminated;
	char *hash;
	char *pdf;
	List *kept; /* rows of its conditions, or of the components of a learning agreement */
	StringInfo partners_rest;
	int32 years[YEARS_MAX];
	int nyears;
	int32 first_year;
	int32 last_year;
	bool places_undefined;
	bool too_many_years;

	/* a language skill, a subject area, a credit */
	char *language;
	char *level;
	char *code;
	char *wording;
	char *v6;
	char *scheme;
	char *value;

	/* a learning agreement or transcript */
	char *id;
	int32 receiving_year;
	const char *version_part;
	const char *list;
	char *isced;
} Ewp;

/* ---- exchange/ewp_parts.c ---- */

/* The text with its white space collapsed, palloc'ed. */
extern char *ewp_token(char *text, int length);

/* As map_set, UTF-8 text; nothing for NULL. */
extern void ewp_set_text(MapRow *row, int column, const char *value);

/* Appends to a column that is text[]; NULL is an element too. */
extern void ewp_append_text(MapRow *row, int column, const char *value);

/* The row of an item: its number, then on to its sink. */
extern void ewp_emit_item(Map *map, MapRow *row);

#endif /* EXCHANGE_EWP_PARTS_H */
