/*
 * registry/name_core.h: how alike two names are.  Plain C, no server.
 */
#ifndef REGISTRY_CORE_H
#define REGISTRY_CORE_H

#include <stdbool.h>
#include <stddef.h>

/* A name to compare with: of something in a place, that is also known by a short name; 0 bytes where there is none. */
typedef struct RegistryName
{
	const char *name;
	size_t len;
	const char *place;
	size_t place_len;
	const char *short_name;
	size_t short_len;
} RegistryName;

/*
 * How well a name answers the query 'a',
 * 0 to 1; 1 only for equal strings.  All are normal names in UTF-8: one case,
 * words parted by single spaces.  It is the share of the query's words that
 * stand in the name, times 0.6 to 0.99 by the share of the name's words that
 * stand in the query.  A word of the query that is the short name or the initials
 * of the name is no fault, the place a small one.  Shares are by letters; misspelled words
 * count in part, and words that nearly every name has ("university"), and the
 * place, little.  Only the first NAME_WORDS words, NAME_LETTERS letters of a word
 * and NAME_BYTES of a name are looked at: a longer text takes no more time.
 */
#define NAME_WORDS 32
#define NAME_LETTERS 48
#define NAME_BYTES (NAME_WORDS * (4 * NAME_LETTERS + 1))

extern double registry_name_similarity(const char *a, size_t alen, const RegistryName *as);

/*
 * Is 'short_name' made of the first letters of the words of a normal name, of
 * two words or more, without "of", "and" …, up to the words "named after"?
 */
extern bool registry_name_initials(const char *name, size_t len, const char *short_name, size_t short_len);

#endif /* REGISTRY_CORE_H */
