/*
 * credit/parse_core.c: see credit/parse_core.h.  A text is an amount and a unit
 * in words; the amount is made plain and read by credit_parse_amount(), the unit
 * is looked up.
 */
#include "credit/parse_core.h"

#include <stdio.h>
#include <string.h>

#include "ground/hints_core.h"

const char *const credit_repair_names[CREDIT_REPAIRS] = {"letter_for_digit", "grouping", "look_alike"};

/* ---- the unit ---- */

/* words for a credit of no named scheme, and "ECTS credits"; as unit_words() makes them */
static const char *const general_words[] = {
	"credit",  "credits", "cr",		"cp",	   "ch",	"hp",	  "lp",		  "ue",		 "point",
	"points",  "punkte",  "hour",	"hours",   "unit",	"units",  "кредит",	  "кредита", "кредитов",
	"кредиты", "кр",	  "kredit", "kredits", "kredi", "крэдыт", "крэдытаў", "балл",	 "баллов",
};

/* what names a scheme; a word may name several */
static const struct
{
	const char *word;
	const char *scheme;
} scheme_words[] = {
	{"з е", "RU_ZET"},
	{"з е", "BY_ZET"},
	{"zet", "RU_ZET"},
	{"zet", "BY_ZET"},
	{"зе", "RU_ZET"},
	{"зе", "BY_ZET"},
	{"зет", "RU_ZET"},
	{"зет", "BY_ZET"},
	{"з е т", "RU_ZET"},
	{"з е т", "BY_ZET"},
	{"зач ед", "RU_ZET"},
	{"зач ед", "BY_ZET"},
	{"зачетных единиц", "RU_ZET"},
	{"зачетных единиц", "BY_ZET"},
	{"зачётных единиц", "RU_ZET"},
	{"зачётных единиц", "BY_ZET"},
	{"зачетные единицы", "RU_ZET"},
	{"зачетные единицы", "BY_ZET"},
	{"зачётные единицы", "RU_ZET"},
	{"зачётные единицы", "BY_ZET"},
	{"зачетная единица", "RU_ZET"},
	{"зачетная единица", "BY_ZET"},
	{"зачётная единица", "RU_ZET"},
	{"зачётная единица", "BY_ZET"},
	{"зачетной единицы", "RU_ZET"},
	{"зачётной единицы", "RU_ZET"},
	{"заліковых адзінак", "BY_ZET"},
	{"заліковая адзінка", "BY_ZET"},
	{"заліковыя адзінкі", "BY_ZET"},
	{"学分", "CN"},
	{"個学分", "CN"},
	{"个学分", "CN"},
	{"学點", "CN"},
	{"単位", "JP_TANI"},
	{"학점", "KR_HAKJEOM"},
	{"واحد", "IR_VAHED"},
	{"akts", "TR_AKTS"},
	{"cats", "UK_CATS"},
	{"cats points", "UK_CATS"},
	{"cats credits", "UK_CATS"},
	{"багц цаг", "MN"},
	{"semester credit hours", "US_SCH"},
	{"semester credit hour", "US_SCH"},
	{"semester hours", "US_SCH"},
	{"quarter credit hours", "US_QH"},
	{"quarter hours", "US_QH"},
	{"екст", "ECTS"},
	{"естс", "ECTS"},
};

/* the credit of a state, and from which year to which it was given (0: no bound) */
static const struct
{
	char state[3];
	int from, to;
	const char *scheme;
} state_schemes[] = {
	{"RU", 2011, 0, "RU_ZET"},
	{"RU", 2002, 2011, "RU_ZET_2002"},
	{"BY", 2013, 0, "BY_ZET"},
	{"KZ", 2018, 0, "KZ"},
	{"KZ", 2004, 2018, "KZ_2004"},
	{"KZ", 2011, 2018, "KZ_2004_MA_PROF"},
	{"KZ", 2011, 2018, "KZ_2004_MA_SCI"},
	{"KZ", 2011, 2018, "KZ_2004_PHD"},
	{"KG", 2011, 0, "KG"},
	{"TJ", 2016, 0, "TJ"},
	{"TJ", 2008, 2016, "TJ_2008"},
	{"UZ", 2020, 0, "UZ"},
	{"CN", 0, 0, "CN"},
	{"IN", 2023, 0, "IN_NCRF"},
	{"IN", 2015, 2023, "IN_CBCS"},
	{"PK", 2008, 0, "PK_HEC"},
	{"IR", 2012, 0, "IR_VAHED"},
	{"IR", 0, 2012, "IR_VAHED_17"},
	{"MN", 0, 0, "MN"},
	{"AZ", 2013, 0, "AZ"},
	{"AM", 2007, 0, "AM"},
	{"TR", 2005, 0, "TR_AKTS"},
	{"TR", 0, 0, "TR_KREDI"},
	{"US", 0, 0, "US_SCH"},
	{"US", 0, 0, "US_QH"},
	{"GB", 0, 0, "UK_CATS"},
	{"JP", 2022, 0, "JP_TANI"},
	{"JP", 1956, 2022, "JP_TANI_1956"},
	{"KR", 0, 0, "KR_HAKJEOM"},
	{"SA", 0, 0, "SA_CH"},
	{"AE", 0, 0, "AE_CH"},
	{"QA", 0, 0, "QA_CH"},
	{"KW", 0, 0, "KW_CH"},
	{"BH", 2012, 0, "BH_NQF"},
	{"BH", 0, 0, "BH_CH"},
	{"EG", 0, 0, "EG_CH"},
	{"LK", 2012, 0, "LK_SLQF"},
	{"NP", 0, 0, "NP_CH"},
	{"KH", 2004, 0, "KH_CH"},
	{"LA", 2001, 0, "LA_CH"},
	{"MM", 0, 0, "MM_CU"},
	{"MV", 2009, 0, "MV_MNQF"},
	{"AF", 0, 0, "AF_CREDIT"},
};

typedef struct Schemes
{
	int n;
	int number[CREDIT_CANDIDATES];
	bool named;	  /* the unit says which; else only that it is a credit */
	bool foreign; /* ... in a word of states without a scheme of ours: hp, lp */
} Schemes;

/* one scheme more, unless it is there; sorted by number */
static void
add_scheme(Schemes *schemes, int number)
{
	int k = schemes->n;

	for (int i = 0; i < schemes->n; i++)
		if (schemes->number[i] == number)
			return;
	if (number < 0 || schemes->n == CREDIT_CANDIDATES)
		return;
	for (; k > 0 && schemes->number[k - 1] > number; k--)
		schemes->number[k] = schemes->number[k - 1];
	schemes->number[k] = number;
	schemes->n++;
}

/* the number of a scheme of the tables above, -1 for a label that no release has */
static int
scheme_number(const char *label)
{
	return credit_scheme_by_label(label, strlen(label));
}

/* the unit in small letters, with one space between words and none for dots and hyphens around */
static bool
unit_words(const char *text, size_t len, char *out, size_t size)
{
	size_t n = 0, p = 0, used;
	bool gap = false;

	for (; p < len; p += used)
	{
		uint32_t c = text_plain(text_character(text + p, len - p, &used));

		if (text_is_blank(c) || text_is_dash(c) || c == '.' || c == '-' || c == '(' || c == ')' || c == '"')
		{
			gap = n > 0;
			continue;
		}
		if (n + 6 >= size)
			return false;
		if (gap)
			out[n++] = ' ';
		gap = false;
		c = text_small(c);
		if (c < 0x80)
			out[n++] = (char) c;
		else if (c < 0x800)
		{
			out[n++] = (char) (0xC0 | c >> 6);
			out[n++] = (char) (0x80 | (c & 0x3F));
		}
		else
			for (size_t i = 0; i < used; i++)
				out[n++] = text[p + i];
	}
	out[n] = '\0';
	return n > 0;
}

/* is it a word for a credit of no named scheme? */
static bool
is_general(const char *word, size_t n)
{
	for (size_t i = 0; i < sizeof(general_words) / sizeof(general_words[0]); i++)
		if (strlen(general_words[i]) == n && memcmp(general_words[i], word, n) == 0)
			return true;
	return false;
}

/* words of Sweden, Finland and the German-speaking states, whose credits are ECTS or older ones: no state's hint fits
 * them */
static bool
is_foreign(const char *word, size_t n)
{
	static const char *const words[] = {"hp", "lp", "ue", "punkte"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == n && memcmp(words[i], word, n) == 0)
			return true;
	return false;
}

/* words that say "credit", perhaps with ECTS among them; false for any other word */
static bool
general_unit(const char *unit, Schemes *schemes)
{
	bool ects = false;

	while (*unit != '\0')
	{
		size_t n = strcspn(unit, " ");

		if (n == 4 && memcmp(unit, "ects", 4) == 0)
			ects = true;
		else if (!is_general(unit, n))
			return false;
		else if (is_foreign(unit, n))
			schemes->foreign = true;
		unit += n;
		unit += *unit == ' ';
	}
	if (ects)
		add_scheme(schemes, scheme_number("ECTS"));
	schemes->named = ects;
	return true;
}

/* Latin letters for the Cyrillic ones that look the same: "ЕСТS" */
static bool
look_alikes(const char *text, size_t len, char *out, size_t size)
{
	size_t n = 0, used;
	bool changed = false;

	for (size_t p = 0; p < len; p += used)
	{
		uint32_t c = text_character(text + p, len - p, &used);
		char folded = c < 0x80 ? (char) c : text_look_alike(c);

		changed = changed || (folded != '\0' && c >= 0x80);
		if (folded == '\0' || n + 1 >= size)
			return false;
		out[n++] = folded;
	}
	out[n] = '\0';
	return changed;
}

/* is the label one that people write for something else than a state: "cr", "ch" */
static bool
is_state_word(const char *label, size_t len)
{
	char word[3] = {0};

	if (len != 2)
		return false;
	word[0] = (char) (text_upper(label[0]) + 'a' - 'A');
	word[1] = (char) (text_upper(label[1]) + 'a' - 'A');
	return is_general(word, 2);
}

/* the schemes that the unit may mean; false if it is no unit */
static bool
read_unit(const char *unit, size_t len, bool lenient, Schemes *schemes, unsigned *repairs)
{
	char words[CREDIT_PARSE_BYTES + 8];
	int number;

	schemes->n = 0;
	schemes->named = true;
	if (!is_state_word(unit, len) && (number = credit_scheme_by_label(unit, len)) >= 0)
	{
		add_scheme(schemes, number);
		return true;
	}
	if (!unit_words(unit, len, words, sizeof(words)))
		return false;
	for (size_t i = 0; i < sizeof(scheme_words) / sizeof(scheme_words[0]); i++)
		if (strcmp(scheme_words[i].word, words) == 0)
			add_scheme(schemes, scheme_number(scheme_words[i].scheme));
	if (schemes->n > 0 || general_unit(words, schemes))
		return true;
	if (lenient && look_alikes(unit, len, words, sizeof(words)) &&
		(number = credit_scheme_by_label(words, strlen(words))) >= 0)
	{
		*repairs |= CREDIT_REPAIR_LOOK_ALIKE;
		add_scheme(schemes, number);
		return true;
	}
	return false;
}

/* was this credit given in that year? */
static bool
given_in(int from, int to, int year)
{
	return year == 0 ? to == 0 : (from == 0 || year >= from) && (to == 0 || year <= to);
}

/* what the hints add to a unit that only says "credit", and take from one that may mean several */
static void
apply_hints(Schemes *schemes, const CreditHints *hints)
{
	Schemes of_state = {.n = 0, .named = true};

	if (!schemes->named && hints->scheme >= 0)
	{
		add_scheme(schemes, hints->scheme);
		return;
	}
	for (size_t i = 0; i < sizeof(state_schemes) / sizeof(state_schemes[0]) && !schemes->foreign; i++)
		if (strcmp(state_schemes[i].state, hints->state) == 0 &&
			(schemes->n > 0 || given_in(state_schemes[i].from, state_schemes[i].to, hints->year)))
			add_scheme(&of_state, scheme_number(state_schemes[i].scheme));
	if (!schemes->named)
	{
		*schemes = of_state;
		return;
	}
	if (schemes->n < 2)
		return;
	for (int i = 0; i < schemes->n; i++)
		for (int k = 0; k < of_state.n; k++)
			if (schemes->number[i] == of_state.number[k])
			{
				schemes->number[0] = schemes->number[i];
				schemes->n = 1;
				return;
			}
}

/* ---- the amount ---- */

/* one half, thirds, quarters, fifths, sixths, eighths of Unicode: numerator and denominator */
static bool
vulgar_fraction(uint32_t c, int *num, int *den)
{
	static const struct
	{
		uint32_t c;
		int num, den;
	} fractions[] = {{0xBC, 1, 4},	 {0xBD, 1, 2},	 {0xBE, 3, 4},	 {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2153, 1, 3},
					 {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x2159, 1, 6},
					 {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};

	for (size_t i = 0; i < sizeof(fractions) / sizeof(fractions[0]); i++)
		if (fractions[i].c == c)
		{
			*num = fractions[i].num;
			*den = fractions[i].den;
			return true;
		}
	return false;
}

#define AMOUNT_BYTES 40

/* an amount as written, made plain ASCII: digits, and the marks between them */
typedef struct Amount
{
	char text[AMOUNT_BYTES]; /* digits, '.', ',', '/', ' ', sign */
	size_t n;
	int num, den; /* a fraction behind it; den 0: none */
	size_t end;	  /* bytes of the given text */
	unsigned repairs;
} Amount;

/* the digit that a letter beside digits is meant to be: O (Latin or Cyrillic), I and l; NUL for any other */
static char
digit_meant(uint32_t c)
{
	if (c == 'O' || c == 'o' || c == 0x41E || c == 0x43E)
		return '0';
	return c == 'l' || c == 'I' ? '1' : '\0';
}

/* the plain character that belongs to an amount; NUL if it ends before */
static char
amount_character(uint32_t c, bool lenient, const Amount *a, unsigned *repairs)
{
	char digit;

	c = text_plain(c);
	if (c < 0x80 && c != 0 && strchr("0123456789.,/+-", (int) c) != NULL)
		return (char) c;
	if (text_is_blank(c))
		return ' ';
	switch (c)
	{
		case 0x66B: /* Arabic decimal mark */
			return '.';
		case 0x2212: /* minus */
			return '-';
		case 0x2044: /* fraction and division slashes */
		case 0x2215:
			return '/';
		case 0x27: /* apostrophes between groups of digits */
		case 0x2019:
			return ' ';
	}
	digit = lenient && a->n > 0 && text_is_digit(a->text[a->n - 1]) ? digit_meant(c) : '\0';
	if (digit != '\0')
		*repairs |= CREDIT_REPAIR_LETTER;
	return digit;
}

/* takes the amount at the beginning off; false if there is no digit */
static bool
scan(const char *text, size_t len, bool lenient, Amount *a)
{
	size_t p = 0, used, digits = 0;

	memset(a, 0, sizeof(*a));
	for (; p < len && a->n + 1 < AMOUNT_BYTES; p += used)
	{
		uint32_t raw = text_character(text + p, len - p, &used);
		unsigned repairs = 0;
		char c;

		if (vulgar_fraction(raw, &a->num, &a->den))
		{
			p += used;
			digits++;
			break;
		}
		c = amount_character(raw, lenient, a, &repairs);
		if (c == '\0')
			break;
		a->repairs |= repairs;
		digits += text_is_digit(c);
		a->text[a->n++] = c;
	}
	while (a->n > 0 && a->text[a->n - 1] == ' ')
		a->text[--a->n] = '\0';
	a->end = p;
	return digits > 0;
}

/* ---- readings of an amount ---- */

typedef struct Units
{
	int n;
	int64_t units[2];
	unsigned repairs;
} Units;

/* the reading of a plain amount, if the type can hold it and it is new */
static void
add_units(Units *units, const char *text)
{
	int64_t value;
	size_t at;

	if (units->n < 2 && credit_parse_amount(text, strlen(text), &value, &at) == CREDIT_OK &&
		(units->n == 0 || units->units[0] != value))
		units->units[units->n++] = value;
}

/* how often the character stands in the text */
static size_t
count(const char *text, char c)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == c;
	return n;
}

/* takes the character out wherever it stands */
static void
drop(char *text, char c)
{
	char *to = text;

	for (; *text != '\0'; text++)
		if (*text != c)
			*to++ = *text;
	*to = '\0';
}

/* "7 1/2", "7½": a whole number and a fraction */
static bool
mixed_fraction(const Amount *a, Units *units)
{
	char text[AMOUNT_BYTES + 24];
	int whole = 0, num = a->num, den = a->den, used = 0;

	if (a->n > 0 && a->den > 0)
	{
		if (sscanf(a->text, "%6d%n", &whole, &used) != 1 || (size_t) used != a->n || whole < 0)
			return false;
	}
	else if (a->den == 0 &&
			 (sscanf(a->text, "%6d %6d/%6d%n", &whole, &num, &den, &used) != 3 || (size_t) used != a->n || den <= 0 ||
			  whole < 0 || num < 0 || num >= den || strchr(a->text, ' ') == NULL))
		return false;
	snprintf(text, sizeof(text), "%lld/%d", (long long) whole * den + num, den);
	add_units(units, text);
	return units->n > 0;
}

/* digits in groups of three behind the first space or mark? */
static bool
is_grouped(const char *text, char mark)
{
	const char *p = strchr(text, mark);

	if (p == NULL || p == text || p - text > 4)
		return false;
	while (*p == mark)
	{
		for (int i = 1; i <= 3; i++)
			if (!text_is_digit(p[i]))
				return false;
		p += 4;
	}
	return *p == '\0' || *p == '.' || *p == ',';
}

/* is the text what the type prints for its first reading? */
static bool
is_canonical(const char *text, const Units *units)
{
	char canonical[CREDIT_TEXT_MAX];

	if (units->n == 0)
		return false;
	credit_format_amount(units->units[0], canonical);
	return strcmp(canonical, text) == 0;
}

/* all that the amount may be: one or two readings */
static void
read_amount(const Amount *a, bool lenient, Units *units)
{
	char text[AMOUNT_BYTES];

	units->n = 0;
	units->repairs = a->repairs;
	if (mixed_fraction(a, units) || a->den > 0)
		return;
	memcpy(text, a->text, sizeof(text));
	if (strchr(text, ' ') != NULL)
	{
		/* "1 000" may be two columns run together */
		if (!lenient || !is_grouped(text, ' '))
			return;
		units->repairs |= CREDIT_REPAIR_GROUPING;
		drop(text, ' ');
	}
	if (count(text, ',') == 0)
	{
		add_units(units, text);
		/* "1.000" is one with three decimals, or a thousand; 1.125 is as the type itself writes it */
		if (is_grouped(text, '.') && !is_canonical(text, units))
		{
			drop(text, '.');
			add_units(units, text);
		}
		return;
	}
	if (count(text, ',') == 1 && count(text, '.') == 0)
	{
		char decimal[AMOUNT_BYTES];

		memcpy(decimal, text, sizeof(decimal));
		*strchr(decimal, ',') = '.';
		add_units(units, decimal);
		if (!is_grouped(text, ','))
			return;
	}
	else if (!lenient || !is_grouped(text, ','))
		return;
	else
		units->repairs |= CREDIT_REPAIR_GROUPING;
	drop(text, ',');
	add_units(units, text);
}

/* ---- the whole ---- */

/* every scheme with every amount; one pair is the credit, several are ambiguous */
static void
set_candidates(CreditParse *parse, const Schemes *schemes, const Units *units)
{
	for (int s = 0; s < schemes->n; s++)
		for (int u = 0; u < units->n && parse->ncandidates < CREDIT_CANDIDATES; u++)
			parse->candidates[parse->ncandidates++] = credit_make(schemes->number[s], units->units[u]);
	if (parse->ncandidates == 1)
	{
		parse->status = CREDIT_PARSED;
		parse->credit = parse->candidates[0];
	}
	else if (parse->ncandidates > 1)
		parse->status = CREDIT_AMBIGUOUS;
}

/* is there another amount with a unit behind a mark: "3 ECTS, 2 KZ"? */
static bool
is_several(const char *unit, size_t len)
{
	size_t used;

	for (size_t p = 0; p < len; p += used)
	{
		uint32_t c = text_plain(text_character(unit + p, len - p, &used));

		if (p > 0 && c < 0x80 && text_is_digit((char) c) && strchr(" ,;/+", unit[p - 1]) != NULL)
			return true;
	}
	return false;
}

void
credit_parse_text(const char *text, size_t len, const CreditHints *hints, bool lenient, CreditParse *parse)
{
	size_t start;
	Amount amount;
	Units units;
	Schemes schemes = {.n = 0, .named = false};

	memset(parse, 0, sizeof(*parse));
	len = text_trimmed_end(text, len);
	start = text_trimmed_start(text, len);
	text += start;
	len -= start;
	if (len == 0)
	{
		parse->status = CREDIT_NOTHING;
		return;
	}
	parse->status = CREDIT_NO_READING;
	if (len > CREDIT_PARSE_BYTES || !scan(text, len, lenient, &amount))
		return;
	text += amount.end;
	len -= amount.end;
	if (len > 0 && !read_unit(text, len, lenient, &schemes, &amount.repairs))
	{
		if (is_several(text, len))
			parse->status = CREDIT_SEVERAL;
		return;
	}
	read_amount(&amount, lenient, &units);
	if (units.n == 0)
		return;
	apply_hints(&schemes, hints);
	if (schemes.n == 0)
	{
		parse->status = CREDIT_SCHEME;
		return;
	}
	set_candidates(parse, &schemes, &units);
	if (parse->status == CREDIT_PARSED)
		parse->repairs = units.repairs | amount.repairs;
}

/* ---- hints ---- */

#define KEY_SCHEME 0

/* One word of the hint.  Two letters are a state, unless they stand behind scheme=. */
static bool
hint_word(void *context, int key, const char *word, size_t n)
{
	CreditHints *hints = context;
	int number;

	if (hints_year(word, n, &hints->year))
		return true;
	number = credit_scheme_by_label(word, n);
	if (number < 0)
		return false;
	if (n != 2 || key == KEY_SCHEME)
	{
		hints->scheme = number;
		return true;
	}
	hints->state[0] = text_upper(word[0]);
	hints->state[1] = text_upper(word[1]);
	return true;
}

bool
credit_hints(const char *text, size_t len, CreditHints *hints)
{
	static const char *const keys[] = {[KEY_SCHEME] = "scheme=", "state=", "country=", "year=", "date=", NULL};

	*hints = (CreditHints){.scheme = -1};
	return hints_read(text, len, keys, hint_word, hints);
}
