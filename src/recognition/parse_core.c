/*
 * recognition/parse_core.c: see recognition/parse_core.h.  The steps of
 * grade_parse_text: fold the text, read it as one label or number, then as two
 * that must agree, then with the repairs.
 */
#include "recognition/parse_core.h"

#include "ground/text_core.h"

#include <string.h>
#include <uchar.h>

const char *const grade_repair_names[GRADE_REPAIRS] = {"mark_dropped", "tail_dropped", "retake_taken", "slash_decimal"};

/* What a reading needs at hand. */
typedef struct Reader
{
	const GradeScale *scale;
	const GradeForm *forms;
	int nforms;
	bool lenient;
} Reader;

/* A part of the folded text. */
typedef struct Span
{
	const uint32_t *c;
	int n;
} Span;

/* The readings of a span. */
typedef struct Readings
{
	int n;
	Grade grades[GRADE_CANDIDATES];
	GradeParseStatus problem; /* GRADE_RANGE or GRADE_PRECISION where a number was no grade; else GRADE_NO_READING */
	unsigned repairs;
} Readings;

/* A number in a text and what stands with it. */
typedef struct Numeral
{
	GradeNumber value;
	bool fits;			/* within GRADE_NUMBER_MAX */
	bool fine;			/* more than six decimals */
	bool has_decimals;	/* a decimal point was written */
	bool maybe_grouped; /* a comma before three digits: 2,150 */
	int digits;			/* in all */
} Numeral;

/* ---- characters ---- */

/* Is the character between the two, both included? */
static bool
in(uint32_t c, uint32_t lo, uint32_t hi)
{
	return c >= lo && c <= hi;
}

/* Is it a quote, an apostrophe or a mark without width? No reading depends on them. */
static bool
is_dropped(uint32_t c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB || in(c, 0x2018, 0x201F) || c == 0x2BC ||
		   c == 0x2BB || in(c, 0x300C, 0x300F) || text_is_ignorable(c);
}

/* The character in one width, with one kind of digit, of dash, of point, of yeh and of kaf. */
static uint32_t
plain(uint32_t c)
{
	c = text_plain(c);
	if (text_is_dash(c))
		return '-';
	if (in(c, 0x966, 0x96F))
		return c - 0x966 + '0';
	if (c == 0x66A || c == 0x66B)
		return c == 0x66A ? '%' : '.';
	if (c == 0x64A || c == 0x649)
		return 0x6CC;
	return c == 0x643 ? 0x6A9 : c;
}

/* The small letter, Latin, Cyrillic or Armenian; the dotless and the dotted i are one, as are ё and е. */
static uint32_t
lower(uint32_t c)
{
	if (c == 0x130 || c == 0x131)
		return 'i';
	if (c == 0x18F)
		return 0x259;
	if (in(c, 0x531, 0x556))
		return c + 0x30;
	if (in(c, 0xC0, 0xDE) && c != 0xD7)
		return c + 0x20;
	if (in(c, 0x100, 0x137) || in(c, 0x14A, 0x177))
		return c | 1;
	c = text_small(c);
	return c == 0x451 ? 0x435 : c;
}

/* The Latin letter that a Cyrillic small letter looks like as a capital (А В Е К М Н О Р С Т Х), else itself. */
static uint32_t
look_alike(uint32_t c)
{
	static const uint32_t cyrillic[] = {0x430, 0x432, 0x435, 0x43A, 0x43C, 0x43D, 0x43E, 0x440, 0x441, 0x442, 0x445};

	for (int i = 0; i < 11; i++)
		if (c == cyrillic[i])
			return (uint32_t) "abekmhopctx"[i];
	return c;
}

static bool
is_digit(uint32_t c)
{
	return in(c, '0', '9');
}

int
grade_fold(const char *text, size_t len, uint32_t *chars)
{
	int n = 0;

	for (size_t at = 0, used; at < len; at += used)
	{
		uint32_t c = lower(plain(text_character(text + at, len - at, &used)));

		if (is_dropped(c))
			continue;
		if (text_is_white(c))
		{
			if (n > 0 && chars[n - 1] != ' ' && n < GRADE_TEXT_CHARS)
				chars[n++] = ' ';
			continue;
		}
		if (n == GRADE_TEXT_CHARS)
			return -1;
		chars[n++] = c;
	}
	while (n > 0 && chars[n - 1] == ' ')
		n--;
	return n;
}

/* ---- spans ---- */

static Span
trim(Span s)
{
	while (s.n > 0 && s.c[0] == ' ')
	{
		s.c++;
		s.n--;
	}
	while (s.n > 0 && s.c[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* The span without the dot at its end: "отл." is "отл". */
static Span
without_final_dot(Span s)
{
	while (s.n > 1 && (s.c[s.n - 1] == '.' || s.c[s.n - 1] == ' '))
		s.n--;
	return s;
}

/* The number of characters of a folded word. */
static int
word_length(const char32_t *word)
{
	int n = 0;

	while (word[n] != 0)
		n++;
	return n;
}

/* The first place of a folded word in the span; -1 if it is not there. */
static int
find_word(Span s, const char32_t *word)
{
	int n = word_length(word);

	for (int i = 0; i + n <= s.n; i++)
		if (memcmp(s.c + i, word, (size_t) n * sizeof(*word)) == 0)
			return i;
	return -1;
}

/* Is the span this word, letter by letter? */
static bool
is_word(Span s, const char32_t *word)
{
	return s.n == word_length(word) && find_word(s, word) == 0;
}

/* Do both say the same but for spaces, final dots and, with 'alike', letters that look the same? */
static bool
same_label(Span a, Span b, bool alike)
{
	int i = 0;
	int j = 0;

	a = without_final_dot(a);
	b = without_final_dot(b);
	for (;;)
	{
		while (i < a.n && a.c[i] == ' ')
			i++;
		while (j < b.n && b.c[j] == ' ')
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if (alike ? look_alike(a.c[i]) != look_alike(b.c[j]) : a.c[i] != b.c[j])
			return false;
		i++;
		j++;
	}
}

/* ---- readings ---- */

/* Are two readings one grade? A listed grade and its own number are. */
static bool
same_grade(Grade a, Grade b)
{
	if (a.step != b.step)
		return false;
	return a.step >= 0 && (!a.has_number || !b.has_number) ? true : a.number == b.number;
}

/* Adds a reading; of the same grade, the one that knows a number stays. */
static void
add_reading(Readings *set, Grade grade)
{
	for (int i = 0; i < set->n; i++)
		if (same_grade(set->grades[i], grade))
		{
			if (!set->grades[i].has_number)
				set->grades[i] = grade;
			return;
		}
	if (set->n < GRADE_CANDIDATES)
		set->grades[set->n++] = grade;
}

/* The grade of a step, with its points where those are the numbers of the scale. */
static Grade
grade_of_step(const GradeScale *scale, int step)
{
	Grade grade = {.step = step};

	grade.has_number = grade_number_of(scale, grade, &grade.number);
	return grade;
}

/* Notes what is wrong; the first problem is the one that is told. */
static void
problem(Readings *set, GradeParseStatus what)
{
	if (set->problem == GRADE_NO_READING)
		set->problem = what;
}

/* Reads a label or a spelling of the scale; letters that look alike count only if nothing else fits. */
static void
read_label(const Reader *r, Span s, Readings *set)
{
	bool letters = false;
	bool spaces = false;

	for (int i = 0; i < s.n; i++)
	{
		letters |= !is_digit(s.c[i]) && s.c[i] != ' ';
		spaces |= s.c[i] == ' ';
	}
	if (spaces && !letters)
		return; /* 1 0 is not 10 */
	for (int alike = 0; alike < 2 && set->n == 0; alike++)
		for (int i = 0; i < r->nforms; i++)
		{
			Span form = {r->forms[i].chars, r->forms[i].n};

			if (same_label(s, form, alike == 1))
				add_reading(set, grade_of_step(r->scale, r->forms[i].step));
		}
}

/* ---- numbers ---- */

/* Reads a decimal at the beginning of the span; how many characters it takes, 0 for none. */
static int
scan_numeral(Span s, Numeral *number)
{
	int i = 0;
	bool negative = false;
	GradeNumber place = GRADE_UNIT;
	int decimals = 0;

	memset(number, 0, sizeof(*number));
	number->fits = true;
	if (i < s.n && (s.c[i] == '-' || s.c[i] == '+'))
		negative = s.c[i++] == '-';
	for (; i < s.n && is_digit(s.c[i]); i++, number->digits++)
		if (number->value <= GRADE_NUMBER_MAX)
			number->value = number->value * 10 + (s.c[i] - '0') * GRADE_UNIT;
	if (number->digits == 0)
		return 0;
	if (i + 1 < s.n && (s.c[i] == '.' || s.c[i] == ',') && is_digit(s.c[i + 1]))
	{
		bool comma = s.c[i++] == ',';

		number->has_decimals = true;
		for (; i < s.n && is_digit(s.c[i]); i++, decimals++, number->digits++)
		{
			place /= 10;
			number->fine |= place == 0 && s.c[i] != '0';
			number->value += (s.c[i] - '0') * place;
		}
		number->maybe_grouped = comma && decimals == 3;
	}
	number->fits = number->value <= GRADE_NUMBER_MAX;
	if (negative)
		number->value = -number->value;
	return i;
}

/* Does any grade of the scale have a band of marks? */
static bool
has_bands(const GradeScale *scale)
{
	for (int i = 0; i < scale->nsteps; i++)
		if (scale->steps[i].has_marks)
			return true;
	return false;
}

/* Reads a number of the scale's own: its points or marks. */
static void
read_own_number(const Reader *r, GradeNumber value, Readings *set)
{
	const GradeScale *scale = r->scale;
	Grade grade = {.step = -1, .has_number = true, .number = value};
	int before = set->n;

	if (!scale->has_range || value < scale->min || value > scale->max)
	{
		problem(set, GRADE_RANGE);
		return;
	}
	if (scale->step > 0 && value % scale->step != 0)
	{
		problem(set, GRADE_PRECISION);
		return;
	}
	if (scale->marks_are_own)
	{
		if (has_bands(scale))
			grade.step = grade_step_of_mark(scale, value);
		if (grade.step < 0 && (scale->labels_only || has_bands(scale)))
			problem(set, GRADE_RANGE);
		else
			add_reading(set, grade);
		return;
	}
	for (int i = 0; i < scale->nsteps; i++)
		if (scale->steps[i].has_points && scale->steps[i].points == value)
		{
			grade.step = i;
			add_reading(set, grade);
		}
	if (set->n == before && !scale->labels_only)
		add_reading(set, grade);
	else if (set->n == before)
		problem(set, GRADE_RANGE);
}

/* Reads a mark in per cent, where the bands of the scale are per cent. */
static void
read_percent(const Reader *r, GradeNumber value, Readings *set)
{
	int step = -1;

	if (value >= 0 && value <= 100 * GRADE_UNIT)
		step = grade_step_of_mark(r->scale, value);
	if (step < 0)
		problem(set, GRADE_RANGE);
	else
		add_reading(set, grade_of_step(r->scale, step));
}

/* Reads a bare number: the scale's own, per cent, or both where it may be either. */
static void
read_bare_number(const Reader *r, const Numeral *number, Readings *set)
{
	const GradeScale *scale = r->scale;
	bool inside = scale->has_range && number->value >= scale->min && number->value <= scale->max;
	bool bands = !scale->marks_are_own && has_bands(scale);

	if (inside || !bands)
		read_own_number(r, number->value, set);
	/* within the points a mark would be a whole number: 3.67 is points, 4 may be both */
	if (bands && (!inside || !number->has_decimals))
		read_percent(r, number->value, set);
}

/* Reads "87/100", "17 of 20"; 'over' is what stands behind the bar. */
static void
read_share(const Reader *r, const Numeral *number, const Numeral *over, bool slash, Readings *set)
{
	const GradeScale *scale = r->scale;
	GradeNumber decimal = over->value;

	if (scale->has_range && over->value == scale->max)
		read_own_number(r, number->value, set);
	else if (over->value == 100 * GRADE_UNIT && !scale->marks_are_own && has_bands(scale))
		read_percent(r, number->value, set);
	else if (slash && r->lenient && over->digits <= 2 && !over->has_decimals && !number->has_decimals)
	{
		for (int i = 0; i < over->digits; i++)
			decimal /= 10;
		read_own_number(r, number->value + decimal, set);
		set->repairs |= GRADE_REPAIR_SLASH;
	}
	else
		problem(set, GRADE_RANGE);
}

/* Reads the number behind "/", "of" or "из"; how many characters both take, 0 if there is none. */
static int
scan_share(Span s, Numeral *over, bool *slash)
{
	static const char32_t *const words[] = {U"/", U"of", U"out of", U"из"};

	s = trim(s);
	for (int i = 0; i < 4; i++)
	{
		Span rest = s;
		int used;

		if (find_word(s, words[i]) != 0)
			continue;
		rest.c += word_length(words[i]);
		rest.n -= word_length(words[i]);
		rest = trim(rest);
		used = scan_numeral(rest, over);
		*slash = i == 0;
		if (used > 0 && used == rest.n && over->fits && !over->fine)
			return s.n;
	}
	return 0;
}

/* Reads a number, per cent, or a number over another, with nothing after it. */
static void
read_number(const Reader *r, Span s, Readings *set)
{
	Numeral number;
	Numeral over;
	bool slash;
	int used = scan_numeral(s, &number);
	Span rest = {s.c + used, s.n - used};

	if (used == 0)
		return;
	rest = trim(rest);
	if (number.fine)
		problem(set, GRADE_PRECISION);
	else if (!number.fits)
		problem(set, GRADE_RANGE);
	else if (number.maybe_grouped)
		problem(set, GRADE_AMBIGUOUS);
	else if (rest.n == 0 || (rest.n == 1 && rest.c[0] == '.'))
		read_bare_number(r, &number, set);
	else if (rest.n == 1 && rest.c[0] == '%' && r->scale->marks_are_own && r->scale->max == 100 * GRADE_UNIT)
		read_own_number(r, number.value, set);
	else if (rest.n == 1 && rest.c[0] == '%' && !r->scale->marks_are_own && has_bands(r->scale))
		read_percent(r, number.value, set);
	else if (scan_share(rest, &over, &slash) > 0)
		read_share(r, &number, &over, slash, set);
}

/* Reads a span that is one label or one number. */
static void
read_simple(const Reader *r, Span s, Readings *set)
{
	memset(set, 0, sizeof(*set));
	set->problem = GRADE_NO_READING;
	s = trim(s);
	if (s.n == 0)
		return;
	read_label(r, s, set);
	/*
	 * A listed grade outranks what else its number might say: 5 on a scale of 5 to
	 * 2 is no 5 per cent.  But where the numbers are marks, 5 may be either.
	 */
	if (set->n == 0 || r->scale->marks_are_own)
		read_number(r, s, set);
}

/* ---- two parts ---- */

/* May the character stand between two readings of one grade? */
static bool
is_separator(uint32_t c)
{
	return c < 0x80 && c != 0 && strchr(" ([{/;|=:,", (int) c) != NULL;
}

/* The span without the brackets around it, of any kind and number. */
static Span
without_brackets(Span s)
{
	s = trim(s);
	while (s.n > 0 && (s.c[0] == '(' || s.c[0] == '[' || s.c[0] == '{'))
	{
		s.c++;
		s.n--;
	}
	while (s.n > 0 && (s.c[s.n - 1] == ')' || s.c[s.n - 1] == ']' || s.c[s.n - 1] == '}'))
		s.n--;
	return trim(s);
}

/* What both sides say; the union, and false, if they say different things. */
static bool
agree(const Readings *a, const Readings *b, Readings *both)
{
	memset(both, 0, sizeof(*both));
	both->repairs = a->repairs | b->repairs;
	for (int i = 0; i < a->n; i++)
		for (int j = 0; j < b->n; j++)
			if (same_grade(a->grades[i], b->grades[j]))
			{
				add_reading(both, a->grades[i]);
				add_reading(both, b->grades[j]);
			}
	if (both->n > 0)
		return true;
	for (int i = 0; i < a->n; i++)
		add_reading(both, a->grades[i]);
	for (int j = 0; j < b->n; j++)
		add_reading(both, b->grades[j]);
	return false;
}

/* Reads "5 (отл)", "A- / 3.67": two parts that are both grades. */
static bool
read_pair(const Reader *r, Span s, Readings *set, bool *same)
{
	Readings left;
	Readings right;

	for (int p = 1; p < s.n - 1; p++)
	{
		Span a = {s.c, p};
		Span b = {s.c + p + (s.c[p] == '(' || s.c[p] == '[' || s.c[p] == '{' ? 0 : 1), 0};

		if (!is_separator(s.c[p]))
			continue;
		b.n = (int) (s.c + s.n - b.c);
		read_simple(r, without_brackets(a), &left);
		if (left.n == 0)
			continue;
		read_simple(r, without_brackets(b), &right);
		if (right.n == 0)
			continue;
		*same = agree(&left, &right, set);
		return true;
	}
	return false;
}

/* ---- repairs ---- */

/* Reads the grade behind a word for a retake: "3 retake: 4", "3 Пересдача: 4". */
static bool
repair_retake(const Reader *r, Span s, Readings *set)
{
	static const char32_t *const words[] = {U"пересд", U"peresd", U"retake", U"resit", U"补考"};

	for (int i = 0; i < 5; i++)
	{
		Span rest = s;
		int behind = find_word(s, words[i]);

		if (behind < 0)
			continue;
		/* to the end of the word, then to the grade */
		while (behind < s.n && s.c[behind] != ' ' && s.c[behind] != ':' && !is_digit(s.c[behind]))
			behind++;
		while (behind < s.n && (s.c[behind] == ' ' || s.c[behind] == ':'))
			behind++;
		rest.c += behind;
		rest.n -= behind;
		read_simple(r, without_brackets(rest), set);
		set->repairs |= GRADE_REPAIR_RETAKE;
		return set->n > 0;
	}
	return false;
}

/* Is the character a mark that refers to a note? */
static bool
is_footnote(uint32_t c)
{
	return c == '*' || c == '^' || c == '#' || c == '~' || in(c, 0x2020, 0x2021);
}

/* Reads a grade with a footnote mark, or with a letter glued to it: H1^, A*, 30LM. */
static bool
repair_mark(const Reader *r, Span s, Readings *set)
{
	Span rest = s;

	while (rest.n > 1 && is_footnote(rest.c[rest.n - 1]))
		rest.n--;
	if (rest.n == s.n && s.n > 2 && in(s.c[s.n - 1], 'a', 'z') && in(s.c[s.n - 2], 'a', 'z') && is_digit(s.c[0]))
		rest.n--;
	if (rest.n == s.n)
		return false;
	read_simple(r, trim(rest), set);
	set->repairs |= GRADE_REPAIR_MARK;
	return set->n > 0;
}

/* Reads a grade with words without a digit behind it. */
static bool
repair_tail(const Reader *r, Span s, Readings *set)
{
	for (int p = s.n - 1; p > 0; p--)
	{
		Span head = {s.c, p};

		if (is_digit(s.c[p]))
			return false;
		if (s.c[p] != ' ' && s.c[p] != '(' && s.c[p] != '[')
			continue;
		read_simple(r, without_brackets(head), set);
		set->repairs |= GRADE_REPAIR_TAIL;
		if (set->n > 0)
			return true;
	}
	return false;
}

/* ---- all together ---- */

/* Is the span what people write where there is no grade? */
static bool
is_placeholder(Span s)
{
	static const char32_t *const words[] = {U"n/a", U"none", U"null", U"нет"};
	bool marks = true;

	for (int i = 0; i < s.n; i++)
		marks &= s.c[i] == '-' || s.c[i] == '.' || s.c[i] == ' ' || s.c[i] == '/' || s.c[i] == '_';
	for (int i = 0; i < 4 && !marks; i++)
		marks = is_word(s, words[i]);
	return marks;
}

/* One reading is the grade, several are ambiguous, none is a problem. */
static void
conclude(const Readings *set, GradeReading *reading)
{
	reading->ncandidates = set->n;
	memcpy(reading->candidates, set->grades, sizeof(set->grades));
	reading->status = set->n == 1 ? GRADE_PARSED : set->n > 1 ? GRADE_AMBIGUOUS : set->problem;
	if (set->n == 1)
		reading->grade = set->grades[0];
	if (set->n > 0)
		reading->repairs = set->repairs;
}

void
grade_parse_text(const char *text, size_t len, const GradeScale *scale, const GradeForm *forms, int nforms,
				 bool lenient, GradeReading *reading)
{
	Reader r = {scale, forms, nforms, lenient};
	uint32_t folded[GRADE_TEXT_CHARS];
	int n = grade_fold(text, len, folded);
	Span s = {folded, n};
	Readings set;
	Readings other;
	bool same = true;

	memset(reading, 0, sizeof(*reading));
	reading->status = GRADE_NO_READING;
	if (n < 0)
		return;
	read_simple(&r, without_brackets(s), &set);
	if (set.n == 0 && is_placeholder(s))
	{
		reading->status = GRADE_NOTHING;
		return;
	}
	if (set.n == 0 && set.problem == GRADE_NO_READING && read_pair(&r, s, &set, &same))
	{
		conclude(&set, reading);
		if (!same)
			reading->status = GRADE_MULTIPLE;
		return;
	}
	if (set.n == 0 && set.problem == GRADE_NO_READING && lenient &&
		(repair_retake(&r, s, &other) || repair_mark(&r, s, &other) || repair_tail(&r, s, &other)))
		set = other;
	conclude(&set, reading);
}
