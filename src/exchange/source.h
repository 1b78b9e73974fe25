/*
 * exchange/source.h: where the bytes of a document come from.
 *
 * A document arrives as xml or text (of the server's encoding), or as bytes: plain,
 * gzip, base64, or base64 of gzip as EMREX posts it.  A source hands
 * out the XML in UTF-8 (from bytes: in whatever encoding the document declares),
 * piece by piece: what is stored uncompressed is read slice by slice, what is packed is
 * unpacked as it is read.  The limits socu.exchange_max_bytes and socu.exchange_max_inflated
 * are kept here.
 */
#ifndef EXCHANGE_SOURCE_H
#define EXCHANGE_SOURCE_H

#include "ground/socu.h"

#include "exchange/base64_core.h"
#include "exchange/gzip_core.h"

#define SOURCE_PIECE 65536 /* bytes read at once */

typedef struct ExchangeSource
{
	bool utf8;	 /* what comes out is UTF-8, whatever the document says of itself */
	Size length; /* of the document as it was given, in bytes */

	/* of a source that does not raise errors: why it ended early, NULL if it did not, and what would be right */
	const char *complaint;
	const char *expected;

	/* private */
	Datum value;	  /* to read slices of, or 0 */
	const char *data; /* all of it (or one slice) */
	Size have;		  /* bytes at 'data' */
	Size at;		  /* of them handed on */
	Size next;		  /* offset of the next slice */
	bool base64;
	bool gzip;
	Base64Decoder decoder;
	GzipReader unpacker;
	unsigned char *decoded; /* what base64 gave and gzip has not taken yet */
	const unsigned char *packed;
	Size packed_left;
	uint64 total;  /* bytes handed out after unpacking */
	bool tolerant; /* keeps complaints instead of raising errors */
} ExchangeSource;

/* The document given as argument 'n' (xml, text or bytea, told by 'type'); ERROR 54000 if it is too large. */
extern ExchangeSource *source_open(Datum value, Oid type);

/* The same; what is wrong with it then and later ends the source and stands in 'complaint'. */
extern ExchangeSource *source_open_tolerant(Datum value, Oid type);

/* The type of an argument of the function being called: XMLOID, TEXTOID or BYTEAOID. */
extern Oid source_argument_type(FunctionCallInfo fcinfo, int n);

/* Up to 'room' (at least SOURCE_PIECE) bytes; 0 at the end.  ERROR 22P04 for what cannot be unpacked, 54000 for too
 * much. */
extern Size source_read(ExchangeSource *source, char *buffer, Size room);

/* Has all been read?  May be false at the end; what is plain and in memory is known to end. */
extern bool source_at_end(const ExchangeSource *source);

/* Gives back what zlib holds; needed on every path. */
extern void source_close(ExchangeSource *source);

/* Does the document, unpacked, have at most this many bytes?  Reads it as far as needed, and closes the source. */
extern bool source_fits(ExchangeSource *source, uint64 limit);

/* The whole XML, palloc'ed: for documents that are kept. */
extern char *source_all(ExchangeSource *source, Size *length);

#endif /* EXCHANGE_SOURCE_H */
