# Installing as a non-superuser, and what dump and restore carry.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;

# ---- a role that is no superuser, but may create in its database ----
$node->safe_psql('postgres', 'CREATE ROLE registrar LOGIN; CREATE DATABASE site OWNER registrar; ALTER DATABASE site SET search_path = public, socu');
$node->safe_psql('site', 'CREATE EXTENSION socu CASCADE', extra_params => [ '-U', 'registrar' ]);
is($node->safe_psql('site', q{SELECT extname FROM pg_extension WHERE extname IN ('socu', 'btree_gist') ORDER BY 1}, extra_params => [ '-U', 'registrar' ]),
	"btree_gist\nsocu", 'a non-superuser installs the extension');
is($node->safe_psql('site', q{SELECT credit_convert('5 RU_ZET', 'ECTS', '2024-01-01')}, extra_params => [ '-U', 'registrar' ]),
	'5 ECTS', 'and uses it');

is($node->safe_psql('site', q{SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = 'socu'::regnamespace AND relkind IN ('r', 'p', 'v', 'S') AND relowner <> 'registrar'::regrole
	AND relname !~ '^network(s|_room|_step|_secret)$'}),
	'', 'and its tables, views and sequences are theirs, but for the template and the secrets of networks');
is($node->safe_psql('site', q{SELECT string_agg(oid::regprocedure::text, ' ') FROM pg_proc WHERE pronamespace = 'socu'::regnamespace AND prosecdef AND proowner <> 'registrar'::regrole}),
	'', 'and nothing runs with more rights than theirs');

# ---- another role without any grant computes, but cannot write rules ----
$node->safe_psql('postgres', 'CREATE ROLE student LOGIN');
is($node->safe_psql('site', q{SELECT sum(c) FROM unnest('{"1 KZ","2 KZ"}'::credit[]) c}, extra_params => [ '-U', 'student' ]),
	'3 KZ', 'types and functions are for everyone');
my ($rc, $out, $err) = $node->psql('site', q{INSERT INTO socu.credit_scheme (label, name_en, basis, source, confidence) VALUES ('XA', 'x', 'workload', 's', 'found')},
	extra_params => [ '-U', 'student' ]);
like($err, qr/permission denied for table credit_scheme/, 'rules are the owner\'s');

# ---- dump and restore ----
$node->safe_psql('site', q{
	INSERT INTO socu.credit_scheme (label, name_en, basis, source, confidence) VALUES ('XA', 'Our credit', 'workload', 'senate', 'found');
	INSERT INTO socu.credit_rate (from_scheme, to_scheme, low_num, low_den, num, den, high_num, high_den, source, confidence)
	VALUES ('XA', 'ECTS', 1, 1, 4, 3, 3, 2, 'senate', 'found');
	INSERT INTO socu.credit_activity (scheme, activity, contact_hours_low, contact_hours_high, source, confidence) VALUES ('XA', 'lecture', 15, 15, 'senate', 'found');
	CREATE TABLE transcript (student int, credit credit DEFAULT '0 ECTS', CHECK (credit >= '-1 AA'));
	INSERT INTO transcript SELECT i % 100, credit(i, 'XA') FROM generate_series(1, 1000) i;
	INSERT INTO transcript VALUES (7, '10/3 CN'), (7, NULL);
	CREATE INDEX ON transcript (credit);
	CREATE VIEW ects AS SELECT student, credit_total(credit, 'ECTS', '2024-01-01') FROM transcript WHERE scheme(credit) = 'XA' GROUP BY 1;
	ANALYZE;
}, extra_params => [ '-U', 'registrar' ]);
my %question = (
	'site rows' => q{SELECT (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM socu.credit_scheme t WHERE NOT shipped),
		(SELECT string_agg(t::text, ';' ORDER BY t::text) FROM socu.credit_rate t WHERE NOT shipped),
		(SELECT string_agg(t::text, ';' ORDER BY t::text) FROM socu.credit_activity t WHERE NOT shipped)},
	'shipped rows, once each' => q{SELECT (SELECT count(*) FROM socu.credit_scheme), (SELECT count(*) FROM socu.credit_rate), (SELECT count(*) FROM socu.credit_activity)},
	'values' => q{SELECT md5(string_agg(student || coalesce(credit::text, '?'), ';' ORDER BY student, credit)) FROM transcript},
	'a view' => q{SELECT md5(string_agg(e::text, ';' ORDER BY student)) FROM ects e},
	'a default' => q{SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'transcript'::regclass});
my %answer = map { $_ => $node->safe_psql('site', $question{$_}) } keys %question;
my $dump = $node->basedir . '/site.sql';
command_ok([ 'pg_dump', '-f', $dump, '-d', $node->connstr('site') ], 'pg_dump');
unlike(slurp_file($dump), qr/adilet|Diploma Supplement/, 'shipped rows are not in the dump');
$node->safe_psql('postgres', 'CREATE DATABASE restored; ALTER DATABASE restored SET search_path = public, socu');
command_ok([ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', $dump, '-d', $node->connstr('restored') ], 'restore without an error');
is($node->safe_psql('restored', $question{$_}), $answer{$_}, "restored: $_") foreach sort keys %question;
like($answer{'site rows'}, qr/Our credit/, 'there was something to restore');

# ---- DROP EXTENSION does not take a user's column with it unasked ----
($rc, $out, $err) = $node->psql('restored', 'DROP EXTENSION socu');
like($err, qr/cannot drop extension socu because other objects depend on it/, 'DROP EXTENSION refuses while a column needs it');
$node->safe_psql('restored', 'DROP TABLE transcript CASCADE; DROP EXTENSION socu');
$node->safe_psql('restored', 'CREATE EXTENSION socu');
is($node->safe_psql('restored', q{SELECT count(*) FROM socu.credit_scheme WHERE NOT shipped}), '0', 'and can be made again');

$node->stop;
done_testing();
