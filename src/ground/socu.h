/*
 * ground/socu.h: services that every room of the extension shares.
 */
#ifndef SOCU_H
#define SOCU_H

#include "ground/compat.h"

#include "utils/memutils.h"

/*
 * A palloc'ed, NUL-terminated copy of an offending value for an error message:
 * the whole value when it is short, else its beginning and "..." (never cut
 * inside a multibyte character).  'len' is in bytes; -1 means strlen.
 */
extern char *socu_clip(const char *value, Size len);

/*
 * For a message about a value: " (which begins with U+00A0)" in words if the first
 * character beyond ASCII is one that cannot be seen or told from a Latin one; else "".
 */
extern const char *socu_odd_character(const char *value, Size len);

/*
 * A C string from a text datum as a palloc'ed, NUL-terminated copy; NULL for a
 * null argument of the calling function.
 */
#define SOCU_TEXT_ARG(n) (PG_ARGISNULL(n) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(n)))

#endif /* SOCU_H */
