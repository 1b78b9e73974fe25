/*
 * exchange/id_core.c: identifiers of European student mobility, by their written rules.
 */
#include "exchange/id_core.h"

#include "ground/domain_core.h"

#include <string.h>

#define ESI_PREFIX "urn:schac:personalUniqueCode:int:esi:"
#define ESI_MAX 255

/* Is it a digit of ASCII, whatever the locale? */
static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool
id_ascii(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] < '!' || text[i] > '~')
			return false;
	return length >= 1 && length <= 64;
}

/* Is it a country or a region of one (ISO 3166-1 and -2): "pl", "PL", "pl-mz"? */
static bool
is_country_or_region(const char *text, size_t length)
{
	if (length < 2 || !((is_lower(text[0]) && is_lower(text[1])) || (is_upper(text[0]) && is_upper(text[1]))))
		return false;
	if (length == 2)
		return true;
	if (text[2] != '-' || length < 4 || length > 6)
		return false;
	for (size_t i = 3; i < length; i++)
		if (!is_lower(text[i]) && !is_upper(text[i]) && !is_digit(text[i]))
			return false;
	return true;
}

bool
id_esi(const char *text, size_t length)
{
	size_t prefix = strlen(ESI_PREFIX);
	const char *scope = text + prefix;
	const char *colon;

	if (length <= prefix || length > ESI_MAX || memcmp(text, ESI_PREFIX, prefix) != 0)
		return false;
	colon = memchr(scope, ':', length - prefix);
	if (colon == NULL || colon + 1 == text + length)
		return false;
	if (!is_country_or_region(scope, (size_t) (colon - scope)) && !domain_valid(scope, (size_t) (colon - scope)))
		return false;
	for (const char *c = colon + 1; c < text + length; c++)
		if (*c < '!' || *c > '~')
			return false;
	return true;
}

/* The value of four digits; -1 if one of them is none. */
static int
four_digits(const char *text)
{
	int n = 0;

	for (int i = 0; i < 4; i++)
	{
		if (!is_digit(text[i]))
			return -1;
		n = n * 10 + (text[i] - '0');
	}
	return n;
}

bool
id_academic_year(const char *text, size_t length)
{
	int first, second;

	if (length != 9 || text[4] != '/')
		return false;
	first = four_digits(text);
	second = four_digits(text + 5);
	return first > 0 && (second == first || second == first + 1);
}

bool
id_academic_term(const char *text, size_t length)
{
	return length == 13 && id_academic_year(text, 9) && text[9] == '-' && text[10] >= '1' && text[10] <= '9' &&
		   text[11] == '/' && text[12] >= text[10] && text[12] <= '9';
}
