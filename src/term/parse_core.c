/*
 * term/parse_core.c: see term/parse_core.h.  A text is cut into tokens (numbers,
 * words of a fixed list, marks); what they say is collected in a Said; the
 * readings follow from that.
 */
#include "term/parse_core.h"

#include <string.h>

#include "ground/hints_core.h"

const char *const term_repair_names[TERM_REPAIRS] = {"century", "letter_for_digit"};

/* ---- words ---- */

typedef enum Meaning
{
	SAYS_NOTHING, /* "of", "academic", "year" */
	SAYS_AUTUMN,
	SAYS_SPRING,
	SAYS_WINTER,
	SAYS_SUMMER,
	SAYS_SUMMER_SEMESTER, /* the German one: the second half of the year */
	SAYS_EXTRA,			  /* a term on top of the others */
	SAYS_YEAR,			  /* the whole academic year */
	SAYS_HALVES,		  /* a semester, half year: so many terms of a year */
	SAYS_THIRDS,
	SAYS_QUARTERS,
	SAYS_FIRST,
	SAYS_SECOND,
	SAYS_THIRD,
	SAYS_FOURTH
} Meaning;

typedef struct Word
{
	const char *word;
	Meaning meaning;
} Word;

/* whole words; an ending is part of the word */
static const Word words[] = {
	{"autumn", SAYS_AUTUMN},
	{"fall", SAYS_AUTUMN},
	{"осень", SAYS_AUTUMN},
	{"осенний", SAYS_AUTUMN},
	{"осеннего", SAYS_AUTUMN},
	{"осенью", SAYS_AUTUMN},
	{"осени", SAYS_AUTUMN},
	{"восеньскі", SAYS_AUTUMN},
	{"күзгі", SAYS_AUTUMN},
	{"күзгү", SAYS_AUTUMN},
	{"кузги", SAYS_AUTUMN},
	{"kuzgi", SAYS_AUTUMN},
	{"тирамоҳӣ", SAYS_AUTUMN},
	{"wintersemester", SAYS_AUTUMN},
	{"wise", SAYS_AUTUMN},
	{"ws", SAYS_AUTUMN},
	{"spring", SAYS_SPRING},
	{"весна", SAYS_SPRING},
	{"весенний", SAYS_SPRING},
	{"весеннего", SAYS_SPRING},
	{"весной", SAYS_SPRING},
	{"весны", SAYS_SPRING},
	{"вясновы", SAYS_SPRING},
	{"көктемгі", SAYS_SPRING},
	{"bahorgi", SAYS_SPRING},
	{"баҳорги", SAYS_SPRING},
	{"баҳорӣ", SAYS_SPRING},
	{"winter", SAYS_WINTER},
	{"зима", SAYS_WINTER},
	{"зимний", SAYS_WINTER},
	{"summer", SAYS_SUMMER},
	{"лето", SAYS_SUMMER},
	{"летний", SAYS_SUMMER},
	{"летнего", SAYS_SUMMER},
	{"жазғы", SAYS_SUMMER},
	{"yozgi", SAYS_SUMMER},
	{"ёзги", SAYS_SUMMER},
	{"sommersemester", SAYS_SUMMER_SEMESTER},
	{"sose", SAYS_SUMMER_SEMESTER},
	{"ss", SAYS_SUMMER_SEMESTER},
	{"intersession", SAYS_EXTRA},
	{"extra", SAYS_EXTRA},
	{"short", SAYS_EXTRA},
	{"дополнительный", SAYS_EXTRA},
	{"semester", SAYS_HALVES},
	{"sem", SAYS_HALVES},
	{"s", SAYS_HALVES},
	{"семестр", SAYS_HALVES},
	{"семестра", SAYS_HALVES},
	{"сем", SAYS_HALVES},
	{"семестрі", SAYS_HALVES},
	{"semestr", SAYS_HALVES},
	{"semestri", SAYS_HALVES},
	{"полугодие", SAYS_HALVES},
	{"trimester", SAYS_THIRDS},
	{"триместр", SAYS_THIRDS},
	{"quarter", SAYS_QUARTERS},
	{"четверть", SAYS_QUARTERS},
	{"first", SAYS_FIRST},
	{"1st", SAYS_FIRST},
	{"i", SAYS_FIRST},
	{"первый", SAYS_FIRST},
	{"первое", SAYS_FIRST},
	{"бірінші", SAYS_FIRST},
	{"second", SAYS_SECOND},
	{"2nd", SAYS_SECOND},
	{"ii", SAYS_SECOND},
	{"второй", SAYS_SECOND},
	{"второе", SAYS_SECOND},
	{"екінші", SAYS_SECOND},
	{"third", SAYS_THIRD},
	{"3rd", SAYS_THIRD},
	{"iii", SAYS_THIRD},
	{"третий", SAYS_THIRD},
	{"fourth", SAYS_FOURTH},
	{"4th", SAYS_FOURTH},
	{"iv", SAYS_FOURTH},
	{"четвёртый", SAYS_FOURTH},
	{"четвертый", SAYS_FOURTH},
	{"ay", SAYS_YEAR},
	{"year", SAYS_YEAR},
	{"год", SAYS_YEAR},
	{"года", SAYS_YEAR},
	{"году", SAYS_YEAR},
	{"г", SAYS_YEAR},
	{"жылы", SAYS_YEAR},
	{"oʻquv", SAYS_NOTHING},
	{"yili", SAYS_YEAR},
	{"yil", SAYS_YEAR},
	{"term", SAYS_NOTHING},
	{"of", SAYS_NOTHING},
	{"the", SAYS_NOTHING},
	{"in", SAYS_NOTHING},
	{"academic", SAYS_NOTHING},
	{"study", SAYS_NOTHING},
	{"учебный", SAYS_NOTHING},
	{"учебного", SAYS_NOTHING},
	{"учеб", SAYS_NOTHING},
	{"уч", SAYS_NOTHING},
	{"оқу", SAYS_NOTHING},
	{"в", SAYS_NOTHING},
	{"and", SAYS_NOTHING},
	{"и", SAYS_NOTHING},
	{"й", SAYS_NOTHING},
	{"ый", SAYS_NOTHING},
};

/* Chinese has no spaces: what begins with a longer one stands behind it */
static const Word ideographs[] = {
	{"第一", SAYS_FIRST},	{"第二", SAYS_SECOND},	{"第三", SAYS_THIRD},  {"第", SAYS_NOTHING},  {"学年度", SAYS_YEAR},
	{"学年", SAYS_YEAR},	{"学期", SAYS_HALVES},	{"春季", SAYS_SPRING}, {"秋季", SAYS_AUTUMN}, {"夏季", SAYS_SUMMER},
	{"小学期", SAYS_EXTRA}, {"短学期", SAYS_EXTRA}, {"春", SAYS_SPRING},   {"秋", SAYS_AUTUMN},	  {"夏", SAYS_SUMMER},
	{"年", SAYS_YEAR},		{"一", SAYS_FIRST},		{"二", SAYS_SECOND},   {"三", SAYS_THIRD},
};

/* ---- tokens ---- */

typedef enum TokenKind
{
	A_NUMBER,
	A_WORD,
	A_MARK, /* '/', '-', ',' or '.' in 'value'; ' ' for space */
	UNREADABLE
} TokenKind;

typedef struct Token
{
	TokenKind kind;
	int value; /* of a number; the Meaning of a word; the character of a mark */
	int digits;
} Token;

#define TOKENS 40

typedef struct Reader
{
	Token token[TOKENS];
	int n;
	bool letters; /* O, I and l beside digits are read as such */
	bool changed; /* ... and some were */
} Reader;

/* One token more; false if there is no room or it cannot be read. */
static bool
add_token(Reader *r, TokenKind kind, int value, int digits)
{
	if (r->n == TOKENS)
		return false;
	r->token[r->n++] = (Token){kind, value, digits};
	return kind != UNREADABLE;
}

/* the digit that a character is, or is meant to be; -1 for none */
static int
digit_of(Reader *r, uint32_t c, bool beside)
{
	if (c >= '0' && c <= '9')
		return (int) (c - '0');
	if (!r->letters || !beside || (c != 'O' && c != 'o' && c != 'I' && c != 'l' && c != 0x41E && c != 0x43E))
		return -1;
	r->changed = true;
	return c == 'I' || c == 'l' ? 1 : 0;
}

/* a number from s; how many bytes it takes */
static size_t
read_number(Reader *r, const char *s, size_t len, Token *token)
{
	size_t p = 0;

	*token = (Token){A_NUMBER, 0, 0};
	while (p < len)
	{
		size_t used;
		int digit = digit_of(r, text_plain(text_character(s + p, len - p, &used)), token->digits > 0);

		if (digit < 0 || token->digits == 9)
			break;
		token->value = token->value * 10 + digit;
		token->digits++;
		p += used;
	}
	return p;
}

/* "1st", "2-й": what hangs on a number and makes an ordinal of it */
static size_t
ordinal_ending(const char *s, size_t len)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "-й", "-ый", "-ой", "-ий", "й", "ый", "-е", "-ші"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
	{
		size_t n = strlen(endings[i]), used;

		if (text_begins(s, len, endings[i]) &&
			(n == len || !text_is_letter(text_character(s + n, len - n, &used)) || s[n] == ' '))
			return n;
	}
	return 0;
}

/* is this character part of a word of letters? */
static bool
is_word_letter(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		   (c >= 0x80 && text_is_letter(c) && !text_is_ideograph(c));
}

/* a word of letters from s: its bytes, with the meaning; UNREADABLE for an unknown one */
static size_t
read_word(const char *s, size_t len, Token *token)
{
	size_t n = 0, used;

	while (n < len && is_word_letter(text_character(s + n, len - n, &used)))
		n += used;
	*token = (Token){UNREADABLE, 0, 0};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_is_word(s, n, words[i].word))
			*token = (Token){A_WORD, (int) words[i].meaning, 0};
	return n;
}

/* a Chinese word from s */
static size_t
read_ideographs(const char *s, size_t len, Token *token)
{
	for (size_t i = 0; i < sizeof(ideographs) / sizeof(ideographs[0]); i++)
		if (text_begins(s, len, ideographs[i].word))
		{
			*token = (Token){A_WORD, (int) ideographs[i].meaning, 0};
			return strlen(ideographs[i].word);
		}
	*token = (Token){UNREADABLE, 0, 0};
	return 1;
}

/* the mark that a character is, made one: dashes '-', brackets and dots ' '; 0 for none */
static int
mark_of(uint32_t c)
{
	if (text_is_blank(c) || c == '.' || c == '(' || c == ')' || c == ':' || c == '"' || c == 0x27)
		return ' ';
	if (text_is_dash(c) || c == '-')
		return '-';
	return c == '/' || c == ',' || c == ';' || c == 0x2044 ? (c == 0x2044 ? '/' : (int) c) : 0;
}

/* cuts the text; false if something is unreadable */
static bool
cut(Reader *r, const char *text, size_t len)
{
	size_t p = 0;

	r->n = 0;
	while (p < len)
	{
		size_t used;
		uint32_t c = text_plain(text_character(text + p, len - p, &used));
		Token token;
		int mark = mark_of(c);

		if (c >= '0' && c <= '9')
		{
			p += read_number(r, text + p, len - p, &token);
			if (token.digits == 1)
				p += ordinal_ending(text + p, len - p);
		}
		else if (mark != 0)
		{
			token = (Token){A_MARK, mark, 0};
			p += used;
		}
		else if (text_is_ideograph(c))
			p += read_ideographs(text + p, len - p, &token);
		else
		{
			size_t n = read_word(text + p, len - p, &token);

			p += n > 0 ? n : used;
		}
		if (!add_token(r, token.kind, token.value, token.digits))
			return false;
	}
	return true;
}

/* ---- what was said ---- */

typedef struct Said
{
	int first_year; /* 0: nothing */
	int last_year;
	bool short_first; /* two digits of the first year */
	int part;		  /* 0: nothing */
	int parts;
	Meaning season; /* SAYS_NOTHING: none */
	bool whole_year;
	bool several; /* the same was said twice */
	bool wrong;	  /* what was said does not fit together */
} Said;

/* the token at i + k without spaces between; NULL behind the end */
static const Token *
ahead(const Reader *r, int i, int k, int *at)
{
	for (; i < r->n; i++)
		if (!(r->token[i].kind == A_MARK && r->token[i].value == ' ') && k-- == 0)
		{
			*at = i;
			return &r->token[i];
		}
	return NULL;
}

/* Is there a token, and is it one of these marks? */
static bool
is_mark(const Token *t, const char *marks)
{
	return t != NULL && t->kind == A_MARK && strchr(marks, t->value) != NULL;
}

/* The text names a part; another one before it makes two readings. */
static void
say_part(Said *said, int part)
{
	if (said->part != 0 && said->part != part)
		said->several = true;
	said->part = part;
}

/* The text says of how many parts; two numbers that differ are an error. */
static void
say_parts(Said *said, int parts)
{
	if (said->parts != 0 && said->parts != parts)
		said->wrong = true;
	said->parts = parts;
}

/* the second year of a pair that begins at token i: "/2025", "-25"; returns the last token taken */
static int
read_pair(const Reader *r, int i, Said *said)
{
	const Token *first = &r->token[i];
	int at_mark = i, at = i;
	const Token *mark = ahead(r, i + 1, 0, &at_mark);
	const Token *last = mark != NULL ? ahead(r, at_mark + 1, 0, &at) : NULL;
	int year = first->value;

	if (!is_mark(mark, "/-") || last == NULL || last->kind != A_NUMBER || (last->digits != 4 && last->digits != 2))
		return i;
	if (last->digits == 2 && (first->digits == 4 || first->digits == 2))
	{
		if ((year + 1) % 100 != last->value)
		{
			said->wrong = true;
			return at;
		}
		said->last_year = year + 1;
		return at;
	}
	said->last_year = last->value;
	if (last->value != year && last->value != year + 1)
		said->wrong = true;
	return at;
}

/* a number: a year, or the number of a term, perhaps "1/2" */
static int
take_number(const Reader *r, int i, Said *said)
{
	const Token *t = &r->token[i];
	int at_mark = i, at = i;
	const Token *mark = ahead(r, i + 1, 0, &at_mark);

	if (t->digits == 4 || (t->digits == 2 && said->first_year == 0))
	{
		if (said->first_year != 0)
		{
			said->several = true;
			return i;
		}
		said->first_year = t->value;
		said->short_first = t->digits == 2;
		at = read_pair(r, i, said);
		if (t->digits == 2 && at == i)
			said->wrong = true;
		return at;
	}
	if (t->digits != 1 || t->value == 0)
	{
		said->wrong = true;
		return i;
	}
	say_part(said, t->value);
	if (is_mark(mark, "/"))
	{
		const Token *parts = ahead(r, at_mark + 1, 0, &at);

		if (parts != NULL && parts->kind == A_NUMBER && parts->digits == 1 && parts->value > 0)
		{
			say_parts(said, parts->value);
			return at;
		}
		said->wrong = true;
	}
	return i;
}

/* What a known word adds to what was said. */
static void
take_word(Meaning meaning, Said *said)
{
	switch (meaning)
	{
		case SAYS_NOTHING:
			break;
		case SAYS_YEAR:
			said->whole_year = true;
			break;
		case SAYS_HALVES:
		case SAYS_THIRDS:
		case SAYS_QUARTERS:
			say_parts(said, 2 + (int) (meaning - SAYS_HALVES));
			break;
		case SAYS_FIRST:
		case SAYS_SECOND:
		case SAYS_THIRD:
		case SAYS_FOURTH:
			say_part(said, 1 + (int) (meaning - SAYS_FIRST));
			break;
		default:
			if (said->season != SAYS_NOTHING && said->season != meaning)
				said->several = true;
			said->season = meaning;
	}
}

/* collects what the tokens say; false if a mark stands where none means anything */
static bool
collect(const Reader *r, Said *said)
{
	memset(said, 0, sizeof(*said));
	for (int i = 0; i < r->n && !said->several; i++)
	{
		const Token *t = &r->token[i];

		if (t->kind == A_NUMBER)
			i = take_number(r, i, said);
		else if (t->kind == A_WORD)
			take_word((Meaning) t->value, said);
		else if (is_mark(t, "/"))
			return false;
	}
	return true;
}

/* ---- readings ---- */

/* One reading more, unless it is known; the readings are sorted. */
static void
add_candidate(TermParse *parse, int first_year, int last_year, int part, int parts)
{
	TermFields fields = {first_year, last_year, part, parts};
	int32_t term;
	int k;

	if (parse->ncandidates == TERM_CANDIDATES || term_make(&fields, &term) != TERM_OK)
		return;
	for (k = 0; k < parse->ncandidates; k++)
		if (parse->candidates[k] == term)
			return;
	for (; k > 0 && parse->candidates[k - 1] > term; k--)
		parse->candidates[k] = parse->candidates[k - 1];
	parse->candidates[k] = term;
	parse->ncandidates++;
}

/* the academic years that one written year may mean, north and south */
static void
add_year(TermParse *parse, int year, const TermHints *hints, int part, int parts)
{
	if (!hints->southern)
		add_candidate(parse, year, year + 1, part, parts);
	if (!hints->northern)
		add_candidate(parse, year, year, part, parts);
}

/* a season of one year: autumn begins the academic year, spring belongs to the one before */
static void
add_season(TermParse *parse, const Said *said, const TermHints *hints)
{
	bool autumn = said->season == SAYS_AUTUMN;
	int part = autumn ? 1 : 2;

	if (said->last_year != 0)
		add_candidate(parse, said->first_year, said->last_year, part, 2);
	else if (hints->southern) /* where autumn is the first half of the year */
		add_candidate(parse, said->first_year, said->first_year, part, 2);
	else
		add_candidate(parse, autumn ? said->first_year : said->first_year - 1,
					  autumn ? said->first_year + 1 : said->first_year, part, 2);
	/* "winter 2025": of the year that began in 2024, or begins in 2025 */
	if (said->season == SAYS_WINTER && said->last_year == 0)
		add_candidate(parse, said->first_year, said->first_year + 1, 1, 2);
}

/* is a term on top of the others meant? */
static bool
is_extra(const Said *said)
{
	return said->season == SAYS_SUMMER || said->season == SAYS_EXTRA ||
		   (said->part > 2 && (said->parts == 2 || said->parts == 0) && said->part == 3);
}

/* does a season agree with what else was said of the term? */
static bool
season_agrees(const Said *said)
{
	int part = said->season == SAYS_AUTUMN || said->season == SAYS_WINTER ? 1 : 2;

	return (said->parts == 0 || said->parts == 2) && (said->part == 0 || said->part == part);
}

/* the years that the hint tells, where the text tells none; two digits made four where that is allowed */
static bool
complete_years(Said *said, const TermHints *hints, bool lenient, TermParse *parse)
{
	if (said->first_year == 0)
	{
		said->first_year = hints->first_year;
		said->last_year = hints->last_year;
	}
	if (said->first_year == 0 || said->wrong)
		return false;
	if (!said->short_first)
		return true;
	if (!lenient)
		return false;
	parse->repairs |= TERM_REPAIR_CENTURY;
	said->first_year += 2000;
	said->last_year += 2000;
	return true;
}

/* the readings of a season; a winter of two years is the term that begins the academic year */
static void
read_season(Said *said, const TermHints *hints, TermParse *parse)
{
	if (!season_agrees(said))
		return;
	if (said->season == SAYS_WINTER && said->last_year != 0)
		said->season = SAYS_AUTUMN;
	add_season(parse, said, hints);
}

/* the readings of a numbered term, or of a whole year where no term was named */
static void
read_number_of_term(const Said *said, const TermHints *hints, TermParse *parse)
{
	bool whole = said->part == 0;
	int parts = said->parts != 0 ? said->parts : hints->parts != 0 ? hints->parts : 2;

	if (whole && said->parts != 0)
		return; /* a semester, but which? */
	if (said->last_year != 0)
		add_candidate(parse, said->first_year, said->last_year, whole ? 1 : said->part, whole ? 1 : parts);
	else
		add_year(parse, said->first_year, hints, whole ? 1 : said->part, whole ? 1 : parts);
}

/* the readings of what was said */
static void
read_said(Said *said, const TermHints *hints, bool lenient, TermParse *parse)
{
	if (said->several)
	{
		parse->status = TERM_MULTIPLE;
		return;
	}
	if (said->season == SAYS_SUMMER_SEMESTER)
		said->season = SAYS_SPRING;
	if (!complete_years(said, hints, lenient, parse))
		return;
	if (is_extra(said) && (hints->parts == 0 || said->season != SAYS_NOTHING))
	{
		parse->status = TERM_NOT_IN_EWP;
		return;
	}
	if (said->season != SAYS_NOTHING)
		read_season(said, hints, parse);
	else
		read_number_of_term(said, hints, parse);
	if (parse->ncandidates > 0)
		parse->status = parse->ncandidates == 1 ? TERM_PARSED : TERM_AMBIGUOUS;
	if (parse->status == TERM_PARSED)
		parse->term = parse->candidates[0];
}

void
term_parse_text(const char *text, size_t len, const TermHints *hints, bool lenient, TermParse *parse)
{
	Reader r = {.n = 0};
	Said said;

	memset(parse, 0, sizeof(*parse));
	len = text_trimmed_end(text, len);
	if (text_trimmed_start(text, len) == len)
	{
		parse->status = TERM_NOTHING;
		return;
	}
	parse->status = TERM_NO_READING;
	if (len > TERM_PARSE_BYTES)
		return;
	if (!cut(&r, text, len))
	{
		if (!lenient)
			return;
		r.letters = true;
		if (!cut(&r, text, len))
			return;
	}
	if (!collect(&r, &said))
		return;
	if (r.changed)
		parse->repairs |= TERM_REPAIR_LETTER;
	read_said(&said, hints, lenient, parse);
	if (parse->status != TERM_PARSED)
		parse->repairs = 0;
}

/* ---- hints ---- */

#define KEY_TERMS 0

/* states whose academic year is a calendar year */
static bool
is_southern(const char *state)
{
	static const char *const states[] = {"AR", "AU", "BR", "CL", "NZ", "PE", "UY", "ZA", NULL};

	for (int i = 0; states[i] != NULL; i++)
		if (text_is_word(state, 2, states[i]))
			return true;
	return false;
}

/* "2024", "2024/2025" */
static bool
hint_years(const char *word, size_t n, TermHints *hints)
{
	int years[2] = {0, 0};

	if (n != 4 && n != 9)
		return false;
	for (size_t i = 0; i < n; i++)
		if (i == 4 ? word[i] != '/' && word[i] != '-' : !text_is_digit(word[i]))
			return false;
		else if (i != 4)
			years[i > 4] = years[i > 4] * 10 + (word[i] - '0');
	hints->first_year = years[0];
	hints->last_year = n == 4 ? years[0] + 1 : years[1];
	return n == 4 || years[1] == years[0] || years[1] == years[0] + 1;
}

/* One word of the hint: the number of terms of a year behind its key, a state, a year, an institution. */
static bool
hint_word(void *context, int key, const char *word, size_t n)
{
	TermHints *hints = context;

	if (key == KEY_TERMS)
	{
		if (n != 1 || word[0] < '1' || word[0] > '9')
			return false;
		hints->parts = word[0] - '0';
		return true;
	}
	if (n == 2 && text_upper(word[0]) >= 'A' && text_upper(word[0]) <= 'Z' && text_upper(word[1]) >= 'A' &&
		text_upper(word[1]) <= 'Z')
	{
		hints->southern = is_southern(word);
		hints->northern = !hints->southern;
		return true;
	}
	/* an institution: its calendar is asked elsewhere */
	return hint_years(word, n, hints) || memchr(word, '.', n) != NULL;
}

bool
term_hints(const char *text, size_t len, TermHints *hints)
{
	static const char *const keys[] = {[KEY_TERMS] = "terms=", "state=", "country=", "institution=", "year=", NULL};

	memset(hints, 0, sizeof(*hints));
	return hints_read(text, len, keys, hint_word, hints);
}
