/*
 * exchange/value.h: from the text of a document to a value.
 */
#ifndef EXCHANGE_VALUE_H
#define EXCHANGE_VALUE_H

#include "ground/socu.h"

/* How text becomes a value. */
typedef enum ValueForm
{
	VALUE_NONE,		/* no value */
	VALUE_TOKEN,	/* text, white space collapsed */
	VALUE_TEXT,		/* text as it stands */
	VALUE_DATE,		/* xs:date */
	VALUE_MONTH,	/* xs:gYearMonth: its first day */
	VALUE_TIME,		/* xs:dateTime, as timestamptz; without an offset it is read as UTC */
	VALUE_DECIMAL,	/* xs:decimal */
	VALUE_INT,		/* xs:integer within 32 bits */
	VALUE_BIGINT,	/* xs:integer within 64 bits */
	VALUE_BOOLEAN,	/* xs:boolean */
	VALUE_TERM,		/* academic year or term */
	VALUE_LANGUAGE, /* xs:language */
	VALUE_XML		/* the element itself, as a document of its own */
} ValueForm;

/* Text as a datum; the database is in UTF-8, as the documents are when they get here. */
extern Datum value_text(const char *text, int length);

static inline Datum
value_string(const char *text)
{
	return value_text(text, (int) strlen(text));
}

/* The value of a form; false if the text is none by the letter.  Text may be changed (white space). */
extern bool value_read(ValueForm form, char *text, int length, Datum *value);

/* What a form is called in a fault. */
extern const char *value_form_name(ValueForm form);

/* A credit of a scheme that is known, exactly; false if there is none such. */
extern bool value_credit(const char *scheme, const char *value, int64 *credit);

/* A code that names its classifier. */
extern bool value_program(Datum code, Datum *program);

#endif /* EXCHANGE_VALUE_H */
