/*
 * ground/settings.h: the settings of the extension.
 */
#ifndef SOCU_SETTINGS_H
#define SOCU_SETTINGS_H

#include "ground/socu.h"

/* socu.acting_party: for whom the session acts. */
typedef enum SocuParty
{
	PARTY_NOT_SAID,
	PARTY_SENDER,
	PARTY_RECEIVER,
	PARTY_SYSTEM
} SocuParty;

extern int socu_acting_party; /* a SocuParty */
extern const char *const socu_party_names[];
/* socu.reason: why the changes are made, in the words of who makes them. */
extern char *socu_reason;

/* Called once, when the module is loaded. */
extern void socu_define_settings(void);

#endif /* SOCU_SETTINGS_H */
