/*
 * quota/words_core.c: the words of the quota room.
 */
#include "quota/quota.h"

#include <stddef.h>
#include <string.h>

const char *const quota_column_names[QC_COLUMNS] = {
	[QC_SENDING_STATE] = "sending_state",
	[QC_RECEIVING_STATE] = "receiving_state",
	[QC_SENDING_INSTITUTION] = "sending_institution",
	[QC_RECEIVING_INSTITUTION] = "receiving_institution",
	[QC_DIRECTION] = "direction",
	[QC_KIND] = "kind",
	[QC_FUNDING] = "funding",
	[QC_AGREEMENT] = "agreement",
	[QC_LEVEL] = "level",
	[QC_PROGRAM] = "program_code",
	[QC_FIELD] = "field",
	[QC_STATUS] = "status",
	[QC_STUDENT] = "student",
	[QC_STARTS_ON] = "starts_on",
	[QC_TERMS] = "terms",
	[QC_MONTHS] = "months",
	[QC_DAYS] = "days",
	[QC_ACTUAL_MONTHS] = "actual_months",
	[QC_ACTUAL_DAYS] = "actual_days",
	[QC_KEY] = "mobility_id",
};

const char *const quota_unit_names[QU_UNITS] = {
	[QU_SEATS] = "seats", [QU_STAYS] = "stays",	  [QU_PERSONS] = "persons",
	[QU_TERMS] = "terms", [QU_MONTHS] = "months", [QU_DAYS] = "days",
};

const char *const quota_reason_names[QR_REASONS] = {
	[QR_NONE] = NULL,
	[QR_NOT_STATED] = "quota_not_stated",
	[QR_CLOSED] = "period_closed",
	[QR_BALANCE] = "balance_exceeded",
	[QR_UNITS] = "unit_exceeded",
	[QR_SEATS] = "quota_exhausted",
	[QR_NOT_IN_FORCE] = "not_in_force",
	[QR_NO_LINE] = "quota_not_found",
	[QR_BELOW_USAGE] = "limit_below_usage",
};

static const struct
{
	const char *name;
	QuotaSeat seat;
} with_seat[] = {
	{"submitted", SEAT_HELD},	  {"accepted", SEAT_CONSUMED},	 {"arrived", SEAT_CONSUMED},
	{"completed", SEAT_CONSUMED}, {"recognized", SEAT_CONSUMED}, {"early_return", SEAT_CONSUMED},
};

QuotaSeat
quota_status_seat(const char *status, int length)
{
	for (size_t i = 0; i < sizeof(with_seat) / sizeof(with_seat[0]); i++)
		if (strncmp(with_seat[i].name, status, (size_t) length) == 0 && with_seat[i].name[length] == '\0')
			return with_seat[i].seat;
	return SEAT_NONE;
}
