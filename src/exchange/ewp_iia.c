/*
 * exchange/ewp_iia.c: interinstitutional agreements (EWP IIAs 6 and 7).
 *
 * A condition is one row for each of its academic years; what holds for the agreement stands in every row, and is
 * known only when the agreement ends.
 */
#include "exchange/ewp_parts.h"

#include "utils/builtins.h"

#include "exchange/xsd_core.h"
#include "term/core.h"

/* A row of a condition and its years. */
typedef struct Condition
{
	MapRow *row;
	int nyears;
	int32 *years;
} Condition;

/* Forgets the last agreement: nothing is known of the next one yet. */
static void
begin_agreement(Ewp *ewp)
{
	ewp->partners = 0;
	memset(ewp->partner, 0, sizeof(ewp->partner));
	ewp->in_effect = -1;
	ewp->terminated = false;
	ewp->hash = ewp->pdf = NULL;
	ewp->kept = NIL;
	ewp->partners_rest = NULL;
}

/* The first partner is the one whose agreement this is, the second the other; there are no more than two. */
static void
on_partner_value(Ewp *ewp, const char *name, char *value)
{
	Partner *partner = &ewp->partner[Min(ewp->partners, 2) - 1];

	if (strcmp(name, "hei-id") == 0)
		partner->hei_id = value;
	else if (strcmp(name, "iia-id") == 0)
		partner->iia_id = value;
	else
		partner->iia_code = value;
}

/* One more academic year of the condition. */
static void
add_year(Map *map, int32 term)
{
	Ewp *ewp = map->own;

	if (ewp->nyears < YEARS_MAX)
		ewp->years[ewp->nyears++] = term_year(term);
	else
	{
		if (!ewp->too_many_years && map->fault != NULL)
			map->fault(map, "error", "a condition of more than 100 years", NULL, "at most 100 academic years");
		ewp->too_many_years = true; /* none of them is taken */
	}
}

/* The years from the first to the last, both of one hemisphere. */
static void
fill_years(Map *map)
{
	Ewp *ewp = map->own;
	int32 year = ewp->first_year;

	if (ewp->first_year == 0 || ewp->last_year == 0)
		return;
	if (term_southern(ewp->first_year) != term_southern(ewp->last_year) ||
		term_start(ewp->first_year) > term_start(ewp->last_year))
	{
		if (map->fault != NULL)
			map->fault(map, "error", "the last year is not the first or one after it", NULL,
					   "receiving-first-academic-year-id <= receiving-last-academic-year-id");
		return;
	}
	while (term_start(year) <= term_start(ewp->last_year) && !ewp->too_many_years)
	{
		add_year(map, year);
		if (term_shift(year, 1, &year) != TERM_OK)
			break;
	}
}

/* A condition ends: its row waits for what follows it in the agreement. */
static void
keep_condition(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Condition *condition = palloc(sizeof(Condition));
	const char *name = map->stack[map->depth].name;
	const char *end = strstr(name, "-mobility-spec");

	map_set(row, IIA_KIND, PointerGetDatum(cstring_to_text_with_len(name, end - name)));
	map_set(row, IIA_CONDITION_NO, Int32GetDatum(ewp->part));
	if (ewp->places_undefined && !row->nulls[IIA_PLACES])
	{
		/* a number that nobody has agreed to is no quota */
		map_set(row, IIA_PLACES_PROPOSED, row->values[IIA_PLACES]);
		row->nulls[IIA_PLACES] = true;
	}
	condition->row = row;
	condition->nyears = ewp->too_many_years ? 0 : ewp->nyears;
	condition->years = palloc(ewp->nyears * sizeof(int32) + 1);
	memcpy(condition->years, ewp->years, ewp->nyears * sizeof(int32));
	ewp->kept = lappend(ewp->kept, condition);
	map->held++;
}

/* Puts a value of the agreement into the rows of all its conditions. */
static void
set_agreement(const Ewp *ewp, MapRow *row)
{
	map_set(row, IIA_NO, Int32GetDatum(ewp->item));
	ewp_set_text(row, IIA_VERSION, ewp->version);
	ewp_set_text(row, IIA_ID, ewp->partner[0].iia_id);
	ewp_set_text(row, IIA_CODE, ewp->partner[0].iia_code);
	ewp_set_text(row, IIA_HEI_ID, ewp->partner[0].hei_id);
	ewp_set_text(row, IIA_PARTNER_ID, ewp->partner[1].iia_id);
	ewp_set_text(row, IIA_PARTNER_CODE, ewp->partner[1].iia_code);
	ewp_set_text(row, IIA_PARTNER_HEI_ID, ewp->partner[1].hei_id);
	if (ewp->in_effect >= 0)
		map_set(row, IIA_IN_EFFECT, BoolGetDatum(ewp->in_effect == 1));
	map_set(row, IIA_TERMINATED, BoolGetDatum(ewp->terminated));
	ewp_set_text(row, IIA_HASH, ewp->hash);
	ewp_set_text(row, IIA_PDF, ewp->pdf);
	if (ewp->partners_rest != NULL)
		map_set(row, IIA_PARTNERS_REST, value_text(ewp->partners_rest->data, ewp->partners_rest->len));
}

/* One row for each year of the condition, or one if it names none. */
static void
emit_condition(Map *map, const Condition *condition)
{
	MapRow *row = condition->row;

	set_agreement(map->own, row);
	if (condition->nyears == 0)
		map_emit(map, 0, row->values, row->nulls);
	row->nulls[IIA_ACADEMIC_YEAR] = false;
	for (int i = 0; i < condition->nyears; i++)
	{
		row->values[IIA_ACADEMIC_YEAR] = Int32GetDatum(condition->years[i]);
		map_emit(map, 0, row->values, row->nulls);
	}
}

/* Hands out the rows of the conditions; an agreement without conditions is a row too. */
static void
end_agreement(Map *map)
{
	Ewp *ewp = map->own;
	ListCell *cell;

	foreach (cell, ewp->kept)
	{
		emit_condition(map, lfirst(cell));
		map->held--;
	}
	if (ewp->kept == NIL && map_wants(map, 0))
	{
		Datum values[IIA_COLUMNS] = {0};
		bool nulls[IIA_COLUMNS];
		MapRow row = {.values = values, .nulls = nulls};

		memset(nulls, true, sizeof(nulls));
		set_agreement(ewp, &row);
		map_emit(map, 0, values, nulls);
	}
	ewp->kept = NIL;
	map->held--; /* begin_agreement's: what is kept of partners */
}

/* An element that no rule names: of a partner, it belongs to the agreement, whose rows come later. */
static void
iia_rest(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Ewp *ewp = map->own;
	StringInfo *rest = container->to == PART ? &ewp->partners_rest : NULL;

	if (rest == NULL)
	{
		if (map->rows[0] == NULL)
			return;
		rest = &map->rows[0]->rests[IIA_REST];
	}
	if (*rest == NULL)
		*rest = xml;
	else
		appendBinaryStringInfo(*rest, xml->data, xml->len);
}

/* ---- hooks ---- */

/* An agreement, a partner, a condition or a subject area begins. */
static void
iia_begin(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;

	switch (rule->hook)
	{
		case ON_ITEM:
			begin_agreement(ewp);
			break;
		case ON_PARTNER:
			ewp->partners++;
			break;
		case ON_SPEC:
			ewp->part++;
			ewp->nyears = 0;
			ewp->first_year = ewp->last_year = 0;
			ewp->places_undefined = ewp->too_many_years = false;
			break;
		case ON_AREA:
			ewp->code = ewp->wording = ewp->v6 = NULL;
			break;
		default:
			break;
	}
}

/* An agreement, a partner, a condition or a subject area ends. */
static void
iia_ended(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];

	if (rule->hook == ON_ITEM)
		end_agreement(map);
	else if (rule->hook == ON_SPEC)
		fill_years(map);
	else if (rule->hook == ON_AREA && row != NULL)
	{
		ewp_append_text(row, IIA_ISCED_F, ewp->code);
		ewp_append_text(row, IIA_ISCED_WORDINGS, ewp->wording);
		ewp_append_text(row, IIA_ISCED_V6, ewp->v6);
	}
}

/* Years and flags: values that are read here, because no column has them as they stand. */
static void
typed_value(Map *map, const MapRule *rule, int32 term, bool flag)
{
	Ewp *ewp = map->own;

	switch (rule->hook)
	{
		case ON_IN_EFFECT:
			ewp->in_effect = flag ? 1 : 0;
			break;
		case ON_TERMINATED:
			ewp->terminated = flag;
			break;
		case ON_YEAR:
			add_year(map, term);
			break;
		case ON_FIRST_YEAR:
			ewp->first_year = term_year(term);
			break;
		case ON_LAST_YEAR:
			ewp->last_year = term_year(term);
			break;
		case ON_UNDEFINED:
			if (map->rows[0] != NULL && flag)
				ewp_append_text(map->rows[0], IIA_NOT_YET_DEFINED, rule->name);
			if (flag && strcmp(rule->name, "mobilities-per-year") == 0)
				ewp->places_undefined = true;
			break;
		default:
			break;
	}
}

/* Takes a value of an agreement; one that is not of its type says nothing. */
static void
iia_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	bool flag = false;
	int32 term = 0;
	TermFields seen;

	if (rule->form == VALUE_TERM || rule->form == VALUE_BOOLEAN)
	{
		if (rule->form == VALUE_TERM ? term_parse(text, length, &term, &seen) == TERM_OK
									 : xsd_boolean(text, length, &flag))
			typed_value(map, rule, term, flag);
		return;
	}
	switch (rule->hook)
	{
		case ON_PARTNER_VALUE:
			on_partner_value(ewp, rule->name, ewp_token(text, length));
			break;
		case ON_AREA_CODE:
			ewp->code = ewp_token(text, length);
			break;
		case ON_AREA_WORDING:
			ewp->wording = ewp_token(text, length);
			break;
		case ON_AREA_V6:
			ewp->v6 = ewp_token(text, length);
			break;
		case ON_HASH:
			ewp->hash = ewp_token(text, length);
			break;
		case ON_PDF:
			ewp->pdf = ewp_token(text, length);
			break;
		default:
			break;
	}
}

const EwpKind ewp_iia_kind = {.name = "iias",
							  .rules = ewp_iia_rules,
							  .rows = 1,
							  .skill_column = IIA_LANGUAGES,
							  .credit_column = NO_COLUMN,
							  .keeps = true,
							  .begin = iia_begin,
							  .ended = iia_ended,
							  .value = iia_value,
							  .closed = keep_condition,
							  .rest = iia_rest};
