/*
 * exchange/document.c: what a document is; identifiers; the EMREX transport.
 */
#include "ground/socu.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/xml.h"

#include "exchange/exchange.h"
#include "exchange/id_core.h"
#include "exchange/kind.h"
#include "exchange/value.h"
#include "exchange/xml.h"
#include "ground/domain_core.h"

PG_FUNCTION_INFO_V1(esi_valid);
PG_FUNCTION_INFO_V1(schac_valid);
PG_FUNCTION_INFO_V1(academic_year_id_valid);
PG_FUNCTION_INFO_V1(academic_term_id_valid);
PG_FUNCTION_INFO_V1(ewp_id_valid);
PG_FUNCTION_INFO_V1(exchange_kind);
PG_FUNCTION_INFO_V1(emrex_encode);
PG_FUNCTION_INFO_V1(emrex_decode);

/* ---- identifiers ---- */

/* Does the identifier given as the first argument keep this rule? */
static bool
valid_by(FunctionCallInfo fcinfo, bool (*rule)(const char *, size_t))
{
	text *id = PG_GETARG_TEXT_PP(0);

	return rule(VARDATA_ANY(id), VARSIZE_ANY_EXHDR(id));
}

Datum
esi_valid(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(valid_by(fcinfo, id_esi));
}

Datum
schac_valid(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(valid_by(fcinfo, domain_valid));
}

Datum
academic_year_id_valid(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(valid_by(fcinfo, id_academic_year));
}

Datum
academic_term_id_valid(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(valid_by(fcinfo, id_academic_term));
}

Datum
ewp_id_valid(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(valid_by(fcinfo, id_ascii));
}

/* ---- what a document is ---- */

/* Reads to the end, so that what is said of the root is said of a document. */
static void
read_whole(ExchangeSource *source, char **uri, char **name)
{
	XmlReader *reader = xml_open(source);
	XmlEvent event;

	*name = NULL;
	PG_TRY();
	{
		while (xml_next(reader, &event))
			if (*name == NULL && event.type == XML_START)
			{
				*uri = event.uri ? pstrdup(event.uri) : NULL;
				*name = pstrdup(event.name);
			}
	}
	PG_FINALLY();
	{
		xml_close(reader);
	}
	PG_END_TRY();
}

Datum
exchange_kind(PG_FUNCTION_ARGS)
{
	TupleDesc desc;
	Datum values[4] = {0};
	bool nulls[4] = {false};
	char *uri = NULL;
	char *name;
	const char *kind;
	const char *version;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	read_whole(source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)), &uri, &name);
	kind = document_kind(uri, name, &version);
	if (!(nulls[0] = kind == NULL))
		values[0] = CStringGetTextDatum(kind);
	if (!(nulls[1] = version == NULL))
		values[1] = CStringGetTextDatum(version);
	if (!(nulls[2] = uri == NULL))
		values[2] = value_string(uri);
	values[3] = value_string(name);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* ---- EMREX ---- */

Datum
emrex_encode(PG_FUNCTION_ARGS)
{
	ExchangeSource *source = source_open(PG_GETARG_DATUM(0), XMLOID);
	Size length;
	char *all = source_all(source, &length);
	Size room = gzip_room(length);
	unsigned char *packed = palloc(room);
	size_t produced;
	text *result;

	if (gzip_write((const unsigned char *) all, length, packed, room, &produced) != GZIP_OK)
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	result = palloc(VARHDRSZ + base64_encoded_length(produced));
	SET_VARSIZE(result, VARHDRSZ + base64_encode(packed, produced, VARDATA(result)));
	PG_RETURN_TEXT_P(result);
}

/* What is inside must be a document; its bytes become xml as those of a client would. */
Datum
emrex_decode(PG_FUNCTION_ARGS)
{
	ExchangeSource *source = source_open(PG_GETARG_DATUM(0), TEXTOID);
	Size length;
	char *all = NULL;
	char *uri = NULL;
	char *name;
	bytea *copy;
	StringInfoData buffer;

	PG_TRY();
	{
		all = source_all(source, &length);
	}
	PG_FINALLY();
	{
		source_close(source);
	}
	PG_END_TRY();
	copy = palloc(VARHDRSZ + length);
	SET_VARSIZE(copy, VARHDRSZ + length);
	memcpy(VARDATA(copy), all, length);
	read_whole(source_open(PointerGetDatum(copy), BYTEAOID), &uri, &name);
	initStringInfo(&buffer);
	appendBinaryStringInfo(&buffer, all, (int) length);
	PG_RETURN_DATUM(DirectFunctionCall1(xml_recv, PointerGetDatum(&buffer)));
}
