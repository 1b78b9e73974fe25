/*
 * ground/iso.c: codes of ISO as SQL asks for them.
 */
#include "ground/socu.h"

#include "ground/iso_core.h"

#include "fmgr.h"

PG_FUNCTION_INFO_V1(is_state);

/* The number of a letter, A = 0, in any case; -1 for everything else. */
static int
letter_number(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	return c >= 'a' && c <= 'z' ? c - 'a' : -1;
}

/* is_state(text) returns bool: is it a code of ISO 3166-1 alpha-2, in any letter case? */
Datum
is_state(PG_FUNCTION_ARGS)
{
	text *code = PG_GETARG_TEXT_PP(0);
	int first;
	int second;

	if (VARSIZE_ANY_EXHDR(code) != 2)
		PG_RETURN_BOOL(false);
	first = letter_number(VARDATA_ANY(code)[0]);
	second = letter_number(VARDATA_ANY(code)[1]);
	PG_RETURN_BOOL(first >= 0 && second >= 0 && iso_state_known(first * 26 + second));
}
