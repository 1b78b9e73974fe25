/*
 * report/day.c: days in years of twelve months of 30 days.
 */
#include "ground/socu.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

PG_FUNCTION_INFO_V1(day_number_360);

/* day_number_360(date): 360 y + 30 m + min(d, 30), for differences of 30E/360. */
Datum
day_number_360(PG_FUNCTION_ARGS)
{
	DateADT date = PG_GETARG_DATEADT(0);
	int year, month, day;

	if (DATE_NOT_FINITE(date))
		ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg("a day without end has no number"),
						errhint("Count up to a day: coalesce(nullif(…, 'infinity'), …).")));
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	/* there is no year 0: the one before 1 is -1 */
	PG_RETURN_INT32((year > 0 ? year : year - 1) * 360 + month * 30 + Min(day, 30));
}
