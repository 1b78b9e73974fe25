/*
 * exchange/signature.c: is the digest in a signed transcript that of the transcript?
 *
 * libxml2 makes the canonical form, PostgreSQL's cryptohash the digest; what comes out of one goes
 * into the other piece by piece.
 */
#include "ground/socu.h"

#include "common/sha1.h"
#include "common/sha2.h"
#include "utils/builtins.h"

#include "exchange/base64_core.h"
#include "exchange/digest.h"
#include "exchange/exchange.h"
#include "exchange/kind.h"
#include "exchange/map.h"
#include "exchange/xsd_core.h"

PG_FUNCTION_INFO_V1(elmo_digest);

#define C14N_1_0 "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
#define ENVELOPED DSIG_URI "enveloped-signature"

static const struct
{
	const char *uri;
	const char *name;
	pg_cryptohash_type type;
	int length;
} digest_methods[] = {
	{DSIG_URI "sha1", "SHA-1", PG_SHA1, SHA1_DIGEST_LENGTH},
	{"http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256", PG_SHA256, PG_SHA256_DIGEST_LENGTH},
	{"http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384", PG_SHA384, PG_SHA384_DIGEST_LENGTH},
	{"http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512", PG_SHA512, PG_SHA512_DIGEST_LENGTH},
};

/* What a signature says of itself. */
typedef struct Signature
{
	int signatures;
	int elsewhere; /* signatures that are no child of the root */
	int signed_infos;
	int references;
	int digest_values;
	bool odd_content; /* an element where only text belongs, a comment between */
	char *reference_uri;
	char *canonical;
	char *method;
	char *digest;
	char *value;
	char *certificate;
	char *subject;
	List *transforms;
} Signature;

typedef struct SignatureReader
{
	Signature *found;
	int depth;
	int inside; /* depth of the Signature; 0 outside */
	const char *leaf;
	StringInfoData text;
} SignatureReader;

/* The algorithm that the element names; empty if it names none. */
static const char *
algorithm_of(const XmlEvent *event)
{
	const char *algorithm = map_attr(event, NULL, "Algorithm");

	return algorithm ? pstrdup(algorithm) : "";
}

/* Notes what a signature says of itself, and whatever should not stand in it. */
static void
signature_start(SignatureReader *r, const XmlEvent *event)
{
	Signature *s = r->found;

	r->depth++;
	if (event->uri == NULL || strcmp(event->uri, DSIG_URI) != 0)
	{
		s->odd_content = s->odd_content || r->leaf != NULL;
		return;
	}
	if (r->leaf != NULL)
		s->odd_content = true;
	if (strcmp(event->name, "Signature") == 0)
	{
		s->signatures++;
		if (r->depth != 2)
			s->elsewhere++;
		else
			r->inside = r->depth;
	}
	else if (strcmp(event->name, "SignedInfo") == 0)
		s->signed_infos++;
	else if (strcmp(event->name, "Reference") == 0)
	{
		const char *uri = map_attr(event, NULL, "URI");

		s->references++;
		s->reference_uri = uri ? pstrdup(uri) : NULL;
	}
	else if (strcmp(event->name, "CanonicalizationMethod") == 0)
		s->canonical = (char *) algorithm_of(event);
	else if (strcmp(event->name, "SignatureMethod") == 0)
		s->method = (char *) algorithm_of(event);
	else if (strcmp(event->name, "DigestMethod") == 0)
		s->digest = (char *) algorithm_of(event);
	else if (strcmp(event->name, "Transform") == 0)
		s->transforms = lappend(s->transforms, (char *) algorithm_of(event));
	else if (strcmp(event->name, "DigestValue") == 0 || strcmp(event->name, "X509Certificate") == 0 ||
			 strcmp(event->name, "X509SubjectName") == 0)
	{
		r->leaf = event->name;
		resetStringInfo(&r->text);
	}
}

/* A leaf of the signature ends, and its text is complete. */
static void
signature_end(SignatureReader *r, const XmlEvent *event)
{
	Signature *s = r->found;

	if (r->leaf != NULL && strcmp(event->name, r->leaf) == 0)
	{
		if (strcmp(r->leaf, "DigestValue") == 0)
		{
			s->digest_values++;
			s->value = pstrdup(r->text.data);
		}
		else if (strcmp(r->leaf, "X509Certificate") == 0 && s->certificate == NULL)
			s->certificate = pstrdup(r->text.data);
		else if (strcmp(r->leaf, "X509SubjectName") == 0 && s->subject == NULL)
			s->subject = pnstrdup(r->text.data, xsd_collapse(r->text.data, r->text.len));
		r->leaf = NULL;
	}
	if (r->depth == r->inside)
		r->inside = 0;
	r->depth--;
}

/* All events of the document; texts only of the leaves that are wanted. */
static pg_noinline void
read_signature_events(XmlReader *reader, SignatureReader *r)
{
	XmlEvent event;

	while (xml_next(reader, &event))
	{
		if (event.type == XML_START)
			signature_start(r, &event);
		else if (event.type == XML_END)
			signature_end(r, &event);
		else if (r->leaf != NULL)
			appendBinaryStringInfo(&r->text, event.text, (int) event.length);
	}
}

/* Reads the signature; every signature anywhere in the document counts. */
static void
read_signature(ExchangeSource *source, Signature *found)
{
	XmlReader *reader = xml_open(source);
	SignatureReader r = {found, 0, 0, NULL};

	initStringInfo(&r.text);
	PG_TRY();
	{
		read_signature_events(reader, &r);
	}
	PG_FINALLY();
	{
		xml_close(reader);
	}
	PG_END_TRY();
}

/* Why this is no signature of the whole document that could be judged; NULL if it is one. */
static const char *
signature_problem(const Signature *s, const XmlTree *tree)
{
	if (s->signatures > 1)
		return "more than one Signature";
	if (s->elsewhere > 0)
		return "the Signature is no child of the root element";
	if (s->signed_infos != 1)
		return "not one SignedInfo";
	if (s->references != 1 || s->digest_values != 1)
		return "not one Reference with one DigestValue";
	if (s->reference_uri == NULL || *s->reference_uri != '\0')
		return "the Reference is not to the whole document";
	if (list_length(s->transforms) < 1 || strcmp(linitial(s->transforms), ENVELOPED) != 0)
		return "no enveloped-signature transform";
	if (list_length(s->transforms) > 2 ||
		(list_length(s->transforms) == 2 && strcmp(lsecond(s->transforms), C14N_1_0) != 0))
		return "a transform that is not read";
	if (s->canonical == NULL || strcmp(s->canonical, C14N_1_0) != 0)
		return "a canonicalization that is not read";
	if (s->odd_content || xml_tree_has_comment(tree, DSIG_URI, "SignedInfo"))
		return "something other than text inside a value";
	return NULL;
}

/* The bytes that base64 stands for; NULL if it is none. */
static bytea *
decode_bytes(const char *base64)
{
	Size length = strlen(base64);
	bytea *out = palloc(VARHDRSZ + BASE64_ROOM(length));
	Base64Decoder decoder;
	unsigned char end[3];
	size_t produced, none;

	base64_begin(&decoder, 0);
	if (base64_decode(&decoder, base64, length, (unsigned char *) VARDATA(out), &produced) != BASE64_OK ||
		base64_finish(&decoder, end, &none) != BASE64_OK)
		return NULL;
	SET_VARSIZE(out, VARHDRSZ + produced);
	return out;
}

enum
{
	DIGEST_SIGNED,
	DIGEST_OK,
	DIGEST_METHOD,
	DIGEST_CANONICALIZATION,
	DIGEST_SIGNATURE_METHOD,
	DIGEST_SUBJECT,
	DIGEST_CERTIFICATE,
	DIGEST_PROBLEM,
	DIGEST_COLUMNS
};

/* Compares the digest of the document with the one in the signature; gives why it cannot, or why they differ. */
static const char *
compare_digest(const Signature *s, XmlTree *tree, bool *ok, bool *known)
{
	uint8 result[PG_SHA512_DIGEST_LENGTH];
	Digest digest = {NULL, false};
	bytea *given = decode_bytes(s->value);
	int method = -1;

	*known = false;
	for (int i = 0; i < lengthof(digest_methods); i++)
		if (s->digest != NULL && strcmp(digest_methods[i].uri, s->digest) == 0)
			method = i;
	if (method < 0)
		return "a digest method that is not known";
	if (!digest_begin(&digest, digest_methods[method].type))
		return "the digest method is unavailable on this server";
	if (!xml_tree_canonical(tree, DSIG_URI, "Signature", digest_sink, &digest))
		digest.failed = true;
	if (!digest_end(&digest, result, digest_methods[method].length))
		return "the digest could not be made";
	*known = true;
	*ok = given != NULL && VARSIZE_ANY_EXHDR(given) == digest_methods[method].length &&
		  memcmp(VARDATA_ANY(given), result, digest_methods[method].length) == 0;
	return *ok ? NULL : "the digest is not that of the document";
}

/* What is wrong with a signature; NULL if its digest is that of the document. */
static const char *
judge_signature(ExchangeSource *source, const Signature *s, bool *ok, bool *known)
{
	XmlTree *tree = xml_tree_open(source);
	const char *volatile problem = NULL;

	PG_TRY();
	{
		problem = signature_problem(s, tree);
		if (problem == NULL)
			problem = compare_digest(s, tree, ok, known);
	}
	PG_FINALLY();
	{
		xml_tree_close(tree);
	}
	PG_END_TRY();
	return problem;
}

/* Sets a column to a UTF-8 text; NULL for NULL. */
static void
set_column(Datum *values, bool *nulls, int column, const char *value)
{
	nulls[column] = value == NULL;
	if (value != NULL)
		values[column] = value_string(value);
}

Datum
elmo_digest(PG_FUNCTION_ARGS)
{
	Oid type = source_argument_type(fcinfo, 0);
	Signature s = {0};
	Datum values[DIGEST_COLUMNS] = {0};
	bool nulls[DIGEST_COLUMNS] = {false};
	const char *problem = NULL;
	bool known = true;
	bool ok = false;
	TupleDesc desc;
	bytea *certificate;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	read_signature(source_open(PG_GETARG_DATUM(0), type), &s);
	if (s.signatures > 0)
		problem = judge_signature(source_open(PG_GETARG_DATUM(0), type), &s, &ok, &known);
	values[DIGEST_SIGNED] = BoolGetDatum(s.signatures > 0);
	values[DIGEST_OK] = BoolGetDatum(ok);
	nulls[DIGEST_OK] = s.signatures == 0 || !known;
	set_column(values, nulls, DIGEST_METHOD, s.digest);
	set_column(values, nulls, DIGEST_CANONICALIZATION, s.canonical);
	set_column(values, nulls, DIGEST_SIGNATURE_METHOD, s.method);
	set_column(values, nulls, DIGEST_SUBJECT, s.subject);
	certificate = s.certificate ? decode_bytes(s.certificate) : NULL;
	nulls[DIGEST_CERTIFICATE] = certificate == NULL;
	values[DIGEST_CERTIFICATE] = PointerGetDatum(certificate);
	set_column(values, nulls, DIGEST_PROBLEM, problem);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}
