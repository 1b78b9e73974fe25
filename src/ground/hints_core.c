/*
 * ground/hints_core.c: see ground/hints_core.h.
 */
#include "ground/hints_core.h"

#include <string.h>

/* white space of ASCII, and the marks that people put between words; NUL too, so that any bytes are survived */
static bool
is_separator(char c)
{
	return text_is_space(c) || c == ',' || c == ';' || c == '\0';
}

/* the key that a word begins with, and its length; -1 for a bare word */
static int
key_of(const char *word, size_t len, const char *const *keys, size_t *key_len)
{
	*key_len = 0;
	for (int i = 0; keys[i] != NULL; i++)
		if (text_begins(word, len, keys[i]))
		{
			*key_len = strlen(keys[i]);
			return i;
		}
	return -1;
}

bool
hints_read(const char *text, size_t len, const char *const *keys, HintWord take, void *hints)
{
	size_t p = 0;

	while (p < len)
	{
		size_t n = 0, key_len;
		int key;

		if (is_separator(text[p]))
		{
			p++;
			continue;
		}
		while (p + n < len && !is_separator(text[p + n]))
			n++;
		key = key_of(text + p, n, keys, &key_len);
		if (!take(hints, key, text + p + key_len, n - key_len))
			return false;
		p += n;
	}
	return true;
}

bool
hints_year(const char *word, size_t len, int *year)
{
	static const char form[] = "9999-19-39"; /* the greatest digit in each place */

	if (len != 4 && len != 7 && len != 10)
		return false;
	for (size_t i = 0; i < len; i++)
		if (form[i] == '-' ? word[i] != '-' : word[i] < '0' || word[i] > form[i])
			return false;
	*year = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
	return *year >= 1900 && *year < 2200;
}
