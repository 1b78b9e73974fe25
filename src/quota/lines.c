/*
 * quota/lines.c: table quota: the lines in memory.
 *
 * Freshness.  A session that writes to a guarded table holds ROW EXCLUSIVE on
 * it; whoever changes what a line covers takes SHARE ROW EXCLUSIVE on every
 * guarded table until commit (quota/changed.c).  So while we
 * guard, no such change is under way, those committed before are visible to
 * the latest snapshot, and their invalidation reached us with the lock.  That
 * is why the lines are read with the latest snapshot also in REPEATABLE READ.
 */
#include "quota/lines.h"
#include "quota/record.h"

#include "ground/owner.h"
#include "ground/rows.h"
#include "ground/statement.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"

/* ---- what was read, for each home ---- */

/* The tables whose owner's rights the guard takes: they have one owner, or nothing is counted. */
static const char *const siblings[] = {"quota",		   "quota_scheme",	 "quota_slot",
									   "quota_ledger", "quota_person",	 "quota_guarded",
									   "mobility",	   "mobility_party", "mobility_history"};

#define SIBLINGS ((int) lengthof(siblings))

typedef struct HomeEntry
{
	Oid home;			 /* key */
	Oid relid[SIBLINGS]; /* of the tables above; the lines are read from the first two */
	bool valid;			 /* 'rules' are as the tables are */
	bool changed;		 /* told of a change since the last load began */
	bool owned;			 /* the tables have one owner */
	QuotaRules *rules;
} HomeEntry;

static HTAB *homes = NULL;
static HomeEntry *last_home = NULL; /* entries of a hash table do not move */

/* A message of the trigger that watches the lines, or of a change of a table itself. */
static void
relcache_callback(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS scan;
	HomeEntry *entry;

	hash_seq_init(&scan, homes);
	while ((entry = hash_seq_search(&scan)) != NULL)
	{
		for (int i = 0; i < SIBLINGS; i++)
			if (relid == entry->relid[i])
				entry->owned = false;
		if (relid == InvalidOid || relid == entry->relid[0] || relid == entry->relid[1])
		{
			entry->valid = entry->owned = false;
			entry->changed = true;
		}
	}
}

/* What is known of a home; a new entry has no lines. */
static HomeEntry *
home_entry(Oid home)
{
	bool found;

	if (last_home && last_home->home == home)
		return last_home;
	if (homes == NULL)
	{
		HASHCTL control = {.keysize = sizeof(Oid), .entrysize = sizeof(HomeEntry)};

		homes = hash_create("socu quota lines", 4, &control, HASH_ELEM | HASH_BLOBS);
		CacheRegisterRelcacheCallback(relcache_callback, (Datum) 0);
	}
	last_home = hash_search(homes, &home, HASH_ENTER, &found);
	if (!found)
	{
		memset(last_home, 0, sizeof(*last_home));
		last_home->home = home;
	}
	return last_home;
}

/*
 * Counters, persons and promotions are written with the rights of the owner of the lines: all tables of the room have
 * to be his.  An error if they are not.
 */
static void
check_owners(HomeEntry *entry)
{
	Relation lines;

	if (entry->owned)
		return;
	entry->owned = true; /* what changes meanwhile makes it false again */
	for (int i = 0; i < SIBLINGS; i++)
		entry->relid[i] = network_relid(entry->home, siblings[i]);
	lines = table_open(entry->relid[0], AccessShareLock);
	PG_TRY();
	{
		for (int i = 1; i < SIBLINGS; i++)
			(void) socu_sibling(lines, siblings[i]);
		(void) socu_sibling(lines, "network");
	}
	PG_CATCH();
	{
		entry->owned = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	table_close(lines, AccessShareLock);
}

/* ---- the entries under which a line is found ---- */

/* The number of a signature, which may be new. */
static int
signature_number(QuotaRules *rules, uint32 columns)
{
	for (int i = 0; i < rules->signatures; i++)
		if (rules->signature[i] == columns)
			return i;
	if (rules->signatures % 8 == 0)
	{
		Size size = sizeof(uint32) * (rules->signatures + 8);

		rules->signature =
			rules->signature ? repalloc(rules->signature, size) : MemoryContextAlloc(rules->context, size);
	}
	rules->signature[rules->signatures] = columns;
	return rules->signatures++;
}

uint32
quota_value_hash(const char *value, int length)
{
	return DatumGetUInt32(hash_any((const unsigned char *) value, length));
}

/* Enter a line (by its index) under these values. */
static void
enter(QuotaRules *rules, int rule, int sign, const QuotaValue *value)
{
	QuotaEntry *entry;
	uint32 columns = 0;
	uint32 hash;
	Size size = offsetof(QuotaEntry, key);
	char *key;

	for (int c = 0; c < QC_SCOPE; c++)
		if (value[c].bytes)
		{
			columns |= 1u << c;
			size += sizeof(int) + value[c].length;
		}
	rules->columns |= columns;
	entry = MemoryContextAlloc(rules->context, size);
	entry->signature = signature_number(rules, columns);
	hash = (uint32) entry->signature;
	key = entry->key;
	for (int c = 0; c < QC_SCOPE; c++)
		if (value[c].bytes)
		{
			hash = hash_combine(hash, quota_value_hash(value[c].bytes, value[c].length));
			memcpy(key, &value[c].length, sizeof(int));
			memcpy(key + sizeof(int), value[c].bytes, value[c].length);
			key += sizeof(int) + value[c].length;
		}
	entry->hash = hash;
	entry->rule = rule;
	entry->sign = sign;
	entry->next = rules->bucket[hash & (rules->buckets - 1)];
	rules->bucket[hash & (rules->buckets - 1)] = entry;
}

/* A text as a value. */
static QuotaValue
text_value(const char *text)
{
	QuotaValue value = {text, text ? (int) strlen(text) : 0};

	return value;
}

/* A program_code as a value. */
static QuotaValue
code_value(Datum code)
{
	int64 *copy = palloc(sizeof(int64));
	QuotaValue value = {(const char *) copy, sizeof(int64)};

	*copy = DatumGetInt64(code);
	return value;
}

/* The elements of the next array of smallint, as texts, or of program_code; one value that is none for a null array. */
static QuotaValue *
next_values(RowReader *row, bool codes, int *count)
{
	bool isnull;
	Oid type = get_element_type(SPI_gettypeid(row->desc, row->column + 1));
	Datum array = next_datum(row, &isnull);
	QuotaValue *values;
	Datum *elements;

	if (codes ? !quota_is_program_code(type) : type != INT2OID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH), errmsg("the quota lines list levels or fields of another type"),
				 errhint("Give the table back the columns that the extension made.")));
	if (isnull)
	{
		*count = 1;
		return palloc0(sizeof(QuotaValue));
	}
	if (codes)
		deconstruct_array(DatumGetArrayTypeP(array), type, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &elements,
						  NULL, count);
	else
		deconstruct_array(DatumGetArrayTypeP(array), INT2OID, sizeof(int16), true, TYPALIGN_SHORT, &elements, NULL,
						  count);
	values = palloc(sizeof(QuotaValue) * (*count + 1));
	for (int i = 0; i < *count; i++)
		values[i] = codes ? code_value(elements[i]) : text_value(psprintf("%d", DatumGetInt16(elements[i])));
	return values;
}

/* The index of a scheme; -1 = none. */
static int
scheme_number(const QuotaRules *rules, const char *name)
{
	for (int i = 0; name && i < rules->schemes; i++)
		if (strcmp(rules->scheme[i].name, name) == 0)
			return i;
	return -1;
}

/* A text that no line lacks, unless its owner took a constraint from the table. */
static char *
next_stated(RowReader *row, const char *column)
{
	char *text = next_text(row);

	if (text == NULL)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("a row of the quota lines has no %s", column),
						errhint("Give the table back the constraints that the extension made.")));
	return text;
}

/* The unit of that name; the CHECK of the table lets no other in. */
static QuotaUnit
unit_number(const char *name)
{
	for (int i = 0; i < QU_UNITS; i++)
		if (strcmp(quota_unit_names[i], name) == 0)
			return (QuotaUnit) i;
	elog(ERROR, "unknown unit \"%s\"", name);
}

/* ---- loading ---- */

/* The scope columns that are one text each, in the order in which the query names them. */
static const QuotaColumn text_columns[] = {
	QC_SENDING_STATE, QC_RECEIVING_STATE, QC_SENDING_INSTITUTION, QC_RECEIVING_INSTITUTION, QC_DIRECTION, QC_KIND,
	QC_FUNDING,		  QC_AGREEMENT};

static SchemaStatement read_lines = {
	.text = "SELECT quota_id, code, scheme, parent_id,"
			" CASE WHEN pg_catalog.lower_inf(validity) THEN '-infinity'::pg_catalog.date"
			" ELSE pg_catalog.lower(validity) END,"
			" CASE WHEN pg_catalog.upper_inf(validity) THEN 'infinity'::pg_catalog.date"
			" ELSE pg_catalog.upper(validity) END,"
			" unit, limited, enforcement OPERATOR(pg_catalog.=) 'hard', overbook_factor OPERATOR(pg_catalog.>) 1,"
			" waitlist, borrow, balance, slots,"
			" sending_state, receiving_state, sending_institution, receiving_institution, direction, kind, funding,"
			" agreement, program_code, levels, fields"
			" FROM @.quota WHERE status OPERATOR(pg_catalog.<>) 'draft' ORDER BY quota_id",
	.what = "read the quota lines",
};

static SchemaStatement read_schemes = {
	.text = "SELECT scheme, closed, kind, funding FROM @.quota_scheme ORDER BY scheme",
	.what = "read the quota schemes",
};

/* The schemes come first: a line names its own by number. */
static void
load_schemes(QuotaRules *rules, Snapshot snapshot)
{
	rules->schemes = (int) statement_read(&read_schemes, rules->home, NULL, snapshot);
	rules->scheme = MemoryContextAllocZero(rules->context, sizeof(QuotaScheme) * (rules->schemes + 1));
	for (int i = 0; i < rules->schemes; i++)
	{
		RowReader row = row_reader(i, rules->context);
		QuotaScheme *scheme = &rules->scheme[i];

		scheme->name = next_stated(&row, "scheme");
		scheme->closed = next_bool(&row);
		scheme->kind = next_text(&row);
		scheme->funding = next_text(&row);
		rules->any_closed |= scheme->closed;
		if (scheme->closed)
			rules->columns |= (scheme->kind ? 1u << QC_KIND : 0) | (scheme->funding ? 1u << QC_FUNDING : 0);
	}
}

/* A balance line is found the other way round too: there it counts down. */
static void
enter_both_ways(QuotaRules *rules, const QuotaRule *rule, const QuotaValue *value)
{
	QuotaValue back[QC_SCOPE];

	enter(rules, rule->index, 1, value);
	if (!rule->line.balance)
		return;
	memcpy(back, value, sizeof(back));
	back[QC_SENDING_STATE] = value[QC_RECEIVING_STATE];
	back[QC_RECEIVING_STATE] = value[QC_SENDING_STATE];
	back[QC_SENDING_INSTITUTION] = value[QC_RECEIVING_INSTITUTION];
	back[QC_RECEIVING_INSTITUTION] = value[QC_SENDING_INSTITUTION];
	enter(rules, rule->index, -1, back);
}

/* One entry for each level and field that the line lists. */
static void
enter_scopes(QuotaRules *rules, const QuotaRule *rule, RowReader *row)
{
	QuotaValue value[QC_SCOPE] = {{NULL, 0}};
	QuotaValue *levels;
	QuotaValue *fields;
	int nlevels;
	int nfields;
	bool isnull;
	Datum program;

	row->context = CurrentMemoryContext;
	for (int i = 0; i < (int) lengthof(text_columns); i++)
		value[text_columns[i]] = text_value(next_text(row));
	program = next_datum(row, &isnull);
	if (!isnull)
		value[QC_PROGRAM] = code_value(program);
	levels = next_values(row, false, &nlevels);
	fields = next_values(row, true, &nfields);
	for (int l = 0; l < nlevels; l++)
		for (int f = 0; f < nfields; f++)
		{
			value[QC_LEVEL] = levels[l];
			value[QC_FIELD] = fields[f];
			enter_both_ways(rules, rule, value);
		}
}

/* A line from its row of the query, columns in the order of read_lines. */
static void
load_rule(QuotaRules *rules, int index)
{
	QuotaRule *rule = &rules->rule[index];
	QuotaLine *line = &rule->line;
	RowReader row = row_reader(index, rules->context);
	const char *limited;

	rule->index = index;
	rule->parent = -1;
	line->quota_id = next_int64(&row);
	line->code = next_stated(&row, "code");
	rule->scheme = scheme_number(rules, next_text(&row));
	rule->parent_id = next_int64(&row);
	rule->from = next_date(&row, DATEVAL_NOBEGIN);
	rule->to = next_date(&row, DATEVAL_NOEND);
	line->unit = unit_number(next_stated(&row, "unit"));
	limited = next_stated(&row, "limited");
	line->limited = strcmp(limited, "limited") == 0;
	line->refused = strcmp(limited, "not_stated") == 0 && rule->scheme >= 0 && rules->scheme[rule->scheme].closed;
	line->hard = next_bool(&row);
	line->overbooked = next_bool(&row);
	line->waitlist = next_bool(&row);
	line->borrow = next_bool(&row);
	line->balance = next_bool(&row);
	line->slots = next_int16(&row);
	if (line->slots < 1)
		ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						errmsg("quota \"%s\" cannot have %d slots", line->code, line->slots),
						errhint("Give the table back the constraints that the extension made.")));
	enter_scopes(rules, rule, &row);
}

/* The order of the lines in memory. */
static int
compare_ids(const void *a, const void *b)
{
	int64 x = ((const QuotaRule *) a)->line.quota_id;
	int64 y = ((const QuotaRule *) b)->line.quota_id;

	return x < y ? -1 : x > y;
}

QuotaRule *
quota_rule_of(const QuotaRules *rules, int64 quota_id)
{
	QuotaRule key;

	key.line.quota_id = quota_id;
	return bsearch(&key, rules->rule, rules->count, sizeof(QuotaRule), compare_ids);
}

/* The depth of every line; a waiting list below a line is one of the line as well. */
static void
load_parents(QuotaRules *rules)
{
	for (int i = 0; i < rules->count; i++)
	{
		QuotaRule *parent = quota_rule_of(rules, rules->rule[i].parent_id);

		if (parent && rules->rule[i].parent_id != 0)
			rules->rule[i].parent = parent->index;
	}
	for (int i = 0; i < rules->count; i++)
	{
		QuotaLine *line = &rules->rule[i].line;

		for (int p = rules->rule[i].parent; p >= 0 && line->depth <= rules->count; p = rules->rule[p].parent)
		{
			line->depth++;
			/* what is released above may be what an entry of the list waits for */
			rules->rule[p].line.waitlist |= line->waitlist;
		}
	}
}

QuotaRules *
quota_rules_load(Oid home, Snapshot snapshot)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "socu quota rules", ALLOCSET_DEFAULT_SIZES);
	QuotaRules *rules = MemoryContextAllocZero(context, sizeof(QuotaRules));
	OwnerScope saved;

	check_owners(home_entry(home));
	rules->home = home;
	rules->context = context;
	owner_begin(network_relid(home, "quota"), &saved);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	load_schemes(rules, snapshot);
	rules->count = (int) statement_read(&read_lines, home, NULL, snapshot);
	rules->rule = MemoryContextAllocHuge(context, sizeof(QuotaRule) * (rules->count + 1));
	memset(rules->rule, 0, sizeof(QuotaRule) * (rules->count + 1));
	for (rules->buckets = 16; rules->buckets < (uint32) rules->count * 2;)
		rules->buckets *= 2;
	rules->bucket = MemoryContextAllocHuge(context, sizeof(QuotaEntry *) * rules->buckets);
	memset(rules->bucket, 0, sizeof(QuotaEntry *) * rules->buckets);
	for (int i = 0; i < rules->count; i++)
		load_rule(rules, i);
	load_parents(rules);
	SPI_finish();
	owner_end(&saved);
	return rules;
}

QuotaRules *
quota_rules_get(Oid home)
{
	HomeEntry *entry = home_entry(home);
	QuotaRules *rules;
	Snapshot snapshot;

	check_owners(entry);
	if (entry->valid)
		return entry->rules;
	entry->changed = false;
	snapshot = RegisterSnapshot(GetLatestSnapshot());
	rules = quota_rules_load(home, snapshot);
	UnregisterSnapshot(snapshot);
	MemoryContextSetParent(rules->context, CacheMemoryContext);
	if (entry->rules)
		MemoryContextDelete(entry->rules->context);
	entry->rules = rules;
	/* What changed while we read is read again the next time. */
	entry->valid = !entry->changed;
	return rules;
}
