# The registry of a network belongs to who made it; every kind of dump and restore carries the whole network: rows, facts
# that the site has corrected, owners, rights, policies, indexes, triggers, numbers.
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
sub as { my ($role, $db, $sql) = @_; return $node->safe_psql($db, "SET search_path = sco, public, socu;\n$sql", extra_params => [ '-U', $role ]); }
sub refused { my ($role, $db, $sql) = @_; my ($rc, $out, $err) = $node->psql($db, "SET search_path = sco, public, socu;\n$sql", extra_params => [ '-U', $role ]); return $err; }

# ---- an owner that is no superuser ----
$node->safe_psql('postgres', q{
	CREATE ROLE registrar LOGIN; CREATE ROLE it_kz LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE stranger LOGIN;
	CREATE ROLE other LOGIN; CREATE DATABASE site OWNER registrar;});
as('registrar', 'site', 'CREATE EXTENSION socu CASCADE');
as('registrar', 'site', q{SELECT socu.create_network('sco')});
my ($sample) = grep { -e $_ } map { "$_/examples/registry_sample.sql" } ('.', '..', '../..', $ENV{TESTDIR} // '.', $ENV{PG_ABS_SRCDIR} ? "$ENV{PG_ABS_SRCDIR}/.." : '.');
{
	local $ENV{PGOPTIONS} = '-c search_path=sco,public,socu';
	command_ok([ 'psql', '-qX1', '-v', 'ON_ERROR_STOP=1', '-U', 'registrar', '-d', $node->connstr('site'), '-f', $sample ], 'the owner loads the sample');
}
as('registrar', 'site', q{
	SELECT grant_reader('reader');
	SELECT grant_coordinator('it_kz', 'it_technologies', 'KZ');
	INSERT INTO state (state, name_en) VALUES ('XA', 'A state of the site');
	INSERT INTO state_status (state, status, validity) VALUES ('XA', 'guest', '[2030-01-01,)');
	INSERT INTO direction (direction, name_en) VALUES ('robotics', 'Robotics');
	INSERT INTO direction_status (direction, status, since) VALUES ('robotics', 'planned', '2030');
	INSERT INTO institution (institution, state, name_en) VALUES ('u-tokyo.ac.jp', 'XA', 'University of Tokyo');
	INSERT INTO known_name (institution, name, lang, kind) VALUES ('u-tokyo.ac.jp', '東京大学', 'ja', 'official');
	INSERT INTO institution_direction (institution, direction) VALUES ('u-tokyo.ac.jp', 'robotics');
	INSERT INTO sphere (sphere, name_en) VALUES ('sport', 'Sport');
	INSERT INTO role (role, name_en) VALUES ('patron', 'Patron');
	INSERT INTO activity (activity, name_en, unit) VALUES ('sports_meeting', 'Sports meeting', 'events');
	INSERT INTO agreement_kind (agreement_kind, name_en, binding, base_for_quota) VALUES ('protocol', 'Protocol', false, 'no');
	INSERT INTO duty (duty, ordinal, name_en) VALUES ('web_page', 6, 'Keep a web page');
	INSERT INTO measure (measure, name_en, kind, unit, definition) VALUES ('teams', 'Teams', 'flow', 'teams', 'teams at an event');
	INSERT INTO event (kind, title) VALUES ('other', 'An event with a number');
	INSERT INTO agreement (kind, title) VALUES ('protocol', 'A document with a number, "quotes" and ''apostrophes'', line' || chr(10) || 'two');
	INSERT INTO programme (kind, status, title) VALUES ('single', 'running', 'A programme with a number');
	INSERT INTO project (kind, title) VALUES ('other', 'A project with a number');
	INSERT INTO output (kind, title) VALUES ('medal', 'An output with a number');
	INSERT INTO facility VALUES ('lab', 'kaznu.kz', 'laboratory', 'A laboratory');
	INSERT INTO facility_sharing VALUES ('lab', 'susu_abai_2017', 'susu.ru', '[2020-01-01,)');
	INSERT INTO duty_record (coordinator, duty, done, subject) SELECT coordinator, 'liaison', '2024-05', 'plan' FROM coordinator;
	INSERT INTO report_sent (report_schedule, coordinator, period, sent_on, content)
	SELECT 'rectorate_yearly', coordinator, '[2024-01-01,2025-01-01)', '2025-01-20', '{"students": 12}' FROM coordinator;
	INSERT INTO rating_criterion (rating, criterion, name_en, weight) VALUES ('sco_universities', 'a', 'A', 0.25), ('sco_universities', 'b', 'B', 0.75);
	INSERT INTO rating_value (rating, criterion, institution, validity, value) VALUES ('sco_universities', 'a', 'kaznu.kz', '[2024-01-01,)', 12.50);});
as('it_kz', 'site', q{
	INSERT INTO direction_record (direction, state, subject, content) VALUES ('it_technologies', 'KZ', 'language', 'English');
	INSERT INTO direction_speciality (direction, state, code, title, status) VALUES ('it_technologies', 'KZ', 'KZ2009:6M070300', 'Information systems', 'agreed');
	BEGIN; SELECT socu.because('decision 3'); UPDATE direction_record SET content = 'English, Kazakh' WHERE subject = 'language'; COMMIT;});
like(refused('it_kz', 'site', q{INSERT INTO direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y')}), qr/row-level security/, 'a coordinator keeps to its own');
like(refused('reader', 'site', q{DELETE FROM agreement}), qr/permission denied/, 'a reader does not write');
like(refused('stranger', 'site', q{SELECT count(*) FROM sco.agreement}), qr/permission denied/, 'a stranger does not read the records');
like(refused('it_kz', 'site', q{SELECT grant_coordinator('it_kz', 'energy', 'RU')}), qr/permission denied to grant rights/, 'rights are granted by the owner alone');

# ---- what a site puts onto our objects, and facts that it corrects ----
as('registrar', 'site', q{
	ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
	CREATE POLICY mine ON agreement FOR SELECT TO reader USING (kind = 'protocol');
	CREATE INDEX agreement_title ON agreement (lower(title)) WITH (fillfactor = 60);
	ALTER TABLE institution SET (fillfactor = 70);
	ALTER TABLE institution ALTER COLUMN name_en SET STATISTICS 500;
	CREATE TABLE log (n int);
	CREATE FUNCTION log() RETURNS trigger LANGUAGE network_plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;
	CREATE TRIGGER log AFTER UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION log();
	CREATE VIEW protocol AS SELECT agreement, title FROM agreement WHERE kind = 'protocol';
	ALTER TABLE agreement ADD COLUMN remark text DEFAULT 'none';
	UPDATE institution SET city = 'Almaty (corrected)' WHERE institution = 'kaznu.kz';
	DELETE FROM known_name WHERE institution = 'pku.edu.cn' AND kind = 'short'});

# ---- what is asked before and after: every table whole, sequences ----
my @tables = split /\n/, as('registrar', 'site', 'SELECT registry_tables()');
cmp_ok(scalar @tables, '>', 35, 'the tables of the registry');
my @filled = grep { as('registrar', 'site', "SELECT count(*) FROM $_ t WHERE NOT coalesce((to_jsonb(t)->>'shipped')::boolean, false)") > 0 } @tables;
is_deeply(\@filled, \@tables, 'each has rows of the site to be carried');
my @all = split /\n/, as('registrar', 'site', q{SELECT relname FROM pg_class WHERE relnamespace = 'sco'::regnamespace AND relkind = 'r' ORDER BY 1});
my $rows = join ' UNION ALL ', map { "SELECT '$_' AS t, count(*), md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")) FROM $_ t" } @all;
my %question = (
	'every row of every table' => "SELECT * FROM ($rows) x ORDER BY 1",
	'sequences' => q{SELECT string_agg(sequencename || '=' || coalesce(last_value, 0), ' ' ORDER BY sequencename) FROM pg_sequences WHERE schemaname = 'sco'});
my %answer = map { $_ => as('registrar', 'site', $question{$_}) } keys %question;
like($answer{sequences}, qr/agreement_seq=1 .*participation_seq=\d\d/, 'sequences have moved');


sub dumped {
	my ($db, @options) = @_;
	my ($out, $err) = run_command([ 'pg_dump', '-n', 'sco', @options, '-d', $node->connstr($db) ]);
	$out =~ s/^\\(un)?restrict .*\n//mg;
	return $out;
}
my $before = dumped('site');
my $before_no_owner = dumped('site', '--no-owner');
like($before, qr/西安交通大学/, 'facts are in the dump, for the site may correct them');

# ---- each way: [name, owner of the database, role that restores, commands...] ----
my $dir = $node->basedir;
$node->command_ok([ 'pg_dump', '-f', "$dir/plain.sql", '-d', $node->connstr('site') ], 'pg_dump');
$node->command_ok([ 'pg_dump', '-Fc', '-f', "$dir/custom", '-d', $node->connstr('site') ], 'pg_dump -Fc');
$node->command_ok([ 'pg_dump', '-Fd', '-j4', '-f', "$dir/directory", '-d', $node->connstr('site') ], 'pg_dump -Fd -j4');
my @restore = ('pg_restore', '--exit-on-error');
my @ways = (
	[ 'plain, owner', 'registrar', 'registrar', [ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql" ] ],
	[ '-Fc, superuser', 'registrar', 'postgres', [ @restore, "$dir/custom" ] ],
	[ '-Fd -j4, owner', 'registrar', 'registrar', [ @restore, '-j4', "$dir/directory" ] ],
	[ 'sections', 'registrar', 'registrar', map { [ @restore, '-j4', "--section=$_", "$dir/directory" ] } qw(pre-data data post-data) ],
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
		open(my $a, '>', "$dir/a") or die; print $a (@options ? $before_no_owner : $before); close $a;
		open(my $b, '>', "$dir/b") or die; print $b $after; close $b;
		diag(substr(`diff $dir/a $dir/b`, 0, 2000));
	};
	is(as($role, $db, $question{$_}), $answer{$_}, "$name: $_") foreach sort keys %question;
	next if $name ne '-Fd -j4, owner';
	is(as('registrar', $db, q{SELECT content, recorded_by FROM direction_record WHERE subject = 'language'}), 'English, Kazakh|it_kz', 'a record, who wrote it');
	is(as('registrar', $db, q{SELECT old_row->>'content', changed_by, reason FROM record_history}), 'English|it_kz|decision 3', 'and its former version');
	like(as('it_kz', $db, q{INSERT INTO direction_record (direction, state, subject, content) VALUES ('it_technologies', 'KZ', 'next', 'z') RETURNING subject}), qr/next/, 'rights are restored');
	like(refused('it_kz', $db, q{INSERT INTO direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y')}), qr/row-level security/, 'and their limits');
	like(refused('registrar', $db, q{INSERT INTO coordinator (direction, state, institution, validity) VALUES ('it_technologies', 'KZ', 'kaznu.kz', '[2020-01-01,)')}),
		qr/coordinator_one/, 'constraints hold');
	is(as('registrar', $db, q{INSERT INTO agreement (kind, title) VALUES ('protocol', 'Next') RETURNING agreement}), 'agreement-2', 'numbers go on');
	is(as('reader', $db, 'SELECT count(*) FROM agreement WHERE kind <> $$protocol$$'), '0', 'a policy of the site');
	is(as('registrar', $db, q{SELECT string_agg(object, ' ') FROM socu.check_network('sco') WHERE severity <> 'info'}), '', 'nothing differs from a network made now');
	is(as('registrar', $db, q{SELECT count(*) FROM socu.upgrade_network('sco')}), '1', 'and it can be upgraded');
}

# ---- data alone, into a network made without facts ----
$node->safe_psql('postgres', 'CREATE DATABASE data OWNER registrar');
as('registrar', 'data', 'CREATE EXTENSION socu CASCADE');
as('registrar', 'data', q{SELECT socu.create_network('sco', facts => false); ALTER TABLE agreement ADD COLUMN remark text DEFAULT 'none'; CREATE TABLE log (n int)});
$node->command_ok([ 'pg_dump', '-Fc', '--data-only', '-n', 'sco', '-f', "$dir/data", '-d', $node->connstr('site') ], 'pg_dump --data-only: tables in an order that foreign keys allow');
$node->command_ok([ @restore, '-U', 'registrar', '-d', $node->connstr('data'), "$dir/data" ], 'data alone into an empty network');
is(as('registrar', 'data', $question{$_}), $answer{$_}, "data alone: $_") foreach sort keys %question;

# ---- a network is gone when its schema is dropped ----
as('registrar', 'site', 'DROP SCHEMA sco CASCADE; DROP EXTENSION socu');
is(as('registrar', 'site', q{SELECT count(*) FROM pg_class WHERE relname IN ('coordinator', 'report_rollup')}), '0', 'DROP SCHEMA drops the books');

$node->stop;
done_testing();
