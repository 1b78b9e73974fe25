/*
 * exchange/check.c: what is wrong with a document: its form, its values, a schema.
 *
 * The rules that are written in words are SQL (sql/exchange/judge.sql).
 */
#include "exchange/ewp_read.h"

#include "ground/rulebook.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/builtins.h"

#include "exchange/kind.h"
#include "exchange/elmo_read.h"
#include "exchange/exchange.h"

PG_FUNCTION_INFO_V1(exchange_form);
PG_FUNCTION_INFO_V1(exchange_tree_fits);
PG_FUNCTION_INFO_V1(exchange_schema_faults);
PG_FUNCTION_INFO_V1(exchange_schema_namespace);

enum
{
	FINDING_VERDICT,
	FINDING_SEVERITY,
	FINDING_PATH,
	FINDING_LINE,
	FINDING_MESSAGE,
	FINDING_EXPECTED,
	FINDING_COLUMNS
};

/* ---- findings ---- */

typedef struct Findings
{
	Tuplestorestate *store;
	TupleDesc desc;
} Findings;

/* Makes the result of the function being called a store of findings. */
static Findings
findings_begin(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *info;
	Findings findings;

	InitMaterializedSRF(fcinfo, 0);
	info = (ReturnSetInfo *) fcinfo->resultinfo;
	findings.store = info->setResult;
	findings.desc = info->setDesc;
	return findings;
}

/* Adds a row to the findings; all texts are UTF-8. */
static void
add_finding(Findings *findings, const char *verdict, const char *severity, const char *path, int line,
			const char *message, const char *expected)
{
	Datum values[FINDING_COLUMNS] = {0};
	bool nulls[FINDING_COLUMNS] = {false};

	values[FINDING_VERDICT] = CStringGetTextDatum(verdict);
	values[FINDING_SEVERITY] = CStringGetTextDatum(severity);
	if (!(nulls[FINDING_PATH] = path == NULL))
		values[FINDING_PATH] = value_string(path);
	values[FINDING_LINE] = Int32GetDatum(line);
	nulls[FINDING_LINE] = line <= 0;
	values[FINDING_MESSAGE] = value_string(message);
	if (!(nulls[FINDING_EXPECTED] = expected == NULL))
		values[FINDING_EXPECTED] = value_string(expected);
	tuplestore_putvalues(findings->store, findings->desc, values, nulls);
}

/* At most 60 bytes of a UTF-8 value, cut between characters. */
static char *
clip_utf8(const char *value)
{
	Size length = strlen(value);

	if (length <= 60)
		return pstrdup(value);
	length = 60;
	while (length > 0 && ((unsigned char) value[length] & 0xC0) == 0x80)
		length--;
	return psprintf("%.*s...", (int) length, value);
}

/* A fault of a value becomes a finding of the rules, at the place where the reader stands. */
static void
on_fault(Map *map, const char *severity, const char *message, const char *value, const char *expected)
{
	char *full = value == NULL || *value == '\0' ? pstrdup(message) : psprintf("%s: \"%s\"", message, clip_utf8(value));

	add_finding(map->fault_own, "rules", severity, map_path(map), map->line, full, expected);
}

/* ---- form and values ---- */

/* Reads the document to its end, and notes the root element. */
static pg_noinline void
read_form(XmlReader *reader, char **uri, char **name)
{
	XmlEvent event;

	while (xml_next(reader, &event))
		if (*name == NULL && event.type == XML_START)
		{
			*uri = event.uri ? pstrdup(event.uri) : NULL;
			*name = pstrdup(event.name);
		}
}

/* Can the document be read to its end?  If not, why; gives the parser back on every path. */
static bool
judge_form(ExchangeSource *source, char **uri, char **name, XmlComplaint *complaint)
{
	XmlReader *reader = xml_open(source);
	volatile bool complains = false;

	xml_tolerate(reader);
	PG_TRY();
	{
		read_form(reader, uri, name);
		complains = xml_complaint(reader, complaint);
	}
	PG_FINALLY();
	{
		xml_close(reader);
	}
	PG_END_TRY();
	return complains;
}

/* The values of a document that can be read, and is ELMO. */
static void
judge_elmo(ExchangeSource *source, const char *uri, Findings *findings)
{
	const char *refused;
	bool older;

	if (elmo_namespace(uri, &older) && older)
		add_finding(findings, "rules", "error", "/elmo", 1, "namespace is not that of ELMO 1 or 2",
					ELMO_V1 " or " ELMO_V2);
	refused = elmo_faults(source, on_fault, findings);
	if (refused != NULL)
		add_finding(findings, "well-formed", "error", NULL, 0, refused,
					psprintf("at most %d (socu.exchange_max_attachments)", exchange_max_attachments));
}

/* exchange_form(doc): can it be read, is it known, and are its values of their types? */
Datum
exchange_form(PG_FUNCTION_ARGS)
{
	Findings findings = findings_begin(fcinfo);
	Oid type = source_argument_type(fcinfo, 0);
	char *uri = NULL;
	char *name = NULL;
	XmlComplaint complaint;
	const char *version;
	const char *kind;

	if (judge_form(source_open_tolerant(PG_GETARG_DATUM(0), type), &uri, &name, &complaint))
	{
		add_finding(&findings, "well-formed", "error", NULL, complaint.line, complaint.message, complaint.expected);
		return (Datum) 0;
	}
	kind = document_kind(uri, name, &version);
	if (kind == NULL)
		add_finding(&findings, "rules", "error", psprintf("/%s", name), 1,
					psprintf("no document that is known: {%s}%s", uri ? uri : "", name),
					"ELMO 1 or 2; EWP IIAs 6 or 7, omobilities 2 or 3, omobility-las 1, imobility-tors 1 to 3, "
					"institutions 2, ounits 2, courses 0.7");
	else if (strcmp(kind, "elmo") == 0)
		judge_elmo(source_open(PG_GETARG_DATUM(0), type), uri, &findings);
	else
		ewp_faults(source_open(PG_GETARG_DATUM(0), type), kind, on_fault, &findings);
	return (Datum) 0;
}

/* ---- what is held as a tree ---- */

/* Does a document fit into socu.exchange_max_tree? */
static bool
fits_tree(Datum document, Oid type)
{
	return source_fits(source_open(document, type), (uint64) exchange_max_tree * 1024);
}

/* exchange_tree_fits(doc): can its digest, its canonical form and its schema be looked at? */
Datum
exchange_tree_fits(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(fits_tree(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
}

/* ---- schemas ---- */

typedef struct SchemaRow
{
	const char *uri;	   /* UTF-8 */
	const char *namespace; /* "" for none */
} SchemaRow;

typedef struct SchemaBook
{
	int n;
	XmlSchemaText *texts;
	SchemaRow *rows;
} SchemaBook;

#define XSD_URI "http://www.w3.org/2001/XMLSchema"

/*
 * Reads a schema: its target namespace.  ERROR if it is none, or if it has identity constraints: no schema of
 * ELMO or EWP has one, and libxml2 had faults in them.
 */
static pg_noinline char *
schema_namespace(XmlReader *reader)
{
	char *namespace = NULL;
	XmlEvent event;

	while (xml_next(reader, &event))
	{
		if (event.type != XML_START)
			continue;
		if (namespace == NULL)
		{
			const char *target = map_attr(&event, NULL, "targetNamespace");

			if (event.uri == NULL || strcmp(event.uri, XSD_URI) != 0 || strcmp(event.name, "schema") != 0)
				ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("document is no XML Schema"),
								errdetail("Its root element is \"%s\".", event.name)));
			namespace = pstrdup(target ? target : "");
		}
		else if (event.uri != NULL && strcmp(event.uri, XSD_URI) == 0 &&
				 (strcmp(event.name, "key") == 0 || strcmp(event.name, "keyref") == 0 ||
				  strcmp(event.name, "unique") == 0))
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("schema has an identity constraint (%s)", event.name),
					 errdetail("Line %d. Such schemas are refused: no schema of ELMO or EWP has one.", event.line)));
	}
	return namespace;
}

/* As schema_namespace; gives the parser back on every path. */
static char *
examine_schema(Datum body)
{
	XmlReader *reader = xml_open(source_open(body, TEXTOID));
	char *volatile namespace = NULL;

	PG_TRY();
	{
		namespace = schema_namespace(reader);
	}
	PG_FINALLY();
	{
		xml_close(reader);
	}
	PG_END_TRY();
	return namespace;
}

/* exchange_schema_namespace(body): the target namespace of a schema that may be loaded. */
Datum
exchange_schema_namespace(PG_FUNCTION_ARGS)
{
	char *namespace = examine_schema(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(value_string(namespace));
}

/* A text in UTF-8, NUL-terminated, in 'context'. */
static char *
kept_text(MemoryContext context, Datum value, Size *length)
{
	text *own = DatumGetTextPP(value);
	char *copy;

	*length = VARSIZE_ANY_EXHDR(own);
	copy = MemoryContextAlloc(context, *length + 1);
	memcpy(copy, VARDATA_ANY(own), *length);
	copy[*length] = '\0';
	return copy;
}

/* All rows of exchange_schema, in UTF-8; called when the table has changed. */
static void *
load_schemas(MemoryContext context)
{
	SchemaBook *book = MemoryContextAllocZero(context, sizeof(SchemaBook));

	if (SPI_execute("SELECT uri, body FROM socu.exchange_schema ORDER BY uri", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the schemas");
	book->n = (int) SPI_processed;
	book->texts = MemoryContextAllocZero(context, (book->n + 1) * sizeof(XmlSchemaText));
	book->rows = MemoryContextAllocZero(context, (book->n + 1) * sizeof(SchemaRow));
	for (int i = 0; i < book->n; i++)
	{
		HeapTuple tuple = SPI_tuptable->vals[i];
		TupleDesc desc = SPI_tuptable->tupdesc;
		bool isnull;
		Datum body = SPI_getbinval(tuple, desc, 2, &isnull);
		Size length;

		book->texts[i].uri = book->rows[i].uri = kept_text(context, SPI_getbinval(tuple, desc, 1, &isnull), &length);
		book->texts[i].body = kept_text(context, body, &book->texts[i].length);
		book->rows[i].namespace = MemoryContextStrdup(context, examine_schema(body));
	}
	return book;
}

static const char *const schema_tables[] = {"exchange_schema", NULL};
static Rulebook schema_book = {.name = "exchange_schema", .tables = schema_tables, .load = load_schemas};

/* Schemas compiled in this session, of the rows that the book holds. */
#define COMPILED_MAX 32
static uint64 compiled_generation;
static XmlSchema *compiled[COMPILED_MAX];
static int compiled_entry[COMPILED_MAX];
static int compiled_count;

/* Frees the compiled schemas, which libxml2 holds in memory of malloc. */
static void
forget_compiled(void)
{
	while (compiled_count > 0)
		xml_schema_free(compiled[--compiled_count]);
}

/* The schema of a row, compiled once a session; ERROR 22023 if it cannot be. */
static XmlSchema *
compile(const SchemaBook *book, uint64 generation, int entry)
{
	char *missing = NULL;
	char *why = NULL;
	XmlSchema *schema;

	if (generation != compiled_generation || compiled_count == COMPILED_MAX)
		forget_compiled();
	compiled_generation = generation;
	for (int i = 0; i < compiled_count; i++)
		if (compiled_entry[i] == entry)
			return compiled[i];
	schema = xml_schema_compile(book->texts, book->n, entry, &missing, &why);
	if (schema == NULL)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("schema \"%s\" cannot be compiled", socu_clip(book->rows[entry].uri, -1)),
						missing ? errdetail("It needs %s, which is not loaded.", missing) : errdetail("%s", why),
						missing ? errhint("Load it with exchange_schema_load under that address.") : 0));
	compiled_entry[compiled_count] = entry;
	compiled[compiled_count++] = schema;
	return schema;
}

/* Which schema judges this document?  -1: none, -2: several could. */
static int
choose_schema(const SchemaBook *book, const char *namespace, const char *wanted)
{
	int found = -1;

	for (int i = 0; i < book->n; i++)
	{
		if (wanted != NULL ? strcmp(book->rows[i].uri, wanted) != 0
						   : strcmp(book->rows[i].namespace, namespace ? namespace : "") != 0)
			continue;
		/* the same schema under two addresses is one */
		if (found >= 0 && (book->texts[i].length != book->texts[found].length ||
						   memcmp(book->texts[i].body, book->texts[found].body, book->texts[i].length) != 0))
			return -2;
		if (found < 0)
			found = i;
	}
	return found;
}

/* What the schema of the document finds; a note where no schema, or more than one, could judge. */
static pg_noinline XmlFault *
validate(XmlTree *tree, Findings *findings, const char *wanted, int *n)
{
	uint64 generation;
	const SchemaBook *book = rulebook_get(&schema_book, &generation);
	const char *uri;
	const char *name;
	int entry;

	*n = 0;
	xml_tree_root(tree, &uri, &name);
	entry = choose_schema(book, uri, wanted);
	if (entry >= 0)
		return xml_tree_validate(tree, compile(book, generation, entry), n);
	if (wanted != NULL)
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_OBJECT), errmsg("schema \"%s\" is not loaded", wanted),
						errhint("Load it with exchange_schema_load.")));
	add_finding(findings, "schema", "note", NULL, 0,
				psprintf(entry == -1 ? "no schema is loaded for the namespace \"%s\""
									 : "several schemas are loaded for the namespace \"%s\": name one",
						 uri ? uri : ""),
				entry == -1 ? "exchange_schema_load" : "exchange_check(document, schema => uri)");
	return NULL;
}

/* What the schema finds in a document that fits into memory; gives the tree back on every path. */
static XmlFault *
find_faults(Datum document, Oid type, const char *wanted, Findings *findings, int *n)
{
	XmlTree *tree = xml_tree_open(source_open(document, type));
	XmlFault *volatile faults = NULL;

	PG_TRY();
	{
		faults = validate(tree, findings, wanted, n);
	}
	PG_FINALLY();
	{
		xml_tree_close(tree);
	}
	PG_END_TRY();
	return faults;
}

/* exchange_schema_faults(doc, schema): what the schema of its namespace finds in a well-formed document. */
Datum
exchange_schema_faults(PG_FUNCTION_ARGS)
{
	Findings findings = findings_begin(fcinfo);
	XmlFault *faults;
	Oid type;
	int n = 0;

	if (PG_ARGISNULL(0))
		return (Datum) 0;
	type = source_argument_type(fcinfo, 0);
	if (!fits_tree(PG_GETARG_DATUM(0), type))
	{
		add_finding(&findings, "schema", "warning", NULL, 0,
					"not judged: the document is larger than socu.exchange_max_tree allows",
					psprintf("at most %d kB (socu.exchange_max_tree)", exchange_max_tree));
		return (Datum) 0;
	}
	faults = find_faults(PG_GETARG_DATUM(0), type, PG_ARGISNULL(1) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(1)),
						 &findings, &n);
	for (int i = 0; i < n; i++)
		add_finding(&findings, "schema", faults[i].lenient ? "note" : "error", faults[i].path, faults[i].line,
					faults[i].message, NULL);
	return (Datum) 0;
}
