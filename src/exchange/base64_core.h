/*
 * exchange/base64_core.h: base64 as documents really carry it.
 *
 * White space may stand anywhere, padding may be split, and nothing may follow
 * the padding (RFC 4648; XML Schema base64Binary).  Two habits of senders are
 * read as well when the caller asks: a space in the place of a plus sign
 * (a form field that was decoded once too often) and percent-escapes (a data URI).
 *
 * Pure C: no PostgreSQL header, no allocation.
 */
#ifndef EXCHANGE_BASE64_CORE_H
#define EXCHANGE_BASE64_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BASE64_SPACE_IS_PLUS 0x01 /* a space that is no indentation and not at the end stands for '+' */
#define BASE64_PERCENT 0x02		  /* %2B and the like */

#define BASE64_SPACES 64 /* more spaces in a row than this are layout */

typedef enum Base64Result
{
	BASE64_OK,
	BASE64_BAD_SYMBOL,	/* a byte that is no symbol of base64 */
	BASE64_AFTER_END,	/* something follows the padding */
	BASE64_BAD_PADDING, /* padding where none may stand */
	BASE64_TRUNCATED	/* the text ends inside a group of four */
} Base64Result;

typedef struct Base64Decoder
{
	int flags;
	uint32_t bits;
	int symbols; /* of the current group of four, padding included */
	int padding;
	int spaces;		 /* seen since the last symbol, if they may stand for '+' */
	bool inside;	 /* a symbol was seen on this line */
	int percent;	 /* symbols of a percent-escape still to come */
	int escaped;	 /* its value so far */
	uint64_t offset; /* bytes read: where a fault stands */
} Base64Decoder;

extern void base64_begin(Base64Decoder *decoder, int flags);

/*
 * Decode 'length' bytes; what comes out (at most 3/4 of what came in, plus 3 + 3/4 of
 * the spaces held back) is written to 'out', its length to *produced.
 */
extern Base64Result base64_decode(Base64Decoder *decoder, const char *text, size_t length, unsigned char *out,
								  size_t *produced);

/*
 * The text ends: is it complete?  Spaces at its end may have been the plus signs of the last group: what comes out
 * then (at most three bytes) is written to 'out', its length to *produced.
 */
extern Base64Result base64_finish(Base64Decoder *decoder, unsigned char *out, size_t *produced);

/* The most that base64_decode writes for 'length' bytes. */
#define BASE64_ROOM(length) ((length) + BASE64_SPACES)

/* Encode; 'out' needs base64_encoded_length(length) bytes; no line breaks, no NUL. */
extern size_t base64_encode(const unsigned char *data, size_t length, char *out);

static inline size_t
base64_encoded_length(size_t length)
{
	return (length + 2) / 3 * 4;
}

#endif /* EXCHANGE_BASE64_CORE_H */
