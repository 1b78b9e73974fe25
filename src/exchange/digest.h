/*
 * exchange/digest.h: digests of text that comes piece by piece (PostgreSQL's cryptohash).
 */
#ifndef EXCHANGE_DIGEST_H
#define EXCHANGE_DIGEST_H

#include "ground/socu.h"

#include "common/cryptohash.h"

typedef struct Digest
{
	pg_cryptohash_ctx *context;
	bool failed;
} Digest;

/* False if this PostgreSQL cannot make such a digest (its OpenSSL may forbid SHA-1). */
extern bool digest_begin(Digest *digest, pg_cryptohash_type type);

/* One more piece; raises no error, so that libxml2 may call it.  'context' is the Digest. */
extern void digest_sink(void *context, const char *data, Size length);

/* The digest, of 'length' bytes; false if it could not be made.  Gives back what digest_begin took. */
extern bool digest_end(Digest *digest, uint8 *result, Size length);

/* Bytes in hexadecimal, lower case. */
extern text *hex_text(const uint8 *bytes, int length);

#endif /* EXCHANGE_DIGEST_H */
