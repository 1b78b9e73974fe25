/*
 * recognition/pack_core.c: see recognition/pack_core.h.
 */
#include "recognition/pack_core.h"

/* The byte of a packed text at this place: texts stand from the high end of each word. */
static uint8_t
byte_at(const int64_t *words, int i)
{
	return (uint8_t) ((uint64_t) words[i / 8] >> (56 - 8 * (i % 8)));
}

bool
pack_text(const char *text, size_t len, int64_t *words)
{
	uint64_t packed[PACK_WORDS] = {0};

	if (len > PACK_BYTES)
		return false;
	for (size_t i = 0; i < len; i++)
		packed[i / 8] |= (uint64_t) (uint8_t) text[i] << (56 - 8 * (i % 8));
	packed[PACK_WORDS - 1] |= (uint64_t) len;
	for (int i = 0; i < PACK_WORDS; i++)
		words[i] = (int64_t) packed[i];
	return true;
}

int
unpack_text(const int64_t *words, char *text)
{
	int len = byte_at(words, PACK_BYTES);

	if (len > PACK_BYTES)
		return -1;
	for (int i = 0; i < PACK_BYTES; i++)
	{
		uint8_t byte = byte_at(words, i);

		/* what is behind the text must be empty: one text, one form */
		if (i < len ? byte == 0 : byte != 0)
			return -1;
		if (i < len)
			text[i] = (char) byte;
	}
	return len;
}
