/*
 * exchange/elmo_rules.h: which element of an ELMO document becomes which column.
 */
#ifndef EXCHANGE_ELMO_RULES_H
#define EXCHANGE_ELMO_RULES_H

#include "exchange/map.h"

/* where in the tree the reader is */
enum
{
	TOP,
	ELMO,
	LEARNER,
	REPORT,
	REPORT_STATE,
	ISSUER,
	LOS,
	SPECIFIES,
	LOI,
	TERM,
	SHORTENED,
	DISTRIBUTION,
	CATEGORY,
	CREDIT,
	LEVEL,
	HAS_PART,
	GRADING_SCHEME,
	ATTACHMENT,
	SIGNATURE
};

/* what the map is told of */
enum
{
	NO_HOOK,
	ON_IDENTIFIER,
	ON_TEXT,
	ON_TITLE,
	ON_LOS,
	ON_REPORT,
	ON_STATUS,
	ON_CREDIT,
	ON_CREDIT_SCHEME,
	ON_CREDIT_VALUE,
	ON_SCHEME_ID,
	ON_BIRTH_DATE,
	ON_SIGNATURE,
	ON_ATTACHMENT,
	ON_CONTENT
};

#define DOC 0  /* the namespace of the root */
#define DSIG 1 /* XML signatures */

/* Grouped by state, as a map wants them. */
extern const MapRule elmo_rules[];

#endif /* EXCHANGE_ELMO_RULES_H */
