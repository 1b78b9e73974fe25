/*
 * quota/match.c: which lines fit a record.
 *
 * A line fits when each column of its scope is equal to the record's (of a
 * program_code: is the record's or above it) and the first day of the stay lies in its
 * validity.  Lines that state the same columns share a signature; one hash look-up per
 * signature (and code above the record's) finds them all, so the cost does not grow with
 * the number of lines.
 */
#include "quota/match.h"

#include "common/hashfn.h"
#include "port/pg_bitutils.h"
#include "program/core.h"

static uint64 stamp_counter = 0;

/* A record that is looked for. */
typedef struct Search
{
	QuotaRules *rules;
	QuotaRow *row;
	uint64 stamp; /* of this match */
	QuotaMatches *matches;
	int64 lineage[QC_CODES][PROGRAM_LINEAGE_MAX]; /* its codes and all above them */
	int codes[QC_CODES];						  /* how many; -1 = not known yet, 0 = it has none */
	const int64 *code[QC_CODES];				  /* that are tried now */
} Search;

/* The hash of a column of the record, computed once. */
static uint32
row_hash(QuotaRow *row, int column)
{
	if (!(row->hashed & (1u << column)))
	{
		row->hash[column] = quota_value_hash(row->value[column], row->length[column]);
		row->hashed |= 1u << column;
	}
	return row->hash[column];
}

/* How many codes the record's code in a column is at or below. */
static int
lineage_of(Search *search, int code)
{
	if (search->codes[code] < 0)
		search->codes[code] = search->row->length[QC_PROGRAM + code] < 0
								  ? 0
								  : program_lineage(search->row->code[code], search->lineage[code]);
	return search->codes[code];
}

/* Equal hashes say little: is each value of the entry the record's, or the code that is tried? */
static bool
entry_fits(const QuotaEntry *entry, uint32 columns, const Search *search)
{
	const char *key = entry->key;

	for (; columns; columns &= columns - 1)
	{
		int c = pg_rightmost_one_pos32(columns);
		const char *value = c < QC_PROGRAM ? search->row->value[c] : (const char *) search->code[c - QC_PROGRAM];
		int length;

		memcpy(&length, key, sizeof(length));
		key += sizeof(length);
		if (search->row->length[c] != length || memcmp(key, value, length) != 0)
			return false;
		key += length;
	}
	return true;
}

/* A record without a start fits lines that are always valid only. */
static bool
in_force(const QuotaRule *rule, const QuotaRow *row)
{
	if (!row->has_start)
		return DATE_IS_NOBEGIN(rule->from) && DATE_IS_NOEND(rule->to);
	return row->start >= rule->from && (row->start < rule->to || DATE_IS_NOEND(rule->to));
}

/* One line more that fits. */
static void
add_match(QuotaMatches *matches, QuotaRule *rule, int sign)
{
	if (matches->count == matches->room)
	{
		matches->room = matches->room ? matches->room * 2 : 16;
		matches->match = matches->match ? repalloc(matches->match, sizeof(QuotaMatch) * matches->room)
										: palloc(sizeof(QuotaMatch) * matches->room);
	}
	matches->match[matches->count].rule = rule;
	matches->match[matches->count++].sign = sign;
}

/* NULL = the scheme covers every value. */
static bool
scheme_covers(const char *wanted, const QuotaRow *row, int column)
{
	return wanted == NULL || ((int) strlen(wanted) == row->length[column] &&
							  memcmp(wanted, row->value[column], row->length[column]) == 0);
}

/* A closed scheme that covers the record, of which no line was found; -1 = none. */
static int
scheme_without_line(const QuotaRules *rules, const QuotaRow *row, uint64 stamp)
{
	for (int i = 0; rules->any_closed && i < rules->schemes; i++)
	{
		const QuotaScheme *scheme = &rules->scheme[i];

		if (scheme->closed && scheme->stamp != stamp && scheme_covers(scheme->kind, row, QC_KIND) &&
			scheme_covers(scheme->funding, row, QC_FUNDING))
			return i;
	}
	return -1;
}

/* The lines under one hash; those already found by this match bear its stamp. */
static void
match_hash(Search *search, int signature, uint32 hash)
{
	QuotaRules *rules = search->rules;

	for (QuotaEntry *entry = rules->bucket[hash & (rules->buckets - 1)]; entry; entry = entry->next)
	{
		QuotaRule *rule = &rules->rule[entry->rule];

		/* a record counts once, also where several fields or levels of a line fit */
		if (entry->hash != hash || entry->signature != signature ||
			!entry_fits(entry, rules->signature[signature], search) || rule->stamp == search->stamp)
			continue;
		if (!in_force(rule, search->row))
		{
			search->matches->out_of_period = true;
			continue;
		}
		rule->stamp = search->stamp;
		if (rule->scheme >= 0)
			rules->scheme[rule->scheme].stamp = search->stamp;
		add_match(search->matches, rule, entry->sign);
	}
}

/* The lines of a signature, with the codes of the record from 'code' on, and all above them, put to 'hash'. */
static void
match_codes(Search *search, int signature, int code, uint32 hash)
{
	for (; code < QC_CODES; code++)
		if (search->rules->signature[signature] & (1u << (QC_PROGRAM + code)))
			break;
	if (code == QC_CODES)
	{
		match_hash(search, signature, hash);
		return;
	}
	for (int i = 0; i < lineage_of(search, code); i++)
	{
		search->code[code] = &search->lineage[code][i];
		match_codes(search, signature, code + 1,
					hash_combine(hash, quota_value_hash((const char *) search->code[code], sizeof(int64))));
	}
}

/* The lines of a signature. */
static void
match_signature(Search *search, int signature)
{
	uint32 columns = search->rules->signature[signature];
	uint32 hash = (uint32) signature;

	for (int c = 0; c < QC_PROGRAM; c++)
	{
		if (!(columns & (1u << c)))
			continue;
		if (search->row->length[c] < 0)
			return;
		hash = hash_combine(hash, row_hash(search->row, c));
	}
	match_codes(search, signature, 0, hash);
}

void
quota_match(QuotaRules *rules, QuotaRow *row, QuotaMatches *matches)
{
	Search search;

	search.rules = rules;
	search.row = row;
	search.matches = matches;
	search.stamp = ++stamp_counter;
	for (int i = 0; i < QC_CODES; i++)
		search.codes[i] = -1;
	matches->count = 0;
	matches->out_of_period = false;
	for (int s = 0; s < rules->signatures; s++)
		match_signature(&search, s);
	matches->missing_scheme = scheme_without_line(rules, row, search.stamp);
}
