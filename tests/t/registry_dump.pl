# The registry belongs to who installs it; dump and restore, and registry_export(), carry every row of the site once.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;

sub as { my ($role, $db, $sql) = @_; return $node->safe_psql($db, $sql, extra_params => [ '-U', $role ]); }
sub refused { my ($role, $db, $sql) = @_; my ($rc, $out, $err) = $node->psql($db, $sql, extra_params => [ '-U', $role ]); return $err; }

# ---- an owner that is no superuser ----
$node->safe_psql('postgres', q{
	CREATE ROLE registrar LOGIN; CREATE ROLE it_kz LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE stranger LOGIN;
	CREATE DATABASE site OWNER registrar; CREATE DATABASE restored OWNER registrar; CREATE DATABASE carried OWNER registrar;});
as('registrar', 'site', 'CREATE EXTENSION socu CASCADE');
my ($sample) = grep { -e $_ } map { "$_/examples/registry_sample.sql" } ('.', '..', '../..', $ENV{TESTDIR} // '.', $ENV{PG_ABS_SRCDIR} ? "$ENV{PG_ABS_SRCDIR}/.." : '.');
command_ok([ 'psql', '-qX1', '-v', 'ON_ERROR_STOP=1', '-U', 'registrar', '-d', $node->connstr('site'), '-f', $sample ], 'the owner loads the sample');
as('registrar', 'site', q{
	SELECT socu.grant_reader('reader');
	SELECT socu.grant_coordinator('it_kz', 'it_technologies', 'KZ');
	INSERT INTO socu.state (state, iso3, iso_numeric, name_en) VALUES ('JP', 'JPN', '392', 'Japan');
	INSERT INTO socu.state_status (state, status, valid) VALUES ('JP', 'guest', '[2030-01-01,)');
	INSERT INTO socu.direction (direction, name_en) VALUES ('robotics', 'Robotics');
	INSERT INTO socu.direction_status (direction, status, since) VALUES ('robotics', 'planned', '2030');
	INSERT INTO socu.institution (institution, state, name_en) VALUES ('u-tokyo.ac.jp', 'JP', 'University of Tokyo');
	INSERT INTO socu.known_name (institution, name, lang, kind) VALUES ('u-tokyo.ac.jp', '東京大学', 'ja', 'official');
	INSERT INTO socu.institution_direction (institution, direction) VALUES ('u-tokyo.ac.jp', 'robotics');
	INSERT INTO socu.sphere (sphere, name_en) VALUES ('sport', 'Sport');
	INSERT INTO socu.role (role, name_en) VALUES ('patron', 'Patron');
	INSERT INTO socu.activity (activity, name_en, unit) VALUES ('sports_meeting', 'Sports meeting', 'events');
	INSERT INTO socu.agreement_kind (agreement_kind, name_en, binding, base_for_quota) VALUES ('protocol', 'Protocol', false, 'no');
	INSERT INTO socu.duty (duty, ordinal, name_en) VALUES ('web_page', 6, 'Keep a web page');
	INSERT INTO socu.measure (measure, name_en, kind, unit, definition) VALUES ('teams', 'Teams', 'flow', 'teams', 'teams at an event');
	INSERT INTO socu.event (kind, title) VALUES ('other', 'An event with a number');
	INSERT INTO socu.agreement (kind, title) VALUES ('protocol', 'A document with a number, "quotes" and ''apostrophes'', line' || chr(10) || 'two');
	INSERT INTO socu.programme (kind, status, title) VALUES ('single', 'running', 'A programme with a number');
	INSERT INTO socu.project (kind, title) VALUES ('other', 'A project with a number');
	INSERT INTO socu.output (kind, title) VALUES ('medal', 'An output with a number');
	INSERT INTO socu.facility VALUES ('lab', 'kaznu.kz', 'laboratory', 'A laboratory');
	INSERT INTO socu.facility_sharing VALUES ('lab', 'susu_abai_2017', 'susu.ru', '[2020-01-01,)');
	INSERT INTO socu.duty_record (coordinator, duty, done, subject) SELECT coordinator, 'liaison', '2024-05', 'plan' FROM socu.coordinator;
	INSERT INTO socu.report_sent (report_schedule, coordinator, period, sent_on, content)
	SELECT 'rectorate_yearly', coordinator, '[2024-01-01,2025-01-01)', '2025-01-20', '{"students": 12}' FROM socu.coordinator;
	INSERT INTO socu.rating_criterion (rating, criterion, name_en, weight) VALUES ('sco_universities', 'a', 'A', 0.25), ('sco_universities', 'b', 'B', 0.75);
	INSERT INTO socu.rating_value (rating, criterion, institution, valid, value) VALUES ('sco_universities', 'a', 'kaznu.kz', '[2024-01-01,)', 12.50);});
as('it_kz', 'site', q{
	INSERT INTO socu.direction_record (direction, state, subject, content) VALUES ('it_technologies', 'KZ', 'language', 'English');
	INSERT INTO socu.direction_speciality (direction, state, code, title, status) VALUES ('it_technologies', 'KZ', 'KZ2009:6M070300', 'Information systems', 'agreed');
	BEGIN; SELECT socu.because('decision 3'); UPDATE socu.direction_record SET content = 'English, Kazakh' WHERE subject = 'language'; COMMIT;});
like(refused('it_kz', 'site', q{INSERT INTO socu.direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y')}), qr/row-level security/, 'a coordinator keeps to its own');
like(refused('reader', 'site', q{DELETE FROM socu.agreement}), qr/permission denied/, 'a reader does not write');
like(refused('stranger', 'site', q{SELECT count(*) FROM socu.agreement}), qr/permission denied/, 'a stranger does not read the records');
is(as('stranger', 'site', q{SELECT count(*) FROM socu.states_as_of('2011-08-15') WHERE status = 'member'}), '6', 'but the shipped facts');
like(refused('it_kz', 'site', q{SELECT socu.grant_coordinator('it_kz', 'energy', 'RU')}), qr/permission denied to grant rights/, 'rights are granted by the owner alone');
is(as('registrar', 'site', q{SELECT count(*) FROM pg_proc WHERE pronamespace = 'socu'::regnamespace AND prosecdef AND proowner <> 'registrar'::regrole}), '0',
	'no function runs with more rights than the owner\'s');

# ---- what is asked before and after: every table whole, shipped rows once, sequences, who may do what ----
my @tables = split /\n/, as('registrar', 'site', 'SELECT socu.registry_tables()');
cmp_ok(scalar @tables, '>', 35, 'the tables of the registry');
my @filled = grep { as('registrar', 'site', "SELECT count(*) FROM socu.$_ t WHERE NOT coalesce((to_jsonb(t)->>'shipped')::boolean, false)") > 0 } @tables;
is_deeply(\@filled, \@tables, 'each has rows of the site to be carried');
my $rows = join ' UNION ALL ', map { "SELECT '$_' AS t, count(*), md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")) FROM socu.$_ t" } @tables;
my %question = (
	'every row of every table' => "SELECT * FROM ($rows) x ORDER BY 1",
	'sequences' => q{SELECT string_agg(sequencename || '=' || coalesce(last_value, 0), ' ' ORDER BY sequencename) FROM pg_sequences
		JOIN socu.registry_tables() r ON sequencename = r || '_seq'});
my %answer = map { $_ => as('registrar', 'site', $question{$_}) } keys %question;
like($answer{sequences}, qr/agreement_seq=1 .*participation_seq=\d\d/, 'sequences have moved');

my $dump = $node->basedir . '/site.sql';
command_ok([ 'pg_dump', '-f', $dump, '-d', $node->connstr('site') ], 'pg_dump');
unlike(slurp_file($dump), qr/西安交通大学|sputnikglobe/, 'shipped rows are not in the dump');
command_ok([ 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-f', $dump, '-d', $node->connstr('restored') ], 'restore without an error');
is($node->safe_psql('restored', $question{$_}), $answer{$_}, "restored: $_") foreach sort keys %question;
is($node->safe_psql('restored', q{SELECT content, recorded_by FROM socu.direction_record WHERE subject = 'language'}), 'English, Kazakh|it_kz', 'a record, who wrote it');
is($node->safe_psql('restored', q{SELECT old_row->>'content', changed_by, reason FROM socu.record_history}), 'English|it_kz|decision 3', 'and its former version');
like(as('it_kz', 'restored', q{INSERT INTO socu.direction_record (direction, state, subject, content) VALUES ('it_technologies', 'KZ', 'next', 'z') RETURNING subject}), qr/next/, 'rights are restored');
like(refused('it_kz', 'restored', q{INSERT INTO socu.direction_record (direction, state, subject, content) VALUES ('energy', 'RU', 'x', 'y')}), qr/row-level security/, 'and their limits');
like(refused('postgres', 'restored', q{INSERT INTO socu.coordinator (direction, state, institution, valid) VALUES ('energy', 'RU', 'urfu.ru', '[2020-01-01,)')}),
	qr/coordinator_one/, 'constraints hold');
is($node->safe_psql('restored', q{INSERT INTO socu.agreement (kind, title) VALUES ('protocol', 'Next') RETURNING agreement}), 'agreement-2', 'numbers go on');

# ---- the same through registry_export() ----
my $export = $node->basedir . '/export.sql';
command_ok([ 'psql', '-AtXq', '-U', 'registrar', '-d', $node->connstr('site'), '-o', $export, '-c', 'SELECT socu.registry_export()' ], 'export as plain SQL');
unlike(slurp_file($export), qr/西安交通大学/, 'without shipped rows');
as('registrar', 'carried', 'CREATE EXTENSION socu CASCADE');
command_ok([ 'psql', '-qX1', '-v', 'ON_ERROR_STOP=1', '-U', 'registrar', '-d', $node->connstr('carried'), '-f', $export ], 'load it elsewhere');
is(as('registrar', 'carried', $question{$_}), $answer{$_}, "carried: $_") foreach sort keys %question;

# ---- DROP EXTENSION takes the records with it: export first ----
as('registrar', 'site', 'DROP EXTENSION socu');
is(as('registrar', 'site', q{SELECT count(*) FROM pg_class WHERE relname = 'coordinator'}), '0', 'DROP EXTENSION drops the books');
as('registrar', 'site', 'CREATE EXTENSION socu');
command_ok([ 'psql', '-qX1', '-v', 'ON_ERROR_STOP=1', '-U', 'registrar', '-d', $node->connstr('site'), '-f', $export ], 'the export brings them back');
is(as('registrar', 'site', $question{'every row of every table'}), $answer{'every row of every table'}, 'every row of every table');

$node->stop;
done_testing();
