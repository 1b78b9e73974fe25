/*
 * exchange/ewp_read.h: reading an EWP document.
 */
#ifndef EXCHANGE_EWP_READ_H
#define EXCHANGE_EWP_READ_H

#include "exchange/map.h"

struct Ewp;
struct EwpKind;

/* A map that reads this kind.  Its sinks are the caller's to set. */
extern void ewp_prepare(Map *map, struct Ewp *ewp, const struct EwpKind *kind);

/* Faults of the values of an EWP document of this kind (document_kind): calls back, keeps no rows. */
typedef void (*EwpFault)(Map *map, const char *severity, const char *message, const char *value, const char *expected);
extern void ewp_faults(ExchangeSource *source, const char *kind, EwpFault fault, void *own);

#endif /* EXCHANGE_EWP_READ_H */
