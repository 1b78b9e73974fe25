/*
 * exchange/xml.c: XML as text and numbers.
 *
 * The only file that includes libxml2 (2.9 to 2.15).  libxml2 calls back while it parses;
 * what it calls here only writes into memory of malloc and notes what went wrong, and the error is
 * raised when libxml2 is off the stack.
 */
#include "exchange/xml.h"

#include <limits.h>

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "exchange/exchange.h"
#include "exchange/xsd_core.h"

/* 2.12 made the error that a handler is given constant */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArg;
#else
typedef xmlErrorPtr XmlErrorArg;
#endif

/* 2.12 and later mark what is needed to save and restore handlers as deprecated, and offer nothing else */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#ifdef XML_PARSE_NO_XXE
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NO_XXE)
#else
#define PARSE_OPTIONS XML_PARSE_NONET
#endif

/* Why a document is refused. */
typedef enum Refusal
{
	REFUSED_NOT,
	REFUSED_MALFORMED,
	REFUSED_DOCTYPE,
	REFUSED_DEPTH,
	REFUSED_NODES,
	REFUSED_MEMORY
} Refusal;

struct XmlReader
{
	ExchangeSource *source;
	xmlParserCtxtPtr parser;
	char *piece;
	bool ended;
	bool tree; /* builds a tree instead of events */
	bool tolerant;

	/* what the callbacks found */
	Refusal refusal;
	int code; /* libxml2's number of a fault */
	int domain;
	int line;
	int depth;
	int64 nodes;
	uint64 bytes;
	Events events;
};

/* Notes why the document is refused, if nothing was noted before, and stops the parser. */
static void
refuse(XmlReader *reader, Refusal refusal)
{
	if (reader->refusal == REFUSED_NOT)
	{
		reader->refusal = refusal;
		reader->line = xmlSAX2GetLineNumber(reader->parser);
	}
	xmlStopParser(reader->parser);
}

/* ---- what libxml2 calls ---- */

/* Our reader; what libxml2 hands to a callback is its own parser. */
static XmlReader *
reader_of(void *context)
{
	return (XmlReader *) ((xmlParserCtxtPtr) context)->_private;
}

/* A DOCTYPE begins. */
static void
on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	refuse(reader_of(context), REFUSED_DOCTYPE);
}

/* Notes the first fault of libxml2; warnings do not count. */
static void
on_error(void *context, XmlErrorArg error)
{
	XmlReader *reader = reader_of(context);

	if (reader->refusal != REFUSED_NOT || error->level < XML_ERR_ERROR)
		return;
	reader->refusal = error->code == XML_ERR_NO_MEMORY ? REFUSED_MEMORY : REFUSED_MALFORMED;
	reader->code = error->code;
	reader->domain = error->domain;
	reader->line = error->line;
}

/* Counts the depth and the elements; false if the document is refused. */
static bool
count_element(XmlReader *reader, int nattrs)
{
	reader->nodes += 1 + nattrs;
	if (++reader->depth > EXCHANGE_MAX_DEPTH)
		refuse(reader, REFUSED_DEPTH);
	else if (reader->nodes > exchange_max_nodes)
		refuse(reader, REFUSED_NODES);
	return reader->refusal == REFUSED_NOT;
}

/* An element begins; libxml2 gives two pointers a namespace, and five an attribute, the last two its value. */
static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nspaces,
		 const xmlChar **spaces, int nattrs, int ndefaulted, const xmlChar **attrs)
{
	XmlReader *reader = reader_of(context);
	Events *events = &reader->events;
	RawEvent *event;
	bool kept;

	if (!count_element(reader, nattrs))
		return;
	event = events_add(events, XML_START, xmlSAX2GetLineNumber(reader->parser), (const char *) name,
					   (const char *) prefix, (const char *) uri);
	kept = event != NULL;
	for (int i = 0; kept && i < nspaces; i++, spaces += 2)
		kept = events_add_space(events, event, (const char *) spaces[0], (const char *) spaces[1]);
	for (int i = 0; kept && i < nattrs; i++, attrs += 5)
		kept = events_add_attr(events, event, (const char *) attrs[0], (const char *) attrs[1], (const char *) attrs[2],
							   (const char *) attrs[3], (size_t) (attrs[4] - attrs[3]));
	if (!kept)
		refuse(reader, REFUSED_MEMORY);
}

/* An element ends. */
static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	XmlReader *reader = reader_of(context);

	reader->depth--;
	if (reader->refusal == REFUSED_NOT &&
		events_add(&reader->events, XML_END, xmlSAX2GetLineNumber(reader->parser), (const char *) name,
				   (const char *) prefix, (const char *) uri) == NULL)
		refuse(reader, REFUSED_MEMORY);
}

/* Text, CDATA or blanks were read. */
static void
on_text(void *context, const xmlChar *text, int length)
{
	XmlReader *reader = reader_of(context);

	if (reader->refusal == REFUSED_NOT &&
		!events_add_text(&reader->events, xmlSAX2GetLineNumber(reader->parser), (const char *) text, (size_t) length))
		refuse(reader, REFUSED_MEMORY);
}

/* As on_start, where libxml2 builds the tree. */
static void
on_tree_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nspaces,
			  const xmlChar **spaces, int nattrs, int ndefaulted, const xmlChar **attrs)
{
	if (count_element(reader_of(context), nattrs))
		xmlSAX2StartElementNs(context, name, prefix, uri, nspaces, spaces, nattrs, ndefaulted, attrs);
}

/* As on_end, where libxml2 builds the tree. */
static void
on_tree_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	reader_of(context)->depth--;
	xmlSAX2EndElementNs(context, name, prefix, uri);
}

/* ---- the one maker of parsers ---- */

/* Sets our callbacks; what libxml2 would do by itself with document types and entities is left out. */
static void
set_handlers(xmlSAXHandler *sax, bool tree)
{
	memset(sax, 0, sizeof(*sax));
	if (tree)
		xmlSAXVersion(sax, 2);
	sax->initialized = XML_SAX2_MAGIC;
	sax->internalSubset = on_doctype;
	sax->externalSubset = NULL;
	sax->resolveEntity = NULL;
	sax->serror = on_error;
	sax->error = NULL;
	sax->warning = NULL;
	sax->fatalError = NULL;
	if (tree)
	{
		sax->startElementNs = on_tree_start;
		sax->endElementNs = on_tree_end;
		return;
	}
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_text;
}

/* A parser for events or for a tree; the only place that makes one. */
static XmlReader *
open_parser(ExchangeSource *source, bool tree)
{
	XmlReader *reader = palloc0(sizeof(XmlReader));
	xmlSAXHandler sax;

	reader->source = source;
	reader->tree = tree;
	reader->piece = palloc(BASE64_ROOM(SOURCE_PIECE));
	set_handlers(&sax, tree);
	reader->parser = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
	if (reader->parser == NULL)
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	reader->parser->_private = reader;
	events_begin(&reader->events);
	reader->parser->keepBlanks = 1;
	xmlCtxtUseOptions(reader->parser, PARSE_OPTIONS);
	return reader;
}

void
xml_close(XmlReader *reader)
{
	if (reader == NULL || reader->parser == NULL)
		return;
	if (reader->parser->myDoc != NULL)
		xmlFreeDoc(reader->parser->myDoc);
	reader->parser->myDoc = NULL;
	xmlFreeParserCtxt(reader->parser);
	reader->parser = NULL;
	events_end(&reader->events);
	source_close(reader->source);
}

/* What is wrong, in our words: those of libxml2 differ from version to version. */
static const char *
malformed_because(int domain, int code)
{
	if (domain == XML_FROM_NAMESPACE)
		return code == XML_NS_ERR_UNDEFINED_NAMESPACE ? "a prefix stands for no namespace"
													  : "a name or a namespace is written wrongly";
	switch (code)
	{
		case XML_ERR_DOCUMENT_EMPTY:
			return "no element begins here";
		case XML_ERR_DOCUMENT_END:
			return "the document does not end after its root element";
		case XML_ERR_TAG_NAME_MISMATCH:
			return "an end tag does not match its start tag";
		case XML_ERR_TAG_NOT_FINISHED:
			return "the document ends inside an element";
		case XML_ERR_INVALID_CHAR:
			return "a character that XML forbids";
		case XML_ERR_INVALID_CHARREF:
			return "a reference to a character that XML forbids";
		case XML_ERR_UNDECLARED_ENTITY:
		case XML_WAR_UNDECLARED_ENTITY:
			return "an entity that is none of the five of XML";
		case XML_ERR_INVALID_ENCODING:
		case XML_ERR_UNSUPPORTED_ENCODING:
		case XML_ERR_UNKNOWN_ENCODING:
		case XML_I18N_CONV_FAILED:
			return "bytes that do not belong to the encoding of the document";
		case XML_ERR_ATTRIBUTE_REDEFINED:
			return "an element with the same attribute twice";
		default:
			return "this is not XML";
	}
}

/* Raises the error that belongs to what was noted. */
static SOCU_NORETURN void
raise_refusal(const XmlReader *reader)
{
	switch (reader->refusal)
	{
		case REFUSED_DOCTYPE:
			ereport(ERROR, (errcode(ERRCODE_INVALID_XML_DOCUMENT), errmsg("document has a DOCTYPE, which is refused"),
							errdetail("Line %d. A document type can make a reader fetch files or grow without bound.",
									  reader->line),
							errhint("Remove the DOCTYPE: neither ELMO nor EWP has one.")));
			break;
		case REFUSED_DEPTH:
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
							errmsg("document has more than %d elements within one another", EXCHANGE_MAX_DEPTH),
							errdetail("Line %d.", reader->line)));
			break;
		case REFUSED_NODES:
			ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
							errmsg("document has more elements and attributes than socu.exchange_max_nodes allows"),
							errdetail("The limit is %d.", exchange_max_nodes)));
			break;
		case REFUSED_MEMORY:
			ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
							errdetail("While reading an XML document.")));
			break;
		default:
			ereport(ERROR, (errcode(ERRCODE_INVALID_XML_DOCUMENT), errmsg("document is not well-formed XML"),
							errdetail("Line %d: %s (libxml2 error %d).", reader->line,
									  malformed_because(reader->domain, reader->code), reader->code)));
	}
	pg_unreachable();
}

/* Parse the next piece. */
static void
parse_piece(XmlReader *reader)
{
	Size n = source_read(reader->source, reader->piece, SOURCE_PIECE);
	int code;

	reader->bytes += n;
	if (reader->source->complaint != NULL)
	{
		reader->ended = true;
		return;
	}
	if (reader->tree && reader->bytes > (uint64) exchange_max_tree * 1024)
		ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
						errmsg("document is larger than socu.exchange_max_tree allows"),
						errdetail("The limit is %d kB: what is asked for needs the whole document in memory.",
								  exchange_max_tree)));
	/* told that nothing follows, libxml2 does not look ahead for the end of what it parses */
	reader->ended = n == 0 || source_at_end(reader->source);
	code = xmlParseChunk(reader->parser, reader->piece, (int) n, reader->ended);
	if (reader->refusal == REFUSED_NOT && (code == XML_ERR_NO_MEMORY || (reader->ended && !reader->parser->wellFormed)))
	{
		/* a fault that no handler was told of */
		reader->refusal = code == XML_ERR_NO_MEMORY ? REFUSED_MEMORY : REFUSED_MALFORMED;
		reader->code = code;
		reader->line = xmlSAX2GetLineNumber(reader->parser);
	}
	if (reader->refusal == REFUSED_NOT)
		return;
	if (!reader->tolerant || reader->refusal == REFUSED_MEMORY)
		raise_refusal(reader);
	reader->ended = true;
}

/* ---- events ---- */

void
xml_tolerate(XmlReader *reader)
{
	reader->tolerant = true;
}

bool
xml_complaint(const XmlReader *reader, XmlComplaint *complaint)
{
	complaint->message = reader->source->complaint;
	complaint->expected = reader->source->expected;
	complaint->line = 0;
	if (complaint->message != NULL)
		return true;
	complaint->line = reader->line;
	complaint->expected = "well-formed XML without a DOCTYPE";
	switch (reader->refusal)
	{
		case REFUSED_NOT:
			return false;
		case REFUSED_DOCTYPE:
			complaint->message = "the document has a DOCTYPE, which is refused";
			break;
		case REFUSED_DEPTH:
			complaint->message = "elements stand too deep within one another";
			complaint->expected = psprintf("at most %d", EXCHANGE_MAX_DEPTH);
			break;
		case REFUSED_NODES:
			complaint->message = "the document has more elements and attributes than socu.exchange_max_nodes allows";
			complaint->expected = psprintf("at most %d (socu.exchange_max_nodes)", exchange_max_nodes);
			break;
		default:
			complaint->message = malformed_because(reader->domain, reader->code);
			break;
	}
	return true;
}

XmlReader *
xml_open(ExchangeSource *source)
{
	return open_parser(source, false);
}

bool
xml_next(XmlReader *reader, XmlEvent *event)
{
	while (!events_next(&reader->events, event))
	{
		if (reader->ended)
			return false;
		events_clear(&reader->events);
		parse_piece(reader);
	}
	return true;
}

/* ---- trees ---- */

struct XmlTree
{
	XmlReader *reader;
	xmlDocPtr doc;
	xmlNodePtr root;
};

XmlTree *
xml_tree_open(ExchangeSource *source)
{
	XmlTree *tree = palloc0(sizeof(XmlTree));

	tree->reader = open_parser(source, true);
	PG_TRY();
	{
		while (!tree->reader->ended)
			parse_piece(tree->reader);
	}
	PG_CATCH();
	{
		xml_close(tree->reader);
		PG_RE_THROW();
	}
	PG_END_TRY();
	tree->doc = tree->reader->parser->myDoc;
	tree->root = xmlDocGetRootElement(tree->doc);
	return tree;
}

void
xml_tree_close(XmlTree *tree)
{
	if (tree != NULL)
		xml_close(tree->reader);
}

void
xml_tree_root(XmlTree *tree, const char **uri, const char **name)
{
	*uri = tree->root->ns == NULL ? NULL : (const char *) tree->root->ns->href;
	*name = (const char *) tree->root->name;
}

/* Is it an element of this namespace (NULL: none) and name? */
static bool
is_element(const xmlNode *node, const xmlChar *uri, const char *name)
{
	const xmlChar *own;

	if (node->type != XML_ELEMENT_NODE)
		return false;
	own = node->ns == NULL ? NULL : node->ns->href;
	return xmlStrEqual(node->name, (const xmlChar *) name) && xmlStrEqual(own, uri);
}

/* As xml_tree_has_comment, below this element; 'within': it stands inside one of that name. */
static bool
has_comment(const xmlNode *parent, const xmlChar *uri, const char *name, bool within)
{
	within = within || is_element(parent, uri, name);
	for (const xmlNode *child = parent->children; child != NULL; child = child->next)
	{
		if (within && (child->type == XML_COMMENT_NODE || child->type == XML_PI_NODE))
			return true;
		if (child->type == XML_ELEMENT_NODE && has_comment(child, uri, name, within))
			return true;
	}
	return false;
}

bool
xml_tree_has_comment(const XmlTree *tree, const char *uri, const char *name)
{
	return has_comment(tree->root, (const xmlChar *) uri, name, false);
}

/* ---- canonical form ---- */

typedef struct SinkCall
{
	XmlSink sink;
	void *context;
} SinkCall;

/* Leads what libxml2 writes to our sink. */
static int
write_to_sink(void *context, const char *buffer, int length)
{
	SinkCall *call = context;

	call->sink(call->context, buffer, (Size) length);
	return length;
}

/* The canonical form of a whole document of libxml2. */
static bool
canonical_document(xmlDocPtr doc, int mode, XmlSink sink, void *context)
{
	SinkCall call = {sink, context};
	xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(write_to_sink, NULL, &call, NULL);
	int code;

	if (buffer == NULL)
		return false;
	code = xmlC14NExecute(doc, NULL, NULL, mode, NULL, 0, buffer);
	return xmlOutputBufferClose(buffer) >= 0 && code >= 0;
}

bool
xml_tree_canonical(XmlTree *tree, const char *drop_uri, const char *drop_name, XmlSink sink, void *context)
{
	xmlNodePtr next;

	for (xmlNodePtr child = tree->root->children; drop_name != NULL && child != NULL; child = next)
	{
		next = child->next;
		if (!is_element(child, (const xmlChar *) drop_uri, drop_name))
			continue;
		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	return canonical_document(tree->doc, XML_C14N_1_0, sink, context);
}

/* Removes the descendants of the given names; at most EXCHANGE_MAX_DEPTH calls deep. */
static void
drop_descendants(xmlNodePtr parent, const xmlChar *uri, const char *const *names)
{
	xmlNodePtr next;

	for (xmlNodePtr child = parent->children; child != NULL; child = next)
	{
		bool drop = false;

		next = child->next;
		if (child->type != XML_ELEMENT_NODE)
			continue;
		for (int i = 0; names[i] != NULL && !drop; i++)
			drop = is_element(child, uri, names[i]);
		if (drop)
		{
			xmlUnlinkNode(child);
			xmlFreeNode(child);
		}
		else
			drop_descendants(child, uri, names);
	}
}

/* The n-th child element of this name, from 1; NULL if there is none. */
static xmlNodePtr
find_child(xmlNodePtr parent, const xmlChar *uri, const char *name, int n)
{
	for (xmlNodePtr child = parent == NULL ? NULL : parent->children; child != NULL; child = child->next)
		if (is_element(child, uri, name) && --n == 0)
			return child;
	return NULL;
}

bool
xml_tree_canonical_part(XmlTree *tree, const char *outer, int n, const char *name, const char *const *drop,
						XmlSink sink, void *context)
{
	const xmlChar *uri = tree->root->ns == NULL ? NULL : tree->root->ns->href;
	xmlNodePtr part = find_child(find_child(tree->root, uri, outer, n), uri, name, 1);
	xmlNodePtr copy;
	xmlDocPtr doc;
	bool done;

	if (part == NULL)
		return false;
	doc = xmlNewDoc((const xmlChar *) "1.0");
	copy = doc == NULL ? NULL : xmlDocCopyNode(part, doc, 1);
	if (copy == NULL)
	{
		xmlFreeDoc(doc);
		return false;
	}
	xmlDocSetRootElement(doc, copy);
	drop_descendants(copy, uri, drop);
	done = canonical_document(doc, XML_C14N_EXCLUSIVE_1_0, sink, context);
	xmlFreeDoc(doc);
	return done;
}

/* ---- schemas ---- */

struct XmlSchema
{
	xmlSchemaPtr schema;
};

/* While a schema is compiled, this is where its imports come from. */
static const XmlSchemaText *import_texts;
static int import_count;
static char import_missing[1024];
static char compile_message[1024];

/*
 * The entity loader while a schema is compiled: hands out texts that are in memory and nothing else.
 * Neither raises an error nor changes the loader.
 */
static xmlParserInputPtr
load_import(const char *url, const char *id, xmlParserCtxtPtr context)
{
	xmlParserInputBufferPtr buffer;
	xmlParserInputPtr input;

	for (int i = 0; url != NULL && i < import_count; i++)
	{
		if (strcmp(import_texts[i].uri, url) != 0)
			continue;
		buffer =
			xmlParserInputBufferCreateMem(import_texts[i].body, (int) import_texts[i].length, XML_CHAR_ENCODING_NONE);
		if (buffer == NULL)
			return NULL;
		input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
		if (input != NULL && input->filename == NULL)
			input->filename = (char *) xmlStrdup((const xmlChar *) url);
		return input;
	}
	if (import_missing[0] == '\0' && url != NULL)
		strlcpy(import_missing, url, sizeof(import_missing));
	return NULL;
}

/* Keeps the first message of libxml2 about a schema. */
static void
on_compile_error(void *context, XmlErrorArg error)
{
	if (compile_message[0] == '\0' && error->level >= XML_ERR_ERROR && error->message != NULL)
		strlcpy(compile_message, error->message, sizeof(compile_message));
}

XmlSchema *
xml_schema_compile(const XmlSchemaText *texts, int ntexts, int entry, char **missing, char **why)
{
	XmlSchema *result = malloc(sizeof(XmlSchema));
	xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
	xmlStructuredErrorFunc handler = xmlStructuredError;
	void *handler_context = xmlStructuredErrorContext;
	xmlSchemaParserCtxtPtr parser;

	if (result == NULL)
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	import_texts = texts;
	import_count = ntexts;
	import_missing[0] = compile_message[0] = '\0';
	result->schema = NULL;

	/* from here to the restoration nothing can raise an error */
	xmlSetExternalEntityLoader(load_import);
	xmlSetStructuredErrorFunc(NULL, on_compile_error);
	parser = xmlSchemaNewParserCtxt(texts[entry].uri);
	if (parser != NULL)
	{
		xmlSchemaSetParserStructuredErrors(parser, on_compile_error, NULL);
		result->schema = xmlSchemaParse(parser);
		xmlSchemaFreeParserCtxt(parser);
	}
	xmlSetStructuredErrorFunc(handler_context, handler);
	xmlSetExternalEntityLoader(loader);
	import_texts = NULL;
	import_count = 0;

	if (result->schema == NULL)
	{
		free(result);
		*missing = import_missing[0] != '\0' ? pstrdup(import_missing) : NULL;
		*why = pstrdup(compile_message);
		return NULL;
	}
	return result;
}

void
xml_schema_free(XmlSchema *schema)
{
	if (schema == NULL)
		return;
	xmlSchemaFree(schema->schema);
	free(schema);
}

/* ---- validation ---- */

#define FAULTS_MAX 1000

typedef struct RawFault
{
	int line;
	bool lenient;
	char *path;	   /* of malloc */
	char *message; /* of xmlMalloc */
} RawFault;

typedef struct Validation
{
	RawFault *faults; /* of malloc */
	int n;
} Validation;

/*
 * libxml2 takes numbers of at most 24 digits; XML Schema has no such limit.
 */
static bool
only_libxml_minds(const xmlNode *node)
{
	xmlChar *text;
	size_t length;
	bool lenient;

	if (node == NULL || node->type != XML_ELEMENT_NODE || xmlChildElementCount((xmlNodePtr) node) > 0)
		return false;
	text = xmlNodeGetContent(node);
	if (text == NULL)
		return false;
	length = strlen((char *) text);
	lenient = length > 24 && xsd_decimal((char *) text, length);
	xmlFree(text);
	return lenient;
}

/* The place of an element, "/elmo/report/issuer", in memory of malloc; NULL if there is none. */
static char *
path_of(const xmlNode *node)
{
	const xmlNode *chain[EXCHANGE_MAX_DEPTH + 1];
	size_t length = 1;
	int n = 0;
	char *path;

	for (; node != NULL && node->type == XML_ELEMENT_NODE && n <= EXCHANGE_MAX_DEPTH; node = node->parent)
	{
		chain[n++] = node;
		length += strlen((const char *) node->name) + 1;
	}
	path = calloc(1, length);
	while (path != NULL && n > 0)
	{
		strlcat(path, "/", length);
		strlcat(path, (const char *) chain[--n]->name, length);
	}
	return path;
}

/* One fault that a schema finds; beyond FAULTS_MAX they are not kept. */
static void
on_invalid(void *context, XmlErrorArg error)
{
	Validation *validation = context;
	RawFault *fault = &validation->faults[validation->n];

	if (validation->n == FAULTS_MAX || error->level < XML_ERR_ERROR)
		return;
	fault->line = error->line;
	fault->path = error->node == NULL ? NULL : path_of(error->node);
	fault->message = error->message == NULL ? NULL : (char *) xmlStrdup((const xmlChar *) error->message);
	fault->lenient = error->code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && only_libxml_minds(error->node);
	validation->n++;
}

/*
 * libxml2 refuses white space around dates and numbers, which XML Schema collapses: take it away
 * from every element that holds nothing but one text of digits, signs and the letters of a date.
 */
static void
collapse_values(xmlNodePtr node)
{
	for (xmlNodePtr child = node->children; child != NULL; child = child->next)
	{
		const char *text;
		size_t length, trimmed;
		xmlChar *copy;

		if (child->type == XML_ELEMENT_NODE)
		{
			collapse_values(child);
			continue;
		}
		if (child->type != XML_TEXT_NODE || node->children->next != NULL || child->content == NULL)
			continue;
		text = (const char *) child->content;
		length = strlen(text);
		trimmed = xsd_trim(&text, length);
		if (trimmed == length || trimmed == 0 || strspn(text, "0123456789.+-:TZ") < trimmed)
			continue;
		copy = xmlStrndup((const xmlChar *) text, (int) trimmed);
		xmlNodeSetContent(child, copy);
		xmlFree(copy);
	}
}

/* Copies what the handler noted into memory of the caller; of each message the first line. */
static XmlFault *
keep_faults(Validation *validation)
{
	XmlFault *faults = palloc0((validation->n + 1) * sizeof(XmlFault));

	for (int i = 0; i < validation->n; i++)
	{
		RawFault *raw = &validation->faults[i];
		const char *path = raw->path ? raw->path : "";
		const char *message = raw->message ? raw->message : "";

		faults[i].line = raw->line;
		faults[i].lenient = raw->lenient;
		faults[i].path = pstrdup(path);
		faults[i].message = pnstrdup(message, strcspn(message, "\n"));
	}
	return faults;
}

/* Frees what the handler noted. */
static void
free_faults(Validation *validation)
{
	for (int i = 0; i < validation->n; i++)
	{
		free(validation->faults[i].path);
		xmlFree(validation->faults[i].message);
	}
	free(validation->faults);
}

XmlFault *
xml_tree_validate(XmlTree *tree, XmlSchema *schema, int *n)
{
	Validation validation = {calloc(FAULTS_MAX, sizeof(RawFault)), 0};
	xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt(schema->schema);
	XmlFault *volatile faults = NULL;

	if (validation.faults == NULL || context == NULL)
	{
		free(validation.faults);
		xmlSchemaFreeValidCtxt(context);
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
	}
	collapse_values(tree->root);
	xmlSchemaSetValidStructuredErrors(context, on_invalid, &validation);
	xmlSchemaValidateDoc(context, tree->doc);
	xmlSchemaFreeValidCtxt(context);
	PG_TRY();
	{
		faults = keep_faults(&validation);
	}
	PG_FINALLY();
	{
		free_faults(&validation);
	}
	PG_END_TRY();
	*n = validation.n;
	return faults;
}
