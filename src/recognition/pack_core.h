/*
 * recognition/pack_core.h: short texts as bigints, for aggregate states that are arrays of bigint.
 *
 * The bytes stand in the words from the highest on, whatever the machine, so
 * that a state means the same on another server.
 */
#ifndef PACK_CORE_H
#define PACK_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PACK_WORDS 8
#define PACK_BYTES (8 * PACK_WORDS - 1) /* bytes of the longest text */

/* The text into PACK_WORDS words, the last byte being its length; false if it is too long. */
extern bool pack_text(const char *text, size_t len, int64_t *words);

/* The text, into PACK_BYTES bytes; its length, -1 if the words are no packed text. */
extern int unpack_text(const int64_t *words, char *text);

/* Are they the same text? */
static inline bool
pack_equal(const int64_t *a, const int64_t *b)
{
	for (int i = 0; i < PACK_WORDS; i++)
		if (a[i] != b[i])
			return false;
	return true;
}

#endif /* PACK_CORE_H */
