/*
 * exchange/base64_core.c: base64 as documents really carry it.
 */
#include "exchange/base64_core.h"

#include <string.h>

static const char symbols[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* 0..63: a symbol; PAD; SPACE: a blank; BREAK: other white space; PERCENT; -1: none of these */
enum
{
	NONE = -1,
	PAD = 64,
	SPACE = 65,
	BREAK = 66,
	PERCENT = 67
};

/* The six bits that a symbol stands for; -1 if it is none. */
static int
symbol_value(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	switch (c)
	{
		case '+':
			return 62;
		case '/':
			return 63;
		case '=':
			return PAD;
		case ' ':
			return SPACE;
		case '\t':
		case '\r':
		case '\n':
			return BREAK;
		case '%':
			return PERCENT;
		default:
			return NONE;
	}
}

/* The value of a hexadecimal digit; -1 if it is none. */
static int
hex_value(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

void
base64_begin(Base64Decoder *decoder, int flags)
{
	memset(decoder, 0, sizeof(*decoder));
	decoder->flags = flags;
}

/* One symbol, or padding, of a group of four. */
static Base64Result
take_symbol(Base64Decoder *d, int value, unsigned char **out)
{
	if (value == PAD)
	{
		if (d->symbols < 2)
			return d->padding > 0 ? BASE64_AFTER_END : BASE64_BAD_PADDING;
		d->padding++;
		d->bits <<= 6;
	}
	else if (d->padding > 0)
		return BASE64_AFTER_END;
	else
		d->bits = (d->bits << 6) | (uint32_t) value;
	if (++d->symbols < 4)
		return BASE64_OK;
	*(*out)++ = (unsigned char) (d->bits >> 16);
	if (d->padding < 2)
		*(*out)++ = (unsigned char) (d->bits >> 8);
	if (d->padding < 1)
		*(*out)++ = (unsigned char) d->bits;
	d->symbols = 0;
	d->bits = 0;
	return BASE64_OK;
}

/* Decides on the spaces that were held back: they are plus signs if more follows them that is no padding. */
static void
settle_spaces(Base64Decoder *d, unsigned char **out)
{
	int held = d->spaces <= BASE64_SPACES ? d->spaces : 0;

	d->spaces = 0;
	if (d->padding > 0)
		return;
	for (int i = 0; i < held; i++)
		take_symbol(d, 62, out);
}

/* One byte that is not part of a percent-escape, or what the escape stood for. */
static Base64Result
take_byte(Base64Decoder *d, unsigned char c, unsigned char **out)
{
	int value = symbol_value(c);

	if (value == NONE || value == PERCENT)
		return BASE64_BAD_SYMBOL;
	if (value == SPACE)
	{
		if ((d->flags & BASE64_SPACE_IS_PLUS) && d->inside && d->spaces <= BASE64_SPACES)
			d->spaces++;
		return BASE64_OK;
	}
	if (value == BREAK)
	{
		d->inside = false; /* what is held back is judged by what follows the line break */
		return BASE64_OK;
	}
	if (value == PAD)
		d->spaces = 0;
	else if (d->spaces > 0)
		settle_spaces(d, out);
	d->inside = true;
	return take_symbol(d, value, out);
}

Base64Result
base64_decode(Base64Decoder *d, const char *text, size_t length, unsigned char *out, size_t *produced)
{
	unsigned char *start = out;

	for (size_t i = 0; i < length; i++)
	{
		unsigned char c = (unsigned char) text[i];
		Base64Result result = BASE64_OK;

		if (d->percent > 0)
		{
			int digit = hex_value(c);

			if (digit < 0)
				result = BASE64_BAD_SYMBOL;
			else
			{
				d->escaped = d->escaped * 16 + digit;
				if (--d->percent == 0)
					result = take_byte(d, (unsigned char) d->escaped, &out);
			}
		}
		else if (c == '%' && (d->flags & BASE64_PERCENT))
		{
			d->percent = 2;
			d->escaped = 0;
		}
		else
			result = take_byte(d, c, &out);
		if (result != BASE64_OK)
		{
			*produced = (size_t) (out - start);
			return result;
		}
		d->offset++;
	}
	*produced = (size_t) (out - start);
	return BASE64_OK;
}

Base64Result
base64_finish(Base64Decoder *d, unsigned char *out, size_t *produced)
{
	unsigned char *start = out;

	while (d->symbols > 0 && d->padding == 0 && d->spaces > 0)
	{
		take_symbol(d, 62, &out);
		d->spaces--;
	}
	*produced = (size_t) (out - start);
	return d->symbols == 0 && d->percent == 0 ? BASE64_OK : BASE64_TRUNCATED;
}

size_t
base64_encode(const unsigned char *data, size_t length, char *out)
{
	char *start = out;

	for (size_t i = 0; i < length; i += 3)
	{
		uint32_t bits = (uint32_t) data[i] << 16;

		if (i + 1 < length)
			bits |= (uint32_t) data[i + 1] << 8;
		if (i + 2 < length)
			bits |= data[i + 2];
		*out++ = symbols[bits >> 18];
		*out++ = symbols[(bits >> 12) & 63];
		*out++ = i + 1 < length ? symbols[(bits >> 6) & 63] : '=';
		*out++ = i + 2 < length ? symbols[bits & 63] : '=';
	}
	return (size_t) (out - start);
}
