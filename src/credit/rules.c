/*
 * credit/rules.c: see credit/rules.h.
 */
#include "credit/rules.h"

#include "ground/rulebook.h"
#include "ground/table.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/datetime.h"

typedef struct RateRule
{
	int from;
	int to;
	bool shipped;
	bool by_cohort;
	DateADT valid_from;
	DateADT valid_until;
	CreditFraction low;
	CreditFraction standard;
	CreditFraction high;
	char *level;	/* NULL: any */
	char *activity; /* NULL: any */
	char *source;
	char *confidence;
} RateRule;

typedef struct ActivityRule
{
	int scheme;
	bool shipped;
	bool by_cohort;
	DateADT valid_from;
	DateADT valid_until;
	char *activity;
	CreditFraction low;
	CreditFraction high;
	bool has_minutes;
	CreditFraction minutes;
} ActivityRule;

typedef struct CreditRules
{
	CreditSchemeRule *schemes;
	int nschemes;
	RateRule *rates;
	int nrates;
	ActivityRule *activities;
	int nactivities;
} CreditRules;

/* ---- loading ---- */

/* Two columns: numerator and denominator. */
static CreditFraction
next_fraction(RowReader *row)
{
	bool isnull;
	int64 num = DatumGetInt64(next_datum(row, &isnull));
	int64 den = DatumGetInt64(next_datum(row, &isnull));

	return credit_fraction(num, den);
}

/* A column of type numeric; false, and *value as it was, for a null. */
static bool
next_numeric(RowReader *row, CreditFraction *value)
{
	bool isnull;
	Datum numeric = next_datum(row, &isnull);

	if (!isnull)
		*value = credit_fraction_from_numeric(DatumGetNumeric(numeric), "number in the credit rules");
	return !isnull;
}

/* A column with a label; ERROR where this release does not know it, as after a downgrade. */
static int
next_scheme(RowReader *row)
{
	char *label = next_text(row);

	return credit_scheme_required(label, strlen(label));
}

/* The column date_basis: does the row go by the day of admission? */
static bool
next_by_cohort(RowReader *row)
{
	static const char *const words[] = {"cohort", NULL};

	return next_word(row, words) == 0;
}

/* The table credit_scheme: what a credit of each scheme is worth in work, class hours and years. */
static void
load_schemes(CreditRules *rules, MemoryContext context)
{
	static const TableColumn columns[] = {
		{"label", TEXTOID},			  {"shipped", BOOLOID},			 {"date_basis", TEXTOID},
		{"validity", DATERANGEOID},	  {"hours_low", NUMERICOID},	 {"hours_high", NUMERICOID},
		{"hour_minutes", NUMERICOID}, {"contact_hours", NUMERICOID}, {"year_credits", NUMERICOID},
		{"source", TEXTOID},		  {"confidence", TEXTOID},		 {NULL}};
	TableRows table = table_rows("credit_scheme", columns, context);

	for (RowReader row; table_next(&table, &row);)
	{
		CreditSchemeRule *rule =
			array_add((void **) &rules->schemes, &rules->nschemes, sizeof(CreditSchemeRule), context);

		rule->scheme = next_scheme(&row);
		rule->shipped = next_bool(&row);
		rule->by_cohort = next_by_cohort(&row);
		next_days(&row, &rule->from, &rule->until);
		rule->has_hours = next_numeric(&row, &rule->hours_low);
		rule->has_hours &= next_numeric(&row, &rule->hours_high);
		rule->has_minutes = next_numeric(&row, &rule->minutes);
		rule->has_contact = next_numeric(&row, &rule->contact);
		rule->has_year = next_numeric(&row, &rule->year);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
	}
}

/* By what the rows are about, so that a message names the same one first wherever the rows lie. */
static int
rate_order(const void *a, const void *b)
{
	const RateRule *x = a;
	const RateRule *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	if (x->shipped != y->shipped)
		return x->shipped ? 1 : -1;
	return x->valid_from < y->valid_from ? -1 : x->valid_from > y->valid_from;
}

/* The table credit_rate: published ratios, exact fractions. */
static void
load_rates(CreditRules *rules, MemoryContext context)
{
	static const TableColumn columns[] = {
		{"from_scheme", TEXTOID},	{"to_scheme", TEXTOID}, {"shipped", BOOLOID},	 {"date_basis", TEXTOID},
		{"validity", DATERANGEOID}, {"low_num", INT8OID},	{"low_den", INT8OID},	 {"num", INT8OID},
		{"den", INT8OID},			{"high_num", INT8OID},	{"high_den", INT8OID},	 {"level", TEXTOID},
		{"activity", TEXTOID},		{"source", TEXTOID},	{"confidence", TEXTOID}, {NULL}};
	TableRows table = table_rows("credit_rate", columns, context);

	for (RowReader row; table_next(&table, &row);)
	{
		RateRule *rule = array_add((void **) &rules->rates, &rules->nrates, sizeof(RateRule), context);

		rule->from = next_scheme(&row);
		rule->to = next_scheme(&row);
		rule->shipped = next_bool(&row);
		rule->by_cohort = next_by_cohort(&row);
		next_days(&row, &rule->valid_from, &rule->valid_until);
		rule->low = next_fraction(&row);
		rule->standard = next_fraction(&row);
		rule->high = next_fraction(&row);
		rule->level = next_text(&row);
		rule->activity = next_text(&row);
		rule->source = next_text(&row);
		rule->confidence = next_text(&row);
	}
	qsort(rules->rates, rules->nrates, sizeof(RateRule), rate_order);
}

/* By kind of class, in which order the hints list them; then by scheme. */
static int
activity_order(const void *a, const void *b)
{
	const ActivityRule *x = a;
	const ActivityRule *y = b;
	int order = strcmp(x->activity, y->activity);

	if (order == 0)
		order = x->scheme - y->scheme;
	return order != 0 ? order : (int) x->shipped - (int) y->shipped;
}

/* The table credit_activity: class hours of a credit by kind of class. */
static void
load_activities(CreditRules *rules, MemoryContext context)
{
	static const TableColumn columns[] = {{"scheme", TEXTOID},
										  {"shipped", BOOLOID},
										  {"date_basis", TEXTOID},
										  {"validity", DATERANGEOID},
										  {"activity", TEXTOID},
										  {"contact_hours_low", NUMERICOID},
										  {"contact_hours_high", NUMERICOID},
										  {"hour_minutes", NUMERICOID},
										  {NULL}};
	TableRows table = table_rows("credit_activity", columns, context);

	for (RowReader row; table_next(&table, &row);)
	{
		ActivityRule *rule =
			array_add((void **) &rules->activities, &rules->nactivities, sizeof(ActivityRule), context);

		rule->scheme = next_scheme(&row);
		rule->shipped = next_bool(&row);
		rule->by_cohort = next_by_cohort(&row);
		next_days(&row, &rule->valid_from, &rule->valid_until);
		rule->activity = next_text(&row);
		next_numeric(&row, &rule->low);
		next_numeric(&row, &rule->high);
		rule->has_minutes = next_numeric(&row, &rule->minutes);
	}
	qsort(rules->activities, rules->nactivities, sizeof(ActivityRule), activity_order);
}

/* All three tables, read in one snapshot. */
static void *
load_rules(MemoryContext context)
{
	CreditRules *rules = MemoryContextAllocZero(context, sizeof(CreditRules));

	load_schemes(rules, context);
	load_rates(rules, context);
	load_activities(rules, context);
	return rules;
}

static const char *const rule_tables[] = {"credit_scheme", "credit_rate", "credit_activity", NULL};
static Rulebook credit_book = {.name = "credit", .tables = rule_tables, .load = load_rules};

uint64
credit_rules_generation(void)
{
	uint64 generation;

	rulebook_get(&credit_book, &generation);
	return generation;
}

bool
credit_rules_current(uint64 generation)
{
	return rulebook_current(&credit_book, generation);
}

/* The rules as this statement sees them. */
static const CreditRules *
the_rules(void)
{
	return rulebook_get(&credit_book, NULL);
}

/* ---- looking up ---- */

/* A rule by cohort looks at the day of admission, any other at the day of the credit; its last day is excluded. */
static bool
valid_on(bool by_cohort, DateADT from, DateADT until, DateADT on_date, DateADT cohort)
{
	DateADT date = by_cohort ? cohort : on_date;

	return date >= from && date < until;
}

/* A site's own row outranks a shipped one. */
const CreditSchemeRule *
credit_scheme_rule(int scheme, DateADT on_date, DateADT cohort)
{
	const CreditRules *rules = the_rules();
	const CreditSchemeRule *best = NULL;

	for (int i = 0; i < rules->nschemes; i++)
	{
		const CreditSchemeRule *rule = &rules->schemes[i];

		if (rule->scheme == scheme && valid_on(rule->by_cohort, rule->from, rule->until, on_date, cohort) &&
			(best == NULL || best->shipped))
			best = rule;
	}
	return best;
}

bool
credit_contact_hours(int scheme, const char *activity, DateADT on_date, DateADT cohort, CreditFraction *low,
					 CreditFraction *high, CreditFraction *minutes)
{
	const CreditRules *rules = the_rules();
	const CreditSchemeRule *own = credit_scheme_rule(scheme, on_date, cohort);
	const ActivityRule *best = NULL;

	if (activity == NULL)
		activity = "lecture";
	for (int i = 0; i < rules->nactivities; i++)
	{
		const ActivityRule *rule = &rules->activities[i];

		if (rule->scheme == scheme && pg_strcasecmp(rule->activity, activity) == 0 &&
			valid_on(rule->by_cohort, rule->valid_from, rule->valid_until, on_date, cohort) &&
			(best == NULL || best->shipped))
			best = rule;
	}
	if (best != NULL && (best->has_minutes || (own && own->has_minutes)))
	{
		*low = best->low;
		*high = best->high;
		*minutes = best->has_minutes ? best->minutes : own->minutes;
		return true;
	}
	if (best == NULL && pg_strcasecmp(activity, "lecture") == 0 && own && own->has_contact && own->has_minutes)
	{
		*low = *high = own->contact;
		*minutes = own->minutes;
		return true;
	}
	return false;
}

/* Adds a word to a list of those that differ in more than case. */
static List *
add_word(List *words, const char *word)
{
	ListCell *cell;

	if (word == NULL)
		return words;
	foreach (cell, words)
		if (pg_strcasecmp(lfirst(cell), word) == 0)
			return words;
	return lappend(words, unconstify(char *, word));
}

/* ERROR 22023 for a word that is in no rule; the words known are listed. */
static void
word_must_be_known(const char *what, const char *word, List *known)
{
	StringInfoData list;
	ListCell *cell;

	if (word == NULL)
		return;
	initStringInfo(&list);
	foreach (cell, known)
	{
		if (pg_strcasecmp(lfirst(cell), word) == 0)
			return;
		appendStringInfo(&list, "%s%s", list.len > 0 ? ", " : "", (char *) lfirst(cell));
	}
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown %s \"%s\"", what, socu_clip(word, -1)),
					errhint("The rules know: %s.  Rows of socu.credit_rate and socu.credit_activity make a word known.",
							list.data)));
}

/*
 * A level or an activity that no rule names would silently get the general
 * rate: 'magistr' for master.  The levels of socu.credit_scheme are known always.
 */
static void
question_must_be_known(const CreditQuestion *q)
{
	static const char *const levels[] = {"secondary", "vocational", "bachelor", "master", "doctorate"};
	const CreditRules *rules = the_rules();
	List *known = NIL;

	if (q->level != NULL)
	{
		for (int i = 0; i < (int) lengthof(levels); i++)
			known = add_word(known, levels[i]);
		for (int i = 0; i < rules->nrates; i++)
			known = add_word(known, rules->rates[i].level);
		word_must_be_known("level", q->level, known);
	}
	if (q->activity != NULL)
	{
		known = list_make1("lecture");
		for (int i = 0; i < rules->nactivities; i++)
			known = add_word(known, rules->activities[i].activity);
		for (int i = 0; i < rules->nrates; i++)
			known = add_word(known, rules->rates[i].activity);
		word_must_be_known("activity", q->activity, known);
	}
}

/* Does a rule for 'own' (NULL: any) fit what was asked?  2: it names it, 1: it is for any, 0: no. */
static int
fits(const char *own, const char *asked)
{
	if (own == NULL)
		return 1;
	return asked != NULL && pg_strcasecmp(own, asked) == 0 ? 2 : 0;
}

/* The best row from -> to: the site's own before the shipped one, the more specific before the general. */
static const RateRule *
published_row(const CreditQuestion *q, int from, int to)
{
	const CreditRules *rules = the_rules();
	const RateRule *best = NULL;
	int best_rank = 0;

	for (int i = 0; i < rules->nrates; i++)
	{
		const RateRule *rule = &rules->rates[i];
		int level;
		int activity;
		int rank;

		if (rule->from != from || rule->to != to ||
			!valid_on(rule->by_cohort, rule->valid_from, rule->valid_until, q->on_date, q->cohort))
			continue;
		level = fits(rule->level, q->level);
		activity = fits(rule->activity, q->activity);
		if (level == 0 || activity == 0)
			continue;
		rank = (rule->shipped ? 0 : 16) + level * 4 + activity;
		if (rank > best_rank)
		{
			best = rule;
			best_rank = rank;
		}
	}
	return best;
}

/* The weaker of two confidences: a chain of rules is as sure as its least sure one. */
static const char *
weaker(const char *a, const char *b)
{
	static const char *const order[] = {"uncertain", "known", "found"};

	for (int i = 0; i < 3; i++)
		if (strcmp(a, order[i]) == 0 || strcmp(b, order[i]) == 0)
			return order[i];
	return a;
}

/* Two sources in one text, once where they are the same. */
static char *
both_sources(const char *a, const char *b)
{
	return strcmp(a, b) == 0 ? pstrdup(a) : psprintf("%s ; %s", a, b);
}

/* 1 / f, of a rate that is not zero */
static CreditFraction
inverse(CreditFraction f)
{
	return credit_fraction(f.den, f.num);
}

/* a * b, exact; ERROR 22003 where the fraction gets too long. */
static CreditFraction
product_required(CreditFraction a, CreditFraction b)
{
	CreditFraction p;

	if (!credit_fraction_multiply(a, b, &p))
		ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						errmsg("the credit rates %s and %s are too long to combine exactly", credit_fraction_text(a),
							   credit_fraction_text(b))));
	return p;
}

/* a / b, exact; b is not zero in any rule (the tables check it). */
static CreditFraction
quotient_required(CreditFraction a, CreditFraction b)
{
	return product_required(a, inverse(b));
}

/* A route from one end to the other; with a standard where both ends are the same. */
static CreditRoute *
make_route(CreditMethod method, CreditFraction low, CreditFraction high)
{
	CreditRoute *route = palloc0(sizeof(CreditRoute));

	route->method = method;
	route->low = low;
	route->high = high;
	route->has_standard = low.num == high.num && low.den == high.den;
	route->standard = low;
	return route;
}

/* A published ratio between two schemes: as printed, or the printed one of the other direction inverted. */
static CreditRoute *
published_leg(const CreditQuestion *q, int from, int to)
{
	const RateRule *rule = published_row(q, from, to);
	const RateRule *reverse = published_row(q, to, from);
	/* a site's own rate outranks a shipped one also when it is read backwards */
	bool inverted = reverse != NULL && (rule == NULL || (rule->shipped && !reverse->shipped));
	CreditRoute *route;

	if (inverted)
		rule = reverse;
	if (rule == NULL)
		return NULL;
	route = inverted ? make_route(METHOD_M1, inverse(rule->high), inverse(rule->low))
					 : make_route(METHOD_M1, rule->low, rule->high);
	route->standard = inverted ? inverse(rule->standard) : rule->standard;
	route->has_standard = true;
	route->path =
		psprintf("%s = %s %s%s%s%s", psprintf("1 %s", credit_label(rule->from)), credit_fraction_text(rule->standard),
				 credit_label(rule->to),
				 rule->low.num != rule->high.num || rule->low.den != rule->high.den
					 ? psprintf(" (%s to %s)", credit_fraction_text(rule->low), credit_fraction_text(rule->high))
					 : "",
				 rule->by_cohort ? " by admission cohort" : "", rule->shipped ? "" : " (own rate)");
	route->source = rule->source;
	route->confidence = rule->confidence;
	return route;
}

/* M1: the published ratio of the two schemes, or of each with ECTS. */
static CreditRoute *
route_published(const CreditQuestion *q)
{
	int ects = CREDIT_ECTS;
	CreditRoute *route = published_leg(q, q->from, q->to);
	CreditRoute *first;
	CreditRoute *second;

	if (route != NULL || q->from == ects || q->to == ects)
		return route;
	first = published_leg(q, q->from, ects);
	second = first ? published_leg(q, ects, q->to) : NULL;
	if (second == NULL)
		return NULL;
	route =
		make_route(METHOD_M1, product_required(first->low, second->low), product_required(first->high, second->high));
	route->standard = product_required(first->standard, second->standard);
	route->has_standard = true;
	route->path = psprintf("through ECTS: %s; %s", first->path, second->path);
	route->source = both_sources(first->source, second->source);
	route->confidence = weaker(first->confidence, second->confidence);
	return route;
}

/* Says of a computed route what it was computed from. */
static CreditRoute *
describe(CreditRoute *route, const CreditSchemeRule *a, const CreditSchemeRule *b, char *path)
{
	route->path = path;
	route->source = both_sources(a->source, b->source);
	route->confidence = weaker(a->confidence, b->confidence);
	return route;
}

/* "27", or "25 to 30". */
static char *
range_text(CreditFraction low, CreditFraction high)
{
	return low.num == high.num && low.den == high.den
			   ? credit_fraction_text(low)
			   : psprintf("%s to %s", credit_fraction_text(low), credit_fraction_text(high));
}

/*
 * M2: hours of work in minutes; M2H: hours as each rule counts them.  The ends are the most that the rules' own
 * ranges allow.
 */
static CreditRoute *
route_workload(const CreditSchemeRule *a, const CreditSchemeRule *b, bool with_minutes)
{
	CreditFraction one = {1, 1};
	CreditFraction ma = with_minutes ? a->minutes : one;
	CreditFraction mb = with_minutes ? b->minutes : one;
	CreditRoute *route;

	if (!a->has_hours || !b->has_hours || (with_minutes && (!a->has_minutes || !b->has_minutes)))
		return NULL;
	route = make_route(with_minutes ? METHOD_M2 : METHOD_M2H,
					   quotient_required(product_required(a->hours_low, ma), product_required(b->hours_high, mb)),
					   quotient_required(product_required(a->hours_high, ma), product_required(b->hours_low, mb)));
	return describe(
		route, a, b,
		psprintf("workload: %s h%s against %s h%s", range_text(a->hours_low, a->hours_high),
				 with_minutes ? psprintf(" of %s min", credit_fraction_text(ma)) : "",
				 range_text(b->hours_low, b->hours_high),
				 with_minutes ? psprintf(" of %s min", credit_fraction_text(mb)) : ", hours as each rule counts them"));
}

/* M3: class hours of the activity, in minutes. */
static CreditRoute *
route_contact(const CreditQuestion *q, const CreditSchemeRule *a, const CreditSchemeRule *b)
{
	CreditFraction alow, ahigh, ma, blow, bhigh, mb;
	CreditRoute *route;

	if (!credit_contact_hours(q->from, q->activity, q->on_date, q->cohort, &alow, &ahigh, &ma) ||
		!credit_contact_hours(q->to, q->activity, q->on_date, q->cohort, &blow, &bhigh, &mb))
		return NULL;
	route = make_route(METHOD_M3, quotient_required(product_required(alow, ma), product_required(bhigh, mb)),
					   quotient_required(product_required(ahigh, ma), product_required(blow, mb)));
	return describe(route, a, b,
					psprintf("class hours (%s): %s h of %s min against %s h of %s min",
							 q->activity ? q->activity : "lecture", range_text(alow, ahigh), credit_fraction_text(ma),
							 range_text(blow, bhigh), credit_fraction_text(mb)));
}

/* M4: the same share of a full-time year. */
static CreditRoute *
route_year(const CreditSchemeRule *a, const CreditSchemeRule *b)
{
	CreditFraction rate;

	if (!a->has_year || !b->has_year)
		return NULL;
	rate = quotient_required(b->year, a->year);
	return describe(make_route(METHOD_M4, rate, rate), a, b,
					psprintf("full-time year: %s against %s credits", credit_fraction_text(a->year),
							 credit_fraction_text(b->year)));
}

/* One method's answer; NULL where a rule that it needs is missing. */
static CreditRoute *
route_by_method(const CreditQuestion *q, CreditMethod method)
{
	const CreditSchemeRule *a;
	const CreditSchemeRule *b;

	if (method == METHOD_M1)
		return route_published(q);
	a = credit_scheme_rule(q->from, q->on_date, q->cohort);
	b = credit_scheme_rule(q->to, q->on_date, q->cohort);
	if (a == NULL || b == NULL)
		return NULL;
	switch (method)
	{
		case METHOD_M2:
			return route_workload(a, b, true);
		case METHOD_M2H:
			return route_workload(a, b, false);
		case METHOD_M3:
			return route_contact(q, a, b);
		default:
			return route_year(a, b);
	}
}

/* One for one. */
static CreditRoute *
route_same_scheme(void)
{
	CreditFraction one = {1, 1};
	CreditRoute *route = make_route(METHOD_M1, one, one);

	route->path = "the same scheme";
	route->source = "identity";
	route->confidence = "found";
	return route;
}

List *
credit_routes(const CreditQuestion *q)
{
	List *routes = NIL;

	question_must_be_known(q);
	if (q->from == q->to)
		return list_make1(route_same_scheme());
	for (int method = 0; method < CREDIT_METHODS; method++)
	{
		CreditRoute *route = route_by_method(q, (CreditMethod) method);

		if (route != NULL)
			routes = lappend(routes, route);
	}
	return routes;
}

/* ---- choosing ---- */

/* A day as messages show it. */
static const char *
date_text(DateADT date)
{
	int year;
	int month;
	int day;

	/* ISO, whatever DateStyle says: an error message must not be ambiguous */
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return DATE_NOT_FINITE(date) ? (date < 0 ? "-infinity" : "infinity") : psprintf("%04d-%02d-%02d", year, month, day);
}

/* What could be done where no rule answers: the methods that give something, with what they give. */
static char *
other_methods(const CreditQuestion *q)
{
	StringInfoData list;
	ListCell *cell;
	bool with_minutes = false;

	initStringInfo(&list);
	foreach (cell, credit_routes(q))
	{
		CreditRoute *route = lfirst(cell);

		/* hours without minutes only where the minutes are not known */
		if (route->method == METHOD_M2)
			with_minutes = true;
		if (route->method != METHOD_M1 && !(route->method == METHOD_M2H && with_minutes))
			appendStringInfo(&list, "%s%s gives %s (%s)", list.len > 0 ? "; " : "", credit_method_name(route->method),
							 range_text(route->low, route->high), route->path);
	}
	return list.len > 0 ? list.data : NULL;
}

/* Is the rate between these two schemes, in either direction? */
static bool
speaks_of(const RateRule *rule, int a, int b)
{
	return (rule->from == a && rule->to == b) || (rule->from == b && rule->to == a);
}

/* The published rate that a conversion would need, if it only holds on other dates, levels or activities. */
static const RateRule *
rate_for_others(const CreditQuestion *q)
{
	const int legs[3][2] = {{q->from, q->to}, {q->from, CREDIT_ECTS}, {CREDIT_ECTS, q->to}};
	const CreditRules *rules = the_rules();

	for (int leg = 0; leg < 3; leg++)
	{
		if (published_leg(q, legs[leg][0], legs[leg][1]) != NULL)
			continue;
		for (int i = 0; i < rules->nrates; i++)
			if (speaks_of(&rules->rates[i], legs[leg][0], legs[leg][1]))
				return &rules->rates[i];
	}
	return NULL;
}

/* "from 2004-01-01 to before 2018-10-12"; empty without bounds */
static char *
period_text(DateADT from, DateADT until)
{
	if (from == DATEVAL_NOBEGIN)
		return until == DATEVAL_NOEND ? pstrdup("") : psprintf(" before %s", date_text(until));
	return until == DATEVAL_NOEND ? psprintf(" from %s", date_text(from))
								  : psprintf(" from %s to before %s", date_text(from), date_text(until));
}

/* What a rate is for: credits of a time, of students admitted in a time, of a level, of an activity. */
static char *
rate_purpose_text(const RateRule *rule)
{
	return psprintf(
		"the rate 1 %s = %s %s is for %s%s%s%s%s%s", credit_label(rule->from), credit_fraction_text(rule->standard),
		credit_label(rule->to), rule->by_cohort ? "students admitted" : "credits earned",
		period_text(rule->valid_from, rule->valid_until), rule->level ? " at level " : "",
		rule->level ? rule->level : "", rule->activity ? " in activity " : "", rule->activity ? rule->activity : "");
}

/* The named schemes of the states that stand for schemes in the question ("5 RU"), as a list; empty without. */
static char *
schemes_of_states(const CreditQuestion *q)
{
	const int asked[] = {q->from, q->to};
	StringInfoData named;

	initStringInfo(&named);
	for (int scheme = CREDIT_ECTS; scheme < credit_scheme_count(); scheme++)
	{
		char *label = credit_label(scheme);

		for (int i = 0; i < (int) lengthof(asked); i++)
			if (asked[i] < CREDIT_ECTS && strncmp(label, credit_label(asked[i]), 2) == 0 && label[2] == '_')
			{
				appendStringInfo(&named, "%s%s", named.len > 0 ? ", " : "", label);
				break;
			}
	}
	return named.data;
}

/* What the caller may do about it: 'rule' would answer if more were told, 'others' says that some method would. */
static char *
way_out_text(const CreditQuestion *q, const RateRule *rule, bool others)
{
	char *named;

	if (rule && rule->level && fits(rule->level, q->level) == 0)
		return psprintf("Give the level, as in level => '%s'.", rule->level);
	if (rule && rule->activity && fits(rule->activity, q->activity) == 0)
		return psprintf("Give the activity, as in activity => '%s'.", rule->activity);
	if (rule && rule->by_cohort)
		return "Give the student's admission date as cohort => DATE.";
	if (others)
		return "Name one of them, as in method => 'M4', or add a row of your own to socu.credit_rate.";
	named = rule == NULL ? schemes_of_states(q) : "";
	return named[0] != '\0' ? psprintf("Name the scheme: %s.", named) : "Add a row of your own to socu.credit_rate.";
}

/* ERROR 22023: what was asked, what other methods would give, and what the caller may do. */
static SOCU_NORETURN void
no_rule_error(const CreditQuestion *q, int method)
{
	char *from = credit_label(q->from);
	char *to = credit_label(q->to);
	char *others = other_methods(q);
	const RateRule *rule = rate_for_others(q);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 method < 0 ? errmsg("no published credit rate from %s to %s on %s", from, to, date_text(q->on_date))
						: errmsg("method %s cannot compare %s and %s on %s", credit_method_name(method), from, to,
								 date_text(q->on_date)),
			 others ? errdetail("Methods that would need a decision: %s.%s%s%s", others, rule ? "  Besides, " : "",
								rule ? rate_purpose_text(rule) : "", rule ? "." : "")
			 : rule ? errdetail("No method has what it needs, but %s.", rate_purpose_text(rule))
					: errdetail("No method has what it needs: the rules say too little about one of the schemes."),
			 errhint("%s", way_out_text(q, rule, others != NULL))));
}

CreditFraction
credit_rate_required(const CreditQuestion *q, int method, CreditBound bound)
{
	CreditRoute *route;

	question_must_be_known(q);
	route = q->from == q->to ? route_same_scheme() : route_by_method(q, method < 0 ? METHOD_M1 : (CreditMethod) method);
	if (route == NULL)
		no_rule_error(q, method);
	if (bound == BOUND_STANDARD && !route->has_standard)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("method %s gives no single rate from %s to %s", credit_method_name(route->method),
							   credit_label(q->from), credit_label(q->to)),
						errdetail("It gives %s (%s).", range_text(route->low, route->high), route->path),
						errhint("Choose an end: bound => 'low' or bound => 'high'.")));
	return bound == BOUND_LOW ? route->low : bound == BOUND_HIGH ? route->high : route->standard;
}

static const char *const method_names[CREDIT_METHODS] = {"M1", "M2", "M2H", "M3", "M4"};

const char *
credit_method_name(CreditMethod method)
{
	return method_names[method];
}

int
credit_method_required(const char *name)
{
	if (name == NULL)
		return -1;
	for (int i = 0; i < CREDIT_METHODS; i++)
		if (pg_strcasecmp(name, method_names[i]) == 0)
			return i;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown method \"%s\"", socu_clip(name, -1)),
					errhint("The methods are M1 (published ratio), M2 (workload), M2H (workload without minutes), M3 "
							"(class hours) and M4 (share of the year).")));
}

CreditBound
credit_bound_required(const char *name)
{
	static const char *const names[] = {"low", "standard", "high"};

	for (int i = 0; i < 3; i++)
		if (strcmp(name, names[i]) == 0)
			return (CreditBound) i;
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("unknown bound \"%s\"", socu_clip(name, -1)),
					errhint("The bounds are low, standard and high.")));
}
