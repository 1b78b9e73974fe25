/*
 * exchange/escape.h: text as XML writes it.
 */
#ifndef EXCHANGE_ESCAPE_H
#define EXCHANGE_ESCAPE_H

#include "ground/socu.h"

#include "lib/stringinfo.h"

/*
 * UTF-8 text with what has a meaning in XML written as entities; forbidden characters are left out: gives how
 * many.  'attribute': inside quotes.
 */
extern int write_escaped(StringInfo out, const char *text, Size length, bool attribute);

#endif /* EXCHANGE_ESCAPE_H */
