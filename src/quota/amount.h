/*
 * quota/amount.h: hundredths as people and as SQL see them.
 */
#ifndef QUOTA_AMOUNT_H
#define QUOTA_AMOUNT_H

#include "ground/socu.h"

/* As people write them: 12 or 12.50. */
extern char *quota_amount_text(int64 amount);

/* As numeric(…, 2). */
extern Datum quota_amount_datum(int64 amount);

#endif /* QUOTA_AMOUNT_H */
