/*
 * ground/domain_core.h: internet domains, which are the keys of institutions (SCHAC home organisation).  Pure C.
 */
#ifndef DOMAIN_CORE_H
#define DOMAIN_CORE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * An internet domain in lower case: at least two labels of letters, digits and inner hyphens, at most 253
 * bytes; the last one does not end with a digit.
 */
extern bool domain_valid(const char *text, size_t length);

#endif /* DOMAIN_CORE_H */
