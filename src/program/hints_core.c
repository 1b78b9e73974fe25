/*
 * program/hints_core.c: what a caller knows besides the code: see program_hints().
 */
#include "ground/iso_core.h"
#include "program/parse_core.h"
#include "program/window_core.h"

#include <string.h>

/* the ISCED levels that a word means */
static bool
level_word(const char *word, size_t len, uint16_t *levels)
{
	static const struct
	{
		const char *word;
		uint16_t levels;
	} words[] = {{"bachelor", 1 << 6},	  {"бакалавр", 1 << 6},		{"бакалавриат", 1 << 6},  {"master", 1 << 7},
				 {"specialist", 1 << 7},  {"магистр", 1 << 7},		{"магистратура", 1 << 7}, {"специалист", 1 << 7},
				 {"residency", 1 << 7},	  {"doctor", 1 << 8},		{"doctoral", 1 << 8},	  {"phd", 1 << 8},
				 {"аспирантура", 1 << 8}, {"докторантура", 1 << 8}, {"short", 1 << 5}};

	if (len == 1 && word[0] >= '0' && word[0] <= '8')
	{
		*levels = (uint16_t) (1 << (word[0] - '0'));
		return true;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_is_word(word, len, words[i].word))
		{
			*levels = words[i].levels;
			return true;
		}
	return false;
}

/* "2009", "2009-09" or "2009-09-01": the year */
static bool
year_word(const char *word, size_t len, int *year)
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

static bool
is_separator(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == ',' || c == ';' || c == '\0';
}

/* one word of the hint, without its key; false if it is none */
static bool
hint_word(const char *word, size_t n, ProgramHints *hints)
{
	int number = program_classifier_number(word, n);
	uint16_t levels;
	int year;

	if (number >= 0 && number < ISO_STATES)
		program_classifier_state(number, hints->state);
	else if (number >= 0)
		hints->classifier = number;
	else if (level_word(word, n, &levels))
		hints->levels = levels;
	else if (year_word(word, n, &year))
		hints->year = year;
	else
		return false;
	return true;
}

bool
program_hints(const char *text, size_t len, ProgramHints *hints)
{
	static const char *const keys[] = {"classifier=", "country=", "state=", "level=", "isced=", "year=", "date=", NULL};
	size_t p = 0;

	*hints = (ProgramHints) PROGRAM_NO_HINTS;
	while (p < len)
	{
		size_t n = 0, key = 0;

		if (is_separator(text[p]))
		{
			p++;
			continue;
		}
		while (p + n < len && !is_separator(text[p + n]))
			n++;
		for (int i = 0; keys[i] != NULL && key == 0; i++)
			if (text_begins(text + p, n, keys[i]))
				key = strlen(keys[i]);
		if (!hint_word(text + p + key, n - key, hints))
			return false;
		p += n;
	}
	return true;
}
