# socu.dump_problems() names what a dump loses, and nothing else: each object of tests/data/dump_comparisons.sql is dumped and
# restored, with the types in two schemas.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '-E', 'UTF8' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE ROLE ordinary LOGIN');

my ($data) = grep { -d $_ } map { "$_/tests/data" } ('.', '..', '../..', $ENV{PG_ABS_SRCDIR} ? "$ENV{PG_ABS_SRCDIR}/.." : '.');
my $objects = slurp_file("$data/dump_comparisons.sql");
my @names = $objects =~ /\b([vmtprkixsdf]_[a-z_]+)/g;
my %named = map { $_ => 1 } @names;
my $dump = $node->basedir . '/dump';

# restore(FROM): the names of the objects that are not there afterwards because of their own text, sorted
sub restore
{
	my ($from) = @_;
	my ($out, $err) = ('', '');
	command_ok([ 'pg_dump', '-Fc', '-f', $dump, '-d', $node->connstr($from) ], "$from: dumped");
	$node->safe_psql('postgres', 'CREATE DATABASE restored');
	IPC::Run::run([ 'pg_restore', '-v', '-d', $node->connstr('restored'), $dump ], '>', \$out, '2>', \$err);
	$node->safe_psql('postgres', 'DROP DATABASE restored');
	# from TOC entry 240; 2606 17023 CONSTRAINT excluded x_predicate postgres
	# ERROR:  operator does not exist: integer public.< integer
	my %lost;
	foreach my $part (split /^pg_restore: (?=from TOC entry)/m, $err)
	{
		my ($entry) = $part =~ /^(from TOC entry [^\n]*)/ or next;
		next unless $part =~ /operator does not exist/;
		my ($name) = grep { $named{$_} } $entry =~ /\b([a-z]_[a-z_]+)\b/g;
		$lost{ $name // $entry } = 1;
	}
	return [ sort keys %lost ];
}

foreach my $schema ('public', 'ext')
{
	$node->safe_psql('postgres', "CREATE DATABASE in_$schema");
	$node->safe_psql("in_$schema", "CREATE SCHEMA IF NOT EXISTS $schema; CREATE EXTENSION socu SCHEMA $schema CASCADE; CREATE SCHEMA own; GRANT USAGE ON SCHEMA own, $schema TO ordinary");
	is($node->safe_psql("in_$schema", "SET client_min_messages = error; SET search_path = own, $schema; $objects"), '0', "$schema: objects are made");
	my $listed = $node->safe_psql("in_$schema", q{SELECT object FROM socu.dump_problems()}, extra_params => [ '-U', 'ordinary' ]);
	my %listed;
	foreach my $object (split /\n/, $listed)
	{
		my ($name) = grep { $named{$_} } $object =~ /\b([a-z]_[a-z_]+)\b/g;
		$listed{ $name // $object } = 1;
	}
	my $lost = restore("in_$schema");
	cmp_ok(scalar @$lost, '>', 30, "$schema: a dump loses them");
	is_deeply([ sort keys %listed ], $lost, "$schema: an ordinary role is told of just these");
	is($node->safe_psql("in_$schema", q{SELECT count(*) FROM socu.dump_problems() WHERE object IS NULL OR kind IS NULL OR comparison IS NULL OR definition IS NULL OR way_out IS NULL
		OR definition !~ CASE comparison WHEN 'simple CASE' THEN 'CASE [a-z.]+ +WHEN|CASE [a-z.]+\n' WHEN 'JOIN USING' THEN ' USING \(' WHEN 'comparison of rows' THEN '\(' ELSE comparison END}),
		'0', "$schema: each with a definition that has the comparison in it");
	next if $schema ne 'public';
	# a network compares values in none of these ways
	$node->safe_psql("in_$schema", q{SET client_min_messages = error; SELECT socu.create_network('sco')});
	is($node->safe_psql("in_$schema", q{SELECT object FROM socu.dump_problems()}), $listed, "$schema: a network has none");
}

# ---- where PostgreSQL stores expressions: all places are looked at but for two that hold no operator of ours ----
my $places = $node->safe_psql('postgres', q{SELECT string_agg(format('%s.%s', c.relname, a.attname), ' ' ORDER BY c.relname::text COLLATE "C", a.attname::text COLLATE "C")
	FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
	WHERE a.atttypid = 'pg_node_tree'::regtype AND c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
	  AND c.relname || '.' || a.attname NOT IN ('pg_class.relpartbound', 'pg_publication_rel.prqual')});
my $body = $node->safe_psql('in_public', q{SELECT pg_get_functiondef('socu.dump_expressions'::regproc)});
my %alias = (pg_attrdef => 'd', pg_constraint => 'c', pg_index => 'i', pg_partitioned_table => 'p', pg_policy => 'p', pg_proc => 'p', pg_rewrite => 'r',
	pg_statistic_ext => 's', pg_trigger => 't', pg_type => 't');
foreach my $place (split / /, $places)
{
	my ($table, $column) = split /\./, $place;
	ok($alias{$table} && $body =~ /\b$alias{$table}\.$column\b/, "$place is looked at");
}

# ---- the spellings that survive ----
$node->safe_psql('postgres', 'CREATE DATABASE spelled');
$node->safe_psql('spelled', q{CREATE EXTENSION socu CASCADE;
	CREATE TABLE line (id int, code program_code, credit credit, planned credit);
	CREATE TABLE pair (a credit, b credit);
	INSERT INTO pair SELECT a, b FROM unnest('{6 ECTS,5 ECTS,0 ECTS,NULL}'::credit[]) a, unnest('{6 ECTS,5 ECTS,0 ECTS,NULL}'::credit[]) b;
	CREATE VIEW distinct_from AS SELECT a, b FROM pair WHERE NOT coalesce(a = b, a IS NULL AND b IS NULL);
	CREATE VIEW not_distinct_from AS SELECT a, b FROM pair WHERE coalesce(a = b, a IS NULL AND b IS NULL);
	CREATE VIEW null_if AS SELECT a, b, CASE WHEN a = b THEN NULL ELSE a END AS c FROM pair;
	CREATE VIEW searched AS SELECT a, CASE WHEN a = '6 ECTS' THEN 1 WHEN a = '5 ECTS' THEN 2 END AS c FROM pair;
	CREATE VIEW joined AS SELECT x.a, x.b, y.b AS c FROM pair x JOIN pair y ON x.a = y.a;
	CREATE VIEW less AS SELECT x.* FROM pair x, pair y WHERE x.a < y.a OR x.a = y.a AND x.b < y.b});
my @same = (
	[ 'distinct_from', 'SELECT a, b FROM pair WHERE a IS DISTINCT FROM b' ],
	[ 'not_distinct_from', 'SELECT a, b FROM pair WHERE a IS NOT DISTINCT FROM b' ],
	[ 'null_if', 'SELECT a, b, NULLIF(a, b) AS c FROM pair' ],
	[ 'searched', q{SELECT a, CASE a WHEN '6 ECTS' THEN 1 WHEN '5 ECTS' THEN 2 END AS c FROM pair} ],
	[ 'joined', 'SELECT a, x.b, y.b AS c FROM pair x JOIN pair y USING (a)' ],
	[ 'less', 'SELECT x.* FROM pair x, pair y WHERE (x.a, x.b) < (y.a, y.b)' ]);
foreach my $pair (@same)
{
	my ($view, $query) = @$pair;
	my $ask = sub { return $node->safe_psql('spelled', "SELECT x::text FROM ($_[0]) x ORDER BY 1") };
	is($ask->("TABLE $view"), $ask->($query), "$view means the same");
}
is($node->safe_psql('spelled', 'SELECT * FROM socu.dump_problems()'), '', 'none is a problem');
is_deeply(restore('spelled'), [], 'and each is restored');

$node->stop;
done_testing();
