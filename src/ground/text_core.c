/*
 * ground/text_core.c: see ground/text_core.h.
 */
#include "ground/text_core.h"

#include <string.h>

/* the character at s (UTF-8, of at most len bytes); bytes that are no character stand for themselves */
uint32_t
text_character(const char *s, size_t len, size_t *used)
{
	const unsigned char *b = (const unsigned char *) s;
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t n = b[0] < 0x80					 ? 1
			   : b[0] >= 0xC2 && b[0] < 0xE0 ? 2
			   : (b[0] & 0xF0) == 0xE0		 ? 3
			   : b[0] >= 0xF0 && b[0] < 0xF5 ? 4
											 : 0;
	uint32_t c;

	*used = 1;
	if (n == 1)
		return b[0];
	if (n == 0 || n > len)
		return 0xFFFD;
	c = b[0] & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++)
	{
		if ((b[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | (b[i] & 0x3F);
	}
	if (c < least[n])
		return 0xFFFD;
	*used = n;
	return c;
}

/* Is the character in this range, both ends included? */
static bool
in(uint32_t c, uint32_t lo, uint32_t hi)
{
	return c >= lo && c <= hi;
}

/* soft hyphen, joiners, direction and byte order marks */
bool
text_is_ignorable(uint32_t c)
{
	return c == 0xAD || c == 0x61C || c == 0x180E || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
		   in(c, 0x2060, 0x2069) || c == 0xFEFF || in(c, 0xFE00, 0xFE0F);
}

bool
text_is_white(uint32_t c)
{
	return c <= ' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) || c == 0x2028 ||
		   c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool
text_is_blank(uint32_t c)
{
	return text_is_white(c) || text_is_ignorable(c);
}

bool
text_is_dash(uint32_t c)
{
	return in(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63;
}

bool
text_is_ideograph(uint32_t c)
{
	return in(c, 0x3040, 0x30FF) || in(c, 0x3400, 0x9FFF) || in(c, 0xAC00, 0xD7AF) || in(c, 0xF900, 0xFAFF) ||
		   in(c, 0x20000, 0x3FFFF);
}

/* beyond ASCII: what is no punctuation or symbol */
bool
text_is_letter(uint32_t c)
{
	return c == 0xAA || c == 0xB5 || c == 0xBA ||
		   (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !in(c, 0x2000, 0x2BFF) && !in(c, 0x2E00, 0x2E7F) &&
			!in(c, 0x3000, 0x303F) && !in(c, 0xFE10, 0xFE6F) && !in(c, 0xFFE0, 0xFFFF) && !in(c, 0x60C, 0x61F));
}

/* the end of the text without white space and marks behind it */
size_t
text_trimmed_end(const char *text, size_t len)
{
	while (len > 0)
	{
		size_t start = len - 1, used;
		uint32_t c;

		while (start > 0 && len - start < 4 && ((unsigned char) text[start] & 0xC0) == 0x80)
			start--;
		c = text_character(text + start, len - start, &used);
		if (start + used != len || !(text_is_white(c) || text_is_ignorable(c)))
			break;
		len = start;
	}
	return len;
}

size_t
text_trimmed_start(const char *text, size_t len)
{
	size_t start = 0, used;

	while (start < len && text_is_blank(text_character(text + start, len - start, &used)))
		start += used;
	return start;
}

uint32_t
text_plain(uint32_t c)
{
	if (in(c, 0xFF01, 0xFF5E))
		return c - 0xFEE0;
	if (in(c, 0x660, 0x669))
		return c - 0x660 + '0';
	if (in(c, 0x6F0, 0x6F9))
		return c - 0x6F0 + '0';
	return c;
}

uint32_t
text_small(uint32_t c)
{
	if (in(c, 'A', 'Z') || in(c, 0x391, 0x3A9) || in(c, 0x410, 0x42F))
		return c + 0x20;
	if (in(c, 0x400, 0x40F))
		return c + 0x50;
	/* Kazakh, Tajik and other Cyrillic letters: capital and small in turn */
	if (in(c, 0x460, 0x481) || in(c, 0x48A, 0x4BF) || in(c, 0x4D0, 0x52F))
		return c | 1;
	return c;
}

char
text_look_alike(uint32_t c)
{
	/* A B C E H K M O P T X */
	static const uint32_t capitals[] = {0x410, 0x412, 0x421, 0x415, 0x41D, 0x41A, 0x41C, 0x41E, 0x420, 0x422, 0x425};

	for (int i = 0; i < (int) (sizeof(capitals) / sizeof(capitals[0])); i++)
		if (c == capitals[i] || c == capitals[i] + 0x20)
			return "ABCEHKMOPTX"[i];
	return '\0';
}

bool
text_begins(const char *text, size_t len, const char *word)
{
	size_t n = strlen(word), p = 0, q = 0;

	while (q < n)
	{
		size_t used_text, used_word;

		if (p >= len || text_small(text_character(text + p, len - p, &used_text)) !=
							text_small(text_character(word + q, n - q, &used_word)))
			return false;
		p += used_text;
		q += used_word;
	}
	return true;
}

/* all capital and small letters of these scripts have the same length in UTF-8 */
bool
text_is_word(const char *text, size_t len, const char *word)
{
	return len == strlen(word) && text_begins(text, len, word);
}
