/*
 * quota/amount.c: hundredths as people and as SQL see them.
 */
#include "quota/amount.h"

#include "quota/quota.h"

#include "utils/numeric.h"

char *
quota_amount_text(int64 amount)
{
	const char *sign = amount < 0 ? "-" : "";
	uint64 positive = amount < 0 ? -(uint64) amount : (uint64) amount;

	if (positive % QUOTA_UNIT == 0)
		return psprintf("%s%llu", sign, (unsigned long long) (positive / QUOTA_UNIT));
	return psprintf("%s%llu.%02d", sign, (unsigned long long) (positive / QUOTA_UNIT), (int) (positive % QUOTA_UNIT));
}

Datum
quota_amount_datum(int64 amount)
{
	return NumericGetDatum(int64_div_fast_to_numeric(amount, 2));
}
