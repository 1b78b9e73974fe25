# Averages agree with a program in another language on 10^5 random transcripts under every policy; own scales survive a dump.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', slurp_file($ENV{TEMP_CONFIG})) if $ENV{TEMP_CONFIG};
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION socu CASCADE');

SKIP:
{
	my $transcripts = $ENV{RECOGNITION_TRANSCRIPTS} || 100000;
	my $folder = PostgreSQL::Test::Utils::tempdir;
	my ($out, $err);

	skip 'python3 is not here', 3
		unless eval { IPC::Run::run([ 'python3', '-c', 'import fractions' ], '>', \$out, '2>', \$err) };
	ok( IPC::Run::run(
			[ 'python3', "$FindBin::RealBin/../model/recognition_gpa.py", $transcripts, 20261101, $folder ], '2>', \$err),
		'the model ran') or diag($err);
	$node->safe_psql('postgres', <<"E");
CREATE TABLE attempt (student int, course text, attempt int, points numeric, credits numeric, status text);
CREATE TABLE expected (student int, policy text, gpa numeric, graded numeric, earned numeric, failed numeric, pending numeric);
COPY attempt FROM '$folder/attempts.csv' WITH (FORMAT csv, ENCODING 'UTF8');
COPY expected FROM '$folder/expected.csv' WITH (FORMAT csv);
CREATE TABLE computed AS
SELECT student, p AS policy, transcript_gpa(course, attempt, points, credits, status, p) AS t
FROM attempt, unnest('{replace,last,best,lowest,all}'::text[]) p GROUP BY student, p;
E
	my $counts = $node->safe_psql('postgres', <<'E');
SELECT count(*), count(*) FILTER (WHERE c.student IS NULL OR e.gpa IS DISTINCT FROM (c.t).gpa
	OR (e.graded, e.earned, e.failed, e.pending)
		<> ((c.t).credits_graded, (c.t).credits_earned, (c.t).credits_failed, (c.t).credits_pending))
FROM expected e LEFT JOIN computed c USING (student, policy)
E
	is($counts, 5 * $transcripts . '|0', "$transcripts transcripts, five policies, all as in exact fractions")
		or diag($node->safe_psql('postgres',
			'SELECT * FROM expected e JOIN computed c USING (student, policy) WHERE e.gpa IS DISTINCT FROM (c.t).gpa LIMIT 5'));
	is($node->safe_psql('postgres', <<'E'), 0, 'gpa agrees with the policy all');
SELECT count(*)
FROM (SELECT student, gpa(points, credits) AS g FROM attempt WHERE status IN ('passed', 'failed') GROUP BY student) a
JOIN expected e ON e.student = a.student AND e.policy = 'all' WHERE a.g IS DISTINCT FROM e.gpa
E
}

# Rows of the site come back from a dump in any order of the tables; shipped ones come with the extension.
$node->safe_psql('postgres', 'CREATE DATABASE first');
$node->safe_psql('first', <<'E');
CREATE EXTENSION socu CASCADE;
INSERT INTO socu.grade_scale (code, level, name_en, kind, numbers, min_value, max_value, pass_mark, mark_scale, source,
	confidence) VALUES
	('MY_20', NULL, 'ours', 'numeric', 'marks', 0, 20, 10, NULL, 'senate', 'found'),
	('MY_20', 'master', 'ours', 'numeric', 'marks', 0, 20, 12, NULL, 'senate', 'found'),
	('MY_AF', NULL, 'letters', 'letter', 'points', 0, 4, NULL, 'MY_20', 'senate', 'found');
INSERT INTO socu.grade_step (scale, grade, position, passing, points, mark_min, mark_max, spellings, source, confidence)
VALUES ('MY_AF', 'A', 1, true, 4, 80, 100, '{отлично}', 'senate', 'found'),
	('MY_AF', 'F', 2, false, 0, 0, 80, '{}', 'senate', 'found');
INSERT INTO socu.grade_table (from_scale, from_grade, to_scale, to_grade, source, confidence)
VALUES ('RU_5', '5', 'MY_AF', 'A', 'agreement', 'found');
INSERT INTO socu.grade_formula (name, from_scale, to_scale, domain, c0, c1, source, confidence)
VALUES ('OURS', 'MY_20', 'UK_PCT', '[0,20]', 0, 5, 'agreement', 'known');
CREATE TABLE reference (field text, counts grade_counts);
INSERT INTO reference VALUES ('law', ROW('RU_5', '{5,4,3}', '{20,30,10}'));
CREATE TABLE result AS SELECT 'A'::text AS grade, 3.5::numeric AS credits FROM generate_series(1, 3);
CREATE MATERIALIZED VIEW mean AS
SELECT gpa(s.points, r.credits) FROM result r JOIN socu.grade_step s ON s.scale = 'MY_AF' AND s.grade = r.grade;
E
my %queries = (
	'scales' => 'SELECT * FROM socu.grade_scale ORDER BY code, level, shipped',
	'grades' => 'SELECT * FROM socu.grade_step ORDER BY scale, position, shipped',
	'tables' => 'SELECT * FROM socu.grade_table ORDER BY 1, 3, 2',
	'formulas' => 'SELECT * FROM socu.grade_formula ORDER BY 1, 2, 3, 4',
	'conversion' => q{SELECT grade_convert('отлично', 'RU_5', 'MY_AF', '2024-01-01'),
		grade_convert('17', 'MY_20', 'UK_PCT', '2024-01-01', 'formula', level => 'master'),
		grade_parse('отлично', 'MY_AF', on_date => '2024-01-01')},
	'distribution' => 'SELECT * FROM reference',
	'mean' => 'SELECT * FROM mean');
my %before = map { $_ => $node->safe_psql('first', $queries{$_}) } keys %queries;

is($before{'mean'}, '4', 'the average of three A');
like($before{'conversion'}, qr/^\(A,4,4,4,table,.*\|\(85,85,85,85,formula,/, 'conversions use the rows of the site');
for my $jobs (1, 4)
{
	my $dump = $node->basedir . "/dump.$jobs";

	$node->command_ok([ 'pg_dump', '--format=directory', "--file=$dump", 'first' ], "$jobs jobs: dump");
	$node->safe_psql('postgres', "CREATE DATABASE second$jobs");
	$node->command_ok([ 'pg_restore', '--exit-on-error', "--jobs=$jobs", '-d', "second$jobs", $dump ],
		"$jobs jobs: restore");
	is($node->safe_psql("second$jobs", $queries{$_}), $before{$_}, "$jobs jobs: $_") for sort keys %queries;
}
$node->stop;
done_testing();
