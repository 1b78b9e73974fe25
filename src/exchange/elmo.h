/*
 * exchange/elmo.h: ELMO documents (EMREX transcripts) as rows.
 *
 * The kinds of rows are composite types of SQL (sql/exchange/elmo.sql); their columns stand here in the
 * same order, and the code that writes documents uses the same numbers.
 */
#ifndef EXCHANGE_ELMO_H
#define EXCHANGE_ELMO_H

#include "exchange/map.h"

typedef enum ElmoKind
{
	ELMO_HEAD,
	ELMO_REPORT,
	ELMO_ACHIEVEMENT,
	ELMO_CREDIT,
	ELMO_LEVEL,
	ELMO_IDENTIFIER,
	ELMO_TEXT,
	ELMO_DISTRIBUTION,
	ELMO_ATTACHMENT,
	ELMO_REST,
	ELMO_KINDS
} ElmoKind;

enum
{
	HEAD_NAMESPACE,
	HEAD_GENERATED_AT,
	HEAD_GIVEN_NAMES,
	HEAD_FAMILY_NAME,
	HEAD_BIRTH_NAME,
	HEAD_BIRTH_DATE,
	HEAD_BIRTH_PLACE,
	HEAD_BIRTH_COUNTRY,
	HEAD_CITIZENSHIP,
	HEAD_GENDER,
	HEAD_SIGNED,
	HEAD_COLUMNS
};

enum
{
	REPORT_NO,
	REPORT_HEI_ID,
	REPORT_COUNTRY,
	REPORT_TITLE,
	REPORT_URL,
	REPORT_ISSUED_AT,
	REPORT_STATUS,
	REPORT_ACHIEVEMENTS,
	REPORT_COLUMNS
};

enum
{
	LOS_REPORT_NO,
	LOS_NO,
	LOS_PARENT_NO,
	LOS_DEPTH,
	LOS_TYPE,
	LOS_CODE,
	LOS_PROGRAM,
	LOS_TITLE,
	LOS_ISCED_F,
	LOS_SUBJECT_AREA,
	LOS_URL,
	LOS_STARTED,
	LOS_ENDED,
	LOS_TERM_TITLE,
	LOS_TERM_STARTED,
	LOS_TERM_ENDED,
	LOS_STATUS,
	LOS_STATUS_GIVEN,
	LOS_GRADE,
	LOS_GRADING_SCHEME,
	LOS_LOWER,
	LOS_EQUAL,
	LOS_HIGHER,
	LOS_CREDIT,
	LOS_CREDIT_SCHEME,
	LOS_CREDIT_VALUE,
	LOS_LANGUAGE,
	LOS_HOURS,
	LOS_COLUMNS
};

enum
{
	CREDIT_REPORT_NO,
	CREDIT_LOS_NO,
	CREDIT_N,
	CREDIT_SCHEME,
	CREDIT_LEVEL,
	CREDIT_VALUE,
	CREDIT_VALUE_TEXT,
	CREDIT_CREDIT,
	CREDIT_COLUMNS
};

enum
{
	LEVEL_REPORT_NO,
	LEVEL_LOS_NO,
	LEVEL_N,
	LEVEL_KIND,
	LEVEL_DESCRIPTION,
	LEVEL_VALUE,
	LEVEL_COLUMNS
};

enum
{
	ID_OWNER,
	ID_REPORT_NO,
	ID_LOS_NO,
	ID_N,
	ID_KIND,
	ID_VALUE,
	ID_COLUMNS
};

enum
{
	TEXT_OWNER,
	TEXT_REPORT_NO,
	TEXT_LOS_NO,
	TEXT_N,
	TEXT_KIND,
	TEXT_ID,
	TEXT_LANG,
	TEXT_TEXT,
	TEXT_COLUMNS
};

enum
{
	DIST_REPORT_NO,
	DIST_LOS_NO,
	DIST_N,
	DIST_LABEL,
	DIST_COUNT,
	DIST_COLUMNS
};

enum
{
	ATT_OWNER,
	ATT_REPORT_NO,
	ATT_N,
	ATT_TYPE,
	ATT_TITLE,
	ATT_IDS,
	ATT_ID_TYPES,
	ATT_LANG,
	ATT_MIME,
	ATT_CONTENT,
	ATT_UNDECODED,
	ATT_COLUMNS
};

enum
{
	REST_OWNER,
	REST_REPORT_NO,
	REST_LOS_NO,
	REST_N,
	REST_NAME,
	REST_CONTENT,
	REST_COLUMNS
};

#define ELMO_V1 "https://github.com/emrex-eu/elmo-schemas/tree/v1"
#define ELMO_V2 "https://github.com/emrex-eu/elmo-schemas/tree/v2"
#define DSIG_URI "http://www.w3.org/2000/09/xmldsig#"

/* Is this a namespace of ELMO?  *older: one that is read only when asked for. */
extern bool elmo_namespace(const char *uri, bool *older);

/* Faults of the values of an ELMO document: calls back, keeps no rows. */
typedef void (*ElmoFault)(Map *map, const char *severity, const char *message, const char *value, const char *expected);
extern void elmo_faults(ExchangeSource *source, ElmoFault fault, void *own);

/* ---- totals (exchange/total.c) ---- */

typedef struct ElmoTotals ElmoTotals;

extern ElmoTotals *elmo_totals_begin(MemoryContext context);
/* A LOS begins; it has this credit; it ends, with this status (empty: passed). */
extern void elmo_totals_enter(ElmoTotals *totals, int los_no);
extern void elmo_totals_credit(ElmoTotals *totals, const char *scheme, Numeric value);
extern void elmo_totals_leave(ElmoTotals *totals, const char *status);
/* The report ends: its totals become rows. */
extern void elmo_totals_report(ElmoTotals *totals, int report_no, Tuplestorestate *store, TupleDesc desc);

#endif /* EXCHANGE_ELMO_H */
