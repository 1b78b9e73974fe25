/*
 * exchange/digest.c: digests of text that comes piece by piece (PostgreSQL's cryptohash).
 */
#include "exchange/digest.h"

#include "utils/builtins.h"

bool
digest_begin(Digest *digest, pg_cryptohash_type type)
{
	digest->failed = false;
	digest->context = pg_cryptohash_create(type);
	if (digest->context != NULL && pg_cryptohash_init(digest->context) >= 0)
		return true;
	pg_cryptohash_free(digest->context);
	digest->context = NULL;
	return false;
}

void
digest_sink(void *context, const char *data, Size length)
{
	Digest *digest = context;

	if (pg_cryptohash_update(digest->context, (const uint8 *) data, length) < 0)
		digest->failed = true;
}

bool
digest_end(Digest *digest, uint8 *result, Size length)
{
	bool done = !digest->failed && pg_cryptohash_final(digest->context, result, length) >= 0;

	pg_cryptohash_free(digest->context);
	digest->context = NULL;
	return done;
}

text *
hex_text(const uint8 *bytes, int length)
{
	text *result = palloc(VARHDRSZ + 2 * length);

	SET_VARSIZE(result, VARHDRSZ + hex_encode((const char *) bytes, length, VARDATA(result)));
	return result;
}
