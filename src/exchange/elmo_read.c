/*
 * exchange/elmo_read.c: reading an ELMO document: the root, the rows that rules make, and who is told of what.
 *
 * ELMO 1.0 to 1.7 and 2.0 share a namespace; 2.1 has its own.  What came before (purl.org, no
 * namespace) is read when the caller asks for it.
 */
#include "exchange/elmo_read.h"

#include "utils/builtins.h"

#include "exchange/elmo_parts.h"
#include "exchange/kind.h"
#include "exchange/xsd_core.h"

/* ---- the root ---- */

/* "{namespace}name" for a message. */
static char *
root_name(const XmlEvent *event)
{
	return event->uri == NULL ? pstrdup(event->name) : psprintf("{%s}%s", event->uri, event->name);
}

/* ERROR unless the root is that of an ELMO document that the caller wants to read. */
static void
elmo_root(Map *map, const XmlEvent *event)
{
	Elmo *elmo = map->own;
	bool older;

	if (strcmp(event->name, "elmo") != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("document is not ELMO: its root element is %s", socu_clip(root_name(event), -1)),
						errhint("exchange_kind tells what a document is; ewp_imobility_tors gives the ELMO inside a "
								"transcript of records.")));
	if (!elmo_namespace(event->uri, &older))
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("namespace \"%s\" is none of ELMO's", socu_clip(event->uri, -1)),
						errhint("Known are %s and %s.", ELMO_V1, ELMO_V2)));
	if (older && !elmo->older)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("%s", event->uri == NULL ? "document has no namespace"
														: psprintf("namespace \"%s\" is of an older ELMO", event->uri)),
						errhint("Pass older => true to read it all the same.")));
	map->spaces[DOC] = event->uri;
	map->spaces[DSIG] = DSIG_URI;
}

/* ---- rows ---- */

/* As map_set, for an integer. */
static void
set_int(MapRow *row, int column, int value)
{
	map_set(row, column, Int32GetDatum(value));
}

/* The columns that say where a row belongs, and which of its kind it is. */
static void
set_place(Elmo *elmo, MapRow *row, int report_no, int los_no, int n)
{
	if (elmo->report_no > 0)
		set_int(row, report_no, elmo->report_no);
	if (elmo->depth > 0)
		set_int(row, los_no, elmo->open[elmo->depth]);
	set_int(row, n, ++elmo->n[row->kind]);
}

/* A LOS begins: it has the next number, and is the innermost. */
static void
enter_los(Elmo *elmo)
{
	elmo->los_no++;
	elmo->depth++;
	elmo->open[elmo->depth] = elmo->los_no;
	elmo->status[elmo->depth][0] = '\0';
	if (elmo->totals != NULL)
		elmo_totals_enter(elmo->totals, elmo->los_no);
}

/* A row begins: which report and LOS it belongs to. */
static void
elmo_opened(Map *map, MapRow *row, const XmlEvent *event)
{
	Elmo *elmo = map->own;

	switch ((ElmoKind) row->kind)
	{
		case ELMO_HEAD:
			if (event->uri != NULL)
				map_set(row, HEAD_NAMESPACE, value_string(event->uri));
			break;
		case ELMO_REPORT:
			set_int(row, REPORT_NO, elmo->report_no);
			break;
		case ELMO_ACHIEVEMENT:
			set_int(row, LOS_REPORT_NO, elmo->report_no);
			set_int(row, LOS_NO, elmo->los_no);
			set_int(row, LOS_DEPTH, elmo->depth);
			if (elmo->depth > 1)
				set_int(row, LOS_PARENT_NO, elmo->open[elmo->depth - 1]);
			elmo->kept = lappend(elmo->kept, row);
			map->held++;
			break;
		case ELMO_CREDIT:
			set_place(elmo, row, CREDIT_REPORT_NO, CREDIT_LOS_NO, CREDIT_N);
			break;
		case ELMO_LEVEL:
			set_place(elmo, row, LEVEL_REPORT_NO, LEVEL_LOS_NO, LEVEL_N);
			break;
		case ELMO_DISTRIBUTION:
			set_place(elmo, row, DIST_REPORT_NO, DIST_LOS_NO, DIST_N);
			break;
		default:
			break;
	}
}

/* Fills in what follows from the rest: no status means passed, a code with a classifier is one of a programme. */
static void
finish_achievement(MapRow *row)
{
	Datum program;

	map_set(row, LOS_STATUS_GIVEN, BoolGetDatum(!row->nulls[LOS_STATUS]));
	map_set(row, LOS_STATUS, value_string("passed"));
	if (!row->nulls[LOS_CODE] && value_program(row->values[LOS_CODE], &program))
		map_set(row, LOS_PROGRAM, program);
}

/* The rows of a topmost LOS go out in the order of the document. */
static void
release_rows(Map *map)
{
	Elmo *elmo = map->own;
	ListCell *cell;

	foreach (cell, elmo->kept)
	{
		MapRow *row = lfirst(cell);

		map_emit(map, ELMO_ACHIEVEMENT, row->values, row->nulls);
		map->held--;
	}
	elmo->kept = NIL;
}

/* A row is complete: what follows from its values.  The end of a topmost LOS lets the rows of all below it go. */
static void
elmo_closed(Map *map, MapRow *row)
{
	Elmo *elmo = map->own;

	switch ((ElmoKind) row->kind)
	{
		case ELMO_HEAD:
			map_set(row, HEAD_SIGNED, BoolGetDatum(false));
			break;
		case ELMO_REPORT:
			set_int(row, REPORT_ACHIEVEMENTS, elmo->los_no);
			break;
		case ELMO_ACHIEVEMENT:
			finish_achievement(row);
			if (elmo->depth == 0)
				release_rows(map);
			return;
		default:
			break;
	}
	map_emit(map, row->kind, row->values, row->nulls);
}

/* ---- hooks ---- */

/* Reads the birth date, which before 1.0 could be "18-07-1966" (dtf="dd-MM-yyyy"). */
static void
on_birth_date(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	MapRow *row = map->rows[ELMO_HEAD];
	char turned[11];
	Datum date;

	if (map->fault != NULL && value_read(VALUE_DATE, text, length, &date))
	{
		if (elmo->birth_date_given && elmo->birth_date != date)
			map->fault(map, "error", "bday and dateOfBirth differ", pnstrdup(text, length), "the same day in both");
		elmo->birth_date_given = true;
		elmo->birth_date = date;
	}
	if (row == NULL)
		return;
	/* 2.1 has both names: dateOfBirth outranks bday */
	if (strcmp(rule->name, "dateOfBirth") == 0 && value_read(VALUE_DATE, text, length, &date))
	{
		row->values[HEAD_BIRTH_DATE] = date;
		row->nulls[HEAD_BIRTH_DATE] = false;
	}
	length = (int) xsd_collapse(text, length);
	if (!elmo->older || length != 10 || map->type == NULL || strcmp(map->type, "dd-MM-yyyy") != 0)
		return;
	snprintf(turned, sizeof(turned), "%.4s-%.2s-%.2s", text + 6, text + 3, text);
	if (value_read(VALUE_DATE, turned, 10, &date))
		map_set(row, HEAD_BIRTH_DATE, date);
}

/* An element that is no leaf begins. */
static void
elmo_begin(Map *map, const MapRule *rule)
{
	Elmo *elmo = map->own;

	switch (rule->hook)
	{
		case ON_REPORT:
			elmo->report_no = ++elmo->reports;
			elmo->los_no = 0;
			break;
		case ON_LOS:
			enter_los(elmo);
			break;
		case ON_ATTACHMENT:
			elmo_begin_attachment(map);
			break;
		default:
			break;
	}
}

/* An element that is no leaf ends. */
static void
elmo_ended(Map *map, const MapRule *rule)
{
	Elmo *elmo = map->own;

	switch (rule->hook)
	{
		case ON_LOS:
			if (elmo->totals != NULL)
				elmo_totals_leave(elmo->totals, elmo->status[elmo->depth]);
			elmo->depth--;
			break;
		case ON_REPORT:
			if (elmo->totals != NULL)
				elmo_totals_report(elmo->totals, elmo->report_no, elmo->totals_store, elmo->totals_desc);
			elmo->report_no = 0;
			break;
		case ON_CREDIT:
			elmo_end_credit(map);
			break;
		case ON_ATTACHMENT:
			elmo_end_attachment(map);
			break;
		case ON_SIGNATURE:
			if (map->rows[ELMO_HEAD] != NULL)
				map_set(map->rows[ELMO_HEAD], HEAD_SIGNED, BoolGetDatum(true));
			break;
		default:
			break;
	}
}

/* A leaf has this text, or (NULL) an element that is no leaf ends. */
static void
elmo_value(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;

	if (text == NULL)
	{
		elmo_ended(map, rule);
		return;
	}
	switch (rule->hook)
	{
		case ON_IDENTIFIER:
			elmo_on_identifier(map, rule, text, length);
			break;
		case ON_TEXT:
		case ON_TITLE:
			elmo_emit_text(map, rule, text, length);
			break;
		case ON_STATUS:
			length = (int) xsd_collapse(text, length);
			strlcpy(elmo->status[elmo->depth], text, Min(length + 1, sizeof(elmo->status[0])));
			break;
		case ON_CREDIT_SCHEME:
			elmo_keep_token(&elmo->scheme, text, length);
			break;
		case ON_CREDIT_VALUE:
			elmo_keep_token(&elmo->value, text, length);
			elmo->value_given = elmo->value.len > 0;
			break;
		case ON_SCHEME_ID:
			elmo_keep_token(&elmo->scheme_id, text, length);
			elmo_emit_text(map, rule, NULL, 0);
			break;
		case ON_BIRTH_DATE:
			on_birth_date(map, rule, text, length);
			break;
		case ON_CONTENT:
			elmo_on_content(map, rule, text, length);
			break;
		default:
			break;
	}
}

void
elmo_prepare(Map *map, Elmo *elmo, bool older)
{
	memset(map, 0, sizeof(*map));
	memset(elmo, 0, sizeof(*elmo));
	map->rules = elmo_rules;
	map->kinds = ELMO_KINDS;
	map->root = elmo_root;
	map->begin = elmo_begin;
	map->opened = elmo_opened;
	map->closed = elmo_closed;
	map->value = elmo_value;
	map->rest = elmo_rest_element;
	map->rest_kind = ELMO_REST;
	map->own = elmo;
	elmo->older = older;
	initStringInfo(&elmo->scheme);
	initStringInfo(&elmo->value);
	initStringInfo(&elmo->scheme_id);
}

const char *
elmo_faults(ExchangeSource *source, ElmoFault fault, void *own)
{
	Map map;
	Elmo elmo;

	elmo_prepare(&map, &elmo, true);
	map.fault = fault;
	map.fault_own = own;
	map_run(&map, source);
	return map.refused;
}
