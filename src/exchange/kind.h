/*
 * exchange/kind.h: what a document is, by the namespace and name of its root element.
 */
#ifndef EXCHANGE_KIND_H
#define EXCHANGE_KIND_H

#include "ground/socu.h"

#define ELMO_V1 "https://github.com/emrex-eu/elmo-schemas/tree/v1"
#define ELMO_V2 "https://github.com/emrex-eu/elmo-schemas/tree/v2"
#define DSIG_URI "http://www.w3.org/2000/09/xmldsig#"

#define EWP "https://github.com/erasmus-without-paper/"
#define EWP_API(api, version) EWP "ewp-specs-api-" api "/blob/stable-v" version "/endpoints/get-response.xsd"
#define EWP_IIAS_URI(version) EWP_API("iias", version)
#define EWP_OMOBILITIES_URI(version) EWP_API("omobilities", version)
#define EWP_LAS_URI(version) EWP_API("omobility-las", version)
#define EWP_TORS_URI(version) EWP_API("imobility-tors", version)
#define EWP_INSTITUTIONS_URI EWP "ewp-specs-api-institutions/tree/stable-v2"
#define EWP_OUNITS_URI EWP "ewp-specs-api-ounits/tree/stable-v2"
#define EWP_COURSES_URI EWP "ewp-specs-api-courses/tree/stable-v1"
#define EWP_ADDRESS_URI EWP "ewp-specs-types-address/tree/stable-v1"
#define EWP_TERM1_URI EWP "ewp-specs-types-academic-term/tree/stable-v1"
#define EWP_TERM2_URI EWP "ewp-specs-types-academic-term/tree/stable-v2"

/* elmo, iias, omobilities …, and the version as far as the namespace tells it; NULL if unknown. */
extern const char *document_kind(const char *uri, const char *name, const char **version);

/* Is this a namespace of ELMO?  *older: one that is read only when asked for. */
extern bool elmo_namespace(const char *uri, bool *older);

#endif /* EXCHANGE_KIND_H */
