/*
 * exchange/exchange.c: the settings of this room.
 */
#include "exchange/exchange.h"

#include <limits.h>

#include "utils/guc.h"

int exchange_max_bytes;
int exchange_max_inflated;
int exchange_max_tree;
int exchange_max_nodes;
int exchange_max_attachments;

/*
 * The limits bind whoever runs the functions: a document is a stranger's.  So only a
 * superuser changes them, or whom a superuser lets (GRANT SET ON PARAMETER).
 */
void
exchange_init(void)
{
	DefineCustomIntVariable("socu.exchange_max_bytes", "Largest document that the exchange functions read.", NULL,
							&exchange_max_bytes, 128 * 1024, 1, 1024 * 1024, PGC_SUSET, GUC_UNIT_KB, NULL, NULL, NULL);
	DefineCustomIntVariable("socu.exchange_max_inflated", "Largest document that a packed one may unpack to.", NULL,
							&exchange_max_inflated, 128 * 1024, 1, INT_MAX, PGC_SUSET, GUC_UNIT_KB, NULL, NULL, NULL);
	DefineCustomIntVariable("socu.exchange_max_tree", "Largest document that is held as a tree.",
							"Digests of whole documents and checks by a schema need the tree; it takes several times "
							"the size of the document.",
							&exchange_max_tree, 32 * 1024, 1, 1024 * 1024, PGC_SUSET, GUC_UNIT_KB, NULL, NULL, NULL);
	DefineCustomIntVariable("socu.exchange_max_nodes", "Most elements and attributes of one document.", NULL,
							&exchange_max_nodes, 10000000, 100, INT_MAX, PGC_SUSET, 0, NULL, NULL, NULL);
	DefineCustomIntVariable("socu.exchange_max_attachments", "Most attachments of one document.", NULL,
							&exchange_max_attachments, 1000, 1, INT_MAX, PGC_SUSET, 0, NULL, NULL, NULL);
}
