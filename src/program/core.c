/*
 * program/core.c: classifiers, their numbers and names.
 * See program/core.h for the value and program/grammar_core.c for the grammars.
 */
#include "program/core.h"

#include "ground/iso_core.h"
#include "ground/text_core.h"

#include <string.h>

/* What no grammar knows: up to ten symbols, whole parts between separators. */
static const ProgramPart general_parts[] = {
	{"code", PROGRAM_SYMBOLS, SYMBOL_COUNT, 0, 1, SYMBOL_COUNT, "", NULL, 0},
};
static const ProgramGrammar general_grammar = {
	.number = -1,
	.nparts = 1,
	.ends = 1 << 1,
	.prefix = "",
	.parts = general_parts,
};

int
program_classifier(int64_t value)
{
	return (int) (((uint64_t) value ^ PROGRAM_TOP_BIT) >> PROGRAM_CODE_BITS);
}

/* ---- classifiers ---- */

int
program_classifier_number(const char *name, size_t len)
{
	char key[PROGRAM_NAME_MAX] = {0};

	if (len == 0 || len >= PROGRAM_NAME_MAX)
		return -1;
	if (len == 2)
		return iso_state_number(name); /* no named classifier has two letters */
	for (size_t i = 0; i < len; i++)
		key[i] = text_upper(name[i]);
	if (len == 6 && memcmp(key, "ISCEDF", 6) == 0)
		memcpy(key, "ISCEDF2013", 10); /* there is only one edition */
	for (int i = 0; i < program_named_count; i++)
		if (memcmp(program_named[i].name, key, PROGRAM_NAME_MAX) == 0)
			return PROGRAM_FIRST_NAMED + i;
	return -1;
}

const ProgramGrammar *
program_classifier_grammar(int number)
{
	if (number >= PROGRAM_FIRST_NAMED)
		return number - PROGRAM_FIRST_NAMED < program_named_count ? &program_named[number - PROGRAM_FIRST_NAMED] : NULL;
	if (!iso_state_known(number))
		return NULL;
	for (int i = 0; i < program_states_count; i++)
		if (program_states[i].number == number)
			return &program_states[i];
	return &general_grammar;
}

char *
program_classifier_name(int number, char buf[PROGRAM_NAME_MAX])
{
	memset(buf, 0, PROGRAM_NAME_MAX);
	if (number >= 0 && number < ISO_STATES)
	{
		buf[0] = (char) ('A' + number / 26);
		buf[1] = (char) ('A' + number % 26);
	}
	else
	{
		const ProgramGrammar *g = program_classifier_grammar(number);

		if (g != NULL)
			memcpy(buf, g->name, PROGRAM_NAME_MAX);
	}
	return buf;
}

char *
program_classifier_state(int number, char buf[3])
{
	memset(buf, 0, 3);
	if (number >= 0 && number < ISO_STATES)
	{
		buf[0] = (char) ('A' + number / 26);
		buf[1] = (char) ('A' + number % 26);
	}
	else
	{
		const ProgramGrammar *g = program_classifier_grammar(number);

		if (g != NULL)
			memcpy(buf, g->state, 3);
	}
	return buf;
}
