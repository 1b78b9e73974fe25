# crosswalk: rows of a site survive dump and restore; shipped ones are neither dumped nor doubled.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('crosswalk');
$node->init;
$node->start;

$node->safe_psql('postgres', 'CREATE DATABASE here');
$node->safe_psql('here', q{
	CREATE EXTENSION socu CASCADE;
	INSERT INTO socu.classifier (label, state, name) VALUES ('KZ', 'KZ', 'Codes of our own');
	INSERT INTO socu.classifier_level (classifier, marker, name, isced_levels) VALUES ('KZ', 'M', 'master', '{7}');
	INSERT INTO socu.isced_f (code, parent, kind, name_en) VALUES ('ISCEDF:0617', 'ISCEDF:061', 'core', 'Quantum computing');
	INSERT INTO socu.program_crosswalk (code, to_code, relation, validity) VALUES
		('KZ2009:6M0703', 'ISCEDF:0612', 'narrower', '(,)'),
		('KZ:M123', 'ISCEDF:0617', 'exact', '[2024-01-01,2025-01-01)'),
		('KZ:M123', 'ISCEDF:0613', 'exact', '[2025-01-01,)');
	INSERT INTO socu.direction_program (code, direction) VALUES ('KZ:M123', 'quantum_technologies');
	INSERT INTO socu.program_title (code, lang, title) VALUES
		('KZ:M123', 'en', 'Quantum computing'), ('KZ2009:6M070300', 'en', 'Information Systems (our wording)');
});

my @tables = qw(classifier classifier_level isced_f program_crosswalk direction_program program_title);
my $counts = join ' UNION ALL ', map {
	"SELECT '$_', count(*) FILTER (WHERE shipped), count(*) FILTER (WHERE NOT shipped) FROM socu.$_" } @tables;
my $site = join ' UNION ALL ', map { "SELECT '$_', (to_jsonb(t) - 'shipped')::text FROM socu.$_ t WHERE NOT shipped" } @tables;
my $answers = q{
	SELECT isced_f('KZ2009:6M070300'), isced_f('KZ:M123', '2024-06-01'), isced_f('KZ:M123', '2025-06-01'),
	       direction('KZ:M123'), program_title('KZ2009:6M070300')};

is($node->safe_psql('here', $answers),
	'ISCEDF2013:0612|ISCEDF2013:0617|ISCEDF2013:0613|quantum_technologies|Information Systems (our wording)',
	'rows of the site answer first');

my $dump = $node->basedir . '/here.dump';
$node->command_ok([ 'pg_dump', '-Fc', '-f', $dump, $node->connstr('here') ], 'pg_dump');
my $sql = $node->basedir . '/here.sql';
$node->command_ok([ 'pg_restore', '-f', $sql, $dump ], 'the dump as SQL');
my $text = slurp_file($sql);
my $names = join '|', @tables;
is(scalar(() = $text =~ /^COPY socu\.(?:$names) /mg), scalar(@tables), 'every reference table is dumped');
unlike($text, qr/GK RK 08-2009/, 'no shipped row is dumped');

$node->safe_psql('postgres', 'CREATE DATABASE there');
$node->command_ok([ 'pg_restore', '--exit-on-error', '-d', $node->connstr('there'), $dump ], 'restore into a new database');
is($node->safe_psql('there', $counts), $node->safe_psql('here', $counts), 'as many shipped and site rows as before');
is($node->safe_psql('there', "$site ORDER BY 1, 2"), $node->safe_psql('here', "$site ORDER BY 1, 2"), 'the site rows are the same');
is($node->safe_psql('there', $answers), $node->safe_psql('here', $answers), 'the answers are the same');
is($node->safe_psql('there', q{SELECT count(*) FROM pg_catalog.pg_trigger WHERE tgname = 'rules_changed' AND tgenabled = 'A'
	AND tgrelid IN ('socu.isced_f'::regclass, 'socu.program_crosswalk'::regclass, 'socu.direction_program'::regclass)}),
	'3', 'changes are told to every session there too, replicated ones included');

# Who creates the extension without being a superuser keeps its tables; others read them.
$node->safe_psql('postgres', 'CREATE ROLE keeper LOGIN; CREATE ROLE reader LOGIN; CREATE DATABASE theirs OWNER keeper');
$node->safe_psql('theirs', 'CREATE EXTENSION socu CASCADE', extra_params => [ '-U', 'keeper' ]);
$node->safe_psql('theirs', q{INSERT INTO socu.program_crosswalk (code, to_code, relation) VALUES ('KZ:M123', 'ISCEDF:0613', 'exact')},
	extra_params => [ '-U', 'keeper' ]);
is($node->safe_psql('theirs', q{SELECT isced_f('KZ:M123'), count(*) FROM crosswalk('KZ:M123', 'RU2013')}, extra_params => [ '-U', 'reader' ]),
	'ISCEDF2013:0613|2', 'everybody reads the rows that the owner adds');
my ($rc, $out, $err) = $node->psql('theirs', q{INSERT INTO socu.program_title (code, title) VALUES ('KZ:M123', 'x')}, extra_params => [ '-U', 'reader' ]);
like($err, qr/permission denied for table program_title/, 'nobody else adds rows');
($rc, $out, $err) = $node->psql('theirs', q{DELETE FROM socu.program_title}, extra_params => [ '-U', 'keeper' ]);
like($err, qr/shipped rows of table "program_title" cannot be added, changed or removed/, 'the owner cannot change shipped rows either');

$node->stop;
done_testing();
