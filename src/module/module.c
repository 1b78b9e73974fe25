/*
 * module/module.c: what PostgreSQL asks of the module, and what it does when it is loaded; above all rooms.
 */
#include "exchange/exchange.h"
#include "ground/settings.h"

PG_MODULE_MAGIC_EXT(.name = "socu", .version = SOCU_VERSION);

extern PGDLLEXPORT void _PG_init(void);

/* PostgreSQL calls it when the module is loaded.  Settings of the rooms first: the prefix is closed at the end. */
void
_PG_init(void)
{
	exchange_init();
	socu_define_settings();
}
