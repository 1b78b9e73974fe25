# network: pg_dump and pg_restore carry networks as they carry any schema; many of them; gone when dropped.
use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('network');
$node->init;
$node->append_conf('postgresql.conf', "max_connections = 100\nmax_locks_per_transaction = 64"); # PostgreSQL's defaults
$node->start;

my ($data) = grep { -d $_ } map { "$_/tests/data" } ('.', '..', '../..', $ENV{PG_ABS_SRCDIR} ? "$ENV{PG_ABS_SRCDIR}/.." : '.');
my $toy = slurp_file("$data/network_toy_1.sql");

sub as { my ($role, $db, $sql) = @_; return $node->safe_psql($db, $sql, extra_params => [ '-U', $role ]); }
sub refused { my ($role, $db, $sql) = @_; my ($rc, $out, $err) = $node->psql($db, $sql, extra_params => [ '-U', $role ]); return $err; }

$node->safe_psql('postgres', q{
	CREATE ROLE registrar LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE other LOGIN;
	CREATE DATABASE site OWNER registrar;});
as('registrar', 'site', 'CREATE EXTENSION socu CASCADE');
$node->safe_psql('site', $toy);

# ---- two networks, with rows, and what a site puts onto our objects ----
as('registrar', 'site', q{
	SELECT socu.create_network('sco', '{toy}'); SELECT socu.create_network('eis', '{toy}', false);
	INSERT INTO sco.partner (partner, name) SELECT 'u' || i || '.example', 'University ' || i FROM generate_series(1, 300) i;
	INSERT INTO sco.visit (partner, load) SELECT 'u' || 1 + i % 300 || '.example', credit(i / 100.0, 'ECTS') FROM generate_series(1, 3000) i});
as('registrar', 'site', q{
	UPDATE sco.visit SET after = visit + 1 WHERE visit < 3000;
	GRANT USAGE ON SCHEMA sco TO reader; GRANT SELECT ON sco.partner, sco.visit, sco.visit_load TO reader;
	GRANT UPDATE (name) ON sco.partner TO reader WITH GRANT OPTION;
	REVOKE EXECUTE ON FUNCTION sco.partner_load(text) FROM PUBLIC;
	ALTER TABLE sco.partner ENABLE ROW LEVEL SECURITY;
	CREATE POLICY mine ON sco.partner FOR SELECT TO reader USING (partner LIKE 'u1%');
	CREATE INDEX partner_name_index ON sco.partner (lower(name)) WITH (fillfactor = 60);
	ALTER TABLE sco.visit SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
	ALTER TABLE sco.visit ALTER COLUMN partner SET STATISTICS 500;
	CREATE TABLE sco.log (n int);
	CREATE FUNCTION sco.log() RETURNS trigger LANGUAGE network_plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;
	CREATE TRIGGER log AFTER UPDATE ON sco.visit FOR EACH ROW EXECUTE FUNCTION sco.log();
	CREATE VIEW sco.many AS SELECT partner, load FROM sco.visit_load WHERE visits > 5;
	COMMENT ON VIEW sco.many IS 'of the site';
	ALTER TABLE sco.partner ADD COLUMN remark text COLLATE "C" DEFAULT 'none';
	INSERT INTO eis.partner (partner, name) VALUES ('x.example', 'X');
	INSERT INTO eis.visit (partner, load) VALUES ('x.example', '7 ECTS');});

# What pg_dump says of the networks, without what differs by itself from run to run.
sub dumped {
	my ($db, @options) = @_;
	my ($out, $err) = run_command([ 'pg_dump', '-n', 'sco', '-n', 'eis', @options, '-d', $node->connstr($db) ]);
	$out =~ s/^\\(un)?restrict .*\n//mg;
	return $out;
}
my $before = dumped('site');
my $before_no_owner = dumped('site', '--no-owner');
like($before, qr/CREATE SCHEMA sco;.*CREATE TABLE sco\.visit.*ENABLE ROW LEVEL SECURITY/s, 'a network is dumped like any schema');

my $dir = $node->basedir;
$node->command_ok([ 'pg_dump', '-f', "$dir/plain.sql", '-d', $node->connstr('site') ], 'pg_dump');
$node->command_ok([ 'pg_dump', '-Fc', '-f', "$dir/custom", '-d', $node->connstr('site') ], 'pg_dump -Fc');
$node->command_ok([ 'pg_dump', '-Fd', '-j4', '-f', "$dir/directory", '-d', $node->connstr('site') ], 'pg_dump -Fd -j4');

# Each way: [name, owner of the database, role that restores, commands...]; %s is the database.
my @restore = ('pg_restore', '--exit-on-error');
my @ways = (
	[ 'plain, superuser', 'registrar', 'postgres', [ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql" ] ],
	[ 'plain, owner', 'registrar', 'registrar', [ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql" ] ],
	[ '-Fc, superuser', 'registrar', 'postgres', [ @restore, "$dir/custom" ] ],
	[ '-Fc, owner', 'registrar', 'registrar', [ @restore, "$dir/custom" ] ],
	[ '-Fd -j4, superuser', 'registrar', 'postgres', [ @restore, '-j4', "$dir/directory" ] ],
	[ '-Fd -j4, owner', 'registrar', 'registrar', [ @restore, '-j4', "$dir/directory" ] ],
	[ 'sections', 'registrar', 'registrar', map { [ @restore, '-j4', "--section=$_", "$dir/directory" ] } qw(pre-data data post-data) ],
	[ 'schema, then data', 'registrar', 'postgres', [ @restore, '--schema-only', "$dir/custom" ], [ @restore, '--data-only', "$dir/custom" ] ],
	[ '--clean', 'registrar', 'postgres', [ @restore, "$dir/custom" ], [ @restore, '--clean', '--if-exists', "$dir/custom" ] ],
	[ '--no-owner', 'other', 'other', [ @restore, '--no-owner', '-j4', "$dir/directory" ] ]);
my $n = 0;
foreach my $way (@ways) {
	my ($name, $owner, $role, @commands) = @$way;
	my $db = 'restored' . ++$n;
	$node->safe_psql('postgres', "CREATE DATABASE $db OWNER $owner");
	my $ok = 1;
	foreach my $command (@commands) {
		my ($out, $err) = ('', '');
		$ok &&= IPC::Run::run([ @$command, '-U', $role, '-d', $node->connstr($db) ], '>', \$out, '2>', \$err);
		diag("$name: $err") if !$ok;
	}
	ok($ok, "restored: $name");
	my @options = $name eq '--no-owner' ? ('--no-owner') : ();
	my $after = dumped($db, @options);
	ok($after eq (@options ? $before_no_owner : $before), "dump of the restored = dump: $name") or do {
		open(my $a, '>', "$dir/a") or die; print $a $before; close $a;
		open(my $b, '>', "$dir/b") or die; print $b $after; close $b;
		diag(substr(`diff $dir/a $dir/b`, 0, 2000));
	};
	next if $name !~ /owner|sections/;
	is(as($role, $db, q{SELECT string_agg(network || version || rooms::text, ' ' ORDER BY network) FROM socu.networks}), 'eis901{network,toy} sco901{network,toy}', 'and known as networks');
	is(as($role, $db, q{INSERT INTO sco.visit (partner, load) VALUES ('u1.example', '59 ECTS') RETURNING visit}), '3001', 'numbers go on');
	like(refused($role, $db, q{INSERT INTO sco.visit (partner, load) VALUES ('u1.example', '61 ECTS')}), qr/a visit to University 1 of 61 ECTS is refused/, 'guarded');
	is(as('reader', $db, 'SELECT count(*) FROM sco.partner'), '111', 'the reader sees what the policy lets him see');
	$node->safe_psql($db, $toy);
	is(as($role, $db, q{SELECT string_agg(object, ' ') FROM socu.check_network('sco') WHERE severity <> 'info'}), '', 'nothing differs from a network made now');
	is(as($role, $db, q{SELECT count(*) FROM socu.upgrade_network('sco')}), '1', 'and it can be upgraded');
}

# ---- data alone into a network made empty ----
$node->safe_psql('postgres', 'CREATE DATABASE data OWNER registrar');
as('registrar', 'data', 'CREATE EXTENSION socu CASCADE');
$node->safe_psql('data', $toy);
as('registrar', 'data', q{SELECT socu.create_network('eis', '{toy}', false)});
$node->command_ok([ @restore, '--data-only', '-n', 'eis', '-U', 'registrar', '-d', $node->connstr('data'), "$dir/custom" ], 'data of one network into an empty one');
is(as('registrar', 'data', q{SELECT (SELECT count(*) FROM eis.network), load FROM eis.visit}), '1|7 ECTS', 'its rows, and still one row that marks it');

# ---- fresh = upgraded, as pg_dump sees them ----
$node->safe_psql('postgres', 'CREATE DATABASE upgraded OWNER registrar; CREATE DATABASE fresh OWNER registrar');
foreach my $db ('upgraded', 'fresh') {
	as('registrar', $db, 'CREATE EXTENSION socu CASCADE');
	$node->safe_psql($db, $toy);
	as('registrar', $db, q{CREATE SCHEMA eis});
	as('registrar', $db, q{SELECT socu.create_network('sco', '{toy}')}) if $db eq 'upgraded';
	$node->safe_psql($db, slurp_file("$data/network_toy_2.sql"));
	as('registrar', $db, $db eq 'fresh' ? q{SELECT socu.create_network('sco', '{toy}')} : q{SELECT socu.upgrade_network('sco')});
}
like(dumped('fresh', '-s'), qr/country text/, 'version 2');
is(dumped('upgraded', '-s'), dumped('fresh', '-s'), 'fresh and upgraded are the same dump');

# ---- fifty networks under the default size of the lock table ----
$node->safe_psql('postgres', 'CREATE DATABASE fifty OWNER registrar');
as('registrar', 'fifty', 'CREATE EXTENSION socu CASCADE');
$node->safe_psql('fifty', $toy);
as('registrar', 'fifty', q{SELECT socu.create_network(('net' || i)::name, '{toy_user}') FROM generate_series(1, 50) i});
is(as('registrar', 'fifty', 'SELECT count(*) FROM socu.networks WHERE version = latest'), '50', 'fifty networks in one transaction');
$node->command_ok([ 'pg_dump', '-Fc', '-f', "$dir/fifty", '-d', $node->connstr('fifty') ], 'dumped');
$node->safe_psql('postgres', 'CREATE DATABASE fifty2 OWNER registrar');
$node->command_ok([ @restore, '-j4', '-U', 'registrar', '-d', $node->connstr('fifty2'), "$dir/fifty" ], 'restored');
is(as('registrar', 'fifty2', 'SELECT count(*) FROM socu.networks'), '50', 'all of them');

# ---- DROP EXTENSION stops; a dropped network leaves nothing ----
like(refused('registrar', 'fifty', 'DROP EXTENSION socu'), qr/cannot drop extension socu because other objects depend on it/, 'DROP EXTENSION refuses while there are networks');
as('registrar', 'fifty', 'DO $$ BEGIN FOR i IN 1 .. 50 LOOP EXECUTE format(\'DROP SCHEMA net%s CASCADE\', i); END LOOP; END $$');
is(as('registrar', 'fifty', q{SELECT count(*) FROM pg_depend d JOIN pg_class c ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
	LEFT JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.oid IS NULL OR n.nspname ~ '^net'}), '0', 'dropped in one transaction: nothing is left');
is(as('registrar', 'fifty', 'SELECT count(*) FROM socu.networks'), '0', 'and none is known');
as('registrar', 'fifty', 'DROP EXTENSION socu');
is(as('registrar', 'fifty', q{SELECT count(*) FROM pg_language WHERE lanname = 'network_plpgsql'}), '0', 'then the extension can be dropped');
# CASCADE takes columns, views and functions that use its types and leaves the rest of the tables, as docs/network.md warns
as('registrar', 'fifty2', 'DROP EXTENSION socu CASCADE');
is(as('registrar', 'fifty2', q{SELECT string_agg(column_name, ' ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = 'net1' AND table_name = 'visit'}),
	'visit partner after', 'DROP EXTENSION CASCADE drops columns');

$node->stop;
done_testing();
