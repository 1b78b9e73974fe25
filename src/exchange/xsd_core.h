/*
 * exchange/xsd_core.h: the simple types of XML Schema, by their letter.
 *
 * PostgreSQL's casts take more than XML Schema does ("1E1", "NaN", "today",
 * "01/02/2014") and depend on the session; these readers do neither.
 *
 * Pure C: no PostgreSQL header, no allocation, no locale.
 */
#ifndef EXCHANGE_XSD_CORE_H
#define EXCHANGE_XSD_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool
xsd_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space at both ends is left out: moves *text, gives the length. */
extern size_t xsd_trim(const char **text, size_t length);

/* Runs of white space become one space, none at the ends, in place; gives the new length. */
extern size_t xsd_collapse(char *text, size_t length);

typedef struct XsdDate
{
	int year; /* 1 to 9999 */
	int month;
	int day;
} XsdDate;

/* xs:date; an offset ("2014-11-28+02:00") is read and left out. */
extern bool xsd_date(const char *text, size_t length, XsdDate *date);

/* xs:gYearMonth, as the first day of the month. */
extern bool xsd_year_month(const char *text, size_t length, XsdDate *date);

typedef struct XsdTime
{
	XsdDate date;
	int64_t microseconds; /* since midnight of 'date', up to and including 24:00:00 */
	bool zoned;
	int offset; /* minutes east of UTC; 0 where none is given */
} XsdTime;

/* xs:dateTime.  24:00:00 is the next day's midnight, a second 60 is none. */
extern bool xsd_date_time(const char *text, size_t length, XsdTime *time);

/* xs:decimal ("+7.5", ".5", "7."): no exponent, no NaN, no infinity. */
extern bool xsd_decimal(const char *text, size_t length);

/* xs:integer within 64 bits. */
extern bool xsd_integer(const char *text, size_t length, int64_t *value);

/* xs:boolean: true, false, 1, 0. */
extern bool xsd_boolean(const char *text, size_t length, bool *value);

/* xs:language: letters, then parts of letters and digits, up to 8 each, joined by hyphens. */
extern bool xsd_language(const char *text, size_t length);

/*
 * How many bytes of the UTF-8 text at 'text' make one character that XML 1.0 allows;
 * 0 if it is one that XML forbids (*skip is then its length) or no UTF-8.
 */
extern size_t xsd_character(const char *text, size_t length, size_t *skip);

/*
 * The XML declaration at the start of a text: its length, 0 if there is none, -1 if
 * what is there is none by the letter.  *encoding and *encoding_length are
 * what it claims, NULL if nothing.
 */
extern long xsd_declaration(const char *text, size_t length, const char **encoding, size_t *encoding_length);

#endif /* EXCHANGE_XSD_CORE_H */
