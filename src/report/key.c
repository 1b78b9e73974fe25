/*
 * report/key.c: the keyed hash from which releases draw.
 */
#include "ground/socu.h"

#include "common/hmac.h"
#include "common/sha2.h"
#include "port/pg_bswap.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(report_hmac);

/* report_hmac(secret bytea, message text): the first eight bytes of HMAC-SHA-256, as a bigint. */
Datum
report_hmac(PG_FUNCTION_ARGS)
{
	bytea *secret = PG_GETARG_BYTEA_PP(0);
	text *message = PG_GETARG_TEXT_PP(1);
	uint8 digest[PG_SHA256_DIGEST_LENGTH];
	uint64 first;
	pg_hmac_ctx *context = pg_hmac_create(PG_SHA256);

	if (context == NULL || pg_hmac_init(context, (uint8 *) VARDATA_ANY(secret), VARSIZE_ANY_EXHDR(secret)) < 0 ||
		pg_hmac_update(context, (uint8 *) VARDATA_ANY(message), VARSIZE_ANY_EXHDR(message)) < 0 ||
		pg_hmac_final(context, digest, sizeof(digest)) < 0)
	{
		pg_hmac_free(context);
		elog(ERROR, "could not compute a keyed hash");
	}
	pg_hmac_free(context);
	memcpy(&first, digest, sizeof(first));
	PG_RETURN_INT64((int64) pg_ntoh64(first));
}
