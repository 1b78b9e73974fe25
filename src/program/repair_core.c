/*
 * program/repair_core.c: see program/repair_core.h.  Each repair makes another window.
 */
#include "program/repair_core.h"

#include <stdio.h>
#include <string.h>

const char *const program_repair_names[PROGRAM_REPAIRS] = {
	"leading_zero",		 "letter_for_digit", "suffix_order",	"tag_dropped",
	"extension_dropped", "date_serial",		 "decimal_dropped",
};

/* ---- the repairs ---- */

/* how many digits the window begins with */
static size_t
digits_at_front(const Window *w)
{
	size_t p = 0;

	while (p < w->n && w->kind[p] == IS_DIGIT)
		p++;
	return p;
}

/* "50703" for 050703: numbers of a spreadsheet have no zero in front */
static bool
repair_leading_zero(Window *w)
{
	if (w->n == 0 || w->kind[0] != IS_DIGIT)
		return false;
	window_insert(w, 0, '0', IS_DIGIT);
	return true;
}

/* "11" for 0011 */
static bool
repair_two_zeros(Window *w)
{
	return digits_at_front(w) > 1 && w->text[0] != '0' && repair_leading_zero(w) && repair_leading_zero(w);
}

/* the letters O, I and l beside a digit */
static bool
repair_letter(Window *w)
{
	bool changed = false;

	for (size_t p = 0; p < w->n && p < 2 * PROGRAM_CODE_MAX; p++)
	{
		char c = w->text[p];
		bool beside = (p > 0 && w->kind[p - 1] == IS_DIGIT) || (p + 1 < w->n && w->kind[p + 1] == IS_DIGIT);

		if (!beside || (c != 'O' && c != 'o' && c != 'I' && c != 'l'))
			continue;
		w->text[p] = c == 'O' || c == 'o' ? '0' : '1';
		w->kind[p] = IS_DIGIT;
		changed = true;
	}
	return changed;
}

/* "080911KT": the marks of a Chinese code are TK in this order */
static bool
repair_suffix_order(Window *w)
{
	size_t p = digits_at_front(w);

	if (p == 0 || p + 1 >= w->n || text_upper(w->text[p]) != 'K' || text_upper(w->text[p + 1]) != 'T')
		return false;
	w->text[p] = 'T';
	w->text[p + 1] = 'K';
	return true;
}

/* "60610200-K": one letter alone behind a hyphen, a slash or a space */
static bool
repair_tag(Window *w)
{
	for (size_t p = 1; p + 1 < w->n && p < 2 * PROGRAM_CODE_MAX; p++)
	{
		size_t q = p;

		if (w->kind[p - 1] == IS_DELIMITER || w->kind[p] != IS_DELIMITER)
			continue;
		while (q < w->n && (w->text[q] == ' ' || w->text[q] == '-' || w->text[q] == '/'))
			q++;
		if (q > p && window_letters_at(w, q) == 1 && (q + 1 >= w->n || w->kind[q + 1] != IS_DIGIT))
		{
			size_t end = q + 1;

			while (end < w->n && w->origin[end] == w->origin[q])
				end++;
			window_delete(w, p, end - p);
			return true;
		}
	}
	return false;
}

/* "60920103005": the last digits are of an admission list */
static bool
repair_extension(Window *w, int digits)
{
	size_t p = digits_at_front(w);

	if (p <= (size_t) digits)
		return false;
	window_delete(w, p - (size_t) digits, (size_t) digits);
	return true;
}

/* "80901.0": a column of numbers */
static bool
repair_decimal(Window *w)
{
	size_t p = digits_at_front(w);

	if (p == 0 || w->n != p + 2 || w->text[p] != '.' || w->text[p + 1] != '0')
		return false;
	window_delete(w, p, 2);
	return true;
}

/* the civil date of a day counted from 1 January 1970 (Howard Hinnant's days_from_civil, turned round) */
static void
civil_date(int day, int *y, int *m, int *d)
{
	int z = day + 719468; /* from 1 March of year 0 */
	int era = z / 146097, of_era = z % 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;

	*d = of_year - (153 * month + 2) / 5 + 1;
	*m = month < 10 ? month + 3 : month - 9;
	*y = year + era * 400 + (*m <= 2);
}

#define SERIAL_EPOCH 25569 /* 1 January 1970 as spreadsheets count days */
#define SERIAL_FIRST 10959 /* 1 January 1930: two digits of a year mean 1930 ... */
#define SERIAL_LAST 47483  /* ... to 31 December 2029 */

/* "37355": a spreadsheet took 09.04.02 for a date and kept the number of its day */
static bool
repair_date(Window *w)
{
	int serial = 0, y, m, d;
	char text[16];

	if (digits_at_front(w) != 5 || w->n != 5 || w->text[0] == '0')
		return false;
	for (int i = 0; i < 5; i++)
		serial = serial * 10 + (w->text[i] - '0');
	if (serial < SERIAL_FIRST || serial > SERIAL_LAST)
		return false;
	civil_date(serial - SERIAL_EPOCH, &y, &m, &d);
	snprintf(text, sizeof(text), "%02d%02d%02d", d % 100, m % 100, y % 100);
	window_insert(w, 5, '0', IS_DIGIT);
	for (int i = 0; i < 6; i++)
		w->text[i] = text[i];
	window_insert(w, 4, '.', IS_DELIMITER);
	window_insert(w, 2, '.', IS_DELIMITER);
	return true;
}

/* ---- reading what they lead to ---- */

/* adds what one repaired window reads as; remembers the repair that led there */
static void
add_repaired(Window *w, unsigned repairs, const Readings *found, RepairedReadings *all)
{
	for (int i = 0; i < found->n; i++)
	{
		int k = all->readings.n;
		size_t end = found->end[i];

		if (!readings_add(&all->readings, found->value[i], end))
			continue;
		all->repairs[k] = repairs;
		all->titles[k] = window_strict_tail(w, end) && !window_ends_at(w, end)
							 ? w->origin[window_behind_delimiters(w, end)]
							 : w->end;
	}
}

/* what hangs on is taken off for the classifiers whose admission lists do such a thing */
static void
read_extensions(const Window *given, unsigned before, const ProgramHints *hints, RepairedReadings *all)
{
	for (int i = 0; i < program_named_count; i++)
	{
		Window w;
		Readings found;
		ProgramHints only = *hints;

		if (program_named[i].extension == 0 || (hints->classifier >= 0 && hints->classifier != program_named[i].number))
			continue;
		window_copy(&w, given);
		if (!repair_extension(&w, program_named[i].extension))
			continue;
		only.classifier = program_named[i].number;
		readings_at(&w, 0, &only, window_strict_tail, &found);
		add_repaired(&w, before | PROGRAM_REPAIR_EXTENSION, &found, all);
	}
}

void
repair_zeros(const Window *given, const ProgramHints *hints, Readings *all)
{
	static bool (*const steps[])(Window *) = {repair_leading_zero, repair_two_zeros};

	for (int i = 0; i < 2; i++)
	{
		Window w;
		Readings found;

		window_copy(&w, given);
		if (!steps[i](&w))
			continue;
		readings_at(&w, 0, hints, window_strict_tail, &found);
		for (int k = 0; k < found.n; k++)
			readings_add(all, found.value[k], found.end[k] - (size_t) i - 1);
	}
}

void
repair_all(const Window *given, const ProgramHints *hints, RepairedReadings *all)
{
	static const struct
	{
		bool (*step)(Window *);
		unsigned repair;
	} steps[] = {
		{repair_leading_zero, PROGRAM_REPAIR_LEADING_ZERO},
		{repair_two_zeros, PROGRAM_REPAIR_LEADING_ZERO},
		{repair_letter, PROGRAM_REPAIR_LETTER},
		{repair_suffix_order, PROGRAM_REPAIR_SUFFIX_ORDER},
		{repair_tag, PROGRAM_REPAIR_TAG},
		{repair_date, PROGRAM_REPAIR_DATE},
	};
	Window w, repaired;
	Readings found;
	unsigned before = 0;

	all->readings.n = 0;
	window_copy(&w, given);
	/* the tail of a number is no part of what is repaired: it goes first */
	if (repair_decimal(&w))
	{
		before = PROGRAM_REPAIR_DECIMAL;
		readings_at(&w, 0, hints, window_strict_tail, &found);
		add_repaired(&w, before, &found, all);
		if (found.n > 0 && !(hints->classifier < 0 && readings_may_lack_zero(&w, &found)))
			return;
	}
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
	{
		window_copy(&repaired, &w);
		if (!steps[i].step(&repaired))
			continue;
		readings_at(&repaired, 0, hints, window_strict_tail, &found);
		add_repaired(&repaired, before | steps[i].repair, &found, all);
	}
	read_extensions(&w, before, hints, all);
}
