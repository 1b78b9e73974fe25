/*
 * program/readings_core.h: which codes may stand at a place of a window.
 */
#ifndef PROGRAM_READINGS_CORE_H
#define PROGRAM_READINGS_CORE_H

#include "program/hints_core.h"
#include "program/window_core.h"

#define PROGRAM_CANDIDATES 64 /* readings of one text at most */

/* Readings of one place: codes, each once, and where each ends in the window. */
typedef struct Readings
{
	int n;
	int64_t value[PROGRAM_CANDIDATES];
	size_t end[PROGRAM_CANDIDATES];
} Readings;

/* Adds a reading unless it is there; false if it was, or there is no room. */
extern bool readings_add(Readings *r, int64_t value, size_t end);

/* All readings at 'from' that the hints admit, with what 'tail' accepts behind them. */
extern void readings_at(Window *w, size_t from, const ProgramHints *hints, ProgramTail tail, Readings *r);

/* The end of the longest reading, 0 for none. */
extern size_t readings_longest(const Readings *r);

/*
 * May some of these readings lack a zero in front without its length telling?
 * So it is where the classifier has codes of several lengths.
 */
extern bool readings_may_lack_zero(const Window *w, const Readings *r);

/*
 * Does a second code stand behind the first, which ends at 'end'?
 * 'classifier' is the first one's, -1 if that is not sure.
 */
extern bool readings_second(Window *w, size_t end, const ProgramHints *hints, int classifier);

#endif /* PROGRAM_READINGS_CORE_H */
