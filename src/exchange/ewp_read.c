/*
 * exchange/ewp_read.c: reading an EWP document: the root, and what several kinds share.
 */
#include "exchange/ewp_read.h"

#include "catalog/pg_type.h"

#include "exchange/ewp_parts.h"
#include "exchange/kind.h"

/* ERROR unless the root is that of a document and a version that the caller reads. */
static void
ewp_root(Map *map, const XmlEvent *event)
{
	Ewp *ewp = map->own;
	const char *kind = document_kind(event->uri, event->name, &ewp->version);

	if (strcmp(event->name, map->rules[0].name) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("root element of the document is \"%s\", not \"%s\"", socu_clip(event->name, -1),
							   map->rules[0].name),
						errhint("exchange_kind tells what a document is.")));
	if (kind == NULL || strcmp(kind, ewp->kind->name) != 0)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("namespace \"%s\" is of no version of \"%s\" that is read",
							   event->uri == NULL ? "" : socu_clip(event->uri, Min(strlen(event->uri), 200)),
							   map->rules[0].name),
						errdetail("The namespace is %s.", event->uri == NULL ? "absent" : event->uri)));
	map->spaces[DOC] = event->uri;
	map->spaces[ADDRESS] = EWP_ADDRESS_URI;
	map->spaces[TERM1] = EWP_TERM1_URI;
	map->spaces[TERM2] = EWP_TERM2_URI;
	map->spaces[ELMO1] = ELMO_V1;
	map->spaces[ELMO2] = ELMO_V2;
}

/* A credit ends: its scheme and value as they stand, and as a credit if the scheme is known and the value exact. */
static void
end_credit(Map *map)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[ewp->kind->credit_kind];
	int column = ewp->kind->credit_column;
	Datum number = (Datum) 0;
	bool has_number;
	int64 credit;

	if (row == NULL || column == NO_COLUMN)
		return;
	has_number = ewp->value != NULL && value_read(VALUE_DECIMAL, ewp->value, (int) strlen(ewp->value), &number);
	ewp_append_text(row, column + 1, ewp->scheme);
	row->lists[column + 2] = array_append_value(row->lists[column + 2], number, !has_number, NUMERICOID);
	if (value_credit(ewp->scheme, ewp->value, &credit))
		map_set(row, column, Int64GetDatum(credit));
	ewp->scheme = ewp->value = NULL;
}

/* ---- hooks ---- */

/* An element that is no leaf begins. */
static void
ewp_begin(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;

	switch (rule->hook)
	{
		case ON_ITEM:
			ewp->item++;
			ewp->part = 0;
			ewp->id = ewp->isced = NULL;
			ewp->receiving_year = 0;
			if (ewp->kind->keeps)
				map->held++; /* let go by the kind's own code when the item ends */
			break;
		case ON_SKILL:
			ewp->language = ewp->level = NULL;
			break;
		case ON_CREDIT:
			ewp->scheme = ewp->value = NULL;
			break;
		default:
			break;
	}
	if (ewp->kind->begin != NULL)
		ewp->kind->begin(map, rule);
}

/* An element that is no leaf ends. */
static void
ewp_ended(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];
	int skill = ewp->kind->skill_column;

	if (rule->hook == ON_SKILL)
	{
		if (row == NULL || skill == NO_COLUMN || (ewp->language == NULL && ewp->level == NULL))
			return;
		ewp_append_text(row, skill, ewp->language);
		ewp_append_text(row, skill + 1, ewp->level);
	}
	else if (rule->hook == ON_CREDIT)
		end_credit(map);
	else if (ewp->kind->ended != NULL)
		ewp->kind->ended(map, rule);
}

/* A leaf has this text, or (NULL) an element that is no leaf ends. */
static void
ewp_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];

	if (text == NULL)
	{
		ewp_ended(map, rule);
		return;
	}
	switch (rule->hook)
	{
		case ON_SKILL_LANGUAGE:
			ewp->language = ewp_token(text, length);
			break;
		case ON_SKILL_LEVEL:
			ewp->level = ewp_token(text, length);
			break;
		case ON_CREDIT_SCHEME:
			ewp->scheme = ewp_token(text, length);
			break;
		case ON_CREDIT_VALUE:
			ewp->value = ewp_token(text, length);
			break;
		case ON_NAME:
			if (row == NULL)
				break;
			ewp_append_text(row, rule->column, ewp_token(text, length));
			ewp_append_text(row, rule->column + 1, map->lang); /* the column after the names */
			break;
		default:
			if (ewp->kind->value != NULL)
				ewp->kind->value(map, rule, text, length);
	}
}

/* ---- the reader ---- */

static const EwpKind *const kinds[] = {&ewp_iia_kind, &ewp_omobility_kind, &ewp_la_kind,	&ewp_tor_kind,
									   &ewp_hei_kind, &ewp_ounit_kind,	   &ewp_course_kind};

void
ewp_prepare(Map *map, Ewp *ewp, const EwpKind *kind)
{
	memset(map, 0, sizeof(*map));
	memset(ewp, 0, sizeof(*ewp));
	map->rules = kind->rules;
	map->kinds = kind->rows;
	map->root = ewp_root;
	map->begin = ewp_begin;
	map->closed = kind->closed != NULL ? kind->closed : ewp_emit_item;
	map->value = ewp_value;
	map->rest = kind->rest;
	map->rest_kind = kind->rest_kind;
	map->own = ewp;
	ewp->kind = kind;
}

void
ewp_faults(ExchangeSource *source, const char *kind, EwpFault fault, void *own)
{
	Map map;
	Ewp ewp;

	for (int i = 0; i < lengthof(kinds); i++)
	{
		if (strcmp(kinds[i]->name, kind) != 0)
			continue;
		ewp_prepare(&map, &ewp, kinds[i]);
		map.fault = fault;
		map.fault_own = own;
		map_run(&map, source);
	}
}
