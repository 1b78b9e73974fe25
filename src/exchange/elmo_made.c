/*
 * exchange/elmo_made.c: rows of an ELMO document that no rule makes: texts, identifiers, what has no column, credits.
 */
#include "exchange/elmo_parts.h"

#include "utils/builtins.h"

#include "exchange/xsd_core.h"

/* What the element of a rule belongs to, as the column owner says it. */
static const char *
owner_name(const Map *map, const MapRule *rule)
{
	switch (rule->in)
	{
		case LEARNER:
			return "learner";
		case ISSUER:
			return "issuer";
		case REPORT:
		case REPORT_STATE:
			return "report";
		case LOS:
			return "los";
		case LOI:
			return "loi";
		case TERM:
			return "term";
		case DISTRIBUTION:
			return "distribution";
		case SHORTENED:
			return "shortened";
		case SPECIFIES:
			return "specifies";
		case HAS_PART:
			return "part";
		case GRADING_SCHEME:
			return "grading_scheme";
		case ATTACHMENT:
			return "attachment";
		default:
			return "document";
	}
}

/* The report and the achievement that are open; NULL outside of one. */
static void
place_values(const Elmo *elmo, Datum *values, bool *nulls, int report_no, int los_no)
{
	values[report_no] = Int32GetDatum(elmo->report_no);
	nulls[report_no] = elmo->report_no == 0;
	values[los_no] = Int32GetDatum(elmo->open[elmo->depth]);
	nulls[los_no] = elmo->depth == 0;
}

/* The name as SQL writes it: alternativeName becomes alternative_name. */
static char *
snake(const char *name)
{
	StringInfoData s;

	initStringInfo(&s);
	for (; *name != '\0'; name++)
	{
		if (*name >= 'A' && *name <= 'Z')
			appendStringInfo(&s, "_%c", *name + ('a' - 'A'));
		else
			appendStringInfoChar(&s, *name);
	}
	return s.data;
}

void
elmo_emit_text(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	Datum values[TEXT_COLUMNS] = {0};
	bool nulls[TEXT_COLUMNS] = {false};

	if (!map_wants(map, ELMO_TEXT))
		return;
	values[TEXT_OWNER] = value_string(text == NULL ? "grading_scheme" : owner_name(map, rule));
	place_values(elmo, values, nulls, TEXT_REPORT_NO, TEXT_LOS_NO);
	values[TEXT_N] = Int32GetDatum(++elmo->n[ELMO_TEXT]);
	values[TEXT_KIND] = value_string(text == NULL ? "id" : snake(rule->name));
	nulls[TEXT_ID] = !(rule->in == GRADING_SCHEME || text == NULL);
	if (!nulls[TEXT_ID])
		values[TEXT_ID] = value_text(elmo->scheme_id.data, elmo->scheme_id.len);
	else if (rule->in == ATTACHMENT)
	{
		nulls[TEXT_ID] = false;
		values[TEXT_ID] = value_string(psprintf("%d", elmo->attachments));
	}
	nulls[TEXT_LANG] = text == NULL || map->lang == NULL;
	if (!nulls[TEXT_LANG])
		values[TEXT_LANG] = value_string(map->lang);
	nulls[TEXT_TEXT] = text == NULL;
	if (text != NULL && !value_read(rule->form, text, length, &values[TEXT_TEXT]))
		nulls[TEXT_TEXT] = true;
	map_emit(map, ELMO_TEXT, values, nulls);
}

/* Takes the local identifier of an achievement as its code; before 1.0 the type could be absent. */
static void
note_identifier(Map *map, const MapRule *rule, const char *type, char *value, int length)
{
	MapRow *row = map->rows[rule->in == LOS ? ELMO_ACHIEVEMENT : ELMO_REPORT];

	if (row == NULL || length == 0)
		return;
	if (rule->in == LOS && (type == NULL || strcmp(type, "local") == 0))
		map_set(row, LOS_CODE, value_text(value, length));
	else if (rule->in == ISSUER && type != NULL && pg_strcasecmp(type, "schac") == 0)
		map_set(row, REPORT_HEI_ID, value_text(value, length));
}

void
elmo_on_identifier(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	Datum values[ID_COLUMNS] = {0};
	bool nulls[ID_COLUMNS] = {false};

	length = (int) xsd_collapse(text, length);
	note_identifier(map, rule, map->type, text, length);
	if (!map_wants(map, ELMO_IDENTIFIER))
		return;
	values[ID_OWNER] = value_string(owner_name(map, rule));
	place_values(elmo, values, nulls, ID_REPORT_NO, ID_LOS_NO);
	values[ID_N] = Int32GetDatum(++elmo->n[ELMO_IDENTIFIER]);
	nulls[ID_KIND] = map->type == NULL;
	if (map->type != NULL)
		values[ID_KIND] = value_text(map->type, (int) xsd_collapse(map->type, strlen(map->type)));
	values[ID_VALUE] = value_text(text, length);
	map_emit(map, ELMO_IDENTIFIER, values, nulls);
}

void
elmo_rest_element(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Elmo *elmo = map->own;
	Datum values[REST_COLUMNS] = {0};
	bool nulls[REST_COLUMNS] = {false};
	MapRule inside = *container;

	if (!map_wants(map, ELMO_REST))
		return;
	inside.in = container->to;
	values[REST_OWNER] = value_string(owner_name(map, &inside));
	place_values(elmo, values, nulls, REST_REPORT_NO, REST_LOS_NO);
	values[REST_N] = Int32GetDatum(++elmo->n[ELMO_REST]);
	values[REST_NAME] = value_string(name);
	values[REST_CONTENT] = value_text(xml->data, xml->len);
	map_emit(map, ELMO_REST, values, nulls);
}

/* ---- credits ---- */

void
elmo_keep_token(StringInfo to, const char *text, int length)
{
	resetStringInfo(to);
	appendBinaryStringInfo(to, text, length);
	to->len = (int) xsd_collapse(to->data, to->len);
	to->data[to->len] = '\0';
}

void
elmo_end_credit(Map *map)
{
	Elmo *elmo = map->own;
	MapRow *row = map->rows[ELMO_ACHIEVEMENT];
	MapRow *own = map->rows[ELMO_CREDIT];
	bool is_number = elmo->value_given && xsd_decimal(elmo->value.data, elmo->value.len);
	int64 credit;
	Datum number;

	if (own != NULL)
	{
		if (elmo->value_given)
			map_set(own, CREDIT_VALUE_TEXT, value_text(elmo->value.data, elmo->value.len));
		if (elmo->value_given && value_credit(elmo->scheme.data, elmo->value.data, &credit))
			map_set(own, CREDIT_CREDIT, Int64GetDatum(credit));
	}
	if (row != NULL && row->nulls[LOS_CREDIT_SCHEME] && elmo->scheme.len > 0)
	{
		map_set(row, LOS_CREDIT_SCHEME, value_text(elmo->scheme.data, elmo->scheme.len));
		if (is_number && value_read(VALUE_DECIMAL, elmo->value.data, elmo->value.len, &number))
			map_set(row, LOS_CREDIT_VALUE, number);
		if (elmo->value_given && value_credit(elmo->scheme.data, elmo->value.data, &credit))
			map_set(row, LOS_CREDIT, Int64GetDatum(credit));
	}
	if (elmo->totals != NULL && is_number && elmo->depth > 0 &&
		value_read(VALUE_DECIMAL, elmo->value.data, elmo->value.len, &number))
		elmo_totals_credit(elmo->totals, elmo->scheme.data, DatumGetNumeric(number));
	resetStringInfo(&elmo->scheme);
	resetStringInfo(&elmo->value);
	elmo->value_given = false;
}
