/*
 * exchange/elmo_parts.h: what is known while an ELMO document is read, and the parts that make rows of it.
 */
#ifndef EXCHANGE_ELMO_PARTS_H
#define EXCHANGE_ELMO_PARTS_H

#include "exchange/elmo_columns.h"
#include "exchange/elmo_rules.h"
#include "exchange/exchange.h"
#include "exchange/map.h"
#include "exchange/total.h"

/* The piece of a document that is one language's content of an attachment. */
typedef struct Content
{
	char *lang;
	char *text;
	int length;
} Content;

#define LOS_LEVELS 130 /* a LOS stands two elements below another: EXCHANGE_MAX_DEPTH / 2 */

typedef struct Elmo
{
	bool older;
	int reports;
	int report_no;				 /* of the report being read; 0 outside of one */
	int los_no;					 /* of the last LOS that began */
	int depth;					 /* of LOS within one another */
	int open[LOS_LEVELS];		 /* their numbers */
	char status[LOS_LEVELS][16]; /* "" if none is given */
	int attachments;
	bool birth_date_given;
	Datum birth_date;

	int n[ELMO_KINDS]; /* rows of each kind so far */

	/* the credit being read */
	StringInfoData scheme;
	StringInfoData value;
	bool value_given;

	StringInfoData scheme_id; /* of the gradingScheme being read */

	/* the attachment being read */
	char *attachment_type;
	char *attachment_title;
	ArrayBuildState *attachment_ids;
	ArrayBuildState *attachment_id_types;
	List *contents;

	/* rows of a topmost LOS, in the order of the document */
	List *kept;

	ElmoTotals *totals;
	Tuplestorestate *totals_store;
	TupleDesc totals_desc;
} Elmo;

/* ---- exchange/elmo_made.c: rows that no rule makes ---- */

/* White space collapsed, replacing what stood there. */
extern void elmo_keep_token(StringInfo to, const char *text, int length);

/* A text row ('text' NULL only says that there is such an id). */
extern void elmo_emit_text(Map *map, const MapRule *rule, char *text, int length);

/* An identifier of a learner, an issuer or an achievement: a row, and the column of the local or SCHAC code. */
extern void elmo_on_identifier(Map *map, const MapRule *rule, char *text, int length);

/* An element that no rule names. */
extern void elmo_rest_element(Map *map, const MapRule *container, const char *name, StringInfo xml);

/* The first credit of an achievement stands in its row; all of them in rows of their own. */
extern void elmo_end_credit(Map *map);

/* ---- exchange/elmo_attachment.c ---- */

/* An attachment begins; it has a title, type, identifier or content; it ends: a row for each content. */
extern void elmo_begin_attachment(Map *map);
extern void elmo_on_content(Map *map, const MapRule *rule, char *text, int length);
extern void elmo_end_attachment(Map *map);

#endif /* EXCHANGE_ELMO_PARTS_H */
