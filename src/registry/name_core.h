/*
 * registry/name_core.h: how alike two names are.  Plain C, no server.
 */
#ifndef REGISTRY_CORE_H
#define REGISTRY_CORE_H

#include <stddef.h>

/*
 * How well the name 'b' answers the query 'a', 0 to 1; 1 only for equal
 * strings.  Both are normal names in UTF-8: one case, words parted by single
 * spaces.  It is the share of the query's words that stand in the name, by
 * letters; misspelled words count in part, words that nearly every name has
 * ("university") little, and further words of the name cost a little.  Only the
 * first NAME_WORDS words, NAME_LETTERS letters of a word and NAME_BYTES of a
 * name are looked at: a longer text takes no more time.
 */
#define NAME_WORDS 32
#define NAME_LETTERS 48
#define NAME_BYTES (NAME_WORDS * (4 * NAME_LETTERS + 1))

extern double registry_name_similarity(const char *a, size_t alen, const char *b, size_t blen);

#endif /* REGISTRY_CORE_H */
