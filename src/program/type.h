/*
 * program/type.h: what other rooms' C code shares about the type program_code.
 * The values and their arithmetic are in program/core.h.
 */
#ifndef SOCU_PROGRAM_H
#define SOCU_PROGRAM_H

#include "ground/socu.h"
#include "program/core.h"

#define PG_GETARG_PROGRAM(n) PG_GETARG_INT64(n)
#define PG_RETURN_PROGRAM(x) PG_RETURN_INT64(x)
#define ProgramGetDatum(x) Int64GetDatum(x)
#define DatumGetProgram(x) DatumGetInt64(x)

/* The palloc'ed text "CLASSIFIER:code" of a value. */
extern char *program_text(int64 value);

/* Input of the type. */
extern PGDLLEXPORT Datum program_code_in(PG_FUNCTION_ARGS);

/* What <@ and @> call; the planner support function tells them apart by address. */
extern PGDLLEXPORT Datum program_code_below(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum program_code_above(PG_FUNCTION_ARGS);

#endif /* SOCU_PROGRAM_H */
