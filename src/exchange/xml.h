/*
 * exchange/xml.h: XML as text and numbers.
 *
 * exchange/xml.c is the only file that includes libxml2.  Everything that it hands out is UTF-8.
 *
 * One function makes every parser: no DTD, no entity, no network, no XInclude; a DOCTYPE is
 * refused, elements stand at most EXCHANGE_MAX_DEPTH deep, elements and attributes are counted.
 * No PostgreSQL error is raised while libxml2 is on the stack.
 *
 * What libxml2 allocates is given back by xml_close and xml_tree_close, which must be called
 * on every path (PG_FINALLY).
 */
#ifndef EXCHANGE_XML_H
#define EXCHANGE_XML_H

#include "ground/socu.h"

#include "exchange/events.h"
#include "exchange/source.h"

/* ---- a document as a stream of events ---- */

typedef struct XmlReader XmlReader;

extern XmlReader *xml_open(ExchangeSource *source);

/* The next event; false at the end of the document.  ERROR 2200M if it is not well-formed, 54000 beyond a limit. */
extern bool xml_next(XmlReader *reader, XmlEvent *event);

extern void xml_close(XmlReader *reader);

/* Why the events of a document ended before it did. */
typedef struct XmlComplaint
{
	const char *message;
	const char *expected; /* what would be right */
	int line;			  /* 0: none */
} XmlComplaint;

/*
 * From now on a document that is not well-formed, has a DOCTYPE or is beyond a limit ends the events instead of
 * raising an error; xml_complaint then says why, false if it is well-formed.  The source is to be tolerant, too.
 */
extern void xml_tolerate(XmlReader *reader);
extern bool xml_complaint(const XmlReader *reader, XmlComplaint *complaint);

/* ---- a document as a tree ---- */

typedef struct XmlTree XmlTree;

extern XmlTree *xml_tree_open(ExchangeSource *source);
extern void xml_tree_close(XmlTree *tree);

/* Namespace (NULL for none) and local name of the root element. */
extern void xml_tree_root(XmlTree *tree, const char **uri, const char **name);

/* Is there a comment or processing instruction inside an element of this name? */
extern bool xml_tree_has_comment(const XmlTree *tree, const char *uri, const char *name);

/* What canonical text is handed to, piece by piece; must not raise an error. */
typedef void (*XmlSink)(void *context, const char *text, Size length);

/*
 * The canonical form (Canonical XML 1.0, without comments) of the whole document, less the
 * child of the root that is {drop_uri}drop_name (nothing is dropped if NULL).  False if libxml2 cannot make it.
 */
extern bool xml_tree_canonical(XmlTree *tree, const char *drop_uri, const char *drop_name, XmlSink sink, void *context);

/*
 * The exclusive canonical form of the first child element called 'name' of the n-th (from 1) child element of the root
 * called 'outer', both in the namespace of the root, less its descendants of the names in 'drop'
 * (NULL-terminated).  False if there is no such element.
 */
extern bool xml_tree_canonical_part(XmlTree *tree, const char *outer, int n, const char *name, const char *const *drop,
									XmlSink sink, void *context);

/* ---- schemas ---- */

typedef struct XmlSchemaText
{
	const char *uri;
	const char *body; /* UTF-8 */
	Size length;
} XmlSchemaText;

typedef struct XmlSchema XmlSchema;

/*
 * The schema texts[entry], its imports resolved from 'texts' and nothing else.  NULL if it cannot be compiled:
 * *missing is then the location of an import that is not in 'texts' (palloc'ed), or NULL, and *why what
 * libxml2 says.
 */
extern XmlSchema *xml_schema_compile(const XmlSchemaText *texts, int ntexts, int entry, char **missing, char **why);
extern void xml_schema_free(XmlSchema *schema);

typedef struct XmlFault
{
	int line;
	bool lenient;  /* XML Schema allows it, only libxml2 does not */
	char *path;	   /* of the element, palloc'ed */
	char *message; /* libxml2's words, palloc'ed */
} XmlFault;

/* What a schema finds in a document; *n faults, at most 1000.  Changes the tree (white space around values). */
extern XmlFault *xml_tree_validate(XmlTree *tree, XmlSchema *schema, int *n);

#endif /* EXCHANGE_XML_H */
