/*
 * program/window_core.c: see program/window_core.h.
 */
#include "program/window_core.h"

#include <string.h>

/* ---- characters ---- */

/* what an ASCII character is */
static ByteKind
ascii_kind(char c)
{
	return c >= '0' && c <= '9'								  ? IS_DIGIT
		   : (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? IS_LETTER
															  : IS_DELIMITER;
}

/* ---- normalising ---- */

/* One byte more; those of one character have one origin. */
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
		uint32_t c = text_plain(text_character(text + at, w->end - at, &used));
		char folded;

		if (text_is_ignorable(c))
		{
			at += used;
			continue;
		}
		if (w->n + 4 > WINDOW_BYTES)
		{
			w->cut = true;
			break;
		}
		if (text_is_white(c))
		{
			if (w->n > 0 && w->text[w->n - 1] != ' ')
				put(w, ' ', IS_DELIMITER, at);
		}
		else if (text_is_dash(c))
			put(w, '-', IS_DELIMITER, at);
		else if (c < 0x80)
			put(w, (char) c, ascii_kind((char) c), at);
		else if ((folded = text_look_alike(c)) != '\0')
			put(w, folded, IS_LETTER, at);
		else
			for (size_t i = 0; i < used; i++)
				put(w, text[at + i],
					text_is_ideograph(c) ? IS_IDEOGRAPH
					: text_is_letter(c)	 ? IS_LETTER
										 : IS_DELIMITER,
					at);
		at += used;
	}
	while (!w->cut && w->n > 0 && w->text[w->n - 1] == ' ')
		w->n--;
	w->origin[w->n] = w->cut ? at : w->end;
}

/* nothing there, or a word for nothing */
bool
window_is_placeholder(const char *text, size_t len)
{
	static const char *const words[] = {"n/a", "na", "none", "null", "нет", "无", "無", NULL};
	size_t at = 0, used;

	for (int i = 0; words[i] != NULL; i++)
		if (text_is_word(text, len, words[i]))
			return true;
	/* dashes, dots and question marks: no letter and no digit among the first hundred bytes of a short text */
	if (len > 100)
		return false;
	for (; at < len; at += used)
	{
		uint32_t c = text_character(text + at, len - at, &used);

		if (c < 0x80 ? ascii_kind((char) c) != IS_DELIMITER
					 : !(text_is_dash(c) || text_is_white(c) || text_is_ignorable(c)))
			return false;
	}
	return true;
}

void
window_copy(Window *to, const Window *from)
{
	memcpy(to->text, from->text, from->n);
	memcpy(to->kind, from->kind, from->n);
	memcpy(to->origin, from->origin, (from->n + 1) * sizeof(from->origin[0]));
	to->n = from->n;
	to->end = from->end;
	to->cut = from->cut;
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

/* closing brackets and quotes */
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
