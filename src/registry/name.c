/*
 * registry/name.c: the function of the registry that is not SQL.
 */
#include "ground/socu.h"

#include "utils/builtins.h"

#include "registry/name_core.h"

PG_FUNCTION_INFO_V1(name_similarity);

/* name_similarity(text, text): how alike two normalised names are, 0 to 1. */
Datum
name_similarity(PG_FUNCTION_ARGS)
{
	text *a = PG_GETARG_TEXT_PP(0);
	text *b = PG_GETARG_TEXT_PP(1);

	PG_RETURN_FLOAT4(
		(float4) registry_name_similarity(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b)));
}
