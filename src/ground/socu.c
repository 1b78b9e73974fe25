/*
 * ground/socu.c: small services for every room.
 */
#include "ground/socu.h"

#include "ground/text_core.h"
#include "mb/pg_wchar.h"

#define CLIP_BYTES 60

char *
socu_clip(const char *value, Size len)
{
	char *clipped;

	if (len == (Size) -1)
		len = strlen(value);
	if (len <= CLIP_BYTES)
		return pnstrdup(value, len);
	/* mbcliplen wants an int: what is beyond the limit cannot matter to it */
	len = pg_mbcliplen(value, (int) Min(len, CLIP_BYTES + MAX_MULTIBYTE_CHAR_LEN), CLIP_BYTES);
	clipped = palloc(len + 4);
	memcpy(clipped, value, len);
	memcpy(clipped + len, "...", 4);
	return clipped;
}

const char *
socu_odd_character(const char *value, Size len)
{
	Size used;

	for (Size p = 0; p < Min(len, CLIP_BYTES); p += used)
	{
		uint32 c = text_character(value + p, len - p, &used);

		if (c < 0x80)
			continue;
		if (text_is_white(c) || text_is_ignorable(c))
			return psprintf(" (with an invisible character, U+%04X)", c);
		if (c >= 0x400 && c <= 0x52F)
			return psprintf(" (with a Cyrillic letter, U+%04X)", c);
	}
	return "";
}
