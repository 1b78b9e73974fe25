/*
 * exchange/hash.h: hashes of agreements.
 */
#ifndef EXCHANGE_HASH_H
#define EXCHANGE_HASH_H

#include "ground/socu.h"

/* The hash of the n-th agreement of a document (EWP IIAs 7), hexadecimal. */
extern char *iia_hash_of(Datum document, Oid type, int n);

#endif /* EXCHANGE_HASH_H */
