/*
 * registry/name.c: the functions of the registry that are not SQL.
 */
#include "ground/socu.h"

#include "utils/builtins.h"

#include "registry/name_core.h"

PG_FUNCTION_INFO_V1(name_similarity);
PG_FUNCTION_INFO_V1(name_initials);

/* name_similarity(text, text, place, short_name): how well the second answers the first, 0 to 1. */
Datum
name_similarity(PG_FUNCTION_ARGS)
{
	text *query = PG_GETARG_TEXT_PP(0);
	text *name = PG_GETARG_TEXT_PP(1);
	text *place = PG_GETARG_TEXT_PP(2);
	text *short_name = PG_GETARG_TEXT_PP(3);
	RegistryName as = {VARDATA_ANY(name),		 VARSIZE_ANY_EXHDR(name), VARDATA_ANY(place),
					   VARSIZE_ANY_EXHDR(place), VARDATA_ANY(short_name), VARSIZE_ANY_EXHDR(short_name)};

	PG_RETURN_FLOAT4((float4) registry_name_similarity(VARDATA_ANY(query), VARSIZE_ANY_EXHDR(query), &as));
}

/* name_initials(name, short_name): is the second made of the first letters of the words of the first? */
Datum
name_initials(PG_FUNCTION_ARGS)
{
	text *name = PG_GETARG_TEXT_PP(0);
	text *short_name = PG_GETARG_TEXT_PP(1);

	PG_RETURN_BOOL(registry_name_initials(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), VARDATA_ANY(short_name),
										  VARSIZE_ANY_EXHDR(short_name)));
}
