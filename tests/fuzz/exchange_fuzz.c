/*
 * Fuzz target: any bytes as base64, as gzip, as values of XML Schema, as identifiers, and as the events of an
 * agreement.  What is accepted in one piece is accepted in many, and comes back.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/base64_core.h"
#include "exchange/gzip_core.h"
#include "exchange/id_core.h"
#include "exchange/iia_core.h"
#include "exchange/xsd_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                                               \
	do                                                                                                                 \
	{                                                                                                                  \
		if (!(condition))                                                                                              \
			abort();                                                                                                   \
	} while (0)

/* Decodes in pieces of 'step'; the bytes are malloc'ed. */
static Base64Result
decode(const char *text, size_t size, int flags, size_t step, unsigned char **out, size_t *length)
{
	Base64Decoder decoder;
	Base64Result result = BASE64_OK;
	size_t produced;

	*out = malloc(size + BASE64_SPACES + 8);
	*length = 0;
	base64_begin(&decoder, flags);
	for (size_t i = 0; i < size && result == BASE64_OK; i += step)
	{
		size_t piece = i + step <= size ? step : size - i;
		unsigned char *room = malloc(BASE64_ROOM(piece));

		result = base64_decode(&decoder, text + i, piece, room, &produced);
		HOLDS(produced <= BASE64_ROOM(piece));
		memcpy(*out + *length, room, produced);
		*length += produced;
		free(room);
	}
	if (result == BASE64_OK)
	{
		result = base64_finish(&decoder, *out + *length, &produced);
		*length += produced;
	}
	return result;
}

static void
try_base64(const char *text, size_t size)
{
	for (int flags = 0; flags < 4; flags++)
	{
		unsigned char *whole, *pieces;
		size_t n, m;
		Base64Result a = decode(text, size, flags, size ? size : 1, &whole, &n);
		Base64Result b = decode(text, size, flags, 1, &pieces, &m);

		HOLDS(a == b && (a != BASE64_OK || (n == m && memcmp(whole, pieces, n) == 0)));
		free(whole);
		free(pieces);
	}
}

static void
try_gzip(const unsigned char *data, size_t size)
{
	GzipReader reader;
	unsigned char out[64];
	size_t left = size, produced = 0, total = 0;

	HOLDS(gzip_begin(&reader) == GZIP_OK);
	while (gzip_read(&reader, &data, &left, out, sizeof(out), &produced) == GZIP_OK && (left > 0 || produced > 0) &&
		   total < 100000)
		total += produced;
	gzip_finish(&reader);
	gzip_end(&reader);
}

static void
try_values(const char *text, size_t size)
{
	XsdDate date;
	XsdTime time;
	int64_t integer;
	bool flag;
	const char *claim;
	size_t n, skip;
	long declared = xsd_declaration(text, size, &claim, &n);
	char *copy = malloc(size + 1);

	HOLDS(declared <= (long) size && (claim == NULL || (claim >= text && claim + n <= text + size)));
	if (xsd_date(text, size, &date))
		HOLDS(date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
	if (xsd_date_time(text, size, &time))
		HOLDS(time.microseconds >= 0 && time.microseconds <= INT64_C(86400000000));
	xsd_year_month(text, size, &date);
	xsd_boolean(text, size, &flag);
	xsd_language(text, size);
	HOLDS(!xsd_integer(text, size, &integer) || xsd_decimal(text, size));
	for (size_t i = 0; i < size; i += skip)
	{
		size_t good = xsd_character(text + i, size - i, &skip);

		HOLDS(skip >= 1 && i + skip <= size + 3 && (good == 0 || good == skip));
	}
	memcpy(copy, text, size);
	HOLDS(xsd_collapse(copy, size) <= size);
	free(copy);
	HOLDS(!id_esi(text, size) || size <= 255);
	HOLDS(!id_academic_term(text, size) || id_academic_year(text, 9));
	id_ascii(text, size);
}

static void
count_bytes(void *context, const char *text, size_t length)
{
	*(size_t *) context += length + (length > 0 && text[0] == '_');
}

/* Each byte is an event: an element of one of eight names begins, text, an element ends. */
static void
try_agreement(const unsigned char *data, size_t size)
{
	static const char *const names[] = {"r",
										"iia",
										"partner",
										"iia-id",
										"cooperation-conditions",
										"s",
										"sending-contact",
										"receiving-first-academic-year-id"};
	static const IiaAttr attrs[] = {{"not-yet-defined", "true"}, {"v6-value", "031"}, {"a", "b"}};
	IiaHash *hash = malloc(sizeof(IiaHash));
	size_t bytes = 0;
	int depth = 0;

	iia_begin(hash, 1);
	for (size_t i = 0; i < size; i++)
	{
		if (data[i] < 0x80 && depth < 250)
		{
			iia_start_element(hash, names[data[i] & 7], attrs + (data[i] >> 3) % 3, (data[i] >> 5) & 1);
			depth++;
		}
		else if (data[i] < 0xC0 && depth > 0)
			iia_text(hash, (const char *) data + i, 1);
		else if (depth > 0)
		{
			iia_end_element(hash);
			depth--;
		}
	}
	while (depth-- > 0)
		iia_end_element(hash);
	iia_finish(hash, count_bytes, &bytes);
	iia_end(hash);
	free(hash);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size ? size : 1); /* exact size: an overrun is seen */

	memcpy(text, data, size);
	try_base64(text, size);
	try_gzip((const unsigned char *) text, size);
	try_values(text, size);
	try_agreement((const unsigned char *) text, size);
	free(text);
	return 0;
}
