/*
 * exchange/kind.c: what a document is, by the namespace and name of its root element.
 */
#include "exchange/kind.h"

/* The same namespace may serve several versions: "1" then stands for 1.0 to 1.7 and 2.0. */
static const struct
{
	const char *uri;
	const char *kind;
	const char *version;
} kinds[] = {
	{ELMO_V1, "elmo", "1"},
	{ELMO_V2, "elmo", "2.1"},
	{"http://purl.org/net/elmo", "elmo", "0"},
	{"https://github.com/emrex-eu/elmo-schemas/tree/v1.3.0", "elmo", "1"},
	{EWP_IIAS_URI("6"), "iias", "6"},
	{EWP_IIAS_URI("7"), "iias", "7"},
	{EWP_OMOBILITIES_URI("2"), "omobilities", "2"},
	{EWP_OMOBILITIES_URI("3"), "omobilities", "3"},
	{EWP_LAS_URI("1"), "las", "1"},
	{EWP_TORS_URI("1"), "tors", "1"},
	{EWP_TORS_URI("2"), "tors", "2"},
	{EWP_TORS_URI("3"), "tors", "3"},
	{EWP_INSTITUTIONS_URI, "institutions", "2"},
	{EWP_OUNITS_URI, "ounits", "2"},
	{EWP_COURSES_URI, "courses", "1"},
};

const char *
document_kind(const char *uri, const char *name, const char **version)
{
	*version = NULL;
	if (uri == NULL)
		return strcmp(name, "elmo") == 0 ? "elmo" : NULL;
	for (int i = 0; i < lengthof(kinds); i++)
		if (strcmp(kinds[i].uri, uri) == 0)
		{
			*version = kinds[i].version;
			return kinds[i].kind;
		}
	return NULL;
}

bool
elmo_namespace(const char *uri, bool *older)
{
	*older = true;
	if (uri == NULL)
		return true;
	if (strcmp(uri, ELMO_V1) == 0 || strcmp(uri, ELMO_V2) == 0)
	{
		*older = false;
		return true;
	}
	return strcmp(uri, "http://purl.org/net/elmo") == 0 ||
		   strcmp(uri, "https://github.com/emrex-eu/elmo-schemas/tree/v1.3.0") == 0;
}
