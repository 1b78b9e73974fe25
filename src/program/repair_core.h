/*
 * program/repair_core.h: what a damaged code may have been.
 *
 * One repair at a time; only ".0" behind a number is taken off before another.
 */
#ifndef PROGRAM_REPAIR_CORE_H
#define PROGRAM_REPAIR_CORE_H

#include "program/readings_core.h"

typedef struct RepairedReadings
{
	Readings readings;
	unsigned repairs[PROGRAM_CANDIDATES]; /* bits PROGRAM_REPAIR_..., of each reading */
	size_t titles[PROGRAM_CANDIDATES];	  /* where in the given text the title begins; its end: none */
} RepairedReadings;

/* All readings of the window after a repair. */
extern void repair_all(const Window *given, const ProgramHints *hints, RepairedReadings *all);

/* Adds what the window reads as if it had lost one or two zeros in front. */
extern void repair_zeros(const Window *given, const ProgramHints *hints, Readings *all);

#endif /* PROGRAM_REPAIR_CORE_H */
