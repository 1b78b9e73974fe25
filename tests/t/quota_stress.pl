# The stress program, short: 2 to 64 clients nominate, accept, cancel, move, delete, lower and raise limits at random, at all
# isolation levels; then the invariants hold.  Count-then-insert fails the same program.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $seconds = $ENV{SOCU_STRESS_SECONDS} || 4;
my $stress = "$FindBin::RealBin/../stress";
my $node = PostgreSQL::Test::Cluster->new('stress');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nmax_connections = 100\ndeadlock_timeout = 100ms\n" . slurp_extra());
$node->start;

sub slurp_extra
{
	return $ENV{TEMP_CONFIG} && -e $ENV{TEMP_CONFIG} ? slurp_file($ENV{TEMP_CONFIG}) : '';
}

sub run_stress
{
	my ($db, $clients, $lowering) = @_;
	my ($done, $status, $all) = (0, 0, '');
	# on a slow machine the first seconds go into connecting: then again, and longer
	for (my $longer = 1; $done <= 50 && $status == 0 && $longer <= 32; $longer *= 2)
	{
		my ($out, $err);
		IPC::Run::run(
			[
				'pgbench', '-n', '-c', $clients, '-j', 2, '-T', $seconds * $longer, '--max-tries=1000', '-D', "lowering=$lowering",
				'-f', "$stress/quota_rc.sql\@6", '-f', "$stress/quota_rr.sql\@2", '-f', "$stress/quota_sr.sql\@2",
				'-h', $node->host, '-p', $node->port, $db
			],
			'>', \$out, '2>', \$err);
		$status = $? >> 8;
		$done += $1 if $out =~ /number of transactions actually processed: (\d+)/;
		$all .= $err;
	}
	is($status, 0, "$clients clients ran to the end") or diag($all);
	cmp_ok($done, '>', 50, "$clients clients did something");
}

sub setup
{
	my ($db) = @_;
	$node->safe_psql('postgres', "CREATE DATABASE $db");
	$node->safe_psql($db, slurp_file("$stress/quota_setup.sql"));
}

setup('guarded');
for my $clients (2, 8, 32, 64)
{
	run_stress('guarded', $clients, 1);
	is($node->safe_psql('guarded', 'SELECT * FROM stress_violations()'), '', "$clients clients: no line above its limit");
	is($node->safe_psql('guarded', 'SELECT * FROM stress_waiting()'), '', "$clients clients: nobody waits beside a free seat");
	is($node->safe_psql('guarded', 'SELECT * FROM quota_verify()'), '', "$clients clients: counters, ledger and records agree");
}
is($node->safe_psql('guarded', "SELECT count(*) > 50 FROM mobility WHERE status IN ('submitted', 'accepted')"), 't', 'seats were taken');

setup('naive');
$node->safe_psql('naive', 'SELECT stress_use_naive()');
run_stress('naive', 32, 0);
isnt($node->safe_psql('naive', 'SELECT * FROM stress_violations()'), '', 'count-then-insert admits too many in the same program');

$node->stop;
done_testing();
