/*
 * exchange/ewp_item.c: EWP documents whose items are a row each: nominations (omobilities 2 and 3), transcripts
 * (imobility-tors 1 to 3), institutions, organisational units.
 */
#include "exchange/ewp_parts.h"

/* ---- nominations ---- */

/* Takes names in other languages, and the flag that is an empty element. */
static void
omobility_value(Map *map, const MapRule *rule, char *text, int length)
{
	MapRow *row = map->rows[0];

	if (row == NULL)
		return;
	if ((rule->hook == ON_GIVEN || rule->hook == ON_FAMILY) && map->lang != NULL)
		ewp_append_text(row, OM_OTHER_NAMES, psprintf("%s: %s", map->lang, ewp_token(text, length)));
	else if (rule->hook == ON_FLAG)
		map_set(row, OM_NON_STANDARD, BoolGetDatum(true));
}

/* A nomination is complete. */
static void
omobility_closed(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;

	ewp_set_text(row, OM_VERSION, ewp->version);
	map_set(row, OM_NON_STANDARD, BoolGetDatum(false));
	ewp_emit_item(map, row);
}

const EwpKind ewp_omobility_kind = {.name = "omobilities",
									.rules = ewp_omobility_rules,
									.rows = 1,
									.skill_column = OM_LANGUAGES,
									.credit_column = NO_COLUMN,
									.value = omobility_value,
									.closed = omobility_closed};

/* ---- transcripts ---- */

/* Notes of a transcript what its grades need. */
static void
tor_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;

	if (rule->hook == ON_MOBILITY_ID)
		ewp->id = ewp_token(text, length);
	else if (rule->hook == ON_ISCED)
		ewp->isced = ewp_token(text, length);
}

/* The transcript ends, and with it what was noted of it. */
static void
tor_ended(Map *map, const MapRule *rule)
{
	if (rule->hook == ON_ITEM)
		map->held--;
}

/* A transcript, or a grade of one of its grade tables, is complete. */
static void
tor_closed(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;

	if (row->kind == TOR)
	{
		ewp_set_text(row, TOR_VERSION, ewp->version);
		ewp_emit_item(map, row);
		return;
	}
	map_set(row, GRADE_TOR_NO, Int32GetDatum(ewp->item));
	ewp_set_text(row, GRADE_ID, ewp->id);
	ewp_set_text(row, GRADE_ISCED, ewp->isced);
	map_set(row, GRADE_N, Int32GetDatum(++ewp->part));
	map_emit(map, GRADE, row->values, row->nulls);
}

const EwpKind ewp_tor_kind = {.name = "tors",
							  .rules = ewp_tor_rules,
							  .rows = 2,
							  .skill_column = NO_COLUMN,
							  .credit_column = NO_COLUMN,
							  .keeps = true,
							  .ended = tor_ended,
							  .value = tor_value,
							  .closed = tor_closed};

/* ---- institutions and their units ---- */

/* Takes identifiers of other registers, each with its type. */
static void
hei_value(Map *map, const MapRule *rule, char *text, int length)
{
	MapRow *row = map->rows[0];

	if (row == NULL || rule->hook != ON_OTHER_ID)
		return;
	ewp_append_text(row, HEI_OTHER_IDS, ewp_token(text, length));
	ewp_append_text(row, HEI_OTHER_ID_TYPES, map->type);
}

const EwpKind ewp_hei_kind = {.name = "institutions",
							  .rules = ewp_hei_rules,
							  .rows = 1,
							  .skill_column = NO_COLUMN,
							  .credit_column = NO_COLUMN,
							  .value = hei_value};

const EwpKind ewp_ounit_kind = {
	.name = "ounits", .rules = ewp_ounit_rules, .rows = 1, .skill_column = NO_COLUMN, .credit_column = NO_COLUMN};
