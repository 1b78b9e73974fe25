/*
 * credit/type.h: the credit type inside PostgreSQL, for the C files of this room
 * and of the rooms after it.
 */
#ifndef SOCU_CREDIT_H
#define SOCU_CREDIT_H

#include "ground/socu.h"

#include "credit/core.h"
#include "utils/numeric.h"

#define PG_GETARG_CREDIT(n) PG_GETARG_INT64(n)
#define PG_RETURN_CREDIT(x) PG_RETURN_INT64(x)

/* The text form, palloc'ed. */
extern char *credit_text(int64 credit);

/*
 * The number of a scheme label given as an argument; ERROR 22023, with the
 * labels that there are, if it is none.
 */
extern int credit_scheme_required(const char *label, Size len);

/* The label of a scheme number, palloc'ed; "#1023" for one that this version does not know. */
extern char *credit_label(int64 scheme);

/*
 * An exact fraction from a numeric; ERROR 22003 if its parts do not fit, 22023
 * if it is not a finite number.  'what' names the argument in the message.
 */
extern CreditFraction credit_fraction_from_numeric(Numeric value, const char *what);

/* The exact decimal, or the value rounded half up to nine decimal places. */
extern Numeric credit_fraction_to_numeric(CreditFraction f);

/* "3/2", "7.5", as in a credit's text but without limits on the decimals. */
extern char *credit_fraction_text(CreditFraction f);

/* ERROR for a result of the core's arithmetic; 'doing' completes "… while …". */
extern SOCU_NORETURN void credit_arithmetic_error(CreditResult result, int64 a, int64 b);

/* A rounding step (> 0) and mode from SQL arguments; errors 22023. */
extern CreditFraction credit_step_from_numeric(Numeric step);
extern CreditRounding credit_rounding_required(const text *name);

#endif /* SOCU_CREDIT_H */
