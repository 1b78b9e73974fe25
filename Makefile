# socu: PostgreSQL extension.  `make help` lists the targets.

EXTENSION = socu
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'.*/\1/p" socu.control)

# The install script: its parts, ROOM/TOPIC, in this order.  A room may use the rooms before it.
SQL_PARTS = $(patsubst %,sql/%.sql, \
	ground/ground \
	credit/credit data/credit \
	program/program \
	crosswalk/crosswalk data/crosswalk \
	term/term data/term \
	registry/registry data/registry \
	quota/quota data/quota \
	exchange/exchange exchange/elmo exchange/ewp exchange/judge exchange/rules exchange/write \
	report/report data/report \
	end/ownership)

MODULE_big = socu
OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*/*.c)))
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql
DATA = $(wildcard sql/$(EXTENSION)--*--*.sql)
EXTRA_CLEAN = tests/results tests/regression.diffs tests/regression.out output_iso tmp_check tests/tmp_check log build \
	$(filter-out $(DATA),$(wildcard sql/$(EXTENSION)--*.sql))

REGRESS = $(sort $(patsubst tests/sql/%.sql,%,$(wildcard tests/sql/*.sql)))
# pg_regress looks for its files below outputdir first: it must not find the install scripts in sql/.
REGRESS_OPTS = --inputdir=tests --outputdir=tests --load-extension=btree_gist --load-extension=socu
ISOLATION = $(sort $(patsubst tests/specs/%.spec,%,$(wildcard tests/specs/*.spec)))
ISOLATION_OPTS = --inputdir=tests --load-extension=btree_gist --load-extension=socu
PROVE_TESTS = $(sort $(wildcard tests/t/*.pl))
ifneq ($(PROVE_TESTS),)
TAP_TESTS = 1
endif

# clang does not know some of the flags and attributes of a PostgreSQL that gcc built.
CLANG_CFLAGS = -Wno-ignored-optimization-argument -Wno-unknown-warning-option -Wno-ignored-attributes

# libxml2 and zlib, for the exchange room.
XML2_CFLAGS := $(shell xml2-config --cflags 2>/dev/null || pkg-config --cflags libxml-2.0 2>/dev/null)
XML2_LIBS := $(shell xml2-config --libs 2>/dev/null || pkg-config --libs libxml-2.0 2>/dev/null)
SHLIB_LINK = $(XML2_LIBS) -lz

PG_CPPFLAGS = -Isrc -DSOCU_VERSION='"$(EXTVERSION)"' $(XML2_CFLAGS)
# PostgreSQL's own headers and macros have unused parameters, missing initializers and mixed signs.
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers -Wno-sign-compare $(if $(WERROR),-Werror) \
	$(if $(findstring clang,$(CC)),$(CLANG_CFLAGS))

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)

# Targets that bring what they need: they work before PostgreSQL is installed.
SELF_HELP = test demo bench help fuzz lint format check-core test-all-versions check-valgrind check-sanitizers \
	check-stress

.DEFAULT_GOAL = all
.PHONY: $(SELF_HELP)

ifneq ($(wildcard $(PGXS)),)
# Bitcode for JIT inlining needs the clang that PostgreSQL was built with; without it the extension builds all the same.
PG_CLANG := $(shell sed -n 's/^CLANG *= *//p' $(dir $(PGXS))../Makefile.global)
ifeq ($(shell command -v $(firstword $(PG_CLANG)) 2>/dev/null),)
override with_llvm = no
endif
include $(PGXS)

# One sentence instead of a stack of errors where the server's folders may not be written to.
.PHONY: can-install
can-install:
	@dir='$(DESTDIR)$(pkglibdir)'; while [ ! -e "$$dir" ]; do dir=$$(dirname "$$dir"); done; [ -w "$$dir" ] || { \
	echo "socu: $$dir is not writable: use sudo make install, or stage it with DESTDIR=..." >&2; exit 1; }
installdirs: can-install
else
.PHONY: all install installcheck clean
all install installcheck:
	@echo "socu: no PostgreSQL server headers found ($(PG_CONFIG) --pgxs gives nothing)." >&2; \
	 echo "      Install postgresql-server-dev-NN, or name one: make PG_CONFIG=/usr/lib/postgresql/NN/bin/pg_config" >&2; exit 1
clean:
	rm -rf $(EXTRA_CLEAN) $(OBJS) $(OBJS:.o=.bc) $(MODULE_big).so $(DATA_built)
endif

# The install script: the rooms one after another, checked to be all there.
$(DATA_built): $(SQL_PARTS) socu.control Makefile
	@printf '%s\n' '\echo Use "CREATE EXTENSION socu" to load this file. \quit' >$@.tmp
	@for part in $(SQL_PARTS); do printf '\n-- ===== %s =====\n\n' $$part; cat $$part; done >>$@.tmp
	@mv $@.tmp $@

$(OBJS): $(wildcard src/*/*.h) Makefile | have-libxml2

.PHONY: have-libxml2
have-libxml2:
	@[ -n '$(XML2_LIBS)' ] || { echo "socu: libxml2 is missing (neither xml2-config nor pkg-config knows it):" \
	"install libxml2-dev and zlib1g-dev, or what your system calls them." >&2; exit 1; }

help:
	@sed -n 's/^#: //p' Makefile
#: make                    build the extension (PG_CONFIG=… picks the PostgreSQL)
#: make install            install it (DESTDIR=… stages it)
#: make installcheck       run the SQL tests against a running server
#: make test               run every test in a throwaway cluster; installs what is missing
#: make demo               convert real transcripts in a throwaway cluster; installs what is missing
#: make bench              run the benchmarks (BENCH=room for one room) and print the tables
#: make check-core         unit tests of the cores, no server
#: make fuzz               fuzz the parsers (FUZZ_SECONDS=60 each)
#: make lint, make format  check, or apply, the C style
#: make test-all-versions  build and test on every PostgreSQL from 15 on that is here or can be set up
#: make check-valgrind     the SQL tests under valgrind
#: make check-sanitizers   the SQL tests with the address and undefined-behaviour sanitizers
#: make check-stress       2 to 64 clients against the quotas (STRESS_SECONDS=60 each), naive guard beside
#: make clean              remove what was built

test:
	@tests/bin/test

demo:
	@tests/bin/demo

bench:
	@tests/bin/bench $(BENCH)

check-core:
	@tests/bin/core

fuzz:
	@tests/bin/fuzz $(FUZZ_SECONDS)

lint:
	@tests/bin/lint

format:
	@tests/bin/lint --format

test-all-versions:
	@tests/bin/versions

check-valgrind:
	@tests/bin/checked valgrind

check-sanitizers:
	@tests/bin/checked sanitizers

check-stress:
	@tests/bin/stress $(STRESS_SECONDS)
