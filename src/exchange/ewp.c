/*
 * exchange/ewp.c: EWP documents (Erasmus Without Paper) as rows.
 *
 * Interinstitutional agreements (IIAs 6 and 7), nominations (omobilities 2 and 3), learning agreements
 * (omobility-las 1), transcripts (imobility-tors 1 to 3), institutions, organisational units, courses.
 * Rules: the get-response.xsd of each.  Elements that are unknown are kept.
 */
#include "exchange/ewp.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

#include "exchange/kind.h"
#include "exchange/exchange.h"
#include "exchange/xsd_core.h"
#include "term/core.h"

PG_FUNCTION_INFO_V1(ewp_iias);
PG_FUNCTION_INFO_V1(ewp_omobilities);
PG_FUNCTION_INFO_V1(ewp_omobility_las);
PG_FUNCTION_INFO_V1(ewp_omobility_la_components);
PG_FUNCTION_INFO_V1(ewp_omobility_la_rest);
PG_FUNCTION_INFO_V1(ewp_imobility_tors);
PG_FUNCTION_INFO_V1(ewp_imobility_tor_grades);
PG_FUNCTION_INFO_V1(ewp_institutions);
PG_FUNCTION_INFO_V1(ewp_ounits);
PG_FUNCTION_INFO_V1(ewp_courses);

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

/* ---- rules ---- */

#define NO_ATTR NULL, 0
#define END_OF_RULES                                                                                                   \
	{                                                                                                                  \
		0, NULL, 0, 0, 0, 0, VALUE_NONE, 0, NULL, 0                                                                      \
	}

/* clang-format off: one line a fact */
static const MapRule iia_rules[] = {
	{TOP, "iias-get-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "iia", DOC, ITEM, -1, -1, VALUE_NONE, 0, NULL, ON_ITEM},
	{ITEM, "partner", DOC, PART, 0, IIA_PARTNERS_REST, VALUE_NONE, MAP_REST, NULL, ON_PARTNER},
	{ITEM, "in-effect", DOC, 0, -1, -1, VALUE_BOOLEAN, 0, NULL, ON_IN_EFFECT},
	{ITEM, "cooperation-conditions", DOC, CONDITIONS, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ITEM, "cooperation-conditions", DOC, CONDITIONS, -1, -1, VALUE_BOOLEAN, 0, "terminated-as-a-whole", ON_TERMINATED},
	{ITEM, "iia-hash", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_HASH},
	{ITEM, "conditions-hash", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_HASH},
	{ITEM, "pdf-file", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_PDF},
	{PART, "hei-id", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_PARTNER_VALUE},
	{PART, "iia-id", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_PARTNER_VALUE},
	{PART, "iia-code", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_PARTNER_VALUE},
	{CONDITIONS, "student-studies-mobility-spec", DOC, SPEC, 0, IIA_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_SPEC},
	{CONDITIONS, "student-traineeship-mobility-spec", DOC, SPEC, 0, IIA_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL,
	 ON_SPEC},
	{CONDITIONS, "staff-teacher-mobility-spec", DOC, SPEC, 0, IIA_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_SPEC},
	{CONDITIONS, "staff-training-mobility-spec", DOC, SPEC, 0, IIA_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_SPEC},
	{SPEC, "sending-hei-id", DOC, 0, 0, IIA_SENDING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SPEC, "sending-ounit-id", DOC, 0, 0, IIA_SENDING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SPEC, "receiving-hei-id", DOC, 0, 0, IIA_RECEIVING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SPEC, "receiving-ounit-id", DOC, 0, 0, IIA_RECEIVING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SPEC, "receiving-academic-year-id", DOC, 0, -1, -1, VALUE_TERM, 0, NULL, ON_YEAR},
	{SPEC, "receiving-first-academic-year-id", DOC, 0, -1, -1, VALUE_TERM, 0, NULL, ON_FIRST_YEAR},
	{SPEC, "receiving-last-academic-year-id", DOC, 0, -1, -1, VALUE_TERM, 0, NULL, ON_LAST_YEAR},
	{SPEC, "mobilities-per-year", DOC, 0, 0, IIA_PLACES, VALUE_INT, 0, NO_ATTR},
	{SPEC, "mobilities-per-year", DOC, 0, -1, -1, VALUE_BOOLEAN, 0, "not-yet-defined", ON_UNDEFINED},
	{SPEC, "recommended-language-skill", DOC, SKILL, -1, -1, VALUE_NONE, 0, NULL, ON_SKILL},
	{SPEC, "recommended-language-skill", DOC, SKILL, -1, -1, VALUE_BOOLEAN, 0, "not-yet-defined", ON_UNDEFINED},
	{SPEC, "subject-area", DOC, AREA, -1, -1, VALUE_NONE, 0, NULL, ON_AREA},
	{SPEC, "other-info-terms", DOC, 0, 0, IIA_OTHER_INFO, VALUE_TEXT, 0, NO_ATTR},
	{SPEC, "total-months-per-year", DOC, 0, 0, IIA_DURATION, VALUE_DECIMAL, 0, NO_ATTR},
	{SPEC, "total-months-per-year", DOC, 0, -1, -1, VALUE_BOOLEAN, 0, "not-yet-defined", ON_UNDEFINED},
	{SPEC, "total-days-per-year", DOC, 0, 0, IIA_DURATION, VALUE_DECIMAL, 0, NO_ATTR},
	{SPEC, "total-days-per-year", DOC, 0, -1, -1, VALUE_BOOLEAN, 0, "not-yet-defined", ON_UNDEFINED},
	{SPEC, "blended", DOC, 0, 0, IIA_BLENDED, VALUE_BOOLEAN, 0, NO_ATTR},
	{SPEC, "eqf-level", DOC, 0, 0, IIA_EQF, VALUE_INT, MAP_LIST, NO_ATTR},
	{SKILL, "language", DOC, 0, -1, -1, VALUE_LANGUAGE, 0, NULL, ON_SKILL_LANGUAGE},
	{SKILL, "cefr-level", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_SKILL_LEVEL},
	{AREA, "isced-f-code", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_AREA_CODE},
	{AREA, "isced-f-code", DOC, 0, -1, -1, VALUE_TOKEN, 0, "v6-value", ON_AREA_V6},
	{AREA, "isced-clarification", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_AREA_WORDING},
	END_OF_RULES};

static const MapRule omobility_rules[] = {
	{TOP, "omobilities-get-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "student-mobility", DOC, ITEM, 0, OM_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_ITEM},
	{ITEM, "omobility-id", DOC, 0, 0, OM_ID, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "nomination", DOC, ITEM, 0, OM_REST, VALUE_NONE, MAP_REST,
	 NO_ATTR}, /* version 3: what follows stands in here */
	{ITEM, "nomination", DOC, ITEM, 0, OM_PROPOSAL_ID, VALUE_TOKEN, 0, "proposal-id", 0},
	{ITEM, "sending-hei", DOC, SENDER, 0, OM_REST, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "receiving-hei", DOC, RECEIVER, 0, OM_REST, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "sending-academic-term-ewp-id", DOC, 0, 0, OM_SENDING_TERM, VALUE_TERM, 0, NO_ATTR},
	{ITEM, "non-standard-mobility-period", DOC, 0, -1, -1, VALUE_NONE, 0, NULL, ON_FLAG},
	{ITEM, "receiving-academic-year-id", DOC, 0, 0, OM_RECEIVING_YEAR, VALUE_TERM, 0, NO_ATTR},
	{ITEM, "student", DOC, STUDENT, 0, OM_REST, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "status", DOC, 0, 0, OM_STATUS, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "activity-type", DOC, 0, 0, OM_ACTIVITY_TYPE, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "activity-attributes", DOC, 0, 0, OM_ACTIVITY_ATTRIBUTES, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "planned-arrival-date", DOC, 0, 0, OM_ARRIVAL, VALUE_DATE, 0, NO_ATTR},
	{ITEM, "planned-departure-date", DOC, 0, 0, OM_DEPARTURE, VALUE_DATE, 0, NO_ATTR},
	{ITEM, "eqf-level-studied-at-nomination", DOC, 0, 0, OM_EQF_NOMINATION, VALUE_INT, 0, NO_ATTR},
	{ITEM, "eqf-level-studied-at-departure", DOC, 0, 0, OM_EQF_DEPARTURE, VALUE_INT, 0, NO_ATTR},
	{ITEM, "nominee-isced-f-code", DOC, 0, 0, OM_NOMINEE_ISCED_F, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "agreement-isced-f-code", DOC, 0, 0, OM_AGREEMENT_ISCED_F, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "nominee-language-skill", DOC, SKILL, -1, -1, VALUE_NONE, 0, NULL, ON_SKILL},
	{ITEM, "comment", DOC, 0, 0, OM_COMMENT, VALUE_TEXT, 0, NO_ATTR},
	{SENDER, "hei-id", DOC, 0, 0, OM_SENDING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SENDER, "ounit-id", DOC, 0, 0, OM_SENDING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SENDER, "iia-id", DOC, 0, 0, OM_SENDING_IIA_ID, VALUE_TOKEN, 0, NO_ATTR},
	{RECEIVER, "hei-id", DOC, 0, 0, OM_RECEIVING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{RECEIVER, "ounit-id", DOC, 0, 0, OM_RECEIVING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{RECEIVER, "iia-id", DOC, 0, 0, OM_RECEIVING_IIA_ID, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "given-names", DOC, 0, 0, OM_GIVEN_NAMES, VALUE_TOKEN, 0, NULL, ON_GIVEN},
	{STUDENT, "family-name", DOC, 0, 0, OM_FAMILY_NAME, VALUE_TOKEN, 0, NULL, ON_FAMILY},
	{STUDENT, "global-id", DOC, 0, 0, OM_ESI, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "birth-date", DOC, 0, 0, OM_BIRTH_DATE, VALUE_DATE, 0, NO_ATTR},
	{STUDENT, "citizenship", DOC, 0, 0, OM_CITIZENSHIP, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "nationality", DOC, 0, 0, OM_CITIZENSHIP, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "gender", DOC, 0, 0, OM_GENDER, VALUE_INT, 0, NO_ATTR},
	{STUDENT, "email", DOC, 0, 0, OM_EMAIL, VALUE_TOKEN, 0, NO_ATTR},
	{SKILL, "language", DOC, 0, -1, -1, VALUE_LANGUAGE, 0, NULL, ON_SKILL_LANGUAGE},
	{SKILL, "cefr-level", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_SKILL_LEVEL},
	END_OF_RULES};

#define LA 0
#define COMP 1
#define KEPT 2

static const MapRule la_rules[] = {
	{TOP, "omobility-las-get-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "la", DOC, ITEM, LA, -1, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_ITEM},
	{ITEM, "omobility-id", DOC, 0, LA, LA_ID, VALUE_TOKEN, 0, NULL, ON_MOBILITY_ID},
	{ITEM, "sending-hei", DOC, SENDER, LA, -1, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "receiving-hei", DOC, RECEIVER, LA, -1, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "receiving-academic-year-id", DOC, 0, LA, LA_RECEIVING_YEAR, VALUE_TERM, 0, NULL, ON_RECEIVING_YEAR},
	{ITEM, "student", DOC, STUDENT, LA, -1, VALUE_NONE, MAP_REST, NO_ATTR},
	{ITEM, "start-date", DOC, 0, LA, LA_STARTED, VALUE_DATE, 0, NO_ATTR},
	{ITEM, "start-year-month", DOC, 0, LA, LA_STARTED, VALUE_MONTH, 0, NULL, ON_YEAR_MONTH},
	{ITEM, "end-date", DOC, 0, LA, LA_ENDED, VALUE_DATE, 0, NO_ATTR},
	{ITEM, "end-year-month", DOC, 0, -1, -1, VALUE_MONTH, 0, NULL, ON_YEAR_MONTH},
	{ITEM, "eqf-level-studied-at-departure", DOC, 0, LA, LA_EQF, VALUE_INT, 0, NO_ATTR},
	{ITEM, "isced-f-code", DOC, 0, LA, LA_ISCED_F, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "isced-clarification", DOC, 0, LA, LA_ISCED_WORDING, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "student-language-skill", DOC, SKILL, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ITEM, "first-version", DOC, VERSION, LA, -1, VALUE_NONE, MAP_REST, NULL, ON_VERSION},
	{ITEM, "approved-changes", DOC, VERSION, LA, -1, VALUE_NONE, MAP_REST, NULL, ON_VERSION},
	{ITEM, "changes-proposal", DOC, VERSION, LA, -1, VALUE_NONE, MAP_REST, NULL, ON_VERSION},
	{ITEM, "changes-proposal", DOC, VERSION, LA, LA_PROPOSAL_ID, VALUE_TOKEN, 0, "id", 0},
	{SENDER, "hei-id", DOC, 0, LA, LA_SENDING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{SENDER, "ounit-id", DOC, 0, LA, LA_SENDING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{RECEIVER, "hei-id", DOC, 0, LA, LA_RECEIVING_HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{RECEIVER, "ounit-id", DOC, 0, LA, LA_RECEIVING_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "given-names", DOC, 0, LA, LA_GIVEN_NAMES, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "family-name", DOC, 0, LA, LA_FAMILY_NAME, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "global-id", DOC, 0, LA, LA_ESI, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "birth-date", DOC, 0, LA, LA_BIRTH_DATE, VALUE_DATE, 0, NO_ATTR},
	{STUDENT, "citizenship", DOC, 0, LA, LA_CITIZENSHIP, VALUE_TOKEN, 0, NO_ATTR},
	{STUDENT, "gender", DOC, 0, LA, LA_GENDER, VALUE_INT, 0, NO_ATTR},
	{STUDENT, "email", DOC, 0, LA, LA_EMAIL, VALUE_TOKEN, 0, NO_ATTR},
	{SKILL, "language", DOC, 0, LA, LA_LANGUAGE, VALUE_LANGUAGE, 0, NO_ATTR},
	{SKILL, "cefr-level", DOC, 0, LA, LA_LANGUAGE_LEVEL, VALUE_TOKEN, 0, NO_ATTR},
	{VERSION, "components-studied", DOC, LISTING, -1, -1, VALUE_NONE, 0, NULL, ON_LIST},
	{VERSION, "components-recognized", DOC, LISTING, -1, -1, VALUE_NONE, 0, NULL, ON_LIST},
	{VERSION, "virtual-components", DOC, LISTING, -1, -1, VALUE_NONE, 0, NULL, ON_LIST},
	{VERSION, "blended-mobility-components", DOC, LISTING, -1, -1, VALUE_NONE, 0, NULL, ON_LIST},
	{VERSION, "short-term-doctoral-components", DOC, LISTING, -1, -1, VALUE_NONE, 0, NULL, ON_LIST},
	{LISTING, "component", DOC, COMPONENT, COMP, -1, VALUE_NONE, MAP_OPEN, NULL, ON_COMPONENT},
	{LISTING, "component", DOC, COMPONENT, COMP, COMP_STATUS, VALUE_TOKEN, 0, "status", 0},
	{LISTING, "component", DOC, COMPONENT, COMP, COMP_REASON_CODE, VALUE_TOKEN, 0, "reason-code", 0},
	{LISTING, "component", DOC, COMPONENT, COMP, COMP_REASON_TEXT, VALUE_TEXT, 0, "reason-text", 0},
	{COMPONENT, "los-id", DOC, 0, COMP, COMP_LOS_ID, VALUE_TOKEN, 0, NO_ATTR},
	{COMPONENT, "los-code", DOC, 0, COMP, COMP_LOS_CODE, VALUE_TOKEN, 0, NO_ATTR},
	{COMPONENT, "title", DOC, 0, COMP, COMP_TITLE, VALUE_TOKEN, 0, NO_ATTR},
	{COMPONENT, "loi-id", DOC, 0, COMP, COMP_LOI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{COMPONENT, "term-id", DOC, TERM, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{COMPONENT, "credit", DOC, CREDIT, -1, -1, VALUE_NONE, 0, NULL, ON_CREDIT},
	{COMPONENT, "recognition-conditions", DOC, 0, COMP, COMP_CONDITIONS, VALUE_TEXT, 0, NO_ATTR},
	{COMPONENT, "short-description", DOC, 0, COMP, COMP_DESCRIPTION, VALUE_TEXT, 0, NO_ATTR},
	{TERM, "term-number", TERM2, 0, COMP, COMP_TERM_NUMBER, VALUE_INT, 0, NO_ATTR},
	{TERM, "total-terms", TERM2, 0, COMP, COMP_TOTAL_TERMS, VALUE_INT, 0, NO_ATTR},
	{CREDIT, "scheme", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_CREDIT_SCHEME},
	{CREDIT, "value", DOC, 0, -1, -1, VALUE_DECIMAL, 0, NULL, ON_CREDIT_VALUE},
	END_OF_RULES};

#define TOR 0
#define GRADE 1

static const MapRule tor_rules[] = {
	{TOP, "imobility-tors-get-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "tor", DOC, ITEM, TOR, TOR_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_ITEM},
	{ITEM, "omobility-id", DOC, 0, TOR, TOR_ID, VALUE_TOKEN, 0, NULL, ON_MOBILITY_ID},
	{ITEM, "receiving-academic-year-id", DOC, 0, TOR, TOR_RECEIVING_YEAR, VALUE_TERM, 0, NO_ATTR},
	{ITEM, "elmo", ELMO1, 0, TOR, TOR_ELMO, VALUE_XML, 0, NO_ATTR},
	{ITEM, "elmo", ELMO2, 0, TOR, TOR_ELMO, VALUE_XML, 0, NO_ATTR},
	{ITEM, "gradeConversionTable", DOC, PART, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{PART, "iscedTable", DOC, TABLE, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{PART, "iscedTable", DOC, TABLE, -1, -1, VALUE_TOKEN, 0, "iscedCode", ON_ISCED},
	{TABLE, "gradeFrequency", DOC, INSTANCE, GRADE, -1, VALUE_NONE, MAP_OPEN, NO_ATTR},
	{TABLE, "gradeFrequency", DOC, INSTANCE, GRADE, GRADE_LABEL, VALUE_TOKEN, 0, "label", 0},
	{TABLE, "gradeFrequency", DOC, INSTANCE, GRADE, GRADE_PERCENTAGE, VALUE_DECIMAL, 0, "percentage", 0},
	END_OF_RULES};

static const MapRule hei_rules[] = {{TOP, "institutions-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
									{ROOT, "hei", DOC, ITEM, 0, HEI_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_ITEM},
									{ITEM, "hei-id", DOC, 0, 0, HEI_ID, VALUE_TOKEN, 0, NO_ATTR},
									{ITEM, "other-id", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_OTHER_ID},
									{ITEM, "name", DOC, 0, -1, HEI_NAMES, VALUE_TOKEN, 0, NULL, ON_NAME},
									{ITEM, "abbreviation", DOC, 0, 0, HEI_ABBREVIATION, VALUE_TOKEN, 0, NO_ATTR},
									{ITEM, "street-address", ADDRESS, PLACE, -1, -1, VALUE_NONE, 0, NO_ATTR},
									{ITEM, "mailing-address", ADDRESS, PLACE, -1, -1, VALUE_NONE, 0, NO_ATTR},
									{ITEM, "website-url", DOC, 0, 0, HEI_WEBSITES, VALUE_TOKEN, MAP_LIST, NO_ATTR},
									{ITEM, "root-ounit-id", DOC, 0, 0, HEI_ROOT_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
									{ITEM, "ounit-id", DOC, 0, 0, HEI_OUNIT_IDS, VALUE_TOKEN, MAP_LIST, NO_ATTR},
									{PLACE, "locality", ADDRESS, 0, 0, HEI_LOCALITY, VALUE_TOKEN, 0, NO_ATTR},
									{PLACE, "country", ADDRESS, 0, 0, HEI_COUNTRY, VALUE_TOKEN, 0, NO_ATTR},
									END_OF_RULES};

static const MapRule ounit_rules[] = {
	{TOP, "ounits-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "ounit", DOC, ITEM, 0, OUNIT_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL, ON_ITEM},
	{ITEM, "ounit-id", DOC, 0, 0, OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "ounit-code", DOC, 0, 0, OUNIT_CODE, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "name", DOC, 0, -1, OUNIT_NAMES, VALUE_TOKEN, 0, NULL, ON_NAME},
	{ITEM, "abbreviation", DOC, 0, 0, OUNIT_ABBREVIATION, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "parent-ounit-id", DOC, 0, 0, OUNIT_PARENT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "website-url", DOC, 0, 0, OUNIT_WEBSITES, VALUE_TOKEN, MAP_LIST, NO_ATTR},
	END_OF_RULES};

#define COURSE 0

static const MapRule course_rules[] = {
	{TOP, "courses-response", DOC, ROOT, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ROOT, "learningOpportunitySpecification", DOC, ITEM, COURSE, COURSE_REST, VALUE_NONE, MAP_OPEN | MAP_REST, NULL,
	 ON_ITEM},
	{ITEM, "los-id", DOC, 0, COURSE, COURSE_LOS_ID, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "los-code", DOC, 0, COURSE, COURSE_LOS_CODE, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "ounit-id", DOC, 0, COURSE, COURSE_OUNIT_ID, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "title", DOC, 0, -1, COURSE_TITLES, VALUE_TOKEN, 0, NULL, ON_NAME},
	{ITEM, "type", DOC, 0, COURSE, COURSE_TYPE, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "subjectArea", DOC, 0, COURSE, COURSE_SUBJECT_AREA, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "iscedCode", DOC, 0, COURSE, COURSE_ISCED_F, VALUE_TOKEN, 0, NO_ATTR},
	{ITEM, "specifies", DOC, PART, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{ITEM, "contains", DOC, CONTAINS, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{PART, "learningOpportunityInstance", DOC, INSTANCE, COURSE, COURSE_REST, VALUE_NONE, MAP_REST, NULL, ON_INSTANCE},
	{INSTANCE, "loi-id", DOC, 0, COURSE, COURSE_LOI_ID, VALUE_TOKEN, 0, NO_ATTR},
	{INSTANCE, "start", DOC, 0, COURSE, COURSE_STARTED, VALUE_DATE, 0, NO_ATTR},
	{INSTANCE, "end", DOC, 0, COURSE, COURSE_ENDED, VALUE_DATE, 0, NO_ATTR},
	{INSTANCE, "academic-term", TERM1, TERM, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{INSTANCE, "academic-term", TERM2, TERM, -1, -1, VALUE_NONE, 0, NO_ATTR},
	{INSTANCE, "credit", DOC, CREDIT, -1, -1, VALUE_NONE, 0, NULL, ON_CREDIT},
	{INSTANCE, "languageOfInstruction", DOC, 0, COURSE, COURSE_LANGUAGE, VALUE_LANGUAGE, 0, NO_ATTR},
	{INSTANCE, "engagementHours", DOC, 0, COURSE, COURSE_HOURS, VALUE_DECIMAL, 0, NO_ATTR},
	{TERM, "ewp-id", TERM1, 0, COURSE, COURSE_TERM, VALUE_TERM, 0, NO_ATTR},
	{TERM, "ewp-id", TERM2, 0, COURSE, COURSE_TERM, VALUE_TERM, 0, NO_ATTR},
	{CREDIT, "scheme", DOC, 0, -1, -1, VALUE_TOKEN, 0, NULL, ON_CREDIT_SCHEME},
	{CREDIT, "value", DOC, 0, -1, -1, VALUE_DECIMAL, 0, NULL, ON_CREDIT_VALUE},
	{CONTAINS, "los-id", DOC, 0, COURSE, COURSE_CONTAINS, VALUE_TOKEN, MAP_LIST, NO_ATTR},
	END_OF_RULES};
/* clang-format on */

/* ---- what is kept while a document is read ---- */

#define YEARS_MAX 100 /* of one condition */

typedef struct Partner
{
	char *hei_id;
	char *iia_id;
	char *iia_code;
} Partner;

typedef struct Ewp
{
	const char *kind;
	const char *version;
	int item; /* number of the iia, la … */
	int part; /* of the condition or component in it */
	int rests;

	/* the agreement being read */
	int partners;
	Partner partner[2];
	int in_effect; /* -1: not given */
	bool terminated;
	char *hash;
	char *pdf;
	List *kept; /* rows of its conditions, or of the components of a learning agreement */
	StringInfo partners_rest;
	int32 years[YEARS_MAX];
	int nyears;
	int32 first_year;
	int32 last_year;
	bool places_undefined;
	bool too_many_years;

	/* a language skill, a subject area, a credit */
	char *language;
	char *level;
	char *code;
	char *wording;
	char *v6;
	char *scheme;
	char *value;

	/* a learning agreement or transcript */
	char *id;
	int32 receiving_year;
	const char *version_part;
	const char *list;
	char *isced;
} Ewp;

/* A row of a condition and its years. */
typedef struct Condition
{
	MapRow *row;
	int nyears;
	int32 *years;
} Condition;

static char *
token(char *text, int length)
{
	return pnstrdup(text, xsd_collapse(text, length));
}

static Datum
utf8_datum(const char *text)
{
	return value_string(text);
}

static void
set_text(MapRow *row, int column, const char *value)
{
	if (value != NULL)
		map_set(row, column, utf8_datum(value));
}

/* Appends to a column that is text[]; NULL is an element too. */
static void
append_text(MapRow *row, int column, const char *value)
{
	row->lists[column] =
		array_append_value(row->lists[column], value == NULL ? (Datum) 0 : utf8_datum(value), value == NULL, TEXTOID);
}

/* ---- the root ---- */

static void
ewp_root(Map *map, const XmlEvent *event)
{
	Ewp *ewp = map->own;
	const char *kind = document_kind(event->uri, event->name, &ewp->version);

	if (strcmp(event->name, map->rules[0].name) != 0)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("root element of the document is \"%s\", not \"%s\"", socu_clip(event->name, -1),
							   map->rules[0].name),
						errhint("exchange_kind tells what a document is.")));
	if (kind == NULL || strcmp(kind, ewp->kind) != 0)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("namespace \"%s\" is of no version of \"%s\" that is read",
							   event->uri == NULL ? "" : socu_clip(event->uri, Min(strlen(event->uri), 200)),
							   map->rules[0].name),
						errdetail("The namespace is %s.", event->uri == NULL ? "absent" : event->uri)));
	map->spaces[DOC] = event->uri;
	map->spaces[ADDRESS] = EWP_ADDRESS_URI;
	map->spaces[TERM1] = EWP_TERM1_URI;
	map->spaces[TERM2] = EWP_TERM2_URI;
	map->spaces[ELMO1] = ELMO_V1;
	map->spaces[ELMO2] = ELMO_V2;
}

/* ---- agreements ---- */

static void
begin_agreement(Ewp *ewp)
{
	ewp->partners = 0;
	memset(ewp->partner, 0, sizeof(ewp->partner));
	ewp->in_effect = -1;
	ewp->terminated = false;
	ewp->hash = ewp->pdf = NULL;
	ewp->kept = NIL;
	ewp->partners_rest = NULL;
}

static void
on_partner_value(Ewp *ewp, const char *name, char *value)
{
	Partner *partner = &ewp->partner[Min(ewp->partners, 2) - 1];

	if (strcmp(name, "hei-id") == 0)
		partner->hei_id = value;
	else if (strcmp(name, "iia-id") == 0)
		partner->iia_id = value;
	else
		partner->iia_code = value;
}

static void
add_year(Map *map, int32 term)
{
	Ewp *ewp = map->own;

	if (ewp->nyears < YEARS_MAX)
		ewp->years[ewp->nyears++] = term_year(term);
	else
	{
		if (!ewp->too_many_years && map->fault != NULL)
			map->fault(map, "error", "a condition of more than 100 years", NULL, "at most 100 academic years");
		ewp->too_many_years = true; /* none of them is taken */
	}
}

/* The years from the first to the last, both of one hemisphere. */
static void
fill_years(Map *map)
{
	Ewp *ewp = map->own;
	int32 year = ewp->first_year;

	if (ewp->first_year == 0 || ewp->last_year == 0)
		return;
	if (term_southern(ewp->first_year) != term_southern(ewp->last_year) ||
		term_start(ewp->first_year) > term_start(ewp->last_year))
	{
		if (map->fault != NULL)
			map->fault(map, "error", "the last year is not the first or one after it", NULL,
					   "receiving-first-academic-year-id <= receiving-last-academic-year-id");
		return;
	}
	while (term_start(year) <= term_start(ewp->last_year) && !ewp->too_many_years)
	{
		add_year(map, year);
		if (term_shift(year, 1, &year) != TERM_OK)
			break;
	}
}

static void
keep_condition(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Condition *condition = palloc(sizeof(Condition));
	const char *name = map->stack[map->depth].name;
	const char *end = strstr(name, "-mobility-spec");

	map_set(row, IIA_KIND, PointerGetDatum(cstring_to_text_with_len(name, end - name)));
	map_set(row, IIA_CONDITION_NO, Int32GetDatum(ewp->part));
	if (ewp->places_undefined && !row->nulls[IIA_PLACES])
	{
		/* a number that nobody has agreed to is no quota */
		map_set(row, IIA_PLACES_PROPOSED, row->values[IIA_PLACES]);
		row->nulls[IIA_PLACES] = true;
	}
	condition->row = row;
	condition->nyears = ewp->too_many_years ? 0 : ewp->nyears;
	condition->years = palloc(ewp->nyears * sizeof(int32) + 1);
	memcpy(condition->years, ewp->years, ewp->nyears * sizeof(int32));
	ewp->kept = lappend(ewp->kept, condition);
	map->held++;
}

/* What holds for the agreement stands in every row of it. */
static void
set_agreement(const Ewp *ewp, MapRow *row)
{
	map_set(row, IIA_NO, Int32GetDatum(ewp->item));
	set_text(row, IIA_VERSION, ewp->version);
	set_text(row, IIA_ID, ewp->partner[0].iia_id);
	set_text(row, IIA_CODE, ewp->partner[0].iia_code);
	set_text(row, IIA_HEI_ID, ewp->partner[0].hei_id);
	set_text(row, IIA_PARTNER_ID, ewp->partner[1].iia_id);
	set_text(row, IIA_PARTNER_CODE, ewp->partner[1].iia_code);
	set_text(row, IIA_PARTNER_HEI_ID, ewp->partner[1].hei_id);
	if (ewp->in_effect >= 0)
		map_set(row, IIA_IN_EFFECT, BoolGetDatum(ewp->in_effect == 1));
	map_set(row, IIA_TERMINATED, BoolGetDatum(ewp->terminated));
	set_text(row, IIA_HASH, ewp->hash);
	set_text(row, IIA_PDF, ewp->pdf);
	if (ewp->partners_rest != NULL)
		map_set(row, IIA_PARTNERS_REST, value_text(ewp->partners_rest->data, ewp->partners_rest->len));
}

static void
emit_condition(Map *map, const Condition *condition)
{
	MapRow *row = condition->row;

	set_agreement(map->own, row);
	if (condition->nyears == 0)
		map_emit(map, 0, row->values, row->nulls);
	row->nulls[IIA_ACADEMIC_YEAR] = false;
	for (int i = 0; i < condition->nyears; i++)
	{
		row->values[IIA_ACADEMIC_YEAR] = Int32GetDatum(condition->years[i]);
		map_emit(map, 0, row->values, row->nulls);
	}
}

/* An agreement without conditions is a row too. */
static void
end_agreement(Map *map)
{
	Ewp *ewp = map->own;
	ListCell *cell;

	foreach (cell, ewp->kept)
	{
		emit_condition(map, lfirst(cell));
		map->held--;
	}
	if (ewp->kept == NIL && map_wants(map, 0))
	{
		Datum values[IIA_COLUMNS] = {0};
		bool nulls[IIA_COLUMNS];
		MapRow row = {.values = values, .nulls = nulls};

		memset(nulls, true, sizeof(nulls));
		set_agreement(ewp, &row);
		map_emit(map, 0, values, nulls);
	}
	ewp->kept = NIL;
	map->held--; /* begin_agreement's: what is kept of partners */
}

/* An element that no rule names: of a partner, it belongs to the agreement, whose rows come later. */
static void
iia_rest(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Ewp *ewp = map->own;
	StringInfo *rest = container->to == PART ? &ewp->partners_rest : NULL;

	if (rest == NULL)
	{
		if (map->rows[0] == NULL)
			return;
		rest = &map->rows[0]->rests[IIA_REST];
	}
	if (*rest == NULL)
		*rest = xml;
	else
		appendBinaryStringInfo(*rest, xml->data, xml->len);
}

/* ---- learning agreements ---- */

static void
finish_component(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Datum program;
	TermFields fields;
	TermFields year;
	int32 term;

	map_set(row, COMP_LA_NO, Int32GetDatum(ewp->item));
	set_text(row, COMP_OMOBILITY_ID, ewp->id);
	set_text(row, COMP_PART, ewp->version_part);
	set_text(row, COMP_LIST, ewp->list);
	map_set(row, COMP_N, Int32GetDatum(ewp->part));
	if (!row->nulls[COMP_LOS_CODE] && value_program(row->values[COMP_LOS_CODE], &program))
		map_set(row, COMP_PROGRAM, program);
	if (!row->nulls[COMP_TERM_NUMBER] && !row->nulls[COMP_TOTAL_TERMS] && ewp->receiving_year != 0)
	{
		term_fields(ewp->receiving_year, &year);
		fields = year;
		fields.part = DatumGetInt32(row->values[COMP_TERM_NUMBER]);
		fields.parts = DatumGetInt32(row->values[COMP_TOTAL_TERMS]);
		if (term_make(&fields, &term) == TERM_OK)
			map_set(row, COMP_TERM, Int32GetDatum(term));
		else if (map->fault != NULL)
			map->fault(map, "error", "no such term", NULL, "1 <= term-number <= total-terms <= 9");
	}
	ewp->kept = lappend(ewp->kept, row);
	map->held++;
}

static bool
same_text(const MapRow *a, const MapRow *b, int column)
{
	return strcmp(TextDatumGetCString(a->values[column]), TextDatumGetCString(b->values[column])) == 0;
}

static bool
both_have(const MapRow *a, const MapRow *b, int column)
{
	return !a->nulls[column] && !b->nulls[column];
}

static bool
is_text(const MapRow *row, int column, const char *value)
{
	return !row->nulls[column] && strcmp(TextDatumGetCString(row->values[column]), value) == 0;
}

/*
 * Is it the same component?  The identifiers that both have decide; the title only where they
 * have none in common.
 */
static bool
same_component(const MapRow *a, const MapRow *b)
{
	static const int columns[] = {COMP_LOS_ID, COMP_LOS_CODE, COMP_LOI_ID, COMP_TITLE};

	if (!same_text(a, b, COMP_LIST))
		return false;
	for (int i = 0; i < lengthof(columns); i++)
		if (both_have(a, b, columns[i]))
			return same_text(a, b, columns[i]);
	return false;
}

/* Takes a component that an approved change deletes out of the plan; false if there is none such. */
static bool
delete_from_plan(List *rows, const MapRow *deleted)
{
	ListCell *cell;

	foreach (cell, rows)
	{
		MapRow *row = lfirst(cell);

		if (row == deleted)
			break;
		if (row->nulls[COMP_IN_PLAN] || !DatumGetBool(row->values[COMP_IN_PLAN]) || !same_component(row, deleted))
			continue;
		row->values[COMP_IN_PLAN] = BoolGetDatum(false);
		return true;
	}
	return false;
}

/* The plan in force: the first version, and what approved changes insert, less what they delete. */
static void
end_learning_agreement(Map *map)
{
	Ewp *ewp = map->own;
	ListCell *cell;

	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);
		bool first = is_text(row, COMP_PART, "first-version");
		bool changes = is_text(row, COMP_PART, "approved-changes");

		if (changes && row->nulls[COMP_STATUS])
			continue; /* neither inserted nor deleted: nobody can tell */
		map_set(row, COMP_IN_PLAN, BoolGetDatum(first || (changes && is_text(row, COMP_STATUS, "inserted"))));
	}
	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);

		if (is_text(row, COMP_PART, "approved-changes") && is_text(row, COMP_STATUS, "deleted") &&
			!delete_from_plan(ewp->kept, row))
			row->nulls[COMP_IN_PLAN] = true;
	}
	foreach (cell, ewp->kept)
	{
		MapRow *row = lfirst(cell);

		map_emit(map, COMP, row->values, row->nulls);
		map->held--;
	}
	ewp->kept = NIL;
	map->held--;
}

/* An element of a learning agreement that has no column. */
static void
la_rest(Map *map, const MapRule *container, const char *name, StringInfo xml)
{
	Ewp *ewp = map->own;
	Datum values[LAREST_COLUMNS] = {0};
	bool nulls[LAREST_COLUMNS] = {false};

	if (!map_wants(map, KEPT))
		return;
	values[LAREST_LA_NO] = Int32GetDatum(ewp->item);
	if (!(nulls[LAREST_OMOBILITY_ID] = ewp->id == NULL))
		values[LAREST_OMOBILITY_ID] = utf8_datum(ewp->id);
	values[LAREST_OWNER] = PointerGetDatum(cstring_to_text(container->name));
	values[LAREST_N] = Int32GetDatum(++ewp->rests);
	values[LAREST_NAME] = utf8_datum(name);
	values[LAREST_CONTENT] = value_text(xml->data, xml->len);
	map_emit(map, KEPT, values, nulls);
}

/* The last day of the month. */
static void
set_end_month(Map *map, char *text, int length)
{
	MapRow *row = map->rows[LA];
	XsdDate date;

	if (row == NULL || !xsd_year_month(text, length, &date))
		return;
	if (date.month == 12)
	{
		date.year++;
		date.month = 0;
	}
	map_set(row, LA_ENDED, DateADTGetDatum(date2j(date.year, date.month + 1, 1) - 1 - POSTGRES_EPOCH_JDATE));
}

/* ---- credits ---- */

static void
end_credit(Map *map, MapRow *row, int credit_column, int schemes, int values)
{
	Ewp *ewp = map->own;
	int64 credit;
	Datum number = (Datum) 0;
	bool has_number;

	if (row == NULL)
		return;
	has_number = ewp->value != NULL && value_read(VALUE_DECIMAL, ewp->value, (int) strlen(ewp->value), &number);
	append_text(row, schemes, ewp->scheme);
	row->lists[values] = array_append_value(row->lists[values], number, !has_number, NUMERICOID);
	if (value_credit(ewp->scheme, ewp->value, &credit))
		map_set(row, credit_column, Int64GetDatum(credit));
	ewp->scheme = ewp->value = NULL;
}

/* ---- hooks ---- */

static void
ewp_begin(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;
	bool las = strcmp(ewp->kind, "las") == 0;

	switch (rule->hook)
	{
		case ON_ITEM:
			ewp->item++;
			ewp->part = 0;
			ewp->id = ewp->isced = NULL;
			ewp->receiving_year = 0;
			if (strcmp(ewp->kind, "iias") == 0)
				begin_agreement(ewp);
			if (strcmp(ewp->kind, "iias") == 0 || las || strcmp(ewp->kind, "tors") == 0)
				map->held++; /* what is noted of it lives as long as it */
			break;
		case ON_PARTNER:
			ewp->partners++;
			break;
		case ON_SPEC:
			ewp->part++;
			ewp->nyears = 0;
			ewp->first_year = ewp->last_year = 0;
			ewp->places_undefined = ewp->too_many_years = false;
			break;
		case ON_VERSION:
			ewp->version_part = rule->name;
			ewp->part = 0;
			break;
		case ON_LIST:
			ewp->list = strcmp(rule->name, "components-studied") == 0			 ? "studied"
						: strcmp(rule->name, "components-recognized") == 0		 ? "recognized"
						: strcmp(rule->name, "virtual-components") == 0			 ? "virtual"
						: strcmp(rule->name, "blended-mobility-components") == 0 ? "blended-mobility"
																				 : "short-term-doctoral";
			break;
		case ON_COMPONENT:
			ewp->part++;
			break;
		case ON_SKILL:
			ewp->language = ewp->level = NULL;
			break;
		case ON_AREA:
			ewp->code = ewp->wording = ewp->v6 = NULL;
			break;
		case ON_CREDIT:
			ewp->scheme = ewp->value = NULL;
			break;
		default:
			break;
	}
}

static void
course_instance_ends(Map *map)
{
	static const int own[] = {COURSE_LOI_ID,		 COURSE_STARTED,	  COURSE_ENDED, COURSE_TERM,
							  COURSE_CREDIT,		 COURSE_LANGUAGE,	  COURSE_HOURS, COURSE_INSTANCE_NO,
							  COURSE_CREDIT_SCHEMES, COURSE_CREDIT_VALUES};
	Ewp *ewp = map->own;
	MapRow *row = map->rows[COURSE];
	MapRow *copy;
	int bytes = COURSE_COLUMNS;

	if (row == NULL)
		return;
	copy = palloc0(sizeof(MapRow));
	copy->values = memcpy(palloc(bytes * sizeof(Datum)), row->values, bytes * sizeof(Datum));
	copy->nulls = memcpy(palloc(bytes * sizeof(bool)), row->nulls, bytes * sizeof(bool));
	map_set(copy, COURSE_INSTANCE_NO, Int32GetDatum(++ewp->part));
	for (int i = COURSE_CREDIT_SCHEMES; i <= COURSE_CREDIT_VALUES; i++)
		if (row->lists[i] != NULL)
			map_set(copy, i, makeArrayResult(row->lists[i], CurrentMemoryContext));
	ewp->kept = lappend(ewp->kept, copy);
	for (int i = 0; i < lengthof(own); i++)
	{
		row->nulls[own[i]] = true;
		row->lists[own[i]] = NULL;
	}
}

/* A course is a row for each of its instances, or one if it has none. */
static void
course_ends(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;
	Datum program;
	ListCell *cell;

	map_set(row, COURSE_NO, Int32GetDatum(ewp->item));
	if (!row->nulls[COURSE_LOS_CODE] && value_program(row->values[COURSE_LOS_CODE], &program))
		map_set(row, COURSE_PROGRAM, program);
	if (ewp->kept == NIL)
		map_emit(map, COURSE, row->values, row->nulls);
	foreach (cell, ewp->kept)
	{
		MapRow *instance = lfirst(cell);

		for (int i = 0; i < COURSE_COLUMNS; i++)
			if (!row->nulls[i])
				map_set(instance, i, row->values[i]);
		map_emit(map, COURSE, instance->values, instance->nulls);
	}
	ewp->kept = NIL;
}

/* An element that is no leaf ends. */
static void
ewp_ended(Map *map, const MapRule *rule)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];

	switch (rule->hook)
	{
		case ON_ITEM:
			if (strcmp(ewp->kind, "iias") == 0)
				end_agreement(map);
			else if (strcmp(ewp->kind, "las") == 0)
				end_learning_agreement(map);
			else if (strcmp(ewp->kind, "tors") == 0)
				map->held--;
			break;
		case ON_SPEC:
			fill_years(map);
			break;
		case ON_SKILL:
			if (row == NULL || (ewp->language == NULL && ewp->level == NULL))
				break;
			append_text(row, strcmp(ewp->kind, "iias") == 0 ? IIA_LANGUAGES : OM_LANGUAGES, ewp->language);
			append_text(row, strcmp(ewp->kind, "iias") == 0 ? IIA_LANGUAGE_LEVELS : OM_LANGUAGE_LEVELS, ewp->level);
			break;
		case ON_AREA:
			if (row == NULL)
				break;
			append_text(row, IIA_ISCED_F, ewp->code);
			append_text(row, IIA_ISCED_WORDINGS, ewp->wording);
			append_text(row, IIA_ISCED_V6, ewp->v6);
			break;
		case ON_VERSION:
			if (row != NULL && strcmp(rule->name, "first-version") == 0)
				map_set(row, LA_FIRST_VERSION, BoolGetDatum(true));
			else if (row != NULL && strcmp(rule->name, "approved-changes") == 0)
				map_set(row, LA_APPROVED_CHANGES, BoolGetDatum(true));
			break;
		case ON_CREDIT:
			if (strcmp(ewp->kind, "las") == 0)
				end_credit(map, map->rows[COMP], COMP_CREDIT, COMP_CREDIT_SCHEMES, COMP_CREDIT_VALUES);
			else
				end_credit(map, row, COURSE_CREDIT, COURSE_CREDIT_SCHEMES, COURSE_CREDIT_VALUES);
			break;
		case ON_INSTANCE:
			course_instance_ends(map);
			break;
		default:
			break;
	}
}

/* Values of agreements. */
static void
iia_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	bool flag = false;
	int32 term = 0;
	TermFields seen;

	if (rule->form == VALUE_TERM && term_parse(text, length, &term, &seen) != TERM_OK)
		return;
	if (rule->form == VALUE_BOOLEAN && !xsd_boolean(text, length, &flag))
		return;
	switch (rule->hook)
	{
		case ON_PARTNER_VALUE:
			on_partner_value(ewp, rule->name, token(text, length));
			break;
		case ON_IN_EFFECT:
			ewp->in_effect = flag ? 1 : 0;
			break;
		case ON_TERMINATED:
			ewp->terminated = flag;
			break;
		case ON_YEAR:
			add_year(map, term);
			break;
		case ON_FIRST_YEAR:
			ewp->first_year = term_year(term);
			break;
		case ON_LAST_YEAR:
			ewp->last_year = term_year(term);
			break;
		case ON_UNDEFINED:
			if (map->rows[0] != NULL && flag)
				append_text(map->rows[0], IIA_NOT_YET_DEFINED, rule->name);
			if (flag && strcmp(rule->name, "mobilities-per-year") == 0)
				ewp->places_undefined = true;
			break;
		case ON_AREA_CODE:
			ewp->code = token(text, length);
			break;
		case ON_AREA_WORDING:
			ewp->wording = token(text, length);
			break;
		case ON_AREA_V6:
			ewp->v6 = token(text, length);
			break;
		case ON_HASH:
			ewp->hash = token(text, length);
			break;
		case ON_PDF:
			ewp->pdf = token(text, length);
			break;
		default:
			break;
	}
}

/* Values of nominations and learning agreements. */
static void
mobility_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];
	TermFields seen;

	switch (rule->hook)
	{
		case ON_GIVEN:
		case ON_FAMILY:
			if (row != NULL && map->lang != NULL)
				append_text(row, OM_OTHER_NAMES, psprintf("%s: %s", map->lang, token(text, length)));
			break;
		case ON_FLAG:
			if (row != NULL)
				map_set(row, OM_NON_STANDARD, BoolGetDatum(true));
			break;
		case ON_MOBILITY_ID:
			ewp->id = token(text, length);
			break;
		case ON_RECEIVING_YEAR:
			if (term_parse(text, length, &ewp->receiving_year, &seen) != TERM_OK)
				ewp->receiving_year = 0;
			break;
		case ON_YEAR_MONTH:
			if (row != NULL)
				map_set(row, LA_BY_MONTH, BoolGetDatum(true));
			if (strcmp(rule->name, "end-year-month") == 0)
				set_end_month(map, text, length);
			break;
		case ON_ISCED:
			ewp->isced = token(text, length);
			break;
		default:
			break;
	}
}

static void
ewp_value(Map *map, const MapRule *rule, char *text, int length)
{
	Ewp *ewp = map->own;
	MapRow *row = map->rows[0];

	if (text == NULL)
	{
		ewp_ended(map, rule);
		return;
	}
	switch (rule->hook)
	{
		case ON_SKILL_LANGUAGE:
			ewp->language = token(text, length);
			break;
		case ON_SKILL_LEVEL:
			ewp->level = token(text, length);
			break;
		case ON_CREDIT_SCHEME:
			ewp->scheme = token(text, length);
			break;
		case ON_CREDIT_VALUE:
			ewp->value = token(text, length);
			break;
		case ON_NAME:
			if (row != NULL)
			{
				append_text(row, rule->column, token(text, length));
				append_text(row, rule->column + 1, map->lang); /* the column after the names */
			}
			break;
		case ON_OTHER_ID:
			if (row != NULL)
			{
				append_text(row, HEI_OTHER_IDS, token(text, length));
				append_text(row, HEI_OTHER_ID_TYPES, map->type);
			}
			break;
		default:
			if (strcmp(ewp->kind, "iias") == 0)
				iia_value(map, rule, text, length);
			else
				mobility_value(map, rule, text, length);
	}
}

static void
ewp_closed(Map *map, MapRow *row)
{
	Ewp *ewp = map->own;

	if (strcmp(ewp->kind, "iias") == 0)
	{
		keep_condition(map, row);
		return;
	}
	if (strcmp(ewp->kind, "courses") == 0)
	{
		course_ends(map, row);
		return;
	}
	if (strcmp(ewp->kind, "las") == 0 && row->kind == COMP)
	{
		finish_component(map, row);
		return;
	}
	if (strcmp(ewp->kind, "tors") == 0 && row->kind == GRADE)
	{
		map_set(row, GRADE_TOR_NO, Int32GetDatum(ewp->item));
		set_text(row, GRADE_ID, ewp->id);
		set_text(row, GRADE_ISCED, ewp->isced);
		map_set(row, GRADE_N, Int32GetDatum(++ewp->part));
		map_emit(map, row->kind, row->values, row->nulls);
		return;
	}
	map_set(row, 0, Int32GetDatum(ewp->item)); /* the first column of every kind of item is its number */
	if (strcmp(ewp->kind, "omobilities") == 0)
	{
		set_text(row, OM_VERSION, ewp->version);
		map_set(row, OM_NON_STANDARD, BoolGetDatum(false));
	}
	else if (strcmp(ewp->kind, "las") == 0)
	{
		set_text(row, LA_VERSION, ewp->version);
		map_set(row, LA_BY_MONTH, BoolGetDatum(false));
		map_set(row, LA_FIRST_VERSION, BoolGetDatum(false));
		map_set(row, LA_APPROVED_CHANGES, BoolGetDatum(false));
	}
	else if (strcmp(ewp->kind, "tors") == 0)
		set_text(row, TOR_VERSION, ewp->version);
	map_emit(map, row->kind, row->values, row->nulls);
}

/* ---- functions ---- */

static const struct
{
	const char *kind;
	const MapRule *rules;
	int rows;
} documents[] = {{"iias", iia_rules, 1},	  {"omobilities", omobility_rules, 1}, {"las", la_rules, 3},
				 {"tors", tor_rules, 2},	  {"institutions", hei_rules, 1},	   {"ounits", ounit_rules, 1},
				 {"courses", course_rules, 1}};

static void
ewp_prepare(Map *map, Ewp *ewp, const char *kind)
{
	memset(map, 0, sizeof(*map));
	memset(ewp, 0, sizeof(*ewp));
	for (int i = 0; i < lengthof(documents); i++)
		if (strcmp(documents[i].kind, kind) == 0)
		{
			map->rules = documents[i].rules;
			map->kinds = documents[i].rows;
		}
	map->root = ewp_root;
	map->begin = ewp_begin;
	map->closed = ewp_closed;
	map->value = ewp_value;
	if (strcmp(kind, "iias") == 0)
		map->rest = iia_rest;
	else if (strcmp(kind, "las") == 0)
	{
		map->rest = la_rest;
		map->rest_kind = KEPT;
	}
	map->own = ewp;
	ewp->kind = kind;
}

void
ewp_faults(ExchangeSource *source, const char *kind,
		   void (*fault)(Map *map, const char *severity, const char *message, const char *value, const char *expected),
		   void *own)
{
	Map map;
	Ewp ewp;

	ewp_prepare(&map, &ewp, kind);
	map.fault = fault;
	map.fault_own = own;
	map_run(&map, source);
}

static Datum
rows_of(FunctionCallInfo fcinfo, const char *kind, int row_kind)
{
	Map map;
	Ewp ewp;

	ewp_prepare(&map, &ewp, kind);
	sink_to_set(&map.sinks[row_kind], fcinfo);
	map_run(&map, source_open(PG_GETARG_DATUM(0), source_argument_type(fcinfo, 0)));
	return (Datum) 0;
}

Datum
ewp_iias(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "iias", 0);
}

Datum
ewp_omobilities(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "omobilities", 0);
}

Datum
ewp_omobility_las(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "las", LA);
}

Datum
ewp_omobility_la_components(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "las", COMP);
}

Datum
ewp_omobility_la_rest(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "las", KEPT);
}

Datum
ewp_imobility_tors(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "tors", TOR);
}

Datum
ewp_imobility_tor_grades(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "tors", GRADE);
}

Datum
ewp_institutions(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "institutions", 0);
}

Datum
ewp_ounits(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "ounits", 0);
}

Datum
ewp_courses(PG_FUNCTION_ARGS)
{
	return rows_of(fcinfo, "courses", COURSE);
}
