/*
 * exchange/elmo_read.h: reading an ELMO document.
 */
#ifndef EXCHANGE_ELMO_READ_H
#define EXCHANGE_ELMO_READ_H

#include "exchange/map.h"

struct Elmo;

/* A map that reads ELMO; 'older': namespaces before 1.0, too.  Its sinks are the caller's to set. */
extern void elmo_prepare(Map *map, struct Elmo *elmo, bool older);

/* Faults of the values of an ELMO document: calls back, keeps no rows.  The limit that it is beyond, or NULL. */
typedef void (*ElmoFault)(Map *map, const char *severity, const char *message, const char *value, const char *expected);
extern const char *elmo_faults(ExchangeSource *source, ElmoFault fault, void *own);

#endif /* EXCHANGE_ELMO_READ_H */
