# Releases, roll-ups, conventions and a site's official figures survive pg_dump and restore; after it the first refresh
# counts everything again, because transaction numbers of another database say nothing.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', slurp_file($ENV{TEMP_CONFIG})) if $ENV{TEMP_CONFIG};
$node->start;

# names are those of the network, then those of the extension
sub ask { my ($db, $sql) = @_; return $node->safe_psql($db, "SET search_path = sco, public, socu;\n$sql"); }

$node->safe_psql('postgres', 'CREATE DATABASE first');
$node->safe_psql('postgres', 'CREATE DATABASE second');
ask('first', <<'E');
CREATE EXTENSION socu CASCADE;
SELECT socu.create_network('sco');
INSERT INTO report_params (min_cell) VALUES (4);
INSERT INTO mobility_kind (kind, measure, description) VALUES ('summer_school', 'credit_flow', 'Of the site.');
INSERT INTO official_count (series, state, year, measure, value) VALUES ('mine', 'KZ', 2026, 'enrolled', 650000);
INSERT INTO mobility (student, kind, status, sending_state, receiving_state, starts_on, ends_on)
SELECT 's-' || d || i, 'summer_school', 'completed', 'KZ', d, make_date(2016 + i % 9, 10, 1), make_date(2017 + i % 9, 1, 31)
FROM unnest('{CN,RU,TJ}'::text[]) d, generate_series(1, 40) i;
SELECT report_refresh('2025-08-31');
SELECT report_publish('first', 2020);
E

my %queries = (
	'flows' => 'SELECT * FROM mobility_flow ORDER BY 1, 2, 3, 4, 5, 6',
	'release' => 'SELECT * FROM released_mobility_flow ORDER BY 1, 2, 3, 4, 5, 6, 7',
	'exact cells' => 'SELECT * FROM report_cell ORDER BY 1, 2',
	'conventions' => 'SELECT * FROM report_convention',
	'rate' => q{SELECT numerator, denominator, status FROM inbound_mobility_rate WHERE state = 'KZ' AND year = 2026 AND breakdown = 'total' AND measure = 'official_stock'});
my %before = map { $_ => ask('first', $queries{$_}) } keys %queries;
# Expected: the shipped estimate of 33 500 over the enrolment written above.
is($before{'rate'}, '33500|650000|E', 'a shipped and a site figure make a rate');
isnt($before{'release'}, '', 'there is a release');
is(ask('first', q{SELECT report_refresh('2025-08-31')}), '{}', 'nothing new, nothing counted');

my $file = $node->basedir . '/dump.custom';
$node->command_ok([ 'pg_dump', '--format=custom', "--file=$file", 'first' ], 'dump');
$node->command_ok([ 'pg_restore', '--exit-on-error', '-d', 'second', $file ], 'restore');
is(ask('second', $queries{$_}), $before{$_}, "restored: $_") for sort keys %queries;
is(ask('second', q{SELECT report_refresh('2025-08-31')}), '{2017,2018,2019,2020,2021,2022,2023,2024,2025}',
	'the first refresh counts everything');
is(ask('second', $queries{'flows'}), $before{'flows'}, 'and finds the same');
is(ask('second', q{SELECT report_refresh('2025-08-31')}), '{}', 'the next one has nothing to do');

$node->stop;
done_testing();
