/*
 * exchange/xsd_core.c: the simple types of XML Schema, by their letter.
 */
#include "exchange/xsd_core.h"

#include <string.h>

size_t
xsd_trim(const char **text, size_t length)
{
	while (length > 0 && xsd_is_space(**text))
	{
		(*text)++;
		length--;
	}
	while (length > 0 && xsd_is_space((*text)[length - 1]))
		length--;
	return length;
}

size_t
xsd_collapse(char *text, size_t length)
{
	size_t out = 0;
	bool space = false;

	for (size_t i = 0; i < length; i++)
	{
		if (xsd_is_space(text[i]))
		{
			space = out > 0;
			continue;
		}
		if (space)
			text[out++] = ' ';
		space = false;
		text[out++] = text[i];
	}
	return out;
}

/* Is it a digit of ASCII, whatever the locale? */
static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What is left to read of a text. */
typedef struct Cursor
{
	const char *at;
	const char *end;
} Cursor;

/* Reads exactly 'digits' digits, with a value between lo and hi. */
static bool
take_number(Cursor *c, int digits, int lo, int hi, int *value)
{
	int n = 0;

	if (c->end - c->at < digits)
		return false;
	for (int i = 0; i < digits; i++)
	{
		if (!is_digit(c->at[i]))
			return false;
		n = n * 10 + (c->at[i] - '0');
	}
	c->at += digits;
	*value = n;
	return n >= lo && n <= hi;
}

/* Moves on if this character comes next. */
static bool
take_char(Cursor *c, char expected)
{
	if (c->at == c->end || *c->at != expected)
		return false;
	c->at++;
	return true;
}

/* By the Gregorian calendar. */
static int
days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return days[month - 1];
}

/* Reads YYYY-MM-DD with a day that the month has. */
static bool
take_date(Cursor *c, XsdDate *date)
{
	return take_number(c, 4, 1, 9999, &date->year) && take_char(c, '-') && take_number(c, 2, 1, 12, &date->month) &&
		   take_char(c, '-') && take_number(c, 2, 1, days_in_month(date->year, date->month), &date->day);
}

/* Reads nothing, "Z", or an offset up to 14:00; then the text must end. */
static bool
take_zone(Cursor *c, bool *zoned, int *offset)
{
	int hours, minutes;
	char sign;

	*offset = 0;
	*zoned = c->at < c->end;
	if (!*zoned)
		return true;
	if (take_char(c, 'Z'))
		return c->at == c->end;
	sign = *c->at;
	if (sign != '+' && sign != '-')
		return false;
	c->at++;
	if (!take_number(c, 2, 0, 14, &hours) || !take_char(c, ':') || !take_number(c, 2, 0, 59, &minutes) ||
		(hours == 14 && minutes > 0))
		return false;
	*offset = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
	return c->at == c->end;
}

/* The text to read, without the white space at both ends. */
static Cursor
cursor_over(const char *text, size_t length)
{
	Cursor c;

	length = xsd_trim(&text, length);
	c.at = text;
	c.end = text + length;
	return c;
}

bool
xsd_date(const char *text, size_t length, XsdDate *date)
{
	Cursor c = cursor_over(text, length);
	bool zoned;
	int offset;

	return take_date(&c, date) && take_zone(&c, &zoned, &offset);
}

bool
xsd_year_month(const char *text, size_t length, XsdDate *date)
{
	Cursor c = cursor_over(text, length);
	bool zoned;
	int offset;

	date->day = 1;
	return take_number(&c, 4, 1, 9999, &date->year) && take_char(&c, '-') && take_number(&c, 2, 1, 12, &date->month) &&
		   take_zone(&c, &zoned, &offset);
}

/* Reads "." and digits, in microseconds; further digits are left out. */
static bool
take_fraction(Cursor *c, int *microseconds)
{
	int digits = 0;

	*microseconds = 0;
	if (!take_char(c, '.'))
		return true;
	for (; c->at < c->end && is_digit(*c->at); c->at++, digits++)
		if (digits < 6)
			*microseconds = *microseconds * 10 + (*c->at - '0');
	if (digits == 0)
		return false;
	for (; digits < 6; digits++)
		*microseconds *= 10;
	return true;
}

bool
xsd_date_time(const char *text, size_t length, XsdTime *time)
{
	Cursor c = cursor_over(text, length);
	int hour, minute, second, fraction;

	if (!take_date(&c, &time->date) || !take_char(&c, 'T') || !take_number(&c, 2, 0, 24, &hour) ||
		!take_char(&c, ':') || !take_number(&c, 2, 0, 59, &minute) || !take_char(&c, ':') ||
		!take_number(&c, 2, 0, 59, &second) || !take_fraction(&c, &fraction) ||
		!take_zone(&c, &time->zoned, &time->offset))
		return false;
	if (hour == 24 && (minute > 0 || second > 0 || fraction > 0))
		return false;
	time->microseconds = ((int64_t) (hour * 60 + minute) * 60 + second) * 1000000 + fraction;
	return true;
}

bool
xsd_decimal(const char *text, size_t length)
{
	Cursor c = cursor_over(text, length);
	int digits = 0;

	if (c.at < c.end && (*c.at == '+' || *c.at == '-'))
		c.at++;
	for (; c.at < c.end && is_digit(*c.at); c.at++)
		digits++;
	if (take_char(&c, '.'))
		for (; c.at < c.end && is_digit(*c.at); c.at++)
			digits++;
	return c.at == c.end && digits > 0 && digits <= 1000;
}

bool
xsd_integer(const char *text, size_t length, int64_t *value)
{
	Cursor c = cursor_over(text, length);
	bool negative = false;
	int64_t n = 0;

	if (c.at < c.end && (*c.at == '+' || *c.at == '-'))
		negative = *c.at++ == '-';
	if (c.at == c.end)
		return false;
	for (; c.at < c.end; c.at++)
	{
		if (!is_digit(*c.at) || __builtin_mul_overflow(n, 10, &n) || __builtin_sub_overflow(n, *c.at - '0', &n))
			return false;
	}
	if (negative)
		*value = n;
	else if (__builtin_sub_overflow(INT64_C(0), n, value))
		return false;
	return true;
}

bool
xsd_boolean(const char *text, size_t length, bool *value)
{
	length = xsd_trim(&text, length);
	if ((length == 4 && memcmp(text, "true", 4) == 0) || (length == 1 && *text == '1'))
		*value = true;
	else if ((length == 5 && memcmp(text, "false", 5) == 0) || (length == 1 && *text == '0'))
		*value = false;
	else
		return false;
	return true;
}

bool
xsd_language(const char *text, size_t length)
{
	Cursor c = cursor_over(text, length);
	bool first = true;

	if (c.at == c.end)
		return false;
	while (c.at <= c.end)
	{
		int n = 0;

		for (; c.at < c.end && (is_letter(*c.at) || (!first && is_digit(*c.at))); c.at++)
			n++;
		if (n < 1 || n > 8)
			return false;
		if (c.at == c.end)
			return true;
		if (!take_char(&c, '-'))
			return false;
		first = false;
	}
	return false;
}

/* The length that the first byte of a UTF-8 character announces; 0 for none. */
static size_t
utf8_length(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

size_t
xsd_character(const char *text, size_t length, size_t *skip)
{
	unsigned char first = (unsigned char) *text;
	size_t n = utf8_length(first);
	uint32_t c;

	*skip = 1;
	if (n == 0 || n > length)
		return 0;
	if (n == 1)
		return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
	c = first & (0x7F >> n);
	for (size_t i = 1; i < n; i++)
	{
		unsigned char next = (unsigned char) text[i];

		if ((next & 0xC0) != 0x80)
			return 0;
		c = (c << 6) | (next & 0x3F);
	}
	*skip = n;
	if ((n == 3 && c < 0x800) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)) || (c >= 0xD800 && c <= 0xDFFF) ||
		c == 0xFFFE || c == 0xFFFF)
		return 0;
	return n;
}

/* Reads white space, if there is any; how much there was. */
static int
take_spaces(Cursor *c)
{
	int n = 0;

	for (; c->at < c->end && xsd_is_space(*c->at); c->at++)
		n++;
	return n;
}

/* Moves on if this word comes next. */
static bool
take_word(Cursor *c, const char *word)
{
	size_t n = strlen(word);

	if ((size_t) (c->end - c->at) < n || memcmp(c->at, word, n) != 0)
		return false;
	c->at += n;
	return true;
}

/* Reads = 'value' or = "value". */
static bool
take_quoted(Cursor *c, const char **value, size_t *length)
{
	char quote;

	take_spaces(c);
	if (!take_char(c, '='))
		return false;
	take_spaces(c);
	if (c->at == c->end || (*c->at != '"' && *c->at != '\''))
		return false;
	quote = *c->at++;
	*value = c->at;
	while (c->at < c->end && *c->at != quote && *c->at != '<' && *c->at != '>')
		c->at++;
	*length = (size_t) (c->at - *value);
	return take_char(c, quote);
}

long
xsd_declaration(const char *text, size_t length, const char **encoding, size_t *encoding_length)
{
	Cursor c = {text, text + length};
	const char *value;
	size_t n;
	int spaces;

	*encoding = NULL;
	*encoding_length = 0;
	if (!take_word(&c, "<?xml") || c.at == c.end || !xsd_is_space(*c.at))
		return 0;
	take_spaces(&c);
	if (!take_word(&c, "version") || !take_quoted(&c, &value, &n) || n < 3 || memcmp(value, "1.", 2) != 0)
		return -1;
	spaces = take_spaces(&c);
	if (spaces > 0 && take_word(&c, "encoding"))
	{
		if (!take_quoted(&c, encoding, encoding_length) || *encoding_length == 0)
			return -1;
		spaces = take_spaces(&c);
	}
	if (spaces > 0 && take_word(&c, "standalone"))
	{
		if (!take_quoted(&c, &value, &n) ||
			!((n == 3 && memcmp(value, "yes", 3) == 0) || (n == 2 && memcmp(value, "no", 2) == 0)))
			return -1;
		take_spaces(&c);
	}
	return take_word(&c, "?>") ? (long) (c.at - text) : -1;
}
