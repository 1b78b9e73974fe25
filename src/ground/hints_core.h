/*
 * ground/hints_core.h: hints: what a caller knows besides a text, in words.
 *
 * A hint is words between white space, commas and semicolons, each alone or behind
 * its key: "KZ, 2009", "state=KZ year=2009".  What a word means is each room's.
 */
#ifndef HINTS_CORE_H
#define HINTS_CORE_H

#include "ground/text_core.h"

/*
 * Takes one word, without its key.  'key' is the key's place in the list, -1 for a
 * bare word.  False for a word that means nothing.
 */
typedef bool (*HintWord)(void *hints, int key, const char *word, size_t len);

/* Gives each word to 'take'; false if it refuses one.  'keys' ("year=") ends with NULL. */
extern bool hints_read(const char *text, size_t len, const char *const *keys, HintWord take, void *hints);

/* "2009", "2009-09" or "2009-09-01": the year, from 1900 to 2199. */
extern bool hints_year(const char *word, size_t len, int *year);

#endif /* HINTS_CORE_H */
