/*
 * exchange/escape.c: text as XML writes it.
 */
#include "exchange/escape.h"

#include "exchange/xsd_core.h"

/* How a character that XML would misread is written; NULL for any other. */
static const char *
entity(char c, bool attribute)
{
	switch (c)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '\r':
			return "&#13;";
		case '"':
			return attribute ? "&quot;" : NULL;
		case '\n':
			return attribute ? "&#10;" : NULL;
		case '\t':
			return attribute ? "&#9;" : NULL;
		default:
			return NULL;
	}
}

int
write_escaped(StringInfo out, const char *text, Size length, bool attribute)
{
	const char *end = text + length;
	const char *plain = text; /* what is written as it stands begins here */
	int dropped = 0;

	while (text < end)
	{
		unsigned char c = (unsigned char) *text;
		const char *as;
		size_t skip;

		/* the common case first: ASCII that means nothing */
		if (c > '>' && c < 0x80)
		{
			text++;
			continue;
		}
		as = entity(*text, attribute);
		if (as == NULL && xsd_character(text, end - text, &skip) > 0)
		{
			text += skip;
			continue;
		}
		appendBinaryStringInfo(out, plain, (int) (text - plain));
		if (as != NULL)
		{
			appendStringInfoString(out, as);
			skip = 1;
		}
		else
			dropped++;
		text += skip;
		plain = text;
	}
	appendBinaryStringInfo(out, plain, (int) (text - plain));
	return dropped;
}
