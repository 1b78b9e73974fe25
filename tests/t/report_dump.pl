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

$node->safe_psql('postgres', 'CREATE DATABASE first');
$node->safe_psql('postgres', 'CREATE DATABASE second');
$node->safe_psql('first', <<'E');
CREATE EXTENSION socu CASCADE;
INSERT INTO socu.report_params (min_cell) VALUES (4);
INSERT INTO socu.mobility_kind (kind, measure, description) VALUES ('summer_school', 'credit_flow', 'Of the site.');
INSERT INTO socu.official_count (series, state, year, measure, value) VALUES ('mine', 'KZ', 2026, 'enrolled', 650000);
INSERT INTO socu.mobility (student, kind, state, sending_state, receiving_state, starts_on, ends_on)
SELECT 's-' || d || i, 'summer_school', 'completed', 'KZ', d, make_date(2016 + i % 9, 10, 1), make_date(2017 + i % 9, 1, 31)
FROM unnest('{CN,RU,TJ}'::text[]) d, generate_series(1, 40) i;
SELECT socu.report_refresh('2025-08-31');
SELECT socu.report_publish('first', 2020);
E

my %queries = (
	'flows' => 'SELECT * FROM socu.mobility_flow ORDER BY 1, 2, 3, 4, 5, 6',
	'release' => 'SELECT * FROM socu.released_mobility_flow ORDER BY 1, 2, 3, 4, 5, 6, 7',
	'exact cells' => 'SELECT * FROM socu.report_cell ORDER BY 1, 2',
	'conventions' => 'SELECT * FROM socu.report_convention',
	'rate' => q{SELECT numerator, denominator, status FROM socu.inbound_mobility_rate WHERE state = 'KZ' AND year = 2026 AND breakdown = 'total' AND measure = 'official_stock'});
my %before = map { $_ => $node->safe_psql('first', $queries{$_}) } keys %queries;
# Expected: the shipped estimate of 33 500 over the enrolment written above.
is($before{'rate'}, '33500|650000|E', 'a shipped and a site figure make a rate');
isnt($before{'release'}, '', 'there is a release');
is($node->safe_psql('first', q{SELECT socu.report_refresh('2025-08-31')}), '{}', 'nothing new, nothing counted');

my $file = $node->basedir . '/dump.custom';
$node->command_ok([ 'pg_dump', '--format=custom', "--file=$file", 'first' ], 'dump');
$node->command_ok([ 'pg_restore', '--exit-on-error', '-d', 'second', $file ], 'restore');
is($node->safe_psql('second', $queries{$_}), $before{$_}, "restored: $_") for sort keys %queries;
is($node->safe_psql('second', q{SELECT socu.report_refresh('2025-08-31')}), '{2017,2018,2019,2020,2021,2022,2023,2024,2025}',
	'the first refresh counts everything');
is($node->safe_psql('second', $queries{'flows'}), $before{'flows'}, 'and finds the same');
is($node->safe_psql('second', q{SELECT socu.report_refresh('2025-08-31')}), '{}', 'the next one has nothing to do');

$node->stop;
done_testing();
