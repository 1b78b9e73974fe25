/*
 * ground/compat.h: every difference between the supported PostgreSQL versions (15 to 19).
 *
 * No other file tests PG_VERSION_NUM.
 */
#ifndef SOCU_COMPAT_H
#define SOCU_COMPAT_H

#include "pg_config.h"

/*
 * The library is built with hidden symbols: what SQL calls is exported, and
 * nothing else.  Before 16 PostgreSQL's own macros export nothing.
 */
#if PG_VERSION_NUM < 160000
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

#include "postgres.h"

#include "access/tableam.h"
#include "executor/executor.h"
#include "fmgr.h"

#if PG_VERSION_NUM < 150000
#error "socu needs PostgreSQL 15 or newer"
#endif

#if PG_VERSION_NUM < 160000
#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(funcname)                                                                                  \
	extern PGDLLEXPORT Datum funcname(PG_FUNCTION_ARGS);                                                               \
	extern PGDLLEXPORT const Pg_finfo_record *CppConcat(pg_finfo_, funcname)(void);                                    \
	const Pg_finfo_record *CppConcat(pg_finfo_, funcname)(void)                                                        \
	{                                                                                                                  \
		static const Pg_finfo_record my_finfo = {1};                                                                   \
		return &my_finfo;                                                                                              \
	}                                                                                                                  \
	extern int no_such_variable
#endif

/* 16 moved the varlena macros out of postgres.h */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/*
 * Soft errors came with 16: before that, ereturn is an ordinary error, and no
 * caller can ask for anything else.
 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#else
#define ereturn(context, dummy_value, ...)                                                                             \
	do                                                                                                                 \
	{                                                                                                                  \
		(void) (context);                                                                                              \
		ereport(ERROR, __VA_ARGS__);                                                                                   \
		return dummy_value;                                                                                            \
	} while (0)
#define SOFT_ERROR_OCCURRED(escontext) (false)
#endif

/* make_range, of utils/rangetypes.h, reports soft errors since 16 */
#if PG_VERSION_NUM >= 160000
#define socu_make_range(typcache, lower, upper, empty) make_range(typcache, lower, upper, empty, NULL)
#else
#define socu_make_range(typcache, lower, upper, empty) make_range(typcache, lower, upper, empty)
#endif

/* 18 lets a module name itself and its version */
#ifndef PG_MODULE_MAGIC_EXT
#define PG_MODULE_MAGIC_EXT(...) PG_MODULE_MAGIC
#endif

/* 18 renamed PostgreSQL's own word for it; __int128 asks for gcc or clang anyway */
#define SOCU_NORETURN __attribute__((noreturn))

/*
 * A new version in the place of the newest one, waiting for who has it locked.
 * 16 reports which indexes need an entry; HeapTupleIsHeapOnly tells it in all versions.
 */
#if PG_VERSION_NUM >= 160000
typedef TU_UpdateIndexes SocuUpdateIndexes;
#if PG_VERSION_NUM >= 190000 /* options: none */
#define socu_heap_update(rel, tid, tuple, command, failure, mode, indexes)                                             \
	heap_update(rel, tid, tuple, command, 0, InvalidSnapshot, true, failure, mode, indexes)
#else
#define socu_heap_update(rel, tid, tuple, command, failure, mode, indexes)                                             \
	heap_update(rel, tid, tuple, command, InvalidSnapshot, true, failure, mode, indexes)
#endif
#define socu_update_needs_index(tuple, indexes) ((indexes) != TU_None)
#define socu_update_is_summarizing(indexes) ((indexes) == TU_Summarizing)
#else
typedef int SocuUpdateIndexes;
#define socu_heap_update(rel, tid, tuple, command, failure, mode, indexes)                                             \
	heap_update(rel, tid, tuple, command, InvalidSnapshot, true, failure, mode)
#define socu_update_needs_index(tuple, indexes) ((void) (indexes), !HeapTupleIsHeapOnly(tuple))
#define socu_update_is_summarizing(indexes) ((void) (indexes), false)
#endif

/* Entries of a new row or version in the indexes of its table; 16 knows indexes that only sum up, 19 has flags */
#if PG_VERSION_NUM >= 190000
#define socu_insert_index_tuples(info, estate, slot, summarizing)                                                      \
	ExecInsertIndexTuples(info, estate, (summarizing) ? EIIT_IS_UPDATE | EIIT_ONLY_SUMMARIZING : 0, slot, NIL, NULL)
#elif PG_VERSION_NUM >= 160000
#define socu_insert_index_tuples(info, estate, slot, summarizing)                                                      \
	ExecInsertIndexTuples(info, slot, estate, summarizing, false, NULL, NIL, summarizing)
#else
#define socu_insert_index_tuples(info, estate, slot, summarizing)                                                      \
	ExecInsertIndexTuples(info, slot, estate, false, false, NULL, NIL)
#endif

/* 19 wants a row type that was made by hand to be finished, and flags for a scan of a table */
#if PG_VERSION_NUM < 190000
#define TupleDescFinalize(desc) ((void) (desc))
#define socu_table_beginscan(rel, snapshot) table_beginscan(rel, snapshot, 0, NULL)
#else
#define socu_table_beginscan(rel, snapshot) table_beginscan(rel, snapshot, 0, NULL, 0)
#endif

/* 16 tells being a member of a role from being allowed to become it */
#if PG_VERSION_NUM >= 160000
#define socu_can_become(member, role) member_can_set_role(member, role)
#else
#define socu_can_become(member, role) is_member_of_role(member, role)
#endif

#endif /* SOCU_COMPAT_H */
