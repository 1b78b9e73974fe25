/*
 * ground/iso.c: keys of states and institutions, as SQL asks for them.
 */
#include "ground/socu.h"

#include "ground/domain_core.h"
#include "ground/iso_core.h"

#include "fmgr.h"

PG_FUNCTION_INFO_V1(is_state);
PG_FUNCTION_INFO_V1(is_institution);

/* is_state(text) returns bool: is it a code of ISO 3166-1 alpha-2, in any letter case? */
Datum
is_state(PG_FUNCTION_ARGS)
{
	text *code = PG_GETARG_TEXT_PP(0);

	PG_RETURN_BOOL(VARSIZE_ANY_EXHDR(code) == 2 && iso_state_number(VARDATA_ANY(code)) >= 0);
}

/* is_institution(text) returns bool: is it the key of an institution, an internet domain in lower case? */
Datum
is_institution(PG_FUNCTION_ARGS)
{
	text *key = PG_GETARG_TEXT_PP(0);

	PG_RETURN_BOOL(domain_valid(VARDATA_ANY(key), VARSIZE_ANY_EXHDR(key)));
}
