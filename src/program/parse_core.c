/*
 * program/parse_core.c: see program/parse_core.h.  The steps of program_parse:
 * normalise the beginning of the text, take off quotes and labels, let every
 * classifier that the hints admit read a code there, and look at what follows.
 */
#include "program/parse_core.h"

#include <string.h>

const char *const program_repair_names[PROGRAM_REPAIRS] = {"leading_zero", "letter_for_digit", "suffix_order",
														   "tag_dropped", "extension_dropped"};

#define WINDOW 512 /* normalised bytes that are looked at */

/* what a normalised byte is */
typedef enum ByteKind
{
	IS_DELIMITER, /* neither letter nor digit */
	IS_DIGIT,
	IS_LETTER,
	IS_IDEOGRAPH /* a letter that needs no space before it */
} ByteKind;

typedef struct Window
{
	char text[WINDOW + 8];
	unsigned char kind[WINDOW + 8];
	size_t origin[WINDOW + 8]; /* where in the given text it comes from */
	size_t n;
	size_t end; /* of the given text, trimmed */
	bool cut;	/* there is more than the window shows */
} Window;

/* ---- characters ---- */

/* the character at s (UTF-8, of at most len bytes); bytes that are no character stand for themselves */
static uint32_t
next_character(const char *s, size_t len, size_t *used)
{
	const unsigned char *b = (const unsigned char *) s;
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t n = b[0] < 0x80					 ? 1
			   : b[0] >= 0xC2 && b[0] < 0xE0 ? 2
			   : (b[0] & 0xF0) == 0xE0		 ? 3
			   : b[0] >= 0xF0 && b[0] < 0xF5 ? 4
											 : 0;
	uint32_t c;

	*used = 1;
	if (n == 1)
		return b[0];
	if (n == 0 || n > len)
		return 0xFFFD;
	c = b[0] & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++)
	{
		if ((b[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | (b[i] & 0x3F);
	}
	if (c < least[n])
		return 0xFFFD;
	*used = n;
	return c;
}

static bool
in(uint32_t c, uint32_t lo, uint32_t hi)
{
	return c >= lo && c <= hi;
}

/* soft hyphen, joiners, direction and byte order marks */
static bool
is_ignorable(uint32_t c)
{
	return c == 0xAD || c == 0x61C || c == 0x180E || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
		   in(c, 0x2060, 0x2069) || c == 0xFEFF || in(c, 0xFE00, 0xFE0F);
}

static bool
is_white(uint32_t c)
{
	return c <= ' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) || c == 0x2028 ||
		   c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool
is_dash(uint32_t c)
{
	return in(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63;
}

static bool
is_ideograph(uint32_t c)
{
	return in(c, 0x3040, 0x30FF) || in(c, 0x3400, 0x9FFF) || in(c, 0xAC00, 0xD7AF) || in(c, 0xF900, 0xFAFF) ||
		   in(c, 0x20000, 0x3FFFF);
}

/* beyond ASCII: what is no punctuation or symbol */
static bool
is_letter(uint32_t c)
{
	return c == 0xAA || c == 0xB5 || c == 0xBA ||
		   (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !in(c, 0x2000, 0x2BFF) && !in(c, 0x2E00, 0x2E7F) &&
			!in(c, 0x3000, 0x303F) && !in(c, 0xFE10, 0xFE6F) && !in(c, 0xFFE0, 0xFFFF) && !in(c, 0x60C, 0x61F));
}

/* Latin capitals for Cyrillic letters that look the same: А В С Е Н К М О Р Т Х, and small ones */
static char
look_alike(uint32_t c)
{
	static const uint32_t capitals[] = {0x410, 0x412, 0x421, 0x415, 0x41D, 0x41A, 0x41C, 0x41E, 0x420, 0x422, 0x425};

	for (int i = 0; i < 11; i++)
		if (c == capitals[i] || c == capitals[i] + 0x20)
			return "ABCEHKMOPTX"[i];
	return '\0';
}

static ByteKind
ascii_kind(char c)
{
	return c >= '0' && c <= '9'								  ? IS_DIGIT
		   : (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? IS_LETTER
															  : IS_DELIMITER;
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

/* ---- normalising ---- */

static void
put(Window *w, char c, ByteKind kind, size_t origin)
{
	w->text[w->n] = c;
	w->kind[w->n] = (unsigned char) kind;
	w->origin[w->n] = origin;
	w->n++;
}

/* fills the window from the text at 'at': width, digits, dashes, spaces and look-alikes made one */
static void
normalise(Window *w, const char *text, size_t at)
{
	w->n = 0;
	w->cut = false;
	while (at < w->end)
	{
		size_t used;
		uint32_t c = next_character(text + at, w->end - at, &used);
		char folded;

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		else if (in(c, 0x660, 0x669))
			c = c - 0x660 + '0';
		else if (in(c, 0x6F0, 0x6F9))
			c = c - 0x6F0 + '0';
		if (is_ignorable(c))
		{
			at += used;
			continue;
		}
		if (w->n + 4 > WINDOW)
		{
			w->cut = true;
			break;
		}
		if (is_white(c))
		{
			if (w->n > 0 && w->text[w->n - 1] != ' ')
				put(w, ' ', IS_DELIMITER, at);
		}
		else if (is_dash(c))
			put(w, '-', IS_DELIMITER, at);
		else if (c < 0x80)
			put(w, (char) c, ascii_kind((char) c), at);
		else if ((folded = look_alike(c)) != '\0')
			put(w, folded, IS_LETTER, at);
		else
			for (size_t i = 0; i < used; i++)
				put(w, text[at + i], is_ideograph(c) ? IS_IDEOGRAPH : is_letter(c) ? IS_LETTER : IS_DELIMITER, at);
		at += used;
	}
	while (!w->cut && w->n > 0 && w->text[w->n - 1] == ' ')
		w->n--;
	w->origin[w->n] = w->cut ? at : w->end;
}

/* the end of the text without white space and marks behind it */
static size_t
trimmed_end(const char *text, size_t len)
{
	while (len > 0)
	{
		size_t start = len - 1, used;
		uint32_t c;

		while (start > 0 && len - start < 4 && ((unsigned char) text[start] & 0xC0) == 0x80)
			start--;
		c = next_character(text + start, len - start, &used);
		if (start + used != len || !(is_white(c) || is_ignorable(c)))
			break;
		len = start;
	}
	return len;
}

static bool
starts_with(const char *text, size_t len, const char *word)
{
	size_t n = strlen(word);

	if (len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (upper(text[i]) != upper(word[i]))
			return false;
	return true;
}

/* "код: ", "№ ", "code " before a code: how much to skip */
static size_t
label_length(const char *text, size_t len)
{
	static const char *const labels[] = {"код", "Код", "КОД", "шифр", "Шифр", "ШИФР", "code", "№", "代码", "کد", NULL};

	for (int i = 0; labels[i] != NULL; i++)
		if (starts_with(text, len, labels[i]))
		{
			size_t n = strlen(labels[i]), used;
			uint32_t c;

			if (n >= len)
				return 0;
			c = next_character(text + n, len - n, &used);
			/* "Codex" is no label */
			return is_white(c) || c == ':' || c == '.' || c == '-' || in(c, '0', '9') || c == 0xFF1A ? n : 0;
		}
	return 0;
}

/* where the code may begin: behind white space, quotes, opening brackets and labels */
static size_t
skip_front(const char *text, size_t len)
{
	size_t at = 0;
	bool labelled = false;

	while (at < len)
	{
		size_t used, label = labelled ? 0 : label_length(text + at, len - at);
		uint32_t c = next_character(text + at, len - at, &used);

		if (label > 0)
		{
			at += label;
			labelled = true;
		}
		else if (is_white(c) || is_ignorable(c) || c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
				 in(c, 0x2018, 0x201F) || c == '(' || c == '[' || c == '{' || c == 0xFF08 ||
				 (labelled && (c == ':' || c == '.' || c == 0xFF1A)))
			at += used;
		else
			break;
	}
	return at;
}

/* nothing there, or a word for nothing */
static bool
is_placeholder(const char *text, size_t len)
{
	static const char *const words[] = {"n/a", "na", "none", "null", "нет", "Нет", "НЕТ", "无", "無", NULL};
	size_t at = 0, used;

	for (int i = 0; words[i] != NULL; i++)
		if (len == strlen(words[i]) && starts_with(text, len, words[i]))
			return true;
	/* dashes, dots and question marks: no letter and no digit among the first hundred bytes of a short text */
	if (len > 100)
		return false;
	for (; at < len; at += used)
	{
		uint32_t c = next_character(text + at, len - at, &used);

		if (c < 0x80 ? ascii_kind((char) c) != IS_DELIMITER : !(is_dash(c) || is_white(c) || is_ignorable(c)))
			return false;
	}
	return true;
}

/* ---- what may follow a code ---- */

static bool
is_closer(const Window *w, size_t p)
{
	/* the last three: the second and third byte of ” and ’, and » */
	return p < w->n &&
		   (strchr(")]}\"'", w->text[p]) != NULL || (w->kind[p] == IS_DELIMITER && (unsigned char) w->text[p] >= 0x80));
}

/* only a final dot, closing brackets and quotes up to the end */
static bool
ends_at(const Window *w, size_t p)
{
	bool dot = false;

	for (; p < w->n; p++)
	{
		if (w->text[p] == '.' && !dot)
			dot = true;
		else if (w->text[p] != ' ' && !is_closer(w, p))
			return false;
	}
	return !w->cut;
}

/* where the text behind a code begins: behind the delimiters */
static size_t
behind_delimiters(const Window *w, size_t p)
{
	while (p < w->n && w->kind[p] == IS_DELIMITER)
		p++;
	return p;
}

/* how many letters stand at p, counted to two */
static int
letters_at(const Window *w, size_t p)
{
	size_t q = p + 1;

	if (p >= w->n || (w->kind[p] != IS_LETTER && w->kind[p] != IS_IDEOGRAPH))
		return 0;
	if (w->kind[p] == IS_IDEOGRAPH)
		return 2;
	while (q < w->n && w->origin[q] == w->origin[p])
		q++;
	return q < w->n && (w->kind[q] == IS_LETTER || w->kind[q] == IS_IDEOGRAPH) ? 2 : 1;
}

static bool
strict_tail(void *context, size_t p)
{
	const Window *w = context;
	size_t q;

	if (p >= w->n || ends_at(w, p) || w->kind[p] == IS_IDEOGRAPH)
		return true;
	q = behind_delimiters(w, p);
	return q > p && letters_at(w, q) == 2;
}

/* for the search of a second code: anything that is not glued on */
static bool
loose_tail(void *context, size_t p)
{
	const Window *w = context;

	return p >= w->n || w->kind[p] == IS_DELIMITER || w->kind[p] == IS_IDEOGRAPH;
}

/* ---- readings ---- */

typedef struct Readings
{
	int n;
	int64_t value[PROGRAM_CANDIDATES];
	size_t end[PROGRAM_CANDIDATES];
} Readings;

static bool
has_digit(const Window *w, size_t from, size_t to)
{
	for (size_t p = from; p < to; p++)
		if (w->kind[p] == IS_DIGIT)
			return true;
	return false;
}

typedef struct Shifted
{
	Window *w;
	size_t from;
	ProgramTail tail;
} Shifted;

static bool
shifted_tail(void *context, size_t p)
{
	Shifted *s = context;

	return s->tail(s->w, s->from + p);
}

/* one classifier's reading at 'from'; false if there is none */
static bool
read_one(Window *w, size_t from, int classifier, const ProgramHints *hints, ProgramTail tail, int64_t *value,
		 size_t *end)
{
	Shifted s = {w, from, tail};
	bool named = hints->classifier >= 0;
	bool compact = named || hints->state[0] != '\0';
	const ProgramGrammar *g = program_classifier_grammar(classifier);
	size_t len;
	uint16_t levels;

	len = program_read(classifier, w->text + from, w->n - from, PROGRAM_READ_LISTED | PROGRAM_READ_SPACED, compact,
					   shifted_tail, &s, value);
	/* who names the classifier may mean a heading */
	if (len == 0 && named)
		len = program_read(classifier, w->text + from, w->n - from, PROGRAM_READ_SPACED, compact, shifted_tail, &s,
						   value);
	if (len == 0)
		return false;
	/* where no grammar tells, a word is no code */
	if (g->parts[0].kind == PROGRAM_SYMBOLS && !has_digit(w, from, from + len))
		return false;
	levels = program_levels(*value);
	if (hints->levels != 0 && levels != 0 && (levels & hints->levels) == 0)
		return false;
	*end = from + len;
	return true;
}

/* is some classifier of this state searched? */
static bool
state_is_known(const char *state)
{
	for (int i = 0; i < program_states_count; i++)
		if ((program_states[i].flags & PROGRAM_SEARCHED) && strcmp(program_states[i].state, state) == 0)
			return true;
	for (int i = 0; i < program_named_count; i++)
		if ((program_named[i].flags & PROGRAM_SEARCHED) && strcmp(program_named[i].state, state) == 0)
			return true;
	return false;
}

static void
add_reading(Readings *r, int64_t value, size_t end)
{
	for (int i = 0; i < r->n; i++)
		if (r->value[i] == value)
			return;
	if (r->n < PROGRAM_CANDIDATES)
	{
		r->value[r->n] = value;
		r->end[r->n] = end;
		r->n++;
	}
}

static void
try_classifier(Window *w, size_t from, const ProgramGrammar *g, const ProgramHints *hints, ProgramTail tail,
			   Readings *r)
{
	int64_t value;
	size_t end;

	if ((g->flags & PROGRAM_SEARCHED) && (hints->state[0] == '\0' || strcmp(hints->state, g->state) == 0) &&
		read_one(w, from, g->number, hints, tail, &value, &end))
		add_reading(r, value, end);
}

/* all readings at 'from' that the hints admit */
static void
read_all(Window *w, size_t from, const ProgramHints *hints, ProgramTail tail, Readings *r)
{
	int64_t value;
	size_t end;

	r->n = 0;
	if (from >= w->n)
		return;
	if (hints->classifier >= 0)
	{
		char state[3];

		program_classifier_state(hints->classifier, state);
		if ((hints->state[0] == '\0' || strcmp(hints->state, state) == 0) &&
			read_one(w, from, hints->classifier, hints, tail, &value, &end))
			add_reading(r, value, end);
		return;
	}
	if (hints->state[0] != '\0' && !state_is_known(hints->state))
	{
		if (read_one(w, from, program_classifier_number(hints->state, 2), hints, tail, &value, &end))
			add_reading(r, value, end);
		return;
	}
	for (int i = 0; i < program_states_count; i++)
		try_classifier(w, from, &program_states[i], hints, tail, r);
	for (int i = 0; i < program_named_count; i++)
		try_classifier(w, from, &program_named[i], hints, tail, r);
}

/* does a second code stand behind the first, which ends at 'end'? */
static bool
second_code(Window *w, size_t end, const ProgramHints *hints, int classifier)
{
	Readings r;
	size_t p = behind_delimiters(w, end);
	int64_t value;

	/* right behind: of any classifier, if it is long enough to be no number of something else */
	read_all(w, p, hints, strict_tail, &r);
	if (r.n == 0)
		read_all(w, p, hints, loose_tail, &r);
	for (int i = 0; i < r.n; i++)
		if (p > end && r.end[i] - p >= 4)
			return true;
	/* further behind: of the same classifier, in full */
	if (classifier >= 0 && program_classifier_grammar(classifier)->parts[0].kind == PROGRAM_SYMBOLS)
		return false;
	for (; classifier >= 0 && p < w->n; p++)
	{
		Shifted s = {w, p, loose_tail};

		if (p > end && w->kind[p] != IS_DELIMITER && w->kind[p - 1] == IS_DELIMITER &&
			program_read(classifier, w->text + p, w->n - p, PROGRAM_READ_LISTED | PROGRAM_READ_SPACED, false,
						 shifted_tail, &s, &value) >= 5)
			return true;
	}
	return false;
}

/* ---- repairs: each makes another window ---- */

static void
delete_bytes(Window *w, size_t at, size_t n)
{
	size_t rest = w->n - at - n;

	memmove(w->text + at, w->text + at + n, rest);
	memmove(w->kind + at, w->kind + at + n, rest);
	memmove(w->origin + at, w->origin + at + n, (rest + 1) * sizeof(w->origin[0]));
	w->n -= n;
}

static bool
repair_leading_zero(Window *w)
{
	if (w->n == 0 || w->kind[0] != IS_DIGIT)
		return false;
	memmove(w->text + 1, w->text, w->n);
	memmove(w->kind + 1, w->kind, w->n);
	memmove(w->origin + 1, w->origin, (w->n + 1) * sizeof(w->origin[0]));
	w->text[0] = '0';
	w->kind[0] = IS_DIGIT;
	w->n++;
	return true;
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

static size_t
digits_at_front(const Window *w)
{
	size_t p = 0;

	while (p < w->n && w->kind[p] == IS_DIGIT)
		p++;
	return p;
}

static bool
repair_suffix_order(Window *w)
{
	size_t p = digits_at_front(w);

	if (p == 0 || p + 1 >= w->n || upper(w->text[p]) != 'K' || upper(w->text[p + 1]) != 'T')
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
		if (q > p && letters_at(w, q) == 1 && (q + 1 >= w->n || w->kind[q + 1] != IS_DIGIT))
		{
			size_t end = q + 1;

			while (end < w->n && w->origin[end] == w->origin[q])
				end++;
			delete_bytes(w, p, end - p);
			return true;
		}
	}
	return false;
}

static bool
repair_extension(Window *w, int digits)
{
	size_t p = digits_at_front(w);

	if (p <= (size_t) digits)
		return false;
	delete_bytes(w, p - (size_t) digits, (size_t) digits);
	return true;
}

/* adds what one repaired window reads as; remembers the repair that led there */
static void
add_repaired(Window *w, unsigned repair, const Readings *found, Readings *all, unsigned repairs[PROGRAM_CANDIDATES],
			 size_t titles[PROGRAM_CANDIDATES])
{
	for (int i = 0; i < found->n; i++)
	{
		int before = all->n;

		add_reading(all, found->value[i], found->end[i]);
		if (all->n > before)
		{
			repairs[before] = repair;
			titles[before] = strict_tail(w, found->end[i]) && !ends_at(w, found->end[i])
								 ? w->origin[behind_delimiters(w, found->end[i])]
								 : w->end;
		}
	}
}

static void
read_repaired(const Window *given, const ProgramHints *hints, Readings *all, unsigned repairs[PROGRAM_CANDIDATES],
			  size_t titles[PROGRAM_CANDIDATES])
{
	static bool (*const steps[])(Window *) = {repair_leading_zero, repair_letter, repair_suffix_order, repair_tag};
	Window w;
	Readings found;

	all->n = 0;
	for (int i = 0; i < 4; i++)
	{
		w = *given;
		if (!steps[i](&w))
			continue;
		read_all(&w, 0, hints, strict_tail, &found);
		add_repaired(&w, 1u << i, &found, all, repairs, titles);
	}
	for (int i = 0; i < program_named_count; i++)
	{
		ProgramHints only = *hints;

		if (program_named[i].extension == 0 || (hints->classifier >= 0 && hints->classifier != program_named[i].number))
			continue;
		only.classifier = program_named[i].number;
		w = *given;
		if (!repair_extension(&w, program_named[i].extension))
			continue;
		read_all(&w, 0, &only, strict_tail, &found);
		add_repaired(&w, PROGRAM_REPAIR_EXTENSION, &found, all, repairs, titles);
	}
}

/* ---- titles ---- */

/* the rest of the text from 'at': without the closing mark of an opening one before it */
static void
set_title(ProgramParse *parse, const char *text, size_t code_end, size_t at, size_t end)
{
	static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"{", "}"},	{"\"", "\""},
										   {"«", "»"}, {"“", "”"}, {"（", "）"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		size_t open = strlen(pairs[i][0]), close = strlen(pairs[i][1]);

		if (at >= code_end + open && memcmp(text + at - open, pairs[i][0], open) == 0 && end > at + close &&
			memcmp(text + end - close, pairs[i][1], close) == 0)
		{
			end = trimmed_end(text, end - close);
			break;
		}
	}
	parse->title = at;
	parse->title_len = end > at ? end - at : 0;
}

/* ---- the whole ---- */

static int
by_name(int64_t a, int64_t b)
{
	char name_a[PROGRAM_NAME_MAX], name_b[PROGRAM_NAME_MAX];

	return strcmp(program_classifier_name(program_classifier(a), name_a),
				  program_classifier_name(program_classifier(b), name_b));
}

static void
set_candidates(ProgramParse *parse, const Readings *r)
{
	parse->ncandidates = r->n;
	for (int i = 0; i < r->n; i++)
	{
		int k = i;

		for (; k > 0 && by_name(parse->candidates[k - 1], r->value[i]) > 0; k--)
			parse->candidates[k] = parse->candidates[k - 1];
		parse->candidates[k] = r->value[i];
	}
}

/* "KZ2009: 6M070300": the classifier, and how much to skip; 0 if there is none */
static size_t
classifier_in_front(const Window *w, int *classifier)
{
	size_t n = 0, p;

	while (n < w->n && n < PROGRAM_NAME_MAX - 1 &&
		   (w->kind[n] == IS_DIGIT || w->kind[n] == IS_LETTER || w->text[n] == '_') &&
		   (unsigned char) w->text[n] < 0x80)
		n++;
	p = n;
	while (p < w->n && w->text[p] == ' ')
		p++;
	if (p >= w->n || w->text[p] != ':')
		return 0;
	*classifier = program_classifier_number(w->text, n);
	if (*classifier < 0)
		return 0;
	for (p++; p < w->n && w->text[p] == ' '; p++)
		;
	return p;
}

void
program_parse(const char *text, size_t len, const ProgramHints *given, bool lenient, ProgramParse *parse)
{
	Window w;
	ProgramHints hints = *given;
	Readings r;
	unsigned repairs[PROGRAM_CANDIDATES];
	size_t titles[PROGRAM_CANDIDATES];
	size_t start, front;
	int named;

	memset(parse, 0, offsetof(ProgramParse, candidates));
	parse->title = parse->title_len = 0;
	w.end = trimmed_end(text, len);
	start = 0;
	while (start < w.end)
	{
		size_t used;
		uint32_t c = next_character(text + start, w.end - start, &used);

		if (!is_white(c) && !is_ignorable(c))
			break;
		start += used;
	}
	if (is_placeholder(text + start, w.end - start))
	{
		parse->status = PROGRAM_NOTHING;
		return;
	}
	normalise(&w, text, start + skip_front(text + start, w.end - start));

	front = classifier_in_front(&w, &named);
	if (front > 0)
	{
		if (hints.classifier >= 0 && hints.classifier != named)
		{
			parse->status = PROGRAM_NO_READING;
			return;
		}
		hints.classifier = named;
		delete_bytes(&w, 0, front);
	}

	read_all(&w, 0, &hints, strict_tail, &r);
	if (r.n > 0)
	{
		size_t longest = 0;

		for (int i = 0; i < r.n; i++)
			if (r.end[i] > longest)
				longest = r.end[i];
		if (second_code(&w, longest, &hints, r.n == 1 ? program_classifier(r.value[0]) : -1))
		{
			parse->status = PROGRAM_MULTIPLE;
			return;
		}
		set_candidates(parse, &r);
		parse->status = r.n == 1 ? PROGRAM_PARSED : PROGRAM_AMBIGUOUS;
		if (r.n == 1)
			parse->code = r.value[0];
		for (int i = 0; i < r.n; i++)
			if (r.end[i] != longest)
				return; /* the readings disagree on where the title begins */
		if (longest < w.n && !ends_at(&w, longest))
			set_title(parse, text, w.origin[longest], w.origin[behind_delimiters(&w, longest)], w.end);
		return;
	}

	parse->status = PROGRAM_NO_READING;
	read_all(&w, 0, &hints, loose_tail, &r);
	for (int i = 0; i < r.n; i++)
		if (second_code(&w, r.end[i], &hints, -1))
		{
			parse->status = PROGRAM_MULTIPLE;
			return;
		}
	if (!lenient)
		return;
	read_repaired(&w, &hints, &r, repairs, titles);
	if (r.n == 0)
		return;
	set_candidates(parse, &r);
	if (r.n > 1)
	{
		parse->status = PROGRAM_AMBIGUOUS;
		return;
	}
	parse->status = PROGRAM_PARSED;
	parse->code = r.value[0];
	parse->repairs = repairs[0];
	if (titles[0] < w.end)
		set_title(parse, text, 0, titles[0], w.end);
}

/* ---- hints ---- */

static bool
level_word(const char *word, size_t len, uint16_t *levels)
{
	static const struct
	{
		const char *word;
		uint16_t levels;
	} words[] = {{"bachelor", 1 << 6},	  {"бакалавр", 1 << 6},		{"бакалавриат", 1 << 6},  {"master", 1 << 7},
				 {"specialist", 1 << 7},  {"магистр", 1 << 7},		{"магистратура", 1 << 7}, {"специалист", 1 << 7},
				 {"residency", 1 << 7},	  {"doctor", 1 << 8},		{"doctoral", 1 << 8},	  {"phd", 1 << 8},
				 {"аспирантура", 1 << 8}, {"докторантура", 1 << 8}, {"short", 1 << 5}};

	if (len == 1 && word[0] >= '0' && word[0] <= '8')
	{
		*levels = (uint16_t) (1 << (word[0] - '0'));
		return true;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (len == strlen(words[i].word) && starts_with(word, len, words[i].word))
		{
			*levels = words[i].levels;
			return true;
		}
	return false;
}

bool
program_hints(const char *text, size_t len, ProgramHints *hints)
{
	static const char *const keys[] = {"classifier=", "country=", "state=", "level=", "isced=", NULL};
	size_t p = 0;

	hints->classifier = -1;
	memset(hints->state, 0, sizeof(hints->state));
	hints->levels = 0;
	while (p < len)
	{
		size_t n = 0;
		const char *word;
		uint16_t levels;
		int number;

		if (strchr(" \t\r\n,;", text[p]) != NULL)
		{
			p++;
			continue;
		}
		while (p + n < len && strchr(" \t\r\n,;", text[p + n]) == NULL)
			n++;
		word = text + p;
		p += n;
		for (int i = 0; keys[i] != NULL; i++)
			if (starts_with(word, n, keys[i]))
			{
				word += strlen(keys[i]);
				n -= strlen(keys[i]);
				break;
			}
		number = program_classifier_number(word, n);
		if (number >= 0 && number <= 675)
			program_classifier_state(number, hints->state);
		else if (number >= 0)
			hints->classifier = number;
		else if (level_word(word, n, &levels))
			hints->levels = levels;
		else
			return false;
	}
	return true;
}
