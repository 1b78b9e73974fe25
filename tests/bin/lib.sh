# lib.sh: what the scripts of tests/bin share.  Sourced, from the top of the tree.
#
# Settings, from the environment:
#   PG_CONFIG=…           which PostgreSQL
#   SOCU_NO_INSTALL=1     never install packages
#   SOCU_CONF=…           lines for postgresql.conf
#   SOCU_INITDB=…         options of initdb, instead of --no-locale
#   SOCU_LOCALE=…         the locale of the client and of the clusters that the TAP tests make
#   SOCU_DATE='Y-M-D H:M' the server and the tests believe that it is this moment (libfaketime)
#   SOCU_STRANGER=1       the tests run as a user whose files the server cannot read, nor the other way round (as root only)

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
SOCU_SOURCE=$PWD

# What the caller's environment says to libpq, psql, make, perl or the C library is meant for other servers and other programs.
for name in $(compgen -e); do
	case $name in
	PG_CONFIG) ;;
	PG[A-Z]* | PG_COLOR* | PSQL* | PERL5OPT | PERL5DB | PROVE_* | LANGUAGE | LC_* | BASH_ENV | CDPATH | POSIXLY_CORRECT | GREP_*) unset "$name" ;;
	esac
done
# Of make's own flags only the assignments go on: make -j8 test CC=clang.
case ${MAKEFLAGS:-} in
*"-- "*) export MAKEFLAGS="-- ${MAKEFLAGS#*-- }" ;;
*) unset MAKEFLAGS ;;
esac
unset MFLAGS MAKELEVEL MAKEFILES
export LC_ALL=C.UTF-8 LANG=C.UTF-8
umask 022
if [ ! -w "${TMPDIR:-/tmp}" ]; then
	printf 'socu: cannot make a folder in %s: set TMPDIR to a writable one.\n' "${TMPDIR:-/tmp}" >&2
	exit 1
fi
# A socket's path has at most 107 bytes, and a setting with a blank in it must be quoted: such a TMPDIR serves no server.
case ${TMPDIR:-/tmp} in
*[!A-Za-z0-9/._-]* | ??????????????????????????????????????*) export TMPDIR=/tmp ;;
esac

# Official XML samples, for the tests of exchange that want them: in a folder beside the tree, or named by the caller.
for dir in "$PWD/../shared/xml_samples" "$PWD/../../shared/xml_samples"; do
	if [ -z "${SOCU_XML_SAMPLES:-}" ] && [ -e "$dir/INDEX.tsv" ]; then export SOCU_XML_SAMPLES=$dir; fi
done

processors() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1; }
say() { printf '== %s\n' "$*"; }
die() {
	printf 'socu: %s\n' "$*" >&2
	exit 1
}

# ---- what is missing ----
# need_* collect what is missing in LACKING (words) and PACKAGES; install_missing installs all of it in one go.

LACKING=() PACKAGES=()
lack() { # WHAT PACKAGE...
	LACKING+=("$1")
	shift
	PACKAGES+=("$@")
}

# With the system's package manager, or one sentence that names everything.
install_missing() {
	local why as_root='' log
	[ ${#PACKAGES[@]} -gt 0 ] || return 0
	why=$(printf ', %s' "${LACKING[@]}")
	why="missing: ${why#, }"
	mapfile -t PACKAGES < <(printf '%s\n' "${PACKAGES[@]}" | sort -u)
	[ -z "${SOCU_NO_INSTALL:-}" ] || die "$why. Run 'apt-get install ${PACKAGES[*]}' (SOCU_NO_INSTALL is set)."
	command -v apt-get >/dev/null || die "$why. Install the equivalent of the Debian packages ${PACKAGES[*]} first."
	if [ "$(id -u)" -ne 0 ]; then
		sudo -n true 2>/dev/null || die "$why. Run 'apt-get install ${PACKAGES[*]}' as root first."
		as_root="sudo -n"
	fi
	say "installing ${PACKAGES[*]} ($why)"
	log=$(mktemp)
	$as_root env DEBIAN_FRONTEND=noninteractive sh -c '
		mkdir -p /etc/postgresql-common
		[ -e /etc/postgresql-common/createcluster.conf ] || {
			echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf; }
		apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }
	' sh "${PACKAGES[@]}" >"$log" 2>&1 || {
		tail -5 "$log" >&2
		die "the package manager could not install ${PACKAGES[*]}."
	}
	rm -f "$log"
	LACKING=() PACKAGES=()
	hash -r
}

# need COMMAND PACKAGE...: make sure that a command is here.
need() {
	command -v "$1" >/dev/null || lack "$1" "${@:2}"
	install_missing
}

# The major version that the distribution has, for a machine without any PostgreSQL.
distribution_major() {
	apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -1
}

# lack_postgres: what a build, a server and the tests need, each part looked for itself.
lack_postgres() {
	local pgxs
	PG_MAJOR=$("$PG_CONFIG" --version 2>/dev/null | sed 's/[^0-9]*\([0-9]*\).*/\1/') || :
	if [ -z "$PG_MAJOR" ]; then
		PG_MAJOR=$(distribution_major)
		if [ -z "$PG_MAJOR" ] && [ "$(id -u)" -eq 0 ] && [ -z "${SOCU_NO_INSTALL:-}" ]; then
			apt-get update >/dev/null 2>&1 || :
			PG_MAJOR=$(distribution_major)
		fi
		lack "PostgreSQL" "postgresql-${PG_MAJOR:-15}" "postgresql-client-${PG_MAJOR:-15}" "postgresql-server-dev-${PG_MAJOR:-15}"
		PG_CONFIG=/usr/lib/postgresql/${PG_MAJOR:-15}/bin/pg_config
		return
	fi
	[ "$PG_MAJOR" -ge 15 ] || die "PostgreSQL $PG_MAJOR found, but socu needs 15 or newer: name another with PG_CONFIG=."
	pgxs=$("$PG_CONFIG" --pgxs)
	[ -e "$pgxs" ] && [ -e "$("$PG_CONFIG" --includedir-server)/postgres.h" ] ||
		lack "PostgreSQL $PG_MAJOR's server headers" "postgresql-server-dev-$PG_MAJOR"
	[ -x "$("$PG_CONFIG" --bindir)/initdb" ] && [ -x "$("$PG_CONFIG" --bindir)/postgres" ] ||
		lack "PostgreSQL $PG_MAJOR's server" "postgresql-$PG_MAJOR"
	[ -e "$("$PG_CONFIG" --sharedir)/extension/btree_gist.control" ] ||
		lack "PostgreSQL $PG_MAJOR's contrib modules" "postgresql-$PG_MAJOR"
	pgxs=${pgxs%/makefiles/*}
	[ -x "$pgxs/test/regress/pg_regress" ] && [ -x "$pgxs/test/isolation/isolationtester" ] &&
		[ -e "$pgxs/test/perl/PostgreSQL/Test/Cluster.pm" ] && [ -x "$("$PG_CONFIG" --bindir)/psql" ] ||
		lack "PostgreSQL $PG_MAJOR's client and test programs" "postgresql-client-$PG_MAJOR"
}

need_postgres() {
	PG_CONFIG=${PG_CONFIG:-pg_config}
	# a relative name would be another file in the copy of the tree
	case $PG_CONFIG in
	/*) ;;
	*/*) PG_CONFIG=$PWD/$PG_CONFIG ;;
	esac
	command -v make >/dev/null || lack make make
	echo 'int main(void) { return 0; }' | cc -x c - -o /dev/null 2>/dev/null || lack "a C compiler" gcc libc6-dev
	perl -MIPC::Run -e 1 2>/dev/null || lack "Perl with IPC::Run" perl libipc-run-perl
	if grep -qrs '<libxml/' src && [ ! -e "$(xml2-config --prefix 2>/dev/null)/include/libxml2/libxml/parser.h" ] &&
		! pkg-config --exists libxml-2.0 2>/dev/null; then
		lack "libxml2's headers" libxml2-dev pkg-config
	fi
	echo '#include <zlib.h>' | cc -E -x c -o /dev/null - 2>/dev/null || lack "zlib's headers" zlib1g-dev
	lack_postgres
	install_missing
	export PG_CONFIG
	[ -e "$("$PG_CONFIG" --includedir-server)/postgres.h" ] || die "$PG_CONFIG has no server headers: name another with PG_CONFIG=."
	PG_BIN=$("$PG_CONFIG" --bindir)
}

# pgmake TARGET...: make for this PostgreSQL, with the caller's MAKE_ARGS each time: other flags would build everything again.
# shellcheck disable=SC2086
pgmake() { make -s with_llvm=no PG_CONFIG="$PG_CONFIG" ${WERROR:+WERROR=1} ${MAKE_ARGS:-} "$@"; }

# A tree that may not be written to is built in a copy.
build() {
	if [ ! -w . ] || [ ! -w src ]; then
		SOCU_COPY=$(mktemp -d "${TMPDIR:-/tmp}/socu.XXXXXX")
		copy_tree "$SOCU_COPY"
		cd "$SOCU_COPY"
	fi
	say "building for PostgreSQL $PG_MAJOR"
	pgmake -j"$(processors)" || die "the build failed (see above)."
}

# copy_tree TO: the files, without what a build made of them for some other compiler.
copy_tree() { tar -cf - --exclude=./.git --exclude='*.o' --exclude='*.so' --exclude='*.bc' . | tar -xf - --no-same-permissions -C "$1"; }

# ---- the throwaway cluster ----
# cluster_start makes one below a temporary folder, reachable by a Unix socket alone (so no port can be occupied),
# with socu from a staged install (so nothing is written to the system).  It is removed when the script ends.
# The server and what tests it run as an unprivileged user: $AS is the prefix to run a command as the tests' user,
# $AS_SERVER as the server's.  IN_TIME is the prefix of what shall see SOCU_DATE.

SOCU_TMP='' SOCU_COPY='' AS='' AS_SERVER=''
IN_TIME=()
cleanup() {
	trap '' INT TERM
	cd /
	if [ -n "$SOCU_TMP" ]; then
		[ -e "$SOCU_TMP/data/postmaster.pid" ] && $AS_SERVER "$PG_BIN/pg_ctl" -s -D "$SOCU_TMP/data" -m immediate stop >/dev/null 2>&1
		rm -rf "$SOCU_TMP"
	fi
	[ -z "$SOCU_COPY" ] || rm -rf "$SOCU_COPY"
	return 0
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

unprivileged() {
	local user=postgres
	if [ "$(id -u)" -eq 0 ]; then
		id -u $user >/dev/null 2>&1 || user=nobody
		AS_SERVER="runuser -u $user --"
		AS=$AS_SERVER
		chown -R $user: "$SOCU_TMP"
	fi
	[ -n "${SOCU_STRANGER:-}" ] || return 0
	[ "$AS_SERVER" = "runuser -u postgres --" ] || die "SOCU_STRANGER needs root and a user postgres."
	AS="runuser -u nobody --"
	chown -R nobody: "$SOCU_TMP/tree"
	chmod 700 "$SOCU_TMP/tree"
}

stage() {
	SOCU_TMP=$(mktemp -d "${TMPDIR:-/tmp}/socu.XXXXXX")
	chmod 755 "$SOCU_TMP"
	pgmake install DESTDIR="$SOCU_TMP/stage" >/dev/null || die "the staged install failed."
	# The tests run in a copy of the tree that their user may write to.
	mkdir "$SOCU_TMP/tree"
	copy_tree "$SOCU_TMP/tree"
	unprivileged
}

# time_travel: SOCU_DATE as a shift of the clock, the same for all processes.
time_travel() {
	local library=
	[ -n "${SOCU_DATE:-}" ] || return 0
	for library in /usr/lib/*/faketime/libfaketime.so.1 /usr/lib64/faketime/libfaketime.so.1; do
		[ ! -e "$library" ] || break
	done
	if [ ! -e "$library" ]; then
		lack libfaketime libfaketime
		install_missing
		library=$(ls /usr/lib/*/faketime/libfaketime.so.1)
	fi
	IN_TIME=(env "LD_PRELOAD=$library" "FAKETIME=$(printf '%+d' $(($(date -d "$SOCU_DATE" +%s) - $(date +%s))))"
		FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 FAKETIME_NO_CACHE=1)
}

# staged_settings: the lines that make a server load socu from the staged install.
staged_settings() {
	local sharedir pkglibdir
	sharedir=$("$PG_CONFIG" --sharedir) pkglibdir=$("$PG_CONFIG" --pkglibdir)
	# 18 has settings for an extension in another place; Debian's 15 to 17 have one of their own.
	if [ "$PG_MAJOR" -ge 18 ]; then
		echo "extension_control_path = '$SOCU_TMP/stage$sharedir:\$system'"
		echo "dynamic_library_path = '$SOCU_TMP/stage$pkglibdir:\$libdir'"
	elif $AS_SERVER "$PG_BIN/postgres" -C extension_destdir -D "$SOCU_TMP/data" >/dev/null 2>&1; then
		echo "extension_destdir = '$SOCU_TMP/stage'"
		echo "dynamic_library_path = '$SOCU_TMP/stage$pkglibdir:$pkglibdir'"
	elif [ -w "$sharedir/extension" ] && [ -w "$pkglibdir" ]; then
		say "installing socu into $sharedir (this PostgreSQL cannot load a staged extension)" >&2
		pgmake -C "${SOCU_COPY:-$SOCU_SOURCE}" install >/dev/null
	else
		die "this PostgreSQL cannot load a staged extension and $sharedir/extension is not writable: run as root, or 'make install' and 'make installcheck'."
	fi
}

cluster_start() {
	stage
	time_travel
	cd "$SOCU_TMP/tree"
	# shellcheck disable=SC2086
	$AS_SERVER "${IN_TIME[@]}" "$PG_BIN/initdb" -D "$SOCU_TMP/data" -U postgres -A trust ${SOCU_INITDB:---no-locale} -E UTF8 --no-sync \
		>"$SOCU_TMP/initdb.log" 2>&1 || {
		tail -3 "$SOCU_TMP/initdb.log" >&2
		die "initdb failed (see above)."
	}
	staged_settings >"$SOCU_TMP/extra.conf"
	{
		cat "$SOCU_TMP/extra.conf"
		echo "listen_addresses = ''"
		echo "unix_socket_directories = '$SOCU_TMP'"
		echo "fsync = ${SOCU_FSYNC:-off}"
		echo "max_connections = 100"
		[ -z "${SOCU_CONF:-}" ] || printf '%s\n' "$SOCU_CONF"
	} >>"$SOCU_TMP/data/postgresql.conf"
	$AS_SERVER "${IN_TIME[@]}" "$PG_BIN/pg_ctl" -s -w -D "$SOCU_TMP/data" -l "$SOCU_TMP/server.log" start || {
		tail -3 "$SOCU_TMP/server.log" >&2
		die "the throwaway server did not start (see above)."
	}
	export PGHOST=$SOCU_TMP PGPORT=5432 PGUSER=postgres PGDATABASE=postgres TEMP_CONFIG=$SOCU_TMP/extra.conf
	export PATH=$PG_BIN:$PATH
}
