/*
 * program/hints_core.c: see program/hints_core.h.
 */
#include "program/hints_core.h"

#include "ground/hints_core.h"
#include "ground/iso_core.h"

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

/* one word of the hint: each kind is told by its form, so its key says nothing more */
static bool
hint_word(void *context, int key, const char *word, size_t n)
{
	ProgramHints *hints = context;
	int number = program_classifier_number(word, n);
	uint16_t levels;
	int year;

	(void) key;
	if (number >= 0 && number < ISO_STATES)
		program_classifier_state(number, hints->state);
	else if (number >= 0)
		hints->classifier = number;
	else if (level_word(word, n, &levels))
		hints->levels = levels;
	else if (hints_year(word, n, &year))
		hints->year = year;
	else
		return false;
	return true;
}

bool
program_hints(const char *text, size_t len, ProgramHints *hints)
{
	static const char *const keys[] = {"classifier=", "country=", "state=", "level=", "isced=", "year=", "date=", NULL};

	*hints = (ProgramHints) PROGRAM_NO_HINTS;
	return hints_read(text, len, keys, hint_word, hints);
}
