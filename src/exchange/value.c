/*
 * exchange/value.c: from the text of a document to a value.
 */
#include "exchange/value.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"

#include "credit/core.h"
#include "exchange/xsd_core.h"
#include "program/core.h"
#include "term/core.h"

Datum
value_text(const char *text, int length)
{
	return PointerGetDatum(cstring_to_text_with_len(text, length));
}

/* A date of XML Schema as a date of PostgreSQL. */
static DateADT
date_value(const XsdDate *date)
{
	return date2j(date->year, date->month, date->day) - POSTGRES_EPOCH_JDATE;
}

/* A moment, read in UTC, so that the time zone of the session plays no part. */
static bool
time_value(const char *text, int length, Datum *value)
{
	XsdTime time;

	if (!xsd_date_time(text, length, &time))
		return false;
	*value = TimestampTzGetDatum((TimestampTz) date_value(&time.date) * USECS_PER_DAY + time.microseconds -
								 (TimestampTz) time.offset * USECS_PER_MINUTE);
	return true;
}

/* A decimal; numeric_in would take more than XML Schema does, so the letter is checked first. */
static bool
decimal_value(char *text, int length, Datum *value)
{
	const char *trimmed = text;
	Size n = xsd_trim(&trimmed, length);
	char *copy;

	if (!xsd_decimal(text, length))
		return false;
	copy = pnstrdup(trimmed, n);
	*value = DirectFunctionCall3(numeric_in, CStringGetDatum(copy), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	pfree(copy);
	return true;
}

/* A whole number within 32 or 64 bits, as the form says. */
static bool
integer_value(ValueForm form, const char *text, int length, Datum *value)
{
	int64 n;

	if (!xsd_integer(text, length, &n) || (form == VALUE_INT && (n < PG_INT32_MIN || n > PG_INT32_MAX)))
		return false;
	*value = form == VALUE_INT ? Int32GetDatum((int32) n) : Int64GetDatum(n);
	return true;
}

bool
value_read(ValueForm form, char *text, int length, Datum *value)
{
	XsdDate date;
	TermFields seen;
	int32 term;
	bool flag;

	switch (form)
	{
		case VALUE_TEXT:
			*value = value_text(text, length);
			return true;
		case VALUE_TOKEN:
			*value = value_text(text, (int) xsd_collapse(text, length));
			return true;
		case VALUE_LANGUAGE:
			*value = value_text(text, (int) xsd_collapse(text, length));
			return xsd_language(text, length);
		case VALUE_DATE:
			if (!xsd_date(text, length, &date))
				return false;
			*value = DateADTGetDatum(date_value(&date));
			return true;
		case VALUE_MONTH:
			if (!xsd_year_month(text, length, &date))
				return false;
			*value = DateADTGetDatum(date_value(&date));
			return true;
		case VALUE_TIME:
			return time_value(text, length, value);
		case VALUE_DECIMAL:
			return decimal_value(text, length, value);
		case VALUE_INT:
		case VALUE_BIGINT:
			return integer_value(form, text, length, value);
		case VALUE_BOOLEAN:
			if (!xsd_boolean(text, length, &flag))
				return false;
			*value = BoolGetDatum(flag);
			return true;
		case VALUE_TERM:
			if (term_parse(text, length, &term, &seen) != TERM_OK)
				return false;
			*value = Int32GetDatum(term);
			return true;
		case VALUE_NONE:
		case VALUE_XML:
			break;
	}
	return false;
}

const char *
value_form_name(ValueForm form)
{
	static const char *const names[] = {[VALUE_DATE] = "xs:date, such as 2024-09-01",
										[VALUE_MONTH] = "xs:gYearMonth, such as 2024-09",
										[VALUE_TIME] = "xs:dateTime, such as 2024-09-01T12:00:00+02:00",
										[VALUE_DECIMAL] = "xs:decimal, such as 7.5",
										[VALUE_INT] = "xs:integer",
										[VALUE_BIGINT] = "xs:integer",
										[VALUE_BOOLEAN] = "xs:boolean: true or false",
										[VALUE_TERM] = "an academic year or term, such as 2024/2025 or 2024/2025-1/2",
										[VALUE_LANGUAGE] = "a language tag, such as en or nn-NO",
										[VALUE_XML] = NULL};

	return names[form];
}

bool
value_credit(const char *scheme, const char *value, int64 *credit)
{
	char *text;
	size_t at;
	CreditResult result;

	if (scheme == NULL || value == NULL || !xsd_decimal(value, strlen(value)))
		return false;
	text = psprintf("%s %s", value, scheme);
	result = credit_parse(text, strlen(text), credit, &at);
	pfree(text);
	return result == CREDIT_OK;
}

bool
value_program(Datum code, Datum *program)
{
	char *label = TextDatumGetCString(code);
	ProgramProblem problem;
	int64 value;

	if (strchr(label, ':') == NULL || program_in(label, strlen(label), &value, &problem) != PROGRAM_OK)
		return false;
	*program = Int64GetDatum(value);
	return true;
}
