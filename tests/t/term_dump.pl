# A site's calendars and columns of terms survive pg_dump and restore; shipped rows come with the extension, not with the dump.
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
INSERT INTO socu.academic_calendar (state, institution, term, dates, recurs, validity, note, source, confidence) VALUES
  ('RU', 'one.example', '2024/2025-1/2', '[2024-09-02,2025-01-27)', false, '(,)', 'own', 'senate', 'found'),
  ('RU', '', '2024/2025-1/2', '[2024-09-05,2025-01-27)', true, '[2020-01-01,2030-01-01)', NULL, 'ministry', 'known'),
  ('MY', '', '2024/2024', '[2024-01-08,2024-12-01)', true, '(,)', NULL, 'x', 'uncertain');
CREATE TABLE stay AS SELECT academic_term(1 + i % 9998, 1 + i % n, n, i % 2 = 0) AS t, i FROM generate_series(1, 2000) i, generate_series(1, 9) n;
CREATE INDEX stay_t ON stay (t);
CREATE INDEX stay_t_hash ON stay USING hash (t);
CREATE INDEX stay_t_brin ON stay USING brin (t);
CREATE TABLE period (r academic_term_range, EXCLUDE USING gist (r WITH &&), CHECK (r <> 'empty'));
INSERT INTO period VALUES ('[2024/2025,2025/2026)'), ('[2025/2026-2/2,)');
CREATE TABLE part (t academic_term DEFAULT '2024/2025-1/2'
	CHECK (t OPERATOR(public.<@) '2020/2021' OR t OPERATOR(public.>) '2021/2022')) PARTITION BY RANGE (t);
CREATE TABLE part_2024 PARTITION OF part FOR VALUES FROM ('2024/2025') TO ('2025/2026');
INSERT INTO part DEFAULT VALUES;
CREATE VIEW dated AS SELECT t, term_dates(t, 'RU', 'one.example') AS dates FROM part;
E

my %queries = (
	'site rows' => 'SELECT * FROM socu.academic_calendar WHERE NOT shipped ORDER BY 1, 2, 3, 5',
	'shipped rows' => 'SELECT * FROM socu.academic_calendar WHERE shipped ORDER BY 1, 2, 3, 5',
	'terms' => 'SELECT * FROM stay ORDER BY t, i',
	'ranges' => 'SELECT * FROM period ORDER BY r',
	'partition' => 'SELECT tableoid::regclass, * FROM part',
	'dates' => 'SELECT * FROM dated',
	'dates by rule' => q{SELECT term_dates('2026/2027-1/2', 'RU'), term_dates('2031/2032-1/2', 'RU'), term_of('2022-03-01', 'MY')});
my %before = map { $_ => $node->safe_psql('first', $queries{$_}) } keys %queries;

# Expected: the rows written above.
is($before{'dates'}, '2024/2025-1/2|[2024-09-02,2025-01-27)', 'the institution has its own dates');
is($before{'dates by rule'}, '[2026-09-05,2027-01-27)|[2031-09-01,2032-02-01)|2022/2022-1/1',
	'the site rule holds for its time, then the shipped one');

for my $format (qw(plain custom))
{
	my $file = $node->basedir . "/dump.$format";
	$node->command_ok([ 'pg_dump', "--format=$format", "--file=$file", 'first' ], "$format: dump");
	$node->safe_psql('postgres', 'DROP DATABASE second');
	$node->safe_psql('postgres', 'CREATE DATABASE second');
	if ($format eq 'plain')
	{
		my $dump = slurp_file($file);
		like($dump, qr/one\.example/, 'plain: site rows are dumped');
		unlike($dump, qr/kstu\.kz/, 'plain: shipped rows are not');
		$node->command_ok([ 'psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', 'second', '-f', $file ], 'plain: restore');
	}
	else
	{
		$node->command_ok([ 'pg_restore', '--exit-on-error', '--dbname=second', $file ], 'custom: restore');
	}
	is($node->safe_psql('second', $queries{$_}), $before{$_}, "$format: $_") for sort keys %queries;
	is($node->safe_psql('second', q{SET enable_seqscan = off; SELECT count(*) FROM stay WHERE t OPERATOR(public.<@) '1000/1001'}),
		$node->safe_psql('first',
			q{SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off; SELECT count(*) FROM stay WHERE t OPERATOR(public.<@) '1000/1001'}),
		"$format: the restored index gives what a scan gives");
}

# Binary COPY between databases.
my $binary = $node->basedir . '/stay.bin';
$node->safe_psql('first', "COPY stay TO '$binary' (FORMAT binary)");
$node->safe_psql('second', "TRUNCATE stay; COPY stay FROM '$binary' (FORMAT binary)");
is($node->safe_psql('second', $queries{'terms'}), $before{'terms'}, 'binary COPY carries the terms');

# What was restored is known to sessions, and a site may go on.
is($node->safe_psql('second', q{
	SELECT term_dates('2024/2025-1/2', 'RU', 'one.example');
	DELETE FROM socu.academic_calendar WHERE NOT shipped;
	SELECT term_dates('2024/2025-1/2', 'RU', 'one.example');}),
	"[2024-09-02,2025-01-27)\n[2024-09-01,2025-02-01)", 'restored rows are read, and their removal too');
my ($rc, $out, $err) = $node->psql('second', q{DELETE FROM socu.academic_calendar});
like($err, qr/shipped rows of table "academic_calendar"/, 'shipped rows are guarded after a restore');

$node->stop;
done_testing();
