/*
 * exchange/ewp_parts.c: what the kinds of EWP documents share.
 */
#include "exchange/ewp_parts.h"

#include "catalog/pg_type.h"

#include "exchange/xsd_core.h"

char *
ewp_token(char *text, int length)
{
	return pnstrdup(text, xsd_collapse(text, length));
}

void
ewp_set_text(MapRow *row, int column, const char *value)
{
	if (value != NULL)
		map_set(row, column, value_string(value));
}

void
ewp_append_text(MapRow *row, int column, const char *value)
{
	row->lists[column] =
		array_append_value(row->lists[column], value == NULL ? (Datum) 0 : value_string(value), value == NULL, TEXTOID);
}

void
ewp_emit_item(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;

	map_set(row, 0, Int32GetDatum(ewp->item)); /* the first column of every kind of item is its number */
	map_emit(map, row->kind, row->values, row->nulls);
}
