/*
 * recognition/words.h: aggregate states that are arrays of bigint.
 *
 * A new or grown state is made in the current context: the executor copies it
 * to where states live.
 */
#ifndef SOCU_WORDS_H
#define SOCU_WORDS_H

#include "ground/socu.h"

#include "utils/array.h"

/* A zeroed array of bigint. */
extern ArrayType *words_new(int words);

/* How many words it has; -1 if it is no such array. */
extern int words_count(const ArrayType *array);

/*
 * Argument 0, a state that is not null, to be changed: the aggregate's own, or
 * a copy where the function was called by itself.
 */
extern ArrayType *words_state(FunctionCallInfo fcinfo);

/* What a transition function returns for a row that changes nothing. */
extern Datum words_unchanged(FunctionCallInfo fcinfo);

extern SOCU_NORETURN void words_invalid(const char *aggregate);

#endif /* SOCU_WORDS_H */
