/*
 * exchange/ewp.h: EWP documents (Erasmus Without Paper) as rows.
 */
#ifndef EXCHANGE_EWP_H
#define EXCHANGE_EWP_H

#include "exchange/map.h"

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

enum
{
	IIA_NO,
	IIA_CONDITION_NO,
	IIA_VERSION,
	IIA_ID,
	IIA_CODE,
	IIA_HEI_ID,
	IIA_PARTNER_ID,
	IIA_PARTNER_CODE,
	IIA_PARTNER_HEI_ID,
	IIA_IN_EFFECT,
	IIA_TERMINATED,
	IIA_KIND,
	IIA_SENDING_HEI_ID,
	IIA_SENDING_OUNIT_ID,
	IIA_RECEIVING_HEI_ID,
	IIA_RECEIVING_OUNIT_ID,
	IIA_ACADEMIC_YEAR,
	IIA_PLACES,
	IIA_PLACES_PROPOSED,
	IIA_NOT_YET_DEFINED,
	IIA_LANGUAGES,
	IIA_LANGUAGE_LEVELS,
	IIA_ISCED_F,
	IIA_ISCED_WORDINGS,
	IIA_ISCED_V6,
	IIA_OTHER_INFO,
	IIA_DURATION,
	IIA_BLENDED,
	IIA_EQF,
	IIA_HASH,
	IIA_PDF,
	IIA_REST,
	IIA_PARTNERS_REST,
	IIA_COLUMNS
};

enum
{
	OM_NO,
	OM_VERSION,
	OM_ID,
	OM_SENDING_HEI_ID,
	OM_SENDING_OUNIT_ID,
	OM_SENDING_IIA_ID,
	OM_RECEIVING_HEI_ID,
	OM_RECEIVING_OUNIT_ID,
	OM_RECEIVING_IIA_ID,
	OM_SENDING_TERM,
	OM_NON_STANDARD,
	OM_RECEIVING_YEAR,
	OM_ESI,
	OM_GIVEN_NAMES,
	OM_FAMILY_NAME,
	OM_OTHER_NAMES,
	OM_BIRTH_DATE,
	OM_CITIZENSHIP,
	OM_GENDER,
	OM_EMAIL,
	OM_PROPOSAL_ID,
	OM_STATUS,
	OM_ACTIVITY_TYPE,
	OM_ACTIVITY_ATTRIBUTES,
	OM_ARRIVAL,
	OM_DEPARTURE,
	OM_EQF_NOMINATION,
	OM_EQF_DEPARTURE,
	OM_NOMINEE_ISCED_F,
	OM_AGREEMENT_ISCED_F,
	OM_LANGUAGES,
	OM_LANGUAGE_LEVELS,
	OM_COMMENT,
	OM_REST,
	OM_COLUMNS
};

enum
{
	LA_NO,
	LA_VERSION,
	LA_ID,
	LA_SENDING_HEI_ID,
	LA_SENDING_OUNIT_ID,
	LA_RECEIVING_HEI_ID,
	LA_RECEIVING_OUNIT_ID,
	LA_RECEIVING_YEAR,
	LA_ESI,
	LA_GIVEN_NAMES,
	LA_FAMILY_NAME,
	LA_BIRTH_DATE,
	LA_CITIZENSHIP,
	LA_GENDER,
	LA_EMAIL,
	LA_STARTED,
	LA_ENDED,
	LA_BY_MONTH,
	LA_EQF,
	LA_ISCED_F,
	LA_ISCED_WORDING,
	LA_LANGUAGE,
	LA_LANGUAGE_LEVEL,
	LA_FIRST_VERSION,
	LA_APPROVED_CHANGES,
	LA_PROPOSAL_ID,
	LA_COLUMNS
};

enum
{
	LAREST_LA_NO,
	LAREST_OMOBILITY_ID,
	LAREST_OWNER,
	LAREST_N,
	LAREST_NAME,
	LAREST_CONTENT,
	LAREST_COLUMNS
};

enum
{
	COMP_LA_NO,
	COMP_OMOBILITY_ID,
	COMP_PART,
	COMP_LIST,
	COMP_N,
	COMP_STATUS,
	COMP_REASON_CODE,
	COMP_REASON_TEXT,
	COMP_LOS_ID,
	COMP_LOS_CODE,
	COMP_PROGRAM,
	COMP_TITLE,
	COMP_LOI_ID,
	COMP_TERM_NUMBER,
	COMP_TOTAL_TERMS,
	COMP_TERM,
	COMP_CREDIT,
	COMP_CREDIT_SCHEMES,
	COMP_CREDIT_VALUES,
	COMP_CONDITIONS,
	COMP_DESCRIPTION,
	COMP_IN_PLAN,
	COMP_COLUMNS
};

enum
{
	TOR_NO,
	TOR_VERSION,
	TOR_ID,
	TOR_RECEIVING_YEAR,
	TOR_ELMO,
	TOR_REST,
	TOR_COLUMNS
};

enum
{
	GRADE_TOR_NO,
	GRADE_ID,
	GRADE_ISCED,
	GRADE_N,
	GRADE_LABEL,
	GRADE_PERCENTAGE,
	GRADE_COLUMNS
};

enum
{
	HEI_NO,
	HEI_ID,
	HEI_NAMES,
	HEI_NAME_LANGS,
	HEI_OTHER_IDS,
	HEI_OTHER_ID_TYPES,
	HEI_ABBREVIATION,
	HEI_LOCALITY,
	HEI_COUNTRY,
	HEI_WEBSITES,
	HEI_ROOT_OUNIT_ID,
	HEI_OUNIT_IDS,
	HEI_REST,
	HEI_COLUMNS
};

enum
{
	OUNIT_NO,
	OUNIT_ID,
	OUNIT_CODE,
	OUNIT_NAMES,
	OUNIT_NAME_LANGS,
	OUNIT_ABBREVIATION,
	OUNIT_PARENT_ID,
	OUNIT_WEBSITES,
	OUNIT_REST,
	OUNIT_COLUMNS
};

enum
{
	COURSE_NO,
	COURSE_INSTANCE_NO,
	COURSE_LOS_ID,
	COURSE_LOS_CODE,
	COURSE_PROGRAM,
	COURSE_OUNIT_ID,
	COURSE_TITLES,
	COURSE_TITLE_LANGS,
	COURSE_TYPE,
	COURSE_SUBJECT_AREA,
	COURSE_ISCED_F,
	COURSE_LOI_ID,
	COURSE_STARTED,
	COURSE_ENDED,
	COURSE_TERM,
	COURSE_CREDIT,
	COURSE_CREDIT_SCHEMES,
	COURSE_CREDIT_VALUES,
	COURSE_LANGUAGE,
	COURSE_HOURS,
	COURSE_CONTAINS,
	COURSE_REST,
	COURSE_COLUMNS
};

/* Faults of the values of an EWP document of this kind (document_kind). */
extern void ewp_faults(ExchangeSource *source, const char *kind,
					   void (*fault)(Map *map, const char *severity, const char *message, const char *value,
									 const char *expected),
					   void *own);

/* The hash of the n-th agreement of a document (EWP IIAs 7), hexadecimal. */
extern char *iia_hash_of(Datum document, Oid type, int n);

/* A credit of a scheme that is known, exactly; false if there is none such. */
extern bool exchange_credit(const char *scheme, const char *value, int64 *credit);

/* A code that names its classifier. */
extern bool exchange_program(Datum code, Datum *program);

#endif /* EXCHANGE_EWP_H */
