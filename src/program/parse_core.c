/*
 * program/parse_core.c: see program/parse_core.h.  The steps of program_parse:
 * take off quotes and labels in front, make the beginning easy to read, let
 * every classifier that the hints admit read a code there, look at what
 * follows; then, where nothing was read, look for a code in brackets at the end
 * and, leniently, for repairs.
 */
#include "program/parse_core.h"

#include <string.h>

/* ---- what stands before a code ---- */

typedef struct Label
{
	const char *word;
	const char *classifier; /* the classifier that the label names; NULL: none */
} Label;

/* longer ones first where one begins another */
static const Label labels[] = {
	{"код", NULL},
	{"шифр", NULL},
	{"code", NULL},
	{"№", NULL},
	{"代码", NULL},
	{"کد", NULL},
	{"направления подготовки", NULL},
	{"направление подготовки", NULL},
	{"направления", NULL},
	{"направление", NULL},
	{"специальности", NULL},
	{"специальность", NULL},
	{"специализация", NULL},
	{"профиль", NULL},
	{"программа", NULL},
	{"мамандық", NULL},
	{"ихтисос", NULL},
	{"ихтисоси", NULL},
	{"йўналиш", NULL},
	{"адистик", NULL},
	{"специальнасць", NULL},
	{"专业代码", NULL},
	{"学科代码", NULL},
	{"专业", NULL},
	{"学科", NULL},
	{"programme code", NULL},
	{"program code", NULL},
	{"programme", NULL},
	{"program", NULL},
	{"speciality", NULL},
	{"specialty", NULL},
	{"major", NULL},
	{"direction", NULL},
	{"field", NULL},
	{"ISCED-F 2013", "ISCEDF2013"},
	{"ISCED F 2013", "ISCEDF2013"},
	{"ISCED-F", "ISCEDF2013"},
	{"ISCED F", "ISCEDF2013"},
	{"ISCEDF", "ISCEDF2013"},
	{"МСКО-О", "ISCEDF2013"},
	{"CIP 2020", "CIP2020"},
	{"CIP", "CIP2020"},
	{"HECoS", "HECOS"},
	{"JACS", "JACS"},
};

#define LABELS_AT_MOST 4 /* "код направления подготовки" */

/* the label at the beginning of the text: its length, 0 for none */
static size_t
label_length(const char *text, size_t len, const Label **label)
{
	if (len == 0 || text_is_digit(text[0]))
		return 0; /* as most cells begin, and no label does */
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (text_begins(text, len, labels[i].word))
		{
			size_t n = strlen(labels[i].word), used;
			uint32_t c;

			if (n >= len)
				continue;
			c = text_character(text + n, len - n, &used);
			/* "Codex" is no label */
			if (!(text_is_blank(c) || c == ':' || c == '.' || c == '-' || (c >= '0' && c <= '9') || c == 0xFF1A))
				continue;
			*label = &labels[i];
			return n;
		}
	return 0;
}

/* quotes and opening brackets, and the mark of a label */
static bool
is_opening(uint32_t c, bool labelled)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == '(' ||
		   c == '[' || c == '{' || c == 0xFF08 || (labelled && (c == ':' || c == '.' || c == 0xFF1A));
}

/* ="01.0101": the way to keep a spreadsheet from making a number of it */
static bool
is_formula(const char *text, size_t len)
{
	return len > 1 && text[0] == '=' && text[1] == '"';
}

/* where the code may begin: behind white space, quotes, opening brackets and labels */
static size_t
skip_front(const char *text, size_t len, const char **classifier)
{
	size_t at = is_formula(text, len) ? 1 : 0;
	int labelled = 0;

	while (at < len)
	{
		const Label *label;
		size_t used, n = labelled < LABELS_AT_MOST ? label_length(text + at, len - at, &label) : 0;
		uint32_t c = text_character(text + at, len - at, &used);

		if (n > 0)
		{
			at += n;
			labelled++;
			if (label->classifier != NULL)
				*classifier = label->classifier;
		}
		else if (text_is_blank(c) || is_opening(c, labelled > 0))
			at += used;
		else
			break;
	}
	return at;
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
			end = text_trimmed_end(text, end - close);
			break;
		}
	}
	parse->title = at;
	parse->title_len = end > at ? end - at : 0;
}

/* ---- the outcome ---- */

/* the order of candidates: classifiers by name, codes of one by value */
static int
by_name(int64_t a, int64_t b)
{
	char name_a[PROGRAM_NAME_MAX], name_b[PROGRAM_NAME_MAX];
	int order = strcmp(program_classifier_name(program_classifier(a), name_a),
					   program_classifier_name(program_classifier(b), name_b));

	return order != 0 ? order : (a > b) - (a < b);
}

/* the readings as candidates, by name; one is the code, several are ambiguous */
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
	parse->status = r->n == 1 ? PROGRAM_PARSED : PROGRAM_AMBIGUOUS;
	if (r->n == 1)
		parse->code = r->value[0];
}

/* the title behind the code, unless the readings disagree on where it begins */
static void
set_title_behind(ProgramParse *parse, const char *text, const Window *w, const Readings *r)
{
	size_t longest = readings_longest(r);

	for (int i = 0; i < r->n; i++)
		if (r->end[i] != longest)
			return;
	if (longest < w->n && !window_ends_at(w, longest))
		set_title(parse, text, w->origin[longest], w->origin[window_behind_delimiters(w, longest)], w->end);
}

/* ---- the ways of reading ---- */

/* "080911-TK": what makes a title of another reading's last letters is no reading */
static void
drop_broken(const Window *w, Readings *r)
{
	size_t longest = readings_longest(r);
	int kept = 0;

	for (int i = 0; i < r->n; i++)
	{
		bool broken = false;

		for (size_t p = r->end[i]; p < longest && !broken; p++)
			broken = w->kind[p] == IS_LETTER;
		if (broken)
			continue;
		r->value[kept] = r->value[i];
		r->end[kept++] = r->end[i];
	}
	r->n = kept;
}

/* a code at the front, as it should be written; false if there is none */
static bool
parse_front(const char *text, Window *w, const ProgramHints *hints, ProgramParse *parse)
{
	Readings r;

	readings_at(w, 0, hints, window_strict_tail, &r);
	if (r.n == 0)
		return false;
	drop_broken(w, &r);
	if (readings_second(w, readings_longest(&r), hints, r.n == 1 ? program_classifier(r.value[0]) : -1))
	{
		parse->status = PROGRAM_MULTIPLE;
		return true;
	}
	/* "5.03.06" is a code, and 05.03.06 without its zero: who names the classifier knows */
	if (hints->classifier < 0 && readings_may_lack_zero(w, &r))
		repair_zeros(w, hints, &r);
	set_candidates(parse, &r);
	set_title_behind(parse, text, w, &r);
	return true;
}

/* several codes, of which none stands as a single one should */
static bool
parse_multiple(Window *w, const ProgramHints *hints, ProgramParse *parse)
{
	Readings r;
	size_t longest;

	readings_at(w, 0, hints, window_loose_tail, &r);
	longest = readings_longest(&r);
	/* what is shorter is a piece of it: "09" of "09.03.01" */
	for (int i = 0; i < r.n; i++)
		if (r.end[i] == longest && readings_second(w, longest, hints, -1))
		{
			parse->status = PROGRAM_MULTIPLE;
			return true;
		}
	return false;
}

/* where the bracket opens that closes at the end of the text; false for none, or where digits stand before it */
static bool
last_bracket(const char *text, size_t len, size_t *open, size_t *inside)
{
	size_t p = 0;
	bool found = false;

	while (p < len)
	{
		size_t used;
		uint32_t c = text_character(text + p, len - p, &used);

		if (c == '(' || c == '[' || c == 0xFF08)
		{
			*open = p;
			*inside = p + used;
			found = true;
		}
		else if (!found && ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19)))
			return false;
		p += used;
	}
	return found && (text[len - 1] == ')' || text[len - 1] == ']' || (len > 3 && memcmp(text + len - 3, "）", 3) == 0));
}

/* "计算机科学与技术（080901）": a code in brackets behind its title */
static bool
parse_behind(const char *text, Window *w, const ProgramHints *hints, ProgramParse *parse)
{
	size_t open = 0, inside = 0, end = w->end;
	Readings r;
	int kept = 0;

	if (end > PROGRAM_BEHIND_MAX || !last_bracket(text, end, &open, &inside))
		return false;
	window_fill(w, text, inside);
	readings_at(w, 0, hints, window_strict_tail, &r);
	/* nothing else may stand in the brackets */
	for (int i = 0; i < r.n; i++)
		if (window_ends_at(w, r.end[i]))
		{
			r.value[kept] = r.value[i];
			r.end[kept++] = r.end[i];
		}
	r.n = kept;
	if (r.n == 0)
		return false;
	if (hints->classifier < 0 && readings_may_lack_zero(w, &r))
		repair_zeros(w, hints, &r);
	set_candidates(parse, &r);
	parse->title = text_trimmed_start(text, open);
	open = text_trimmed_end(text, open);
	parse->title_len = open > parse->title ? open - parse->title : 0;
	return true;
}

/* what a damaged code may have been */
static void
parse_repaired(const char *text, const Window *w, const ProgramHints *hints, ProgramParse *parse)
{
	RepairedReadings all;

	repair_all(w, hints, &all);
	if (all.readings.n == 0)
		return;
	set_candidates(parse, &all.readings);
	if (all.readings.n > 1)
		return;
	parse->repairs = all.repairs[0];
	if (all.titles[0] < w->end)
		set_title(parse, text, 0, all.titles[0], w->end);
}

/* takes a classifier in front of the code off the window; false if it contradicts the hint */
static bool
take_classifier(Window *w, const char *label, ProgramHints *hints)
{
	int named = -1;
	size_t front = classifier_in_front(w, &named);

	if (front == 0 && label != NULL)
		named = program_classifier_number(label, strlen(label));
	if (named < 0)
		return true;
	if (hints->classifier >= 0 && hints->classifier != named)
		return false;
	hints->classifier = named;
	window_delete(w, 0, front);
	return true;
}

void
program_parse(const char *text, size_t len, const ProgramHints *given, bool lenient, ProgramParse *parse)
{
	Window w;
	ProgramHints hints = *given;
	const char *label = NULL;
	size_t start;

	memset(parse, 0, offsetof(ProgramParse, candidates));
	parse->title = parse->title_len = 0;
	w.end = text_trimmed_end(text, len);
	start = text_trimmed_start(text, w.end);
	if (window_is_placeholder(text + start, w.end - start))
	{
		parse->status = PROGRAM_NOTHING;
		return;
	}
	window_fill(&w, text, start + skip_front(text + start, w.end - start, &label));
	parse->status = PROGRAM_NO_READING;
	if (!take_classifier(&w, label, &hints) || parse_front(text, &w, &hints, parse) ||
		parse_multiple(&w, &hints, parse))
		return;
	if (lenient)
		parse_repaired(text, &w, &hints, parse);
	if (parse->status == PROGRAM_NO_READING)
		parse_behind(text, &w, &hints, parse);
}
