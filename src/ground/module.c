/*
 * ground/module.c: the module: what PostgreSQL asks of it and what it does when it is loaded.
 */
#include "ground/settings.h"

PG_MODULE_MAGIC_EXT(.name = "socu", .version = SOCU_VERSION);

extern PGDLLEXPORT void _PG_init(void);

/* Of room exchange, which a header of this room may not include. */
extern void exchange_init(void);

/* PostgreSQL calls it when the module is loaded. */
void
_PG_init(void)
{
	exchange_init();
	socu_define_settings();
}
