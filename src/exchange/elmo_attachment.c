/*
 * exchange/elmo_attachment.c: the attachments of an ELMO document.
 *
 * The content is base64, a data URI with base64 in it, or neither; it may stand there in several languages.
 */
#include "exchange/elmo_parts.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "exchange/base64_core.h"
#include "exchange/xsd_core.h"

void
elmo_begin_attachment(Map *map)
{
	Elmo *elmo = map->own;

	if (++elmo->attachments > exchange_max_attachments && map->fault != NULL)
		map->refused = "the document has more attachments than socu.exchange_max_attachments allows";
	else if (elmo->attachments > exchange_max_attachments)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("document has more attachments than socu.exchange_max_attachments allows"),
						errdetail("The limit is %d.", exchange_max_attachments)));
	elmo->attachment_type = elmo->attachment_title = NULL;
	elmo->attachment_ids = elmo->attachment_id_types = NULL;
	elmo->contents = NIL;
}

void
elmo_on_content(Map *map, const MapRule *rule, char *text, int length)
{
	Elmo *elmo = map->own;
	MemoryContext old;

	if (strcmp(rule->name, "title") == 0)
		elmo_emit_text(map, rule, text, length);
	if (!map_wants(map, ELMO_ATTACHMENT))
		return;
	old = MemoryContextSwitchTo(map->context);
	if (strcmp(rule->name, "content") == 0)
	{
		Content *content = palloc(sizeof(Content));

		content->lang = map->lang ? pstrdup(map->lang) : NULL;
		content->text = pnstrdup(text, length);
		content->length = length;
		elmo->contents = lappend(elmo->contents, content);
	}
	else
	{
		char *token = pnstrdup(text, xsd_collapse(text, length));

		if (strcmp(rule->name, "type") == 0)
			elmo->attachment_type = token;
		else if (strcmp(rule->name, "title") == 0 && elmo->attachment_title == NULL)
			elmo->attachment_title = token;
		else if (strcmp(rule->name, "identifier") == 0)
		{
			const char *type = map->type ? map->type : "";

			elmo->attachment_ids = array_append_value(elmo->attachment_ids, value_string(token), false, TEXTOID);
			elmo->attachment_id_types =
				array_append_value(elmo->attachment_id_types, value_string(type), false, TEXTOID);
		}
	}
	MemoryContextSwitchTo(old);
}

/* data:TYPE;base64,TEXT: where the text begins, and the type; NULL if it is no such URI. */
static const char *
data_uri(const char *text, const char **mime, int *mime_length)
{
	const char *comma;
	const char *end;

	*mime = NULL;
	if (pg_strncasecmp(text, "data:", 5) != 0)
		return text;
	comma = strchr(text, ',');
	if (comma == NULL || comma - text < 12 || pg_strncasecmp(comma - 7, ";base64", 7) != 0)
		return NULL;
	*mime = text + 5;
	end = memchr(*mime, ';', comma - *mime);
	*mime_length = (int) (end - *mime);
	return comma + 1;
}

/* The bytes of a text in base64; false if it is none. */
static bool
decode_content(const char *text, bytea **content)
{
	Base64Decoder decoder;
	Size length = strlen(text);
	bytea *out = palloc(VARHDRSZ + BASE64_ROOM(length));
	unsigned char end[3];
	size_t produced, none;

	base64_begin(&decoder, BASE64_PERCENT);
	if (base64_decode(&decoder, text, length, (unsigned char *) VARDATA(out), &produced) != BASE64_OK ||
		base64_finish(&decoder, end, &none) != BASE64_OK)
	{
		pfree(out);
		return false;
	}
	SET_VARSIZE(out, VARHDRSZ + produced);
	*content = out;
	return true;
}

/* What is base64 is decoded; anything else stays as it was written. */
static void
set_content(const Content *content, Datum *values, bool *nulls)
{
	const char *mime = NULL;
	int mime_length = 0;
	const char *body = content->text;
	bytea *bytes;

	if (!(nulls[ATT_LANG] = content->lang == NULL))
		values[ATT_LANG] = value_string(content->lang);
	while (xsd_is_space(*body))
		body++;
	body = data_uri(body, &mime, &mime_length);
	if (body != NULL && *body != '\0' && decode_content(body, &bytes))
	{
		values[ATT_CONTENT] = PointerGetDatum(bytes);
		nulls[ATT_CONTENT] = false;
		if (!(nulls[ATT_MIME] = mime == NULL))
			values[ATT_MIME] = value_text(mime, mime_length);
		return;
	}
	nulls[ATT_UNDECODED] = false;
	values[ATT_UNDECODED] = value_text(content->text, content->length);
}

/* The row of one content; 'content' NULL: of an attachment that has none. */
static void
emit_content(Map *map, const Content *content)
{
	Elmo *elmo = map->own;
	Datum values[ATT_COLUMNS] = {0};
	bool nulls[ATT_COLUMNS];

	memset(nulls, true, sizeof(nulls));
	values[ATT_OWNER] = value_string(elmo->report_no > 0 ? "report" : "document");
	values[ATT_N] = Int32GetDatum(elmo->attachments);
	nulls[ATT_OWNER] = nulls[ATT_N] = false;
	values[ATT_REPORT_NO] = Int32GetDatum(elmo->report_no);
	nulls[ATT_REPORT_NO] = elmo->report_no == 0;
	if (!(nulls[ATT_TYPE] = elmo->attachment_type == NULL))
		values[ATT_TYPE] = value_string(elmo->attachment_type);
	if (!(nulls[ATT_TITLE] = elmo->attachment_title == NULL))
		values[ATT_TITLE] = value_string(elmo->attachment_title);
	if (!(nulls[ATT_IDS] = elmo->attachment_ids == NULL))
	{
		nulls[ATT_ID_TYPES] = false;
		values[ATT_IDS] = makeArrayResult(elmo->attachment_ids, CurrentMemoryContext);
		values[ATT_ID_TYPES] = makeArrayResult(elmo->attachment_id_types, CurrentMemoryContext);
	}
	if (content != NULL)
		set_content(content, values, nulls);
	map_emit(map, ELMO_ATTACHMENT, values, nulls);
}

void
elmo_end_attachment(Map *map)
{
	Elmo *elmo = map->own;
	ListCell *cell;

	if (map_wants(map, ELMO_ATTACHMENT))
	{
		foreach (cell, elmo->contents)
		{
			Content *content = lfirst(cell);

			emit_content(map, content);
			pfree(content->text);
		}
		if (elmo->contents == NIL)
			emit_content(map, NULL);
	}
	list_free_deep(elmo->contents);
	elmo->contents = NIL;
}
