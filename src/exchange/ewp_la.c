/*
 * exchange/ewp_la.c: learning agreements (EWP omobility-las 1).
 */
#include "exchange/ewp_parts.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

#include "exchange/xsd_core.h"
#include "term/core.h"

/* A component is complete; whether it is in the plan is known when its agreement ends. */
static void
finish_component(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Datum program;
	TermFields fields;
	TermFields year;
	int32 term;

	map_set(row, COMP_LA_NO, Int32GetDatum(ewp->item));
	ewp_set_text(row, COMP_OMOBILITY_ID, ewp->id);
	ewp_set_text(row, COMP_PART, ewp->version_part);
	ewp_set_text(row, COMP_LIST, ewp->list);
	map_set(row, COMP_N, Int32GetDatum(ewp->part));
	if (!row->nulls[COMP_LOS_CODE] && value_program(row->values[COMP_LOS_CODE], &program))
		map_set(row, COMP_PROGRAM, program);
	if (!row->nulls[COMP_TERM_NUMBER] && !row->nulls[COMP_TOTAL_TERMS] && ewp->receiving_year != 0)
	{
		term_fields(ewp->receiving_year, &year);
		fields = year;
		fields.part = DatumGetInt32(row->values[COMP_TERM_NUMBER]);
		fields.parts = DatumGetInt32(row->values[COMP_TOTAL_TERMS]);
		if (term_make(&fields, &term) == TERM_OK)
			map_set(row, COMP_TERM, Int32GetDatum(term));
		else if (map->fault != NULL)
			map->fault(map, "error", "no such term", NULL, "1 <= term-number <= total-terms <= 9");
	}
	ewp->kept = lappend(ewp->kept, row);
	map->held++;
}

/* Both columns are set: do they say the same? */
static bool
same_text(const MapRow *a, const MapRow *b, int column)
{
	return strcmp(TextDatumGetCString(a->values[column]), TextDatumGetCString(b->values[column])) == 0;
}

/* Is the column set in both rows? */
static bool
both_have(const MapRow *a, const MapRow *b, int column)
{
	return !a->nulls[column] && !b->nulls[column];
}

/* Does the column say exactly this? */
static bool
is_text(const MapRow *row, int column, const char *value)
{
	return !row->nulls[column] && strcmp(TextDatumGetCString(row->values[column]), value) == 0;
}

/*
 * Is it the same component?  The identifiers that both have decide; the title only where they
 * have none in common.
 */
static bool
same_component(const MapRow *a, const MapRow *b)
{
	static const int columns[] = {COMP_LOS_ID, COMP_LOS_CODE, COMP_LOI_ID, COMP_TITLE};

	if (!same_text(a, b, COMP_LIST))
		return false;
	for (int i = 0; i < lengthof(columns); i++)
		if (both_have(a, b, columns[i]))
			return same_text(a, b, columns[i]);
	return false;
}

/* Takes a component that an approved change deletes out of the plan; false if there is none such. */
static bool
delete_from_plan(List *rows, const MapRow *deleted)
{
	ListCell *cell;

	foreach (cell, rows)
	{
		MapRow *row = lfirst(cell);

		if (row == deleted)
			break;
		if (row->nulls[COMP_IN_PLAN] || !DatumGetBool(row->values[COMP_IN_PLAN]) || !same_component(row, deleted))
			continue;
		row->values[COMP_IN_PLAN] = BoolGetDatum(false);
		return true;
	}
	return false;
}

/* Finds the plan in force: the first version, and what approved changes insert, less what they delete. */
static void
end_learning_agreement(Map *map)
{
	Ewp *ewp = map->own;
	ListCell *cell;

	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);
		bool first = is_text(row, COMP_PART, "first-version");
		bool changes = is_text(row, COMP_PART, "approved-changes");

		if (changes && row->nulls[COMP_STATUS])
			continue; /* neither inserted nor deleted: nobody can tell */
		map_set(row, COMP_IN_PLAN, BoolGetDatum(first || (changes && is_text(row, COMP_STATUS, "inserted"))));
	}
	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);

		if (is_text(row, COMP_PART, "approved-changes") && is_text(row, COMP_STATUS, "deleted") &&
			!delete_from_plan(ewp->kept, row))
			row->nulls[COMP_IN_PLAN] = true;
	}
	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);

		map_emit(map, COMP, row->values, row->nulls);
		map->held--;
	}
	ewp->kept = NIL;
	map->held--;
}

/* Keeps an element of a learning agreement that has no column. */
static void
la_rest(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Ewp *ewp = map->own;
	Datum values[LAREST_COLUMNS] = {0};
	bool nulls[LAREST_COLUMNS] = {false};

	if (!map_wants(map, KEPT))
		return;
	values[LAREST_LA_NO] = Int32GetDatum(ewp->item);
	if (!(nulls[LAREST_OMOBILITY_ID] = ewp->id == NULL))
		values[LAREST_OMOBILITY_ID] = value_string(ewp->id);
	values[LAREST_OWNER] = value_string(container->name);
	values[LAREST_N] = Int32GetDatum(++ewp->rests);
	values[LAREST_NAME] = value_string(name);
	values[LAREST_CONTENT] = value_text(xml->data, xml->len);
	map_emit(map, KEPT, values, nulls);
}

/* Sets the end to the last day of the month that is given. */
static void
set_end_month(Map *map, char *text, int length)
{
	MapRow *row = map->rows[LA];
	XsdDate date;

	if (row == NULL || !xsd_year_month(text, length, &date))
		return;
	if (date.month == 12)
	{
		date.year++;
		date.month = 0;
	}
	map_set(row, LA_ENDED, DateADTGetDatum(date2j(date.year, date.month + 1, 1) - 1 - POSTGRES_EPOCH_JDATE));
}

/* ---- hooks ---- */

/* The lists of components, as the column 'list' names them. */
static const struct
{
	const char *element;
	const char *name;
} lists[] = {{"components-studied", "studied"},
			 {"components-recognized", "recognized"},
			 {"virtual-components", "virtual"},
			 {"blended-mobility-components", "blended-mobility"},
			 {"short-term-doctoral-components", "short-term-doctoral"}};

/* A version, a list of components or a component begins. */
static void
la_begin(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;

	switch (rule->hook)
	{
		case ON_VERSION:
			ewp->version_part = rule->name;
			ewp->part = 0;
			break;
		case ON_LIST:
			for (int i = 0; i < lengthof(lists); i++)
				if (strcmp(rule->name, lists[i].element) == 0)
					ewp->list = lists[i].name;
			break;
		case ON_COMPONENT:
			ewp->part++;
			break;
		default:
			break;
	}
}

/* A version or the agreement ends. */
static void
la_ended(Map *map, const MapRule *rule)
{
	MapRow *row = map->rows[LA];

	if (rule->hook == ON_ITEM)
		end_learning_agreement(map);
	else if (rule->hook == ON_VERSION && row != NULL && strcmp(rule->name, "first-version") == 0)
		map_set(row, LA_FIRST_VERSION, BoolGetDatum(true));
	else if (rule->hook == ON_VERSION && row != NULL && strcmp(rule->name, "approved-changes") == 0)
		map_set(row, LA_APPROVED_CHANGES, BoolGetDatum(true));
}

/* Takes which mobility it is of, the year, and dates of which only the month is given. */
static void
la_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	TermFields seen;

	if (rule->hook == ON_MOBILITY_ID)
		ewp->id = ewp_token(text, length);
	else if (rule->hook == ON_RECEIVING_YEAR)
	{
		if (term_parse(text, length, &ewp->receiving_year, &seen) != TERM_OK)
			ewp->receiving_year = 0;
	}
	else if (rule->hook == ON_YEAR_MONTH)
	{
		if (map->rows[LA] != NULL)
			map_set(map->rows[LA], LA_BY_MONTH, BoolGetDatum(true));
		if (strcmp(rule->name, "end-year-month") == 0)
			set_end_month(map, text, length);
	}
}

/* The agreement or a component is complete. */
static void
la_closed(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;

	if (row->kind == COMP)
	{
		finish_component(map, row);
		return;
	}
	ewp_set_text(row, LA_VERSION, ewp->version);
	map_set(row, LA_BY_MONTH, BoolGetDatum(false));
	map_set(row, LA_FIRST_VERSION, BoolGetDatum(false));
	map_set(row, LA_APPROVED_CHANGES, BoolGetDatum(false));
	ewp_emit_item(map, row);
}

const EwpKind ewp_la_kind = {.name = "las",
							 .rules = ewp_la_rules,
							 .rows = 3,
							 .rest_kind = KEPT,
							 .skill_column = NO_COLUMN,
							 .credit_kind = COMP,
							 .credit_column = COMP_CREDIT,
							 .keeps = true,
							 .begin = la_begin,
							 .ended = la_ended,
							 .value = la_value,
							 .closed = la_closed,
							 .rest = la_rest};
