/*
 * quota/match.c: which lines fit a record.
 *
 * A line fits when each column of its scope is equal to the record's (programme
 * and field: is its beginning) and the first day of the stay lies in its
 * period.  Lines that state the same columns (and prefixes of the same
 * length) share a signature; one hash look-up per signature finds them all, so
 * the cost does not grow with the number of lines.
 */
#include "quota/match.h"

#include "common/hashfn.h"
#include "port/pg_bitutils.h"

static uint64 stamp_counter = 0;

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

/* The hash of the row under a signature; false where the row lacks a column. */
static bool
signature_hash(const QuotaSignature *signature, int number, QuotaRow *row, uint32 *result)
{
	uint32 hash = (uint32) number;

	for (int c = 0; c < QC_SCOPE; c++)
	{
		if (!(signature->columns & (1u << c)))
			continue;
		if (row->length[c] < 0)
			return false;
		if (c == QC_PROGRAMME || c == QC_FIELD)
		{
			int prefix = signature->length[c == QC_FIELD];

			if (row->length[c] < prefix)
				return false;
			hash = hash_combine(hash, quota_value_hash(row->value[c], prefix));
		}
		else
			hash = hash_combine(hash, row_hash(row, c));
	}
	*result = hash;
	return true;
}

/* Equal hashes say little: is each value of the entry the record's (or its beginning)? */
static bool
entry_fits(const QuotaEntry *entry, uint32 columns, const QuotaRow *row)
{
	const char *key = entry->key;

	for (; columns; columns &= columns - 1)
	{
		int c = pg_rightmost_one_pos32(columns);
		bool prefix = c == QC_PROGRAMME || c == QC_FIELD;
		int length;

		memcpy(&length, key, sizeof(length));
		key += sizeof(length);
		if (prefix ? row->length[c] < length : row->length[c] != length)
			return false;
		if (memcmp(key, row->value[c], length) != 0)
			return false;
		key += length;
	}
	return true;
}

/* A record without a start fits lines without a period only. */
static bool
in_period(const QuotaRule *rule, const QuotaRow *row)
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

/* The lines of one signature; those already found by this match bear its stamp. */
static void
match_signature(QuotaRules *rules, int signature, uint32 hash, const QuotaRow *row, uint64 stamp, QuotaMatches *matches)
{
	uint32 columns = rules->signature[signature].columns;

	for (QuotaEntry *entry = rules->bucket[hash & (rules->buckets - 1)]; entry; entry = entry->next)
	{
		QuotaRule *rule = &rules->rule[entry->rule];

		/* a record counts once, also where several fields or levels of a line fit */
		if (entry->hash != hash || entry->signature != signature || !entry_fits(entry, columns, row) ||
			rule->stamp == stamp)
			continue;
		if (!in_period(rule, row))
		{
			matches->out_of_period = true;
			continue;
		}
		rule->stamp = stamp;
		if (rule->scheme >= 0)
			rules->scheme[rule->scheme].stamp = stamp;
		add_match(matches, rule, entry->sign);
	}
}

void
quota_match(QuotaRules *rules, QuotaRow *row, QuotaMatches *matches)
{
	uint64 stamp = ++stamp_counter;

	matches->count = 0;
	matches->out_of_period = false;
	for (int s = 0; s < rules->signatures; s++)
	{
		uint32 hash;

		if (signature_hash(&rules->signature[s], s, row, &hash))
			match_signature(rules, s, hash, row, stamp, matches);
	}
	matches->missing_scheme = scheme_without_line(rules, row, stamp);
}
