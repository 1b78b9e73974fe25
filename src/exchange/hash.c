/*
 * exchange/hash.c: hashes of agreements (EWP IIAs 6 and 7).
 */
#include "exchange/hash.h"

#include "common/sha2.h"
#include "utils/builtins.h"

#include "exchange/digest.h"
#include "exchange/iia_core.h"
#include "exchange/kind.h"
#include "exchange/xml.h"

PG_FUNCTION_INFO_V1(iia_hash);
PG_FUNCTION_INFO_V1(conditions_hash);

/* ERROR: the library of PostgreSQL refused a digest that every build has. */
static SOCU_NORETURN void
no_digest(const char *name)
{
	ereport(ERROR, (errcode(ERRCODE_EXTERNAL_ROUTINE_EXCEPTION), errmsg("could not make a digest of type %s", name)));
}

/* ERROR 22023: the document holds fewer agreements. */
static SOCU_NORETURN void
no_such_agreement(int n)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("document has no agreement number %d", n)));
}

/* ERROR unless the document is a response of IIAs get of this version. */
static void
check_root(const char *uri, const char *name, const char *version, const char *hint)
{
	const char *found;
	const char *kind = document_kind(uri, name, &found);

	if (kind == NULL || strcmp(kind, "iias") != 0 || strcmp(found, version) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("document is no response of EWP IIAs get, version %s", version),
						errdetail("Its root element is \"%s\", in the namespace \"%s\".", name, uri ? uri : ""),
						errhint("%s", hint)));
}

/* ---- agreements, version 7 ---- */

/* One event of the document goes into the hash. */
static void
feed(IiaHash *hash, const XmlEvent *event)
{
	IiaAttr few[16];
	IiaAttr *attrs = few;

	switch (event->type)
	{
		case XML_START:
			if (event->nattrs > lengthof(few))
				attrs = palloc(event->nattrs * sizeof(IiaAttr));
			for (int i = 0; i < event->nattrs; i++)
			{
				attrs[i].name = event->attrs[i].name;
				attrs[i].value = event->attrs[i].value;
			}
			iia_start_element(hash, event->name, attrs, event->nattrs);
			if (attrs != few)
				pfree(attrs);
			break;
		case XML_TEXT:
			iia_text(hash, event->text, event->length);
			break;
		case XML_END:
			iia_end_element(hash);
			break;
	}
}

/* Reads the document into 'hash', and the digest of its text into 'result'; false if there is no such agreement. */
static pg_noinline bool
hash_agreement(XmlReader *reader, IiaHash *hash, uint8 *result)
{
	Digest digest = {NULL, false};
	XmlEvent event;
	bool first = true;
	bool found;

	while (xml_next(reader, &event))
	{
		if (first)
			check_root(event.uri, event.name, "7", "conditions_hash is for version 6.");
		first = false;
		feed(hash, &event);
	}
	if (!digest_begin(&digest, PG_SHA256))
		no_digest("SHA-256");
	found = iia_finish(hash, digest_sink, &digest);
	if (!digest_end(&digest, result, PG_SHA256_DIGEST_LENGTH))
		no_digest("SHA-256");
	return found;
}

char *
iia_hash_of(Datum document, Oid type, int n)
{
	IiaHash *hash = palloc(sizeof(IiaHash));
	uint8 *result = palloc(PG_SHA256_DIGEST_LENGTH);
	XmlReader *reader = xml_open(source_open(document, type));
	volatile bool found = false;

	iia_begin(hash, n);
	PG_TRY();
	{
		found = hash_agreement(reader, hash, result);
	}
	PG_FINALLY();
	{
		iia_end(hash);
		xml_close(reader);
	}
	PG_END_TRY();
	if (!found)
		no_such_agreement(n);
	return text_to_cstring(hex_text(result, PG_SHA256_DIGEST_LENGTH));
}

Datum
iia_hash(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(
		CStringGetTextDatum(iia_hash_of(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0), PG_GETARG_INT32(1))));
}

/* ---- conditions, version 6 ---- */

/* The digest of the canonical form of the conditions; false if there is no such agreement. */
static pg_noinline bool
hash_conditions(XmlTree *tree, int wanted, uint8 *result)
{
	static const char *const contacts[] = {"sending-contact", "receiving-contact", NULL};
	Digest digest = {NULL, false};
	const char *uri;
	const char *name;
	bool found;

	xml_tree_root(tree, &uri, &name);
	check_root(uri, name, "6", "iia_hash is for version 7.");
	if (!digest_begin(&digest, PG_SHA256))
		no_digest("SHA-256");
	found = xml_tree_canonical_part(tree, "iia", wanted, "cooperation-conditions", contacts, digest_sink, &digest);
	if (!digest_end(&digest, result, PG_SHA256_DIGEST_LENGTH))
		no_digest("SHA-256");
	return found;
}

Datum
conditions_hash(PG_FUNCTION_ARGS)
{
	uint8 *result = palloc(PG_SHA256_DIGEST_LENGTH);
	XmlTree *tree = xml_tree_open(source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	volatile bool found = false;

	PG_TRY();
	{
		found = hash_conditions(tree, PG_GETARG_INT32(1), result);
	}
	PG_FINALLY();
	{
		xml_tree_close(tree);
	}
	PG_END_TRY();
	if (!found)
		no_such_agreement(PG_GETARG_INT32(1));
	PG_RETURN_TEXT_P(hex_text(result, PG_SHA256_DIGEST_LENGTH));
}
