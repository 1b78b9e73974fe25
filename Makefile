# socu: PostgreSQL extension.  `make help` lists the targets.

EXTENSION = socu
# The source tree, seen from a build elsewhere (make -f ../Makefile in a folder for each version); nothing when built in place.
S := $(filter-out ./,$(dir $(firstword $(MAKEFILE_LIST))))
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'.*/\1/p" $(S)socu.control)

# The install script: its parts, ROOM/TOPIC, in this order.  A room may use the rooms before it.
SQL_PARTS = $(patsubst %,$(S)sql/%.sql, \
	ground/install ground/ground ground/dump \
	credit/type credit/rules credit/convert credit/float credit/parse credit/site data/credit \
	program/type program/tree \
	crosswalk/tables crosswalk/answers data/crosswalk \
	term/type term/calendar term/arithmetic term/parse data/term \
	registry/edtf registry/rules \
	quota/prototypes \
	recognition/scales recognition/grades recognition/averages data/recognition \
	exchange/exchange exchange/elmo exchange/ewp exchange/judge exchange/rules exchange/write \
	report/formulas report/print \
	end/tables end/comments end/ownership \
	network/network network/facts report/secret data/network \
	end/settings)

# The template of networks, in this order: steps (ROOM/NNN-TOPIC, each run once), the set (ROOM/TOPIC, replaced with each
# upgrade), facts (data/ROOM, rows that are copied into a new network).
NETWORK_STEPS = network/001-marker recognition/002-records quota/003-quota registry/004-books registry/005-works \
	registry/006-offices report/007-report exchange/008-exchange
NETWORK_SET = network/marker \
	registry/sources registry/states registry/bodies registry/institutions registry/directions registry/names registry/membership \
	registry/events registry/agreements registry/units registry/works registry/participation registry/in_force registry/history \
	registry/coordinators registry/figures registry/ratings registry/rights \
	quota/mobility quota/line quota/counter quota/guard quota/ask quota/verify quota/nominate quota/rights \
	recognition/records recognition/decisions exchange/import exchange/plans exchange/places exchange/transcript \
	report/conventions report/official report/year report/rollup report/refresh report/flow report/state report/volume \
	report/institution report/quota report/network report/agreement report/other report/view report/observation report/release \
	report/people
NETWORK_FACTS = data/registry data/quota data/report
NETWORK_PARTS = $(patsubst %,$(S)sql/%.sql,$(NETWORK_STEPS) $(NETWORK_SET) $(NETWORK_FACTS))

MODULE_big = socu
OBJS = $(patsubst $(S)%.c,%.o,$(sort $(wildcard $(S)src/*/*.c)))
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql
DATA = $(patsubst $(S)%,%,$(wildcard $(S)sql/$(EXTENSION)--*--*.sql))
DOCS = $(patsubst $(S)%,%,$(wildcard $(S)docs/*.md))
EXTRA_CLEAN = socu.built-for tests/results tests/regression.diffs tests/regression.out output_iso tmp_check tests/tmp_check log build \
	$(filter-out $(DATA),$(wildcard sql/$(EXTENSION)--*.sql))

REGRESS = $(sort $(patsubst $(S)tests/sql/%.sql,%,$(wildcard $(S)tests/sql/*.sql)))
# pg_regress looks for its files below outputdir first: it must not find the install scripts in sql/.
REGRESS_OPTS = --inputdir=$(S)tests --outputdir=tests --load-extension=btree_gist --load-extension=socu
ISOLATION = $(sort $(patsubst $(S)tests/specs/%.spec,%,$(wildcard $(S)tests/specs/*.spec)))
ISOLATION_OPTS = --inputdir=$(S)tests --load-extension=btree_gist --load-extension=socu
PROVE_TESTS = $(patsubst $(S)%,%,$(sort $(wildcard $(S)tests/t/*.pl)))
ifneq ($(PROVE_TESTS),)
TAP_TESTS = 1
endif

# clang does not know some of the flags and attributes of a PostgreSQL that gcc built.
CLANG_CFLAGS = -Wno-ignored-optimization-argument -Wno-unknown-warning-option -Wno-ignored-attributes

# libxml2 and zlib, for the exchange room.
XML2_CFLAGS := $(shell xml2-config --cflags 2>/dev/null || pkg-config --cflags libxml-2.0 2>/dev/null)
XML2_LIBS := $(shell xml2-config --libs 2>/dev/null || pkg-config --libs libxml-2.0 2>/dev/null)
SHLIB_LINK = $(XML2_LIBS) -lz

PG_CPPFLAGS = -I$(S)src -DSOCU_VERSION='"$(EXTVERSION)"' $(XML2_CFLAGS)
# PostgreSQL's own headers and macros have unused parameters, missing initializers and mixed signs.
# Only what SQL calls is exported: no other symbol can meet one of another module (PG_FUNCTION_INFO_V1 exports).
PG_CFLAGS = -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers -Wno-sign-compare $(if $(WERROR),-Werror) \
	$(if $(findstring clang,$(CC)),$(CLANG_CFLAGS))

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
PG_VERSION := $(shell $(PG_CONFIG) --version 2>/dev/null)
# pgxs comes with the client programs on some systems: the headers are looked for themselves.
PG_HEADER := $(shell $(PG_CONFIG) --includedir-server 2>/dev/null)/postgres.h

# Targets that bring what they need: they work before PostgreSQL is installed.
SELF_HELP = test demo bench help fuzz lint format check-core check-docs check-anywhere check-bench coverage test-all-versions \
	check-valgrind check-sanitizers check-stress check-hostile check-model check-disclosure check-networks check-upgrade

.DEFAULT_GOAL = all
.PHONY: $(SELF_HELP)

ifneq ($(and $(wildcard $(PGXS)),$(wildcard $(PG_HEADER))),)
# Bitcode for JIT inlining needs the clang that PostgreSQL was built with; without it the extension builds all the same.
PG_CLANG := $(shell sed -n 's/^CLANG *= *//p' $(dir $(PGXS))../Makefile.global)
ifeq ($(shell command -v $(firstword $(PG_CLANG)) 2>/dev/null),)
override with_llvm = no
endif
include $(PGXS)
docmoduledir = socu# a folder of its own: the names of the documents are no extension's own

# A build elsewhere needs the folders of its objects.
ifneq ($(S),)
$(shell mkdir -p sql tests $(sort $(dir $(OBJS))))
endif

# What the objects were built with: another PostgreSQL, compiler or flag builds them again.
BUILT_FOR = $(PG_VERSION) $(PGXS) $(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS)
.PHONY: FORCE
socu.built-for: FORCE
	@printf '%s\n' '$(subst ','\'',$(BUILT_FOR))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(BUILT_FOR))' >$@
$(OBJS) $(OBJS:.o=.bc) $(DATA_built): socu.built-for

# The tests must not see what the server's or the role's settings are: the session sets what an output could depend on.
installcheck: export PGCLIENTENCODING = UTF8
installcheck: export PGOPTIONS = $(subst @,\ ,$(addprefix -c ,search_path=public extra_float_digits=1 bytea_output=hex xmlbinary=base64 \
	xmloption=content row_security=on jit=off standard_conforming_strings=on backslash_quote=safe_encoding array_nulls=on \
	transform_null_equals=off quote_all_identifiers=off check_function_bodies=on default_transaction_isolation=read@committed \
	default_transaction_read_only=off default_transaction_deferrable=off statement_timeout=0 lock_timeout=0 \
	idle_in_transaction_session_timeout=0 default_tablespace= default_table_access_method=heap client_min_messages=notice \
	plan_cache_mode=auto enable_seqscan=on enable_indexscan=on enable_indexonlyscan=on enable_bitmapscan=on enable_sort=on \
	enable_hashagg=on enable_hashjoin=on enable_mergejoin=on enable_nestloop=on enable_material=on enable_memoize=on \
	enable_partitionwise_join=off enable_partitionwise_aggregate=off seq_page_cost=1 random_page_cost=4 cpu_tuple_cost=0.01 \
	cpu_index_tuple_cost=0.005 cpu_operator_cost=0.0025 effective_cache_size=4GB work_mem=4MB max_parallel_workers_per_gather=2 \
	parallel_setup_cost=1000 parallel_tuple_cost=0.1 default_statistics_target=100))
# The TAP tests make servers of their own, whose databases and roles say what holds.
override PROVE := env -u PGOPTIONS -u PGCLIENTENCODING $(PROVE)

# One sentence instead of a stack of errors where the server's folders may not be written to.
.PHONY: can-install
can-install:
	@dir='$(DESTDIR)$(pkglibdir)'; while [ ! -e "$$dir" ]; do dir=$$(dirname "$$dir"); done; [ -w "$$dir" ] || { \
	echo "socu: $$dir is not writable: use sudo make install, or stage it with DESTDIR=..." >&2; exit 1; }
installdirs: can-install
else
.PHONY: all install installcheck clean
PG_MAJOR := $(or $(shell $(PG_CONFIG) --version 2>/dev/null | sed -n 's/^PostgreSQL \([0-9]*\).*/\1/p'),NN)
all install installcheck:
	@echo "socu: no server headers of PostgreSQL found ($(PG_HEADER)): install postgresql-server-dev-$(PG_MAJOR) (postgresql$(PG_MAJOR)-devel)," \
	 "or name another PostgreSQL: make PG_CONFIG=/usr/lib/postgresql/NN/bin/pg_config" >&2; exit 1
clean:
	rm -rf $(EXTRA_CLEAN) $(OBJS) $(OBJS:.o=.bc) $(MODULE_big).so $(DATA_built)
endif

# The install script: the rooms one after another, then the template of networks.
$(DATA_built): $(SQL_PARTS) $(NETWORK_PARTS) $(S)sql/network/split.awk $(S)socu.control $(S)Makefile
	@printf '%s\n' '\echo Use "CREATE EXTENSION socu" to load this file. \quit' >$@.tmp
	@for part in $(SQL_PARTS); do printf '\n-- ===== %s =====\n\n' $$part; cat $$part; done >>$@.tmp
	@printf '\n-- ===== the template of networks =====\n\n' >>$@.tmp
	@LC_ALL=C awk -f $(S)sql/network/split.awk kind=table $(NETWORK_STEPS:%=$(S)sql/%.sql) kind=set $(NETWORK_SET:%=$(S)sql/%.sql) \
		kind=facts $(NETWORK_FACTS:%=$(S)sql/%.sql) >>$@.tmp
	@mv $@.tmp $@

$(OBJS): $(wildcard $(S)src/*/*.h) $(S)Makefile | have-libxml2

.PHONY: have-libxml2
have-libxml2:
	@[ -n '$(XML2_LIBS)' ] || { echo "socu: libxml2 is missing (neither xml2-config nor pkg-config knows it):" \
	"install libxml2-dev and zlib1g-dev, or what your system calls them." >&2; exit 1; }

help:
	@sed -n 's/^#: //p' $(S)Makefile
#: make                    build the extension (PG_CONFIG=… picks the PostgreSQL)
#: make install            install it (DESTDIR=… stages it)
#: make installcheck       run the SQL tests against a running server
#: make test               run every test in a throwaway cluster; installs what is missing
#: make demo               convert real transcripts in a throwaway cluster; installs what is missing
#: make bench              run the benchmarks (BENCH=room for one room) and print the tables
#: make check-docs         run the SQL of README.md and docs/, compare what it prints
#: make check-anywhere     the tests on other days, in other time zones, locales, folders, environments, as other users
#: make check-bench        every benchmark once, on few rows
#: make coverage           lines and branches of the C code that the tests reach
#: make check-core         unit tests of the cores, no server
#: make fuzz               fuzz the parsers (FUZZ_SECONDS=60 each)
#: make lint, make format  check, or apply, the C style
#: make test-all-versions  build and test on every PostgreSQL from 15 on that is here or can be set up
#: make check-valgrind     the SQL tests under valgrind
#: make check-sanitizers   the SQL tests and the hostile role, with the address and undefined-behaviour sanitizers
#: make check-stress       2 to 64 clients against the quotas (STRESS_SECONDS=60 each), naive guard beside
#: make check-model        the protocol of the quotas' counters in every order of steps, with and without its guards (spin)
#: make check-disclosure   an attacker of releases on ten made-up networks, against the bounds of docs/report.md
#: make check-networks      fifty networks in one database, under PostgreSQL's default size of the lock table
#: make check-upgrade       pg_upgrade from each PostgreSQL to the next, with a network in it
#: make check-clients      the blocks of docs/clients.md with each client library that can be had
#: make dist               the archive for PGXN, its META.json checked
#: make check-packages     build, check, install and test the Debian package, the archive and the other packaging files
#: make check-meta         META.json against the PGXN Meta Spec, and every version number against socu.control
#: make check-hostile      what a hostile role does with everything there is (HOSTILE_SECONDS=120, HOSTILE_SEED=1)
#: make clean              remove what was built

test:
	@$(S)tests/bin/test

demo:
	@$(S)tests/bin/demo

bench:
	@$(S)tests/bin/bench $(BENCH)

check-core:
	@$(S)tests/bin/core

check-docs:
	@$(S)tests/bin/docs

check-anywhere:
	@$(S)tests/bin/anywhere

check-bench:
	@BENCH_ROWS=$(or $(BENCH_ROWS),3000) BENCH_RUNS=1 $(S)tests/bin/bench $(BENCH)

coverage:
	@$(S)tests/bin/coverage

fuzz:
	@$(S)tests/bin/fuzz $(FUZZ_SECONDS)

lint:
	@$(S)tests/bin/lint

format:
	@$(S)tests/bin/lint --format

test-all-versions:
	@$(S)tests/bin/versions

check-valgrind:
	@$(S)tests/bin/checked valgrind

check-sanitizers:
	@$(S)tests/bin/checked sanitizers

check-stress:
	@$(S)tests/bin/stress $(STRESS_SECONDS)

check-model:
	@$(S)tests/bin/model

check-disclosure:
	@$(S)tests/bin/disclosure

check-networks:
	@$(S)tests/bin/networks

check-upgrade:
	@$(S)tests/bin/upgrade

# ---- packages and clients ----

.PHONY: check-clients dist check-meta check-packages

check-clients:
	@$(S)tests/bin/clients

check-meta:
	@$(S)tests/bin/meta

dist:
	@$(S)tests/bin/dist

check-packages:
	@$(S)tests/bin/packages

check-hostile:
	@$(S)tests/bin/hostile $(HOSTILE_SECONDS)
