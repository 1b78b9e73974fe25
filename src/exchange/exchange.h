/*
 * exchange/exchange.h: what the files of this room share.
 */
#ifndef EXCHANGE_EXCHANGE_H
#define EXCHANGE_EXCHANGE_H

#include "ground/socu.h"

/* The settings socu.exchange_max_*: bytes in kB. */
extern int exchange_max_bytes;		 /* of a document as it is given */
extern int exchange_max_inflated;	 /* of what it unpacks to */
extern int exchange_max_tree;		 /* of what is held as a tree: digests, schemas */
extern int exchange_max_nodes;		 /* elements and attributes */
extern int exchange_max_attachments; /* of a document */

#define EXCHANGE_MAX_DEPTH 256 /* elements within one another */

/* Defines the settings; called when the module is loaded. */
extern void exchange_init(void);

#endif /* EXCHANGE_EXCHANGE_H */
