# lib.sh: what the scripts of tests/bin share.  Sourced, from the top of the tree.
#
# Settings: PG_CONFIG (which PostgreSQL), SOCU_NO_INSTALL=1 (never install packages), CC.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export LC_ALL=C.UTF-8

# Official XML samples, for the tests of exchange that want them: in a folder beside the tree, or named by the caller.
for dir in "$PWD/../shared/xml_samples" "$PWD/../../shared/xml_samples"; do
	if [ -z "${SOCU_XML_SAMPLES:-}" ] && [ -e "$dir/INDEX.tsv" ]; then export SOCU_XML_SAMPLES=$dir; fi
done

say() { printf '== %s\n' "$*"; }
die() {
	printf 'socu: %s\n' "$*" >&2
	exit 1
}

# install_packages WHY PACKAGE...: with the system's package manager, or one clear sentence.
install_packages() {
	local why=$1 as_root=
	shift
	[ -z "${SOCU_NO_INSTALL:-}" ] || die "$why: install $* (SOCU_NO_INSTALL is set)."
	command -v apt-get >/dev/null || die "$why: install the equivalent of the Debian packages $* first."
	if [ "$(id -u)" -ne 0 ]; then
		sudo -n true 2>/dev/null || die "$why, and installing needs root: run 'apt-get install $*' as root first."
		as_root="sudo -n"
	fi
	say "installing $* ($why)"
	$as_root env DEBIAN_FRONTEND=noninteractive sh -c '
		mkdir -p /etc/postgresql-common
		[ -e /etc/postgresql-common/createcluster.conf ] || {
			echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf; }
		apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }
	' sh "$@" >"${TMPDIR:-/tmp}/socu-install.$$.log" 2>&1 || {
		tail -5 "${TMPDIR:-/tmp}/socu-install.$$.log" >&2
		die "the package manager could not install $*."
	}
	rm -f "${TMPDIR:-/tmp}/socu-install.$$.log"
}

# need COMMAND PACKAGE...: make sure that a command is here.
need() {
	command -v "$1" >/dev/null || install_packages "$1 is missing" "${@:2}"
}

# A PostgreSQL with server headers, a compiler and the test runners.
need_postgres() {
	local major
	need make make
	need cc gcc libc6-dev
	need perl perl
	need xml2-config libxml2-dev zlib1g-dev
	echo '#include <zlib.h>' | cc -E -x c -o /dev/null - 2>/dev/null || install_packages "zlib.h is missing" zlib1g-dev
	PG_CONFIG=${PG_CONFIG:-pg_config}
	if [ ! -e "$("$PG_CONFIG" --pgxs 2>/dev/null)" ]; then
		[ "$PG_CONFIG" = pg_config ] || die "$PG_CONFIG has no server headers (--pgxs): install them for this PostgreSQL."
		major=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -1)
		install_packages "PostgreSQL with its server headers is missing" \
			"postgresql-${major:-15}" "postgresql-server-dev-${major:-15}"
		hash -r
		[ -e "$("$PG_CONFIG" --pgxs 2>/dev/null)" ] || PG_CONFIG=/usr/lib/postgresql/${major:-15}/bin/pg_config
	fi
	export PG_CONFIG
	PG_BIN=$("$PG_CONFIG" --bindir)
	PG_MAJOR=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	[ "$PG_MAJOR" -ge 15 ] || die "PostgreSQL $PG_MAJOR found, but socu needs 15 or newer: name another with PG_CONFIG=."
	[ -x "$PG_BIN/initdb" ] ||
		install_packages "the server of PostgreSQL $PG_MAJOR is missing" "postgresql-$PG_MAJOR"
}

build() {
	[ -w . ] && [ -w src ] || die "$PWD is not writable for $(id -un): clone socu to a place of your own."
	say "building for PostgreSQL $PG_MAJOR"
	make -s with_llvm=no PG_CONFIG="$PG_CONFIG" ${WERROR:+WERROR=1} ${MAKE_ARGS:-} || die "the build failed (see above)."
}

# ---- the throwaway cluster ----
# cluster_start makes one below a temporary folder, reachable by a Unix socket alone (so no port can be occupied),
# with socu from a staged install (so nothing is written to the system).  It is removed when the script ends.
# The server and what tests it run as an unprivileged user: $AS is the prefix to run a command as that user.

SOCU_TMP= AS=
cleanup() {
	trap '' INT TERM
	if [ -n "$SOCU_TMP" ]; then
		[ -e "$SOCU_TMP/data/postmaster.pid" ] && $AS "$PG_BIN/pg_ctl" -s -D "$SOCU_TMP/data" -m immediate stop >/dev/null 2>&1
		rm -rf "$SOCU_TMP"
	fi
	return 0
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

unprivileged() {
	local user
	[ "$(id -u)" -eq 0 ] || return 0
	user=postgres
	id -u $user >/dev/null 2>&1 || user=nobody
	AS="runuser -u $user --"
	chown -R $user: "$SOCU_TMP"
}

stage() {
	SOCU_TMP=$(mktemp -d "${TMPDIR:-/tmp}/socu.XXXXXX") || die "cannot make a folder in ${TMPDIR:-/tmp}: set TMPDIR to a writable one."
	chmod 755 "$SOCU_TMP"
	make -s with_llvm=no PG_CONFIG="$PG_CONFIG" install DESTDIR="$SOCU_TMP/stage" >/dev/null || die "the staged install failed."
	# The tests run in a copy of the tree that their user may write to.
	mkdir "$SOCU_TMP/tree"
	tar -cf - --exclude=.git --exclude='*.o' --exclude='*.bc' . | tar -xf - -C "$SOCU_TMP/tree"
	unprivileged
}

cluster_start() {
	local sharedir pkglibdir
	stage
	sharedir=$("$PG_CONFIG" --sharedir) pkglibdir=$("$PG_CONFIG" --pkglibdir)
	cd "$SOCU_TMP/tree"
	$AS "$PG_BIN/initdb" -D "$SOCU_TMP/data" -U postgres -A trust --no-locale -E UTF8 --no-sync >"$SOCU_TMP/initdb.log" 2>&1 || {
		tail -3 "$SOCU_TMP/initdb.log" >&2
		die "initdb failed (see above)."
	}
	# 18 has settings for an extension in another place; Debian's 15 to 17 have one of their own.
	if [ "$PG_MAJOR" -ge 18 ]; then
		cat >"$SOCU_TMP/extra.conf" <<-E
			extension_control_path = '$SOCU_TMP/stage$sharedir:\$system'
			dynamic_library_path = '$SOCU_TMP/stage$pkglibdir:\$libdir'
		E
	elif $AS "$PG_BIN/postgres" -C extension_destdir -D "$SOCU_TMP/data" >/dev/null 2>&1; then
		cat >"$SOCU_TMP/extra.conf" <<-E
			extension_destdir = '$SOCU_TMP/stage'
			dynamic_library_path = '$SOCU_TMP/stage$pkglibdir:$pkglibdir'
		E
	elif [ -w "$sharedir/extension" ] && [ -w "$pkglibdir" ]; then
		say "installing socu into $sharedir (this PostgreSQL cannot load a staged extension)"
		make -C "$OLDPWD" -s with_llvm=no PG_CONFIG="$PG_CONFIG" install >/dev/null
		: >"$SOCU_TMP/extra.conf"
	else
		die "this PostgreSQL cannot load a staged extension and $sharedir/extension is not writable: run as root, or 'make install' and 'make installcheck'."
	fi
	{
		cat "$SOCU_TMP/extra.conf"
		echo "listen_addresses = ''"
		echo "unix_socket_directories = '$SOCU_TMP'"
		echo "fsync = ${SOCU_FSYNC:-off}"
		echo "max_connections = 100"
		[ -z "${SOCU_CONF:-}" ] || printf '%s\n' "$SOCU_CONF"
	} >>"$SOCU_TMP/data/postgresql.conf"
	$AS "$PG_BIN/pg_ctl" -s -w -D "$SOCU_TMP/data" -l "$SOCU_TMP/server.log" start || {
		tail -3 "$SOCU_TMP/server.log" >&2
		die "the throwaway server did not start (see above)."
	}
	export PGHOST=$SOCU_TMP PGPORT=5432 PGUSER=postgres PGDATABASE=postgres TEMP_CONFIG=$SOCU_TMP/extra.conf
	unset PGSERVICE PGOPTIONS PGHOSTADDR
	export PATH=$PG_BIN:$PATH
}
