/*
 * ground/domain_core.c: see ground/domain_core.h.
 */
#include "ground/domain_core.h"

#define DOMAIN_MAX 253
#define LABEL_MAX 63

/* ASCII only, whatever the locale. */
static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
domain_valid(const char *text, size_t length)
{
	size_t label = 0;
	int labels = 0;

	if (length < 4 || length > DOMAIN_MAX)
		return false;
	for (size_t i = 0; i <= length; i++)
	{
		if (i == length || text[i] == '.')
		{
			if (label == 0 || label > LABEL_MAX || text[i - 1] == '-')
				return false;
			labels++;
			label = 0;
			continue;
		}
		if (!((text[i] >= 'a' && text[i] <= 'z') || is_digit(text[i]) || (text[i] == '-' && label > 0)))
			return false;
		label++;
	}
	/* a number is no top-level domain: that would be an address */
	return labels >= 2 && !is_digit(text[length - 1]);
}
