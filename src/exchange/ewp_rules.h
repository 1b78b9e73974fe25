/*
 * exchange/ewp_rules.h: which element of an EWP document becomes which column.
 */
#ifndef EXCHANGE_EWP_RULES_H
#define EXCHANGE_EWP_RULES_H

#include "exchange/map.h"

/* the namespaces of a map */
#define DOC 0	  /* the namespace of the root */
#define ADDRESS 1 /* postal addresses */
#define TERM1 2	  /* academic terms, version 1 */
#define TERM2 3	  /* version 2 */
#define ELMO1 4
#define ELMO2 5

/* states; each kind of document has its own rules, so the numbers are shared */
enum
{
	TOP,
	ROOT,
	ITEM, /* iia, student-mobility, la, tor, hei, ounit, LOS */
	PART, /* partner, nomination, specifies, gradeConversionTable */
	CONDITIONS,
	SPEC,
	SENDER,
	RECEIVER,
	STUDENT,
	SKILL,
	AREA,
	VERSION, /* first-version, approved-changes, changes-proposal */
	LISTING,
	COMPONENT,
	TERM,
	CREDIT,
	TABLE,
	INSTANCE,
	PLACE,
	CONTAINS
};

/* hooks */
enum
{
	NO_HOOK,
	ON_ITEM,
	ON_PARTNER,
	ON_PARTNER_VALUE,
	ON_IN_EFFECT,
	ON_TERMINATED,
	ON_SPEC,
	ON_YEAR,
	ON_FIRST_YEAR,
	ON_LAST_YEAR,
	ON_UNDEFINED,
	ON_SKILL,
	ON_SKILL_LANGUAGE,
	ON_SKILL_LEVEL,
	ON_AREA,
	ON_AREA_CODE,
	ON_AREA_WORDING,
	ON_AREA_V6,
	ON_HASH,
	ON_PDF,
	ON_GIVEN,
	ON_FAMILY,
	ON_FLAG,
	ON_VERSION,
	ON_LIST,
	ON_COMPONENT,
	ON_YEAR_MONTH,
	ON_CREDIT,
	ON_CREDIT_SCHEME,
	ON_CREDIT_VALUE,
	ON_MOBILITY_ID,
	ON_RECEIVING_YEAR,
	ON_ISCED,
	ON_NAME,
	ON_OTHER_ID,
	ON_INSTANCE
};

/* kinds of rows: of learning agreements, transcripts, courses; of the others there is one, 0 */
#define LA 0
#define COMP 1
#define KEPT 2
#define TOR 0
#define GRADE 1
#define COURSE 0

/* Grouped by state, as a map wants them. */
extern const MapRule ewp_iia_rules[];
extern const MapRule ewp_omobility_rules[];
extern const MapRule ewp_la_rules[];
extern const MapRule ewp_tor_rules[];
extern const MapRule ewp_hei_rules[];
extern const MapRule ewp_ounit_rules[];
extern const MapRule ewp_course_rules[];

#endif /* EXCHANGE_EWP_RULES_H */
