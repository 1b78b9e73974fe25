/*
 * term/calendar.c: dates of academic terms, from the rows of
 * socu.academic_calendar, which are held in memory (a rulebook).
 *
 * socu.academic_calendar_of() says the same in SQL, for people.
 */
#include "ground/iso_core.h"
#include "ground/rulebook.h"
#include "ground/table.h"
#include "ground/text_core.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/formatting.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "term/core.h"

PG_FUNCTION_INFO_V1(term_dates);
PG_FUNCTION_INFO_V1(term_of);
PG_FUNCTION_INFO_V1(academic_year_of);

/* Longest term that the table allows, in days. */
#define MAX_DAYS 400

/* Days from 'from' to before 'to'. */
typedef struct Days
{
	DateADT from;
	DateADT to;
} Days;

typedef struct CalendarRow
{
	int32 term;
	bool recurs;
	Days dates;
	Days validity;
} CalendarRow;

/* The rows of one institution, or of a state as a rule (empty institution), those that outrank others first. */
typedef struct CalendarGroup
{
	char state[2];
	int length; /* of the institution's name */
	const char *institution;
	const CalendarRow *rows;
	int count;
} CalendarGroup;

typedef struct Calendar
{
	CalendarRow *rows;
	CalendarGroup *groups; /* sorted by state and institution, bytewise */
	int ngroups;
} Calendar;

/* Where to look: the institution first, then its state; a missing group is NULL. */
typedef struct Place
{
	const CalendarGroup *groups[2];
} Place;

/* ---- the rows in memory ---- */

/* By state, then by institution. */
static int
group_compare(const CalendarGroup *a, const CalendarGroup *b)
{
	int c = memcmp(a->state, b->state, sizeof a->state);

	if (c == 0)
		c = memcmp(a->institution, b->institution, Min(a->length, b->length));
	return c != 0 ? c : a->length - b->length;
}

/* A row with whose it is, until the rows are in groups. */
typedef struct LoadedRow
{
	CalendarGroup whose;
	bool shipped;
	CalendarRow row;
} LoadedRow;

/* By group; in it a site's own rows before the shipped ones, dates of one year before rules. */
static int
loaded_compare(const void *a, const void *b)
{
	const LoadedRow *x = a;
	const LoadedRow *y = b;
	int c = group_compare(&x->whose, &y->whose);

	if (c == 0)
		c = (int) x->shipped - (int) y->shipped;
	if (c == 0)
		c = (int) x->row.recurs - (int) y->row.recurs;
	return c != 0 ? c : (x->row.term > y->row.term) - (x->row.term < y->row.term);
}

/* The rows of academic_calendar, sorted, in the current context. */
static LoadedRow *
load_rows(int *count)
{
	static const TableColumn columns[] = {
		{"state", TEXTOID},		 {"institution", TEXTOID},	 {"term", TABLE_BY_VALUE_4}, {"recurs", BOOLOID},
		{"dates", DATERANGEOID}, {"validity", DATERANGEOID}, {"shipped", BOOLOID},		 {NULL}};
	TableRows table = table_rows("academic_calendar", columns, CurrentMemoryContext);
	LoadedRow *loaded = NULL;

	*count = 0;
	for (RowReader row; table_next(&table, &row);)
	{
		LoadedRow *one = array_add((void **) &loaded, count, sizeof(LoadedRow), CurrentMemoryContext);

		memcpy(one->whose.state, next_text(&row), sizeof one->whose.state);
		one->whose.institution = next_text(&row);
		one->whose.length = strlen(one->whose.institution);
		one->row.term = next_int32(&row);
		one->row.recurs = next_bool(&row);
		next_days(&row, &one->row.dates.from, &one->row.dates.to);
		next_days(&row, &one->row.validity.from, &one->row.validity.to);
		one->shipped = next_bool(&row);
	}
	qsort(loaded, *count, sizeof(LoadedRow), loaded_compare);
	return loaded;
}

/* What the rulebook holds: the rows of academic_calendar in groups. */
static void *
calendar_load(MemoryContext context)
{
	Calendar *calendar = MemoryContextAllocZero(context, sizeof(Calendar));
	int count;
	LoadedRow *loaded = load_rows(&count);

	calendar->rows = MemoryContextAllocHuge(context, ((Size) count + 1) * sizeof(CalendarRow));
	calendar->groups = MemoryContextAllocHuge(context, ((Size) count + 1) * sizeof(CalendarGroup));
	for (int i = 0; i < count; i++)
	{
		CalendarGroup *group = &calendar->groups[calendar->ngroups];

		calendar->rows[i] = loaded[i].row;
		*group = loaded[i].whose;
		if (calendar->ngroups > 0 && group_compare(group - 1, group) == 0)
			group[-1].count++;
		else
		{
			group->institution = MemoryContextStrdup(context, group->institution);
			group->rows = &calendar->rows[i];
			group->count = 1;
			calendar->ngroups++;
		}
	}
	return calendar;
}

static const char *const calendar_tables[] = {"academic_calendar", NULL};
static Rulebook calendar_book = {
	.name = "academic_calendar",
	.tables = calendar_tables,
	.load = calendar_load,
};

/* The rows of a state and institution; NULL if there are none. */
static const CalendarGroup *
find_group(const Calendar *calendar, const CalendarGroup *wanted)
{
	int low = 0, high = calendar->ngroups;

	while (low < high)
	{
		int middle = (low + high) / 2;
		int c = group_compare(&calendar->groups[middle], wanted);

		if (c == 0)
			return &calendar->groups[middle];
		if (c < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* ERROR 22023: the text is no state, neither by ISO 3166 nor by a row; the states that have rows are listed. */
static SOCU_NORETURN void
state_error(const Calendar *calendar, const text *state)
{
	StringInfoData known;

	initStringInfo(&known);
	for (int i = 0; i < calendar->ngroups; i++)
		if (i == 0 || memcmp(calendar->groups[i].state, calendar->groups[i - 1].state, 2) != 0)
			appendStringInfo(&known, "%s%.2s", known.len > 0 ? ", " : "", calendar->groups[i].state);
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					errmsg("unknown state \"%s\"", socu_clip(VARDATA_ANY(state), VARSIZE_ANY_EXHDR(state))),
					errhint("Write its ISO 3166-1 code of two letters.  socu.academic_calendar has dates of %s.",
							known.data)));
}

/* The calendars that hold for a state and, if not null, an institution; both in any letter case. */
static Place
find_place(text *state, text *institution)
{
	const Calendar *calendar = rulebook_get(&calendar_book, NULL);
	CalendarGroup wanted = {.institution = "", .length = 0};
	Place place = {{NULL, NULL}};

	if (VARSIZE_ANY_EXHDR(state) != sizeof wanted.state)
		state_error(calendar, state);
	for (int i = 0; i < (int) sizeof wanted.state; i++)
		wanted.state[i] = text_upper(VARDATA_ANY(state)[i]);
	place.groups[1] = find_group(calendar, &wanted);
	if (place.groups[1] == NULL && iso_state_number(wanted.state) < 0)
		state_error(calendar, state);
	if (institution != NULL && VARSIZE_ANY_EXHDR(institution) > 0)
	{
		wanted.length = VARSIZE_ANY_EXHDR(institution);
		wanted.institution = asc_tolower(VARDATA_ANY(institution), wanted.length);
		place.groups[0] = find_group(calendar, &wanted);
	}
	return place;
}

/* ---- rows and terms ---- */

/* The same day some years later; 29 February becomes 28 where there is none. */
static DateADT
years_later(DateADT date, int years)
{
	int year, month, day;

	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	year += years;
	if (month == 2 && day == 29 && !isleap(year))
		day = 28;
	return date2j(year, month, day) - POSTGRES_EPOCH_JDATE;
}

/* What a row says 'years' after its own term: false if it says nothing. */
static bool
row_dates(const CalendarRow *row, int years, Days *dates)
{
	if (!row->recurs)
	{
		*dates = row->dates;
		return years == 0;
	}
	dates->from = years_later(row->dates.from, years);
	/* the last day is what people mean: 28 February stays one, in leap years too */
	dates->to = years_later(row->dates.to - 1, years) + 1;
	return dates->from < dates->to && row->validity.from <= dates->from && dates->from < row->validity.to;
}

/* The row that gives a term its dates: the first one that says something. */
static const CalendarRow *
row_of_term(const Place *place, int32 term, Days *dates)
{
	TermFields wanted, fields;

	term_fields(term, &wanted);
	for (int g = 0; g < 2; g++)
	{
		const CalendarGroup *group = place->groups[g];

		for (int i = 0; group != NULL && i < group->count; i++)
		{
			const CalendarRow *row = &group->rows[i];

			if (term_parts(row->term) != wanted.parts || term_southern(row->term) != term_southern(term))
				continue;
			term_fields(row->term, &fields);
			if (fields.part == wanted.part && row_dates(row, wanted.start_year - fields.start_year, dates))
				return row;
		}
	}
	return NULL;
}

/*
 * Visit every term that began on a day or less than MAX_DAYS before it, with
 * the dates that hold for it.
 */
typedef void (*TermVisitor)(int32 term, const Days *dates, DateADT on_date, void *state);

/* Rules are tried for the years in which such a term may have begun; what another row outranks is left out. */
static void
visit_terms(const Place *place, DateADT on_date, int32 parts, TermVisitor visit, void *state)
{
	int year, month, day;

	if (DATE_NOT_FINITE(on_date))
		return;
	j2date(on_date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	for (int g = 0; g < 2; g++)
	{
		const CalendarGroup *group = place->groups[g];

		for (int i = 0; group != NULL && i < group->count; i++)
		{
			const CalendarRow *row = &group->rows[i];
			int row_year, last = 0;

			if (parts != 0 && term_parts(row->term) != parts)
				continue;
			j2date(row->dates.from + POSTGRES_EPOCH_JDATE, &row_year, &month, &day);
			if (row->recurs)
				last = year - row_year;
			/* MAX_DAYS before a day is this year, the last or the one before. */
			for (int years = row->recurs ? last - 2 : 0; years <= last; years++)
			{
				int32 term;
				Days dates;

				if (term_shift(row->term, (int64) years * term_parts(row->term), &term) == TERM_OK &&
					row_dates(row, years, &dates) && dates.from <= on_date && on_date - dates.from < MAX_DAYS &&
					row_of_term(place, term, &dates) == row)
					visit(term, &dates, on_date, state);
			}
		}
	}
}

/* ---- SQL ---- */

/* A text argument; NULL for null. */
static text *
text_or_null(FunctionCallInfo fcinfo, int arg)
{
	return PG_ARGISNULL(arg) ? NULL : PG_GETARG_TEXT_PP(arg);
}

/* term_dates(term, state, institution) */
Datum
term_dates(PG_FUNCTION_ARGS)
{
	Place place;
	Days dates;
	RangeBound lower, upper;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	place = find_place(PG_GETARG_TEXT_PP(1), text_or_null(fcinfo, 2));
	if (row_of_term(&place, PG_GETARG_INT32(0), &dates) == NULL)
		PG_RETURN_NULL();
	lower = (RangeBound){.val = DateADTGetDatum(dates.from), .inclusive = true, .lower = true};
	upper = (RangeBound){.val = DateADTGetDatum(dates.to)};
	PG_RETURN_RANGE_P(socu_make_range(lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO), &lower, &upper, false));
}

typedef struct BestTerm
{
	int32 term; /* 0: none yet */
	Days dates;
} BestTerm;

/* The shortest term that holds the day; of equals the later. */
static void
keep_shortest(int32 term, const Days *dates, DateADT on_date, void *state)
{
	BestTerm *best = state;

	if (on_date < dates->to && (best->term == 0 || term_parts(term) > term_parts(best->term) ||
								(term_parts(term) == term_parts(best->term) && term > best->term)))
		*best = (BestTerm){term, *dates};
}

/* The term that began last; of equals the later. */
static void
keep_latest(int32 term, const Days *dates, DateADT on_date, void *state)
{
	BestTerm *best = state;

	if (best->term == 0 || dates->from > best->dates.from || (dates->from == best->dates.from && term > best->term))
		*best = (BestTerm){term, *dates};
}

/* The best of the terms that the visitor is shown, as a result of SQL. */
static Datum
best_term(FunctionCallInfo fcinfo, int32 parts, TermVisitor visit)
{
	BestTerm best = {0};
	Place place;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	place = find_place(PG_GETARG_TEXT_PP(1), text_or_null(fcinfo, 2));
	visit_terms(&place, PG_GETARG_DATEADT(0), parts, visit, &best);
	if (best.term == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(best.term);
}

/* term_of(on_date, state, institution, parts) */
Datum
term_of(PG_FUNCTION_ARGS)
{
	int32 parts = PG_ARGISNULL(3) ? 0 : PG_GETARG_INT32(3);

	if (!PG_ARGISNULL(3) && (parts < 1 || parts > TERM_MAX_PARTS))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("invalid number of terms in a year: %d", parts),
				 errdetail("A year has 1 to %d terms.", TERM_MAX_PARTS),
				 errhint("2 asks for the semester, 1 for the whole year, NULL for the shortest term.")));
	return best_term(fcinfo, parts, keep_shortest);
}

/* academic_year_of(on_date, state, institution): whole years run to the first day of the next one. */
Datum
academic_year_of(PG_FUNCTION_ARGS)
{
	return best_term(fcinfo, 1, keep_latest);
}
