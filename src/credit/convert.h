/*
 * credit/convert.h: what a conversion call asks for, read from SQL arguments
 * and remembered between the calls of one query.
 */
#ifndef SOCU_CREDIT_CONVERT_H
#define SOCU_CREDIT_CONVERT_H

#include "credit/rules.h"

/* Where the arguments of a conversion stand in the call; -1: there is no such argument. */
typedef struct ConvertArgs
{
	int to_scheme;
	int on_date;
	int method;
	int bound;
	int step;
	int mode;
	int cohort;
	int level;
	int activity;
} ConvertArgs;

typedef struct Conversion
{
	int to;
	bool rounded;
	CreditFraction step; /* only where rounded */
	CreditRounding mode;
} Conversion;

/*
 * Read the arguments (not null: to_scheme, on_date, bound, mode).  The result
 * stays valid for the call and is kept in fn_extra.
 */
extern const Conversion *conversion_get(FunctionCallInfo fcinfo, const ConvertArgs *args);

/* The rate for credits of scheme 'from', with the arguments of the last conversion_get. */
extern CreditFraction conversion_rate(FunctionCallInfo fcinfo, int from);

#endif /* SOCU_CREDIT_CONVERT_H */
