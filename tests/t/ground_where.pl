# Where names live: the same statements of an ordinary role in each layout, networks, a rename, and strangers in a schema open to all.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '-E', 'UTF8' ]);
$node->start;
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
$node->safe_psql('postgres', 'CREATE ROLE ordinary LOGIN; CREATE ROLE registrar LOGIN; CREATE ROLE stranger LOGIN');

sub as
{
	my ($role, $db, $query) = @_;
	return $node->safe_psql($db, $query, extra_params => [ '-U', $role ]);
}
sub refused
{
	my ($role, $db, $query) = @_;
	my ($rc, $out, $err) = $node->psql($db, $query, extra_params => [ '-U', $role ]);
	return $err;
}

my $table = q{CREATE TABLE line (id int, credit credit, code program_code);
	INSERT INTO line VALUES (1, '6 ECTS', 'KZ2009:6M070300'), (2, '4.5 ECTS', 'RU2013:09.04.02'), (3, '7.5 ECTS', 'KZ2009:6M070300');
	CREATE TABLE title (code program_code PRIMARY KEY, title text); INSERT INTO title VALUES ('KZ2009:6M070300', 'Information systems')};
my %ordinary = (
	q{SELECT id FROM line WHERE credit = '6 ECTS'} => '1',
	q{SELECT count(*) FROM line WHERE credit IN ('6 ECTS', '7.5 ECTS')} => '2',
	q{SELECT count(*) FROM line WHERE credit BETWEEN '4 ECTS' AND '6 ECTS'} => '2',
	q{SELECT count(*) FROM line JOIN title USING (code)} => '2',
	q{SELECT sum(credit), avg(credit), max(code) FROM line} => '18 ECTS|6 ECTS|RU2013:09.04.02',
	q{SELECT count(*) FROM line WHERE code <@ 'KZ2009:6M'} => '2',
	q{SELECT isced_f(code, '2024-09-01'), direction('KZ2009:6M070300', '2024-09-01') FROM line WHERE id = 1} => 'ISCEDF2013:061|it_technologies',
	q{SELECT code FROM crosswalk('KZ2009:6M070300', 'ISCEDF', '2024-09-01')} => 'ISCEDF2013:061',
	q{SELECT term_of('2024-10-01', 'RU'), credit_convert('5 RU_ZET', 'ECTS', '2024-01-01')} => '2024/2025-1/2|5 ECTS',
	q{SELECT (grade_parse('5', 'RU_5', on_date => '2024-01-01')).grade, gpa(4, credit) = 4 FROM line WHERE id = 1} => '5|t',
	q{SELECT string_agg(verdict, ' ' ORDER BY verdict) FROM exchange_check('<a/>'::text)} => 'rules schema');

my %layout = (
	'public' => [ 'CREATE EXTENSION socu CASCADE', 'public' ],
	'SCHEMA ext' => [ 'CREATE SCHEMA ext; GRANT USAGE ON SCHEMA ext TO PUBLIC; CREATE EXTENSION socu SCHEMA ext CASCADE', 'ext' ],
	'btree_gist elsewhere' => [ 'CREATE SCHEMA gist; CREATE EXTENSION btree_gist SCHEMA gist; CREATE EXTENSION socu', 'public' ],
	'a name with a blank and capitals' => [ 'CREATE SCHEMA "My Ext"; GRANT USAGE ON SCHEMA "My Ext" TO PUBLIC; CREATE EXTENSION socu SCHEMA "My Ext" CASCADE', '"My Ext"' ]);
foreach my $name (sort keys %layout)
{
	my ($install, $schema) = @{ $layout{$name} };
	$node->safe_psql('postgres', 'CREATE DATABASE where_db OWNER registrar');
	as('registrar', 'where_db', "SET client_min_messages = error; $install; CREATE SCHEMA own AUTHORIZATION registrar; GRANT CREATE, USAGE ON SCHEMA own TO ordinary");
	# public is on everybody's path; another schema has to be put there once
	my $path = "SET search_path = own, $schema; ";
	as('ordinary', 'where_db', $path . $table);
	foreach my $query (sort keys %ordinary)
	{
		is(as('ordinary', 'where_db', $path . $query), $ordinary{$query}, "$name: $query");
	}
	# without its schema on the path, with everything written out
	is(as('ordinary', 'where_db', "SET search_path = pg_catalog; SELECT $schema.sum(credit) FROM own.line WHERE credit OPERATOR($schema.<>) '6 ECTS'"), '12 ECTS', "$name: written out");
	# networks
	as('registrar', 'where_db', q{SET client_min_messages = warning; SELECT socu.create_network('sco')});
	is(as('registrar', 'where_db', q{SELECT count(*) FROM socu.check_network('sco')}), '0', "$name: a network is as it should be");
	like(as('registrar', 'where_db', q{SELECT socu.network_script('eis')}), qr/SET LOCAL search_path = eis, \Q$schema\E, socu, pg_temp;/, "$name: the path of its statements");
	# dumped and restored
	my $dump = $node->basedir . '/where.dump';
	command_ok([ 'pg_dump', '-Fc', '-f', $dump, '-d', $node->connstr('where_db') ], "$name: dumped");
	$node->safe_psql('postgres', 'CREATE DATABASE restored OWNER registrar');
	command_ok([ 'pg_restore', '-j2', '--exit-on-error', '-d', $node->connstr('restored'), $dump ], "$name: restored");
	is(as('ordinary', 'restored', $path . 'SELECT sum(credit) FROM line'), '18 ECTS', "$name: the same values");
	is(as('registrar', 'restored', q{SELECT count(*) FROM socu.check_network('sco')}), '0', "$name: the same network");
	$node->safe_psql('postgres', 'DROP DATABASE where_db; DROP DATABASE restored');
}

# ---- strangers in a schema that is open to all ----
$node->safe_psql('postgres', 'CREATE DATABASE open_db OWNER registrar');
$node->safe_psql('open_db', 'GRANT CREATE ON SCHEMA public TO PUBLIC');
as('registrar', 'open_db', 'SET client_min_messages = error; CREATE EXTENSION socu CASCADE');
as('stranger', 'open_db', q{CREATE FUNCTION public.stranger(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 1; END'});
like(refused('registrar', 'open_db', q{SELECT socu.create_network('sco')}), qr/schema public is open to others/, 'no network is made while others may plant');
# what they have planted stays
$node->safe_psql('open_db', 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
as('registrar', 'open_db', q{SET client_min_messages = warning; SELECT socu.create_network('sco')});
is(as('registrar', 'open_db', q{SELECT count(*) FROM socu.check_network('sco')}), '0', 'a network beside strangers takes nothing of theirs');
# Look-alikes of what the template calls by names without a schema: an error names the line, or the object that would refer to it.
foreach my $planted ('array_position(text[], varchar)', 'count(varchar)', 'credit(int, text)', 'name_normal(varchar)', 'lower(varchar)')
{
	$node->safe_psql('open_db', "CREATE FUNCTION public.$planted RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RAISE EXCEPTION ''planted''; END';
		ALTER FUNCTION public.$planted OWNER TO stranger");
	my $err = refused('registrar', 'open_db', q{SET client_min_messages = warning; SELECT socu.create_network('beside')});
	unlike($err, qr/planted/, "$planted of somebody else's is not called");
	if ($err eq '')
	{
		is(as('registrar', 'open_db', q{SELECT count(*) FROM socu.network_strangers('beside'::regnamespace, (SELECT objects FROM beside.network))}), '0', 'nor referred to');
		as('registrar', 'open_db', 'SET client_min_messages = error; DROP SCHEMA beside CASCADE');
	}
	as('stranger', 'open_db', "DROP FUNCTION public.$planted");
}
$node->safe_psql('open_db', q{INSERT INTO socu.network_step VALUES (99999, 'network', 0, 'set', 'network/marker', 99, 'CREATE OR REPLACE VIEW strange AS SELECT stranger(1) AS n')});
like(refused('registrar', 'open_db', q{SELECT socu.create_network('eis')}),
	qr/the network would depend on objects of somebody else.*view eis\.strange refers to function (public\.)?stranger\(integer\)/s, 'and one that would is not made');
is(as('registrar', 'open_db', q{SELECT count(*) FROM pg_namespace WHERE nspname = 'eis'}), '0', 'nothing of it stays');

$node->stop;
done_testing();
