/*
 * exchange/source.c: where the bytes of a document come from.
 */
#include "exchange/source.h"

#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "exchange/exchange.h"
#include "exchange/xsd_core.h"

#define SLICE (1024 * 1024)

Oid
source_argument_type(FunctionCallInfo fcinfo, int n)
{
	Oid type = get_fn_expr_argtype(fcinfo->flinfo, n);

	if (type != XMLOID && type != TEXTOID && type != BYTEAOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("a document is xml, text or bytea, not of type %s",
															OidIsValid(type) ? format_type_be(type) : "unknown")));
	return type;
}

/* Can the value be read piece by piece? It can where it is stored outside its row, uncompressed. */
static bool
read_in_slices(Datum value)
{
	struct varlena *attr = (struct varlena *) DatumGetPointer(value);
	struct varatt_external pointer;

	if (!VARATT_IS_EXTERNAL_ONDISK(attr))
		return false;
	VARATT_EXTERNAL_GET_POINTER(pointer, attr);
	return !VARATT_EXTERNAL_IS_COMPRESSED(pointer);
}

/* The next megabyte of a value that is read in slices. */
static void
next_slice(ExchangeSource *source)
{
	struct varlena *slice;

	if (source->value == (Datum) 0 || source->next >= source->length)
		return;
	if (source->data != NULL)
		pfree((void *) (source->data - VARHDRSZ));
	slice = detoast_attr_slice((struct varlena *) DatumGetPointer(source->value), (int32) source->next, SLICE);
	source->data = VARDATA(slice);
	source->have = VARSIZE(slice) - VARHDRSZ;
	source->at = 0;
	source->next += source->have;
}

/* What is wrong with a document: an error, or kept as the end of a source that is tolerant. */
static void
complain(ExchangeSource *source, int code, char *message, char *detail, const char *expected, const char *hint)
{
	if (!source->tolerant)
		ereport(ERROR,
				(errcode(code), errmsg_internal("%s", message), errdetail_internal("%s", detail), errhint("%s", hint)));
	if (source->complaint == NULL)
	{
		source->complaint = message;
		source->expected = expected;
	}
	source->base64 = source->gzip = false;
	source->value = (Datum) 0;
	source->data = "";
	source->have = source->at = 0;
}

/* A limit of the settings is exceeded: 54000. */
static void
refuse_limit(ExchangeSource *source, char *message, const char *setting, int limit, const char *hint)
{
	complain(source, ERRCODE_PROGRAM_LIMIT_EXCEEDED, message, psprintf("The limit is %d kB.", limit),
			 psprintf("at most %d kB (%s)", limit, setting),
			 psprintf("%s: it is set by a superuser, or by whom a superuser has granted SET ON PARAMETER %s.", hint,
					  setting));
}

/* Is the length within socu.exchange_max_bytes? */
static bool
length_allowed(ExchangeSource *source)
{
	if (source->length <= (Size) exchange_max_bytes * 1024)
		return true;
	refuse_limit(source,
				 psprintf("document of %zu bytes is larger than socu.exchange_max_bytes allows", source->length),
				 "socu.exchange_max_bytes", exchange_max_bytes, "Split the document, or ask for a higher limit");
	return false;
}

/* How many bytes of a byte order mark and white space stand before the document? */
static Size
leading_space(const char *data, Size length)
{
	Size at = 0;

	if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	while (at < length && xsd_is_space(data[at]))
		at++;
	return at;
}

/*
 * Text is UTF-8 already: what its XML declaration claims is out of date, so the declaration is
 * skipped, and so is what may not stand before it.
 */
static void
skip_declaration(ExchangeSource *source)
{
	const char *claim;
	size_t claim_length;
	long length;

	source->at = leading_space(source->data, source->have);
	length = xsd_declaration(source->data + source->at, source->have - source->at, &claim, &claim_length);
	if (length > 0)
		source->at += length;
}

/* Complains of bytes of eight bits whose declaration claims sixteen or more. */
static void
check_claim(ExchangeSource *source)
{
	const char *claim;
	size_t length;
	Size mark = source->have >= 3 && memcmp(source->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	char *name;

	if (xsd_declaration(source->data + mark, source->have - mark, &claim, &length) <= 0 || claim == NULL)
		return;
	name = pnstrdup(claim, length);
	if (pg_strncasecmp(name, "UTF-16", 6) == 0 || pg_strncasecmp(name, "UTF-32", 6) == 0 ||
		pg_strncasecmp(name, "UCS", 3) == 0 || pg_strncasecmp(name, "ISO-10646", 9) == 0)
		complain(source, ERRCODE_INVALID_XML_DOCUMENT,
				 psprintf("document claims the encoding \"%s\" but its bytes are no such text", socu_clip(name, -1)),
				 "Its characters have eight bits, those of that encoding have more.",
				 "the encoding that the document has",
				 "Pass it as text if the declaration is wrong; as text, the declaration is ignored.");
	pfree(name);
}

/* What do the first bytes say that the document is? */
static void
recognise(ExchangeSource *source, bool text)
{
	const unsigned char *data = (const unsigned char *) source->data;
	Size start = leading_space(source->data, source->have);

	if (!text && source->have >= 2 && data[0] == 0x1F && data[1] == 0x8B)
		source->gzip = true;
	else if (start < source->have && data[start] == '<')
	{
		if (text)
			skip_declaration(source);
		else
			check_claim(source);
	}
	else if (!text && source->have >= 2 &&
			 (data[0] == 0 || data[1] == 0 || (data[0] == 0xFE && data[1] == 0xFF) ||
			  (data[0] == 0xFF && data[1] == 0xFE)))
		source->utf8 = false; /* UTF-16 or the like: the parser sees to it */
	else if (start < source->have)
		source->base64 = true;
}

/* See source_open. */
static ExchangeSource *
open_source(Datum value, Oid type, bool tolerant)
{
	ExchangeSource *source = palloc0(sizeof(ExchangeSource));
	bool text = type != BYTEAOID;

	source->length = toast_raw_datum_size(value) - VARHDRSZ;
	source->tolerant = tolerant;
	source->utf8 = text;
	if (!length_allowed(source))
		return source;
	if (read_in_slices(value))
	{
		source->value = value;
		next_slice(source);
	}
	else
	{
		struct varlena *whole = PG_DETOAST_DATUM_PACKED(value);

		source->data = VARDATA_ANY(whole);
		source->have = VARSIZE_ANY_EXHDR(whole);
	}
	recognise(source, text);
	if (source->base64)
	{
		source->utf8 = false; /* what is inside are bytes */
		base64_begin(&source->decoder, BASE64_SPACE_IS_PLUS);
	}
	return source;
}

ExchangeSource *
source_open(Datum value, Oid type)
{
	return open_source(value, type, false);
}

ExchangeSource *
source_open_tolerant(Datum value, Oid type)
{
	return open_source(value, type, true);
}

void
source_close(ExchangeSource *source)
{
	gzip_end(&source->unpacker);
}

/* What is packed is not what it seems: 22P04. */
static void
cannot_unpack(ExchangeSource *source, const char *what, const char *why)
{
	complain(source, ERRCODE_BAD_COPY_FILE_FORMAT, psprintf("document cannot be read: %s", what), pstrdup(why),
			 "XML, gzip of XML, or base64 of either", "A document is XML, gzip of XML, or base64 of either.");
}

/* Is all well?  If not, it is an error, or the source ends; the place is a byte of the base64. */
static bool
base64_well(ExchangeSource *source, Base64Result result)
{
	char why[100];

	snprintf(why, sizeof(why), "At byte " UINT64_FORMAT ".", source->decoder.offset + (result != BASE64_TRUNCATED));
	switch (result)
	{
		case BASE64_OK:
			break;
		case BASE64_BAD_SYMBOL:
			cannot_unpack(source, "it is neither XML nor gzip, and not base64 either", why);
			break;
		case BASE64_AFTER_END:
			cannot_unpack(source, "something follows the padding of its base64", why);
			break;
		case BASE64_BAD_PADDING:
			cannot_unpack(source, "its base64 is padded where no padding may stand", why);
			break;
		case BASE64_TRUNCATED:
			cannot_unpack(source, "its base64 ends inside a group of four", why);
			break;
	}
	return result == BASE64_OK;
}

/* Is all well?  If not, it is an error, or the source ends. */
static bool
gzip_well(ExchangeSource *source, GzipResult result)
{
	switch (result)
	{
		case GZIP_OK:
			break;
		case GZIP_DAMAGED:
			cannot_unpack(source, "its gzip is damaged", "The data, its length or its check value is wrong.");
			break;
		case GZIP_TRUNCATED:
			cannot_unpack(source, "its gzip is cut off", "The last member has no end.");
			break;
		case GZIP_TRAILING:
			cannot_unpack(source, "something follows its gzip", "What follows is no further member.");
			break;
		case GZIP_NO_MEMORY:
			ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	}
	return result == GZIP_OK;
}

/* The next bytes as they were given. */
static Size
read_given(ExchangeSource *source, const char **data, Size room)
{
	Size n;

	if (source->at >= source->have)
		next_slice(source);
	n = Min(room, source->have - source->at);
	*data = source->data + source->at;
	source->at += n;
	return n;
}

/* The next bytes after base64, into source->decoded; 0 also if there is a complaint. */
static Size
read_decoded(ExchangeSource *source)
{
	const char *data;
	Size n;

	if (source->decoded == NULL)
		source->decoded = palloc(BASE64_ROOM(SOURCE_PIECE));
	while ((n = read_given(source, &data, SOURCE_PIECE)) > 0)
	{
		size_t produced;

		if (!base64_well(source, base64_decode(&source->decoder, data, n, source->decoded, &produced)))
			return 0;
		if (produced > 0)
			return produced;
	}
	return base64_well(source, base64_finish(&source->decoder, source->decoded, &n)) ? n : 0;
}

/* More packed bytes; false at the end. */
static bool
read_packed(ExchangeSource *source)
{
	if (source->base64)
	{
		source->packed_left = read_decoded(source);
		source->packed = source->decoded;
	}
	else
		source->packed_left = read_given(source, (const char **) &source->packed, SOURCE_PIECE);
	return source->packed_left > 0;
}

/* What gzip gives of the packed bytes that are there; at their end it has to be whole.  False after a complaint. */
static bool
unpack(ExchangeSource *source, char *buffer, Size room, bool more, size_t *produced)
{
	if (!gzip_well(source, gzip_read(&source->unpacker, &source->packed, &source->packed_left, (unsigned char *) buffer,
									 room, produced)))
		return false;
	return more || *produced > 0 || gzip_well(source, gzip_finish(&source->unpacker));
}

/* The next bytes that gzip gives; 0 when its last member is whole, and after a complaint. */
static Size
read_unpacked(ExchangeSource *source, char *buffer, Size room)
{
	size_t produced = 0;
	bool more = true;

	if (!source->unpacker.open && !gzip_well(source, gzip_begin(&source->unpacker)))
		return 0;
	while (produced == 0 && more)
	{
		more = source->packed_left > 0 || read_packed(source);
		if (source->complaint != NULL || !unpack(source, buffer, room, more, &produced))
			return 0;
		CHECK_FOR_INTERRUPTS();
	}
	source->total += produced;
	if (source->total <= (uint64) exchange_max_inflated * 1024)
		return produced;
	refuse_limit(source, pstrdup("document unpacks to more than socu.exchange_max_inflated allows"),
				 "socu.exchange_max_inflated", exchange_max_inflated, "Ask for a higher limit if you trust the sender");
	return 0;
}

/* Reads the first bytes behind base64, which tell whether it holds gzip or XML. */
static Size
read_first_decoded(ExchangeSource *source)
{
	Size n = read_decoded(source);

	if (n >= 2 && source->decoded[0] == 0x1F && source->decoded[1] == 0x8B)
	{
		source->gzip = true;
		source->packed = source->decoded;
		source->packed_left = n;
	}
	return n;
}

Size
source_read(ExchangeSource *source, char *buffer, Size room)
{
	const char *data;
	Size n;

	CHECK_FOR_INTERRUPTS();
	if (source->base64 && !source->gzip)
	{
		bool first = source->decoder.offset == 0;

		n = first ? read_first_decoded(source) : read_decoded(source);
		if (!source->gzip)
		{
			memcpy(buffer, source->decoded, n);
			return n;
		}
	}
	if (source->gzip)
		return read_unpacked(source, buffer, room);
	n = read_given(source, &data, Min(room, SOURCE_PIECE));
	memcpy(buffer, data, n);
	return n;
}

bool
source_fits(ExchangeSource *source, uint64 limit)
{
	char *piece = palloc(BASE64_ROOM(SOURCE_PIECE));
	volatile uint64 bytes = 0;

	PG_TRY();
	{
		Size n;

		while (bytes <= limit && (n = source_read(source, piece, SOURCE_PIECE)) > 0)
			bytes += n;
	}
	PG_FINALLY();
	{
		source_close(source);
	}
	PG_END_TRY();
	pfree(piece);
	return bytes <= limit;
}

bool
source_at_end(const ExchangeSource *source)
{
	return !source->base64 && !source->gzip && source->at >= source->have &&
		   (source->value == (Datum) 0 || source->next >= source->length);
}

char *
source_all(ExchangeSource *source, Size *length)
{
	StringInfoData all;
	char *piece = palloc(BASE64_ROOM(SOURCE_PIECE));
	Size n;

	initStringInfo(&all);
	while ((n = source_read(source, piece, SOURCE_PIECE)) > 0)
		appendBinaryStringInfo(&all, piece, (int) n);
	pfree(piece);
	*length = all.len;
	return all.data;
}
