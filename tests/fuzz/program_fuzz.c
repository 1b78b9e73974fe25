/*
 * Fuzz target: whatever is read as a code prints to a text that reads back as the
 * same value, lies within its parents' subtrees and is refused nowhere else; any
 * 8 bytes are survived; program_parse keeps its promises on any text and hint.
 */
#include <stdlib.h>
#include <string.h>

#include "program/core.h"
#include "program/parse_core.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool holds)
{
	if (!holds)
		abort();
}

/* all that must hold for the value of a code */
static void
check_code(int64_t value)
{
	char text[PROGRAM_TEXT_MAX];
	ProgramProblem problem;
	int64_t back, above = value, lo, hi;
	int n = program_out(value, text);
	int depth = program_depth(value);

	demand(n < PROGRAM_TEXT_MAX && program_valid(value));
	demand(program_in(text, (size_t) n, &back, &problem) == PROGRAM_OK && back == value);
	program_subtree(value, &lo, &hi);
	demand(lo == value && hi >= value && program_classifier(hi) == program_classifier(value));
	while (program_parent(above, &above))
	{
		demand(program_valid(above) && program_below(value, above) && !program_below(above, value) &&
			   program_depth(above) == --depth);
		demand(program_common(value, above, &back) && back == above);
	}
	demand(depth == 1 && program_level(value) <= 8);
	(void) program_listed(value);
}

/* readings of a text as it is */
static void
check_text(const char *text, size_t len)
{
	ProgramProblem problem;
	int64_t value;

	switch (program_in(text, len, &value, &problem))
	{
		case PROGRAM_OK:
			check_code(value);
			break;
		case PROGRAM_EMPTY:
		case PROGRAM_NO_CLASSIFIER:
			break;
		default:
			demand(problem.offset <= len);
			if (problem.classifier >= 0)
				demand(problem.part <= program_classifier_grammar(problem.classifier)->nparts);
	}
}

/* readings of a text that may be anything */
static void
check_parse(const char *text, size_t len, const ProgramHints *hints, bool lenient)
{
	ProgramParse parse;

	program_parse(text, len, hints, lenient, &parse);
	demand((parse.status == PROGRAM_PARSED) == (parse.ncandidates == 1) &&
		   (parse.status == PROGRAM_AMBIGUOUS) == (parse.ncandidates > 1));
	demand(parse.title <= len && parse.title_len <= len - parse.title);
	demand(parse.repairs == 0 || (lenient && parse.status == PROGRAM_PARSED));
	for (int i = 0; i < parse.ncandidates; i++)
	{
		char state[3];

		check_code(parse.candidates[i]);
		program_classifier_state(program_classifier(parse.candidates[i]), state);
		demand(hints->classifier < 0 || program_classifier(parse.candidates[i]) == hints->classifier);
		demand(hints->state[0] == '\0' || strcmp(hints->state, state) == 0);
		demand(hints->levels == 0 || program_levels(parse.candidates[i]) == 0 ||
			   (program_levels(parse.candidates[i]) & hints->levels) != 0);
	}
	if (parse.status == PROGRAM_PARSED)
		demand(parse.code == parse.candidates[0]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	ProgramHints hints = {-1, "", 0};
	int64_t value;
	size_t bar;

	check_text(text, size);
	check_parse(text, size, &hints, false);
	check_parse(text, size, &hints, true);
	/* "hint|text" */
	for (bar = 0; bar < size && text[bar] != '|'; bar++)
		;
	if (bar < size && program_hints(text, bar, &hints))
		check_parse(text + bar + 1, size - bar - 1, &hints, true);
	if (size == sizeof(value))
	{
		char out[PROGRAM_TEXT_MAX];

		memcpy(&value, data, sizeof(value));
		demand(program_out(value, out) < PROGRAM_TEXT_MAX);
		if (program_valid(value))
			check_code(value);
	}
	return 0;
}
