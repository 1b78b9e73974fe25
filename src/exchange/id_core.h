/*
 * exchange/id_core.h: identifiers of European student mobility, by their written rules.
 *
 * Sources: European Student Identifier (urn:schac:personalUniqueCode:int:esi), SCHAC 1.5,
 * EWP academic-term v2 (AcademicYearId, EwpAcademicTermId), EWP common types
 * (AsciiPrintableIdentifier).  Pure C.
 */
#ifndef EXCHANGE_ID_CORE_H
#define EXCHANGE_ID_CORE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * urn:schac:personalUniqueCode:int:esi:SCOPE:CODE, at most 255 characters; SCOPE is an
 * ISO 3166 alpha-2 code of a country, alone or with a region ("pl", "pl-mz"), or a SCHAC domain.
 */
extern bool id_esi(const char *text, size_t length);

/* "2024/2025" (the second is the first or the year after it). */
extern bool id_academic_year(const char *text, size_t length);

/* "2024/2025-1/2": number <= total, both one digit from 1 to 9. */
extern bool id_academic_term(const char *text, size_t length);

/* 1 to 64 printable ASCII characters without a space. */
extern bool id_ascii(const char *text, size_t length);

#endif /* EXCHANGE_ID_CORE_H */
