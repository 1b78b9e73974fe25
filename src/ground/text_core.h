/*
 * ground/text_core.h: characters of UTF-8 texts, without PostgreSQL and without a locale.
 *
 * For parsers of what people write: any bytes are survived, nothing depends on
 * the server's encoding tables or collations.
 */
#ifndef TEXT_CORE_H
#define TEXT_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A digit of ASCII. */
static inline bool
text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* White space of ASCII, whatever the locale. */
static inline bool
text_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A letter of ASCII made a capital; any other byte as it is. */
static inline char
text_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

/* The character at s (of at most len bytes, len > 0); bytes that are no character give U+FFFD, one at a time. */
extern uint32_t text_character(const char *s, size_t len, size_t *used);

/* White space of any script; marks without width (soft hyphen, joiners, direction, byte order); either of both. */
extern bool text_is_white(uint32_t c);
extern bool text_is_ignorable(uint32_t c);
extern bool text_is_blank(uint32_t c);

/* Hyphens, dashes and the minus sign beyond ASCII; ideographs, kana and Hangul; letters beyond ASCII. */
extern bool text_is_dash(uint32_t c);
extern bool text_is_ideograph(uint32_t c);
extern bool text_is_letter(uint32_t c);

/* One width and one kind of digit: full-width forms, Arabic and Persian digits become ASCII. */
extern uint32_t text_plain(uint32_t c);

/* A capital letter made small: Latin, Greek without marks, Cyrillic.  Its length in UTF-8 stays. */
extern uint32_t text_small(uint32_t c);

/* The Latin capital that a Cyrillic letter, capital or small, looks like; NUL for any other character. */
extern char text_look_alike(uint32_t c);

/* Does the text begin with the word, whatever its case?  Is it that word? */
extern bool text_begins(const char *text, size_t len, const char *word);
extern bool text_is_word(const char *text, size_t len, const char *word);

/* Where a text ends, and where it begins, without what is blank around it. */
extern size_t text_trimmed_end(const char *text, size_t len);
extern size_t text_trimmed_start(const char *text, size_t len);

#endif /* TEXT_CORE_H */
