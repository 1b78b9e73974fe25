/*
 * program/repair_core.h: what a damaged code may have been.
 *
 * One repair at a time; only ".0" behind a number is taken off before another.
 */
#ifndef PROGRAM_REPAIR_CORE_H
#define PROGRAM_REPAIR_CORE_H

#include "program/readings_core.h"

/* the repairs, as bits */
#define PROGRAM_REPAIR_LEADING_ZERO 0x01 /* a leading zero was lost: 50703 */
#define PROGRAM_REPAIR_LETTER 0x02		 /* a letter stands for a digit: 6M0703OO */
#define PROGRAM_REPAIR_SUFFIX_ORDER 0x04 /* suffix letters swapped: 080911KT */
#define PROGRAM_REPAIR_TAG 0x08			 /* a tag of one letter hangs on: 60610200-K */
#define PROGRAM_REPAIR_EXTENSION 0x10	 /* digits of an admission list hang on: 60920103005 */
#define PROGRAM_REPAIR_DATE 0x20		 /* the number of a day in a spreadsheet: 37355 */
#define PROGRAM_REPAIR_DECIMAL 0x40		 /* a column of numbers: 80901.0 */
#define PROGRAM_REPAIRS 7

extern const char *const program_repair_names[PROGRAM_REPAIRS];

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
