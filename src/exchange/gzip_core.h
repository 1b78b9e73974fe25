/*
 * exchange/gzip_core.h: gzip, read by zlib under our own rules.
 *
 * One or more members follow one another; each must be whole, its trailer
 * included, and nothing else may follow the last.  The caller counts what comes
 * out: zlib hands it out in pieces of the size that the caller offers, so that a small
 * text that unpacks to a huge one is noticed before it is unpacked.
 *
 * zlib allocates with malloc: gzip_end gives that back, on every path.
 */
#ifndef EXCHANGE_GZIP_CORE_H
#define EXCHANGE_GZIP_CORE_H

#include <stdbool.h>
#include <stddef.h>

#include <zlib.h>

typedef enum GzipResult
{
	GZIP_OK,
	GZIP_DAMAGED,	/* not gzip, or its check value is wrong */
	GZIP_TRUNCATED, /* the last member is not whole */
	GZIP_TRAILING,	/* something that is no member follows the last one */
	GZIP_NO_MEMORY
} GzipResult;

typedef struct GzipReader
{
	z_stream stream;
	bool open;
	bool between; /* the last member is whole and no other has begun */
	int magic;	  /* bytes of the next member's mark that have been seen */
} GzipReader;

extern GzipResult gzip_begin(GzipReader *reader);
extern void gzip_end(GzipReader *reader);

/*
 * Unpack some of *in into 'out'; *in and *left move on, *produced says how much was
 * written.  Call again until *left is 0 and *produced is less than 'room'.
 */
extern GzipResult gzip_read(GzipReader *reader, const unsigned char **in, size_t *left, unsigned char *out, size_t room,
							size_t *produced);

/* Is what was read whole? */
extern GzipResult gzip_finish(const GzipReader *reader);

/*
 * Pack 'length' bytes as one member without a time, so that the same bytes give the
 * same result.  'out' needs gzip_room(length) bytes.
 */
extern GzipResult gzip_write(const unsigned char *data, size_t length, unsigned char *out, size_t room,
							 size_t *produced);
extern size_t gzip_room(size_t length);

#endif /* EXCHANGE_GZIP_CORE_H */
