/*
 * exchange/write.h: XML written from rows.
 *
 * What is written is UTF-8 without characters that XML 1.0 forbids, plain decimals, times with an
 * offset, and no element for a value that is unknown.
 */
#ifndef EXCHANGE_WRITE_H
#define EXCHANGE_WRITE_H

#include "ground/socu.h"

#include "lib/stringinfo.h"

/*
 * UTF-8 text with what has a meaning in XML written as entities; forbidden characters are left out.
 * 'attribute': inside quotes.
 */
extern void write_escaped(StringInfo out, const char *text, Size length, bool attribute);

#endif /* EXCHANGE_WRITE_H */
