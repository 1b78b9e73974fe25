# kill -9 of backends and of the whole server in the middle of the stress, a restart, a restore from a dump: nothing lost, nothing leaked.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(sleep);

my $stress = "$FindBin::RealBin/../stress";
my $node = PostgreSQL::Test::Cluster->new('crash');
$node->init;
$node->append_conf('postgresql.conf', "max_connections = 60\ndeadlock_timeout = 100ms\nrestart_after_crash = on\n"
	. ($ENV{TEMP_CONFIG} && -e $ENV{TEMP_CONFIG} ? slurp_file($ENV{TEMP_CONFIG}) : ''));
$node->start;
$node->safe_psql('postgres', slurp_file("$stress/quota_setup.sql"));

sub start_stress
{
	my ($clients, $seconds) = @_;
	my ($out, $err) = ('', '');
	return IPC::Run::start(
		[
			'pgbench', '-n', '-c', $clients, '-j', 2, '-T', $seconds, '--max-tries=1000', '-D', 'lowering=1',
			'-f', "$stress/quota_rc.sql\@6", '-f', "$stress/quota_rr.sql\@2", '-f', "$stress/quota_sr.sql\@2",
			'-h', $node->host, '-p', $node->port, 'postgres'
		],
		'>', \$out, '2>', \$err);
}

sub healthy
{
	my ($when) = @_;
	is($node->safe_psql('postgres', 'SELECT * FROM stress_violations()'), '', "$when: no line above its limit");
	is($node->safe_psql('postgres', 'SELECT * FROM stress_waiting()'), '', "$when: nobody waits beside a free seat");
	is($node->safe_psql('postgres', 'SELECT * FROM quota_verify()'), '', "$when: counters, ledger and records agree");
}

# a statement is cancelled, a session terminated
my $run = start_stress(8, 3);
for (1 .. 10)
{
	sleep 0.2;
	$node->safe_psql('postgres', "SELECT count(pg_cancel_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
		WHERE query LIKE 'SELECT stress_step%' AND state = 'active' ORDER BY random() LIMIT 1) b");
}
$run->kill_kill;
healthy('after cancelled statements');

# kill -9 of a backend: the server restarts all of them
$run = start_stress(8, 20);
sleep 2;
my $before = $node->safe_psql('postgres', "SELECT count(*) FROM quota_ledger WHERE reason <> 'opening'");
my $pid = $node->safe_psql('postgres', "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT stress_step%' AND state = 'active' LIMIT 1");
cmp_ok($before, '>', 0, 'the stress is at work');
is(kill(9, $pid), 1, 'a backend is killed');
$run->kill_kill;
ok($node->poll_query_until('postgres', 'SELECT 1', '1'), 'the server is back');
healthy('after kill -9 of a backend');

# kill -9 of the whole server
$run = start_stress(16, 20);
sleep 2;
my @backends = split /\n/, $node->safe_psql('postgres', 'SELECT pid FROM pg_stat_activity');
$node->kill9;
$run->kill_kill;
# the orphaned processes notice and leave, then the server may start
for (1 .. 300)
{
	last unless grep { kill(0, $_) } @backends;
	sleep 0.1;
}
$node->start;
healthy('after kill -9 of the server');

# the counters still admit and refuse
$node->safe_psql('postgres', 'SELECT stress_step(true) FROM generate_series(1, 100)');
is($node->safe_psql('postgres', 'SELECT quota_rebuild()'), '0', 'rebuilding finds nothing to repair');
healthy('after quota_rebuild');

# a table of the user takes seats too, and its guard is dumped with it
$node->safe_psql('postgres', q{
	INSERT INTO quota (quota_id, code, sending_state, receiving_state, seats) VALUES (200, 'mine', 'MN', 'IN', 5);
	CREATE TABLE exchange (who text, home text, host text);
	SELECT quota_attach('exchange', '{"student": "who", "sending_state": "home", "receiving_state": "host"}');
	INSERT INTO exchange SELECT i::text, 'MN', 'IN' FROM generate_series(1, 5) i});

# a dump and a restore
my $sum = q{SET search_path = sco; SELECT string_agg(format('%s %s %s %s', code, held, consumed, free), ';' ORDER BY quota_id) FROM quota_status};
my $was = $node->safe_psql('postgres', $sum);
my $dump = $node->basedir . '/dump.sql';
$node->command_ok([ 'pg_dump', '-h', $node->host, '-p', $node->port, '-f', $dump, 'postgres' ], 'pg_dump');
$node->safe_psql('template1', 'CREATE DATABASE restored');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', $node->host, '-p', $node->port, '-d', 'restored', '-f', $dump ], 'restore');
is($node->safe_psql('restored', $sum), $was, 'a restored database has the same counters');
is($node->safe_psql('restored', 'SELECT * FROM sco.quota_verify()'), '', 'and they agree with its records and ledger');
my ($status) = $node->psql('restored', q{INSERT INTO exchange VALUES ('6', 'MN', 'IN')});
isnt($status, 0, 'the restored guard refuses the sixth seat of five');

$node->stop('immediate');
done_testing();
