/*
 * ground/settings.c: the settings of the extension.  A name below "socu." that is not here is an error.
 */
#include "ground/settings.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"

PG_FUNCTION_INFO_V1(acting_as);

int socu_acting_party = PARTY_NOT_SAID;
char *socu_reason = NULL;
static char *report_params = NULL;

const char *const socu_party_names[] = {NULL, "sender", "receiver", "system"};

static const struct config_enum_entry party_options[] = {{"", PARTY_NOT_SAID, false},
														 {"sender", PARTY_SENDER, false},
														 {"receiver", PARTY_RECEIVER, false},
														 {"system", PARTY_SYSTEM, false},
														 {NULL, 0, false}};

void
socu_define_settings(void)
{
	DefineCustomEnumVariable("socu.acting_party", "The party for which the session changes mobilities.",
							 "It narrows what the parties of the role (mobility_party) allow.", &socu_acting_party,
							 PARTY_NOT_SAID, party_options, PGC_USERSET, 0, NULL, NULL, NULL);
	DefineCustomStringVariable("socu.reason", "Why the changes of this transaction are made.", "Set by because().",
							   &socu_reason, "", PGC_USERSET, 0, NULL, NULL, NULL);
	DefineCustomStringVariable("socu.report_params", "Name of the conventions of the report.", NULL, &report_params, "",
							   PGC_USERSET, 0, NULL, NULL, NULL);
	MarkGUCPrefixReserved("socu");
}

/* acting_as(party): SET LOCAL socu.acting_party, with the module loaded, so that the value is checked. */
Datum
acting_as(PG_FUNCTION_ARGS)
{
	(void) set_config_option("socu.acting_party", text_to_cstring(PG_GETARG_TEXT_PP(0)), PGC_USERSET, PGC_S_SESSION,
							 GUC_ACTION_LOCAL, true, 0, false);
	PG_RETURN_VOID();
}
