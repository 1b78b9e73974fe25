# Reference tables stand on their own: no foreign key between them, so that rows of a site load in any order, four tables at a time.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('reference');
$node->init;
$node->start;
$node->safe_psql('postgres', 'CREATE DATABASE here');
$node->safe_psql('here', q{
	CREATE EXTENSION socu CASCADE;
	INSERT INTO socu.credit_scheme (label, name_en, basis, source, confidence) VALUES ('XA', 'Our credit', 'workload', 'senate', 'found');
	INSERT INTO socu.credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence)
		VALUES ('XA', 'ECTS', 1, 1, 4, 3, 3, 2, 'senate', 'found');
	INSERT INTO socu.credit_activity (scheme, activity, contact_hours_low, contact_hours_high, source, confidence)
		VALUES ('XA', 'lecture', 15, 15, 'senate', 'found');
	INSERT INTO socu.classifier (label, state, name) VALUES ('KZ', 'KZ', 'Codes of our own');
	INSERT INTO socu.classifier_level (classifier, marker, name, isced_levels) VALUES ('KZ', 'M', 'master', '{7}');
	INSERT INTO socu.isced_f (code, parent, kind, name_en) VALUES ('ISCEDF:0617', 'ISCEDF:061', 'core', 'Quantum computing');
	INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES ('KZ:M123', 'ISCEDF:0617', 'exact', '(,)');
	INSERT INTO socu.direction_program (code, direction) VALUES ('KZ:M123', 'quantum_technologies');
	INSERT INTO socu.program_title (code, lang, title) VALUES ('KZ:M123', 'en', 'Quantum computing');
	INSERT INTO socu.academic_calendar (state, institution, term, dates, recurs, validity, source, confidence)
		VALUES ('RU', 'one.example', '2024/2025-1/2', '[2024-09-02,2025-01-27)', false, '(,)', 'senate', 'found');});

# What stays a member when the records of networks are tables of the site's: the tables of the types, by their rooms.
my @tables = qw(credit_scheme credit_rate credit_activity classifier classifier_level isced_f program_crosswalk direction_program program_title academic_calendar);
my $list = join ', ', map { "'socu.$_'::regclass" } @tables;
is($node->safe_psql('here', "SELECT string_agg(conname, ' ') FROM pg_constraint WHERE contype = 'f' AND (conrelid IN ($list) OR confrelid IN ($list))"),
	'', 'no foreign key from or to a reference table');
my $site = join ' UNION ALL ', map { "SELECT '$_', to_jsonb(t)::text FROM socu.$_ t WHERE NOT shipped" } @tables;
is($node->safe_psql('here', "SELECT count(DISTINCT x) FROM ($site) AS s(x, y)"), scalar(@tables), 'each has a row of the site');

my $dump = $node->basedir . '/here';
$node->command_ok([ 'pg_dump', '-Fd', '-j4', '-f', $dump, '-d', $node->connstr('here') ], 'pg_dump -j4');
foreach my $try (1 .. 3) {
	$node->safe_psql('postgres', "CREATE DATABASE there$try");
	$node->command_ok([ 'pg_restore', '--exit-on-error', '-j4', '-d', $node->connstr("there$try"), $dump ], 'pg_restore -j4');
	is($node->safe_psql("there$try", "$site ORDER BY 1, 2"), $node->safe_psql('here', "$site ORDER BY 1, 2"), 'the rows of the site are there');
}

# The order that no dump would choose: one table after another, backwards.
$node->safe_psql('postgres', 'CREATE DATABASE backwards');
$node->safe_psql('backwards', 'CREATE EXTENSION socu CASCADE');
$node->command_ok([ 'pg_restore', '--exit-on-error', '--data-only', '-n', 'socu', '-t', $_, '-d', $node->connstr('backwards'), $dump ], "$_ alone")
	foreach reverse sort @tables;
is($node->safe_psql('backwards', "$site ORDER BY 1, 2"), $node->safe_psql('here', "$site ORDER BY 1, 2"), 'and all are there');

$node->stop;
done_testing();
