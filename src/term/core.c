/*
 * term/core.c: academic terms, without PostgreSQL.  See term/core.h.
 */
#include "term/core.h"

#include "ground/text_core.h"

/* The white space of ASCII. */
static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Where on the line of time a year begins. */
static int32_t
year_start(int32_t start_year, bool southern)
{
	return start_year * TERM_YEAR + (southern ? 0 : TERM_NORTH);
}

/* The bits of a term: begin, number of parts, hemisphere. */
static int32_t
pack(int32_t start, int32_t parts, bool southern)
{
	return (start << 5) | (parts << 1) | (southern ? 1 : 0);
}

TermResult
term_make(const TermFields *fields, int32_t *term)
{
	bool southern = fields->end_year == fields->start_year;

	if (fields->start_year < TERM_MIN_YEAR || fields->start_year > TERM_MAX_YEAR)
		return TERM_BAD_START;
	if ((!southern && fields->end_year != fields->start_year + 1) || fields->end_year > TERM_MAX_YEAR)
		return TERM_BAD_END;
	if (fields->parts < 1 || fields->parts > TERM_MAX_PARTS)
		return TERM_BAD_PARTS;
	if (fields->part < 1 || fields->part > fields->parts)
		return TERM_BAD_PART;
	*term = pack(year_start(fields->start_year, southern) + (fields->part - 1) * (TERM_YEAR / fields->parts),
				 fields->parts, southern);
	return TERM_OK;
}

void
term_fields(int32_t term, TermFields *fields)
{
	int32_t start = term_start(term) - (term_southern(term) ? 0 : TERM_NORTH);

	fields->start_year = start / TERM_YEAR;
	fields->end_year = fields->start_year + (term_southern(term) ? 0 : 1);
	fields->parts = term_parts(term);
	fields->part = term_length(term) == 0 ? 0 : start % TERM_YEAR / term_length(term) + 1;
}

TermResult
term_check(int32_t bits)
{
	TermFields fields;
	int32_t term;

	if (bits < 0 || term_length(bits) == 0 || term_start(bits) < TERM_YEAR)
		return TERM_BAD_BITS;
	/* What is between two parts, or outside the years, does not come back. */
	term_fields(bits, &fields);
	if (term_make(&fields, &term) != TERM_OK || term != bits)
		return TERM_BAD_BITS;
	return TERM_OK;
}

/* Four digits at *at, before 'end'. */
static bool
read_year(const char **at, const char *end, int32_t *year)
{
	*year = 0;
	if (end - *at < 4)
		return false;
	for (int i = 0; i < 4; i++)
	{
		if (!text_is_digit((*at)[i]))
			return false;
		*year = *year * 10 + ((*at)[i] - '0');
	}
	*at += 4;
	return true;
}

/* Is this character next?  Then it is read. */
static bool
read_char(const char **at, const char *end, char wanted)
{
	if (*at == end || **at != wanted)
		return false;
	(*at)++;
	return true;
}

/* One digit. */
static bool
read_digit(const char **at, const char *end, int32_t *digit)
{
	if (*at == end || !text_is_digit(**at))
		return false;
	*digit = *(*at)++ - '0';
	return true;
}

TermResult
term_parse(const char *text, size_t length, int32_t *term, TermFields *seen)
{
	const char *at = text;
	const char *end = text + length;

	while (at < end && is_space(*at))
		at++;
	while (at < end && is_space(end[-1]))
		end--;
	if (!read_year(&at, end, &seen->start_year) || !read_char(&at, end, '/') || !read_year(&at, end, &seen->end_year))
		return TERM_BAD_SYNTAX;
	seen->part = seen->parts = 1;
	if (at < end && (!read_char(&at, end, '-') || !read_digit(&at, end, &seen->part) || !read_char(&at, end, '/') ||
					 !read_digit(&at, end, &seen->parts)))
		return TERM_BAD_SYNTAX;
	if (at < end)
		return TERM_BAD_SYNTAX;
	return term_make(seen, term);
}

/* Four digits. */
static char *
write_year(char *at, int32_t year)
{
	for (int i = 3; i >= 0; i--, year /= 10)
		at[i] = (char) ('0' + year % 10);
	return at + 4;
}

/* The bits of what is no term, in hexadecimal; only damaged data has such. */
static size_t
write_bits(uint32_t bits, char *text)
{
	*text++ = '#';
	for (int i = 7; i >= 0; i--, bits >>= 4)
		text[i] = "0123456789ABCDEF"[bits & 15];
	text[8] = '\0';
	return 9;
}

size_t
term_format(int32_t term, char text[TERM_TEXT_SIZE])
{
	TermFields fields;
	char *at = text;

	if (term_check(term) != TERM_OK)
		return write_bits((uint32_t) term, text);
	term_fields(term, &fields);
	at = write_year(at, fields.start_year);
	*at++ = '/';
	at = write_year(at, fields.end_year);
	*at++ = '-';
	*at++ = (char) ('0' + fields.part);
	*at++ = '/';
	*at++ = (char) ('0' + fields.parts);
	*at = '\0';
	return (size_t) (at - text);
}

int32_t
term_year(int32_t term)
{
	TermFields fields;

	if (term_check(term) != TERM_OK)
		return term;
	term_fields(term, &fields);
	return pack(year_start(fields.start_year, term_southern(term)), 1, term_southern(term));
}

TermResult
term_shift(int32_t term, int64_t count, int32_t *result)
{
	TermFields fields;
	int64_t number; /* of the term among all of its kind, from year 0 */

	if (term_check(term) != TERM_OK)
		return TERM_BAD_BITS;
	term_fields(term, &fields);
	/* More terms than there are in all years: also keeps the sum below from overflowing. */
	if (count > (int64_t) TERM_MAX_YEAR * TERM_MAX_PARTS || count < -(int64_t) TERM_MAX_YEAR * TERM_MAX_PARTS)
		return TERM_OUT_OF_RANGE;
	number = (int64_t) fields.start_year * fields.parts + (fields.part - 1) + count;
	if (number < fields.parts)
		return TERM_OUT_OF_RANGE;
	fields.start_year = (int32_t) (number / fields.parts);
	fields.end_year = fields.start_year + (term_southern(term) ? 0 : 1);
	fields.part = (int32_t) (number % fields.parts) + 1;
	return term_make(&fields, result) == TERM_OK ? TERM_OK : TERM_OUT_OF_RANGE;
}

/* The term with this start, number of parts and kind of year, if there is one. */
static bool
term_at(int32_t start, int32_t parts, bool southern, int32_t *term)
{
	if (start < TERM_YEAR || start > (TERM_MAX_YEAR + 1) * TERM_YEAR)
		return false;
	*term = pack(start, parts, southern);
	return term_check(*term) == TERM_OK;
}

/* The first term in sort order of those that begin exactly here: the longest. */
static bool
first_at(int32_t start, int32_t *term)
{
	for (int32_t parts = 1; parts <= TERM_MAX_PARTS; parts++)
		if (term_at(start, parts, false, term) || term_at(start, parts, true, term))
			return true;
	return false;
}

void
term_bounds_within(int32_t term, TermBounds *bounds)
{
	/* A northern term with the same span sorts just before a southern one. */
	bounds->has_low = true;
	if (!term_southern(term) || !term_at(term_start(term), term_parts(term), false, &bounds->low))
		bounds->low = term;
	bounds->has_high = first_at(term_end(term), &bounds->high);
}

void
term_bounds_overlapping(int32_t term, TermBounds *bounds)
{
	/* No term is longer than a year; one that begins a year before it ends too early, which a low bound may let in. */
	bounds->has_low = first_at(term_start(term) - TERM_YEAR, &bounds->low);
	bounds->has_high = first_at(term_end(term), &bounds->high);
}

int32_t
term_first_within(int32_t term)
{
	TermBounds bounds;

	term_bounds_within(term, &bounds);
	return bounds.low;
}

int32_t
term_first_overlapping(int32_t term)
{
	TermBounds bounds;

	term_bounds_overlapping(term, &bounds);
	return bounds.has_low ? bounds.low : pack(year_start(TERM_MIN_YEAR, true), 1, true);
}

/* The last term in sort order that begins before this one ends. */
int32_t
term_last_beginning_in(int32_t term)
{
	int32_t last = term;

	for (int32_t parts = 1; parts <= TERM_MAX_PARTS; parts++)
		for (int south = 0; south <= 1; south++)
		{
			int32_t length = TERM_YEAR / parts;
			int32_t origin = south ? 0 : TERM_NORTH;
			int32_t start = term_end(term) - 1 - origin;
			int32_t candidate;

			/* A year that does not exist has none; its neighbours' terms are as good. */
			if (start >= 0 && term_at(origin + start / length * length, parts, south, &candidate) && candidate > last)
				last = candidate;
		}
	return last;
}

bool
term_distance(int32_t a, int32_t b, int32_t *distance)
{
	if (term_parts(a) != term_parts(b) || term_southern(a) != term_southern(b))
		return false;
	*distance = (term_start(a) - term_start(b)) / term_length(a);
	return true;
}
