/*
 * exchange/document.h: what a document is, by its root element.
 */
#ifndef EXCHANGE_DOCUMENT_H
#define EXCHANGE_DOCUMENT_H

#include "ground/socu.h"

/* elmo, iias, omobilities …, and the version as far as the namespace tells it; NULL if unknown. */
extern const char *document_kind(const char *uri, const char *name, const char **version);

#endif /* EXCHANGE_DOCUMENT_H */
