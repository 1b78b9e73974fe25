# What a hostile ordinary role does with everything the extension brings, taken from the catalog: functions, aggregates, operators, casts,
# trigger functions, estimators, tables, of the extension, of a network of somebody else's and of one of his own; and what an owner may hang on
# its tables.  Then the server still runs, and nothing has changed.
# A fixed number of rounds, as in make test; as many more as HOSTILE_SECONDS allows (make check-hostile).  HOSTILE_SEED (1)
# says which arguments; each failure prints the SQL that shows it.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(time);

my $seconds = $ENV{HOSTILE_SECONDS} || 0;
my $seed = $ENV{HOSTILE_SEED} || 1;

# ---- the one place for what is known and mended elsewhere: [kind, LIKE pattern of the name, reason] ----
# kind all: not called; huge: no texts above 1,000 characters; failure: a failure whose SQL matches is reported, not counted.
# owner: what the owner does not hang on the tables.  growing: no state of an aggregate, for the result is longer each time.
my @skip = ([ 'growing', 'report_csv_cell', 'it doubles the quotes of its text, as quote_literal does: 30 rows are a gigabyte' ]);

my $node = PostgreSQL::Test::Cluster->new('hostile');
$node->init;
$node->append_conf('postgresql.conf', slurp_file($ENV{TEMP_CONFIG})) if $ENV{TEMP_CONFIG};
$node->append_conf('postgresql.conf', "fsync = off\nautovacuum = off\nlog_min_messages = log\nmax_stack_depth = 1MB\nlog_line_prefix = '%p %n '\n");
$node->start;

$node->safe_psql('postgres', 'CREATE ROLE attacker LOGIN; CREATE ROLE registrar LOGIN; CREATE TABLE canary AS SELECT 1 AS alive; REVOKE ALL ON canary FROM PUBLIC');
$node->safe_psql('postgres', 'CREATE DATABASE bits');
$node->safe_psql('postgres', 'CREATE ROLE keeper LOGIN; GRANT CREATE ON DATABASE postgres TO keeper, attacker');
for my $db ('postgres', 'bits')
{
	$node->safe_psql($db, 'CREATE EXTENSION socu CASCADE; CREATE SCHEMA attack AUTHORIZATION attacker');
	if ($db eq 'postgres')
	{
		# keeper's network, in which the attacker has all that readers have, and the attacker's own
		$node->safe_psql($db, q{SET client_min_messages = warning; SELECT socu.create_network('net'); GRANT USAGE ON SCHEMA net TO attacker;
			SELECT net.grant_reader('attacker'), net.grant_report_reader('attacker');
			INSERT INTO socu.network_secret VALUES ('net'::regnamespace, decode(repeat('5a', 32), 'hex'))}, extra_params => [ '-U', 'keeper' ]);
		$node->safe_psql($db, q{SET client_min_messages = warning; SELECT socu.create_network('mine')}, extra_params => [ '-U', 'attacker' ]);
	}
	# Any bits as a value: what only a superuser can make, or a disk that fails.
	$node->safe_psql($db, q{
		SELECT format('CREATE CAST (%s AS %s) WITHOUT FUNCTION', CASE typlen WHEN 8 THEN 'bigint' ELSE 'integer' END, t.oid::regtype)
		FROM pg_type t JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
		JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'socu' WHERE typtype = 'b' AND typbyval AND typlen IN (4, 8) \gexec
	}) if $db eq 'bits';
	as_attacker($db, slurp_file("$FindBin::RealBin/../hostile/attack.sql"), on_error_die => 1);
	as_attacker($db, "INSERT INTO attack.skip VALUES (" . join(', ', map { quote($_) } @$_) . ')', on_error_die => 1) for @skip;
	as_attacker($db, 'SELECT attack.seed_values()', on_error_die => 1);
}
as_attacker('bits', 'UPDATE attack.setting SET bits = true', on_error_die => 1);

# ---- what must stay as it is ----

my $rights = q{
	SELECT md5(string_agg(x, E'\n' ORDER BY x)) FROM (
		SELECT to_jsonb(r)::text FROM pg_authid r UNION ALL SELECT to_jsonb(m)::text FROM pg_auth_members m
		UNION ALL SELECT to_jsonb(s)::text FROM pg_db_role_setting s
		UNION ALL SELECT concat_ws(' ', datname, datdba, datacl) FROM pg_database
		UNION ALL SELECT concat_ws(' ', nspname, nspowner, nspacl) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_' AND nspowner <> 'attacker'::regrole
		UNION ALL SELECT concat_ws(' ', oid::regclass, relowner, relacl, relrowsecurity, relhastriggers, relhasrules, relhasindex) FROM pg_class
			WHERE relowner <> 'attacker'::regrole AND relnamespace::regnamespace::text !~ '^pg_(toast|temp)'
		UNION ALL SELECT concat_ws(' ', oid::regprocedure, proowner, proacl, prosecdef) FROM pg_proc WHERE proowner <> 'attacker'::regrole
		UNION ALL SELECT to_jsonb(d)::text FROM pg_default_acl d
		UNION ALL SELECT to_jsonb(c)::text FROM canary c) q (x)};
my $rows = q{
	SELECT string_agg(format('SELECT %L, count(*), md5(string_agg(md5(t::text), '''' ORDER BY t::text)) FROM %s t', name,
			-- the secret of the attacker's own network is his
			CASE name WHEN 'socu.network_secret' THEN '(SELECT * FROM socu.network_secret WHERE network = ''net''::regnamespace)' ELSE name END), ' UNION ALL ' ORDER BY name)
	FROM attack.member_table WHERE relkind IN ('r', 'p')};
my $count_rows = $node->safe_psql('postgres', $rows) . ' ORDER BY 1';
my $started = $node->safe_psql('postgres', 'SELECT pg_postmaster_start_time()');
my %before = (rights => $node->safe_psql('postgres', $rights), rows => $node->safe_psql('postgres', $count_rows));

sub quote { my ($text) = @_; $text =~ s/'/''/g; return "'$text'"; }

sub as_attacker
{
	my ($db, $sql, %more) = @_;
	my $die = delete $more{on_error_die};
	my ($rc, $out, $err) = $node->psql($db, $sql, extra_params => [ '-U', 'attacker' ], on_error_stop => 1, on_error_die => $die, %more);
	return ($rc, $out, $err);
}

# The backend is gone, or the statement ran into its time: the last thing it was asked to do.
sub died
{
	my ($what, $err) = @_;
	my $log = slurp_file($node->logfile);
	my ($pid) = $log =~ /.*server process \(PID (\d+)\) (?:was terminated|exited)/s;
	my ($statement) = $log =~ ($pid ? qr/.*^$pid [0-9.]+ LOG:  attack: (.*?)\n(?=\d+ [0-9.]+ [A-Z]+:  )/ms : qr/.*^\d+ [0-9.]+ LOG:  attack: (.*?)\n(?=\d+ [0-9.]+ [A-Z]+:  )/ms);
	fail("$what: " . ($pid ? "the server process ended" : "an error")) or diag($err, "\n", $statement || '');
	$node->poll_query_until('postgres', 'SELECT true');
}

my $setup = "SET client_min_messages = warning; SET statement_timeout = '600s'; SET max_parallel_workers_per_gather = 0; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;";
my $rounds = 0;
my $crashes = 0;

sub rounds_for
{
	my ($db, $time) = @_;
	my $end = time + $time;
	for (my $i = 0; $i < 8 || time < $end; $i++)
	{
		my $part = $i % 8;
		my ($rc, $out, $err) = as_attacker($db, "$setup SELECT attack.round(" . ($seed * 1000 + int($i / 8)) . ", $part, 8)");
		died("round $i in database $db", $err) if $rc != 0;
		$rounds++;
		last if $rc == 2 && ++$crashes > 20;
	}
}

# ---- as an ordinary role ----

rounds_for('postgres', $seconds * 0.55);
rounds_for('bits', $seconds * 0.15);

sub report_failures
{
	my ($db) = @_;
	my $known = join(' OR ', 'false', map { "statement LIKE " . quote($_->[1]) } grep { $_->[0] eq 'failure' } @skip);
	my $failures = $node->safe_psql($db, "SELECT DISTINCT ON (kind, left(detail, 60)) kind || ': ' || detail || E'\\n    ' || left(statement, 3000) || ';' FROM attack.failure WHERE NOT ($known) ORDER BY kind, left(detail, 60), length(statement) LIMIT 20");
	is($failures, '', "$db: no internal error, and every value reads back");
}
report_failures($_) for 'postgres', 'bits';
note("$rounds rounds: ", $node->safe_psql('postgres', 'SELECT string_agg(n, $$, $$) FROM (SELECT kind || $$ $$ || count(*) FROM attack.done GROUP BY kind ORDER BY 1) q (n)'));
is($node->safe_psql('postgres', q{SELECT string_agg(signature, ' ') FROM attack.member m WHERE NOT EXISTS (SELECT FROM attack.done d WHERE d.what = m.signature)
		AND NOT EXISTS (SELECT FROM attack.skip s WHERE s.kind = 'all' AND m.proname LIKE s.name)}),
	'', 'every function of the extension took part');

# ---- long input: for each argument that may be long; 200 kB, and in the long form 22 MB as far as there is time ----
# Nothing takes long, whatever the machine does beside (what is quadratic takes minutes), and what takes a second ends when it is asked to.

for my $bytes (200_000, $seconds < 60 ? () : (22_000_000))
{
	my $end = time + ($bytes > 1_000_000 ? $seconds : 3600);
	my $parts = 0;
	$node->safe_psql('postgres', "SELECT attack.make_long($bytes); TRUNCATE attack.slow", extra_params => [ '-U', 'attacker' ]);
	for (; $parts < 64 && time < $end; $parts++)
	{
		my $part = ($parts + 7 * $seed) % 64;
		my ($rc, $out, $err) = as_attacker('postgres', "$setup SELECT attack.call_long(m, $bytes) FROM attack.member m WHERE m.signature NOT LIKE 'net.%' AND m.oid::int8 % 64 = $part");
		died("long input, part $part", $err) if $rc != 0;
	}
	report_failures('postgres');
	my $longest = $node->safe_psql('postgres', 'SELECT round(seconds, 1) || $$ s: $$ || left(statement, 300) FROM attack.slow ORDER BY seconds DESC LIMIT 12');
	note($node->safe_psql('postgres', 'SELECT count(*) FROM attack.slow'), " calls with $bytes bytes, $parts of 64 parts; the longest:\n$longest");
	is($node->safe_psql('postgres', 'SELECT string_agg(round(seconds, 1) || $$ s: $$ || left(statement, 300), chr(10)) FROM attack.slow WHERE seconds > 30'), '', "no call with $bytes bytes takes long");
	for my $statement (split /\n/, $node->safe_psql('postgres', 'SELECT statement FROM attack.slow WHERE seconds > 1 ORDER BY seconds DESC LIMIT 20'))
	{
		my $begun = time;
		as_attacker('postgres', "SET statement_timeout = '200ms'; $statement");
		cmp_ok(time - $begun, '<', 15, 'ends when it is asked to: ' . substr($statement, 0, 200));
	}
}

# ---- values in binary form ----

for my $type (split /\n/, $node->safe_psql('postgres', 'SELECT name FROM attack.member_type WHERE oid IN (SELECT type FROM attack.value) ORDER BY 1'))
{
	my $file = $node->basedir . '/values.bin';
	$node->safe_psql('postgres', qq{CREATE TABLE public.sent AS SELECT value::$type AS v FROM attack.value WHERE type = '$type'::regtype; CREATE TABLE public.received (v $type);
		COPY public.sent TO '$file' (FORMAT binary); COPY public.received FROM '$file' (FORMAT binary)});
	is($node->safe_psql('postgres', 'SELECT count(*) FROM (SELECT v::text FROM public.sent EXCEPT SELECT v::text FROM public.received) q'), '0', "$type: binary form and back");
	$node->safe_psql('postgres', 'DROP TABLE public.sent, public.received');
}

# ---- memory: the same round again and again in one session ----

SKIP:
{
	skip 'no /proc', 1 unless -e '/proc/self/statm';
	skip 'a checked server keeps memory', 1 if $ENV{SOCU_CHECKED};
	$node->safe_psql('postgres', 'REVOKE CREATE ON DATABASE postgres FROM attacker'); # a network made is memory, too
	my $again = 'SET SESSION AUTHORIZATION attacker; ' . join(' ', map { "SELECT attack.round($seed, $_, 40);" } 0 .. ($seconds > 60 ? 39 : 3)) . " RESET SESSION AUTHORIZATION; SELECT 'rss ' || split_part(pg_read_file('/proc/self/statm'), ' ', 2)::int - split_part(pg_read_file('/proc/self/statm'), ' ', 3)::int;";
	my ($rc, $out, $err) = $node->psql('postgres', "$setup " . $again x 6, on_error_stop => 1);
	died('rounds in one session', $err) if $rc != 0;
	my @rss = $out =~ /^rss (\d+)$/mg;
	cmp_ok(($rss[-1] || 0) - ($rss[1] || 0), '<', 4096, 'private memory stays below 16 MB more over the same rounds (pages: ' . join(' ', @rss) . ')');
}

# ---- nothing has changed ----
$node->safe_psql('postgres', 'GRANT CREATE ON DATABASE postgres TO attacker');

is($node->safe_psql('postgres', $rights), $before{rights}, 'no right gained, no owner changed, the canary is alive');
is($node->safe_psql('postgres', $count_rows), $before{rows}, 'no row of a table of the extension changed');

# ---- as the owner: every kind of index, trigger, rule and policy on the tables, and writes through them ----

$node->safe_psql('postgres', 'CREATE DATABASE owned OWNER registrar');
$node->safe_psql('owned', 'CREATE EXTENSION socu CASCADE', extra_params => [ '-U', 'registrar' ]);
$node->safe_psql('owned', q{SET client_min_messages = warning; SELECT socu.create_network('net')}, extra_params => [ '-U', 'registrar' ]);
$node->safe_psql('owned', 'CREATE EXTENSION amcheck');
$node->safe_psql('owned', slurp_file("$FindBin::RealBin/../hostile/owner.sql"), extra_params => [ '-U', 'registrar' ]);
# each alone; all at once in the bounded form
my @hows = grep { my $how = $_; !grep { $_->[0] eq 'owner' && $_->[1] eq $how } @skip } split /\n/, $node->safe_psql('owned', 'SELECT how FROM own.decoration ORDER BY 1');
for my $hows ($seconds < 60 ? [@hows] : map { [$_] } @hows)
{
	my $how = join(', ', @$hows);
	my ($rc, $out, $err) = $node->psql('owned', "SET statement_timeout = '600s'; " . join('', map { 'SELECT own.decorate(' . quote($_) . '); ' } @$hows) . 'SELECT own.write_through()', extra_params => [ '-U', 'registrar' ], on_error_stop => 1);
	died("owner, $how", $err) if $rc != 0;
	($rc, $out, $err) = $node->psql('owned', 'SELECT bt_index_check(indexrelid, true) FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_am a ON a.oid = relam AND amname = $$btree$$ WHERE indrelid IN (SELECT oid FROM own.member_table) AND relkind = $$i$$', on_error_stop => 1);
	is($rc, 0, "owner, $how: the indexes hold every row") or diag($err);
	is($node->safe_psql('owned', 'SELECT string_agg(concat_ws(chr(10), state, message, statement), chr(10)) FROM own.failure'), '', "owner, $how: no internal error");
	$node->safe_psql('owned', 'DELETE FROM own.failure; SELECT own.strip()');
}

# ---- who dumps runs nothing of the owner's: not even a cast, for which a column "shipped" of the owner's own type waits ----

$node->safe_psql('owned', q{
	CREATE TABLE own.cast_as (who name);
	GRANT USAGE ON SCHEMA own TO PUBLIC;
	GRANT INSERT ON own.cast_as TO PUBLIC;
	CREATE TYPE own.flag AS ENUM ('t', 'f');
	CREATE FUNCTION own.as_boolean(f own.flag) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RAISE WARNING 'cast as %', current_user; RETURN f = 't'; END$$;
	CREATE FUNCTION own.as_text(f own.flag) RETURNS text LANGUAGE plpgsql AS $$BEGIN RAISE WARNING 'cast as %', current_user; RETURN enum_out(f); END$$;
	CREATE CAST (own.flag AS boolean) WITH FUNCTION own.as_boolean(own.flag) AS IMPLICIT;
	CREATE CAST (own.flag AS text) WITH FUNCTION own.as_text(own.flag) AS IMPLICIT;
	DO $$
	DECLARE
		t record;
		retyped int := 0;
	BEGIN
		FOR t IN SELECT name FROM own.member_column WHERE "column" = 'shipped' AND home = 'socu' LOOP
			BEGIN
				EXECUTE format('ALTER TABLE %s ALTER shipped DROP DEFAULT, ALTER shipped TYPE own.flag USING (CASE WHEN shipped THEN ''t'' ELSE ''f'' END)::own.flag', t.name);
				retyped := retyped + 1;
			EXCEPTION WHEN OTHERS THEN NULL; -- something depends on the column
			END;
		END LOOP;
		IF retyped = 0 THEN
			RAISE 'no column was given the type';
		END IF;
	END $$}, extra_params => [ '-U', 'registrar' ]);
my ($dump, $said) = ('', '');
IPC::Run::run([ 'pg_dump', '-d', $node->connstr('owned') ], '>', \$dump, '2>', \$said);
my @casts = ($said . slurp_file($node->logfile)) =~ /WARNING:  (cast as (?!registrar).*)/g;
is("@casts", '', 'pg_dump casts nothing');
like($dump, qr/PostgreSQL database dump complete/, 'and dumps');

# ---- the server is the one that was started ----

is($node->safe_psql('postgres', 'SELECT pg_postmaster_start_time()'), $started, 'the same server');
unlike(slurp_file($node->logfile), qr/terminated by signal|PANIC|TRAP:|server process .* exited with exit code [^01]/, 'and no process of it ended by a signal');
$node->stop;
done_testing();
