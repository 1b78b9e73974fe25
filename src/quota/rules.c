/*
 * quota/rules.c: the quota lines in memory, and which of them fit a record.
 *
 * A line fits when each column of its scope is equal to the record's (programme
 * and field: is its beginning) and the first day of the stay lies in its
 * period.  Lines that state the same columns (and prefixes of the same
 * length) share a signature; one hash look-up per signature finds them all, so
 * the cost does not grow with the number of lines.
 *
 * Freshness.  A session that writes to a guarded table holds ROW EXCLUSIVE on
 * it; whoever changes what a line covers takes SHARE ROW EXCLUSIVE on every
 * guarded table until commit (quota_changed() in quota/check.c).  So while we
 * guard, no such change is under way, those committed before are visible to
 * the latest snapshot, and their invalidation reached us with the lock.  That
 * is why the lines are read with the latest snapshot also in REPEATABLE READ.
 */
#include "quota/quota.h"

#include "access/xact.h"
#include "catalog/namespace.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "port/pg_bitutils.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/relcache.h"
#include "utils/snapmgr.h"

typedef struct QuotaSignature
{
	uint32 columns; /* bits */
	int length[2];	/* of the prefixes of programme and field */
} QuotaSignature;

/*
 * One combination of values under which a line is found.  Small and in one
 * piece: a look-up costs the cache lines that it touches, little else.
 */
typedef struct QuotaEntry
{
	struct QuotaEntry *next;
	uint32 hash;
	int rule;
	int signature;
	int sign;
	char key[FLEXIBLE_ARRAY_MEMBER]; /* for each column of the signature its length (int) and its bytes */
} QuotaEntry;

static QuotaRules *cached = NULL;
static bool cached_valid = false;
static uint64 messages = 0;
static uint64 stamp_counter = 0;

/* Looked up once: every write to a guarded table asks for some of them. */
static struct
{
	const char *name;
	Oid relid;
} known[] = {{"quota"}, {"quota_scheme"}, {"quota_slot"}, {"quota_slot_pkey"}, {"quota_ledger"}};

/* Of the first two the lines in memory are made: they are read again then. */
static void
relcache_callback(Datum arg, Oid relid)
{
	for (int i = 0; i < (int) lengthof(known); i++)
		if (relid == InvalidOid || relid == known[i].relid)
		{
			known[i].relid = InvalidOid;
			if (i < 2)
			{
				cached_valid = false;
				messages++;
			}
		}
}

Oid
quota_relid(const char *name)
{
	static bool registered = false;
	Oid relid;
	int i = 0;

	if (!registered)
	{
		CacheRegisterRelcacheCallback(relcache_callback, (Datum) 0);
		registered = true;
	}
	while (i < (int) lengthof(known) && strcmp(known[i].name, name) != 0)
		i++;
	if (i == (int) lengthof(known))
		elog(ERROR, "the quota room has no relation \"%s\"", name);
	if (OidIsValid(known[i].relid))
		return known[i].relid;
	relid = get_relname_relid(name, get_namespace_oid("socu", false));
	if (!OidIsValid(relid))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("relation \"socu.%s\" does not exist", name)));
	known[i].relid = relid;
	return relid;
}

/* Inner statements run with the rights of the owner of the extension's tables, past row security. */
void
quota_become_owner(OwnerScope *saved)
{
	owner_begin(quota_relid("quota"), saved);
}

/* ---- loading ---- */

static char *
text_column(HeapTuple tuple, TupleDesc desc, int n, MemoryContext context)
{
	char *value = SPI_getvalue(tuple, desc, n);

	return value ? MemoryContextStrdup(context, value) : NULL;
}

static Datum
plain_column(HeapTuple tuple, TupleDesc desc, int n, bool *isnull)
{
	return SPI_getbinval(tuple, desc, n, isnull);
}

static int
signature_number(QuotaRules *rules, uint32 columns, int programme, int field)
{
	QuotaSignature *s;

	for (int i = 0; i < rules->signatures; i++)
	{
		s = &rules->signature[i];
		if (s->columns == columns && s->length[0] == programme && s->length[1] == field)
			return i;
	}
	if (rules->signatures % 8 == 0)
	{
		Size size = sizeof(QuotaSignature) * (rules->signatures + 8);

		rules->signature =
			rules->signature ? repalloc(rules->signature, size) : MemoryContextAlloc(rules->context, size);
	}
	s = &rules->signature[rules->signatures];
	s->columns = columns;
	s->length[0] = programme;
	s->length[1] = field;
	return rules->signatures++;
}

static uint32
value_hash(const char *value, int length)
{
	return DatumGetUInt32(hash_any((const unsigned char *) value, length));
}

static void
enter(QuotaRules *rules, int rule, int sign, char *const *value)
{
	QuotaEntry *entry;
	uint32 columns = 0;
	uint32 hash;
	int signature;
	Size size = offsetof(QuotaEntry, key);
	char *key;

	for (int c = 0; c < QC_SCOPE; c++)
		if (value[c])
		{
			columns |= 1u << c;
			size += sizeof(int) + strlen(value[c]);
		}
	signature = signature_number(rules, columns, value[QC_PROGRAMME] ? (int) strlen(value[QC_PROGRAMME]) : 0,
								 value[QC_FIELD] ? (int) strlen(value[QC_FIELD]) : 0);
	rules->columns |= columns;
	entry = MemoryContextAlloc(rules->context, size);
	hash = (uint32) signature;
	key = entry->key;
	for (int c = 0; c < QC_SCOPE; c++)
		if (value[c])
		{
			int length = (int) strlen(value[c]);

			hash = hash_combine(hash, value_hash(value[c], length));
			memcpy(key, &length, sizeof(length));
			memcpy(key + sizeof(length), value[c], length);
			key += sizeof(length) + length;
		}
	entry->hash = hash;
	entry->rule = rule;
	entry->signature = signature;
	entry->sign = sign;
	entry->next = rules->bucket[hash & (rules->buckets - 1)];
	rules->bucket[hash & (rules->buckets - 1)] = entry;
}

/* The elements of a text array as strings; one NULL for a null array. */
static char **
array_strings(Datum value, bool isnull, int *count)
{
	char **strings;
	Datum *elements;

	if (isnull)
	{
		*count = 1;
		strings = palloc0(sizeof(char *));
		return strings;
	}
	deconstruct_array(DatumGetArrayTypeP(value), TEXTOID, -1, false, TYPALIGN_INT, &elements, NULL, count);
	strings = palloc(sizeof(char *) * (*count));
	for (int i = 0; i < *count; i++)
		strings[i] = TextDatumGetCString(elements[i]);
	return strings;
}

static int
scheme_number(const QuotaRules *rules, const char *name)
{
	for (int i = 0; name && i < rules->schemes; i++)
		if (strcmp(rules->scheme[i].name, name) == 0)
			return i;
	return -1;
}

static int
unit_number(const char *name)
{
	for (int i = 0; quota_unit_names[i]; i++)
		if (strcmp(quota_unit_names[i], name) == 0)
			return i;
	elog(ERROR, "unknown unit \"%s\"", name);
}

static const char *const rules_query =
	"SELECT quota_id, code, scheme, parent_id, sending_state, receiving_state, sending_institution, "
	"receiving_institution,"
	" direction, kind, funding, agreement, programme, levels, fields,"
	" CASE WHEN pg_catalog.lower_inf(period) THEN '-infinity'::pg_catalog.date ELSE pg_catalog.lower(period) END,"
	" CASE WHEN pg_catalog.upper_inf(period) THEN 'infinity'::pg_catalog.date ELSE pg_catalog.upper(period) END,"
	" unit, limited, enforcement OPERATOR(pg_catalog.=) 'hard', overbook_factor OPERATOR(pg_catalog.>) 1, waitlist, "
	"borrow, balance, slots"
	" FROM socu.quota WHERE status OPERATOR(pg_catalog.<>) 'draft' ORDER BY quota_id";

static const char *const schemes_query = "SELECT scheme, closed, kind, funding FROM socu.quota_scheme ORDER BY scheme";

static void
run(const char *query, Snapshot snapshot)
{
	SPIPlanPtr plan = SPI_prepare(query, 0, NULL);

	if (plan == NULL ||
		SPI_execute_snapshot(plan, NULL, NULL, snapshot, InvalidSnapshot, true, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the quota lines: %s", SPI_result_code_string(SPI_result));
}

static void
load_schemes(QuotaRules *rules)
{
	rules->schemes = (int) SPI_processed;
	rules->scheme = MemoryContextAllocZero(rules->context, sizeof(QuotaScheme) * (rules->schemes + 1));
	for (int i = 0; i < rules->schemes; i++)
	{
		HeapTuple tuple = SPI_tuptable->vals[i];
		TupleDesc desc = SPI_tuptable->tupdesc;
		QuotaScheme *scheme = &rules->scheme[i];
		bool isnull;

		scheme->name = text_column(tuple, desc, 1, rules->context);
		scheme->closed = DatumGetBool(plain_column(tuple, desc, 2, &isnull));
		scheme->kind = text_column(tuple, desc, 3, rules->context);
		scheme->funding = text_column(tuple, desc, 4, rules->context);
		rules->any_closed |= scheme->closed;
		if (scheme->closed)
			rules->columns |= (scheme->kind ? 1u << QC_KIND : 0) | (scheme->funding ? 1u << QC_FUNDING : 0);
	}
}

static void
enter_scopes(QuotaRules *rules, QuotaRule *rule, HeapTuple tuple, TupleDesc desc)
{
	static const int order[] = {QC_SENDING_STATE,
								QC_RECEIVING_STATE,
								QC_SENDING_INSTITUTION,
								QC_RECEIVING_INSTITUTION,
								QC_DIRECTION,
								QC_KIND,
								QC_FUNDING,
								QC_AGREEMENT,
								QC_PROGRAMME};
	char *value[QC_SCOPE] = {NULL};
	char **levels;
	char **fields;
	int nlevels;
	int nfields;
	bool isnull;
	Datum array;

	for (int i = 0; i < (int) lengthof(order); i++)
		value[order[i]] = text_column(tuple, desc, 5 + i, CurrentMemoryContext);
	array = plain_column(tuple, desc, 14, &isnull);
	levels = array_strings(array, isnull, &nlevels);
	array = plain_column(tuple, desc, 15, &isnull);
	fields = array_strings(array, isnull, &nfields);
	for (int l = 0; l < nlevels; l++)
		for (int f = 0; f < nfields; f++)
		{
			value[QC_LEVEL] = levels[l];
			value[QC_FIELD] = fields[f];
			enter(rules, rule->index, 1, value);
			if (rule->balance)
			{
				char *back[QC_SCOPE];

				memcpy(back, value, sizeof(back));
				back[QC_SENDING_STATE] = value[QC_RECEIVING_STATE];
				back[QC_RECEIVING_STATE] = value[QC_SENDING_STATE];
				back[QC_SENDING_INSTITUTION] = value[QC_RECEIVING_INSTITUTION];
				back[QC_RECEIVING_INSTITUTION] = value[QC_SENDING_INSTITUTION];
				enter(rules, rule->index, -1, back);
			}
		}
}

static void
load_rule(QuotaRules *rules, QuotaRule *rule, HeapTuple tuple, TupleDesc desc)
{
	bool isnull;
	char *limited;

	rule->quota_id = DatumGetInt64(plain_column(tuple, desc, 1, &isnull));
	rule->code = text_column(tuple, desc, 2, rules->context);
	rule->scheme = scheme_number(rules, SPI_getvalue(tuple, desc, 3));
	rule->parent = -1;
	rule->from = DatumGetDateADT(plain_column(tuple, desc, 16, &isnull));
	rule->to = DatumGetDateADT(plain_column(tuple, desc, 17, &isnull));
	rule->unit = (QuotaUnit) unit_number(SPI_getvalue(tuple, desc, 18));
	limited = SPI_getvalue(tuple, desc, 19);
	rule->limited = strcmp(limited, "limited") == 0;
	rule->refused = strcmp(limited, "not_stated") == 0 && rule->scheme >= 0 && rules->scheme[rule->scheme].closed;
	rule->hard = DatumGetBool(plain_column(tuple, desc, 20, &isnull));
	rule->overbooked = DatumGetBool(plain_column(tuple, desc, 21, &isnull));
	rule->waitlist = DatumGetBool(plain_column(tuple, desc, 22, &isnull));
	rule->borrow = DatumGetBool(plain_column(tuple, desc, 23, &isnull));
	rule->balance = DatumGetBool(plain_column(tuple, desc, 24, &isnull));
	rule->slots = DatumGetInt16(plain_column(tuple, desc, 25, &isnull));
	enter_scopes(rules, rule, tuple, desc);
}

static int
compare_ids(const void *a, const void *b)
{
	int64 x = ((const QuotaRule *) a)->quota_id;
	int64 y = ((const QuotaRule *) b)->quota_id;

	return x < y ? -1 : x > y;
}

static void
load_parents(QuotaRules *rules)
{
	for (int i = 0; i < rules->count; i++)
	{
		bool isnull;
		Datum parent = plain_column(SPI_tuptable->vals[i], SPI_tuptable->tupdesc, 4, &isnull);
		QuotaRule key;
		QuotaRule *found;

		if (isnull)
			continue;
		key.quota_id = DatumGetInt64(parent);
		found = bsearch(&key, rules->rule, rules->count, sizeof(QuotaRule), compare_ids);
		if (found)
			rules->rule[i].parent = found->index;
	}
	for (int i = 0; i < rules->count; i++)
		for (int p = rules->rule[i].parent; p >= 0 && rules->rule[i].depth <= rules->count; p = rules->rule[p].parent)
		{
			rules->rule[i].depth++;
			/* what is released above may be what an entry of the list waits for */
			rules->rule[p].waitlist |= rules->rule[i].waitlist;
		}
}

QuotaRules *
quota_rules_load(Snapshot snapshot)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "socu quota rules", ALLOCSET_DEFAULT_SIZES);
	QuotaRules *rules = MemoryContextAllocZero(context, sizeof(QuotaRules));
	OwnerScope saved;

	rules->context = context;
	quota_become_owner(&saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	run(schemes_query, snapshot);
	load_schemes(rules);
	run(rules_query, snapshot);
	rules->count = (int) SPI_processed;
	rules->rule = MemoryContextAllocHuge(context, sizeof(QuotaRule) * (rules->count + 1));
	memset(rules->rule, 0, sizeof(QuotaRule) * (rules->count + 1));
	for (rules->buckets = 16; rules->buckets < (uint32) rules->count * 2;)
		rules->buckets *= 2;
	rules->bucket = MemoryContextAllocHuge(context, sizeof(QuotaEntry *) * rules->buckets);
	memset(rules->bucket, 0, sizeof(QuotaEntry *) * rules->buckets);
	for (int i = 0; i < rules->count; i++)
	{
		rules->rule[i].index = i;
		load_rule(rules, &rules->rule[i], SPI_tuptable->vals[i], SPI_tuptable->tupdesc);
	}
	load_parents(rules);
	SPI_finish();
	owner_end(&saved);
	return rules;
}

QuotaRules *
quota_rules_get(void)
{
	QuotaRules *rules;
	Snapshot snapshot;
	uint64 before;

	if (cached_valid)
		return cached;
	/* so that a message about them finds what they are */
	(void) quota_relid("quota");
	(void) quota_relid("quota_scheme");
	before = messages;
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(snapshot);
	UnregisterSnapshot(snapshot);
	MemoryContextSetParent(rules->context, CacheMemoryContext);
	if (cached)
		MemoryContextDelete(cached->context);
	cached = rules;
	/* What changed while we read is read again the next time. */
	cached_valid = messages == before;
	return rules;
}

/* ---- matching ---- */

static uint32
row_hash(QuotaRow *row, int column)
{
	if (!(row->hashed & (1u << column)))
	{
		row->hash[column] = value_hash(row->value[column], row->length[column]);
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
			hash = hash_combine(hash, value_hash(row->value[c], prefix));
		}
		else
			hash = hash_combine(hash, row_hash(row, c));
	}
	*result = hash;
	return true;
}

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

static bool
in_period(const QuotaRule *rule, const QuotaRow *row)
{
	if (!row->has_start)
		return DATE_IS_NOBEGIN(rule->from) && DATE_IS_NOEND(rule->to);
	return row->start >= rule->from && (row->start < rule->to || DATE_IS_NOEND(rule->to));
}

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

static bool
scheme_covers(const char *wanted, const QuotaRow *row, int column)
{
	return wanted == NULL || ((int) strlen(wanted) == row->length[column] &&
							  memcmp(wanted, row->value[column], row->length[column]) == 0);
}

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

/* Find the lines of a record.  'matches' is zeroed by the caller once and may be used again. */
void
quota_match(QuotaRules *rules, QuotaRow *row, QuotaMatches *matches)
{
	uint64 stamp = ++stamp_counter;

	matches->count = 0;
	matches->out_of_period = false;
	for (int s = 0; s < rules->signatures; s++)
	{
		uint32 hash;

		if (!signature_hash(&rules->signature[s], s, row, &hash))
			continue;
		for (QuotaEntry *entry = rules->bucket[hash & (rules->buckets - 1)]; entry; entry = entry->next)
		{
			QuotaRule *rule = &rules->rule[entry->rule];

			/* a record counts once, also where several fields or levels of a line fit */
			if (entry->hash != hash || entry->signature != s || !entry_fits(entry, rules->signature[s].columns, row) ||
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
	matches->missing_scheme = scheme_without_line(rules, row, stamp);
}

void
quota_delta_of_rule(QuotaDelta *delta, const QuotaRule *rule)
{
	memset(delta, 0, sizeof(*delta));
	delta->quota_id = rule->quota_id;
	delta->code = rule->code;
	delta->depth = rule->depth;
	delta->unit = rule->unit;
	delta->hard = rule->hard;
	delta->limited = rule->limited;
	delta->refused = rule->refused;
	delta->overbooked = rule->overbooked;
	delta->waitlist = rule->waitlist;
	delta->borrow = rule->borrow;
	delta->balance = rule->balance;
	delta->slots = rule->slots;
}
