/*
 * program/window_core.h: the beginning of a cell, made easy to read: one width, one kind of
 * digit, dash and space, Latin letters for those that look the same.
 *
 * A Window remembers for each of its bytes where in the given text it comes
 * from, so that titles are cut from the text as it was written.
 */
#ifndef PROGRAM_WINDOW_CORE_H
#define PROGRAM_WINDOW_CORE_H

#include "ground/text_core.h"

#define WINDOW_BYTES 512 /* normalised bytes that are looked at */
#define WINDOW_SPARE 8	 /* room for what a repair puts in */

/* what a normalised byte is */
typedef enum ByteKind
{
	IS_DELIMITER, /* neither letter nor digit */
	IS_DIGIT,
	IS_LETTER,
	IS_IDEOGRAPH /* a letter that needs no space before it */
} ByteKind;

typedef struct Window
{
	char text[WINDOW_BYTES + WINDOW_SPARE];
	unsigned char kind[WINDOW_BYTES + WINDOW_SPARE];
	size_t origin[WINDOW_BYTES + WINDOW_SPARE]; /* where in the given text it comes from */
	size_t n;
	size_t end; /* of the given text, trimmed */
	bool cut;	/* there is more than the window shows */
} Window;

/* Nothing there, or a word for nothing? */
extern bool window_is_placeholder(const char *text, size_t len);

/* Fills the window from the text at 'at'; 'end' is set before. */
extern void window_fill(Window *w, const char *text, size_t at);

/* A copy to be changed: only the bytes in use are copied, for a window is large and most cells are short. */
extern void window_copy(Window *to, const Window *from);

/* Takes n bytes out; puts one in (there is WINDOW_SPARE room for that). */
extern void window_delete(Window *w, size_t at, size_t n);
extern void window_insert(Window *w, size_t at, char c, ByteKind kind);

/* Only a final dot, closing brackets and quotes from p to the end? */
extern bool window_ends_at(const Window *w, size_t p);

/* The place behind the delimiters at p. */
extern size_t window_behind_delimiters(const Window *w, size_t p);

/* How many letters stand at p, counted to two. */
extern int window_letters_at(const Window *w, size_t p);

/* What may follow a code: the end, or a delimiter and a word.  'context' is the window. */
extern bool window_strict_tail(void *context, size_t p);

/* For the search of a second code: anything that is not glued on. */
extern bool window_loose_tail(void *context, size_t p);

static inline bool
window_has_digit(const Window *w, size_t from, size_t to)
{
	for (size_t p = from; p < to; p++)
		if (w->kind[p] == IS_DIGIT)
			return true;
	return false;
}

#endif /* PROGRAM_WINDOW_CORE_H */
