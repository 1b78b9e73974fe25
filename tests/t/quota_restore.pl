# What the server writes of a record stays as it was through every kind of restore, and comes from the server again after it.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;
$node->safe_psql('postgres', "CREATE ROLE registrar LOGIN; CREATE DATABASE first OWNER registrar");
sub as { my ($db, $sql) = @_; return $node->safe_psql($db, $sql, extra_params => [ '-U', 'registrar' ]); }

# by an owner who is no superuser, with rows that an earlier life of the database has made
as('first', <<'E');
CREATE EXTENSION socu CASCADE;
INSERT INTO quota (code, sending_state, seats, unit, waitlist) VALUES ('seats', 'KZ', 100, 'seats', true), ('persons', 'KZ', 100, 'persons', false);
SET row_security = off;
INSERT INTO mobility (student, sending_state, receiving_state, starts_on, status, created_by, created_at, version, submitted_at)
SELECT 's' || i, 'KZ', 'RU', '2024-09-01', 'accepted', 'clerk ' || i, timestamptz '2020-01-01 UTC' + i * interval '1 day', i, timestamptz '2020-01-01 UTC' + i * interval '1 hour'
FROM generate_series(1, 50) i;
RESET row_security;
UPDATE mobility SET status = 'arrived', reason = 'came' WHERE mobility_id <= 10;
INSERT INTO mobility_party VALUES ('registrar', 'sender');
E
# The ledger has entries of the loading beside those of the dump; quota_verify() says whether they fit.
my @tables = qw(mobility mobility_history mobility_party quota quota_slot quota_person);
my $rows = join ' UNION ALL ',
	map { "SELECT '$_' AS t, count(*), md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")) FROM socu.$_ t" } @tables;
my $before = as('first', $rows);
like($before, qr/^mobility\|50\|/, 'records to be carried');
is(as('first', 'SELECT min(version), max(version) FROM mobility WHERE created_by = format($$clerk %s$$, mobility_id)'), '2|50', 'with what an earlier life said');

my $dir = $node->basedir;
$node->command_ok([ 'pg_dump', '-U', 'registrar', '-Fd', '-f', "$dir/dump", 'first' ], 'dump');
$node->command_ok([ 'pg_dump', '-U', 'registrar', '-Fp', '-f', "$dir/dump.sql", 'first' ], 'dump as plain SQL');
my %restore = (
	'one worker' => [ 'pg_restore', '-U', 'registrar', '--no-owner', '-d' ],
	'one transaction' => [ 'pg_restore', '-U', 'registrar', '--no-owner', '-1', '-d' ]);
foreach my $how (sort keys %restore)
{
	my $db = $how =~ s/ /_/r;
	$node->safe_psql('postgres', "CREATE DATABASE $db OWNER registrar");
	$node->command_ok([ @{ $restore{$how} }, $db, "$dir/dump" ], "restore: $how");
	is(as($db, $rows), $before, "$how: every row as it was");
	is(as($db, 'SELECT count(*) FROM quota_verify()'), '0', "$how: the counters fit");
}
$node->safe_psql('postgres', 'CREATE DATABASE plain OWNER registrar');
$node->command_ok([ 'psql', '-qX', '-U', 'registrar', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('plain'), '-f', "$dir/dump.sql" ], 'restore: plain SQL');
is(as('plain', $rows), $before, 'plain SQL: every row as it was');

# the data alone, into a database whose extension is there already
$node->safe_psql('postgres', 'CREATE DATABASE data_only OWNER registrar');
as('data_only', 'CREATE EXTENSION socu CASCADE');
$node->command_ok([ 'pg_restore', '-U', 'registrar', '--data-only', '-d', 'data_only', "$dir/dump" ], 'restore: data alone');
is(as('data_only', $rows), $before, 'data alone: every row as it was');

# after it the server writes again
is(as('plain', q{INSERT INTO mobility (student, sending_state, receiving_state, starts_on, created_by, version)
	VALUES ('new', 'KZ', 'RU', '2024-09-01', 'somebody', 9) RETURNING created_by, version}), 'registrar|1', 'then the server says it again');

$node->stop;
done_testing();
