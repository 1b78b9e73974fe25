/*
 * ground/iso_core.h: the states of ISO 3166-1, without PostgreSQL.
 */
#ifndef ISO_CORE_H
#define ISO_CORE_H

#include <stdbool.h>

#define ISO_STATES 676 /* pairs of letters: AA is 0, ZZ 675 */

/*
 * Is this pair of letters, by number, one that ISO 3166-1 alpha-2 assigns to a state or territory (249 of
 * them, edition of 2024), or leaves to users (AA, QM to QZ, XA to XZ, ZZ)?  The list only grows: stored values depend
 * on it.
 */
extern bool iso_state_known(int number);

/* The number of the pair of letters at 'code', capital or small; -1 for what is no such pair, or not known. */
extern int iso_state_number(const char *code);

#endif /* ISO_CORE_H */
