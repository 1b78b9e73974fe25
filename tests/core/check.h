/*
 * check.h: the few lines that a core test needs.  Each check prints "ok - what"
 * or "not ok - what"; done() ends the program with the plan.
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int check_count = 0;
static int check_failures = 0;

static inline bool __attribute__((format(printf, 2, 3))) check(bool holds, const char *what, ...)
{
	va_list args;

	check_count++;
	if (!holds)
		check_failures++;
	printf(holds ? "ok - " : "not ok - ");
	va_start(args, what);
	vprintf(what, args);
	va_end(args);
	printf("\n");
	return holds;
}

static inline int
done(void)
{
	printf("1..%d\n", check_count);
	return check_failures != 0;
}

/* A small generator of our own (splitmix64), so that every run sees the same values. */
static inline uint64_t
next_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

#endif /* CHECK_H */
