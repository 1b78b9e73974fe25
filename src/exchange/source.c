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
		elog(ERROR, "a document is xml, text or bytea, not of type %u", type);
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

/* ERROR 54000 for a document of more than socu.exchange_max_bytes. */
static void
check_length(Size length)
{
	if (length > (Size) exchange_max_bytes * 1024)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("document of %zu bytes is larger than socu.exchange_max_bytes allows", length),
						errdetail("The limit is %d kB.", exchange_max_bytes),
						errhint("Split the document, or ask for a higher limit: it is set by a superuser, or by whom a "
								"superuser has granted SET ON PARAMETER socu.exchange_max_bytes.")));
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

/* ERROR for bytes of eight bits whose declaration claims sixteen or more. */
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
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_XML_DOCUMENT),
				 errmsg("document claims the encoding \"%s\" but its bytes are no such text", socu_clip(name, -1)),
				 errhint("Pass it as text if the declaration is wrong; as text, the declaration is ignored.")));
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

ExchangeSource *
source_open(Datum value, Oid type)
{
	ExchangeSource *source = palloc0(sizeof(ExchangeSource));
	bool text = type != BYTEAOID;

	source->length = toast_raw_datum_size(value) - VARHDRSZ;
	check_length(source->length);
	source->utf8 = text;
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

void
source_close(ExchangeSource *source)
{
	gzip_end(&source->unpacker);
}

/* ERROR 22P04: what is packed is not what it seems. */
static SOCU_NORETURN void
cannot_unpack(const char *what, const char *why)
{
	ereport(ERROR, (errcode(ERRCODE_BAD_COPY_FILE_FORMAT), errmsg("document cannot be read: %s", what),
					errdetail_internal("%s", why), errhint("A document is XML, gzip of XML, or base64 of either.")));
}

/* ERROR 22P04 where base64 is wrong, with the place in it; nothing if all is well. */
static void
base64_fault(Base64Result result, uint64 offset)
{
	char why[100];

	snprintf(why, sizeof(why), "At byte " UINT64_FORMAT ".", offset + (result != BASE64_TRUNCATED));
	switch (result)
	{
		case BASE64_OK:
			return;
		case BASE64_BAD_SYMBOL:
			cannot_unpack("it is neither XML nor gzip, and not base64 either", why);
			break;
		case BASE64_AFTER_END:
			cannot_unpack("something follows the padding of its base64", why);
			break;
		case BASE64_BAD_PADDING:
			cannot_unpack("its base64 is padded where no padding may stand", why);
			break;
		case BASE64_TRUNCATED:
			cannot_unpack("its base64 ends inside a group of four", why);
	}
}

/* ERROR 22P04 where gzip is wrong; nothing if all is well. */
static void
gzip_fault(GzipResult result)
{
	switch (result)
	{
		case GZIP_OK:
			return;
		case GZIP_DAMAGED:
			cannot_unpack("its gzip is damaged", "The data, its length or its check value is wrong.");
			break;
		case GZIP_TRUNCATED:
			cannot_unpack("its gzip is cut off", "The last member has no end.");
			break;
		case GZIP_TRAILING:
			cannot_unpack("something follows its gzip", "What follows is no further member.");
			break;
		case GZIP_NO_MEMORY:
			ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	}
}

/* ERROR 54000: the document unpacks to more than socu.exchange_max_inflated. */
static void
refuse_inflated(void)
{
	ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					errmsg("document unpacks to more than socu.exchange_max_inflated allows"),
					errdetail("The limit is %d kB.", exchange_max_inflated),
					errhint("Ask for a higher limit if you trust the sender: it is set by a superuser, or by whom a "
							"superuser has granted SET ON PARAMETER socu.exchange_max_inflated.")));
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

/* The next bytes after base64, into source->decoded. */
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
		Base64Result result = base64_decode(&source->decoder, data, n, source->decoded, &produced);

		base64_fault(result, source->decoder.offset);
		if (produced > 0)
			return produced;
	}
	base64_fault(base64_finish(&source->decoder, source->decoded, &n), source->decoder.offset);
	return n;
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

/* The next bytes that gzip gives; 0 when its last member is whole. */
static Size
read_unpacked(ExchangeSource *source, char *buffer, Size room)
{
	size_t produced = 0;

	if (!source->unpacker.open)
		gzip_fault(gzip_begin(&source->unpacker));
	do
	{
		if (source->packed_left == 0 && !read_packed(source))
		{
			gzip_fault(gzip_read(&source->unpacker, &source->packed, &source->packed_left, (unsigned char *) buffer,
								 room, &produced));
			if (produced == 0)
				gzip_fault(gzip_finish(&source->unpacker));
			break;
		}
		gzip_fault(gzip_read(&source->unpacker, &source->packed, &source->packed_left, (unsigned char *) buffer, room,
							 &produced));
		CHECK_FOR_INTERRUPTS();
	} while (produced == 0);
	source->total += produced;
	if (source->total > (uint64) exchange_max_inflated * 1024)
		refuse_inflated();
	return produced;
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
