/*
 * exchange/gzip_core.c: gzip, read by zlib under our own rules.
 */
#include "exchange/gzip_core.h"

#include <limits.h>
#include <string.h>

#define GZIP_WINDOW (MAX_WBITS + 16) /* zlib: gzip framing, and no other */

GzipResult
gzip_begin(GzipReader *reader)
{
	memset(reader, 0, sizeof(*reader));
	if (inflateInit2(&reader->stream, GZIP_WINDOW) != Z_OK)
		return GZIP_NO_MEMORY;
	reader->open = true;
	return GZIP_OK;
}

void
gzip_end(GzipReader *reader)
{
	if (reader->open)
		inflateEnd(&reader->stream);
	reader->open = false;
}

/* Looks for another member behind the last one; its mark, 1f 8b, may be split over two calls. */
static GzipResult
begin_next_member(GzipReader *reader, const unsigned char **in, size_t *left)
{
	static const unsigned char mark[2] = {0x1f, 0x8b};
	unsigned char none[1];

	while (*left > 0 && reader->magic < 2)
	{
		if (**in != mark[reader->magic])
			return GZIP_TRAILING;
		reader->magic++;
		(*in)++;
		(*left)--;
	}
	if (reader->magic < 2)
		return GZIP_OK;
	reader->magic = 0;
	reader->between = false;
	if (inflateReset(&reader->stream) != Z_OK)
		return GZIP_DAMAGED;
	reader->stream.next_in = (unsigned char *) mark;
	reader->stream.avail_in = 2;
	reader->stream.next_out = none;
	reader->stream.avail_out = 0;
	inflate(&reader->stream, Z_NO_FLUSH);
	return reader->stream.avail_in == 0 ? GZIP_OK : GZIP_DAMAGED;
}

GzipResult
gzip_read(GzipReader *reader, const unsigned char **in, size_t *left, unsigned char *out, size_t room, size_t *produced)
{
	z_stream *z = &reader->stream;
	int code;

	*produced = 0;
	if (reader->between && *left > 0)
	{
		GzipResult result = begin_next_member(reader, in, left);

		if (result != GZIP_OK || reader->between)
			return result;
	}
	if (reader->between)
		return GZIP_OK;
	z->next_in = (unsigned char *) *in;
	z->avail_in = *left > INT_MAX ? INT_MAX : (unsigned int) *left;
	z->next_out = out;
	z->avail_out = (unsigned int) room;
	code = inflate(z, Z_NO_FLUSH);
	*left -= (size_t) (z->next_in - *in);
	*in = z->next_in;
	*produced = room - z->avail_out;
	if (code == Z_STREAM_END)
		reader->between = true;
	else if (code == Z_MEM_ERROR)
		return GZIP_NO_MEMORY;
	else if (code != Z_OK && code != Z_BUF_ERROR)
		return GZIP_DAMAGED;
	return GZIP_OK;
}

GzipResult
gzip_finish(const GzipReader *reader)
{
	return reader->between && reader->magic == 0 ? GZIP_OK : GZIP_TRUNCATED;
}

size_t
gzip_room(size_t length)
{
	return compressBound((uLong) length) + 32;
}

GzipResult
gzip_write(const unsigned char *data, size_t length, unsigned char *out, size_t room, size_t *produced)
{
	z_stream z;
	int code;

	*produced = 0;
	memset(&z, 0, sizeof(z));
	if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return GZIP_NO_MEMORY;
	z.next_in = (unsigned char *) data;
	z.avail_in = (unsigned int) length;
	z.next_out = out;
	z.avail_out = (unsigned int) room;
	code = deflate(&z, Z_FINISH);
	*produced = room - z.avail_out;
	deflateEnd(&z);
	return code == Z_STREAM_END ? GZIP_OK : GZIP_NO_MEMORY;
}
