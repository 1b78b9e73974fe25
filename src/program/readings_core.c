/*
 * program/readings_core.c: see program/readings_core.h.
 */
#include "program/readings_core.h"

#include <string.h>

typedef struct Shifted
{
	Window *w;
	size_t from;
	ProgramTail tail;
} Shifted;

/* a tail for a reading that begins within the window */
static bool
shifted_tail(void *context, size_t p)
{
	Shifted *s = context;

	return s->tail(s->w, s->from + p);
}

/* one classifier's reading at 'from'; false if there is none */
static bool
read_one(Window *w, size_t from, int classifier, const ProgramHints *hints, ProgramTail tail, int64_t *value,
		 size_t *end)
{
	Shifted s = {w, from, tail};
	bool named = hints->classifier >= 0;
	bool compact = named || hints->state[0] != '\0';
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	size_t len;
	uint16_t levels;

	len = program_read(classifier, w->text + from, w->n - from, PROGRAM_READ_LISTED | PROGRAM_READ_SPACED, compact,
					   shifted_tail, &s, value);
	/* who names the classifier may mean a heading */
	if (len == 0 && named)
		len = program_read(classifier, w->text + from, w->n - from, PROGRAM_READ_SPACED, compact, shifted_tail, &s,
						   value);
	if (len == 0)
		return false;
	/* where no grammar tells, a word is no code */
	if (g->parts[0].kind == PROGRAM_SYMBOLS && !window_has_digit(w, from, from + len))
		return false;
	levels = program_levels(*value);
	if (hints->levels != 0 && levels != 0 && (levels & hints->levels) == 0)
		return false;
	*end = from + len;
	return true;
}

/* the same state: two letters, or none */
static inline bool
same_state(const char *a, const char *b)
{
	return a[0] == b[0] && a[1] == b[1];
}

/* is some classifier of this state searched? */
static bool
state_is_known(const char *state)
{
	for (int i = 0; i < program_states_count; i++)
		if ((program_states[i].flags & PROGRAM_SEARCHED) && same_state(program_states[i].state, state))
			return true;
	for (int i = 0; i < program_named_count; i++)
		if ((program_named[i].flags & PROGRAM_SEARCHED) && same_state(program_named[i].state, state))
			return true;
	return false;
}

bool
readings_add(Readings *r, int64_t value, size_t end)
{
	for (int i = 0; i < r->n; i++)
		if (r->value[i] == value)
			return false;
	if (r->n == PROGRAM_CANDIDATES)
		return false;
	r->value[r->n] = value;
	r->end[r->n] = end;
	r->n++;
	return true;
}

/* were codes of this classifier given, or finished under, in that year? */
static bool
in_force(const ProgramGrammar *g, int year)
{
	return year == 0 || ((g->from == 0 || year >= g->from) && (g->to == 0 || year <= g->to + PROGRAM_COHORT_YEARS));
}

/* may a code of this grammar begin with this character?  A quick no saves the reader most classifiers. */
static bool
may_begin(const ProgramGrammar *g, char c)
{
	const ProgramPart *first = &g->parts[0];
	const char *words = first->tokens;

	if (g->prefix[0] != '\0')
		return text_upper(c) == g->prefix[0];
	if (first->flags & PROGRAM_OPTIONAL)
		return true;
	if (first->kind == PROGRAM_NUMBER || first->kind == PROGRAM_VARIABLE || first->kind == PROGRAM_SERIAL)
		return text_is_digit(c);
	if (first->kind != PROGRAM_TOKEN)
		return true;
	for (c = text_upper(c); *words != '\0'; words++)
		if (text_upper(*words) == c && (words == first->tokens || words[-1] == ' '))
			return true;
	return false;
}

/* adds the reading of one classifier, if it is searched and the hints admit it */
static void
try_classifier(Window *w, size_t from, const ProgramGrammar *g, const ProgramHints *hints, ProgramTail tail,
			   Readings *r)
{
	int64_t value;
	size_t end;

	if ((g->flags & PROGRAM_SEARCHED) && may_begin(g, w->text[from]) && in_force(g, hints->year) &&
		(hints->state[0] == '\0' || same_state(hints->state, g->state)) &&
		read_one(w, from, g->number, hints, tail, &value, &end))
		readings_add(r, value, end);
}

void
readings_at(Window *w, size_t from, const ProgramHints *hints, ProgramTail tail, Readings *r)
{
	int64_t value;
	size_t end;

	r->n = 0;
	if (from >= w->n)
		return;
	if (hints->classifier >= 0)
	{
		char state[3];

		program_classifier_state(hints->classifier, state);
		if ((hints->state[0] == '\0' || same_state(hints->state, state)) &&
			read_one(w, from, hints->classifier, hints, tail, &value, &end))
			readings_add(r, value, end);
		return;
	}
	if (hints->state[0] != '\0' && !state_is_known(hints->state))
	{
		if (read_one(w, from, program_classifier_number(hints->state, 2), hints, tail, &value, &end))
			readings_add(r, value, end);
		return;
	}
	for (int i = 0; i < program_states_count; i++)
		try_classifier(w, from, &program_states[i], hints, tail, r);
	for (int i = 0; i < program_named_count; i++)
		try_classifier(w, from, &program_named[i], hints, tail, r);
}

size_t
readings_longest(const Readings *r)
{
	size_t longest = 0;

	for (int i = 0; i < r->n; i++)
		if (r->end[i] > longest)
			longest = r->end[i];
	return longest;
}

/* has the classifier codes of several lengths? */
static bool
several_lengths(const ProgramGrammar *g)
{
	for (int i = 0; i < g->nparts; i++)
	{
		if (g->parts[i].kind == PROGRAM_VARIABLE)
			return true;
		/* a code that may end before this part of digits is shorter by it */
		if ((g->ends >> i & 1) && (g->parts[i].kind == PROGRAM_NUMBER || g->parts[i].kind == PROGRAM_MIXED) &&
			!(g->parts[i].flags & PROGRAM_OWN_SEP))
			return true;
	}
	return false;
}

bool
readings_may_lack_zero(const Window *w, const Readings *r)
{
	if (w->n == 0 || w->kind[0] != IS_DIGIT || w->text[0] == '0')
		return false;
	for (int i = 0; i < r->n; i++)
		if (several_lengths(program_classifier_grammar(program_classifier(r->value[i]))))
			return true;
	return false;
}

/* behind "and" in the languages of the network: how much to skip, delimiters included */
static size_t
behind_conjunction(const Window *w, size_t p)
{
	/* as the window shows them: with Latin letters for the Cyrillic ones that look the same */
	static const char *const words[] = {"и",  "или", "and", "or", "жәHE", "жAHA", "BA",
										"va", "与",	 "和",	"及", "或",	  NULL};

	for (int i = 0; words[i] != NULL; i++)
	{
		size_t n = strlen(words[i]);

		if (text_begins(w->text + p, w->n - p, words[i]) && p + n < w->n &&
			(w->kind[p + n] == IS_DELIMITER || w->kind[p] == IS_IDEOGRAPH))
			return window_behind_delimiters(w, p + n);
	}
	return p;
}

/* does a code of this classifier stand in full somewhere behind p? */
static bool
same_classifier_behind(Window *w, size_t p, size_t end, int classifier)
{
	int64_t value;

	if (classifier < 0 || program_classifier_grammar(classifier)->parts[0].kind == PROGRAM_SYMBOLS)
		return false;
	for (; p < w->n; p++)
	{
		Shifted s = {w, p, window_loose_tail};

		if (p > end && w->kind[p] != IS_DELIMITER && w->kind[p - 1] == IS_DELIMITER &&
			program_read(classifier, w->text + p, w->n - p, PROGRAM_READ_LISTED | PROGRAM_READ_SPACED, false,
						 shifted_tail, &s, &value) >= 5)
			return true;
	}
	return false;
}

bool
readings_second(Window *w, size_t end, const ProgramHints *hints, int classifier)
{
	Readings r;
	size_t p = window_behind_delimiters(w, end);

	if (p < w->n)
		p = behind_conjunction(w, p);
	/* right behind: of any classifier, if it is long enough to be no number of something else */
	readings_at(w, p, hints, window_strict_tail, &r);
	if (r.n == 0)
		readings_at(w, p, hints, window_loose_tail, &r);
	for (int i = 0; i < r.n; i++)
		if (p > end && r.end[i] - p >= 4)
			return true;
	return same_classifier_behind(w, p, end, classifier);
}
