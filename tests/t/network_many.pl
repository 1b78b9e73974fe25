# network: many of them in one database, under PostgreSQL's default size of the lock table: each made in a transaction of its
# own, all dumped at once, restored, dropped.  SOCU_NETWORKS says how many (make check-networks: 50).
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $many = $ENV{SOCU_NETWORKS} || 3;
my $node = PostgreSQL::Test::Cluster->new('many');
$node->init(extra => [ '--no-locale', '-E', 'UTF8' ]);
$node->append_conf('postgresql.conf', "max_connections = 100\nmax_locks_per_transaction = 64"); # PostgreSQL's defaults
$node->start;
$node->safe_psql('postgres', 'CREATE ROLE registrar LOGIN; CREATE DATABASE site OWNER registrar');

sub as { my ($db, $sql) = @_; return $node->safe_psql($db, $sql, extra_params => [ '-U', 'registrar' ]); }

as('site', 'SET client_min_messages = error; CREATE EXTENSION socu CASCADE');
my $before = as('site', 'SELECT (SELECT count(*) FROM pg_class) || $$ $$ || (SELECT count(*) FROM pg_proc) || $$ $$ || (SELECT count(*) FROM pg_depend)
	|| $$ $$ || (SELECT count(*) FROM pg_type)');

# ---- one: how much of the lock table it needs ----
my $locks = 'SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid()';
cmp_ok(as('site', "SET client_min_messages = error; BEGIN; DO \$\$ BEGIN PERFORM socu.create_network('net1'); END \$\$; $locks; COMMIT"), '<', 3200, 'locks while one is made: half of 64 x 100');
cmp_ok(as('site', "SET client_min_messages = error; BEGIN; DROP SCHEMA net1 CASCADE; $locks; ROLLBACK"), '<', 3200, 'and while one is dropped');

# ---- all ----
as('site', join "\n", 'SET client_min_messages = error;', map { "SELECT socu.create_network('net$_');" } 2 .. $many);
is(as('site', 'SELECT count(*) FROM socu.networks WHERE version = latest'), $many, "$many networks");
as('site', "INSERT INTO net$_.state (state, name_en) VALUES ('XA', 'State of network $_')") foreach 1 .. $many;
my $dump = $node->basedir . '/many';
$node->command_ok([ 'pg_dump', '-Fd', '-f', $dump, '-d', $node->connstr('site') ], 'dumped');
$node->safe_psql('postgres', 'CREATE DATABASE there OWNER registrar');
$node->command_ok([ 'pg_restore', '--exit-on-error', '-j4', '-U', 'registrar', '-d', $node->connstr('there'), $dump ], 'restored');
is(as('there', "SELECT name_en FROM net$_.state WHERE state = 'XA'"), "State of network $_", "network $_ has its own rows") foreach 1 .. $many;
is(as('there', q{SELECT count(*) FROM socu.check_network('net1')}), '0', 'and is as it should be');

# ---- dropped, each in a transaction of its own ----
like((($node->psql('site', 'DROP EXTENSION socu'))[2]), qr/other objects depend on it/, 'DROP EXTENSION refuses');
as('site', join "\n", 'SET client_min_messages = error;', map { "DROP SCHEMA net$_ CASCADE;" } 1 .. $many);
is(as('site', 'SELECT (SELECT count(*) FROM pg_class) || $$ $$ || (SELECT count(*) FROM pg_proc) || $$ $$ || (SELECT count(*) FROM pg_depend)
	|| $$ $$ || (SELECT count(*) FROM pg_type)'), $before, 'nothing of them is left in the catalog');
is(as('site', 'SELECT count(*) FROM socu.networks'), '0', 'and none is known');

$node->stop;
done_testing();
