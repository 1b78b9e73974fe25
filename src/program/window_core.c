/*
 * program/window_core.c: see program/window_core.h.
 */
#include "program/window_core.h"

#include <string.h>

/* ---- characters ---- */

/* the character at s (UTF-8, of at most len bytes); bytes that are no character stand for themselves */
uint32_t
window_character(const char *s, size_t len, size_t *used)
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

static bool
in(uint32_t c, uint32_t lo, uint32_t hi)
{
	return c >= lo && c <= hi;
}

/* soft hyphen, joiners, direction and byte order marks */
static bool
is_ignorable(uint32_t c)
{
	return c == 0xAD || c == 0x61C || c == 0x180E || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
		   in(c, 0x2060, 0x2069) || c == 0xFEFF || in(c, 0xFE00, 0xFE0F);
}

static bool
is_white(uint32_t c)
{
	return c <= ' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) || c == 0x2028 ||
		   c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool
window_is_blank(uint32_t c)
{
	return is_white(c) || is_ignorable(c);
}

static bool
is_dash(uint32_t c)
{
	return in(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63;
}

static bool
is_ideograph(uint32_t c)
{
	return in(c, 0x3040, 0x30FF) || in(c, 0x3400, 0x9FFF) || in(c, 0xAC00, 0xD7AF) || in(c, 0xF900, 0xFAFF) ||
		   in(c, 0x20000, 0x3FFFF);
}

/* beyond ASCII: what is no punctuation or symbol */
static bool
is_letter(uint32_t c)
{
	return c == 0xAA || c == 0xB5 || c == 0xBA ||
		   (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !in(c, 0x2000, 0x2BFF) && !in(c, 0x2E00, 0x2E7F) &&
			!in(c, 0x3000, 0x303F) && !in(c, 0xFE10, 0xFE6F) && !in(c, 0xFFE0, 0xFFFF) && !in(c, 0x60C, 0x61F));
}

/* Latin capitals for Cyrillic letters that look the same: А В С Е Н К М О Р Т Х, and small ones */
static char
look_alike(uint32_t c)
{
	static const uint32_t capitals[] = {0x410, 0x412, 0x421, 0x415, 0x41D, 0x41A, 0x41C, 0x41E, 0x420, 0x422, 0x425};

	for (int i = 0; i < 11; i++)
		if (c == capitals[i] || c == capitals[i] + 0x20)
			return "ABCEHKMOPTX"[i];
	return '\0';
}

static ByteKind
ascii_kind(char c)
{
	return c >= '0' && c <= '9'								  ? IS_DIGIT
		   : (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? IS_LETTER
															  : IS_DELIMITER;
}

/* ---- normalising ---- */

static void
put(Window *w, char c, ByteKind kind, size_t origin)
{
	w->text[w->n] = c;
	w->kind[w->n] = (unsigned char) kind;
	w->origin[w->n] = origin;
	w->n++;
}

/* fills the window from the text at 'at': width, digits, dashes, spaces and look-alikes made one */
void
window_fill(Window *w, const char *text, size_t at)
{
	w->n = 0;
	w->cut = false;
	while (at < w->end)
	{
		size_t used;
		uint32_t c = window_character(text + at, w->end - at, &used);
		char folded;

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		else if (in(c, 0x660, 0x669))
			c = c - 0x660 + '0';
		else if (in(c, 0x6F0, 0x6F9))
			c = c - 0x6F0 + '0';
		if (is_ignorable(c))
		{
			at += used;
			continue;
		}
		if (w->n + 4 > WINDOW_BYTES)
		{
			w->cut = true;
			break;
		}
		if (is_white(c))
		{
			if (w->n > 0 && w->text[w->n - 1] != ' ')
				put(w, ' ', IS_DELIMITER, at);
		}
		else if (is_dash(c))
			put(w, '-', IS_DELIMITER, at);
		else if (c < 0x80)
			put(w, (char) c, ascii_kind((char) c), at);
		else if ((folded = look_alike(c)) != '\0')
			put(w, folded, IS_LETTER, at);
		else
			for (size_t i = 0; i < used; i++)
				put(w, text[at + i], is_ideograph(c) ? IS_IDEOGRAPH : is_letter(c) ? IS_LETTER : IS_DELIMITER, at);
		at += used;
	}
	while (!w->cut && w->n > 0 && w->text[w->n - 1] == ' ')
		w->n--;
	w->origin[w->n] = w->cut ? at : w->end;
}

/* the end of the text without white space and marks behind it */
size_t
window_trimmed_end(const char *text, size_t len)
{
	while (len > 0)
	{
		size_t start = len - 1, used;
		uint32_t c;

		while (start > 0 && len - start < 4 && ((unsigned char) text[start] & 0xC0) == 0x80)
			start--;
		c = window_character(text + start, len - start, &used);
		if (start + used != len || !(is_white(c) || is_ignorable(c)))
			break;
		len = start;
	}
	return len;
}

size_t
window_trimmed_start(const char *text, size_t len)
{
	size_t start = 0, used;

	while (start < len && window_is_blank(window_character(text + start, len - start, &used)))
		start += used;
	return start;
}

/* capital letters made small: Latin, Greek without marks, Cyrillic */
static uint32_t
small_letter(uint32_t c)
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

bool
window_starts_with(const char *text, size_t len, const char *word)
{
	size_t n = strlen(word), p = 0, q = 0;

	while (q < n)
	{
		size_t used_text, used_word;

		if (p >= len || small_letter(window_character(text + p, len - p, &used_text)) !=
							small_letter(window_character(word + q, n - q, &used_word)))
			return false;
		p += used_text;
		q += used_word;
	}
	return true;
}

/* all capital and small letters of these scripts have the same length in UTF-8 */
bool
window_is_word(const char *text, size_t len, const char *word)
{
	return len == strlen(word) && window_starts_with(text, len, word);
}

/* nothing there, or a word for nothing */
bool
window_is_placeholder(const char *text, size_t len)
{
	static const char *const words[] = {"n/a", "na", "none", "null", "нет", "无", "無", NULL};
	size_t at = 0, used;

	for (int i = 0; words[i] != NULL; i++)
		if (window_is_word(text, len, words[i]))
			return true;
	/* dashes, dots and question marks: no letter and no digit among the first hundred bytes of a short text */
	if (len > 100)
		return false;
	for (; at < len; at += used)
	{
		uint32_t c = window_character(text + at, len - at, &used);

		if (c < 0x80 ? ascii_kind((char) c) != IS_DELIMITER : !(is_dash(c) || is_white(c) || is_ignorable(c)))
			return false;
	}
	return true;
}

void
window_delete(Window *w, size_t at, size_t n)
{
	size_t rest = w->n - at - n;

	memmove(w->text + at, w->text + at + n, rest);
	memmove(w->kind + at, w->kind + at + n, rest);
	memmove(w->origin + at, w->origin + at + n, (rest + 1) * sizeof(w->origin[0]));
	w->n -= n;
}

void
window_insert(Window *w, size_t at, char c, ByteKind kind)
{
	size_t rest = w->n - at;

	memmove(w->text + at + 1, w->text + at, rest);
	memmove(w->kind + at + 1, w->kind + at, rest);
	memmove(w->origin + at + 1, w->origin + at, (rest + 1) * sizeof(w->origin[0]));
	w->text[at] = c;
	w->kind[at] = (unsigned char) kind;
	w->n++;
}

/* ---- what may follow a code ---- */

static bool
is_closer(const Window *w, size_t p)
{
	/* the last three: the second and third byte of ” and ’, and » */
	return p < w->n &&
		   (strchr(")]}\"'", w->text[p]) != NULL || (w->kind[p] == IS_DELIMITER && (unsigned char) w->text[p] >= 0x80));
}

/* only a final dot, closing brackets and quotes up to the end */
bool
window_ends_at(const Window *w, size_t p)
{
	bool dot = false;

	for (; p < w->n; p++)
	{
		if (w->text[p] == '.' && !dot)
			dot = true;
		else if (w->text[p] != ' ' && !is_closer(w, p))
			return false;
	}
	return !w->cut;
}

/* where the text behind a code begins: behind the delimiters */
size_t
window_behind_delimiters(const Window *w, size_t p)
{
	while (p < w->n && w->kind[p] == IS_DELIMITER)
		p++;
	return p;
}

/* how many letters stand at p, counted to two */
int
window_letters_at(const Window *w, size_t p)
{
	size_t q = p + 1;

	if (p >= w->n || (w->kind[p] != IS_LETTER && w->kind[p] != IS_IDEOGRAPH))
		return 0;
	if (w->kind[p] == IS_IDEOGRAPH)
		return 2;
	while (q < w->n && w->origin[q] == w->origin[p])
		q++;
	return q < w->n && (w->kind[q] == IS_LETTER || w->kind[q] == IS_IDEOGRAPH) ? 2 : 1;
}

bool
window_strict_tail(void *context, size_t p)
{
	const Window *w = context;
	size_t q;

	if (p >= w->n || window_ends_at(w, p) || w->kind[p] == IS_IDEOGRAPH)
		return true;
	q = window_behind_delimiters(w, p);
	return q > p && window_letters_at(w, q) == 2;
}

/* for the search of a second code: anything that is not glued on */
bool
window_loose_tail(void *context, size_t p)
{
	const Window *w = context;

	return p >= w->n || w->kind[p] == IS_DELIMITER || w->kind[p] == IS_IDEOGRAPH;
}
