/*
 * exchange/total.h: what the credits of a transcript add up to.
 */
#ifndef EXCHANGE_TOTAL_H
#define EXCHANGE_TOTAL_H

#include "ground/socu.h"

#include "access/tupdesc.h"
#include "utils/numeric.h"
#include "utils/tuplestore.h"

typedef struct ElmoTotals ElmoTotals;

extern ElmoTotals *elmo_totals_begin(MemoryContext context);
/* A LOS begins; it has this credit; it ends, with this status (empty: passed). */
extern void elmo_totals_enter(ElmoTotals *totals, int los_no);
extern void elmo_totals_credit(ElmoTotals *totals, const char *scheme, Numeric value);
extern void elmo_totals_leave(ElmoTotals *totals, const char *status);
/* The report ends: its totals become rows. */
extern void elmo_totals_report(ElmoTotals *totals, int report_no, Tuplestorestate *store, TupleDesc desc);

#endif /* EXCHANGE_TOTAL_H */
